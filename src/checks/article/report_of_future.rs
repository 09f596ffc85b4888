//! Check: report-of-future
//!
//! A report of what happened on a day that had not come: `met on Feb. 20` in an article of Feb. 18. (Table of
//! date checks, row 15.)
//!
//! The verb must be one of happening, in the past tense, and govern the day: nothing but its subject matter
//! stands between. The day is written with its month and lies two days or more, at most two months, after
//! publication; without a year only where neither this sentence nor the one before speaks of another year.
//! What `is scheduled`, `was to`, was announced for, or lasts `until` a day is left alone.
//!
//! (Measured on 2,841 clean texts, of which 355 have a known day of publication: no hit; one while
//! `will be announced on` was taken for a report.)

use crate::checks::article::plan_in_past::{OVER, closes, meant_day};
use crate::checks::article::prose::calendar::{counted, days_between, long};
use crate::checks::article::prose::ranges::has_year;
use crate::checks::article::prose::{Item, ItemKind, Passage, Prose};
use crate::checks::{Check, Report, Severity, Subject};
use crate::lang::dates::rule::{Place, Rule, YearRule};

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
pub const HAPPENED: &[&str] = &[
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
    "attended",
    "ratified",
    "agreed",
    "won",
    "lost",
    "returned",
    "travelled",
    "traveled",
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
    "driven",
    "made",
    "entered",
    "crossed",
    "evacuated",
    "executed",
    "sentenced",
    "convicted",
    "charged",
    "acquitted",
    "appointed",
    "dismissed",
    "expelled",
    "injured",
    "rescued",
    "found",
    "discovered",
    "burned",
    "sank",
    "docked",
    "joined",
    "withdrew",
    "shelled",
    "bombed",
    "raided",
    "stormed",
    "clashed",
    "rallied",
    "drove",
    "chaired",
    "published",
    "issued",
    "unveiled",
    "defeated",
    "played",
    "cancelled",
    "canceled",
    "postponed",
    "freed",
    "ousted",
    "hanged",
    "buried",
    "sworn",
    "questioned",
    "reopened",
    "reached",
    "passed",
];

/// Verbs of saying and deciding: what they speak of may lie ahead.
const SAID: &[&str] = &[
    "announced",
    "said",
    "told",
    "declared",
    "rejected",
    "approved",
    "adopted",
    "addressed",
    "welcomed",
    "confirmed",
    "warned",
    "reported",
    "ratified",
];

/// Words before a verb that make it no report.
const NOT_YET: &[&str] =
    &["to", "be", "will", "would", "could", "should", "may", "might", "must", "if", "not", "never"];

/// Words that part a day from the verb before it.
const PARTS: &[&str] = &[
    "to",
    "for",
    "until",
    "before",
    "after",
    "ahead",
    "that",
    "which",
    "who",
    "and",
    "but",
    "or",
    "from",
    "over",
    "about",
    "if",
    "when",
    "while",
    "than",
    "since",
    "because",
    "planned",
    "planning",
    "scheduled",
    "expected",
    "due",
    "plan",
    "plans",
    "date",
    "deadline",
    "next",
    "upcoming",
    "coming",
    "future",
    "possible",
    "hopes",
    "invitation",
    "decision",
    "debate",
    "preparations",
    "as",
    "said",
    "announced",
    "proposed",
    "proposal",
    "not",
    "no",
];

/// Where the verb stands that tells of the day at the item.
fn verb_before(passage: &Passage<'_>, at: usize) -> Option<usize> {
    const REACH: usize = 8;
    if passage.item(at)?.is_quoted || !passage.back(at, 1)?.is("on") || !closes(passage, at) {
        return None;
    }
    for back in (at.saturating_sub(REACH + 1)..at - 1).rev() {
        let item = passage.item(back)?;
        // What was said or agreed on can have a day of its own: only whom it was said to stands between.
        let hearers = ["reporters", "journalists", "parliament", "lawmakers", "in", "at", "the", "a"];
        let close = |at: usize| passage.is_any(at, &hearers) || passage.name(at).is_some();
        if item.is_any(SAID) || item.is_any(HAPPENED) {
            let happened = item.is_any(HAPPENED) || (back + 1..at - 1).all(close);
            return (happened && !passage.has_before(back, 3, NOT_YET)).then_some(back);
        }
        let names = matches!(item.kind, ItemKind::Name(_)) || item.words().starts_with(char::is_uppercase);
        let plain = matches!(
            item.kind,
            ItemKind::Word | ItemKind::Ordinal(_) | ItemKind::Possessive | ItemKind::Number(_)
        );
        // `travelled to Athens`
        let goes = item.is("to") && passage.name(back + 1).is_some();
        if !names && !goes && (!plain || item.is_any(PARTS)) {
            return None;
        }
    }
    None
}

/// `On Feb. 28, the two leaders met`: the verb stands behind the day that opens the sentence.
fn verb_behind(passage: &Passage<'_>, at: usize) -> Option<usize> {
    const REACH: usize = 9;
    if at != 1 || !passage.is(0, "on") || passage.item(at)?.is_quoted {
        return None;
    }
    for ahead in at + 1..(at + 1 + REACH).min(passage.count()) {
        let item = passage.item(ahead)?;
        if item.is_any(HAPPENED) || item.is_any(SAID) {
            return (!passage.has_any(at..ahead, NOT_YET)).then_some(ahead);
        }
        let comma = item.is(",") && ahead == at + 1;
        if item.is_mark() && !comma || item.is_any(PARTS) || passage.date(ahead).is_some() {
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
    let verb = verb_before(passage, at).or_else(|| verb_behind(passage, at))?;
    let plans = [
        "will",
        "scheduled",
        "due",
        "planned",
        "expected",
        "would",
        "next",
        "deadline",
        "effective",
        "before",
        "until",
    ];
    let planned = passage.has_any(verb.min(at)..verb.max(at), &plans)
        || passage.has_any(at + 1..passage.count(), &["last", "ago"]);
    let unsaid = matches!(passage.place(at), Some(Place::Day { year: YearRule::Unsaid, .. }));
    if planned || unsaid && other_year(passage, at) {
        return None;
    }
    let words = passage.words(verb.min(at)..verb.max(at) + 1);
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
    let dates = &passage.subject.facts.dates;
    let of_year = |index: usize| {
        let days = passage.subject.timexes.get(index).and_then(|timex| timex.interval);
        days.is_some_and(|days| Some(days.first.year()) != published)
    };
    let written = |index: &usize| matches!(dates.get(*index).map(|date| date.rule), Some(Rule::Place { place, .. }) if has_year(place));
    let indices = |items: &[Item]| -> Vec<usize> {
        let index = |item: &Item| if let ItemKind::Date(index) = item.kind { Some(index) } else { None };
        items.iter().filter_map(index).collect()
    };
    let own = match passage.item(at).map(|item| item.kind) {
        Some(ItemKind::Date(index)) => Some(index),
        _ => None,
    };
    let here = indices(passage.sentence.items()).into_iter().filter(|index| Some(*index) != own);
    let before = passage.before.map(|before| indices(before.items())).unwrap_or_default();
    // A year that is written in the sentence before may be the one that is told of.
    here.chain(before.into_iter().filter(written)).any(of_year)
}
