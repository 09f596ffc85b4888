//! Where a phrase stands that says what somebody is: before the name, behind it, or round a verb.

use std::ops::Range;

use crate::lang::lexicon::Classes;
use crate::lang::names::offices::phrase::{self, Phrase};
use crate::lang::names::offices::{Ctx, Named, Office, Tenure};
use crate::lang::token::TokenKind;

/// A phrase is not longer.
const LONGEST: usize = 14;
const VERB: Classes = Classes::SAID.or(Classes::PERSON_VERB);
/// What somebody does who holds an office of this head, in the present.
const DOES: &[(&str, &str)] = &[
    ("heads", "head"),
    ("leads", "leader"),
    ("runs", "head"),
    ("directs", "director"),
    ("chairs", "chair"),
    ("commands", "commander"),
    ("governs", "governor"),
    ("presides", "president"),
];
const DONE: &[(&str, &str)] = &[
    ("headed", "head"),
    ("chaired", "chair"),
    ("run", "head"),
    ("led", "leader"),
    ("commanded", "commander"),
];

/// Adds what the article says here that this person is.
pub fn find(ctx: &Ctx<'_>, name: &Named<'_>, found: &mut Vec<Office>) {
    let ways = [before, before_comma, behind, does, is, done, whose];
    for way in ways {
        for phrase in way(ctx, name) {
            found.push(Office { mention: name.mention, ..phrase.office });
        }
    }
}

/// The tokens of the name's sentence.
fn sentence(ctx: &Ctx<'_>, name: &Named<'_>) -> Range<usize> {
    let page = ctx.page;
    let (first, last) = (name.tokens.start, name.tokens.end.saturating_sub(1));
    let start = (0..first).rev().take_while(|&at| page.same_sentence(at, first) && page.after(at).is_some());
    let end = (last..page.tokens.len()).take_while(|&at| page.same_sentence(at, last));
    start.last().unwrap_or(first)..end.last().map_or(last, |at| at) + 1
}

fn is_mark(ctx: &Ctx<'_>, at: usize, marks: &str) -> bool {
    matches!(ctx.page.token(at).map(|token| token.kind), Some(TokenKind::Mark(mark)) if marks.contains(mark))
}

/// The longest phrase that ends where the name, or its comma, begins.
fn ending(ctx: &Ctx<'_>, sentence: &Range<usize>, end: usize) -> Option<Phrase> {
    let page = ctx.page;
    let mut best = None;
    for start in (sentence.start..end).rev().take(LONGEST) {
        if is_mark(ctx, start, ";:\"“”()!?") {
            break;
        }
        // Inside a name, or behind its title: no phrase begins there.
        if ctx.at(start).is_some_and(|name| name.tokens.start < start) {
            continue;
        }
        if let Some(phrase) = phrase::exactly(ctx, start..end).filter(|phrase| !phrase.ends_in_role) {
            best = Some(phrase);
        }
    }
    let mut phrase = best?;
    let before = phrase.tokens.start.checked_sub(1).filter(|&at| sentence.contains(&at));
    if let Some(before) = before {
        let word = page.folded(before);
        if page.classes(before).any(Classes::FORMER) || word == "ex" {
            phrase.office.tenure = Tenure::Former;
        }
        // `to become foreign minister NAME`
        if matches!(word, "become" | "became")
            || page.token(before).is_some_and(|token| token.kind == TokenKind::Possessive)
        {
            return None;
        }
    }
    Some(phrase)
}

/// `Finance Minister NAME`, `head of the electoral commission NAME`.
fn before(ctx: &Ctx<'_>, name: &Named<'_>) -> Vec<Phrase> {
    let found = ending(ctx, &sentence(ctx, name), name.tokens.start);
    found.filter(|phrase| !is_behind_as(ctx, phrase)).into_iter().collect()
}

/// `as foreign minister`
fn is_behind_as(ctx: &Ctx<'_>, phrase: &Phrase) -> bool {
    phrase.tokens.start.checked_sub(1).is_some_and(|at| ctx.page.folded(at) == "as")
}

/// `the foreign minister, NAME,`: with a mark behind the name, or a verb where the phrase is the subject.
fn before_comma(ctx: &Ctx<'_>, name: &Named<'_>) -> Vec<Phrase> {
    let page = ctx.page;
    let sentence = sentence(ctx, name);
    // `the army chief, General NAME,`
    let mut first = name.tokens.start;
    for _ in 0..3 {
        let before = first.checked_sub(1).and_then(|_| page.word_before(first));
        first = before.filter(|&before| phrase::is_rank(ctx, before)).unwrap_or(first);
    }
    let comma = first.checked_sub(1).filter(|&comma| is_mark(ctx, comma, ","));
    let Some(phrase) = comma.and_then(|comma| ending(ctx, &sentence, comma)) else { return Vec::new() };
    let behind = name.tokens.end;
    let closes = !sentence.contains(&behind) || is_mark(ctx, behind, ",.;:)—–\"”?!");
    let starts = phrase.tokens.start == sentence.start
        || phrase
            .tokens
            .start
            .checked_sub(1)
            .is_some_and(|at| is_mark(ctx, at, "\"”“,") || page.classes(at).any(VERB));
    let listed = is_mark(ctx, behind, ",") && page.folded(behind + 1) == "and" && !phrase.is_definite;
    let subject = starts && page.classes(behind).any(VERB);
    // `As foreign minister, NAME said`, but `as the minister, NAME, put it`.
    let at_time = is_behind_as(ctx, &phrase) && !is_mark(ctx, behind, ",");
    let found =
        Some(phrase).filter(|phrase| (closes || subject) && !listed && !at_time && phrase.is_definite);
    found.into_iter().collect()
}

/// Where a phrase in apposition ends: the first mark or word that closes it.
fn closings(ctx: &Ctx<'_>, tokens: Range<usize>) -> Vec<usize> {
    let page = ctx.page;
    let closes = |&at: &usize| {
        is_mark(ctx, at, ",.;:()—–\"”")
            || matches!(page.folded(at), "who" | "which" | "whose" | "and" | "since" | "until")
    };
    let mut all: Vec<usize> = tokens.clone().filter(closes).take(4).collect();
    if tokens.len() < LONGEST {
        all.push(tokens.end);
    }
    all
}

/// The phrases that begin at a token and are closed.
fn beginning(ctx: &Ctx<'_>, start: usize, end: usize) -> Option<Phrase> {
    let limit = end.min(start + LONGEST);
    let page = ctx.page;
    let mut best = None;
    for close in closings(ctx, start..limit) {
        let Some(phrase) = phrase::exactly(ctx, start..close) else { continue };
        let person = close < end && ctx.at(close).is_some();
        if !person {
            best = Some(phrase);
        }
    }
    // `NAME, Foreign Minister OTHER and …`: the next one's; `NAME, the minister said`: none.
    best.filter(|phrase| phrase.tokens.end >= end || !page.classes(phrase.tokens.end).any(VERB))
}

/// `NAME, 45, the minister for trade and industry,`, `NAME (foreign minister)`, `NAME: head of …`.
fn behind(ctx: &Ctx<'_>, name: &Named<'_>) -> Vec<Phrase> {
    let page = ctx.page;
    let sentence = sentence(ctx, name);
    let mark = name.tokens.end;
    if !sentence.contains(&mark) || !is_mark(ctx, mark, ",(:—–") {
        return Vec::new();
    }
    let mut at = mark + 1;
    let aged = page.token(at).is_some_and(|token| token.kind == TokenKind::Number);
    if aged && is_mark(ctx, at + 1, ",") {
        at += 2;
    }
    let Some(mut phrase) = beginning(ctx, at, sentence.end) else { return Vec::new() };
    let end = phrase.tokens.end;
    // `A, the foreign minister, and B` may be three people; so may `A, the minister, B`.
    let listed = is_mark(ctx, end, ",") && matches!(page.folded(end + 1), "and" | "or");
    let list = listed && (ctx.at(end + 2).is_some() || matches!(page.folded(end + 2), "the" | "a" | "an"));
    let before = name.tokens.start.checked_sub(1).filter(|&at| sentence.contains(&at));
    let in_list = before.is_some_and(|at| is_mark(ctx, at, ",") || page.folded(at) == "and") && listed;
    if list || in_list {
        return Vec::new();
    }
    let until = matches!(page.folded(end), "until" | "from") || page.folded(at) == "then";
    if until {
        phrase.office.tenure = Tenure::Former;
    }
    vec![phrase]
}

/// `NAME, who presides over the court`, `NAME heads the commission`.
fn does(ctx: &Ctx<'_>, name: &Named<'_>) -> Vec<Phrase> {
    let page = ctx.page;
    let sentence = sentence(ctx, name);
    let mut at = name.tokens.end;
    if is_mark(ctx, at, ",") && page.folded(at + 1) == "who" {
        at += 2;
    }
    if matches!(page.folded(at), "currently" | "now" | "also") {
        at += 1;
    }
    let Some((_, head)) = DOES.iter().find(|(verb, _)| *verb == page.folded(at)) else { return Vec::new() };
    let mut start = at + 1;
    if *head == "president" {
        if page.folded(start) != "over" {
            return Vec::new();
        }
        start += 1;
    }
    let found = phrase::of_body(ctx, start..sentence.end.min(start + LONGEST), head);
    found.map(|phrase| clause(ctx, phrase, at)).into_iter().collect()
}

/// The phrase with the words from a token on, or up to it.
fn clause(ctx: &Ctx<'_>, mut phrase: Phrase, at: usize) -> Phrase {
    phrase.office.span = phrase.office.span.join(ctx.page.span(at, at));
    phrase.office.is_title = false;
    phrase
}

/// `NAME is the mayor of …`, `NAME, who is also …`, `the mayor is NAME`.
fn is(ctx: &Ctx<'_>, name: &Named<'_>) -> Vec<Phrase> {
    let page = ctx.page;
    let sentence = sentence(ctx, name);
    let mut at = name.tokens.end;
    if is_mark(ctx, at, ",") && page.folded(at + 1) == "who" {
        at += 2;
    }
    let mut found = Vec::new();
    if page.folded(at) == "is" {
        at += 1;
        if matches!(page.folded(at), "now" | "currently" | "also" | "still") {
            at += 1;
        }
        found.extend(beginning(ctx, at, sentence.end));
    }
    let verb = name.tokens.start.checked_sub(1).filter(|&verb| matches!(page.folded(verb), "is" | "remains"));
    found.extend(verb.and_then(|verb| ending(ctx, &sentence, verb)).filter(|phrase| phrase.is_definite));
    found
}

/// `the board headed by NAME`.
fn done(ctx: &Ctx<'_>, name: &Named<'_>) -> Vec<Phrase> {
    let page = ctx.page;
    let by = name.tokens.start.checked_sub(1).filter(|&by| page.folded(by) == "by");
    let Some(verb) = by.and_then(|by| by.checked_sub(1)) else { return Vec::new() };
    let Some((_, head)) = DONE.iter().find(|(verb_, _)| *verb_ == page.folded(verb)) else {
        return Vec::new();
    };
    let found = body_before(ctx, &sentence(ctx, name), verb, head);
    found.map(|phrase| clause(ctx, phrase, verb)).into_iter().collect()
}

/// `the court, whose president is NAME`.
fn whose(ctx: &Ctx<'_>, name: &Named<'_>) -> Vec<Phrase> {
    let page = ctx.page;
    let sentence = sentence(ctx, name);
    let verb = name.tokens.start.checked_sub(1).filter(|&verb| matches!(page.folded(verb), "is" | ","));
    let Some(verb) = verb else { return Vec::new() };
    let whose = (sentence.start..verb).rev().take(5).find(|&at| page.folded(at) == "whose");
    let Some(whose) = whose else { return Vec::new() };
    let Some(phrase) = phrase::exactly(ctx, whose + 1..verb) else { return Vec::new() };
    let head: String = phrase.office.head.into();
    let end = if whose > 0 && is_mark(ctx, whose - 1, ",") { whose - 1 } else { whose };
    let mut found = body_before(ctx, &sentence, end, &head);
    if let Some(found) = &mut found {
        found.office.is_deputy |= phrase.office.is_deputy;
        found.office.tenure = phrase.office.tenure;
    }
    found.map(|phrase| clause(ctx, phrase, verb - 1)).into_iter().collect()
}

/// The body whose words end before a token, as the office of who heads it.
fn body_before(ctx: &Ctx<'_>, sentence: &Range<usize>, end: usize, head: &str) -> Option<Phrase> {
    let page = ctx.page;
    let end = if end > 0 && is_mark(ctx, end - 1, ",") { end - 1 } else { end };
    let starts = (sentence.start..end).rev().take(8);
    let bounded = starts.filter(|&at| {
        matches!(page.folded(at), "the" | "a" | "an")
            || ctx.at(at).is_some_and(|name| name.tokens.start == at)
    });
    let mut found = bounded
        .filter_map(|start| phrase::of_body(ctx, start..end, head))
        .filter(|phrase| phrase.tokens.end == end);
    found.next()
}
