//! A second text that has what the first tells on another day.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::mutations::article::Article;
use crate::mutations::choice::Choice;
use crate::mutations::folder::{Fact, Folder, Genre, copy, folder, later, on_days};
use crate::mutations::retell::{HOLE, known, reordered, reworded, trimmed};

/// One of the article's dated sentences, told again.
pub fn own(article: &Article, choice: &mut Choice, genre: Genre) -> Option<Folder> {
    let dated = article.dated();
    let published = later(article, choice, genre);
    let mut found: Vec<(String, Date)> = Vec::new();
    for (_, frame, day) in &dated {
        let frame = reworded(choice, &trimmed(frame));
        let told = match choice.number(3) {
            0 => reordered(choice, &frame),
            _ => known(choice, &frame).or_else(|| reordered(choice, &frame)),
        };
        found.extend(told.map(|told| (told, *day)));
    }
    if found.is_empty() {
        return None;
    }
    let (frame, right) = choice.of(&found).clone();
    let wrong = other(article, choice, right, published);
    let [right_words, wrong_words] = on_days(choice, [right, wrong], published, genre);
    let avoid = vec![right.strftime("%A").to_string(), right.strftime("%B %-d").to_string()];
    let fact = Fact { published, frame, wrong: wrong_words, right: right_words, avoid, told: None };
    folder(article, choice, genre, &fact)
}

/// Another day of the weeks before the second text: no neighbour, which may be a matter of time zones.
fn other(article: &Article, choice: &mut Choice, right: Date, published: Date) -> Date {
    let mut by: Vec<i64> = vec![-6, -5, -4, -3, -2, 2, 3, 4, 5, 6];
    let named: Vec<Date> = article.intervals.iter().flatten().map(|days| days.first).collect();
    let moved = |by: i64| right.checked_add(by.days()).unwrap();
    by.retain(|by| moved(*by) < published && !named.contains(&moved(*by)));
    if by.is_empty() { moved(-9) } else { moved(*choice.of(&by)) }
}

/// A copy with another day of the month, or another weekday.
pub fn copied(article: &Article, choice: &mut Choice, _: Genre) -> Option<Folder> {
    let dated = article.dated();
    if dated.is_empty() {
        return None;
    }
    let (sentence, _, right) = choice.of(&dated);
    let facts = article.facts.as_ref()?;
    let date = facts.dates.iter().find(|date| sentence.span.contains(&(date.span.start as usize)))?;
    let words = article.text.get(date.span.range())?;
    let wrong = other(article, choice, *right, article.published);
    let number = right.day().to_string();
    let weekday = right.strftime("%A").to_string();
    let same_month = wrong.month() == right.month();
    let mut changed = words.replace(&weekday, &wrong.strftime("%A").to_string());
    let near = article.published.since(wrong).ok()?.get_days();
    if words.matches(&number).count() == 1 && same_month {
        changed = changed.replace(&number, &wrong.day().to_string());
    } else if !words.contains(&weekday)
        || !(1..6).contains(&near)
        || words.contains(|c: char| c.is_ascii_digit())
    {
        return None;
    }
    copy(article, choice, date.span.range(), &changed)
}

/// A happening that is added to the first text, and what the second makes of it.
pub fn made(article: &Article, choice: &mut Choice, genre: Genre) -> Option<Folder> {
    let published = later(article, choice, genre);
    let right = article.before(choice.between(2, 9));
    let wrong = other(article, choice, right, published);
    let (place, person) = (article.place(choice), article.person(choice));
    let people = article.people(2)?;
    let [one, two] = people.as_slice() else { return None };
    let told_day = right.strftime(choice.of(&["%B %-d", "%-d %B", "%A, %B %-d"])).to_string();
    let [right, wrong] = on_days(choice, [right, wrong], published, genre);
    let pairs = [
        (
            format!("A footbridge over the canal in {place} gave way on {told_day}, injuring a cyclist."),
            format!("The canal footbridge in {place} that collapsed {HOLE} had been due for repairs."),
        ),
        (
            format!("{person} unveiled a monument to the lighthouse keepers in {place} on {told_day}."),
            format!("Rain fell when {person} unveiled the monument to the lighthouse keepers {HOLE}."),
        ),
        (
            format!("{one} and {two} spoke by telephone on {told_day} about the quotas for herring."),
            format!(
                "During their telephone conversation {HOLE}, {one} and {two} went over the herring quotas."
            ),
        ),
        (
            format!("On {told_day} {one} received {two} in {place} for talks about the railway tunnel."),
            format!("The talks that {one} and {two} held {HOLE} in {place} turned on the railway tunnel."),
        ),
        (
            format!("Fire destroyed the warehouse of the brewery in {place} on {told_day}."),
            format!("The blaze that gutted the brewery's warehouse in {place} {HOLE} was put out by noon."),
        ),
        (
            format!("{person} left the board of the savings bank of {place} on {told_day}."),
            format!("Having left the board of the {place} savings bank {HOLE}, {person} has kept silent."),
        ),
        (
            format!("Two freight trains collided outside {place} on {told_day}, spilling cement."),
            format!(
                "Cement still lies beside the track outside {place}, where two freight trains collided {HOLE}."
            ),
        ),
        (
            format!("A court in {place} acquitted the beekeeper {person} on {told_day}."),
            format!("The acquittal of the beekeeper {person} by the court in {place} {HOLE} is final."),
        ),
    ];
    let (told, frame) = choice.of(&pairs).clone();
    let fact = Fact { published, frame, wrong, right, avoid: vec![], told: Some(told) };
    folder(article, choice, genre, &fact)
}
