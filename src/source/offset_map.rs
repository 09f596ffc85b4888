//! From offsets of a reading back to offsets of its file.

use crate::base::span::Span;

/// One stretch of the reading and the stretch of the file that it came from.
///
/// Where both have the same length the bytes correspond one to one; otherwise (a character
/// reference, collapsed white space) the stretch maps as a whole.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Piece {
    reading: Span,
    file: Span,
}

/// The way from a reading to its file. Monotone: a later reading offset never lies earlier in the file.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct OffsetMap {
    /// Sorted, adjoining in the reading. Empty: the identity.
    pieces: Vec<Piece>,
}

impl OffsetMap {
    /// The map of a text that is its own reading.
    pub fn identity() -> Self {
        Self::default()
    }

    /// Appends a stretch: the next `length` bytes of the reading stand for `file`.
    pub fn push(&mut self, length: u32, file: Span) {
        let start = self.pieces.last().map_or(0, |piece| piece.reading.end);
        let reading = Span::new(start, start + length);
        if let Some(last) = self.pieces.last_mut() {
            let verbatim = |piece: &Piece| piece.reading.len() == piece.file.len();
            if verbatim(last) && length == file.len() && last.file.end == file.start {
                last.reading.end = reading.end;
                last.file.end = file.end;
                return;
            }
        }
        self.pieces.push(Piece { reading, file });
    }

    /// The stretch of the file that a span of the reading came from: from the start of its first
    /// character to the end of its last, markup between them included.
    pub fn to_file(&self, span: Span) -> Span {
        if self.pieces.is_empty() {
            return span;
        }
        let start = self.start_of(span.start);
        let end = if span.is_empty() { start } else { self.end_of(span.end) };
        Span::new(start, end.max(start))
    }

    /// The reading offset that a file offset shows up at; a place inside markup gives the next
    /// character of the reading.
    pub fn to_reading(&self, offset: u32) -> u32 {
        if self.pieces.is_empty() {
            return offset;
        }
        let index = self.pieces.partition_point(|piece| piece.file.end <= offset);
        match self.pieces.get(index) {
            Some(piece) if piece.reading.len() == piece.file.len() && piece.file.start <= offset => {
                piece.reading.start + (offset - piece.file.start)
            }
            Some(piece) => piece.reading.start,
            None => self.pieces.last().map_or(0, |piece| piece.reading.end),
        }
    }

    fn start_of(&self, offset: u32) -> u32 {
        let index = self.pieces.partition_point(|piece| piece.reading.end <= offset);
        match self.pieces.get(index) {
            Some(piece) if piece.reading.len() == piece.file.len() => {
                piece.file.start + (offset - piece.reading.start)
            }
            Some(piece) => piece.file.start,
            None => self.pieces.last().map_or(0, |piece| piece.file.end),
        }
    }

    fn end_of(&self, offset: u32) -> u32 {
        let index = self.pieces.partition_point(|piece| piece.reading.end < offset);
        match self.pieces.get(index) {
            Some(piece) if piece.reading.len() == piece.file.len() => {
                piece.file.start + (offset - piece.reading.start)
            }
            Some(piece) => piece.file.end,
            None => self.pieces.last().map_or(0, |piece| piece.file.end),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `<b>A&amp;B</b> C` read as `A&B C`.
    fn example() -> OffsetMap {
        let mut map = OffsetMap::identity();
        map.push(1, Span::new(3, 4));
        map.push(1, Span::new(4, 9));
        map.push(1, Span::new(9, 10));
        map.push(2, Span::new(14, 16));
        map
    }

    #[test]
    fn spans_cover_the_markup_between_their_words() {
        let map = example();
        assert_eq!(map.to_file(Span::new(0, 3)), Span::new(3, 10));
        assert_eq!(map.to_file(Span::new(1, 2)), Span::new(4, 9));
        assert_eq!(map.to_file(Span::new(2, 5)), Span::new(9, 16));
    }

    #[test]
    fn places_in_the_file_find_their_words() {
        let map = example();
        assert_eq!(map.to_reading(3), 0);
        assert_eq!(map.to_reading(6), 1, "inside the character reference");
        assert_eq!(map.to_reading(12), 3, "inside the closing tag");
        assert_eq!(map.to_reading(99), 5);
    }

    #[test]
    fn without_pieces_it_is_the_identity() {
        let map = OffsetMap::identity();
        assert_eq!(map.to_file(Span::new(2, 7)), Span::new(2, 7));
        assert_eq!(map.to_reading(5), 5);
    }
}
