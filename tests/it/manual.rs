//! `src/checks/CHECKS.md` is what the checks say of themselves; `UPDATE=1` writes it anew.
#![expect(clippy::disallowed_methods, reason = "the manual and what it is made of are read")]

use std::fs;
use std::path::{Path, PathBuf};

use dateline::checks::{self, Check, docs};

const INTRODUCTION: &str = "# Checks

What `dateline check` and the editor report, one section a code. Made from the documentation of the files in
`src/checks/`; `UPDATE=1 cargo nextest run --all-features manual` writes it anew.

Any check can be switched `off` or `on`, or given a severity, in `dateline.toml`:
```toml
[checks]
weekday-mismatch = \"error\"
```
Of one file, 20 findings are shown (`max-findings`), the worst first; a last one, `more-findings`, says how
many more there are. `dateline explain PATH:LINE:COLUMN` says why one is made, step by step.

**Suppress** a finding in a draft with `<!-- dateline-ignore CODE: reason -->`: with other words on its line,
the comment speaks of that line; with its line to itself, of the lines below it up to the next blank one.
In an article, which is evidence and is not edited, a finding is suppressed by its fingerprint, with a
line in `.dateline/suppressions.jsonl`. Editors offer both as quick fixes.
";

fn root() -> PathBuf {
    env!("CARGO_MANIFEST_DIR").into()
}

/// The text of the file that begins `//! Check: code`.
fn source(check: &dyn Check) -> String {
    fn search(folder: &Path, first: &str) -> Option<String> {
        let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|one| one.unwrap().path()).collect();
        paths.sort();
        paths.iter().find_map(|path| {
            if path.is_dir() {
                return search(path, first);
            }
            let text = fs::read_to_string(path).ok()?;
            text.starts_with(first).then_some(text)
        })
    }
    let first = format!("//! Check: {}\n", check.code());
    search(&root().join("src/checks"), &first).unwrap_or_else(|| panic!("no file begins {first}"))
}

#[test]
fn the_manual_is_what_the_checks_say_of_themselves() {
    let sections = checks::ALL.iter().map(|check| docs::section(*check, &source(*check)));
    let made = std::iter::once(INTRODUCTION.to_owned()).chain(sections).collect::<Vec<_>>().join("\n");
    if std::env::var("UPDATE").is_ok() {
        fs::write(root().join("src/checks/CHECKS.md"), &made).unwrap();
        return;
    }
    assert!(made == docs::MANUAL, "src/checks/CHECKS.md is out of date: run this test with UPDATE=1");
}

#[test]
fn every_check_has_a_page_that_says_more_than_its_summary() {
    for check in checks::ALL {
        let account = docs::account(check.code());
        assert!(account.len() > check.summary().len(), "{}: {account}", check.code());
        assert!(!account.contains("\n## "), "{}", check.code());
    }
    assert_eq!(docs::page("no-such-check"), "");
}
