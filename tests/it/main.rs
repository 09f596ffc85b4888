//! Everything that is tested from outside, in one binary.

mod cli;
mod contract;
mod features;
mod fuzz;
mod gazetteer;
mod identity;
mod lsp;
mod manual;
mod mutations;
mod oracle;
mod scenarios;
mod tidy;
