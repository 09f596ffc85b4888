//! What is on a page and not of the article: menus, teasers of other stories, sharing lines.
//!
//! Precision first: a paragraph of the story is never dropped. A tail is cut only where what follows
//! its heading does not read like a story; otherwise the heading and its links drop alone.

use std::sync::LazyLock;

use memchr::memmem::Finder;
use regex::Regex;

use crate::source::page::{Block, Form};
use crate::source::pattern::regex;
use crate::source::words::{ends_sentence, from_first_word, has_more_words, is_boundary, strip_prefix};

/// Which blocks are not of the article, in their order.
pub fn mark(text: &str, blocks: &[Block]) -> Vec<bool> {
    let looks: Vec<Look> = blocks.iter().map(|block| Look::of(*block, text)).collect();
    let rests = Rest::all(&looks);
    let mut marks = vec![false; looks.len()];
    let mut told = false;
    let mut links_left = 0;
    // The items of the list that a heading announced.
    let mut in_list = false;
    for (index, ((look, rest), block)) in looks.iter().zip(&rests).zip(blocks).enumerate() {
        let is_item = block.form == Form::Item && *look != Look::Story;
        in_list = matches!(look, Look::Heading(_)) || (in_list && is_item);
        let is_tail = match look {
            Look::Heading(kind) => told && rest.is_tail(*kind),
            Look::Farewell => told && rest.told == 0,
            Look::Aside | Look::Line | Look::Prose | Look::Story | Look::Settled => false,
        };
        if is_tail {
            marks.iter_mut().skip(index).for_each(|mark| *mark = true);
            break;
        }
        let drops = match look {
            Look::Heading(_) => {
                links_left = if told && rest.told > 0 { LINKS } else { 0 };
                true
            }
            Look::Farewell | Look::Aside => true,
            Look::Line | Look::Prose if in_list => true,
            Look::Line if links_left > 0 => {
                links_left -= 1;
                true
            }
            Look::Line | Look::Settled => false,
            Look::Prose | Look::Story => {
                (links_left, told) = (0, true);
                false
            }
        };
        if let Some(mark) = marks.get_mut(index) {
            *mark = drops;
        }
    }
    marks
}

/// After a heading in mid-text, at most this many short lines are taken for its links.
const LINKS: usize = 6;

/// What a block looks like, by itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Look {
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
enum HeadingKind {
    /// Stands below articles.
    Below,
    /// Stands below articles or between their paragraphs.
    Between,
}

impl Look {
    fn of(block: Block, text: &str) -> Self {
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

/// What stands behind a block, up to the end of the page.
#[derive(Clone, Copy, Default, Debug)]
struct Rest {
    lines: usize,
    /// Blocks of prose, long ones included.
    told: usize,
    stories: usize,
    /// Blocks of prose in a row: from here on, and the longest such row.
    row: usize,
    longest_row: usize,
}

impl Rest {
    fn all(looks: &[Look]) -> Vec<Rest> {
        let mut rest = Rest::default();
        let mut all: Vec<Rest> = looks
            .iter()
            .rev()
            .map(|look| {
                let behind = rest;
                match look {
                    Look::Prose | Look::Story => {
                        rest.told += 1;
                        rest.stories += usize::from(*look == Look::Story);
                        rest.row += 1;
                        rest.longest_row = rest.longest_row.max(rest.row);
                    }
                    Look::Heading(_) | Look::Farewell | Look::Aside | Look::Line => {
                        rest.row = 0;
                        rest.lines += 1;
                    }
                    Look::Settled => {}
                }
                behind
            })
            .collect();
        all.reverse();
        all
    }

    /// Whether this is a list of other stories: headlines, each with a sentence at most.
    fn is_tail(&self, kind: HeadingKind) -> bool {
        if self.told == 0 {
            return true;
        }
        let teasers = self.stories == 0 && self.longest_row == 1 && self.row == 0;
        let among_lines =
            self.stories <= self.lines / 8 && self.longest_row <= 2 && self.lines >= 4 * self.told;
        match kind {
            HeadingKind::Below => {
                (teasers && self.lines >= self.told.max(2)) || (among_lines && self.row == 0)
            }
            HeadingKind::Between => {
                (teasers && self.told >= 2 && self.lines >= self.told) || (among_lines && self.row == 0)
            }
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
    phrases.iter().any(|phrase| strip_prefix(bare, phrase).is_some_and(is_boundary))
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
    let is_marked = |phrase: &&str| {
        let rest = strip_prefix(bare, phrase).map(|rest| rest.strip_prefix(' ').unwrap_or(rest));
        rest.is_some_and(|rest| rest.starts_with([':', '|', '»', '›', '>']))
    };
    opens_with(bare, &ASIDE_OPENINGS) || MARKED_OPENINGS.iter().any(is_marked)
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
mod tests;
