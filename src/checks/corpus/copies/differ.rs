//! What it means where two stretches that are otherwise alike have other words: another number, day, name
//! or office, a negation more or less, words that exclude each other.
//!
//! Two values are other values only where no reading makes one of them: numbers by their rounding, days as
//! computed, names by their keys, places by what lies in what.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::base::span::Span;
use crate::checks::corpus::copies::align::{self, Alignment, Gap, Stretch};
use crate::checks::corpus::copies::names::{is_other_name_here, name_of};
use crate::checks::corpus::copies::offices::{is_office, is_other_office, is_standing};
use crate::checks::corpus::copies::times::is_other_date;
use crate::checks::corpus::copies::{Sort, Word, contraries};
use crate::lang::lexicon::Lexicon;

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
    /// A name for which another could stand in an account of the same: one of a list, of which each writer
    /// picks his own, and a body or place that shares no word with the other and may be a part of it.
    pub is_loose: bool,
}

/// Numbers of what are counted anew from report to report.
static COUNTED: LazyLock<FxHashSet<u64>> = LazyLock::new(|| {
    align::stems(&[
        "people",
        "dead",
        "kill",
        "injure",
        "wound",
        "missing",
        "hurt",
        "arrest",
        "detain",
        "victim",
        "body",
        "death",
        "casualty",
        "case",
        "homeless",
        "displace",
        "evacuate",
        "rescue",
        "toll",
        "survivor",
        "person",
        "civilian",
        "soldier",
        "child",
        "resident",
        "passenger",
        "vote",
        "seat",
        "patient",
        "infect",
        "migrant",
        "refugee",
        "worker",
        "miner",
        "home",
        "house",
        "building",
        "hostage",
        "die",
        "suspect",
        "protester",
    ])
});

/// What differs in a gap of an alignment; `None` where nothing of weight does, or where it may be told in
/// other words.
pub fn slot(mine: Stretch<'_>, theirs: Stretch<'_>, alignment: &Alignment, gap: &Gap) -> Option<Slot> {
    let (my_words, their_words) = (weighty(mine, &gap.mine), weighty(theirs, &gap.theirs));
    let (my_free, their_free) = (free(mine, alignment, |(at, _)| at), free(theirs, alignment, |(_, at)| at));
    if let Some(negated) = is_negated(&my_words, &their_words) {
        // `acted within the law`, `did not act unlawfully`.
        let denied = my_free.iter().chain(&their_free).any(|(_, word)| contraries::denies(word));
        return (negated && !denied).then_some(Slot::Negation);
    }
    // `four of their last five`, `their last two`.
    let shares = |free: &[(usize, &Word)], words: &[Word], range: &Range<usize>| {
        let near = range.start.saturating_sub(NEAR)..range.end + NEAR;
        let is_share =
            |at: usize| words.get(at + 1).is_some_and(|next| matches!(&*next.form, "of" | "in" | "out"));
        let numbers = free.iter().filter(|(_, word)| matches!(word.sort, Sort::Number(_)));
        numbers.filter(|(at, _)| near.contains(at) && is_share(*at)).count()
    };
    let retold = shares(&my_free, mine.words, &gap.mine) != shares(&their_free, theirs.words, &gap.theirs);
    // `41 degrees Celsius`, `106 degrees Fahrenheit`.
    let in_units = |free: &[(usize, &Word)], range: &Range<usize>| {
        let behind = range.end..range.end + NEAR;
        free.iter().any(|(at, word)| behind.contains(at) && UNITS.contains(&word.stem))
    };
    let retold = retold || in_units(&my_free, &gap.mine) && in_units(&their_free, &gap.theirs);
    let my_words = staying(&my_words, theirs, alignment, |(_, at)| at);
    let their_words = staying(&their_words, mine, alignment, |(at, _)| at);
    let digits =
        |words: &[&Word]| words.iter().any(|word| word.form.starts_with(|one: char| one.is_ascii_digit()));
    let numbers = digits(&my_words) || digits(&their_words);
    if joined(&my_words) == joined(&their_words) || numbers && is_spaced_otherwise(mine, theirs, gap) {
        return None;
    }
    let (my_words, their_words) = facing(&my_words, &their_words).unwrap_or((my_words, their_words));
    match (my_words.as_slice(), their_words.as_slice()) {
        ([one], []) | ([], [one]) if is_standing(one) => {
            let before_office = |stretch: Stretch<'_>, range: &Range<usize>| {
                stretch.words.get(range.end).is_some_and(is_office)
            };
            (before_office(mine, &gap.mine) && before_office(theirs, &gap.theirs)).then_some(Slot::Office)
        }
        ([one], [other]) if one.is_name() && other.is_name() => {
            let names = name_of(&my_words).zip(name_of(&their_words))?;
            is_other_name_here(mine, theirs, alignment, names).then_some(Slot::Name)
        }
        ([one], [_]) if retold && matches!(one.sort, Sort::Number(_)) => None,
        _ if goes_on(mine, &gap.mine) || goes_on(theirs, &gap.theirs) => None,
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

/// Whether the value of a gap is told on behind it: `six and a half`, `Tuesday week`.
fn goes_on(stretch: Stretch<'_>, range: &Range<usize>) -> bool {
    let behind = stretch.words.get(range.end..).unwrap_or_default();
    let form = |at: usize| behind.get(at).map(|word| &*word.form);
    let inside = stretch.words.get(range.clone()).unwrap_or_default();
    let is_value = inside.iter().any(|word| matches!(word.sort, Sort::Number(_) | Sort::Date(_)));
    let fraction = |at: usize| matches!(form(at), Some("half" | "third" | "quarter"));
    let with_fraction = inside.iter().any(|word| matches!(&*word.form, "half" | "quarter"));
    is_value && (with_fraction || fraction(0) || fraction(1) || fraction(2) || form(0) == Some("week"))
}

/// What a number may be told in: another unit, another number.
static UNITS: LazyLock<FxHashSet<u64>> = LazyLock::new(|| {
    align::stems(&[
        "celsius",
        "fahrenheit",
        "kilometre",
        "km",
        "mile",
        "metre",
        "foot",
        "feet",
        "yard",
        "inch",
        "centimetre",
        "kilogram",
        "kg",
        "tonne",
        "ton",
        "ounce",
        "litre",
        "gallon",
        "barrel",
        "acre",
        "hectare",
        "knot",
        "kph",
        "mph",
        "dollar",
        "euro",
        "pound",
        "yen",
        "yuan",
        "ruble",
        "rupee",
        "peso",
        "franc",
        "crown",
        "lira",
    ])
});

/// Two numbers that stand no farther from each other may belong together.
const NEAR: usize = 4;

/// The words of a stretch that stand for none of the other's.
fn free<'w>(
    stretch: Stretch<'w>,
    alignment: &Alignment,
    side: impl Fn((usize, usize)) -> usize,
) -> Vec<(usize, &'w Word)> {
    let paired: FxHashSet<usize> = alignment.pairs.iter().map(|&pair| side(pair)).collect();
    stretch.words.iter().enumerate().filter(|(at, _)| !paired.contains(at)).collect()
}

/// Whether all that stands in a gap is a negation, on one side; `None` where none does.
fn is_negated(mine: &[&Word], theirs: &[&Word]) -> Option<bool> {
    let negated = |words: &[&Word]| words.iter().any(|word| word.sort == Sort::Negation);
    let alone = |words: &[&Word]| {
        words.iter().all(|word| word.sort == Sort::Negation || matches!(&*word.form, "longer" | "yet"))
    };
    match (negated(mine), negated(theirs)) {
        (true, false) if theirs.is_empty() => Some(alone(mine)),
        (false, true) if mine.is_empty() => Some(alone(theirs)),
        _ => None,
    }
}

/// The only fact of each side, where both are of a sort and begin or end the gap, and what stands beside
/// them was added: `after 13 hours`, `after 31 hours, harbour master`.
fn facing<'w>(mine: &[&'w Word], theirs: &[&'w Word]) -> Option<(Vec<&'w Word>, Vec<&'w Word>)> {
    let fact = |words: &[&'w Word]| {
        let mut facts = words.iter().filter(|word| word.is_fact());
        let first = facts.next()?;
        let number =
            |word: &Word| !word.is_fact() && word.form.starts_with(|letter: char| letter.is_ascii_digit());
        let alone = facts.all(|word| word.sort == first.sort && word.is_name())
            && !words.iter().any(|word| number(word));
        let opens = words.first().is_some_and(|word| word.sort == first.sort);
        let ends = words.last().is_some_and(|word| word.sort == first.sort);
        let run: Vec<&Word> = words.iter().copied().filter(|word| word.sort == first.sort).collect();
        alone.then_some((run, opens, ends))
    };
    let ((one, one_opens, one_ends), (other, other_opens, other_ends)) = (fact(mine)?, fact(theirs)?);
    let aligned = one_opens && other_opens || one_ends && other_ends && !is_counted(&one);
    let only_added = one.len() == mine.len() || other.len() == theirs.len();
    (aligned && only_added).then_some((one, other))
}

/// Whether it is a number, which counts what stands behind it.
fn is_counted(words: &[&Word]) -> bool {
    words.iter().any(|word| matches!(word.sort, Sort::Number(_) | Sort::Ordinal(_)))
}

/// Whether a number of a later article is only what the number of an earlier one has grown to.
pub fn has_grown(mine: Stretch<'_>, theirs: Stretch<'_>, difference: &Difference) -> bool {
    let number = |stretch: Stretch<'_>, range: &Range<usize>| {
        stretch.words.get(range.clone()).into_iter().flatten().find_map(|word| match word.sort {
            Sort::Number(quantity) => Some(quantity.value),
            _ => None,
        })
    };
    let (Some(here), Some(there)) =
        (number(mine, &difference.gap.mine), number(theirs, &difference.gap.theirs))
    else {
        return false;
    };
    let range = difference.gap.mine.start.saturating_sub(3)..difference.gap.mine.end + 4;
    let around = mine.words.iter().enumerate().filter(|(at, _)| range.contains(at));
    let counted =
        around.filter(|(_, word)| word.sort == Sort::Content).any(|(_, word)| COUNTED.contains(&word.stem));
    let later = mine.laid.published.zip(theirs.laid.published).is_some_and(|(here, there)| here > there);
    counted && later && here > there && !is_turned(here, there)
}

/// Whether two numbers have the same digits in another order: `46`, `64`.
fn is_turned(one: f64, other: f64) -> bool {
    let digits = |number: f64| {
        let mut digits = number.to_string().into_bytes();
        digits.sort_unstable();
        digits
    };
    one.max(other) < 1000.0 && digits(one) == digits(other)
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
                    between
                        .is_some_and(|between| between.chars().all(|one| one.is_whitespace() || one == '-'))
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
            // `one of the largest`.
            let of = |stretch: Stretch<'_>, range: &Range<usize>| {
                stretch.words.get(range.end).is_some_and(|next| &*next.form == "of")
            };
            let idiom =
                here.value.min(there.value) == 1.0 && (of(mine, &my_range) || of(theirs, &their_range));
            (!idiom && apart > rounded && !(hedged && near) && same_unit).then_some(Slot::Number)
        }
        (Sort::Ordinal(_), Sort::Ordinal(_)) => Some(Slot::Number),
        (Sort::Date(here), Sort::Date(there)) => {
            is_other_date((mine.laid, here), (theirs.laid, there)).then_some(Slot::Day)
        }
        // `everybody`, `nobody`.
        (Sort::Negation, Sort::Content) | (Sort::Content, Sort::Negation) => {
            contraries::are(one, other).then_some(Slot::Contrary)
        }
        (Sort::Content | Sort::Name(_), Sort::Content | Sort::Name(_)) => {
            let (first, second) = (&*one.form, &*other.form);
            let lexicon = Lexicon::built_in();
            let lands = lexicon.demonym(first).zip(lexicon.demonym(second));
            if contraries::are(one, other) {
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

/// The words of weight of a stretch.
pub fn weighty<'a>(stretch: Stretch<'a>, range: &Range<usize>) -> Vec<&'a Word> {
    let words = stretch.words.get(range.clone()).into_iter().flatten();
    words.filter(|word| word.is_weighty()).collect()
}

/// The words without those that stand elsewhere in the other stretch, where they are not paired: they were
/// moved.
fn staying<'w>(
    words: &[&'w Word],
    other: Stretch<'_>,
    alignment: &Alignment,
    side: impl Fn((usize, usize)) -> usize,
) -> Vec<&'w Word> {
    let free = free(other, alignment, side);
    let moved =
        |word: &Word| word.sort != Sort::Negation && free.iter().any(|(_, other)| word.stem == other.stem);
    words.iter().copied().filter(|word| !moved(word)).collect()
}

/// Whether the same digits stand there, in other groups: `0800 555111`, `0800 555 111`.
pub fn is_spaced_otherwise(mine: Stretch<'_>, theirs: Stretch<'_>, gap: &Gap) -> bool {
    let digits = |stretch: Stretch<'_>, range: &Range<usize>| -> String {
        let around = range.start.saturating_sub(2)..(range.end + 2).min(stretch.words.len());
        let words = stretch.words.get(around).unwrap_or_default();
        let span = words.first().zip(words.last()).map(|(first, last)| first.span.join(last.span));
        let text = span.map_or("", |span| span.of_text(&stretch.laid.text));
        // `6 p.m.` is `6:00 p.m.`.
        let text = text.replace(": 00", "").replace(":00", "");
        text.chars().filter(char::is_ascii_digit).collect()
    };
    let is_full_hour = |stretch: Stretch<'_>, range: &Range<usize>| {
        let words = stretch.words.get(range.start..(range.end + 2).min(stretch.words.len()));
        words.unwrap_or_default().iter().any(|word| word.form.starts_with("00"))
    };
    let digits = (digits(mine, &gap.mine), digits(theirs, &gap.theirs));
    let hour = is_full_hour(mine, &gap.mine) || is_full_hour(theirs, &gap.theirs);
    (digits.0.len() > 4 || hour) && digits.0 == digits.1
}

/// Whether the same letters stand there, in other words: `cease fire`, `ceasefire`.
pub fn is_joined_otherwise(mine: Stretch<'_>, theirs: Stretch<'_>, gap: &Gap) -> bool {
    joined(&weighty(mine, &gap.mine)) == joined(&weighty(theirs, &gap.theirs))
        && !weighty(mine, &gap.mine).is_empty()
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
        "about",
        "around",
        "roughly",
        "approximately",
        "nearly",
        "almost",
        "some",
        "over",
        "under",
        "least",
        "most",
        "than",
        "up",
        "estimate",
        "perhaps",
        "close",
        "nearing",
    ];
    let near = range.start.saturating_sub(3)..range.end;
    let mut words = stretch.words.get(near).into_iter().flatten();
    words.any(|word| HEDGES.contains(&&*word.form))
}

/// The sign of a currency that is written right before a number.
fn sign_before(stretch: Stretch<'_>, word: &Word) -> Option<char> {
    let before = stretch.laid.text.get(..word.span.start as usize)?;
    before.chars().next_back().filter(|sign| matches!(sign, '$' | '€' | '£' | '¥' | '₹'))
}
