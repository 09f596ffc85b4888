//! People of an article: whom a passage speaks of, when somebody was born and died, how old somebody is.
//!
//! What is said of one person stands in several sentences, with the name, its short form or a pronoun. Here
//! these are told apart by the chains of the article's names. Where two people share a surname, or one is
//! the junior of the other, a name alone says nothing and is left alone. Nothing here finds fault.

pub mod ages;
pub mod births;
pub mod strangers;

use crate::base::kind::EntityKind;
use crate::checks::Subject;
use crate::checks::article::prose::{ItemKind, Passage, Prose};
use crate::source::ZoneKind;

/// The sentences of a story, and who they speak of.
#[derive(Clone, Debug)]
pub struct People<'a> {
    pub story: Vec<Passage<'a>>,
}

impl<'a> People<'a> {
    pub fn new(subject: &Subject<'a>) -> Self {
        People { story: Prose::story(subject).collect() }
    }

    pub fn passage(&self, index: usize) -> Option<&Passage<'a>> {
        self.story.get(index)
    }

    /// Whom the name at a place means; `None` where that cannot be told from a namesake.
    pub fn person(&self, index: usize, at: usize) -> Option<u32> {
        let passage = self.passage(index)?;
        let chain = chain(passage, at)?;
        self.is_sure(passage, at, chain).then_some(chain)
    }

    /// The fullest name of a person.
    pub fn called(&self, person: u32) -> &str {
        let chains = self.story.first().map(|passage| &passage.subject.facts.chains);
        let chain = chains.and_then(|chains| chains.get(person as usize));
        chain.and_then(|chain| chain.forms.first()).map_or("", |form| &form.text)
    }

    /// Whether a name can mean only one person of the article.
    fn is_sure(&self, passage: &Passage<'_>, at: usize, chain: u32) -> bool {
        let chains = &passage.subject.facts.chains;
        let Some(own) = chains.get(chain as usize) else { return false };
        let surname = |chain: &crate::lang::names::Chain| {
            let fullest = chain.forms.first().map_or("", |form| &form.folded);
            fullest.rsplit(' ').next().unwrap_or_default().to_owned()
        };
        let junior = |form: &crate::lang::names::Form| {
            form.folded.split([' ', ',']).any(|part| JUNIORS.contains(&part.trim_matches('.')))
        };
        if own.forms.iter().any(junior) || passage.has_any(at + 1..at + 3, JUNIORS) {
            return false;
        }
        if passage.has_before(at, 2, &["elder", "younger", "senior", "junior", "older"]) {
            return false;
        }
        // The tagger may leave the given name outside: `the 34-year-old Ann Lind`.
        let given = at.checked_sub(1).map_or("", |before| passage.word(before));
        let fullest = own.forms.first().map_or("", |form| &form.text);
        let full = passage.word(at).split_whitespace().count() > 1
            || fullest.split_whitespace().next().is_some_and(|first| first == given);
        let named = surname(own);
        let namesake = |(index, other): (usize, &crate::lang::names::Chain)| {
            index != chain as usize && other.kind == EntityKind::Person && {
                let forms = other.forms.iter();
                surname(other) == named
                    || forms.clone().any(|form| form.folded.split(' ').any(|part| part == named))
            }
        };
        full || !chains.iter().enumerate().any(namesake)
    }

    /// Whom a pronoun at the start of a passage means: the one of whom the sentence before it speaks first.
    pub fn focus(&self, index: usize) -> Option<u32> {
        const REACH: usize = 6;
        const KIN: usize = 4;
        let zone = |index: usize| self.passage(index).map(|passage| passage.sentence.zone);
        let own = zone(index);
        for back in (index.saturating_sub(REACH)..index).rev() {
            if zone(back) != own {
                return None;
            }
            let passage = self.passage(back)?;
            let named = |at: &usize| {
                chain(passage, *at).is_some() && passage.item(*at).is_some_and(|item| !item.is_quoted)
            };
            let Some(at) = (0..passage.count()).find(named) else { continue };
            // `said her son, Horacio`: she is still the one who is spoken of.
            if passage.has_before(at, KIN, &["his", "her"]) {
                continue;
            }
            if matches!(passage.item(at + 1).map(|item| item.kind), Some(ItemKind::Possessive)) {
                return None;
            }
            return chain(passage, at);
        }
        None
    }

    /// Whom a pronoun at a place means: the one person named before it in its sentence, else whom the
    /// sentence before speaks of.
    pub fn pronoun(&self, index: usize, at: usize) -> Option<u32> {
        let passage = self.passage(index)?;
        let mut named = (0..at).filter_map(|before| chain(passage, before));
        match (named.next(), named.next()) {
            (Some(one), None) => Some(one),
            (Some(one), Some(other)) if one == other => Some(one),
            (Some(_), Some(_)) => None,
            (None, _) => self.focus(index),
        }
    }

    /// Who does what the verb at a place says: the name or pronoun before it, a clause between commas left
    /// out.
    pub fn doer(&self, index: usize, verb: usize) -> Option<u32> {
        const AUXILIARIES: &[&str] = &[
            "has",
            "had",
            "have",
            "was",
            "is",
            "also",
            "later",
            "reportedly",
            "who",
            "then",
            "himself",
            "herself",
            "apparently",
            "suddenly",
            "first",
            "himself",
        ];
        let passage = self.passage(index)?;
        let mut at = verb.checked_sub(1)?;
        while passage.is_any(at, AUXILIARIES) {
            at = at.checked_sub(1)?;
        }
        if passage.is_any(at, &["he", "she"]) {
            return self.pronoun(index, at);
        }
        // `Lind, who …, died`; `Lind, 80, died`; `Lind, who died`.
        if passage.is(at, ",") {
            if at.checked_sub(1).is_some_and(|before| chain(passage, before).is_some()) {
                return self.person(index, at - 1);
            }
            let first = (0..at).find(|at| chain(passage, *at).is_some())?;
            return (first <= 5 && passage.is(first + 1, ",")).then(|| self.person(index, first))?;
        }
        if passage.is(at, ")") {
            let open = (0..at).rev().take(12).find(|at| passage.is(*at, "("))?;
            return self.person(index, open.checked_sub(1)?);
        }
        self.person(index, at)
    }

    /// Whether a passage stands in the body, so that what it says is no headline's shorthand.
    pub fn is_body(&self, index: usize) -> bool {
        self.passage(index).is_some_and(|passage| passage.sentence.zone == ZoneKind::Body)
    }
}

/// Words that tell two bearers of one name apart.
const JUNIORS: &[&str] = &["jr", "jr.", "sr", "sr.", "junior", "senior", "ii", "iii", "iv", "fils"];

/// The person whose name an item is.
pub fn chain(passage: &Passage<'_>, at: usize) -> Option<u32> {
    let ItemKind::Name(index) = passage.item(at)?.kind else { return None };
    let mention = passage.subject.facts.mentions.get(index)?;
    (passage.subject.facts.kind(mention)? == EntityKind::Person).then_some(mention.chain)
}
