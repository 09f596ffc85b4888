//! Quarters and halves of years: `the third quarter`, `third-quarter`, `Q3 2019`, `the latest period`.
//!
//! 8.3 % of the development data. Value YYYY-Qn, YYYY-Hn; `the` stays outside an adjective (`the
//! third-quarter loss`), `its` always (3 of 4). A quarter that the words do not number is the one last named (dates.md §4).

use crate::lang::dates::cursor::Cursor;
use crate::lang::dates::families::{Found, day};
use crate::lang::dates::numbers;
use crate::lang::dates::rule::{Place, Rule, Unit, YearRule};
use crate::lang::dates::words::Shift;

pub fn read(c: &Cursor) -> Option<Found> {
    lettered(c).or_else(|| two_quarters(c)).or_else(|| numbered(c)).or_else(|| period(c))
}

/// `Q3`, `Q3 2019`.
fn lettered(c: &Cursor) -> Option<Found> {
    if c.letters(c.start) != "Q" {
        return None;
    }
    let (number @ 1..=4, 1) = c.glued_digits(c.start + 1)? else { return None };
    let (year, end) = day::year_behind(c, c.start + 2);
    let place = Place::Quarter { year, number: u8::try_from(number).ok()? };
    Some(Found::new(end, Rule::place(place)))
}

/// `the first two quarters of 1990`, `the last two quarters of this year`: a half.
fn two_quarters(c: &Cursor) -> Option<Found> {
    half_of_quarters(c, c.skip(c.start, "the"))
}

/// The half that two quarters of a year make at `at`.
pub fn half_of_quarters(c: &Cursor, at: usize) -> Option<Found> {
    let number = if c.is(at, "first") {
        1
    } else if c.is_any(at, &["last", "final"]) {
        2
    } else {
        return None;
    };
    let at = c.phrase(at + 1, &["two", "quarters", "of"])?;
    let (year, end) = year_of_quarter(c, at)?;
    Some(Found::new(end, Rule::place(Place::Half { year, number })))
}

/// `[the] [1988] [fiscal] third quarter [of 1990]`, `next year's first quarter`, `the second half`.
fn numbered(c: &Cursor) -> Option<Found> {
    let the = c.is(c.start, "the");
    let at = c.skip(c.start, "the");
    let (before, mut at) = match (year_possessive(c, at), day::year_number(c, at)) {
        (Some((by, next)), _) => (Some(YearRule::Offset(by)), next),
        (None, Some((year, next))) => (Some(YearRule::Written(year)), next),
        (None, None) => (None, at),
    };
    for _ in 0..2 {
        if c.is_any(at, &["fiscal", "latest", "current", "calendar"]) {
            at = c.skip(at + 1, "-");
        }
    }
    let (place, next) = which(c, at)?;
    let hyphen = c.is_glued(next, "-");
    let next = if hyphen { next + 1 } else { next };
    let next = if c.is_any(next, &["fiscal", "calendar"]) { next + 1 } else { next };
    let end = next + 1;
    if hyphen && the && before.is_none() || c.is_glued(end, "-") {
        return None;
    }
    let (year, end) = match before {
        Some(year) => (Some(year), end),
        None => year_of_quarter(c, end).map_or((None, end), |(year, end)| (Some(year), end)),
    };
    let rule = year.unwrap_or(YearRule::Unsaid);
    if c.is(next, "quarter") {
        let number = place.of_four(year.is_some())?;
        return Some(Found::new(end, Rule::place(Place::Quarter { year: rule, number })));
    }
    // A half is one of a year only with `the` or a hyphen, and not the half of a game or a decade.
    let is_of_year = year.is_some() || (the || hyphen || c.after_any(&["its"])) && !c.is(end, "of");
    if !c.is(next, "half") || !is_of_year {
        return None;
    }
    let number = place.of_two(year.is_some())?;
    Some(Found::new(end, Rule::place(Place::Half { year: rule, number })))
}

/// Which quarter or half is said.
#[derive(Clone, Copy)]
enum Which {
    Number(u8),
    /// `final`, `latter`.
    Final,
    /// `last`: the final one only where a year is said; else the one before this.
    Last,
}

impl Which {
    fn of_four(self, year_is_said: bool) -> Option<u8> {
        match self {
            Which::Number(number) => Some(number),
            Which::Final => Some(4),
            Which::Last => year_is_said.then_some(4),
        }
    }

    fn of_two(self, year_is_said: bool) -> Option<u8> {
        match self {
            Which::Number(number) => (number <= 2).then_some(number),
            Which::Final => Some(2),
            Which::Last => year_is_said.then_some(2),
        }
    }
}

fn which(c: &Cursor, at: usize) -> Option<(Which, usize)> {
    if c.is_any(at, &["final", "latter"]) {
        return Some((Which::Final, at + 1));
    }
    if c.is(at, "last") {
        return Some((Which::Last, at + 1));
    }
    let (number, next) = numbers::ordinal(c, at).filter(|(number, _)| *number <= 4)?;
    Some((Which::Number(number), next))
}

/// `, 1990`, ` of fiscal 1990`, ` of the year`, ` last year`, ` of this year`, ` a year earlier`.
fn year_of_quarter(c: &Cursor, at: usize) -> Option<(YearRule, usize)> {
    if let Some(end) = c.phrase(at, &["of", "the", "year"]) {
        return Some((YearRule::Unsaid, end));
    }
    let next = c.skip(at, ",");
    let next = if c.is_any(next, &["of", "in"]) { next + 1 } else { next };
    let fiscal = c.skip(c.skip(next, "fiscal"), "year");
    if let Some((year, end)) = day::year_number(c, fiscal) {
        return Some((YearRule::Written(year), end));
    }
    let by = match c.shift(next)? {
        Shift::Last => -1,
        Shift::This => 0,
        Shift::Next => 1,
        _ => return None,
    };
    c.is(next + 1, "year").then_some((YearRule::Offset(by), next + 2))
}

/// `last year's`, `year-ago`, `year-earlier` before a quarter.
fn year_possessive(c: &Cursor, at: usize) -> Option<(i8, usize)> {
    if let Some(next) = c.phrase(at, &["year", "-"])
        && c.is_any(next, &["ago", "earlier"])
    {
        return Some((-1, next + 1));
    }
    let by = match c.shift(at)? {
        Shift::Last => -1,
        Shift::This => 0,
        Shift::Next => 1,
        _ => return None,
    };
    let next = c.phrase(at + 1, &["year"])?;
    let end = c.phrase(next, &["'", "s"]).or_else(|| c.phrase(next, &["’", "s"]))?;
    Some((by, end))
}

/// `the latest period`, `the 1988 period`, `the 1988 quarter`.
fn period(c: &Cursor) -> Option<Found> {
    let at = c.phrase(c.start, &["the"])?;
    if let Some(end) = c.phrase(at, &["latest", "period"]) {
        return Some(Found::new(end, Rule::place(Place::NamedQuarter { years: 0, grain: Unit::Quarter })));
    }
    let (year, next) = day::year_number(c, at)?;
    if c.is(next, "quarter") || c.is(next, "period") {
        let place = Place::Quarter { year: YearRule::Written(year), number: 0 };
        return Some(Found::new(next + 1, Rule::place(place)));
    }
    None
}
