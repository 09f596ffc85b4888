//! Datelines: where and when a report was filed, at the head of its first paragraph.

use std::sync::LazyLock;

use regex::Regex;

use crate::source::published::{self, Written, regex};

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
    if ALONE.is_match(line) {
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
    AGENCY.is_match(words)
}

/// `WASHINGTON (AP) —`, `MOSCOW (Agency - 24th December, 2019)`, `(Reuters) -`.
fn in_parentheses(head: &str) -> Option<Dateline> {
    let captures = PARENTHESES.captures(head)?;
    let inner = captures.name("inner")?;
    let date = published::written(inner.as_str()).into_iter().next().map(|date| Written {
        range: date.range.start + inner.start()..date.range.end + inner.start(),
        ..date
    });
    let dash = captures.name("dash").is_some();
    let placed = captures.name("place").is_some();
    // `(The Times says so)` at the head of a paragraph is none.
    let agency = names_agency(inner.as_str()) && (placed || dash || inner.len() <= 12);
    let known = agency || (date.is_some() && placed);
    let looks_like_agency =
        dash && inner.len() <= 12 && inner.as_str().chars().all(|character| !character.is_lowercase());
    (known || looks_like_agency).then(|| Dateline { end: captures.get(0).map_or(0, |all| all.end()), date })
}

/// `RIYADH, Feb 18 (Reuters) -`, `Ankara, 18 February 2020 –`.
fn dated(head: &str) -> Option<Dateline> {
    let date = published::written(head).into_iter().next()?;
    let place =
        head.get(..date.range.start)?.trim_end().trim_end_matches([',', '.', '(', '-', '–', '—']).trim_end();
    if !PLACE.is_match(place) || is_label(place) {
        return None;
    }
    let after = AFTER_DATE.captures(head.get(date.range.end..)?)?.name("dash")?.end();
    Some(Dateline { end: date.range.end + after, date: Some(date) })
}

/// `ANKARA –`, `BEIRUT, Lebanon —`.
fn dashed(head: &str) -> Option<Dateline> {
    let captures = DASHED.captures(head)?;
    let place = captures.name("place")?.as_str();
    let long_enough = place.chars().filter(|character| character.is_alphabetic()).count() >= 3;
    let whole = captures.get(0)?;
    (long_enough && !is_label(place)).then(|| Dateline { end: whole.as_str().trim_end().len(), date: None })
}

/// Words that stand where a place could, but are none.
fn is_label(words: &str) -> bool {
    let first = words.split([' ', '\u{A0}', ':', ',']).next().unwrap_or_default();
    NOT_PLACES.is_match(first)
}

static NOT_PLACES: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?ix)^(?: nato | opec\+? | usa | unicef | isis | isil | osce | unhcr | unesco | asean | breaking | update[0-9]* | exclusive
        | analysis | opinion | factbox | live | video | watch | photos? | wrapup | timeline | explainer | interview
        | news | world | politics | business | sports? | economy | local | editorial | feature | advertisement | related
        | on | in | at | by | from | since | until | the | last | between | before | after | and | for | as
        | (?:mon|tues|wednes|thurs|fri|satur|sun)day | published | posted | updated | date )$",
    )
});

/// Upper-case words: a place as datelines write it.
const CAPITALS: &str =
    r"\p{Lu}\p{M}*[\p{Lu}\p{M}.'’]+(?:(?:[\ \u{A0}/-]|\ /\ |\ and\ )\p{Lu}\p{M}*[\p{Lu}\p{M}.'’]*){0,4}";

/// `, Lebanon`, `, D.C.`
const REGION: &str =
    r"(?:,[\ \u{A0}]\p{Lu}\p{M}*[\p{L}\p{M}.'’]*(?:[\ \u{A0}-]\p{Lu}\p{M}*[\p{L}\p{M}.'’]*){0,2}){0,2}";

static PARENTHESES: LazyLock<Regex> = LazyLock::new(|| {
    regex(&format!(
        r"^(?P<place>{CAPITALS}{REGION}[\s,]*)?\((?P<inner>[^()]{{2,80}})\)(?P<dash>\s*(?:--+|[-–—―]+))?"
    ))
});

static PLACE: LazyLock<Regex> = LazyLock::new(|| {
    regex(&format!(
        r"^(?:{CAPITALS}{REGION}|\p{{Lu}}\p{{M}}*[\p{{L}}\p{{M}}.'’]+(?:[\ \u{{A0}}/-]\p{{Lu}}[\p{{L}}\p{{M}}.'’]*){{0,2}}{REGION})$"
    ))
});

static AFTER_DATE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^[.,)]?\s*(?:\([^()]{2,60}\)\s*|[\p{Lu}.]{2,20}\s*|/[^/]{2,30}/\s*)?[.,:]?\s*(?P<dash>--+|[-–—―]+)(?:\s|$|\p{Lu}|“)",
    )
});

static DASHED: LazyLock<Regex> = LazyLock::new(|| {
    regex(&format!(r"^(?P<place>{CAPITALS}{REGION})(?:\s+[-–—―]+\s|\s+[-–—―]+$|\s*[–—―]\s*|\s*--+\s*)"))
});

static ALONE: LazyLock<Regex> =
    LazyLock::new(|| regex(&format!(r"^(?:{CAPITALS}{REGION}|\p{{Lu}}\p{{M}}*[\p{{Ll}}\p{{M}}]{{2,}})$")));

static AGENCY: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?x)(?-u:\b)(?: AP | AFP | AA | PA | DHA | IHA | UPI | TASS | RIA | SANA | IRNA | ISNA | MNA | MENA | KUNA | WAM
        | SPA | PTI | IANS | ANI | APP | ANSA | EFE | dpa | DPA | APA | CNN | BBC | NPR | VOA | JTA | ABC | CBS | NBC | EPA
        | (?i:reuters | xinhua | sputnik | interfax | anadolu | bloomberg | kyodo | yonhap | ukrinform | tasnim | fars)
        | News | NEWS | Agency | Agencies | AGENCIES | Press | Media | Times | Post | Newswire | Wire )(?-u:\b)",
    )
});

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
