//! Check: range-length
//!
//! A stretch of time and a length that do not go together: `two-day talks on Feb. 3-5`, `the five-day
//! trip, from 3 to 10 March`, `three-day visit, Friday to Tuesday`. (Table of date checks, rows 6 and 21.)
//!
//! The length and the stretch must stand in one clause (`the five-day forum will be held in Lima from 3 to 10
//! March`), and no other event between. `Feb. 3-5` are three days; of what lasts *from* one day *to* another both
//! ways of counting are accepted for lengths of more than four days, for journeys, truces and the like, and where
//! a time of day is named.
//! Weeks may be working weeks, months and years may begin in the middle of one, and ten days may be
//! working days. Hedged lengths (`nearly`, `up to`) and parts (`the first three days`) are left alone.
//!
//! (Measured on 2,841 clean texts: no hit.)

use std::ops::RangeInclusive;

use crate::checks::article::prose::ranges::{Form, Grain, Stretch, stretches};
use crate::checks::article::prose::told::is_time;
use crate::checks::article::prose::told::words::{self, PLANNED_EVENTS};
use crate::checks::article::prose::{HEDGES, ItemKind, Passage, Prose, calendar};
use crate::checks::{Check, Report, Severity, Subject};
use crate::lang::dates::rule::{Amount, Length, Rule, Unit};

/// See the module.
pub struct RangeLength;

impl Check for RangeLength {
    fn code(&self) -> &'static str {
        "range-length"
    }

    fn severity(&self) -> Severity {
        Severity::Information
    }

    fn in_draft(&self) -> Severity {
        Severity::Warning
    }

    fn summary(&self) -> &'static str {
        "a length of time that does not fit the days named with it"
    }

    fn run(&self, subject: &Subject<'_>, report: &mut Vec<Report>) {
        for passage in Prose::story(subject) {
            for stretch in stretches(&passage) {
                let lengths = (0..passage.count()).filter_map(|at| Some((at, length(&passage, at)?)));
                let near = lengths.filter(|(at, _)| belongs(&passage, *at, &stretch));
                report.extend(near.filter_map(|(at, length)| finding(&passage, at, length, &stretch)));
            }
        }
    }
}

/// The most words between a length and its stretch.
const REACH: usize = 12;
/// More words than these, and another event between may have the stretch.
const CLOSE: usize = 5;

/// A whole number of days, weeks, months or years that the item says, unhedged.
fn length(passage: &Passage<'_>, at: usize) -> Option<(i64, Unit)> {
    // `weeklong`: one word, and no time expression.
    let joined =
        ["daylong", "weeklong", "monthlong", "yearlong"].iter().position(|word| passage.is(at, word));
    if let Some(number) = joined {
        let unit = [Unit::Day, Unit::Week, Unit::Month, Unit::Year].get(number).copied()?;
        return Some((1, unit));
    }
    let date = passage.date(at)?;
    let Rule::Length(Length { amount: Some(Amount { whole, hundredths: 0 }), unit }) = date.rule else {
        return None;
    };
    // `a 48-hour truce`
    let (whole, unit) = match unit {
        Unit::Hour if whole >= 48 && whole % 24 == 0 => (whole / 24, Unit::Night),
        Unit::Fortnight => (2 * whole, Unit::Week),
        _ => (whole, unit),
    };
    let parts = [
        "first",
        "last",
        "next",
        "final",
        "past",
        "opening",
        "other",
        "every",
        "each",
        "second",
        "further",
        "additional",
        "another",
        "extra",
        "within",
        "previous",
        "another",
    ];
    // `and last three days`
    let verb = passage.back(at, 1).is_some_and(|item| item.is("last"))
        && passage.back(at, 2).is_some_and(|item| item.is_any(&["and", "will", "to", "would", "they"]));
    let hedged = date.modifier.is_some()
        || passage.has_before(at, 2, HEDGES)
        || passage.has_before(at, 2, &parts) && !verb
        || passage
            .word(at)
            .split([' ', '-'])
            .any(|word| parts.contains(&word) || word == "or" || word == "to");
    // `two four-year terms`: the length is that of each.
    let several = at.checked_sub(1).is_some_and(|before| passage.number(before).is_some());
    let counts = matches!(unit, Unit::Day | Unit::Night | Unit::Week | Unit::Month | Unit::Year);
    (!hedged && !several && counts).then_some((i64::from(whole), unit))
}

/// Whether only words that name what lasted stand between the length and the stretch.
fn belongs(passage: &Passage<'_>, at: usize, stretch: &Stretch) -> bool {
    const APART: &[&str] = &[
        "and",
        "but",
        "or",
        "after",
        "before",
        "while",
        "then",
        "which",
        "that",
        "when",
        "since",
        "until",
        "by",
        "than",
        "following",
        "ago",
        "later",
        "earlier",
        "between",
        "including",
        "with",
        "said",
        "into",
        "within",
    ];
    let between = if at < stretch.items.start { at + 1..stretch.items.start } else { stretch.items.end..at };
    if between.len() > REACH {
        return false;
    }
    let behind = at > stretch.items.start;
    let lead = between.len() > CLOSE;
    let events = between.clone().skip(2).any(|at| words::is(passage, at, PLANNED_EVENTS));
    if lead && events || between.clone().any(|at| passage.date(at).is_some_and(|_| !is_time(passage, at))) {
        return false;
    }
    // `a visit that lasts from …`: the clause says how long.
    let is_last = |at: usize| {
        passage.is_any(at, &["last", "lasts", "lasted", "run", "runs", "ran", "lasting", "running"])
    };
    let lasts = between.clone().any(is_last);
    let plain = between.clone().all(|at| match passage.item(at).map(|item| item.kind) {
        Some(ItemKind::Word | ItemKind::Name(_) | ItemKind::Possessive) => {
            !passage.is_any(at, APART)
                || lasts && passage.is_any(at, &["that", "which"])
                || lasts && behind && passage.is(at, "and")
        }
        Some(ItemKind::Mark(mark)) => mark == ',' || mark == '(',
        _ => false,
    });
    // Behind the stretch a length belongs to it as `, a five-day trip` or `for five days`.
    let few = [",", "(", "a", "the", "for"];
    let more = ["will", "and", "it", "would"];
    let few = |at: usize| {
        passage.is_any(at, &few)
            || passage.is_any(at, &["is", "are", "was", "were"]) && passage.is(at + 1, "a")
            || lasts && (passage.is_any(at, &more) || is_last(at))
    };
    let leads = !behind || between.clone().all(few);
    // `for three days from 3 May to …`; `three-day talks`: the length leads on to the stretch.
    let after = passage.is_any(at + 1, &["after", "before", "ago", "later", "earlier", "per"]);
    // `five days of talks`, but not `the budget of 3-5 May`.
    let after = after || between.clone().skip(1).next_back().is_some_and(|at| passage.is(at, "of"));
    plain && leads && !after
}

fn finding(
    passage: &Passage<'_>,
    at: usize,
    (number, unit): (i64, Unit),
    stretch: &Stretch,
) -> Option<Report> {
    let fits = fits(passage, at, (number, unit), stretch)?;
    if fits {
        return None;
    }
    let (length, words) = (passage.word(at), passage.words(stretch.items.clone()));
    let (is, step) = match stretch.grain {
        Grain::Year => {
            let years = i64::from(stretch.last.first.year()) - i64::from(stretch.first.first.year());
            (calendar::counted(years, "year"), format!("from year to year that is {years}"))
        }
        Grain::Month => {
            let months = calendar::months_between(stretch.first.first, stretch.last.first) + 1;
            (calendar::counted(months, "month"), format!("the first and the last month counted, {months}"))
        }
        Grain::Day | Grain::Weekday => {
            let days = stretch.days()?;
            (
                calendar::counted(days, "day"),
                format!("both days counted that is {days}; from one to the other, {}", days - 1),
            )
        }
    };
    let (one, other) = stretch.ends;
    Some(
        Report::new(passage.item(at)?.span, format!("“{length}” does not fit “{words}”, which is {is}"))
            .with(passage.related(other))
            .because(format!("“{length}” is a length of {}", calendar::counted(number, unit_name(unit))))
            .because(format!("“{words}” runs from “{}” to “{}”", passage.word(one), passage.word(other)))
            .because(step),
    )
}

/// Whether the length can be that of the stretch; `None` where the two cannot be compared.
fn fits(passage: &Passage<'_>, at: usize, (number, unit): (i64, Unit), stretch: &Stretch) -> Option<bool> {
    let within = |range: RangeInclusive<i64>, length: i64| Some(range.contains(&length));
    match (stretch.grain, unit) {
        (Grain::Day | Grain::Weekday, unit) => {
            let days = stretch.days()?;
            match unit {
                Unit::Day => {
                    let exact = matches!(stretch.form, Form::Dash | Form::To)
                        || number <= 4 && !lasts_round_the_clock(passage, at, stretch);
                    let working = number > 5
                        && stretch.grain == Grain::Day
                        && calendar::working_days(stretch.first.first, stretch.last.last) == number;
                    Some(days == number || (!exact && days == number + 1) || working)
                }
                Unit::Night => within(number..=number + 1, days),
                Unit::Week if stretch.grain == Grain::Day => within(number * 7 - 3..=number * 7 + 2, days),
                Unit::Month if stretch.grain == Grain::Day => within(number * 28 - 4..=number * 31 + 4, days),
                Unit::Year if stretch.grain == Grain::Day && stretch.is_comparable => {
                    within(number * 365 - 200..=number * 366 + 200, days)
                }
                _ => None,
            }
        }
        (Grain::Month, Unit::Month) if stretch.is_comparable || number < 12 => {
            let months = calendar::months_between(stretch.first.first, stretch.last.first);
            let months = if stretch.is_comparable { months } else { months.rem_euclid(12) };
            within(number - 1..=number + 1, months)
        }
        (Grain::Year, Unit::Year) => {
            let years = i64::from(stretch.last.first.year()) - i64::from(stretch.first.first.year());
            within(number - 1..=number + 1, years)
        }
        _ => None,
    }
}

/// Whether what lasts may begin in the middle of a day and end in the middle of one: a journey, a truce, or
/// whatever has a time of day. Talks and the like are counted in the days on which they are held.
fn lasts_round_the_clock(passage: &Passage<'_>, at: usize, stretch: &Stretch) -> bool {
    const LASTS: &[&str] = &[
        "visit",
        "visits",
        "trip",
        "tour",
        "stay",
        "journey",
        "voyage",
        "cruise",
        "truce",
        "ceasefire",
        "cease-fire",
        "lull",
        "pause",
        "closure",
        "strike",
        "walkout",
        "stoppage",
        "curfew",
        "quarantine",
        "blockade",
        "suspension",
        "ban",
        "ultimatum",
        "outage",
        "shutdown",
        "leave",
        "lockdown",
        "siege",
        "march",
        "flight",
        "break",
        "holiday",
        "mission",
        "mourning",
        "hike",
        "trek",
        "passage",
        "crossing",
        "retreat",
        "weekend",
        "swing",
        "detention",
        "custody",
        "extension",
        "delay",
        "absence",
        "vacation",
        "fast",
        "sit-in",
        "armistice",
        "respite",
        "battle",
    ];
    let timed =
        |at: usize| matches!(passage.date(at).map(|date| date.rule), Some(Rule::Place { time: Some(_), .. }));
    let nights =
        passage.has_any(0..passage.count(), &["night", "nights", "noon", "midnight", "dawn", "dusk"]);
    let near = at.saturating_sub(6)..(at + 8).min(passage.count());
    timed(stretch.ends.0) || timed(stretch.ends.1) || nights || passage.has_any(near, LASTS)
}

fn unit_name(unit: Unit) -> &'static str {
    match unit {
        Unit::Night => "night",
        Unit::Week => "week",
        Unit::Month => "month",
        Unit::Year => "year",
        _ => "day",
    }
}
