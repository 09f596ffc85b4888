use super::*;
use crate::base::span::Span;
use crate::lang::facts::{Scope, analyze};
use crate::lang::lexicon::Lexicon;
use crate::source::Format;

/// The tellings of a text's only article.
fn tellings(text: &str) -> Vec<Telling> {
    let facts = analyze(text, Format::Plain, Lexicon::built_in(), Scope::Articles);
    facts.articles[0].tellings.to_vec()
}

fn shared(one: &Telling, other: &Telling) -> usize {
    one.stems.iter().filter(|stem| other.stems.binary_search(stem).is_ok()).count()
}

#[test]
fn one_thing_in_other_words_shares_what_is_rare() {
    let one = &tellings("Two sailors died when the ferry Hesper sank off Lakto with 41 barrels on board.")[0];
    let same =
        &tellings("The Hesper, a ferry, went down off Lakto; 41 barrels were lost, and sailors were killed.")
            [0];
    let other = &tellings("The minister said that people had been told about it in the capital.")[0];
    assert!(shared(one, same) >= 6, "{}", shared(one, same));
    assert_eq!(shared(one, other), 0);
}

#[test]
fn every_sentence_is_told_once_and_in_order() {
    let text = "Ferry sinks\n\nThe ferry Hesper sank. Nobody knew why.\n\nA band played.\n";
    let spans: Vec<Span> = tellings(text).iter().map(|telling| telling.span).collect();
    let words: Vec<&str> = spans.iter().map(|span| span.of_text(text)).collect();
    assert_eq!(words, ["Ferry sinks", "The ferry Hesper sank.", "Nobody knew why.", "A band played."]);
}

#[test]
fn who_is_only_stood_for_is_kept_apart() {
    let told = tellings("Rosa Alvear met Daniel Otieno in Lakto. The two spoke of fish on Monday.");
    assert_eq!(told[0].context.len(), 0);
    assert!(told[1].context.iter().all(|name| told[0].stems.contains(name)) && told[1].context.len() >= 4);
    assert!(!told[1].stems.iter().any(|stem| told[1].context.contains(stem)));
}

#[test]
fn what_stands_before_a_date_says_whose_day_it_is() {
    for (text, link) in [
        ("The bridge fell on Friday.", DayLink::Open),
        ("Friday\u{2019}s fall of the bridge hurt nobody.", DayLink::Open),
        ("It burned before dawn on Friday.", DayLink::Open),
        ("The road is shut until Friday.", DayLink::Bound),
        ("These were the figures as of Friday.", DayLink::Bound),
        ("The bridge is safe, the mayor said on Friday.", DayLink::Said),
    ] {
        let days: Vec<DayLink> = tellings(text)[0].days.iter().map(|day| day.link).collect();
        assert_eq!(days, [link], "{text}");
    }
}

#[test]
fn what_is_known_already_is_told_from_news() {
    for (text, is_back) in [
        ("Crews waited when the bridge fell on Friday.", true),
        ("At their meeting on Friday they spoke of fish.", true),
        ("It runs two berths under a lease signed with Kenya in June.", true),
        ("The mayor said that the bridge had fallen on Friday.", true),
        ("A bridge fell on Friday.", false),
        ("Ministers met on Friday.", false),
    ] {
        assert_eq!(tellings(text)[0].days[0].is_back, is_back, "{text}");
    }
}

#[test]
fn how_far_something_came() {
    for (text, turns) in [
        ("The regatta took place in Lakto.", Turns::HELD),
        ("The regatta did not take place.", Turns::OFF),
        ("The regatta was called off.", Turns::OFF),
        ("The regatta was put back by a week.", Turns::LATER),
        ("She signed the bill.", Turns::SIGNED),
        ("She has yet to sign the bill.", Turns::UNSIGNED),
        ("They went home without signing.", Turns::UNSIGNED),
        ("Parliament ratified the treaty.", Turns::APPROVED),
        ("Parliament has not ratified the treaty.", Turns::REJECTED),
        ("The regatta is planned for May.", Turns::AHEAD),
        ("A similar regatta drew crowds.", Turns::OTHER),
        ("Brakes were to blame.", Turns::default()),
        ("Rain fell on the third of May.", Turns::default()),
    ] {
        assert_eq!(tellings(text)[0].turns, turns, "{text}");
    }
}

#[test]
fn places_are_where_something_is() {
    for (text, links) in [
        ("They met in Nairobi.", vec![SiteLink::In]),
        ("They met in the Kenyan capital of Nairobi.", vec![SiteLink::In]),
        ("The train stopped near Nairobi.", vec![SiteLink::Near]),
        ("A Nairobi court freed him.", vec![SiteLink::Of]),
        ("They flew to Nairobi.", vec![]),
    ] {
        let found: Vec<SiteLink> = tellings(text)[0].sites.iter().map(|site| site.link).collect();
        assert_eq!(found, links, "{text}");
    }
}

#[test]
fn names_that_and_joins_are_two_parties() {
    assert_eq!(tellings("Peru and Chile signed it.")[0].joined.len(), 1);
    assert_eq!(tellings("Peru signed it, and so did Chile.")[0].joined.len(), 0);
}

#[test]
fn a_signature_is_what_a_story_returns_to() {
    let told = tellings(
        "Ferry Hesper sinks\n\nThe ferry Hesper sank off Lakto on Friday. A band played in a square far away.\n\nThe Hesper was old.\n",
    );
    let keys = signature(&told);
    assert!(keys.len() <= SIGNATURE && keys.is_sorted());
    let has = |word: &str| keys.contains(&key(Stem::of_word(word).unwrap().hash()));
    assert!(has("hesper") && has("ferry") && has("lakto"));
}
