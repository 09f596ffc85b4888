//! The comments of a file: `<!-- … -->`, which are written for those who edit it and are no part of the
//! article.

use pulldown_cmark::{Event, Options, Parser, Tag};

use crate::base::span::Span;
use crate::source::Format;
use crate::source::formats::front_matter::FrontMatter;

/// The comments of a file text, in its order, marks included. In Markdown, what stands in code is none.
pub fn comments(text: &str, format: Format) -> Vec<Span> {
    let stretches = match format {
        Format::Markdown => html_of(text),
        Format::Plain | Format::Html => vec![Span::of(0..text.len())],
    };
    stretches.into_iter().flat_map(|stretch| within(text, stretch)).collect()
}

/// The stretches of a Markdown file that are HTML.
fn html_of(text: &str) -> Vec<Span> {
    let start = FrontMatter::parse(text).map_or(0, |front_matter| front_matter.span.end);
    let body = text.get(start as usize..).unwrap_or_default();
    let events = Parser::new_ext(body, Options::ENABLE_TABLES).into_offset_iter();
    let html =
        events.filter(|(event, _)| matches!(event, Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_)));
    html.map(|(_, range)| Span::of(range).offset_by(start)).collect()
}

fn within(text: &str, stretch: Span) -> Vec<Span> {
    let words = stretch.of_text(text);
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = words.get(from..).and_then(|rest| rest.find("<!--")).map(|at| from + at) {
        let Some(length) = words.get(start..).and_then(|rest| rest.find("-->")) else { break };
        from = start + length + "-->".len();
        found.push(Span::of(start..from).offset_by(stretch.start));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_found_where_they_are_comments() {
        let text = "---\nnote: <!-- no -->\n---\nOne <!-- a --> two.\n\n<!-- b\nc -->\nThree `<!-- no -->`.\n\n    <!-- no -->\n\n| x | <!-- d --> |\n|---|---|\n| y | z | <!-- e\n";
        let words = |format| -> Vec<&str> {
            comments(text, format).into_iter().map(|span| span.of_text(text)).collect()
        };
        assert_eq!(words(Format::Markdown), ["<!-- a -->", "<!-- b\nc -->", "<!-- d -->"]);
        assert_eq!(words(Format::Html).len(), 6);
        assert_eq!(words(Format::Plain).len(), 6);
    }
}
