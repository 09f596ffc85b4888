//! `dateline check`: what cannot be right, and where.

use std::cmp::Ordering;

use camino::Utf8PathBuf;
use clap::{Args, ValueEnum};

use crate::checks::{self, Finding, Severity};
use crate::cli::Status;
use crate::cli::input::{self, Options};
use crate::cli::output::{self, github, json, sarif, text};
use crate::cli::source::{Passage, Sources};

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
}

const EXAMPLES: &str = "\
Examples:
  dateline check draft.md articles
  dateline check articles --format json > findings.json
  dateline check articles --format github --fail-on error     in a GitHub workflow
  dateline check articles --format sarif > findings.sarif     for code scanning

The severity of each check can be set in the folder's dateline.toml:
  [checks]
  weekday-mismatch = \"error\"     (off, error, warning, information or hint)";

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
    /// By path, then start, then code.
    pub found: Vec<Diagnostic>,
}

/// A finding and the words that it is about.
pub struct Diagnostic {
    pub at: Passage,
    pub severity: Severity,
    pub code: &'static str,
    pub message: String,
    pub related: Vec<Related>,
}

/// Another passage that a finding is about.
pub struct Related {
    pub at: Passage,
    pub message: String,
}

pub fn run(arguments: &Arguments) -> Status {
    // The order of the arguments does not matter, not even for a file that two of them hold.
    let mut paths = arguments.paths.clone();
    paths.sort_by(|one, other| one.as_str().cmp(other.as_str()));
    let input = input::load(&paths, Options::default());
    let mut status = input.status;
    let sources = Sources::new(&input.snapshot);
    let mut found = Vec::new();
    let mut articles = 0;
    for &doc in &input.docs {
        if sources.snapshot.text(doc).is_none() {
            status = status.max(input::changed_meanwhile(sources.snapshot.path(doc)));
            continue;
        }
        articles += sources.snapshot.facts(doc).map_or(0, |facts| facts.articles.len());
        let findings = checks::findings(sources.snapshot, doc);
        found.extend(findings.into_iter().filter_map(|finding| diagnostic(&sources, finding)));
    }
    found.sort_by(canonical);
    if found.iter().any(|diagnostic| arguments.fail_on.includes(diagnostic.severity)) {
        status = status.max(Status::Found);
    }
    let diagnostics = Diagnostics { sources, articles, found };
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

fn diagnostic(sources: &Sources<'_>, finding: Finding) -> Option<Diagnostic> {
    let related = finding.related.into_iter().filter_map(|related| {
        Some(Related { at: sources.passage(related.doc, related.span)?, message: related.message })
    });
    Some(Diagnostic {
        related: related.collect(),
        at: sources.passage(finding.article.doc, finding.span)?,
        severity: finding.severity,
        code: finding.code,
        message: finding.message,
    })
}

fn canonical(one: &Diagnostic, other: &Diagnostic) -> Ordering {
    let key = |diagnostic: &Diagnostic| (diagnostic.at.start.code_point, diagnostic.code, diagnostic.at.span);
    let by_path = one.at.path.as_str().cmp(other.at.path.as_str());
    by_path.then_with(|| key(one).cmp(&key(other))).then_with(|| one.message.cmp(&other.message))
}
