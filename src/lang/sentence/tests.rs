use super::*;
use crate::base::span::Span;
use crate::lang::token::tokenize;

fn sentences(text: &str) -> Vec<&str> {
    let tokens = tokenize(text, Span::of(0..text.len()));
    let ends = |range: Range<usize>| -> Option<&str> {
        let part = tokens.get(range)?;
        text.get(part.first()?.span.start as usize..part.last()?.span.end as usize)
    };
    split(text, &tokens).into_iter().filter_map(ends).collect()
}

#[test]
fn abbreviations_and_initials_end_nothing() {
    assert_eq!(
        sentences("Gen. Ada T. Marsh left on Feb. 3. Mr. Lund stayed."),
        ["Gen. Ada T. Marsh left on Feb. 3.", "Mr. Lund stayed."]
    );
    assert_eq!(sentences("The U.S. envoy spoke."), ["The U.S. envoy spoke."]);
}

#[test]
fn quotes_close_with_their_sentence_and_lines_end_one() {
    assert_eq!(
        sentences("“It is over.” Lund left.\nA headline\n\nMore"),
        ["“It is over.”", "Lund left.", "A headline", "More"]
    );
}
