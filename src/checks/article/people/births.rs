//! When the people of an article were born and died, wherever the article says so.

use crate::base::kind::EntityKind;
use crate::checks::article::people::{People, chain};
use crate::checks::article::prose::ranges::{Form, Grain, has_year, stretches};
use crate::checks::article::prose::{ItemKind, Passage};
use crate::lang::dates::DayInterval;

/// A birth or a death with its year.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct LifeEnd {
    pub person: u32,
    pub passage: usize,
    /// Where the time stands.
    pub at: usize,
    pub days: DayInterval,
}

impl LifeEnd {
    pub fn year(&self) -> i64 {
        i64::from(self.days.first.year())
    }
}

impl People<'_> {
    /// Every birth with a year whose person is told.
    pub fn births(&self) -> Vec<LifeEnd> {
        let mut found = Vec::new();
        for (index, passage) in self.story.iter().enumerate() {
            found.extend(self.lives(index).into_iter().map(|(birth, _)| birth));
            for born in (0..passage.count()).filter(|at| passage.is_any(*at, &["born", "b"])) {
                let start = if passage.is(born + 1, ".") { born + 2 } else { born + 1 };
                let Some(at) = time_behind(passage, start, Grain::Year) else { continue };
                let Some(person) = self.born(index, born, at) else { continue };
                let Some(days) = passage.days(at) else { continue };
                if !passage.item(born).is_some_and(|item| item.is_quoted) {
                    found.push(LifeEnd { person, passage: index, at, days });
                }
            }
        }
        found
    }

    /// Every death with a year whose person is told.
    pub fn deaths(&self) -> Vec<LifeEnd> {
        let mut found = Vec::new();
        for (index, passage) in self.story.iter().enumerate() {
            found.extend(self.lives(index).into_iter().map(|(_, death)| death));
            for died in (0..passage.count()).filter(|at| is_death(passage, *at)) {
                let Some(at) = time_behind(passage, died + 1, Grain::Day) else { continue };
                let (Some(person), Some(days)) = (self.doer(index, died), passage.days(at)) else { continue };
                if !passage.item(died).is_some_and(|item| item.is_quoted) {
                    found.push(LifeEnd { person, passage: index, at, days });
                }
            }
        }
        found
    }

    /// `Boris Kostov (1931-2019)`
    fn lives(&self, index: usize) -> Vec<(LifeEnd, LifeEnd)> {
        let Some(passage) = self.passage(index) else { return Vec::new() };
        let bracketed = |stretch: crate::checks::article::prose::ranges::Stretch| {
            let open = passage.back(stretch.items.start, 1).is_some_and(|item| item.is("("));
            let closed = passage.is_any(stretch.items.end, &[")", ","]);
            let named = stretch.items.start.checked_sub(2)?;
            let is_life = stretch.form == Form::Dash
                && matches!(stretch.grain, Grain::Year | Grain::Day)
                && stretch.is_comparable
                && passage.name(named) == Some(EntityKind::Person);
            let person = self.person(index, named).filter(|_| open && closed && is_life)?;
            let end = |at: usize, days: DayInterval| LifeEnd { person, passage: index, at, days };
            Some((end(stretch.ends.0, stretch.first), end(stretch.ends.1, stretch.last)))
        };
        stretches(passage).into_iter().filter_map(bracketed).collect()
    }

    /// Who was born at that time.
    fn born(&self, index: usize, born: usize, time: usize) -> Option<u32> {
        let passage = self.passage(index)?;
        // `Born in Mansoura in 1958, Shafei read law`; `Born in 1958, he …`.
        let opens = born == 0 || passage.is_any(born.checked_sub(1)?, &["\"", "“"]);
        if opens {
            const REACH: usize = 12;
            let mut comma = (time + 1..time + REACH).find(|at| passage.is(*at, ","))?;
            // `, to a railway clerk and a seamstress,`; `, the last of five children,`.
            if passage.is_any(comma + 1, &["to", "the", "as", "into", "near", "in", "a"]) {
                comma = (comma + 1..comma + REACH).find(|at| passage.is(*at, ",")).unwrap_or(comma);
            }
            let next = (comma + 1..(comma + 6).min(passage.count()))
                .find(|at| chain(passage, *at).is_some() || passage.is_any(*at, &["he", "she"]))?;
            let ours = (comma + 1..next).all(|at| {
                passage.item(at).is_some_and(|item| {
                    matches!(item.kind, ItemKind::Word | ItemKind::Name(_))
                        && !item.is_any(&["his", "her", "to"])
                })
            });
            if !ours || matches!(passage.item(next + 1).map(|item| item.kind), Some(ItemKind::Possessive)) {
                return None;
            }
            return match chain(passage, next) {
                Some(_) => self.person(index, next),
                None => self.focus(index),
            };
        }
        let before = born - 1;
        // `Lind (born 1958)`, `Lind (b. 1958)`.
        if passage.is(before, "(") {
            return self.person(index, before.checked_sub(1)?);
        }
        if !passage.is(born, "born") {
            return None;
        }
        // `Lind, 63, born in 1958`; a list of ages and the like stands between.
        if passage.is(before, ",") {
            let mut at = before.checked_sub(1)?;
            if passage.number(at).is_some() {
                at = at.checked_sub(1)?;
                if passage.is_any(at, &["aged", "age"]) {
                    at = at.checked_sub(1)?;
                }
                at = if passage.is(at, ",") { at.checked_sub(1)? } else { at };
            }
            return self.person(index, at);
        }
        self.doer(index, born)
    }
}

/// The verbs of dying.
fn is_death(passage: &Passage<'_>, at: usize) -> bool {
    passage.is_any(at, &["died", "dies"])
        || passage.is_any(at, &["passed", "passes"]) && passage.is(at + 1, "away")
}

/// The first time with a year behind a verb, what may come between being place, parents and manner.
/// With [`Grain::Day`] it may be a day without a year.
fn time_behind(passage: &Passage<'_>, start: usize, grain: Grain) -> Option<usize> {
    const REACH: usize = 16;
    const ENDS: &[&str] = &[
        "who", "which", "when", "where", "that", "while", "after", "before", "since", "until", "and", "but",
        "he", "she", "they", "said", "says", "told", "was", "is", "were", "had", "has", "as", "because",
        "during", "for", "if", "leaving", "whose", "then",
    ];
    for at in start..(start + REACH).min(passage.count()) {
        if let Some(place) = passage.place(at) {
            let known = passage.days(at).is_some();
            if known && grain == Grain::Day && place.is_day() {
                return Some(at);
            }
            if known && has_year(place) {
                return passage
                    .back(at, 1)
                    .is_some_and(|item| {
                        item.is_any(&["in", "on", "of", ",", "(", "born", "early", "late", "."])
                            || at == start
                    })
                    .then_some(at);
            }
            return None;
        }
        let item = passage.item(at)?;
        if item.is_any(ENDS) || matches!(item.kind, ItemKind::Mark(';' | ':' | '"' | '“' | '”')) {
            return None;
        }
    }
    None
}
