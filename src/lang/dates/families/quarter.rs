//! Quarters and halves of years: `the third quarter`, `third-quarter`, `Q3 2019`, `the latest period`.
//!
//! 8.3 % of the development data. Value YYYY-Qn, YYYY-Hn; `the` stays outside an adjective (`the
//! third-quarter loss`). A quarter that the words do not number is the one last named (dates.md §4).

use crate::lang::dates::cursor::Cursor;
use crate::lang::dates::families::{Found, day};
use crate::lang::dates::rule::{Place, Rule, Unit, YearRule};
use crate::lang::dates::words::Shift;

pub fn read(c: &Cursor) -> Option<Found> {
    lettered(c).or_else(|| numbered(c)).or_else(|| period(c))
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

/// `[the] [1988] [fiscal] third quarter [of 1990]`, `next year's first quarter`, `the second half`.
fn numbered(c: &Cursor) -> Option<Found> {
    let the = c.is_any(c.start, &["the", "its"]);
    let mut at = if the { c.start + 1 } else { c.start };
    let mut year = YearRule::Unsaid;
    if let Some((by, next)) = year_possessive(c, at) {
        year = YearRule::Offset(by);
        at = next;
    } else if let Some((written, next)) = day::year_number(c, at) {
        year = YearRule::Written(written);
        at = next;
    }
    for _ in 0..2 {
        if c.is_any(at, &["fiscal", "latest", "current", "calendar"]) {
            at = c.skip(at + 1, "-");
        }
    }
    let last = c.is(at, "last");
    let (number, next) = match c.is(at, "final") || last {
        true => (4, at + 1),
        false => crate::lang::dates::numbers::ordinal(c, at).filter(|(number, _)| *number <= 4)?,
    };
    let hyphen = c.is_glued(next, "-");
    let next = if hyphen { next + 1 } else { next };
    let next = if c.is_any(next, &["fiscal", "calendar"]) { next + 1 } else { next };
    let unit = if c.is(next, "quarter") {
        Unit::Quarter
    } else if c.is(next, "half") {
        Unit::Half
    } else {
        return None;
    };
    if hyphen && the && year == YearRule::Unsaid {
        return None;
    }
    let mut end = next + 1;
    if c.is_glued(end, "-") {
        return None;
    }
    if year == YearRule::Unsaid {
        let (behind, after) = year_of_quarter(c, end);
        year = behind;
        end = after;
    }
    if last && year == YearRule::Unsaid {
        return None;
    }
    if unit == Unit::Half {
        return half(c, the || hyphen, number, year, end);
    }
    Some(Found::new(end, Rule::place(Place::Quarter { year, number })))
}

/// A half is one of a year only with `the` or a hyphen, and not the half of a game or a decade.
fn half(c: &Cursor, introduced: bool, number: u8, year: YearRule, end: usize) -> Option<Found> {
    let last = number == 4;
    let number = if last { 2 } else { number };
    if number > 2 || !introduced && year == YearRule::Unsaid || year == YearRule::Unsaid && c.is(end, "of") {
        return None;
    }
    if last && year == YearRule::Unsaid {
        return None;
    }
    Some(Found::new(end, Rule::place(Place::Half { year, number })))
}

/// `, 1990`, ` of fiscal 1990`, ` last year`, ` of this year`, ` a year earlier`.
fn year_of_quarter(c: &Cursor, at: usize) -> (YearRule, usize) {
    let next = c.skip(at, ",");
    let next = if c.is_any(next, &["of", "in"]) { next + 1 } else { next };
    let fiscal = c.skip(c.skip(next, "fiscal"), "year");
    if let Some((year, end)) = day::year_number(c, fiscal) {
        return (YearRule::Written(year), end);
    }
    let by = match c.shift(next) {
        Some(Shift::Last) => -1,
        Some(Shift::This) => 0,
        Some(Shift::Next) => 1,
        _ => return (YearRule::Unsaid, at),
    };
    match c.is(next + 1, "year") {
        true => (YearRule::Offset(by), next + 2),
        false => (YearRule::Unsaid, at),
    }
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
