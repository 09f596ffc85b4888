//! Accounts: records with their days, as linking compares them.
//!
//! An [`Account`] is what one article, or several that were found to tell of one thing, say of an
//! agreement or event. [`compare`] says what speaks for two accounts being of one thing; it is
//! symmetric and looks at the two alone. [`merge`] puts two accounts together: everybody and
//! everything that either names, and the days that both allow.
//!
//! The scheme is that of PLOVER's actor–action–actor–date keys with the slots of Cybulska and Vossen
//! (action, time, place, participants), weighed by hand on the development half of the probe of
//! agreements and on `tests/affairs`.

use jiff::civil::Date;

use crate::base::key::Key;
use crate::base::kind::EntityKind;
use crate::lang::claims::records::agree;
use crate::lang::claims::{Party, Record, Sort, Status};
use crate::lang::dates::DayInterval;

/// What is told of one agreement or event.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Account {
    pub sort: Sort,
    /// Keys of its names, sorted.
    pub names: Vec<Key>,
    pub lemmas: Vec<Box<str>>,
    pub parties: Vec<Party>,
    /// Whom the article is about, where the words name fewer than two parties.
    pub around: Vec<Party>,
    pub topic: Vec<Box<str>>,
    /// Keys of its places, and the countries that they are or lie in.
    pub places: Vec<Key>,
    pub lands: Vec<u16>,
    /// The days that the words allow.
    pub days: Option<DayInterval>,
    /// When it was first and last written about.
    pub reported: Option<DayInterval>,
    pub status: Status,
    pub ordinal: Option<u8>,
}

impl Account {
    /// The account of a record whose dates have these days, in an article of that day.
    pub fn of(record: &Record, days: impl Fn(u32) -> Option<DayInterval>, published: Option<Date>) -> Self {
        let told = record.dates.iter().filter_map(|&date| days(date)).reduce(|one, other| {
            meet(one, other).unwrap_or(if length(one) <= length(other) { one } else { other })
        });
        Account {
            sort: record.sort,
            names: record.names.to_vec(),
            lemmas: record.lemmas.to_vec(),
            parties: record.parties.to_vec(),
            around: record.around.to_vec(),
            topic: record.topic.to_vec(),
            places: record.places.iter().flat_map(|place| place.keys.iter().copied()).collect(),
            lands: record.places.iter().filter_map(|place| place.country).collect(),
            days: told,
            reported: published.map(|day| DayInterval { first: day, last: day }),
            status: record.status,
            ordinal: record.ordinal,
        }
    }

    pub fn kind(&self) -> EntityKind {
        self.sort.kind()
    }

    /// The days on which it can have been: those told, else a while before the report, or behind it
    /// where it is only planned. `None` where nothing says.
    fn window(&self) -> Option<DayInterval> {
        if self.days.is_some() {
            return self.days;
        }
        let reported = self.reported?;
        let by = |date: Date, days: i64| date.checked_add(jiff::Span::new().days(days)).unwrap_or(date);
        let ahead = matches!(self.status, Status::Planned | Status::Proposed | Status::Postponed);
        Some(DayInterval {
            first: by(reported.first, -RECENT),
            last: if ahead { by(reported.last, 60) } else { reported.last },
        })
    }
}

/// How many days before a report a thing that it does not date can have been.
const RECENT: i64 = 14;

/// What speaks for two accounts being of one thing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Debug)]
pub struct Evidence {
    /// The weight of all grounds together, in tenths of names.md's points.
    pub score: i32,
    pub grounds: Grounds,
}

/// Grounds on which two accounts agree, as bits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Debug)]
pub struct Grounds(pub u16);

impl Grounds {
    pub const NAME: Grounds = Grounds(1);
    pub const PARTIES: Grounds = Grounds(1 << 1);
    pub const PARTY: Grounds = Grounds(1 << 2);
    pub const TOPIC: Grounds = Grounds(1 << 3);
    pub const DAY: Grounds = Grounds(1 << 4);
    pub const TIME: Grounds = Grounds(1 << 5);
    pub const PLACE: Grounds = Grounds(1 << 6);
    pub const WORD: Grounds = Grounds(1 << 7);
    pub const ROUND: Grounds = Grounds(1 << 8);
    pub const REPORTED: Grounds = Grounds(1 << 9);
    pub const PEOPLE: Grounds = Grounds(1 << 10);

    pub fn any(self, other: Grounds) -> bool {
        self.0 & other.0 != 0
    }

    fn add(&mut self, other: Grounds) {
        self.0 |= other.0;
    }

    /// The grounds in words, weightiest first.
    pub fn words(self) -> String {
        let all = [
            (Grounds::NAME, "same name"),
            (Grounds::PEOPLE, "same people"),
            (Grounds::PARTIES, "same parties"),
            (Grounds::PARTY, "a party in common"),
            (Grounds::TOPIC, "same subject"),
            (Grounds::ROUND, "same round"),
            (Grounds::DAY, "same day"),
            (Grounds::TIME, "time agrees"),
            (Grounds::PLACE, "same place"),
            (Grounds::WORD, "same word for it"),
            (Grounds::REPORTED, "reported at the same time"),
        ];
        let words: Vec<&str> =
            all.iter().filter(|(bit, _)| self.any(*bit)).map(|(_, words)| *words).collect();
        words.join(", ")
    }
}

/// What speaks for two accounts being of one thing; `None` where something forbids it.
pub fn compare(one: &Account, other: &Account) -> Option<Evidence> {
    if one.kind() != other.kind() {
        return None;
    }
    match one.kind() {
        EntityKind::Agreement => agreements(one, other),
        _ => events(one, other),
    }
}

/// Whether the evidence is enough to take two accounts for accounts of one thing.
pub fn suffices(kind: EntityKind, evidence: Evidence) -> bool {
    let Evidence { score, grounds } = evidence;
    match kind {
        EntityKind::Agreement => {
            let dated = grounds.any(Grounds::PARTIES) && grounds.any(Grounds::DAY);
            score >= 30 && (grounds.any(Grounds::NAME.or(Grounds::TOPIC)) || dated)
        }
        _ => score >= 50,
    }
}

impl Grounds {
    pub const fn or(self, other: Grounds) -> Grounds {
        Grounds(self.0 | other.0)
    }
}

fn agreements(one: &Account, other: &Account) -> Option<Evidence> {
    let mut found = Evidence::default();
    let same_name = one.names.iter().any(|name| other.names.contains(name));
    if same_name {
        found.put(60, Grounds::NAME);
    } else if !one.names.is_empty() && !other.names.is_empty() {
        return None;
    }
    if !one.sort.agrees(other.sort) && !same_name {
        return None;
    }
    if one.sort == other.sort && one.sort != Sort::Agreement {
        found.put(10, Grounds::WORD);
    }
    match shared(&one.topic, &other.topic) {
        0 if !one.topic.is_empty() && !other.topic.is_empty() && !same_name => return None,
        0 => {}
        count => found.put(20 + 10 * count.min(3), Grounds::TOPIC),
    }
    if one.parties.is_empty() || other.parties.is_empty() {
        let told = |account: &Account| -> Vec<Party> {
            let parties = if account.parties.is_empty() { &account.around } else { &account.parties };
            parties.clone()
        };
        match matching(&told(one), &told(other)) {
            0 => found.score -= 10,
            1 => found.put(5, Grounds::PARTY),
            _ => found.put(10, Grounds::PARTIES),
        }
    } else {
        let least = one.parties.len().min(other.parties.len());
        match matching(&one.parties, &other.parties) {
            0 => return None,
            1 if least == 1 => found.put(10, Grounds::PARTY),
            1 => found.score -= 5 + if one.parties.len() == 2 && other.parties.len() == 2 { 20 } else { 0 },
            _ => found.put(30, Grounds::PARTIES),
        }
    }
    if let Some((one, other)) = one.days.zip(other.days) {
        meet(one, other)?;
        match length(one).max(length(other)) {
            ..=7 => found.put(25, Grounds::DAY),
            8..=31 => found.put(20, Grounds::DAY),
            _ => found.put(10, Grounds::TIME),
        }
    }
    if !one.places.is_empty() && !other.places.is_empty() {
        if one.places.iter().any(|place| other.places.contains(place)) {
            found.put(15, Grounds::PLACE);
        } else {
            found.score -= 10;
        }
    }
    Some(found)
}

fn events(one: &Account, other: &Account) -> Option<Evidence> {
    if !one.sort.agrees(other.sort) {
        return None;
    }
    if one.ordinal.zip(other.ordinal).is_some_and(|(one, other)| one != other) {
        return None;
    }
    let mut found = Evidence::default();
    if let Some((one, other)) = one.window().zip(other.window()) {
        meet(one, other)?;
    }
    if one.ordinal.is_some() && one.ordinal == other.ordinal {
        found.put(20, Grounds::ROUND);
    }
    if one.lemmas.iter().any(|lemma| other.lemmas.contains(lemma)) {
        found.put(10, Grounds::WORD);
    }
    if apart(one, other) {
        return None;
    }
    let people = one
        .parties
        .iter()
        .filter(|party| party.is_person)
        .filter(|party| other.parties.iter().any(|other| other.is_person && same(party, other)))
        .count();
    if people > 0 {
        found.put(20 * i32::try_from(people.min(2)).unwrap_or(2), Grounds::PEOPLE);
    }
    let parties = matching(&one.parties, &other.parties);
    match parties {
        0 if !one.parties.is_empty() && !other.parties.is_empty() => found.score -= 20,
        0 => {}
        1 => found.put(10, Grounds::PARTY),
        _ => found.put(20, Grounds::PARTIES),
    }
    if !one.places.is_empty() && !other.places.is_empty() {
        let same = one.places.iter().any(|place| other.places.contains(place));
        let land = one.lands.iter().any(|land| other.lands.contains(land));
        match (same, land) {
            (true, _) => found.put(20, Grounds::PLACE),
            (false, true) => {}
            (false, false) => found.score -= 20,
        }
    }
    match shared(&one.topic, &other.topic) {
        0 => {}
        count => found.put(5 + 5 * count.min(3), Grounds::TOPIC),
    }
    match one.days.zip(other.days) {
        Some((one, other)) => match length(one).max(length(other)) {
            ..=2 => found.put(25, Grounds::DAY),
            3..=7 => found.put(15, Grounds::TIME),
            8..=31 => found.put(10, Grounds::TIME),
            _ => {}
        },
        None => {
            if let Some((one, other)) = one.reported.zip(other.reported) {
                let gap = gap(one, other);
                match gap {
                    ..=2 => found.put(15, Grounds::REPORTED),
                    3..=7 => found.put(5, Grounds::REPORTED),
                    _ => {}
                }
            }
        }
    }
    Some(found)
}

/// Whether other people act for the same side, so that it is another event: one minister's call is not
/// the other's.
fn apart(one: &Account, other: &Account) -> bool {
    let people = |account: &Account| -> Vec<Party> {
        account.parties.iter().filter(|party| party.is_person).cloned().collect()
    };
    let (ones, others) = (people(one), people(other));
    if ones.is_empty() || others.is_empty() {
        return false;
    }
    !ones.iter().any(|party| others.iter().any(|other| same(party, other)))
}

fn same(one: &Party, other: &Party) -> bool {
    one.keys.iter().any(|key| other.keys.contains(key))
}

/// How many of the parties of the shorter list have a partner in the other.
fn matching(one: &[Party], other: &[Party]) -> usize {
    let (few, many) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let mut countries: Vec<u16> = Vec::new();
    let found = few.iter().filter(|party| many.iter().any(|other| agree(party, other)));
    // Two people of one country are one side of an agreement or meeting.
    found
        .filter(|party| match party.country {
            Some(country) if countries.contains(&country) => false,
            Some(country) => {
                countries.push(country);
                true
            }
            None => true,
        })
        .count()
}

fn shared(one: &[Box<str>], other: &[Box<str>]) -> i32 {
    let count = one.iter().filter(|stem| other.contains(stem)).count();
    i32::try_from(count).unwrap_or(i32::MAX)
}

impl Evidence {
    fn put(&mut self, points: i32, grounds: Grounds) {
        self.score += points;
        self.grounds.add(grounds);
    }
}

/// Two accounts of one thing as one.
pub fn merge(one: &Account, other: &Account) -> Account {
    let specific = |sort: Sort, other: Sort| if sort == Sort::Agreement { other } else { sort };
    let mut merged = one.clone();
    merged.sort = specific(one.sort, other.sort).min(specific(other.sort, one.sort));
    union(&mut merged.names, &other.names);
    union(&mut merged.lemmas, &other.lemmas);
    union(&mut merged.topic, &other.topic);
    union(&mut merged.places, &other.places);
    union(&mut merged.lands, &other.lands);
    union(&mut merged.around, &other.around);
    for party in &other.parties {
        if !merged.parties.iter().any(|known| same(known, party)) {
            merged.parties.push(party.clone());
        }
    }
    merged.parties.sort_unstable();
    merged.days = match (one.days, other.days) {
        (Some(one), Some(other)) => meet(one, other).or(Some(one)),
        (one, other) => one.or(other),
    };
    merged.reported = match (one.reported, other.reported) {
        (Some(one), Some(other)) => {
            Some(DayInterval { first: one.first.min(other.first), last: one.last.max(other.last) })
        }
        (one, other) => one.or(other),
    };
    merged.status = one.status.max(other.status);
    merged.ordinal = one.ordinal.or(other.ordinal);
    merged
}

fn union<T: Ord + Clone>(into: &mut Vec<T>, other: &[T]) {
    into.extend_from_slice(other);
    into.sort_unstable();
    into.dedup();
}

/// The days that both allow.
fn meet(one: DayInterval, other: DayInterval) -> Option<DayInterval> {
    let (first, last) = (one.first.max(other.first), one.last.min(other.last));
    (first <= last).then_some(DayInterval { first, last })
}

/// Days from first to last, both counted.
fn length(days: DayInterval) -> i32 {
    days.first.until(days.last).map_or(i32::MAX, |span| span.get_days().saturating_add(1))
}

/// Days between two stretches; 0 where they meet.
fn gap(one: DayInterval, other: DayInterval) -> i32 {
    let (early, late) = if one.first <= other.first { (one, other) } else { (other, one) };
    early.last.until(late.first).map_or(i32::MAX, |span| span.get_days().max(0))
}
