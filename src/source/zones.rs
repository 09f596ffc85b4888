//! What each block of a page is.
//!
//! One walk from top to bottom. Above the story stand header lines, headlines, captions and the
//! dateline, in any order; the first block that is none of these begins the story.

use jiff::civil::Date;

use crate::base::span::Span;
use crate::source::header::HeaderLine;
use crate::source::page::{Block, Form};
use crate::source::published::{self, Candidate};
use crate::source::words::{ends_in_full_stop, ends_in_initials, ends_sentence, has_more_words};
use crate::source::written::Written;
use crate::source::{PublishedSource, Zone, ZoneKind, boilerplate, caption, dateline, header};
use crate::text::fold::fold;

/// The zones of a page and what was read on the way. Spans are offsets of the page's text.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Layout {
    /// Sorted, disjoint; they hold every character that is not white space.
    pub zones: Vec<Zone>,
    pub title: Option<Span>,
    /// The publication date that the page shows.
    pub published: Option<(Date, Span, PublishedSource)>,
}

/// Decides what each block of an article is. `title` is the one that metadata names; a main heading
/// goes before it.
pub fn arrange(text: &str, blocks: &[Block], title: Option<Span>) -> Layout {
    let marks = boilerplate::mark(text, blocks);
    let main_heading = blocks.iter().zip(&marks).find(|(block, mark)| block.form == Form::Title && !**mark);
    let mut walk = Walk {
        text,
        blocks,
        zones: Vec::with_capacity(blocks.len()),
        place: Place::Above,
        title: main_heading.map(|(block, _)| block.span).or(title),
        folded_title: None,
        visible: Vec::new(),
        wire: None,
    };
    walk.folded_title = walk.title.map(|title| fold(title.of_text(text)));
    for (index, (block, mark)) in blocks.iter().zip(&marks).enumerate() {
        if *mark {
            walk.add(ZoneKind::Boilerplate, block.span);
        } else {
            walk.block(index, *block);
        }
    }
    walk.finish()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Above the story.
    Above,
    /// In the story.
    Story,
}

struct Walk<'a> {
    text: &'a str,
    blocks: &'a [Block],
    zones: Vec<Zone>,
    place: Place,
    title: Option<Span>,
    folded_title: Option<String>,
    /// Dates of header lines.
    visible: Vec<Candidate>,
    /// The date of the wire dateline and where it stands.
    wire: Option<(Written, Span)>,
}

impl Walk<'_> {
    fn block(&mut self, index: usize, block: Block) {
        let words = block.span.of_text(self.text);
        match block.form {
            Form::Header => self.add(ZoneKind::Header, block.span),
            Form::Tail => self.add(ZoneKind::Boilerplate, block.span),
            Form::Caption => self.add(ZoneKind::Caption, block.span),
            Form::Title | Form::Heading => self.heading(block.span, words),
            Form::Words | Form::Item if self.place == Place::Above => self.above(index, block, words),
            Form::Words | Form::Item => self.in_story(block, words),
        }
    }

    /// A block above the story; the block that begins the story is one of them.
    fn above(&mut self, index: usize, block: Block, words: &str) {
        let span = block.span;
        if self.repeats_title(words) {
            return self.heading(span, words);
        }
        if let Some(found) = header::read(words) {
            return self.header_line(span, words, &found);
        }
        let is_ornament = !words.contains(char::is_alphanumeric);
        if is_ornament || header::is_credit(words) || (self.title.is_none() && header::is_section(words)) {
            return self.add(ZoneKind::Header, span);
        }
        if self.is_names_before_date(index, block.form, words) {
            return self.add(ZoneKind::Header, span);
        }
        if caption::is_caption_above_story(words) {
            return self.add(ZoneKind::Caption, span);
        }
        if self.may_be_dateline(index) && dateline::is_alone(words) {
            self.note_wire_date(span, dateline::prefix(words).and_then(|found| found.date));
            return self.add(ZoneKind::Dateline, span);
        }
        if let Some(found) = dateline::prefix(words) {
            return self.begin_story(span, words, Some(found));
        }
        let is_heading = match self.title {
            _ if block.form == Form::Item => false,
            None => is_title(words) || (is_short_sentence(words) && self.announces_story(index)),
            Some(_) => is_heading(words),
        };
        if is_heading { self.heading(span, words) } else { self.begin_story(span, words, None) }
    }

    fn in_story(&mut self, block: Block, words: &str) {
        let span = block.span;
        if header::is_credit(words) {
            self.add(ZoneKind::Header, span);
        } else if let Some(found) = header::read_labelled(words) {
            self.header_line(span, words, &found);
        } else if caption::is_caption(words) {
            self.add(ZoneKind::Caption, span);
        } else if self.repeats_title(words) || (block.form == Form::Words && is_heading(words)) {
            self.add(ZoneKind::Headline, span);
        } else {
            self.add(ZoneKind::Body, span);
        }
    }

    fn heading(&mut self, span: Span, words: &str) {
        self.add(ZoneKind::Headline, span);
        if self.title.is_none() {
            self.title = Some(span);
            self.folded_title = Some(fold(words));
        }
    }

    fn header_line(&mut self, span: Span, words: &str, found: &HeaderLine) {
        for (written, label) in &found.dates {
            let place = Span::of(written.range.clone()).offset_by(span.start);
            if let Some(date) = written.date() {
                self.visible.push(Candidate { date, span: place, label: *label });
            }
        }
        let Some(headline) = found.headline else { return self.add(ZoneKind::Header, span) };
        let before = words.get(..headline).unwrap_or_default().trim_end();
        self.add(ZoneKind::Header, Span::of(0..before.len()).offset_by(span.start));
        let headline = Span::new(span.start + Span::of(0..headline).end, span.end);
        self.heading(headline, headline.of_text(self.text));
    }

    fn begin_story(&mut self, span: Span, words: &str, found: Option<dateline::Dateline>) {
        self.place = Place::Story;
        let Some(found) = found else { return self.add(ZoneKind::Body, span) };
        self.note_wire_date(span, found.date);
        let story = words.get(found.end..).unwrap_or_default();
        let story_start = found.end + story.len() - story.trim_start().len();
        self.add(ZoneKind::Dateline, Span::of(0..found.end).offset_by(span.start));
        if story_start < words.len() {
            self.add(ZoneKind::Body, Span::new(span.start + Span::of(0..story_start).end, span.end));
        }
    }

    fn note_wire_date(&mut self, span: Span, date: Option<Written>) {
        if let (None, Some(date)) = (&self.wire, date) {
            let place = Span::of(date.range.clone()).offset_by(span.start);
            self.wire = Some((date, place));
        }
    }

    /// A by-line without a `By`: names alone right below the headline, a date line right below them.
    fn is_names_before_date(&self, index: usize, form: Form, words: &str) -> bool {
        let is_below_headline = self.zones.last().is_some_and(|zone| zone.kind == ZoneKind::Headline);
        let next = || Some(self.blocks.get(index + 1)?.span.of_text(self.text));
        form == Form::Words
            && is_below_headline
            && header::may_be_names(words)
            && next()
                .and_then(header::read)
                .is_some_and(|found| found.headline.is_none() && !found.dates.is_empty())
    }

    /// A place by itself is a dateline below the headline; above it, it is a headline or a section.
    fn may_be_dateline(&self, index: usize) -> bool {
        self.title.is_some() && index + 1 < self.blocks.len()
    }

    /// The next block is a header line or begins with a dateline, so this one was a headline.
    fn announces_story(&self, index: usize) -> bool {
        let Some(next) = self.blocks.get(index + 1) else { return false };
        let words = next.span.of_text(self.text);
        header::read(words).is_some() || dateline::prefix(words).is_some() || dateline::is_alone(words)
    }

    fn repeats_title(&self, words: &str) -> bool {
        let Some(title) = &self.folded_title else { return false };
        // Folding changes lengths little; long blocks are not folded for nothing.
        !title.is_empty()
            && words.len() <= 2 * title.len() + 40
            && may_fold_to(title, words)
            && fold(words) == *title
    }

    /// Adds a zone. Paragraphs of the story and of the tail grow together.
    fn add(&mut self, kind: ZoneKind, span: Span) {
        if span.is_empty() {
            return;
        }
        let grows = matches!(kind, ZoneKind::Body | ZoneKind::Boilerplate);
        match self.zones.last_mut() {
            Some(last) if grows && last.kind == kind => last.span.end = span.end,
            _ => self.zones.push(Zone { kind, span }),
        }
    }

    fn finish(self) -> Layout {
        let strongest = published::strongest(&self.visible);
        let visible = strongest.map(|found| (found.date, found.span, PublishedSource::Header));
        let published = visible.or_else(|| {
            let (date, span) = self.wire.as_ref()?;
            let date = date.date().or_else(|| date.date_in(self.header_year()?))?;
            Some((date, *span, PublishedSource::Dateline))
        });
        Layout { zones: self.zones, title: self.title, published }
    }

    /// The one year that the header lines name.
    fn header_year(&self) -> Option<i16> {
        let headers = self.zones.iter().filter(|zone| zone.kind == ZoneKind::Header);
        let mut years = headers.filter_map(|zone| published::lone_year(zone.span.of_text(self.text)));
        let first = years.next()?;
        years.all(|year| year == first).then_some(first)
    }
}

/// Whether the first letter does not speak against it.
fn may_fold_to(folded: &str, words: &str) -> bool {
    match words.chars().find(|first| !first.is_ascii() || first.is_ascii_alphanumeric()) {
        Some(first) if first.is_ascii() => folded.starts_with(first.to_ascii_lowercase()),
        _ => true,
    }
}

/// A first line that can be a title.
fn is_title(words: &str) -> bool {
    words.len() <= 300
        && !ends_in_full_stop(words)
        && !has_more_words(words, 30)
        && !words.ends_with([',', ';', ':'])
        && !starts_like_item(words)
}

/// A short line without the end of a sentence, alone between paragraphs.
fn is_heading(words: &str) -> bool {
    let few = |most: usize| !has_more_words(words, most);
    let open_end =
        || !ends_sentence(words) || (words.ends_with('?') && few(12)) || (ends_in_initials(words) && few(14));
    words.len() <= 240
        && open_end()
        && few(22)
        && !words.ends_with([',', ';', ':', '-', '–', '—'])
        && !words.starts_with(char::is_lowercase)
        && words.chars().any(char::is_alphabetic)
        && !starts_like_item(words)
        && !is_quoted(words)
}

/// One sentence that could be a headline with a full stop.
fn is_short_sentence(words: &str) -> bool {
    words.len() <= 160 && !has_more_words(words, 18) && !words.contains(". ")
}

/// Words within quotation marks are said in the story.
fn is_quoted(words: &str) -> bool {
    words.starts_with(['"', '“', '«']) && words.ends_with(['"', '”', '»'])
}

fn starts_like_item(words: &str) -> bool {
    words.starts_with(['-', '–', '—', '•', '*', '·', '▪', '●']) || is_numbered(words)
}

/// `1. `, `12) `: the number of an item.
fn is_numbered(words: &str) -> bool {
    let rest = words.trim_start_matches(|digit: char| digit.is_ascii_digit());
    let parted = rest.strip_prefix(['.', ')']).is_some_and(|rest| rest.starts_with(char::is_whitespace));
    parted && (1..=3).contains(&(words.len() - rest.len()))
}

#[cfg(test)]
mod tests;
