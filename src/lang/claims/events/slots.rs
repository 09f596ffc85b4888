//! Who takes part in an event, where, when, what it is about, and who says so.

use std::ops::Range;

use crate::base::kind::EntityKind;
use crate::lang::claims::actors::{Named, join};
use crate::lang::claims::events::reading::Trigger;
use crate::lang::claims::events::scene::{Item, Scene};
use crate::lang::claims::events::{Told, grammar};
use crate::lang::claims::{Part, Party, Place, Sort, topics};
use crate::lang::dates::rule::Rule;
use crate::lang::lexicon::triggers::{Frame, What};
use crate::lang::lexicon::{Classes, fold_word};
use crate::lang::names::page::Style;
use crate::lang::token::TokenKind;

/// The words of a trigger reach so far to the right.
const REACH: usize = 24;
/// A name so far before a verb can still be its subject.
const SUBJECT: usize = 40;
/// At most so many subjects of talks are kept, and so many words are read for them.
const STEMS: usize = 6;
const TOPIC_WORDS: usize = 12;

/// What fills a statement.
#[derive(Default)]
pub struct Slots {
    pub parties: Vec<Party>,
    pub topic: Vec<Box<str>>,
    pub place: Option<Place>,
    pub dates: Vec<u32>,
    pub source: Option<u32>,
}

/// The slots of a trigger of a sentence.
pub fn of(scene: &Scene<'_>, triggers: &[Told], index: usize) -> Slots {
    let Some(told) = triggers.get(index) else { return Slots::default() };
    let mut filler = Filler { scene, triggers, index, told, slots: Slots::default() };
    filler.slots.source = filler.source();
    if told.trigger.is_noun() {
        filler.noun()
    } else {
        filler.verb()
    }
    filler.topic();
    filler.place();
    filler.dates();
    filler.specific();
    filler.slots
}

struct Filler<'s, 'a> {
    scene: &'s Scene<'a>,
    triggers: &'s [Told],
    index: usize,
    told: &'s Told,
    slots: Slots,
}

impl<'a> Filler<'_, 'a> {
    fn frame(&self) -> Frame {
        self.told.trigger.frame
    }

    fn verb(&mut self) {
        let trigger = self.told.trigger;
        let passive = trigger.is_passive(self.scene);
        let (subject, object) = match self.frame() {
            Frame::Suffers if passive || !self.has_object() => (Part::Patient, Part::Agent),
            _ if passive => (Part::Patient, Part::Agent),
            _ => (Part::Agent, Part::Patient),
        };
        self.subject(trigger.at, subject);
        for at in 0..self.scene.items.len() {
            let Some(item) = self.scene.items.get(at).filter(|item| self.is_behind(item, trigger.last))
            else {
                continue;
            };
            let governor = item.governor.unwrap_or(usize::MAX);
            if (trigger.at..=trigger.last).contains(&governor) {
                if !passive {
                    self.object(item, object);
                }
            } else if governor > trigger.last {
                self.complement(item, passive);
            }
        }
    }

    fn noun(&mut self) {
        let scene = self.scene;
        let trigger = self.told.trigger;
        self.carried_by();
        for item in &scene.items {
            let tokens = item.tokens();
            if tokens.start >= trigger.phrase && tokens.end <= trigger.first {
                self.modifier(item);
            } else if item.governor.is_some_and(|governor| governor > trigger.last)
                && self.is_behind(item, trigger.last)
            {
                self.complement(item, false);
            }
        }
        let before = trigger.phrase.checked_sub(1).map_or("", |at| scene.folded(at));
        let attends = matches!(before, "for" | "during" | "in" | "at");
        if self.told.carrier.is_none()
            && attends
            && self.frame() == Frame::Meets
            && self.slots.parties.len() < 2
            && let Some(verb) = self.verb_before(trigger.phrase)
        {
            self.subject(verb, Part::Agent);
        }
    }

    /// The subject of the verb that carries the noun.
    fn carried_by(&mut self) {
        let scene = self.scene;
        let carrier = self.told.carrier.filter(|carrier| carrier.is_light);
        if let Some(carrier) = carrier {
            // Who is to be tried or was defeated goes on trial, suffers a defeat.
            let suffers = self.frame() == Frame::Suffers
                && [
                    "go",
                    "went",
                    "goes",
                    "gone",
                    "stand",
                    "stood",
                    "face",
                    "faces",
                    "faced",
                    "suffered",
                    "undergo",
                    "won",
                    "win",
                    "wins",
                    "entered",
                    "tendered",
                    "offered",
                    "handed",
                    "submitted",
                ]
                .contains(&scene.folded(carrier.at));
            let passive = carrier.at.checked_sub(1).is_some_and(|at| grammar::is_be(scene.folded(at)));
            if !passive && self.frame() != Frame::Happens {
                self.subject(carrier.at, if suffers { Part::Patient } else { Part::Agent });
            }
        }
    }

    /// The verb that a prepositional phrase at the end of a clause depends on.
    fn verb_before(&self, at: usize) -> Option<usize> {
        (self.scene.tokens.start..at)
            .rev()
            .take_while(|&at| !grammar::ends_clause(self.scene.folded(at)))
            .find(|&at| grammar::is_verb(self.scene.page, at))
    }

    fn has_object(&self) -> bool {
        self.scene.begins_phrase(self.told.trigger.last + 1)
    }

    /// Whether a name stands behind a token with no other verb or clause between.
    fn is_behind(&self, item: &Item<'_>, from: usize) -> bool {
        let start = item.start.max(from + 1);
        if item.tokens().start <= from || item.tokens().start > from + REACH {
            return false;
        }
        let own = self.told.carrier.map(|carrier| carrier.at);
        let governor = item.governor.unwrap_or(start);
        (from + 1..start.min(governor.max(from + 1))).all(|at| {
            let folded = self.scene.folded(at);
            let other = self.triggers.iter().any(|told| told.trigger.at == at);
            let verb = grammar::is_verb(self.scene.page, at)
                && Some(at) != own
                && !grammar::is_be(folded)
                && !grammar::is_have(folded);
            !grammar::ends_clause(folded) && !verb && !other && folded != "to" || folded == "-"
        })
    }

    /// The nearest name before a verb that can be its subject, and those that belong to it.
    fn subject(&mut self, verb: usize, part: Part) {
        let scene = self.scene;
        let Some(last) = self.subject_item(verb) else { return };
        let mut at = last;
        let mut found = Vec::new();
        loop {
            let Some(item) = scene.items.get(at) else { break };
            found.push(item);
            let Some(before) = at.checked_sub(1).filter(|_| self.goes_on_before(at)) else { break };
            at = before;
        }
        for item in found.into_iter().rev() {
            self.add(item.named, part);
        }
    }

    /// Whether the name before belongs to the same subject: `X and Y`, `X, the minister of Y,`.
    fn goes_on_before(&self, at: usize) -> bool {
        let scene = self.scene;
        let Some((item, before)) =
            scene.items.get(at).zip(at.checked_sub(1).and_then(|at| scene.items.get(at)))
        else {
            return false;
        };
        if item.listed {
            return true;
        }
        let gap = before.tokens().end..item.tokens().start;
        if self.leads(item) {
            return gap.len() <= 12;
        }
        let free = gap.clone().all(|at| {
            let folded = scene.folded(at);
            (!grammar::is_preposition(folded) || folded == "of")
                && !grammar::ends_clause(folded)
                && !grammar::is_verb(scene.page, at)
        });
        free && gap.len() <= 8 && !self.is_prepositional(before)
    }

    fn is_prepositional(&self, item: &Item<'_>) -> bool {
        let governing = self.scene.governing(item);
        grammar::is_preposition(governing) && governing != "of" && governing != "between" && !self.leads(item)
    }

    /// Who leads a delegation takes part: `the team led by X arrived`.
    fn leads(&self, item: &Item<'_>) -> bool {
        let before = item.governor.and_then(|at| at.checked_sub(1)).map_or("", |at| self.scene.folded(at));
        self.scene.governing(item) == "by" && matches!(before, "led" | "headed" | "chaired")
    }

    fn subject_item(&self, verb: usize) -> Option<usize> {
        let scene = self.scene;
        let group = self.group_start(verb);
        let before = group.checked_sub(1).filter(|at| scene.tokens.contains(at))?;
        match scene.folded(before) {
            "he" | "she" => return self.last_person(before),
            "it" | "they" | "we" | "i" | "you" => return None,
            "who" | "which" | "that" => {
                let at = self.last_item(before)?;
                let item = scene.items.get(at)?;
                return (before - item.tokens().end <= 2).then_some(at);
            }
            _ => {}
        }
        let low = self.clause_start(group);
        let mut chosen = None;
        for (at, item) in scene.items.iter().enumerate().rev() {
            let tokens = item.tokens();
            if tokens.end > group {
                continue;
            }
            if tokens.start < low || group - tokens.end > SUBJECT {
                break;
            }
            let person = scene.is_possessor(item) && item.named.party.is_person;
            let object = scene.is_governed_by_verb(item) && !self.carries_subject(item);
            if self.is_prepositional(item) || person || object {
                continue;
            }
            chosen = Some((at, tokens.end));
            break;
        }
        let (at, end) = chosen?;
        // `Petrov said the rebels attacked`: a phrase of its own stands between.
        let other = (end..group).any(|at| {
            let folded = scene.folded(at);
            let before = at.checked_sub(1).map_or("", |before| scene.folded(before));
            let led = grammar::is_preposition(before)
                || matches!(before, ",")
                || at > end && grammar::is_verb(scene.page, at - 1);
            matches!(folded, "the" | "a" | "an" | "his" | "her" | "their" | "its" | "some") && !led
        });
        (!other).then_some(at)
    }

    /// A name behind a verb that is the subject all the same: `said Petrov had met`.
    fn carries_subject(&self, item: &Item<'_>) -> bool {
        item.governor.is_some_and(|at| {
            self.scene.page.classes(at).any(Classes::SAID) && !self.scene.page.classes(at).any(Classes::ACTS)
        })
    }

    /// The first token of the verb group: auxiliaries, adverbs, `is due to`.
    fn group_start(&self, verb: usize) -> usize {
        let scene = self.scene;
        let mut at = verb;
        while let Some(before) = at.checked_sub(1).filter(|before| scene.tokens.contains(before)) {
            let folded = scene.folded(before);
            let auxiliary = grammar::is_be(folded)
                || grammar::is_have(folded)
                || grammar::is_modal(folded)
                || grammar::is_do(folded)
                || grammar::is_adverb(folded)
                || folded == "to"
                || matches!(folded, "due" | "set" | "ready" | "able" | "poised" | "likely");
            let leads = scene.folded(at) == "to" && grammar::is_verb(scene.page, before);
            let dated = scene
                .actors
                .dates_within(scene.tokens.clone())
                .any(|date| scene.actors.date_tokens(date).contains(&before));
            let on_date = dated_at(scene, at) && folded == "on";
            if scene.item_at(before).is_some() || !(auxiliary || leads || dated || on_date) {
                break;
            }
            at = before;
        }
        at
    }

    /// Where the clause begins that a verb stands in: behind `that`, `said`, a colon; over a relative
    /// clause between commas.
    fn clause_start(&self, group: usize) -> usize {
        let scene = self.scene;
        let mut at = group;
        let mut comma = false;
        while let Some(before) = at.checked_sub(1).filter(|before| scene.tokens.contains(before)) {
            let folded = scene.folded(before);
            comma |= folded == ",";
            if matches!(folded, "which" | "who" | "whose" | "where" | "whom")
                && comma
                && before.checked_sub(1).is_some_and(|at| scene.folded(at) == ",")
            {
                at = before;
                continue;
            }
            let said = scene.page.classes(before).any(Classes::SAID)
                && scene.page.token(before).is_some_and(|token| !token.is_capital())
                && scene.folded(before + 1) != "to"
                && !self.triggers.iter().any(|told| told.trigger.at == before);
            if said || grammar::ends_clause(folded) && folded != "-" {
                return at;
            }
            at = before;
        }
        at
    }

    fn last_item(&self, before: usize) -> Option<usize> {
        self.scene.items.iter().rposition(|item| item.tokens().end <= before)
    }

    fn last_person(&self, before: usize) -> Option<usize> {
        let person = |item: &Item<'_>| item.named.party.is_person && item.tokens().end <= before;
        self.scene.items.iter().rposition(person)
    }

    /// The object of a verb.
    fn object(&mut self, item: &Item<'a>, part: Part) {
        if self.scene.is_possessor(item) && item.named.party.is_person {
            return;
        }
        match self.frame() {
            Frame::Goes | Frame::Happens => self.located(item),
            Frame::Does if Scene::is_spot(item) => self.located(item),
            _ if item.named.kind == EntityKind::Agreement => {}
            _ => self.add(item.named, part),
        }
    }

    /// A name behind a preposition.
    fn complement(&mut self, item: &Item<'a>, passive: bool) {
        let scene = self.scene;
        let trigger = self.told.trigger;
        let governing = scene.governing(item);
        let noun = trigger.is_noun();
        // `over the crisis in Kelda`: no place of the talks.
        let governor = item.governor.unwrap_or(item.start);
        let about = (trigger.last + 1..governor).any(|at| self.begins_topic(at));
        if about || item.named.kind == EntityKind::Agreement {
            return;
        }
        let direct = governor == trigger.last + 1;
        let part = match (self.frame(), governing) {
            (Frame::Meets, "between" | "among") => Part::Participant,
            (Frame::Meets, "with" | "against") => Part::Patient,
            (Frame::Meets, "of" | "by") if noun && direct => Part::Agent,
            (Frame::Acts, "against") => Part::Patient,
            (Frame::Acts | Frame::Goes, "by" | "of") if noun && (direct || governing == "by") => Part::Agent,
            (Frame::Goes, "with") => Part::Participant,
            (Frame::Goes, "to" | "in" | "at" | "for") => return self.located(item),
            (Frame::Does | Frame::Suffers, "by") if noun || passive || self.frame() == Frame::Suffers => {
                Part::Agent
            }
            (Frame::Does, "on" | "against" | "into" | "at")
                if self.is_attack() || governing == "against" || noun =>
            {
                if item.named.kind == EntityKind::Place {
                    self.located(item);
                }
                if Scene::is_spot(item) {
                    return;
                }
                Part::Patient
            }
            (Frame::Does | Frame::Suffers, "of") if noun && direct => {
                if Scene::is_spot(item) {
                    return self.located(item);
                }
                Part::Patient
            }
            (Frame::Happens, "between" | "against") => Part::Participant,
            _ => return,
        };
        if !(scene.is_possessor(item) && item.named.party.is_person) {
            self.add(item.named, part);
        }
    }

    /// A name inside the noun's phrase: `Turkey's offensive`, `the Russian-Turkish consultations`.
    fn modifier(&mut self, item: &Item<'a>) {
        let scene = self.scene;
        let name = item.named.party.mention.is_some() && !scene.is_possessor(item);
        if name
            && item.named.kind == EntityKind::Place
            && matches!(self.frame(), Frame::Does | Frame::Suffers)
        {
            return self.located(item);
        }
        if Scene::is_spot(item) {
            if self.frame() != Frame::Meets || !scene.is_possessor(item) {
                let word = scene.folded(item.tokens().start);
                if matches!(self.frame(), Frame::Meets) {
                    self.slots.topic.push(topics::stem(word));
                } else {
                    self.located(item);
                }
            }
            return;
        }
        let part = match self.frame() {
            Frame::Suffers => Part::Patient,
            Frame::Happens => {
                self.located(item);
                return;
            }
            Frame::Meets => Part::Participant,
            _ => Part::Agent,
        };
        self.add(item.named, part);
    }

    fn is_attack(&self) -> bool {
        self.told.trigger.sort.family() == Sort::Attack.family()
    }

    fn located(&mut self, item: &Item<'_>) {
        if self.slots.place.is_none() {
            self.slots.place = self.scene.actors.place(item.named);
        }
    }

    fn add(&mut self, named: &Named, part: Part) {
        let kind = named.kind;
        if kind == EntityKind::Agreement || kind == EntityKind::Place && !named.party.is_country {
            // A capital that acts stands for its government.
            if kind != EntityKind::Place || part != Part::Agent || named.party.country.is_none() {
                return;
            }
        }
        let mut party = named.party.clone();
        party.role = part;
        join(&mut self.slots.parties, party);
    }

    /// A demonym or country beside one who is named of it says the same: `Turkish … Onal`.
    fn specific(&mut self) {
        let parties = std::mem::take(&mut self.slots.parties);
        let more = |party: &Party| {
            parties
                .iter()
                .any(|other| !other.is_country && other.country == party.country && other.keys != party.keys)
        };
        let kept: Vec<Party> = parties
            .iter()
            .filter(|party| !(party.is_country && party.country.is_some() && more(party)))
            .cloned()
            .collect();
        self.slots.parties = kept;
    }

    /// The mention of who says it.
    fn source(&self) -> Option<u32> {
        let scene = self.scene;
        let at = self.told.trigger.at;
        let said = |token: usize| {
            scene.page.classes(token).any(Classes::SAID)
                && scene.page.token(token).is_some_and(|token| !token.is_capital())
                && !matches!(
                    scene.folded(token),
                    "hopes" | "hoped" | "called" | "thanked" | "thought" | "asked"
                )
                && !self.triggers.iter().any(|told| told.trigger.at == token)
        };
        let tokens = scene.tokens.clone();
        let nearest = tokens.clone().filter(|&token| said(token)).min_by_key(|token| token.abs_diff(at));
        if let Some(verb) = nearest {
            let behind = || scene.items.iter().find(|item| item.governor == Some(verb));
            let before = self.subject_item(verb).and_then(|item| scene.items.get(item));
            return before.or_else(behind)?.named.party.mention;
        }
        let by =
            tokens.clone().find(|&at| scene.folded(at) == "according" && scene.folded(at + 1) == "to")?;
        let item =
            scene.items.iter().find(|item| item.tokens().start > by && item.tokens().start <= by + 10)?;
        item.named.party.mention
    }

    /// Whether what an event is about begins at a token: `on`, `over`, `about`, `to discuss`.
    fn begins_topic(&self, at: usize) -> bool {
        let scene = self.scene;
        match scene.folded(at) {
            "on" => !dated_at(scene, at + 1) && scene.folded(at + 2) != "sidelines",
            "over" | "about" | "regarding" | "concerning" => !dated_at(scene, at + 1),
            "discuss" | "discussed" | "discussing" | "discusses" => true,
            "for" => matches!(
                self.told.trigger.sort,
                Sort::Charge | Sort::Trial | Sort::Verdict | Sort::Sentencing | Sort::Arrest
            ),
            "with" => self.told.trigger.sort == Sort::Charge,
            "of" => {
                matches!(self.told.trigger.sort, Sort::Charge | Sort::Verdict) && !self.told.trigger.is_noun()
            }
            _ => false,
        }
    }

    fn topic(&mut self) {
        let scene = self.scene;
        let trigger = self.told.trigger;
        for at in trigger.phrase..trigger.at {
            let number = scene.page.token(at).is_some_and(|token| token.kind != TokenKind::Word);
            if scene.item_at(at).is_none() && !number && !dated_at(scene, at) && self.is_telling(at) {
                self.slots.topic.push(topics::stem(scene.folded(at)));
            }
        }
        let end = (trigger.last + 1..=trigger.last + REACH)
            .take_while(|&at| {
                let folded = scene.folded(at);
                let other = self.triggers.iter().any(|told| told.trigger.at == at && !told.trigger.is_noun());
                !folded.is_empty() && !grammar::ends_clause(folded) && (!other || self.begins_topic(at))
            })
            .last();
        let Some(end) = end else { return };
        let begin = if trigger.reading.lemma == "discuss" {
            Some(trigger.last)
        } else {
            let meets = matches!(self.frame(), Frame::Meets | Frame::Goes | Frame::Acts);
            let law = matches!(
                trigger.sort,
                Sort::Charge | Sort::Trial | Sort::Verdict | Sort::Sentencing | Sort::Arrest
            );
            let found = (trigger.last + 1..=end).find(|&at| self.begins_topic(at));
            found.filter(|_| meets || law)
        };
        let Some(begin) = begin else { return };
        let mut words = 0;
        for at in begin + 1..=end {
            let folded = scene.folded(at);
            let verb = grammar::is_verb(scene.page, at) && words > 0;
            if words >= TOPIC_WORDS
                || verb
                || folded == "," && !self.lists_on(at)
                || self.slots.topic.len() >= STEMS
            {
                break;
            }
            if folded == "during" || folded == "after" || folded == "before" {
                break;
            }
            words += 1;
            match scene.item_at(at) {
                Some(item) if item.named.party.mention.is_none() => {
                    let country =
                        item.named.party.country.and_then(|country| scene.page.lexicon.country(country));
                    self.slots.topic.extend(country.map(|country| topics::stem(&fold_word(country.name))));
                }
                Some(_) if grammar::is_content(scene.page, at) => self.slots.topic.push(topics::stem(folded)),
                None if !dated_at(scene, at) && self.is_telling(at) => {
                    self.slots.topic.push(topics::stem(folded))
                }
                _ => {}
            }
        }
    }

    /// A comma between subjects, in a headline or before a short one.
    fn lists_on(&self, at: usize) -> bool {
        self.scene.style != Style::Sentence && self.scene.item_at(at + 1).is_some()
    }

    /// A word of weight that tells one event from another.
    fn is_telling(&self, at: usize) -> bool {
        let scene = self.scene;
        let folded = scene.folded(at);
        let known = scene.page.known_word(at);
        let trigger = known.is_some_and(|word| {
            word.readings
                .iter()
                .any(|reading| matches!(reading.what, What::Event(_, Frame::Meets) | What::Light(_)))
        });
        grammar::is_content(scene.page, at)
            && !trigger
            && !grammar::is_adverb(folded)
            && !grammar::is_verb(scene.page, at)
            && grammar::ordinal(folded).is_none()
            && folded.len() > 2
            && !matches!(
                folded,
                "new"
                    | "latest"
                    | "recent"
                    | "current"
                    | "further"
                    | "another"
                    | "next"
                    | "last"
                    | "final"
                    | "major"
                    | "planned"
                    | "upcoming"
                    | "possible"
                    | "potential"
                    | "proposed"
                    | "scheduled"
                    | "deadly"
                    | "more"
                    | "brief"
                    | "short"
                    | "long"
                    | "rare"
                    | "fresh"
                    | "official"
                    | "key"
                    | "high"
                    | "level"
                    | "direct"
                    | "situation"
                    | "development"
                    | "developments"
                    | "issue"
                    | "issues"
                    | "matter"
                    | "matters"
                    | "question"
                    | "questions"
                    | "number"
                    | "range"
                    | "two"
                    | "three"
                    | "four"
                    | "five"
                    | "one"
                    | "telephone"
                    | "phone"
                    | "video"
                    | "previous"
                    | "separate"
                    | "bilateral"
                    | "other"
                    | "first"
                    | "working"
                    | "joint"
                    | "round"
                    | "rounds"
                    | "measures"
                    | "ways"
                    | "how"
                    | "early"
                    | "late"
                    | "monday"
                    | "tuesday"
                    | "wednesday"
                    | "thursday"
                    | "friday"
                    | "saturday"
                    | "sunday"
                    | "day"
                    | "days"
                    | "week"
                    | "month"
                    | "year"
                    | "part"
                    | "alleged"
                    | "apparent"
                    | "suspected"
                    | "violent"
                    | "well"
                    | "reported"
                    | "light"
                    | "grave"
            )
    }

    /// The nearest place that nothing else of the sentence is nearer to.
    fn place(&mut self) {
        let scene = self.scene;
        if self.slots.place.is_some()
            || self.told.trigger.sort == Sort::Call
            || self.told.trigger.reading.lemma == "discuss"
        {
            return;
        }
        let mut best: Option<(usize, &Item<'_>)> = None;
        for item in scene.items.iter().filter(|item| item.named.kind == EntityKind::Place) {
            let locative = scene.locative(item);
            let struck = self.frame() == Frame::Happens && scene.is_governed_by_verb(item);
            let of = self.frame() == Frame::Happens && scene.governing(item) == "of";
            let topic = topics::stem(scene.folded(item.tokens().start));
            if !(locative.is_some() || struck || of)
                || scene.is_possessor(item)
                || self.slots.topic.contains(&topic)
            {
                continue;
            }
            let at = locative.or(item.governor).unwrap_or(item.start);
            let Some(cost) = self.nearest_cost(at) else { continue };
            let about = (self.told.trigger.last + 1..at).any(|at| self.begins_topic(at));
            if !about && best.is_none_or(|(least, _)| cost < least) {
                best = Some((cost, item));
            }
        }
        if let Some((_, item)) = best {
            self.located(item);
        }
    }

    fn dates(&mut self) {
        let scene = self.scene;
        let trigger = self.told.trigger;
        let mut near: Vec<(usize, u32)> = Vec::new();
        for date in scene.actors.dates_within(scene.tokens.clone()) {
            let is_day = scene
                .actors
                .dates
                .get(date as usize)
                .is_some_and(|date| matches!(date.rule, Rule::Place { .. }));
            if !is_day {
                continue;
            }
            let tokens = scene.actors.date_tokens(date);
            let inside = |trigger: &Trigger| {
                trigger.is_noun() && tokens.start >= trigger.phrase && tokens.end <= trigger.at
            };
            if inside(&trigger) {
                near.push((0, date));
            } else if !self.triggers.iter().any(|told| inside(&told.trigger)) {
                near.extend(self.nearest_cost(anchor(scene, &tokens)).map(|cost| (cost, date)));
            }
        }
        // Of several, the nearest and what goes on from it: `on Feb. 15-16`, `on Monday at noon`.
        let Some(&(_, nearest)) = near.iter().min() else { return };
        let tokens = scene.actors.date_tokens(nearest);
        let goes_on = |date: u32| {
            let other = scene.actors.date_tokens(date);
            let mut gap = tokens.end.min(other.end)..tokens.start.max(other.start);
            gap.len() <= 2 && gap.all(|at| matches!(scene.folded(at), "-" | "–" | "and" | "at" | "to" | "of"))
        };
        self.slots.dates =
            near.iter().map(|&(_, date)| date).filter(|&date| date == nearest || goes_on(date)).collect();
        self.slots.dates.sort_unstable();
    }

    /// How far a token stands from this trigger, where no other trigger or verb is nearer to it.
    fn nearest_cost(&self, token: usize) -> Option<usize> {
        let own = self.triggers.get(self.index).map(|told| self.cost(told, token))?;
        let nearer = self.triggers.iter().enumerate().any(|(at, told)| {
            let cost = self.cost(told, token);
            at != self.index && (cost < own || cost == own && at < self.index)
        });
        let carries = |at: usize| {
            self.triggers
                .iter()
                .any(|told| told.trigger.at == at || told.carrier.is_some_and(|carrier| carrier.at == at))
        };
        let other = self.scene.tokens.clone().any(|at| {
            let said = self.scene.page.classes(at).any(Classes::SAID);
            let verb = self.is_finite(at);
            (said || verb) && !carries(at) && self.distance(at, token, false) + usize::from(!said) < own
        });
        (!nearer && !other && own < SUBJECT).then_some(own)
    }

    /// A verb of a clause that tells of no event.
    fn is_finite(&self, at: usize) -> bool {
        let folded = self.scene.folded(at);
        grammar::is_verb(self.scene.page, at)
            && !grammar::is_be(folded)
            && !grammar::is_have(folded)
            && !grammar::is_modal(folded)
            && !grammar::is_do(folded)
            && !matches!(
                folded,
                "scheduled"
                    | "planned"
                    | "due"
                    | "slated"
                    | "expected"
                    | "aimed"
                    | "based"
                    | "proposed"
                    | "led"
                    | "headed"
            )
    }

    fn cost(&self, told: &Told, token: usize) -> usize {
        let noun = told.trigger.is_noun();
        let own = self.distance(told.trigger.at, token, noun);
        let carried = told.carrier.map(|carrier| self.distance(carrier.at, token, false));
        carried.map_or(own, |carried| own.min(carried + 1))
    }

    /// Tokens between, with what stands against it: commas, clauses, words before their verb.
    fn distance(&self, from: usize, token: usize, noun: bool) -> usize {
        let scene = self.scene;
        let between = from.min(token) + 1..from.max(token);
        let penalties: usize = between
            .clone()
            .map(|at| match scene.folded(at) {
                "," => 3,
                "(" | ")" => SUBJECT,
                "that" | "which" | "who" | "when" | "while" | "after" | "before" | "where" | "as"
                | "since" | "but" => 7,
                folded if grammar::ends_clause(folded) && folded != "-" => 8,
                _ => 0,
            })
            .sum();
        let opens = token < from && self.opens_sentence(token);
        let backwards = if token >= from || opens { 0 } else { 2 };
        // What opens a sentence belongs to its first verb, how ever far that is.
        let noun = if noun && (opens || between.len() > 1) { 3 } else { 0 };
        let opening =
            if opens { between.clone().filter(|&at| scene.folded(at) == ",").count().min(2) * 3 } else { 0 };
        (between.len() + penalties + backwards + noun).saturating_sub(opening)
    }

    fn opens_sentence(&self, token: usize) -> bool {
        token <= self.scene.tokens.start + 2
    }
}

/// Where a date hangs: at its preposition.
fn anchor(scene: &Scene<'_>, tokens: &Range<usize>) -> usize {
    let before = tokens.start.checked_sub(1);
    before.filter(|&at| grammar::is_preposition(scene.folded(at))).unwrap_or(tokens.start)
}

fn dated_at(scene: &Scene<'_>, at: usize) -> bool {
    scene.actors.dates_within(scene.tokens.clone()).any(|date| scene.actors.date_tokens(date).contains(&at))
}
