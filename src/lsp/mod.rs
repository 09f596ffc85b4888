//! The language server: the one place that knows the protocol.
//!
//! Messages come through [`frames`] (bad ones are answered there, the good ones pass) to
//! `tower_lsp::Server` and from it, in the order of receipt, to the [`sequencer`], which lets them
//! change the world and hands each request the snapshot of that moment. What the world asks for in
//! return is done by the [`driver`], in the background; nothing waits for it. Answers are computed on a
//! pool, never on the task that reads and writes.
#![allow(clippy::disallowed_methods, reason = "files, clocks and the environment are read here")]

mod activity;
mod capabilities;
mod convert;
mod driver;
mod edits;
mod features;
mod frames;
mod index;
mod own_files;
mod parent;
#[cfg(feature = "testing")]
mod probe;
mod progress;
mod publish;
mod pull;
mod sequencer;
mod server;
mod session;
mod settings;
mod uris;

use std::time::Duration;

use camino::Utf8Path;
use tokio::io::{AsyncRead, AsyncWrite};
use tower_lsp::LspService;
use tracing_subscriber::EnvFilter;

use crate::lsp::sequencer::Sequencer;
use crate::lsp::server::Server;
use crate::lsp::session::Session;

/// How many requests are answered at a time. With few, `$/cancelRequest` would wait in line too.
const CONCURRENCY: usize = 256;

/// Threads for answers, files and the pipes: enough that slow requests do not hold up quick ones.
const POOL_THREADS: usize = 64;

/// How long requests that still run may hold up the end.
const GRACE: Duration = Duration::from_secs(1);

/// Serves one client on a pair of streams until it leaves; the result is the exit status that the
/// protocol asks for: 0 behind `shutdown`, else 1.
pub async fn serve<I, O>(input: I, output: O) -> u8
where
    I: AsyncRead + Unpin + Send + 'static,
    O: AsyncWrite,
{
    let (service, socket) = {
        let service = LspService::build(|client| Server::new(Session::new(client)))
            .custom_method("dateline/settled", Server::settled)
            .custom_method("dateline/status", Server::status);
        #[cfg(feature = "testing")]
        let service = service
            .custom_method("dateline/text", Server::text)
            .custom_method("dateline/slow", Server::slow)
            .custom_method("dateline/panic", Server::panic);
        service.finish()
    };
    let session = service.inner().session().clone();
    session.begin_tasks();
    let (frames, ended) = frames::filter(input, session.ending());
    let serving = tower_lsp::Server::new(frames, output, socket)
        .concurrency_level(CONCURRENCY)
        .serve(Sequencer::new(service, session.clone()));
    tokio::select! {
        () = serving => {}
        () = async { let _ = ended.await; tokio::time::sleep(GRACE).await } => {
            tracing::warn!("left while requests were still running");
        }
    }
    session.stop();
    u8::from(!session.was_shut_down())
}

/// Serves the client at the other end of standard input and output. Nothing but the protocol is
/// written to standard output; the log goes to a file or to standard error.
pub fn run_stdio(log: Option<&Utf8Path>) -> u8 {
    begin_log(log);
    let runtime =
        tokio::runtime::Builder::new_multi_thread().enable_all().max_blocking_threads(POOL_THREADS).build();
    let runtime = match runtime {
        Ok(runtime) => runtime,
        Err(error) => {
            tracing::error!("the server cannot start its threads: {error}");
            return 1;
        }
    };
    let status = runtime.block_on(serve(tokio::io::stdin(), tokio::io::stdout()));
    // A read of standard input may still block a thread: do not wait for it.
    runtime.shutdown_background();
    status
}

fn begin_log(log: Option<&Utf8Path>) {
    let filter =
        EnvFilter::try_from_env("DATELINE_LOG").unwrap_or_else(|_| EnvFilter::new("warn,dateline=info"));
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_ansi(false);
    let file = log.map(|path| (path, std::fs::OpenOptions::new().create(true).append(true).open(path)));
    // A second server in one process keeps the log of the first.
    match file {
        Some((_, Ok(file))) => {
            let _ = builder.with_writer(std::sync::Mutex::new(file)).try_init();
        }
        other => {
            let _ = builder.with_writer(std::io::stderr).try_init();
            if let Some((path, Err(error))) = other {
                tracing::warn!("the log cannot be written to {path}: {error}");
            }
        }
    }
}
