//! Topics: what an agreement or event is about, as stems of the content words that say so.
//!
//! There is no list of topics: two descriptions share one when they share a word, or words that
//! `lexicon/synonyms.tsv` holds to be near in such descriptions (`military` and `security`).

/// Puts stems in order, each once.
pub fn sorted(mut stems: Vec<Box<str>>) -> Box<[Box<str>]> {
    stems.sort_unstable();
    stems.dedup();
    stems.into()
}

/// The stem of a folded English word: plural, tense and adverb endings taken off, so that
/// `boundaries` and `boundary`, `trading` and `trade` are one.
pub fn stem(folded: &str) -> Box<str> {
    let cut = |ending: &str, put: &str, least: usize| {
        let front = folded.strip_suffix(ending).filter(|front| front.chars().count() >= least)?;
        Some(format!("{front}{put}").into_boxed_str())
    };
    cut("ies", "y", 3)
        .or_else(|| cut("sses", "ss", 2))
        .or_else(|| cut("ss", "ss", 1))
        .or_else(|| cut("us", "us", 2))
        .or_else(|| cut("s", "", 3))
        .unwrap_or_else(|| folded.into())
}
