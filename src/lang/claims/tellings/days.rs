//! The dates of a sentence: whether they say when something was, of what, and whether it is spoken of as
//! known.

use std::ops::Range;

use crate::lang::claims::actors::Actors;
use crate::lang::claims::stems::{Stem, Weight};
use crate::lang::claims::tellings::turns::turns;
use crate::lang::claims::tellings::{Day, DayLink, families};
use crate::lang::dates::rule::Rule;
use crate::lang::lexicon::triggers::What;
use crate::lang::names::page::Page;
use crate::lang::token::TokenKind;

/// The dates of a sentence that name a stretch of the calendar.
pub(super) fn days(actors: &Actors<'_>, sentence: &Range<usize>, dates: &[u32]) -> Box<[Day]> {
    let page = actors.page;
    let is_place = |date: &&u32| {
        actors.dates.get(**date as usize).is_some_and(|date| matches!(date.rule, Rule::Place { .. }))
    };
    let days = dates.iter().filter(is_place).map(|&date| {
        let place = actors.date_tokens(date);
        // `Sunday's derailment`: whatever it is the object of, it was on Sunday.
        let owns = page.token(place.end).is_some_and(|token| token.kind == TokenKind::Possessive);
        let link = if owns { DayLink::Open } else { day_link(page, place.start, sentence.start) };
        day(actors, sentence, date, link)
    });
    days.collect()
}

/// A date with what its clause says of it.
fn day(actors: &Actors<'_>, sentence: &Range<usize>, date: u32, link: DayLink) -> Day {
    let page = actors.page;
    let place = actors.date_tokens(date);
    let clause = clause(page, sentence, &place);
    let mut named: Vec<bool> = vec![false; clause.len()];
    for name in actors.within(clause.clone()).filter(|one| !one.is_description) {
        for at in name.tokens.clone() {
            if let Some(is_name) = at.checked_sub(clause.start).and_then(|at| named.get_mut(at)) {
                *is_name = true;
            }
        }
    }
    let mut anchors: Vec<Stem> = Vec::new();
    for (at, is_name) in clause.clone().zip(named) {
        let Some(word) = page.known_word(at).filter(|_| !is_name && !place.contains(&at)) else { continue };
        anchors.extend(families(word.readings));
        if page.token(at).is_some_and(|token| token.kind == TokenKind::Word) {
            anchors.extend(word.stems.iter().filter(|stem| stem.weight() > Weight::Common));
        }
    }
    anchors.sort_unstable();
    anchors.dedup();
    let is_back = is_back(page, sentence, &clause);
    Day { date, link, anchors: anchors.into(), turns: turns(actors, clause), is_back }
}

/// The tokens round a date up to the next mark or conjunction on either side.
fn clause(page: &Page<'_>, sentence: &Range<usize>, date: &Range<usize>) -> Range<usize> {
    /// So far a clause reaches before a date and behind it, in tokens.
    const BEFORE: usize = 20;
    const BEHIND: usize = 10;
    let comma = |at: usize| page.is_mark(at, ',');
    let first = sentence.start.max(date.start.saturating_sub(BEFORE));
    let mut start = date.start;
    if start > first && comma(start - 1) {
        start -= 1;
    }
    while start > first && !ends_clause(page, start - 1) {
        start -= 1;
    }
    let last = sentence.end.min(date.end + BEHIND);
    let joined = matches!(page.folded(date.end + 1), "and" | "but" | "or");
    let mut end = if comma(date.end) && date.end < last && !joined { date.end + 1 } else { date.end };
    while end < last && !ends_clause(page, end) {
        end += 1;
    }
    start..end
}

fn ends_clause(page: &Page<'_>, at: usize) -> bool {
    let mark = matches!(
        page.token(at).map(|token| token.kind),
        Some(TokenKind::Mark(',' | ';' | '—' | '–' | ':' | '(' | ')'))
    );
    let dawn =
        || matches!(page.folded(at + 1), "dawn" | "sunrise" | "midnight" | "noon" | "daybreak" | "dark");
    mark || match page.folded(at) {
        "when" | "which" | "who" | "while" | "but" | "where" | "whose" => true,
        "after" | "before" => !dawn(),
        _ => false,
    }
}

/// Whether a clause speaks of something as known: by its first word or the one before it, by a participle
/// behind its noun, or by `the` or `their` before the noun of an event.
fn is_back(page: &Page<'_>, sentence: &Range<usize>, clause: &Range<usize>) -> bool {
    let before = clause.start.checked_sub(1).filter(|&at| at >= sentence.start);
    let opens = |at: usize| {
        matches!(
            page.folded(at),
            "when" | "which" | "who" | "where" | "whose" | "after" | "since" | "following"
        )
    };
    if before.is_some_and(opens) {
        return true;
    }
    clause.clone().any(|at| {
        let word = page.folded(at);
        let definite =
            |at: usize| matches!(page.folded(at), "the" | "their" | "its" | "his" | "her" | "this" | "that");
        let is_event = page.known_word(at).is_some_and(|word| {
            word.readings.iter().any(|one| one.form.is_noun() && matches!(one.what, What::Event(..)))
        });
        let known = is_event
            && (1..=3)
                .any(|back| at.checked_sub(back).is_some_and(|at| at >= sentence.start && definite(at)));
        // `a lease signed with Kenya`, `a settlement it reached`, `the memorandum that they signed`.
        let made = matches!(
            word,
            "signed" | "reached" | "concluded" | "struck" | "adopted" | "initialled" | "initialed" | "agreed"
        );
        let noun = |at: usize| {
            let word = page.folded(at);
            !matches!(word, "was" | "were" | "has" | "have" | "had" | "and" | "been" | "be" | ",")
                && page.token(at).is_some_and(|token| token.kind == TokenKind::Word)
                && !page.is_capital(at)
        };
        let reduced = made && at > sentence.start + 1 && noun(at - 1) && {
            let article = |back: usize| {
                at.checked_sub(back)
                    .is_some_and(|at| matches!(page.folded(at), "a" | "an" | "the" | "that" | "it" | "they"))
            };
            (1..=5).any(article)
        };
        // `the building had gone up in flames`
        let earlier = word == "had" && {
            let verb = |at: usize| {
                page.folded(at).ends_with("ed")
                    || page.folded(at).ends_with("en")
                    || matches!(page.folded(at), "been" | "gone" | "met" | "held" | "begun" | "left")
            };
            verb(at + 1) || verb(at + 2)
        };
        // `The treaty, signed by both in May, …`
        let aside = made && at == clause.start && at > sentence.start + 1 && page.is_mark(at - 1, ',');
        known || reduced || aside || earlier
    }) || is_of_agreement(page, clause)
}

/// `under the deal that they signed`, `the accord the two signed`.
fn is_of_agreement(page: &Page<'_>, clause: &Range<usize>) -> bool {
    let head = |at: &usize| {
        matches!(
            page.folded(*at),
            "deal"
                | "accord"
                | "agreement"
                | "pact"
                | "treaty"
                | "memorandum"
                | "contract"
                | "settlement"
                | "lease"
                | "protocol"
                | "convention"
                | "truce"
                | "ceasefire"
        )
    };
    let made = |at: &usize| {
        matches!(page.folded(*at), "signed" | "reached" | "concluded" | "struck" | "sealed" | "agreed")
    };
    let first = clause.clone().find(head);
    first.is_some_and(|first| clause.clone().filter(made).any(|made| made > first))
}

/// What the words before a date, back to the sentence's begin, make of it.
fn day_link(page: &Page<'_>, date: usize, start: usize) -> DayLink {
    let part_of_day =
        matches!(page.folded(date), "dawn" | "sunrise" | "midnight" | "noon" | "daybreak" | "dark");
    let word =
        |back: usize| date.checked_sub(back).filter(|&at| at >= start).map_or("", |at| page.folded(at));
    let small =
        |word: &str| matches!(word, "on" | "late" | "early" | "last" | "this" | "next" | "the" | "of" | "in");
    let mut back = 1;
    while back <= 3 && small(word(back)) {
        back += 1;
    }
    match word(back) {
        "before" | "after" if part_of_day => DayLink::Open,
        "as" if word(back - 1) == "of" => DayLink::Bound,
        "since" | "until" | "till" | "by" | "from" | "through" | "before" | "after" | "between"
        | "following" | "to" | "than" | "for" | "ahead" | "–" | "-" | "within" | "due" | "every" | "each" => {
            DayLink::Bound
        }
        "said" | "says" | "told" | "announced" | "wrote" | "added" | "reporters" | "statement"
        | "reported" | "confirmed" | "journalists" | "parliament" => DayLink::Said,
        _ => DayLink::Open,
    }
}
