//! Passages: what quotations are filed under, so that another text that has nearly the same words is found
//! without a look at the folder.
//!
//! A passage is the runs of two *content words* of a quotation. Numbers, days, negations and the small words
//! of grammar are left out, so that a quotation with another number or without its `not` has the same runs.
//! Only the least of the hashes are filed (MinHash); who looks for a passage asks for all of its own, and
//! finds what has one of the filed ones.

use xxhash_rust::xxh3::xxh3_64;

use crate::base::key::Key;
use crate::base::span::Span;
use crate::lang::names::page::Page;
use crate::lang::token::TokenKind;

/// How many runs of a quotation are filed: nearly all, since others quote a few words of it.
const FILED: usize = 8;
/// How many content words make a run.
const RUN: usize = 2;

/// The keys of quotations whose spans are of the page's text, in its order.
pub fn of(page: &Page<'_>, quotations: impl Iterator<Item = Span>) -> Vec<Key> {
    let mut quotations = quotations.peekable();
    let mut quoted: Vec<u64> = Vec::new();
    let mut keys = Vec::new();
    for (at, token) in page.tokens.iter().enumerate() {
        while quotations.next_if(|span| span.end <= token.span.start).is_some() {
            keys.extend(least(of_quotation(&quoted)));
            quoted.clear();
        }
        let Some(span) = quotations.peek() else { break };
        let word = page.folded(at);
        if token.kind == TokenKind::Word && span.contains(token.span.start) && is_content(word) {
            quoted.push(hash(word));
        }
    }
    keys.extend(least(of_quotation(&quoted)));
    keys
}

/// Every key that a quotation of these content words can be filed under.
pub fn of_quotation(words: &[u64]) -> Vec<Key> {
    let key = |run: &[u64]| {
        let hash = run.iter().fold(0u64, |sum, word| sum.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ word);
        // A wording's own keys have the number of a band there.
        Key::of_wording(&[u64::MAX, hash])
    };
    words.windows(RUN).map(key).collect()
}

/// What a folded content word is compared by.
pub fn hash(word: &str) -> u64 {
    xxh3_64(word.as_bytes())
}

/// Those that are filed.
fn least(mut keys: Vec<Key>) -> Vec<Key> {
    keys.sort_unstable();
    keys.dedup();
    keys.truncate(FILED);
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

    fn keys(words: &str) -> Vec<Key> {
        let words: Vec<u64> = words.split(' ').filter(|word| is_content(word)).map(hash).collect();
        of_quotation(&words)
    }

    #[test]
    fn a_negation_a_number_and_a_day_change_no_key() {
        let one = least(keys("we shall not close 30 harbours to any friendly fleet before monday"));
        let other = least(keys("we shall close 90 harbours to any friendly fleet before friday"));
        assert_eq!(one, other);
        assert!(one.len() > 2);
    }

    #[test]
    fn who_asks_for_all_runs_finds_a_quotation_of_which_one_word_is_other() {
        let filed = least(keys("fishermen blocked harbour entrance boats nets protest quotas"));
        let asked = keys("fishermen blocked harbour entrance boats nets protest taxes");
        assert!(filed.iter().any(|key| asked.contains(key)));
    }
}
