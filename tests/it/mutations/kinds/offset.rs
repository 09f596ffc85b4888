//! Distances in time that the days named with them do not have.

use jiff::ToSpan;

use crate::mutations::article::{Article, Plant, capital, day, spelled, weekday};
use crate::mutations::choice::Choice;

/// So many days from one day to another, and it is another number.
pub fn changed(article: &Article, choice: &mut Choice) -> Option<Plant> {
    let days = choice.between(2, 5);
    let to = article.before(choice.between(1, 60));
    let from = to.checked_sub(days.days()).unwrap();
    let wrong = days + *choice.of(&[-1, 1, 2, 3]);
    let count =
        |number: i64| if number == 1 { "a day".to_owned() } else { format!("{} days", spelled(number)) };
    let (phrase, opening) = (count(wrong), capital(&count(wrong)));
    let (place, person) = (article.place(choice), article.person(choice));
    let written = (day(choice, from), day(choice, to));
    // Bare weekdays are those of the week before publication.
    let late = article.before(choice.between(1, 2));
    let early = late.checked_sub(choice.between(2, 4).days()).unwrap();
    let between = i64::from(early.until(late).unwrap().get_days());
    let other = count(between + if between > 2 { -1 } else { 1 });
    let (one, two) = (weekday(early), weekday(late));
    let cap = capital(&other);
    let wordings = [
        format!("The ceasefire collapsed on {}, {phrase} after it was signed on {}.", written.1, written.0),
        format!("{opening} after the {} explosion, on {}, the port reopened.", written.0, written.1),
        format!("{person} resigned on {}, {phrase} after the {} ballot.", written.1, written.0),
        format!("Ships were warned on {}, {phrase} before the {} storm.", written.0, written.1),
        format!("On {two}, {other} after {one}'s landslide, rescuers reached {place}."),
        format!("{cap} after the verdict on {one}, the judge fell ill on {two}."),
        format!("{person} arrived in {place} on {two}, {other} after {one}'s riots."),
        format!("The bank reopened on {} — {phrase} after the {} robbery.", written.1, written.0),
    ];
    let sentence = choice.wording(&wordings);
    article.insert(choice, &sentence)
}

/// So many years from one year to another, and it is another number.
pub fn years(article: &Article, choice: &mut Choice) -> Option<Plant> {
    let from = 1950 + choice.between(0, 40);
    let years = choice.between(4, 12);
    let to = from + years;
    let wrong = spelled(years + *choice.of(&[-3, -2, 3, 5]));
    let opening = capital(&wrong);
    let (place, person) = (article.place(choice), article.person(choice));
    let wordings = [
        format!("The mine opened in {from}; {wrong} years later, in {to}, it was sold."),
        format!("{opening} years after the {from} earthquake, in {to}, {place} had no running water."),
        format!("{person} left the party in {from} and {wrong} years later, in {to}, founded another."),
        format!("In {to}, {wrong} years after the {from} revolt, the king returned."),
        format!(
            "The dam was planned in {from} but work began only in {to}, {wrong} years after the {from} survey."
        ),
    ];
    let sentence = choice.wording(&wordings);
    article.insert(choice, &sentence)
}

/// `yesterday, Friday` where it was none.
pub fn deictic(article: &Article, choice: &mut Choice) -> Option<Plant> {
    let (word, by) = *choice.of(&[("yesterday", -1), ("today", 0), ("tomorrow", 1)]);
    let wrong = article.after(by + choice.between(1, 6));
    let (name, place) = (weekday(wrong), article.place(choice));
    let (verb, capital) = match by {
        -1 => ("were closed", "Yesterday"),
        0 => ("are closed", "Today"),
        _ => ("will be closed", "Tomorrow"),
    };
    let dated = wrong.strftime("%-d %B").to_string();
    let wordings = [
        format!("Schools in {place} {verb} {word}, {name}."),
        format!("The courts {verb} {word} ({name}) because of the heat."),
        format!("{capital}, {name}, the markets {verb}."),
        format!("Polling stations {verb} {word}, {dated}, in all districts."),
    ];
    let sentence = choice.wording(&wordings);
    article.insert(choice, &sentence)
}
