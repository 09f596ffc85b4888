//! Events that an article tells of: meetings, calls, attacks, votes and the like, by their triggers.
//!
//! A trigger is a word of `lexicon/events.tsv` that its sentence uses as that (ACE's event trigger).
//! There is no tagger of parts of speech: determiners, auxiliaries, capitals and neighbours say whether
//! `attack` is a noun and `met` a meeting. What cannot be told is left out: an event that is none costs
//! the reader more than one that is missed.

mod grammar;
mod reading;
mod scene;
mod slots;
mod status;

use crate::base::kind::EntityKind;
use crate::base::span::Span;
use crate::lang::claims::actors::Actors;
use crate::lang::claims::events::reading::Trigger;
use crate::lang::claims::events::scene::Scene;
use crate::lang::claims::events::status::Carrier;
use crate::lang::claims::{Definiteness, Sort, Statement, Status, topics};
use crate::lang::lexicon::triggers::{Need, What};
use crate::lang::token::TokenKind;

/// The statements of a page; the heads of those `taken` are no triggers.
pub fn find(actors: &Actors<'_>, taken: &[Statement]) -> Vec<Statement> {
    let page = actors.page;
    let mut found = Vec::new();
    let mut next = 0;
    while let Some(at) = (next..page.tokens.len()).find(|&at| has_reading(actors, at)) {
        let scene = Scene::new(actors, at);
        next = scene.tokens.end.max(at + 1);
        let triggers = triggers(&scene, at, taken);
        found.extend((0..triggers.len()).filter_map(|index| statement(&scene, &triggers, index)));
    }
    found
}

/// A trigger with the verb that carries it and what it says of how far the event has come.
#[derive(Clone, Copy, Debug)]
struct Told {
    trigger: Trigger,
    carrier: Option<Carrier>,
    /// `None` where the event is only supposed or negated.
    status: Option<Status>,
}

fn has_reading(actors: &Actors<'_>, at: usize) -> bool {
    let word = actors.page.known_word(at);
    word.is_some_and(|word| word.readings.iter().any(|reading| matches!(reading.what, What::Event(..))))
}

/// The triggers of a sentence from a token on.
fn triggers(scene: &Scene<'_>, from: usize, taken: &[Statement]) -> Vec<Told> {
    let mut triggers: Vec<Told> = Vec::new();
    for at in (from..scene.tokens.end).filter(|&at| has_reading(scene.actors, at)) {
        let Some(trigger) = Trigger::at(scene, at) else { continue };
        let span = scene.page.span(trigger.at, trigger.at);
        if taken.iter().any(|statement| statement.head.intersects(span)) {
            continue;
        }
        // `peace talks`, `a suicide bombing attack`: one trigger, its head is the last noun.
        // `arrived to discuss`: what for, and no talks of their own.
        let talks = |told: &Told| matches!(told.trigger.sort.family(), "meeting" | "call" | "visit");
        let purpose = trigger.reading.lemma == "discuss"
            && (trigger.is_passive(scene)
                || triggers.iter().any(talks) && scene.folded(at.saturating_sub(1)) == "to");
        if purpose {
            continue;
        }
        if let Some(last) = triggers.last().filter(|last| last.trigger.is_noun() && trigger.is_noun())
            && last.trigger.last + 1 == trigger.first.max(trigger.phrase)
            && last.trigger.last + 1 == trigger.at
        {
            triggers.pop();
        }
        let carrier = status::carrier(scene, &trigger);
        let status = status::status(scene, &trigger, carrier);
        triggers.push(Told { trigger, carrier, status });
    }
    // `launch an attack`: the verb that carries a noun tells of nothing by itself.
    let carried: Vec<usize> =
        triggers.iter().filter_map(|told| told.carrier).map(|carrier| carrier.at).collect();
    triggers.retain(|told| !carried.contains(&told.trigger.at));
    triggers
}

fn statement(scene: &Scene<'_>, triggers: &[Told], index: usize) -> Option<Statement> {
    let told = triggers.get(index)?;
    let status = told.status?;
    let trigger = &told.trigger;
    let slots = slots::of(scene, triggers, index);
    let has_slot = !slots.parties.is_empty() || slots.place.is_some();
    let fits = trigger.reading.needs.iter().all(|need| match need {
        Need::Party => !slots.parties.is_empty(),
        Need::Slot => has_slot,
        Need::Anchor => has_slot || !slots.dates.is_empty(),
        _ => true,
    });
    let is_told = if trigger.is_noun() {
        has_slot
            || !slots.dates.is_empty()
            || !is_bare(scene, trigger)
            || told.carrier.is_some()
            || is_behind_time(scene, trigger)
    } else {
        !status::is_bare_form(trigger) || has_slot || counts_people(scene, trigger)
    };
    if !fits || !is_told {
        return None;
    }
    let tokens = &scene.tokens;
    // In `a second round of talks` the round is what was held.
    let round = status::counted(scene, trigger).filter(|&at| matches!(scene.folded(at), "round" | "rounds"));
    let (first, last) = round.map_or((trigger.first, trigger.last), |at| (at, at));
    Some(Statement {
        span: scene.page.span(first, last),
        at: Default::default(),
        words: Box::default(),
        head: scene.page.span(round.unwrap_or(trigger.at), round.unwrap_or(trigger.at)),
        sentence: sentence(scene, tokens.start, tokens.end),
        kind: EntityKind::Event,
        sort: trigger.sort,
        lemma: if round.is_some() { "round".into() } else { trigger.reading.lemma.into() },
        mention: None,
        parties: slots.parties.into(),
        topic: topics::sorted(slots.topic),
        place: slots.place,
        dates: slots.dates.into(),
        status,
        definite: definiteness(scene, trigger),
        ordinal: ordinal(scene, trigger),
        source: slots.source,
        record: 0,
    })
}

fn sentence(scene: &Scene<'_>, start: usize, end: usize) -> Span {
    scene.page.span(start, end.saturating_sub(1).max(start))
}

/// A noun with nothing before it that makes it one in particular.
fn is_bare(scene: &Scene<'_>, trigger: &Trigger) -> bool {
    !grammar::is_determiner(scene.folded(trigger.phrase))
        && (trigger.phrase..trigger.first).all(|at| scene.item_at(at).is_none())
}

/// `after clashes`, `since the raid`: the time is told by it, so it took place.
fn is_behind_time(scene: &Scene<'_>, trigger: &Trigger) -> bool {
    let before = trigger.phrase.checked_sub(1).map_or("", |at| scene.folded(at));
    matches!(before, "after" | "during" | "following" | "since" | "before" | "amid" | "on")
}

/// `killing 23 people`.
fn counts_people(scene: &Scene<'_>, trigger: &Trigger) -> bool {
    let number = |at: usize| scene.page.token(at).is_some_and(|token| token.kind == TokenKind::Number);
    trigger.sort == Sort::Death
        && (trigger.last + 1..trigger.last + 5).any(|at| {
            number(at)
                || matches!(scene.folded(at), "dozens" | "hundreds" | "people" | "two" | "three" | "several")
        })
}

fn definiteness(scene: &Scene<'_>, trigger: &Trigger) -> Definiteness {
    if !trigger.is_noun() {
        return Definiteness::New;
    }
    let head = status::counted(scene, trigger);
    let start = head.map_or(trigger.phrase, |head| scene.phrase_start(head));
    let end = head.unwrap_or(trigger.at);
    let mut words = (start..end).map(|at| scene.folded(at));
    let first = words.next().unwrap_or_default();
    let numbered = (start..end).any(|at| grammar::ordinal(scene.folded(at)).is_some_and(|number| number > 1));
    let other = |word: &str| {
        matches!(word, "another" | "new" | "further" | "separate" | "fresh" | "other" | "renewed")
    };
    if other(first) || words.clone().any(other) || numbered && matches!(first, "a" | "an") {
        return Definiteness::Other;
    }
    match first {
        "the" | "this" | "these" | "those" => {
            let says = start + 1 < trigger.first.min(end) || trigger.first < trigger.at || head.is_some();
            let complement = matches!(
                scene.folded(trigger.last + 1),
                "between" | "with" | "on" | "over" | "of" | "in" | "against" | "by" | "at"
            );
            if says || complement { Definiteness::Known } else { Definiteness::Bare }
        }
        "his" | "her" | "its" | "their" => Definiteness::Known,
        _ if (start..end).any(|at| scene.is_possessive_mark(at)) => Definiteness::Known,
        _ => Definiteness::New,
    }
}

fn ordinal(scene: &Scene<'_>, trigger: &Trigger) -> Option<u8> {
    let counted = status::counted(scene, trigger);
    let own = || (trigger.phrase..trigger.at).find_map(|at| grammar::ordinal(scene.folded(at)));
    let of_counted = counted
        .and_then(|head| (scene.phrase_start(head)..head).find_map(|at| grammar::ordinal(scene.folded(at))));
    if !trigger.is_noun() { None } else { of_counted.or_else(own) }
}

#[cfg(test)]
mod tests;
