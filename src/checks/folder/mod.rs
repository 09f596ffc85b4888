//! Checks of the folder: its files, and what the analyst keeps beside the articles.

pub mod same_text;
pub mod stale_suppression;
pub mod undated_article;

use crate::base::span::Span;
use crate::lang::facts::ArticleFacts;
use crate::source::ZoneKind;

/// Where a finding about a whole article stands: its headline, else the first line of the story.
fn head(facts: &ArticleFacts, text: &str) -> Span {
    if let Some(title) = &facts.title {
        return title.span;
    }
    let story = facts.zones.iter().find(|zone| zone.kind == ZoneKind::Body);
    let story = story.map_or(facts.span, |zone| zone.span);
    let line = story.of_text(text).lines().next().unwrap_or_default();
    let start = story.start as usize;
    Span::of(start..start + line.len())
}
