//! Records: the statements of one article that tell of one agreement or event.
//!
//! As chains are for names, records are what the article by itself says. A statement joins the record
//! that it agrees with best; `the talks`, with nothing more, joins the nearest record of its family.
//! What is told of a record vetoes: other parties, another day, another subject, another round.

use std::cell::OnceCell;

use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};
use xxhash_rust::xxh3::xxh3_64;

use crate::base::key::Key;
use crate::base::kind::EntityKind;
use crate::lang::claims::actors::{self, Actors};
use crate::lang::claims::standing::{self, Described, Standing};
use crate::lang::claims::{Claims, Definiteness, Party, Place, Record, Sort, Statement, Status, topics};
use crate::lang::dates::rule::{Place as DatePlace, Rule};
use crate::lang::dates::{self, DayInterval};
use crate::lang::names::candidates::COMMON;
use crate::lang::token::TokenKind;

/// Puts statements, sorted by span, into records.
pub fn build(actors: &Actors<'_>, mut statements: Vec<Statement>, published: Option<Date>) -> Claims {
    let days = Days { actors, published, resolved: OnceCell::new() };
    let mut drafts: Vec<Draft> = Vec::new();
    for (index, statement) in (0u32..).zip(&mut statements) {
        let told = Told::of(statement, actors);
        let best = drafts
            .iter()
            .enumerate()
            .filter_map(|(at, draft)| Some((draft.fit(statement, &told, &days)?, at)))
            .max();
        let at = match best {
            Some((_, at)) => at,
            None => {
                drafts.push(Draft::default());
                drafts.len() - 1
            }
        };
        statement.record = u32::try_from(at).unwrap_or(u32::MAX);
        if let Some(draft) = drafts.get_mut(at) {
            draft.add(statement, told, index);
        }
    }
    if drafts.is_empty() {
        return Claims::default();
    }
    let cast = Cast::of(actors);
    let records = drafts.into_iter().map(|draft| draft.record(&days, &statements, &cast)).collect();
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
            return one.meet(other).is_none();
        }
        let weekday = |date: u32| match self.actors.dates.get(date as usize)?.rule {
            Rule::Place { place: DatePlace::Weekday { weekday, .. }, .. } => Some(weekday),
            _ => None,
        };
        weekday(one).zip(weekday(other)).is_some_and(|(one, other)| one != other)
    }
}

/// So many words of names are kept with a record.
const MAX_STORY: usize = 24;
/// So many of them, those that occur most, are keys.
const MAX_FILED: usize = 5;
/// So many countries are kept with a record.
const MAX_LANDS: usize = 4;

/// What a statement says by its place and by the name that it holds.
struct Told {
    /// The keys of the name.
    names: Vec<Key>,
    /// The subject, that of the name too.
    topic: Vec<Box<str>>,
    /// The number of its sentence in the page.
    sentence: u32,
    in_headline: bool,
}

impl Told {
    fn of(statement: &Statement, actors: &Actors<'_>) -> Self {
        let mut topic = statement.topic.to_vec();
        topic.extend(named_subject(statement, actors));
        Told {
            names: names_of(statement, actors),
            topic,
            sentence: sentence_of(statement, actors),
            in_headline: is_headline(statement, actors),
        }
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
    /// The sentences of the first and the last statement.
    first: u32,
    sentence: u32,
    /// It is first told in a headline.
    in_headline: bool,
}

impl Draft {
    /// How well a statement fits, more being better: what agrees, then its nearness; where it says
    /// nothing of its own, nearness first. `None` where it cannot be of this record, or nothing says
    /// that it is.
    fn fit(&self, statement: &Statement, told: &Told, days: &Days<'_>) -> Option<(u32, u32)> {
        let sort = self.sort?;
        if !sort.agrees(statement.sort) || statement.definite == Definiteness::Other {
            return None;
        }
        let Told { names, topic, sentence: here, .. } = told;
        let same_name = names.iter().any(|key| self.names.contains(key));
        if !names.is_empty() && !self.names.is_empty() && !same_name {
            return None;
        }
        if self.ordinal.zip(statement.ordinal).is_some_and(|(one, other)| one != other) {
            return None;
        }
        let shared_topic = topic.iter().filter(|stem| self.topic.contains(stem)).count();
        let other_topic = !topic.is_empty() && !self.topic.is_empty() && shared_topic == 0;
        if other_topic && !same_name && statement.kind == EntityKind::Agreement {
            return None;
        }
        let parties = Meeting::of(&self.parties, &statement.parties);
        let bare = is_bare(statement);
        if parties == Meeting::Apart && !same_name && !bare {
            return None;
        }
        // A round has its beginning and its end.
        let same_round = statement.ordinal.is_some() && self.ordinal == statement.ordinal;
        let differs = |date: &u32| self.dates.iter().any(|known| days.differ(*known, *date));
        if tells_when(statement.status) && statement.dates.iter().any(differs) && !(same_name || same_round) {
            return None;
        }
        let same_lemma = self.lemmas.contains(&statement.lemma);
        let score = u32::from(same_name) * 6
            + u32::try_from(shared_topic).unwrap_or(0) * 2
            + parties.weight()
            + u32::from(same_lemma);
        let same_sort =
            sort == statement.sort || sort == Sort::Agreement || statement.sort == Sort::Agreement;
        // `X struck a deal in Y. Under the memorandum on Z …`: news, and what it is called.
        let unspecified = self.topic.is_empty() || topic.is_empty();
        let follows = here.saturating_sub(self.sentence) <= 1 && unspecified && same_sort;
        // A headline tells what the first sentences tell.
        let headline = self.in_headline && *here <= self.first + 3 && same_sort;
        let enough = match statement.definite {
            _ if bare || same_round && same_sort => true,
            Definiteness::Known | Definiteness::Bare => {
                score >= 2 || headline || statement.kind == EntityKind::Agreement && follows
            }
            Definiteness::New | Definiteness::Other => {
                let alike = same_lemma || statement.kind == EntityKind::Agreement;
                same_name || headline || score >= 3 && alike
            }
        };
        enough.then_some(if bare { (self.sentence, score) } else { (score, self.sentence) })
    }

    fn add(&mut self, statement: &Statement, told: Told, index: u32) {
        self.statements.push(index);
        self.sort = Some(match self.sort {
            Some(sort) if sort != Sort::Agreement => sort,
            _ => statement.sort,
        });
        self.lemmas.push(statement.lemma.clone());
        self.names.extend(told.names);
        for party in &statement.parties {
            actors::join(&mut self.parties, party.clone());
        }
        self.topic.extend(told.topic);
        self.places.extend(statement.place.clone());
        if tells_when(statement.status) {
            self.dates.extend(&statement.dates);
        }
        self.status = self.status.max(statement.status);
        self.ordinal = self.ordinal.or(statement.ordinal);
        self.sentence = told.sentence;
        if self.statements.len() == 1 {
            self.first = self.sentence;
            self.in_headline = told.in_headline;
        }
        self.in_headline &= told.in_headline || self.sentence <= self.first + 3;
    }

    fn record(mut self, days: &Days<'_>, statements: &[Statement], cast: &Cast) -> Record {
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
        let own = self.statements.iter().filter_map(|index| statements.get(*index as usize));
        let is_news = own.clone().any(|one| matches!(one.definite, Definiteness::New | Definiteness::Other));
        let mut lands = Vec::new();
        for statement in own {
            let near = actors.within(actors.tokens(statement.sentence));
            lands.extend(near.filter_map(|named| named.party.country));
        }
        lands.extend(&cast.countries);
        let mut seen = FxHashSet::default();
        lands.retain(|land| seen.insert(*land));
        lands.truncate(MAX_LANDS);
        let mut record = Record {
            kind: sort.kind(),
            sort,
            fullest,
            label: statements
                .get(fullest as usize)
                .map_or_else(Box::default, |fullest| label(actors, fullest, &self.parties, &self.places)),
            story: cast.words.iter().map(|(_, word)| *word).collect(),
            lands: lands.into(),
            is_news,
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
        record.keys = keys(&record, cast.first(MAX_FILED));
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
        record.parties.iter().filter_map(|party| party.country).chain(record.lands.iter().copied()).collect();
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

/// Whom and what an article names.
struct Cast {
    /// Words of its names, sorted by their hash, with the place by how often they occur.
    words: Vec<(usize, u32)>,
    /// Most frequent first.
    countries: Vec<u16>,
}

impl Cast {
    fn of(actors: &Actors<'_>) -> Self {
        let lexicon = actors.page.lexicon;
        let mut words: FxHashMap<u32, usize> = FxHashMap::default();
        for chain in &actors.names.chains {
            let Some(form) = chain.forms.first() else { continue };
            if chain.kind == EntityKind::Agreement
                || lexicon.name(&form.folded).is_some_and(|name| name.is_country)
            {
                continue;
            }
            let mentions: u32 = chain.forms.iter().map(|form| form.count).sum();
            for word in form.folded.split(' ').filter(|word| word.chars().count() > 2) {
                let said_of_many = lexicon.classes(word).any(COMMON) || lexicon.demonym(word).is_some();
                if !said_of_many {
                    *words.entry(hash(word)).or_default() += mentions as usize;
                }
            }
        }
        let mut counted: Vec<(usize, u32)> = words.into_iter().map(|(word, count)| (count, word)).collect();
        counted.sort_unstable_by_key(|&(count, word)| (std::cmp::Reverse(count), word));
        counted.truncate(MAX_STORY);
        let mut ranked: Vec<(usize, u32)> =
            counted.into_iter().enumerate().map(|(rank, (_, word))| (rank, word)).collect();
        ranked.sort_unstable_by_key(|&(_, word)| word);
        let mut countries: Vec<(usize, u16)> = Vec::new();
        for country in actors.within(0..actors.page.tokens.len()).filter_map(|named| named.party.country) {
            match countries.iter_mut().find(|(_, known)| *known == country) {
                Some((count, _)) => *count += 1,
                None => countries.push((1, country)),
            }
        }
        countries.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
        Cast { words: ranked, countries: countries.into_iter().map(|(_, country)| country).collect() }
    }

    /// The words that occur most.
    fn first(&self, count: usize) -> impl Iterator<Item = u32> {
        self.words.iter().filter(move |(rank, _)| *rank < count).map(|(_, word)| *word)
    }
}

fn hash(word: &str) -> u32 {
    u32::try_from(xxh3_64(word.as_bytes()) >> 32).unwrap_or_default()
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

/// Whether the date of a statement with that status is the day of the thing itself, and not that on
/// which it was ratified or called off.
fn tells_when(status: Status) -> bool {
    matches!(status, Status::Told | Status::Planned | Status::Agreed | Status::Signed | Status::Denied)
}

/// `the agreement`, and `the truce` where nothing is said of it: it means what was told of last.
fn is_bare(statement: &Statement) -> bool {
    let says = !statement.topic.is_empty()
        || !statement.parties.is_empty()
        || !statement.dates.is_empty()
        || statement.place.is_some()
        || statement.mention.is_some()
        || statement.ordinal.is_some();
    statement.definite == Definiteness::Bare || statement.definite == Definiteness::Known && !says
}

/// The number of a statement's sentence in the page.
fn sentence_of(statement: &Statement, actors: &Actors<'_>) -> u32 {
    actors.page.sentence(actors.tokens(statement.head).start).unwrap_or_default()
}

/// Whether a statement stands in a line that does not end as sentences do.
fn is_headline(statement: &Statement, actors: &Actors<'_>) -> bool {
    let at = actors.tokens(statement.head).start;
    let lines = &actors.page.lines;
    let line = lines.get(lines.partition_point(|line| line.tokens.end <= at));
    let last = line.and_then(|line| line.tokens.end.checked_sub(1));
    last.is_some_and(|last| actors.page.token(last).is_some_and(|token| token.kind == TokenKind::Word))
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

/// What the name of an agreement says of its subject: `Kelda` of `the Kelda memorandum`.
fn named_subject(statement: &Statement, actors: &Actors<'_>) -> Vec<Box<str>> {
    let chain = statement.mention.and_then(|mention| actors.chain(mention));
    let form = chain.and_then(|chain| chain.forms.first());
    let words = form.into_iter().flat_map(|form| form.folded.split(' '));
    words
        .filter(|word| word.chars().count() > 2 && !actors.page.lexicon.classes(word).any(COMMON))
        .flat_map(topics::of)
        .collect()
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

/// What a record is filed under: its names; its kind with everybody particular who takes part, and with
/// the words of the article's names that occur most; of countries two together, or one with the subject.
fn keys(record: &Record, story: impl Iterator<Item = u32>) -> Box<[Key]> {
    let mut keys: Vec<Key> = record.names.iter().map(|name| Key::of_record(&[name.0])).collect();
    let family = match record.kind {
        EntityKind::Agreement => Key::of(EntityKind::Agreement, "").0,
        kind => Key::of(kind, record.sort.family()).0,
    };
    let particular = record.parties.iter().filter(|party| !party.is_country);
    keys.extend(
        particular.filter_map(|party| party.keys.first()).map(|key| Key::of_record(&[family, key.0])),
    );
    keys.extend(story.map(|word| Key::of_record(&[family, u64::from(word)])));
    let places = record.places.iter().filter(|place| !place.is_country);
    keys.extend(places.filter_map(|place| place.keys.first()).map(|key| Key::of_record(&[family, key.0])));
    let mut lands: Vec<u64> = record.lands.iter().copied().map(u64::from).collect();
    lands.sort_unstable();
    for (at, one) in lands.iter().enumerate() {
        keys.extend(lands.iter().skip(at + 1).map(|other| Key::of_record(&[family, *one, *other])));
        let subjects = record.topic.iter().take(3);
        keys.extend(subjects.map(|stem| Key::of_record(&[family, *one, Key::of(record.kind, stem).0])));
    }
    keys.sort_unstable();
    keys.dedup();
    keys.into()
}
