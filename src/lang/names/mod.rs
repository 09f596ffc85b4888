//! Names: candidates in the text, their kinds, and the chains of mentions of one actor in an article.
//!
//! A chain is what one article by itself says: `Sergey Lavrov … Lavrov … the GNA`. It carries filing
//! keys; whether two chains of two articles are one entity is decided in `knowledge/`.

pub mod candidates;
pub mod chains;
pub mod keys;
pub mod kinds;
pub mod roles;

use serde::{Deserialize, Serialize};

use crate::base::key::Key;
use crate::base::kind::EntityKind;
use crate::base::span::Span;
use crate::lang::lexicon::Lexicon;
use crate::source::Zone;

/// The names of one article.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Names {
    /// Sorted by span, disjoint.
    pub mentions: Vec<NameMention>,
    pub chains: Vec<Chain>,
    /// The distinct roles that mentions point to.
    pub roles: Vec<Role>,
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
    /// `text::fold::fold` of it, articles and possessives taken off.
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

/// The names of an article, read in the zones given; spans are offsets of `text`.
pub fn recognize(_text: &str, _zones: &[Zone], _lexicon: &Lexicon) -> Names {
    Names::default()
}
