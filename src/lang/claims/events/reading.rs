//! Which reading of a word the sentence leaves: noun or verb of an event, or none.

use std::borrow::Cow;

use crate::lang::claims::events::grammar;
use crate::lang::claims::events::scene::Scene;
use crate::lang::lexicon::Classes;
use crate::lang::lexicon::triggers::{Bar, Form, Frame, Need, Reading, What};
use crate::lang::names::page::Style;
use crate::lang::token::TokenKind;

/// How many words behind are asked for what has to stand there.
const NEAR: usize = 8;
/// The same for what belongs to a noun.
const CLOSE: usize = 3;
const FAR: usize = 14;

/// A word that tells of an event, and how the sentence uses it.
#[derive(Clone, Copy, Debug)]
pub struct Trigger {
    /// The token of the head.
    pub at: usize,
    /// The first and last token of the words.
    pub first: usize,
    pub last: usize,
    pub reading: &'static Reading,
    pub sort: crate::lang::claims::Sort,
    pub frame: Frame,
    /// The first token of a noun's phrase; of a verb, itself.
    pub phrase: usize,
}

impl Trigger {
    pub fn is_noun(&self) -> bool {
        self.reading.form.is_noun()
    }

    /// The trigger at a token, if one stands there.
    pub fn at(scene: &Scene<'_>, at: usize) -> Option<Self> {
        let word = scene.page.known_word(at)?;
        if !word.readings.iter().any(|reading| matches!(reading.what, What::Event(..))) {
            return None;
        }
        let capital = scene.page.is_capital(at) && !scene.page.opens(at) && scene.style == Style::Sentence;
        if capital || scene.item_at(at).is_some() {
            return None;
        }
        let events = || word.readings.iter().filter(|reading| matches!(reading.what, What::Event(..)));
        let has_noun = events().any(|reading| reading.form.is_noun());
        let verbal = events().any(|reading| is_verb_here(scene, at, reading.form, has_noun));
        events().find_map(|reading| {
            let fits = if verbal {
                is_verb_here(scene, at, reading.form, has_noun)
            } else {
                reading.form.is_noun() && is_noun_here(scene, at)
            };
            fits.then(|| Trigger::read(scene, at, reading)).flatten()
        })
    }

    fn read(scene: &Scene<'_>, at: usize, reading: &'static Reading) -> Option<Self> {
        let What::Event(sort, frame) = reading.what else { return None };
        let mut trigger = Trigger { at, first: at, last: at, reading, sort, frame, phrase: at };
        if let Some(particle) = reading.particle {
            trigger.last = particle_behind(scene, at, particle)?;
        }
        if trigger.is_noun() {
            trigger.phrase = scene.phrase_start(at);
            while let Some(before) = trigger.first.checked_sub(1).filter(|&before| {
                before >= trigger.phrase
                    && scene.item_at(before).is_none()
                    && scene
                        .page
                        .known_word(before)
                        .is_some_and(|word| word.readings.iter().any(|reading| reading.what == What::First))
            }) {
                trigger.first = before;
            }
        }
        let barred = reading.bars.iter().any(|bar| trigger.is_barred(scene, bar));
        let needs = reading.needs.iter().all(|need| trigger.has(scene, need));
        (!barred && needs && !trigger.describes(scene)).then_some(trigger)
    }

    /// A word that only describes what stands behind it: `merger agreement`, `retired judge`.
    fn describes(&self, scene: &Scene<'_>) -> bool {
        let Some(behind) =
            scene.page.known_word(self.last + 1).filter(|_| scene.tokens.contains(&(self.last + 1)))
        else {
            return false;
        };
        // Adjectives as well: `the final hours`, `the ruling party`.
        let adjective = matches!(self.reading.lemma, "final" | "ruling" | "offensive" | "primary");
        if adjective && scene.begins_phrase(self.last + 1) {
            return true;
        }
        if self.is_noun() {
            return behind.readings.iter().any(|reading| reading.what == What::Described);
        }
        matches!(self.frame, Frame::Acts)
            && self.reading.form == Form::Past
            && behind.classes.any(Classes::TITLE.or(Classes::HEAD))
    }

    fn is_barred(&self, scene: &Scene<'_>, bar: &Bar) -> bool {
        match bar {
            Bar::Before(words) => self.is_behind_any(scene, words),
            Bar::Further(words) => self.behind(scene, words, FAR),
            Bar::Behind(words) => {
                for at in (self.last + 1..self.last + 6).take_while(|at| scene.tokens.contains(at)) {
                    if contains(words, scene.folded(at)) && scene.item_at(at).is_none() {
                        return true;
                    }
                    // Behind a noun only the next word; behind a verb the whole phrase.
                    let goes_on = !self.is_noun()
                        && (grammar::is_determiner(scene.folded(at)) || grammar::is_content(scene.page, at));
                    if !goes_on {
                        break;
                    }
                }
                false
            }
        }
    }

    /// What the words around it say; what depends on who takes part is asked later.
    fn has(&self, scene: &Scene<'_>, need: &Need) -> bool {
        match need {
            Need::Slot | Need::Party | Need::Several | Need::Anchor => true,
            Need::Again => {
                matches!(scene.folded(self.phrase), "the" | "this" | "that" | "these")
                    && scene.told.contains(&self.sort.family())
            }
            Need::Who => self.has_human_object(scene),
            Need::Behind(words) => self.behind(scene, words, if self.is_noun() { CLOSE } else { NEAR }),
            Need::Before(words) => self.before(scene, words),
        }
    }

    /// Whether the word right before the noun's own words is one of these.
    fn is_behind_any(&self, scene: &Scene<'_>, words: &[Cow<'static, str>]) -> bool {
        (self.first..self.at).chain(self.first.checked_sub(1)).any(|at| contains(words, scene.folded(at)))
    }

    fn before(&self, scene: &Scene<'_>, words: &[Cow<'static, str>]) -> bool {
        let from = if self.is_noun() { self.phrase } else { self.at.saturating_sub(1) };
        let word_before = self.phrase.checked_sub(1).filter(|at| scene.tokens.contains(at));
        (from..self.at).chain(word_before).any(|at| {
            contains(words, scene.folded(at))
                || scene
                    .page
                    .folded(at)
                    .rsplit(' ')
                    .next()
                    .is_some_and(|last| scene.page.folded(at).contains(' ') && contains(words, last))
        })
    }

    fn behind(&self, scene: &Scene<'_>, words: &[Cow<'static, str>], reach: usize) -> bool {
        (self.last + 1..=self.last + reach)
            .take_while(|&at| scene.tokens.contains(&at) && !grammar::ends_clause(scene.folded(at)))
            .any(|at| contains(words, scene.folded(at)))
    }

    /// `charged him`, `fired the coach`, `20 were arrested`.
    fn has_human_object(&self, scene: &Scene<'_>) -> bool {
        if self.is_passive(scene) {
            let reach = if self.is_reduced(scene) { CLOSE } else { FAR };
            let from = scene.tokens.start.max(self.at.saturating_sub(reach));
            return (from..self.at).any(|at| is_human(scene, at));
        }
        (self.last + 1..=self.last + NEAR)
            .take_while(|&at| {
                let folded = scene.folded(at);
                scene.tokens.contains(&at)
                    && (!grammar::is_preposition(folded) || matches!(folded, "of" | "than" | "at" | "about"))
                    && !grammar::ends_clause(folded)
                    && folded != ","
            })
            .any(|at| is_human(scene, at))
    }

    /// A participle without its auxiliary: `a man arrested in Kelda`.
    pub fn is_reduced(&self, scene: &Scene<'_>) -> bool {
        let mut before = scene.before(self.at);
        for _ in 0..2 {
            let folded = before.map_or("", |at| scene.folded(at));
            if grammar::is_be(folded) || grammar::is_have(folded) || grammar::is_modal(folded) {
                return false;
            }
            before = before.and_then(|at| scene.before(at));
        }
        true
    }

    /// Whether the subject of the verb is who it is done to.
    pub fn is_passive(&self, scene: &Scene<'_>) -> bool {
        if !matches!(self.reading.form, Form::Past | Form::Participle) {
            let be = scene.before(self.at).map(|before| scene.folded(before));
            return self.reading.form == Form::Base && be == Some("be");
        }
        let mut at = self.at;
        for _ in 0..3 {
            let Some(before) = scene.before(at) else { break };
            let folded = scene.folded(before);
            if grammar::is_be(folded) {
                return true;
            }
            if grammar::is_have(folded) {
                return false;
            }
            if grammar::is_conjunction(folded) || folded == "," {
                break;
            }
            at = before;
            if !scene.is_verb(before) {
                break;
            }
        }
        let transitive = matches!(self.frame, Frame::Does | Frame::Suffers);
        let object = scene.begins_phrase(self.last + 1);
        let acts = self.sort == crate::lang::claims::Sort::Death && self.frame == Frame::Suffers;
        transitive && !object && !acts
    }
}

fn particle_behind(scene: &Scene<'_>, at: usize, particle: &str) -> Option<usize> {
    (at + 1..=at + 3).find(|&next| scene.folded(next) == particle).filter(|&next| {
        (at + 1..next).all(|between| {
            grammar::is_object_pronoun(scene.folded(between))
                || scene.item_at(between).is_some()
                || scene.folded(between) == "tools"
        })
    })
}

fn contains(words: &[Cow<'static, str>], folded: &str) -> bool {
    !folded.is_empty() && words.iter().any(|word| word == folded)
}

/// A named person or body, a pronoun for one, or a word for human beings.
fn is_human(scene: &Scene<'_>, at: usize) -> bool {
    if let Some(item) = scene.item_at(at) {
        return !Scene::is_spot(item);
    }
    let folded = scene.folded(at);
    let word = matches!(
        folded,
        "man"
            | "men"
            | "woman"
            | "women"
            | "people"
            | "person"
            | "persons"
            | "boy"
            | "boys"
            | "girl"
            | "girls"
            | "child"
            | "children"
            | "suspect"
            | "suspects"
            | "him"
            | "her"
            | "them"
            | "he"
            | "she"
            | "they"
            | "militant"
            | "militants"
            | "rebel"
            | "rebels"
            | "gunman"
            | "gunmen"
            | "staff"
            | "police"
            | "others"
            | "citizens"
            | "nationals"
            | "civilians"
            | "students"
            | "dissidents"
            | "youths"
            | "brothers"
            | "brother"
            | "son"
            | "father"
            | "mother"
            | "couple"
            | "who"
            | "members"
            | "member"
            | "teenager"
            | "hostages"
            | "hostage"
            | "captives"
            | "protesters"
            | "journalists"
            | "migrants"
            | "pirates"
            | "suspected"
            | "driver"
            | "owner"
            | "crew"
            | "coach"
            | "dozens"
            | "hundreds"
            | "half"
    );
    let agent = folded.len() > 5
        && ["ers", "ors", "er", "or", "ists", "ist", "ees", "ee"].iter().any(|end| folded.ends_with(end))
        && !matches!(
            folded,
            "water"
                | "number"
                | "paper"
                | "matter"
                | "power"
                | "offer"
                | "letter"
                | "color"
                | "september"
                | "october"
                | "november"
                | "december"
                | "after"
                | "later"
                | "earlier"
                | "former"
                | "other"
                | "under"
                | "order"
                | "orders"
                | "center"
                | "centre"
                | "never"
                | "another"
                | "error"
                | "newsletter"
                | "computer"
                | "father"
                | "weather"
                | "corridor"
                | "sector"
                | "cancer"
        )
        && grammar::is_content(scene.page, at);
    word || agent || scene.page.classes(at).any(Classes::TITLE.or(Classes::HEAD).or(Classes::PEOPLE))
}

fn is_noun_here(scene: &Scene<'_>, at: usize) -> bool {
    let Some(before) = scene.before(at) else { return true };
    let folded = scene.folded(before);
    let infinitive = folded == "to"
        && scene.page.folded(at).ends_with(['e', 'k', 'l', 't'])
        && scene
            .page
            .known_word(at)
            .is_some_and(|word| word.readings.iter().any(|reading| reading.form == Form::Base));
    let subject = grammar::is_subject_pronoun(folded) && folded != "that" && folded != "it";
    let verbal = infinitive || subject || grammar::is_modal(folded) || grammar::is_do(folded);
    !verbal && !is_verb_after_subject(scene, at)
}

fn is_verb_after_subject(scene: &Scene<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| matches!(scene.folded(before), "he" | "she" | "they" | "who"))
}

/// Whether a form of a verb stands where a verb does.
fn is_verb_here(scene: &Scene<'_>, at: usize, form: Form, has_noun: bool) -> bool {
    let Some(before) = scene.before(at) else {
        return form == Form::Past && !has_noun || form == Form::Participle;
    };
    let folded = scene.folded(before);
    let next = scene.begins_phrase(at + 1);
    let determined = grammar::is_determiner(folded)
        && folded != "that"
        && folded != "both"
        && folded != "all"
        && folded != "which"
        || scene.is_possessive_mark(before);
    match form {
        Form::Singular | Form::Plural => false,
        Form::Past | Form::Participle => {
            if determined || grammar::is_preposition(folded) && folded != "after" && folded != "since" {
                return grammar::is_be(folded);
            }
            // `shot`, `cut`, `hit` are nouns as well.
            !has_noun
                || grammar::is_be(folded)
                || grammar::is_have(folded)
                || next
                || grammar::is_subject_pronoun(folded)
        }
        Form::Base => {
            if determined && folded != "both" {
                return false;
            }
            let infinitive = folded == "to" || grammar::is_modal(folded) || grammar::is_do(folded);
            let plural = matches!(folded, "they" | "we" | "i" | "you" | "who");
            let joined = matches!(folded, "and" | "or") && !has_noun;
            infinitive
                || plural
                || joined
                || is_plural(scene, before) && (!has_noun || scene.is_headline && next)
        }
        Form::Third => {
            if determined || grammar::is_preposition(folded) {
                return false;
            }
            let name = scene
                .item_at(before)
                .is_some_and(|item| item.named.party.mention.is_some() && !Scene::is_spot(item));
            let subject = matches!(folded, "he" | "she" | "it" | "who" | "which" | "that");
            let noun = !is_plural(scene, before) && grammar::is_content(scene.page, before)
                || scene.item_at(before).is_some() && !is_demonym(scene, before);
            if has_noun {
                subject || next && (name || noun && scene.is_headline)
            } else {
                subject || noun || folded == "," || folded == "and"
            }
        }
        Form::Gerund => {
            if grammar::is_be(folded) {
                return true;
            }
            if determined || is_demonym(scene, before) {
                return false;
            }
            let led = grammar::is_preposition(folded)
                || matches!(folded, "," | "and" | "while" | "when")
                || scene.is_verb(before);
            let with = scene.folded(at + 1) == "with";
            if has_noun { led && next && folded != "of" } else { led || next || with }
        }
    }
}

fn is_demonym(scene: &Scene<'_>, at: usize) -> bool {
    scene.item_at(at).is_some_and(|item| item.named.party.mention.is_none())
        || scene.page.classes(at).any(Classes::PEOPLE)
}

/// A subject of several: a plural noun, names joined.
fn is_plural(scene: &Scene<'_>, at: usize) -> bool {
    let folded = scene.folded(at);
    if let Some(item) = scene.item_at(at) {
        return item.listed || item.named.kind == crate::base::kind::EntityKind::Organization;
    }
    let word = scene.page.token(at).is_some_and(|token| token.kind == TokenKind::Word);
    let ends = folded.len() > 3
        && folded.ends_with('s')
        && !["ss", "us", "is"].iter().any(|end| folded.ends_with(end));
    word && (ends || matches!(folded, "police" | "people" | "men" | "women" | "children"))
}
