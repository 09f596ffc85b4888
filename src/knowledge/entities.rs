//! Chains of many articles → entities: who is who across the folder.
//!
//! A [`Verdict`] is decided for a *component*: the keys that chains, or the analyst, tie together. It
//! looks at the distinct forms with their counts only (`census`), so that a name in 40 000 articles
//! costs its few dozen forms; `clusters` says which of them name one thing.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::key::Key;
use crate::base::kind::EntityKind;
use crate::corpus::Corpus;
use crate::knowledge::accounts::Grounds;
use crate::knowledge::census::{Census, KindCensus};
use crate::knowledge::clusters::{Cluster, clusters, words};
use crate::knowledge::decisions::Decisions;
use crate::lang::names::Chain;
use crate::text::fold::fold;

/// One person, organisation, place, agreement or event of the folder.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entity {
    /// Kind and canonical name, folded: `person:ann-example`. The same in every run on the same files.
    pub id: Box<str>,
    pub kind: EntityKind,
    /// The canonical name: the fullest form, as it is most often written.
    pub name: Box<str>,
    /// Every other way in which the folder writes the name, most frequent first.
    pub aliases: Box<[Box<str>]>,
    /// How many mentions the folder has.
    pub mentions: u64,
    /// Where the folder files its chains: sorted. All its mentions lie in the groups of these keys.
    pub keys: Arc<[Key]>,
    /// The records that tell of it, each by its stamp ([`stamp_of`](crate::knowledge::affairs::stamp_of))
    /// and a key that it is filed under: sorted. Empty for what is filed by names.
    pub records: Arc<[(u64, Key)]>,
    /// Why its short or differing forms were taken for it, one reason a form.
    pub links: Box<[Link]>,
    /// How far its name reaches.
    pub reach: Reach,
}

/// How far a name reaches.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Reach {
    /// The name means the same in every article.
    Folder,
    /// The name means something else in each article; this stands for all of them.
    EachArticle,
    /// The name in one article, known by a hash of its content.
    Article(u64),
}

impl Entity {
    /// The entity that a name which reaches no further than its article means in this one.
    pub fn in_article(&self, content: u64, mentions: u64) -> Self {
        let id = format!("{}~{:08x}", self.id, content >> 32).into();
        Self { id, mentions, reach: Reach::Article(content), ..self.clone() }
    }
}

/// One form that was joined to an entity, and why.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Link {
    /// The folded form that was joined.
    pub form: Box<str>,
    pub reason: LinkReason,
}

/// Why a form was joined to an entity.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum LinkReason {
    /// The analyst says so.
    Analyst,
    /// The names agree: same last name and compatible given names, same spelling but for accents or
    /// romanisation, acronym of a known body.
    NamesAgree,
    /// An article uses both for one actor.
    SameArticle,
    /// No other entity of the folder could be meant.
    OnlyBearer,
    /// Others could be meant, but four fifths of the folder's mentions are of this one.
    MostFrequentBearer,
    /// What the articles say of it agrees (agreements and events).
    Evidence(Grounds),
}

impl LinkReason {
    /// The reason in words, to follow the form.
    pub fn words(self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            LinkReason::Analyst => "you decided so",
            LinkReason::NamesAgree => "the names agree",
            LinkReason::SameArticle => "an article uses both for one actor",
            LinkReason::OnlyBearer => "probably: no other bearer in the folder",
            LinkReason::MostFrequentBearer => "probably: its most frequent bearer in the folder",
            LinkReason::Evidence(grounds) => return Cow::Owned(grounds.words()),
        })
    }
}

/// Who is who in one component of keys.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Verdict {
    /// The component: sorted.
    pub keys: Arc<[Key]>,
    /// Sorted by id.
    pub entities: Box<[Arc<Entity>]>,
    /// From folded fullest form of a chain and its kind to the index in `entities`.
    index: FxHashMap<Box<str>, Vec<(EntityKind, usize)>>,
}

/// What tells the names of one entity of the folder from others.
#[derive(Clone, Debug)]
pub struct Naming {
    pub entity: Arc<Entity>,
    pub verdict: Arc<Verdict>,
}

impl Naming {
    /// Whether a chain of any article names it.
    pub fn holds(&self, chain: &Chain) -> bool {
        chain.keys.iter().any(|key| self.entity.keys.contains(key))
            && self.verdict.entity_of(chain).is_some_and(|one| one.id == self.entity.id)
    }
}

impl Verdict {
    /// The entity of a chain of this component.
    pub fn entity_of(&self, chain: &Chain) -> Option<&Arc<Entity>> {
        let form = chain.forms.first()?;
        let of_form = self.index.get(&form.folded)?;
        let (_, at) = of_form.iter().find(|(kind, _)| *kind == chain.kind)?;
        self.entities.get(*at)
    }

    /// Decides a component: all keys that chains and decisions tie to this one.
    pub fn decide(corpus: &Corpus, decisions: &Decisions, key: Key) -> Self {
        let mut census = Census::default();
        let mut seen = FxHashSet::from_iter([key]);
        let mut open = vec![key];
        while let Some(key) = open.pop() {
            let mut meet = |other: Key| {
                if seen.insert(other) {
                    open.push(other);
                }
            };
            for filed in corpus.group(key) {
                // A chain is filed under several keys of its component, and counted at the first.
                if filed.chain.keys.first() == Some(&key) {
                    census.count(filed.chain, decisions);
                }
                filed.chain.keys.iter().for_each(|&other| meet(other));
            }
            decisions.tied(key).into_iter().for_each(meet);
        }
        let mut keys: Vec<Key> = seen.into_iter().collect();
        keys.sort_unstable();
        Self::of_census(&census, decisions, keys.into())
    }

    fn of_census(census: &Census<'_>, decisions: &Decisions, keys: Arc<[Key]>) -> Self {
        let mut decided: Vec<(Entity, Vec<&str>)> = Vec::new();
        for (&kind, census) in &census.kinds {
            let clusters = clusters(kind, census, decisions);
            decided.extend(clusters.into_iter().map(|cluster| entity(kind, census, cluster)));
        }
        decided.sort_by(|(one, _), (other, _)| one.id.cmp(&other.id));
        let mut index: FxHashMap<Box<str>, Vec<(EntityKind, usize)>> = FxHashMap::default();
        let mut entities = Vec::with_capacity(decided.len());
        for (at, (entity, forms)) in decided.into_iter().enumerate() {
            for form in forms {
                let told = decisions.kind(form).is_some();
                let kinds = if told { EntityKind::ALL } else { std::slice::from_ref(&entity.kind) };
                let of_form = index.entry(form.into()).or_default();
                of_form.extend(kinds.iter().map(|&kind| (kind, at)));
            }
            entities.push(Arc::new(entity));
        }
        Self { keys, entities: entities.into(), index }
    }
}

/// The entity that a cluster is, and the fullest forms of the chains that belong to it.
fn entity<'a>(kind: EntityKind, census: &KindCensus<'a>, cluster: Cluster<'a>) -> (Entity, Vec<&'a str>) {
    let canonical = canonical(census, if cluster.full.is_empty() { &cluster.short } else { &cluster.full });
    let forms: Vec<&str> = cluster.full.into_iter().chain(cluster.short).collect();
    let mut spellings: BTreeMap<Box<str>, u64> = BTreeMap::new();
    let mut of_canonical: BTreeMap<Box<str>, u64> = BTreeMap::new();
    let mut keys: Vec<Key> = Vec::new();
    for chains in census.filed(&forms) {
        keys.extend(&chains.keys);
        for (folded, text, count) in chains.spellings() {
            if folded == canonical {
                *of_canonical.entry(text.clone()).or_default() += count;
            }
            *spellings.entry(text).or_default() += count;
        }
    }
    keys.sort_unstable();
    keys.dedup();
    let name = spelling(&of_canonical).unwrap_or_else(|| canonical.into());
    let name = with_owner(name, canonical);
    let mentions = spellings.values().sum();
    let aliases = aliases(spellings, &name);
    let mut links = cluster.links;
    links.sort_unstable();
    let entity = Entity {
        id: format!("{}:{}", kind.name(), canonical.replace(' ', "-")).into(),
        kind,
        name,
        aliases,
        mentions,
        records: Arc::default(),
        keys: keys.into(),
        links: links.into(),
        reach: cluster.reach,
    };
    (entity, forms)
}

/// All spellings but the name, most frequent first.
pub(super) fn aliases(spellings: BTreeMap<Box<str>, u64>, name: &str) -> Box<[Box<str>]> {
    let mut aliases: Vec<(Box<str>, u64)> =
        spellings.into_iter().filter(|(text, _)| **text != *name).collect();
    aliases.sort_by(|(one, ones), (other, others)| others.cmp(ones).then(one.cmp(other)));
    aliases.into_iter().map(|(text, _)| text).collect()
}

/// The form that gives the entity its name and id: most words, then most chains, then spelling.
fn canonical<'a>(census: &KindCensus<'a>, forms: &[&'a str]) -> &'a str {
    let rank = |form: &'a str| (words(form), census.chains_of(form), Reverse(form));
    forms.iter().copied().max_by_key(|form| rank(form)).unwrap_or_default()
}

/// `Trade Ministry`, filed as `peruvian trade ministry`, is shown with whose it is.
fn with_owner(name: Box<str>, canonical: &str) -> Box<str> {
    let owner = canonical.strip_suffix(&fold(&name)).map(str::trim_end).filter(|owner| !owner.is_empty());
    let Some(owner) = owner else { return name };
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect::<String>()
    };
    let words: Vec<String> = owner.split(' ').map(capital).collect();
    format!("{} {name}", words.join(" ")).into()
}

/// How a name is written: not in capitals where any article has another way, in as many words as any
/// article has, with its accents where any article has them, then as most often.
fn spelling(spellings: &BTreeMap<Box<str>, u64>) -> Option<Box<str>> {
    let rank = |text: &str, count: u64| {
        let marks =
            text.chars().filter(|character| !character.is_ascii() && character.is_alphabetic()).count();
        let shouted = words(text) > 1 && !text.chars().any(char::is_lowercase);
        (!shouted, words(text), marks, count, Reverse(text.to_owned()))
    };
    spellings.iter().max_by_key(|(text, count)| rank(text, **count)).map(|(text, _)| text.clone())
}
