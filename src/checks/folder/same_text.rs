//! Check: same-text
//!
//! The same text under two names: an article that was saved twice, or a report that two outlets print word
//! for word. It is one source, however many files hold it.
//!
//! What counts are the words of the article; the page around them may differ. The file that is first by its
//! path is left alone, the others point to it. Texts that are only near-identical count as one source too,
//! but are no finding: each may have words of its own. Very short texts are not compared.

use crate::base::id::ArticleId;
use crate::checks::folder::head;
use crate::checks::{Check, Related, Report, Severity, Subject};
use crate::lang::wording::Wording;
use crate::state::Snapshot;

/// See the module.
pub struct SameText;

impl Check for SameText {
    fn code(&self) -> &'static str {
        "same-text"
    }

    fn severity(&self) -> Severity {
        Severity::Hint
    }

    fn summary(&self) -> &'static str {
        "a text that another file holds word for word"
    }

    fn run(&self, subject: &Subject<'_>, report: &mut Vec<Report>) {
        let snapshot = subject.snapshot;
        let same = same(snapshot, &subject.facts.wording);
        let Some(&first) = same.first().filter(|&&first| first != subject.article) else { return };
        let Some(place) = snapshot.text(first.doc).zip(snapshot.article(first)) else { return };
        let path = snapshot.path(first.doc);
        let name = path.file_name().unwrap_or(path.as_str());
        report.push(
            Report::new(
                head(subject.facts, subject.text),
                format!("The same text as in {name}, word for word"),
            )
            .with(Related {
                doc: first.doc,
                span: head(place.1, &place.0),
                message: "the same text".to_owned(),
            })
            .because(format!("articles with exactly these words: {}", same.len()))
            .because(format!("first by path: {path}"))
            .because("they count as one source"),
        );
    }
}

/// The articles that have exactly these words, by path and place.
fn same(snapshot: &Snapshot, wording: &Wording) -> Vec<ArticleId> {
    let near = wording.keys.iter().flat_map(|&key| snapshot.corpus().wordings(key));
    let mut same: Vec<ArticleId> =
        near.filter(|(_, other)| other.text == wording.text).map(|(article, _)| article).collect();
    same.sort_by_cached_key(|article| (snapshot.path(article.doc).to_owned(), article.article));
    same.dedup();
    same
}
