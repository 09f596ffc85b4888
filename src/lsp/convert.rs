//! Our words in the protocol's, and back.

use std::cell::RefCell;
use std::sync::Arc;

use rustc_hash::FxHashMap;
use tower_lsp::lsp_types::{
    self, CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, HoverContents,
    MarkupContent, MarkupKind, NumberOrString, Range, SymbolKind, Url,
};

use crate::base::id::DocId;
use crate::base::kind::EntityKind;
use crate::base::span::Span;
use crate::checks::{Finding, Severity, docs, shown};
use crate::ide::Location;
use crate::ide::hover::{HoverCard, Piece};
use crate::ide::symbols::OutlineKind;
use crate::lsp::session::Session;
use crate::state::Snapshot;
use crate::text::buffer;
use crate::text::position::{At, Encoding, LineIndex};

/// A position of the client, in the unit that was agreed.
pub(super) fn position(position: lsp_types::Position) -> buffer::Position {
    buffer::Position { line: position.line, column: position.character }
}

/// The texts of one snapshot, for turning places into the client's units and back. A closed file is
/// read at most once, and only where its place is not known without.
pub(super) struct Pages<'a> {
    snapshot: &'a Snapshot,
    session: &'a Session,
    read: RefCell<FxHashMap<DocId, Option<Page>>>,
}

#[derive(Clone)]
struct Page {
    text: Arc<str>,
    lines: Arc<LineIndex>,
}

impl<'a> Pages<'a> {
    pub fn new(snapshot: &'a Snapshot, session: &'a Session) -> Self {
        Self { snapshot, session, read: RefCell::default() }
    }

    /// The offset that a position means. `None` behind the last line, where no word can be meant.
    pub fn offset(&self, doc: DocId, position: lsp_types::Position) -> Option<u32> {
        let page = self.page(doc)?;
        (position.line < page.lines.lines())
            .then(|| page.lines.offset(&page.text, position.line, position.character, self.encoding()))
    }

    /// Where a span lies; `None` where the text cannot be read any more.
    pub fn range(&self, doc: DocId, span: Span) -> Option<Range> {
        let page = self.page(doc)?;
        let position = |offset| {
            let (line, column) = page.lines.line_column(&page.text, offset, self.encoding());
            lsp_types::Position::new(line, column)
        };
        Some(Range::new(position(span.start), position(span.end)))
    }

    /// Where a place lies that was found when the text was read.
    pub fn range_of(&self, location: &Location) -> Option<Range> {
        let position = |at: At| Some(lsp_types::Position::new(at.line, at.column(self.encoding())?));
        match (position(location.at.start), position(location.at.end)) {
            (Some(start), Some(end)) => Some(Range::new(start, end)),
            _ => self.range(location.doc, location.span),
        }
    }

    pub fn location(&self, location: &Location) -> Option<lsp_types::Location> {
        Some(lsp_types::Location::new(self.uri(location.doc)?, self.range_of(location)?))
    }

    pub fn uri(&self, doc: DocId) -> Option<Url> {
        self.session.uris.uri(self.snapshot.path(doc))
    }

    pub fn diagnostic(&self, doc: DocId, finding: &Finding) -> Option<Diagnostic> {
        let related = finding.related.iter().filter_map(|related| {
            let location =
                lsp_types::Location::new(self.uri(related.doc)?, self.range(related.doc, related.span)?);
            Some(DiagnosticRelatedInformation { location, message: related.message.clone() })
        });
        let can_relate = self.session.profile().related_information && !finding.related.is_empty();
        Some(Diagnostic {
            range: self.range(doc, finding.span)?,
            severity: Some(severity(finding.severity)),
            code: Some(NumberOrString::String(finding.code.to_owned())),
            source: Some("dateline".to_owned()),
            code_description: self.code_description(finding.code),
            // A finding that stands for others has no name of its own.
            data: (finding.code != shown::MORE).then(|| finding.fingerprint.to_string().into()),
            message: finding.message.clone(),
            related_information: can_relate.then(|| related.collect()),
            ..Diagnostic::default()
        })
    }

    fn code_description(&self, code: &str) -> Option<CodeDescription> {
        let address = docs::address(code).filter(|_| self.session.profile().code_description)?;
        Some(CodeDescription { href: Url::parse(&address).ok()? })
    }

    /// A card in the form that the client can show.
    pub fn hover_contents(&self, card: &HoverCard) -> HoverContents {
        let (kind, value) = if self.session.profile().markdown_hover {
            (MarkupKind::Markdown, markdown(card, |doc| self.uri(doc)))
        } else {
            (MarkupKind::PlainText, plain(card))
        };
        HoverContents::Markup(MarkupContent { kind, value })
    }

    fn encoding(&self) -> Encoding {
        self.session.profile().encoding
    }

    fn page(&self, doc: DocId) -> Option<Page> {
        if let Some(live) = self.snapshot.live(doc) {
            return Some(Page { text: live.text().clone(), lines: live.lines().clone() });
        }
        let read = || {
            let text = self.snapshot.text(doc)?;
            let lines = Arc::new(LineIndex::new(&text));
            Some(Page { text, lines })
        };
        self.read.borrow_mut().entry(doc).or_insert_with(read).clone()
    }
}

/// The picture that editors show beside a symbol: the nearest that the protocol has.
pub(super) fn symbol_kind(kind: OutlineKind) -> SymbolKind {
    match kind {
        OutlineKind::Article => SymbolKind::FILE,
        OutlineKind::Date => SymbolKind::NUMBER,
        OutlineKind::Entity(EntityKind::Person) => SymbolKind::CLASS,
        OutlineKind::Entity(EntityKind::Organization) => SymbolKind::MODULE,
        OutlineKind::Entity(EntityKind::Place) => SymbolKind::NAMESPACE,
        OutlineKind::Entity(EntityKind::Agreement) => SymbolKind::INTERFACE,
        OutlineKind::Entity(EntityKind::Event) => SymbolKind::EVENT,
    }
}

fn severity(severity: Severity) -> DiagnosticSeverity {
    match severity {
        Severity::Error => DiagnosticSeverity::ERROR,
        Severity::Warning => DiagnosticSeverity::WARNING,
        Severity::Information => DiagnosticSeverity::INFORMATION,
        Severity::Hint => DiagnosticSeverity::HINT,
    }
}

fn plain(card: &HoverCard) -> String {
    let line = |pieces: &Vec<Piece>| -> String {
        let words = pieces.iter().map(|piece| match piece {
            Piece::Text(text) | Piece::Strong(text) | Piece::Emphasis(text) | Piece::Link { text, .. } => {
                one_line(text)
            }
            Piece::Bullet => "- ".to_owned(),
        });
        words.collect()
    };
    card.lines.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn markdown(card: &HoverCard, uri: impl Fn(DocId) -> Option<Url>) -> String {
    let mut out = String::new();
    let mut after_item = false;
    for (number, pieces) in card.lines.iter().enumerate() {
        let item = matches!(pieces.first(), Some(Piece::Bullet));
        if number > 0 {
            // A hard break keeps lines apart; a blank line ends a list.
            out.push_str(match (after_item, item || pieces.is_empty()) {
                (true, false) => "\n\n",
                (false, false) => "  \n",
                (_, true) => "\n",
            });
        }
        for piece in pieces {
            match piece {
                Piece::Bullet => out.push_str("- "),
                Piece::Text(text) => escape_into(&mut out, text),
                Piece::Strong(text) => around(&mut out, "**", text),
                Piece::Emphasis(text) => around(&mut out, "*", text),
                Piece::Link { text, doc, line } => match uri(*doc) {
                    Some(uri) => {
                        out.push('[');
                        escape_into(&mut out, text);
                        let uri = uri.as_str().replace('(', "%28").replace(')', "%29");
                        out.push_str(&format!("]({uri}#L{})", line + 1));
                    }
                    None => escape_into(&mut out, text),
                },
            }
        }
        after_item = item;
    }
    out
}

/// Marks words; the marks must touch the words, so white space stays outside.
fn around(out: &mut String, mark: &str, text: &str) {
    let words = text.trim();
    if words.is_empty() {
        out.push_str(text);
        return;
    }
    let start = text.len() - text.trim_start().len();
    out.push_str(&" ".repeat(start.min(1)));
    out.push_str(mark);
    escape_into(out, words);
    out.push_str(mark);
    if text.trim_end().len() < text.len() {
        out.push(' ');
    }
}

/// Writes words so that nothing in them is markup. Only what could be is escaped: some editors show
/// the backslashes.
fn escape_into(out: &mut String, text: &str) {
    let text = one_line(text);
    let mut line_start = out.is_empty() || out.ends_with('\n') || out.ends_with("\n- ");
    let mut before = None;
    let mut rest = text.chars().peekable();
    while let Some(character) = rest.next() {
        let next = rest.peek().copied();
        let is_word = |one: Option<char>| one.is_some_and(char::is_alphanumeric);
        let special = match character {
            '\\' | '`' | '*' | '[' | ']' | '<' | '|' => true,
            // Inside a word an underscore marks nothing.
            '_' => !(is_word(before) && is_word(next)),
            '~' => next == Some('~') || before == Some('~'),
            '&' => next.is_some_and(|next| next == '#' || next.is_ascii_alphabetic()),
            '#' | '>' | '=' => line_start,
            '+' | '-' => line_start && next.is_none_or(|next| next == ' ' || next == character),
            '.' | ')' => {
                line_start_number(out)
                    && before.is_some_and(|one| one.is_ascii_digit())
                    && next.is_none_or(|next| next == ' ')
            }
            _ => false,
        };
        if special {
            out.push('\\');
        }
        out.push(character);
        line_start = line_start && character.is_whitespace();
        before = Some(character);
    }
}

/// Whether the line so far is a number: a full stop behind it would make a list.
fn line_start_number(out: &str) -> bool {
    let line = out.rsplit('\n').next().unwrap_or_default();
    let line = line.strip_prefix("- ").unwrap_or(line);
    !line.is_empty() && line.bytes().all(|byte| byte.is_ascii_digit())
}

fn one_line(text: &str) -> String {
    text.replace("\r\n", " ").replace(['\r', '\n'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Piece {
        Piece::Text(text.to_owned())
    }

    fn card(lines: Vec<Vec<Piece>>) -> HoverCard {
        HoverCard { span: Span::empty(0), lines }
    }

    fn as_markdown(lines: Vec<Vec<Piece>>) -> String {
        markdown(&card(lines), |_| Url::parse("file:///a%20b/c(1).txt").ok())
    }

    #[test]
    fn words_are_never_markup() {
        for (words, expected) in [
            ("plain words, 5.5 % - and so on (e.g. this).", "plain words, 5.5 % - and so on (e.g. this)."),
            ("*not* [a](link) <b> `c`", "\\*not\\* \\[a\\](link) \\<b> \\`c\\`"),
            ("snake_case _not_", "snake_case \\_not\\_"),
            ("AT&T &amp; R & D", "AT\\&T \\&amp; R & D"),
            ("# one", "\\# one"),
            ("- one", "\\- one"),
            ("-5 degrees", "-5 degrees"),
            ("2020. That year", "2020\\. That year"),
            ("18.2.2020", "18.2.2020"),
            ("a | b ~~c~~", "a \\| b \\~\\~c\\~\\~"),
            ("two\nlines", "two lines"),
        ] {
            assert_eq!(as_markdown(vec![vec![text(words)]]), expected);
        }
    }

    #[test]
    fn a_card_keeps_its_lines() {
        let link = Piece::Link { text: "c.txt".to_owned(), doc: DocId(0), line: 11 };
        let lines = vec![
            vec![Piece::Strong("Sergei Petrov ".to_owned()), text("· person")],
            vec![Piece::Emphasis("Foreign Minister".to_owned())],
            vec![Piece::Bullet, text("one: "), link],
            vec![Piece::Bullet, text("two")],
            vec![text("end")],
        ];
        assert_eq!(
            as_markdown(lines.clone()),
            "**Sergei Petrov** · person  \n*Foreign Minister*\n- one: [c.txt](file:///a%20b/c%281%29.txt#L12)\n- two\n\nend"
        );
        assert_eq!(plain(&card(lines)), "Sergei Petrov · person\nForeign Minister\n- one: c.txt\n- two\nend");
    }
}
