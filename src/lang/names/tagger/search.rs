//! The best labels of a stretch, by what its tokens say and what labels say of each other (Viterbi).

use crate::lang::names::tagger::label::{LABELS, Label, OUTSIDE, may_follow};

/// The score of each label at a token.
pub type Emission = [i32; LABELS];

/// What each label says for each label behind it.
pub type Links = [Emission; LABELS];

/// The score of what may not be, far from any other and from overflow.
pub const NEVER: i32 = i32::MIN / 4;

/// Puts [`NEVER`] where one label may not stand behind another.
pub fn forbid(links: &mut Links) {
    for (before, row) in (0..).zip(links) {
        for (label, link) in (0..).zip(row) {
            if !may_follow(before, label) {
                *link = NEVER;
            }
        }
    }
}

/// The space that a search works in.
#[derive(Debug, Default)]
pub struct Search {
    back: Vec<Emission>,
}

impl Search {
    /// Appends the best labels of a stretch; before it and behind it nothing is a name.
    pub fn best(&mut self, tokens: impl Iterator<Item = Emission>, links: &Links, labels: &mut Vec<Label>) {
        self.back.clear();
        let base = labels.len();
        let mut scores = [NEVER; LABELS];
        scores[0] = 0;
        for token in tokens {
            let (next, back) = step(&scores, links);
            for (score, (next, token)) in scores.iter_mut().zip(next.into_iter().zip(token)) {
                *score = (next + token).max(NEVER);
            }
            self.back.push(back);
            labels.push(OUTSIDE);
        }
        let (_, back) = step(&scores, links);
        let [mut label, ..] = back;
        for (place, back) in labels.iter_mut().skip(base).zip(&self.back).rev() {
            *place = u8::try_from(label).unwrap_or(OUTSIDE);
            label = back.get(usize::from(*place)).copied().unwrap_or_default();
        }
    }
}

/// The best score with which each label is reached, and the label before it.
#[inline]
fn step(scores: &Emission, links: &Links) -> (Emission, Emission) {
    let mut best = [2 * NEVER; LABELS];
    let mut back = [0; LABELS];
    for (before, (score, row)) in (0..).zip(scores.iter().zip(links)) {
        for ((best, back), link) in best.iter_mut().zip(&mut back).zip(row) {
            let reached = score + link;
            let better = reached > *best;
            // Two choices and no branch: the loop runs side by side.
            *best = if better { reached } else { *best };
            *back = if better { before } else { *back };
        }
    }
    (best, back)
}
