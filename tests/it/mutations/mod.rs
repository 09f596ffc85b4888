//! Contradictions planted in clean texts: how many of them the checks find, and what they find in texts
//! that have none.
//!
//! A [`Kind`] is one way to be wrong. It changes what the article has (`swap a weekday`) or adds a sentence
//! made of the article's own days and names, in one of several wordings. Choices are seeded by kind and
//! article, so every run plants the same. **A new kind** is a file in `kinds/` with a function that makes a
//! [`Plant`], and a line in [`KINDS`]; one that needs two texts makes a [`folder::Folder`] and has its line in
//! [`between`].

mod article;
mod between;
mod choice;
mod folder;
mod kinds;
mod retell;
mod texts;

use rayon::prelude::*;

use article::{Article, Plant};
use choice::Choice;
use dateline::checks::{Finding, Severity};

/// A way to be wrong.
pub struct Kind {
    pub name: &'static str,
    /// The codes of the checks of which one must find it.
    pub codes: &'static [&'static str],
    /// `None` where the article has no place for it.
    pub plant: fn(&Article, &mut Choice) -> Option<Plant>,
}

/// Every kind.
const KINDS: &[Kind] = &[
    Kind { name: "weekday swapped", codes: &["weekday-mismatch"], plant: kinds::weekday::swapped },
    Kind {
        name: "day shifted beside its weekday",
        codes: &["weekday-mismatch"],
        plant: kinds::weekday::shifted,
    },
    Kind { name: "day past the month's end", codes: &["impossible-date"], plant: kinds::month_end::past },
    Kind { name: "stretch inverted", codes: &["reversed-range"], plant: kinds::stretch::inverted },
    Kind { name: "length of a stretch", codes: &["range-length"], plant: kinds::stretch::wrong_length },
    Kind { name: "offset changed", codes: &["offset-mismatch"], plant: kinds::offset::changed },
    Kind { name: "years later", codes: &["offset-mismatch"], plant: kinds::offset::years },
    Kind { name: "today's weekday", codes: &["offset-mismatch"], plant: kinds::offset::deictic },
    Kind { name: "anniversary", codes: &["anniversary-arithmetic"], plant: kinds::anniversary::number },
    Kind { name: "years ago", codes: &["anniversary-arithmetic"], plant: kinds::anniversary::ago },
    Kind { name: "age", codes: &["age-arithmetic"], plant: kinds::life::age },
    Kind { name: "age at death", codes: &["age-arithmetic"], plant: kinds::life::age_at_death },
    Kind {
        name: "death before birth",
        codes: &["life-order", "reversed-range"],
        plant: kinds::life::inverted,
    },
    Kind { name: "day of the dateline", codes: &["dateline-mismatch"], plant: kinds::dateline::moved },
    Kind { name: "year of the dateline", codes: &["dateline-mismatch"], plant: kinds::dateline::year },
    Kind { name: "plan for a past day", codes: &["plan-in-past"], plant: kinds::tense::plan },
    Kind { name: "report of a day to come", codes: &["report-of-future"], plant: kinds::tense::report },
    Kind { name: "last year's number", codes: &["stale-year"], plant: kinds::tense::stale_year },
    Kind { name: "sum", codes: &["sum-mismatch"], plant: kinds::sum::total },
    Kind { name: "number of a list", codes: &["sum-mismatch"], plant: kinds::sum::list },
    Kind { name: "percent", codes: &["sum-mismatch"], plant: kinds::sum::percent },
    Kind { name: "rounds reversed", codes: &["order-mismatch"], plant: kinds::rounds::reversed },
    Kind { name: "event on two days", codes: &["event-two-days"], plant: kinds::two_days::changed },
    Kind { name: "happening on two days", codes: &["event-two-days"], plant: kinds::story::two_days },
    Kind { name: "order of a case", codes: &["order-mismatch"], plant: kinds::story::order },
    Kind { name: "number of what is known", codes: &["number-two-values"], plant: kinds::story::two_numbers },
    Kind { name: "hour of a zone", codes: &["time-zone-arithmetic"], plant: kinds::zone::hour },
];

/// So many articles a kind: more say nothing new and cost time.
const ARTICLES: usize = 32;
/// Fewer sites say nothing of a share.
const SITES: usize = 10;

#[test]
fn planted_contradictions_are_found() {
    let articles: Vec<Article> = texts::clean().into_iter().map(Article::new).collect();
    let rows: Vec<Row> = KINDS.par_iter().map(|kind| row(kind, &articles)).collect();
    println!("{:<34}{:>6}{:>7}{:>8}", "kind", "sites", "found", "share");
    for Row { kind, sites, missed } in &rows {
        let found = sites - missed.len();
        println!("{:<34}{sites:>6}{found:>7}{:>7} %", kind.name, found * 100 / sites.max(&1));
    }
    for row in &rows {
        for words in row.missed.iter().take(12) {
            println!("missed: {}: {words}", row.kind.name);
        }
    }
    assert!(rows.iter().filter(|row| row.sites >= SITES).count() >= 12, "at least twelve kinds are tried");
    for Row { kind, sites, missed } in &rows {
        assert!(
            *sites < SITES || missed.len() * 10 <= *sites,
            "{}: {} of {sites} missed",
            kind.name,
            missed.len()
        );
    }
}

#[test]
fn clean_texts_are_left_alone() {
    let texts = texts::clean();
    let findings: Vec<(String, Finding)> = texts
        .par_iter()
        .flat_map_iter(|text| {
            article::findings(&text.path, &text.text).into_iter().map(|finding| (text.path.clone(), finding))
        })
        .collect();
    for (path, finding) in &findings {
        println!("{path}: {} {}: {}", finding.severity.name(), finding.code, finding.message);
    }
    let loud = findings.iter().filter(|(_, finding)| finding.severity <= Severity::Warning).count();
    println!("{} texts, {} findings, {loud} at warning or above", texts.len(), findings.len());
    assert!(texts.len() >= 400, "the texts are there");
    assert!(loud * 200 <= texts.len(), "{loud} loud findings in {} clean texts", texts.len());
    assert!(
        findings.len() * 200 <= texts.len(),
        "{} findings in {} clean texts",
        findings.len(),
        texts.len()
    );
}

/// What became of the plants of one kind.
struct Row {
    kind: &'static Kind,
    sites: usize,
    /// The words of those that were not found.
    missed: Vec<String>,
}

fn row(kind: &'static Kind, articles: &[Article]) -> Row {
    let mut row = Row { kind, sites: 0, missed: Vec::new() };
    let mut order: Vec<&Article> = articles.iter().collect();
    order.sort_by_key(|article| Choice::new(kind.name, &article.path).number(1 << 30));
    for article in order {
        if row.sites == ARTICLES {
            break;
        }
        let mut choice = Choice::new(kind.name, &article.path);
        let Some(plant) = (kind.plant)(article, &mut choice) else { continue };
        row.sites += 1;
        let found = article::findings(&plant.path, &plant.text);
        let seen = found.iter().any(|finding| {
            kind.codes.contains(&finding.code)
                && (finding.span.start as usize) < plant.span.end
                && plant.span.start < finding.span.end as usize
        });
        if !seen {
            let words = plant.text.get(plant.span.clone()).unwrap_or_default().to_owned();
            row.missed.push(format!("{}: {words}", plant.path));
        }
    }
    row
}
