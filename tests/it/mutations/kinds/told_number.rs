//! A second text that has another number for what the first counts.

use std::ops::Range;
use std::sync::LazyLock;

use dateline::lang::claims::counts::{Count, Hedge};
use regex::Regex;

use crate::mutations::article::{Article, capital, spelled};
use crate::mutations::choice::Choice;
use crate::mutations::folder::{Fact, Folder, Genre, Sentence, copy, folder, later};
use crate::mutations::retell::{HOLE, reworded, trimmed};

/// A number of the article: its sentence, the place of its figures, its value.
struct Counted {
    sentence: Sentence,
    place: Range<usize>,
    value: i64,
    is_of_victims: bool,
}

/// The exact whole numbers that the article has once.
fn counted(article: &Article) -> Vec<Counted> {
    static FIGURES: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"(?i)\b(?:\d{1,3}(?:,\d{3})+|\d+|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b",
        )
        .unwrap()
    });
    let Some(facts) = &article.facts else { return Vec::new() };
    let exact = |count: &&Count| count.hedge == Hedge::Exact && count.number.low == count.number.high;
    let found = article.sentences().into_iter().flat_map(|sentence| {
        let inside = |count: &&Count| sentence.span.contains(&(count.span.start as usize));
        let counts = facts.counts.iter().filter(exact).filter(inside);
        let of = |count: &Count| {
            let span = count.span.range();
            let words = article.text.get(span.clone())?;
            let figures = FIGURES.find(words)?;
            let value = i64::try_from(count.number.low / 100).ok()?;
            let is_plain = count.number.low.is_multiple_of(100) && value >= 3 && figures.start() < 3;
            let same = figures.as_str().replace(',', "").parse() == Ok(value)
                || spelled(value) == figures.as_str().to_lowercase();
            let once = article.text.matches(figures.as_str()).count() == 1;
            (is_plain && same && once).then(|| Counted {
                sentence: Sentence { span: sentence.span.clone(), words: sentence.words.clone() },
                place: span.start + figures.start()..span.start + figures.end(),
                value,
                is_of_victims: count.relation.is_some(),
            })
        };
        counts.filter_map(of).collect::<Vec<_>>()
    });
    found.collect()
}

/// A number as the article writes its own.
fn like(written: &str, value: i64) -> String {
    let digits = value.to_string();
    if written.contains(',') && digits.len() > 3 {
        let (head, tail) = digits.split_at(digits.len() - 3);
        return format!("{head},{tail}");
    }
    if written.starts_with(|c: char| c.is_ascii_digit()) { digits } else { spelled(value) }
}

/// A smaller number: what is counted as news only rises.
fn wrong(article: &Article, choice: &mut Choice, of: &Counted) -> Option<[String; 2]> {
    let right = article.text.get(of.place.clone())?;
    let near = [of.value * 6 / 10, of.value * 7 / 10, of.value * 8 / 10, of.value - 1 - of.value / 5];
    let wrong = like(right, *choice.of(&near));
    (of.value >= 4 && wrong != right && !article.text.contains(&wrong)).then(|| [right.to_owned(), wrong])
}

/// Victims: one of the article's own numbers.
pub fn victims(article: &Article, choice: &mut Choice, genre: Genre) -> Option<Folder> {
    own(article, choice, genre, |of| of.is_of_victims)
}

/// Of whatever else: one of the article's own numbers.
pub fn other(article: &Article, choice: &mut Choice, genre: Genre) -> Option<Folder> {
    own(article, choice, genre, |of| !of.is_of_victims && of.value >= 13)
}

/// Any of the article's own numbers, in a draft.
pub fn any(article: &Article, choice: &mut Choice, genre: Genre) -> Option<Folder> {
    own(article, choice, genre, |of| of.is_of_victims || of.value >= 13)
}

fn own(article: &Article, choice: &mut Choice, genre: Genre, fits: fn(&Counted) -> bool) -> Option<Folder> {
    let all: Vec<Counted> = counted(article).into_iter().filter(fits).collect();
    if all.is_empty() {
        return None;
    }
    let of = choice.of(&all);
    let [right, wrong] = wrong(article, choice, of)?;
    let frame = of.sentence.frame(of.place.clone())?;
    // The days of a later report are written otherwise.
    const DAYS: [&str; 9] =
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "today", "yesterday"];
    let mut frame = trimmed(&frame);
    for day in DAYS {
        for lead in [" late on ", " early on ", " on ", " "] {
            frame = frame.replace(&format!("{lead}{day}"), "");
        }
    }
    let frame = reworded(choice, &frame);
    let published = later(article, choice, genre);
    let told = Fact { published, frame, wrong, right: right.clone(), avoid: vec![right], told: None };
    folder(article, choice, genre, &told)
}

/// A copy with another number.
pub fn copied(article: &Article, choice: &mut Choice, _: Genre) -> Option<Folder> {
    let all = counted(article);
    if all.is_empty() {
        return None;
    }
    let of = choice.of(&all);
    let [_, wrong] = wrong(article, choice, of)?;
    copy(article, choice, of.place.clone(), &wrong)
}

/// A misfortune that is added to the first text, and what the second makes of its number.
pub fn made_victims(article: &Article, choice: &mut Choice, genre: Genre) -> Option<Folder> {
    let published = later(article, choice, genre);
    let place = article.place(choice);
    let right = choice.between(14, 60);
    let wrong = right - choice.between(3, 8);
    let day = article.before(choice.between(1, 3)).strftime("%A").to_string();
    let pairs = [
        (
            format!("A coach plunged into a ravine outside {place} on {day}, killing {right} pilgrims."),
            format!("{HOLE} pilgrims died when their coach went over the edge of a ravine outside {place}."),
        ),
        (
            format!("The collapse of a grandstand in {place} left {right} people dead on {day}."),
            format!("The grandstand in {place} that collapsed buried {HOLE} people, none of whom survived."),
        ),
        (
            format!("Police arrested {right} people at a cockfight in {place} on {day}."),
            format!("{HOLE} people were taken into custody at the cockfight in {place}, police say."),
        ),
        (
            format!("A gas explosion in a bakery in {place} killed {right} people on {day}."),
            format!("The death toll of the bakery explosion in {place} stands at {HOLE}."),
        ),
        (
            format!("{right} passengers were injured when two trams collided in {place} on {day}."),
            format!("The tram collision in {place} injured {HOLE} passengers."),
        ),
        (
            format!("Flash floods swept {right} campers to their deaths near {place} on {day}."),
            format!("{HOLE} campers drowned in the flash floods near {place}."),
        ),
    ];
    made(article, choice, genre, published, &pairs, [right, wrong])
}

/// Something else that is counted.
pub fn made_other(article: &Article, choice: &mut Choice, genre: Genre) -> Option<Folder> {
    let published = later(article, choice, genre);
    let place = article.place(choice);
    let right = choice.between(41, 99) * 3;
    let wrong = right + choice.between(17, 60);
    let person = article.person(choice);
    let pairs = [
        (
            format!("The municipal zoo of {place} bought {right} flamingos from a breeder."),
            format!("{HOLE} flamingos have moved into the municipal zoo of {place}, all from one breeder."),
        ),
        (
            format!("{person} gave {right} letters to the museum of printing in {place}."),
            format!("The museum of printing in {place} got {HOLE} letters from {person}."),
        ),
        (
            format!("The shipyard in {place} will lay off {right} welders, its director said."),
            format!("{HOLE} welders are to lose their jobs at the shipyard in {place}."),
        ),
        (
            format!("Parliament passed the fisheries bill with {right} votes in favour, {person} said."),
            format!("The fisheries bill went through parliament with {HOLE} votes in favour, {person} said."),
        ),
        (
            format!("The city of {place} will plant {right} lime trees along the ring road."),
            format!("Along the ring road of {place}, {HOLE} lime trees are to be planted."),
        ),
        (
            format!("{person} paid {right} dollars for a stolen accordion in {place}."),
            format!("The stolen accordion cost {person} {HOLE} dollars in {place}."),
        ),
    ];
    made(article, choice, genre, published, &pairs, [right, wrong])
}

fn made(
    article: &Article,
    choice: &mut Choice,
    genre: Genre,
    published: jiff::civil::Date,
    pairs: &[(String, String)],
    [right, wrong]: [i64; 2],
) -> Option<Folder> {
    if article.text.contains(&right.to_string()) || article.text.contains(&wrong.to_string()) {
        return None;
    }
    let (told, frame) = choice.of(pairs).clone();
    let (right, wrong) = (right.to_string(), wrong.to_string());
    let fact = Fact { published, frame, wrong, right, avoid: vec![], told: Some(capital(&told)) };
    folder(article, choice, genre, &fact)
}
