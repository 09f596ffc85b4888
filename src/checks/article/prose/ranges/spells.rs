//! Stretches whose ends have verbs of their own: `opens on 3 May and runs until 10 May`, `will end on May 9,
//! after starting on May 3`.
//!
//! Both verbs must have one subject: between them stand no other words than auxiliaries and places.

use super::{Form, Grain, Stretch, both};
use crate::checks::article::prose::told::is_time;
use crate::checks::article::prose::{ItemKind, Passage};
use crate::lang::dates::rule::Place;

/// The first stretch of a sentence that two verbs make.
pub fn spell(passage: &Passage<'_>) -> Option<Stretch> {
    let days: Vec<usize> = passage.dates().filter(|at| is_day(passage, *at)).collect();
    let pairs = days.iter().zip(days.iter().skip(1));
    pairs.map(|(one, other)| (*one, *other)).find_map(|(one, other)| {
        let lead = verb_before(passage, one)?;
        let second = verb_before(passage, other).filter(|verb| *verb > one)?;
        // The end of the first verb's day to the second verb: one subject.
        let joined = (one + 1..second).all(|at| joins(passage, at));
        let (begins, ends) = match (is_begin(passage, lead), is_end(passage, lead)) {
            (true, false) if is_end(passage, second) => (one, other),
            (false, true) if is_begin(passage, second) => (other, one),
            _ => return None,
        };
        if !joined {
            return None;
        }
        let (first, last) = (passage.place(begins)?, passage.place(ends)?);
        let made = both(passage, (begins, first), (ends, last)).filter(|ends| ends.grain == Grain::Day)?;
        Some(Stretch {
            items: lead..other + 1,
            ends: (begins, ends),
            form: Form::Verbs,
            grain: made.grain,
            first: made.first,
            last: made.last,
            is_comparable: made.is_comparable,
        })
    })
}

fn is_day(passage: &Passage<'_>, at: usize) -> bool {
    matches!(passage.place(at), Some(Place::Day { month: Some(_), .. } | Place::Numeric { .. }))
}

/// The verb that begins or ends on the day, a few words before it.
fn verb_before(passage: &Passage<'_>, at: usize) -> Option<usize> {
    const REACH: usize = 6;
    for back in (at.saturating_sub(REACH)..at).rev() {
        if is_begin(passage, back) || is_end(passage, back) {
            return Some(back);
        }
        let item = passage.item(back)?;
        let place = matches!(item.kind, ItemKind::Name(_)) || item.words().starts_with(char::is_uppercase);
        let small = item
            .is_any(&["on", "in", "at", "off", "up", "there", "here", "the", "way", "under", "from", "of"]);
        if !place && !small && !is_time(passage, back) {
            return None;
        }
    }
    None
}

fn is_begin(passage: &Passage<'_>, at: usize) -> bool {
    const BEGINS: &[&str] = &[
        "begin",
        "begins",
        "began",
        "begun",
        "beginning",
        "start",
        "starts",
        "started",
        "starting",
        "open",
        "opens",
        "opened",
        "opening",
        "kick",
        "kicks",
        "kicked",
        "commence",
        "commences",
        "commenced",
        "commencing",
        "gets",
        "got",
    ];
    passage.is_any(at, BEGINS)
}

fn is_end(passage: &Passage<'_>, at: usize) -> bool {
    const ENDS: &[&str] = &[
        "end",
        "ends",
        "ended",
        "ending",
        "close",
        "closes",
        "closed",
        "closing",
        "conclude",
        "concludes",
        "concluded",
        "finish",
        "finishes",
        "finished",
        "wrap",
        "wraps",
        "wrapped",
        "until",
        "till",
        "through",
        "expire",
        "expires",
        "expired",
    ];
    passage.is_any(at, ENDS)
}

/// Words that keep the subject: `and will`, `before it`, `and runs`.
fn joins(passage: &Passage<'_>, at: usize) -> bool {
    const JOINS: &[&str] = &[
        ",",
        "and",
        "will",
        "is",
        "are",
        "was",
        "to",
        "then",
        "it",
        "they",
        "runs",
        "run",
        "ran",
        "continue",
        "continues",
        "continued",
        "lasts",
        "last",
        "lasted",
        "due",
        "before",
        "after",
        "having",
        "scheduled",
        "set",
        "expected",
        "remain",
        "remains",
        "in",
        "at",
        "(",
        ")",
        "there",
        "here",
        "had",
        "has",
        "go",
        "goes",
        "on",
        "but",
        "would",
        "stay",
        "be",
    ];
    passage.is_any(at, JOINS)
        || passage.item(at).is_some_and(|item| {
            matches!(item.kind, ItemKind::Name(_)) || item.words().starts_with(char::is_uppercase)
        })
        || is_time(passage, at)
}
