//! Names that the lexicon knows, as the tokens of a stretch see them.

use std::ops::Range;

use crate::lang::lexicon::Known;
use crate::lang::names::page::Page;
use crate::lang::names::tagger::label::Position;
use crate::lang::sentence::is_abbreviation;
use crate::lang::token::{Case, Gap, TokenKind};

/// What is known of a token: a number for the sort of name and the place in it; 0 is nothing.
pub type Mark = u8;

/// Marks the names that the lexicon knows in a stretch; of two that begin at one token the longer.
pub fn mark(page: &Page<'_>, stretch: Range<usize>, phrase: &mut String, marks: &mut Vec<Mark>) {
    let end = stretch.end;
    let mut at = stretch.start;
    while at < end {
        let Some((last, known)) = longest(page, at, end, phrase) else {
            marks.push(0);
            at += 1;
            continue;
        };
        let sort = sort(known);
        for index in at..=last {
            let position = match (index == at, index == last) {
                (true, true) => Position::Unit,
                (true, false) => Position::Begin,
                (false, true) => Position::Last,
                (false, false) => Position::Inside,
            };
            marks.push(sort * 4 + position as Mark);
        }
        at = last + 1;
    }
}

fn sort(known: &Known) -> Mark {
    match known.kind {
        _ if known.is_country => 1,
        crate::base::kind::EntityKind::Place => 2,
        crate::base::kind::EntityKind::Organization => 3,
        _ => 4,
    }
}

/// The longest name of the lexicon that begins at a token, with capitals: its last token.
pub fn longest<'a>(
    page: &Page<'a>,
    start: usize,
    end: usize,
    phrase: &mut String,
) -> Option<(usize, &'static Known)> {
    let reach = page.known_word(start)?.reach;
    if reach == 0 || !page.is_capital(start) {
        return None;
    }
    phrase.clear();
    let mut capitals = true;
    let mut found = None;
    let mut words = 0;
    for at in start..end {
        let token = page.token(at)?;
        if words >= reach || at > start && token.gap == Gap::Tight && token.kind == TokenKind::Word {
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
        if !phrase.is_empty() {
            phrase.push(' ');
        }
        phrase.push_str(page.folded(at));
        words = phrase.split(' ').count();
        capitals &= token.case == Case::Upper;
        let whole =
            page.token(at + 1).is_none_or(|next| next.gap != Gap::Tight || next.kind != TokenKind::Word);
        if whole
            && token.is_capital()
            && let Some(known) = page.lexicon.name(phrase).filter(|known| capitals || !known.capitals)
        {
            found = Some((at, known));
        }
    }
    found
}
