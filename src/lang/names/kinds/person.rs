//! People: somebody who is named.
//!
//! A person is known by a role or honorific before the name, a given name or particle in it, an
//! appositive with a role behind it, or a verb of saying beside it. The span holds the name alone,
//! without title. A bare surname counts once the article has the full name. An article before the name
//! speaks against a person.

use crate::base::kind::EntityKind;
use crate::lang::lexicon::Classes;
use crate::lang::names::candidates::{COMMON, Shape};
use crate::lang::names::kinds::{Context, KindRule};
use crate::lang::names::roles::Before;
use crate::lang::token::{Case, TokenKind};

pub const RULE: KindRule = KindRule { kind: EntityKind::Person, weigh };

/// `Mayor Kella Hill`, `Kella Hill said`: a surname that is the head of a place.
fn named_like_a_place(context: &Context<'_, '_>) -> bool {
    let Context { page, candidate, .. } = *context;
    let surname =
        matches!(page.folded(candidate.last), "hill" | "park" | "lake" | "forest" | "camp" | "beach");
    let says = context.token_after().is_some_and(|after| page.classes(after).any(Classes::SAID));
    candidate.shape == Shape::Kind(EntityKind::Place)
        && candidate.known.is_none()
        && surname
        && (says || *context.before != Before::Nothing || context.appositive)
}

/// Two words that nothing else explains, in the middle of a sentence, neither of place nor in quotes.
fn is_bare_full_name(context: &Context<'_, '_>) -> bool {
    let Context { page, candidate, .. } = *context;
    let plain = |at: usize| {
        page.token(at).is_some_and(|token| token.case == Case::Title)
            && !page.classes(at).any(COMMON)
            && !page.occurs_small(page.folded(at))
    };
    // `Red Harbour`, `Deep Hollow`: said of something.
    let told = ["black", "white", "red", "green", "blue", "gold", "golden", "iron", "deep", "good", "big"];
    let place = Classes::IN.or(Classes::TO).or(Classes::PLACE_LOWER);
    let before = page.before(candidate.first);
    let free = before.is_some_and(|at| {
        let quote = matches!(page.word(at), "“" | "\"" | "‘" | "'" | "«");
        !quote && !page.classes(at).any(place) && !matches!(page.word(at), "on" | "called")
    });
    let ends = page.token(candidate.last + 1).is_none_or(|next| !matches!(next.kind, TokenKind::Number));
    candidate.last == candidate.first + 1
        && plain(candidate.first)
        && plain(candidate.last)
        && !page.word(candidate.last).ends_with('s')
        && !page.opens(candidate.first)
        && free
        && !told.contains(&page.folded(candidate.first))
        && ends
}

fn weigh(context: &Context<'_, '_>) -> i32 {
    let Context { page, candidate, .. } = *context;
    if named_like_a_place(context) {
        return 7;
    }
    let fixed = candidate.known.is_some_and(|known| known.is_country || known.kind != EntityKind::Place);
    if fixed || matches!(candidate.shape, Shape::Kind(_)) {
        return 0;
    }
    let mut weight = match context.before {
        Before::Nothing => 0,
        Before::Honorific | Before::Office(_) if candidate.shape == Shape::Acronym => 1,
        Before::Honorific | Before::Office(_) => 6,
    };
    if candidate.shape == Shape::PersonLike && candidate.words <= 5 {
        weight += 4;
    }
    if candidate.known.is_some() || candidate.shape == Shape::Acronym {
        return weight;
    }
    if context.appositive {
        weight += 4;
    }
    weight += if is_bare_full_name(context) { 2 } else { 0 };
    if let Some(after) = context.token_after() {
        let small =
            page.token(after).is_some_and(|token| token.kind == TokenKind::Word && token.case == Case::Lower);
        let verb = small && page.classes(after).any(Classes::SAID.or(Classes::PERSON_VERB));
        weight += i32::from(verb) * if candidate.words > 1 { 2 } else { 1 };
        let who = page.is_mark(after, ',')
            && page.after(after).is_some_and(|next| {
                matches!(page.word(next), "who" | "aged" | "whose")
                    || page.word(next).len() == 2
                        && page.token(next).is_some_and(|token| token.kind == TokenKind::Number)
            });
        weight += if who && candidate.words > 1 { 2 } else { 0 };
    }
    if let Some(before) = page.before(candidate.first) {
        let said = page.classes(before).any(Classes::SAID)
            && page
                .before(before)
                .is_some_and(|mark| matches!(page.word(mark), "," | "”" | "\"" | "’" | "'"));
        let led = page.word(before) == "by"
            && page.before(before).is_some_and(|verb| page.classes(verb).any(Classes::LED));
        weight += if said || led { 2 } else { 0 };
    }
    let compass = ["north", "south", "east", "west"];
    if context.has_article() || compass.iter().any(|point| page.folded(candidate.first).starts_with(point)) {
        weight -= 4;
    }
    weight
}
