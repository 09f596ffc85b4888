//! Filing keys: hashes of folded forms, the same in every run and on every machine.

use std::fmt;

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::{Xxh3, xxh3_64_with_seed};

use crate::base::kind::EntityKind;

/// A 64-bit hash of a folded form, tagged by the kind of thing that it names.
///
/// Names are filed under keys, so that no global table of names is needed and indexing takes no
/// lock. A collision only puts two names into one group; groups compare the strings themselves, so
/// it can never make one entity of two.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Key(pub u64);

/// The bit that tells keys of records from keys of names.
const RECORD: u64 = 1 << 63;

impl Key {
    /// The key of a folded form (see `text::fold`) of a name of this kind.
    pub fn of(kind: EntityKind, folded: &str) -> Self {
        Self(xxh3_64_with_seed(folded.as_bytes(), 1 + kind as u64) & !RECORD)
    }

    /// The key of what several parts of a record say together.
    pub fn of_record(parts: &[u64]) -> Self {
        let mut hasher = Xxh3::with_seed(0);
        for part in parts {
            hasher.update(&part.to_le_bytes());
        }
        Self(hasher.digest() | RECORD)
    }

    /// Whether records are filed under it, and no names.
    pub fn is_record(self) -> bool {
        self.0 & RECORD != 0
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Key({:016x})", self.0)
    }
}
