//! Two time zones and one moment.

use crate::mutations::article::{Article, Plant};
use crate::mutations::choice::Choice;

/// The hour of the other zone is another one.
pub fn hour(article: &Article, choice: &mut Choice) -> Option<Plant> {
    let (zone, ahead) =
        *choice.of(&[("EST", -5), ("CET", 1), ("JST", 9), ("PST", -8), ("Moscow time", 3), ("EDT", -4)]);
    let hour = choice.between(9, 14);
    let wrong = (hour + ahead + *choice.of(&[-5, -3, 3, 4])).rem_euclid(24);
    let minute = *choice.of(&["00", "15", "30"]);
    let clock = |hour: i64| {
        let half = if hour < 12 { "a.m." } else { "p.m." };
        let twelve = if hour % 12 == 0 { 12 } else { hour % 12 };
        if minute == "00" { format!("{twelve} {half}") } else { format!("{twelve}:{minute} {half}") }
    };
    let place = article.place(choice);
    let wordings = [
        format!("The launch from {place} is set for {hour:02}:{minute} GMT ({wrong:02}:{minute} {zone})."),
        format!("The quake struck at {hour:02}{minute} GMT ({} {zone}).", clock(wrong)),
        format!("The match starts at {} GMT ({} {zone}).", clock(hour), clock(wrong)),
        format!("Polls closed at {hour:02}:{minute} UTC, or {} {zone}.", clock(wrong)),
        format!("Contact was lost at {hour:02}:{minute} GMT / {wrong:02}:{minute} {zone}."),
    ];
    let sentence = choice.wording(&wordings);
    article.insert(choice, &sentence)
}
