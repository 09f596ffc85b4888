//! Lets messages change the world in the order in which they came, and gives each request the snapshot
//! of its moment.
//!
//! The library runs handlers as futures that overtake one another at their first `await`. So a message
//! about text is applied here, where they still come one by one; the request behind it carries its
//! snapshot with it, and may take as long as it likes.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use futures::FutureExt;
use futures::future::BoxFuture;
use serde_json::{Value, json};
use tower::Service;
use tower_lsp::ExitedError;
use tower_lsp::jsonrpc::{Error, Id, Request, Response};
use tower_lsp::lsp_types::{
    DidChangeTextDocumentParams, DidChangeWatchedFilesParams, DidChangeWorkspaceFoldersParams,
    DidCloseTextDocumentParams, DidOpenTextDocumentParams, TextDocumentContentChangeEvent,
};

use crate::lsp::session::{Session, parsed};
use crate::lsp::{convert, frames, index};
use crate::state::{Event, Snapshot};
use crate::text::buffer::Change;

/// Requests that are meant to wait.
const PATIENT: [&str; 2] = ["dateline/settled", "workspace/diagnostic"];

/// Answers that take longer are said in the log.
const SLOW: Duration = Duration::from_millis(100);

tokio::task_local! {
    /// The snapshot that the request at hand has to answer from.
    static SNAPSHOT: Arc<Snapshot>;
}

/// The snapshot of the request whose handler calls this.
pub(super) fn snapshot() -> Arc<Snapshot> {
    SNAPSHOT.with(Arc::clone)
}

/// Stands between the transport and the library's service.
#[derive(Debug)]
pub(super) struct Sequencer<S> {
    inner: S,
    session: Arc<Session>,
}

impl<S> Sequencer<S> {
    pub fn new(inner: S, session: Arc<Session>) -> Self {
        Self { inner, session }
    }
}

impl<S> Service<Request> for Sequencer<S>
where
    S: Service<Request, Response = Option<Response>, Error = ExitedError>,
    S::Future: Send + 'static,
{
    type Response = Option<Response>;
    type Error = ExitedError;
    type Future = BoxFuture<'static, Result<Option<Response>, ExitedError>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), ExitedError>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, request: Request) -> Self::Future {
        if request.method() == frames::UNREADABLE {
            let answer = frames::answer_to_unreadable(request.params());
            return Box::pin(std::future::ready(Ok(Some(answer))));
        }
        let request = match received(&self.session, request) {
            Some(request) => request,
            None => return Box::pin(std::future::ready(Ok(None))),
        };
        let id = request.id().cloned();
        let method = request.method().to_owned();
        let answer = SNAPSHOT.scope(self.session.snapshot(), self.inner.call(request));
        Box::pin(guard(id, method, answer))
    }
}

/// Takes a message in. What remains goes on to the library; `None` where all is done.
fn received(session: &Arc<Session>, request: Request) -> Option<Request> {
    match (request.method(), request.id().is_some()) {
        ("initialize", true) => {
            session.introduce(request.params().unwrap_or(&Value::Null));
            // The library reads its own idea of the message; an odd one must not fail there.
            Some(with_params(request, Some(json!({ "capabilities": {} }))))
        }
        ("initialized", false) if session.is_running() => {
            session.start();
            Some(request)
        }
        ("shutdown", true) => {
            if session.is_running() {
                session.shut_down();
            }
            Some(with_params(request, None))
        }
        // Clients send `null`, `{}` or nothing where no parameters are wanted.
        ("exit", false) | ("dateline/settled" | "dateline/status", true) => Some(with_params(request, None)),
        (method, false) if method.starts_with("textDocument/did") || method.starts_with("workspace/did") => {
            if session.is_running()
                && let Err(error) = notified(session, method, request.params())
            {
                session.say(format!("{method} was ignored: {error}"));
            }
            None
        }
        _ => Some(request),
    }
}

fn with_params(request: Request, params: Option<Value>) -> Request {
    let (method, id, _) = request.into_parts();
    let mut builder = Request::build(method);
    if let Some(params) = params {
        builder = builder.params(params);
    }
    if let Some(id) = id {
        builder = builder.id(id);
    }
    builder.finish()
}

/// Lets a notification change the world.
fn notified(session: &Arc<Session>, method: &str, params: Option<&Value>) -> Result<(), serde_json::Error> {
    match method {
        "textDocument/didOpen" => {
            let document = parsed::<DidOpenTextDocumentParams>(params)?.text_document;
            let path = session.uris.open(&document.uri);
            session.apply(Event::Opened { path, version: document.version, text: document.text });
        }
        "textDocument/didChange" => {
            let params = parsed::<DidChangeTextDocumentParams>(params)?;
            session.apply(Event::Changed {
                path: session.uris.path(&params.text_document.uri),
                version: params.text_document.version,
                changes: params.content_changes.into_iter().map(change).collect(),
                encoding: session.profile().encoding,
            });
        }
        "textDocument/didClose" => {
            let params = parsed::<DidCloseTextDocumentParams>(params)?;
            let path = session.uris.close(&params.text_document.uri);
            session.apply(Event::Closed { path });
        }
        "workspace/didChangeConfiguration" => {
            session
                .configure_client(params.and_then(|params| params.get("settings")).unwrap_or(&Value::Null));
        }
        "workspace/didChangeWatchedFiles" => {
            index::changed(session, &parsed::<DidChangeWatchedFilesParams>(params)?.changes);
        }
        "workspace/didChangeWorkspaceFolders" => {
            let event = parsed::<DidChangeWorkspaceFoldersParams>(params)?.event;
            event.removed.iter().for_each(|folder| index::remove(session, &folder.uri));
            event.added.iter().for_each(|folder| index::add(session, &folder.uri));
        }
        // What is saved is what is open already.
        _ => {}
    }
    Ok(())
}

fn change(event: TextDocumentContentChangeEvent) -> Change {
    match event.range {
        None => Change::Whole(event.text),
        Some(range) => Change::Range {
            start: convert::position(range.start),
            end: convert::position(range.end),
            text: event.text,
        },
    }
}

/// Sees to it that a request gets exactly one answer, whatever becomes of its handler.
async fn guard(
    id: Option<Id>,
    method: String,
    answer: impl Future<Output = Result<Option<Response>, ExitedError>>,
) -> Result<Option<Response>, ExitedError> {
    let begun = Instant::now();
    let outcome = AssertUnwindSafe(answer).catch_unwind().await;
    let took = begun.elapsed();
    if took > SLOW && !PATIENT.contains(&method.as_str()) {
        tracing::warn!("{method} took {} ms", took.as_millis());
    }
    let Some(id) = id else { return Ok(None) };
    match outcome {
        Ok(Ok(None)) => Ok(Some(Response::from_error(id, Error::method_not_found()))),
        Ok(answer) => answer,
        Err(_) => {
            tracing::error!("{method} panicked");
            Ok(Some(Response::from_error(id, Error::internal_error())))
        }
    }
}
