//! Feature: definition
//!
//! Leads from any mention to the fullest account of the thing: the mention with the longest form of
//! the name and a role beside it, near the head of a dated article. From that account itself it leads
//! to the next best one, so that a second jump never stands still.

use std::cmp::Reverse;

use camino::Utf8Path;
use jiff::civil::Date;

use crate::base::cancel::{CancelToken, Cancelled};
use crate::base::id::DocId;
use crate::base::span::Span;
use crate::ide::Location;
use crate::ide::subject::{Subject, subject};
use crate::knowledge::Entity;
use crate::source::ZoneKind;
use crate::state::{MentionRef, Snapshot};

/// Where a jump leads.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Target {
    /// The whole name that the jump starts from, or the words that stand for it.
    pub origin: Span,
    pub location: Location,
}

/// The fullest account of what stands at an offset.
pub fn definition(
    snapshot: &Snapshot,
    doc: DocId,
    offset: u32,
    cancel: &CancelToken,
) -> Result<Option<Target>, Cancelled> {
    let Some(Subject { span: origin, entity, .. }) = subject(snapshot, doc, offset) else { return Ok(None) };
    let mentions = snapshot.mentions_of(&entity, cancel)?;
    let best = fullest(snapshot, mentions.iter());
    let stands_here = |mention: &MentionRef| mention.doc() == doc && mention.span() == origin;
    let target = match best {
        Some(best) if stands_here(best) => {
            fullest(snapshot, mentions.iter().filter(|mention| !stands_here(mention))).or(Some(best))
        }
        best => best,
    };
    Ok(target.map(|target| Target { origin, location: Location::of(target) }))
}

/// The fullest account of an entity.
pub fn account(
    snapshot: &Snapshot,
    entity: &Entity,
    cancel: &CancelToken,
) -> Result<Option<MentionRef>, Cancelled> {
    let mentions = snapshot.mentions_of(entity, cancel)?;
    Ok(fullest(snapshot, mentions.iter()).cloned())
}

/// The fullest account among these mentions; of equal ones the earliest published, then by path.
pub fn fullest<'a>(
    snapshot: &Snapshot,
    mentions: impl Iterator<Item = &'a MentionRef>,
) -> Option<&'a MentionRef> {
    mentions.max_by_key(|mention| (fullness(snapshot, mention), Reverse(order(snapshot, mention))))
}

/// What a mention tells by itself, in points.
///
/// The weights order the criteria as the analysts' note on jumps has them: form, then role, then date
/// and place in the article. They were set by hand, not fitted.
fn fullness(snapshot: &Snapshot, mention: &MentionRef) -> i32 {
    let facts = mention.facts();
    let words = i32::try_from(mention.words().split_whitespace().count().min(5)).unwrap_or(5);
    let role = mention.role().map_or(0, |role| if role.of.is_some() { 18 } else { 14 });
    let told = mention.statement().map_or(0, |statement| {
        let slots = 2 * statement.parties.len() + statement.topic.len() + 2 * statement.dates.len();
        6 * i32::try_from(slots.min(8)).unwrap_or(8)
    });
    let dated = if snapshot.published(mention.article).is_some() { 4 } else { 0 };
    let body = facts.zones.iter().find(|zone| zone.kind == ZoneKind::Body);
    let place = match body.map(|body| mention.span().start.saturating_sub(body.span.start)) {
        _ if mention.zone() != ZoneKind::Body => -8,
        Some(0..400) => 6,
        Some(400..1000) => 3,
        _ => 0,
    };
    let draft = if snapshot.is_draft(mention.article) { -40 } else { 0 };
    10 * words + role + told + dated + place + draft
}

/// Articles by publication date, those without one behind, then by path and place.
fn order<'a>(snapshot: &'a Snapshot, mention: &MentionRef) -> (bool, Option<Date>, &'a Utf8Path, Span) {
    let published = snapshot.published(mention.article).map(|published| published.date);
    (published.is_none(), published, snapshot.path(mention.doc()), mention.span())
}
