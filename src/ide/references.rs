//! Feature: references
//!
//! Every mention of the same thing, under all its names, in all articles, open or not: articles by
//! publication date, then those without one, drafts last.

use std::cmp::Ordering;

use crate::base::cancel::{CancelToken, Cancelled};
use crate::base::id::DocId;
use crate::ide::Location;
use crate::ide::subject::subject;
use crate::state::{MentionRef, Snapshot};

/// Every mention of what stands at an offset.
pub fn references(
    snapshot: &Snapshot,
    doc: DocId,
    offset: u32,
    cancel: &CancelToken,
) -> Result<Vec<Location>, Cancelled> {
    let Some(subject) = subject(snapshot, doc, offset) else { return Ok(Vec::new()) };
    let mut mentions = snapshot.mentions_of(&subject.entity, cancel)?;
    cancel.checkpoint()?;
    by_publication(snapshot, &mut mentions);
    Ok(mentions.iter().map(Location::of).collect())
}

/// Orders mentions as a reader wants the articles. Stable: within an article they stay as they were.
pub fn by_publication(snapshot: &Snapshot, mentions: &mut [MentionRef]) {
    mentions.sort_by_cached_key(|mention| {
        let published = snapshot.published(mention.article).map(|published| published.date);
        (snapshot.is_draft(mention.article), published.is_none(), published)
    });
    debug_assert!(mentions.is_sorted_by(|one, other| {
        one.article != other.article || one.span().cmp(&other.span()) != Ordering::Greater
    }));
}
