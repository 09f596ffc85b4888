//! Segments and overlay as one view.

use std::sync::Arc;

use rpds::VectorSync;
use rustc_hash::FxHashSet;
use xxhash_rust::xxh3::Xxh3;

use crate::base::id::{ArticleId, DocId};
use crate::base::key::Key;
use crate::corpus::overlay::Overlay;
use crate::corpus::segment::{Posting, Segment, SegmentDocument};
use crate::lang::claims::Record;
use crate::lang::dates::{OrderCounts, numeric_orders};
use crate::lang::facts::{ArticleFacts, DocFacts};
use crate::lang::names::Chain;
use crate::lang::wording::Wording;

/// A segment and the numbers that its documents have in this process.
#[derive(Clone, Debug)]
struct Placed {
    segment: Arc<Segment>,
    /// Parallel to the segment's documents.
    ids: Arc<[DocId]>,
}

/// The facts of all files at one moment. Clones are cheap and independent.
///
/// Invariant: a document is served exactly once: from the overlay if the overlay holds it, else from
/// the one segment whose facts are the very object that `live` names. What other segments still hold
/// of it is dead and skipped.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    live: VectorSync<Option<Arc<DocFacts>>>,
    segments: Vec<Placed>,
    overlay: Overlay,
    /// What the numeric dates of the live documents show: a sum, whatever the order of arrival.
    orders: OrderCounts,
}

/// A chain that is filed under a key, and where it lies.
#[derive(Clone, Copy, Debug)]
pub struct Filed<'a> {
    pub article: ArticleId,
    pub facts: &'a ArticleFacts,
    /// Index of `chain` in the facts.
    pub index: u32,
    pub chain: &'a Chain,
}

/// A record that is filed under a key, and where it lies.
#[derive(Clone, Copy, Debug)]
pub struct FiledRecord<'a> {
    pub article: ArticleId,
    pub file: &'a Arc<DocFacts>,
    /// Index of the record in its article's.
    pub index: u32,
}

impl<'a> FiledRecord<'a> {
    /// The facts of the article.
    pub fn facts(&self) -> Option<&'a ArticleFacts> {
        self.file.articles.get(self.article.article as usize)
    }

    pub fn record(&self) -> Option<&'a Record> {
        self.facts()?.records.get(self.index as usize)
    }
}

/// Segments that a compaction merges, and the overlay that it was made of.
#[derive(Debug)]
pub struct Compaction {
    documents: Vec<(DocId, SegmentDocument)>,
    merged: Vec<Arc<Segment>>,
}

/// Above so many documents the overlay is merged into a segment.
pub const MAX_OVERLAY: usize = 4096;
/// Above so many segments the smaller half is merged.
pub const MAX_SEGMENTS: usize = 8;

impl Corpus {
    /// The current facts of a document; `None` where it is gone or was never there.
    pub fn facts(&self, doc: DocId) -> Option<&Arc<DocFacts>> {
        self.live.get(doc.0 as usize)?.as_ref()
    }

    /// Makes room for a document that has no facts yet.
    pub fn reserve(&mut self, doc: DocId) {
        while self.live.len() <= doc.0 as usize {
            self.live.push_back_mut(None);
        }
    }

    /// Puts other facts (or none) in place of a document's facts.
    pub fn replace(&mut self, doc: DocId, facts: Option<Arc<DocFacts>>) {
        self.reserve(doc);
        let old = self.facts(doc).cloned();
        if old.is_none() && facts.is_none() {
            return;
        }
        if let (Some(old), Some(new)) = (&old, &facts)
            && (Arc::ptr_eq(old, new) || old == new)
        {
            return;
        }
        self.overlay.replace(doc, old.as_ref(), facts.as_ref());
        #[cfg(feature = "testing")]
        if crate::testing::faults::current().drop_owner_flip && old.is_some() {
            return;
        }
        self.count_orders(old.as_deref(), facts.as_deref());
        self.live.set_mut(doc.0 as usize, facts);
    }

    fn count_orders(&mut self, old: Option<&DocFacts>, new: Option<&DocFacts>) {
        let (old, new) = (orders_of(old), orders_of(new));
        let change = |sum: u64, old: u64, new: u64| sum.wrapping_sub(old).wrapping_add(new);
        self.orders = OrderCounts {
            day_first: change(self.orders.day_first, old.day_first, new.day_first),
            month_first: change(self.orders.month_first, old.month_first, new.month_first),
        };
    }

    /// How many numeric dates of all files show the order of day and month.
    pub fn orders(&self) -> OrderCounts {
        self.orders
    }

    /// Adds a segment whose documents are all new to this corpus: `ids` in the order of its documents.
    ///
    /// Documents that the corpus already has must go through [`Corpus::replace`].
    pub fn add(&mut self, segment: Arc<Segment>, ids: Vec<DocId>) {
        for (doc, document) in ids.iter().zip(segment.documents()) {
            self.reserve(*doc);
            self.count_orders(None, Some(&document.facts));
            self.live.set_mut(doc.0 as usize, Some(document.facts.clone()));
        }
        self.segments.push(Placed { segment, ids: ids.into() });
    }

    /// Every chain filed under a key, in no canonical order.
    pub fn group(&self, key: Key) -> impl Iterator<Item = Filed<'_>> {
        let settled = self.settled(key).filter_map(|(doc, facts, posting)| {
            filed(facts, ArticleId { doc, article: posting.article }, posting.index)
        });
        let changed = self.overlay.filing(key).flat_map(move |doc| {
            let facts = self.facts(doc);
            facts.into_iter().flat_map(move |facts| filed_under(facts, doc, key))
        });
        settled.chain(changed)
    }

    /// Every record that the segments file under a key of records, of documents that have changed since
    /// too ([`Corpus::has`] says of which not), in no canonical order. The same for equal
    /// [`Corpus::settled_as`].
    pub fn settled_records(&self, key: Key) -> impl Iterator<Item = FiledRecord<'_>> {
        self.segments.iter().flat_map(move |placed| {
            placed.segment.postings(key).iter().filter_map(move |posting| {
                let doc = *placed.ids.get(posting.document as usize)?;
                let file = &placed.segment.documents().get(posting.document as usize)?.facts;
                let article = ArticleId { doc, article: posting.article };
                Some(FiledRecord { article, file, index: posting.index })
            })
        })
    }

    /// Every record that is filed under a key of records in documents that changed since the segments were
    /// built.
    pub fn changed_records(&self, key: Key) -> impl Iterator<Item = FiledRecord<'_>> {
        self.overlay.filing(key).flat_map(move |doc| {
            self.facts(doc).into_iter().flat_map(move |file| records_under(file, doc, key))
        })
    }

    /// Whether a record of a segment is still what its document says.
    pub fn has(&self, filed: FiledRecord<'_>) -> bool {
        self.serves(filed.article.doc, filed.file)
    }

    /// Every article of the segments, of documents that have changed since too ([`Corpus::has_changed`]), in
    /// no canonical order. The same for equal [`Corpus::settled_as`].
    pub fn settled_articles(&self) -> impl Iterator<Item = (ArticleId, &Arc<DocFacts>)> {
        self.segments.iter().flat_map(|placed| {
            let files = placed.ids.iter().zip(placed.segment.documents());
            files.flat_map(|(&doc, document)| articles_of(doc, &document.facts))
        })
    }

    /// Every article of the documents that changed since the segments were built, in no canonical order.
    pub fn changed_articles(&self) -> impl Iterator<Item = (ArticleId, &Arc<DocFacts>)> {
        let changed = self.overlay.documents().filter_map(|doc| Some((doc, self.facts(doc)?)));
        changed.flat_map(|(doc, file)| articles_of(doc, file))
    }

    /// Whether a document changed since the segments were built.
    pub fn has_changed(&self, doc: DocId) -> bool {
        self.overlay.holds(doc)
    }

    /// Names the segments and the numbers of their documents, within this process.
    pub fn settled_as(&self) -> u64 {
        let mut hasher = Xxh3::new();
        for placed in &self.segments {
            hasher.update(&placed.segment.serial().to_le_bytes());
        }
        hasher.digest()
    }

    /// Every article whose wording is filed under a key of wordings or passages, in no canonical order.
    pub fn wordings(&self, key: Key) -> impl Iterator<Item = (ArticleId, &Wording)> {
        let settled = self.settled(key).filter_map(|(doc, file, posting)| {
            let facts = file.articles.get(posting.article as usize)?;
            Some((ArticleId { doc, article: posting.article }, &facts.wording))
        });
        let changed = self.overlay.filing(key).flat_map(move |doc| {
            let articles = self.facts(doc).into_iter().flat_map(|file| (0u32..).zip(&file.articles));
            let under = articles.filter(move |(_, facts)| {
                facts.wording.keys.contains(&key) || facts.wording.passages.contains(&key)
            });
            under.map(move |(article, facts)| (ArticleId { doc, article }, &facts.wording))
        });
        settled.chain(changed)
    }

    /// Every article that has a key in its signature, in no canonical order.
    pub fn telling(&self, key: Key) -> impl Iterator<Item = (ArticleId, &ArticleFacts)> {
        let settled = self.settled(key).filter_map(|(doc, file, posting)| {
            let facts = file.articles.get(posting.article as usize)?;
            Some((ArticleId { doc, article: posting.article }, facts))
        });
        let changed = self.overlay.filing(key).flat_map(move |doc| {
            let articles = self.facts(doc).into_iter().flat_map(|file| (0u32..).zip(&file.articles));
            let under = articles.filter(move |(_, facts)| facts.signature.contains(&key));
            under.map(move |(article, facts)| (ArticleId { doc, article }, facts))
        });
        settled.chain(changed)
    }

    /// The postings of a key in segments whose documents are served from there.
    fn settled(&self, key: Key) -> impl Iterator<Item = (DocId, &Arc<DocFacts>, &Posting)> {
        self.segments.iter().flat_map(move |placed| {
            placed.segment.postings(key).iter().filter_map(move |posting| {
                let doc = *placed.ids.get(posting.document as usize)?;
                let facts = &placed.segment.documents().get(posting.document as usize)?.facts;
                self.serves(doc, facts).then_some((doc, facts, posting))
            })
        })
    }

    /// A hash of the multiset of contributions under a key: equal stamps, equal groups.
    pub fn stamp(&self, key: Key) -> u64 {
        let settled = self.segments.iter().map(|placed| placed.segment.stamp(key));
        settled.fold(self.overlay.stamp_change(key), u64::wrapping_add)
    }

    /// Every key that something may be filed under, sorted, distinct. A key whose documents are all
    /// dead may be among them: its group is empty.
    pub fn keys(&self) -> Vec<Key> {
        let settled = self.segments.iter().flat_map(|placed| placed.segment.keys().iter().copied());
        let mut keys: Vec<Key> = settled.chain(self.overlay.keys()).collect();
        keys.sort_unstable();
        keys.dedup();
        keys
    }

    /// Whether segments or overlay have grown beyond what is quick to ask.
    pub fn wants_compaction(&self) -> bool {
        self.overlay.len() > MAX_OVERLAY || self.segments.len() > MAX_SEGMENTS
    }

    /// Gathers what a compaction would merge: the overlay and the smaller segments (all but the
    /// largest few), or everything. Cheap; the merging itself is [`Compaction::run`], for a background
    /// thread.
    pub fn plan_compaction(&self, path_of: impl Fn(DocId) -> camino::Utf8PathBuf) -> Compaction {
        let mut by_size: Vec<&Placed> = self.segments.iter().collect();
        by_size.sort_by_key(|placed| placed.ids.len());
        let left_alone = by_size.split_off(by_size.len() - by_size.len().min(MAX_SEGMENTS / 2));
        // A document that came back to what a segment still holds (opened, edited, closed unsaved) is
        // served by that segment again once the overlay lets it go: merged, it would be served twice.
        let mut comes_back: FxHashSet<DocId> = FxHashSet::default();
        for placed in left_alone {
            let copies = placed.ids.iter().zip(placed.segment.documents());
            let current = copies.filter(|(doc, document)| self.is_current(**doc, &document.facts));
            comes_back.extend(current.map(|(&doc, _)| doc));
        }
        let mut documents: Vec<(DocId, SegmentDocument)> = Vec::new();
        for placed in &by_size {
            for (&doc, document) in placed.ids.iter().zip(placed.segment.documents()) {
                if self.serves(doc, &document.facts) {
                    documents.push((doc, document.clone()));
                }
            }
        }
        for doc in self.overlay.documents().filter(|doc| !comes_back.contains(doc)) {
            if let Some(facts) = self.facts(doc) {
                documents.push((doc, SegmentDocument { path: path_of(doc), facts: facts.clone() }));
            }
        }
        documents.sort_by(|(_, one), (_, other)| one.path.cmp(&other.path));
        Compaction { documents, merged: by_size.into_iter().map(|placed| placed.segment.clone()).collect() }
    }

    /// Whether this segment's copy of the document is the one to answer from.
    fn serves(&self, doc: DocId, facts: &Arc<DocFacts>) -> bool {
        !self.overlay.holds(doc) && self.is_current(doc, facts)
    }

    /// Whether these are the facts that the document has now, the very object.
    fn is_current(&self, doc: DocId, facts: &Arc<DocFacts>) -> bool {
        self.facts(doc).is_some_and(|live| Arc::ptr_eq(live, facts))
    }
}

impl Compaction {
    /// The corpus with the planned parts merged into one segment and an empty overlay. `corpus` must be
    /// the one that made the plan.
    pub fn run(self, corpus: &Corpus) -> Corpus {
        let (ids, documents): (Vec<DocId>, Vec<SegmentDocument>) = self.documents.into_iter().unzip();
        let is_merged = |placed: &Placed| self.merged.iter().any(|one| Arc::ptr_eq(one, &placed.segment));
        let mut segments: Vec<Placed> =
            corpus.segments.iter().filter(|placed| !is_merged(placed)).cloned().collect();
        segments.push(Placed { segment: Arc::new(Segment::new(documents)), ids: ids.into() });
        let mut compacted = Corpus {
            live: corpus.live.clone(),
            segments,
            overlay: Overlay::default(),
            orders: corpus.orders,
        };
        // Segments that were left alone may hold dead copies, which their stamps still count.
        let mut overlay = Overlay::default();
        for placed in &compacted.segments {
            for (&doc, document) in placed.ids.iter().zip(placed.segment.documents()) {
                if !compacted.serves(doc, &document.facts) {
                    overlay.discount(&document.facts);
                }
            }
        }
        compacted.overlay = overlay;
        compacted
    }
}

fn orders_of(facts: Option<&DocFacts>) -> OrderCounts {
    let articles = facts.into_iter().flat_map(|facts| &facts.articles);
    articles.map(|article| numeric_orders(&article.dates)).fold(OrderCounts::default(), |sum, one| {
        OrderCounts {
            day_first: sum.day_first + one.day_first,
            month_first: sum.month_first + one.month_first,
        }
    })
}

fn filed(facts: &DocFacts, article: ArticleId, index: u32) -> Option<Filed<'_>> {
    let facts = facts.articles.get(article.article as usize)?;
    let chain = facts.chains.get(index as usize)?;
    Some(Filed { article, facts, index, chain })
}

fn filed_under(facts: &DocFacts, doc: DocId, key: Key) -> impl Iterator<Item = Filed<'_>> {
    (0u32..).zip(&facts.articles).flat_map(move |(number, article)| {
        (0u32..).zip(&article.chains).filter(move |(_, chain)| chain.keys.contains(&key)).map(
            move |(index, chain)| Filed {
                article: ArticleId { doc, article: number },
                facts: article,
                index,
                chain,
            },
        )
    })
}

fn articles_of(doc: DocId, file: &Arc<DocFacts>) -> impl Iterator<Item = (ArticleId, &Arc<DocFacts>)> {
    (0u32..).zip(&file.articles).map(move |(article, _)| (ArticleId { doc, article }, file))
}

fn records_under(file: &Arc<DocFacts>, doc: DocId, key: Key) -> impl Iterator<Item = FiledRecord<'_>> {
    (0u32..).zip(&file.articles).flat_map(move |(number, article)| {
        let records = (0u32..).zip(&article.records).filter(move |(_, record)| record.keys.contains(&key));
        records.map(move |(index, _)| FiledRecord {
            article: ArticleId { doc, article: number },
            file,
            index,
        })
    })
}

#[cfg(test)]
mod tests;
