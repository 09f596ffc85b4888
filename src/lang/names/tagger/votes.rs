//! The second look: what the article's other mentions of a word were taken for.
//!
//! The first pass reads each stretch by itself. Where an article names somebody six times, five clear
//! places help the unclear sixth. A vote is a row of the weights file, learnt from texts that the
//! first pass had not been trained on.

use rustc_hash::FxHashMap;

use crate::lang::names::page::Page;
use crate::lang::names::tagger::label::{KINDS, Label, parts};

/// Rows of the table of votes: for the word itself, the one before and the one behind.
pub const ROWS: usize = SHARES * 2 * (KINDS.len() + 1) * 3;

/// All agree, two thirds do, or fewer.
const SHARES: usize = 3;

/// How often each word was taken for each kind, and for no name, by the hash of the word as written.
#[derive(Debug, Default)]
pub struct Votes {
    counts: FxHashMap<u64, [u16; KINDS.len() + 1]>,
}

impl Votes {
    pub fn clear(&mut self) {
        self.counts.clear();
    }

    pub fn add(&mut self, word: u64, label: Label) {
        let kind = parts(label).map_or(KINDS.len(), |(kind, _)| kind);
        if let Some(count) = self.counts.entry(word).or_default().get_mut(kind) {
            *count = count.saturating_add(1);
        }
    }

    /// The row for a word ; one mention that was taken for `own` does not count; `place` is 0 for the
    /// token's own word, 1 for the one before, 2 for the one behind. None where there is no other mention.
    pub fn row(&self, word: u64, own: Option<Label>, place: usize) -> Option<usize> {
        let mut counts = *self.counts.get(&word)?;
        let own = own.map(|own| parts(own).map_or(KINDS.len(), |(kind, _)| kind));
        if let Some(count) = own.and_then(|own| counts.get_mut(own)) {
            *count = count.saturating_sub(1);
        }
        let all: u16 = counts.iter().copied().fold(0, u16::saturating_add);
        let best = counts.iter().copied().max().filter(|&best| best > 0)?;
        let kind = counts.iter().position(|&count| count == best)?;
        let share = if best == all { 0 } else { 1 + usize::from(u32::from(best) * 3 < u32::from(all) * 2) };
        Some(((place * (KINDS.len() + 1) + kind) * 2 + usize::from(all > 2)) * SHARES + share)
    }
}

/// The capitals that vote at a token: its own word, the one before and the one behind, hashed.
pub type Capitals = [Option<u64>; 3];

pub fn capitals(page: &Page<'_>, at: usize) -> Capitals {
    let word = |there: usize| {
        let capital = page.is_capital(there) && page.same_sentence(at, there);
        page.known_word(there).filter(|_| capital).map(|word| word.form.text)
    };
    [word(at), at.checked_sub(1).and_then(word), at.checked_add(1).and_then(word)]
}

/// The rows that speak at a token which the first pass gave this label.
pub fn rows(capitals: Capitals, votes: &Votes, label: Label, put: &mut impl FnMut(usize)) {
    for (place, word) in capitals.into_iter().enumerate() {
        let own = (place == 0).then_some(label);
        word.and_then(|word| votes.row(word, own, place)).into_iter().for_each(&mut *put);
    }
}
