//! What an editor shows, from fixtures: each in four dresses.

mod affairs;
mod checks;
mod contradictions;
mod dates;
mod definition;
mod documents;
mod hover;
mod references;
mod symbols;
