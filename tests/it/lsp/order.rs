//! Messages count in the order in which they were sent, however many are under way.

use dateline::testing::client::Client;
use serde_json::json;

use super::bare;

const URI: &str = "file:///nowhere/a.txt";

/// Numbers that look random and are the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound
    }
}

/// What the text has to be: a string of ASCII and line feeds, so that columns are bytes.
struct Model {
    text: String,
    version: i32,
}

impl Model {
    fn position(&self, offset: usize) -> (u32, u32) {
        let head = &self.text[..offset];
        let line = head.matches('\n').count();
        let column = offset - head.rfind('\n').map_or(0, |at| at + 1);
        (line as u32, column as u32)
    }

    fn edit(&mut self, client: &Client, random: &mut Random) {
        let start = random.below(self.text.len() + 1);
        // Longer texts lose more than they gain.
        let cut = if self.text.len() > 400 { random.below(6) } else { random.below(3) };
        let end = (start + cut).min(self.text.len());
        let new = ["a", "", "bc", "\n", "d e", "Monday"][random.below(6)];
        let (from, to) = (self.position(start), self.position(end));
        self.version += 1;
        client.edit(URI, self.version, from, to, new);
        self.text.replace_range(start..end, new);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_answer_is_for_a_wrong_version() {
    let mut client = Client::begin(bare()).await;
    let mut random = Random(42);
    let mut model = Model { text: "They met on Tuesday.\nThen they left.\n".to_owned(), version: 1 };
    client.open(URI, 1, &model.text);
    // Each request with the text and version that had been sent before it.
    let mut asked = Vec::new();
    let mut slow = Vec::new();
    for step in 0..20_000 {
        if step % 500 == 0 {
            // Four slow requests are under way at any time.
            for _ in slow.len()..4 {
                slow.push((client.ask("dateline/slow", json!({ "uri": URI, "ms": 30 })), model.version));
            }
            for (id, version) in std::mem::take(&mut slow) {
                asked.push((id, version, None));
            }
        }
        if random.below(5) == 0 {
            let id = client.ask("dateline/text", json!({ "uri": URI }));
            asked.push((id, model.version, Some(model.text.clone())));
        } else {
            model.edit(&client, &mut random);
        }
    }
    for (id, version, text) in asked {
        let answer = client.answer(id).await.unwrap();
        assert_eq!(answer["version"], version);
        if let Some(text) = text {
            assert_eq!(answer["text"], text);
        }
    }
    let last = client.request("dateline/text", json!({ "uri": URI })).await.unwrap();
    assert_eq!(
        (last["text"].as_str(), last["version"].as_i64()),
        (Some(&*model.text), Some(model.version.into()))
    );
    client.settled().await;
    assert_eq!(client.published(URI).unwrap().version, Some(model.version.into()));
    // The client itself fails where a request has two answers, or a version goes back.
    assert_eq!(client.leave().await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn revisions_never_go_back_and_edits_do_not_wait_for_slow_requests() {
    let mut client = Client::begin(bare()).await;
    client.open(URI, 1, "x");
    let slow: Vec<i64> =
        (0..4).map(|_| client.ask("dateline/slow", json!({ "uri": URI, "ms": 600_000 }))).collect();
    let mut last = 0;
    for version in 2..400 {
        client.edit(URI, version, (0, 0), (0, 0), "z");
        let id = client.ask("dateline/text", json!({ "uri": URI }));
        if version % 50 == 0 {
            let answer = client.answer(id).await.unwrap();
            let revision = answer["revision"].as_i64().unwrap();
            assert!(revision > last, "{revision} after {last}");
            last = revision;
        } else {
            client.cancel(id);
            let _ = client.answer(id).await;
        }
    }
    slow.iter().for_each(|id| client.cancel(*id));
    for id in slow {
        assert_eq!(client.answer(id).await.unwrap_err()["code"], -32800);
    }
    assert_eq!(client.leave().await, 0);
}
