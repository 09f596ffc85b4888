//! Labelled texts: the open corpora as lines of JSON, and our own articles.

use std::path::{Path, PathBuf};

use anyhow::Context;
use dateline::base::kind::EntityKind;
use dateline::base::span::Span;
use dateline::source::{Zone, ZoneKind};
use serde::Deserialize;

use crate::labelled;

/// A text with the names that its labellers saw.
pub struct Text {
    pub text: String,
    pub zones: Vec<Zone>,
    pub names: Vec<(Span, EntityKind)>,
    /// Stretches that the labels say nothing of.
    pub unsure: Vec<Span>,
    /// Descriptions that are labelled like names: neither hit nor miss.
    pub described: Vec<Span>,
    pub gaps: Gaps,
    /// How many times it is read in each round of learning.
    pub times: usize,
}

/// Our own articles are in the product's scheme and of its kind: they are read more often.
const OWN_TIMES: usize = 2;

/// What a capital without a label means.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Gaps {
    /// It is no name.
    None,
    /// Nobody may have looked: the labels came from links.
    Names,
}

#[derive(Deserialize)]
struct Row {
    text: Option<String>,
    entities: Vec<Entity>,
}

#[derive(Deserialize)]
struct Entity {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    kind: String,
    #[serde(default = "yes")]
    name: bool,
}

fn yes() -> bool {
    true
}

/// The texts of a corpus file.
pub fn read(path: &Path) -> anyhow::Result<Vec<Text>> {
    let file = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let gaps = if path.ends_with("redocred.jsonl") { Gaps::Names } else { Gaps::None };
    let mut texts = Vec::new();
    for line in file.lines() {
        let row: Row = serde_json::from_str(line).with_context(|| path.display().to_string())?;
        if let Some(text) = row.text {
            texts.push(labelled_text(text, row.entities, gaps));
        }
    }
    Ok(texts)
}

fn labelled_text(text: String, entities: Vec<Entity>, gaps: Gaps) -> Text {
    let mut offsets: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    offsets.push(text.len());
    let mut names = Vec::new();
    let mut unsure = Vec::new();
    let mut described = Vec::new();
    let mut entities: Vec<(Span, &Entity)> = entities
        .iter()
        .filter(|entity| entity.end < offsets.len() && entity.start < entity.end)
        .map(|entity| (trimmed(&text, Span::of(offsets[entity.start]..offsets[entity.end])), entity))
        .filter(|(span, _)| !span.is_empty())
        .collect();
    entities.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    let mut end = 0;
    for (span, entity) in entities {
        let kind = match entity.kind.as_str() {
            "PERSON" => Some(EntityKind::Person),
            "ORG" => Some(EntityKind::Organization),
            "PLACE" => Some(EntityKind::Place),
            _ => None,
        };
        let words = span.of_text(&text);
        match kind {
            Some(_) if !entity.name => described.push(span),
            // A whole noun phrase: where the name in it ends, nobody says.
            Some(_) if words.contains([',', '(']) || words.split(' ').count() > 12 => unsure.push(span),
            Some(kind) if span.start >= end => {
                names.push((span, kind));
                end = span.end;
            }
            // A capital that is labelled as something else is no name.
            None if gaps == Gaps::Names && span.start >= end => described.push(span),
            // Countries that act and their people, in one class.
            None if entity.kind == "NORP" => described.push(span),
            _ => {}
        }
    }
    let zones = vec![Zone { kind: ZoneKind::Body, span: Span::of(0..text.len()) }];
    Text { text, zones, names, unsure, described, gaps, times: 1 }
}

/// A span without article, possessive and outer marks: labellers disagree on those.
pub fn trimmed(text: &str, span: Span) -> Span {
    let mut words = span.of_text(text);
    let marks = |c: char| "\"“”‘’'()[],;: \n".contains(c);
    words = words.trim_start_matches(marks);
    for article in ["the ", "an ", "a ", "The ", "An ", "A "] {
        words = words.strip_prefix(article).unwrap_or(words);
    }
    let start = span.end - u32::try_from(words.len()).unwrap_or(0);
    words = words.trim_end_matches(marks);
    words = words.strip_suffix("'s").or(words.strip_suffix("’s")).unwrap_or(words);
    let start = start as usize;
    Span::of(start..start + words.len())
}

/// Our own articles, those to learn from and those kept out.
pub fn own(folder: &Path) -> anyhow::Result<(Vec<Text>, Vec<Text>)> {
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<_>>()?;
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    let (mut learnt, mut kept_out) = (Vec::new(), Vec::new());
    for path in paths {
        let file = std::fs::read_to_string(&path)?;
        let article =
            labelled::parse(&file).map_err(|error| anyhow::anyhow!("{}: {error}", path.display()))?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let part = if labelled::is_kept_out(&name) { &mut kept_out } else { &mut learnt };
        part.push(own_text(article));
    }
    Ok((learnt, kept_out))
}

fn own_text(article: labelled::Labelled) -> Text {
    let headline = article.text.find('\n').unwrap_or(article.text.len());
    let zones = vec![
        Zone { kind: ZoneKind::Headline, span: Span::of(0..headline) },
        Zone { kind: ZoneKind::Body, span: Span::of(headline..article.text.len()) },
    ];
    let kind = |kind: &str| match kind {
        "person" => EntityKind::Person,
        "org" => EntityKind::Organization,
        _ => EntityKind::Place,
    };
    let names = article.names.iter().map(|&(start, end, one)| (Span::of(start..end), kind(one))).collect();
    Text {
        text: article.text,
        zones,
        names,
        unsure: Vec::new(),
        described: Vec::new(),
        gaps: Gaps::None,
        times: OWN_TIMES,
    }
}
