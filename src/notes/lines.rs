//! Files of JSON lines, as Dateline's own are: one object a line, blank lines between them as they like.
//! A line that is damaged costs nothing but itself. Such a file belongs to the person and is only ever
//! added to.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::base::span::Span;

/// One line that is not blank.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Read<T> {
    /// From 0.
    pub number: u32,
    /// The line without its end, in bytes of the file text.
    pub span: Span,
    /// What it says, or what is wrong with it.
    pub said: Result<T, String>,
}

/// The lines of a file's text, in its order.
pub fn read<T: DeserializeOwned>(text: &str) -> Vec<Read<T>> {
    let mut start = 0;
    let lines = (0u32..).zip(text.split_inclusive('\n')).map(|(number, full)| {
        let bare = full.trim_end_matches(['\n', '\r']);
        let span = Span::of(start..start + bare.len());
        start += full.len();
        (number, span, bare)
    });
    lines
        .filter(|(_, _, bare)| !bare.trim().is_empty())
        .map(|(number, span, bare)| Read {
            number,
            span,
            said: serde_json::from_str(bare).map_err(|error| why(&error)),
        })
        .collect()
}

/// The line as it is written, with its end.
pub fn written(line: &impl Serialize) -> String {
    // Strings, numbers and dates: nothing that JSON cannot hold.
    serde_json::to_string(line).unwrap_or_default() + "\n"
}

/// The error without its place, which is in a text of one line.
fn why(error: &serde_json::Error) -> String {
    let words = error.to_string();
    words.split(" at line ").next().unwrap_or_default().to_owned()
}
