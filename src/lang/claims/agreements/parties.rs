//! Who takes part in an agreement, as far as the words about it say; who brokers it does not.

use std::ops::Range;

use crate::base::kind::EntityKind;
use crate::lang::claims::Sort;
use crate::lang::claims::actors::{self, Actors, Named};
use crate::lang::claims::agreements::deed::{Governing, Voice};
use crate::lang::claims::agreements::phrase::{Clause, Link, Phrase, Words};
use crate::lang::claims::agreements::words::{Deed, is_determiner, is_preposition};
use crate::lang::claims::{Part, Party};
use crate::lang::lexicon::gazetteer::Kinds;

/// How many sentences before it words like `the two countries` look for whom they mean.
const LOOK_BACK: usize = 3;
/// The most parties of one description.
const PARTIES: usize = 12;

/// Of whom words for two can speak.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pair {
    Anyone,
    /// `the two governments`: countries and who leads them.
    States,
}

/// The parties of a description in the making.
pub struct Parties<'w, 'a> {
    words: &'w Words<'a>,
    pub found: Vec<Party>,
    /// Who brought it about and is no party.
    mediators: Vec<Party>,
}

impl<'w, 'a> Parties<'w, 'a> {
    pub fn new(words: &'w Words<'a>) -> Self {
        Parties { words, found: Vec::new(), mediators: Vec::new() }
    }

    /// Adds those whom the phrase itself names.
    pub fn add_inside(&mut self, phrase: &Phrase) {
        let core = phrase.tokens.start..phrase.head.max(phrase.tokens.start);
        self.add_before_head(phrase, core.clone());
        if let Some(name) = &phrase.name {
            self.add_of_name(name.tokens.clone());
        }
        self.add_both(core);
        for part in &phrase.parts {
            match part.link {
                Link::With => self.add_all(part.tokens.clone(), Part::Patient),
                Link::Between => self.add_all(part.tokens.clone(), Part::Participant),
                Link::About => self.add_owners(part.tokens.clone()),
                Link::To => self.add_bodies_served(part.tokens.clone()),
                Link::Of | Link::In => {}
            }
        }
    }

    /// Adds those of a clause that belongs to the phrase.
    pub fn add_clause(&mut self, clause: &Clause) {
        let mut from = clause.rest.start;
        let by_outsider = clause.deed == Deed::Broker;
        if !clause.subject.is_empty() {
            self.add_doers(clause.deed, clause.subject.clone());
        }
        // Each preposition says what the names behind it are.
        let is_switch = |at: usize| is_preposition(self.words.folded(at));
        let mut groups = Vec::new();
        for at in clause.rest.clone() {
            if is_switch(at) {
                groups.push(from..at);
                from = at;
            }
        }
        groups.push(from..clause.rest.end);
        for group in groups {
            let inside = group.start + 1..group.end;
            match self.words.folded(group.start) {
                "by" if by_outsider => self.add_mediators(inside),
                "by" => self.add_all(inside, Part::Agent),
                "with" => self.add_all(inside, Part::Patient),
                "between" | "among" => self.add_all(inside, Part::Participant),
                _ => {}
            }
        }
    }

    /// Adds those of the verb that governs the phrase.
    pub fn add_governing(&mut self, phrase: &Phrase, governing: &Governing) {
        if governing.deed == Deed::Broker {
            self.add_mediators(governing.subject.clone());
        }
        match governing.voice {
            Voice::Active => {
                self.add_doers(governing.deed, governing.subject.clone());
                if governing.deed.is_by_party() && governing.verb < phrase.tokens.start {
                    self.add_behind(governing.verb + 1..phrase.tokens.start, governing.deed);
                    self.add_receivers(governing.verb + 1..phrase.tokens.start, governing.deed);
                    self.add_behind(governing.behind.clone(), governing.deed);
                }
            }
            Voice::Passive => self.add_behind(governing.behind.clone(), governing.deed),
            Voice::Itself => {}
        }
    }

    /// The parties without mediators.
    pub fn settle(self) -> Vec<Party> {
        let Parties { mut found, mediators, .. } = self;
        found.retain(|party| !mediators.iter().any(|mediator| shares_key(party, mediator)));
        found.truncate(PARTIES);
        found
    }

    fn add(&mut self, named: &Named, role: Part) {
        let mut party = Party { role, ..named.party.clone() };
        party.is_country |= self.is_capital_city(named);
        // Who is named more exactly stands for a country: `Peru's President Rosas`.
        let same_country = |one: &Party| one.country.is_some() && one.country == party.country;
        if party.is_country && self.found.iter().any(|one| same_country(one)) {
            return;
        }
        self.found.retain(|one| !(one.is_country && same_country(one)));
        actors::join(&mut self.found, party);
    }

    fn add_all(&mut self, tokens: Range<usize>, role: Part) {
        self.add_both(tokens.clone());
        let actors = self.words.actors;
        for named in actors.within(tokens.clone()) {
            let place = self.words.before(named.tokens.start).is_some_and(|before| {
                before >= tokens.start && matches!(self.words.folded(before), "in" | "at" | "near" | "from")
            });
            if !place && self.is_actor(named) {
                self.add(named, role);
            }
        }
    }

    /// Modifiers: `Iran nuclear deal`, `the Russian-Turkish pact`.
    fn add_before_head(&mut self, phrase: &Phrase, tokens: Range<usize>) {
        let actors = self.words.actors;
        let countries = actors.within(tokens.clone()).filter(|named| named.party.is_country).count();
        let of_place = phrase.word.sort == Sort::Ceasefire && countries == 1;
        for named in actors.within(tokens) {
            let acts = match named.kind {
                EntityKind::Place => named.party.is_country && !of_place,
                EntityKind::Agreement | EntityKind::Event => false,
                _ => true,
            };
            if acts {
                self.add(named, Part::Participant);
            }
        }
    }

    /// Countries in a name: `the Peru-Vietnam Trade Agreement`.
    fn add_of_name(&mut self, tokens: Range<usize>) {
        let actors = self.words.actors;
        let lexicon = actors.page.lexicon;
        for at in tokens {
            for half in self.words.folded(at).split(' ') {
                let known = lexicon.name(half).filter(|known| known.is_country);
                let country = known.and_then(|known| known.country).or_else(|| lexicon.demonym(half));
                let named = country.and_then(|country| actors.country(country, at));
                if let Some(named) = named.filter(|_| actors.page.is_capital(at)) {
                    self.add(&named, Part::Participant);
                }
            }
        }
    }

    /// Whose the thing is that it is about: `fishing off Peru's coast`.
    fn add_owners(&mut self, tokens: Range<usize>) {
        let actors = self.words.actors;
        let page = actors.page;
        for named in actors.within(tokens) {
            let owns = page
                .token(named.tokens.end)
                .is_some_and(|token| token.kind == crate::lang::token::TokenKind::Possessive);
            if owns && self.is_actor(named) {
                self.add(named, Part::Participant);
            }
        }
    }

    /// Bodies to, for or from whom something is done: `to supply parts to Acme`.
    fn add_bodies_served(&mut self, tokens: Range<usize>) {
        let actors = self.words.actors;
        for named in actors.within(tokens.start + 1..tokens.end) {
            let served = (tokens.start..named.tokens.start)
                .rev()
                .take(4)
                .any(|at| matches!(self.words.folded(at), "to" | "for" | "from" | "with"));
            if served && named.kind == EntityKind::Organization {
                self.add(named, Part::Participant);
            }
        }
    }

    /// Those who do something with the agreement, where that makes them parties.
    fn add_doers(&mut self, deed: Deed, subject: Range<usize>) {
        if !deed.is_by_party() {
            return;
        }
        let before = self.found.len();
        self.add_both(subject.clone());
        let actors = self.words.actors;
        for named in actors.within(subject.clone()) {
            if self.is_actor(named) && !self.is_aside(named, subject.start) {
                self.add(named, Part::Agent);
            }
        }
        if self.found.len() == before {
            match subject.clone().map(|at| self.words.folded(at)).find(|word| is_pronoun(word)) {
                Some("they" | "we") => self.add_pair(subject.start, Pair::Anyone),
                Some(_) => self.add_last_subject(subject.start),
                None => {}
            }
        }
    }

    /// Whether a name stands behind a preposition that makes it no subject.
    fn is_aside(&self, named: &Named, from: usize) -> bool {
        let mut at = named.tokens.start;
        while let Some(before) = self.words.before(at).filter(|&before| before >= from) {
            let word = self.words.folded(before);
            if !is_determiner(word) {
                return is_preposition(word) && word != "of" && word != "between";
            }
            at = before;
        }
        false
    }

    /// `by Chad`, `with Chad`, `between Chad and Mali` behind a verb.
    fn add_behind(&mut self, tokens: Range<usize>, deed: Deed) {
        for at in tokens.clone() {
            let end = (at + 1..tokens.end)
                .find(|&end| is_preposition(self.words.folded(end)) && self.words.folded(end) != "of")
                .unwrap_or(tokens.end);
            match self.words.folded(at) {
                "by" if deed == Deed::Broker => self.add_mediators(at + 1..end),
                "by" if deed.is_by_party() => self.add_all(at + 1..end, Part::Agent),
                "with" if deed.is_by_party() => self.add_all(at + 1..end, Part::Patient),
                "between" if deed.is_by_party() => self.add_all(at + 1..end, Part::Participant),
                _ => {}
            }
        }
    }

    /// To whom a contract goes: `awarded Acme a contract`.
    fn add_receivers(&mut self, tokens: Range<usize>, deed: Deed) {
        if deed == Deed::Agree && !tokens.clone().any(|at| is_preposition(self.words.folded(at))) {
            self.add_all(tokens, Part::Patient);
        }
    }

    fn add_mediators(&mut self, tokens: Range<usize>) {
        let actors = self.words.actors;
        self.mediators.extend(actors.within(tokens).map(|named| named.party.clone()));
    }

    /// `the two countries`, `both sides`: the two of whom the text speaks.
    fn add_both(&mut self, tokens: Range<usize>) {
        let pair =
            tokens.clone().find(|&at| {
                let counts = matches!(self.words.folded(at), "two" | "both" | "the" | "neighbouring");
                let next = self.words.folded(at + 1);
                let sides = matches!(
                    next,
                    "countries" | "sides" | "nations" | "parties" | "neighbours" | "neighbors"
                ) || matches!(
                    next,
                    "leaders" | "governments" | "presidents" | "states" | "ministers" | "men" | "companies"
                ) && self.words.folded(at) != "the";
                let alone = next == "" || self.words.verb(at + 1).is_some();
                tokens.contains(&(at + 1)) && counts && sides
                    || self.words.folded(at) == "two" && alone && at > 0 && self.words.folded(at - 1) == "the"
            });
        if let Some(at) = pair {
            let next = self.words.folded(at + 1);
            let states = matches!(
                next,
                "countries"
                    | "nations"
                    | "neighbours"
                    | "neighbors"
                    | "governments"
                    | "presidents"
                    | "states"
                    | "ministers"
            );
            self.add_pair(at, if states { Pair::States } else { Pair::Anyone });
        }
    }

    /// The only two of whom the sentences before a token speak.
    fn add_pair(&mut self, at: usize, of: Pair) {
        let actors = self.words.actors;
        let mut start = actors.sentence(at).start;
        for _ in 0..=LOOK_BACK {
            let mut pair: Vec<&Named> = Vec::new();
            for named in actors.within(start..at) {
                let known = pair.iter().any(|one| is_of_one(&one.party, &named.party));
                let fits = of == Pair::Anyone
                    || named.party.is_country
                    || self.is_capital_city(named)
                    || named.party.is_person && named.party.country.is_some();
                if !known && fits && self.is_actor(named) && !self.is_aside_place(named) {
                    pair.push(named);
                }
            }
            match pair.as_slice() {
                [] | [_] => {}
                [one, other] => {
                    let (one, other) = ((*one).clone(), (*other).clone());
                    self.add(&one, Part::Participant);
                    self.add(&other, Part::Participant);
                    return;
                }
                _ => return,
            }
            if start == 0 {
                return;
            }
            start = actors.sentence(start - 1).start;
        }
    }

    /// Whom `it` or `he` means: who opens the sentence, else the one before it.
    fn add_last_subject(&mut self, at: usize) {
        let actors = self.words.actors;
        let sentence = actors.sentence(at);
        let before = sentence.start.checked_sub(1).map(|last| actors.sentence(last));
        for tokens in [Some(sentence.start..at), before].into_iter().flatten() {
            let first =
                actors.within(tokens).find(|named| self.is_actor(named) && !self.is_aside_place(named));
            if let Some(named) = first.cloned() {
                self.add(&named, Part::Agent);
                return;
            }
        }
    }

    fn is_aside_place(&self, named: &Named) -> bool {
        named.kind == EntityKind::Place && self.is_aside(named, 0)
    }

    /// Countries and their capitals, bodies and people.
    fn is_actor(&self, named: &Named) -> bool {
        match named.kind {
            EntityKind::Place => named.party.is_country || self.is_capital_city(named),
            EntityKind::Agreement | EntityKind::Event => false,
            _ => true,
        }
    }

    /// The seat of a government stands for it.
    fn is_capital_city(&self, named: &Named) -> bool {
        named.kind == EntityKind::Place && kinds(self.words.actors, named).any(Kinds::CAPITAL)
    }
}

/// What the lists know of a name's place.
pub fn kinds(actors: &Actors<'_>, named: &Named) -> Kinds {
    let chain = named.party.mention.and_then(|mention| actors.chain(mention));
    let known =
        chain.and_then(|chain| chain.forms.iter().find_map(|form| actors.page.lexicon.name(&form.folded)));
    known.map_or(Kinds::NONE, |known| known.kinds)
}

fn is_pronoun(word: &str) -> bool {
    matches!(word, "it" | "they" | "he" | "she" | "we")
}

fn shares_key(one: &Party, other: &Party) -> bool {
    one.keys.iter().any(|key| other.keys.contains(key))
}

/// One actor, or a country and somebody of it.
fn is_of_one(one: &Party, other: &Party) -> bool {
    shares_key(one, other) || one.country.is_some() && one.country == other.country
}
