//! Feature: references. SKELETON
use crate::base::cancel::{CancelToken, Cancelled};
use crate::base::id::DocId;
use crate::ide::Location;
use crate::state::Snapshot;

/// Every mention of what stands at an offset: articles by publication date, drafts last.
pub fn references(
    _snapshot: &Snapshot,
    _doc: DocId,
    _offset: u32,
    _cancel: &CancelToken,
) -> Result<Vec<Location>, Cancelled> {
    Ok(Vec::new())
}
