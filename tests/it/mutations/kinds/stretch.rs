//! Stretches of time: inverted, or of another length than the words say.

use jiff::ToSpan;

use crate::mutations::article::{Article, Plant, capital, spelled};
use crate::mutations::choice::Choice;

/// A stretch that ends before it begins.
pub fn inverted(article: &Article, choice: &mut Choice) -> Option<Plant> {
    let month = article.before(choice.between(5, 300));
    let name = month.strftime("%B").to_string();
    let (early, late) = (choice.between(2, 12), choice.between(14, 27));
    let year = i64::from(article.published.year());
    let (first, last) = (year - choice.between(9, 30), year - choice.between(1, 8));
    let (person, place) = (article.person(choice), article.place(choice));
    let wordings = [
        format!("The exhibition in {place} was open from {name} {late} to {name} {early}."),
        format!("{person} chaired the committee from {last} to {first}."),
        format!("The archive holds the minutes of {last}-{first}."),
        format!("Between {name} {late} and {name} {early} no rain fell in {place}."),
        format!("Delegates will stay in {place} on {name} {late}-{early}."),
        format!("The road between the two towns was shut from {late} to {early} {name}."),
        format!("The drought of {last}–{first} emptied the reservoirs."),
        format!("He was held from {name} {late} until {name} {early}, {}.", month.year()),
        format!("Between {last} and {first} the population of {place} doubled."),
    ];
    let sentence = choice.wording(&wordings);
    article.insert(choice, &sentence)
}

/// A stretch and a length that does not fit it.
pub fn wrong_length(article: &Article, choice: &mut Choice) -> Option<Plant> {
    let first = article.before(choice.between(30, 300));
    let first = if first.day() > 18 { first.with().day(4).build().unwrap() } else { first };
    let name = first.strftime("%B").to_string();
    let days = choice.between(2, 5);
    let last = first.checked_add((days - 1).days()).unwrap();
    let wrong = spelled(days + *choice.of(&[2, 3, 4]));
    let (one, other) = (first.day(), last.day());
    let (person, place) = (article.person(choice), article.place(choice));
    let years = choice.between(4, 9);
    let (since, until) = (1950 + choice.between(0, 40), 0);
    let until = since + years + until;
    let wrong_years = spelled(years + 3);
    let noun = *choice.of(&["visit", "conference", "summit", "tour", "festival", "trip", "curfew"]);
    let wordings = [
        format!("{person} made a {wrong}-day {noun} to {place} on {name} {one}-{other}."),
        format!("The {wrong}-day {noun}, from {name} {one} to {name} {other}, drew few visitors."),
        format!("Organisers in {place} planned a {wrong}-day {noun} from {one} to {other} {name}."),
        format!("The {noun} lasted {wrong} days, from {name} {one} to {other}."),
        format!("The dictatorship lasted {wrong_years} years, from {since} to {until}."),
        format!("The {wrong}-day {noun} ({name} {one}-{other}) ended without incident."),
        format!("{} days of talks, from {name} {one} to {name} {other}, brought no result.", capital(&wrong)),
        format!("Shops in {place} were shut for {wrong} days, from {one} to {other} {name}."),
    ];
    let sentence = choice.wording(&wordings);
    article.insert(choice, &sentence)
}
