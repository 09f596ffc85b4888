//! Holidays: the table `holidays.tsv`, found in the text and computed for a year.
//!
//! The names are those of American and British news. Easter by the anonymous Gregorian algorithm
//! (Meeus, Jones, Butcher), right for every year of the Gregorian calendar.

use std::sync::LazyLock;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use crate::lang::dates::cursor::Cursor;

/// A holiday and how its day is computed.
#[derive(Debug)]
pub struct Holiday {
    words: Vec<&'static str>,
    rule: DayRule,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum DayRule {
    Fixed {
        month: i8,
        day: i8,
    },
    /// The nth weekday of a month, some days later.
    Nth {
        month: i8,
        nth: i8,
        weekday: Weekday,
        later: i32,
    },
    /// Days from Easter Sunday.
    Easter(i32),
}

const TABLE: &str = include_str!("holidays.tsv");

static HOLIDAYS: LazyLock<Vec<Holiday>> = LazyLock::new(|| rows().flatten().collect());

/// The rows of the table; `None` for one that says nothing (a test holds that there is none).
pub(super) fn rows() -> impl Iterator<Item = Option<Holiday>> {
    TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| {
        let (name, rule) = line.split_once('\t')?;
        Some(Holiday { words: pieces(name), rule: day_rule(rule)? })
    })
}

/// The holiday whose name stands at a token, the longest one: its index in the table and the token behind.
pub fn find(c: &Cursor, at: usize) -> Option<(u8, usize)> {
    let mut best: Option<(u8, usize)> = None;
    for (index, holiday) in HOLIDAYS.iter().enumerate() {
        let matches = holiday.words.iter().enumerate().all(|(offset, word)| match *word {
            "'" => c.is_any(at + offset, &["'", "’"]),
            word => c.is(at + offset, word),
        });
        let end = at + holiday.words.len();
        if matches && best.is_none_or(|(_, longest)| longest < end) {
            best = Some((u8::try_from(index).ok()?, end));
        }
    }
    best
}

/// The holiday of that index.
pub fn holiday(index: u8) -> Option<&'static Holiday> {
    HOLIDAYS.get(usize::from(index))
}

impl Holiday {
    /// The day on which it falls in a year.
    pub fn day(&self, year: i16) -> Option<Date> {
        match self.rule {
            DayRule::Fixed { month, day } => Date::new(year, month, day).ok(),
            DayRule::Nth { month, nth, weekday, later } => {
                let first = Date::new(year, month, 1).ok()?;
                first.nth_weekday_of_month(nth, weekday).ok()?.checked_add(later.days()).ok()
            }
            DayRule::Easter(later) => easter(year)?.checked_add(later.days()).ok(),
        }
    }
}

/// Easter Sunday of a year.
fn easter(year: i16) -> Option<Date> {
    let year32 = i32::from(year);
    let (a, b, c) = (year32 % 19, year32 / 100, year32 % 100);
    let (d, e, f) = (b / 4, b % 4, (b + 8) / 25);
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let sum = h + l - 7 * m + 114;
    Date::new(year, i8::try_from(sum / 31).ok()?, i8::try_from(sum % 31 + 1).ok()?).ok()
}

/// A name in the pieces that [`super::scan`] makes of it.
fn pieces(name: &'static str) -> Vec<&'static str> {
    name.split(' ')
        .flat_map(|word| match word.split_once('\'') {
            Some((stem, "")) => vec![stem, "'"],
            Some((stem, rest)) => vec![stem, "'", rest],
            None => vec![word],
        })
        .collect()
}

fn day_rule(rule: &str) -> Option<DayRule> {
    if let Some(days) = rule.strip_prefix("easter") {
        return Some(DayRule::Easter(days.parse().ok()?));
    }
    if let Some((month, day)) = rule.split_once('-').filter(|_| !rule.contains('/')) {
        return Some(DayRule::Fixed { month: month.parse().ok()?, day: day.parse().ok()? });
    }
    let (rule, later) = rule.split_once('+').unwrap_or((rule, "0"));
    let mut cells = rule.split('/');
    let (month, nth, weekday) = (cells.next()?, cells.next()?, cells.next()?);
    Some(DayRule::Nth {
        month: month.parse().ok()?,
        nth: nth.parse().ok()?,
        weekday: Weekday::from_monday_one_offset(weekday.parse().ok()?).ok()?,
        later: later.parse().ok()?,
    })
}
