//! What an editor shows, from fixtures: each in four dresses.

mod affairs;
mod checks;
mod checks_arithmetic;
mod checks_times;
mod checks_wordings;
mod chronology;
mod contradictions;
mod copies;
mod dates;
mod definition;
mod documents;
mod handling;
mod hover;
mod references;
mod symbols;
