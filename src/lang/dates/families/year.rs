//! Years, decades, centuries: `2011`, `early 1990`, `the 1980s`, `the '80s`, `the 19th century`, `44 BC`.
//!
//! 7.7 % of the development data, 21 % of the newswire held out. `the` stands inside; the value of a
//! decade is its first three digits, of a century its first two (dates.md §4, rule 8). Counts, prices,
//! model numbers and scores are kept out by their neighbours.

use crate::lang::dates::cursor::Cursor;
use crate::lang::dates::families::{Found, day, month};
use crate::lang::dates::numbers;
use crate::lang::dates::rule::{Place, Rule};
use crate::lang::dates::words::{Context, Sense};

pub fn read(c: &Cursor) -> Option<Found> {
    let (modifier, at) = month::edge(c, c.start);
    let found = decade(c, at)
        .or_else(|| century(c, at))
        .or_else(|| fiscal_year(c, at))
        .or_else(|| named_year(c, at))
        .or_else(|| year_of_era(c, at))
        .or_else(|| year(c, at))?;
    Some(found.with(found.modifier.or(modifier)))
}

fn year(c: &Cursor, at: usize) -> Option<Found> {
    if at == c.start
        && matches!(c.mark_before(), "$" | "£" | "€" | "#" | "." | "," | "-" | "/" | ":" | "+" | "@")
        && !is_circa(c)
    {
        return None;
    }
    let edged = at > c.start;
    if let Some((year, end)) = numbers::spelled_year(c, at)
        && !(2000..=2009).contains(&year)
        && c.unit(end).is_none()
    {
        return Some(Found::new(end, Rule::place(Place::Year(year))));
    }
    if at == c.start
        && let Some((year, end)) = short_year(c, at)
    {
        return is_of_time(c).then(|| Found::new(end, Rule::place(Place::Year(year))));
    }
    let (year, end) = day::year_number(c, at)?;
    if c.is_glued(end, "-") && c.digits(end + 1).is_none() && c.glued(end + 1).is_some() {
        return None;
    }
    if c.is_any(end, &["-", "–"])
        && c.glued_digits(end + 1).is_some_and(|(_, length)| !matches!(length, 2 | 4))
    {
        return None;
    }
    if edged {
        return Some(Found::new(end, Rule::place(Place::Year(year))));
    }
    // `The 1982 deaths` happened in that year; round numbers count.
    let is_dated = c.after_any(&["the"]) && year >= 1900 && year % 100 != 0;
    let counted = c.context(end, Context::Thing) && !is_dated
        || c.after(Context::Serial)
        || c.letters_before(1) == "." && c.letters_before(2).eq_ignore_ascii_case("no");
    let is_model = c.is_any(end, CARS) && c.after_any(&["a", "an", "the", "his", "her", "their", "s", "old"]);
    if counted || is_model || !(1800..=2100).contains(&year) && !is_old_year(c, year, end) {
        return None;
    }
    Some(Found::new(end, Rule::place(Place::Year(year))))
}

/// Whether four digits below 1800 or above 2100 are a year all the same: `in 1648`, `c. 1200`, `1066–1087`,
/// `the 1787 Ordinance`.
fn is_old_year(c: &Cursor, year: i16, end: usize) -> bool {
    let is_round = year % 100 == 0;
    let describes = c.after_any(&["the"]) && year >= 1400 && c.is_noun(end) && c.glued(end).is_none();
    let names_event = describes && (c.is_capital(end) || !is_round);
    let begins_range = || {
        let joined = c.is_any(end, &["-", "–", "—"]);
        let next = match c.digits(end + 1).filter(|_| joined) {
            Some((later, 4)) => i16::try_from(later).ok(),
            Some((later, 2)) if c.is(end, "–") => {
                i16::try_from(later).ok().map(|later| year / 100 * 100 + later)
            }
            _ => None,
        };
        next.is_some_and(|later| (year + 1..year + LONGEST_REIGN).contains(&later)) && !counts(c, end + 2)
    };
    let is_early = c.after_any(&["as"]) && matches!(c.letters_before(2), "early" | "late");
    let is_count = c.is_noun(end) && c.letters(end).ends_with('s') && !c.is_capital(end);
    let is_work =
        c.letters_before(1) == ":" || c.start.checked_sub(1).is_some_and(|before| c.is_upper(before));
    (is_of_time(c) || is_circa(c)) && !is_count || names_event || is_early || begins_range() && !is_work
}

/// Two numbers further apart are no range of years, but numbers.
const LONGEST_REIGN: i16 = 120;

/// Whether `circa`, `c.`, `born`, `d.` stand before the start.
fn is_circa(c: &Cursor) -> bool {
    if c.letters_before(1) == "." {
        return matches!(c.letters_before(2), "c" | "ca" | "b" | "d" | "r");
    }
    c.after_any(&["c", "ca", "born", "died"])
}

/// `his 1987 Ford`: the model's year.
const CARS: &[&str] = &[
    "Audi",
    "BMW",
    "Buick",
    "Cadillac",
    "Chevrolet",
    "Chevy",
    "Chrysler",
    "Dodge",
    "Fiat",
    "Ford",
    "Honda",
    "Hyundai",
    "Jeep",
    "Lada",
    "Lexus",
    "Mazda",
    "Mercedes",
    "Nissan",
    "Peugeot",
    "Pontiac",
    "Renault",
    "Skoda",
    "Subaru",
    "Toyota",
    "Volkswagen",
    "Volvo",
];

/// Whether a preposition of time stands before the start.
fn is_of_time(c: &Cursor) -> bool {
    c.after(Context::OfTime) || c.after_any(&["(", "–", "—"])
}

/// `the year 2000`, `the year two thousand`.
fn named_year(c: &Cursor, at: usize) -> Option<Found> {
    let at = c.skip(at, "the");
    let at = c.phrase(at, &["year"])?;
    let (year, end) = day::year_number(c, at).or_else(|| numbers::spelled_year(c, at))?;
    Some(Found::new(end, Rule::place(Place::Year(year))))
}

/// `fiscal 1989`, `the fiscal year 1989`: the value is its number.
fn fiscal_year(c: &Cursor, at: usize) -> Option<Found> {
    let next = c.skip(at, "the");
    if let Some(next) = c.phrase(next, &["fiscal"]) {
        let (year, end) = day::year_number(c, c.skip(next, "year"))?;
        return Some(Found::new(end, Rule::place(Place::Year(year))));
    }
    let (year, end) = day::year_number(c, next)?;
    let end = c.phrase(end, &["fiscal", "year"])?;
    Some(Found::new(end, Rule::place(Place::Year(year))))
}

/// `'98` behind a month or a preposition.
pub fn short_year(c: &Cursor, at: usize) -> Option<(i16, usize)> {
    if !c.is_any(at, &["'", "’", "‘"]) {
        return None;
    }
    let (year, 2) = c.glued_digits(at + 1)? else { return None };
    if c.glued(at + 2).is_some_and(|_| c.is_word(at + 2)) {
        return None;
    }
    let year = i16::try_from(year).ok()?;
    Some((if year > 40 { 1900 + year } else { 2000 + year }, at + 2))
}

/// `44 BC`, `AD 70`; the first year of `264–146 BC`.
fn year_of_era(c: &Cursor, at: usize) -> Option<Found> {
    if let Some((year, end)) = era_year(c, at) {
        return Some(Found::new(end, Rule::place(Place::Year(year))));
    }
    let (year, 1..=4) = c.digits(at)? else { return None };
    let year = i16::try_from(year).ok().filter(|year| *year > 0)?;
    let (later, _) = c.is_any(at + 1, &["-", "–", "to"]).then(|| era_year(c, at + 2)).flatten()?;
    (later <= 0 && 1 - later < year).then(|| Found::new(at + 1, Rule::place(Place::Year(1 - year))))
}

/// `44 BC`, `264 B.C.`, `AD 70`, `70 CE`: the year as astronomers count.
pub fn era_year(c: &Cursor, at: usize) -> Option<(i16, usize)> {
    if let Some((Era::Common, next)) = era(c, at) {
        let (year, 1..=4) = c.digits(next)? else { return None };
        return Some((i16::try_from(year).ok().filter(|year| *year > 0)?, next + 1));
    }
    let (year, 1..=4) = c.digits(at)? else { return None };
    let year = i16::try_from(year).ok().filter(|year| *year > 0)?;
    // `4AD` is a name.
    if year < 100 && c.glued(at + 1).is_some() {
        return None;
    }
    match era(c, at + 1)? {
        (Era::BeforeChrist, end) => Some((1 - year, end)),
        (Era::Common, end) => Some((year, end)),
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Era {
    BeforeChrist,
    Common,
}

/// `BC`, `B.C.`, `BCE`, `AD`, `CE`.
fn era(c: &Cursor, at: usize) -> Option<(Era, usize)> {
    if !c.is_capital(at) {
        return None;
    }
    let whole = match c.letters(at) {
        "BC" | "BCE" => Some(Era::BeforeChrist),
        "AD" | "CE" => Some(Era::Common),
        _ => None,
    };
    let dotted = |letters: &[&str]| c.phrase(at, letters);
    match whole {
        Some(era) => Some((era, at + 1)),
        None => dotted(&["B", ".", "C", "."])
            .map(|end| (Era::BeforeChrist, end))
            .or_else(|| dotted(&["A", ".", "D", "."]).map(|end| (Era::Common, end))),
    }
}

/// `the 1980s`, `the early 1990s`, `the '80s`, `the nineties`.
fn decade(c: &Cursor, at: usize) -> Option<Found> {
    let the = c.is(at, "the");
    let (modifier, next) = month::edge(c, c.skip(at, "the"));
    let at = c.skip(next, "the");
    // `A man in his early 30s` is so old.
    if !the && c.after_any(&["his", "her", "their", "my", "your", "our"]) {
        return None;
    }
    let (place, end) = decade_at(c, at, (the || at > c.start).then_some(THIS_CENTURY))?;
    Some(Found::new(end, Rule::place(place)).with(modifier))
}

/// A decade in figures or words; `80s` and `nineties` only behind `the`, an edge or another decade, whose
/// century (the first two digits of its years) is theirs.
fn decade_at(c: &Cursor, at: usize, century: Option<i16>) -> Option<(Place, usize)> {
    let word = c.any_sense(at, |sense| match sense {
        Sense::Decade(decade) => Some(decade),
        _ => None,
    });
    if let Some(decade) = word {
        return century.map(|century| (Place::Decade(century * 10 + i16::from(decade) / 10), at + 1));
    }
    let apostrophe = c.is_any(at, &["'", "’", "‘"]);
    let digits_at = if apostrophe { at + 1 } else { at };
    let (number, length) = c.digits(digits_at)?;
    let mark = usize::from(c.is_glued(digits_at + 1, "'") || c.is_glued(digits_at + 1, "’"));
    if !c.is_glued(digits_at + 1 + mark, "s") || number % 10 != 0 {
        return None;
    }
    let end = digits_at + 2 + mark;
    let number = i16::try_from(number).ok()?;
    if let Some((Era::BeforeChrist, end)) = era(c, end) {
        return (number < 2200).then_some((Place::DecadeBc(number / 10), end));
    }
    match length {
        4 if (1000..2200).contains(&number) => Some((Place::Decade(number / 10), end)),
        2 if (apostrophe || century.is_some()) && mark == 0 => {
            Some((Place::Decade(century.unwrap_or(THIS_CENTURY) * 10 + number / 10), end))
        }
        _ => None,
    }
}

/// The century of `the '80s`, by the first two digits of its years.
const THIS_CENTURY: i16 = 19;

/// `the 20th century`, `19th-century`, `the late eighteenth century`, `the fifth century BC`.
fn century(c: &Cursor, at: usize) -> Option<Found> {
    let (modifier, next) = month::edge(c, c.skip(at, "the"));
    let (number, next) = numbers::ordinal(c, next).filter(|(number, _)| *number > 0)?;
    let number = i16::from(number) - 1;
    if c.is_any(next, &["and", "to", "or", "-", "–"])
        && let (_, later) = month::edge(c, c.skip(next + 1, "the"))
        && let Some((later, after)) = numbers::ordinal(c, later)
        && let Some(end) = century_noun(c, after)
    {
        let place = match era(c, end) {
            Some((Era::BeforeChrist, _)) => Place::CenturyBc(number + 1),
            _ if i16::from(later) > number + 1 => Place::Century(number),
            _ => return None,
        };
        return Some(Found::new(next, Rule::place(place)).with(modifier));
    }
    let hyphen = c.hyphen(next);
    if hyphen.is_some() && c.is(at, "the") {
        return None;
    }
    let end = century_noun(c, hyphen.unwrap_or(next))?;
    let (place, end) = match era(c, end) {
        Some((Era::BeforeChrist, end)) => (Place::CenturyBc(number), end),
        Some((Era::Common, end)) => (Place::Century(number), end),
        None => (Place::Century(number), end),
    };
    Some(Found::new(end, Rule::place(place)).with(modifier))
}

/// The index behind `century`, `centuries`.
fn century_noun(c: &Cursor, at: usize) -> Option<usize> {
    c.is_any(at, &["century", "centuries"]).then_some(at + 1)
}

/// The `1940s` and `40s` of `the 1930s and 40s`.
fn next_decade(c: &Cursor, at: usize, before: i16) -> Option<(usize, Found)> {
    if !c.is_any(at, &["and", "or", "to", "-", "–"]) {
        return None;
    }
    let next = c.skip(at + 1, "the");
    let (modifier, next) = month::edge(c, next);
    let (place, end) = decade_at(c, next, Some(before / 10))?;
    Some((at + 1, Found::new(end, Rule::place(place)).with(modifier)))
}

/// The `2010` and `91` of `2009-2010`, `1990-91`, `1990 – 91`.
pub fn continuation(c: &Cursor, at: usize, before: &mut Rule) -> Option<(usize, Found)> {
    let first = match *before {
        Rule::Place { place: Place::Decade(decade), time: None } => return next_decade(c, at, decade),
        Rule::Place { place: Place::Year(first @ 1..), time: None } => first,
        _ => return None,
    };
    let joins = c.is_any(at, &["-", "–", "—", "/"]);
    let at = at + 1;
    let (number, length) = c.digits(at)?;
    let glued = c.glued(at - 1).is_some() && c.glued(at).is_some();
    // In a text that was cut into words the marks stand free; a count may follow a dash there.
    let spaced = c.glued(at - 1).is_none()
        && c.glued(at).is_none()
        && length == 2
        && !c.is(at - 1, "/")
        && !counts(c, at + 1);
    if !joins || !(glued || spaced) {
        return None;
    }
    let year = match length {
        4 => day::year_number(c, at)?.0,
        2 => first / 100 * 100 + i16::try_from(number).ok()?,
        _ => return None,
    };
    let follows = year > first && !(c.glued(at + 1).is_some() && c.is_word(at + 1));
    follows.then(|| (at, Found::new(at + 1, Rule::place(Place::Year(year)))))
}

/// Whether a number before `at` counts what stands there.
fn counts(c: &Cursor, at: usize) -> bool {
    c.is_noun(at) && !c.is_capital(at) || c.is_any(at, &["%", ".", ":"]) && c.glued_digits(at + 1).is_some()
}
