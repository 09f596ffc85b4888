//! Agreements that have a name: treaties, memoranda, accords, ceasefires, deals.
//!
//! An agreement is known from the lexicon, by a head with a capital (`Kelda Grain Deal`, `Treaty of
//! Kelda`), or by a head in small letters right behind a name that is no country (`Kelda memorandum`).
//! The head belongs to the name, and the whole is one mention: the place in it is none. `The
//! agreement` by itself, or one that is only described, is no name.

use crate::base::kind::EntityKind;
use crate::lang::lexicon::Classes;
use crate::lang::names::candidates::{Candidate, Shape};
use crate::lang::names::kinds::{Context, KindRule};
use crate::lang::names::page::Page;
use crate::lang::names::roles::Before;
use crate::lang::token::Case;

pub const RULE: KindRule = KindRule { kind: EntityKind::Agreement, weigh };

fn weigh(context: &Context<'_, '_>) -> i32 {
    let candidate = context.candidate;
    let known = candidate.known.is_some_and(|known| known.kind == EntityKind::Agreement);
    match candidate.shape {
        _ if known => 9,
        Shape::Kind(EntityKind::Agreement) => 7,
        _ => 0,
    }
}

/// Takes a head in small letters into the name before it.
pub fn take_heads<'a>(page: &Page<'a>, candidates: &mut [Candidate<'a>], before: &[Before]) {
    for (candidate, before) in candidates.iter_mut().zip(before) {
        let Some(head) = page.after(candidate.last) else { continue };
        let small = page.token(head).is_some_and(|token| token.case == Case::Lower);
        if !small || !page.classes(head).any(Classes::AGREEMENT_LOWER) || *before != Before::Nothing {
            continue;
        }
        let names_one = match candidate.known {
            Some(known) => known.kind == EntityKind::Place && !known.is_country,
            None => candidate.shape == Shape::Open && !page.opens(candidate.first),
        };
        if names_one {
            candidate.last = head;
            candidate.span = page.span(candidate.first, head);
            candidate.folded = format!("{} {}", candidate.folded, page.folded(head));
            candidate.words += 1;
            candidate.known = page.lexicon.name(&candidate.folded);
            candidate.shape = Shape::Kind(EntityKind::Agreement);
        }
    }
}
