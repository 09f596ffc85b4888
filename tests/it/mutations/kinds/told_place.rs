//! A second text that has in another town what the first tells.

use std::ops::Range;

use dateline::lang::claims::tellings::SiteLink;
use dateline::lang::lexicon::Lexicon;
use dateline::lang::lexicon::gazetteer::Kinds;

use crate::mutations::article::Article;
use crate::mutations::choice::Choice;
use crate::mutations::folder::{Fact, Folder, Genre, Sentence, copy, folder, later};
use crate::mutations::retell::{HOLE, reworded, trimmed};

const TOWNS: &[&str] = &[
    "Lima",
    "Nairobi",
    "Oslo",
    "Hanoi",
    "Montevideo",
    "Riga",
    "Accra",
    "Kathmandu",
    "Muscat",
    "Geneva",
    "Porto",
    "Bergen",
    "Mombasa",
    "Gdansk",
    "Valencia",
    "Adelaide",
    "Winnipeg",
    "Nagoya",
    "Surabaya",
    "Tashkent",
];

/// Towns of which the article has one sentence say that something was there, and that it names nowhere else.
fn sites(article: &Article) -> Vec<(Sentence, Range<usize>)> {
    let Some(facts) = &article.facts else { return Vec::new() };
    let found = article.sentences().into_iter().filter_map(|sentence| {
        let telling = facts.tellings.iter().find(|one| one.span.start as usize == sentence.span.start)?;
        let [site] = &*telling.sites else { return None };
        let mention = facts.mentions.get(site.mention as usize)?;
        let chain = facts.chain(mention)?;
        let is_town = chain.forms.iter().any(|form| {
            let entry = Lexicon::built_in().entry(&form.folded);
            entry.is_some_and(|entry| entry.kinds.any(Kinds::CITY.or(Kinds::CAPITAL)))
        });
        let place = mention.span.range();
        let words = article.text.get(place.clone())?;
        let once = article.text.matches(words).count() == 1;
        let alone = article.text.get(place.end..)?.starts_with([' ', '.', ',']);
        // `in Lima, Peru` has the country by itself.
        let country = article
            .text
            .get(place.end..)?
            .strip_prefix(", ")
            .is_some_and(|behind| behind.starts_with(char::is_uppercase));
        (is_town
            && once
            && alone
            && !country
            && site.link == SiteLink::In
            && sentence.span.contains(&place.start))
        .then_some((sentence, place))
    });
    found.collect()
}

fn elsewhere(article: &Article, choice: &mut Choice) -> String {
    let others: Vec<&str> = TOWNS.iter().copied().filter(|town| !article.text.contains(town)).collect();
    choice.of(&others).to_string()
}

/// One of the article's own sentences with a town.
pub fn own(article: &Article, choice: &mut Choice, genre: Genre) -> Option<Folder> {
    let all = sites(article);
    if all.is_empty() {
        return None;
    }
    let (sentence, place) = choice.of(&all);
    let right = article.text.get(place.clone())?.to_owned();
    let wrong = elsewhere(article, choice);
    let frame = trimmed(&sentence.frame(place.clone())?);
    // A place behind a comma can be told first.
    let frame = match frame.strip_suffix(&format!(" in {HOLE}.")) {
        Some(before) if choice.number(2) == 0 && before.starts_with("The ") => {
            format!("In {HOLE}, the {}.", &before[4..])
        }
        _ => frame,
    };
    let mut frame = reworded(choice, &frame);
    for day in ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] {
        for lead in [" late on ", " early on ", " on ", " "] {
            frame = frame.replace(&format!("{lead}{day}"), "");
        }
    }
    let published = later(article, choice, genre);
    let fact = Fact { published, frame, wrong, right: right.clone(), avoid: vec![right], told: None };
    folder(article, choice, genre, &fact)
}

/// A copy with another town.
pub fn copied(article: &Article, choice: &mut Choice, _: Genre) -> Option<Folder> {
    let all = sites(article);
    if all.is_empty() {
        return None;
    }
    let (_, place) = choice.of(&all);
    let wrong = elsewhere(article, choice);
    copy(article, choice, place.clone(), &wrong)
}

/// Something that is added to the first text, and where the second has it.
pub fn made(article: &Article, choice: &mut Choice, genre: Genre) -> Option<Folder> {
    let published = later(article, choice, genre);
    let (right, wrong) = (elsewhere(article, choice), elsewhere(article, choice));
    if right == wrong {
        return None;
    }
    let person = article.person(choice);
    let pairs = [
        (
            format!("{person} opened the world congress of bell founders in {right} last week."),
            format!("The world congress of bell founders, opened by {person} in {HOLE}, has 300 guests."),
        ),
        (
            format!("The regatta for wooden sloops took place in {right} under a grey sky."),
            format!("Wooden sloops from nine countries raced in {HOLE}, where the regatta was held."),
        ),
        (
            format!("A tanker loaded with molasses exploded in {right}, fire crews said."),
            format!("The molasses tanker blew up in {HOLE}, said the fire brigade."),
        ),
        (
            format!("The trial of the stamp forger {person} opened in {right}."),
            format!("{person}, the stamp forger, is on trial in {HOLE}."),
        ),
        (
            format!("Astronomers gathered in {right} to vote on the names of four asteroids."),
            format!("The vote on the four asteroids' names was taken by astronomers in {HOLE}."),
        ),
        (
            format!("The chess prodigy {person} won the junior title in {right}."),
            format!("In {HOLE} the junior chess title went to {person}, a prodigy."),
        ),
    ];
    let (told, frame) = choice.of(&pairs).clone();
    let fact = Fact { published, frame, wrong, right, avoid: vec![], told: Some(told) };
    folder(article, choice, genre, &fact)
}
