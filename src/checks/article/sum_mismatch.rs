//! Check: sum-mismatch
//!
//! Numbers that do not add up: `12 people: 8 soldiers and 5 civilians`, `three officials:` and four names,
//! `nine of the 15 …, the other five`, `from 100 to 150, a 40 percent rise`, `the nine-member council approved
//! it, 6-4`.
//!
//! *Lists*: parts stand behind a colon or dash, in brackets, between commas behind `people` and the like, or
//! before `a total of` and `in all`; they must be all that stands there. *Shares*: `K of the N …, the other M`,
//! `$N, of which $K … and the remaining $M`; parts of `Of the N …` are only added where nothing can be two of
//! them (for and against, killed and injured, here and there) and are more than the whole; `K of N, or P
//! percent`; shares of one vote or poll that make more than a hundred. *Votes*: more than the body has members,
//! which its sentence or one of the two round it says; a majority that is no difference of them; unanimous,
//! but with votes on both sides. *Changes*: in percent, doubled, halved, by so many, against the two numbers; said
//! twice (`rose 150 points, or 5 percent, to 10,150`, basis points); so many at so much each; the margin of a score.
//!
//! Numbers are exact: hedges, `including`, `among`, `another` leave a list alone; numbers that are rounded to
//! tenths of millions may be off by their rounding, a change in percent by one or its own rounding besides.
//! What could be a part of another whole (a second number without a joint) is left alone.
//!
//! (Measured on 2,841 clean texts: no hit. On the way to that: scores, `one of five children`, and lists
//! whose first number is the sum of the rest.)

use crate::checks::article::prose::{Passage, Prose};
use crate::checks::article::sums::{changes, lists, markets, names, percents, shares, votes};
use crate::checks::{Check, Report, Severity, Subject};

/// See the module.
pub struct SumMismatch;

impl Check for SumMismatch {
    fn code(&self) -> &'static str {
        "sum-mismatch"
    }

    fn severity(&self) -> Severity {
        Severity::Information
    }

    fn in_draft(&self) -> Severity {
        Severity::Warning
    }

    fn summary(&self) -> &'static str {
        "numbers that do not add up"
    }

    fn run(&self, subject: &Subject<'_>, report: &mut Vec<Report>) {
        let story: Vec<Passage<'_>> = Prose::story(subject).collect();
        for (index, passage) in story.iter().enumerate() {
            let mut found: Vec<Report> = Vec::new();
            for at in 0..passage.count() {
                found.extend(
                    lists::opened(passage, at)
                        .or_else(|| lists::apposed(passage, at))
                        .or_else(|| lists::spent(passage, at))
                        .or_else(|| lists::summed_up(passage, at))
                        .or_else(|| names::counted(passage, at))
                        .or_else(|| shares::of_whole(passage, at))
                        .or_else(|| shares::rest(passage, at))
                        .or_else(|| shares::two_sides(passage, at))
                        .or_else(|| lists::made_up(passage, at))
                        .or_else(|| shares::of_them(passage, at))
                        .or_else(|| shares::leaving(passage, at))
                        .or_else(|| markets::change(passage, at))
                        .or_else(|| percents::percentage(passage, at)),
                );
            }
            let changed = changes::percent(passage)
                .or_else(|| changes::factor(passage))
                .or_else(|| changes::difference(passage))
                .or_else(|| changes::percent_before(&story, index))
                .or_else(|| shares::rest_of_before(&story, index))
                .or_else(|| shares::of_these(&story, index))
                .or_else(|| votes::present(passage))
                .or_else(|| markets::points(passage))
                .or_else(|| markets::each(passage))
                .or_else(|| markets::margin(passage))
                .or_else(|| percents::remainder(passage))
                .or_else(|| percents::hundred(passage));
            let voted = votes::too_many(&story, index)
                .or_else(|| votes::seats(&story, index))
                .or_else(|| lists::beside(&story, index))
                .or_else(|| votes::majority(passage))
                .or_else(|| votes::unanimous(passage));
            for one in found.into_iter().chain(changed).chain(voted) {
                if report.iter().all(|other: &Report| !other.span.intersects(one.span)) {
                    report.push(one);
                }
            }
        }
    }
}
