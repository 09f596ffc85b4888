//! The age of a thing beside the year that made it.

use crate::base::kind::EntityKind;
use crate::checks::Report;
use crate::checks::article::prose::ItemKind;
use crate::checks::article::prose::calendar::{counted, long};
use crate::checks::article::years::beginnings::BEGUN;
use crate::checks::article::years::{Chronicle, any_phrase, count, loosened, time_of, year};

/// The age of a thing beside the year that made it: `the 50-year-old bridge, which was opened in 1932`.
pub fn thing(chronicle: &Chronicle<'_>, index: usize, at: usize) -> Option<Report> {
    const NOUN: usize = 4;
    let passage = chronicle.people.passage(index)?;
    let (number, end) = match (passage.number(at), count(passage, at)) {
        (Some(number), _) if passage.is(at + 1, "-") && passage.is(at + 2, "year-old") => {
            (i64::from(number.count()?), at + 3)
        }
        (_, Some(count))
            if passage.is(at + 1, "old") || passage.is(at + 1, "-") && passage.is(at + 2, "old") =>
        {
            (count.number, if passage.is(at + 1, "old") { at + 2 } else { at + 3 })
        }
        _ => return None,
    };
    let published = passage.published()?;
    let now = i64::from(published.year());
    let hedge = loosened(passage, at, number, 1, None);
    let comma = (end..end + NOUN).find(|at| passage.is_any(*at, &[",", "("]))?;
    let named = (end..comma).all(|at| {
        passage.item(at).is_some_and(|item| matches!(item.kind, ItemKind::Word | ItemKind::Name(_)))
    });
    let person = (end..comma).any(|at| passage.name(at) == Some(EntityKind::Person));
    let verb = (comma + 1..comma + 4).find(|at| any_phrase(passage, *at, BEGUN).is_some())?;
    let plain = (comma + 1..verb).all(|at| passage.is_any(at, &["which", "was", "that", "first"]));
    let time = time_of(passage, verb, any_phrase(passage, verb, BEGUN)?).filter(|time| *time > verb)?;
    let begun = year(passage, time)?;
    let full = now - begun;
    let others = chronicle.within(index).any(|named| named.at != time);
    if !named
        || person
        || !plain
        || others
        || hedge.allows(full)
        || passage.item(at)?.is_quoted
        || end == comma
    {
        return None;
    }
    let words = passage.words(at..comma);
    Some(
        Report::new(
            passage.span(at..time + 1),
            format!(
                "“{words}” does not fit “{}”: from {begun} to {now} is {}",
                passage.words(time.saturating_sub(1)..time + 1),
                counted(full, "year")
            ),
        )
        .with(passage.related(time))
        .because(format!("the article is of {} (publication date)", long(published)))
        .because(passage.why(time))
        .because(format!("{now} − {begun} = {full}; one year more or less would be let pass")),
    )
}
