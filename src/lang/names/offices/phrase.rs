//! One phrase that names an office: `the minister for trade and industry of Peru`.
//!
//! Whose and of what stands before the head or behind it; the head is one of a closed list, what it is of
//! is any word.

use std::ops::Range;

use crate::base::kind::EntityKind;
use crate::lang::lexicon::Classes;
use crate::lang::lexicon::gazetteer::Kinds;
use crate::lang::names::offices::words;
use crate::lang::names::offices::{Ctx, Named, Office, Tenure};
use crate::lang::names::page::Page;
use crate::lang::names::roles::country_of_demonym;
use crate::lang::token::TokenKind;

const ROLE_WORD: Classes = Classes::TITLE.or(Classes::HEAD);
const NOUN: Classes = ROLE_WORD
    .or(Classes::MODIFIER)
    .or(Classes::PORTFOLIO)
    .or(Classes::ORGANIZATION)
    .or(Classes::ORGANIZATION_OF)
    .or(Classes::STATE_BODY)
    .or(Classes::GENERIC)
    .or(Classes::PLACE_LOWER)
    .or(Classes::EMBASSY)
    .or(Classes::HONORIFIC);
const VERB: Classes = Classes::SAID.or(Classes::PERSON_VERB);

/// What one phrase says; `reads` is where it ends.
#[derive(Clone, Debug)]
pub struct Phrase {
    pub office: Office,
    pub tokens: Range<usize>,
    /// `the`, or an owner: of one office, and not one of several.
    pub is_definite: bool,
    /// What it is of is a person's office: `spokesman for the president`.
    pub ends_in_role: bool,
}

/// Where words are put while a phrase is read.
#[derive(Default)]
struct Parts {
    words: Vec<Box<str>>,
    country: Option<u16>,
    to: Option<Box<str>>,
    tenure: Option<Tenure>,
    is_deputy: bool,
    capital: Option<Box<str>>,
    names_body: bool,
}

/// Whether a token is a head of an office.
pub fn is_head(page: &Page<'_>, at: usize) -> bool {
    words::head(page.folded(at)).is_some()
}

/// Whether a token is a rank or an honorific.
pub fn is_rank(ctx: &Ctx<'_>, at: usize) -> bool {
    ctx.page.is_capital(at) && words::is_in("rank", ctx.page.folded(at))
}

/// The office that exactly these tokens name.
pub fn exactly(ctx: &Ctx<'_>, tokens: Range<usize>) -> Option<Phrase> {
    read(ctx, tokens.clone()).filter(|phrase| phrase.tokens.end == tokens.end)
}

/// The office that is named from the first of these tokens on.
pub fn read(ctx: &Ctx<'_>, tokens: Range<usize>) -> Option<Phrase> {
    let page = ctx.page;
    let first = page.folded(tokens.start);
    let (is_the, is_a) = (first == "the", matches!(first, "a" | "an"));
    let is_its = matches!(first, "its" | "their" | "his" | "her" | "our");
    let mut at = tokens.start + usize::from(is_the || is_a || is_its);
    if page.token(at)?.kind != TokenKind::Word && ctx.at(at).is_none() {
        return None;
    }
    let mut parts = Parts::default();
    let mut run: Vec<usize> = Vec::new();
    if is_its {
        match antecedent(ctx, tokens.start) {
            Some(name) => parts.add_name(ctx, name),
            None => match subject(ctx, tokens.start) {
                Some(subject) => parts.add_word(ctx, subject),
                None => parts.tenure = Some(Tenure::Disputed),
            },
        }
    }
    // The phrase has begun for sure, so that any noun may follow.
    let mut owned = is_its;
    while at < tokens.end {
        if let Some(name) = ctx.at(at) {
            // A single word may be any name: `Norda chief executive`.
            let one_word = name.tokens.len() == 1;
            if name.tokens.end > tokens.end
                || name.tokens.start < at
                || name.kind == EntityKind::Person && !one_word
            {
                return None;
            }
            for word in run.drain(..) {
                parts.add_word(ctx, word);
            }
            parts.add_name(ctx, name);
            at = name.tokens.end;
            continue;
        }
        let token = page.token(at)?;
        match token.kind {
            TokenKind::Possessive => {
                for word in run.drain(..) {
                    parts.add_word(ctx, word);
                }
                owned = true;
            }
            TokenKind::Mark('-' | '\u{2011}' | '\u{2010}') if at > tokens.start => {}
            TokenKind::Mark('.') if run.last().is_some_and(|&word| is_short(ctx, word)) => {}
            TokenKind::Mark(',') if lists(ctx, at, run.last().copied()) => {}
            TokenKind::Word if matches!(page.folded(at), "and") && joins(ctx, at, &run) => {}
            TokenKind::Word if may_stand_before(ctx, at, owned || is_the || is_a) => run.push(at),
            _ => break,
        }
        at += 1;
    }
    let head = head(ctx, &mut run)?;
    let head_tokens = head.tokens;
    for &word in run.iter().filter(|word| !head_tokens.contains(word)) {
        parts.add_word(ctx, word);
    }
    parts.is_deputy |= head.is_deputy;
    if head.is_elect {
        parts.tenure = Some(Tenure::Changing);
    }
    let mut end = at;
    if head.is_last && at < tokens.end {
        end = tail(ctx, at..tokens.end, head.name, &mut parts).unwrap_or(at);
    }
    let last = if end == at { *head_tokens.last()? } else { end.checked_sub(1)? };
    let names_country = parts.country.is_some();
    let mut office = parts.office(head.name)?;
    office.span = page.span(tokens.start + usize::from(is_the || is_a || is_its), last);
    office.is_capital = head_tokens.iter().all(|&at| page.is_capital(at));
    let is_definite = is_the || owned || names_country;
    let ends_in_role = end > at && page.classes(last).any(ROLE_WORD);
    Some(Phrase { office, tokens: tokens.start..end, is_definite, ends_in_role })
}

/// The unknown word with which the sentence opens: `Norda ordered 24 jets, its chief executive said`.
fn subject(ctx: &Ctx<'_>, its: usize) -> Option<usize> {
    let page = ctx.page;
    let first = (0..its).rev().take_while(|&at| page.same_sentence(at, its)).last()?;
    let unknown = page.is_capital(first) && page.classes(first) == Classes::NONE && ctx.at(first).is_none();
    (unknown && page.folded(its) == "its").then_some(first)
}

/// Whose `its` is: the only body or country that its sentence has named so far, else that of the sentence
/// before.
fn antecedent<'c>(ctx: &'c Ctx<'_>, its: usize) -> Option<&'c Named<'c>> {
    let page = ctx.page;
    if page.folded(its) != "its" {
        return None;
    }
    (0..=1).find_map(|back| {
        let here = |name: &&Named<'_>| {
            // It is nobody's; what looks like one is a body that nobody knows.
            let owner = name.kind == EntityKind::Organization
                || name.kind == EntityKind::Person && name.tokens.len() == 1
                || page.lexicon.name(name.folded).is_some_and(|known| known.is_country);
            owner && name.tokens.end <= its && page.sentences_between(name.tokens.start, its) == back
        };
        let mut names = ctx.named.iter().filter(here);
        let first = names.next()?;
        names.all(|other| other.folded == first.folded).then_some(first)
    })
}

struct Head {
    name: &'static str,
    tokens: Vec<usize>,
    is_deputy: bool,
    /// `president-elect`
    is_elect: bool,
    /// No rank stands behind it, so that what it is of may.
    is_last: bool,
}

/// The head that a run of words ends in, over ranks; they are taken off it.
fn head(ctx: &Ctx<'_>, run: &mut Vec<usize>) -> Option<Head> {
    let mut is_last = true;
    loop {
        let &last = run.last()?;
        let word = ctx.page.folded(last);
        let before = run.len().checked_sub(2).and_then(|at| run.get(at)).copied();
        let pair = before.and_then(|before| {
            let first = ctx.page.folded(before);
            words::pair(first, word)
        });
        if let (Some(name), Some(before)) = (pair, before) {
            let is_deputy = name == "undersecretary";
            return Some(Head { name, tokens: vec![before, last], is_deputy, is_elect: false, is_last });
        }
        if let Some(name) = words::head(word) {
            let is_deputy = word.starts_with("vice") || name == "undersecretary";
            return Some(Head { name, tokens: vec![last], is_deputy, is_elect: false, is_last });
        }
        if let Some(name) = elect(word) {
            return Some(Head { name, tokens: vec![last], is_deputy: false, is_elect: true, is_last });
        }
        if !words::is_in("rank", word) || run.len() < 2 {
            return None;
        }
        run.pop();
        is_last = false;
    }
}

/// `president-elect`, one word.
fn elect(word: &str) -> Option<&'static str> {
    let (front, _) = word.split_once(" elect").or_else(|| word.split_once(" designate"))?;
    words::head(front)
}

/// A word that may stand before the head.
fn may_stand_before(ctx: &Ctx<'_>, at: usize, is_bounded: bool) -> bool {
    let page = ctx.page;
    let classes = page.classes(at);
    let folded = page.folded(at);
    if classes.any(Classes::CALENDAR) {
        return false;
    }
    if page.is_capital(at) {
        let opens = page.opens(at) && !classes.any(NOUN.or(Classes::PEOPLE));
        return !classes.any(Classes::STOP) || classes.any(NOUN) || words::is_in("loose", folded) && !opens;
    }
    if classes.any(NOUN)
        || ["deputy", "changing", "disputed", "loose"].iter().any(|list| words::is_in(list, folded))
    {
        return true;
    }
    if matches!(folded, "appointed" | "elected") {
        let before = page.before(at).map(|before| page.folded(before));
        return before.is_some_and(|before| matches!(before, "newly" | "recently" | "just" | "freshly"));
    }
    // Any noun, where the phrase has begun for sure.
    let next = page.after(at).is_some_and(|next| page.is_capital(next));
    is_bounded && !next && !classes.any(VERB.or(Classes::STOP)) && !is_verbal(folded)
}

fn is_function_word(classes: Classes) -> bool {
    classes.any(Classes::STOP) && !classes.any(NOUN)
}

fn is_verbal(word: &str) -> bool {
    let listed = ["who", "which", "that", "was", "is", "to", "not", "because", "met", "told", "after"];
    word.ends_with("ed") && word.len() > 4 || listed.contains(&word)
}

/// `Sen.`, `Gov.`, `U.S.`.
fn is_short(ctx: &Ctx<'_>, at: usize) -> bool {
    crate::lang::sentence::is_abbreviation(ctx.page.word(at))
}

/// The comma of `trade, industry and energy`.
fn lists(ctx: &Ctx<'_>, comma: usize, before: Option<usize>) -> bool {
    let portfolio = |at: Option<usize>| at.is_some_and(|at| ctx.page.classes(at).any(Classes::PORTFOLIO));
    let role = |at: usize| ctx.page.classes(at).any(ROLE_WORD);
    before == comma.checked_sub(1)
        && portfolio(before)
        && portfolio(ctx.page.after(comma))
        && before.is_some_and(|at| !role(at))
}

/// The `and` of `trade and industry minister`.
fn joins(ctx: &Ctx<'_>, and: usize, run: &[usize]) -> bool {
    let page = ctx.page;
    let part =
        |at: usize| !page.classes(at).any(ROLE_WORD) && (page.is_capital(at) || page.classes(at).any(NOUN));
    run.last().is_some_and(|&before| before + 1 == and && part(before)) && page.after(and).is_some_and(part)
}

/// Reads what stands behind the head, `of Peru`, `for trade and industry`, `to the United Nations`; gives
/// where it ends.
fn tail(ctx: &Ctx<'_>, tokens: Range<usize>, head: &str, parts: &mut Parts) -> Option<usize> {
    let page = ctx.page;
    let mut at = tokens.start;
    let mut sends = false;
    let mut taken = tokens.start;
    while at < tokens.end {
        if let Some(name) = ctx.at(at) {
            let person = name.kind == EntityKind::Person && name.tokens.len() > 1;
            if at == tokens.start || person || name.tokens.end > tokens.end {
                break;
            }
            if sends {
                parts.to.get_or_insert_with(|| sent_to(ctx, name));
            } else {
                parts.add_name(ctx, name);
            }
            at = name.tokens.end;
            taken = at;
            continue;
        }
        let folded = page.folded(at);
        let is_word = page.token(at)?.kind == TokenKind::Word;
        match folded {
            "of" | "for" | "to" | "in" | "at" | "on" => {
                sends = matches!(folded, "to" | "in")
                    && matches!(head, "ambassador" | "envoy" | "high commissioner");
                if at != tokens.start && taken != at {
                    break;
                }
            }
            "the" | "a" | "and" | "-" | "&" if at > tokens.start => {}
            "," if lists(ctx, at, at.checked_sub(1)) => {}
            "," if parts.is_place(ctx, at) => {}
            // `the secretary of state's plane` is none.
            _ if page.token(at)?.kind == TokenKind::Possessive && ctx.at(at - 1).is_some() => taken = at + 1,
            _ if at > tokens.start && is_word && may_stand_before(ctx, at, true) => {
                if head == "minister" && folded == "state" && page.folded(at - 1) == "of" {
                    parts.is_deputy = true;
                } else {
                    parts.add_word(ctx, at);
                }
                taken = at + 1;
            }
            _ => break,
        }
        at += 1;
    }
    Some(taken)
}

/// To whom an envoy is sent: the country of a capital.
fn sent_to(ctx: &Ctx<'_>, name: &Named<'_>) -> Box<str> {
    let lexicon = ctx.page.lexicon;
    let known = lexicon.name(name.folded);
    let country = known.filter(|known| known.kind == EntityKind::Place).and_then(|known| known.country);
    country.and_then(|country| lexicon.country(country)).map_or(name.folded, |country| country.name).into()
}

impl Parts {
    /// `Quilla, Peru`: a comma between a town and its country.
    fn is_place(&self, ctx: &Ctx<'_>, comma: usize) -> bool {
        let place = |at: Option<usize>| {
            at.and_then(|at| ctx.at(at)).is_some_and(|name| name.kind == EntityKind::Place)
        };
        let known = ctx.page.after(comma).and_then(|at| ctx.at(at));
        let country = known.and_then(|name| ctx.page.lexicon.name(name.folded));
        place(comma.checked_sub(1)) && country.is_some_and(|known| known.is_country)
    }

    /// Whose it is, by a name.
    fn add_name(&mut self, ctx: &Ctx<'_>, name: &Named<'_>) {
        self.names_body |= name.kind != EntityKind::Place;
        let lexicon = ctx.page.lexicon;
        if name.kind == EntityKind::Place {
            let known = lexicon.name(name.folded).filter(|known| known.kind == EntityKind::Place);
            self.country = self.country.or(known.and_then(|known| known.country));
            match known {
                Some(known) if known.is_country => {}
                Some(known) if known.kinds.any(Kinds::CAPITAL) => self.capital = Some(known.folded().into()),
                Some(known) => self.words.extend(known.folded().split(' ').map(Into::into)),
                None => self.words.extend(name.folded.split(' ').map(Into::into)),
            }
            return;
        }
        if let Some(known) = lexicon.name(name.folded).filter(|known| known.kind == name.kind) {
            self.country = self.country.or(known.country);
        }
        for at in name.tokens.clone() {
            let word = ctx.page.folded(at);
            let country = || Some(lexicon.name(word)?).filter(|known| known.is_country)?.country;
            let is_word = ctx.page.token(at).is_some_and(|token| token.kind == TokenKind::Word);
            match lexicon.demonym(word).or_else(country) {
                _ if !is_word || is_function_word(lexicon.classes(word)) => {}
                Some(country) => self.country = self.country.or(Some(country)),
                None => self.words.extend(word.split(' ').map(Into::into)),
            }
        }
    }

    /// Whose it is, of what, or whether it is held, by a word.
    fn add_word(&mut self, ctx: &Ctx<'_>, at: usize) {
        let page = ctx.page;
        let next = page.after(at).filter(|_| page.is_capital(at));
        // `South Korean`
        let two = next.and_then(|next| {
            let entry = page.known_word(at)?.entry_with(page.folded(next))?;
            entry.country.filter(|_| entry.kinds.any(Kinds::DEMONYM))
        });
        if let Some(country) = two.or_else(|| country_of_demonym(page, at)) {
            self.country = self.country.or(Some(country));
            return;
        }
        let folded = page.folded(at);
        let has = |list: &str| words::is_in(list, folded);
        if has("former") {
            self.tenure = Some(Tenure::Former);
        } else if has("changing")
            && !(folded == "new"
                && next.is_some_and(|next| page.is_capital(next) && !page.classes(next).any(NOUN)))
        {
            self.tenure = self.tenure.or(Some(Tenure::Changing));
        } else if has("disputed") {
            self.tenure = self.tenure.or(Some(Tenure::Disputed));
        } else if page.classes(at).any(Classes::ACTING) {
            self.tenure = self.tenure.or(Some(Tenure::Acting));
        } else if has("deputy") {
            self.is_deputy = true;
        } else if !has("loose")
            && !matches!(folded, "appointed" | "elected")
            && !is_function_word(page.classes(at))
        {
            let unknown = page.is_capital(at) && !page.classes(at).any(NOUN.or(Classes::PEOPLE));
            self.names_body |= unknown;
            self.words.extend(folded.split(' ').map(Into::into));
        }
    }

    fn office(mut self, head: &str) -> Option<Office> {
        let of_country = words::is_in("of-country", head);
        self.words.extend(self.capital.take().filter(|_| !of_country));
        self.words.sort();
        self.words.dedup();
        Some(Office {
            mention: 0,
            is_title: true,
            span: crate::base::span::Span::default(),
            head: head.into(),
            words: self.words.into(),
            names_country: self.country.is_some(),
            is_capital: false,
            names_body: self.names_body,
            country: self.country,
            region: None,
            to: self.to,
            tenure: self.tenure.unwrap_or(Tenure::Held),
            is_deputy: self.is_deputy,
        })
    }
}

/// The body that is named from the first of these tokens on, as the office of who is its head.
pub fn of_body(ctx: &Ctx<'_>, tokens: Range<usize>, head: &str) -> Option<Phrase> {
    let page = ctx.page;
    let first = page.folded(tokens.start);
    let mut at = tokens.start + usize::from(matches!(first, "the" | "a" | "an"));
    let start = at;
    let mut parts = Parts::default();
    let mut is_body = false;
    while at < tokens.end {
        if let Some(name) = ctx.at(at) {
            if name.kind == EntityKind::Person || name.tokens.end > tokens.end {
                break;
            }
            parts.add_name(ctx, name);
            is_body |= name.kind == EntityKind::Organization;
            at = name.tokens.end;
            continue;
        }
        match page.token(at)?.kind {
            TokenKind::Possessive | TokenKind::Mark('-') => {}
            TokenKind::Word if matches!(page.folded(at), "of" | "for" | "and" | "the") && at > start => {}
            TokenKind::Word if may_stand_before(ctx, at, true) => {
                let classes = page.classes(at);
                is_body |= classes.any(Classes::ORGANIZATION.or(Classes::STATE_BODY));
                parts.add_word(ctx, at);
            }
            _ => break,
        }
        at += 1;
    }
    let last = at.checked_sub(1).filter(|&last| last >= start && is_body)?;
    let mut office = parts.office(head)?;
    office.span = page.span(start, last);
    Some(Phrase { office, tokens: tokens.start..at, is_definite: true, ends_in_role: false })
}
