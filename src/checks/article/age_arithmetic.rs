//! Check: age-arithmetic
//!
//! An age that does not fit the others of one person: `Ivan Petrov, born in 1970, 45` in an article of 2023,
//! `(1950-2010) died aged 70`, `Lind, 34, … the 43-year-old Lind`. (Table of date checks, row 7.)
//!
//! What is said of one person is gathered from the whole article (`people/`): births and deaths with their years;
//! ages behind a name, before it, stated, at a birthday (`turns 60 in May`), at the death, at another time (`at 26,
//! in 1997`), of `the 34-year-old` who is taken up from the sentence before or known by a trade, of somebody whom
//! the lead leaves without a name. A pronoun is the person of whom the sentence before speaks first. An age in
//! the headline is looked for in the text.
//!
//! One year more or less is let pass, between two ages and against a birth. The age counts at the death where the
//! sentence tells of one, else at publication. Two people who share a surname are told apart by full names
//! only; juniors and seniors, `then 34`, `34 when …`, ages behind another year, hedges and quotations are left
//! alone.
//!
//! (Measured on 2,841 clean texts, of which 355 have a known day of publication, and on the others once more under
//! a made-up one: one hit, and it is the article's own mistake: 33 years old in 2000, born in 1984.)

use jiff::civil::Date;

use crate::base::kind::EntityKind;
use crate::checks::article::life_order::{dated, lives};
use crate::checks::article::people::People;
use crate::checks::article::people::ages::{self, When};
use crate::checks::article::people::births::LifeEnd;
use crate::checks::article::prose::calendar::{counted, long};
use crate::checks::article::prose::ranges::has_year;
use crate::checks::article::prose::{HEDGES, Passage};
use crate::checks::{Check, Related, Report, Severity, Subject};
use crate::lang::dates::DayInterval;
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
        "an age that another age, the birth or the death of the same person does not allow"
    }

    fn run(&self, subject: &Subject<'_>, report: &mut Vec<Report>) {
        let people = People::new(subject);
        for passage in &people.story {
            report.extend(at_death(passage).or_else(|| now(passage)));
        }
        let told = of_one_person(&people).into_iter().chain(headline(&people));
        let new = |told: &Report, said: &[Report]| said.iter().all(|one| !one.span.intersects(told.span));
        for told in told {
            if new(&told, report) {
                report.push(told);
            }
        }
    }
}

/// Ages of one person that cannot all be true, wherever the article says them.
fn of_one_person(people: &People<'_>) -> Vec<Report> {
    let (ages, births, deaths) = (people.ages(), people.births(), people.deaths());
    let mut found = Vec::new();
    for (index, age) in ages.iter().enumerate() {
        let before = ages.iter().take(index).filter(|other| other.person == age.person);
        let birth = births.iter().find(|birth| birth.person == age.person);
        let of_birth = birth.and_then(|birth| against_birth(people, age, birth, &deaths));
        found.extend(
            of_birth.or_else(|| before.into_iter().find_map(|other| against_age(people, age, other))),
        );
    }
    found
}

/// An age in the headline that the body says of nobody, where it says one other.
fn headline(people: &People<'_>) -> Option<Report> {
    let (index, items, years) = people.in_headline()?;
    let said = people.said();
    let [one] = said.as_slice() else { return None };
    let passage = people.passage(index)?;
    let mentioned = people.story.iter().enumerate().any(|(other, passage)| {
        let number = |at: usize| passage.number(at).and_then(|number| number.count()).map(i64::from);
        other != index
            && (0..passage.count())
                .any(|at| number(at) == Some(years) || passage.ordinal(at).map(i64::from) == Some(years))
    });
    if mentioned || (one - years).abs() < 2 {
        return None;
    }
    let words = passage.words(items.clone());
    Some(
        Report::new(
            passage.span(items),
            format!("“{words}” in the headline, but the text says {one} and nobody's age is {years}"),
        )
        .because(format!("the headline says an age of {years}"))
        .because(format!("the one age in the text is {one}")),
    )
}

/// The days at which somebody is so old, and how that is known.
fn time_of(people: &People<'_>, age: &ages::Age, deaths: &[LifeEnd]) -> Option<(DayInterval, String)> {
    let passage = people.passage(age.passage)?;
    let published = || {
        let day = passage.published()?;
        let days = DayInterval { first: day, last: day };
        Some((days, format!("the article is of {} (publication date)", long(day))))
    };
    match age.when {
        When::Now => published(),
        When::Year(year) => {
            let year = i16::try_from(year).ok()?;
            let days =
                DayInterval { first: Date::new(year, 1, 1).ok()?, last: Date::new(year, 12, 31).ok()? };
            Some((days, format!("the sentence speaks of {year}")))
        }
        When::Death(days) => {
            let told = deaths.iter().find(|death| death.person == age.person).map(|death| death.days);
            match days.or(told) {
                Some(days) => Some((days, format!("the death was in {}", days.first.year()))),
                None => published().filter(|_| people.story.iter().any(tells_of_death)),
            }
        }
    }
}

/// Whether a sentence tells of a death of these days.
fn tells_of_death(passage: &Passage<'_>) -> bool {
    (0..passage.count()).any(|at| {
        passage.is(at, "dies")
            || passage.is_any(at, &["has", "have"]) && passage.is_any(at + 1, &["died", "passed"])
    })
}

/// The full years from a birth to another time, where both are told to the day.
fn exact(birth: DayInterval, then: DayInterval) -> Option<i64> {
    let is_day = |days: DayInterval| days.first == days.last;
    let years = i64::from(then.first.year()) - i64::from(birth.first.year());
    let birthday = |day: Date| (day.month(), day.day());
    let is_before = birthday(then.first) < birthday(birth.first);
    (is_day(birth) && is_day(then)).then_some(years - i64::from(is_before))
}

fn against_birth(
    people: &People<'_>,
    age: &ages::Age,
    birth: &LifeEnd,
    deaths: &[LifeEnd],
) -> Option<Report> {
    let passage = people.passage(age.passage)?;
    let (then, step) = time_of(people, age, deaths)?;
    let least = i64::from(then.first.year()) - i64::from(birth.days.last.year());
    let most = i64::from(then.last.year()) - i64::from(birth.days.first.year());
    let fits = match exact(birth.days, then) {
        Some(exact) => exact - 1..=exact + 1,
        None => least - 2..=most + 1,
    };
    if least < 0 || fits.contains(&age.low) || fits.contains(&age.high) {
        return None;
    }
    let born = birth.days.first.year();
    let words = passage.words(age.items.clone());
    let said = people.passage(birth.passage)?;
    Some(
        Report::new(
            passage.span(age.items.clone()),
            format!(
                "“{words}” is no age of one born in {born}: in {} that makes {} or {most}",
                then.last.year(),
                most - 1
            ),
        )
        .with(said.related(birth.at))
        .because(format!("“{words}” is an age of {}", age.high))
        .because(format!(
            "the birth is “{}”, in {born}, and both are said of “{}”",
            said.word(birth.at),
            people.called(age.person)
        ))
        .because(step)
        .because(format!(
            "{} − {born} = {most}: {} or {most} years old; a year more or less is let pass",
            then.last.year(),
            most - 1
        )),
    )
}

/// `Lind, 34, …`, `the 43-year-old Lind`.
fn against_age(people: &People<'_>, age: &ages::Age, other: &ages::Age) -> Option<Report> {
    let passage = people.passage(age.passage)?;
    let said = people.passage(other.passage)?;
    // Years that lie between the two, where both are known.
    let year = |age: &ages::Age| match age.when {
        When::Now => passage.published().map(|day| i64::from(day.year())),
        When::Year(year) => Some(year),
        When::Death(_) => None,
    };
    let apart = match (age.when, other.when) {
        (When::Now, When::Now) | (When::Death(_), When::Death(_)) => 0,
        _ => year(age)? - year(other)?,
    };
    let slack = if apart == 0 { 1 } else { 2 };
    let (low, high) = (age.low - apart - other.high, age.high - apart - other.low);
    if low <= slack && high >= -slack {
        return None;
    }
    let (one, two) = (said.words(other.items.clone()), passage.words(age.items.clone()));
    let name = people.called(age.person);
    let related = Related {
        doc: passage.subject.article.doc,
        span: said.span(other.items.clone()),
        message: format!("“{one}” is said of “{name}”"),
    };
    let message = if apart == 0 {
        format!("“{two}”, but “{one}” above: two ages of “{name}”")
    } else {
        format!("“{two}” does not fit “{one}” of “{name}”: {} lie between", counted(apart.abs(), "year"))
    };
    Some(
        Report::new(passage.span(age.items.clone()), message)
            .with(related)
            .because(format!("both are said of “{name}”"))
            .because(format!("“{one}” makes {}, “{two}” makes {}", other.high, age.high))
            .because("a birthday, one year more or less, is let pass".to_owned()),
    )
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
