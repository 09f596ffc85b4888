//! Filing keys of names, and whether two names can be one actor's.
//!
//! Keys never miss: two names that [`compare`] does not call different share a key. And they are few:
//! all groups that a chain is filed in are decided together. [`compare`] is symmetric and looks at the
//! two folded forms alone. Here lies all knowledge of how one name is written in many ways; whose name
//! it is gets decided in `knowledge/`.

mod body;
mod person;

pub use body::{BodyName, is_acronym_of};
pub use person::{PersonName, family_first, last_name, skeleton};

use std::rc::Rc;

use rustc_hash::FxHashMap;

use crate::base::key::Key;
use crate::base::kind::EntityKind;
use crate::lang::lexicon::{Classes, Lexicon};

/// Whether two names can be names of one actor.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Compatibility {
    /// They cannot, or nothing says so.
    Different,
    /// Nothing speaks against it, but the shorter one fits others too: a bare surname.
    Possible,
    /// Two spellings of one name.
    Same,
}

/// A folded name, taken apart as names of its kind are.
#[derive(Clone, Debug)]
pub enum Name {
    Person(PersonName),
    Body(BodyName),
    /// The canonical name.
    Other(String),
}

impl Name {
    pub fn of(kind: EntityKind, folded: &str) -> Self {
        match kind {
            EntityKind::Person => Name::Person(PersonName::of(folded)),
            EntityKind::Organization => Name::Body(BodyName::of(folded)),
            EntityKind::Place => Name::Other(body::place_name(folded)),
            EntityKind::Agreement => Name::Other(body::agreement_name(folded)),
            EntityKind::Event => Name::Other(folded.to_owned()),
        }
    }

    /// Compares two names of one kind. Symmetric.
    pub fn compare(&self, other: &Self) -> Compatibility {
        match (self, other) {
            (Name::Person(one), Name::Person(other)) => one.compare(other),
            (Name::Body(one), Name::Body(other)) => one.compare(other),
            (Name::Other(one), Name::Other(other)) if one == other => Compatibility::Same,
            _ => Compatibility::Different,
        }
    }

    /// Whether the name means something else in each article.
    pub fn is_generic(&self) -> bool {
        matches!(self, Name::Body(body) if body.is_generic())
    }

    /// What the name is filed under.
    pub fn filing_name(&self) -> String {
        match self {
            Name::Person(person) => person.filing_name().to_owned(),
            Name::Body(body) => body.filing_name(),
            Name::Other(name) => name.clone(),
        }
    }

    /// What full names that are the same have in common, one of these at least: of a common surname's
    /// bearers, few are left to compare.
    pub fn kinship(&self) -> Vec<String> {
        match self {
            Name::Person(person) => person.kinship(),
            Name::Body(_) | Name::Other(_) => vec![self.filing_name()],
        }
    }

    /// Whether the name could be short for a fuller one that is filed with it.
    pub fn may_be_short(&self) -> bool {
        match self {
            Name::Person(person) => person.is_bare(),
            Name::Body(_) => true,
            Name::Other(_) => false,
        }
    }

    /// Whether a chain is filed under this form only where it has no other: a bare name that an
    /// article ties to a fuller one says nothing to other articles (`Ann` for `Ann Weber`).
    fn is_weak(&self) -> bool {
        match self {
            Name::Person(person) => person.is_bare(),
            Name::Body(body) => body.is_generic(),
            Name::Other(_) => false,
        }
    }
}

/// A name taken apart, with all that follows from it by itself.
#[derive(Debug)]
pub struct Parsed {
    pub name: Name,
    /// What the name is looked up by among those of its kind in its article: sorted, distinct.
    pub look_ups: Box<[Box<str>]>,
    key: Key,
}

impl Parsed {
    pub fn of(kind: EntityKind, folded: &str) -> Self {
        let name = Name::of(kind, folded);
        let mut look_ups: Vec<Box<str>> = match &name {
            Name::Person(person) => person.look_ups().map(Into::into).collect(),
            Name::Body(body) => body.look_ups().map(Into::into).collect(),
            Name::Other(name) => vec![name.as_str().into()],
        };
        look_ups.sort_unstable();
        look_ups.dedup();
        let key = Key::of(kind, &name.filing_name());
        Self { name, look_ups: look_ups.into(), key }
    }
}

/// How many names are kept taken apart, some 4 MB; when there are more, all are forgotten.
const KEPT: usize = 1 << 13;

/// Names that were taken apart before. What is remembered never changes an answer, only its price.
#[derive(Debug, Default)]
pub struct ParsedNames {
    names: FxHashMap<EntityKind, FxHashMap<Box<str>, Rc<Parsed>>>,
    count: usize,
}

impl ParsedNames {
    pub fn get(&mut self, kind: EntityKind, folded: &str) -> Rc<Parsed> {
        if let Some(parsed) = self.names.get(&kind).and_then(|names| names.get(folded)) {
            return parsed.clone();
        }
        if self.count == KEPT {
            *self = Self::default();
        }
        let parsed = Rc::new(Parsed::of(kind, folded));
        self.names.entry(kind).or_default().insert(folded.into(), parsed.clone());
        self.count += 1;
        parsed
    }
}

/// Compares two folded names of one kind. Symmetric.
pub fn compare(kind: EntityKind, one: &str, other: &str) -> Compatibility {
    Name::of(kind, one).compare(&Name::of(kind, other))
}

/// What a chain with these folded forms is filed under: sorted, distinct, not empty; the order of the
/// forms does not matter.
pub fn keys<'a>(kind: EntityKind, folded_forms: impl IntoIterator<Item = &'a str>) -> Vec<Key> {
    let names: Vec<Parsed> = folded_forms.into_iter().map(|form| Parsed::of(kind, form)).collect();
    keys_of(kind, names.iter())
}

/// [`keys`] of names that were taken apart before.
pub fn keys_of<'a>(kind: EntityKind, names: impl Iterator<Item = &'a Parsed> + Clone) -> Vec<Key> {
    let weak = names.clone().all(|parsed| parsed.name.is_weak());
    let counted = names.filter(|parsed| weak || !parsed.name.is_weak());
    let mut keys: Vec<Key> = counted.map(|parsed| parsed.key).collect();
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
