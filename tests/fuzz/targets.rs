//! What must hold for any bytes: one function a target, which panics where it does not.
//!
//! `cargo fuzz` runs them on bytes of its own making; `tests/it/fuzz.rs` runs them on the seeds and on
//! fixed mutations of those, in every test run.

use dateline::base::span::Span;
use dateline::lang::dates::timex3::Value;
use dateline::lang::dates::{self, DateExpr, DayMonthOrder};
use dateline::lang::facts::{ArticleFacts, DocFacts, Scope, analyze, text_hash};
use dateline::lang::lexicon::Lexicon;
use dateline::notes::{ignores, lines, published, suppressions};
use dateline::source::{self, Format, Reading, Zone, ZoneKind};
use dateline::testing::script as scripts;
use dateline::text::buffer::{Buffer, Change, Position};
use dateline::text::decode::{Charset, decode as decode_bytes};
use dateline::text::position::{Encoding, LineIndex};
use jiff::civil::date;

/// A target and its name, which is that of its folder of seeds too.
pub type Target = (&'static str, fn(&[u8]));

/// Every target.
pub const ALL: [Target; 10] = [
    ("decode", decode),
    ("apply_edits", apply_edits),
    ("positions", positions),
    ("source_plain", source_plain),
    ("source_markdown", source_markdown),
    ("source_html", source_html),
    ("dates", dates),
    ("facts", facts),
    ("notes", notes),
    ("script", script),
];

/// Runs the target of this name.
pub fn run(name: &str, bytes: &[u8]) {
    let target = ALL.iter().find(|(own, _)| *own == name).expect("a target of this name");
    target.1(bytes);
}

/// Bytes → text: nothing is lost, and the text is its own decoding.
pub fn decode(bytes: &[u8]) {
    let Ok(decoded) = decode_bytes(bytes) else { return };
    match decoded.charset {
        Charset::Utf8 => {
            let marked = if decoded.byte_order_mark { "\u{FEFF}" } else { "" };
            assert_eq!(format!("{marked}{}", decoded.text).as_bytes(), bytes);
        }
        Charset::Windows1252 => {
            let mark = if decoded.byte_order_mark { 3 } else { 0 };
            assert_eq!(decoded.text.chars().count(), bytes.len() - mark, "each byte is a character");
        }
        Charset::Utf16Le | Charset::Utf16Be => assert!(decoded.byte_order_mark),
    }
    if !decoded.text.contains('\0') && !decoded.text.starts_with('\u{FEFF}') {
        let again = decode_bytes(decoded.text.as_bytes()).expect("text is text");
        assert_eq!((again.text, again.charset), (decoded.text, Charset::Utf8));
    }
}

/// Edits of a rope equal edits of a string.
///
/// The bytes spell a unit, a number of edits, six bytes for each of them, and the text.
pub fn apply_edits(bytes: &[u8]) {
    let (&[unit, count], rest) = bytes.split_first_chunk().unwrap_or((&[0, 0], &[]));
    let (edits, text) = rest.split_at(rest.len().min(usize::from(count % 16) * 6));
    let unit = encoding(unit);
    let mut model = String::from_utf8_lossy(text).into_owned();
    let source = model.clone();
    let mut buffer = Buffer::new(&model);
    for edit in edits.chunks_exact(6) {
        let &[line, column, end_line, end_column, from, length] = edit else { continue };
        let text: String = source.chars().skip(usize::from(from)).take(usize::from(length % 9)).collect();
        if length > 250 {
            assert!(buffer.apply(&Change::Whole(text.clone()), unit).is_none());
            model = text;
            assert_eq!(buffer.text(), model);
            continue;
        }
        let (start, end) = (position(line, column), position(end_line, end_column));
        let from = offset_in(&model, start, unit);
        let to = offset_in(&model, end, unit).max(from);
        let map = buffer.apply(&Change::Range { start, end, text: text.clone() }, unit);
        let map = map.expect("an edit of a range has a map");
        let before = model.clone();
        model.replace_range(from..to, &text);
        assert_eq!(buffer.text(), model);
        assert_eq!(buffer.len(), model.len());
        for span in [Span::of(0..from), Span::of(to..before.len())] {
            let moved = map.apply(span).expect("the words outside an edit stay");
            assert_eq!(moved.of_text(&model), span.of_text(&before));
        }
    }
}

/// Offsets ↔ lines and columns, against counting from the start.
///
/// The bytes spell a line, a column and the text.
pub fn positions(bytes: &[u8]) {
    let (&[line, column], rest) = bytes.split_first_chunk().unwrap_or((&[0, 0], &[]));
    let text = String::from_utf8_lossy(rest.get(..2048).unwrap_or(rest)).into_owned();
    let index = LineIndex::new(&text);
    let starts = line_starts(&text);
    assert_eq!(index.lines() as usize, starts.len());
    let offsets = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    for (code_points, at) in offsets.enumerate() {
        let offset = u32::try_from(at).expect("a short text");
        let line = starts.partition_point(|&start| start <= at) - 1;
        let head = text.get(starts[line]..at).expect("boundaries");
        let place = index.at(&text, offset);
        assert_eq!((place.line as usize, place.code_point as usize), (line, code_points));
        for unit in UNITS {
            let column = unit.units(head);
            assert_eq!(place.column(unit), Some(column));
            assert_eq!(index.line_column(&text, offset, unit), (place.line, column));
            let back = index.offset(&text, place.line, column, unit);
            // A place inside a line break is that of the break's start.
            assert_eq!(back as usize, starts[line] + head.trim_end_matches('\r').len());
        }
    }
    let asked = position(line, column);
    for unit in UNITS {
        let found = index.offset(&text, asked.line, asked.column, unit) as usize;
        assert_eq!(found, offset_in(&text, asked, unit));
    }
    // Offsets that are none must do no harm.
    for offset in [u32::from(column), u32::MAX] {
        let _ = (index.at(&text, offset), index.line_column(&text, offset, Encoding::Utf16));
    }
}

pub fn source_plain(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let reading = source::read(&text, Format::Plain);
    sound(&text, &reading);
    assert_eq!(reading.text.len(), text.len(), "offsets of plain text are those of the file");
}

pub fn source_markdown(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    sound(&text, &source::read(&text, Format::Markdown));
}

pub fn source_html(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    sound(&text, &source::read(&text, Format::Html));
}

/// Comments that silence and lines that suppress: all lie in the text, and what is read can be written.
pub fn notes(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for format in [Format::Plain, Format::Markdown, Format::Html] {
        for ignore in ignores(&text, format) {
            let comment = text.get(ignore.span.range()).expect("on boundaries");
            assert!(comment.starts_with("<!--") && comment.ends_with("-->"), "{comment}");
            assert!(text.get(ignore.covers.range()).is_some(), "on boundaries");
        }
    }
    let (found, problems) = suppressions::parse("s.jsonl".into(), &text);
    let most = text.lines().filter(|line| !line.trim().is_empty()).count();
    assert!(found.len() + problems.len() <= most, "a line gives one of them at most");
    for suppression in found {
        assert!(text.get(suppression.at.span.range()).is_some(), "on boundaries");
        let (again, problems) = suppressions::parse("s.jsonl".into(), &lines::written(&suppression.line));
        assert_eq!((again.first().map(|one| &one.line), problems.len()), (Some(&suppression.line), 0));
    }
    let (found, problems) = published::parse(&text);
    assert!(found.len() + problems.len() <= most, "a line gives one of them at most");
}

/// Text → expressions → values, each of which reads back.
pub fn dates(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let zone = Zone { kind: ZoneKind::Body, span: Span::of(0..text.len()) };
    let found = dates::recognize(&text, &[zone]);
    disjoint(&text, found.iter().map(|one| one.span));
    assert!(found.iter().all(|one| !one.span.is_empty()));
    resolved(&found);
}

/// Text → facts that fit it, in every format and scope. The first byte chooses both.
pub fn facts(bytes: &[u8]) {
    let (&choice, rest) = bytes.split_first().unwrap_or((&0, &[]));
    let text = String::from_utf8_lossy(rest);
    let format = [Format::Plain, Format::Markdown, Format::Html][usize::from(choice % 3)];
    let scope = if choice >= 128 { Scope::Everything } else { Scope::Articles };
    let facts = analyze(&text, format, Lexicon::built_in(), scope);
    assert_eq!(facts, analyze(&text, format, Lexicon::built_in(), scope), "equal text, equal facts");
    assert_eq!(facts.text_hash, text_hash(&text));
    let encoded = postcard::to_stdvec(&facts).expect("facts can be written");
    assert_eq!(postcard::from_bytes::<DocFacts>(&encoded).expect("facts can be read back"), facts);
    let lines = LineIndex::new(&text);
    disjoint(&text, facts.articles.iter().map(|article| article.span));
    for article in &facts.articles {
        fits(&text, &lines, article);
    }
}

/// Any life of the world equals a fresh start.
pub fn script(bytes: &[u8]) {
    if let Err(difference) = scripts::run(bytes.get(..2048).unwrap_or(bytes)) {
        panic!("after step {}: {}", difference.step, difference.what);
    }
}

fn fits(text: &str, lines: &LineIndex, article: &ArticleFacts) {
    disjoint(text, article.zones.iter().map(|zone| zone.span));
    disjoint(text, article.dates.iter().map(|date| date.span));
    disjoint(text, article.mentions.iter().map(|mention| mention.span));
    resolved(&article.dates);
    let mut counts: Vec<Vec<u32>> = article.chains.iter().map(|chain| vec![0; chain.forms.len()]).collect();
    for mention in &article.mentions {
        assert!(!mention.span.is_empty());
        assert_eq!(mention.at, lines.at_range(text, mention.span));
        assert!(mention.role.is_none() || article.role(mention).is_some());
        counts[mention.chain as usize][mention.form as usize] += 1;
    }
    for (chain, counts) in article.chains.iter().zip(counts) {
        assert!(!chain.keys.is_empty() && chain.keys.is_sorted_by(|one, next| one < next));
        assert_eq!(chain.forms.iter().map(|form| form.count).collect::<Vec<_>>(), counts);
    }
    if let Some(title) = &article.title {
        assert!(text.get(title.span.range()).is_some());
        assert_eq!(title.at, lines.at_range(text, title.span));
    }
    if let Some(span) = article.published.and_then(|published| published.span) {
        assert!(text.get(span.range()).is_some_and(|words| !words.is_empty()));
    }
}

/// Zones hold every word of their article once, on boundaries of both texts; the map goes forward.
fn sound(text: &str, reading: &Reading) {
    assert_eq!(reading.articles.is_empty(), reading.text.trim().is_empty());
    disjoint(&reading.text, reading.articles.iter().map(|article| article.span));
    for article in &reading.articles {
        disjoint(&reading.text, article.zones.iter().map(|zone| zone.span));
        disjoint(text, article.zones.iter().map(|zone| reading.map.to_file(zone.span)));
        let mut end = article.span.start;
        for zone in &article.zones {
            assert!(article.span.covers(zone.span) && !zone.span.is_empty());
            assert!(Span::new(end, zone.span.start).of_text(&reading.text).trim().is_empty());
            end = zone.span.end;
        }
        assert!(Span::new(end, article.span.end).of_text(&reading.text).trim().is_empty());
        assert!(article.title.is_none_or(|title| reading.text.get(title.range()).is_some()));
        if let Some(span) = article.published.and_then(|published| published.span) {
            assert!(text.get(span.range()).is_some_and(|words| !words.is_empty()));
        }
    }
    let mut last = 0;
    for (at, character) in reading.text.char_indices().filter(|(_, character)| !character.is_whitespace()) {
        let file = reading.map.to_file(Span::of(at..at + character.len_utf8()));
        assert!(file.start >= last && text.get(file.range()).is_some(), "the map is monotone");
        last = file.start;
    }
}

/// Values read back, whatever day they are counted from.
fn resolved(found: &[DateExpr]) {
    for published in [None, Some(date(2020, 2, 29)), Some(date(1, 1, 1)), Some(date(9999, 12, 31))] {
        let habits = [None, Some(DayMonthOrder::DayFirst), Some(DayMonthOrder::MonthFirst)];
        let values = habits.map(|habit| dates::resolve(found, published, habit));
        assert!(values.iter().all(|values| values.len() == found.len()));
        for timex in values.into_iter().flatten() {
            let value = Value::parse(&timex.value);
            assert_eq!(value.as_ref().map(ToString::to_string).as_ref(), Some(&timex.value));
            assert_eq!(value.and_then(|value| value.interval()), timex.interval);
            assert!(timex.interval.is_none_or(|days| days.first <= days.last));
        }
    }
}

/// Spans lie on character boundaries, one behind the other.
fn disjoint(text: &str, spans: impl Iterator<Item = Span>) {
    let mut end = 0;
    for span in spans {
        assert!(span.start >= end, "{span:?} begins before {end}");
        assert!(text.get(span.range()).is_some(), "{span:?} cuts a character");
        end = span.end;
    }
}

const UNITS: [Encoding; 3] = [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32];

fn encoding(choice: u8) -> Encoding {
    UNITS[usize::from(choice % 3)]
}

/// A position, mostly near the top, sometimes far outside.
fn position(line: u8, column: u8) -> Position {
    let far = |byte: u8| if byte > 250 { u32::MAX } else { u32::from(byte) };
    Position { line: far(line), column: far(column) }
}

/// Where lines begin, found one character after the other.
fn line_starts(text: &str) -> Vec<usize> {
    let mut starts = vec![0];
    let mut rest = text.char_indices().peekable();
    while let Some((at, character)) = rest.next() {
        let crlf = character == '\r' && rest.peek().is_some_and(|(_, next)| *next == '\n');
        if matches!(character, '\n' | '\r') && !crlf {
            starts.push(at + 1);
        }
    }
    starts
}

/// The byte offset of a position, found by counting: clamped to its line and to the text.
fn offset_in(text: &str, position: Position, unit: Encoding) -> usize {
    let starts = line_starts(text);
    let Some(&start) = starts.get(position.line as usize) else { return text.len() };
    let mut units = 0;
    for (at, character) in text[start..].char_indices() {
        units += unit.units(character.encode_utf8(&mut [0; 4]));
        if matches!(character, '\n' | '\r') || units > position.column {
            return start + at;
        }
    }
    text.len()
}
