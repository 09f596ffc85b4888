//! One story that tells a thing in two ways: on two days, in the wrong order, with two numbers.

use jiff::ToSpan;

use crate::mutations::article::{Article, Plant, day};
use crate::mutations::choice::Choice;

/// A happening, and later the same as known on another day.
pub fn two_days(article: &Article, choice: &mut Choice) -> Option<Plant> {
    let late = article.before(choice.between(1, 4));
    let early = late.checked_sub(choice.between(2, 6).days()).unwrap();
    let (late, early) = (day(choice, late), day(choice, early));
    let wordings = [
        format!(
            "A dam near the town gave way on {early}. Nobody was hurt in the collapse on {late}, engineers said."
        ),
        format!(
            "The yacht ran onto a reef and capsized on {early}. The skipper was asleep when the yacht sank on {late}."
        ),
        format!(
            "Treasurer Odd Hamre stepped down on {late}. Since Hamre's resignation on {early} his desk has been empty."
        ),
        format!(
            "The brewery was acquired on {early} by a rival. Two brewers have left since the takeover on {late}."
        ),
        format!("The statue was unveiled on {early}. It rained at the unveiling on {late}."),
    ];
    let sentences = choice.wording(&wordings);
    article.insert(choice, &sentences)
}

/// What comes first lies later.
pub fn order(article: &Article, choice: &mut Choice) -> Option<Plant> {
    let late = article.before(choice.between(2, 20));
    let early = late.checked_sub(choice.between(3, 30).days()).unwrap();
    let written = |date: jiff::civil::Date| date.strftime("%B %-d, %Y").to_string();
    let (late, early) = (written(late), written(early));
    let wordings = [
        format!("The satellite was launched on {late}. It landed in the steppe on {early}."),
        format!(
            "The protocol was ratified by both houses on {early}. Envoys had signed the protocol on {late}."
        ),
        format!("The carnival began on {late} and ended on {early}."),
        format!("The poet was buried on {early}. He died on {late} after a fall."),
        format!("The two choirs met on {late}, before the contest on {early}."),
    ];
    let sentences = choice.wording(&wordings);
    article.insert(choice, &sentences)
}

/// What is known has another number than before.
pub fn two_numbers(article: &Article, choice: &mut Choice) -> Option<Plant> {
    let number = choice.between(12, 39);
    let other = number + choice.between(5, 11);
    let wordings = [
        format!("A coach with {number} pilgrims stopped at the gate. The {other} pilgrims asked for water."),
        format!("Officials opened a {number}-page dossier. The {other}-page dossier is secret."),
        format!("A choir of {number} nuns sang. All {other} nuns wore grey."),
        format!("They crossed a {number}-mile causeway. The {other}-mile causeway was wet."),
    ];
    let sentences = choice.wording(&wordings);
    article.insert(choice, &sentences)
}
