//! Links between events of ECB+ (its development topics, beside the package), against the baseline that
//! takes one head word in one topic for one event.
//!
//! The mentions are the labelled ones of the sentences that ECB+ labels in full: one that the event
//! finder has takes the entity of that statement, each other stands alone. Links are counted within a
//! topic (as `eval/xdoc_score.py --topics` does). The articles have no publication date.

use std::collections::BTreeSet;

use serde_json::Value;

use super::affairs::{Clusters, Document, Gold, evidence, said, scores, shared, slots};
use crate::base::kind::EntityKind;
use crate::base::span::Span;
use crate::lang::claims::topics;
use crate::lang::lexicon::triggers;
use crate::state::Snapshot;
use crate::testing::fixture::{Fixture, Marked};
use crate::text::fold::fold;

/// An article and its topic.
struct Told {
    document: Document,
    topic: String,
}

/// The articles of a file of one JSON object a line; spans of it are in characters.
fn articles(lines: &str) -> Vec<Told> {
    let article = |line: &str| {
        let value: Value = serde_json::from_str(line).expect("an article a line");
        let text = value["text"].as_str().expect("a text").to_owned();
        let mut starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        starts.push(text.len());
        let place =
            |value: &Value| starts[usize::try_from(value.as_u64().expect("a place")).expect("a place")];
        let events = value["entities"]
            .as_array()
            .expect("entities")
            .iter()
            .filter(|one| one["type"] == "EVENT" && one["selected"] == true);
        let gold = events.map(|one| Gold {
            span: Span::of(place(&one["start"])..place(&one["end"])),
            kind: EntityKind::Event,
            cluster: one["cluster"].as_str().expect("a cluster").to_owned(),
        });
        let mut gold: Vec<Gold> = gold.collect();
        gold.sort_by_key(|one| one.span);
        gold.dedup_by_key(|one| one.span);
        let path = format!("{}.txt", value["id"].as_str().expect("an id")).into();
        let topic = value["topic"].as_str().expect("a topic").to_owned();
        Told { document: Document { path, text, gold, kept: false }, topic }
    };
    lines.lines().map(article).collect()
}

/// The word that a mention turns on, in its dictionary form: a trigger's where it is one, else the last
/// word without the endings of verbs and plurals.
fn head(words: &str) -> String {
    let folded = fold(words);
    let known = folded.split(' ').find_map(|word| triggers::readings(word)?.first());
    if let Some(reading) = known {
        return reading.lemma.to_owned();
    }
    let stem = topics::stem(folded.split(' ').next_back().unwrap_or_default());
    let endings = ["ing", "ed", "e"].iter().filter_map(|ending| stem.strip_suffix(ending));
    endings.max_by_key(|front| (front.len() > 2, stem.len() - front.len())).unwrap_or(&stem).to_owned()
}

/// The statement that a labelled mention overlaps most, and its entity.
fn taken(said: &[(Span, String)], gold: Span) -> Option<&(Span, String)> {
    let overlap = |span: &Span| span.end.min(gold.end).saturating_sub(span.start.max(gold.start));
    said.iter().filter(|(span, _)| overlap(span) > 0).max_by_key(|(span, _)| overlap(span))
}

/// Every wrong and every missed link, for a person who develops.
fn show(snapshot: &Snapshot, told: &[Told], gold: &Clusters, found: &Clusters) {
    let documents: Vec<&Document> = told.iter().map(|one| &one.document).collect();
    let cluster = |clusters: &Clusters, mention: &(usize, Span)| {
        clusters.iter().find(|(_, all)| all.contains(mention)).map(|(name, _)| name.clone())
    };
    let line = |(number, span): &(usize, Span)| {
        let text = &documents[*number].text;
        let start = text[..span.start as usize].rfind('\n').map_or(0, |at| at + 1);
        let end = text[span.end as usize..].find('\n').map_or(text.len(), |at| at + span.end as usize);
        let (words, path) = (span.of_text(text), &documents[*number].path);
        format!(
            "{path} [{words}] {}\n      {}",
            &text[start..end],
            slots(snapshot, path, *span, EntityKind::Event)
        )
    };
    for (mark, clusters, others) in [("WRONG", found, gold), ("MISSED", gold, found)] {
        for all in clusters.values() {
            for (at, one) in all.iter().enumerate() {
                for other in all.iter().skip(at + 1) {
                    if cluster(others, one) != cluster(others, other) {
                        let why = evidence(snapshot, &documents, *one, *other);
                        let within = if one.0 == other.0 { "within" } else { "across" };
                        println!("{mark} {within} {why}\n    {}\n    {}", line(one), line(other));
                    }
                }
            }
        }
    }
}

#[test]
fn event_links_of_ecb() {
    let Some(lines) = shared("data/names/ecb-dev.jsonl") else { return };
    let told = articles(&lines);
    let files = told.iter().map(|Told { document, .. }| {
        (document.path.clone(), Marked { text: document.text.clone(), ..Marked::default() })
    });
    let snapshot = Fixture { files: files.collect() }.world().snapshot();
    let (mut gold, mut linked, mut by_head) = (Clusters::new(), Clusters::new(), Clusters::new());
    let (mut had, mut head_of_had) = (Clusters::new(), Clusters::new());
    let mut all = 0;
    for (number, Told { document, topic }) in told.iter().enumerate() {
        let said = said(&snapshot, snapshot.doc(&document.path).expect("the document"), EntityKind::Event);
        for label in &document.gold {
            let mention = (number, label.span);
            let put = |clusters: &mut Clusters, name: &str| {
                clusters.entry(format!("{topic} {name}")).or_default().push(mention);
            };
            all += 1;
            let alone = format!("{number} {}", label.span.start);
            let word = head(label.span.of_text(&document.text));
            let entity = taken(&said, label.span).map(|(_, entity)| entity.as_str());
            put(&mut gold, &label.cluster);
            put(&mut linked, entity.unwrap_or(&alone));
            put(&mut by_head, &word);
            if entity.is_some() {
                put(&mut had, &label.cluster);
                put(&mut head_of_had, &word);
            }
        }
    }
    if std::env::var_os("DATELINE_SHOW").is_some() {
        show(&snapshot, &told, &gold, &linked);
    }
    let ours = scores(&gold, &linked, true);
    let baseline = scores(&gold, &by_head, true);
    let counted = had.values().map(Vec::len).sum::<usize>();
    println!("ECB+ events: {all} mentions, {counted} of them found");
    println!("links: {ours} | across articles: {}", scores(&gold, &linked, false));
    println!("head word: {baseline} | across articles: {}", scores(&gold, &by_head, false));
    println!(
        "of the found alone: {} | head word: {}",
        scores(&had, &linked_alone(&linked, &had), true),
        scores(&had, &head_of_had, true)
    );
    assert!(ours.precision() >= 60.0 && ours.recall() >= 7.5, "{ours:?}");
}

/// The clusters with only the mentions that are also among others.
fn linked_alone(clusters: &Clusters, kept: &Clusters) -> Clusters {
    let kept: BTreeSet<(usize, Span)> = kept.values().flatten().copied().collect();
    let part = |all: &Vec<(usize, Span)>| all.iter().filter(|one| kept.contains(one)).copied().collect();
    clusters.iter().map(|(name, all)| (name.clone(), part(all))).collect()
}
