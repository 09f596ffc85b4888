//! Clean texts: ours, and where they lie beside the project, the real articles and the labelled data.
#![expect(clippy::disallowed_methods, reason = "finds and reads the texts")]

use std::path::{Path, PathBuf};

use serde_json::Value;

/// A text without mistakes of the kinds that are planted.
#[derive(Clone)]
pub struct Text {
    /// A dated name dates the article.
    pub path: String,
    pub text: String,
}

/// All of them, by path.
pub fn clean() -> Vec<Text> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut texts = folder(&root.join("seeds"), "seeds");
    // The draft holds the mistakes, and its description quotes them.
    texts.retain(|text| !text.path.ends_with("brief.md") && !text.path.ends_with("README.md"));
    texts.extend(folder(&root.join("tests/names/articles"), "names").into_iter().map(unlabelled));
    texts.extend(dates(&root.join("src/lang/dates/labelled.tsv")));
    if let Some(shared) = shared() {
        texts.extend(folder(&shared.join("articles"), "articles"));
        for name in ["timebank", "aquaint", "gum-interview"] {
            texts.extend(timexes(&shared.join(format!("data/timex/{name}.json")), name));
        }
        for name in ["gmb", "ecb-dev"] {
            texts.extend(names(&shared.join(format!("data/names/{name}.jsonl")), name));
        }
    }
    texts.sort_by(|one, other| one.path.cmp(&other.path));
    texts
}

fn shared() -> Option<PathBuf> {
    let folder = std::env::var_os("DATELINE_SHARED").map(PathBuf::from);
    let folder = folder.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"));
    if !folder.is_dir() {
        println!("skipped: {} is absent", folder.display());
    }
    folder.is_dir().then_some(folder)
}

fn folder(folder: &Path, name: &str) -> Vec<Text> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let files = entries.filter_map(|entry| {
        let path = entry.path();
        let file = path.file_name()?.to_str()?.to_owned();
        let known = [".txt", ".md", ".html"].iter().any(|ending| file.ends_with(ending));
        let text = dateline::text::decode::decode(&std::fs::read(&path).ok().filter(|_| known)?).ok()?.text;
        Some(Text { path: format!("{name}/{file}"), text: text.to_string() })
    });
    files.collect()
}

/// `[place Peru]` → `Peru`; `[[` is a bracket.
fn unlabelled(text: Text) -> Text {
    let mut plain = String::new();
    let mut rest = text.text.as_str();
    while let Some((before, behind)) = rest.split_once('[') {
        plain.push_str(before);
        rest = match behind.strip_prefix('[') {
            Some(behind) => {
                plain.push('[');
                behind
            }
            None => {
                let (label, behind) = behind.split_once(']').unwrap_or((behind, ""));
                plain.push_str(label.split_once(' ').map_or(label, |(_, name)| name));
                behind
            }
        };
    }
    plain.push_str(rest);
    Text { text: plain, ..text }
}

/// The labelled short texts of dates: `{Feb. 18|DATE|2020-02-18}` → `Feb. 18`.
fn dates(path: &Path) -> Vec<Text> {
    let file = std::fs::read_to_string(path).unwrap();
    let rows = file.lines().enumerate().filter(|(_, row)| !row.starts_with('#') && !row.is_empty());
    let texts = rows.filter_map(|(number, row)| {
        let (published, labelled) = row.split_once('\t')?;
        let mut text = String::new();
        for part in labelled.split('{') {
            match part.split_once('}') {
                Some((label, behind)) => {
                    text.push_str(label.split('|').next().unwrap_or_default());
                    text.push_str(behind);
                }
                None => text.push_str(part),
            }
        }
        let date = if published == "-" { String::new() } else { format!("{published}-") };
        // Some rows show how wrong days are read.
        let wrong = text.contains("Feb. 30") || text.contains("31 April");
        (!wrong).then(|| Text { path: format!("dates/{date}{number}.txt"), text: text.replace("\\n", "\n") })
    });
    texts.collect()
}

fn timexes(path: &Path, name: &str) -> Vec<Text> {
    let Ok(file) = std::fs::read_to_string(path) else { return Vec::new() };
    let corpus: Value = serde_json::from_str(&file).unwrap();
    let documents = corpus["docs"].as_object().unwrap().iter();
    let texts = documents.filter_map(|(id, document)| {
        let date = document["dct"]
            .as_str()
            .and_then(|date| date.get(..10))
            .map_or(String::new(), |date| format!("{date}-"));
        Some(Text {
            path: format!("{name}/{date}{}.txt", plain(id)),
            text: document["text"].as_str()?.to_owned(),
        })
    });
    texts.collect()
}

fn names(path: &Path, name: &str) -> Vec<Text> {
    let Ok(file) = std::fs::read_to_string(path) else { return Vec::new() };
    let rows = file.lines().filter_map(|row| {
        let document: Value = serde_json::from_str(row).unwrap();
        let id = plain(document["id"].as_str()?);
        Some(Text { path: format!("{name}/{id}.txt"), text: document["text"].as_str()?.to_owned() })
    });
    rows.collect()
}

/// An id as a file name that shows no date.
fn plain(id: &str) -> String {
    id.chars().map(|letter| if letter.is_alphanumeric() { letter } else { '_' }).collect()
}
