//! Orders that words state: `on June 7, before the vote on June 4`; `Later, on May 2, …`; what began and what
//! ended; the first round and the second.

use crate::base::span::Span;
use crate::checks::Related;
use crate::checks::article::happening::classes::{Class, Recurs};
use crate::checks::article::happening::clauses::{self, Clauses, is_verb};
use crate::checks::article::happening::days_of;
use crate::checks::article::happening::words::AUXILIARIES;
use crate::checks::article::prose::{ItemKind, Passage, Prose};
use crate::checks::{Subject, article::prose::ranges::has_year};
use crate::lang::dates::DayInterval;
use crate::lang::dates::rule::Place;
use std::borrow::Cow;
use std::ops::Range;

/// Something that has a day: its words and where the day stands.
#[derive(Clone, Debug)]
pub struct Told<'a> {
    pub passage: Passage<'a>,
    pub date: usize,
    pub items: Range<usize>,
}

/// The first is not after the second, as the words say.
#[derive(Clone, Debug)]
pub struct Ordered<'a> {
    pub first: Told<'a>,
    pub second: Told<'a>,
    /// A step of an explanation.
    pub why: String,
}

impl Told<'_> {
    /// The days that it may have: a bare weekday may be of the week before or after.
    pub fn days(&self) -> Option<DayInterval> {
        let days = days_of(&self.passage, self.date)?;
        let hedged = self.passage.date(self.date)?.modifier.is_some() && days.first != days.last;
        let place = self.passage.place(self.date)?;
        let named = matches!(
            place,
            Place::Day { month: Some(_), .. }
                | Place::Numeric { .. }
                | Place::Month { .. }
                | Place::Year(_)
                | Place::Weekday { .. }
        );
        // A day without its year is of the year before publication, or of no year that is known.
        let near = !self.is_anchored()
            || self.passage.published().map_or(has_year(place), |published| {
                has_year(place) || published.since(days.first).is_ok_and(|span| span.get_days() < 366)
            });
        if matches!(place, Place::Weekday { .. }) {
            return None;
        }
        (named && near && !hedged).then_some(days)
    }

    /// Whether its days are those of the calendar, and not of a year that nothing tells.
    pub fn is_anchored(&self) -> bool {
        self.passage.days(self.date).is_some()
    }

    /// Where its day stands.
    pub fn day_span(&self) -> Span {
        self.passage.span(self.date..self.date + 1)
    }

    pub fn words(&self) -> String {
        self.passage.words(self.items.clone())
    }

    pub fn related(&self) -> Related {
        let message = format!("“{}”: {}", self.words(), self.passage.why(self.date));
        Related {
            doc: self.passage.subject.article.doc,
            span: self.passage.span(self.items.clone()),
            message,
        }
    }
}

/// The orders that the sentences of a story state.
pub fn find<'a>(subject: &Subject<'a>) -> Vec<Ordered<'a>> {
    let mut found = Vec::new();
    let mut limits = Limits::default();
    let mut rounds: Vec<Numbered<'a>> = Vec::new();
    let mut before: Option<Passage<'a>> = None;
    for passage in Prose::story(subject) {
        let clauses = Clauses::of(&passage);
        found.extend((0..passage.count()).filter_map(|at| in_sentence(&passage, &clauses, at)));
        found.extend(before.and_then(|before| by_adverb(&before, &passage)));
        limits.read(&passage, &clauses);
        rounds.extend((0..passage.count()).filter_map(|at| numbered(&passage, &clauses, at)));
        before = Some(passage);
    }
    found.extend(limits.ordered());
    found.extend(in_turn(&rounds));
    found
}

/// A written day with its month, or a month or year with nothing left out.
fn is_point(passage: &Passage<'_>, at: usize) -> bool {
    let wide = passage.place(at).filter(|place| matches!(place, Place::Month { .. } | Place::Year(_)));
    is_day(passage, at)
        || wide.is_some_and(has_year) && passage.date(at).is_some_and(|date| date.modifier.is_none())
}

/// A written day with its month.
fn is_day(passage: &Passage<'_>, at: usize) -> bool {
    matches!(passage.place(at), Some(Place::Day { month: Some(_), .. } | Place::Numeric { .. }))
}

/// `on June 7, before the vote on June 4`; `After the vote on June 9 he left on June 7`.
fn in_sentence<'a>(passage: &Passage<'a>, clauses: &Clauses, at: usize) -> Option<Ordered<'a>> {
    let item = passage.item(at).filter(|item| !item.is_quoted)?;
    // `soon following in September`: a verb.
    if passage.is_any(at + 1, &["in", "on", "by", "at", ",", "."]) {
        return None;
    }
    let (is_after, behind) = match () {
        () if item.is_any(&["after", "following"]) => (true, at + 1),
        () if item.is("before") => (false, at + 1),
        () if item.is("ahead") && passage.is(at + 1, "of") => (false, at + 2),
        () if item.is("prior") && passage.is(at + 1, "to") => (false, at + 2),
        () => return None,
    };
    // `two days after`, `shortly before`: how long is another check's matter, which one it is not.
    let end = (behind..passage.count())
        .find(|next| passage.item(*next).is_some_and(|item| item.is_mark()) || passage.is_any(*next, ENDS))
        .unwrap_or(passage.count());
    let mut dates = (behind..end).filter(|at| passage.date(*at).is_some());
    let inner = dates.next().filter(|at| is_point(passage, *at))?;
    let open = is_left_open(passage, behind..end) || dates.next().is_some();
    let by = passage.back(inner, 1)?;
    if open || inner == behind || by.is_any(&["since", "until", "from", "by", "for", "to", "between", "and"])
    {
        return None;
    }
    // The day right before the word, or the one of the verb before it, or of the clause behind the comma.
    let right_before =
        at.checked_sub(1).map(|at| if passage.is(at, ",") { at.saturating_sub(1) } else { at });
    // `…, and after the vote …`: another clause begins.
    let goes_on = passage.back(at, 1).is_some_and(|item| item.is_any(&["and", "but", "then"]));
    let outer = right_before.filter(|at| passage.date(*at).is_some()).or_else(|| {
        if goes_on {
            return None;
        }
        let verb =
            (0..at).rev().find(|verb| is_verb(passage, *verb) && !passage.is_any(*verb, AUXILIARIES))?;
        passage.dates().find(|date| clauses.governor(passage, *date) == Some(verb) && *date < at)
    });
    let outer = outer.or_else(|| {
        let opens = at == 0 && passage.is(end, ",");
        let verb = (end..passage.count())
            .find(|verb| is_verb(passage, *verb) && !passage.is_any(*verb, AUXILIARIES))
            .filter(|_| opens)?;
        passage.dates().find(|date| clauses.governor(passage, *date) == Some(verb) && *date > end)
    })?;
    let by = passage.back(outer, 1);
    let bounds = by.is_some_and(|item| {
        item.is_any(&["since", "until", "from", "by", "for", "to", "between", "and", "of"])
    });
    if bounds
        || !is_point(passage, outer)
        || outer == inner
        || passage.has_any(outer.min(at).saturating_sub(5)..outer.min(at), PLANNED)
        || is_left_open(passage, at..end)
    {
        return None;
    }
    let main = Told { passage: *passage, date: outer, items: outer..outer + 1 };
    let other = Told { passage: *passage, date: inner, items: behind..inner + 1 };
    let why = format!(
        "the words say that “{}” is {} “{}”",
        passage.word(outer),
        if is_after { "after" } else { "before" },
        passage.words(behind..inner + 1)
    );
    let (first, second) = if is_after { (other, main) } else { (main, other) };
    Some(Ordered { first, second, why })
}

/// Where the phrase behind `before` ends.
const ENDS: &[&str] =
    &["and", "but", "when", "while", "that", "which", "who", "because", "as", "he", "she", "they", "it"];

/// Words before a day by which it was not yet the one.
const PLANNED: &[&str] = &[
    "scheduled",
    "due",
    "planned",
    "postponed",
    "expected",
    "set",
    "will",
    "would",
    "originally",
    "deadline",
    "moved",
    "delayed",
    "rescheduled",
    "should",
    "could",
    "may",
    "not",
    "until",
    "if",
];

/// Further words by which a day is not the one on which it took place.
const LEFT_OPEN: &[&str] = &[
    "dated",
    "effective",
    "retroactive",
    "backdated",
    "expires",
    "expiry",
    "extended",
    "cancelled",
    "canceled",
    "brought",
    "forward",
    "must",
    "can",
    "to",
    "whether",
];

/// Whether words leave open that something took place on the day that stands among them.
fn is_left_open(passage: &Passage<'_>, items: Range<usize>) -> bool {
    passage.has_any(items.clone(), PLANNED) || passage.has_any(items, LEFT_OPEN)
}

/// `Later, on May 2, …` behind a sentence of May 5.
fn by_adverb<'a>(before: &Passage<'a>, passage: &Passage<'a>) -> Option<Ordered<'a>> {
    let two = passage.is_any(0, &["after", "before"]) && passage.is(1, "that");
    let is_later = passage.is_any(0, &["later", "then", "subsequently", "afterwards", "afterward"])
        || two && passage.is(0, "after");
    let is_earlier = passage.is_any(0, &["earlier", "previously"]) || two && passage.is(0, "before");
    let next = if two { 2 } else { 1 };
    let next = if passage.is(next, ",") { next + 1 } else { next };
    let date = if passage.is(next, "on") { next + 1 } else { next };
    let mut named = before.dates().filter(|at| is_day(before, *at));
    let one = named.next()?;
    if !(is_later || is_earlier)
        || !is_day(passage, date)
        || named.next().is_some()
        || before.dates().count() > 1
    {
        return None;
    }
    let here = Told { passage: *passage, date, items: 0..date + 1 };
    let there = Told { passage: *before, date: one, items: one..one + 1 };
    let why = format!("“{}” follows “{}” in the text", passage.words(0..date + 1), before.word(one));
    let (first, second) = if is_later { (there, here) } else { (here, there) };
    Some(Ordered { first, second, why })
}

/// What began and what ended, by the noun that did.
#[derive(Default)]
struct Limits<'a> {
    begun: Vec<(String, Told<'a>)>,
    ended: Vec<(String, Told<'a>)>,
}

const BEGINS: &[&str] = &["began", "started", "opened", "begun", "commenced", "kicked", "launched"];
const STOPS: &[&str] = &["ended", "finished", "concluded", "closed", "stopped", "lifted", "wrapped"];

impl<'a> Limits<'a> {
    fn read(&mut self, passage: &Passage<'a>, clauses: &Clauses) {
        for date in passage.dates().filter(|at| is_day(passage, *at)) {
            let Some(verb) = clauses.governor(passage, date) else { continue };
            let begins = passage.is_any(verb, BEGINS);
            if !begins && !passage.is_any(verb, STOPS) || clauses.is_open_verb(passage, verb) {
                continue;
            }
            let told = Told { passage: *passage, date, items: verb.min(date)..verb.max(date) + 1 };
            let last = self.begun.last().map(|(noun, _)| noun.clone());
            let Some(noun) =
                subject(passage, verb).or_else(|| last.filter(|_| !begins && takes_up(passage, verb)))
            else {
                continue;
            };
            if begins { self.begun.push((noun, told)) } else { self.ended.push((noun, told)) }
        }
    }

    fn ordered(self) -> Vec<Ordered<'a>> {
        let mut found = Vec::new();
        for (noun, first) in &self.begun {
            let once =
                |list: &[(String, Told<'a>)]| list.iter().filter(|(other, _)| other == noun).count() == 1;
            let ended = self.ended.iter().find(|(other, _)| other == noun);
            if let Some((_, second)) = ended.filter(|_| once(&self.begun) && once(&self.ended)) {
                let why = format!("the {noun} began before it ended");
                found.push(Ordered { first: first.clone(), second: second.clone(), why });
            }
        }
        found
    }
}

/// The noun right before a verb: `the strike`, `the trial, which`.
fn subject(passage: &Passage<'_>, verb: usize) -> Option<String> {
    let mut at = verb.checked_sub(1)?;
    while passage.is_any(at, AUXILIARIES) || passage.is_any(at, &["which", "that", ",", "also", "finally"]) {
        at = at.checked_sub(1)?;
    }
    let item = passage.item(at).filter(|item| item.kind == ItemKind::Word)?;
    let pronoun = item.is_any(&["it", "they", "he", "she", "and", "who", "but"]);
    (!pronoun && item.words().len() > 3).then(|| item.words().to_lowercase())
}

/// `… and ended`, `It ended`: what the verb before spoke of.
fn takes_up(passage: &Passage<'_>, verb: usize) -> bool {
    let before = |by: usize| passage.back(verb, by);
    before(1).is_some_and(|item| item.is_any(&["it", "and", "they"]))
        || before(1).is_some_and(|item| item.is_any(AUXILIARIES))
            && before(2).is_some_and(|item| item.is_any(&["it", "they"]))
}

/// One of a series: the noun, its number, its day.
struct Numbered<'a> {
    noun: String,
    number: u32,
    told: Told<'a>,
}

const SERIES: &[&str] = &[
    "round", "leg", "stage", "phase", "ballot", "vote", "test", "game", "match", "race", "batch", "reading",
    "flight", "hearing", "session", "dose", "tranche", "debate", "attempt", "trial", "half", "shipment",
    "convoy", "wave",
];

/// `The second round, on Nov. 7`, `the first leg was played on May 3`.
fn numbered<'a>(passage: &Passage<'a>, clauses: &Clauses, at: usize) -> Option<Numbered<'a>> {
    if passage.is_any(at, &["runoff", "run-off"])
        && passage.back(at, 1).is_some_and(|item| item.is_any(&["the", "a", "any"]))
    {
        let date =
            clauses.day_of_noun(passage, &round(), at - 1, at).filter(|date| is_day(passage, *date))?;
        let items = (at - 1).min(date)..at.max(date) + 1;
        let told = Told { passage: *passage, date, items };
        return Some(Numbered { noun: "round".to_owned(), number: 2, told });
    }
    let number = passage.ordinal(at)?;
    let noun = (at + 1..at + 4).find(|at| passage.is_any(*at, SERIES))?;
    let between = (at + 1..noun).all(|at| passage.item(at).is_some_and(|item| item.kind == ItemKind::Word));
    let first = at.checked_sub(1).filter(|the| passage.is(*the, "the"))?;
    let date = clauses.day_of_noun(passage, &round(), first, noun).filter(|date| is_day(passage, *date))?;
    // Rounds of talks have a series by those who talk: `knowledge/rounds`.
    let open = clauses::is_described(passage, noun) || passage.is(noun + 1, "of");
    let items = first.min(date)..noun.max(date) + 1;
    let noun = passage.word(noun).to_lowercase();
    (between && !open).then_some(Numbered { noun, number, told: Told { passage: *passage, date, items } })
}

fn round() -> Class {
    Class { name: Cow::Borrowed("round"), recurs: Recurs::Many, has_object: false, said_of: &[] }
}

fn in_turn<'a>(rounds: &[Numbered<'a>]) -> Vec<Ordered<'a>> {
    let mut found = Vec::new();
    for one in rounds {
        for other in rounds.iter().filter(|other| other.noun == one.noun && one.number < other.number) {
            // Another series has its own first round.
            let twice = rounds.iter().filter(|round| round.noun == one.noun).any(|round| {
                let same = |known: &Numbered<'_>| {
                    round.number == known.number && round.told.days() != known.told.days()
                };
                same(one) || same(other)
            });
            if !twice {
                let why = format!("{} {} is not after {} {}", one.noun, one.number, other.noun, other.number);
                found.push(Ordered { first: one.told.clone(), second: other.told.clone(), why });
            }
        }
    }
    found
}
