//! What is counted: the noun in the plural behind a number, and measures.

use crate::lang::claims::counts::numbers::Number;
use crate::lang::claims::counts::relations::{befall, befalling};
use crate::lang::claims::counts::{Population, Relation, Unit};
use crate::lang::claims::topics;
use crate::lang::lexicon::Classes;
use crate::lang::names::page::Page;
use crate::lang::token::{Gap, TokenKind};

/// What stands behind a number.
#[derive(Default)]
pub(super) struct Counted {
    pub unit: Option<Unit>,
    pub population: Option<Population>,
    /// Said by the noun: `12 deaths`.
    pub relation: Option<Relation>,
    /// The last token that belongs to the count.
    pub last: usize,
    /// The token behind.
    pub end: usize,
}

pub(super) fn counted(page: &Page<'_>, number: &Number, end: usize) -> Counted {
    let line = |at: usize| page.after(at.saturating_sub(1)) == Some(at);
    let none = Counted { last: end.saturating_sub(1), end, ..Counted::default() };
    if let Some(length) = percent(page, number.end) {
        let last = number.end + length - 1;
        let mut counted = Counted { unit: Some(Unit::Percent), last, end: last + 1, ..none };
        if page.folded(last + 1) == "of"
            && let Some(phrase) = phrase(page, determined(page, last + 2))
        {
            counted.end = phrase.end;
            counted.last = phrase.end - 1;
            counted.population = Some(phrase.population);
        }
        return counted;
    }
    if !line(end) {
        return none;
    }
    let first = match number.of {
        true => determined(page, end + 1),
        false => end,
    };
    let Some(phrase) = phrase(page, first) else { return none };
    let behind = Counted { last: phrase.end - 1, end: phrase.end, ..none };
    let points =
        phrase.head == "points" && phrase.population.modifiers.iter().any(|stem| **stem == *"percentage");
    match unit(phrase.head).or(points.then_some(Unit::PercentagePoint)) {
        Some(unit) => Counted { unit: Some(unit), ..behind },
        None => {
            let relation = befalling(&phrase.population.head);
            Counted { relation, population: Some(phrase.population), ..behind }
        }
    }
}

/// The number of tokens of `%`, `percent`, `per cent` at a token; 0 tokens never.
fn percent(page: &Page<'_>, at: usize) -> Option<usize> {
    match page.folded(at) {
        "%" | "percent" | "pct" | "pc" => Some(1),
        "per" if page.folded(at + 1) == "cent" => Some(2),
        _ => None,
    }
}

fn unit(head: &str) -> Option<Unit> {
    Some(match head {
        "dollars" => Unit::Dollar,
        "euros" => Unit::Euro,
        "pounds" => Unit::Pound,
        "yen" => Unit::Yen,
        "yuan" => Unit::Yuan,
        "rubles" | "roubles" => Unit::Ruble,
        "rupees" => Unit::Rupee,
        "lira" | "liras" => Unit::Lira,
        "kilometers" | "kilometres" | "km" | "kms" => Unit::Kilometre,
        "miles" => Unit::Mile,
        "meters" | "metres" => Unit::Metre,
        "feet" => Unit::Foot,
        "tons" | "tonnes" => Unit::Tonne,
        "kilograms" | "kilogrammes" | "kg" | "kilos" => Unit::Kilogram,
        "barrels" => Unit::Barrel,
        "hectares" => Unit::Hectare,
        "acres" => Unit::Acre,
        _ => return None,
    })
}

/// The token behind determiners: `of its troops`.
fn determined(page: &Page<'_>, at: usize) -> usize {
    let is = matches!(page.folded(at), "the" | "its" | "their" | "his" | "her" | "our" | "all" | "those");
    if is { at + 1 } else { at }
}

/// A noun in the plural with what describes it.
struct Phrase<'a> {
    /// The folded noun.
    head: &'a str,
    population: Population,
    /// The token behind.
    end: usize,
}

fn phrase<'a>(page: &Page<'a>, first: usize) -> Option<Phrase<'a>> {
    let mut modifiers = Vec::new();
    for at in first..first + 5 {
        let token = page.token(at).filter(|token| token.gap != Gap::Line)?;
        let word = page.folded(at);
        if token.kind != TokenKind::Word || is_function(word) || page.classes(at).any(Classes::SAID) {
            return None;
        }
        let next = page.after(at).map_or("", |next| page.folded(next));
        let next_is_noun = || {
            page.after(at).is_some_and(|next| is_plural(page, next) && befall(page.folded(next)).is_none())
        };
        if is_plural(page, at) && !next_is_noun() {
            modifiers.sort_unstable();
            modifiers.dedup();
            let population = Population { head: singular(word), modifiers: modifiers.into() };
            return Some(Phrase { head: word, population, end: at + 1 });
        }
        // `35 dead`, but `35 wounded soldiers`.
        if befall(word).is_some() && !next_is_noun() && !page.is_capital(at + 1) {
            return None;
        }
        if !matches!(word, "more" | "other" | "another" | "new" | "additional") {
            modifiers.push(topics::stem(word));
        }
        if next.is_empty() {
            return None;
        }
    }
    None
}

/// Who the one is that was killed or held: `one Kenyan soldier`.
pub(super) fn only_one(page: &Page<'_>, first: usize) -> Option<Population> {
    let ends = |at: usize| {
        let is_word =
            page.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.gap != Gap::Line);
        !is_word
            || page.folded(at) == "other"
            || is_function(page.folded(at))
            || befall(page.folded(at)).is_some()
    };
    let end = (first..first + 4).find(|&at| ends(at)).filter(|&end| end > first)?;
    let mut modifiers: Vec<Box<str>> = (first..end - 1).map(|at| topics::stem(page.folded(at))).collect();
    modifiers.sort_unstable();
    modifiers.dedup();
    Some(Population { head: singular(page.folded(end - 1)), modifiers: modifiers.into() })
}

/// The stem of a noun; of those with a plural of their own, the singular.
pub(super) fn singular(word: &str) -> Box<str> {
    match word {
        "men" => "man".into(),
        "women" => "woman".into(),
        "children" => "child".into(),
        "policemen" => "policeman".into(),
        "lives" => "life".into(),
        _ => topics::stem(word),
    }
}

fn is_plural(page: &Page<'_>, at: usize) -> bool {
    let word = page.folded(at);
    let Some(token) = page.token(at).filter(|token| token.kind == TokenKind::Word) else { return false };
    // `U.S.` folds to `us`; a name that ends in an s is followed by more of it or is none of the kind.
    let abbreviated = token.of(page.text).contains('.');
    let regular = word.len() > 3
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !word.ends_with("us")
        && !word.ends_with("is")
        && !word.contains(' ');
    let named = page.is_capital(at) && page.after(at).is_some_and(|next| page.is_capital(next));
    !abbreviated && !is_function(word) && !named && (regular || is_people(word) || unit(word).is_some())
}

/// Plurals without an s, and their singulars in [`Population::head`].
pub(super) fn is_people(word: &str) -> bool {
    matches!(
        word,
        "people"
            | "men"
            | "women"
            | "children"
            | "policemen"
            | "police"
            | "personnel"
            | "man"
            | "woman"
            | "child"
            | "policeman"
            | "crew"
            | "staff"
            | "aircraft"
            | "cattle"
            | "sheep"
            | "troop"
            | "soldier"
            | "civilian"
            | "refugee"
            | "person"
            | "persons"
            | "servicemen"
            | "fishermen"
            | "gunmen"
    )
}

/// Words that are no part of a noun phrase behind a number; after the grammar words, measures of time and
/// words that stand for the noun.
const FUNCTION: &[&str] = &[
    "of", "in", "on", "at", "by", "to", "for", "from", "with", "and", "or", "but", "the", "a", "an", "as",
    "over", "after", "into", "is", "was", "were", "are", "be", "been", "has", "have", "had", "will", "would",
    "could", "can", "may", "that", "which", "who", "whose", "when", "while", "where", "than", "this",
    "these", "those", "his", "her", "its", "their", "it", "he", "she", "they", "we", "not", "also", "then",
    "during", "since", "before", "between", "about", "under", "against", "across", "towards", "toward",
    "versus", "plus", "minus", "times", "always", "perhaps", "last", "per", "did", "does", "do", "ahead",
    "behind", "besides", "years", "months", "weeks", "days", "hours", "minutes", "seconds", "decades",
    "others", "so", "if", "because",
];

fn is_function(word: &str) -> bool {
    word.len() <= 8 && FUNCTION.contains(&word)
}
