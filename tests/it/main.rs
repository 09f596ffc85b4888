//! Everything that is tested from outside, in one binary.

mod features;
mod oracle;
mod tidy;
