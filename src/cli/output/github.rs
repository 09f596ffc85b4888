//! Workflow commands of GitHub Actions: annotations beside the lines of a change.

use std::io::{self, Write};

use crate::checks::Severity;
use crate::cli::check::Diagnostics;

pub fn diagnostics(out: &mut dyn Write, diagnostics: &Diagnostics<'_>) -> io::Result<()> {
    for diagnostic in diagnostics.found.iter().filter(|diagnostic| diagnostic.counts()) {
        let level = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Information | Severity::Hint => "notice",
        };
        let at = &diagnostic.at;
        write!(out, "::{level} file={},line={}", property(at.path.as_str()), at.start.line)?;
        write!(out, ",endLine={},col={}", at.end.line, at.start.column)?;
        write!(out, ",endColumn={},title={}", at.end.column, property(diagnostic.code))?;
        writeln!(out, "::{}", message(&diagnostic.message))?;
    }
    Ok(())
}

fn message(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    message(text).replace(':', "%3A").replace(',', "%2C")
}
