//! The fuzz targets on their seeds and on fixed mutations of those: no panic, nothing that does not hold.
#![expect(clippy::disallowed_methods, reason = "the seeds are read")]

#[path = "../fuzz/targets.rs"]
mod targets;

use std::panic::catch_unwind;
use std::path::Path;

/// Mutations of each seed.
const MUTATIONS: usize = 150;

/// A life of the world takes longer than a text.
const SCRIPT_MUTATIONS: usize = 30;

/// What the mutations put in: the signs that formats are made of, and dates.
const PIECES: [&str; 32] = [
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    " ",
    "\u{a0}",
    "\u{2028}",
    "\u{FEFF}",
    "\0",
    "é",
    "e\u{301}",
    "\u{1F600}",
    "<",
    ">",
    "</",
    "&",
    "&#",
    ";",
    "\"",
    "'",
    "’",
    "-",
    "---\n",
    "#",
    "*",
    "[",
    "](",
    "Monday",
    "Feb. 30",
    "4294967296",
    "A. B. ",
    "of the ",
];

/// Pseudo-random numbers that are the same in every run (xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 16).unwrap_or(0) % bound.max(1)
    }
}

/// One to four changes of the bytes: a byte, a piece put in, a stretch taken out, one repeated, one put
/// elsewhere.
fn mutated(seed: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..=dice.below(4) {
        let at = dice.below(bytes.len() + 1);
        let end = (at + 1 + dice.below(40)).min(bytes.len());
        match dice.below(5) {
            0 => bytes.get_mut(at).into_iter().for_each(|byte| *byte = dice.below(256) as u8),
            1 => drop(bytes.splice(at..at, PIECES[dice.below(PIECES.len())].bytes())),
            2 => drop(bytes.drain(at..end)),
            3 => {
                let stretch = bytes[at..end].to_vec();
                bytes.splice(at..at, stretch);
            }
            _ => {
                let stretch: Vec<u8> = bytes.drain(at..end).collect();
                let to = dice.below(bytes.len() + 1);
                bytes.splice(to..to, stretch);
            }
        }
    }
    bytes
}

fn seeds(target: &str) -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/seeds").join(target);
    let mut seeds: Vec<(String, Vec<u8>)> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.display().to_string(), std::fs::read(&path).unwrap()))
        .collect();
    seeds.sort();
    seeds
}

fn holds(target: &str, mutations: usize) {
    let seeds = seeds(target);
    assert!(!seeds.is_empty(), "{target} has seeds");
    for (path, seed) in &seeds {
        targets::run(target, seed);
        let mut dice = Dice(0x2545_f491_4f6c_dd1d);
        for number in 0..mutations {
            let bytes = mutated(seed, &mut dice);
            if catch_unwind(|| targets::run(target, &bytes)).is_err() {
                let shown = String::from_utf8_lossy(&bytes);
                panic!("{target}: mutation {number} of {path} does not hold: {shown:?}");
            }
        }
    }
}

#[test]
fn every_target_has_a_test_and_seeds() {
    let own = include_str!("fuzz.rs");
    for (name, _) in targets::ALL {
        assert!(own.contains(&format!("holds(\"{name}\", ")), "{name} is not run here");
        assert!(!seeds(name).is_empty(), "{name} has no seeds");
    }
}

#[test]
fn decoding_holds() {
    holds("decode", MUTATIONS);
}

#[test]
fn edits_hold() {
    holds("apply_edits", MUTATIONS);
}

#[test]
fn positions_hold() {
    holds("positions", MUTATIONS);
}

#[test]
fn plain_texts_hold() {
    holds("source_plain", MUTATIONS);
}

#[test]
fn markdown_holds() {
    holds("source_markdown", MUTATIONS);
}

#[test]
fn notes_hold() {
    holds("notes", MUTATIONS);
}

#[test]
fn html_holds() {
    holds("source_html", MUTATIONS);
}

#[test]
fn dates_hold() {
    holds("dates", MUTATIONS);
}

#[test]
fn facts_hold() {
    holds("facts", MUTATIONS);
}

#[test]
fn scripts_hold() {
    holds("script", SCRIPT_MUTATIONS);
}
