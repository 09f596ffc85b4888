//! Check: order-mismatch
//!
//! Numbered rounds of one series of talks whose days are the wrong way round: `The first round was held
//! on May 10. The second round of talks, on May 4, …`.
//!
//! Two rounds are of one series where their accounts name the same two parties or more, nobody else and
//! no other subject, at most sixty days apart. Only days that name their month count; a round with two
//! dates, a hedged one, and one day more or less (time zones) are left alone.

use crate::checks::{Check, Related, Report, Severity, Subject};
use crate::knowledge::rounds::{self, Reversal, Round};
use crate::knowledge::timeline::When;

/// See the module.
pub struct OrderMismatch;

impl Check for OrderMismatch {
    fn code(&self) -> &'static str {
        "order-mismatch"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn summary(&self) -> &'static str {
        "rounds of one series of talks whose days are the wrong way round"
    }

    fn run(&self, subject: &Subject<'_>, report: &mut Vec<Report>) {
        let days = |date: usize| subject.timexes.get(date)?.interval;
        let told = rounds::of(subject.article, subject.facts, days);
        let Some(Reversal { first, second }) = rounds::reversal(&told) else { return };
        let (Some(first), Some(second)) = (told.get(first), told.get(second)) else { return };
        // Where the reader meets the second of the two, they no longer fit.
        let (here, there) =
            if first.statement.span < second.statement.span { (second, first) } else { (first, second) };
        let related = Related {
            doc: there.article.doc,
            span: there.statement.span,
            message: format!("round {} is on {}", there.ordinal, day(there)),
        };
        let message = format!(
            "round {} is on {}, before round {} on {}",
            second.ordinal,
            day(second),
            first.ordinal,
            day(first)
        );
        report.push(
            Report::new(here.statement.span, message)
                .with(related)
                .because(format!("round {} is on {}", first.ordinal, day(first)))
                .because(format!("round {} is on {}", second.ordinal, day(second)))
                .because(format!("round {} is not before round {}", second.ordinal, first.ordinal)),
        );
    }
}

fn day(round: &Round<'_>) -> String {
    When::of(round.days).value()
}
