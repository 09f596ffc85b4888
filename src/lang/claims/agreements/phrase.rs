//! The words of a description: its determiner, modifiers and head, the phrases behind them, and a clause
//! that says who made it, when and where.
//!
//! There are no parts of speech here: closed classes of small words, known verbs, names, dates and
//! capitals tell where a noun phrase begins and ends.

use std::ops::Range;

use crate::lang::claims::actors::Actors;
use crate::lang::claims::agreements::words::{
    Deed, Form, Head, Verb, Vocabulary, is_auxiliary, is_determiner, is_joint, is_preposition,
};
use crate::lang::token::{Gap, TokenKind};

/// How many tokens before its head a phrase begins at most, and how many it has behind it.
const BEFORE: usize = 11;
const BEHIND: usize = 26;
/// The most tokens of a noun phrase behind a preposition.
const NOUN_PHRASE: usize = 12;

/// A description of an agreement.
#[derive(Clone, Debug)]
pub struct Phrase {
    /// All its tokens.
    pub tokens: Range<usize>,
    pub head: usize,
    pub word: Head,
    pub name: Option<Name>,
    /// `the`, `a`, `its`.
    pub determiner: Option<usize>,
    /// The phrases behind the head.
    pub parts: Vec<Part>,
    pub clause: Option<Clause>,
}

/// The name of an agreement, or the acronym that was given for one: `the … Compact (CSC) … the CSC`.
#[derive(Clone, Debug)]
pub struct Name {
    /// Index of the mention that the name, or what it is short for, is.
    pub mention: Option<u32>,
    pub tokens: Range<usize>,
}

/// A phrase behind the head, without its preposition.
#[derive(Clone, Debug)]
pub struct Part {
    pub link: Link,
    pub tokens: Range<usize>,
}

/// What leads to a phrase behind the head.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Link {
    Of,
    /// `on`, `about`, `for`, `delimiting`: what it is about.
    About,
    With,
    Between,
    /// `a ceasefire in Libya`.
    In,
    /// `a deal to export grain`.
    To,
}

/// `signed by Peru in Lima`, `which the two struck last year`.
#[derive(Clone, Debug)]
pub struct Clause {
    pub verb: usize,
    pub deed: Deed,
    /// Who does it, where that stands before the verb.
    pub subject: Range<usize>,
    /// What stands behind the verb.
    pub rest: Range<usize>,
}

/// Reads the words of a page.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    pub actors: &'a Actors<'a>,
    pub vocabulary: &'static Vocabulary,
}

impl<'a> Words<'a> {
    /// The description with this head.
    pub fn phrase(&self, head: usize, word: Head, name: Option<Name>) -> Phrase {
        let core = name.as_ref().map_or(head..head + 1, |name| name.tokens.clone());
        let (start, determiner) = match self.start(core.start) {
            // `said that New START …`.
            (start, Some(at)) if name.is_some() && self.folded(at) == "that" => (start + 1, None),
            found => found,
        };
        let mut phrase =
            Phrase { tokens: start..core.end, head, word, name, determiner, parts: Vec::new(), clause: None };
        self.add_tail(&mut phrase);
        phrase
    }

    pub fn folded(&self, at: usize) -> &'a str {
        self.actors.page.folded(at)
    }

    pub fn verb(&self, at: usize) -> Option<Verb> {
        let page = self.actors.page;
        let verb = self.vocabulary.verb(page.known_word(at)?.form.folded)?;
        // `Mark Price` is no verb in running text; a capital opens a sentence.
        (!page.is_capital(at) || page.opens(at) || self.is_title(at)).then_some(verb)
    }

    /// A verb, or a word that only helps one.
    pub fn is_verbal(&self, at: usize) -> bool {
        is_auxiliary(self.folded(at)) || self.verb(at).is_some_and(|verb| verb.form != Form::Ing)
    }

    /// Whether a date that says when begins at a token, and where it ends.
    pub fn date(&self, at: usize) -> Option<Range<usize>> {
        let near = self.actors.dates_within(at..at + 10);
        near.map(|date| self.actors.date_tokens(date)).find(|tokens| tokens.start == at)
    }

    /// The next token of the same sentence and line.
    pub fn next(&self, at: usize) -> Option<usize> {
        let page = self.actors.page;
        page.after(at).filter(|&next| page.same_sentence(at, next))
    }

    /// The token before of the same sentence and line.
    pub fn before(&self, at: usize) -> Option<usize> {
        let page = self.actors.page;
        page.before(at).filter(|&before| page.same_sentence(at, before))
    }

    /// Whether a token stands in a line that is no sentence, as headlines are.
    pub fn is_heading(&self, at: usize) -> bool {
        let page = self.actors.page;
        let line = page.lines.partition_point(|line| line.tokens.end <= at);
        let last = page.lines.get(line).and_then(|line| page.token(line.tokens.end.saturating_sub(1)));
        last.is_some_and(|last| {
            !matches!(last.kind, TokenKind::Mark('.' | '!' | '?' | '”' | '"' | ':' | ','))
        })
    }

    /// Whether a token stands in a line that writes all words of weight with a capital.
    pub fn is_title(&self, at: usize) -> bool {
        let lines = &self.actors.page.lines;
        let line = lines.partition_point(|line| line.tokens.end <= at);
        lines.get(line).is_some_and(|line| line.style != crate::lang::names::page::Style::Sentence)
    }

    /// Where the noun phrase begins that holds token `at`, and its determiner.
    fn start(&self, at: usize) -> (usize, Option<usize>) {
        let page = self.actors.page;
        let mut first = at;
        // Without a determiner the words behind the last verb, comma or joint belong to it.
        let mut cut = None;
        let mut determiner = None;
        while let Some(before) = self.before(first).filter(|&before| at - before <= BEFORE) {
            let word = self.folded(before);
            let fits = match page.token(before).map(|token| token.kind) {
                Some(TokenKind::Word) if page.is_capital(before) && !page.opens(before) => true,
                Some(TokenKind::Word) if is_determiner(word) => {
                    determiner = Some(before);
                    first = before;
                    break;
                }
                Some(TokenKind::Word) if matches!(word, "and" | "or") => {
                    cut = cut.or(Some(first));
                    // `security and military pact`, but `talks with Chad and Peru's deal`.
                    self.before(before)
                        .is_some_and(|further| !page.is_capital(further) && self.is_plain(further))
                        && !page.is_capital(first)
                }
                Some(TokenKind::Word) => {
                    if self.verb(before).is_some() {
                        cut = cut.or(Some(first));
                    }
                    !is_preposition(word) && !is_joint(word) && !is_auxiliary(word)
                }
                Some(TokenKind::Number | TokenKind::Possessive) => true,
                Some(TokenKind::Mark('$' | '€' | '£' | '%' | '-' | '–')) => true,
                Some(TokenKind::Mark('\'' | '’')) => {
                    page.token(before).is_some_and(|token| token.gap == Gap::Tight)
                }
                Some(TokenKind::Mark(',' | '"' | '“' | '”')) => {
                    cut = cut.or(Some(first));
                    self.before(before).is_some_and(|further| {
                        (self.is_plain(further) || is_determiner(self.folded(further)))
                            && !page.is_capital(further)
                    })
                }
                _ => false,
            };
            if !fits {
                break;
            }
            first = before;
        }
        if determiner.is_none() {
            first = cut.unwrap_or(first);
            // A sentence does not begin with a mark.
            while first < at
                && page
                    .token(first)
                    .is_some_and(|token| matches!(token.kind, TokenKind::Mark(_) | TokenKind::Possessive))
            {
                first += 1;
            }
        }
        (first, determiner)
    }

    /// A small word that can be an adjective or noun.
    pub fn is_plain(&self, at: usize) -> bool {
        let word = self.folded(at);
        self.actors.page.token(at).is_some_and(|token| token.kind == TokenKind::Word)
            && !is_preposition(word)
            && !is_joint(word)
            && !is_auxiliary(word)
            && !is_determiner(word)
            && !matches!(word, "and" | "or")
    }

    /// Adds what stands behind the head.
    fn add_tail(&self, phrase: &mut Phrase) {
        let limit = phrase.tokens.end + BEHIND;
        while let Some(at) = self.next(phrase.tokens.end - 1).filter(|&at| at < limit) {
            if let Some(end) = self.bracket(at) {
                phrase.tokens.end = end;
                continue;
            }
            if let Some(part) = self.part(phrase, at) {
                phrase.tokens.end = part.tokens.end;
                phrase.parts.push(part);
                continue;
            }
            phrase.clause = self.clause(at);
            if let Some(clause) = &phrase.clause {
                phrase.tokens.end = clause.rest.end.max(clause.verb + 1);
            }
            break;
        }
    }

    /// The end of an acronym in brackets: `(SSCA)`.
    fn bracket(&self, at: usize) -> Option<usize> {
        let page = self.actors.page;
        page.is_mark(at, '(').then_some(())?;
        let close = (at + 2..at + 5).find(|&close| page.is_mark(close, ')'))?;
        (at + 1..close).all(|inside| page.is_capital(inside)).then_some(close + 1)
    }

    /// The phrase with a preposition, infinitive or participle that begins at a token.
    fn part(&self, phrase: &Phrase, at: usize) -> Option<Part> {
        let page = self.actors.page;
        if page.is_capital(at) && !self.is_title(at) {
            return None;
        }
        let behind = self.next(at)?;
        let is_date = self.date(behind).is_some();
        let word = self.folded(at);
        let link = match word {
            "of" => Link::Of,
            "on" | "about" | "over" | "against" | "concerning" | "regarding" | "governing" | "covering"
            | "for"
                if !is_date =>
            {
                Link::About
            }
            "aimed" if self.folded(behind) == "at" => Link::About,
            "with" => Link::With,
            "between" | "among" => Link::Between,
            "in" if phrase.word.sort == crate::lang::claims::Sort::Ceasefire && !is_date => Link::In,
            "to" if self.is_infinitive(behind) => Link::To,
            "to" if phrase.word.lemma == "protocol" => Link::Of,
            _ if word.len() > 5 && word.ends_with("ing") && !is_preposition(word) && !is_date => Link::About,
            _ => return None,
        };
        let from = if word == "aimed" { behind + 1 } else { behind };
        let end = if link == Link::To { self.clause_end(from) } else { self.noun_phrase_end(from, link) };
        (end > from).then_some(Part { link, tokens: from..end })
    }

    /// A verb can stand behind `to` here: a small word that begins no noun phrase.
    fn is_infinitive(&self, at: usize) -> bool {
        let page = self.actors.page;
        page.token(at).is_some_and(|token| token.kind == TokenKind::Word)
            && !page.is_capital(at)
            && !is_determiner(self.folded(at))
            && !is_preposition(self.folded(at))
    }

    /// The end of the noun phrases that begin at a token, joined by commas and `and`.
    fn noun_phrase_end(&self, from: usize, link: Link) -> usize {
        let page = self.actors.page;
        let mut end = from;
        // Where the last joint stands, should what is behind it turn out to be a clause.
        let mut joint = None;
        while end - from < NOUN_PHRASE {
            let at = end;
            if at > from && self.next(at - 1).is_none() {
                break;
            }
            if link != Link::Of && self.date(at).is_some_and(|date| date.start == at) && at > from {
                break;
            }
            let word = self.folded(at);
            let fits = match page.token(at).map(|token| token.kind) {
                Some(TokenKind::Word) if matches!(word, "and" | "or") => {
                    let next = self.next(at).unwrap_or(at);
                    let listed = page.is_capital(next)
                        || matches!(link, Link::Between | Link::With) && is_determiner(self.folded(next))
                        || self.is_plain(next) && !self.is_verbal(next);
                    joint = Some(at).filter(|_| listed);
                    at > from && listed
                }
                Some(TokenKind::Word) if page.is_capital(at) => true,
                Some(TokenKind::Word) if is_determiner(word) => {
                    at == from || matches!(self.folded(at - 1), "of" | "and" | "or")
                }
                Some(TokenKind::Word) if word == "of" => at > from,
                Some(TokenKind::Word) => {
                    let ends = is_preposition(word) || is_joint(word) || is_auxiliary(word);
                    let opens = at == from
                        || is_determiner(self.folded(at - 1))
                        || matches!(self.folded(at - 1), "and" | "or" | "of");
                    let verbal = self.is_verbal(at) || word.len() > 4 && word.ends_with("ed");
                    !ends && (opens || !verbal)
                }
                Some(TokenKind::Number | TokenKind::Possessive) => true,
                Some(TokenKind::Mark('$' | '€' | '£' | '%' | '-' | '–')) => true,
                Some(TokenKind::Mark('\'' | '’')) => {
                    page.token(at).is_some_and(|token| token.gap == Gap::Tight)
                }
                Some(TokenKind::Mark(',')) => at > from && self.goes_on_as_list(at),
                _ => false,
            };
            if !fits {
                break;
            }
            end += 1;
        }
        match joint {
            Some(joint)
                if link != Link::Between && self.next(end - 1).is_some_and(|at| self.is_verbal(at)) =>
            {
                joint
            }
            _ => end,
        }
    }

    /// `Peru, Chad and Mali`: a name stands behind the comma and an `and` soon behind it.
    fn goes_on_as_list(&self, comma: usize) -> bool {
        let page = self.actors.page;
        let capital = |at: usize| page.is_capital(at);
        capital(comma + 1)
            && capital(comma - 1)
            && (comma + 2..comma + 8)
                .take_while(|&at| capital(at) || page.is_mark(at, ',') || self.folded(at) == "and")
                .any(|at| self.folded(at) == "and" && capital(at + 1))
    }

    /// The end of a clause: its first mark, relative pronoun or verb with a subject of its own.
    fn clause_end(&self, from: usize) -> usize {
        let page = self.actors.page;
        let mut end = from + 1;
        while end - from < BEHIND && self.next(end - 1).is_some() {
            let word = self.folded(end);
            let ends = match page.token(end).map(|token| token.kind) {
                Some(TokenKind::Word) if page.is_capital(end) => false,
                Some(TokenKind::Word) if word == "and" => {
                    let next = self.next(end).unwrap_or(end);
                    self.is_verbal(next) || is_joint(self.folded(next)) || is_determiner(self.folded(next))
                }
                Some(TokenKind::Word) => {
                    is_joint(word) && !matches!(word, "ago" | "yesterday" | "today" | "also")
                        || is_auxiliary(word)
                        || matches!(word, "as" | "after" | "before" | "despite" | "under")
                        || self.verb(end).is_some_and(|verb| verb.form == Form::Past)
                }
                Some(TokenKind::Mark('.')) => !crate::lang::sentence::is_abbreviation(page.word(end - 1)),
                Some(TokenKind::Mark(mark)) => {
                    !matches!(mark, '$' | '€' | '£' | '%' | '-' | '–' | '\'' | '’')
                }
                _ => false,
            };
            // A date goes on behind its comma: `May 3, 2019`.
            let dated = self.actors.dates_within(end.saturating_sub(3)..end + 3).any(|date| {
                let tokens = self.actors.date_tokens(date);
                tokens.start < end && end < tokens.end
            });
            if ends && !dated {
                break;
            }
            end += 1;
        }
        end
    }

    /// The clause that begins at a token: `signed by …`, `it signed …`, `which the two struck …`.
    pub fn clause(&self, at: usize) -> Option<Clause> {
        let made = |verb: Verb| {
            verb.form == Form::Past
                && matches!(
                    verb.deed,
                    Deed::Sign | Deed::Agree | Deed::Broker | Deed::Negotiate | Deed::Ratify
                )
        };
        let clause = |verb: usize, deed: Deed, subject: Range<usize>| {
            let rest = verb + 1..self.clause_end(verb);
            Clause { verb, deed, subject, rest }
        };
        if let Some(verb) = self.verb(at).filter(|&verb| made(verb)) {
            // `the deal agreed`, but `the deal made them rich`.
            let behind = self.next(at).map_or("", |next| self.folded(next));
            let plain = !matches!(self.folded(at), "made" | "won" | "done" | "closed" | "settled" | "ended");
            let goes_on =
                is_preposition(behind) || self.next(at).is_some_and(|next| self.date(next).is_some());
            return (plain || goes_on).then(|| clause(at, verb.deed, at..at));
        }
        let subject = if matches!(self.folded(at), "which" | "that") { at + 1 } else { at };
        let page = self.actors.page;
        let begins = matches!(self.folded(subject), "it" | "they" | "he" | "she" | "we")
            || is_determiner(self.folded(subject))
            || page.is_capital(subject) && self.date(subject).is_none();
        if !begins || self.next(at).is_none() {
            return None;
        }
        for verb in subject + 1..subject + 9 {
            self.next(verb - 1)?;
            if let Some(found) = self.verb(verb) {
                return made(found).then(|| clause(verb, found.deed, subject..verb));
            }
            let word = self.folded(verb);
            let listed = page.is_mark(verb, ',') && self.goes_on_as_list(verb);
            let joins = matches!(word, "and" | "of" | "had" | "has" | "have");
            let plain = page.token(verb).is_some_and(|token| !matches!(token.kind, TokenKind::Mark(_)))
                && !is_preposition(word)
                && !is_auxiliary(word)
                && !is_joint(word);
            if !(listed || joins || plain) {
                return None;
            }
        }
        None
    }
}
