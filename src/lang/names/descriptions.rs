//! Descriptions: words that stand for somebody or something whom the article has named (coreference of
//! nominal mentions): `the minister`, `the Peruvian leader`, `his Chilean counterpart`, `the ministry`.
//!
//! A description is tied to a name only where the article leaves no choice: one actor before it whose
//! office or name ends in these words, or one of several that the last two sentences speak of. It is
//! for jumping and hovering; it is no mention, and is neither counted nor filed.

use crate::base::kind::EntityKind;
use crate::base::span::Span;
use crate::lang::lexicon::Classes;
use crate::lang::names::page::Page;
use crate::lang::names::roles::demonym_at;
use crate::lang::names::{Names, Role, Standing};
use crate::lang::token::{Case, TokenKind};

/// Words that stand for a name of the article.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Description {
    /// The words, without their article or pronoun.
    pub span: Span,
    /// Index into [`Names::mentions`]: the last mention, before these words, of the one that they stand
    /// for; of a counterpart who is only named later, the first one.
    pub mention: u32,
}

/// The descriptions of a page whose names are known, in the order of the text.
pub fn find(page: &Page<'_>, names: &Names) -> Vec<Description> {
    let mut found = Vec::new();
    let mut actors = Vec::new();
    let mut mentions = names.mentions.iter().enumerate().peekable();
    for (at, token) in page.tokens.iter().enumerate() {
        while let Some((index, _)) = mentions.next_if(|(_, mention)| mention.span.start < token.span.start) {
            actors.extend(Actor::of(names, index, at));
        }
        if token.kind != TokenKind::Word || !matches!(token.span.len(), 3..=5) {
            continue;
        }
        let read = match token.of(page.text) {
            "the" | "The" => definite(page, &actors, at),
            "his" | "her" | "their" | "His" | "Her" | "Their" => counterpart(page, names, &actors, at),
            _ => None,
        };
        let free = |found: &Read| !names.mentions.iter().any(|mention| mention.span.intersects(found.span));
        if let Some(read) = read.filter(free) {
            found.extend(u32::try_from(read.mention).map(|mention| Description { span: read.span, mention }));
        }
    }
    found
}

/// Words that were read as a description.
struct Read {
    span: Span,
    /// Index of the mention that they stand for.
    mention: usize,
}

/// A mention that descriptions further on can mean.
struct Actor<'n> {
    mention: usize,
    chain: u32,
    /// The token behind it, about.
    at: usize,
    what: What<'n>,
}

/// What is known of somebody or something that is named.
enum What<'n> {
    Office(&'n Role),
    /// The folded name of a body.
    Body(&'n str),
    /// Another mention of one whose office was told before.
    Again,
}

impl<'n> Actor<'n> {
    fn of(names: &'n Names, mention: usize, at: usize) -> Option<Self> {
        let found = names.mentions.get(mention)?;
        let chain = names.chains.get(found.chain as usize).filter(|chain| !chain.tentative)?;
        let what = match (chain.kind, found.role.and_then(|role| names.roles.get(role as usize))) {
            (EntityKind::Person, Some(role)) => What::Office(role),
            (EntityKind::Person, None) => What::Again,
            (EntityKind::Organization, _) => What::Body(&chain.forms.get(found.form as usize)?.folded),
            _ => return None,
        };
        Some(Self { mention, chain: found.chain, at, what })
    }
}

const ROLE_WORD: Classes = Classes::TITLE.or(Classes::HEAD);

/// Bodies of which an article that names one means many: `the police`, `the government`.
const UNNAMED: [&str; 9] =
    ["government", "forces", "force", "police", "army", "navy", "guard", "administration", "team"];

/// Offices whose holder is `the Peruvian leader`, ends of titles in small letters.
const LEADERS: [&str; 8] =
    ["president", "premier", "prime minister", "chancellor", "king", "emir", "ruler", "leader"];

/// `the minister`, `the Peruvian foreign minister`, `the trade ministry`; `at` is the article's token.
fn definite(page: &Page<'_>, actors: &[Actor<'_>], at: usize) -> Option<Read> {
    let mut next = page.after(at)?;
    let country = demonym_at(page, next);
    if country.is_some() {
        next = page.after(next)?;
    }
    let first = page.after(at)?;
    let (words, head) = phrase(page, next)?;
    let classes = page.classes(head);
    let fits = |actor: &Actor<'_>| match actor.what {
        What::Office(role) if classes.any(ROLE_WORD) => {
            let of = country.as_deref().is_none_or(|country| is_of(page, role, country));
            of && is_office(role, &words, country.is_some())
        }
        What::Body(name) if classes.any(Classes::ORGANIZATION) => {
            is_body(page, name, &words, country.as_deref())
        }
        _ => false,
    };
    let mention = only(page, actors, head, fits)?;
    Some(Read { span: page.span(first, head), mention })
}

/// The small words of a description from token `at` on, and its last token: `deputy foreign minister`.
fn phrase<'a>(page: &Page<'a>, mut at: usize) -> Option<(Vec<&'a str>, usize)> {
    let part = Classes::MODIFIER.or(Classes::PORTFOLIO);
    let heads = ROLE_WORD.or(Classes::ORGANIZATION);
    let mut words = Vec::new();
    let small = |at: usize| {
        page.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.case == Case::Lower)
    };
    let mut last = None;
    for _ in 0..4 {
        let classes = page.classes(at);
        if !small(at) || !classes.any(part.or(heads)) {
            break;
        }
        words.push(page.word(at));
        if classes.any(heads) {
            last = Some((at, words.len()));
        }
        let Some(after) = page.after(at) else { break };
        at = after;
    }
    let (last, length) = last?;
    words.truncate(length);
    // `the minister of trade`, `the minister Ann Example`, `the president-elect`: somebody else's words.
    let more = page.after(last).is_some_and(|after| {
        let joined = matches!(page.word(after), "of" | "for" | "-" | "to" | "and");
        joined || page.token(after).is_some_and(|token| token.is_capital())
    });
    (!more).then_some((words, last))
}

/// `his Chilean counterpart`, without a name behind it: who holds the same office in that country.
fn counterpart(page: &Page<'_>, names: &Names, actors: &[Actor<'_>], at: usize) -> Option<Read> {
    let first = page.after(at)?;
    let country = demonym_at(page, first)?;
    let mut head = page.after(first)?;
    match page.word(head) {
        "counterpart" => {}
        "opposite" => head = page.after(head).filter(|&number| page.word(number) == "number")?,
        _ => return None,
    }
    // The person just spoken of, by the office that the article gives them.
    let own = actors.iter().rev().find(|actor| !matches!(actor.what, What::Body(_)))?.chain;
    let mut told = actors.iter().rev().filter(|actor| actor.chain == own);
    let office = told.find_map(|actor| match actor.what {
        What::Office(role) => Some(role),
        _ => None,
    })?;
    let mut holders = names.mentions.iter().enumerate().filter(|(_, mention)| {
        let role = mention.role.and_then(|role| names.roles.get(role as usize));
        mention.chain != own
            && role.is_some_and(|role| {
                role.title.eq_ignore_ascii_case(&office.title) && is_of(page, role, &country)
            })
    });
    let (mention, holder) = holders.next()?;
    let same = holders.all(|(_, other)| other.chain == holder.chain);
    same.then(|| Read { span: page.span(first, head), mention })
}

/// The last mention of the only actor that fits; of several, of the only one that the sentence of token
/// `at` and the one before it speak of.
fn only(
    page: &Page<'_>,
    actors: &[Actor<'_>],
    at: usize,
    fits: impl Fn(&Actor<'_>) -> bool,
) -> Option<usize> {
    let mut chains: Vec<u32> = actors.iter().filter(|actor| fits(actor)).map(|actor| actor.chain).collect();
    chains.sort_unstable();
    chains.dedup();
    let near =
        |actor: &&Actor<'_>| chains.contains(&actor.chain) && page.sentences_between(actor.at, at) <= 1;
    let chain = match chains.as_slice() {
        [] => return None,
        [only] => *only,
        _ => {
            let mut close = actors.iter().rev().filter(near).map(|actor| actor.chain);
            let chain = close.next()?;
            close.all(|other| other == chain).then_some(chain)?
        }
    };
    actors.iter().rev().find(|actor| actor.chain == chain).map(|actor| actor.mention)
}

/// Whether an office is of a country, or of a body of it.
fn is_of(page: &Page<'_>, role: &Role, country: &str) -> bool {
    let of = role.of.as_deref().unwrap_or_default();
    let demonym = of.split(' ').next().and_then(|first| page.lexicon.demonym(&first.to_lowercase()));
    of == country
        || demonym.and_then(|number| page.lexicon.country(number)).is_some_and(|of| *of.name == *country)
}

/// Whether a present office goes by these words: they are its last ones, or leave some of them out.
fn is_office(role: &Role, words: &[&str], of_country: bool) -> bool {
    let title = role.title.to_lowercase();
    if role.standing == Standing::Former {
        return false;
    }
    if of_country && words == ["leader"] {
        return LEADERS.iter().any(|leader| title.ends_with(leader));
    }
    let mut rest = title.split([' ', '-']).rev();
    let Some((head, before)) = words.split_last() else { return false };
    rest.next() == Some(head) && before.iter().rev().all(|word| rest.any(|other| other == *word))
}

/// Whether a body's name ends in these words, before what it is of, and its country is none other.
fn is_body(page: &Page<'_>, name: &str, words: &[&str], country: Option<&str>) -> bool {
    let head = name.split(" of ").next().unwrap_or(name).split(" for ").next().unwrap_or(name);
    let Some(last) = words.last().filter(|last| !UNNAMED.contains(last)) else { return false };
    let mut rest = head.split(' ').rev();
    let own = || {
        let demonym = page.lexicon.demonym(name.split(' ').next()?)?;
        Some(page.lexicon.country(demonym)?.name)
    };
    rest.next() == Some(last)
        && words.iter().rev().skip(1).all(|word| rest.next() == Some(word))
        && country.is_none_or(|country| own() == Some(country))
}
