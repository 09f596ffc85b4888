//! Names of people: last names, romanisation, given names.

use crate::lang::lexicon::Classes;
use crate::lang::names::keys::{Compatibility, classes};

/// Replacements that make romanisations of one name equal, in order.
const ROMANISATIONS: &[(&str, &str)] = &[
    ("sch", "sh"),
    ("tch", "ch"),
    ("kh", "h"),
    ("gh", "g"),
    ("dh", "d"),
    ("ph", "f"),
    ("tz", "ts"),
    ("ck", "k"),
    ("ca", "ka"),
    ("co", "ko"),
    ("cu", "ku"),
    ("q", "k"),
    ("x", "ks"),
    ("w", "v"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("th", "t"),
    ("y", "i"),
    ("j", "i"),
    ("ai", "ei"),
    ("ae", "e"),
    ("oe", "o"),
    ("ue", "u"),
];

/// The last name of a folded name, particles and suffixes taken off: `sarraj` of `fayez al sarraj`.
/// The whole of a name that is nothing but particles.
pub fn last_name(folded: &str) -> &str {
    let mut words = folded.rsplit(' ').filter(|word| !word.is_empty()).peekable();
    while words.peek().is_some_and(|word| classes(word).any(Classes::SUFFIX)) && folded.contains(' ') {
        words.next();
    }
    words.next().unwrap_or(folded)
}

/// What all romanisations of a folded word have in common: `sergei` and `sergey`, `gaddafi` and `qaddafi`.
pub fn skeleton(word: &str) -> String {
    let mut bones = word.to_owned();
    let mut has = letters(&bones);
    for (from, to) in ROMANISATIONS {
        // Most words lack a letter of most patterns: that is quicker seen than searched.
        if letters(from) & !has == 0 && bones.contains(from) {
            bones = bones.replace(from, to);
            has = letters(&bones);
        }
    }
    // The first consonant of Arabic names is written both ways: Gaddafi, Kaddafi.
    let mut result = String::with_capacity(bones.len());
    for character in bones.chars() {
        if result.ends_with(character) {
            continue;
        }
        result.push(character);
    }
    if let Some(rest) = result.strip_suffix("ei").or_else(|| result.strip_suffix("ii")) {
        result = format!("{rest}i");
    }
    result
}

/// Which of the letters `a` to `z` occur: a bit each.
fn letters(word: &str) -> u32 {
    word.bytes().filter(u8::is_ascii_lowercase).fold(0, |has, letter| has | 1 << (letter - b'a'))
}

/// The skeleton without vowels behind the first letter: what keys are made of.
fn frame(word: &str) -> String {
    let bones = skeleton(word);
    let mut characters = bones.chars();
    // `g` and `k` begin the same names in Arabic: Gaddafi, Kaddafi, Qaddafi.
    let first = characters.next().map(|first| if first == 'k' { 'g' } else { first });
    let mut frame: String = first.into_iter().collect();
    for character in characters.filter(|c| !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')) {
        if !frame.ends_with(character) {
            frame.push(character);
        }
    }
    frame
}

pub(super) fn filing_names(form: &str, names: &mut Vec<String>) {
    let core = core(form);
    names.push(frame(core.last().copied().unwrap_or(form)));
    if let Some(family) = family_of(&core) {
        names.push(frame(family));
    }
}

/// Compares two folded names of people. Symmetric.
///
/// Given names must agree: in order, abbreviated, missing on one side, or romanised otherwise. Two
/// different given names are two people.
pub fn same_person(one: &str, other: &str) -> Compatibility {
    if one == other {
        return if core(one).len() > 1 { Compatibility::Same } else { Compatibility::Possible };
    }
    let (one, other) = (core(one), core(other));
    let straight = compare_core(&one, &other);
    if straight != Compatibility::Different {
        return straight;
    }
    // Family name first: `Xi` is short for `Xi Jinping`.
    let bare = |short: &[&str], long: &[&str]| matches!(short, [name] if family_of(long).is_some_and(|family| skeleton(family) == skeleton(name)));
    if bare(&one, &other) || bare(&other, &one) { Compatibility::Possible } else { Compatibility::Different }
}

fn compare_core(one: &[&str], other: &[&str]) -> Compatibility {
    let (Some((last, given)), Some((other_last, other_given))) = (one.split_last(), other.split_last())
    else {
        return Compatibility::Different;
    };
    let exact = skeleton(last) == skeleton(other_last);
    let near = frame(last) == frame(other_last) && last.len() >= 6 && other_last.len() >= 6;
    if !exact && !near {
        return Compatibility::Different;
    }
    if given.is_empty() || other_given.is_empty() {
        return if exact { Compatibility::Possible } else { Compatibility::Different };
    }
    let (short, long) =
        if given.len() <= other_given.len() { (given, other_given) } else { (other_given, given) };
    let agree = subset(short, long) || (short.len() == long.len() && subset(long, short));
    if agree { Compatibility::Same } else { Compatibility::Different }
}

/// Whether every given name of `short` is found in `long`, in order.
fn subset(short: &[&str], long: &[&str]) -> bool {
    let mut rest = long.iter();
    short.iter().all(|name| rest.any(|other| same_given(name, other)))
}

fn same_given(one: &str, other: &str) -> bool {
    let single = one.chars().nth(1).is_none() || other.chars().nth(1).is_none();
    if single {
        return one.chars().next() == other.chars().next();
    }
    skeleton(one) == skeleton(other) || (one.len() >= 5 && other.len() >= 5 && frame(one) == frame(other))
}

/// The words of a name that tell it from others: no particles, no suffixes, no titles before it.
fn core(folded: &str) -> Vec<&str> {
    let skipped = Classes::PARTICLE.or(Classes::SUFFIX);
    let all = || folded.split(' ').filter(|word| !word.is_empty());
    let mut kept: Vec<&str> = all().filter(|word| !classes(word).any(skipped)).collect();
    if kept.is_empty() {
        kept = all().collect();
    }
    while kept.len() > 1 && kept.first().is_some_and(|word| classes(word).any(Classes::HONORIFIC)) {
        kept.remove(0);
    }
    kept
}

/// The family name of a name that puts it first: `xi` of `xi jinping`.
fn family_of<'a>(core: &[&'a str]) -> Option<&'a str> {
    let (first, rest) = core.split_first()?;
    let given_first = classes(first).any(Classes::GIVEN) && *first != "kim";
    let fits = matches!(rest.len(), 1 | 2) && classes(first).any(Classes::FAMILY) && !given_first;
    fits.then_some(*first)
}

/// The family name of a folded name that may put it first: `xi` of `xi jinping`.
pub fn family_first(folded: &str) -> Option<&str> {
    family_of(&core(folded))
}
