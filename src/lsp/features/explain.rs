//! `workspace/executeCommand` `dateline.explain`: why a finding is made, as the answer and in a message.
//!
//! Editors show the message each in its way: Neovim with its line breaks, VS Code as one paragraph. The
//! steps are numbered, so that both can be read.

use serde_json::{Value, json};
use tower_lsp::lsp_types::{Command, MessageType, TextDocumentIdentifier, Url};

use crate::base::cancel::Cancelled;
use crate::checks::{self, Finding};
use crate::ide::explain::{Explained, steps, words};
use crate::lsp::features::Query;

/// The command's name.
pub const COMMAND: &str = "dateline.explain";

/// The command that explains a finding.
pub fn command(title: &str, uri: &Url, finding: &Finding) -> Command {
    let arguments = vec![json!({ "uri": uri, "fingerprint": finding.fingerprint.to_string() })];
    Command { title: title.to_owned(), command: COMMAND.to_owned(), arguments: Some(arguments) }
}

/// The explanation of the finding that the command's argument names.
pub fn answer(query: &Query, arguments: &[Value]) -> Result<Option<Value>, Cancelled> {
    let argument = arguments.first().unwrap_or(&Value::Null);
    let text = explanation(query, argument).unwrap_or_else(|| "This is not found any more.".to_owned());
    let (client, message) = (query.session.client().clone(), text.clone());
    query.session.spawn(async move { client.show_message(MessageType::INFO, message).await });
    Ok(Some(text.into()))
}

fn explanation(query: &Query, argument: &Value) -> Option<String> {
    let uri = Url::parse(argument["uri"].as_str()?).ok()?;
    let wanted = argument["fingerprint"].as_str()?;
    let doc = query.doc(&TextDocumentIdentifier { uri })?;
    let mut found = checks::findings(&query.snapshot, doc).into_iter();
    let finding = found.find(|finding| finding.fingerprint.to_string() == wanted)?;
    let steps = steps(&query.snapshot, &finding);
    Some(words(&query.snapshot, &Explained { finding, steps }))
}
