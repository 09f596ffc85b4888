//! Feature: actions
//!
//! What can be done about a finding: put it right, in a draft with the sources' value and a citation, for an
//! article without a date in Dateline's own file; silence it with a reason, by a comment in a draft or by a line in
//! Dateline's own file for an article, which is evidence and is never edited; take a comment out that
//! silences nothing; have it explained.

use jiff::civil::Date;

use crate::base::id::DocId;
use crate::base::span::Span;
use crate::checks::folder::stale_suppression;
use crate::checks::{self, Finding, Fix, Mend, shown};
use crate::notes::{ignore, suppressions};
use crate::source::Format;
use crate::source::formats::front_matter::FrontMatter;
use crate::state::Snapshot;

/// Something to be done about a finding.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Action {
    pub title: String,
    pub finding: Finding,
    pub does: Does,
}

/// What an action does.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Does {
    /// Puts other words in the place of a stretch of the document.
    Replace { span: Span, words: String },
    /// Adds a line to Dateline's own file beside the article's folder. `quote` are the words of the finding.
    Suppress { quote: String },
    /// Adds a line to Dateline's own file beside the article's folder: when the article appeared.
    Date { day: Date },
    /// Says why the finding is made.
    Explain,
}

/// The actions for the findings that a stretch of a document touches, by place.
pub fn actions(snapshot: &Snapshot, doc: DocId, span: Span) -> Vec<Action> {
    let Some(text) = snapshot.text(doc) else { return Vec::new() };
    let found = checks::shown(snapshot, doc).into_iter();
    let here = found.filter(|one| one.span.start <= span.end && span.start <= one.span.end);
    here.filter(|finding| finding.code != shown::MORE)
        .flat_map(|finding| {
            let mut actions: Vec<Action> =
                finding.fixes.iter().filter_map(|fix| mending(snapshot, &finding, fix)).collect();
            actions.push(silence(snapshot, &text, &finding));
            let title = format!("Explain {}", finding.code);
            actions.push(Action { title, finding, does: Does::Explain });
            actions
        })
        .collect()
}

/// `None` for what would write into an article.
fn mending(snapshot: &Snapshot, finding: &Finding, fix: &Fix) -> Option<Action> {
    let does = match &fix.mend {
        Mend::Replace { span, words } => {
            snapshot.is_draft(finding.article).then(|| Does::Replace { span: *span, words: words.clone() })?
        }
        Mend::Date { day } => Does::Date { day: *day },
    };
    Some(Action { title: fix.title.clone(), finding: finding.clone(), does })
}

fn silence(snapshot: &Snapshot, text: &str, finding: &Finding) -> Action {
    let code = finding.code;
    let (title, does) = if code == stale_suppression::CODE {
        let span = with_its_line(text, finding.span);
        ("Remove this comment".to_owned(), Does::Replace { span, words: String::new() })
    } else if takes_comment(snapshot, text, finding) {
        let span = Span::empty(line_end(text, finding.span.end));
        let words = format!(" {}", ignore::comment(code, ""));
        (format!("Ignore {code} here, by a comment"), Does::Replace { span, words })
    } else {
        let quote = finding.span.of_text(text).split_whitespace().collect::<Vec<_>>().join(" ");
        (format!("Suppress {code} here, in {}", suppressions::FILE), Does::Suppress { quote })
    };
    Action { title, finding: finding.clone(), does }
}

/// Whether a comment behind the finding would be one: in the text of a draft, not in its front matter.
fn takes_comment(snapshot: &Snapshot, text: &str, finding: &Finding) -> bool {
    let format = snapshot.format(finding.article.doc);
    let front_matter = (format != Format::Html).then(|| FrontMatter::parse(text)).flatten();
    snapshot.is_draft(finding.article)
        && front_matter.is_none_or(|front_matter| front_matter.span.end <= finding.span.start)
}

/// The end of the words on the line of an offset.
fn line_end(text: &str, offset: u32) -> u32 {
    let rest = text.get(offset as usize..).unwrap_or_default();
    let line = rest.split(['\n', '\r']).next().unwrap_or_default();
    Span::of(0..line.trim_end().len()).end + offset
}

/// The stretch to take out with a comment: its line where it has one to itself, else the spaces before it.
fn with_its_line(text: &str, span: Span) -> Span {
    let before = Span::new(0, span.start).of_text(text);
    let behind = text.get(span.end as usize..).unwrap_or_default();
    let spaces = before.len() - before.trim_end_matches([' ', '\t']).len();
    let start = span.start - Span::of(0..spaces).end;
    let line_break = ["\r\n", "\n", "\r"].into_iter().find(|one| behind.starts_with(one));
    let begins_line = Span::new(0, start).of_text(text).is_empty()
        || Span::new(0, start).of_text(text).ends_with(['\n', '\r']);
    match line_break {
        Some(line_break) if begins_line => Span::new(start, span.end + Span::of(0..line_break.len()).end),
        _ => Span::new(start, span.end),
    }
}
