//! A baseline: the findings that a folder had on a day, so that only new ones count from then on.
//!
//! A finding is known where the baseline has its fingerprint for its file. What is left over on both
//! sides is matched by fingerprint alone, so that a renamed file stays known and a copy is new.

use std::collections::BTreeMap;

use camino::Utf8Path;
use serde::{Deserialize, Serialize};

use crate::cli::check::Diagnostic;
use crate::io;

/// How a finding stands to a baseline.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    New,
    Unchanged,
}

/// The file.
#[derive(Serialize, Deserialize)]
pub struct Baseline {
    version: u32,
    /// By path, place, code.
    findings: Vec<Known>,
}

/// One finding of a baseline, with enough to say which one it was when it is gone.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Known {
    pub path: String,
    pub line: u32,
    pub column: u32,
    pub code: String,
    pub severity: String,
    pub message: String,
    pub fingerprint: String,
}

impl Baseline {
    /// The baseline that these findings make. Suppressed ones are silent already.
    pub fn of(found: &[Diagnostic]) -> Self {
        let findings =
            found.iter().filter(|diagnostic| diagnostic.suppressed.is_none()).map(|diagnostic| Known {
                path: plain(&diagnostic.at.path).to_owned(),
                line: diagnostic.at.start.line,
                column: diagnostic.at.start.column,
                code: diagnostic.code.to_owned(),
                severity: diagnostic.severity.name().to_owned(),
                message: diagnostic.message.clone(),
                fingerprint: diagnostic.fingerprint.to_string(),
            });
        let mut findings: Vec<Known> = findings.collect();
        findings.sort();
        Self { version: 1, findings }
    }

    /// Reads a file. The error is a sentence for a person, with the path.
    pub fn read(path: &Utf8Path) -> Result<Self, String> {
        let read = io::read::read(path).map_err(|message| format!("{path}: {message}"))?;
        let baseline: Self =
            serde_json::from_str(&read.text).map_err(|error| format!("{path}: not a baseline: {error}"))?;
        if baseline.version != 1 {
            return Err(format!("{path}: a baseline of version {}; this program reads 1", baseline.version));
        }
        Ok(baseline)
    }

    /// Writes the file.
    pub fn write(&self, path: &Utf8Path) -> Result<(), String> {
        let text = serde_json::to_string_pretty(self).map_err(|error| format!("{path}: {error}"))? + "\n";
        io::write::replace(path, text.as_bytes()).map_err(|message| format!("{path}: {message}"))
    }

    /// Says of each finding whether it is new; the result are those of the baseline that none of them is.
    pub fn compare(self, found: &mut [Diagnostic]) -> Vec<Known> {
        let mut left: BTreeMap<(String, String), Vec<Known>> = BTreeMap::new();
        for known in self.findings {
            left.entry((known.fingerprint.clone(), known.path.clone())).or_default().push(known);
        }
        let mut take = |key: (String, String)| left.get_mut(&key).and_then(Vec::pop).is_some();
        for diagnostic in found.iter_mut() {
            let key = (diagnostic.fingerprint.to_string(), plain(&diagnostic.at.path).to_owned());
            diagnostic.baseline = Some(if take(key) { State::Unchanged } else { State::New });
        }
        let mut moved: BTreeMap<String, Vec<Known>> = BTreeMap::new();
        for ((fingerprint, _), known) in left {
            moved.entry(fingerprint).or_default().extend(known);
        }
        for diagnostic in found.iter_mut().filter(|diagnostic| diagnostic.baseline == Some(State::New)) {
            let known = moved.get_mut(&diagnostic.fingerprint.to_string()).and_then(Vec::pop);
            if known.is_some() {
                diagnostic.baseline = Some(State::Unchanged);
            }
        }
        let mut absent: Vec<Known> = moved.into_values().flatten().collect();
        absent.sort();
        absent
    }
}

/// A path without the `./` that a call may put in front.
pub fn plain(path: &Utf8Path) -> &str {
    path.as_str().trim_start_matches("./")
}
