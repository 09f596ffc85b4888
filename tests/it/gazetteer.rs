//! What is built in is what the lists say: `tests/gazetteer` makes it, here it is made again.
#![expect(clippy::disallowed_methods, reason = "the lists are read")]

#[path = "../gazetteer/compile.rs"]
mod compile;

use std::fs;
use std::path::Path;

#[test]
fn the_built_in_gazetteer_is_made_of_the_committed_lists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let made = compile::compile(root);
    let message = "run `cargo run --manifest-path tests/gazetteer/Cargo.toml --target-dir target -- compile`";
    for (path, bytes) in [(compile::NAMES, made.names), (compile::ENTRIES, made.entries)] {
        assert!(fs::read(root.join(path)).unwrap() == bytes, "{path} is out of date: {message}");
    }
}
