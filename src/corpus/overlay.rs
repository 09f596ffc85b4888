//! Files that changed since the segments were built: persistent maps, cheap to clone.

use std::sync::Arc;

use rpds::{HashTrieMapSync, HashTrieSetSync};
use rustc_hash::FxBuildHasher;

use crate::base::id::DocId;
use crate::base::key::Key;
use crate::corpus::contribution::stamps_of;
use crate::lang::facts::DocFacts;

type Map<K, V> = HashTrieMapSync<K, V, FxBuildHasher>;
type Set<K> = HashTrieSetSync<K, FxBuildHasher>;

/// Documents that are served from here and not from a segment, and what they file.
#[derive(Clone)]
pub struct Overlay {
    documents: Set<DocId>,
    postings: Map<Key, Set<DocId>>,
    /// What has to be added (wrapping) to the segments' stamp of a key to make it right.
    stamp_changes: Map<Key, u64>,
}

impl Default for Overlay {
    fn default() -> Self {
        Self {
            documents: Set::new_with_hasher_with_ptr_kind(FxBuildHasher),
            postings: Map::new_with_hasher_and_ptr_kind(FxBuildHasher),
            stamp_changes: Map::new_with_hasher_and_ptr_kind(FxBuildHasher),
        }
    }
}

impl std::fmt::Debug for Overlay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Overlay").field("documents", &self.len()).finish_non_exhaustive()
    }
}

impl Overlay {
    /// Number of documents served from here.
    pub fn len(&self) -> usize {
        self.documents.size()
    }

    pub fn is_empty(&self) -> bool {
        self.documents.is_empty()
    }

    /// Whether the document is served from here.
    pub fn holds(&self, doc: DocId) -> bool {
        self.documents.contains(&doc)
    }

    /// The documents that are served from here and file something under the key.
    pub fn filing(&self, key: Key) -> impl Iterator<Item = DocId> {
        self.postings.get(&key).into_iter().flat_map(|documents| documents.iter().copied())
    }

    /// Every key that something is filed under here, in no order.
    pub fn keys(&self) -> impl Iterator<Item = Key> {
        self.postings.keys().copied()
    }

    /// Every document that is served from here, in no order.
    pub fn documents(&self) -> impl Iterator<Item = DocId> {
        self.documents.iter().copied()
    }

    /// What has to be added to the segments' stamp of a key.
    pub fn stamp_change(&self, key: Key) -> u64 {
        self.stamp_changes.get(&key).copied().unwrap_or_default()
    }

    /// Takes a document over: from `old` (what the corpus served until now) to `new`.
    ///
    /// Costs what the two file under different keys, plus one look at each key of both.
    pub fn replace(&mut self, doc: DocId, old: Option<&Arc<DocFacts>>, new: Option<&Arc<DocFacts>>) {
        let held = self.holds(doc);
        let before = old.map(|facts| stamps_of(facts)).unwrap_or_default();
        let after = new.map(|facts| stamps_of(facts)).unwrap_or_default();
        #[cfg(feature = "testing")]
        let faults = crate::testing::faults::current();
        for (&key, &stamp) in &before {
            let now = after.get(&key).copied();
            if held && now.is_none() {
                #[cfg(feature = "testing")]
                if faults.skip_removal {
                    continue;
                }
                self.unfile(key, doc);
            }
            self.change_stamp(key, now.unwrap_or_default().wrapping_sub(stamp));
        }
        for (&key, &stamp) in &after {
            if !before.contains_key(&key) {
                self.change_stamp(key, stamp);
            }
            if !held || !before.contains_key(&key) {
                self.file(key, doc);
            }
        }
        self.documents.insert_mut(doc);
    }

    /// Takes the stamps of a dead copy in a segment out of the keys' stamps.
    pub fn discount(&mut self, dead: &DocFacts) {
        for (key, stamp) in stamps_of(dead) {
            self.change_stamp(key, 0u64.wrapping_sub(stamp));
        }
    }

    fn file(&mut self, key: Key, doc: DocId) {
        let mut documents = self
            .postings
            .get(&key)
            .cloned()
            .unwrap_or_else(|| Set::new_with_hasher_with_ptr_kind(FxBuildHasher));
        documents.insert_mut(doc);
        self.postings.insert_mut(key, documents);
    }

    fn unfile(&mut self, key: Key, doc: DocId) {
        let Some(mut documents) = self.postings.get(&key).cloned() else { return };
        documents.remove_mut(&doc);
        if documents.is_empty() {
            self.postings.remove_mut(&key);
        } else {
            self.postings.insert_mut(key, documents);
        }
    }

    fn change_stamp(&mut self, key: Key, by: u64) {
        #[cfg(feature = "testing")]
        if crate::testing::faults::current().keep_stale_stamp {
            return;
        }
        if by == 0 {
            return;
        }
        let change = self.stamp_change(key).wrapping_add(by);
        if change == 0 {
            self.stamp_changes.remove_mut(&key);
        } else {
            self.stamp_changes.insert_mut(key, change);
        }
    }
}
