//! Captions: the words under a picture, known by their credit.

use std::sync::LazyLock;

use regex::Regex;

use crate::source::pattern::regex;
use crate::source::words::{ascii_words, starts_with_any, strip_suffix};

/// Longer paragraphs are no captions.
const LONGEST: usize = 900;

/// Whether a paragraph carries the credit of a picture: `(Photo by AFP)`, `[AP]`, `/ Getty Images`,
/// `File photo`, `Photo: …`.
pub fn is_caption(paragraph: &str) -> bool {
    paragraph.len() <= LONGEST
        && ((may_end_in_credit(paragraph) && CREDIT_AT_END.is_match(paragraph))
            || (may_be_opening(paragraph) && OPENING.is_match(paragraph)))
}

/// Whether a paragraph above the story ends as captions do, with an agency alone in parentheses. In
/// the story that is the sign of the wire.
pub fn is_caption_above_story(paragraph: &str) -> bool {
    let may_end_in_agency = || without_full_stop(paragraph).ends_with([')', ']']);
    is_caption(paragraph)
        || (paragraph.len() <= LONGEST && may_end_in_agency() && AGENCY_AT_END.is_match(paragraph))
}

/// Whether the end has what every credit has: a closing bracket, a stroke with an agency behind it, or
/// the word for a picture.
fn may_end_in_credit(paragraph: &str) -> bool {
    let bare = without_full_stop(paragraph);
    let tail = bare.get(bare.ceil_char_boundary(bare.len().saturating_sub(TAIL))..).unwrap_or_default();
    bare.ends_with([')', ']'])
        || tail.match_indices('/').any(|(at, _)| {
            let (before, after) = tail.split_at_checked(at).unwrap_or_default();
            let source = after.trim_start_matches(|lead: char| lead == '/' || lead.is_whitespace());
            strip_suffix(before, "photo").is_some() || starts_with_any(source, &SOURCES)
        })
        || ["images", "photo", "file"].iter().any(|word| strip_suffix(bare, word).is_some())
        || (!has_end_of_sentence(paragraph) && names_picture(tail))
}

/// Who stands behind the stroke of a credit.
const SOURCES: [&str; 6] = ["reuters", "afp", "ap", "epa", "anadolu", "handout"];

/// Bytes that hold the words of a credit.
const TAIL: usize = 280;

/// Whether a sentence ends in the last two characters.
fn has_end_of_sentence(paragraph: &str) -> bool {
    paragraph.chars().rev().take(2).any(|last| matches!(last, '.' | '!' | '?'))
}

fn names_picture(words: &str) -> bool {
    ascii_words(words).any(|word| starts_with_any(word, &["photo", "image", "picture"]))
}

/// Whether the first words may be those of a caption.
fn may_be_opening(paragraph: &str) -> bool {
    let bare = paragraph.strip_prefix(['(', '[']).unwrap_or(paragraph);
    let head = || bare.get(..bare.floor_char_boundary(HEAD)).unwrap_or_default();
    starts_with_any(bare, &["photo", "picture", "image", "caption", "file "])
        || (starts_with_any(bare, &["a ", "an ", "in this ", "this "]) && names_picture(head()))
}

/// Bytes that hold the words of an opening: `In this May 4, 2021, file photo`.
const HEAD: usize = 280;

fn without_full_stop(paragraph: &str) -> &str {
    paragraph.strip_suffix('.').unwrap_or(paragraph)
}

static CREDIT_AT_END: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?x)
        [(\[] [^()\[\]]{0,60} (?-u:\b) (?i:photos?|photograph|getty(?:\ images)?|(?:file|archive|satellite|handout)\ (?:picture|image)|(?:picture|image)s?\ (?:by|via|courtesy|credit)|screen\s?grab|handout)
            (?-u:\b) [^()\[\]]{0,80} [)\]] \.? $
        | \[ (?:AP|AFP|EPA|AA|DHA|IHA|REUTERS|Reuters|Anadolu|Getty|File) [^\[\]]{0,60} \] \.? $
        | (?:/|©|\||–|—|\ -|\s) \s* (?:Getty\ Images|(?:REUTERS|Reuters|AP|AFP|EPA|AA)\ (?:Photo|PHOTO|photo)(?:/[^/]{2,40})?|(?i:file\ photo|stock\ photo|photo\ file)) \.? $
        | /\s?(?:Reuters|REUTERS|AFP|AP|EPA|Anadolu(?:\ Agency)?|Handout(?:\ via\ \S+)?) \.? $
        | \s (?i:photo|image|picture)\ ?(?i:credit|courtesy|by|:) [^.!?]{2,60} $
        ",
    )
});

static OPENING: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?x)^ [(\[]? (?:
        (?i:photo|photos|picture|image|photograph|photo\ credit|image\ credit|caption|file\ photo|file\ picture|file\ image) \s? [:|–—]
        | FILE\ PHOTO (?-u:\b) | FILE\ [-–—] | (?i:file\ photo|file\ picture) (?-u:\b)
        | An?\ (?i:file\ photo|file\ picture|file\ image|handout\ photo|handout\ picture) (?-u:\b)
        | In\ this\ (?:[\w.,]+\ ){0,6}?(?:photo|image|picture|photograph)(?-u:\b)
        | This\ (?:\w+\ ){0,3}?(?:photo|image|picture|photograph)\ (?:taken|released|provided|shows|made\ available)
        )",
    )
});

static AGENCY_AT_END: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"[(\[](?:(?:AP|AFP|EPA|AA|DHA|IHA|REUTERS|Reuters|Anadolu Agency|Xinhua|TASS|IRNA|SANA)(?:/[^()]{2,40})?)[)\]]\.?$",
    )
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_credit_makes_a_caption() {
        for text in [
            "Boats wait off the coast, on Oct. 4, 2020. (Photo by AFP)",
            "Boats wait off the coast. (REUTERS Photo)",
            "Boats wait off the coast [AP]",
            "Boats wait off the coast [File: Ola Berg/Reuters]",
            "Boats wait off the coast / Getty Images",
            "Boats wait off the coast. AP Photo/Ola Berg",
            "Boats wait off the coast. File photo",
            "Photo: Ola Berg",
            "FILE PHOTO: Boats wait off the coast.",
            "In this Oct. 4, 2020 file photo, boats wait.",
        ] {
            assert!(is_caption(text), "{text}");
        }
        assert!(is_caption_above_story("Boats wait off the coast. (AFP)"));
    }

    #[test]
    fn paragraphs_about_pictures_are_no_captions() {
        for text in [
            "The minister said that the photo was false.",
            "The envoys met in Oslo (the photo session was called off) and left.",
            "She took a photo of the harbour, and then, in Bergen, left.",
            "They joined the talks (via video link).",
            "The ministry said so, Reuters reported. (AFP)",
            "Pictures of the harbour were shown.",
        ] {
            assert!(!is_caption(text), "{text}");
        }
    }
}
