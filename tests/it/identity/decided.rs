//! The analyst's word.

use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use dateline::base::kind::EntityKind;
use dateline::knowledge::entities::LinkReason;
use dateline::knowledge::{Decision, Decisions};
use dateline::state::{Event, World};

const ARTICLES: [&str; 3] = [
    "Ann Weber met Boris Kostov in Karesh. Weber left.",
    "President Weber spoke in Lima on Monday, Weber said.",
    "Anna Lund met the Lomas Coastal Board in Karesh on Monday.",
];

fn decide(world: &mut World, decisions: impl IntoIterator<Item = Decision>) -> Arc<Snapshot> {
    world.apply(Event::Decided(Arc::new(Decisions::new(decisions))));
    world.snapshot()
}

fn same(kind: EntityKind, one: &str, other: &str) -> Decision {
    Decision::Same { kind, one: one.into(), other: other.into() }
}

fn not_same(kind: EntityKind, one: &str, other: &str) -> Decision {
    Decision::NotSame { kind, one: one.into(), other: other.into() }
}

#[test]
fn names_that_share_nothing_are_one_where_the_analyst_says_so() {
    let mut world = folder(&ARTICLES).world();
    let before = world.snapshot();
    let snapshot = decide(&mut world, [same(EntityKind::Person, "anna lund", "ann weber")]);
    assert_eq!(entity_of(&snapshot, 2, "Anna Lund"), entity_of(&snapshot, 0, "Ann Weber"));
    assert_ne!(
        entity_of(&before, 2, "Anna Lund"),
        entity_of(&before, 0, "Ann Weber"),
        "an old snapshot stays"
    );
    let entity = snapshot.entities().iter().find(|entity| &*entity.id == "person:ann-weber").cloned();
    let entity = entity.unwrap_or_else(|| panic!("{:?}", entities(&snapshot)));
    assert!(entity.links.iter().any(|link| link.reason == LinkReason::Analyst), "{:?}", entity.links);
    let mentions = snapshot.mentions_of(&entity, &Default::default()).expect("not cancelled");
    assert_eq!(mentions.len(), 5, "Ann Weber, Weber, Weber and Weber, Anna Lund");
    let snapshot = decide(&mut world, []);
    assert_eq!(entities(&snapshot), entities(&before), "a decision can be taken back");
}

#[test]
fn a_bare_name_is_somebody_else_where_the_analyst_says_so() {
    let mut world = folder(&ARTICLES).world();
    assert_eq!(entity_of(&world.snapshot(), 1, "Weber").as_deref(), Some("person:ann-weber"));
    let snapshot = decide(&mut world, [not_same(EntityKind::Person, "weber", "ann weber")]);
    assert_eq!(entity_of(&snapshot, 1, "Weber").as_deref(), Some("person:weber"));
    assert_eq!(
        entity_of(&snapshot, 0, "Weber").as_deref(),
        Some("person:ann-weber"),
        "its own article says so"
    );
}

#[test]
fn a_name_is_of_the_kind_that_the_analyst_says() {
    let mut world = folder(&ARTICLES).world();
    let is_a = Decision::IsA { name: "lomas coastal board".into(), kind: EntityKind::Person };
    let snapshot = decide(&mut world, [is_a.clone()]);
    assert_eq!(entity_of(&snapshot, 2, "Lomas Coastal Board").as_deref(), Some("person:lomas-coastal-board"));
    let snapshot = decide(&mut world, [is_a, same(EntityKind::Person, "anna lund", "lomas coastal board")]);
    assert_eq!(entity_of(&snapshot, 2, "Lomas Coastal Board"), entity_of(&snapshot, 2, "Anna Lund"));
}

#[test]
fn what_is_no_name_names_nothing() {
    let mut world = folder(&ARTICLES).world();
    let snapshot = decide(&mut world, [Decision::NotAName { name: "karesh".into() }]);
    assert_eq!(entity_of(&snapshot, 0, "Karesh"), None);
    // What somebody of that name did is still told.
    let named = |line: &&String| !line.starts_with("event:") && line.contains("karesh");
    assert!(!entities(&snapshot).iter().any(|line| named(&line)), "{:?}", entities(&snapshot));
}

#[test]
fn decisions_in_any_order_are_equal_and_chain() {
    let chain = [
        same(EntityKind::Person, "c", "b"),
        same(EntityKind::Person, "a", "b"),
        same(EntityKind::Person, "d", "c"),
        not_same(EntityKind::Person, "d", "x"),
    ];
    let forth = Decisions::new(chain.clone());
    assert_eq!(forth, Decisions::new(chain.into_iter().rev()));
    assert_eq!(forth.class(EntityKind::Person, "d"), Some("a"));
    assert_eq!(forth.class(EntityKind::Place, "d"), None);
    assert!(forth.are_apart(EntityKind::Person, "a", "x") && !forth.are_apart(EntityKind::Person, "a", "d"));
}

proptest! {
    #[test]
    fn any_decisions_are_equal_in_any_order(pairs in prop::collection::vec((0u8..6, 0u8..6, any::<bool>()), 0..8)) {
        let name = |number: u8| format!("name {number}");
        let decisions: Vec<Decision> = pairs
            .iter()
            .map(|&(one, other, is_same)| {
                let decision = if is_same { same } else { not_same };
                decision(EntityKind::Person, &name(one), &name(other))
            })
            .collect();
        let forth = Decisions::new(decisions.clone());
        prop_assert_eq!(&forth, &Decisions::new(decisions.iter().rev().cloned()));
        for &(one, other, is_same) in &pairs {
            let (one, other) = (name(one), name(other));
            let class = |name: &str| forth.class(EntityKind::Person, name).map(str::to_owned);
            prop_assert!(!is_same || class(&one) == class(&other));
            prop_assert!(!is_same || !forth.are_apart(EntityKind::Person, &one, &other));
        }
    }
}
