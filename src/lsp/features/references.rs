//! `textDocument/references`

use tower_lsp::lsp_types::{Location, ReferenceParams};

use crate::base::cancel::Cancelled;
use crate::ide;
use crate::lsp::features::Query;

/// Every mention counts, the fullest one too, whether or not declarations are asked for: a name in an
/// article declares nothing.
pub fn answer(query: &Query, params: ReferenceParams) -> Result<Option<Vec<Location>>, Cancelled> {
    let pages = query.pages();
    let Some((doc, offset)) = query.place(&pages, &params.text_document_position) else { return Ok(None) };
    let found = ide::references::references(&query.snapshot, doc, offset, &query.cancel)?;
    let mut locations = Vec::with_capacity(found.len());
    for (count, location) in found.iter().enumerate() {
        if count % 256 == 0 {
            query.cancel.checkpoint()?;
        }
        locations.extend(pages.location(location));
    }
    Ok(Some(locations))
}
