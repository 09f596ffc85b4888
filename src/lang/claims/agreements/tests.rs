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

#[test]
fn debug() {
    let text = std::env::var("TEXT").unwrap_or_default().replace("\\n", "\n");
    let (found, names, dates) = statements(&text);
    println!("{:?}", names.mentions.iter().map(|m| m.span.of_text(&text)).collect::<Vec<_>>());
    found.iter().for_each(|statement| println!("{}", shown(&text, statement, &names, &dates)));
}
