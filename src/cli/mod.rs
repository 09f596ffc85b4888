//! The command line: one file a command, one file an output format in `output/`.
//!
//! What other programs rely on (names, shapes, exit statuses) is the contract; nothing here changes
//! the name or the meaning of what was there before.
#![allow(clippy::disallowed_methods, reason = "this is where the environment is read")]

mod baseline;
mod check;
mod entities;
mod explain;
mod extract;
mod input;
mod lsp;
mod output;
mod source;
mod stale;
mod timeline;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Read a folder of news articles as an editor reads code: people, agreements and dates across files.
#[derive(Parser)]
#[command(name = "dateline", version, max_term_width = 100, after_help = EXAMPLES)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

const EXAMPLES: &str = "\
Examples:
  dateline check seeds                          what cannot be right, for people
  dateline check . --format json --fail-on error
  dateline explain draft.md:12:37               why it is said there, step by step
  dateline extract articles > articles.jsonl    dates and names, an article a line
  dateline entities articles --kind person      who is who across the folder
  dateline timeline articles                    what happened when, with sources

Files and folders may be mixed. Folders are searched for .txt, .md, .markdown, .html and .htm files, \
except hidden ones and those that a .gitignore names. What could not be read is said on standard error.

Exit status: 0 done; 1 `check` found something at or above --fail-on; 2 the call was wrong or an input \
could not be read (what could be read is still reported).";

#[derive(Subcommand)]
enum Command {
    Lsp(lsp::Arguments),
    Check(check::Arguments),
    Explain(explain::Arguments),
    Extract(extract::Arguments),
    Entities(entities::Arguments),
    Timeline(timeline::Arguments),
}

/// How a command ended.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Debug)]
enum Status {
    #[default]
    Done = 0,
    /// `check` found something at or above its threshold.
    Found = 1,
    /// The call was wrong, or an input could not be read.
    Failed = 2,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        ExitCode::from(status as u8)
    }
}

/// Does what the arguments say; the first is the program's name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(answer) => {
            // Help and version come this way too. A reader that is gone needs no answer.
            let _ = answer.print();
            return if answer.use_stderr() { Status::Failed } else { Status::Done }.into();
        }
    };
    match arguments.command {
        Command::Lsp(arguments) => lsp::run(&arguments),
        Command::Check(arguments) => check::run(&arguments).into(),
        Command::Explain(arguments) => explain::run(&arguments).into(),
        Command::Extract(arguments) => extract::run(&arguments).into(),
        Command::Entities(arguments) => entities::run(&arguments).into(),
        Command::Timeline(arguments) => timeline::run(&arguments).into(),
    }
}
