//! Editor features, one thin adapter each: the protocol's words in, `ide/` asked, its words out.

pub mod actions;
pub mod calls;
pub mod definition;
pub mod diagnostics;
pub mod explain;
pub mod highlight;
pub mod hover;
pub mod references;
pub mod symbols;
pub mod workspace_symbols;

use std::sync::Arc;

use tower_lsp::lsp_types::{TextDocumentIdentifier, TextDocumentPositionParams};

use crate::base::cancel::CancelToken;
use crate::base::id::DocId;
use crate::lsp::convert::Pages;
use crate::lsp::session::Session;
use crate::state::Snapshot;

/// A request on its way: what it may answer from, and whether anybody still waits.
#[derive(Debug)]
pub(super) struct Query {
    pub snapshot: Arc<Snapshot>,
    pub session: Arc<Session>,
    pub cancel: CancelToken,
}

impl Query {
    pub fn pages(&self) -> Pages<'_> {
        Pages::new(&self.snapshot, &self.session)
    }

    /// The document that is asked about; `None` where it is not known.
    pub fn doc(&self, document: &TextDocumentIdentifier) -> Option<DocId> {
        self.snapshot.doc(&self.session.uris.path(&document.uri))
    }

    /// The place that is asked about; `None` where there is no such place.
    pub fn place(&self, pages: &Pages<'_>, params: &TextDocumentPositionParams) -> Option<(DocId, u32)> {
        let doc = self.doc(&params.text_document)?;
        Some((doc, pages.offset(doc, params.position)?))
    }
}
