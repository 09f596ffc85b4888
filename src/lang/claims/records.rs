//! Records: the statements of one article that tell of one agreement or event.
//!
//! As chains are for names, records are what the article by itself says. A statement joins the record
//! that it agrees with best; `the talks`, with nothing more, joins the nearest record of its family.
//! What is told of a record vetoes: other parties, another day, another subject, another round.

use std::cell::OnceCell;

use jiff::civil::Date;

use crate::base::key::Key;
use crate::base::kind::EntityKind;
use crate::lang::claims::actors::{self, Actors};
use crate::lang::claims::standing::{self, Described, Standing};
use crate::lang::claims::{Claims, Definiteness, Party, Place, Record, Sort, Statement, Status, topics};
use crate::lang::dates::rule::{Place as DatePlace, Rule};
use crate::lang::dates::{self, DayInterval};
use crate::lang::names::page::Style;

/// Puts statements, sorted by span, into records.
pub fn build(actors: &Actors<'_>, mut statements: Vec<Statement>, published: Option<Date>) -> Claims {
    let days = Days { actors, published, resolved: OnceCell::new() };
    let mut drafts: Vec<Draft> = Vec::new();
    for (index, statement) in (0u32..).zip(&mut statements) {
        let best = drafts
            .iter()
            .enumerate()
            .filter_map(|(at, draft)| Some((draft.fit(statement, actors, &days)?, at)))
            .max();
        let at = match best {
            Some((_, at)) => at,
            None => {
                drafts.push(Draft::default());
                drafts.len() - 1
            }
        };
        statement.record = u32::try_from(at).unwrap_or(u32::MAX);
        drafts.get_mut(at).into_iter().for_each(|draft| draft.add(statement, index, actors));
    }
    let around = around(actors);
    let records = drafts.into_iter().map(|draft| draft.record(&days, &statements, &around)).collect();
    Claims { statements, records, ..Claims::default() }
}

/// The days of an article's time expressions, computed when first asked for.
struct Days<'a> {
    actors: &'a Actors<'a>,
    published: Option<Date>,
    resolved: OnceCell<Vec<Option<DayInterval>>>,
}

impl Days<'_> {
    fn interval(&self, date: u32) -> Option<DayInterval> {
        let resolved = self.resolved.get_or_init(|| {
            let timexes = dates::resolve(self.actors.dates, self.published, None);
            timexes.into_iter().map(|timex| timex.interval).collect()
        });
        resolved.get(date as usize).copied().flatten()
    }

    /// Whether two dates cannot be dates of one event.
    fn differ(&self, one: u32, other: u32) -> bool {
        if one == other {
            return false;
        }
        if let (Some(one), Some(other)) = (self.interval(one), self.interval(other)) {
            return one.last < other.first || other.last < one.first;
        }
        let weekday = |date: u32| match self.actors.dates.get(date as usize)?.rule {
            Rule::Place { place: DatePlace::Weekday { weekday, .. }, .. } => Some(weekday),
            _ => None,
        };
        weekday(one).zip(weekday(other)).is_some_and(|(one, other)| one != other)
    }
}

/// A record in the making.
#[derive(Default)]
struct Draft {
    statements: Vec<u32>,
    sort: Option<Sort>,
    lemmas: Vec<Box<str>>,
    names: Vec<Key>,
    parties: Vec<Party>,
    topic: Vec<Box<str>>,
    places: Vec<Place>,
    dates: Vec<u32>,
    status: Status,
    ordinal: Option<u8>,
    /// The sentence of the last statement.
    sentence: u32,
}

impl Draft {
    /// How well a statement fits, more being better: what agrees, then its nearness; where it says
    /// nothing of its own, nearness first. `None` where it cannot be of this record, or nothing says
    /// that it is.
    fn fit(&self, statement: &Statement, actors: &Actors<'_>, days: &Days<'_>) -> Option<(u32, u32)> {
        let sort = self.sort?;
        if !sort.agrees(statement.sort) || statement.definite == Definiteness::Other {
            return None;
        }
        let names = names_of(statement, actors);
        let same_name = names.iter().any(|key| self.names.contains(key));
        if !names.is_empty() && !self.names.is_empty() && !same_name {
            return None;
        }
        if self.ordinal.zip(statement.ordinal).is_some_and(|(one, other)| one != other) {
            return None;
        }
        let shared_topic = statement.topic.iter().filter(|stem| self.topic.contains(stem)).count();
        let other_topic = !statement.topic.is_empty() && !self.topic.is_empty() && shared_topic == 0;
        if other_topic && !same_name && statement.kind == EntityKind::Agreement {
            return None;
        }
        let parties = Meeting::of(&self.parties, &statement.parties);
        if parties == Meeting::Apart && !same_name {
            return None;
        }
        let differs = |date: &u32| self.dates.iter().any(|known| days.differ(*known, *date));
        if statement.dates.iter().any(differs) && !same_name {
            return None;
        }
        let same_lemma = self.lemmas.contains(&statement.lemma);
        let score = u32::from(same_name) * 6
            + u32::try_from(shared_topic).unwrap_or(0) * 2
            + parties.weight()
            + u32::from(same_lemma);
        let enough = match statement.definite {
            Definiteness::Bare => true,
            Definiteness::Known => score >= 2,
            Definiteness::New | Definiteness::Other => {
                same_name || score >= 3 && (same_lemma || statement.kind == EntityKind::Agreement)
            }
        };
        let bare = statement.definite == Definiteness::Bare;
        enough.then_some(if bare { (self.sentence, score) } else { (score, self.sentence) })
    }

    fn add(&mut self, statement: &Statement, index: u32, actors: &Actors<'_>) {
        self.statements.push(index);
        self.sort = Some(match self.sort {
            Some(sort) if sort != Sort::Agreement => sort,
            _ => statement.sort,
        });
        self.lemmas.push(statement.lemma.clone());
        self.names.extend(names_of(statement, actors));
        for party in &statement.parties {
            actors::join(&mut self.parties, party.clone());
        }
        self.topic.extend(statement.topic.iter().cloned());
        self.places.extend(statement.place.clone());
        self.dates.extend(&statement.dates);
        self.status = self.status.max(statement.status);
        self.ordinal = self.ordinal.or(statement.ordinal);
        self.sentence = actors.page.sentence(actors.tokens(statement.head).start).unwrap_or_default();
    }

    fn record(mut self, days: &Days<'_>, statements: &[Statement], around: &[Party]) -> Record {
        let actors = days.actors;
        let told = |index: &u32| statements.get(*index as usize).map_or(0, fullness);
        let fullest = self.statements.iter().copied().rev().max_by_key(told).unwrap_or_default();
        let sort = self.sort.unwrap_or(Sort::Other);
        self.names.sort_unstable();
        self.names.dedup();
        self.lemmas.sort_unstable();
        self.lemmas.dedup();
        self.parties.sort_unstable();
        self.dates.sort_unstable();
        self.dates.dedup();
        self.places.sort_by(|one, other| one.keys.cmp(&other.keys));
        self.places.dedup_by(|one, other| one.keys == other.keys);
        let two = self.parties.len() > 1;
        let mut record = Record {
            kind: sort.kind(),
            sort,
            fullest,
            label: statements
                .get(fullest as usize)
                .map_or_else(Box::default, |fullest| label(actors, fullest, &self.parties, &self.places)),
            around: if two || sort.kind() == EntityKind::Event { Box::default() } else { around.into() },
            lemmas: self.lemmas.into(),
            names: self.names.into(),
            parties: self.parties.into(),
            topic: topics::sorted(self.topic),
            places: self.places.into(),
            dates: self.dates.into(),
            status: self.status,
            ordinal: self.ordinal,
            standing: None,
            keys: Box::default(),
        };
        let known = |index: &u32| {
            statements.get(*index as usize).is_some_and(|one| one.definite == Definiteness::Known)
        };
        if let Some(standing) = standing(&record, days, self.statements.iter().any(known)) {
            record.names = standing.names.clone();
            record.standing = Some(standing.name.into());
        }
        record.keys = keys(&record);
        if record.keys.is_empty() {
            // So little is said that it is like no other record: it lies by itself.
            let place = statements.get(fullest as usize).map_or(0, |fullest| u64::from(fullest.head.start));
            let family = Key::of(record.kind, record.sort.family()).0;
            record.keys = Box::new([Key::of_record(&[family, place, u64::MAX])]);
        }
        record
    }
}

/// The standing agreement that a record without a name describes.
fn standing(record: &Record, days: &Days<'_>, is_known: bool) -> Option<&'static Standing> {
    if record.kind != EntityKind::Agreement || !record.names.is_empty() || record.topic.is_empty() {
        return None;
    }
    let countries: Vec<u16> =
        record.parties.iter().chain(&record.around).filter_map(|party| party.country).collect();
    let dated = record.dates.iter().find_map(|&date| days.interval(date));
    if !record.dates.is_empty() && dated.is_none() {
        return None;
    }
    standing::described(&Described {
        sort: record.sort,
        countries: &countries,
        topic: &record.topic,
        days: dated,
        is_known,
    })
}

/// Who is named in the headline and the first sentence of the text below it.
fn around(actors: &Actors<'_>) -> Vec<Party> {
    let page = actors.page;
    let body =
        page.lines.iter().find(|line| line.style == Style::Sentence).map_or(0, |line| line.tokens.start);
    let mut parties = Vec::new();
    for named in actors.within(0..actors.sentence(body).end) {
        actors::join(&mut parties, named.party.clone());
    }
    parties
}

/// An agreement in the words of its statement; an event with those who take part, and its place.
fn label(actors: &Actors<'_>, statement: &Statement, parties: &[Party], places: &[Place]) -> Box<str> {
    if statement.kind == EntityKind::Agreement {
        let words = ["the ", "The ", "a ", "A ", "an ", "An ", "its ", "their ", "this "]
            .iter()
            .find_map(|article| statement.words.strip_prefix(article));
        return words.unwrap_or(&statement.words).into();
    }
    let name =
        |mention: u32| actors.chain(mention).and_then(|chain| chain.forms.first()).map(|form| &*form.text);
    let mut who: Vec<(usize, &str)> = Vec::new();
    for party in parties {
        let country = || Some(actors.page.lexicon.country(party.country?)?.name);
        let words = party.mention.and_then(name).or_else(country);
        let order = party.mention.map_or(usize::MAX, |mention| mention as usize);
        who.extend(words.map(|words| (order, words)));
    }
    who.sort_unstable();
    who.dedup_by(|one, other| one.1 == other.1);
    let mut label = statement.words.to_string();
    for (at, (_, words)) in who.iter().take(4).enumerate() {
        label.push_str(if at == 0 { ": " } else { ", " });
        label.push_str(words);
    }
    if let Some(place) = places.first().and_then(|place| name(place.mention)) {
        label.push_str(" (");
        label.push_str(place);
        label.push(')');
    }
    label.into()
}

/// How much a statement says.
fn fullness(statement: &Statement) -> u32 {
    let count = |many: usize| u32::try_from(many).unwrap_or(u32::MAX);
    let named = u32::from(statement.mention.is_some());
    2 * count(statement.parties.len())
        + count(statement.topic.len())
        + 2 * count(statement.dates.len())
        + u32::from(statement.place.is_some())
        + 2 * named
}

fn names_of(statement: &Statement, actors: &Actors<'_>) -> Vec<Key> {
    let chain = statement.mention.and_then(|mention| actors.chain(mention));
    chain.map(|chain| chain.keys.to_vec()).unwrap_or_default()
}

/// How the parties of two accounts go together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Meeting {
    /// One of the two names none.
    Unsaid,
    /// Nobody of the one is of the other.
    Apart,
    One,
    Several,
}

impl Meeting {
    fn of(known: &[Party], told: &[Party]) -> Self {
        if known.is_empty() || told.is_empty() {
            return Meeting::Unsaid;
        }
        match told.iter().filter(|party| known.iter().any(|one| agree(one, party))).count() {
            0 => Meeting::Apart,
            1 => Meeting::One,
            _ => Meeting::Several,
        }
    }

    fn weight(self) -> u32 {
        match self {
            Meeting::Unsaid | Meeting::Apart => 0,
            Meeting::One => 2,
            Meeting::Several => 4,
        }
    }
}

/// Whether two parties can be one: the same name, or somebody of the country that the other is.
pub fn agree(one: &Party, other: &Party) -> bool {
    let same = one.keys.iter().any(|key| other.keys.binary_search(key).is_ok());
    let of_country = one.is_country || other.is_country;
    same || of_country && one.country.is_some() && one.country == other.country
}

/// What a record is filed under: its names; each two of its parties; for an event its family with each
/// party and place, for an agreement each party with each subject.
pub fn keys(record: &Record) -> Box<[Key]> {
    let mut keys: Vec<Key> = record.names.iter().map(|name| Key::of_record(&[name.0])).collect();
    let mut actors: Vec<u64> = record.parties.iter().chain(&record.around).filter_map(anchor).collect();
    actors.sort_unstable();
    actors.dedup();
    actors.truncate(6);
    let family = Key::of(record.kind, record.sort.family()).0;
    let agreement = Key::of(EntityKind::Agreement, "").0;
    match record.kind {
        EntityKind::Agreement => {
            for (at, one) in actors.iter().enumerate() {
                keys.extend(
                    actors.iter().skip(at + 1).map(|other| Key::of_record(&[agreement, *one, *other])),
                );
                let subjects = record.topic.iter().take(6);
                keys.extend(
                    subjects.map(|stem| {
                        Key::of_record(&[agreement, *one, Key::of(EntityKind::Agreement, stem).0])
                    }),
                );
            }
        }
        _ => {
            let places = record.places.iter().filter_map(|place| place.keys.first()).map(|key| key.0);
            let mut tokens: Vec<u64> = actors.into_iter().chain(places).collect();
            tokens.sort_unstable();
            tokens.dedup();
            keys.extend(tokens.into_iter().map(|token| Key::of_record(&[family, token])));
        }
    }
    keys.sort_unstable();
    keys.dedup();
    keys.into()
}

/// What stands for a party in a key: its country, else its first name key.
fn anchor(party: &Party) -> Option<u64> {
    match party.country {
        Some(country) => Some(u64::from(country) + 1),
        None => party.keys.first().map(|key| key.0),
    }
}
