//! Lines of Dateline's own file that suppress nothing any more, or do not say why.

use camino::{Utf8Path, Utf8PathBuf};

use crate::base::span::Span;
use crate::checks;
use crate::checks::folder::stale_suppression::{self, complaint};
use crate::cli::check::Diagnostic;
use crate::cli::source::{Passage, Place};
use crate::io;
use crate::notes::Suppression;
use crate::state::Snapshot;
use crate::text::position::{Encoding, LineIndex};

/// The stale lines among the suppressions that speak of what was checked: of a file that was, or of one
/// that is gone, where the whole folder was checked.
pub fn suppressions(snapshot: &Snapshot, checked: &[Utf8PathBuf], found: &[Diagnostic]) -> Vec<Diagnostic> {
    let Some(severity) = checks::severity(snapshot, stale_suppression::CODE) else { return Vec::new() };
    let mut stale = Vec::new();
    for suppression in snapshot.suppressions().list() {
        let holds = |path: &Utf8Path| suppression.path.as_deref().is_none_or(|own| own == path);
        let is_used =
            found.iter().any(|one| one.fingerprint == suppression.fingerprint && holds(&one.at.path));
        if !is_used && !was_checked(snapshot, checked, suppression) {
            continue;
        }
        let passage = || passage(suppression);
        let Some((message, at)) = complaint(suppression, is_used).zip(passage()) else { continue };
        stale.push(Diagnostic {
            at,
            severity,
            code: stale_suppression::CODE,
            message,
            related: Vec::new(),
            fingerprint: checks::fingerprint::of(&[
                stale_suppression::CODE.to_owned(),
                suppression.fingerprint.to_string(),
            ]),
            suppressed: None,
            baseline: None,
        });
    }
    stale
}

fn was_checked(snapshot: &Snapshot, checked: &[Utf8PathBuf], suppression: &Suppression) -> bool {
    match &suppression.path {
        Some(path) => snapshot.doc(path).is_some(),
        None => {
            let folder = suppression.at.file.parent().and_then(Utf8Path::parent);
            let real = |path: &Utf8Path| {
                let path = if path.as_str().is_empty() { Utf8Path::new(".") } else { path };
                path.canonicalize_utf8().ok()
            };
            let folder = folder.and_then(real);
            folder.is_some() && checked.iter().any(|path| real(path) == folder)
        }
    }
}

/// The line in its file; `None` where that is not what was read any more.
fn passage(suppression: &Suppression) -> Option<Passage> {
    let text = io::read::read(&suppression.at.file).ok()?.text;
    let lines = LineIndex::new(&text);
    let span = suppression.at.span;
    let place = |offset| {
        let (line, column) = lines.line_column(&text, offset, Encoding::Utf32);
        let code_point = Encoding::Utf32.units(Span::new(0, offset).of_text(&text));
        Place { code_point, line: line + 1, column: column + 1 }
    };
    Some(Passage {
        doc: None,
        span,
        path: (*suppression.at.file).to_owned(),
        start: place(span.start),
        end: place(span.end),
        text: span.of_text(&text).to_owned(),
    })
}
