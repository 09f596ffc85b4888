//! Feature: call hierarchy
//!
//! Who met, called, attacked or signed with whom: of somebody, the others whom his or her doings were
//! done to or shared with (outgoing), and those who did them (incoming). What two do together, a
//! meeting, an agreement, stands on both sides.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::cancel::{CancelToken, Cancelled};
use crate::base::id::DocId;
use crate::base::kind::EntityKind;
use crate::base::span::Span;
use crate::ide::subject::subject;
use crate::ide::{Location, definition};
use crate::knowledge::Entity;
use crate::lang::claims::{Part, Statement};
use crate::state::{MentionRef, Snapshot};

/// Somebody whose dealings can be asked for.
#[derive(Clone, Debug)]
pub struct Actor {
    pub entity: Arc<Entity>,
    pub location: Location,
}

/// What somebody has to do with another.
#[derive(Clone, Debug)]
pub struct Dealing {
    /// The other side, where a statement names it.
    pub with: Actor,
    /// What they did, most recent report first: `phone call`, `met`.
    pub deeds: Vec<String>,
    /// The words that tell of it, all in one document: that of the one who does it.
    pub doc: DocId,
    pub told: Vec<Span>,
}

/// On which side of a deed somebody stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Direction {
    /// What the actor did to others, or with them.
    Outgoing,
    /// What others did to the actor, or with him or her.
    Incoming,
}

/// Whose dealings can be asked for at an offset: a person, a body or a country.
pub fn actor(
    snapshot: &Snapshot,
    doc: DocId,
    offset: u32,
    cancel: &CancelToken,
) -> Result<Option<Actor>, Cancelled> {
    let Some(subject) = subject(snapshot, doc, offset) else { return Ok(None) };
    if matches!(subject.entity.kind, EntityKind::Agreement | EntityKind::Event) {
        return Ok(None);
    }
    let account = definition::account(snapshot, &subject.entity, cancel)?;
    Ok(account.map(|account| Actor { entity: subject.entity, location: Location::of(&account) }))
}

/// The dealings of an actor, those with whom there are most first.
pub fn dealings(
    snapshot: &Snapshot,
    id: &str,
    direction: Direction,
    cancel: &CancelToken,
) -> Result<Vec<Dealing>, Cancelled> {
    let Some(entity) = snapshot.entities().iter().find(|entity| *entity.id == *id).cloned() else {
        return Ok(Vec::new());
    };
    let mut with: BTreeMap<(Box<str>, DocId), Dealing> = BTreeMap::new();
    for mention in snapshot.mentions_of(&entity, cancel)? {
        cancel.checkpoint()?;
        let Some(own) = mention.name_index() else { continue };
        for statement in &mention.facts().statements {
            let me = statement.parties.iter().find(|party| party.mention == Some(own));
            let Some(me) = me.filter(|party| stands(party.role, direction)) else { continue };
            for other in statement.parties.iter().filter(|party| party.mention != Some(own)) {
                let theirs = if direction == Direction::Outgoing { Part::Agent } else { Part::Patient };
                if other.role == theirs && me.role != other.role && me.role == Part::Participant {
                    continue;
                }
                let named = other.mention.and_then(|index| snapshot.name_in(&mention, index));
                let Some(named) = named else { continue };
                let Some(actor) = snapshot.entity(&named).filter(|actor| actor.id != entity.id) else {
                    continue;
                };
                let place = (actor.id.clone(), mention.doc());
                let dealing = with.entry(place).or_insert_with(|| dealing(&named, actor));
                add(dealing, statement);
            }
        }
    }
    let mut dealings: Vec<Dealing> = with.into_values().collect();
    dealings.sort_by(|one, other| {
        let place =
            |dealing: &Dealing| (snapshot.path(dealing.doc).to_owned(), dealing.with.entity.id.clone());
        other.told.len().cmp(&one.told.len()).then_with(|| place(one).cmp(&place(other)))
    });
    Ok(dealings)
}

/// Whether somebody with that part stands on that side.
fn stands(part: Part, direction: Direction) -> bool {
    match direction {
        Direction::Outgoing => part != Part::Patient,
        Direction::Incoming => part != Part::Agent,
    }
}

fn dealing(named: &MentionRef, entity: Arc<Entity>) -> Dealing {
    Dealing {
        with: Actor { entity, location: Location::of(named) },
        deeds: Vec::new(),
        doc: named.doc(),
        told: Vec::new(),
    }
}

fn add(dealing: &mut Dealing, statement: &Statement) {
    if !dealing.told.contains(&statement.span) {
        dealing.told.push(statement.span);
        let deed = statement.words.to_string();
        if !dealing.deeds.contains(&deed) {
            dealing.deeds.push(deed);
        }
    }
}
