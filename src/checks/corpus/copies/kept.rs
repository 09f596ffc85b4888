//! The lines of the articles that were compared last: made of an article's text and facts alone, so that they
//! hold for as long as its facts are the same object, in every snapshot.

use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use rustc_hash::FxHashMap;

use crate::checks::corpus::copies::Line;
use crate::lang::facts::DocFacts;

/// Above so many articles (about 50 KB each) all are forgotten.
const LIMIT: usize = 256;

/// By the hash of the file's text and the article's number, with the facts that the lines were made of.
type Kept = FxHashMap<(u64, u32), (Arc<DocFacts>, Arc<[Line]>)>;

static KEPT: LazyLock<Mutex<Kept>> = LazyLock::new(Mutex::default);

/// The lines of an article of a file, made only where they are not known.
pub fn lines(
    file: &Arc<DocFacts>,
    article: u32,
    make: impl FnOnce() -> Option<Vec<Line>>,
) -> Option<Arc<[Line]>> {
    let place = (file.text_hash, article);
    let known = KEPT.lock().unwrap_or_else(PoisonError::into_inner).get(&place).cloned();
    if let Some((_, lines)) = known.filter(|(of, _)| Arc::ptr_eq(of, file)) {
        return Some(lines);
    }
    let lines: Arc<[Line]> = make()?.into();
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    if kept.len() >= LIMIT {
        kept.clear();
    }
    kept.insert(place, (file.clone(), lines.clone()));
    Some(lines)
}
