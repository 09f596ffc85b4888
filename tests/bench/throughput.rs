//! MB/s on one core, layer by layer, on text as it is and on the same text with accents.
//!
//! `cargo bench --manifest-path tests/bench/Cargo.toml --bench throughput [-- FOLDER…]`; `--profile release` measures what is
//! shipped. Without folders: the samples, and the articles that lie beside the project where they do. The
//! two texts take turns, so that a busy machine slows both alike; the best pass counts. Dates and names are given per byte of the
//! zones that are read for them, the rest per byte of the file. Nothing here
//! fails on a time.
#![allow(clippy::disallowed_methods, reason = "a bench reads files and clocks")]

mod articles;

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use camino::Utf8Path;
use dateline::checks;
use dateline::lang::facts::{Scope, analyze};
use dateline::lang::lexicon::Lexicon;
use dateline::lang::{dates, names};
use dateline::source::{self, Format, Reading, Zone, ZoneKind};
use dateline::text::decode::decode;
use dateline::text::position::LineIndex;

/// Passes over the texts; the best one counts.
const PASSES: usize = 15;

/// Texts are repeated up to so many bytes, so that a pass lasts long enough to be measured.
const PASS_BYTES: usize = 1 << 20;

/// Sizes of the folder in which an article changes, and how often it does; the best time counts.
const RELINKED: [usize; 2] = [1_000, 10_000];
const RELINKS: usize = 2;

/// An article, read, with the zones that each layer looks at.
struct Article {
    text: String,
    format: Format,
    reading: Reading,
    dated: Vec<Zone>,
    named: Vec<Zone>,
}

impl Article {
    fn new(text: String, format: Format) -> Self {
        let reading = source::read(&text, format);
        let dated = articles::zones(&reading, ZoneKind::has_dates);
        let named = articles::zones(&reading, ZoneKind::has_names);
        Self { text, format, reading, dated, named }
    }
}

/// A layer, the bytes that it looks at in an article and the work that it does on it.
type Layer = (&'static str, fn(&Article) -> usize, fn(&Article));

fn whole_file(article: &Article) -> usize {
    article.text.len()
}

fn length(zones: &[Zone]) -> usize {
    zones.iter().map(|zone| zone.span.range().len()).sum()
}

const LAYERS: [Layer; 5] = [
    ("source", whole_file, |article| {
        black_box(source::read(&article.text, article.format));
    }),
    (
        "dates",
        |article| length(&article.dated),
        |article| {
            black_box(dates::recognize(&article.reading.text, &article.dated));
        },
    ),
    (
        "names",
        |article| length(&article.named),
        |article| {
            black_box(names::recognize(&article.reading.text, &article.named, Lexicon::built_in()));
        },
    ),
    ("lines", whole_file, |article| {
        black_box(LineIndex::new(&article.text));
    }),
    ("whole", whole_file, |article| {
        black_box(analyze(&article.text, article.format, Lexicon::built_in(), Scope::Articles));
    }),
];

fn main() {
    // `cargo bench` passes `--bench`.
    let mut folders: Vec<PathBuf> =
        std::env::args().skip(1).filter(|arg| !arg.starts_with("--")).map(PathBuf::from).collect();
    if folders.is_empty() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        folders = vec![root.join("../../seeds"), root.join("../../../shared/articles")];
    }
    for folder in folders.iter().filter(|folder| folder.is_dir()) {
        measure(folder);
    }
    relink();
}

/// How long it takes to say what an article of a large folder tells of, once it has changed, and what is
/// wrong in it, once somebody has typed into it.
fn relink() {
    for count in RELINKED {
        let (mut shortest, mut told) = (Duration::MAX, 0);
        for _ in 0..RELINKS {
            let (doc, snapshot) = articles::edited_news(count);
            let start = Instant::now();
            told = black_box(articles::entities(doc, &snapshot)).len();
            shortest = shortest.min(start.elapsed());
        }
        println!(
            "{count} articles, one changed: {told} mentions linked in {:.2} ms; load {}",
            shortest.as_secs_f64() * 1e3,
            load()
        );
        let mut shortest = Duration::MAX;
        for _ in 0..RELINKS {
            let (doc, snapshot) = articles::typed_news(count);
            let start = Instant::now();
            black_box(checks::findings(&snapshot, doc));
            shortest = shortest.min(start.elapsed());
        }
        println!(
            "{count} articles, one typed into: read and checked in {:.2} ms; load {}",
            shortest.as_secs_f64() * 1e3,
            load()
        );
    }
}

fn measure(folder: &Path) {
    let texts = read(folder);
    let plain = |text: &String| text.chars().map(without_accent).collect::<String>();
    let ascii: Vec<Article> = texts.iter().map(|(text, format)| Article::new(plain(text), *format)).collect();
    let accented: Vec<Article> =
        ascii.iter().map(|article| Article::new(with_accents(&article.text), article.format)).collect();
    let bytes = |articles: &[Article]| articles.iter().map(whole_file).sum::<usize>();
    println!(
        "{}: {} articles, {} bytes; with accents {} bytes; load {}",
        folder.display(),
        texts.len(),
        bytes(&ascii),
        bytes(&accented),
        load()
    );
    if bytes(&ascii) == 0 {
        return;
    }
    let rounds = PASS_BYTES.div_ceil(bytes(&ascii));
    println!("  {:8} {:>10} {:>10} {:>8}", "MB/s", "ASCII", "accents", "ratio");
    for (name, looked_at, work) in LAYERS {
        let (mut best_ascii, mut best_accented) = (Duration::MAX, Duration::MAX);
        for _ in 0..PASSES {
            best_ascii = best_ascii.min(pass(&ascii, rounds, work));
            best_accented = best_accented.min(pass(&accented, rounds, work));
        }
        let speed = |articles: &[Article], time: Duration| {
            let bytes = rounds * articles.iter().map(looked_at).sum::<usize>();
            f64::from(u32::try_from(bytes).unwrap_or(u32::MAX)) / 1e6 / time.as_secs_f64()
        };
        let (plain, accents) = (speed(&ascii, best_ascii), speed(&accented, best_accented));
        println!("  {name:8} {plain:10.1} {accents:10.1} {:8.2}", accents / plain);
    }
}

fn pass(articles: &[Article], rounds: usize, work: fn(&Article)) -> Duration {
    let start = Instant::now();
    for _ in 0..rounds {
        articles.iter().for_each(work);
    }
    start.elapsed()
}

/// The articles of a folder, by name.
fn read(folder: &Path) -> Vec<(String, Format)> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    let article = |path: &PathBuf| {
        let format = Format::of(Utf8Path::from_path(path)?)?;
        Some((decode(&std::fs::read(path).ok()?).ok()?.text, format))
    };
    paths.iter().filter_map(article).collect()
}

/// The plain neighbour of a character, so that a text is ASCII throughout.
fn without_accent(character: char) -> char {
    const PAIRS: &str = "ÇCçcĞGğgİIıiÖOöoŞSşsÜUüuÁAáaÉEéeÍIíiÓOóoÚUúuÄAäaÑNñn‘'’'“\"”\"–-—-\u{a0} •*";
    if character.is_ascii() {
        return character;
    }
    let mut pairs = PAIRS.chars();
    while let (Some(accented), Some(plain)) = (pairs.next(), pairs.next()) {
        if accented == character {
            return plain;
        }
    }
    'x'
}

/// The same words with the accents of a Turkish desk: every `o`, `u` and `s` of capitalised words, and
/// curly apostrophes. Tags and words that are looked up as they are (`August`) stay.
fn with_accents(text: &str) -> String {
    let mut accented = String::with_capacity(text.len() + text.len() / 50);
    for word in text.split_inclusive(|character: char| !character.is_ascii_alphabetic() && character != '\'')
    {
        let bare = word.trim_end_matches(|character: char| !character.is_ascii_alphabetic());
        let is_name = bare.len() > 3
            && bare.starts_with(|character: char| character.is_ascii_uppercase())
            && !KEPT.iter().any(|kept| bare.starts_with(kept));
        for character in word.chars() {
            accented.push(match character {
                'o' if is_name => 'ö',
                'u' if is_name => 'ü',
                's' if is_name => 'ş',
                '\'' => '’',
                other => other,
            });
        }
    }
    accented
}

/// Words that dates are made of.
const KEPT: [&str; 20] = [
    "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug",
    "Sep", "Oct", "Nov", "Dec", "Last",
];

fn load() -> String {
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    load.split_whitespace().next().unwrap_or("unknown").to_owned()
}
