//! `The mine closed 12 years ago`, where another sentence says that it closed in 2001.

use crate::checks::Report;
use crate::checks::article::prose::calendar::{counted, long};
use crate::checks::article::prose::{ItemKind, Passage};
use crate::checks::article::years::{Chronicle, Count, Named, loosened, time_of, year};
use crate::lang::dates::rule::{From, Place, Unit};

/// A number of years ago that another sentence's year for the same deed does not have.
pub fn ago(chronicle: &Chronicle<'_>, index: usize, at: usize) -> Option<Report> {
    let passage = chronicle.people.passage(index)?;
    let published = passage.published()?;
    let now = i64::from(published.year());
    let count = years_ago(passage, at)?;
    if passage.item(at)?.is_quoted
        || chronicle.within(index).next().is_some()
        || chronicle.explains(count, now)
    {
        return None;
    }
    let verb = deed(passage, at)?;
    let named = chronicle.deed(index, verb)?;
    let full = now - named.year;
    if count.allows(full) || full < 0 {
        return None;
    }
    let said = chronicle.people.passage(named.passage)?;
    let span = verb.min(at)..verb.max(at) + 1;
    Some(
        Report::new(
            passage.span(span.clone()),
            format!(
                "“{}” does not fit “{}”: {} is {} before {now}",
                passage.words(span),
                said.words(named.at.saturating_sub(2)..named.at + 1),
                named.year,
                counted(full, "year")
            ),
        )
        .with(said.related(named.at))
        .because(format!("the article is of {} (publication date)", long(published)))
        .because(passage.why(at))
        .because(format!("both tell of “{}”", passage.word(verb)))
        .because(format!("{now} − {} = {full}; one year more or less would be let pass", named.year)),
    )
}

/// `twelve years ago`, `two decades ago`.
fn years_ago(passage: &Passage<'_>, at: usize) -> Option<Count> {
    let Some(Place::Offset { unit, by, from: From::Published }) = passage.place(at) else { return None };
    let number = i64::from(by.abs());
    if by >= 0 || !passage.word(at).to_ascii_lowercase().ends_with("ago") {
        return None;
    }
    let modifier = passage.date(at)?.modifier;
    match unit {
        Unit::Year if number >= 2 => Some(loosened(passage, at, number, 1, modifier)),
        Unit::Decade => Some(loosened(passage, at, number * 10, number * 10 / 3 + 1, modifier)),
        _ => None,
    }
}

/// The deed that is said of so many years ago: the nearest finite verb before it in its clause.
fn deed(passage: &Passage<'_>, at: usize) -> Option<usize> {
    const REACH: usize = 9;
    const IRREGULAR: &[&str] = &[
        "began", "fell", "won", "lost", "sank", "left", "came", "went", "built", "shut", "broke", "struck",
        "sold", "bought", "became", "met", "fled", "quit", "wed", "born", "found", "shot", "set", "took",
        "gave", "burned", "burnt", "fought", "held",
    ];
    for back in 1..=REACH {
        let before = at.checked_sub(back)?;
        let item = passage.item(before)?;
        if matches!(item.kind, ItemKind::Mark(_))
            || item.is_any(&["and", "but", "that", "who", "which", "than", "since"])
        {
            return None;
        }
        let verb = item.kind == ItemKind::Word
            && (item.words().len() > 4 && item.words().ends_with("ed") || item.is_any(IRREGULAR));
        if verb && !item.is_any(&["used", "based", "named", "called", "started", "continued"]) {
            return Some(before);
        }
    }
    None
}

impl Chronicle<'_> {
    /// The one year at which another sentence says the same of the same.
    fn deed(&self, index: usize, verb: usize) -> Option<Named> {
        let passage = self.people.passage(index)?;
        let word = passage.word(verb);
        let subjects = subjects(passage, verb);
        let mut found: Vec<Named> = Vec::new();
        for (other, said) in self.people.story.iter().enumerate().filter(|(other, _)| *other != index) {
            for at in (0..said.count()).filter(|at| said.is(*at, word)) {
                let Some(time) = time_of(said, at, at + 1) else { continue };
                let Some(year) = year(said, time) else { continue };
                if subjects.iter().any(|subject| self::subjects(said, at).contains(subject)) {
                    found.push(Named { year, passage: other, at: time });
                }
            }
        }
        let first = *found.first()?;
        found.iter().all(|one| one.year == first.year).then_some(first)
    }
}

/// What a verb is said of: the names, by their chains, and the nouns that stand before it in its clause.
fn subjects(passage: &Passage<'_>, verb: usize) -> Vec<String> {
    const REACH: usize = 8;
    let mut found = Vec::new();
    for at in verb.saturating_sub(REACH)..verb {
        let Some(item) = passage.item(at) else { continue };
        match item.kind {
            ItemKind::Name(name) => {
                found.extend(
                    passage.subject.facts.mentions.get(name).map(|mention| format!("#{}", mention.chain)),
                );
            }
            ItemKind::Word
                if item.words().len() >= 4
                    && passage.has_before(at, 3, &["the", "its", "their", "his", "her"]) =>
            {
                found.push(item.words().to_ascii_lowercase());
            }
            _ => {}
        }
    }
    found
}
