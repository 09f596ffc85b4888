//! Dateline's own files beside the articles: read into the world, added to by edits of the client's.

use std::sync::Arc;

use camino::Utf8Path;
use tower_lsp::lsp_types::{Position, Range, Url, WorkspaceEdit};

use crate::base::id::DocId;
use crate::checks::Finding;
use crate::io;
use crate::lsp::edits;
use crate::lsp::features::Query;
use crate::lsp::session::Session;
use crate::notes::Suppressions;
use crate::notes::suppressions::{FILE, Line};
use crate::state::Event;
use crate::text::position::LineIndex;

/// Reads the suppressions of every folder; the result is what is wrong with them.
pub(super) fn read_suppressions(session: &Arc<Session>) -> Vec<String> {
    let (mut found, mut problems) = (Vec::new(), Vec::new());
    for root in session.uris.roots() {
        let (suppressions, complaints) = io::suppressions(&root);
        found.extend(suppressions);
        problems.extend(complaints);
    }
    session.apply(Event::Suppressed(Arc::new(Suppressions::new(found))));
    problems
}

/// Adds the line to the file of a document's folder that suppresses a finding, for the person to give the
/// reason and to save. `None` where the document lies in no folder, or the client cannot make the file.
pub(super) fn suppressing(
    query: &Query,
    doc: DocId,
    finding: &Finding,
    quote: String,
) -> Option<WorkspaceEdit> {
    let session = &query.session;
    let path = query.snapshot.path(doc);
    let below = session.uris.below_root(path)?;
    let root = path.ancestors().nth(below.components().count())?;
    let line = Line {
        fingerprint: finding.fingerprint.to_string(),
        code: finding.code.to_owned(),
        path: Some(below.into_string().replace('\\', "/")),
        quote,
        reason: String::new(),
        added: Some(jiff::tz::TimeZone::UTC.to_datetime(jiff::Timestamp::now()).date()),
    };
    adding(session, &root.join(FILE), line.written())
}

fn adding(session: &Session, file: &Utf8Path, line: String) -> Option<WorkspaceEdit> {
    let uri: Url = session.uris.uri(file)?;
    let Ok(read) = io::read::read(file) else { return edits::creating(session, &uri, line) };
    let lines = LineIndex::new(&read.text);
    let end = u32::try_from(read.text.len()).ok()?;
    let (row, column) = lines.line_column(&read.text, end, session.profile().encoding);
    let position = Position::new(row, column);
    // A last line without its end gets it first.
    let words = if column > 0 { format!("\n{line}") } else { line };
    Some(edits::replacing(session, &uri, None, Range::new(position, position), words))
}
