//! The learned tagger: which stretches of capitals are names, and of which kind.
//!
//! An averaged structured perceptron over BILOU labels with first-order transitions. Its features are
//! of two sorts: what a word says by itself to its place and its neighbours ([`word`]), summed up once
//! a word; and what words say together ([`context`]), among it what the whole article shows of its
//! words ([`article`]). The weights ([`weights`]) are learnt by `tests/train`, which runs the very
//! same features.
//!
//! It works in lines where capitals say something; headlines come later, with what the text names.

pub mod label;
pub mod weights;
pub mod word;
pub mod known;
pub mod stretch;
pub mod article;
pub mod context;
pub mod search;
pub mod tidy;
pub mod settle;

use std::ops::Range;

use crate::base::kind::EntityKind;
use crate::lang::names::page::{Page, Style};
use crate::lang::names::tagger::article::Article;
use crate::lang::names::tagger::context::{Run, Sight};
use crate::lang::names::tagger::known::Mark;
use crate::lang::names::tagger::label::{KINDS, Label};
use crate::lang::names::tagger::search::Search;
use crate::lang::names::tagger::weights::{Feature, Scores};
use crate::lang::names::tagger::word::DISTANCES;

/// A name that the tagger found: its first and last token.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Tagged {
    pub first: usize,
    pub last: usize,
    pub kind: EntityKind,
}

/// Tags articles; it keeps the space that it works in.
#[derive(Debug, Default)]
pub struct Tagger {
    stretches: Vec<Range<usize>>,
    runs: Vec<Run>,
    article: Article,
    marks: Vec<Mark>,
    features: Vec<Feature>,
    /// What is said for each token of each stretch, one behind the other.
    scores: Vec<Scores>,
    labels: Vec<Label>,
    search: Search,
}

impl Tagger {
    /// The names in lines that write capitals as sentences do, in order.
    pub fn tag(&mut self, page: &Page<'_>) -> Vec<Tagged> {
        self.survey(page);
        self.decide(page);
        self.tagged(page)
    }

    /// Finds the stretches and runs of a page, and what the page says of their words.
    fn survey(&mut self, page: &Page<'_>) {
        let Tagger { stretches, runs, article, marks, .. } = self;
        stretches.clear();
        runs.clear();
        marks.clear();
        article.clear();
        for line in page.lines.iter().filter(|line| line.style == Style::Sentence) {
            stretch::stretches(page, line, &mut |stretch| stretches.push(stretch));
        }
        for stretch in stretches.iter().cloned() {
            stretch::runs(page, stretch.clone(), &mut |first, last| article.add(page, first, last));
            known::mark(page, stretch, marks);
        }
        let sight = Sight { page, article };
        for stretch in stretches.iter().cloned() {
            stretch::runs(page, stretch, &mut |first, last| runs.push(sight.run(first, last)));
        }
    }

    fn decide(&mut self, page: &Page<'_>) {
        let Tagger { scores, labels, search, features, .. } = self;
        scores.clear();
        labels.clear();
        let weights = page.words.weights;
        let sight = Sight { page, article: &self.article };
        let mut runs = self.runs.iter().peekable();
        let mut marks = self.marks.iter().copied();
        for stretch in self.stretches.iter().cloned() {
            let from = scores.len();
            for at in stretch {
                let mut sum = Scores::default();
                for (place, distance) in DISTANCES.into_iter().enumerate() {
                    if let Some(word) = sight.word(at, -distance) {
                        word.scored.add(place, &mut sum);
                    }
                }
                while runs.next_if(|run| run.last < at).is_some() {}
                let run = runs.peek().copied().filter(|run| run.first <= at);
                let mark = marks.next().unwrap_or_default();
                features.clear();
                sight.features(at, run, mark, &mut |feature| features.push(feature));
                weights.add(features, &mut sum);
                scores.push(sum);
            }
            let mine = scores.iter().skip(from).map(|scores| scores.map(i32::from));
            search.best(mine, &weights.links, labels);
        }
    }

    fn tagged(&self, page: &Page<'_>) -> Vec<Tagged> {
        let mut tagged = Vec::new();
        let mut labels = self.labels.as_slice();
        for stretch in &self.stretches {
            let (mine, rest) = labels.split_at_checked(stretch.len()).unwrap_or_default();
            labels = rest;
            let from = tagged.len();
            for (first, last, kind) in label::names(mine) {
                let Some(&kind) = KINDS.get(kind) else { continue };
                let name = Tagged { first: stretch.start + first, last: stretch.start + last, kind };
                let Some(name) = tidy::name(page, name) else { continue };
                match tidy::parted(page, name) {
                    Some((place, person)) => tagged.extend([place, person]),
                    None => tagged.push(name),
                }
            }
            tidy::add_known(page, stretch.clone(), &mut tagged, from);
        }
        tagged.sort_unstable_by_key(|name| name.first);
        let capitals = self.stretches.iter().cloned().flatten().filter(|&at| page.is_capital(at));
        settle::settle(page, capitals, &mut tagged);
        tagged
    }
}

/// A stretch with the features of each of its tokens: what the weights are learnt from.
#[derive(Debug)]
pub struct Example {
    pub tokens: Range<usize>,
    pub features: Vec<Vec<Feature>>,
}

/// The stretches of a page, with all features.
pub fn examples(page: &Page<'_>) -> Vec<Example> {
    let mut tagger = Tagger::default();
    tagger.survey(page);
    let sight = Sight { page, article: &tagger.article };
    let mut marks = tagger.marks.iter().copied();
    let mut example = |tokens: &Range<usize>| {
        let features = tokens.clone().map(|at| {
            let mut found = Vec::new();
            let run = tagger.runs.iter().find(|run| run.first <= at && at <= run.last);
            sight.all_features(at, run, marks.next().unwrap_or_default(), &mut |feature| found.push(feature));
            found
        });
        Example { tokens: tokens.clone(), features: features.collect() }
    };
    tagger.stretches.iter().map(&mut example).collect()
}
