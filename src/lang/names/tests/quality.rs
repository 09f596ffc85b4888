//! The development data, where it is present: `$DATELINE_SHARED`, else `../shared` beside the package.

#![allow(clippy::disallowed_methods, reason = "the development data is read from its folder")]

use std::collections::BTreeSet;
use std::path::PathBuf;

use serde_json::Value as Json;

use super::*;
use crate::source::ZoneKind;

/// What [`score`] finds, in per cent.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    right: usize,
    gold: usize,
    found: usize,
}

impl Counts {
    #[expect(clippy::cast_precision_loss, reason = "small counts")]
    fn f1(self) -> f64 {
        200.0 * self.right as f64 / (self.gold + self.found).max(1) as f64
    }
}

fn documents(name: &str) -> Option<Vec<Json>> {
    let shared = match std::env::var_os("DATELINE_SHARED") {
        Some(folder) => PathBuf::from(folder),
        None => PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"),
    };
    let path = shared.join("data/names").join(name);
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

type Labelled = (usize, usize, &'static str);

/// A span of characters without article, possessive and outer marks: labellers disagree on those.
fn trimmed(text: &[char], mut start: usize, mut end: usize) -> (usize, usize) {
    let words = |start: usize, end: usize| text[start..end].iter().collect::<String>().to_lowercase();
    let mark = |at: usize| "\"“”‘’'()[],;: \n".contains(text[at]);
    while start < end && mark(start) {
        start += 1;
    }
    for article in ["the ", "an ", "a "] {
        if words(start, end).starts_with(article) {
            start += article.len();
        }
    }
    while start < end && mark(end - 1) {
        end -= 1;
    }
    if end - start > 2 && matches!(text[end - 2], '\'' | '’') && text[end - 1] == 's' {
        end -= 2;
    }
    (start, end)
}

fn kind_of(label: &str) -> Option<&'static str> {
    match label {
        "PERSON" | "person" => Some("person"),
        "ORG" | "organization" => Some("organization"),
        "PLACE" | "place" => Some("place"),
        _ => None,
    }
}

/// Exact spans and kinds; a name that is no more than labelled as a description counts neither way.
fn score(documents: &[Json]) -> Counts {
    let mut counts = Counts::default();
    for document in documents {
        let text = document["text"].as_str().expect("a text");
        let characters: Vec<char> = text.chars().collect();
        let mut gold: BTreeSet<Labelled> = BTreeSet::new();
        let mut described = BTreeSet::new();
        for entity in document["entities"].as_array().expect("entities") {
            let number =
                |key: &str| usize::try_from(entity[key].as_u64().expect("an offset")).expect("small");
            let Some(kind) = kind_of(entity["type"].as_str().expect("a type")) else { continue };
            let (start, end) = trimmed(&characters, number("start"), number("end"));
            if entity["name"].as_bool().unwrap_or(true) {
                gold.insert((start, end, kind));
            } else {
                described.insert((start, end));
            }
        }
        let zones = [Zone { kind: ZoneKind::Body, span: Span::of(0..text.len()) }];
        let names = recognize(text, &zones, Lexicon::built_in());
        let at = |offset: u32| text[..offset as usize].chars().count();
        let is_gold = |span: &(usize, usize)| gold.iter().any(|&(start, end, _)| (start, end) == *span);
        let found: BTreeSet<Labelled> = names
            .mentions
            .iter()
            .filter_map(|mention| {
                let chain = names.chains.get(mention.chain as usize).filter(|chain| !chain.tentative)?;
                let kind = kind_of(&chain.kind.to_string())?;
                let (start, end) = trimmed(&characters, at(mention.span.start), at(mention.span.end));
                let counts = is_gold(&(start, end)) || !described.contains(&(start, end));
                counts.then_some((start, end, kind))
            })
            .collect();
        counts.right += gold.intersection(&found).count();
        counts.gold += gold.len();
        counts.found += found.len();
    }
    counts
}

/// A floor that only rises. The scheme of this data puts titles into names and reads many countries as
/// bodies, so it stands for much less than a reader would give.
#[test]
fn the_development_data() {
    let Some(documents) = documents("gmb.jsonl") else { return };
    let counts = score(&documents);
    println!("{counts:?}: F1 {:.1}", counts.f1());
    assert!(counts.f1() >= 67.0, "{counts:?}: F1 {:.1}", counts.f1());
}
