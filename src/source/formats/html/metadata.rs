//! What the tags of a page say of it: `<meta>`, JSON-LD; attributes and character references.

use std::sync::LazyLock;

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{StartTag, Token, Tokenizer};
use regex::Regex;
use serde_json::Value;

use crate::base::span::Span;
use crate::source::Published;
use crate::source::page::declared;
use crate::source::pattern::regex;
use crate::source::published::{self, META_NAMES};

/// What a page declares of its publication.
#[derive(Default)]
pub struct Metadata {
    /// The strongest `<meta>`: its rank in [`META_NAMES`].
    meta: Option<(usize, Published)>,
    /// The value that JSON-LD gives, and whether it gives it of an article.
    json_ld: Option<(Published, Subject)>,
}

/// What a date of JSON-LD is said of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Subject {
    Article,
    Page,
}

impl Metadata {
    /// The declared publication: JSON-LD before `<meta>`.
    pub fn published(&self, _text: &str) -> Option<Published> {
        self.json_ld.map(|(published, _)| published).or(self.meta.map(|(_, published)| published))
    }

    /// Notes a `<meta>`.
    pub fn meta(&mut self, tag: &StartTag<usize>, text: &str) {
        let names =
            [b"property".as_slice(), b"name", b"itemprop"].into_iter().filter_map(|key| value(tag, key));
        let ranks = names.filter_map(|name| {
            let name = name.trim().to_ascii_lowercase();
            META_NAMES.iter().position(|known| **known == name)
        });
        let Some(rank) = ranks.min() else { return };
        if self.meta.is_some_and(|(known, _)| known <= rank) {
            return;
        }
        let Some((content, place)) = attribute(tag, b"content", text) else { return };
        if let Some((range, date)) = published::declared(&content) {
            let exact = Span::of(range).offset_by(place.start);
            self.meta = Some((rank, declared(date, if place.covers(exact) { exact } else { place })));
        }
    }

    /// Notes a JSON-LD script that stands at `span`. The first article goes before any page.
    pub fn json_ld(&mut self, span: Span, text: &str) {
        if self.json_ld.is_some_and(|(_, subject)| subject == Subject::Article) {
            return;
        }
        let script = span.of_text(text);
        let wanted = match serde_json::from_str::<Value>(script) {
            Ok(value) => match date_of_article(&value) {
                Some((date, subject)) => Some((published::declared(&date).map(|(_, day)| day), subject)),
                None => return,
            },
            // Broken data is searched.
            Err(_) => None,
        };
        for captures in DATE_PUBLISHED.captures_iter(script) {
            let Some(found) = captures.get(1) else { continue };
            let Some((range, date)) = published::declared(found.as_str()) else { continue };
            if wanted.is_some_and(|(wanted, _)| wanted != Some(date)) {
                continue;
            }
            let place = Span::of(range).offset_by(span.start + Span::of(0..found.start()).end);
            let subject = wanted.map_or(Subject::Page, |(_, subject)| subject);
            if self.json_ld.is_none() || subject == Subject::Article {
                self.json_ld = Some((declared(date, place), subject));
            }
            return;
        }
    }
}

/// Whether a script holds JSON-LD.
pub fn is_json_ld(tag: &StartTag<usize>) -> bool {
    value(tag, b"type").is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/ld+json"))
}

/// The value of an attribute.
pub fn value(tag: &StartTag<usize>, name: &[u8]) -> Option<String> {
    tag.attributes.get(name).map(|value| String::from_utf8_lossy(value).into_owned())
}

/// The value of an attribute and where it stands in the file: the value itself, or the whole
/// attribute where it is written with character references.
pub fn attribute(tag: &StartTag<usize>, name: &[u8], text: &str) -> Option<(String, Span)> {
    let words = value(tag, name)?;
    let place = tag.attributes.get(name).map(|value| Span::of(value.span.start..value.span.end))?;
    let raw = place.of_text(text);
    let exact = raw.rfind(words.as_str()).filter(|_| !words.is_empty());
    let exact = exact.map(|at| Span::of(at..at + words.len()).offset_by(place.start));
    Some((words, exact.unwrap_or(place)))
}

/// The character reference at the start of `raw` (which begins with `&`): its words and its length.
pub fn reference(raw: &str) -> Option<(String, usize)> {
    // The longest name has 31 letters.
    let in_name = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'#';
    let mut length = 1 + raw.bytes().skip(1).take(40).take_while(in_name).count();
    length += usize::from(raw.as_bytes().get(length) == Some(&b';'));
    let source = raw.get(..length)?;
    let tokens = Tokenizer::new_with_emitter(source, DefaultEmitter::<usize>::new_with_span()).flatten();
    let mut decoded = String::new();
    for token in tokens {
        if let Token::String(words) = token {
            decoded.push_str(&String::from_utf8_lossy(&words));
        }
    }
    if decoded == source || decoded.is_empty() {
        return None;
    }
    // What follows a reference without semicolon stands in both; the reference gave one character at least.
    let first = decoded.chars().next().map_or(0, char::len_utf8);
    let same =
        source.bytes().rev().zip(decoded.bytes().rev()).take_while(|(one, other)| one == other).count();
    let kept = same.min(decoded.len() - first);
    decoded.truncate(decoded.len() - kept);
    Some((decoded, length - kept))
}

/// `datePublished` of the first article in the data, else of anything at its top.
fn date_of_article(value: &Value) -> Option<(String, Subject)> {
    let mut waiting = vec![value];
    let mut other = None;
    while let Some(value) = waiting.pop() {
        match value {
            Value::Array(items) => waiting.extend(items.iter().rev()),
            Value::Object(fields) => {
                let date = fields.get("datePublished").and_then(Value::as_str);
                let types = fields.get("@type").map(Value::to_string).unwrap_or_default();
                let is_article = ["Article", "Report", "BlogPosting"].iter().any(|kind| types.contains(kind));
                if let (Some(date), true) = (date, is_article) {
                    return Some((date.to_owned(), Subject::Article));
                }
                let of_page = types.is_empty() || types.contains("WebPage");
                other = other.or(date.filter(|_| of_page).map(str::to_owned));
                waiting.extend(
                    ["mainEntity", "mainEntityOfPage", "@graph"]
                        .iter()
                        .rev()
                        .filter_map(|key| fields.get(*key)),
                );
            }
            _ => {}
        }
    }
    other.map(|date| (date, Subject::Page))
}

static DATE_PUBLISHED: LazyLock<Regex> = LazyLock::new(|| regex(r#""datePublished"\s*:\s*"([^"]*)""#));
