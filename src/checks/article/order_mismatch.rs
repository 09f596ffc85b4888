//! Check: order-mismatch
//!
//! Days that are the wrong way round for what the text tells: `sentenced on April 3 … arrested on May 8`; `on June 7,
//! before the summit on June 4`; `On May 5 … Later, on May 2, …`; a strike that `began on March 8` and `ended on
//! March 3`; a second round before the first.
//!
//! What is known of an article is one temporal network: the days of what happened, orders that words state, and
//! orders in the nature of things (arrest, trial, verdict, sentence, appeal; death, burial; signed, ratified, in
//! force; launch, landing; …). The fewest statements that cannot all be true are the finding. Only days that name
//! their month count, months and years where the year is written, and days without a year where they lie within
//! the year before publication.
//!
//! Things have an order of their own only where the text has one of each and they are of one person or thing:
//! nobody else is said to be arrested, tried and so on. Left alone: `in absentia`, bail, retrials, `earlier`,
//! `another`, several people; plans and days that were moved; quotations. Of numbered rounds of talks both must
//! name the same two parties or more, at most sixty days apart, and one day more or less is let pass.
//!
//! (Measured on 2,400 clean texts: no hit.)

use std::collections::BTreeSet;

use crate::base::span::Span;
use crate::checks::article::happening::stated::{self, Ordered, Told};
use crate::checks::article::happening::{Happening, order};
use crate::checks::article::prose::calendar::days_between;
use crate::checks::{Check, Related, Report, Severity, Subject};
use crate::knowledge::chronology::Chronology;
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
        "days that are the wrong way round for what the text tells"
    }

    fn run(&self, subject: &Subject<'_>, report: &mut Vec<Report>) {
        of_rounds(subject, report);
        let mut orders = stated::find(subject);
        orders.extend(by_nature(subject.happenings.of(subject)));
        let days = |order: &Ordered<'_>| (order.first.day_span(), order.second.day_span());
        let mut seen = BTreeSet::new();
        orders.retain(|order| seen.insert(days(order)));
        // What is known of the article is one network; a statement that has been reported is left out, and
        // the rest is looked at again.
        for _ in 0..MAX_FINDINGS {
            let Some((at, finding)) = reversed(&orders) else { break };
            orders.remove(at);
            report.push(finding);
        }
    }
}

const HALF_A_YEAR: i64 = 180;

/// So many in one article: more say nothing new.
const MAX_FINDINGS: usize = 3;

/// The fewest statements that cannot all be true: the order that the days break, and what to say of it.
fn reversed(orders: &[Ordered<'_>]) -> Option<(usize, Report)> {
    let mut chronology = Chronology::default();
    let mut points: Vec<(Span, usize)> = Vec::new();
    for (at, order) in orders.iter().enumerate() {
        let (Some(first), Some(second)) = (order.first.days(), order.second.days()) else { continue };
        // Days of an unknown year are compared with one another; half a year apart, it is two years.
        let anchored = order.first.is_anchored();
        let apart = days_between(first.first, second.first).abs();
        if anchored != order.second.is_anchored() || !anchored && apart > HALF_A_YEAR {
            continue;
        }
        let mut point = |told: &'_ Told<'_>, days| {
            let span = told.day_span();
            let known = points.iter().find(|(known, _)| *known == span).map(|(_, point)| *point);
            known.unwrap_or_else(|| {
                let point = chronology.within(days, None);
                points.push((span, point));
                point
            })
        };
        let (one, other) = (point(&order.first, first), point(&order.second, second));
        chronology.before(one, other, 0, Some(at));
    }
    let conflict = chronology.conflict()?;
    let broken: Vec<usize> = conflict.into_iter().copied().flatten().collect();
    let at = *broken.first()?;
    let steps: Vec<&Ordered<'_>> = broken.iter().filter_map(|at| orders.get(*at)).collect();
    Some((at, finding(&steps)?))
}

fn finding(steps: &[&Ordered<'_>]) -> Option<Report> {
    let (first, second) = (&steps.first()?.first, &steps.last()?.second);
    let day = |told: &Told<'_>| match told.days() {
        Some(days) if told.is_anchored() => When::of(days).value(),
        _ => told.passage.word(told.date).to_owned(),
    };
    let starts = |told: &Told<'_>| told.passage.span(told.items.clone());
    // Where the reader meets the second of the two, they no longer fit.
    let (here, there) = if starts(first) < starts(second) { (second, first) } else { (first, second) };
    let relation = if starts(first) < starts(second) { "before" } else { "after" };
    let message =
        format!("“{}” ({}) lies {relation} “{}” ({})", here.words(), day(here), there.words(), day(there));
    let mut report = Report::new(starts(here), message);
    for told in steps.iter().flat_map(|step| [&step.first, &step.second]) {
        if starts(told) != starts(here) {
            report = report.with(told.related());
        }
        report = report.because(told.passage.why(told.date));
    }
    for step in steps {
        report = report.because(step.why.clone());
    }
    Some(report)
}

/// The order that happenings of one person or thing have by their nature.
fn by_nature<'a>(all: &[Happening<'a>]) -> Vec<Ordered<'a>> {
    let told = |happening: &Happening<'a>| {
        let date = happening.date?;
        Some(Told { passage: happening.passage, date, items: happening.items() })
    };
    let ordered = |(one, other): (usize, usize)| {
        let (one, other) = (all.get(one)?, all.get(other)?);
        let why = format!(
            "of one person or thing, {} ({}) does not come after {} ({})",
            one.class.name,
            one.passage.words(one.at.clone()),
            other.class.name,
            other.passage.words(other.at.clone())
        );
        Some(Ordered { first: told(one)?, second: told(other)?, why })
    };
    order::pairs(all).into_iter().filter_map(ordered).collect()
}

/// Numbered rounds of one series of talks.
fn of_rounds(subject: &Subject<'_>, report: &mut Vec<Report>) {
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

fn day(round: &Round<'_>) -> String {
    When::of(round.days).value()
}
