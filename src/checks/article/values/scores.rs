//! Results of matches: `won 2-1 … after the 3-1 win`.

use crate::checks::article::prose::Passage;
use crate::checks::article::values::is_history;
use crate::checks::{Related, Report};
use crate::source::ZoneKind;

/// `won 2-1 … after the 3-1 win`.
pub fn known_score(story: &[Passage<'_>]) -> Option<Report> {
    headline(story).or_else(|| in_story(story))
}

/// The headline has a result that the story has nowhere, and its first sentences have another.
fn headline(story: &[Passage<'_>]) -> Option<Report> {
    let scores = |passage: &Passage<'_>| -> Vec<(usize, (u32, u32))> {
        (0..passage.count()).filter_map(|at| Some((at, score(passage, at)?))).collect()
    };
    let title = story.iter().find(|passage| passage.sentence.zone == ZoneKind::Headline)?;
    let body: Vec<&Passage<'_>> =
        story.iter().filter(|passage| passage.sentence.zone == ZoneKind::Body).collect();
    let (at, (one, other)) = match *scores(title) {
        [only] => only,
        _ => return None,
    };
    let told = body.iter().any(|passage| {
        scores(passage).iter().any(|(_, score)| *score == (one, other) || *score == (other, one))
    });
    let lead = body
        .iter()
        .take(2)
        .find(|passage| passage.has_any(0..passage.count(), WON) && !scores(passage).is_empty())?;
    let (place, _) = match *scores(lead) {
        [only] => only,
        _ => return None,
    };
    let won = title.has_any(0..title.count(), WON);
    if told || !won || lead.has_any(place.saturating_sub(6)..place + 8, OTHER_MATCH) {
        return None;
    }
    let words = (title.words(at..at + 3), lead.words(place..place + 3));
    Some(
        Report::new(
            title.span(at..at + 3),
            format!("“{}” in the headline, “{}” in the story", words.0, words.1),
        )
        .with(Related {
            doc: lead.subject.article.doc,
            span: lead.span(place..place + 3),
            message: format!("“{}” is said here", words.1),
        })
        .because("the headline and the first sentences tell of one match")
        .because(format!("the story has “{}” nowhere", words.0)),
    )
}

fn in_story(story: &[Passage<'_>]) -> Option<Report> {
    let mut before: Vec<(Passage<'_>, usize, (u32, u32))> = Vec::new();
    for passage in story {
        for at in 0..passage.count() {
            let Some(score) = score(passage, at) else { continue };
            let same = |(_, _, (one, other)): &(Passage<'_>, usize, (u32, u32))| {
                (*one, *other) == score || (*other, *one) == score
            };
            let won = passage.has_any(
                at + 3..at + 5,
                &["win", "victory", "defeat", "loss", "triumph", "draw", "thrashing"],
            );
            let known = passage.back(at, 1).is_some_and(|item| item.is_any(&["the", "this", "their", "his"]));
            let first = before.first().filter(|(there, ..)| there.has_any(0..there.count(), WON));
            if let Some((there, place, _)) = first
                && won
                && known
                && !is_history(passage)
                && before.len() == 1
                && !before.iter().any(same)
                && !passage.has_any(at.saturating_sub(6)..at + 10, OTHER_MATCH)
                && !there.has_any(place.saturating_sub(4)..*place + 6, OTHER_MATCH)
            {
                let (one, other) = (passage.words(at..at + 3), there.words(*place..*place + 3));
                return Some(
                    Report::new(passage.span(at..at + 3), format!("“{one}” was “{other}” before"))
                        .with(Related {
                            doc: there.subject.article.doc,
                            span: there.span(*place..*place + 3),
                            message: format!("“{other}” is said here"),
                        })
                        .because(format!("the text has told one result before: “{other}”"))
                        .because(format!("“{one}” is spoken of as known")),
                );
            }
            before.push((*passage, at, score));
        }
    }
    None
}

const WON: &[&str] = &[
    "beat", "beats", "defeated", "won", "win", "lost", "drew", "victory", "defeat", "edged", "thrashed",
    "downed", "routed", "draw", "held",
];

const OTHER_MATCH: &[&str] = &[
    "last",
    "previous",
    "earlier",
    "week",
    "season",
    "first",
    "ago",
    "half-time",
    "halftime",
    "break",
    "leg",
    "aggregate",
    "another",
    "previously",
    "since",
    "other",
    "before",
    "half",
];

/// `2-1`.
fn score(passage: &Passage<'_>, at: usize) -> Option<(u32, u32)> {
    let dash = passage.item(at + 1).filter(|item| item.is_dash() && item.is_tight)?;
    let tight = passage.item(at + 2).is_some_and(|item| item.is_tight) && dash.is_tight;
    let (one, other) = (passage.number(at)?.count()?, passage.number(at + 2)?.count()?);
    (tight && one < 200 && other < 200).then_some((one, other))
}
