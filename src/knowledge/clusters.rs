//! Forms of one kind → clusters of forms that name one thing.
//!
//! In an order that depends on the forms alone:
//! 1. Full forms, fullest first, join the entity with all of whose full forms they agree; where
//!    several would do, the one that makes up four fifths of them; else they found their own.
//! 2. A short form (a bare surname, an acronym) joins the entity that articles themselves tie it to;
//!    where none does, the only one that it could stand for; where several could, again the one with
//!    four fifths of the chains. Where none of several has so many, it means something in its own
//!    article only; where there is none, it stays by itself.
//! 3. A *tentative* chain (a bare word that may be a surname) goes the same way, and is nothing where
//!    there is no bearer.
//!
//! The analyst's word comes first in each step. A body that every country has, named without its
//! country (`the Foreign Ministry`), is known only within its article.
//!
//! Only forms that share a filing name, or that an article ties together, are ever compared.

use std::cmp::Ordering;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::kind::EntityKind;
use crate::knowledge::census::KindCensus;
use crate::knowledge::decisions::Decisions;
use crate::knowledge::entities::{Link, LinkReason, Reach};
use crate::lang::names::keys::{Compatibility, Name};

/// A short form goes to an entity that makes up so many tenths of those that it could stand for.
const DOMINANT_TENTHS: u64 = 8;

/// Forms that were found to name one thing.
pub struct Cluster<'a> {
    /// Fullest first.
    pub full: Vec<&'a str>,
    pub short: Vec<&'a str>,
    pub links: Vec<Link>,
    pub reach: Reach,
    /// Chains of all full forms.
    weight: u64,
}

/// Puts the forms of a census into clusters.
pub fn clusters<'a>(kind: EntityKind, census: &KindCensus<'a>, decisions: &Decisions) -> Vec<Cluster<'a>> {
    let mut forms: Vec<&'a str> = census.chains.keys().copied().collect();
    forms.sort_unstable_by(|one, other| fuller(one, other));
    let mut tentative: Vec<&'a str> =
        census.tentative.keys().copied().filter(|form| !census.chains.contains_key(form)).collect();
    tentative.sort_unstable();
    let mut state = State::new(kind, census, decisions, forms);
    let (local, reaching): (Vec<usize>, Vec<usize>) =
        (0..state.forms.len()).partition(|&form| state.is_local(form));
    let (short, full): (Vec<usize>, Vec<usize>) =
        reaching.into_iter().partition(|&form| state.is_short(form));
    full.into_iter().for_each(|form| state.place_full(form));
    short.into_iter().for_each(|form| state.place_short(form));
    tentative.into_iter().for_each(|form| state.place_tentative(form));
    local.into_iter().for_each(|form| state.place_local(form));
    state.clusters
}

/// A form with what it is compared by.
struct Parsed<'a> {
    text: &'a str,
    name: Name,
}

struct State<'s, 'a> {
    kind: EntityKind,
    census: &'s KindCensus<'a>,
    decisions: &'s Decisions,
    /// Fullest first.
    forms: Vec<Parsed<'a>>,
    by_text: FxHashMap<&'a str, usize>,
    /// Forms by filing name and by class of the analyst's.
    filed: FxHashMap<String, Vec<usize>>,
    /// Forms by what full names that are the same have in common.
    kin: FxHashMap<String, Vec<usize>>,
    /// The fuller forms that articles tie a form to, with the number of articles.
    tied: FxHashMap<&'a str, Vec<(usize, u64)>>,
    clusters: Vec<Cluster<'a>>,
    /// The cluster of each form that was placed.
    placed: FxHashMap<usize, usize>,
}

impl<'s, 'a> State<'s, 'a> {
    fn new(
        kind: EntityKind,
        census: &'s KindCensus<'a>,
        decisions: &'s Decisions,
        forms: Vec<&'a str>,
    ) -> Self {
        let mut state = Self {
            kind,
            census,
            decisions,
            by_text: forms.iter().enumerate().map(|(at, form)| (*form, at)).collect(),
            forms: forms.into_iter().map(|text| Parsed { text, name: Name::of(kind, text) }).collect(),
            filed: FxHashMap::default(),
            kin: FxHashMap::default(),
            tied: FxHashMap::default(),
            clusters: Vec::new(),
            placed: FxHashMap::default(),
        };
        for (at, form) in state.forms.iter().enumerate() {
            state.filed.entry(form.name.filing_name()).or_default().push(at);
            if let Some(class) = state.class(form.text) {
                state.filed.entry(class).or_default().push(at);
            }
            for shared in form.name.kinship() {
                state.kin.entry(shared).or_default().push(at);
            }
            for (&other, &count) in census.chains.get(form.text).into_iter().flat_map(|chains| &chains.tied) {
                if fuller(form.text, other).is_lt() {
                    state.tied.entry(other).or_default().push((at, count));
                }
            }
        }
        state
    }

    /// Under what the forms are filed that are the same as this one by the analyst's word.
    fn class(&self, form: &str) -> Option<String> {
        // No folded name begins with a mark.
        self.decisions.class(self.kind, form).map(|class| format!("={class}"))
    }

    /// The forms that share a filing name with this one; sorted.
    fn near(&self, name: &Name) -> &[usize] {
        self.filed.get(&name.filing_name()).map(Vec::as_slice).unwrap_or_default()
    }

    /// The full forms that could be the same as this one: sorted, distinct.
    fn kin(&self, name: &Name) -> Vec<usize> {
        let shared = name.kinship();
        let mut kin: Vec<usize> =
            shared.iter().filter_map(|shared| self.kin.get(shared)).flatten().copied().collect();
        kin.sort_unstable();
        kin.dedup();
        kin
    }

    fn tied_to(&self, form: &str) -> &[(usize, u64)] {
        self.tied.get(form).map(Vec::as_slice).unwrap_or_default()
    }

    /// A name that every country's body has; unless the analyst says whose it is.
    fn is_local(&self, form: usize) -> bool {
        self.forms.get(form).is_some_and(|form| {
            form.name.is_generic() && self.decisions.class(self.kind, form.text).is_none()
        })
    }

    /// Whether a fuller form could be meant by this one.
    fn is_short(&self, at: usize) -> bool {
        let Some(form) = self.forms.get(at) else { return false };
        let apart = |other: &Parsed<'_>| self.decisions.are_apart(self.kind, form.text, other.text);
        let tied = self.tied_to(form.text).iter().filter_map(|(other, _)| self.forms.get(*other));
        let near = if form.name.may_be_short() { self.near(&form.name) } else { &[] };
        let possible =
            near.iter().take_while(|&&other| other < at).filter_map(|&other| self.forms.get(other));
        tied.chain(possible.filter(|other| other.name.compare(&form.name) == Compatibility::Possible))
            .any(|other| !apart(other))
    }

    fn place_full(&mut self, at: usize) {
        let Some(form) = self.forms.get(at) else { return };
        let text = form.text;
        let mut kin = self.kin(&form.name);
        kin.extend(self.relatives(at));
        let near = self.clusters_of(kin.into_iter());
        let joined = self.told(text).map(|at| (at, LinkReason::Analyst)).or_else(|| {
            let agreeing = near.iter().filter(|&&cluster| self.agrees(cluster, form));
            let weights: Vec<(usize, u64)> =
                agreeing.map(|&cluster| (cluster, self.weight(cluster))).collect();
            Some((dominant(&weights)?.0, LinkReason::NamesAgree))
        });
        let cluster = self.join(joined, text);
        let weight = self.census.chains_of(text);
        if let Some(cluster) = self.clusters.get_mut(cluster) {
            cluster.full.push(text);
            cluster.weight += weight;
        }
        self.placed.insert(at, cluster);
    }

    fn place_short(&mut self, at: usize) {
        let Some(form) = self.forms.get(at) else { return };
        let text = form.text;
        let found = self.bearer(text, &form.name);
        let cluster = self.join(found.ok(), text);
        if let Some(cluster) = self.clusters.get_mut(cluster) {
            cluster.short.push(text);
            if found == Err(NoBearer::Several) {
                cluster.reach = Reach::EachArticle;
            }
        }
        self.placed.insert(at, cluster);
    }

    fn place_tentative(&mut self, text: &'a str) {
        let found = self.bearer(text, &Name::of(self.kind, text));
        if let Ok(bearer) = found {
            let cluster = self.join(Some(bearer), text);
            self.clusters.get_mut(cluster).into_iter().for_each(|cluster| cluster.short.push(text));
        }
    }

    fn place_local(&mut self, at: usize) {
        let Some(text) = self.forms.get(at).map(|form| form.text) else { return };
        let cluster = self.join(None, text);
        if let Some(cluster) = self.clusters.get_mut(cluster) {
            cluster.full.push(text);
            cluster.reach = Reach::EachArticle;
        }
    }

    /// The cluster that a form joins, and a line why; a new one where it joins none.
    fn join(&mut self, joined: Option<(usize, LinkReason)>, form: &str) -> usize {
        match joined {
            Some((at, reason)) => {
                let link = Link { form: form.into(), reason };
                self.clusters.get_mut(at).into_iter().for_each(|cluster| cluster.links.push(link.clone()));
                at
            }
            None => {
                self.clusters.push(Cluster {
                    full: Vec::new(),
                    short: Vec::new(),
                    links: Vec::new(),
                    reach: Reach::Folder,
                    weight: 0,
                });
                self.clusters.len() - 1
            }
        }
    }

    /// The cluster that a short form stands for, and why.
    fn bearer(&self, form: &str, name: &Name) -> Result<(usize, LinkReason), NoBearer> {
        if let Some(told) = self.told(form) {
            return Ok((told, LinkReason::Analyst));
        }
        let tied = self.weigh(form, self.tied_to(form).iter().copied());
        if let Some((at, _)) = dominant(&tied) {
            return Ok((at, LinkReason::SameArticle));
        }
        let bearing = |wanted: Compatibility| {
            let compared = self.near(name).iter().filter_map(|&other| Some((other, self.forms.get(other)?)));
            let fits = compared.filter(|(_, other)| other.text != form && other.name.compare(name) == wanted);
            // A cluster counts whole, whichever of its forms fits.
            let clusters = self.clusters_of(fits.map(|(other, _)| other));
            let open = clusters
                .into_iter()
                .filter(|&cluster| self.is_bearer(cluster) && !self.is_barred(cluster, form));
            open.map(|cluster| (cluster, self.weight(cluster))).collect::<Vec<_>>()
        };
        if let Some((at, _)) = dominant(&bearing(Compatibility::Same)) {
            return Ok((at, LinkReason::NamesAgree));
        }
        let possible = bearing(Compatibility::Possible);
        match dominant(&possible) {
            Some((at, true)) => Ok((at, LinkReason::OnlyBearer)),
            Some((at, false)) => Ok((at, LinkReason::MostFrequentBearer)),
            None if tied.is_empty() && possible.is_empty() => Err(NoBearer::Nobody),
            None => Err(NoBearer::Several),
        }
    }

    /// Adds up by cluster the weights of full forms.
    fn weigh(&self, form: &str, forms: impl Iterator<Item = (usize, u64)>) -> Vec<(usize, u64)> {
        let mut weights: Vec<(usize, u64)> = Vec::new();
        for (other, weight) in forms {
            let Some(&cluster) = self.placed.get(&other) else { continue };
            if self.is_barred(cluster, form) {
                continue;
            }
            match weights.iter_mut().find(|(at, _)| *at == cluster) {
                Some((_, sum)) => *sum += weight,
                None => weights.push((cluster, weight)),
            }
        }
        weights.sort_unstable();
        weights
    }

    /// Other full forms that share a short form with this one in their articles and are put together
    /// of the same words: `Social Democrats (SPD)`, `Social Democratic Party (SPD)`.
    fn relatives(&self, at: usize) -> Vec<usize> {
        let Some((form, Name::Body(body))) = self.forms.get(at).map(|form| (form, &form.name)) else {
            return Vec::new();
        };
        let shorts = self.census.chains.get(form.text).into_iter().flat_map(|chains| chains.tied.keys());
        let others = shorts.flat_map(|short| self.tied_to(short)).map(|(other, _)| *other);
        let alike = |other: &usize| match self.forms.get(*other).map(|other| &other.name) {
            Some(Name::Body(other)) => body.resembles(other),
            _ => false,
        };
        let distinct: FxHashSet<usize> = others.filter(|&other| other != at).filter(alike).collect();
        distinct.into_iter().collect()
    }

    /// Whether a full form agrees with all full forms of a cluster.
    fn agrees(&self, cluster: usize, form: &Parsed<'a>) -> bool {
        let Some(full) = self.clusters.get(cluster).map(|cluster| &cluster.full) else { return false };
        let shared = |other: &str| {
            let tied = |form: &str| self.census.chains.get(form).map(|chains| &chains.tied);
            let Some((own, others)) = tied(form.text).zip(tied(other)) else { return false };
            own.keys().any(|short| others.contains_key(short))
        };
        let agrees = |other: &str| {
            let Some(other) = self.by_text.get(other).and_then(|&at| self.forms.get(at)) else {
                return false;
            };
            form.name.compare(&other.name) == Compatibility::Same
                || match (&form.name, &other.name) {
                    (Name::Body(one), Name::Body(body)) => one.resembles(body) && shared(other.text),
                    _ => false,
                }
        };
        !full.is_empty() && !self.is_barred(cluster, form.text) && full.iter().all(|other| agrees(other))
    }

    /// The first cluster that has a name which is the same by the analyst's word.
    fn told(&self, form: &str) -> Option<usize> {
        let same = self.filed.get(&self.class(form)?)?;
        self.clusters_of(same.iter().copied()).first().copied()
    }

    /// Whether the analyst keeps the form out of the cluster.
    fn is_barred(&self, cluster: usize, form: &str) -> bool {
        self.clusters.get(cluster).is_some_and(|cluster| {
            let names = cluster.full.iter().chain(&cluster.short);
            names.into_iter().any(|name| self.decisions.are_apart(self.kind, name, form))
        })
    }

    /// The clusters of these forms, in the order in which they were founded.
    fn clusters_of(&self, forms: impl Iterator<Item = usize>) -> Vec<usize> {
        let mut clusters: Vec<usize> = forms.filter_map(|form| self.placed.get(&form)).copied().collect();
        clusters.sort_unstable();
        clusters.dedup();
        clusters
    }

    fn weight(&self, cluster: usize) -> u64 {
        self.clusters.get(cluster).map_or(0, |cluster| cluster.weight)
    }

    /// Whether the cluster has a full form.
    fn is_bearer(&self, cluster: usize) -> bool {
        self.clusters.get(cluster).is_some_and(|cluster| !cluster.full.is_empty())
    }
}

/// Why a short form has no bearer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum NoBearer {
    /// Nobody in the folder could be meant.
    Nobody,
    /// Several could, and none of them has four fifths.
    Several,
}

/// Order of forms by fullness: more words first, then longer, then by spelling.
fn fuller(one: &str, other: &str) -> Ordering {
    words(other).cmp(&words(one)).then(other.len().cmp(&one.len())).then(one.cmp(other))
}

/// How many words a folded form has.
pub fn words(form: &str) -> usize {
    form.split(' ').count()
}

/// The one candidate, or the one that dominates the others; and whether it was the only one.
fn dominant(candidates: &[(usize, u64)]) -> Option<(usize, bool)> {
    let total: u64 = candidates.iter().map(|(_, weight)| weight).sum();
    let &(at, weight) = candidates.iter().max_by_key(|(_, weight)| *weight)?;
    (weight * 10 >= total * DOMINANT_TENTHS).then_some((at, candidates.len() == 1))
}
