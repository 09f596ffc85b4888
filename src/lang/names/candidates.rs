//! The names of an article as roles and chains look at them, and the words that may be surnames.
//!
//! The tagger says where a name stands and of which kind it is; here it gets its folded form, what the
//! lexicon knows of it, and whose it is.

use crate::base::kind::EntityKind;
use crate::base::span::Span;
use crate::lang::lexicon::gazetteer::Kinds;
use crate::lang::lexicon::{Classes, Known, fold_word};
use crate::lang::names::page::{Page, Style};
use crate::lang::names::tagger::{Tagged, known, settle, tidy};
use crate::lang::token::{Case, TokenKind};

/// A stretch of text that is a name, or may be one.
#[derive(Clone, Debug)]
pub struct Candidate<'a> {
    /// The tokens, both ends included.
    pub first: usize,
    pub last: usize,
    pub span: Span,
    pub folded: String,
    pub kind: EntityKind,
    /// The article by itself does not say that it is a name (see [`crate::lang::names::Chain`]).
    pub tentative: bool,
    pub known: Option<Known<'a>>,
    /// The country whose possessive stands before it: `Peru's Defense Ministry`.
    pub owner: Option<u16>,
}

const ROLE_WORD: Classes = Classes::TITLE.or(Classes::HEAD);
const BEFORE_ROLE: Classes = Classes::MODIFIER.or(Classes::PORTFOLIO).or(Classes::HONORIFIC);
/// Words that are no name by themselves.
pub const COMMON: Classes = ROLE_WORD
    .or(BEFORE_ROLE)
    .or(Classes::ORGANIZATION)
    .or(Classes::AGREEMENT)
    .or(Classes::PLACE)
    .or(Classes::PLAN)
    .or(Classes::GENERIC)
    .or(Classes::DIRECTION)
    .or(Classes::STOP)
    .or(Classes::CONNECTOR)
    .or(Classes::CALENDAR)
    .or(Classes::SAID)
    .or(Classes::COMPANY);

/// The candidates of a page whose names were found, in order.
pub fn of_names<'a>(page: &Page<'a>, names: &[Tagged]) -> Vec<Candidate<'a>> {
    let mut found = Vec::with_capacity(names.len() + 8);
    for name in names {
        add_named(page, name, &mut found);
    }
    add_tentative(page, &mut found);
    found.sort_unstable_by_key(|candidate| candidate.span);
    found
}

fn add_named<'a>(page: &Page<'a>, name: &Tagged, found: &mut Vec<Candidate<'a>>) {
    if name.first == name.last
        && let Some(parts) = compound(page, name.first)
    {
        return found.extend(parts);
    }
    let folded = settle::folded(page, name.first, name.last);
    let known = known::exactly(page, name.first, name.last).filter(|known| known.kind == name.kind);
    let owner =
        page.before(name.first).filter(|&at| page.token(at).is_some_and(|t| t.kind == TokenKind::Possessive));
    let owner = owner.and_then(|possessive| {
        let named = found.last().filter(|owner| owner.last + 1 == possessive);
        match named {
            Some(owner) => owner.known.filter(|known| known.is_country)?.country,
            None => spoken_of(page, possessive),
        }
    });
    found.push(Candidate {
        first: name.first,
        last: name.last,
        span: page.span(name.first, name.last),
        folded,
        kind: name.kind,
        tentative: false,
        known,
        owner,
    });
}

/// `the country's Defence Ministry`: the only country that the sentence has named or whose people it has
/// spoken of so far, else the only one of the sentence before.
fn spoken_of(page: &Page<'_>, possessive: usize) -> Option<u16> {
    let word = page.before(possessive).filter(|&word| matches!(page.word(word), "country" | "nation"))?;
    let country = |at: usize| {
        let entry = page.known_word(at).filter(|_| page.is_capital(at))?.entry?;
        entry.country.filter(|_| entry.kinds.any(Kinds::COUNTRY.or(Kinds::DEMONYM)))
    };
    (0..=1).find_map(|back| {
        let before = (0..word).rev().take_while(|&at| page.sentences_between(at, word) <= back);
        let mut countries = before.filter_map(country);
        let first = countries.next()?;
        Some(first).filter(|first| countries.all(|other| other == *first))
    })
}

/// Adds the single unknown words that could be surnames of people whom other articles name in full, and
/// the known names of joined words.
fn add_tentative<'a>(page: &Page<'a>, found: &mut Vec<Candidate<'a>>) {
    let named = found.len();
    let mut covered = 0;
    let mut next = 0;
    for line in page.lines.iter().filter(|line| line.style == Style::Sentence) {
        for at in line.tokens.clone().filter(|&at| page.is_capital(at)) {
            while let Some(name) = found.get(next).filter(|name| next < named && name.first <= at) {
                covered = name.last + 1;
                next += 1;
            }
            if at < covered {
                continue;
            }
            if let Some(parts) = compound(page, at) {
                found.extend(parts);
            } else if may_be_surname(page, at) {
                found.push(Candidate {
                    first: at,
                    last: at,
                    span: page.span(at, at),
                    folded: page.folded(at).to_owned(),
                    kind: EntityKind::Person,
                    tentative: true,
                    known: None,
                    owner: None,
                });
            }
        }
    }
}

/// A single unknown word that could be the surname of somebody whom other articles name in full: no
/// article or preposition of place before it and, where a sentence opens with it, a verb behind.
fn may_be_surname(page: &Page<'_>, at: usize) -> bool {
    let common = COMMON.or(Classes::PEOPLE);
    let title = page.token(at).is_some_and(|token| token.case == Case::Title);
    if !title || page.folded(at).len() < 3 || page.classes(at).any(common) || tidy::is_of_peoples(page, at) {
        return false;
    }
    if page
        .known_word(at)
        .is_some_and(|word| word.entry.and_then(Known::of).is_some_and(|known| !known.capitals))
    {
        return false;
    }
    let titles = ROLE_WORD.or(BEFORE_ROLE).or(Classes::PEOPLE);
    let named =
        |other: Option<usize>| other.is_some_and(|at| page.is_capital(at) && !page.classes(at).any(titles));
    let behind = page.after(at).is_some_and(|behind| page.is_capital(behind));
    let before = page.before(at).map(|before| page.word(before)).unwrap_or_default();
    let barred =
        matches!(before, "the" | "The" | "a" | "an" | "in" | "In" | "at" | "At" | "near" | "from" | "From");
    if barred || behind || named(page.before(at)) {
        return false;
    }
    let verb = page.after(at).is_some_and(|after| {
        page.classes(after).any(Classes::SAID.or(Classes::PERSON_VERB))
            || AUXILIARIES.contains(&page.word(after))
    });
    verb || !page.opens(at)
}

/// Verbs that stand behind a subject.
const AUXILIARIES: [&str; 12] =
    ["will", "would", "has", "had", "was", "is", "did", "could", "can", "should", "must", "also"];

/// The names of `Peru-Chile` and `Quito-Lima-Bogota`, where the lexicon knows every part.
fn compound<'a>(page: &Page<'a>, token: usize) -> Option<Vec<Candidate<'a>>> {
    if !page.folded(token).contains(' ') {
        return None;
    }
    let mut at = page.token(token)?.span.start;
    let mut parts = Vec::new();
    for part in page.word(token).split(['-', '\u{2010}', '\u{2011}', '\u{2013}']) {
        let folded = fold_word(part);
        let known = page.lexicon.name(&folded)?;
        let length = u32::try_from(part.len()).ok()?;
        parts.push(Candidate {
            first: token,
            last: token,
            span: Span::new(at, at + length),
            folded,
            kind: known.kind,
            tentative: false,
            known: Some(known),
            owner: None,
        });
        // The hyphens are of one byte or of three.
        at += length;
        at += if page.text.get(at as usize..)?.starts_with('-') { 1 } else { 3 };
    }
    (parts.len() > 1).then_some(parts)
}
