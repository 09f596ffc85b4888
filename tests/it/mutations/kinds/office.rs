//! A second text that gives somebody another office, or an office to somebody else.

use std::ops::Range;

use crate::mutations::article::Article;
use crate::mutations::choice::Choice;
use crate::mutations::folder::{Fact, Folder, Genre, Sentence, copy, folder, later};
use crate::mutations::retell::{HOLE, reworded, trimmed};

/// Portfolios of which nobody has two.
const PORTFOLIOS: &[&str] =
    &["foreign", "finance", "interior", "justice", "defence", "defense", "health", "education"];

/// Ministers of the article: the sentence, the place of the portfolio, the holder's surname.
fn ministers(article: &Article) -> Vec<(Sentence, Range<usize>, String)> {
    let Some(facts) = &article.facts else { return Vec::new() };
    let found = article.sentences().into_iter().flat_map(|sentence| {
        let offices = facts.offices.iter().filter(|office| {
            sentence.span.contains(&(office.span.start as usize))
                && (&*office.head == "minister" || &*office.head == "secretary")
        });
        let of = |office: &dateline::lang::names::offices::Office| {
            let span = office.span.range();
            let words = article.text.get(span.clone())?.to_lowercase();
            let portfolio = PORTFOLIOS.iter().find(|one| words.contains(*one))?;
            let at = span.start + words.find(portfolio)?;
            let mention = facts.mentions.get(office.mention as usize)?;
            let name = facts.words(mention).rsplit(' ').next()?.to_owned();
            let place = at..at + portfolio.len();
            Some((Sentence { span: sentence.span.clone(), words: sentence.words.clone() }, place, name))
        };
        offices.filter_map(of).collect::<Vec<_>>()
    });
    found.collect()
}

fn other(choice: &mut Choice, words: &str) -> Option<String> {
    let folded = words.to_lowercase();
    let same = |one: &str| one == folded || one.starts_with("defen") && folded.starts_with("defen");
    let others: Vec<&str> = PORTFOLIOS.iter().copied().filter(|one| !same(one)).collect();
    let one = (*choice.of(&others)).to_owned();
    let is_capital = words.starts_with(char::is_uppercase);
    Some(if is_capital { crate::mutations::article::capital(&one) } else { one })
}

/// A minister of the article, with another portfolio.
pub fn own(article: &Article, choice: &mut Choice, genre: Genre) -> Option<Folder> {
    let all = ministers(article);
    if all.is_empty() {
        return None;
    }
    let (sentence, place, name) = choice.of(&all);
    let right = article.text.get(place.clone())?.to_owned();
    let wrong = other(choice, &right)?;
    let mut frame = reworded(choice, &trimmed(&sentence.frame(place.clone())?));
    for day in ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] {
        frame = frame.replace(&format!(" on {day}"), "").replace(&format!(" {day}"), "");
    }
    let published = later(article, choice, genre);
    let fact = Fact { published, frame, wrong, right, avoid: vec![name.clone()], told: None };
    folder(article, choice, genre, &fact)
}

/// A copy with another portfolio.
pub fn copied(article: &Article, choice: &mut Choice, _: Genre) -> Option<Folder> {
    let all = ministers(article);
    if all.is_empty() {
        return None;
    }
    let (_, place, _) = choice.of(&all);
    let wrong = other(choice, article.text.get(place.clone())?)?;
    copy(article, choice, place.clone(), &wrong)
}

/// Somebody who is added to the first text, in an office.
pub fn made(article: &Article, choice: &mut Choice, genre: Genre) -> Option<Folder> {
    let published = later(article, choice, genre);
    let person =
        *choice.of(&["Rosa Alvear", "Daniel Otieno", "Lars Holmvik", "Elena Quispe", "Marta Lindqvist"]);
    let nation = *choice.of(&["Chilean", "Kenyan", "Norwegian", "Peruvian", "Swedish"]);
    let place = article.place(choice);
    let surname = person.rsplit(' ').next()?;
    let portfolios = ["Foreign", "Finance", "Interior", "Justice", "Health", "Education"];
    let right = *choice.of(&portfolios);
    let wrong = *choice.of(&portfolios.map(|one| if one == right { "Agriculture" } else { one }));
    let (low_right, low_wrong) = (right.to_lowercase(), wrong.to_lowercase());
    let told = choice.wording(&[
        format!("{nation} {right} Minister {person} was in {place} at the time."),
        format!("{person}, the {nation} {low_right} minister, visited {place}."),
        format!("The {nation} {low_right} minister, {person}, said {place} was safe."),
        format!("{nation} Minister of {right} {person} also spoke in {place}."),
    ]);
    let (frame, right, wrong) = match choice.number(4) {
        0 => (
            format!("{nation} {HOLE} Minister {person} flew home from {place}."),
            right.to_owned(),
            wrong.to_owned(),
        ),
        1 => (format!("{person}, {nation} {HOLE} minister, has left {place}."), low_right, low_wrong),
        2 => (
            format!("The {nation} minister of {HOLE}, {person}, praised the police of {place}."),
            match low_right.as_str() {
                "foreign" => "foreign affairs".into(),
                one => one.to_owned(),
            },
            match low_wrong.as_str() {
                "foreign" => "foreign affairs".into(),
                one => one.to_owned(),
            },
        ),
        _ => (
            format!("“{place} is safe,” said {person}, who is the {nation} {HOLE} minister."),
            low_right,
            low_wrong,
        ),
    };
    let fact = Fact { published, frame, wrong, right, avoid: vec![surname.to_owned()], told: Some(told) };
    folder(article, choice, genre, &fact)
}

/// The same office, held by somebody else.
pub fn holder(article: &Article, choice: &mut Choice, genre: Genre) -> Option<Folder> {
    let published = later(article, choice, genre);
    let names =
        ["Rosa Alvear", "Daniel Otieno", "Lars Holmvik", "Elena Quispe", "Marta Lindqvist", "Tomas Okafor"];
    let right = *choice.of(&names);
    let wrong = *choice.of(&names.iter().copied().filter(|name| *name != right).collect::<Vec<_>>());
    let place = *choice.of(&["Valparaiso", "Mombasa", "Bergen", "Arequipa", "Malmo"]);
    let offices = [
        [format!("Mayor of {place}"), format!("the mayor of {place}")],
        [format!("{place} Police Chief"), format!("the police chief of {place}")],
        [format!("{place} Mayor"), format!("{place}'s mayor")],
    ];
    let [title, known] = choice.of(&offices).clone();
    let told = choice.wording(&[
        format!("{title} {right} thanked the volunteers.")
            .replace("Mayor of", "The mayor of")
            .replace(&format!("of {place} {right}"), &format!("of {place}, {right},")),
        format!("{right}, {known}, thanked the volunteers."),
    ]);
    let frame = choice.wording(&[
        format!("{HOLE}, {known}, promised new pumps."),
        format!("New pumps were promised by {known}, {HOLE}."),
    ]);
    let fact =
        Fact { published, frame, wrong: wrong.into(), right: right.into(), avoid: vec![], told: Some(told) };
    folder(article, choice, genre, &fact)
}
