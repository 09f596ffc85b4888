//! Byte offsets as lines and columns, in every unit that clients count in.
//!
//! Lines end with LF, CRLF or a lone CR, as the protocol has it; U+2028, U+0085, VT and FF do not
//! end a line. Lines and columns here count from 0.

use serde::{Deserialize, Serialize};

use crate::base::span::Span;

/// The unit in which a column counts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Debug)]
pub enum Encoding {
    /// Bytes.
    Utf8,
    /// UTF-16 code units: what the protocol takes where nothing else is agreed.
    #[default]
    Utf16,
    /// Code points.
    Utf32,
}

impl Encoding {
    /// Length of `text` in this unit.
    pub fn units(self, text: &str) -> u32 {
        let length = match self {
            Encoding::Utf8 => text.len(),
            // A character is one unit, or two where it takes four bytes; looked at byte by byte, many
            // bytes are counted at once.
            Encoding::Utf16 => {
                text.bytes().map(|byte| usize::from(byte & 0xC0 != 0x80) + usize::from(byte >= 0xF0)).sum()
            }
            Encoding::Utf32 => text.chars().count(),
        };
        saturate(length)
    }

    /// Byte offset of the character that begins at or covers column `column` of `line`.
    ///
    /// A column behind the end gives the end; one inside a character snaps back to its start.
    pub fn byte_of(self, line: &str, column: u32) -> usize {
        let mut units = 0;
        for (byte, character) in line.char_indices() {
            let wide = match self {
                Encoding::Utf8 => character.len_utf8(),
                Encoding::Utf16 => character.len_utf16(),
                Encoding::Utf32 => 1,
            };
            units += saturate(wide);
            if units > column {
                return byte;
            }
        }
        line.len()
    }
}

/// Where one offset lies, in all units at once: a location that needs no text to be shown.
///
/// Columns are kept in 16 bits; [`At::column`] tells where one did not fit, and then the text has
/// to be read.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Debug, Serialize, Deserialize)]
pub struct At {
    /// Line, from 0.
    pub line: u32,
    /// Code points before this place in the whole text (a byte-order mark counts as none).
    pub code_point: u32,
    column8: u16,
    column16: u16,
    column32: u16,
}

impl At {
    /// The column in this unit, from 0; `None` where it is above 65 534.
    pub fn column(self, encoding: Encoding) -> Option<u32> {
        let column = match encoding {
            Encoding::Utf8 => self.column8,
            Encoding::Utf16 => self.column16,
            Encoding::Utf32 => self.column32,
        };
        (column != u16::MAX).then_some(u32::from(column))
    }
}

/// Both ends of a span as [`At`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Debug, Serialize, Deserialize)]
pub struct AtRange {
    pub start: At,
    pub end: At,
}

/// Line starts of one text, for turning offsets into positions and back.
///
/// Every look-up costs a bounded count of characters, however long a line is.
#[derive(Clone, Debug)]
pub struct LineIndex {
    /// Byte offset at which each line begins; the first is 0.
    starts: Vec<u32>,
    /// Sorted, the first at 0. `None` where every byte is ASCII, so that all units agree.
    counts: Option<Vec<Counted>>,
}

/// How many units lie before a byte offset.
#[derive(Clone, Copy, Debug, Default)]
struct Counted {
    byte: u32,
    code_points: u32,
    utf16: u32,
}

impl Counted {
    /// The units before a later offset.
    fn and(self, text: &str, offset: u32) -> Self {
        let since = Span::new(self.byte, offset).of_text(text);
        Counted {
            byte: offset,
            code_points: self.code_points + Encoding::Utf32.units(since),
            utf16: self.utf16 + Encoding::Utf16.units(since),
        }
    }
}

impl At {
    fn of(line: u32, line_start: Counted, here: Counted) -> Self {
        At {
            line,
            code_point: here.code_points,
            column8: narrow(here.byte.saturating_sub(line_start.byte)),
            column16: narrow(here.utf16.saturating_sub(line_start.utf16)),
            column32: narrow(here.code_points.saturating_sub(line_start.code_points)),
        }
    }
}

/// Bytes between two counted offsets, a few more where a character would be cut.
const COUNTED_EVERY: usize = 128;

impl LineIndex {
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for at in memchr::memchr2_iter(b'\n', b'\r', bytes) {
            let crlf = bytes.get(at) == Some(&b'\r') && bytes.get(at + 1) == Some(&b'\n');
            if !crlf {
                starts.push(saturate(at + 1));
            }
        }
        Self { starts, counts: (!text.is_ascii()).then(|| count_along(text)) }
    }

    /// Number of lines; an empty text has one.
    pub fn lines(&self) -> u32 {
        saturate(self.starts.len())
    }

    /// The line that holds `offset`, from 0.
    pub fn line_of(&self, offset: u32) -> u32 {
        saturate(self.starts.partition_point(|&start| start <= offset).saturating_sub(1))
    }

    /// The bytes of a line, without its line break; `None` behind the last line.
    pub fn line_span(&self, text: &str, line: u32) -> Option<Span> {
        let start = *self.starts.get(line as usize)?;
        let end = self.starts.get(line as usize + 1).copied().unwrap_or(saturate(text.len()));
        let body = text.get(start as usize..end as usize)?;
        let bare = body.strip_suffix("\r\n").or_else(|| body.strip_suffix(['\n', '\r'])).unwrap_or(body);
        Some(Span::new(start, start + saturate(bare.len())))
    }

    /// The place of a byte offset, in all units. `text` must be the text the index was made of.
    pub fn at(&self, text: &str, offset: u32) -> At {
        let line = self.line_of(offset);
        let start = self.count(text, self.start_of(line));
        At::of(line, start, self.count(text, offset))
    }

    fn start_of(&self, line: u32) -> u32 {
        self.starts.get(line as usize).copied().unwrap_or_default()
    }

    /// The units before an offset: those before the last counted place, and those since.
    fn count(&self, text: &str, offset: u32) -> Counted {
        let Some(counts) = &self.counts else {
            return Counted { byte: offset, code_points: offset, utf16: offset };
        };
        let index = counts.partition_point(|counted| counted.byte <= offset).saturating_sub(1);
        let before = counts.get(index).copied().unwrap_or_default();
        before.and(text, offset)
    }

    /// Both ends of a span.
    pub fn at_range(&self, text: &str, span: Span) -> AtRange {
        let line = self.line_of(span.start);
        let first = self.count(text, self.start_of(line));
        let start = self.count(text, span.start);
        let in_line = self.starts.get(line as usize + 1).is_none_or(|&next| span.end < next);
        let near = (start.byte..start.byte.saturating_add(saturate(COUNTED_EVERY))).contains(&span.end);
        // Most spans are a few words of one line: their end is counted from their start.
        let end = if in_line && near {
            let end =
                if self.counts.is_some() { start.and(text, span.end) } else { self.count(text, span.end) };
            At::of(line, first, end)
        } else {
            self.at(text, span.end)
        };
        AtRange { start: At::of(line, first, start), end }
    }

    /// The byte offset of a line and column.
    ///
    /// A column behind the line's end gives the end of the line (before its break), a line behind the
    /// last gives the end of the text, a column inside a character gives the character's start.
    pub fn offset(&self, text: &str, line: u32, column: u32, encoding: Encoding) -> u32 {
        let Some(span) = self.line_span(text, line) else { return saturate(text.len()) };
        let Some(counts) = &self.counts else { return span.end.min(span.start.saturating_add(column)) };
        let units = |counted: &Counted| match encoding {
            Encoding::Utf8 => counted.byte,
            Encoding::Utf16 => counted.utf16,
            Encoding::Utf32 => counted.code_points,
        };
        let start = self.count(text, span.start);
        let wanted = units(&start).saturating_add(column);
        let index = counts.partition_point(|counted| units(counted) <= wanted).saturating_sub(1);
        let near = counts.get(index).filter(|counted| counted.byte > span.start).copied().unwrap_or(start);
        if near.byte >= span.end {
            return span.end;
        }
        let rest = Span::new(near.byte, span.end).of_text(text);
        near.byte + saturate(encoding.byte_of(rest, wanted.saturating_sub(units(&near))))
    }

    /// The line and column of a byte offset in one unit, columns of any size.
    pub fn line_column(&self, text: &str, offset: u32, encoding: Encoding) -> (u32, u32) {
        let line = self.line_of(offset);
        let (start, here) = (self.count(text, self.start_of(line)), self.count(text, offset));
        let column = match encoding {
            Encoding::Utf8 => here.byte.saturating_sub(start.byte),
            Encoding::Utf16 => here.utf16.saturating_sub(start.utf16),
            Encoding::Utf32 => here.code_points.saturating_sub(start.code_points),
        };
        (line, column)
    }
}

/// Counts the units along a text.
fn count_along(text: &str) -> Vec<Counted> {
    let mut counts = vec![Counted::default()];
    let mut here = Counted::default();
    let mut last = 0;
    for (byte, character) in text.char_indices() {
        if byte - last >= COUNTED_EVERY {
            counts.push(Counted { byte: saturate(byte), ..here });
            last = byte;
        }
        here.code_points += 1;
        here.utf16 += saturate(character.len_utf16());
    }
    counts
}

fn narrow(column: u32) -> u16 {
    u16::try_from(column).unwrap_or(u16::MAX)
}

fn saturate(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
