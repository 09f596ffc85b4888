//! Ages and lives.

use crate::mutations::article::{Article, Plant, dated};
use crate::mutations::choice::Choice;

/// An age that the year of birth does not give.
pub fn age(article: &Article, choice: &mut Choice) -> Option<Plant> {
    let now = i64::from(article.published.year());
    let age = choice.between(28, 70);
    let wrong = age + *choice.of(&[-9, -4, 5, 8]);
    let born = now - age;
    let (person, place) = (article.person(choice), article.place(choice));
    let birthday =
        dated(choice, article.published.with().year(i16::try_from(born).unwrap()).day(5).build().unwrap());
    let wordings = [
        format!("{person}, {wrong}, born in {born}, runs a small hotel in {place}."),
        format!("{person}, born in {born}, is {wrong}."),
        format!("{person}, {wrong}, who was born in {born} in {place}, declined to comment."),
        format!("{person} (born {born}), {wrong}, leads the choir."),
        format!("Born on {birthday}, {person}, {wrong}, is the youngest of the judges."),
        format!("{person}, who is {wrong} years old, was born in {place} in {born}."),
    ];
    let sentence = choice.wording(&wordings);
    article.insert(choice, &sentence)
}

/// An age at death that the years do not give.
pub fn age_at_death(article: &Article, choice: &mut Choice) -> Option<Plant> {
    let born = 1880 + choice.between(0, 60);
    let age = choice.between(40, 80);
    let died = born + age;
    let wrong = age + *choice.of(&[-10, -4, 6, 11]);
    let (person, place) = (article.person(choice), article.place(choice));
    let wordings = [
        format!("The painter {person} ({born}-{died}) died aged {wrong}."),
        format!("{person} was born in {born} and died in {died} at the age of {wrong}."),
        format!("Born in {place} in {born}, {person} died in {died}, aged {wrong}."),
        format!("{person} ({born}–{died}), who died at {wrong}, left no will."),
        format!("{person} was born in {place} in {born} and died there in {died}, aged {wrong}."),
    ];
    let sentence = choice.wording(&wordings);
    article.insert(choice, &sentence)
}

/// A death before the birth.
pub fn inverted(article: &Article, choice: &mut Choice) -> Option<Plant> {
    let born = 1890 + choice.between(0, 60);
    let died = born - choice.between(2, 60);
    let (person, place) = (article.person(choice), article.place(choice));
    let wordings = [
        format!("The square is named after {person} ({born}-{died}), a local poet."),
        format!("{person} was born in {place} in {born} and died in {died}."),
        format!("{person}, born in {born}, died in {place} in {died}."),
        format!("The work of {person} ({born} – {died}) is little known abroad."),
        format!("Born on 3 May {born}, {person} died on 9 June {died}."),
    ];
    let sentence = choice.wording(&wordings);
    article.insert(choice, &sentence)
}
