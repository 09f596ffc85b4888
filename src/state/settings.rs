//! Settings, with their defaults.
//!
//! Read from `dateline.toml` at a folder's root and, on top of it, from the client's `dateline`
//! section. Reading them is `io/` and `lsp/`'s part.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What the person can choose. A new field needs a default and a sentence here, nothing else.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// The publication date of every article, over what the files say (`--published`).
    #[serde(skip)]
    pub published: Option<Date>,
    /// Severity by check code: `off`, `error`, `warning`, `information` or `hint`.
    pub checks: BTreeMap<String, CheckLevel>,
}

/// What a setting makes of a check.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CheckLevel {
    Off,
    Error,
    Warning,
    Information,
    Hint,
}
