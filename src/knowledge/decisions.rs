//! The analyst's word on who is who: plain data, stronger than anything that is concluded.
//!
//! A verdict is a function of what is filed under its keys and of the decisions that touch them
//! ([`Decisions::stamp`]). Names are folded (`text::fold`), so that a decision speaks of a name however
//! it is written. Where decisions contradict each other, *same* outweighs *not same*.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use crate::base::key::Key;
use crate::base::kind::EntityKind;
use crate::lang::names::keys;

/// One thing that the analyst has decided. Names are folded.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Decision {
    /// Two names of a kind are names of one thing.
    Same { kind: EntityKind, one: Box<str>, other: Box<str> },
    /// Two names of a kind are not names of one thing. What one article itself ties together stays so.
    NotSame { kind: EntityKind, one: Box<str>, other: Box<str> },
    /// What is named so is of this kind, whatever its articles seem to say.
    IsA { name: Box<str>, kind: EntityKind },
    /// What is written so names nothing.
    NotAName { name: Box<str> },
}

/// All that the analyst has decided. Equal sets are equal values, in whatever order they were taken.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Decisions {
    /// Sorted, distinct.
    list: Box<[Decision]>,
    /// The places in the list of the decisions that touch what is filed under a key.
    touching: BTreeMap<Key, Vec<usize>>,
    /// For each name that is the same as others: the least of them.
    classes: BTreeMap<(EntityKind, Box<str>), Box<str>>,
    /// Pairs of classes that are not the same, each in both orders.
    apart: BTreeSet<(EntityKind, Box<str>, Box<str>)>,
    kinds: BTreeMap<Box<str>, EntityKind>,
    no_names: BTreeSet<Box<str>>,
}

impl Decisions {
    pub fn new(decisions: impl IntoIterator<Item = Decision>) -> Self {
        let sorted: BTreeSet<Decision> = decisions.into_iter().collect();
        let mut all = Self { list: sorted.into_iter().collect(), ..Self::default() };
        for (at, decision) in all.list.iter().enumerate() {
            for key in touched(decision) {
                all.touching.entry(key).or_default().push(at);
            }
            match decision {
                Decision::Same { kind, one, other } => join(&mut all.classes, *kind, one, other),
                Decision::NotSame { .. } => {}
                Decision::IsA { name, kind } => {
                    all.kinds.insert(name.clone(), *kind);
                }
                Decision::NotAName { name } => {
                    all.no_names.insert(name.clone());
                }
            }
        }
        for decision in &all.list {
            if let Decision::NotSame { kind, one, other } = decision {
                let class = |name: &str| -> Box<str> { all.class(*kind, name).unwrap_or(name).into() };
                let (one, other) = (class(one), class(other));
                all.apart.insert((*kind, one.clone(), other.clone()));
                all.apart.insert((*kind, other, one));
            }
        }
        all
    }

    /// The decisions, sorted.
    pub fn list(&self) -> &[Decision] {
        &self.list
    }

    /// A hash of the decisions that touch what is filed under these keys: equal stamps, equal verdicts
    /// on equal groups.
    pub fn stamp(&self, keys: &[Key]) -> u64 {
        let touching = keys.iter().filter_map(|key| self.touching.get(key)).flatten();
        let touching: BTreeSet<usize> = touching.copied().collect();
        let mut hasher = FxHasher::default();
        touching
            .into_iter()
            .filter_map(|at| self.list.get(at))
            .for_each(|decision| decision.hash(&mut hasher));
        hasher.finish()
    }

    /// The keys that are decided together with this one.
    pub fn tied(&self, key: Key) -> Vec<Key> {
        let touching = self.touching.get(&key).into_iter().flatten();
        let ties = touching
            .filter_map(|&at| self.list.get(at))
            .filter(|decision| matches!(decision, Decision::Same { .. } | Decision::IsA { .. }));
        ties.flat_map(touched).collect()
    }

    /// What the name is, by the analyst's word.
    pub fn kind(&self, name: &str) -> Option<EntityKind> {
        self.kinds.get(name).copied()
    }

    /// Whether the name names nothing.
    pub fn is_no_name(&self, name: &str) -> bool {
        self.no_names.contains(name)
    }

    /// What those names have in common that are the same as this one by the analyst's word.
    pub fn class(&self, kind: EntityKind, name: &str) -> Option<&str> {
        if self.classes.is_empty() {
            return None;
        }
        self.classes.get(&(kind, name.into())).map(|class| &**class)
    }

    /// Whether two names are not the same, by the analyst's word.
    pub fn are_apart(&self, kind: EntityKind, one: &str, other: &str) -> bool {
        if self.apart.is_empty() {
            return false;
        }
        let class = |name| self.class(kind, name).unwrap_or(name);
        class(one) != class(other) && self.apart.contains(&(kind, class(one).into(), class(other).into()))
    }
}

/// The keys under which anything may be filed that the decision speaks of.
fn touched(decision: &Decision) -> Vec<Key> {
    let of_any_kind =
        |name: &str| EntityKind::ALL.iter().flat_map(|&kind| keys::keys(kind, [name])).collect::<Vec<Key>>();
    match decision {
        Decision::Same { kind, one, other } | Decision::NotSame { kind, one, other } => {
            [one, other].into_iter().flat_map(|name| keys::keys(*kind, [&**name])).collect()
        }
        Decision::IsA { name, .. } | Decision::NotAName { name } => of_any_kind(name),
    }
}

/// Makes one class of the classes of two names: each name's is the least of its names.
fn join(classes: &mut BTreeMap<(EntityKind, Box<str>), Box<str>>, kind: EntityKind, one: &str, other: &str) {
    let class = |name: &str| classes.get(&(kind, name.into())).cloned().unwrap_or_else(|| name.into());
    let old = [class(one), class(other)];
    let least = old.iter().min().cloned().unwrap_or_default();
    for (_, class) in classes.iter_mut().filter(|((own, _), class)| *own == kind && old.contains(*class)) {
        class.clone_from(&least);
    }
    for name in [one, other] {
        classes.insert((kind, name.into()), least.clone());
    }
}
