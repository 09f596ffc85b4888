//! Names that the gazetteer knows, as the tokens of a stretch see them.

use std::ops::Range;

use crate::base::kind::EntityKind;
use crate::lang::lexicon::Known;
use crate::lang::lexicon::gazetteer::Entry;
use crate::lang::names::page::Page;
use crate::lang::names::tagger::label::Position;
use crate::lang::sentence::is_abbreviation;
use crate::lang::token::{Case, Gap, TokenKind};

/// What is known of a token, as a number: what the name that it stands in can be, and the place in it.
/// 0 is nothing.
pub type Mark = u64;

/// Marks the names that the gazetteer knows in a stretch, weak ones too; of two that begin at one token
/// the longer.
pub fn mark(page: &Page<'_>, stretch: Range<usize>, marks: &mut Vec<Mark>) {
    let mut at = stretch.start;
    while at < stretch.end {
        let Some((last, entry)) = longest(page, at, stretch.end, Some) else {
            marks.push(0);
            at += 1;
            continue;
        };
        let sort = u64::from(entry.kinds.0) | u64::from(entry.weak) << 16;
        marks.extend((at..=last).map(|index| sort << 3 | Position::of(index, at, last) as Mark));
        at = last + 1;
    }
}

/// The name that these tokens are, if the gazetteer holds it as one that needs no context.
pub fn exactly(page: &Page<'_>, first: usize, last: usize) -> Option<Known<'static>> {
    strong(page, first, last + 1).filter(|(end, _)| *end == last).map(|(_, known)| known)
}

/// The longest name that begins at a token and needs no context: its last token.
pub fn strong(page: &Page<'_>, start: usize, end: usize) -> Option<(usize, Known<'static>)> {
    longest(page, start, end, Known::of)
}

/// The longest name that begins at a token, written with capitals, of those that `accept` takes.
fn longest<T>(
    page: &Page<'_>,
    start: usize,
    end: usize,
    accept: impl Fn(Entry) -> Option<T>,
) -> Option<(usize, T)> {
    let first = page.known_word(start)?;
    if !page.is_capital(start) || first.entry.is_none() && first.walk.is_none() {
        return None;
    }
    let mut walk = first.walk.clone();
    let mut capitals = true;
    let mut found = None;
    for at in start..end {
        let token = page.token(at)?;
        let inner = token.gap == Gap::Tight && token.kind == TokenKind::Word;
        if at > start && (inner || token.gap == Gap::Line) {
            break;
        }
        // `Washington, D.C.`, `St. Louis`
        let stop = token.is_mark('.') && is_abbreviation(page.word(at.saturating_sub(1)));
        if at > start && (token.is_mark(',') || stop) {
            continue;
        }
        if !matches!(token.kind, TokenKind::Word | TokenKind::Number) {
            break;
        }
        let entry = if at == start {
            first.entry
        } else {
            let Some(walk) = walk.as_mut() else { break };
            if !walk.push(page.folded(at)) {
                break;
            }
            walk.entry()
        };
        capitals &= token.case == Case::Upper;
        let whole =
            page.token(at + 1).is_none_or(|next| next.gap != Gap::Tight || next.kind != TokenKind::Word);
        if whole
            && let Some(entry) = entry.filter(|entry| capitals || !entry.capitals)
            && (token.is_capital() || entry.filing == Some(EntityKind::Agreement) && !page.opens(start))
            && let Some(accepted) = accept(entry)
        {
            found = Some((at, accepted));
        }
        if walk.is_none() {
            break;
        }
    }
    found
}
