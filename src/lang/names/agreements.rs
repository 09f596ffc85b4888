//! Agreements that have a name: treaties, memoranda, accords, ceasefires, deals.
//!
//! An agreement is known from the lexicon, by a head with a capital (`Kelda Grain Deal`, `Treaty of
//! Kelda`), or by a head in small letters right behind a name that is no country (`Kelda memorandum`).
//! The head belongs to the name, and the whole is one mention: the place in it is none. `The
//! agreement` by itself, or one that is only described, is no name. Rules find them: no labelled text
//! has them.

use crate::base::kind::EntityKind;
use crate::lang::lexicon::Classes;
use crate::lang::names::page::{Line, Page, Style};
use crate::lang::names::tagger::{Tagged, known};
use crate::lang::token::{Case, Gap, TokenKind};

/// Words that are no part of what an agreement is called after.
const LOOSE: Classes = Classes::STOP.or(Classes::CONNECTOR).or(Classes::FORMER).or(Classes::ACTING);

/// Adds the agreements of a page to its names; names inside them give way.
pub fn add(page: &Page<'_>, names: &mut Vec<Tagged>) {
    let mut found = Vec::new();
    for line in page.lines.iter().filter(|line| line.style == Style::Sentence) {
        for at in line.tokens.clone() {
            let heads = page.classes(at).any(Classes::AGREEMENT.or(Classes::PLAN));
            let agreement = if heads {
                if page.is_capital(at) { with_capital(page, line, at) } else { in_small(page, names, at) }
            } else {
                known::strong(page, at, line.tokens.end)
                    .filter(|(_, known)| known.kind == EntityKind::Agreement)
                    .map(|(last, _)| (at, last))
            };
            if let Some((first, last)) = agreement {
                found.push(Tagged { first, last, kind: EntityKind::Agreement });
            }
        }
    }
    for agreement in found {
        let apart = |name: &Tagged| name.last < agreement.first || agreement.last < name.first;
        let longer = names.iter().any(|name| name.kind == EntityKind::Agreement && !apart(name));
        // `Institute for Treaty Law` is a body: a name that goes on behind the head keeps it.
        let inside = names.iter().any(|name| name.first <= agreement.first && agreement.last < name.last);
        if !longer && !inside {
            names.retain(apart);
            names.push(agreement);
        }
    }
    names.sort_unstable_by_key(|name| name.first);
}

/// The agreement whose head with a capital stands at a token: `Kelda Grain Deal`, `Treaty of Kelda`.
fn with_capital(page: &Page<'_>, line: &Line, head: usize) -> Option<(usize, usize)> {
    let mut first = head;
    while let Some(before) = before_in_name(page, line, first) {
        first = before;
    }
    let loose = |at: usize| page.classes(at).any(LOOSE) && !page.classes(at).any(Classes::DIRECTION);
    while first < head && loose(first) {
        first += 1;
    }
    let mut last = head;
    while let Some(behind) =
        behind_in_name(page, line, last).filter(|_| !page.classes(head).any(Classes::PLAN))
    {
        last = behind;
    }
    let weighty =
        (first..=last).filter(|&at| page.is_capital(at) && !page.classes(at).any(Classes::STOP)).count() > 1;
    let described =
        first < head && (first..head).all(|at| page.classes(at).any(Classes::PEOPLE)) && last == head;
    (weighty && !described).then_some((first, last))
}

/// The token before that belongs to the name that begins at a token.
fn before_in_name(page: &Page<'_>, line: &Line, at: usize) -> Option<usize> {
    let inside = |at: usize| {
        at >= line.tokens.start && page.token(at + 1).is_some_and(|token| token.gap == Gap::Space)
    };
    let before = at.checked_sub(1).filter(|&before| inside(before) && page.same_sentence(before, at))?;
    if page.is_capital(before) {
        return Some(before);
    }
    let joins = matches!(page.word(before), "and" | "of" | "for" | "on");
    let further =
        before.checked_sub(1).filter(|&further| joins && inside(further) && page.is_capital(further))?;
    let heads = Classes::AGREEMENT.or(Classes::PORTFOLIO).or(Classes::GENERIC);
    page.classes(further).any(heads).then_some(further)
}

/// The capital behind `of`, `on` or `for` that belongs to the name that ends at a token.
fn behind_in_name(page: &Page<'_>, line: &Line, at: usize) -> Option<usize> {
    let close =
        |at: usize| at < line.tokens.end && page.token(at).is_some_and(|token| token.gap == Gap::Space);
    let mut next = at + 1;
    if close(next) && page.is_capital(next) && page.classes(at).any(Classes::AGREEMENT) {
        return None;
    }
    if close(next) && page.is_capital(next) {
        return Some(next);
    }
    if !close(next) || !matches!(page.word(next), "of" | "on" | "for" | "and") {
        return None;
    }
    let listed = page.word(next) == "and";
    next += 1;
    if close(next) && page.word(next) == "the" && !listed {
        next += 1;
    }
    // `Convention on Trade and Tariffs`, but `the Lima Accord and Peru`.
    let topic = Classes::PORTFOLIO.or(Classes::GENERIC);
    if listed && !(page.classes(at).any(topic) && page.classes(next).any(topic)) {
        return None;
    }
    (close(next) && page.is_capital(next)).then_some(next)
}

/// A head in small letters behind a name that is no country: `Kelda memorandum`.
fn in_small(page: &Page<'_>, names: &[Tagged], head: usize) -> Option<(usize, usize)> {
    let token = page.token(head)?;
    if token.kind != TokenKind::Word || token.case != Case::Lower || token.gap != Gap::Space {
        return None;
    }
    page.classes(head).any(Classes::AGREEMENT_LOWER).then_some(())?;
    let before = page.before(head)?;
    let country =
        |name: &Tagged| known::exactly(page, name.first, name.last).is_some_and(|known| known.is_country);
    if let Some(name) = names.iter().find(|name| name.last == before) {
        return (name.kind == EntityKind::Place && !country(name)).then_some((name.first, head));
    }
    let plain = page.is_capital(before) && !page.opens(before) && page.token(before)?.case == Case::Title;
    let alone = !page.before(before).is_some_and(|one| page.is_capital(one));
    (plain && alone && !page.classes(before).any(super::candidates::COMMON.or(Classes::PEOPLE)))
        .then_some((before, head))
}
