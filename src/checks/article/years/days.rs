//! Months, weeks and days that are counted to the day of the article: `has been on strike for three weeks, since April
//! 3`, `in its ninth day`, `40 days in custody` behind `was arrested on March 3`.

use jiff::civil::Date;

use crate::checks::Report;
use crate::checks::article::prose::calendar::{counted, days_between, long};
use crate::checks::article::prose::{ItemKind, Passage};
use crate::checks::article::years::state_words::{Owner, STATES};
use crate::checks::article::years::states::said;
use crate::checks::article::years::{Chronicle, any_phrase, people_of};
use crate::lang::dates::DayInterval;
use crate::lang::dates::rule::{Amount, Length, Place, Rule, Unit};

/// How many days a number of months, weeks or days can be.
struct Span {
    least: i64,
    most: i64,
    unit: Unit,
}

impl Span {
    fn of(number: i64, unit: Unit) -> Option<Span> {
        let (least, most) = match unit {
            Unit::Month => (number * 30 - 32, number * 31 + 32),
            Unit::Week => (number * 7 - 7, number * 7 + 7),
            Unit::Day => (number - 1, number + 1),
            _ => return None,
        };
        Some(Span { least, most, unit })
    }

    /// Whether so many days, from the first that is meant to the last, can be it.
    fn allows(&self, days: DayInterval, now: Date) -> bool {
        let (most, least) = (days_between(days.first, now), days_between(days.last, now));
        least <= self.most && most >= self.least
    }
}

/// A number of months, weeks or days that no day of the article explains.
pub fn lasting(chronicle: &Chronicle<'_>, index: usize, at: usize) -> Option<Report> {
    let passage = chronicle.people.passage(index)?;
    let now = passage.published()?;
    let (span, items) =
        length(passage, at).map(|span| (span, at..at + 1)).or_else(|| running(passage, at))?;
    let begin = if length(passage, at).is_some() {
        since(passage, at).map(|time| (index, time)).or_else(|| chronicle.began(index, at))
    } else {
        chronicle.run(index, at)
    };
    let (place, time) = begin?;
    let said = chronicle.people.passage(place)?;
    let days = said.days(time)?;
    // What is no day or month cannot be counted from.
    let sharp = match span.unit {
        Unit::Month => days_between(days.first, days.last) <= 31,
        _ => days.first == days.last,
    };
    if !sharp
        || days.first > now
        || span.allows(days, now)
        || chronicle.counted_from(&span, now, (place, time))
    {
        return None;
    }
    let full = days_between(days.first, now);
    let words = passage.words(items.clone());
    Some(
        Report::new(
            passage.span(items),
            format!(
                "“{words}” does not fit “{}”: until {} that is {}",
                said.word(time),
                long(now),
                counted(full, "day")
            ),
        )
        .with(said.related(time))
        .because(format!("the article is of {} (publication date)", long(now)))
        .because(said.why(time))
        .because(format!("from {} to {} are {}", long(days.first), long(now), counted(full, "day"))),
    )
}

/// `three weeks`, unhedged.
fn length(passage: &Passage<'_>, at: usize) -> Option<Span> {
    let date = passage.date(at)?;
    let Rule::Length(Length { amount: Some(Amount { whole, hundredths: 0 }), unit }) = date.rule else {
        return None;
    };
    let hedged = date.modifier.is_some()
        || passage.has_before(
            at,
            2,
            &[
                "about", "around", "some", "nearly", "almost", "roughly", "over", "than", "least", "up",
                "to", "within", "first", "last", "next", "past", "another", "every", "just", "barely",
                "further",
            ],
        )
        || passage.has_any(at + 1..at + 3, &["ago", "later", "earlier", "before", "after", "old", "or"]);
    (!hedged && whole >= 2).then(|| Span::of(i64::from(whole), unit))?
}

/// `in its ninth day`: the first day is counted.
fn running(passage: &Passage<'_>, at: usize) -> Option<(Span, std::ops::Range<usize>)> {
    let number = i64::from(passage.ordinal(at)?);
    let unit = match () {
        () if passage.is(at + 1, "day") => Unit::Day,
        () if passage.is(at + 1, "week") => Unit::Week,
        () if passage.is(at + 1, "month") => Unit::Month,
        () => return None,
    };
    let own = at.checked_sub(1).filter(|at| passage.is_any(*at, &["its", "their", "a", "the"]))?;
    let led = passage.has_before(own, 2, &["in", "into", "entered", "enters", "entering", "for"]);
    let plain = passage
        .item(at + 2)
        .is_none_or(|item| item.is_mark() || item.is_any(&["on", "and", "with", "as", "today"]))
        || passage.date(at + 2).is_some();
    (led && plain && number >= 3).then(|| Some((Span::of(number - 1, unit)?, own..at + 2)))?
}

/// The day behind `since`, the only one of the sentence that is no day of these.
fn since(passage: &Passage<'_>, at: usize) -> Option<usize> {
    let led = passage.has_before(at, 1, &["for", "in", "after"]);
    let time =
        passage.dates().find(|time| is_day(passage, *time) && passage.has_before(*time, 2, &["since"]))?;
    let between = at.min(time) + 1..at.max(time);
    let other = passage.has_any(
        0..passage.count(),
        &["until", "had", "was", "were", "would", "will", "could", "sentenced", "sentence", "term"],
    );
    let joined = between.len() <= 8
        && !passage.has_any(between, &["who", "which", "that", "and", "but", ";", "where", "while"]);
    (led && joined && !other).then_some(time)
}

/// A day or a month that is written, no weekday.
fn is_day(passage: &Passage<'_>, at: usize) -> bool {
    matches!(passage.place(at), Some(Place::Day { .. } | Place::Numeric { .. } | Place::Month { .. }))
}

impl Chronicle<'_> {
    /// The day at which the state of which a passage says the length began.
    fn began(&self, index: usize, at: usize) -> Option<(usize, usize)> {
        let passage = self.people.passage(index)?;
        let open = passage.has_any(
            0..passage.count(),
            &[
                "will",
                "would",
                "could",
                "may",
                "might",
                "sentenced",
                "sentence",
                "faces",
                "face",
                "maximum",
                "if",
                "expected",
                "should",
                "plans",
                "planned",
                "term",
                "until",
                "every",
                "extended",
                "remanded",
                "ordered",
                "within",
            ],
        );
        let (state, _) = STATES
            .iter()
            .find_map(|state| Some((state, said(passage, at, state.is, state.ends)?)))
            .filter(|_| !open)?;
        if state.owner == Owner::Thing {
            return None;
        }
        let mut found = Vec::new();
        for (other, said) in self.people.story.iter().enumerate() {
            let named = people_of(said);
            for start in 0..said.count() {
                let Some(end) = any_phrase(said, start, state.begins) else { continue };
                let Some(time) = (end..(end + 8).min(said.count())).find(|at| said.place(*at).is_some())
                else {
                    continue;
                };
                let led = said.has_before(time, 1, &["on", "in"]);
                let own = named.len() <= 1 && (state.owner == Owner::Story || !named.is_empty());
                if is_day(said, time) && led && own {
                    found.push((other, time));
                }
            }
        }
        let first = *found.first()?;
        let ended = self.people.story.iter().any(|said| {
            (0..said.count()).any(|at| {
                any_phrase(said, at, state.ends).is_some() && said.dates().any(|time| is_day(said, time))
            })
        });
        (found.len() == 1 && !ended).then_some(first)
    }

    /// The day at which what is in its ninth day began: in the sentence, or one beside it.
    fn run(&self, index: usize, at: usize) -> Option<(usize, usize)> {
        const BEGAN: &[&str] = &[
            "began",
            "started",
            "broke out",
            "erupted",
            "launched",
            "imposed",
            "walked out",
            "begun",
            "went on strike",
            "downed tools",
            "opened",
        ];
        let mut found = Vec::new();
        for other in index.saturating_sub(2)..=index + 1 {
            let Some(said) = self.people.passage(other) else { continue };
            for start in 0..said.count() {
                let Some(end) = any_phrase(said, start, BEGAN) else { continue };
                let Some(time) = (end..(end + 6).min(said.count())).find(|at| said.place(*at).is_some())
                else {
                    continue;
                };
                let plain = (end..time).all(|at| {
                    said.item(at).is_some_and(|item| matches!(item.kind, ItemKind::Word | ItemKind::Name(_)))
                        && !said.is_any(at, &["and", "after", "before", "until", "to"])
                });
                let day = is_day(said, time) || matches!(said.place(time), Some(Place::Weekday { .. }));
                if plain && day && (other != index || time != at) {
                    found.push((other, time));
                }
            }
        }
        let first = *found.first()?;
        (found.len() == 1).then_some(first)
    }

    /// Whether another day of the article explains a number of days.
    fn counted_from(&self, span: &Span, now: Date, but: (usize, usize)) -> bool {
        self.people.story.iter().enumerate().any(|(index, passage)| {
            passage.dates().any(|at| {
                let day = is_day(passage, at) || matches!(passage.place(at), Some(Place::Weekday { .. }));
                (index, at) != but
                    && day
                    && passage.days(at).is_some_and(|days| days.first < now && span.allows(days, now))
            })
        })
    }
}
