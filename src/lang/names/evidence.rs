//! The names that are decided, and what they say of the lines where capitals say nothing.

use rustc_hash::FxHashMap;

use crate::base::kind::EntityKind;
use crate::base::span::Span;
use crate::lang::lexicon::Classes;
use crate::lang::names::candidates::Candidate;
use crate::lang::names::keys::last_name;
use crate::lang::names::page::Page;

/// A name whose kind is decided.
#[derive(Clone, Debug)]
pub struct Named {
    pub span: Span,
    pub kind: EntityKind,
    pub folded: String,
    /// Index of the candidate, for its role.
    pub candidate: usize,
    /// The article by itself does not say that it is a name (see [`crate::lang::names::Chain`]).
    pub tentative: bool,
}

/// The candidates as names.
pub fn names(candidates: &[Candidate<'_>]) -> Vec<Named> {
    let named = candidates.iter().enumerate().map(|(index, candidate)| Named {
        span: candidate.span,
        kind: candidate.kind,
        folded: candidate.folded.clone(),
        candidate: index,
        tentative: candidate.tentative,
    });
    named.collect()
}

/// The names that the article's sentences have, for its headlines: folded, with their kinds.
///
/// Full names come with their last words, bodies also without their leading demonym, where that leaves
/// no doubt.
pub fn table(page: &Page<'_>, named: &[Named]) -> FxHashMap<String, EntityKind> {
    let mut table: FxHashMap<String, EntityKind> = FxHashMap::default();
    let sure = || named.iter().filter(|name| !name.tentative);
    for name in sure() {
        table.insert(name.folded.clone(), name.kind);
    }
    for name in sure() {
        let short = match name.kind {
            EntityKind::Person => last_name(&name.folded),
            EntityKind::Organization => match name.folded.split_once(' ') {
                Some((first, rest))
                    if page.lexicon.classes(first).any(Classes::PEOPLE) && rest.contains(' ') =>
                {
                    rest
                }
                _ => continue,
            },
            _ => continue,
        };
        table.entry(short.to_owned()).or_insert(name.kind);
    }
    table
}
