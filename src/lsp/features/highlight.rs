//! `textDocument/documentHighlight`

use tower_lsp::lsp_types::{DocumentHighlight, DocumentHighlightKind, DocumentHighlightParams};

use crate::base::cancel::Cancelled;
use crate::ide;
use crate::lsp::features::Query;

pub fn answer(
    query: &Query,
    params: DocumentHighlightParams,
) -> Result<Option<Vec<DocumentHighlight>>, Cancelled> {
    let pages = query.pages();
    let Some((doc, offset)) = query.place(&pages, &params.text_document_position_params) else {
        return Ok(None);
    };
    let found = ide::highlight::highlight(&query.snapshot, doc, offset);
    let highlights = found.iter().filter_map(|highlight| {
        // The fullest form is what the others go back to.
        let kind = if highlight.full { DocumentHighlightKind::WRITE } else { DocumentHighlightKind::READ };
        Some(DocumentHighlight { range: pages.range(doc, highlight.span)?, kind: Some(kind) })
    });
    Ok(Some(highlights.collect()))
}
