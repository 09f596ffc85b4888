//! Features across articles, in the shape that each client can take.

use dateline::testing::client::Client;
use serde_json::{Value, json};

use super::{Folder, able, at, bare, place};

/// The closed article: it has the fullest account.
const FULL: &str = "MOSCOW, February 18, 2020 -\n\nRussian Foreign Minister Sergey Petrov spoke in Moscow. \
    Petrov met Vedat Öner.\n";

/// The open one, with an astral character and a combining one before the name.
const SHORT: &str = "\u{1F600} e\u{301} and Sergey Petrov left Moscow. Petrov was late.\n";

fn folder() -> Folder {
    Folder::new(&[("a b.txt", FULL), ("c.txt", SHORT)])
}

/// `able`, but with columns in this unit.
fn counting(folder: &Folder, encoding: &str) -> Value {
    let mut params = able(Some(folder));
    params["capabilities"]["general"] = json!({ "positionEncodings": [encoding] });
    params
}

#[tokio::test]
async fn references_lead_to_closed_articles_in_every_unit() {
    let folder = folder();
    let (closed, open) = (folder.uri("a b.txt"), folder.uri("c.txt"));
    for encoding in ["utf-8", "utf-16", "utf-32"] {
        let mut client = Client::begin(counting(&folder, encoding)).await;
        client.open(&open, 1, SHORT);
        let name = place(SHORT, "Sergey Petrov", encoding);
        let column = |end: &str| name[end]["character"].as_u64().unwrap() as u32;
        for (column, found) in [
            (column("start") - 1, false),
            (column("start"), true),
            (column("end"), true),
            (column("end") + 2, false),
        ] {
            let params = at(&open, 0, column);
            let hover = client.request("textDocument/hover", params.clone()).await.unwrap();
            assert_eq!(hover.is_object(), found, "{encoding} {column}: {hover}");
            if !found {
                continue;
            }
            assert_eq!(hover["range"], name, "{encoding}");
            let references = client.request("textDocument/references", params).await.unwrap();
            let references = references.as_array().unwrap();
            let location = |uri: &str, text: &str| json!({ "uri": uri, "range": place(text, "Sergey Petrov", encoding) });
            assert!(references.contains(&location(&closed, FULL)), "{encoding}: {references:#?}");
            assert!(references.contains(&location(&open, SHORT)), "{encoding}: {references:#?}");
        }
        assert_eq!(client.leave().await, 0);
    }
}

#[tokio::test]
async fn an_edit_moves_every_answer_behind_it() {
    let folder = folder();
    let open = folder.uri("c.txt");
    let mut client = Client::begin(able(Some(&folder))).await;
    client.open(&open, 1, SHORT);
    let name = place(SHORT, "Sergey Petrov", "utf-8");
    let column = name["start"]["character"].as_u64().unwrap() as u32;
    client.edit(&open, 2, (0, 0), (0, 0), "Headline\n\n");
    let before = client.ask("textDocument/hover", at(&open, 2, column));
    client.edit(&open, 3, (0, 0), (0, 0), "Another\n\n");
    let behind = client.ask("textDocument/hover", at(&open, 4, column));
    for (id, line) in [(before, 2), (behind, 4)] {
        assert_eq!(
            client.answer(id).await.unwrap()["range"]["start"],
            json!({ "line": line, "character": column })
        );
    }
    assert_eq!(client.leave().await, 0);
}

#[tokio::test]
async fn definition_is_a_link_or_a_location() {
    let folder = folder();
    let (closed, open) = (folder.uri("a b.txt"), folder.uri("c.txt"));
    let mut plain = bare();
    plain["rootUri"] = folder.uri("").into();
    for (params, encoding) in [(able(Some(&folder)), "utf-8"), (plain, "utf-16")] {
        let links = params["capabilities"] != json!({});
        let mut client = Client::begin(params).await;
        client.open(&open, 1, SHORT);
        let name = place(SHORT, "Sergey Petrov", encoding);
        let column = name["start"]["character"].as_u64().unwrap() as u32;
        let answer = client.request("textDocument/definition", at(&open, 0, column)).await.unwrap();
        let target = place(FULL, "Sergey Petrov", encoding);
        if links {
            assert_eq!(answer[0]["originSelectionRange"], name);
            assert_eq!(
                (&answer[0]["targetUri"], &answer[0]["targetSelectionRange"]),
                (&json!(closed), &target)
            );
        } else {
            assert_eq!(answer, json!({ "uri": closed, "range": target }));
        }
        assert_eq!(client.leave().await, 0);
    }
}

#[tokio::test]
async fn hover_is_markdown_only_where_it_can_be_shown() {
    let folder = folder();
    let open = folder.uri("c.txt");
    let mut plain = bare();
    plain["rootUri"] = folder.uri("").into();
    plain["capabilities"] = json!({ "textDocument": { "hover": { "contentFormat": ["plaintext"] } } });
    for (params, kind) in [(able(Some(&folder)), "markdown"), (plain, "plaintext")] {
        let mut client = Client::begin(params).await;
        client.open(&open, 1, SHORT);
        let line = client.request("textDocument/hover", at(&open, 0, 20)).await.unwrap();
        let contents = &line["contents"];
        assert_eq!(contents["kind"], kind);
        let value = contents["value"].as_str().unwrap();
        assert!(value.contains("Sergey Petrov"), "{value}");
        let marked = value.contains("**") || value.contains("](file:");
        assert_eq!(marked, kind == "markdown", "{value}");
        assert_eq!(value.contains("a%20b.txt#L3)"), kind == "markdown", "{value}");
        assert_eq!(client.leave().await, 0);
    }
}

#[tokio::test]
async fn symbols_are_a_tree_or_a_list() {
    let folder = folder();
    let closed = folder.uri("a b.txt");
    let mut plain = bare();
    plain["rootUri"] = folder.uri("").into();
    for (params, tree) in [(able(Some(&folder)), true), (plain, false)] {
        let mut client = Client::begin(params).await;
        let symbols = client.request("textDocument/documentSymbol", at(&closed, 0, 0)).await.unwrap();
        let symbols = symbols.as_array().unwrap();
        assert!(!symbols.is_empty());
        for symbol in symbols {
            assert_eq!(symbol.get("selectionRange").is_some(), tree, "{symbol}");
            assert_eq!(symbol.get("location").is_some(), !tree, "{symbol}");
        }
        let found = client.request("workspace/symbol", json!({ "query": "petr" })).await.unwrap();
        assert_eq!(found[0]["name"], "Sergey Petrov", "{found}");
        assert!(found[0]["location"]["range"]["start"].is_object());
        let same = client.request("textDocument/documentHighlight", at(&closed, 2, 30)).await.unwrap();
        assert!(same.as_array().unwrap().len() >= 2, "{same}");
        assert_eq!(client.leave().await, 0);
    }
}

#[cfg(unix)]
#[tokio::test]
async fn a_folder_opened_through_a_link_is_one_folder() {
    let folder = folder();
    let link = Folder::new(&[]);
    std::os::unix::fs::symlink(folder.path(), link.path().join("articles")).unwrap();
    let mut params = bare();
    params["rootUri"] = link.uri("articles").into();
    let mut client = Client::begin(params).await;
    // The editor resolves links for one file and not for the other.
    client.open(&folder.uri("c.txt"), 1, SHORT);
    client.open(&link.uri("articles/a b.txt"), 1, FULL);
    let status = client.request("dateline/status", Value::Null).await.unwrap();
    assert_eq!(status["documents"], 2, "each file once");
    let answer = client.request("textDocument/definition", at(&folder.uri("c.txt"), 0, 20)).await.unwrap();
    assert_eq!(answer["uri"], link.uri("articles/a b.txt"), "as the client calls it");
    assert_eq!(client.leave().await, 0);
}
