//! Comments that silence findings in a draft: `<!-- dateline-ignore CODE: reason -->`.
//!
//! A comment with other words on its line speaks of that line. One that has its line to itself speaks of
//! the lines below it, up to the next blank one; blank lines right below the comment do not count. Several
//! codes stand with commas between.

use crate::base::span::Span;
use crate::source::{self, Format};

/// What the comment begins with.
const WORD: &str = "dateline-ignore";

/// One comment.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ignore {
    /// The comment, marks included.
    pub span: Span,
    /// The codes of the checks that it names, as written.
    pub codes: Vec<Box<str>>,
    /// Why; empty where the comment does not say.
    pub reason: Box<str>,
    /// The lines that it speaks of.
    pub covers: Span,
}

impl Ignore {
    /// Whether it silences the findings of a check about these words.
    pub fn silences(&self, code: &str, span: Span) -> bool {
        let touches = span.start <= self.covers.end && self.covers.start <= span.end;
        touches && self.codes.iter().any(|named| **named == *code)
    }
}

/// The comments of a text that silence findings, in its order.
pub fn ignores(text: &str, format: Format) -> Vec<Ignore> {
    if memchr::memmem::find(text.as_bytes(), WORD.as_bytes()).is_none() {
        return Vec::new();
    }
    let comments = source::comments(text, format);
    let found = comments.iter().filter_map(|&span| {
        let (codes, reason) = parse(span.of_text(text))?;
        Some(Ignore { span, codes, reason, covers: covers(text, &comments, span) })
    });
    found.collect()
}

/// The comment for a line that silences a check there.
pub fn comment(code: &str, reason: &str) -> String {
    // Two hyphens would end the comment.
    format!("<!-- {WORD} {code}: {} -->", reason.replace("--", "- -"))
}

fn parse(comment: &str) -> Option<(Vec<Box<str>>, Box<str>)> {
    let inner = comment.strip_prefix("<!--")?.strip_suffix("-->")?.trim();
    let rest = inner.strip_prefix(WORD)?;
    if !rest.is_empty() && !rest.starts_with(|one: char| one.is_whitespace() || one == ':') {
        return None;
    }
    let (codes, reason) = rest.split_once(':').unwrap_or((rest, ""));
    let codes = codes.split([',', ' ', '\t', '\n', '\r']).filter(|code| !code.is_empty());
    let reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
    Some((codes.map(Into::into).collect(), reason.into()))
}

fn covers(text: &str, comments: &[Span], span: Span) -> Span {
    let own = lines_of(text, span);
    let mut rest = String::new();
    let mut from = own.start;
    for comment in comments.iter().filter(|comment| own.intersects(**comment)) {
        rest.push_str(Span::new(from, comment.start).of_text(text));
        from = comment.end;
    }
    rest.push_str(Span::new(from, own.end).of_text(text));
    if !rest.trim().is_empty() {
        return own;
    }
    let mut covered: Option<Span> = None;
    let mut at = own.end;
    while let Some(line) = next_line(text, at) {
        let is_blank = line.of_text(text).trim().is_empty();
        match (is_blank, covered) {
            (true, None) => {}
            (true, Some(_)) => break,
            (false, None) => covered = Some(line),
            (false, Some(before)) => covered = Some(before.join(line)),
        }
        at = line.end;
    }
    covered.unwrap_or(own)
}

/// The whole lines on which a span lies, without the last line break.
fn lines_of(text: &str, span: Span) -> Span {
    let before = Span::new(0, span.start).of_text(text);
    let start = before.rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let behind = text.get(span.end as usize..).unwrap_or_default();
    let end = span.end as usize + behind.find(['\n', '\r']).unwrap_or(behind.len());
    Span::of(start..end)
}

/// The line behind the one that ends at an offset; `None` at the end of the text.
fn next_line(text: &str, end: u32) -> Option<Span> {
    let rest = text.get(end as usize..)?;
    let line = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r']))?;
    let start = end as usize + (rest.len() - line.len());
    Some(Span::of(start..start + line.find(['\n', '\r']).unwrap_or(line.len())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn covered(text: &str) -> Vec<(&str, String, &str)> {
        ignores(text, Format::Markdown)
            .into_iter()
            .map(|one| (one.covers.of_text(text), one.codes.join(" "), &*Box::leak(one.reason)))
            .collect()
    }

    #[test]
    fn a_comment_speaks_of_its_line_or_of_the_paragraph_below() {
        for newline in ["\n", "\r\n"] {
            let text = "One.\nTwo. <!-- dateline-ignore a: why not -->\nThree.\n\n<!-- dateline-ignore a, b:\n  as printed -->\n\nFour,\nfive.\n\nSix.\n"
                .replace('\n', newline);
            let found = covered(&text);
            assert_eq!(found.len(), 2);
            assert!(found[0].0.starts_with("Two. <!--"), "{found:?}");
            assert_eq!((&*found[0].1, found[0].2), ("a", "why not"));
            assert_eq!(found[1].0, format!("Four,{newline}five."));
            assert_eq!((&*found[1].1, found[1].2), ("a b", "as printed"));
        }
    }

    #[test]
    fn comments_on_comments_all_reach_the_paragraph() {
        let text = "<!-- dateline-ignore a: x --> <!-- other -->\n<!-- dateline-ignore b: y -->\nOne.\n";
        let found = covered(text);
        assert!(found.iter().all(|(covered, ..)| covered.ends_with("One.")), "{found:?}");
        assert_eq!(found.len(), 2);
    }

    #[test]
    fn what_only_looks_like_one_is_none() {
        for text in [
            "<!-- dateline-ignored a: x -->",
            "<!-- see dateline-ignore a: x -->",
            "`<!-- dateline-ignore a: x -->`",
        ] {
            assert_eq!(covered(text), [], "{text}");
        }
        assert_eq!(covered("<!-- dateline-ignore -->")[0].1, "");
        assert_eq!(covered("A <!-- dateline-ignore a -->")[0].2, "");
    }

    #[test]
    fn what_is_written_is_read() {
        let text = format!("A {}", comment("a-b", "two -- hyphens"));
        assert_eq!(covered(&text)[0].1, "a-b");
        assert_eq!(covered(&text)[0].2, "two - - hyphens");
    }
}
