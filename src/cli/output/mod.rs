//! What is written: one file a format. The only place that prints.
//!
//! Standard output carries results and nothing else; everything else goes to standard error.

pub mod github;
pub mod json;
pub mod sarif;
pub mod text;
pub mod timeline;

use std::io::{self, BufWriter, ErrorKind, IsTerminal, Write};

use crate::cli::Status;

/// Writes results to standard output. The status is the one given, unless they could not be written.
pub fn write(status: Status, results: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Status {
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    match results(&mut out).and_then(|()| out.flush()) {
        Ok(()) => status,
        // Whoever reads has seen enough (`| head`).
        Err(error) if error.kind() == ErrorKind::BrokenPipe => {
            // What is still in the buffer must not be tried again.
            let _ = out.into_parts();
            status
        }
        Err(error) => {
            let _ = out.into_parts();
            say(&format!("standard output: {error}"));
            Status::Failed
        }
    }
}

/// Says something that is no result.
pub fn say(message: &str) {
    // A file's name must not steer the terminal.
    let message: String =
        message.chars().map(|one| if one.is_control() { '\u{fffd}' } else { one }).collect();
    // Nobody is left to be told where this fails.
    let _ = writeln!(io::stderr().lock(), "dateline: {message}");
}

/// Whether standard output takes colours: a terminal, and nobody asked for none.
pub fn has_colour() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    io::stdout().is_terminal() && !set("NO_COLOR") && !is_dumb
}
