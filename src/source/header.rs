//! Header lines: date lines, by-lines, section paths, site names.
//!
//! A line is a header line only if all of its words are accounted for; a headline with a date in it
//! is none. The one exception is a date line with the headline behind it.

use std::sync::LazyLock;

use regex::Regex;

use crate::source::dateline::names_agency;
use crate::source::pattern::regex;
use crate::source::published::{self, Label};
use crate::source::words::{
    ends_in_full_stop, from_first_word, has_more_words, is_any, is_boundary, strip_prefix,
};
use crate::source::written::{Written, written};

/// What a header line says.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct HeaderLine {
    /// Where in the line a headline begins (bytes), if one does.
    pub headline: Option<usize>,
    /// Its dates, in order, ranges in the line.
    pub dates: Vec<(Written, Label)>,
}

/// Longer lines are no header lines.
const LONGEST: usize = 300;

/// Reads a line of the head of the page; `None` if it is no header line.
pub fn read(line: &str) -> Option<HeaderLine> {
    if line.len() > LONGEST {
        return None;
    }
    key_value(line).or_else(|| date_line(line)).or_else(|| {
        let plain = is_by_line(line)
            || is_section_path(line)
            || is_site(line)
            || is_agency(line)
            || is_furniture(line);
        plain.then(|| HeaderLine { headline: None, dates: Vec::new() })
    })
}

/// Reads a line that says `Published …` or `Updated …`, which may stand below the story too.
pub fn read_labelled(line: &str) -> Option<HeaderLine> {
    if line.len() > LONGEST || !starts_with_label(line) {
        return None;
    }
    date_line(line).filter(|found| found.headline.is_none())
}

/// Whether a line could be the names of reporters without a `By`: where it stands must show that it is.
pub fn may_be_names(line: &str) -> bool {
    let is_name = |word: &str| {
        let bare = word.trim_end_matches([',', '.']);
        let mut letters = bare.chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters.all(|letter| {
                letter.is_alphabetic() || matches!(letter, '-' | '\'' | '’' | '.' | '\u{300}'..='\u{36F}')
            })
    };
    let words = || line.split_whitespace();
    let names = words().filter(|word| !CONNECTORS.contains(word));
    line.len() <= 80
        && (2..=7).contains(&words().count())
        && (2..=6).contains(&names.clone().count())
        && names.clone().all(is_name)
        && (names.count() <= 3 || line.contains([',', '&']) || line.contains(" and "))
        && words().all(|word| !CONNECTORS.contains(&word) || PARTICLES.contains(&word))
}

/// `(Reporting by …; Editing by …)`: who made the report.
pub fn is_credit(line: &str) -> bool {
    if line.len() > 2 * LONGEST {
        return false;
    }
    let bare = line.strip_prefix(['(', '[']).unwrap_or(line);
    let bare = bare.strip_prefix("Additional ").or_else(|| bare.strip_prefix("Further ")).unwrap_or(bare);
    let Some(rest) = CREDITS.iter().find_map(|work| bare.strip_prefix(work)) else { return false };
    let other = rest
        .strip_prefix(" and ")
        .map(|other| other.trim_start_matches(|letter: char| letter.is_ascii_lowercase()));
    let by = other.unwrap_or(rest).strip_prefix(" by").map(|rest| rest.strip_prefix(':').unwrap_or(rest));
    by.and_then(|rest| rest.strip_prefix(' ')).is_some_and(|name| name.starts_with(char::is_uppercase))
}

/// The name of a section in front of the headline: `WORLD`, `Middle East`.
pub fn is_section(line: &str) -> bool {
    let news = || line.split_once(' ').filter(|(first, _)| is_any(first, &NEWS));
    line.len() <= 60
        && (is_any(line, &SECTIONS)
            || is_any(line, &NEWS)
            || news().is_some_and(|(_, what)| is_any(what, &["news", "affairs", "stories"])))
}

/// `Date: …`, `Source: …`, `Title: …`.
fn key_value(line: &str) -> Option<HeaderLine> {
    let (key, rest) = line.split_once(':')?;
    let value = rest.trim_start();
    if !is_any(key, &KEYS) || value.is_empty() || value.len() == rest.len() {
        return None;
    }
    let key = key.to_ascii_lowercase();
    let headline = matches!(key.as_str(), "title" | "headline").then_some(line.len() - value.len());
    let dates = if key.contains("date") || key.starts_with("pub") { dates(line) } else { Vec::new() };
    // The day on which a vendor loaded a text is not the day of its publication.
    let dates = if key.starts_with("load") { Vec::new() } else { dates };
    Some(HeaderLine { headline, dates })
}

fn dates(line: &str) -> Vec<(Written, Label)> {
    let mut from = 0;
    let with_label = |date: Written| {
        let label = published::label(line.get(from..date.range.start).unwrap_or_default());
        from = date.range.end;
        (date, label)
    };
    written(line).into_iter().map(with_label).collect()
}

fn date_line(line: &str) -> Option<HeaderLine> {
    let dates = dates(line);
    let (first, _) = dates.first()?;
    let before = line.get(..first.range.start)?;
    if !may_precede_date(before) {
        return None;
    }
    let mut end = first.range.end;
    end += CLOCK.find(line.get(end..)?).map_or(0, |clock| clock.end());
    let rest = line.get(end..)?;
    let complete = first.year.is_some() || (residue(before).is_empty() && residue(rest).is_empty());
    if complete && may_follow_date(rest) {
        return Some(HeaderLine { headline: None, dates });
    }
    let headline = end + rest.len() - rest.trim_start_matches(|lead: char| !is_word_start(lead)).len();
    let opens_line = residue(before).is_empty();
    let words = line.get(headline..)?;
    let is_headline = opens_line
        && first.year.is_some()
        && words.split_whitespace().count() >= 3
        && !words.starts_with(char::is_lowercase)
        && !ends_in_full_stop(words);
    let dates = dates.into_iter().take_while(|(date, _)| date.range.end <= end).collect();
    is_headline.then_some(HeaderLine { headline: Some(headline), dates })
}

/// Whether the words before a date in a date line can stand there.
fn may_precede_date(before: &str) -> bool {
    let words = residue(before);
    let count = words.split_whitespace().count();
    if count == 0 {
        return true;
    }
    let handle = before.contains('@') || AGO.is_match(before);
    let separated =
        before.trim_end().ends_with(['|', '•', '·', '–', '—', '/', '>', ',']) && all_capital(&words);
    (handle && count <= 14) || (separated && count <= 5) || (is_by_line(before) && count <= 9)
}

fn may_follow_date(rest: &str) -> bool {
    let words = residue(rest);
    let count = words.split_whitespace().count();
    let bare = rest.trim_start_matches(|lead: char| !is_word_start(lead));
    count == 0
        || is_site(bare.trim())
        || is_by_line(bare)
        || (count <= 2 && all_capital(&words))
        || (count <= 8 && (AGO.is_match(rest) || READING_TIME.is_match(rest)))
}

/// The words that are no date, time, label or separator.
fn residue(words: &str) -> String {
    let mut rest = words.to_owned();
    for date in written(words).into_iter().rev() {
        rest.replace_range(date.range, " ");
    }
    let rest = KNOWN.replace_all(&rest, " ");
    let word = |word: &str| word.trim_matches(|end: char| !end.is_alphanumeric()).to_owned();
    rest.split_whitespace().map(word).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn is_by_line(line: &str) -> bool {
    let Some(names) = after_by(line) else { return false };
    let names = residue(names);
    let count = names.split_whitespace().count();
    (1..=12).contains(&count)
        && all_capital(&names)
        && (count <= 4
            || line.contains([',', '|', '&', ';', '/'])
            || line.contains(" and ")
            || line.contains(" in "))
}

/// What follows the `By` of a by-line.
fn after_by(line: &str) -> Option<&str> {
    let rest = BY.iter().find_map(|by| line.strip_prefix(by))?;
    Some(rest.strip_prefix(|parting: char| parting == ':' || parting.is_whitespace())?.trim_start())
}

/// `News / World / Europe`, `Home > World`.
fn is_section_path(line: &str) -> bool {
    if line.len() > 160 || line.ends_with('.') || !line.contains(['/', '|', '>', '»', '›', '→']) {
        return false;
    }
    let mut segments = SEPARATOR.split(line).map(str::trim).peekable();
    let mut count = 0;
    while let Some(segment) = segments.next() {
        let words = segment.split_whitespace().count();
        let last = segments.peek().is_none();
        if (words == 0 && !last) || words > 4 || segment.starts_with(char::is_lowercase) {
            return false;
        }
        count += usize::from(words > 0);
    }
    count >= 3 || (count == 2 && line.split_whitespace().count() <= 5)
}

/// A web address or the name of a site by itself.
fn is_site(line: &str) -> bool {
    if line.contains(char::is_whitespace) {
        return false;
    }
    let address = strip_prefix(line, "https://").or_else(|| strip_prefix(line, "http://"));
    if let Some(address) = address {
        return !address.is_empty();
    }
    let host = line.split_once('/').map_or(line, |(host, _)| host);
    let is_label = |label: &str| {
        let is_of = |letter: char| letter.is_alphabetic() || letter.is_ascii_digit() || letter == '-';
        !label.is_empty() && label.chars().all(is_of)
    };
    let Some((labels, domain)) = host.rsplit_once('.') else { return false };
    let is_country = domain.len() == 2 && domain.bytes().all(|letter| letter.is_ascii_alphabetic());
    (is_country || is_any(domain, &DOMAINS)) && labels.split('.').all(is_label)
}

/// `The Associated Press`, `AFP`, `Staff Writer` by itself.
fn is_agency(line: &str) -> bool {
    let is_short = |most: usize| !has_more_words(line, most) && all_capital(line);
    (!line.ends_with(['.', '!', '?']) && is_short(3) && names_agency(line))
        || (STAFF.iter().any(|staff| line.ends_with(staff)) && is_short(8))
}

fn all_capital(words: &str) -> bool {
    let capital = |word: &str| {
        CONNECTORS.contains(&word) || word.chars().next().is_some_and(|first| !first.is_lowercase())
    };
    words.split_whitespace().all(capital)
}

/// `Published`, `Last updated`.
fn starts_with_label(line: &str) -> bool {
    let words = from_first_word(line);
    let first = ["first", "last", "originally"].iter().find_map(|first| strip_prefix(words, first));
    let words = first.filter(|rest| rest.starts_with(char::is_whitespace)).map_or(words, str::trim_start);
    LABELS.iter().any(|label| strip_prefix(words, label).is_some_and(is_boundary))
}

/// `3 hours ago`, `5 min read`, `Reading time: …`, a time of day by itself.
fn is_furniture(line: &str) -> bool {
    let words = from_first_word(line);
    (words.starts_with(|first: char| first.is_ascii_digit()) || strip_prefix(words, "reading time").is_some())
        && FURNITURE.is_match(line)
}

fn is_word_start(character: char) -> bool {
    character.is_alphanumeric()
        || matches!(character, '"' | '“' | '‘' | '\'' | '«' | '(' | '$' | '€' | '£' | '#')
}

/// Keys of lines `Key: value`.
const KEYS: [&str; 22] = [
    "title",
    "headline",
    "source",
    "date",
    "pubdate",
    "publication",
    "publication date",
    "publication type",
    "publication-date",
    "publication-type",
    "publisher",
    "author",
    "byline",
    "section",
    "length",
    "language",
    "load-date",
    "url",
    "link",
    "dateline",
    "keywords",
    "copyright",
];

/// What the page or its keeper did on the day that follows.
const LABELS: [&str; 11] = [
    "published",
    "posted",
    "updated",
    "modified",
    "edited",
    "created",
    "saved",
    "clipped",
    "accessed",
    "retrieved",
    "archived",
];

const BY: [&str; 8] = ["By", "BY", "by", "Written by", "Reported by", "Reporting by", "Words by", "Story by"];

/// Small words of titles and of names.
const CONNECTORS: [&str; 24] = [
    "and", "of", "in", "for", "the", "de", "da", "di", "du", "la", "le", "van", "von", "der", "den", "al",
    "bin", "ibn", "el", "&", "with", "from", "at", "by",
];

/// Connectors that stand in names or between them.
const PARTICLES: [&str; 16] =
    ["and", "de", "da", "di", "du", "la", "le", "van", "von", "der", "den", "al", "bin", "ibn", "el", "&"];

/// Work on a report, before ` by`.
const CREDITS: [&str; 10] = [
    "Reporting",
    "reporting",
    "Writing",
    "writing",
    "Editing",
    "editing",
    "Compiled",
    "Edited",
    "Translated",
    "Written",
];

/// Sections that `news`, `affairs` or `stories` may follow.
const NEWS: [&str; 8] =
    ["world", "local", "national", "international", "foreign", "breaking", "latest", "top"];

const SECTIONS: [&str; 41] = [
    "politics",
    "news",
    "business",
    "economy",
    "sport",
    "sports",
    "culture",
    "opinion",
    "editorial",
    "analysis",
    "feature",
    "features",
    "exclusive",
    "interview",
    "explainer",
    "diplomacy",
    "defence",
    "defense",
    "security",
    "energy",
    "technology",
    "science",
    "health",
    "environment",
    "lifestyle",
    "travel",
    "europe",
    "asia",
    "africa",
    "americas",
    "mideast",
    "mid east",
    "middleeast",
    "middle east",
    "asia pacific",
    "europe & asia",
    "middle east & africa",
    "live",
    "video",
    "photo",
    "photos",
];

/// Domains of more than two letters.
const DOMAINS: [&str; 8] = ["com", "org", "net", "info", "news", "int", "gov", "edu"];

/// What the line of a reporter without a name ends in.
const STAFF: [&str; 8] =
    ["Staff", "Staff Writer", "Correspondent", "Reporter", "Editor", "Agencies", "Desk", "Bureau"];

static CLOCK: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?x)^(?:T|[\s,|•·@/-]|(?-u:\b)at(?-u:\b))*[0-9]{1,2}[:.][0-9]{2}(?::[0-9]{2})?(?:\.[0-9]+)?
        (?:\s*[AaPp]\.?[Mm](?:\.|(?-u:\b)))?(?:\s*\(?(?:Z(?-u:\b)|(?:(?:UTC|GMT)\s?)?[+-][0-9]{1,2}(?::?[0-9]{2})?|(?:UTC|GMT|[ECMP][SD]?T|TSI|TRT|CES?T|EES?T|WES?T|MSK|BST|IST|JST|KST|SGT|HKT|AE[SD]T|AKDT|HST|SAST|WIB|PKT|NZ[SD]T)(?-u:\b))\)?)?",
    )
});

static KNOWN: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?ix-u)
        [0-9]{1,2}[:.][0-9]{2}(?::[0-9]{2})?(?:\.[0-9]+)?
        | \b[0-9]{1,2}(?u:\s)*[ap]\.?m\b\.? | \b[ap]\.m\. | \b[ap]m\b
        | \b(?:date|dated|published|posted|issued|updated|modified|revised|edited|first|last|originally|on|at
            |created|saved|clipped|accessed|retrieved|archived|captured|downloaded|printed|exported|imported)\b
        | \b(?:utc|gmt)(?u:\s)?[+-][0-9]{1,2}(?::?[0-9]{2})?\b
        | \b(?:utc|gmt|[ecmp][sd]?t|tsi|trt|ces?t|ees?t|wes?t|bst|ist|msk|jst|kst|sgt|hkt|ae[sd]t|akdt|hst|sast|wib|pkt|nz[sd]t|z|t|hrs|hours?\ gmt)\b
        | \b(?:(?:eastern|pacific|central|mountain)(?:\ (?:standard|daylight))?|local|moscow|istanbul|turkish|london|paris)\ time\b
        | [+-][0-9]{2}:?[0-9]{2}\b
        | \b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)\b
        | \b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b",
    )
});

static AGO: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"(?i-u)[0-9]+(?u:\s)+(?:second|minute|hour|day|week|month|year|min|hr)s?(?u:\s)+ago\b")
});

static READING_TIME: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i-u)[0-9]+(?u:\s)+min(?:ute)?s?(?u:\s)+read\b"));

static SEPARATOR: LazyLock<Regex> = LazyLock::new(|| regex(r"\s+[/|]\s+|\s*[>»›→]\s*"));

static FURNITURE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?ix)^\W*(?: [0-9]+\s+(?:second|minute|hour|day|week|min|hr)s?\s+ago | [0-9]+\s+min(?:ute)?s?\s+read | reading\ time:?.{0,20}
        | [0-9]{1,2}[:.][0-9]{2}(?:\s*[ap]\.?m\.?)?(?:\s*(?:utc|gmt))? )\W*$",
    )
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn header_lines_are_known_by_their_shape() {
        for line in [
            "date 2021-05-04 Nordnews.com",
            "• May 4 2021 12:15:00",
            "Ola Berg (@olaberg88) 42 seconds ago Tue 4th May 2021 | 11:00 PM",
            "4-MAY-2021 11:35:01.50",
            "By Kari Moen",
            "By Kari Moen and Per Dahl, Oslo",
            "By Kari Moen | May 4, 2021",
            "Published May 4, 2021 10:14 AM ET",
            "Updated: May 5, 2021, 10:14 a.m. EST",
            "Published: May 4, 2021 | Last updated: May 5, 2021",
            "May 4, 2021, 10:14 AM ET",
            "Tuesday, May 4, 2021",
            "News \u{A0} / \u{A0} Norway \u{A0} / \u{A0} Fisheries",
            "Home > World > Europe",
            "nordnews.example.com",
            "https://nordnews.example.com/a/b",
            "The Fjord Press",
            "3 min read",
            "Source: Nordnews",
            "Nordnews | May 4, 2021",
            "May 4, 2021 10:14 AM ET",
            "May 4, 2021 at 10:14 a.m. EDT",
            "10:14 GMT, May 4, 2021",
            "Tue, 04 May 2021 10:14:00 +0000",
            "2021-05-04 10:14 (UTC+3)",
            "May 4, 2021 10:14 GMT+03:00",
            "May 4, 2021, 10:14 +03:00",
            "May 4, 2021 10:14 Moscow time",
            "4 May 2021 10.14 BST Last modified on Wed 5 May 2021 11.02 BST",
            "First published on Tue 4 May 2021 05.00 BST",
            "Saved on May 5, 2021",
            "Lundi 4 mai 2021",
            "4. Mai 2021",
        ] {
            let found = read(line);
            assert!(found.as_ref().is_some_and(|found| found.headline.is_none()), "{line}: {found:?}");
        }
    }

    #[test]
    fn headlines_and_sentences_are_no_header_lines() {
        for line in [
            "Election set for May 4, 2021",
            "Ministers to meet on May 4",
            "By the time ministers met, it was over",
            "Norway and Sweden agree on fish / cod quotas",
            "The talks on May 4, 2021 ended without a result.",
            "May 4, 2021 was a cold day in the north.",
            "Two ministers meet",
            "Oslo",
            "",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }

    #[test]
    fn names_can_stand_without_by() {
        for line in ["Kari Moen", "Kari Moen and Per Dahl", "Kari van der Moen", "Kari M. Moen, Per Dahl"] {
            assert!(may_be_names(line), "{line}");
        }
        for line in [
            "Oslo",
            "Talks on cod fail",
            "Kari Moen said no",
            "Cod Quotas For Norway",
            "Kari Moen Meets Per Dahl",
            "4 Boats",
        ] {
            assert!(!may_be_names(line), "{line}");
        }
    }

    #[test]
    fn a_headline_can_follow_the_date() {
        let line = "date 2021-05-04 Norwegian, Swedish envoys to meet on June 8, 2021";
        let found = read(line).unwrap();
        assert_eq!(&line[found.headline.unwrap()..], "Norwegian, Swedish envoys to meet on June 8, 2021");
        assert_eq!(found.dates.len(), 1);
    }

    #[test]
    fn labels_stay_with_their_dates() {
        let found = read("Updated May 5, 2021 | Published May 4, 2021").unwrap();
        let labels: Vec<_> = found.dates.iter().map(|(date, label)| (date.day, *label)).collect();
        assert_eq!(labels, [(5, Label::Updated), (4, Label::Published)]);
    }
}
