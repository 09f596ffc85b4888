//! Datelines: where and when a report was filed, at the head of its first paragraph.

use crate::source::place;
use crate::source::words::{ascii_words, is_any, strip_prefix};
use crate::source::written::{Written, written};

/// The dateline at the head of a paragraph.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Dateline {
    /// Its length in bytes, dash and closing parenthesis included, the white space behind them not.
    pub end: usize,
    pub date: Option<Written>,
}

/// Datelines are not longer than this many bytes.
const LONGEST: usize = 160;

/// The dateline that a paragraph begins with: `LONDON, April 21 -`, `WASHINGTON (AP) —`,
/// `MOSCOW (Agency - 24th December, 2019)`, `(Reuters) -`.
pub fn prefix(paragraph: &str) -> Option<Dateline> {
    let head = paragraph.get(..paragraph.floor_char_boundary(LONGEST)).unwrap_or(paragraph);
    in_parentheses(head).or_else(|| dated(head)).or_else(|| dashed(head))
}

/// Whether a line is a dateline by itself: `ANKARA/MOSCOW`, `ANKARA – Agency`.
pub fn is_alone(line: &str) -> bool {
    if line.len() > LONGEST {
        return false;
    }
    if place::is_capital(line) || place::is_one_word(line) {
        return !is_label(line);
    }
    let Some(found) = dashed(line).or_else(|| dated(line)).or_else(|| in_parentheses(line)) else {
        return false;
    };
    let rest = line.get(found.end..).unwrap_or_default().trim();
    let capital = |word: &str| word.chars().next().is_some_and(|first| !first.is_lowercase());
    rest.is_empty()
        || (!rest.ends_with('.')
            && rest.split_whitespace().count() <= 4
            && rest.split_whitespace().all(capital))
}

/// Whether the words name a news agency or a paper.
pub fn names_agency(words: &str) -> bool {
    ascii_words(words).any(|word| AGENCIES.contains(&word) || is_any(word, &AGENCIES_FOLDED))
}

/// `WASHINGTON (AP) —`, `MOSCOW (Agency - 24th December, 2019)`, `(Reuters) -`.
fn in_parentheses(head: &str) -> Option<Dateline> {
    if !head.starts_with('(') && !place::may_begin(head) {
        return None;
    }
    let (before, opened) = head.split_once('(')?;
    let place = before.trim_end_matches(|end: char| end.is_whitespace() || end == ',');
    let placed = place::is_capital(place);
    if !placed && !before.is_empty() {
        return None;
    }
    let (inner, rest) = opened.split_once(')')?;
    if inner.contains('(') || !(2..=80).contains(&inner.chars().count()) {
        return None;
    }
    let start = before.len() + 1;
    let date = written(inner)
        .into_iter()
        .next()
        .map(|date| Written { range: date.range.start + start..date.range.end + start, ..date });
    let dash = dash(rest.trim_start());
    // `(The Times says so)` at the head of a paragraph is none.
    let agency = names_agency(inner) && (placed || dash.is_some() || inner.len() <= 12);
    let known = agency || (date.is_some() && placed);
    let looks_like_agency =
        dash.is_some() && inner.len() <= 12 && inner.chars().all(|character| !character.is_lowercase());
    let after = dash.map_or(rest, |(_, after)| after);
    (known || looks_like_agency).then(|| Dateline { end: head.len() - after.len(), date })
}

/// `RIYADH, Feb 18 (Reuters) -`, `Ankara, 18 February 2020 –`.
fn dated(head: &str) -> Option<Dateline> {
    if !head.starts_with(char::is_uppercase) {
        return None;
    }
    let date = written(head).into_iter().next()?;
    let place =
        head.get(..date.range.start)?.trim_end().trim_end_matches([',', '.', '(', '-', '–', '—']).trim_end();
    if !place::is_capitalised(place) || is_label(place) {
        return None;
    }
    let story = after_date(head.get(date.range.end..)?)?;
    Some(Dateline { end: head.len() - story.len(), date: Some(date) })
}

/// What follows the dash behind a date and its agency: `. NORDFAX -`, ` (Reuters) -`, `/TASS/. --`.
fn after_date(rest: &str) -> Option<&str> {
    let rest = rest.strip_prefix(['.', ',', ')']).unwrap_or(rest).trim_start();
    let capitals = rest.trim_start_matches(|letter: char| letter.is_uppercase() || letter == '.');
    let count = rest.chars().count() - capitals.chars().count();
    let rest = match rest.chars().next()? {
        '(' => after_enclosed(rest, ')', 60)?,
        // `/TASS/. The envoys`: a full stop in the place of the dash.
        '/' => {
            let rest = after_enclosed(rest, '/', 30)?;
            let story = rest
                .strip_prefix('.')
                .filter(|story| story.is_empty() || story.starts_with(char::is_whitespace));
            if let Some(story) = story.filter(|story| dash(story.trim_start()).is_none()) {
                return Some(story);
            }
            rest
        }
        _ if (2..=20).contains(&count) => capitals.trim_start(),
        _ => rest,
    };
    let rest = rest.strip_prefix(['.', ',', ':']).unwrap_or(rest).trim_start();
    let (_, story) = dash(rest)?;
    let begins = |first: char| first.is_whitespace() || first.is_uppercase() || first == '“';
    (story.is_empty() || story.starts_with(begins)).then_some(story)
}

/// What follows words that are enclosed in the first character and `close`, `longest` characters at most.
fn after_enclosed(text: &str, close: char, longest: usize) -> Option<&str> {
    let mut inner = text.chars();
    let open = inner.next()?;
    let (words, rest) = inner.as_str().split_once(close)?;
    (!words.contains(open) && (2..=longest).contains(&words.chars().count())).then(|| rest.trim_start())
}

/// `ANKARA –`, `BEIRUT, Lebanon —`.
fn dashed(head: &str) -> Option<Dateline> {
    if !place::may_begin(head) {
        return None;
    }
    // A hyphen may stand in the place.
    let found = head.rmatch_indices(DASHES).find_map(|(at, _)| {
        let (before, rest) = head.split_at_checked(at)?;
        let place = before.trim_end();
        let parted = place.len() < before.len();
        let end = head.len() - place_dash(rest, parted)?.len();
        place::is_capital(place).then_some((place, end))
    });
    let (place, end) = found?;
    let long_enough = place.chars().filter(|character| character.is_alphabetic()).count() >= 3;
    (long_enough && !is_label(place)).then_some(Dateline { end, date: None })
}

/// What follows the dash that ends a place: white space stands at both sides of a hyphen.
fn place_dash(rest: &str, parted: bool) -> Option<&str> {
    let (_, after) = dash(rest)?;
    let apart = parted && (after.is_empty() || after.starts_with(char::is_whitespace));
    let first = rest.chars().next()?;
    match () {
        () if apart => Some(after),
        () if first != '-' => rest.get(first.len_utf8()..),
        () if rest.starts_with("--") => Some(rest.trim_start_matches('-')),
        () => None,
    }
}

/// The dash at the start and what follows it.
fn dash(text: &str) -> Option<(&str, &str)> {
    let rest = text.trim_start_matches(DASHES);
    text.split_at_checked(text.len() - rest.len()).filter(|(dash, _)| !dash.is_empty())
}

const DASHES: [char; 4] = ['-', '–', '—', '―'];

/// Words that stand where a place could, but are none.
fn is_label(words: &str) -> bool {
    let first = words.split([' ', '\u{A0}', ':', ',']).next().unwrap_or_default();
    let is_update = |word: &str| {
        strip_prefix(word, "update").is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()))
    };
    is_any(first, &NOT_PLACES) || is_update(first)
}

const NOT_PLACES: [&str; 63] = [
    "nato",
    "opec",
    "opec+",
    "usa",
    "unicef",
    "isis",
    "isil",
    "osce",
    "unhcr",
    "unesco",
    "asean",
    "breaking",
    "exclusive",
    "analysis",
    "opinion",
    "factbox",
    "live",
    "video",
    "watch",
    "photo",
    "photos",
    "wrapup",
    "timeline",
    "explainer",
    "interview",
    "news",
    "world",
    "politics",
    "business",
    "sport",
    "sports",
    "economy",
    "local",
    "editorial",
    "feature",
    "advertisement",
    "related",
    "on",
    "in",
    "at",
    "by",
    "from",
    "since",
    "until",
    "the",
    "last",
    "between",
    "before",
    "after",
    "and",
    "for",
    "as",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "published",
    "posted",
    "updated",
    "date",
];

/// Names of agencies, and words that such names end in, as they are written.
const AGENCIES: [&str; 46] = [
    "AP", "AFP", "AA", "PA", "DHA", "IHA", "UPI", "TASS", "RIA", "SANA", "IRNA", "ISNA", "MNA", "MENA",
    "KUNA", "WAM", "SPA", "PTI", "IANS", "ANI", "APP", "ANSA", "EFE", "dpa", "DPA", "APA", "CNN", "BBC",
    "NPR", "VOA", "JTA", "ABC", "CBS", "NBC", "EPA", "News", "NEWS", "Agency", "Agencies", "AGENCIES",
    "Press", "Media", "Times", "Post", "Newswire", "Wire",
];

/// Names of agencies in any case.
const AGENCIES_FOLDED: [&str; 11] = [
    "reuters",
    "xinhua",
    "sputnik",
    "interfax",
    "anadolu",
    "bloomberg",
    "kyodo",
    "yonhap",
    "ukrinform",
    "tasnim",
    "fars",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(paragraph: &str) -> Option<&str> {
        prefix(paragraph).map(|found| &paragraph[..found.end])
    }

    #[test]
    fn datelines_end_before_the_story() {
        for (dateline, story) in [
            ("OSLO (Fjord News / Nordlys - 4th May, 2021)", " Ministers met."),
            ("LONDON, May 4 -", " Ministers met."),
            ("RIYADH, May 4 (Reuters) -", " Ministers met."),
            ("BEIJING, May 4 (Xinhua) --", " Ministers met."),
            ("WASHINGTON (AP) —", " Ministers met."),
            ("GENEVA, Switzerland —", " Ministers met."),
            ("NEW YORK –", " Ministers met."),
            ("OSLO/BERGEN -", " Ministers met."),
            ("Oslo, 4 May 2021 –", " Ministers met."),
            ("OSLO. May 4. NORDFAX -", " Ministers met."),
            ("OSLO, May 4. /Nord Fax/.", " Ministers met."),
            ("OSLO, May 4, 2021. /NORDFAX/. --", " Ministers met."),
            ("(Reuters) -", " Ministers met."),
            ("I\u{307}ZMIR (AA) –", " Ministers met."),
        ] {
            assert_eq!(cut(&format!("{dateline}{story}")), Some(dateline));
        }
    }

    #[test]
    fn sentences_are_no_datelines() {
        for text in [
            "NATO (founded in 1949) said on Tuesday that it agreed.",
            "NATO - the alliance - said so.",
            "On Tuesday, May 4 - the day of the vote - nobody came.",
            "The UN said - on May 4 - no.",
            "OSLO has agreed.",
            "Oslo - the capital - has agreed.",
            "BREAKING — Ministers met.",
            "",
        ] {
            assert_eq!(cut(text), None, "{text}");
        }
    }

    #[test]
    fn the_date_of_a_dateline_is_found() {
        let found = prefix("OSLO (Fjord News - 4th May, 2021) Ministers").unwrap().date.unwrap();
        assert_eq!(found.date().unwrap().to_string(), "2021-05-04");
        assert_eq!(prefix("LONDON, May 4 - Ministers").unwrap().date.unwrap().date(), None);
    }

    #[test]
    fn places_can_stand_alone() {
        for text in ["OSLO", "OSLO/BERGEN", "OSLO - Fjord News", "OSLO, Norway", "Oslo"] {
            assert!(is_alone(text), "{text}");
        }
        for text in
            ["OSLO has agreed", "Two ministers meet", "VIDEO", "OSLO - Ministers have agreed to talk."]
        {
            assert!(!is_alone(text), "{text}");
        }
    }
}
