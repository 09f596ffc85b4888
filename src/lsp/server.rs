//! The library's trait: one method a feature. Text is applied in the sequencer, before any of these.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tower_lsp::LanguageServer;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::lsp_types::{
    CallHierarchyIncomingCall, CallHierarchyIncomingCallsParams, CallHierarchyItem,
    CallHierarchyOutgoingCall, CallHierarchyOutgoingCallsParams, CallHierarchyPrepareParams,
    CodeActionParams, CodeActionResponse, DocumentDiagnosticParams, DocumentDiagnosticReportResult,
    DocumentHighlight, DocumentHighlightParams, DocumentSymbolParams, DocumentSymbolResponse,
    ExecuteCommandParams, GotoDefinitionParams, GotoDefinitionResponse, Hover, HoverParams, InitializeParams,
    InitializeResult, Location, ReferenceParams, SymbolInformation, Url, WorkspaceDiagnosticParams,
    WorkspaceDiagnosticReportResult, WorkspaceSymbolParams,
};

use crate::base::cancel::{CancelOnDrop, CancelToken, Cancelled};
use crate::lsp::features::{self, Query};
use crate::lsp::session::Session;
use crate::lsp::{pull, sequencer};
use crate::state::Snapshot;

/// So long an answer about the whole folder waits for its first reading; then it tells what is known.
const PATIENCE: Duration = Duration::from_secs(10);

/// What the library calls.
#[derive(Debug)]
pub(super) struct Server {
    session: Arc<Session>,
}

impl Server {
    pub fn new(session: Arc<Session>) -> Self {
        Self { session }
    }

    pub fn session(&self) -> &Arc<Session> {
        &self.session
    }

    /// `dateline/settled`: answers once every folder is read, every finding published and nothing is
    /// under way in the background.
    pub async fn settled(&self) -> Result<Value> {
        self.session.activity.idle().await;
        // What was sent to the client before now stands in the library's queue, which the next turn of
        // its task empties; this answer is made behind that turn.
        for _ in 0..2 {
            tokio::task::yield_now().await;
        }
        Ok(json!({ "revision": self.session.snapshot().revision().0 }))
    }

    /// `dateline/status`: sizes and numbers, for people who look into the server.
    pub async fn status(&self) -> Result<Value> {
        let (snapshot, session) = (sequencer::snapshot(), self.session.clone());
        self.answer(move |_| {
            let progress = snapshot.progress();
            Ok(json!({
                "version": env!("CARGO_PKG_VERSION"),
                "revision": snapshot.revision().0,
                "documents": snapshot.docs().count(),
                "open": snapshot.open_docs().len(),
                "analysed": progress.analysed,
                "known": progress.known,
                "complete": progress.is_complete(),
                "roots": session.uris.roots(),
                "background": session.activity.count(),
            }))
        })
        .await
    }

    /// Computes an answer on the pool, from the snapshot of the request. When nobody waits for it any
    /// more, the work is told so.
    pub async fn answer<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Query) -> std::result::Result<T, Cancelled> + Send + 'static,
    ) -> Result<T> {
        self.answer_from(sequencer::snapshot(), work).await
    }

    /// The same for an answer that speaks of the whole folder: while the folders are being read it waits
    /// for them, at most [`PATIENCE`]. A document that was edited meanwhile is answered for as it was.
    async fn answer_for_folder<T: Send + 'static>(
        &self,
        about: Option<&Url>,
        work: impl FnOnce(&Query) -> std::result::Result<T, Cancelled> + Send + 'static,
    ) -> Result<T> {
        let asked = sequencer::snapshot();
        if asked.progress().is_complete() {
            return self.answer_from(asked, work).await;
        }
        let _ = tokio::time::timeout(PATIENCE, self.session.indexer.complete()).await;
        let now = self.session.snapshot();
        let text = |snapshot: &Snapshot| {
            let doc = snapshot.doc(&self.session.uris.path(about?))?;
            snapshot.live(doc).map(Arc::as_ptr)
        };
        let snapshot = if text(&asked) == text(&now) { now } else { asked };
        self.answer_from(snapshot, work).await
    }

    async fn answer_from<T: Send + 'static>(
        &self,
        snapshot: Arc<Snapshot>,
        work: impl FnOnce(&Query) -> std::result::Result<T, Cancelled> + Send + 'static,
    ) -> Result<T> {
        let cancel = CancelToken::default();
        let _stop = CancelOnDrop(cancel.clone());
        let query = Query { snapshot, session: self.session.clone(), cancel };
        let work = move || {
            query.cancel.checkpoint()?;
            let answer = work(&query);
            query.session.settle(&query.snapshot);
            answer
        };
        let _turn = self.session.answers.acquire().await.map_err(|_| Error::internal_error())?;
        // The library forgets a request whose handler panics only in part: it must not see one.
        let outcome = tokio::task::spawn_blocking(|| catch_unwind(AssertUnwindSafe(work))).await;
        match outcome {
            Ok(Ok(Ok(answer))) => Ok(answer),
            Ok(Ok(Err(Cancelled))) => Err(Error::request_cancelled()),
            Ok(Err(_)) | Err(_) => Err(Error::internal_error()),
        }
    }
}

#[tower_lsp::async_trait]
impl LanguageServer for Server {
    async fn initialize(&self, _: InitializeParams) -> Result<InitializeResult> {
        Ok(self.session.profile().answer())
    }

    async fn shutdown(&self) -> Result<()> {
        Ok(())
    }

    async fn hover(&self, params: HoverParams) -> Result<Option<Hover>> {
        self.answer(move |query| features::hover::answer(query, params)).await
    }

    async fn goto_definition(&self, params: GotoDefinitionParams) -> Result<Option<GotoDefinitionResponse>> {
        let about = params.text_document_position_params.text_document.uri.clone();
        self.answer_for_folder(Some(&about), move |query| features::definition::answer(query, params)).await
    }

    async fn references(&self, params: ReferenceParams) -> Result<Option<Vec<Location>>> {
        let about = params.text_document_position.text_document.uri.clone();
        self.answer_for_folder(Some(&about), move |query| features::references::answer(query, params)).await
    }

    async fn document_highlight(
        &self,
        params: DocumentHighlightParams,
    ) -> Result<Option<Vec<DocumentHighlight>>> {
        self.answer(move |query| features::highlight::answer(query, params)).await
    }

    async fn document_symbol(&self, params: DocumentSymbolParams) -> Result<Option<DocumentSymbolResponse>> {
        self.answer(move |query| features::symbols::answer(query, params)).await
    }

    async fn code_action(&self, params: CodeActionParams) -> Result<Option<CodeActionResponse>> {
        self.answer(move |query| features::actions::answer(query, params)).await
    }

    async fn execute_command(&self, params: ExecuteCommandParams) -> Result<Option<Value>> {
        if params.command != features::explain::COMMAND {
            return Err(Error::invalid_params(format!("there is no command {}", params.command)));
        }
        self.answer(move |query| features::explain::answer(query, &params.arguments)).await
    }

    async fn diagnostic(&self, params: DocumentDiagnosticParams) -> Result<DocumentDiagnosticReportResult> {
        Ok(self.answer(move |query| features::diagnostics::of_document(query, params)).await?.into())
    }

    async fn workspace_diagnostic(
        &self,
        params: WorkspaceDiagnosticParams,
    ) -> Result<WorkspaceDiagnosticReportResult> {
        pull::news(&self.session).await;
        let (snapshot, begun) = (self.session.snapshot(), Instant::now());
        let revision = snapshot.revision();
        let work = move |query: &Query| features::diagnostics::of_workspace(query, params);
        let report = self.answer_from(snapshot, work).await?;
        self.session.pulls.answered_for_folder(revision, begun.elapsed());
        Ok(WorkspaceDiagnosticReportResult::Report(report))
    }

    async fn prepare_call_hierarchy(
        &self,
        params: CallHierarchyPrepareParams,
    ) -> Result<Option<Vec<CallHierarchyItem>>> {
        self.answer(move |query| features::calls::prepare(query, params)).await
    }

    async fn incoming_calls(
        &self,
        params: CallHierarchyIncomingCallsParams,
    ) -> Result<Option<Vec<CallHierarchyIncomingCall>>> {
        self.answer_for_folder(None, move |query| features::calls::incoming(query, params.item)).await
    }

    async fn outgoing_calls(
        &self,
        params: CallHierarchyOutgoingCallsParams,
    ) -> Result<Option<Vec<CallHierarchyOutgoingCall>>> {
        self.answer_for_folder(None, move |query| features::calls::outgoing(query, params.item)).await
    }

    async fn symbol(&self, params: WorkspaceSymbolParams) -> Result<Option<Vec<SymbolInformation>>> {
        self.answer_for_folder(None, move |query| features::workspace_symbols::answer(query, params)).await
    }
}
