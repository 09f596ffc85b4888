//! Feature: hover
//!
//! Over a name: who or what it is, its offices with their dates, its other names, how often and when
//! the folder speaks of it, the fullest account, and why its names were taken for one. Over a date:
//! the day that it means and how that was computed.

use jiff::civil::Date;

use crate::base::cancel::{CancelToken, Cancelled};
use crate::base::id::{ArticleId, DocId};
use crate::base::kind::EntityKind;
use crate::base::span::Span;
use crate::ide::affair::{Affair, affair};
use crate::ide::definition;
use crate::ide::explain::{Explained, explain};
use crate::ide::subject::{By, Subject, subject};
use crate::ide::workspace_symbols::count;
use crate::knowledge::Entity;
use crate::knowledge::entities::LinkReason;
use crate::knowledge::roles::RoleSpan;
use crate::knowledge::subtypes::{Subtype, subtype};
use crate::lang::claims::Status;
use crate::lang::dates::{AnchorKind, DayInterval};
use crate::lang::lexicon::Lexicon;
use crate::lang::names::facets::{Facet, facet};
use crate::lang::names::{Role, Standing};
use crate::source::{self, PublishedSource};
use crate::state::{MentionRef, Snapshot};
use crate::text::fold::fold;
use crate::text::position::LineIndex;

/// What is shown over a name or a date.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HoverCard {
    /// What the card is about, in the hovered document.
    pub span: Span,
    /// The card, at most 15 lines.
    pub lines: Vec<Vec<Piece>>,
}

/// A stretch of a card's line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Piece {
    /// The line is an item of a list (first piece only).
    Bullet,
    /// Words as they are; nothing in them is markup.
    Text(String),
    /// Words that stand out.
    Strong(String),
    /// Side remarks.
    Emphasis(String),
    /// Words that lead to a line of a document, counted from 0.
    Link { text: String, doc: DocId, line: u32 },
}

/// At most so many lines are shown.
const MAX_LINES: usize = 15;
/// At most so many other names are shown.
const MAX_ALIASES: usize = 5;
/// At most so many earlier offices are shown.
const MAX_ROLES: usize = 4;
/// Quotations are cut to about so many bytes on each side of the name.
const QUOTE_REACH: usize = 60;

/// The card of what stands at an offset.
pub fn hover(
    snapshot: &Snapshot,
    doc: DocId,
    offset: u32,
    cancel: &CancelToken,
) -> Result<Option<HoverCard>, Cancelled> {
    let card = match subject(snapshot, doc, offset) {
        Some(subject) => Some(entity_card(snapshot, &subject, cancel)?),
        None => {
            snapshot.date_at(doc, offset).and_then(|(article, index)| date_card(snapshot, article, index))
        }
    };
    cancel.checkpoint()?;
    Ok(with_findings(card, explain(snapshot, doc, offset)))
}

/// The card with what is found at its place below it: each finding and why it is made.
fn with_findings(card: Option<HoverCard>, found: Vec<Explained>) -> Option<HoverCard> {
    let Some(first) = found.first() else { return card };
    let mut card = card.unwrap_or(HoverCard { span: first.finding.span, lines: Vec::new() });
    for Explained { finding, steps } in found {
        if !card.lines.is_empty() {
            card.lines.push(Vec::new());
        }
        let suppressed = if finding.suppressed.is_some() { " (suppressed)" } else { "" };
        card.lines.push(vec![
            Piece::Strong(format!("{}{suppressed}", finding.code)),
            text(format!(" · {}", finding.message)),
        ]);
        card.lines.extend(steps.into_iter().map(|step| vec![Piece::Bullet, text(step)]));
    }
    if card.lines.len() > MAX_LINES {
        card.lines.truncate(MAX_LINES - 1);
        card.lines.push(vec![Piece::Emphasis("… `dateline explain` says the rest".to_owned())]);
    }
    Some(card)
}

/// A card's lines as plain words.
pub fn plain_lines(card: &HoverCard) -> Vec<String> {
    let words = |line: &Vec<Piece>| -> String {
        let pieces = line.iter().map(|piece| match piece {
            Piece::Text(text) | Piece::Strong(text) | Piece::Emphasis(text) | Piece::Link { text, .. } => {
                text
            }
            Piece::Bullet => "- ",
        });
        pieces.collect()
    };
    card.lines.iter().map(words).collect()
}

fn text(words: impl Into<String>) -> Piece {
    Piece::Text(words.into())
}

fn entity_card(snapshot: &Snapshot, subject: &Subject, cancel: &CancelToken) -> Result<HoverCard, Cancelled> {
    let entity = &*subject.entity;
    let mentions = snapshot.mentions_of(entity, cancel)?;
    let roles = snapshot.roles(&mentions);
    let kind = subtype(entity, Lexicon::built_in());
    let mut lines = vec![headline(entity, kind, roles.first())];
    lines.push(summary(snapshot, entity, &mentions));
    if matches!(entity.kind, EntityKind::Agreement | EntityKind::Event) {
        lines.extend(affair_lines(&affair(snapshot, &subject.entity, cancel)?));
    }
    for role in roles.iter().skip(1).take(MAX_ROLES) {
        lines.push(vec![Piece::Bullet, text(role_words(&role.role) + " "), Piece::Emphasis(role_time(role))]);
    }
    cancel.checkpoint()?;
    if let By::Name(here) = &subject.by {
        lines.extend(facet_line(snapshot, here, kind));
    }
    if let Some(account) = definition::fullest(snapshot, mentions.iter()) {
        lines.push(account_line(snapshot, account));
    }
    lines.push(vec![Piece::Emphasis(why(subject))]);
    Ok(HoverCard { span: subject.span, lines })
}

/// `**Ann Example** · person · Foreign Minister (Atlantis) as of 2025-02-18`
fn headline(entity: &Entity, kind: Subtype, role: Option<&RoleSpan>) -> Vec<Piece> {
    let kind = kind.describe(entity.kind);
    let mut line = vec![Piece::Strong(entity.name.to_string()), text(format!(" · {kind}"))];
    if let Some(role) = role {
        line.push(text(format!(" · {} ", role_words(&role.role))));
        line.push(Piece::Emphasis(role_time(role)));
    }
    line
}

/// `former Foreign Minister · Atlantis`
fn role_words(role: &Role) -> String {
    let standing = match role.standing {
        Standing::Current => "",
        Standing::Acting => "acting ",
        Standing::Former => "former ",
    };
    match &role.of {
        Some(of) => format!("{standing}{}, {of}", role.title),
        None => format!("{standing}{}", role.title),
    }
}

fn role_time(role: &RoleSpan) -> String {
    match (role.from, role.to) {
        (Some(from), Some(to)) if from != to => format!("(from {from} to {to})"),
        (_, Some(day)) | (Some(day), None) => format!("(as of {day})"),
        (None, None) => format!("({})", count(role.mentions.into(), "mention")),
    }
}

/// `also: “Example” · 12 mentions in 5 articles, 2025-01-10 → 2025-02-21`
fn summary(snapshot: &Snapshot, entity: &Entity, mentions: &[MentionRef]) -> Vec<Piece> {
    let mut aliases: Vec<String> =
        entity.aliases.iter().take(MAX_ALIASES).map(|alias| format!("“{alias}”")).collect();
    if entity.aliases.len() > MAX_ALIASES {
        aliases.push(format!("{} more", entity.aliases.len() - MAX_ALIASES));
    }
    let also = if aliases.is_empty() { String::new() } else { format!("also: {} · ", aliases.join(", ")) };
    let mut articles: Vec<ArticleId> = mentions.iter().map(|mention| mention.article).collect();
    articles.sort_unstable();
    articles.dedup();
    let mut days: Vec<Date> =
        articles.iter().filter_map(|&article| Some(snapshot.published(article)?.date)).collect();
    days.sort_unstable();
    let when = match (days.first(), days.last()) {
        (Some(first), Some(last)) if first != last => format!(", {first} → {last}"),
        (Some(only), _) => format!(", {only}"),
        _ => String::new(),
    };
    let times = count(mentions.len() as u64, "mention");
    let places = count(articles.len() as u64, "article");
    vec![text(format!("{also}{times} in {places}{when}"))]
}

/// `here probably: the government of Turkey`, over a country or capital that does something.
fn facet_line(snapshot: &Snapshot, here: &MentionRef, kind: Subtype) -> Option<Vec<Piece>> {
    let country = match kind.name? {
        "country" => here.words(),
        "capital" => kind.country?,
        _ => return None,
    };
    let (reading, span) = reading(snapshot, here)?;
    let lines = LineIndex::new(&reading);
    let line = lines.line_span(&reading, lines.line_of(span.start))?;
    let facet = facet(&reading, line, span, Lexicon::built_in())?;
    (facet == Facet::Government)
        .then(|| vec![Piece::Emphasis(format!("here probably: the government of {country}"))])
}

/// The text of a mention's document as it is read, and the mention's place in it.
fn reading(snapshot: &Snapshot, mention: &MentionRef) -> Option<(String, Span)> {
    let file = snapshot.text(mention.doc())?;
    let format = snapshot.format(mention.doc());
    let reading = source::read(&file, format);
    let span = mention.span();
    let span = Span::new(reading.map.to_reading(span.start), reading.map.to_reading(span.end));
    Some((reading.text, span))
}

/// `First: articles/a.txt:3 “…Foreign Minister Ann Example said…”`
fn account_line(snapshot: &Snapshot, account: &MentionRef) -> Vec<Piece> {
    let at = account.at().start;
    let path = snapshot.path(account.doc());
    let name = path.file_name().unwrap_or(path.as_str());
    let place = Piece::Link { text: format!("{name}:{}", at.line + 1), doc: account.doc(), line: at.line };
    let mut line = vec![text("Fullest account: "), place];
    // Quoted as it is read, without markup, wrapped lines joined.
    if let Some((reading, span)) = reading(snapshot, account) {
        line.push(text(format!(" “{}”", quotation(&reading, span))));
    }
    line
}

/// The words round a span, cut at spaces, on one line, with dots where something is left out.
fn quotation(text: &str, span: Span) -> String {
    let lines = LineIndex::new(text);
    let line = |offset| lines.line_span(text, lines.line_of(offset)).unwrap_or(span);
    let (head, tail) = (line(span.start), line(span.end));
    let before = Span::new(head.start, span.start).of_text(text);
    let behind = Span::new(span.end, tail.end).of_text(text);
    let start = before
        .char_indices()
        .rev()
        .find(|(at, character)| before.len() - at > QUOTE_REACH && character.is_whitespace());
    let end = behind.char_indices().find(|(at, character)| *at > QUOTE_REACH && character.is_whitespace());
    let before = start.map_or(before.to_owned(), |(at, _)| {
        format!("…{}", before.get(at..).unwrap_or_default().trim_start())
    });
    let behind =
        end.map_or(behind.to_owned(), |(at, _)| format!("{}…", behind.get(..at).unwrap_or_default()));
    let words = format!("{before}{}{behind}", span.of_text(text));
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Who takes part, when and where, and how far it came by each report.
fn affair_lines(affair: &Affair) -> Vec<Vec<Piece>> {
    let mut told: Vec<String> = Vec::new();
    let names: Vec<&str> =
        affair.participants.iter().take(MAX_ALIASES).map(|participant| &*participant.name).collect();
    if !names.is_empty() {
        told.push(format!("with {}", names.join(", ")));
    }
    if let Some(days) = affair.days {
        told.push(days_words(days));
    }
    if let Some(place) = &affair.place {
        told.push(format!("in {}", place.name));
    }
    let mut lines = Vec::new();
    if !told.is_empty() {
        lines.push(vec![text(told.join(" · "))]);
    }
    let mut last = None;
    for stage in affair.stages.iter().filter(|stage| stage.status != Status::Told) {
        if last.replace(stage.status) == Some(stage.status) || lines.len() > MAX_ROLES {
            continue;
        }
        let reported = stage.reported.map_or_else(String::new, |day| format!(" (reported {day})"));
        let when = stage.days.map_or_else(String::new, |days| format!(", {}", days_words(days)));
        lines.push(vec![
            Piece::Bullet,
            text(format!("{}{when}", stage.status.name())),
            Piece::Emphasis(reported),
        ]);
    }
    lines
}

/// One day, or first and last.
fn days_words(days: DayInterval) -> String {
    if days.first == days.last { days.first.to_string() } else { format!("{} to {}", days.first, days.last) }
}

/// Why a description was taken for one of this agreement or event.
fn why_told(here: &MentionRef, entity: &Entity) -> String {
    let label = here.statement().and_then(|one| here.facts().records.get(one.record as usize));
    let label = label.map_or("", |record| &*record.label);
    let link = entity.links.iter().find(|link| *link.form == *label);
    match link.or(entity.links.first()) {
        Some(link) => format!("why “{}”: {}", link.form, link.reason.words()),
        None => "why: only this article tells of it".to_owned(),
    }
}

/// Why the hovered words were taken for this entity.
fn why(subject: &Subject) -> String {
    match &subject.by {
        By::Name(here) => why_named(here, &subject.entity),
        By::Description(named) => format!("why: probably stands for “{}” in this article", named.words()),
        By::Statement(here) => why_told(here, &subject.entity),
        By::Demonym => format!("why: the word means “of {}”", subject.entity.name),
    }
}

fn why_named(here: &MentionRef, entity: &Entity) -> String {
    let words = here.words();
    let form = fold(words);
    let fullest = here.chain().and_then(|chain| chain.forms.first());
    let reason = match fullest {
        _ if fold(&entity.name) == form => "the name itself".to_owned(),
        Some(full) if *full.folded != *form => {
            match entity.links.iter().find(|link| link.form == full.folded) {
                Some(link) => format!("“{}” in this article; {}", full.text, link.reason.words()),
                None => format!("“{}” in this article", full.text),
            }
        }
        Some(full) => {
            let link = entity.links.iter().find(|link| link.form == full.folded);
            link.map_or(LinkReason::NamesAgree, |link| link.reason).words().into_owned()
        }
        None => LinkReason::NamesAgree.words().into_owned(),
    };
    format!("why “{words}”: {reason}")
}

/// The card of an article's time expression.
pub fn date_card(snapshot: &Snapshot, article: ArticleId, index: usize) -> Option<HoverCard> {
    let date = snapshot.article(article)?.dates.get(index)?;
    let timex = snapshot.timexes(article).into_iter().nth(index)?;
    let mut headline =
        vec![Piece::Strong(timex.value.clone()), text(format!(" · {}", timex.kind.name().to_lowercase()))];
    if let Some(modifier) = timex.modifier {
        headline.push(text(format!(" · {}", modifier.to_lowercase().replace('_', " "))));
    }
    if let Some(interval) = timex.interval {
        headline.push(text(format!(" · {}", days(interval))));
    }
    let mut lines = vec![headline];
    if !timex.why.is_empty() {
        lines.push(vec![text(timex.why.clone())]);
    }
    lines.push(vec![Piece::Emphasis(anchor_words(snapshot, article, timex.anchor))]);
    Some(HoverCard { span: date.span, lines })
}

/// `Monday, 17 February 2020`, `1 to 31 March 2020 …`
fn days(interval: DayInterval) -> String {
    let long = |day: Date| day.strftime("%A, %-d %B %Y").to_string();
    if interval.first == interval.last {
        long(interval.first)
    } else {
        format!("{} – {}", interval.first, interval.last)
    }
}

fn anchor_words(snapshot: &Snapshot, article: ArticleId, anchor: AnchorKind) -> String {
    let published = snapshot.published(article).map(|published| {
        let says = match published.source {
            PublishedSource::Option => "as the command line says",
            PublishedSource::Annotation => "as your note says",
            PublishedSource::FrontMatter => "as the file's own data says",
            PublishedSource::Header => "as the date line says",
            PublishedSource::Dateline => "as the dateline says",
            PublishedSource::Inferred => "as the file's name says",
        };
        format!("published {}, {says}", published.date)
    });
    match (anchor, published) {
        (AnchorKind::Published, Some(published)) => format!("counted from the publication date: {published}"),
        (AnchorKind::Previous, _) => "counted from a date named before it".to_owned(),
        (AnchorKind::None, Some(published)) => format!("this article: {published}"),
        (AnchorKind::None | AnchorKind::Published, None) => {
            "this article gives no publication date".to_owned()
        }
    }
}
