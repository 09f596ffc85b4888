//! Times of the clock: `10 p.m. Wednesday`, `17:30 GMT`, `noon`, `4 in the morning`.
//!
//! Type TIME, value `…T17:00` (dates.md §4, rule 9). A day right behind the clock belongs to the
//! expression; time zones are read, and stay out of the value, as in the development data.

use crate::lang::dates::cursor::Cursor;
use crate::lang::dates::families::{Found, day, weekday};
use crate::lang::dates::numbers;
use crate::lang::dates::rule::{DayPart, From, Place, Rule, Time, Unit};
use crate::lang::dates::words::Sense;

const ZONES: &[&str] = &[
    "GMT", "UTC", "EST", "EDT", "ET", "CST", "CDT", "CT", "MST", "MDT", "MT", "PST", "PDT", "PT", "BST",
    "CET", "CEST", "EET", "EEST", "MSK", "IST", "JST", "AEST", "AEDT", "SGT", "HKT",
];

pub fn read(c: &Cursor) -> Option<Found> {
    let (time, end) = clock(c, c.start)?;
    let (place, end) = day_behind(c, end).unwrap_or((here(), end));
    Some(Found::new(end, Rule::Place { place, time: Some(time) }))
}

fn here() -> Place {
    Place::Offset { unit: Unit::Day, by: 0, from: From::Recent }
}

/// A clock in full, as it stands behind a calendar day: `12:15:00`, `11:35:01.50`, `12:15`, `12:15Z`.
pub fn full_clock(c: &Cursor, at: usize) -> Option<(Time, usize)> {
    let (time, end) = hours_minutes(c, at)?;
    match half_of_day(c, end) {
        Some((half, end)) => Some((shift_to(time, half)?, zone(c, end))),
        None if c.is_glued(end, "Z") => Some((time, end + 1)),
        None => Some((time, zone(c, end))),
    }
}

fn clock(c: &Cursor, at: usize) -> Option<(Time, usize)> {
    noon(c, at)
        .or_else(|| half_day_clock(c, at))
        .or_else(|| spoken(c, at))
        .or_else(|| bare_clock(c, at))
        .or_else(|| twilight(c, at))
}

/// `at dawn`, `by nightfall`: the part of the day that begins or ends there.
fn twilight(c: &Cursor, at: usize) -> Option<(Time, usize)> {
    let part = c.any_sense(at, |sense| match sense {
        Sense::Twilight(part) => Some(part),
        _ => None,
    })?;
    let is_time = c
        .after_any(&["at", "by", "before", "after", "until", "till", "around", "since", "toward", "towards"]);
    (is_time && !c.is_capital(at) && !c.is(at + 1, "of")).then_some((Time::Part(part), at + 1))
}

fn noon(c: &Cursor, at: usize) -> Option<(Time, usize)> {
    let hour = c.any_sense(at, |sense| match sense {
        Sense::Noon(hour) => Some(hour),
        _ => None,
    })?;
    let names_something = c.is_capital(at) && !c.starts_sentence() || c.after_any(&["high"]);
    (!names_something).then_some((at_hour(hour, 0), at + 1))
}

/// `10 p.m.`, `6:30 a.m. EST`, `5:30pm`.
fn half_day_clock(c: &Cursor, at: usize) -> Option<(Time, usize)> {
    if matches!(c.mark_before(), "$" | "." | ":") {
        return None;
    }
    let (time, end) = match hours_minutes(c, at) {
        Some(found) => found,
        None => {
            let (hour, 1..=2) = c.digits(at)? else { return None };
            let dotted = c.is_glued(at + 1, ".").then(|| c.glued_digits(at + 2)).flatten();
            match dotted {
                Some((minute @ 0..=59, 2)) => {
                    (at_hour(u8::try_from(hour).ok()?, u8::try_from(minute).ok()?), at + 3)
                }
                _ => (at_hour(u8::try_from(hour).ok()?, 0), at + 1),
            }
        }
    };
    let (half, end) = half_of_day(c, end)?;
    Some((shift_to(time, half)?, zone(c, end)))
}

/// `17:30`, `1200 GMT`: only beside a zone, or behind a preposition of time.
fn bare_clock(c: &Cursor, at: usize) -> Option<(Time, usize)> {
    if let Some((time, end)) = hours_minutes(c, at) {
        let after_zone = zone(c, end);
        let is_time = after_zone > end
            || c.after_any(&[
                "at", "by", "until", "till", "around", "about", "before", "after", "since", "from", "|",
            ]);
        return (is_time && !matches!(c.mark_before(), ":" | "." | "-" | "/")).then_some((time, after_zone));
    }
    let (number, 4) = c.digits(at)? else { return None };
    let end = zone(c, at + 1);
    let (hour, minute) = (number / 100, number % 100);
    let is_time = end > at + 1 && hour < 25 && minute < 60;
    is_time.then_some((at_hour(u8::try_from(hour).ok()?, u8::try_from(minute).ok()?), end))
}

/// `4 in the morning`, `5:30 in the morning`, `five o'clock`, `eight o'clock in the evening`.
fn spoken(c: &Cursor, at: usize) -> Option<(Time, usize)> {
    let (time, end) = match (hours_minutes(c, at), c.digits(at)) {
        (Some(found), _) => found,
        (None, Some((hour, 1..=2))) => (at_hour(u8::try_from(hour).ok()?, 0), at + 1),
        (None, Some(_)) => return None,
        (None, None) => {
            let (hour, end) = numbers::below_hundred(c, at)?;
            (at_hour(hour, 0), end)
        }
    };
    let Time::Clock { hour: 1..=12, .. } = time else { return None };
    let struck = c.phrase(end, &["o", "'", "clock"]).or_else(|| c.phrase(end, &["o", "’", "clock"]));
    let end_of_hour = struck.unwrap_or(end);
    let part =
        c.phrase(end_of_hour, &["in", "the"]).and_then(|at| c.part(at).map(|(part, _)| (part, at + 1)));
    match (struck, part) {
        (_, Some((DayPart::Morning, end))) => Some((shift_to(time, HalfDay::Morning)?, end)),
        (_, Some((DayPart::Afternoon | DayPart::Evening, end))) => {
            Some((shift_to(time, HalfDay::Afternoon)?, end))
        }
        (Some(end), _) => Some((time, end)),
        _ => None,
    }
}

/// `11:35`, `11:35:01`, `11:35:01.50`.
fn hours_minutes(c: &Cursor, at: usize) -> Option<(Time, usize)> {
    let (hour @ 0..=24, 1..=2) = c.digits(at)? else { return None };
    let (minute @ 0..=59, 2) = c.glued_digits(at + 2).filter(|_| c.is_glued(at + 1, ":"))? else {
        return None;
    };
    let (hour, minute) = (u8::try_from(hour).ok()?, u8::try_from(minute).ok()?);
    let mut end = at + 3;
    let mut second = None;
    let mut hundredths = None;
    if c.is_glued(end, ":")
        && let Some((found @ 0..=60, 2)) = c.glued_digits(end + 1)
    {
        second = u8::try_from(found).ok();
        end += 2;
        if c.is_glued(end, ".")
            && let Some((found, length @ 1..=3)) = c.glued_digits(end + 1)
        {
            hundredths = u8::try_from(match length {
                1 => found * 10,
                2 => found,
                _ => found / 10,
            })
            .ok();
            end += 2;
        }
    }
    Some((Time::Clock { hour, minute, second, hundredths }, end))
}

#[derive(Clone, Copy)]
enum HalfDay {
    Morning,
    Afternoon,
}

/// `a.m.`, `pm`, `A.M.`
fn half_of_day(c: &Cursor, at: usize) -> Option<(HalfDay, usize)> {
    for (letter, whole, half) in [("a", "am", HalfDay::Morning), ("p", "pm", HalfDay::Afternoon)] {
        if c.is(at, whole) {
            return Some((half, at + 1));
        }
        if c.is(at, letter) && c.is_glued(at + 1, ".") && c.is(at + 2, "m") {
            return Some((half, if c.is_glued(at + 3, ".") { at + 4 } else { at + 3 }));
        }
    }
    None
}

fn shift_to(time: Time, half: HalfDay) -> Option<Time> {
    let Time::Clock { hour, minute, second, hundredths } = time else { return None };
    let hour = match (half, hour) {
        (_, 13..) => return None,
        (HalfDay::Morning, hour) => hour % 12,
        (HalfDay::Afternoon, hour) => hour % 12 + 12,
    };
    Some(Time::Clock { hour, minute, second, hundredths })
}

/// The index behind a zone at `at`, else `at`.
fn zone(c: &Cursor, at: usize) -> usize {
    let next = c.skip(at, ",");
    if c.is_upper(next) && c.is_any(next, ZONES) {
        return next + 1;
    }
    if let Some(end) = c.phrase(at, &["local", "time"]).or_else(|| c.phrase(at, &["Eastern", "time"])) {
        return end;
    }
    if c.is_any(at, &["hours", "hrs"]) { at + 1 } else { at }
}

fn at_hour(hour: u8, minute: u8) -> Time {
    Time::Clock { hour, minute, second: None, hundredths: None }
}

/// The day that a clock belongs to: `[,] [on] Wednesday`, `today`, `Nov. 9`.
fn day_behind(c: &Cursor, at: usize) -> Option<(Place, usize)> {
    let next = c.skip(at, ",");
    let next = c.skip(next, "on");
    if let Some(day) = day::written_day(c, next) {
        return Some((day.place(), day.end));
    }
    let of_today = c.any_sense(next, |sense| match sense {
        Sense::Day(by) => Some(by),
        _ => None,
    });
    if let Some(by) = of_today {
        let place = Place::Offset { unit: Unit::Day, by: i16::from(by), from: From::Published };
        return Some((place, next + 1));
    }
    weekday::weekday_at(c, next)
}
