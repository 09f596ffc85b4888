//! Bodies: governments, ministries, parties, armed groups, companies, agencies, international bodies.
//!
//! A body is known from the lexicon, by a head at its end (`… Board`, `… Ministry`) or before `of`
//! (`Bank of …`), or as an acronym: behind its long name in brackets, with an article, or saying
//! something. A demonym before it belongs to the name (`Peruvian Trade Ministry`); a possessive does
//! not (`Peru's Trade Ministry` names Peru and its ministry). A bare common noun is no name, nor is a
//! head in small letters.

use crate::base::kind::EntityKind;
use crate::lang::lexicon::Classes;
use crate::lang::names::candidates::Shape;
use crate::lang::names::keys::is_acronym_of;
use crate::lang::names::kinds::{Context, KindRule};

pub const RULE: KindRule = KindRule { kind: EntityKind::Organization, weigh };

/// `the automaker Kelda`, `Kelda newspaper`, `KeldaSoft`.
fn beside(context: &Context<'_, '_>) -> i32 {
    let Context { page, candidate, .. } = *context;
    if candidate.shape == Shape::PersonLike {
        return 0;
    }
    let small = |at: usize| page.word(at).starts_with(char::is_lowercase);
    let before = page.before(candidate.first).filter(|&at| small(at));
    let after = context.token_after().filter(|&at| small(at));
    let before = before.is_some_and(|at| page.classes(at).any(Classes::BODY_BEFORE));
    let after = after.is_some_and(|at| {
        page.classes(at).any(Classes::BODY_BEHIND)
            || page.word(at) == "news" && page.after(at).is_some_and(|next| page.word(next) == "agency")
    });
    let single = candidate.first == candidate.last;
    i32::from(before) * 3
        + i32::from(after) * 3
        + i32::from(single && is_camel(page.word(candidate.first))) * 2
}

/// `KeldaSoft`: a capital inside that begins no `McKelda`.
fn is_camel(word: &str) -> bool {
    let begins = ["Mc", "Mac", "De", "Di", "Du", "Da", "La", "Le", "Van", "Fitz", "Ab", "El", "Al", "Ma"];
    let plain = word.chars().all(char::is_alphabetic);
    let inner = word.char_indices().skip(1).find(|(_, character)| character.is_uppercase());
    plain
        && inner.is_some_and(|(at, _)| {
            let (front, behind) = word.split_at_checked(at).unwrap_or_default();
            front.ends_with(char::is_lowercase)
                && behind.chars().nth(1).is_some_and(char::is_lowercase)
                && !begins.contains(&front)
        })
}

fn weigh(context: &Context<'_, '_>) -> i32 {
    let Context { page, candidate, .. } = *context;
    if let Some(known) = candidate.known {
        return if known.kind == EntityKind::Organization { 8 } else { 0 };
    }
    match candidate.shape {
        Shape::Kind(EntityKind::Organization) => 7,
        Shape::Kind(_) => 0,
        Shape::Acronym => {
            let expanded = context.in_brackets()
                && context.previous.is_some_and(|long| is_acronym_of(&candidate.folded, &long.folded));
            let says = context.token_after().is_some_and(|after| {
                page.classes(after).any(Classes::SAID) && page.word(after).starts_with(char::is_lowercase)
            });
            let article = context.has_article()
                && context
                    .token_after()
                    .is_none_or(|after| page.token(after).is_none_or(|token| !token.is_capital()));
            i32::from(expanded) * 5 + i32::from(says) * 2 + i32::from(article) * 2
        }
        Shape::PersonLike | Shape::Open => {
            let acronym = context.next.filter(|next| {
                next.shape == Shape::Acronym
                    && next.first == candidate.last + 2
                    && page.is_mark(candidate.last + 1, '(')
                    && is_acronym_of(&next.folded, &candidate.folded)
            });
            if acronym.is_some() { 6 } else { beside(context) }
        }
    }
}
