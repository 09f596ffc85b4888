//! A batch of files whose facts do not change any more: flat arrays, built once.
//!
//! A segment knows no document numbers (they are an accident of arrival): its documents are numbered
//! from 0 inside it. The same segment is the batch of a cold load, the unit of compaction and the
//! content of a cache file.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use camino::Utf8PathBuf;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use crate::base::key::Key;
use crate::corpus::contribution::{Filing, filings};
use crate::lang::facts::DocFacts;

/// One file of a segment.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct SegmentDocument {
    pub path: Utf8PathBuf,
    pub facts: Arc<DocFacts>,
}

/// Where something filed lies: document (numbered inside the segment), article, and its index there, of
/// a record under a key of records, of a chain under a key of names.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Posting {
    pub document: u32,
    pub article: u32,
    pub index: u32,
}

/// Documents and, for each key, the chains or records filed under it.
#[derive(Debug)]
pub struct Segment {
    /// Tells it from every other segment of this process.
    serial: u64,
    documents: Box<[SegmentDocument]>,
    /// Sorted, distinct.
    keys: Box<[Key]>,
    /// Parallel to `keys`: where the key's postings begin; one more at the end.
    starts: Box<[u32]>,
    /// Sorted within each key.
    postings: Box<[Posting]>,
    /// Parallel to `keys`: the sum of the stamps of the key's contributions.
    stamps: Box<[u64]>,
}

impl Segment {
    /// Files the documents' chains and records under their keys.
    pub fn new(documents: Vec<SegmentDocument>) -> Self {
        let mut filed: Vec<(Key, Posting)> = Vec::new();
        let mut sums: FxHashMap<Key, u64> = FxHashMap::default();
        for (document, SegmentDocument { facts, .. }) in (0u32..).zip(&documents) {
            for Filing { article, index, keys, stamp } in filings(facts) {
                for &key in keys {
                    filed.push((key, Posting { document, article, index }));
                    let sum = sums.entry(key).or_default();
                    *sum = sum.wrapping_add(stamp);
                }
            }
        }
        filed.sort_unstable();
        let mut keys = Vec::with_capacity(sums.len());
        let mut starts = Vec::with_capacity(sums.len() + 1);
        for (at, (key, _)) in (0u32..).zip(&filed) {
            if keys.last() != Some(key) {
                keys.push(*key);
                starts.push(at);
            }
        }
        starts.push(u32::try_from(filed.len()).unwrap_or(u32::MAX));
        static SERIAL: AtomicU64 = AtomicU64::new(0);
        Self {
            serial: SERIAL.fetch_add(1, Ordering::Relaxed),
            documents: documents.into(),
            stamps: keys.iter().map(|key| sums.get(key).copied().unwrap_or_default()).collect(),
            keys: keys.into(),
            starts: starts.into(),
            postings: filed.into_iter().map(|(_, posting)| posting).collect(),
        }
    }

    /// Tells this segment from every other of this process: for what is remembered of segments.
    pub fn serial(&self) -> u64 {
        self.serial
    }

    /// The documents, in the order in which they were given.
    pub fn documents(&self) -> &[SegmentDocument] {
        &self.documents
    }

    /// Every key that is filed, sorted.
    pub fn keys(&self) -> &[Key] {
        &self.keys
    }

    /// The sum of the stamps filed under a key; 0 where nothing is.
    pub fn stamp(&self, key: Key) -> u64 {
        self.keys.binary_search(&key).ok().and_then(|at| self.stamps.get(at)).copied().unwrap_or_default()
    }

    /// The chains, or records, filed under a key.
    pub(super) fn postings(&self, key: Key) -> &[Posting] {
        let Ok(at) = self.keys.binary_search(&key) else { return &[] };
        let range = self.starts.get(at).zip(self.starts.get(at + 1));
        range.and_then(|(&start, &end)| self.postings.get(start as usize..end as usize)).unwrap_or_default()
    }
}
