//! The words of offices: what a holder is called, portfolios, bodies, and what stands before them.
//!
//! They are the rows of `lexicon/offices.tsv`; all look-ups take folded words.

use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::lang::lexicon::rows;

/// Portfolios as a set of bits, one a row of the table.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Debug)]
pub struct Portfolios(pub u32);

/// The portfolio of a secretary of state for whom no other is named.
const FOREIGN: &str = "foreign";

#[derive(Default)]
struct Table {
    heads: FxHashMap<&'static str, &'static str>,
    pairs: FxHashMap<&'static str, &'static str>,
    /// The names of the portfolios, in order.
    portfolios: Vec<&'static str>,
    portfolio: FxHashMap<&'static str, u32>,
    near: FxHashSet<(u32, u32)>,
    bodies: FxHashMap<&'static str, &'static str>,
    lists: FxHashMap<&'static str, FxHashSet<&'static str>>,
}

impl Table {
    fn built_in() -> &'static Table {
        static TABLE: OnceLock<Table> = OnceLock::new();
        TABLE.get_or_init(|| {
            let mut table = Table::default();
            for (what, name, words, _) in rows(include_str!("../../lexicon/offices.tsv")) {
                table.add(what, name, words.split('|'));
            }
            table
        })
    }

    fn add(&mut self, what: &str, name: &'static str, words: impl Iterator<Item = &'static str>) {
        match what {
            "head" => self.heads.extend(words.map(|word| (word, name))),
            "pair" => self.pairs.extend(words.map(|word| (word, name))),
            "body" => self.bodies.extend(words.map(|word| (word, name))),
            "portfolio" => {
                let number = u32::try_from(self.portfolios.len()).unwrap_or_default();
                self.portfolios.push(name);
                self.portfolio.extend(words.map(|word| (word, number)));
            }
            "near" => {
                let number = |name: &str| self.portfolios.iter().position(|one| *one == name);
                let number = |name: &str| number(name).and_then(|number| u32::try_from(number).ok());
                let one = number(name);
                let pairs: Vec<(u32, u32)> = words.filter_map(|other| one.zip(number(other))).collect();
                self.near.extend(pairs.iter().flat_map(|&(one, other)| [(one, other), (other, one)]));
            }
            _ => self.lists.entry(name).or_default().extend(words),
        }
    }
}

/// What the holder is who is called so: `chair` for `chairwoman`.
pub fn head(word: &str) -> Option<&'static str> {
    Table::built_in().heads.get(word).copied()
}

/// The same of two words: `prime minister`.
pub fn pair(first: &str, last: &str) -> Option<&'static str> {
    Table::built_in().pairs.get(&*format!("{first} {last}")).copied()
}

/// What sort of body a word names: `agency` for `commission`.
pub fn body(word: &str) -> Option<&'static str> {
    Table::built_in().bodies.get(word).copied()
}

/// Whether a word is one of a list.
pub fn is_in(list: &str, word: &str) -> bool {
    Table::built_in().lists.get(list).is_some_and(|words| words.contains(word))
}

/// The portfolios that words name.
pub fn portfolios<'w>(words: impl Iterator<Item = &'w str>) -> Portfolios {
    let table = Table::built_in();
    let (mut all, mut of_state) = (0, false);
    for word in words {
        of_state |= word == "state";
        all |= table.portfolio.get(word).map_or(0, |number| 1 << number);
    }
    // A secretary of state for defence is none for foreign affairs.
    let foreign = table.portfolio.get(FOREIGN).map_or(0, |number| 1 << number);
    Portfolios(if all == 0 && of_state { foreign } else { all })
}

impl Portfolios {
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub fn share(self, other: Portfolios) -> bool {
        self.0 & other.0 != 0
    }

    /// The numbers of the portfolios.
    pub fn numbers(self) -> impl Iterator<Item = u32> {
        (0..u32::BITS).filter(move |number| self.0 & (1 << number) != 0)
    }

    /// Whether one of them and one of the others are often one minister's.
    pub fn are_near(self, other: Portfolios) -> bool {
        let near = &Table::built_in().near;
        self.numbers().any(|one| other.numbers().any(|two| near.contains(&(one, two))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::fold;

    #[test]
    fn the_table_is_folded_and_whole() {
        let table = Table::built_in();
        let pairs = table.near.iter().filter(|(one, other)| one <= other).count();
        assert!(table.portfolios.len() <= 32 && pairs >= 30, "{pairs}");
        for (_, name, words, _) in rows(include_str!("../../lexicon/offices.tsv")) {
            assert!(!name.is_empty());
            for word in words.split('|') {
                assert_eq!(fold(word), word);
            }
        }
    }
}
