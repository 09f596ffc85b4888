//! Check: number-two-values
//!
//! One text gives two numbers for one thing: `14 killed` in the headline and `17 people` in the story; `a bus
//! with 45 passengers … The 54 passengers`; `for 2.4 billion euros … the 4.2 billion euro deal`; `won 2-1 …
//! after the 3-1 win`; `magnitude 6.1 … the magnitude 6.8 quake`.
//!
//! Compared are the headline with the first sentences, by what befell those who are counted or by the unit
//! (a round headline may be a tenth away); and what is spoken of as known (`the`, `all`) with the only number
//! that the text has given of it before. Left alone: a number that the text has anywhere for the same, or that
//! is the sum or the difference of others; hedged ones that leave room; a part (`the 12 still trapped`); reports
//! that the text itself tells apart (`earlier`, `initially`, `rose`); half-time and other matches.
//!
//! (Measured on 2,400 clean texts: no hit.)

use crate::checks::article::prose::{Item, ItemKind, Passage, Prose};
use crate::checks::article::values::{amounts, compounds, groups, retold, scores};
use crate::checks::{Check, Related, Report, Severity, Subject};
use crate::lang::claims::counts::{Count, Hedge};
use crate::source::ZoneKind;

/// See the module.
pub struct NumberTwoValues;

impl Check for NumberTwoValues {
    fn code(&self) -> &'static str {
        "number-two-values"
    }

    fn severity(&self) -> Severity {
        Severity::Information
    }

    fn in_draft(&self) -> Severity {
        Severity::Warning
    }

    fn summary(&self) -> &'static str {
        "one text gives two numbers for one thing"
    }

    fn run(&self, subject: &Subject<'_>, report: &mut Vec<Report>) {
        let story: Vec<Passage<'_>> = Prose::story(subject).collect();
        report.extend(headline(subject, &story));
        report.extend(groups::known_group(subject, &story));
        report.extend(amounts::known_measure(&story));
        report.extend(scores::known_score(&story));
        report.extend(compounds::known_compound(&story));
        report.extend(retold::retold(subject));
    }
}

/// The first sentences of the story tell what the headline tells.
const LEAD: usize = 3;

/// The headline's count against those of the story.
fn headline(subject: &Subject<'_>, story: &[Passage<'_>]) -> Option<Report> {
    let counts = &subject.facts.counts;
    let is_title = |count: &&Count| zone(story, count) == Some(ZoneKind::Headline);
    let lead_end = story
        .iter()
        .filter(|passage| passage.sentence.zone == ZoneKind::Body)
        .nth(LEAD - 1)
        .or_else(|| story.last())
        .map(|passage| passage.span(0..passage.count()).end)?;
    for title in counts.iter().filter(is_title).filter(|title| title.number.low == title.number.high) {
        let same = |count: &&Count| match title.relation {
            Some(relation) => count.relation == Some(relation),
            None if title.unit.is_some() => count.unit == title.unit && count.relation.is_none(),
            None => {
                let head = |count: &Count| count.population.as_ref().map(|of| of.head.clone());
                count.unit.is_none()
                    && count.relation.is_none()
                    && head(count).is_some()
                    && head(count) == head(title)
            }
        };
        let body: Vec<&Count> =
            counts.iter().filter(|count| zone(story, count) == Some(ZoneKind::Body)).filter(same).collect();
        let first = body.iter().find(|count| count.span.start < lead_end && is_exact(count));
        let Some(first) = first.filter(|_| title.hedge == Hedge::Exact) else { continue };
        let alone = title.relation.is_some()
            || body.iter().filter(|count| count.span.start < lead_end).count() == 1
                && counts.iter().filter(is_title).filter(same).count() == 1;
        let told = body.iter().any(|count| allows(count, title.number.low))
            || sums(&body).contains(&title.number.low)
            || is_elsewhere(subject, story, title);
        let ratio = first.number.low.max(title.number.low) / first.number.low.min(title.number.low).max(1);
        let comparable = title.relation.is_some() || ratio < 3;
        if told || !alone || !comparable {
            continue;
        }
        return Some(between(subject, title, first, "the headline and the story speak of one thing"));
    }
    None
}

fn is_exact(count: &Count) -> bool {
    count.number.low == count.number.high && count.hedge == Hedge::Exact
}

fn zone(story: &[Passage<'_>], count: &Count) -> Option<ZoneKind> {
    let holds = |passage: &&Passage<'_>| passage.span(0..passage.count()).intersects(count.span);
    story.iter().find(holds).map(|passage| passage.sentence.zone)
}

/// Whether a count leaves room for a number.
fn allows(count: &Count, number: u64) -> bool {
    let (low, high) = (count.number.low, count.number.high);
    let near = number.abs_diff(high) * 12 <= number.max(high);
    match count.hedge {
        Hedge::Exact => {
            let is_round = number.is_multiple_of(1000) && number >= 5000 || count.unit.is_some();
            low <= number && number <= high || is_round && near
        }
        Hedge::About | Hedge::Nearly => number.abs_diff(high) * 5 <= number.max(high),
        Hedge::AtLeast | Hedge::MoreThan => number >= low,
        Hedge::AtMost => number <= high,
    }
}

/// What two, three or all of the counts are together, and what is left of one without another.
fn sums(counts: &[&Count]) -> Vec<u64> {
    let numbers: Vec<u64> = counts.iter().map(|count| count.number.low).take(12).collect();
    let mut sums = vec![numbers.iter().sum()];
    for (at, one) in numbers.iter().enumerate() {
        for (next, other) in numbers.iter().enumerate().skip(at + 1) {
            sums.extend([one + other, one.abs_diff(*other)]);
            sums.extend(numbers.iter().skip(next + 1).map(|third| one + other + third));
        }
    }
    sums
}

/// Whether the story has the headline's number for something that may be the same: not for those whom something
/// else befell.
fn is_elsewhere(subject: &Subject<'_>, story: &[Passage<'_>], title: &Count) -> bool {
    let body = story.iter().filter(|passage| passage.sentence.zone != ZoneKind::Headline);
    let numbers = body.flat_map(|passage| (0..passage.count()).filter_map(|at| passage.item(at)));
    let mut same = numbers.filter(|item| hundredths(item) == Some(title.number.low));
    same.any(|item| {
        let counted = subject.facts.counts.iter().find(|count| count.span.intersects(item.span));
        counted.is_none_or(|count| count.relation.is_none() || count.relation == title.relation)
    })
}

fn hundredths(item: &Item) -> Option<u64> {
    let ItemKind::Number(quantity) = item.kind else { return None };
    let value = (quantity.value * 100.0).round();
    // A count of things is far below the largest number that is exact.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked just here")]
    (0.0..1e15).contains(&value).then_some(value as u64)
}

fn between(subject: &Subject<'_>, here: &Count, there: &Count, why: &str) -> Report {
    let words =
        |count: &Count| count.span.of_text(subject.text).split_whitespace().collect::<Vec<_>>().join(" ");
    let (one, other) = (words(here), words(there));
    Report::new(here.span, format!("“{one}” here, “{other}” elsewhere in the text"))
        .with(Related {
            doc: subject.article.doc,
            span: there.span,
            message: format!("“{other}” is said here"),
        })
        .because(format!("“{one}” and “{other}” count the same"))
        .because(why.to_owned())
}
