//! Months: `February 2020`, `early March`, `last April`, `mid-November`, `in May`.
//!
//! 6.8 % of the development data. `early`, `late` and `mid-` stand inside (32 of 36); `May`, `March`
//! and the months that are also names of people are asked for a preposition or another sign.

use crate::lang::dates::cursor::Cursor;
use crate::lang::dates::families::{Found, day, year};
use crate::lang::dates::rule::{Modifier, Pick, Place, Rule, Unit, YearRule};
use crate::lang::dates::words::Shift;

pub fn read(c: &Cursor) -> Option<Found> {
    let (modifier, at) = edge(c, c.start);
    if let Some(found) = picked(c, at) {
        return Some(found.with(modifier));
    }
    let at = c.phrase(at, &["the", "month", "of"]).unwrap_or(at);
    let (month, next) = day::month_name(c, at)?;
    let (year, end) = year_of_month(c, next);
    if year == YearRule::Unsaid && at == c.start && !stands_for_month(c, at, next) {
        return None;
    }
    Some(Found::new(end, Rule::place(Place::Month { year, month })).with(modifier))
}

/// `early`, `mid-`, `the beginning of`, `late in`: the modifier and the index behind it.
pub fn edge(c: &Cursor, at: usize) -> (Option<Modifier>, usize) {
    if let Some(modifier) = c.edge(at) {
        let next = c.skip(at + 1, "-");
        let next = c.skip(next, "in");
        return (modifier, next);
    }
    let after_article = if c.is(at, "the") { at + 1 } else { at };
    if let Some(modifier) = c.edge_noun(after_article)
        && c.is(after_article + 1, "of")
    {
        return (Some(modifier), after_article + 2);
    }
    if after_article > at {
        return edge_part(c, after_article).unwrap_or((None, at));
    }
    (None, at)
}

/// `early part of`, `last days of`, `first half of`, `final weeks of` behind `the`.
fn edge_part(c: &Cursor, at: usize) -> Option<(Option<Modifier>, usize)> {
    let modifier = match c.edge(at) {
        Some(modifier) => modifier,
        None if c.is_any(at, &["first", "opening"]) => Some(Modifier::Start),
        None if c.is_any(at, &["last", "final", "closing", "second", "latter"]) => Some(Modifier::End),
        None => return None,
    };
    let part = at + 1;
    let is_half = c.is(part, "half") && c.is_any(at, &["first", "second", "latter"]);
    let is_many = !c.is(at, "second")
        && matches!(c.unit(part), Some((Unit::Day | Unit::Week | Unit::Month | Unit::Year, true)));
    let is_week = c.is(part, "week") && c.is_any(at, &["first", "last", "final"]);
    let names_part = c.is(part, "part") || is_half || is_many || is_week;
    (names_part && c.is(part + 1, "of")).then_some((modifier, part + 2))
}

/// `last April`, `next March`, `this past May 12`, `the following June`.
fn picked(c: &Cursor, at: usize) -> Option<Found> {
    let the = c.is(at, "the");
    let at = c.skip(at, "the");
    let (pick, at) = match (c.shift(at)?, c.shift(at + 1)) {
        (Shift::Following, _) if the => (Pick::Following, at + 1),
        (Shift::Previous, _) if the => (Pick::Previous, at + 1),
        (Shift::Last | Shift::Past, _) => (Pick::Last, at + 1),
        (Shift::Next | Shift::Coming, _) => (Pick::Next, at + 1),
        (Shift::This, Some(Shift::Past | Shift::Last)) => (Pick::Last, at + 2),
        (Shift::This, Some(Shift::Coming | Shift::Next)) => (Pick::Next, at + 2),
        (Shift::This, _) => (Pick::This, at + 1),
        _ => return None,
    };
    let (month, end) = day::month_name(c, at)?;
    if let Some((day, end)) = day::day_number(c, end).filter(|(day, _)| *day <= 31) {
        let place = Place::Day { year: YearRule::Pick(pick), month: Some(month), day, weekday: None };
        return Some(Found::new(end, Rule::place(place)));
    }
    Some(Found::new(end, Rule::place(Place::Month { year: YearRule::Pick(pick), month })))
}

/// The year behind a month, also in words: `January nineteen ninety-seven`.
fn year_of_month(c: &Cursor, at: usize) -> (YearRule, usize) {
    match day::year_behind(c, at) {
        (YearRule::Unsaid, _) => match crate::lang::dates::numbers::spelled_year(c, at) {
            Some((year, end)) => (YearRule::Written(year), end),
            None => match year::short_year(c, at) {
                Some((year, end)) => (YearRule::Written(year), end),
                None => (YearRule::Unsaid, at),
            },
        },
        found => found,
    }
}

/// Whether a bare name of a month is one: small letters never; `May`, `March` and short forms behind a
/// preposition or before another month only; others unless another name follows (`April Jones`).
fn stands_for_month(c: &Cursor, at: usize, end: usize) -> bool {
    const BEFORE: &[&str] = &[
        "in", "of", "since", "by", "until", "till", "from", "through", "during", "between", "and", "to",
        "for", "on", "late", "early", "mid", "before", "after", "this", "every", "each", "or", "-", "–", "/",
        "a",
    ];
    let counts = c.digits(end).is_some_and(|(_, length)| length < 3) && c.glued(end).is_none();
    let Some((month, short)) = c.month(at).filter(|_| c.is_capital(at) && !counts) else { return false };
    let leads_on =
        c.is_any(end, &["and", "or", "to", "-", "–", "through"]) && day::month_name(c, end + 1).is_some();
    let introduced = c.after_any(BEFORE) || leads_on;
    let name_follows = c.is_capital(end) && c.glued(end).is_none();
    if short {
        return introduced && (c.is_glued(at + 1, ".") || c.is_any(end, &[",", ".", "-", ")"]));
    }
    match month {
        3 | 5 => {
            let is_adjective = c.after_any(&["the"]) && c.is_word(end) && !c.is_any(end, &["on", "of", "to"]);
            (introduced || is_adjective) && !name_follows
        }
        _ => introduced || !name_follows,
    }
}
