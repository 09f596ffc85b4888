//! Calendar days: `Feb. 18`, `24th December, 2019`, `Tuesday, Oct. 24`, `21-APR-1987`, `2020-02-18`.
//!
//! A weekday, a comma and a year belong to the expression (dates.md §4, rule 4: one timex); a range
//! `Sept. 15-16` is two, the second with the month of the first. Month + day is 8.1 % of the
//! development data, full dates 1.4 % (25.8 % of Wikinews). A day that no month has (`Feb. 30`) is
//! recognised: the checks speak of it.

use crate::lang::dates::cursor::Cursor;
use crate::lang::dates::families::{Found, clock, year};
use crate::lang::dates::numbers;
use crate::lang::dates::rule::{Place, Rule, Time, YearRule};
use crate::lang::dates::words::{Context, Shift, WeekdayForm};

pub fn read(c: &Cursor) -> Option<Found> {
    nine_eleven(c)
        .or_else(|| iso(c))
        .or_else(|| military(c))
        .or_else(|| numeric(c))
        .or_else(|| week_of(c))
        .or_else(|| written(c))
        .or_else(|| first_of_two(c))
        .or_else(|| day_of_month(c))
}

/// The day, month and year of a written day, and where it ends.
#[derive(Clone, Copy)]
pub struct Written {
    pub end: usize,
    pub year: YearRule,
    pub month: u8,
    pub day: u8,
    pub weekday: Option<u8>,
}

impl Written {
    pub fn place(self) -> Place {
        Place::Day { year: self.year, month: Some(self.month), day: self.day, weekday: self.weekday }
    }
}

/// `[Tuesday,] [the] 24 [of] December[, 2019]`, `[Tuesday,] December 24[, 2019]`, and a clock behind it.
/// The attacks of September 11 are those of 2001, whatever the publication date.
fn written(c: &Cursor) -> Option<Found> {
    let day = written_day(c, c.start)?;
    let mut day = weekday_behind(c, day).unwrap_or(day);
    let names_attacks =
        c.is_any(day.end, &["attacks", "attack", "terror", "terrorist", "hijackers", "hijackings"]);
    if (day.month, day.day, day.year) == (9, 11, YearRule::Unsaid) && names_attacks {
        day.year = YearRule::Written(2001);
    }
    let (time, end) = match clock::full_clock(c, c.skip(day.end, ",")) {
        Some((time, end)) => (Some(time), end),
        None => match c.part(day.end) {
            Some((part, false)) => (Some(Time::Part(part)), day.end + 1),
            _ => (None, day.end),
        },
    };
    Some(Found::new(end, Rule::Place { place: day.place(), time }))
}

/// `January 11, 2010 Monday`, at the end of a line: the weekday of a date line belongs to the date.
fn weekday_behind(c: &Cursor, day: Written) -> Option<Written> {
    let at = c.skip(day.end, ",");
    let (weekday, _) = c.weekday(at).filter(|(_, form)| *form == WeekdayForm::Full && c.is_capital(at))?;
    let is_free = day.weekday.is_none() && matches!(day.year, YearRule::Written(_));
    (is_free && c.token(at + 1).is_none()).then_some(Written { end: at + 1, weekday: Some(weekday), ..day })
}

/// A day in words at `at`, with its weekday and year where they are written.
pub fn written_day(c: &Cursor, at: usize) -> Option<Written> {
    let (weekday, at) = match weekday_before(c, at) {
        Some((weekday, next)) => (Some(weekday), next),
        None => (None, at),
    };
    let day = month_first(c, at).or_else(|| day_first(c, at))?;
    Some(Written { weekday, ..day })
}

/// `Tuesday, ` before a date; `The Sun, 5 May` is a newspaper.
fn weekday_before(c: &Cursor, at: usize) -> Option<(u8, usize)> {
    let at = match (c.shift(at), c.shift(at + 1)) {
        (Some(Shift::This), Some(Shift::Coming | Shift::Past)) => at + 2,
        (Some(Shift::This | Shift::Next | Shift::Last), _) => at + 1,
        _ => at,
    };
    let (weekday, form) = c.weekday(at)?;
    let is_paper = form == WeekdayForm::Short && at == c.start && c.after_any(&["the"]);
    if form == WeekdayForm::Plural || is_paper || !c.is_capital(at) {
        return None;
    }
    let at = if form == WeekdayForm::Short { c.skip(at + 1, ".") } else { at + 1 };
    let at = c.skip(at, ",");
    Some((weekday, c.skip(at, "the")))
}

/// `December 24, 2019`, `Dec. 24`, `March the 3rd`, `March eighth`.
fn month_first(c: &Cursor, at: usize) -> Option<Written> {
    let (month, next) = month_name(c, at)?;
    let the = c.is(next, "the");
    let next = c.skip(next, "the");
    let (day, end) = day_number(c, next).or_else(|| {
        let (day, end) = numbers::ordinal(c, next)?;
        // `In January the second army marched.`
        let counts = the && c.is_noun(end);
        (day <= 31 && c.is_word(next) && !counts).then_some((day, end))
    })?;
    if counts_things(c, end) {
        return None;
    }
    let (year, end) = year_behind(c, end);
    if day > 31 && !matches!(year, YearRule::Written(_)) {
        return None;
    }
    Some(Written { end, year, month, day, weekday: None })
}

/// `24 December 2019`, `the 24th of December, 2019`.
fn day_first(c: &Cursor, at: usize) -> Option<Written> {
    // `25 July/7 August` is a day in two calendars.
    let in_two = c.mark_before() == "/" && c.start >= 2 && c.month(c.start - 2).is_some();
    if matches!(c.mark_before(), "$" | "£" | "€" | "." | "," | ":" | "/") && !in_two {
        return None;
    }
    let at = c.skip(at, "the");
    let (day, next) = day_number(c, at).or_else(|| numbers::ordinal(c, at).filter(|(day, _)| *day <= 31))?;
    let next = c.skip(next, "of");
    let next = if c.is_glued(next, "-") { next + 1 } else { next };
    let (month, end) = month_name(c, next)?;
    let (year, end) = year_behind(c, end);
    if day > 31 && !matches!(year, YearRule::Written(_)) {
        return None;
    }
    Some(Written { end, year, month, day, weekday: None })
}

/// `December`, `Dec.`, `Dec`. A capital is asked for, except of long names that mean nothing else.
pub fn month_name(c: &Cursor, at: usize) -> Option<(u8, usize)> {
    let (month, short) = c.month(at)?;
    if !c.is_capital(at) && (short || matches!(month, 3 | 5 | 8)) {
        return None;
    }
    let dotted = short && c.is_glued(at + 1, ".");
    Some((month, if dotted { at + 2 } else { at + 1 }))
}

/// The day of a month in figures: one or two digits, with `st`, `nd`, `rd`, `th` or without.
pub fn day_number(c: &Cursor, at: usize) -> Option<(u8, usize)> {
    let (day, length) = c.digits(at)?;
    if length > 2 || day == 0 {
        return None;
    }
    let suffix = c.glued(at + 1).map_or("", |token| token.span.of_text(c.text));
    let is_ordinal = ["st", "nd", "rd", "th"].iter().any(|end| suffix.eq_ignore_ascii_case(end));
    let end = if is_ordinal { at + 2 } else { at + 1 };
    let broken = match c.glued(end).map_or("", |token| token.span.of_text(c.text)) {
        "%" => true,
        "." | "," | "/" | ":" => c.glued_digits(end + 1).is_some(),
        glued => c.is_word(end) && !glued.is_empty() && !is_ordinal,
    };
    (!broken).then_some((u8::try_from(day).ok()?, end))
}

/// `, 2019`, ` 2019`, ` of 2019`, ` last year`, ` of that year` behind a day or a month.
pub fn year_behind(c: &Cursor, at: usize) -> (YearRule, usize) {
    for next in [c.skip(at, ","), c.skip(at, "of")] {
        if let Some((year, end)) = year::era_year(c, next) {
            return (YearRule::Written(year), end);
        }
        if let Some((year, end)) = year_number(c, next) {
            return (YearRule::Written(year), end);
        }
    }
    let by = match c.shift(at) {
        Some(Shift::Last) => Some(-1),
        Some(Shift::This) => Some(0),
        Some(Shift::Next) => Some(1),
        _ => None,
    };
    if let Some(by) = by
        && c.is(at + 1, "year")
    {
        return (YearRule::Offset(by), at + 2);
    }
    year_of_three(c, c.skip(at, ","))
        .or_else(|| named_year(c, c.skip(at, "of")))
        .unwrap_or((YearRule::Unsaid, at))
}

/// The `621` of `28 May 621,` before a mark, where it can count nothing.
fn year_of_three(c: &Cursor, at: usize) -> Option<(YearRule, usize)> {
    let (year @ 100.., 3) = c.digits(at)? else { return None };
    let ends = c.is_glued(at + 1, ".") && c.glued(at + 2).is_none()
        || c.is_glued(at + 1, ",") && c.glued(at + 2).is_none()
        || c.is_glued(at + 1, ")");
    ends.then_some((YearRule::Written(i16::try_from(year).ok()?), at + 1))
}

/// `that year`, `the same year`, `the following year` behind a day or a month.
fn named_year(c: &Cursor, at: usize) -> Option<(YearRule, usize)> {
    let the = c.is(at, "the");
    let shift_at = c.skip(at, "the");
    let by = match c.shift(shift_at)? {
        Shift::That if !the => 0,
        Shift::Same if the => 0,
        Shift::Following | Shift::Next if the => 1,
        Shift::Previous if the => -1,
        _ => return None,
    };
    let year_at = if by == 0 && !the { c.skip(shift_at + 1, "same") } else { shift_at + 1 };
    c.is(year_at, "year").then_some((YearRule::Named(by), year_at + 1))
}

/// Four digits that can be a year.
pub fn year_number(c: &Cursor, at: usize) -> Option<(i16, usize)> {
    let (year, length) = c.digits(at)?;
    if length != 4 || !(1000..=2199).contains(&year) {
        return None;
    }
    let broken = match c.glued(at + 1).map_or("", |token| token.span.of_text(c.text)) {
        "%" => true,
        "/" => {
            let spans_two =
                c.glued_digits(at + 2).is_some_and(|(next, length)| length == 2 || next == year + 1);
            !spans_two || c.is_glued(at + 3, "/")
        }
        "." | "," | ":" => c.glued_digits(at + 2).is_some(),
        _ => c.glued(at + 1).is_some() && c.is_word(at + 1),
    };
    (!broken).then_some((i16::try_from(year).ok()?, at + 1))
}

/// `March 3 percent`: the number counts something.
fn counts_things(c: &Cursor, at: usize) -> bool {
    c.is_any(at, &["percent", "per", "million", "billion", "people", "points", "cents", "pct"])
}

/// `9/11`: a name for the day.
fn nine_eleven(c: &Cursor) -> Option<Found> {
    let ((9, 1), (11, 2)) = (c.digits(c.start)?, c.glued_digits(c.start + 2)?) else { return None };
    let alone = c.is_glued(c.start + 1, "/") && c.mark_before() != "/" && !c.is_glued(c.start + 3, "/");
    let place = Place::Day { year: YearRule::Written(2001), month: Some(9), day: 11, weekday: None };
    alone.then(|| Found::new(c.start + 3, Rule::place(place)))
}

/// `2020-02-18`, `2020/02/18`, with a clock behind it.
fn iso(c: &Cursor) -> Option<Found> {
    let (year, 4) = c.digits(c.start)? else { return None };
    let separator = c.glued(c.start + 1)?.span.of_text(c.text);
    let in_address = separator == "/" && c.mark_before() == "/";
    if in_address || !matches!(separator, "-" | "/") || !c.is_glued(c.start + 3, separator) {
        return None;
    }
    let ((month, 1..=2), (day, 1..=2)) = (c.glued_digits(c.start + 2)?, c.glued_digits(c.start + 4)?) else {
        return None;
    };
    if !(1000..=2199).contains(&year) || !(1..=12).contains(&month) || !(1..=99).contains(&day) {
        return None;
    }
    let place = Place::Day {
        year: YearRule::Written(i16::try_from(year).ok()?),
        month: Some(u8::try_from(month).ok()?),
        day: u8::try_from(day).ok()?,
        weekday: None,
    };
    let end = c.start + 5;
    let clock_at = if c.is_glued(end, "T") { end + 1 } else { end };
    Some(with_clock(c, place, end, clock_at))
}

/// `21-APR-1987`, with a clock behind it.
fn military(c: &Cursor) -> Option<Found> {
    let (day, 1..=2) = c.digits(c.start)? else { return None };
    if !c.is_glued(c.start + 1, "-") || !c.is_glued(c.start + 3, "-") {
        return None;
    }
    let (month, _) = c.glued(c.start + 2).and_then(|_| c.month(c.start + 2))?;
    let (year, length) = c.glued_digits(c.start + 4)?;
    let year = full_year(year, length)?;
    let place = Place::Day {
        year: YearRule::Written(year),
        month: Some(month),
        day: u8::try_from(day).ok().filter(|day| *day > 0)?,
        weekday: None,
    };
    Some(with_clock(c, place, c.start + 5, c.start + 5))
}

/// `18/2/2020`, `2/18/20`, `18.02.2020`, `03-02-2009`.
fn numeric(c: &Cursor) -> Option<Found> {
    if matches!(c.mark_before(), "." | "/" | "-" | ":" | "$") {
        return None;
    }
    let (first, 1..=2) = c.digits(c.start)? else { return None };
    let separator = c.glued(c.start + 1)?.span.of_text(c.text);
    if !matches!(separator, "/" | "." | "-") || !c.is_glued(c.start + 3, separator) {
        return None;
    }
    let (second, 1..=2) = c.glued_digits(c.start + 2)? else { return None };
    let (year, length) = c.glued_digits(c.start + 4)?;
    if length == 2 && separator != "/" {
        return None;
    }
    let year = full_year(year, length)?;
    let can_be = (first <= 12 || second <= 12 || length == 4) && first > 0 && second > 0;
    if !can_be || c.is_glued(c.start + 5, separator) || first > 31 || second > 31 {
        return None;
    }
    let place = Place::Numeric { first: u8::try_from(first).ok()?, second: u8::try_from(second).ok()?, year };
    Some(with_clock(c, place, c.start + 5, c.start + 5))
}

fn full_year(year: u32, length: u32) -> Option<i16> {
    let year = match (length, year) {
        (4, 1000..=2199) => year,
        (2, 0..=40) => 2000 + year,
        (2, _) => 1900 + year,
        _ => return None,
    };
    i16::try_from(year).ok()
}

fn with_clock(c: &Cursor, place: Place, end: usize, clock_at: usize) -> Found {
    match clock::full_clock(c, clock_at) {
        Some((time, end)) => Found::new(end, Rule::Place { place, time: Some(time) }),
        None => Found::new(end, Rule::place(place)),
    }
}

/// `the week of March 6`.
fn week_of(c: &Cursor) -> Option<Found> {
    let at = c.skip(c.start, "the");
    let at = c.phrase(at, &["week", "of"])?;
    let day = written_day(c, at)?;
    let place = Place::WeekOf { year: day.year, month: day.month, day: day.day };
    Some(Found::new(day.end, Rule::place(place)))
}

const BETWEEN_DAYS: &[&str] = &["-", "–", "—", "to", "and", "or", "&", "through", "until", "till"];

/// The first number of `3-10 March`, `3 and 4 March`, `15, 16 and 17 May`: its month follows.
fn first_of_two(c: &Cursor) -> Option<Found> {
    if !matches!(c.mark_before(), "" | "(" | "\"" | "“") {
        return None;
    }
    let (day, end) = day_number(c, c.skip(c.start, "the"))?;
    let (month, year) = month_of_list(c, end, day, 3)?;
    let place = Place::Day { year, month: Some(month), day, weekday: None };
    (day <= 31).then(|| Found::new(end, Rule::place(place)))
}

/// The first day of a night's two: the `5–6 June` of `the night of 5–6 June`, `June 5/6, 1944`.
pub fn first_of_night(c: &Cursor, at: usize) -> Option<(Place, usize)> {
    let day_at = c.skip(at, "the");
    if let Some((day @ 1..=31, _)) = c.digits(day_at).filter(|_| is_dash(c, day_at + 1)) {
        let day = u8::try_from(day).ok()?;
        let (last, end) = day_number(c, day_at + 2).filter(|(last, _)| day < *last)?;
        let (month, end) = (last <= 31).then(|| month_name(c, c.skip(end, "of"))).flatten()?;
        let (year, end) = year_behind(c, end);
        return Some((Written { end, year, month, day, weekday: None }.place(), end));
    }
    let first = month_first(c, at).filter(|first| first.year == YearRule::Unsaid && is_dash(c, first.end))?;
    let (_, end) = day_number(c, first.end + 1).filter(|(day, _)| first.day < *day)?;
    let (year, end) = year_behind(c, end);
    Some((Written { year, ..first }.place(), end))
}

/// `–`, `/` between the two days of a night.
fn is_dash(c: &Cursor, at: usize) -> bool {
    c.is_any(at, &["-", "–", "/"])
}

/// The month and year behind a list of days that continues at `at`.
fn month_of_list(c: &Cursor, at: usize, before: u8, longest: u8) -> Option<(u8, YearRule)> {
    if longest == 0 || !(c.is_any(at, BETWEEN_DAYS) || c.is(at, ",")) {
        return None;
    }
    let (day, next) = day_number(c, at + 1).filter(|(next, _)| *next <= 31 && *next > before)?;
    if let Some((month, end)) = month_name(c, c.skip(next, "of")) {
        return Some((month, year_behind(c, end).0));
    }
    month_of_list(c, next, day, longest - 1)
}

/// `on the 17th`, `Monday the 5th`: a day of the anchor's month.
fn day_of_month(c: &Cursor) -> Option<Found> {
    let (weekday, at) = match weekday_before(c, c.start) {
        Some((weekday, next)) => (Some(weekday), next),
        None if c.is(c.start, "the") && c.after_any(&["on", "until", "by", "since"]) => (None, c.start + 1),
        None => return None,
    };
    let (day, end) = bare_day(c, at)?;
    let place = Place::Day { year: YearRule::Unsaid, month: None, day, weekday };
    Some(Found::new(end, Rule::place(place)))
}

/// `17th` where no noun follows that it counts.
pub fn bare_day(c: &Cursor, at: usize) -> Option<(u8, usize)> {
    let (day, end) = numbers::ordinal(c, at).filter(|(day, end)| *day <= 31 && *end == at + 2)?;
    (!c.is_noun(end)).then_some((day, end))
}

/// The `16` of `Sept. 15-16`, the `10` of `March 3 to 10`, `25` of `April 24 and 25`.
pub fn continuation(c: &Cursor, at: usize, before: &mut Rule) -> Option<(usize, Found)> {
    if let Rule::Place { place: Place::Day { month: None, day, .. }, time: None } = before {
        return next_bare_day(c, at, *day);
    }
    let Rule::Place { place: Place::Day { year, month: Some(month), day, .. }, time: None } = before else {
        return None;
    };
    if !(c.is_any(at, BETWEEN_DAYS) || c.is(at, ",")) {
        return None;
    }
    let (next_day, end) = day_number(c, at + 1).filter(|(next, _)| *next <= 31 && next > day)?;
    if month_name(c, c.skip(end, "of")).is_some() {
        return None;
    }
    let (next_year, year_end) = year_behind(c, end);
    let own_year = matches!(next_year, YearRule::Written(_));
    let is_list = c.is(at, ",") && !c.is_any(end, &["and", "or", ","]);
    let by_word = c.is_word(at);
    let counts = counts_things(c, end) || by_word && c.is_word(end) && !c.context(end, Context::FollowsDay);
    if !own_year && (is_list || counts) {
        return None;
    }
    if own_year && *year == YearRule::Unsaid {
        *year = next_year;
    }
    let year = if own_year {
        next_year
    } else if let YearRule::Written(_) = year {
        *year
    } else {
        YearRule::Named(0)
    };
    let place = Place::Day { year, month: Some(*month), day: next_day, weekday: None };
    Some((at + 1, Found::new(year_end, Rule::place(place))))
}

/// The `9th` of `on the 8th and 9th`.
fn next_bare_day(c: &Cursor, at: usize, before: u8) -> Option<(usize, Found)> {
    if !c.is_any(at, BETWEEN_DAYS) {
        return None;
    }
    let (day, end) = bare_day(c, c.skip(at + 1, "the")).filter(|(day, _)| before < *day)?;
    let place = Place::Day { year: YearRule::Unsaid, month: None, day, weekday: None };
    Some((at + 1, Found::new(end, Rule::place(place))))
}
