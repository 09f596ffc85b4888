//! How a session begins and ends.

use dateline::testing::client::Client;
use serde_json::{Value, json};

use super::{able, at, bare};

const SLOW: &str = "dateline/slow";

#[tokio::test]
async fn the_answer_names_the_server_and_what_it_can() {
    let mut client = Client::start();
    let answer = client.initialize(able(None)).await;
    assert_eq!(answer["serverInfo"], json!({ "name": "dateline", "version": env!("CARGO_PKG_VERSION") }));
    let can = &answer["capabilities"];
    assert_eq!(
        can["textDocumentSync"],
        json!({ "openClose": true, "change": 2, "save": { "includeText": false } })
    );
    assert_eq!(
        can["workspace"]["workspaceFolders"],
        json!({ "supported": true, "changeNotifications": true })
    );
    for provider in
        ["hover", "definition", "references", "documentHighlight", "documentSymbol", "workspaceSymbol"]
    {
        assert_eq!(can[format!("{provider}Provider")], true, "{provider}");
    }
    assert_eq!(client.leave().await, 0);
}

#[tokio::test]
async fn before_initialize_requests_are_refused_and_notes_ignored() {
    let mut client = Client::start();
    client.open("file:///a.txt", 1, "a");
    let error = client.request("textDocument/hover", at("file:///a.txt", 0, 0)).await.unwrap_err();
    assert_eq!(error["code"], -32002);
    client.initialize(bare()).await;
    let text = client.request("dateline/text", json!({ "uri": "file:///a.txt" })).await.unwrap();
    assert_eq!(text["text"], Value::Null);
    let error = client.request("initialize", bare()).await.unwrap_err();
    assert_eq!(error["code"], -32600, "a second time");
    assert_eq!(client.leave().await, 0);
}

#[tokio::test]
async fn a_message_that_the_protocol_types_cannot_read_is_served() {
    let mut client = Client::start();
    let odd = json!({
        "processId": "none", "rootUri": 5, "workspaceFolders": "no", "trace": "loud",
        "capabilities": { "textDocument": { "hover": true }, "general": { "positionEncodings": ["utf-32"] } },
    });
    let answer = client.initialize(odd).await;
    assert_eq!(answer["capabilities"]["positionEncoding"], "utf-32");
    assert_eq!(client.leave().await, 0);
}

#[tokio::test]
async fn shutdown_takes_null_and_nothing_counts_behind_it() {
    let mut client = Client::begin(bare()).await;
    client.body(r#"{"jsonrpc":"2.0","id":null,"method":"$/noSuchThing"}"#);
    client.refusal().await;
    let id = client.ask("shutdown", json!([]));
    assert_eq!(client.answer(id).await, Ok(Value::Null));
    let error = client.request("textDocument/hover", at("file:///a.txt", 0, 0)).await.unwrap_err();
    assert_eq!(error["code"], -32600);
    client.open("file:///a.txt", 1, "a");
    client.body(r#"{"jsonrpc":"2.0","method":"exit","params":null}"#);
    assert_eq!(client.ended().await, 0);
}

#[tokio::test]
async fn exit_without_shutdown_is_a_failure() {
    let mut client = Client::begin(bare()).await;
    client.notify("exit", Value::Null);
    assert_eq!(client.ended().await, 1);
    let mut client = Client::start();
    client.notify("exit", Value::Null);
    assert_eq!(client.ended().await, 1, "before initialize");
}

#[tokio::test]
async fn the_end_of_input_ends_the_server() {
    assert_eq!(Client::start().hang_up().await, 1);
    let client = Client::begin(able(None)).await;
    assert_eq!(client.hang_up().await, 1);
    let mut client = Client::begin(able(None)).await;
    client.request("shutdown", Value::Null).await.unwrap();
    assert_eq!(client.hang_up().await, 0, "shut down before");
    let client = Client::begin(able(None)).await;
    client.raw("Content-Length: 100\r\n\r\n{\"cut");
    assert_eq!(client.hang_up().await, 1, "within a message");
}

#[tokio::test(flavor = "multi_thread")]
async fn slow_requests_do_not_hold_up_the_end() {
    for leaving in ["exit", "end of input"] {
        let mut client = Client::begin(bare()).await;
        for _ in 0..4 {
            client.ask(SLOW, json!({ "ms": 600_000 }));
        }
        if leaving == "exit" {
            client.notify("exit", Value::Null);
            client.ended().await;
        } else {
            client.hang_up().await;
        }
    }
}

#[cfg(unix)]
#[tokio::test(start_paused = true)]
async fn the_death_of_the_editor_ends_the_server() {
    let mut editor = std::process::Command::new("sleep").arg("600").spawn().unwrap();
    let mut client = Client::start();
    let mut params = bare();
    params["processId"] = editor.id().into();
    client.initialize(params).await;
    client.settled().await;
    editor.kill().unwrap();
    editor.wait().unwrap();
    assert_eq!(client.ended().await, 1);
}

#[tokio::test]
async fn an_editor_that_cannot_be_seen_is_not_taken_for_dead() {
    let mut params = bare();
    params["processId"] = 0x7fff_fffe.into();
    let client = Client::begin(params).await;
    assert_eq!(client.leave().await, 0);
}
