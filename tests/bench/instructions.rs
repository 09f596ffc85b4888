//! How many instructions each layer takes, counted by callgrind: the same on a busy machine.
//!
//! `bash .ci/run bench` runs these and then `compare.rs`, which holds the counts against
//! `baseline.toml`. What a setup function does, and the dropping of what a bench returns, is not
//! counted.

mod articles;

use std::hint::black_box;
use std::sync::Arc;

use dateline::base::cancel::CancelToken;
use dateline::base::id::DocId;
use dateline::base::key::Key;
use dateline::corpus::Corpus;
use dateline::knowledge::{Decisions, Entity, Verdict};
use dateline::lang::dates::{self, DateExpr, Timex};
use dateline::lang::facts::{DocFacts, Scope, analyze};
use dateline::lang::lexicon::Lexicon;
use dateline::lang::names::{self, Names};
use dateline::source::{self, Reading, Zone, ZoneKind};
use dateline::state::mention::MentionRef;
use dateline::state::{Event, Snapshot, Ticket, World};
use gungraun::{Callgrind, LibraryBenchmarkConfig, library_benchmark, library_benchmark_group, main};
use jiff::civil::{Date, date};

use articles::{ACCENTS, ASCII, HTML, MARKDOWN, Sample};

/// Builds the tables that are made at first use, so that no bench pays for them.
fn warm(sample: Sample) -> Sample {
    black_box(sample.facts());
    sample
}

fn for_dates(sample: Sample) -> (Reading, Vec<Zone>) {
    let reading = warm(sample).reading();
    let zones = articles::zones(&reading, ZoneKind::has_dates);
    (reading, zones)
}

fn for_names(sample: Sample) -> (Reading, Vec<Zone>) {
    let reading = warm(sample).reading();
    let zones = articles::zones(&reading, ZoneKind::has_names);
    (reading, zones)
}

fn for_resolving(sample: Sample) -> (Vec<DateExpr>, Date) {
    let (reading, zones) = for_dates(sample);
    let expressions = dates::recognize(&reading.text, &zones);
    let _ = dates::resolve(&expressions, Some(date(2020, 2, 20)), None);
    (expressions, date(2020, 2, 20))
}

fn for_folding(documents: usize) -> (Corpus, Arc<DocFacts>) {
    (articles::corpus(documents), articles::edited())
}

fn for_verdict(documents: usize) -> (Corpus, Key) {
    (articles::corpus(documents), articles::busy_key())
}

/// A world that has these articles on disk, and the entity that nearly all of them name; its verdict is
/// known already, as it is in an editor that shows it.
fn for_mentions(documents: usize) -> (Arc<Snapshot>, Arc<Entity>) {
    let mut world = World::default();
    for segment in articles::segments(documents) {
        let _ = world.apply(Event::Loaded { ticket: Ticket(1), segment });
    }
    let snapshot = world.snapshot();
    let verdict = snapshot.verdict(articles::busy_key());
    let busiest = verdict.entities.iter().max_by_key(|entity| entity.mentions).cloned();
    (snapshot, busiest.expect("the busy name is somebody"))
}

#[library_benchmark(setup = warm)]
#[bench::ascii(ASCII)]
#[bench::accents(ACCENTS)]
#[bench::markdown(MARKDOWN)]
#[bench::html(HTML)]
fn source_read(sample: Sample) -> Reading {
    source::read(black_box(sample.text), sample.format)
}

#[library_benchmark(setup = for_dates)]
#[bench::ascii(ASCII)]
#[bench::accents(ACCENTS)]
fn dates_recognize((reading, zones): (Reading, Vec<Zone>)) -> (Vec<DateExpr>, Reading, Vec<Zone>) {
    (dates::recognize(black_box(&reading.text), black_box(&zones)), reading, zones)
}

#[library_benchmark(setup = for_resolving)]
#[bench::ascii(ASCII)]
#[bench::accents(ACCENTS)]
fn dates_resolve((expressions, published): (Vec<DateExpr>, Date)) -> (Vec<Timex>, Vec<DateExpr>) {
    (dates::resolve(black_box(&expressions), Some(published), None), expressions)
}

#[library_benchmark(setup = for_names)]
#[bench::ascii(ASCII)]
#[bench::accents(ACCENTS)]
fn names_recognize((reading, zones): (Reading, Vec<Zone>)) -> (Names, Reading, Vec<Zone>) {
    (names::recognize(black_box(&reading.text), black_box(&zones), Lexicon::built_in()), reading, zones)
}

#[library_benchmark(setup = warm)]
#[bench::ascii(ASCII)]
#[bench::accents(ACCENTS)]
#[bench::markdown(MARKDOWN)]
#[bench::html(HTML)]
fn facts_analyze(sample: Sample) -> DocFacts {
    analyze(black_box(sample.text), sample.format, Lexicon::built_in(), Scope::Articles)
}

#[library_benchmark(setup = for_folding)]
#[bench::of_1_000(1_000)]
#[bench::of_10_000(10_000)]
fn corpus_replace((mut corpus, facts): (Corpus, Arc<DocFacts>)) -> (Corpus, Arc<DocFacts>) {
    corpus.replace(DocId(0), Some(facts.clone()));
    (corpus, facts)
}

#[library_benchmark(setup = for_verdict)]
#[bench::of_10_000(10_000)]
fn verdict_decide((corpus, key): (Corpus, Key)) -> (Verdict, Corpus) {
    (Verdict::decide(black_box(&corpus), &Decisions::default(), key), corpus)
}

#[library_benchmark(setup = for_mentions)]
#[bench::of_10_000(10_000)]
fn mentions_of((snapshot, entity): (Arc<Snapshot>, Arc<Entity>)) -> (Vec<MentionRef>, Arc<Snapshot>) {
    (snapshot.mentions_of(&entity, &CancelToken::default()).unwrap_or_default(), snapshot)
}

#[library_benchmark(setup = articles::edited_news)]
#[bench::of_10_000(10_000)]
fn affairs_relink((doc, snapshot): (DocId, Arc<Snapshot>)) -> (Vec<Option<Arc<Entity>>>, Arc<Snapshot>) {
    (articles::entities(black_box(doc), &snapshot), snapshot)
}

library_benchmark_group!(
    name = article,
    benchmarks = [source_read, dates_recognize, dates_resolve, names_recognize, facts_analyze]
);
library_benchmark_group!(
    name = folder,
    benchmarks = [corpus_replace, verdict_decide, mentions_of, affairs_relink]
);
main!(
    config = LibraryBenchmarkConfig::default().tool(Callgrind::with_args(["--cache-sim=no"])),
    library_benchmark_groups = [article, folder]
);
