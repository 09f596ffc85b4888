//! States that begin and end, and how long they are said to have lasted: convicted in 2009, free in 2021, and
//! seventeen years in prison.
//!
//! A state is known by three lists of words: what begins it, what it is called, what ends it. The number of years
//! is compared with the years at which the article says that it began and ended (the end being publication where
//! nothing is said); where any year of the article explains the number, nothing is found.

use crate::checks::Report;
use crate::checks::article::people::chain;
use crate::checks::article::prose::calendar::{counted, days_between, long};
use crate::checks::article::prose::{ItemKind, Passage};
use crate::checks::article::years::state_words::{Owner, STATES};
use crate::checks::article::years::{Chronicle, Named, any_phrase, count, people_of, time_of, year};

/// The numbers of years of a passage that no year of the article explains.
pub fn lasting(chronicle: &Chronicle<'_>, index: usize, at: usize) -> Option<Report> {
    let passage = chronicle.people.passage(index)?;
    let lasted = count(passage, at).filter(|lasted| lasted.number >= 3)?;
    let published = passage.published()?;
    let now = i64::from(published.year());
    // What will be, was to be or may be is no length of what was.
    let open = passage.has_any(
        0..passage.count(),
        &[
            "will",
            "would",
            "could",
            "may",
            "might",
            "sentenced",
            "faces",
            "face",
            "facing",
            "maximum",
            "minimum",
            "if",
            "expected",
            "should",
            "plans",
            "planned",
            "ago",
            "parole",
            "earlier",
            "later",
            "every",
            "until",
            "probation",
        ],
    );
    if open
        || passage.has_any(at + 1..at + 3, &["term", "terms", "sentence", "sentences"])
        || passage.has_before(
            at,
            2,
            &[
                "up",
                "first",
                "next",
                "last",
                "past",
                "another",
                "every",
                "final",
                "remaining",
                "previous",
                "within",
                "age",
            ],
        )
    {
        return None;
    }
    // Words may fit several states: the one whose beginning the article tells.
    let (state, said, begins) = STATES.iter().find_map(|state| {
        let said = said(passage, at, state.is, state.ends)?;
        let begins = chronicle.facts(index, at, (state.begins, state.is), state.owner);
        (!begins.is_empty()).then_some((state, said, begins))
    })?;
    let first = begins.first()?;
    let ends = chronicle.facts(index, at, (state.ends, &[]), state.owner);
    let own = chronicle.within(index).filter(|named| named.at > at);
    let until: Vec<i64> = ends.iter().chain(own).map(|named| named.year).chain([now]).collect();
    let known = begins.iter().any(|from| until.iter().any(|until| lasted.allows(until - from.year)));
    if known || chronicle.explains(lasted, now) || first.year >= now {
        return None;
    }
    let said_at = chronicle.people.passage(first.passage)?;
    let full = now - first.year;
    let span = said.start.min(at)..said.end.max(at + 1);
    Some(
        Report::new(
            passage.span(span.clone()),
            format!(
                "“{}” does not fit “{}”: from {} to {now} is {}",
                passage.words(span),
                said_at.words(first.at.saturating_sub(1)..first.at + 1),
                first.year,
                counted(full, "year")
            ),
        )
        .with(said_at.related(first.at))
        .because(passage.why(at))
        .because(format!(
            "it began at “{}”, in {}",
            said_at.words(first.at.saturating_sub(3)..first.at + 1),
            first.year
        ))
        .because(format!(
            "the article is of {} (publication date), and names no other year that would explain it",
            long(published)
        ))
        .because(format!("{now} − {} = {full}; one year more or less would be let pass", first.year)),
    )
}

/// Where a state is said, at most so far before or behind the number of years.
pub fn said(
    passage: &Passage<'_>,
    at: usize,
    words: &[&str],
    ends: &[&str],
) -> Option<std::ops::Range<usize>> {
    const BEFORE: usize = 8;
    const BEHIND: usize = 4;
    let plain = |range: std::ops::Range<usize>| {
        range.into_iter().all(|at| {
            passage.item(at).is_some_and(|item| {
                matches!(item.kind, ItemKind::Word | ItemKind::Name(_))
                    && !item.is_any(&[
                        "and", "but", "or", "when", "while", "that", "who", "which", "after", "before",
                    ])
            })
        })
    };
    let behind = (at + 1..at + 1 + BEHIND).find_map(|from| {
        let end = any_phrase(passage, from, words)?;
        plain(at + 1..from).then_some(from..end)
    });
    // `retires after 30 years`: what ends says what there was.
    let ended = || {
        const CLOSE: usize = 8;
        // What ended long ago was no longer so until now.
        let lately = passage.published().is_some_and(|now| {
            passage.dates().filter_map(|at| passage.day(at)).any(|day| days_between(day, now).abs() <= 31)
        });
        let present = |at: usize| {
            let word = passage.word(at).to_ascii_lowercase();
            ends.iter().any(|end| {
                let stem = end.trim_end_matches("ed").trim_end_matches('d');
                lately && *end == word
                    || stem.len() > 3
                        && [
                            stem.to_owned() + "es",
                            stem.to_owned() + "s",
                            stem.to_owned() + "ing",
                            stem.to_owned() + "e",
                        ]
                        .contains(&word)
            }) || ends.contains(&"left") && matches!(word.as_str(), "leaves" | "leaving")
        };
        let closes = passage.item(at + 1).is_none_or(|item| item.is_mark());
        let plain = |range: std::ops::Range<usize>| {
            range.into_iter().all(|at| {
                passage.item(at).is_some_and(|item| {
                    !item.is_mark() && !item.is_any(&["and", "but", "when", "that", "who", "which"])
                })
            })
        };
        let verb = (at.saturating_sub(CLOSE)..at).rev().find(|at| present(*at))?;
        (passage.has_before(at, 1, &["after"]) && closes && plain(verb + 1..at - 1)).then_some(verb..verb + 1)
    };
    behind.or_else(ended).or_else(|| {
        let led = passage.has_before(
            at,
            1,
            &[
                "for", "after", "spent", "some", "nearly", "almost", "about", "over", "served", "lasted",
                "raged", "on",
            ],
        );
        (at.saturating_sub(BEFORE)..at).rev().find_map(|from| {
            let end = any_phrase(passage, from, words).filter(|end| *end <= at)?;
            (led && plain(end..at)).then_some(from..end)
        })
    })
}

impl Chronicle<'_> {
    /// The years at which words of a list are said to have happened to whom a passage speaks of.
    fn facts(&self, index: usize, at: usize, (words, is): (&[&str], &[&str]), owner: Owner) -> Vec<Named> {
        let Some(passage) = self.people.passage(index) else { return Vec::new() };
        let own = self.subject(index, at);
        let mut found = Vec::new();
        for (other, said) in self.people.story.iter().enumerate() {
            for start in 0..said.count() {
                let begun = any_phrase(said, start, words);
                let Some(end) = begun.or_else(|| any_phrase(said, start, is)) else { continue };
                if other == index && (start..end).contains(&at)
                    || said.item(start).is_some_and(|item| item.is_quoted)
                {
                    continue;
                }
                // `closed since 2008`, `in office since 2000`.
                let since = (end..end + 5)
                    .find(|at| year(said, *at).is_some() && said.has_before(*at, 2, &["since"]));
                let since = since.filter(|time| {
                    (end..*time).all(|at| {
                        said.item(at)
                            .is_some_and(|item| matches!(item.kind, ItemKind::Word | ItemKind::Name(_)))
                            && !said.is_any(at, &["and", "but"])
                    })
                });
                let Some(time) = since.or_else(|| begun.and_then(|_| time_of(said, start, end))) else {
                    continue;
                };
                let Some(year) = year(said, time) else { continue };
                let named = people_of(said);
                let is_own = own.is_some_and(|own| named.contains(&own));
                let pronoun = said.has_any(0..start.min(6), &["he", "she"])
                    && own.is_some()
                    && self.people.focus(other) == own;
                let tied = match owner {
                    Owner::Story => named.is_empty() || own.is_none() || is_own,
                    // `The Linds, who wed in 1971, have been married for …`
                    Owner::Person if other == index && start < at => named.len() <= 1,
                    // `The king has reigned since 1999. In his ten years on the throne …`
                    Owner::Person if own.is_none() => {
                        let nobody = named.is_empty() && people_of(passage).is_empty();
                        nobody
                            && other + 1 == index
                            && passage.has_any(0..passage.count(), &["he", "she", "his", "her"])
                    }
                    Owner::Person => {
                        own.is_some() && (is_own && named.len() == 1 || pronoun && named.is_empty())
                    }
                    Owner::Thing => {
                        other == index
                            && (start < at || said.is_any(start.saturating_sub(2), &["which", "that"]))
                            || other.abs_diff(index) == 1
                                && passage.is_any(0, &["it", "the"])
                                && said.is_any(0, &["the", "it"])
                    }
                };
                if tied {
                    found.push(Named { year, passage: other, at: time });
                }
            }
        }
        found
    }

    /// Whom a passage speaks of at an item.
    fn subject(&self, index: usize, at: usize) -> Option<u32> {
        let passage = self.people.passage(index)?;
        if let Some(name) = (0..at).rev().find_map(|at| chain(passage, at)) {
            return Some(name);
        }
        passage.has_any(0..passage.count(), &["he", "she", "his", "her"]).then(|| self.people.focus(index))?
    }
}
