//! Requests: one answer each, whatever becomes of them.

use dateline::testing::client::Client;
use serde_json::{Value, json};

use super::{Folder, WRONG_DAY, able, at, bare};

const URI: &str = "file:///nowhere/a.txt";

#[tokio::test]
async fn unknown_methods_are_said_to_be_unknown() {
    let mut client = Client::begin(bare()).await;
    let error = client.request("workspace/noSuchThing", json!({})).await.unwrap_err();
    assert_eq!(error["code"], -32601);
    // The library leaves these without any answer.
    let error = client.request("$/noSuchThing", json!({})).await.unwrap_err();
    assert_eq!(error["code"], -32601);
    client.notify("$/noSuchThing", json!({}));
    client.notify("workspace/noSuchThing", json!({}));
    let error = client.request("textDocument/hover", json!({ "textDocument": 5 })).await.unwrap_err();
    assert_eq!(error["code"], -32602);
    assert_eq!(client.leave().await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cancelled_request_is_answered_at_once_and_its_work_stops() {
    let mut client = Client::begin(bare()).await;
    let slow: Vec<i64> = (0..20).map(|_| client.ask("dateline/slow", json!({ "ms": 600_000 }))).collect();
    slow.iter().for_each(|id| client.cancel(*id));
    for id in slow {
        assert_eq!(client.answer(id).await.unwrap_err()["code"], -32800);
    }
    client.cancel(12_345);
    client.notify("$/cancelRequest", json!({ "id": "x" }));
    client.notify("$/cancelRequest", json!({}));
    client.settled().await;
    // The runtime ends only when its threads do: the work has stopped if this test ends.
    assert_eq!(client.leave().await, 0);
}

#[tokio::test]
async fn places_and_documents_that_are_not_there_have_no_answer() {
    let folder = Folder::new(&[("a.txt", WRONG_DAY)]);
    let mut client = Client::begin(able(Some(&folder))).await;
    client.open(&folder.uri("b.txt"), 1, "Petrov");
    for uri in [folder.uri("a.txt"), folder.uri("b.txt"), folder.uri("none.txt"), "untitled:x".to_owned()] {
        for (line, column) in [(1_000_000, 0), (0, 1_000_000), (2_147_483_647, 2_147_483_647)] {
            for method in ["hover", "definition", "references", "documentHighlight"] {
                client.request(&format!("textDocument/{method}"), at(&uri, line, column)).await.unwrap();
            }
        }
        client.request("textDocument/documentSymbol", at(&uri, 0, 0)).await.unwrap();
    }
    client.request("workspace/symbol", json!({ "query": "" })).await.unwrap();
    assert_eq!(client.leave().await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_hundred_requests_in_flight_are_all_answered() {
    let mut client = Client::begin(bare()).await;
    client.open(URI, 1, WRONG_DAY);
    let ids: Vec<i64> = (0..200u32)
        .map(|number| match number % 4 {
            0 => client.ask("dateline/slow", json!({ "ms": 20, "uri": URI })),
            1 => client.ask("textDocument/hover", at(URI, 0, number)),
            2 => client.ask("dateline/text", json!({ "uri": URI })),
            _ => client.ask("textDocument/documentSymbol", at(URI, 0, 0)),
        })
        .collect();
    for id in ids.into_iter().rev() {
        client.answer(id).await.unwrap();
    }
    assert_eq!(client.leave().await, 0);
}

#[tokio::test]
async fn one_id_twice_is_answered_twice_and_harms_nothing() {
    let mut client = Client::begin(bare()).await;
    let slow = client.ask("dateline/slow", json!({ "ms": 50 }));
    let again = json!({ "jsonrpc": "2.0", "id": slow, "method": "dateline/text", "params": {} });
    client.body(again.to_string());
    // The first answer to come is the refusal of the second request.
    assert_eq!(client.answer(slow).await.unwrap_err()["code"], -32600);
    client.expect_another(slow);
    client.answer(slow).await.unwrap();
    assert_eq!(client.leave().await, 0);
}

#[tokio::test]
async fn a_panic_costs_its_own_answer_only() {
    let mut client = Client::begin(bare()).await;
    client.open(URI, 1, "one");
    for place in ["handler", "pool"] {
        let error = client.request("dateline/panic", json!({ "where": place })).await.unwrap_err();
        assert_eq!(error["code"], -32603, "{place}");
        client.change(URI, 2, json!([{ "text": place }]));
        let text = client.request("dateline/text", json!({ "uri": URI })).await.unwrap();
        assert!(text["text"].is_string());
    }
    assert_eq!(client.leave().await, 0);
}

#[tokio::test]
async fn the_status_tells_what_is_there() {
    let folder = Folder::new(&[("a.txt", WRONG_DAY), ("b.md", "# B\n"), ("c.rs", "fn main() {}")]);
    let mut client = Client::begin(able(Some(&folder))).await;
    client.open(&folder.uri("a.txt"), 1, WRONG_DAY);
    for params in [Value::Null, json!({}), json!([])] {
        let status = client.request("dateline/status", params).await.unwrap();
        assert_eq!((&status["documents"], &status["open"]), (&json!(2), &json!(1)), "{status}");
        assert_eq!(status["complete"], true);
    }
    assert_eq!(client.leave().await, 0);
}
