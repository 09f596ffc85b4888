//! Verdicts that are still true: a cache keyed by key, stamp and the analyst's decisions.

use std::sync::{Arc, Mutex, PoisonError};

use rustc_hash::FxHashMap;

use crate::base::key::Key;
use crate::corpus::Corpus;
use crate::knowledge::affairs::Affairs;
use crate::knowledge::almanac::Almanac;
use crate::knowledge::decisions::Decisions;
use crate::knowledge::entities::Verdict;

/// Verdicts with the stamps of their keys. A stamp is a hash of what is filed (see
/// `corpus::Contribution::stamp`), so a verdict is true for every corpus, of whatever revision, in
/// which its keys have these stamps, and for all decisions of which the same touch its keys.
#[derive(Debug, Default)]
pub struct Memo {
    /// Which agreements and events records tell of.
    pub affairs: Affairs,
    /// The order in which articles were published.
    pub almanac: Almanac,
    verdicts: Mutex<FxHashMap<Key, Remembered>>,
}

#[derive(Clone, Debug)]
struct Remembered {
    stamps: Box<[u64]>,
    decided: u64,
    verdict: Arc<Verdict>,
}

/// Above so many verdicts all are forgotten.
const MAX_VERDICTS: usize = 1 << 20;

impl Memo {
    /// Who is who in the component of a key.
    pub fn verdict(&self, corpus: &Corpus, decisions: &Decisions, key: Key) -> Arc<Verdict> {
        let remembered = self.lock().get(&key).cloned();
        if let Some(remembered) = remembered
            && decisions.stamp(&remembered.verdict.keys) == remembered.decided
            && stamps(corpus, &remembered.verdict.keys) == remembered.stamps
        {
            return remembered.verdict;
        }
        let verdict = Arc::new(Verdict::decide(corpus, decisions, key));
        let remembered = Remembered {
            stamps: stamps(corpus, &verdict.keys),
            decided: decisions.stamp(&verdict.keys),
            verdict: verdict.clone(),
        };
        let mut verdicts = self.lock();
        if verdicts.len() > MAX_VERDICTS {
            verdicts.clear();
        }
        for &key in verdict.keys.iter() {
            verdicts.insert(key, remembered.clone());
        }
        verdict
    }

    /// Number of verdicts kept.
    pub fn len(&self) -> usize {
        self.lock().len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, FxHashMap<Key, Remembered>> {
        self.verdicts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn stamps(corpus: &Corpus, keys: &[Key]) -> Box<[u64]> {
    keys.iter().map(|&key| corpus.stamp(key)).collect()
}
