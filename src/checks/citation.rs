//! How a draft is put right by its sources: their value in its words, and where it is from.

use camino::{Utf8Component, Utf8Path};

use crate::base::id::DocId;
use crate::base::span::Span;
use crate::checks::{Fix, Mend, Subject};
use crate::source::Format;
use crate::state::Snapshot;

/// The fix that puts a source's words in the place of a draft's, and cites the source. `None` in an article,
/// which is evidence and not edited.
pub fn corrected(subject: &Subject<'_>, span: Span, words: &str, source: DocId) -> Option<Fix> {
    let snapshot = subject.snapshot;
    let name = file_name(snapshot, source);
    let mine = one_line(span.of_text(subject.text));
    snapshot.is_draft(subject.article).then(|| Fix {
        title: format!("Use “{words}” for “{mine}”, and cite {name}"),
        mend: Mend::Replace {
            span,
            words: format!("{words}{}", cited(snapshot, subject.article.doc, source)),
        },
    })
}

/// The fix that leaves a draft's words as they are and cites a source behind them.
pub fn cites(subject: &Subject<'_>, span: Span, source: DocId) -> Option<Fix> {
    let snapshot = subject.snapshot;
    let mend =
        || Mend::Replace { span: Span::empty(span.end), words: cited(snapshot, subject.article.doc, source) };
    snapshot
        .is_draft(subject.article)
        .then(|| Fix { title: format!("Cite {} here", file_name(snapshot, source)), mend: mend() })
}

/// The last part of a document's path.
pub fn file_name(snapshot: &Snapshot, doc: DocId) -> &str {
    let path = snapshot.path(doc);
    path.file_name().unwrap_or(path.as_str())
}

/// A stretch of text on one line.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words that cite a source in a draft, to stand behind others: a link where the draft can have one.
fn cited(snapshot: &Snapshot, draft: DocId, source: DocId) -> String {
    let name = file_name(snapshot, source);
    let target = relative(snapshot.path(draft), snapshot.path(source));
    match snapshot.format(draft) {
        Format::Markdown => {
            let plain = |letter: char| !letter.is_whitespace() && !"()<>".contains(letter);
            let target = if target.chars().all(plain) { target } else { format!("<{target}>") };
            format!(" ([{name}]({target}))")
        }
        Format::Html => format!(" (<a href=\"{}\">{name}</a>)", target.replace('"', "%22")),
        _ => format!(" ({name})"),
    }
}

/// The way from one file to another, with `/` between its parts.
fn relative(from: &Utf8Path, to: &Utf8Path) -> String {
    let folders: Vec<Utf8Component<'_>> = from.parent().into_iter().flat_map(Utf8Path::components).collect();
    let target: Vec<Utf8Component<'_>> = to.components().collect();
    let shared = folders.iter().zip(&target).take_while(|(one, other)| one == other).count();
    let up = std::iter::repeat_n("..", folders.len() - shared);
    let down = target.iter().skip(shared).map(Utf8Component::as_str);
    up.chain(down).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_leads_from_the_drafts_folder() {
        for (from, to, way) in [
            ("draft.md", "a.txt", "a.txt"),
            ("/w/drafts/one.md", "/w/articles/a.txt", "../articles/a.txt"),
            ("/w/one.md", "/w/articles/old/a.txt", "articles/old/a.txt"),
            ("w/x/y/one.md", "w/a.txt", "../../a.txt"),
        ] {
            assert_eq!(relative(from.into(), to.into()), way, "{from} {to}");
        }
    }
}
