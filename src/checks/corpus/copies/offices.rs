//! Offices that exclude each other in the same place.

use crate::checks::corpus::copies::Word;
use crate::lang::lexicon::{Classes, Lexicon};

const OFFICE: Classes = Classes::TITLE.or(Classes::HEAD);

/// Offices that exclude each other, each with what else it is called.
const OFFICES: &[&[&str]] = &[
    &["president"],
    &["prime minister", "premier"],
    &["minister"],
    &["chancellor"],
    &["king"],
    &["queen"],
    &["prince"],
    &["princess"],
    &["governor"],
    &["mayor"],
    &["senator"],
    &["congressman", "congresswoman", "representative"],
    &["ambassador"],
    &["judge", "justice"],
    &["prosecutor"],
    &["bishop"],
    &["archbishop"],
    &["cardinal"],
    &["general"],
    &["colonel"],
    &["major"],
    &["captain"],
    &["lieutenant"],
    &["sergeant"],
    &["admiral"],
    &["coach", "manager"],
    &["goalkeeper"],
    &["secretary"],
    &["speaker"],
    &["treasurer"],
    &["chairman", "chairwoman", "chair"],
    &["spokesman", "spokeswoman", "spokesperson"],
];

/// What ministries are for, each with what else it is called.
const PORTFOLIOS: &[&[&str]] = &[
    &["foreign", "external"],
    &["defence", "defense"],
    &["finance", "economy", "economic", "treasury"],
    &["interior", "home"],
    &["justice"],
    &["health"],
    &["education"],
    &["culture", "tourism"],
    &["environment", "climate"],
    &["agriculture", "farm"],
    &["transport", "transportation"],
    &["labor", "labour", "employment"],
    &["energy", "oil", "petroleum"],
    &["trade", "commerce", "industry"],
    &["information", "communications"],
    &["sports", "youth"],
    &["state"],
];

/// Whether it is an office.
pub fn is_office(word: &Word) -> bool {
    Lexicon::built_in().classes(&word.form).any(OFFICE)
}

/// A word that says of an office that it is not held, or not quite.
pub fn is_standing(word: &Word) -> bool {
    matches!(&*word.form, "former" | "ex" | "deputy" | "vice" | "acting" | "interim" | "outgoing")
}

pub fn is_other_office(mine: &[&Word], theirs: &[&Word]) -> bool {
    let in_words = |words: &[&Word]| words.iter().map(|word| &*word.form).collect::<Vec<_>>().join(" ");
    let (one, other) = (in_words(mine), in_words(theirs));
    let row = |rows: &[&[&str]], words: &str| rows.iter().position(|row| row.contains(&words));
    [OFFICES, PORTFOLIOS]
        .iter()
        .any(|rows| row(rows, &one).zip(row(rows, &other)).is_some_and(|(one, other)| one != other))
}
