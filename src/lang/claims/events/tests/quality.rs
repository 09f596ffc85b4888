//! How many events are found: in our own articles, and in the development data where it is present:
//! `$DATELINE_SHARED`, else `../shared` beside the package.

#![allow(clippy::disallowed_methods, reason = "the development data is read from its folder")]

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::Value as Json;

use super::*;

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
    right: usize,
    gold: usize,
    found: usize,
}

impl Counts {
    #[expect(clippy::cast_precision_loss, reason = "small counts")]
    fn percent(part: usize, whole: usize) -> f64 {
        100.0 * part as f64 / whole.max(1) as f64
    }

    fn print(self, what: &str, hit: usize) {
        println!(
            "{what}: recall {:.1} of {}, precision {:.1} of {}",
            Self::percent(hit, self.gold),
            self.gold,
            Self::percent(self.right, self.found),
            self.found
        );
    }
}

#[test]
fn tmp_dump() {
    let Some(path) = std::env::var_os("DUMP") else { return };
    let text = std::fs::read_to_string(path).unwrap();
    for doc in text.split('\u{c}') {
        let (claims, lines) = claims(doc);
        let events: Vec<_> = claims.statements.iter().filter(|s| s.kind == EntityKind::Event).collect();
        let mut last = None;
        for (statement, line) in events.iter().zip(lines) {
            if last != Some(statement.sentence) {
                println!("\n> {}", statement.sentence.of_text(doc).replace('\n', " "));
                last = Some(statement.sentence);
            }
            println!("    {line}");
        }
    }
}

#[test]
fn tmp_ecb() {
    let Some(name) = std::env::var_os("ECB") else { return };
    let documents = documents(name.to_str().unwrap()).unwrap();
    let mut counts = Counts::default();
    let mut hit = 0;
    let mut missed: BTreeMap<String, usize> = BTreeMap::new();
    let mut extra: BTreeMap<String, usize> = BTreeMap::new();
    for document in &documents {
        let text = document["text"].as_str().unwrap();
        let chars: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let all = document["entities"].as_array().unwrap();
        let gold: Vec<(usize, usize)> = all
            .iter()
            .filter(|e| e["type"] == "EVENT" && e["selected"] == true)
            .map(|e| {
                (chars[e["start"].as_u64().unwrap() as usize], chars[e["end"].as_u64().unwrap() as usize])
            })
            .collect();
        let (claims, _) = claims(text);
        let selected = |at: usize| {
            let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
            let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
            gold.iter().any(|g| g.0 >= start && g.1 <= end)
        };
        let found: Vec<(usize, usize)> = claims
            .statements
            .iter()
            .filter(|s| s.kind == EntityKind::Event)
            .map(|s| (s.span.start as usize, s.span.end as usize))
            .filter(|s| selected(s.0))
            .collect();
        counts.gold += gold.len();
        counts.found += found.len();
        for g in &gold {
            if found.iter().any(|f| f.0 < g.1 && g.0 < f.1) {
                hit += 1;
            } else {
                *missed.entry(text[g.0..g.1].to_lowercase()).or_default() += 1;
            }
        }
        for f in &found {
            if gold.iter().any(|g| f.0 < g.1 && g.0 < f.1) {
                counts.right += 1;
            } else {
                let line = text[..f.0].rfind('\n').map_or(0, |at| at + 1);
                let end = text[f.0..].find('\n').map_or(text.len(), |end| f.0 + end);
                *extra.entry(format!("{}  <<{}>>", &text[f.0..f.1], text[line..end].trim())).or_default() +=
                    1;
            }
        }
    }
    counts.print("ecb", hit);
    let mut missed: Vec<_> = missed.into_iter().collect();
    missed.sort_by_key(|m| std::cmp::Reverse(m.1));
    println!("{:?}", &missed[..100.min(missed.len())]);
    for (line, n) in extra {
        println!("X {n} {line}");
    }
}

#[test]
fn tmp_labelled() {
    let Some(folder) = std::env::var_os("AFFAIRS") else { return };
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|f| f.unwrap().path()).collect();
    files.retain(|f| f.extension().is_some_and(|e| e == "txt"));
    files.sort();
    let verbose = std::env::var_os("VERBOSE").is_some();
    for split in ["dev", "kept"] {
        let mut counts = Counts::default();
        let mut hit = 0;
        for file in &files {
            let all = std::fs::read_to_string(file).unwrap();
            for article in all.split("\n## ").skip(1) {
                let (head, body) = article.split_once('\n').unwrap();
                if !head.ends_with(split) {
                    continue;
                }
                let (text, gold) = labelled(body);
                let (claims, lines) = claims(&text);
                let events = claims.statements.iter().filter(|s| s.kind == EntityKind::Event);
                let events: Vec<(usize, usize)> =
                    events.map(|s| (s.span.start as usize, s.span.end as usize)).collect();
                let overlaps = |a: &(usize, usize), b: &(usize, usize)| a.0 < b.1 && b.0 < a.1;
                counts.gold += gold.len();
                counts.found += events.len();
                hit += gold.iter().filter(|g| events.iter().any(|f| overlaps(f, g))).count();
                counts.right += events.iter().filter(|f| gold.iter().any(|g| overlaps(f, g))).count();
                if verbose && split == "dev" {
                    println!("=== {head}");
                    let mut at = 0;
                    for line in text.split_inclusive('\n') {
                        println!("> {}", line.trim());
                        for (event, told) in events.iter().zip(&lines) {
                            if (at..at + line.len()).contains(&event.0) {
                                let ok = gold.iter().any(|g| overlaps(event, g));
                                println!("   {} {told}", if ok { " " } else { "X" });
                            }
                        }
                        for g in gold.iter().filter(|g| (at..at + line.len()).contains(&g.0)) {
                            if !events.iter().any(|f| overlaps(f, g)) {
                                println!("   MISSED {}", &text[g.0..g.1]);
                            }
                        }
                        at += line.len();
                    }
                }
            }
        }
        counts.print(split, hit);
    }
}

/// The text of a labelled article without marks, and the spans of its events.
fn labelled(body: &str) -> (String, Vec<(usize, usize)>) {
    let mut text = String::new();
    let mut events = Vec::new();
    let mut rest = body.trim_end();
    while let Some((before, behind)) = rest.split_once("[[") {
        text.push_str(before);
        let (inside, after) = behind.split_once("]]").expect("a mark ends");
        let (label, words) = inside.split_once('|').expect("a label and words");
        if label.starts_with("E:") {
            events.push((text.len(), text.len() + words.len()));
        }
        text.push_str(words);
        rest = after;
    }
    text.push_str(rest);
    text.push('\n');
    (text, events)
}
