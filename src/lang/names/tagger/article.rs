//! What a whole article says of its words, before anything is tagged.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::lang::lexicon::Classes;
use crate::lang::names::page::Page;
use crate::lang::names::tagger::word::hash;
use crate::lang::token::Case;

/// What an article says of a word, by the hash of the word as written.
#[derive(Clone, Copy, Default, Debug)]
struct Seen {
    /// With a capital inside sentences, where a capital says something.
    inside: u8,
    /// What stood in the runs of several words that it was part of: the bits below.
    runs: u8,
}

const WITH_GIVEN: u8 = 1;
const WITH_HEAD: u8 = 2;
const WITH_TITLE: u8 = 4;
const AS_LAST: u8 = 8;
const BEFORE_LAST: u8 = 16;

/// Words of bodies: `Ministry`, `Ltd`.
const HEADS: Classes = Classes::ORGANIZATION.or(Classes::ORGANIZATION_OF).or(Classes::COMPANY);
const TITLES: Classes = Classes::TITLE.or(Classes::HEAD).or(Classes::HONORIFIC);

/// What the runs of an article say of its words.
#[derive(Debug, Default)]
pub struct Article {
    seen: FxHashMap<u64, Seen>,
    /// The initials of runs, hashed.
    initials: FxHashSet<u64>,
    letters: String,
}

impl Article {
    pub fn clear(&mut self) {
        self.seen.clear();
        self.initials.clear();
    }

    /// Takes in a run, first and last token.
    pub fn add(&mut self, page: &Page<'_>, first: usize, last: usize) {
        let several = last > first;
        let any = |classes: Classes| (first..=last).any(|at| page.classes(at).any(classes));
        let titled = page.word_before(first).is_some_and(|before| page.classes(before).any(TITLES));
        let with = if page.classes(first).any(Classes::GIVEN) { WITH_GIVEN } else { 0 }
            | if any(HEADS) { WITH_HEAD } else { 0 }
            | if titled || page.classes(first).any(TITLES) { WITH_TITLE } else { 0 };
        self.letters.clear();
        for at in first..=last {
            let Some((token, word)) = page.token(at).zip(page.known_word(at)) else { continue };
            if !token.is_capital() {
                continue;
            }
            if several && token.case == Case::Title {
                self.letters.extend(page.word(at).chars().next());
            }
            let seen = self.seen.entry(word.form.text).or_default();
            if !page.opens(at) {
                seen.inside = seen.inside.saturating_add(1);
            }
            if several {
                seen.runs |= with | if at == last { AS_LAST } else { BEFORE_LAST };
            }
        }
        if self.letters.len() > 1 {
            self.initials.insert(hash(&self.letters));
        }
    }

    /// How often, 0 to 2, the word at a token stands inside sentences with a capital; 3 and 4 where it
    /// stands in small letters too, and 4 only in small ones.
    pub fn capitals(&self, page: &Page<'_>, at: usize) -> u64 {
        let Some(word) = page.known_word(at) else { return 0 };
        let inside = self.seen.get(&word.form.text).map_or(0, |seen| seen.inside.min(2));
        match (page.occurs_small(at), inside) {
            (true, 0) => 4,
            (true, _) => 3,
            (false, inside) => inside.into(),
        }
    }

    /// What stood in the runs of several words that this word was part of.
    pub fn runs(&self, word: u64) -> u64 {
        self.seen.get(&word).map_or(0, |seen| seen.runs.into())
    }

    /// Whether the word is written as the initials of a run.
    pub fn is_initials(&self, word: u64) -> bool {
        self.initials.contains(&word)
    }
}
