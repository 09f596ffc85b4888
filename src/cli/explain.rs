//! `dateline explain`: why something is found at a place, step by step; and the manual of a check.

use camino::{Utf8Path, Utf8PathBuf};
use clap::{Args, ValueEnum};

use crate::base::id::DocId;
use crate::checks::docs;
use crate::cli::Status;
use crate::cli::check::{self, Diagnostic};
use crate::cli::input::{self, Options};
use crate::cli::output::{self, json, text};
use crate::cli::source::{Place, Sources};
use crate::ide::explain;
use crate::io;
use crate::notes::suppressions;
use crate::state::Snapshot;
use crate::text::position::{Encoding, LineIndex};

/// Say why something is found at a place: what was read there, how each date was computed.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Arguments {
    /// The place, as `dateline check` writes it.
    #[arg(value_name = "PATH:LINE:COLUMN", required_unless_present = "check")]
    place: Option<String>,
    /// Files and folders to read with it. Without any: the folder above it that has a dateline.toml or
    /// .dateline, else its own folder.
    #[arg(value_name = "PATH")]
    beside: Vec<Utf8PathBuf>,
    /// The manual of a check, by its code, instead of a place.
    #[arg(long, value_name = "CODE", conflicts_with_all = ["place", "format"])]
    check: Option<String>,
    /// How to write it.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

const EXAMPLES: &str = "\
Examples:
  dateline explain draft.md:12:37
  dateline explain draft.md:12:37 articles --format json
  dateline explain --check weekday-mismatch";

#[derive(Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum Format {
    /// For people.
    #[default]
    Text,
    /// One JSON document.
    Json,
}

/// What is said about a place.
pub struct Explanation {
    pub path: Utf8PathBuf,
    pub at: Place,
    /// Each finding there, and why it is made.
    pub findings: Vec<(Diagnostic, Vec<String>)>,
    /// How the date there is read.
    pub date: Option<String>,
}

pub fn run(arguments: &Arguments) -> Status {
    let explained = match (&arguments.check, &arguments.place) {
        (Some(code), _) => return manual(code),
        (None, Some(place)) => place_of(place).and_then(|place| explanation(place, &arguments.beside)),
        (None, None) => Err("no place is given".to_owned()),
    };
    match explained {
        Err(message) => {
            output::say(&message);
            Status::Failed
        }
        Ok((explanation, status)) => output::write(status, |out| match arguments.format {
            Format::Text => text::explanation(out, &explanation),
            Format::Json => json::explanation(out, &explanation),
        }),
    }
}

fn manual(code: &str) -> Status {
    match docs::page(code) {
        "" => {
            output::say(&format!("no check is called “{code}”"));
            Status::Failed
        }
        page => output::write(Status::Done, |out| writeln!(out, "{code}\n\n{page}")),
    }
}

/// A path, a line and a column, both from 1.
type GivenPlace<'a> = (&'a Utf8Path, u32, u32);

fn place_of(place: &str) -> Result<GivenPlace<'_>, String> {
    let number = |text: &str| text.parse().ok().filter(|&number: &u32| number > 0);
    let parts = || {
        let (rest, column) = place.rsplit_once(':')?;
        let (path, line) = rest.rsplit_once(':')?;
        Some((Utf8Path::new(path), number(line)?, number(column)?))
    };
    parts().ok_or_else(|| format!("{place}: a place is written PATH:LINE:COLUMN, both counted from 1"))
}

fn explanation(
    (path, line, column): GivenPlace<'_>,
    beside: &[Utf8PathBuf],
) -> Result<(Explanation, Status), String> {
    let mut paths = if beside.is_empty() { vec![folder_of(path)] } else { beside.to_vec() };
    paths.push(path.to_owned());
    let input = input::load(&paths, Options::default());
    let snapshot = &*input.snapshot;
    let doc = document(snapshot, path).ok_or_else(|| format!("{path}: no article that could be read"))?;
    let sources = Sources::new(snapshot);
    let source = sources.of(doc).ok_or_else(|| format!("{path}: changed while it was being read"))?;
    let lines = LineIndex::new(source.text());
    if line > lines.lines() {
        return Err(format!("{path}:{line}: the file has {} lines", lines.lines()));
    }
    let offset = lines.offset(source.text(), line - 1, column - 1, Encoding::Utf32);
    let explained = explain::explain(snapshot, doc, offset).into_iter();
    let findings = explained.filter_map(|one| Some((check::diagnostic(&sources, one.finding)?, one.steps)));
    let date = snapshot.date_at(doc, offset);
    let explanation = Explanation {
        path: snapshot.path(doc).to_owned(),
        at: source.place(offset),
        findings: findings.collect(),
        date: date.and_then(|(article, index)| explain::date(snapshot, article, index)),
    };
    Ok((explanation, input.status))
}

/// The document of a path, by whatever name the call has read it.
fn document(snapshot: &Snapshot, path: &Utf8Path) -> Option<DocId> {
    snapshot.doc(path).filter(|&doc| snapshot.facts(doc).is_some()).or_else(|| {
        let home = path.canonicalize_utf8().ok()?;
        snapshot.docs().find(|&doc| snapshot.path(doc).canonicalize_utf8().is_ok_and(|one| one == home))
    })
}

/// The folder that a file belongs to.
fn folder_of(path: &Utf8Path) -> Utf8PathBuf {
    let is_root = |folder: &&Utf8Path| {
        folder.join(io::settings::FILE).is_file() || folder.join(suppressions::FILE).is_file()
    };
    let own = path.parent().unwrap_or(Utf8Path::new(""));
    let folder = own.ancestors().find(is_root).unwrap_or(own);
    if folder.as_str().is_empty() { Utf8PathBuf::from(".") } else { folder.to_owned() }
}
