//! `.dateline/suppressions.jsonl`: findings in articles that the analyst has looked at and wants to hear
//! no more of, a JSON line each.
//!
//! ```json
//! {"fingerprint":"0123456789abcdef","code":"weekday-mismatch","path":"a.txt","quote":"…","reason":"…","added":"2025-02-18"}
//! ```
//!
//! Only the fingerprint is needed. It holds in the file that `path` names; where there is no such file
//! any more (it was renamed), wherever the same finding is made.

use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::base::fingerprint::Fingerprint;
use crate::base::span::Span;
use crate::notes::lines;

/// The file's place below the folder that it is for.
pub const FILE: &str = ".dateline/suppressions.jsonl";

/// One line. Members that are not known are left alone.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Line {
    pub fingerprint: String,
    pub code: String,
    /// Below the folder, with `/` between its parts.
    pub path: Option<String>,
    /// The words of the finding.
    pub quote: String,
    pub reason: String,
    pub added: Option<Date>,
}

/// One suppression, and where it stands.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Suppression {
    pub fingerprint: Fingerprint,
    /// The file that it is for, by the name that documents have; `None` where there is none any more.
    pub path: Option<Utf8PathBuf>,
    pub line: Line,
    pub at: Origin,
}

/// Where a suppression stands.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Origin {
    pub file: Arc<Utf8Path>,
    /// From 0.
    pub line: u32,
    /// The line without its end, in bytes of the file text.
    pub span: Span,
}

/// All suppressions. Equal sets are equal values, in whatever order they came.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Suppressions(Box<[Suppression]>);

impl Suppressions {
    pub fn new(suppressions: impl IntoIterator<Item = Suppression>) -> Self {
        let mut all: Vec<Suppression> = suppressions.into_iter().collect();
        all.sort();
        all.dedup();
        Self(all.into())
    }

    /// By fingerprint, then path.
    pub fn list(&self) -> &[Suppression] {
        &self.0
    }

    /// What suppresses a finding of this fingerprint in a file; one with a reason before one without.
    pub fn of(&self, fingerprint: Fingerprint, path: &Utf8Path) -> Option<&Suppression> {
        let first = self.0.partition_point(|one| one.fingerprint < fingerprint);
        let same = self.0.iter().skip(first).take_while(|one| one.fingerprint == fingerprint);
        let holds = same.filter(|one| one.path.as_deref().is_none_or(|own| own == path));
        holds.min_by_key(|one| one.line.reason.trim().is_empty())
    }
}

/// Reads the file's text: its suppressions, with the paths as they are written, and what is wrong on
/// which line (from 1).
pub fn parse(file: &Utf8Path, text: &str) -> (Vec<Suppression>, Vec<(u32, String)>) {
    let file: Arc<Utf8Path> = file.into();
    let (mut found, mut problems) = (Vec::new(), Vec::new());
    for lines::Read { number, span, said } in lines::read::<Line>(text) {
        let read = said.and_then(|line| {
            let fingerprint = line.fingerprint.parse();
            Ok((fingerprint.map_err(|_| "“fingerprint” is not 16 hexadecimal digits".to_owned())?, line))
        });
        match read {
            Ok((fingerprint, line)) => {
                let at = Origin { file: file.clone(), line: number, span };
                found.push(Suppression { fingerprint, path: line.path.clone().map(Into::into), line, at });
            }
            Err(why) => {
                problems.push((number + 1, format!("this line is no suppression and was left out: {why}")));
            }
        }
    }
    (found, problems)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str =
        r#"{"fingerprint":"00000000000000ff","code":"a","path":"x/y.txt","reason":"r","more":1}"#;

    #[test]
    fn a_damaged_line_costs_nothing_but_itself() {
        let text = format!("{GOOD}\n\n{{\"fingerprint\":\n{{\"fingerprint\":\"ff\"}}\r\n[]\n{GOOD}");
        let (found, problems) = parse("s.jsonl".into(), &text);
        assert_eq!(found.iter().map(|one| one.at.line).collect::<Vec<_>>(), [0, 5]);
        assert_eq!(problems.iter().map(|one| one.0).collect::<Vec<_>>(), [3, 4, 5], "{problems:?}");
        assert_eq!(found[1].at.span.of_text(&text), GOOD);
        assert_eq!(found[0].fingerprint, Fingerprint(255));
        assert_eq!(found[0].path.as_deref(), Some("x/y.txt".into()));
    }

    #[test]
    fn what_is_written_is_read() {
        let line = Line {
            fingerprint: Fingerprint(7).to_string(),
            code: "a".to_owned(),
            path: Some("x.txt".to_owned()),
            quote: "two\nlines “and” \"quotes\"".to_owned(),
            reason: String::new(),
            added: "2025-02-18".parse().ok(),
        };
        let (found, problems) = parse("s".into(), &lines::written(&line));
        assert_eq!(problems, []);
        assert_eq!(found[0].line, line);
    }

    #[test]
    fn it_holds_in_its_file_or_where_that_is_gone_everywhere() {
        let (mut found, _) = parse("s".into(), GOOD);
        let all = Suppressions::new(found.clone());
        assert!(all.of(Fingerprint(255), "x/y.txt".into()).is_some());
        assert!(all.of(Fingerprint(255), "z.txt".into()).is_none());
        assert!(all.of(Fingerprint(254), "x/y.txt".into()).is_none());
        found[0].path = None;
        let all = Suppressions::new(found.iter().cloned().chain(found.iter().cloned()));
        assert_eq!(all.list().len(), 1);
        assert!(all.of(Fingerprint(255), "z.txt".into()).is_some());
    }
}
