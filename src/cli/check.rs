//! `dateline check`: what cannot be right, and where.

use std::cmp::Ordering;

use camino::{Utf8Path, Utf8PathBuf};
use clap::{Args, ValueEnum};
use rayon::prelude::*;

use crate::base::fingerprint::Fingerprint;
use crate::base::id::DocId;
use crate::checks::{self, Finding, Severity, Suppressed};
use crate::cli::baseline::{self, Baseline, Known, State};
use crate::cli::input::{self, Options};
use crate::cli::output::{self, github, json, sarif, text};
use crate::cli::source::{Passage, Sources};
use crate::cli::{Status, stale};

/// Report dates that cannot be, weekdays that do not fit, and the like.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Arguments {
    /// Files and folders.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<Utf8PathBuf>,
    /// How to write what was found.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Exit with status 1 where something is found of this severity or above.
    #[arg(long, value_enum, default_value_t, value_name = "SEVERITY")]
    fail_on: FailOn,
    /// Findings that this file holds are known: they do not count.
    #[arg(long, value_name = "FILE")]
    baseline: Option<Utf8PathBuf>,
    /// Write what is found to this file, for --baseline.
    #[arg(long, value_name = "FILE")]
    write_baseline: Option<Utf8PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  dateline check draft.md articles
  dateline check articles --format json > findings.json
  dateline check articles --format github --fail-on error     in a GitHub workflow
  dateline check articles --format sarif > findings.sarif     for code scanning
  dateline check articles --write-baseline known.json         an old folder starts quiet
  dateline check articles --baseline known.json               and only what is new counts

`dateline explain PATH:LINE:COLUMN` shows why something was found. What is not worth mending is \
silenced with a reason: in a draft by a comment <!-- dateline-ignore CODE: reason -->, in an article \
by a line in .dateline/suppressions.jsonl (editors insert both as quick fixes). Silenced findings do \
not count.

What becomes of each check can be set in the folder's dateline.toml:
  [checks]
  weekday-mismatch = \"error\"     (off, on, error, warning, information or hint)";

#[derive(Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum Format {
    /// Excerpts with their lines, for people.
    #[default]
    Text,
    /// One JSON document.
    Json,
    /// SARIF 2.1.0, for code scanning services.
    Sarif,
    /// Workflow commands: annotations on GitHub.
    Github,
}

#[derive(Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum FailOn {
    Error,
    #[default]
    Warning,
    Information,
    Hint,
    Never,
}

/// What was found.
pub struct Diagnostics<'a> {
    pub sources: Sources<'a>,
    /// How many articles were read.
    pub articles: usize,
    /// By path, then start, then code. Suppressed ones too.
    pub found: Vec<Diagnostic>,
    /// What the baseline has and this call has not found any more.
    pub absent: Vec<Known>,
    /// Of one file, so many are shown to people; 0 shows them all.
    pub most: usize,
}

/// A finding and the words that it is about.
pub struct Diagnostic {
    pub at: Passage,
    pub severity: Severity,
    pub code: &'static str,
    pub message: String,
    pub related: Vec<Related>,
    pub fingerprint: Fingerprint,
    pub suppressed: Option<Suppressed>,
    /// How it stands to the baseline, where one was given.
    pub baseline: Option<State>,
}

/// Another passage that a finding is about.
pub struct Related {
    pub at: Passage,
    pub message: String,
}

impl Diagnostic {
    /// Whether it is neither suppressed nor known from the baseline.
    pub fn counts(&self) -> bool {
        self.suppressed.is_none() && self.baseline != Some(State::Unchanged)
    }
}

pub fn run(arguments: &Arguments) -> Status {
    // A baseline that cannot be read would make everything new: better to stop.
    let baseline = match arguments.baseline.as_deref().map(Baseline::read).transpose() {
        Ok(baseline) => baseline,
        Err(message) => {
            output::say(&message);
            return Status::Failed;
        }
    };
    let paths = input::in_order(&arguments.paths);
    let input = input::load(&paths, Options::default());
    let snapshot = &*input.snapshot;
    let checked = input.docs.par_iter().map_init(|| Sources::new(snapshot), check);
    let Checked { mut status, articles, mut found } = checked.reduce(Checked::default, Checked::and);
    status = status.max(input.status);
    found.extend(stale::suppressions(snapshot, &paths, &found));
    found.sort_by(canonical);
    let written = arguments.write_baseline.as_deref().map(|path| Baseline::of(&found).write(path));
    if let Some(Err(message)) = &written {
        output::say(message);
        status = Status::Failed;
    }
    let was_read = |known: &Known| {
        let path = Utf8Path::new(&known.path);
        !path.is_file() || input.docs.iter().any(|&doc| baseline::plain(snapshot.path(doc)) == known.path)
    };
    let absent = baseline.map(|baseline| baseline.compare(&mut found)).unwrap_or_default();
    let absent = absent.into_iter().filter(was_read).collect();
    // What was just written down is known from now on.
    let is_settled = arguments.write_baseline.is_some() && arguments.baseline.is_none();
    let mut counting = found.iter().filter(|diagnostic| diagnostic.counts());
    if !is_settled && counting.any(|diagnostic| arguments.fail_on.includes(diagnostic.severity)) {
        status = status.max(Status::Found);
    }
    let most = snapshot.settings().max_findings;
    let diagnostics = Diagnostics { sources: Sources::new(snapshot), articles, found, absent, most };
    let write = match arguments.format {
        Format::Text => text::diagnostics,
        Format::Json => json::diagnostics,
        Format::Sarif => sarif::diagnostics,
        Format::Github => github::diagnostics,
    };
    output::write(status, |out| write(out, &diagnostics))
}

impl FailOn {
    fn includes(self, severity: Severity) -> bool {
        let threshold = match self {
            FailOn::Error => Severity::Error,
            FailOn::Warning => Severity::Warning,
            FailOn::Information => Severity::Information,
            FailOn::Hint => Severity::Hint,
            FailOn::Never => return false,
        };
        severity <= threshold
    }
}

/// What one or more documents give.
#[derive(Default)]
struct Checked {
    status: Status,
    articles: usize,
    found: Vec<Diagnostic>,
}

impl Checked {
    fn and(mut self, mut other: Self) -> Self {
        self.found.append(&mut other.found);
        Self { status: self.status.max(other.status), articles: self.articles + other.articles, ..self }
    }
}

fn check(sources: &mut Sources<'_>, doc: &DocId) -> Checked {
    let snapshot = sources.snapshot;
    if snapshot.text(*doc).is_none() {
        return Checked { status: input::changed_meanwhile(snapshot.path(*doc)), ..Checked::default() };
    }
    let findings = checks::findings(snapshot, *doc);
    Checked {
        status: Status::Done,
        articles: snapshot.facts(*doc).map_or(0, |facts| facts.articles.len()),
        found: findings.into_iter().filter_map(|finding| diagnostic(sources, finding)).collect(),
    }
}

/// A finding with the words that it is about; `None` where its file is not what was analysed any more.
pub fn diagnostic(sources: &Sources<'_>, finding: Finding) -> Option<Diagnostic> {
    let related = finding.related.into_iter().filter_map(|related| {
        Some(Related { at: sources.passage(related.doc, related.span)?, message: related.message })
    });
    Some(Diagnostic {
        related: related.collect(),
        at: sources.passage(finding.article.doc, finding.span)?,
        severity: finding.severity,
        code: finding.code,
        message: finding.message,
        fingerprint: finding.fingerprint,
        suppressed: finding.suppressed,
        baseline: None,
    })
}

pub fn canonical(one: &Diagnostic, other: &Diagnostic) -> Ordering {
    let key = |diagnostic: &Diagnostic| (diagnostic.at.start.code_point, diagnostic.code, diagnostic.at.span);
    let by_path = one.at.path.as_str().cmp(other.at.path.as_str());
    by_path.then_with(|| key(one).cmp(&key(other))).then_with(|| one.message.cmp(&other.message))
}
