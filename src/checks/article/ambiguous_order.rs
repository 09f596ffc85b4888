//! Check: ambiguous-order
//!
//! Numeric dates of one article that show both orders of day and month: `03/13/2019` beside `25/03/2019`.
//! Any other numeric date of the article may then be either. (Table of date checks, row 18.)
//!
//! Only dates that can be read in one way count as shown; the finding is made at the first that goes against
//! those before it.
//!
//! (Measured on 2,841 clean texts: no hit.)

use crate::checks::article::prose::Prose;
use crate::checks::{Check, Report, Severity, Subject};
use crate::lang::dates::DayMonthOrder;
use crate::lang::dates::rule::Place;

/// See the module.
pub struct AmbiguousOrder;

impl Check for AmbiguousOrder {
    fn code(&self) -> &'static str {
        "ambiguous-order"
    }

    fn severity(&self) -> Severity {
        Severity::Hint
    }

    fn summary(&self) -> &'static str {
        "numeric dates of one article with the day first and with the month first"
    }

    fn run(&self, subject: &Subject<'_>, report: &mut Vec<Report>) {
        let mut first = None;
        for passage in Prose::passages(subject) {
            for at in passage.dates() {
                let Some(order) = passage.place(at).and_then(shown) else { continue };
                let (known, related) = first.get_or_insert_with(|| (order, passage.related(at)));
                if *known == order {
                    continue;
                }
                let words = passage.word(at);
                let other = related.span.of_text(subject.text).to_owned();
                let message =
                    format!("“{words}” has the {} first, “{other}” the {}", name(order), name(*known));
                report.extend(passage.item(at).map(|item| {
                    Report::new(item.span, message)
                        .with(related.clone())
                        .because(format!("in “{other}” only one of the numbers can be a month"))
                        .because(format!("in “{words}” it is the other one"))
                }));
                return;
            }
        }
    }
}

/// The order that a numeric date shows: one of its numbers can be no month.
fn shown(place: Place) -> Option<DayMonthOrder> {
    match place {
        Place::Numeric { first: 13..=31, second: 1..=12, .. } => Some(DayMonthOrder::DayFirst),
        Place::Numeric { first: 1..=12, second: 13..=31, .. } => Some(DayMonthOrder::MonthFirst),
        _ => None,
    }
}

fn name(order: DayMonthOrder) -> &'static str {
    match order {
        DayMonthOrder::DayFirst => "day",
        DayMonthOrder::MonthFirst => "month",
    }
}
