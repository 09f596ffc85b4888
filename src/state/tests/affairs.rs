//! Links between descriptions of agreements and events, scored on labelled folders: our own affairs
//! (`tests/affairs`), and the probe and ECB+ beside the package (`$DATELINE_SHARED`, else `../shared`)
//! where they are present.
//!
//! *Found*: every statement counts, a link to one that nobody labelled is wrong. *Labelled*: only what
//! is labelled counts, and what is not found stands alone. A statement is taken for the labelled
//! mention that it overlaps most (as `eval/xdoc_score.py --align` does it).

#![allow(clippy::disallowed_methods, reason = "labelled texts are read from their folders")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use camino::Utf8PathBuf;

use crate::base::id::{ArticleId, DocId};
use crate::base::kind::EntityKind;
use crate::base::span::Span;
use crate::knowledge::accounts::{Account, compare, suffices};
use crate::state::Snapshot;
use crate::testing::fixture::{Fixture, Marked};

/// A labelled article.
struct Document {
    path: Utf8PathBuf,
    text: String,
    gold: Vec<Gold>,
    kept: bool,
}

struct Gold {
    span: Span,
    kind: EntityKind,
    cluster: String,
}

/// The articles of a file in the format that `tests/affairs/README.md` gives.
fn documents(file: &str, text: &str) -> Vec<Document> {
    let mut documents: Vec<Document> = Vec::new();
    for line in text.lines() {
        if let Some(header) = line.strip_prefix("## ") {
            let mut words = header.split_whitespace();
            let mut next = || words.next().expect("id, date and half");
            let (id, date, half) = (next(), next(), next());
            documents.push(Document {
                path: format!("{date}-{file}-{id}.txt").into(),
                text: String::new(),
                gold: Vec::new(),
                kept: matches!(half, "kept" | "test"),
            });
        } else if let Some(document) = documents.last_mut().filter(|_| !line.is_empty()) {
            let mut rest = line;
            while let Some((before, mark)) = rest.split_once("[[") {
                let (mark, behind) = mark.split_once("]]").expect("a closed mark");
                let (label, words) = mark.split_once('|').expect("a label");
                document.text.push_str(before);
                let start = document.text.len();
                document.text.push_str(words);
                let (kind, cluster) = match label.split_once(':') {
                    Some(("E", cluster)) => (EntityKind::Event, cluster),
                    Some((_, cluster)) => (EntityKind::Agreement, cluster),
                    None => (EntityKind::Agreement, label),
                };
                let span = Span::of(start..document.text.len());
                document.gold.push(Gold { span, kind, cluster: cluster.to_owned() });
                rest = behind;
            }
            document.text.push_str(rest);
            document.text.push('\n');
        }
    }
    documents
}

fn own() -> Vec<Document> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/affairs");
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("the folder").map(|file| file.expect("a file").path()).collect();
    files.sort();
    let texts = files.iter().filter(|file| file.extension().is_some_and(|ending| ending == "txt"));
    texts
        .flat_map(|file| {
            let name = file.file_stem().and_then(|name| name.to_str()).expect("a name");
            documents(name, &std::fs::read_to_string(file).expect("a text"))
        })
        .collect()
}

fn shared(path: &str) -> Option<String> {
    let shared = match std::env::var_os("DATELINE_SHARED") {
        Some(folder) => PathBuf::from(folder),
        None => PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"),
    };
    let path = shared.join(path);
    match std::fs::read_to_string(&path) {
        Ok(text) => Some(text),
        Err(error) => {
            println!("skipped: {}: {error}", path.display());
            None
        }
    }
}

/// Precision, recall and their mean of links, in per cent.
#[derive(Clone, Copy, Default, Debug)]
struct Scores {
    right: usize,
    found: usize,
    gold: usize,
}

#[expect(clippy::cast_precision_loss, reason = "small counts")]
impl Scores {
    fn precision(self) -> f64 {
        100.0 * self.right as f64 / self.found.max(1) as f64
    }

    fn recall(self) -> f64 {
        100.0 * self.right as f64 / self.gold.max(1) as f64
    }

    fn f1(self) -> f64 {
        200.0 * self.right as f64 / (self.found + self.gold).max(1) as f64
    }
}

impl std::fmt::Display for Scores {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "P {:.1} R {:.1} F1 {:.1}", self.precision(), self.recall(), self.f1())
    }
}

/// What one kind scores.
#[derive(Clone, Copy, Default, Debug)]
struct Report {
    mentions: Scores,
    found: Scores,
    labelled: Scores,
    across: Scores,
}

/// Mentions with the thing that they are said to mean.
type Clusters = BTreeMap<String, Vec<(usize, Span)>>;

fn pairs(count: usize) -> usize {
    count * count.saturating_sub(1) / 2
}

fn links(clusters: &Clusters, within: bool) -> usize {
    clusters
        .values()
        .map(|mentions| {
            let mut of_document: BTreeMap<usize, usize> = BTreeMap::new();
            mentions.iter().for_each(|(document, _)| *of_document.entry(*document).or_default() += 1);
            pairs(mentions.len())
                - if within { 0 } else { of_document.values().map(|&count| pairs(count)).sum() }
        })
        .sum()
}

fn scores(gold: &Clusters, found: &Clusters, within: bool) -> Scores {
    let mut cluster_of: BTreeMap<(usize, Span), &str> = BTreeMap::new();
    for (cluster, mentions) in found {
        mentions.iter().for_each(|mention| {
            cluster_of.insert(*mention, cluster);
        });
    }
    let mut right = 0;
    for mentions in gold.values() {
        let mut parts = Clusters::new();
        for mention in mentions {
            if let Some(cluster) = cluster_of.get(mention) {
                parts.entry((*cluster).to_owned()).or_default().push(*mention);
            }
        }
        right += links(&parts, within);
    }
    Scores { right, found: links(found, within), gold: links(gold, within) }
}

fn report(documents: &[&Document], kind: EntityKind, show: bool) -> Report {
    let files = documents
        .iter()
        .map(|document| (document.path.clone(), Marked { text: document.text.clone(), ..Marked::default() }));
    let snapshot = Fixture { files: files.collect() }.world().snapshot();
    let mut gold = Clusters::new();
    let mut found = Clusters::new();
    let mut labelled = Clusters::new();
    let mut mentions = Scores::default();
    for (number, document) in documents.iter().enumerate() {
        let labels: Vec<&Gold> = document.gold.iter().filter(|label| label.kind == kind).collect();
        for label in &labels {
            gold.entry(label.cluster.clone()).or_default().push((number, label.span));
        }
        let said = said(&snapshot, snapshot.doc(&document.path).expect("the document"), kind);
        mentions.gold += labels.len();
        mentions.found += said.len();
        // Best overlap first, one to one.
        let mut candidates: Vec<(u32, usize, usize)> = Vec::new();
        for (at, (span, _)) in said.iter().enumerate() {
            for (label, gold) in labels.iter().enumerate() {
                let (start, end) = (span.start.max(gold.span.start), span.end.min(gold.span.end));
                if start < end {
                    candidates.push((end - start, at, label));
                }
            }
        }
        candidates.sort_by(|one, other| other.0.cmp(&one.0).then(one.cmp(other)));
        let mut place: BTreeMap<usize, usize> = BTreeMap::new();
        let mut taken: Vec<usize> = Vec::new();
        for (_, at, label) in candidates {
            if !place.contains_key(&at) && !taken.contains(&label) {
                place.insert(at, label);
                taken.push(label);
            }
        }
        mentions.right += place.len();
        for (at, (span, entity)) in said.iter().enumerate() {
            match place.get(&at).and_then(|&label| labels.get(label)) {
                Some(label) => {
                    found.entry(entity.clone()).or_default().push((number, label.span));
                    labelled.entry(entity.clone()).or_default().push((number, label.span));
                }
                None => found.entry(entity.clone()).or_default().push((number, *span)),
            }
        }
        if show {
            println!("== {}", document.path);
            for (at, (span, entity)) in said.iter().enumerate() {
                let label = place.get(&at).and_then(|&label| labels.get(label));
                let label = label.map_or("-", |label| &label.cluster);
                println!("{label:<18} {entity:.50} | {}", span.of_text(&document.text));
                println!("{:20}{}", "", slots(&snapshot, &document.path, *span, kind));
            }
            for (label, gold) in labels.iter().enumerate().filter(|(label, _)| !taken.contains(label)) {
                println!("MISSED {label} {} {}", gold.cluster, gold.span.of_text(&document.text));
            }
        }
    }
    if show {
        for (cluster, mentions) in &gold {
            for (at, one) in mentions.iter().enumerate() {
                for other in mentions.iter().skip(at + 1).filter(|other| other.0 != one.0) {
                    let words = |mention: &(usize, Span)| mention.1.of_text(&documents[mention.0].text);
                    println!(
                        "PAIR {cluster}: {} | {} -> {}",
                        words(one),
                        words(other),
                        evidence(&snapshot, documents, *one, *other)
                    );
                }
            }
        }
    }
    Report {
        mentions,
        found: scores(&gold, &found, true),
        labelled: scores(&gold, &labelled, true),
        across: scores(&gold, &labelled, false),
    }
}

/// What speaks for the records of two statements being one, for a person who develops.
fn evidence(
    snapshot: &Snapshot,
    documents: &[&Document],
    one: (usize, Span),
    other: (usize, Span),
) -> String {
    let account = |(number, span): (usize, Span)| {
        let doc = snapshot.doc(&documents[number].path)?;
        let article = snapshot.facts(doc)?.articles.first()?;
        let statement = article.statements.iter().find(|statement| statement.span.intersects(span))?;
        let record = article.records.get(statement.record as usize)?;
        let at = ArticleId { doc, article: 0 };
        let published = snapshot.published(at).map(|published| published.date);
        let days = |date: u32| snapshot.days_of(at, &[date]);
        Some((Account::of(record, days, published), record.keys.clone()))
    };
    let Some(((one, keys), (other, others))) = account(one).zip(account(other)) else {
        return "-".to_owned();
    };
    let shared = keys.iter().filter(|key| others.contains(key)).count();
    let found = compare(&one, &other);
    let words = found.map(|found| {
        format!("{} {} ({})", suffices(&one, &other, found), found.score, found.grounds.words())
    });
    format!("{shared} keys, {}", words.unwrap_or_else(|| format!("forbidden by {}", veto(&one, &other))))
}

/// Without what the two could be one.
fn veto(one: &Account, other: &Account) -> String {
    type Slot = (&'static str, fn(&mut Account));
    let slots: [Slot; 6] = [
        ("names", |account| account.names.clear()),
        ("topic", |account| account.topic.clear()),
        ("parties", |account| account.parties.clear()),
        ("days", |account| account.days = None),
        ("window", |account| account.is_news = false),
        ("round", |account| account.ordinal = None),
    ];
    let frees = |slot: &Slot| {
        let (mut one, mut other) = (one.clone(), other.clone());
        slot.1(&mut one);
        slot.1(&mut other);
        compare(&one, &other).is_some()
    };
    slots.iter().filter(|slot| frees(slot)).map(|slot| slot.0).collect::<Vec<_>>().join("/")
}

/// What a statement's slots hold, for a person who develops.
fn slots(snapshot: &Snapshot, path: &camino::Utf8Path, span: Span, kind: EntityKind) -> String {
    let doc = snapshot.doc(path).expect("the document");
    let facts = snapshot.facts(doc).expect("facts");
    let Some(article) = facts.articles.first() else { return String::new() };
    let statements = article.statements.iter().filter(|one| one.kind == kind && one.span.intersects(span));
    let name = |mention: u32| article.mentions.get(mention as usize).map_or("", |one| article.words(one));
    statements
        .map(|one| {
            let parties: Vec<String> = one
                .parties
                .iter()
                .map(|party| {
                    let words = party.mention.map_or("", name);
                    format!("{words}/{:?}{:?}", party.country, party.role)
                })
                .collect();
            let days = snapshot.days_of(ArticleId { doc, article: 0 }, &one.dates);
            let days = days.map_or_else(String::new, |days| format!("{}..{}", days.first, days.last));
            format!(
                "#{} {:?} {:?} {:?} {} par {parties:?} topic {:?} {days} place {:?} ord {:?}",
                one.record,
                one.sort,
                one.definite,
                one.status,
                one.lemma,
                one.topic,
                one.place.as_ref().map(|place| name(place.mention)),
                one.ordinal
            )
        })
        .collect::<Vec<_>>()
        .join(" ## ")
}

/// What the program says of a document: spans and ids of one kind.
fn said(snapshot: &Snapshot, doc: DocId, kind: EntityKind) -> Vec<(Span, String)> {
    let articles = snapshot.facts(doc).map_or(0, |facts| facts.articles.len());
    (0u32..)
        .take(articles)
        .flat_map(|article| snapshot.mentions_in(ArticleId { doc, article }))
        .filter_map(|mention| Some((mention.span(), snapshot.entity(&mention)?)))
        .filter(|(_, entity)| entity.kind == kind)
        .map(|(span, entity)| (span, entity.id.to_string()))
        .collect()
}

/// Scores a half, prints it, and gives it for the floors. `DATELINE_SHOW=1` prints every mention.
fn measured(name: &str, documents: &[&Document], kind: EntityKind) -> Report {
    let show = std::env::var_os("DATELINE_SHOW").is_some();
    let report = report(documents, kind, show);
    println!(
        "{name} {}: mentions {} | links, found: {} | labelled: {} | across articles: {}",
        kind.plural(),
        report.mentions,
        report.found,
        report.labelled,
        report.across
    );
    report
}

/// The least that must be reached, in per cent: a little below what was seen.
struct Floors {
    /// Of mentions, F1.
    mentions: f64,
    /// Of links between labelled mentions.
    precision: f64,
    f1: f64,
}

fn assert_reached(name: &str, report: Report, floors: &Floors) {
    let reached = report.mentions.f1() >= floors.mentions
        && report.labelled.precision() >= floors.precision
        && report.labelled.f1() >= floors.f1;
    assert!(reached, "{name}: {report:?}");
}

#[test]
fn links_of_our_own_affairs() {
    let all = own();
    assert!(all.len() >= 40, "{} articles", all.len());
    let halves = [
        (EntityKind::Agreement, false, Floors { mentions: 89.0, precision: 75.0, f1: 53.0 }),
        (EntityKind::Agreement, true, Floors { mentions: 85.0, precision: 78.0, f1: 43.0 }),
        (EntityKind::Event, false, Floors { mentions: 87.0, precision: 75.0, f1: 39.0 }),
        (EntityKind::Event, true, Floors { mentions: 71.0, precision: 60.0, f1: 18.0 }),
    ];
    for (kind, kept, floors) in halves {
        let half: Vec<&Document> = all.iter().filter(|document| document.kept == kept).collect();
        let name = if kept { "affairs, kept out," } else { "affairs, developed on," };
        assert_reached(name, measured(name, &half, kind), &floors);
    }
}

#[test]
fn links_of_the_probe() {
    let Some(text) = shared("data/agreements/probe-dev.txt") else { return };
    let documents = documents("probe", &text);
    let report = measured("probe", &documents.iter().collect::<Vec<_>>(), EntityKind::Agreement);
    assert_reached("probe", report, &Floors { mentions: 92.0, precision: 95.0, f1: 92.0 });
    assert!(report.found.f1() >= 85.0, "{report:?}");
}
