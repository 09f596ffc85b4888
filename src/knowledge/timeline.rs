//! The order of things in time: days with the grain in which they are known.

use jiff::Unit;
use jiff::civil::{Date, Weekday};

use crate::lang::dates::DayInterval;

/// When something was, as exactly as it is known.
///
/// The order is that of a timeline: by the first day that it can have been, the more exact first.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct When {
    pub days: DayInterval,
    pub precision: Precision,
}

/// The grain of a date.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Precision {
    Day,
    Week,
    Month,
    Year,
    /// Any other stretch of days.
    Range,
}

impl Precision {
    /// The name in `dateline timeline`.
    pub const fn name(self) -> &'static str {
        match self {
            Precision::Day => "day",
            Precision::Week => "week",
            Precision::Month => "month",
            Precision::Year => "year",
            Precision::Range => "range",
        }
    }
}

impl When {
    pub fn of(days: DayInterval) -> Self {
        let DayInterval { first, last } = days;
        let precision = if first == last {
            Precision::Day
        } else if first == first.first_of_month() && last == first.last_of_month() {
            Precision::Month
        } else if first == first.first_of_year() && last == first.last_of_year() {
            Precision::Year
        } else if first.weekday() == Weekday::Monday && length(first, last) == 6 {
            Precision::Week
        } else {
            Precision::Range
        };
        When { days, precision }
    }

    /// The TIMEX3 value: `2020-02-18`, `2020-W08`, `2020-02`, `2020`, `2020-02-17/2020-02-18`.
    pub fn value(self) -> String {
        let DayInterval { first, last } = self.days;
        match self.precision {
            Precision::Day => first.to_string(),
            Precision::Week => {
                let week = first.iso_week_date();
                format!("{:04}-W{:02}", week.year(), week.week())
            }
            Precision::Month => format!("{:04}-{:02}", first.year(), first.month()),
            Precision::Year => format!("{:04}", first.year()),
            Precision::Range => format!("{first}/{last}"),
        }
    }
}

impl PartialOrd for When {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for When {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let key = |when: &Self| (when.days.first, when.days.last, when.precision);
        key(self).cmp(&key(other))
    }
}

/// Days between two dates.
fn length(first: Date, last: Date) -> i32 {
    first.until((Unit::Day, last)).map_or(i32::MAX, |span| span.get_days())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_of_days_has_the_grain_that_it_fills() {
        let day = |text: &str| text.parse::<Date>().expect("a date");
        for (first, last, value) in [
            ("2031-05-05", "2031-05-05", "2031-05-05"),
            ("2031-05-05", "2031-05-11", "2031-W19"),
            ("2031-05-06", "2031-05-12", "2031-05-06/2031-05-12"),
            ("2031-05-01", "2031-05-31", "2031-05"),
            ("2031-01-01", "2031-12-31", "2031"),
        ] {
            let when = When::of(DayInterval { first: day(first), last: day(last) });
            assert_eq!(when.value(), value);
        }
    }

    #[test]
    fn an_exact_day_comes_before_the_month_that_begins_with_it() {
        let of = |first: &str, last: &str| {
            When::of(DayInterval {
                first: first.parse().expect("a date"),
                last: last.parse().expect("a date"),
            })
        };
        assert!(of("2031-05-01", "2031-05-01") < of("2031-05-01", "2031-05-31"));
        assert!(of("2031-05-01", "2031-05-31") < of("2031-05-02", "2031-05-02"));
    }
}
