//! Feature: definition. SKELETON
use crate::base::cancel::{CancelToken, Cancelled};
use crate::base::id::DocId;
use crate::base::span::Span;
use crate::ide::Location;
use crate::state::Snapshot;

/// Where a jump leads.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Target {
    /// The whole name that the jump starts from.
    pub origin: Span,
    pub location: Location,
}

/// The fullest account of what stands at an offset.
pub fn definition(
    _snapshot: &Snapshot,
    _doc: DocId,
    _offset: u32,
    _cancel: &CancelToken,
) -> Result<Option<Target>, Cancelled> {
    Ok(None)
}
