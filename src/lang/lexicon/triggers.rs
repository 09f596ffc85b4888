//! Words that tell of an event, and verbs that carry such a noun: `events.tsv`.

use std::borrow::Cow;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::lang::claims::{Sort, Status};
use crate::lang::lexicon::fold_word;

/// One way to read a word form.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reading {
    pub what: What,
    pub form: Form,
    /// The dictionary form, folded; with its particle where it has one: `walk out`.
    pub lemma: &'static str,
    /// Stands right behind the verb: `out` of `walked out`.
    pub particle: Option<&'static str>,
    pub needs: &'static [Need],
    pub bars: &'static [Bar],
}

/// What a word tells.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum What {
    Event(Sort, Frame),
    /// A verb that carries the noun of an event, and what it makes of it: `hold`, `postpone`.
    Light(Status),
    /// A noun that belongs to the event's noun behind it: `phone` of `phone call`.
    First,
}

/// Who does what, by the grammar of the word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Frame {
    /// Its subject and object do it together: `meet`, `talks between …`.
    Meets,
    /// Its subject does it to its object: `attack`.
    Does,
    /// It is done to whose it is: `the arrest of …`, `… died`.
    Suffers,
    /// Its subject goes to the place that is its object: `visit`.
    Goes,
    /// Its subject does it: `resign`.
    Acts,
    /// Nobody does it: `flood`.
    Happens,
}

/// The form of a word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    Singular,
    Plural,
    Base,
    Third,
    /// The past, and the participle too where they are one.
    Past,
    Participle,
    Gerund,
}

impl Form {
    pub fn is_noun(self) -> bool {
        matches!(self, Form::Singular | Form::Plural)
    }
}

/// What has to stand beside a word.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Need {
    /// Somebody or some place named.
    Slot,
    /// Somebody named.
    Party,
    /// Somebody or some place named, or a date.
    Anchor,
    /// Its object is a human being or body.
    Who,
    Behind(&'static [Cow<'static, str>]),
    Before(&'static [Cow<'static, str>]),
}

/// What must not stand beside a word.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Bar {
    /// In the words right behind it.
    Behind(&'static [Cow<'static, str>]),
    /// Among the words behind it up to the end of the clause.
    Further(&'static [Cow<'static, str>]),
    Before(&'static [Cow<'static, str>]),
}

/// The readings of a folded word, in the order of the list.
pub fn readings(folded: &str) -> Option<&'static [Reading]> {
    static READINGS: OnceLock<FxHashMap<String, Vec<Reading>>> = OnceLock::new();
    READINGS.get_or_init(read).get(folded).map(Vec::as_slice)
}

/// A row of the list: all that its words have in common.
struct Row {
    what: What,
    is_noun: bool,
    needs: &'static [Need],
    bars: &'static [Bar],
}

fn read() -> FxHashMap<String, Vec<Reading>> {
    let mut readings = FxHashMap::default();
    let file = include_str!("events.tsv");
    for line in file.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let mut columns = line.split('\t');
        let mut next = || columns.next().unwrap_or_default();
        let (sort, part, frame, words) = (next(), next(), next(), next());
        let what = match sort {
            "light" => status(part).map(What::Light),
            "first" => Some(What::First),
            _ => Sort::parse(sort).zip(self::frame(frame)).map(|(sort, frame)| What::Event(sort, frame)),
        };
        let Some(what) = what else { continue };
        let row = Row {
            what,
            is_noun: part == "noun" || what == What::First,
            needs: Box::leak(needs(next()).into()),
            bars: Box::leak(bars(next()).into()),
        };
        words.split(' ').for_each(|word| add(&mut readings, &row, word));
    }
    readings
}

fn add(readings: &mut FxHashMap<String, Vec<Reading>>, row: &Row, word: &'static str) {
    let (forms, particle) = match word.split_once('+') {
        Some((forms, particle)) => (forms, Some(particle)),
        None => (word, None),
    };
    let mut forms = forms.split(':');
    let base = forms.next().unwrap_or_default();
    let lemma = match particle {
        Some(particle) => Cow::Owned(format!("{base} {particle}")),
        None if base.contains('-') => Cow::Owned(fold_word(base)),
        None => Cow::Borrowed(base),
    };
    let lemma: &'static str = match lemma {
        Cow::Borrowed(lemma) => lemma,
        Cow::Owned(lemma) => lemma.leak(),
    };
    let mut put = |text: &str, form: Form| {
        let reading = Reading { what: row.what, form, lemma, particle, needs: row.needs, bars: row.bars };
        let readings = readings.entry(fold_word(text)).or_default();
        if !readings.contains(&reading) {
            readings.push(reading);
        }
    };
    if row.is_noun {
        let plural = forms.next().map_or_else(|| with_s(base), str::to_owned);
        if plural != base {
            put(base, Form::Singular);
        }
        return put(&plural, Form::Plural);
    }
    let past = forms.next();
    let participle = forms.next();
    put(base, Form::Base);
    put(&with_s(base), Form::Third);
    put(&past.map_or_else(|| with_ending(base, "ed"), str::to_owned), Form::Past);
    participle
        .filter(|&participle| Some(participle) != past)
        .into_iter()
        .for_each(|form| put(form, Form::Participle));
    // A past that doubles its last letter says that the gerund does: `rammed`, `ramming`.
    let doubles = past.filter(|past| past.ends_with("ed")).and_then(|past| past.strip_suffix("ed"));
    let doubles = doubles.filter(|stem| stem.len() == base.len() + 1 && stem.starts_with(base));
    put(&doubles.map_or_else(|| gerund(base), |stem| format!("{stem}ing")), Form::Gerund);
}

fn with_s(word: &str) -> String {
    if ends_in_consonant_y(word) {
        return format!("{}ies", word.trim_end_matches('y'));
    }
    let hisses = ["s", "sh", "ch", "x", "z"].iter().any(|end| word.ends_with(end));
    format!("{word}{}", if hisses { "es" } else { "s" })
}

fn with_ending(word: &str, ending: &str) -> String {
    if ends_in_consonant_y(word) && ending == "ed" {
        return format!("{}ied", word.trim_end_matches('y'));
    }
    if doubles(word) {
        return format!("{word}{}{ending}", word.chars().last().unwrap_or_default());
    }
    format!("{}{ending}", word.strip_suffix('e').unwrap_or(word))
}

fn gerund(word: &str) -> String {
    match word.strip_suffix("ie") {
        Some(stem) => format!("{stem}ying"),
        None if ["ee", "oe", "ye"].iter().any(|end| word.ends_with(end)) => format!("{word}ing"),
        None => with_ending(word, "ing"),
    }
}

/// Short irregular verbs that double their last letter: `sit`, `run`, `win`, `quit`.
fn doubles(word: &str) -> bool {
    let mut letters = word.chars().rev();
    let (last, vowel, before) = (letters.next(), letters.next(), letters.next());
    let is_vowel = |letter: Option<char>| letter.is_some_and(|letter| "aeiou".contains(letter));
    let single = word.chars().filter(|&letter| is_vowel(Some(letter))).count() == 1 || word.starts_with("qu");
    single
        && !is_vowel(last)
        && !matches!(last, Some('w' | 'y' | 'x'))
        && is_vowel(vowel)
        && (!is_vowel(before) || word.starts_with("qu"))
}

fn ends_in_consonant_y(word: &str) -> bool {
    let before = word.strip_suffix('y').and_then(|stem| stem.chars().last());
    before.is_some_and(|letter| !"aeiou".contains(letter))
}

fn needs(column: &'static str) -> Vec<Need> {
    let mut needs = Vec::new();
    let mut before = Vec::new();
    let mut behind = Vec::new();
    let mut list = None;
    for word in column.split(',').filter(|word| !word.is_empty()) {
        match (word, word.strip_prefix('<'), word.strip_prefix('+')) {
            ("slot", ..) => needs.push(Need::Slot),
            ("party", ..) => needs.push(Need::Party),
            ("anchor", ..) => needs.push(Need::Anchor),
            ("who", ..) => needs.push(Need::Who),
            (_, Some(word), _) => {
                list = Some('<');
                before.push(folded(word));
            }
            (_, _, Some(word)) => {
                list = Some('+');
                behind.push(folded(word));
            }
            _ if list == Some('<') => before.push(folded(word)),
            _ => behind.push(folded(word)),
        }
    }
    if !before.is_empty() {
        needs.push(Need::Before(before.leak()));
    }
    if !behind.is_empty() {
        needs.push(Need::Behind(behind.leak()));
    }
    needs
}

fn bars(column: &'static str) -> Vec<Bar> {
    let (mut behind, mut further, mut before) = (Vec::new(), Vec::new(), Vec::new());
    let mut list = ' ';
    for word in column.split(',').filter(|word| !word.is_empty()) {
        let bare = match word.chars().next() {
            Some(sign @ ('<' | '+')) => {
                list = sign;
                word.get(1..).unwrap_or_default()
            }
            _ => word,
        };
        match list {
            '<' => before.push(folded(bare)),
            '+' => further.push(folded(bare)),
            _ => behind.push(folded(bare)),
        }
    }
    let mut bars = Vec::new();
    if !behind.is_empty() {
        bars.push(Bar::Behind(behind.leak()));
    }
    if !further.is_empty() {
        bars.push(Bar::Further(further.leak()));
    }
    if !before.is_empty() {
        bars.push(Bar::Before(before.leak()));
    }
    bars
}

fn folded(word: &'static str) -> Cow<'static, str> {
    if word.contains('-') { Cow::Owned(fold_word(word)) } else { Cow::Borrowed(word) }
}

fn status(name: &str) -> Option<Status> {
    const ALL: [Status; 7] = [
        Status::Told,
        Status::Proposed,
        Status::Planned,
        Status::Postponed,
        Status::Suspended,
        Status::Cancelled,
        Status::Ended,
    ];
    ALL.into_iter().chain([Status::Denied]).find(|status| status.name() == name)
}

fn frame(name: &str) -> Option<Frame> {
    Some(match name {
        "meets" => Frame::Meets,
        "does" => Frame::Does,
        "suffers" => Frame::Suffers,
        "goes" => Frame::Goes,
        "acts" => Frame::Acts,
        "happens" => Frame::Happens,
        _ => return None,
    })
}
