//! `dateline.toml` → [`Settings`].
//!
//! Each value is taken or refused by itself: what is wrong is said with its line, and the default (and
//! everything else in the file) stays.

use camino::Utf8Path;
use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::checks;
use crate::io::said;
use crate::state::Settings;

/// The name of the file in the folder that it is for.
pub const FILE: &str = "dateline.toml";

/// The settings of a folder, and what is wrong with its file. A folder without one has the defaults.
pub fn settings(root: &Utf8Path) -> (Settings, Vec<String>) {
    let path = root.join(FILE);
    match std::fs::read_to_string(&path) {
        Ok(text) => {
            let (settings, problems) = parse(&text);
            (
                Settings { folder: root.to_owned(), ..settings },
                problems.into_iter().map(|(line, message)| at(&path, line, &message)).collect(),
            )
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            (Settings { folder: root.to_owned(), ..Settings::default() }, Vec::new())
        }
        Err(error) => (Settings::default(), vec![format!("{path}: {}", said(&error))]),
    }
}

/// The settings in a text, and what is wrong on which line (from 1).
fn parse(text: &str) -> (Settings, Vec<(usize, String)>) {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut problems: Vec<(usize, String)> = errors
        .into_iter()
        .map(|error| (line(text, error.span().map_or(0, |span| span.start)), error.message().to_owned()))
        .collect();
    if !problems.is_empty() {
        return (Settings::default(), problems);
    }
    let mut taken = Taken::default();
    for (key, value) in table.get_ref() {
        let name = key.get_ref().as_ref();
        let mut refuse =
            |key: &Spanned<_>, message: String| problems.push((line(text, key.span().start), message));
        match value.get_ref() {
            DeValue::Table(inner) => {
                if let Err(message) = taken.take(&[name], toml::Value::Table(toml::Table::new())) {
                    refuse(key, message);
                    continue;
                }
                for (key, value) in inner {
                    let inner_name = key.get_ref().as_ref();
                    let known = if name == "checks" { known_check(inner_name) } else { Ok(()) };
                    let result =
                        known.and_then(|()| taken.take(&[name, inner_name], plain(value.get_ref())?));
                    if let Err(message) = result {
                        refuse(key, message);
                    }
                }
            }
            value => {
                if let Err(message) = plain(value).and_then(|value| taken.take(&[name], value)) {
                    refuse(key, message);
                }
            }
        }
    }
    problems.sort();
    (taken.settings, problems)
}

/// The values that were accepted so far, and the settings that they make.
#[derive(Default)]
struct Taken {
    table: toml::Table,
    settings: Settings,
}

impl Taken {
    /// Adds one value if the settings with it are still settings.
    fn take(&mut self, path: &[&str], value: toml::Value) -> Result<(), String> {
        let mut table = self.table.clone();
        match path {
            [outer, inner] => {
                if let Some(toml::Value::Table(outer)) = table.get_mut(*outer) {
                    outer.insert((*inner).to_owned(), value);
                }
            }
            path => {
                table.insert(path.concat(), value);
            }
        }
        self.settings =
            Settings::deserialize(table.clone()).map_err(|error| error.message().trim().to_owned())?;
        self.table = table;
        Ok(())
    }
}

fn known_check(code: &str) -> Result<(), String> {
    checks::of_code(code).map(|_| ()).ok_or_else(|| format!("no check is called `{code}`"))
}

/// The value without its places.
fn plain(value: &DeValue<'_>) -> Result<toml::Value, String> {
    toml::Value::deserialize(toml::de::ValueDeserializer::from(Spanned::new(0..0, value.clone())))
        .map_err(|error| error.message().to_owned())
}

fn line(text: &str, offset: usize) -> usize {
    1 + text.bytes().take(offset).filter(|&byte| byte == b'\n').count()
}

fn at(path: &Utf8Path, line: usize, message: &str) -> String {
    format!("{path}:{line}: {message}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::settings::CheckLevel;

    #[test]
    fn what_is_wrong_is_said_with_its_line_and_the_rest_is_taken() {
        let (settings, problems) = parse(
            "colour = \"red\"\n[checks]\nweekday-mismatch = \"hint\"\nimpossible-date = \"loud\"\nweekdays = \"off\"\n",
        );
        assert_eq!(settings.checks.get("weekday-mismatch"), Some(&CheckLevel::Hint));
        assert_eq!(settings.checks.len(), 1);
        let lines: Vec<usize> = problems.iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, [1, 4, 5], "{problems:?}");
    }

    #[test]
    fn a_broken_file_leaves_the_defaults() {
        let (settings, problems) = parse("[checks]\nweekday-mismatch = \n");
        assert_eq!(settings, Settings::default());
        assert_eq!(problems.first().map(|(line, _)| *line), Some(2));
    }
}
