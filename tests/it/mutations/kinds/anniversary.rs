//! Anniversaries and years ago.

use crate::mutations::article::{Article, Plant, spelled};
use crate::mutations::choice::Choice;

/// The number of an anniversary is another one.
pub fn number(article: &Article, choice: &mut Choice) -> Option<Plant> {
    let now = i64::from(article.published.year());
    let full = *choice.of(&[10, 20, 25, 30, 40, 50]);
    let wrong = full + *choice.of(&[-5, 5, 10]);
    let event = now - full;
    let (person, place) = (article.person(choice), article.place(choice));
    let noun = *choice.of(&["uprising", "earthquake", "massacre", "peace accord", "coup", "landing"]);
    let past = now - 3;
    let old = past - full;
    let wordings = [
        format!("Wreaths were laid in {place} to mark the {wrong}th anniversary of the {event} {noun}."),
        format!("This year's ceremony marks the {wrong}th anniversary of the {event} {noun}."),
        format!("{person} spoke on the {wrong}th anniversary of the {event} {noun}."),
        format!(
            "Thousands gathered in {place} on Sunday for the {wrong}th anniversary of the {event} {noun}."
        ),
        format!("In {past}, the {wrong}th anniversary of the {old} {noun} passed almost unnoticed."),
        format!("Veterans celebrated the {wrong}th anniversary of the end of the {event} {noun}."),
    ];
    let sentence = choice.wording(&wordings);
    article.insert(choice, &sentence)
}

/// So many years ago, and it was another year.
pub fn ago(article: &Article, choice: &mut Choice) -> Option<Plant> {
    let now = i64::from(article.published.year());
    let years = choice.between(4, 30);
    let event = now - years - *choice.of(&[-2, 3, 5, 10]);
    let (person, place) = (article.person(choice), article.place(choice));
    let number = spelled(years);
    let wordings = [
        format!("The factory was built {number} years ago, in {event}."),
        format!("{person} moved to {place} in {event}, {number} years ago."),
        format!("It was {number} years ago, in {event}, that the river last froze."),
        format!(
            "{} years ago, in {event}, the same street was flooded.",
            crate::mutations::article::capital(&number)
        ),
        format!("The law was passed {number} years ago ({event}) and never used."),
        format!("{person} has lived in {place} since {event}, {number} years ago."),
    ];
    let sentence = choice.wording(&wordings);
    article.insert(choice, &sentence)
}
