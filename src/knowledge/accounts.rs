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

mod apart;

pub use apart::{alike, contradict};

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
    /// What the story is about: words of names, hashed, sorted.
    pub story: Vec<u32>,
    /// The countries of the story.
    pub lands: Vec<u16>,
    /// It is told as news, not only as known.
    pub is_news: bool,
    pub topic: Vec<Box<str>>,
    /// Keys of its places, and the countries that they are or lie in.
    pub places: Vec<Key>,
    pub soil: Vec<u16>,
    /// The days that the words allow.
    pub days: Option<DayInterval>,
    /// When it was first and last written about.
    pub reported: Option<DayInterval>,
    pub status: Status,
    pub ordinal: Option<u8>,
    /// The days on which it can have been, first and last, as numbers: most pairs of a large group are
    /// told apart by them, at once.
    window: Option<(i32, i32)>,
}

impl Account {
    /// The account of a record whose dates have these days, in an article of that day.
    pub fn of(record: &Record, days: impl Fn(u32) -> Option<DayInterval>, published: Option<Date>) -> Self {
        let told = record.dates.iter().filter_map(|&date| days(date)).reduce(|one, other| {
            one.meet(other).unwrap_or(if length(one) <= length(other) { one } else { other })
        });
        let account = Account {
            window: None,
            sort: record.sort,
            names: record.names.to_vec(),
            lemmas: record.lemmas.to_vec(),
            parties: record.parties.to_vec(),
            story: record.story.to_vec(),
            lands: record.lands.to_vec(),
            is_news: record.is_news,
            topic: record.topic.to_vec(),
            places: record.places.iter().flat_map(|place| place.keys.iter().copied()).collect(),
            soil: record.places.iter().filter_map(|place| place.country).collect(),
            days: told,
            reported: published.map(|day| DayInterval { first: day, last: day }),
            status: record.status,
            ordinal: record.ordinal,
        };
        Account { window: account.find_window(), ..account }
    }

    /// Whether it can have been on some days. A day more or less is a matter of time zones.
    pub fn allows(&self, days: DayInterval) -> Allows {
        let Some((first, last)) = self.window else { return Allows::Unknown };
        match (first - number(days.last)).max(number(days.first) - last) {
            ..=1 => Allows::These,
            apart => Allows::Others { apart },
        }
    }

    pub fn kind(&self) -> EntityKind {
        self.sort.kind()
    }

    /// The days beyond which it is of one thing with no other account whose days are known so; `None` where
    /// the time decides nothing.
    pub fn reach(&self) -> Option<(i32, i32)> {
        match self.kind() {
            EntityKind::Agreement => self.days.map(|days| (number(days.first), number(days.last))),
            _ => self.window.filter(|_| self.is_timed()),
        }
    }

    /// The days on which it was, and so many before and after; `None` for an agreement, which is told of
    /// years later.
    pub fn vicinity(&self, days: i32) -> Option<(i32, i32)> {
        let (first, last) = self.window.filter(|_| self.kind() != EntityKind::Agreement)?;
        Some((first - days, last + days))
    }

    /// What happens once can be told long before and after; of what recurs, the time decides.
    fn is_timed(&self) -> bool {
        self.sort.recurs() || self.days.is_some()
    }

    /// Its days are a year or more.
    fn is_vague(&self) -> bool {
        self.days.is_some_and(|days| length(days) > 31)
    }

    /// The days on which it can have been: those told, else a while before the report, or behind it
    /// where it is only planned. `None` where nothing says.
    fn find_window(&self) -> Option<(i32, i32)> {
        if let Some(days) = self.days {
            return Some((number(days.first), number(days.last)));
        }
        let reported = self.reported.filter(|_| self.is_news)?;
        let ahead = matches!(
            self.status,
            Status::Planned | Status::Proposed | Status::Postponed | Status::Suspended | Status::Cancelled
        );
        Some((number(reported.first) - RECENT, number(reported.last) + if ahead { 60 } else { 0 }))
    }
}

/// Days between two accounts of one thing that contradict each other; further apart, they are of two.
pub const WEEK: i32 = 7;
/// Days between two accounts that may be of one thing.
pub const MONTH: i32 = 31;
/// How many days before a report a thing that it does not date can have been.
const RECENT: i32 = 14;
/// How many days before a report an agreement that it tells as news can have been signed.
const AGED: i32 = 90;

/// Whether an account allows that something was on certain days.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Allows {
    These,
    /// Only days that are so many days away.
    Others {
        apart: i32,
    },
    /// Nothing says when it was.
    Unknown,
}

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
    pub const STORY: Grounds = Grounds(1 << 11);

    pub const fn or(self, other: Grounds) -> Grounds {
        Grounds(self.0 | other.0)
    }

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
            (Grounds::STORY, "the same story"),
            (Grounds::REPORTED, "reported at the same time"),
        ];
        let words: Vec<&str> =
            all.iter().filter(|(bit, _)| self.any(*bit)).map(|(_, words)| *words).collect();
        words.join(", ")
    }
}

/// What speaks for two accounts being of one thing; `None` where something forbids it.
pub fn compare(one: &Account, other: &Account) -> Option<Evidence> {
    compare_by(one, other, Time::Compared)
}

/// Whether the days of two accounts take part in their comparison.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Time {
    Compared,
    LeftAside,
}

fn compare_by(one: &Account, other: &Account, time: Time) -> Option<Evidence> {
    if one.kind() != other.kind() {
        return None;
    }
    match one.kind() {
        EntityKind::Agreement => agreements(one, other, time),
        _ => events(one, other, time),
    }
}

/// Whether the evidence is enough to take an account and another for accounts of one thing.
pub fn suffices(one: &Account, other: &Account, evidence: Evidence) -> bool {
    let Evidence { score, grounds } = evidence;
    if one.kind() == EntityKind::Agreement {
        let dated = grounds.any(Grounds::PARTIES) && grounds.any(Grounds::DAY);
        // That the story is the same says which agreement is meant only where both speak of one sort, say
        // something of their own, and neither has a name that the other might have given.
        let told = |account: &Account| {
            account.sort != Sort::Agreement
                || !account.topic.is_empty()
                || !account.parties.is_empty()
                || account.days.is_some()
        };
        let alike = one.sort == other.sort && told(one) && told(other);
        let unnamed = one.names.is_empty() == other.names.is_empty();
        let story = grounds.any(Grounds::STORY) && alike && unnamed;
        return score >= 30 && (grounds.any(Grounds::NAME.or(Grounds::TOPIC)) || dated || story);
    }
    if !one.sort.recurs() {
        return score >= 28
            && (grounds.any(Grounds::STORY.or(Grounds::DAY).or(Grounds::PARTY).or(Grounds::PARTIES))
                || score >= 35);
    }
    // Of what the same people do again and again, the story alone says nothing.
    let who = Grounds::PARTY.or(Grounds::PARTIES).or(Grounds::PEOPLE);
    let timed = Grounds::DAY.or(Grounds::TIME).or(Grounds::ROUND).or(Grounds::REPORTED);
    let own = if grounds.any(timed) { who.or(Grounds::PLACE) } else { who };
    (grounds.any(own) || grounds.any(Grounds::DAY.or(Grounds::TIME).or(Grounds::ROUND)))
        && score >= if grounds.any(timed) { 37 } else { 60 }
}

fn agreements(one: &Account, other: &Account, time: Time) -> Option<Evidence> {
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
        0 if same_name || one.topic.is_empty() || other.topic.is_empty() => {}
        // A name says where it was signed, or whose it is, as often as what it is about.
        0 if one.names.is_empty() != other.names.is_empty() => found.score -= 15,
        0 => return None,
        count => found.put(20 + 10 * count.min(3), Grounds::TOPIC),
    }
    if !one.parties.is_empty() && !other.parties.is_empty() {
        let least = one.parties.len().min(other.parties.len());
        match matching(&one.parties, &other.parties) {
            0 if same_name => {}
            0 if !has_country(one) || !has_country(other) => {
                // Two companies' merger is not two others'.
                let bodies = |account: &Account| {
                    account.parties.iter().filter(|party| !party.is_person && !party.is_country).count()
                };
                found.score -= if bodies(one).min(bodies(other)) > 0 { 30 } else { 5 };
            }
            0 => return None,
            1 if least == 1 => found.put(10, Grounds::PARTY),
            1 => found.score -= 5 + if one.parties.len() == 2 && other.parties.len() == 2 { 20 } else { 0 },
            _ => found.put(30, Grounds::PARTIES),
        }
    }
    found.story(one, other);
    // What is news, or still to come, was not signed long ago.
    let old = |account: &Account, other: &Account| {
        let fresh = account.days.is_none() && account.is_news;
        let reported = account.reported.filter(|_| fresh);
        reported.zip(other.days).is_some_and(|(reported, days)| gap(days, reported) > AGED && days < reported)
    };
    let is_timed = time == Time::Compared;
    if is_timed && !same_name && (old(one, other) || old(other, one)) {
        return None;
    }
    if let Some((one, other)) = one.days.zip(other.days).filter(|_| is_timed) {
        one.meet(other)?;
        match length(one).max(length(other)) {
            ..=7 => found.put(25, Grounds::DAY),
            8..=31 => found.put(20, Grounds::DAY),
            _ => found.put(10, Grounds::TIME),
        }
    }
    found.place(one, other, 15, 10);
    if let Some((one, other)) = one.reported.zip(other.reported) {
        match gap(one, other) {
            ..=7 => found.put(8, Grounds::REPORTED),
            8..=60 => found.score += 3,
            _ => {}
        }
    }
    Some(found)
}

/// Whether the country of somebody who takes part is known.
fn has_country(account: &Account) -> bool {
    account.parties.iter().any(|party| party.country.is_some())
}

fn events(one: &Account, other: &Account, time: Time) -> Option<Evidence> {
    if !one.sort.agrees(other.sort) {
        return None;
    }
    if one.ordinal.zip(other.ordinal).is_some_and(|(one, other)| one != other) {
        return None;
    }
    let mut found = Evidence::default();
    if let Some((first, second)) = one.window.zip(other.window)
        && time == Time::Compared
        && one.is_timed()
        && other.is_timed()
        && (first.1 < second.0 || second.1 < first.0)
    {
        return None;
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
    let people = one.parties.iter().filter(|party| {
        party.is_person && other.parties.iter().any(|other| other.is_person && same(party, other))
    });
    match people.count() {
        0 => {}
        1 => found.put(10, Grounds::PEOPLE),
        _ => found.put(20, Grounds::PEOPLE),
    }
    match matching(&one.parties, &other.parties) {
        0 if particular(&one.parties) && particular(&other.parties) => found.score -= 20,
        0 => {}
        1 => found.put(15, Grounds::PARTY),
        _ => found.put(25, Grounds::PARTIES),
    }
    found.story(one, other);
    found.place(one, other, 20, 20);
    match shared(&one.topic, &other.topic) {
        0 => {}
        count => found.put(10 * count.min(2), Grounds::TOPIC),
    }
    match one.days.zip(other.days) {
        _ if time == Time::LeftAside => {}
        Some((one, other)) => match length(one).max(length(other)) {
            ..=2 => found.put(25, Grounds::DAY),
            3..=7 => found.put(20, Grounds::TIME),
            8..=31 => found.put(15, Grounds::TIME),
            _ => found.put(5, Grounds::TIME),
        },
        None => {
            // One is dated and the other is fresh news of those days, or both are.
            let fresh = |account: &Account| account.is_news || account.days.is_some();
            if let Some((first, second)) = one.reported.zip(other.reported)
                && fresh(one)
                && fresh(other)
            {
                match gap(first, second) {
                    ..=2 => found.put(15, Grounds::REPORTED),
                    3..=7 => found.put(8, Grounds::REPORTED),
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
    let people = |account: &Account| account.parties.iter().any(|party| party.is_person);
    let both = |party: &Party| other.parties.iter().any(|other| other.is_person && same(party, other));
    people(one) && people(other) && !one.parties.iter().any(|party| party.is_person && both(party))
}

/// Whether somebody in particular is among them.
fn particular(parties: &[Party]) -> bool {
    parties.iter().any(|party| !party.is_country)
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
    /// What both stories are about: words of names say much, countries little.
    fn story(&mut self, one: &Account, other: &Account) {
        let words = in_both(&one.story, &other.story);
        let countries = one.lands.iter().filter(|land| other.lands.contains(land)).count();
        let points = match words {
            0 => 0,
            1 => 12,
            2 => 20,
            3 => 26,
            4 => 30,
            _ => 34,
        };
        let points = points + if countries > 1 { 12 } else { 4 * i32::from(countries > 0) };
        if points >= 16 {
            self.put(points, Grounds::STORY);
        } else {
            self.score += points;
        }
    }

    /// The same place speaks for it, another against it.
    fn place(&mut self, one: &Account, other: &Account, same: i32, apart: i32) {
        if one.places.is_empty() || other.places.is_empty() {
            return;
        }
        if one.places.iter().any(|place| other.places.contains(place)) {
            self.put(same, Grounds::PLACE);
        } else if !one.soil.iter().any(|land| other.soil.contains(land)) {
            self.score -= apart;
        }
    }

    fn put(&mut self, points: i32, grounds: Grounds) {
        self.score += points;
        self.grounds.add(grounds);
    }
}

/// How many members two sorted lists share.
fn in_both(one: &[u32], other: &[u32]) -> usize {
    let (mut ones, mut others) = (one.iter().peekable(), other.iter().peekable());
    let mut count = 0;
    while let (Some(first), Some(second)) = (ones.peek(), others.peek()) {
        match first.cmp(second) {
            std::cmp::Ordering::Less => ones.next(),
            std::cmp::Ordering::Greater => others.next(),
            std::cmp::Ordering::Equal => {
                count += 1;
                ones.next();
                others.next()
            }
        };
    }
    count
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
    union(&mut merged.soil, &other.soil);
    union(&mut merged.story, &other.story);
    union(&mut merged.lands, &other.lands);
    merged.is_news |= other.is_news;
    for party in &other.parties {
        if !merged.parties.iter().any(|known| same(known, party)) {
            merged.parties.push(party.clone());
        }
    }
    merged.parties.sort_unstable();
    merged.days = match (one.days, other.days) {
        (Some(one), Some(other)) => one.meet(other).or(Some(one)),
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
    merged.window = merged.find_window();
    merged
}

fn union<T: Ord + Clone>(into: &mut Vec<T>, other: &[T]) {
    into.extend_from_slice(other);
    into.sort_unstable();
    into.dedup();
}

/// A day as a number that grows by one a day.
fn number(day: Date) -> i32 {
    Date::constant(1970, 1, 1).until(day).map_or(0, |span| span.get_days())
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
