//! This, last, next and their like with a unit: `last week`, `earlier this month`, `the next day`,
//! `the end of the year`, `the weekend`.
//!
//! 13.9 % of the development data. A date, whose grain is that of the words: `last year` 1988, `last
//! week` 1989-W42 (dates.md §4, rules 5 and 6). `the` stands inside, `earlier this month` whole.

use crate::lang::dates::cursor::Cursor;
use crate::lang::dates::families::{Found, month};
use crate::lang::dates::rule::{Amount, From, Modifier, Place, Reference, Rule, Unit};
use crate::lang::dates::scan::Shape;
use crate::lang::dates::words::{Context, Shift};

pub fn read(c: &Cursor) -> Option<Found> {
    if is_title(c) {
        return None;
    }
    day_phrase(c).or_else(|| shifted(c)).or_else(|| year_end(c)).or_else(|| bare(c))
}

/// `“This Week”`: the name of a programme or a paper.
fn is_title(c: &Cursor) -> bool {
    matches!(c.mark_before(), "\"" | "“" | "`" | "'" | "‘")
        && c.is_capital(c.start)
        && c.is_capital(c.start + 1)
        && !c.is_upper(c.start + 1)
}

/// `[early] last week`, `later that year`, `the following month`, `the end of this week`.
fn shifted(c: &Cursor) -> Option<Found> {
    let (modifier, at) = month::edge(c, c.start);
    let the = c.is(at, "the");
    let at = c.skip(at, "the");
    let at = if the { c.skip(at, "very") } else { at };
    let (shift, at) = match (c.shift(at)?, c.shift(at + 1)) {
        (
            Shift::This,
            Some(inner @ (Shift::Past | Shift::Last | Shift::Coming | Shift::Next | Shift::Current)),
        ) => (inner, at + 2),
        (Shift::That, Some(Shift::Same)) => (Shift::That, at + 2),
        (shift, _) => (shift, at + 1),
    };
    let at = if c.context(at, Context::Kind) { at + 1 } else { at };
    let (unit, false) = c.unit(at)? else { return None };
    if hyphenated(c, at) {
        return None;
    }
    let end = at + 1;
    let (by, from) = steps(shift, the, the || modifier.is_some(), unit)?;
    if matches!(unit, Unit::Second | Unit::Minute | Unit::Hour | Unit::Half | Unit::Night) {
        return clock_unit(shift, unit, end);
    }
    if unit == Unit::Quarter {
        let place = match shift {
            Shift::Same | Shift::That => Place::NamedQuarter { years: 0, grain: Unit::Quarter },
            Shift::Latest | Shift::Previous => Place::NamedQuarter { years: 0, grain: Unit::Quarter },
            _ => Place::Offset { unit, by, from },
        };
        return Some(Found::new(end, Rule::place(place)).with(modifier));
    }
    if shift == Shift::Past
        && matches!(unit, Unit::Decade | Unit::Century | Unit::Month | Unit::Week | Unit::Day)
        || shift == Shift::Last && the && matches!(unit, Unit::Day)
    {
        return Some(Found::new(end, Rule::length(Some(Amount::whole(1)), unit)));
    }
    if unit == Unit::Day && matches!(shift, Shift::Last | Shift::This | Shift::Latest | Shift::Coming) {
        return None;
    }
    if c.is_any(end, &["or"])
        && c.is_any(end + 1, &["two", "so"])
        && !matches!(shift, Shift::This | Shift::That)
    {
        let by_two = c.is(end + 1, "two");
        if by_two || !matches!(shift, Shift::Next) {
            return Some(Found::new(end + 2, Rule::length(Some(Amount::whole(1)), unit)));
        }
        let place = Place::Offset { unit, by, from };
        return Some(Found::new(end + 2, Rule::place(place)).with(Some(Modifier::Approx)));
    }
    Some(Found::new(end, Rule::place(Place::Offset { unit, by, from })).with(modifier))
}

/// The number of units and the anchor; `None` where the shift asks for `the`.
fn steps(shift: Shift, the: bool, introduced: bool, unit: Unit) -> Option<(i16, From)> {
    Some(match shift {
        Shift::Last => (-1, From::Published),
        Shift::Past => (-1, From::Published),
        Shift::This => (0, From::Published),
        Shift::Current if introduced => (0, From::Published),
        Shift::Latest if introduced => (-1, From::Published),
        Shift::Coming if introduced => (1, From::Published),
        Shift::Next if unit == Unit::Day => (1, From::Named),
        Shift::Next if the => (1, From::Bare),
        Shift::Next => (1, From::Published),
        Shift::Previous if introduced => (-1, From::Named),
        Shift::Following if introduced => (1, From::Named),
        Shift::Same if introduced => (0, From::Named),
        Shift::That => (0, From::Named),
        _ => return None,
    })
}

/// `the past hour`: a duration; `this hour`, `the last minute`: none.
fn clock_unit(shift: Shift, unit: Unit, end: usize) -> Option<Found> {
    let counted = matches!(shift, Shift::Past | Shift::Next | Shift::Coming)
        || shift == Shift::Last && unit == Unit::Hour;
    (counted && unit.is_clock()).then(|| Found::new(end, Rule::length(Some(Amount::whole(1)), unit)))
}

fn hyphenated(c: &Cursor, at: usize) -> bool {
    c.is_glued(at + 1, "-") && c.glued(at + 2).is_some()
}

/// `the day before yesterday`, `the day after tomorrow`, `the day before`, `earlier in the day`.
fn day_phrase(c: &Cursor) -> Option<Found> {
    let at = c.skip(c.start, "the");
    let day = |by, from, end| Some(Found::new(end, Rule::place(Place::Offset { unit: Unit::Day, by, from })));
    if let Some(end) = c.phrase(at, &["day", "before", "yesterday"]) {
        return day(-2, From::Published, end);
    }
    if let Some(end) = c.phrase(at, &["day", "after", "tomorrow"]) {
        return day(2, From::Published, end);
    }
    if let Some(end) = nth_day(c) {
        return day(0, From::Published, end);
    }
    if let Some(found) = before_or_after(c) {
        return Some(found);
    }
    if let Some(end) = c.phrase(c.start, &["the", "other", "day"]) {
        return Some(Found::new(end, Rule::Vague(Reference::Past)));
    }
    None
}

/// `It is the second day of the talks`: today.
fn nth_day(c: &Cursor) -> Option<usize> {
    let at = c.phrase(c.start, &["the"])?;
    let end = c.phrase(at + usize::from(c.ordinal(at).is_some()), &["day", "of"])?;
    (c.ordinal(at).is_some() && c.after_any(&["is", "s"])).then_some(end - 1)
}

/// `the week before`, `the year after`, at the end of a clause; `the year before last`, `the week after next`.
fn before_or_after(c: &Cursor) -> Option<Found> {
    let at = c.phrase(c.start, &["the"])?;
    let (unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year), false) = c.unit(at)? else {
        return None;
    };
    let by = if c.is(at + 1, "before") {
        -1
    } else if c.is(at + 1, "after") {
        1
    } else {
        return None;
    };
    let place = |by, from| Rule::place(Place::Offset { unit, by, from });
    if by == -1 && c.is(at + 2, "last") && unit != Unit::Day {
        return Some(Found::new(at + 3, place(-2, From::Published)));
    }
    if by == 1 && c.is(at + 2, "next") {
        return Some(Found::new(at + 3, place(2, From::Published)));
    }
    let ends = c.token(at + 2).is_none_or(|token| token.shape == Shape::Mark);
    ends.then(|| Found::new(at + 2, place(by, From::Named)))
}

/// `year-end`, `the year's end`, `the end of the year`.
fn year_end(c: &Cursor) -> Option<Found> {
    let year = |end| {
        let place = Place::Offset { unit: Unit::Year, by: 0, from: From::Bare };
        Some(Found::new(end, Rule::place(place)).with(Some(Modifier::End)))
    };
    let at = c.skip(c.start, "the");
    let end_of_year = c
        .phrase(at, &["year", "-", "end"])
        .or_else(|| c.phrase(at, &["year", "end"]))
        .or_else(|| c.phrase(at, &["year", "'", "s", "end"]))
        .or_else(|| c.phrase(at, &["year", "’", "s", "end"]));
    end_of_year.and_then(year)
}

/// The unit with an article only: `the weekend`, `the year`, `the quarter`, `earlier in the week`.
fn bare(c: &Cursor) -> Option<Found> {
    let (modifier, at) = month::edge(c, c.start);
    let the = c.is(at, "the");
    let at = c.skip(at, "the");
    let at = if the && c.is_any(at, &["full", "fiscal", "whole", "entire"]) { at + 1 } else { at };
    let (unit, false) = c.unit(at)? else { return None };
    if !the || hyphenated(c, at) {
        return None;
    }
    let end = at + 1;
    let place = |unit, from| Rule::place(Place::Offset { unit, by: 0, from });
    if modifier.is_some() && matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year | Unit::Weekend)
    {
        if c.is(end, "of") {
            return None;
        }
        let from = if unit == Unit::Day { From::Named } else { From::Bare };
        return Some(Found::new(end, place(unit, from)).with(modifier));
    }
    let introduced = c.after_any(&["in", "for", "during", "throughout"]) && !c.is_any(end, &["of", "when"]);
    let stands_alone = c.token(end).is_none() || c.is_any(end, ENDS) || introduced;
    match unit {
        Unit::Weekend if c.after_any(&["of"]) && c.letters_before(2).eq_ignore_ascii_case("ahead") => {
            Some(Found::new(end, place(unit, From::Published)))
        }
        Unit::Weekend => Some(Found::new(end, place(unit, From::Named))),
        Unit::Year if c.is_any(end, &["ended", "ending"]) => {
            Some(Found::new(end, Rule::length(Some(Amount::whole(1)), Unit::Year)))
        }
        Unit::Quarter if stands_alone => {
            Some(Found::new(end, Rule::place(Place::NamedQuarter { years: 0, grain: Unit::Quarter })))
        }
        Unit::Year | Unit::Week | Unit::Month if stands_alone && (!c.after_any(&["of"]) || is_part(c)) => {
            Some(Found::new(end, place(unit, From::Bare)))
        }
        _ => None,
    }
}

/// `the rest of`, `the first months of` before `the year`.
fn is_part(c: &Cursor) -> bool {
    const PARTS: &[&str] = &["months", "weeks", "days", "rest", "remainder", "most", "part", "much", "half"];
    PARTS.iter().any(|part| c.letters_before(2).eq_ignore_ascii_case(part))
}

/// The `last` of `more this year than last`, `as high this week as last`.
pub fn continuation(c: &Cursor, at: usize, before: Rule) -> Option<(usize, Found)> {
    let Rule::Place { place: Place::Offset { unit, by: 0, from: From::Published }, time: None } = before
    else {
        return None;
    };
    let last = c.phrase(at, &["as", "last"]).or_else(|| c.phrase(at, &["than", "last"]))?;
    let place = Place::Offset { unit, by: -1, from: From::Published };
    (unit != Unit::Day && !c.is_word(last)).then(|| (at + 1, Found::new(last, Rule::place(place))))
}

/// What may follow a bare `the year`, so that it stands for this one.
const ENDS: &[&str] = &[
    "ended", "ending", ".", ",", ";", "to", "and", "was", "were", "is", "but", "from", "that", "before",
    "earlier", "ahead", "as", "with", "when", "'", "’",
];
