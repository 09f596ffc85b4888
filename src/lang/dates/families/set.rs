//! Things that come again: `daily`, `every two weeks`, `each Thursday`, `every morning`.
//!
//! 1.9 % of the development data: SET, value P1D, P1W, P1Y (dates.md §4, rule 9).

use crate::lang::dates::cursor::Cursor;
use crate::lang::dates::families::{Found, day};
use crate::lang::dates::numbers;
use crate::lang::dates::rule::{Amount, Every, Length, Rule, Unit};
use crate::lang::dates::words::{Sense, WeekdayForm};

pub fn read(c: &Cursor) -> Option<Found> {
    adverb(c).or_else(|| each(c)).or_else(|| weekends(c))
}

fn every(unit: Unit, amount: u32) -> Rule {
    Rule::Every(Every::Length(Length { amount: Some(Amount::whole(amount)), unit }))
}

/// `daily`, `weekly`; not `the Daily News`.
fn adverb(c: &Cursor) -> Option<Found> {
    let unit = c.any_sense(c.start, |sense| match sense {
        Sense::Every(unit) => Some(unit),
        _ => None,
    })?;
    let is_name = c.is_capital(c.start) && (!c.starts_sentence() || c.is_capital(c.start + 1));
    let is_paper = c.is_capital(c.start + 1);
    (!is_name && !is_paper)
        .then(|| Found::new(c.start + 1, every(if unit == Unit::Night { Unit::Day } else { unit }, 1)))
}

/// `on weekends`.
fn weekends(c: &Cursor) -> Option<Found> {
    let (Unit::Weekend, true) = c.unit(c.start)? else { return None };
    c.after_any(&["on", "at"]).then(|| Found::new(c.start + 1, Rule::Every(Every::Weekend)))
}

/// `each year`, `every other week`, `every Thursday`, `every 10 minutes`, `every few months`.
fn each(c: &Cursor) -> Option<Found> {
    if !c.is_any(c.start, &["each", "every"]) {
        return None;
    }
    let at = c.start + 1;
    if let Some((weekday, WeekdayForm::Full)) = c.weekday(at) {
        let part = c.part(at + 1).map(|(part, _)| part);
        let end = at + 1 + usize::from(part.is_some());
        return Some(Found::new(end, Rule::Every(Every::Weekday { weekday, part })));
    }
    if let Some((month, end)) = day::month_name(c, at) {
        return Some(Found::new(end, Rule::Every(Every::Month(month))));
    }
    if let Some((season, false)) = c.season(at) {
        return Some(Found::new(at + 1, Rule::Every(Every::Season(season))));
    }
    if c.is_any(at, &["few", "several", "couple"]) {
        let (unit, true) = c.unit(c.skip(at + 1, "of"))? else { return None };
        let length = Length { amount: None, unit };
        return Some(Found::new(c.skip(at + 1, "of") + 1, Rule::Every(Every::Length(length))));
    }
    let (amount, next) = match c.is(at, "other") {
        true => (2, at + 1),
        false => match numbers::numeral(c, at) {
            Some(numeral) => (numeral.amount.whole, numeral.end),
            None => (1, at),
        },
    };
    if let Some((part, false)) = c.part(next).filter(|_| next == at) {
        return Some(Found::new(next + 1, Rule::Every(Every::Part(part))));
    }
    let (unit, _) = c.unit(next)?;
    match unit {
        Unit::Weekend => Some(Found::new(next + 1, Rule::Every(Every::Weekend))),
        Unit::Half | Unit::Second => None,
        _ => Some(Found::new(next + 1, every(unit, amount))),
    }
}
