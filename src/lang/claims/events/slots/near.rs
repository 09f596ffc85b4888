//! Which dates and places of a sentence are whose: each belongs to the trigger that is nearest by
//! tokens, clauses and parts of speech.

use crate::base::kind::EntityKind;
use crate::lang::claims::events::Told;
use crate::lang::claims::events::grammar;
use crate::lang::claims::events::reading::Trigger;
use crate::lang::claims::events::scene::{Item, Scene};
use crate::lang::claims::events::slots::{Filler, SUBJECT};
use crate::lang::claims::{Sort, topics};
use crate::lang::dates::rule::Rule;
use crate::lang::lexicon::Classes;
use crate::lang::lexicon::triggers::Frame;
use std::ops::Range;

impl Filler<'_, '_> {
    /// The nearest place that nothing else of the sentence is nearer to.
    pub(super) fn place(&mut self) {
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

    pub(super) fn dates(&mut self) {
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
        let from = self.told.trigger.at;
        let carries = |at: usize| {
            self.triggers
                .iter()
                .any(|told| told.trigger.at == at || told.carrier.is_some_and(|carrier| carrier.at == at))
        };
        let other = self.scene.tokens.clone().any(|at| {
            let said = self.scene.page.classes(at).any(Classes::SAID);
            let verb = self.is_finite(at);
            let attribute =
                at.checked_sub(1).is_some_and(|before| grammar::is_determiner(self.scene.folded(before)));
            // `talks in November broke up`: behind the noun, before the verb, it is the noun's.
            let between = if from < token && token < at { 4 } else { 0 };
            (said || verb && !attribute)
                && !carries(at)
                && self.distance(at, token, false) + usize::from(!said) + between < own
        });
        (!nearer && !other && own < SUBJECT).then_some(own)
    }

    /// A verb of a clause that tells of no event.
    fn is_finite(&self, at: usize) -> bool {
        let folded = self.scene.folded(at);
        self.scene.is_verb(at)
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
