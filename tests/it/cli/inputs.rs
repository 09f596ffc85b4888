//! What is read, under which path, and what is said about the rest.
#![expect(clippy::disallowed_methods, reason = "these tests make files")]

use std::fs;

use crate::cli::Folder;

const TEXT: &[u8] = b"Talks were held.\n";

#[test]
fn only_articles_are_read_and_come_by_path() {
    let folder = Folder::with(&[
        ("z.txt", TEXT),
        ("a/b.MD", TEXT),
        ("a-b.html", TEXT),
        ("a/c.markdown", TEXT),
        ("a/d.htm", TEXT),
        ("a/e.rs", TEXT),
        ("a/noending", TEXT),
        (".hidden/x.txt", TEXT),
        (".x.txt", TEXT),
    ]);
    let done = folder.run(&["extract", "."]);
    assert_eq!(done.paths(), ["./a-b.html", "./a/b.MD", "./a/c.markdown", "./a/d.htm", "./z.txt"]);
    assert_eq!((done.status, done.err.as_str()), (0, ""));
}

#[test]
fn paths_are_written_as_they_were_given() {
    let folder = Folder::with(&[("news/a.txt", TEXT)]);
    let absolute = folder.path().join("news").to_str().unwrap().to_owned();
    for (given, path) in [
        ("news", "news/a.txt"),
        ("news/", "news/a.txt"),
        ("./news", "./news/a.txt"),
        (".", "./news/a.txt"),
        ("news/a.txt", "news/a.txt"),
        ("./news/../news", "./news/../news/a.txt"),
        (&absolute, &format!("{absolute}/a.txt")),
    ] {
        assert_eq!(folder.run(&["extract", given]).paths(), [path], "{given}");
    }
}

#[test]
fn extract_keeps_the_order_given_and_reads_nothing_twice() {
    let folder = Folder::with(&[("a.txt", TEXT), ("b/1.txt", TEXT), ("b/2.txt", TEXT)]);
    let done = folder.run(&["extract", "b", "a.txt", "./b/1.txt", "b/2.txt", "."]);
    assert_eq!(done.paths(), ["b/1.txt", "b/2.txt", "a.txt"]);
}

#[test]
fn a_file_of_another_kind_is_refused_when_it_is_named() {
    let folder = Folder::with(&[("a.pdf", TEXT), ("b.txt", TEXT)]);
    let done = folder.run(&["extract", "a.pdf", "b.txt"]);
    assert_eq!(done.status, 2);
    assert_eq!(done.paths(), ["b.txt"]);
    assert!(done.err.starts_with("dateline: a.pdf: not a kind of file that is read"), "{}", done.err);
}

#[test]
fn gitignore_is_respected_outside_of_repositories_too() {
    let folder = Folder::with(&[
        (".gitignore", b"old/\n*.draft.md\n"),
        ("a.txt", TEXT),
        ("b.draft.md", TEXT),
        ("old/c.txt", TEXT),
        ("sub/.gitignore", b"!keep.draft.md\nd.txt\n"),
        ("sub/d.txt", TEXT),
        ("sub/keep.draft.md", TEXT),
    ]);
    assert_eq!(folder.run(&["extract", "."]).paths(), ["./a.txt", "./sub/keep.draft.md"]);
    // What is named is meant.
    assert_eq!(folder.run(&["extract", "b.draft.md", "old"]).paths(), ["b.draft.md", "old/c.txt"]);
}

#[test]
fn binary_files_are_said_and_left_out() {
    let folder = Folder::with(&[("a.txt", TEXT), ("b.txt", b"\x7fELF\0\0\0\x01\x02"), ("c.md", TEXT)]);
    let done = folder.run(&["extract", "."]);
    assert_eq!(done.status, 2);
    assert_eq!(done.paths(), ["./a.txt", "./c.md"]);
    assert_eq!(done.err, "dateline: ./b.txt: not a text file (it holds binary data)\n");
}

#[test]
fn a_folder_may_be_called_like_a_file() {
    let folder = Folder::with(&[("x.txt/a.txt", TEXT)]);
    assert_eq!(folder.run(&["extract", "."]).paths(), ["./x.txt/a.txt"]);
    assert_eq!(folder.run(&["extract", "x.txt"]).paths(), ["x.txt/a.txt"]);
}

#[test]
fn windows_1252_is_read_with_a_note() {
    let folder = Folder::with(&[("a.txt", b"The minister said \x93caf\xe9\x94 on 30 February 2020.\n")]);
    for command in ["check", "extract", "entities"] {
        let done = folder.run(&[command, "a.txt"]);
        assert_ne!(done.status, 2, "{command}: {done:?}");
        assert_eq!(done.err, "dateline: a.txt: not UTF-8: read as Windows-1252\n", "{command}");
    }
}

#[cfg(unix)]
mod links {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn cycles_end_and_every_file_comes_once() {
        let folder = Folder::with(&[("news/a.txt", TEXT), ("news/sub/b.txt", TEXT)]);
        let news = folder.path().join("news");
        symlink(".", news.join("self")).unwrap();
        symlink("..", news.join("sub/up")).unwrap();
        symlink("../..", news.join("sub/out")).unwrap();
        symlink("a.txt", news.join("0.txt")).unwrap();
        symlink("sub", news.join("0sub")).unwrap();
        let done = folder.run(&["extract", "news"]);
        assert_eq!((done.status, done.err.as_str()), (0, ""));
        assert_eq!(done.paths(), ["news/a.txt", "news/sub/b.txt"], "files stand under their own names");
    }

    #[test]
    fn links_lead_out_of_the_folder() {
        let folder = Folder::with(&[("news/a.txt", TEXT), ("more/b.txt", TEXT), ("c.txt", TEXT)]);
        let news = folder.path().join("news");
        symlink("../more", news.join("more")).unwrap();
        symlink("../c.txt", news.join("link.txt")).unwrap();
        // Two folders that link to each other.
        symlink("../news", folder.path().join("more/news")).unwrap();
        assert_eq!(
            folder.run(&["extract", "news"]).paths(),
            ["news/a.txt", "news/link.txt", "news/more/b.txt"]
        );
    }

    #[test]
    fn a_link_that_leads_nowhere_is_said() {
        let folder = Folder::with(&[("a.txt", TEXT)]);
        symlink("gone.txt", folder.path().join("b.txt")).unwrap();
        symlink("gone.rs", folder.path().join("c.rs")).unwrap();
        let done = folder.run(&["extract", "."]);
        assert_eq!((done.status, done.paths()), (2, vec!["./a.txt".to_owned()]));
        assert_eq!(done.err, "dateline: ./b.txt: a link that leads nowhere: no such file or folder\n");
    }

    #[test]
    fn a_pipe_does_not_hold_it_up() {
        let folder = Folder::with(&[("a.txt", TEXT)]);
        let pipe = folder.path().join("pipe.txt");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        assert_eq!(folder.run(&["extract", "."]).paths(), ["./a.txt"]);
        assert_eq!(folder.run(&["extract", "pipe.txt"]).status, 2);
    }

    #[test]
    fn a_name_that_is_not_utf8_is_said() {
        use std::os::unix::ffi::OsStrExt;
        let folder = Folder::with(&[("a.txt", TEXT)]);
        let name = std::ffi::OsStr::from_bytes(b"caf\xe9.txt");
        if fs::write(folder.path().join(name), TEXT).is_err() {
            // The file system takes no such names.
            return;
        }
        let done = folder.run(&["extract", "."]);
        assert_eq!((done.status, done.paths()), (2, vec!["./a.txt".to_owned()]));
        assert!(done.err.contains("its name is not UTF-8"), "{}", done.err);
    }
}
