//! Nexis: `1 of 10 DOCUMENTS`, or `End of Document`, and keys such as `LENGTH: 355 words`.
//!
//! Two layouts. The older text export has outlet, date, title, then keys, then the story; Nexis Uni
//! (converted to text) has title, outlet, date, keys, `Body`, the story, `Load-Date:` and
//! `End of Document`. Keys come in English, German and French. `LOAD-DATE` is the day on which the
//! archive took the text in; it is never the day of publication.

use std::sync::LazyLock;

use memchr::memmem::Finder;
use regex::Regex;

use crate::source::Published;
use crate::source::formats::export::{self, Export, Exported, Flow, Mark};
use crate::source::formats::plain::Line;
use crate::source::page::Form;
use crate::source::pattern::regex;
use crate::source::words::ends_sentence;
use crate::source::written::written;

/// Reads the lines of a file as those of a Nexis export; `None` if it is none.
pub fn read(text: &str, lines: &[Line]) -> Option<Export> {
    if !is_possible(text) {
        return None;
    }
    let kinds: Vec<Kind> = lines.iter().map(|line| Kind::of(line.span.of_text(text))).collect();
    let chunks = chunks(&kinds);
    if !chunks.iter().any(Chunk::is_certain) {
        return None;
    }
    let mut found = Export { marks: Vec::with_capacity(lines.len()), articles: Vec::new() };
    for chunk in &chunks {
        let rows: Vec<Row<'_>> = kinds
            .iter()
            .zip(lines)
            .skip(chunk.start)
            .take(chunk.end - chunk.start)
            .map(|(kind, line)| Row { kind: *kind, line, words: line.span.of_text(text) })
            .collect();
        if chunk.is_article() {
            let (marks, published) = article(&rows, text);
            // The cover sheet of an export stands with its first article.
            let first_line = if found.articles.is_empty() { 0 } else { chunk.start };
            found.articles.push(Exported { first_line, published });
            found.marks.extend(marks);
        } else {
            found.marks.extend(rows.iter().map(|_| Mark::apart(Form::Tail)));
        }
    }
    Some(found)
}

/// Whether a sign of these exports stands in the text.
pub fn is_possible(text: &str) -> bool {
    SIGNS.iter().any(|sign| sign.find(text.as_bytes()).is_some())
}

/// One of these stands in every export.
static SIGNS: LazyLock<[Finder<'static>; 10]> = LazyLock::new(|| {
    [
        "LENGTH:",
        "Length:",
        "NGE:",
        "nge:",
        "LONGUEUR",
        "Longueur",
        "DOCUMENTS",
        "DOKUMENTE",
        "Document 1 ",
        "Dokument 1 ",
    ]
    .map(Finder::new)
});

/// What a line is by itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    /// `1 of 10 DOCUMENTS`.
    Separator,
    /// A key and how many bytes lie before its value.
    Key(Key, usize),
    /// `Body` alone.
    Body,
    /// `Graphic` alone.
    Graphic,
    /// `Classification` alone.
    Classification,
    /// `End of Document`.
    End,
    /// `Copyright 2010 …`, `All Rights Reserved`.
    Rights,
    Text,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Key {
    Headline,
    Date,
    Length,
    /// A standfirst.
    Highlight,
    /// By-line, section and the like.
    Head,
    Body,
    Graphic,
    /// Stands below the story.
    Tail,
    /// Stands below the story where its value is a list of topics.
    Topics,
}

impl Kind {
    fn of(words: &str) -> Self {
        let head = words.get(..words.floor_char_boundary(40)).unwrap_or(words);
        if let Some(key) = head.contains(':').then(|| key(words)).flatten() {
            return key;
        }
        if words.len() > 200 {
            return Kind::Text;
        }
        match words {
            "Body" => Kind::Body,
            "Graphic" => Kind::Graphic,
            "Classification" => Kind::Classification,
            "End of Document" | "Ende des Dokuments" | "Fin du document" | "Fin de document" => Kind::End,
            _ if SEPARATOR.is_match(words) => Kind::Separator,
            _ if RIGHTS.is_match(words) => Kind::Rights,
            _ => Kind::Text,
        }
    }

    /// A key that stands above the story.
    fn is_head_key(self) -> bool {
        matches!(self, Kind::Key(Key::Headline | Key::Date | Key::Length | Key::Highlight | Key::Head, _))
    }

    /// The story is over.
    fn ends_story(self) -> bool {
        matches!(self, Kind::Key(Key::Tail | Key::Graphic, _) | Kind::Classification | Kind::End)
    }
}

fn key(words: &str) -> Option<Kind> {
    let captures = KEY.captures(words)?;
    let length = captures.get(0)?.end();
    let value = words.get(length..).unwrap_or_default();
    let has = |name: &str| captures.name(name).is_some();
    let key = match () {
        () if has("headline") => Key::Headline,
        () if has("date") => Key::Date,
        () if has("length") => {
            // `Length: a matter of taste` is prose.
            return LENGTH_VALUE.is_match(value).then_some(Kind::Key(Key::Length, length));
        }
        () if has("highlight") => Key::Highlight,
        () if has("head") => Key::Head,
        () if has("body") => Key::Body,
        () if has("graphic") => Key::Graphic,
        () if has("topics") => Key::Topics,
        () => Key::Tail,
    };
    let is_topics = key == Key::Topics && value.contains("%)");
    Some(match key {
        Key::Topics if is_topics => Kind::Key(Key::Tail, length),
        Key::Tail if value.len() > 120 => return None,
        // In English it announces news.
        Key::Tail if words.starts_with("UPDATE") && !is_day(value) => return None,
        _ => Kind::Key(key, length),
    })
}

fn is_day(value: &str) -> bool {
    value.len() <= 40 && written(value).iter().any(|day| day.date().is_some())
}

/// Lines between two separators, and what was seen in them.
#[derive(Default, Debug)]
struct Chunk {
    start: usize,
    end: usize,
    is_numbered: bool,
    keys: usize,
    has_length: bool,
    has_close: bool,
}

impl Chunk {
    fn note(&mut self, kind: Kind) {
        match kind {
            Kind::Separator => self.is_numbered = true,
            Kind::Key(Key::Length, _) => (self.has_length, self.keys) = (true, self.keys + 1),
            Kind::Key(Key::Tail | Key::Body, _) => (self.has_close, self.keys) = (true, self.keys + 1),
            Kind::Key(..) => self.keys += 1,
            Kind::Body | Kind::End => self.has_close = true,
            Kind::Graphic | Kind::Classification | Kind::Rights | Kind::Text => {}
        }
    }

    fn is_article(&self) -> bool {
        self.has_length || (self.is_numbered && self.keys >= 1) || (self.has_close && self.keys >= 2)
    }

    /// Nobody writes so but the archive.
    fn is_certain(&self) -> bool {
        (self.has_length && self.has_close) || (self.is_numbered && self.keys >= 2)
    }
}

/// A separator begins a chunk, `End of Document` ends one.
fn chunks(kinds: &[Kind]) -> Vec<Chunk> {
    let mut chunks = Vec::new();
    let mut open = Chunk::default();
    let mut ended = false;
    for (index, kind) in kinds.iter().enumerate() {
        let begins = *kind == Kind::Separator && (open.keys > 0 || !open.is_numbered);
        if (begins || ended) && index > open.start {
            chunks.push(std::mem::replace(&mut open, Chunk { start: index, ..Chunk::default() }));
        }
        open.note(*kind);
        open.end = index + 1;
        ended = *kind == Kind::End;
    }
    chunks.push(open);
    chunks
}

/// A line of one article.
struct Row<'a> {
    kind: Kind,
    line: &'a Line,
    words: &'a str,
}

impl Row<'_> {
    fn is_free(&self) -> bool {
        self.kind == Kind::Text
    }

    /// It goes on with the words of the line above.
    fn continues(&self) -> bool {
        self.is_free() && !self.line.after_blank
    }
}

/// What the lines of an article are, and when it was published.
fn article(rows: &[Row<'_>], text: &str) -> (Vec<Mark>, Option<Published>) {
    let keyed = body_start(rows);
    let dated = publication(rows.get(..keyed.unwrap_or(HEAD)).unwrap_or(rows), text);
    let body = keyed.or(dated.map(|(row, _)| row + 1)).unwrap_or(0);
    let tail = tail_start(rows, body);
    let head = rows.get(..body).unwrap_or(rows);
    let title = title(head, dated.map(|(row, _)| row));
    let mut marks: Vec<Mark> = Vec::with_capacity(rows.len());
    for (index, row) in rows.iter().enumerate() {
        let above = marks.last().copied().filter(|_| row.continues());
        marks.push(match row.kind {
            _ if title.contains(&index) => {
                if index == title.start {
                    Mark::apart(Form::Title)
                } else {
                    Mark::continuing(Form::Title)
                }
            }
            Kind::Key(Key::Headline, key) if index < body => Mark::keyed(key, Form::Title),
            Kind::Key(Key::Highlight, key) if index < body => Mark::keyed(key, Form::Heading),
            Kind::Key(Key::Graphic, key) if index >= tail => Mark::keyed(key, Form::Caption),
            Kind::Graphic if index >= tail => Mark::apart(Form::Tail),
            Kind::Text if index >= tail => in_tail(rows, index, above),
            _ if index >= tail => Mark::apart(Form::Tail),
            Kind::Key(Key::Body, key) if index == body => Mark::keyed(key, Form::Words),
            Kind::Body if index == body => Mark::apart(Form::Header),
            _ if index >= body => Mark::story(),
            Kind::Rights => Mark::apart(Form::Tail),
            Kind::Text => match above {
                Some(above) if above.form == Form::Heading => Mark::continuing(above.form),
                Some(above) if above.form == Form::Title && title.is_empty() => Mark::continuing(above.form),
                _ => Mark::apart(Form::Header),
            },
            _ => Mark::apart(Form::Header),
        });
    }
    (marks, dated.map(|(_, published)| published))
}

/// Words below the story: of a picture if `Graphic` stands above them.
fn in_tail(rows: &[Row<'_>], index: usize, above: Option<Mark>) -> Mark {
    if let Some(above) = above.filter(|above| above.form == Form::Caption) {
        return Mark { flow: Flow::Continues, key: 0, ..above };
    }
    let before = index.checked_sub(1).and_then(|before| rows.get(before));
    let is_caption = before.is_some_and(|before| before.kind == Kind::Graphic);
    Mark::apart(if is_caption { Form::Caption } else { Form::Tail })
}

/// A header without keys is not looked for further down than this.
const HEAD: usize = 12;

/// The row with the day of publication.
fn publication(head: &[Row<'_>], text: &str) -> Option<(usize, Published)> {
    let find = |date: &dyn Fn(&Row<'_>) -> Option<Published>| {
        head.iter().enumerate().find_map(|(index, row)| Some((index, date(row)?)))
    };
    find(&|row| row.is_free().then(|| export::date_line(row.line.span, text)).flatten())
        .or_else(|| find(&|row| row.is_free().then(|| export::opening_date(row.line.span, text)).flatten()))
        .or_else(|| {
            let is_date = |row: &Row<'_>| matches!(row.kind, Kind::Key(Key::Date, _));
            find(&|row| is_date(row).then(|| export::date_line(row.line.span, text)).flatten())
        })
}

/// The first row of the story, or the mark right above it; `None` where no key stands above it.
fn body_start(rows: &[Row<'_>]) -> Option<usize> {
    let marked = rows.iter().position(|row| matches!(row.kind, Kind::Body | Kind::Key(Key::Body, _)));
    if marked.is_some() {
        return marked;
    }
    let length = rows.iter().position(|row| matches!(row.kind, Kind::Key(Key::Length, _)));
    let key = length.or_else(|| rows.iter().position(|row| row.kind.is_head_key()))?;
    let mut above = rows.get(key)?;
    let mut body = key + 1;
    for row in rows.iter().skip(body) {
        // Wrapped words of a key; the value of the length has one line.
        let is_full = above.line.width >= 50 && !matches!(above.kind, Kind::Key(Key::Length, _));
        if !(row.kind.is_head_key() || row.kind == Kind::Rights || (row.continues() && is_full)) {
            break;
        }
        body += 1;
        above = row;
    }
    Some(body)
}

/// The first row below the story.
fn tail_start(rows: &[Row<'_>], body: usize) -> usize {
    let behind = rows.get(body..).unwrap_or_default();
    let ends = behind.iter().position(|row| row.kind.ends_story());
    let mut tail = body + ends.unwrap_or(behind.len());
    let picture = behind.iter().take(tail - body).rposition(|row| row.kind == Kind::Graphic);
    if let Some(picture) = picture.map(|picture| picture + body).filter(|at| at + 8 >= tail) {
        tail = picture;
    }
    let adds = |row: &Row<'_>| match row.kind {
        Kind::Rights => true,
        Kind::Key(Key::Topics, _) => !ends_sentence(row.words),
        _ => false,
    };
    while tail > body + 1 && rows.get(tail - 1).is_some_and(adds) {
        tail -= 1;
    }
    tail
}

/// The rows of the headline, where no key names it.
fn title(head: &[Row<'_>], date: Option<usize>) -> std::ops::Range<usize> {
    let is_keyed = |row: &Row<'_>| matches!(row.kind, Kind::Key(Key::Headline, _));
    let keys = head.iter().position(|row| row.kind.is_head_key()).unwrap_or(head.len());
    if head.iter().any(is_keyed) {
        return 0..0;
    }
    let below = date.map_or(0, |date| date + 1);
    let is_title = |row: &Row<'_>| row.is_free() && row.words.len() <= 300 && !EDITION.is_match(row.words);
    let free = |from: usize, to: usize| {
        let rows = head.iter().enumerate().take(to).skip(from);
        rows.filter(|(_, row)| is_title(row)).map(|(index, _)| index).collect::<Vec<_>>()
    };
    let group = |first: usize, end: usize| {
        let more = head.iter().take(end).skip(first + 1).take_while(|row| row.continues()).count();
        first..first + 1 + more
    };
    if let (Some(first), Some(_)) = (free(below, keys).first(), date) {
        return group(*first, keys);
    }
    let before = free(0, date.unwrap_or(keys));
    match (before.as_slice(), date) {
        ([_] | [], Some(_)) | ([], None) => 0..0,
        // Outlet and title, or a title alone.
        ([first, .., last], None) => {
            let (first, last) = (group(*first, keys), group(*last, keys));
            let is_numbered = head.first().is_some_and(|row| row.kind == Kind::Separator);
            if is_numbered { last } else { first }
        }
        ([first], None) => group(*first, keys),
        // Title and outlet.
        ([first, .., last], Some(date)) => {
            let whole = group(*first, date);
            if whole.contains(last) { whole.start..*last } else { whole }
        }
    }
}

static SEPARATOR: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?ix)^(?: [0-9]{1,5}\ (?:of|von|de|sur)\ [0-9]{1,5}\ (?:documents?|dokument(?:e|en)?|documentos)
        | (?:document|dokument|documento)\ [0-9]{1,5}\ (?:of|von|de|sur)\ [0-9]{1,5} )$",
    )
});

static KEY: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?x)^(?:
        (?P<headline> HEADLINE | Headline | ÜBERSCHRIFT | TITEL | TITRE )
        | (?P<date> DATE | Date | PUBLICATION-DATE | DATUM | PUB-DATE )
        | (?P<length> LENGTH | Length | L(?:Ä|A\u{308})NGE | L(?:ä|a\u{308})nge | LONGUEUR | Longueur )
        | (?P<highlight> HIGHLIGHT | Highlight )
        | (?P<head> BYLINE | Byline | AUTOR | Autor | AUTEUR | Auteur | SECTION | Section | RUBRIK | Rubrik | RUBRIQUE | Rubrique
            | DATELINE | Dateline | SERIES | Series | SOURCE | SOURCES | EDITION | ORT | LIEU )
        | (?P<body> BODY | Body | TEXT | TEXTE )
        | (?P<graphic> GRAPHIC | GRAPHIK | GRAFIK | GRAPHIQUE )
        | (?P<topics> SUBJECT | Subject | PERSON | Person | COMPANY | Company | ORGANI[SZ]ATION | Organi[sz]ation | GEOGRAPHIC | Geographic
            | COUNTRY | CITY | STATE | INDUSTRY | Industry | TICKER | URL )
        | (?P<tail> LOAD-DATE | Load-Date | UPDATE | DATE-CHARGEMENT | Date-Chargement | DATE\ DE\ CHARGEMENT | LANGUAGE | Language | SPRACHE | Sprache | LANGUE | Langue
            | PUBLICATION-TYPE | Publication-Type | PUBLIKATIONSTYP | TYPE-PUBLICATION | TYPE\ DE\ PUBLICATION | DOCUMENT-TYPE | Document-Type
            | JOURNAL-CODE | Journal\ Code | PUB-TYPE | ACC-NO | DISTRIBUTION | CORRECTION-DATE | Correction-Date )
        ) [\s]?:(?:\s+|$)",
    )
});

static LENGTH_VALUE: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"(?i)^[0-9][0-9.,\u{A0} ]{0,8}\s?(?:words?|w(?:ö|o\u{308})rter|worte|mots|palabras)\W*$")
});

static RIGHTS: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?ix)^\W*(?: copyright(?-u:\b)\s*(?:©|\(c\)|[0-9]{4}|by).* | (?:©|\(c\))\s?.* | all\ rights\ reserved\W* | alle\ rechte\ vorbehalten\W*
        | tous\ droits\ r[ée].{0,2}serv[ée].{0,3}\W* )$",
    )
});

static EDITION: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"(?i)^(?:\S+\s){0,5}(?:edition|ausgabe|(?:é|e\u{301})dition)(?:\s\S+){0,2}$|^correction appended$")
});

#[cfg(test)]
mod tests;
