//! Copies: articles whose texts are near-identical, as when several outlets print one agency's report.
//! They are one source, however many print it.
//!
//! Two texts are near-identical where their resemblance is estimated at [`LEAST`] or more
//! (`lang/wording`); copies of copies are copies. Groups depend on the texts alone and not on their order.

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::id::ArticleId;
use crate::base::key::Key;
use crate::corpus::Corpus;
use crate::lang::wording::Wording;

/// From this resemblance on, two texts are one source.
pub const LEAST: f64 = 0.8;

/// Texts that are near-identical.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Copies<T> {
    /// The least content hash ([`Wording::text`]) of the group: names it, whatever the order and the
    /// paths of its members.
    pub canonical: u64,
    /// By content hash, then in their own order.
    pub members: Vec<T>,
}

/// Whether two texts are near-identical.
pub fn are_copies(one: &Wording, other: &Wording) -> bool {
    !one.sketch.is_empty() && one.text == other.text || one.resemblance(other) >= LEAST
}

/// The groups of some texts, each text in exactly one, sorted. Only texts that share a key are compared,
/// and of those with equal words one.
pub fn groups<'a, T: Copy + Ord>(texts: impl IntoIterator<Item = (T, &'a Wording)>) -> Vec<Copies<T>> {
    let mut alone = Vec::new();
    let mut distinct: BTreeMap<u64, (&Wording, Vec<T>)> = BTreeMap::new();
    for (text, wording) in texts {
        if wording.sketch.is_empty() {
            alone.push(Copies { canonical: wording.text, members: vec![text] });
        } else {
            distinct.entry(wording.text).or_insert((wording, Vec::new())).1.push(text);
        }
    }
    let mut by_key: FxHashMap<Key, Vec<u64>> = FxHashMap::default();
    let mut leaders: FxHashMap<u64, u64> = FxHashMap::default();
    for (&text, (wording, _)) in &distinct {
        for &key in &wording.keys {
            let near = by_key.entry(key).or_default();
            for &other in near.iter() {
                let (one, two) = (leader(&mut leaders, text), leader(&mut leaders, other));
                if one != two && distinct.get(&other).is_some_and(|(other, _)| are_copies(wording, other)) {
                    // The lesser hash leads, so that the leader is the canonical member.
                    leaders.insert(one.max(two), one.min(two));
                }
            }
            near.push(text);
        }
    }
    let mut groups: BTreeMap<u64, Vec<T>> = BTreeMap::new();
    for (&text, (_, members)) in &mut distinct {
        members.sort_unstable();
        groups.entry(leader(&mut leaders, text)).or_default().append(members);
    }
    let found = groups.into_iter().map(|(canonical, members)| Copies { canonical, members });
    let mut found: Vec<Copies<T>> = found.chain(alone).collect();
    found.sort_unstable();
    found
}

/// The canonical text of a text's group so far; shortens the way there.
fn leader(leaders: &mut FxHashMap<u64, u64>, text: u64) -> u64 {
    let mut at = text;
    while let Some(&next) = leaders.get(&at) {
        at = next;
    }
    if at != text {
        leaders.insert(text, at);
    }
    at
}

/// The articles of a corpus that are near-identical to one, itself among them: the group that
/// [`groups`] of all its articles would give. `None` where there is no such article.
pub fn of(corpus: &Corpus, article: ArticleId) -> Option<Copies<ArticleId>> {
    let first = &corpus.facts(article.doc)?.articles.get(article.article as usize)?.wording;
    let mut seen = FxHashSet::from_iter([article]);
    let mut found = vec![(first.text, article)];
    let mut open = vec![first];
    let mut asked: FxHashSet<u64> = FxHashSet::default();
    while let Some(wording) = open.pop() {
        // Equal words have equal neighbours.
        if !asked.insert(wording.text) {
            continue;
        }
        for (other, near) in wording.keys.iter().flat_map(|&key| corpus.wordings(key)) {
            if !seen.contains(&other) && are_copies(wording, near) {
                seen.insert(other);
                found.push((near.text, other));
                open.push(near);
            }
        }
    }
    found.sort_unstable();
    let canonical = found.first()?.0;
    Some(Copies { canonical, members: found.into_iter().map(|(_, article)| article).collect() })
}

#[cfg(test)]
mod tests;
