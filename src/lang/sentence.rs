//! Where sentences begin: full stops that end one, and line ends.
//!
//! A full stop behind an abbreviation or an initial ends nothing. A single line end always does:
//! `source/` has joined the lines of a paragraph.

use std::ops::Range;

use crate::lang::token::{Gap, Token, TokenKind};

/// Abbreviations that are written before a name or a number, lower case.
const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "st", "gen", "lt", "col", "maj", "capt", "sgt", "cpl", "adm", "brig",
    "cmdr", "sen", "rep", "gov", "pres", "rev", "hon", "jan", "feb", "mar", "apr", "jun", "jul", "aug",
    "sep", "sept", "oct", "nov", "dec", "mt", "ft", "no", "vs", "v", "art", "op", "p", "pp", "fig", "approx",
    "ca", "dept", "messrs", "mme", "mlle", "al",
];

/// Whether a full stop behind this word belongs to the word.
pub fn is_abbreviation(word: &str) -> bool {
    word.len() <= 6 && ABBREVIATIONS.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// The sentences of a text as ranges of its tokens: together they are all tokens, in order.
pub fn split(text: &str, tokens: &[Token]) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut before: Option<&Token> = None;
    let mut stop = Stop::None;
    for (index, token) in tokens.iter().enumerate() {
        let ends = token.gap == Gap::Line || (stop == Stop::Full && begins_sentence(text, token));
        if ends && index > start {
            sentences.push(start..index);
            start = index;
        }
        stop = match token.kind {
            TokenKind::Mark('.') if before.is_some_and(|word| is_abbreviation(word.of(text))) => Stop::None,
            TokenKind::Mark('.' | '!' | '?' | '…') => Stop::Full,
            // A closing quote or bracket behind the stop belongs to the sentence that ends.
            TokenKind::Mark('"' | '”' | '’' | '\'' | ')' | ']' | '»') if token.gap == Gap::Tight => stop,
            _ => Stop::None,
        };
        before = Some(token);
    }
    if start < tokens.len() {
        sentences.push(start..tokens.len());
    }
    sentences
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stop {
    None,
    Full,
}

fn begins_sentence(text: &str, token: &Token) -> bool {
    match token.kind {
        TokenKind::Word => token.of(text).chars().next().is_some_and(|c| !c.is_lowercase()),
        TokenKind::Number => token.gap != Gap::Tight,
        TokenKind::Possessive => false,
        TokenKind::Mark(mark) => token.gap != Gap::Tight && !matches!(mark, ',' | ';' | '.' | ')'),
    }
}

#[cfg(test)]
mod tests;
