//! `dateline lsp`: the language server on standard input and output.

use std::process::ExitCode;

use camino::Utf8PathBuf;
use clap::Args;

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

pub fn run(arguments: &Arguments) -> ExitCode {
    ExitCode::from(crate::lsp::run_stdio(arguments.log.as_deref()))
}
