//! `The first visit in 20 years`, where the last was in another year; `since 1990`, and another number of years.

use crate::base::kind::EntityKind;
use crate::checks::Report;
use crate::checks::article::prose::calendar::{counted, days_between, long};
use crate::checks::article::prose::{ItemKind, Passage};
use crate::checks::article::years::beginnings::BEGUN;
use crate::checks::article::years::state_words::STATES;
use crate::checks::article::years::{Chronicle, Named, any_phrase, count, time_of, year};

/// A number of years until now that the year said with it does not have.
pub fn first(chronicle: &Chronicle<'_>, index: usize, at: usize) -> Option<Report> {
    let passage = chronicle.people.passage(index)?;
    let published = passage.published()?;
    let now = i64::from(published.year());
    let years = count(passage, at).filter(|years| years.number >= 3)?;
    if passage.item(at)?.is_quoted || chronicle.explains(years, now) {
        return None;
    }
    let named = since(chronicle, index, at)
        .or_else(|| last(chronicle, index, at))
        .or_else(|| passed(chronicle, index, at))
        .or_else(|| to_the_day(chronicle, index, at))?;
    let full = now - named.year;
    if years.allows(full) || full < 1 {
        return None;
    }
    let said = chronicle.people.passage(named.passage)?;
    let led = passage.back(at, 1).is_some_and(|item| item.kind == ItemKind::Word);
    let span = if led { at - 1..at + 1 } else { at..at + 1 };
    Some(
        Report::new(
            passage.span(span.clone()),
            format!(
                "“{}” does not fit “{}”: from {} to {now} is {}",
                passage.words(span),
                said.words(named.at.saturating_sub(1)..named.at + 1),
                named.year,
                counted(full, "year")
            ),
        )
        .with(said.related(named.at))
        .because(format!("the article is of {} (publication date)", long(published)))
        .because(passage.why(at))
        .because(said.why(named.at))
        .because(format!("{now} − {} = {full}; one year more or less would be let pass", named.year)),
    )
}

/// `idle since 1998 … in 14 years`: the one year of the sentence, behind `since`.
fn since(chronicle: &Chronicle<'_>, index: usize, at: usize) -> Option<Named> {
    let passage = chronicle.people.passage(index)?;
    let mut named = chronicle.within(index);
    let named = *named.next().filter(|_| named.next().is_none())?;
    let since = (named.at.saturating_sub(7)..named.at).rev().find(|at| passage.is(*at, "since")).is_some_and(
        |since| {
            (since + 1..named.at).all(|at| {
                passage.item(at).is_some_and(|item| {
                    matches!(item.kind, ItemKind::Word | ItemKind::Name(_))
                        && !item.is_any(&["and", "but", "who", "which", "until", "after", "before", "when"])
                })
            })
        },
    );
    let led = passage.has_before(at, 1, &["for", "in", "over"])
        || passage.has_before(at, 2, &["in", "for", "these", "those"]);
    let between = named.at.min(at) + 1..named.at.max(at);
    let joined = between.len() <= 14
        && !passage.has_any(
            between,
            &["who", "which", "that", "where", "whose", "but", ";", "while", "when", "than"],
        )
        && !passage.has_any(0..named.at.min(at), &["was", "were", "did"]);
    let other = passage.has_any(
        0..passage.count(),
        &[
            "until",
            "would",
            "will",
            "could",
            "sentence",
            "sentenced",
            "had",
            "every",
            "next",
            "jail",
            "term",
            "first",
            "age",
            "last",
            "past",
            "spent",
            "after",
            "before",
        ],
    );
    // `the first visit in 20 years, since 1996` says both of one stretch.
    let first = is_first(passage, at) && named.at > at && named.at - at <= 5;
    (since && led && (joined && !other || first)).then_some(named)
}

/// `Ten years have passed since the 2014 revolution`; `built in 1818, is 150 years old`; `took over in 2008; a decade on,
/// …`: the one year of the sentence, and words that count to now.
fn passed(chronicle: &Chronicle<'_>, index: usize, at: usize) -> Option<Named> {
    let passage = chronicle.people.passage(index)?;
    let mut named = chronicle.within(index);
    let named = *named.next().filter(|_| named.next().is_none())?;
    let end = at + 1;
    let past = passage.is_any(end, &["have", "has"])
        && passage.is_any(end + 1, &["passed", "gone", "elapsed", "since"])
        && passage.has_any(end + 1..end + 5, &["since"])
        && named.at > at
        && named.at - at <= 8;
    let begun = || {
        (0..named.at).any(|start| {
            any_phrase(passage, start, BEGUN)
                .or_else(|| STATES.iter().find_map(|state| any_phrase(passage, start, state.begins)))
                .is_some_and(|end| time_of(passage, start, end) == Some(named.at))
        })
    };
    let person = (0..at).any(|at| passage.name(at) == Some(EntityKind::Person));
    let old = passage.is(end, "old") && passage.has_before(at, 1, &["is", "now"]) && !person && named.at < at;
    let on = passage.is(end, "on")
        && passage.is(end + 1, ",")
        && named.at < at
        && passage.has_before(at, 1, &[";", ",", ".", "and", "now"]);
    let other = passage.has_any(0..passage.count(), &["had", "until", "would", "born", "died", "ended"]);
    (past || (old || on) && begun() && !other).then_some(named)
}

/// `fell silent on Thursday, 15 years after the wave of March 11, 2011`.
fn to_the_day(chronicle: &Chronicle<'_>, index: usize, at: usize) -> Option<Named> {
    let passage = chronicle.people.passage(index)?;
    let now = passage.published()?;
    let mut named = chronicle.within(index);
    let named = *named.next().filter(|_| named.next().is_none())?;
    let after = passage.is_any(at + 1, &["after", "since"]) && named.at > at && named.at - at <= 10;
    let plain = (at + 2..named.at).all(|at| {
        passage.item(at).is_some_and(|item| {
            matches!(item.kind, ItemKind::Word | ItemKind::Name(_))
                && !item
                    .is_any(&["he", "she", "they", "it", "who", "which", "and", "but", "that", "his", "her"])
        })
    });
    let lately = passage
        .dates()
        .any(|date| date < at && passage.day(date).is_some_and(|day| days_between(day, now).abs() <= 7));
    let only = passage.dates().filter(|date| passage.place(*date).is_some()).count() == 2;
    // `Thirty years after the bombing of 1999 the bridge is whole.`
    let present = at == 0
        && passage.has_any(
            named.at + 1..passage.count(),
            &["is", "are", "has", "have", "remains", "remain", "still"],
        )
        && !passage.has_any(0..passage.count(), &["was", "were", "had", "did", "would"])
        && passage.dates().count() == 2;
    (after
        && plain
        && (lately && only || present)
        && at.checked_sub(1).is_none_or(|before| {
            passage
                .item(before)
                .is_some_and(|item| item.is_mark() || item.is_any(&["exactly", "just", "some"]))
        }))
    .then_some(named)
}

/// `the first visit in 20 years`, and in the same sentence or one beside it `the last was in 1996`.
fn last(chronicle: &Chronicle<'_>, index: usize, at: usize) -> Option<Named> {
    if !is_first(chronicle.people.passage(index)?, at) {
        return None;
    }
    let mut found: Vec<Named> = Vec::new();
    for other in index.saturating_sub(1)..=index + 1 {
        let Some(said) = chronicle.people.passage(other) else { continue };
        for start in 0..said.count() {
            let led = said.is_any(start, &["last", "previous"])
                && (said.has_before(start, 1, &["the", "its", "their", "was", "were", "had", "they"])
                    || start == 0
                    || said.is(start + 1, "time")
                    || said.item(start + 1).is_some_and(|item| {
                        item.words().ends_with("ed")
                            || item.is_any(&["met", "won", "was", "came", "went", "held", "took", "saw"])
                    }));
            let Some(time) = time_of(said, start, start + 1).filter(|_| led) else { continue };
            found.extend(year(said, time).map(|year| Named { year, passage: other, at: time }));
        }
    }
    let one = *found.first()?;
    let alone = found.iter().all(|other| other.year == one.year);
    (alone && !chronicle.within(index).any(|named| named.year != one.year)).then_some(one)
}

/// `the first visit in 20 years`, `the worst flood for 30 years`.
fn is_first(passage: &Passage<'_>, at: usize) -> bool {
    const REACH: usize = 10;
    const SUPERLATIVES: &[&str] = &["first", "worst", "best", "most", "least"];
    let led = passage.has_before(at, 1, &["in", "for"]) || passage.has_before(at, 2, &["in", "for"]);
    led && (at.saturating_sub(REACH)..at).any(|at| {
        passage.is_any(at, SUPERLATIVES)
            || passage.item(at).is_some_and(|item| {
                item.kind == ItemKind::Word
                    && item.words().len() > 5
                    && item.words().ends_with("est")
                    && !item.is_any(&[
                        "interest", "protest", "arrest", "request", "harvest", "forest", "contest", "honest",
                        "invest", "suggest",
                    ])
            })
            || passage.ordinal(at) == Some(1)
    })
}
