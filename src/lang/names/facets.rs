//! Facets of a country's or capital's name (metonymy): whether it stands for the government here.
//!
//! One entity, two readings: `Lima rejected the offer` is the government, `arrived in Lima` the town.
//! Told by the neighbouring words, as the measured prototype tells it (70.7 of 100 right on gold of
//! metonymy, where *always the place* is 67.8): good enough for a hint, and for nothing else.

use crate::base::span::Span;
use crate::lang::lexicon::{Classes, Lexicon, fold_word};
use crate::lang::token::{Gap, Token, TokenKind, tokenize};

/// How the name of a country or capital is meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Facet {
    Place,
    Government,
}

/// The facet of the name at `name`, of what stands beside it in `line`, the line of the text that holds
/// it. `None` where the neighbours do not tell.
pub fn facet(text: &str, line: Span, name: Span, lexicon: &Lexicon) -> Option<Facet> {
    let tokens = tokenize(text, line);
    let first = tokens.iter().position(|token| token.span.end > name.start)?;
    let behind = tokens.iter().position(|token| token.span.start >= name.end).unwrap_or(tokens.len());
    let words = Words { text, tokens: &tokens, lexicon };
    if first.checked_sub(1).is_some_and(|at| words.classes(at).any(Classes::IN.or(Classes::TO))) {
        return Some(Facet::Place);
    }
    words.acts(behind).then_some(Facet::Government)
}

struct Words<'a> {
    text: &'a str,
    tokens: &'a [Token],
    lexicon: &'a Lexicon,
}

impl Words<'_> {
    /// The word at a place that touches no mark; empty where there is none.
    fn word(&self, at: usize) -> &str {
        let word =
            self.tokens.get(at).filter(|token| token.kind == TokenKind::Word && token.gap == Gap::Space);
        word.map_or("", |token| token.of(self.text))
    }

    fn classes(&self, at: usize) -> Classes {
        let word = self.tokens.get(at).filter(|token| token.kind == TokenKind::Word);
        word.map_or(Classes::NONE, |token| self.lexicon.classes(&fold_word(token.of(self.text))))
    }

    /// Whether a verb that only somebody can do stands from here on: `said`, `has also rejected`.
    fn acts(&self, at: usize) -> bool {
        let does = |at: usize| {
            self.word(at).starts_with(char::is_lowercase)
                && self.classes(at).any(Classes::SAID.or(Classes::ACTS))
        };
        let helps =
            matches!(self.word(at), "has" | "had" | "have" | "will" | "would" | "also" | "did" | "must");
        does(at) || helps && (does(at + 1) || !self.word(at + 1).is_empty() && does(at + 2))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<Facet> {
        let start = text.find("Lima").expect("the name");
        facet(text, Span::of(0..text.len()), Span::of(start..start + 4), Lexicon::built_in())
    }

    #[test]
    fn who_acts_is_a_government_and_where_one_is_is_a_place() {
        for text in ["Lima said no.", "However, Lima has also rejected it.", "Lima accuses Quito of delay."] {
            assert_eq!(read(text), Some(Facet::Government), "{text}");
        }
        for text in ["They met in Lima.", "She flew to Lima on Monday.", "Talks in Lima collapsed."] {
            assert_eq!(read(text), Some(Facet::Place), "{text}");
        }
        for text in ["Lima.", "Talks between Lima and Quito", "The Lima talks", "Lima's mayor spoke."] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
