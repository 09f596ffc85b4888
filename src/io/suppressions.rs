//! `.dateline/suppressions.jsonl` → the suppressions of a folder.

use camino::Utf8Path;

use crate::io::read;
use crate::notes::Suppression;
use crate::notes::suppressions::{self, FILE};

/// The suppressions of a folder, and what is wrong with its file. A folder without one has none.
///
/// A path in the result is the folder with what the file says joined on, as a walk of the folder would
/// name it; none where there is no such file.
pub fn suppressions(root: &Utf8Path) -> (Vec<Suppression>, Vec<String>) {
    let file = root.join(FILE);
    if !file.is_file() {
        return (Vec::new(), Vec::new());
    }
    let text = match read::read(&file) {
        Ok(read) => read.text,
        Err(message) => return (Vec::new(), vec![format!("{file}: {message}")]),
    };
    let (mut found, problems) = suppressions::parse(&file, &text);
    for suppression in &mut found {
        suppression.path = suppression.path.take().map(|path| root.join(path)).filter(|path| path.is_file());
    }
    let problems = problems.into_iter().map(|(line, message)| format!("{file}:{line}: {message}"));
    (found, problems.collect())
}
