//! Contradictions between two texts: an article and a second one made of its parts, with one fact changed; and
//! the same second text with the fact as it is, the *clean twin*, in which nothing may be found.

use rayon::prelude::*;

use super::article::Article;
use super::choice::Choice;
use super::folder::{self, Folder, Genre};
use super::{kinds, texts};
use dateline::checks::{Finding, Severity};

type Plant = fn(&Article, &mut Choice, Genre) -> Option<Folder>;

/// A way for a second text to be wrong.
pub struct PairKind {
    pub name: &'static str,
    pub genre: Genre,
    /// The codes of the checks of which one must find it.
    pub codes: &'static [&'static str],
    /// Made of what the article says.
    pub own: Option<Plant>,
    /// Made of a sentence that the article gets besides.
    pub made: Option<Plant>,
    /// So many of a hundred are found at least.
    pub floor: usize,
}

const fn kind(
    name: &'static str,
    genre: Genre,
    codes: &'static [&'static str],
    own: Option<Plant>,
    made: Option<Plant>,
    floor: usize,
) -> PairKind {
    PairKind { name, genre, codes, own, made, floor }
}

const DAY: &[&str] = &["event-day"];
const NUMBER: &[&str] = &["count-range"];
const PLACE: &[&str] = &["event-place"];
const STATUS: &[&str] = &["event-status"];
const OFFICE: &[&str] = &["office-overlap"];
const QUOTE: &[&str] = &["quote-altered"];
/// What a light rewriting has otherwise is found by the check of the fact or by that of copies.
const COPIED: &[&str] = &["copy-altered", "event-day", "count-range", "event-place", "office-overlap"];

/// Every kind. A floor below 90 is the share that is reached, with the real articles or with ours alone. What is
/// missed there are mostly sentences that the checks leave alone for their news: numbers that may be of another
/// day, victims of a part, a town that the other article names too, a draft's remark on something that no other
/// word of it leads to.
const KINDS: &[PairKind] = &[
    kind(
        "report: another day",
        Genre::Report,
        DAY,
        Some(kinds::told_day::own),
        Some(kinds::told_day::made),
        80,
    ),
    kind("report: day of an agreement", Genre::Report, DAY, None, Some(kinds::agreement::day), 90),
    kind("report: month of an agreement", Genre::Report, DAY, None, Some(kinds::agreement::month), 90),
    kind("report: place of an agreement", Genre::Report, PLACE, None, Some(kinds::agreement::place), 90),
    kind(
        "report: party of an agreement",
        Genre::Report,
        &["event-party"],
        None,
        Some(kinds::agreement::party),
        90,
    ),
    kind(
        "report: victims",
        Genre::Report,
        NUMBER,
        Some(kinds::told_number::victims),
        Some(kinds::told_number::made_victims),
        72,
    ),
    kind(
        "report: another number",
        Genre::Report,
        NUMBER,
        Some(kinds::told_number::other),
        Some(kinds::told_number::made_other),
        62,
    ),
    kind(
        "report: another place",
        Genre::Report,
        PLACE,
        Some(kinds::told_place::own),
        Some(kinds::told_place::made),
        66,
    ),
    kind("report: held or called off", Genre::Report, STATUS, None, Some(kinds::status::held), 75),
    kind("report: signed or not", Genre::Report, STATUS, None, Some(kinds::status::decided), 90),
    kind(
        "report: another office",
        Genre::Report,
        OFFICE,
        Some(kinds::office::own),
        Some(kinds::office::made),
        78,
    ),
    kind("report: another holder", Genre::Report, OFFICE, None, Some(kinds::office::holder), 75),
    kind(
        "report: quoted word",
        Genre::Report,
        QUOTE,
        Some(kinds::quote::own_word),
        Some(kinds::quote::made_word),
        90,
    ),
    kind(
        "report: quoted without not",
        Genre::Report,
        QUOTE,
        Some(kinds::quote::own_negation),
        Some(kinds::quote::made_negation),
        87,
    ),
    kind(
        "report: quoted number",
        Genre::Report,
        QUOTE,
        Some(kinds::quote::own_number),
        Some(kinds::quote::made_number),
        90,
    ),
    kind("copy: another day", Genre::Copy, COPIED, Some(kinds::told_day::copied), None, 92),
    kind("copy: another number", Genre::Copy, COPIED, Some(kinds::told_number::copied), None, 90),
    kind("copy: another name", Genre::Copy, COPIED, Some(kinds::name::copied), None, 90),
    kind("copy: another place", Genre::Copy, COPIED, Some(kinds::told_place::copied), None, 90),
    kind("copy: another office", Genre::Copy, COPIED, Some(kinds::office::copied), None, 90),
    kind(
        "draft: another day",
        Genre::Draft,
        DAY,
        Some(kinds::told_day::own),
        Some(kinds::told_day::made),
        85,
    ),
    kind("draft: day of an agreement", Genre::Draft, DAY, None, Some(kinds::agreement::day), 80),
    kind(
        "draft: another number",
        Genre::Draft,
        NUMBER,
        Some(kinds::told_number::any),
        Some(kinds::told_number::made_other),
        80,
    ),
    kind("draft: victims", Genre::Draft, NUMBER, None, Some(kinds::told_number::made_victims), 55),
    kind(
        "draft: another place",
        Genre::Draft,
        PLACE,
        Some(kinds::told_place::own),
        Some(kinds::told_place::made),
        87,
    ),
    kind(
        "draft: party of an agreement",
        Genre::Draft,
        &["event-party"],
        None,
        Some(kinds::agreement::party),
        75,
    ),
    kind("draft: held or called off", Genre::Draft, STATUS, None, Some(kinds::status::held), 75),
    kind("draft: signed or not", Genre::Draft, STATUS, None, Some(kinds::status::decided), 90),
    kind(
        "draft: another office",
        Genre::Draft,
        &["office-unsupported", "office-overlap"],
        Some(kinds::office::own),
        Some(kinds::office::made),
        83,
    ),
    kind(
        "draft: another holder",
        Genre::Draft,
        &["office-unsupported", "office-overlap"],
        None,
        Some(kinds::office::holder),
        62,
    ),
    kind(
        "draft: quotation",
        Genre::Draft,
        QUOTE,
        Some(kinds::quote::own_any),
        Some(kinds::quote::made_any),
        80,
    ),
];

/// So many folders a kind of each sort.
const OWN: usize = 24;
const MADE: usize = 16;
/// Fewer sites say nothing of a share.
const SITES: usize = 10;

/// What became of the folders of one kind.
struct Row {
    kind: &'static PairKind,
    /// Made of what the article says, and of what it gets: how many, and found.
    own: [usize; 2],
    made: [usize; 2],
    missed: Vec<String>,
    /// Twins with a finding, and what was found.
    alarmed: usize,
    loud: usize,
    alarms: Vec<String>,
}

fn row(kind: &'static PairKind, articles: &[Article]) -> Row {
    let mut row =
        Row { kind, own: [0; 2], made: [0; 2], missed: vec![], alarmed: 0, loud: 0, alarms: vec![] };
    let mut order: Vec<&Article> = articles.iter().collect();
    order.sort_by_key(|article| Choice::new(kind.name, &article.path).number(1 << 30));
    let sorts = [(kind.own, OWN + if kind.made.is_none() { MADE } else { 0 }), (kind.made, MADE)];
    for (at, (plant, most)) in sorts.into_iter().enumerate() {
        let Some(plant) = plant else { continue };
        let mut score = [0; 2];
        for article in &order {
            if score[0] == most {
                break;
            }
            let mut choice = Choice::new(kind.name, &article.path);
            let Some(folder) = plant(article, &mut choice, kind.genre) else { continue };
            score[0] += 1;
            if folder.tried(&folder.wrong, kind.codes).is_found {
                score[1] += 1;
            } else {
                let words = folder.wrong.get(folder.span.clone()).unwrap_or_default();
                row.missed.push(format!(
                    "{} ({}): {words}",
                    folder.first.0,
                    if at == 0 { "own" } else { "made" }
                ));
            }
            let twin = folder.tried(&folder.right, kind.codes);
            row.alarmed += usize::from(!twin.findings.is_empty());
            row.loud += usize::from(twin.loud() > 0);
            row.alarms.extend(twin.findings.iter().map(|(path, finding)| said(path, finding)));
        }
        *if at == 0 { &mut row.own } else { &mut row.made } = score;
    }
    row
}

fn said(path: &str, finding: &Finding) -> String {
    format!("{path}: {} {}: {}", finding.severity.name(), finding.code, finding.message)
}

/// With `DATELINE_KIND` set, the kinds whose names have it, with more of what was missed.
#[test]
#[expect(clippy::disallowed_methods, reason = "the variable chooses what is printed")]
fn contradictions_between_two_texts_are_found() {
    let articles: Vec<Article> = texts::stories().into_par_iter().map(Article::new).collect();
    let mut articles = articles;
    articles.retain(|article| article.facts.as_ref().is_some_and(|facts| !facts.draft));
    let only = std::env::var("DATELINE_KIND").unwrap_or_default();
    let rows: Vec<Row> =
        KINDS.par_iter().filter(|kind| kind.name.contains(&only)).map(|kind| row(kind, &articles)).collect();
    for row in &rows {
        let most = if only.is_empty() { 8 } else { 60 };
        row.missed.iter().take(most).for_each(|missed| println!("missed: {}: {missed}", row.kind.name));
        row.alarms.iter().take(most).for_each(|alarm| println!("twin alarmed: {}: {alarm}", row.kind.name));
    }
    println!(
        "{:<32}{:>10}{:>10}{:>7}{:>7}{:>9}{:>6}",
        "kind", "own", "made", "sites", "share", "alarmed", "loud"
    );
    let (mut twins, mut loud) = (0, 0);
    for row in &rows {
        let (sites, found) = (row.own[0] + row.made[0], row.own[1] + row.made[1]);
        let of = |score: [usize; 2]| format!("{}/{}", score[1], score[0]);
        println!(
            "{:<32}{:>10}{:>10}{sites:>7}{:>5} %{:>9}{:>6}",
            row.kind.name,
            of(row.own),
            of(row.made),
            found * 100 / sites.max(1),
            row.alarmed,
            row.loud
        );
        twins += sites;
        loud += row.loud;
    }
    println!("{twins} clean twins of {} articles, {loud} with a finding at warning or above", articles.len());
    for row in &rows {
        let (sites, found) = (row.own[0] + row.made[0], row.own[1] + row.made[1]);
        let floor = row.kind.floor;
        assert!(
            sites < SITES || found * 100 >= sites * floor,
            "{}: {found} of {sites} found, below {floor} %",
            row.kind.name
        );
    }
    assert!(loud * 200 <= twins.max(200), "{loud} loud findings in {twins} clean twins");
}

/// The checks that compare articles.
const BETWEEN: &[&str] = &[
    "count-range",
    "event-day",
    "event-order",
    "event-party",
    "event-place",
    "event-status",
    "office-overlap",
    "office-unsupported",
    "quote-altered",
    "unsupported-date",
];

#[test]
fn clean_folders_are_left_alone() {
    let folders = texts::folders();
    let found: Vec<(usize, Vec<(String, Finding)>)> = folders
        .into_par_iter()
        .map(|(_, texts)| {
            let count = texts.len();
            let mut found = folder::findings(texts);
            found.retain(|(_, finding)| BETWEEN.contains(&finding.code));
            (count, found)
        })
        .collect();
    let texts: usize = found.iter().map(|(count, _)| count).sum();
    let all: Vec<&(String, Finding)> = found.iter().flat_map(|(_, found)| found).collect();
    for (path, finding) in &all {
        println!("{}", said(path, finding));
    }
    let loud = all.iter().filter(|(_, finding)| finding.severity <= Severity::Warning).count();
    println!("{texts} texts, {} findings between them, {loud} at warning or above", all.len());
    assert!(texts >= 200, "the texts are there");
    assert!(loud * 200 <= texts, "{loud} loud findings in {texts} clean texts");
}
