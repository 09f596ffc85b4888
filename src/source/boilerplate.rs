//! What is on a page and not of the article: menus, teasers of other stories, sharing lines.
//!
//! Precision first: a paragraph of the story is never dropped. A tail is cut only where what follows
//! its heading does not read like a story; otherwise the heading and its links drop alone.

mod look;

use crate::source::page::{Block, Form};
use look::{HeadingKind, Look};

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

#[cfg(test)]
mod tests;
