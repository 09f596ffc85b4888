//! Whether two mentions are of one happening.
//!
//! The later one speaks of it as known, or it befalls the same person only once; no word tells the two
//! apart, and the later one names nobody and no place that the text had not named by then.

use std::ops::Range;

use jiff::civil::Date;

use crate::checks::article::happening::classes::Recurs;
use crate::checks::article::happening::{Form, Happening, Who};
use crate::checks::article::prose::calendar::days_between;
use crate::checks::article::prose::{ItemKind, Passage};

/// Whether a later mention is of the happening that an earlier one tells of, as far as the two say.
pub fn is_same(one: &Happening<'_>, other: &Happening<'_>) -> bool {
    let whom = match (one.befell(), other.befell()) {
        (Who::Named(one), Who::Named(other)) => Some(one == other),
        _ => None,
    };
    // `when he was murdered`, behind one murder: the same, as far as the words say.
    let taken_up = other.is_known && other.befell() == Who::Pronoun && one.befell() != Who::Unsaid;
    let same_person = (whom == Some(true) || taken_up) && one.class.recurs == Recurs::Once;
    let told = |happening: &Happening<'_>| happening.is_told && !happening.is_one_of_several;
    one.class.name == other.class.name
        && !is_counted(one)
        && !is_counted(other)
        && one.class.recurs != Recurs::Long
        && told(one)
        && told(other)
        && whom != Some(false)
        && (other.is_known || same_person)
        && (one.sentence, one.at.start) < (other.sentence, other.at.start)
        && names_are_known(one, other)
        && (one.form == Form::Noun || other.form == Form::Noun || same_person || shares_a_word(one, other))
}

/// `Two men were arrested`: one of several, who may have been arrested on another day.
fn is_counted(happening: &Happening<'_>) -> bool {
    let Happening { passage, scope, at, .. } = happening;
    happening.form == Form::Passive
        && scope.clone().any(|item| item < at.start && passage.number(item).is_some())
}

/// Whether the text tells the happenings of a class apart somewhere: `another fire`, `attacks`.
pub fn are_several(all: &[Happening<'_>], class: &str) -> bool {
    all.iter().any(|one| one.class.name == class && one.is_one_of_several)
}

/// Every name of the later mention stands in the text before it, up to the sentence of the earlier one.
fn names_are_known(one: &Happening<'_>, other: &Happening<'_>) -> bool {
    let end = one.passage.span(0..one.passage.count()).end;
    let mentions = &one.passage.subject.facts.mentions;
    other
        .names()
        .iter()
        .all(|(chain, _)| mentions.iter().any(|mention| mention.chain == *chain && mention.span.start < end))
}

/// Whether the clauses of two verbs share a noun or a name.
fn shares_a_word(one: &Happening<'_>, other: &Happening<'_>) -> bool {
    let words = |happening: &Happening<'_>, items: Range<usize>| -> Vec<String> {
        let Happening { passage, at, .. } = happening;
        let outside = |item: &usize| !at.contains(item);
        items.filter(outside).filter_map(|item| content(passage, item)).collect()
    };
    let things = |happening: &Happening<'_>| {
        let passage = &happening.passage;
        passage.has_any(0..passage.count(), happening.class.said_of)
    };
    // A ferry may be a vessel the second time.
    if things(one) && things(other) {
        return true;
    }
    // `a ban that came into force`: what it is said of may stand before the clause.
    let mine = words(one, 0..one.passage.count());
    words(other, other.scope.clone()).iter().any(|word| mine.contains(word))
}

fn content(passage: &Passage<'_>, at: usize) -> Option<String> {
    let item = passage.item(at)?;
    let word = item.words().to_lowercase();
    match item.kind {
        ItemKind::Name(index) => {
            let chain = passage.subject.facts.mentions.get(index)?.chain;
            Some(format!("#{chain}"))
        }
        ItemKind::Word if word.len() >= 3 && !EMPTY.contains(&&*word) => {
            Some(word.trim_end_matches('s').to_owned())
        }
        _ => None,
    }
}

/// Words that say nothing of what was done.
const EMPTY: &[&str] = &[
    "the",
    "was",
    "and",
    "had",
    "has",
    "his",
    "her",
    "its",
    "for",
    "who",
    "not",
    "out",
    "one",
    "two",
    "all",
    "but",
    "are",
    "him",
    "she",
    "day",
    "said",
    "new",
    "any",
    "our",
    "when",
    "after",
    "before",
    "since",
    "with",
    "from",
    "that",
    "this",
    "they",
    "were",
    "have",
    "been",
    "more",
    "than",
    "over",
    "into",
    "about",
    "their",
    "which",
    "while",
    "where",
    "early",
    "late",
    "near",
    "people",
    "police",
    "officials",
    "government",
    "also",
    "during",
    "first",
    "there",
    "would",
    "could",
    "because",
    "against",
];

/// Two days that one happening cannot have: how far apart they are.
pub fn days_apart(one: &Happening<'_>, other: &Happening<'_>) -> Option<i64> {
    let (first, second): (Date, Date) = (one.day()?, other.day()?);
    // Of two days of which only one has its year or week, nothing can be said.
    let comparable = one.is_anchored() == other.is_anchored()
        && (one.is_anchored() || one.is_weekday() == other.is_weekday());
    if !comparable {
        return None;
    }
    let apart = days_between(first, second).abs();
    let bare = one.is_weekday() || other.is_weekday();
    let round = if bare { (apart % 7).min(7 - apart % 7) } else { apart };
    let midnight = round == 1 && (one.is_near_midnight() || other.is_near_midnight());
    let furthest = match one.class.recurs {
        Recurs::Once => 100,
        _ => 31,
    };
    (round > 0 && !midnight && apart <= furthest).then_some(apart)
}

/// Whether two happenings are of one sort: talks may be a meeting.
pub fn is_one_sort(one: &Happening<'_>, other: &Happening<'_>) -> bool {
    let sort = |happening: &Happening<'_>| {
        let name = happening.class.name.clone();
        if name == "gathering" { "meeting".into() } else { name }
    };
    sort(one) == sort(other)
}

/// Whether a later mention is of the happening that an earlier one tells of, but for its place: `here` and
/// `there` are the items of the two.
pub fn is_same_place_apart(one: &Happening<'_>, other: &Happening<'_>, here: usize, there: usize) -> bool {
    let told = |happening: &Happening<'_>, place: usize| {
        let passage = &happening.passage;
        let near = happening.scope.start.saturating_sub(3)..place + 4;
        happening.is_told
            && !happening.is_one_of_several
            && !passage.has_any(near.clone(), ANOTHER_TIME)
            && !near.into_iter().any(|at| passage.date(at).is_some_and(|_| is_long_ago(happening, at)))
    };
    let end = one.passage.span(0..one.passage.count()).end;
    let mentions = &one.passage.subject.facts.mentions;
    let place = other.passage.item(there).map(|item| item.span);
    // Nobody may be named at the later one who had not been named by then.
    let known = other.names().iter().all(|(chain, _)| {
        let is_place = mentions.iter().any(|mention| mention.chain == *chain && Some(mention.span) == place);
        is_place || mentions.iter().any(|mention| mention.chain == *chain && mention.span.start < end)
    });
    is_one_sort(one, other)
        && told(one, here)
        && told(other, there)
        && other.is_known
        && other.form == Form::Noun
        && (one.sentence, one.at.start) < (other.sentence, other.at.start)
        && known
}

const ANOTHER_TIME: &[&str] = &[
    "last", "next", "earlier", "previous", "another", "later", "since", "year", "month", "years", "ago",
    "future", "annual", "upcoming", "planned", "week", "separate", "then",
];

/// A year or month beside it: the text goes back.
fn is_long_ago(happening: &Happening<'_>, at: usize) -> bool {
    happening.passage.days(at).is_none_or(|days| days.first != days.last)
}
