//! What began in a year and goes on, in one sentence: `joined in 1987 and has been there for 27 years`, `Elected in
//! 1999, he has run the union for 14 years`.
//!
//! The sentence names one year, that of a beginning, before a perfect with its number of years; the end is
//! publication. Other years of the article explain nothing here: the sentence says what is counted from.

use crate::checks::Report;
use crate::checks::article::prose::Passage;
use crate::checks::article::prose::calendar::{counted, long};
use crate::checks::article::prose::told::verbs::is_past_form;
use crate::checks::article::years::{Chronicle, count};

/// The number of years that the beginning named in its sentence does not give.
pub fn stint(chronicle: &Chronicle<'_>, index: usize, at: usize) -> Option<Report> {
    let passage = chronicle.people.passage(index)?;
    let lasted = count(passage, at).filter(|lasted| lasted.number >= 3)?;
    let published = passage.published()?;
    let mut years = chronicle.within(index);
    let begun = *years.next().filter(|_| years.next().is_none())?;
    let perfect = perfect_before(passage, at)?;
    let full = i64::from(published.year()) - begun.year;
    let plain = begun.at < perfect && full > 0 && begins(passage, begun.at) && !is_open(passage, at);
    if !plain || lasted.allows(full) || passage.item(at)?.is_quoted {
        return None;
    }
    let words = passage.words(perfect..at + 1);
    Some(
        Report::new(
            passage.span(perfect..at + 1),
            format!(
                "“{words}” does not fit “{}”: from {} to {} is {}",
                passage.words(begun.at.saturating_sub(1)..begun.at + 1),
                begun.year,
                published.year(),
                counted(full, "year")
            ),
        )
        .with(passage.related(begun.at))
        .because(passage.why(at))
        .because(format!("it began at “{}”, and goes on", passage.word(begun.at)))
        .because(format!("the article is of {} (publication date)", long(published)))
        .because(format!(
            "{} − {} = {full}; one year more or less would be let pass",
            published.year(),
            begun.year
        )),
    )
}

/// `has been there for 27 years`: where the perfect stands that a number of years belongs to.
fn perfect_before(passage: &Passage<'_>, at: usize) -> Option<usize> {
    const REACH: usize = 9;
    let length = at.checked_sub(1).filter(|before| passage.is(*before, "for"))?;
    let perfect =
        (length.saturating_sub(REACH)..length).rev().find(|at| passage.is_any(*at, &["has", "have"]))?;
    let clause = (perfect + 1..length).all(|at| {
        passage.item(at).is_some_and(|item| !item.is_mark()) && !passage.is_any(at, &["and", "but", "that"])
    });
    (clause && passage.has_any(perfect + 1..length, OF_THE_SAME)).then_some(perfect)
}

/// What speaks of that which began: not `joined in 2009 and has been a nurse for 30 years`.
const OF_THE_SAME: &[&str] = &[
    "there", "post", "job", "role", "office", "helm", "charge", "power", "run", "led", "headed", "ruled",
    "governed", "managed", "chaired", "coached", "presided", "reigned", "open", "together", "married",
];

/// Whether the year is that of a beginning: `joined … in 1987`, `Elected in 1999`.
fn begins(passage: &Passage<'_>, year: usize) -> bool {
    const REACH: usize = 8;
    const BEGINNINGS: &[&str] = &[
        "joined",
        "elected",
        "appointed",
        "became",
        "took",
        "started",
        "began",
        "arrived",
        "moved",
        "married",
        "founded",
        "opened",
        "hired",
        "launched",
        "set",
        "came",
        "named",
        "chosen",
        "settled",
        "enlisted",
        "bought",
        "formed",
        "established",
        "installed",
        "inaugurated",
        "sworn",
        "ordained",
        "signed",
    ];
    let verb = (year.saturating_sub(REACH)..year).rev().find(|at| {
        let first = *at == 0 && passage.word(*at).ends_with("ed");
        first || is_past_form(passage, *at) || passage.is_any(*at, BEGINNINGS)
    });
    passage.has_before(year, 1, &["in", "since"])
        && verb.is_some_and(|verb| {
            let word = passage.word(verb).to_ascii_lowercase();
            BEGINNINGS.contains(&&*word)
        })
}

/// Whether the sentence speaks of another end, or of what was not all the time.
fn is_open(passage: &Passage<'_>, at: usize) -> bool {
    const OTHERWISE: &[&str] = &[
        "until",
        "ago",
        "later",
        "earlier",
        "before",
        "returned",
        "again",
        "would",
        "could",
        "will",
        "if",
        "total",
        "altogether",
        "combined",
        "spent",
        "previously",
    ];
    let before = passage.has_any(0..at, OTHERWISE);
    let behind = passage.has_any(at + 1..passage.count(), &["ago", "until", "before", "total", "altogether"]);
    // `for three of the five years`, `for the last 12 years`
    before || behind || passage.is_any(at + 1, &["of", "-"])
}
