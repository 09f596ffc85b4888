//! Whether two names that stand in the same place are of two persons, places or bodies.

use std::ops::Range;

use crate::base::kind::EntityKind;
use crate::checks::corpus::copies::align::{Alignment, Gap, Stretch, is_spelling};
use crate::checks::corpus::copies::{Laid, Sort, Word};
use crate::lang::lexicon::gazetteer::Kinds;
use crate::lang::lexicon::{Classes, Lexicon};

/// The name that all the words are part of.
pub fn name_of(words: &[&Word]) -> Option<usize> {
    let mut names = words.iter().map(|word| match word.sort {
        Sort::Name(name) => Some(name),
        _ => None,
    });
    let first = names.next()??;
    names.all(|name| name == Some(first)).then_some(first)
}

/// Whether the names of a gap are of two persons, places or bodies; no other name may share the rest of
/// them.
pub fn is_other_name_here(
    mine: Stretch<'_>,
    theirs: Stretch<'_>,
    alignment: &Alignment,
    (one, other): (usize, usize),
) -> bool {
    let name = |stretch: Stretch<'_>, at: usize| stretch.words.get(at).and_then(Word::name);
    let torn = alignment
        .pairs
        .iter()
        .any(|&(here, there)| (name(mine, here) == Some(one)) != (name(theirs, there) == Some(other)));
    !torn && is_other_name(mine.laid, one, theirs.laid, other)
}

/// Whether the gap is of two names that share no word, and stand in lists, or are of bodies or places of
/// which one may be a part of the other.
pub fn is_loose(mine: Stretch<'_>, theirs: Stretch<'_>, alignment: &Alignment, gap: &Gap) -> bool {
    let name = |stretch: Stretch<'_>, range: &Range<usize>| {
        let words = stretch.words.get(range.clone()).unwrap_or_default();
        name_of(&words.iter().filter(|word| word.is_name()).collect::<Vec<_>>())
    };
    let (Some(one), Some(other)) = (name(mine, &gap.mine), name(theirs, &gap.theirs)) else { return false };
    let mention = |stretch: Stretch<'_>, name: usize| {
        let facts = stretch.laid.facts;
        let mention = facts.mentions.get(name)?;
        Some((facts.kind(mention)?, facts.words(mention).to_lowercase()))
    };
    let (Some(here), Some(there)) = (mention(mine, one), mention(theirs, other)) else { return true };
    let last = |words: &str| words.rsplit(' ').next().map(str::to_owned);
    let of_person = here.0 == EntityKind::Person;
    let paired = |at: usize| mine.words.get(at).and_then(Word::name) == Some(one);
    if of_person && alignment.pairs.iter().any(|&(at, _)| paired(at)) {
        return false;
    }
    let certain = of_person || last(&here.1) == last(&there.1) || places(&here.1, &there.1).is_some();
    !certain || is_listed(mine, &gap.mine, one) && is_listed(theirs, &gap.theirs, other)
}

/// Whether a gap is of one name, written in two ways: `the U.S.`, `the United States`.
pub fn is_one_name(mine: Stretch<'_>, theirs: Stretch<'_>, gap: &Gap) -> bool {
    let name = |stretch: Stretch<'_>, range: &Range<usize>| {
        let words = stretch.words.get(range.clone()).unwrap_or_default();
        let name = name_of(&words.iter().filter(|word| word.is_weighty()).collect::<Vec<_>>())?;
        let facts = stretch.laid.facts;
        let mention = facts.mentions.get(name)?;
        Some((facts.words(mention).to_lowercase(), facts.chain(mention)?.keys.clone()))
    };
    let Some(((one, keys), (other, others))) = name(mine, &gap.mine).zip(name(theirs, &gap.theirs)) else {
        return false;
    };
    keys.iter().any(|key| others.contains(key)) || is_short_form(&one, &other) || is_short_form(&other, &one)
}

/// Whether a name stands beside another with only a comma or `and` between them.
fn is_listed(stretch: Stretch<'_>, range: &Range<usize>, name: usize) -> bool {
    let facts = stretch.laid.facts;
    let kind = |name: usize| facts.mentions.get(name).and_then(|mention| facts.kind(mention));
    let is_beside = |one: Option<&Word>, other: Option<&Word>, at: Option<&Word>| {
        let (Some(one), Some(other)) = (one, other) else { return false };
        let between =
            stretch.laid.text.get(one.span.end as usize..other.span.start as usize).unwrap_or_default();
        let beside = at.and_then(Word::name).filter(|beside| *beside != name);
        matches!(between.trim(), "," | ", and" | "and" | ", the" | ", and the" | "and the" | "or")
            && beside.is_some_and(|beside| kind(beside) == kind(name))
    };
    let words = stretch.words;
    let named = |word: &Word| word.name() == Some(name);
    let first = words.iter().position(named).unwrap_or(range.start);
    let last = words.iter().rposition(named).unwrap_or(range.end);
    let mut before = words.get(..first).unwrap_or_default().iter().rev().filter(|word| word.is_weighty());
    let mut behind = words.get(last + 1..).unwrap_or_default().iter().filter(|word| word.is_weighty());
    let (before, behind) = (before.next(), behind.next());
    is_beside(before, words.get(first), before) || is_beside(words.get(last), behind, behind)
}

/// Whether two names in the same place are of two persons, places or bodies.
fn is_other_name(mine: &Laid<'_>, one: usize, theirs: &Laid<'_>, other: usize) -> bool {
    let (Some(one), Some(other)) = (mine.facts.mentions.get(one), theirs.facts.mentions.get(other)) else {
        return false;
    };
    let (Some(chain), Some(another)) = (mine.facts.chain(one), theirs.facts.chain(other)) else {
        return false;
    };
    let words = (mine.facts.words(one).to_lowercase(), theirs.facts.words(other).to_lowercase());
    let is_unit = |words: &str| matches!(words, "celsius" | "fahrenheit");
    if is_unit(&words.0) || is_unit(&words.1) {
        return false;
    }
    if !is_of_sort((chain.kind, &words.0), (another.kind, &words.1))
        || chain.keys.iter().any(|key| another.keys.contains(key)) && chain.kind != EntityKind::Person
        || is_short_form(&words.0, &words.1)
        || is_short_form(&words.1, &words.0)
    {
        return false;
    }
    let parts = |words: &str| -> Vec<String> {
        words.split([' ', '-', '.']).filter(|part| !part.is_empty()).map(str::to_owned).collect()
    };
    let (mine_parts, their_parts) = (parts(&words.0), parts(&words.1));
    // `the capital`, `the National Stadium` may be other words for it.
    let are_alike = has_head(&mine_parts) == has_head(&their_parts);
    let known = (mine.has_name(&another.keys), theirs.has_name(&chain.keys));
    match chain.kind {
        EntityKind::Person => {
            let (Some(surname), Some(other_surname)) = (mine_parts.last(), their_parts.last()) else {
                return false;
            };
            if !is_spelling(surname, other_surname) {
                // Both articles speak of both: the sentence was turned round.
                return !(known.0 && known.1);
            }
            // `Sheriff Moira Drummond`, `Judge Moira Drummond`.
            if mine_parts.iter().filter(|part| their_parts.contains(part)).count() > 1 {
                return false;
            }
            let given = mine_parts.first().zip(their_parts.first());
            let first = |word: &str| word.chars().next();
            mine_parts.len() > 1
                && their_parts.len() > 1
                && given.is_some_and(|(one, other)| first(one) != first(other))
        }
        _ if shares_a_word(&mine_parts, &their_parts) => false,
        EntityKind::Place => match places(&words.0, &words.1) {
            Some(apart) => apart && !(known.0 && known.1),
            // A village that is not known may lie in a place that is.
            None if is_known(&words.0) != is_known(&words.1) => false,
            None => are_alike && !known.0 && !known.1,
        },
        _ => are_alike && !known.0 && !known.1,
    }
}

/// Whether two names are of a kind; a hospital may be taken for a place here and for a body there.
fn is_of_sort((kind, words): (EntityKind, &str), (other, others): (EntityKind, &str)) -> bool {
    let either = |kind| matches!(kind, EntityKind::Place | EntityKind::Organization);
    let last = |words: &str| words.rsplit(' ').next().map(str::to_owned);
    kind == other || either(kind) && either(other) && words.contains(' ') && last(words) == last(others)
}

fn is_known(name: &str) -> bool {
    Lexicon::built_in().name(name).is_some()
}

/// Whether a name ends with what it is: `… Hospital`.
fn has_head(parts: &[String]) -> bool {
    let heads = Classes::ORGANIZATION.or(Classes::STATE_BODY).or(Classes::PLACE).or(Classes::COMPANY);
    parts.last().is_some_and(|last| last == "capital" || Lexicon::built_in().classes(last).any(heads))
}

/// Whether two names have a word in common that not many names have: `Mount Cook`, `Mt Cook National Park`.
fn shares_a_word(one: &[String], other: &[String]) -> bool {
    let general = Classes::ORGANIZATION
        .or(Classes::ORGANIZATION_OF)
        .or(Classes::STATE_BODY)
        .or(Classes::PLACE)
        .or(Classes::PLACE_BEFORE)
        .or(Classes::DIRECTION)
        .or(Classes::GENERIC)
        .or(Classes::COMPANY)
        .or(Classes::STOP);
    let says = |word: &&String| word.len() >= 3 && !Lexicon::built_in().classes(word).any(general);
    one.iter().filter(says).any(|word| other.contains(word))
}

/// Whether two places that are known are two of a sort, of which none lies in the other; `None` where one of
/// them is not known.
fn places(one: &str, other: &str) -> Option<bool> {
    let lexicon = Lexicon::built_in();
    let (one, other) = (lexicon.name(one)?, lexicon.name(other)?);
    let sort = |kinds: Kinds| {
        let sorts = [Kinds::COUNTRY, Kinds::CAPITAL.or(Kinds::CITY), Kinds::REGION, Kinds::WATER];
        sorts.iter().position(|sort| kinds.any(*sort))
    };
    Some(one.canonical != other.canonical && sort(one.kinds) == sort(other.kinds))
}

/// Whether one name is made of the first letters or some words of the other.
fn is_short_form(short: &str, long: &str) -> bool {
    let letters: String = long
        .split([' ', '-'])
        .filter(|word| !matches!(*word, "of" | "the" | "and" | "for"))
        .filter_map(|word| word.chars().next())
        .collect();
    let plain: String = short.chars().filter(|letter| letter.is_alphanumeric()).collect();
    letters == plain || short == long
}
