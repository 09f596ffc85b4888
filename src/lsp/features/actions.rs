//! `textDocument/codeAction`

use tower_lsp::lsp_types::{
    CodeAction, CodeActionKind, CodeActionOrCommand, CodeActionParams, CodeActionResponse, Diagnostic, Url,
};

use crate::base::cancel::Cancelled;
use crate::base::id::DocId;
use crate::base::span::Span;
use crate::ide::actions::{Action, Does, actions};
use crate::lsp::convert::Pages;
use crate::lsp::features::{Query, explain};
use crate::lsp::{edits, own_files};

pub fn answer(query: &Query, params: CodeActionParams) -> Result<Option<CodeActionResponse>, Cancelled> {
    let quick_fixes = CodeActionKind::QUICKFIX;
    let wants = params.context.only.is_none_or(|only| {
        // A kind that is asked for stands for those below it.
        only.iter().any(|kind| kind.as_str().is_empty() || *kind == quick_fixes)
    });
    let Some(doc) = query.doc(&params.text_document).filter(|_| wants) else { return Ok(None) };
    let pages = query.pages();
    let offset = |position| pages.offset(doc, position);
    let Some(span) = offset(params.range.start).zip(offset(params.range.end)) else { return Ok(None) };
    let found = actions(&query.snapshot, doc, Span::new(span.0, span.1)).into_iter();
    let uri = params.text_document.uri;
    Ok(Some(found.filter_map(|action| converted(query, &pages, doc, &uri, action)).collect()))
}

/// The action as the client can take it; `None` where it cannot.
fn converted(
    query: &Query,
    pages: &Pages<'_>,
    doc: DocId,
    uri: &Url,
    Action { title, finding, does }: Action,
) -> Option<CodeActionOrCommand> {
    let diagnostics: Vec<Diagnostic> = pages.diagnostic(doc, &finding).into_iter().collect();
    let (edit, command) = match does {
        Does::Explain => (None, Some(explain::command(&title, uri, &finding))),
        Does::Replace { span, words } => {
            let version = query.snapshot.live(doc).map(|live| live.version());
            (Some(edits::replacing(&query.session, uri, version, pages.range(doc, span)?, words)), None)
        }
        Does::Date { day } => (Some(own_files::dating(query, finding.article, day)?), None),
        Does::Suppress { quote } => (Some(own_files::suppressing(query, doc, &finding, quote)?), None),
    };
    let kind = Some(CodeActionKind::QUICKFIX);
    let diagnostics = Some(diagnostics);
    Some(CodeAction { title, kind, diagnostics, edit, command, ..CodeAction::default() }.into())
}
