//! Counts: how many of what an article tells of: `some 3.7 million Syrian refugees`, `killed 12 people
//! and wounded 30`.
//!
//! A number alone is no count: it needs a unit, a noun in the plural, or a word that says what befell
//! those who are counted. Dates, ages, times, ordinals, scores and house numbers are none. Numbers
//! themselves are read where dates read theirs (`lang/dates/numbers`).

mod numbers;
mod populations;
mod relations;
mod tally;

use serde::{Deserialize, Serialize};

use crate::base::span::Span;
use crate::lang::claims::actors::Actors;
use crate::lang::claims::counts::numbers::{Number, currency, hedge, many, number};
use crate::lang::claims::counts::populations::{counted, is_people, only_one};
use crate::lang::claims::counts::relations::relation;
use crate::lang::dates;
use crate::lang::dates::rule::Rule;
use crate::lang::lexicon::Classes;
use crate::lang::names::page::Page;
use crate::lang::token::TokenKind;
use crate::text::position::AtRange;

/// How many of what.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Count {
    /// The hedge, the number, its unit and what is counted.
    pub span: Span,
    /// The place of `span`; set when the file text is known.
    pub at: AtRange,
    pub number: Interval,
    pub hedge: Hedge,
    pub unit: Option<Unit>,
    /// What is counted, where the words say it.
    pub population: Option<Population>,
    /// What befell those who are counted.
    pub relation: Option<Relation>,
    pub sentence: Span,
    /// Index of the article's date that says when: the only one in the sentence.
    pub date: Option<u32>,
}

/// What the number by itself can mean, both ends included, in **hundredths**, so that 2.5 per cent is
/// exact: 12 is 1200 to 1200, `tens of thousands` has a wide one. The hedge is not worked in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Interval {
    pub low: u64,
    pub high: u64,
}

/// What the words before a number say of its exactness.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
pub enum Hedge {
    #[default]
    Exact,
    /// `some`, `about`, `an estimated`.
    About,
    /// `at least`, `no fewer than`.
    AtLeast,
    /// `up to`, `as many as`, `fewer than`.
    AtMost,
    /// `nearly`, `almost`: a little less.
    Nearly,
    /// `more than`, `over`.
    MoreThan,
}

/// A measure. What is counted one by one has none.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Unit {
    Percent,
    PercentagePoint,
    Dollar,
    Euro,
    Pound,
    Yen,
    Yuan,
    Ruble,
    Rupee,
    Lira,
    Kilometre,
    Mile,
    Metre,
    Foot,
    Tonne,
    Kilogram,
    Barrel,
    Hectare,
    Acre,
}

/// What is counted, by its stems: `refugee` and `syrian`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct Population {
    pub head: Box<str>,
    /// Sorted, distinct.
    pub modifiers: Box<[Box<str>]>,
}

/// What befell those who are counted.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Relation {
    Killed,
    Wounded,
    Missing,
    Displaced,
    Arrested,
    /// Held, captured, taken hostage: by whomever.
    Detained,
    Evacuated,
    Rescued,
    Released,
}

/// Whether a number of things can be written with this folded word first.
pub fn begins(folded: &str, kind: TokenKind) -> bool {
    kind == TokenKind::Number
        || matches!(folded, "half" | "several" | "few" | "million" | "billion" | "trillion")
        || many(folded).is_some()
        || dates::is_number_word(folded)
}

/// What a number of a page says, whatever it counts.
pub struct Value {
    /// As in [`Interval`], in hundredths.
    pub low: u64,
    pub high: u64,
    /// The token behind it.
    pub end: usize,
}

/// The number that begins at a token.
pub fn value(page: &Page<'_>, at: usize) -> Option<Value> {
    let Number { end, number: Interval { low, high }, .. } = number(page, at)?;
    Some(Value { low, high, end })
}

/// The counts of a page, in the order of the text.
pub fn find(actors: &Actors<'_>) -> Vec<Count> {
    let page = actors.page;
    let mut found: Vec<Found> = Vec::new();
    let mut at = 0;
    while at < page.tokens.len() {
        let counts = page.known_word(at).is_some_and(|word| word.counts);
        if !counts || in_date(actors, at) {
            at += 1;
        } else if let Some(both) = tally::read(actors, at) {
            at = both.last().map_or(at + 1, |last| last.next);
            found.extend(both);
        } else if let Some(count) = read(actors, at, &found) {
            at = count.next;
            found.push(count);
        } else {
            at += 1;
        }
    }
    found.into_iter().map(|found| found.count).collect()
}

/// A count and the token from which the next one can begin.
struct Found {
    count: Count,
    next: usize,
}

fn read(actors: &Actors<'_>, at: usize, before: &[Found]) -> Option<Found> {
    let page = actors.page;
    let number = number(page, at)?;
    if is_label(actors, &number) {
        return None;
    }
    let sign = currency(page, number.first);
    let (mut hedge, first) = hedge(page, sign.map_or(number.first, |(_, first)| first));
    let mut end = number.end;
    if page.folded(end) == "or" && matches!(page.folded(end + 1), "more" | "so") {
        hedge = if page.folded(end + 1) == "more" { Hedge::AtLeast } else { Hedge::About };
        end += 2;
    }
    let counted = counted(page, &number, end);
    let unit = sign.map(|(unit, _)| unit).or(counted.unit);
    let one = number.number.high == 100;
    let told = match unit {
        None | Some(Unit::Percent) => relation(page, first, counted.end),
        _ => None,
    };
    let (relation, last) = match told {
        Some((relation, last)) => (Some(relation), last.max(counted.last)),
        None => (counted.relation, counted.last),
    };
    let mut population = counted.population.filter(|_| sign.is_none());
    if one && unit.is_none() {
        // `one` is more often a pronoun; only who was killed, wounded or held is counted so.
        relation?;
        population = population.or_else(|| only_one(page, end));
    }
    if unit.is_none() && relation.is_none() && tally::side(page, end).is_some() {
        population = Some(Population { head: "vote".into(), modifiers: Box::default() });
    }
    if population.is_none() && relation.is_some() {
        // `… killed 12 people and wounded 30`.
        let same = before.last().filter(|other| page.same_sentence(other.next.saturating_sub(1), at));
        population = same.and_then(|other| other.count.population.clone());
    }
    let looks_like_year = page.word(at).len() == 4
        && (170_000..=209_900).contains(&number.number.low)
        && page.token(at).is_some_and(|token| token.kind == TokenKind::Number);
    let sure = hedge != Hedge::Exact || relation.is_some() || unit.is_some();
    if looks_like_year && !sure && !population.as_ref().is_some_and(|of| is_people(&of.head)) {
        return None;
    }
    if unit.is_none() && population.is_none() && relation.is_none() {
        return None;
    }
    let last = last.max(end.saturating_sub(1));
    let sentence = actors.sentence(at);
    let mut dates = actors.dates_within(sentence.clone()).filter(|&date| is_day(actors, date));
    let date = dates.next().filter(|_| dates.next().is_none());
    let count = Count {
        span: page.span(first, last),
        at: AtRange::default(),
        number: number.number,
        hedge,
        unit,
        population,
        relation,
        sentence: page.span(sentence.start, sentence.end.saturating_sub(1)),
        date,
    };
    Some(Found { count, next: end.max(at + 1) })
}

/// A number that tells things apart: `Resolution 1701`, `page 5`.
fn is_label(actors: &Actors<'_>, number: &Number) -> bool {
    let page = actors.page;
    let Some(before) = page.word_before(number.first) else { return false };
    let word = page.folded(before);
    let labels = matches!(
        word,
        "no" | "number"
            | "article"
            | "section"
            | "chapter"
            | "page"
            | "flight"
            | "route"
            | "channel"
            | "paragraph"
            | "room"
            | "phase"
            | "level"
            | "aged"
            | "age"
            | "top"
            | "figure"
            | "version"
            | "mr"
            | "#"
            | "№"
    );
    let digits = page.token(number.first).is_some_and(|token| token.kind == TokenKind::Number);
    let named = actors.within(before..before + 1).next().is_some();
    let names = digits
        && page.is_capital(before)
        && !page.opens(before)
        && !named
        && !page.classes(before).any(Classes::CALENDAR)
        && actors.dates_within(before..before + 1).next().is_none();
    labels || names
}

fn in_date(actors: &Actors<'_>, at: usize) -> bool {
    let Some(token) = actors.page.token(at) else { return false };
    let index = actors.dates.partition_point(|date| date.span.end <= token.span.start);
    actors.dates.get(index).is_some_and(|date| date.span.intersects(token.span))
}

/// Whether a time expression says when something was, and not how long it took.
fn is_day(actors: &Actors<'_>, date: u32) -> bool {
    actors.dates.get(date as usize).is_some_and(|date| matches!(date.rule, Rule::Place { .. }))
}

#[cfg(test)]
mod tests;
