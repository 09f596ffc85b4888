//! The language server through its pipe, as an editor has it.
#![allow(clippy::disallowed_methods, reason = "these tests make the folders that the server reads")]

mod calls;
mod clients;
mod documents;
mod features;
mod folders;
mod frames;
mod handling;
mod lifecycle;
mod order;
mod requests;
mod stdio;

use camino::{Utf8Path, Utf8PathBuf};
use serde_json::{Value, json};

/// A text with a weekday that does not fit its date: one finding.
const WRONG_DAY: &str = "They met on Tuesday, February 20, 2020 in Moscow.\n";

/// The range of [`WRONG_DAY`]'s finding.
const WRONG_DAY_WORDS: &str = "Tuesday, February 20, 2020";

/// A folder that is there as long as the test.
struct Folder(tempfile::TempDir);

impl Folder {
    fn new(files: &[(&str, &str)]) -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        for (name, text) in files {
            folder.write(name, text);
        }
        folder
    }

    fn path(&self) -> Utf8PathBuf {
        Utf8Path::from_path(self.0.path()).unwrap().canonicalize_utf8().unwrap()
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    fn uri(&self, name: &str) -> String {
        let path = self.path().join(name);
        tower_lsp::lsp_types::Url::from_file_path(path).unwrap().to_string()
    }
}

/// The parameters of a client that can all that we make use of.
fn able(root: Option<&Folder>) -> Value {
    json!({
        "processId": null,
        "rootUri": null,
        "workspaceFolders": root.map(|root| json!([{ "uri": root.uri(""), "name": "articles" }])),
        "capabilities": {
            "general": { "positionEncodings": ["utf-8", "utf-16"] },
            "window": { "workDoneProgress": true },
            "workspace": {
                "workspaceFolders": true,
                "configuration": true,
                "didChangeWatchedFiles": { "dynamicRegistration": true },
            },
            "textDocument": {
                "publishDiagnostics": { "versionSupport": true, "relatedInformation": true },
                "hover": { "contentFormat": ["markdown", "plaintext"] },
                "definition": { "linkSupport": true },
                "documentSymbol": { "hierarchicalDocumentSymbolSupport": true },
            },
        },
    })
}

/// The parameters of a client that can nothing.
fn bare() -> Value {
    json!({ "processId": null, "rootUri": null, "capabilities": {} })
}

/// Where `words` stand in `text`, by a count of our own: line, first and last column.
fn place(text: &str, words: &str, encoding: &str) -> Value {
    let at = text.find(words).unwrap();
    let line_start = text[..at].rfind('\n').map_or(0, |at| at + 1);
    let line = text[..line_start].matches('\n').count();
    let units = |part: &str| match encoding {
        "utf-8" => part.len(),
        "utf-16" => part.encode_utf16().count(),
        "utf-32" => part.chars().count(),
        other => panic!("{other}"),
    };
    let start = units(&text[line_start..at]);
    json!({
        "start": { "line": line, "character": start },
        "end": { "line": line, "character": start + units(words) },
    })
}

/// The parameters of a request about a place.
fn at(uri: &str, line: u32, character: u32) -> Value {
    json!({
        "textDocument": { "uri": uri },
        "position": { "line": line, "character": character },
        "context": { "includeDeclaration": true },
    })
}
