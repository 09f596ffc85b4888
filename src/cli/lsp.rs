//! `dateline lsp`: the language server on standard input and output.

use std::process::ExitCode;

use camino::Utf8PathBuf;
use clap::Args;

use crate::cli::Status;
use crate::cli::output;

/// Run the language server on standard input and output.
#[derive(Args)]
pub struct Arguments {
    /// Accepted because many editors append it; it changes nothing.
    #[arg(long)]
    stdio: bool,
    /// Write the log to this file instead of standard error.
    #[arg(long, value_name = "FILE")]
    log: Option<Utf8PathBuf>,
}

pub fn run(arguments: Arguments) -> ExitCode {
    let Arguments { stdio: _, log: _ } = arguments;
    output::say("the language server is not built yet");
    Status::Failed.into()
}
