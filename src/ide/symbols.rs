//! Feature: document symbols. SKELETON
use crate::base::id::DocId;
use crate::base::kind::EntityKind;
use crate::base::span::Span;
use crate::state::Snapshot;

/// An entry of the outline.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Outline {
    pub name: String,
    /// Short words behind the name.
    pub detail: String,
    pub kind: OutlineKind,
    /// What belongs to the entry.
    pub span: Span,
    /// What to show when the entry is chosen; inside `span`.
    pub selection: Span,
    pub children: Vec<Outline>,
}

/// What an entry of the outline is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OutlineKind {
    Article,
    Entity(EntityKind),
    Date,
}

/// The outline of a document.
pub fn symbols(_snapshot: &Snapshot, _doc: DocId) -> Vec<Outline> {
    Vec::new()
}
