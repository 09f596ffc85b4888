//! Amounts that a text names and then speaks of as known: `for 2.4 billion euros … the 4.2 billion euro deal`,
//! `magnitude 6.1 … the magnitude 6.8 quake`.

use crate::checks::article::prose::Passage;
use crate::checks::article::values::is_history;
use crate::checks::{Related, Report};

/// `the 4.2 billion euro deal`, `the magnitude 6.8 quake`: the only amount of its unit before was another.
pub fn known_measure(story: &[Passage<'_>]) -> Option<Report> {
    let mut before: Vec<(Passage<'_>, usize, f64, Measure)> = Vec::new();
    for passage in story {
        for at in 0..passage.count() {
            let Some((number, measure)) = measured(passage, at) else { continue };
            let mut alike: Vec<_> = before.iter().filter(|(_, _, _, other)| *other == measure).collect();
            let near = |known: f64| (known - number).abs() <= 0.07 * known.max(number);
            let told = alike.iter().any(|(_, _, known, _)| near(*known));
            alike.retain(|(_, _, known, _)| !near(*known));
            let only =
                alike.first().filter(|(_, _, first, _)| alike.iter().all(|(_, _, other, _)| other == first));
            let similar = |known: f64| measure == Measure::Magnitude || digits(known) == digits(number);
            if let Some((there, place, known, _)) = only
                && !told
                && !is_history(passage)
                && is_known_noun(passage, at, measure)
                && (similar(*known) || (0.2..5.0).contains(&(known / number)) && alike.len() == 1)
                && !is_apart(passage, at)
                && !is_apart(there, *place)
            {
                let (one, other) = (around(passage, at), around(there, *place));
                let span = |passage: &Passage<'_>, at: usize| passage.span(at..at + 1);
                return Some(
                    Report::new(span(passage, at), format!("“{one}” was “{other}” before"))
                        .with(Related {
                            doc: there.subject.article.doc,
                            span: span(there, *place),
                            message: format!("“{other}” is said here"),
                        })
                        .because(format!("“{one}” is spoken of as known"))
                        .because(format!("the only such number before is “{other}”")),
                );
            }
            before.push((*passage, at, number, measure));
        }
    }
    None
}

/// Whether the words round an amount say that it is another one.
fn is_apart(passage: &Passage<'_>, at: usize) -> bool {
    passage.has_any(at.saturating_sub(7)..at + 8, MEASURED_APART)
}

const MEASURED_APART: &[&str] = &[
    "earlier",
    "initially",
    "originally",
    "later",
    "previously",
    "revised",
    "aftershock",
    "aftershocks",
    "another",
    "rose",
    "fell",
    "increased",
    "last",
    "first",
    "second",
    "raised",
    "cut",
    "up",
    "down",
    "compared",
    "previous",
    "than",
    "if",
    "other",
    "original",
    "similar",
    "includes",
    "including",
    "separate",
    "also",
    "additional",
    "part",
    "would",
];

/// What is measured.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Measure {
    Magnitude,
    Money(&'static str),
}

/// An exact amount of money or the strength of an earthquake.
fn measured(passage: &Passage<'_>, at: usize) -> Option<(f64, Measure)> {
    let quantity = passage.number(at)?;
    let hedged = passage.has_before(
        at,
        3,
        &[
            "about",
            "around",
            "some",
            "nearly",
            "almost",
            "than",
            "least",
            "to",
            "over",
            "estimated",
            "up",
            "as",
        ],
    );
    let magnitude = passage.has_before(at, 2, &["magnitude", "measured", "measuring"]) && quantity.step < 1.0
        || passage.is_any(at + 1, &["magnitude"])
        || passage.is(at + 1, "-") && passage.is(at + 2, "magnitude");
    if magnitude && (3.0..10.0).contains(&quantity.value) {
        return Some((quantity.value, Measure::Magnitude));
    }
    let sign = passage.back(at, 1).and_then(|item| CURRENCIES.iter().find(|(sign, _)| item.is(sign)));
    let word = [at + 1, at + 2].into_iter().find_map(|at| {
        let word = passage.word(at).to_lowercase();
        CURRENCIES.iter().find(|(_, name)| word.strip_suffix('s').unwrap_or(&word) == *name)
    });
    let currency = sign.or(word).map(|(_, name)| *name)?;
    (!hedged && quantity.value >= 1e5).then_some((quantity.value, Measure::Money(currency)))
}

const CURRENCIES: &[(&str, &str)] = &[
    ("$", "dollar"),
    ("€", "euro"),
    ("£", "pound"),
    ("¥", "yen"),
    ("₹", "rupee"),
    ("-", "rouble"),
    ("-", "krona"),
    ("-", "franc"),
];

/// `the $4.2 billion deal`, `the 6.8-magnitude quake`: the number describes a noun that is known.
fn is_known_noun(passage: &Passage<'_>, at: usize, measure: Measure) -> bool {
    let known = passage.has_before(at, 3, &["the", "this", "its", "their"]);
    let reach = match measure {
        Measure::Magnitude => at + 1..at + 5,
        Measure::Money(_) => at + 1..at + 6,
    };
    let nouns = match measure {
        Measure::Magnitude => &["quake", "earthquake", "temblor", "tremor", "shock"][..],
        Measure::Money(_) => AFFAIRS,
    };
    let between = reach.clone().take_while(|at| !passage.is_any(*at, nouns));
    known
        && passage.has_any(reach, nouns)
        && between.into_iter().all(|at| {
            passage.item(at).is_some_and(|item| !item.is_mark() || item.is_dash())
                && !passage.is_any(at, &["of", "in", "for", "and", "to", "from"])
        })
}

/// What has a price that a text tells once.
const AFFAIRS: &[&str] = &[
    "deal",
    "takeover",
    "acquisition",
    "purchase",
    "bid",
    "offer",
    "merger",
    "sale",
    "contract",
    "order",
    "loan",
    "fine",
    "project",
    "plan",
    "bridge",
    "tunnel",
    "plant",
    "ransom",
    "prize",
    "settlement",
    "investment",
    "buyout",
    "transaction",
    "agreement",
    "package",
    "bailout",
    "grant",
    "scheme",
    "programme",
    "program",
    "stadium",
    "railway",
    "line",
    "bill",
    "verdict",
    "penalty",
];

fn around(passage: &Passage<'_>, at: usize) -> String {
    let start = if passage.back(at, 1).is_some_and(|item| item.is_any(&["$", "€", "£", "magnitude"])) {
        at - 1
    } else {
        at
    };
    passage.words(start..at + 2)
}

/// The digits of a number, sorted: those of 2.4 are those of 4.2.
fn digits(number: f64) -> Vec<char> {
    let mut digits: Vec<char> =
        number.to_string().chars().filter(|letter| ('1'..='9').contains(letter)).collect();
    digits.sort_unstable();
    digits
}
