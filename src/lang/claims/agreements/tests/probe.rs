//! How many of the labelled descriptions are found, in the development data where it is present:
//! `$DATELINE_SHARED`, else `../shared` beside the package; and in our own labelled articles.

#![allow(clippy::disallowed_methods, reason = "the labelled data is read from its folder")]

use std::ops::Range;
use std::path::{Path, PathBuf};

use super::{shown, statements};

/// A labelled article: `## id date split`, its headline, its text.
struct Article {
    id: String,
    split: String,
    text: String,
    gold: Vec<Range<usize>>,
}

/// The articles of a file. A label is `[[cluster|words]]`; of those with a letter, `A:` is an agreement.
fn parse(file: &str) -> Vec<Article> {
    let mut articles: Vec<Article> = Vec::new();
    for line in file.lines() {
        if let Some(header) = line.strip_prefix("## ") {
            let mut fields = header.split_whitespace().map(str::to_owned);
            let mut next = || fields.next().expect("id, date and split");
            let (id, _, split) = (next(), next(), next());
            articles.push(Article { id, split, text: String::new(), gold: Vec::new() });
        } else if let Some(article) =
            articles.last_mut().filter(|_| !line.is_empty() && !line.starts_with('#'))
        {
            article.add(line);
        }
    }
    articles
}

impl Article {
    fn add(&mut self, line: &str) {
        let mut rest = line;
        while let Some((before, label)) = rest.split_once("[[") {
            let (label, behind) = label.split_once("]]").expect("a label ends");
            let (cluster, words) = label.split_once('|').expect("a label has a cluster");
            self.text.push_str(before);
            let start = self.text.len();
            self.text.push_str(words);
            if cluster.split_once(':').is_none_or(|(kind, _)| kind == "A") {
                self.gold.push(start..self.text.len());
            }
            rest = behind;
        }
        self.text.push_str(rest);
        self.text.push('\n');
    }
}

/// How many descriptions are labelled, found, and both.
#[derive(Default, Debug)]
struct Counts {
    gold: usize,
    found: usize,
    right: usize,
}

impl Counts {
    /// Recall and precision in per cent: spans that overlap agree.
    #[expect(clippy::cast_precision_loss, reason = "small counts")]
    fn rates(&self) -> (f64, f64) {
        let rate = |of: usize| 100.0 * self.right as f64 / of.max(1) as f64;
        (rate(self.gold), rate(self.found))
    }

    fn add(&mut self, article: &Article) {
        let (found, names, dates) = statements(&article.text);
        let mut taken = vec![false; article.gold.len()];
        println!("## {}", article.id);
        for statement in &found {
            let span = statement.span.range();
            let fits = |gold: &Range<usize>| gold.start < span.end && span.start < gold.end;
            let hit = article.gold.iter().enumerate().find(|&(at, gold)| !taken[at] && fits(gold));
            let mark = match hit {
                Some((at, gold)) => {
                    taken[at] = true;
                    self.right += 1;
                    if *gold == span { "= " } else { "~ " }
                }
                None => "+ ",
            };
            println!("{mark}{}", shown(&article.text, statement, &names, &dates));
        }
        for (gold, _) in article.gold.iter().zip(taken).filter(|(_, taken)| !taken) {
            println!("- {}", &article.text[gold.clone()]);
        }
        self.gold += article.gold.len();
        self.found += found.len();
    }
}

fn measure(articles: &[Article], split: &str) -> Counts {
    let mut counts = Counts::default();
    articles.iter().filter(|article| article.split == split).for_each(|article| counts.add(article));
    let (recall, precision) = counts.rates();
    println!("{split}: recall {recall:.1}, precision {precision:.1}, {counts:?}");
    counts
}

fn shared(file: &str) -> Option<String> {
    let shared = match std::env::var_os("DATELINE_SHARED") {
        Some(folder) => PathBuf::from(folder),
        None => PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"),
    };
    let path = shared.join(file);
    std::fs::read_to_string(&path).inspect_err(|error| println!("skipped: {}: {error}", path.display())).ok()
}

/// Floors that only rise.
#[test]
fn the_development_half_of_the_probe() {
    let Some(file) = shared("data/agreements/probe-dev.txt") else { return };
    let (recall, precision) = measure(&parse(&file), "dev").rates();
    assert!(recall >= 90.0 && precision >= 90.0, "recall {recall:.1}, precision {precision:.1}");
}

/// Our own articles: those that the rules were read against, and those kept apart.
#[test]
fn our_labelled_articles() {
    let folder = std::env::var_os("AFFAIRS")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/affairs"), PathBuf::from);
    let Ok(files) = std::fs::read_dir(&folder) else { return };
    let mut paths: Vec<PathBuf> = files.map(|file| file.expect("a file").path()).collect();
    paths.sort();
    let articles: Vec<Article> = paths
        .iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .flat_map(|path| parse(&std::fs::read_to_string(path).expect("UTF-8")))
        .collect();
    let which = std::env::var("SPLIT").unwrap_or("dev".to_owned());
    measure(&articles, &which);
}
