//! What names say and what articles tie together.

use super::*;
use dateline::knowledge::entities::LinkReason;

fn reason(snapshot: &Snapshot, id: &str, form: &str) -> Option<LinkReason> {
    let entity = snapshot.entities().iter().find(|entity| &*entity.id == id)?.clone();
    entity.links.iter().find(|link| &*link.form == form).map(|link| link.reason)
}

#[test]
fn an_acronym_in_brackets_is_the_body_in_any_language_and_article() {
    let snapshot = folder(&[
        "The Northern Dawn Party (PAR) won in Karesh. The PAR said so.",
        "Envoys of the PAR met in Karesh on Monday.",
    ])
    .world()
    .snapshot();
    let id = Some("organization:northern-dawn-party".to_owned());
    assert_eq!(entity_of(&snapshot, 0, "PAR"), id);
    assert_eq!(entity_of(&snapshot, 1, "PAR"), id);
    assert_eq!(reason(&snapshot, "organization:northern-dawn-party", "par"), Some(LinkReason::SameArticle));
}

#[test]
fn two_ways_to_write_a_party_are_one_where_they_share_an_acronym() {
    let snapshot = folder(&[
        "The Lomas Labour Union (LLU) spoke in Karesh.",
        "The Lomas Labor Union Party (LLU) left Karesh. The LLU said so.",
        "The Coastal Labor Union Party (CLU) left Karesh. The CLU said so.",
    ])
    .world()
    .snapshot();
    assert_eq!(
        entity_of(&snapshot, 0, "Lomas Labour Union"),
        entity_of(&snapshot, 1, "Lomas Labor Union Party")
    );
    assert_ne!(
        entity_of(&snapshot, 0, "Lomas Labour Union"),
        entity_of(&snapshot, 2, "Coastal Labor Union Party")
    );
}

#[test]
fn a_part_of_a_bodys_name_is_that_body_where_its_article_has_no_other() {
    let snapshot = folder(&[
        "The Lima Rovers won in Karesh. Fans of the Rovers sang.",
        "The Lima Rovers met the Quito Rovers in Karesh. Fans of the Rovers sang.",
    ])
    .world()
    .snapshot();
    assert_eq!(entity_of(&snapshot, 0, "Rovers").as_deref(), Some("organization:lima-rovers"));
    assert_eq!(
        entity_of(&snapshot, 1, "Rovers").as_deref(),
        Some("organization:lima-rovers"),
        "the folder ties it to one of them alone"
    );
}

#[test]
fn a_bare_surname_of_several_means_somebody_in_its_own_article_only() {
    let apart = [
        "Ann Weber spoke in Karesh on Monday.",
        "Carl Weber spoke in Karesh on Monday.",
        "President Weber left Karesh, Weber said.",
        "Minister Weber left Lima, Weber said.",
    ];
    let snapshot = folder(&apart).world().snapshot();
    let (one, other) = (entity_of(&snapshot, 2, "Weber"), entity_of(&snapshot, 3, "Weber"));
    assert!(one.is_some() && one != other, "{one:?} {other:?}");
    let together = [apart[0], apart[2], apart[3]];
    let snapshot = folder(&together).world().snapshot();
    assert_eq!(entity_of(&snapshot, 1, "Weber").as_deref(), Some("person:ann-weber"));
    assert_eq!(reason(&snapshot, "person:ann-weber", "weber"), Some(LinkReason::OnlyBearer));
}

#[test]
fn nicknames_and_romanisations_are_one_person() {
    let snapshot = folder(&[
        "Bill Kostenko spoke in Karesh. Kostenko left.",
        "William Kostenko spoke in Karesh on Monday.",
        "Wilma Kostenko spoke in Karesh on Monday.",
    ])
    .world()
    .snapshot();
    assert_eq!(entity_of(&snapshot, 0, "Kostenko"), entity_of(&snapshot, 1, "William Kostenko"));
    assert_ne!(entity_of(&snapshot, 0, "Kostenko"), entity_of(&snapshot, 2, "Wilma Kostenko"));
}

#[test]
fn namesakes_are_decided_together_and_nobody_else() {
    let snapshot = folder(&[
        "Wang Jinhai met Li Jinhai, Ann Weber and Carl Weber in Karesh. Ann left.",
        "Ann Marsh met the Lomas Commission in Karesh. The Commission spoke.",
        "The Kelda Commission met in Karesh. The Commission spoke.",
    ])
    .world()
    .snapshot();
    for entity in snapshot.entities().iter() {
        let decided = snapshot.verdict(entity.keys[0]).entities.len();
        let namesakes = if entity.id.ends_with("-weber") { 2 } else { 1 };
        assert_eq!(decided, namesakes, "{} {:?}", entity.id, entities(&snapshot));
    }
}
