//! What a time expression is, before and after its anchor is known.

use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};

use crate::base::span::Span;
use crate::lang::dates::rule::{Lean, Modifier, Place, Rule, YearRule};

/// A time expression as the text has it: where it stands and how its value is computed.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct DateExpr {
    pub span: Span,
    /// What the words say: a rule and its distance from an anchor.
    pub rule: Rule,
    /// `early`, `about` and the like.
    pub modifier: Option<Modifier>,
    /// The tense of the nearest verb.
    pub lean: Lean,
    /// The part of the article that it stands in.
    pub setting: Setting,
    /// Whether the story comes to it.
    pub bearing: Bearing,
}

/// Whether the story comes to a date, so that what follows is counted from it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Bearing {
    #[default]
    Told,
    /// Told, and the first of its paragraph: the story may begin anew there.
    Opening,
    /// Spoken of in passing: `the 1839 treaty`, `until 1945`.
    Passing,
    /// The same in brackets: not even `two years later` is counted from it.
    Bracketed,
}

/// The part of an article: what one names is no anchor for the other.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Setting {
    /// Headlines and body.
    #[default]
    Story,
    /// A caption, a header line, a dateline: the number of its zone. The day of a picture is not one
    /// that the story has spoken of.
    Aside(u32),
}

/// A day as it is written, right or wrong: what the calendar checks look at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CalendarDay {
    /// `None` where no year is written.
    pub year: Option<i16>,
    /// 1 to 12 (a written month name is always a month; a numeric one may be wrong: 1 to 99).
    pub month: u8,
    /// As written, 1 to 99.
    pub day: u8,
    /// The weekday that is written with it in the same expression.
    pub weekday: Option<Weekday>,
}

impl Bearing {
    /// Whether the story comes to the date.
    pub fn is_told(self) -> bool {
        matches!(self, Bearing::Told | Bearing::Opening)
    }
}

impl DateExpr {
    /// The written day, where the expression names one (day and month at least).
    pub fn calendar_day(&self) -> Option<CalendarDay> {
        let Rule::Place { place, .. } = self.rule else { return None };
        match place {
            Place::Day { year, month: Some(month), day, weekday } => {
                let year = match year {
                    YearRule::Written(year) => Some(year),
                    _ => None,
                };
                let weekday =
                    weekday.and_then(|day| Weekday::from_monday_one_offset(i8::try_from(day).ok()?).ok());
                Some(CalendarDay { year, month, day, weekday })
            }
            Place::Numeric { first, second, year } => {
                let (month, day) = if first > 12 { (second, first) } else { (first, second) };
                Some(CalendarDay { year: Some(year), month, day, weekday: None })
            }
            _ => None,
        }
    }
}

/// The type of a TIMEX3.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum TimexKind {
    Date,
    Time,
    Duration,
    Set,
}

impl TimexKind {
    /// `DATE`, `TIME`, `DURATION` or `SET`.
    pub const fn name(self) -> &'static str {
        match self {
            TimexKind::Date => "DATE",
            TimexKind::Time => "TIME",
            TimexKind::Duration => "DURATION",
            TimexKind::Set => "SET",
        }
    }
}

/// What a relative expression was counted from.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AnchorKind {
    /// The publication date.
    Published,
    /// A date named earlier in the article.
    Previous,
    /// Nothing: the expression is absolute, or its anchor is not known.
    None,
}

/// First and last day, both included.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct DayInterval {
    pub first: Date,
    pub last: Date,
}

impl DayInterval {
    /// The days of both; `None` where they share none.
    pub fn meet(self, other: Self) -> Option<Self> {
        let (first, last) = (self.first.max(other.first), self.last.min(other.last));
        (first <= last).then_some(DayInterval { first, last })
    }
}

/// A resolved time expression.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Timex {
    pub kind: TimexKind,
    /// The TIMEX3 value: `2019-12-24`, `2020-W07`, `P9M`, `PAST_REF`, `XXXX-WXX-3`.
    pub value: String,
    /// The TIMEX3 modifier (`START`, `END`, `APPROX`, …) of `early`, `about` and the like.
    pub modifier: Option<&'static str>,
    /// The days that the value spans; `None` for durations, sets, vague references and values that
    /// stay open without an anchor.
    pub interval: Option<DayInterval>,
    pub anchor: AnchorKind,
    /// How the value was computed, in words for a person: `Monday before Tuesday, 24 December 2019`.
    pub why: String,
}
