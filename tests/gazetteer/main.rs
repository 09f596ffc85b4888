//! Makes what `src/lang/lexicon/gazetteer.rs` reads.
//!
//! `extract FOLDER` turns the packages that `fetch.sh FOLDER` brought into the readable lists of
//! `extracts/`; `compile` turns those and the lists of `src/lang/lexicon/` into the two files that are built
//! in. Equal lists give equal bytes.

mod compile;
mod extract;

use std::path::Path;

use anyhow::bail;

fn main() -> anyhow::Result<()> {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["extract", folder] => extract::extract(Path::new(folder), &package.join("extracts")),
        ["compile"] => {
            let root = package.join("../..");
            let made = compile::compile(&root);
            println!("{} bytes of names, {} bytes of entries", made.names.len(), made.entries.len());
            std::fs::write(root.join(compile::NAMES), made.names)?;
            std::fs::write(root.join(compile::ENTRIES), made.entries)?;
            Ok(())
        }
        _ => bail!("usage: gazetteer extract FOLDER | gazetteer compile"),
    }
}
