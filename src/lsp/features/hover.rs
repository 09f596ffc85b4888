//! `textDocument/hover`

use tower_lsp::lsp_types::{Hover, HoverParams};

use crate::base::cancel::Cancelled;
use crate::ide;
use crate::lsp::features::Query;

pub fn answer(query: &Query, params: HoverParams) -> Result<Option<Hover>, Cancelled> {
    let pages = query.pages();
    let Some((doc, offset)) = query.place(&pages, &params.text_document_position_params) else {
        return Ok(None);
    };
    let card = ide::hover::hover(&query.snapshot, doc, offset, &query.cancel)?;
    Ok(card.map(|card| Hover { contents: pages.hover_contents(&card), range: pages.range(doc, card.span) }))
}
