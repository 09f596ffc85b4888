//! Check: event-order
//!
//! Articles together put numbered rounds of one series of talks the wrong way round: here the second
//! round is on May 4, and another article that tells of the same round has the first on May 10.
//!
//! Asked of articles that tell of a common round. What makes two rounds one series, and which days count,
//! is as in [order-mismatch](crate::checks::article::order_mismatch); what one article contradicts
//! by itself is reported there. One conflict is reported once: in a draft, else in the article that came
//! later.

use std::collections::BTreeSet;

use crate::base::cancel::CancelToken;
use crate::base::id::ArticleId;
use crate::checks::corpus::is_told_here;
use crate::checks::{Check, Related, Report, Severity, Subject};
use crate::knowledge::rounds::{self, Reversal, Round};
use crate::knowledge::timeline::When;

/// See the module.
pub struct EventOrder;

impl Check for EventOrder {
    fn code(&self) -> &'static str {
        "event-order"
    }

    fn severity(&self) -> Severity {
        Severity::Information
    }

    fn in_draft(&self) -> Severity {
        Severity::Warning
    }

    fn summary(&self) -> &'static str {
        "rounds of talks whose days, by several articles together, are the wrong way round"
    }

    fn run(&self, subject: &Subject<'_>, report: &mut Vec<Report>) {
        let days = |date: usize| subject.timexes.get(date)?.interval;
        let mine = rounds::of(subject.article, subject.facts, days);
        if mine.is_empty() || rounds::reversal(&mine).is_some() {
            return;
        }
        let mut made: Option<Report> = None;
        for article in linked(subject) {
            let Some(facts) = subject.snapshot.article(article) else { continue };
            let timexes = subject.snapshot.timexes(article);
            let theirs = rounds::of(article, facts, |date| timexes.get(date)?.interval);
            if rounds::reversal(&theirs).is_some() {
                continue;
            }
            let told: Vec<Round<'_>> = mine.iter().chain(&theirs).copied().collect();
            let Some(Reversal { first, second }) = rounds::reversal(&told) else { continue };
            let (Some(first), Some(second)) = (told.get(first), told.get(second)) else { continue };
            made = Some(with_conflict(made, subject, first, second));
        }
        report.extend(made);
    }
}

/// The articles that tell of a numbered round of this one and whose conflicts with it are reported here,
/// by path.
fn linked(subject: &Subject<'_>) -> Vec<ArticleId> {
    let snapshot = subject.snapshot;
    let mut seen = BTreeSet::new();
    let mut articles = Vec::new();
    for mention in snapshot.mentions_in(subject.article) {
        if mention.statement().is_none_or(|statement| statement.ordinal.is_none()) {
            continue;
        }
        let Some(entity) = snapshot.entity(&mention).filter(|entity| seen.insert(entity.id.clone())) else {
            continue;
        };
        // Nobody waits for a check alone: it is not cancelled.
        let others = snapshot.mentions_of(&entity, &CancelToken::default()).unwrap_or_default();
        articles.extend(others.iter().map(|other| other.article));
    }
    let mut counted = BTreeSet::new();
    articles.retain(|&article| {
        article != subject.article
            && counted.insert(article)
            && is_told_here(snapshot, subject.article, article)
    });
    articles
}

/// The report with one more article that conflicts.
fn with_conflict(
    made: Option<Report>,
    subject: &Subject<'_>,
    first: &Round<'_>,
    second: &Round<'_>,
) -> Report {
    let (here, there) = if first.article == subject.article { (first, second) } else { (second, first) };
    let path = subject.snapshot.path(there.article.doc);
    let name = path.file_name().unwrap_or(path.as_str());
    let (mine, theirs) = (told(here), told(there));
    let side = if here.ordinal > there.ordinal { "before" } else { "after" };
    let made = made.unwrap_or_else(|| {
        Report::new(here.statement.span, format!("{mine} here, {side} {theirs} in {name}"))
            .because(format!("this article: {mine}"))
    });
    made.with(Related { doc: there.article.doc, span: there.statement.span, message: theirs.clone() })
        .because(format!("{name}: {theirs}"))
        .because(format!("round {} is not before round {}", second.ordinal, first.ordinal))
}

fn told(round: &Round<'_>) -> String {
    format!("round {} is on {}", round.ordinal, When::of(round.days).value())
}
