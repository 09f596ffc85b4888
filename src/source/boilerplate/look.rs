//! What a block of a page looks like by itself: a heading of links, a farewell, prose.
//!
//! Patterns say it, each only where the block begins with one of its openings or holds its word: most
//! pages compile none of them.

use std::sync::LazyLock;

use memchr::memmem::Finder;
use regex::Regex;

use crate::source::page::{Block, Form};
use crate::source::pattern::regex;
use crate::source::words::{
    ends_sentence, from_first_word, has_more_words, is_boundary, strip_prefix, with_first_letter_of,
};

/// What a block looks like, by itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Look {
    /// The heading of a list of other stories.
    Heading(HeadingKind),
    /// A line that takes leave of the reader: other addresses, `Follow us`, copyright.
    Farewell,
    /// A line between the paragraphs that is not of them: `ADVERTISEMENT`, `Read more: …`.
    Aside,
    /// A short line without the end of a sentence.
    Line,
    /// A sentence, which may be the teaser of another story.
    Prose,
    /// Too long for a teaser.
    Story,
    /// The format says what it is.
    Settled,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum HeadingKind {
    /// Stands below articles.
    Below,
    /// Stands below articles or between their paragraphs.
    Between,
}

impl Look {
    pub fn of(block: Block, text: &str) -> Self {
        let words = block.span.of_text(text);
        if matches!(block.form, Form::Header | Form::Tail) {
            return Look::Settled;
        }
        if words.len() > 500 {
            return Look::Story;
        }
        let bare = from_first_word(words);
        if may_be_below(bare) && BELOW.is_match(words) {
            return Look::Heading(HeadingKind::Below);
        }
        if opens_with(bare, &BETWEEN_OPENINGS) && BETWEEN.is_match(words) {
            return Look::Heading(HeadingKind::Between);
        }
        if may_be_farewell(words, bare) && FAREWELL.is_match(words) {
            return Look::Farewell;
        }
        if may_be_aside(bare) && ASIDE.is_match(words) {
            return Look::Aside;
        }
        let is_prose = (ends_sentence(words) && has_more_words(words, 5)) || words.chars().count() > 160;
        match is_prose {
            false => Look::Line,
            true if sentence_breaks(words).nth(1).is_some() => Look::Story,
            true => Look::Prose,
        }
    }
}

/// Where one sentence ends and the next begins: offsets of the full stop, question or exclamation mark.
fn sentence_breaks(words: &str) -> impl Iterator<Item = usize> {
    memchr::memchr3_iter(b'.', b'!', b'?', words.as_bytes()).filter(|&end| {
        let (before, after) =
            (words.get(..end).unwrap_or_default(), words.get(end + 1..).unwrap_or_default());
        let behind = after.trim_start_matches(['"', '”', '’', ')']);
        let next = behind.trim_start();
        let is_end = |last: char| last.is_lowercase() || last.is_ascii_digit() || last == ')';
        next.len() < behind.len()
            && before.ends_with(is_end)
            && next.trim_start_matches(['"', '“', '‘', '(']).starts_with(char::is_uppercase)
    })
}

/// Whether the words begin with one of these phrases.
fn opens_with(bare: &str, phrases: &[&str]) -> bool {
    with_first_letter_of(bare, phrases).any(|phrase| strip_prefix(bare, phrase).is_some_and(is_boundary))
}

fn may_be_below(bare: &str) -> bool {
    opens_with(strip_prefix(bare, "the ").unwrap_or(bare), &BELOW_OPENINGS)
        || strip_prefix(bare.trim_start_matches(|digit: char| digit.is_ascii_digit()), " comments").is_some()
}

fn may_be_farewell(words: &str, bare: &str) -> bool {
    let small = words.to_ascii_lowercase();
    let has = |phrase: &Finder<'_>| phrase.find(small.as_bytes()).is_some();
    opens_with(bare, &FAREWELL_OPENINGS)
        || strip_prefix(bare, "copyright").is_some()
        || (!words.is_ascii() && words.contains('©'))
        || has(&RIGHTS)
        || has(&SITE_CAN)
}

static RIGHTS: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("all rights reserved"));

/// Of a site, a page, a website.
static SITE_CAN: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("e can "));

fn may_be_aside(bare: &str) -> bool {
    let is_marked = |phrase: &str| {
        let rest = strip_prefix(bare, phrase).map(|rest| rest.strip_prefix(' ').unwrap_or(rest));
        rest.is_some_and(|rest| rest.starts_with([':', '|', '»', '›', '>']))
    };
    opens_with(bare, &ASIDE_OPENINGS) || with_first_letter_of(bare, &MARKED_OPENINGS).any(is_marked)
}

/// What headings of [`BELOW`] begin with, a `the` left aside.
const BELOW_OPENINGS: [&str; 58] = [
    "most popular",
    "most read",
    "most viewed",
    "most shared",
    "most commented",
    "most watched",
    "most recent",
    "recommended",
    "trending",
    "top stories",
    "top news",
    "top headlines",
    "may also",
    "may like",
    "may be interested",
    "might also",
    "might like",
    "might be interested",
    "you may",
    "you might",
    "from our partners",
    "from around the web",
    "from the web",
    "around the web",
    "sponsored",
    "promoted content",
    "promoted stories",
    "promoted links",
    "editor",
    "editors",
    "latest news",
    "latest stories",
    "latest headlines",
    "latest articles",
    "latest videos",
    "more stories",
    "more news",
    "more headlines",
    "more articles",
    "what to read next",
    "read next",
    "up next",
    "watch next",
    "popular",
    "don",
    "leave a",
    "comment",
    "comments",
    "reply",
    "join the discussion",
    "join the conversation",
    "featured stories",
    "featured articles",
    "featured videos",
    "photo gallery",
    "photo galleries",
    "must read",
    "must reads",
];

/// What headings of [`BETWEEN`] begin with.
const BETWEEN_OPENINGS: [&str; 23] = [
    "related",
    "see also",
    "also read",
    "read also",
    "read more",
    "more on",
    "more from",
    "more about",
    "more coverage",
    "further reading",
    "in other news",
    "in related news",
    "more to read",
    "tag",
    "tags",
    "topic",
    "topics",
    "share",
    "other news",
    "other stories",
    "follow",
    "newsletter",
    "newsletters",
];

/// What lines of [`FAREWELL`] begin with that have no word of their own.
const FAREWELL_OPENINGS: [&str; 27] = [
    "follow us",
    "like us",
    "join us",
    "find us",
    "visit us",
    "contact us",
    "sign up",
    "subscribe",
    "register now",
    "register here",
    "register for",
    "download the",
    "download our",
    "get the",
    "get our",
    "click here",
    "c)",
    "share this",
    "share on",
    "share via",
    "load-date",
    "support our",
    "support independent",
    "donate to our",
    "donate to independent",
    "reproduction",
    "republication",
];

/// What lines of [`ASIDE`] begin with.
const ASIDE_OPENINGS: [&str; 27] = [
    "advertisement",
    "advertisements",
    "advertisment",
    "advertisments",
    "ad",
    "article continues",
    "story continues",
    "listen to",
    "print",
    "email",
    "e-mail",
    "save this",
    "save article",
    "save story",
    "save page",
    "bookmark",
    "skip advertisement",
    "scroll to continue",
    "facebook",
    "twitter",
    "whatsapp",
    "telegram",
    "linkedin",
    "instagram",
    "youtube",
    "pinterest",
    "reddit",
];

/// What a colon or the like follows in a line of [`ASIDE`].
const MARKED_OPENINGS: [&str; 11] = [
    "read more",
    "also read",
    "read also",
    "see also",
    "see more",
    "related",
    "watch",
    "watch also",
    "more",
    "must read",
    "recommended",
];

static BELOW: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?ix)^\W*(?: (?:the\ )?most\ (?:popular|read|viewed|shared|commented|watched|recent) (?:\ (?:stories|news|articles|posts|videos|now|today))?
        | recommended (?:\ (?:for\ you|stories|articles|reading|news|videos|by\ .{1,30}))? | trending (?:\ (?:now|stories|news|topics|today|articles))?
        | top\ (?:stories|news|headlines) (?:\ (?:today|now))? | (?:you\ )?(?:may|might)\ (?:also\ )?(?:like|be\ interested\ in) | you\ (?:may|might)\ have\ missed
        | from\ (?:our\ partners|around\ the\ web|the\ web) | around\ the\ web | sponsored(?:\ (?:content|links|stories))? | promoted\ (?:content|stories|links)
        | editor[’']?s?[’']?\ (?:picks?|choice) | latest\ (?:news|stories|headlines|articles|videos) | more\ (?:stories|news|headlines|articles)
        | what\ to\ read\ next | (?:read|up|watch)\ next | popular(?:\ (?:stories|news|posts|articles|now))? | don[’']t\ miss | (?:leave\ a\ )?(?:comments?|reply)
        | [0-9]+\ comments | join\ the\ (?:discussion|conversation) | featured\ (?:stories|articles|videos) | photo\ galler(?:y|ies) | must\ reads?
        )\W*$",
    )
});

static BETWEEN: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?ix)^\W*(?: related(?:\ (?:articles?|stor(?:y|ies)|news|topics?|content|posts?|coverage|links?|videos?|reading|items?))? | see\ also | also\ read | read\ also
        | read\ more | more\ on\ this(?:\ (?:story|topic|subject))? | more\ (?:on|from|about)\ .{2,40} | more\ coverage | further\ reading
        | in\ (?:other|related)\ news | more\ to\ read | tags? | topics? | share(?:\ this)?(?:\ (?:article|story|page|on|via).{0,40})? | other\ (?:news|stories)
        | follow\ (?:us|.{2,30}\ on\ (?:twitter|facebook|telegram|instagram|x))(?:\ on\ .{2,60})? | newsletters?
        )\W*$",
    )
});

static FAREWELL: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?ix)
        (?-u:\b)(?:website|site|page)\ can\ (?:also\ )?be\ (?:accessed|reached|visited)\ (?:at|via|through|on)(?-u:\b)
        | ^[\s•*|>–—-]*(?:follow|like|join|find|visit)\ us\ (?:on|at|via|for)(?-u:\b).{0,120}$ | ^[\s•*|>–—-]*contact\ us(?-u:\b).{0,80}$
        | ^[\s•*|>–—-]*follow\ us$
        | ^[\s•*|>–—-]*(?:sign\ up|subscribe)\ (?:to|for|now|here|today|and)(?-u:\b).{0,160}$
        | ^[\s•*|>–—-]*register\ (?:now|here|for\ (?:our|free))(?-u:\b).{0,160}$
        | ^\W*sign\ up$ | ^\W*subscribe$
        | ^[\s•*|>–—-]*(?:download|get)\ (?:the|our)\ .{0,40}(?-u:\b)app(?-u:\b).{0,80}$
        | ^[\s•*|>–—-]*click\ here(?-u:\b).{0,160}$
        | ^\W*(?:copyright\s*(?:©|\(c\)|:|(?:19|20)[0-9]{2}|by(?-u:\b))|©|\(c\)\s*(?:19|20)[0-9]{2}).{0,200}$
        | ^.{0,80}(?-u:\b)all\ rights\ reserved(?-u:\b).{0,60}$ | ^[^.]{0,60}©\ ?(?:19|20)[0-9]{2}[^.]{0,60}$
        | ^[\s•*|>–—-]*share\ (?:this|on|via)(?-u:\b).{0,60}$
        | ^\W*load-date:.{0,60}$
        | ^[\s•*|>–—-]*(?:support|donate\ to)\ (?:our|independent)\ (?:journalism|work|newsroom|reporting)(?-u:\b).{0,100}$
        | ^\W*(?:reproduction|republication)\ .{0,80}(?:prohibited|permission).{0,60}$
        ",
    )
});

static ASIDE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?ix)^\W*(?: advertise?ments? | ad | article\ continues\ (?:below|after).{0,60} | story\ continues\ (?:below|after).{0,60}
        | (?:read\ more|also\ read|read\ also|see\ also|see\ more|related|watch|watch\ also|more|must\ read|recommended)\ ?[:|»›>]\s*\S.{0,200}
        | (?:listen\ to|print|email|save|bookmark)\ (?:this\ )?(?:article|story|page) | print | e-?mail | skip\ advertisement | scroll\ to\ continue.{0,40}
        | (?:facebook|twitter|whatsapp|telegram|linkedin|instagram|youtube|pinterest|reddit)(?:[\s,|/•·]+(?:facebook|twitter|whatsapp|telegram|linkedin|instagram|youtube|pinterest|reddit|e?-?mail|print))* 
        )\W*$",
    )
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::span::Span;

    fn look(line: &str) -> Look {
        Look::of(Block { span: Span::of(0..line.len()), form: Form::Words }, line)
    }

    #[test]
    fn headings_of_links_are_known_by_their_words() {
        for line in [
            "Most popular stories",
            "• THE MOST READ",
            "Recommended for you",
            "Trending now:",
            "You may also like",
            "Might be interested in",
            "You might have missed",
            "From around the web",
            "Sponsored content",
            "Editor’s picks",
            "EDITORS' CHOICE",
            "Latest headlines",
            "What to read next",
            "Don’t miss",
            "Leave a comment",
            "12 comments",
            "Join the conversation",
            "Photo galleries",
            "Must reads",
        ] {
            assert_eq!(look(line), Look::Heading(HeadingKind::Below), "{line}");
        }
        for line in [
            "Related",
            "RELATED COVERAGE",
            "See also:",
            "More on this topic",
            "More about cod",
            "In other news",
            "Tags",
            "Share this article",
            "Follow Nordnews on Telegram",
            "Newsletters",
        ] {
            assert_eq!(look(line), Look::Heading(HeadingKind::Between), "{line}");
        }
    }

    #[test]
    fn farewells_are_known_by_their_words() {
        for line in [
            "The PAGE can be reached at",
            "Visit us at our new address",
            "* Contact us today",
            "Sign up",
            "Subscribe to the letter",
            "Register for free",
            "Download our Fjord app",
            "Click here to read on",
            "Copyright2021 Nordnews",
            "(c) 2021 Nordnews",
            "Nordnews © 2021",
            "Nordnews. All Rights Reserved",
            "Share this with a friend",
            "Load-Date: May 4, 2021",
            "Donate to independent journalism",
            "Republication without permission is forbidden",
        ] {
            assert_eq!(look(line), Look::Farewell, "{line}");
        }
    }

    #[test]
    fn asides_are_known_by_their_words() {
        for line in [
            "Advertisments",
            "Ad",
            "Story continues after the picture",
            "Watch also: The fleet in port",
            "MORE » A herring",
            "Listen to this article",
            "Save story",
            "E-mail",
            "Scroll to continue",
            "Facebook, Twitter | print",
        ] {
            assert_eq!(look(line), Look::Aside, "{line}");
        }
    }

    #[test]
    fn other_lines_are_lines_or_prose() {
        for line in
            ["More boats wait in port", "Most fishermen agree", "Copy of the treaty", "Advice to skippers"]
        {
            assert_eq!(look(line), Look::Line, "{line}");
        }
        assert_eq!(look("Get the boats into port, he said."), Look::Prose);
        assert_eq!(look("They met. They talked all day (and night.) “Nobody” left."), Look::Story);
        assert_eq!(look("They met at 3.30 p.m. and talked about cod. Then they left."), Look::Prose);
    }
}
