//! An agreement that a second text signs on another day, in another month or place, or with somebody else.

use jiff::ToSpan;

use crate::mutations::article::{Article, capital};
use crate::mutations::choice::Choice;
use crate::mutations::folder::{Fact, Folder, Genre, folder, later, on_days};
use crate::mutations::retell::HOLE;

/// What an agreement is called, and what it is about: in the first text, and in the second.
const DEALS: &[[&str; 2]] = &[
    [
        "a memorandum on sharing the water of the border river",
        "the memorandum on the waters of the border river",
    ],
    ["a treaty on the mutual recognition of diplomas", "the diploma recognition treaty"],
    ["an agreement on overflights by rescue helicopters", "the overflight agreement for rescue helicopters"],
    ["a contract for forty electric ferries", "the contract for the electric ferries"],
    ["a protocol on the return of stolen icons", "the protocol on returning stolen icons"],
    [
        "an accord on joint patrols against sturgeon poachers",
        "the accord on anti-poaching patrols for sturgeon",
    ],
    ["a loan agreement for a tramway", "the tramway loan agreement"],
    ["a pact on cross-border ambulance services", "the cross-border ambulance pact"],
];

const STATES: &[&str] =
    &["Peru", "Kenya", "Norway", "Vietnam", "Uruguay", "Latvia", "Ghana", "Nepal", "Oman", "Chile"];
const TOWNS: &[&str] =
    &["Lima", "Nairobi", "Oslo", "Hanoi", "Montevideo", "Riga", "Accra", "Kathmandu", "Muscat", "Geneva"];

/// Three states that the article does not name, and two towns.
fn strangers(article: &Article, choice: &mut Choice) -> Option<([&'static str; 3], [&'static str; 2])> {
    let unknown = |list: &[&'static str]| -> Vec<&'static str> {
        list.iter().copied().filter(|name| !article.text.contains(name)).collect()
    };
    let (mut states, mut towns) = (unknown(STATES), unknown(TOWNS));
    let mut draw = |list: &mut Vec<&'static str>| {
        (!list.is_empty()).then(|| list.remove(usize::try_from(choice.number(list.len() as u64)).unwrap()))
    };
    let three = [draw(&mut states)?, draw(&mut states)?, draw(&mut states)?];
    Some((three, [draw(&mut towns)?, draw(&mut towns)?]))
}

/// Signed on another day of the same weeks.
pub fn day(article: &Article, choice: &mut Choice, genre: Genre) -> Option<Folder> {
    let published = later(article, choice, genre);
    let ([one, two, _], [town, _]) = strangers(article, choice)?;
    let [deal, known] = *choice.of(DEALS);
    let right = article.before(choice.between(4, 40));
    let wrong = right.checked_sub(choice.between(2, 9).days()).unwrap();
    let told = right.strftime(choice.of(&["%B %-d", "%-d %B", "%B %-d, %Y"])).to_string();
    let [right, wrong] = on_days(choice, [right, wrong], published, genre);
    let told = choice.wording(&[
        format!("{one} and {two} signed {deal} in {town} on {told}."),
        format!("On {told} envoys of {one} and {two} put their names to {deal} in {town}."),
        format!("Signed on {told} in {town}, {deal} binds {one} and {two} for ten years."),
    ]);
    let frame = choice.wording(&[
        format!("The signing of {known} between {one} and {two} took place {HOLE} in {town}."),
        format!("{} that {one} and {two} concluded {HOLE} has yet to be printed.", capital(known)),
        format!("In {town}, {one} and {two} had signed {known} {HOLE}."),
        format!("{}, signed by {one} and {two} {HOLE}, runs for ten years.", capital(known)),
        format!("Copies of {known}, which {two} and {one} signed {HOLE}, were handed out."),
    ]);
    let fact = Fact { published, frame, wrong, right, avoid: vec![], told: Some(told) };
    folder(article, choice, genre, &fact)
}

/// Signed in another month.
pub fn month(article: &Article, choice: &mut Choice, genre: Genre) -> Option<Folder> {
    let published = later(article, choice, genre);
    let ([one, two, _], [town, _]) = strangers(article, choice)?;
    let [deal, known] = *choice.of(DEALS);
    let right = article.before(choice.between(70, 200));
    let wrong = right.with().day(1).build().ok()?.checked_sub(choice.between(40, 100).days()).ok()?;
    let written = |day: jiff::civil::Date| {
        let form = if day.year() == article.published.year() && right.year() == wrong.year() {
            "in %B"
        } else {
            "in %B %Y"
        };
        day.strftime(form).to_string()
    };
    let (right, wrong) = (written(right), written(wrong));
    let told = choice.wording(&[
        format!("{one} and {two} signed {deal} in {town} {right}."),
        format!("{deal_} was signed {right} by {one} and {two}.", deal_ = capital(deal)),
        format!("{right_}, {one} concluded {deal} with {two}.", right_ = capital(&right)),
    ]);
    let frame = choice.wording(&[
        format!("{} that {one} and {two} signed {HOLE} comes into force next year.", capital(known)),
        format!("After the signing of {known} {HOLE}, {one} and {two} exchanged lists."),
        format!("{one} and {two} concluded {known} {HOLE}."),
        format!("{}, signed by {one} and {two} {HOLE}, was quoted at length.", capital(known)),
    ]);
    let fact = Fact { published, frame, wrong, right, avoid: vec![], told: Some(told) };
    folder(article, choice, genre, &fact)
}

/// Signed in another town.
pub fn place(article: &Article, choice: &mut Choice, genre: Genre) -> Option<Folder> {
    let published = later(article, choice, genre);
    let ([one, two, _], [right, wrong]) = strangers(article, choice)?;
    let [deal, known] = *choice.of(DEALS);
    let day = article.before(choice.between(3, 30)).strftime("%B %-d").to_string();
    let told = choice.wording(&[
        format!("{one} and {two} signed {deal} in {right} on {day}."),
        format!("In {right} on {day}, envoys of {one} and {two} put their names to {deal}."),
        format!("{} was signed in {right} on {day} by {one} and {two}.", capital(deal)),
    ]);
    let frame = choice.wording(&[
        format!("The signing of {known} between {one} and {two} took place in {HOLE} on {day}."),
        format!("{} that {one} and {two} signed in {HOLE} has yet to be printed.", capital(known)),
        format!("{}, signed in {HOLE} by {one} and {two}, runs for ten years.", capital(known)),
        format!("Copies of {known}, which {one} and {two} had concluded in {HOLE}, were handed out."),
    ]);
    let fact =
        Fact { published, frame, wrong: wrong.into(), right: right.into(), avoid: vec![], told: Some(told) };
    folder(article, choice, genre, &fact)
}

/// Signed with somebody else.
pub fn party(article: &Article, choice: &mut Choice, genre: Genre) -> Option<Folder> {
    let published = later(article, choice, genre);
    let ([one, right, wrong], [town, _]) = strangers(article, choice)?;
    let [deal, known] = *choice.of(DEALS);
    let day = article.before(choice.between(3, 30)).strftime("%B %-d").to_string();
    let told = choice.wording(&[
        format!("{one} and {right} signed {deal} in {town} on {day}."),
        format!("{one} signed {deal} with {right} on {day}."),
        format!("On {day} envoys of {one} and {right} put their names to {deal} in {town}."),
    ]);
    let frame = choice.wording(&[
        format!("The signing of {known} between {one} and {HOLE} took place on {day}."),
        format!("{} that {one} and {HOLE} signed on {day} has yet to be printed.", capital(known)),
        format!("{}, signed by {one} and {HOLE}, runs for ten years.", capital(known)),
        format!("{one} concluded {known} with {HOLE} on {day}."),
    ]);
    let fact =
        Fact { published, frame, wrong: wrong.into(), right: right.into(), avoid: vec![], told: Some(told) };
    folder(article, choice, genre, &fact)
}
