//! Which happenings of an article are of one person or thing, so that they have an order by their nature.

use crate::base::kind::EntityKind;
use crate::checks::article::happening::{Form, Happening, Who};
use crate::checks::article::prose::Prose;
use crate::knowledge::chronology::{befalls_a_person, comes_before};

/// Words of its clause that say that there is more than one case, arrest or agreement.
const OTHERWISE: &[&str] = &[
    "again",
    "retried",
    "another",
    "earlier",
    "previous",
    "previously",
    "separate",
    "separately",
    "second",
    "first",
    "other",
    "originally",
    "unrelated",
    "resumed",
    "once",
    "already",
    "different",
    "amended",
    "posthumously",
    "provisionally",
    "conditionally",
];

/// Words of its sentence that give it an order of its own.
const OUT_OF_TURN: &[&str] = &[
    "absentia",
    "absence",
    "absent",
    "retrial",
    "overturned",
    "quashed",
    "re-arrested",
    "rearrested",
    "bail",
    "parole",
    "reopened",
    "fugitive",
    "escaped",
    "reburied",
    "exhumed",
    "probation",
    "appealed",
    "annulled",
    "fled",
    "run",
];

/// The pairs of happenings of one person or thing of which the first must not be after the second: places in
/// what was given.
pub fn pairs(all: &[Happening<'_>]) -> Vec<(usize, usize)> {
    if is_out_of_turn(all) {
        return Vec::new();
    }
    let mut pairs = Vec::new();
    for (first, one) in all.iter().enumerate() {
        for (second, other) in all.iter().enumerate() {
            if comes_before(&one.class.name, &other.class.name) && is_one_case(all, one, other) {
                pairs.push((first, second));
            }
        }
    }
    pairs
}

/// Whether the article tells of somebody who was tried while he was away, or tried twice: what has an order by
/// its nature has none there.
fn is_out_of_turn(all: &[Happening<'_>]) -> bool {
    const TWICE: &[&str] = &[
        "absentia",
        "fugitive",
        "fugitives",
        "retrial",
        "re-arrested",
        "rearrested",
        "extradited",
        "extradition",
    ];
    let subject = all.first().map(|one| one.passage.subject);
    subject.is_some_and(|subject| {
        Prose::passages(&subject).any(|passage| passage.has_any(0..passage.count(), TWICE))
    })
}

fn is_one_case(all: &[Happening<'_>], one: &Happening<'_>, other: &Happening<'_>) -> bool {
    let plain = |happening: &Happening<'_>| {
        happening.is_told
            && happening.days().is_some()
            && !says_otherwise(happening)
            && !happening.is_one_of_several
    };
    // Only one of each sort is told of.
    let alone = |happening: &Happening<'_>| {
        all.iter().filter(|known| known.class.name == happening.class.name).all(|known| {
            let same_day = known.days().is_none() || known.days() == happening.days();
            same_day && !known.is_one_of_several
        })
    };
    if !plain(one) || !plain(other) || !alone(one) || !alone(other) {
        return false;
    }
    if !befalls_a_person(&one.class.name) {
        return true;
    }
    match (one.befell(), other.befell()) {
        (Who::Named(one), Who::Named(other)) => one == other,
        (Who::Named(chain), _) => is_only_one(all, chain),
        (_, Who::Named(chain)) => is_only_one(all, chain),
        _ => true,
    }
}

/// Whether nobody else is said to be arrested, tried, buried and so on.
fn is_only_one(all: &[Happening<'_>], chain: u32) -> bool {
    all.iter().filter(|one| befalls_a_person(&one.class.name) && is_of_a_case(one)).all(|one| {
        match one.befell() {
            Who::Named(other) => other == chain,
            _ => true,
        }
    })
}

fn is_of_a_case(happening: &Happening<'_>) -> bool {
    let name = &*happening.class.name;
    let any =
        ["arrest", "sentencing", "funeral", "release", "rescue", "swearing-in", "verdict", "plea", "trial"];
    any.iter().any(|last| name == *last || comes_before(name, last))
}

fn says_otherwise(happening: &Happening<'_>) -> bool {
    let passage = &happening.passage;
    let near = happening.scope.start.saturating_sub(1)..(happening.scope.end).min(happening.at.end + 8);
    passage.has_any(near, OTHERWISE)
        || (0..passage.count()).any(|at| !happening.at.contains(&at) && passage.is_any(at, OUT_OF_TURN))
        // Several people: `two men were arrested`.
        || happening.form != Form::Noun
            && happening.scope.clone().take_while(|at| *at < happening.at.start).any(|at| passage.number(at).is_some() && passage.item(at + 1).is_some_and(|item| !item.is_mark()))
        || people(happening) > 1
}

/// How many people are named where it says whom it befell: `Roe and Doe were arrested`.
fn people(happening: &Happening<'_>) -> usize {
    let Happening { scope, at, .. } = happening;
    let side = match happening.form {
        Form::Passive => scope.start..at.start,
        Form::Active if happening.class.has_object => at.end..scope.end.min(at.end + 6),
        Form::Active | Form::Noun => scope.start..at.start,
    };
    side.filter(|at| happening.passage.name(*at) == Some(EntityKind::Person)).count()
}
