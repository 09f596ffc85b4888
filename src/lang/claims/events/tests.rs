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
