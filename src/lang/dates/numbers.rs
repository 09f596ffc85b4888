//! Numbers in figures and words, as far as they count units of time or name a year.

use std::ops::Range;

use crate::lang::dates::cursor::Cursor;
use crate::lang::dates::rule::Amount;
use crate::lang::dates::scan::scan;
use crate::lang::dates::words::{self, Sense};

/// A number and where it ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Numeral {
    pub amount: Amount,
    /// The index of the token behind it.
    pub end: usize,
    pub form: NumeralForm,
}

/// How a number is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NumeralForm {
    Digits,
    Words,
    /// `a`, `an`, `another`.
    Article,
}

/// The number that a stretch of one line begins with, whatever it counts, and the offset of its end.
pub fn leading(text: &str, within: Range<usize>) -> Option<(Amount, usize)> {
    let mut tokens = Vec::new();
    scan(text, within, &mut tokens);
    let cursor = Cursor { text, tokens: &tokens, start: 0 };
    let numeral = numeral(&cursor, 0)?;
    let last = tokens.get(numeral.end.checked_sub(1)?)?;
    Some((numeral.amount, last.span.range().end))
}

/// Whether a word, or the first part of a joined one (`twenty-four`), is a number or a scale.
pub fn is_number_word(word: &str) -> bool {
    let first = word.split(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
    words::key(first.as_bytes()).is_some_and(|key| {
        let senses = words::word(key).senses().iter();
        senses.into_iter().any(|sense| matches!(sense, Sense::Number(_) | Sense::Tens(_) | Sense::Scale(_)))
    })
}

/// The number at `at`: `12`, `1,200`, `5.5`, `2 1/2`, `twenty-four`, `a hundred`, `half an`, `a`, `another`.
pub fn numeral(c: &Cursor, at: usize) -> Option<Numeral> {
    figures(c, at).or_else(|| half(c, at)).or_else(|| spelled(c, at)).or_else(|| article(c, at))
}

/// A number in figures.
fn figures(c: &Cursor, at: usize) -> Option<Numeral> {
    let (mut whole, _) = c.digits(at)?;
    let mut end = at + 1;
    while c.is_glued(end, ",") {
        let Some((group, 3)) = c.glued_digits(end + 1) else { break };
        whole = whole.checked_mul(1000)?.checked_add(group)?;
        end += 2;
    }
    let mut hundredths = 0;
    if c.is_glued(end, ".")
        && let Some((fraction, length)) = c.glued_digits(end + 1)
    {
        hundredths = match length {
            1 => fraction * 10,
            2 => fraction,
            _ => return None,
        };
        end += 2;
    } else if let Some((share, next)) = fraction(c, end) {
        hundredths = share;
        end = next;
    }
    let amount = Amount { whole, hundredths: u8::try_from(hundredths).ok()? };
    Some(Numeral { amount, end, form: NumeralForm::Digits })
}

/// `1/2` behind a whole number: its hundredths.
fn fraction(c: &Cursor, at: usize) -> Option<(u32, usize)> {
    if c.is(at, "½") {
        return Some((50, at + 1));
    }
    let at = c.skip(at, "-");
    let ((part, 1), (whole, 1)) = (c.digits(at)?, c.glued_digits(at + 2)?) else { return None };
    (c.is_glued(at + 1, "/") && part < whole).then(|| (part * 100 / whole, at + 3))
}

/// `half a`, `half an`.
fn half(c: &Cursor, at: usize) -> Option<Numeral> {
    let end = c.phrase(at, &["half", "a"]).or_else(|| c.phrase(at, &["half", "an"]))?;
    Some(Numeral { amount: Amount { whole: 0, hundredths: 50 }, end, form: NumeralForm::Words })
}

/// A number in words: below a hundred, then hundreds, dozens and thousands of it.
fn spelled(c: &Cursor, at: usize) -> Option<Numeral> {
    let (mut whole, mut end) = match below_hundred(c, at) {
        Some((number, end)) => (u32::from(number), end),
        None if c.is_any(at, &["a", "an"]) && scale(c, at + 1).is_some() => (1, at + 1),
        None => return None,
    };
    while let Some(factor) = scale(c, end) {
        whole = whole.checked_mul(factor)?;
        end += 1;
        let next = c.skip(end, "and");
        if factor >= 100
            && let Some((rest, after)) = below_hundred(c, next)
        {
            whole = whole.checked_add(u32::from(rest))?;
            end = after;
        }
    }
    let mut hundredths = 0;
    let half = c
        .phrase(end, &["and", "a", "half"])
        .or_else(|| c.phrase(end, &["-", "and", "-", "a", "-", "half"]).filter(|end| !c.is(*end, "-")));
    if let Some(after) = half {
        hundredths = 50;
        end = after;
    }
    Some(Numeral { amount: Amount { whole, hundredths }, end, form: NumeralForm::Words })
}

fn article(c: &Cursor, at: usize) -> Option<Numeral> {
    c.is_any(at, &["a", "an", "another"]).then(|| Numeral {
        amount: Amount::whole(1),
        end: at + 1,
        form: NumeralForm::Article,
    })
}

/// `seven`, `seventeen`, `seventy`, `seventy-seven`, `seventy seven`.
pub fn below_hundred(c: &Cursor, at: usize) -> Option<(u8, usize)> {
    if let Some(number) = c.any_sense(at, number_word) {
        return Some((number, at + 1));
    }
    let (tens, ones_at) = tens(c, at)?;
    match c.any_sense(ones_at, number_word) {
        Some(ones @ 1..=9) => Some((tens + ones, ones_at + 1)),
        _ => Some((tens, at + 1)),
    }
}

/// `seventy` and where the ones can stand behind it, over a hyphen.
fn tens(c: &Cursor, at: usize) -> Option<(u8, usize)> {
    let tens = c.any_sense(at, |sense| match sense {
        Sense::Tens(tens) => Some(tens),
        _ => None,
    })?;
    Some((tens, c.skip(at + 1, "-")))
}

/// `first`, `thirty-first`, `24th`.
pub fn ordinal(c: &Cursor, at: usize) -> Option<(u8, usize)> {
    if let Some((number, 1..=2)) = c.digits(at) {
        let suffix = c.glued(at + 1).map_or("", |token| token.span.of_text(c.text));
        let is_ordinal = ["st", "nd", "rd", "th"].iter().any(|end| suffix.eq_ignore_ascii_case(end));
        return is_ordinal.then_some((u8::try_from(number).ok()?, at + 2));
    }
    if let Some(number) = c.ordinal(at) {
        return Some((number, at + 1));
    }
    let (tens, ones_at) = tens(c, at)?;
    match c.ordinal(ones_at) {
        Some(ones @ 1..=9) => Some((tens + ones, ones_at + 1)),
        _ => None,
    }
}

/// A year in words: `nineteen ninety-seven`, `two thousand and four`, `twenty nineteen`.
pub fn spelled_year(c: &Cursor, at: usize) -> Option<(i16, usize)> {
    let (century, next) = below_hundred(c, at)?;
    if century == 2 && c.is(next, "thousand") {
        let (rest, end) = match below_hundred(c, c.skip(next + 1, "and")) {
            Some((rest, end)) => (rest, end),
            None => (0, next + 1),
        };
        return Some((2000 + i16::from(rest), end));
    }
    if !matches!(century, 15..=20) {
        return None;
    }
    let (rest, end) = below_hundred(c, next)?;
    (rest >= 10).then_some((i16::from(century) * 100 + i16::from(rest), end))
}

fn scale(c: &Cursor, at: usize) -> Option<u32> {
    c.any_sense(at, |sense| match sense {
        Sense::Scale(factor) => Some(u32::from(factor)),
        _ => None,
    })
}

fn number_word(sense: Sense) -> Option<u8> {
    match sense {
        Sense::Number(number) => Some(number),
        _ => None,
    }
}
