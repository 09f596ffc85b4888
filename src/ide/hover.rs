//! Feature: hover. SKELETON
use crate::base::cancel::{CancelToken, Cancelled};
use crate::base::id::DocId;
use crate::base::span::Span;
use crate::state::Snapshot;

/// What is shown over a name or a date.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HoverCard {
    /// What the card is about, in the hovered document.
    pub span: Span,
    /// The card, at most 15 lines.
    pub lines: Vec<Vec<Piece>>,
}

/// A stretch of a card's line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Piece {
    /// Words as they are; nothing in them is markup.
    Text(String),
    /// Words that stand out.
    Strong(String),
    /// Side remarks.
    Emphasis(String),
    /// Words that lead to a line of a document.
    Link { text: String, doc: DocId, line: u32 },
    /// The line is an item of a list (first piece only).
    Bullet,
}

/// The card of what stands at an offset.
pub fn hover(
    _snapshot: &Snapshot,
    _doc: DocId,
    _offset: u32,
    _cancel: &CancelToken,
) -> Result<Option<HoverCard>, Cancelled> {
    Ok(None)
}
