//! Where names can be: stretches of capitals with the small words between them.
//!
//! Most of a text is no such stretch and costs the tagger nothing. A stretch may hold several names,
//! or none; a name never leaves its stretch. Inside lie *runs*: capitals with the few small words that
//! stand inside names, cut at commas, `and`, possessives and slashes. What stands around a run says
//! more of its words than what stands around each of them.

use std::ops::Range;

use crate::lang::lexicon::Classes;
use crate::lang::names::page::{Line, Page};
use crate::lang::token::{Gap, TokenKind};

/// So many words and marks without a capital may follow each other inside a stretch.
const REACH: usize = 3;

/// The stretches of a line, in order.
pub fn stretches(page: &Page<'_>, line: &Line, put: &mut impl FnMut(Range<usize>)) {
    let mut at = line.tokens.start;
    while at < line.tokens.end {
        let Some(capital) = begins(page, at, line.tokens.end) else {
            at += 1;
            continue;
        };
        let mut last = capital;
        while let Some(next) = goes_on(page, last, line.tokens.end) {
            last = next;
        }
        put(at..last + 1);
        at = last + 1;
    }
}

/// The first capital of a stretch that begins at a token: over a particle or an ordinal number.
fn begins(page: &Page<'_>, at: usize, end: usize) -> Option<usize> {
    let token = page.token(at)?;
    if token.is_capital() {
        return Some(at);
    }
    let opens = match token.kind {
        TokenKind::Word => page.classes(at).any(Classes::PARTICLE),
        TokenKind::Number => is_ordinal(page.word(at)),
        _ => false,
    };
    let next = (at + 1 < end && opens && is_close(page, at + 1)).then_some(at + 1)?;
    begins(page, next, end)
}

/// The next capital or number of a stretch behind one.
fn goes_on(page: &Page<'_>, last: usize, end: usize) -> Option<usize> {
    for next in last + 1..end.min(last + REACH + 2) {
        let token = page.token(next).filter(|_| page.same_sentence(last, next))?;
        if token.is_capital() || next == last + 1 && token.kind == TokenKind::Number && is_close(page, next) {
            return Some(next);
        }
        if !is_inside(page, next) {
            return None;
        }
    }
    None
}

fn is_close(page: &Page<'_>, at: usize) -> bool {
    page.token(at).is_some_and(|token| token.gap == Gap::Space)
}

/// Whether a small word or mark may stand inside a name, or between two of a stretch.
fn is_inside(page: &Page<'_>, at: usize) -> bool {
    match page.token(at).map(|token| token.kind) {
        Some(TokenKind::Mark(mark)) => {
            matches!(mark, '&' | '-' | '\'' | '’' | '.' | '"' | '“' | '”' | '/' | '–')
        }
        Some(TokenKind::Possessive) => true,
        Some(TokenKind::Word) => {
            page.classes(at).any(Classes::PARTICLE)
                || matches!(
                    page.word(at),
                    "of" | "and" | "for" | "the" | "on" | "in" | "to" | "at" | "with" | "y" | "e"
                )
        }
        _ => false,
    }
}

fn is_ordinal(number: &str) -> bool {
    number.contains('+') || ["st", "nd", "rd", "th"].iter().any(|ending| number.ends_with(ending))
}

/// The runs of a stretch, in order, first and last token.
pub fn runs(page: &Page<'_>, stretch: Range<usize>, put: &mut impl FnMut(usize, usize)) {
    let mut first = None;
    for at in stretch.clone() {
        let joins = joins_run(page, at, first == Some(at) || first.is_none(), &stretch);
        match (first, joins) {
            (None, true) => first = Some(at),
            (Some(start), false) => {
                put(start, at - 1);
                first = None;
            }
            _ => {}
        }
    }
    if let Some(start) = first {
        put(start, stretch.end - 1);
    }
}

/// Whether a token belongs into a run; small words only where a run has begun and a capital follows.
fn joins_run(page: &Page<'_>, at: usize, is_first: bool, stretch: &Range<usize>) -> bool {
    let Some(token) = page.token(at) else { return false };
    match token.kind {
        TokenKind::Number => true,
        TokenKind::Word if token.is_capital() || page.classes(at).any(Classes::PARTICLE) => true,
        TokenKind::Word => {
            let next = |distance: usize| at + distance < stretch.end && page.is_capital(at + distance);
            let joins =
                matches!(page.word(at), "of" | "for") && (next(1) || page.word(at + 1) == "the" && next(2));
            let article = page.word(at) == "the" && next(1);
            !is_first && (joins || article && matches!(page.word(at.saturating_sub(1)), "of" | "for"))
        }
        TokenKind::Mark('&' | '.') => !is_first,
        _ => false,
    }
}
