//! `seeds/` and the mistakes that are planted there.
#![expect(clippy::disallowed_methods, reason = "the table of the mistakes is read")]

use crate::contract::{list, run};

/// Path, line, column, words, code.
type Mistake = (String, u64, u64, String, &'static str);

#[test]
fn exactly_the_planted_mistakes_are_found() {
    let done = run(&["check", "seeds", "--format", "json"]);
    assert_eq!(done.status, 1, "{}", done.err);
    let report = done.json();
    let mut found: Vec<Mistake> = list(&report, "diagnostics")
        .iter()
        .map(|one| {
            let code = one["code"].as_str().unwrap();
            let code =
                ["impossible-date", "weekday-mismatch"].into_iter().find(|known| *known == code).unwrap();
            let words = one["text"].as_str().unwrap().to_owned();
            let place = |name: &str| one[name].as_u64().unwrap();
            (one["path"].as_str().unwrap().to_owned(), place("line"), place("column"), words, code)
        })
        .collect();
    found.sort();
    let planted = planted();
    assert_eq!(planted.len(), 6);
    assert_eq!(found, planted);
}

/// The table in `seeds/README.md`.
fn planted() -> Vec<Mistake> {
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/seeds/README.md")).unwrap();
    let rows = readme.lines().filter_map(|row| {
        let cells: Vec<&str> = row.split('|').map(|cell| cell.trim().trim_matches('`')).collect();
        let &["", file, line, column, words, kind, _, ""] = &cells[..] else { return None };
        let code = match kind {
            "a date that does not exist" => "impossible-date",
            "weekday does not fit" => "weekday-mismatch",
            _ => return None,
        };
        let number = |cell: &str| cell.parse().unwrap();
        Some((format!("seeds/{file}"), number(line), number(column), words.to_owned(), code))
    });
    let mut rows: Vec<Mistake> = rows.collect();
    rows.sort();
    rows
}
