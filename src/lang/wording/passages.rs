//! Passages: what sentences and quotations are filed under, so that another text that has nearly the same
//! words is found without a look at the folder.
//!
//! A passage is the runs of its *content words*: of three for a sentence, of two for a quotation, which is
//! shorter. Numbers, days, negations and the small words of grammar are left out, so that a passage with
//! another number or without its `not` has the same runs. Only the least of the hashes are filed
//! (MinHash); who looks for a passage asks for all of its own, and finds what has one of the filed ones.

use rustc_hash::FxHashMap;
use xxhash_rust::xxh3::xxh3_64;

use crate::base::key::Key;
use crate::base::span::Span;
use crate::lang::names::page::Page;
use crate::lang::token::TokenKind;
use crate::source::{Zone, ZoneKind};

/// A sentence with fewer content words is no passage by which a text is known.
pub const LEAST_IN_SENTENCE: usize = 5;
/// How many runs of a sentence are filed.
const FILED_OF_SENTENCE: usize = 3;
/// How many runs of a quotation are filed: nearly all, since others quote a few words of it.
const FILED_OF_QUOTATION: usize = 8;

/// What tells the keys of sentences and quotations from those of whole texts.
const SENTENCE: u64 = u64::MAX - 1;
const QUOTATION: u64 = u64::MAX;

/// The keys of the sentences of the body, and of quotations whose spans are of the page's text.
pub fn of(page: &Page<'_>, zones: &[Zone], quotations: impl Iterator<Item = Span>) -> Vec<Key> {
    let mut sentences: FxHashMap<u32, Vec<u64>> = FxHashMap::default();
    let mut zones = zones.iter().filter(|zone| zone.kind == ZoneKind::Body).peekable();
    let mut quotations = quotations.peekable();
    let mut quoted: Vec<u64> = Vec::new();
    let mut keys = Vec::new();
    for (at, token) in page.tokens.iter().enumerate() {
        while quotations.next_if(|span| span.end <= token.span.start).is_some() {
            keys.extend(least(of_quotation(&quoted), FILED_OF_QUOTATION));
            quoted.clear();
        }
        while zones.next_if(|zone| zone.span.end <= token.span.start).is_some() {}
        let word = page.folded(at);
        if token.kind != TokenKind::Word || !is_content(word) {
            continue;
        }
        let hash = hash(word);
        if quotations.peek().is_some_and(|span| span.contains(token.span.start)) {
            quoted.push(hash);
        }
        let in_body = zones.peek().is_some_and(|body| body.span.contains(token.span.start));
        if let Some(sentence) = page.sentence(at).filter(|_| in_body) {
            sentences.entry(sentence).or_default().push(hash);
        }
    }
    keys.extend(least(of_quotation(&quoted), FILED_OF_QUOTATION));
    for words in sentences.values().filter(|words| words.len() >= LEAST_IN_SENTENCE) {
        keys.extend(least(of_sentence(words), FILED_OF_SENTENCE));
    }
    keys
}

/// Every key that a sentence of these content words can be filed under.
pub fn of_sentence(words: &[u64]) -> Vec<Key> {
    runs(words, 3, SENTENCE)
}

/// Every key that a quotation of these content words can be filed under.
pub fn of_quotation(words: &[u64]) -> Vec<Key> {
    runs(words, 2, QUOTATION)
}

/// What a folded content word is compared by.
pub fn hash(word: &str) -> u64 {
    xxh3_64(word.as_bytes())
}

fn runs(words: &[u64], length: usize, of: u64) -> Vec<Key> {
    let key = |run: &[u64]| {
        let hash = run.iter().fold(0u64, |sum, word| sum.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ word);
        Key::of_wording(&[of, hash])
    };
    words.windows(length).map(key).collect()
}

fn least(mut keys: Vec<Key>, count: usize) -> Vec<Key> {
    keys.sort_unstable();
    keys.dedup();
    keys.truncate(count);
    keys
}

/// Whether a folded word says something by itself: no word of grammar, number, day or negation.
pub fn is_content(word: &str) -> bool {
    word.len() > 1 && !word.starts_with(|letter: char| letter.is_ascii_digit()) && !is_common(word)
}

/// Words of grammar, negations, numbers in words, days and months.
fn is_common(word: &str) -> bool {
    // Nearly all other words are told by their length.
    word.len() <= 9 && (is_function(word) || is_negation(word) || is_number_or_day(word))
}

/// Words of grammar: articles, pronouns, prepositions, conjunctions, auxiliaries.
pub fn is_function(word: &str) -> bool {
    matches!(
        word,
        "a" | "about"
            | "all"
            | "also"
            | "although"
            | "am"
            | "an"
            | "and"
            | "any"
            | "are"
            | "around"
            | "as"
            | "at"
            | "be"
            | "because"
            | "been"
            | "being"
            | "but"
            | "by"
            | "can"
            | "could"
            | "d"
            | "did"
            | "do"
            | "does"
            | "for"
            | "from"
            | "had"
            | "has"
            | "have"
            | "having"
            | "he"
            | "her"
            | "here"
            | "him"
            | "his"
            | "how"
            | "i"
            | "if"
            | "in"
            | "into"
            | "is"
            | "it"
            | "its"
            | "just"
            | "ll"
            | "m"
            | "may"
            | "me"
            | "might"
            | "must"
            | "my"
            | "nearly"
            | "of"
            | "on"
            | "or"
            | "our"
            | "out"
            | "over"
            | "re"
            | "s"
            | "shall"
            | "she"
            | "should"
            | "so"
            | "some"
            | "such"
            | "than"
            | "that"
            | "the"
            | "their"
            | "them"
            | "then"
            | "there"
            | "these"
            | "they"
            | "this"
            | "those"
            | "though"
            | "to"
            | "too"
            | "under"
            | "up"
            | "upon"
            | "us"
            | "ve"
            | "very"
            | "was"
            | "we"
            | "were"
            | "what"
            | "when"
            | "where"
            | "which"
            | "while"
            | "who"
            | "whom"
            | "whose"
            | "will"
            | "with"
            | "would"
            | "you"
            | "your"
    )
}

/// Words that turn what is said into its opposite.
pub fn is_negation(word: &str) -> bool {
    matches!(
        word,
        "no" | "not"
            | "never"
            | "nor"
            | "neither"
            | "none"
            | "nobody"
            | "nothing"
            | "nowhere"
            | "cannot"
            | "without"
    ) || word.ends_with("nt") && is_contracted(word)
}

/// `dont`, folded from `don't`.
fn is_contracted(word: &str) -> bool {
    matches!(
        word,
        "arent"
            | "cant"
            | "couldnt"
            | "didnt"
            | "doesnt"
            | "dont"
            | "hadnt"
            | "hasnt"
            | "havent"
            | "isnt"
            | "mustnt"
            | "neednt"
            | "shouldnt"
            | "wasnt"
            | "werent"
            | "wont"
            | "wouldnt"
    )
}

fn is_number_or_day(word: &str) -> bool {
    matches!(
        word,
        "one"
            | "two"
            | "three"
            | "four"
            | "five"
            | "six"
            | "seven"
            | "eight"
            | "nine"
            | "ten"
            | "eleven"
            | "twelve"
            | "thirteen"
            | "fourteen"
            | "fifteen"
            | "sixteen"
            | "seventeen"
            | "eighteen"
            | "nineteen"
            | "twenty"
            | "thirty"
            | "forty"
            | "fifty"
            | "sixty"
            | "seventy"
            | "eighty"
            | "ninety"
            | "hundred"
            | "thousand"
            | "million"
            | "billion"
            | "monday"
            | "tuesday"
            | "wednesday"
            | "thursday"
            | "friday"
            | "saturday"
            | "sunday"
            | "january"
            | "february"
            | "march"
            | "april"
            | "june"
            | "july"
            | "august"
            | "september"
            | "october"
            | "november"
            | "december"
            | "jan"
            | "feb"
            | "mar"
            | "apr"
            | "jun"
            | "jul"
            | "aug"
            | "sep"
            | "sept"
            | "oct"
            | "nov"
            | "dec"
            | "today"
            | "yesterday"
            | "tomorrow"
            | "tonight"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filed_of_quotation(words: &str) -> Vec<Key> {
        least(of_quotation(&hashes(words)), FILED_OF_QUOTATION)
    }

    fn hashes(words: &str) -> Vec<u64> {
        words.split(' ').filter(|word| is_content(word)).map(hash).collect()
    }

    #[test]
    fn a_negation_a_number_and_a_day_change_no_key() {
        let one = filed_of_quotation("we shall not close 30 harbours to any friendly fleet before monday");
        let other = filed_of_quotation("we shall close 90 harbours to any friendly fleet before friday");
        assert_eq!(one, other);
        assert!(one.len() > 2);
    }

    #[test]
    fn who_asks_for_all_runs_finds_a_passage_of_which_one_word_is_other() {
        let filed = least(
            of_sentence(&hashes("fishermen blocked harbour entrance boats nets protest quotas")),
            FILED_OF_SENTENCE,
        );
        let asked = of_sentence(&hashes("fishermen blocked harbour entrance boats nets protest taxes"));
        assert!(filed.iter().any(|key| asked.contains(key)));
    }
}
