//! How a value was computed, in words for a person.

use jiff::civil::Date;

use crate::lang::dates::AnchorKind;
use crate::lang::dates::resolve::numeric;
use crate::lang::dates::rule::{Pick, Place, Rule, Unit, YearRule};
use crate::lang::dates::timex3::{PartOfYear, Value, Year};

/// `Monday before Tuesday, 24 December 2019 (publication date)`.
pub fn why(rule: &Rule, value: &Value, anchor: AnchorKind, from: Option<Date>) -> String {
    let origin = match (anchor, from) {
        (AnchorKind::Published, Some(from)) => format!("{} (publication date)", day_name(from)),
        (AnchorKind::Previous, Some(from)) => format!("{} (named before)", day_name(from)),
        _ => return unanchored(rule, value).to_owned(),
    };
    let Rule::Place { place, .. } = rule else { return unanchored(rule, value).to_owned() };
    let interval = value.interval();
    match place {
        Place::Weekday { pick, .. } => {
            let Some(day) = interval.map(|days| days.first) else { return format!("counted from {origin}") };
            let name = day.strftime("%A");
            match from.map(|from| day.cmp(&from)) {
                Some(std::cmp::Ordering::Less) => format!("{name} before {origin}"),
                Some(std::cmp::Ordering::Greater) => format!("{name} after {origin}"),
                _ if *pick == Pick::Nearest => format!("{name}, the day of {origin}"),
                _ => format!("{name} of {origin}"),
            }
        }
        Place::Offset { unit, by: 0, .. } => {
            let by = match (interval, from) {
                (Some(days), Some(from)) if days.last < from => -1,
                (Some(days), Some(from)) if from < days.first => 1,
                _ => 0,
            };
            format!("{} {origin}", distance(*unit, by))
        }
        Place::Offset { unit, by, .. } => format!("{} {origin}", distance(*unit, *by)),
        Place::Day { year, .. }
        | Place::Month { year, .. }
        | Place::Season { year, .. }
        | Place::Holiday { year, .. }
        | Place::HolidayRound { year, .. } => format!("{} {origin}", year_chosen(*year, anchor)),
        Place::Quarter { year: YearRule::Unsaid, .. } | Place::Half { year: YearRule::Unsaid, .. } => {
            format!("no year written: the latest begun by {origin}")
        }
        Place::NamedQuarter { years: 0, .. } => format!("the quarter of {origin}"),
        Place::NamedQuarter { .. } => format!("a year before {origin}"),
        _ => format!("counted from {origin}"),
    }
}

/// How the year of a day, month or season was found.
fn year_chosen(year: YearRule, anchor: AnchorKind) -> &'static str {
    match (year, anchor) {
        (YearRule::Offset(_), _) => "counted from",
        (YearRule::Pick(Pick::Last | Pick::Previous), _) => "the last one before",
        (YearRule::Pick(Pick::Next | Pick::Following), _) => "the next one after",
        (YearRule::Pick(_), _) => "the one in the year of",
        (YearRule::Named(0), _) => "the year of",
        (YearRule::Named(_), _) => "counted from",
        (_, AnchorKind::Previous) => "no year written: the one that follows",
        _ => "no year written: the nearest to",
    }
}

fn unanchored(rule: &Rule, value: &Value) -> &'static str {
    match rule {
        Rule::Place { place: Place::Numeric { first, second, .. }, .. }
            if numeric::is_ambiguous(*first, *second) =>
        {
            match value {
                Value::Place { part: PartOfYear::Whole, .. } => "as written; day and month could be either",
                _ => "as written; day and month in the order of the numeric dates round it",
            }
        }
        Rule::Place { .. } if !matches!(value, Value::Place { year: Year::Open, .. }) => "as written",
        Rule::Place { .. } => "as written; what it is counted from is not known",
        Rule::Length(_) => "a length of time",
        Rule::Every(_) => "comes again and again",
        Rule::Vague(_) => "no place in the calendar",
    }
}

/// `2 months before`, `the week of`, `the day after`.
fn distance(unit: Unit, by: i16) -> String {
    let name = match unit {
        Unit::Second => "second",
        Unit::Minute => "minute",
        Unit::Hour => "hour",
        Unit::Day => "day",
        Unit::Night => "night",
        Unit::Week => "week",
        Unit::Weekend => "weekend",
        Unit::Fortnight => "fortnight",
        Unit::Month => "month",
        Unit::Quarter => "quarter",
        Unit::Half => "half-year",
        Unit::Year => "year",
        Unit::Decade => "decade",
        Unit::Century => "century",
        Unit::Millennium => "millennium",
    };
    match by {
        0 => format!("the {name} of"),
        1 => format!("the {name} after"),
        -1 => format!("the {name} before"),
        2.. => format!("{by} {name}s after"),
        _ => format!("{} {name}s before", by.unsigned_abs()),
    }
}

fn day_name(date: Date) -> String {
    date.strftime("%A, %-d %B %Y").to_string()
}
