//! Ages of people whom a passage does not name: taken up from the sentence before, named later, or in a headline.

use std::ops::Range;

use crate::checks::article::people::ages::{self, Age, When, years};
use crate::checks::article::people::{People, chain};
use crate::checks::article::prose::told::verbs::is_past_form;
use crate::checks::article::prose::{ItemKind, Passage};
use crate::source::ZoneKind;

impl People<'_> {
    /// `A 63-year-old farmer was gored.`, and later `They named him as Tom Lind, 36`: the one person without a name
    /// and the one whose name is given.
    pub fn introduced(&self, index: usize) -> Option<Age> {
        const NAMING: &[&str] = &["named", "identified", "name", "identify", "identifying", "naming"];
        let passage = self.passage(index)?;
        let verb = (0..passage.count()).find(|at| passage.is_any(*at, NAMING))?;
        let name = (verb + 1..(verb + 12).min(passage.count())).find(|at| chain(passage, *at).is_some())?;
        let called = passage.has_any(verb..name, &["as"])
            || passage.has_any(verb.saturating_sub(3)..verb, &["was", "been"]);
        let person =
            self.person(index, name).filter(|_| called && !passage.has_any(name..name + 3, &["and"]))?;
        // Whom the lead speaks of without a name: one, and it says no other age.
        let mut strangers = Vec::new();
        for (other, said) in self.story.iter().enumerate().take(index) {
            for at in 0..said.count() {
                let Some((number, items)) = years(said, at) else { continue };
                let old = said.words(items.clone()).to_ascii_lowercase().contains("year-old");
                let noun = said.item(items.end).is_some_and(|item| item.kind == ItemKind::Word);
                if old && noun && at.checked_sub(1).is_some_and(|before| said.is_any(before, &["a", "an"])) {
                    strangers.push((other, number, items));
                } else if old {
                    return None;
                }
            }
        }
        let [(other, number, items)] = strangers.as_slice() else { return None };
        let plural = passage
            .has_any(verb..name, &["them", "victims", "two", "three", "both", "others", "dead", "suspects"]);
        let when = When::Now;
        (!plural).then(|| Age {
            person,
            low: *number,
            high: *number,
            when,
            passage: *other,
            items: items.clone(),
        })
    }

    /// Every number of the body that is said as an age, of whomever.
    pub fn said(&self) -> Vec<i64> {
        let ages = self.ages();
        let mut found: Vec<i64> =
            ages.iter().filter(|age| self.is_body(age.passage)).map(|age| age.high).collect();
        for (_, passage) in self.story.iter().enumerate().filter(|(index, _)| self.is_body(*index)) {
            for at in 0..passage.count() {
                let Some((number, items)) = years(passage, at) else { continue };
                let told = passage.words(items.clone()).to_ascii_lowercase().contains("old")
                    || passage.has_before(at, 1, &["aged", "age"])
                    || passage.has_before(at, 2, &["age"]) && passage.has_before(at, 1, &["of"])
                    || passage.has_before(at, 1, &[","])
                        && passage.item(items.end).is_none_or(|item| item.is_any(&[",", ".", ";"]));
                found.extend(told.then_some(number));
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The age that a headline says: `Boxer, 45, dies`, `A 45-year-old boxer`.
    pub fn in_headline(&self) -> Option<(usize, Range<usize>, i64)> {
        let (index, passage) =
            self.story.iter().enumerate().find(|(_, passage)| passage.sentence.zone == ZoneKind::Headline)?;
        let mut found = (0..passage.count()).filter_map(|at| {
            let (number, items) = years(passage, at)?;
            let old = passage.words(items.clone()).to_ascii_lowercase().contains("old")
                || passage.has_before(at, 1, &["aged"]);
            let apposed = passage.has_before(at, 1, &[","])
                && passage.is(items.end, ",")
                && passage
                    .back(at, 2)
                    .is_some_and(|item| matches!(item.kind, ItemKind::Word | ItemKind::Name(_)));
            ((old || apposed) && (5..=115).contains(&number)).then_some((index, items, number))
        });
        let one = found.next()?;
        found.next().is_none().then_some(one)
    }

    /// `the 27-year-old`, said of somebody whom the sentence before speaks of: where nobody else of that age is
    /// mentioned, and no other person is.
    pub fn taken_up(&self, index: usize, years: i64, items: &Range<usize>) -> Option<Age> {
        let passage = self.passage(index)?;
        let bare = passage.item(items.end).is_none_or(|item| {
            item.is_mark()
                || is_past_form(passage, items.end)
                || item.is_any(&["then", "later", "soon", "now"])
                || item.is_any(&[
                    "is", "was", "has", "had", "will", "who", "to", "from", "in", "on", "at", "and", "said",
                    "told", "won", "for", "with", "also", "would", "could", "says", "after",
                ])
        });
        let old = passage.words(items.clone()).to_ascii_lowercase().contains("year-old");
        let definite = items.start.checked_sub(1).is_some_and(|at| passage.is(at, "the"));
        let role = if bare { None } else { self.of_role(index, items.end) };
        if !bare && role.is_none()
            || !old
            || !definite
            || (0..items.start).any(|at| chain(passage, at).is_some())
        {
            return None;
        }
        // Somebody without a name whom the words can mean.
        let strangers = |passage: &Passage<'_>| {
            (0..passage.count()).any(|at| {
                passage.is_any(at, STRANGERS)
                    && passage.has_before(
                        at,
                        3,
                        &["a", "an", "the", "another", "his", "her", "whose", "their", "one"],
                    )
            })
        };
        let mut near = (index.saturating_sub(2)..=index).filter_map(|at| self.passage(at));
        let same_number = |other: usize, passage: &Passage<'_>| {
            (0..passage.count()).any(|at| {
                let own = other == index && at == items.start;
                !own && ages::years(passage, at).is_some_and(|(number, _)| number == years)
            })
        };
        let mentioned = self.story.iter().enumerate().any(|(other, passage)| same_number(other, passage));
        if mentioned || role.is_none() && near.any(strangers) {
            return None;
        }
        let person = role.or_else(|| self.focus(index))?;
        Some(Age { person, low: years, high: years, when: When::Now, passage: index, items: items.clone() })
    }

    /// Whose office or trade a noun is: `Driver Craig Lind, 24` for `the driver`, where it is one person's.
    fn of_role(&self, index: usize, noun: usize) -> Option<u32> {
        let word = self.passage(index).map(|passage| passage.word(noun)).filter(|word| word.len() > 3)?;
        let mut found = Vec::new();
        for (other, said) in self.story.iter().enumerate() {
            for at in (0..said.count()).filter(|at| said.is(*at, word) && (other, *at) != (index, noun)) {
                // `driver Craig Lind`; any other use may be of somebody else.
                let named = (at + 1..at + 2).find(|at| chain(said, *at).is_some());
                let apposed = said
                    .has_before(at, 4, &["a", "an", "the"])
                    .then(|| (at.saturating_sub(8)..at).rev().find(|at| chain(said, *at).is_some()))
                    .flatten()
                    .filter(|name| said.is(*name + 1, ","));
                if let Some(name) = named.or(apposed) {
                    found.push(self.person(other, name)?);
                }
            }
        }
        found.dedup();
        match found.as_slice() {
            [one] => Some(*one),
            _ => None,
        }
    }
}

/// People without a name.
pub const STRANGERS: &[&str] = &[
    "man",
    "woman",
    "boy",
    "girl",
    "child",
    "teenager",
    "teen",
    "victim",
    "suspect",
    "driver",
    "passenger",
    "student",
    "baby",
    "infant",
    "toddler",
    "person",
    "patient",
    "pedestrian",
    "gunman",
    "attacker",
    "brother",
    "sister",
    "son",
    "daughter",
    "wife",
    "husband",
    "mother",
    "father",
    "friend",
    "girlfriend",
    "boyfriend",
    "cousin",
    "nephew",
    "niece",
    "uncle",
    "aunt",
    "grandson",
    "granddaughter",
    "grandmother",
    "grandfather",
    "neighbour",
    "neighbor",
    "cyclist",
    "motorcyclist",
    "partner",
    "colleague",
    "opponent",
    "rival",
    "youth",
    "players",
    "player",
    "soldier",
    "officer",
];
