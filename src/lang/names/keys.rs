//! Filing keys of names, and whether two names can be one actor's.
//!
//! Keys are coarse and never miss: two names that [`compare`] does not call different share a key.
//! [`compare`] is symmetric and looks at the two folded forms alone. Here lies all knowledge of how
//! one name is written in many ways; whose name it is gets decided in `knowledge/`.

mod body;
mod person;

pub use body::{is_acronym_of, is_generic_body, same_agreement, same_body, same_place};
pub use person::{family_first, last_name, same_person, skeleton};

use crate::base::key::Key;
use crate::base::kind::EntityKind;
use crate::lang::lexicon::{Classes, Lexicon};

/// Whether two names can be names of one actor.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Compatibility {
    /// They cannot, or nothing says so.
    Different,
    /// Nothing speaks against it, but the shorter one fits others too: a bare surname, `Foreign Ministry`.
    Possible,
    /// Two spellings of one name.
    Same,
}

/// Compares two folded names of one kind. Symmetric.
pub fn compare(kind: EntityKind, one: &str, other: &str) -> Compatibility {
    match kind {
        EntityKind::Person => same_person(one, other),
        EntityKind::Organization => same_body(one, other),
        EntityKind::Place => same_place(one, other),
        EntityKind::Agreement => same_agreement(one, other),
        EntityKind::Event if one == other => Compatibility::Same,
        EntityKind::Event => Compatibility::Different,
    }
}

/// What a chain with these folded forms is filed under: sorted, distinct, not empty; the order of the
/// forms does not matter.
pub fn keys<'a>(kind: EntityKind, folded_forms: impl IntoIterator<Item = &'a str>) -> Vec<Key> {
    let mut names = Vec::new();
    for form in folded_forms {
        match kind {
            EntityKind::Person => person::filing_names(form, &mut names),
            EntityKind::Organization => body::filing_names(form, &mut names),
            EntityKind::Place => names.push(body::canonical(kind, form)),
            EntityKind::Agreement => names.push(body::agreement_name(form)),
            EntityKind::Event => names.push(form.to_owned()),
        }
    }
    let mut keys: Vec<Key> = names.iter().map(|name| Key::of(kind, name)).collect();
    if keys.is_empty() {
        keys.push(Key::of(kind, ""));
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

fn classes(word: &str) -> Classes {
    Lexicon::built_in().classes(word)
}

#[cfg(test)]
mod tests;
