//! A day that its month does not have.

use crate::mutations::article::{Article, Plant};
use crate::mutations::choice::Choice;

/// The day of a written date lies past the end of its month.
pub fn past(article: &Article, choice: &mut Choice) -> Option<Plant> {
    let own = article.days.iter().find_map(|day| {
        let words = &article.text[day.span.clone()];
        let number = day.date.day().to_string();
        let named = words.bytes().any(|byte| byte.is_ascii_alphabetic());
        let once = words.matches(&number).count() == 1;
        let past = (day.date.days_in_month() + 1).to_string();
        (named && once && !day.has_weekday && past != "32")
            .then(|| article.replace(day.span.clone(), &words.replace(&number, &past)))
    });
    own.or_else(|| {
        let (month, day) = *choice.of(&[
            ("February", 30),
            ("April", 31),
            ("Sept.", 31),
            ("June", 31),
            ("Nov.", 31),
            ("Feb.", 31),
        ]);
        let (place, year) = (article.place(choice), article.published.year() - 1);
        let wordings = [
            format!("The lease runs out on {month} {day}."),
            format!("A second shipment reached {place} on {month} {day}, {year}."),
            format!("The court in {place} sat until {month} {day} last year."),
            format!("Fighting had stopped by {month} {day}, {year}, residents recalled."),
        ];
        let sentence = choice.wording(&wordings);
        article.insert(choice, &sentence)
    })
}
