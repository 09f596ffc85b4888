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

/// Something of a file that is filed: a chain under keys of names, a record under keys of records, an
/// article under those of its wording, of its passages and of its signature.
pub(super) struct Filing<'a> {
    /// Index of the article in the file.
    pub article: u32,
    /// Index of the chain or record in its article; 0 for the article itself.
    pub index: u32,
    pub keys: &'a [Key],
    pub stamp: u64,
}

/// Everything that a file files, in the order of the file.
///
/// A record's stamp is its place in its text: what is concluded of records looks at the whole article
/// (its dates are counted from one another), so another text is another contribution.
pub(super) fn filings(facts: &DocFacts) -> impl Iterator<Item = Filing<'_>> {
    (0u32..).zip(&facts.articles).flat_map(move |(article, of_article)| {
        let chains = (0u32..).zip(&of_article.chains).map(move |(index, chain)| Filing {
            article,
            index,
            keys: &chain.keys,
            stamp: Contribution { chain }.stamp(),
        });
        let records = (0u32..).zip(&of_article.records).map(move |(index, record)| Filing {
            article,
            index,
            keys: &record.keys,
            stamp: record_stamp(facts, article, index),
        });
        let wording = std::iter::once(&of_article.wording).map(move |wording| Filing {
            article,
            index: 0,
            keys: &wording.keys,
            stamp: wording.text,
        });
        let passages = std::iter::once(&of_article.wording).map(move |wording| Filing {
            article,
            index: 0,
            keys: &wording.passages,
            stamp: wording.text,
        });
        // What is concluded of two articles that tell of one thing is concluded anew each time it is asked
        // for, so that nothing is remembered by this stamp.
        let signature = std::iter::once(&of_article.signature).map(move |keys| Filing {
            article,
            index: 0,
            keys,
            stamp: of_article.wording.text,
        });
        chains.chain(records).chain(wording).chain(passages).chain(signature)
    })
}

/// Tells a record by its place in its text: equal for equal texts, whatever their paths, but for the day
/// that these name.
pub fn record_stamp(facts: &DocFacts, article: u32, index: u32) -> u64 {
    let mut hasher = Xxh3::new();
    hasher.update(&facts.text_hash.to_le_bytes());
    hasher.update(&article.to_le_bytes());
    hasher.update(&index.to_le_bytes());
    if let Some(day) = facts.named {
        hasher.update(&day.year().to_le_bytes());
        hasher.update(&day.day_of_year().to_le_bytes());
    }
    hasher.digest()
}

/// Every (key, stamp) that a file files, summed by key.
pub(super) fn stamps_of(facts: &DocFacts) -> FxHashMap<Key, u64> {
    let mut stamps = FxHashMap::default();
    for filing in filings(facts) {
        for &key in filing.keys {
            let sum: &mut u64 = stamps.entry(key).or_default();
            *sum = sum.wrapping_add(filing.stamp);
        }
    }
    stamps
}
