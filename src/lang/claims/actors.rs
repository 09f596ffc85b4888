//! Who and what stands in a stretch of a page: parties, places and dates, by token.

use std::ops::Range;

use crate::base::key::Key;
use crate::base::kind::EntityKind;
use crate::base::span::Span;
use crate::lang::claims::{Part, Party, Place};
use crate::lang::dates::DateExpr;
use crate::lang::lexicon::{Known, Lexicon, fold_word};
use crate::lang::names::keys;
use crate::lang::names::page::Page;
use crate::lang::names::roles::country_of_demonym;
use crate::lang::names::{Chain, Names};

/// A page with its names, dates and demonyms in the order of its tokens.
pub struct Actors<'a> {
    pub page: &'a Page<'a>,
    pub names: &'a Names,
    pub dates: &'a [DateExpr],
    /// Who is named where: sorted by tokens.
    named: Vec<Named>,
    /// The token ranges of the dates, parallel to `dates`; empty where a date lies outside the page.
    dated: Vec<Range<usize>>,
    /// The country of each chain: what it is, governs or comes from.
    countries: Vec<Option<u16>>,
}

/// A party or place that stands at some tokens.
#[derive(Clone, Debug)]
pub struct Named {
    pub tokens: Range<usize>,
    pub party: Party,
    /// The kind of the name; a place for a demonym.
    pub kind: EntityKind,
    /// Words that stand for a name: `the minister`.
    pub is_description: bool,
}

impl<'a> Actors<'a> {
    pub fn new(page: &'a Page<'a>, names: &'a Names, dates: &'a [DateExpr]) -> Self {
        let mut actors = Actors {
            page,
            names,
            dates,
            named: Vec::new(),
            dated: Vec::new(),
            countries: countries(page.lexicon, names),
        };
        actors.dated = dates.iter().map(|date| actors.tokens(date.span)).collect();
        let mut named: Vec<Named> = Vec::new();
        for (index, mention) in (0u32..).zip(&names.mentions) {
            named.extend(actors.party(index).map(|party| Named {
                tokens: actors.tokens(mention.span),
                kind: actors.chain(index).map_or(EntityKind::Place, |chain| chain.kind),
                party,
                is_description: false,
            }));
        }
        for description in &names.descriptions {
            named.extend(actors.party(description.mention).map(|party| Named {
                tokens: actors.tokens(description.span),
                kind: actors.chain(description.mention).map_or(EntityKind::Place, |chain| chain.kind),
                party,
                is_description: true,
            }));
        }
        named.sort_by_key(|named| (named.tokens.start, named.tokens.end));
        let demonyms = actors.demonyms(&named);
        named.extend(demonyms);
        named.sort_by_key(|named| (named.tokens.start, named.tokens.end));
        actors.named = named;
        actors
    }

    /// The chain of a mention.
    pub fn chain(&self, mention: u32) -> Option<&'a Chain> {
        let mention = self.names.mentions.get(mention as usize)?;
        self.names.chains.get(mention.chain as usize)
    }

    /// Everybody and every place named in a token range, in order; nothing that only begins there.
    pub fn within(&self, tokens: Range<usize>) -> impl Iterator<Item = &Named> {
        let from = self.named.partition_point(|named| named.tokens.start < tokens.start);
        let rest = self.named.get(from..).unwrap_or_default().iter();
        rest.take_while(move |named| named.tokens.start < tokens.end)
            .filter(move |named| named.tokens.end <= tokens.end)
    }

    /// The indices of the dates in a token range, in order.
    pub fn dates_within(&self, tokens: Range<usize>) -> impl Iterator<Item = u32> {
        let from = self.dated.partition_point(|dated| dated.start < tokens.start);
        let count = u32::try_from(from).unwrap_or(u32::MAX);
        let rest = self.dated.get(from..).unwrap_or_default().iter();
        (count..)
            .zip(rest)
            .take_while(move |(_, dated)| dated.start < tokens.end)
            .filter(move |(_, dated)| dated.end <= tokens.end && !dated.is_empty())
            .map(|(index, _)| index)
    }

    /// The tokens of a date.
    pub fn date_tokens(&self, date: u32) -> Range<usize> {
        self.dated.get(date as usize).cloned().unwrap_or_default()
    }

    /// The tokens that a span holds.
    pub fn tokens(&self, span: Span) -> Range<usize> {
        let tokens = &self.page.tokens;
        let start = tokens.partition_point(|token| token.span.end <= span.start);
        start..tokens.partition_point(|token| token.span.start < span.end).max(start)
    }

    /// The tokens of the sentence that a token stands in.
    pub fn sentence(&self, token: usize) -> Range<usize> {
        let number = self.page.sentence(token);
        let start = (0..token).rev().take_while(|&at| self.page.sentence(at) == number).last();
        let end = (token..self.page.tokens.len()).find(|&at| self.page.sentence(at) != number);
        start.unwrap_or(token)..end.unwrap_or(self.page.tokens.len())
    }

    /// The party that a mention names.
    pub fn party(&self, mention: u32) -> Option<Party> {
        let found = self.names.mentions.get(mention as usize)?;
        let chain = self.names.chains.get(found.chain as usize)?;
        let country = self.countries.get(found.chain as usize).copied().flatten();
        let is_country = match chain.kind {
            EntityKind::Place => known_place(self.page.lexicon, chain).is_some_and(|known| known.is_country),
            EntityKind::Organization => country.is_some() && is_government(chain),
            _ => false,
        };
        Some(Party {
            keys: chain.keys.clone(),
            country,
            is_country,
            is_person: chain.kind == EntityKind::Person,
            mention: Some(mention),
            role: Part::Participant,
        })
    }

    /// The place that a mention names.
    pub fn place(&self, named: &Named) -> Option<Place> {
        let mention = named.party.mention.filter(|_| named.kind == EntityKind::Place)?;
        Some(Place {
            keys: named.party.keys.clone(),
            country: named.party.country,
            is_country: named.party.is_country,
            mention,
        })
    }

    /// Demonyms of countries that are no part of a name: `Turkish` of `the Turkish delegation`, both
    /// halves of `Russian-Turkish`.
    fn demonyms(&self, named: &[Named]) -> Vec<Named> {
        let page = self.page;
        let mut found = Vec::new();
        let mut taken = named.iter().peekable();
        for at in 0..page.tokens.len() {
            while taken.next_if(|named| named.tokens.end <= at).is_some() {}
            if taken.peek().is_some_and(|named| named.tokens.contains(&at)) {
                continue;
            }
            let Some(word) = page.known_word(at).filter(|_| page.is_capital(at)) else { continue };
            if let Some(country) = country_of_demonym(page, at) {
                found.extend(self.country(country, at));
            } else if word.folded.contains(' ') {
                // A compound is folded with a space between its halves.
                for half in word.folded.split(' ') {
                    found.extend(page.lexicon.demonym(half).and_then(|country| self.country(country, at)));
                }
            }
        }
        found
    }

    /// A country as a party, told by the word at a token.
    pub fn country(&self, country: u16, at: usize) -> Option<Named> {
        let name = self.page.lexicon.country(country)?.name;
        let keys = keys::keys(EntityKind::Place, [fold_word(name).as_str()]);
        let party = Party {
            keys: keys.into(),
            country: Some(country),
            is_country: true,
            is_person: false,
            mention: None,
            role: Part::Participant,
        };
        Some(Named { tokens: at..at + 1, party, kind: EntityKind::Place, is_description: false })
    }
}

/// What each chain has to do with which country.
fn countries(lexicon: &Lexicon, names: &Names) -> Vec<Option<u16>> {
    let mut countries: Vec<Option<u16>> = names.chains.iter().map(|chain| of_name(lexicon, chain)).collect();
    for mention in &names.mentions {
        let role = mention.role.and_then(|role| names.roles.get(role as usize));
        let of = role.and_then(|role| role.of.as_deref());
        let country = of.and_then(|of| of_body(lexicon, &fold_word(of)));
        let place = countries.get_mut(mention.chain as usize).filter(|place| place.is_none());
        place.into_iter().for_each(|place| *place = country);
    }
    countries
}

fn of_name(lexicon: &Lexicon, chain: &Chain) -> Option<u16> {
    match chain.kind {
        EntityKind::Place => known_place(lexicon, chain)?.country,
        EntityKind::Organization => chain.forms.iter().find_map(|form| of_body(lexicon, &form.folded)),
        _ => None,
    }
}

/// The country of a body: as the lists say, or the demonym or country that its name begins with.
fn of_body(lexicon: &Lexicon, folded: &str) -> Option<u16> {
    if let Some(country) = lexicon.name(folded).and_then(|known| known.country) {
        return Some(country);
    }
    let mut words = folded.split(' ');
    let (first, second) = (words.next()?, words.next());
    let two = second.map(|second| format!("{first} {second}"));
    let country = |words: &str| {
        let name = lexicon.name(words).filter(|known| known.is_country).and_then(|known| known.country);
        lexicon.demonym(words).or(name)
    };
    two.as_deref().and_then(country).or_else(|| country(first))
}

fn known_place<'l>(lexicon: &'l Lexicon, chain: &Chain) -> Option<Known<'l>> {
    let known = chain.forms.iter().filter_map(|form| lexicon.name(&form.folded));
    known.into_iter().find(|known| known.kind == EntityKind::Place)
}

/// A body that stands for its country: its government, its foreign ministry.
fn is_government(chain: &Chain) -> bool {
    let governs = |word: &str| {
        matches!(word, "government" | "ministry" | "cabinet" | "presidency" | "kremlin" | "state" | "office")
    };
    chain.forms.iter().any(|form| form.folded.split(' ').any(governs))
}

/// Joins a party to others: who is named more exactly takes the place of its country.
pub fn join(parties: &mut Vec<Party>, party: Party) {
    let same = |one: &Party| one.keys.iter().any(|key: &Key| party.keys.contains(key));
    if let Some(known) = parties.iter_mut().find(|one| same(one)) {
        known.mention = known.mention.or(party.mention);
        known.country = known.country.or(party.country);
        if known.role == Part::Participant {
            known.role = party.role;
        }
        return;
    }
    parties.push(party);
}
