//! `textDocument/diagnostic` and `workspace/diagnostic`: findings for clients that ask for them.

use rustc_hash::FxHashMap;
use tower_lsp::lsp_types::{
    DocumentDiagnosticParams, DocumentDiagnosticReport, FullDocumentDiagnosticReport,
    RelatedFullDocumentDiagnosticReport, RelatedUnchangedDocumentDiagnosticReport,
    UnchangedDocumentDiagnosticReport, Url, WorkspaceDiagnosticParams, WorkspaceDiagnosticReport,
    WorkspaceDocumentDiagnosticReport, WorkspaceFullDocumentDiagnosticReport,
    WorkspaceUnchangedDocumentDiagnosticReport,
};

use crate::base::cancel::Cancelled;
use crate::lsp::features::Query;
use crate::lsp::pull::{Report, report};

/// The findings of one document.
pub fn of_document(
    query: &Query,
    params: DocumentDiagnosticParams,
) -> Result<DocumentDiagnosticReport, Cancelled> {
    let doc = query.doc(&params.text_document);
    let Report { id, items } =
        doc.map(|doc| report(&query.session, &query.snapshot, doc)).unwrap_or_default();
    // Also where it is not known: some clients ask before they open it, and not again behind that.
    query.session.pulls.answered(&query.session.uris.path(&params.text_document.uri), &id);
    Ok(if params.previous_result_id.as_ref() == Some(&id) {
        let unchanged_document_diagnostic_report = UnchangedDocumentDiagnosticReport { result_id: id };
        DocumentDiagnosticReport::Unchanged(RelatedUnchangedDocumentDiagnosticReport {
            related_documents: None,
            unchanged_document_diagnostic_report,
        })
    } else {
        let full_document_diagnostic_report = FullDocumentDiagnosticReport { result_id: Some(id), items };
        DocumentDiagnosticReport::Full(RelatedFullDocumentDiagnosticReport {
            related_documents: None,
            full_document_diagnostic_report,
        })
    })
}

/// The findings of every document that has any, or had when the client last asked.
pub fn of_workspace(
    query: &Query,
    params: WorkspaceDiagnosticParams,
) -> Result<WorkspaceDiagnosticReport, Cancelled> {
    let known = params.previous_result_ids.into_iter().map(|previous| (previous.uri, previous.value));
    let mut known: FxHashMap<Url, String> = known.collect();
    let mut items = Vec::new();
    for doc in query.snapshot.docs() {
        query.cancel.checkpoint()?;
        let Some(uri) = query.session.uris.uri(query.snapshot.path(doc)) else { continue };
        let Report { id, items: found } = report(&query.session, &query.snapshot, doc);
        let version = query.snapshot.live(doc).map(|live| live.version().into());
        match known.remove(&uri) {
            Some(previous) if previous == id => items.push(unchanged(uri, version, id)),
            None if found.is_empty() => {}
            _ => items.push(full(
                uri,
                version,
                FullDocumentDiagnosticReport { result_id: Some(id), items: found },
            )),
        }
    }
    // Documents that are gone have no findings.
    let mut gone: Vec<Url> = known.into_keys().collect();
    gone.sort();
    items.extend(gone.into_iter().map(|uri| full(uri, None, FullDocumentDiagnosticReport::default())));
    Ok(WorkspaceDiagnosticReport { items })
}

fn unchanged(uri: Url, version: Option<i64>, result_id: String) -> WorkspaceDocumentDiagnosticReport {
    let unchanged_document_diagnostic_report = UnchangedDocumentDiagnosticReport { result_id };
    WorkspaceUnchangedDocumentDiagnosticReport { uri, version, unchanged_document_diagnostic_report }.into()
}

fn full(
    uri: Url,
    version: Option<i64>,
    full_document_diagnostic_report: FullDocumentDiagnosticReport,
) -> WorkspaceDocumentDiagnosticReport {
    WorkspaceFullDocumentDiagnosticReport { uri, version, full_document_diagnostic_report }.into()
}
