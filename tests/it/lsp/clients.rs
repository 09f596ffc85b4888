//! Real editors, as they introduce themselves.

use std::path::Path;

use dateline::testing::client::Client;
use serde_json::Value;

use super::{Folder, WRONG_DAY, WRONG_DAY_WORDS, at, place};

/// The saved messages of real editors, beside the project where it is developed.
const SAVED: &str = "../shared/editors/initialize";

fn saved() -> Vec<(String, Value)> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    // From a worktree the folder lies one level higher.
    let folder = [own.join(SAVED), own.join("..").join(SAVED)].into_iter().find(|folder| folder.is_dir());
    let Some(folder) = folder else {
        eprintln!("skipped: {SAVED} is not here");
        return Vec::new();
    };
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let read = |path: &Path| -> (String, Value) {
        let text = std::fs::read_to_string(path).unwrap();
        (path.file_stem().unwrap().to_string_lossy().into_owned(), serde_json::from_str(&text).unwrap())
    };
    files.iter().map(|path| read(path)).collect()
}

/// The message with its folder moved to one of ours.
fn moved(params: &Value, folder: &Folder) -> Value {
    let text = params.to_string();
    let text = text.replace("file:///ws", folder.uri("").trim_end_matches('/'));
    serde_json::from_str(&text.replace("\"/ws", &format!("\"{}", folder.path()))).unwrap()
}

#[tokio::test]
async fn every_saved_editor_is_served() {
    for (name, params) in saved() {
        let folder = Folder::new(&[("a.txt", "Other text.\n"), ("b.txt", WRONG_DAY)]);
        let uri = folder.uri("a.txt");
        let mut client = Client::start();
        let answer = client.initialize(moved(&params, &folder)).await;
        let encoding = answer["capabilities"]["positionEncoding"].as_str().unwrap();
        let offers = params.pointer("/capabilities/general/positionEncodings").cloned().unwrap_or_default();
        let best = if offers.to_string().contains("utf-8") { "utf-8" } else { "utf-16" };
        assert_eq!(encoding, best, "{name}");
        client.settled().await;
        client.open(&uri, 0, &format!("\u{1F600} {WRONG_DAY}"));
        let found = match answer["capabilities"].get("diagnosticProvider") {
            None => client.published_at(&uri, 0).await.diagnostics,
            Some(_) => {
                let params = serde_json::json!({ "textDocument": { "uri": uri } });
                let report = client.request("textDocument/diagnostic", params).await.unwrap();
                report["items"].as_array().unwrap().clone()
            }
        };
        let pulls = answer["capabilities"].get("diagnosticProvider").is_some();
        assert_eq!(pulls, name.starts_with("vscode"), "{name}");
        let range = place(&format!("\u{1F600} {WRONG_DAY}"), WRONG_DAY_WORDS, encoding);
        assert_eq!(found[0]["range"], range, "{name}");
        for method in ["hover", "definition", "references", "documentHighlight", "documentSymbol"] {
            client.request(&format!("textDocument/{method}"), at(&uri, 0, 5)).await.unwrap();
        }
        client.request("workspace/symbol", serde_json::json!({ "query": "m" })).await.unwrap();
        client.settled().await;
        let status = client.request("dateline/status", Value::Null).await.unwrap();
        assert_eq!(status["documents"], 2, "{name}");
        assert_eq!(client.log(), Vec::<String>::new(), "{name}");
        assert_eq!(client.leave().await, 0, "{name}");
    }
}
