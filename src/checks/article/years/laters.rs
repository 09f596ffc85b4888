//! `He opened a shop in 1990. Twelve years later, in 1999, he sold it`: so many years later or earlier than the year of
//! the sentence before; `from 1990 to 2004, a total of 20 years`.
//!
//! Both years in one sentence are `offset-mismatch`'s, a stretch beside its length is `range-length`'s.

use crate::checks::Report;
use crate::checks::article::prose::Passage;
use crate::checks::article::prose::calendar::counted;
use crate::checks::article::years::{Chronicle, Named, count, loosened};
use crate::lang::dates::rule::{Amount, Length, Place, Rule, Unit};

/// A number of years later that the years of two sentences do not have.
pub fn later(chronicle: &Chronicle<'_>, index: usize, at: usize) -> Option<Report> {
    let passage = chronicle.people.passage(index)?;
    let (number, is_later) = distance(passage, at)?;
    let years = loosened(passage, at, number, 1, passage.date(at)?.modifier);
    let mut own = chronicle.within(index);
    let here = *own.next().filter(|_| own.next().is_none())?;
    // `Twelve years later, in 1999, …`; `in 1999, twelve years later, …`.
    let beside = here.at > at && here.at - at <= 3 || at > here.at && at - here.at <= 2;
    let from = chronicle.before(index)?;
    let full = if is_later { here.year - from.year } else { from.year - here.year };
    let explained = chronicle.years.iter().any(|named| {
        let full = if is_later { here.year - named.year } else { named.year - here.year };
        years.allows(full)
    });
    if !beside || explained || passage.item(at)?.is_quoted {
        return None;
    }
    let said = chronicle.people.passage(from.passage)?;
    let span = at.min(here.at)..at.max(here.at) + 1;
    Some(
        Report::new(
            passage.span(span.clone()),
            format!(
                "“{}” does not fit “{}”: {} lie between",
                passage.words(span),
                said.word(from.at),
                counted(full.abs(), "year")
            ),
        )
        .with(said.related(from.at))
        .because(format!("“{}” is {number} years", passage.word(at)))
        .because(format!("the sentence before speaks of {}, this one of {}", from.year, here.year))
        .because(format!(
            "{} − {} = {full}; one year more or less would be let pass",
            here.year.max(from.year),
            here.year.min(from.year)
        )),
    )
}

/// `twelve years later`, `two years earlier`; of the sentence's own words only.
fn distance(passage: &Passage<'_>, at: usize) -> Option<(i64, bool)> {
    let word = passage.word(at).to_ascii_lowercase();
    let behind = passage.word(at + 1).to_ascii_lowercase();
    let later = word.ends_with("later") || word.ends_with("afterwards");
    let earlier = word.ends_with("earlier");
    match passage.date(at)?.rule {
        Rule::Place { place: Place::Offset { unit: Unit::Year, by, .. }, .. } if later || earlier => {
            Some((i64::from(by.abs()), later)).filter(|(number, _)| *number >= 2)
        }
        Rule::Length(Length { amount: Some(Amount { whole, hundredths: 0 }), unit: Unit::Year })
            if matches!(behind.as_str(), "later" | "earlier" | "afterwards") && whole >= 2 =>
        {
            Some((i64::from(whole), behind != "earlier"))
        }
        _ => None,
    }
}

/// `from 1990 to 2004, a total of 20 years`; `from 1990 until 2004, and in those 20 years`.
pub fn total(chronicle: &Chronicle<'_>, index: usize, at: usize) -> Option<Report> {
    let passage = chronicle.people.passage(index)?;
    let years = count(passage, at).filter(|years| years.number >= 2)?;
    let led = passage.has_before(at, 1, &["those", "these"])
        || passage.has_before(at, 1, &["of"]) && passage.has_before(at, 2, &["total"]);
    let named: Vec<&Named> = chronicle.within(index).collect();
    let [from, to] = named.as_slice() else { return None };
    let stretch = passage.has_before(from.at, 1, &["from", "between"])
        && passage.has_before(to.at, 1, &["to", "until", "and", "till", "through"])
        && to.at - from.at <= 4;
    let full = to.year - from.year;
    if !led || !stretch || to.at > at || full < 1 || years.allows(full) || passage.item(at)?.is_quoted {
        return None;
    }
    Some(
        Report::new(
            passage.span(from.at.saturating_sub(1)..at + 1),
            format!(
                "“{}” does not fit “{}”, which is {}",
                passage.word(at),
                passage.words(from.at.saturating_sub(1)..to.at + 1),
                counted(full, "year")
            ),
        )
        .with(passage.related(to.at))
        .because(format!("{} − {} = {full}; one year more or less would be let pass", to.year, from.year)),
    )
}

impl Chronicle<'_> {
    /// The last year that stands before a passage, where the sentence before it has one only.
    fn before(&self, index: usize) -> Option<Named> {
        let before = index.checked_sub(1)?;
        let mut named = self.within(before);
        named.next().copied().filter(|_| named.next().is_none())
    }
}
