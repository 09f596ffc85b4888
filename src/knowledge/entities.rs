//! Chains of many articles → entities: who is who across the folder.
//!
//! A [`Verdict`] is decided for a *component*: the keys that chains tie together. It looks at the
//! distinct forms with their counts only, so that a name in 40 000 articles costs its few dozen forms.
//!
//! How forms become entities, in an order that depends on the forms alone:
//! 1. Full forms, fullest first, join the entity with all of whose full forms they agree; where
//!    several would do, the one that makes up four fifths of them; else they found their own.
//! 2. A short form (a bare surname, an acronym) joins the entity that articles themselves tie it to;
//!    where none does, the only one that it could stand for; where several could, again the one with
//!    four fifths of the chains. A short form that has no such bearer stays by itself.
//! 3. A *tentative* chain (a bare word that may be a surname) goes the same way, and is nothing where
//!    there is no bearer.
//!
//! A body that every country has, named without its country (`the Foreign Ministry`), is known only
//! within its article: it is never the same as another article's.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

use crate::base::key::Key;
use crate::base::kind::EntityKind;
use crate::corpus::{Contribution, Corpus};
use crate::lang::names::Chain;
use crate::lang::names::keys::{Compatibility, compare, is_generic_body};

/// A short form goes to an entity that makes up so many tenths of those that it could stand for.
const DOMINANT_TENTHS: u64 = 8;

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
    /// Where the folder files it: sorted. All its mentions lie in the groups of these keys.
    pub keys: Arc<[Key]>,
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
    /// The names agree: same last name and compatible given names, same spelling but for accents or
    /// romanisation, acronym of a known body.
    NamesAgree,
    /// An article uses both for one actor.
    SameArticle,
    /// No other entity of the folder could be meant.
    OnlyBearer,
    /// Others could be meant, but four fifths of the folder's mentions are of this one.
    MostFrequentBearer,
}

impl LinkReason {
    /// Whether the link is only probable.
    pub const fn is_probable(self) -> bool {
        matches!(self, LinkReason::OnlyBearer | LinkReason::MostFrequentBearer)
    }

    /// The reason in words, to follow the form.
    pub const fn words(self) -> &'static str {
        match self {
            LinkReason::NamesAgree => "the names agree",
            LinkReason::SameArticle => "an article uses both for one actor",
            LinkReason::OnlyBearer => "probably: no other bearer in the folder",
            LinkReason::MostFrequentBearer => "probably: its most frequent bearer in the folder",
        }
    }
}

/// Who is who in one component of keys.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Verdict {
    /// The component: sorted.
    pub keys: Arc<[Key]>,
    /// Sorted by id.
    pub entities: Box<[Arc<Entity>]>,
    /// From kind and folded fullest form of a chain to its index in `entities`.
    index: BTreeMap<(EntityKind, Box<str>), usize>,
}

impl Verdict {
    /// The entity of a chain of this component.
    pub fn entity_of(&self, chain: &Chain) -> Option<&Arc<Entity>> {
        let form = chain.forms.first()?;
        self.entities.get(*self.index.get(&(chain.kind, form.folded.clone()))?)
    }

    /// Decides a component.
    pub fn decide(corpus: &Corpus, key: Key) -> Self {
        let keys = component(corpus, key);
        let mut census = Census::default();
        for &key in keys.iter() {
            for filed in corpus.group(key) {
                // A chain under several keys is counted at the first of them.
                let first = filed.chain.keys.iter().find(|own| keys.binary_search(own).is_ok());
                if first == Some(&key) {
                    census.count(Contribution { chain: filed.chain });
                }
            }
        }
        census.into_verdict(keys)
    }
}

/// The keys that chains tie to this one, sorted.
fn component(corpus: &Corpus, key: Key) -> Arc<[Key]> {
    let mut keys = vec![key];
    let mut next = 0;
    while let Some(&key) = keys.get(next) {
        next += 1;
        for filed in corpus.group(key) {
            for &other in &filed.chain.keys {
                if !keys.contains(&other) {
                    keys.push(other);
                }
            }
        }
    }
    keys.sort_unstable();
    keys.into()
}

/// The distinct forms of a component and how often each occurs.
#[derive(Default)]
struct Census {
    kinds: BTreeMap<EntityKind, KindCensus>,
}

/// The forms of one kind, by the folded form that is fullest in a chain. Things of different kinds are
/// never one.
#[derive(Default)]
struct KindCensus {
    chains: BTreeMap<Box<str>, Chains>,
    tentative: BTreeMap<Box<str>, Chains>,
}

/// The chains of one fullest form.
#[derive(Default)]
struct Chains {
    count: u64,
    /// Mentions by folded form and spelling.
    spellings: BTreeMap<(Box<str>, Box<str>), u64>,
    /// In how many of the chains each other folded form occurs: what articles themselves tie together.
    tied: BTreeMap<Box<str>, u64>,
}

impl Census {
    fn count(&mut self, contribution: Contribution<'_>) {
        let chain = contribution.chain;
        let Some(fullest) = chain.forms.first() else { return };
        let census = self.kinds.entry(chain.kind).or_default();
        let filed = if chain.tentative { &mut census.tentative } else { &mut census.chains };
        let chains = filed.entry(fullest.folded.clone()).or_default();
        chains.count += 1;
        for form in &chain.forms {
            // An accent is the same accent whether or not it is a character of its own.
            let spelling = (form.folded.clone(), form.text.nfc().collect::<String>().into());
            *chains.spellings.entry(spelling).or_default() += u64::from(form.count);
        }
        let mut others: Vec<&Box<str>> = chain.forms.iter().map(|form| &form.folded).collect();
        others.sort_unstable();
        others.dedup();
        for other in others.into_iter().filter(|&other| *other != fullest.folded) {
            *chains.tied.entry(other.clone()).or_default() += 1;
        }
    }

    fn into_verdict(self, keys: Arc<[Key]>) -> Verdict {
        let mut decided: Vec<(Entity, Vec<Box<str>>)> = Vec::new();
        for (kind, census) in &self.kinds {
            decided.extend(census.decide(*kind, &keys));
        }
        decided.sort_by(|(one, _), (other, _)| one.id.cmp(&other.id));
        let mut index = BTreeMap::new();
        let mut entities = Vec::with_capacity(decided.len());
        for (at, (entity, forms)) in decided.into_iter().enumerate() {
            index.extend(forms.into_iter().map(|form| ((entity.kind, form), at)));
            entities.push(Arc::new(entity));
        }
        Verdict { keys, entities: entities.into(), index }
    }
}

/// Forms that were found to name one thing.
struct Cluster {
    /// Fullest first.
    full: Vec<Box<str>>,
    short: Vec<Box<str>>,
    /// Chains of all forms so far.
    weight: u64,
    links: Vec<Link>,
    reach: Reach,
}

impl Default for Cluster {
    fn default() -> Self {
        Self { full: Vec::new(), short: Vec::new(), weight: 0, links: Vec::new(), reach: Reach::Folder }
    }
}

impl KindCensus {
    fn decide(&self, kind: EntityKind, keys: &Arc<[Key]>) -> Vec<(Entity, Vec<Box<str>>)> {
        let is_local = |form: &str| kind == EntityKind::Organization && is_generic_body(form);
        let (local, mut forms): (Vec<&Box<str>>, Vec<&Box<str>>) =
            self.chains.keys().partition(|form| is_local(form));
        forms.sort_by(|one, other| fuller(one, other));
        let shortens = |form: &str, full: &str| {
            fuller(full, form).is_lt()
                && (compare(kind, full, form) == Compatibility::Possible || self.ties(full, form) > 0)
        };
        let (short, full): (Vec<&Box<str>>, Vec<&Box<str>>) =
            forms.iter().partition(|form| forms.iter().any(|full| shortens(form, full)));
        let mut clusters: Vec<Cluster> = Vec::new();
        for form in full {
            let agrees = |cluster: &Cluster| {
                cluster.full.iter().all(|other| compare(kind, other, form) == Compatibility::Same)
            };
            let candidates = weigh(&clusters, |cluster| if agrees(cluster) { cluster.weight } else { 0 });
            let at = dominant(&candidates).map(|(at, _)| at).unwrap_or(clusters.len());
            if at == clusters.len() {
                clusters.push(Cluster::default());
            } else if let Some(cluster) = clusters.get_mut(at) {
                cluster.links.push(Link { form: form.clone(), reason: LinkReason::NamesAgree });
            }
            if let Some(cluster) = clusters.get_mut(at) {
                cluster.full.push(form.clone());
                cluster.weight += self.chains_of(form);
            }
        }
        let bearers = clusters.len();
        for form in short {
            let joined = self.bearer(kind, clusters.get(..bearers).unwrap_or_default(), form);
            let at = joined.map_or(clusters.len(), |(at, _)| at);
            if at == clusters.len() {
                clusters.push(Cluster { weight: self.chains_of(form), ..Cluster::default() });
            }
            if let Some(cluster) = clusters.get_mut(at) {
                cluster.short.push(form.clone());
                if let Some((_, reason)) = joined {
                    cluster.links.push(Link { form: form.clone(), reason });
                }
            }
        }
        for form in self.tentative.keys().filter(|form| !self.chains.contains_key(*form)) {
            let bearer = self.bearer(kind, clusters.get(..bearers).unwrap_or_default(), form);
            let Some((at, reason)) = bearer else { continue };
            if let Some(cluster) = clusters.get_mut(at) {
                cluster.short.push(form.clone());
                cluster.links.push(Link { form: form.clone(), reason });
            }
        }
        let local = local.into_iter().map(|form| Cluster {
            full: vec![form.clone()],
            reach: Reach::EachArticle,
            ..Cluster::default()
        });
        clusters.into_iter().chain(local).map(|cluster| self.entity(kind, keys, cluster)).collect()
    }

    /// The full cluster that a short form stands for, and why; among `clusters` by index.
    fn bearer(&self, kind: EntityKind, clusters: &[Cluster], form: &str) -> Option<(usize, LinkReason)> {
        let tied = |cluster: &Cluster| cluster.full.iter().map(|full| self.ties(full, form)).sum();
        let same = |full: &str| compare(kind, full, form) == Compatibility::Same;
        let possible = |full: &str| compare(kind, full, form) == Compatibility::Possible;
        if let Some((at, _)) = dominant(&weigh(clusters, tied)) {
            return Some((at, LinkReason::SameArticle));
        }
        let agreeing =
            weigh(
                clusters,
                |cluster| if cluster.full.iter().any(|full| same(full)) { cluster.weight } else { 0 },
            );
        if let Some((at, _)) = dominant(&agreeing) {
            return Some((at, LinkReason::NamesAgree));
        }
        let bearing =
            weigh(
                clusters,
                |cluster| if cluster.full.iter().any(|full| possible(full)) { cluster.weight } else { 0 },
            );
        let (at, only) = dominant(&bearing)?;
        Some((at, if only { LinkReason::OnlyBearer } else { LinkReason::MostFrequentBearer }))
    }

    fn chains_of(&self, form: &str) -> u64 {
        self.chains.get(form).map_or(0, |chains| chains.count)
    }

    /// In how many articles one actor has both forms, the first of them as its fullest.
    fn ties(&self, full: &str, other: &str) -> u64 {
        self.chains.get(full).and_then(|chains| chains.tied.get(other)).copied().unwrap_or_default()
    }

    /// The entity that a cluster is, and the fullest forms of the chains that belong to it.
    fn entity(&self, kind: EntityKind, keys: &Arc<[Key]>, cluster: Cluster) -> (Entity, Vec<Box<str>>) {
        let canonical = self.canonical(if cluster.full.is_empty() { &cluster.short } else { &cluster.full });
        let forms: Vec<Box<str>> = cluster.full.into_iter().chain(cluster.short).collect();
        let mut spellings: BTreeMap<&str, u64> = BTreeMap::new();
        let mut of_canonical: BTreeMap<&str, u64> = BTreeMap::new();
        let filed = |form| self.chains.get(form).into_iter().chain(self.tentative.get(form));
        let chains = forms.iter().flat_map(filed);
        for ((folded, text), count) in chains.flat_map(|chains| &chains.spellings) {
            *spellings.entry(text).or_default() += count;
            if *folded == canonical {
                *of_canonical.entry(text).or_default() += count;
            }
        }
        let name = spelling(&of_canonical).unwrap_or_else(|| canonical.clone());
        let mentions = spellings.values().sum();
        let mut aliases: Vec<(&str, u64)> =
            spellings.into_iter().filter(|(text, _)| **text != *name).collect();
        aliases.sort_by(|(one, ones), (other, others)| others.cmp(ones).then(one.cmp(other)));
        let mut links = cluster.links;
        links.sort_unstable();
        let entity = Entity {
            id: format!("{}:{}", kind.name(), canonical.replace(' ', "-")).into(),
            kind,
            name,
            aliases: aliases.into_iter().map(|(text, _)| text.into()).collect(),
            mentions,
            keys: keys.clone(),
            links: links.into(),
            reach: cluster.reach,
        };
        (entity, forms)
    }

    /// The form that gives the entity its name and id: most words, then most chains, then spelling.
    fn canonical(&self, forms: &[Box<str>]) -> Box<str> {
        let rank = |form: &str| (words(form), self.chains_of(form), Reverse(form.to_owned()));
        forms.iter().max_by_key(|form| rank(form)).cloned().unwrap_or_default()
    }
}

/// How a name is written: not in capitals where any article has another way, with its accents where any
/// article has them, then as most often.
fn spelling(spellings: &BTreeMap<&str, u64>) -> Option<Box<str>> {
    let rank = |text: &str, count: u64| {
        let marks =
            text.chars().filter(|character| !character.is_ascii() && character.is_alphabetic()).count();
        let shouted = words(text) > 1 && !text.chars().any(char::is_lowercase);
        (!shouted, marks, count, Reverse(text.to_owned()))
    };
    spellings.iter().max_by_key(|(text, count)| rank(text, **count)).map(|(text, _)| (*text).into())
}

/// Order of forms by fullness: more words first, then longer, then by spelling.
fn fuller(one: &str, other: &str) -> std::cmp::Ordering {
    words(other).cmp(&words(one)).then(other.len().cmp(&one.len())).then(one.cmp(other))
}

fn words(form: &str) -> usize {
    form.split(' ').count()
}

/// The clusters that have weight, with it.
fn weigh(clusters: &[Cluster], weight: impl Fn(&Cluster) -> u64) -> Vec<(usize, u64)> {
    clusters.iter().map(weight).enumerate().filter(|&(_, weight)| weight > 0).collect()
}

/// The one candidate, or the one that dominates the others; and whether it was the only one.
fn dominant(candidates: &[(usize, u64)]) -> Option<(usize, bool)> {
    let total: u64 = candidates.iter().map(|(_, weight)| weight).sum();
    let &(at, weight) = candidates.iter().max_by_key(|(_, weight)| *weight)?;
    (weight * 10 >= total * DOMINANT_TENTHS).then_some((at, candidates.len() == 1))
}
