//! How old the people of an article are said to be, and when.

use std::ops::Range;

use crate::base::kind::EntityKind;
use crate::checks::article::people::strangers::STRANGERS;
use crate::checks::article::people::{People, chain};
use crate::checks::article::prose::ranges::has_year;
use crate::checks::article::prose::{HEDGES, ItemKind, Passage};
use crate::lang::dates::DayInterval;
use crate::lang::dates::rule::{Amount, Length, Rule, Unit};

/// What a passage says of somebody's age.
#[derive(Clone, PartialEq, Debug)]
pub struct Age {
    pub person: u32,
    /// The least and the greatest number of full years that the words allow.
    pub low: i64,
    pub high: i64,
    pub when: When,
    pub passage: usize,
    /// The words that say it.
    pub items: Range<usize>,
}

/// The time at which somebody is so old.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum When {
    /// At the time of the article.
    Now,
    /// At the death; the days where the same sentence has them.
    Death(Option<DayInterval>),
    /// In a year that the same clause names.
    Year(i64),
}

impl People<'_> {
    /// Every age whose person is told.
    pub fn ages(&self) -> Vec<Age> {
        let mut found = Vec::new();
        for (index, passage) in self.story.iter().enumerate() {
            for at in 0..passage.count() {
                let Some((years, items)) = years(passage, at) else { continue };
                let quoted = passage.item(at).is_some_and(|item| item.is_quoted);
                let hedged = passage.has_before(at, 2, HEDGES);
                if quoted || hedged || !(5..=115).contains(&years) {
                    continue;
                }
                let age = self
                    .at_death(index, years, &items)
                    .or_else(|| self.in_year(index, years, &items))
                    .or_else(|| self.turning(index, years, &items))
                    .or_else(|| self.now(index, years, &items))
                    .or_else(|| self.taken_up(index, years, &items));
                found.extend(age);
            }
            found.extend((0..passage.count()).filter_map(|at| self.birthday(index, at)));
            found.extend(self.introduced(index));
        }
        found
    }

    /// `Lind celebrated his 80th birthday`.
    fn birthday(&self, index: usize, at: usize) -> Option<Age> {
        let passage = self.passage(index)?;
        let number = i64::from(passage.ordinal(at)?);
        let own = at.checked_sub(1).filter(|at| passage.is_any(*at, &["his", "her"]))?;
        let near = own.saturating_sub(12)..(at + 8).min(passage.count());
        let dated = near.clone().any(|date| passage.place(date).is_some_and(has_year));
        let other = passage.has_any(
            near,
            &["when", "until", "had", "would", "if", "since", "after", "later", "years", "year"],
        );
        let named = (0..own).rev().find(|at| chain(passage, *at).is_some()).map_or(0, |at| at + 1);
        let of_another =
            passage.has_any(named..own, STRANGERS) || passage.has_any(named + 2..own, &["who", "whose"]);
        if of_another || !passage.is(at + 1, "birthday") || dated || other || passage.item(at)?.is_quoted {
            return None;
        }
        let person = self.pronoun(index, own)?;
        let when = When::Now;
        Some(Age { person, low: number - 1, high: number, when, passage: index, items: at..at + 2 })
    }

    /// `, 34,` behind a name; `the 34-year-old Lind`; `Lind is 34`; `Lind, a 34-year-old teacher`.
    fn now(&self, index: usize, years: i64, items: &Range<usize>) -> Option<Age> {
        let passage = self.passage(index)?;
        let (at, end) = (items.start, items.end);
        let person = self
            .apposed(index, items)
            .or_else(|| self.described(index, items))
            .or_else(|| self.stated(index, items))?;
        let then = passage.has_any(end..end + 3, &["when", "while", "then"])
            || passage.has_before(at, 2, &["then", "was", "were"])
                && !passage.has_before(at, 3, &["who", "born"]);
        let of_then = (end..(end + 4).min(passage.count()))
            .any(|at| passage.is(at, "at") && passage.is(at + 1, "the") && passage.is(at + 2, "time"));
        // `In 1985, Lind, 34, …` tells of that year.
        let past = passage.dates().any(|date| {
            date < at && passage.place(date).is_some_and(has_year) && !self.is_birth(passage, date)
        });
        if then || of_then || past {
            return None;
        }
        Some(Age { person, low: years, high: years, when: When::Now, passage: index, items: items.clone() })
    }

    /// Whether a time is that of a birth.
    fn is_birth(&self, passage: &Passage<'_>, date: usize) -> bool {
        passage.has_before(date, 12, &["born", "b"])
    }

    /// `Lind, 34,`; `Lind (34)`; `Lind, aged 34`; `Lind, 34 years old`.
    fn apposed(&self, index: usize, items: &Range<usize>) -> Option<u32> {
        let passage = self.passage(index)?;
        let mut before = items.start.checked_sub(1)?;
        let aged = passage.is_any(before, &["aged", "age", "now"]);
        if aged {
            before = before.checked_sub(1)?;
        }
        // `Lind, a 34-year-old teacher`.
        let old = passage.words(items.clone()).to_ascii_lowercase().contains("old");
        if old && passage.is_any(before, &["a", "an", "the"]) {
            before = before.checked_sub(1)?;
            if !passage.is(before, ",") {
                return None;
            }
        }
        let bracketed = passage.is(before, "(");
        if !bracketed && !passage.is(before, ",") && !aged {
            return None;
        }
        let name = if bracketed || passage.is(before, ",") { before.checked_sub(1)? } else { before };
        let closed = passage.item(items.end).is_none_or(|item| {
            if bracketed {
                item.is(")")
            } else {
                item.is_any(&[
                    ",", ".", ";", ")", "and", "from", "of", "who", "?", "!", "\"", "”", "was", "is",
                ]) || item.is_dash() && !item.is_tight
            }
        });
        if !(closed || old) {
            return None;
        }
        // A list of scores or results: `Lind, 34, Berg, 21`.
        chain(passage, name)?;
        self.person(index, name)
    }

    /// `the 34-year-old Lind`, `34-year-old bus driver Ramon Lind`.
    fn described(&self, index: usize, items: &Range<usize>) -> Option<u32> {
        const WORDS: usize = 4;
        let passage = self.passage(index)?;
        let old = passage.words(items.clone()).to_ascii_lowercase();
        if !old.contains("old") || old.contains(' ') && !old.contains('-') {
            return None;
        }
        let name = (items.end..items.end + WORDS).find(|at| chain(passage, *at).is_some())?;
        let plain = (items.end..name).all(|at| {
            passage.item(at).is_some_and(|item| match item.kind {
                ItemKind::Word => !item.is_any(NO_LINKS),
                ItemKind::Name(_) => true,
                _ => item.is("-"),
            })
        });
        plain.then(|| self.person(index, name))?
    }

    /// `Lind is 34`, `Lind, who is 34`, `he is 34`.
    fn stated(&self, index: usize, items: &Range<usize>) -> Option<u32> {
        let passage = self.passage(index)?;
        let verb = items.start.checked_sub(1)?;
        let verb = if passage.is(verb, "now") { verb.checked_sub(1)? } else { verb };
        let closed =
            passage.item(items.end).is_none_or(|item| item.is_any(&[",", ".", ";", ")", "and", "but"]));
        let old = passage.words(items.clone()).to_ascii_lowercase().contains("old");
        if !passage.is(verb, "is") || !(closed || old) {
            return None;
        }
        self.holder(index, verb)
    }

    /// Whom a verb of being is said of: a name right before it, also with `who` or an apposition.
    fn holder(&self, index: usize, verb: usize) -> Option<u32> {
        let passage = self.passage(index)?;
        let before = verb.checked_sub(1)?;
        if passage.is(before, "who") {
            let comma = before.checked_sub(1)?;
            let name = if passage.is(comma, ",") { comma.checked_sub(1)? } else { comma };
            return self.person(index, name);
        }
        self.doer(index, verb)
    }

    /// `Lind, who turns 35 in June`; `Lind turned 35 on Friday`; `will be 35 in May`.
    fn turning(&self, index: usize, years: i64, items: &Range<usize>) -> Option<Age> {
        let passage = self.passage(index)?;
        let verb = items.start.checked_sub(1)?;
        let future = passage.is_any(verb, &["turns", "turn", "be", "turning"]);
        let past = passage.is(verb, "turned") && !passage.has_before(verb, 1, &["had"]);
        if !future && !past {
            return None;
        }
        // Only a birthday of these days: in another year it says the age of that year.
        let near = verb.saturating_sub(5)..(items.end + 5).min(passage.count());
        let dated = near.clone().any(|date| passage.place(date).is_some_and(has_year));
        let other = passage.has_any(
            near,
            &[
                "when", "before", "until", "after", "by", "once", "if", "would", "could", "years", "decade",
                "had",
            ],
        );
        let soon = passage.has_any(
            items.end..items.end + 3,
            &["on", "in", "this", "next", "tomorrow", "today", "later", "last"],
        ) || passage.date(items.end).is_some()
            || passage.item(items.end).is_none_or(|item| item.is_any(&[",", "."]));
        if dated || other || !soon {
            return None;
        }
        let at = if passage.is_any(verb.checked_sub(1)?, &["will", "to", "just", "recently"]) {
            verb - 1
        } else {
            verb
        };
        if passage.is_any(verb, &["turn", "be"]) && !passage.is(at, "will") {
            return None;
        }
        // `Lind is 59 and turns 60 in April`.
        let person = match passage.back(at, 1) {
            Some(item) if item.is_any(&["and", ","]) => {
                let first = (0..at).find(|at| chain(passage, *at).is_some())?;
                (first <= 3).then(|| self.person(index, first))?
            }
            _ => self.holder(index, at),
        }?;
        let (low, high) = if future { (years - 1, years) } else { (years, years) };
        Some(Age { person, low, high, when: When::Now, passage: index, items: verb..items.end })
    }

    /// `died at 88`, `has died aged 88`, `was 88 when he died`, `At 88, when she died, …`.
    fn at_death(&self, index: usize, years: i64, items: &Range<usize>) -> Option<Age> {
        let passage = self.passage(index)?;
        let start = with_preposition(passage, items)?;
        let age = |person: u32, verb: usize| {
            let days = (0..passage.count())
                .filter(|at| *at > verb && !items.contains(at))
                .take(14)
                .filter(|at| passage.place(*at).is_some())
                .find_map(|at| passage.days(at));
            let when = When::Death(days);
            Age { person, low: years, high: years, when, passage: index, items: start..items.end }
        };
        // `… 88 when she died`; `At 88, when he died, …`.
        let next = if passage.is(items.end, ",") { items.end + 1 } else { items.end };
        if passage.is(next, "when") && passage.is_any(next + 2, DEATHS) {
            let person = match chain(passage, next + 1) {
                Some(_) => self.person(index, next + 1),
                None if passage.is_any(next + 1, &["he", "she"]) => self.pronoun(index, next + 1),
                None => None,
            }?;
            return Some(age(person, next + 2));
        }
        if start == items.start {
            return self.of_the_dead(index, years, items);
        }
        // The nearest death before it in the clause.
        let verb = (0..start).rev().find(|at| passage.is_any(*at, DEATHS))?;
        let clause = (verb + 1..start).all(|at| {
            passage.item(at).is_some_and(|item| {
                !item.is_any(&["who", "whose", "when", "while", "he", "she", "and", "but", "where", ";"])
                    && chain(passage, at).is_none()
            })
        });
        let when = passage.has_any(items.end..items.end + 2, &["when", "while", "as"]);
        if !clause || when {
            return None;
        }
        Some(age(self.doer(index, verb)?, verb))
    }

    /// `Lind has died. She was 88.`
    fn of_the_dead(&self, index: usize, years: i64, items: &Range<usize>) -> Option<Age> {
        let passage = self.passage(index)?;
        let closed = passage.item(items.end).is_none_or(|item| item.is_any(&[".", ",", ";"]));
        // `… until she was 80` tells of another time.
        let was = items.start.checked_sub(1).filter(|at| *at <= 2 && passage.is(*at, "was") && closed)?;
        let person = self.holder(index, was)?;
        let died = |index: usize| {
            let passage = self.passage(index)?;
            let verb = (0..passage.count()).find(|at| passage.is_any(*at, &["died", "dies"]))?;
            (self.doer(index, verb)? == person).then_some(())
        };
        (index.saturating_sub(3)..index).find_map(died)?;
        let when = When::Death(None);
        Some(Age { person, low: years, high: years, when, passage: index, items: was..items.end })
    }

    /// `he joined at 24, in 1982`; `in 1982, at the age of 24, Lind …`.
    fn in_year(&self, index: usize, years: i64, items: &Range<usize>) -> Option<Age> {
        let passage = self.passage(index)?;
        let start = with_preposition(passage, items)?;
        if start == items.start {
            return None;
        }
        let behind = if passage.is(items.end, ",") { items.end + 1 } else { items.end };
        let year = |at: usize| {
            let place = passage.place(at)?;
            has_year(place).then(|| passage.days(at)).flatten().map(|days| i64::from(days.first.year()))
        };
        let when = if passage.is(behind, "in") {
            year(behind + 1)
        } else {
            let comma = start.checked_sub(1)?;
            let date = if passage.is(comma, ",") { comma.checked_sub(1)? } else { comma };
            year(date).filter(|_| passage.back(date, 1).is_some_and(|item| item.is("in")))
        }?;
        // The one person that the sentence is about, at its start.
        let mut people = (0..passage.count()).filter_map(|at| chain(passage, at));
        let person = match (people.next(), people.next()) {
            (Some(_), None) => {
                let at = (0..passage.count()).find(|at| chain(passage, *at).is_some())?;
                ((at <= 2 || passage.is(0, "born"))
                    && !matches!(passage.item(at + 1)?.kind, ItemKind::Possessive))
                .then(|| self.person(index, at))?
            }
            (None, _) if passage.is_any(0, &["he", "she"]) => self.focus(index),
            _ => None,
        }?;
        Some(Age {
            person,
            low: years,
            high: years,
            when: When::Year(when),
            passage: index,
            items: start..items.end,
        })
    }
}

/// Verbs and adjectives of dying.
const DEATHS: &[&str] = &["died", "dies", "dead", "away", "killed", "perished"];

/// What does not stand between an age and the name that it is said of.
const NO_LINKS: &[&str] = &[
    "who", "whose", "that", "and", "or", "said", "says", "told", "was", "is", "has", "had", "from", "of",
    "by", "with", "to", "in", "at", "on", "against", "after", "before", "against", "beat", "when", "as",
    "for", "than",
];

/// With `at`, `aged`, `at the age of` before it, which say that the age is one of then.
fn with_preposition(passage: &Passage<'_>, items: &Range<usize>) -> Option<usize> {
    let at = items.start;
    let before = |by: usize, words: &[&str]| passage.back(at, by).is_some_and(|item| item.is_any(words));
    Some(match () {
        () if before(1, &["of"]) && before(2, &["age"]) => {
            let start = at - 2;
            if before(3, &["the"]) { start - 1 - usize::from(before(4, &["at"])) } else { start }
        }
        () if before(1, &["age"]) && before(2, &["at"]) => at - 2,
        () if before(1, &["aged", "age", "at"]) => at - 1,
        () => at,
    })
}

/// A number of years that can be an age, and its items with `years old` or `-year-old`.
pub fn years(passage: &Passage<'_>, at: usize) -> Option<(i64, Range<usize>)> {
    // A length of time with `old` behind it.
    if let Some(Rule::Length(Length { amount: Some(Amount { whole, hundredths: 0 }), unit: Unit::Year })) =
        passage.date(at).map(|date| date.rule)
    {
        let end = if passage.is(at + 1, "-") { at + 2 } else { at + 1 };
        return passage.is(end, "old").then_some((i64::from(whole), at..end + 1));
    }
    let number = i64::from(passage.number(at)?.count()?);
    let mut end = at + 1;
    let joined = passage.is(end, "-") && passage.is_any(end + 1, &["year-old", "year-olds"]);
    if joined || passage.is_any(end, &["years", "year"]) && passage.is(end + 1, "old") {
        end += 2;
    } else if passage.is(end, "years") && passage.is(end + 1, "of") && passage.is(end + 2, "age") {
        end += 3;
    }
    // A name's number, a unit, an amount: no age.
    let whole = passage.name(at) != Some(EntityKind::Person);
    whole.then_some((number, at..end))
}
