//! A sentence with who and what is named in it, and what governs each name there.

use std::ops::Range;

use crate::base::kind::EntityKind;
use crate::lang::claims::actors::{Actors, Named};
use crate::lang::claims::events::grammar;
use crate::lang::lexicon::Classes;
use crate::lang::lexicon::triggers::What;
use crate::lang::names::page::{Page, Style};
use crate::lang::token::TokenKind;

/// How many words of a noun phrase are looked at before its head.
const PHRASE: usize = 7;
/// So many tokens lie at most between two that are coordinated: `Lavrov and his Turkish counterpart, X`.
const COORDINATED: usize = 8;

/// A sentence, its names, and how its line writes capitals.
pub struct Scene<'a> {
    pub actors: &'a Actors<'a>,
    pub page: &'a Page<'a>,
    pub tokens: Range<usize>,
    pub style: Style,
    /// A line without a full stop: its present tense tells the news.
    pub is_headline: bool,
    /// In the order of the text.
    pub items: Vec<Item<'a>>,
}

/// A name, description or demonym in its noun phrase.
pub struct Item<'a> {
    pub named: &'a Named,
    /// The first token of the noun phrase.
    pub start: usize,
    /// The preposition or verb before the phrase; of one that is coordinated, before the first.
    pub governor: Option<usize>,
    /// Belongs together with the name before.
    pub listed: bool,
}

impl Item<'_> {
    pub fn tokens(&self) -> Range<usize> {
        self.named.tokens.clone()
    }
}

impl<'a> Scene<'a> {
    /// The sentence of a token.
    pub fn new(actors: &'a Actors<'a>, token: usize) -> Self {
        let page = actors.page;
        let tokens = actors.sentence(token);
        let line = page.lines.partition_point(|line| line.tokens.end <= token);
        let style = page.lines.get(line).map_or(Style::Sentence, |line| line.style);
        let last = tokens.end.saturating_sub(1);
        let ends = matches!(
            page.token(last).map(|token| token.kind),
            Some(TokenKind::Mark('.' | '!' | '?' | '”' | '"' | ':' | '…'))
        );
        let mut scene =
            Scene { actors, page, tokens: tokens.clone(), style, is_headline: !ends, items: Vec::new() };
        for named in actors.within(tokens) {
            let (start, governor) = scene.phrase(named);
            let listed = scene.items.last().is_some_and(|last| scene.are_listed(last, start, governor));
            let before = scene.items.last().filter(|_| listed).and_then(|last| last.governor);
            let governor = if listed { before } else { governor };
            scene.items.push(Item { named, start, governor, listed });
        }
        scene
    }

    pub fn folded(&self, at: usize) -> &'a str {
        if self.tokens.contains(&at) { self.page.folded(at) } else { "" }
    }

    /// The name or demonym that a token belongs to.
    pub fn item_at(&self, at: usize) -> Option<&Item<'a>> {
        self.items.iter().find(|item| item.named.tokens.contains(&at))
    }

    pub fn is_possessor(&self, item: &Item<'_>) -> bool {
        self.is_possessive_mark(item.named.tokens.end)
    }

    /// `'s`, and the apostrophe alone behind a plural.
    pub fn is_possessive_mark(&self, at: usize) -> bool {
        let plural = || {
            at.checked_sub(1).is_some_and(|before| self.folded(before).ends_with('s'))
                && self.page.token(at).is_some_and(|token| token.gap == crate::lang::token::Gap::Tight)
        };
        match self.page.token(at).map(|token| token.kind) {
            Some(TokenKind::Possessive) => true,
            Some(TokenKind::Mark('\'' | '’')) => plural(),
            _ => false,
        }
    }

    /// The word that governs a name: `of`, `with`, a verb.
    pub fn governing(&self, item: &Item<'_>) -> &'a str {
        item.governor.map_or("", |at| self.folded(at))
    }

    pub fn is_governed_by_verb(&self, item: &Item<'_>) -> bool {
        item.governor.is_some_and(|at| grammar::is_verb(self.page, at))
    }

    /// The noun phrase that ends in token `head`: its first token.
    pub fn phrase_start(&self, head: usize) -> usize {
        let mut start = head;
        while head - start < PHRASE {
            let Some(before) = start.checked_sub(1).filter(|before| self.tokens.contains(before)) else {
                break;
            };
            if let Some(item) = self.item_at(before) {
                let owner = self.is_possessor(item) && item.named.party.mention.is_some();
                start = item.named.tokens.start;
                if owner {
                    break;
                }
                continue;
            }
            let folded = self.folded(before);
            let of_name = self.is_possessive_mark(before);
            let number = self.page.token(before).is_some_and(|token| token.kind == TokenKind::Number);
            let hyphen = folded == "-" || folded == "–";
            if grammar::is_determiner(folded) && folded != "that" {
                return before;
            }
            let verb =
                grammar::is_verb(self.page, before) && !self.is_attribute(before) || self.carries(before);
            let inside = of_name || number || hyphen || grammar::is_content(self.page, before) && !verb;
            if !inside || !self.same_line(before) {
                break;
            }
            start = before;
        }
        start
    }

    /// A participle inside a noun phrase: `the planned visit`, `a failed attack`.
    fn is_attribute(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let folded = self.folded(before);
        grammar::is_determiner(folded)
            || self.is_possessive_mark(before)
            || self.item_at(before).is_some_and(|item| item.named.party.mention.is_none())
    }

    /// A verb in the present before its noun: `hold talks`, `launches offensive`, `holding talks`.
    fn carries(&self, at: usize) -> bool {
        let before = at.checked_sub(1).filter(|before| self.tokens.contains(before));
        let led = before.map_or("", |before| self.folded(before));
        if grammar::is_determiner(led) || before.is_some_and(|before| self.is_possessive_mark(before)) {
            return false;
        }
        let folded = self.folded(at);
        if folded.ends_with("ing") && (led == "," || self.light(at)) {
            return true;
        }
        let subject = led.is_empty()
            || led == "to"
            || grammar::is_modal(led)
            || grammar::is_subject_pronoun(led)
            || led.ends_with('s')
            || before.is_some_and(|before| self.item_at(before).is_some());
        subject && self.light(at)
    }

    fn light(&self, at: usize) -> bool {
        let word = self.page.known_word(at);
        word.is_some_and(|word| word.readings.iter().any(|reading| matches!(reading.what, What::Light(_))))
    }

    fn same_line(&self, at: usize) -> bool {
        self.page.after(at).is_some()
    }

    /// The first token of a name's phrase, and what stands before that.
    fn phrase(&self, named: &Named) -> (usize, Option<usize>) {
        let mut start = named.tokens.start;
        let role =
            Classes::TITLE.or(Classes::HEAD).or(Classes::MODIFIER).or(Classes::PORTFOLIO).or(Classes::PEOPLE);
        for _ in 0..PHRASE {
            let Some(before) = start.checked_sub(1).filter(|before| self.tokens.contains(before)) else {
                return (start, None);
            };
            let folded = self.folded(before);
            if grammar::is_determiner(folded) && folded != "that" {
                start = before;
                break;
            }
            if let Some(last) = self.items.last().filter(|last| last.named.tokens.end == before + 1) {
                // `Russian Foreign Minister X`, `Turkish forces`: one phrase.
                if last.named.party.mention.is_some() && !self.is_possessor(last) {
                    return (start, None);
                }
                return (last.start, last.governor);
            }
            if self.is_possessive_mark(before)
                && let Some(last) = self.items.last().filter(|last| last.named.tokens.end == before)
            {
                return (last.start, last.governor);
            }
            let joins = self.page.classes(before).any(role)
                || self.page.is_capital(before)
                || grammar::is_content(self.page, before)
                || self.is_possessive_mark(before);
            if !joins || grammar::is_verb(self.page, before) && !self.page.classes(before).any(role) {
                break;
            }
            start = before;
        }
        (start, start.checked_sub(1).filter(|before| self.tokens.contains(before)))
    }

    /// Whether a phrase goes on with what a name before it began: `X and Y`, `X, Y`, `the Russian X`.
    fn are_listed(&self, last: &Item<'_>, start: usize, governor: Option<usize>) -> bool {
        let from = last.named.tokens.end;
        if start <= from || start == last.start {
            return start <= last.named.tokens.start;
        }
        let joins = governor.map_or("", |at| self.folded(at));
        let comma = matches!(joins, "," | "/" | "-");
        if !matches!(joins, "and" | "&") && !comma || start - from > COORDINATED {
            return false;
        }
        (from..start).all(|at| {
            let folded = self.folded(at);
            !grammar::is_verb(self.page, at)
                && (!grammar::is_preposition(folded) || folded == "of")
                && !grammar::ends_clause(folded)
                || folded == "-"
        })
    }

    /// Whether a human being or body can be meant by the words from a token on.
    pub fn begins_phrase(&self, at: usize) -> bool {
        if !self.tokens.contains(&at) || !self.same_line(at.saturating_sub(1)) {
            return false;
        }
        let folded = self.folded(at);
        let number = self.page.token(at).is_some_and(|token| token.kind == TokenKind::Number);
        let in_date = self
            .actors
            .dates_within(self.tokens.clone())
            .any(|date| self.actors.date_tokens(date).contains(&at));
        !in_date
            && (number
                || grammar::is_determiner(folded)
                || grammar::is_object_pronoun(folded)
                || self.item_at(at).is_some()
                || grammar::is_content(self.page, at)
                    && !grammar::is_adverb(folded)
                    && !grammar::is_verb(self.page, at))
    }

    /// Skips adverbs before a token: the one that counts.
    pub fn before(&self, at: usize) -> Option<usize> {
        let mut before = at.checked_sub(1)?;
        while self.tokens.contains(&before) && grammar::is_adverb(self.folded(before)) {
            before = before.checked_sub(1)?;
        }
        self.tokens.contains(&before).then_some(before)
    }

    /// The word that puts something at a place: the `in` of `in Kelda`, `in the north of Kelda`.
    pub fn locative(&self, item: &Item<'_>) -> Option<usize> {
        let governor = item.governor?;
        if grammar::is_locative(self.folded(governor)) {
            return Some(governor);
        }
        if self.folded(governor) != "of" {
            return None;
        }
        let head = governor.checked_sub(1).filter(|&at| grammar::is_content(self.page, at))?;
        let before = self.phrase_start(head).checked_sub(1)?;
        let region = matches!(
            self.folded(head),
            "province"
                | "region"
                | "city"
                | "town"
                | "village"
                | "capital"
                | "district"
                | "area"
                | "parts"
                | "part"
                | "north"
                | "south"
                | "east"
                | "west"
                | "outskirts"
                | "suburb"
                | "port"
                | "coast"
                | "northeast"
                | "northwest"
                | "southeast"
                | "southwest"
                | "centre"
                | "center"
                | "state"
                | "island"
                | "republic"
                | "resort"
                | "county"
                | "territory"
                | "enclave"
        );
        (region && grammar::is_locative(self.folded(before))).then_some(before)
    }

    /// Whether a name is a place that is no country: a party to nothing by itself.
    pub fn is_spot(item: &Item<'_>) -> bool {
        item.named.kind == EntityKind::Place && !item.named.party.is_country
    }
}
