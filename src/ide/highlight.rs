//! Feature: highlight. SKELETON
use crate::base::id::DocId;
use crate::base::span::Span;
use crate::state::Snapshot;

/// A mention in the same document.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Highlight {
    pub span: Span,
    /// The mention has the fullest form of the document.
    pub full: bool,
}

/// Every mention in this document of what stands at an offset.
pub fn highlight(_snapshot: &Snapshot, _doc: DocId, _offset: u32) -> Vec<Highlight> {
    Vec::new()
}
