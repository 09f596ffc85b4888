//! Check: age-arithmetic
//!
//! An age that the years do not give: `Ivan Petrov, born in 1970, 45` in an article of 2023,
//! `(1950-2010) died aged 70`, `born in 1950, he died in 2010 at the age of 70`. (Table of date checks, row 7.)
//!
//! One year more or less is let pass. The age counts at the death where the sentence tells of one, else at
//! publication, and there only as an apposition (`, 45,`) or `is 45`: a sentence that names other years tells
//! of another time. One person a sentence; what is said of somebody at an age long ago is left alone.
//!
//! (Measured on 2,841 clean texts, of which 355 have a known day of publication: one hit, and it is the
//! article's own mistake: 33 years old in 2000, born in 1984.)

use crate::base::kind::EntityKind;
use crate::checks::article::life_order::{dated, lives};
use crate::checks::article::prose::calendar::long;
use crate::checks::article::prose::ranges::has_year;
use crate::checks::article::prose::{HEDGES, Passage, Prose};
use crate::checks::{Check, Report, Severity, Subject};
use crate::lang::dates::rule::{Amount, Length, Rule, Unit};

/// See the module.
pub struct AgeArithmetic;

impl Check for AgeArithmetic {
    fn code(&self) -> &'static str {
        "age-arithmetic"
    }

    fn severity(&self) -> Severity {
        Severity::Information
    }

    fn in_draft(&self) -> Severity {
        Severity::Warning
    }

    fn summary(&self) -> &'static str {
        "an age that the years of birth and death do not give"
    }

    fn run(&self, subject: &Subject<'_>, report: &mut Vec<Report>) {
        for passage in Prose::story(subject) {
            report.extend(at_death(&passage).or_else(|| now(&passage)));
        }
    }
}

/// An age and how it is said.
struct Age {
    at: usize,
    years: i64,
    form: AgeForm,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum AgeForm {
    /// `, 45,` behind a name or a birth; `is 45`; `the 45-year-old`: at the time of the article.
    Present,
    /// `aged 70`, `at the age of 70`, `at 70`.
    AtThatTime,
}

/// The one age that a sentence says.
fn age(passage: &Passage<'_>) -> Option<Age> {
    let mut found = (0..passage.count()).filter_map(|at| age_at(passage, at));
    let age = found.next()?;
    found.next().is_none().then_some(age)
}

fn age_at(passage: &Passage<'_>, at: usize) -> Option<Age> {
    if passage.has_before(at, 2, HEDGES) {
        return None;
    }
    // `45-year-old` is one word behind its number, or a length of time with ` old` behind it.
    let spoken = match passage.date(at).map(|date| date.rule) {
        Some(Rule::Length(Length { amount: Some(Amount { whole, hundredths: 0 }), unit: Unit::Year })) => {
            passage.is(at + 1, "old").then_some(i64::from(whole))
        }
        _ => None,
    };
    if let Some(years) = spoken {
        return Some(Age { at, years, form: AgeForm::Present });
    }
    let years = i64::from(passage.number(at)?.count().filter(|years| (10..=110).contains(years))?);
    let before = |by: usize, words: &[&str]| passage.back(at, by).is_some_and(|item| item.is_any(words));
    let of_age = before(1, &["of"]) && before(2, &["age"])
        || before(1, &["aged", "age"])
        || before(1, &["at"]) && passage.item(at + 1).is_none_or(|next| next.is_mark());
    let closes = passage.item(at + 1).is_none_or(|next| next.is_any(&[",", ".", ")", ";"]));
    let apposed = before(1, &[","]) && closes;
    let old = passage.is_any(at + 1, &["years", "year"]) && passage.is(at + 2, "old")
        || passage.is(at + 1, "-") && passage.is_any(at + 2, &["year-old", "year"]);
    let is = (before(1, &["is", "turned", "turns"]) || before(1, &["now"]) && before(2, &["is"])) && closes;
    let then = before(1, &["was"]) && passage.is(at + 1, "when") && passage.is(at + 3, "died");
    let form = match () {
        () if of_age || then => AgeForm::AtThatTime,
        () if apposed || old || is => AgeForm::Present,
        () => return None,
    };
    Some(Age { at, years, form })
}

/// `(1950-2010) died aged 70`; `born in 1950, died in 2010 at 70`.
fn at_death(passage: &Passage<'_>) -> Option<Report> {
    let age = age(passage)?;
    let told = lives(passage);
    let [life] = told.as_slice() else { return None };
    let (born, died) = life.years(passage)?;
    let then = passage.is(age.at + 1, "when") && passage.is(age.at + 3, "died");
    let dies = passage.has_any(0..age.at, &["died", "dies", "dead", "death", "killed", "lived"])
        && !passage.is_any(age.at + 1, &["when", "while", "as"]);
    let dies = dies || then;
    let inside = life.birth < age.at && age.at < life.death;
    let reaches = age.form == AgeForm::AtThatTime && dies && !inside && age.at > life.birth;
    let others = passage.dates().filter(|at| passage.place(*at).is_some_and(has_year)).count() > 2;
    let full = died - born;
    if !reaches || others || full < 0 || is_age(full, age.years) {
        return None;
    }
    Some(
        finding(passage, &age, life.birth, (born, died, full))
            .with(passage.related(life.death))
            .because(format!("the death is “{}”, in {died}", passage.word(life.death)))
            .because(format!("{died} − {born} = {full}: {} or {full} years old", full - 1)),
    )
}

/// `Ivan Petrov, 45, born in 1970` at the time of the article.
fn now(passage: &Passage<'_>) -> Option<Report> {
    let age = age(passage)?;
    let published = passage.published()?;
    let born = (0..passage.count()).find(|at| passage.is(*at, "born"))?;
    let birth = dated(passage, born + 1)?;
    let years = passage.dates().filter(|at| passage.place(*at).is_some_and(has_year)).count();
    let names = (0..passage.count()).filter(|at| passage.name(*at) == Some(EntityKind::Person)).count();
    let speaks_of_one =
        names == 1 || names == 0 && passage.has_any(0..passage.count(), &["he", "she", "who"]);
    let past = [
        "died", "was", "when", "since", "killed", "had", "until", "after", "before", "children", "son",
        "daughter", "baby", "twins", "brother", "sister", "wife", "husband", "father", "mother",
    ];
    // `who has died aged 72, was born in 1940`: the death is of these days.
    let dead = (0..passage.count()).any(|at| passage.is(at, "has") && passage.is(at + 1, "died"));
    let past: Vec<&str> = past.into_iter().filter(|word| !dead || *word != "died").collect();
    // `was born` itself tells of no other time.
    let told = passage.has_any(0..born.saturating_sub(1), &past)
        || passage.has_any(born..passage.count(), &past)
        || passage.back(born, 1).is_some_and(|item| item.is_any(&past) && !item.is("was"));
    let by_age = match age.form {
        AgeForm::Present => true,
        AgeForm::AtThatTime => {
            let named =
                age.at.checked_sub(2).is_some_and(|at| passage.is(at, ",") || passage.name(at).is_some());
            (named || dead) && passage.back(age.at, 1).is_some_and(|item| item.is_any(&["aged", "age"]))
        }
    };
    let of = i64::from(passage.days(birth)?.first.year());
    let full = i64::from(published.year()) - of;
    if years != 1
        || !speaks_of_one
        || told
        || !by_age
        || is_age(full, age.years)
        || full < 0
        || passage.item(age.at)?.is_quoted
    {
        return None;
    }
    let now = i64::from(published.year());
    Some(
        finding(passage, &age, birth, (of, now, full))
            .because(format!("the article is of {} (publication date)", long(published)))
            .because(format!("{now} − {of} = {full}: {} or {full} years old", full - 1)),
    )
}

/// Whether somebody can be so old in the year that lies so many years behind the birth, a year let pass.
fn is_age(full: i64, age: i64) -> bool {
    (full - 2..=full + 1).contains(&age)
}

fn finding(passage: &Passage<'_>, age: &Age, birth: usize, (born, year, full): (i64, i64, i64)) -> Report {
    let words = passage.word(age.at);
    Report::new(
        passage.item(age.at).map(|item| item.span).unwrap_or_default(),
        format!("“{words}” is no age of one born in {born}: in {year} that makes {} or {full}", full - 1),
    )
    .with(passage.related(birth))
    .because(format!("“{words}” is an age of {}", age.years))
    .because(format!("the birth is “{}”, in {born}", passage.word(birth)))
}
