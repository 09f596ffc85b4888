//! What the folder tells of one agreement or event: who took part, when, where, how far it came.
//!
//! Gathered from its statements when asked: hover, timeline and call hierarchy show the same.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use crate::base::cancel::{CancelToken, Cancelled};
use crate::knowledge::Entity;
use crate::lang::claims::{Part, Party, Place, Status};
use crate::lang::dates::DayInterval;
use crate::lang::lexicon::Lexicon;
use crate::state::{MentionRef, Snapshot};

/// An agreement or event, as all articles together tell it.
#[derive(Clone, Debug)]
pub struct Affair {
    pub entity: Arc<Entity>,
    /// By how many statements name them, most first.
    pub participants: Vec<Participant>,
    /// The days that most statements give, the narrowest of them; `None` where none is dated.
    pub days: Option<DayInterval>,
    pub place: Option<Arc<Entity>>,
    /// How far it had come, by report: articles by publication date, those without one last.
    pub stages: Vec<Stage>,
    /// By path and place.
    pub mentions: Vec<MentionRef>,
}

/// Somebody who takes part.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Participant {
    /// Who it is; `None` for a country that the folder names by its people only.
    pub entity: Option<Arc<Entity>>,
    pub name: String,
    pub part: Part,
}

/// What one statement says of how far it has come.
#[derive(Clone, Debug)]
pub struct Stage {
    pub status: Status,
    pub reported: Option<Date>,
    pub days: Option<DayInterval>,
    pub mention: MentionRef,
}

/// What the folder tells of an agreement or event.
pub fn affair(snapshot: &Snapshot, entity: &Arc<Entity>, cancel: &CancelToken) -> Result<Affair, Cancelled> {
    let mentions = snapshot.mentions_of(entity, cancel)?;
    let mut participants: BTreeMap<String, (usize, Participant)> = BTreeMap::new();
    let mut places: BTreeMap<Box<str>, (usize, Arc<Entity>)> = BTreeMap::new();
    let mut days: BTreeMap<(Date, Date), usize> = BTreeMap::new();
    let mut stages = Vec::new();
    for mention in &mentions {
        cancel.checkpoint()?;
        for statement in snapshot.statements_at(mention) {
            let told = snapshot.days_of(mention.article, &statement.dates);
            if let Some(told) = told {
                *days.entry((told.first, told.last)).or_default() += 1;
            }
            for party in &statement.parties {
                let Some(participant) = participant(snapshot, mention, party) else { continue };
                let key = participant.name.clone();
                participants.entry(key).or_insert_with(|| (0, participant)).0 += 1;
            }
            if let Some(place) =
                statement.place.as_ref().and_then(|place| place_entity(snapshot, mention, place))
            {
                places.entry(place.id.clone()).or_insert_with(|| (0, place)).0 += 1;
            }
            let reported = snapshot.published(mention.article).map(|published| published.date);
            stages.push(Stage { status: statement.status, reported, days: told, mention: mention.clone() });
        }
    }
    let mut participants: Vec<(usize, Participant)> = participants.into_values().collect();
    participants
        .sort_by(|(ones, one), (others, other)| others.cmp(ones).then_with(|| one.name.cmp(&other.name)));
    let days = days.into_iter().max_by_key(|((first, last), count)| {
        let length = first.until(*last).map_or(i32::MAX, |span| span.get_days());
        (*count, std::cmp::Reverse((length, *first)))
    });
    stages.sort_by(|one, other| {
        (one.reported.is_none(), one.reported).cmp(&(other.reported.is_none(), other.reported))
    });
    Ok(Affair {
        entity: entity.clone(),
        participants: participants.into_iter().map(|(_, participant)| participant).collect(),
        days: days.map(|((first, last), _)| DayInterval { first, last }),
        place: places
            .into_values()
            .max_by_key(|(count, place)| (*count, std::cmp::Reverse(place.id.clone())))
            .map(|(_, place)| place),
        stages,
        mentions,
    })
}

fn participant(snapshot: &Snapshot, mention: &MentionRef, party: &Party) -> Option<Participant> {
    let entity = party
        .mention
        .and_then(|index| snapshot.name_in(mention, index))
        .and_then(|name| snapshot.entity(&name));
    let country = || Some(Lexicon::built_in().country(party.country?)?.name.to_owned());
    let name = entity.as_ref().map(|entity| entity.name.to_string()).or_else(country)?;
    Some(Participant { entity, name, part: party.role })
}

fn place_entity(snapshot: &Snapshot, mention: &MentionRef, place: &Place) -> Option<Arc<Entity>> {
    snapshot.entity(&snapshot.name_in(mention, place.mention)?)
}
