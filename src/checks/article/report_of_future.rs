//! Check: report-of-future
//!
//! A report of what happened on a day that had not come: `met on Feb. 20` in an article of Feb. 18. (Table of
//! date checks, row 15.)
//!
//! The verb must be one of happening, in the past tense, and govern the day: nothing but its subject matter
//! stands between. The day is written with its month and lies two days or more, at most two months, after
//! publication; without a year only where neither this sentence nor the one before speaks of another year.
//! What `is scheduled`, `was to`, was announced for, or lasts `until` a day is left alone.

use crate::checks::article::plan_in_past::{OVER, meant_day};
use crate::checks::article::prose::calendar::{counted, days_between, long};
use crate::checks::article::prose::{ItemKind, Passage, Prose};
use crate::checks::{Check, Report, Severity, Subject};
use crate::lang::dates::rule::{Place, YearRule};

/// See the module.
pub struct ReportOfFuture;

impl Check for ReportOfFuture {
    fn code(&self) -> &'static str {
        "report-of-future"
    }

    fn severity(&self) -> Severity {
        Severity::Information
    }

    fn in_draft(&self) -> Severity {
        Severity::Warning
    }

    fn summary(&self) -> &'static str {
        "a report of what happened on a day after the article was published"
    }

    fn run(&self, subject: &Subject<'_>, report: &mut Vec<Report>) {
        for passage in Prose::story(subject) {
            report.extend(passage.dates().filter_map(|at| finding(&passage, at)));
        }
    }
}

/// What happens on a day and cannot be said of one to come.
const HAPPENED: &[&str] = &[
    "met",
    "held",
    "began",
    "started",
    "opened",
    "ended",
    "closed",
    "arrived",
    "left",
    "visited",
    "signed",
    "spoke",
    "died",
    "landed",
    "launched",
    "resumed",
    "concluded",
    "flew",
    "took",
    "voted",
    "resigned",
    "attacked",
    "hosted",
    "killed",
    "arrested",
    "detained",
    "elected",
    "inaugurated",
    "collapsed",
    "erupted",
    "crashed",
    "struck",
    "hit",
    "exploded",
    "occurred",
    "happened",
    "fell",
    "talked",
    "discussed",
    "received",
    "attended",
    "announced",
    "said",
    "told",
    "declared",
    "rejected",
    "approved",
    "adopted",
    "ratified",
    "won",
    "lost",
    "returned",
    "travelled",
    "traveled",
    "addressed",
    "appeared",
    "came",
    "broke",
    "destroyed",
    "seized",
    "captured",
    "released",
    "freed",
    "shot",
    "wounded",
    "fired",
    "gathered",
    "marched",
    "protested",
    "welcomed",
    "agreed",
];

/// Where the verb stands that tells of the day at the item.
fn verb_before(passage: &Passage<'_>, at: usize) -> Option<usize> {
    const REACH: usize = 8;
    if passage.item(at)?.is_quoted || !passage.back(at, 1)?.is("on") {
        return None;
    }
    for back in (at.saturating_sub(REACH + 1)..at - 1).rev() {
        let item = passage.item(back)?;
        if item.is_any(HAPPENED) {
            let lead = passage.has_before(
                back,
                3,
                &[
                    "to", "be", "will", "would", "could", "should", "may", "might", "must", "if", "not",
                    "never",
                ],
            );
            return (!lead).then_some(back);
        }
        let links = item.is_any(&[
            "in", "at", "with", "talks", "a", "an", "the", "place", "his", "her", "their", "its", "by",
            "near", "there", "again", "together", "here", "first", "second", "third", "new", "off", "out",
            "was", "were", "of",
        ]);
        let names = matches!(item.kind, ItemKind::Name(_) | ItemKind::Ordinal(_) | ItemKind::Possessive)
            || item.words().starts_with(char::is_uppercase);
        let nouns = item.is_any(&[
            "meeting",
            "round",
            "session",
            "summit",
            "agreement",
            "accord",
            "deal",
            "memorandum",
            "treaty",
            "conference",
            "news",
            "call",
            "capital",
            "city",
            "minister",
            "president",
            "delegation",
            "envoys",
            "officials",
            "leaders",
            "ceremony",
            "protocol",
            "vote",
            "consultations",
            "discussions",
            "negotiations",
            "reporters",
            "journalists",
            "power",
            "office",
            "people",
            "fire",
            "town",
            "briefing",
        ]);
        if !links && !names && !nouns {
            return None;
        }
    }
    None
}

fn finding(passage: &Passage<'_>, at: usize) -> Option<Report> {
    const AHEAD: i64 = 62;
    let published = passage.published()?;
    let day = meant_day(passage, at, published)?;
    let ahead = days_between(published, day);
    if !(OVER..=AHEAD).contains(&ahead) {
        return None;
    }
    let verb = verb_before(passage, at)?;
    let plans = [
        "will",
        "scheduled",
        "due",
        "planned",
        "expected",
        "to",
        "would",
        "next",
        "deadline",
        "effective",
        "before",
        "until",
    ];
    let planned =
        passage.has_any(verb..at, &plans) || passage.has_any(at + 1..passage.count(), &["last", "ago"]);
    let unsaid = matches!(passage.place(at), Some(Place::Day { year: YearRule::Unsaid, .. }));
    if planned || unsaid && other_year(passage, at) {
        return None;
    }
    let words = passage.words(verb..at + 1);
    Some(
        Report::new(
            passage.item(at)?.span,
            format!("“{words}” lies {} after publication on {}", counted(ahead, "day"), long(published)),
        )
        .because(format!("the article is of {} (publication date)", long(published)))
        .because(format!("“{}” tells of what has happened", passage.word(verb)))
        .because(format!("“{}” is {}, {} later", passage.word(at), long(day), counted(ahead, "day"))),
    )
}

/// Whether this sentence or the one before speaks of another year.
fn other_year(passage: &Passage<'_>, at: usize) -> bool {
    let published = passage.published().map(|published| published.year());
    let of_year = |index: usize| {
        let days = passage.subject.timexes.get(index).and_then(|timex| timex.interval);
        days.is_some_and(|days| Some(days.first.year()) != published)
    };
    let indices = |items: &[crate::checks::article::prose::Item]| -> Vec<usize> {
        items
            .iter()
            .filter_map(|item| if let ItemKind::Date(index) = item.kind { Some(index) } else { None })
            .collect()
    };
    let own = match passage.item(at).map(|item| item.kind) {
        Some(ItemKind::Date(index)) => Some(index),
        _ => None,
    };
    let mut near = indices(passage.sentence.items());
    near.extend(passage.before.map(|before| indices(before.items())).unwrap_or_default());
    near.into_iter().filter(|index| Some(*index) != own).any(of_year)
}
