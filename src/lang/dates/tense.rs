//! The tense of the sentence round an expression, from its nearest verb.
//!
//! It replaces a tagger: parts of speech are worth 4 value points to HeidelTime on newswire and none
//! on Wikinews, and cues of the nearest verb take their place (dates.md §0.7). Of 297 bare weekdays in
//! the development data 15 lie ahead, nearly all beside `will`, `scheduled`, `due` and their like (§4).

use crate::lang::dates::rule::Lean;
use crate::lang::dates::scan::{Gap, Shape, Token};
use crate::lang::dates::words::Cue;

/// How many tokens are looked at before the expression, and behind it.
const BEFORE: usize = 32;
const BEHIND: usize = 14;
/// A verb behind the expression counts as if it stood so many tokens further away: the verb that
/// governs a date mostly stands before it.
const BEHIND_PENALTY: usize = 4;

/// The lean of the sentence at the tokens from `start` to before `end`.
pub fn lean(text: &str, tokens: &[Token], start: usize, end: usize) -> Lean {
    let mut nearest = Nearest::default();
    for distance in 1..=BEFORE {
        let Some(at) = start.checked_sub(distance) else { break };
        if ends_sentence(text, tokens, at) {
            break;
        }
        nearest.note(text, tokens, at, distance);
        if tokens.get(at).is_some_and(|token| token.gap >= Gap::Line) {
            break;
        }
    }
    for distance in 0..BEHIND {
        let at = end + distance;
        let broken = tokens.get(at).is_none_or(|token| token.gap >= Gap::Line);
        if broken || ends_sentence(text, tokens, at) {
            break;
        }
        nearest.note(text, tokens, at, distance + 1 + BEHIND_PENALTY);
    }
    nearest.lean()
}

/// The distance of the nearest cue of each kind.
#[derive(Default)]
struct Nearest {
    ahead: Option<usize>,
    hope: Option<usize>,
    past: Option<usize>,
}

impl Nearest {
    fn note(&mut self, text: &str, tokens: &[Token], at: usize, distance: usize) {
        let Some(token) = tokens.get(at) else { return };
        let slot = match cue(text, tokens, at, token) {
            Some(Cue::Ahead) => &mut self.ahead,
            Some(Cue::Hope) => &mut self.hope,
            Some(Cue::Past) => &mut self.past,
            _ => return,
        };
        *slot = Some(slot.map_or(distance, |known| known.min(distance)));
    }

    fn lean(&self) -> Lean {
        let past = self.past.unwrap_or(usize::MAX);
        if self.ahead.is_some_and(|ahead| ahead < past) {
            Lean::Ahead
        } else if self.hope.is_some_and(|hope| hope < past) {
            Lean::Hope
        } else if self.past.is_some() {
            Lean::Past
        } else {
            Lean::None
        }
    }
}

fn cue(text: &str, tokens: &[Token], at: usize, token: &Token) -> Option<Cue> {
    let next_is = |words: &[&str]| {
        let next = tokens.get(at + 1).map_or("", |token| token.span.of_text(text));
        words.iter().any(|word| next.eq_ignore_ascii_case(word))
    };
    match token.word.cue() {
        Some(Cue::Set) => next_is(&["to", "for"]).then_some(Cue::Ahead),
        Some(Cue::Going) => next_is(&["to"]).then_some(Cue::Ahead),
        Some(cue) => Some(cue),
        None if token.shape == Shape::Small && token.span.len() >= 5 => {
            token.span.of_text(text).ends_with("ed").then_some(Cue::Past)
        }
        None => None,
    }
}

/// Whether the token at `at` is a mark that ends a sentence.
fn ends_sentence(text: &str, tokens: &[Token], at: usize) -> bool {
    let Some(mark) = tokens.get(at).filter(|token| token.shape == Shape::Mark) else { return false };
    match mark.span.of_text(text) {
        "!" | "?" => true,
        "." => {
            let before = at.checked_sub(1).and_then(|before| tokens.get(before));
            let abbreviates = before.is_some_and(|token| {
                mark.gap == Gap::None && (token.span.len() <= 3 && token.shape != Shape::Digits)
            });
            let begins =
                tokens.get(at + 1).is_none_or(|next| next.gap > Gap::None && next.shape != Shape::Small);
            begins && !abbreviates
        }
        _ => false,
    }
}
