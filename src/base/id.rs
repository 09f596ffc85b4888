//! Numbers that name documents, articles and states of the world inside one process.

use serde::{Deserialize, Serialize};

/// A document, numbered densely in order of arrival.
///
/// The number must never reach an id, a sort key or any output: arrival order is an accident.
/// The canonical order of documents is the order of their paths.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct DocId(pub u32);

/// One article of a document: files of an export hold several, most hold one, numbered from 0.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct ArticleId {
    pub doc: DocId,
    pub article: u32,
}

/// A state of the world. Every applied event gives a larger one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Debug)]
pub struct Revision(pub u64);

impl Revision {
    /// The revision behind this one.
    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }
}
