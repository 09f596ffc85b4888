//! Settings, with their defaults.
//!
//! Read from `dateline.toml` at a folder's root and, on top of it, from the client's `dateline`
//! section. Reading them is `io/` and `lsp/`'s part.

use std::collections::BTreeMap;

use camino::{Utf8Path, Utf8PathBuf};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What the person can choose. A new field needs a default and a sentence here, nothing else.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// The publication date of every article, over what the files say (`--published`).
    #[serde(skip)]
    pub published: Option<Date>,
    /// The folder that the settings are for; patterns speak of what lies below it.
    #[serde(skip)]
    pub folder: Utf8PathBuf,
    /// What becomes of a check, by its code: `off`, `on`, `error`, `warning`, `information` or `hint`.
    pub checks: BTreeMap<String, CheckLevel>,
    /// Which files are the analyst's own drafts, besides those that say so: names of files and folders
    /// (`drafts/`, `*.draft.md`, `/brief.md`).
    pub drafts: Vec<String>,
    /// So many findings of a file are shown at most; 0 shows them all.
    pub max_findings: usize,
}

/// Findings of one file that are shown: more than these, nobody works off in one go.
const MAX_FINDINGS: usize = 20;

impl Default for Settings {
    fn default() -> Self {
        Self {
            published: None,
            folder: Utf8PathBuf::new(),
            checks: BTreeMap::new(),
            drafts: Vec::new(),
            max_findings: MAX_FINDINGS,
        }
    }
}

impl Settings {
    /// Whether a pattern of [`Settings::drafts`] names the file.
    pub fn names_draft(&self, path: &Utf8Path) -> bool {
        if self.drafts.is_empty() {
            return false;
        }
        let Ok(below) = path.strip_prefix(&self.folder) else { return false };
        let parts: Vec<&str> = below
            .components()
            .filter(|part| matches!(part, camino::Utf8Component::Normal(_)))
            .map(|part| part.as_str())
            .collect();
        self.drafts.iter().any(|pattern| matches_path(pattern, &parts))
    }
}

/// What a setting makes of a check.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CheckLevel {
    Off,
    /// With the check's own severities, also where it is off by default.
    On,
    Error,
    Warning,
    Information,
    Hint,
}

/// Whether a pattern names a file or one of its folders, as in a `.gitignore`: `*` and `?` stand for
/// characters of a name, `**` for any folders, `/` in front for the top, `/` behind for folders only.
fn matches_path(pattern: &str, parts: &[&str]) -> bool {
    let is_anchored = pattern.starts_with('/');
    let is_folder = pattern.ends_with('/');
    let wanted: Vec<&str> = pattern.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
    if wanted.is_empty() {
        return false;
    }
    let starts = if is_anchored { 0..1 } else { 0..parts.len() };
    // What follows the part that was named lies in it.
    let ends = |rest: &[&str]| !is_folder || !rest.is_empty();
    starts.into_iter().any(|start| matches_parts(&wanted, parts.get(start..).unwrap_or_default(), &ends))
}

fn matches_parts(wanted: &[&str], parts: &[&str], ends: &dyn Fn(&[&str]) -> bool) -> bool {
    match (wanted.split_first(), parts.split_first()) {
        (None, _) => ends(parts),
        (Some((&"**", rest)), _) => {
            (0..=parts.len()).any(|skip| matches_parts(rest, parts.get(skip..).unwrap_or_default(), ends))
        }
        (Some((name, rest)), Some((part, below))) => {
            matches_name(name.as_bytes(), part.as_bytes()) && matches_parts(rest, below, ends)
        }
        (Some(_), None) => false,
    }
}

fn matches_name(pattern: &[u8], name: &[u8]) -> bool {
    match (pattern.split_first(), name.split_first()) {
        (None, rest) => rest.is_none(),
        (Some((b'*', rest)), _) => {
            (0..=name.len()).any(|skip| matches_name(rest, name.get(skip..).unwrap_or_default()))
        }
        (Some((b'?', rest)), Some((_, behind))) => matches_name(rest, behind),
        (Some((byte, rest)), Some((own, behind))) => byte == own && matches_name(rest, behind),
        (Some(_), None) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_name_files_and_folders() {
        for (pattern, path, names) in [
            ("drafts/", "/x/news/drafts/a.txt", true),
            ("drafts/", "/x/news/2020/drafts/b/a.txt", true),
            ("drafts/", "/x/news/drafts", false),
            ("drafts", "/x/news/drafts", true),
            ("/drafts/", "/x/news/2020/drafts/a.txt", false),
            ("news/", "/x/news/a.txt", false),
            ("*.draft.md", "/x/news/2020/a.draft.md", true),
            ("*.draft.md", "/x/news/a.draft.mdx", false),
            ("2020/*.md", "/x/news/2020/a.md", true),
            ("2020/*.md", "/x/news/2020/b/a.md", false),
            ("/**/b/?.md", "/x/news/2020/b/a.md", true),
            ("/**/b/?.md", "/x/news/b/a.md", true),
            ("./notes.md", "/x/news/notes.md", true),
            ("", "/x/news/notes.md", false),
            ("/", "/x/news/notes.md", false),
        ] {
            let settings = Settings {
                drafts: vec![pattern.to_owned()],
                folder: "/x/news".into(),
                ..Settings::default()
            };
            assert_eq!(settings.names_draft(path.into()), names, "{pattern} {path}");
        }
        let relative = Settings { drafts: vec!["/a.md".to_owned()], ..Settings::default() };
        assert!(relative.names_draft("./a.md".into()));
    }
}
