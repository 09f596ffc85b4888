//! Requests that only tests make: look at the text, take long, panic.

use std::time::Duration;

use serde_json::{Value, json};
use tower_lsp::jsonrpc::Result;
use tower_lsp::lsp_types::Url;

use crate::lsp::features::Query;
use crate::lsp::sequencer;
use crate::lsp::server::Server;

impl Server {
    /// `dateline/text {uri}`: the text and version of a document in the request's snapshot.
    pub async fn text(&self, params: Value) -> Result<Value> {
        self.answer(move |query| Ok(text_of(query, &params))).await
    }

    /// `dateline/slow {uri, ms}`: the same, late; holds its thread all the while.
    pub async fn slow(&self, params: Value) -> Result<Value> {
        self.answer(move |query| {
            for _ in 0..params["ms"].as_u64().unwrap_or_default() {
                query.cancel.checkpoint()?;
                std::thread::sleep(Duration::from_millis(1));
            }
            Ok(text_of(query, &params))
        })
        .await
    }

    /// `dateline/panic {where}`: on the pool or in the handler itself.
    pub async fn panic(&self, params: Value) -> Result<Value> {
        // The handler has been put aside once before it panics, as a real one would have been.
        tokio::task::yield_now().await;
        let _ = sequencer::snapshot();
        if params["where"] == "handler" {
            panic!("asked for, in the handler");
        }
        self.answer(|_| panic!("asked for, on the pool")).await
    }
}

fn text_of(query: &Query, params: &Value) -> Value {
    let revision = query.snapshot.revision().0;
    let uri = params["uri"].as_str().and_then(|uri| Url::parse(uri).ok());
    let doc = uri.and_then(|uri| query.snapshot.doc(&query.session.uris.path(&uri)));
    let version = doc.and_then(|doc| query.snapshot.live(doc)).map(|live| live.version());
    let text = doc.and_then(|doc| query.snapshot.text(doc));
    json!({ "revision": revision, "version": version, "text": text.as_deref() })
}
