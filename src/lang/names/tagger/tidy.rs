//! What no corpus should teach otherwise: where names end, and what is no name.
//!
//! The same rules clean the labels that the tagger learns from and what it finds: no title, article or
//! possessive in a name, no demonym by itself, a country by itself is a place.

use crate::base::kind::EntityKind;
use crate::lang::lexicon::Classes;
use crate::lang::names::page::Page;
use crate::lang::names::tagger::Tagged;
use crate::lang::names::tagger::known;
use crate::lang::token::{Case, TokenKind};

const TITLES: Classes = Classes::TITLE.or(Classes::HEAD).or(Classes::HONORIFIC);
const BEFORE_TITLE: Classes = TITLES.or(Classes::MODIFIER).or(Classes::PORTFOLIO).or(Classes::FORMER).or(Classes::ACTING);

/// The name without what does not belong to it; none where nothing is left.
pub fn name(page: &Page<'_>, mut name: Tagged) -> Option<Tagged> {
    while name.first < name.last && is_loose(page, name.last) {
        name.last -= 1;
    }
    while name.first < name.last && (is_loose(page, name.first) || is_article(page, name)) {
        name.first += 1;
    }
    if name.kind == EntityKind::Person {
        name.first += titles(page, name);
    }
    let single = name.first == name.last;
    let classes = page.classes(name.first);
    let known = known::exactly(page, name.first, name.last);
    if single && known.is_none() && (classes.any(Classes::PEOPLE.or(Classes::CALENDAR)) || is_loose(page, name.first)) {
        return None;
    }
    if single && name.kind == EntityKind::Person && classes.any(TITLES) && page.occurs_small(name.first) {
        return None;
    }
    if known.is_some_and(|known| known.is_country) {
        name.kind = EntityKind::Place;
    }
    Some(name)
}

/// Adds the names of the lexicon that were not found though they stand by themselves.
pub fn add_known(page: &Page<'_>, stretch: std::ops::Range<usize>, tagged: &mut Vec<Tagged>, from: usize) {
    let mut at = stretch.start;
    while at < stretch.end {
        let Some((last, known)) = known::strong(page, at, stretch.end) else {
            at += 1;
            continue;
        };
        let first = std::mem::replace(&mut at, last + 1);
        let free = tagged.iter().skip(from).all(|name| name.last < first || last < name.first);
        let alone = !(first > stretch.start && page.is_capital(first - 1))
            && !(last + 1 < stretch.end && page.is_capital(last + 1));
        let sure = match known.kind {
            EntityKind::Place => known.is_country,
            EntityKind::Organization => last > first || page.token(first).is_some_and(|token| token.case == Case::Upper),
            _ => false,
        };
        if free && alone && sure {
            tagged.push(Tagged { first, last, kind: known.kind });
        }
    }
}

/// How many words at the front are titles; one word stays.
fn titles(page: &Page<'_>, name: Tagged) -> usize {
    let is_title = |&at: &usize| {
        let classes = page.classes(at);
        page.is_mark(at, '.') || classes.any(BEFORE_TITLE) && !classes.any(Classes::GIVEN)
    };
    let titles = (name.first..name.last).take_while(is_title).count();
    let is_one = (name.first..name.first + titles).any(|at| page.classes(at).any(TITLES));
    if is_one { titles } else { 0 }
}

/// A mark, possessive or small word at the end of a name.
fn is_loose(page: &Page<'_>, at: usize) -> bool {
    let Some(token) = page.token(at) else { return true };
    match token.kind {
        TokenKind::Mark(_) | TokenKind::Possessive => true,
        TokenKind::Word => {
            token.case == Case::Lower && !page.classes(at).any(Classes::PARTICLE) || token.case == Case::Title && page.opens(at) && page.word(at).chars().count() == 1 && page.word(at) == "A"
        }
        TokenKind::Number => false,
    }
}

/// An article that is no part of the name: `The Hague` is known as such.
fn is_article(page: &Page<'_>, name: Tagged) -> bool {
    let article = matches!(page.folded(name.first), "the" | "a" | "an") && page.token(name.first).is_some_and(|token| token.case != Case::Upper);
    article && known::strong(page, name.first, name.last + 1).is_none()
}
