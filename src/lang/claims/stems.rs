//! Stems: words as sentences of different articles are compared by them.
//!
//! A stem is a hash of the word without its English endings, so that `signed` and `signing` are one, with a
//! weight: words that say nothing have none, words that stand in most news
//! (`lexicon/commonplace.txt`) little, names and numbers most. Numbers are compared by their value.

use std::sync::OnceLock;

use jiff::civil::Date;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

/// A word as it is compared; equal for words of one stem, whatever their weights.
#[derive(Clone, Copy, Eq, Debug, Serialize, Deserialize)]
pub struct Stem(u32);

/// How much it says that two sentences share a stem.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Weight {
    /// It stands in most news.
    Common,
    Plain,
    /// It is part of a name.
    Name,
    Number,
}

impl Stem {
    /// The stem of a folded word; `None` of one that says nothing.
    pub fn of_word(folded: &str) -> Option<Stem> {
        if folded.len() < 3 || folded.starts_with(|first: char| first.is_ascii_digit()) {
            return None;
        }
        let weight = match weights().get(folded) {
            Some(None) => return None,
            Some(Some(weight)) => *weight,
            None => Weight::Plain,
        };
        let stem = stem(folded);
        let stem = near().get(&stem).unwrap_or(&stem);
        Some(Stem::new(xxh3_64(stem.as_bytes()), weight))
    }

    /// The stem of a number, in hundredths.
    pub fn of_number(value: u64) -> Stem {
        Stem::new(xxh3_64(&value.to_le_bytes()), Weight::Number)
    }

    /// A day of the calendar.
    pub fn of_day(day: Date) -> Stem {
        let number = (i64::from(day.year()) * 512 + i64::from(day.day_of_year())) << 1;
        Stem::new(xxh3_64(&number.to_be_bytes()), Weight::Name)
    }

    /// Stands for all words that tell of events of one family.
    pub fn of_family(family: &str) -> Stem {
        Stem::new(!xxh3_64(family.as_bytes()), Weight::Plain)
    }

    /// The same as a part of a name.
    #[must_use]
    pub fn in_name(self) -> Stem {
        if self.weight() == Weight::Number { self } else { Stem(self.hash() | Weight::Name as u32) }
    }

    pub fn weight(self) -> Weight {
        match self.0 & 3 {
            0 => Weight::Common,
            1 => Weight::Plain,
            2 => Weight::Name,
            _ => Weight::Number,
        }
    }

    fn new(hash: u64, weight: Weight) -> Stem {
        let hash = u32::try_from(hash >> 32).unwrap_or_default();
        Stem(hash & !3 | weight as u32)
    }

    /// What tells it from others, without its weight.
    pub fn hash(self) -> u32 {
        self.0 & !3
    }
}

impl PartialEq for Stem {
    fn eq(&self, other: &Self) -> bool {
        self.hash() == other.hash()
    }
}

impl Ord for Stem {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.hash().cmp(&other.hash())
    }
}

impl PartialOrd for Stem {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl std::hash::Hash for Stem {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        Stem::hash(*self).hash(state);
    }
}

/// A folded word without its endings of number, tense and possession. Lighter than Porter's (1980): what
/// matters is that the forms of one verb or noun meet, and `-ation` and the like keep words apart.
fn stem(folded: &str) -> String {
    let word = folded.strip_suffix("'s").or(folded.strip_suffix(" s")).unwrap_or(folded);
    if let Some(&base) = irregular().get(word) {
        return base.strip_suffix('e').filter(|front| front.len() > 2).unwrap_or(base).to_owned();
    }
    let cut = |ending: &str, least: usize| {
        word.strip_suffix(ending).filter(|front| front.chars().filter(|c| c.is_alphabetic()).count() >= least)
    };
    let front = if let Some(front) = cut("ies", 2).or(cut("ied", 2)) {
        return format!("{front}y");
    } else if let Some(front) = cut("sses", 1) {
        return format!("{front}ss");
    } else if word.ends_with("ss") || word.ends_with("us") || word.ends_with("is") {
        word
    } else if let Some(front) = cut("ed", 3) {
        return undoubled(front).to_owned();
    } else if let Some(front) = cut("ing", 3) {
        undoubled(front)
    } else {
        let hisses = ["ses", "xes", "zes", "ches", "shes"].iter().any(|ending| word.ends_with(ending));
        cut(if hisses { "es" } else { "s" }, 3).unwrap_or(word)
    };
    front.strip_suffix('e').filter(|front| front.len() > 2).unwrap_or(front).to_owned()
}

/// `stopp` → `stop`.
fn undoubled(front: &str) -> &str {
    let mut letters = front.chars().rev();
    let doubled = letters.next().zip(letters.next()).is_some_and(|(one, other)| one == other);
    let kept = ["ll", "ss", "ee", "oo"].iter().any(|end| front.ends_with(end));
    if doubled && !kept { front.get(..front.len() - 1).unwrap_or(front) } else { front }
}

/// Forms of verbs and nouns that no ending shows.
fn irregular() -> &'static FxHashMap<&'static str, &'static str> {
    static IRREGULAR: OnceLock<FxHashMap<&'static str, &'static str>> = OnceLock::new();
    IRREGULAR.get_or_init(|| {
        let rows = include_str!("../lexicon/irregular.txt").lines().filter(|line| !line.starts_with('#'));
        let mut forms = FxHashMap::default();
        for row in rows {
            let mut words = row.split_whitespace();
            let Some(base) = words.next() else { continue };
            forms.extend(words.map(|form| (form, base)));
        }
        forms
    })
}

/// From the stem of a word to that of the word that stands for it and those that news uses for it.
fn near() -> &'static FxHashMap<String, String> {
    static NEAR: OnceLock<FxHashMap<String, String>> = OnceLock::new();
    NEAR.get_or_init(|| {
        let rows = include_str!("../lexicon/near.txt").lines().filter(|line| !line.starts_with('#'));
        let mut near = FxHashMap::default();
        for row in rows {
            let mut words = row.split_whitespace();
            let Some(base) = words.next() else { continue };
            near.extend(words.map(|word| (stem(word), stem(base))));
        }
        near
    })
}

/// The weight of words that have little; none of those that say nothing.
fn weights() -> &'static FxHashMap<&'static str, Option<Weight>> {
    static WEIGHTS: OnceLock<FxHashMap<&'static str, Option<Weight>>> = OnceLock::new();
    WEIGHTS.get_or_init(|| {
        let text = include_str!("../lexicon/commonplace.txt");
        let (nothing, common) = text.split_once("\n-\n").unwrap_or((text, ""));
        let words = |part: &'static str| {
            part.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace)
        };
        let mut weights: FxHashMap<&str, Option<Weight>> =
            words(common).map(|word| (word, Some(Weight::Common))).collect();
        weights.extend(words(nothing).map(|word| (word, None)));
        weights
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_meet() {
        for forms in [
            "sign signed signs signing",
            "stop stopped stopping stops",
            "agree agreed agreeing agrees",
            "city cities city's",
            "bury buried buries",
            "strike struck strikes striking",
            "sink sank sunk sinking",
            "kill killed killing",
            "release released releasing",
            "explosion explosions",
        ] {
            let stems: Vec<_> = forms.split(' ').map(Stem::of_word).collect();
            assert!(stems.windows(2).all(|two| two[0] == two[1] && two[0].is_some()), "{forms}");
        }
    }

    #[test]
    fn other_words_stay_apart() {
        for (one, other) in
            [("bus", "bu"), ("sing", "s"), ("red", "r"), ("needed", "kneaded"), ("glass", "gla")]
        {
            assert_ne!(Stem::of_word(one), Stem::of_word(other), "{one} {other}");
        }
        assert_eq!(Stem::of_word("the"), None);
        assert_eq!(Stem::of_word("12"), None);
    }

    #[test]
    fn a_weight_is_no_difference() {
        let word = Stem::of_word("harbour").unwrap();
        assert_eq!(word.in_name(), word);
        assert_eq!((word.weight(), word.in_name().weight()), (Weight::Plain, Weight::Name));
        assert_eq!(Stem::of_word("people").map(Stem::weight), Some(Weight::Common));
        assert_eq!(Stem::of_number(1200), Stem::of_number(1200));
    }
}
