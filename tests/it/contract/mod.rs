//! What other programs rely on: shapes, offsets, order and ids, on the sample articles and on files
//! that are made to break them.

mod articles;
mod offsets;
mod planted;
mod sample;
mod shapes;
mod timeline;

use std::path::Path;

use serde_json::Value;

use crate::cli::{Done, run_in};

/// The program run at the root of the repository.
fn run(arguments: &[&str]) -> Done {
    run_in(Path::new(env!("CARGO_MANIFEST_DIR")), arguments)
}

/// The code points `start..end` of a text, as Python slices it.
fn slice(text: &str, passage: &Value) -> String {
    let offset = |name: &str| usize::try_from(passage[name].as_u64().unwrap()).unwrap();
    text.chars().skip(offset("start")).take(offset("end") - offset("start")).collect()
}

fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value[name].as_array().unwrap_or_else(|| panic!("{name} is no list in {value}"))
}
