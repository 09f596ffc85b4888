use proptest::prelude::*;

use crate::lang::facts::{ArticleFacts, Scope, analyze};
use crate::lang::lexicon::Lexicon;
use crate::source::Format;

fn facts(text: &str) -> Vec<ArticleFacts> {
    analyze(text, Format::Plain, Lexicon::built_in(), Scope::Everything).articles.into()
}

/// Each quotation as `speaker, cue: words`, `-` where there is none.
fn quotations(text: &str) -> Vec<String> {
    let line = |article: &ArticleFacts, index: usize| {
        let quotation = &article.quotations[index];
        let speaker = quotation.speaker.map(|mention| article.mentions[mention as usize].span.of_text(text));
        let cue = quotation.cue.map(|cue| cue.of_text(text));
        format!("{}, {}: {}", speaker.unwrap_or("-"), cue.unwrap_or("-"), quotation.span.of_text(text))
    };
    let all = facts(text);
    all.iter().flat_map(|article| (0..article.quotations.len()).map(|index| line(article, index))).collect()
}

#[test]
fn verb_and_subject_stand_on_either_side_in_either_order() {
    for (text, expected) in [
        ("“We will not wait,” Ana Reyes said on Monday.", "Ana Reyes, said: We will not wait,"),
        ("\"We will not wait,\" said Ana Reyes.", "Ana Reyes, said: We will not wait,"),
        ("\"We will not wait!\" Ana Reyes told reporters.", "Ana Reyes, told: We will not wait!"),
        ("\"We will not wait\", added Ana Reyes.", "Ana Reyes, added: We will not wait"),
        ("Ana Reyes told reporters on Monday: “We will not wait.”", "Ana Reyes, told: We will not wait."),
        ("Ana Reyes has repeatedly said, \"We will not wait.\"", "Ana Reyes, said: We will not wait."),
        ("Ana Reyes, the mayor of Cusco, said: \"No.\"", "Ana Reyes, said: No."),
        ("\"We will not wait,\" said the mayor, Ana Reyes.", "Ana Reyes, said: We will not wait,"),
        (
            "According to Ana Reyes, the port is \"as good as lost\".",
            "Ana Reyes, According to: as good as lost",
        ),
        (
            "\"We will not wait,\" Peruvian Secretary of State Ana Reyes said.",
            "Ana Reyes, said: We will not wait,",
        ),
        (
            "\"We will not wait,\" the Chilean Foreign Ministry said.",
            "Chilean Foreign Ministry, said: We will not wait,",
        ),
        (
            "The port had been \"cleared of mines\" by noon, Ana Reyes said.",
            "Ana Reyes, said: cleared of mines",
        ),
        (
            "Ana Reyes called the deal \"a gift to smugglers\" on Monday.",
            "Ana Reyes, called: a gift to smugglers",
        ),
    ] {
        assert_eq!(quotations(text), [expected], "{text}");
    }
}

#[test]
fn who_is_not_named_is_nobody() {
    for (text, expected) in [
        ("\"We will not wait,\" a spokesman for Ana Reyes said.", "-, said: We will not wait,"),
        ("\"We will not wait,\" Ana Reyes's spokesman said.", "-, said: We will not wait,"),
        ("\"We will not wait,\" officials in Lima said.", "-, said: We will not wait,"),
        ("\"We will not wait,\" said a spokesman for Ana Reyes.", "-, said: We will not wait,"),
        ("\"We will not wait,\" Ana Reyes and Marek Novotny said.", "-, said: We will not wait,"),
        ("\"We will not wait,\" the statement read.", "-, read: We will not wait,"),
        ("The so-called \"experts\" met Ana Reyes in Lima.", "-, -: experts"),
        ("Ana Reyes said that she had read \"The Long Road\" twice.", "-, -: The Long Road"),
    ] {
        assert_eq!(quotations(text), [expected], "{text}");
    }
}

#[test]
fn descriptions_and_pronouns_stand_for_names() {
    let text = "Peruvian Trade Minister Ana Reyes landed in Cusco. \"We will not wait,\" the minister said. \
        She called the delay \"a gift to smugglers\".";
    assert_eq!(
        quotations(text),
        ["Ana Reyes, said: We will not wait,", "Ana Reyes, called: a gift to smugglers"]
    );
    let several = "Ana Reyes met Marek Novotny in Cusco. \"We will not wait,\" she said.";
    assert_eq!(quotations(several), ["-, said: We will not wait,"]);
    let veto = "Spokeswoman Ana Reyes landed in Cusco. \"We will not wait,\" he said.";
    assert_eq!(quotations(veto), ["-, said: We will not wait,"]);
}

#[test]
fn a_quotation_goes_on() {
    let split = "\"We will not wait,\" Ana Reyes said. \"The port opens in May.\"";
    assert_eq!(
        quotations(split),
        ["Ana Reyes, said: We will not wait,", "Ana Reyes, -: The port opens in May."]
    );
    let paragraphs = "“We will not wait,” Ana Reyes said. “The port opens in May. The road follows it.\n\n\
        “Nobody asked us.”\n\nThe road is “half done”.";
    assert_eq!(
        quotations(paragraphs),
        [
            "Ana Reyes, said: We will not wait,",
            "Ana Reyes, -: The port opens in May. The road follows it.",
            "Ana Reyes, -: Nobody asked us.",
            "-, -: half done",
        ]
    );
    let two = "Ana Reyes said the port was \"safe for now\" and \"open to all\".";
    assert_eq!(quotations(two), ["Ana Reyes, said: safe for now", "Ana Reyes, said: open to all"]);
}

#[test]
fn marks_are_read_as_they_are_written() {
    for (text, expected) in [
        (
            "Ana Reyes said: ‘We will not wait for the workers’ vote.’",
            "We will not wait for the workers’ vote.",
        ),
        ("Ana Reyes said: \"The road ” and the port ” will wait.\"", "The road ” and the port ” will wait."),
        ("Ana Reyes said: ”We will not wait.”", "We will not wait."),
        ("Ana Reyes said: ``We will not wait.''", "We will not wait."),
        ("Ana Reyes said: \" We will not wait. \"", "We will not wait."),
        ("Ana Reyes said: «We will not wait.»", "We will not wait."),
        ("Ana Reyes said: “The ‘road’ will wait.”", "The ‘road’ will wait."),
    ] {
        assert_eq!(quotations(text), [format!("Ana Reyes, said: {expected}")], "{text}");
    }
    let none: &[&str] = &[];
    for text in [
        "The workers' rights and the miners' pay are Ana Reyes's concern.",
        "The road ” a long one ” will wait.",
        "Ana Reyes said: \"We will not wait. The port opens in May.\n\nThe road follows it.",
        "She is 5'11\" tall, and it's the '90s.",
    ] {
        assert_eq!(quotations(text), none, "{text}");
    }
}

#[test]
fn equal_words_have_one_fingerprint() {
    let fingerprint = |text: &str| facts(text)[0].quotations[0].fingerprint;
    let plain = fingerprint("Ana Reyes said: \"It's over in Sao Paulo, we wait.\"");
    assert_eq!(fingerprint("Ana Reyes said: “It’s over in São Paulo – we wait!”"), plain);
    assert_ne!(fingerprint("Ana Reyes said: \"It's over in Sao Paulo, we waited.\""), plain);
}

proptest! {
    #[test]
    fn any_text_gives_disjoint_quotations_in_order(
        text in "([\"“”‘’'«»`., :\n]|Ana Reyes|said|she|the mayor|[a-z]{1,6}| ){0,60}",
    ) {
        for article in facts(&text) {
            let mut end = 0;
            for quotation in &article.quotations {
                prop_assert!(quotation.span.start >= end && !quotation.span.is_empty());
                prop_assert!(quotation.speaker.is_none_or(|speaker| (speaker as usize) < article.mentions.len()));
                end = quotation.span.end;
            }
        }
    }
}
