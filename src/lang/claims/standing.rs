//! Standing agreements: what news refers to without telling of it (`the 2015 nuclear deal`).
//!
//! The rows of `lexicon/agreements.tsv` are facts: name, other names, year of signing, parties where
//! they are few, subject. A description that fits one of them, and no other, is taken for it.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::base::key::Key;
use crate::base::kind::EntityKind;
use crate::lang::claims::{Sort, topics};
use crate::lang::dates::DayInterval;
use crate::lang::lexicon::{Lexicon, fold_word};
use crate::lang::names::keys;

/// One standing agreement.
#[derive(Debug)]
pub struct Standing {
    pub name: &'static str,
    /// The keys of its names, sorted.
    pub names: Box<[Key]>,
    /// By number; empty where they are many.
    pub parties: Box<[u16]>,
    /// Stems of its subject.
    pub topic: Box<[Box<str>]>,
    pub sort: Sort,
    /// The year of its signing.
    pub year: Option<i16>,
}

/// A description of an agreement, as it is looked for in the list.
#[derive(Debug)]
pub struct Described<'a> {
    pub sort: Sort,
    /// Those who take part, and those whom the article is about where it names fewer than two.
    pub countries: &'a [u16],
    pub topic: &'a [Box<str>],
    /// The day or year that it gives.
    pub days: Option<DayInterval>,
    /// It is spoken of as known: `the Iran nuclear accord`.
    pub is_known: bool,
}

/// The standing agreement that a description fits, where it fits no other as well: one subject and one
/// party in common at least, the more the better, and the year of its signing, which may be missing where
/// it is spoken of as known.
pub fn described(described: &Described<'_>) -> Option<&'static Standing> {
    if described.days.is_none() && !described.is_known {
        return None;
    }
    let fits = |standing: &&Standing| {
        let year = standing.year.zip(described.days);
        let in_year = year.is_none_or(|(year, days)| days.first.year() <= year && year <= days.last.year());
        let long = described.days.is_some_and(|days| days.last.year() - days.first.year() > 2);
        in_year
            && !long
            && described.sort.agrees(standing.sort)
            && described.topic.iter().any(|stem| standing.topic.contains(stem))
    };
    let parties = |standing: &Standing| {
        described.countries.iter().filter(|country| standing.parties.contains(country)).count()
    };
    let fitting = || all().iter().filter(fits).map(|standing| (parties(standing), standing));
    let most = fitting().map(|(parties, _)| parties).max().filter(|&parties| parties > 0)?;
    let mut best = fitting().filter(|(parties, _)| *parties == most);
    let (_, only) = best.next()?;
    best.next().is_none().then_some(only)
}

/// All of them, in the order of the list. The same object at every call.
pub fn all() -> &'static [Standing] {
    static ALL: OnceLock<Vec<Standing>> = OnceLock::new();
    ALL.get_or_init(|| {
        let countries = countries();
        let rows = include_str!("../lexicon/agreements.tsv").lines();
        rows.filter(|row| !row.starts_with('#') && !row.is_empty())
            .map(|row| standing(row, &countries))
            .collect()
    })
}

fn standing(row: &'static str, countries: &FxHashMap<&'static str, u16>) -> Standing {
    let mut columns = row.split('\t').map(str::trim);
    let mut next = || columns.next().unwrap_or_default();
    let (name, others, year, parties, subject) = (next(), next(), next(), next(), next());
    let name = name.trim_start_matches('?');
    // A form that is another's name as well (`?`) says nothing by itself.
    let forms = std::iter::once(name).chain(others.split('|').filter(|form| !form.starts_with('?')));
    let mut names: Vec<Key> = forms
        .filter(|form| !form.is_empty())
        .flat_map(|form| keys::keys(EntityKind::Agreement, [fold_word(form).as_str()]))
        .collect();
    names.sort_unstable();
    names.dedup();
    let mut parties: Vec<u16> = parties.split(' ').filter_map(|code| countries.get(code).copied()).collect();
    parties.sort_unstable();
    let sort = |word: &str| name.to_lowercase().contains(word);
    let sort = if sort("treaty") || sort("convention") {
        Sort::Treaty
    } else if sort("memorandum") {
        Sort::Memorandum
    } else {
        Sort::Agreement
    };
    let stems = subject.split(' ').flat_map(topics::of);
    Standing {
        name,
        names: names.into(),
        parties: parties.into(),
        topic: topics::sorted(stems.collect()),
        sort,
        year: year.parse().ok(),
    }
}

/// The numbers of countries by their ISO 3166 codes.
fn countries() -> FxHashMap<&'static str, u16> {
    let lexicon = Lexicon::built_in();
    let rows = include_str!("../lexicon/countries.tsv").lines().filter(|row| !row.starts_with('#'));
    rows.filter_map(|row| {
        let mut columns = row.split('\t');
        let name = columns.next()?;
        let code = columns.next_back()?.trim();
        Some((code, lexicon.name(&fold_word(name))?.country?))
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_is_taken_for_the_one_that_it_fits() {
        let lexicon = Lexicon::built_in();
        let country = |name: &str| lexicon.name(name).and_then(|known| known.country).expect("a country");
        let year = |year: i16| {
            let first = jiff::civil::Date::new(year, 1, 1).expect("a day");
            Some(DayInterval { first, last: first.last_of_year() })
        };
        let nuclear: Vec<Box<str>> = topics::of("nuclear").collect();
        let found = |countries: &[u16], days, is_known| {
            let sort = Sort::Agreement;
            let standing = described(&Described { sort, countries, topic: &nuclear, days, is_known });
            standing.map(|standing| standing.name)
        };
        let iran = [country("iran")];
        assert_eq!(found(&iran, year(2015), false), Some("Joint Comprehensive Plan of Action"));
        assert_eq!(found(&iran, year(2021), true), None, "another year");
        assert_eq!(found(&iran, None, false), None, "a deal that is news");
        let many = [country("united states"), country("russia")];
        assert_eq!(found(&many, None, true), None, "several fit");
    }

    #[test]
    fn the_list_is_read_to_the_last_column() {
        let all = all();
        assert!(all.len() > 150, "{}", all.len());
        let named = |name: &str| all.iter().find(|one| one.name == name).expect("it is in the list");
        let start = named("New START");
        assert_eq!(start.parties.len(), 2);
        assert_eq!(start.year, Some(2010));
        assert!(!start.topic.is_empty() && !start.names.is_empty());
        let known = all.iter().filter(|one| one.parties.len() > 1).count();
        assert!(known > 40, "parties of {known}");
    }
}
