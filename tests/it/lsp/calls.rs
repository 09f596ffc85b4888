//! Call hierarchy: who called, met and signed with whom.

use dateline::testing::client::Client;
use serde_json::{Value, json};

use super::{Folder, able, at, place};

const TEXT: &str = "LIMA, March 11, 2031 -\n\nPeruvian Foreign Minister Ann Weber telephoned Kenyan Foreign Minister \
    Daniel Otieno on Monday.\nPeru and Kenya signed a fisheries agreement in Lima on Sunday.\n";

async fn prepared(client: &mut Client, uri: &str, name: &str) -> Value {
    let start = place(TEXT, name, "utf-8")["start"].clone();
    let (line, column) = (start["line"].as_u64().unwrap(), start["character"].as_u64().unwrap());
    let params = at(uri, u32::try_from(line).unwrap(), u32::try_from(column).unwrap());
    let items = client.request("textDocument/prepareCallHierarchy", params).await.unwrap();
    items[0].clone()
}

fn names(calls: &Value, side: &str) -> Vec<String> {
    let calls = calls.as_array().unwrap().iter();
    calls.map(|call| call[side]["name"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn the_caller_calls_and_the_called_is_called() {
    let folder = Folder::new(&[("a.txt", TEXT)]);
    let uri = folder.uri("a.txt");
    let mut client = Client::begin(able(Some(&folder))).await;
    let caller = prepared(&mut client, &uri, "Ann Weber").await;
    let called = prepared(&mut client, &uri, "Daniel Otieno").await;
    assert_eq!((&caller["name"], &called["name"]), (&json!("Ann Weber"), &json!("Daniel Otieno")));

    let of = |item: &Value| json!({ "item": item });
    let outgoing = client.request("callHierarchy/outgoingCalls", of(&caller)).await.unwrap();
    assert_eq!(names(&outgoing, "to"), ["Daniel Otieno"]);
    assert_eq!(outgoing[0]["to"]["detail"], "telephoned");
    assert_eq!(outgoing[0]["fromRanges"], json!([place(TEXT, "telephoned", "utf-8")]));
    let incoming = client.request("callHierarchy/incomingCalls", of(&called)).await.unwrap();
    assert_eq!(names(&incoming, "from"), ["Ann Weber"]);
    let nobody = client.request("callHierarchy/incomingCalls", of(&caller)).await.unwrap();
    assert_eq!(nobody, json!([]));
    assert_eq!(client.leave().await, 0);
}

#[tokio::test]
async fn who_signs_with_another_stands_on_both_sides() {
    let folder = Folder::new(&[("a.txt", TEXT)]);
    let uri = folder.uri("a.txt");
    let mut client = Client::begin(able(Some(&folder))).await;
    let peru = prepared(&mut client, &uri, "Peru and").await;
    for (method, side) in [("outgoingCalls", "to"), ("incomingCalls", "from")] {
        let item = json!({ "item": peru });
        let found = client.request(&format!("callHierarchy/{method}"), item).await.unwrap();
        assert_eq!(names(&found, side), ["Kenya"], "{found:#}");
    }
    assert_eq!(client.leave().await, 0);
}

#[tokio::test]
async fn ordinary_words_have_no_hierarchy() {
    let folder = Folder::new(&[("a.txt", TEXT)]);
    let uri = folder.uri("a.txt");
    let mut client = Client::begin(able(Some(&folder))).await;
    let found = client.request("textDocument/prepareCallHierarchy", at(&uri, 2, 27)).await.unwrap();
    assert_eq!(found[0]["name"], "Ann Weber", "the caret behind the office stands before her name");
    let found = client.request("textDocument/prepareCallHierarchy", at(&uri, 0, 12)).await.unwrap();
    assert_eq!(found, Value::Null);
    assert_eq!(client.leave().await, 0);
}

#[tokio::test]
async fn an_agreement_is_found_by_its_words() {
    let folder = Folder::new(&[("a.txt", TEXT)]);
    let mut client = Client::begin(able(Some(&folder))).await;
    let found = client.request("workspace/symbol", json!({ "query": "fisheries" })).await.unwrap();
    let found = found.as_array().unwrap();
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0]["name"].as_str().unwrap().contains("fisheries agreement"), "{found:#?}");
    assert_eq!(found[0]["location"]["range"]["start"]["line"], 3);
    assert_eq!(client.leave().await, 0);
}
