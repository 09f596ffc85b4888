//! What the tagger says of a token: outside of names, or its place in a name of a kind.
//!
//! The scheme is BILOU: a name of several tokens has a beginning, an inside and a last token, a name
//! of one is a unit.

use crate::base::kind::EntityKind;

/// How many labels there are.
pub const LABELS: usize = 1 + 4 * KINDS.len();

/// The kinds that the tagger knows, in the order of their labels.
pub const KINDS: [EntityKind; 3] = [EntityKind::Person, EntityKind::Organization, EntityKind::Place];

/// A label by its number: 0 is outside; four follow for each kind.
pub type Label = u8;

pub const OUTSIDE: Label = 0;

/// A token's place in a name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Position {
    Begin = 1,
    Inside = 2,
    Last = 3,
    Unit = 4,
}

impl Position {
    /// The position of a token in a name from `first` to `last`.
    pub const fn of(at: usize, first: usize, last: usize) -> Position {
        match (at == first, at == last) {
            (true, true) => Position::Unit,
            (true, false) => Position::Begin,
            (false, true) => Position::Last,
            (false, false) => Position::Inside,
        }
    }
}

/// The label of a token of a name of `KINDS[kind]`.
pub const fn label(kind: usize, position: Position) -> Label {
    (4 * kind) as Label + position as Label
}

/// The kind, as an index into [`KINDS`], and position of a label; none of [`OUTSIDE`].
pub const fn parts(label: Label) -> Option<(usize, Position)> {
    let Some(rest) = label.checked_sub(1) else { return None };
    let position = match rest % 4 {
        0 => Position::Begin,
        1 => Position::Inside,
        2 => Position::Last,
        _ => Position::Unit,
    };
    Some((rest as usize / 4, position))
}

/// Whether a name goes on behind a token with this label.
pub const fn is_open(label: Label) -> bool {
    matches!(parts(label), Some((_, Position::Begin | Position::Inside)))
}

/// Whether one label may stand behind another.
pub const fn may_follow(before: Label, label: Label) -> bool {
    let continues = matches!(parts(label), Some((_, Position::Inside | Position::Last)));
    match (is_open(before), continues) {
        (true, true) => (before - 1) / 4 == (label - 1) / 4,
        (false, false) => true,
        _ => false,
    }
}

/// The names that labels make: first and last token, counted from 0, and the index of the kind.
pub fn names(labels: &[Label]) -> impl Iterator<Item = (usize, usize, usize)> {
    let mut first = 0;
    labels.iter().enumerate().filter_map(move |(at, &label)| {
        let (kind, position) = parts(label)?;
        if matches!(position, Position::Begin | Position::Unit) {
            first = at;
        }
        matches!(position, Position::Last | Position::Unit).then_some((first, at, kind))
    })
}

/// The labels of tokens `first..=last` of a name.
pub fn of_name(kind: usize, first: usize, last: usize) -> impl Iterator<Item = (usize, Label)> {
    (first..=last).map(move |at| (at, label(kind, Position::of(at, first, last))))
}
