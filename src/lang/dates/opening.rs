//! With what an expression can begin, as sets: they spare the families most words.

use crate::lang::dates::scan::{Shape, Token};
use crate::lang::dates::words::Sense;

/// A set of classes of first words.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Opening(u16);

impl Opening {
    pub const NONE: Opening = Opening(0);
    pub const DIGITS: Opening = Opening(1);
    /// The apostrophe of `'98`.
    pub const MARK: Opening = Opening(1 << 1);
    /// `a`, `an`, `the`.
    pub const ARTICLE: Opening = Opening(1 << 2);
    pub const NUMBER: Opening = Opening(1 << 3);
    pub const ORDINAL: Opening = Opening(1 << 4);
    /// `last`, `this`, `the following`.
    pub const SHIFT: Opening = Opening(1 << 5);
    /// `early`, `the end of`.
    pub const EDGE: Opening = Opening(1 << 6);
    pub const UNIT: Opening = Opening(1 << 7);
    /// `today`, `morning`, `noon`.
    pub const PART_OF_DAY: Opening = Opening(1 << 8);
    pub const MONTH: Opening = Opening(1 << 9);
    pub const WEEKDAY: Opening = Opening(1 << 10);
    pub const SEASON: Opening = Opening(1 << 11);
    /// `several`, `more than`.
    pub const VAGUE: Opening = Opening(1 << 12);
    /// `now`, `daily`.
    pub const ADVERB: Opening = Opening(1 << 13);
    pub const HOLIDAY: Opening = Opening(1 << 14);
    /// `fiscal`, `Q3`, `each`, `at least`, `these days`.
    pub const OTHER: Opening = Opening(1 << 15);

    /// The classes of either.
    pub const fn or(self, other: Opening) -> Opening {
        Opening(self.0 | other.0)
    }

    /// Whether the two share a class.
    pub const fn meets(self, other: Opening) -> bool {
        self.0 & other.0 != 0
    }

    /// The classes of a token.
    pub fn of(token: &Token) -> Opening {
        match token.shape {
            Shape::Digits => Opening::DIGITS,
            Shape::Mark => Opening::MARK,
            Shape::Small | Shape::Capital => token.word.opening(),
        }
    }

    /// The class of a sense; none for senses that no expression begins with.
    pub const fn of_sense(sense: Sense) -> Opening {
        match sense {
            Sense::Month { .. } => Opening::MONTH,
            Sense::Weekday { .. } => Opening::WEEKDAY,
            Sense::Unit { .. } => Opening::UNIT,
            Sense::Part { .. } | Sense::Twilight(_) | Sense::Noon(_) | Sense::Day(_) | Sense::Tonight => {
                Opening::PART_OF_DAY
            }
            Sense::Season { .. } => Opening::SEASON,
            Sense::Article => Opening::ARTICLE,
            Sense::Number(_) | Sense::Tens(_) | Sense::Scale(_) => Opening::NUMBER,
            Sense::Ordinal(_) => Opening::ORDINAL,
            Sense::Vague(_) | Sense::About(_) => Opening::VAGUE,
            Sense::Shift(_) => Opening::SHIFT,
            Sense::Edge(_) | Sense::EdgeNoun(_) => Opening::EDGE,
            Sense::Reference(_) | Sense::Every(_) => Opening::ADVERB,
            Sense::Holiday => Opening::HOLIDAY,
            Sense::Decade(_)
            | Sense::Future
            | Sense::Each
            | Sense::Fiscal
            | Sense::Lettered
            | Sense::Opener => Opening::OTHER,
            Sense::Direction(_) | Sense::Closer | Sense::Cue(_) | Sense::Context(_) => Opening::NONE,
        }
    }
}
