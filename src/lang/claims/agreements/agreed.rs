//! Agreements that only a verb tells of: `The two sides agreed on May 5 to halt the shelling`.
//!
//! Two parties at least must be named before the verb, and what they agreed to must be a deed: to
//! meet, or to go on talking, is no agreement.

use std::ops::Range;

use crate::base::kind::EntityKind;
use crate::lang::claims::actors::{self, Actors, Named};
use crate::lang::claims::agreements::phrase::Words;
use crate::lang::claims::{Definiteness, Part, Party, Sort, Statement, Status, topics};
use crate::lang::token::TokenKind;

/// How many tokens what is agreed can have.
const REACH: usize = 14;

/// Deeds that are no agreement by themselves, and help themselves to none.
const TALKING: [&str; 22] = [
    "meet",
    "talk",
    "hold",
    "discuss",
    "continue",
    "consider",
    "negotiate",
    "visit",
    "speak",
    "resume",
    "join",
    "be",
    "pay",
    "work",
    "keep",
    "play",
    "host",
    "attend",
    "testify",
    "help",
    "let",
    "take",
];

/// The statement of the verb at a token, if it tells of an agreement.
pub fn statement(words: &Words<'_>, at: usize) -> Option<Statement> {
    if words.folded(at) != "agreed" || words.is_heading(at) || is_passive(words, at) {
        return None;
    }
    let actors = words.actors;
    let page = actors.page;
    let sentence = actors.sentence(at);
    let parties = parties(actors, sentence.start..at)?;
    let deed = deed(words, at)?;
    let end = (deed..deed + REACH).find(|&end| ends(words, end)).unwrap_or(deed + REACH);
    let told = deed..end.min(sentence.end);
    let topic = topics::sorted(topic(actors, told.clone()));
    if topic.is_empty() {
        return None;
    }
    let dates: Vec<u32> = actors.dates_within(at.saturating_sub(3)..deed).collect();
    Some(Statement {
        span: page.span(at, told.end.saturating_sub(1)),
        at: Default::default(),
        words: Box::default(),
        head: page.span(at, at),
        sentence: page.span(sentence.start, sentence.end.saturating_sub(1)),
        kind: EntityKind::Agreement,
        sort: Sort::Agreement,
        lemma: "agree".into(),
        mention: None,
        parties: parties.into(),
        topic,
        place: None,
        dates: dates.into(),
        status: Status::Agreed,
        definite: Definiteness::New,
        ordinal: None,
        source: None,
        record: 0,
    })
}

/// `was agreed`, `the agreed text`: nobody agrees here.
fn is_passive(words: &Words<'_>, at: usize) -> bool {
    let before = words.before(at).map_or("", |before| words.folded(before));
    matches!(
        before,
        "was" | "were" | "been" | "be" | "is" | "are" | "the" | "an" | "not" | "never" | "its" | "their"
    )
}

/// Those who are named before the verb, where they are two sides at least.
fn parties(actors: &Actors<'_>, tokens: Range<usize>) -> Option<Vec<Party>> {
    let acts = |named: &&Named| named.kind != EntityKind::Place || named.party.is_country;
    let mut parties = Vec::new();
    for named in actors.within(tokens).filter(acts) {
        actors::join(&mut parties, Party { role: Part::Agent, ..named.party.clone() });
    }
    let sides = |one: &Party, other: &Party| one.country.is_none() || one.country != other.country;
    let two = parties.iter().any(|one| parties.iter().any(|other| one != other && sides(one, other)));
    (two && parties.len() < 5).then_some(parties)
}

/// Where the deed that is agreed begins: behind `to`, over the day on which it was agreed.
fn deed(words: &Words<'_>, at: usize) -> Option<usize> {
    let mut next = words.next(at)?;
    for _ in 0..4 {
        if let Some(date) = words.date(next) {
            next = date.end;
        } else if matches!(words.folded(next), "on" | "in" | "late" | "early" | "last" | "also") {
            next = words.next(next)?;
        } else {
            break;
        }
    }
    let verb = words.next(next).filter(|_| words.folded(next) == "to")?;
    let word = words.folded(verb);
    (!TALKING.contains(&word) && words.actors.page.token(verb)?.kind == TokenKind::Word).then_some(verb)
}

fn ends(words: &Words<'_>, at: usize) -> bool {
    let mark = words.actors.page.token(at).is_none_or(|token| matches!(token.kind, TokenKind::Mark(_)));
    mark || matches!(
        words.folded(at),
        "after" | "following" | "before" | "when" | "while" | "but" | "as" | "since" | "during" | "and"
    )
}

/// What it is about: the words of the deed, and where it is to be done.
fn topic(actors: &Actors<'_>, tokens: Range<usize>) -> Vec<Box<str>> {
    let page = actors.page;
    let content = tokens.filter(|&at| {
        let word = page.token(at).is_some_and(|token| token.kind == TokenKind::Word);
        word && page.folded(at).len() > 3 && !page.classes(at).any(crate::lang::lexicon::Classes::STOP)
    });
    content.flat_map(|at| topics::of(page.folded(at))).take(6).collect()
}
