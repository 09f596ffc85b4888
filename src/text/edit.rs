//! What a change to a text does to spans.

use crate::base::span::Span;

/// Where spans of the old text lie in the new one, for one edit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct EditMap {
    replaced: Span,
    inserted: u32,
}

impl EditMap {
    /// The map of an edit that replaces `replaced` by `inserted` bytes.
    pub fn new(replaced: Span, inserted: u32) -> Self {
        Self { replaced, inserted }
    }

    /// The span behind the edit, or `None` where the edit changed something inside it.
    ///
    /// Text typed exactly at either end is taken as outside: the span keeps its words.
    pub fn apply(self, span: Span) -> Option<Span> {
        if span.end <= self.replaced.start {
            return Some(span);
        }
        if span.start >= self.replaced.end {
            let shift = |offset: u32| offset - self.replaced.len() + self.inserted;
            return Some(Span::new(shift(span.start), shift(span.end)));
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_move_with_the_text_around_them() {
        let map = EditMap::new(Span::new(10, 12), 5);
        assert_eq!(map.apply(Span::new(3, 10)), Some(Span::new(3, 10)));
        assert_eq!(map.apply(Span::new(12, 20)), Some(Span::new(15, 23)));
        assert_eq!(map.apply(Span::new(8, 11)), None);
    }

    #[test]
    fn typing_at_the_edge_leaves_the_words() {
        let map = EditMap::new(Span::empty(10), 3);
        assert_eq!(map.apply(Span::new(4, 10)), Some(Span::new(4, 10)));
        assert_eq!(map.apply(Span::new(10, 14)), Some(Span::new(13, 17)));
        assert_eq!(map.apply(Span::new(8, 14)), None);
    }
}
