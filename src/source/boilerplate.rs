//! What is on a page and not of the article: menus, teasers of other stories, sharing lines.
//!
//! Precision first: a paragraph of the story is never dropped. A tail is cut only where what follows
//! its heading does not read like a story; otherwise the heading and its links drop alone.

use std::sync::LazyLock;

use regex::Regex;

use crate::source::page::{Block, Form};
use crate::source::published::regex;
use crate::source::zones::ends_sentence;

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
        if BELOW.is_match(words) {
            return Look::Heading(HeadingKind::Below);
        }
        if BETWEEN.is_match(words) {
            return Look::Heading(HeadingKind::Between);
        }
        if FAREWELL.is_match(words) {
            return Look::Farewell;
        }
        if ASIDE.is_match(words) {
            return Look::Aside;
        }
        let count = words.split_whitespace().count();
        let is_prose = (ends_sentence(words) && count >= 6) || words.chars().count() > 160;
        match is_prose {
            false => Look::Line,
            true if SENTENCE_BREAK.find_iter(words).count() >= 2 => Look::Story,
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

static SENTENCE_BREAK: LazyLock<Regex> =
    LazyLock::new(|| regex(r#"[\p{Ll}0-9)][.!?]["”’)]*\s+["“‘(]*\p{Lu}"#));

#[cfg(test)]
mod tests;
