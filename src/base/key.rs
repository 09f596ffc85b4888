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
/// The bit that tells keys of wordings and of tellings from those of records; all have [`RECORD`].
const WORDING: u64 = 1 << 62;
/// The bit that tells keys of tellings from those of wordings; both have [`WORDING`].
const TELLING: u64 = 1 << 61;

impl Key {
    /// The key of a folded form (see `text::fold`) of a name of this kind.
    pub fn of(kind: EntityKind, folded: &str) -> Self {
        Self(xxh3_64_with_seed(folded.as_bytes(), 1 + kind as u64) & !RECORD)
    }

    /// The key of what several parts of a record say together.
    pub fn of_record(parts: &[u64]) -> Self {
        Self((digest(parts) | RECORD) & !WORDING)
    }

    /// The key of a part of what texts are compared by (see `lang/wording`).
    pub fn of_wording(parts: &[u64]) -> Self {
        Self((digest(parts) | RECORD | WORDING) & !TELLING)
    }

    /// The key of a stem that says what an article is about (see `lang/claims/tellings`).
    pub fn of_telling(stem: u32) -> Self {
        Self(digest(&[u64::from(stem)]) | RECORD | WORDING | TELLING)
    }

    /// Whether names are filed under it, and nothing else.
    pub fn is_name(self) -> bool {
        self.0 & RECORD == 0
    }

    /// Whether records are filed under it, and nothing else.
    pub fn is_record(self) -> bool {
        self.0 & (RECORD | WORDING) == RECORD
    }
}

fn digest(parts: &[u64]) -> u64 {
    let mut hasher = Xxh3::with_seed(0);
    for part in parts {
        hasher.update(&part.to_le_bytes());
    }
    hasher.digest()
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Key({:016x})", self.0)
    }
}
