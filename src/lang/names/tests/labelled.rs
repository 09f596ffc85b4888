//! Our own labelled articles, as `tests/names/SCHEME.md` says. The trainer reads them with this file too.

use xxhash_rust::xxh3::xxh3_64;

/// An article with its labels.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Labelled {
    /// The text without marks: the headline, an empty line, the story.
    pub text: String,
    /// The names: start and end in bytes of the text, and `person`, `org` or `place`.
    pub names: Vec<(usize, usize, &'static str)>,
}

/// Whether an article is kept out of training, to test what was learnt: about every fifth, by its file
/// name, of those that were not written to teach something.
pub fn is_kept_out(file_name: &str) -> bool {
    !file_name.starts_with("own-") && xxh3_64(file_name.as_bytes()).is_multiple_of(5)
}

const KINDS: [&str; 3] = ["person", "org", "place"];

/// Reads an article; says in which line it breaks the format, and how.
pub fn parse(article: &str) -> Result<Labelled, String> {
    let mut labelled = Labelled::default();
    for (number, line) in article.lines().enumerate() {
        parse_line(line, &mut labelled).map_err(|error| format!("line {}: {error}", number + 1))?;
        labelled.text.push('\n');
    }
    let mut lines = article.lines();
    if lines.next().is_none_or(str::is_empty) || lines.next().is_none_or(|line| !line.is_empty()) {
        return Err("a headline and an empty line come first".to_owned());
    }
    Ok(labelled)
}

fn parse_line(mut line: &str, labelled: &mut Labelled) -> Result<(), String> {
    while let Some((before, behind)) = line.split_once('[') {
        labelled.text.push_str(before);
        if let Some(rest) = behind.strip_prefix('[') {
            labelled.text.push('[');
            line = rest;
            continue;
        }
        let (inside, rest) = behind.split_once(']').ok_or("a name has no end")?;
        let (kind, name) = inside.split_once(' ').ok_or("a name has no kind")?;
        let kind = KINDS.into_iter().find(|one| *one == kind).ok_or(format!("no kind {kind:?}"))?;
        if name.trim() != name || name.is_empty() || name.contains('[') {
            return Err(format!("no name: {name:?}"));
        }
        let start = labelled.text.len();
        labelled.text.push_str(name);
        labelled.names.push((start, labelled.text.len(), kind));
        line = rest;
    }
    labelled.text.push_str(line);
    Ok(())
}
