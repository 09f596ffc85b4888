//! Years that an article names and numbers of years that it counts: what `anniversary-arithmetic` compares.
//!
//! A number of years and the year that it is counted from often stand in two sentences. Here both are gathered
//! for the whole article. Nothing here finds fault.

pub mod agos;
pub mod beginnings;
pub mod days;
pub mod editions;
pub mod events;
pub mod firsts;
pub mod foundings;
pub mod laters;
pub mod state_words;
pub mod states;
pub mod stints;
pub mod terms;
pub mod things;

use crate::checks::Subject;
use crate::checks::article::people::{People, chain};
use crate::checks::article::prose::ranges::has_year;
use crate::checks::article::prose::{ItemKind, Passage};
use crate::lang::dates::rule::{Amount, Length, Modifier, Place, Rule, Unit};

/// An article's sentences, its people and its years.
#[derive(Clone, Debug)]
pub struct Chronicle<'a> {
    pub people: People<'a>,
    pub years: Vec<Named>,
    /// The year of publication.
    pub now: Option<i64>,
}

/// A year that is written, alone or with a day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Named {
    pub year: i64,
    pub passage: usize,
    pub at: usize,
}

/// A number of years.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Count {
    pub number: i64,
    /// How far the years may be away from it.
    pub less: i64,
    pub more: i64,
}

impl Count {
    /// Whether so many full years are meant.
    pub fn allows(self, full: i64) -> bool {
        (self.number - self.less..=self.number + self.more).contains(&full)
    }
}

impl<'a> Chronicle<'a> {
    pub fn new(subject: &Subject<'a>) -> Self {
        let people = People::new(subject);
        let named = |(index, passage): (usize, &Passage<'a>)| {
            let dates: Vec<usize> = passage.dates().collect();
            dates
                .into_iter()
                .filter_map(move |at| Some(Named { year: year(passage, at)?, passage: index, at }))
                .collect::<Vec<_>>()
        };
        let years = people.story.iter().enumerate().flat_map(named).collect();
        let now = people.story.first().and_then(Passage::published).map(|day| i64::from(day.year()));
        Chronicle { people, years, now }
    }

    /// Whether a year that the article names, or two of them, explain a number of years to the year.
    pub fn explains(&self, count: Count, now: i64) -> bool {
        let count = Count { less: (count.less - 1).max(0), more: (count.more - 1).max(0), ..count };
        let mut years: Vec<i64> = self.years.iter().map(|named| named.year).collect();
        years.sort_unstable();
        years.dedup();
        let to_now = |year: &i64| count.allows(now - year);
        let between = |year: &i64| years.iter().any(|other| other > year && count.allows(other - year));
        years.iter().any(|year| to_now(year) || between(year))
    }

    /// The years that stand in a passage.
    pub fn within(&self, passage: usize) -> impl Iterator<Item = &Named> {
        self.years.iter().filter(move |named| named.passage == passage)
    }
}

/// The year that an item names, alone or with a day.
pub fn year(passage: &Passage<'_>, at: usize) -> Option<i64> {
    let place = passage.place(at)?;
    // `the 1990s` begin somewhere in them.
    if matches!(place, Place::Decade(_) | Place::Century(_)) {
        return None;
    }
    has_year(place).then(|| passage.days(at)).flatten().map(|days| i64::from(days.first.year()))
}

/// The number of years that an item counts, and how loosely.
pub fn count(passage: &Passage<'_>, at: usize) -> Option<Count> {
    let date = passage.date(at)?;
    let Rule::Length(Length { amount: Some(Amount { whole, hundredths }), unit }) = date.rule else {
        return None;
    };
    let hundreds = i64::from(whole) * 100 + i64::from(hundredths);
    let (number, loose) = match unit {
        Unit::Year if hundredths == 0 => (i64::from(whole), 1),
        Unit::Decade => (hundreds / 10, (hundreds / 40).max(3)),
        Unit::Century => (hundreds, hundreds / 10),
        _ => return None,
    };
    Some(loosened(passage, at, number, loose, date.modifier))
}

/// A number of years with what the words before it allow.
pub fn loosened(
    passage: &Passage<'_>,
    at: usize,
    number: i64,
    slack: i64,
    modifier: Option<Modifier>,
) -> Count {
    const ABOUT: &[&str] = &[
        "about",
        "around",
        "roughly",
        "some",
        "approximately",
        "just",
        "barely",
        "like",
        "maybe",
        "perhaps",
        "estimated",
    ];
    let wide = (number / 4).max(slack);
    let exact = Count { number, less: slack, more: slack };
    let open = Count { number, less: slack, more: i64::from(i16::MAX) };
    let below = Count { number, less: wide, more: slack };
    let before = |words: &[&str]| passage.has_before(at, 2, words);
    match modifier {
        Some(Modifier::MoreThan | Modifier::EqualOrMore) => open,
        Some(Modifier::LessThan | Modifier::EqualOrLess) => {
            Count { number, less: i64::from(i16::MAX), more: slack }
        }
        Some(_) => Count { number, less: wide, more: wide },
        None if passage.has_before(at, 1, &["over", "than", "least"]) => open,
        None if before(&["nearly", "almost"]) => below,
        None if before(ABOUT) => Count { number, less: wide, more: wide },
        None if passage.is(at + 1, "or") => Count { number, less: wide, more: open.more },
        None => exact,
    }
}

/// Whether the words of a phrase stand from an item on; `*` stands for any one word.
pub fn phrase(passage: &Passage<'_>, at: usize, words: &str) -> Option<usize> {
    let mut end = at;
    for word in words.split(' ') {
        let item = passage.item(end)?;
        if word != "*" && !item.is(word) {
            return None;
        }
        end += 1;
    }
    Some(end)
}

/// The first of several phrases that stands at an item, and where it ends.
pub fn any_phrase(passage: &Passage<'_>, at: usize, phrases: &[&str]) -> Option<usize> {
    phrases.iter().filter_map(|words| phrase(passage, at, words)).max()
}

/// The time with a year that is said of what stands at an item: the nearest behind it in its clause, else the one
/// that opens the sentence.
pub fn time_of(passage: &Passage<'_>, start: usize, end: usize) -> Option<usize> {
    const REACH: usize = 12;
    const OTHER: &[&str] = &[
        "and", "but", "while", "after", "before", "since", "until", "who", "said", "says", "whose",
        "because", "than", "where", "though", "although", "then", "by", "from",
    ];
    let ends = |at: usize| {
        passage.item(at).is_none_or(|item| {
            item.is_any(OTHER)
                || matches!(item.kind, ItemKind::Mark(';' | ':' | ')' | '.'))
                || item.is_dash() && !item.is_tight
        })
    };
    for at in end..(end + REACH).min(passage.count()) {
        if year(passage, at).is_some() {
            let said = passage.has_before(at, 1, &["in", "on", "of", "back", "to", "(", "around"])
                || passage.has_before(at, 2, &["in", "of"]);
            return said.then_some(at);
        }
        if passage.place(at).is_some() || ends(at) {
            break;
        }
    }
    // `In 1962, the family opened …`; `in 1962 when it opened`.
    let opening = (0..start.min(4)).find(|at| year(passage, *at).is_some())?;
    let led = passage.has_before(opening, 1, &["in", "on"]);
    let near =
        start - opening <= REACH && (opening + 1..start).all(|at| !ends(at) && passage.place(at).is_none());
    (led && near).then_some(opening)
}

/// The people whom a passage names.
pub fn people_of(passage: &Passage<'_>) -> Vec<u32> {
    let mut people: Vec<u32> = (0..passage.count()).filter_map(|at| chain(passage, at)).collect();
    people.sort_unstable();
    people.dedup();
    people
}
