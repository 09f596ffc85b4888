//! Keys, their order, the order of results, ids.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::cli::{Done, Folder};
use crate::contract::{list, run};

/// The keys of an object, sorted.
fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

/// Asserts that these keys follow one another in the text, in this order, from where the first stands.
fn in_order(text: &str, keys: &[&str]) {
    let mut rest = text;
    for key in keys {
        let at =
            rest.find(&format!("\"{key}\":")).unwrap_or_else(|| panic!("{key} is not in its place: {text}"));
        rest = &rest[at..];
    }
}

#[test]
fn check_has_exactly_the_keys_of_the_contract() {
    let done = run(&["check", "seeds", "--format", "json"]);
    assert_eq!(done.out.lines().count(), 1);
    let report = done.json();
    assert_eq!(keys(&report), ["articles", "diagnostics", "version"]);
    assert_eq!(report["version"], 1);
    // The fingerprint is a field of our own: the contract lets it be added.
    let wanted = [
        "path",
        "start",
        "end",
        "line",
        "column",
        "text",
        "severity",
        "code",
        "message",
        "related",
        "fingerprint",
    ];
    for diagnostic in list(&report, "diagnostics") {
        let mut sorted = wanted;
        sorted.sort_unstable();
        assert_eq!(keys(diagnostic), sorted);
        for related in list(diagnostic, "related") {
            assert_eq!(keys(related), ["column", "end", "line", "message", "path", "start", "text"]);
        }
    }
    in_order(&done.out, &["version", "articles", "diagnostics"]);
    if !list(&report, "diagnostics").is_empty() {
        in_order(&done.out, &wanted);
    }
}

#[test]
fn extract_has_exactly_the_keys_of_the_contract() {
    let done = run(&["extract", "seeds"]);
    for (line, article) in done.out.lines().zip(done.lines()) {
        assert_eq!(keys(&article), ["dates", "entities", "path", "published", "title"]);
        in_order(line, &["path", "title", "published", "dates", "entities"]);
        assert!(article["title"].is_string() || article["title"].is_null());
        if !article["published"].is_null() {
            assert_eq!(keys(&article["published"]), ["end", "source", "start", "value"]);
        }
        for date in list(&article, "dates") {
            assert_eq!(keys(date), ["anchor", "end", "start", "text", "type", "value"]);
            assert!(["DATE", "TIME", "DURATION", "SET"].contains(&date["type"].as_str().unwrap()));
            assert!(["published", "previous", "none"].contains(&date["anchor"].as_str().unwrap()));
        }
        for entity in list(&article, "entities") {
            let mut wanted = vec!["end", "id", "kind", "role", "start", "text"];
            wanted.retain(|key| *key != "role" || entity.get("role").is_some());
            assert_eq!(keys(entity), wanted);
            let role = entity.get("role");
            assert!(role.is_none_or(|role| role.as_str().is_some_and(|role| !role.is_empty())));
        }
    }
}

#[test]
fn entities_have_exactly_the_keys_of_the_contract() {
    let done = run(&["entities", "seeds", "--format", "json"]);
    let report = done.json();
    assert_eq!(keys(&report), ["entities", "version"]);
    for entity in list(&report, "entities") {
        // Fields of our own: the contract lets them be added.
        let mut wanted = vec!["aliases", "country", "id", "kind", "mentions", "name", "roles", "subtype"];
        wanted.retain(|key| !["country", "subtype"].contains(key) || entity.get(key).is_some());
        assert_eq!(keys(entity), wanted);
        assert!(!list(entity, "mentions").is_empty());
        for role in list(entity, "roles") {
            assert_eq!(keys(role), ["from", "mentions", "of", "role", "to"]);
        }
        for mention in list(entity, "mentions") {
            assert_eq!(keys(mention), ["column", "end", "line", "path", "start", "text"]);
        }
    }
    if !list(&report, "entities").is_empty() {
        in_order(&done.out, &["version", "entities", "id", "kind", "name", "aliases", "roles", "mentions"]);
    }
    let lines = run(&["entities", "seeds", "--format", "jsonl"]).lines();
    assert_eq!(lines, list(&report, "entities"));
}

#[test]
fn entities_come_by_kind_and_id_and_their_mentions_by_place() {
    let report = run(&["entities", "seeds", "--format", "json"]).json();
    let order = ["person", "organization", "place", "agreement", "event"];
    let ids: Vec<(usize, &str)> = list(&report, "entities")
        .iter()
        .map(|entity| {
            let kind = order.iter().position(|kind| entity["kind"] == *kind).unwrap();
            (kind, entity["id"].as_str().unwrap())
        })
        .collect();
    assert!(ids.is_sorted_by(|one, other| one < other), "sorted, none twice");
    for entity in list(&report, "entities") {
        let places = list(entity, "mentions").iter();
        let places: Vec<(&str, u64)> =
            places.map(|one| (one["path"].as_str().unwrap(), one["start"].as_u64().unwrap())).collect();
        assert!(places.is_sorted_by(|one, other| one < other), "{entity}");
    }
    for kind in order {
        let some = run(&["entities", "seeds", "--format", "json", "--kind", kind]).json();
        let wanted: Vec<&Value> =
            list(&report, "entities").iter().filter(|one| one["kind"] == kind).collect();
        assert_eq!(list(&some, "entities").iter().collect::<Vec<_>>(), wanted, "{kind}");
    }
}

#[test]
fn extract_and_entities_give_the_same_mentions_the_same_ids() {
    type Mentions = BTreeMap<(String, u64, u64), (String, String)>;
    let place = |path: &Value, mention: &Value| {
        let offset = |name: &str| mention[name].as_u64().unwrap();
        (path.as_str().unwrap().to_owned(), offset("start"), offset("end"))
    };
    let words = |id: &Value, mention: &Value| {
        (id.as_str().unwrap().to_owned(), mention["text"].as_str().unwrap().to_owned())
    };
    let extracted: Mentions = run(&["extract", "seeds"])
        .lines()
        .iter()
        .flat_map(|article| {
            let mentions = list(article, "entities").iter();
            mentions.map(|one| (place(&article["path"], one), words(&one["id"], one))).collect::<Vec<_>>()
        })
        .collect();
    let report = run(&["entities", "seeds", "--format", "json"]).json();
    let listed: Mentions = list(&report, "entities")
        .iter()
        .flat_map(|entity| {
            list(entity, "mentions").iter().map(|one| (place(&one["path"], one), words(&entity["id"], one)))
        })
        .collect();
    assert_eq!(extracted, listed);
}

#[test]
fn the_same_input_gives_the_same_bytes_in_any_order_of_arguments() {
    let orders: [&[&str]; 3] =
        [&["seeds"], &["seeds/brief.md", "seeds"], &["./seeds", "seeds/007_moscow-protocol.html", "seeds"]];
    let all =
        |command: &str, paths: &[&str]| -> Done { run(&[&[command, "--format", "json"], paths].concat()) };
    for command in ["check", "entities"] {
        let once = all(command, orders[0]);
        assert_eq!(once.out, all(command, orders[0]).out, "{command}: run again");
        assert_eq!(once.out, all(command, orders[1]).out, "{command}: a file named twice");
        let mut turned = orders[2].to_vec();
        turned.reverse();
        assert_eq!(all(command, orders[2]).out, all(command, &turned).out, "{command}: turned round");
    }
}

#[test]
fn diagnostics_come_by_path_then_start_then_code() {
    let wrong = b"On 31 November 2019 and 30 February 2020, they say.\n";
    let folder = Folder::with(&[("a/b.txt", wrong), ("a-b.txt", wrong), ("z.txt", wrong), ("B.txt", wrong)]);
    let report = folder.run(&["check", "z.txt", "a", "a-b.txt", "B.txt", "--format", "json"]).json();
    let order: Vec<(&str, u64)> = list(&report, "diagnostics")
        .iter()
        .map(|one| (one["path"].as_str().unwrap(), one["start"].as_u64().unwrap()))
        .collect();
    assert!(order.is_sorted(), "{order:?}");
    assert_eq!(order.len(), 8, "{order:?}");
    assert_eq!(report["articles"], 4);
}

#[test]
fn the_option_sets_the_publication_date_over_what_the_file_says() {
    let folder = Folder::with(&[
        ("a.txt", b" date 2019-12-24 Example.com\nTalks Go On\n\nThey met on Monday.\n"),
        ("b.txt", b"They met.\n"),
    ]);
    for article in folder.run(&["extract", ".", "--published", "2020-02-18"]).lines() {
        let wanted =
            serde_json::json!({"value": "2020-02-18", "start": null, "end": null, "source": "option"});
        assert_eq!(article["published"], wanted);
    }
    let by_itself = folder.run(&["extract", "b.txt"]).lines();
    assert_eq!(by_itself[0]["published"], Value::Null);
}

#[test]
fn only_with_all_are_menus_and_teasers_read() {
    let paths = "seeds/003_second-round.txt";
    let (article, all) = (run(&["extract", paths]).lines(), run(&["extract", paths, "--all"]).lines());
    let (article, all) = (&article[0], &all[0]);
    for list_name in ["dates", "entities"] {
        let place = |one: &Value| (one["start"].as_u64(), one["end"].as_u64());
        let read: Vec<_> = list(article, list_name).iter().map(place).collect();
        let all_read: Vec<_> = list(all, list_name).iter().map(place).collect();
        assert!(all_read.len() > read.len(), "{list_name}: {} of {}", read.len(), all_read.len());
    }
    assert_eq!((&article["title"], &article["published"]), (&all["title"], &all["published"]));
}
