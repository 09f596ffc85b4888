//! Plans for days that are over, reports of days to come, last year's number.

use crate::mutations::article::{Article, Plant, day};
use crate::mutations::choice::Choice;

/// A plan for a day before publication.
pub fn plan(article: &Article, choice: &mut Choice) -> Option<Plant> {
    let past = article.before(choice.between(4, 40));
    let (date, person, place) = (day(choice, past), article.person(choice), article.place(choice));
    let wordings = [
        format!("The two ministers will meet in {place} on {date}."),
        format!("{person} is scheduled to address parliament on {date}."),
        format!("A new round of talks will be held in {place} on {date}, the ministry said."),
        format!("{person} will fly to {place} on {date} for further consultations."),
        format!("The commission is due to publish its findings on {date}."),
        format!("Voters are to choose a new mayor on {date}."),
        format!("The tribunal will hand down its ruling on {date}."),
        format!("{person} is expected to visit {place} on {date}."),
    ];
    let sentence = choice.wording(&wordings);
    article.insert(choice, &sentence)
}

/// A report of a day after publication.
pub fn report(article: &Article, choice: &mut Choice) -> Option<Plant> {
    let ahead = article.after(choice.between(4, 30));
    let (date, person, place) = (day(choice, ahead), article.person(choice), article.place(choice));
    let wordings = [
        format!("The two ministers met in {place} on {date}."),
        format!("{person} arrived in {place} on {date}."),
        format!("A bomb exploded near the market in {place} on {date}."),
        format!("{person} died in hospital on {date}."),
        format!("The agreement was signed in {place} on {date}."),
        format!("{person} told reporters on {date} that the deal was dead."),
        format!("Police arrested {person} on {date}."),
        format!("The consultations started in {place} on {date}."),
    ];
    let sentence = choice.wording(&wordings);
    article.insert(choice, &sentence)
}

/// A plan of January with last year's number.
pub fn stale_year(article: &Article, choice: &mut Choice) -> Option<Plant> {
    if article.published.month() > 2 {
        return None;
    }
    let ahead =
        article.after(choice.between(3, 45)).with().year(article.published.year() - 1).build().ok()?;
    let date = ahead.strftime(choice.of(&["%B %-d, %Y", "%-d %B %Y"])).to_string();
    let (person, place) = (article.person(choice), article.place(choice));
    let wordings = [
        format!("{person} will visit {place} on {date}."),
        format!("The trial is set to open in {place} on {date}."),
        format!("The summit will take place in {place} on {date}."),
        format!("{person} is due to step down on {date}."),
    ];
    let sentence = choice.wording(&wordings);
    article.insert(choice, &sentence)
}
