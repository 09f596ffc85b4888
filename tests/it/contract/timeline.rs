//! `dateline timeline`: the contract's shape, over the sample.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{list, run, slice};

fn timeline(arguments: &[&str]) -> String {
    run(&[&["timeline", "--format", "json"], arguments].concat()).out
}

#[test]
fn the_shape_is_the_contracts() {
    let found: Value = serde_json::from_str(&timeline(&["seeds"])).unwrap();
    assert_eq!(found["version"], 1);
    let events = list(&found, "events");
    assert!(!events.is_empty());
    let mut days = Vec::new();
    for event in events {
        let value = event["value"].as_str().unwrap();
        let precision = event["precision"].as_str().unwrap();
        let fits = match precision {
            "day" => value.len() == 10,
            "week" => value.contains("-W"),
            "month" => value.len() == 7,
            "year" => value.len() == 4,
            "range" => value.contains('/'),
            other => panic!("{other}"),
        };
        assert!(fits, "{event}");
        assert!(!event["label"].as_str().unwrap().is_empty());
        for participant in list(event, "participants") {
            assert!(participant.as_str().unwrap().contains(':'), "{event}");
        }
        assert!(!list(event, "sources").is_empty(), "{event}");
        // Days stand in their order; a week's number says nothing to the order of letters.
        if precision == "day" {
            days.push(value.to_owned());
        }
    }
    assert!(days.is_sorted(), "{days:?}");
}

#[test]
#[expect(clippy::disallowed_methods, reason = "reads the sample")]
fn a_quotation_is_the_text_between_its_offsets() {
    let found: Value = serde_json::from_str(&timeline(&["seeds"])).unwrap();
    let mut checked = 0;
    for source in list(&found, "events").iter().flat_map(|event| list(event, "sources")) {
        let path = source["path"].as_str().unwrap();
        // A page is quoted as it is read, without its markup.
        if !path.ends_with(".txt") {
            continue;
        }
        let bytes = std::fs::read(path).unwrap();
        // Offsets count code points of what is decoded; the sample's other encodings are tested in `offsets`.
        let Ok(text) = String::from_utf8(bytes) else { continue };
        let text = text.trim_start_matches('\u{feff}');
        assert_eq!(slice(text, source), source["quote"].as_str().unwrap(), "{source}");
        checked += 1;
    }
    assert!(checked > 10, "{checked}");
}

#[test]
fn the_order_of_the_arguments_changes_nothing() {
    let paths = ["seeds/000_moscow-call.txt", "seeds/003_second-round.txt", "seeds/brief.md"];
    let forwards = timeline(&paths);
    let backwards = timeline(&[paths[2], paths[1], paths[0]]);
    assert_eq!(forwards, backwards);
    assert_eq!(timeline(&[paths[0], paths[1], paths[2], paths[1]]), forwards, "a file named twice");
}

#[test]
fn ids_are_those_of_extract_and_entities() {
    let timeline: Value = serde_json::from_str(&timeline(&["seeds"])).unwrap();
    let entities: Value = serde_json::from_str(&run(&["entities", "seeds", "--format", "json"]).out).unwrap();
    let extract = run(&["extract", "seeds"]).out;
    let id = |entity: &Value| entity["id"].as_str().unwrap().to_owned();
    let known: BTreeSet<String> = list(&entities, "entities").iter().map(id).collect();
    let articles: Vec<Value> = extract.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let told: BTreeSet<String> =
        articles.iter().flat_map(|article| list(article, "entities")).map(id).collect();
    for event in list(&timeline, "events") {
        assert!(known.contains(&id(event)), "{event}");
        assert!(told.contains(&id(event)), "{event}");
    }
}

#[test]
fn timeline_over_the_sample() {
    insta::assert_snapshot!(run(&["timeline", "seeds"]).out);
}
