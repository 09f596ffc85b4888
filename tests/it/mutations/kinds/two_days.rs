//! One event on two days.

use jiff::ToSpan;

use crate::mutations::article::{Article, Plant, day};
use crate::mutations::choice::Choice;

/// People with their offices, and their surnames.
const PAIRS: &[[&str; 4]] = &[
    ["Chilean Foreign Minister Rosa Alvear", "Kenyan Foreign Minister Daniel Otieno", "Alvear", "Otieno"],
    ["Peruvian Prime Minister Elena Quispe", "Norwegian Prime Minister Lars Holmvik", "Quispe", "Holmvik"],
];

/// A meeting or call, and later the same on a day two to seven days away.
pub fn changed(article: &Article, choice: &mut Choice) -> Option<Plant> {
    let [one, other, first, second] = *choice.of(PAIRS);
    let late = article.before(choice.between(1, 5));
    let early = late.checked_sub(choice.between(2, 7).days()).unwrap();
    let (late, early) = (day(choice, late), day(choice, early));
    let wordings = [
        format!(
            "{one} and {other} held a phone call on {early}. The phone call between {first} and {second} on {late} was about fish exports."
        ),
        format!(
            "{one} met with {other} on {late}. The meeting between {first} and {second} on {early} was about fish exports."
        ),
        format!(
            "{one} and {other} held talks on {early}. The talks between {first} and {second} on {late} were about fish exports."
        ),
    ];
    let sentences = choice.wording(&wordings);
    article.insert(choice, &sentences)
}
