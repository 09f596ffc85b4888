//! What tests drive the program with: fixtures, the script decoder, the oracle, planted faults.

pub mod check;
pub mod client;
pub mod faults;
pub mod fixture;
pub mod oracle;
pub mod script;
