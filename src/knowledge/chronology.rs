//! When the things that one article tells of took place, by its own words: days and orders as constraints of a
//! [temporal network](network), each with the words that state it.
//!
//! A day is a stretch of the calendar, as wide as the words leave it (`in March`, a bare weekday of one week or
//! the next); an order is stated (`before the vote`) or lies in the things themselves ([`comes_before`]: nobody is
//! sentenced before the arrest). Where not all can be true, the fewest statements that cannot be are the
//! explanation. Nothing here reads text.

use jiff::civil::Date;

use crate::knowledge::network::{self, Constraint, ORIGIN, Point};
use crate::lang::dates::DayInterval;

/// Points in time, what is known of them, and why.
#[derive(Clone, Debug)]
pub struct Chronology<R> {
    points: usize,
    constraints: Vec<Constraint>,
    reasons: Vec<R>,
}

impl<R> Default for Chronology<R> {
    fn default() -> Self {
        Chronology { points: ORIGIN + 1, constraints: Vec::new(), reasons: Vec::new() }
    }
}

impl<R> Chronology<R> {
    /// Something that takes place within these days, as `reason` says.
    pub fn within(&mut self, days: DayInterval, reason: R) -> Point {
        let to = self.points;
        self.points += 1;
        let (least, most) = (since_epoch(days.first), since_epoch(days.last));
        self.constraints.push(Constraint { from: ORIGIN, to, least, most });
        self.reasons.push(reason);
        to
    }

    /// One thing takes place no later than another, give or take so many days, as `reason` says.
    pub fn before(&mut self, one: Point, other: Point, tolerance: i32, reason: R) {
        self.constraints.push(Constraint { from: one, to: other, least: -tolerance, most: i32::MAX });
        self.reasons.push(reason);
    }

    /// The fewest statements that cannot all be true, in the order in which they were made.
    pub fn conflict(&self) -> Option<Vec<&R>> {
        let fewest = network::conflict(self.points, &self.constraints)?;
        Some(fewest.into_iter().filter_map(|index| self.reasons.get(index)).collect())
    }
}

/// Sorts of happenings in the order in which they befall one person or thing. Not all befall everybody, and
/// some pairs have no order: who is charged may be at large.
const ORDERS: &[&[&str]] = &[
    &["arrest", "plea", "sentencing"],
    &["arrest", "verdict", "sentencing"],
    &["charge", "verdict", "sentencing"],
    &["charge", "plea", "sentencing"],
    &["arrest", "trial", "verdict", "sentencing"],
    &["charge", "trial", "verdict", "sentencing"],
    &["arrest", "extradition"],
    &["verdict", "appeal", "upholding"],
    &["sentencing", "appeal", "upholding"],
    &["ruling", "appeal"],
    &["injury", "hospital discharge"],
    &["disappearance", "finding"],
    &["sentencing", "execution"],
    &["agreeing", "signing", "in force"],
    &["hijacking", "release"],
    &["kidnapping", "release"],
    &["kidnapping", "rescue"],
    &["death", "funeral"],
    &["killing", "funeral"],
    &["nomination", "confirmation", "swearing-in"],
    &["appointment", "swearing-in"],
    &["wedding", "divorce"],
    &["escape", "recapture"],
    &["signing", "ratification", "in force"],
    &["launch", "landing"],
    &["fire", "put out"],
    &["grounding", "refloating"],
    &["birth", "death", "funeral"],
];

/// Whether what is of the first sort cannot come after what is of the other, of one person or thing.
pub fn comes_before(one: &str, other: &str) -> bool {
    ORDERS.iter().any(|order| {
        let place = |name: &str| order.iter().position(|known| *known == name);
        place(one).zip(place(other)).is_some_and(|(one, other)| one < other)
    })
}

/// Whether the sort is one of those that befall a person.
pub fn befalls_a_person(sort: &str) -> bool {
    !matches!(
        sort,
        "agreeing"
            | "signing"
            | "ratification"
            | "in force"
            | "launch"
            | "landing"
            | "fire"
            | "put out"
            | "grounding"
            | "refloating"
    )
}

/// Days since 1970-01-01.
pub fn since_epoch(day: Date) -> i32 {
    const EPOCH: Date = jiff::civil::date(1970, 1, 1);
    EPOCH.until((jiff::Unit::Day, day)).map_or(0, |span| span.get_days())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(first: &str, last: &str) -> DayInterval {
        DayInterval { first: first.parse().expect("a day"), last: last.parse().expect("a day") }
    }

    #[test]
    fn what_cannot_all_be_true_is_named_and_nothing_else() {
        let mut chronology = Chronology::default();
        let vote = chronology.within(days("2031-03-01", "2031-03-31"), "the vote is in March");
        let arrest = chronology.within(days("2031-05-08", "2031-05-08"), "the arrest is on 8 May");
        let sentence = chronology.within(days("2031-04-03", "2031-04-03"), "the sentence is on 3 April");
        chronology.before(vote, arrest, 0, "the vote is before the arrest");
        assert_eq!(chronology.conflict(), None);
        chronology.before(arrest, sentence, 0, "the arrest is before the sentence");
        let fewest = chronology.conflict().expect("a conflict");
        assert_eq!(
            fewest,
            [&"the arrest is on 8 May", &"the sentence is on 3 April", &"the arrest is before the sentence"]
        );
    }

    #[test]
    fn a_month_leaves_room() {
        let mut chronology = Chronology::default();
        let one = chronology.within(days("2031-03-01", "2031-03-31"), ());
        let other = chronology.within(days("2031-03-04", "2031-03-04"), ());
        chronology.before(one, other, 0, ());
        assert_eq!(chronology.conflict(), None);
    }

    #[test]
    fn cases_have_an_order() {
        assert!(comes_before("arrest", "sentencing"));
        assert!(!comes_before("sentencing", "arrest"));
        assert!(!comes_before("arrest", "charge"), "who is charged may be at large");
    }
}
