//! Names: candidates in the text, their kinds, and the chains of mentions of one actor in an article.
//!
//! A chain is what one article by itself says: `Sergey Petrov … Petrov … the GNA`. It carries filing
//! keys; whether two chains of two articles are one entity is decided in `knowledge/`.

pub mod words;
pub mod page;
pub mod tagger;
pub mod agreements;
pub mod candidates;
pub mod roles;
pub mod offices;
pub mod keys;
pub mod evidence;
pub mod headlines;
pub mod chains;
pub mod descriptions;
pub mod facets;

use std::cell::RefCell;

use serde::{Deserialize, Serialize};

use crate::base::key::Key;
use crate::base::kind::EntityKind;
use crate::base::span::Span;
use crate::lang::lexicon::Lexicon;
use crate::lang::names::descriptions::Description;
use crate::lang::names::keys::ParsedNames;
use crate::lang::names::offices::Office;
use crate::lang::names::page::{Page, Style};
use crate::lang::names::roles::Before;
use crate::lang::names::tagger::Tagger;
use crate::lang::names::tagger::weights::Weights;
use crate::lang::names::words::Words;
use crate::source::Zone;

/// The names of one article.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Names {
    /// Sorted by span, disjoint.
    pub mentions: Vec<NameMention>,
    pub chains: Vec<Chain>,
    /// The distinct roles that mentions point to.
    pub roles: Vec<Role>,
    /// Words that stand for one of the names, in the order of the text.
    pub descriptions: Vec<Description>,
    /// Who is said to hold which office, in the order of the text.
    pub offices: Vec<Office>,
    /// The only country that the article speaks of.
    pub country: Option<u16>,
}

/// One appearance of a name. The span holds the name alone: no title, no article, no possessive.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NameMention {
    /// Offsets of the text that was given.
    pub span: Span,
    /// Index into [`Names::chains`].
    pub chain: u32,
    /// Index into the chain's `forms`.
    pub form: u32,
    /// Index into [`Names::roles`] of the role that stands at this mention.
    pub role: Option<u32>,
}

/// All mentions of one actor in one article.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Chain {
    pub kind: EntityKind,
    /// The article by itself does not say that this is a name: a bare word that could be the surname of
    /// somebody whom another article names in full. Where none does, it is no mention of anything.
    pub tentative: bool,
    /// The distinct surface forms, fullest first, then in order of first appearance.
    pub forms: Box<[Form]>,
    /// What the chain is filed under: sorted, distinct, at least one. Two chains that can be the same
    /// entity share a key; the keys are made from the forms alone.
    pub keys: Box<[Key]>,
}

/// One way in which an article writes a name.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Form {
    /// As it stands in the text; white space runs are one space.
    pub text: Box<str>,
    /// `text::fold::fold` of it, articles and possessives taken off. A body that every country has is
    /// folded with the demonym of its country where the article says whose it is: `peruvian trade
    /// ministry` for the words `Trade Ministry` in `Peru's Trade Ministry`.
    pub folded: Box<str>,
    /// How many mentions have this form.
    pub count: u32,
}

/// What the article says that somebody is: `Turkish Deputy Foreign Minister`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct Role {
    /// The office, without country and standing: `Deputy Foreign Minister`, `spokeswoman`.
    pub title: Box<str>,
    /// The country or body, by its canonical name where the lexicon knows it: `Turkey`,
    /// `Russian Foreign Ministry`.
    pub of: Option<Box<str>>,
    pub standing: Standing,
}

/// Whether the role is held.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Standing {
    Current,
    /// `acting`, `interim`, `caretaker`.
    Acting,
    /// `former`, `ex-`, `then-`, `late`.
    Former,
}

/// Reads names; it keeps the words that it has met, which changes no answer.
pub struct Reader {
    words: Words,
    tagger: Tagger,
    parsed: ParsedNames,
}

thread_local! {
    static READER: RefCell<Reader> = RefCell::new(Reader::new(Lexicon::built_in(), Weights::built_in()));
}

/// The names of an article, read in the zones given; spans are offsets of `text`.
pub fn recognize(text: &str, zones: &[Zone], lexicon: &'static Lexicon) -> Names {
    recognize_then(text, zones, lexicon, |_, _| ()).0
}

/// The names of an article, and what else is read off its page and them.
pub fn recognize_then<T>(
    text: &str,
    zones: &[Zone],
    lexicon: &'static Lexicon,
    then: impl FnOnce(&Page<'_>, &Names) -> T,
) -> (Names, T) {
    READER.with_borrow_mut(|reader| {
        if !std::ptr::eq(reader.words.lexicon, lexicon) {
            *reader = Reader::new(lexicon, Weights::built_in());
        }
        reader.recognize_then(text, zones, then)
    })
}

impl Reader {
    pub fn new(lexicon: &'static Lexicon, weights: &'static Weights) -> Self {
        Reader {
            words: Words::new(lexicon, weights),
            tagger: Tagger::default(),
            parsed: ParsedNames::default(),
        }
    }

    /// The names of an article. Sentences first: the tagger's names, agreements, roles beside people.
    /// Then the headlines, with what the sentences name. Then chains.
    pub fn recognize(&mut self, text: &str, zones: &[Zone]) -> Names {
        self.recognize_then(text, zones, |_, _| ()).0
    }

    fn recognize_then<T>(
        &mut self,
        text: &str,
        zones: &[Zone],
        then: impl FnOnce(&Page<'_>, &Names) -> T,
    ) -> (Names, T) {
        let page = Page::new(text, zones, &mut self.words);
        let mut tagged = self.tagger.tag(&page);
        agreements::add(&page, &mut tagged);
        let candidates = candidates::of_names(&page, &tagged);
        let people = |index: usize| candidates.get(index).is_some_and(|one| one.kind == EntityKind::Person);
        let before: Vec<Before> = (0..candidates.len())
            .map(
                |index| {
                    if people(index) { roles::before(&page, &candidates, index) } else { Before::Nothing }
                },
            )
            .collect();
        let behind: Vec<Option<Role>> = (0..candidates.len())
            .map(|index| people(index).then(|| roles::behind(&page, &candidates, index)).flatten())
            .collect();
        let mut named = evidence::names(&candidates);
        if page.lines.iter().any(|line| line.style != Style::Sentence) {
            let table = evidence::table(&page, &named);
            named.extend(headlines::find(&page, &table));
        }
        named.sort_by_key(|name| name.span);
        let mut end = 0;
        named.retain(|name| {
            let fits = name.span.start >= end && !name.span.is_empty();
            end = if fits { name.span.end } else { end };
            fits
        });
        let roles = roles::assign(&page, &candidates, &before, &behind, &named);
        for name in &mut named {
            name_owner(page.lexicon, candidates.get(name.candidate), name, &mut self.parsed);
        }
        let mut names = chains::build(text, &named, roles, &mut self.parsed);
        names.descriptions = descriptions::find(&page, &names);
        names.offices = offices::find(&page, &names);
        offices::complete(&page, &mut names);
        names.country = offices::only_country(&page, &names).filter(|_| !names.offices.is_empty());
        let more = then(&page, &names);
        (names, more)
    }
}

/// `Peru's Trade Ministry` and `Peruvian Trade Ministry` are one body: a body that every country has
/// is filed with the demonym of the country whose it is.
fn name_owner(
    lexicon: &Lexicon,
    candidate: Option<&candidates::Candidate<'_>>,
    name: &mut evidence::Named,
    parsed: &mut ParsedNames,
) {
    let owner = candidate.and_then(|candidate| candidate.owner).and_then(|owner| lexicon.country(owner));
    if name.kind == EntityKind::Organization
        && let Some(country) = owner.filter(|country| !country.demonym.is_empty())
        && parsed.get(name.kind, &name.folded).name.is_generic()
    {
        name.folded = format!("{} {}", country.demonym, name.folded);
    }
}

#[cfg(test)]
mod tests;
