//! One article → facts: dates, names, roles. Pure; no other article in sight.
//!
//! Facts are a function of the text, the format and the lexicon alone. They hold no document
//! numbers and no entity ids: who is who is decided in `knowledge/`.

pub mod dates;
pub mod facts;
pub mod lexicon;
pub mod names;
pub mod claims;
pub mod sentence;
pub mod token;
