//! Arguments and exit statuses.

use crate::cli::Folder;

fn articles() -> Folder {
    Folder::with(&[("a.txt", b"Talks were held.\n"), ("b.md", b"# Talks\n\nThey went on.\n")])
}

#[test]
fn help_and_version_are_no_errors() {
    let folder = Folder::with(&[]);
    for arguments in [&["--help"][..], &["--version"], &["check", "--help"], &["help", "extract"]] {
        let done = folder.run(arguments);
        assert_eq!((done.status, done.err.as_str()), (0, ""), "{arguments:?}");
        assert!(!done.out.is_empty());
    }
    assert_eq!(folder.run(&["--version"]).out, format!("dateline {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn wrong_calls_end_with_2_and_write_no_result() {
    let folder = articles();
    for arguments in [
        &[][..],
        &["frobnicate"],
        &["check"],
        &["check", "a.txt", "--format", "xml"],
        &["check", "a.txt", "--fail-on", "always"],
        &["extract", "a.txt", "--published", "2020-02-30"],
        &["extract", "a.txt", "--published", "20200218"],
        &["extract", "a.txt", "--published", "18 February 2020"],
        &["entities", "a.txt", "--kind", "ship"],
        &["entities", "a.txt", "--bogus"],
    ] {
        let done = folder.run(arguments);
        assert_eq!((done.status, done.out.as_str()), (2, ""), "{arguments:?}: {done:?}");
        assert!(!done.err.is_empty(), "{arguments:?}");
    }
}

#[test]
fn clean_articles_end_with_0() {
    let folder = articles();
    for command in ["check", "extract", "entities"] {
        let done = folder.run(&[command, "."]);
        assert_eq!((done.status, done.err.as_str()), (0, ""), "{command}");
    }
    assert_eq!(folder.run(&["check", "."]).out, "Nothing found in 2 articles\n");
}

#[test]
fn an_empty_folder_is_no_error() {
    let folder = Folder::with(&[]);
    let done = folder.run(&["check", ".", "--format", "json"]);
    assert_eq!((done.status, done.out.as_str()), (0, "{\"version\":1,\"articles\":0,\"diagnostics\":[]}\n"));
    let done = folder.run(&["extract", "."]);
    assert_eq!((done.status, done.out.as_str()), (0, ""));
    let done = folder.run(&["entities", ".", "--format", "json"]);
    assert_eq!((done.status, done.out.as_str()), (0, "{\"version\":1,\"entities\":[]}\n"));
}

#[test]
fn what_could_be_read_is_reported_beside_what_could_not() {
    let folder = articles();
    for command in ["check", "extract", "entities"] {
        let done = folder.run(&[command, "missing.txt", "a.txt"]);
        assert_eq!(done.status, 2, "{command}");
        assert_eq!(done.err, "dateline: missing.txt: no such file or folder\n", "{command}");
        assert!(!done.out.is_empty(), "{command}");
    }
    assert_eq!(folder.run(&["extract", "missing.txt", "a.txt"]).paths(), ["a.txt"]);
    assert_eq!(folder.run(&["check", "missing", "nowhere/at/all"]).status, 2);
}

#[test]
fn fail_on_takes_every_severity_of_the_contract() {
    let folder = articles();
    for severity in ["error", "warning", "information", "hint", "never"] {
        assert_eq!(folder.run(&["check", ".", "--fail-on", severity]).status, 0, "{severity}");
    }
}

#[test]
fn a_closed_pipe_is_a_quiet_end() {
    use std::io::Read;
    use std::process::Stdio;

    let folder = Folder::with(&[]);
    for number in 0..3000 {
        folder.write(&format!("{number:05}-{}.txt", "x".repeat(60)), b"Talks were held.\n");
    }
    for (command, format) in [("extract", None), ("check", Some("--format=json"))] {
        let mut child = crate::cli::program(folder.path())
            .args([command, "."])
            .args(format)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // The first bytes are read, then nobody listens any more.
        let mut first = [0; 10];
        child.stdout.take().unwrap().read_exact(&mut first).unwrap();
        let done = child.wait_with_output().unwrap();
        assert_eq!(done.status.code(), Some(0), "{command}");
        assert_eq!(String::from_utf8(done.stderr).unwrap(), "", "{command}");
    }
}

#[test]
fn the_server_speaks_the_protocol_and_nothing_else() {
    use std::io::Write;
    use std::process::Stdio;

    let folder = Folder::with(&[]);
    for arguments in [&["lsp"][..], &["lsp", "--stdio"], &["lsp", "--stdio", "--log", "log.txt"]] {
        let mut child = crate::cli::program(folder.path())
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut input = child.stdin.take().unwrap();
        for message in [
            r#"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}"#,
            r#"{"jsonrpc":"2.0","method":"initialized","params":{}}"#,
            r#"{"jsonrpc":"2.0","id":2,"method":"shutdown"}"#,
            r#"{"jsonrpc":"2.0","method":"exit"}"#,
        ] {
            write!(input, "Content-Length: {}\r\n\r\n{message}", message.len()).unwrap();
        }
        // Standard input stays open: `exit` is enough.
        let done = child.wait_with_output().unwrap();
        drop(input);
        assert_eq!(done.status.code(), Some(0), "{arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
        assert!(done.stdout.starts_with(b"Content-Length: "), "{arguments:?}");
    }
    assert!(folder.path().join("log.txt").exists());
}

#[test]
fn settings_are_read_and_their_mistakes_said() {
    let folder = articles();
    folder.write("dateline.toml", b"[checks]\nweekday-mismatch = \"loud\"\nimpossible-date = \"off\"\n");
    let done = folder.run(&["check", "a.txt"]);
    assert_eq!(done.status, 0);
    assert!(done.err.starts_with("dateline: dateline.toml:2: "), "{}", done.err);
    assert_eq!(done.err.lines().count(), 1, "{}", done.err);
}
