//! `dateline entities`: who is who across the given articles.

use std::sync::Arc;

use camino::Utf8PathBuf;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::base::cancel::CancelToken;
use crate::base::id::DocId;
use crate::base::kind::EntityKind;
use crate::cli::Status;
use crate::cli::input::{self, Options};
use crate::cli::output::{self, json, text};
use crate::cli::source::{Passage, Place, Source};
use crate::knowledge::Entity;
use crate::knowledge::roles::RoleSpan;
use crate::lang::facts::Mention;
use crate::source;
use crate::state::{MentionRef, Snapshot};
use crate::text::position::{At, Encoding};

/// List the people, organisations, places, agreements and events of all articles, each once.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Arguments {
    /// Files and folders.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<Utf8PathBuf>,
    /// Only entities of this kind.
    #[arg(long, value_parser = kinds())]
    kind: Option<EntityKind>,
    /// How to write them.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

const EXAMPLES: &str = "\
Examples:
  dateline entities articles
  dateline entities articles --kind person --format json
  dateline entities articles --format jsonl | jq -r '[.id, (.mentions | length)] | @tsv'

Ids are the same from run to run, and the same as those of `dateline extract` over the same paths.";

#[derive(Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum Format {
    /// A list with counts, for people.
    #[default]
    Text,
    /// One JSON document.
    Json,
    /// An entity a line.
    Jsonl,
}

/// An entity and all that is said of it.
pub struct Entry {
    pub entity: Arc<Entity>,
    pub roles: Vec<RoleSpan>,
    /// By path and place.
    pub mentions: Vec<Passage>,
}

pub fn run(arguments: &Arguments) -> Status {
    let paths = input::in_order(&arguments.paths);
    let input = input::load(&paths, Options::default());
    let mut status = input.status;
    let (written, changed) = written_otherwise(&input.snapshot, &input.docs);
    for doc in changed {
        status = status.max(input::changed_meanwhile(input.snapshot.path(doc)));
    }
    let entries = entries(&input.snapshot, arguments.kind, &written);
    let write = match arguments.format {
        Format::Text => text::entities,
        Format::Json => json::entities,
        Format::Jsonl => json::entity_lines,
    };
    output::write(status, |out| write(out, &entries))
}

/// Passages by document and start.
type Written = FxHashMap<(Option<DocId>, u32), Passage>;

fn entries(snapshot: &Snapshot, kind: Option<EntityKind>, written: &Written) -> Vec<Entry> {
    let wanted = |entity: &&Arc<Entity>| kind.is_none_or(|kind| kind == entity.kind);
    let entry = |entity: &Arc<Entity>| {
        // Nobody cancels a command; an error cannot be.
        let mentions = snapshot.mentions_of(entity, &CancelToken::default()).unwrap_or_default();
        let roles = snapshot.roles(&mentions);
        let mut mentions: Vec<Passage> =
            mentions.iter().map(|mention| passage(snapshot, mention, written)).collect();
        mentions
            .sort_by(|one, other| one.path.as_str().cmp(other.path.as_str()).then(one.span.cmp(&other.span)));
        Entry { entity: entity.clone(), roles, mentions }
    };
    let mut entries: Vec<Entry> = snapshot.entities().iter().filter(wanted).map(entry).collect();
    entries
        .sort_by(|one, other| (one.entity.kind, &one.entity.id).cmp(&(other.entity.kind, &other.entity.id)));
    entries
}

/// The mentions that their facts do not describe to the letter. And the documents that changed since
/// they were analysed, so that it cannot be told.
fn written_otherwise(snapshot: &Snapshot, docs: &[DocId]) -> (Written, Vec<DocId>) {
    let results: Vec<Result<Vec<Passage>, DocId>> =
        docs.par_iter().map(|&doc| passages_written_otherwise(snapshot, doc)).collect();
    let mut written = Written::default();
    let mut changed = Vec::new();
    for result in results {
        match result {
            Ok(passages) => {
                written.extend(passages.into_iter().map(|one| ((one.doc, one.span.start), one)));
            }
            Err(doc) => changed.push(doc),
        }
    }
    (written, changed)
}

/// Where the file has other white space than the name, or a line is too long for the columns that
/// facts keep. The file is read only where one of them may be so.
fn passages_written_otherwise(snapshot: &Snapshot, doc: DocId) -> Result<Vec<Passage>, DocId> {
    let is_plain = source::Format::of(snapshot.path(doc)) == Some(source::Format::Plain);
    let Some(facts) = snapshot.facts(doc) else { return Ok(Vec::new()) };
    let is_wide = |mention: &Mention| mention.at.start.column(Encoding::Utf32).is_none();
    let may_differ = |mention: &Mention, words: &str| {
        words.contains(char::is_whitespace) || mention.span.range().len() != words.len()
    };
    let mentions = facts
        .articles
        .iter()
        .flat_map(|article| article.mentions.iter().map(|mention| (mention, article.words(mention))));
    let unsure: Vec<(&Mention, &str)> = mentions
        .filter(|(mention, words)| is_wide(mention) || (is_plain && may_differ(mention, words)))
        .collect();
    if unsure.is_empty() {
        return Ok(Vec::new());
    }
    let source = Source::of(snapshot, doc).ok_or(doc)?;
    let passage = |(mention, words): (&Mention, &str)| {
        let text = if is_plain { mention.span.of_text(source.text()) } else { words };
        (is_wide(mention) || text != words).then(|| Passage {
            doc: Some(doc),
            span: mention.span,
            path: snapshot.path(doc).to_owned(),
            start: source.place(mention.span.start),
            end: source.place(mention.span.end),
            text: text.to_owned(),
        })
    };
    Ok(unsure.into_iter().filter_map(passage).collect())
}

fn passage(snapshot: &Snapshot, mention: &MentionRef, written: &Written) -> Passage {
    let doc = mention.doc();
    let span = mention.span();
    if let Some(passage) = written.get(&(Some(doc), span.start)) {
        return passage.clone();
    }
    let at = mention.at();
    Passage {
        doc: Some(doc),
        span,
        path: snapshot.path(doc).to_owned(),
        start: place(at.start),
        end: place(at.end),
        text: mention.words().to_owned(),
    }
}

fn place(at: At) -> Place {
    let column = at.column(Encoding::Utf32).map_or(0, |column| column + 1);
    Place { code_point: at.code_point, line: at.line + 1, column }
}

fn kinds() -> impl TypedValueParser<Value = EntityKind> {
    let names = EntityKind::ALL.iter().map(|kind| kind.name());
    PossibleValuesParser::new(names).try_map(|name| EntityKind::parse(&name).ok_or("no such kind"))
}
