//! One file a format; this is the registry.

pub mod export;
pub mod factiva;
pub mod front_matter;
pub mod html;
pub mod markdown;
pub mod nexis;
pub mod plain;

use crate::source::{Format, Reading};

/// Reads `text` as `format` says.
pub fn read(text: &str, format: Format) -> Reading {
    match format {
        Format::Plain => plain::read(text),
        Format::Markdown => markdown::read(text),
        Format::Html => html::read(text),
    }
}
