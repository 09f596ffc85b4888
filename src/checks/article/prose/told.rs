//! How a sentence tells of one of its days: as over, or as still to come.
//!
//! The verb that governs the day decides. It is looked for to the left, over objects and places
//! (`handed down the sentence on August 9`), then to the right of a day that opens its clause (`On August 9,
//! the court …`) or stands behind the subject (`The court on August 9 sentenced …`). Where another noun may
//! have the day (`criticised the vote on August 9`) nothing is said. A misfortune has a day of its own,
//! whatever the verb: nobody tells of `the August 9 blast` before it.

pub mod verbs;
pub mod words;

use crate::checks::article::prose::{ItemKind, Passage};
use crate::lang::dates::rule::{Place, Rule};
use verbs::{Tense, Verb, is_account, is_adverb, of_infinitive, verb};
use words::{
    AHEAD_WORDS, CLOSES, COURTS, DETERMINERS, FIXED, HAPPENS, HEARERS, INTENDED, JOINTS, LOOKS_BACK, LOOSE,
    MISFORTUNES, OPAQUE, PARTS, PERFORMS, PLACES, PLANNED_EVENTS, REPAYS, UNREAL, UPCOMING, has, is, is_form,
    is_word,
};

/// What a sentence says of a day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Told {
    Over,
    Ahead,
}

/// How a day is told of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Telling {
    pub told: Told,
    /// The word that says so.
    pub by: usize,
}

/// How the day at the item is told of; `None` where that is not plain.
pub fn telling(passage: &Passage<'_>, at: usize) -> Option<Telling> {
    if passage.item(at)?.is_quoted {
        return None;
    }
    let opens = opens_clause(passage, at) || is_fixed_aside(passage, at);
    let found = match closes(passage, at).then(|| before(passage, at)) {
        Some(Before::Verb(telling)) => Some(telling),
        Some(Before::Subject) => behind(passage, at, opens),
        Some(Before::Front) => behind(passage, at, true),
        _ => opens.then(|| behind(passage, at, opens)).flatten(),
    };
    // `scheduled for Feb. 28, drew …`: what is fixed for a day says nothing of a verb in the past.
    let fixed = at.checked_sub(1).is_some_and(|joint| passage.is(joint, "for"));
    let found = found.filter(|telling| !fixed || telling.told == Told::Ahead);
    let found = found.filter(|telling| !is_fixed_aside(passage, at) || telling.told == Told::Ahead);
    found.or_else(|| misfortune(passage, at)).or_else(|| upcoming(passage, at))
}

/// `the upcoming Feb. 3 vote`, `the forthcoming summit on Feb. 3`.
fn upcoming(passage: &Passage<'_>, at: usize) -> Option<Telling> {
    let before = (at.saturating_sub(7)..at).rev().take_while(|at| {
        !passage.item(*at).is_none_or(super::Item::is_mark)
            && !is(passage, *at, PARTS)
            && verb(passage, *at).is_none()
    });
    let own = passage.word(at).split(' ').any(|word| is_word(word, UPCOMING));
    let by = if own { Some(at) } else { before.into_iter().find(|at| is(passage, *at, UPCOMING)) };
    Some(Telling { told: Told::Ahead, by: by? })
}

/// What a walk to the left of a day comes to.
enum Before {
    Verb(Telling),
    /// The beginning of the sentence, over a subject or over nothing.
    Subject,
    /// The beginning of the sentence, over what only says where.
    Front,
    Unclear,
}

/// The most items between a verb and its day.
const REACH: usize = 16;

fn before(passage: &Passage<'_>, at: usize) -> Before {
    // `on Tuesday (Feb. 28)`, `late on Tuesday, Feb. 28`: the weekday belongs to the day.
    let beside =
        at.checked_sub(2).filter(|two| passage.is_any(two + 1, &["(", ","]) && is_time(passage, *two));
    let first = beside.unwrap_or(at);
    let Some(joint) = first.checked_sub(1) else { return Before::Subject };
    let fixed = joint.checked_sub(1).is_some_and(|one| is(passage, one, FIXED));
    // `will be held from Feb. 3 to 5`
    let spans = passage.is(joint, "from") && passage.is_any(at + 1, &["to", "until", "through", "till"]);
    let limit = passage.is_any(joint, &["by", "until", "till"]) || spans;
    let since = passage.is(joint, "since");
    let timed = matches!(passage.date(at).map(|date| date.rule), Some(Rule::Place { time: Some(_), .. }));
    let joined = passage.is(joint, "on")
        || since
        || limit
        || passage.is(joint, "for") && fixed
        // `at dawn on Feb. 28`, `in the early hours of Feb. 28`
        || timed && passage.is_any(joint, &["at", "in", "around", "about", "during", "from"]);
    if !joined && is(passage, joint, JOINTS) {
        return Before::Unclear;
    }
    let last = if joined { joint } else { first };
    let mut path = Path::default();
    let adjacent =
        verb(passage, at + 1 + usize::from(passage.is(at + 1, ","))).is_some_and(|verb| verb.start > at);
    let mut back = last;
    while let Some(here) = back.checked_sub(1).filter(|here| last - here <= REACH) {
        // `face to face` is none.
        let twice = here.checked_sub(1).is_some_and(|one| passage.word(one) == passage.word(here + 1));
        let infinitive = passage.is(here, "to") && !is_thing(passage, here + 1) && !twice;
        let found =
            if infinitive { Some(of_infinitive(passage, here, here + 1)) } else { verb(passage, here) };
        if let Some(verb) = found.filter(|verb| !is_adjective(passage, verb)) {
            let telling = path.governs(passage, &verb, here, last).filter(|telling| match telling.told {
                Told::Over => !limit,
                Told::Ahead => !since,
            });
            return telling.map_or(Before::Unclear, Before::Verb);
        }
        back = match path.step(passage, here, last) {
            Some(next) => next,
            // `…, and the court on Feb. 28 quashed …`
            None if adjacent && passage.is_any(here, &[",", ";"]) && !since && !limit => {
                return path.subject(passage, at, last);
            }
            None => return Before::Unclear,
        };
    }
    if back > 0 || since && !passage.is(0, "since") || limit {
        return Before::Unclear;
    }
    // `In a ceremony on Feb. 28, the keys were handed over.`
    let inside = passage.is_any(0, &["in", "at", "during"]) && passage.is(at + 1, ",");
    if inside { Before::Front } else { path.subject(passage, at, last) }
}

/// `will redeem the Series H preferred shares`: a participle before its noun, where the verb stands before it.
fn is_adjective(passage: &Passage<'_>, verb: &Verb) -> bool {
    let next = verb.head + 1;
    let noun = passage.item(next).is_some_and(|item| item.kind == ItemKind::Word)
        && ![PARTS, LOOSE, DETERMINERS, CLOSES].iter().any(|class| is(passage, next, *class))
        && !is_adverb(passage, next);
    let plans = (verb.start.saturating_sub(8)..verb.start).rev();
    let plans = plans.take_while(|at| !is(passage, *at, PARTS) && !passage.is(*at, ","));
    verb.is_bare && noun && plans.into_iter().any(|at| passage.is_any(at, &["will", "shall"]))
}

/// What stands between a verb and its day, from the right.
#[derive(Default)]
struct Path {
    /// An event that can lie ahead, the nearest to the day.
    event: Option<usize>,
    /// The preposition before the event.
    preposition: Option<usize>,
    /// A misfortune: nobody knows of it beforehand.
    misfortune: Option<usize>,
    /// A preposition may give the day to its noun.
    is_loose: bool,
    has_for: bool,
    /// The preposition nearest to the day.
    nearest: Option<usize>,
    /// `after a fall on Feb. 28`: over where the verb is.
    has_after: bool,
    has_and: bool,
}

impl Path {
    /// Where the walk goes on over what is no verb; `None` where it may not.
    fn step(&mut self, passage: &Passage<'_>, here: usize, last: usize) -> Option<usize> {
        let item = passage.item(here)?;
        match item.kind {
            ItemKind::Date(_) => is_time(passage, here).then_some(here),
            ItemKind::Mark(',') if here + 1 == last => Some(here),
            ItemKind::Mark(',') => apposition(passage, here),
            ItemKind::Mark(')') => {
                (here.saturating_sub(6)..here).rev().find(|at| passage.is(*at, "(")).filter(|open| *open > 0)
            }
            ItemKind::Mark('%' | '$' | '€' | '£' | '’' | '\'' | '.') => Some(here),
            ItemKind::Mark(_) => (item.is_tight && item.is_dash()).then_some(here),
            ItemKind::Word => self.passes(passage, here, last).then_some(here),
            _ => Some(here),
        }
    }

    /// Whether the walk can go on over the word.
    fn passes(&mut self, passage: &Passage<'_>, here: usize, last: usize) -> bool {
        const INSIDE: &[&str] = &["in", "at", "during", "inside", "near", "outside", "aboard", "by", "from"];
        let next = here + 1;
        let preposition =
            is(passage, here, LOOSE) || passage.is_any(here, INSIDE) || passage.is_any(here, &["for", "to"]);
        if preposition {
            self.nearest = self.nearest.or(Some(here));
        }
        match () {
            () if passage.is_any(here, &["after", "following"]) => {
                self.note(here);
                self.has_after = true;
                true
            }
            () if passage.is(here, "to") => {
                self.note(here);
                true
            }
            () if passage.is(here, "due") => {
                (0..here).rev().take(2).any(|at| passage.is_any(at, &["is", "are"]))
            }
            () if is(passage, here, PARTS) || is(passage, here, AHEAD_WORDS) => false,
            // One coordination more, and it may be another clause.
            () if passage.is_any(here, &["and", "or", "nor"]) => {
                let is_first = !std::mem::replace(&mut self.has_and, true);
                is_first && last - here <= 8
            }
            () if passage.is(here, "for") => {
                self.note(here);
                self.has_for = true;
                let length = passage.date(next).is_some_and(|date| matches!(date.rule, Rule::Length(_)));
                length || self.event.is_none()
            }
            () if passage.is(here, "before") => {
                is(passage, next, DETERMINERS) && has(passage, next + 1..next + 5, COURTS)
            }
            () if passage.is_any(here, INSIDE) => {
                self.note(here);
                true
            }
            () if passage.is(here, "as") => {
                let clauses =
                    ["planned", "scheduled", "expected", "well", "if", "though", "he", "she", "it", "they"];
                !passage.is_any(next, &clauses)
            }
            () if passage.is(here, "into") && passage.is_any(next, &["force", "effect"]) => true,
            () if is(passage, here, LOOSE) => {
                self.note(here);
                self.is_loose = true;
                true
            }
            // `their place in the final`: what is won lies ahead.
            () if is(passage, here, PLACES) => {
                here.checked_sub(1).is_none_or(|before| !is(passage, before, DETERMINERS))
            }
            () if is(passage, here, MISFORTUNES) => {
                self.misfortune = self.misfortune.or(Some(here));
                true
            }
            // `went on sale`
            () if is(passage, here, PLANNED_EVENTS)
                && self.misfortune.is_none()
                && here.checked_sub(1).is_none_or(|before| !passage.is(before, "on")) =>
            {
                self.event = self.event.or(Some(here));
                true
            }
            () => true,
        }
    }

    /// Where the walk has come to over a subject. An event that is fixed beforehand may be told of (`The vote on
    /// Feb. 28 drew criticism`) before it is held; that it ended may not.
    fn subject(&self, passage: &Passage<'_>, at: usize, last: usize) -> Before {
        let next = if passage.is(at + 1, ",") { at + 2 } else { at + 1 };
        let held = self.event == last.checked_sub(1) && is(passage, next, HAPPENS);
        let plain = self.event.is_none() && self.misfortune.is_none();
        if plain || held { Before::Subject } else { Before::Unclear }
    }

    fn note(&mut self, here: usize) {
        if self.event.is_some() && self.preposition.is_none() {
            self.preposition = Some(here);
        }
    }

    /// What a verb says of the day behind the path.
    fn governs(&self, passage: &Passage<'_>, verb: &Verb, here: usize, last: usize) -> Option<Telling> {
        let told = match verb.tense {
            Tense::Past => Told::Over,
            Tense::Ahead => Told::Ahead,
            Tense::Open => return None,
        };
        // `will vote on the deal`: the verb itself is no noun.
        let event = self.event.filter(|event| *event != verb.head);
        let telling = Some(Telling { told, by: verb.start });
        let head = passage.word(verb.head);
        // `the quarter ended March 31`, `holders registered on Feb. 28`: a calendar of accounts.
        let accounts = is_account(passage, verb.start);
        if told == Told::Over && (accounts || is(passage, verb.head, INTENDED)) {
            return None;
        }
        let mut between = verb.head.max(here) + 1..last;
        let is_opaque = match told {
            Told::Over => is_form(head, OPAQUE) && !passage.is(last, "since"),
            Told::Ahead => is_form(head, LOOKS_BACK),
        };
        if is_opaque {
            // `was approved by the regulator on Feb. 28`
            let agent = verb.start < verb.head && passage.is(between.start, "by") && event.is_none();
            return telling.filter(|_| agent || between.all(|at| is_hearer(passage, at)));
        }
        // `will be fined for her remarks on Feb. 3`
        let is_loose = self.is_loose || self.has_for && (told == Told::Over || is_form(head, REPAYS));
        // `will seek damages for the lockout on Feb. 3`
        let of_noun = self.nearest.is_some_and(|at| {
            passage.is(at, "for")
                && is(passage, at + 1, DETERMINERS)
                && !passage.has_any(at + 2..at + 4, &["time"])
        });
        if told == Told::Ahead && (self.has_after || of_noun) {
            return None;
        }
        match (told, self.misfortune, event) {
            (Told::Ahead, Some(_), _) => None,
            (Told::Over, Some(_), _) => telling,
            (_, None, Some(_)) => match self.preposition {
                Some(preposition) => {
                    let inside = ["in", "at", "during", "inside", "outside", "near", "after", "following"];
                    telling.filter(|_| passage.is_any(preposition, &inside) && !is_loose)
                }
                None => {
                    // `won a debate on Feb. 28`: the right to hold one.
                    let granted = passage.is(verb.head, "won") && passage.is_any(verb.head + 1, &["a", "an"]);
                    telling.filter(|_| is_form(head, PERFORMS) && !is_loose && !granted)
                }
            },
            (Told::Ahead, None, None) => telling.filter(|_| !is_loose),
            (Told::Over, None, None) => telling,
        }
    }
}

/// `The strike, due to begin on Feb. 28, will …`: the verb of the clause stands behind.
fn is_fixed_aside(passage: &Passage<'_>, at: usize) -> bool {
    (at.saturating_sub(6)..at).any(|fixed| {
        let aside = fixed.checked_sub(1).is_some_and(|before| passage.is(before, ","));
        aside && is(passage, fixed, FIXED) && passage.is(fixed + 1, "to")
    }) && passage.is(at + 1, ",")
}

/// The verb behind a day that opens its clause, or that stands behind its subject.
fn behind(passage: &Passage<'_>, at: usize, opens: bool) -> Option<Telling> {
    let reach = if opens { REACH } else { 3 };
    let mut first: Option<Verb> = None;
    let mut ahead = at + 1;
    let mut commas = 0;
    while ahead < passage.count().min(at + 1 + reach) {
        let item = passage.item(ahead)?;
        if let Some(verb) = verb_ahead(passage, ahead) {
            match first {
                None => first = Some(verb),
                // `elections called by him will be held`: the second is the verb of the clause.
                Some(one) if one.is_bare && commas < 2 => {
                    let told = match verb.tense {
                        Tense::Ahead => Told::Ahead,
                        Tense::Past if one.tense == Tense::Past => Told::Over,
                        _ => return None,
                    };
                    return Some(Telling { told, by: verb.start });
                }
                Some(_) => {}
            }
            ahead = verb.head.max(ahead) + 1;
            continue;
        }
        match item.kind {
            ItemKind::Date(_) if !is_time(passage, ahead) => break,
            // `Since Feb. 28, when the levee failed, …`
            ItemKind::Mark(',') if passage.is_any(ahead + 1, &["when", "which", "where", "who"]) => {
                ahead = (ahead + 1..passage.count()).find(|at| passage.is(*at, ","))?;
            }
            ItemKind::Mark(',') if commas < 3 => commas += 1,
            ItemKind::Mark('%' | '’' | '\'' | '.' | '(' | ')') => {}
            ItemKind::Mark(_) if item.is_dash() && item.is_tight => {}
            ItemKind::Mark(_) => break,
            ItemKind::Word if is(passage, ahead, PARTS) => break,
            _ => {}
        }
        ahead += 1;
    }
    let verb = first?;
    let told = match verb.tense {
        Tense::Past if !is(passage, verb.head, INTENDED) => Told::Over,
        Tense::Ahead => Told::Ahead,
        _ => return None,
    };
    Some(Telling { told, by: verb.start })
}

/// The verb whose first word is the item.
fn verb_ahead(passage: &Passage<'_>, at: usize) -> Option<Verb> {
    let found = verb(passage, at)?;
    // What begins before the day is no verb behind it.
    (found.start == at).then_some(found)
}

/// `the Feb. 28 blast`, `the collision near Lima on Feb. 28`: what nobody knows beforehand.
fn misfortune(passage: &Passage<'_>, at: usize) -> Option<Telling> {
    let unreal = |noun: usize| {
        has(passage, noun.saturating_sub(8)..noun, UNREAL) || has(passage, noun..noun + 4, UNREAL)
    };
    let found = |by: usize| (!unreal(by)).then_some(Telling { told: Told::Over, by });
    let behind = (at + 1..at + 4).take_while(|ahead| {
        let word = passage.item(*ahead).is_some_and(|item| item.kind == ItemKind::Word);
        word && !is(passage, *ahead, CLOSES) && !is(passage, *ahead, PARTS)
    });
    if let Some(noun) = behind.into_iter().find(|ahead| is(passage, *ahead, MISFORTUNES)) {
        return found(noun);
    }
    let joint = at.checked_sub(1)?;
    if is(passage, joint, MISFORTUNES) {
        return found(joint);
    }
    if !passage.is_any(joint, &["on", "of"]) {
        return None;
    }
    for back in (joint.saturating_sub(6)..joint).rev() {
        if is(passage, back, MISFORTUNES) {
            return found(back);
        }
        let passes = ["in", "at", "near", "outside", "off", "aboard", "inside", "on", "of", "the", "a", "an"];
        let name = passage.item(back)?.words().starts_with(char::is_uppercase);
        if !name && !passage.is_any(back, &passes) {
            return None;
        }
    }
    None
}

/// Whether a day stands by itself: no noun follows that it belongs to (`a book on Feb. 28 elections`).
pub fn closes(passage: &Passage<'_>, at: usize) -> bool {
    let next = at + 1;
    // `will on Feb. 3 inaugurate`
    let split = at.checked_sub(2).is_some_and(|two| passage.is_any(two, &["will", "shall"]));
    split
        || passage.item(next).is_none_or(|item| {
            item.is_mark()
                || is(passage, next, CLOSES)
                || is(passage, next, PARTS)
                || item.is("as") && !passage.has_any(next..next + 3, &["date", "deadline", "day", "start"])
                || is(passage, next, DETERMINERS)
                || passage.date(next).is_some()
                || is_adverb(passage, next)
                || verb(passage, next).is_some_and(|verb| verb.start == next)
        })
}

/// Whether a day opens its clause: `On Feb. 28 …`, `…, and on Feb. 28 …`, `The talks, scheduled for Feb. 28, …`.
fn opens_clause(passage: &Passage<'_>, at: usize) -> bool {
    let Some(joint) = at.checked_sub(1) else { return true };
    let fixed = |at: usize| passage.is_any(at, &["scheduled", "planned", "set", "slated", "due"]);
    let Some(before) = joint.checked_sub(1) else { return passage.is_any(joint, &["on", "since"]) };
    if passage.is(joint, "for") {
        return fixed(before);
    }
    let leads = passage.is_any(before, &[",", "and", "but", ";", ":", "that", "-", "–", "—"]);
    let time = |at: usize| {
        is_time(passage, at)
            || is_adverb(passage, at)
            || passage.is_any(at, &["early", "late", "at", "in", "the", "but", "and"])
    };
    passage.is(joint, "on") && (leads || (0..joint).all(time) && joint <= 4)
}

/// Where an apposition begins that ends in the comma: `in Lima, Peru, on …`.
fn apposition(passage: &Passage<'_>, comma: usize) -> Option<usize> {
    let open = (comma.saturating_sub(4)..comma).rev().find(|at| passage.is(*at, ","))?;
    let plain = (open + 1..comma).all(|at| {
        passage.item(at).is_some_and(|item| {
            matches!(item.kind, ItemKind::Name(_) | ItemKind::Number(_))
                || item.words().starts_with(char::is_uppercase)
                || item.is_any(&["aged", "the", "of"])
        })
    });
    plain.then_some(open)
}

/// A clock time, a part of the day or a weekday: it belongs to the day beside it.
pub fn is_time(passage: &Passage<'_>, at: usize) -> bool {
    match passage.date(at).map(|date| date.rule) {
        Some(Rule::Place { place: Place::Weekday { .. } | Place::Offset { .. }, time }) => {
            time.is_some() || matches!(passage.place(at), Some(Place::Weekday { .. }))
        }
        Some(Rule::Length(_)) => true,
        _ => false,
    }
}

/// Whom something was said to, and where: `told reporters in Lima on Feb. 28`.
fn is_hearer(passage: &Passage<'_>, at: usize) -> bool {
    is(passage, at, HEARERS)
        || is_adverb(passage, at)
        || passage.name(at).is_some()
        || passage.date(at).is_some_and(|_| is_time(passage, at))
}

/// A determiner, a name, a number: what follows is a thing and no verb.
fn is_thing(passage: &Passage<'_>, at: usize) -> bool {
    let named = passage.item(at).is_some_and(|item| {
        matches!(
            item.kind,
            ItemKind::Name(_) | ItemKind::Number(_) | ItemKind::Ordinal(_) | ItemKind::Date(_)
        ) || item.words().starts_with(char::is_uppercase)
    });
    named || is(passage, at, DETERMINERS)
}
