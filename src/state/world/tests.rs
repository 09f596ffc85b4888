use super::*;
use crate::lang::facts::{Scope, analyze};
use crate::lang::lexicon::Lexicon;
use crate::source::Format;
use crate::text::buffer::Position;

fn found(ticket: u64, path: &str, text: &str) -> Event {
    let facts = Arc::new(analyze(text, Format::Plain, Lexicon::built_in(), Scope::Articles));
    Event::Found { ticket: Ticket(ticket), document: DiskDocument { path: path.into(), facts } }
}

fn opened(path: &str, version: i32, text: &str) -> Event {
    Event::Opened { path: path.into(), version, text: text.into() }
}

fn typed(path: &str, version: i32, text: &str) -> Event {
    let start = Position::default();
    let changes = vec![Change::Range { start, end: start, text: text.into() }];
    Event::Changed { path: path.into(), version, changes, encoding: Encoding::Utf16 }
}

fn hash(world: &mut World, path: &str) -> Option<u64> {
    let snapshot = world.snapshot();
    let doc = snapshot.doc(path.into())?;
    let facts = snapshot.corpus().facts(doc).map(|facts| facts.text_hash);
    assert_eq!(facts, snapshot.facts(doc).map(|facts| facts.text_hash), "corpus and documents agree");
    facts
}

fn hash_of(text: &str) -> Option<u64> {
    Some(crate::lang::facts::text_hash(text))
}

#[test]
fn an_older_look_at_the_disk_never_wins() {
    let mut world = World::default();
    world.apply(found(2, "a.txt", "new"));
    world.apply(found(1, "a.txt", "old"));
    assert_eq!(hash(&mut world, "a.txt"), hash_of("new"));
    world.apply(Event::Gone { ticket: Ticket(4), path: "a.txt".into() });
    world.apply(found(3, "a.txt", "newer"));
    assert_eq!(hash(&mut world, "a.txt"), None);
}

#[test]
fn the_open_text_counts_until_it_is_closed() {
    let mut world = World::default();
    world.apply(found(1, "a.txt", "disk"));
    world.apply(opened("a.txt", 1, "editor"));
    assert_eq!(hash(&mut world, "a.txt"), hash_of("editor"));
    world.apply(found(2, "a.txt", "disk again"));
    assert_eq!(hash(&mut world, "a.txt"), hash_of("editor"));
    let effects = world.apply(Event::Closed { path: "a.txt".into() });
    assert_eq!(hash(&mut world, "a.txt"), hash_of("disk again"));
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Unpublish { .. })));
    assert!(
        effects.iter().any(|effect| matches!(effect, Effect::Read { .. })),
        "a save may not have been seen yet"
    );
}

#[test]
fn a_version_that_does_not_grow_is_refused_with_a_warning() {
    let mut world = World::default();
    world.apply(opened("a.txt", 5, "text"));
    let effects = world.apply(typed("a.txt", 5, "x"));
    assert!(matches!(effects.as_slice(), [Effect::Warn { .. }]), "{effects:?}");
    let effects = world.apply(typed("b.txt", 1, "x"));
    assert!(matches!(effects.as_slice(), [Effect::Warn { .. }]), "{effects:?}");
    world.apply(typed("a.txt", 6, "x"));
    assert_eq!(hash(&mut world, "a.txt"), hash_of("xtext"));
}

#[test]
fn a_snapshot_keeps_its_revision() {
    let mut world = World::default();
    world.apply(opened("a.txt", 1, "one"));
    let before = world.snapshot();
    world.apply(typed("a.txt", 2, "x"));
    let doc = before.doc("a.txt".into()).unwrap();
    assert_eq!(before.facts(doc).unwrap().text_hash, hash_of("one").unwrap());
    assert_eq!(hash(&mut world, "a.txt"), hash_of("xone"));
}

#[test]
fn folding_is_handed_back_once_and_a_late_one_is_dropped() {
    let mut world = World::default();
    world.apply(opened("a.txt", 1, "one"));
    let snapshot = world.snapshot();
    assert!(snapshot.settled().is_none(), "nobody asked yet");
    let _ = snapshot.corpus();
    let late = snapshot.settled().unwrap();
    world.apply(typed("a.txt", 2, "x"));
    world.apply(late);
    assert_eq!(hash(&mut world, "a.txt"), hash_of("xone"));
    let settled = world.snapshot().settled().unwrap();
    let revision = world.revision();
    world.apply(settled);
    assert_eq!(world.revision(), revision, "settling changes nothing that can be seen");
    assert_eq!(hash(&mut world, "a.txt"), hash_of("xone"));
}

#[test]
fn many_edits_of_closed_files_ask_for_compaction_and_survive_it() {
    let mut world = World::default();
    let many = crate::corpus::MAX_OVERLAY as u64 + 1;
    let mut wanted = None;
    for number in 1..=many {
        let effects = world.apply(found(number, &format!("{number}.txt"), "Ann"));
        wanted = wanted.or(effects.into_iter().find_map(|effect| match effect {
            Effect::Compact { corpus } => Some(corpus),
            _ => None,
        }));
    }
    let from = wanted.expect("a compaction is asked for");
    let into = Arc::new(world.snapshot().plan_compaction(&from).run(&from));
    let effects = world.apply(Event::Compacted { from, into });
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Compact { .. })), "once is enough");
    assert_eq!(hash(&mut world, "7.txt"), hash_of("Ann"));
}
