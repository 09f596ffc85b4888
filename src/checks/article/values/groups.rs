//! People and things that a text counts and then speaks of as known: `a bus with 45 passengers … The 54
//! passengers`, `all 16 miners`, `the four deaths`.

use crate::base::span::Span;
use crate::checks::article::prose::{Item, ItemKind, Passage};
use crate::checks::article::values::is_history;
use crate::checks::{Related, Report, Subject};
use crate::lang::claims::counts::Relation;

/// `The 54 passengers`, `all 16 miners`, `the four deaths`: spoken of as known, with another number than before.
pub fn known_group(subject: &Subject<'_>, story: &[Passage<'_>]) -> Vec<Report> {
    let mut found = Vec::new();
    let mut before: Vec<Group<'_>> = Vec::new();
    for passage in story {
        for at in 0..passage.count() {
            let Some(group) = Group::at(subject, passage, at) else { continue };
            let alike: Vec<&Group<'_>> = before.iter().filter(|other| other.is_like(&group)).collect();
            let mut values: Vec<u32> = alike.iter().map(|other| other.number).collect();
            values.sort_unstable();
            values.dedup();
            let one = alike.first().filter(|one| {
                group.is_known
                    && values.len() == 1
                    && one.number != group.number
                    && group.can_contradict(one)
                    && !is_derived(story, &before, &group)
            });
            found.extend(one.map(|one| group.finding(one)));
            before.push(group);
        }
    }
    found
}

/// A number of people or things.
struct Group<'a> {
    passage: Passage<'a>,
    /// The number and the noun.
    first: usize,
    last: usize,
    number: u32,
    noun: String,
    relation: Option<Relation>,
    is_known: bool,
    is_all: bool,
}

impl<'a> Group<'a> {
    fn at(subject: &Subject<'_>, passage: &Passage<'a>, at: usize) -> Option<Self> {
        let number = passage.number(at)?.count().filter(|number| *number > 1)?;
        let before = |words: &[&str]| passage.back(at, 1).is_some_and(|item| item.is_any(words));
        if before(&[
            "about", "around", "some", "nearly", "almost", "than", "least", "to", "over", "most", "-",
            "other", "between", "from",
        ]) || passage.item(at).is_some_and(|item| item.is_quoted)
        {
            return None;
        }
        // `a crew of 19`
        let of = passage.back(at, 1).is_some_and(|item| item.is("of"));
        let crew = at.checked_sub(2).filter(|two| of && passage.is_any(*two, COLLECTIVES));
        if let Some(crew) = crew {
            let noun = passage.word(crew).to_lowercase();
            let (relation, is_known, is_all) = (None, false, false);
            return Some(Group {
                passage: *passage,
                first: at,
                last: at,
                number,
                noun,
                relation,
                is_known,
                is_all,
            });
        }
        let last = (at + 1..at + 4).find(|at| passage.item(*at).is_some_and(is_plural))?;
        let plain = (at + 1..last).all(|at| {
            passage
                .item(at)
                .is_some_and(|item| item.kind == ItemKind::Word || matches!(item.kind, ItemKind::Name(_)))
                && !passage.is_any(
                    at,
                    &[
                        "of",
                        "in",
                        "and",
                        "other",
                        "more",
                        "to",
                        "remaining",
                        "additional",
                        "new",
                        "per",
                        "the",
                    ],
                )
        });
        let span = passage.span(at..last + 1);
        let relation = subject
            .facts
            .counts
            .iter()
            .find(|count| count.span.intersects(span))
            .and_then(|count| count.relation);
        let noun = passage.word(last).to_lowercase();
        // `the 19 crew members`
        let of_crew = noun == "members" && last == at + 2 && passage.is_any(at + 1, COLLECTIVES);
        let (noun, last) = if of_crew { (passage.word(at + 1).to_lowercase(), last) } else { (noun, last) };
        let measured = MEASURES.contains(&&*noun);
        let is_all =
            before(&["all"]) || before(&["the"]) && passage.back(at, 2).is_some_and(|item| item.is("all"));
        let is_known = is_all || before(&["the", "these", "those"]);
        (plain && !measured).then_some(Group {
            passage: *passage,
            first: at,
            last,
            number,
            noun,
            relation,
            is_known,
            is_all,
        })
    }

    fn is_like(&self, other: &Group<'_>) -> bool {
        let dead = |group: &Group<'_>| group.relation == Some(Relation::Killed);
        let nouns = self.noun == other.noun && self.modifiers() == other.modifiers();
        dead(self)
            && dead(other)
            && matches!(&*other.noun, "deaths" | "dead" | "victims" | "fatalities" | "people")
            || nouns && self.relation.is_none_or(|one| other.relation.is_none_or(|other| one == other))
    }

    fn sentence(&self) -> Span {
        self.passage.span(0..self.passage.count())
    }

    fn modifiers(&self) -> String {
        let words = self.passage.words(self.first + 1..self.last.max(self.first + 1)).to_lowercase();
        if words == self.noun { String::new() } else { words }
    }

    /// Fewer may be a part of them; more cannot be.
    fn can_contradict(&self, before: &Group<'a>) -> bool {
        let passage = &self.passage;
        let opens = passage.is_any(
            self.last + 1,
            &[
                "who", "that", "which", "whose", "in", "from", "with", "on", "at", "still", "of", "for",
                "to", "not", "other", "left", "already", "were", "now", "under",
            ],
        ) || passage.item(self.last + 1).is_some_and(|item| item.words().ends_with("ed"))
            && passage.is_any(self.last + 2, &["in", "on", "by", "at", "with", "from", "during", "aboard"]);
        let told_apart = is_history(passage)
            || [passage, &before.passage].iter().any(|passage| passage.has_any(0..passage.count(), APART));
        let more = self.number > before.number && !opens;
        let less = self.is_all
            && (!opens || passage.is_any(self.last + 1, &["were", "was", "have", "had", "are"]))
            && self.number * 2 > before.number;
        let is_near = self.number < before.number.saturating_mul(4);
        !told_apart && is_near && (more || less) && self.number > 3
    }

    fn finding(&self, before: &Group<'_>) -> Report {
        let start = self.first - 1;
        let (one, other) =
            (self.passage.words(start..self.last + 1), before.passage.words(before.first..before.last + 1));
        let span = before.passage.span(before.first..before.last + 1);
        Report::new(self.passage.span(start..self.last + 1), format!("“{one}” were “{other}” before"))
            .with(Related {
                doc: before.passage.subject.article.doc,
                span,
                message: format!("“{other}” is said here"),
            })
            .because(format!("“{one}” is spoken of as known"))
            .because(format!("the text has given one number of them before: “{other}”"))
    }
}

/// Words by which a text tells two numbers apart.
const APART: &[&str] = &[
    "earlier",
    "initially",
    "originally",
    "later",
    "previously",
    "rose",
    "risen",
    "raising",
    "increased",
    "another",
    "more",
    "first",
    "revised",
    "corrected",
    "other",
    "others",
    "additional",
    "joined",
    "added",
    "including",
    "last",
    "then",
    "since",
    "total",
    "now",
    "eventually",
    "finally",
    "yesterday",
    "former",
    "if",
    "would",
    "could",
    "might",
    "next",
];

/// Whether the text has the number elsewhere, or it is the sum or difference of two others; of the dead, the
/// sum of two numbers of them.
fn is_derived(story: &[Passage<'_>], before: &[Group<'_>], group: &Group<'_>) -> bool {
    let mut numbers: Vec<u32> = Vec::new();
    let is_dead = group.relation == Some(Relation::Killed);
    if is_dead {
        let dead = before.iter().filter(|other| other.relation == group.relation);
        numbers.extend(dead.map(|other| other.number));
    } else {
        // What the sentences from the one to the other count.
        let end = group.passage.span(group.first..group.first + 1).start;
        let start =
            before.iter().find(|other| other.is_like(group)).map_or(0, |other| other.sentence().start);
        for passage in story {
            let here = |at: &usize| (start..end).contains(&passage.span(*at..*at + 1).start);
            numbers.extend((0..passage.count()).filter(here).filter_map(|at| passage.number(at)?.count()));
        }
    }
    let derives =
        |one: u32, other: u32| one + other == group.number || !is_dead && one.abs_diff(other) == group.number;
    let pairs = |(at, one): (usize, &u32)| numbers.iter().skip(at + 1).any(|other| derives(*one, *other));
    numbers.contains(&group.number) || numbers.iter().enumerate().any(pairs)
}

fn is_plural(item: &Item) -> bool {
    let words = item.words().to_lowercase();
    item.kind == ItemKind::Word
        && (words.len() > 3 && words.ends_with('s') && !words.ends_with("ss") && !words.ends_with("us")
            || matches!(
                &*words,
                "people" | "men" | "women" | "children" | "dead" | "crew" | "policemen" | "firemen"
            ))
}

/// Bodies of people that are counted.
const COLLECTIVES: &[&str] = &["crew", "staff", "squad", "team", "jury", "cast"];

/// Units of time, length and money: of them there are many in one text.
const MEASURES: &[&str] = &[
    "years",
    "months",
    "weeks",
    "days",
    "hours",
    "minutes",
    "seconds",
    "miles",
    "kilometers",
    "kilometres",
    "metres",
    "meters",
    "feet",
    "yards",
    "points",
    "percent",
    "cents",
    "dollars",
    "euros",
    "pounds",
    "tons",
    "tonnes",
    "goals",
    "runs",
    "votes",
    "seats",
    "times",
    "degrees",
    "acres",
    "hectares",
    "inches",
    "barrels",
    "games",
    "matches",
    "rounds",
    "others",
    "shares",
    "stocks",
    "decades",
    "cases",
    "things",
    "ways",
    "sides",
    "teams",
];
