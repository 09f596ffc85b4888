//! `textDocument/definition`

use tower_lsp::lsp_types::{GotoDefinitionParams, GotoDefinitionResponse, LocationLink};

use crate::base::cancel::Cancelled;
use crate::ide;
use crate::lsp::features::Query;

pub fn answer(
    query: &Query,
    params: GotoDefinitionParams,
) -> Result<Option<GotoDefinitionResponse>, Cancelled> {
    let pages = query.pages();
    let Some((doc, offset)) = query.place(&pages, &params.text_document_position_params) else {
        return Ok(None);
    };
    let target = ide::definition::definition(&query.snapshot, doc, offset, &query.cancel)?;
    Ok(target.and_then(|target| {
        let location = pages.location(&target.location)?;
        if !query.session.profile().definition_links {
            return Some(GotoDefinitionResponse::Scalar(location));
        }
        Some(GotoDefinitionResponse::Link(vec![LocationLink {
            origin_selection_range: pages.range(doc, target.origin),
            target_uri: location.uri,
            target_range: location.range,
            target_selection_range: location.range,
        }]))
    }))
}
