//! Edits of the client's files, in the form that it can take.

use tower_lsp::lsp_types::{
    CreateFile, CreateFileOptions, DocumentChangeOperation, DocumentChanges, OneOf,
    OptionalVersionedTextDocumentIdentifier, Position, Range, ResourceOp, TextDocumentEdit, TextEdit, Url,
    WorkspaceEdit,
};

use crate::lsp::session::Session;

/// Puts words in the place of a range of a document.
pub(super) fn replacing(
    session: &Session,
    uri: &Url,
    version: Option<i32>,
    range: Range,
    new_text: String,
) -> WorkspaceEdit {
    let edit = TextEdit { range, new_text };
    if session.profile().document_changes {
        let edit = text_edit(uri, version, edit);
        return changes(DocumentChanges::Edits(vec![edit]));
    }
    WorkspaceEdit { changes: Some([(uri.clone(), vec![edit])].into()), ..WorkspaceEdit::default() }
}

/// Makes a file with this text; `None` where the client cannot make files.
pub(super) fn creating(session: &Session, uri: &Url, text: String) -> Option<WorkspaceEdit> {
    if !session.profile().creates_files {
        return None;
    }
    let options = CreateFileOptions { overwrite: Some(false), ignore_if_exists: Some(true) };
    let create = CreateFile { uri: uri.clone(), options: Some(options), annotation_id: None };
    let edit = TextEdit { range: Range::new(Position::default(), Position::default()), new_text: text };
    Some(changes(DocumentChanges::Operations(vec![
        DocumentChangeOperation::Op(ResourceOp::Create(create)),
        DocumentChangeOperation::Edit(text_edit(uri, None, edit)),
    ])))
}

fn text_edit(uri: &Url, version: Option<i32>, edit: TextEdit) -> TextDocumentEdit {
    let text_document = OptionalVersionedTextDocumentIdentifier { uri: uri.clone(), version };
    TextDocumentEdit { text_document, edits: vec![OneOf::Left(edit)] }
}

fn changes(changes: DocumentChanges) -> WorkspaceEdit {
    WorkspaceEdit { document_changes: Some(changes), ..WorkspaceEdit::default() }
}
