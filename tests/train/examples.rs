//! Texts as the learner sees them: stretches with their features, and the labels that are right.

use dateline::base::kind::EntityKind;
use dateline::base::span::Span;
use dateline::lang::lexicon::{Classes, Lexicon};
use dateline::lang::names::page::Page;
use dateline::lang::names::tagger::label::{self, KINDS, Label, OUTSIDE};
use dateline::lang::names::tagger::weights::{Feature, Weights};
use dateline::lang::names::tagger::{self, Tagged, tidy};
use dateline::lang::names::words::Words;
use rustc_hash::FxHashMap;

use crate::corpus::{Gaps, Text};

/// A stretch to learn from.
pub struct Example {
    /// The features of each token, numbered.
    pub features: Vec<Vec<u32>>,
    /// The right label of each token; none where nobody knows.
    pub gold: Vec<Option<Label>>,
}

/// A text as examples.
pub struct Lesson {
    /// How many times it is read in each round.
    pub times: usize,
    pub examples: Vec<Example>,
}

/// Features by number, in the order in which they were met.
#[derive(Default)]
pub struct Inventory {
    numbers: FxHashMap<Feature, u32>,
    pub features: Vec<Feature>,
    pub counts: Vec<u32>,
}

impl Inventory {
    fn number(&mut self, feature: Feature) -> u32 {
        let next = u32::try_from(self.features.len()).unwrap_or(u32::MAX);
        let number = *self.numbers.entry(feature).or_insert(next);
        if number == next {
            self.features.push(feature);
            self.counts.push(0);
        }
        self.counts[number as usize] += 1;
        number
    }
}

/// Turns texts into lessons.
pub fn lessons(texts: &[Text], inventory: &mut Inventory) -> Vec<Lesson> {
    let mut words = Words::new(Lexicon::built_in(), &Weights::NONE);
    texts.iter().map(|text| lesson(text, &mut words, inventory)).collect()
}

fn lesson(text: &Text, words: &mut Words, inventory: &mut Inventory) -> Lesson {
    let page = Page::new(&text.text, &text.zones, words);
    let mut gold: Vec<Option<Label>> = vec![Some(OUTSIDE); page.tokens.len()];
    if text.gaps == Gaps::Names {
        let told =
            Classes::PEOPLE.or(Classes::CALENDAR).or(Classes::STOP).or(Classes::TITLE).or(Classes::EVENT);
        for (at, gold) in gold.iter_mut().enumerate() {
            if page.is_capital(at) && !page.opens(at) && !page.classes(at).any(told) {
                *gold = None;
            }
        }
        for span in &text.described {
            tokens(&page, *span).for_each(|at| gold[at] = Some(OUTSIDE));
        }
    }
    for span in &text.unsure {
        tokens(&page, *span).for_each(|at| gold[at] = None);
    }
    for &(span, kind) in &text.names {
        let range = tokens(&page, span);
        if range.is_empty() {
            continue;
        }
        range.clone().for_each(|at| gold[at] = Some(OUTSIDE));
        let tagged = Tagged { first: range.start, last: range.end - 1, kind };
        // Joined words that hold more than the name: `Peru-Chile`.
        let exact = page.span(tagged.first, tagged.last).range() == span.range();
        let cut = range.clone().count() == 1 && !exact;
        match tidy::name(&page, tagged) {
            Some(_) if cut => range.for_each(|at| gold[at] = None),
            Some(name) => {
                let Some(kind) = KINDS.iter().position(|one| *one == name.kind) else { continue };
                label::of_name(kind, name.first, name.last).for_each(|(at, label)| gold[at] = Some(label));
            }
            None => {}
        }
    }
    let examples = tagger::examples(&page).into_iter().map(|example| {
        let mut gold: Vec<Option<Label>> = gold[example.tokens.clone()].to_vec();
        mend(&mut gold);
        let features = example
            .features
            .into_iter()
            .map(|token| token.into_iter().map(|one| inventory.number(one)).collect());
        Example { features: features.collect(), gold }
    });
    Lesson { times: text.times, examples: examples.collect() }
}

/// The names of a text as the product's scheme has them.
pub fn tidied(text: &Text) -> Vec<(Span, EntityKind)> {
    let mut words = Words::new(Lexicon::built_in(), &Weights::NONE);
    let page = Page::new(&text.text, &text.zones, &mut words);
    let tidy = |&(span, kind): &(Span, EntityKind)| {
        let range = tokens(&page, span);
        let name = tidy::name(&page, Tagged { first: range.start, last: range.end.checked_sub(1)?, kind })?;
        let exact = page.span(range.start, range.end - 1) == span;
        Some(if exact { (page.span(name.first, name.last), name.kind) } else { (span, kind) })
    };
    text.names.iter().filter_map(tidy).collect()
}

/// Forgets labels of names that leave their stretch: they cannot be right.
fn mend(gold: &mut [Option<Label>]) {
    let mut before = OUTSIDE;
    for at in 0..=gold.len() {
        let label = if at < gold.len() { gold[at] } else { Some(OUTSIDE) };
        let Some(label) = label else {
            before = OUTSIDE;
            continue;
        };
        if !label::may_follow(before, label) && (at == 0 || gold[at - 1].is_some()) {
            if at > 0 {
                let mut back = at;
                while back > 0 && gold[back - 1].is_some_and(label::is_open) {
                    back -= 1;
                    gold[back] = None;
                }
            }
            let mut ahead = at;
            while ahead < gold.len() && gold[ahead].is_some_and(|one| !label::may_follow(OUTSIDE, one)) {
                gold[ahead] = None;
                ahead += 1;
            }
        }
        before = if at < gold.len() { gold[at].unwrap_or(OUTSIDE) } else { OUTSIDE };
    }
}

/// The tokens that a span touches.
fn tokens(page: &Page<'_>, span: Span) -> std::ops::Range<usize> {
    let first = page.tokens.partition_point(|token| token.span.end <= span.start);
    let end = page.tokens.partition_point(|token| token.span.start < span.end);
    first..end.max(first)
}
