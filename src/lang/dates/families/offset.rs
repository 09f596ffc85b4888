//! So many units from an anchor: `two months ago`, `three days later`, `a year earlier`, `a week or so ago`.
//!
//! 2.5 % of the development data, `a year earlier` and its like another 3.5 %. The grain of the value
//! is the unit (two years ago: 1987, rule 5). `a year ago` in a report on a quarter is that quarter a
//! year before: 1988-Q3, not 1988. `ago` inside in 53 of 53.

use crate::lang::dates::cursor::Cursor;
use crate::lang::dates::families::Found;
use crate::lang::dates::numbers::{self, NumeralForm};
use crate::lang::dates::rule::{From, Modifier, Place, Reference, Rule, Unit};
use crate::lang::dates::tense;
use crate::lang::dates::words::Direction;

pub fn read(c: &Cursor) -> Option<Found> {
    year_earlier(c).or_else(|| before_event(c)).or_else(|| counted(c)).or_else(|| vague(c))
}

/// `[nearly] two weeks ago`, `10 years later`, `a day earlier`.
fn counted(c: &Cursor) -> Option<Found> {
    let (modifier, at) = about(c, c.start);
    let numeral = numbers::numeral(c, at)?;
    if numeral.form == NumeralForm::Digits && matches!(c.mark_before(), "$" | "£" | "€" | "." | "-" | "/")
    {
        return None;
    }
    let next = if numeral.form == NumeralForm::Article { numeral.end } else { c.skip(numeral.end, "-") };
    let (unit, _) = c.unit(next)?;
    let next = c.phrase(next + 1, &["or", "so"]).unwrap_or(next + 1);
    let (direction, end) = direction(c, next)?;
    let (sign, from) = match direction {
        Direction::Ago | Direction::Back => (-1, From::Published),
        Direction::Ahead => (1, From::Published),
        Direction::Earlier => (-1, From::Named),
        Direction::Later => (1, From::Named),
    };
    if unit.is_clock() || numeral.amount.hundredths > 0 || unit == Unit::Half {
        return Some(Found::new(end, Rule::length(Some(numeral.amount), unit)).with(modifier));
    }
    let by = sign * i16::try_from(numeral.amount.whole).ok()?;
    Some(Found::new(end, Rule::place(Place::Offset { unit, by, from })).with(modifier))
}

/// `a day after he spoke`, `one day before talks opened`: a day, counted from one that stands just
/// before. Other numbers and units are durations there, and so is `a day after the vote` (9 of 13).
fn before_event(c: &Cursor) -> Option<Found> {
    let end = c.phrase(c.start, &["a", "day"]).or_else(|| c.phrase(c.start, &["one", "day"]))?;
    let by = match (c.is(end, "after"), c.is(end, "before")) {
        (true, _) => 1,
        (_, true) => -1,
        _ => return None,
    };
    tense::begins_clause(c.text, c.tokens, end + 1)
        .then(|| Found::new(end, Rule::place(Place::Offset { unit: Unit::Day, by, from: From::Event })))
}

/// `ago`, `earlier`, `later`, `from now`, `hence`; `before` and `after` lead to another expression.
fn direction(c: &Cursor, at: usize) -> Option<(Direction, usize)> {
    if let Some(end) = c.phrase(at, &["from", "now"]) {
        return Some((Direction::Ahead, end));
    }
    let direction = c.direction(at)?;
    let leads_on = c.is(at, "before") && c.is_word(at + 1)
        || direction == Direction::Back && c.is_any(at + 1, &["to", "in", "from"]);
    (!leads_on).then_some((direction, at + 1))
}

/// `several years ago`, `decades ago`, `years earlier`.
fn vague(c: &Cursor) -> Option<Found> {
    let at = match c.vague(c.start) {
        Some(_) => c.skip(c.start + 1, "of"),
        None => {
            match c.phrase(c.start, &["a", "few"]).or_else(|| c.phrase(c.start, &["a", "couple", "of"])) {
                Some(at) => at,
                None => c.start,
            }
        }
    };
    let (unit, true) = c.unit(at)? else { return None };
    let (direction, end) = direction(c, at + 1)?;
    if at == c.start && direction == Direction::Back {
        return None;
    }
    let rule = match direction {
        Direction::Ago | Direction::Back => Rule::Vague(Reference::Past),
        _ => Rule::length(None, unit),
    };
    Some(Found::new(end, rule))
}

/// `a year ago`, `a year earlier`, `the year-earlier period`, `year-ago`, `the same period last year`.
fn year_earlier(c: &Cursor) -> Option<Found> {
    let before = |grain, end| Found::new(end, Rule::place(Place::NamedQuarter { years: -1, grain }));
    if let Some(at) = c.phrase(c.start, &["a", "year"])
        && c.is_any(at, &["ago", "earlier"])
    {
        return Some(before(Unit::Year, at + 1));
    }
    if let Some(at) = c.phrase(c.start, &["the", "quarter", "a", "year"])
        && c.is_any(at, &["ago", "earlier"])
    {
        return Some(before(Unit::Quarter, at + 1));
    }
    year_earlier_period(c).or_else(|| same_period(c))
}

/// `[the] [comparable] year-earlier [third] [quarter|period]`.
fn year_earlier_period(c: &Cursor) -> Option<Found> {
    let the = c.is(c.start, "the");
    let at = c.skip(c.start, "the");
    let at = if the && c.is_any(at, &["comparable", "corresponding"]) { at + 1 } else { at };
    let at = c.phrase(at, &["year", "-"])?;
    if !c.is_any(at, &["ago", "earlier"]) {
        return None;
    }
    let at = at + 1;
    let ordinal = c.ordinal(at).filter(|number| *number <= 4);
    let next = if ordinal.is_some() { at + 1 } else { at };
    if c.is(next, "quarter") || c.is(next, "period") {
        let place = match ordinal {
            Some(number) => Place::Quarter { year: crate::lang::dates::rule::YearRule::Offset(-1), number },
            None => Place::NamedQuarter { years: -1, grain: Unit::Quarter },
        };
        return Some(Found::new(next + 1, Rule::place(place)));
    }
    (!the).then(|| Found::new(at, Rule::place(Place::NamedQuarter { years: -1, grain: Unit::Year })))
}

/// `the same period last year`, `the corresponding quarter a year earlier`, `last year's quarter`.
fn same_period(c: &Cursor) -> Option<Found> {
    let before =
        |end| Some(Found::new(end, Rule::place(Place::NamedQuarter { years: -1, grain: Unit::Year })));
    if let Some(at) = c.phrase(c.start, &["last", "year"])
        && let Some(at) = c.phrase(at, &["'", "s"]).or_else(|| c.phrase(at, &["’", "s"]))
        && c.is_any(at, &["quarter"])
    {
        return before(at + 1);
    }
    let at = c.skip(c.start, "the");
    if !c.is_any(at, &["same", "corresponding", "comparable", "like"])
        || !c.is_any(at + 1, &["period", "quarter"])
    {
        return None;
    }
    let at = c.skip(at + 2, "of");
    let end = c
        .phrase(at, &["last", "year"])
        .or_else(|| c.phrase(at, &["a", "year", "ago"]))
        .or_else(|| c.phrase(at, &["a", "year", "earlier"]))
        .or_else(|| c.phrase(at, &["the", "previous", "year"]))?;
    before(end)
}

/// `nearly`, `more than`, `at least` before a number: inside the span; `about`, `over`, `up to` and
/// `within` stay outside and are read as a modifier by [`super::duration`] (dates.md §4, rule 3).
pub fn about(c: &Cursor, at: usize) -> (Option<Modifier>, usize) {
    if c.is_any(at, &["more", "less", "fewer"]) && c.is(at + 1, "than") {
        return (c.about(at), at + 2);
    }
    if let Some(next) = c.phrase(at, &["no", "more", "than"]) {
        return (Some(Modifier::EqualOrLess), next);
    }
    if c.is(at, "at") && c.is_any(at + 1, &["least", "most"]) {
        return (c.about(at + 1), at + 2);
    }
    if c.is_any(at, &["nearly", "almost"]) {
        return (c.about(at), at + 1);
    }
    (None, at)
}

/// `about`, `around`, `over` right before the start: outside the span, but it changes the modifier.
pub fn about_before(c: &Cursor) -> Option<Modifier> {
    match c.letters_before(1).to_ascii_lowercase().as_str() {
        "about" | "around" | "approximately" | "roughly" | "some" => Some(Modifier::Approx),
        "over" => Some(Modifier::MoreThan),
        "under" => Some(Modifier::LessThan),
        _ => None,
    }
}
