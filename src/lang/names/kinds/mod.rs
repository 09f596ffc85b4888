//! The kinds of names: one file a kind, and this registry.
//!
//! Each kind weighs a candidate by its own words and its neighbours. `evidence` adds up what all
//! mentions of a name in the article say and decides.

pub mod agreement;
pub mod organization;
pub mod person;
pub mod place;

use crate::base::kind::EntityKind;
use crate::lang::names::candidates::Candidate;
use crate::lang::names::page::Page;
use crate::lang::names::roles::Before;

/// How a kind is recognised.
pub struct KindRule {
    pub kind: EntityKind,
    /// How much speaks for the kind at one candidate; 2 is enough by itself, negative speaks against.
    pub weigh: fn(&Context<'_, '_>) -> i32,
}

/// A candidate and what stands around it.
pub struct Context<'c, 'a> {
    pub page: &'c Page<'a>,
    pub candidate: &'c Candidate<'a>,
    /// The candidates before and behind it.
    pub previous: Option<&'c Candidate<'a>>,
    pub next: Option<&'c Candidate<'a>>,
    pub before: &'c Before,
    pub appositive: bool,
}

/// All kinds; of equal weights the earlier wins.
pub const ALL: &[KindRule] = &[agreement::RULE, organization::RULE, person::RULE, place::RULE];

impl<'a> Context<'_, 'a> {
    /// The word before the candidate, over an article; empty at the start of a line.
    pub fn word_before(&self) -> &'a str {
        self.token_before().map_or("", |at| self.page.word(at))
    }

    pub fn token_before(&self) -> Option<usize> {
        let before = self.page.before(self.candidate.first)?;
        if self.page.word(before) == "the" { self.page.before(before) } else { Some(before) }
    }

    /// Whether an article stands before the candidate.
    pub fn has_article(&self) -> bool {
        let before = self.page.before(self.candidate.first);
        before.is_some_and(|at| matches!(self.page.word(at), "the" | "The" | "a" | "an"))
    }

    /// The token behind the candidate.
    pub fn token_after(&self) -> Option<usize> {
        self.page.after(self.candidate.last)
    }

    /// Whether the candidate stands alone in brackets.
    pub fn in_brackets(&self) -> bool {
        let open = self.page.before(self.candidate.first).is_some_and(|at| self.page.is_mark(at, '('));
        open && self.token_after().is_some_and(|at| self.page.is_mark(at, ')'))
    }

    /// Whether the candidate is followed by `, Country`.
    pub fn lies_in(&self) -> bool {
        let comma = self.token_after().filter(|&at| self.page.is_mark(at, ','));
        let country =
            self.next.filter(|next| next.known.is_some_and(|known| known.kind == EntityKind::Place));
        comma.zip(country).is_some_and(|(comma, country)| country.first == comma + 1)
    }
}
