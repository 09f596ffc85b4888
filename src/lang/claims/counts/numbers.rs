//! Numbers of things: figures, words, ranges and vague ones (`dozens of`), with their hedges and signs.

use crate::lang::claims::counts::{Hedge, Interval, Unit};
use crate::lang::dates;
use crate::lang::names::page::Page;
use crate::lang::token::Gap;

/// A number that was read.
pub(super) struct Number {
    pub first: usize,
    /// The token behind it.
    pub end: usize,
    pub number: Interval,
    /// `tens of`, `thousands of`: what is counted stands behind an `of`.
    pub of: bool,
}

/// The number that begins at a token.
pub(super) fn number(page: &Page<'_>, at: usize) -> Option<Number> {
    let word = page.folded(at);
    if let Some(scale) = many(word) {
        return plural(page, at, scale);
    }
    if matches!(word, "several" | "few") {
        let scale = scale(page.folded(at + 1))?;
        let number = Interval { low: scale.checked_mul(200)?, high: scale.checked_mul(1000)? - 100 };
        return Some(Number { first: at, end: at + 2, number, of: false });
    }
    let article = page.before(at).filter(|&before| matches!(page.folded(before), "a" | "an"));
    let first = match scale(word) {
        Some(_) => article?,
        None => at,
    };
    if !stands_alone(page, first) {
        return None;
    }
    let (low, mut end, low_scale) = plain(page, first)?;
    let lead = currency(page, first).map_or(first, |(_, sign)| sign);
    let before = page.before(lead).map_or("", |before| page.folded(before));
    let mut number = Interval { low, high: low };
    let joint = page.folded(end);
    let hyphen =
        matches!(joint, "-" | "–" | "—") && page.token(end).is_some_and(|token| token.gap == Gap::Tight);
    let joins = match joint {
        "to" | "or" => before != "from",
        "and" => before == "between",
        _ => hyphen,
    };
    if joins {
        match page.after(end).and_then(|after| plain(page, behind_sign(page, after))) {
            Some((high, after, high_scale)) => {
                // `10-15 million` are both millions.
                number.low = if low_scale == 1 { low.checked_mul(high_scale)? } else { low };
                number.high = high;
                end = after;
                if number.low >= number.high {
                    return None;
                }
            }
            // `a 12-member team`.
            None if hyphen => return None,
            None => {}
        }
    }
    if before == "from" && page.folded(end) == "to" || matches!(page.folded(end), "/" | "th") {
        return None;
    }
    Some(Number { first, end, number, of: false })
}

/// Whether nothing touches a number that makes it a part of something else: `#5`, `1/2`, `A-10`.
fn stands_alone(page: &Page<'_>, at: usize) -> bool {
    let tight = page.token(at).is_some_and(|token| token.gap == Gap::Tight);
    !tight || page.before(at).is_some_and(|before| "([\"“‘'$€£¥~–—…".contains(page.word(before)))
}

/// A number without a range: its value in hundredths, the token behind it, and the scale written behind
/// it (`million`), else 1.
fn plain(page: &Page<'_>, at: usize) -> Option<(u64, usize, u64)> {
    let start = page.token(at)?.span.range().start;
    // No number in words is longer.
    let mut until = (start + 64).min(page.text.len());
    while !page.text.is_char_boundary(until) {
        until -= 1;
    }
    let line = page.text.get(start..until)?.split('\n').next().unwrap_or_default().len();
    let (amount, stop) = dates::leading_number(page.text, start..start + line)?;
    let mut value = u64::from(amount.whole) * 100 + u64::from(amount.hundredths);
    let mut end = at;
    while page.token(end).is_some_and(|token| token.span.range().end < stop) {
        end += 1;
    }
    let token = page.token(end)?.span.range();
    let mut written = 1;
    if token.end > stop {
        // `3.7m`, `5bn`; any other tail makes it no number.
        written = match page.text.get(stop..token.end)? {
            "m" | "mn" | "mln" => 1_000_000,
            "bn" | "b" => 1_000_000_000,
            "tn" | "trn" => 1_000_000_000_000,
            "k" => 1000,
            "km" | "kg" | "pc" | "pct" => return Some((value, end, 1)),
            _ => return None,
        };
    }
    end += 1;
    if let Some(scale) = scale(page.folded(end)).filter(|_| written == 1 && page.after(end - 1).is_some()) {
        written = scale;
        end += 1;
    }
    value = value.checked_mul(written)?;
    (value > 0).then_some((value, end, written))
}

/// `dozens of`, `tens of thousands of`: at least two of them, and fewer than a hundred.
fn plural(page: &Page<'_>, at: usize, first: u64) -> Option<Number> {
    let (mut scale, mut end) = (first, at + 1);
    let of = |end: usize| page.folded(end) == "of";
    while of(end)
        && let Some(more) = many(page.folded(end + 1))
    {
        scale = scale.checked_mul(more)?;
        end += 2;
    }
    if matches!(page.folded(at), "tens") && end == at + 1 || !of(end) && page.folded(at) == "scores" {
        return None;
    }
    let number = Interval { low: scale.checked_mul(200)?, high: scale.checked_mul(10_000)? - 100 };
    Some(Number { first: at, end, number, of: of(end) })
}

pub(super) fn many(word: &str) -> Option<u64> {
    Some(match word {
        "tens" => 10,
        "dozens" => 12,
        "scores" => 20,
        "hundreds" => 100,
        "thousands" => 1000,
        "millions" => 1_000_000,
        "billions" => 1_000_000_000,
        _ => return None,
    })
}

fn scale(word: &str) -> Option<u64> {
    Some(match word {
        "dozen" => 12,
        "hundred" => 100,
        "thousand" => 1000,
        "million" | "mln" => 1_000_000,
        "billion" | "bln" => 1_000_000_000,
        "trillion" => 1_000_000_000_000,
        _ => return None,
    })
}

/// The sign of a currency before a number, and the first token of it: `$`, `US$`.
pub(super) fn currency(page: &Page<'_>, first: usize) -> Option<(Unit, usize)> {
    let sign = page.before(first)?;
    let unit = match page.word(sign) {
        "$" => Unit::Dollar,
        "€" => Unit::Euro,
        "£" => Unit::Pound,
        "¥" => Unit::Yen,
        _ => return None,
    };
    let tight = page.token(sign).is_some_and(|token| token.gap == Gap::Tight);
    let country = page.before(sign).filter(|&before| tight && page.is_capital(before));
    Some((unit, country.unwrap_or(sign)))
}

/// The token behind a currency sign at a token: `between $60 million and $70 million`.
fn behind_sign(page: &Page<'_>, at: usize) -> usize {
    if matches!(page.word(at), "$" | "€" | "£" | "¥") { at + 1 } else { at }
}

/// The hedge before a token, and its first token.
pub(super) fn hedge(page: &Page<'_>, first: usize) -> (Hedge, usize) {
    let back = |at: usize| page.before(at).filter(|_| at > 0);
    let word = |at: Option<usize>| at.map_or("", |at| page.folded(at));
    let one = back(first);
    let two = one.and_then(back);
    let three = two.and_then(back);
    let (hedge, start) = match (word(three), word(two), word(one)) {
        ("no", "fewer" | "less", "than") => (Hedge::AtLeast, three),
        ("no", "more", "than") | ("as", "many" | "much", "as") => (Hedge::AtMost, three),
        ("in", "excess", "of") => (Hedge::MoreThan, three),
        ("a", "total", "of") => (Hedge::Exact, three),
        (_, "at", "least") => (Hedge::AtLeast, two),
        (_, "more" | "greater" | "larger", "than") | (_, "upwards", "of") => (Hedge::MoreThan, two),
        (_, "just" | "well", "over") => (Hedge::MoreThan, two),
        (_, "fewer" | "less", "than") | (_, "at", "most") | (_, "up", "to") => (Hedge::AtMost, two),
        (_, "close", "to") | (_, "just", "under") => (Hedge::Nearly, two),
        (_, "an", "estimated") => (Hedge::About, two),
        (_, _, "some" | "about" | "around" | "roughly" | "approximately" | "estimated") => {
            (Hedge::About, one)
        }
        (_, _, "nearly" | "almost") => (Hedge::Nearly, one),
        (_, _, "over") => (Hedge::MoreThan, one),
        (_, _, "under" | "maximum") => (Hedge::AtMost, one),
        _ => (Hedge::Exact, None),
    };
    (hedge, start.unwrap_or(first))
}
