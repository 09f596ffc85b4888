//! Dates as headers write them: four ways of writing a day, months in English, German and French.
//!
//! Every way has a digit, so a text is searched from digit to digit; what stands before a number can
//! only be the name of a month.

use std::ops::Range;

use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::source::words::is_boundary;

/// A date as it is written in a header.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Written {
    /// Where it stands in the text that was searched: byte offsets.
    pub range: Range<usize>,
    /// `None` where no year is written.
    pub year: Option<i16>,
    /// 1 to 99 as written.
    pub month: i8,
    /// 1 to 99 as written.
    pub day: i8,
}

impl Written {
    /// The day, where it has a year and the calendar has it.
    pub fn date(&self) -> Option<Date> {
        Date::new(self.year?, self.month, self.day).ok().filter(is_plausible)
    }

    /// The day in a year that something else says.
    pub fn date_in(&self, year: i16) -> Option<Date> {
        Date::new(self.year.unwrap_or(year), self.month, self.day).ok().filter(is_plausible)
    }
}

/// Newspapers begin in 1605; the first day of 1970 is what programs write where they know no day.
fn is_plausible(date: &Date) -> bool {
    date.year() >= 1600 && *date != Date::constant(1970, 1, 1)
}

/// The dates of a short text, in order. Meant for single lines.
pub fn written(text: &str) -> Vec<Written> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(digit) = next_digit(text, from) {
        let month_first =
            month_before(text, from, digit).and_then(|start| month_day(Cursor { text, at: start }));
        let here = Cursor { text, at: digit };
        let read =
            month_first.or_else(|| year_first(here)).or_else(|| day_month(here)).or_else(|| year_last(here));
        match read {
            Some(read) => {
                from = read.range.end;
                found.extend(read.stands_alone(text).then(|| read.in_order()).flatten());
            }
            None => from = digit + 1,
        }
    }
    found
}

fn next_digit(text: &str, from: usize) -> Option<usize> {
    let digit = text.as_bytes().get(from..)?.iter().position(u8::is_ascii_digit)?;
    Some(from + digit)
}

/// Where the name of a month begins that the number at `digit` follows.
fn month_before(text: &str, from: usize, digit: usize) -> Option<usize> {
    let before = text.get(from..digit)?.trim_end();
    let before = before.strip_suffix('.').unwrap_or(before);
    let letters = before.len() - before.trim_end_matches(is_letter).len();
    let start = before.len() - letters;
    month(before.get(start..)?).map(|_| from + start)
}

/// A date that was read, before it is known to be one.
struct Read {
    range: Range<usize>,
    year: Option<i16>,
    month: i16,
    day: i16,
    /// `4/5/2021`: which of the two is the month is open.
    has_slash: bool,
}

impl Read {
    fn new((start, end): (Cursor<'_>, Cursor<'_>), year: Option<i16>, month: i16, day: i16) -> Self {
        Self { range: start.at..end.at, year, month, day, has_slash: false }
    }

    /// No number or word goes on at its ends.
    fn stands_alone(&self, text: &str) -> bool {
        let before = text.get(..self.range.start).and_then(|before| before.chars().next_back());
        let after = text.get(self.range.end..).and_then(|after| after.chars().next());
        let joins_before = |character: char| character.is_alphanumeric() || character == '/';
        // The `T` of a timestamp may follow, no other letter or digit may.
        let joins_after = |character: char| character.is_alphanumeric() && character != 'T';
        !before.is_some_and(joins_before) && !after.is_some_and(joins_after)
    }

    /// The date, where it is plain which number is the month.
    fn in_order(self) -> Option<Written> {
        let (month, day) = match (self.day, self.month) {
            (first, second) if !self.has_slash || first > 12 => (second, first),
            (first, second) if second > 12 => (first, second),
            // Day first or month first: nobody can tell, so it is no evidence.
            (first, second) if first != second => return None,
            (first, second) => (second, first),
        };
        let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        Some(Written { range: self.range, year: self.year, month, day })
    }
}

/// `2021-05-04`, `2021/5/4`.
fn year_first(start: Cursor<'_>) -> Option<Read> {
    let mut cursor = start;
    let year = cursor.year()?;
    cursor.separator()?;
    let month = cursor.number()?;
    cursor.separator()?;
    let day = cursor.number()?;
    Some(Read::new((start, cursor), Some(year), month, day))
}

/// `May 4, 2021`, `Feb. 18`.
fn month_day(start: Cursor<'_>) -> Option<Read> {
    let mut cursor = start;
    let month = cursor.month()?;
    cursor.eat('.');
    cursor.gap();
    let day = cursor.day()?;
    let year = cursor.tail(|cursor| {
        let parted = cursor.eat(',') | cursor.gap();
        cursor.year().filter(|_| parted)
    });
    Some(Read::new((start, cursor), year, month, day))
}

/// `4 May 2021`, `4th of May`, `4-MAY-2021`.
fn day_month(start: Cursor<'_>) -> Option<Read> {
    let mut cursor = start;
    let day = cursor.day()?;
    cursor.eat('.');
    let parted = cursor.gap();
    if cursor.eat('-') {
        cursor.gap();
    } else if !parted {
        return None;
    } else {
        cursor.of();
    }
    let month = cursor.month().filter(|_| is_boundary(cursor.rest()))?;
    cursor.eat('.');
    let year = cursor.tail(|cursor| {
        cursor.eat(',');
        let parted = cursor.gap();
        let dashed = cursor.eat('-');
        cursor.gap();
        cursor.year().filter(|_| parted || dashed)
    });
    Some(Read::new((start, cursor), year, month, day))
}

/// `04.05.2021`, `13/5/2021`.
fn year_last(start: Cursor<'_>) -> Option<Read> {
    let mut cursor = start;
    let day = cursor.number()?;
    let separator = cursor.separator()?;
    let month = cursor.number()?;
    cursor.separator()?;
    let year = cursor.year().filter(|_| is_boundary(cursor.rest()))?;
    let read = Read::new((start, cursor), Some(year), month, day);
    Some(Read { has_slash: separator == '/', ..read })
}

/// A place in a text that is read from left to right.
#[derive(Clone, Copy)]
struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn eat(&mut self, character: char) -> bool {
        let stands = self.rest().starts_with(character);
        self.at += if stands { character.len_utf8() } else { 0 };
        stands
    }

    /// White space; whether there was some.
    fn gap(&mut self) -> bool {
        let rest = self.rest();
        let width = rest.len() - rest.trim_start().len();
        self.at += width;
        width > 0
    }

    /// One or two digits.
    fn number(&mut self) -> Option<i16> {
        let digits = self.rest().bytes().take(2).take_while(u8::is_ascii_digit).count();
        self.digits(digits)
    }

    /// A year from 1500 to 2099.
    fn year(&mut self) -> Option<i16> {
        let mut after = *self;
        let year = after.digits(4).filter(|year| (1500..2100).contains(year))?;
        *self = after;
        Some(year)
    }

    fn digits(&mut self, count: usize) -> Option<i16> {
        let digits =
            self.rest().get(..count).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
        self.at += count;
        digits.parse().ok()
    }

    /// `4`, `4th`.
    fn day(&mut self) -> Option<i16> {
        let day = self.number()?;
        let ending = self.rest().get(..2).unwrap_or_default();
        if ["st", "nd", "rd", "th"].iter().any(|known| ending.eq_ignore_ascii_case(known)) {
            self.at += ending.len();
        }
        Some(day)
    }

    fn separator(&mut self) -> Option<char> {
        ['-', '/', '.'].into_iter().find(|separator| self.eat(*separator))
    }

    /// `of` and the white space behind it, where they stand.
    fn of(&mut self) {
        let mut after = *self;
        if after.rest().get(..2).is_some_and(|word| word.eq_ignore_ascii_case("of")) {
            after.at += 2;
            if after.gap() {
                *self = after;
            }
        }
    }

    fn month(&mut self) -> Option<i16> {
        let rest = self.rest();
        let name = rest.get(..rest.len() - rest.trim_start_matches(is_letter).len())?;
        let month = month(name)?;
        self.at += name.len();
        Some(month)
    }

    /// A year at the end of a date; the cursor stays where none is.
    fn tail(&mut self, read: fn(&mut Self) -> Option<i16>) -> Option<i16> {
        let mut after = *self;
        let year = read(&mut after).filter(|_| is_boundary(after.rest()))?;
        *self = after;
        Some(year)
    }
}

/// A letter of a month's name, or an accent that stands by itself.
fn is_letter(character: char) -> bool {
    character.is_alphabetic() || (!character.is_ascii() && is_combining_mark(character))
}

/// The number of the month that has this name, in any case, composed or decomposed.
fn month(name: &str) -> Option<i16> {
    const LONGEST: usize = 12;
    if !(3..=LONGEST).contains(&name.len()) {
        return None;
    }
    let known = |name: &str| {
        MONTHS.iter().position(|names| names.iter().any(|known| name.eq_ignore_ascii_case(known)))
    };
    let index =
        if name.is_ascii() { known(name) } else { known(&name.nfc().collect::<String>().to_lowercase()) }?;
    i16::try_from(index + 1).ok()
}

const MONTHS: [&[&str]; 12] = [
    &["jan", "january", "januar", "jänner", "janvier"],
    &["feb", "february", "februar", "février"],
    &["mar", "march", "märz", "mars"],
    &["apr", "april", "avril"],
    &["may", "mai"],
    &["jun", "june", "juni", "juin"],
    &["jul", "july", "juli", "juillet"],
    &["aug", "august", "août"],
    &["sep", "sept", "september", "septembre"],
    &["oct", "october", "oktober", "octobre"],
    &["nov", "november", "novembre"],
    &["dec", "december", "dezember", "décembre"],
];

#[cfg(test)]
mod tests;
