//! The number of an edition against the year of the first: `the 13th annual cook-off`, `began in 2008`.

use crate::checks::Report;
use crate::checks::article::prose::ItemKind;
use crate::checks::article::prose::calendar::long;
use crate::checks::article::years::foundings::is_now;
use crate::checks::article::years::{Chronicle, Named, any_phrase, time_of, year};

/// What begins a series.
const FIRST: &[&str] = &[
    "began",
    "started",
    "founded",
    "launched",
    "first held",
    "established",
    "inaugurated",
    "debuted",
    "created",
    "begun",
    "first edition",
    "first festival",
    "first race",
    "first forum",
    "founding one",
    "first one",
    "first took place",
    "was born",
    "first run",
    "first staged",
    "inception",
    "inaugural",
    "instituted",
    "kicked off",
    "first awarded",
    "set up",
    "first annual",
    "first was held",
    "first was staged",
    "first was in",
    "first of them",
    "first of its kind",
    "dates back to",
    "dates to",
    "held since",
    "annually since",
    "every year since",
    "year since",
    "founding edition",
];

/// What is held once a year.
const YEARLY: &[&str] = &[
    "every year",
    "each year",
    "annually",
    "annual",
    "yearly",
    "every september",
    "every summer",
    "every spring",
    "every autumn",
];

/// What makes the numbers of a series go slower than the years.
const GAPS: &[&str] = &[
    "cancelled",
    "canceled",
    "cancel",
    "cancellation",
    "pandemic",
    "covid",
    "covid-19",
    "coronavirus",
    "skipped",
    "suspended",
    "hiatus",
    "gap",
    "biennial",
    "biennale",
    "triennial",
    "interrupted",
    "interruption",
    "missed",
    "revived",
    "resumed",
    "postponed",
    "virtual",
    "war",
    "called",
    "break",
    "returns",
    "return",
    "returned",
    "except",
    "twice",
    "two",
    "alternate",
    "other",
    "odd",
    "even",
    "four",
    "three",
    "resurrected",
    "lapsed",
    "dropped",
    "back",
    "absence",
    "without",
    "lockdown",
];

/// The number of an edition that its first year does not give.
pub fn edition(chronicle: &Chronicle<'_>, index: usize, at: usize) -> Option<Report> {
    let passage = chronicle.people.passage(index)?;
    let number = i64::from(passage.ordinal(at)?);
    let annual = passage.is_any(at + 1, &["annual", "yearly"]);
    const SERIES: &[&str] = &[
        "edition",
        "staging",
        "running",
        "installment",
        "instalment",
        "festival",
        "forum",
        "summit",
        "congress",
        "conference",
        "cup",
        "games",
        "fair",
        "marathon",
        "regatta",
        "rally",
        "carnival",
        "tournament",
        "biennale",
        "expo",
        "convention",
        "championships",
        "championship",
        "race",
        "meeting",
        "symposium",
        "show",
        "awards",
        "parade",
    ];
    let last = |at: usize| passage.word(at).rsplit(' ').next().unwrap_or_default();
    let named = (at + 1..at + 5)
        .take_while(|at| {
            passage.item(*at).is_some_and(|item| {
                matches!(item.kind, ItemKind::Word | ItemKind::Name(_))
                    && !item.is_any(&["of", "in", "and", "at"])
            })
        })
        .find(|at| SERIES.iter().any(|noun| last(*at).eq_ignore_ascii_case(noun)));
    // `for the 25th time`, of what is held every year.
    let time = passage.is(at + 1, "time") && passage.has_before(at, 2, &["for"]);
    let noun = named.is_some() || time;
    let items = at..if annual || time { at + 2 } else { named.map_or(at + 2, |noun| noun + 1) };
    if !(annual || noun) || number < 3 || !is_now(passage, &items) {
        return None;
    }
    let published = passage.published()?;
    let now = i64::from(published.year());
    let first = chronicle.first(index)?;
    let most = now - first.year + 1;
    // The first year counts as the first edition; a year more is let pass.
    let others =
        chronicle.years.iter().any(|named| (now - named.year + 1 - number).abs() <= 1 && named.year != now);
    let too_many = number > most + 1;
    let gaps = chronicle.people.story.iter().any(|passage| passage.has_any(0..passage.count(), GAPS));
    let yearly = annual
        || chronicle
            .people
            .story
            .iter()
            .any(|passage| (0..passage.count()).any(|at| any_phrase(passage, at, YEARLY).is_some()));
    let too_few = number < most - 1 && yearly && !gaps;
    if others
        || most < 2
        || !(too_many || too_few)
        || chronicle.within(index).any(|named| *named != first && named.year < now)
    {
        return None;
    }
    let said = chronicle.people.passage(first.passage)?;
    let words = passage.words(items.clone());
    Some(
        Report::new(
            passage.span(items),
            format!(
                "“{words}” does not fit “{}”: one a year since {} makes {most} by {now}",
                said.words(first.at.saturating_sub(1)..first.at + 1),
                first.year
            ),
        )
        .with(said.related(first.at))
        .because(format!("the article is of {} (publication date)", long(published)))
        .because(said.why(first.at))
        .because(format!("{now} − {} + 1 = {most}; one more or less would be let pass", first.year)),
    )
}

impl Chronicle<'_> {
    /// The first year of the series, where the article has only one beginning that may be it.
    fn first(&self, index: usize) -> Option<Named> {
        let mut found: Vec<Named> = Vec::new();
        for (other, passage) in self.people.story.iter().enumerate() {
            for start in 0..passage.count() {
                let Some(end) = any_phrase(passage, start, FIRST) else { continue };
                let time = year(passage, end).map(|_| end).or_else(|| time_of(passage, start, end));
                let Some((at, year)) = time.and_then(|at| Some((at, year(passage, at)?))) else { continue };
                // Of the series: no other name is the subject.
                let subject = (0..start).rev().find_map(|at| match passage.item(at)?.kind {
                    ItemKind::Name(name) => {
                        passage.subject.facts.mentions.get(name).map(|mention| mention.chain)
                    }
                    _ => None,
                });
                let own = self.people.passage(index)?;
                let ours = other == index
                    || subject.is_none()
                    || (0..own.count()).any(|at| match own.item(at).map(|item| item.kind) {
                        Some(ItemKind::Name(name)) => {
                            own.subject.facts.mentions.get(name).map(|mention| mention.chain) == subject
                        }
                        _ => false,
                    });
                if ours && other.abs_diff(index) <= 6 {
                    found.push(Named { year, passage: other, at });
                }
            }
        }
        let first = *found.first()?;
        found.iter().all(|one| one.year == first.year).then_some(first)
    }
}
