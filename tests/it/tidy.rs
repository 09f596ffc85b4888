//! What one crate has no crate borders to enforce: layers, registries, house rules.
#![expect(clippy::disallowed_methods, reason = "the tests of the source tree read it")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A folder may use only those above it.
const LAYERS: [&str; 14] = [
    "base",
    "text",
    "source",
    "lang",
    "notes",
    "corpus",
    "knowledge",
    "state",
    "checks",
    "ide",
    "export",
    "io",
    "lsp",
    "cli",
];

/// `testing` stands beside the layers and may use all of them; planted faults are its one way back in.
const FAULTS: &str = "crate::testing::faults";

const MAX_LINES: usize = 600;

fn root() -> PathBuf {
    env!("CARGO_MANIFEST_DIR").into()
}

/// Every file below a folder with this ending, sorted, with its text.
fn files(folder: &str, ending: &str) -> Vec<(PathBuf, String)> {
    fn collect(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                collect(&path, ending, found);
            } else if path.extension().is_some_and(|one| one == ending) {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    collect(&root().join(folder), ending, &mut found);
    found.sort();
    found
        .into_iter()
        .map(|path| (path.strip_prefix(root()).unwrap().to_owned(), fs::read_to_string(&path).unwrap()))
        .collect()
}

/// `tests.rs` beside a module, or a file of a `tests` folder.
fn is_test(path: &Path) -> bool {
    path.ends_with("tests.rs") || path.components().any(|part| part.as_os_str() == "tests")
}

fn layer_of(path: &Path) -> Option<&str> {
    path.components().nth(1)?.as_os_str().to_str()
}

/// The folders named in `crate::…` paths of a source text.
fn used_layers(text: &str) -> BTreeSet<&str> {
    text.match_indices("crate::")
        .filter(|(at, _)| !text[*at..].starts_with(FAULTS) && !text[..*at].ends_with('$'))
        .map(|(at, path)| {
            text[at + path.len()..].split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap()
        })
        .collect()
}

fn violations(files: &[(PathBuf, String)]) -> Vec<String> {
    let mut found = Vec::new();
    for (path, text) in files {
        let Some(own) = layer_of(path).and_then(|layer| LAYERS.iter().position(|one| *one == layer)) else {
            continue;
        };
        for used in used_layers(text) {
            if LAYERS.iter().position(|one| *one == used).is_some_and(|used| used > own) {
                found.push(format!("{} uses {used}, which lies below it", path.display()));
            }
        }
    }
    found
}

#[test]
fn folders_use_only_those_above_them() {
    let found = violations(&files("src", "rs"));
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn a_wrong_use_is_noticed() {
    let wrong = [(PathBuf::from("src/lang/dates/mod.rs"), "use crate::state::Snapshot;".to_owned())];
    assert_eq!(violations(&wrong).len(), 1);
}

#[test]
fn every_layer_is_in_the_list() {
    let folders: BTreeSet<String> = files("src", "rs")
        .iter()
        .filter(|(path, _)| path.components().count() > 2)
        .filter_map(|(path, _)| layer_of(path).map(str::to_owned))
        .collect();
    for folder in folders {
        assert!(
            LAYERS.contains(&folder.as_str()) || folder == "testing",
            "src/{folder} has no place in the layers"
        );
    }
}

#[test]
fn the_protocol_stays_in_its_folder() {
    for (path, text) in files("src", "rs") {
        if !matches!(layer_of(&path), Some("lsp" | "testing")) {
            assert!(
                !text.contains("tower_lsp") && !text.contains("lsp_types"),
                "{} knows the protocol",
                path.display()
            );
        }
    }
}

#[test]
fn only_the_output_folder_prints() {
    for (path, text) in files("src", "rs") {
        let prints = ["println!(", "print!("].iter().any(|call| text.contains(call));
        let allowed = path.starts_with("src/cli/output") || path.starts_with("src/testing") || is_test(&path);
        assert!(!prints || allowed, "{} prints", path.display());
    }
}

#[test]
fn files_are_documented_short_and_finished() {
    for (path, text) in files("src", "rs") {
        let shown = path.display();
        assert!(is_test(&path) || text.starts_with("//!"), "{shown} does not say what it holds");
        assert!(text.lines().count() <= MAX_LINES, "{shown} is longer than {MAX_LINES} lines");
        for unfinished in ["dbg!(", "todo!(", "unimplemented!(", "FIXME", "SKELETON"] {
            assert!(!text.contains(unfinished), "{shown} has {unfinished}");
        }
        for name in ["utils", "manager", "helper"] {
            assert!(!shown.to_string().contains(name), "{shown} has a name that says nothing");
        }
    }
}

#[test]
fn every_check_is_registered_under_its_file_name() {
    let registry = fs::read_to_string(root().join("src/checks/mod.rs")).unwrap();
    for (path, text) in files("src/checks", "rs") {
        // What stands beside the folders handles findings; what stands deeper is what checks share.
        if path.components().count() != 4 {
            continue;
        }
        let Some(name) =
            path.file_stem().and_then(|name| name.to_str()).filter(|name| !matches!(*name, "mod" | "tests"))
        else {
            continue;
        };
        let code = name.replace('_', "-");
        assert!(
            text.starts_with(&format!("//! Check: {code}\n")),
            "{} does not begin with its code",
            path.display()
        );
        assert!(text.contains(&format!("\"{code}\"")), "{} gives another code", path.display());
        assert!(registry.contains(&format!("::{name}::")), "{} is not registered", path.display());
    }
}

#[test]
fn every_editor_feature_has_its_adapter() {
    for (path, text) in files("src/ide", "rs") {
        let name = path.file_stem().and_then(|name| name.to_str()).unwrap();
        if !text.starts_with("//! Feature:") {
            assert!(
                matches!(name, "mod" | "affair" | "location" | "subject" | "tests" | "timeline"),
                "{} is no feature",
                path.display()
            );
            continue;
        }
        let adapter = root().join("src/lsp/features").join(format!("{name}.rs"));
        assert!(adapter.exists(), "{name} has no adapter in src/lsp/features");
    }
}

#[test]
fn dependencies_have_free_licences() {
    let allowed: BTreeSet<&str> = [
        "MIT",
        "Apache-2.0",
        "Apache-2.0 WITH LLVM-exception",
        "Unlicense",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "ISC",
        "Zlib",
        "BSL-1.0",
        "CC0-1.0",
        "Unicode-3.0",
        "0BSD",
        "MIT-0",
    ]
    .into();
    let output = std::process::Command::new(env!("CARGO"))
        .args(["metadata", "--format-version=1", "--all-features", "--locked"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    assert!(packages.len() > 50, "the whole tree is looked at");
    for package in packages {
        let licence = package["license"].as_str().unwrap_or("none").replace('/', " OR ");
        let free = licence.split(" OR ").any(|choice| {
            choice
                .trim_matches(['(', ')', ' '])
                .split(" AND ")
                .all(|part| allowed.contains(part.trim_matches(['(', ')', ' '])))
        });
        // Of `A AND (B OR C)` each part needs a free choice.
        let each = licence
            .split(" AND ")
            .all(|part| part.split(" OR ").any(|one| allowed.contains(one.trim_matches(['(', ')', ' ']))));
        assert!(free || each, "{} is under {licence}", package["name"]);
    }
}
