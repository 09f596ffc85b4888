//! Holds the instruction counts of the last run of `instructions.rs` against `baseline.toml`.
//!
//! The first argument is the folder of the run's summaries. Fails where a count grew by more than the limit, where a bench has no baseline and where a baseline has
//! no bench. `-- --update` writes the counts down instead. Counts hold for one compiler, one `bench`
//! profile, one lock file and processors with the same vector instructions (some crates choose their
//! loops by them): the table says which compiler it was made with, and with another one nothing fails.
#![allow(clippy::disallowed_methods, reason = "a baseline is read and written files")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A count may grow by so many per cent.
const LIMIT: f64 = 5.0;

#[derive(Default, Serialize, Deserialize)]
struct Baseline {
    /// `rustc --version` of the run.
    compiler: String,
    /// Name of the bench → instructions.
    instructions: BTreeMap<String, u64>,
}

fn main() -> ExitCode {
    let table = Path::new(env!("CARGO_MANIFEST_DIR")).join("baseline.toml");
    let folder = std::env::args_os().nth(1).map(PathBuf::from).unwrap_or_default();
    let measured = Baseline { compiler: compiler(), instructions: counts(&folder) };
    if measured.instructions.is_empty() {
        eprintln!("nothing was measured: run `bash .ci/run bench`");
        return ExitCode::FAILURE;
    }
    if std::env::args().any(|arg| arg == "--update") {
        let text = toml::to_string(&measured).expect("a table of numbers can be written");
        let head = "# Instructions of each bench; `UPDATE=1 bash .ci/run bench` rewrites this file.\n";
        std::fs::write(&table, format!("{head}{text}")).expect("the baseline can be written");
        println!("wrote {} counts to {}", measured.instructions.len(), table.display());
        return ExitCode::SUCCESS;
    }
    let text = std::fs::read_to_string(&table).unwrap_or_default();
    let baseline: Baseline = toml::from_str(&text).expect("baseline.toml is a table of numbers");
    let faults = report(&baseline, &measured);
    if baseline.compiler != measured.compiler {
        println!("The baseline is of {}: nothing fails with {}.", baseline.compiler, measured.compiler);
        return ExitCode::SUCCESS;
    }
    if faults > 0 {
        println!("{faults} counts do not hold. Where the growth is meant: UPDATE=1 bash .ci/run bench");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

/// Prints the table; the result is how many lines of it are wrong.
fn report(baseline: &Baseline, measured: &Baseline) -> usize {
    let mut faults = 0;
    println!("{:32} {:>12} {:>12} {:>8}", "instructions", "baseline", "now", "change");
    for (name, &now) in &measured.instructions {
        let Some(&before) = baseline.instructions.get(name) else {
            faults += 1;
            println!("{name:32} {:>12} {now:12}  NOT IN THE BASELINE", "-");
            continue;
        };
        let change = (as_float(now) / as_float(before).max(1.0) - 1.0) * 100.0;
        let verdict = match change {
            _ if change > LIMIT => "  GREW",
            _ if change < -LIMIT => "  less: update the baseline",
            _ => "",
        };
        faults += usize::from(change > LIMIT);
        println!("{name:32} {before:12} {now:12} {change:+7.2}%{verdict}");
    }
    for name in baseline.instructions.keys().filter(|name| !measured.instructions.contains_key(*name)) {
        faults += 1;
        println!("{name:32} NOT MEASURED");
    }
    faults
}

/// The counts in the summaries below a folder: `source_read.ascii` → instructions.
fn counts(folder: &Path) -> BTreeMap<String, u64> {
    let mut counts = BTreeMap::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            counts.extend(counts_below(&path));
        }
    }
    counts
}

fn counts_below(folder: &Path) -> BTreeMap<String, u64> {
    let mut found = counts(folder);
    if let Ok(text) = std::fs::read_to_string(folder.join("summary.json"))
        && let Ok(summary) = serde_json::from_str::<Value>(&text)
        && let Some(count) = instructions(&summary)
    {
        let id = summary["id"].as_str().unwrap_or_default();
        let name = summary["function_name"].as_str().unwrap_or_default();
        found.insert(format!("{name}.{id}"), count);
    }
    found
}

/// The instruction count of a summary: the total of callgrind's event `Ir`.
fn instructions(summary: &Value) -> Option<u64> {
    let profiles = summary["profiles"].as_array()?;
    profiles.iter().find_map(|profile| profile["data"]["total"]["metrics"]["Ir"]["values"]["new"].as_u64())
}

fn compiler() -> String {
    let output = Command::new("rustc").arg("--version").output();
    output.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned()).unwrap_or_default()
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
fn as_float(count: u64) -> f64 {
    count as f64
}
