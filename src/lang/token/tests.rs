use super::*;

fn words(text: &str) -> Vec<&str> {
    tokenize(text, Span::of(0..text.len())).iter().map(|token| token.of(text)).collect()
}

#[test]
fn what_belongs_to_a_word_stays_with_it() {
    assert_eq!(words("Fiadh O'Dowd of AT&T"), ["Fiadh", "O'Dowd", "of", "AT&T"]);
    assert_eq!(words("Jean-Luc al-Tamimi, U.S. envoy"), ["Jean-Luc", "al-Tamimi", ",", "U.S.", "envoy"]);
    assert_eq!(words("J. K. Marsh in the U.N."), ["J.", "K.", "Marsh", "in", "the", "U.N."]);
    assert_eq!(
        words("It ended. Gen. Oyelaran left."),
        ["It", "ended", ".", "Gen", ".", "Oyelaran", "left", "."]
    );
}

#[test]
fn possessives_and_compounds_are_split() {
    assert_eq!(words("Peru's port"), ["Peru", "'s", "port"]);
    assert_eq!(words("the U.N.’s aid"), ["the", "U.N.", "’s", "aid"]);
    assert_eq!(words("the troops' camp"), ["the", "troops", "'", "camp"]);
    assert_eq!(
        words("Quito-backed U.N.-led ex-minister"),
        ["Quito", "-", "backed", "U.N.", "-", "led", "ex", "-", "minister"]
    );
    assert_eq!(words("Peruvian-Chilean Ki-hoon"), ["Peruvian-Chilean", "Ki-hoon"]);
}

#[test]
fn numbers_keep_their_marks() {
    assert_eq!(
        words("5+5 talks, 1,200.50 on Sept.15"),
        ["5+5", "talks", ",", "1,200.50", "on", "Sept", ".", "15"]
    );
}

#[test]
fn case_is_that_of_the_name() {
    let text = "NATO al-Tamimi pro-Chilean McGuire B lower";
    let cases: Vec<Case> = tokenize(text, Span::of(0..text.len())).iter().map(|token| token.case).collect();
    assert_eq!(cases, [Case::Upper, Case::Title, Case::Lower, Case::Title, Case::Title, Case::Lower]);
}

#[test]
fn lines_and_spans_are_exact() {
    let text = "one\nÖn\u{A0}Al";
    let tokens = tokenize(text, Span::of(4..text.len()));
    let gaps: Vec<Gap> = tokenize(text, Span::of(0..text.len())).iter().map(|token| token.gap).collect();
    assert_eq!(tokens.iter().map(|token| token.of(text)).collect::<Vec<_>>(), ["Ön", "Al"]);
    assert_eq!(gaps, [Gap::Line, Gap::Line, Gap::Space]);
}
