//! Clean texts: ours, and where they lie beside the project, the real articles and the labelled data.
#![expect(clippy::disallowed_methods, reason = "finds and reads the texts")]

use std::collections::BTreeMap;
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

/// Whole stories whose day of publication is known: ours, and where they are, the real ones.
pub fn stories() -> Vec<Text> {
    let mut texts = ours();
    if let Some(shared) = shared() {
        texts.extend(folder(&shared.join("articles"), "articles"));
        for name in ["timebank", "aquaint"] {
            texts.extend(timexes(&shared.join(format!("data/timex/{name}.json")), name));
        }
    }
    texts.sort_by(|one, other| one.path.cmp(&other.path));
    texts
}

/// The articles that were written for Dateline's own tests, but for names and dates.
fn ours() -> Vec<Text> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut texts = folder(&root.join("seeds"), "seeds");
    texts.retain(|text| !text.path.ends_with("brief.md") && !text.path.ends_with("README.md"));
    texts.extend(affairs(&root.join("tests/affairs")));
    texts.extend(cases(&root.join("tests/contradictions")));
    texts
}

/// Texts that lie together in one folder, under its name.
pub fn folders() -> Vec<(String, Vec<Text>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut texts = ours();
    texts.extend(folder(&root.join("tests/names/articles"), "names").into_iter().map(unlabelled));
    if let Some(shared) = shared() {
        texts.extend(folder(&shared.join("articles"), "articles"));
        for name in ["timebank", "aquaint", "gum-interview"] {
            texts.extend(timexes(&shared.join(format!("data/timex/{name}.json")), name));
        }
        for name in ["gmb", "ecb-dev", "ecb-train", "gum-rest", "politics", "wikigold"] {
            texts.extend(names(&shared.join(format!("data/names/{name}.jsonl")), name));
        }
    }
    let mut folders: BTreeMap<String, Vec<Text>> = BTreeMap::new();
    for text in texts {
        let name = text.path.split('/').next().unwrap_or_default();
        let name = if name.starts_with("cases-") { "cases" } else { name }.to_owned();
        folders.entry(name).or_default().push(text);
    }
    folders.into_iter().collect()
}

/// The stories of `tests/affairs`, without their labels.
fn affairs(path: &Path) -> Vec<Text> {
    let mut texts: Vec<Text> = Vec::new();
    for file in folder(path, "affairs").into_iter().filter(|file| file.path.ends_with(".txt")) {
        for article in file.text.split("\n## ").skip(1) {
            let Some((head, body)) = article.split_once('\n') else { continue };
            let mut words = head.split_whitespace();
            let (Some(id), Some(date)) = (words.next(), words.next()) else { continue };
            // What is held out is not shown, and this shows what is missed.
            if words.next() == Some("kept") {
                continue;
            }
            let mut plain = String::new();
            for (part, text) in body.split("[[").enumerate() {
                let (label, behind) = text.split_once("]]").filter(|_| part > 0).unwrap_or(("", text));
                plain.push_str(label.split_once('|').map_or("", |(_, words)| words));
                plain.push_str(behind);
            }
            let paragraphs: Vec<&str> = plain.lines().filter(|line| !line.is_empty()).collect();
            let text = format!("{}\n", paragraphs.join("\n\n"));
            texts.push(Text { path: format!("affairs/{date}-{id}.txt"), text });
        }
    }
    texts
}

/// The clean cases of `tests/contradictions` that are whole stories and not held out.
fn cases(path: &Path) -> Vec<Text> {
    let mut texts: Vec<Text> = Vec::new();
    for file in folder(path, "cases").into_iter().filter(|file| {
        !file.path.contains("own-") && !file.path.ends_with("kept.txt") && !file.path.ends_with("README.md")
    }) {
        for case in file.text.split("\n=== ") {
            let Some((head, body)) = case.split_once('\n') else { continue };
            let id = head.trim_start_matches("=== ").split(' ').next().unwrap_or_default();
            if !head.ends_with(" clean") {
                continue;
            }
            for part in body.split("\n#- ").flat_map(|part| part.strip_prefix("#- ").or(Some(part))).skip(1) {
                let Some((name, text)) = part.split_once('\n') else { continue };
                texts.push(Text { path: format!("cases-{id}/{name}"), text: format!("{}\n", text.trim()) });
            }
        }
    }
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
