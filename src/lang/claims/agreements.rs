//! Agreements that an article describes: `a memorandum on military cooperation signed in May`.
//!
//! A description is a noun phrase whose head is a word for an agreement, or the name of one. What it
//! says of parties, subject, day and place comes from the phrase itself and from the verb that governs
//! it. Words that only could be an agreement need more round them: a deal of cards is none.

mod agreed;
mod deed;
mod heads;
mod parties;
mod phrase;
mod sense;
mod slots;
mod words;

use std::ops::Range;

use crate::base::kind::EntityKind;
use crate::lang::claims::actors::{Actors, Named};
use crate::lang::claims::agreements::deed::{Governing, Mood, Voice};
use crate::lang::claims::agreements::heads::Found;
use crate::lang::claims::agreements::parties::Parties;
use crate::lang::claims::agreements::phrase::{Clause, Link, Phrase, Words};
use crate::lang::claims::agreements::words::{Deed, Vocabulary, Weight};
use crate::lang::claims::{Definiteness, Sort, Statement, Status, topics};
use crate::lang::lexicon::Classes;
use crate::lang::token::TokenKind;

/// The statements of a page.
pub fn find(actors: &Actors<'_>) -> Vec<Statement> {
    let words = Words { actors, vocabulary: Vocabulary::built_in() };
    let mut found: Vec<Statement> = Vec::new();
    let mut last: Option<(Range<usize>, Option<Governing>)> = None;
    for Found { at, head, name } in heads::find(&words) {
        // `a memorandum of understanding`: a head inside another's phrase is a part of it.
        if name.is_none() && last.as_ref().is_some_and(|(tokens, _)| tokens.contains(&at)) {
            continue;
        }
        let phrase = words.phrase(at, head, name);
        let inherited = last.as_ref().filter(|(tokens, _)| tokens.end + 2 > phrase.tokens.start);
        let governing = words.governing(&phrase, inherited.and_then(|(_, governing)| governing.as_ref()));
        let draft = Draft { words: &words, phrase: &phrase, governing: governing.as_ref(), told: &found };
        if let Some(statement) = draft.statement() {
            found.push(statement);
            last = Some((phrase.tokens, governing));
        }
    }
    let apart = |one: &Statement| found.iter().all(|other| !other.sentence.intersects(one.sentence));
    let agreed = (0..actors.page.tokens.len()).filter_map(|at| agreed::statement(&words, at));
    let agreed: Vec<Statement> = agreed.filter(apart).collect();
    found.extend(agreed);
    found
}

/// A description on its way to a statement.
struct Draft<'d, 'a> {
    words: &'d Words<'a>,
    phrase: &'d Phrase,
    governing: Option<&'d Governing>,
    /// The statements before this one.
    told: &'d [Statement],
}

impl Draft<'_, '_> {
    fn statement(&self) -> Option<Statement> {
        if self.is_other_word() {
            return None;
        }
        let (apposed, _) = self.words.apposed(self.phrase);
        let clauses: Vec<&Clause> = self.phrase.clause.iter().chain(&apposed).collect();
        let mut parties = Parties::new(self.words);
        parties.add_inside(self.phrase);
        clauses.iter().for_each(|clause| parties.add_clause(clause));
        let own = parties.found.len();
        if let Some(governing) = self.governing {
            parties.add_governing(self.phrase, governing);
        }
        let place = self.place(&clauses);
        let parties = parties.settle();
        let topic = topics::sorted(self.topic());
        let dates = self.dates(&clauses);
        let status = self.status(&clauses);
        let with = self.phrase.parts.iter().any(|part| matches!(part.link, Link::With | Link::Between));
        let said = Said {
            has_content: own > 0 || with || !topic.is_empty(),
            has_circumstance: !parties.is_empty() || place.is_some() || !dates.is_empty(),
            is_made: clauses.iter().any(|clause| clause.deed.makes()),
            is_done: self.governing.is_some_and(|governing| governing.mood == Mood::Done)
                && status > Status::Planned,
            status,
        };
        let definite = self.definite(said, place.is_some());
        if !self.is_agreement(said, definite, &topic) {
            return None;
        }
        let page = self.words.actors.page;
        let Phrase { tokens, head, word, name, .. } = self.phrase;
        let span = page.span(tokens.start, tokens.end.saturating_sub(1));
        let sentence = self.words.actors.sentence(*head);
        let (sort, lemma) = self.sort_and_lemma();
        Some(Statement {
            span,
            at: Default::default(),
            words: Box::default(),
            head: page.token(*head).map_or(span, |token| token.span),
            sentence: page.span(sentence.start, sentence.end.saturating_sub(1)),
            kind: EntityKind::Agreement,
            sort,
            lemma: if sort == word.sort { word.lemma } else { lemma }.into(),
            mention: name.as_ref().and_then(|name| name.mention),
            parties: parties.into(),
            topic,
            place,
            dates: dates.into(),
            status,
            definite,
            ordinal: self.ordinal(),
            source: self.source(),
            record: 0,
        })
    }

    /// The tokens before the head that describe it.
    fn modifiers(&self) -> impl Iterator<Item = usize> {
        let from = self.phrase.determiner.map_or(self.phrase.tokens.start, |at| at + 1);
        let words = self.words;
        (from..self.phrase.head).filter(move |&at| {
            let page = words.actors.page;
            page.token(at).is_some_and(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number))
        })
    }

    fn has_owner(&self) -> bool {
        let page = self.words.actors.page;
        (self.phrase.tokens.start..self.phrase.head).any(|at| {
            page.token(at).is_some_and(|token| {
                matches!(token.kind, TokenKind::Possessive | TokenKind::Mark('\'' | '’'))
            })
        })
    }

    /// The sort and dictionary form: a `ceasefire agreement` is a ceasefire.
    fn sort_and_lemma(&self) -> (Sort, &'static str) {
        let word = self.phrase.word;
        let page = self.words.actors.page;
        let before =
            self.modifiers().filter_map(|at| self.words.vocabulary.head(page.known_word(at)?.form.folded));
        match before.last().filter(|before| word.sort == Sort::Agreement && before.weight == Weight::Plain) {
            Some(before) => (before.sort, before.lemma),
            None => (word.sort, word.lemma),
        }
    }

    fn definite(&self, said: Said, is_placed: bool) -> Definiteness {
        let Phrase { determiner, name, .. } = self.phrase;
        let word = determiner.map_or("", |at| self.words.folded(at));
        let other = self.modifiers().any(|at| {
            matches!(
                self.words.folded(at),
                "another"
                    | "separate"
                    | "second"
                    | "third"
                    | "different"
                    | "further"
                    | "additional"
                    | "other"
                    | "new"
                    | "earlier"
            )
        });
        match word {
            _ if name.is_some() => Definiteness::Known,
            "another" => Definiteness::Other,
            "a" | "an" if other => Definiteness::Other,
            "a" | "an" => Definiteness::New,
            "" if !self.has_owner() => Definiteness::New,
            _ if said.has_content || said.is_made || is_placed || self.has_owner() || self.has_own_date() => {
                Definiteness::Known
            }
            _ => Definiteness::Bare,
        }
    }

    fn has_own_date(&self) -> bool {
        self.words.actors.dates_within(self.phrase.tokens.clone()).any(|date| self.is_day(date))
    }

    fn status(&self, clauses: &[&Clause]) -> Status {
        let governing = self.governing.map_or(Status::Told, |governing| {
            if governing.deed == Deed::Reject
                && governing.voice == Voice::Active
                && !self.is_by_voters(governing)
            {
                Status::Told
            } else {
                governing.status()
            }
        });
        let clause = clauses.iter().map(|clause| clause.deed.status()).max().unwrap_or_default();
        let core = self.modifiers().map(|at| match self.words.folded(at) {
            "proposed" | "draft" | "possible" | "potential" => Status::Proposed,
            "planned" => Status::Planned,
            _ => Status::Told,
        });
        governing.max(clause).max(core.max().unwrap_or_default())
    }

    /// Whether those who reject it decide on it.
    fn is_by_voters(&self, governing: &Governing) -> bool {
        let decides = |word: &str| {
            matches!(
                word,
                "parliament"
                    | "congress"
                    | "senate"
                    | "assembly"
                    | "lawmakers"
                    | "deputies"
                    | "mps"
                    | "voters"
                    | "members"
                    | "shareholders"
                    | "court"
                    | "legislators"
                    | "voted"
                    | "cabinet"
            )
        };
        governing.mood == Mood::Done
            && (governing.subject.start..governing.verb).any(|at| decides(self.words.folded(at)))
    }

    fn ordinal(&self) -> Option<u8> {
        self.modifiers().find_map(|at| match self.words.folded(at) {
            "first" => Some(1),
            "second" => Some(2),
            "third" => Some(3),
            "fourth" => Some(4),
            "fifth" => Some(5),
            _ => None,
        })
    }

    /// Who says so: the name beside a verb of saying in the same sentence.
    fn source(&self) -> Option<u32> {
        let actors = self.words.actors;
        let page = actors.page;
        let sentence = actors.sentence(self.phrase.head);
        let outside = |at: &usize| !self.phrase.tokens.contains(at);
        let said = sentence.clone().filter(outside).find(|&at| {
            page.classes(at).any(Classes::SAID)
                && self.words.verb(at).is_none_or(|verb| verb.deed == Deed::Other)
                && !page.is_capital(at)
        })?;
        let beside = |named: &&Named| named.tokens.end == said || named.tokens.start == said + 1;
        let speaker =
            actors.within(sentence).filter(beside).find(|named| named.kind != EntityKind::Agreement)?;
        speaker.party.mention
    }
}

/// What a description says, in short.
#[derive(Clone, Copy)]
struct Said {
    /// The phrase itself names parties or a subject.
    has_content: bool,
    /// Parties, place or day, from the verb too.
    has_circumstance: bool,
    /// A clause of its own says how it was made.
    is_made: bool,
    /// Something was done with it: `endorsed a settlement`.
    is_done: bool,
    status: Status,
}

#[cfg(test)]
mod tests;
