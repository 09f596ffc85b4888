//! Feature: workspace symbols. SKELETON
use crate::base::cancel::{CancelToken, Cancelled};
use crate::ide::Location;
use crate::ide::symbols::OutlineKind;
use crate::state::Snapshot;

/// Something of the folder that can be looked up by name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FolderSymbol {
    pub name: String,
    pub kind: OutlineKind,
    /// `12 mentions · 5 articles`, or the article's path and date.
    pub detail: String,
    pub location: Location,
}

/// What in the folder a query finds, best first, at most `limit`.
pub fn workspace_symbols(
    _snapshot: &Snapshot,
    _query: &str,
    _limit: usize,
    _cancel: &CancelToken,
) -> Result<Vec<FolderSymbol>, Cancelled> {
    Ok(Vec::new())
}
