//! Dateline's own files beside a folder's articles.

use camino::{Utf8Path, Utf8PathBuf};

use crate::io::read;
use crate::notes::{Day, Suppression, published, suppressions};

/// The suppressions of a folder, and what is wrong with its file. A folder without one has none.
///
/// A path in the result is the folder with what the file says joined on, as a walk of the folder would
/// name it; none where there is no such file.
pub fn suppressions(root: &Utf8Path) -> (Vec<Suppression>, Vec<String>) {
    let file = root.join(suppressions::FILE);
    let (mut found, problems) = parsed(&file, |text| suppressions::parse(&file, text));
    for suppression in &mut found {
        suppression.path = suppression.path.take().map(|path| root.join(path)).filter(|path| path.is_file());
    }
    (found, problems)
}

/// The days on which articles of a folder appeared by the analyst's word, and what is wrong with its file. A
/// folder without one has none. Paths are as in [`suppressions()`].
pub fn days(root: &Utf8Path) -> (Vec<Day>, Vec<String>) {
    let (mut found, problems) = parsed(&root.join(published::FILE), published::parse);
    for day in &mut found {
        day.path = root.join(&day.path);
    }
    (found, problems)
}

/// What a file holds, if it is there, and what is wrong with it, each with its place.
fn parsed<T>(
    file: &Utf8PathBuf,
    parse: impl Fn(&str) -> (Vec<T>, Vec<(u32, String)>),
) -> (Vec<T>, Vec<String>) {
    if !file.is_file() {
        return (Vec::new(), Vec::new());
    }
    match read::read(file) {
        Ok(read) => {
            let (found, problems) = parse(&read.text);
            let problems = problems.into_iter().map(|(line, message)| format!("{file}:{line}: {message}"));
            (found, problems.collect())
        }
        Err(message) => (Vec::new(), vec![format!("{file}: {message}")]),
    }
}
