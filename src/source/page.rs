//! A page between its format and its zones: the words in blocks, and what the markup says of them.
//!
//! Formats build a [`Page`]; [`zones`] decides what each block is. Blocks are
//! sorted, disjoint, never blank, and hold every character of the text that is not white space. Most
//! pages are one article; an export of an archive is several, each a [`Part`].

use std::ops::Range;

use crate::base::span::Span;
use crate::source::{Article, OffsetMap, Published, PublishedSource, Reading, zones};

/// The words of one file. Spans are offsets of `text` unless said otherwise.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Page {
    pub text: String,
    pub map: OffsetMap,
    pub blocks: Vec<Block>,
    /// The articles of an export, in order; together they hold all blocks. Empty: one article.
    pub parts: Vec<Part>,
    /// The title that the metadata names, if it stands in the text; a main heading goes before it.
    pub title: Option<Span>,
    /// What the metadata says of the publication; span in file offsets.
    pub published: Option<Published>,
    pub draft: bool,
}

/// One article of several on a page.
#[derive(Clone, PartialEq, Debug)]
pub struct Part {
    /// Its blocks: indices into [`Page::blocks`].
    pub blocks: Range<usize>,
    /// What its header says of the publication; span in file offsets.
    pub published: Option<Published>,
}

/// A paragraph, or a line that stands by itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Block {
    /// Without white space at its ends.
    pub span: Span,
    pub form: Form,
}

/// What the markup says of a block.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// Nothing.
    Words,
    /// An item of a list or the cell of a table: never a headline.
    Item,
    /// The main heading of the page.
    Title,
    /// A heading.
    Heading,
    /// The words of a picture.
    Caption,
    /// A line of front matter, or of the header of an export.
    Header,
    /// What an archive adds to an article: nothing of it is read.
    Tail,
}

/// What stands between two blocks.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Gap {
    /// A line break.
    Line,
    /// A blank line.
    Paragraph,
}

impl Page {
    /// An article begins with the next block.
    pub fn begin_part(&mut self, published: Option<Published>) {
        self.end_part();
        self.parts.push(Part { blocks: self.blocks.len()..self.blocks.len(), published });
    }

    /// The last article has all blocks so far.
    pub fn end_part(&mut self) {
        if let Some(part) = self.parts.last_mut() {
            part.blocks.end = self.blocks.len();
        }
    }

    /// The reading of the page: its articles, or none where there are no words.
    pub fn into_reading(self) -> Reading {
        let whole = [Part { blocks: 0..self.blocks.len(), published: self.published }];
        let parts = if self.parts.is_empty() { whole.as_slice() } else { &self.parts };
        let articles = parts.iter().filter_map(|part| self.article(part)).collect();
        Reading { text: self.text, map: self.map, articles }
    }

    fn article(&self, part: &Part) -> Option<Article> {
        let blocks = self.blocks.get(part.blocks.clone())?;
        let (first, last) = blocks.first().zip(blocks.last())?;
        let layout = zones::arrange(&self.text, blocks, self.title);
        let visible = layout.published.map(|(date, span, source)| Published {
            date,
            span: Some(self.map.to_file(span)),
            source,
        });
        Some(Article {
            span: first.span.join(last.span),
            title: layout.title,
            zones: layout.zones,
            published: part.published.or(visible),
            draft: self.draft,
        })
    }
}

/// Metadata that says when the page was published.
pub fn declared(date: jiff::civil::Date, file: Span) -> Published {
    Published { date, span: Some(file), source: PublishedSource::FrontMatter }
}

/// Collects the words of a file whose markup is not read.
///
/// White space collapses to one space. Stretches of the file must come in order; what lies before
/// words that were already taken is left out.
pub struct PageBuilder<'a> {
    file: &'a str,
    text: String,
    map: OffsetMap,
    blocks: Vec<Block>,
    /// Where the open block begins in `text`.
    open: Option<usize>,
    /// What has to stand before the next block.
    gap: Gap,
    /// White space of the file that has to become a space before the next word.
    space: Option<Span>,
    /// How far the file has been read.
    taken: u32,
}

impl<'a> PageBuilder<'a> {
    pub fn new(file: &'a str) -> Self {
        Self {
            file,
            text: String::new(),
            map: OffsetMap::identity(),
            blocks: Vec::new(),
            open: None,
            gap: Gap::Paragraph,
            space: None,
            taken: 0,
        }
    }

    /// Appends a stretch of the file as it is, its white space collapsed.
    pub fn verbatim(&mut self, file: Span) {
        let Some(words) = self.file.get(file.range()) else { return };
        let mut rest = words;
        let mut at = file.start as usize;
        while !rest.is_empty() {
            let white = rest.len() - rest.trim_start_matches(is_collapsible).len();
            if white > 0 {
                self.white(Span::of(at..at + white));
            }
            rest = rest.get(white..).unwrap_or_default();
            at += white;
            let word = rest.find(is_collapsible).unwrap_or(rest.len());
            self.push(rest.get(..word).unwrap_or_default(), Span::of(at..at + word));
            rest = rest.get(word..).unwrap_or_default();
            at += word;
        }
    }

    /// Appends words that stand in the file in another way, such as a character reference.
    pub fn replaced(&mut self, words: &str, file: Span) {
        if words.chars().all(is_collapsible) { self.white(file) } else { self.push(words, file) }
    }

    /// Notes white space that no words may run across.
    pub fn white(&mut self, file: Span) {
        if self.open.is_some() {
            self.space = Some(self.space.map_or(file, |space| space.join(file)));
        }
    }

    /// Ends the open block, if one is open, and says what follows it at least.
    pub fn end(&mut self, form: Form, gap: Gap) {
        self.gap = self.gap.max(gap);
        self.space = None;
        let Some(start) = self.open.take() else { return };
        let words = self.text.get(start..).unwrap_or_default();
        let front = words.len() - words.trim_start().len();
        let trimmed = words.trim();
        if !trimmed.is_empty() {
            let start = start + front;
            self.blocks.push(Block { span: Span::of(start..start + trimmed.len()), form });
        }
    }

    /// Whether a block holds words already.
    pub fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// The blocks that are ended.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The page, its last block ended.
    pub fn finish(mut self) -> Page {
        self.end(Form::Words, Gap::Paragraph);
        Page { text: self.text, map: self.map, blocks: self.blocks, ..Page::default() }
    }

    fn push(&mut self, words: &str, file: Span) {
        if words.is_empty() || file.start < self.taken {
            return;
        }
        if self.open.is_none() {
            if !self.text.is_empty() {
                let gap = if self.gap == Gap::Paragraph { "\n\n" } else { "\n" };
                self.text.push_str(gap);
                self.map.push(Span::of(0..gap.len()).end, Span::empty(self.taken));
            }
            self.gap = Gap::Line;
            self.open = Some(self.text.len());
        } else if let Some(space) = self.space {
            self.text.push(' ');
            self.map.push(1, Span::new(space.start.max(self.taken), space.end.clamp(self.taken, file.start)));
        }
        self.space = None;
        self.text.push_str(words);
        self.map.push(Span::of(0..words.len()).end, file);
        self.taken = file.end;
    }
}

/// The white space that HTML collapses; a no-break space is not of it.
fn is_collapsible(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r' | '\u{C}')
}
