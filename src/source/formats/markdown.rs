//! SKELETON: to be written.
use crate::base::span::Span;
use crate::source::{Article, OffsetMap, Reading, Zone, ZoneKind};

/// Reads a file of this format.
pub fn read(text: &str) -> Reading {
    let span = Span::of(0..text.len());
    Reading {
        text: text.to_owned(),
        map: OffsetMap::identity(),
        articles: vec![Article {
            span,
            title: None,
            zones: vec![Zone { kind: ZoneKind::Body, span }],
            published: None,
            draft: false,
        }],
    }
}
