//! `workspace/symbol`

use tower_lsp::lsp_types::{SymbolInformation, WorkspaceSymbolParams};

use crate::base::cancel::Cancelled;
use crate::ide::workspace_symbols;
use crate::lsp::convert::symbol_kind;
use crate::lsp::features::Query;

/// More than a person looks through; the next letter typed finds the rest.
const LIMIT: usize = 256;

#[expect(deprecated, reason = "the struct has no other way to leave the old field out")]
pub fn answer(
    query: &Query,
    params: WorkspaceSymbolParams,
) -> Result<Option<Vec<SymbolInformation>>, Cancelled> {
    let pages = query.pages();
    let found = workspace_symbols::workspace_symbols(&query.snapshot, &params.query, LIMIT, &query.cancel)?;
    let symbols = found.into_iter().filter_map(|symbol| {
        Some(SymbolInformation {
            location: pages.location(&symbol.location)?,
            kind: symbol_kind(symbol.kind),
            name: symbol.name,
            tags: None,
            deprecated: None,
            container_name: Some(symbol.detail).filter(|detail| !detail.is_empty()),
        })
    });
    Ok(Some(symbols.collect()))
}
