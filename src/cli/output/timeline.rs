//! The timeline: JSON in exactly the shape of the contract, and text for people.

use std::io::{self, Write};

use serde::Serialize;

use crate::base::kind::EntityKind;
use crate::cli::timeline::Dated;
use crate::ide::affair::Participant;
use crate::text::fold::fold;

/// `dateline timeline --format json`.
pub fn json(out: &mut dyn Write, dated: &[Dated]) -> io::Result<()> {
    let events = dated.iter().map(|dated| Event {
        value: dated.entry.when.value(),
        precision: dated.entry.when.precision.name(),
        label: &dated.entry.label,
        id: &dated.entry.affair.entity.id,
        kind: dated.entry.affair.entity.kind,
        participants: dated.entry.affair.participants.iter().map(id).collect(),
        sources: dated
            .sources
            .iter()
            .map(|passage| Source {
                path: passage.path.as_str(),
                start: passage.start.code_point,
                end: passage.end.code_point,
                quote: &passage.text,
            })
            .collect(),
    });
    serde_json::to_writer(&mut *out, &Timeline { version: 1, events: events.collect() })?;
    out.write_all(b"\n")
}

/// `dateline timeline --format text`: a day, what it was, and who says so.
pub fn text(out: &mut dyn Write, dated: &[Dated]) -> io::Result<()> {
    for Dated { entry, sources } in dated {
        writeln!(out, "{:<22} {}", entry.when.value(), entry.label)?;
        for passage in sources {
            let quote = passage.text.split_whitespace().collect::<Vec<_>>().join(" ");
            writeln!(out, "    {}:{}  “{}”", passage.path, passage.start.line, shortened(&quote))?;
        }
    }
    Ok(())
}

/// At most so many characters of a sentence are shown.
const MAX_QUOTE: usize = 160;

fn shortened(quote: &str) -> String {
    match quote.char_indices().nth(MAX_QUOTE) {
        Some((at, _)) => format!("{}…", quote.get(..at).unwrap_or_default().trim_end()),
        None => quote.to_owned(),
    }
}

/// The id of a participant; of a country that the folder names only by its people, the one it would have.
fn id(participant: &Participant) -> String {
    match &participant.entity {
        Some(entity) => entity.id.to_string(),
        None => format!("{}:{}", EntityKind::Place.name(), fold(&participant.name).replace(' ', "-")),
    }
}

#[derive(Serialize)]
struct Timeline<'a> {
    version: u32,
    events: Vec<Event<'a>>,
}

#[derive(Serialize)]
struct Event<'a> {
    value: String,
    precision: &'static str,
    label: &'a str,
    id: &'a str,
    kind: EntityKind,
    participants: Vec<String>,
    sources: Vec<Source<'a>>,
}

#[derive(Serialize)]
struct Source<'a> {
    path: &'a str,
    start: u32,
    end: u32,
    quote: &'a str,
}
