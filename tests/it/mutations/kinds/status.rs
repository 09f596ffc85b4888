//! A second text that says otherwise how far a thing came: held and called off, signed and not signed.

use crate::mutations::article::Article;
use crate::mutations::choice::Choice;
use crate::mutations::folder::{Fact, Folder, Genre, folder, later};
use crate::mutations::retell::HOLE;

/// What the second text calls off or has held, and whose it is.
struct Thing {
    /// `the ferry festival`
    name: &'static str,
    /// `the festival of ferries`
    known: &'static str,
}

const THINGS: &[Thing] = &[
    Thing { name: "the harbour festival", known: "the festival in the harbour" },
    Thing { name: "a hearing on the sugar cartel", known: "the sugar cartel hearing" },
    Thing { name: "a referendum on the tram line", known: "the tram line referendum" },
    Thing { name: "a meeting on pension reform", known: "the pension reform meeting" },
    Thing { name: "the launch of a weather satellite", known: "the weather satellite's launch" },
    Thing { name: "a rally of lorry drivers", known: "the lorry drivers' rally" },
    Thing { name: "a concert for the flood victims", known: "the concert for flood victims" },
    Thing { name: "a summit on migratory birds", known: "the migratory bird summit" },
];

/// Held in the first text, called off in the second, or the other way round: on one day.
pub fn held(article: &Article, choice: &mut Choice, genre: Genre) -> Option<Folder> {
    let published = later(article, choice, genre);
    let place = article.place(choice);
    let day = article.before(choice.between(1, 5));
    let form = *choice.of(&["on %B %-d", "on %-d %B", "on %A, %B %-d"]);
    let (told_day, day) =
        (day.strftime(form).to_string(), day.strftime(choice.of(&["on %B %-d", "on %-d %B"])).to_string());
    let Thing { name, known } = choice.of(THINGS);
    let upper = |words: &str| crate::mutations::article::capital(words);
    let ways = [
        ("took place", "was held", "was called off"),
        ("went ahead", "went ahead", "was cancelled"),
        ("was held", "took place", "did not take place"),
        ("drew a crowd", "was held", "was scrapped"),
        ("opened", "began", "was postponed"),
    ];
    let (first, right, wrong) = *choice.of(&ways);
    let off = choice.number(2) == 0;
    let (told, frame, right, wrong) = if off {
        // The first says that it did not take place.
        let how = *choice.of(&[
            "was called off",
            "was cancelled",
            "was postponed",
            "did not take place",
            "was scrapped",
        ]);
        let told = choice.wording(&[
            format!("{} in {place} {how} {told_day} because of the storm.", upper(name)),
            format!(
                "Organisers said {name} in {place}, planned for {}, {how} because of the storm.",
                told_day.trim_start_matches("on ")
            ),
        ]);
        let frame = choice.wording(&[
            format!("{} {HOLE} {day} in {place}.", upper(known)),
            format!("In {place} {known} {HOLE} {day}, with the mayor looking on."),
            format!("{}, {known} {HOLE} in {place}.", upper(&day)),
        ]);
        (told, frame, how, right)
    } else {
        let told = choice.wording(&[
            format!("{} {first} in {place} {told_day}.", upper(name)),
            format!("{} {name} {first} in {place}.", upper(&told_day)).replace("  ", " "),
            format!("{} {first} {told_day} in {place} in bright sunshine.", upper(name)),
        ]);
        let frame = choice.wording(&[
            format!("{} in {place} {HOLE} {day}.", upper(known)),
            format!("{}, {known} in {place} {HOLE}.", upper(&day)),
            format!("In {place} {known} {HOLE} {day}, the town hall said."),
        ]);
        (told, frame, right, wrong)
    };
    let fact =
        Fact { published, frame, wrong: wrong.into(), right: right.into(), avoid: vec![], told: Some(told) };
    folder(article, choice, genre, &fact)
}

/// Signed or approved in one, not so in the other.
pub fn decided(article: &Article, choice: &mut Choice, genre: Genre) -> Option<Folder> {
    let published = later(article, choice, genre);
    let (place, person) = (article.place(choice), article.person(choice));
    let day = article.before(choice.between(1, 5)).strftime(choice.of(&["%B %-d", "%-d %B"])).to_string();
    let cases = [
        (
            format!("{person} signed the contract for the opera house in {place} on {day}."),
            format!("{person} {HOLE} the contract for the opera house in {place} on {day}."),
            ["signed", "did not sign"],
        ),
        (
            format!("The council of {place} approved the plan for a cable car on {day}."),
            format!("The plan for a cable car was {HOLE} by the council of {place} on {day}."),
            ["approved", "rejected"],
        ),
        (
            format!("Lawmakers in {place} rejected a ban on fireworks on {day}."),
            format!("A ban on fireworks was {HOLE} by the lawmakers in {place} on {day}."),
            ["rejected", "passed"],
        ),
        (
            format!("The bakers of {place} and their union signed a wage agreement on {day}."),
            format!("The wage agreement of the bakers' union in {place} {HOLE}."),
            ["was signed", "has yet to be signed"],
        ),
        (
            format!("The board of the canal company in {place} voted down the merger on {day}."),
            format!("The merger was {HOLE} by the board of the canal company in {place} on {day}."),
            ["voted down", "approved"],
        ),
    ];
    let (told, frame, [right, wrong]) = choice.of(&cases).clone();
    let fact =
        Fact { published, frame, wrong: wrong.into(), right: right.into(), avoid: vec![], told: Some(told) };
    folder(article, choice, genre, &fact)
}
