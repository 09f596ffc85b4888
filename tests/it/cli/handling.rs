//! Suppressing, baselines, explanations, caps: what happens to findings.
#![expect(clippy::disallowed_methods, reason = "these tests look at the files that the program writes")]

use serde_json::{Value, json};

use crate::cli::{Done, Folder};

const WRONG: &str = "Ankara and Moscow agreed on 31 November 2019 to go on talking.\n";

/// An article with one mistake, and a draft with another.
fn folder() -> Folder {
    Folder::with(&[
        ("articles/a.txt", WRONG.as_bytes()),
        ("draft.md", b"# Draft\n\nThey met on Tuesday, February 20, 2020, in Karesh.\n"),
    ])
}

fn found(done: &Done) -> Vec<Value> {
    done.json()["diagnostics"].as_array().unwrap().clone()
}

fn check(folder: &Folder, arguments: &[&str]) -> Done {
    folder.run(&[&["check", ".", "--format", "json"], arguments].concat())
}

fn fingerprints(done: &Done) -> Vec<String> {
    found(done).iter().map(|one| one["fingerprint"].as_str().unwrap().to_owned()).collect()
}

/// The line that suppresses the article's finding.
fn line(folder: &Folder, reason: &str) -> String {
    let fingerprint = fingerprints(&check(folder, &[]))[0].clone();
    let line = json!({ "fingerprint": fingerprint, "code": "impossible-date", "path": "articles/a.txt",
        "quote": "31 November 2019", "reason": reason, "added": "2025-02-18" });
    format!("{line}\n")
}

const FILE: &str = ".dateline/suppressions.jsonl";

#[test]
fn a_fingerprint_stays_while_the_words_stay() {
    let folder = folder();
    let before = fingerprints(&check(&folder, &[]));
    assert_eq!(before.len(), 2);
    assert_ne!(before[0], before[1]);
    // Words above and behind, other line ends, another name, other capitals.
    std::fs::remove_file(folder.path().join("articles/a.txt")).unwrap();
    let moved = format!("A line above.\n\n{}\nOne below.\n", WRONG.replace("31 November", "31  NOVEMBER"));
    folder.write("articles/z.txt", moved.replace('\n', "\r\n").as_bytes());
    assert_eq!(fingerprints(&check(&folder, &[])), before);
    folder.write("articles/z.txt", WRONG.replace("31", "32").as_bytes());
    assert_ne!(fingerprints(&check(&folder, &[]))[0], before[0]);
}

#[test]
fn equal_findings_of_one_file_are_told_apart_by_their_number() {
    let folder = Folder::with(&[("a.txt", [WRONG, WRONG, WRONG].join("\n").as_bytes())]);
    let three = fingerprints(&check(&folder, &[]));
    assert_eq!(three.len(), 3);
    assert!(three[0] != three[1] && three[1] != three[2] && three[0] != three[2], "{three:?}");
    let other = Folder::with(&[("b.txt", WRONG.as_bytes())]);
    assert_eq!(fingerprints(&check(&other, &[])), three[..1]);
}

#[test]
fn a_line_in_the_file_suppresses_an_articles_finding() {
    let folder = folder();
    folder.write("dateline.toml", b"[checks]\nweekday-mismatch = \"off\"\n");
    assert_eq!(check(&folder, &[]).status, 1);
    let line = line(&folder, "the original has it so");
    folder.write(FILE, line.as_bytes());
    // The same from every place and for every way to name the file.
    for (inside, paths) in [
        ("", &["."][..]),
        ("", &["articles/a.txt"]),
        ("articles", &["a.txt"]),
        ("articles", &["../articles"]),
    ] {
        let arguments = [&["check", "--format", "json"], paths].concat();
        let done = crate::cli::run_in(&folder.path().join(inside), &arguments);
        assert_eq!((done.status, done.err.as_str()), (0, ""), "{paths:?}: {}", done.out);
        let found = found(&done);
        assert_eq!(found.len(), 1, "{paths:?}: {}", done.out);
        assert_eq!(found[0]["suppressed"], json!({ "by": "file", "reason": "the original has it so" }));
    }
    let text = folder.run(&["check", "."]).out;
    assert_eq!(text, "Nothing found in 2 articles (1 suppressed)\n");
    assert_eq!(folder.run(&["check", ".", "--format", "github"]).out, "");
    // A copy under another name is another finding; the same file under another name is not.
    folder.write("articles/b.txt", WRONG.as_bytes());
    assert_eq!(check(&folder, &[]).status, 1);
    std::fs::remove_file(folder.path().join("articles/a.txt")).unwrap();
    assert_eq!(check(&folder, &[]).status, 0);
}

#[test]
fn a_line_that_suppresses_nothing_or_says_no_reason_is_reported_at_its_place() {
    let folder = folder();
    let (good, silent) = (line(&folder, "r"), line(&folder, " "));
    let gone = good
        .replace("articles/a.txt", "gone.txt")
        .replace("\"fingerprint\":\"", "\"fingerprint\":\"0")
        .replacen("0", "", 0);
    let gone = gone.replace(&fingerprints(&check(&folder, &[]))[0], "fedcba987654321");
    folder.write(FILE, format!("\n{silent}{gone}").as_bytes());
    let done = check(&folder, &[]);
    let stale: Vec<Value> =
        found(&done).into_iter().filter(|one| one["code"] == "stale-suppression").collect();
    assert_eq!(stale.len(), 2, "{}", done.out);
    for (stale, line, words) in [(&stale[0], 2, "Say why"), (&stale[1], 3, "Nothing left to suppress")] {
        assert_eq!((&stale["path"], &stale["line"]), (&json!(format!("./{FILE}")), &json!(line)));
        assert_eq!(stale["severity"], "hint");
        assert!(stale["message"].as_str().unwrap().starts_with(words), "{stale}");
    }
    // Only where the file that a line speaks of was looked at.
    let done = folder.run(&["check", "draft.md", "--format", "json"]);
    assert_eq!(found(&done).len(), 1, "{}", done.out);
    let done = folder.run(&["check", "."]);
    assert!(done.out.contains(".dateline/suppressions.jsonl:3:1"), "{}", done.out);
}

#[test]
fn a_damaged_line_is_said_and_the_others_hold() {
    let folder = folder();
    let line = line(&folder, "r");
    folder.write(FILE, format!("{{\"finger\n{line}").as_bytes());
    let done = folder.run(&["check", "articles", "--format", "json"]);
    assert_eq!(done.status, 0, "{}", done.out);
    assert!(
        done.err.starts_with("dateline: .dateline/suppressions.jsonl:1: this line is no suppression"),
        "{}",
        done.err
    );
    assert_eq!(done.err.lines().count(), 1);
}

#[test]
fn a_comment_suppresses_in_a_draft_and_nowhere_else() {
    let text =
        "They met on Tuesday, February 20, 2020. <!-- dateline-ignore weekday-mismatch: as printed -->\n";
    let folder = Folder::with(&[("draft.md", text.as_bytes()), ("article.html", text.as_bytes())]);
    let done = check(&folder, &[]);
    assert_eq!(done.status, 1);
    let found = found(&done);
    assert_eq!(found.len(), 2, "{}", done.out);
    assert_eq!(found[0].get("suppressed"), None, "an article");
    assert_eq!(found[1]["suppressed"], json!({ "by": "comment", "reason": "as printed" }));
    assert_eq!(folder.run(&["check", "draft.md"]).status, 0);
}

#[test]
fn a_baseline_makes_an_old_folder_quiet() {
    let folder = folder();
    let written = check(&folder, &["--write-baseline", "known.json"]);
    assert_eq!(written.status, 0, "{written:?}");
    let bytes = std::fs::read(folder.path().join("known.json")).unwrap();
    let states = |done: &Done| -> Vec<String> {
        found(done).iter().map(|one| one["baseline"].as_str().unwrap().to_owned()).collect()
    };
    let quiet = check(&folder, &["--baseline", "known.json"]);
    assert_eq!((quiet.status, states(&quiet)), (0, vec!["unchanged".to_owned(); 2]));
    let text = folder.run(&["check", ".", "--baseline", "known.json"]).out;
    assert_eq!(text, "Nothing found in 2 articles (2 known from the baseline)\n");
    // Moved is known; a copy of it is new; what is mended is gone.
    std::fs::rename(folder.path().join("articles/a.txt"), folder.path().join("articles/m.txt")).unwrap();
    assert_eq!(states(&check(&folder, &["--baseline", "known.json"])), ["unchanged"; 2]);
    folder.write("articles/n.txt", WRONG.as_bytes());
    let new = check(&folder, &["--baseline", "known.json"]);
    assert_eq!(
        (new.status, states(&new)),
        (1, ["unchanged", "new", "unchanged"].map(str::to_owned).to_vec())
    );
    folder.write("draft.md", b"# Draft\n\nThey met.\n");
    std::fs::remove_file(folder.path().join("articles/n.txt")).unwrap();
    let sarif = folder.run(&["check", ".", "--baseline", "known.json", "--format", "sarif"]);
    let results = sarif.json()["runs"][0]["results"].as_array().unwrap().clone();
    let states: Vec<_> = results.iter().map(|one| one["baselineState"].as_str().unwrap()).collect();
    assert_eq!((sarif.status, &*states), (0, &["unchanged", "absent"][..]));
    // What was not looked at is not gone.
    let sarif = folder.run(&["check", "articles", "--baseline", "known.json", "--format", "sarif"]);
    assert_eq!(sarif.json()["runs"][0]["results"].as_array().unwrap().len(), 1);
    // The same findings, the same bytes.
    assert_eq!(std::fs::read(folder.path().join("known.json")).unwrap(), bytes);
}

#[test]
fn a_baseline_that_cannot_be_read_stops_the_call() {
    let folder = folder();
    folder.write("broken.json", b"{\"version\": 1");
    folder.write("later.json", b"{\"version\": 2, \"findings\": []}");
    for file in ["none.json", "broken.json", "later.json"] {
        let done = check(&folder, &["--baseline", file]);
        assert_eq!((done.status, done.out.as_str()), (2, ""), "{file}");
        assert!(done.err.starts_with(&format!("dateline: {file}: ")), "{}", done.err);
    }
    assert_eq!(check(&folder, &["--write-baseline", "no/such/folder.json"]).status, 2);
}

#[test]
fn sarif_carries_fingerprints_suppressions_ranks_and_the_manual() {
    let folder = folder();
    let line = line(&folder, "r");
    folder.write(FILE, line.as_bytes());
    let done = folder.run(&["check", ".", "--format", "sarif"]);
    let run = done.json()["runs"][0].clone();
    for rule in run["tool"]["driver"]["rules"].as_array().unwrap() {
        for member in ["shortDescription", "fullDescription", "help"] {
            assert!(!rule[member]["text"].as_str().unwrap().is_empty(), "{member} of {rule}");
        }
    }
    let results = run["results"].as_array().unwrap();
    let json = found(&check(&folder, &[]));
    assert_eq!(results.len(), json.len());
    for (result, diagnostic) in results.iter().zip(&json) {
        assert_eq!(result["partialFingerprints"]["datelineFinding/v1"], diagnostic["fingerprint"]);
        assert!(result["rank"].as_f64().unwrap() >= 25.0);
        assert_eq!(result.get("baselineState"), None);
    }
    assert_eq!(
        results[0]["suppressions"][0],
        json!({ "kind": "external", "status": "accepted", "justification": "r" })
    );
    assert_eq!(results[1]["suppressions"], json!([]));
}

#[test]
fn explain_says_the_findings_at_a_place_with_their_steps() {
    let folder = folder();
    let done = folder.run(&["explain", "draft.md:3:15"]);
    assert_eq!((done.status, done.err.as_str()), (0, ""));
    assert!(
        done.out.starts_with("error[weekday-mismatch]: 20 February 2020 falls on a Thursday"),
        "{}",
        done.out
    );
    assert!(done.out.contains("1. “Tuesday, February 20, 2020” is read as 2020-02-20"), "{}", done.out);
    let json = folder.run(&["explain", "draft.md:3:15", "--format", "json"]).json();
    let finding = &json["findings"][0];
    let checked = &found(&check(&folder, &[]))[1];
    for member in ["code", "message", "severity", "fingerprint", "start", "end", "text"] {
        assert_eq!(finding[member], checked[member], "{member}");
    }
    assert!(finding["steps"].as_array().unwrap().len() == 1 && json["date"].is_string(), "{json}");
    assert_eq!(folder.run(&["explain", "draft.md:1:1"]).out, "Nothing is found at ./draft.md:1:1\n");
    // Another folder's file, from elsewhere.
    let done = crate::cli::run_in(&folder.path().join("articles"), &["explain", "../draft.md:3:15"]);
    assert!(done.out.contains("weekday-mismatch"), "{done:?}");
    for place in ["draft.md", "draft.md:3", "draft.md:0:1", "draft.md:3:x", "draft.md:99:1", "gone.md:1:1"] {
        let done = folder.run(&["explain", place]);
        assert_eq!((done.status, done.out.as_str()), (2, ""), "{place}");
    }
}

#[test]
fn explain_gives_the_manual_of_a_check() {
    let folder = Folder::with(&[]);
    let done = folder.run(&["explain", "--check", "weekday-mismatch"]);
    assert_eq!(done.status, 0);
    assert!(done.out.contains("A weekday that does not fit the date written with it"), "{}", done.out);
    assert_eq!(folder.run(&["explain", "--check", "no-such-check"]).status, 2);
}

#[test]
fn of_one_file_the_worst_findings_are_shown_and_the_rest_counted() {
    let mut text = "On 31 November 2019 they met. ".repeat(25);
    text.push_str("They met on Tuesday, February 20, 2020.\n");
    let folder = Folder::with(&[("a.txt", text.as_bytes())]);
    folder.write("dateline.toml", b"[checks]\nweekday-mismatch = \"error\"\n");
    let done = folder.run(&["check", "."]);
    assert_eq!(done.out.matches("[impossible-date]").count(), 19, "{}", done.out);
    assert_eq!(done.out.matches("[weekday-mismatch]").count(), 1, "the worst, though it comes last");
    assert!(done.out.contains("./a.txt: 6 more in this file"), "{}", done.out);
    assert!(done.out.ends_with("1 error, 25 warnings in 1 article\n"), "{}", done.out);
    assert_eq!(found(&check(&folder, &[])).len(), 26, "programs get all");
    folder.write("dateline.toml", b"max-findings = 0\n");
    assert_eq!(folder.run(&["check", "."]).out.matches("[impossible-date]").count(), 25);
}

#[test]
fn drafts_are_named_by_settings_or_undated_markdown() {
    let folder = Folder::with(&[
        ("drafts/a.txt", WRONG.as_bytes()),
        ("b.md", WRONG.as_bytes()),
        ("2020-02-18-c.md", WRONG.as_bytes()),
        ("d.txt", WRONG.as_bytes()),
        ("dateline.toml", b"drafts = [\"drafts/\"]\n"),
    ]);
    let severities: Vec<(String, String)> = found(&check(&folder, &[]))
        .iter()
        .map(|one| (one["path"].as_str().unwrap().to_owned(), one["severity"].as_str().unwrap().to_owned()))
        .collect();
    let wanted = [
        ("./2020-02-18-c.md", "warning"),
        ("./b.md", "error"),
        ("./d.txt", "warning"),
        ("./drafts/a.txt", "error"),
    ];
    assert_eq!(severities, wanted.map(|(path, severity)| (path.to_owned(), severity.to_owned())));
}

#[test]
fn every_format_gives_the_same_bytes_in_any_order_of_files() {
    let folder = folder();
    folder.write("articles/b.txt", WRONG.as_bytes());
    check(&folder, &["--write-baseline", "known.json"]);
    folder.write("articles/c.txt", WRONG.as_bytes());
    for format in ["json", "sarif", "text", "github"] {
        let outputs =
            [["articles/a.txt", "articles", "draft.md"], ["draft.md", "articles", "articles/a.txt"]].map(
                |paths| {
                    let arguments = ["check", "--format", format, "--baseline", "known.json"];
                    folder.run(&[&arguments[..], &paths].concat()).out
                },
            );
        assert!(!outputs[0].is_empty(), "{format}");
        assert_eq!(outputs[0], outputs[1], "{format}");
    }
}

#[test]
fn suppressions_give_the_same_bytes_in_any_order() {
    let folder = folder();
    let line = line(&folder, "r");
    let other = line.replace("\"r\"", "\"s\"").replace("a.txt", "gone.txt");
    let formats = ["json", "sarif", "text", "github"];
    let outputs = |text: String| {
        folder.write(FILE, text.as_bytes());
        formats.map(|format| folder.run(&["check", "articles", "draft.md", "--format", format]).out)
    };
    assert_eq!(outputs(format!("{line}{other}")), outputs(format!("{other}{line}")));
}

/// An article that nothing dates.
const UNDATED: &str =
    "Talks end\n\nAnkara and Moscow signed a memorandum on Monday, and will meet on May 9.\n";

#[test]
fn the_analyst_says_when_an_article_appeared() {
    let folder = Folder::with(&[("articles/a.txt", UNDATED.as_bytes()), ("b.txt", UNDATED.as_bytes())]);
    let extracted = |folder: &Folder, path: &str| -> Value {
        let done = folder.run(&["extract", "."]);
        done.lines().into_iter().find(|one| one["path"].as_str().unwrap().ends_with(path)).unwrap()
    };
    assert_eq!(extracted(&folder, "a.txt")["published"], Value::Null);
    folder
        .write(".dateline/published.jsonl", b"{\"path\":\"articles/a.txt\",\"published\":\"2031-05-06\"}\n");
    let dated = extracted(&folder, "a.txt");
    assert_eq!(dated["published"]["value"], "2031-05-06");
    assert_eq!(dated["published"]["source"], "annotation");
    assert_eq!(dated["dates"][0]["value"], "2031-05-05");
    assert_eq!(extracted(&folder, "b.txt")["published"], Value::Null);
    // A folder inside, and the file itself.
    for path in ["articles", "articles/a.txt"] {
        let done = folder.run(&["extract", path]);
        assert_eq!(done.lines()[0]["published"]["value"], "2031-05-06", "{path}");
    }
    // The command line's word comes before it.
    let done = folder.run(&["extract", "articles/a.txt", "--published", "2030-01-01"]);
    assert_eq!(done.lines()[0]["published"]["value"], "2030-01-01");
}

#[test]
fn a_damaged_line_on_a_day_is_said_and_costs_no_other() {
    let folder = Folder::with(&[("a.txt", UNDATED.as_bytes())]);
    folder.write(
        ".dateline/published.jsonl",
        b"{\"path\":\"a.txt\",\"published\":\"2031-02-30\"}\n{\"path\":\"a.txt\",\"published\":\"2031-05-06\"}\n",
    );
    let done = folder.run(&["extract", "."]);
    assert_eq!(done.lines()[0]["published"]["value"], "2031-05-06");
    assert!(done.err.contains("published.jsonl:1: this line says no day"), "{}", done.err);
}
