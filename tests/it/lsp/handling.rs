//! What an editor can do about a finding, and the two ways to get findings.

use dateline::testing::client::Client;
use serde_json::{Value, json};

use super::{Folder, WRONG_DAY, WRONG_DAY_WORDS, able, at, bare, place};

/// A draft: it has the words of an article's mistake and one of its own.
const DRAFT: &str =
    "# Brief\n\nThey met on Tuesday, February 20, 2020 in Moscow.  \nThen came 31 November 2019.\n";

/// `able`, and a client that asks for findings and makes files.
fn pulling(folder: &Folder) -> Value {
    let mut params = able(Some(folder));
    params["capabilities"]["textDocument"]["diagnostic"] = json!({ "dynamicRegistration": true });
    params["capabilities"]["workspace"]["diagnostics"] = json!({ "refreshSupport": true });
    params
}

fn making_files(folder: &Folder) -> Value {
    let mut params = able(Some(folder));
    params["capabilities"]["workspace"]["workspaceEdit"] =
        json!({ "documentChanges": true, "resourceOperations": ["create", "rename", "delete"] });
    params
}

fn document(uri: &str) -> Value {
    json!({ "textDocument": { "uri": uri } })
}

fn pull(uri: &str, previous: &Value) -> Value {
    json!({ "textDocument": { "uri": uri }, "identifier": "dateline", "previousResultId": previous })
}

/// The actions for the words, by title.
async fn actions(client: &mut Client, uri: &str, text: &str, words: &str) -> Vec<Value> {
    let mut params = document(uri);
    params["range"] = place(text, words, "utf-8");
    params["context"] = json!({ "diagnostics": [] });
    client.request("textDocument/codeAction", params).await.unwrap().as_array().unwrap().clone()
}

fn titles(actions: &[Value]) -> Vec<&str> {
    actions.iter().map(|action| action["title"].as_str().unwrap()).collect()
}

/// How often the server has asked the client to ask again.
fn refreshes(client: &Client) -> usize {
    client.requests().iter().filter(|(method, _)| method == "workspace/diagnostic/refresh").count()
}

/// The text with one edit in it; columns in bytes.
fn edited(text: &str, edit: &Value) -> String {
    let offset = |position: &Value| {
        let line = position["line"].as_u64().unwrap() as usize;
        let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
        start + position["character"].as_u64().unwrap() as usize
    };
    let (start, end) = (offset(&edit["range"]["start"]), offset(&edit["range"]["end"]));
    [&text[..start], edit["newText"].as_str().unwrap(), &text[end..]].concat()
}

#[tokio::test]
async fn a_draft_is_silenced_by_a_comment_that_can_be_taken_out_again() {
    let folder = Folder::new(&[("brief.md", DRAFT)]);
    let uri = folder.uri("brief.md");
    let mut client = Client::begin(making_files(&folder)).await;
    client.open(&uri, 1, DRAFT);
    assert_eq!(client.published_at(&uri, 1).await.diagnostics.len(), 2);
    let found = actions(&mut client, &uri, DRAFT, WRONG_DAY_WORDS).await;
    assert_eq!(titles(&found), ["Ignore weekday-mismatch here, by a comment", "Explain weekday-mismatch"]);
    assert_eq!(found[0]["diagnostics"][0]["code"], "weekday-mismatch");
    let change = &found[0]["edit"]["documentChanges"][0];
    assert_eq!(change["textDocument"], json!({ "uri": uri, "version": 1 }));
    let text = edited(DRAFT, &change["edits"][0]);
    assert!(text.contains("in Moscow. <!-- dateline-ignore weekday-mismatch:  -->  \nThen"), "{text}");
    client.change(&uri, 2, json!([{ "text": text }]));
    let codes = |diagnostics: &[Value]| -> Vec<String> {
        diagnostics.iter().map(|one| one["code"].as_str().unwrap().to_owned()).collect()
    };
    let left = client.published_at(&uri, 2).await.diagnostics;
    // The reason is still to be given.
    assert_eq!(codes(&left), ["stale-suppression", "impossible-date"]);
    assert!(left[0]["message"].as_str().unwrap().starts_with("Say why"), "{left:?}");
    let reasoned = text.replace("mismatch:  -->", "mismatch: as the invitation has it -->");
    client.change(&uri, 3, json!([{ "text": reasoned }]));
    assert_eq!(codes(&client.published_at(&uri, 3).await.diagnostics), ["impossible-date"]);
    // Mended, the comment has nothing to silence.
    let mended = reasoned.replace("Tuesday", "Thursday");
    client.change(&uri, 4, json!([{ "text": mended }]));
    assert_eq!(
        codes(&client.published_at(&uri, 4).await.diagnostics),
        ["stale-suppression", "impossible-date"]
    );
    let found = actions(&mut client, &uri, &mended, "dateline-ignore").await;
    assert_eq!(titles(&found), ["Remove this comment", "Explain stale-suppression"]);
    let clean = edited(&mended, &found[0]["edit"]["documentChanges"][0]["edits"][0]);
    assert_eq!(clean, DRAFT.replace("Tuesday", "Thursday"));
    assert_eq!(client.leave().await, 0);
}

#[tokio::test]
async fn an_article_is_never_edited_but_a_line_added_beside_it() {
    let folder = Folder::new(&[("news/ä.txt", WRONG_DAY)]);
    let uri = folder.uri("news/ä.txt");
    let mut client = Client::begin(making_files(&folder)).await;
    client.open(&uri, 1, WRONG_DAY);
    assert_eq!(client.published_at(&uri, 1).await.diagnostics.len(), 1);
    let found = actions(&mut client, &uri, WRONG_DAY, WRONG_DAY_WORDS).await;
    let file = folder.uri(".dateline/suppressions.jsonl");
    let changes = &found[0]["edit"]["documentChanges"];
    assert_eq!((&changes[0]["kind"], &changes[0]["uri"]), (&json!("create"), &json!(file)));
    assert_eq!(changes[1]["textDocument"], json!({ "uri": file, "version": null }));
    let line = edited("", &changes[1]["edits"][0]);
    let written: Value = serde_json::from_str(&line).unwrap();
    assert_eq!((&written["path"], &written["quote"]), (&json!("news/ä.txt"), &json!(WRONG_DAY_WORDS)));
    assert_eq!(written["reason"], "");
    assert!(written["added"].as_str().unwrap().starts_with("20"), "{written}");
    // Saved, with a reason and without its last line end, it holds at once.
    let line = line.replace("\"reason\":\"\"", "\"reason\":\"r\"");
    folder.write(".dateline/suppressions.jsonl", line.trim_end());
    client.notify("workspace/didChangeWatchedFiles", json!({ "changes": [{ "uri": file, "type": 1 }] }));
    client.settled().await;
    assert_eq!(client.published(&uri).unwrap().diagnostics, [] as [Value; 0]);
    // A second line goes behind the first.
    let other = format!("{WRONG_DAY}On 31 November 2019 they met.\n");
    client.change(&uri, 2, json!([{ "text": other }]));
    assert_eq!(client.published_at(&uri, 2).await.diagnostics.len(), 1, "the first stays suppressed");
    let found = actions(&mut client, &uri, &other, "31 November 2019").await;
    let both = edited(line.trim_end(), &found[0]["edit"]["documentChanges"][0]["edits"][0]);
    assert_eq!(both.lines().count(), 2);
    assert!(both.starts_with(line.trim_end()) && both.ends_with("}\n"), "{both}");
    // Gone, it holds no more.
    std::fs::remove_file(folder.path().join(".dateline/suppressions.jsonl")).unwrap();
    client.notify("workspace/didChangeWatchedFiles", json!({ "changes": [{ "uri": file, "type": 3 }] }));
    client.settled().await;
    assert_eq!(client.published(&uri).unwrap().diagnostics.len(), 2);
    assert_eq!(client.leave().await, 0);
}

#[tokio::test]
async fn an_article_without_a_date_gets_one_beside_it() {
    let call = "Foreign Minister Peter Otieno of Kenya held a telephone conversation with Chile's Foreign Minister Rosa Alvear on Monday";
    let dated = format!("Ministers speak\n\n{call}, her office said.\n");
    let undated = format!("Alvear calls Otieno\n\n{call}, March 10, 2031.\n");
    let folder = Folder::new(&[("2031-03-11-a.txt", &dated), ("undated.txt", &undated)]);
    let uri = folder.uri("undated.txt");
    let mut client = Client::begin(making_files(&folder)).await;
    client.open(&uri, 1, &undated);
    assert_eq!(client.published_at(&uri, 1).await.diagnostics[0]["code"], "undated-article");
    let found = actions(&mut client, &uri, &undated, "Alvear calls").await;
    let title = "Set 2031-03-11 as its publication date, in .dateline/published.jsonl";
    assert_eq!(titles(&found)[0], title);
    let changes = &found[0]["edit"]["documentChanges"];
    let file = folder.uri(".dateline/published.jsonl");
    assert_eq!((&changes[0]["kind"], &changes[0]["uri"]), (&json!("create"), &json!(file)));
    let line = edited("", &changes[1]["edits"][0]);
    assert_eq!(line, "{\"path\":\"undated.txt\",\"published\":\"2031-03-11\"}\n");
    // Saved, it holds at once.
    folder.write(".dateline/published.jsonl", &line);
    client.notify("workspace/didChangeWatchedFiles", json!({ "changes": [{ "uri": file, "type": 1 }] }));
    client.settled().await;
    assert_eq!(client.published(&uri).unwrap().diagnostics, [] as [Value; 0]);
    assert_eq!(client.leave().await, 0);
}

#[tokio::test]
async fn a_damaged_line_is_said_once_and_a_client_that_makes_no_files_is_not_offered_one() {
    let folder = Folder::new(&[("a.txt", WRONG_DAY)]);
    let uri = folder.uri("a.txt");
    let mut params = bare();
    params["rootUri"] = folder.uri("").into();
    let mut client = Client::begin(params).await;
    client.open(&uri, 1, WRONG_DAY);
    let found = actions(&mut client, &uri, WRONG_DAY, WRONG_DAY_WORDS).await;
    assert_eq!(titles(&found), ["Explain weekday-mismatch"]);
    folder.write(".dateline/suppressions.jsonl", "{\"fingerprint\"\n");
    let file = folder.uri(".dateline/suppressions.jsonl");
    for _ in 0..2 {
        client.notify("workspace/didChangeWatchedFiles", json!({ "changes": [{ "uri": file, "type": 2 }] }));
        client.settled().await;
    }
    let log = client.log();
    assert_eq!(log.len(), 1, "{log:?}");
    assert!(log[0].contains("suppressions.jsonl:1: this line is no suppression"), "{log:?}");
    // The file is there now: a line can be added by any client.
    let found = actions(&mut client, &uri, WRONG_DAY, WRONG_DAY_WORDS).await;
    let edit = &found[0]["edit"]["changes"][&file][0];
    assert_eq!(edit["range"]["start"], json!({ "line": 1, "character": 0 }));
    assert_eq!(client.leave().await, 0);
}

#[tokio::test]
async fn a_finding_explains_itself_in_hover_and_by_a_command() {
    let folder = Folder::new(&[("a.txt", WRONG_DAY)]);
    let uri = folder.uri("a.txt");
    let mut client = Client::begin(able(Some(&folder))).await;
    client.open(&uri, 1, WRONG_DAY);
    let found = client.published_at(&uri, 1).await.diagnostics;
    let hover = client.request("textDocument/hover", at(&uri, 0, 15)).await.unwrap();
    let words = hover["contents"]["value"].as_str().unwrap();
    assert!(words.contains("**weekday-mismatch** · 20 February 2020 falls on a Thursday"), "{words}");
    assert!(words.contains("- “Tuesday, February 20, 2020” is read as 2020-02-20"), "{words}");
    let explain = actions(&mut client, &uri, WRONG_DAY, WRONG_DAY_WORDS).await.pop().unwrap();
    assert_eq!(explain["command"]["arguments"][0]["fingerprint"], found[0]["data"]);
    let params =
        json!({ "command": explain["command"]["command"], "arguments": explain["command"]["arguments"] });
    let answer = client.request("workspace/executeCommand", params.clone()).await.unwrap();
    let text = answer.as_str().unwrap();
    assert!(text.starts_with("weekday-mismatch: 20 February 2020 falls on a Thursday"), "{text}");
    assert!(text.contains("\n1. “Tuesday, February 20, 2020” is read as"), "{text}");
    client.settled().await;
    assert_eq!(client.notes("window/showMessage")[0]["message"], answer);
    // What is mended has no explanation; what is no command of ours is refused.
    client.change(&uri, 2, json!([{ "text": "They met.\n" }]));
    let answer = client.request("workspace/executeCommand", params).await.unwrap();
    assert_eq!(answer, "This is not found any more.");
    for params in
        [json!({ "command": "dateline.none" }), json!({ "command": "dateline.explain", "arguments": [] })]
    {
        let answer = client.request("workspace/executeCommand", params.clone()).await;
        assert_eq!(answer.is_err(), params["command"] == "dateline.none", "{answer:?}");
    }
    assert_eq!(client.leave().await, 0);
}

#[tokio::test]
async fn actions_come_only_where_they_are_wanted() {
    let folder = Folder::new(&[("a.txt", WRONG_DAY)]);
    let mut client = Client::begin(able(Some(&folder))).await;
    let uri = folder.uri("a.txt");
    for (only, count) in [(json!(["quickfix"]), 1), (json!([""]), 1), (json!(["refactor", "source"]), 0)] {
        let mut params = document(&uri);
        params["range"] = place(WRONG_DAY, "February", "utf-8");
        params["context"] = json!({ "diagnostics": [], "only": only });
        let found = client.request("textDocument/codeAction", params).await.unwrap();
        assert_eq!(found.as_array().map_or(0, Vec::len), count, "{only}: {found}");
    }
    assert_eq!(actions(&mut client, &uri, WRONG_DAY, "They").await.len(), 0);
    assert_eq!(client.leave().await, 0);
}

#[tokio::test]
async fn a_client_that_pulls_is_pushed_nothing_and_told_to_ask_again() {
    let folder = Folder::new(&[("a.txt", WRONG_DAY)]);
    let uri = folder.uri("a.txt");
    let mut client = Client::start();
    let answer = client.initialize(pulling(&folder)).await;
    let provider = &answer["capabilities"]["diagnosticProvider"];
    assert_eq!(
        (&provider["interFileDependencies"], &provider["workspaceDiagnostics"]),
        (&json!(true), &json!(true))
    );
    client.settled().await;
    client.open(&uri, 1, WRONG_DAY);
    let report = client.request("textDocument/diagnostic", pull(&uri, &Value::Null)).await.unwrap();
    assert_eq!((&report["kind"], &report["items"][0]["code"]), (&json!("full"), &json!("weekday-mismatch")));
    let again = client.request("textDocument/diagnostic", pull(&uri, &report["resultId"])).await.unwrap();
    assert_eq!(again, json!({ "kind": "unchanged", "resultId": report["resultId"] }));
    client.settled().await;
    assert_eq!(refreshes(&client), 0, "nothing has changed");
    // The client asks behind its own edits.
    client.edit(&uri, 2, (0, 0), (0, 0), "Again. ");
    let moved = client.request("textDocument/diagnostic", pull(&uri, &report["resultId"])).await.unwrap();
    assert_eq!(moved["kind"], "full");
    client.settled().await;
    assert_eq!(refreshes(&client), 0, "the client has asked already");
    let settings = json!({ "settings": { "checks": { "weekday-mismatch": "off" } } });
    client.notify("workspace/didChangeConfiguration", settings);
    client.settled().await;
    assert_eq!(refreshes(&client), 1);
    let gone = client.request("textDocument/diagnostic", pull(&uri, &moved["resultId"])).await.unwrap();
    assert_eq!(gone["items"], json!([]));
    assert_eq!(client.published(&uri), None, "nothing is pushed");
    let nowhere = client.request("textDocument/diagnostic", pull("untitled:x", &Value::Null)).await.unwrap();
    assert_eq!(nowhere["items"], json!([]));
    assert_eq!(client.leave().await, 0);
}

#[tokio::test]
async fn a_client_that_asks_before_it_opens_is_told_to_ask_again() {
    let folder = Folder::new(&[]);
    let mut client = Client::begin(pulling(&folder)).await;
    let uri = folder.uri("new.txt");
    let early = client.request("textDocument/diagnostic", pull(&uri, &Value::Null)).await.unwrap();
    assert_eq!(early["items"], json!([]));
    client.open(&uri, 1, WRONG_DAY);
    client.settled().await;
    assert_eq!(refreshes(&client), 1);
    let report = client.request("textDocument/diagnostic", pull(&uri, &early["resultId"])).await.unwrap();
    assert_eq!(report["items"].as_array().unwrap().len(), 1);
    assert_eq!(client.leave().await, 0);
}

#[tokio::test]
async fn the_findings_of_closed_files_can_be_pulled_and_are_held_until_there_is_news() {
    let folder = Folder::new(&[("a.txt", WRONG_DAY), ("b.txt", "They met.\n"), ("c.txt", WRONG_DAY)]);
    let mut client = Client::begin(pulling(&folder)).await;
    let first = client.request("workspace/diagnostic", json!({ "previousResultIds": [] })).await.unwrap();
    let items = first["items"].as_array().unwrap();
    let uris: Vec<&str> = items.iter().map(|item| item["uri"].as_str().unwrap()).collect();
    assert_eq!(uris, [folder.uri("a.txt"), folder.uri("c.txt")]);
    assert!(items.iter().all(|item| item["kind"] == "full" && item["version"].is_null()), "{first}");
    let ids: Vec<Value> =
        items.iter().map(|item| json!({ "uri": item["uri"], "value": item["resultId"] })).collect();
    let held = client.ask("workspace/diagnostic", json!({ "previousResultIds": ids }));
    client.settled().await;
    assert!(!client.has_answer(held), "there is no news");
    std::fs::remove_file(folder.path().join("c.txt")).unwrap();
    let change = json!({ "uri": folder.uri("c.txt"), "type": 3 });
    client.notify("workspace/didChangeWatchedFiles", json!({ "changes": [change] }));
    client.open(&folder.uri("b.txt"), 7, WRONG_DAY);
    let news = client.answer(held).await.unwrap();
    let items = news["items"].as_array().unwrap();
    let kinds: Vec<(&str, &str, usize)> = items
        .iter()
        .map(|item| {
            let uri = item["uri"].as_str().unwrap();
            let count = item["items"].as_array().map_or(0, Vec::len);
            (&uri[uri.len() - 5..], item["kind"].as_str().unwrap(), count)
        })
        .collect();
    assert_eq!(kinds, [("a.txt", "unchanged", 0), ("b.txt", "full", 1), ("c.txt", "full", 0)]);
    assert_eq!(items[1]["version"], 7);
    // One that is held goes with the client that asked.
    client.ask("workspace/diagnostic", json!({ "previousResultIds": [] }));
    let held = client.ask("workspace/diagnostic", json!({ "previousResultIds": ids }));
    client.cancel(held);
    assert_eq!(client.answer(held).await.unwrap_err()["code"], -32800);
    assert_eq!(client.hang_up().await, 1);
}

#[tokio::test]
async fn a_client_that_cannot_be_told_to_ask_again_is_pushed_to() {
    let folder = Folder::new(&[("a.txt", WRONG_DAY)]);
    let mut params = pulling(&folder);
    params["capabilities"]["workspace"]["diagnostics"] = Value::Null;
    let mut client = Client::start();
    let answer = client.initialize(params).await;
    assert_eq!(answer["capabilities"].get("diagnosticProvider"), None);
    client.open(&folder.uri("a.txt"), 1, WRONG_DAY);
    assert_eq!(client.published_at(&folder.uri("a.txt"), 1).await.diagnostics.len(), 1);
    assert_eq!(client.leave().await, 0);
}

#[tokio::test]
async fn a_file_full_of_mistakes_shows_the_worst_and_their_number() {
    let text = "On 31 November 2019 they met. ".repeat(30);
    let folder = Folder::new(&[]);
    let uri = folder.uri("a.txt");
    let mut client = Client::begin(able(Some(&folder))).await;
    client.open(&uri, 1, &text);
    let found = client.published_at(&uri, 1).await.diagnostics;
    assert_eq!(found.len(), 21);
    assert_eq!(found[20]["code"], "more-findings");
    assert!(found[20]["message"].as_str().unwrap().starts_with("10 more in this file"), "{}", found[20]);
    assert_eq!(found[20].get("data"), None);
    client.notify(
        "workspace/didChangeConfiguration",
        json!({ "settings": { "max-findings": 0, "checks": { "no-check": "off" } } }),
    );
    client.settled().await;
    assert_eq!(client.published(&uri).unwrap().diagnostics.len(), 30);
    assert_eq!(client.log(), ["settings: no check is called `no-check`"]);
    assert_eq!(client.leave().await, 0);
}
