//! A place in a document that needs no text to be shown.

use crate::base::id::DocId;
use crate::base::span::Span;
use crate::text::position::AtRange;

/// Where something stands: the span, and the same in lines and columns of every unit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Location {
    pub doc: DocId,
    pub span: Span,
    pub at: AtRange,
}

impl Location {
    /// The place of a mention.
    pub fn of(mention: &crate::state::MentionRef) -> Self {
        Self { doc: mention.doc(), span: mention.span(), at: mention.at() }
    }
}
