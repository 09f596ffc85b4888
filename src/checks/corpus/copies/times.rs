//! Whether two time expressions of two articles are of one time.
//!
//! Values decide where both have one. A day that is counted from today is trusted to a day, since the day of
//! publication can be off by one; hours count where no time zone is named.

use crate::checks::corpus::copies::Laid;
use crate::lang::dates::rule::{Amount, Lean, Place, Rule, Time, Unit, YearRule};
use crate::lang::dates::{DateExpr, DayInterval, Timex, TimexKind};

/// Whether two time expressions can be one time.
pub fn is_same_date(one: (&Laid<'_>, usize), other: (&Laid<'_>, usize)) -> bool {
    let (Some(here), Some(there)) = (Told::of(one), Told::of(other)) else { return false };
    if here.words == there.words {
        return true;
    }
    match (here.timex.interval, there.timex.interval) {
        (Some(mine), Some(theirs)) => mine.meet(theirs).is_some() && !here.is_other_hour(&there),
        (None, None) => here.timex.value == there.timex.value,
        _ => false,
    }
}

/// Whether two time expressions cannot be one time.
pub fn is_other_date(one: (&Laid<'_>, usize), other: (&Laid<'_>, usize)) -> bool {
    let (Some(here), Some(there)) = (Told::of(one), Told::of(other)) else { return false };
    // `5 p.m.` of `5 p.m. on Nov. 9`: the rest is left out.
    if is_part(&here.words, &there.words) || is_part(&there.words, &here.words) {
        return false;
    }
    if here.is_same_of_year(&there) {
        return false;
    }
    if here.timex.kind == TimexKind::Duration || there.timex.kind == TimexKind::Duration {
        return here.is_other_length(&there);
    }
    match (here.timex.interval, there.timex.interval) {
        (Some(mine), Some(theirs)) if mine.meet(theirs).is_some() => here.is_other_hour(&there),
        (Some(mine), Some(theirs)) => here.is_other_day(&there, mine, theirs, one.0, other.0),
        _ => here.is_other_as_written(&there),
    }
}

/// Whether the words of one stand in the other.
fn is_part(short: &str, long: &str) -> bool {
    let short: Vec<&str> = short.split(' ').collect();
    let long: Vec<&str> = long.split(' ').collect();
    long.windows(short.len()).any(|words| words == short)
}

/// A time expression and its value.
struct Told<'a> {
    expression: &'a DateExpr,
    timex: &'a Timex,
    words: String,
}

impl<'a> Told<'a> {
    fn of((laid, index): (&'a Laid<'_>, usize)) -> Option<Self> {
        let expression = laid.facts.dates.get(index)?;
        let words = laid.words(expression.span).to_lowercase();
        // A part of a day or month is left out, or told.
        let part =
            ["late ", "early ", "earlier ", "later "].into_iter().find_map(|part| words.strip_prefix(part));
        let words = part.map(str::to_owned).unwrap_or(words);
        Some(Told { expression, timex: laid.timexes.get(index)?, words })
    }

    fn clock(&self) -> Option<(u8, u8)> {
        let zoned = ["gmt", "utc", "est", "edt", "cet", "local", "pst", "time"];
        let zoned = zoned.iter().any(|zone| self.words.contains(zone));
        match self.expression.rule {
            Rule::Place { time: Some(Time::Clock { hour, minute, .. }), .. } if !zoned => {
                Some((hour, minute))
            }
            _ => None,
        }
    }

    fn place(&self) -> Option<Place> {
        match self.expression.rule {
            Rule::Place { place, .. } => Some(place),
            _ => None,
        }
    }

    /// The same day or month, of which one has no year: `from January 1`, `from 1 January`.
    fn is_same_of_year(&self, other: &Told<'_>) -> bool {
        let of_year = |told: &Told<'_>| match told.place() {
            Some(Place::Day { month: Some(month), day, year, .. }) => {
                Some((month, day, year == YearRule::Unsaid))
            }
            _ => None,
        };
        of_year(self).zip(of_year(other)).is_some_and(|((month, day, open), (other, another, also_open))| {
            (month, day) == (other, another) && (open || also_open)
        })
    }

    /// Counted from today, which is another day where the day of publication is told wrongly.
    fn is_relative(&self) -> bool {
        matches!(self.place(), Some(Place::Offset { .. }))
    }

    fn is_other_hour(&self, other: &Told<'_>) -> bool {
        self.clock()
            .zip(other.clock())
            .is_some_and(|(one, other)| one != other && one.0 % 12 != other.0 % 12 || one.1 != other.1)
    }

    fn is_other_day(
        &self,
        other: &Told<'_>,
        mine: DayInterval,
        theirs: DayInterval,
        here: &Laid<'_>,
        there: &Laid<'_>,
    ) -> bool {
        let length = |days: DayInterval| {
            let days = days.first.until(days.last).map_or(0, |span| span.get_days());
            [1, 10, 40, 100, 400].iter().position(|most| days < *most)
        };
        let apart = mine.first.until(theirs.first).map_or(0, |span| span.get_days());
        let relative = self.is_relative() || other.is_relative();
        // Each of them says on which day it was told so.
        let said = |told: &Told<'_>| told.expression.lean == Lean::Said;
        let news = said(self) && said(other) && Some(apart) == here.days_from(there) && apart != 0;
        length(mine) == length(theirs) && !(relative && apart.abs() <= 1) && !news
    }

    /// Where a day has no value, a weekday or date that is written otherwise.
    fn is_other_as_written(&self, other: &Told<'_>) -> bool {
        match (self.place(), other.place()) {
            (Some(Place::Weekday { weekday: one, .. }), Some(Place::Weekday { weekday: other, .. })) => {
                one != other
            }
            (
                Some(Place::Day { month: Some(one), day: one_day, .. }),
                Some(Place::Day { month: Some(other), day: other_day, .. }),
            ) => (one, one_day) != (other, other_day),
            _ => false,
        }
    }

    fn is_other_length(&self, other: &Told<'_>) -> bool {
        let (Rule::Length(one), Rule::Length(another)) = (self.expression.rule, other.expression.rule) else {
            return false;
        };
        let days = |amount: Option<Amount>, unit: Unit| {
            let amount = amount?;
            let unit = match unit {
                Unit::Second => 1.0 / 86_400.0,
                Unit::Minute => 1.0 / 1440.0,
                Unit::Hour => 1.0 / 24.0,
                Unit::Day | Unit::Night => 1.0,
                Unit::Week => 7.0,
                Unit::Fortnight => 14.0,
                Unit::Month => 30.4,
                Unit::Quarter => 91.3,
                Unit::Year => 365.25,
                Unit::Decade => 3652.5,
                _ => return None,
            };
            Some((f64::from(amount.whole) + f64::from(amount.hundredths) / 100.0) * unit)
        };
        let lengths = days(one.amount, one.unit).zip(days(another.amount, another.unit));
        let hedged = self.expression.modifier.is_some() || other.expression.modifier.is_some();
        let least = if one.unit == another.unit && !hedged { 0.01 } else { 0.35 };
        lengths.is_some_and(|(one, other)| (one - other).abs() > least * one.max(other))
    }
}
