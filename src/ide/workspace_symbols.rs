//! Feature: workspace symbols
//!
//! People, bodies, places, agreements and articles of the folder by name: any of their names, with or
//! without accents, in any case, by any part of it.

use std::cmp::Reverse;
use std::sync::Arc;

use crate::base::cancel::{CancelToken, Cancelled};
use crate::base::id::ArticleId;
use crate::base::span::Span;
use crate::ide::Location;
use crate::ide::definition;
use crate::ide::symbols::OutlineKind;
use crate::knowledge::Entity;
use crate::state::Snapshot;
use crate::text::fold::fold;

/// Something of the folder that can be looked up by name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FolderSymbol {
    pub name: String,
    pub kind: OutlineKind,
    /// `12 mentions`, or the day of an article.
    pub detail: String,
    pub location: Location,
}

/// How well a name fits a query, best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Fit {
    Whole,
    Start,
    WordStarts,
    Inside,
}

/// What in the folder a query finds, best first, at most `limit`. The empty query finds everything.
pub fn workspace_symbols(
    snapshot: &Snapshot,
    query: &str,
    limit: usize,
    cancel: &CancelToken,
) -> Result<Vec<FolderSymbol>, Cancelled> {
    let typed: Vec<char> = letters(query).collect();
    let query = fold(query);
    let mut found: Vec<(Fit, Reverse<u64>, Match)> = Vec::new();
    for (count, entity) in snapshot.entities().iter().enumerate() {
        if count % 256 == 0 {
            cancel.checkpoint()?;
        }
        let names = std::iter::once(&entity.name).chain(&entity.aliases);
        if let Some(fit) = names.filter_map(|name| fit(&query, &fold(name))).min() {
            found.push((fit, Reverse(entity.mentions), Match::Entity(entity.clone())));
        }
    }
    for (count, doc) in snapshot.docs().enumerate() {
        if count % 256 == 0 {
            cancel.checkpoint()?;
        }
        let Some(facts) = snapshot.facts(doc) else { continue };
        for (article, facts) in (0u32..).zip(&facts.articles) {
            let Some(title) = &facts.title else { continue };
            if let Some(fit) = fit(&query, &fold(&title.text)) {
                found.push((fit, Reverse(0), Match::Article(ArticleId { doc, article })));
            }
        }
    }
    // Stable: entities stay by id, articles by path.
    found.sort_by_key(|(fit, mentions, _)| (*fit, *mentions));
    found.truncate(limit);
    let mut symbols = Vec::with_capacity(found.len());
    for (_, _, matched) in found {
        cancel.checkpoint()?;
        let symbol = matched.symbol(snapshot, cancel)?;
        symbols.extend(symbol.map(|symbol| FolderSymbol { name: shown(symbol.name, &typed), ..symbol }));
    }
    Ok(symbols)
}

enum Match {
    Entity(Arc<Entity>),
    Article(ArticleId),
}

impl Match {
    fn symbol(self, snapshot: &Snapshot, cancel: &CancelToken) -> Result<Option<FolderSymbol>, Cancelled> {
        match self {
            Match::Entity(entity) => {
                let account = definition::account(snapshot, &entity, cancel)?;
                Ok(account.map(|account| FolderSymbol {
                    name: entity.name.to_string(),
                    kind: OutlineKind::Entity(entity.kind),
                    detail: count(entity.mentions, "mention"),
                    location: Location::of(&account),
                }))
            }
            Match::Article(article) => {
                let title = snapshot.article(article).and_then(|facts| facts.title.as_ref());
                Ok(title.map(|title| FolderSymbol {
                    name: title.text.to_string(),
                    kind: OutlineKind::Article,
                    detail: snapshot.published(article).map(|one| one.date.to_string()).unwrap_or_default(),
                    location: Location {
                        doc: article.doc,
                        span: Span::empty(title.span.start),
                        at: title.at,
                    },
                }))
            }
        }
    }
}

/// The name and, where the letters as typed do not occur in it in their order, its plain spelling: some
/// editors filter what is found once more, and hide `Çelik` from who types `celik`.
fn shown(name: String, typed: &[char]) -> String {
    let mut left = typed.iter().peekable();
    for letter in letters(&name) {
        left.next_if(|wanted| **wanted == letter);
    }
    if left.next().is_none() { name } else { format!("{name} ({})", fold(&name)) }
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|character| !character.is_whitespace()).flat_map(char::to_lowercase)
}

/// `1 mention`, `12 mentions`.
pub fn count(number: u64, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

fn fit(query: &str, name: &str) -> Option<Fit> {
    if name == query {
        return Some(Fit::Whole);
    }
    if name.starts_with(query) {
        return Some(Fit::Start);
    }
    let word_starts = |part: &str| name.split(' ').any(|word| word.starts_with(part));
    if query.split(' ').all(word_starts) {
        return Some(Fit::WordStarts);
    }
    name.contains(query).then_some(Fit::Inside)
}
