//! What an event is about: the telling words of its noun phrase and behind `on`, `over`, `to discuss`.

use crate::lang::claims::events::grammar;
use crate::lang::claims::events::slots::{Filler, REACH, dated_at};
use crate::lang::claims::{Sort, topics};
use crate::lang::lexicon::triggers::{Frame, What};
use crate::lang::lexicon::{Classes, fold_word};
use crate::lang::names::page::Style;
use crate::lang::token::TokenKind;

/// At most so many subjects of talks are kept, and so many words are read for them.
const STEMS: usize = 6;
const TOPIC_WORDS: usize = 12;

impl Filler<'_, '_> {
    /// Whether what an event is about begins at a token: `on`, `over`, `about`, `to discuss`.
    pub(super) fn begins_topic(&self, at: usize) -> bool {
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

    pub(super) fn topic(&mut self) {
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
                let said = scene.page.classes(at).any(Classes::SAID);
                !folded.is_empty()
                    && !said
                    && !grammar::ends_clause(folded)
                    && (!other || self.begins_topic(at))
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
            let comma = (trigger.last + 1..=end).find(|&at| scene.folded(at) == ",").unwrap_or(end);
            let found = (trigger.last + 1..=end)
                .find(|&at| self.begins_topic(at) && (at < comma || scene.folded(at).starts_with("discuss")));
            found.filter(|_| meets || law)
        };
        let Some(begin) = begin else { return };
        for (words, at) in (begin + 1..=end).enumerate() {
            let folded = scene.folded(at);
            let verb = scene.is_verb(at) && words > 0;
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
            && !scene.is_verb(at)
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
                    | "least"
                    | "eve"
                    | "annual"
            )
    }
}
