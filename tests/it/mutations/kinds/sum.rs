//! Sums, lists and changes in percent.

use crate::mutations::article::{Article, Plant, spelled};
use crate::mutations::choice::Choice;

/// A total that is not the sum of its parts.
pub fn total(article: &Article, choice: &mut Choice) -> Option<Plant> {
    let (one, other, third) = (choice.between(3, 20), choice.between(3, 20), choice.between(2, 9));
    let wrong = one + other + *choice.of(&[-2, -1, 1, 2, 10]);
    let three = one + other + third + *choice.of(&[-3, 1, 4]);
    let place = article.place(choice);
    let (a, b, c) = (spelled(one), spelled(other), spelled(third));
    let wordings = [
        format!("The crash near {place} killed {wrong} people: {a} men and {b} women."),
        format!("Police detained {three} people: {a} students, {b} teachers and {c} drivers."),
        format!("A total of {wrong} people, {a} soldiers and {b} civilians, were treated in {place}."),
        format!("The blast killed {wrong} people — {a} guards and {b} passers-by."),
        format!("On board were {a} sailors and {b} fishermen, a total of {wrong} people."),
        format!("The delegation had {three} members: {a} officers, {b} diplomats and {c} interpreters."),
        format!("The blast left {wrong} casualties ({a} dead and {b} wounded)."),
    ];
    let sentence = choice.wording(&wordings);
    article.insert(choice, &sentence)
}

/// The number of a list of names is another one.
pub fn list(article: &Article, choice: &mut Choice) -> Option<Plant> {
    let people = article.people(3)?;
    let [one, two, three] = people.as_slice() else { return None };
    let wrong = spelled(*choice.of(&[2, 4, 5]));
    let wordings = [
        format!("The prize went to {wrong} candidates: {one}, {two} and {three}."),
        format!("The court heard {wrong} witnesses: {one}, {two}, and {three}."),
        format!("The {wrong} suspects — {one}, {two} and {three} — deny the charges."),
    ];
    let sentence = choice.wording(&wordings);
    article.insert(choice, &sentence)
}

/// A change in percent that the two numbers do not have.
pub fn percent(article: &Article, choice: &mut Choice) -> Option<Plant> {
    let from = choice.between(4, 40) * 50;
    let percent = choice.between(2, 12) * 5;
    let to = from * (100 + percent) / 100;
    let down = from * (100 - percent) / 100;
    let wrong = percent + *choice.of(&[12, 20, 30]);
    let place = article.place(choice);
    let wordings = [
        format!("The number of visitors rose from {from} to {to}, a {wrong} percent increase."),
        format!("Applications in {place} fell {wrong} percent, from {from} to {down}."),
        format!("Output dropped by {wrong}% from {from} to {down} tonnes."),
        format!("Membership grew {wrong} percent to {to} from {from}."),
        format!("Rents climbed from ${from} to ${to}, a rise of {wrong} percent."),
        format!("The price of a permit went up {wrong} percent, from {from} to {to} euros."),
    ];
    let sentence = choice.wording(&wordings);
    article.insert(choice, &sentence)
}
