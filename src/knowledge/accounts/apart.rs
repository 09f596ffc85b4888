//! Two accounts of one thing that give it another day: what speaks for their being of one thing, time left aside.

use crate::base::kind::EntityKind;
use crate::knowledge::accounts::{Account, Evidence, Grounds, Time, WEEK, compare_by, gap, length};

/// What speaks for two accounts being of one thing of which one gives another day; `None` where that is
/// not so, or too little speaks for it. What differs is left out of the comparison, and much more is
/// asked for than to link: both sides by name, or parties and subject of an agreement.
pub fn contradict(one: &Account, other: &Account) -> Option<Evidence> {
    let (first, second) = one.days.zip(other.days)?;
    if first.meet(second).is_some() || one.is_vague() || other.is_vague() {
        return None;
    }
    // Midnight lies elsewhere for every newsroom: a day more or less is no contradiction.
    let near = one.reported.zip(other.reported).map(|(one, other)| gap(one, other));
    let is_event = one.kind() != EntityKind::Agreement;
    let exact = length(first) == 1 && length(second) == 1;
    let close = (2..=WEEK).contains(&gap(first, second)) && near.is_none_or(|near| near <= 4);
    if is_event && !(exact && close) {
        return None;
    }
    let found = timeless(one, other)?;
    let convinces = match one.kind() {
        EntityKind::Agreement => {
            found.grounds.any(Grounds::TOPIC) && found.grounds.any(Grounds::PARTIES) && found.score >= 60
        }
        _ => {
            let people = found.grounds.any(Grounds::PEOPLE) && found.grounds.any(Grounds::PARTIES);
            let round = found.grounds.any(Grounds::ROUND) && found.grounds.any(Grounds::PARTIES);
            people || round
        }
    };
    convinces.then_some(found)
}

/// What speaks for two accounts being of one thing, the time left aside; `None` where they do not name the
/// same sides: the people of both by name, the round and its parties, or the subject and parties of an
/// agreement.
pub fn alike(one: &Account, other: &Account) -> Option<Evidence> {
    let found = timeless(one, other)?;
    let of = match one.kind() {
        EntityKind::Agreement => Grounds::TOPIC.or(Grounds::NAME),
        _ => Grounds::PEOPLE.or(Grounds::ROUND),
    };
    (found.grounds.any(of) && found.grounds.any(Grounds::PARTIES)).then_some(found)
}

/// What speaks for two accounts being of one thing, whatever their days.
fn timeless(one: &Account, other: &Account) -> Option<Evidence> {
    compare_by(one, other, Time::LeftAside)
}
