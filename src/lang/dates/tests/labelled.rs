//! Our own labelled texts, `labelled.tsv`.

use jiff::civil::Date;

use super::read;
use super::score::{Counts, F1, Labelled};
use crate::lang::dates::cursor::Cursor;
use crate::lang::dates::families::FAMILIES;
use crate::lang::dates::opening::Opening;
use crate::lang::dates::scan::scan;

const TEXTS: &str = include_str!("../labelled.tsv");

struct Example {
    published: Option<Date>,
    text: String,
    expected: Vec<(Labelled, Option<String>)>,
}

fn examples() -> impl Iterator<Item = Example> {
    TEXTS.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| {
        let (published, marked) = line.split_once('\t').expect("a date, a tab, a text");
        let published = (published != "-").then(|| published.parse().expect("a date"));
        let marked = marked.replace("\\n", "\n");
        let mut text = String::new();
        let mut expected = Vec::new();
        let mut rest = marked.as_str();
        while let Some((before, behind)) = rest.split_once('{') {
            let (inside, behind) = behind.split_once('}').expect("a closing brace");
            let cells: Vec<&str> = inside.split('|').collect();
            text.push_str(before);
            let start = text.len();
            text.push_str(cells[0]);
            let (kind, value) = (cells[1].to_owned(), cells[2].to_owned());
            let modifier = cells.get(3).map(|modifier| (*modifier).to_owned());
            expected.push((Labelled { start, end: text.len(), kind, value }, modifier));
            rest = behind;
        }
        text.push_str(rest);
        Example { published, text, expected }
    })
}

/// A family that could begin with a word that its opening leaves out would be missed there.
#[test]
fn openings_leave_nothing_out() {
    for example in examples() {
        let mut tokens = Vec::new();
        scan(&example.text, 0..example.text.len(), &mut tokens);
        for (start, token) in tokens.iter().enumerate() {
            let c = Cursor { text: &example.text, tokens: &tokens, start };
            for (number, (opening, family)) in FAMILIES.iter().enumerate() {
                let missed = family(&c).is_some() && !opening.meets(Opening::of(token));
                assert!(!missed, "family {number} at {:?} in {}", c.letters(start), example.text);
            }
        }
    }
}

#[test]
fn our_own_texts() {
    let mut counts = Counts::default();
    let mut wrong = Vec::new();
    let mut number = 0;
    for example in examples() {
        number += 1;
        let found: Vec<(Labelled, Option<String>)> = read(&example.text, example.published)
            .into_iter()
            .map(|(expression, timex)| {
                let span = expression.span.range();
                let kind = timex.kind.name().to_owned();
                let labelled = Labelled { start: span.start, end: span.end, kind, value: timex.value };
                (labelled, timex.modifier.map(str::to_owned))
            })
            .collect();
        let spans = |list: &[(Labelled, Option<String>)]| {
            list.iter().map(|(label, _)| label.clone()).collect::<Vec<_>>()
        };
        counts.add(&spans(&example.expected), &spans(&found));
        let show = |list: &[(Labelled, Option<String>)]| -> Vec<String> {
            let one = |(label, modifier): &(Labelled, Option<String>)| {
                let words = &example.text[label.start..label.end];
                format!("{words}|{}|{}|{}", label.kind, label.value, modifier.as_deref().unwrap_or_default())
            };
            list.iter().map(one).collect()
        };
        let (expected, found) = (show(&example.expected), show(&found));
        let missing = expected.iter().filter(|label| !found.contains(label));
        let extra = found.iter().filter(|label| !expected.contains(label));
        wrong.extend(missing.map(|label| format!("missing {label} in {}", example.text)));
        wrong.extend(extra.map(|label| format!("extra {label} in {}", example.text)));
    }
    assert!(number >= 60, "{number} texts");
    println!("{}", wrong.join("\n"));
    counts.f1().holds("our own texts", F1 { strict: 99.0, relaxed: 99.0, kind: 99.0, value: 99.0 });
}
