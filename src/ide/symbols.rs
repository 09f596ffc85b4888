//! Feature: document symbols
//!
//! The outline of a document: its articles; in each, the people, bodies, places, agreements and
//! events at their first mention, and the dates, in the order of the text.

use crate::base::id::{ArticleId, DocId};
use crate::base::kind::EntityKind;
use crate::base::span::Span;
use crate::lang::facts::ArticleFacts;
use crate::state::Snapshot;

/// An entry of the outline.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Outline {
    pub name: String,
    /// Short words behind the name.
    pub detail: String,
    pub kind: OutlineKind,
    /// What belongs to the entry.
    pub span: Span,
    /// What to show when the entry is chosen; inside `span`.
    pub selection: Span,
    pub children: Vec<Outline>,
}

/// What an entry of the outline is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OutlineKind {
    Article,
    Entity(EntityKind),
    Date,
}

/// The outline of a document, one entry an article.
pub fn symbols(snapshot: &Snapshot, doc: DocId) -> Vec<Outline> {
    let Some(facts) = snapshot.facts(doc) else { return Vec::new() };
    let articles = (0u32..).zip(&facts.articles);
    articles.map(|(article, facts)| outline(snapshot, ArticleId { doc, article }, facts)).collect()
}

fn outline(snapshot: &Snapshot, article: ArticleId, facts: &ArticleFacts) -> Outline {
    let mut children = entities(snapshot, article);
    children.extend(dates(snapshot, article, facts));
    children.sort_by_key(|child| child.span);
    let name = match &facts.title {
        Some(title) => title.text.to_string(),
        None => snapshot.path(article.doc).file_name().unwrap_or("article").to_owned(),
    };
    let selection = facts.title.as_ref().map_or(Span::empty(facts.span.start), |title| title.span);
    let published = snapshot.published(article);
    Outline {
        name,
        detail: published.map(|published| published.date.to_string()).unwrap_or_default(),
        kind: OutlineKind::Article,
        span: facts.span.join(selection),
        selection,
        children,
    }
}

/// One entry a thing that the article names, at its first mention.
fn entities(snapshot: &Snapshot, article: ArticleId) -> Vec<Outline> {
    let mut entries: Vec<(Box<str>, u32, Outline)> = Vec::new();
    for mention in snapshot.mentions_in(article) {
        let Some(entity) = snapshot.entity(&mention) else { continue };
        let role = mention.role().map(|role| role.title.to_string());
        if let Some((_, count, entry)) = entries.iter_mut().find(|(id, ..)| *id == entity.id) {
            *count += 1;
            if entry.detail.is_empty() {
                entry.detail = role.unwrap_or_default();
            }
            continue;
        }
        let entry = Outline {
            name: entity.name.to_string(),
            detail: role.unwrap_or_default(),
            kind: OutlineKind::Entity(entity.kind),
            span: mention.span(),
            selection: mention.span(),
            children: Vec::new(),
        };
        entries.push((entity.id.clone(), 1, entry));
    }
    let counted = entries.into_iter().map(|(_, count, mut entry)| {
        let times = if count == 1 { String::new() } else { format!("{count}×") };
        entry.detail =
            [entry.detail, times].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        entry
    });
    counted.collect()
}

fn dates(snapshot: &Snapshot, article: ArticleId, facts: &ArticleFacts) -> Vec<Outline> {
    let Some(text) = snapshot.text(article.doc) else { return Vec::new() };
    let timexes = snapshot.timexes(article);
    let dated = facts.dates.iter().zip(timexes).filter(|(_, timex)| timex.interval.is_some());
    dated
        .map(|(date, timex)| Outline {
            name: date.span.of_text(&text).split_whitespace().collect::<Vec<_>>().join(" "),
            detail: timex.value,
            kind: OutlineKind::Date,
            span: date.span,
            selection: date.span,
            children: Vec::new(),
        })
        .collect()
}
