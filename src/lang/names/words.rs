//! The words that a reader has met, each looked up once.
//!
//! Text repeats itself: nine tokens of ten are words that were met before. What the lexicon and the
//! tagger's weights say of a word by itself is a function of the word, so it is kept for the next time.
//! What is remembered never changes an answer, only its price.

use rustc_hash::FxHashMap;

use crate::lang::claims::counts;
use crate::lang::claims::stems::Stem;
use crate::lang::lexicon::gazetteer::{Entry, Walk};
use crate::lang::lexicon::triggers::{self, Reading};
use crate::lang::lexicon::{Classes, Lexicon, fold_word};
use crate::lang::names::tagger::weights::Weights;
use crate::lang::names::tagger::word::{Form, Scored};
use crate::lang::token::TokenKind;

/// How many words are kept, some 5 MB; when there are more, all are forgotten.
const LIMIT: usize = 1 << 14;

/// The number of a word among those that are remembered.
pub type WordNumber = u32;

/// What is known of a word by itself.
pub struct Word {
    pub folded: Box<str>,
    pub classes: Classes,
    /// What the gazetteer holds under this word alone.
    pub entry: Option<Entry>,
    /// The way through the gazetteer behind this word, where a name of several words begins with it.
    pub walk: Option<Walk<'static>>,
    /// How it is read where it tells of an event; empty for nearly all words.
    pub readings: &'static [Reading],
    pub form: Form,
    pub scored: Scored,
    /// A number of things can be written with this word first (see [`counts`]).
    pub counts: bool,
    /// What sentences are compared by (see [`stems`](crate::lang::claims::stems)): of each part of the word.
    pub stems: Box<[Stem]>,
}

impl Word {
    /// What the gazetteer holds under this word and one folded word behind it.
    pub fn entry_with(&self, next: &str) -> Option<Entry> {
        let mut walk = self.walk.clone()?;
        if walk.push(next) { walk.entry() } else { None }
    }
}

/// Words by number.
pub struct Words {
    pub lexicon: &'static Lexicon,
    pub weights: &'static Weights,
    numbers: FxHashMap<Box<str>, WordNumber>,
    words: Vec<Word>,
}

impl Words {
    pub fn new(lexicon: &'static Lexicon, weights: &'static Weights) -> Self {
        let mut words = Words { lexicon, weights, numbers: FxHashMap::default(), words: Vec::new() };
        words.clear();
        words
    }

    /// Forgets all words when there are many. Numbers given before are void.
    pub fn make_room(&mut self) {
        if self.words.len() > LIMIT {
            self.clear();
        }
    }

    /// The number of a word, number or mark of a text.
    pub fn number(&mut self, text: &str, kind: TokenKind) -> WordNumber {
        match self.numbers.get(text) {
            Some(&number) => number,
            None => self.add(text, kind),
        }
    }

    /// The word with a number; [`Words::number`] gave it.
    pub fn word(&self, number: WordNumber) -> Option<&Word> {
        self.words.get(number as usize)
    }

    /// What stands before and behind a sentence.
    pub fn edge(&self) -> Option<&Word> {
        self.words.first()
    }

    fn clear(&mut self) {
        self.numbers.clear();
        self.words.clear();
        self.add("", TokenKind::Mark(' '));
    }

    fn add(&mut self, text: &str, kind: TokenKind) -> WordNumber {
        let folded = match kind {
            TokenKind::Word | TokenKind::Number => fold_word(text),
            _ => text.to_owned(),
        };
        let classes = match kind {
            TokenKind::Word => compound_classes(self.lexicon, &folded),
            _ => Classes::NONE,
        };
        let is_word = matches!(kind, TokenKind::Word | TokenKind::Number);
        let mut walk = self.lexicon.walk();
        let walks = is_word && walk.push(&folded);
        let entry = walk.entry().filter(|_| walks);
        let walk = Some(walk).filter(|walk| walks && walk.goes_on());
        let form = Form::new(text, &folded, classes, entry);
        let scored = Scored::new(text, &folded, &form, self.weights);
        let readings =
            if kind == TokenKind::Word { triggers::readings(&folded).unwrap_or_default() } else { &[] };
        let number = u32::try_from(self.words.len()).unwrap_or_default();
        let counts = is_word && counts::begins(&folded, kind);
        let stems: Box<[Stem]> = if kind == TokenKind::Word {
            folded.split([' ', '-']).filter_map(Stem::of_word).collect()
        } else {
            Box::default()
        };
        let word =
            Word { folded: folded.into(), classes, entry, walk, readings, form, scored, counts, stems };
        self.words.push(word);
        self.numbers.insert(text.into(), number);
        number
    }
}

/// The classes of a word; those of its last part where it is a joined title: `Vice-President`.
fn compound_classes(lexicon: &Lexicon, folded: &str) -> Classes {
    let classes = lexicon.classes(folded);
    let title = Classes::TITLE.or(Classes::HEAD).or(Classes::MODIFIER);
    match folded.rsplit_once(' ') {
        Some((front, "elect" | "designate")) => lexicon.classes(front),
        Some((front, last)) if classes == Classes::NONE && lexicon.classes(front).any(title) => {
            let classes = lexicon.classes(last);
            if classes.any(Classes::TITLE.or(Classes::HEAD)) { Classes::TITLE } else { Classes::NONE }
        }
        _ => classes,
    }
}
