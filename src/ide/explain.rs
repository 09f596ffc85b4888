//! Feature: explain
//!
//! Why something is found at a place: the steps that the check itself gives, and behind them how every
//! date was computed that the finding speaks of.

use crate::base::id::{ArticleId, DocId};
use crate::base::span::Span;
use crate::checks::suppress::By;
use crate::checks::{self, Finding};
use crate::ide::hover;
use crate::state::Snapshot;

/// A finding and why it is made.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Explained {
    pub finding: Finding,
    /// In the order in which they follow from one another.
    pub steps: Vec<String>,
}

/// The findings at an offset of a document, suppressed ones too, by place.
pub fn explain(snapshot: &Snapshot, doc: DocId, offset: u32) -> Vec<Explained> {
    let found = checks::findings(snapshot, doc).into_iter();
    found
        .filter(|finding| finding.span.touches(offset))
        .map(|finding| Explained { steps: steps(snapshot, &finding), finding })
        .collect()
}

/// The steps of one finding.
pub fn steps(snapshot: &Snapshot, finding: &Finding) -> Vec<String> {
    let mut steps = finding.because.clone();
    let passages = std::iter::once((finding.article.doc, finding.span))
        .chain(finding.related.iter().map(|related| (related.doc, related.span)));
    for (doc, span) in passages {
        for step in dates_in(snapshot, doc, span) {
            if !steps.contains(&step) {
                steps.push(step);
            }
        }
    }
    steps.extend(finding.suppressed.as_ref().map(|suppressed| {
        let by = match suppressed.by {
            By::Comment => "a comment here",
            By::File => "a line in .dateline/suppressions.jsonl",
        };
        let why = if suppressed.reason.is_empty() { "without a reason" } else { &suppressed.reason };
        format!("suppressed by {by}: {why}")
    }));
    steps
}

/// An explanation in words: the finding, its steps numbered, the passages that it is related to. Each line
/// can stand behind the one before it too, for clients that show no line breaks.
pub fn words(snapshot: &Snapshot, explained: &Explained) -> String {
    let Explained { finding, steps } = explained;
    let mut lines = vec![format!("{}: {}", finding.code, finding.message)];
    let mut numbered = (1..).zip(steps).map(|(number, step)| format!("{number}. {step}")).collect();
    lines.append(&mut numbered);
    for related in &finding.related {
        let words = snapshot.text(related.doc).map(|text| one_line(related.span.of_text(&text)));
        let words = words.unwrap_or_default();
        lines.push(format!("See {}: “{words}”: {}", snapshot.path(related.doc), related.message));
    }
    lines.join("\n")
}

/// How the dates in a passage were computed, a sentence each.
fn dates_in(snapshot: &Snapshot, doc: DocId, span: Span) -> Vec<String> {
    let Some(facts) = snapshot.facts(doc) else { return Vec::new() };
    let mut sentences = Vec::new();
    for (number, article) in (0u32..).zip(&facts.articles) {
        let meant = article.dates.iter().enumerate().filter(|(_, date)| date.span.intersects(span));
        sentences
            .extend(meant.filter_map(|(index, _)| date(snapshot, ArticleId { doc, article: number }, index)));
    }
    sentences
}

/// How one date was computed: `“last Monday” is 2020-02-17 · date · Monday, 17 February 2020; …`
pub fn date(snapshot: &Snapshot, article: ArticleId, index: usize) -> Option<String> {
    let card = hover::date_card(snapshot, article, index)?;
    let words = one_line(card.span.of_text(&snapshot.text(article.doc)?));
    Some(format!("“{words}” is read as {}", hover::plain_lines(&card).join("; ")))
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
