//! Learns the weights of the names tagger (`src/lang/names/tagger/weights.bin`).
//!
//! `train DATA` learns from the open corpora in the folder DATA (wikigold, Re-DocRED, CrossNER politics,
//! GUM; see NOTICE) and from our own articles, all but about every fifth of them; equal input gives
//! equal bytes. `check DATA` learns and compares with the file. `score FILE…` scores the compiled-in
//! weights on labelled files, `own` on the articles kept out.
#![allow(
    clippy::disallowed_methods,
    clippy::cast_precision_loss,
    reason = "a program for developers that reads files"
)]

mod corpus;
mod examples;
mod file;
#[path = "../../src/lang/names/tests/labelled.rs"]
mod labelled;
mod learn;
mod score;

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use dateline::lang::lexicon::Lexicon;
use dateline::lang::names::Reader;
use dateline::lang::names::tagger::weights::Weights;

use crate::corpus::Text;
use crate::examples::Inventory;
use crate::score::Labels;

/// What the weights are learnt from.
const CORPORA: [&str; 4] = ["wikigold.jsonl", "redocred.jsonl", "politics.jsonl", "gum-rest.jsonl"];

const EPOCHS: usize = 6;

/// The texts are learnt in so many orders, and the models added up.
const ORDERS: u64 = 4;

fn main() -> anyhow::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let weights = root.join("src/lang/names/tagger/weights.bin");
    let own = root.join("tests/names/articles");
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["train", data, dev @ ..] => {
            let file = learn(&PathBuf::from(data), &own)?;
            std::fs::write(&weights, &file)?;
            show(&file, dev, &own, 0)
        }
        ["check", data] => {
            if learn(&PathBuf::from(data), &own)? != std::fs::read(&weights)? {
                bail!("{} is not what these texts teach", weights.display());
            }
            Ok(())
        }
        ["score", errors, files @ ..] => show(&std::fs::read(&weights)?, files, &own, errors.parse()?),
        _ => bail!("train DATA [FILE…] | check DATA | score ERRORS FILE…"),
    }
}

fn show(weights: &[u8], files: &[&str], own: &Path, errors: usize) -> anyhow::Result<()> {
    let weights: &'static [u8] = weights.to_vec().leak();
    let weights = Box::leak(Box::new(Weights::parse(weights).context("the weights have another format")?));
    let mut reader = Reader::new(Lexicon::built_in(), weights);
    for file in files {
        let texts = if *file == "own" { corpus::own(own)?.1 } else { corpus::read(Path::new(file))? };
        for (labels, errors) in [(Labels::AsGiven, 0), (Labels::Tidied, errors)] {
            println!("{file} {labels:?}: {}", score::score(&mut reader, &texts, labels, errors));
        }
    }
    Ok(())
}

fn learn(data: &Path, own: &Path) -> anyhow::Result<Vec<u8>> {
    let mut texts: Vec<Text> = Vec::new();
    for corpus in CORPORA {
        texts.extend(corpus::read(&data.join(corpus))?);
    }
    texts.extend(corpus::own(own)?.0);
    let mut inventory = Inventory::default();
    let lessons = examples::lessons(&texts, &mut inventory);
    let tokens: usize =
        lessons.iter().flat_map(|lesson| &lesson.examples).map(|example| example.gold.len()).sum();
    println!("{} texts, {tokens} tokens in stretches, {} features", texts.len(), inventory.features.len());
    let mut model = learn::learn(&lessons, &inventory, EPOCHS, 1);
    for seed in 1..ORDERS {
        model.add(&learn::learn(&lessons, &inventory, EPOCHS, 1 + seed));
    }
    Ok(file::write(&file::quantise(&model), &inventory))
}
