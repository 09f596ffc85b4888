//! Names in lines where capitals say nothing: `Envoy Warns Of Delay In Quito`, `QUITO/LIMA`.
//!
//! Only words count that the article's sentences or the lexicon know as names.

use rustc_hash::FxHashMap;

use crate::base::kind::EntityKind;
use crate::lang::lexicon::gazetteer::{Entry, Walk};
use crate::lang::lexicon::{Classes, Known};
use crate::lang::names::evidence::Named;
use crate::lang::names::page::{Line, Page, Style};
use crate::lang::token::{Case, Gap, TokenKind};

/// The longest name that is looked for, in tokens.
const REACH: usize = 9;

/// The names in headline lines, in order. `table` holds what the sentences name.
pub fn find(page: &Page<'_>, table: &FxHashMap<String, EntityKind>) -> Vec<Named> {
    let mut found = Vec::new();
    for line in page.lines.iter().filter(|line| line.style != Style::Sentence) {
        let mut at = line.tokens.start;
        while at < line.tokens.end {
            match longest(page, line, at, table) {
                Some((last, name)) => {
                    found.push(name);
                    at = last + 1;
                }
                None => at += 1,
            }
        }
    }
    found
}

fn longest(
    page: &Page<'_>,
    line: &Line,
    start: usize,
    table: &FxHashMap<String, EntityKind>,
) -> Option<(usize, Named)> {
    page.token(start).filter(|token| token.is_capital() || token.kind == TokenKind::Number)?;
    let first = page.known_word(start)?;
    let mut walk = first.walk.clone();
    let mut phrase = String::new();
    let mut found = None;
    for last in start..line.tokens.end.min(start + REACH) {
        let token = page.token(last)?;
        let joined = last == start || token.gap == Gap::Space;
        if !joined || !matches!(token.kind, TokenKind::Word | TokenKind::Number) {
            break;
        }
        if !phrase.is_empty() {
            phrase.push(' ');
        }
        phrase.push_str(page.folded(last));
        let entry = if last == start {
            first.entry
        } else {
            walk = walk.and_then(|mut walk| walk.push(page.folded(last)).then_some(walk));
            walk.as_ref().and_then(Walk::entry)
        };
        if let Some(kind) = kind_of(page, line, (start, last), &phrase, entry, table) {
            let span = page.span(start, last);
            found = Some((
                last,
                Named { span, kind, folded: phrase.clone(), candidate: usize::MAX, tentative: false },
            ));
        }
    }
    found
}

fn kind_of(
    page: &Page<'_>,
    line: &Line,
    (start, last): (usize, usize),
    phrase: &str,
    entry: Option<Entry>,
    table: &FxHashMap<String, EntityKind>,
) -> Option<EntityKind> {
    // A surname that is a common word as well stays out, and so does `WHO` among capitals.
    let single = start == last;
    let common = Classes::STOP.or(Classes::ACRONYM_STOP).or(Classes::SAID);
    if single && line.style == Style::Capitals && page.lexicon.classes(phrase).any(common) {
        return None;
    }
    if let Some(kind) = table.get(phrase) {
        return Some(*kind).filter(|_| !(single && page.occurs_small(start)));
    }
    let known = entry.and_then(Known::of)?;
    let upper = (start..=last).all(|at| page.token(at).is_some_and(|token| token.case == Case::Upper));
    (upper || !known.capitals).then_some(known.kind)
}
