//! What stands at a place: the entity that features speak of, and by which words it is there.

use std::sync::Arc;

use crate::base::id::DocId;
use crate::base::kind::EntityKind;
use crate::base::span::Span;
use crate::knowledge::Entity;
use crate::lang::lexicon::{Lexicon, fold_word};
use crate::lang::names::keys::{Compatibility, compare, keys};
use crate::state::{MentionRef, Snapshot};
use crate::text::fold::fold;

/// An entity at a place of a document.
#[derive(Clone, Debug)]
pub struct Subject {
    /// The words there.
    pub span: Span,
    pub entity: Arc<Entity>,
    pub by: By,
}

/// Which words lead to the entity.
#[derive(Clone, Debug)]
pub enum By {
    /// A name of it.
    Name(MentionRef),
    /// Words that stand for a name of the article, which is this mention: `the minister`.
    Description(MentionRef),
    /// A description of it: `the military pact`, `met`.
    Statement(MentionRef),
    /// The demonym of a country that the folder names: `Peruvian`.
    Demonym,
}

/// The entity at an offset of the document's text; a caret just behind the words still means it.
pub fn subject(snapshot: &Snapshot, doc: DocId, offset: u32) -> Option<Subject> {
    let named = || {
        let mention = snapshot.mention_at(doc, offset)?;
        let entity = snapshot.entity(&mention)?;
        Some(Subject { span: mention.span(), entity, by: By::Name(mention) })
    };
    let described = || {
        let (span, mention) = snapshot.description_at(doc, offset)?;
        let entity = snapshot.entity(&mention)?;
        Some(Subject { span, entity, by: By::Description(mention) })
    };
    // A demonym inside a description is the more exact answer: `Peruvian` of `Peruvian leader`.
    let told = || {
        let mention = snapshot.statement_at(doc, offset)?;
        let entity = snapshot.entity(&mention)?;
        Some(Subject { span: mention.span(), entity, by: By::Statement(mention) })
    };
    named().or_else(|| demonym(snapshot, doc, offset)).or_else(described).or_else(told)
}

/// The country whose demonym stands at an offset.
fn demonym(snapshot: &Snapshot, doc: DocId, offset: u32) -> Option<Subject> {
    let text = snapshot.text(doc)?;
    let word = word_at(&text, offset)?;
    let before = || {
        let end = text.get(..word.start as usize)?.strip_suffix(' ')?.len();
        word_at(&text, u32::try_from(end).ok()?).map(|before| Span::new(before.start, word.end))
    };
    let lexicon = Lexicon::built_in();
    let country_of = |span: Span| lexicon.country(lexicon.demonym(&fold_word(span.of_text(&text)))?);
    let two = before().and_then(|span| Some((span, country_of(span)?)));
    let (span, country) = two.or_else(|| Some((word, country_of(word)?)))?;
    if !span.of_text(&text).starts_with(char::is_uppercase) {
        return None;
    }
    let folded = fold(country.name);
    let key = *keys(EntityKind::Place, [folded.as_str()]).first()?;
    let verdict = snapshot.verdict(key);
    let is_country = |entity: &&Arc<Entity>| {
        entity.kind == EntityKind::Place
            && compare(EntityKind::Place, &fold(&entity.name), &folded) == Compatibility::Same
    };
    let entity = verdict.entities.iter().find(is_country)?.clone();
    Some(Subject { span, entity, by: By::Demonym })
}

/// The letters round an offset.
fn word_at(text: &str, offset: u32) -> Option<Span> {
    let (before, behind) = text.split_at_checked(offset as usize)?;
    let letters = |character: &char| character.is_alphabetic();
    let back: usize = before.chars().rev().take_while(letters).map(char::len_utf8).sum();
    let on: usize = behind.chars().take_while(letters).map(char::len_utf8).sum();
    (back + on > 0).then(|| Span::of(before.len() - back..before.len() + on))
}
