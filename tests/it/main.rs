//! Everything that is tested from outside, in one binary.

mod lsp;
mod oracle;
mod tidy;
