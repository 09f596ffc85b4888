//! Places as datelines write them: `NEW YORK`, `OSLO/BERGEN`, `BEIRUT, Lebanon`, `Oslo`.
//!
//! By their letters alone; nothing here knows a place.

use unicode_normalization::char::is_combining_mark;

/// Upper-case words, with a region behind them or not.
pub fn is_capital(words: &str) -> bool {
    may_begin(words) && is_place(words, &CAPITAL)
}

/// The same, or words that begin with a capital.
pub fn is_capitalised(words: &str) -> bool {
    is_capital(words)
        || (after_capital(words).is_some_and(|rest| rest.starts_with(is_of_word)) && is_place(words, &MIXED))
}

/// One word with a capital and small letters behind it: `Oslo`.
pub fn is_one_word(word: &str) -> bool {
    let is_small = |letter: char| letter.is_lowercase() || is_mark(letter);
    after_capital(word).is_some_and(|rest| rest.chars().all(is_small) && rest.chars().nth(1).is_some())
}

/// Whether a place in upper case may stand at the start of the text.
pub fn may_begin(text: &str) -> bool {
    after_capital(text).is_some_and(|rest| rest.starts_with(is_of_capitals))
}

/// How the words of a place are written.
struct Style {
    /// What a word is made of behind its first letter, a capital.
    is_of: fn(char) -> bool,
    separators: &'static [&'static str],
    /// So many words may follow the first.
    more: usize,
}

const CAPITAL: Style =
    Style { is_of: is_of_capitals, separators: &[" ", "\u{A0}", "/", "-", " / ", " and "], more: 4 };

const MIXED: Style = Style { is_of: is_of_word, separators: &[" ", "\u{A0}", "/", "-"], more: 2 };

/// `Lebanon`, `D.C.`: stands behind a comma.
const REGION: Style = Style { is_of: is_of_word, separators: &[" ", "\u{A0}", "-"], more: 2 };

/// Whether the text is a place of this style and two regions at most.
fn is_place(text: &str, style: &Style) -> bool {
    let mut parts = text.split(',');
    let place = parts.next().unwrap_or_default();
    let is_region =
        |part: &str| part.strip_prefix([' ', '\u{A0}']).is_some_and(|region| are_words(region, &REGION));
    are_words(place, style) && parts.clone().count() <= 2 && parts.all(is_region)
}

fn are_words(text: &str, style: &Style) -> bool {
    let mut next = Some(text);
    for _ in 0..=style.more {
        let Some(rest) = next.and_then(after_capital) else { return false };
        let rest = rest.trim_start_matches(style.is_of);
        if rest.is_empty() {
            return true;
        }
        let mut behind = style.separators.iter().filter_map(|separator| rest.strip_prefix(separator));
        next = behind.find(|word| after_capital(word).is_some());
    }
    false
}

fn after_capital(word: &str) -> Option<&str> {
    word.strip_prefix(char::is_uppercase)
}

fn is_of_capitals(character: char) -> bool {
    character.is_uppercase() || is_joined(character)
}

fn is_of_word(character: char) -> bool {
    character.is_alphabetic() || is_joined(character)
}

/// What stands in words without being a letter.
fn is_joined(character: char) -> bool {
    matches!(character, '.' | '\'' | '’') || is_mark(character)
}

fn is_mark(character: char) -> bool {
    !character.is_ascii() && is_combining_mark(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_known_by_their_letters() {
        for place in [
            "OSLO",
            "I\u{307}ZMIR",
            "NEW YORK",
            "OSLO/BERGEN",
            "OSLO / BERGEN",
            "OSLO and BERGEN",
            "STRATFORD-UPON",
            "BEIRUT, Lebanon",
            "WASHINGTON, D.C.",
            "OSLO, Viken County, Norway",
        ] {
            assert!(is_capital(place), "{place}");
            assert!(is_capitalised(place), "{place}");
        }
        for place in ["Oslo", "New York", "Beirut, Lebanon"] {
            assert!(!is_capital(place), "{place}");
            assert!(is_capitalised(place), "{place}");
        }
    }

    #[test]
    fn other_words_are_none() {
        for words in [
            "",
            "O",
            "oslo",
            "OSLO has",
            "OSLO  BERGEN",
            "OSLO,Norway",
            "OSLO, norway",
            "OSLO, A, B, C",
            "A1",
            "ON A B C D E",
        ] {
            assert!(!is_capital(words), "{words}");
        }
        assert!(!is_capitalised("A Long Name Of Something"));
    }

    #[test]
    fn a_place_may_be_one_word() {
        assert!(is_one_word("Oslo"));
        assert!(!is_one_word("Os"), "too short");
        assert!(!is_one_word("OSLO") && !is_one_word("Oslo Bergen"));
    }
}
