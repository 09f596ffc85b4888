//! Names of people: surnames, romanisation, given names, nicknames.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::lang::lexicon::Classes;
use crate::lang::names::keys::{Compatibility, classes};
use crate::text::fold::fold;

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

/// Letters behind a name that say what somebody has become: `Ann Weber, MD`.
const DEGREES: [&str; 12] =
    ["md", "phd", "mba", "mp", "mep", "msp", "obe", "mbe", "cbe", "kbe", "esq", "dds"];

/// Family names that stand first in Korean and Chinese names of three syllables and are given names or
/// last names elsewhere: `Lee Min-ho`, but `Lee Marsh`.
const FIRST_OF_THREE: [&str; 2] = ["kim", "lee"];

/// The last name of a folded name, particles and suffixes taken off: `sarraj` of `fayez al sarraj`.
/// The whole of a name that is nothing but particles.
pub fn last_name(folded: &str) -> &str {
    let mut words = folded.rsplit(' ').filter(|word| !word.is_empty()).peekable();
    while words.peek().is_some_and(|word| classes(word).any(Classes::SUFFIX)) && folded.contains(' ') {
        words.next();
    }
    words.next().unwrap_or(folded)
}

/// The family name of a folded name that puts it first: `xi` of `xi jinping`.
pub fn family_first(folded: &str) -> Option<&str> {
    family_of(&core(folded))
}

/// A person's name, taken apart: what does not tell people apart (titles, particles) is left out.
#[derive(Clone, Debug)]
pub struct PersonName {
    surname: Word,
    /// In the order of the name.
    given: Vec<Word>,
    /// `jr`: two that differ in it are father and son.
    suffix: Option<Box<str>>,
}

/// A word of a name, and what its romanisations have in common.
#[derive(Clone, Debug)]
struct Word {
    text: Box<str>,
    skeleton: Box<str>,
    frame: Box<str>,
}

impl PersonName {
    pub fn of(folded: &str) -> Self {
        let mut core = core(folded);
        let family = family_of(&core);
        let surname = match family {
            Some(family) => {
                core.remove(0);
                family
            }
            None => core.pop().unwrap_or(folded),
        };
        let suffix = folded.rsplit(' ').next().filter(|word| is_suffix(word));
        Self {
            surname: Word::of(surname),
            given: core.into_iter().map(Word::of).collect(),
            suffix: suffix.filter(|_| folded.contains(' ')).map(Into::into),
        }
    }

    /// Whether this is a surname and nothing else.
    pub fn is_bare(&self) -> bool {
        self.given.is_empty()
    }

    /// Compares two names. Symmetric.
    ///
    /// Given names must agree: in order, abbreviated, as nicknames, missing on one side, or romanised
    /// otherwise. Two different given names are two people.
    pub fn compare(&self, other: &Self) -> Compatibility {
        let exact = self.surname.skeleton == other.surname.skeleton;
        if !exact && !self.surname.is_near_surname(&other.surname) {
            return Compatibility::Different;
        }
        let suffixes = self.suffix.as_ref().zip(other.suffix.as_ref());
        if suffixes.is_some_and(|(one, other)| one != other) {
            return Compatibility::Different;
        }
        if self.is_bare() || other.is_bare() {
            return if exact { Compatibility::Possible } else { Compatibility::Different };
        }
        let (short, long) = if self.given.len() <= other.given.len() { (self, other) } else { (other, self) };
        if agree(&short.given, &long.given) { Compatibility::Same } else { Compatibility::Different }
    }

    /// Whether a single word could be this fuller name: its surname in one edit more or less, or one
    /// of its other names. Only an article that uses both can mean that.
    pub fn has_word(&self, word: &PersonName) -> bool {
        let wanted = &word.surname;
        let long = |word: &Word| word.text.chars().count() >= 6;
        word.is_bare()
            && (self.given.iter().any(|given| given.is_given(wanted))
                || self.surname.skeleton == wanted.skeleton
                || self.surname.is_near_surname(wanted)
                || (long(&self.surname) && long(wanted) && is_one_edit(&self.surname.text, &wanted.text)))
    }

    /// What the words of the name are looked up by in its own article.
    pub fn look_ups(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.surname).chain(&self.given).map(|word| word.filing_name())
    }

    /// The surname with what each given name may share with another way to write it: its first letter,
    /// as written and romanised, and its nicknames' rows.
    pub fn kinship(&self) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        for given in &self.given {
            let initials = [given.initial(), given.frame.chars().next()];
            let initials = initials.into_iter().flatten().map(|initial| initial.to_string());
            let rows = nickname_rows(&given.text).iter().map(|row| format!("#{row}"));
            all.extend(initials.chain(rows).map(|shared| format!("{}/{shared}", self.filing_name())));
        }
        all.sort_unstable();
        all.dedup();
        all
    }

    /// What the name is filed under: every name that [`PersonName::compare`] does not call different
    /// has the same.
    pub fn filing_name(&self) -> &str {
        self.surname.filing_name()
    }
}

/// Shorter skeletons than this have to be equal: without their vowels `Lee`, `Lowe` and `Li` are one.
const FRAMED: usize = 4;

impl Word {
    fn of(text: &str) -> Self {
        let skeleton = skeleton(text);
        let frame = frame(&skeleton);
        Self { text: text.into(), skeleton: skeleton.into(), frame: frame.into() }
    }

    fn filing_name(&self) -> &str {
        if self.skeleton.chars().count() >= FRAMED { &self.frame } else { &self.skeleton }
    }

    /// Surnames of six letters and more that differ in a vowel, or in how Arabic's first consonant is
    /// written. A feminine ending is another person's: `Antonenkov`, `Antonenkova`.
    fn is_near_surname(&self, other: &Word) -> bool {
        let long = |word: &Word| word.text.chars().count() >= 6 && word.skeleton.chars().count() >= FRAMED;
        long(self) && long(other) && self.frame == other.frame && !self.is_feminine_of(other)
    }

    fn is_feminine_of(&self, other: &Word) -> bool {
        self.skeleton.strip_suffix('a').is_some_and(|rest| *rest == *other.skeleton)
            || other.skeleton.strip_suffix('a').is_some_and(|rest| *rest == *self.skeleton)
    }

    /// Whether two given names are one: romanised otherwise, or a nickname of the same name. The last
    /// letter tells `Maria` from `Mario`.
    fn is_given(&self, other: &Word) -> bool {
        let long = |word: &Word| word.text.chars().count() >= 5;
        let ends_alike = self.skeleton.chars().next_back() == other.skeleton.chars().next_back();
        self.skeleton == other.skeleton
            || (long(self) && long(other) && ends_alike && self.frame == other.frame)
            || are_nicknames(&self.text, &other.text)
    }

    fn initial(&self) -> Option<char> {
        self.text.chars().next()
    }

    fn is_initial(&self) -> bool {
        self.text.chars().nth(1).is_none()
    }
}

/// Whether every given name of `short` is found in `long`, in order. Initials stand for the name in
/// their place alone: `George W.` is not `George H. W.`.
fn agree(short: &[Word], long: &[Word]) -> bool {
    let mut rest = long.iter();
    short.iter().all(|name| {
        if name.is_initial() {
            return rest.next().is_some_and(|other| name.initial() == other.initial());
        }
        rest.any(
            |other| {
                if other.is_initial() { name.initial() == other.initial() } else { name.is_given(other) }
            },
        )
    })
}

/// Whether the words differ in one letter: changed, left out, or two that change places.
fn is_one_edit(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let same_start = one.iter().zip(&other).take_while(|(one, other)| one == other).count();
    let (one, other) =
        (one.get(same_start..).unwrap_or_default(), other.get(same_start..).unwrap_or_default());
    let same_end = one.iter().rev().zip(other.iter().rev()).take_while(|(one, other)| one == other).count();
    let middle = |word: &[char]| word.get(..word.len() - same_end).unwrap_or_default().to_vec();
    match (middle(one).as_slice(), middle(other).as_slice()) {
        ([], [_]) | ([_], []) | ([_], [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
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
    let mut result = String::with_capacity(bones.len());
    for character in bones.chars() {
        if result.ends_with(character) {
            continue;
        }
        result.push(character);
    }
    if result.ends_with("ei") {
        result.truncate(result.len() - 2);
        result.push('i');
    }
    result
}

/// Which of the letters `a` to `z` occur: a bit each.
fn letters(word: &str) -> u32 {
    word.bytes().filter(u8::is_ascii_lowercase).fold(0, |has, letter| has | 1 << (letter - b'a'))
}

/// A skeleton without vowels behind the first letter.
fn frame(skeleton: &str) -> String {
    let mut characters = skeleton.chars();
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

/// Whether two folded given names are short for, or another language's form of, one name.
fn are_nicknames(one: &str, other: &str) -> bool {
    let others = nickname_rows(other);
    !others.is_empty() && nickname_rows(one).iter().any(|row| others.contains(row))
}

/// The rows of `nicknames.tsv` that have a folded given name.
fn nickname_rows(name: &str) -> &'static [u16] {
    static ROWS: OnceLock<FxHashMap<Box<str>, Vec<u16>>> = OnceLock::new();
    let rows = ROWS.get_or_init(|| {
        let mut rows: FxHashMap<Box<str>, Vec<u16>> = FxHashMap::default();
        let lines = include_str!("nicknames.tsv").lines().filter(|line| !line.starts_with('#'));
        for (row, line) in (0u16..).zip(lines) {
            for name in line.split_whitespace() {
                rows.entry(fold(name).into()).or_default().push(row);
            }
        }
        rows
    });
    rows.get(name).map(Vec::as_slice).unwrap_or_default()
}

/// `Jr`, or the number of a king or pope; `Xi` is a family name.
fn is_suffix(word: &str) -> bool {
    let number =
        word.len() > 1 && word != "xi" && word.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x'));
    number || classes(word).any(Classes::SUFFIX)
}

/// The words of a name that tell it from others: no particles, no suffixes, no titles before it.
fn core(folded: &str) -> Vec<&str> {
    let all = || folded.split(' ').filter(|word| !word.is_empty());
    let skipped = |word: &str| classes(word).any(Classes::PARTICLE) || is_suffix(word);
    let mut kept: Vec<&str> = all().filter(|word| !skipped(word)).collect();
    if kept.is_empty() {
        kept = all().collect();
    }
    // `Ann Weber, MD` and `M. D.`, but not `Malcolm X`.
    while kept.len() > 2 && kept.last().is_some_and(|word| DEGREES.contains(word) || word.len() == 1) {
        kept.pop();
    }
    while kept.len() > 1 && kept.first().is_some_and(|word| classes(word).any(Classes::HONORIFIC)) {
        kept.remove(0);
    }
    kept
}

/// The family name of a name that puts it first: `xi` of `xi jinping`.
fn family_of<'a>(core: &[&'a str]) -> Option<&'a str> {
    let (first, rest) = core.split_first()?;
    let syllables = rest.len() == 2 && rest.iter().all(|word| word.len() <= 5);
    let fits = if FIRST_OF_THREE.contains(first) {
        syllables
    } else {
        matches!(rest.len(), 1 | 2)
            && classes(first).any(Classes::FAMILY)
            && !classes(first).any(Classes::GIVEN)
    };
    fits.then_some(*first)
}
