//! What an editor shows, from fixtures: each in four dresses.

mod affairs;
mod checks;
mod checks_ages;
mod checks_arithmetic;
mod checks_days;
mod checks_story;
mod checks_sums;
mod checks_times;
mod checks_wordings;
mod checks_years;
mod chronology;
mod contradictions;
mod copies;
mod rewritten;
mod dates;
mod definition;
mod documents;
mod handling;
mod hover;
mod offices;
mod otherwise;
mod references;
mod symbols;
