//! Plain text: lines and blank lines are all the markup there is.
//!
//! The reading has the length and the offsets of the file. Lines that were broken only to fit a
//! width are joined again; see [`Wrapping`]. An [`export`] of an archive is split into
//! its articles.

use memchr::memchr2;

use crate::base::span::Span;
use crate::source::Reading;
use crate::source::formats::export::{self, Export, Flow, Mark};
use crate::source::formats::front_matter::FrontMatter;
use crate::source::page::{Block, Form, Page, declared};
use crate::source::published::{self, FRONT_MATTER_KEYS};
use crate::source::words::ends_sentence;

/// Reads a plain text file.
pub fn read(text: &str) -> Reading {
    let lines = lines(text);
    let front_matter = FrontMatter::parse(text);
    let export = if front_matter.is_none() { export::read(text, &lines) } else { None };
    let mut page = page(text, &lines, front_matter.as_ref(), export.as_ref());
    if let Some(front_matter) = front_matter {
        apply(&front_matter, text, &mut page);
    }
    page.into_reading()
}

/// Reads a file of another format that holds the export of an archive; `None` if it holds none.
pub(super) fn read_export(text: &str) -> Option<Reading> {
    if !export::is_possible(text) {
        return None;
    }
    let lines = lines(text);
    let export = export::read(text, &lines)?;
    Some(page(text, &lines, None, Some(&export)).into_reading())
}

fn page(text: &str, lines: &[Line], front_matter: Option<&FrontMatter>, export: Option<&Export>) -> Page {
    let header_end = front_matter.map_or(0, |front_matter| front_matter.span.end);
    let wrapping = Wrapping::of(lines);
    let mut page = Page { text: String::with_capacity(text.len()), ..Page::default() };
    let mut articles = export.map_or(&[] as &[_], |export| &export.articles).iter().peekable();
    let mut previous: Option<(&Line, Mark)> = None;
    for (index, line) in lines.iter().enumerate() {
        let mark = match export.and_then(|export| export.marks.get(index)) {
            Some(mark) => *mark,
            None if line.span.start < header_end => Mark::apart(Form::Header),
            None => Mark::story(),
        };
        let begins = articles.next_if(|article| article.first_line == index);
        if let Some(article) = begins {
            page.begin_part(article.published);
        }
        let is_open = page.blocks.last().is_some_and(|block| block.form == mark.form);
        let joined = begins.is_none()
            && is_open
            && previous.is_some_and(|above| joins(&wrapping, above, (line, mark)));
        let gap = match (previous, joined) {
            (None, _) | (_, true) => "",
            _ if line.after_blank => "\n\n",
            _ => "\n",
        };
        let from = previous.map_or(0, |(above, _)| above.span.end);
        fill(&mut page.text, gap, (line.span.start - from) as usize);
        page.text.push_str(line.span.of_text(text));
        match page.blocks.last_mut() {
            Some(block) if joined => block.span.end = line.span.end,
            _ => add_blocks(&mut page, line.span, mark),
        }
        previous = Some((line, mark));
    }
    let rest = text.len() - page.text.len();
    fill(&mut page.text, if rest > 0 { "\n" } else { "" }, rest);
    page.end_part();
    page
}

/// Whether a line goes on with the paragraph of the one above.
fn joins(wrapping: &Wrapping, (above, above_mark): (&Line, Mark), (line, mark): (&Line, Mark)) -> bool {
    let is_same = mark.key == 0 && mark.form == above_mark.form;
    match mark.flow {
        Flow::Wrapped => is_same && wrapping.joins(above, line),
        Flow::Continues => is_same,
        Flow::Apart => false,
    }
}

/// Adds a line, its key as a block of its own.
fn add_blocks(page: &mut Page, span: Span, mark: Mark) {
    let value = Span::new(span.start + Span::of(0..mark.key).end, span.end);
    let key = Span::new(span.start, value.start).of_text(&page.text).trim_end().len();
    match mark.form {
        Form::Words | Form::Title | Form::Heading | Form::Caption if key > 0 => {
            page.blocks.push(Block { span: Span::of(0..key).offset_by(span.start), form: Form::Header });
            if !value.is_empty() {
                page.blocks.push(Block { span: value, form: mark.form });
            }
        }
        form => page.blocks.push(Block { span, form }),
    }
}

/// What front matter says of a page.
pub(super) fn apply(front_matter: &FrontMatter, text: &str, page: &mut Page) {
    page.draft = front_matter.is_draft(text);
    page.title = front_matter.values("title").next();
    let values = FRONT_MATTER_KEYS.iter().flat_map(|key| front_matter.values(key));
    page.published = values.into_iter().find_map(|value| {
        let (range, date) = published::declared(value.of_text(text))?;
        Some(declared(date, Span::of(range).offset_by(value.start)))
    });
}

/// A line that is not blank.
pub struct Line {
    /// Without white space at its ends.
    pub(super) span: Span,
    /// Characters.
    pub(super) width: usize,
    /// Characters of white space before it.
    indent: usize,
    /// Characters of its first word.
    first_word: usize,
    /// A blank line or the start of the file stands before it.
    pub(super) after_blank: bool,
    start: LineStart,
    end: LineEnd,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum LineStart {
    /// A small letter: most often the middle of a sentence.
    Small,
    /// A bullet or the number of a list.
    Item,
    Other,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum LineEnd {
    /// As a sentence ends.
    Sentence,
    /// With a word that the next one must follow: `the`, `of`.
    Open,
    Other,
}

/// How the lines of a file were broken.
///
/// A small letter at the start of a line whose predecessor does not end a sentence shows that text
/// was wrapped, and so does a line that ends in `the` or `of`. The widest such line tells the width; a line is then joined to its predecessor where
/// its first word would not have fitted there.
struct Wrapping {
    /// Characters; 0 where nothing was wrapped.
    width: usize,
    /// Lines that begin in mid-sentence.
    evidence: usize,
}

impl Wrapping {
    /// Shorter lines are not taken for wrapped ones.
    const NARROWEST: usize = 30;
    /// Wider lines are paragraphs.
    const WIDEST: usize = 130;

    fn of(lines: &[Line]) -> Self {
        let mut found = Wrapping { width: 0, evidence: 0 };
        for (line, next) in lines.iter().zip(lines.iter().skip(1)) {
            if Self::continues(line, next) {
                found.width = found.width.max(line.width);
                found.evidence += 1;
            }
        }
        found
    }

    fn continues(line: &Line, next: &Line) -> bool {
        let width = line.width;
        !next.after_blank
            && line.end != LineEnd::Sentence
            && (next.start == LineStart::Small || line.end == LineEnd::Open)
            && (Self::NARROWEST..=Self::WIDEST).contains(&width)
    }

    fn joins(&self, line: &Line, next: &Line) -> bool {
        if Self::continues(line, next) {
            return true;
        }
        let is_full = line.width <= self.width && line.width + 1 + next.first_word > self.width;
        self.evidence >= 2
            && !next.after_blank
            && is_full
            && line.width >= Self::NARROWEST
            && next.start != LineStart::Item
            && next.indent <= line.indent + 1
    }
}

fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut after_blank = true;
    let mut at = 0;
    while at < text.len() {
        let rest = text.get(at..).unwrap_or_default();
        let end = memchr2(b'\n', b'\r', rest.as_bytes()).unwrap_or(rest.len());
        let raw = rest.get(..end).unwrap_or_default();
        let next = rest.get(end..).unwrap_or_default();
        let words = raw.trim();
        if words.is_empty() {
            after_blank = true;
        } else {
            lines.push(line(raw, at, after_blank));
            after_blank = false;
        }
        at += end + if next.starts_with("\r\n") { 2 } else { 1 };
    }
    lines
}

fn line(raw: &str, at: usize, after_blank: bool) -> Line {
    let words = raw.trim();
    let front = raw.len() - raw.trim_start().len();
    let first_word = words.split_whitespace().next().unwrap_or_default();
    Line {
        span: Span::of(at + front..at + front + words.len()),
        width: words.chars().count(),
        indent: raw.chars().take_while(|character| character.is_whitespace()).count(),
        first_word: first_word.chars().count(),
        after_blank,
        start: line_start(first_word),
        end: line_end(words),
    }
}

fn line_end(words: &str) -> LineEnd {
    const OPEN: [&str; 19] = [
        "the", "a", "an", "of", "to", "in", "on", "at", "by", "for", "from", "with", "and", "or", "that",
        "as", "its", "their", "his",
    ];
    let last = words.rsplit(char::is_whitespace).next().unwrap_or_default();
    match () {
        () if ends_sentence(words) => LineEnd::Sentence,
        () if OPEN.contains(&last) => LineEnd::Open,
        () => LineEnd::Other,
    }
}

fn line_start(first_word: &str) -> LineStart {
    let bare = first_word.trim_start_matches(['"', '\'', '“', '‘', '(', '[', '«']);
    let mut letters = bare.chars();
    match (letters.next(), letters.next()) {
        (Some('-' | '–' | '—' | '•' | '*' | '·' | '▪' | '●'), _) => LineStart::Item,
        (Some(digit), _) if digit.is_ascii_digit() && bare.ends_with(['.', ')']) => LineStart::Item,
        // Not `iPhone`.
        (Some(first), second) if first.is_lowercase() && !second.is_some_and(char::is_uppercase) => {
            LineStart::Small
        }
        _ => LineStart::Other,
    }
}

/// Appends `gap` and spaces up to `width` bytes.
fn fill(text: &mut String, gap: &str, width: usize) {
    text.push_str(gap);
    text.extend(std::iter::repeat_n(' ', width.saturating_sub(gap.len())));
}
