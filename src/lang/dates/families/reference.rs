//! The present, the past and the future, without a place in the calendar: `now`, `recently`, `the future`.
//!
//! 4.5 % and 3.7 % of the development data; `current` is a date in 56 % of its uses only, `once`,
//! `previously`, `already` and `soon` in 36 % or less: left out (dates.md §4, rule 7).

use crate::lang::dates::cursor::Cursor;
use crate::lang::dates::families::Found;
use crate::lang::dates::rule::{Reference, Rule};
use crate::lang::dates::words::{Sense, Shift};

pub fn read(c: &Cursor) -> Option<Found> {
    let vague = |end, reference| Some(Found::new(end, Rule::Vague(reference)));
    if let Some(reference) = c.any_sense(c.start, |sense| match sense {
        Sense::Reference(reference) => Some(reference),
        _ => None,
    }) {
        return word(c, reference);
    }
    if let Some(end) = c.phrase(c.start, &["one", "day"])
        && c.after_any(&["will", "would", "could", "may", "might", "can", "should"])
    {
        return vague(end, Reference::Future);
    }
    if let Some(end) = c.phrase(c.start, &["right", "now"]).or_else(|| c.phrase(c.start, &["these", "days"]))
    {
        return vague(end, Reference::Present);
    }
    if let Some(end) = c.phrase(c.start, &["the", "moment"]).or_else(|| c.phrase(c.start, &["this", "point"]))
        && c.after_any(&["at"])
        && !c.is(end, "of")
    {
        return vague(end, Reference::Present);
    }
    if c.is(c.start, "present") && c.after_any(&["at"]) && !c.is_word(c.start + 1) {
        return vague(c.start + 1, Reference::Present);
    }
    if c.shift(c.start) == Some(Shift::Current) {
        return current(c);
    }
    if let Some(end) = c.phrase(c.start, &["the", "past"])
        && (c.after_any(&["in"]) && c.unit(end).is_none() && !c.is_capital(end) || c.is_any(end, &[".", ","]))
    {
        return vague(end, Reference::Past);
    }
    if let Some(at) = c.phrase(c.start, &["the"])
        && c.is_any(at, &["near", "short", "long"])
        && c.is(at + 1, "term")
        && c.after_any(&["in", "for", "of", "over"])
    {
        return vague(at + 2, Reference::Future);
    }
    let at = c.skip(c.start, "the");
    let near = if c.is_any(at, &["near", "immediate"]) { at + 1 } else { at };
    if at > c.start && c.is(near, "future") && !c.is(near + 1, "of") {
        return vague(near + 1, Reference::Future);
    }
    None
}

fn word(c: &Cursor, reference: Reference) -> Option<Found> {
    let next = c.start + 1;
    if c.is(c.start, "now") && (c.is_glued(next, "-") || c.is_any(next, &["defunct", "famous", "classic"])) {
        return None;
    }
    Some(Found::new(next, Rule::Vague(reference)))
}

/// `current`: before most nouns an adjective that dates nothing.
fn current(c: &Cursor) -> Option<Found> {
    let next = c.start + 1;
    let is_other =
        c.is_any(next, &["account", "quarter", "fiscal", "year", "affairs", "events", "period", "month"]);
    (!is_other && c.is_word(next)).then(|| Found::new(next, Rule::Vague(Reference::Present)))
}
