//! What the benches read: the committed sample articles, and folders of any size made of them.
//!
//! A made folder has the shape of a real one: most names are shared by a few articles, one is in nearly
//! all of them. It is a function of its size alone, so that instruction counts repeat.
#![allow(dead_code, reason = "each bench uses its part")]

use std::sync::Arc;

use camino::Utf8PathBuf;
use dateline::base::id::{ArticleId, DocId};
use dateline::base::key::Key;
use dateline::base::kind::EntityKind;
use dateline::checks;
use dateline::corpus::{Corpus, Segment, SegmentDocument};
use dateline::knowledge::Entity;
use dateline::lang::facts::{DocFacts, Scope, analyze};
use dateline::lang::lexicon::Lexicon;
use dateline::lang::names::keys;
use dateline::source::{self, Format, Reading, Zone, ZoneKind};
use dateline::state::{DiskDocument, Event, Snapshot, Ticket, World};
use dateline::text::buffer::{Change, Position};
use dateline::text::fold::fold;
use dateline::text::position::Encoding;
use jiff::Span;
use jiff::civil::date;

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

/// Countries with their foreign ministers: the cast of the made news.
const CAST: [(&str, &str, &str); 12] = [
    ("Russia", "Russian", "Sergey Lavrov"),
    ("Turkey", "Turkish", "Mevlut Cavusoglu"),
    ("Norway", "Norwegian", "Orla Quennevik"),
    ("Iran", "Iranian", "Javad Zarif"),
    ("Egypt", "Egyptian", "Sameh Shoukry"),
    ("Germany", "German", "Heiko Maas"),
    ("France", "French", "Jean Belcourt"),
    ("Italy", "Italian", "Carlo Vendrani"),
    ("Greece", "Greek", "Nikos Dendias"),
    ("Poland", "Polish", "Jacek Wolanski"),
    ("Jordan", "Jordanian", "Ayman Safadi"),
    ("Qatar", "Qatari", "Hamad Alnuri"),
];

const CITIES: [&str; 5] = ["Geneva", "Vienna", "Moscow", "Ankara", "Cairo"];
const SUBJECTS: [&str; 5] = ["military", "gas", "fisheries", "migration", "railway"];
const WEEKDAYS: [&str; 5] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];

/// So many different texts of diplomatic news are made; later documents are the same words in other
/// weeks.
const DIPLOMATIC: usize = 500;

/// News of a meeting, a call and an agreement between two of the cast.
fn diplomatic(number: usize) -> String {
    let (country, demonym, minister) = CAST[number % 12];
    let (other_country, other_demonym, other) = CAST[(number % 12 + 1 + number / 12 % 11) % 12];
    let (city, subject) = (CITIES[number % 5], SUBJECTS[number / 5 % 5]);
    let (day, earlier) = (WEEKDAYS[number / 3 % 5], WEEKDAYS[(number / 3 + 2) % 5]);
    format!(
        "{demonym} and {other_demonym} ministers meet in {city}\n\n\
         {demonym} Foreign Minister {minister} met with his {other_demonym} counterpart {other} in {city} on \
         {day}. The talks lasted two hours.\n\n\
         The two ministers discussed the situation by phone on {earlier}. {country} and {other_country} signed \
         a {subject} cooperation agreement on {day}, the ministry said. The agreement will enter into force \
         next month.\n\n\
         {other} visited {country} last year.\n"
    )
}

/// The path and the facts of this many articles of diplomatic news: a few a week, over some years.
pub fn diplomatic_documents(count: usize) -> Vec<SegmentDocument> {
    let read = |text: &str| analyze(text, Format::Plain, Lexicon::built_in(), Scope::Articles);
    let variants: Vec<DocFacts> = (0..DIPLOMATIC).map(|number| read(&diplomatic(number))).collect();
    (0..count)
        .map(|number| {
            let mut facts = variants[number % DIPLOMATIC].clone();
            facts.text_hash = facts.text_hash.wrapping_add(number as u64);
            // Twenty stretches of some weeks hold all texts once each.
            let week = (number / DIPLOMATIC) * 8 + number % 8;
            let day = date(2015, 1, 9) + Span::new().weeks(i64::try_from(week).unwrap_or(0));
            let path = Utf8PathBuf::from(format!("{day}-{number:06}.txt"));
            SegmentDocument { facts: Arc::new(facts.with_name_of(&path)), path }
        })
        .collect()
}

/// The path of the first article of diplomatic news.
const FIRST: &str = "2015-01-09-000000.txt";

/// The first article of diplomatic news, with one more sentence.
pub fn diplomatic_edited() -> DiskDocument {
    let text = format!("{}The {} embassy declined to comment on Friday.\n", diplomatic(0), CAST[0].1);
    let path = Utf8PathBuf::from(FIRST);
    let facts = analyze(&text, Format::Plain, Lexicon::built_in(), Scope::Articles).with_name_of(&path);
    DiskDocument { facts: Arc::new(facts), path }
}

/// A world of this much diplomatic news in which every mention of the first article has been asked for,
/// and that article then changed: its path, and what is known now.
pub fn edited_news(count: usize) -> (DocId, Arc<Snapshot>) {
    let mut world = World::default();
    for part in diplomatic_documents(count).chunks(SEGMENT) {
        let segment = Arc::new(Segment::new(part.to_vec()));
        let _ = world.apply(Event::Loaded { ticket: Ticket(1), segment });
    }
    let document = diplomatic_edited();
    let before = world.snapshot();
    let doc = before.doc(&document.path).expect("the first article");
    entities(doc, &before);
    let _ = world.apply(Event::Found { ticket: Ticket(2), document });
    (doc, world.snapshot())
}

/// A world of this much diplomatic news of which the first article is open, its findings known, and then
/// typed into.
pub fn typed_news(count: usize) -> (DocId, Arc<Snapshot>) {
    let mut world = World::default();
    for part in diplomatic_documents(count).chunks(SEGMENT) {
        let segment = Arc::new(Segment::new(part.to_vec()));
        let _ = world.apply(Event::Loaded { ticket: Ticket(1), segment });
    }
    let _ = world.apply(Event::Opened { path: FIRST.into(), version: 1, text: diplomatic(0) });
    let before = world.snapshot();
    let doc = before.doc(FIRST.into()).expect("the first article");
    let _ = checks::findings(&before, doc);
    let start = Position::default();
    let changes = vec![Change::Range { start, end: start, text: "News: ".to_owned() }];
    let path = FIRST.into();
    let _ = world.apply(Event::Changed { path, version: 2, changes, encoding: Encoding::Utf16 });
    (doc, world.snapshot())
}

/// The entity of every agreement and event of a document.
pub fn entities(doc: DocId, snapshot: &Snapshot) -> Vec<Option<Arc<Entity>>> {
    let mentions = snapshot.mentions_in(ArticleId { doc, article: 0 });
    mentions.filter(|one| !snapshot.statements_at(one).is_empty()).map(|one| snapshot.entity(&one)).collect()
}

fn renamed(sample: Sample, set: usize) -> (String, Format) {
    let mut text = sample.text.to_owned();
    for (place, name) in CHANGED.into_iter().enumerate() {
        text = text.replace(name, &surname(set, place));
    }
    (text, sample.format)
}
