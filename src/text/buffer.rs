//! The text of a document that is open in an editor.

use ropey::Rope;

use crate::base::span::Span;
use crate::text::edit::EditMap;
use crate::text::position::Encoding;

/// A rope, edited in place by incremental changes.
///
/// The text is kept as it was sent, line breaks included, so that offsets mean the file on disk.
#[derive(Clone, Debug, Default)]
pub struct Buffer {
    rope: Rope,
}

/// A line and column as a client sends them, in the unit that was agreed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Debug)]
pub struct Position {
    /// Line, from 0.
    pub line: u32,
    /// Column, from 0, in the units of the agreed [`Encoding`].
    pub column: u32,
}

/// One change of a `didChange` notification.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Change {
    /// The whole text is new.
    Whole(String),
    /// The range between two positions is replaced. Positions outside the text clamp; an inverted
    /// range inserts at its start.
    Range { start: Position, end: Position, text: String },
}

impl Buffer {
    pub fn new(text: &str) -> Self {
        Self { rope: Rope::from_str(text) }
    }

    /// The whole text in one string.
    pub fn text(&self) -> String {
        String::from(&self.rope)
    }

    /// Length in bytes.
    pub fn len(&self) -> usize {
        self.rope.len_bytes()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Applies one change; the result moves spans of the old text into the new one, and is `None`
    /// where the whole text was replaced.
    pub fn apply(&mut self, change: &Change, encoding: Encoding) -> Option<EditMap> {
        match change {
            Change::Whole(text) => {
                self.rope = Rope::from_str(text);
                None
            }
            Change::Range { start, end, text } => {
                let from = self.char_of(*start, encoding);
                let to = self.char_of(*end, encoding).max(from);
                let replaced = Span::of(self.rope.char_to_byte(from)..self.rope.char_to_byte(to));
                self.rope.remove(from..to);
                self.rope.insert(from, text);
                Some(EditMap::new(replaced, u32::try_from(text.len()).unwrap_or(u32::MAX)))
            }
        }
    }

    /// Character index of a position: clamped to its line (before the break) and to the text,
    /// snapped back to the start of a character.
    fn char_of(&self, position: Position, encoding: Encoding) -> usize {
        let line = position.line as usize;
        if line >= self.rope.len_lines() {
            return self.rope.len_chars();
        }
        let start = self.rope.line_to_char(line);
        let slice = self.rope.line(line);
        let mut units = 0u32;
        let mut chars = 0;
        for character in slice.chars() {
            if matches!(character, '\n' | '\r') {
                break;
            }
            units = units.saturating_add(match encoding {
                Encoding::Utf8 => character.len_utf8() as u32,
                Encoding::Utf16 => character.len_utf16() as u32,
                Encoding::Utf32 => 1,
            });
            if units > position.column {
                break;
            }
            chars += 1;
        }
        start + chars
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::position::LineIndex;

    fn range(start: (u32, u32), end: (u32, u32), text: &str) -> Change {
        let position = |(line, column)| Position { line, column };
        Change::Range { start: position(start), end: position(end), text: text.into() }
    }

    #[test]
    fn edits_land_where_the_client_counts() {
        let mut buffer = Buffer::new("\u{1F600} Öner\r\nmet\n");
        let map = buffer.apply(&range((0, 3), (0, 4), "O"), Encoding::Utf16).unwrap();
        assert_eq!(buffer.text(), "\u{1F600} Oner\r\nmet\n");
        assert_eq!(map.apply(Span::new(7, 10)), Some(Span::new(6, 9)));
    }

    #[test]
    fn positions_past_the_end_clamp() {
        let mut buffer = Buffer::new("one\r\ntwo");
        buffer.apply(&range((0, 99), (0, 99), "!"), Encoding::Utf16);
        buffer.apply(&range((99, 0), (99, 9), "?"), Encoding::Utf16);
        assert_eq!(buffer.text(), "one!\r\ntwo?");
    }

    #[test]
    fn an_inverted_range_inserts_at_its_start() {
        let mut buffer = Buffer::new("one two");
        buffer.apply(&range((0, 4), (0, 1), "x"), Encoding::Utf16);
        assert_eq!(buffer.text(), "one xtwo");
    }

    proptest! {
        /// A string with the offsets that `LineIndex` gives is a second implementation of the rope.
        #[test]
        fn the_rope_equals_the_string(
            text in "[a-zÖ\u{1F600}\r\n\u{2028} ]{0,40}",
            edits in prop::collection::vec(((0u32..6, 0u32..9), (0u32..6, 0u32..9), "[x\u{e9}\r\n]{0,4}"), 0..8),
            unit in prop::sample::select(vec![Encoding::Utf8, Encoding::Utf16, Encoding::Utf32]),
        ) {
            let mut buffer = Buffer::new(&text);
            let mut model = text;
            for (start, end, new) in edits {
                let index = LineIndex::new(&model);
                let from = index.offset(&model, start.0, start.1, unit) as usize;
                let to = (index.offset(&model, end.0, end.1, unit) as usize).max(from);
                model.replace_range(from..to, &new);
                buffer.apply(&range(start, end, &new), unit);
                prop_assert_eq!(buffer.text(), model.as_str());
            }
        }
    }
}
