//! Numbers of a sentence: `12`, `1,200`, `2.5 million`, `twelve`, `20th`.

use crate::lang::token::{Gap, Token, TokenKind};

/// A number and how exactly it is written.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Quantity {
    pub value: f64,
    /// The least step of its last digit: 1 for `12`, 0.1 for `2.5`, 100,000 for `2.5 million`.
    pub step: f64,
}

impl Quantity {
    /// The number where it counts things: whole, and not rounded to millions.
    pub fn count(self) -> Option<u32> {
        let is_count = self.step == 1.0 && (0.0..1e6).contains(&self.value);
        // A whole number below a million fits.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked just above")]
        is_count.then_some(self.value as u32)
    }
}

/// The number that begins at the first token, and how many tokens it takes.
pub fn quantity(text: &str, tokens: &[Token]) -> Option<(Quantity, usize)> {
    let first = tokens.first()?;
    let letters = first.of(text);
    let quantity = match first.kind {
        TokenKind::Number => digits(letters)?,
        _ => Quantity { value: f64::from(spelled(letters)?), step: 1.0 },
    };
    let Some(magnitude) = tokens
        .get(1)
        .filter(|next| next.kind == TokenKind::Word && next.gap == Gap::Space)
        .and_then(|next| magnitude(next.of(text)))
    else {
        return Some((quantity, 1));
    };
    Some((Quantity { value: quantity.value * magnitude, step: quantity.step * magnitude }, 2))
}

/// `20th`, `twentieth`, `twenty-first`.
pub fn ordinal(word: &str) -> Option<u32> {
    let digits = word.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    if !digits.is_empty() {
        let ending = word.get(digits.len()..)?.to_ascii_lowercase();
        return ["st", "nd", "rd", "th"].contains(&ending.as_str()).then(|| digits.parse().ok())?;
    }
    let word = word.to_ascii_lowercase();
    let (tens, units) = word.split_once('-').unwrap_or(("", &word));
    let unit = position(&ORDINALS, units);
    match (tens, unit) {
        ("", Some(unit)) => Some(unit),
        ("", None) => position(&TENTHS, units).map(|tens| tens * 10),
        (tens, Some(unit)) if unit < 10 => Some(position(&TENS, tens)? * 10 + unit),
        _ => None,
    }
}

fn digits(letters: &str) -> Option<Quantity> {
    let (number, factor) = match letters {
        _ if letters.ends_with("bn") => (letters.strip_suffix("bn")?, 1e9),
        _ if letters.ends_with('m') => (letters.strip_suffix('m')?, 1e6),
        _ => (letters, 1.0),
    };
    let plain = number.replace(',', "");
    let grouped = number.contains(',');
    let well_grouped =
        number.split(',').skip(1).all(|group| group.split('.').next().map(str::len) == Some(3));
    if (grouped && !well_grouped) || !plain.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return None;
    }
    let decimals = plain.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let value: f64 = plain.parse().ok()?;
    let step = 10f64.powi(-i32::try_from(decimals).ok()?);
    Some(Quantity { value: value * factor, step: step * factor })
}

/// A number below a hundred in words.
pub fn spelled(word: &str) -> Option<u32> {
    let word = word.to_ascii_lowercase();
    let (tens, units) = word.split_once('-').unwrap_or(("", &word));
    match (tens, position(&UNITS, units)) {
        ("", Some(unit)) => Some(unit),
        ("", None) => position(&TENS, units).map(|tens| tens * 10),
        (tens, Some(unit)) if unit < 10 => Some(position(&TENS, tens)? * 10 + unit),
        _ => None,
    }
}

fn magnitude(word: &str) -> Option<f64> {
    Some(match word.to_ascii_lowercase().as_str() {
        "hundred" => 1e2,
        "thousand" => 1e3,
        "million" | "mln" => 1e6,
        "billion" | "bln" => 1e9,
        "trillion" => 1e12,
        _ => return None,
    })
}

/// The place of a word in a list that begins with one.
fn position(list: &[&str], word: &str) -> Option<u32> {
    let index = list.iter().position(|known| *known == word)?;
    u32::try_from(index + 1).ok()
}

const UNITS: [&str; 19] = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const TENS: [&str; 9] = ["-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

const ORDINALS: [&str; 19] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
];

const TENTHS: [&str; 10] = [
    "-",
    "twentieth",
    "thirtieth",
    "fortieth",
    "fiftieth",
    "sixtieth",
    "seventieth",
    "eightieth",
    "ninetieth",
    "hundredth",
];
