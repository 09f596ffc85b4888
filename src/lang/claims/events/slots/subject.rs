//! Who does it: the name before a verb that is its subject, and who the sentence says to say so.

use crate::lang::claims::Part;
use crate::lang::claims::events::grammar;
use crate::lang::claims::events::scene::{Item, Scene};
use crate::lang::claims::events::slots::{Filler, SUBJECT, dated_at};
use crate::lang::lexicon::Classes;

impl Filler<'_, '_> {
    /// Who `he` or `she` is, before a verb, where the sentence itself names nobody.
    fn pronoun(&mut self, verb: usize, part: Part) {
        let before = self.group_start(verb).checked_sub(1).map_or("", |at| self.scene.folded(at));
        if matches!(before, "he" | "she") {
            self.person_before(part);
        }
    }

    /// The only person of the sentence before.
    pub(super) fn person_before(&mut self, part: Part) {
        let scene = self.scene;
        let Some(last) = scene.tokens.start.checked_sub(1) else { return };
        let mut people =
            scene.actors.within(scene.actors.sentence(last)).filter(|named| named.party.is_person);
        let Some(person) = people.next() else { return };
        if people.all(|other| other.party.keys == person.party.keys) {
            self.add(person, part);
        }
    }

    /// The nearest name before a verb that can be its subject, and those that belong to it.
    pub(super) fn subject(&mut self, verb: usize, part: Part) {
        let scene = self.scene;
        let Some(last) = self.subject_item(verb) else { return self.pronoun(verb, part) };
        let mut first = last;
        while self.goes_on_before(first) {
            first -= 1;
        }
        for item in scene.items.get(first..=last).unwrap_or_default() {
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
                && !scene.is_verb(at)
        });
        free && gap.len() <= 8 && !self.is_prepositional(before)
    }

    fn is_prepositional(&self, item: &Item<'_>) -> bool {
        let governing = self.scene.governing(item);
        // `after Petrov resigned`: these begin clauses as well.
        let clause = matches!(
            governing,
            "of" | "between" | "after" | "before" | "since" | "as" | "until" | "because" | "than"
        );
        grammar::is_preposition(governing) && !clause && !self.leads(item)
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
            let led =
                grammar::is_preposition(before) || matches!(before, ",") || at > end && scene.is_verb(at - 1);
            matches!(folded, "the" | "a" | "an" | "his" | "her" | "their" | "its" | "some") && !led
        });
        // `Kelda signs, leaders meet`: a clause of its own begins at the comma.
        let commas: Vec<usize> = (end..group).filter(|&at| scene.folded(at) == ",").collect();
        let clause = matches!(commas.as_slice(), [comma] if *comma != end && *comma + 1 != group);
        (!other && !clause).then_some(at)
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
            let leads = scene.folded(at) == "to" && scene.is_verb(before);
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

    pub(super) fn last_person(&self, before: usize) -> Option<usize> {
        let person = |item: &Item<'_>| item.named.party.is_person && item.tokens().end <= before;
        self.scene.items.iter().rposition(person)
    }

    /// The mention of who says it.
    pub(super) fn source(&self) -> Option<u32> {
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
            let quoted = verb.checked_sub(1).is_some_and(|at| matches!(scene.folded(at), "," | "”" | "\""));
            let behind = || scene.items.iter().find(|item| quoted && item.governor == Some(verb));
            let before = self.subject_item(verb).and_then(|item| scene.items.get(item));
            let before = before.filter(|item| self.is_all_of_subject(item, verb));
            let named = before.or_else(behind).filter(|item| !Scene::is_spot(item))?;
            return named.named.party.mention;
        }
        let by =
            tokens.clone().find(|&at| scene.folded(at) == "according" && scene.folded(at + 1) == "to")?;
        let item =
            scene.items.iter().find(|item| item.tokens().start > by && item.tokens().start <= by + 10)?;
        item.named.party.mention
    }

    /// Whether nothing that is a subject by itself stands between a name and its verb.
    fn is_all_of_subject(&self, item: &Item<'_>, verb: usize) -> bool {
        let scene = self.scene;
        let end = item.tokens().end;
        let apposed =
            scene.folded(end) == "," && verb.checked_sub(1).is_some_and(|at| scene.folded(at) == ",");
        let pronoun = verb.checked_sub(1).is_some_and(|at| matches!(scene.folded(at), "he" | "she"));
        apposed
            || pronoun
            || scene.is_possessor(item)
            || (end..verb).all(|at| {
                let folded = scene.folded(at);
                grammar::is_adverb(folded) || scene.is_verb(at) || folded == "on" || dated_at(scene, at)
            })
    }
}
