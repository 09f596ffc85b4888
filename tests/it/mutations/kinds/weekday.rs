//! A weekday and a date that are not of one day.

use jiff::ToSpan;

use crate::mutations::article::{Article, Plant, dated, weekday};
use crate::mutations::choice::Choice;

/// The weekday of a date is another one.
pub fn swapped(article: &Article, choice: &mut Choice) -> Option<Plant> {
    if let Some(day) = article.days.iter().find(|day| day.has_weekday) {
        let words = &article.text[day.span.clone()];
        let wrong = weekday(day.date.checked_add(choice.between(1, 6).days()).unwrap());
        let right = weekday(day.date);
        if words.contains(&right) {
            return Some(article.replace(day.span.clone(), &words.replace(&right, &wrong)));
        }
    }
    let date = article.before(choice.between(3, 400));
    let wrong = weekday(date.checked_add(choice.between(1, 6).days()).unwrap());
    sentence(article, choice, &wrong, date)
}

/// The weekday stands, the day of the month is another one.
pub fn shifted(article: &Article, choice: &mut Choice) -> Option<Plant> {
    let date = article.before(choice.between(3, 400));
    let right = weekday(date);
    let by = *choice.of(&[-5, -3, -2, -1, 1, 2, 4, 6]);
    let other = date.checked_add(by.days()).unwrap();
    if let Some(day) = article.days.iter().find(|day| day.has_weekday) {
        let number = day.date.day().to_string();
        let words = &article.text[day.span.clone()];
        let shifted = day.date.day() + if day.date.day() > 14 { -2 } else { 3 };
        if words.matches(&number).count() == 1 {
            return Some(article.replace(day.span.clone(), &words.replace(&number, &shifted.to_string())));
        }
    }
    sentence(article, choice, &right, other)
}

fn sentence(article: &Article, choice: &mut Choice, weekday: &str, date: jiff::civil::Date) -> Option<Plant> {
    let (date, person, place) = (dated(choice, date), article.person(choice), article.place(choice));
    let wordings = [
        format!("The hearing began on {weekday}, {date}, in {place}."),
        format!("{person} was first questioned on {weekday}, {date}."),
        format!("Records show that the lorry left {place} on {weekday}, {date}, before dawn."),
        format!("The letter, dated {weekday}, {date}, bears the signature of {person}."),
        format!("On {weekday} {date} the bridge was closed to traffic."),
    ];
    let sentence = choice.wording(&wordings);
    article.insert(choice, &sentence)
}
