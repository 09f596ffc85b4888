//! What is found in invented sentences, and how much in labelled ones.

mod probe;

use super::*;
use crate::base::span::Span;
use crate::lang::dates::{self, DateExpr};
use crate::lang::lexicon::Lexicon;
use crate::lang::names::{self, Names};
use crate::source::{Zone, ZoneKind};

/// The statements of an article whose first line is its headline, its names and dates.
fn statements(text: &str) -> (Vec<Statement>, Names, Vec<DateExpr>) {
    let head = text.find('\n').unwrap_or_default();
    let zones = [
        Zone { kind: ZoneKind::Headline, span: Span::of(0..head) },
        Zone { kind: ZoneKind::Body, span: Span::of(head..text.len()) },
    ];
    let dates = dates::recognize(text, &zones);
    let (names, found) = names::recognize_then(text, &zones, Lexicon::built_in(), |page, names| {
        find(&Actors::new(page, names, &dates))
    });
    (found, names, dates)
}

/// A statement in short, part by part; what says nothing is left out.
fn shown(text: &str, statement: &Statement, names: &Names, dates: &[DateExpr]) -> String {
    let words = |mention: u32| {
        let mention = names.mentions.get(mention as usize).expect("a mention");
        mention.span.of_text(text).to_owned()
    };
    let country = |number: u16| Lexicon::built_in().country(number).map_or("", |country| country.name);
    let parties = statement.parties.iter().map(|party| match (party.mention, party.country) {
        (Some(mention), _) => words(mention),
        (None, Some(number)) => country(number).to_owned(),
        (None, None) => "?".to_owned(),
    });
    let mut parts = vec![statement.span.of_text(text).replace('\n', " ")];
    parts.push(format!("{} {:?} {}", statement.lemma, statement.definite, statement.status.name()));
    let mut list = |name: &str, items: Vec<String>| {
        if !items.is_empty() {
            parts.push(format!("{name} {}", items.join(", ")));
        }
    };
    list("name", statement.mention.map(words).into_iter().collect());
    list("by", parties.collect());
    list("on", statement.topic.iter().map(ToString::to_string).collect());
    list("at", statement.place.iter().map(|place| words(place.mention)).collect());
    list(
        "when",
        statement.dates.iter().map(|&date| dates[date as usize].span.of_text(text).to_owned()).collect(),
    );
    list("nth", statement.ordinal.map(|ordinal| ordinal.to_string()).into_iter().collect());
    list("says", statement.source.map(words).into_iter().collect());
    parts.join(" | ")
}

/// The statements of a sentence behind a headline, in short.
fn read(sentence: &str) -> Vec<String> {
    let text = format!("Short of news\n{sentence}\n");
    let (found, names, dates) = statements(&text);
    found.iter().map(|statement| shown(&text, statement, &names, &dates)).collect()
}

/// The statements of a sentence by their words alone.
fn spans(sentence: &str) -> Vec<String> {
    read(sentence).iter().map(|shown| shown.split(" | ").next().expect("words").to_owned()).collect()
}

/// Checks one statement: its words, and parts of what it says.
fn check(sentence: &str, span: &str, parts: &[&str]) {
    let found = read(sentence);
    let shown = found.iter().find(|shown| shown.split(" | ").next() == Some(span));
    let shown = shown.unwrap_or_else(|| panic!("{sentence}: {found:#?}"));
    for part in parts {
        assert!(shown.split(" | ").any(|said| said == *part), "{sentence}: {part}: {shown}");
    }
}

fn check_none(sentence: &str) {
    assert_eq!(read(sentence), Vec::<String>::new(), "{sentence}");
}

#[test]
fn a_description_ends_where_its_phrases_and_clause_end() {
    let cases = [
        (
            "Chad ended a pact on grain and salt with Peru because of rain.",
            "a pact on grain and salt with Peru",
        ),
        (
            "It is a treaty on tuna concluded by Chad and Peru in Lima in May, she said.",
            "a treaty on tuna concluded by Chad and Peru in Lima in May",
        ),
        (
            "They hailed the accord Chad signed with Peru last year.",
            "the accord Chad signed with Peru last year",
        ),
        (
            "He read the memorandum of understanding on fishing off Chile's coast.",
            "the memorandum of understanding on fishing off Chile's coast",
        ),
        ("The deal to dam the Lena was signed.", "The deal to dam the Lena"),
        ("Chad left the Lake Water Treaty (LWT) in May.", "the Lake Water Treaty (LWT)"),
        ("Chad scrapped last year's grain deal.", "last year's grain deal"),
        ("Chad and Peru signed a long, costly contract for trains.", "a long, costly contract for trains"),
    ];
    for (sentence, span) in cases {
        assert!(spans(sentence).contains(&span.to_owned()), "{sentence}: {:?}", spans(sentence));
    }
}

#[test]
fn the_subject_of_an_agreement_is_what_its_words_say() {
    check("Chad signed a security deal with Peru.", "a security deal with Peru", &["on military"]);
    check("Chad signed a deal with Peru to export wheat.", "a deal with Peru to export wheat", &["on grain"]);
    check(
        "Chad and Peru signed a treaty delimiting sea borders.",
        "a treaty delimiting sea borders",
        &["on border, maritime"],
    );
    check("Oman called for a ceasefire in Yemen.", "a ceasefire in Yemen", &["on yemen"]);
    let shown = read("Chad and Peru signed a new bilateral agreement on Monday.");
    assert!(!shown.iter().any(|shown| shown.contains("| on ")), "{shown:?}");
}

#[test]
fn parties_are_named_in_the_phrase_or_beside_its_verb() {
    let cases = [
        ("The Peru-Chile trade pact is old.", "The Peru-Chile trade pact", "by Peru, Chile"),
        (
            "A pact between Chad and Mali on salt stands.",
            "A pact between Chad and Mali on salt",
            "by Chad, Mali",
        ),
        ("Chad, Mali and Peru on Friday signed a water treaty.", "a water treaty", "by Chad, Mali, Peru"),
        ("A water treaty was signed by Chad and Mali on Friday.", "A water treaty", "by Chad, Mali"),
        ("Chad left the water treaty.", "the water treaty", "by Chad"),
        ("Chad and Mali met. The two countries signed a water treaty.", "a water treaty", "by Chad, Mali"),
        (
            "The foreign ministers of Chad and Mali met. A salt pact was signed by the two foreign ministers.",
            "A salt pact",
            "by Chad, Mali",
        ),
        ("Chad cancelled its salt contract with Peru.", "its salt contract with Peru", "by Chad, Peru"),
    ];
    for (sentence, span, parties) in cases {
        check(sentence, span, &[parties]);
    }
}

#[test]
fn who_judges_or_brokers_it_is_no_party() {
    let parties = |sentence: &str| -> Vec<String> {
        read(sentence)
            .iter()
            .flat_map(|shown| {
                shown
                    .split(" | ")
                    .filter(|part| part.starts_with("by "))
                    .map(str::to_owned)
                    .collect::<Vec<_>>()
            })
            .collect()
    };
    for critic in ["rejects", "condemned", "welcomed", "backs"] {
        assert_eq!(parties(&format!("Greece {critic} the salt deal.")), Vec::<String>::new(), "{critic}");
    }
    assert_eq!(parties("Oman brokered a truce between Chad and Mali."), ["by Chad, Mali"]);
    assert_eq!(parties("It is a truce brokered by Oman between Chad and Mali."), ["by Chad, Mali"]);
}

#[test]
fn its_day_and_place_are_those_of_the_making() {
    check("Chad and Mali signed a salt pact in Lima on Monday.", "a salt pact", &["at Lima", "when Monday"]);
    check("A salt pact was struck in Lima last year.", "A salt pact", &["at Lima", "when last year"]);
    check("The 2015 salt pact was hailed on Monday.", "The 2015 salt pact", &["when 2015"]);
    check("He praised the Oslo deal.", "the Oslo deal", &["at Oslo"]);
    for sentence in [
        "The salt pact will expire in 2031.",
        "Chad left the salt pact in May 2018.",
        "It is a pact on salt until May 2030.",
    ] {
        assert!(
            !read(sentence).iter().any(|shown| shown.contains("| when ")),
            "{sentence}: {:?}",
            read(sentence)
        );
    }
}

#[test]
fn the_governing_verb_says_how_far_it_has_come() {
    let cases = [
        ("Chad signed the salt pact.", "signed"),
        ("Chad will sign the salt pact.", "planned"),
        ("The salt pact is to be signed in May.", "planned"),
        ("Chad hopes to sign the salt pact.", "proposed"),
        ("Chad could sign the salt pact.", "proposed"),
        ("Chad proposed the salt pact.", "proposed"),
        ("Chad and Mali agreed on the salt pact.", "agreed"),
        ("Deputies voted 50 to 3 to ratify the salt pact.", "ratified"),
        ("The salt pact takes effect in May.", "in force"),
        ("Chad suspended the salt pact.", "suspended"),
        ("Chad violated the salt pact.", "breached"),
        ("Chad scrapped the salt pact.", "cancelled"),
        ("The senate rejected the salt pact.", "cancelled"),
        ("Greece rejected the salt pact.", "told"),
        ("The salt pact expired in May.", "ended"),
        ("Chad left Lima without signing the salt pact.", "told"),
        ("Chad refused to sign the salt pact.", "told"),
    ];
    for (sentence, status) in cases {
        let found = read(sentence);
        let ends = |shown: &String| {
            shown.split(" | ").nth(1).is_some_and(|said| said.ends_with(&format!(" {status}")))
        };
        assert!(found.len() == 1 && found.iter().all(ends), "{sentence}: {found:?}");
    }
}

#[test]
fn the_determiner_says_whether_it_is_known() {
    check("Chad and Mali signed a salt pact.", "a salt pact", &["pact New signed"]);
    check("Chad left the salt pact.", "the salt pact", &["pact Known told"]);
    check("Chad left the pact.", "the pact", &["pact Bare told"]);
    check("Chad signed another salt pact.", "another salt pact", &["pact Other signed"]);
    check(
        "Chad signed a separate pact on salt.",
        "a separate pact on salt",
        &["pact Other signed", "on salt"],
    );
    check("Chad signed the second salt protocol.", "the second salt protocol", &["nth 2"]);
}

#[test]
fn an_acronym_given_in_brackets_is_the_agreement_afterwards() {
    let found = read("Chad left the Lake Water Treaty (LWT) in May. Mali kept the LWT.");
    let last = found.last().expect("two statements");
    assert!(
        last.starts_with("the LWT | treaty Known") && last.contains("name Lake Water Treaty"),
        "{found:?}"
    );
}

#[test]
fn a_document_is_an_agreement_behind_one() {
    assert_eq!(
        spans("Chad and Mali signed a salt pact. The document has ten pages."),
        ["a salt pact", "The document"]
    );
    check_none("Chad and Mali met. The document has ten pages.");
}

#[test]
fn two_agreements_signed_together_share_their_signing() {
    check(
        "Chad signed a pact on salt and a separate memorandum on tuna with Mali.",
        "a separate memorandum on tuna with Mali",
        &["by Mali, Chad", "memorandum Other signed", "on fishery"],
    );
}

#[test]
fn other_uses_of_the_words_are_none() {
    for sentence in [
        "He spent a great deal of money.",
        "She cannot deal with the flood.",
        "They deal with grain.",
        "Roosevelt's New Deal ended long ago.",
        "All were in agreement.",
        "No deal was signed.",
        "They would sign any deal.",
        "Talks on a deal went on.",
        "Peace deal talks went on.",
        "He hired contract workers.",
        "The contract offer was low.",
        "It signed lucrative contracts.",
        "He made a tax declaration.",
        "The declaration of war came late.",
        "Israel built a settlement in the hills.",
        "Fans met at a convention in Lima.",
        "He broke protocol at dinner.",
        "The minister issued a memorandum to his staff.",
        "The Republican National Convention begins in May.",
        "She has an understanding of music.",
    ] {
        check_none(sentence);
    }
}

#[test]
fn words_near_in_meaning_are_one_stem_and_empty_words_none() {
    let stems = |word: &str| topics::of(word).map(String::from).collect::<Vec<_>>();
    assert_eq!(stems("defence"), stems("military"));
    assert_eq!(stems("tariffs"), stems("customs"));
    assert_eq!(stems("boundaries"), stems("border"));
    assert_ne!(stems("border"), stems("trade"));
    assert_eq!(stems("bilateral"), Vec::<String>::new());
    assert_eq!(stems("tariff cutting"), ["trade"]);
}

#[test]
fn the_rows_of_the_word_lists_are_sound() {
    use crate::lang::lexicon::rows;
    let mut seen = std::collections::BTreeSet::new();
    for (one, others, _, _) in rows(include_str!("../../lexicon/synonyms.tsv")) {
        for word in others.split_whitespace() {
            assert!(seen.insert(word), "{word} stands for two words, {one} is one");
        }
    }
    for (sort, _, lemma, weight) in rows(include_str!("../../lexicon/heads.tsv")) {
        assert!(Sort::parse(sort).is_some() && !lemma.is_empty(), "{sort}");
        assert!(matches!(weight, "plain" | "weak" | "back"), "{weight}");
    }
}
