//! What is no message does not end the session.

use dateline::testing::client::Client;
use serde_json::json;

use super::{WRONG_DAY, bare};

#[tokio::test]
async fn bad_bodies_are_answered_and_life_goes_on() {
    let mut client = Client::begin(bare()).await;
    for (body, code) in [
        (&b"{\"jsonrpc\": \"2.0\", \"method\": "[..], -32700),
        (b"{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"x\xff\"}", -32700),
        (b"{\"hello\": 1}", -32600),
        (b"[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"shutdown\"}]", -32600),
        (b"", -32700),
        (b"\"text\"", -32600),
        (b"{\"jsonrpc\":\"1.0\",\"method\":\"x\"}", -32600),
        (b"{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"x\"}", -32600),
    ] {
        client.body(body);
        assert_eq!(client.refusal().await["code"], code, "{}", String::from_utf8_lossy(body));
        let error = client.request("workspace/noSuchThing", json!({})).await.unwrap_err();
        assert_eq!(error["code"], -32601);
    }
    assert_eq!(client.leave().await, 0);
}

#[tokio::test]
async fn broken_headers_are_answered_and_life_goes_on() {
    let mut client = Client::begin(bare()).await;
    for noise in [
        "Content-Length: many\r\n\r\n",
        "Content-Length: 99999999999999\r\n\r\n",
        "No-Length: 1\r\n\r\n{}",
        "Content-Length: 4\r\n\r\n{\"jsonrpc\":\"2.0\",\"method\":\"x\"}",
    ] {
        client.raw(noise);
        client.settled().await;
        client.refusal().await;
    }
    assert_eq!(client.leave().await, 0);
}

#[tokio::test]
async fn edits_behind_a_bad_message_still_count() {
    let mut client = Client::begin(bare()).await;
    client.open("file:///a.txt", 1, WRONG_DAY);
    client.body("{");
    client.edit("file:///a.txt", 2, (0, 0), (0, 0), "Then ");
    let text = client.request("dateline/text", json!({ "uri": "file:///a.txt" })).await.unwrap();
    assert_eq!(
        (text["version"].as_i64(), text["text"].as_str()),
        (Some(2), Some(&*format!("Then {WRONG_DAY}")))
    );
    client.refusal().await;
    assert_eq!(client.leave().await, 0);
}

#[tokio::test]
async fn an_answer_that_nobody_asked_for_is_ignored() {
    let mut client = Client::begin(bare()).await;
    client.body(r#"{"jsonrpc":"2.0","id":99,"result":null}"#);
    client.body(r#"{"jsonrpc":"2.0","id":"x","error":{"code":1,"message":"no"}}"#);
    client.settled().await;
    assert_eq!(client.leave().await, 0);
}
