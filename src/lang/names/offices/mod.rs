//! Offices: who is said to hold which, in whatever words and on whichever side of the name.
//!
//! `Finance Minister NAME`, `NAME, 45, the minister for trade and industry,`, `Peru's mayor, NAME,`, `the
//! head of the electoral commission, NAME,`, `NAME, who presides over the court`, `the court, whose
//! president is NAME`, `the mayor is NAME`. A [`Role`] is what to show of it; an
//! office here is taken apart, so that two can be compared: what the holder is, of what, of which country,
//! and whether it is held, was held or will be. Which offices exclude each other is no matter of grammar:
//! that is `knowledge/offices`.

mod phrase;
mod placed;
pub mod words;

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::base::key::Key;
use crate::base::kind::EntityKind;
use xxhash_rust::xxh3::xxh3_64;

use crate::base::span::Span;
use crate::lang::lexicon::{Classes, Lexicon};
use crate::lang::names::offices::words::Portfolios;
use crate::lang::names::page::{Page, Style};
use crate::lang::names::roles::{country_of_demonym, plain};
use crate::lang::names::{Chain, Names, Role, Standing};
use crate::text::fold::fold;

/// That somebody holds an office, by one place of an article.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Office {
    /// Index of the mention of who holds it.
    pub mention: u32,
    /// The words that say so, without the name: a title, or a verb and a body.
    pub span: Span,
    /// The words are a title.
    pub is_title: bool,
    /// What the holder is, folded, in the singular: `minister`, `prime minister`, `chair`.
    pub head: Box<str>,
    /// Of what, folded: the words of a portfolio, a body or a place; sorted, distinct, no country.
    pub words: Box<[Box<str>]>,
    /// What the holder is has a capital: `President NAME`.
    pub is_capital: bool,
    /// The words hold a name.
    pub names_body: bool,
    /// The country whose office it is.
    pub country: Option<u16>,
    /// The country is said with it, and not only that of the article.
    pub names_country: bool,
    /// The state or province of the town where the article was written, where the office is a local one.
    pub region: Option<Box<str>>,
    /// The country, or body, to which an envoy is sent.
    pub to: Option<Box<str>>,
    pub tenure: Tenure,
    /// `deputy`, `vice`, `assistant`: not the office itself.
    pub is_deputy: bool,
}

/// Whether an office is held.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Tenure {
    Held,
    /// `acting`, `interim`, `caretaker`.
    Acting,
    /// `former`, `ex-`, `late`.
    Former,
    /// It changes hands: `new`, `incoming`, `outgoing`, `-elect`, `designate`.
    Changing,
    /// Others hold it as well or dispute it: `shadow`, `rival`, `self-proclaimed`, `co-`.
    Disputed,
}

impl Office {
    /// What a ministry or minister is for.
    pub fn portfolios(&self) -> Portfolios {
        words::portfolios(self.words.iter().map(|word| &**word))
    }

    /// What it is filed under with its article's wording, if it is held: what the holder is, of what, and of
    /// which country; two offices that can be one share a key, but for a country that one does not say.
    pub fn keys(&self) -> Vec<Key> {
        if self.tenure != Tenure::Held || self.is_deputy {
            return Vec::new();
        }
        self.keys_of(self.country)
    }

    /// The same, as an office of another country or of none that is said.
    pub fn keys_of(&self, country: Option<u16>) -> Vec<Key> {
        let hash = |word: &str| xxh3_64(word.as_bytes());
        let is_national = NATIONAL.contains(&&*self.head) || self.words.is_empty();
        let country = country.filter(|_| is_national).map_or(u64::MAX, u64::from);
        let key = |head: &str, of: u64| Key::of_wording(&[u64::MAX - 1, hash(head), of, country]);
        let portfolios = self.portfolios();
        match &*self.head {
            "minister" | "secretary" => {
                portfolios.numbers().map(|number| key("minister", u64::from(number))).collect()
            }
            "prime minister" | "premier" | "chancellor" => vec![key("prime minister", 0)],
            head if self.words.is_empty() => vec![key(head, 0)],
            head => {
                let head = if HEADS_OF_BODIES.contains(&head) { "head" } else { head };
                self.words.iter().take(4).map(|word| key(head, hash(word))).collect()
            }
        }
    }
}

/// Offices of a whole country.
const NATIONAL: [&str; 5] = ["minister", "secretary", "prime minister", "premier", "chancellor"];

/// Heads of bodies that different texts call differently.
pub const HEADS_OF_BODIES: [&str; 7] =
    ["head", "chief", "president", "chair", "director", "governor", "chief executive"];

/// Where an article was written.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Home {
    /// The place of its dateline, folded.
    pub place: Option<Box<str>>,
    /// What stands behind that place: `mich`.
    pub region: Option<Box<str>>,
    pub country: Option<u16>,
}

impl Home {
    /// Reads the words of a dateline: `QUILLA, Peru, March 6 (Agency) -`.
    pub fn of_dateline(words: &str, lexicon: &Lexicon) -> Home {
        let end = words.find(|mark: char| mark.is_ascii_digit() || "(-–—:.".contains(mark));
        let named = words.get(..end.unwrap_or(words.len())).unwrap_or_default();
        let parts: Vec<String> = named.split([',', '/']).map(|part| fold(part.trim())).collect();
        let country = parts.iter().rev().find_map(|part| lexicon.name(part)?.country);
        let mut parts = parts.into_iter().filter(|place| !place.is_empty()).map(String::into_boxed_str);
        let (place, region) = (parts.next(), parts.next());
        Home { place, region, country }
    }
}

/// The offices of a page whose names are known, in the order of the text.
pub fn find(page: &Page<'_>, names: &Names) -> Vec<Office> {
    let ctx = Ctx::new(page, names);
    let mut found: Vec<Office> = Vec::new();
    for name in ctx.named.iter().filter(|name| name.kind == EntityKind::Person) {
        let sentence = page.lines.iter().find(|line| line.tokens.contains(&name.tokens.start));
        if sentence.is_none_or(|line| line.style != Style::Sentence) {
            continue;
        }
        placed::find(&ctx, name, &mut found);
    }
    found.sort_by_key(|office| (office.span, office.mention));
    found.dedup();
    found
}

/// Gives people whom no role was found for the title that an office has, where its words hold no owner.
pub fn complete(page: &Page<'_>, names: &mut Names) {
    for office in names.offices.iter().filter(|office| office.is_title && !office.names_country) {
        let words = office.span.of_text(page.text);
        let standing = match office.tenure {
            Tenure::Former => Standing::Former,
            Tenure::Acting => Standing::Acting,
            _ => Standing::Current,
        };
        let Some(mention) = names.mentions.get_mut(office.mention as usize) else { continue };
        if mention.role.is_some() || standing != Standing::Current || words.contains(['\'', '’', '\n']) {
            continue;
        }
        let role = Role { title: plain(words).into(), of: None, standing };
        let known = names.roles.iter().position(|one| *one == role);
        let number = known.unwrap_or_else(|| {
            names.roles.push(role);
            names.roles.len() - 1
        });
        mention.role = u32::try_from(number).ok();
    }
}

/// The only country that a page speaks of: names, places and people of no other.
pub fn only_country(page: &Page<'_>, names: &Names) -> Option<u16> {
    let places = names.chains.iter().filter(|chain| chain.kind == EntityKind::Place);
    let places = places.filter_map(|chain| page.lexicon.name(&chain.forms.first()?.folded)?.country);
    let people = (0..page.tokens.len()).filter_map(|at| country_of_demonym(page, at));
    let mut countries = places.chain(people);
    let first = countries.next()?;
    countries.all(|other| other == first).then_some(first)
}

/// Gives the offices without a country that of the article, and those of a town the town.
pub fn settle(offices: &mut [Office], home: &Home) {
    for office in offices {
        let police = matches!(&*office.words, [only] if **only == *"police");
        let bare = office.words.is_empty() && *office.head == *"mayor" || police && *office.head == *"chief";
        if let Some(place) = home.place.as_ref().filter(|_| bare) {
            let place = place.split(' ').map(Into::into);
            let mut words: Vec<Box<str>> = office.words.iter().cloned().chain(place).collect();
            words.sort();
            office.words = words.into();
        }
        if matches!(&*office.head, "mayor" | "chief" | "sheriff" | "coroner") {
            office.region.clone_from(&home.region);
        }
        office.country = office.country.or(home.country);
    }
}

/// The page, and which name stands at which tokens.
struct Ctx<'a> {
    page: &'a Page<'a>,
    named: Vec<Named<'a>>,
}

/// A name and its tokens.
struct Named<'a> {
    mention: u32,
    tokens: Range<usize>,
    kind: EntityKind,
    chain: &'a Chain,
    folded: &'a str,
}

impl<'a> Ctx<'a> {
    fn new(page: &'a Page<'a>, names: &'a Names) -> Self {
        let tokens = |span: Span| {
            let start = page.tokens.partition_point(|token| token.span.end <= span.start);
            start..page.tokens.partition_point(|token| token.span.start < span.end)
        };
        let named = (0u32..).zip(&names.mentions).filter_map(|(mention, found)| {
            let chain = names.chains.get(found.chain as usize)?;
            let form = chain.forms.get(found.form as usize)?;
            let tokens = tokens(found.span);
            // `Peruvian Ambassador` is no place, and `Quilla Police Chief NAME` no body.
            let ends_in_role = phrase::is_head(page, tokens.end.saturating_sub(1));
            let of_people = page.classes(tokens.start).any(Classes::PEOPLE);
            let next = names.mentions.get(mention as usize + 1);
            let next = next.filter(|next| {
                page.token(tokens.end).is_some_and(|token| token.span.start == next.span.start)
            });
            let before_person = next
                .and_then(|next| names.chains.get(next.chain as usize))
                .is_some_and(|chain| chain.kind == EntityKind::Person);
            let is_no_name = of_people || before_person || chain.kind == EntityKind::Place;
            if chain.kind != EntityKind::Person && ends_in_role && is_no_name {
                return None;
            }
            Some(Named { mention, tokens, kind: chain.kind, chain, folded: &form.folded })
        });
        Ctx { page, named: named.collect() }
    }

    /// The name that holds a token.
    fn at(&self, token: usize) -> Option<&Named<'a>> {
        let index = self.named.partition_point(|name| name.tokens.end <= token);
        self.named.get(index).filter(|name| name.tokens.contains(&token) && !name.is_surname())
    }
}

impl Named<'_> {
    /// A bare word that may be a surname is part of a phrase like any other.
    fn is_surname(&self) -> bool {
        self.chain.tentative
    }
}

#[cfg(test)]
mod tests;
