//! What the words of a run say of its kind by themselves: heads, and how they are put together.
//!
//! It knows nothing of what stands around the run; that is for `kinds`.

use crate::base::kind::EntityKind;
use crate::lang::lexicon::Classes;
use crate::lang::names::candidates::{BEFORE_ROLE, COMMON, Unit};

/// The kind that the words of a run say by themselves.
pub fn form(run: &[Unit<'_>]) -> Option<EntityKind> {
    let (last, before) = run.split_last()?;
    let first = run.first()?;
    let weighty = before.iter().any(|unit| !unit.classes.any(Classes::CONNECTOR));
    let head = |classes: Classes| {
        run.iter()
            .zip(run.iter().skip(1))
            .any(|(unit, next)| unit.classes.any(classes) && matches!(&*next.folded, "of" | "for" | "on"))
    };
    let names_something =
        before.iter().any(|unit| !unit.classes.any(Classes::STOP) || unit.classes.any(BEFORE_ROLE));
    if last.classes.any(Classes::AGREEMENT.or(Classes::PLAN)) && weighty && names_something {
        return Some(EntityKind::Agreement);
    }
    if head(Classes::AGREEMENT) {
        return Some(EntityKind::Agreement);
    }
    let masthead = last.classes.any(Classes::MASTHEAD)
        && (first.known.is_some_and(|known| known.kind == EntityKind::Place)
            || matches!(&*first.folded, "daily" | "evening" | "morning" | "weekly"));
    // `Lima Rovers`: a team.
    let team = matches!(run.len(), 2 | 3)
        && first.known.is_some_and(|known| known.kind == EntityKind::Place && !known.is_country)
        && last.known.is_none()
        && last.folded.len() > 3
        && last.folded.ends_with('s')
        && !last.classes.any(COMMON.or(Classes::GIVEN).or(Classes::PEOPLE).or(Classes::EVENT));
    let opening = first.classes.any(Classes::ORGANIZATION_FIRST) && run.len() > 1;
    let body = masthead
        || team
        || opening
        || last.classes.any(Classes::ORGANIZATION.or(Classes::COMPANY).or(Classes::EMBASSY));
    if (body && weighty) || head(Classes::ORGANIZATION_OF.or(Classes::ORGANIZATION)) {
        return Some(EntityKind::Organization);
    }
    let place = last.classes.any(Classes::PLACE) || first.classes.any(Classes::PLACE_BEFORE);
    (place && weighty && first.known.is_none_or(|known| known.kind == EntityKind::Place))
        .then_some(EntityKind::Place)
        .filter(|_| !first.classes.any(Classes::GIVEN) || STREETS.contains(&&*last.folded))
}

/// Heads of places that are nobody's surname: `Philip Street` is no person.
pub const STREETS: [&str; 14] = [
    "street",
    "avenue",
    "road",
    "square",
    "stadium",
    "airport",
    "bridge",
    "highway",
    "state",
    "province",
    "county",
    "district",
    "cathedral",
    "island",
];

/// Whether the title at this place of a run is an honorific.
pub fn is_honorific(run: &[Unit<'_>], title: Option<usize>) -> bool {
    title.and_then(|title| run.get(title)).is_some_and(|unit| unit.classes.any(Classes::HONORIFIC))
}

/// `Kelda Film Festival`, `Kelda War II`: an event or honour, none of the kinds.
pub fn is_event(run: &[Unit<'_>]) -> bool {
    let first = run.first().map(|unit| unit.folded.as_str()).unwrap_or_default();
    if run.len() > 1 && matches!(first, "hurricane" | "typhoon" | "cyclone" | "operation") {
        return true;
    }
    let last = run.iter().rposition(|unit| !unit.classes.any(Classes::SUFFIX));
    let named = last.filter(|&last| last > 0).and_then(|last| run.get(last));
    let given = run.first().is_some_and(|unit| unit.classes.any(Classes::GIVEN));
    let body = run.iter().zip(run.iter().skip(1)).any(|(unit, next)| {
        unit.classes.any(Classes::ORGANIZATION.or(Classes::ORGANIZATION_OF)) && next.folded == "of"
    });
    !given && !body && named.is_some_and(|unit| unit.known.is_none() && unit.classes.any(Classes::EVENT))
}
