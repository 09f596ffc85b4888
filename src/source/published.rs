//! The publication date: which dates of a page can be it, and how they are written.
//!
//! Only the marked places of a page are looked at (front matter, metadata, date lines, the wire
//! dateline); a date of the story or of a picture never gets here. A day that the calendar does not
//! have is no publication date.

use std::ops::Range;

use camino::Utf8Path;
use jiff::civil::Date;

use crate::base::span::Span;
use crate::source::words::{ascii_words, is_any};
use crate::source::written::written;

/// What a date line says of its date, strongest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Label {
    /// `Published`, `Posted`.
    Published,
    /// Nothing, or `date`.
    None,
    /// `Updated`, `Modified`.
    Updated,
    /// `Created`, `Saved`, `Accessed`: when somebody kept the page, never when it was published.
    Kept,
}

/// The keys of front matter that say when an article was published, strongest first, in the normal
/// form of [`Field`](crate::source::formats::front_matter::Field). `created`, `clipped`, `saved` and
/// `accessed` are days of clipping, `updated` and `modified` say nothing of the first day: none of
/// them is taken, not even alone.
pub const FRONT_MATTER_KEYS: [&str; 22] = [
    "published",
    "datepublished",
    "publisheddate",
    "publishdate",
    "publicationdate",
    "publishedat",
    "publishedon",
    "publishedtime",
    "pubdate",
    "firstpublished",
    "publisheddatetime",
    "article:publishedtime",
    "articlepublishedtime",
    "og:publishedtime",
    "dc.date.issued",
    "dcdateissued",
    "issued",
    "posted",
    "postedon",
    "postdate",
    "date",
    "articledate",
];

/// The names of `<meta>` elements that say when a page was published, strongest first, lower case.
pub const META_NAMES: [&str; 27] = [
    "article:published_time",
    "article:published",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "rnews:datepublished",
    "published_time",
    "published-date",
    "article:publish_date",
    "article_date_original",
    "publication_date",
    "publication-date",
    "publicationdate",
    "originalpublicationdate",
    "publish-date",
    "publish_date",
    "publishdate",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "dc.date.issued",
    "dcterms.issued",
    "citation_publication_date",
    "dc.date",
    "article.published",
    "date",
];

/// The first whole date of a declared value: `2020-02-18T12:15:00+03:00` gives the local day of the
/// text, `Feb. 18, 2020` is read as in a date line.
pub fn declared(value: &str) -> Option<(Range<usize>, Date)> {
    let head = value.get(..value.floor_char_boundary(128)).unwrap_or(value);
    written(head).into_iter().find_map(|found| Some((found.range.clone(), found.date()?)))
}

/// What the words just before a date say of it.
pub fn label(before: &str) -> Label {
    let says = |word: &str| {
        let of_word = |(_, words): &&(Label, &[&str])| is_any(word, words);
        LABELS.iter().find(of_word).map(|(label, _)| *label)
    };
    ascii_words(before).filter_map(says).last().unwrap_or(Label::None)
}

const LABELS: [(Label, &[&str]); 3] = [
    (Label::Published, &["published", "posted", "issued"]),
    (Label::Updated, &["updated", "update", "modified", "revised", "edited"]),
    (
        Label::Kept,
        &[
            "created",
            "saved",
            "clipped",
            "accessed",
            "retrieved",
            "archived",
            "captured",
            "downloaded",
            "printed",
            "exported",
            "imported",
        ],
    ),
];

/// The one year that a header names; `None` where it names none or several.
pub fn lone_year(text: &str) -> Option<i16> {
    let is_year = |word: &&str| word.len() == 4 && word.starts_with(['1', '2']);
    let mut years = ascii_words(text)
        .filter(is_year)
        .filter_map(|word| word.parse().ok())
        .filter(|year| (1900..2100).contains(year));
    let first = years.next()?;
    years.all(|year: i16| year == first).then_some(first)
}

/// A date that may be the publication date, and how strong its place is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Candidate {
    pub date: Date,
    /// Where it stands, in offsets of the reading.
    pub span: Span,
    pub label: Label,
}

/// The candidate to believe: what is labelled as published, then what is not labelled, then what was
/// updated; the first of these on the page. A day on which the page was kept is none.
pub fn strongest(candidates: &[Candidate]) -> Option<Candidate> {
    let published = candidates.iter().filter(|candidate| candidate.label != Label::Kept);
    published.min_by_key(|candidate| candidate.label).copied()
}

/// The date that a file's name begins with or holds between separators: `2020-02-18-talks.txt`.
pub fn in_name(path: &Utf8Path) -> Option<Date> {
    let name = path.file_stem()?;
    let starts = (0..name.len())
        .filter(|&at| at == 0 || matches!(name.as_bytes().get(at - 1), Some(b'-' | b'_' | b' ' | b'.')));
    starts.filter_map(|at| name.get(at..)).find_map(|rest| {
        let (head, tail) = rest.split_at_checked(10)?;
        let ends = tail.is_empty() || tail.starts_with(['-', '_', ' ', '.', 'T']);
        let plain = head.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
        (ends && plain).then(|| head.parse().ok()).flatten()
    })
}

#[cfg(test)]
mod tests;
