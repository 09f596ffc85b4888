use super::*;

#[test]
fn every_row_of_the_word_list_has_a_known_class() {
    for (class, words, _, _) in rows(include_str!("words.tsv")) {
        assert!(Classes::parse(class).is_some(), "{class}");
        for word in words.split_whitespace().filter(|word| word.chars().all(char::is_alphanumeric)) {
            assert_eq!(word, fold(word), "words are kept folded");
        }
    }
}

#[test]
fn names_of_a_country_lead_to_it() {
    let lexicon = Lexicon::built_in();
    for form in ["us", "america", "united states"] {
        assert_eq!(lexicon.name(form).map(|known| &*known.canonical), Some("United States"));
    }
    let number = lexicon.demonym("peruvian").and_then(|number| lexicon.country(number));
    assert_eq!(number.map(|country| &*country.name), Some("Peru"));
    assert_eq!(lexicon.name("nairobi").and_then(|known| known.country), lexicon.demonym("kenyan"));
}

#[test]
fn every_place_lies_in_a_listed_country() {
    let lexicon = Lexicon::built_in();
    for (name, _, country, _) in rows(include_str!("places.tsv")) {
        assert!(
            country.is_empty() || lexicon.name(&fold(country)).is_some_and(|known| known.is_country),
            "{name}"
        );
    }
}
