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

fn canonical(folded: &str) -> Option<&'static str> {
    Lexicon::built_in().gazetteer.get(folded).map(|entry| entry.canonical)
}

#[test]
fn names_of_a_country_lead_to_it() {
    let lexicon = Lexicon::built_in();
    for form in ["us", "america", "united states"] {
        assert_eq!(lexicon.name(form).map(|known| known.canonical), Some("United States"));
    }
    let number = lexicon.demonym("peruvian").and_then(|number| lexicon.country(number));
    assert_eq!(number, Some(Country { name: "Peru", demonym: "peruvian" }));
    assert_eq!(lexicon.name("nairobi").and_then(|known| known.country), lexicon.demonym("kenyan"));
    assert_eq!(lexicon.country(u16::MAX), None);
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

#[test]
fn every_name_of_the_own_lists_is_known_and_leads_to_its_canonical_name() {
    let lexicon = Lexicon::built_in();
    let lists = [
        (EntityKind::Place, include_str!("countries.tsv")),
        (EntityKind::Place, include_str!("places.tsv")),
        (EntityKind::Organization, include_str!("bodies.tsv")),
        (EntityKind::Agreement, include_str!("agreements.tsv")),
    ];
    for (kind, list) in lists {
        for (name, others, _, _) in rows(list) {
            for form in std::iter::once(name).chain(others.split('|')) {
                if form.is_empty() || form.starts_with('?') {
                    continue;
                }
                let known = lexicon.name(&fold(form));
                assert!(known.is_some_and(|known| known.kind == kind), "{form}: {known:?}");
            }
            let known = lexicon.name(&fold(name));
            assert!(
                name.starts_with('?') || known.is_some_and(|known| known.folded() == fold(name)),
                "{name}"
            );
        }
    }
}

/// The longest name that begins with the first of these folded words: how many of them it takes, and its
/// entry.
fn longest<'w>(words: impl IntoIterator<Item = &'w str>) -> Option<(usize, Entry)> {
    let mut walk = Lexicon::built_in().walk();
    let mut found = None;
    for (before, word) in words.into_iter().enumerate() {
        if !walk.push(word) {
            break;
        }
        found = walk.entry().map(|entry| (before + 1, entry)).or(found);
    }
    found
}

#[test]
fn a_small_town_and_a_given_name_are_weak_and_no_name_for_the_rules() {
    let lexicon = Lexicon::built_in();
    for (form, kind) in [("belper", Kinds::CITY), ("abigail", Kinds::GIVEN)] {
        let found = longest([form]).map(|(words, entry)| (words, entry.weak, entry.kinds.any(kind)));
        assert_eq!(found, Some((1, true, true)), "{form}");
        assert_eq!(lexicon.name(form), None, "{form}");
    }
    let town = lexicon.gazetteer.get("belper").and_then(|entry| entry.country);
    assert_eq!(town, lexicon.name("london").and_then(|known| known.country), "a town lies in its country");
}

#[test]
fn what_a_name_can_be_adds_up() {
    let (_, found) = longest(["georgia"]).expect("a country");
    for kind in [Kinds::COUNTRY, Kinds::REGION, Kinds::GIVEN] {
        assert!(found.kinds.any(kind), "{:?}", found.kinds);
    }
    assert!(!found.weak);
}

#[test]
fn the_longest_name_wins_whatever_stands_behind_it() {
    let words = |text: &str| longest(text.split(' ')).map(|(words, _)| words);
    assert_eq!(words("united nations security council resolution"), Some(4));
    assert_eq!(words("united nations security guards"), Some(2));
    assert_eq!(words("united airports"), None);
    assert_eq!(words("new yorkshire"), None, "a part of a word is no name");
    // Tokens with a hyphen fold to several words.
    assert_eq!(longest(["guinea bissau", "is"]).map(|(words, _)| words), Some(1));
    assert_eq!(canonical("guinea bissau"), Some("Guinea-Bissau"));
}

#[test]
fn words_that_every_sentence_has_are_no_towns() {
    for word in ["of", "most", "said", "march", "the"] {
        assert_eq!(longest([word]), None, "{word}");
    }
}
