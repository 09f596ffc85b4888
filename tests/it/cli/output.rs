//! What people see, and the formats of others.

use serde_json::Value;

use crate::cli::Folder;

const WRONG: &str = "Ankara and Moscow agreed on 31 November 2019 to go on talking.\n";

#[test]
fn text_shows_the_words_and_their_place() {
    let folder = Folder::with(&[("a.txt", WRONG.as_bytes())]);
    let done = folder.run(&["check", "a.txt"]);
    assert_eq!(done.status, 1, "{done:?}");
    let lines: Vec<&str> = done.out.lines().collect();
    assert!(
        lines[0].starts_with("error[impossible-date]: ")
            || lines[0].starts_with("warning[impossible-date]: ")
    );
    assert_eq!(lines[1].trim(), "--> a.txt:1:29");
    assert_eq!(lines[3], "1 | Ankara and Moscow agreed on 31 November 2019 to go on talking.");
    assert_eq!(lines[4].trim_start_matches([' ', '|']).trim_end(), "^".repeat(16));
    assert!(done.out.ends_with("1 error in 1 article\n") || done.out.ends_with("1 warning in 1 article\n"));
    assert!(!done.out.contains('\u{1b}'), "no colours where nobody sees them");
}

#[test]
fn a_very_long_line_is_cut() {
    let article =
        format!("{} On 31 November 2019 they met. {}", "é word".repeat(20_000), "word ".repeat(20_000));
    let folder = Folder::with(&[("a.txt", article.as_bytes())]);
    let done = folder.run(&["check", "a.txt"]);
    assert_eq!(done.status, 1, "{}", done.err);
    assert!(done.out.len() < 1000, "{}", done.out.len());
    assert!(done.out.contains("… "), "{}", done.out);
    assert!(done.out.contains("--> a.txt:1:120005"), "{}", done.out);
}

#[test]
fn sarif_names_every_rule_and_its_places() {
    let folder = Folder::with(&[("über talks.txt", WRONG.as_bytes())]);
    let done = folder.run(&["check", ".", "--format", "sarif"]);
    assert_eq!(done.status, 1);
    let log = done.json();
    let run = &log["runs"][0];
    assert_eq!((&log["version"], &run["columnKind"]), (&"2.1.0".into(), &"unicodeCodePoints".into()));
    let result = &run["results"][0];
    let rule = result["ruleIndex"].as_u64().unwrap() as usize;
    assert_eq!(run["tool"]["driver"]["rules"][rule]["id"], result["ruleId"]);
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "%C3%BCber%20talks.txt");
    let region = &place["region"];
    assert_eq!(
        [&region["startLine"], &region["startColumn"], &region["endLine"], &region["endColumn"]],
        [&Value::from(1), &29.into(), &1.into(), &45.into()]
    );
}

#[test]
fn github_commands_are_escaped() {
    let folder = Folder::with(&[("a,b.txt", WRONG.as_bytes())]);
    let done = folder.run(&["check", "a,b.txt", "--format", "github"]);
    assert_eq!((done.status, done.out.lines().count()), (1, 1));
    let (command, message) = done.out.trim_end().split_once("::").unwrap().1.split_once("::").unwrap();
    assert_eq!(
        command.split_once(' ').unwrap().1,
        "file=a%2Cb.txt,line=1,endLine=1,col=29,endColumn=45,title=impossible-date"
    );
    assert!(message.contains("31 November 2019"), "{message}");
}

#[test]
fn nothing_in_a_name_breaks_a_github_command() {
    let folder = Folder::with(&[("50%: a\nb.txt", WRONG.as_bytes())]);
    let done = folder.run(&["check", ".", "--format", "github"]);
    assert_eq!((done.status, done.out.lines().count()), (1, 1), "{}", done.out);
    assert!(done.out.contains(" file=./50%25%3A a%0Ab.txt,line=1,"), "{}", done.out);
}

#[test]
fn the_threshold_decides_the_status_and_settings_the_severity() {
    let folder = Folder::with(&[("a.txt", WRONG.as_bytes())]);
    for (level, fail_on, status) in [
        ("hint", "hint", 1),
        ("hint", "information", 0),
        ("information", "information", 1),
        ("information", "warning", 0),
        ("warning", "warning", 1),
        ("warning", "error", 0),
        ("error", "error", 1),
        ("error", "never", 0),
        ("off", "hint", 0),
    ] {
        folder.write("dateline.toml", format!("[checks]\nimpossible-date = \"{level}\"\n").as_bytes());
        let done = folder.run(&["check", "a.txt", "--fail-on", fail_on, "--format", "json"]);
        assert_eq!(done.status, status, "{level} {fail_on}: {done:?}");
        let severity = &done.json()["diagnostics"][0]["severity"];
        assert_eq!(severity.as_str(), (level != "off").then_some(level));
    }
    // An input that cannot be read weighs more.
    assert_eq!(folder.run(&["check", "a.txt", "gone.txt", "--fail-on", "hint"]).status, 2);
}
