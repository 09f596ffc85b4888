//! Markdown: the words without their markup.
//!
//! Addresses of links, code, HTML and comments are not read. Front matter is, as header lines. An export of an archive under this ending is read as
//! the plain text that it is.

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd};

use crate::base::span::Span;
use crate::source::Reading;
use crate::source::formats::front_matter::FrontMatter;
use crate::source::formats::plain::{apply, read_export};
use crate::source::page::{Form, Gap, PageBuilder};

/// Reads a Markdown file.
pub fn read(text: &str) -> Reading {
    let front_matter = FrontMatter::parse(text);
    if let (None, Some(reading)) = (&front_matter, read_export(text)) {
        return reading;
    }
    let mut builder = PageBuilder::new(text);
    let mut start = 0;
    if let Some(front_matter) = &front_matter {
        for line in &front_matter.lines {
            builder.verbatim(*line);
            builder.end(Form::Header, Gap::Line);
        }
        builder.end(Form::Header, Gap::Paragraph);
        start = front_matter.span.end;
    }
    let body = text.get(start as usize..).unwrap_or_default();
    let mut walk =
        Walk { builder, body, start, form: Form::Words, silent: 0, images: 0, words: 0, has_title: false };
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_WIKILINKS;
    for (event, range) in Parser::new_ext(body, options).into_offset_iter() {
        walk.event(event, Span::of(range));
    }
    let mut page = walk.builder.finish();
    if let Some(front_matter) = &front_matter {
        apply(front_matter, text, &mut page);
        // Spans of the file; the front matter stands in the reading line by line.
        page.title = page.title.map(|title| {
            Span::new(page.map.to_reading(title.start), page.map.to_reading(title.end.saturating_sub(1)) + 1)
        });
        page.title = page.title.filter(|title| page.text.get(title.range()).is_some());
    }
    page.into_reading()
}

struct Walk<'a> {
    builder: PageBuilder<'a>,
    /// The file without its front matter.
    body: &'a str,
    /// Where `body` begins in the file.
    start: u32,
    /// The form of the open block.
    form: Form,
    /// How many elements are open whose words are not read.
    silent: usize,
    /// How many pictures are open.
    images: usize,
    /// Words of the open block that stand outside pictures.
    words: usize,
    has_title: bool,
}

impl Walk<'_> {
    fn event(&mut self, event: Event<'_>, span: Span) {
        let file = span.offset_by(self.start);
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(words) if self.silent == 0 => self.text(&words, span),
            Event::SoftBreak => self.builder.white(file),
            Event::HardBreak => {
                let form = self.take_form();
                self.builder.end(form, Gap::Line);
            }
            Event::Rule => self.builder.end(self.form, Gap::Paragraph),
            Event::Text(_)
            | Event::Code(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::Html(_)
            | Event::InlineHtml(_)
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_) => {}
        }
    }

    fn text(&mut self, words: &CowStr<'_>, span: Span) {
        let file = span.offset_by(self.start);
        if self.images == 0 {
            self.words += words.len();
        }
        if span.of_text(self.body) == &**words {
            self.builder.verbatim(file);
        } else {
            self.builder.replaced(words, file);
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::MetadataBlock(_) => {
                self.builder.end(self.form, Gap::Paragraph);
                self.silent += 1;
            }
            Tag::Image { .. } => self.images += 1,
            Tag::Heading { level, .. } => {
                self.builder.end(self.form, Gap::Paragraph);
                let is_title = *level == pulldown_cmark::HeadingLevel::H1 && !self.has_title;
                self.has_title |= is_title;
                self.form = if is_title { Form::Title } else { Form::Heading };
            }
            Tag::Item => {
                self.builder.end(self.form, Gap::Line);
                self.form = Form::Item;
            }
            Tag::Paragraph | Tag::TableCell => self.builder.end(self.form, Gap::Line),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::MetadataBlock(_) => {
                self.silent = self.silent.saturating_sub(1);
            }
            TagEnd::Image => self.images = self.images.saturating_sub(1),
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Table | TagEnd::List(_) => {
                let form = self.take_form();
                self.builder.end(form, Gap::Paragraph);
                self.form = Form::Words;
            }
            TagEnd::Item | TagEnd::TableCell => {
                let form = if tag == TagEnd::TableCell { Form::Item } else { self.form };
                self.builder.end(form, Gap::Line);
                self.form = Form::Words;
            }
            _ => {}
        }
    }

    /// The form of the block that ends: a picture alone is its caption.
    fn take_form(&mut self) -> Form {
        let words = std::mem::take(&mut self.words);
        if words == 0 && self.builder.is_open() { Form::Caption } else { self.form }
    }
}

#[cfg(test)]
mod tests;
