//! SKELETON (another engineer writes this): comparison of folded names.
use crate::base::kind::EntityKind;

/// Whether two folded names of one kind can name the same thing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Compatibility {
    /// The two forms by themselves say that they name the same.
    Same,
    /// One is a shortening of the other that could also stand for something else: a bare surname, an
    /// acronym.
    Possible,
    Different,
}

/// Compares two folded forms of one kind. Symmetric.
pub fn compare(_kind: EntityKind, one: &str, other: &str) -> Compatibility {
    if one == other {
        return Compatibility::Same;
    }
    let last = |name: &str| name.rsplit(' ').next().map(str::to_owned);
    match (one.contains(' '), other.contains(' ')) {
        (true, true) if last(one) == last(other) && one.starts_with(other.get(..1).unwrap_or("-")) => {
            Compatibility::Same
        }
        (true, false) | (false, true) if last(one) == last(other) => Compatibility::Possible,
        _ => Compatibility::Different,
    }
}
