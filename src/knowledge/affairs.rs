//! Records of many articles → agreements and events: which articles tell of the same thing.
//!
//! A [`Ruling`] is decided for a *component*: all records that a chain of likely pairs ties to one
//! record ([`accounts::compare`] over records that share a filing key). Inside it the pairs are joined
//! best first; what has been joined is one account from then on, so that a day told by one article
//! forbids what another would allow. Both steps depend on the records alone and not on their order.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};
use xxhash_rust::xxh3::xxh3_64;

use crate::base::id::{ArticleId, Revision};
use crate::base::key::Key;
use crate::corpus::{Corpus, FiledRecord, record_stamp};
use crate::knowledge::accounts::{self, Account, Allows, Evidence, Grounds, compare, merge, suffices};
use crate::knowledge::entities::{Entity, Link, LinkReason, Reach, aliases};
use crate::knowledge::groups::{self, Group, Member, Settled};
use crate::lang::claims::Record;
use crate::lang::dates::DayInterval;
use crate::lang::facts::DocFacts;
use crate::text::fold::fold;

/// What is known of articles from outside their text, and the days of their dates.
pub trait Calendar {
    /// The day on which an article of a file was published.
    fn published(&self, file: &DocFacts, article: ArticleId) -> Option<Date>;
    /// The days of an article's time expressions, in their order.
    fn days(&self, file: &DocFacts, article: ArticleId) -> Vec<Option<DayInterval>>;
    /// A number that differs where equal facts may have other days.
    fn habit(&self) -> u64;
    /// The revision of the corpus that is asked.
    fn revision(&self) -> Revision;
}

/// Which agreements and events the records of one component tell of.
#[derive(Debug)]
pub struct Ruling {
    /// All keys under which the component's records are filed, sorted.
    pub keys: Arc<[Key]>,
    /// Sorted by id.
    pub entities: Box<[Arc<Entity>]>,
    /// From the stamp of a record to its entity.
    index: FxHashMap<u64, usize>,
}

impl Ruling {
    /// The agreement or event of the record with this stamp ([`stamp_of`]).
    pub fn entity_of(&self, stamp: u64) -> Option<&Arc<Entity>> {
        self.entities.get(*self.index.get(&stamp)?)
    }
}

/// Another article's record that gives another day to what seems to be the same thing.
#[derive(Clone, Copy, Debug)]
pub struct Contradiction {
    pub article: ArticleId,
    /// Index of its record.
    pub index: u32,
    /// What speaks for it being the same.
    pub evidence: Evidence,
    /// The days by the one record and by the other.
    pub mine: DayInterval,
    pub theirs: DayInterval,
}

/// Another article's record that names the same sides and may tell of the same thing.
#[derive(Clone, Copy, Debug)]
pub struct Alike {
    pub article: ArticleId,
    /// Index of its record.
    pub index: u32,
    /// What speaks for it being the same, the time left aside.
    pub evidence: Evidence,
    /// The days that its words give.
    pub days: Option<DayInterval>,
    /// Whether it can have been on the days of the record that was asked for.
    pub allows: Allows,
}

/// Rulings that are still true, and the accounts of articles that were asked for.
#[derive(Debug, Default)]
pub struct Affairs {
    rulings: Mutex<FxHashMap<u64, Remembered>>,
    accounts: Mutex<FxHashMap<(u64, u32), ArticleAccounts>>,
    groups: Mutex<Groups>,
}

/// What segments file, by key, as long as it holds.
#[derive(Debug, Default)]
struct Groups {
    /// The segments and the habit that they were made of.
    of: (u64, u64),
    by_key: FxHashMap<Key, Arc<Settled>>,
    /// Members of all of them together.
    members: usize,
}

#[derive(Clone, Debug)]
struct Remembered {
    /// The last revision at which it was found true.
    revision: Revision,
    stamps: Arc<[u64]>,
    habit: u64,
    ruling: Arc<Ruling>,
}

/// The accounts of one article's records.
#[derive(Clone, Debug)]
struct ArticleAccounts {
    /// The facts that they were made of.
    file: Arc<DocFacts>,
    published: Option<Date>,
    habit: u64,
    accounts: Arc<[Account]>,
}

/// Above so many remembered rulings, or articles with accounts, all are forgotten.
const LIMIT: usize = 1 << 16;

/// Above so many members of remembered groups (48 bytes each), all are forgotten.
const MAX_MEMBERS: usize = 1 << 20;

impl Affairs {
    /// What the component of a record tells of.
    pub fn ruling(
        &self,
        corpus: &Corpus,
        calendar: &dyn Calendar,
        article: ArticleId,
        index: u32,
    ) -> Option<Arc<Ruling>> {
        let file = corpus.facts(article.doc)?;
        let stamp = stamp_of(calendar, FiledRecord { article, file, index });
        let remembered = locked(&self.rulings).get(&stamp).cloned();
        if let Some(mut remembered) = remembered {
            if remembered.revision == calendar.revision() {
                return Some(remembered.ruling);
            }
            let keys = &remembered.ruling.keys;
            if remembered.habit == calendar.habit() && remembered.stamps == stamps(corpus, keys) {
                remembered.revision = calendar.revision();
                let ruling = remembered.ruling.clone();
                locked(&self.rulings).insert(stamp, remembered);
                return Some(ruling);
            }
        }
        let first = self.member(calendar, FiledRecord { article, file, index })?;
        let members = self.component(corpus, calendar, first);
        let ruling = Arc::new(rule(&members));
        let remembered = Remembered {
            revision: calendar.revision(),
            stamps: stamps(corpus, &ruling.keys),
            habit: calendar.habit(),
            ruling: ruling.clone(),
        };
        let mut rulings = locked(&self.rulings);
        if rulings.len() > LIMIT {
            rulings.clear();
        }
        for member in &members {
            rulings.insert(member.stamp, remembered.clone());
        }
        Some(ruling)
    }

    /// The records of other articles that seem to tell of the same thing and give it another day, with
    /// what speaks for it; in no canonical order. None where either article has the day of the other as
    /// well: then the two are told apart there.
    pub fn contradicting(
        &self,
        corpus: &Corpus,
        calendar: &dyn Calendar,
        article: ArticleId,
        index: u32,
    ) -> Vec<Contradiction> {
        let Some(mine) = self.dated(corpus, calendar, article, index) else { return Vec::new() };
        let Some(account) = mine.account() else { return Vec::new() };
        let links = |one: &Account, others: &[Account]| {
            others.iter().any(|other| compare(one, other).is_some_and(|found| suffices(one, other, found)))
        };
        let against = |theirs: &Member| {
            let other = theirs.account()?;
            let evidence = accounts::contradict(account, other)?;
            if links(account, &theirs.accounts) || links(other, &mine.accounts) {
                return None;
            }
            let days = account.days.zip(other.days)?;
            let (article, index) = (theirs.article, theirs.index);
            Some(Contradiction { article, index, evidence, mine: days.0, theirs: days.1 })
        };
        self.neighbours(corpus, calendar, &mine, account.vicinity(accounts::WEEK), against)
    }

    /// The records of other articles that name the same sides as a dated record, on whatever day; in no
    /// canonical order.
    pub fn alike(
        &self,
        corpus: &Corpus,
        calendar: &dyn Calendar,
        article: ArticleId,
        index: u32,
    ) -> Vec<Alike> {
        let Some(mine) = self.dated(corpus, calendar, article, index) else { return Vec::new() };
        let Some((account, days)) = mine.account().and_then(|account| Some((account, account.days?))) else {
            return Vec::new();
        };
        let alike = |theirs: &Member| {
            let other = theirs.account()?;
            let (article, index) = (theirs.article, theirs.index);
            let evidence = accounts::alike(account, other)?;
            Some(Alike { article, index, evidence, days: other.days, allows: other.allows(days) })
        };
        let near = account.vicinity(accounts::MONTH);
        self.neighbours(corpus, calendar, &mine, near, alike)
    }

    /// A record whose words give it days.
    fn dated(
        &self,
        corpus: &Corpus,
        calendar: &dyn Calendar,
        article: ArticleId,
        index: u32,
    ) -> Option<Member> {
        let file = corpus.facts(article.doc)?;
        let member = self.member(calendar, FiledRecord { article, file, index })?;
        member.account()?.days.is_some().then_some(member)
    }

    /// What is found in the records of other articles that share a key with one, each looked at once: those
    /// within some days, where such are given, and perhaps more.
    fn neighbours<T>(
        &self,
        corpus: &Corpus,
        calendar: &dyn Calendar,
        of: &Member,
        within: Option<groups::Reach>,
        find: impl Fn(&Member) -> Option<T>,
    ) -> Vec<T> {
        let mut seen = FxHashSet::default();
        let mut found = Vec::new();
        for &key in of.record().map(|record| &record.keys).into_iter().flatten() {
            let group = self.group(corpus, calendar, key);
            let others = group.near(within).filter(|other| other.article != of.article);
            found.extend(others.filter(|other| seen.insert((other.article, other.index))).filter_map(&find));
        }
        found
    }

    /// The records with this stamp, by a key that they are filed under: one for each file that holds the
    /// text.
    pub fn members(&self, corpus: &Corpus, calendar: &dyn Calendar, record: (u64, Key)) -> Vec<Member> {
        self.group(corpus, calendar, record.1).of_stamp(record.0).cloned().collect()
    }

    /// What is filed under a key.
    fn group<'c>(&self, corpus: &'c Corpus, calendar: &dyn Calendar, key: Key) -> Group<'c> {
        let of = (corpus.settled_as(), calendar.habit());
        let known = Some(locked(&self.groups)).filter(|groups| groups.of == of);
        let known = known.and_then(|groups| groups.by_key.get(&key).cloned());
        let settled = known.unwrap_or_else(|| {
            let members = corpus.settled_records(key).filter_map(|filed| self.member(calendar, filed));
            let settled = Arc::new(Settled::new(members));
            locked(&self.groups).remember(of, key, &settled);
            settled
        });
        let changed = corpus.changed_records(key).filter_map(|filed| self.member(calendar, filed)).collect();
        Group { corpus, settled, changed }
    }

    /// The record as it is compared; its article's accounts are made once.
    fn member(&self, calendar: &dyn Calendar, filed: FiledRecord<'_>) -> Option<Member> {
        filed.record()?;
        let accounts = self.accounts_of(calendar, filed.article, filed.file);
        Some(Member {
            stamp: stamp_of(calendar, filed),
            article: filed.article,
            file: filed.file.clone(),
            index: filed.index,
            accounts,
        })
    }

    fn accounts_of(
        &self,
        calendar: &dyn Calendar,
        article: ArticleId,
        file: &Arc<DocFacts>,
    ) -> Arc<[Account]> {
        let place = (file.text_hash, article.article);
        let (published, habit) = (calendar.published(file, article), calendar.habit());
        let known = locked(&self.accounts).get(&place).cloned();
        if let Some(known) = known
            && Arc::ptr_eq(&known.file, file)
            && known.published == published
            && known.habit == habit
        {
            return known.accounts;
        }
        let days = calendar.days(file, article);
        let records = file.articles.get(article.article as usize).map(|facts| &facts.records);
        let account = |record: &Record| {
            Account::of(record, |date| days.get(date as usize).copied().flatten(), published)
        };
        let accounts: Arc<[Account]> = records.into_iter().flatten().map(account).collect();
        let mut all = locked(&self.accounts);
        if all.len() > LIMIT {
            all.clear();
        }
        all.insert(
            place,
            ArticleAccounts { file: file.clone(), published, habit, accounts: accounts.clone() },
        );
        accounts
    }

    /// All records that likely pairs tie to one record, in no canonical order.
    fn component(&self, corpus: &Corpus, calendar: &dyn Calendar, first: Member) -> Vec<Member> {
        let mut groups: FxHashMap<Key, Group<'_>> = FxHashMap::default();
        let mut seen = FxHashSet::from_iter([first.stamp]);
        let mut members = vec![first];
        let mut next = 0;
        while let Some(member) = members.get(next).cloned() {
            next += 1;
            let (Some(record), Some(account)) = (member.record(), member.account()) else { continue };
            // Two records often share several keys.
            let mut compared: FxHashSet<u64> = FxHashSet::default();
            for &key in &record.keys {
                let group = groups.entry(key).or_insert_with(|| self.group(corpus, calendar, key));
                for other in group.near(account.reach()) {
                    if seen.contains(&other.stamp) || !compared.insert(other.stamp) {
                        continue;
                    }
                    let Some(theirs) = other.account() else { continue };
                    if compare(account, theirs).is_some_and(|found| suffices(account, theirs, found)) {
                        seen.insert(other.stamp);
                        members.push(other.clone());
                    }
                }
            }
        }
        members
    }
}

impl Groups {
    fn remember(&mut self, of: (u64, u64), key: Key, settled: &Arc<Settled>) {
        if self.of != of || self.members > MAX_MEMBERS {
            *self = Self { of, ..Self::default() };
        }
        self.members += settled.len();
        self.by_key.insert(key, settled.clone());
    }
}

/// Tells a record and when its article was published: equal texts of two days are two reports.
pub fn stamp_of(calendar: &dyn Calendar, filed: FiledRecord<'_>) -> u64 {
    let stamp = record_stamp(filed.file, filed.article.article, filed.index);
    let published = calendar.published(filed.file, filed.article).map_or(0, |day| {
        1 + i64::from(day.year()) * 512 + i64::from(day.month()) * 32 + i64::from(day.day())
    });
    xxh3_64(&[stamp.to_le_bytes(), published.to_le_bytes()].concat())
}

/// The stamps of keys: equal ones, equal records.
fn stamps(corpus: &Corpus, keys: &[Key]) -> Arc<[u64]> {
    keys.iter().map(|&key| corpus.stamp(key)).collect()
}

/// Some members of a component that are one thing.
struct Cluster {
    account: Account,
    members: Vec<usize>,
    /// The articles of the members, by text: what one article tells apart stays apart.
    articles: Vec<(u64, u32)>,
    grounds: Vec<(usize, Grounds)>,
}

/// Joins the records of a component, best pair first.
fn rule(members: &[Member]) -> Ruling {
    let mut order: Vec<&Member> = members.iter().collect();
    // By their words first, so that marks and line ends, which change a stamp, change no conclusion.
    let words = |member: &Member| member.record().map(|record| fold(&record.label)).unwrap_or_default();
    order.sort_by_cached_key(|member| (words(member), member.stamp));
    order.dedup_by_key(|member| member.stamp);
    let single = |(at, member): (usize, &&Member)| {
        let account = member.account()?.clone();
        let articles = vec![(member.file.text_hash, member.article.article)];
        Some(Cluster { account, members: vec![at], articles, grounds: Vec::new() })
    };
    let mut clusters: Vec<Option<Cluster>> = order.iter().enumerate().map(single).collect();
    let mut pairs = BinaryHeap::new();
    for at in 1..clusters.len() {
        pairs.extend(pairs_of(&clusters, at));
    }
    while let Some(Pair { evidence, one: Reverse(one), other: Reverse(other) }) = pairs.pop() {
        let (Some(Some(first)), Some(Some(second))) = (clusters.get(one), clusters.get(other)) else {
            continue;
        };
        let joined = first.join(second, evidence.grounds);
        for gone in [one, other] {
            clusters.get_mut(gone).into_iter().for_each(|cluster| *cluster = None);
        }
        clusters.push(Some(joined));
        pairs.extend(pairs_of(&clusters, clusters.len() - 1));
    }
    let keys = keys_of(order.iter().copied());
    let mut decided: Vec<(Entity, Vec<usize>)> = clusters
        .into_iter()
        .flatten()
        .filter_map(|cluster| Some((entity(&order, &cluster)?, cluster.members)))
        .collect();
    decided.sort_by(|(one, _), (other, _)| one.id.cmp(&other.id));
    let mut index = FxHashMap::default();
    for (at, (_, members)) in decided.iter().enumerate() {
        index.extend(members.iter().filter_map(|&member| Some((order.get(member)?.stamp, at))));
    }
    let entities = decided.into_iter().map(|(entity, _)| Arc::new(entity)).collect();
    Ruling { keys, entities, index }
}

/// Two clusters that may be one thing; the best is the greatest.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Pair {
    evidence: Evidence,
    one: Reverse<usize>,
    other: Reverse<usize>,
}

/// The pairs of a cluster with those before it.
fn pairs_of(clusters: &[Option<Cluster>], at: usize) -> Vec<Pair> {
    let Some(Some(last)) = clusters.get(at) else { return Vec::new() };
    let earlier = clusters.iter().take(at).enumerate();
    earlier
        .filter_map(|(one, cluster)| {
            let cluster = cluster.as_ref()?;
            let one_name =
                cluster.account.names.iter().any(|name| last.account.names.binary_search(name).is_ok());
            if !one_name && cluster.articles.iter().any(|article| last.articles.contains(article)) {
                return None;
            }
            let evidence = compare(&cluster.account, &last.account)?;
            let enough = suffices(&cluster.account, &last.account, evidence);
            enough.then_some(Pair { evidence, one: Reverse(one), other: Reverse(at) })
        })
        .collect()
}

impl Cluster {
    fn join(&self, other: &Cluster, grounds: Grounds) -> Cluster {
        let joined = other.members.iter().map(|&member| (member, grounds));
        Cluster {
            account: merge(&self.account, &other.account),
            members: [self.members.as_slice(), &other.members].concat(),
            articles: [self.articles.as_slice(), &other.articles].concat(),
            grounds: self.grounds.iter().chain(&other.grounds).copied().chain(joined).collect(),
        }
    }
}

/// The agreement or event that a cluster is. Its id is made of its name, where it has one, else of its
/// fullest description, and of the place of that in its text.
fn entity(order: &[&Member], cluster: &Cluster) -> Option<Entity> {
    let members = || cluster.members.iter().filter_map(|&at| order.get(at).copied());
    let fullest = members().max_by_key(|member| (fullness(member), Reverse(member.stamp)))?;
    let label = |member: &Member| member.record().map_or_else(Box::default, |record| record.label.clone());
    let kind = cluster.account.kind();
    let mut names: BTreeSet<Box<str>> = BTreeSet::new();
    let mut spellings: BTreeMap<Box<str>, u64> = BTreeMap::new();
    let mut mentions = 0;
    for member in members() {
        let Some(facts) = member.file.articles.get(member.article.article as usize) else { continue };
        for statement in facts.statements.iter().filter(|statement| statement.record == member.index) {
            mentions += 1;
            *spellings.entry(statement.words.clone()).or_default() += 1;
            let mention = statement.mention.and_then(|mention| facts.mentions.get(mention as usize));
            if let Some(form) = mention.and_then(|mention| facts.chain(mention)?.forms.first()) {
                names.insert(form.text.clone());
            }
        }
    }
    // The name that is known everywhere, else the longest: what the short ones are short for.
    let standing = members().filter_map(|member| member.record()?.standing.clone()).min();
    let longest = || names.iter().max_by_key(|name| (name.split(' ').count(), Reverse((*name).clone())));
    let named = standing.or_else(|| longest().cloned());
    let name = named.clone().unwrap_or_else(|| label(fullest));
    let slug = |words: &str| fold(words).split(' ').take(8).collect::<Vec<_>>().join("-");
    // Two agreements can have one name, so that a name alone is no id.
    let id = format!("{}:{}~{:08x}", kind.name(), slug(&name), fullest.stamp >> 32);
    let aliases = aliases(spellings, &name);
    let record = |member: &Member| Some((member.stamp, *member.record()?.keys.first()?));
    let mut records: Vec<(u64, Key)> = members().filter_map(record).collect();
    records.sort_unstable();
    let mut links: Vec<Link> = cluster
        .grounds
        .iter()
        .filter_map(|(at, grounds)| {
            let form = label(order.get(*at)?);
            Some(Link { form, reason: LinkReason::Evidence(*grounds) })
        })
        .collect();
    links.sort_unstable();
    links.dedup();
    Some(Entity {
        id: id.into(),
        kind,
        name,
        aliases,
        mentions,
        keys: keys_of(members()),
        records: records.into(),
        links: links.into(),
        reach: Reach::Folder,
    })
}

/// All that some records are filed under, sorted.
fn keys_of<'m>(members: impl Iterator<Item = &'m Member>) -> Arc<[Key]> {
    let records = members.filter_map(Member::record);
    let mut keys: Vec<Key> = records.flat_map(|record| record.keys.iter().copied()).collect();
    keys.sort_unstable();
    keys.dedup();
    keys.into()
}

/// How much a record tells.
fn fullness(member: &Member) -> usize {
    let Some(account) = member.account() else { return 0 };
    2 * account.parties.len()
        + account.topic.len()
        + 2 * account.places.len().min(1)
        + 3 * usize::from(account.days.is_some())
        + member.record().map_or(0, |record| record.label.split(' ').count().min(12))
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
