//! Any bytes → a life of the world: one decoder for every driver (property tests, fuzzer, soak).

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use camino::{Utf8Path, Utf8PathBuf};
use jiff::civil::Date;

use crate::base::kind::EntityKind;
use crate::checks;
use crate::corpus::{Segment, SegmentDocument};
use crate::knowledge::{Decision, Decisions};
use crate::notes::suppressions::{Line, Origin};
use crate::notes::{Day, Days, Suppression, Suppressions};
use crate::state::settings::CheckLevel;
use crate::state::{DiskDocument, Effect, Event, Settings, Snapshot, TextStore, Ticket, World};
use crate::testing::faults::{self, Faults};
use crate::testing::fixture::facts_of;
use crate::testing::oracle::dump;
use crate::text::buffer::{Change, Position};
use crate::text::position::{Encoding, LineIndex};

/// Files that scripts speak of: every format, a dated name, a name outside ASCII, a folder.
const PATHS: [&str; 6] = ["a.txt", "b.md", "c.html", "2020-02-18-d.txt", "sub/e.txt", "ü.txt"];

/// Stretches of text, of which files and edits are made.
const PHRASES: [&str; 30] = [
    "President Ann Weber met Boris Kostov in Karesh on Tuesday, March 4, 2025. ",
    "Weber said the Government of National Unity (GNU) would sign. ",
    "Foreign Minister Boris Kostov of Bulgaria spoke on Friday. ",
    "The GNU and the National Army agreed on Feb. 30. ",
    "Carl Weber, the former mayor of Vienna, denied it. ",
    "Kostov flew to Geneva last month. ",
    "the Geneva memorandum was signed on 5 May 2021 in Switzerland ",
    "\n\n",
    "\n",
    "\r\n",
    "KARESH (Wire - 24th December, 2019) ",
    " date 2020-02-20 Wire.com\n",
    "---\ndate: 2021-03-04\n---\n",
    "<p>Anna <b>Weber</b> &amp; Boris&nbsp;Kostov</p>",
    "MOST POPULAR\n\n  1. Other story\n",
    "\u{1F600} ",
    "Ve\u{301}dat O\u{308}ner, Vedat Öner ",
    "\u{2028}",
    "on Wednesday, February 20, 2020, ",
    "Ö",
    "x",
    " ",
    "“He said so,” Weber said. ",
    "Turkey's Deputy Foreign Minister Boris Kostov ",
    "They signed on 03/04/2020. ",
    "It opened on 18/2/2020. ",
    "It closed on 2/18/2020 at 10 a.m. ",
    "<!-- dateline-ignore impossible-date: as printed -->",
    "---\ntype: draft\n---\n",
    "\nPhoto: Weber in Vienna on 07/08/2019.\n\n",
];

/// Names that the phrases have, folded, and one that they do not: what decisions speak of.
const DECIDED: [&str; 9] = [
    "ann weber",
    "weber",
    "carl weber",
    "boris kostov",
    "government of national unity",
    "gnu",
    "vienna",
    "karesh",
    "marsh",
];

/// What a script's world differs in from one built from scratch.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Difference {
    /// Number of the step after which it was seen.
    pub step: usize,
    pub what: String,
}

/// Bytes, read as choices. Behind the end every choice is 0.
struct Choices<'a> {
    bytes: std::slice::Iter<'a, u8>,
}

impl Choices<'_> {
    fn next(&mut self) -> u8 {
        self.bytes.next().copied().unwrap_or_default()
    }

    fn is_done(&self) -> bool {
        self.bytes.len() == 0
    }

    fn below(&mut self, bound: usize) -> usize {
        usize::from(self.next()) % bound.max(1)
    }

    fn path(&mut self) -> Utf8PathBuf {
        PATHS[self.below(PATHS.len())].into()
    }

    fn text(&mut self) -> String {
        (0..self.below(7)).map(|_| PHRASES[self.below(PHRASES.len())]).collect()
    }

    fn position(&mut self) -> Position {
        let (line, column) = (u32::from(self.next()), u32::from(self.next()));
        // Mostly near the top, sometimes far outside.
        Position {
            line: if line > 250 { u32::MAX } else { line % 8 },
            column: if column > 250 { u32::MAX } else { column },
        }
    }
}

/// The disk, as the scripts see it and as readers of closed files do.
#[derive(Clone, Debug, Default)]
struct Disk(Arc<Mutex<BTreeMap<Utf8PathBuf, Arc<str>>>>);

impl Disk {
    fn lock(&self) -> std::sync::MutexGuard<'_, BTreeMap<Utf8PathBuf, Arc<str>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl TextStore for Disk {
    fn text(&self, path: &Utf8Path) -> Option<Arc<str>> {
        self.lock().get(path).cloned()
    }
}

/// A world, the plain model of what it should know, and what is still on its way.
struct Life {
    world: World,
    disk: Disk,
    open: BTreeMap<Utf8PathBuf, (i32, String)>,
    settings: Settings,
    decisions: Arc<Decisions>,
    suppressions: Arc<Suppressions>,
    days: Arc<Days>,
    ticket: u64,
    /// Events of background work that have not arrived.
    under_way: Vec<Event>,
    /// Snapshots taken earlier, with their dumps: they must stay true.
    kept: Vec<(Arc<Snapshot>, String)>,
}

/// Runs the script that the bytes spell; the world must never differ from one built from scratch.
///
/// Faults that are planted on this thread work in the script's world only.
pub fn run(bytes: &[u8]) -> Result<(), Difference> {
    let mut choices = Choices { bytes: bytes.iter() };
    let disk = Disk::default();
    let mut life = Life {
        world: World::new(Arc::new(disk.clone())),
        disk,
        open: BTreeMap::new(),
        settings: Settings::default(),
        decisions: Arc::default(),
        suppressions: Arc::default(),
        days: Arc::default(),
        ticket: 0,
        under_way: Vec::new(),
        kept: Vec::new(),
    };
    let mut step = 0;
    while !choices.is_done() {
        step += 1;
        life.step(&mut choices);
        life.compare_open_texts().map_err(|what| Difference { step, what })?;
        if step % 8 == 0 {
            life.arrive_all(&mut choices);
            life.compare().map_err(|what| Difference { step, what })?;
        }
    }
    life.arrive_all(&mut choices);
    life.compare().map_err(|what| Difference { step, what })
}

impl Life {
    fn step(&mut self, choices: &mut Choices<'_>) {
        match choices.below(16) {
            0 | 1 => self.open(choices),
            2..=5 => self.change(choices),
            6 => self.close(choices),
            7 => self.save(choices),
            8 | 9 => self.write(choices),
            10 => self.delete(choices),
            11 => self.load_batch(choices),
            12 => self.configure_or_note(choices),
            13 => self.settle(choices),
            14 => self.compact(),
            _ => self.ask(choices),
        }
        if choices.below(3) == 0 {
            self.arrive_one(choices);
        }
    }

    fn apply(&mut self, event: Event) {
        for effect in self.world.apply(event) {
            match effect {
                Effect::Read { path } => {
                    let event = self.look(&path);
                    self.under_way.push(event);
                }
                Effect::Compact { .. } => self.compact(),
                Effect::Publish { .. }
                | Effect::Unpublish { .. }
                | Effect::PublishOthers
                | Effect::Warn { .. } => {}
            }
        }
    }

    fn ticket(&mut self) -> Ticket {
        self.ticket += 1;
        Ticket(self.ticket)
    }

    /// What reading the file now will bring, when it arrives.
    fn look(&mut self, path: &Utf8Path) -> Event {
        let ticket = self.ticket();
        let text = self.disk.lock().get(path).cloned();
        match text {
            Some(text) => {
                let document = DiskDocument { path: path.to_owned(), facts: Arc::new(facts_of(path, &text)) };
                Event::Found { ticket, document }
            }
            None => Event::Gone { ticket, path: path.to_owned() },
        }
    }

    fn open(&mut self, choices: &mut Choices<'_>) {
        let path = choices.path();
        let on_disk = self.disk.lock().get(&path).map(|text| text.to_string());
        let text = on_disk.filter(|_| choices.below(4) > 0).unwrap_or_else(|| choices.text());
        let version = i32::from(choices.next());
        self.open.insert(path.clone(), (version, text.clone()));
        self.apply(Event::Opened { path, version, text });
    }

    fn change(&mut self, choices: &mut Choices<'_>) {
        let path = choices.path();
        let encoding = [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32][choices.below(3)];
        let before = self.open.get(&path).map_or(0, |(version, _)| *version);
        // Now and then a version that does not grow.
        let version = before.saturating_add(i32::try_from(choices.below(8)).unwrap_or(0)).saturating_sub(1);
        let changes: Vec<Change> = (0..=choices.below(2))
            .map(|_| match choices.below(8) {
                0 => Change::Whole(choices.text()),
                _ => {
                    Change::Range { start: choices.position(), end: choices.position(), text: choices.text() }
                }
            })
            .collect();
        if let Some((known, text)) = self.open.get_mut(&path)
            && version > *known
        {
            *known = version;
            for change in &changes {
                edit(text, change, encoding);
            }
        }
        self.apply(Event::Changed { path, version, changes, encoding });
    }

    fn close(&mut self, choices: &mut Choices<'_>) {
        let path = choices.path();
        self.open.remove(&path);
        self.apply(Event::Closed { path });
    }

    fn save(&mut self, choices: &mut Choices<'_>) {
        let path = choices.path();
        let Some((_, text)) = self.open.get(&path) else { return };
        self.disk.lock().insert(path.clone(), text.as_str().into());
        let event = self.look(&path);
        self.under_way.push(event);
    }

    fn write(&mut self, choices: &mut Choices<'_>) {
        let path = choices.path();
        self.disk.lock().insert(path.clone(), choices.text().into());
        let event = self.look(&path);
        self.under_way.push(event);
    }

    fn delete(&mut self, choices: &mut Choices<'_>) {
        let path = choices.path();
        self.disk.lock().remove(&path);
        let event = self.look(&path);
        self.under_way.push(event);
        if choices.below(2) == 0 {
            // A rename: the text goes on under another name.
            self.write(choices);
        }
    }

    /// Several files are read at once, as at the start.
    fn load_batch(&mut self, choices: &mut Choices<'_>) {
        for _ in 0..choices.below(4) {
            let (path, text) = (choices.path(), choices.text());
            self.disk.lock().insert(path, text.into());
        }
        let ticket = self.ticket();
        let segment = self.segment();
        self.under_way.push(Event::Loaded { ticket, segment: Arc::new(segment) });
    }

    fn segment(&self) -> Segment {
        let documents = self
            .disk
            .lock()
            .clone()
            .into_iter()
            .map(|(path, text)| SegmentDocument { facts: Arc::new(facts_of(&path, &text)), path });
        Segment::new(documents.collect())
    }

    fn configure_or_note(&mut self, choices: &mut Choices<'_>) {
        match choices.below(4) {
            0 => self.configure(choices),
            1 => self.decide(choices),
            2 => self.suppress(choices),
            _ => self.date(choices),
        }
    }

    /// The analyst says when up to three articles appeared, in place of what was said before.
    fn date(&mut self, choices: &mut Choices<'_>) {
        let days = (0..choices.below(4)).filter_map(|_| {
            let article = [None, Some(0), Some(1)][choices.below(3)];
            let day = i8::try_from(1 + choices.below(28)).unwrap_or(1);
            Some(Day { path: choices.path(), article, published: Date::new(2020, 2, day).ok()? })
        });
        self.days = Arc::new(Days::new(days.collect::<Vec<_>>()));
        self.apply(Event::Dated(self.days.clone()));
    }

    /// The analyst takes up to four decisions, in place of those before.
    fn decide(&mut self, choices: &mut Choices<'_>) {
        let decisions = (0..choices.below(5)).map(|_| {
            let kind = EntityKind::ALL[choices.below(3)];
            let mut name = || DECIDED[choices.below(DECIDED.len())].into();
            let (one, other): (Box<str>, Box<str>) = (name(), name());
            match choices.below(5) {
                0 | 1 => Decision::Same { kind, one, other },
                2 => Decision::NotSame { kind, one, other },
                3 => Decision::IsA { name: one, kind },
                _ => Decision::NotAName { name: one },
            }
        });
        self.decisions = Arc::new(Decisions::new(decisions.collect::<Vec<_>>()));
        self.apply(Event::Decided(self.decisions.clone()));
    }

    /// The analyst suppresses some of what is found now, here or wherever it is found, in place of what was
    /// suppressed before.
    fn suppress(&mut self, choices: &mut Choices<'_>) {
        let snapshot = self.world.snapshot();
        let mut found = Vec::new();
        for doc in snapshot.docs() {
            let path = snapshot.path(doc);
            for finding in checks::findings(&snapshot, doc) {
                let place = [Some(path.to_owned()), Some(choices.path()), None][choices.below(3)].clone();
                let at = Origin { file: path.into(), line: 0, span: finding.span };
                let line = Line { reason: finding.code.to_owned(), ..Line::default() };
                if choices.below(2) == 0 {
                    found.push(Suppression { fingerprint: finding.fingerprint, path: place, line, at });
                }
            }
        }
        self.suppressions = Arc::new(Suppressions::new(found));
        self.apply(Event::Suppressed(self.suppressions.clone()));
    }

    fn configure(&mut self, choices: &mut Choices<'_>) {
        let mut settings = Settings::default();
        if choices.below(2) == 0 {
            settings.published = Date::new(2020, 2, i8::try_from(1 + choices.below(28)).unwrap_or(1)).ok();
        }
        if choices.below(2) == 0 {
            settings.checks.insert("impossible-date".into(), CheckLevel::Off);
        }
        if choices.below(2) == 0 {
            settings.drafts.push("sub/".to_owned());
        }
        self.settings = settings.clone();
        self.apply(Event::Configured(settings));
    }

    /// A reader folds the pending documents; the result may arrive late.
    fn settle(&mut self, choices: &mut Choices<'_>) {
        let snapshot = self.world.snapshot();
        let _ = snapshot.corpus();
        let Some(event) = snapshot.settled() else { return };
        if choices.below(2) == 0 {
            self.apply(event);
        } else {
            self.under_way.push(event);
        }
    }

    fn compact(&mut self) {
        let snapshot = self.world.snapshot();
        let from = snapshot.corpus().clone();
        let into = Arc::new(snapshot.plan_compaction(&from).run(&from));
        self.under_way.extend(snapshot.settled());
        self.under_way.push(Event::Compacted { from, into });
    }

    /// Somebody asks now, keeps the snapshot and looks again later.
    fn ask(&mut self, choices: &mut Choices<'_>) {
        let snapshot = self.world.snapshot();
        if choices.below(2) == 0 {
            let _ = snapshot.entities();
        } else if self.kept.len() < 2 && self.disk_is_still() {
            let dump = dump(&snapshot);
            self.kept.push((snapshot, dump));
        }
    }

    /// Whether closed files' texts are those that the world has seen.
    fn disk_is_still(&self) -> bool {
        !self.under_way.iter().any(|event| !matches!(event, Event::Settled { .. } | Event::Compacted { .. }))
    }

    fn arrive_one(&mut self, choices: &mut Choices<'_>) {
        if !self.under_way.is_empty() {
            let at = choices.below(self.under_way.len());
            let event = self.under_way.remove(at);
            self.apply(event);
        }
    }

    fn arrive_all(&mut self, choices: &mut Choices<'_>) {
        while !self.under_way.is_empty() {
            self.arrive_one(choices);
        }
    }

    /// The buffers hold what a plain string would.
    fn compare_open_texts(&mut self) -> Result<(), String> {
        let snapshot = self.world.snapshot();
        for (path, (version, text)) in &self.open {
            let live = snapshot.doc(path).and_then(|doc| snapshot.live(doc));
            let found = live.map(|live| (live.version(), live.text().to_string()));
            if found.as_ref() != Some(&(*version, text.clone())) {
                return Err(format!("{path} is open as {found:?} and should be {version} {text:?}"));
            }
        }
        Ok(())
    }

    /// The world equals one that is built from scratch, in two ways.
    fn compare(&mut self) -> Result<(), String> {
        let lived = dump(&self.world.snapshot());
        for build in [Self::built_from_batch, Self::built_from_files] {
            let scratch = faults::with(Faults::default(), || dump(&build(self).snapshot()));
            if lived != scratch {
                return Err(first_difference(&lived, &scratch));
            }
        }
        // The quotations from closed files may have changed on disk since; facts and entities never do.
        for (snapshot, before) in std::mem::take(&mut self.kept) {
            let facts = |dump: &str| {
                dump.lines()
                    .filter(|line| line.starts_with("DocFacts") || line.starts_with("Entity"))
                    .collect::<Vec<_>>()
                    .join("\n")
            };
            let now = dump(&snapshot);
            if facts(&now) != facts(&before) {
                return Err(format!("a snapshot changed: {}", first_difference(&now, &before)));
            }
        }
        Ok(())
    }

    fn built_from_batch(&self) -> World {
        let mut world = World::new(Arc::new(self.disk.clone()));
        world.apply(Event::Loaded { ticket: Ticket(1), segment: Arc::new(self.segment()) });
        self.open_all(world)
    }

    fn built_from_files(&self) -> World {
        let mut world = World::new(Arc::new(self.disk.clone()));
        let files = self.disk.lock().clone();
        for (path, text) in files.into_iter().rev() {
            let facts = Arc::new(facts_of(&path, &text));
            world.apply(Event::Found { ticket: Ticket(1), document: DiskDocument { path, facts } });
        }
        self.open_all(world)
    }

    fn open_all(&self, mut world: World) -> World {
        world.apply(Event::Configured(self.settings.clone()));
        world.apply(Event::Decided(self.decisions.clone()));
        world.apply(Event::Suppressed(self.suppressions.clone()));
        world.apply(Event::Dated(self.days.clone()));
        for (path, (version, text)) in &self.open {
            world.apply(Event::Opened { path: path.clone(), version: *version, text: text.clone() });
        }
        world
    }
}

/// A plain string's way to do what `Buffer` does with a rope.
fn edit(text: &mut String, change: &Change, encoding: Encoding) {
    match change {
        Change::Whole(new) => new.clone_into(text),
        Change::Range { start, end, text: new } => {
            let lines = LineIndex::new(text);
            let from = lines.offset(text, start.line, start.column, encoding) as usize;
            let to = (lines.offset(text, end.line, end.column, encoding) as usize).max(from);
            text.replace_range(from..to, new);
        }
    }
}

fn first_difference(one: &str, other: &str) -> String {
    let pair = one
        .lines()
        .map(Some)
        .chain(std::iter::repeat(None))
        .zip(other.lines().map(Some).chain(std::iter::repeat(None)));
    let (line, (one, other)) = pair
        .enumerate()
        .find(|(_, (one, other))| one != other || (one.is_none() && other.is_none()))
        .unwrap_or((0, (None, None)));
    format!("line {line}:\n  lived:   {}\n  scratch: {}", one.unwrap_or("-"), other.unwrap_or("-"))
}
