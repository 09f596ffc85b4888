//! Check: plan-in-past
//!
//! A plan for a day that is over: `will meet on Feb. 3` in an article of Feb. 18. (Table of date checks,
//! row 16.)
//!
//! The day must be written with its month, stand close behind the future tense that speaks of it, and lie two
//! days or more before publication; without a year the nearest such day is meant, at most three months back.
//! Left alone: quotations, what was said on a day of its own, conditions, questions, `until` and `by`.
//!
//! (Measured on 2,841 clean texts, of which 355 have a known day of publication: no hit.)

use jiff::civil::Date;

use crate::checks::article::prose::calendar::{counted, days_between, long};
use crate::checks::article::prose::{ItemKind, Passage, Prose};
use crate::checks::article::report_of_future::HAPPENED;
use crate::checks::article::stale_year::is_stale;
use crate::checks::{Check, Report, Severity, Subject};
use crate::lang::dates::rule::{Place, YearRule};

/// See the module.
pub struct PlanInPast;

impl Check for PlanInPast {
    fn code(&self) -> &'static str {
        "plan-in-past"
    }

    fn severity(&self) -> Severity {
        Severity::Information
    }

    fn in_draft(&self) -> Severity {
        Severity::Warning
    }

    fn summary(&self) -> &'static str {
        "a plan for a day that was over when the article was published"
    }

    fn run(&self, subject: &Subject<'_>, report: &mut Vec<Report>) {
        for passage in Prose::story(subject) {
            let places: Vec<usize> = passage.dates().collect();
            let found = places.iter().filter(|at| !is_stale(&passage, **at));
            report.extend(found.filter_map(|&at| finding(&passage, at)));
        }
    }
}

/// So many days before publication a day is over, whatever the time zone.
pub const OVER: i64 = 2;
/// A day without a year is looked for so far back, in days.
const BACK: i64 = 92;

/// Words that part a plan from a day: another clause, or what was done on the day.
const PARTS: &[&str] = &[
    "that",
    "which",
    "who",
    "after",
    "before",
    "until",
    "since",
    "if",
    "when",
    "than",
    "and",
    "but",
    "not",
    "was",
    "were",
    "had",
    "said",
    "signed",
    "adopted",
    "agreed",
    "reached",
    "by",
    "as",
    "whether",
    "about",
    "over",
    "regarding",
    "against",
    "those",
    "despite",
];

/// Words behind which a day is no day of the plan.
const PREPOSITIONS: &[&str] = &[
    "by", "until", "since", "after", "before", "the", "through", "of", "till", "to", "that", "from", "with",
    "in", "at", "for", "between", "than", "like", "a", "an", "his", "her", "their", "its", "this", "about",
];

/// Whether a day stands by itself: no noun follows that it belongs to (`a book on Feb. 28 elections`).
pub fn closes(passage: &Passage<'_>, at: usize) -> bool {
    const FOLLOWS: &[&str] = &[
        "in",
        "at",
        "to",
        "with",
        "after",
        "before",
        "and",
        "for",
        "that",
        "when",
        "near",
        "by",
        "from",
        "but",
        "outside",
        "during",
        "where",
        "while",
        "because",
        "over",
        "against",
        "following",
        "on",
        "under",
        "despite",
        "amid",
        "between",
        "into",
        "along",
        "without",
        "if",
        "or",
        "through",
        "ahead",
        "around",
        "aboard",
        "inside",
        "last",
        "this",
    ];
    passage.item(at + 1).is_none_or(|next| next.is_mark() || next.is_any(FOLLOWS))
}

/// Where the future tense begins that governs the day at the item.
pub fn plan_before(passage: &Passage<'_>, at: usize) -> Option<usize> {
    const REACH: usize = 11;
    if passage.item(at)?.is_quoted {
        return None;
    }
    let joint = passage.back(at, 1)?;
    let fixed = ["set", "scheduled", "due", "planned", "slated", "expected"];
    let joined = joint.is("on")
        || joint.is("for") && at.checked_sub(2).is_some_and(|before| passage.is_any(before, &fixed))
        || matches!(joint.kind, ItemKind::Name(_))
        || joint.kind == ItemKind::Word && !joint.is_any(PREPOSITIONS) && !joint.is_any(PARTS);
    if !joined || !closes(passage, at) {
        return None;
    }
    let start = at.saturating_sub(REACH);
    for back in (start..at).rev() {
        let item = passage.item(back)?;
        if is_plan(passage, back) {
            return Some(back);
        }
        // `those held on Feb. 3`, `for his speech on Feb. 3`: the day is that of a noun.
        let done = item.is_any(HAPPENED)
            && !passage.back(back, 1).is_some_and(|item| item.is_any(&["be", "will", "to", "been", "have"]));
        let noun = item.is("for")
            && passage.is_any(back + 1, &["a", "an", "the", "his", "her", "their", "its", "those"]);
        if done || noun {
            return None;
        }
        if item.is_mark() && !item.is_dash() || item.is_any(PARTS) || passage.date(back).is_some() {
            return None;
        }
    }
    None
}

/// `On Feb. 9 the leaders will meet`; `scheduled for Feb. 9, will be held`: the plan stands behind its day.
pub fn plan_behind(passage: &Passage<'_>, at: usize) -> Option<usize> {
    const REACH: usize = 9;
    let leads = at == 1 && passage.is(0, "on");
    let fixed = passage.back(at, 1).is_some_and(|item| item.is("for"))
        && at
            .checked_sub(2)
            .is_some_and(|before| passage.is_any(before, &["scheduled", "planned", "set", "slated"]));
    if !leads && !fixed || passage.item(at)?.is_quoted {
        return None;
    }
    for ahead in at + 1..(at + 1 + REACH).min(passage.count()) {
        if is_plan(passage, ahead) {
            return Some(ahead);
        }
        let item = passage.item(ahead)?;
        let comma = item.is(",") && ahead == at + 1;
        if item.is_mark() && !comma || item.is_any(PARTS) || passage.date(ahead).is_some() {
            return None;
        }
    }
    None
}

/// `will`, `is to`, `are scheduled to`, `plan to`; not `will not`.
fn is_plan(passage: &Passage<'_>, at: usize) -> bool {
    let to = |at: usize| passage.is(at, "to");
    if passage.is_any(at, &["will", "shall"]) {
        return !passage.is_any(at + 1, &["not", "have", "never"]);
    }
    let fixed = ["set", "scheduled", "due", "expected", "slated", "planned", "going", "poised"];
    let planned = passage.is_any(at + 1, &fixed) && passage.is_any(at + 2, &["to", "for", "on"]);
    let force = passage.is_any(at, &["takes", "take"]) && passage.is_any(at + 1, &["effect", "place"])
        || passage.is_any(at, &["comes", "enters"])
            && passage.is(at + 1, "into")
            && passage.is(at + 2, "force");
    let plans = passage.is_any(at, &["plans", "plan", "intends", "intend"])
        && to(at + 1)
        && passage
            .back(at, 1)
            .is_none_or(|item| !item.is_any(&["the", "a", "this", "its", "their", "his", "her"]));
    (passage.is_any(at, &["is", "are"]) && (to(at + 1) || planned)) || plans || force
}

/// The day that is meant by one written with its month: without a year, the nearest.
pub fn meant_day(passage: &Passage<'_>, at: usize, published: Date) -> Option<Date> {
    let Some(Place::Day { year, month: Some(month), day, .. }) = passage.place(at) else { return None };
    match year {
        YearRule::Written(_) => passage.day(at),
        YearRule::Unsaid => {
            let years = [published.year() - 1, published.year(), published.year() + 1];
            let date = |year| Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok();
            let returns = years.into_iter().filter_map(date);
            returns.min_by_key(|date| days_between(*date, published).abs())
        }
        _ => None,
    }
}

fn finding(passage: &Passage<'_>, at: usize) -> Option<Report> {
    let published = passage.published()?;
    let day = meant_day(passage, at, published)?;
    let past = days_between(day, published);
    let written = matches!(passage.place(at), Some(Place::Day { year: YearRule::Written(_), .. }));
    // A year ago and more: the past is told as it was planned then.
    let recent = if written { past <= 365 } else { past <= BACK };
    if past < OVER || !recent {
        return None;
    }
    let plan = plan_before(passage, at).or_else(|| plan_behind(passage, at))?;
    // `said on Feb. 1 that it will meet on Feb. 3`: it did lie ahead.
    let dated = passage.dates().any(|other| {
        other != at
            && passage.day(other).is_some_and(|other| other < day || days_between(other, published) >= OVER)
    });
    let told = passage
        .has_any(0..plan, &["if", "had", "earlier", "previously", "then", "asked", "whether", "wrote"]);
    let question = passage.item(passage.count().saturating_sub(1)).is_some_and(|item| item.is("?"));
    if dated || told || question {
        return None;
    }
    let words = if plan < at { passage.words(plan..at + 1) } else { passage.words(at..plan + 2) };
    Some(
        Report::new(
            passage.item(at)?.span,
            format!("“{words}” lies {} before publication on {}", counted(past, "day"), long(published)),
        )
        .because(format!("the article is of {} (publication date)", long(published)))
        .because(format!("“{}” says that the day lies ahead", passage.word(plan)))
        .because(format!(
            "“{}” is {}, {} earlier",
            passage.word(at),
            long(day),
            counted(past, "day")
        )),
    )
}
