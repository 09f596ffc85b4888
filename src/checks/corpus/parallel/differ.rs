//! What it means where two stretches that are otherwise alike have other words: another number, day, name
//! or office, a negation more or less, words that exclude each other.
//!
//! Two values are other values only where no reading makes one of them: numbers by their rounding, days as
//! computed, names by their keys, places by what lies in what.

use std::ops::Range;

use crate::base::kind::EntityKind;
use crate::base::span::Span;
use crate::checks::corpus::parallel::align::{Alignment, Gap, Stretch, is_spelling, is_variant};
use crate::checks::corpus::parallel::{Laid, Sort, Word, contraries};
use crate::lang::dates::rule::{Amount, Lean, Place, Rule, Time, Unit};
use crate::lang::dates::{DateExpr, DayInterval, Timex, TimexKind};
use crate::lang::lexicon::gazetteer::Kinds;
use crate::lang::lexicon::{Classes, Lexicon};

/// What differs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Slot {
    Number,
    Day,
    Name,
    Office,
    Negation,
    Contrary,
}

impl Slot {
    /// In words for a person.
    pub const fn words(self) -> &'static str {
        match self {
            Slot::Number => "the number differs",
            Slot::Day => "the time differs",
            Slot::Name => "the name differs",
            Slot::Office => "the office differs",
            Slot::Negation => "one has a negation, the other has none",
            Slot::Contrary => "the words exclude each other",
        }
    }
}

/// A place where two stretches do not say the same.
#[derive(Clone, PartialEq, Debug)]
pub struct Difference {
    pub slot: Slot,
    pub gap: Gap,
    /// A name among others in a list, of which each writer may pick his own.
    pub is_listed: bool,
}

/// Numbers of what are counted anew from report to report.
const COUNTED: &[&str] = &[
    "people", "dead", "kill", "injure", "wound", "missing", "hurt", "arrest", "detain", "victim", "body",
    "death", "casualty", "case", "homeless", "displace", "evacuate", "rescue", "toll", "survivor", "person",
    "civilian", "soldier", "child", "resident", "passenger", "vote", "seat", "patient", "infect", "migrant",
    "refugee", "worker", "miner", "home", "house", "building", "hostage", "die", "suspect", "protester",
];

/// What differs in a gap of an alignment; `None` where nothing of weight does, or where it may be told in
/// other words.
pub fn slot(mine: Stretch<'_>, theirs: Stretch<'_>, alignment: &Alignment, gap: &Gap) -> Option<Slot> {
    let my_words = weighty(mine, &gap.mine);
    let their_words = weighty(theirs, &gap.theirs);
    if is_moved(&my_words, theirs, alignment, |(_, at)| at) || is_moved(&their_words, mine, alignment, |(at, _)| at) {
        return None;
    }
    if joined(&my_words) == joined(&their_words) {
        return None;
    }
    match (my_words.as_slice(), their_words.as_slice()) {
        ([one], []) | ([], [one]) if one.sort == Sort::Negation => Some(Slot::Negation),
        ([one, longer], []) | ([], [one, longer])
            if one.sort == Sort::Negation && &*longer.form == "longer" =>
        {
            Some(Slot::Negation)
        }
        ([one], []) | ([], [one]) if is_standing(one) => {
            let before_office = |stretch: Stretch<'_>, range: &Range<usize>| {
                stretch.words.get(range.end).is_some_and(|next| classes(next).any(OFFICE))
            };
            (before_office(mine, &gap.mine) && before_office(theirs, &gap.theirs)).then_some(Slot::Office)
        }
        ([one], [other]) if one.is_name() && other.is_name() => {
            let names = name_of(&my_words).zip(name_of(&their_words))?;
            is_other_name_here(mine, theirs, alignment, names).then_some(Slot::Name)
        }
        ([one], [other]) => single((mine, one, gap.mine.clone()), (theirs, other, gap.theirs.clone())),
        ([], _) | (_, []) => None,
        _ => {
            let names = name_of(&my_words).zip(name_of(&their_words));
            match names {
                Some(names) => is_other_name_here(mine, theirs, alignment, names).then_some(Slot::Name),
                None => is_other_office(&my_words, &their_words).then_some(Slot::Office),
            }
        }
    }
}

/// Whether a number of a later article is only what the number of an earlier one has grown to.
pub fn has_grown(mine: Stretch<'_>, theirs: Stretch<'_>, difference: &Difference) -> bool {
    let number = |stretch: Stretch<'_>, range: &Range<usize>| {
        stretch.words.get(range.clone()).into_iter().flatten().find_map(|word| match word.sort {
            Sort::Number(quantity) => Some(quantity.value),
            _ => None,
        })
    };
    let (Some(here), Some(there)) = (number(mine, &difference.gap.mine), number(theirs, &difference.gap.theirs))
    else {
        return false;
    };
    let range = difference.gap.mine.start.saturating_sub(3)..difference.gap.mine.end + 4;
    let around = mine.words.iter().enumerate().filter(|(at, _)| range.contains(at));
    let counted = around
        .filter(|(_, word)| word.sort == Sort::Content)
        .any(|(_, word)| COUNTED.iter().any(|known| is_variant(known, &word.form)));
    let later = mine.laid.published.zip(theirs.laid.published).is_some_and(|(here, there)| here > there);
    counted && later && here > there
}

/// The file's stretch for the words of a gap on one side, with the words beside it where the gap alone says
/// too little: the thing that a number counts, what a negation denies.
pub fn phrase(stretch: Stretch<'_>, range: &Range<usize>, slot: Slot) -> Span {
    let span = |range: Range<usize>| {
        let words = stretch.words.get(range).unwrap_or_default();
        words.first().zip(words.last()).map_or(Span::default(), |(first, last)| first.span.join(last.span))
    };
    let (before, behind) = (range.start.saturating_sub(1), (range.end + 1).min(stretch.words.len()));
    match slot {
        _ if range.is_empty() => span(before..behind),
        Slot::Name | Slot::Day => span(range.clone()),
        Slot::Negation | Slot::Contrary => span(before..behind),
        Slot::Number | Slot::Office => {
            let goes_on = stretch.words.get(range.end - 1).zip(stretch.words.get(range.end)).is_some_and(
                |(last, next)| {
                    let between = stretch.laid.text.get(last.span.end as usize..next.span.start as usize);
                    between.is_some_and(|between| between.chars().all(|one| one.is_whitespace() || one == '-'))
                },
            );
            if goes_on { span(range.start..behind) } else { span(before..range.end) }
        }
    }
}

/// What two single words say against each other, each with the place where it stands.
fn single(
    (mine, one, my_range): (Stretch<'_>, &Word, Range<usize>),
    (theirs, other, their_range): (Stretch<'_>, &Word, Range<usize>),
) -> Option<Slot> {
    match (one.sort, other.sort) {
        (Sort::Number(here), Sort::Number(there)) => {
            let hedged = is_hedged(mine, &my_range) || is_hedged(theirs, &their_range);
            let apart = (here.value - there.value).abs();
            let rounded = grain(here.value, here.step).max(grain(there.value, there.step)) / 2.0;
            let near = apart <= 0.2 * here.value.max(there.value);
            let has_unit = |stretch: Stretch<'_>, word: &Word| sign_before(stretch, word);
            let same_unit = has_unit(mine, one) == has_unit(theirs, other);
            (apart > rounded && !(hedged && near) && same_unit).then_some(Slot::Number)
        }
        (Sort::Ordinal(_), Sort::Ordinal(_)) => Some(Slot::Number),
        (Sort::Date(here), Sort::Date(there)) => {
            is_other_date((mine.laid, here), (theirs.laid, there)).then_some(Slot::Day)
        }
        // `everybody`, `nobody`.
        (Sort::Negation, Sort::Content) | (Sort::Content, Sort::Negation) => {
            contraries::are(&one.form, &other.form).then_some(Slot::Contrary)
        }
        (Sort::Content | Sort::Name(_), Sort::Content | Sort::Name(_)) => {
            let (first, second) = (&*one.form, &*other.form);
            let lexicon = Lexicon::built_in();
            let lands = lexicon.demonym(first).zip(lexicon.demonym(second));
            if contraries::are(first, second) {
                Some(Slot::Contrary)
            } else if lands.is_some_and(|(one, other)| one != other) {
                Some(Slot::Name)
            } else {
                is_other_office(&[one], &[other]).then_some(Slot::Office)
            }
        }
        _ => None,
    }
}

fn weighty<'a>(stretch: Stretch<'a>, range: &Range<usize>) -> Vec<&'a Word> {
    let words = stretch.words.get(range.clone()).into_iter().flatten();
    words.filter(|word| word.is_weighty()).collect()
}

/// Whether one of the words stands elsewhere in the other stretch, where it is not paired.
fn is_moved(
    words: &[&Word],
    other: Stretch<'_>,
    alignment: &Alignment,
    side: impl Fn((usize, usize)) -> usize,
) -> bool {
    let paired = |at: usize| alignment.pairs.iter().any(|&pair| side(pair) == at);
    let free = || other.words.iter().enumerate().filter(|(at, _)| !paired(*at)).map(|(_, word)| word);
    words.iter().any(|word| word.sort != Sort::Negation && free().any(|other| is_variant(&word.form, &other.form)))
}

fn joined(words: &[&Word]) -> String {
    words.iter().map(|word| &*word.form).collect()
}

/// The least step that a number is told in: 100 for 1,200.
fn grain(value: f64, step: f64) -> f64 {
    let mut grain = step;
    while value != 0.0 && (value / (grain * 10.0)).fract() == 0.0 {
        grain *= 10.0;
    }
    // `87` is not told as `90` without a word that says so.
    if grain > step && value >= 1000.0 { grain } else { 0.0 }
}

fn is_hedged(stretch: Stretch<'_>, range: &Range<usize>) -> bool {
    const HEDGES: &[&str] = &[
        "about", "around", "roughly", "approximately", "nearly", "almost", "some", "over", "under", "least", "most",
        "than", "up", "estimate", "perhaps", "close", "nearing",
    ];
    let before = range.start.saturating_sub(3)..range.start;
    let mut words = stretch.words.get(before).into_iter().flatten();
    words.any(|word| HEDGES.contains(&&*word.form))
}

/// The sign of a currency that is written right before a number.
fn sign_before(stretch: Stretch<'_>, word: &Word) -> Option<char> {
    let before = stretch.laid.text.get(..word.span.start as usize)?;
    before.chars().next_back().filter(|sign| matches!(sign, '$' | '€' | '£' | '¥' | '₹'))
}

// Days.

/// Whether two time expressions can be one time.
pub fn is_same_date(one: (&Laid<'_>, usize), other: (&Laid<'_>, usize)) -> bool {
    let (Some(here), Some(there)) = (Told::of(one), Told::of(other)) else { return false };
    if here.words == there.words {
        return true;
    }
    match (here.timex.interval, there.timex.interval) {
        (Some(mine), Some(theirs)) => mine.meet(theirs).is_some() && !here.is_other_hour(&there),
        (None, None) => here.timex.value == there.timex.value,
        _ => false,
    }
}

/// Whether two time expressions cannot be one time.
fn is_other_date(one: (&Laid<'_>, usize), other: (&Laid<'_>, usize)) -> bool {
    let (Some(here), Some(there)) = (Told::of(one), Told::of(other)) else { return false };
    if here.timex.kind == TimexKind::Duration || there.timex.kind == TimexKind::Duration {
        return here.is_other_length(&there);
    }
    match (here.timex.interval, there.timex.interval) {
        (Some(mine), Some(theirs)) if mine.meet(theirs).is_some() => here.is_other_hour(&there),
        (Some(mine), Some(theirs)) => here.is_other_day(&there, mine, theirs, one.0, other.0),
        _ => here.is_other_as_written(&there),
    }
}

/// A time expression and its value.
struct Told<'a> {
    expression: &'a DateExpr,
    timex: &'a Timex,
    words: String,
}

impl<'a> Told<'a> {
    fn of((laid, index): (&'a Laid<'_>, usize)) -> Option<Self> {
        let expression = laid.facts.dates.get(index)?;
        let words = laid.words(expression.span).to_lowercase();
        Some(Told { expression, timex: laid.timexes.get(index)?, words })
    }

    fn clock(&self) -> Option<(u8, u8)> {
        let zoned = ["gmt", "utc", "est", "edt", "cet", "local", "pst", "time"];
        let zoned = zoned.iter().any(|zone| self.words.contains(zone));
        match self.expression.rule {
            Rule::Place { time: Some(Time::Clock { hour, minute, .. }), .. } if !zoned => Some((hour, minute)),
            _ => None,
        }
    }

    fn place(&self) -> Option<Place> {
        match self.expression.rule {
            Rule::Place { place, .. } => Some(place),
            _ => None,
        }
    }

    /// Counted from today, which is another day where the day of publication is told wrongly.
    fn is_relative(&self) -> bool {
        matches!(self.place(), Some(Place::Offset { .. }))
    }

    fn is_other_hour(&self, other: &Told<'_>) -> bool {
        self.clock().zip(other.clock()).is_some_and(|(one, other)| one != other && one.0 % 12 != other.0 % 12 || one.1 != other.1)
    }

    fn is_other_day(
        &self,
        other: &Told<'_>,
        mine: DayInterval,
        theirs: DayInterval,
        here: &Laid<'_>,
        there: &Laid<'_>,
    ) -> bool {
        let length = |days: DayInterval| {
            let days = days.first.until(days.last).map_or(0, |span| span.get_days());
            [1, 10, 40, 100, 400].iter().position(|most| days < *most)
        };
        let apart = mine.first.until(theirs.first).map_or(0, |span| span.get_days());
        let relative = self.is_relative() || other.is_relative();
        // Each of them says on which day it was told so.
        let said = |told: &Told<'_>| told.expression.lean == Lean::Said;
        let news = said(self) && said(other) && Some(apart) == here.days_from(there) && apart != 0;
        length(mine) == length(theirs) && !(relative && apart.abs() <= 1) && !news
    }

    /// Where a day has no value, a weekday or date that is written otherwise.
    fn is_other_as_written(&self, other: &Told<'_>) -> bool {
        match (self.place(), other.place()) {
            (Some(Place::Weekday { weekday: one, .. }), Some(Place::Weekday { weekday: other, .. })) => one != other,
            (
                Some(Place::Day { month: Some(one), day: one_day, .. }),
                Some(Place::Day { month: Some(other), day: other_day, .. }),
            ) => (one, one_day) != (other, other_day),
            _ => false,
        }
    }

    fn is_other_length(&self, other: &Told<'_>) -> bool {
        let (Rule::Length(one), Rule::Length(another)) = (self.expression.rule, other.expression.rule) else {
            return false;
        };
        let days = |amount: Option<Amount>, unit: Unit| {
            let amount = amount?;
            let unit = match unit {
                Unit::Second => 1.0 / 86_400.0,
                Unit::Minute => 1.0 / 1440.0,
                Unit::Hour => 1.0 / 24.0,
                Unit::Day | Unit::Night => 1.0,
                Unit::Week => 7.0,
                Unit::Fortnight => 14.0,
                Unit::Month => 30.4,
                Unit::Quarter => 91.3,
                Unit::Year => 365.25,
                Unit::Decade => 3652.5,
                _ => return None,
            };
            Some((f64::from(amount.whole) + f64::from(amount.hundredths) / 100.0) * unit)
        };
        let lengths = days(one.amount, one.unit).zip(days(another.amount, another.unit));
        let hedged = self.expression.modifier.is_some() || other.expression.modifier.is_some();
        let least = if one.unit == another.unit && !hedged { 0.01 } else { 0.35 };
        lengths.is_some_and(|(one, other)| (one - other).abs() > least * one.max(other))
    }
}

// Names.

/// The name that all the words are part of.
fn name_of(words: &[&Word]) -> Option<usize> {
    let mut names = words.iter().map(|word| match word.sort {
        Sort::Name(name) => Some(name),
        _ => None,
    });
    let first = names.next()??;
    names.all(|name| name == Some(first)).then_some(first)
}

/// Whether the names of a gap are of two persons, places or bodies; no other name may share the rest of
/// them.
fn is_other_name_here(
    mine: Stretch<'_>,
    theirs: Stretch<'_>,
    alignment: &Alignment,
    (one, other): (usize, usize),
) -> bool {
    let name = |stretch: Stretch<'_>, at: usize| stretch.words.get(at).and_then(Word::name);
    let torn = alignment.pairs.iter().any(|&(here, there)| {
        (name(mine, here) == Some(one)) != (name(theirs, there) == Some(other))
    });
    !torn && is_other_name(mine.laid, one, theirs.laid, other)
}

/// Whether the gap is of two names that stand in lists, and share no word.
pub fn is_in_list(mine: Stretch<'_>, theirs: Stretch<'_>, alignment: &Alignment, gap: &Gap) -> bool {
    let name = |stretch: Stretch<'_>, range: &Range<usize>| name_of(&weighty(stretch, range));
    let (Some(one), Some(other)) = (name(mine, &gap.mine), name(theirs, &gap.theirs)) else { return false };
    let named = |at: usize| mine.words.get(at).and_then(Word::name) == Some(one);
    let shared = alignment.pairs.iter().any(|&(here, _)| named(here));
    !shared && is_listed(mine, &gap.mine, one) && is_listed(theirs, &gap.theirs, other)
}

/// Whether a name stands beside another with only a comma or `and` between them.
fn is_listed(stretch: Stretch<'_>, range: &Range<usize>, name: usize) -> bool {
    let facts = stretch.laid.facts;
    let kind = |name: usize| facts.mentions.get(name).and_then(|mention| facts.kind(mention));
    let is_beside = |one: Option<&Word>, other: Option<&Word>, at: Option<&Word>| {
        let (Some(one), Some(other)) = (one, other) else { return false };
        let between = stretch.laid.text.get(one.span.end as usize..other.span.start as usize).unwrap_or_default();
        let beside = at.and_then(Word::name).filter(|beside| *beside != name);
        matches!(between.trim(), "," | ", and" | "and" | ", the" | ", and the" | "and the" | "or")
            && beside.is_some_and(|beside| kind(beside) == kind(name))
    };
    let words = stretch.words;
    let named = |word: &Word| word.name() == Some(name);
    let first = words.iter().position(named).unwrap_or(range.start);
    let last = words.iter().rposition(named).unwrap_or(range.end);
    let mut before = words.get(..first).unwrap_or_default().iter().rev().filter(|word| word.is_weighty());
    let mut behind = words.get(last + 1..).unwrap_or_default().iter().filter(|word| word.is_weighty());
    let (before, behind) = (before.next(), behind.next());
    is_beside(before, words.get(first), before) || is_beside(words.get(last), behind, behind)
}

/// Whether two names in the same place are of two persons, places or bodies.
fn is_other_name(mine: &Laid<'_>, one: usize, theirs: &Laid<'_>, other: usize) -> bool {
    let (Some(one), Some(other)) = (mine.facts.mentions.get(one), theirs.facts.mentions.get(other)) else {
        return false;
    };
    let (Some(chain), Some(another)) = (mine.facts.chain(one), theirs.facts.chain(other)) else { return false };
    let words = (mine.facts.words(one).to_lowercase(), theirs.facts.words(other).to_lowercase());
    if chain.kind != another.kind
        || chain.keys.iter().any(|key| another.keys.contains(key)) && chain.kind != EntityKind::Person
        || is_short_form(&words.0, &words.1)
        || is_short_form(&words.1, &words.0)
    {
        return false;
    }
    let parts = |words: &str| -> Vec<String> { words.split([' ', '-', '.']).filter(|part| !part.is_empty()).map(str::to_owned).collect() };
    let (mine_parts, their_parts) = (parts(&words.0), parts(&words.1));
    let known = (mine.has_name(&another.keys), theirs.has_name(&chain.keys));
    match chain.kind {
        EntityKind::Person => {
            let (Some(surname), Some(other_surname)) = (mine_parts.last(), their_parts.last()) else { return false };
            if !is_spelling(surname, other_surname) {
                // Both articles speak of both: the sentence was turned round.
                return !(known.0 && known.1);
            }
            let given = mine_parts.first().zip(their_parts.first());
            let first = |word: &str| word.chars().next();
            mine_parts.len() > 1
                && their_parts.len() > 1
                && given.is_some_and(|(one, other)| first(one) != first(other))
        }
        _ if shares_a_word(&mine_parts, &their_parts) => false,
        EntityKind::Place => match places(&words.0, &words.1) {
            Some(apart) => apart && !(known.0 && known.1),
            None => !known.0 && !known.1,
        },
        _ => !known.0 && !known.1,
    }
}

/// Whether two names have a word in common that not many names have: `Mount Cook`, `Mt Cook National Park`.
fn shares_a_word(one: &[String], other: &[String]) -> bool {
    let general = Classes::ORGANIZATION
        .or(Classes::ORGANIZATION_OF)
        .or(Classes::STATE_BODY)
        .or(Classes::PLACE)
        .or(Classes::PLACE_BEFORE)
        .or(Classes::DIRECTION)
        .or(Classes::GENERIC)
        .or(Classes::COMPANY)
        .or(Classes::STOP);
    let says = |word: &&String| word.len() >= 3 && !Lexicon::built_in().classes(word).any(general);
    one.iter().filter(says).any(|word| other.contains(word))
}

/// Whether two places that are known are two of a sort, of which none lies in the other; `None` where one of
/// them is not known.
fn places(one: &str, other: &str) -> Option<bool> {
    let lexicon = Lexicon::built_in();
    let (one, other) = (lexicon.name(one)?, lexicon.name(other)?);
    let sort = |kinds: Kinds| {
        let sorts = [Kinds::COUNTRY, Kinds::CAPITAL.or(Kinds::CITY), Kinds::REGION, Kinds::WATER];
        sorts.iter().position(|sort| kinds.any(*sort))
    };
    Some(one.canonical != other.canonical && sort(one.kinds) == sort(other.kinds))
}

/// Whether one name is made of the first letters or some words of the other.
fn is_short_form(short: &str, long: &str) -> bool {
    let letters: String = long.split([' ', '-']).filter(|word| !matches!(*word, "of" | "the" | "and" | "for")).filter_map(|word| word.chars().next()).collect();
    let plain: String = short.chars().filter(|letter| letter.is_alphanumeric()).collect();
    letters == plain || short == long
}

// Offices.

const OFFICE: Classes = Classes::TITLE.or(Classes::HEAD);

/// Offices that exclude each other, each with what else it is called.
const OFFICES: &[&[&str]] = &[
    &["president"],
    &["prime minister", "premier"],
    &["minister"],
    &["chancellor"],
    &["king"],
    &["queen"],
    &["prince"],
    &["princess"],
    &["governor"],
    &["mayor"],
    &["senator"],
    &["congressman", "congresswoman", "representative"],
    &["ambassador"],
    &["judge", "justice"],
    &["prosecutor"],
    &["bishop"],
    &["archbishop"],
    &["cardinal"],
    &["general"],
    &["colonel"],
    &["major"],
    &["captain"],
    &["lieutenant"],
    &["sergeant"],
    &["admiral"],
    &["coach", "manager"],
    &["goalkeeper"],
    &["secretary"],
    &["speaker"],
    &["treasurer"],
    &["chairman", "chairwoman", "chair"],
    &["spokesman", "spokeswoman", "spokesperson"],
    &["sheriff"],
];

/// What ministries are for, each with what else it is called.
const PORTFOLIOS: &[&[&str]] = &[
    &["foreign", "external"],
    &["defence", "defense"],
    &["finance", "economy", "economic", "treasury"],
    &["interior", "home"],
    &["justice"],
    &["health"],
    &["education"],
    &["culture", "tourism"],
    &["environment", "climate"],
    &["agriculture", "farm"],
    &["transport", "transportation"],
    &["labor", "labour", "employment"],
    &["energy", "oil", "petroleum"],
    &["trade", "commerce", "industry"],
    &["information", "communications"],
    &["sports", "youth"],
    &["state"],
];

fn classes(word: &Word) -> Classes {
    Lexicon::built_in().classes(&word.form)
}

/// A word that says of an office that it is not held, or not quite.
fn is_standing(word: &Word) -> bool {
    matches!(&*word.form, "former" | "ex" | "deputy" | "vice" | "acting" | "interim" | "outgoing")
}

fn is_other_office(mine: &[&Word], theirs: &[&Word]) -> bool {
    let in_words = |words: &[&Word]| words.iter().map(|word| &*word.form).collect::<Vec<_>>().join(" ");
    let (one, other) = (in_words(mine), in_words(theirs));
    let row = |rows: &[&[&str]], words: &str| rows.iter().position(|row| row.contains(&words));
    [OFFICES, PORTFOLIOS]
        .iter()
        .any(|rows| row(rows, &one).zip(row(rows, &other)).is_some_and(|(one, other)| one != other))
}
