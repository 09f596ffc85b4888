//! Which words of two stretches stand for each other.
//!
//! Sentences are aligned as wholes (the heaviest common subsequence): light edits cut, add and move.
//! Quotations are aligned locally (Smith and Waterman 1981): a part of one is a part of the other, and
//! what differs lies between.

use std::ops::Range;

use rustc_hash::FxHashSet;
use strsim::levenshtein;

use crate::checks::corpus::copies::times::is_same_date;
use crate::checks::corpus::copies::{Laid, Sort, Word};
use crate::lang::wording::passages;

/// Some words of an article.
#[derive(Clone, Copy)]
pub struct Stretch<'a> {
    pub laid: &'a Laid<'a>,
    pub words: &'a [Word],
}

/// The words that stand for each other: pairs of places, rising on both sides.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Alignment {
    pub pairs: Vec<(usize, usize)>,
}

/// Words of both sides between two pairs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Gap {
    pub mine: Range<usize>,
    pub theirs: Range<usize>,
}

impl Alignment {
    /// How many words of weight stand for each other.
    pub fn weighty(&self, mine: &[Word]) -> usize {
        weight(self.pairs.iter().filter_map(|(at, _)| mine.get(*at)))
    }

    /// How many different words of weight stand for each other.
    pub fn distinct(&self, mine: &[Word]) -> usize {
        let paired = self.pairs.iter().filter_map(|(at, _)| mine.get(*at));
        let stems: FxHashSet<u64> = paired.filter(|word| word.is_weighty()).map(|word| word.stem).collect();
        stems.len()
    }

    /// The gaps between the pairs that have words, in order.
    pub fn gaps(&self) -> Vec<Gap> {
        let between = self.pairs.windows(2).filter_map(|pairs| match *pairs {
            [(mine, theirs), (next_mine, next_theirs)] => {
                Some(Gap { mine: mine + 1..next_mine, theirs: theirs + 1..next_theirs })
            }
            _ => None,
        });
        between.filter(|gap| !gap.mine.is_empty() || !gap.theirs.is_empty()).collect()
    }

    /// What stands right before the first pair and right behind the last one, as many words as both have
    /// between two places of theirs, where these are few.
    pub fn ends(&self, mine: usize, theirs: Range<usize>) -> Vec<Gap> {
        const FEW: usize = 3;
        let (Some(&first), Some(&last)) = (self.pairs.first(), self.pairs.last()) else { return Vec::new() };
        let before = first.0.min(first.1.saturating_sub(theirs.start));
        let behind = mine.saturating_sub(last.0 + 1).min(theirs.end.saturating_sub(last.1 + 1));
        let ends = [
            Gap { mine: first.0 - before..first.0, theirs: first.1 - before..first.1 },
            Gap { mine: last.0 + 1..last.0 + 1 + behind, theirs: last.1 + 1..last.1 + 1 + behind },
        ];
        ends.into_iter().filter(|gap| (1..=FEW).contains(&gap.mine.len())).collect()
    }
}

/// How many words of weight there are; a name counts as one.
pub fn weight<'w>(words: impl Iterator<Item = &'w Word>) -> usize {
    let mut last = None;
    let mut count = 0;
    for word in words.filter(|word| word.is_weighty()) {
        let name = word.name();
        count += usize::from(name.is_none() || name != last);
        last = name;
    }
    count
}

/// The heaviest pairs that rise on both sides.
pub fn whole(mine: Stretch<'_>, theirs: Stretch<'_>) -> Alignment {
    let (rows, columns) = (mine.words.len() + 1, theirs.words.len() + 1);
    let mut table = vec![0i32; rows * columns];
    let at = |row: usize, column: usize| row * columns + column;
    for row in 1..rows {
        for column in 1..columns {
            let through = match pair(mine, theirs, row - 1, column - 1) {
                Some(weight) => table[at(row - 1, column - 1)] + weight,
                None => 0,
            };
            table[at(row, column)] = through.max(table[at(row - 1, column)]).max(table[at(row, column - 1)]);
        }
    }
    let (mut row, mut column) = (rows - 1, columns - 1);
    let mut pairs = Vec::new();
    while row > 0 && column > 0 {
        let here = table[at(row, column)];
        if here == table[at(row - 1, column)] {
            row -= 1;
        } else if here == table[at(row, column - 1)] {
            column -= 1;
        } else {
            pairs.push((row - 1, column - 1));
            (row, column) = (row - 1, column - 1);
        }
    }
    pairs.reverse();
    Alignment { pairs }
}

/// The parts of both that are most alike.
pub fn part(mine: Stretch<'_>, theirs: Stretch<'_>) -> Alignment {
    let (rows, columns) = (mine.words.len() + 1, theirs.words.len() + 1);
    let mut table = vec![0i32; rows * columns];
    let at = |row: usize, column: usize| row * columns + column;
    let cost = |word: Option<&Word>| if word.is_some_and(Word::is_weighty) { 3 } else { 1 };
    let mut best = (0, 0, 0);
    for row in 1..rows {
        for column in 1..columns {
            let through = match pair(mine, theirs, row - 1, column - 1) {
                Some(weight) => table[at(row - 1, column - 1)] + weight,
                None => 0,
            };
            let up = table[at(row - 1, column)] - cost(mine.words.get(row - 1));
            let left = table[at(row, column - 1)] - cost(theirs.words.get(column - 1));
            let here = through.max(up).max(left).max(0);
            table[at(row, column)] = here;
            if here > best.0 {
                best = (here, row, column);
            }
        }
    }
    let (_, mut row, mut column) = best;
    let mut pairs = Vec::new();
    while row > 0 && column > 0 && table[at(row, column)] > 0 {
        let here = table[at(row, column)];
        let through = pair(mine, theirs, row - 1, column - 1);
        if through.is_some_and(|weight| here == table[at(row - 1, column - 1)] + weight) {
            pairs.push((row - 1, column - 1));
            (row, column) = (row - 1, column - 1);
        } else if here == table[at(row - 1, column)] - cost(mine.words.get(row - 1)) {
            row -= 1;
        } else {
            column -= 1;
        }
    }
    pairs.reverse();
    Alignment { pairs }
}

/// What it is worth that two words stand for each other; `None` where they do not.
fn pair(mine: Stretch<'_>, theirs: Stretch<'_>, one: usize, other: usize) -> Option<i32> {
    let (one, other) = (mine.words.get(one)?, theirs.words.get(other)?);
    let same = match (one.sort, other.sort) {
        (Sort::Date(one_date), Sort::Date(other_date)) => {
            is_same_date((mine.laid, one_date), (theirs.laid, other_date))
        }
        (Sort::Negation, Sort::Negation) => true,
        (Sort::Function, Sort::Function) | (Sort::Number(_), _) | (_, Sort::Number(_)) => {
            one.form == other.form
        }
        (Sort::Name(_), Sort::Name(_)) => one.form == other.form || is_spelling(&one.form, &other.form),
        _ => one.stem == other.stem,
    };
    same.then_some(if one.is_weighty() { 6 } else { 2 })
}

/// A list of words, as [`Word::stem`] has them.
pub fn stems(words: &[&str]) -> FxHashSet<u64> {
    words.iter().map(|word| hashed(word)).collect()
}

/// What words are compared by.
pub fn hashed(word: &str) -> u64 {
    passages::hash(&stem(word))
}

/// What the forms and spellings of a word have in common; of a short word, itself.
fn stem(word: &str) -> String {
    if word.len() > 3 { without_ending(&spelled(word)).to_owned() } else { word.to_owned() }
}

/// Whether two names are likely spellings of one: `Nechayev` and `Nechaev`.
pub fn is_spelling(one: &str, other: &str) -> bool {
    let short = one.chars().count().min(other.chars().count());
    let most = match short {
        0..=4 => 0,
        5..=6 => 1,
        _ => 2,
    };
    let first = |word: &str| word.chars().next();
    one == other || first(one) == first(other) && levenshtein(one, other) <= most
}

/// The spelling of a word in one of the two ways of English.
fn spelled(word: &str) -> String {
    let mut word = word.to_owned();
    for (british, american) in [
        ("our", "or"),
        ("isa", "iza"),
        ("ise", "ize"),
        ("isi", "izi"),
        ("yse", "yze"),
        ("ogue", "og"),
        ("ll", "l"),
        ("aem", "em"),
        ("aed", "ed"),
        ("oe", "e"),
        ("nce", "nse"),
        ("mme", "m"),
        ("grey", "gray"),
        ("eable", "able"),
        ("dgement", "dgment"),
    ] {
        if word.contains(british) {
            word = word.replace(british, american);
        }
    }
    if let Some(root) = word.strip_suffix("tre") {
        word = format!("{root}ter");
    }
    word
}

/// A word without its ending.
fn without_ending(word: &str) -> &str {
    for ending in ["ings", "ing", "ied", "ies", "ed", "es", "s", "e", "y"] {
        if let Some(root) = word.strip_suffix(ending).filter(|root| root.len() >= 3) {
            // `stopped`: the last letter was doubled.
            let mut letters = root.char_indices().rev();
            if let (Some((at, last)), Some((_, before))) = (letters.next(), letters.next())
                && last == before
                && ending != "s"
                && root.len() > 3
            {
                return root.get(..at).unwrap_or(root);
            }
            return root;
        }
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_variant(one: &str, other: &str) -> bool {
        stem(one) == stem(other)
    }

    #[test]
    fn forms_and_spellings_of_a_word_are_one() {
        for (one, other) in [
            ("realise", "realized"),
            ("neighbours", "neighbor"),
            ("stopped", "stop"),
            ("metre", "meters"),
            ("cancelled", "canceled"),
            ("agencies", "agency"),
            ("defence", "defense"),
        ] {
            assert!(is_variant(one, other), "{one} {other}");
        }
        for (one, other) in
            [("import", "export"), ("increase", "decrease"), ("signed", "sighted"), ("rise", "rose")]
        {
            assert!(!is_variant(one, other), "{one} {other}");
        }
    }

    #[test]
    fn names_that_differ_by_a_letter_or_two_are_spellings() {
        assert!(is_spelling("nechayev", "nechaev"));
        assert!(!is_spelling("kirkland", "kirkwood"));
        assert!(!is_spelling("iran", "iraq"));
    }
}
