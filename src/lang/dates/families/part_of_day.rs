//! Days counted from today, and parts of them: `today`, `late yesterday`, `tonight`, `this morning`.
//!
//! `today` and `yesterday` are 5.5 % of the development data, parts of the day 2.1 %: value …TMO,
//! …TAF, …TEV, …TNI (dates.md §4, rule 9).

use crate::lang::dates::cursor::Cursor;
use crate::lang::dates::families::{Found, day};
use crate::lang::dates::rule::{DayPart, From, Modifier, Place, Rule, Time, Unit, YearRule};
use crate::lang::dates::words::{Sense, Shift};

pub fn read(c: &Cursor) -> Option<Found> {
    part_of_written_day(c).or_else(|| deictic(c)).or_else(|| shifted_part(c)).or_else(|| the_part(c))
}

/// `the morning of March 3`, `the night of 9–10 November`, `the evening of the 23rd`, `the
/// early hours of that day`: one expression by the guidelines of TIMEX2 and
/// TIMEX3, though the development data leaves the part of the day out twice.
fn part_of_written_day(c: &Cursor) -> Option<Found> {
    let at = c.skip(c.start, "the");
    let (modifier, at) = match c.edge(at) {
        Some(modifier) => (modifier, c.phrase(at + 1, &["in", "the"]).unwrap_or(at + 1)),
        None => (None, at),
    };
    let (part, at) = match c.part(at) {
        Some((part, false)) => (part, c.skip(at + 1, "hours")),
        Some(_) => return None,
        None if modifier == Some(Modifier::Start) && c.is(at, "hours") => (DayPart::Morning, at + 1),
        None => return None,
    };
    let at = c.phrase(at, &["of"])?;
    let named = || {
        let the = c.is(at, "the");
        let shift = c.shift(c.skip(at, "the")).filter(|_| c.is(c.skip(at, "the") + 1, "day"))?;
        let by = match shift {
            Shift::Same if the => 0,
            Shift::That if !the => 0,
            Shift::Following | Shift::Next if the => 1,
            _ => return None,
        };
        Some((Place::Offset { unit: Unit::Day, by, from: From::Named }, c.skip(at, "the") + 2))
    };
    let bare = || {
        let (day, end) = day::bare_day(c, c.phrase(at, &["the"])?)?;
        Some((Place::Day { year: YearRule::Unsaid, month: None, day, weekday: None }, end))
    };
    let (place, end) = day::first_of_night(c, at)
        .or_else(|| day::written_day(c, at).map(|day| (day.place(), day.end)))
        .or_else(bare)
        .or_else(named)?;
    Some(Found::new(end, Rule::Place { place, time: Some(Time::Part(part)) }).with(modifier))
}

fn on_day(by: i8, from: From, time: Option<Time>) -> Rule {
    Rule::Place { place: Place::Offset { unit: Unit::Day, by: i16::from(by), from }, time }
}

/// `[earlier] today`, `yesterday morning`, `tonight`, `overnight`, `mid-afternoon yesterday`.
fn deictic(c: &Cursor) -> Option<Found> {
    let (modifier, at) = match c.edge(c.start) {
        Some(modifier) => (modifier, c.skip(c.start + 1, "-")),
        None => (None, c.start),
    };
    if let Some((part, false)) = c.part(at)
        && at > c.start
    {
        let (by, end) = day_word(c, at + 1).unwrap_or((0, at + 1));
        let from = if end > at + 1 { From::Published } else { From::Recent };
        return Some(Found::new(end, on_day(by, from, Some(Time::Part(part)))).with(modifier));
    }
    if c.any_sense(at, |sense| (sense == Sense::Tonight).then_some(())).is_some() {
        return Some(
            Found::new(at + 1, on_day(0, From::Published, Some(Time::Part(DayPart::Night)))).with(modifier),
        );
    }
    if c.is(at, "overnight") && at == c.start {
        return Some(Found::new(at + 1, on_day(0, From::Published, Some(Time::Part(DayPart::Night)))));
    }
    let (by, end) = day_word(c, at)?;
    if at == c.start && (is_medium(c, at, end) || is_these_times(c, end)) {
        return None;
    }
    match c.part(end) {
        Some((part, false)) => {
            Some(Found::new(end + 1, on_day(by, From::Published, Some(Time::Part(part)))).with(modifier))
        }
        _ => Some(Found::new(end, on_day(by, From::Published, None)).with(modifier)),
    }
}

/// `today's world`, `many of today's computers`: these times, and no day.
fn is_these_times(c: &Cursor, end: usize) -> bool {
    const OF_THE_TIMES: &[&str] =
        &["world", "youth", "society", "generation", "generations", "children", "standards", "technology"];
    let possessed = c.phrase(end, &["'", "s"]).or_else(|| c.phrase(end, &["’", "s"]));
    possessed.is_some_and(|next| {
        let some = ["many", "most", "some", "all", "few"];
        let counted =
            c.after_any(&["of"]) && some.iter().any(|word| c.letters_before(2).eq_ignore_ascii_case(word));
        counted || c.is_any(next, OF_THE_TIMES)
    })
}

/// `USA Today`, `Russia Today`, `Today's Zaman`, `the Today Show`: a name.
fn is_medium(c: &Cursor, at: usize, end: usize) -> bool {
    if !c.is_capital(at) || c.is_upper(at) {
        return false;
    }
    let before = c.letters_before(1);
    let is_upper = before.len() > 1 && before.bytes().all(|byte| byte.is_ascii_uppercase());
    let possessed = c.phrase(end, &["'", "s"]).or_else(|| c.phrase(end, &["’", "s"]));
    is_upper
        || c.after_any(&["Russia", "India", "Pakistan", "Israel", "Turkey"])
        || possessed.is_some_and(|next| c.is_capital(next))
        || !c.starts_sentence() && c.is_capital(end)
}

fn day_word(c: &Cursor, at: usize) -> Option<(i8, usize)> {
    let by = c.any_sense(at, |sense| match sense {
        Sense::Day(by) => Some(by),
        _ => None,
    })?;
    Some((by, at + 1))
}

/// `this morning`, `last night`, `the next morning`, `later that evening`, `the same night`.
fn shifted_part(c: &Cursor) -> Option<Found> {
    let (modifier, at) = match c.edge(c.start) {
        Some(modifier) => (modifier, c.start + 1),
        None => (None, c.start),
    };
    let the = c.is(at, "the");
    let at = c.skip(at, "the");
    let (by, from) = match c.shift(at)? {
        Shift::That if c.shift(at + 1) == Some(Shift::Same) => {
            let (part, false) = c.part(at + 2)? else { return None };
            let rule = on_day(0, From::Named, Some(Time::Part(part)));
            return Some(Found::new(at + 3, rule).with(modifier));
        }
        Shift::This => (0, From::Published),
        Shift::Last => (-1, From::Published),
        Shift::That => (0, From::Named),
        Shift::Same if the => (0, From::Named),
        Shift::Next | Shift::Following if the => (1, From::Named),
        Shift::Next => (1, From::Named),
        Shift::Previous if the => (-1, From::Named),
        _ => return None,
    };
    let (part, false) = c.part(at + 1)? else { return None };
    Some(Found::new(at + 2, on_day(by, from, Some(Time::Part(part)))).with(modifier))
}

/// `in the morning`, `in the early afternoon`: of the day last named.
fn the_part(c: &Cursor) -> Option<Found> {
    if !c.after_any(&["in", "during"]) {
        return None;
    }
    let at = c.phrase(c.start, &["the"])?;
    let (modifier, at) = match c.edge(at) {
        Some(modifier) => (modifier, at + 1),
        None => (None, at),
    };
    let (part @ (DayPart::Morning | DayPart::Afternoon | DayPart::Evening), false) = c.part(at)? else {
        return None;
    };
    Some(Found::new(at + 1, on_day(0, From::Recent, Some(Time::Part(part)))).with(modifier))
}
