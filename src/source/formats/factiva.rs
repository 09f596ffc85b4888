//! Factiva: two-letter keys (`HD`, `PD`, `LP`, `TD`, `AN`), or the same rows without keys and a line
//! `Document FJPR000020100111e61b0001x` below each article.

use std::sync::LazyLock;

use memchr::memmem::Finder;
use regex::Regex;

use crate::source::formats::export::{self, Export, Exported, Mark};
use crate::source::formats::plain::Line;
use crate::source::page::Form;
use crate::source::pattern::regex;
use crate::source::written::written;
use crate::source::{Published, header};

/// Reads the lines of a file as those of a Factiva export; `None` if it is none.
pub fn read(text: &str, lines: &[Line]) -> Option<Export> {
    if !is_possible(text) {
        return None;
    }
    let rows: Vec<Row<'_>> = lines.iter().map(|line| Row::of(line, text)).collect();
    keyed(&rows, text).or_else(|| keyless(&rows, text))
}

/// Whether a sign of these exports stands in the text.
pub fn is_possible(text: &str) -> bool {
    let has = |sign: &Finder<'_>| sign.find(text.as_bytes()).is_some();
    let [headline, day, numbers @ ..] = &*SIGNS;
    (has(headline) && has(day)) || numbers.iter().any(has)
}

/// The keys of headline and day, and what stands before the number of an article.
static SIGNS: LazyLock<[Finder<'static>; 5]> =
    LazyLock::new(|| ["HD", "PD", "Document ", "Dokument ", "Documento "].map(Finder::new));

/// A line, and what it looks like by itself.
struct Row<'a> {
    line: &'a Line,
    words: &'a str,
    /// The key that it begins with and how many bytes lie before the value.
    key: Option<(&'a str, usize)>,
    /// `Document FJPR000020100111e61b0001x`.
    is_number: bool,
}

impl<'a> Row<'a> {
    fn of(line: &'a Line, text: &'a str) -> Self {
        let words = line.span.of_text(text);
        let is_number = words.len() <= 60 && NUMBER.is_match(words);
        Self { line, words, key: key(words), is_number }
    }

    fn has(&self, wanted: &str) -> bool {
        self.key.is_some_and(|(key, _)| key == wanted)
    }

    fn value(&self) -> &'a str {
        self.key.and_then(|(_, length)| self.words.get(length..)).unwrap_or_default()
    }

    /// A row of codes, of which no sentence has the look.
    fn is_code(&self) -> bool {
        match self.key {
            Some(("CO" | "IN" | "NS" | "RE" | "IPC" | "IPD", _)) => {
                self.value().is_empty() || CODES.is_match(self.value())
            }
            Some(("AN", _)) => self.value().is_empty() || NUMBER.is_match(self.value()),
            Some(("PUB" | "RF" | "CT" | "ART", _)) => true,
            _ => self.is_number,
        }
    }
}

fn key(words: &str) -> Option<(&str, usize)> {
    let end = words.find(char::is_whitespace).unwrap_or(words.len());
    let key = words.get(..end).filter(|key| KEYS.contains(key))?;
    let rest = words.get(end..)?;
    Some((key, end + rest.len() - rest.trim_start().len()))
}

const KEYS: [&str; 29] = [
    "SE", "HD", "BY", "CR", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY", "LP", "TD", "CX",
    "CO", "IN", "NS", "RE", "IPC", "IPD", "PUB", "AN", "CLM", "RF", "CT", "ART",
];

/// A header is not longer than this many lines.
const HEAD: usize = 30;

/// With keys: an article begins at `HD` (or at the section before it) and holds a day at `PD`.
fn keyed(rows: &[Row<'_>], text: &str) -> Option<Export> {
    let mut starts = Vec::new();
    let mut from = 0;
    for (index, _) in rows.iter().enumerate().filter(|(_, row)| row.has("HD")) {
        if index < from || !is_head(rows, index) {
            continue;
        }
        let before = rows.iter().take(index).skip(from).rev();
        let more = before
            .take(4)
            .take_while(|row| row.key.is_none_or(|(key, _)| matches!(key, "SE" | "CLM")) && !row.is_number)
            .collect::<Vec<_>>();
        let kept = more.iter().rposition(|row| row.key.is_some()).map_or(0, |last| last + 1);
        starts.push(index - kept);
        from = index + 1;
    }
    let mut export = Export { marks: Vec::with_capacity(rows.len()), articles: Vec::new() };
    let first = *starts.first()?;
    export.marks.extend(rows.iter().take(first).map(|_| Mark::apart(Form::Tail)));
    let ends = starts.iter().copied().skip(1).chain([rows.len()]);
    for (start, end) in starts.iter().copied().zip(ends) {
        let article = rows.get(start..end).unwrap_or_default();
        let published = keyed_article(article, text, &mut export.marks);
        let first_line = if export.articles.is_empty() { 0 } else { start };
        export.articles.push(Exported { first_line, published });
    }
    Some(export)
}

/// Behind this `HD` come a day, and two keys more that only this archive writes.
fn is_head(rows: &[Row<'_>], at: usize) -> bool {
    let head = || rows.iter().skip(at + 1).take(HEAD).take_while(|row| !row.has("HD"));
    let day = |(row, next): (&Row<'_>, Option<&Row<'_>>)| {
        let value = if row.value().is_empty() { next.map_or("", |next| next.words) } else { row.value() };
        row.has("PD") && value.len() <= 40 && written(value).iter().any(|day| day.date().is_some())
    };
    let others = ["WC", "SN", "SC", "LA", "LP", "TD", "AN"];
    let mut nexts = head().skip(1);
    head().map(|row| (row, nexts.next())).any(day)
        && others.into_iter().filter(|other| head().any(|row| row.has(other))).count() >= 2
}

/// Marks the lines of an article with keys; gives its day.
fn keyed_article(rows: &[Row<'_>], text: &str, marks: &mut Vec<Mark>) -> Option<Published> {
    let mut form = Form::Header;
    let mut published = None;
    let mut in_day = false;
    let mut is_fresh = false;
    for row in rows {
        let in_story = form == Form::Words;
        let opens = match row.key {
            _ if form == Form::Tail => None,
            Some(_) if row.is_code() => Some(Form::Tail),
            // In the story, `IN OSLO` is a sentence.
            Some(("TD", _)) => Some(Form::Words),
            Some(_) if in_story => None,
            Some(("HD", _)) => Some(Form::Title),
            Some(("LP", _)) => Some(Form::Words),
            Some(("CY", _)) => Some(Form::Header),
            Some(("CX", _)) => Some(Form::Caption),
            Some(_) => Some(Form::Header),
            None if row.is_number => Some(Form::Tail),
            None => None,
        };
        in_day = if opens.is_some() { row.has("PD") } else { in_day };
        if in_day && published.is_none() {
            let value = crate::base::span::Span::new(row.line.span.end - length(row), row.line.span.end);
            published = export::opening_date(value, text);
        }
        if let Some(opened) = opens {
            form = opened;
            let key = row.key.map_or(0, |(_, length)| length);
            marks.push(if row.is_code() { Mark::apart(Form::Tail) } else { Mark::keyed(key, form) });
            is_fresh = row.value().is_empty();
            continue;
        }
        marks.push(match form {
            Form::Words if is_fresh => Mark::apart(Form::Words),
            Form::Words => Mark::story(),
            Form::Title | Form::Caption if is_fresh => Mark::apart(form),
            Form::Title | Form::Caption if row.line.after_blank => Mark::apart(Form::Header),
            Form::Title | Form::Caption => Mark::continuing(form),
            _ => Mark::apart(form),
        });
        is_fresh = false;
    }
    published
}

/// Bytes of a line's value; all of it where it has no key.
fn length(row: &Row<'_>) -> u32 {
    let value = if row.key.is_some() { row.value() } else { row.words };
    crate::base::span::Span::of(0..value.len()).end
}

/// Without keys: an article ends at its number, and has a count of words and a day above.
fn keyless(rows: &[Row<'_>], text: &str) -> Option<Export> {
    let mut export = Export { marks: Vec::with_capacity(rows.len()), articles: Vec::new() };
    let mut start = 0;
    for (index, _) in rows.iter().enumerate().filter(|(_, row)| row.is_number) {
        let article = rows.get(start..=index).unwrap_or_default();
        match Head::of(article, text) {
            Some(head) => {
                let first_line = if export.articles.is_empty() { 0 } else { start };
                export.articles.push(Exported { first_line, published: Some(head.published) });
                export.marks.extend((0..article.len()).map(|row| head.mark(row, article)));
            }
            None => export.marks.extend(article.iter().map(|_| Mark::apart(Form::Tail))),
        }
        start = index + 1;
    }
    export.marks.extend(rows.iter().skip(start).map(|_| Mark::apart(Form::Tail)));
    (!export.articles.is_empty()).then_some(export)
}

/// The head of an article without keys: rows of the article.
struct Head {
    title: usize,
    body: usize,
    published: Published,
}

impl Head {
    fn of(rows: &[Row<'_>], text: &str) -> Option<Self> {
        let count = rows.iter().take(HEAD).position(|row| WORDS.is_match(row.words))?;
        let day = |(_, row): &(usize, &Row<'_>)| {
            export::date_line(row.line.span, text).filter(|_| row.words.len() <= 40)
        };
        let behind = rows.iter().enumerate().skip(count + 1);
        let (day, published) = behind.clone().take(4).find_map(|row| Some((row.0, day(&row)?)))?;
        let rights = behind.clone().skip(day - count).take(12).find(|(_, row)| RIGHTS.is_match(row.words));
        let language = || behind.clone().take(12).find(|(_, row)| LANGUAGES.contains(&row.words));
        let told = || {
            let tells =
                |row: &Row<'_>| row.words.len() > 100 || crate::source::words::ends_sentence(row.words);
            let story = behind.clone().skip(day - count).find(|(_, row)| tells(row));
            story.map_or(day + 1, |(index, _)| index)
        };
        let body = rights.or_else(language).map_or_else(told, |(index, _)| index + 1);
        let is_title = |row: &&Row<'_>| header::read(row.words).is_none();
        let mut above = rows.iter().enumerate().take(count).filter(|(_, row)| is_title(row));
        let first = above.next()?;
        let title = if header::is_section(first.1.words) { above.next().unwrap_or(first) } else { first };
        Some(Self { title: title.0, body, published })
    }

    fn mark(&self, row: usize, rows: &[Row<'_>]) -> Mark {
        match row {
            _ if row + 1 == rows.len() => Mark::apart(Form::Tail),
            _ if row == self.title => Mark::apart(Form::Title),
            _ if row >= self.body => Mark::story(),
            _ if rows.get(row).is_some_and(|row| RIGHTS.is_match(row.words)) => Mark::apart(Form::Tail),
            _ => Mark::apart(Form::Header),
        }
    }
}

const LANGUAGES: [&str; 12] = [
    "English",
    "German",
    "French",
    "Spanish",
    "Italian",
    "Dutch",
    "Russian",
    "Turkish",
    "Arabic",
    "Deutsch",
    "Englisch",
    "Français",
];

static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?:AN\s+)?(?:Document|Dokument|Documento|Documentação)\s+[A-Z][A-Z0-9]{1,9}0000(?:19|20)[0-9]{6}[a-z0-9]{6,12}$",
    )
});

static CODES: LazyLock<Regex> = LazyLock::new(|| regex(r"^[a-z0-9]{2,14}\s?:\s?\S"));

static WORDS: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)^[0-9][0-9.,]{0,8}\s(?:words?|w(?:ö|o\u{308})rter|mots|palabras)$"));

static RIGHTS: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)^(?:copyright(?-u:\b)|©|\(c\)).{0,200}$|^all rights reserved\W*$"));

#[cfg(test)]
mod tests;
