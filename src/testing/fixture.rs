//! Folders of articles written in one string, with marks for what tests speak of.
//!
//! ```text
//! #- articles/2020-02-18-talks.txt
//! Ann W<|>eber met <[Boris Kostov]> on Tuesday, February 20, 2020.
//!                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^ weekday-mismatch: a Thursday
//! #- brief.md
//! …
//! ```
//!
//! `#-` begins a file, `<|>` is the cursor, `<[ … ]>` a range, a line of `^^^ label` labels the stretch
//! of the line above it (columns in code points of that line without its marks). A dated file name
//! dates the article.
//!
//! Every fixture is run in four [`Dress`]es; what is found must move with the text.

use std::collections::BTreeMap;
use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};
use unicode_normalization::UnicodeNormalization;

use crate::base::id::DocId;
use crate::base::span::Span;
use crate::corpus::{Segment, SegmentDocument};
use crate::lang::facts::{Scope, analyze};
use crate::lang::lexicon::Lexicon;
use crate::source::Format;
use crate::state::{Event, Snapshot, TextStore, Ticket, World};

/// A folder with marks.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Fixture {
    pub files: BTreeMap<Utf8PathBuf, Marked>,
}

/// A text and its marks, without the marks' signs.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Marked {
    pub text: String,
    pub cursor: Option<u32>,
    pub ranges: Vec<Span>,
    pub labels: Vec<(Span, String)>,
}

/// How a fixture is written for one run.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Dress {
    Plain,
    /// Lines end with CR LF.
    CrLf,
    /// A line with a character outside the basic plane stands on top.
    Emoji,
    /// Accents are separate characters.
    Decomposed,
}

impl Dress {
    pub const ALL: [Dress; 4] = [Dress::Plain, Dress::CrLf, Dress::Emoji, Dress::Decomposed];
}

impl Fixture {
    /// Reads a fixture. Panics on marks that make no sense.
    pub fn parse(source: &str) -> Self {
        let mut fixture = Self::default();
        let mut path = Utf8PathBuf::from("article.txt");
        let mut body = String::new();
        let mut begun = false;
        for line in source.split_inclusive('\n') {
            if let Some(header) = line.strip_prefix("#- ") {
                if begun {
                    fixture.files.insert(path, Marked::parse(&std::mem::take(&mut body)));
                }
                path = header.trim().into();
                body.clear();
                begun = true;
            } else {
                begun |= !line.trim().is_empty();
                body.push_str(line);
            }
        }
        fixture.files.insert(path, Marked::parse(&body));
        fixture
    }

    /// The same folder, written otherwise, with its marks where they belong.
    pub fn dressed(&self, dress: Dress) -> Self {
        let files = self.files.iter().map(|(path, marked)| (path.clone(), marked.dressed(dress)));
        Self { files: files.collect() }
    }

    /// The one cursor: its file and offset.
    pub fn cursor(&self) -> (&Utf8Path, u32) {
        let mut cursors =
            self.files.iter().filter_map(|(path, marked)| Some((path.as_path(), marked.cursor?)));
        let cursor = cursors.next().expect("the fixture has a cursor `<|>`");
        assert!(cursors.next().is_none(), "the fixture has one cursor");
        cursor
    }

    /// Every range, by file.
    pub fn ranges(&self) -> Vec<(Utf8PathBuf, Span)> {
        let of_file = |(path, marked): (&Utf8PathBuf, &Marked)| {
            marked.ranges.iter().map(|&span| (path.clone(), span)).collect::<Vec<_>>()
        };
        self.files.iter().flat_map(of_file).collect()
    }

    /// A world that found these files on disk.
    pub fn world(&self) -> World {
        let texts = self.files.iter().map(|(path, marked)| (path.clone(), Arc::from(marked.text.as_str())));
        let mut world = World::new(Arc::new(MemoryTexts(texts.collect())));
        world.apply(Event::Loaded { ticket: Ticket(1), segment: Arc::new(self.segment()) });
        world
    }

    fn segment(&self) -> Segment {
        let documents = self.files.iter().map(|(path, marked)| SegmentDocument {
            path: path.clone(),
            facts: Arc::new(facts_of(path, &marked.text)),
        });
        Segment::new(documents.collect())
    }
}

/// The facts of a text as the file of that name.
pub fn facts_of(path: &Utf8Path, text: &str) -> crate::lang::facts::DocFacts {
    let format = Format::of(path).unwrap_or(Format::Plain);
    analyze(text, format, Lexicon::built_in(), Scope::Articles).with_name_of(path)
}

/// The document of a path. Panics where there is none.
pub fn doc(snapshot: &Snapshot, path: &Utf8Path) -> DocId {
    snapshot.doc(path).unwrap_or_else(|| panic!("no document {path}"))
}

/// Texts of closed files, in memory.
#[derive(Clone, Debug, Default)]
pub struct MemoryTexts(pub BTreeMap<Utf8PathBuf, Arc<str>>);

impl TextStore for MemoryTexts {
    fn text(&self, path: &Utf8Path) -> Option<Arc<str>> {
        self.0.get(path).cloned()
    }
}

impl Marked {
    /// Reads a text with marks.
    pub fn parse(source: &str) -> Self {
        let mut marked = Self::default();
        let mut open = None;
        let mut line_start = 0;
        for line in source.split_inclusive('\n') {
            if let Some((column, length, label)) = label(line) {
                let above = marked.text.get(line_start..).unwrap_or_default();
                let byte = |column: usize| above.char_indices().nth(column).map_or(above.len(), |(at, _)| at);
                let span = Span::of(line_start + byte(column)..line_start + byte(column + length));
                marked.labels.push((span, label.to_owned()));
                continue;
            }
            line_start = marked.text.len();
            let mut rest = line;
            while let Some(at) = ["<|>", "<[", "]>"].iter().filter_map(|sign| rest.find(sign)).min() {
                let (before, sign) = rest.split_at(at);
                marked.text.push_str(before);
                let here = u32::try_from(marked.text.len()).expect("a small fixture");
                rest = match sign.get(..2) {
                    Some("<|") => {
                        assert!(marked.cursor.replace(here).is_none(), "two cursors in one file");
                        sign.get(3..).unwrap_or_default()
                    }
                    Some("<[") => {
                        assert!(open.replace(here).is_none(), "ranges do not nest");
                        sign.get(2..).unwrap_or_default()
                    }
                    _ => {
                        let start = open.take().expect("a range ends that began");
                        marked.ranges.push(Span::new(start, here));
                        sign.get(2..).unwrap_or_default()
                    }
                };
            }
            marked.text.push_str(rest);
        }
        assert!(open.is_none(), "a range that begins ends");
        marked
    }

    fn dressed(&self, dress: Dress) -> Self {
        let before = |offset: u32| self.text.get(..offset as usize).expect("a mark on a boundary");
        let moved =
            |offset: u32| u32::try_from(dress_text(before(offset), dress).len()).expect("a small fixture");
        let span = |span: &Span| Span::new(moved(span.start), moved(span.end));
        Self {
            text: dress_text(&self.text, dress),
            cursor: self.cursor.map(moved),
            ranges: self.ranges.iter().map(span).collect(),
            labels: self.labels.iter().map(|(at, label)| (span(at), label.clone())).collect(),
        }
    }
}

fn dress_text(text: &str, dress: Dress) -> String {
    match dress {
        Dress::Plain => text.to_owned(),
        Dress::CrLf => text.replace('\n', "\r\n"),
        Dress::Emoji if text.starts_with("---") || text.starts_with('<') => text.to_owned(),
        Dress::Emoji => format!("\u{1F600}\n\n{text}"),
        Dress::Decomposed => text.nfd().collect(),
    }
}

/// Column, length and label of a line `   ^^^ label`.
fn label(line: &str) -> Option<(usize, usize, &str)> {
    let bare = line.trim_start_matches(' ');
    let rest = bare.trim_start_matches('^');
    let length = bare.len() - rest.len();
    (length > 0).then(|| (line.len() - bare.len(), length, rest.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_read_and_taken_out() {
        let fixture = Fixture::parse("#- a.txt\nÖn<|>er met <[Ann]>.\n^^^^ x: y\n#- b.md\nB\n");
        let marked = &fixture.files[Utf8Path::new("a.txt")];
        assert_eq!(marked.text, "Öner met Ann.\n");
        assert_eq!(marked.cursor, Some(3));
        assert_eq!(marked.ranges[0].of_text(&marked.text), "Ann");
        assert_eq!(marked.labels[0].0.of_text(&marked.text), "Öner");
        assert_eq!(fixture.files.len(), 2);
    }

    #[test]
    fn marks_move_with_the_dress() {
        let fixture = Fixture::parse("One\nÖn<|>er met <[Ann]>.\n^^^^ x\n");
        for dress in Dress::ALL {
            let dressed = fixture.dressed(dress);
            let marked = dressed.files.values().next().unwrap();
            assert_eq!(marked.ranges[0].of_text(&marked.text), "Ann", "{dress:?}");
            let word: String = marked.labels[0].0.of_text(&marked.text).nfc().collect();
            assert_eq!(word, "Öner", "{dress:?}");
        }
    }
}
