//! Events that an article tells of: meetings, calls, attacks, votes and the like, by their triggers.

use crate::lang::claims::Statement;
use crate::lang::claims::actors::Actors;

/// The statements of a page.
pub fn find(_actors: &Actors<'_>, _taken: &[Statement]) -> Vec<Statement> {
    Vec::new()
}
