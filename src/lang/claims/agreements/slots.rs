//! What a description says of subject, day and place.

use std::ops::Range;

use crate::base::kind::EntityKind;
use crate::lang::claims::actors::Named;
use crate::lang::claims::agreements::Draft;
use crate::lang::claims::agreements::deed::Mood;
use crate::lang::claims::agreements::parties::kinds;
use crate::lang::claims::agreements::phrase::{Clause, Link};
use crate::lang::claims::agreements::words::{
    Deed, Form, is_auxiliary, is_determiner, is_joint, is_preposition,
};
use crate::lang::claims::{Place, Sort, topics};
use crate::lang::dates::rule::Rule;
use crate::lang::lexicon::Classes;
use crate::lang::lexicon::gazetteer::Kinds;
use crate::lang::token::TokenKind;

/// The most tokens of an infinitive and its object.
const OBJECT: usize = 7;

impl Draft<'_, '_> {
    /// Stems of what the phrase says it is about.
    pub fn topic(&self) -> Vec<Box<str>> {
        let mut stems = Vec::new();
        self.add_topics(self.phrase.tokens.start..self.phrase.head, false, &mut stems);
        for part in &self.phrase.parts {
            match part.link {
                Link::About | Link::In => self.add_topics(part.tokens.clone(), true, &mut stems),
                Link::Of => self.add_topics(part.tokens.clone(), false, &mut stems),
                // The object of the infinitive: `to export grain`.
                Link::To => {
                    let object = part.tokens.start + 1..part.tokens.end.min(part.tokens.start + OBJECT);
                    self.add_topics(object, false, &mut stems);
                }
                Link::With | Link::Between => {}
            }
        }
        stems
    }

    /// The content words of some tokens; the places as well, where those say what it is about.
    fn add_topics(&self, tokens: Range<usize>, places: bool, stems: &mut Vec<Box<str>>) {
        let actors = self.words.actors;
        let page = actors.page;
        let mut named: Vec<&Named> = actors.within(tokens.clone()).collect();
        named.retain(|named| named.kind != EntityKind::Agreement);
        let alone = self.phrase.word.sort == Sort::Ceasefire
            && named.iter().filter(|named| named.party.is_country).count() == 1;
        for named in &named {
            let owns = page.token(named.tokens.end).is_some_and(|token| token.kind == TokenKind::Possessive);
            let kinds = kinds(actors, named);
            let about = named.kind == EntityKind::Place
                && if named.party.is_country {
                    places && !owns || alone
                } else {
                    places || kinds.any(Kinds::REGION.or(Kinds::WATER))
                };
            if about {
                stems.extend(self.place_stem(named));
            }
        }
        for at in tokens {
            let Some(word) = page.known_word(at) else { continue };
            let is_word = page.token(at).is_some_and(|token| token.kind == TokenKind::Word);
            let is_named = named.iter().any(|named| named.tokens.contains(&at));
            let near = at.saturating_sub(4)..at + 5;
            let dated = actors.dates_within(near).any(|date| actors.date_tokens(date).contains(&at));
            if is_word && !is_named && !dated && !self.is_name_or_small(at) && !self.says_no_subject(at) {
                stems.extend(topics::of(&word.folded));
            }
        }
    }

    /// Whether a word names somebody or some place.
    fn is_name_or_small(&self, at: usize) -> bool {
        let page = self.words.actors.page;
        let Some(word) = page.known_word(at) else { return true };
        let in_name = self.phrase.name.as_ref().is_some_and(|name| name.tokens.contains(&at));
        if !page.is_capital(at) {
            return false;
        }
        let is_place = |words: &str| {
            page.lexicon.demonym(words).is_some()
                || page
                    .lexicon
                    .name(words)
                    .is_some_and(|known| !known.kinds.any(Kinds::REGION.or(Kinds::WATER)))
        };
        let beside = |one: usize, other: usize| {
            let entry = page.known_word(one).and_then(|word| word.entry_with(self.words.folded(other)));
            entry.is_some_and(|entry| entry.kinds.any(Kinds::PLACE))
        };
        // `the Bergen agreement` is called after a town.
        let town = word.entry.is_some_and(|entry| {
            entry.kinds.any(Kinds::PLACE) && !entry.kinds.any(Kinds::REGION.or(Kinds::WATER))
        });
        let is_short = self.phrase.name.as_ref().is_some_and(|name| name.tokens.len() == 2);
        is_short && town
            || !(in_name || page.opens(at) || self.words.is_title(at))
            || word.classes.any(Classes::PEOPLE)
            || word.folded.split(' ').any(is_place)
            || at > 0 && beside(at - 1, at)
            || beside(at, at + 1)
    }

    /// Small words, verbs and heads.
    fn says_no_subject(&self, at: usize) -> bool {
        let word = self.words.folded(at);
        let known = self.words.actors.page.known_word(at);
        let verb = self.words.verb(at).is_some_and(|verb| verb.deed != Deed::Other || verb.form != Form::Ing);
        verb || is_preposition(word)
            || is_joint(word)
            || is_auxiliary(word)
            || is_determiner(word)
            || known.is_some_and(|word| self.words.vocabulary.head(word.form.folded).is_some())
    }

    /// A place as a subject: its name, folded.
    fn place_stem(&self, named: &Named) -> Option<Box<str>> {
        let actors = self.words.actors;
        if let Some(country) = named.party.country.filter(|_| named.party.is_country) {
            let name = actors.page.lexicon.country(country)?.name;
            return Some(crate::lang::lexicon::fold_word(name).into());
        }
        let chain = actors.chain(named.party.mention?)?;
        chain.forms.first().map(|form| form.folded.clone())
    }

    /// The dates that say when it was made.
    pub fn dates(&self, clauses: &[&Clause]) -> Vec<u32> {
        let actors = self.words.actors;
        let mut dates = Vec::new();
        self.add_dates(self.phrase.tokens.start..self.phrase.head, &mut dates);
        for part in self.phrase.parts.iter().filter(|part| part.link == Link::Of) {
            self.add_dates(part.tokens.clone(), &mut dates);
        }
        for clause in clauses.iter().filter(|clause| clause.deed.makes()) {
            self.add_dates(clause.rest.clone(), &mut dates);
        }
        if let Some(governing) = self.governing.filter(|governing| governing.dates()) {
            if governing.mood == Mood::Done {
                self.add_dates(governing.subject.clone(), &mut dates);
            }
            if governing.verb < self.phrase.tokens.start {
                self.add_dates(governing.verb..self.phrase.tokens.start, &mut dates);
            }
            self.add_dates(governing.behind.clone(), &mut dates);
        }
        dates.sort_unstable();
        dates.dedup();
        dates.retain(|&date| !actors.date_tokens(date).is_empty());
        dates
    }

    fn add_dates(&self, tokens: Range<usize>, dates: &mut Vec<u32>) {
        let actors = self.words.actors;
        for date in actors.dates_within(tokens) {
            let start = actors.date_tokens(date).start;
            let limit = self.words.before(start).map_or("", |before| self.words.folded(before));
            let ends = matches!(
                limit,
                "until" | "till" | "through" | "from" | "since" | "for" | "by" | "to" | "before" | "after"
            );
            if self.is_day(date) && !ends {
                dates.push(date);
            }
        }
    }

    /// Whether a time expression is a stretch of the calendar.
    pub fn is_day(&self, date: u32) -> bool {
        let date = self.words.actors.dates.get(date as usize);
        date.is_some_and(|date| matches!(date.rule, Rule::Place { .. }))
    }

    /// Where it was made: a city before the head, a place behind the verb.
    pub fn place(&self, clauses: &[&Clause]) -> Option<Place> {
        let actors = self.words.actors;
        let page = actors.page;
        let made = clauses.iter().filter(|clause| clause.deed.makes()).map(|clause| clause.rest.clone());
        let governed =
            self.governing.filter(|governing| governing.dates()).into_iter().flat_map(|governing| {
                [governing.behind.clone(), governing.verb..self.phrase.tokens.start.max(governing.verb)]
            });
        for tokens in made.chain(governed) {
            let found = actors.within(tokens.clone()).find(|named| {
                let before =
                    self.words.before(named.tokens.start).map_or("", |before| self.words.folded(before));
                named.kind == EntityKind::Place && matches!(before, "in" | "at" | "near")
            });
            if let Some(place) = found.and_then(|named| actors.place(named)) {
                return Some(place);
            }
        }
        let modifiers = actors.within(self.phrase.tokens.start..self.phrase.head);
        let city = modifiers.filter(|named| {
            let owns = page.token(named.tokens.end).is_some_and(|token| token.kind == TokenKind::Possessive);
            named.kind == EntityKind::Place
                && !named.party.is_country
                && !owns
                && !kinds(actors, named).any(Kinds::REGION.or(Kinds::WATER))
        });
        city.last().and_then(|named| actors.place(named))
    }
}
