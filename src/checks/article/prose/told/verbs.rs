//! The finite verbs of a sentence and their tense, as far as words and endings show them.
//!
//! An open class: any small word in `-ed` that no article or preposition makes an adjective, and the
//! irregular pasts, which English has a closed number of. A base form (`meet`) is nobody's verb here: it
//! is reached through what governs it (`will`, `did`, `to`).

use super::words::{
    ADVERBS, AHEAD, CALENDAR, Class, DETERMINERS, FIXED, GOES, INTENDED, INTENDS, IRREGULAR, MAKES_NOUNS,
    MODALS, NO_VERBS, PARTICIPLES, PARTS, PERIODS, PRESENTS, RECURS, SET, has, is,
};
use crate::checks::article::prose::{ItemKind, Passage};
use crate::lang::dates::rule::{Place, Rule};
use crate::source::ZoneKind;

/// What a verb says of its time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tense {
    /// What it tells of is over: `met`, `was held`, `has arrived`.
    Past,
    /// What it tells of is still to come: `will meet`, `is to meet`, `plans to meet`.
    Ahead,
    /// Neither: `would`, `was to meet`, `is held`.
    Open,
}

/// A finite verb.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Verb {
    pub tense: Tense,
    /// The first of its words.
    pub start: usize,
    /// The word that says what is done.
    pub head: usize,
    /// It has no auxiliary, so that it may be a participle behind its noun: `elections called by …`.
    pub is_bare: bool,
}

/// The verb that has the item for one of its words, where a walk from the right comes to it first.
pub fn verb(passage: &Passage<'_>, at: usize) -> Option<Verb> {
    let item = passage.item(at)?;
    if item.kind != ItemKind::Word || !item.words().starts_with(|first: char| first.is_ascii_lowercase()) {
        return None;
    }
    let made = |tense| Some(Verb { tense, start: at, head: head(passage, at), is_bare: false });
    match () {
        () if is(passage, at, AHEAD) => {
            let over = passage.is_any(at + 1, &["have", "never"]);
            made(if over { Tense::Open } else { Tense::Ahead })
        }
        () if is(passage, at, MODALS) => made(Tense::Open),
        () if passage.is_any(at, &["is", "are"]) => made(present_be(passage, at)),
        () if passage.is_any(at, &["was", "were"]) => made(past_be(passage, at)),
        () if passage.is_any(at, &["has", "have", "had"]) => made(perfect(passage, at)),
        () if passage.is_any(at, &["did"]) => made(Tense::Past),
        () if is(passage, at, INTENDS) && passage.is(at + 1, "to") && !is_noun(passage, at) => {
            made(Tense::Ahead)
        }
        () if is_schedule(passage, at) => made(Tense::Ahead),
        () if is(passage, at, PRESENTS) || is(passage, at, CALENDAR) => made(Tense::Open),
        () if is_past_form(passage, at) => Some(of_participle(passage, at)),
        () => None,
    }
}

/// Whether the item is the past or the participle of a verb, by its form.
pub fn is_past_form(passage: &Passage<'_>, at: usize) -> bool {
    let word = passage.word(at);
    let regular = word.len() >= 5 && word.ends_with("ed");
    // `second-seeded`, but `re-elected`.
    let joined = word
        .split_once('-')
        .is_some_and(|(before, _)| !["re", "co", "pre", "de", "ex", "un"].contains(&before));
    let regular =
        regular && !joined || passage.is_any(at, &["died", "tied", "sued", "fled", "led", "used", "owed"]);
    let formed = regular && !is(passage, at, NO_VERBS) || is(passage, at, IRREGULAR);
    formed && passage.word(at).starts_with(|first: char| first.is_ascii_lowercase()) && !is_noun(passage, at)
}

/// The simple present of what stands in a calendar: `takes effect`, `expires on`, `flies to Lima on`.
fn is_schedule(passage: &Passage<'_>, at: usize) -> bool {
    const REACH: usize = 8;
    // `The film opens on May 3 in a prison.`
    let recurs = has(passage, at.saturating_sub(2)..at, RECURS) && !passage.has_before(at, 1, &[","])
        || is_account(passage, at);
    if is(passage, at, CALENDAR) && !recurs && passage.sentence.zone == ZoneKind::Body {
        let ends = |ahead: &usize| {
            let mark = passage.item(*ahead).is_none_or(|item| item.is_mark() && !item.is_dash());
            mark || is(passage, *ahead, PARTS) && !passage.is(*ahead, "to")
                || is_past_form(passage, *ahead)
                || passage.is(*ahead, "with")
        };
        return (at + 1..at + REACH)
            .take_while(|ahead| !ends(ahead))
            .any(|ahead| passage.date(ahead).is_some());
    }
    passage.is_any(at, &["takes", "take"]) && passage.is_any(at + 1, &["effect", "place"])
        || passage.is_any(at, &["comes", "enters"])
            && passage.is(at + 1, "into")
            && passage.is_any(at + 2, &["force", "effect"])
        || passage.is_any(at, &["goes", "go"])
            && passage.is_any(at + 1, &["on", "to"])
            && passage.has_any(at + 2..at + 4, &["trial", "polls", "sale", "display", "show"])
}

/// Whether a quarter, a year or a length of time is the subject: `the quarter ended May 31`.
pub fn is_account(passage: &Passage<'_>, at: usize) -> bool {
    let stretch = |at: usize| match passage.date(at).map(|date| date.rule) {
        Some(Rule::Length(_)) => true,
        Some(Rule::Place { place, .. }) => !place.is_day(),
        _ => false,
    };
    let near = (at.saturating_sub(4)..at).rev().take_while(|at| !passage.is(*at, ","));
    near.into_iter().any(|at| is(passage, at, PERIODS) || stretch(at))
}

/// `is to meet`, `are scheduled to`, `is due on`, `is meeting`.
fn present_be(passage: &Passage<'_>, at: usize) -> Tense {
    let next = next_word(passage, at + 1);
    // `The hearing is on May 9`
    let day = if passage.is_any(at + 1, &["on", "for"]) { at + 2 } else { at + 1 };
    let is_day = matches!(passage.place(day), Some(Place::Day { .. } | Place::Numeric { .. }));
    if is_day && !has(passage, at.saturating_sub(5)..at, RECURS) {
        return Tense::Ahead;
    }
    let joined = passage.is_any(next + 1, &["to", "for", "on", "in", "at", "back"])
        || passage.date(next + 1).is_some();
    let fixed = is(passage, next, SET);
    let fixed =
        fixed || passage.is_any(next, &["planning", "preparing", "hoping"]) && passage.is(next + 1, "to");
    let have = passage.is(next + 1, "to") && passage.is(next + 2, "have");
    let plans = passage.is(next, "to") || fixed && joined && !have || is(passage, next, GOES);
    if plans { Tense::Ahead } else { Tense::Open }
}

/// `was held`, `were driving`; not `was to`, `was due`, nor `was` alone.
fn past_be(passage: &Passage<'_>, at: usize) -> Tense {
    let next = next_word(passage, at + 1);
    if passage.is(next, "to") || is(passage, next, FIXED) {
        return Tense::Open;
    }
    let cleft = at.checked_sub(1).is_some_and(|before| passage.is(before, "it"))
        && passage.is_any(next, &["in", "at", "on"]);
    let does = cleft || passage.word(next).ends_with("ing") || passage.is(next, "being");
    if does || is_participle(passage, next) { Tense::Past } else { Tense::Open }
}

/// `has arrived`, `had been killed`; not `had been due`.
fn perfect(passage: &Passage<'_>, at: usize) -> Tense {
    // `was to have come`
    if at.checked_sub(1).is_some_and(|before| passage.is(before, "to")) {
        return Tense::Open;
    }
    let mut next = next_word(passage, at + 1);
    let been = passage.is(next, "been");
    if been {
        next = next_word(passage, next + 1);
    }
    if is(passage, next, FIXED) {
        let set = been && !passage.is(at, "had") && passage.is(next + 1, "for");
        return if set { Tense::Ahead } else { Tense::Open };
    }
    if been || is_participle(passage, next) { Tense::Past } else { Tense::Open }
}

/// The participle or past at the item, with the auxiliary before it.
fn of_participle(passage: &Passage<'_>, at: usize) -> Verb {
    let verb = |tense, start, is_bare| Verb { tense, start, head: at, is_bare };
    let mut before = at;
    for _ in 0..5 {
        let Some(next) = before.checked_sub(1) else { break };
        before = next;
        let tense = match () {
            () if is(passage, before, AHEAD) && passage.is(before + 1, "have") => Tense::Open,
            () if is(passage, before, AHEAD) => Tense::Ahead,
            () if is(passage, before, MODALS) => Tense::Open,
            () if passage.is_any(before, &["was", "were", "got"]) => past_be(passage, before),
            () if passage.is_any(before, &["has", "have", "had", "'ve", "’ve"]) => {
                // `will have met`, `would have met`, `was to have met` are no reports.
                if passage.is(before, "have")
                    && [AHEAD, MODALS].iter().any(|class| reaches(passage, before, *class))
                    || before.checked_sub(1).is_some_and(|to| passage.is(to, "to"))
                {
                    Tense::Open
                } else {
                    perfect(passage, before)
                }
            }
            () if passage.is_any(before, &["is", "are"]) => present_be(passage, before),
            () if passage.is(before, "to") => return of_infinitive(passage, before, at),
            () if passage.is_any(
                before,
                &["be", "been", "being", "not", "also", "all", "both", "first", "last", "remain", "stay"],
            ) || is_adverb(passage, before) =>
            {
                continue;
            }
            () => break,
        };
        return verb(tense, before, false);
    }
    // `will be closed and reopened`
    let joined = at.checked_sub(1).is_some_and(|one| passage.is_any(one, &["and", "or"]));
    if joined && has(passage, at.saturating_sub(10)..at, AHEAD) {
        return verb(Tense::Ahead, at, true);
    }
    let be = at.checked_sub(1).is_some_and(|one| passage.is_any(one, &["be", "being"]));
    let fixed = is(passage, at, INTENDED);
    verb(if be || fixed { Tense::Open } else { Tense::Past }, at, true)
}

/// What governs the infinitive behind the `to` at the item.
pub fn of_infinitive(passage: &Passage<'_>, to: usize, head: usize) -> Verb {
    let verb = |tense, start| Verb { tense, start, head, is_bare: false };
    let Some(before) = to.checked_sub(1) else { return verb(Tense::Open, to) };
    if is(passage, before, INTENDS) && !is_noun(passage, before) {
        return verb(Tense::Ahead, before);
    }
    let fixed = is(passage, before, FIXED);
    let mut at = before;
    for _ in 0..3 {
        if passage.is_any(at, &["is", "are"]) {
            return verb(present_be(passage, at), at);
        }
        if !(at == before && fixed || is_adverb(passage, at) || passage.is_any(at, &["now", "not", "both"])) {
            break;
        }
        let Some(next) = at.checked_sub(1) else { break };
        at = next;
    }
    verb(Tense::Open, to)
}

/// Whether a word of the class stands before, behind adverbs alone.
fn reaches(passage: &Passage<'_>, at: usize, class: Class) -> bool {
    let before = (0..at).rev().take(3).find(|at| !is_adverb(passage, *at));
    before.is_some_and(|before| is(passage, before, class))
}

fn is_participle(passage: &Passage<'_>, at: usize) -> bool {
    let word = passage.word(at);
    word.len() >= 4 && word.ends_with("ed") && !is(passage, at, NO_VERBS)
        || is(passage, at, IRREGULAR)
        || is(passage, at, PARTICIPLES)
}

/// The next word that is no adverb.
pub fn next_word(passage: &Passage<'_>, at: usize) -> usize {
    let words = ["not", "also", "now", "all", "both", "each", "first", "last", "once", "n't", "n’t"];
    (at..passage.count())
        .take(4)
        .find(|at| !is_adverb(passage, *at) && !passage.is_any(*at, &words))
        .unwrap_or(at)
}

pub fn is_adverb(passage: &Passage<'_>, at: usize) -> bool {
    let word = passage.word(at);
    passage.item(at).is_some_and(|item| item.kind == ItemKind::Word)
        && (word.len() > 4
            && word.ends_with("ly")
            && !passage.is_any(at, &["family", "assembly", "supply", "rally", "early"])
            || is(passage, at, ADVERBS))
}

/// What the auxiliary at the item leads on to.
fn head(passage: &Passage<'_>, at: usize) -> usize {
    let mut next = next_word(passage, at + 1);
    for _ in 0..4 {
        if !passage.is_any(next, &["be", "been", "being", "to", "have"]) && !is(passage, next, FIXED) {
            break;
        }
        if is(passage, next, FIXED) && !passage.is(next + 1, "to") {
            break;
        }
        next = next_word(passage, next + 1);
    }
    next
}

/// `the proposed law`, `his alleged role`, `of armed men`: what stands before makes it no verb.
fn is_noun(passage: &Passage<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let adjective =
        is_adverb(passage, before) && before.checked_sub(1).is_some_and(|two| is(passage, two, DETERMINERS));
    is(passage, before, MAKES_NOUNS)
        || adjective
        || passage.item(before).is_some_and(|item| item.kind == ItemKind::Possessive)
        || passage.item(at).is_some_and(|item| item.is_tight)
            && passage.item(before).is_some_and(|item| item.is_dash())
}
