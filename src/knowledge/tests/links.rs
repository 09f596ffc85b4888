//! Links between the names of labelled folders, scored: `$DATELINE_SHARED`, else `../shared` beside
//! the package, where it is present.
//!
//! The labelled mentions are given, so that finding names plays no part: they go through the article's
//! chains, the corpus and its verdicts. A *link* is a pair of mentions of one cluster; precision and
//! recall over links (and B³) are those of `eval/xdoc_score.py` beside the data.

#![allow(clippy::disallowed_methods, reason = "the development data is read from its folder")]

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use camino::Utf8PathBuf;
use serde_json::Value as Json;

use crate::base::id::{ArticleId, DocId};
use crate::base::kind::EntityKind;
use crate::base::span::Span;
use crate::corpus::{Corpus, Segment, SegmentDocument};
use crate::knowledge::entities::Reach;
use crate::knowledge::{Decisions, Memo};
use crate::lang::names::chains;
use crate::lang::names::evidence::Named;
use crate::lang::names::keys::ParsedNames;
use crate::testing::fixture::facts_of;
use crate::text::fold::fold;

/// A labelled name.
struct Gold {
    /// Where it stands in the text of its document.
    span: Span,
    kind: EntityKind,
    cluster: String,
}

/// A labelled article: its names in the order of the text.
struct Document {
    id: String,
    topic: String,
    text: String,
    names: Vec<Gold>,
}

/// Which of the labelled mentions are asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pick {
    /// Names with a known referent (DWIE).
    Linked,
    /// Names in the sentences that were chosen for annotation (ECB+).
    Selected,
}

fn documents(name: &str, pick: Pick) -> Option<Vec<Document>> {
    let shared = match std::env::var_os("DATELINE_SHARED") {
        Some(folder) => PathBuf::from(folder),
        None => PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"),
    };
    let path = shared.join("data/names").join(name);
    match std::fs::read_to_string(&path) {
        Ok(text) => Some(text.lines().map(|line| document(line, pick)).collect()),
        Err(error) => {
            println!("skipped: {}: {error}", path.display());
            None
        }
    }
}

fn document(line: &str, pick: Pick) -> Document {
    let json: Json = serde_json::from_str(line).expect("a line is JSON");
    let mut seen = BTreeSet::new();
    let mut wanted: Vec<(usize, usize, &Json)> = Vec::new();
    for entity in json["entities"].as_array().expect("entities") {
        let number = |key: &str| usize::try_from(entity[key].as_u64().expect("an offset")).expect("small");
        let (start, end) = (number("start"), number("end"));
        let picked = match pick {
            Pick::Linked => entity["link"] == true,
            Pick::Selected => entity["selected"] == true && entity["name"] == true,
        };
        if picked && kind_of(&entity["type"]).is_some() && seen.insert((start, end)) {
            wanted.push((start, end, entity));
        }
    }
    wanted.sort_by_key(|&(start, end, _)| (start, end));
    let mut text = json["text"].as_str().map(str::to_owned);
    let offsets: Vec<usize> = text.iter().flat_map(|text| text.char_indices().map(|(at, _)| at)).collect();
    let at =
        |character: usize| offsets.get(character).copied().unwrap_or(offsets.last().map_or(0, |at| at + 1));
    let mut names = Vec::new();
    let mut made = String::new();
    let mut behind: Option<(usize, bool)> = None;
    for (start, end, entity) in wanted {
        let span = if text.is_some() {
            Span::of(at(start)..at(end))
        } else {
            // The articles of DWIE are not there, only the words of their names. Two characters between
            // a body's name of several words and capitals are a bracket: of 209 such pairs, 208 are one.
            let words = entity["text"].as_str().expect("a text");
            let bracket = behind.is_some_and(|(end, long)| start == end + 2 && long) && is_acronym(words);
            made.push_str(if bracket { " (" } else { "\n" });
            let from = made.len();
            made.push_str(words);
            let span = Span::of(from..made.len());
            made.push_str(if bracket { ")" } else { "" });
            behind = Some((end, entity["type"] == "ORG" && words.contains(' ')));
            span
        };
        let text = |value: &Json| value.as_str().expect("a text").to_owned();
        names.push(Gold { span, kind: kind_of(&entity["type"]).unwrap(), cluster: text(&entity["cluster"]) });
    }
    let text = text.take().unwrap_or(made);
    let field = |key: &str| json[key].as_str().unwrap_or_default().to_owned();
    Document { id: field("id"), topic: field("topic"), text, names }
}

fn is_acronym(words: &str) -> bool {
    words.len() > 1 && words.chars().all(char::is_uppercase)
}

fn kind_of(label: &Json) -> Option<EntityKind> {
    match label.as_str()? {
        "PERSON" => Some(EntityKind::Person),
        "ORG" => Some(EntityKind::Organization),
        "PLACE" => Some(EntityKind::Place),
        _ => None,
    }
}

/// The name alone, as the finder of names would give it: no article, possessive or quotes, and no
/// words in small letters round it (`in the Gulf of …`).
fn bare(text: &str, span: Span) -> Span {
    let words = span.of_text(text);
    let marks = |character: char| "\"“”‘’'()[],;: \n".contains(character);
    let mut rest = words.trim_start_matches(marks);
    for article in ["the ", "The ", "a ", "A ", "an ", "An "] {
        rest = rest.strip_prefix(article).unwrap_or(rest);
    }
    let start = span.range().start + (words.len() - rest.len());
    let mut kept = rest.trim_end_matches(marks);
    for possessive in ["'s", "’s"] {
        kept = kept.strip_suffix(possessive).unwrap_or(kept);
    }
    let is_name = |word: &&str| word.chars().any(char::is_uppercase);
    let first = kept.split(' ').find(is_name).map_or(kept, |word| behind(kept, word));
    let last = first.split(' ').rfind(is_name).map_or(first, |word| before(first, word));
    let start = start + (kept.len() - first.len());
    if last.is_empty() { span } else { Span::of(start..start + last.len()) }
}

/// From this word of a text on.
fn behind<'a>(text: &'a str, word: &str) -> &'a str {
    &text[word.as_ptr() as usize - text.as_ptr() as usize..]
}

/// Up to the end of this word of a text.
fn before<'a>(text: &'a str, word: &str) -> &'a str {
    &text[..word.as_ptr() as usize - text.as_ptr() as usize + word.len()]
}

/// Which entity each mention is: parallel to the documents and their names.
fn resolve(documents: &[&Document]) -> Vec<Vec<String>> {
    let mut chain_of: Vec<Vec<u32>> = Vec::new();
    let mut filed = Vec::new();
    for document in documents {
        let named: Vec<Named> = document
            .names
            .iter()
            .enumerate()
            .map(|(candidate, gold)| {
                let span = bare(&document.text, gold.span);
                let folded = fold(span.of_text(&document.text));
                Named { span, kind: gold.kind, folded, candidate, tentative: false }
            })
            .collect();
        let roles = vec![None; named.len()];
        let names = chains::build(&document.text, &named, roles, &mut ParsedNames::default());
        assert_eq!(names.mentions.len(), document.names.len(), "{}", document.id);
        chain_of.push(names.mentions.iter().map(|mention| mention.chain).collect());
        // Nothing of the article but its chains is looked at.
        let path = Utf8PathBuf::from(format!("{}.txt", document.id));
        let mut facts = facts_of(&path, "-");
        facts.articles.first_mut().expect("an article").chains = names.chains.into();
        let facts = Arc::new(facts);
        filed.push(SegmentDocument { path, facts });
    }
    let ids: Vec<DocId> = (0u32..).take(filed.len()).map(DocId).collect();
    let mut corpus = Corpus::default();
    corpus.add(Arc::new(Segment::new(filed)), ids.clone());
    let memo = Memo::default();
    let entity = |doc: DocId, chain: u32| {
        let article = ArticleId { doc, article: 0 };
        let chain = &corpus.facts(doc).unwrap().articles[0].chains[chain as usize];
        let verdict = memo.verdict(&corpus, &Decisions::default(), chain.keys[0]);
        match verdict.entity_of(chain) {
            Some(entity) if entity.reach == Reach::Folder => entity.id.to_string(),
            Some(entity) => format!("{}~{article:?}", entity.id),
            None => format!("{article:?} {chain:?}"),
        }
    };
    let of_document =
        |(doc, chains): (&DocId, &Vec<u32>)| chains.iter().map(|&chain| entity(*doc, chain)).collect();
    ids.iter().zip(&chain_of).map(of_document).collect()
}

/// Pairs of one cluster in gold, in what was found, and in both; and the sums of B³.
#[derive(Clone, Copy, Default, Debug)]
struct Score {
    gold: usize,
    found: usize,
    both: usize,
    mentions: usize,
    b3_precision: f64,
    b3_recall: f64,
}

fn per_cent(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { 100.0 * part / whole } else { 0.0 }
}

fn mean(one: f64, other: f64) -> f64 {
    if one + other > 0.0 { 2.0 * one * other / (one + other) } else { 0.0 }
}

#[expect(clippy::cast_precision_loss, reason = "small counts")]
impl Score {
    fn precision(self) -> f64 {
        per_cent(self.both as f64, self.found as f64)
    }

    fn recall(self) -> f64 {
        per_cent(self.both as f64, self.gold as f64)
    }

    fn f1(self) -> f64 {
        mean(self.precision(), self.recall())
    }

    fn b3(self) -> f64 {
        let whole = self.mentions as f64;
        mean(per_cent(self.b3_precision, whole), per_cent(self.b3_recall, whole))
    }

    /// Adds what one folder shows: a gold and a found cluster for each mention.
    fn add(&mut self, mentions: &[(&str, &str)]) {
        let mut gold: BTreeMap<&str, usize> = BTreeMap::new();
        let mut found: BTreeMap<&str, usize> = BTreeMap::new();
        let mut both: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        for &(labelled, decided) in mentions {
            *gold.entry(labelled).or_default() += 1;
            *found.entry(decided).or_default() += 1;
            *both.entry((labelled, decided)).or_default() += 1;
        }
        let pairs = |count: &usize| count * (count - 1) / 2;
        self.gold += gold.values().map(pairs).sum::<usize>();
        self.found += found.values().map(pairs).sum::<usize>();
        self.both += both.values().map(pairs).sum::<usize>();
        self.mentions += mentions.len();
        for ((labelled, decided), &count) in &both {
            let square = (count * count) as f64;
            self.b3_recall += square / gold[labelled] as f64;
            self.b3_precision += square / found[decided] as f64;
        }
    }

    fn print(self, what: &str) {
        println!(
            "{what}: links P {:.1} R {:.1} F1 {:.1}, B3 {:.1}, {} mentions",
            self.precision(),
            self.recall(),
            self.f1(),
            self.b3(),
            self.mentions
        );
    }
}

/// The score of a set over all names and by kind; each topic is a folder of its own. Prints what costs most.
fn score(name: &str, documents: &[Document]) -> BTreeMap<Option<EntityKind>, Score> {
    let mut topics: BTreeMap<&str, Vec<&Document>> = BTreeMap::new();
    for document in documents {
        topics.entry(&document.topic).or_default().push(document);
    }
    let mut scores: BTreeMap<Option<EntityKind>, Score> = BTreeMap::new();
    let mut errors: BTreeMap<(bool, String, String), usize> = BTreeMap::new();
    for folder in topics.values() {
        let entities = resolve(folder);
        let mut mentions: Vec<(EntityKind, &str, &str, &str)> = Vec::new();
        for (document, entities) in folder.iter().zip(&entities) {
            for (gold, entity) in document.names.iter().zip(entities) {
                let words = bare(&document.text, gold.span).of_text(&document.text);
                mentions.push((gold.kind, &gold.cluster, entity, words));
            }
        }
        for kind in std::iter::once(None).chain(KINDS.map(Some)) {
            let of_kind = mentions.iter().filter(|(one, ..)| kind.is_none_or(|kind| kind == *one));
            let pairs: Vec<(&str, &str)> = of_kind.map(|&(_, gold, entity, _)| (gold, entity)).collect();
            scores.entry(kind).or_default().add(&pairs);
        }
        list_errors(&mentions, &mut errors);
    }
    for (kind, score) in &scores {
        score.print(&format!("{name} {}", kind.map_or("names", EntityKind::plural)));
    }
    for (kind, wrong) in KINDS.iter().flat_map(|kind| [(kind.name(), true), (kind.name(), false)]) {
        let of_kind =
            |(is_wrong, one, _): &(bool, String, String)| *is_wrong == wrong && one.starts_with(kind);
        let mut worst: Vec<_> = errors.iter().filter(|(pair, _)| of_kind(pair)).collect();
        worst.sort_by_key(|&(pair, &count)| (std::cmp::Reverse(count), pair));
        let sum: usize = worst.iter().map(|(_, count)| **count).sum();
        println!("{sum} {} links of a {kind}, of these most often:", if wrong { "wrong" } else { "missed" });
        for ((_, one, other), count) in worst.into_iter().take(LISTED) {
            println!("  {count:6}  {one}  |  {other}");
        }
    }
    scores
}

/// So many of the most frequent wrong and missed pairs are printed.
const LISTED: usize = 30;

const KINDS: [EntityKind; 3] = [EntityKind::Person, EntityKind::Organization, EntityKind::Place];

/// Counts the pairs of words that were linked wrongly, or not linked although they are one.
fn list_errors(
    mentions: &[(EntityKind, &str, &str, &str)],
    errors: &mut BTreeMap<(bool, String, String), usize>,
) {
    let mut counts: BTreeMap<(EntityKind, &str, &str, &str), usize> = BTreeMap::new();
    for &mention in mentions {
        *counts.entry(mention).or_default() += 1;
    }
    let distinct: Vec<_> = counts.into_iter().collect();
    let mut by: [BTreeMap<&str, Vec<usize>>; 2] = Default::default();
    for (at, ((_, gold, entity, _), _)) in distinct.iter().enumerate() {
        by[0].entry(entity).or_default().push(at);
        by[1].entry(gold).or_default().push(at);
    }
    for (list, wrong) in by.iter().zip([true, false]) {
        for group in list.values() {
            for (position, &one) in group.iter().enumerate() {
                for &other in group.iter().skip(position + 1) {
                    let (one, other) = (&distinct[one], &distinct[other]);
                    let apart = if wrong { one.0.1 != other.0.1 } else { one.0.2 != other.0.2 };
                    if apart {
                        let words = |(kind, gold, _, words): (EntityKind, &str, &str, &str)| {
                            format!("{kind} {words} [{gold}]")
                        };
                        let mut pair = [words(one.0), words(other.0)];
                        pair.sort();
                        let [first, second] = pair;
                        *errors.entry((wrong, first, second)).or_default() += one.1 * other.1;
                    }
                }
            }
        }
    }
}

/// Floors that only rise, in per cent. Capitalised common nouns that ECB+ labels as names (`Man`) and
/// metonymy (`Europe` for a union) are most of what is missed; nothing should be said there.
#[test]
fn world_news_as_one_folder() {
    let Some(documents) = documents("dwie-rest.jsonl", Pick::Linked) else { return };
    let scores = score("dwie-rest", &documents);
    assert!(scores[&None].f1() >= 96.2 && scores[&None].precision() >= 99.4);
    assert!(scores[&Some(EntityKind::Person)].f1() >= 99.0);
    assert!(scores[&Some(EntityKind::Organization)].f1() >= 87.9);
    assert!(scores[&Some(EntityKind::Place)].f1() >= 99.4);
}

#[test]
fn topics_of_the_news() {
    let Some(documents) = documents("ecb-dev.jsonl", Pick::Selected) else { return };
    let scores = score("ecb-dev", &documents);
    assert!(scores[&None].f1() >= 85.0);
    assert!(scores[&Some(EntityKind::Person)].precision() >= 99.5);
}

#[test]
fn more_topics_of_the_news() {
    let Some(documents) = documents("ecb-train.jsonl", Pick::Selected) else { return };
    let scores = score("ecb-train", &documents);
    assert!(scores[&None].f1() >= 89.0);
    assert!(scores[&Some(EntityKind::Organization)].f1() >= 90.0);
}
