//! The publication date: which dates of a page can be it, and how they are written.
//!
//! Only the marked places of a page are looked at (front matter, metadata, date lines, the wire
//! dateline); a date of the story or of a picture never gets here. A day that the calendar does not
//! have is no publication date.

use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Date;
use regex::{Captures, Regex};
use unicode_normalization::UnicodeNormalization;

use crate::base::span::Span;

/// A date as it is written in a header.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Written {
    /// Where it stands in the text that was searched: byte offsets.
    pub range: Range<usize>,
    /// `None` where no year is written.
    pub year: Option<i16>,
    /// 1 to 99 as written.
    pub month: i8,
    /// 1 to 99 as written.
    pub day: i8,
}

impl Written {
    /// The day, where it has a year and the calendar has it.
    pub fn date(&self) -> Option<Date> {
        Date::new(self.year?, self.month, self.day).ok().filter(is_plausible)
    }

    /// The day in a year that something else says.
    pub fn date_in(&self, year: i16) -> Option<Date> {
        Date::new(self.year.unwrap_or(year), self.month, self.day).ok().filter(is_plausible)
    }
}

/// Newspapers begin in 1605; the first day of 1970 is what programs write where they know no day.
fn is_plausible(date: &Date) -> bool {
    date.year() >= 1600 && *date != Date::constant(1970, 1, 1)
}

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

/// The dates of a short text, in order. Meant for single lines.
pub fn written(text: &str) -> Vec<Written> {
    DATE.captures_iter(text).filter_map(|captures| read(text, &captures)).collect()
}

/// What the words just before a date say of it.
pub fn label(before: &str) -> Label {
    match LABEL.find_iter(before).last() {
        None => Label::None,
        Some(word) => match word.as_str().to_ascii_lowercase().as_str() {
            "updated" | "update" | "modified" | "revised" | "edited" => Label::Updated,
            "published" | "posted" | "issued" => Label::Published,
            _ => Label::Kept,
        },
    }
}

/// The one year that a header names; `None` where it names none or several.
pub fn lone_year(text: &str) -> Option<i16> {
    let mut years = YEAR.find_iter(text).filter_map(|found| found.as_str().parse().ok());
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

static YEAR: LazyLock<Regex> = LazyLock::new(|| regex(r"(?-u:\b)(?:19|20)[0-9]{2}(?-u:\b)"));

static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)(?-u:\b)(?:published|posted|issued|updated?|modified|revised|edited|created|saved|clipped|accessed|retrieved|archived|captured|downloaded|printed|exported|imported)(?-u:\b)",
    )
});

/// Four ways of writing a day, months in English, German and French; groups are numbered year, month, day of each in turn.
static DATE: LazyLock<Regex> = LazyLock::new(|| {
    let month = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?\
                 |sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?\
                 |januar|j(?:ä|a\u{308})nner|februar|m(?:ä|a\u{308})rz|mai|juni|juli|oktober|dezember\
                 |janvier|f(?:é|e\u{301})vrier|mars|avril|juin|juillet|ao(?:û|u\u{302})t|septembre|octobre\
                 |novembre|d(?:é|e\u{301})cembre";
    let year = "(?:1[5-9]|20)[0-9]{2}";
    let day = "[0-9]{1,2}(?:st|nd|rd|th)?";
    let gap = r"[\s\u{A0}]";
    regex(&format!(
        r"(?ix)
        (?P<y1>{year}) [-/.] (?P<m1>[0-9]{{1,2}}) [-/.] (?P<d1>[0-9]{{1,2}})
        | (?P<m2>{month}) \.? {gap}* (?P<d2>{day}) (?: ,? {gap}+ (?P<y2>{year}) (?-u:\b) | , (?P<y2b>{year}) (?-u:\b) )?
        | (?P<d3>{day}) \.? (?: {gap}*-{gap}* | {gap}+ (?:of {gap}+)? ) (?P<m3>{month}) (?-u:\b) \.?
          (?: ,? (?: {gap}*-{gap}* | {gap}+ ) (?P<y3>{year}) (?-u:\b) )?
        | (?P<d4>[0-9]{{1,2}}) (?P<s4>[./-]) (?P<m4>[0-9]{{1,2}}) [./-] (?P<y4>{year}) (?-u:\b)
        "
    ))
});

fn read(text: &str, captures: &Captures) -> Option<Written> {
    let range = captures.get(0)?.range();
    let before = text.get(..range.start)?.chars().next_back();
    let after = text.get(range.end..)?.chars().next();
    let joins_before = |character: char| character.is_alphanumeric() || character == '/';
    // The `T` of a timestamp may follow, no other letter or digit may.
    let joins_after = |character: char| character.is_alphanumeric() && character != 'T';
    if before.is_some_and(joins_before) || after.is_some_and(joins_after) {
        return None;
    }
    let number = |name: &str| {
        let digits = captures.name(name)?.as_str().trim_end_matches(|last: char| !last.is_ascii_digit());
        digits.parse::<i16>().ok()
    };
    let year = number("y1").or(number("y2")).or(number("y2b")).or(number("y3")).or(number("y4"));
    let name = captures.name("m2").or(captures.name("m3"));
    let mut month = number("m1").or(number("m4")).or(name.and_then(|name| month_number(name.as_str())))?;
    let mut day = number("d1").or(number("d2")).or(number("d3")).or(number("d4"))?;
    if captures.name("s4").is_some_and(|separator| separator.as_str() == "/") {
        match (day, month) {
            (first, second) if first <= 12 && second > 12 => (month, day) = (first, second),
            // Day first or month first: nobody can tell, so it is no evidence.
            (first, second) if first <= 12 && second <= 12 && first != second => return None,
            _ => {}
        }
    }
    Some(Written { range, year, month: i8::try_from(month).ok()?, day: i8::try_from(day).ok()? })
}

fn month_number(name: &str) -> Option<i16> {
    // English, German and French names differ in these letters.
    const MONTHS: [&[&str]; 12] = [
        &["jan", "jän"],
        &["feb", "fév"],
        &["mar", "mär"],
        &["apr", "avr"],
        &["may", "mai"],
        &["jun", "juin"],
        &["jul", "juil"],
        &["aug", "aoû"],
        &["sep"],
        &["oct", "okt"],
        &["nov"],
        &["dec", "dez", "déc"],
    ];
    let name: String = name.nfc().collect::<String>().to_lowercase();
    let index = MONTHS.iter().position(|starts| starts.iter().any(|start| name.starts_with(start)))?;
    i16::try_from(index + 1).ok()
}

/// A pattern of this file; the tests build each of them.
pub(super) fn regex(pattern: &str) -> Regex {
    #[allow(clippy::expect_used, reason = "the pattern is a constant, built in every test run")]
    Regex::new(pattern).expect("a constant pattern")
}

#[cfg(test)]
mod tests;
