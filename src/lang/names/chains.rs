//! Chains: the mentions of one actor in one article.
//!
//! Equal names of a kind are one chain. A shorter name of a person joins the nearest longer one with the
//! same last name and given names that agree; an acronym joins the body whose initials it is; a body
//! without its country joins the only one that has it. Kinds never mix, and two different given names
//! never meet.

use rustc_hash::FxHashMap;

use crate::base::key::Key;
use crate::base::kind::EntityKind;
use crate::lang::names::evidence::Named;
use crate::lang::names::keys::{self, Compatibility, compare, is_acronym_of};
use crate::lang::names::roles::plain;
use crate::lang::names::{Chain, Form, NameMention, Names, Role};

/// One distinct folded name of a kind, with its mentions.
struct Group {
    /// Its place in the list of groups.
    number: usize,
    kind: EntityKind,
    folded: String,
    /// Indices into the list of names, in order.
    mentions: Vec<usize>,
    keys: Vec<Key>,
    /// The group that this one joins.
    joins: Option<usize>,
}

/// Puts names, sorted by span, into chains; `roles` are theirs, in the same order.
pub fn build(text: &str, named: &[Named], roles: Vec<Option<Role>>) -> Names {
    let mut groups = group(named);
    join(&mut groups);
    let roots: Vec<usize> = (0..groups.len()).map(|index| root(&groups, index)).collect();
    let mut chain_of_root: FxHashMap<usize, usize> = FxHashMap::default();
    let mut members: Vec<Vec<usize>> = Vec::new();
    for (index, &root) in roots.iter().enumerate() {
        let chain = *chain_of_root.entry(root).or_insert_with(|| {
            members.push(Vec::new());
            members.len() - 1
        });
        members.get_mut(chain).into_iter().for_each(|groups| groups.push(index));
    }
    let mut names = Names::default();
    let mut places: Vec<Option<NameMention>> = vec![None; named.len()];
    let mut role_numbers: FxHashMap<Role, u32> = FxHashMap::default();
    for (chain, member) in members.iter().enumerate() {
        let mut forms: Vec<Form> = Vec::new();
        let mut of_mention: Vec<(usize, usize)> = Vec::new();
        let parts: Vec<&Group> = member.iter().filter_map(|&index| groups.get(index)).collect();
        let mut mentions: Vec<(usize, &Group)> = parts
            .iter()
            .flat_map(|&part| part.mentions.iter().map(move |&mention| (mention, part)))
            .collect();
        mentions.sort_unstable_by_key(|&(mention, _)| mention);
        for (mention, part) in mentions {
            let Some(name) = named.get(mention) else { continue };
            let folded = full_folded(&groups, &roots, part);
            let words = plain(name.span.of_text(text));
            let position = forms.iter().position(|form| form.text == words && *form.folded == *folded);
            let form = position.unwrap_or_else(|| {
                forms.push(Form { text: words, folded: folded.into(), count: 0 });
                forms.len() - 1
            });
            forms.get_mut(form).into_iter().for_each(|form| form.count += 1);
            of_mention.push((mention, form));
        }
        // Fullest first; the sort is stable, so equal ones stay in order of appearance.
        let mut order: Vec<usize> = (0..forms.len()).collect();
        order.sort_by_key(|&form| std::cmp::Reverse(forms.get(form).map(fullness)));
        for (mention, form) in of_mention {
            let Some(name) = named.get(mention) else { continue };
            let form = order.iter().position(|&other| other == form).unwrap_or_default();
            if let Some(place) = places.get_mut(mention) {
                *place = Some(NameMention {
                    span: name.span,
                    chain: number(chain),
                    form: number(form),
                    role: None,
                });
            }
        }
        let forms: Box<[Form]> = order.iter().filter_map(|&form| forms.get(form).cloned()).collect();
        let kind = parts.first().map_or(EntityKind::Person, |part| part.kind);
        let keys = keys::keys(kind, forms.iter().map(|form| &*form.folded)).into();
        names.chains.push(Chain { kind, forms, keys });
    }
    for (place, role) in places.into_iter().zip(roles) {
        let Some(mut mention) = place else { continue };
        mention.role = role.map(|role| {
            *role_numbers.entry(role).or_insert_with_key(|role| {
                names.roles.push(role.clone());
                number(names.roles.len() - 1)
            })
        });
        names.mentions.push(mention);
    }
    names
}

/// The folded form of a group; of a body that every country has, with the country of its chain.
fn full_folded<'g>(groups: &'g [Group], roots: &[usize], group: &'g Group) -> &'g str {
    let root = roots.get(group.number).and_then(|&root| groups.get(root));
    match root {
        Some(root) if group.kind == EntityKind::Organization && keys::is_generic_body(&group.folded) => {
            &root.folded
        }
        _ => &group.folded,
    }
}

fn fullness(form: &Form) -> (usize, usize) {
    (form.text.split(' ').count(), form.text.chars().count())
}

/// Equal names of a kind, aliases of a place or body with them, in order of first appearance.
fn group(named: &[Named]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut by_name: FxHashMap<(EntityKind, &str), usize> = FxHashMap::default();
    for (index, name) in named.iter().enumerate() {
        let group = *by_name.entry((name.kind, &name.folded)).or_insert_with(|| {
            let keys = keys::keys(name.kind, [name.folded.as_str()]);
            groups.push(Group {
                number: groups.len(),
                kind: name.kind,
                folded: name.folded.clone(),
                mentions: Vec::new(),
                keys,
                joins: None,
            });
            groups.len() - 1
        });
        groups.get_mut(group).into_iter().for_each(|group| group.mentions.push(index));
    }
    groups
}

/// How many names under its keys a name is compared with, so that no text takes more than linear time.
const NEIGHBOURS: usize = 64;

fn join(groups: &mut [Group]) {
    let mut filed: FxHashMap<Key, Vec<usize>> = FxHashMap::default();
    for (index, group) in groups.iter().enumerate() {
        group.keys.iter().for_each(|&key| filed.entry(key).or_default().push(index));
    }
    for index in 0..groups.len() {
        let keys = groups.get(index).map(|group| group.keys.as_slice()).unwrap_or_default();
        let mut near: Vec<usize> = keys
            .iter()
            .filter_map(|key| filed.get(key))
            .flat_map(|under| under.iter().copied().filter(|&other| other != index).take(NEIGHBOURS))
            .collect();
        near.sort_unstable();
        near.dedup();
        let target = target(groups, index, &near);
        if let Some(target) = target.filter(|&target| root(groups, target) != index)
            && let Some(group) = groups.get_mut(index)
        {
            group.joins = Some(target);
        }
    }
}

/// The group of `near`, which share a key with this one, that it belongs to.
fn target(groups: &[Group], index: usize, near: &[usize]) -> Option<usize> {
    let group = groups.get(index)?;
    let others = || near.iter().filter_map(|&other| Some((other, groups.get(other)?)));
    let same = |that: &Group| compare(group.kind, &group.folded, &that.folded) == Compatibility::Same;
    match group.kind {
        EntityKind::Person => person_target(groups, index, near),
        EntityKind::Organization => {
            let acronym = others().find(|(_, that)| is_acronym_of(&group.folded, &that.folded));
            let fuller = |that: &Group| fuller_body(&group.folded, &that.folded);
            let mut fullers = others().filter(|(_, that)| fuller(that));
            let only = fullers.next().filter(|_| fullers.next().is_none());
            let earlier = others().find(|&(other, that)| other < index && same(that));
            acronym.or(only).or(earlier).map(|(other, _)| other)
        }
        _ => others().find(|&(other, that)| other < index && same(that)).map(|(other, _)| other),
    }
}

/// `foreign ministry` and `peruvian foreign ministry`.
fn fuller_body(short: &str, long: &str) -> bool {
    long.len() > short.len() && compare(EntityKind::Organization, short, long) != Compatibility::Different
}

/// The nearest longer name that fits, one that came before first; else an earlier spelling.
fn person_target(groups: &[Group], index: usize, near: &[usize]) -> Option<usize> {
    let group = groups.get(index)?;
    let words = |folded: &str| folded.split(' ').count();
    let at = group.mentions.first().copied().unwrap_or_default();
    let mut best: Option<((bool, bool, usize), usize)> = None;
    for &other in near {
        let Some(that) = groups.get(other) else { continue };
        let longer = words(&that.folded) > words(&group.folded);
        let spelling = other < index && words(&that.folded) == words(&group.folded);
        let fits = longer || spelling;
        if !fits || compare(EntityKind::Person, &group.folded, &that.folded) == Compatibility::Different {
            continue;
        }
        let earlier = that.mentions.iter().copied().filter(|&mention| mention < at).max();
        let rank = match earlier {
            Some(earlier) => (spelling, false, at - earlier),
            None => (spelling, true, that.mentions.first().copied().unwrap_or_default().abs_diff(at)),
        };
        if best.is_none_or(|(other, _)| rank < other) {
            best = Some((rank, other));
        }
    }
    best.map(|(_, other)| other)
}

fn root(groups: &[Group], mut index: usize) -> usize {
    // Joins lead to a longer or an earlier name; the bound is for safety.
    for _ in 0..groups.len() {
        match groups.get(index).and_then(|group| group.joins) {
            Some(next) => index = next,
            None => break,
        }
    }
    index
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
