//! `textDocument/documentSymbol`

use tower_lsp::lsp_types::{
    DocumentSymbol, DocumentSymbolParams, DocumentSymbolResponse, Location, SymbolInformation, Url,
};

use crate::base::cancel::Cancelled;
use crate::base::id::DocId;
use crate::ide::symbols::{self, Outline};
use crate::lsp::convert::{Pages, symbol_kind};
use crate::lsp::features::Query;

/// A tree, or a flat list for clients that show no trees.
pub fn answer(
    query: &Query,
    params: DocumentSymbolParams,
) -> Result<Option<DocumentSymbolResponse>, Cancelled> {
    let Some(doc) = query.doc(&params.text_document) else { return Ok(None) };
    let pages = query.pages();
    let outline = symbols::symbols(&query.snapshot, doc);
    if query.session.profile().hierarchical_symbols {
        let tree = outline.iter().filter_map(|entry| nested(&pages, doc, entry)).collect();
        return Ok(Some(DocumentSymbolResponse::Nested(tree)));
    }
    let mut list = Vec::new();
    flatten(&pages, doc, &params.text_document.uri, &outline, None, &mut list);
    Ok(Some(DocumentSymbolResponse::Flat(list)))
}

#[expect(deprecated, reason = "the struct has no other way to leave the old field out")]
fn nested(pages: &Pages<'_>, doc: DocId, entry: &Outline) -> Option<DocumentSymbol> {
    let children: Vec<_> = entry.children.iter().filter_map(|child| nested(pages, doc, child)).collect();
    Some(DocumentSymbol {
        name: name(entry),
        detail: Some(entry.detail.clone()).filter(|detail| !detail.is_empty()),
        kind: symbol_kind(entry.kind),
        tags: None,
        deprecated: None,
        range: pages.range(doc, entry.span)?,
        selection_range: pages.range(doc, entry.selection)?,
        children: Some(children).filter(|children| !children.is_empty()),
    })
}

#[expect(deprecated, reason = "the struct has no other way to leave the old field out")]
fn flatten(
    pages: &Pages<'_>,
    doc: DocId,
    uri: &Url,
    entries: &[Outline],
    container: Option<&str>,
    list: &mut Vec<SymbolInformation>,
) {
    for entry in entries {
        list.extend(pages.range(doc, entry.selection).map(|range| SymbolInformation {
            name: name(entry),
            kind: symbol_kind(entry.kind),
            tags: None,
            deprecated: None,
            location: Location::new(uri.clone(), range),
            container_name: container.map(str::to_owned),
        }));
        flatten(pages, doc, uri, &entry.children, Some(&entry.name), list);
    }
}

/// Editors refuse the whole outline for one empty name.
fn name(entry: &Outline) -> String {
    if entry.name.trim().is_empty() { "(untitled)".to_owned() } else { entry.name.clone() }
}
