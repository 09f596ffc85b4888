//! Topics: what an agreement or event is about, as stems of the content words that say so.
//!
//! There is no list of topics: two descriptions share one when they share a word, or words that
//! `lexicon/synonyms.tsv` holds to be near in such descriptions (`military` and `security`).

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::lang::lexicon::rows;

/// Stands in `lexicon/synonyms.tsv` for all words that say nothing of a subject.
const NOTHING: &str = "-";

/// Puts stems in order, each once.
pub fn sorted(mut stems: Vec<Box<str>>) -> Box<[Box<str>]> {
    stems.sort_unstable();
    stems.dedup();
    stems.into()
}

/// The stems of a folded word's parts that say what something is about, near words as one:
/// `security` as `military`; of `new` or `2014` none.
pub fn of(folded: &str) -> impl Iterator<Item = Box<str>> {
    folded
        .split(' ')
        .filter(|part| part.len() > 2 && !part.starts_with(|c: char| c.is_ascii_digit()))
        .filter_map(|part| {
            let stem = stem(part);
            let near = synonyms();
            match near.get(part).or_else(|| near.get(&*stem)) {
                Some(&NOTHING) => None,
                Some(&one) => Some(one.into()),
                None => Some(stem),
            }
        })
}

/// The stem of a folded English word: the plural ending taken off, so that `boundaries` and `boundary`
/// are one.
pub fn stem(folded: &str) -> Box<str> {
    let cut = |ending: &str, put: &str, least: usize| {
        let front = folded.strip_suffix(ending).filter(|front| front.chars().count() >= least)?;
        Some(format!("{front}{put}").into_boxed_str())
    };
    cut("ies", "y", 3)
        .or_else(|| cut("sses", "ss", 2))
        .or_else(|| cut("ss", "ss", 1))
        .or_else(|| cut("us", "us", 2))
        .or_else(|| cut("is", "is", 2))
        .or_else(|| cut("s", "", 3))
        .unwrap_or_else(|| folded.into())
}

/// The word that stands for each word of the list, itself too.
fn synonyms() -> &'static FxHashMap<&'static str, &'static str> {
    static SYNONYMS: OnceLock<FxHashMap<&'static str, &'static str>> = OnceLock::new();
    SYNONYMS.get_or_init(|| {
        let mut synonyms = FxHashMap::default();
        for (one, others, _, _) in rows(include_str!("../lexicon/synonyms.tsv")) {
            for word in others.split_whitespace().chain([one]) {
                synonyms.insert(word, one);
            }
        }
        synonyms
    })
}
