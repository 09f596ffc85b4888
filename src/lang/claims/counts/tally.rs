//! Tallies: votes for and against, goals of two sides: `219-206`, `226 to 89`, `229 votes to 206`.

use crate::lang::claims::actors::Actors;
use crate::lang::claims::counts::{Count, Found, Hedge, Interval, Population};
use crate::lang::names::page::Page;
use crate::lang::token::{Gap, TokenKind};
use crate::text::position::AtRange;

/// The two counts of a tally that begins at a token.
pub(super) fn read(actors: &Actors<'_>, at: usize) -> Option<[Found; 2]> {
    let page = actors.page;
    let first = plain(page, at)?;
    let votes = matches!(page.folded(at + 1), "votes" | "vote");
    let joint = if votes { at + 2 } else { at + 1 };
    let hyphen = matches!(page.folded(joint), "-" | "–" | "—")
        && page.token(joint).is_some_and(|token| token.gap == Gap::Tight);
    let words = matches!(page.folded(joint), "to" | "against");
    if !hyphen && !words {
        return None;
    }
    let second = plain(page, joint + 1)?;
    let unit = page.folded(joint + 2);
    if matches!(unit, "percent" | "%" | "per" | "million" | "billion" | "-" | "–" | "p" | "a" | "year")
        || page
            .before(at)
            .is_some_and(|before| matches!(page.folded(before), "from" | "$" | "€" | "£" | "between"))
    {
        return None;
    }
    let sentence = actors.sentence(at);
    let any = |words: &[&str]| sentence.clone().any(|at| words.contains(&page.folded(at)));
    let head = if votes || any(VOTE) {
        "vote"
    } else if hyphen && any(PLAY) {
        "score"
    } else {
        return None;
    };
    let count = |token: usize, value: u64, next: usize| Found {
        count: Count {
            span: page.span(token, token),
            at: AtRange::default(),
            number: Interval { low: value, high: value },
            hedge: Hedge::Exact,
            unit: None,
            population: Some(Population { head: head.into(), modifiers: Box::default() }),
            relation: None,
            sentence: page.span(sentence.start, sentence.end.saturating_sub(1)),
            date: None,
        },
        next,
    };
    Some([count(at, first, joint), count(joint + 1, second, joint + 2)])
}

/// `89 against`, `eleven abstained`, `117 members in favour`: how many voted so, and the token behind.
pub(super) fn side(page: &Page<'_>, end: usize) -> Option<usize> {
    let voters = matches!(
        page.folded(end),
        "members" | "deputies" | "senators" | "lawmakers" | "mps" | "votes" | "were"
    );
    let at = if voters { end + 1 } else { end };
    let at = if page.folded(at) == "were" { at + 1 } else { at };
    match (page.folded(at), page.folded(at + 1)) {
        ("against" | "opposed" | "abstained" | "abstaining" | "abstentions", _) => Some(at + 1),
        ("in", "favour" | "favor") => Some(at + 2),
        _ => None,
    }
}

/// Words that speak of a vote.
const VOTE: &[&str] = &[
    "vote", "votes", "voted", "voting", "ballot", "ballots", "approved", "passed", "rejected", "defeated",
    "cleared", "adopted", "ruled", "ruling", "tally",
];

/// Words that speak of a game.
const PLAY: &[&str] = &[
    "beat",
    "beating",
    "won",
    "win",
    "lost",
    "lose",
    "defeat",
    "defeated",
    "drew",
    "draw",
    "victory",
    "match",
    "game",
    "final",
    "score",
    "scored",
    "score-line",
    "half-time",
    "penalties",
    "led",
    "lead",
    "edged",
    "thrashed",
];

/// A number in figures without a sign or tail, in hundredths.
fn plain(page: &Page<'_>, at: usize) -> Option<u64> {
    let token = page.token(at).filter(|token| token.kind == TokenKind::Number)?;
    let digits: String = token.of(page.text).chars().filter(|digit| *digit != ',').collect();
    if digits.len() > 9 || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let value: u64 = digits.parse().ok()?;
    Some(value * 100)
}
