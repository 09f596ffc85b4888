//! How well a reader finds the names of labelled texts: exact and overlap F1, by kind.

use std::collections::BTreeSet;
use std::fmt;

use dateline::base::kind::EntityKind;
use dateline::base::span::Span;
use dateline::lang::names::Reader;
use dateline::lang::names::tagger::label::KINDS;

use crate::corpus::{Text, trimmed};
use crate::examples;

#[derive(Clone, Copy, Default)]
struct Counts {
    right: usize,
    overlapping_gold: usize,
    overlapping_found: usize,
    gold: usize,
    found: usize,
}

/// The counts of each kind, in the order of [`KINDS`], then of spans whatever their kind.
#[derive(Default)]
pub struct Score([Counts; KINDS.len() + 1]);

/// Which labels count as right.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Labels {
    AsGiven,
    /// Cleaned to the product's scheme: titles are no part of names, and so on.
    Tidied,
}

impl Labels {
    fn of(self, text: &Text) -> Vec<Labelled> {
        match self {
            Labels::AsGiven => text.names.clone(),
            Labels::Tidied => examples::tidied(text),
        }
    }
}

type Labelled = (Span, EntityKind);

/// Scores a reader; `errors` of its errors are shown.
pub fn score(reader: &mut Reader, texts: &[Text], labels: Labels, errors: usize) -> Score {
    let mut score = Score::default();
    let mut shown = 0;
    for text in texts {
        let names = reader.recognize(&text.text, &text.zones);
        let gold: BTreeSet<Labelled> =
            labels.of(text).into_iter().map(|(span, kind)| (trimmed(&text.text, span), kind)).collect();
        let described: BTreeSet<Span> = text.described.iter().copied().collect();
        let found: BTreeSet<Labelled> = names
            .mentions
            .iter()
            .filter_map(|mention| {
                let chain = names.chains.get(mention.chain as usize).filter(|chain| !chain.tentative)?;
                let span = trimmed(&text.text, mention.span);
                let counts = gold.iter().any(|one| one.0 == span) || !described.contains(&span);
                (counts && KINDS.contains(&chain.kind)).then_some((span, chain.kind))
            })
            .collect();
        for (at, kind) in KINDS.into_iter().enumerate() {
            let of_kind =
                |all: &BTreeSet<Labelled>| all.iter().copied().filter(|one| one.1 == kind).collect();
            score.0[at].add(&of_kind(&gold), &of_kind(&found));
        }
        let untyped = |all: &BTreeSet<Labelled>| all.iter().map(|one| (one.0, EntityKind::Event)).collect();
        score.0[KINDS.len()].add(&untyped(&gold), &untyped(&found));
        for (sign, one) in
            gold.difference(&found).map(|one| ('-', one)).chain(found.difference(&gold).map(|one| ('+', one)))
        {
            if shown < errors {
                shown += 1;
                let (start, end) = (one.0.start as usize, one.0.end as usize);
                let from = text.text.floor_char_boundary(start.saturating_sub(60));
                let to = text.text.ceil_char_boundary((end + 50).min(text.text.len()));
                let part =
                    format!("{}[{}]{}", &text.text[from..start], &text.text[start..end], &text.text[end..to]);
                println!("{sign} {:12} {}", one.1.to_string(), part.replace('\n', " / "));
            }
        }
    }
    score
}

impl Counts {
    fn add(&mut self, gold: &BTreeSet<Labelled>, found: &BTreeSet<Labelled>) {
        let meets = |one: &Labelled, all: &BTreeSet<Labelled>| {
            all.iter().any(|other| one.0.start < other.0.end && other.0.start < one.0.end)
        };
        self.right += gold.intersection(found).count();
        self.overlapping_gold += gold.iter().filter(|one| meets(one, found)).count();
        self.overlapping_found += found.iter().filter(|one| meets(one, gold)).count();
        self.gold += gold.len();
        self.found += found.len();
    }

    fn exact(self) -> f64 {
        200.0 * self.right as f64 / (self.gold + self.found).max(1) as f64
    }

    fn overlap(self) -> f64 {
        100.0 * (self.overlapping_gold + self.overlapping_found) as f64
            / (self.gold + self.found).max(1) as f64
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut all = Counts::default();
        for (kind, counts) in KINDS.iter().zip(self.0) {
            all.right += counts.right;
            all.overlapping_gold += counts.overlapping_gold;
            all.overlapping_found += counts.overlapping_found;
            all.gold += counts.gold;
            all.found += counts.found;
            write!(f, "{} {:.1}/{:.1}  ", kind.name(), counts.exact(), counts.overlap())?;
        }
        let percent = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
        write!(
            f,
            "all {:.1}/{:.1} (P {:.1} R {:.1}), spans {:.1}",
            all.exact(),
            all.overlap(),
            percent(all.right, all.found),
            percent(all.right, all.gold),
            self.0[KINDS.len()].exact()
        )
    }
}
