//! Filing keys: hashes of folded forms, the same in every run and on every machine.

use std::fmt;

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64_with_seed;

use crate::base::kind::EntityKind;

/// A 64-bit hash of a folded form, tagged by the kind of thing that it names.
///
/// Names are filed under keys, so that no global table of names is needed and indexing takes no
/// lock. A collision only puts two names into one group; groups compare the strings themselves, so
/// it can never make one entity of two.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Key(pub u64);

impl Key {
    /// The key of a folded form (see `text::fold`) of a name of this kind.
    pub fn of(kind: EntityKind, folded: &str) -> Self {
        Self(xxh3_64_with_seed(folded.as_bytes(), 1 + kind as u64))
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Key({:016x})", self.0)
    }
}
