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

fn cases(file: &Path) -> Vec<Case> {
    let Ok(text) = std::fs::read_to_string(file) else { return Vec::new() };
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

/// Runs the cases of some files; prints what is missed and what is alarmed.
fn scored(files: &[&str]) -> BTreeMap<String, Score> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/contradictions");
    let quiet = std::env::var_os("DATELINE_CASES").is_none();
    let all: Vec<Case> = files.iter().flat_map(|file| cases(&folder.join(file))).collect();
    let results: Vec<_> = all.par_iter().map(tried).collect();
    let mut scores: BTreeMap<String, Score> = BTreeMap::new();
    for (case, (is_found, findings)) in all.iter().zip(results) {
        let score = scores.entry(case.kind.clone()).or_default();
        let tell = |what: &str| {
            if !quiet {
                println!("{what} {} {}", case.id, case.kind);
                for (path, finding) in &findings {
                    println!("    {path}: {} {}: {}", finding.severity.name(), finding.code, finding.message);
                }
            }
        };
        if case.is_planted {
            score.planted += 1;
            score.found += usize::from(is_found);
            if !is_found {
                tell("missed");
            } else {
                tell("found");
            }
        } else {
            let told = ["undated-article", "same-text", "later-report"];
            let of_facts = || findings.iter().filter(|(_, finding)| !told.contains(&finding.code));
            score.clean += 1;
            score.alarmed += usize::from(of_facts().next().is_some());
            score.loud += usize::from(of_facts().any(|(_, finding)| finding.severity <= Severity::Warning));
            if of_facts().next().is_some() {
                tell("alarmed");
            }
        }
    }
    let mut sum = Score::default();
    println!("{:<18}{:>8}{:>7}{:>7}{:>9}{:>6}", "kind", "planted", "found", "clean", "alarmed", "loud");
    for (kind, score) in &scores {
        let Score { planted, found, clean, alarmed, loud } = *score;
        println!("{kind:<18}{planted:>8}{found:>7}{clean:>7}{alarmed:>9}{loud:>6}");
        sum.planted += planted;
        sum.found += found;
        sum.clean += clean;
        sum.alarmed += alarmed;
        sum.loud += loud;
    }
    let Score { planted, found, clean, alarmed, loud } = sum;
    println!("{:<18}{planted:>8}{found:>7}{clean:>7}{alarmed:>9}{loud:>6}", "all");
    scores
}

#[test]
fn cases_that_were_developed_on() {
    scored(&["a.txt", "b.txt"]);
}

#[test]
fn cases_that_were_kept_out() {
    scored(&["c.txt", "d.txt"]);
}
