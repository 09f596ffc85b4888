//! Patterns of the page rules: compiled at their first use, which most files never come to.
//!
//! To compile one takes as long as reading ten articles. So each stands behind a plain test for what
//! it cannot match without.

use regex::Regex;

/// A constant pattern; the tests build each of them.
pub fn regex(pattern: &str) -> Regex {
    #[allow(clippy::expect_used, reason = "the pattern is a constant, built in every test run")]
    Regex::new(pattern).expect("a constant pattern")
}
