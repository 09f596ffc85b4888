//! `textDocument/prepareCallHierarchy`, `callHierarchy/incomingCalls`, `callHierarchy/outgoingCalls`

use serde_json::Value;
use tower_lsp::lsp_types::{
    CallHierarchyIncomingCall, CallHierarchyItem, CallHierarchyOutgoingCall, CallHierarchyPrepareParams,
    Range,
};

use crate::base::cancel::Cancelled;
use crate::ide::calls::{self, Actor, Dealing, Direction};
use crate::ide::symbols::OutlineKind;
use crate::lsp::convert::{Pages, symbol_kind};
use crate::lsp::features::Query;

pub fn prepare(
    query: &Query,
    params: CallHierarchyPrepareParams,
) -> Result<Option<Vec<CallHierarchyItem>>, Cancelled> {
    let pages = query.pages();
    let Some((doc, offset)) = query.place(&pages, &params.text_document_position_params) else {
        return Ok(None);
    };
    let actor = calls::actor(&query.snapshot, doc, offset, &query.cancel)?;
    Ok(actor.and_then(|actor| item(&pages, &actor, None)).map(|item| vec![item]))
}

pub fn incoming(
    query: &Query,
    of: CallHierarchyItem,
) -> Result<Option<Vec<CallHierarchyIncomingCall>>, Cancelled> {
    let found = dealings(query, &of, Direction::Incoming)?;
    let calls = found.into_iter().map(|(from, from_ranges)| CallHierarchyIncomingCall { from, from_ranges });
    Ok(Some(calls.collect()))
}

pub fn outgoing(
    query: &Query,
    of: CallHierarchyItem,
) -> Result<Option<Vec<CallHierarchyOutgoingCall>>, Cancelled> {
    let found = dealings(query, &of, Direction::Outgoing)?;
    let calls = found.into_iter().map(|(to, from_ranges)| CallHierarchyOutgoingCall { to, from_ranges });
    Ok(Some(calls.collect()))
}

/// The other sides, each with the places that tell of it.
fn dealings(
    query: &Query,
    of: &CallHierarchyItem,
    direction: Direction,
) -> Result<Vec<(CallHierarchyItem, Vec<Range>)>, Cancelled> {
    let pages = query.pages();
    let id = of.data.as_ref().and_then(Value::as_str).unwrap_or_default();
    let found = calls::dealings(&query.snapshot, id, direction, &query.cancel)?;
    let with = |dealing: &Dealing| {
        let item = item(&pages, &dealing.with, Some(dealing.deeds.join(", ")))?;
        let ranges = dealing.told.iter().filter_map(|&span| pages.range(dealing.doc, span));
        Some((item, ranges.collect()))
    };
    Ok(found.iter().filter_map(with).collect())
}

fn item(pages: &Pages<'_>, actor: &Actor, detail: Option<String>) -> Option<CallHierarchyItem> {
    let location = pages.location(&actor.location)?;
    Some(CallHierarchyItem {
        name: actor.entity.name.to_string(),
        kind: symbol_kind(OutlineKind::Entity(actor.entity.kind)),
        tags: None,
        detail,
        uri: location.uri,
        range: location.range,
        selection_range: location.range,
        data: Some(Value::from(&*actor.entity.id)),
    })
}
