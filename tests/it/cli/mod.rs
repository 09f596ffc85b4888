//! The real binary, in a fresh folder a test.
#![expect(clippy::disallowed_methods, reason = "these tests make files and run the program on them")]

mod calls;
mod handling;
mod inputs;
mod output;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// A folder that the program is run in.
pub struct Folder(TempDir);

/// What a run left behind.
#[derive(Debug)]
pub struct Done {
    pub status: i32,
    pub out: String,
    pub err: String,
}

impl Folder {
    /// A folder with these files: names and bytes.
    pub fn with(files: &[(&str, &[u8])]) -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        for (name, bytes) in files {
            folder.write(name, bytes);
        }
        folder
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    pub fn run(&self, arguments: &[&str]) -> Done {
        run_in(self.path(), arguments)
    }
}

impl Done {
    /// The one JSON document on standard output.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// The JSON values on standard output, a line each.
    pub fn lines(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// The paths of the articles that `extract` wrote.
    pub fn paths(&self) -> Vec<String> {
        self.lines().iter().map(|line| line["path"].as_str().unwrap().to_owned()).collect()
    }
}

/// The program, to be run in a folder.
pub fn program(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    command.current_dir(folder).stdin(Stdio::null());
    command
}

pub fn run_in(folder: &Path, arguments: &[&str]) -> Done {
    let output = program(folder).args(arguments).output().unwrap();
    Done {
        status: output.status.code().expect("ended by itself"),
        out: String::from_utf8(output.stdout).expect("UTF-8"),
        err: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}
