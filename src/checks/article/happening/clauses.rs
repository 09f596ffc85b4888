//! The clauses of a sentence, and which verb or noun a day belongs to.
//!
//! There is no tagger of parts of speech: conjunctions and marks part a sentence, a small list of irregular
//! verbs and the ending `-ed` say what a verb is. A day belongs to the noun that it stands before
//! (`Wednesday's fire`), else to the nearest verb before it in its clause, else to the first one behind.

use std::ops::Range;

use crate::checks::article::happening::classes::{self, Class};
use crate::checks::article::happening::words::{
    ARTICLES, AUXILIARIES, DOES, FILED, FUNCTION, HAPPENS, HOURS, IRREGULAR, NO_DAY, NO_VERB, OPEN, OPENERS,
    RULED, SIGNED,
};
use crate::checks::article::prose::{ItemKind, Passage};
use crate::lang::dates::rule::{Rule, Time};

/// Which clause each item of a sentence is in.
#[derive(Clone, Debug, Default)]
pub struct Clauses {
    of: Vec<usize>,
    /// By clause: the word that opens it.
    openers: Vec<Option<usize>>,
}

impl Clauses {
    pub fn of(passage: &Passage<'_>) -> Self {
        let mut clauses = Clauses::default();
        let mut main = clauses.open(None);
        let mut current = main;
        let mut outer: Vec<usize> = Vec::new();
        for at in 0..passage.count() {
            let Some(item) = passage.item(at) else { break };
            let spaced_dash = item.is_dash() && !item.is_tight;
            match item.kind {
                ItemKind::Mark('(') => {
                    outer.push(current);
                    current = clauses.open(None);
                }
                ItemKind::Mark(')') => current = outer.pop().unwrap_or(main),
                ItemKind::Mark(';' | ':' | '“' | '”' | '"' | '«' | '»') => {
                    main = clauses.open(None);
                    current = main;
                }
                _ if spaced_dash => {
                    main = clauses.open(None);
                    current = main;
                }
                // What a comma ends is a clause inside the sentence.
                ItemKind::Mark(',') => current = main,
                ItemKind::Word if is_opener(passage, at) => {
                    let relative = is_verb(passage, at + 1);
                    current = clauses.open(Some(at));
                    // `said that …` goes on behind a comma.
                    if item.is("that") && !relative {
                        main = current;
                    }
                }
                _ => {}
            }
            clauses.of.push(current);
        }
        clauses
    }

    fn open(&mut self, opener: Option<usize>) -> usize {
        self.openers.push(opener);
        self.openers.len() - 1
    }

    fn clause(&self, at: usize) -> Option<usize> {
        self.of.get(at).copied()
    }

    fn same(&self, one: usize, other: usize) -> bool {
        self.clause(one).is_some() && self.clause(one) == self.clause(other)
    }

    /// The stretch round an item that is one clause.
    pub fn around(&self, at: usize) -> Range<usize> {
        let same = |other: &usize| self.same(at, *other);
        let first = (0..at).rev().take_while(same).last().unwrap_or(at);
        let last = (at..self.of.len()).take_while(same).last().unwrap_or(at);
        first..last + 1
    }

    /// The word that opens the clause of an item.
    fn opener(&self, at: usize) -> Option<usize> {
        self.openers.get(self.clause(at)?).copied().flatten()
    }

    /// `when the ship sank`, `since it was signed`: told as known.
    pub fn is_background(&self, passage: &Passage<'_>, at: usize) -> bool {
        self.opener(at).is_some_and(|opener| {
            passage
                .is_any(opener, &["when", "after", "before", "since", "as", "until", "because", "following"])
        })
    }

    /// Whether the words before a verb leave open that it took place: `will be signed`, `if he was charged`.
    pub fn is_open_verb(&self, passage: &Passage<'_>, at: usize) -> bool {
        let opener = self.opener(at);
        let supposed = opener.is_some_and(|opener| passage.is_any(opener, &["if", "unless", "whether"]));
        let here = |before: &usize| self.same(at, *before);
        let mut before = (0..at).rev().take_while(here);
        let links = |at: usize| {
            passage.is_any(at, AUXILIARIES)
                || passage.is_any(at, OPEN)
                || passage.is(at, "to")
                || passage
                    .item(at)
                    .is_some_and(|item| item.words().ends_with("ly") || item.is_any(&["yet", "also"]))
        };
        supposed
            || before
                .by_ref()
                .take_while(|at| links(*at))
                .any(|at| passage.is_any(at, OPEN) || passage.is(at, "to"))
    }

    /// The same of a noun, by its verb, which may stand on either side.
    pub fn is_open_noun(&self, passage: &Passage<'_>, class: &Class, at: usize) -> bool {
        if let Some(carrier) = self.carrier(passage, at, class) {
            return self.is_open_verb(passage, carrier);
        }
        let opener = self.opener(at);
        let supposed = opener.is_some_and(|opener| passage.is_any(opener, &["if", "unless", "whether"]));
        let here = |other: &usize| self.same(at, *other);
        let is_main = |at: usize| is_verb(passage, at) && !passage.is_any(at, AUXILIARIES);
        for before in (0..at).rev().take_while(here) {
            if is_main(before) {
                return supposed;
            }
            if passage.is_any(before, OPEN) || passage.is(before, "to") && is_base(passage, before + 1) {
                return true;
            }
        }
        let verb = (at + 1..at + 10).take_while(here).find(|at| is_verb(passage, *at));
        supposed || verb.is_some_and(|verb| passage.has_any(verb..verb + 4, OPEN))
    }

    /// The day of a noun whose phrase begins at `first`.
    pub fn day_of_noun(
        &self,
        passage: &Passage<'_>,
        class: &Class,
        first: usize,
        at: usize,
    ) -> Option<usize> {
        if let Some(date) = (first..at).find(|at| passage.date(*at).is_some()) {
            return Some(date);
        }
        let carrier = self.carrier(passage, at, class);
        // `the vote of 3 May`, `after the fire in Leeds on Tuesday`, `The blast on Tuesday killed …`
        if let Some(date) = day_behind(passage, at) {
            let verb = (0..at).rev().filter(|verb| self.same(at, *verb)).find(|verb| is_verb(passage, *verb));
            let own = passage.back(date, 1).is_some_and(|item| item.is("of"));
            let at_it =
                first.checked_sub(1).is_some_and(|before| passage.is_any(before, &["at", "during", "in"]));
            if own || verb.is_none() || at_it || carrier.is_some() && verb == carrier {
                return Some(date);
            }
        }
        // `the vote, on May 3, …`, but `the day after the vote, on May 4`
        let by = first
            .checked_sub(1)
            .is_some_and(|at| passage.is_any(at, &["after", "before", "following", "of", "to", "since"]));
        let on = usize::from(passage.is_any(at + 2, &["held", "played", "fought"]));
        if !by
            && passage.is(at + 1, ",")
            && passage.is(at + 2 + on, "on")
            && passage.date(at + 3 + on).is_some()
        {
            return Some(at + 3 + on);
        }
        // `on the day of the crash, November 14`
        let of_day = first >= 2
            && passage.is(first - 1, "of")
            && passage.is_any(first - 2, &["day", "morning", "night", "evening", "afternoon"]);
        let next = if passage.is_any(at + 1, &[",", "("]) { at + 2 } else { at + 1 };
        let next = if passage.is(next, "on") { next + 1 } else { next };
        if of_day && passage.date(next).is_some() {
            return Some(next);
        }
        let carrier = carrier?;
        passage.dates().find(|date| self.governor(passage, *date) == Some(carrier))
    }

    /// The verb by which a noun takes place: `the fire broke out`, `the vote was held`, `held a vote`.
    pub fn carrier(&self, passage: &Passage<'_>, at: usize, class: &Class) -> Option<usize> {
        let (happens, does) = carriers(class);
        let next = passage.is(at + 1, ",");
        let relative = at + 1 + usize::from(next);
        let is_relative = passage.is_any(relative, &["that", "which"]);
        let mut behind = (at + 1..(at + 12).min(passage.count()))
            .filter(|verb| self.same(at, *verb) || is_relative && self.same(relative, *verb));
        let behind = behind.find(|verb| is_verb(passage, *verb) && !passage.is_any(*verb, AUXILIARIES));
        if let Some(verb) = behind.filter(|verb| passage.is_any(*verb, happens)) {
            return Some(verb);
        }
        let mut before = (at.saturating_sub(6)..at).rev().filter(|verb| self.same(at, *verb));
        before.find(|verb| is_verb(passage, *verb)).filter(|verb| passage.is_any(*verb, does))
    }

    /// The day of a verb: the one day that it governs.
    pub fn day_of_verb(&self, passage: &Passage<'_>, at: usize) -> Option<usize> {
        passage.dates().find(|date| self.governor(passage, *date) == Some(at))
    }

    /// The verb that a day belongs to.
    pub fn governor(&self, passage: &Passage<'_>, date: usize) -> Option<usize> {
        let excluded =
            passage.back(date, 1).is_some_and(|item| item.is_any(NO_DAY)) && !is_hour(passage, date);
        if is_before_noun(passage, date) || excluded {
            return None;
        }
        let is_here = |verb: &usize| self.same(date, *verb) && is_verb(passage, *verb);
        let main = |verb: usize| !passage.is_any(verb, AUXILIARIES);
        if let Some(verb) = (0..date).rev().filter(is_here).find(|verb| main(*verb)) {
            return Some(verb);
        }
        (date + 1..passage.count()).filter(is_here).find(|verb| main(*verb))
    }
}

/// A day right behind a noun, with at most a place or two between: `the fire in Leeds on Tuesday`.
fn day_behind(passage: &Passage<'_>, at: usize) -> Option<usize> {
    for next in at + 1..(at + 8).min(passage.count()) {
        if passage.date(next).is_some() {
            return (!is_before_noun(passage, next)).then_some(next);
        }
        let item = passage.item(next)?;
        let passes = matches!(item.kind, ItemKind::Name(_))
            || item
                .is_any(&["on", "of", "in", "at", "near", "the", "a", "outside", "between", "with", "here"])
            || matches!(item.kind, ItemKind::Word)
                && next > at + 2
                && !is_verb(passage, next)
                && !is_function(passage, next);
        if !passes {
            return None;
        }
    }
    None
}

/// `Wednesday's fire`, `the Jan. 19 filing`.
pub fn is_before_noun(passage: &Passage<'_>, date: usize) -> bool {
    if passage.item(date + 1).map(|item| item.kind) == Some(ItemKind::Possessive) {
        return true;
    }
    let determined = passage.back(date, 1).is_some_and(|item| {
        item.is_any(&["the", "a", "an", "this", "that", "his", "her", "its", "their", "previous"])
            || item.kind == ItemKind::Possessive
    });
    let noun =
        passage.item(date + 1).is_some_and(|item| matches!(item.kind, ItemKind::Word | ItemKind::Name(_)));
    determined && noun && !is_function(passage, date + 1)
}

/// The noun phrase that ends at a noun: determiner, days, names, describing words.
pub fn phrase(passage: &Passage<'_>, at: usize) -> Option<Range<usize>> {
    const REACH: usize = 8;
    let mut start = at;
    while let Some(before) = start.checked_sub(1).filter(|before| at - before <= REACH) {
        let item = passage.item(before)?;
        let belongs = match item.kind {
            ItemKind::Date(_) => is_before_noun(passage, before),
            ItemKind::Name(_) | ItemKind::Possessive | ItemKind::Number(_) | ItemKind::Ordinal(_) => true,
            ItemKind::Mark(mark) => matches!(mark, '-' | '–'),
            ItemKind::Word => {
                if item.is_any(DETERMINERS) {
                    return Some(before..at + 1);
                }
                !is_function(passage, before) && !is_verb(passage, before)
            }
        };
        if !belongs {
            break;
        }
        start = before;
    }
    Some(start..at + 1)
}

/// Whether the word behind a noun is the noun that it only describes: `the crash site`.
pub fn is_described(passage: &Passage<'_>, at: usize) -> bool {
    let Some(next) = passage.item(at + 1) else { return false };
    match next.kind {
        ItemKind::Word => {
            !is_function(passage, at + 1)
                && !is_verb(passage, at + 1)
                && !next.words().ends_with("ly")
                && !next.words().ends_with("ing")
        }
        ItemKind::Name(_) => true,
        ItemKind::Mark('-' | '–') => next.is_tight,
        _ => false,
    }
}

/// Whether a verb has a form of `be` before it.
pub fn is_passive(passage: &Passage<'_>, first: usize, at: usize) -> bool {
    let near = at.saturating_sub(4).max(first)..at;
    passage.has_any(near, &["was", "were", "been", "being", "is", "are", "be", "got"])
}

/// Whether a word looks like a finite verb or a participle.
pub fn is_verb(passage: &Passage<'_>, at: usize) -> bool {
    let Some(item) = passage.item(at).filter(|item| item.kind == ItemKind::Word) else { return false };
    if item.is_any(AUXILIARIES) || item.is_any(IRREGULAR) {
        return !passage.back(at, 1).is_some_and(|item| item.is_any(ARTICLES));
    }
    let words = item.words();
    let past = words.len() >= 4 && words.ends_with("ed") && !words.ends_with("eed") && !item.is_any(NO_VERB);
    let described = passage.back(at, 1).is_some_and(|item| item.is_any(ARTICLES) || item.is("newly"))
        && !passage.is_any(at + 1, &["in", "on", "by", "with", "at", "when", "after"]);
    past && !described || classes::verb(passage, at).is_some()
}

/// Whether what stands behind `to` is an infinitive: `to hold a vote`, not `to the vote`.
fn is_base(passage: &Passage<'_>, at: usize) -> bool {
    let item = passage.item(at);
    item.is_some_and(|item| {
        item.kind == ItemKind::Word && !item.is_any(DETERMINERS) && !item.words().ends_with("ing")
    }) && !is_function(passage, at)
}

/// A conjunction or relative that opens a clause.
fn is_opener(passage: &Passage<'_>, at: usize) -> bool {
    // `before dawn`, `after 7 a.m.` open nothing.
    if passage.is_any(at, &["before", "after", "until", "since"])
        && (passage.is_any(at + 1, HOURS) || is_hour(passage, at + 1))
    {
        return false;
    }
    if passage.is_any(at, OPENERS) {
        return true;
    }
    // `as he boarded a plane`, but `as a teacher`, `as many as`.
    if passage.is(at, "as") {
        let subject = passage
            .is_any(at + 1, &["he", "she", "they", "it", "the", "his", "her", "their", "police"])
            || passage.name(at + 1).is_some();
        return subject && (at + 2..at + 8).any(|at| is_verb(passage, at));
    }
    // `said that`, `a ferry that capsized`; `that day` opens nothing.
    passage.is(at, "that") && at > 0 && passage.date(at + 1).is_none()
}

/// A word that neither names nor describes.
fn is_function(passage: &Passage<'_>, at: usize) -> bool {
    passage.is_any(at, FUNCTION) || passage.is_any(at, OPENERS) || passage.is_any(at, AUXILIARIES)
}

/// A time of the day: `7:15 a.m. Tuesday`.
fn is_hour(passage: &Passage<'_>, at: usize) -> bool {
    let words = passage.word(at).to_lowercase();
    passage.date(at).is_some_and(|date| match date.rule {
        Rule::Place { time: Some(Time::Clock { .. }), .. } => true,
        Rule::Place { time: Some(Time::Part(_)), .. } => HOURS.iter().any(|hour| words.starts_with(hour)),
        _ => false,
    })
}

const DETERMINERS: &[&str] =
    &["the", "a", "an", "this", "that", "his", "her", "its", "their", "these", "those", "our", "my"];

/// The verbs by which a noun takes place: those that it is the subject of, and those that it is the object of.
fn carriers(class: &Class) -> (&'static [&'static str], &'static [&'static str]) {
    match &*class.name {
        "agreement" => (SIGNED, SIGNED),
        "filing" => (FILED, FILED),
        "ruling" | "verdict" | "sentencing" => (RULED, RULED),
        _ => (HAPPENS, DOES),
    }
}
