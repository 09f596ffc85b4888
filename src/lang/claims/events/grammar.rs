//! Small words and what they say of their neighbours, in the place of a tagger of parts of speech.

use crate::lang::lexicon::Classes;
use crate::lang::lexicon::triggers::{Form, What};
use crate::lang::names::page::Page;
use crate::lang::token::{Case, TokenKind};

pub fn is_determiner(folded: &str) -> bool {
    matches!(
        folded,
        "a" | "an"
            | "the"
            | "this"
            | "that"
            | "these"
            | "those"
            | "another"
            | "any"
            | "every"
            | "each"
            | "no"
            | "some"
            | "such"
            | "what"
            | "which"
            | "either"
            | "neither"
            | "both"
            | "all"
            | "several"
            | "many"
    ) || is_possessive(folded)
}

pub fn is_possessive(folded: &str) -> bool {
    matches!(folded, "his" | "her" | "its" | "their" | "our" | "my" | "your" | "whose")
}

pub fn is_preposition(folded: &str) -> bool {
    matches!(
        folded,
        "of" | "in"
            | "on"
            | "at"
            | "by"
            | "with"
            | "from"
            | "to"
            | "for"
            | "after"
            | "before"
            | "during"
            | "since"
            | "until"
            | "under"
            | "over"
            | "about"
            | "against"
            | "between"
            | "among"
            | "amid"
            | "into"
            | "onto"
            | "through"
            | "near"
            | "outside"
            | "inside"
            | "across"
            | "around"
            | "off"
            | "towards"
            | "toward"
            | "following"
            | "despite"
            | "without"
            | "within"
            | "via"
            | "per"
            | "upon"
            | "regarding"
            | "concerning"
            | "as"
            | "than"
            | "like"
            | "behind"
            | "along"
            | "throughout"
            | "because"
            | "including"
            | "pending"
    )
}

/// What puts a happening at a place.
pub fn is_locative(folded: &str) -> bool {
    matches!(folded, "in" | "at" | "near" | "outside" | "inside" | "across" | "off" | "around" | "throughout")
}

pub fn is_modal(folded: &str) -> bool {
    matches!(
        folded,
        "will"
            | "would"
            | "can"
            | "could"
            | "may"
            | "might"
            | "must"
            | "shall"
            | "should"
            | "cannot"
            | "cant"
            | "wont"
            | "wouldnt"
            | "couldnt"
            | "shouldnt"
    )
}

pub fn is_be(folded: &str) -> bool {
    matches!(
        folded,
        "is" | "are"
            | "was"
            | "were"
            | "be"
            | "been"
            | "being"
            | "am"
            | "isnt"
            | "arent"
            | "wasnt"
            | "werent"
    )
}

pub fn is_have(folded: &str) -> bool {
    matches!(folded, "has" | "have" | "had" | "having" | "hasnt" | "havent" | "hadnt")
}

pub fn is_do(folded: &str) -> bool {
    matches!(folded, "do" | "does" | "did" | "dont" | "doesnt" | "didnt")
}

pub fn is_negation(folded: &str) -> bool {
    matches!(folded, "not" | "never" | "cannot" | "neither" | "nor")
        || (folded.len() > 4
            && folded.ends_with("nt")
            && (is_modal(folded) || is_do(folded) || is_be(folded) || is_have(folded)))
        || matches!(folded, "wont" | "cant" | "dont")
}

pub fn is_subject_pronoun(folded: &str) -> bool {
    matches!(folded, "he" | "she" | "it" | "they" | "we" | "i" | "you" | "who" | "which" | "that")
}

pub fn is_object_pronoun(folded: &str) -> bool {
    matches!(folded, "him" | "her" | "them" | "us" | "me" | "it" | "himself" | "herself" | "themselves")
}

pub fn is_conjunction(folded: &str) -> bool {
    matches!(
        folded,
        "and" | "or" | "but" | "nor" | "while" | "when" | "if" | "because" | "although" | "though"
    )
}

pub fn is_adverb(folded: &str) -> bool {
    matches!(
        folded,
        "also"
            | "later"
            | "soon"
            | "then"
            | "now"
            | "already"
            | "again"
            | "still"
            | "just"
            | "even"
            | "not"
            | "never"
            | "ever"
            | "since"
            | "once"
            | "twice"
            | "first"
            | "earlier"
            | "reportedly"
            | "together"
            | "yesterday"
            | "today"
            | "tomorrow"
            | "there"
            | "here"
            | "only"
            | "all"
            | "both"
            | "back"
    ) || (folded.len() > 4 && folded.ends_with("ly") && folded != "family" && folded != "assembly")
}

/// Words at which a clause ends that an event's words do not reach over.
pub fn ends_clause(folded: &str) -> bool {
    matches!(
        folded,
        "that"
            | "who"
            | "which"
            | "whose"
            | "where"
            | "while"
            | "when"
            | "whereas"
            | "because"
            | "although"
            | "though"
            | "but"
            | "whom"
            | ";"
            | ":"
            | "—"
            | "“"
            | "”"
            | "\""
            | "("
            | ")"
            | "–"
            | "-"
            | "if"
            | "unless"
            | "?"
            | "!"
            | "|"
    )
}

/// Whether the token reads as a verb of its clause: an auxiliary, a past, a verb of the lists.
pub fn is_verb(page: &Page<'_>, at: usize) -> bool {
    let Some(word) = page.known_word(at) else { return false };
    let folded = &*word.folded;
    if is_be(folded) || is_have(folded) || is_modal(folded) || is_do(folded) {
        return true;
    }
    if page.token(at).is_none_or(|token| token.kind != TokenKind::Word || token.case != Case::Lower) {
        return false;
    }
    let verbal = word.readings.iter().any(|reading| {
        matches!(reading.what, What::Event(..) | What::Light(_))
            && matches!(reading.form, Form::Past | Form::Participle)
    });
    verbal
        || word.classes.any(Classes::SAID.or(Classes::ACTS))
        || (folded.len() > 4 && folded.ends_with("ed") && !folded.ends_with("eed") && folded != "united")
}

/// Whether the token is a word of weight in small letters, or of a line that writes all with capitals:
/// a noun or adjective as far as can be told.
pub fn is_content(page: &Page<'_>, at: usize) -> bool {
    let Some(word) = page.known_word(at) else { return false };
    let folded = &*word.folded;
    page.token(at).is_some_and(|token| token.kind == TokenKind::Word)
        && folded.len() > 1
        && !is_determiner(folded)
        && !is_preposition(folded)
        && !is_modal(folded)
        && !is_be(folded)
        && !is_have(folded)
        && !is_do(folded)
        && !is_subject_pronoun(folded)
        && !is_object_pronoun(folded)
        && !is_conjunction(folded)
        && !ends_clause(folded)
        && !matches!(folded, "not" | "there" | "ago" | "so" | "too")
}

/// `second`, `third`: the number of an ordinal in words or digits.
pub fn ordinal(folded: &str) -> Option<u8> {
    const ORDINALS: [&str; 12] = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
        "eleventh", "twelfth",
    ];
    let words = (1u8..).zip(ORDINALS).find(|(_, word)| *word == folded).map(|(number, _)| number);
    words.or_else(|| {
        let digits = ["st", "nd", "rd", "th"].iter().find_map(|end| folded.strip_suffix(end))?;
        digits.parse().ok().filter(|number| *number > 0)
    })
}
