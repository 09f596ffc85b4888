//! What one chain of names files under its keys.

use rustc_hash::FxHashMap;
use xxhash_rust::xxh3::Xxh3;

use crate::base::key::Key;
use crate::lang::facts::DocFacts;
use crate::lang::names::Chain;

/// A chain of one article, as the groups of its keys see it. Made from facts alone: filing never
/// depends on identity, so an edit never re-files the names of another file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Contribution<'a> {
    pub chain: &'a Chain,
}

impl Contribution<'_> {
    /// A hash of everything that a verdict may look at: kind, standing, forms and their counts, keys.
    ///
    /// The wrapping sum of these over a key's contributions is the key's *stamp*: a hash of the
    /// multiset, equal exactly where (but for a 2⁻⁶⁴ accident) the contributions are equal, in
    /// whatever order and on whatever path they came.
    pub fn stamp(&self) -> u64 {
        let mut hasher = Xxh3::new();
        hasher.update(&[self.chain.kind as u8, u8::from(self.chain.tentative)]);
        for form in &self.chain.forms {
            for part in [&form.text, &form.folded] {
                hasher.update(part.as_bytes());
                hasher.update(&[0xff]);
            }
            hasher.update(&form.count.to_le_bytes());
        }
        for key in &self.chain.keys {
            hasher.update(&key.0.to_le_bytes());
        }
        hasher.digest()
    }
}

/// Every (key, stamp) that a file's chains file, summed by key.
pub(super) fn stamps_of(facts: &DocFacts) -> FxHashMap<Key, u64> {
    let mut stamps = FxHashMap::default();
    for chain in facts.articles.iter().flat_map(|article| &article.chains) {
        let stamp = Contribution { chain }.stamp();
        for &key in &chain.keys {
            let sum: &mut u64 = stamps.entry(key).or_default();
            *sum = sum.wrapping_add(stamp);
        }
    }
    stamps
}
