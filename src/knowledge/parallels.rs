//! Parallels: articles that tell of the same, and which of their sentences go together.
//!
//! An article is found by its signature ([`related`]): other articles are asked with all their stems, so that
//! a draft finds the source of a passing remark. Sentences go together where they share stems that few other
//! sentences of either article have ([`align`]): names, numbers and the rarer words return in whatever words
//! something is told. Both depend on the facts of the articles and on nothing else, but that a stem in the
//! signatures of very many articles ([`CROWD`]) finds none.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::id::ArticleId;
use crate::corpus::Corpus;
use crate::lang::claims::stems::{Stem, Weight};
use crate::lang::claims::tellings::{self, DayLink, Telling};
use crate::lang::dates::Timex;
use crate::lang::facts::ArticleFacts;

/// An article that shares part of its signature with another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Related {
    pub article: ArticleId,
    /// How many keys of its signature are stems of the other.
    pub shared: u32,
}

/// A stem in more signatures tells no story apart.
pub const CROWD: usize = 200;

/// The articles of which at least so many keys of the signature are stems of an article; in no canonical
/// order.
pub fn related(corpus: &Corpus, article: ArticleId, facts: &ArticleFacts, least: u32) -> Vec<Related> {
    let mut stems: FxHashSet<u32> = FxHashSet::default();
    for telling in &facts.tellings {
        let telling = telling.stems.iter().filter(|stem| stem.weight() > Weight::Common);
        stems.extend(telling.map(|stem| stem.hash()));
    }
    let mut counted: FxHashMap<ArticleId, u32> = FxHashMap::default();
    for stem in stems {
        let mut found: Vec<ArticleId> = Vec::new();
        let others = corpus.telling(tellings::key(stem)).map(|(other, _)| other);
        found.extend(others.filter(|other| *other != article).take(CROWD + 1));
        if found.len() <= CROWD {
            for other in found {
                *counted.entry(other).or_default() += 1;
            }
        }
    }
    counted
        .into_iter()
        .filter(|&(_, shared)| shared >= least)
        .map(|(article, shared)| Related { article, shared })
        .collect()
}

/// Two sentences that go together.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Parallel {
    /// Index of the one article's telling.
    pub one: usize,
    /// Index of the other's.
    pub other: usize,
    /// What they share: a rare plain word counts 1.
    pub score: f32,
    /// How many stems they share, but for common ones.
    pub shared: u32,
    /// Neither has a better partner.
    pub is_mutual: bool,
}

/// Less says nothing.
const LEAST: f32 = 1.0;

/// An article as its sentences are compared.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    pub tellings: &'a [Telling],
    /// The days of the article's time expressions, by their index.
    pub timexes: &'a [Timex],
}

impl Told<'_> {
    /// What a sentence is compared by: its stems, and the days on which it says that something was.
    fn stems(&self, telling: &Telling) -> impl Iterator<Item = Stem> {
        let open = telling.days.iter().filter(|day| day.link == DayLink::Open);
        let days = open.filter_map(|day| self.timexes.get(day.date as usize)?.interval);
        let exact = days.filter(|days| days.first == days.last);
        telling.stems.iter().copied().chain(exact.map(|days| Stem::of_day(days.first)))
    }
}

/// The sentences of two articles that go together, by the first article's, best first.
pub fn align(one: Told<'_>, other: Told<'_>) -> Vec<Parallel> {
    let mut places: FxHashMap<u32, Vec<usize>> = FxHashMap::default();
    for (at, telling) in other.tellings.iter().enumerate() {
        for stem in other.stems(telling) {
            places.entry(stem.hash()).or_default().push(at);
        }
    }
    let mut counts: FxHashMap<u32, usize> = FxHashMap::default();
    for stem in one.tellings.iter().flat_map(|telling| one.stems(telling)) {
        *counts.entry(stem.hash()).or_default() += 1;
    }
    let mut found: Vec<Parallel> = Vec::new();
    let mut scores: Vec<(f32, u32)> = vec![(0.0, 0); other.tellings.len()];
    for (at, telling) in one.tellings.iter().enumerate() {
        scores.fill((0.0, 0));
        for stem in one.stems(telling) {
            let Some(theirs) = places.get(&stem.hash()) else { continue };
            let often = counts.get(&stem.hash()).copied().unwrap_or(1).max(theirs.len());
            let score = weight(stem.weight()) / root(often);
            for &place in theirs {
                if let Some((sum, shared)) = scores.get_mut(place) {
                    *sum += score;
                    *shared += match stem.weight() {
                        Weight::Common => 0,
                        Weight::Plain | Weight::Name => 1,
                        Weight::Number => 2,
                    };
                }
            }
        }
        add_context(telling, other.tellings, &mut scores);
        let here = scores.iter().enumerate().filter(|(_, (score, shared))| *score >= LEAST && *shared > 1);
        found.extend(here.map(|(place, &(score, shared))| Parallel {
            one: at,
            other: place,
            score,
            shared,
            is_mutual: false,
        }));
    }
    let (mut bests, mut their_bests) = (vec![0.0f32; one.tellings.len()], vec![0.0f32; other.tellings.len()]);
    for parallel in &found {
        let raise = |of: &mut Vec<f32>, at: usize| {
            if let Some(best) = of.get_mut(at) {
                *best = best.max(parallel.score);
            }
        };
        raise(&mut bests, parallel.one);
        raise(&mut their_bests, parallel.other);
    }
    for parallel in &mut found {
        let is_best = |of: &[f32], at: usize| of.get(at).is_some_and(|best| parallel.score >= *best);
        parallel.is_mutual = is_best(&bests, parallel.one) && is_best(&their_bests, parallel.other);
    }
    found.sort_by(|one, other| {
        (one.one, other.score, one.other)
            .partial_cmp(&(other.one, one.score, other.other))
            .unwrap_or(std::cmp::Ordering::Equal)
    });
    found
}

/// Adds the names that one of two sentences only stands for (`They …`): they say half as much.
fn add_context(one: &Telling, others: &[Telling], scores: &mut [(f32, u32)]) {
    for (other, (sum, shared)) in others.iter().zip(scores) {
        if one.context.is_empty() && other.context.is_empty() || *shared == 0 {
            continue;
        }
        let stood_for = |names: &[Stem], of: &Telling| {
            names
                .iter()
                .filter(|name| of.stems.binary_search(name).is_ok() || of.context.binary_search(name).is_ok())
                .count()
        };
        let names = stood_for(&one.context, other).max(stood_for(&other.context, one));
        *sum += root(names) * 0.5;
        *shared += u32::from(names > 0);
    }
}

fn weight(weight: Weight) -> f32 {
    match weight {
        Weight::Common => 0.4,
        Weight::Plain => 1.0,
        Weight::Name => 1.2,
        Weight::Number => 1.5,
    }
}

#[expect(clippy::cast_precision_loss, reason = "a number of sentences")]
fn root(number: usize) -> f32 {
    (number as f32).sqrt()
}
