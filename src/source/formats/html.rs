//! HTML: the words of the main content, without tags.
//!
//! Two passes over the tokens. The first looks for the main content (the fullest `<article>`, else
//! `<main>`, else everything) and for metadata; the second reads. Elements need not be closed or
//! nested rightly: no tree is built, so depth costs nothing.

mod metadata;
mod side;

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{StartTag, State, Token, Tokenizer};

use crate::base::span::Span;
use crate::source::Reading;
use crate::source::page::{Form, Gap, Page, PageBuilder};
use crate::source::published::{self, Label};
use crate::source::{Published, PublishedSource};
use metadata::Metadata;
use side::Sides;

/// Reads an HTML file.
pub fn read(text: &str) -> Reading {
    let survey = Survey::of(text);
    let mut page = pass(text, &survey, Silence::Furniture);
    if page.blocks.is_empty() {
        // An element that is never closed hid everything.
        page = pass(text, &survey, Silence::CodeOnly);
    }
    page.published = survey.metadata.published(text).or(page.published);
    page.into_reading()
}

fn tokens(text: &str) -> impl Iterator<Item = Token<usize>> {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut tokenizer = Tokenizer::new_with_emitter(text, emitter);
    tokenizer.set_state(State::Data);
    tokenizer.flatten()
}

/// Which elements are not read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Silence {
    /// Scripts and the like, menus, forms, side columns.
    Furniture,
    /// Scripts and the like.
    CodeOnly,
}

/// What the first pass finds.
struct Survey {
    /// The main content in the file.
    main: Span,
    /// A main heading stands in the main content.
    has_inner_heading: bool,
    /// A main heading stands before the main content.
    has_outer_heading: bool,
    metadata: Metadata,
    /// Where elements begin that are beside the story by their class.
    sides: Vec<u32>,
}

/// A stretch of the file and how many bytes of paragraphs it holds.
#[derive(Clone, Copy, Default)]
struct Region {
    span: Span,
    words: usize,
}

impl Survey {
    fn of(text: &str) -> Self {
        let whole = Span::of(0..text.len());
        let (mut articles, mut mains) = (Candidates::default(), Candidates::default());
        let mut headings: Vec<u32> = Vec::new();
        let mut sides = Sides::default();
        let mut metadata = Metadata::default();
        let mut is_metadata_script = false;
        let mut hidden: Option<Vec<u8>> = None;
        for token in tokens(text) {
            match token {
                Token::StartTag(tag) => {
                    let at = Span::of(tag.span.start..tag.span.end).start;
                    match tag.name.as_slice() {
                        b"article" => articles.open(at),
                        b"main" => mains.open(at),
                        b"h1" if headings.len() < 1000 => headings.push(at),
                        b"meta" => metadata.meta(&tag, text),
                        b"script" => is_metadata_script = metadata::is_json_ld(&tag),
                        _ => {}
                    }
                    hidden = is_code(&tag.name).then(|| tag.name.to_vec());
                    sides.open(&tag, at, mains.words);
                }
                Token::EndTag(tag) => {
                    let end = Span::of(tag.span.start..tag.span.end).end;
                    sides.close(&tag.name, mains.words);
                    match tag.name.as_slice() {
                        b"article" => articles.close(end),
                        b"main" => mains.close(end),
                        _ => {}
                    }
                    (is_metadata_script, hidden) = (false, None);
                }
                Token::String(words) if is_metadata_script => {
                    metadata.json_ld(Span::of(words.span.start..words.span.end), text);
                }
                Token::String(words) if hidden.is_none() => {
                    articles.words += words.len();
                    mains.words += words.len();
                }
                _ => {}
            }
        }
        let sides = sides.found(mains.words);
        let main = articles.best(whole.end).or_else(|| mains.best(whole.end)).unwrap_or(whole);
        Self {
            main,
            has_inner_heading: headings.iter().any(|at| main.contains(*at)),
            has_outer_heading: headings.iter().any(|at| *at < main.start),
            metadata,
            sides,
        }
    }
}

/// The outermost elements of one name.
#[derive(Default)]
struct Candidates {
    depth: usize,
    /// Where the outermost open one begins, and `words` at that place.
    open: (u32, usize),
    /// Bytes of text so far.
    words: usize,
    best: Region,
}

impl Candidates {
    fn open(&mut self, at: u32) {
        if self.depth == 0 {
            self.open = (at, self.words);
        }
        self.depth += 1;
    }

    fn close(&mut self, end: u32) {
        if self.depth == 1 {
            let words = self.words - self.open.1;
            if words > self.best.words {
                self.best = Region { span: Span::new(self.open.0, end), words };
            }
        }
        self.depth = self.depth.saturating_sub(1);
    }

    fn best(mut self, end: u32) -> Option<Span> {
        if self.depth > 0 {
            self.depth = 1;
            self.close(end);
        }
        (self.best.words > 0).then_some(self.best.span)
    }
}

fn pass(text: &str, survey: &Survey, silence: Silence) -> Page {
    let mut walk = Walk {
        builder: PageBuilder::new(text),
        text,
        survey,
        silence,
        silent: None,
        heading: None,
        in_title: false,
        figures: 0,
        items: 0,
        has_title: false,
        breaks: 0,
        outer_heading_read: false,
        shown: None,
    };
    for token in tokens(text) {
        match token {
            Token::StartTag(tag) => walk.start(&tag),
            Token::EndTag(tag) => walk.end(&tag.name, Span::of(tag.span.start..tag.span.end)),
            Token::String(words) => walk.words(&words.value, Span::of(words.span.start..words.span.end)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    let form = walk.form();
    walk.builder.end(form, Gap::Paragraph);
    let shown = walk.shown.map(|(_, published)| published);
    let mut page = walk.builder.finish();
    page.published = shown;
    page
}

struct Walk<'a> {
    builder: PageBuilder<'a>,
    text: &'a str,
    survey: &'a Survey,
    silence: Silence,
    /// The element that is not read, by name, and how many of that name are open.
    silent: Option<(Vec<u8>, usize)>,
    heading: Option<Form>,
    /// In the `<title>`, which is read if the page has no main heading.
    in_title: bool,
    figures: usize,
    items: usize,
    has_title: bool,
    /// Line breaks since the last word.
    breaks: usize,
    outer_heading_read: bool,
    /// `<time datetime>` above the story; what calls itself published goes before the rest.
    shown: Option<(Label, Published)>,
}

impl Walk<'_> {
    fn start(&mut self, tag: &StartTag<usize>) {
        let name = tag.name.as_slice();
        let span = Span::of(tag.span.start..tag.span.end);
        if let Some((silent, depth)) = &mut self.silent {
            if silent.as_slice() == name {
                *depth += 1;
            }
            // Main headings are read wherever they stand.
            let is_heading = name == b"h1" && self.reads_heading_at(span.start);
            if !is_heading {
                return;
            }
        } else if self.is_silent(tag) && !tag.self_closing {
            self.finish_block(Gap::Paragraph);
            self.silent = Some((name.to_vec(), 1));
            return;
        }
        match name {
            b"title" => {
                self.in_title =
                    !self.survey.has_inner_heading && !self.survey.has_outer_heading && !self.has_title
            }
            b"h1" => {
                self.finish_block(Gap::Paragraph);
                self.heading = Some(if self.has_title { Form::Heading } else { Form::Title });
            }
            b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => {
                self.finish_block(Gap::Paragraph);
                self.heading = Some(Form::Heading);
            }
            b"figure" | b"figcaption" => {
                self.finish_block(Gap::Paragraph);
                self.figures += 1;
            }
            b"li" | b"td" | b"th" | b"dt" | b"dd" => {
                self.finish_block(Gap::Line);
                self.items += 1;
            }
            b"br" => self.line_break(),
            b"time" => {
                self.time(tag);
                self.builder.white(Span::empty(span.start));
            }
            _ if is_block(name) => self.finish_block(Gap::Paragraph),
            _ => {}
        }
    }

    fn end(&mut self, name: &[u8], span: Span) {
        if matches!(name, b"article" | b"main" | b"body" | b"html") {
            (self.figures, self.items) = (0, 0);
            if self.silent.as_ref().is_some_and(|(silent, _)| !is_code(silent)) {
                self.silent = None;
            }
        }
        if let (Some((silent, depth)), true) = (&mut self.silent, self.heading.is_none()) {
            if silent.as_slice() == name {
                *depth -= 1;
                if *depth == 0 {
                    self.silent = None;
                }
            }
            return;
        }
        match name {
            b"title" => {
                self.finish_block(Gap::Paragraph);
                self.in_title = false;
            }
            b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => {
                self.finish_block(Gap::Paragraph);
                self.outer_heading_read |= name == b"h1" && span.end <= self.survey.main.start;
            }
            b"figure" | b"figcaption" => {
                self.finish_block(Gap::Paragraph);
                self.figures = self.figures.saturating_sub(1);
            }
            b"li" | b"td" | b"th" | b"dt" | b"dd" => {
                self.finish_block(Gap::Line);
                self.items = self.items.saturating_sub(1);
            }
            b"time" => self.builder.white(Span::empty(span.end)),
            _ if is_block(name) => self.finish_block(Gap::Paragraph),
            _ => {}
        }
    }

    fn words(&mut self, value: &[u8], span: Span) {
        let reads = match self.heading {
            Some(_) => self.survey.main.contains(span.start) || self.reads_heading_at(span.start),
            None => self.silent.is_none() && (self.survey.main.contains(span.start) || self.in_title),
        };
        // The head of the page is no content, whatever the broken markup says.
        if !reads {
            return;
        }
        if !value.iter().all(u8::is_ascii_whitespace) {
            self.breaks = 0;
        }
        let raw = span.of_text(self.text);
        if raw.as_bytes() == value {
            self.builder.verbatim(span)
        } else {
            self.with_references(raw, span.start)
        }
    }

    /// Words that hold character references.
    fn with_references(&mut self, raw: &str, start: u32) {
        let mut at = 0;
        for (ampersand, _) in raw.match_indices('&') {
            // An ampersand within a reference that was read already.
            if ampersand < at {
                continue;
            }
            let tail = raw.get(ampersand..).unwrap_or_default();
            let Some((words, length)) = metadata::reference(tail) else { continue };
            self.builder.verbatim(Span::of(at..ampersand).offset_by(start));
            self.builder.replaced(&words, Span::of(ampersand..ampersand + length).offset_by(start));
            at = ampersand + length;
        }
        self.builder.verbatim(Span::of(at..raw.len()).offset_by(start));
    }

    fn line_break(&mut self) {
        self.breaks += 1;
        let gap = if self.breaks > 1 { Gap::Paragraph } else { Gap::Line };
        let form = self.form();
        self.builder.end(form, gap);
    }

    fn finish_block(&mut self, gap: Gap) {
        let form = self.form();
        self.has_title |= form == Form::Title && self.builder.is_open();
        self.builder.end(form, gap);
        self.heading = None;
    }

    fn form(&self) -> Form {
        match self.heading {
            Some(form) => form,
            None if self.in_title => Form::Title,
            None if self.figures > 0 => Form::Caption,
            None if self.items > 0 => Form::Item,
            None => Form::Words,
        }
    }

    /// `<time datetime>` above the story says when the page was published.
    fn time(&mut self, tag: &StartTag<usize>) {
        let is_told =
            |block: &crate::source::page::Block| block.form == Form::Words && block.span.len() > 200;
        let in_head = self.survey.main.contains(Span::of(tag.span.start..tag.span.end).start)
            && self.figures == 0
            && !self.builder.blocks().iter().rev().take(12).any(is_told)
            && self.builder.blocks().len() <= 12;
        let modified = metadata::value(tag, b"itemprop").is_some_and(|value| value.contains("dateModified"))
            || metadata::value(tag, b"class")
                .is_some_and(|value| value.contains("updated") || value.contains("modified"));
        let is_published = metadata::value(tag, b"itemprop")
            .is_some_and(|value| value.contains("datePublished"))
            || tag.attributes.contains_key(b"pubdate".as_slice())
            || metadata::value(tag, b"class").is_some_and(|value| value.contains("publish"));
        let label = if is_published { Label::Published } else { Label::None };
        if !in_head || modified || self.shown.is_some_and(|(known, _)| known <= label) {
            return;
        }
        let value = metadata::attribute(tag, b"datetime", self.text);
        let Some((value, place)) = value.or_else(|| metadata::attribute(tag, b"content", self.text)) else {
            return;
        };
        if let Some((range, date)) = published::declared(&value) {
            let exact = Span::of(range).offset_by(place.start);
            let span = Some(if place.covers(exact) { exact } else { place });
            self.shown = Some((label, Published { date, span, source: PublishedSource::Header }));
        }
    }

    /// Whether a main heading at this place is read: one in the main content is, else the first one
    /// before it.
    fn reads_heading_at(&self, at: u32) -> bool {
        let main = self.survey.main;
        main.contains(at) || (!self.survey.has_inner_heading && !self.outer_heading_read && at < main.start)
    }

    fn is_silent(&self, tag: &StartTag<usize>) -> bool {
        let name = tag.name.as_slice();
        if is_code(name) {
            return true;
        }
        if self.silence == Silence::CodeOnly {
            return false;
        }
        let at = Span::of(tag.span.start..tag.span.end).start;
        let is_whole_page = self.survey.main.start == 0;
        match name {
            b"nav" | b"footer" | b"aside" | b"form" | b"button" | b"select" | b"dialog" | b"menu" => true,
            // The head of an article is a part of it.
            b"header" => is_whole_page || !self.survey.main.contains(at),
            b"h1" | b"article" | b"main" | b"body" | b"html" | b"input" | b"img" | b"br" | b"hr"
            | b"meta" | b"link" => false,
            _ => {
                let role = metadata::value(tag, b"role");
                matches!(
                    role.as_deref(),
                    Some("navigation" | "complementary" | "banner" | "contentinfo" | "search")
                ) || tag.attributes.contains_key(b"hidden".as_slice())
                    || self.survey.sides.binary_search(&at).is_ok()
            }
        }
    }
}

/// Elements whose content is never words.
fn is_code(name: &[u8]) -> bool {
    matches!(
        name,
        b"script"
            | b"style"
            | b"noscript"
            | b"template"
            | b"svg"
            | b"iframe"
            | b"textarea"
            | b"object"
            | b"math"
            | b"pre"
            | b"code"
    )
}

/// Elements that end a paragraph.
fn is_block(name: &[u8]) -> bool {
    matches!(
        name,
        b"address"
            | b"article"
            | b"aside"
            | b"blockquote"
            | b"body"
            | b"caption"
            | b"center"
            | b"details"
            | b"div"
            | b"dl"
            | b"fieldset"
            | b"footer"
            | b"form"
            | b"head"
            | b"header"
            | b"hr"
            | b"html"
            | b"main"
            | b"nav"
            | b"ol"
            | b"p"
            | b"section"
            | b"summary"
            | b"table"
            | b"tbody"
            | b"tfoot"
            | b"thead"
            | b"tr"
            | b"ul"
            | b"video"
            | b"audio"
    )
}

#[cfg(test)]
mod tests;
