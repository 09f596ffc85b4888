//! Text → tokens, in one pass: words with their senses, numbers, marks.
//!
//! The only scan over the text in this layer. A token is a run of letters, a run of digits, or one
//! other character, so `24th`, `Sept.15`, `1980s` and `5:30pm` fall into pieces that the families put
//! together again; [`Gap`] says what stood between two tokens. Offsets lie on character boundaries.

use std::ops::Range;

use crate::base::span::Span;
use crate::lang::dates::words::{NO_WORD, Word, key, word};

/// A piece of the text.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    pub span: Span,
    pub gap: Gap,
    pub shape: Shape,
    pub word: &'static Word,
}

/// What a token consists of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shape {
    /// Letters, the first one small.
    Small,
    /// Letters, the first one a capital.
    Capital,
    /// ASCII digits.
    Digits,
    /// One character that is none of these.
    Mark,
}

/// What stands before a token.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Gap {
    /// Nothing.
    None,
    /// White space, or the beginning of the line.
    Space,
}

/// Appends the tokens of one line of the text.
pub fn scan(text: &str, within: Range<usize>, tokens: &mut Vec<Token>) {
    let Some(part) = text.get(within.clone()) else { return };
    let mut scanner = Scanner { part, base: within.start, at: 0, gap: Gap::Space };
    while let Some(token) = scanner.next() {
        tokens.push(token);
    }
}

struct Scanner<'a> {
    part: &'a str,
    /// Where the part begins in the text.
    base: usize,
    at: usize,
    gap: Gap,
}

impl Scanner<'_> {
    fn next(&mut self) -> Option<Token> {
        let bytes = self.part.as_bytes();
        loop {
            let byte = *bytes.get(self.at)?;
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' => return Some(self.ascii_word(byte)),
                b' ' | b'\t' => self.pass(1),
                b'0'..=b'9' => {
                    let length = self.run(|byte| byte.is_ascii_digit());
                    return Some(self.token(length, Shape::Digits, &NO_WORD));
                }
                0..=0x7F if byte.is_ascii_whitespace() => self.pass(1),
                0..=0x7F => return Some(self.token(1, Shape::Mark, &NO_WORD)),
                0x80.. => {
                    let letter = self.part.get(self.at..)?.chars().next()?;
                    if letter.is_whitespace() {
                        self.pass(letter.len_utf8());
                    } else if letter.is_alphabetic() {
                        let shape = if letter.is_uppercase() { Shape::Capital } else { Shape::Small };
                        let length = self.letters();
                        return Some(self.token(length, shape, &NO_WORD));
                    } else {
                        return Some(self.token(letter.len_utf8(), Shape::Mark, &NO_WORD));
                    }
                }
            }
        }
    }

    fn ascii_word(&mut self, first: u8) -> Token {
        let shape = if first.is_ascii_uppercase() { Shape::Capital } else { Shape::Small };
        let length = self.run(|byte| byte.is_ascii_alphabetic());
        let bytes = self.part.as_bytes();
        if bytes.get(self.at + length).is_some_and(|byte| *byte >= 0x80) {
            let whole = self.letters();
            if whole > length {
                return self.token(whole, shape, &NO_WORD);
            }
        }
        let letters = bytes.get(self.at..self.at + length).unwrap_or_default();
        let senses = key(letters).map_or(&NO_WORD, word);
        self.token(length, shape, senses)
    }

    /// The length of the run of letters of any script that begins here; combining marks belong to it.
    fn letters(&self) -> usize {
        let rest = self.part.get(self.at..).unwrap_or_default();
        rest.char_indices()
            .find(|(_, letter)| !letter.is_alphabetic() && !is_combining(*letter))
            .map_or(rest.len(), |(length, _)| length)
    }

    fn run(&self, belongs: fn(&u8) -> bool) -> usize {
        let rest = self.part.as_bytes().get(self.at..).unwrap_or_default();
        rest.iter().position(|byte| !belongs(byte)).unwrap_or(rest.len())
    }

    fn pass(&mut self, length: usize) {
        self.at += length;
        self.gap = Gap::Space;
    }

    fn token(&mut self, length: usize, shape: Shape, word: &'static Word) -> Token {
        let start = self.base + self.at;
        let token = Token { span: Span::of(start..start + length), gap: self.gap, shape, word };
        self.at += length;
        self.gap = Gap::None;
        token
    }
}

fn is_combining(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36F}')
}
