//! `dateline extract`: dates and names, an article a line.

use std::io::{self, Write};

use camino::Utf8PathBuf;
use clap::Args;
use jiff::civil::Date;

use crate::base::id::{ArticleId, DocId};
use crate::cli::Status;
use crate::cli::input::{self, Options};
use crate::cli::output::{self, json};
use crate::cli::source::Source;
use crate::lang::facts::Scope;
use crate::state::Snapshot;

/// Write each article's title, publication date, dates and names as a line of JSON.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Arguments {
    /// Files and folders.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<Utf8PathBuf>,
    /// The publication date of every article given, over what the files say.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    published: Option<Date>,
    /// Read every part of a file: headers, captions, menus and other stories' teasers too.
    #[arg(long)]
    all: bool,
}

const EXAMPLES: &str = "\
Examples:
  dateline extract articles > articles.jsonl
  dateline extract letter.txt --published 2020-02-18
  dateline extract articles | jq -r '.entities[] | select(.kind == \"person\") | .id' | sort | uniq -c

Offsets count code points of the file, as Python strings do.";

pub fn run(arguments: &Arguments) -> Status {
    let scope = if arguments.all { Scope::Everything } else { Scope::Articles };
    let input = input::load(&arguments.paths, Options { published: arguments.published, scope });
    let mut status = input.status;
    let written = output::write(Status::Done, |out| {
        for &doc in &input.docs {
            match Source::of(&input.snapshot, doc) {
                Some(source) => document(out, &input.snapshot, doc, &source)?,
                None => status = status.max(input::changed_meanwhile(input.snapshot.path(doc))),
            }
        }
        Ok(())
    });
    status.max(written)
}

fn document(out: &mut dyn Write, snapshot: &Snapshot, doc: DocId, source: &Source) -> io::Result<()> {
    let articles = snapshot.facts(doc).map_or(0, |facts| facts.articles.len());
    for article in (0u32..).take(articles) {
        json::article(out, snapshot, ArticleId { doc, article }, source)?;
    }
    Ok(())
}

/// A day as the contract writes it, and in no other way.
fn day(text: &str) -> Result<Date, String> {
    let shape = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let date = if shape { text.parse::<Date>().ok() } else { None };
    date.ok_or_else(|| "not a day of the calendar written YYYY-MM-DD".to_owned())
}
