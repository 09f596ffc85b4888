//! Written cases of contradictions, and of what looks like one: how many of the first are found and how many of
//! the second are left alone. `tests/contradictions/README.md` says how they were made.
//!
//! A contradiction counts as found where a finding, or a passage that it points to, stands in the paragraph of
//! the wrong words. A clean case counts as alarmed where anything is found in it but what only tells of a later
//! report or of the folder's files.
#![expect(clippy::disallowed_methods, reason = "finds and reads the cases")]

use std::collections::BTreeMap;
use std::path::Path;

use camino::Utf8PathBuf;
use dateline::base::span::Span;
use dateline::checks::{self, Finding, Severity};
use dateline::testing::fixture::{Fixture, doc};
use rayon::prelude::*;

struct Case {
    id: String,
    kind: String,
    is_planted: bool,
    fixture: Fixture,
}

/// What became of the cases of one kind.
#[derive(Clone, Copy, Default)]
struct Score {
    planted: usize,
    found: usize,
    clean: usize,
    /// Clean cases with a finding, and with one at warning or above.
    alarmed: usize,
    loud: usize,
}

/// Findings that tell of the folder's files or of later reports, not of a mistake.
const OF_FILES: &[&str] = &["undated-article", "same-text", "later-report"];

fn cases(file: &Path) -> Vec<Case> {
    let text = std::fs::read_to_string(file).unwrap();
    let cases = text.split("\n=== ").map(|case| case.trim_start_matches("=== "));
    let read = |case: &str| {
        let (head, body) = case.split_once('\n')?;
        let mut words = head.split_whitespace();
        let (id, kind) = (words.next()?.to_owned(), words.next()?.strip_prefix("kind=")?.to_owned());
        let is_planted = words.next()? == "planted";
        let fixture = Fixture::parse(body.get(body.find("#- ")?..)?);
        Some(Case { id, kind, is_planted, fixture })
    };
    cases.filter_map(read).collect()
}

/// Whether the passage stands in the paragraph of a mark.
fn in_paragraph(text: &str, mark: Span, span: Span) -> bool {
    let start = text[..mark.start as usize].rfind("\n\n").map_or(0, |at| at + 1);
    let end = text[mark.end as usize..].find("\n\n").map_or(text.len(), |at| at + mark.end as usize);
    (start..end).contains(&(span.start as usize))
}

fn tried(case: &Case) -> (bool, Vec<(Utf8PathBuf, Finding)>) {
    let snapshot = case.fixture.world().snapshot();
    let mut all = Vec::new();
    for path in case.fixture.files.keys() {
        let found = checks::findings(&snapshot, doc(&snapshot, path));
        all.extend(found.into_iter().map(|finding| (path.clone(), finding)));
    }
    let marks = case.fixture.ranges();
    let is_found = marks.iter().any(|(marked, mark)| {
        let text = &case.fixture.files[marked].text;
        all.iter().any(|(path, finding)| {
            path == marked && in_paragraph(text, *mark, finding.span)
                || finding.related.iter().any(|related| {
                    snapshot.path(related.doc) == marked && in_paragraph(text, *mark, related.span)
                })
        })
    });
    (is_found, all)
}

impl Score {
    fn add(&mut self, other: Score) {
        self.planted += other.planted;
        self.found += other.found;
        self.clean += other.clean;
        self.alarmed += other.alarmed;
        self.loud += other.loud;
    }
}

/// Runs the cases of some files and prints a line for each kind; with `DATELINE_CASES` set, each case with what
/// was found in it.
fn scored(files: &[&str]) -> Score {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/contradictions");
    let tells = std::env::var_os("DATELINE_CASES").is_some();
    let all: Vec<Case> = files.iter().flat_map(|file| cases(&folder.join(file))).collect();
    let results: Vec<_> = all.par_iter().map(tried).collect();
    let mut scores: BTreeMap<&str, Score> = BTreeMap::new();
    for (case, (is_found, findings)) in all.iter().zip(results) {
        let of_facts = || findings.iter().filter(|(_, finding)| !OF_FILES.contains(&finding.code));
        let is_alarmed = of_facts().next().is_some();
        let score = scores.entry(&case.kind).or_default();
        if case.is_planted {
            score.add(Score { planted: 1, found: usize::from(is_found), ..Score::default() });
        } else {
            let loud = of_facts().any(|(_, finding)| finding.severity <= Severity::Warning);
            score.add(Score {
                clean: 1,
                alarmed: usize::from(is_alarmed),
                loud: usize::from(loud),
                ..Score::default()
            });
        }
        if tells {
            let what = match (case.is_planted, is_found, is_alarmed) {
                (true, true, _) => "found",
                (true, false, _) => "missed",
                (false, _, true) => "alarmed",
                (false, _, false) => "quiet",
            };
            println!("{what} {} {}", case.id, case.kind);
            for (path, finding) in &findings {
                println!("    {path}: {} {}: {}", finding.severity.name(), finding.code, finding.message);
            }
        }
    }
    let mut sum = Score::default();
    println!("{:<18}{:>8}{:>7}{:>7}{:>9}{:>6}", "kind", "planted", "found", "clean", "alarmed", "loud");
    let line = |kind: &str, score: Score| {
        let Score { planted, found, clean, alarmed, loud } = score;
        println!("{kind:<18}{planted:>8}{found:>7}{clean:>7}{alarmed:>9}{loud:>6}");
    };
    for (kind, score) in &scores {
        line(kind, *score);
        sum.add(*score);
    }
    line("all", sum);
    sum
}

/// What a set must reach: found at least, alarmed and alarmed loudly at most. The figures are those of the
/// program as it is; they go up with it, and never down unseen.
fn holds(files: &[&str], planted: usize, found: usize, alarmed: usize, loud: usize) {
    let score = scored(files);
    assert_eq!(score.planted, planted, "planted cases read from {files:?}");
    assert!(score.found >= found, "{files:?}: {} found, {found} before", score.found);
    assert!(score.alarmed <= alarmed, "{files:?}: {} clean cases alarmed, {alarmed} before", score.alarmed);
    assert!(score.loud <= loud, "{files:?}: {} clean cases with a warning, {loud} before", score.loud);
}

#[test]
fn cases_that_were_developed_on() {
    holds(&["dev-a.txt", "dev-b.txt", "dev-c.txt", "dev-e.txt", "dev-f.txt"], 260, 185, 7, 2);
}

#[test]
fn cases_that_were_kept_out() {
    holds(&["kept-d.txt", "kept-g.txt"], 104, 52, 8, 1);
}

#[test]
fn cases_that_the_rules_were_written_with() {
    let own = ["own-dates.txt", "own-arithmetic.txt", "own-story.txt", "own-offices.txt", "own-quotes.txt"];
    holds(&own, 528, 508, 3, 1);
}
