//! The text of a document, and passages of it as people and programs want them: counted in code
//! points, lines and columns, with their words.

use std::borrow::Cow;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use camino::Utf8PathBuf;
use rustc_hash::FxHashMap;

use crate::base::id::DocId;
use crate::base::span::Span;
use crate::source::{self, Format, Reading};
use crate::state::Snapshot;
use crate::text::position::{Encoding, LineIndex};

/// A place in a text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Place {
    /// Code points before it.
    pub code_point: u32,
    /// From 1.
    pub line: u32,
    /// In code points, from 1.
    pub column: u32,
}

/// A stretch of a document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Passage {
    /// `None` for a file that is no document: one of Dateline's own.
    pub doc: Option<DocId>,
    pub span: Span,
    pub path: Utf8PathBuf,
    pub start: Place,
    pub end: Place,
    pub text: String,
}

/// The text of one document.
pub struct Source {
    text: Arc<str>,
    lines: LineIndex,
    format: Format,
    reading: OnceCell<Reading>,
    /// Byte offset and code points of the place that was asked for last: lines can be very long.
    last: Cell<(u32, u32)>,
}

impl Source {
    /// The text that a snapshot's spans belong to; `None` where the file is not that any more.
    pub fn of(snapshot: &Snapshot, doc: DocId) -> Option<Self> {
        let text = snapshot.text(doc)?;
        Some(Self {
            lines: LineIndex::new(&text),
            format: Format::of(snapshot.path(doc)).unwrap_or(Format::Plain),
            text,
            reading: OnceCell::new(),
            last: Cell::new((0, 0)),
        })
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether spans of the text are its words to the letter.
    pub fn is_plain(&self) -> bool {
        self.format == Format::Plain
    }

    /// The words of a span. In plain text they are the very characters of the file; elsewhere they are
    /// without the markup that lies among them, and white space runs are one space.
    pub fn words(&self, span: Span) -> Cow<'_, str> {
        let slice = span.of_text(&self.text);
        if self.is_plain() {
            return slice.into();
        }
        let has_markup =
            slice.contains(['<', '>', '&', '*', '_', '[', ']', '(', ')', '`', '~', '\\', '|', '{']);
        if !has_markup {
            return one_spaced(slice).into();
        }
        let reading = self.reading.get_or_init(|| source::read(&self.text, self.format));
        let read = Span::new(reading.map.to_reading(span.start), reading.map.to_reading(span.end));
        let words = one_spaced(read.of_text(&reading.text));
        if words.is_empty() { one_spaced(slice).into() } else { words.into() }
    }

    /// Where a byte offset lies.
    pub fn place(&self, offset: u32) -> Place {
        let line = self.lines.line_of(offset);
        let line_start = self.line_start(line);
        let before = self.lines.at(&self.text, line_start).code_point;
        let (from, counted) = match self.last.get() {
            (last, counted) if line_start <= last && last <= offset => (last, counted),
            _ => (line_start, before),
        };
        let code_point = counted + Encoding::Utf32.units(Span::new(from, offset).of_text(&self.text));
        self.last.set((offset, code_point));
        Place { code_point, line: line + 1, column: code_point - before + 1 }
    }

    /// The bytes of the whole lines on which a span lies, without the last line break.
    pub fn lines_around(&self, span: Span) -> Span {
        let last = self.lines.line_span(&self.text, self.lines.line_of(span.end));
        let start = self.line_start(self.lines.line_of(span.start));
        Span::new(start, last.map_or(span.end, |line| line.end.max(span.end)))
    }

    fn line_start(&self, line: u32) -> u32 {
        self.lines.line_span(&self.text, line).map_or(0, |span| span.start)
    }
}

/// The texts of a snapshot's documents; a few are kept.
pub struct Sources<'a> {
    pub snapshot: &'a Snapshot,
    kept: RefCell<FxHashMap<DocId, Option<Rc<Source>>>>,
}

/// Texts that are kept at a time.
const KEPT: usize = 64;

impl<'a> Sources<'a> {
    pub fn new(snapshot: &'a Snapshot) -> Self {
        Self { snapshot, kept: RefCell::default() }
    }

    /// The text of a document; `None` where the file is not what was analysed any more.
    pub fn of(&self, doc: DocId) -> Option<Rc<Source>> {
        let mut kept = self.kept.borrow_mut();
        if kept.len() >= KEPT && !kept.contains_key(&doc) {
            kept.clear();
        }
        kept.entry(doc).or_insert_with(|| Source::of(self.snapshot, doc).map(Rc::new)).clone()
    }

    /// A stretch of a document.
    pub fn passage(&self, doc: DocId, span: Span) -> Option<Passage> {
        let source = self.of(doc)?;
        Some(Passage {
            doc: Some(doc),
            span,
            path: self.snapshot.path(doc).to_owned(),
            start: source.place(span.start),
            end: source.place(span.end),
            text: source.words(span).into_owned(),
        })
    }
}

fn one_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
