//! What an editor shows, from fixtures: each in four dresses.

mod checks;
mod dates;
mod definition;
mod documents;
mod handling;
mod hover;
mod references;
mod symbols;
