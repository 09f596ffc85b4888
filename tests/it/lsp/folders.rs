//! Folders: read at the start, added, removed, watched; settings that lie in them.

use dateline::testing::client::Client;
use serde_json::{Value, json};

use super::{Folder, WRONG_DAY, able, bare};

async fn documents(client: &mut Client) -> u64 {
    client.settled().await;
    client.request("dateline/status", Value::Null).await.unwrap()["documents"].as_u64().unwrap()
}

#[tokio::test]
async fn a_folder_is_read_with_progress_and_watched() {
    let files: Vec<(String, &str)> = (0..600).map(|number| (format!("n{number}.txt"), "Text.\n")).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), *text)).collect();
    let folder = Folder::new(&files);
    let mut client = Client::begin(able(Some(&folder))).await;
    assert_eq!(documents(&mut client).await, 600);
    let progress = client.notes("$/progress");
    let kinds: Vec<&str> = progress.iter().map(|note| note["value"]["kind"].as_str().unwrap()).collect();
    assert_eq!((kinds.first(), kinds.last()), (Some(&"begin"), Some(&"end")));
    assert_eq!(progress.last().unwrap()["value"]["message"], "600 articles");
    let asked: Vec<String> = client.requests().into_iter().map(|(method, _)| method).collect();
    assert!(asked.contains(&"window/workDoneProgress/create".to_owned()), "{asked:?}");
    assert!(asked.contains(&"client/registerCapability".to_owned()), "{asked:?}");
    assert_eq!(client.leave().await, 0);
}

#[tokio::test]
async fn the_root_alone_is_a_folder_too() {
    let folder = Folder::new(&[("a.txt", "A"), ("deep/b.md", "B")]);
    for (key, value) in [("rootUri", folder.uri("")), ("rootPath", folder.path().to_string())] {
        let mut params = bare();
        params[key] = value.into();
        let mut client = Client::begin(params).await;
        assert_eq!(documents(&mut client).await, 2, "{key}");
        assert!(client.requests().is_empty(), "nothing is asked of a client that can nothing");
        assert_eq!(client.leave().await, 0);
    }
}

#[tokio::test]
async fn without_a_folder_only_the_open_file_counts() {
    let folder = Folder::new(&[("a.txt", "A"), ("b.txt", "B")]);
    let mut client = Client::begin(able(None)).await;
    client.open(&folder.uri("a.txt"), 1, "A");
    assert_eq!(documents(&mut client).await, 1);
    client.close(&folder.uri("a.txt"));
    assert_eq!(documents(&mut client).await, 0);
    assert_eq!(client.leave().await, 0);
}

#[tokio::test]
async fn folders_come_and_go() {
    let one = Folder::new(&[("a.txt", "A"), ("sub/b.txt", "B")]);
    let two = Folder::new(&[("c.txt", "C")]);
    let mut client = Client::begin(able(Some(&one))).await;
    let folder = |uri: String| json!([{ "uri": uri, "name": "x" }]);
    let change = |added: Value, removed: Value| json!({ "event": { "added": added, "removed": removed } });
    client.notify("workspace/didChangeWorkspaceFolders", change(folder(two.uri("")), json!([])));
    assert_eq!(documents(&mut client).await, 3);
    client.notify("workspace/didChangeWorkspaceFolders", change(folder(one.uri("sub")), folder(one.uri(""))));
    assert_eq!(documents(&mut client).await, 2, "b.txt lies in a folder still");
    client.notify("workspace/didChangeWorkspaceFolders", change(json!([]), folder(two.uri(""))));
    assert_eq!(documents(&mut client).await, 1);
    client.notify("workspace/didChangeWorkspaceFolders", change(json!([]), folder(two.uri(""))));
    assert_eq!(documents(&mut client).await, 1, "it was gone already");
    assert_eq!(client.leave().await, 0);
}

#[tokio::test]
async fn files_that_change_on_disk_are_read_again() {
    let folder = Folder::new(&[("a.txt", "A"), ("b.txt", "B"), ("sub/c.txt", "C"), ("sub/d.txt", "D")]);
    let mut client = Client::begin(able(Some(&folder))).await;
    let changed = |name: &str, kind: u32| json!({ "changes": [{ "uri": folder.uri(name), "type": kind }] });
    folder.write("new.txt", "N");
    client.notify("workspace/didChangeWatchedFiles", changed("new.txt", 1));
    assert_eq!(documents(&mut client).await, 5);
    std::fs::remove_file(folder.path().join("a.txt")).unwrap();
    client.notify("workspace/didChangeWatchedFiles", changed("a.txt", 3));
    assert_eq!(documents(&mut client).await, 4);
    std::fs::remove_dir_all(folder.path().join("sub")).unwrap();
    client.notify("workspace/didChangeWatchedFiles", changed("sub", 3));
    assert_eq!(documents(&mut client).await, 2, "a whole folder went");
    folder.write("c.rs", "fn main() {}");
    folder.write(".hidden/e.txt", "E");
    client.notify("workspace/didChangeWatchedFiles", changed("c.rs", 1));
    client.notify("workspace/didChangeWatchedFiles", changed(".hidden/e.txt", 1));
    assert_eq!(documents(&mut client).await, 2, "what is not read at the start is not read later");
    assert_eq!(client.leave().await, 0);
}

#[tokio::test]
async fn a_closed_file_is_what_the_disk_says() {
    let folder = Folder::new(&[("a.txt", "A")]);
    let uri = folder.uri("a.txt");
    let mut client = Client::begin(able(Some(&folder))).await;
    client.open(&uri, 1, "A");
    client.edit(&uri, 2, (0, 0), (0, 1), "not saved");
    client.close(&uri);
    client.settled().await;
    let text = client.request("dateline/text", json!({ "uri": uri })).await.unwrap();
    assert_eq!((&text["text"], &text["version"]), (&json!("A"), &Value::Null));
    client.open(&uri, 1, "A");
    client.edit(&uri, 2, (0, 0), (0, 1), "saved");
    folder.write("a.txt", "saved");
    client.notify("textDocument/didSave", json!({ "textDocument": { "uri": uri } }));
    client.close(&uri);
    client.settled().await;
    let text = client.request("dateline/text", json!({ "uri": uri })).await.unwrap();
    assert_eq!(text["text"], "saved");
    assert_eq!(client.leave().await, 0);
}

#[tokio::test]
async fn settings_come_from_the_folder_and_over_it_from_the_client() {
    let folder = Folder::new(&[("dateline.toml", "[checks]\nweekday-mismatch = \"hint\"\n")]);
    let uri = folder.uri("a.txt");
    let severity = async |client: &mut Client| {
        client.settled().await;
        client.published(&uri).unwrap().diagnostics.first().map(|found| found["severity"].as_i64().unwrap())
    };
    let mut client = Client::begin(able(Some(&folder))).await;
    client.open(&uri, 1, WRONG_DAY);
    assert_eq!(severity(&mut client).await, Some(4), "of the file");
    let set = |value: Value| json!({ "settings": { "dateline": { "checks": value } } });
    client.notify("workspace/didChangeConfiguration", set(json!({ "weekday-mismatch": "error" })));
    assert_eq!(severity(&mut client).await, Some(1), "of the client");
    client.notify("workspace/didChangeConfiguration", set(json!({ "weekday-mismatch": "loud" })));
    assert_eq!(severity(&mut client).await, Some(4), "a bad value is none");
    assert!(client.log().iter().any(|line| line.contains("loud")), "{:?}", client.log());
    client.set_configuration(json!({ "checks": { "weekday-mismatch": "information" } }));
    client.notify("workspace/didChangeConfiguration", json!({ "settings": null }));
    assert_eq!(severity(&mut client).await, Some(3), "fetched from the client");
    client.notify("workspace/didChangeConfiguration", set(json!({ "weekday-mismatch": "off" })));
    assert_eq!(severity(&mut client).await, None);
    client.notify("workspace/didChangeConfiguration", json!({ "settings": {} }));
    folder.write("dateline.toml", "[checks]\nweekday-mismatch = \"warning\"\n");
    let changed = json!({ "changes": [{ "uri": folder.uri("dateline.toml"), "type": 2 }] });
    client.notify("workspace/didChangeWatchedFiles", changed);
    assert_eq!(severity(&mut client).await, Some(2), "the file changed");
    assert_eq!(client.leave().await, 0);
}

#[tokio::test]
async fn settings_may_come_with_initialize() {
    let mut params = bare();
    params["initializationOptions"] = json!({ "checks": { "weekday-mismatch": "hint" }, "odd": 1 });
    let mut client = Client::begin(params).await;
    client.open("file:///nowhere/a.txt", 1, WRONG_DAY);
    let found = client.published_at("file:///nowhere/a.txt", 1).await.diagnostics;
    assert_eq!(found[0]["severity"], 4);
    assert!(client.log().iter().any(|line| line.contains("odd")), "{:?}", client.log());
    assert_eq!(client.leave().await, 0);
}

#[tokio::test]
async fn what_is_asked_while_the_folder_is_read_is_answered_for_all_of_it() {
    let text = "Envoys meet\n\nForeign Minister Ann Weber spoke.\n";
    let files: Vec<(String, &str)> = (0..300).map(|number| (format!("n{number}.txt"), text)).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), *text)).collect();
    let folder = Folder::new(&files);
    let mut client = Client::begin(able(Some(&folder))).await;
    client.open(&folder.uri("n7.txt"), 1, text);
    let place = json!({
        "textDocument": { "uri": folder.uri("n7.txt") },
        "position": { "line": 2, "character": 20 },
        "context": { "includeDeclaration": true },
    });
    let references = client.ask("textDocument/references", place.clone());
    let symbols = client.ask("workspace/symbol", json!({ "query": "weber" }));
    let stopped = client.ask("textDocument/references", place);
    client.cancel(stopped);
    assert_eq!(client.answer(references).await.unwrap().as_array().unwrap().len(), 300);
    assert_eq!(client.answer(symbols).await.unwrap().as_array().unwrap().len(), 1);
    // Stopped or answered, but not left waiting.
    let _ = client.answer(stopped).await;
    assert_eq!(client.leave().await, 0);
}
