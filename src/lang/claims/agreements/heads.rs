//! Where agreements are described: words that one is called, names, acronyms that were given for one.

use std::iter::Peekable;
use std::ops::Range;
use std::slice::Iter;

use crate::base::kind::EntityKind;
use crate::base::span::Span;
use crate::lang::claims::Sort;
use crate::lang::claims::agreements::phrase::{Name, Words};
use crate::lang::claims::agreements::words::{Head, Weight};
use crate::lang::lexicon::Classes;
use crate::lang::names::NameMention;
use crate::lang::token::Case;

/// A head or name on a page.
pub struct Found {
    /// The token of the head; of a name without one, its last.
    pub at: usize,
    pub head: Head,
    pub name: Option<Name>,
}

/// What a name without a head says: `the JCPOA`.
const NAMED: Head =
    Head { sort: Sort::Agreement, lemma: "agreement", weight: Weight::Plain, is_plural: false };

/// The heads and names of agreements on a page, in order; a name once.
pub fn find(words: &Words<'_>) -> Vec<Found> {
    let page = words.actors.page;
    let names = words.actors.names;
    let mut search = Search {
        words,
        mentions: names.mentions.iter().peekable(),
        passed: 0,
        aliases: Vec::new(),
        found: Vec::new(),
    };
    let is_agreement = |mention: &&NameMention| {
        names.chains.get(mention.chain as usize).is_some_and(|chain| chain.kind == EntityKind::Agreement)
    };
    let mut named = names.mentions.iter().filter(is_agreement).map(|mention| mention.span).peekable();
    for at in 0..page.tokens.len() {
        let (Some(known), Some(token)) = (page.known_word(at), page.token(at)) else { continue };
        let head = words.vocabulary.head(known.form.folded);
        let is_named = named.peek().is_some_and(|name| name.start <= token.span.start);
        if is_named {
            while named.next_if(|name| name.end <= token.span.end).is_some() {}
        }
        if head.is_some() || is_named || token.case == Case::Upper {
            search.look(at, head);
        }
    }
    search.found
}

/// A way through a page.
struct Search<'w, 'a> {
    words: &'w Words<'a>,
    /// The names that do not end before the token looked at, and how many do.
    mentions: Peekable<Iter<'a, NameMention>>,
    passed: u32,
    /// Acronyms given in brackets, and what they are short for.
    aliases: Vec<(&'a str, Head, Option<u32>)>,
    found: Vec<Found>,
}

impl Search<'_, '_> {
    /// Looks at a token that is a head, in the name of an agreement, or in capitals.
    fn look(&mut self, at: usize, head: Option<Head>) {
        let page = self.words.actors.page;
        let Some(token) = page.token(at) else { return };
        while self.mentions.next_if(|mention| mention.span.end <= token.span.start).is_some() {
            self.passed += 1;
        }
        let covering =
            self.mentions.peek().copied().filter(|mention| mention.span.contains(token.span.start));
        if token.case == Case::Upper && self.is_alias(at) {
            return;
        }
        let chains = &self.words.actors.names.chains;
        let chain = covering.and_then(|mention| chains.get(mention.chain as usize));
        let tokens = covering.map(|mention| self.words.actors.tokens(mention.span)).unwrap_or_default();
        let name = Name { mention: Some(self.passed), tokens };
        match (covering, head) {
            // `MoU` by itself is no name.
            (Some(_), Some(head)) if name.tokens.len() == 1 && head.sort == Sort::Memorandum => {
                self.found.push(Found { at, head, name: None });
            }
            (Some(_), _) if chain.is_some_and(|chain| chain.kind == EntityKind::Agreement) => {
                self.add_named(at, head, name);
            }
            // `the Arctic Contact Arrangement`, which the names take for a body.
            (Some(mention), Some(head)) if self.ends_name(token.span, mention.span, head) => {
                self.found.push(Found { at, head, name: Some(name) });
            }
            (None, Some(head)) => self.found.push(Found { at, head, name: None }),
            // A word in another's name says nothing.
            _ => {}
        }
    }

    /// Adds the name of an agreement, or what one more of its words says.
    fn add_named(&mut self, at: usize, head: Option<Head>, name: Name) {
        let is_same = |found: &&mut Found| {
            found.name.as_ref().is_some_and(|one| one.mention == name.mention && one.tokens == name.tokens)
        };
        match self.found.last_mut().filter(is_same) {
            // The last head of a name says what it is.
            Some(found) => {
                if let Some(head) = head {
                    (found.at, found.head) = (at, head);
                }
            }
            None => {
                let at = if head.is_some() { at } else { name.tokens.end.saturating_sub(1) };
                self.found.push(Found { at, head: head.unwrap_or(NAMED), name: Some(name) });
            }
        }
    }

    /// Reads capitals that were given for an agreement, or are given here.
    fn is_alias(&mut self, at: usize) -> bool {
        let page = self.words.actors.page;
        let word = page.folded(at);
        if let Some(&(_, head, mention)) = self.aliases.iter().find(|(alias, ..)| *alias == word) {
            self.found.push(Found { at, head, name: Some(Name { mention, tokens: at..at + 1 }) });
            return true;
        }
        let bracket = self.words.before(at).filter(|&before| page.is_mark(before, '('));
        let of = self.found.last().filter(|found| {
            let end = found.name.as_ref().map_or(found.at + 1, |name| name.tokens.end);
            page.is_mark(at + 1, ')') && bracket == Some(end)
        });
        if let Some(found) = of {
            let mention = found.name.as_ref().and_then(|name| name.mention);
            self.aliases.push((word, found.head, mention));
        }
        of.is_some()
    }

    /// Whether a head ends a name that can only be an agreement's.
    fn ends_name(&self, token: Span, name: Span, head: Head) -> bool {
        let page = self.words.actors.page;
        let body = Classes::ORGANIZATION.or(Classes::ORGANIZATION_OF).or(Classes::EMBASSY);
        let mut tokens: Range<usize> = self.words.actors.tokens(name);
        // `Republican Compact` could be a body.
        let names_one = matches!(
            head.lemma,
            "arrangement"
                | "settlement"
                | "understanding"
                | "agreement"
                | "treaty"
                | "pact"
                | "accord"
                | "memorandum"
        );
        token.end == name.end && names_one && !tokens.any(|at| page.classes(at).any(body))
    }
}
