//! Whom `he` and `she` mean before and behind quotations.

use std::ops::Range;

use crate::base::kind::EntityKind;
use crate::lang::claims::quotations::speakers::{REACH, Speech};
use crate::lang::names::page::Style;
use crate::lang::token::Gap;

impl Speech<'_> {
    /// The last mention of whom `he` or `she` means: the only person whom the sentence has named so far,
    /// else the speaker or the only or first person of the two sentences before.
    pub(super) fn antecedent(&self, pronoun: usize) -> Option<u32> {
        let page = self.page;
        let here = self.actors.sentence(pronoun);
        let quotation =
            self.quoted.iter().rposition(|quoted| quoted.open < pronoun && pronoun < quoted.end + REACH);
        // A quotation before the pronoun speaks of others.
        let from = quotation.and_then(|at| self.quoted.get(at)).filter(|quoted| quoted.open >= here.start);
        let named = if from.is_none() { self.only_person(here.start..pronoun) } else { Persons::Nobody };
        match named {
            Persons::One(mention) => return self.fits(mention, pronoun),
            Persons::Several => return None,
            Persons::Nobody => {}
        }
        let mut end = from.map_or(here.start, |quoted| quoted.open.min(here.start));
        for _ in 0..3 {
            let sentence = self.actors.sentence(end.checked_sub(1)?);
            // Who spoke last goes on speaking.
            let spoke = self.quoted.iter().zip(&self.told).rev().find(|(quoted, told)| {
                quoted.open < end && quoted.end > sentence.start && told.speaker.is_some()
            });
            if let Some((_, told)) = spoke {
                let speaker = told.speaker.filter(|&speaker| {
                    self.actors.chain(speaker).is_some_and(|chain| chain.kind == EntityKind::Person)
                });
                return speaker.and_then(|speaker| self.fits(speaker, pronoun));
            }
            match self.only_person(sentence.start..end) {
                Persons::One(mention) => return self.fits(mention, pronoun),
                Persons::Several => return None,
                Persons::Nobody => {}
            }
            end = sentence.start;
            let line_gap = page.token(end).is_some_and(|token| token.gap == Gap::Line);
            if line_gap && self.in_headline(end) {
                return None;
            }
        }
        None
    }

    fn in_headline(&self, at: usize) -> bool {
        let line = self.page.lines.iter().find(|line| line.tokens.contains(&at));
        line.is_some_and(|line| line.style != Style::Sentence)
    }

    /// The one person whom a stretch names, outside quotations.
    fn only_person(&self, tokens: Range<usize>) -> Persons {
        let mut found: Option<(u32, u32)> = None;
        for named in self.actors.within(tokens).filter(|named| named.kind == EntityKind::Person) {
            let quoted = self
                .quoted
                .iter()
                .any(|quoted| quoted.open < named.tokens.start && named.tokens.end <= quoted.close);
            let Some(mention) = named.party.mention.filter(|_| !quoted) else { continue };
            let Some(chain) = self.actors.names.mentions.get(mention as usize).map(|mention| mention.chain)
            else {
                continue;
            };
            if found.is_some_and(|(_, other)| other != chain) {
                return Persons::Several;
            }
            found = Some((mention, chain));
        }
        found.map_or(Persons::Nobody, |(mention, _)| Persons::One(mention))
    }

    /// A mention whose office or title does not contradict the pronoun.
    fn fits(&self, mention: u32, pronoun: usize) -> Option<u32> {
        let chain = self.actors.names.mentions.get(mention as usize)?.chain;
        let she = self.page.folded(pronoun) == "she";
        let page = self.page;
        let contradicts =
            self.actors.names.mentions.iter().filter(|other| other.chain == chain).any(|other| {
                let role = other.role.and_then(|role| self.actors.names.roles.get(role as usize));
                let title = role.map(|role| role.title.to_lowercase()).unwrap_or_default();
                let before = page
                    .word_before(self.actors.tokens(other.span).start)
                    .map_or("", |before| page.folded(before));
                let woman = title.ends_with("woman")
                    || title.ends_with("queen")
                    || matches!(before, "mrs" | "ms" | "miss" | "lady");
                let man = title.ends_with("man") && !title.ends_with("woman")
                    || title.ends_with("king")
                    || matches!(before, "mr" | "sir" | "lord");
                if she { man && !woman } else { woman }
            });
        (!contradicts).then_some(mention)
    }
}

/// How many persons a stretch names.
enum Persons {
    Nobody,
    One(u32),
    Several,
}
