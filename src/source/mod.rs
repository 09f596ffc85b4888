//! One file → its articles: the words to read, what each part of the page is, and when it was published.
//!
//! Pure: a function of the decoded text and the format. Nothing here knows what a name is.
//!
//! Two texts occur. The *file text* is what the editor shows (decoded bytes). The *reading* is what
//! `lang/` reads: for plain text the same characters at the same offsets (line breaks inside a
//! paragraph become spaces), for HTML and Markdown the words without their markup. The
//! [`OffsetMap`] leads from the reading back to the file.

pub mod boilerplate;
pub mod caption;
pub mod comments;
pub mod dateline;
pub mod formats;
pub mod header;
pub mod offset_map;
pub mod page;
pub mod pattern;
pub mod place;
pub mod published;
pub mod words;
pub mod written;
pub mod zones;

pub use comments::comments;
pub use offset_map::OffsetMap;

use camino::Utf8Path;
use serde::{Deserialize, Serialize};

use crate::base::span::Span;

/// How a file is written. Chosen by the ending of its name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Format {
    Plain,
    Markdown,
    Html,
}

impl Format {
    /// The format of files of this name: `.txt`, `.md`, `.markdown`, `.html`, `.htm` in any case.
    /// `None` for every other file: it is not read.
    pub fn of(path: &Utf8Path) -> Option<Self> {
        match path.extension()?.to_ascii_lowercase().as_str() {
            "txt" => Some(Format::Plain),
            "md" | "markdown" => Some(Format::Markdown),
            "html" | "htm" => Some(Format::Html),
            _ => None,
        }
    }
}

/// What `source/` makes of one file.
#[derive(Clone, PartialEq, Debug)]
pub struct Reading {
    /// The words, as `lang/` reads them. A blank line (`\n\n`) ends a paragraph; a single `\n` ends a
    /// line that stands by itself (headline, date line, list item); other white space is one space or,
    /// where offsets must not move, as many as there were.
    pub text: String,
    /// From offsets of `text` to offsets of the file text.
    pub map: OffsetMap,
    /// The articles in the order of the file; at least one, unless the file holds no words at all.
    pub articles: Vec<Article>,
}

/// One article of a reading.
#[derive(Clone, PartialEq, Debug)]
pub struct Article {
    /// Where it lies in the reading.
    pub span: Span,
    /// The headline in the reading; its first appearance where it is repeated.
    pub title: Option<Span>,
    /// What each part of the article is: reading offsets, sorted, disjoint. White space between zones
    /// belongs to none.
    pub zones: Vec<Zone>,
    /// When it was published, where the file says so.
    pub published: Option<Published>,
    /// The file is an analyst's own text by its own word (front matter `type: draft` or `draft: true`).
    pub draft: bool,
}

/// A part of the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Zone {
    pub kind: ZoneKind,
    pub span: Span,
}

/// What a part of the page is, which decides what is read in it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum ZoneKind {
    /// Front matter, section paths, date lines, by-lines, site names: dates are read, names are not.
    Header,
    /// The headline, each time it appears, and headings inside the article.
    Headline,
    /// `MOSCOW (Agency - 24th December, 2019)`, `ANKARA/MOSCOW`, `LONDON, April 21 -` at the head of
    /// the story: its date is read; its place is where the report was filed, not a place of the story.
    Dateline,
    /// The story itself.
    Body,
    /// The words under a picture, credit included.
    Caption,
    /// Menus, teasers of other stories, sharing and subscription lines: nothing is read.
    Boilerplate,
}

impl ZoneKind {
    /// Whether dates in this zone belong to the article.
    pub fn has_dates(self) -> bool {
        self != ZoneKind::Boilerplate
    }

    /// Whether names in this zone belong to the article.
    pub fn has_names(self) -> bool {
        matches!(self, ZoneKind::Headline | ZoneKind::Body | ZoneKind::Caption)
    }
}

/// The day on which an article was published, and who says so.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Published {
    pub date: jiff::civil::Date,
    /// Where the file says it, in **file** offsets; `None` where something outside the text says it.
    pub span: Option<Span>,
    pub source: PublishedSource,
}

/// What says when an article was published, strongest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PublishedSource {
    /// The command line's `--published`.
    Option,
    /// The analyst's own note.
    Annotation,
    /// Front matter; JSON-LD and `<meta>` of HTML.
    FrontMatter,
    /// A visible date line; the date row of a Nexis or Factiva export.
    Header,
    /// The wire dateline at the head of the story.
    Dateline,
    /// The file's name, or other evidence outside the text.
    Inferred,
}

impl PublishedSource {
    /// The name in the contract.
    pub const fn name(self) -> &'static str {
        match self {
            PublishedSource::Option => "option",
            PublishedSource::Annotation => "annotation",
            PublishedSource::FrontMatter => "front-matter",
            PublishedSource::Header => "header",
            PublishedSource::Dateline => "dateline",
            PublishedSource::Inferred => "inferred",
        }
    }
}

/// Reads a file. Any text gives a reading; none is an error.
pub fn read(text: &str, format: Format) -> Reading {
    formats::read(text, format)
}
