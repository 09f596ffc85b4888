//! What the whole article says of a name: the votes of all its mentions, and what names lend each other.
//!
//! A mention that only begins a sentence does not vote. After the first count, the last name of a
//! person makes the bare surname a person, and the initials of a body make its acronym a body.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::kind::EntityKind;
use crate::base::span::Span;
use crate::lang::lexicon::Classes;
use crate::lang::names::candidates::{COMMON, Candidate, Shape};
use crate::lang::names::keys::{family_first, is_acronym_of, last_name};
use crate::lang::names::kinds::{self, Context};
use crate::lang::names::page::Page;
use crate::lang::names::roles::Before;

/// A candidate whose kind is decided.
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

/// Below this weight a candidate is no name.
const ENOUGH: i32 = 2;

type Votes = [i32; kinds::ALL.len()];

/// Decides the kind of each candidate; those that nothing speaks for are left out.
pub fn decide(
    page: &Page<'_>,
    candidates: &[Candidate<'_>],
    before: &[Before],
    behind: &[bool],
) -> Vec<Named> {
    let mut votes: FxHashMap<&str, Votes> = FxHashMap::default();
    let nothing = Before::Nothing;
    for (index, candidate) in candidates.iter().enumerate() {
        let context = Context {
            page,
            candidate,
            previous: index.checked_sub(1).and_then(|previous| candidates.get(previous)),
            next: candidates.get(index + 1),
            before: before.get(index).unwrap_or(&nothing),
            appositive: behind.get(index).copied().unwrap_or_default(),
        };
        if only_opens(page, candidate) && *context.before == Before::Nothing {
            votes.entry(&candidate.folded).or_default();
            continue;
        }
        let entry = votes.entry(&candidate.folded).or_default();
        for (vote, rule) in entry.iter_mut().zip(kinds::ALL) {
            *vote = (*vote + (rule.weigh)(&context)).min(40);
        }
    }
    lend(page, candidates, &mut votes);
    let decided = candidates.iter().enumerate().filter_map(|(index, candidate)| {
        let decided = winner(votes.get(candidate.folded.as_str())?);
        let kind = decided.or_else(|| may_be_surname(page, candidate).then_some(EntityKind::Person))?;
        Some(Named {
            span: candidate.span,
            kind,
            folded: candidate.folded.clone(),
            candidate: index,
            tentative: decided.is_none(),
        })
    });
    decided.collect()
}

/// A single unknown word that could be the surname of somebody whom other articles name in full: no
/// article or preposition of place before it and, where a sentence opens with it, a verb behind.
fn may_be_surname(page: &Page<'_>, candidate: &Candidate<'_>) -> bool {
    let at = candidate.first;
    let before = page.before(at).map(|before| page.word(before)).unwrap_or_default();
    let barred =
        matches!(before, "the" | "The" | "a" | "an" | "in" | "In" | "at" | "At" | "near" | "from" | "From");
    let unknown = candidate.known.is_none() && candidate.shape == Shape::Open && at == candidate.last;
    if barred || !unknown || candidate.folded.len() < 3 || page.classes(at).any(COMMON) {
        return false;
    }
    let verb = page.after(candidate.last).is_some_and(|after| {
        page.classes(after).any(Classes::SAID.or(Classes::PERSON_VERB))
            || AUXILIARIES.contains(&page.word(after))
    });
    verb || !page.opens(at)
}

/// Heads of bodies that go by their first word; `Kelda` of `Kelda Police` is a town.
const FIRMS: [&str; 17] = [
    "group",
    "motors",
    "industries",
    "holdings",
    "holding",
    "partners",
    "technologies",
    "systems",
    "bancorp",
    "entertainment",
    "pharmaceuticals",
    "telecom",
    "airlines",
    "airways",
    "investments",
    "securities",
    "company",
];

/// Verbs that stand behind a subject.
const AUXILIARIES: [&str; 12] =
    ["will", "would", "has", "had", "was", "is", "did", "could", "can", "should", "must", "also"];

/// A single unknown word whose capital is that of a sentence.
fn only_opens(page: &Page<'_>, candidate: &Candidate<'_>) -> bool {
    candidate.known.is_none()
        && candidate.first == candidate.last
        && candidate.shape == Shape::Open
        && page.opens(candidate.first)
}

fn winner(votes: &Votes) -> Option<EntityKind> {
    let best = votes.iter().copied().max().filter(|&best| best >= ENOUGH)?;
    let position = votes.iter().position(|&vote| vote == best)?;
    kinds::ALL.get(position).map(|rule| rule.kind)
}

/// Adds what decided names say of shorter ones.
fn lend<'c>(page: &Page<'_>, candidates: &'c [Candidate<'_>], votes: &mut FxHashMap<&'c str, Votes>) {
    let mut last_names = FxHashSet::default();
    let mut first_words = FxHashSet::default();
    let mut given_names = FxHashSet::default();
    let mut bodies = Vec::new();
    for candidate in candidates.iter().filter(|candidate| candidate.words > 1) {
        match votes.get(candidate.folded.as_str()).and_then(winner) {
            Some(EntityKind::Person) => {
                last_names.insert(last_name(&candidate.folded));
                given_names.extend(candidate.folded.split(' ').next());
                // `Perez Soto` of `Juan Perez Soto`
                let behind = |(at, _): (usize, &str)| candidate.folded.get(at + 1..);
                last_names.extend(candidate.folded.match_indices(' ').filter_map(behind));
                last_names.extend(family_first(&candidate.folded));
            }
            Some(EntityKind::Organization) => {
                bodies.push(candidate.folded.as_str());
                let last = candidate.folded.rsplit(' ').next().unwrap_or_default();
                // `Rovers` of `Lima Rovers`
                if last.ends_with('s') && last.len() > 4 && !page.lexicon.classes(last).any(COMMON) {
                    first_words.insert(last);
                }
                if page.lexicon.classes(last).any(Classes::COMPANY) || FIRMS.contains(&last) {
                    first_words.insert(candidate.folded.split(' ').next().unwrap_or_default());
                }
            }
            _ => {}
        }
    }
    let mut seen = FxHashSet::default();
    for candidate in candidates {
        let folded = candidate.folded.as_str();
        let single = candidate.words == 1;
        let fixed = candidate.known.is_some_and(|known| known.is_country)
            || matches!(candidate.shape, Shape::Kind(_));
        if fixed || !(single || candidate.shape == Shape::Open) || !seen.insert(folded) {
            continue;
        }
        let surname = last_names.contains(folded) || (single && last_names.contains(last_name(folded)));
        let person = candidate.shape != Shape::Acronym && surname;
        let body = single
            && match candidate.shape {
                Shape::Acronym => bodies.iter().any(|body| is_acronym_of(folded, body)),
                _ => candidate.known.is_none() && first_words.contains(folded),
            };
        let given = single
            && candidate.known.is_none()
            && given_names.contains(folded)
            && page.classes(candidate.first).any(Classes::GIVEN);
        let entry = votes.entry(folded).or_default();
        let decided = candidate.shape != Shape::Acronym && winner(entry).is_some();
        for (vote, rule) in entry.iter_mut().zip(kinds::ALL) {
            match rule.kind {
                EntityKind::Person if person => *vote += 8,
                EntityKind::Person if given => *vote += 3,
                EntityKind::Organization if body && !decided => *vote += 5,
                _ => {}
            }
        }
    }
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
