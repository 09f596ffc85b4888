//! The distinct forms of a component and how often each occurs: all that a verdict looks at.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::base::key::Key;
use crate::base::kind::EntityKind;
use crate::knowledge::decisions::Decisions;
use crate::lang::names::Chain;

/// The forms of a component by kind: things of different kinds are never one.
#[derive(Default)]
pub struct Census<'a> {
    pub kinds: BTreeMap<EntityKind, KindCensus<'a>>,
}

/// The chains of one kind, by the folded form that is fullest in each.
#[derive(Default)]
pub struct KindCensus<'a> {
    pub chains: FxHashMap<&'a str, Chains<'a>>,
    pub tentative: FxHashMap<&'a str, Chains<'a>>,
}

/// The chains of one fullest form.
#[derive(Default)]
pub struct Chains<'a> {
    pub count: u64,
    /// Mentions by folded form and spelling.
    spellings: FxHashMap<(&'a str, &'a str), u64>,
    /// In how many of the chains each other folded form occurs: what articles themselves tie together.
    pub tied: FxHashMap<&'a str, u64>,
    /// What the chains are filed under: sorted, distinct.
    pub keys: Vec<Key>,
}

impl<'a> Census<'a> {
    /// Counts a chain in, as what the analyst says that it is.
    pub fn count(&mut self, chain: &'a Chain, decisions: &Decisions) {
        let Some(fullest) = chain.forms.first().map(|form| &*form.folded) else { return };
        if decisions.is_no_name(fullest) {
            return;
        }
        let kind = decisions.kind(fullest).unwrap_or(chain.kind);
        let census = self.kinds.entry(kind).or_default();
        let filed = if chain.tentative { &mut census.tentative } else { &mut census.chains };
        let chains = filed.entry(fullest).or_default();
        chains.count += 1;
        for (at, form) in chain.forms.iter().enumerate() {
            *chains.spellings.entry((&form.folded, &form.text)).or_default() += u64::from(form.count);
            let repeats = chain.forms.iter().take(at).any(|earlier| earlier.folded == form.folded);
            if !repeats && *form.folded != *fullest {
                *chains.tied.entry(&form.folded).or_default() += 1;
            }
        }
        for key in &chain.keys {
            if let Err(at) = chains.keys.binary_search(key) {
                chains.keys.insert(at, *key);
            }
        }
    }
}

impl<'a> KindCensus<'a> {
    /// How many chains have this form as their fullest.
    pub fn chains_of(&self, form: &str) -> u64 {
        self.chains.get(form).map_or(0, |chains| chains.count)
    }

    /// The chains with these fullest forms, tentative ones too.
    pub fn filed<'s>(&'s self, forms: &'s [&'a str]) -> impl Iterator<Item = &'s Chains<'a>> {
        forms.iter().flat_map(|form| self.chains.get(form).into_iter().chain(self.tentative.get(form)))
    }
}

impl Chains<'_> {
    /// Folded forms and spellings with their mentions. An accent is the same accent whether or not it
    /// is a character of its own.
    pub fn spellings(&self) -> impl Iterator<Item = (&str, Box<str>, u64)> {
        self.spellings.iter().map(|(&(folded, text), &count)| {
            let is_composed = is_nfc_quick(text.chars()) == IsNormalized::Yes;
            (folded, if is_composed { text.into() } else { text.nfc().collect::<String>().into() }, count)
        })
    }
}
