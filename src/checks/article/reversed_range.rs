//! Check: reversed-range
//!
//! A stretch of time that ends before it begins: `Sept. 16-15`, `from 2010 to 2008`, `between May 9 and
//! May 3`. (Table of date checks, row 12.)
//!
//! The ends may have verbs of their own (`opens on 9 May and closes on 3 May`). They are compared where both have
//! a year or both name the same month, and where the second comes days or weeks earlier in the year (`from Nov. 18
//! to Oct. 11`), which only a season or the like makes right; `December to March` without years is a winter. Left alone: what was moved or changed from one day to another, differences and
//! comparisons, scores and votes, years before Christ, numbers of standards, and the years of a life in
//! brackets (`life-order` looks at those).
//!
//! (Measured on 2,841 clean texts: no hit; one while `April 24, 2013 - 4:45pm` was taken for one.)

use jiff::civil::Date;

use crate::base::kind::EntityKind;
use crate::checks::article::prose::calendar::days_between;
use crate::checks::article::prose::ranges::{Form, Grain, Stretch, stretches};
use crate::checks::article::prose::{Passage, Prose, calendar};
use crate::checks::{Check, Report, Severity, Subject};
use crate::lang::dates::rule::{Place, YearRule};

/// See the module.
pub struct ReversedRange;

impl Check for ReversedRange {
    fn code(&self) -> &'static str {
        "reversed-range"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn in_draft(&self) -> Severity {
        Severity::Error
    }

    fn summary(&self) -> &'static str {
        "a stretch of time that ends before it begins"
    }

    fn run(&self, subject: &Subject<'_>, report: &mut Vec<Report>) {
        for passage in Prose::story(subject) {
            for stretch in stretches(&passage) {
                if (is_reversed(&stretch) || goes_back(&passage, &stretch)) && !is_excused(&passage, &stretch)
                {
                    report.push(finding(&passage, &stretch));
                }
            }
        }
    }
}

fn is_reversed(stretch: &Stretch) -> bool {
    stretch.is_comparable && stretch.last.last < stretch.first.first
}

/// `from Nov. 18 to Oct. 11`: without years, weeks back and so nearly a year on, which only seasons and the like
/// last.
fn goes_back(passage: &Passage<'_>, stretch: &Stretch) -> bool {
    const LAST_LONG: &[&str] = &[
        "season",
        "seasons",
        "year",
        "years",
        "lease",
        "contract",
        "licence",
        "license",
        "term",
        "terms",
        "mandate",
        "exhibition",
        "exhibit",
        "show",
        "subscription",
        "month",
        "months",
        "fiscal",
        "valid",
        "annually",
        "every",
        "period",
        "residency",
        "tour",
        "open",
        "opens",
        "hunting",
        "school",
        "presidency",
        "closed",
        "loan",
    ];
    let day = |at: usize| match passage.place(at)? {
        Place::Day { year: YearRule::Unsaid, month: Some(month), day, .. } => {
            let leap_year = 2024;
            Date::new(leap_year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
        }
        _ => None,
    };
    let (Some(first), Some(last)) = (day(stretch.ends.0), day(stretch.ends.1)) else { return false };
    let back = days_between(last, first);
    let long = passage.has_any(0..passage.count(), LAST_LONG);
    (4..=45).contains(&back) && first.month() != last.month() && !long && stretch.form != Form::Dash
}

/// Verbs of what goes from one day to another, whichever is earlier.
const CHANGES: &[&str] = &[
    "moved",
    "move",
    "moving",
    "moves",
    "cut",
    "brought",
    "bring",
    "bringing",
    "advanced",
    "advancing",
    "changed",
    "change",
    "changes",
    "changing",
    "shifted",
    "shift",
    "shifting",
    "rescheduled",
    "revised",
    "pushed",
    "postponed",
    "delayed",
    "reduced",
    "shortened",
    "corrected",
    "amended",
    "switched",
    "back",
    "backdated",
    "backward",
    "backwards",
    "reverse",
    "forward",
    "altered",
    "accelerated",
    "going",
    "goes",
    "went",
    "down",
    "fell",
    "dropped",
    "declined",
    "lowered",
    "earlier",
    "rewind",
    "jumps",
    "jump",
    "jumped",
    "regressed",
    "renamed",
];

/// What compares two days, in any order.
const COMPARES: &[&str] = &[
    "difference",
    "differences",
    "gap",
    "compared",
    "comparison",
    "comparisons",
    "choose",
    "choice",
    "chose",
    "contrast",
    "similarities",
    "split",
    "vary",
    "varied",
    "varies",
    "versus",
    "earlier",
    "rewind",
    "jumps",
    "jump",
    "jumped",
    "switched",
    "moved",
    "shifted",
];

/// What stands before a score or the number of a text.
const SCORES: &[&str] = &[
    "won",
    "win",
    "wins",
    "beat",
    "beats",
    "beating",
    "lost",
    "lose",
    "loses",
    "loss",
    "led",
    "lead",
    "leads",
    "defeated",
    "defeat",
    "draw",
    "drew",
    "score",
    "scored",
    "scores",
    "score:",
    "trailed",
    "voted",
    "vote",
    "tally",
    "margin",
    "record",
    "victory",
    "triumph",
    "iso",
    "iec",
    "en",
    "din",
    "ieee",
    "resolution",
    "no",
    "phone",
    "tel",
    "telephone",
    "fax",
    "isbn",
    "issn",
    "flight",
    "call",
];

fn is_excused(passage: &Passage<'_>, stretch: &Stretch) -> bool {
    const REACH: usize = 8;
    let start = stretch.items.start;
    let behind = stretch.items.end;
    let before_christ = ["bc", "b.c.", "bce", "b.c.e.", "b.c"];
    // `the 30-7 Oct. 19 loss`: a score before a date.
    let scored_on = passage.number(behind).is_some() && stretch.grain == Grain::Day;
    let goes_on = passage.item(behind).is_some_and(|next| {
        next.is_dash() || next.words() == "/" || next.words() == "%" || next.is_any(&before_christ)
    });
    let joined = passage.back(start, 1).is_some_and(|before| {
        (before.is_dash() && passage.item(start).is_some_and(|item| item.is_tight))
            || before.is_any(&["/", "#", ":"])
    });
    let is_old = stretch.grain == Grain::Year && stretch.last.first.year() < 1000;
    let is_life = stretch.form == Form::Dash
        && passage.back(start, 1).is_some_and(|before| before.is("("))
        && (1..=4)
            .any(|by| start.checked_sub(by).and_then(|at| passage.name(at)) == Some(EntityKind::Person));
    let scored = stretch.form == Form::Dash && passage.has_before(start, REACH, SCORES);
    // What fell *between* two years did so in a stretch.
    let changed = stretch.form != Form::BetweenAnd && passage.has_before(start, REACH, CHANGES)
        || passage.has_before(start, REACH, COMPARES);
    goes_on || scored_on || joined || is_old || is_life || scored || changed
}

fn finding(passage: &Passage<'_>, stretch: &Stretch) -> Report {
    let words = passage.words(stretch.items.clone());
    let (one, other) = stretch.ends;
    let end = |days: crate::lang::dates::DayInterval| match stretch.grain {
        Grain::Year => days.first.year().to_string(),
        Grain::Month => days.first.strftime("%B %Y").to_string(),
        Grain::Day | Grain::Weekday => calendar::long(days.first),
    };
    let (first, last) = (end(stretch.first), end(stretch.last));
    if !stretch.is_comparable {
        return Report::new(
            passage.span(stretch.items.clone()),
            format!("“{words}” ends before it begins, or nearly a year later"),
        )
        .because(format!("“{}” begins the stretch, “{}” ends it", passage.word(one), passage.word(other)))
        .because("neither has a year, and the second day comes earlier in the year".to_owned());
    }
    Report::new(
        passage.span(stretch.items.clone()),
        format!("“{words}” ends before it begins: {last} lies before {first}"),
    )
    .because(format!("“{}” begins the stretch: {first}", passage.word(one)))
    .because(format!("“{}” ends it: {last}", passage.word(other)))
    .because(format!(
        "from {first} to {last} is {} back",
        calendar::counted(days_between(stretch.last.first, stretch.first.first), "day")
    ))
}
