//! The timeline: agreements and events of the folder in the order of time, each once, with the passages that tell of
//! it. What no article dates is left out: a day that nobody has given would be a guess.

use crate::base::cancel::{CancelToken, Cancelled};
use crate::base::kind::EntityKind;
use crate::ide::affair::{Affair, affair};
use crate::knowledge::timeline::When;
use crate::lang::claims::Status;
use crate::state::Snapshot;

/// One thing on the timeline.
#[derive(Clone, Debug)]
pub struct Entry {
    pub when: When,
    /// What it is in words, with how far it came where that is not plainly done.
    pub label: String,
    pub affair: Affair,
}

/// The timeline, and how many agreements and events have no day.
pub fn timeline(snapshot: &Snapshot, cancel: &CancelToken) -> Result<(Vec<Entry>, usize), Cancelled> {
    let mut entries = Vec::new();
    let mut undated = 0;
    for entity in snapshot.entities().iter() {
        if !matches!(entity.kind, EntityKind::Agreement | EntityKind::Event) {
            continue;
        }
        let affair = affair(snapshot, entity, cancel)?;
        match affair.days {
            Some(days) => entries.push(Entry { when: When::of(days), label: label(&affair), affair }),
            None => undated += 1,
        }
    }
    entries.sort_by(|one, other| {
        one.when.cmp(&other.when).then_with(|| one.affair.entity.id.cmp(&other.affair.entity.id))
    });
    Ok((entries, undated))
}

/// `talks: Chile, Kenya (planned)`: the name and the last status that a report gives it.
fn label(affair: &Affair) -> String {
    let last = affair.stages.iter().rev().map(|stage| stage.status).find(|status| *status != Status::Told);
    match last {
        Some(status) => format!("{} [{}]", affair.entity.name, status.name()),
        None => affair.entity.name.to_string(),
    }
}
