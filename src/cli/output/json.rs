//! JSON, in exactly the shapes of the contract; fields stand in its order.

use std::io::{self, Write};

use jiff::civil::Date;
use serde::Serialize;

use crate::base::id::ArticleId;
use crate::base::kind::EntityKind;
use crate::checks;
use crate::cli::baseline::State;
use crate::cli::check::{self, Diagnostics};
use crate::cli::entities::Entry;
use crate::cli::explain;
use crate::cli::output::text::office;
use crate::cli::source::{self, Source};
use crate::knowledge::subtypes::subtype;
use crate::lang::dates::AnchorKind;
use crate::lang::lexicon::Lexicon;
use crate::state::Snapshot;

/// `dateline check --format json`.
pub fn diagnostics(out: &mut dyn Write, diagnostics: &Diagnostics<'_>) -> io::Result<()> {
    let found = diagnostics.found.iter().map(Diagnostic::of);
    line(out, &Check { version: 1, articles: diagnostics.articles, diagnostics: found.collect() })
}

/// `dateline explain --format json`.
pub fn explanation(out: &mut dyn Write, explanation: &explain::Explanation) -> io::Result<()> {
    let findings = explanation
        .findings
        .iter()
        .map(|(finding, steps)| Explained { finding: Diagnostic::of(finding), steps });
    let explanation = Explanation {
        version: 1,
        path: explanation.path.as_str(),
        line: explanation.at.line,
        column: explanation.at.column,
        findings: findings.collect(),
        date: explanation.date.as_deref(),
    };
    line(out, &explanation)
}

/// One line of `dateline extract`.
pub fn article(
    out: &mut dyn Write,
    snapshot: &Snapshot,
    article: ArticleId,
    source: &Source,
) -> io::Result<()> {
    let Some(facts) = snapshot.article(article) else { return Ok(()) };
    let published = snapshot.published(article).map(|published| {
        let places = published.span.map(|span| (source.place(span.start), source.place(span.end)));
        Published {
            value: published.date,
            start: places.map(|(start, _)| start.code_point),
            end: places.map(|(_, end)| end.code_point),
            source: published.source.name(),
        }
    });
    let dates = facts.dates.iter().zip(snapshot.timexes(article)).map(|(date, timex)| DateMention {
        start: source.place(date.span.start).code_point,
        end: source.place(date.span.end).code_point,
        text: source.words(date.span).into_owned(),
        kind: timex.kind.name(),
        value: timex.value,
        anchor: timex.anchor,
    });
    let dates = dates.collect();
    let entities = snapshot.mentions_in(article).filter_map(|mention| {
        let entity = snapshot.entity(&mention)?;
        let span = mention.span();
        Some(EntityMention {
            start: source.place(span.start).code_point,
            end: source.place(span.end).code_point,
            text: if source.is_plain() { span.of_text(source.text()) } else { mention.words() }.to_owned(),
            kind: entity.kind,
            id: entity.id.clone(),
            role: mention.role().map(office),
        })
    });
    let article = Article {
        path: snapshot.path(article.doc).as_str(),
        title: facts.title.as_ref().map(|title| &*title.text),
        published,
        dates,
        entities: entities.collect(),
    };
    line(out, &article)
}

/// `dateline entities --format json`.
pub fn entities(out: &mut dyn Write, entries: &[Entry]) -> io::Result<()> {
    line(out, &Entities { version: 1, entities: entries.iter().map(Entity::of).collect() })
}

/// `dateline entities --format jsonl`.
pub fn entity_lines(out: &mut dyn Write, entries: &[Entry]) -> io::Result<()> {
    entries.iter().try_for_each(|entry| line(out, &Entity::of(entry)))
}

fn line(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    out.write_all(b"\n")
}

#[derive(Serialize)]
struct Check<'a> {
    version: u32,
    articles: usize,
    diagnostics: Vec<Diagnostic<'a>>,
}

#[derive(Serialize)]
struct Diagnostic<'a> {
    #[serde(flatten)]
    at: Passage<'a>,
    severity: &'static str,
    code: &'static str,
    message: &'a str,
    related: Vec<Related<'a>>,
    fingerprint: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    suppressed: Option<Suppressed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    baseline: Option<State>,
}

impl<'a> Diagnostic<'a> {
    fn of(diagnostic: &'a check::Diagnostic) -> Self {
        Self {
            at: Passage::of(&diagnostic.at),
            severity: diagnostic.severity.name(),
            code: diagnostic.code,
            message: &diagnostic.message,
            related: diagnostic.related.iter().map(Related::of).collect(),
            fingerprint: diagnostic.fingerprint.to_string(),
            suppressed: diagnostic.suppressed.as_ref().map(Suppressed::of),
            baseline: diagnostic.baseline,
        }
    }
}

#[derive(Serialize)]
struct Explanation<'a> {
    version: u32,
    path: &'a str,
    line: u32,
    column: u32,
    findings: Vec<Explained<'a>>,
    date: Option<&'a str>,
}

#[derive(Serialize)]
struct Explained<'a> {
    #[serde(flatten)]
    finding: Diagnostic<'a>,
    steps: &'a [String],
}

#[derive(Serialize)]
struct Suppressed<'a> {
    by: &'static str,
    reason: &'a str,
}

impl<'a> Suppressed<'a> {
    fn of(suppressed: &'a checks::Suppressed) -> Self {
        Self { by: suppressed.by.name(), reason: &suppressed.reason }
    }
}

#[derive(Serialize)]
struct Related<'a> {
    #[serde(flatten)]
    at: Passage<'a>,
    message: &'a str,
}

impl<'a> Related<'a> {
    fn of(related: &'a check::Related) -> Self {
        Self { at: Passage::of(&related.at), message: &related.message }
    }
}

#[derive(Serialize)]
struct Passage<'a> {
    path: &'a str,
    start: u32,
    end: u32,
    line: u32,
    column: u32,
    text: &'a str,
}

impl<'a> Passage<'a> {
    fn of(passage: &'a source::Passage) -> Self {
        Self {
            path: passage.path.as_str(),
            start: passage.start.code_point,
            end: passage.end.code_point,
            line: passage.start.line,
            column: passage.start.column,
            text: &passage.text,
        }
    }
}

#[derive(Serialize)]
struct Article<'a> {
    path: &'a str,
    title: Option<&'a str>,
    published: Option<Published>,
    dates: Vec<DateMention>,
    entities: Vec<EntityMention>,
}

#[derive(Serialize)]
struct Published {
    value: Date,
    start: Option<u32>,
    end: Option<u32>,
    source: &'static str,
}

#[derive(Serialize)]
struct DateMention {
    start: u32,
    end: u32,
    text: String,
    #[serde(rename = "type")]
    kind: &'static str,
    value: String,
    anchor: AnchorKind,
}

#[derive(Serialize)]
struct EntityMention {
    start: u32,
    end: u32,
    text: String,
    kind: EntityKind,
    id: Box<str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<String>,
}

#[derive(Serialize)]
struct Entities<'a> {
    version: u32,
    entities: Vec<Entity<'a>>,
}

#[derive(Serialize)]
struct Entity<'a> {
    id: &'a str,
    kind: EntityKind,
    name: &'a str,
    /// `ministry`, `country`; absent where the names do not tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    subtype: Option<&'static str>,
    /// Where a place lies, whose a body is; absent where neither the names nor the lists tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<&'static str>,
    aliases: &'a [Box<str>],
    roles: Vec<Role<'a>>,
    mentions: Vec<Passage<'a>>,
}

impl<'a> Entity<'a> {
    fn of(entry: &'a Entry) -> Self {
        let roles = entry.roles.iter().map(|span| Role {
            role: office(&span.role),
            of: span.role.of.as_deref(),
            from: span.from,
            to: span.to,
            mentions: span.mentions,
        });
        let subtype = subtype(&entry.entity, Lexicon::built_in());
        Self {
            id: &entry.entity.id,
            kind: entry.entity.kind,
            name: &entry.entity.name,
            subtype: subtype.name,
            country: subtype.country,
            aliases: &entry.entity.aliases,
            roles: roles.collect(),
            mentions: entry.mentions.iter().map(Passage::of).collect(),
        }
    }
}

#[derive(Serialize)]
struct Role<'a> {
    role: String,
    of: Option<&'a str>,
    from: Option<Date>,
    to: Option<Date>,
    mentions: u32,
}
