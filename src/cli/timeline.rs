//! `dateline timeline`: agreements and events in the order of time.

use camino::Utf8PathBuf;
use clap::{Args, ValueEnum};

use crate::base::cancel::CancelToken;
use crate::base::span::Span;
use crate::cli::Status;
use crate::cli::input::{self, Options};
use crate::cli::output;
use crate::cli::output::timeline as written;
use crate::cli::source::{Passage, Sources};
use crate::ide::timeline::{Entry, timeline};
use crate::state::MentionRef;

/// List agreements and events in the order of time, with the passages that tell of them.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Arguments {
    /// Files and folders.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<Utf8PathBuf>,
    /// How to write them.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

const EXAMPLES: &str = "\
Examples:
  dateline timeline articles
  dateline timeline articles --format json | jq -r '.events[] | [.value, .label] | @tsv'

Left out is what no article dates; how much that is is said on standard error.";

#[derive(Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum Format {
    /// A list with sources, for people.
    #[default]
    Text,
    /// One JSON document.
    Json,
}

/// An entry and its sources in their words, by path and place.
pub struct Dated {
    pub entry: Entry,
    pub sources: Vec<Passage>,
}

pub fn run(arguments: &Arguments) -> Status {
    let paths = input::in_order(&arguments.paths);
    let input = input::load(&paths, Options::default());
    let mut status = input.status;
    for &doc in &input.docs {
        if input.snapshot.text(doc).is_none() {
            status = status.max(input::changed_meanwhile(input.snapshot.path(doc)));
        }
    }
    let sources = Sources::new(&input.snapshot);
    // Nobody cancels a command; an error cannot be.
    let (entries, undated) = timeline(&input.snapshot, &CancelToken::default()).unwrap_or_default();
    let dated = entries.into_iter().map(|entry| {
        let mut passages: Vec<Passage> = entry
            .affair
            .mentions
            .iter()
            .filter_map(|mention| sources.passage(mention.doc(), sentence(mention)))
            .collect();
        passages
            .sort_by(|one, other| one.path.as_str().cmp(other.path.as_str()).then(one.span.cmp(&other.span)));
        passages.dedup_by(|one, other| one.path == other.path && one.span == other.span);
        Dated { entry, sources: passages }
    });
    let dated: Vec<Dated> = dated.collect();
    if undated > 0 {
        output::say(&format!("{undated} agreements and events are left out: no article says when they were"));
    }
    let write = match arguments.format {
        Format::Text => written::text,
        Format::Json => written::json,
    };
    output::write(status, |out| write(out, &dated))
}

/// The sentence that a mention stands in; of a name that no statement holds, the name.
fn sentence(mention: &MentionRef) -> Span {
    let own = mention.span();
    let statements = mention.facts().statements.iter();
    let holding = statements.map(|statement| statement.sentence).find(|sentence| sentence.covers(own));
    holding.unwrap_or(own)
}
