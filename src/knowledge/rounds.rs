//! Rounds of talks by number: the second is not before the first.
//!
//! Rounds that words tie to one series, with the days that words give them, are points of a
//! [temporal network](network). Who a round belongs to is decided by what its record says: the same
//! parties, no other subject. Only days that name their month count, since a bare weekday can mean
//! another week.

use crate::base::id::ArticleId;
use crate::knowledge::chronology::since_epoch;
use crate::knowledge::network::{self, Constraint, ORIGIN, Point};
use crate::lang::claims::records::agree;
use crate::lang::claims::{Record, Statement, Status};
use crate::lang::dates::rule::{Place, Rule};
use crate::lang::dates::{DateExpr, DayInterval};
use crate::lang::facts::ArticleFacts;

/// A numbered round and the days that its words give it.
#[derive(Clone, Copy, Debug)]
pub struct Round<'f> {
    pub article: ArticleId,
    pub statement: &'f Statement,
    /// Its place in the series: 2 of `the second round`.
    pub ordinal: u8,
    pub days: DayInterval,
    record: &'f Record,
}

/// Two rounds of one series whose days are the wrong way round: places in what was given.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Reversal {
    /// The round with the lower number.
    pub first: usize,
    pub second: usize,
}

/// How many days rounds of one series may lie the wrong way round: further apart they are of two series,
/// or a year was read wrongly.
const SERIES: i32 = 60;

/// Midnight lies elsewhere for every newsroom: days that a round may lie before the one that it follows.
const ZONES: i32 = 1;

/// The rounds of an article that have a day; `days` are those of its time expressions.
pub fn of<'f>(
    article: ArticleId,
    facts: &'f ArticleFacts,
    days: impl Fn(usize) -> Option<DayInterval>,
) -> Vec<Round<'f>> {
    let dated = |statement: &'f Statement| {
        let ordinal = statement.ordinal.filter(|_| &*statement.lemma == "round")?;
        let record = facts.records.get(statement.record as usize)?;
        // A record with two dates was moved from one to the other, or lasted from one to the other.
        let [date] = *record.dates else { return None };
        let exact = statement.dates.contains(&date) && is_exact(facts.dates.get(date as usize)?);
        let holds = matches!(statement.status, Status::Told | Status::Planned);
        let days = days(date as usize).filter(|_| exact && holds)?;
        Some(Round { article, statement, ordinal, days, record })
    };
    facts.statements.iter().filter_map(dated).collect()
}

/// The rounds that cannot all be on their days, where there are some.
pub fn reversal(rounds: &[Round<'_>]) -> Option<Reversal> {
    let mut constraints: Vec<Constraint> =
        rounds.iter().enumerate().map(|(at, round)| on(point(at), round.days)).collect();
    let mut ordered: Vec<Reversal> = Vec::new();
    for (first, one) in rounds.iter().enumerate() {
        for (second, other) in rounds.iter().enumerate() {
            if one.ordinal < other.ordinal && is_one_series(one, other) {
                let (from, to) = (point(first), point(second));
                constraints.push(Constraint { from, to, least: -ZONES, most: i32::MAX });
                ordered.push(Reversal { first, second });
            }
        }
    }
    let conflict = network::conflict(point(rounds.len()), &constraints)?;
    // What is left of the days alone is the order that they break.
    conflict.into_iter().find_map(|at| ordered.get(at.checked_sub(rounds.len())?).copied())
}

fn point(at: usize) -> Point {
    ORIGIN + 1 + at
}

/// The constraint that a round is within its days.
fn on(to: Point, days: DayInterval) -> Constraint {
    Constraint { from: ORIGIN, to, least: since_epoch(days.first), most: since_epoch(days.last) }
}

/// Whether a date names a day and its month, without a hedge.
fn is_exact(date: &DateExpr) -> bool {
    let place = match date.rule {
        Rule::Place { place, .. } => place,
        _ => return false,
    };
    date.modifier.is_none() && matches!(place, Place::Day { month: Some(_), .. } | Place::Numeric { .. })
}

/// Whether two rounds are of one series: the same two parties or more and nobody else's, no other subject,
/// no other year.
fn is_one_series(one: &Round<'_>, other: &Round<'_>) -> bool {
    let (mine, theirs) = (&one.record.parties, &other.record.parties);
    let fewest = mine.len().min(theirs.len());
    let shared = mine.iter().filter(|party| theirs.iter().any(|their| agree(party, their))).count();
    let topics = (&one.record.topic, &other.record.topic);
    let subject = topics.0.is_empty()
        || topics.1.is_empty()
        || topics.0.iter().any(|stem| topics.1.binary_search(stem).is_ok());
    let apart = since_epoch(one.days.first).abs_diff(since_epoch(other.days.first));
    fewest >= 2 && shared >= fewest && subject && apart <= SERIES.unsigned_abs()
}
