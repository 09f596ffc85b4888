//! Tellings: the sentences of one article, as they are compared with those of others.
//!
//! Two articles tell of one thing in other words, but names, numbers and the rarer words return. A
//! [`Telling`] is a sentence by its stems, with what can be told otherwise elsewhere: days, places, and whether
//! something came about. Which sentences of which articles tell of one thing is decided in `knowledge/`.
//! The stems by which an article itself is found ([`signature`]) are those of its headline and of what it
//! returns to.

mod days;
mod sites;
mod turns;

use std::cmp::Reverse;
use std::ops::Range;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use crate::base::key::Key;
use crate::base::span::Span;
use crate::lang::claims::actors::Actors;
use crate::lang::claims::counts;
use crate::lang::claims::stems::{Stem, Weight};
use crate::lang::lexicon::fold_word;
use crate::lang::lexicon::triggers::{Reading, What};
use crate::lang::names::page::Page;
use crate::lang::token::TokenKind;

/// One sentence, or a line of the headline.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Telling {
    pub span: Span,
    /// Sorted, distinct.
    pub stems: Box<[Stem]>,
    /// Names of the sentence before, where this one speaks of those whom it names (`They …`). Sorted.
    pub context: Box<[Stem]>,
    pub days: Box<[Day]>,
    pub sites: Box<[Site]>,
    /// Two names that `and` joins (`Iraq and Jordan`), or of whom one signed something with the other, each as
    /// the index of the article's mention.
    pub joined: Box<[(u32, u32)]>,
    pub turns: Turns,
}

/// A time expression that names a stretch of the calendar.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Day {
    /// Index of the article's date.
    pub date: u32,
    pub link: DayLink,
    /// What is told of it: the stems of its clause that are no names, and the families of events that its
    /// words tell of. Sorted, distinct.
    pub anchors: Box<[Stem]>,
    /// What its clause says of how far things came.
    pub turns: Turns,
    /// Its clause speaks of something as known: `when the bridge fell`, `the memorandum which they signed`,
    /// `at their meeting`.
    pub is_back: bool,
}

/// What the words before a time expression make of it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum DayLink {
    /// Nothing, `on`, `in`: when it was.
    Open,
    /// `said on Monday`: when it was told.
    Said,
    /// `since`, `until`, `from`, `before`, `for`: an end of something, or another thing's day.
    Bound,
}

/// A place that something is said to be at.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Site {
    /// Index of the article's mention.
    pub mention: u32,
    pub link: SiteLink,
}

/// How a sentence has a place.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum SiteLink {
    /// `in`, `at`: there.
    In,
    /// `near`, `outside`, `off`: close by.
    Near,
    /// `a Nairobi court`: a thing of the place.
    Of,
}

/// What a sentence says of how far things came, as bits: several where it speaks of several.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
pub struct Turns(pub u16);

impl Turns {
    /// `took place`, `went ahead`, `began`, `was completed`.
    pub const HELD: Turns = Turns(1);
    /// `called off`, `scrapped`; `did not take place`.
    pub const OFF: Turns = Turns(1 << 1);
    /// `postponed`, `put off`: it was not on its day.
    pub const LATER: Turns = Turns(1 << 9);
    pub const SIGNED: Turns = Turns(1 << 2);
    /// `has yet to sign`, `has not been signed`.
    pub const UNSIGNED: Turns = Turns(1 << 3);
    /// `approved`, `ratified`, `passed`.
    pub const APPROVED: Turns = Turns(1 << 4);
    /// `rejected`, `voted down`, `vetoed`; `did not approve`.
    pub const REJECTED: Turns = Turns(1 << 5);
    /// `will`, `is to`, `scheduled`: it lies ahead.
    pub const AHEAD: Turns = Turns(1 << 6);
    /// `another`, `a similar`, `previous`: of something else.
    pub const OTHER: Turns = Turns(1 << 7);
    /// `if`, `unless`, `would`, `whether`: not said to be so.
    pub const OPEN: Turns = Turns(1 << 8);

    pub fn any(self, other: Turns) -> bool {
        self.0 & other.0 != 0
    }

    #[must_use]
    pub const fn and(self, other: Turns) -> Turns {
        Turns(self.0 | other.0)
    }
}

/// The tellings of a page, in its order.
pub fn find(actors: &Actors<'_>) -> Vec<Telling> {
    let page = actors.page;
    let mut found: Vec<Telling> = Vec::new();
    let mut start = 0;
    while start < page.tokens.len() {
        let number = page.sentence(start);
        let end = (start..page.tokens.len()).find(|&at| page.sentence(at) != number);
        let end = end.unwrap_or(page.tokens.len());
        let mut telling = telling(actors, start..end);
        if let Some(before) = found.last().filter(|_| returns(page, start..end)) {
            let names = before.stems.iter().chain(&before.context).copied();
            let mut names: Vec<Stem> = names.filter(|stem| stem.weight() == Weight::Name).collect();
            names.sort();
            telling.context = names.into();
        }
        found.push(telling);
        start = end;
    }
    found
}

/// Whether a sentence speaks of those whom the one before names: `The two leaders spoke …`, `They …`.
fn returns(page: &Page<'_>, tokens: Range<usize>) -> bool {
    let opens = |at: usize| {
        let (word, next) = (page.folded(at), page.folded(at + 1));
        matches!(word, "they" | "he" | "she" | "it" | "both" | "his" | "her" | "their" | "its")
            || word == "the"
                && matches!(
                    next,
                    "two" | "pair" | "three" | "four" | "men" | "women" | "leaders" | "ministers"
                )
            || word == "the" && matches!(page.folded(at + 2), "leaders" | "ministers" | "presidents")
    };
    tokens.take(2).any(opens)
}

fn telling(actors: &Actors<'_>, tokens: Range<usize>) -> Telling {
    let page = actors.page;
    let dates: Vec<u32> = actors.dates_within(tokens.clone()).collect();
    Telling {
        span: page.span(tokens.start, tokens.end.saturating_sub(1)),
        stems: stems(actors, tokens.clone(), &dates),
        context: Box::default(),
        days: days::days(actors, &tokens, &dates),
        sites: sites::sites(actors, tokens.clone()),
        joined: sites::joined(actors, tokens.clone()),
        turns: turns::turns(actors, tokens),
    }
}

fn stems(actors: &Actors<'_>, tokens: Range<usize>, dates: &[u32]) -> Box<[Stem]> {
    let page = actors.page;
    let mut dated = dates.iter().map(|&date| actors.date_tokens(date)).peekable();
    let mut named = actors.within(tokens.clone()).filter(|one| !one.is_description).peekable();
    let mut stems: Vec<Stem> = Vec::new();
    let mut at = tokens.start;
    while at < tokens.end {
        while dated.next_if(|date| date.end <= at).is_some() {}
        while named.next_if(|name| name.tokens.end <= at).is_some() {}
        if let Some(date) = dated.peek().filter(|date| date.contains(&at)) {
            at = date.end;
            continue;
        }
        let is_name = named.peek().is_some_and(|name| name.tokens.contains(&at));
        let Some(word) = page.known_word(at) else { break };
        if word.counts && !is_name {
            let number = counts::value(page, at).filter(|number| number.end <= tokens.end);
            // `226 to 89` is no number, but its parts are.
            let plain = || Some((figures(page.word(at))?, at + 1));
            let exact =
                |number: counts::Value| (number.low == number.high).then_some((number.low, number.end));
            if let Some((value, end)) = number.and_then(exact).or_else(plain) {
                // `one` and `two` are said of too much.
                stems.extend(Some(value).filter(|value| *value > 200).map(Stem::of_number));
                at = end.max(at + 1);
                continue;
            }
        }
        if page.token(at).is_some_and(|token| token.kind == TokenKind::Word) {
            if !is_name {
                stems.extend(families(word.readings));
            }
            stems.extend(word.stems.iter().map(|stem| if is_name { stem.in_name() } else { *stem }));
        } else if let Some((number, rest)) = page.word(at).split_once('-') {
            // `a 41-wagon train`
            stems.extend(figures(number).filter(|value| *value > 200).map(Stem::of_number));
            stems.extend(rest.split('-').filter_map(|part| Stem::of_word(&fold_word(part))));
        }
        at += 1;
    }
    stems.sort_unstable();
    stems.dedup();
    stems.into()
}

/// A whole number in figures, in hundredths.
fn figures(word: &str) -> Option<u64> {
    word.replace(',', "").parse::<u64>().ok()?.checked_mul(100)
}

/// The families of events that a word tells of.
fn families(readings: &[Reading]) -> impl Iterator<Item = Stem> {
    readings.iter().filter_map(|reading| match reading.what {
        What::Event(sort, _) => Some(Stem::of_family(sort.family())),
        _ => None,
    })
}

/// So many stems say what an article is about.
pub const SIGNATURE: usize = 14;

/// What an article is found by: the stems of its headline and first sentence, and those that it returns to.
/// Sorted, distinct.
pub fn signature(tellings: &[Telling]) -> Box<[Key]> {
    /// Sentences that tell what it is about: the headline, and the first of the story.
    const FIRST: usize = 3;
    let mut counted: FxHashMap<u32, (u32, Weight)> = FxHashMap::default();
    for (at, telling) in tellings.iter().enumerate() {
        for stem in telling.stems.iter().filter(|stem| stem.weight() > Weight::Common) {
            let (count, weight) = counted.entry(stem.hash()).or_insert((0, stem.weight()));
            *count += if at < FIRST { 2 } else { 1 };
            *weight = (*weight).max(stem.weight());
        }
    }
    let mut ranked: Vec<(u32, u32)> = counted
        .into_iter()
        .map(|(hash, (count, weight))| (count * if weight == Weight::Plain { 2 } else { 3 }, hash))
        .collect();
    ranked.sort_unstable_by_key(|&(count, hash)| (Reverse(count), hash));
    let mut keys: Vec<Key> = ranked.into_iter().take(SIGNATURE).map(|(_, hash)| key(hash)).collect();
    keys.sort_unstable();
    keys.into()
}

/// What articles are filed under that have a stem in their signature.
pub fn key(hash: u32) -> Key {
    Key::of_telling(hash)
}

#[cfg(test)]
mod tests;
