//! Dateline's own files beside the articles: read into the world, added to by edits of the client's.

use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};
use jiff::civil::Date;
use tower_lsp::lsp_types::{Position, Range, Url, WorkspaceEdit};

use crate::base::id::{ArticleId, DocId};
use crate::checks::Finding;
use crate::io;
use crate::lsp::edits;
use crate::lsp::features::Query;
use crate::lsp::session::Session;
use crate::notes::{Days, Suppressions, lines, published, suppressions};
use crate::state::Event;
use crate::text::position::LineIndex;

/// Reads what the files of every folder say; the result is what is wrong with them.
pub(super) fn read(session: &Arc<Session>) -> Vec<String> {
    let (mut suppressions, mut days, mut problems) = (Vec::new(), Vec::new(), Vec::new());
    for root in session.uris.roots() {
        let (found, complaints) = io::suppressions(&root);
        suppressions.extend(found);
        problems.extend(complaints);
        let (found, complaints) = io::days(&root);
        days.extend(found);
        problems.extend(complaints);
    }
    session.apply(Event::Suppressed(Arc::new(Suppressions::new(suppressions))));
    session.apply(Event::Dated(Arc::new(Days::new(days))));
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
    let (root, below) = place(query, doc)?;
    let line = suppressions::Line {
        fingerprint: finding.fingerprint.to_string(),
        code: finding.code.to_owned(),
        path: Some(below),
        quote,
        reason: String::new(),
        added: Some(jiff::tz::TimeZone::UTC.to_datetime(jiff::Timestamp::now()).date()),
    };
    adding(&query.session, &root.join(suppressions::FILE), lines::written(&line))
}

/// Adds the line to the file of a document's folder that says when an article appeared.
pub(super) fn dating(query: &Query, article: ArticleId, day: Date) -> Option<WorkspaceEdit> {
    let (root, below) = place(query, article.doc)?;
    let several = query.snapshot.facts(article.doc)?.articles.len() > 1;
    let number = several.then_some(article.article + 1);
    let line = published::Line { path: below, article: number, published: day };
    adding(&query.session, &root.join(published::FILE), lines::written(&line))
}

/// The folder that a document lies in, and its path there, with `/` between its parts.
fn place(query: &Query, doc: DocId) -> Option<(Utf8PathBuf, String)> {
    let path = query.snapshot.path(doc);
    let below = query.session.uris.below_root(path)?;
    let root = path.ancestors().nth(below.components().count())?;
    Some((root.to_owned(), below.into_string().replace('\\', "/")))
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
