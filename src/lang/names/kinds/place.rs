//! Places: countries, regions, cities, villages, waters.
//!
//! A place is known from the lexicon, by a head with a capital (`Kelda Island`, `Mount Kelda`) or in
//! small letters beside it (`Kelda province`, `the village of Kelda`), by `in` or `near` before it, or
//! by a known country behind a comma. The head in small letters is not part of the name. Countries and
//! capitals stay places where they stand for their governments.

use crate::base::kind::EntityKind;
use crate::lang::lexicon::Classes;
use crate::lang::names::candidates::Shape;
use crate::lang::names::kinds::{Context, KindRule};
use crate::lang::token::{Case, Gap};

pub const RULE: KindRule = KindRule { kind: EntityKind::Place, weigh };

fn weigh(context: &Context<'_, '_>) -> i32 {
    let Context { page, candidate, .. } = *context;
    if let Some(known) = candidate.known {
        return match known.kind {
            EntityKind::Place if known.is_country => 9,
            EntityKind::Place => 5,
            _ => 0,
        };
    }
    match candidate.shape {
        Shape::Kind(EntityKind::Place) => return 6,
        Shape::Kind(_) | Shape::Acronym => return 0,
        Shape::PersonLike | Shape::Open => {}
    }
    let mut weight = 0;
    if let Some(after) = context.token_after() {
        let beside =
            page.token(after).is_some_and(|token| token.gap == Gap::Space && token.case == Case::Lower);
        let lower = beside && page.classes(after).any(Classes::PLACE_LOWER);
        weight += if lower { if candidate.words == 2 { 6 } else { 4 } } else { 0 };
        // `Kelda-based`
        let seat = page.is_mark(after, '-')
            && page
                .after(after)
                .is_some_and(|next| matches!(page.word(next), "based" | "born" | "headquartered"));
        weight += if seat { 4 } else { 0 };
    }
    weight += if context.lies_in() { 2 } else { 0 };
    let direction = candidate.words > 1 && page.classes(candidate.first).any(Classes::DIRECTION);
    // `St. Anna` is as often a church or a person.
    let saint = matches!(page.folded(candidate.first), "st" | "saint");
    // `Great`, `New` and the like begin much besides places.
    let vague =
        matches!(page.folded(candidate.first), "new" | "old" | "great" | "upper" | "lower" | "central");
    weight += if direction && !saint { 2 - i32::from(vague) } else { 0 };
    if context.has_article() {
        return weight;
    }
    if let Some(before) = context.token_before() {
        let classes = page.classes(before);
        let small = page.token(before).is_some_and(|token| token.case == Case::Lower);
        let head = page.word(before) == "of"
            && page.before(before).is_some_and(|head| page.classes(head).any(Classes::PLACE_LOWER));
        weight += if head { 4 } else { 0 };
        weight += if small && classes.any(Classes::IN) { 2 } else { 0 };
        weight += if small && classes.any(Classes::TO) { 1 } else { 0 };
    }
    weight
}
