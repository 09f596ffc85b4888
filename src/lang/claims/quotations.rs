//! Quotations: words between quotation marks, and who said them.
//!
//! A speaker is named only where the words round the quotation leave no choice: `…," Name said`, `said
//! Name`, `Name told reporters: "…`, `according to Name`, a description or pronoun that stands for a
//! name, or a quotation that goes on from one with a speaker. Unnamed sources (`a spokesman said`) have
//! a cue and no speaker; scare quotes and titles have neither.

mod marks;
mod speakers;

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::Xxh3;

use crate::base::span::Span;
use crate::lang::claims::actors::Actors;
use crate::lang::claims::quotations::marks::Quoted;
use crate::lang::claims::quotations::speakers::Attribution;
use crate::lang::names::page::Page;
use crate::lang::token::TokenKind;
use crate::text::position::AtRange;

/// Words between quotation marks.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Quotation {
    /// The words inside the marks.
    pub span: Span,
    /// The place of `span`; set when the file text is known.
    pub at: AtRange,
    /// Index of the mention that names who said it.
    pub speaker: Option<u32>,
    /// The verb or words that say so: `said`, `according to`.
    pub cue: Option<Span>,
    /// The sentence in which the quotation begins.
    pub sentence: Span,
    /// The folded words, each hashed to 32 bits: two renderings of a quotation can be laid side by side
    /// without their texts. Short quotations (one or two words) are mostly scare quotes.
    pub words: Box<[u32]>,
    /// A hash of the folded words: equal for equal words, whatever the case, accents and marks.
    pub fingerprint: u64,
}

/// The quotations of a page, in the order of the text; none lies in another.
pub fn find(actors: &Actors<'_>) -> Vec<Quotation> {
    let page = actors.page;
    let quoted = marks::find(page);
    let attributions = speakers::attribute(actors, &quoted);
    quoted
        .iter()
        .zip(attributions)
        .filter_map(|(quoted, attribution)| quotation(actors, quoted, &attribution))
        .collect()
}

fn quotation(actors: &Actors<'_>, quoted: &Quoted, attribution: &Attribution) -> Option<Quotation> {
    let page = actors.page;
    let last = quoted.close.checked_sub(1)?;
    let words: Vec<u32> = (quoted.open + 1..quoted.close).filter_map(|at| word(page, at)).collect();
    let mut hasher = Xxh3::new();
    words.iter().for_each(|word| hasher.update(&word.to_le_bytes()));
    let sentence = actors.sentence(quoted.open);
    (!words.is_empty()).then(|| Quotation {
        span: page.span(quoted.open + 1, last),
        at: AtRange::default(),
        speaker: attribution.speaker,
        cue: attribution.cue.as_ref().map(|cue| page.span(cue.start, cue.end.saturating_sub(1))),
        sentence: page.span(sentence.start, sentence.end.saturating_sub(1)),
        words: words.into(),
        fingerprint: hasher.digest(),
    })
}

/// The hash of a word; marks have none.
#[expect(clippy::cast_possible_truncation, reason = "32 of its 64 bits are wanted")]
fn word(page: &Page<'_>, at: usize) -> Option<u32> {
    match page.token(at)?.kind {
        TokenKind::Word | TokenKind::Number => Some(page.known_word(at)?.form.folded as u32),
        // `it's` and `it’s` are one.
        TokenKind::Possessive => Some(u32::from(b's')),
        TokenKind::Mark(_) => None,
    }
}

#[cfg(test)]
mod tests;
