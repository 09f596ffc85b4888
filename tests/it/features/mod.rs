//! What an editor shows, from fixtures: each in four dresses.

mod checks;
mod dates;
mod definition;
mod hover;
mod references;
mod symbols;
