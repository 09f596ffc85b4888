//! A place among the tokens from which one expression is read.
//!
//! The tokens are those of one line: an expression never crosses its end, so a weekday in a headline is
//! never joined to a date line below.

use crate::base::span::Span;
use crate::lang::dates::rule::{DayPart, Modifier, Season, Unit};
use crate::lang::dates::scan::{Gap, Shape, Token};
use crate::lang::dates::words::{Context, Direction, Sense, Shift, Vagueness, WeekdayForm};

/// The tokens of a line and the index where an expression may start.
#[derive(Clone, Copy)]
pub struct Cursor<'a> {
    pub text: &'a str,
    pub tokens: &'a [Token],
    pub start: usize,
}

impl<'a> Cursor<'a> {
    pub fn token(&self, at: usize) -> Option<&'a Token> {
        self.tokens.get(at)
    }

    /// The token right behind the one before it, with nothing between them.
    pub fn glued(&self, at: usize) -> Option<&'a Token> {
        self.tokens.get(at).filter(|token| token.gap == Gap::None)
    }

    /// The letters of the token at `at`, or nothing.
    pub fn letters(&self, at: usize) -> &'a str {
        self.token(at).map_or("", |token| token.span.of_text(self.text))
    }

    /// Whether the token at `at` is this word or mark, in any case.
    pub fn is(&self, at: usize, word: &str) -> bool {
        self.token(at).is_some_and(|token| self.spells(token, word))
    }

    fn spells(&self, token: &Token, word: &str) -> bool {
        token.span.len() as usize == word.len()
            && self
                .text
                .as_bytes()
                .get(token.span.range())
                .is_some_and(|letters| letters.eq_ignore_ascii_case(word.as_bytes()))
    }

    /// Whether the token at `at` is one of these words or marks, in any case.
    pub fn is_any(&self, at: usize, words: &[&str]) -> bool {
        self.token(at).is_some_and(|token| words.iter().any(|word| self.spells(token, word)))
    }

    /// Whether this word or mark stands right behind the token before it.
    pub fn is_glued(&self, at: usize, word: &str) -> bool {
        self.glued(at).is_some_and(|token| self.spells(token, word))
    }

    /// The index behind `word` where it stands at `at`, else `at`.
    pub fn skip(&self, at: usize, word: &str) -> usize {
        if self.is(at, word) { at + 1 } else { at }
    }

    /// Whether these words stand at `at`, in any case; the index behind them.
    pub fn phrase(&self, at: usize, words: &[&str]) -> Option<usize> {
        words.iter().enumerate().all(|(offset, word)| self.is(at + offset, word)).then_some(at + words.len())
    }

    /// The letters of the token `back` places before the start, or nothing.
    pub fn letters_before(&self, back: usize) -> &'a str {
        self.start.checked_sub(back).map_or("", |at| self.letters(at))
    }

    /// Whether the word before the start is one of these, in any case.
    pub fn after_any(&self, words: &[&str]) -> bool {
        let letters = self.letters_before(1);
        !letters.is_empty() && words.iter().any(|word| letters.eq_ignore_ascii_case(word))
    }

    /// The mark that stands right before the start, with nothing between them.
    pub fn mark_before(&self) -> &'a str {
        match self.tokens.get(self.start) {
            Some(token) if token.gap == Gap::None => self.letters_before(1),
            _ => "",
        }
    }

    /// Whether the token at `at` begins with a capital.
    pub fn is_capital(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.shape == Shape::Capital)
    }

    /// Whether the token at `at` is a word.
    pub fn is_word(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| matches!(token.shape, Shape::Capital | Shape::Small))
    }

    /// Whether the word at `at` can be a noun that what stands before it describes: `the 1839 treaty`.
    pub fn is_noun(&self, at: usize) -> bool {
        self.is_word(at) && !self.context(at, Context::FollowsDay)
    }

    /// The index behind a hyphen inside a compound: `two-day`, and `two - day` where the text was cut into
    /// words and put together again.
    pub fn hyphen(&self, at: usize) -> Option<usize> {
        let is_compound =
            self.token(at + 1).is_some_and(|next| Some(next.gap) == self.token(at).map(|it| it.gap));
        (is_compound && self.is(at, "-")).then_some(at + 1)
    }

    /// Whether the word at `at` is written in capitals throughout.
    pub fn is_upper(&self, at: usize) -> bool {
        let letters = self.letters(at);
        letters.len() > 1 && letters.bytes().all(|byte| byte.is_ascii_uppercase())
    }

    /// Whether the start is the first word of a sentence or line.
    pub fn starts_sentence(&self) -> bool {
        matches!(self.letters_before(1), "" | "." | "!" | "?" | "\"" | "“" | ":" | "`" | "•" | "_")
    }

    /// The words from the first token at `from` to the last before `end`.
    pub fn span(&self, from: usize, end: usize) -> Option<Span> {
        let first = self.tokens.get(from)?;
        let last = self.tokens.get(end.checked_sub(1)?)?;
        (from < end).then(|| first.span.join(last.span))
    }

    /// The digits at `at`: their value and how many they are.
    pub fn digits(&self, at: usize) -> Option<(u32, u32)> {
        let token = self.token(at)?;
        if token.shape != Shape::Digits || token.span.len() > 9 {
            return None;
        }
        Some((token.span.of_text(self.text).parse().ok()?, token.span.len()))
    }

    /// The digits that stand right behind the token before them.
    pub fn glued_digits(&self, at: usize) -> Option<(u32, u32)> {
        self.glued(at).and_then(|_| self.digits(at))
    }

    fn sense<T>(&self, at: usize, pick: impl Fn(Sense) -> Option<T>) -> Option<T> {
        self.token(at)?.word.senses().iter().find_map(|sense| pick(*sense))
    }

    /// The month and whether it is written short.
    pub fn month(&self, at: usize) -> Option<(u8, bool)> {
        self.sense(at, |sense| match sense {
            Sense::Month { month, short } => Some((month, short)),
            _ => None,
        })
    }

    pub fn weekday(&self, at: usize) -> Option<(u8, WeekdayForm)> {
        self.sense(at, |sense| match sense {
            Sense::Weekday { weekday, form } => Some((weekday, form)),
            _ => None,
        })
    }

    /// The unit and whether it is a plural.
    pub fn unit(&self, at: usize) -> Option<(Unit, bool)> {
        self.sense(at, |sense| match sense {
            Sense::Unit { unit, plural } => Some((unit, plural)),
            _ => None,
        })
    }

    /// The part of the day and whether it is a plural.
    pub fn part(&self, at: usize) -> Option<(DayPart, bool)> {
        self.sense(at, |sense| match sense {
            Sense::Part { part, plural } => Some((part, plural)),
            _ => None,
        })
    }

    /// The season and whether it is a plural.
    pub fn season(&self, at: usize) -> Option<(Season, bool)> {
        self.sense(at, |sense| match sense {
            Sense::Season { season, plural } => Some((season, plural)),
            _ => None,
        })
    }

    pub fn ordinal(&self, at: usize) -> Option<u8> {
        self.sense(at, |sense| match sense {
            Sense::Ordinal(ordinal) => Some(ordinal),
            _ => None,
        })
    }

    pub fn shift(&self, at: usize) -> Option<Shift> {
        self.sense(at, |sense| match sense {
            Sense::Shift(shift) => Some(shift),
            _ => None,
        })
    }

    /// `early`, `late`, `mid`; the inner `None` is `sometime`.
    pub fn edge(&self, at: usize) -> Option<Option<Modifier>> {
        self.sense(at, |sense| match sense {
            Sense::Edge(modifier) => Some(modifier),
            _ => None,
        })
    }

    pub fn edge_noun(&self, at: usize) -> Option<Modifier> {
        self.sense(at, |sense| match sense {
            Sense::EdgeNoun(modifier) => Some(modifier),
            _ => None,
        })
    }

    pub fn about(&self, at: usize) -> Option<Modifier> {
        self.sense(at, |sense| match sense {
            Sense::About(modifier) => Some(modifier),
            _ => None,
        })
    }

    pub fn vague(&self, at: usize) -> Option<Vagueness> {
        self.sense(at, |sense| match sense {
            Sense::Vague(vagueness) => Some(vagueness),
            _ => None,
        })
    }

    pub fn direction(&self, at: usize) -> Option<Direction> {
        self.sense(at, |sense| match sense {
            Sense::Direction(direction) => Some(direction),
            _ => None,
        })
    }

    /// Whether the word at `at` keeps this company.
    pub fn context(&self, at: usize, context: Context) -> bool {
        self.token(at).is_some_and(|token| token.word.senses().contains(&Sense::Context(context)))
    }

    /// Whether the word before the start keeps this company.
    pub fn after(&self, context: Context) -> bool {
        self.start.checked_sub(1).is_some_and(|before| self.context(before, context))
    }

    /// Any one sense that the closure knows.
    pub fn any_sense<T>(&self, at: usize, pick: impl Fn(Sense) -> Option<T>) -> Option<T> {
        self.sense(at, pick)
    }
}
