//! Chains: the mentions of one actor in one article.
//!
//! Equal names of a kind are one chain. A shorter name of a person joins the nearest longer one with the
//! same surname and given names that agree, else one of whose other names it is; an acronym joins the
//! body behind whose name it stands in brackets, else the one whose initials it is; a part of a body's
//! name joins the only longer one that it is part of. Kinds never mix, and two different given names
//! never meet.

use std::cmp::Reverse;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use crate::base::kind::EntityKind;
use crate::base::span::Span;
use crate::lang::names::evidence::Named;
use crate::lang::names::keys::{self, Compatibility, Name, Parsed, ParsedNames};
use crate::lang::names::roles::plain;
use crate::lang::names::{Chain, Form, NameMention, Names, Role};

/// One distinct folded name of a kind, with its mentions.
struct Group {
    /// Its place in the list of groups.
    number: usize,
    kind: EntityKind,
    folded: String,
    parsed: Rc<Parsed>,
    /// Indices into the list of names, in order.
    mentions: Vec<usize>,
    /// The group that this one joins.
    joins: Option<usize>,
    /// None of its mentions is a name by the article's own word.
    tentative: bool,
    /// It is first written as acronyms are.
    is_acronym: bool,
}

/// Puts names, sorted by span, into chains; `roles` are theirs, in the same order.
pub fn build(text: &str, named: &[Named], roles: Vec<Option<Role>>, met: &mut ParsedNames) -> Names {
    let mut groups = group(text, named, met);
    join_brackets(text, named, &mut groups);
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
            let position = forms.iter().position(|form| *form.text == *words && *form.folded == *folded);
            let form = position.unwrap_or_else(|| {
                forms.push(Form { text: words.into(), folded: folded.into(), count: 0 });
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
        let parsed: Vec<Rc<Parsed>> = forms.iter().map(|form| met.get(kind, &form.folded)).collect();
        let keys = keys::keys_of(kind, parsed.iter().map(Rc::as_ref)).into();
        let tentative = parts.iter().all(|part| part.tentative);
        names.chains.push(Chain { kind, tentative, forms, keys });
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
        Some(root) if group.parsed.name.is_generic() => &root.folded,
        _ => &group.folded,
    }
}

fn fullness(form: &Form) -> (usize, usize) {
    (words(&form.text), form.text.chars().count())
}

/// Equal names of a kind, in order of first appearance.
fn group(text: &str, named: &[Named], met: &mut ParsedNames) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut by_name: FxHashMap<(EntityKind, &str), usize> = FxHashMap::default();
    for (index, name) in named.iter().enumerate() {
        let group = *by_name.entry((name.kind, &name.folded)).or_insert_with(|| {
            groups.push(Group {
                number: groups.len(),
                kind: name.kind,
                folded: name.folded.clone(),
                parsed: met.get(name.kind, &name.folded),
                mentions: Vec::new(),
                joins: None,
                tentative: name.tentative,
                is_acronym: is_acronym(name.span.of_text(text)),
            });
            groups.len() - 1
        });
        groups.get_mut(group).into_iter().for_each(|group| group.mentions.push(index));
    }
    groups
}

/// Two to eight capitals, marks between them allowed: `AT&T`, `U.N.`
fn is_acronym(words: &str) -> bool {
    let letters = words.chars().filter(|character| character.is_alphabetic());
    matches!(letters.clone().count(), 2..=8)
        && letters.clone().all(char::is_uppercase)
        && !words.contains(' ')
}

/// `Coastal Grain Board (CGB)`, `CGB (Coastal Grain Board)`: the article says that both are one, whatever
/// the language of the letters.
fn join_brackets(text: &str, named: &[Named], groups: &mut [Group]) {
    let numbers: FxHashMap<usize, usize> = groups
        .iter()
        .flat_map(|group| group.mentions.iter().map(|&mention| (mention, group.number)))
        .collect();
    for (at, (first, second)) in named.iter().zip(named.iter().skip(1)).enumerate() {
        let between = Span::new(first.span.end, second.span.start.max(first.span.end)).of_text(text).trim();
        let behind = text.get(second.span.range().end..).unwrap_or_default();
        if between != "(" || !behind.starts_with(')') || first.kind != second.kind {
            continue;
        }
        let (Some(&first), Some(&second)) = (numbers.get(&at), numbers.get(&(at + 1))) else { continue };
        let (Some(one), Some(other)) = (groups.get(first), groups.get(second)) else { continue };
        let stands_for = |short: &Group, long: &Group| {
            let kind = matches!(short.kind, EntityKind::Organization | EntityKind::Agreement);
            kind && short.is_acronym && long.folded.contains(' ') && short.joins.is_none()
        };
        let (short, long) = match (stands_for(other, one), stands_for(one, other)) {
            (true, _) => (second, first),
            (false, true) => (first, second),
            (false, false) => continue,
        };
        if root(groups, long) != short
            && let Some(group) = groups.get_mut(short)
        {
            group.joins = Some(long);
        }
    }
}

/// How many names under one look-up a name is compared with, so that no text takes more than linear time.
const NEIGHBOURS: usize = 64;

fn join(groups: &mut [Group]) {
    let parsed: Vec<(EntityKind, Rc<Parsed>)> =
        groups.iter().map(|group| (group.kind, group.parsed.clone())).collect();
    let mut filed: FxHashMap<(EntityKind, &str), Vec<usize>> = FxHashMap::default();
    for (number, (kind, parsed)) in parsed.iter().enumerate() {
        for key in &parsed.look_ups {
            filed.entry((*kind, &**key)).or_default().push(number);
        }
    }
    // Longest first: what is a part of two names that are one is a part of one.
    let mut order: Vec<usize> = (0..groups.len()).collect();
    order.sort_by_cached_key(|&index| Reverse(groups.get(index).map(|group| words(&group.folded))));
    for index in order {
        let Some(group) = groups.get(index).filter(|group| group.joins.is_none()) else { continue };
        let look_ups = group.parsed.look_ups.iter();
        let mut near: Vec<usize> = look_ups
            .filter_map(|key| filed.get(&(group.kind, &**key)))
            .flat_map(|under| under.iter().copied().filter(|&other| other != index).take(NEIGHBOURS))
            .collect();
        near.sort_unstable();
        near.dedup();
        let target = match group.kind {
            EntityKind::Person => person_target(groups, group, &near),
            EntityKind::Organization => body_target(groups, group, &near),
            _ => earlier_spelling(groups, group, &near),
        };
        if let Some(target) = target.filter(|&target| root(groups, target) != index)
            && let Some(group) = groups.get_mut(index)
        {
            group.joins = Some(target);
        }
    }
}

fn earlier_spelling(groups: &[Group], group: &Group, near: &[usize]) -> Option<usize> {
    let mut earlier = near.iter().copied().filter(|&other| other < group.number);
    earlier.find(|&other| {
        groups
            .get(other)
            .is_some_and(|that| group.parsed.name.compare(&that.parsed.name) == Compatibility::Same)
    })
}

/// The body whose initials an acronym is; else the only longer name that this one is a part of; else an
/// earlier spelling.
fn body_target(groups: &[Group], group: &Group, near: &[usize]) -> Option<usize> {
    let others = || near.iter().filter_map(|&other| Some((other, groups.get(other)?)));
    if group.is_acronym
        && let Some((acronym, _)) =
            others().find(|(_, that)| keys::is_acronym_of(&group.folded, &that.folded))
    {
        return Some(acronym);
    }
    let Name::Body(body) = &group.parsed.name else { return None };
    let mut wholes = others()
        .filter(|(_, that)| matches!(&that.parsed.name, Name::Body(whole) if body.is_part_of(whole)))
        .map(|(other, _)| other);
    if let Some(whole) = wholes.next() {
        let only = wholes.all(|other| root(groups, other) == root(groups, whole));
        return only.then_some(whole);
    }
    earlier_spelling(groups, group, near)
}

/// The nearest longer name that fits, one that came before first; else an earlier spelling; else, for a
/// single word, the nearest name that has it.
fn person_target(groups: &[Group], group: &Group, near: &[usize]) -> Option<usize> {
    let Name::Person(person) = &group.parsed.name else { return None };
    let at = group.mentions.first().copied().unwrap_or_default();
    let mut best: Option<((usize, bool, usize), usize)> = None;
    for &other in near {
        let Some(that) = groups.get(other) else { continue };
        let Name::Person(name) = &that.parsed.name else { continue };
        let longer = words(&that.folded) > words(&group.folded);
        let spelling = other < group.number && words(&that.folded) == words(&group.folded);
        let fits = person.compare(name) != Compatibility::Different;
        let rank = match (longer, spelling) {
            (true, _) if fits => 0,
            (_, true) if fits => 1,
            (true, _) if name.has_word(person) => 2,
            _ => continue,
        };
        let earlier = that.mentions.iter().copied().filter(|&mention| mention < at).max();
        let rank = match earlier {
            Some(earlier) => (rank, false, at - earlier),
            None => (rank, true, that.mentions.first().copied().unwrap_or_default().abs_diff(at)),
        };
        if best.is_none_or(|(other, _)| rank < other) {
            best = Some((rank, other));
        }
    }
    best.map(|(_, other)| other)
}

fn words(folded: &str) -> usize {
    1 + folded.bytes().filter(|&byte| byte == b' ').count()
}

fn root(groups: &[Group], mut index: usize) -> usize {
    // No join closes a circle; the bound is for safety.
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
