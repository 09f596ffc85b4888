//! How lines and their words begin and end: what the rules of a page look at first.

use unicode_normalization::char::is_combining_mark;

/// Whether a character belongs to a word: letters, digits, marks, `_`.
pub fn is_word(character: char) -> bool {
    match character {
        _ if character.is_ascii() => character.is_ascii_alphanumeric() || character == '_',
        '\u{200C}' | '\u{200D}' => true,
        _ => character.is_alphanumeric() || is_combining_mark(character),
    }
}

/// The line from its first word on.
pub fn from_first_word(line: &str) -> &str {
    line.trim_start_matches(|lead: char| !is_word(lead))
}

/// The runs of ASCII letters, digits and `_`: what stands between the word boundaries of ASCII.
pub fn ascii_words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|character: char| !is_ascii_word(character)).filter(|word| !word.is_empty())
}

/// Whether no word of ASCII goes on at the start of `rest`.
pub fn is_boundary(rest: &str) -> bool {
    !rest.starts_with(is_ascii_word)
}

/// What follows `prefix`, whatever the case of its ASCII letters.
pub fn strip_prefix<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let (head, rest) = text.split_at_checked(prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then_some(rest)
}

/// What stands before `suffix`, whatever the case of its ASCII letters.
pub fn strip_suffix<'a>(text: &'a str, suffix: &str) -> Option<&'a str> {
    let (rest, tail) = text.split_at_checked(text.len().checked_sub(suffix.len())?)?;
    tail.eq_ignore_ascii_case(suffix).then_some(rest)
}

/// Those of the prefixes, all in small letters, that have the first letter of the text.
pub fn with_first_letter_of<'a>(text: &str, prefixes: &'a [&str]) -> impl Iterator<Item = &'a str> {
    let first = text.as_bytes().first().map(u8::to_ascii_lowercase);
    prefixes.iter().copied().filter(move |prefix| prefix.as_bytes().first().copied() == first)
}

/// Whether the text begins with one of these, all in small letters, whatever the case of its own.
pub fn starts_with_any(text: &str, prefixes: &[&str]) -> bool {
    with_first_letter_of(text, prefixes).any(|prefix| strip_prefix(text, prefix).is_some())
}

/// Whether the text is one of these, whatever the case of its ASCII letters.
pub fn is_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// Whether the text has more than this many words.
pub fn has_more_words(text: &str, count: usize) -> bool {
    text.split_whitespace().nth(count).is_some()
}

/// Whether the words end as a sentence ends, closing quotes and brackets left aside.
pub fn ends_sentence(words: &str) -> bool {
    words.trim_end_matches(is_closing).ends_with(['.', '!', '?', '…', '؟', '。'])
}

/// Whether the words end in a full stop that is not the dot of an abbreviation.
pub fn ends_in_full_stop(words: &str) -> bool {
    let bare = words.trim_end_matches(is_closing);
    bare.ends_with('.') && !bare.ends_with("..") && !ends_in_initials(bare)
}

/// Whether the last word is single letters with dots: `U.S.`, `(p.m.`.
pub fn ends_in_initials(words: &str) -> bool {
    let start = words.rfind(|character: char| character.is_whitespace() || character == '(');
    let word = words.get(start.unwrap_or(0)..).unwrap_or_default();
    let word = word.trim_start_matches(|lead: char| lead.is_whitespace() || lead == '(');
    let mut letters = word.chars();
    let mut count = 0;
    while let Some(letter) = letters.next() {
        if !letter.is_alphabetic() || letters.next() != Some('.') {
            return false;
        }
        count += 1;
    }
    count >= 2
}

/// Quotes and brackets that stand behind the end of a sentence.
fn is_closing(character: char) -> bool {
    matches!(character, '"' | '\'' | '”' | '’' | '»' | ')' | ']')
}

fn is_ascii_word(character: char) -> bool {
    character.is_ascii_alphanumeric() || character == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dot_of_initials_ends_no_sentence() {
        for (words, full_stop) in [
            ("They left.", true),
            ("They left.”", true),
            ("Talks with the U.S.", false),
            ("Talks with (the U.S.)", false),
            ("At 10 a.m.", false),
            ("Plan B.", true),
            ("And so on...", false),
            ("They left", false),
            ("", false),
        ] {
            assert_eq!(ends_in_full_stop(words), full_stop, "{words}");
        }
    }

    #[test]
    fn prefixes_are_compared_without_case() {
        assert_eq!(strip_prefix("READ more", "read"), Some(" more"));
        assert_eq!(strip_prefix("re", "read"), None);
        assert_eq!(strip_prefix("réa", "ré"), Some("a"), "a character is never cut");
        assert_eq!(strip_prefix("ré", "r\u{65}a"), None);
    }

    #[test]
    fn words_begin_behind_bullets_and_quotes() {
        assert_eq!(from_first_word("• “Read on”"), "Read on”");
        assert_eq!(from_first_word("…"), "");
        assert_eq!(ascii_words("AFP/Ola-Berg (AP_1)").collect::<Vec<_>>(), ["AFP", "Ola", "Berg", "AP_1"]);
    }
}
