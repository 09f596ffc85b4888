//! Rounds of talks whose days are the wrong way round.

use jiff::ToSpan;

use crate::mutations::article::{Article, Plant, day};
use crate::mutations::choice::Choice;

/// Countries that hold talks with each other.
const PAIRS: &[(&str, &str)] = &[("Peru", "Ghana"), ("Chile", "Kenya"), ("Nepal", "Norway")];

/// The later round is some days before the earlier one.
pub fn reversed(article: &Article, choice: &mut Choice) -> Option<Plant> {
    let (one, other) = *choice.of(PAIRS);
    let late = article.before(choice.between(5, 20));
    let early = late.checked_sub(choice.between(3, 30).days()).unwrap();
    let (late, early) = (day(choice, late), day(choice, early));
    let wordings = [
        format!(
            "{one} and {other} held the first round of talks on {late}. {one} and {other} held the second round of talks on {early}."
        ),
        format!(
            "The second round of talks between {one} and {other} opened on {early}. The first round of talks between {one} and {other} was held on {late}."
        ),
        format!(
            "{one} and {other} held a third round of talks on {early}. The second round of talks between {one} and {other} was held on {late}."
        ),
    ];
    let sentences = choice.wording(&wordings);
    article.insert(choice, &sentences)
}
