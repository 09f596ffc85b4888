//! TIMEX3 values: written, read back, and turned into days.
//!
//! The grammar is that of TIMEX3 (TimeML 1.2.1, after ISO 8601): `2019-12-24`, `2020-W07-WE`, `1989-Q3`,
//! `198`, `XXXX-WXX-3`, `2020-02-18T12:15`, `P9M`, `PT1H30M`, `PAST_REF`. [`Value::parse`] reads what
//! [`std::fmt::Display`] writes, for every value.

use std::fmt::{self, Display, Formatter};

use jiff::ToSpan;
use jiff::civil::{Date, ISOWeekDate, Weekday};

use crate::lang::dates::rule::{Amount, DayPart, Length, Reference, Season, Time, Unit};
use crate::lang::dates::value::DayInterval;

/// The value of a time expression.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Value {
    Place { year: Year, part: PartOfYear, time: Option<Time> },
    Period(Vec<PeriodPart>),
    Reference(Reference),
}

/// The year of a value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Year {
    /// `XXXX`
    Open,
    Known(i16),
    /// `BC0044`
    Bc(i16),
    /// `198`
    Decade(i16),
    /// `BC047`
    DecadeBc(i16),
    /// `19`
    Century(i16),
    /// `BC04`: the fifth century before Christ, in the hundreds that its years have.
    CenturyBc(i16),
}

/// What of the year; `None` is `XX`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PartOfYear {
    Whole,
    Month(Option<u8>),
    Day(Option<u8>, Option<u8>),
    Week(Option<u8>),
    Weekend(Option<u8>),
    Weekday(Option<u8>, u8),
    Quarter(Option<u8>),
    Half(u8),
    Season(Season),
}

/// A number of units in a duration; `None` is `X`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PeriodPart {
    /// The number times a hundred.
    pub hundredths: Option<u64>,
    pub unit: PeriodUnit,
}

/// The units of durations.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum PeriodUnit {
    Millennium,
    Century,
    Decade,
    Year,
    Quarter,
    Month,
    Week,
    Day,
    Hour,
    Minute,
    Second,
}

impl PeriodUnit {
    const ALL: [PeriodUnit; 11] = [
        PeriodUnit::Millennium,
        PeriodUnit::Century,
        PeriodUnit::Decade,
        PeriodUnit::Year,
        PeriodUnit::Quarter,
        PeriodUnit::Month,
        PeriodUnit::Week,
        PeriodUnit::Day,
        PeriodUnit::Hour,
        PeriodUnit::Minute,
        PeriodUnit::Second,
    ];

    fn letters(self) -> &'static str {
        match self {
            PeriodUnit::Millennium => "ML",
            PeriodUnit::Century => "CE",
            PeriodUnit::Decade => "DE",
            PeriodUnit::Year => "Y",
            PeriodUnit::Quarter => "Q",
            PeriodUnit::Month | PeriodUnit::Minute => "M",
            PeriodUnit::Week => "W",
            PeriodUnit::Day => "D",
            PeriodUnit::Hour => "H",
            PeriodUnit::Second => "S",
        }
    }

    fn is_clock(self) -> bool {
        self >= PeriodUnit::Hour
    }
}

impl Year {
    /// A year that was written or counted, as astronomers count (0 is 1 BC, -43 is 44 BC): open where
    /// four digits cannot say it.
    pub fn of(year: i16) -> Self {
        match year {
            1..=9999 => Year::Known(year),
            -9998..=0 => Year::Bc(1 - year),
            _ => Year::Open,
        }
    }

    /// The year as astronomers count, where it is one year.
    pub fn number(self) -> Option<i16> {
        match self {
            Year::Known(year) => Some(year),
            Year::Bc(year) => Some(1 - year),
            Year::Open | Year::Decade(_) | Year::DecadeBc(_) | Year::Century(_) | Year::CenturyBc(_) => None,
        }
    }
}

impl Value {
    /// A stretch of the calendar without a time.
    pub fn place(year: Year, part: PartOfYear) -> Self {
        Value::Place { year, part, time: None }
    }

    /// A day.
    pub fn day(date: Date) -> Self {
        let month = u8::try_from(date.month()).ok();
        let day = u8::try_from(date.day()).ok();
        Value::place(Year::of(date.year()), PartOfYear::Day(month, day))
    }

    /// The ISO week of a day.
    pub fn week(date: Date) -> Self {
        let (year, week) = iso_week(date);
        Value::place(Year::of(year), PartOfYear::Week(Some(week)))
    }

    /// The weekend of the ISO week of a day.
    pub fn weekend(date: Date) -> Self {
        let (year, week) = iso_week(date);
        Value::place(Year::of(year), PartOfYear::Weekend(Some(week)))
    }

    /// The month of a day.
    pub fn month(date: Date) -> Self {
        Value::place(Year::of(date.year()), PartOfYear::Month(u8::try_from(date.month()).ok()))
    }

    /// Whether a time of day can be said of it: of a year, or of the present, none can.
    pub fn can_be_timed(&self) -> bool {
        matches!(self, Value::Place { part, .. } if *part != PartOfYear::Whole)
    }

    /// The same with a time of day.
    pub fn at(self, time: Option<Time>) -> Self {
        match self {
            Value::Place { year, part, .. } => Value::Place { year, part, time },
            other => other,
        }
    }

    /// A duration: halves are written in the next smaller unit (`2 1/2 years` P2Y6M), decades and
    /// centuries in years (`two decades` P20Y).
    pub fn period(length: Length) -> Self {
        let (unit, factor) = match length.unit {
            Unit::Second => (PeriodUnit::Second, 1),
            Unit::Minute => (PeriodUnit::Minute, 1),
            Unit::Hour => (PeriodUnit::Hour, 1),
            Unit::Day | Unit::Night => (PeriodUnit::Day, 1),
            Unit::Week | Unit::Weekend => (PeriodUnit::Week, 1),
            Unit::Fortnight => (PeriodUnit::Week, 2),
            Unit::Month => (PeriodUnit::Month, 1),
            Unit::Quarter => (PeriodUnit::Quarter, 1),
            Unit::Half => (PeriodUnit::Month, 6),
            Unit::Year => (PeriodUnit::Year, 1),
            Unit::Decade => (PeriodUnit::Year, 10),
            Unit::Century => (PeriodUnit::Year, 100),
            Unit::Millennium => (PeriodUnit::Year, 1000),
        };
        let Some(Amount { whole, hundredths }) = length.amount else {
            let unit = match length.unit {
                Unit::Decade => PeriodUnit::Decade,
                Unit::Century => PeriodUnit::Century,
                Unit::Millennium => PeriodUnit::Millennium,
                _ => unit,
            };
            return Value::Period(vec![PeriodPart { hundredths: None, unit }]);
        };
        let hundredths = (u64::from(whole) * 100 + u64::from(hundredths)) * factor;
        let (smaller, per) = match unit {
            PeriodUnit::Year => (PeriodUnit::Month, 12),
            PeriodUnit::Day => (PeriodUnit::Hour, 24),
            PeriodUnit::Hour => (PeriodUnit::Minute, 60),
            PeriodUnit::Minute => (PeriodUnit::Second, 60),
            _ => (unit, 0),
        };
        if hundredths % 100 == 50 && per > 0 {
            let large = PeriodPart { hundredths: Some(hundredths - 50), unit };
            let small = PeriodPart { hundredths: Some(per * 50), unit: smaller };
            let parts = if hundredths < 100 { vec![small] } else { vec![large, small] };
            return Value::Period(parts);
        }
        Value::Period(vec![PeriodPart { hundredths: Some(hundredths), unit }])
    }

    /// First and last day; `None` for durations, references and open values.
    pub fn interval(&self) -> Option<DayInterval> {
        let Value::Place { year, part, .. } = self else { return None };
        let date = |year, month, day| Date::new(year, month, day).ok();
        let whole = |first: Date, last: Date| Some(DayInterval { first, last });
        let months =
            |year, first: i8, last: i8| whole(date(year, first, 1)?, date(year, last, 1)?.last_of_month());
        let years = |first, last| whole(date(first, 1, 1)?, date(last, 12, 31)?);
        let year = match *year {
            Year::Decade(decade) => return years(decade * 10, decade * 10 + 9),
            Year::DecadeBc(decade) => return years(-8 - decade * 10, 1 - decade * 10),
            Year::Century(century) => return years(century * 100, century * 100 + 99),
            Year::CenturyBc(century) => return years(-98 - century * 100, 1 - century * 100),
            year => year.number()?,
        };
        let monday = |week: Option<u8>| {
            let week = i8::try_from(week?).ok()?;
            Some(ISOWeekDate::new(year, week, Weekday::Monday).ok()?.date())
        };
        match *part {
            PartOfYear::Whole => months(year, 1, 12),
            PartOfYear::Month(month) => months(year, i8::try_from(month?).ok()?, i8::try_from(month?).ok()?),
            PartOfYear::Day(month, day) => {
                let day = date(year, i8::try_from(month?).ok()?, i8::try_from(day?).ok()?)?;
                whole(day, day)
            }
            PartOfYear::Week(week) => whole(monday(week)?, later(monday(week)?, 6)?),
            PartOfYear::Weekend(week) => whole(later(monday(week)?, 5)?, later(monday(week)?, 6)?),
            PartOfYear::Weekday(week, weekday) => {
                let day = later(monday(week)?, i32::from(weekday) - 1)?;
                whole(day, day)
            }
            PartOfYear::Quarter(quarter) => {
                let last = i8::try_from(quarter?).ok()? * 3;
                months(year, last - 2, last)
            }
            PartOfYear::Half(half) => {
                let last = i8::try_from(half).ok()? * 6;
                months(year, last - 5, last)
            }
            PartOfYear::Season(season) => season_interval(year, season),
        }
    }

    /// Reads a value; `None` where it is none.
    pub fn parse(text: &str) -> Option<Value> {
        match text {
            "PAST_REF" => return Some(Value::Reference(Reference::Past)),
            "PRESENT_REF" => return Some(Value::Reference(Reference::Present)),
            "FUTURE_REF" => return Some(Value::Reference(Reference::Future)),
            _ => {}
        }
        if let Some(period) = text.strip_prefix('P') {
            return parse_period(period).map(Value::Period);
        }
        let (day, time) = match text.split_once('T') {
            Some((day, time)) => (day, Some(parse_time(time)?)),
            None => (text, None),
        };
        let (year, part) = day.split_once('-').unwrap_or((day, ""));
        let year = parse_year(year)?;
        let part = if part.is_empty() { PartOfYear::Whole } else { parse_part(part)? };
        if day.ends_with('-') {
            return None;
        }
        Some(Value::Place { year, part, time })
    }
}

/// The days of a season north of the equator, whole months; winter begins in the year before
/// (`1994-WI` is December 1993 to February 1994).
fn season_interval(year: i16, season: Season) -> Option<DayInterval> {
    let middle = Date::new(year, season.middle_month(), 1).ok()?;
    let first = middle.checked_sub(1.month()).ok()?;
    let last = middle.checked_add(1.month()).ok()?.last_of_month();
    Some(DayInterval { first, last })
}

fn later(date: Date, days: i32) -> Option<Date> {
    date.checked_add(days.days()).ok()
}

fn iso_week(date: Date) -> (i16, u8) {
    let week = date.iso_week_date();
    (week.year(), u8::try_from(week.week()).unwrap_or(1))
}

impl Display for Value {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Value::Place { year, part, time } => {
                write!(f, "{year}{part}")?;
                match time {
                    Some(Time::Part(part)) => write!(f, "T{}", part.letters()),
                    Some(Time::Clock { hour, minute, second, hundredths }) => {
                        write!(f, "T{hour:02}:{minute:02}")?;
                        if let Some(second) = second {
                            write!(f, ":{second:02}")?;
                        }
                        hundredths.map_or(Ok(()), |hundredths| write!(f, ".{hundredths:02}"))
                    }
                    None => Ok(()),
                }
            }
            Value::Period(parts) => write_period(parts, f),
            Value::Reference(Reference::Past) => f.write_str("PAST_REF"),
            Value::Reference(Reference::Present) => f.write_str("PRESENT_REF"),
            Value::Reference(Reference::Future) => f.write_str("FUTURE_REF"),
        }
    }
}

impl Display for Year {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Year::Open => f.write_str("XXXX"),
            Year::Known(year) => write!(f, "{year:04}"),
            Year::Bc(year) => write!(f, "BC{year:04}"),
            Year::Decade(decade) => write!(f, "{decade:03}"),
            Year::DecadeBc(decade) => write!(f, "BC{decade:03}"),
            Year::Century(century) => write!(f, "{century:02}"),
            Year::CenturyBc(century) => write!(f, "BC{century:02}"),
        }
    }
}

impl Display for PartOfYear {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let two = |number: &Option<u8>| number.map_or("XX".to_owned(), |number| format!("{number:02}"));
        match self {
            PartOfYear::Whole => Ok(()),
            PartOfYear::Month(month) => write!(f, "-{}", two(month)),
            PartOfYear::Day(month, day) => write!(f, "-{}-{}", two(month), two(day)),
            PartOfYear::Week(week) => write!(f, "-W{}", two(week)),
            PartOfYear::Weekend(week) => write!(f, "-W{}-WE", two(week)),
            PartOfYear::Weekday(week, weekday) => write!(f, "-W{}-{weekday}", two(week)),
            PartOfYear::Quarter(Some(quarter)) => write!(f, "-Q{quarter}"),
            PartOfYear::Quarter(None) => f.write_str("-QX"),
            PartOfYear::Half(half) => write!(f, "-H{half}"),
            PartOfYear::Season(season) => write!(f, "-{}", season.letters()),
        }
    }
}

fn write_period(parts: &[PeriodPart], f: &mut Formatter<'_>) -> fmt::Result {
    f.write_str("P")?;
    let mut in_clock = false;
    for part in parts {
        if part.unit.is_clock() && !in_clock {
            f.write_str("T")?;
            in_clock = true;
        }
        match part.hundredths {
            None => f.write_str("X")?,
            Some(number) if number % 100 == 0 => write!(f, "{}", number / 100)?,
            Some(number) if number % 10 == 0 => write!(f, "{}.{}", number / 100, number % 100 / 10)?,
            Some(number) => write!(f, "{}.{:02}", number / 100, number % 100)?,
        }
        f.write_str(part.unit.letters())?;
    }
    Ok(())
}

fn parse_year(text: &str) -> Option<Year> {
    if text == "XXXX" {
        return Some(Year::Open);
    }
    if let Some(year) = text.strip_prefix("BC") {
        return match year.len() {
            4 => digits(year, 4).map(Year::Bc),
            3 => digits(year, 3).map(Year::DecadeBc),
            2 => digits(year, 2).map(Year::CenturyBc),
            _ => None,
        };
    }
    match text.len() {
        4 => digits(text, 4).map(Year::Known),
        3 => digits(text, 3).map(Year::Decade),
        2 => digits(text, 2).map(Year::Century),
        _ => None,
    }
}

fn parse_part(text: &str) -> Option<PartOfYear> {
    let two = |text: &str| match text {
        "XX" => Some(None),
        _ => digits(text, 2).and_then(|number| u8::try_from(number).ok()).map(Some),
    };
    if let Some(season) = Season::ALL.into_iter().find(|season| season.letters() == text) {
        return Some(PartOfYear::Season(season));
    }
    if let Some(week) = text.strip_prefix('W') {
        return Some(match week.split_once('-') {
            None => PartOfYear::Week(two(week)?),
            Some((week, "WE")) => PartOfYear::Weekend(two(week)?),
            Some((week, weekday)) => PartOfYear::Weekday(
                two(week)?,
                u8::try_from(digits(weekday, 1)?).ok().filter(|day| (1..=7).contains(day))?,
            ),
        });
    }
    if let Some(quarter) = text.strip_prefix('Q') {
        return match quarter {
            "X" => Some(PartOfYear::Quarter(None)),
            _ => {
                let quarter =
                    u8::try_from(digits(quarter, 1)?).ok().filter(|quarter| (1..=4).contains(quarter))?;
                Some(PartOfYear::Quarter(Some(quarter)))
            }
        };
    }
    if let Some(half) = text.strip_prefix('H') {
        return Some(PartOfYear::Half(
            u8::try_from(digits(half, 1)?).ok().filter(|half| (1..=2).contains(half))?,
        ));
    }
    match text.split_once('-') {
        None => Some(PartOfYear::Month(two(text)?)),
        Some((month, day)) => Some(PartOfYear::Day(two(month)?, two(day)?)),
    }
}

fn parse_time(text: &str) -> Option<Time> {
    if let Some(part) = DayPart::ALL.into_iter().find(|part| part.letters() == text) {
        return Some(Time::Part(part));
    }
    let mut cells = text.split(':');
    let two = |text: &str| digits(text, 2).and_then(|number| u8::try_from(number).ok());
    let hour = two(cells.next()?)?;
    let minute = two(cells.next()?)?;
    let (second, hundredths) = match cells.next() {
        None => (None, None),
        Some(second) => match second.split_once('.') {
            Some((second, hundredths)) => (Some(two(second)?), Some(two(hundredths)?)),
            None => (Some(two(second)?), None),
        },
    };
    cells.next().is_none().then_some(Time::Clock { hour, minute, second, hundredths })
}

fn parse_period(text: &str) -> Option<Vec<PeriodPart>> {
    let mut parts = Vec::new();
    let mut rest = text;
    let mut in_clock = false;
    while !rest.is_empty() {
        if let Some(clock) = rest.strip_prefix('T').filter(|_| !in_clock) {
            in_clock = true;
            rest = clock;
        }
        let (hundredths, behind) = match rest.strip_prefix('X') {
            Some(behind) => (None, behind),
            None => {
                let length = rest.bytes().position(|byte| !byte.is_ascii_digit() && byte != b'.')?;
                let (number, behind) = (rest.get(..length)?, rest.get(length..)?);
                (Some(hundredths(number)?), behind)
            }
        };
        let unit = PeriodUnit::ALL
            .into_iter()
            .find(|unit| unit.is_clock() == in_clock && behind.starts_with(unit.letters()))?;
        parts.push(PeriodPart { hundredths, unit });
        rest = behind.strip_prefix(unit.letters())?;
    }
    (!parts.is_empty()).then_some(parts)
}

/// `2`, `2.5`, `2.25` times a hundred.
fn hundredths(text: &str) -> Option<u64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let whole: u64 = whole.parse().ok()?;
    let fraction: u64 = match fraction.len() {
        1 => fraction.parse::<u64>().ok()? * 10,
        2 => fraction.parse().ok()?,
        _ => return None,
    };
    whole.checked_mul(100)?.checked_add(fraction)
}

fn digits(text: &str, length: usize) -> Option<i16> {
    (text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}
