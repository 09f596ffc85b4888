//! An editor in the same process: the real server at the other end of a pipe.
//!
//! Answers what the server asks, collects what it publishes, and keeps it to the protocol: exactly one
//! answer a request, versions that never go back. What a test has not looked at counts as a failure
//! when the client is dropped.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use serde_json::{Value, json};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWriteExt};
use tokio::sync::{mpsc, watch};
use tokio::task::JoinHandle;

use crate::lsp;

/// Bytes in each direction of the pipe.
const PIPE: usize = 64 << 10;

/// How long an answer may take before the test fails.
const PATIENCE: Duration = Duration::from_secs(60);

/// One client with its server.
#[derive(Debug)]
pub struct Client {
    out: Option<mpsc::UnboundedSender<Vec<u8>>>,
    inbox: Arc<Inbox>,
    server: JoinHandle<u8>,
    next_id: i64,
}

/// What came from the server.
#[derive(Debug)]
struct Inbox {
    state: Mutex<Received>,
    /// Counts messages, so that tests can wait for the next one; closed at the end of the stream.
    count: watch::Sender<Count>,
}

#[derive(Clone, Copy, Default, Debug)]
struct Count {
    messages: usize,
    ended: bool,
}

#[derive(Debug, Default)]
struct Received {
    /// Requests of ours that wait for an answer.
    waiting: BTreeMap<i64, String>,
    /// Answers that no test has taken yet.
    answers: BTreeMap<i64, Value>,
    /// Errors that belong to no request.
    refusals: Vec<Value>,
    notes: Vec<(String, Value)>,
    /// The server's requests, each answered at once.
    requests: Vec<(String, Value)>,
    /// By URI; what is published last counts.
    diagnostics: BTreeMap<String, Published>,
    /// What `workspace/configuration` is answered with.
    settings: Value,
    violations: Vec<String>,
}

/// What was published last for a document.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Published {
    pub version: Option<i64>,
    pub diagnostics: Vec<Value>,
    /// How often something was published for it.
    pub times: usize,
}

/// An answer: the result, or the error object.
pub type Answer = Result<Value, Value>;

impl Client {
    /// A running server that has heard nothing yet. Needs a runtime with time.
    pub fn start() -> Self {
        let (ours, theirs) = tokio::io::duplex(PIPE);
        let (input, output) = tokio::io::split(theirs);
        let server = tokio::spawn(lsp::serve(input, output));
        let (from_server, mut to_server) = tokio::io::split(ours);
        let (out, mut queue) = mpsc::unbounded_channel::<Vec<u8>>();
        tokio::spawn(async move {
            while let Some(bytes) = queue.recv().await {
                if to_server.write_all(&bytes).await.is_err() {
                    return;
                }
            }
            // Closes our side of the pipe: the end of the server's input.
            let _ = to_server.shutdown().await;
        });
        let inbox = Arc::new(Inbox { state: Mutex::default(), count: watch::Sender::new(Count::default()) });
        tokio::spawn(read(from_server, inbox.clone(), out.downgrade()));
        Self { out: Some(out), inbox, server, next_id: 0 }
    }

    /// A session that has begun: `initialize` with these parameters, `initialized`, folders read.
    pub async fn begin(params: Value) -> Self {
        let mut client = Self::start();
        client.initialize(params).await;
        client.settled().await;
        client
    }

    /// Sends `initialize` and, behind its answer, `initialized`; the result is the answer.
    pub async fn initialize(&mut self, params: Value) -> Value {
        let answer = self.request("initialize", params).await.expect("initialize");
        self.notify("initialized", json!({}));
        answer
    }

    /// Sends bytes as they are.
    pub fn raw(&self, bytes: impl Into<Vec<u8>>) {
        // A server that has ended reads nothing more; the test sees that by its own means.
        let _ = self.out.as_ref().expect("the input has ended").send(bytes.into());
    }

    /// Sends a body with its header.
    pub fn body(&self, body: impl AsRef<[u8]>) {
        let body = body.as_ref();
        let mut bytes = format!("Content-Length: {}\r\n\r\n", body.len()).into_bytes();
        bytes.extend_from_slice(body);
        self.raw(bytes);
    }

    pub fn notify(&self, method: &str, params: Value) {
        self.body(json!({ "jsonrpc": "2.0", "method": method, "params": params }).to_string());
    }

    /// Sends a request; the result is its id.
    pub fn ask(&mut self, method: &str, params: Value) -> i64 {
        self.next_id += 1;
        self.inbox.with(|received| received.waiting.insert(self.next_id, method.to_owned()));
        let mut message = json!({ "jsonrpc": "2.0", "id": self.next_id, "method": method });
        if !params.is_null() {
            message["params"] = params;
        }
        self.body(message.to_string());
        self.next_id
    }

    /// Waits for the answer to a request.
    pub async fn answer(&mut self, id: i64) -> Answer {
        let what = format!("the answer to request {id}");
        let mut message = self.wait(&what, |received| received.answers.remove(&id)).await;
        match message.get_mut("error") {
            Some(error) => Err(error.take()),
            None => Ok(message["result"].take()),
        }
    }

    /// Another answer with this id is still to come: the id was used twice.
    pub fn expect_another(&self, id: i64) {
        self.inbox.with(|received| received.waiting.insert(id, "again".to_owned()));
    }

    /// Sends a request and waits for its answer.
    pub async fn request(&mut self, method: &str, params: Value) -> Answer {
        let id = self.ask(method, params);
        self.answer(id).await
    }

    pub fn cancel(&self, id: i64) {
        self.notify("$/cancelRequest", json!({ "id": id }));
    }

    pub fn open(&self, uri: &str, version: i32, text: &str) {
        let document = json!({ "uri": uri, "languageId": "plaintext", "version": version, "text": text });
        self.notify("textDocument/didOpen", json!({ "textDocument": document }));
    }

    /// Replaces the range from one (line, column) to another.
    pub fn edit(&self, uri: &str, version: i32, start: (u32, u32), end: (u32, u32), text: &str) {
        let position = |(line, character)| json!({ "line": line, "character": character });
        let change = json!({ "range": { "start": position(start), "end": position(end) }, "text": text });
        self.change(uri, version, json!([change]));
    }

    pub fn change(&self, uri: &str, version: i32, changes: Value) {
        let document = json!({ "uri": uri, "version": version });
        self.notify("textDocument/didChange", json!({ "textDocument": document, "contentChanges": changes }));
    }

    pub fn close(&self, uri: &str) {
        // From here on the document's versions may begin anew.
        self.inbox.with(|received| {
            if let Some(published) = received.diagnostics.get_mut(uri) {
                published.version = None;
            }
        });
        self.notify("textDocument/didClose", json!({ "textDocument": { "uri": uri } }));
    }

    /// Waits until the server has nothing to do.
    pub async fn settled(&mut self) {
        self.request("dateline/settled", Value::Null).await.expect("settled");
    }

    /// What was published last for a document.
    pub fn published(&self, uri: &str) -> Option<Published> {
        self.inbox.with(|received| received.diagnostics.get(uri).cloned())
    }

    /// Waits until the findings of this version are published.
    pub async fn published_at(&mut self, uri: &str, version: i64) -> Published {
        self.wait(&format!("findings of version {version} of {uri}"), |received| {
            received.diagnostics.get(uri).filter(|published| published.version == Some(version)).cloned()
        })
        .await
    }

    /// Takes the next error that belongs to no request.
    pub async fn refusal(&mut self) -> Value {
        self.wait("a refusal", |received| {
            (!received.refusals.is_empty()).then(|| received.refusals.remove(0))
        })
        .await
    }

    /// The notifications of this method so far.
    pub fn notes(&self, method: &str) -> Vec<Value> {
        let of = |(name, params): &(String, Value)| (name == method).then(|| params.clone());
        self.inbox.with(|received| received.notes.iter().filter_map(of).collect())
    }

    /// What the server has said in the log.
    pub fn log(&self) -> Vec<String> {
        let messages = self.notes("window/logMessage");
        messages.iter().map(|params| params["message"].as_str().unwrap_or_default().to_owned()).collect()
    }

    /// The server's own requests so far: methods and parameters.
    pub fn requests(&self) -> Vec<(String, Value)> {
        self.inbox.with(|received| received.requests.clone())
    }

    /// Whether the answer to a request has come.
    pub fn has_answer(&self, id: i64) -> bool {
        self.inbox.with(|received| received.answers.contains_key(&id))
    }

    /// What `workspace/configuration` is answered with from now on.
    pub fn set_configuration(&self, settings: Value) {
        self.inbox.with(|received| received.settings = settings);
    }

    /// `shutdown` and `exit` with the input held open; the exit status.
    pub async fn leave(mut self) -> u8 {
        self.request("shutdown", Value::Null).await.expect("shutdown");
        self.body(r#"{"jsonrpc":"2.0","method":"exit"}"#);
        self.ended().await
    }

    /// Ends the server's input; the exit status.
    pub async fn hang_up(mut self) -> u8 {
        self.out = None;
        self.ended().await
    }

    /// Waits for the server to end by itself; the exit status. Requests under way stay unanswered.
    pub async fn ended(&mut self) -> u8 {
        let status = tokio::time::timeout(PATIENCE, &mut self.server).await;
        let status = status.expect("the server does not end").expect("the server panicked");
        // Its last words may still be in the pipe.
        let mut count = self.inbox.count.subscribe();
        let silence = tokio::time::timeout(PATIENCE, count.wait_for(|count| count.ended)).await;
        let _ = silence.expect("the output does not end").expect("the inbox is ours");
        self.inbox.with(|received| {
            received.waiting.clear();
            received.answers.clear();
        });
        status
    }

    /// Waits until `take` finds what it looks for.
    async fn wait<T>(&mut self, what: &str, mut take: impl FnMut(&mut Received) -> Option<T>) -> T {
        let mut count = self.inbox.count.subscribe();
        let search = async {
            loop {
                let ended = count.borrow_and_update().ended;
                if let Some(found) = self.inbox.with(&mut take) {
                    return found;
                }
                assert!(!ended, "the server ended before {what}");
                let _ = count.changed().await;
            }
        };
        tokio::time::timeout(PATIENCE, search).await.unwrap_or_else(|_| panic!("{what} did not come"))
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        self.server.abort();
        if std::thread::panicking() {
            return;
        }
        let received = self.inbox.state.lock().unwrap_or_else(PoisonError::into_inner);
        assert!(received.violations.is_empty(), "the protocol was broken: {:#?}", received.violations);
        assert!(received.waiting.is_empty(), "without an answer: {:?}", received.waiting);
        assert!(received.answers.is_empty(), "answers that nobody read: {:?}", received.answers);
        assert!(received.refusals.is_empty(), "refusals that nobody read: {:?}", received.refusals);
    }
}

impl Inbox {
    fn with<T>(&self, work: impl FnOnce(&mut Received) -> T) -> T {
        work(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Received {
    /// Files a message; the result is our answer, where it wants one.
    fn file(&mut self, mut message: Value) -> Option<Value> {
        let Some(method) = message["method"].as_str().map(str::to_owned) else {
            self.file_answer(message);
            return None;
        };
        let params = message["params"].take();
        if message.get("id").is_some() {
            let result = self.reply(&method, &params);
            self.requests.push((method, params));
            return Some(json!({ "jsonrpc": "2.0", "id": message["id"], "result": result }));
        }
        if method == "textDocument/publishDiagnostics" {
            self.file_diagnostics(&params);
        }
        self.notes.push((method, params));
        None
    }

    fn file_answer(&mut self, message: Value) {
        match message["id"].as_i64() {
            None => self.refusals.push(message["error"].clone()),
            Some(id) => {
                if self.waiting.remove(&id).is_none() {
                    self.violations.push(format!("an answer too many: {message}"));
                }
                self.answers.insert(id, message);
            }
        }
    }

    fn file_diagnostics(&mut self, params: &Value) {
        let uri = params["uri"].as_str().unwrap_or_default().to_owned();
        let published = self.diagnostics.entry(uri).or_default();
        let version = params["version"].as_i64();
        if let (Some(old), Some(new)) = (published.version, version)
            && new < old
        {
            self.violations.push(format!("version {new} after {old}: {params}"));
        }
        published.version = version;
        published.times += 1;
        published.diagnostics = params["diagnostics"].as_array().cloned().unwrap_or_default();
    }

    fn reply(&self, method: &str, params: &Value) -> Value {
        match method {
            "workspace/configuration" => {
                let count = params["items"].as_array().map_or(0, Vec::len);
                Value::Array(vec![self.settings.clone(); count])
            }
            _ => Value::Null,
        }
    }
}

async fn read(mut from: impl AsyncRead + Unpin, inbox: Arc<Inbox>, out: mpsc::WeakUnboundedSender<Vec<u8>>) {
    while let Some(message) = next_message(&mut from).await {
        let reply = inbox.with(|received| received.file(message));
        if let (Some(reply), Some(out)) = (reply, out.upgrade()) {
            let reply = reply.to_string();
            let _ = out.send(format!("Content-Length: {}\r\n\r\n{reply}", reply.len()).into_bytes());
        }
        inbox.count.send_modify(|count| count.messages += 1);
    }
    inbox.count.send_modify(|count| count.ended = true);
}

/// Reads one message; `None` at the end. Anything but clean frames on the server's side fails.
async fn next_message(from: &mut (impl AsyncRead + Unpin)) -> Option<Value> {
    let mut header = Vec::new();
    while !header.ends_with(b"\r\n\r\n") {
        header.push(from.read_u8().await.ok()?);
    }
    let header = std::str::from_utf8(&header).expect("a header in ASCII");
    let length = header.trim().strip_prefix("Content-Length: ").expect("a header and nothing else");
    let mut body = vec![0; length.parse().expect("a length")];
    from.read_exact(&mut body).await.ok()?;
    Some(serde_json::from_slice(&body).expect("a body of JSON"))
}
