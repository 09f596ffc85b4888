//! Check: count-range
//!
//! A number of people killed, hurt, missing or displaced that no other account of the same event allows.
//!
//! Two counts are compared where their sentences tell of one event, what befell those who are counted is
//! the same, and who is counted does not differ. Hedges widen a number (`at least`, `about`: a fifth).
//! News counts up: in an article only an exact number below an exact one that was reported in the two
//! weeks before is a finding, in a draft any that none of the articles allows. Numbers that lie far apart
//! (four tenths of the less in articles, three times in drafts) count other things. (Measured on 256
//! articles of TimeBank and AQUAINT: without the last two rules 8 findings, 3 of them of other events.)

use jiff::civil::Date;

use crate::base::cancel::CancelToken;
use crate::checks::{Check, Related, Report, Severity, Subject};
use crate::lang::claims::counts::{Count, Hedge, Relation};
use crate::lang::facts::ArticleFacts;
use crate::state::MentionRef;

/// See the module.
pub struct CountRange;

/// After so many days a number is told anew, of a part or of the whole, and not corrected.
const MOST_DAYS: i32 = 14;

impl Check for CountRange {
    fn code(&self) -> &'static str {
        "count-range"
    }

    fn severity(&self) -> Severity {
        Severity::Information
    }

    fn in_draft(&self) -> Severity {
        Severity::Warning
    }

    fn summary(&self) -> &'static str {
        "a number of victims that no other account of the event allows"
    }

    fn run(&self, subject: &Subject<'_>, report: &mut Vec<Report>) {
        for count in subject.facts.counts.iter().filter(|count| is_exact(count)) {
            let Some(relation) = count.relation else { continue };
            let told = accounts(subject, count, relation);
            let day = |mention: &MentionRef| {
                subject.snapshot.published(mention.article).map(|published| published.date)
            };
            let here = subject.snapshot.published(subject.article).map(|published| published.date);
            let apart: Vec<&(MentionRef, Count)> =
                told.iter().filter(|(_, other)| !meet(count, other)).collect();
            let shrinks = |(mention, other): &&(MentionRef, Count)| {
                let earlier = here.zip(day(mention)).is_some_and(|(here, there)| {
                    let days = there.until(here).map_or(i32::MAX, |span| span.get_days());
                    (1..=MOST_DAYS).contains(&days)
                });
                let less = count.number.high < other.number.low;
                earlier && is_exact(other) && less && is_near(count, other, 4)
            };
            let against: Vec<&(MentionRef, Count)> = match subject.snapshot.is_draft(subject.article) {
                true if apart.len() == told.len() => {
                    apart.into_iter().filter(|(_, other)| is_near(count, other, 30)).collect()
                }
                true => continue,
                false => apart.into_iter().filter(shrinks).collect(),
            };
            report.extend(finding(subject, count, &against));
        }
    }
}

/// The exact numbers of an article that appeared on a day, each with the greatest that a later article has
/// for the same within two weeks.
pub(super) fn risen<'s>(subject: &Subject<'s>, here: Date) -> Vec<(&'s Count, MentionRef, Count)> {
    let snapshot = subject.snapshot;
    let mut found = Vec::new();
    for count in subject.facts.counts.iter().filter(|count| is_exact(count)) {
        let Some(relation) = count.relation else { continue };
        let later = |mention: &MentionRef| {
            let there = snapshot.published(mention.article).map(|published| published.date);
            let days = there.and_then(|there| Some(here.until(there).ok()?.get_days()));
            days.is_some_and(|days| (1..=MOST_DAYS).contains(&days))
        };
        let mut more = accounts(subject, count, relation);
        more.retain(|(mention, other)| {
            later(mention)
                && is_exact(other)
                && count.number.high < other.number.low
                && is_near(count, other, 30)
        });
        let most = more.into_iter().max_by_key(|(_, other)| other.number.high);
        found.extend(most.map(|(mention, other)| (count, mention, other)));
    }
    found
}

/// The counts of the same in other articles' sentences on the event that this count's sentence tells of.
fn accounts(subject: &Subject<'_>, count: &Count, relation: Relation) -> Vec<(MentionRef, Count)> {
    let snapshot = subject.snapshot;
    let here = snapshot
        .mentions_in(subject.article)
        .filter(|mention| mention.statement().is_some_and(|one| one.sentence.intersects(count.sentence)));
    let mut found: Vec<(MentionRef, Count)> = Vec::new();
    for mention in here {
        let Some(entity) = snapshot.entity(&mention) else { continue };
        // Nobody waits for a check alone: it is not cancelled.
        for other in snapshot.mentions_of(&entity, &CancelToken::default()).unwrap_or_default() {
            if other.article == subject.article || snapshot.is_draft(other.article) {
                continue;
            }
            let theirs = other.statement().and_then(|one| same(other.facts(), one.sentence, count, relation));
            if let Some(theirs) = theirs
                && !found.iter().any(|(known, _)| known.article == other.article)
            {
                found.push((other, theirs));
            }
        }
    }
    found
}

/// The only count of a sentence that counts the same.
fn same(
    facts: &ArticleFacts,
    sentence: crate::base::span::Span,
    count: &Count,
    relation: Relation,
) -> Option<Count> {
    let population = |other: &Count| match (&count.population, &other.population) {
        (Some(one), Some(other)) => {
            let open = one.modifiers.is_empty() || other.modifiers.is_empty();
            one.head == other.head && (open || one.modifiers == other.modifiers)
        }
        _ => true,
    };
    let mut counts = facts.counts.iter().filter(|other| {
        other.sentence == sentence
            && other.relation == Some(relation)
            && other.unit == count.unit
            && population(other)
    });
    let only = counts.next()?.clone();
    counts.next().is_none().then_some(only)
}

fn is_exact(count: &Count) -> bool {
    count.hedge == Hedge::Exact && count.number.low == count.number.high && count.unit.is_none()
}

/// Whether the greater number is more than the less by so many tenths of it at most: far apart, they count
/// other things.
fn is_near(one: &Count, other: &Count, tenths: u64) -> bool {
    let (less, more) = (one.number.low.min(other.number.low), one.number.high.max(other.number.high));
    more.saturating_sub(less) <= less.saturating_mul(tenths) / 10
}

/// A stretch of text on one line.
pub(super) fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether two counts can both be right.
fn meet(one: &Count, other: &Count) -> bool {
    let range = |count: &Count| {
        let (low, high) = (count.number.low, count.number.high);
        match count.hedge {
            Hedge::Exact => (low, high),
            Hedge::About => (low - low / 5, high.saturating_add(high / 5)),
            Hedge::Nearly => (low - low / 5, high),
            Hedge::AtLeast | Hedge::MoreThan => (low, u64::MAX),
            Hedge::AtMost => (0, high),
        }
    };
    let (one, other) = (range(one), range(other));
    one.0 <= other.1 && other.0 <= one.1
}

fn finding(subject: &Subject<'_>, count: &Count, against: &[&(MentionRef, Count)]) -> Option<Report> {
    let mine = words(count.span.of_text(subject.text));
    let mut report: Option<Report> = None;
    for (mention, theirs) in against {
        let text = subject.snapshot.text(mention.doc())?;
        let other = words(theirs.span.of_text(&text));
        let path = subject.snapshot.path(mention.doc());
        let name = path.file_name().unwrap_or(path.as_str());
        let begun = report.take().unwrap_or_else(|| {
            Report::new(count.span, format!("“{mine}” here, “{other}” in {name}"))
                .because(format!("this text: “{mine}”"))
        });
        report = Some(
            begun
                .with(Related { doc: mention.doc(), span: theirs.span, message: format!("“{other}”") })
                .because(format!("{name}: “{other}”, of the same event")),
        );
    }
    report
}
