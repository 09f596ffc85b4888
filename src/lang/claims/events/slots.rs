//! Who takes part in an event, where, when, what it is about, and who says so.

mod near;
mod subject;
mod topic;

use crate::base::kind::EntityKind;
use crate::lang::claims::actors::{Named, join};
use crate::lang::claims::events::scene::{Item, Scene};
use crate::lang::claims::events::{Told, grammar};
use crate::lang::claims::{Part, Party, Place, Sort, topics};
use crate::lang::lexicon::triggers::Frame;

/// The words of a trigger reach so far to the right.
const REACH: usize = 24;
/// A name so far before a verb can still be its subject.
const SUBJECT: usize = 40;

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
        // `four men arrested in Kelda`: whoever is named further off is somebody else.
        let apart = passive && trigger.is_reduced(self.scene) && !self.scene.is_headline && {
            let before = trigger.at.checked_sub(1);
            before.is_some_and(|at| self.scene.item_at(at).is_none() && self.scene.folded(at) != ",")
        };
        if !apart {
            self.subject(trigger.at, subject);
        }
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
        if let "his" | "her" = scene.folded(trigger.phrase) {
            let own = if self.frame() == Frame::Suffers { Part::Patient } else { Part::Agent };
            match self.last_person(trigger.phrase).and_then(|at| scene.items.get(at)) {
                Some(person) => self.add(person.named, own),
                None => self.person_before(own),
            }
        }
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
            .find(|&at| self.scene.is_verb(at))
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
            let verb = self.scene.is_verb(at)
                && Some(at) != own
                && !grammar::is_be(folded)
                && !grammar::is_have(folded);
            !grammar::ends_clause(folded) && !verb && !other && folded != "to" || folded == "-"
        })
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
            (Frame::Does, "on" | "against" | "into" | "at" | "over")
                if self.is_attack() || governing == "against" || noun =>
            {
                if item.named.kind == EntityKind::Place {
                    self.located(item);
                }
                if Scene::is_spot(item) && self.told.trigger.sort != Sort::Contest {
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
            _ if scene.folded(item.tokens().start).starts_with("anti ") => Part::Patient,
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
}

/// Whether a token belongs to a date.
fn dated_at(scene: &Scene<'_>, at: usize) -> bool {
    scene.actors.dates_within(scene.tokens.clone()).any(|date| scene.actors.date_tokens(date).contains(&at))
}
