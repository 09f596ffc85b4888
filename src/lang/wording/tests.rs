use super::*;
use crate::lang::facts::{Scope, analyze};
use crate::lang::lexicon::Lexicon;
use crate::source::Format;

fn wording(text: &str) -> Wording {
    analyze(text, Format::Plain, Lexicon::built_in(), Scope::Articles).articles[0].wording.clone()
}

/// An article of `count` sentences whose words are numbered from `from`.
fn article(from: u32, count: u32) -> String {
    let sentence = |number: u32| {
        format!(
            "Ship {number} of line {} left berth {} at {}. ",
            number * 7 % 97,
            number * 31 % 89,
            number * 13
        )
    };
    format!("Ships leave\n\n{}\n", (from..from + count).map(sentence).collect::<String>())
}

#[test]
fn resemblance_is_the_share_of_what_is_common() {
    let whole = wording(&article(0, 200));
    for (from, common) in [(0, 1.0), (10, 190.0 / 210.0), (50, 150.0 / 250.0), (200, 0.0)] {
        let estimate = whole.resemblance(&wording(&article(from, 200)));
        assert!((estimate - common).abs() < 0.15, "{from}: {estimate} is far from {common}");
    }
}

#[test]
fn texts_that_resemble_share_a_key_and_strangers_none() {
    let whole = wording(&article(0, 200));
    assert_eq!((whole.sketch.len(), whole.keys.len()), (64, 8));
    let shares = |other: &Wording| whole.keys.iter().any(|key| other.keys.contains(key));
    assert!((1..20).all(|from| shares(&wording(&article(from, 200)))));
    assert!((300..320).all(|from| !shares(&wording(&article(from, 200)))));
    assert!(whole.keys.iter().all(|key| !key.is_name() && !key.is_record()));
}

#[test]
fn short_texts_have_no_sketch() {
    let short = wording("Ships leave\n\nTwo ships left the port of Lima on Monday.\n");
    assert!(short.sketch.is_empty() && short.keys.is_empty());
    assert!(short.resemblance(&short) < 0.5);
    assert_eq!(short.text, wording("Two go\n\nTwo ships left the port of Lima on Monday!\n").text);
}

#[test]
fn few_shingles_fill_all_bins() {
    let few = wording(&article(0, 6));
    assert_eq!(few.sketch.len(), 64);
    assert!(few.resemblance(&wording(&article(0, 6))) > 0.99);
}
