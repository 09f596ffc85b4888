//! What the benches read: the committed sample articles, and folders of any size made of them.
//!
//! A made folder has the shape of a real one: most names are shared by a few articles, one is in nearly
//! all of them. It is a function of its size alone, so that instruction counts repeat.
#![allow(dead_code, reason = "each bench uses its part")]

use std::sync::Arc;

use dateline::base::id::DocId;
use dateline::base::key::Key;
use dateline::base::kind::EntityKind;
use dateline::corpus::{Corpus, Segment, SegmentDocument};
use dateline::lang::facts::{DocFacts, Scope, analyze};
use dateline::lang::lexicon::Lexicon;
use dateline::lang::names::keys;
use dateline::source::{self, Format, Reading, Zone, ZoneKind};
use dateline::text::fold::fold;

/// The program's allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// A sample article.
#[derive(Clone, Copy)]
pub struct Sample {
    pub text: &'static str,
    pub format: Format,
}

const fn plain(text: &'static str) -> Sample {
    Sample { text, format: Format::Plain }
}

/// Plain text, ASCII throughout.
pub const ASCII: Sample = plain(include_str!("../../seeds/000_moscow-call.txt"));
/// Plain text with accents and curly quotes.
pub const ACCENTS: Sample = plain(include_str!("../../seeds/003_second-round.txt"));
pub const MARKDOWN: Sample =
    Sample { text: include_str!("../../seeds/006_istanbul-to-berlin.md"), format: Format::Markdown };
pub const HTML: Sample =
    Sample { text: include_str!("../../seeds/007_moscow-protocol.html"), format: Format::Html };

/// Every sample article that is written in UTF-8.
pub const ALL: [Sample; 7] = [
    ASCII,
    plain(include_str!("../../seeds/001_delegation-in-russia.txt")),
    plain(include_str!("../../seeds/002_daily-contact.txt")),
    ACCENTS,
    plain(include_str!("../../seeds/005_dollar-after-easter.txt")),
    MARKDOWN,
    HTML,
];

impl Sample {
    pub fn reading(self) -> Reading {
        source::read(self.text, self.format)
    }

    /// The facts; the tables that are built at first use are there afterwards.
    pub fn facts(self) -> DocFacts {
        analyze(self.text, self.format, Lexicon::built_in(), Scope::Articles)
    }
}

/// The zones of a reading's first article that are read for dates or for names.
pub fn zones(reading: &Reading, is_read: fn(ZoneKind) -> bool) -> Vec<Zone> {
    let zones = reading.articles.first().into_iter().flat_map(|article| article.zones.iter().copied());
    zones.filter(|zone| is_read(zone.kind)).collect()
}

/// The name that stays in every made article that has it.
pub const BUSY: &str = "Erdogan";

/// Names that differ from article to article.
const CHANGED: [&str; 8] =
    ["Lavrov", "Cavusoglu", "Çavuşoğlu", "Onal", "Önal", "Vershinin", "Putin", "Aksoylu"];

/// So many sets of names are made; later documents use them again.
const NAME_SETS: usize = 50;

/// Documents in a segment, as compaction leaves them.
const SEGMENT: usize = 2048;

/// A surname for the name at this place of the set with this number; no two sets share one.
fn surname(set: usize, place: usize) -> String {
    const HEADS: [&str; 10] = ["Bar", "Dol", "Fen", "Gor", "Hal", "Jas", "Kel", "Mur", "Nev", "Tam"];
    const MIDDLES: [&str; 8] = ["a", "eli", "ino", "o", "ura", "ashi", "etti", "und"];
    const ENDS: [&str; 5] = ["kov", "berg", "sen", "dze", "tan"];
    format!("{}{}{}", HEADS[set % 10], MIDDLES[place % 8], ENDS[set / 10 % 5])
}

/// The facts of this many articles, each an object of its own.
pub fn documents(count: usize) -> Vec<SegmentDocument> {
    let variants: Vec<DocFacts> = (0..NAME_SETS)
        .flat_map(|set| ALL.map(|sample| renamed(sample, set)))
        .map(|(text, format)| analyze(&text, format, Lexicon::built_in(), Scope::Articles))
        .collect();
    (0..count)
        .map(|number| {
            let mut facts = variants[number % variants.len()].clone();
            facts.text_hash = facts.text_hash.wrapping_add(number as u64);
            SegmentDocument { path: format!("{number:06}.txt").into(), facts: Arc::new(facts) }
        })
        .collect()
}

/// The same documents in segments.
pub fn segments(count: usize) -> Vec<Arc<Segment>> {
    documents(count).chunks(SEGMENT).map(|part| Arc::new(Segment::new(part.to_vec()))).collect()
}

/// The same documents in a corpus, numbered as they come.
pub fn corpus(count: usize) -> Corpus {
    let mut corpus = Corpus::default();
    let mut next = 0;
    for segment in segments(count) {
        let end = next + u32::try_from(segment.documents().len()).unwrap_or(0);
        corpus.add(segment, (next..end).map(DocId).collect());
        next = end;
    }
    corpus
}

/// An edit of the first article: a sentence that names somebody new is typed at its end.
pub fn edited() -> Arc<DocFacts> {
    let (mut text, format) = renamed(ASCII, 0);
    text.push_str("\nDefense Minister Orla Quennevik of Norway joined President Tayyip Erdogan on Friday.\n");
    Arc::new(analyze(&text, format, Lexicon::built_in(), Scope::Articles))
}

/// The key that the busy name is filed under.
pub fn busy_key() -> Key {
    let form = fold(&format!("Tayyip {BUSY}"));
    keys::keys(EntityKind::Person, [form.as_str()])[0]
}

fn renamed(sample: Sample, set: usize) -> (String, Format) {
    let mut text = sample.text.to_owned();
    for (place, name) in CHANGED.into_iter().enumerate() {
        text = text.replace(name, &surname(set, place));
    }
    (text, sample.format)
}
