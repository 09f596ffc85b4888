//! Text exports of news archives: what their readers say of the lines of a file.
//!
//! [`nexis`] and [`factiva`] know the two layouts; both are detected by
//! their content, and only where several of their marks stand together. A line that merely looks like
//! one of them splits nothing.

use jiff::civil::Date;

use crate::base::span::Span;
use crate::source::formats::plain::Line;
use crate::source::formats::{factiva, nexis};
use crate::source::page::Form;
use crate::source::written::{Written, written};
use crate::source::{Published, PublishedSource, header};

/// The articles of an export. Every line of the file belongs to one of them.
#[derive(Debug)]
pub struct Export {
    /// For each line.
    pub marks: Vec<Mark>,
    pub articles: Vec<Exported>,
}

/// Where an article begins and when it was published.
#[derive(Debug)]
pub struct Exported {
    /// Index of its first line.
    pub first_line: usize,
    pub published: Option<Published>,
}

/// What a line is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Mark {
    pub form: Form,
    /// Bytes of the key that it begins with, white space behind it included.
    pub key: usize,
    pub flow: Flow,
}

/// How a line follows the one above.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Flow {
    /// As the width of the text says.
    Wrapped,
    /// It goes on with the same words.
    Continues,
    /// It stands by itself.
    Apart,
}

impl Mark {
    /// A line of this form that stands by itself.
    pub fn apart(form: Form) -> Self {
        Self { form, key: 0, flow: Flow::Apart }
    }

    /// A line that goes on with the one above.
    pub fn continuing(form: Form) -> Self {
        Self { form, key: 0, flow: Flow::Continues }
    }

    /// A line of the story.
    pub fn story() -> Self {
        Self { form: Form::Words, key: 0, flow: Flow::Wrapped }
    }

    /// A key of so many bytes with a value of this form behind it.
    pub fn keyed(key: usize, form: Form) -> Self {
        Self { form, key, flow: Flow::Apart }
    }
}

/// Whether some line may be of an export. Cheap; most files end here.
pub fn is_possible(text: &str) -> bool {
    nexis::is_possible(text) || factiva::is_possible(text)
}

/// Reads the lines of a file as those of an export; `None` if it is none.
pub fn read(text: &str, lines: &[Line]) -> Option<Export> {
    nexis::read(text, lines).or_else(|| factiva::read(text, lines))
}

/// The date that a line of a header is, found in it and nothing else but a weekday, a time, an edition.
pub fn date_line(line: Span, text: &str) -> Option<Published> {
    let words = line.of_text(text);
    let found = header::read(words).filter(|found| found.headline.is_none())?;
    let (written, _) = found.dates.into_iter().find(|(written, _)| written.date().is_some())?;
    at(&written, line)
}

/// The date that a line begins with, a weekday before it or not.
pub fn opening_date(line: Span, text: &str) -> Option<Published> {
    let words = line.of_text(text);
    let head = words.get(..words.floor_char_boundary(120)).unwrap_or(words);
    let date = written(head).into_iter().next()?;
    let before = head.get(..date.range.start)?;
    let is_weekday = before.chars().filter(|character| character.is_alphabetic()).count() <= 12
        && before.split_whitespace().count() <= 2;
    at(&date, line).filter(|_| is_weekday)
}

/// The publication that stands in a line.
fn at(written: &Written, line: Span) -> Option<Published> {
    let span = Span::of(written.range.clone()).offset_by(line.start);
    Some(header_date(written.date()?, span))
}

fn header_date(date: Date, span: Span) -> Published {
    Published { date, span: Some(span), source: PublishedSource::Header }
}
