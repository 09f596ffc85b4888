//! How many events are found: in our own articles, and in the development data where it is present:
//! `$DATELINE_SHARED`, else `../shared` beside the package.

#![allow(clippy::disallowed_methods, reason = "the development data is read from its folder")]

use std::ops::Range;
use std::path::PathBuf;

use serde_json::Value as Json;

use super::*;
use crate::lang::lexicon::triggers::{Reading, readings};

fn shared() -> PathBuf {
    match std::env::var_os("DATELINE_SHARED") {
        Some(folder) => PathBuf::from(folder),
        None => PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"),
    }
}

fn documents(name: &str) -> Option<Vec<Json>> {
    let path = shared().join("data/names").join(name);
    match std::fs::read_to_string(&path) {
        Ok(text) => {
            Some(text.lines().map(|line| serde_json::from_str(line).expect("a line is JSON")).collect())
        }
        Err(error) => {
            println!("skipped: {}: {error}", path.display());
            None
        }
    }
}

#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    /// Labelled ones that were found, and found ones that are labelled.
    hit: usize,
    right: usize,
    gold: usize,
    found: usize,
}

impl Counts {
    /// Adds what was found to what is labelled; two are one where they overlap.
    fn add(&mut self, gold: &[Range<usize>], found: &[Range<usize>]) {
        let overlap =
            |one: &Range<usize>, other: &Range<usize>| one.start < other.end && other.start < one.end;
        self.gold += gold.len();
        self.found += found.len();
        self.hit += gold.iter().filter(|gold| found.iter().any(|found| overlap(gold, found))).count();
        self.right += found.iter().filter(|found| gold.iter().any(|gold| overlap(gold, found))).count();
    }

    #[expect(clippy::cast_precision_loss, reason = "small counts")]
    fn recall(self) -> f64 {
        100.0 * self.hit as f64 / self.gold.max(1) as f64
    }

    #[expect(clippy::cast_precision_loss, reason = "small counts")]
    fn precision(self) -> f64 {
        100.0 * self.right as f64 / self.found.max(1) as f64
    }

    /// Prints the figures; fails where they are below what they were.
    fn check(self, what: &str, recall: f64, precision: f64) {
        println!(
            "{what}: recall {:.1} of {}, precision {:.1} of {}",
            self.recall(),
            self.gold,
            self.precision(),
            self.found
        );
        assert!(self.recall() >= recall, "{what}: recall {:.1}", self.recall());
        assert!(self.precision() >= precision, "{what}: precision {:.1}", self.precision());
    }
}

fn found(text: &str) -> Vec<Range<usize>> {
    let (claims, _) = claims(text);
    let events = claims.statements.iter().filter(|statement| statement.kind == EntityKind::Event);
    events.map(|statement| statement.span.range()).collect()
}

#[test]
fn triggers_of_the_development_news_are_found() {
    let Some(documents) = documents("ecb-dev.jsonl") else { return };
    let mut all = Counts::default();
    let mut covered = Counts::default();
    for document in &documents {
        let text = document["text"].as_str().unwrap();
        let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let offset = |value: &Json| starts[usize::try_from(value.as_u64().unwrap()).unwrap()];
        let entities = document["entities"].as_array().unwrap().iter();
        let events = entities.filter(|one| one["type"] == "EVENT" && one["selected"] == true);
        let gold: Vec<Range<usize>> = events.map(|one| offset(&one["start"])..offset(&one["end"])).collect();
        // Only sentences that somebody has labelled count.
        let labelled = |at: usize| {
            let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
            let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
            gold.iter().any(|gold| start <= gold.start && gold.end <= end)
        };
        let mut found = found(text);
        found.retain(|found| labelled(found.start));
        all.add(&gold, &found);
        let is_covered = |gold: &Range<usize>| {
            let words = text[gold.clone()].to_lowercase();
            let is_event = |reading: &Reading| matches!(reading.what, What::Event(..));
            words.split(' ').any(|word| readings(word).is_some_and(|all| all.iter().any(is_event)))
        };
        covered.add(&gold.iter().filter(|gold| is_covered(gold)).cloned().collect::<Vec<_>>(), &[]);
        covered.hit += gold
            .iter()
            .filter(|gold| is_covered(gold))
            .filter(|gold| found.iter().any(|found| found.start < gold.end && gold.start < found.end))
            .count();
    }
    println!("of the words in the list: recall {:.1} of {}", covered.recall(), covered.gold);
    all.check("ecb-dev", 22.5, 97.0);
}

#[test]
fn triggers_of_our_own_affairs_are_found() {
    for (split, recall, precision) in [("dev", 80.0, 94.0), ("kept", 58.0, 90.0)] {
        let mut counts = Counts::default();
        for article in affairs() {
            let (heading, body) = article.split_once('\n').unwrap();
            if heading.ends_with(split) {
                let (text, gold) = labelled(body);
                counts.add(&gold, &found(&text));
            }
        }
        if counts.gold > 0 {
            counts.check(split, recall, precision);
        }
    }
}

/// The articles of `tests/affairs`, each with its heading.
fn affairs() -> Vec<String> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/affairs");
    let Ok(files) = std::fs::read_dir(&folder) else {
        println!("skipped: no {}", folder.display());
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    let texts = paths.iter().map(|path| std::fs::read_to_string(path).unwrap());
    texts.flat_map(|text| text.split("\n## ").skip(1).map(str::to_owned).collect::<Vec<_>>()).collect()
}

/// The text of a labelled article without marks, and the spans of its events.
fn labelled(body: &str) -> (String, Vec<Range<usize>>) {
    let mut text = String::new();
    let mut events = Vec::new();
    let mut rest = body.trim_end();
    while let Some((before, behind)) = rest.split_once("[[") {
        text.push_str(before);
        let (inside, after) = behind.split_once("]]").expect("a mark ends");
        let (label, words) = inside.split_once('|').expect("a label and words");
        if label.starts_with("E:") {
            events.push(text.len()..text.len() + words.len());
        }
        text.push_str(words);
        rest = after;
    }
    text.push_str(rest);
    text.push('\n');
    (text, events)
}
