//! What an article has named so far: its last day, month, year and quarter.

use jiff::civil::Date;

use crate::lang::dates::rule::{From, Lean, Length, Place, Unit};
use crate::lang::dates::timex3::{PartOfYear, Value, Year};
use crate::lang::dates::{Bearing, DateExpr};

/// The dates last named.
#[derive(Default)]
pub struct Memory {
    /// The year that the story has come to, as astronomers count.
    year: Option<i16>,
    /// Of [`Memory::year`].
    month: Option<u8>,
    /// Of [`Memory::month`].
    day: Option<u8>,
    /// The month last named and its year, whatever was named since.
    last_month: Option<(i16, u8)>,
    /// The day last named, whatever was named since.
    last_day: Option<Date>,
    quarter: Option<(i16, u8)>,
    /// The year last named, if only in passing.
    last_year: Option<i16>,
    /// The year last named, if only in brackets.
    said_year: Option<i16>,
}

impl Memory {
    /// What is known before the first date of a history: the year in which it begins.
    pub fn from_year(year: Option<i16>) -> Self {
        Memory { year, ..Memory::default() }
    }

    /// Takes note of a value that an expression was given.
    pub fn note(&mut self, value: &Value, place: Place, date: &DateExpr, published: Option<Date>) {
        if matches!(place, Place::Offset { from: From::Event | From::Nothing, .. }) {
            return;
        }
        if let Value::Place { year: Year::Open, .. } = value {
            // The day last named is now one that is not known.
            if place.is_day() {
                self.last_day = None;
            }
            return;
        }
        let Value::Place { year, part, .. } = value else { return };
        let Some(year) = year.number() else { return };
        if let PartOfYear::Quarter(Some(quarter)) = part
            && !matches!(place, Place::NamedQuarter { years: ..0, .. })
            && has_results(value, date.lean, published)
            && self.quarter.is_none_or(|known| known <= (year, *quarter))
        {
            self.quarter = Some((year, *quarter));
        }
        self.said_year = Some(year);
        if date.bearing != Bearing::Bracketed {
            self.last_year = Some(year);
        }
        if matches!(place, Place::NamedQuarter { .. })
            || !date.bearing.is_told()
            || self.is_within(value, place)
        {
            return;
        }
        let (month, day) = match part {
            PartOfYear::Month(month) => (*month, None),
            PartOfYear::Day(month, day) => (*month, *day),
            _ => (None, None),
        };
        self.year = Some(year);
        self.month = month;
        self.day = day;
        if let Some(month) = month {
            self.last_month = Some((year, month));
        }
        if day.is_some() {
            self.last_day = value.interval().map(|days| days.first);
        }
    }

    /// Whether `that year`, `the same month`, `the end of the year` say again in which stretch of time the
    /// date last named lies: the story does not go back to its beginning.
    fn is_within(&self, value: &Value, place: Place) -> bool {
        matches!(place, Place::Offset { by: 0, from: From::Named | From::Bare, .. })
            && value
                .interval()
                .zip(self.date())
                .is_some_and(|(days, date)| days.first <= date && date <= days.last)
    }

    /// Takes note of a duration.
    pub fn note_length(&mut self, length: Length) {
        if super::is_account(length) {
            self.quarter = None;
        }
    }

    /// The year of `that year`.
    pub fn said_year(&self) -> Option<i16> {
        self.said_year.or(self.year)
    }

    pub fn year(&self) -> Option<i16> {
        self.year
    }

    /// The month last named and its year.
    pub fn month(&self) -> Option<(i16, u8)> {
        self.last_month
    }

    /// The month that the story has come to.
    pub fn reached(&self) -> Option<(i16, u8)> {
        self.year.zip(self.month)
    }

    /// The day last named.
    pub fn day(&self) -> Option<Date> {
        self.last_day
    }

    pub fn quarter(&self) -> Option<(i16, u8)> {
        self.quarter
    }

    /// Whether the quarter last named lies in the year before publication already.
    pub fn is_quarter_before(&self, published: Option<Date>) -> bool {
        match (self.quarter, published) {
            (Some((year, _)), Some(published)) => year < published.year() && published.month() > 3,
            _ => false,
        }
    }

    /// The first day of what was named last.
    pub fn date(&self) -> Option<Date> {
        let number = |number: Option<u8>| number.and_then(|number| i8::try_from(number).ok()).unwrap_or(1);
        Date::new(self.year?, number(self.month), number(self.day)).ok()
    }

    /// The anchor of `the next day`, `that month`, `later that year`: the last named one of that grain
    /// or a finer one.
    pub fn anchor_for(&self, unit: Unit) -> Option<Date> {
        match unit {
            Unit::Year | Unit::Decade | Unit::Century | Unit::Millennium => match self.last_year {
                Some(year) if self.year != Some(year) => Date::new(year, 1, 1).ok(),
                _ => self.date(),
            },
            Unit::Month | Unit::Quarter | Unit::Half => {
                let (year, month) = self.month()?;
                Date::new(year, i8::try_from(month).ok()?, 1).ok()
            }
            _ => self.last_day,
        }
    }

    /// The year of a month or day without one in a history: that of the date last named, or the next
    /// where the story would go back by half a year or more.
    pub fn year_of(&self, month: u8) -> Option<i16> {
        let year = self.year?;
        let turns = self.month.is_some_and(|known| month + MONTHS_BACK <= known);
        Some(if turns { year + 1 } else { year })
    }
}

/// A history that would go back by so many months goes on to the next year: after November, May is the
/// May that follows.
const MONTHS_BACK: u8 = 6;

/// Whether a quarter can be the one that a report on results is of: it has ended within nine months, or
/// it runs and a past verb speaks of it (fiscal years differ).
fn has_results(value: &Value, lean: Lean, published: Option<Date>) -> bool {
    let Some((days, published)) = value.interval().zip(published) else { return true };
    let days_ago = days.last.until(published).map_or(0, |span| span.get_days());
    let runs = days.first <= published && published <= days.last;
    if runs { matches!(lean, Lean::Past | Lean::Said) } else { (0..270).contains(&days_ago) }
}
