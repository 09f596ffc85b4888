//! Days and their distances, as the checks compare and print them.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// From one day to another: positive where `to` is later.
pub fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}

/// The day so many days later.
pub fn plus(date: Date, days: i64) -> Option<Date> {
    date.checked_add(days.days()).ok()
}

/// Months from one day's month to another's.
pub fn months_between(from: Date, to: Date) -> i64 {
    let months = |date: Date| i64::from(date.year()) * 12 + i64::from(date.month());
    months(to) - months(from)
}

/// `5 May 2020`
pub fn long(date: Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}

/// `Tuesday, 5 May 2020`
pub fn with_weekday(date: Date) -> String {
    date.strftime("%A, %-d %B %Y").to_string()
}

/// `1 day`, `3 days`
pub fn counted(number: i64, unit: &str) -> String {
    if number == 1 { format!("1 {unit}") } else { format!("{number} {unit}s") }
}

/// From the first to the last day, both counted, Saturdays and Sundays left out.
pub fn working_days(first: Date, last: Date) -> i64 {
    let days = days_between(first, last) + 1;
    let is_working = |date: Date| !matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday);
    let whole = days / 7 * 5;
    let rest = (0..days % 7).filter_map(|day| plus(first, day)).filter(|day| is_working(*day)).count();
    whole + i64::try_from(rest).unwrap_or(0)
}
