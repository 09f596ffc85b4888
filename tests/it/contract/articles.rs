//! The five real articles that this project began from, where they lie beside it.
#![expect(clippy::disallowed_methods, reason = "finds and reads the articles")]

use std::path::PathBuf;

use serde_json::Value;

use super::list;
use crate::cli::run_in;

/// The folder of the articles; `None`, saying so, where it is absent.
fn articles() -> Option<PathBuf> {
    let shared = std::env::var_os("DATELINE_SHARED").map(PathBuf::from);
    let folder = shared
        .unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"))
        .join("articles");
    if !folder.is_dir() {
        println!("skipped: {} is absent", folder.display());
        return None;
    }
    Some(folder)
}

fn entities(folder: &std::path::Path) -> Value {
    serde_json::from_str(&run_in(folder, &["entities", ".", "--format", "json"]).out).unwrap()
}

/// The id of the entity that has this spelling.
fn id(entities: &Value, spelling: &str) -> String {
    let has = |entity: &&Value| {
        entity["name"] == spelling || list(entity, "aliases").iter().any(|alias| alias == spelling)
    };
    let found: Vec<&str> =
        list(entities, "entities").iter().filter(has).map(|one| one["id"].as_str().unwrap()).collect();
    assert_eq!(found.len(), 1, "{spelling}: {found:?}");
    found[0].to_owned()
}

#[test]
fn every_spelling_leads_to_one_person_or_body() {
    let Some(folder) = articles() else { return };
    let entities = entities(&folder);
    for same in [
        &["Sedat Onal", "Sedat Önal", "Önal"][..],
        &["Tayyip Erdogan", "Recep Tayyip Erdoğan", "Recep Tayyip Erdogan", "Erdogan"],
        &["Sergey Lavrov", "Sergei Lavrov", "Lavrov"],
        &["Bashar al-Assad", "Bashar Assad"],
        &["GNA", "Government of National Accord"],
        &["LNA", "Libyan National Army"],
        &["Khalifa Haftar", "Haftar"],
        &["Maria Zakharova", "Zakharova"],
    ] {
        let ids: Vec<String> = same.iter().map(|spelling| id(&entities, spelling)).collect();
        assert!(ids.windows(2).all(|pair| pair[0] == pair[1]), "{same:?} {ids:?}");
    }
    let distinct = ["Sergey Lavrov", "Sergey Vershinin", "Sedat Onal", "Vladimir Putin", "GNA", "LNA"];
    let mut ids: Vec<String> = distinct.iter().map(|spelling| id(&entities, spelling)).collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), distinct.len());
}

#[test]
fn nothing_is_read_in_the_tail() {
    let Some(folder) = articles() else { return };
    let entities = entities(&folder);
    let path = "003_08a8ba2b50778ad7.txt";
    let text = std::fs::read_to_string(folder.join(path)).unwrap();
    let tail = text[..text.find("MOST POPULAR").unwrap()].chars().count() as u64;
    for entity in list(&entities, "entities") {
        for mention in list(entity, "mentions")
            .iter()
            .filter(|mention| mention["path"].as_str().unwrap().ends_with(path))
        {
            assert!(mention["end"].as_u64().unwrap() <= tail, "{} {mention}", entity["id"]);
        }
    }
}

#[test]
fn publication_dates_are_those_that_the_articles_state() {
    let Some(folder) = articles() else { return };
    let done = run_in(&folder, &["extract", "."]);
    let published: Vec<Option<String>> = done
        .out
        .lines()
        .map(|line| {
            let article: Value = serde_json::from_str(line).unwrap();
            article["published"]["value"].as_str().map(str::to_owned)
        })
        .collect();
    let stated = [Some("2019-12-24"), None, Some("2020-02-20"), Some("2020-02-18"), Some("2020-09-16")];
    assert_eq!(published, stated.map(|date| date.map(str::to_owned)));
}

#[test]
fn real_articles_raise_no_alarm() {
    let Some(folder) = articles() else { return };
    let done = run_in(&folder, &["check", ".", "--format", "json", "--fail-on", "hint"]);
    let found: Value = serde_json::from_str(&done.out).unwrap();
    assert_eq!(found["articles"], 5);
    assert_eq!(list(&found, "diagnostics").len(), 0, "{found}");
    assert_eq!(done.status, 0);
}
