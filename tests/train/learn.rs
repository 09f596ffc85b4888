//! The learner: an averaged structured perceptron, in whole numbers, so that every machine learns the
//! same.

use dateline::lang::names::tagger::label::{LABELS, Label, OUTSIDE};
use dateline::lang::names::tagger::search::{Emission, Links, NEVER, Search, forbid};

use crate::examples::{Example, Inventory, Lesson};

/// What was learnt: the sum of the weights over all steps.
pub struct Model {
    pub weights: Vec<[i64; LABELS]>,
    pub links: [[i64; LABELS]; LABELS],
}

/// Features that were met fewer times are not learnt.
const RARE: u32 = 2;

/// Random numbers (xorshift64*): equal seeds, equal orders.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let wide = u128::from(self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)) * bound as u128;
        usize::try_from(wide >> 64).unwrap_or(0)
    }
}

/// Weights in training, with their running totals: mean = weight - total / steps.
struct Training {
    weights: Vec<Emission>,
    totals: Vec<[i64; LABELS]>,
    links: Links,
    link_totals: [[i64; LABELS]; LABELS],
    step: i64,
}

/// The links with what may not be forbidden.
fn guarded(links: &Links) -> Links {
    let mut links = *links;
    forbid(&mut links);
    links
}

pub fn learn(lessons: &[Lesson], inventory: &Inventory, epochs: usize, seed: u64) -> Model {
    let count = inventory.features.len();
    let mut training = Training {
        weights: vec![[0; LABELS]; count],
        totals: vec![[0; LABELS]; count],
        links: [[0; LABELS]; LABELS],
        link_totals: [[0; LABELS]; LABELS],
        step: 1,
    };
    let mut order: Vec<&Example> = lessons
        .iter()
        .flat_map(|lesson| lesson.examples.iter().cycle().take(lesson.times * lesson.examples.len()))
        .collect();
    let mut random = Random(seed);
    let mut search = Search::default();
    for epoch in 0..epochs {
        for at in (1..order.len()).rev() {
            order.swap(at, random.below(at + 1));
        }
        for example in &order {
            let unsure = example.gold.iter().any(Option::is_none);
            if !(unsure && epoch == 0) {
                training.take(example, inventory, &mut search, unsure);
            }
            training.step += 1;
        }
    }
    let steps = training.step;
    let mean = |weight: i32, total: i64| i64::from(weight) * steps - total;
    let weights = training.weights.iter().zip(&training.totals);
    let weights = weights.map(|(weights, totals)| std::array::from_fn(|at| mean(weights[at], totals[at])));
    let links = std::array::from_fn(|before| {
        std::array::from_fn(|at| mean(training.links[before][at], training.link_totals[before][at]))
    });
    Model { weights: weights.collect(), links }
}

impl Training {
    fn take(&mut self, example: &Example, inventory: &Inventory, search: &mut Search, unsure: bool) {
        let known = |feature: &&u32| inventory.counts[**feature as usize] >= RARE;
        let scores: Vec<Emission> = example
            .features
            .iter()
            .map(|features| {
                let mut sum = [0; LABELS];
                for &feature in features.iter().filter(known) {
                    for (sum, weight) in sum.iter_mut().zip(&self.weights[feature as usize]) {
                        *sum += weight;
                    }
                }
                sum
            })
            .collect();
        let links = guarded(&self.links);
        let mut found = Vec::new();
        search.best(scores.iter().copied(), &links, &mut found);
        let mut right = Vec::new();
        if unsure {
            let held = scores.iter().zip(&example.gold).map(|(scores, gold)| hold(scores, *gold));
            search.best(held, &links, &mut right);
        } else {
            right.extend(example.gold.iter().map(|gold| gold.unwrap_or(OUTSIDE)));
        }
        if found == right {
            return;
        }
        let (mut before_found, mut before_right) = (OUTSIDE, OUTSIDE);
        for (at, (&found, &right)) in found.iter().zip(&right).enumerate() {
            if found != right {
                for &feature in example.features[at].iter().filter(known) {
                    self.change(feature as usize, right, 1);
                    self.change(feature as usize, found, -1);
                }
            }
            self.relink(before_right, right, 1);
            self.relink(before_found, found, -1);
            (before_found, before_right) = (found, right);
        }
        self.relink(before_right, OUTSIDE, 1);
        self.relink(before_found, OUTSIDE, -1);
    }

    fn change(&mut self, feature: usize, label: Label, by: i32) {
        self.weights[feature][label as usize] += by;
        self.totals[feature][label as usize] += i64::from(by) * self.step;
    }

    fn relink(&mut self, before: Label, label: Label, by: i32) {
        self.links[before as usize][label as usize] += by;
        self.link_totals[before as usize][label as usize] += i64::from(by) * self.step;
    }
}

/// Scores that leave only the right label, where it is known.
fn hold(scores: &Emission, gold: Option<Label>) -> Emission {
    std::array::from_fn(|label| match gold {
        Some(gold) if label != gold as usize => NEVER / 64,
        _ => scores[label],
    })
}

impl Model {
    /// Adds another model, learnt from the same lessons in another order: the order's luck evens out.
    pub fn add(&mut self, other: &Model) {
        let links = self.links.iter_mut().flatten().zip(other.links.iter().flatten());
        links.for_each(|(sum, link)| *sum += link);
        let weights = self.weights.iter_mut().flatten().zip(other.weights.iter().flatten());
        weights.for_each(|(sum, weight)| *sum += weight);
    }
}
