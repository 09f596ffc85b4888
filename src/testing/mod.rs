//! What tests drive the program with: fixtures, the script decoder, the oracle, planted faults.

pub mod client;
pub mod faults;
