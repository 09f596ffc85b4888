//! What a word says by itself, at its own place and to its neighbours.
//!
//! All that this module looks at is the word, so a word's features are summed up once (see
//! `names/words`): in running text they cost five additions a token.

use xxhash_rust::xxh3::xxh3_64;

use crate::lang::lexicon::Classes;
use crate::lang::lexicon::gazetteer::{Entry, Kinds};
use crate::lang::names::tagger::weights::{Feature, Scores, Weights, feature};

/// The distances at which a word's neighbours see it; the tagger looks no further.
pub const DISTANCES: [isize; 5] = [-2, -1, 0, 1, 2];

/// A word as the features see it: everything as numbers.
#[derive(Clone, Copy, Default, Debug)]
pub struct Form {
    /// Hashes of the word as it stands and of its folded form.
    pub text: u64,
    pub folded: u64,
    /// A hash of its pattern of capitals, small letters, digits and marks: `Xx`, `XX`, `X.X.`.
    pub shape: u64,
    pub classes: u64,
    /// What the lexicon knows under this word alone.
    pub known: u64,
}

impl Form {
    pub fn new(text: &str, folded: &str, classes: Classes, entry: Option<Entry>) -> Self {
        let capital = text.chars().any(char::is_uppercase);
        let small = text.chars().any(char::is_lowercase);
        let known = entry.filter(|known| capital && !(known.capitals && small));
        let known = known.map_or(0, |known| u64::from(known.kinds.0) | u64::from(known.weak) << 16);
        Form {
            text: hash(text),
            folded: hash(folded),
            shape: hash(&shape(text)),
            classes: classes.bits(),
            known,
        }
    }
}

impl Form {
    /// Whether the gazetteer has it as a given name and as nothing else.
    pub fn is_given(&self) -> bool {
        self.known & u64::from(u16::MAX) == u64::from(Kinds::GIVEN.0)
    }
}

/// What a word says for each label of itself and of the words around it, by [`DISTANCES`].
#[derive(Clone, Debug)]
pub struct Scored([Scores; DISTANCES.len()]);

impl Scored {
    pub fn new(text: &str, folded: &str, form: &Form, weights: &Weights) -> Self {
        let mut scored = Scored([Scores::default(); DISTANCES.len()]);
        for (scores, distance) in scored.0.iter_mut().zip(DISTANCES) {
            let mut found = Vec::new();
            features(text, folded, form, distance, &mut |feature| found.push(feature));
            weights.add(&found, scores);
        }
        scored
    }

    /// Adds what the word says of the token from which it stands at this place of [`DISTANCES`].
    #[inline]
    pub fn add(&self, place: usize, scores: &mut Scores) {
        if let Some(mine) = self.0.get(place) {
            for (score, mine) in scores.iter_mut().zip(mine) {
                *score += mine;
            }
        }
    }
}

/// The features that a word gives to a token `distance` words before it (behind it where negative).
pub fn features(text: &str, folded: &str, form: &Form, distance: isize, put: &mut impl FnMut(Feature)) {
    let place = distance.unsigned_abs() as u64 * 2 + u64::from(distance < 0);
    let mut put = |template: u64, one: u64, other: u64| put(feature(place * 100 + template, one, other));
    let own_shape = if distance == 0 { form.shape } else { 0 };
    let tail = |count: usize| ending(folded, count).map_or(0, hash);
    put(1, form.folded, 0);
    put(2, form.shape, 0);
    put(3, form.known, form.classes);
    for class in (0..u64::BITS).filter(|class| form.classes >> class & 1 == 1) {
        put(4, class.into(), own_shape);
    }
    if distance.unsigned_abs() < 2 {
        put(5, tail(3), form.shape);
    }
    if distance != 0 {
        return;
    }
    put(6, form.text, 0);
    put(7, form.known, form.shape);
    put(8, text.chars().count().min(12) as u64, form.shape);
    for count in 1..=4 {
        put(10 + count as u64, tail(count), 0);
        put(20 + count as u64, beginning(folded, count).map_or(0, hash), 0);
    }
    if let Some((front, back)) = folded.rsplit_once(' ') {
        put(30, hash(front), 0);
        put(31, hash(back), 0);
    }
}

pub fn hash(text: &str) -> u64 {
    xxh3_64(text.as_bytes())
}

/// The last so many characters, where there are more.
fn ending(word: &str, count: usize) -> Option<&str> {
    let (at, _) = word.char_indices().rev().nth(count - 1).filter(|&(at, _)| at > 0)?;
    word.get(at..)
}

/// The first so many characters, where there are more.
fn beginning(word: &str, count: usize) -> Option<&str> {
    let (at, _) = word.char_indices().nth(count)?;
    word.get(..at)
}

/// The pattern of a word; of equal neighbours two are kept.
fn shape(word: &str) -> String {
    let mut shape = String::new();
    let mut last = ['\0'; 2];
    for character in word.chars() {
        let class = match character {
            _ if character.is_uppercase() => 'X',
            _ if character.is_alphabetic() => 'x',
            _ if character.is_numeric() => '9',
            other => other,
        };
        if last != [class; 2] {
            shape.push(class);
        }
        last = [last[1], class];
    }
    shape
}
