//! What the names of an article say of each other.
//!
//! Somebody who is named in full is meant where the last name stands alone, and a body where its
//! initials do, whatever those words could be by themselves.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::kind::EntityKind;
use crate::lang::lexicon::Classes;
use crate::lang::names::candidates::COMMON;
use crate::lang::names::keys::{family_first, is_acronym_of, last_name};
use crate::lang::names::page::Page;
use crate::lang::names::tagger::{Tagged, known};
use crate::lang::token::{Case, TokenKind};

/// Settles the kinds of short names by the full ones, and adds those that were not found. `names` are
/// sorted; `capitals` are the tokens with a capital where names can be.
pub fn settle(page: &Page<'_>, capitals: impl Iterator<Item = usize>, names: &mut Vec<Tagged>) {
    let mut people = FxHashSet::default();
    let mut bodies = Vec::new();
    for name in names.iter().filter(|name| name.last > name.first) {
        let full = folded(page, name.first, name.last);
        match name.kind {
            EntityKind::Person => {
                people.insert(last_name(&full).to_owned());
                people.extend(family_first(&full).map(str::to_owned));
                // `Perez Soto` of `Juan Perez Soto`
                let tails = full.match_indices(' ').filter_map(|(at, _)| full.get(at + 1..));
                people.extend(tails.map(str::to_owned));
            }
            EntityKind::Organization => bodies.push(full),
            _ => {}
        }
    }
    let mut acronyms: FxHashMap<&str, bool> = FxHashMap::default();
    let mut is_body = |at: usize| {
        let upper = page.token(at).is_some_and(|token| token.case == Case::Upper);
        let acronym = page.folded(at);
        upper
            && *acronyms
                .entry(acronym)
                .or_insert_with(|| bodies.iter().any(|body| is_acronym_of(acronym, body)))
    };
    for name in names.iter_mut() {
        let known = known::exactly(page, name.first, name.last).is_some_and(|known| known.is_country);
        if name.kind != EntityKind::Person && !known && people.contains(&*folded(page, name.first, name.last))
        {
            name.kind = EntityKind::Person;
        } else if name.first == name.last && !known && is_body(name.first) {
            name.kind = EntityKind::Organization;
        } else if name.kind == EntityKind::Place
            && is_explained(page, name.last)
            && is_full_name(page, name.first, name.last)
        {
            name.kind = EntityKind::Person;
        }
    }
    let mut found: Vec<Tagged> = Vec::new();
    let mut covered = names.iter().peekable();
    for at in capitals {
        while covered.next_if(|name| name.last < at).is_some() {}
        let free = covered.peek().is_none_or(|name| name.first > at)
            && found.last().is_none_or(|name| name.last < at);
        if !free
            || beside(page, page.before(at))
            || page.classes(at).any(Classes::PEOPLE.or(Classes::CALENDAR))
        {
            continue;
        }
        let mut last = at;
        while let Some(next) = page.after(last).filter(|&next| beside(page, Some(next))) {
            last = next;
        }
        let free = covered.peek().is_none_or(|name| name.first > last);
        let inside = covered.peek().is_none_or(|name| name.last <= last);
        let title = page.token(at).is_some_and(|token| token.case == Case::Title);
        let common = page.classes(at).any(Classes::STOP) || page.opens(at) && page.occurs_small(at);
        if at == last && is_body(at) {
            found.push(Tagged { first: at, last, kind: EntityKind::Organization });
        } else if inside && title && !common && people.contains(&*folded(page, at, last))
            || free && is_full_name(page, at, last)
        {
            found.push(Tagged { first: at, last, kind: EntityKind::Person });
        }
    }
    names.retain(|name| found.iter().all(|found| name.last < found.first || found.last < name.first));
    names.append(&mut found);
    names.sort_unstable_by_key(|name| name.first);
}

/// A given name and one or two unknown words in the middle of a sentence, or two or three unknown words
/// behind which stands what somebody is.
fn is_full_name(page: &Page<'_>, first: usize, last: usize) -> bool {
    let plain = |at: usize| {
        page.token(at).is_some_and(|token| token.case == Case::Title)
            && !page.classes(at).any(COMMON.or(Classes::EVENT).or(Classes::PEOPLE))
    };
    (1..=2).contains(&(last - first))
        && !page.opens(first)
        && (page.known_word(first).is_some_and(|word| word.form.is_given()) || is_explained(page, last))
        && (first..=last).all(plain)
        && known::strong(page, first, last + 1).is_none()
}

/// `Kella Marsh, the deputy trade minister`, `Kella Marsh, Peru's envoy,`: an office in small letters close
/// behind the comma.
fn is_explained(page: &Page<'_>, last: usize) -> bool {
    let Some(comma) = page.after(last).filter(|&comma| page.is_mark(comma, ',')) else { return false };
    let mut at = comma;
    for _ in 0..5 {
        match page.after(at).filter(|&next| page.same_sentence(at, next)) {
            Some(next) if page.token(next).is_some_and(|token| matches!(token.kind, TokenKind::Mark(_))) => {
                return false;
            }
            Some(next) => at = next,
            None => return false,
        }
        let small = page.token(at).is_some_and(|token| token.case == Case::Lower);
        if small && page.classes(at).any(Classes::TITLE.or(Classes::HEAD)) {
            return true;
        }
        let part = Classes::MODIFIER.or(Classes::PORTFOLIO).or(Classes::FORMER).or(Classes::PEOPLE);
        let owner =
            page.is_capital(at) || page.token(at).is_some_and(|token| token.kind == TokenKind::Possessive);
        if !owner && !page.classes(at).any(part) && !matches!(page.word(at), "the" | "a" | "an") {
            return false;
        }
    }
    false
}

/// Whether a capital stands there that is no title.
fn beside(page: &Page<'_>, at: Option<usize>) -> bool {
    let titles =
        Classes::TITLE.or(Classes::HEAD).or(Classes::HONORIFIC).or(Classes::PEOPLE).or(Classes::CALENDAR);
    at.is_some_and(|at| page.is_capital(at) && !page.classes(at).any(titles))
}

/// The folded form of tokens; marks between them fall away, possessives join the word before.
pub fn folded(page: &Page<'_>, first: usize, last: usize) -> String {
    let mut folded = String::new();
    for at in first..=last {
        match page.token(at).map(|token| token.kind) {
            Some(TokenKind::Word | TokenKind::Number) => {
                if !folded.is_empty() {
                    folded.push(' ');
                }
                folded.push_str(page.folded(at));
            }
            Some(TokenKind::Possessive) => folded.push('s'),
            _ => {}
        }
    }
    folded
}
