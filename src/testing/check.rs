//! The only callers of the editor features in fixture tests: each runs a fixture in every dress.

use camino::Utf8PathBuf;
use unicode_normalization::UnicodeNormalization;

use crate::base::cancel::CancelToken;
use crate::base::span::Span;
use crate::checks;
use crate::ide::hover::{HoverCard, Piece};
use crate::ide::{Location, definition, highlight, hover, references, symbols, workspace_symbols};
use crate::state::Snapshot;
use crate::testing::fixture::{Dress, Fixture, doc};

/// Runs `test` with the fixture in each dress.
fn in_every_dress(source: &str, test: impl Fn(&Fixture, &Snapshot, Dress)) {
    let fixture = Fixture::parse(source);
    for dress in Dress::ALL {
        let dressed = fixture.dressed(dress);
        test(&dressed, &dressed.world().snapshot(), dress);
    }
}

/// The findings are the labels `^^^ code: words of the message`, no more and no fewer.
pub fn check_findings(source: &str) {
    in_every_dress(source, |fixture, snapshot, dress| {
        for (path, marked) in &fixture.files {
            let found = checks::shown(snapshot, doc(snapshot, path));
            let places: Vec<Span> = found.iter().map(|finding| finding.span).collect();
            let wanted: Vec<Span> = marked.labels.iter().map(|(span, _)| *span).collect();
            assert_eq!(places, wanted, "{path} {dress:?}: {found:#?}");
            for (finding, (_, label)) in found.iter().zip(&marked.labels) {
                let (code, words) = label.split_once(':').unwrap_or((label, ""));
                assert_eq!(finding.code, code, "{path} {dress:?}");
                let message: String = finding.message.nfc().collect();
                assert!(message.contains(words.trim()), "{path} {dress:?}: {message} has no “{words}”");
            }
        }
    });
}

/// Every label `^^^ VALUE` is a time expression with that value, and there are no others.
pub fn check_dates(source: &str) {
    in_every_dress(source, |fixture, snapshot, dress| {
        for (path, marked) in &fixture.files {
            let doc = doc(snapshot, path);
            let facts = snapshot.facts(doc).expect("facts");
            let found: Vec<(Span, String)> = (0u32..)
                .zip(&facts.articles)
                .flat_map(|(article, facts)| {
                    let timexes = snapshot.timexes(crate::base::id::ArticleId { doc, article });
                    facts
                        .dates
                        .iter()
                        .zip(timexes)
                        .map(|(date, timex)| (date.span, timex.value))
                        .collect::<Vec<_>>()
                })
                .collect();
            assert_eq!(found, marked.labels, "{path} {dress:?}");
        }
    });
}

/// The card at the cursor, in words, is this.
pub fn check_hover(source: &str, expected: &str) {
    in_every_dress(source, |fixture, snapshot, dress| {
        let (path, offset) = fixture.cursor();
        let card = hover::hover(snapshot, doc(snapshot, path), offset, &CancelToken::default());
        let words = card.expect("not cancelled").map(|card| words(&card)).unwrap_or_default();
        // The emoji's line moves the others down by two.
        let words = if dress == Dress::Emoji { lines_up(&words) } else { words };
        assert_eq!(words.trim(), expected.trim(), "{dress:?}");
    });
}

/// Jumping from the cursor leads to the one range; to nowhere where there is none.
pub fn check_definition(source: &str) {
    in_every_dress(source, |fixture, snapshot, dress| {
        let (path, offset) = fixture.cursor();
        let target = definition::definition(snapshot, doc(snapshot, path), offset, &CancelToken::default());
        let found: Vec<_> =
            target.expect("not cancelled").iter().map(|target| place(snapshot, &target.location)).collect();
        assert_eq!(found, fixture.ranges(), "{dress:?}");
    });
}

/// The references of what is at the cursor are the ranges, in any order.
pub fn check_references(source: &str) {
    in_every_dress(source, |fixture, snapshot, dress| {
        let (path, offset) = fixture.cursor();
        let doc = doc(snapshot, path);
        let found =
            references::references(snapshot, doc, offset, &CancelToken::default()).expect("not cancelled");
        let mut found: Vec<_> = found.iter().map(|location| place(snapshot, location)).collect();
        found.sort();
        assert_eq!(found, fixture.ranges(), "{dress:?}");
        let here = highlight::highlight(snapshot, doc, offset).into_iter().map(|one| one.span);
        let wanted: Vec<Span> =
            fixture.ranges().into_iter().filter(|(file, _)| file == path).map(|(_, span)| span).collect();
        assert_eq!(here.collect::<Vec<_>>(), wanted, "highlights {dress:?}");
    });
}

/// The outline of the first file, a line an entry, children indented: `name (detail)`.
pub fn check_symbols(source: &str, expected: &str) {
    fn write(entries: &[symbols::Outline], depth: usize, out: &mut String) {
        for entry in entries {
            let detail = if entry.detail.is_empty() { String::new() } else { format!(" ({})", entry.detail) };
            out.push_str(&format!("{}{}{detail}\n", "  ".repeat(depth), entry.name.nfc()));
            assert!(entry.span.covers(entry.selection), "{entry:?}");
            write(&entry.children, depth + 1, out);
        }
    }
    in_every_dress(source, |fixture, snapshot, dress| {
        let path = fixture.files.keys().next().expect("a file");
        let mut out = String::new();
        write(&symbols::symbols(snapshot, doc(snapshot, path)), 0, &mut out);
        assert_eq!(out.trim(), expected.trim(), "{dress:?}");
    });
}

/// The names that a query finds in the folder, best first.
pub fn check_workspace_symbols(source: &str, query: &str, expected: &[&str]) {
    in_every_dress(source, |_, snapshot, dress| {
        let found = workspace_symbols::workspace_symbols(snapshot, query, 100, &CancelToken::default());
        let names: Vec<String> =
            found.expect("not cancelled").iter().map(|one| one.name.nfc().collect()).collect();
        assert_eq!(names, expected, "{dress:?}");
    });
}

fn place(snapshot: &Snapshot, location: &Location) -> (Utf8PathBuf, Span) {
    (snapshot.path(location.doc).to_owned(), location.span)
}

/// A card without its markup.
pub fn words(card: &HoverCard) -> String {
    let mut out = String::new();
    for line in &card.lines {
        for piece in line {
            match piece {
                Piece::Bullet => out.push_str("- "),
                Piece::Text(text)
                | Piece::Strong(text)
                | Piece::Emphasis(text)
                | Piece::Link { text, .. } => {
                    out.extend(text.nfc());
                }
            }
        }
        out.push('\n');
    }
    out
}

/// `a.txt:5 ` → `a.txt:3 `
fn lines_up(words: &str) -> String {
    let mut out = String::new();
    let mut rest = words;
    while let Some((before, behind)) = rest.split_once(':') {
        let digits = behind.len() - behind.trim_start_matches(|digit: char| digit.is_ascii_digit()).len();
        let (number, tail) = behind.split_at(digits);
        out.push_str(before);
        out.push(':');
        match number.parse::<u32>() {
            Ok(line) if before.ends_with("txt") || before.ends_with("md") => {
                out.push_str(&(line - 2).to_string())
            }
            _ => out.push_str(number),
        }
        rest = tail;
    }
    out + rest
}
