use std::fmt::Write;

use super::*;
use crate::lang::claims::{Claims, Part, recognize};
use crate::lang::dates;
use crate::lang::lexicon::Lexicon;
use crate::lang::names;
use crate::source::{Zone, ZoneKind};

mod quality;

/// The zones of a text whose lines that end in no full stop are headlines.
fn zones(text: &str) -> Vec<Zone> {
    let mut at = 0;
    let mut zones = Vec::new();
    for line in text.split_inclusive('\n') {
        let words = line.trim_end();
        let kind = if words.ends_with(['.', '”', '"']) { ZoneKind::Body } else { ZoneKind::Headline };
        zones.push(Zone { kind, span: Span::of(at..at + words.len()) });
        at += line.len();
    }
    zones
}

/// What a text claims, and each statement as a line: sort, words, then what fills it.
fn claims(text: &str) -> (Claims, Vec<String>) {
    let zones = zones(text);
    let dates = dates::recognize(text, &zones);
    let (_, found) = names::recognize_then(text, &zones, Lexicon::built_in(), |page, names| {
        let claims = recognize(page, names, &dates, None);
        let name = |mention: u32| names.mentions[mention as usize].span.of_text(text).to_owned();
        let lines = claims.statements.iter().filter(|statement| statement.kind == EntityKind::Event);
        let lines = lines.map(|statement| {
            let mut line = format!("{} {:?}", statement.sort.name(), statement.span.of_text(text));
            for party in &statement.parties {
                let role = match party.role {
                    Part::Agent => "by",
                    Part::Patient => "to",
                    Part::Participant => "of",
                };
                let country = || party.country.and_then(|country| Lexicon::built_in().country(country));
                let words = party.mention.map(name).or_else(|| Some(country()?.name.to_owned()));
                write!(line, " {role}:{}", words.unwrap_or_default()).unwrap();
            }
            if let Some(place) = &statement.place {
                write!(line, " in:{}", name(place.mention)).unwrap();
            }
            for date in &statement.dates {
                write!(line, " on:{}", dates[*date as usize].span.of_text(text)).unwrap();
            }
            if !statement.topic.is_empty() {
                write!(line, " about:{}", statement.topic.join("+")).unwrap();
            }
            if statement.status != Status::Told {
                write!(line, " {}", statement.status.name()).unwrap();
            }
            if statement.definite != Definiteness::New {
                write!(line, " {:?}", statement.definite).unwrap();
            }
            if let Some(ordinal) = statement.ordinal {
                write!(line, " #{ordinal}").unwrap();
            }
            if let Some(source) = statement.source {
                write!(line, " said:{}", name(source)).unwrap();
            }
            line
        });
        let lines = lines.collect();
        (claims, lines)
    });
    found
}

fn statements(text: &str) -> Vec<String> {
    claims(text).1
}

#[test]
fn a_story_tells_who_met_where_when_and_what_about() {
    let text = "Peru, Chile Hold Second Round Of Grain Talks\n\
        Peruvian Trade Minister Hélène Quispe and her Chilean counterpart, Mateo Lund, held a phone call on Monday, the Peruvian Foreign Ministry said. \
        Quispe arrived in Santiago on Tuesday for talks on fishing quotas. \
        A meeting between Quispe and President Ana Sol is scheduled for May 4 in Lima.\n";
    assert_eq!(
        statements(text),
        [
            "talks \"Round\" by:Peru by:Chile about:grain #2",
            "call \"phone call\" by:Hélène Quispe by:Mateo Lund on:Monday said:Peruvian Foreign Ministry",
            "visit \"arrived\" by:Quispe in:Santiago on:Tuesday about:fishing+quota",
            "talks \"talks\" by:Quispe about:fishing+quota",
            "meeting \"meeting\" of:Quispe of:Ana Sol in:Lima on:May 4 planned",
        ]
    );
}

#[test]
fn the_passive_turns_the_parties_round() {
    assert_eq!(
        statements("Carla Montes was arrested by Chilean police in Arica on Friday."),
        ["arrest \"arrested\" to:Carla Montes by:Chile in:Arica on:Friday"]
    );
    assert_eq!(
        statements("Chilean police arrested Carla Montes in Arica on Friday."),
        ["arrest \"arrested\" by:Chile to:Carla Montes in:Arica on:Friday"]
    );
}

#[test]
fn nouns_have_their_parties_before_and_behind() {
    assert_eq!(
        statements("Troops stopped Peru’s offensive in Arica."),
        ["offensive \"offensive\" by:Peru in:Arica Known"]
    );
    assert_eq!(
        statements("The Peruvian-Chilean consultations opened on Monday."),
        ["talks \"consultations\" of:Peru of:Chile on:Monday Known"]
    );
}

#[test]
fn each_date_belongs_to_its_own_trigger() {
    assert_eq!(
        statements("Ana Sol met Mateo Lund on Monday and resigned on Friday."),
        ["meeting \"met\" by:Ana Sol to:Mateo Lund on:Monday", "departure \"resigned\" by:Ana Sol on:Friday",]
    );
    // The day of the saying is no day of the event.
    assert_eq!(
        statements("Ana Sol said on Wednesday that Peru would attack Chile."),
        ["attack \"attack\" by:Peru to:Chile planned said:Ana Sol"]
    );
}

/// The status of the only statement of a sentence; none where there is no statement.
fn status_of(text: &str) -> Option<Status> {
    let (claims, _) = claims(text);
    let mut events = claims.statements.iter().filter(|statement| statement.kind == EntityKind::Event);
    let status = events.next()?.status;
    assert_eq!(events.count(), 0, "{text}");
    Some(status)
}

#[test]
fn verbs_and_adjectives_say_how_far_it_has_come() {
    let rows = [
        ("Ana Sol will visit Chile on Monday.", Some(Status::Planned)),
        ("Ana Sol is due to meet Mateo Lund.", Some(Status::Planned)),
        ("Ana Sol wants to meet Mateo Lund.", Some(Status::Proposed)),
        ("Ana Sol refused to meet Mateo Lund.", None),
        ("Ana Sol did not meet Mateo Lund.", None),
        ("Ana Sol denied meeting Mateo Lund.", Some(Status::Denied)),
        ("The planned visit to Chile drew anger.", Some(Status::Planned)),
        ("A meeting with Ana Sol was postponed.", Some(Status::Postponed)),
        ("Peru called off the talks with Chile.", Some(Status::Cancelled)),
        ("Peru suspended talks with Chile.", Some(Status::Suspended)),
        ("No talks were held with Chile.", Some(Status::Denied)),
        ("Chile would answer if Peru attacked Arica.", None),
        ("Any attack on Chile is a crime.", None),
    ];
    for (text, status) in rows {
        assert_eq!(status_of(text), status, "{text}");
    }
}

#[test]
fn determiners_say_whether_it_is_known() {
    let definite = |text: &str| claims(text).0.statements.first().map(|statement| statement.definite);
    let rows = [
        ("Ana Sol welcomed a meeting with Mateo Lund.", Definiteness::New),
        ("Ana Sol left after the meeting.", Definiteness::Bare),
        ("Ana Sol left after the meeting with Mateo Lund.", Definiteness::Known),
        ("Ana Sol wants another meeting with Mateo Lund.", Definiteness::Other),
    ];
    for (text, told) in rows {
        assert_eq!(definite(text), Some(told), "{text}");
    }
    assert_eq!(
        statements("Peru and Chile held a third round of talks in Arica."),
        ["talks \"round\" by:Peru by:Chile in:Arica Other #3"]
    );
}

#[test]
fn words_that_tell_of_something_else_are_no_events() {
    let none = [
        "Peru and Chile struck a deal in Arica.",
        "Ana Sol called for calm in Arica.",
        "Ana Sol called the plan a mistake.",
        "Peru met all demands of Chile.",
        "Readers can visit our website.",
        "The trial period in Chile ends.",
        "The bank charged a fee in Chile.",
        "Peru won support in Chile.",
        "Ana Sol left in the final hours.",
        "Talks are hard.",
        "Peru signed an extradition treaty.",
        "The retired judge Ana Sol laughed.",
        "He crossed the March bridge in Chile.",
    ];
    for text in none {
        assert_eq!(statements(text), [""; 0], "{text}");
    }
}

#[test]
fn a_headline_tells_the_news_in_the_present() {
    assert_eq!(
        statements("Quispe Meets Lund In Arica\nHélène Quispe met Mateo Lund in Arica."),
        [
            "meeting \"Meets\" by:Quispe to:Lund in:Arica",
            "meeting \"met\" by:Hélène Quispe to:Mateo Lund in:Arica",
        ]
    );
    assert_eq!(
        statements("Peruvian, Chilean teams to meet in Arica\n"),
        ["meeting \"meet\" by:Peru by:Chile in:Arica planned"]
    );
}

#[test]
fn a_pronoun_is_the_only_person_spoken_of() {
    assert_eq!(
        statements("Ana Sol was praised. She resigned on Monday."),
        ["departure \"resigned\" by:Ana Sol on:Monday"]
    );
    assert_eq!(
        statements("Ana Sol wrote to Mateo Lund. She resigned on Monday."),
        ["departure \"resigned\" on:Monday"]
    );
}

#[test]
fn what_is_known_from_before_needs_no_more_words() {
    let told = statements("Peru launched an offensive in Arica. The operation lasted a week.");
    assert_eq!(told.len(), 2, "{told:?}");
    assert_eq!(statements("The operation lasted a week."), [""; 0]);
}

#[test]
fn the_head_of_an_agreement_is_no_trigger() {
    let text = "Peru and Chile held talks.";
    let zones = zones(text);
    let dates = dates::recognize(text, &zones);
    let counts = names::recognize_then(text, &zones, Lexicon::built_in(), |page, names| {
        let actors = Actors::new(page, names, &dates);
        let found = find(&actors, &[]);
        (found.len(), find(&actors, &found).len())
    });
    assert_eq!(counts.1, (1, 0));
}
