//! Front matter: the block of `key: value` lines at the top of a Markdown file.
//!
//! A flat reader: YAML between `---` lines and TOML between `+++` lines, one key a line, quotes taken
//! off, nested values kept as their lines. Anything else at the top of a file is text.

use crate::base::span::Span;

/// The front matter of one file. All spans are offsets of the **file** text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FrontMatter {
    /// From the first fence to behind the line break of the last one.
    pub span: Span,
    /// The lines between the fences that are not blank, white space at both ends left out.
    pub lines: Vec<Span>,
    /// In the order of the file. Items of a list come as fields of the list's key.
    pub fields: Vec<Field>,
}

/// One `key: value`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Field {
    /// Lower case, without `-` and `_`: `publishDate` and `publish_date` are both `publishdate`.
    pub key: String,
    /// The value without its quotes.
    pub value: Span,
}

impl FrontMatter {
    /// Reads the front matter at the top of `text`, where there is one.
    pub fn parse(text: &str) -> Option<Self> {
        let mut lines = text.split_inclusive('\n');
        let opening = lines.next()?;
        let fence = match opening.trim_end() {
            "---" => Fence::Yaml,
            "+++" => Fence::Toml,
            _ => return None,
        };
        let mut found = FrontMatter { span: Span::default(), lines: Vec::new(), fields: Vec::new() };
        let mut list_key: Option<String> = None;
        let mut at = opening.len();
        for line in lines {
            let start = at;
            at += line.len();
            let bare = line.trim_end();
            if fence.closes(bare) {
                found.span = Span::of(0..at);
                // Two rules round a line of prose are no front matter.
                return (!found.fields.is_empty() || found.lines.is_empty()).then_some(found);
            }
            let words = trimmed(line, start);
            if words.is_empty() {
                continue;
            }
            found.lines.push(words);
            let nested = line.starts_with([' ', '\t', '-']);
            if let (true, Some(key)) = (nested, &list_key) {
                if let Some(item) = words.of_text(text).strip_prefix('-') {
                    let start = words.end as usize - item.len();
                    found.fields.push(Field { key: key.clone(), value: unquoted(item, start) });
                }
            } else if let Some(field) = field(words, text, fence) {
                list_key = Some(field.key.clone());
                found.fields.push(field);
            }
        }
        None
    }

    /// The values of a key (in its normal form) that are not empty, in the order of the file.
    pub fn values(&self, key: &str) -> impl Iterator<Item = Span> {
        let of_key = self.fields.iter().filter(move |field| field.key == key);
        of_key.map(|field| field.value).filter(|value| !value.is_empty())
    }

    /// The file is an analyst's own text by its own word: `draft: true`, `type: draft`, `kind: draft`.
    pub fn is_draft(&self, text: &str) -> bool {
        let says =
            |key, word: &str| self.values(key).any(|value| value.of_text(text).eq_ignore_ascii_case(word));
        says("draft", "true") || says("draft", "yes") || says("type", "draft") || says("kind", "draft")
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Fence {
    Yaml,
    Toml,
}

impl Fence {
    fn closes(self, line: &str) -> bool {
        match self {
            Fence::Yaml => line == "---" || line == "...",
            Fence::Toml => line == "+++",
        }
    }
}

fn field(line: Span, text: &str, fence: Fence) -> Option<Field> {
    let words = line.of_text(text);
    let separator = if fence == Fence::Yaml { ':' } else { '=' };
    // A colon in a name has no space behind it: `article:published_time: 2021-05-04`.
    let split = if fence == Fence::Yaml { words.split_once(": ") } else { None };
    let (key, value) = split.or_else(|| words.split_once(separator))?;
    let key = key.trim().trim_matches(['"', '\'']);
    let is_key =
        |character: char| character.is_alphanumeric() || matches!(character, '-' | '_' | '.' | ':' | ' ');
    if key.is_empty() || key.len() > 64 || !key.chars().all(is_key) {
        return None;
    }
    let normal = key.chars().filter(|character| !matches!(character, '-' | '_' | ' ')).collect::<String>();
    let start = line.end as usize - value.len();
    Some(Field { key: normal.to_lowercase(), value: unquoted(value, start) })
}

/// The value that stands in `raw` at `start`: white space, a closing remark and quotes taken off.
fn unquoted(raw: &str, start: usize) -> Span {
    let words = trimmed(raw, start);
    let value = raw.trim();
    for quote in ['"', '\''] {
        if let Some(rest) = value.strip_prefix(quote) {
            let inner = rest.find(quote).and_then(|end| rest.get(..end)).unwrap_or(rest);
            let start = words.start as usize + 1;
            return Span::of(start..start + inner.len());
        }
    }
    match value.find(" #") {
        Some(end) => {
            let kept = value.get(..end).unwrap_or(value).trim_end();
            Span::of(words.start as usize..words.start as usize + kept.len())
        }
        None => words,
    }
}

fn trimmed(line: &str, start: usize) -> Span {
    let front = line.len() - line.trim_start().len();
    let words = line.trim();
    Span::of(start + front..start + front + words.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str, key: &str) -> Vec<String> {
        let found = FrontMatter::parse(text).unwrap();
        found.values(key).map(|value| value.of_text(text).to_owned()).collect()
    }

    #[test]
    fn keys_are_read_whatever_their_spelling() {
        let text = "---\r\ntitle: \"Port talks: a new round\"\r\npublish_Date: 2021-05-04 # local\r\ntags: [a]\r\n---\r\nBody";
        assert_eq!(values(text, "title"), ["Port talks: a new round"]);
        assert_eq!(values(text, "publishdate"), ["2021-05-04"]);
        assert_eq!(FrontMatter::parse(text).unwrap().span.of_text(text).len() + 4, text.len());
    }

    #[test]
    fn lists_belong_to_their_key() {
        let text = "---\nauthor:\n  - \"[[Ada Byron]]\"\n  - Bo\ndate: 2021-05-04\n---\n";
        assert_eq!(values(text, "author"), ["[[Ada Byron]]", "Bo"]);
        assert_eq!(values(text, "date"), ["2021-05-04"]);
    }

    #[test]
    fn toml_is_read_too() {
        let text = "+++\ndate = 2021-05-04T10:00:00Z\ndraft = true\n+++\nBody";
        assert_eq!(values(text, "date"), ["2021-05-04T10:00:00Z"]);
        assert!(FrontMatter::parse(text).unwrap().is_draft(text));
    }

    #[test]
    fn drafts_say_so() {
        for (text, draft) in [
            ("---\ntype: draft\n---\n", true),
            ("---\nkind: 'Draft'\n---\n", true),
            ("---\ndraft: false\n---\n", false),
            ("---\ntitle: draft\n---\n", false),
        ] {
            assert_eq!(FrontMatter::parse(text).unwrap().is_draft(text), draft, "{text}");
        }
    }

    #[test]
    fn rules_and_open_fences_are_text() {
        for text in ["---\nA rule above.\n---\n", "---\ntitle: never closed\n", "Text\n---\na: b\n---\n", ""]
        {
            assert_eq!(FrontMatter::parse(text), None, "{text}");
        }
    }
}
