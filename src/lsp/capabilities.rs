//! What the client can do, and what we answer.
//!
//! The client's message is read as plain JSON, member by member: one that the protocol's types do not
//! know how to read must not keep a person from working.

use serde_json::Value;
use tower_lsp::lsp_types::{
    CallHierarchyServerCapability, CodeActionKind, CodeActionOptions, CodeActionProviderCapability,
    DiagnosticOptions, DiagnosticServerCapabilities, ExecuteCommandOptions, HoverProviderCapability,
    InitializeResult, OneOf, PositionEncodingKind, SaveOptions, ServerCapabilities, ServerInfo,
    TextDocumentSyncCapability, TextDocumentSyncKind, TextDocumentSyncOptions, TextDocumentSyncSaveOptions,
    Url, WorkspaceFoldersServerCapabilities, WorkspaceServerCapabilities,
};

use crate::lsp::features::explain;
use crate::text::position::Encoding;

/// What matters to us of an `initialize` request.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Profile {
    /// The agreed unit of columns.
    pub encoding: Encoding,
    pub markdown_hover: bool,
    pub definition_links: bool,
    pub hierarchical_symbols: bool,
    pub related_information: bool,
    pub code_description: bool,
    /// The client asks for findings, and can be told to ask again.
    pub pulls: bool,
    /// Edits may name the version of the document that they are for.
    pub document_changes: bool,
    /// Edits may make files.
    pub creates_files: bool,
    pub progress: bool,
    /// The client can be asked to watch files.
    pub watches_files: bool,
    /// The client can be asked for its settings.
    pub configuration: bool,
    /// The editor's process.
    pub process: Option<u32>,
    pub roots: Vec<Url>,
    /// The client's settings, as far as they came with the message.
    pub options: Value,
}

impl Profile {
    /// Reads the parameters of `initialize`. Whatever is missing or odd counts as not there.
    pub fn of(params: &Value) -> Self {
        let can = |path: &str| params["capabilities"].pointer(path).unwrap_or(&Value::Null);
        let is = |path: &str| can(path).as_bool().unwrap_or(false);
        let offered: Vec<&str> = strings(can("/general/positionEncodings")).collect();
        let encoding = if offered.contains(&"utf-8") {
            Encoding::Utf8
        } else if offered.contains(&"utf-32") && !offered.contains(&"utf-16") {
            Encoding::Utf32
        } else {
            Encoding::Utf16
        };
        Self {
            encoding,
            markdown_hover: strings(can("/textDocument/hover/contentFormat")).any(|one| one == "markdown"),
            definition_links: is("/textDocument/definition/linkSupport"),
            hierarchical_symbols: is("/textDocument/documentSymbol/hierarchicalDocumentSymbolSupport"),
            related_information: is("/textDocument/publishDiagnostics/relatedInformation"),
            code_description: is("/textDocument/publishDiagnostics/codeDescriptionSupport"),
            pulls: can("/textDocument/diagnostic").is_object()
                // The specification has one name in its text, its types another.
                && (is("/workspace/diagnostics/refreshSupport") || is("/workspace/diagnostic/refreshSupport")),
            document_changes: is("/workspace/workspaceEdit/documentChanges"),
            creates_files: strings(can("/workspace/workspaceEdit/resourceOperations"))
                .any(|one| one == "create"),
            progress: is("/window/workDoneProgress"),
            watches_files: is("/workspace/didChangeWatchedFiles/dynamicRegistration"),
            configuration: is("/workspace/configuration"),
            process: params["processId"].as_u64().and_then(|id| u32::try_from(id).ok()),
            roots: roots(params),
            options: params["initializationOptions"].clone(),
        }
    }

    /// The answer to `initialize`.
    pub fn answer(&self) -> InitializeResult {
        let encoding = match self.encoding {
            Encoding::Utf8 => PositionEncodingKind::UTF8,
            Encoding::Utf16 => PositionEncodingKind::UTF16,
            Encoding::Utf32 => PositionEncodingKind::UTF32,
        };
        InitializeResult {
            capabilities: ServerCapabilities {
                position_encoding: Some(encoding),
                text_document_sync: Some(TextDocumentSyncCapability::Options(TextDocumentSyncOptions {
                    open_close: Some(true),
                    change: Some(TextDocumentSyncKind::INCREMENTAL),
                    save: Some(TextDocumentSyncSaveOptions::SaveOptions(SaveOptions {
                        include_text: Some(false),
                    })),
                    ..TextDocumentSyncOptions::default()
                })),
                hover_provider: Some(HoverProviderCapability::Simple(true)),
                definition_provider: Some(OneOf::Left(true)),
                references_provider: Some(OneOf::Left(true)),
                document_highlight_provider: Some(OneOf::Left(true)),
                document_symbol_provider: Some(OneOf::Left(true)),
                workspace_symbol_provider: Some(OneOf::Left(true)),
                code_action_provider: Some(CodeActionProviderCapability::Options(CodeActionOptions {
                    code_action_kinds: Some(vec![CodeActionKind::QUICKFIX]),
                    ..CodeActionOptions::default()
                })),
                execute_command_provider: Some(ExecuteCommandOptions {
                    commands: vec![explain::COMMAND.to_owned()],
                    ..ExecuteCommandOptions::default()
                }),
                diagnostic_provider: self.pulls.then(|| {
                    DiagnosticServerCapabilities::Options(DiagnosticOptions {
                        identifier: Some("dateline".to_owned()),
                        inter_file_dependencies: true,
                        workspace_diagnostics: true,
                        ..DiagnosticOptions::default()
                    })
                }),
                call_hierarchy_provider: Some(CallHierarchyServerCapability::Simple(true)),
                workspace: Some(WorkspaceServerCapabilities {
                    workspace_folders: Some(WorkspaceFoldersServerCapabilities {
                        supported: Some(true),
                        change_notifications: Some(OneOf::Left(true)),
                    }),
                    file_operations: None,
                }),
                ..ServerCapabilities::default()
            },
            server_info: Some(ServerInfo {
                name: "dateline".to_owned(),
                version: Some(env!("CARGO_PKG_VERSION").to_owned()),
            }),
        }
    }
}

/// The folders that the client has open: `workspaceFolders`, else `rootUri`, else `rootPath`.
fn roots(params: &Value) -> Vec<Url> {
    let folders = params["workspaceFolders"].as_array().map(Vec::as_slice).unwrap_or_default();
    let folders: Vec<Url> = folders.iter().filter_map(|folder| url(&folder["uri"])).collect();
    if !folders.is_empty() {
        return folders;
    }
    let path = || Url::from_directory_path(params["rootPath"].as_str()?).ok();
    url(&params["rootUri"]).or_else(path).into_iter().collect()
}

fn url(value: &Value) -> Option<Url> {
    Url::parse(value.as_str()?).ok()
}

fn strings(value: &Value) -> impl Iterator<Item = &str> {
    value.as_array().map(Vec::as_slice).unwrap_or_default().iter().filter_map(Value::as_str)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_best_unit_that_is_offered_is_taken() {
        for (offered, encoding) in [
            (json!(["utf-8", "utf-16", "utf-32"]), Encoding::Utf8),
            (json!(["utf-16", "utf-32"]), Encoding::Utf16),
            (json!(["utf-32"]), Encoding::Utf32),
            (json!(["utf-7"]), Encoding::Utf16),
            (json!([]), Encoding::Utf16),
            (json!(null), Encoding::Utf16),
        ] {
            let params = json!({"capabilities": {"general": {"positionEncodings": offered}}});
            assert_eq!(Profile::of(&params).encoding, encoding, "{params}");
        }
    }

    #[test]
    fn folders_come_before_the_root_and_that_before_its_path() {
        let roots = |params: Value| -> Vec<String> {
            Profile::of(&params).roots.iter().map(Url::to_string).collect()
        };
        let folder = json!([{"uri": "file:///a", "name": "a"}, {"uri": "file:///b", "name": "b"}]);
        let all = json!({"workspaceFolders": folder, "rootUri": "file:///c", "rootPath": "/d"});
        assert_eq!(roots(all), ["file:///a", "file:///b"]);
        let null = json!({"workspaceFolders": null, "rootUri": "file:///c", "rootPath": "/d"});
        assert_eq!(roots(null), ["file:///c"]);
        assert_eq!(roots(json!({"rootUri": null, "rootPath": "/d e"})), ["file:///d%20e/"]);
        assert!(roots(json!({"rootUri": null, "rootPath": "not absolute"})).is_empty());
        assert!(roots(json!(null)).is_empty());
    }
}
