//! Side content of a page, known by the class names that many sites use: other stories, newsletters,
//! sharing, comments.
//!
//! Class names are only a hint: a wrapper round the story may be called `with-sidebar`. So an element
//! counts only if it is closed and holds a small part of the words of the page.

use html5gum::StartTag;

use super::metadata;

/// The elements that are looked for, in one pass.
#[derive(Default)]
pub struct Sides {
    /// Open elements with such a class.
    open: Vec<Open>,
    /// Where closed ones begin, and how many bytes of words they hold.
    closed: Vec<(u32, usize)>,
}

struct Open {
    name: Vec<u8>,
    at: u32,
    /// Elements of this name that are open in it, itself included.
    depth: usize,
    /// Bytes of words before it.
    before: usize,
    /// Its class speaks of sharing; with a time in it, it is the head of the article too.
    shares: bool,
}

impl Sides {
    /// So many elements are followed at a time.
    const DEEPEST: usize = 32;
    /// Percent of the words of a page that such an element holds at most.
    const LARGEST: usize = 35;

    /// Notes the start of an element; `words` are bytes of text before it.
    pub fn open(&mut self, tag: &StartTag<usize>, at: u32, words: usize) {
        if tag.self_closing {
            return;
        }
        let name = tag.name.as_slice();
        for open in self.open.iter_mut().filter(|open| open.name == name) {
            open.depth += 1;
        }
        if name == b"time" {
            self.open.retain(|open| !open.shares);
        }
        if self.open.len() < Self::DEEPEST && is_container(name) {
            let names =
                || [b"class".as_slice(), b"id"].into_iter().filter_map(|key| metadata::value(tag, key));
            let is = |test: fn(&str) -> bool| names().any(|names| names.split_ascii_whitespace().any(test));
            if is(names_side) {
                let shares = is(|name| name.to_ascii_lowercase().contains("shar"));
                self.open.push(Open { name: name.to_vec(), at, depth: 1, before: words, shares });
            }
        }
    }

    /// Notes the end of an element.
    pub fn close(&mut self, name: &[u8], words: usize) {
        for open in self.open.iter_mut().filter(|open| open.name == name) {
            open.depth -= 1;
            if open.depth == 0 {
                self.closed.push((open.at, words - open.before));
            }
        }
        self.open.retain(|open| open.depth > 0);
    }

    /// Where those begin that are beside the story of a page with so many bytes of words, sorted.
    pub fn found(self, words: usize) -> Vec<u32> {
        let small = self.closed.into_iter().filter(|(_, held)| held * 100 <= words * Self::LARGEST);
        let mut found: Vec<u32> = small.map(|(at, _)| at).collect();
        found.sort_unstable();
        found
    }
}

/// Elements that are closed as they should be on most pages.
fn is_container(name: &[u8]) -> bool {
    matches!(name, b"div" | b"section" | b"ul" | b"ol" | b"aside" | b"details")
}

/// `related`, `related-articles`, `article__newsletter`, but not `has-sidebar`.
fn names_side(name: &str) -> bool {
    let name = name.to_ascii_lowercase().replace('_', "-");
    let mut words = name.split('-').filter(|word| !word.is_empty());
    // A state of a wrapper, or the head of the article with a button beside it.
    let states = [
        "has",
        "with",
        "no",
        "without",
        "is",
        "layout",
        "open",
        "enabled",
        "on",
        "closed",
        "container",
        "wrapper",
        "main",
        "page",
        "site",
        "body",
        "byline",
        "meta",
        "date",
        "author",
        "headline",
    ];
    if words.clone().any(|word| states.contains(&word)) {
        return false;
    }
    const PAIRS: [&str; 8] = [
        "most-read",
        "most-popular",
        "most-viewed",
        "read-more",
        "read-next",
        "more-stories",
        "also-read",
        "social-links",
    ];
    PAIRS.iter().any(|pair| {
        name == *pair || name.contains(&format!("-{pair}")) || name.starts_with(&format!("{pair}-"))
    }) || words.any(|word| {
        matches!(
            word,
            "related"
                | "sidebar"
                | "newsletter"
                | "share"
                | "sharing"
                | "sharebar"
                | "promo"
                | "mostread"
                | "mostpopular"
                | "trending"
                | "recommended"
                | "recommendations"
                | "comments"
                | "taboola"
                | "outbrain"
                | "breadcrumb"
                | "breadcrumbs"
                | "advertisement"
                | "advert"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::names_side;
    use crate::source::{self, Format};

    #[test]
    fn class_names_tell_what_is_beside_the_story() {
        for name in [
            "related",
            "related-articles",
            "Article__Newsletter",
            "most-read",
            "box--most-read",
            "share",
            "comments",
        ] {
            assert!(names_side(name), "{name}");
        }
        for name in [
            "has-sidebar",
            "with-related",
            "comments-open",
            "layout-sidebar",
            "story",
            "shared-cod",
            "promotion-talks",
            "story-body",
        ] {
            assert!(!names_side(name), "{name}");
        }
    }

    const STORY: &str = "<p>The talks on cod failed, officials said on Tuesday. They will meet again in June, after the vote.</p>";

    fn text(page: &str) -> String {
        source::read(page, Format::Html).text
    }

    #[test]
    fn side_content_is_not_read() {
        for class in ["related-stories", "sidebar", "newsletter-signup", "trending", "comments"] {
            let page = format!(
                "<div>{STORY}<div class='x {class}'><div>A herring</div><p>is back</div>{STORY}</div>"
            );
            assert!(!text(&page).contains("herring"), "{class}");
            assert_eq!(text(&page).matches("talks").count(), 2);
        }
    }

    #[test]
    fn a_button_beside_the_date_does_not_hide_it() {
        let page = format!(
            "<h1>Talks</h1><div class=share-row><time datetime=2021-05-04>May 4, 2021</time> <a>Share</a></div>{STORY}{STORY}"
        );
        assert!(text(&page).contains("May 4, 2021"));
        assert!(!names_side("byline-share"));
    }

    #[test]
    fn a_story_in_an_element_of_such_a_name_is_read() {
        for page in [
            format!("<div class=sidebar>{STORY}</div>"),
            format!("<div class=related>{STORY}"),
            format!("<div class=promo><div class=comments>{STORY}</div></div><p>More</p>"),
        ] {
            assert!(text(&page).contains("The talks on cod failed"), "{page}");
        }
    }
}
