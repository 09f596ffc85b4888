//! Which file a URI means, and how to say a file to the client.
//!
//! Inside, a file has one name, the one that the walk of the folders gives it: its absolute path with
//! symbolic links resolved, or, where that leads out of every folder, its path in the folder. Towards
//! the client it has the name that the client itself gave it: the URI under which it is open, else the
//! path under the folder as the client calls it. Documents that are no files (`untitled:`) are named by
//! their URI.

use std::sync::{Mutex, PoisonError};

use camino::{Utf8Component, Utf8Path, Utf8PathBuf};
use rustc_hash::FxHashMap;
use tower_lsp::lsp_types::Url;

/// Names of documents, inside and towards the client.
#[derive(Debug, Default)]
pub(super) struct Uris(Mutex<Names>);

#[derive(Debug, Default)]
struct Names {
    open: FxHashMap<Url, Utf8PathBuf>,
    spelled: FxHashMap<Utf8PathBuf, Url>,
    roots: Vec<Root>,
}

#[derive(Debug)]
struct Root {
    path: Utf8PathBuf,
    /// The folder as the client calls it.
    spelled: Utf8PathBuf,
}

impl Uris {
    /// The client opens a document; the result is its name from now on.
    pub fn open(&self, uri: &Url) -> Utf8PathBuf {
        self.with(|names| {
            if let Some(path) = names.open.get(uri) {
                return path.clone();
            }
            let mut path = names.path_of(uri);
            if names.spelled.contains_key(&path) {
                // The same file, open twice under two names: the editor has two texts.
                path = Utf8PathBuf::from(uri.as_str());
            }
            names.open.insert(uri.clone(), path.clone());
            names.spelled.insert(path.clone(), uri.clone());
            path
        })
    }

    /// The client closes a document; the result is the name it had.
    pub fn close(&self, uri: &Url) -> Utf8PathBuf {
        self.with(|names| match names.open.remove(uri) {
            Some(path) => {
                names.spelled.remove(&path);
                path
            }
            None => names.path_of(uri),
        })
    }

    /// The name of a document, open or not.
    pub fn path(&self, uri: &Url) -> Utf8PathBuf {
        self.with(|names| names.open.get(uri).cloned().unwrap_or_else(|| names.path_of(uri)))
    }

    /// How to say a document to the client. `None` for a name that no URI can hold.
    pub fn uri(&self, path: &Utf8Path) -> Option<Url> {
        self.with(|names| {
            if let Some(uri) = names.spelled.get(path) {
                return Some(uri.clone());
            }
            if !path.is_absolute() {
                return Url::parse(path.as_str()).ok();
            }
            let under = names
                .roots
                .iter()
                .find_map(|root| Some(root.spelled.join(path.strip_prefix(&root.path).ok()?)));
            Url::from_file_path(under.as_deref().unwrap_or(path)).ok()
        })
    }

    /// Adds a folder; the result is its path, or `None` where it is none of this machine or known.
    pub fn add_root(&self, uri: &Url) -> Option<Utf8PathBuf> {
        let spelled = file_path(uri)?;
        let path = canonical(&spelled);
        self.with(|names| {
            if names.roots.iter().any(|root| root.path == path) {
                return None;
            }
            names.roots.push(Root { path: path.clone(), spelled });
            Some(path)
        })
    }

    /// Removes a folder; the result is its path, or `None` where it was not there.
    pub fn remove_root(&self, uri: &Url) -> Option<Utf8PathBuf> {
        let spelled = file_path(uri)?;
        let path = canonical(&spelled);
        self.with(|names| {
            // A folder that is gone from the disk cannot be followed any more.
            let is_it = |root: &Root| root.spelled == spelled || root.path == path;
            let at = names.roots.iter().position(is_it)?;
            Some(names.roots.remove(at).path)
        })
    }

    pub fn roots(&self) -> Vec<Utf8PathBuf> {
        self.with(|names| names.roots.iter().map(|root| root.path.clone()).collect())
    }

    /// The rest of a path that lies in one of the folders.
    pub fn below_root(&self, path: &Utf8Path) -> Option<Utf8PathBuf> {
        self.with(|names| {
            names.roots.iter().find_map(|root| Some(path.strip_prefix(&root.path).ok()?.to_owned()))
        })
    }

    fn with<T>(&self, work: impl FnOnce(&mut Names) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Names {
    /// The name of what a URI points to.
    fn path_of(&self, uri: &Url) -> Utf8PathBuf {
        let Some(path) = file_path(uri) else { return Utf8PathBuf::from(uri.as_str()) };
        let real = canonical(&path);
        if self.roots.iter().any(|root| real.starts_with(&root.path)) {
            return real;
        }
        // A link inside a folder that leads out of it: the walk follows it and keeps its name.
        let path = lexical(&path);
        let linked = self.roots.iter().find_map(|root| {
            let below = path.strip_prefix(&root.spelled).or_else(|_| path.strip_prefix(&root.path));
            Some(root.path.join(below.ok()?))
        });
        linked.unwrap_or(real)
    }
}

fn file_path(uri: &Url) -> Option<Utf8PathBuf> {
    if uri.scheme() != "file" {
        return None;
    }
    Utf8PathBuf::from_path_buf(uri.to_file_path().ok()?).ok()
}

/// The path with links resolved; of a file that is not there (yet), as far as its folders are.
fn canonical(path: &Utf8Path) -> Utf8PathBuf {
    if let Ok(path) = path.canonicalize_utf8() {
        return path;
    }
    match (path.parent(), path.file_name()) {
        (Some(parent), Some(name)) => canonical(parent).join(name),
        _ => lexical(path),
    }
}

/// The path without `.` and `..`.
fn lexical(path: &Utf8Path) -> Utf8PathBuf {
    let mut clean = Utf8PathBuf::new();
    for component in path.components() {
        match component {
            Utf8Component::CurDir => {}
            Utf8Component::ParentDir => {
                clean.pop();
            }
            other => clean.push(other.as_str()),
        }
    }
    clean
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(text: &str) -> Url {
        Url::parse(text).unwrap()
    }

    #[test]
    fn a_document_keeps_the_name_that_the_client_gave_it() {
        let uris = Uris::default();
        for uri in [
            "file:///c%3A/News/Vedat%20%C3%96ner.txt",
            "file:///nowhere/a%20b.txt",
            "file:///nowhere/a%23b%3F.txt",
            "untitled:Untitled-1",
            "vscode-remote://host/a.txt",
        ] {
            let uri = url(uri);
            let path = uris.open(&uri);
            assert_eq!(uris.path(&uri), path);
            assert_eq!(uris.uri(&path), Some(uri.clone()));
            assert_eq!(uris.close(&uri), path);
        }
        assert_eq!(uris.path(&url("file:///nowhere/Vedat%20%C3%96ner.txt")), "/nowhere/Vedat Öner.txt");
        assert_eq!(
            uris.uri("/nowhere/Vedat Öner.txt".into()),
            Some(url("file:///nowhere/Vedat%20%C3%96ner.txt"))
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_link_out_of_the_folder_keeps_its_name() {
        let folder = tempfile::tempdir().unwrap();
        let base = Utf8Path::from_path(folder.path()).unwrap().canonicalize_utf8().unwrap();
        for name in ["root", "outside"] {
            std::fs::create_dir(base.join(name)).unwrap();
        }
        std::fs::write(base.join("outside/a.txt"), "a").unwrap();
        std::os::unix::fs::symlink(base.join("outside"), base.join("root/link")).unwrap();
        let uris = Uris::default();
        let uri = |name: &str| Url::from_file_path(base.join(name)).unwrap();
        uris.add_root(&uri("root"));
        assert_eq!(uris.path(&uri("root/link/a.txt")), base.join("root/link/a.txt"));
        assert_eq!(uris.path(&uri("outside/a.txt")), base.join("outside/a.txt"));
    }

    #[cfg(unix)]
    #[test]
    fn a_linked_folder_is_one_folder() {
        let folder = tempfile::tempdir().unwrap();
        let base = Utf8Path::from_path(folder.path()).unwrap().canonicalize_utf8().unwrap();
        std::fs::create_dir(base.join("real")).unwrap();
        std::fs::write(base.join("real/a.txt"), "a").unwrap();
        std::os::unix::fs::symlink(base.join("real"), base.join("link")).unwrap();
        let uris = Uris::default();
        let link = |name: &str| Url::from_file_path(base.join(name)).unwrap();
        assert_eq!(uris.add_root(&link("link")), Some(base.join("real")));
        assert_eq!(uris.add_root(&link("real")), None, "known already");
        assert_eq!(uris.path(&link("link/a.txt")), base.join("real/a.txt"));
        assert_eq!(uris.path(&link("link/new.txt")), base.join("real/new.txt"));
        assert_eq!(uris.uri(&base.join("real/a.txt")), Some(link("link/a.txt")));
        // Two texts of one file are two documents.
        assert_eq!(uris.open(&link("link/a.txt")), base.join("real/a.txt"));
        assert_eq!(uris.open(&link("real/a.txt")).as_str(), link("real/a.txt").as_str());
    }
}
