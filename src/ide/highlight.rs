//! Feature: highlight
//!
//! The other mentions of the same thing in the same document.

use crate::base::id::{ArticleId, DocId};
use crate::base::span::Span;
use crate::ide::subject::subject;
use crate::state::Snapshot;

/// A mention in the same document.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Highlight {
    pub span: Span,
    /// The mention has the fullest form that its article uses.
    pub full: bool,
}

/// Every mention in this document of what stands at an offset, in the order of the text.
pub fn highlight(snapshot: &Snapshot, doc: DocId, offset: u32) -> Vec<Highlight> {
    let entity = subject(snapshot, doc, offset).map(|subject| subject.entity);
    let (Some(entity), Some(facts)) = (entity, snapshot.facts(doc)) else { return Vec::new() };
    let articles =
        (0..u32::try_from(facts.articles.len()).unwrap_or(0)).map(|article| ArticleId { doc, article });
    let mentions = articles.flat_map(|article| snapshot.mentions_in(article));
    let same = mentions.filter(|mention| snapshot.entity(mention).is_some_and(|other| other.id == entity.id));
    same.map(|mention| Highlight { span: mention.span(), full: mention.is_fullest() }).collect()
}
