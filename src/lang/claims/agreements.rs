//! Agreements that an article describes: `a memorandum on military cooperation signed in May`.

use crate::lang::claims::Statement;
use crate::lang::claims::actors::Actors;

/// The statements of a page.
pub fn find(_actors: &Actors<'_>) -> Vec<Statement> {
    Vec::new()
}
