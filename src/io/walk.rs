//! Files and folders → the files to read.
//!
//! A path in the result is the given argument with what was found below it joined on, never made
//! absolute, with `/` between its parts. Every file comes once, however many links and arguments lead
//! to it: under the first argument that holds it, and by its own place before any link's.

use std::path::{Path, PathBuf};

use camino::{Utf8Path, Utf8PathBuf};
use ignore::WalkBuilder;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::cancel::CancelToken;
use crate::io::{Problem, said};
use crate::source::Format;

/// What was found.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Walk {
    /// In the order of the arguments; those of one folder by path.
    pub files: Vec<Utf8PathBuf>,
    pub problems: Vec<Problem>,
}

/// Finds the files to read among the arguments: files that are named, and the files below folders
/// that are named, as far as `.gitignore` lets them and they are not hidden. Links are followed.
///
/// A walk that is cancelled gives what it has found so far.
pub fn walk(roots: &[Utf8PathBuf], cancel: &CancelToken) -> Walk {
    let mut ctx =
        Ctx { cancel, walk: Walk::default(), seen: FxHashSet::default(), homes: FxHashMap::default() };
    for root in roots {
        match std::fs::metadata(root) {
            Err(error) => ctx.problem(Problem::new(root, said(&error))),
            Ok(metadata) if metadata.is_dir() => ctx.folder(root),
            Ok(metadata) if !metadata.is_file() => ctx.problem(not_a_file(root)),
            Ok(_) if Format::of(root).is_none() => ctx.problem(not_read(root)),
            Ok(_) => {
                if ctx.is_new(root, true) {
                    ctx.walk.files.push(written(root));
                }
            }
        }
    }
    ctx.walk
}

struct Ctx<'a> {
    cancel: &'a CancelToken,
    walk: Walk,
    /// The files found so far, by where they really lie.
    seen: FxHashSet<PathBuf>,
    /// Where folders really lie.
    homes: FxHashMap<PathBuf, Option<PathBuf>>,
}

impl Ctx<'_> {
    /// Walks a folder and then, one after another, the folders that links in it lead to.
    fn folder(&mut self, root: &Utf8Path) {
        let mut files = Vec::new();
        let mut folders = vec![written(root)];
        let mut walked: FxHashSet<PathBuf> = FxHashSet::default();
        let mut next = 0;
        while let Some(folder) = folders.get(next).cloned() {
            next += 1;
            let Some(home) = self.home(folder.as_std_path()) else { continue };
            if walked.insert(home) {
                let mut links = Vec::new();
                self.tree(&folder, &mut files, &mut links);
                folders.extend(links.into_iter().filter(|link| !self.is_cycle(link)));
            }
        }
        files.sort_unstable_by(|one: &Utf8PathBuf, other| one.as_str().cmp(other.as_str()));
        self.walk.files.append(&mut files);
    }

    /// Walks what really lies below a folder; links to folders are only collected.
    fn tree(&mut self, root: &Utf8Path, files: &mut Vec<Utf8PathBuf>, links: &mut Vec<Utf8PathBuf>) {
        let mut linked_files = Vec::new();
        let entries = WalkBuilder::new(root)
            .standard_filters(false)
            .hidden(true)
            .parents(true)
            .git_ignore(true)
            .require_git(false)
            .sort_by_file_name(Ord::cmp)
            .build();
        for (count, entry) in entries.enumerate() {
            if count % 256 == 0 && self.cancel.is_cancelled() {
                return;
            }
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    self.problem(walking_failed(root, &error));
                    continue;
                }
            };
            let Some(kind) = entry.file_type() else { continue };
            if kind.is_dir() && !entry.path_is_symlink() {
                continue;
            }
            let Some(path) = Utf8Path::from_path(entry.path()) else {
                let lossy = Utf8PathBuf::from(entry.path().to_string_lossy().into_owned());
                if Format::of(&lossy).is_some() {
                    self.problem(Problem::new(&lossy, "its name is not UTF-8"));
                }
                continue;
            };
            if !kind.is_symlink() {
                if kind.is_file() && Format::of(path).is_some() && self.is_new(path, false) {
                    files.push(written(path));
                }
                continue;
            }
            match std::fs::metadata(path) {
                Ok(metadata) if metadata.is_dir() => links.push(written(path)),
                Ok(metadata) if metadata.is_file() && Format::of(path).is_some() => {
                    linked_files.push(written(path));
                }
                Err(error) if Format::of(path).is_some() => self.problem(broken_link(path, &error)),
                _ => {}
            }
        }
        files.extend(linked_files.into_iter().filter(|path| self.is_new(path, true)));
    }

    /// Whether this file was not met before. Only the name of a link has to be followed itself; that of
    /// any other file is settled by its folder's, which saves a call a file.
    fn is_new(&mut self, path: &Utf8Path, may_be_link: bool) -> bool {
        let home = if may_be_link {
            std::fs::canonicalize(path).ok()
        } else {
            let name = path.file_name().unwrap_or_default();
            let folder = path.parent().unwrap_or(Utf8Path::new("."));
            self.home(folder.as_std_path()).map(|folder| folder.join(name))
        };
        // What cannot be followed now is reported when it is read.
        home.is_none_or(|home| self.seen.insert(home))
    }

    /// Whether a link leads to a folder that holds the link itself.
    fn is_cycle(&mut self, link: &Utf8Path) -> bool {
        let holder = link.parent().and_then(|folder| self.home(folder.as_std_path()));
        let target = self.home(link.as_std_path());
        holder.zip(target).is_none_or(|(holder, target)| holder.starts_with(target))
    }

    fn home(&mut self, folder: &Path) -> Option<PathBuf> {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        if let Some(home) = self.homes.get(folder) {
            return home.clone();
        }
        let home = std::fs::canonicalize(folder).ok();
        self.homes.insert(folder.to_owned(), home.clone());
        home
    }

    fn problem(&mut self, problem: Problem) {
        self.walk.problems.push(problem);
    }
}

/// A path as it is shown and stored.
fn written(path: &Utf8Path) -> Utf8PathBuf {
    let text = path.as_str();
    let text = if std::path::MAIN_SEPARATOR == '/' { text.into() } else { text.replace('\\', "/") };
    let bare = text.trim_end_matches('/');
    Utf8PathBuf::from(if bare.is_empty() { &text } else { bare })
}

fn not_read(path: &Utf8Path) -> Problem {
    Problem::new(path, "not a kind of file that is read (.txt, .md, .markdown, .html, .htm)")
}

fn not_a_file(path: &Utf8Path) -> Problem {
    Problem::new(path, "neither a file nor a folder")
}

fn broken_link(path: &Utf8Path, error: &std::io::Error) -> Problem {
    Problem::new(path, format!("a link that leads nowhere: {}", said(error)))
}

fn walking_failed(root: &Utf8Path, error: &ignore::Error) -> Problem {
    let path = path_of(error).and_then(Utf8Path::from_path).unwrap_or(root);
    let message = error.io_error().map_or_else(|| error.to_string(), said);
    Problem::new(path, message)
}

fn path_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => path_of(err),
        _ => None,
    }
}
