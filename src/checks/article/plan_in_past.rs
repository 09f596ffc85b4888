//! Check: plan-in-past
//!
//! A plan for a day that is over: `will meet on Feb. 3` in an article of Feb. 18. (Table of date checks,
//! row 16.)
//!
//! The day must be written with its month, stand close behind the future tense that speaks of it, and lie two
//! days or more before publication; without a year the nearest such day is meant, at most three months back.
//! Left alone: quotations, what was said on a day of its own, conditions, questions, `until` and `by`.

use jiff::civil::Date;

use crate::checks::article::prose::calendar::{counted, days_between, long};
use crate::checks::article::prose::{ItemKind, Passage, Prose};
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
    "that", "which", "who", "after", "before", "until", "since", "if", "when", "than", "and", "but", "not",
    "was", "were", "had", "said", "signed", "adopted", "agreed", "reached", "by", "as", "whether",
];

/// Where the future tense begins that governs the day at the item.
pub fn plan_before(passage: &Passage<'_>, at: usize) -> Option<usize> {
    const REACH: usize = 11;
    if passage.item(at)?.is_quoted {
        return None;
    }
    let joint = passage.back(at, 1)?;
    let joined = joint.is_any(&["on", "from", "starting", "beginning"])
        || matches!(joint.kind, ItemKind::Word | ItemKind::Name(_));
    if !joined
        || joint.is_any(&[
            "by", "until", "since", "after", "before", "the", "through", "of", "till", "to", "that",
        ])
    {
        return None;
    }
    let start = at.saturating_sub(REACH);
    for back in (start..at).rev() {
        let item = passage.item(back)?;
        if is_plan(passage, back) {
            return Some(back);
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
