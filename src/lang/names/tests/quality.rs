//! How many names are found: in our own articles that the tagger has not learnt from, and in the
//! development data, where it is present: `$DATELINE_SHARED`, else `../shared` beside the package.

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
        "ORG" | "org" | "organization" => Some("organization"),
        "PLACE" | "place" => Some("place"),
        _ => None,
    }
}

/// A text with what its labellers saw, in characters.
struct Text {
    text: String,
    zones: Vec<Zone>,
    gold: BTreeSet<Labelled>,
    /// Names that are no more than labelled as descriptions: they count neither way.
    described: BTreeSet<(usize, usize)>,
}

fn of_document(document: &Json) -> Text {
    let text = document["text"].as_str().expect("a text").to_owned();
    let characters: Vec<char> = text.chars().collect();
    let (mut gold, mut described) = (BTreeSet::new(), BTreeSet::new());
    for entity in document["entities"].as_array().expect("entities") {
        let number = |key: &str| usize::try_from(entity[key].as_u64().expect("an offset")).expect("small");
        let (start, end) = trimmed(&characters, number("start"), number("end"));
        let label = entity["type"].as_str().expect("a type");
        // Countries that act and their peoples, in one class.
        if label == "NORP" {
            described.insert((start, end));
        }
        let Some(kind) = kind_of(label) else { continue };
        if entity["name"].as_bool().unwrap_or(true) {
            gold.insert((start, end, kind));
        } else {
            described.insert((start, end));
        }
    }
    let zones = vec![Zone { kind: ZoneKind::Body, span: Span::of(0..text.len()) }];
    Text { text, zones, gold, described }
}

/// Exact spans and kinds.
fn score(texts: &[Text]) -> Counts {
    let mut counts = Counts::default();
    for Text { text, zones, gold, described } in texts {
        let characters: Vec<char> = text.chars().collect();
        let names = recognize(text, zones, Lexicon::built_in());
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

/// A floor that only rises. The scheme of this data puts titles into names, so it stands for much less
/// than a reader would give.
#[test]
fn the_development_data() {
    let Some(documents) = documents("gmb.jsonl") else { return };
    let texts: Vec<Text> = documents.iter().map(of_document).collect();
    let counts = score(&texts);
    println!("{counts:?}: F1 {:.1}", counts.f1());
    assert!(counts.f1() >= 69.5, "{counts:?}: F1 {:.1}", counts.f1());
}

/// Our own labelled articles, by file name.
fn articles() -> Vec<(String, labelled::Labelled)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/names/articles");
    let files = std::fs::read_dir(folder).expect("the articles are there");
    let mut articles: Vec<_> = files
        .map(|file| {
            let path = file.expect("a file").path();
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            let text = std::fs::read_to_string(&path).expect("UTF-8");
            let article = labelled::parse(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
            (name, article)
        })
        .collect();
    articles.sort_by(|one, other| one.0.cmp(&other.0));
    articles
}

#[test]
fn every_labelled_article_keeps_the_format() {
    let articles = articles();
    assert!(articles.len() >= 200, "{} articles", articles.len());
    for (name, article) in articles {
        assert!(!article.names.is_empty(), "{name} has no name");
    }
}

#[test]
fn a_broken_label_is_noticed() {
    let headed = |line: &str| labelled::parse(&format!("Head\n\n{line}\n"));
    for broken in ["[person Ann", "[thing Ann]", "[person ]", "[person [org Ann]]", "[personAnn]"] {
        assert!(headed(broken).is_err(), "{broken}");
    }
    let read = headed("He said [[sic] that [person Ann Hale] left.").expect("sound");
    assert_eq!(read.text, "Head\n\nHe said [sic] that Ann Hale left.\n");
    assert_eq!(read.names, [(25, 33, "person")]);
    assert!(labelled::parse("Head\nStory\n").is_err());
}

fn of_article(article: labelled::Labelled) -> Text {
    let text = article.text;
    let headline = text.find('\n').unwrap_or(text.len());
    let zones = vec![
        Zone { kind: ZoneKind::Headline, span: Span::of(0..headline) },
        Zone { kind: ZoneKind::Body, span: Span::of(headline..text.len()) },
    ];
    let characters: Vec<char> = text.chars().collect();
    let at = |offset: usize| text[..offset].chars().count();
    let gold = article.names.iter().filter_map(|&(start, end, kind)| {
        let (start, end) = trimmed(&characters, at(start), at(end));
        Some((start, end, kind_of(kind)?))
    });
    let gold = gold.collect();
    Text { text, zones, gold, described: BTreeSet::new() }
}

/// A floor that only rises, on about every fifth of our own articles: the tagger has not learnt from
/// these. They are harder than most news, since each was written to hold something new.
#[test]
fn our_own_articles_that_were_kept_out() {
    let texts: Vec<Text> = articles()
        .into_iter()
        .filter(|(name, _)| labelled::is_kept_out(name))
        .map(|(_, article)| of_article(article))
        .collect();
    assert!(texts.len() >= 40, "{} articles", texts.len());
    let counts = score(&texts);
    println!("{counts:?}: F1 {:.1}", counts.f1());
    assert!(counts.f1() >= 86.0, "{counts:?}: F1 {:.1}", counts.f1());
}

/// Weights that cannot be read would leave every text without names.
#[test]
fn the_weights_have_the_format_that_is_read() {
    let file = include_bytes!("../tagger/weights.bin");
    assert!(Weights::parse(file).is_some());
    assert!(file.len() <= 1_800_000, "{} bytes", file.len());
    assert!(Weights::parse(&file[..file.len() - 1]).is_none());
}
