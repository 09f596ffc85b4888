//! How a value was computed, in words for a person.

use jiff::civil::Date;

use crate::lang::dates::AnchorKind;
use crate::lang::dates::rule::{Pick, Place, Rule, Unit};
use crate::lang::dates::timex3::Value;

/// `Monday before Tuesday, 24 December 2019 (publication date)`.
pub fn why(rule: &Rule, value: &Value, anchor: AnchorKind, from: Option<Date>) -> String {
    let origin = match (anchor, from) {
        (AnchorKind::Published, Some(from)) => format!("{} (publication date)", day_name(from)),
        (AnchorKind::Previous, Some(from)) => format!("{} (named before)", day_name(from)),
        _ => return unanchored(rule).to_owned(),
    };
    let Rule::Place { place, .. } = rule else { return unanchored(rule).to_owned() };
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
        Place::Offset { unit, by, .. } => format!("{} {origin}", distance(*unit, *by)),
        Place::Day { .. } | Place::Month { .. } | Place::Season { .. } | Place::Holiday { .. } => {
            format!("no year written: the nearest to {origin}")
        }
        Place::Quarter { .. } | Place::Half { .. } => {
            format!("no year written: the latest begun by {origin}")
        }
        Place::NamedQuarter { years: 0, .. } => format!("the quarter of {origin}"),
        Place::NamedQuarter { .. } => format!("a year before {origin}"),
        _ => format!("counted from {origin}"),
    }
}

fn unanchored(rule: &Rule) -> &'static str {
    match rule {
        Rule::Place { place: Place::Day { .. } | Place::Numeric { .. } | Place::Year(_), .. } => "as written",
        Rule::Place { place: Place::Month { .. } | Place::Decade(_) | Place::Century(_), .. } => "as written",
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
        Unit::Season => "season",
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
