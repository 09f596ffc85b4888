//! What the words around a token say of it together.
//!
//! These features join two words or more, so they cannot be summed up once a word as those of
//! `word.rs` are: each costs a look into the table for every token of a stretch. There are few.

use crate::lang::lexicon::Classes;
use crate::lang::names::page::Page;
use crate::lang::names::tagger::article::Article;
use crate::lang::names::tagger::known::Mark;
use crate::lang::names::tagger::label::Position;
use crate::lang::names::tagger::weights::{Feature, feature};
use crate::lang::names::tagger::word::{Form, features};
use crate::lang::names::words::Word;

/// Templates of this module are numbered from here.
const BASE: u64 = 1000;

/// What is seen from the tokens of an article.
#[derive(Clone, Copy)]
pub struct Sight<'s, 'a> {
    pub page: &'s Page<'a>,
    pub article: &'s Article,
}

/// A run, and what stands around it.
#[derive(Clone, Copy, Debug)]
pub struct Run {
    pub first: usize,
    pub last: usize,
    /// The folded words before and behind it, hashed, and those of its ends.
    before: u64,
    behind: u64,
    /// Those one further on.
    further: [u64; 2],
    opening: u64,
    closing: u64,
    /// The classes of the words before and behind it, hashed.
    around: u64,
    /// Which sorts of words it holds.
    holds: u64,
}

impl<'a> Sight<'_, 'a> {
    /// The word at a token of the same sentence; else the edge.
    pub fn word(&self, from: usize, distance: isize) -> Option<&'a Word> {
        let at = from.checked_add_signed(distance).filter(|&at| self.page.same_sentence(from, at));
        at.and_then(|at| self.page.known_word(at)).or_else(|| self.page.words.edge())
    }

    fn form(&self, from: usize, distance: isize) -> Form {
        self.word(from, distance).map(|word| word.form).unwrap_or_default()
    }

    pub fn run(&self, first: usize, last: usize) -> Run {
        let (before, behind) = (self.form(first, -1), self.form(last, 1));
        let holds = (first..=last).fold(0, |holds, at| holds | self.page.classes(at).bits());
        let holds = Classes::from_bits(holds);
        let sorts = [
            Classes::ORGANIZATION.or(Classes::ORGANIZATION_OF),
            Classes::COMPANY,
            Classes::TITLE.or(Classes::HEAD).or(Classes::HONORIFIC),
            Classes::GIVEN,
            Classes::PLACE.or(Classes::PLACE_BEFORE),
            Classes::PEOPLE,
            Classes::PARTICLE,
            Classes::EVENT,
        ];
        let bits = |holds: Classes| {
            sorts.iter().enumerate().fold(0, |bits, (at, sort)| bits | u64::from(holds.any(*sort)) << at)
        };
        let last_classes = self.page.classes(last);
        let first_classes = self.page.classes(first);
        Run {
            first,
            last,
            before: before.folded,
            behind: behind.folded,
            further: [self.form(first, -2).folded, self.form(last, 2).folded],
            opening: self.form(first, 0).folded,
            closing: self.form(last, 0).folded,
            around: feature(1, before.classes, behind.classes),
            holds: bits(holds) | bits(last_classes) << 8 | bits(first_classes) << 16,
        }
    }

    /// The features of a token, `run` and `mark` being what it stands in.
    pub fn features(&self, at: usize, run: Option<&Run>, mark: Mark, put: &mut impl FnMut(Feature)) {
        let mut put = |template: u64, one: u64, other: u64| put(feature(BASE + template, one, other));
        let own = self.form(at, 0);
        let (before, behind) = (self.form(at, -1), self.form(at, 1));
        put(1, before.folded, own.shape);
        put(2, behind.folded, own.shape);
        put(3, before.folded, own.folded);
        put(4, own.folded, behind.folded);
        put(5, before.shape ^ own.shape.rotate_left(21), behind.shape);
        let Some(run) = run else {
            put(6, before.folded ^ self.form(at, -2).folded.rotate_left(21), own.shape);
            put(7, behind.folded ^ self.form(at, 2).folded.rotate_left(21), own.shape);
            return;
        };
        let position = Position::of(at, run.first, run.last) as u64;
        let opens = u64::from(self.page.opens(at));
        put(8, run.before ^ run.further[0].rotate_left(21), position);
        put(9, run.behind ^ run.further[1].rotate_left(21), position);
        put(10, run.before, position);
        put(11, run.behind, position);
        put(12, run.before ^ run.behind.rotate_left(21), position);
        put(13, run.closing, position);
        put(14, run.opening, position);
        put(15, run.holds, position);
        put(16, run.around, position | own.known << 8);
        put(17, (run.last - run.first).min(6) as u64, position | opens << 8);
        put(18, self.article.capitals(self.page, at) | opens << 8, own.shape);
        put(19, self.article.runs(own.text), position);
        if mark > 0 {
            put(20, mark, position);
            put(21, mark, run.before);
            put(22, mark, run.behind);
        }
        if self.article.is_initials(own.text) {
            put(23, position, 0);
        }
    }

    /// Every feature of a token, those of `word.rs` too.
    pub fn all_features(&self, at: usize, run: Option<&Run>, mark: Mark, put: &mut impl FnMut(Feature)) {
        for distance in super::word::DISTANCES {
            let there = at.checked_add_signed(distance).filter(|&there| self.page.same_sentence(at, there));
            let word = there.map_or("", |there| self.page.word(there));
            // A word `distance` before the token sees the token that far behind itself.
            if let Some(known) = self.word(at, distance) {
                features(word, &known.folded, &known.form, -distance, put);
            }
        }
        self.features(at, run, mark, put);
    }
}
