//! Which findings the analyst wants to hear no more of: by a comment in a draft, or by their fingerprint
//! in Dateline's own file.

use crate::checks::Finding;
use crate::checks::folder::stale_suppression;
use crate::notes::ignores;
use crate::state::Snapshot;

/// Who silenced a finding, and why.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Suppressed {
    pub by: By,
    /// Empty where none is given.
    pub reason: Box<str>,
}

/// What silences a finding.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum By {
    /// A comment in the draft.
    Comment,
    /// A line of Dateline's own file.
    File,
}

impl By {
    /// The name in `check --format json`.
    pub const fn name(self) -> &'static str {
        match self {
            By::Comment => "comment",
            By::File => "file",
        }
    }
}

/// Marks the findings of one document that are suppressed.
pub(super) fn mark(snapshot: &Snapshot, text: &str, findings: &mut [Finding]) {
    let Some(first) = findings.first() else { return };
    let path = snapshot.path(first.article.doc);
    let comments = ignores(text, snapshot.format(first.article.doc));
    for finding in findings.iter_mut().filter(|finding| finding.code != stale_suppression::CODE) {
        let draft = comments.iter().filter(|_| snapshot.is_draft(finding.article));
        let comment = draft
            .filter(|one| one.silences(finding.code, finding.span))
            .min_by_key(|one| one.reason.is_empty());
        let by_comment = comment.map(|one| Suppressed { by: By::Comment, reason: one.reason.clone() });
        let by_file = || {
            let suppression = snapshot.suppressions().of(finding.fingerprint, path)?;
            Some(Suppressed { by: By::File, reason: suppression.line.reason.as_str().into() })
        };
        finding.suppressed = by_comment.or_else(by_file);
    }
}
