//! Open documents: their text, their versions, their findings.

use dateline::testing::client::Client;
use serde_json::{Value, json};

use super::{Folder, WRONG_DAY, WRONG_DAY_WORDS, able, bare, place};

const URI: &str = "file:///nowhere/a.txt";

fn codes(diagnostics: &[Value]) -> Vec<&str> {
    diagnostics.iter().map(|diagnostic| diagnostic["code"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn findings_come_with_the_version_and_go_with_the_mistake() {
    let mut client = Client::begin(bare()).await;
    client.open(URI, 3, WRONG_DAY);
    let found = client.published_at(URI, 3).await.diagnostics;
    assert_eq!(codes(&found), ["weekday-mismatch"]);
    assert_eq!(found[0]["source"], "dateline");
    assert_eq!(found[0]["range"], place(WRONG_DAY, WRONG_DAY_WORDS, "utf-16"));
    client.edit(URI, 4, (0, 12), (0, 19), "Thursday");
    assert_eq!(client.published_at(URI, 4).await.diagnostics, [] as [Value; 0]);
    client.edit(URI, 5, (0, 12), (0, 20), "Monday");
    assert_eq!(client.published_at(URI, 5).await.diagnostics.len(), 1);
    client.close(URI);
    client.settled().await;
    let last = client.published(URI).unwrap();
    assert_eq!((last.version, last.diagnostics), (None, Vec::new()), "closed");
    assert_eq!(client.leave().await, 0);
}

#[tokio::test]
async fn nothing_is_published_twice() {
    let mut client = Client::begin(bare()).await;
    client.open(URI, 1, WRONG_DAY);
    client.settled().await;
    let other = "file:///nowhere/b.txt";
    client.open(other, 1, "Nothing here.");
    client.edit(other, 2, (0, 0), (0, 0), "Nothing at all. ");
    client.settled().await;
    assert_eq!(client.published(URI).unwrap().times, 1, "an edit elsewhere changes nothing here");
    assert_eq!(client.leave().await, 0);
}

#[tokio::test]
async fn columns_count_in_the_agreed_unit() {
    // An astral character, a combining one and one of two bytes before the words; three line ends.
    let text = format!("Ünal\r\nline\rtwo\n\u{1F600}e\u{301}\u{e9} {WRONG_DAY}");
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    for encoding in ["utf-8", "utf-16", "utf-32"] {
        let mut client = Client::start();
        let mut params = bare();
        params["capabilities"] = json!({ "general": { "positionEncodings": [encoding] } });
        let answer = client.initialize(params).await;
        // A client has to know UTF-16 whatever it offers, so UTF-8 is taken where it is offered at all.
        assert_eq!(answer["capabilities"]["positionEncoding"], encoding);
        client.open(URI, 1, &text);
        let found = client.published_at(URI, 1).await.diagnostics;
        let range = place(&lines, WRONG_DAY_WORDS, encoding);
        assert_eq!(found[0]["range"], range, "{encoding}");
        // The same range, replaced, makes the text right.
        let words = WRONG_DAY_WORDS.replace("Tuesday", "Thursday");
        client.change(URI, 2, json!([{ "range": range, "text": words }]));
        assert!(client.published_at(URI, 2).await.diagnostics.is_empty(), "{encoding}");
        let now = client.request("dateline/text", json!({ "uri": URI })).await.unwrap();
        assert_eq!(now["text"], text.replace("Tuesday", "Thursday"));
        assert_eq!(client.leave().await, 0);
    }
}

#[tokio::test]
async fn changes_of_one_notification_apply_one_after_another() {
    let mut client = Client::begin(bare()).await;
    client.open(URI, 1, "one two");
    let range = |start: u32, end: u32| json!({ "start": { "line": 0, "character": start }, "end": { "line": 0, "character": end } });
    client.change(
        URI,
        2,
        json!([
            { "range": range(0, 3), "text": "first" },
            { "range": range(6, 9), "rangeLength": 3, "text": "second" },
            { "range": range(99, 999), "text": "!" },
            { "range": range(5, 2), "text": "?" },
        ]),
    );
    let now = client.request("dateline/text", json!({ "uri": URI })).await.unwrap();
    assert_eq!(now["text"], "first? second!");
    client.change(URI, 3, json!([{ "text": "all new" }]));
    let now = client.request("dateline/text", json!({ "uri": URI })).await.unwrap();
    assert_eq!((now["text"].as_str(), now["version"].as_i64()), (Some("all new"), Some(3)));
    assert_eq!(client.leave().await, 0);
}

#[tokio::test]
async fn changes_that_make_no_sense_are_ignored_and_said() {
    let mut client = Client::begin(bare()).await;
    client.open(URI, 5, "text");
    client.change(URI, 5, json!([{ "text": "again" }]));
    client.change(URI, 4, json!([{ "text": "older" }]));
    client.change("file:///nowhere/closed.txt", 2, json!([{ "text": "x" }]));
    client.notify("textDocument/didChange", json!({ "textDocument": { "uri": URI, "version": null } }));
    client.notify("textDocument/didOpen", json!({ "textDocument": "no" }));
    client
        .notify("textDocument/didClose", json!({ "textDocument": { "uri": "file:///nowhere/closed.txt" } }));
    client.settled().await;
    let now = client.request("dateline/text", json!({ "uri": URI })).await.unwrap();
    assert_eq!((now["text"].as_str(), now["version"].as_i64()), (Some("text"), Some(5)));
    assert_eq!(client.log().len(), 5, "{:#?}", client.log());
    assert_eq!(client.leave().await, 0);
}

#[tokio::test]
async fn documents_that_are_no_files_are_served() {
    let mut client = Client::begin(able(None)).await;
    for uri in
        ["untitled:Untitled-1", "file:///c%3A/News/Vedat%20%C3%96ner%20(1).txt", "vscode-vfs://github/a/b.md"]
    {
        client.open(uri, 1, WRONG_DAY);
        assert_eq!(client.published_at(uri, 1).await.diagnostics.len(), 1, "{uri}");
        client.edit(uri, 2, (0, 12), (0, 19), "Thursday");
        assert!(client.published_at(uri, 2).await.diagnostics.is_empty(), "{uri}");
        client.close(uri);
    }
    client.settled().await;
    let status = client.request("dateline/status", Value::Null).await.unwrap();
    assert_eq!((&status["documents"], &status["open"]), (&json!(0), &json!(0)), "nothing is left");
    assert_eq!(client.leave().await, 0);
}

#[tokio::test]
async fn findings_after_many_edits_are_those_of_the_text_opened_anew() {
    let folder = Folder::new(&[("a.txt", WRONG_DAY)]);
    let uri = folder.uri("a.txt");
    let mut client = Client::begin(able(Some(&folder))).await;
    client.open(&uri, 1, WRONG_DAY);
    for version in 2..62 {
        let column = (version as u32 * 7) % 40;
        let text = ["teh ", "é", "\n", "\u{1F600}", "x"][version as usize % 5];
        client.edit(&uri, version, (0, column), (0, column + version as u32 % 2), text);
    }
    client.settled().await;
    let edited = client.published(&uri).unwrap();
    assert_eq!(edited.version, Some(61));
    let text = client.request("dateline/text", json!({ "uri": uri })).await.unwrap();
    client.close(&uri);
    client.settled().await;
    client.open(&uri, 1, text["text"].as_str().unwrap());
    let fresh = client.published_at(&uri, 1).await;
    assert_eq!(edited.diagnostics, fresh.diagnostics);
    assert_eq!(client.leave().await, 0);
}

#[tokio::test]
async fn a_document_closed_while_it_is_looked_at_keeps_no_findings() {
    let mut client = Client::begin(bare()).await;
    for version in 1..50 {
        client.open(URI, version, WRONG_DAY);
        client.close(URI);
    }
    client.settled().await;
    assert!(client.published(URI).is_none_or(|last| last.diagnostics.is_empty()));
    assert_eq!(client.leave().await, 0);
}
