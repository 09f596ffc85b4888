//! Measures that describe a noun: `a four-storey hotel … the six-storey hotel`, `a 300-page report`, `a 49 percent
//! stake`.

use crate::base::span::Span;
use crate::checks::article::happening::clauses::{is_described, is_verb};
use crate::checks::article::prose::numbers::spelled;
use crate::checks::article::prose::{ItemKind, Passage};
use crate::checks::article::values::is_history;
use crate::checks::{Related, Report};

/// A number and unit before a noun.
struct Compound<'a> {
    passage: Passage<'a>,
    at: usize,
    /// The item of the noun.
    last: usize,
    number: f64,
    unit: String,
    noun: String,
    is_known: bool,
}

/// The one that is spoken of as known and has another number than the only one before.
pub fn known_compound(story: &[Passage<'_>]) -> Option<Report> {
    let mut before: Vec<Compound<'_>> = Vec::new();
    // The numbers that the text has had: what has been told anywhere is no slip.
    let mut numbers: Vec<f64> = Vec::new();
    for passage in story {
        for at in 0..passage.count() {
            let Some(compound) = Compound::at(passage, at) else {
                numbers.extend(passage.number(at).map(|number| number.value));
                continue;
            };
            if is_history(passage) {
                continue;
            }
            let alike: Vec<&Compound<'_>> = before
                .iter()
                .filter(|other| other.unit == compound.unit && is_one_noun(&other.noun, &compound.noun))
                .collect();
            let values = alike.iter().filter(|other| other.number == compound.number).count();
            let written = numbers.contains(&compound.number);
            numbers.extend(passage.number(at).map(|number| number.value));
            let only = alike.first().filter(|one| alike.iter().all(|other| other.number == one.number));
            let apart =
                |passage: &Passage<'_>, at: usize| passage.has_any(at.saturating_sub(2)..at + 6, APART);
            if let Some(one) = only.filter(|one| {
                values == 0
                    && !written
                    && compound.sentence() != one.sentence()
                    && compound.is_known
                    && !apart(passage, at)
                    && !apart(&one.passage, one.at)
            }) {
                return Some(compound.finding(one));
            }
            before.push(compound);
        }
    }
    None
}

/// Words by which the two are two.
const APART: &[&str] = &[
    "another",
    "other",
    "second",
    "first",
    "earlier",
    "previous",
    "former",
    "new",
    "old",
    "original",
    "originally",
    "extended",
    "later",
    "reduced",
    "increased",
    "raised",
    "cut",
    "next",
    "last",
    "separate",
    "smaller",
    "larger",
    "shorter",
    "longer",
    "adjoining",
    "neighbouring",
    "different",
    "every",
    "each",
    "than",
    "final",
    "remaining",
];

fn is_one_noun(one: &str, other: &str) -> bool {
    let group = |noun: &str| GROUPS.iter().position(|group| group.contains(&noun));
    one == other || group(one).is_some() && group(one) == group(other)
}

/// Nouns that may be said of one thing.
const GROUPS: &[&[&str]] = &[
    &["building", "hotel", "tower", "house", "block", "office", "apartment", "hospital", "school"],
    &[
        "report",
        "document",
        "book",
        "indictment",
        "ruling",
        "study",
        "paper",
        "dossier",
        "complaint",
        "judgment",
    ],
    &["visit", "trip", "tour", "stay"],
    &["strike", "walkout", "stoppage"],
    &["ship", "ferry", "boat", "vessel", "tanker", "freighter"],
    &["plane", "jet", "aircraft", "airliner", "helicopter"],
    &["siege", "standoff", "stand-off", "blockade"],
    &["stake", "holding", "share", "interest"],
    &["sentence", "term"],
    &["deal", "contract", "agreement", "accord"],
    &["road", "highway", "motorway"],
    &["arena", "stadium"],
];

const UNITS: &[&str] = &[
    "storey",
    "story",
    "floor",
    "page",
    "km",
    "kilometre",
    "kilometer",
    "mile",
    "metre",
    "meter",
    "foot",
    "ton",
    "tonne",
    "seat",
    "bed",
    "member",
    "nation",
    "megawatt",
    "mw",
    "acre",
    "hectare",
    "room",
    "day",
    "week",
    "month",
    "year",
    "hour",
    "minute",
    "lane",
    "point",
    "percent",
    "strong",
    "person",
    "seater",
    "unit",
    "car",
    "carat",
    "volume",
    "part",
    "hole",
    "lap",
    "round",
    "truck",
    "vehicle",
    "barrel",
    "man",
    "woman",
    "passenger",
    "hectolitre",
    "litre",
    "liter",
    "count",
];

impl<'a> Compound<'a> {
    fn at(passage: &Passage<'a>, at: usize) -> Option<Self> {
        let item = passage.item(at).filter(|item| !item.is_quoted)?;
        let words = item.words().to_lowercase();
        let joined = words.split_once('-').and_then(|(number, unit)| {
            let number = spelled(number).map(f64::from).or_else(|| number.replace(',', "").parse().ok())?;
            Some((number, unit.to_owned(), at + 1))
        });
        let parted = || {
            let number = passage.number(at)?.value;
            let dash = passage.item(at + 1).is_some_and(|item| item.is_dash() && item.is_tight);
            let percent = passage.is_any(at + 1, &["percent", "%"]);
            let unit = if dash { at + 2 } else { at + 1 };
            (dash || percent).then(|| (number, passage.word(unit).to_lowercase(), unit + 1))
        };
        if let Some(compound) = Self::behind(passage, at) {
            return Some(compound);
        }
        let (number, unit, next) = joined.or_else(parted)?;
        let unit = unit.replace('%', "percent");
        let unit = unit.split('-').next().filter(|unit| UNITS.contains(unit))?.to_owned();
        // The noun that all before it describes.
        let mut last = next;
        while last < next + 3 && is_described(passage, last) {
            last += 1;
        }
        let noun =
            passage.item(last).filter(|item| item.kind == ItemKind::Word && !is_verb(passage, last))?;
        let noun = noun.words().to_lowercase();
        let stakes = ["stake", "holding", "share", "interest"];
        let fits = unit != "percent" || stakes.contains(&&*noun);
        let determined = passage
            .back(at, 1)
            .is_some_and(|item| item.is_any(&["the", "this", "that"]) || item.kind == ItemKind::Possessive);
        let vague = [
            "old", "long", "high", "time", "ago", "later", "earlier", "record", "low", "period", "man",
            "woman", "boy", "girl",
        ];
        (fits && noun.len() > 3 && !vague.contains(&&*noun)).then_some(Compound {
            passage: *passage,
            at,
            last,
            number,
            unit,
            noun,
            is_known: determined,
        })
    }

    /// `a bridge 1.2 km long`, `the tower is 90 metres high`.
    fn behind(passage: &Passage<'a>, at: usize) -> Option<Self> {
        let number = passage.number(at)?.value;
        let unit = passage.word(at + 1).to_lowercase();
        let unit = unit.strip_suffix('s').unwrap_or(&unit);
        let unit = UNITS.iter().find(|known| **known == unit && unit.len() > 1)?.to_string();
        let long = passage.is_any(at + 2, &["long", "high", "wide", "deep", "tall"]);
        let before = at.checked_sub(1)?;
        let before = if passage.is_any(before, &["is", "was"]) { before.checked_sub(1)? } else { before };
        let noun = passage
            .item(before)
            .filter(|item| item.kind == ItemKind::Word && long && !is_verb(passage, before))?;
        let noun = noun.words().to_lowercase();
        (noun.len() > 3).then_some(Compound {
            passage: *passage,
            at,
            last: at + 2,
            number,
            unit,
            noun,
            is_known: false,
        })
    }

    fn sentence(&self) -> Span {
        self.passage.span(0..self.passage.count())
    }

    fn finding(&self, before: &Compound<'_>) -> Report {
        let words = |compound: &Compound<'_>| compound.passage.words(compound.at..compound.last + 1);
        let span = |compound: &Compound<'_>| compound.passage.span(compound.at..compound.last + 1);
        let (one, other) = (words(self), words(before));
        Report::new(span(self), format!("“{one}” was “{other}” before"))
            .with(Related {
                doc: before.passage.subject.article.doc,
                span: span(before),
                message: format!("“{other}” is said here"),
            })
            .because(format!("“{one}” is spoken of as known"))
            .because(format!("the only such measure before is “{other}”"))
    }
}
