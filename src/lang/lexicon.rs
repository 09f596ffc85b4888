//! The built-in word lists: classes of words, countries, places, bodies and standing agreements.
//!
//! The lists are the readable files beside this module; each begins with its origin and licence. They
//! hold no people: who is who is learnt from the articles. All look-ups take folded words
//! (`text::fold`).

pub mod gazetteer;
pub mod triggers;

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use crate::base::kind::EntityKind;
use crate::lang::lexicon::gazetteer::{Entry, Gazetteer, Kinds, Walk};
use crate::text::fold::fold;

/// One row a class: its constant, and its name in `words.tsv`.
macro_rules! classes {
    ($($(#[$doc:meta])* $constant:ident = $name:literal;)+) => {
        /// A set of word classes.
        #[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
        pub struct Classes(u64);

        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Row { $($constant),+ }

        impl Classes {
            $($(#[$doc])* pub const $constant: Classes = Classes(1 << Row::$constant as u64);)+

            fn parse(name: &str) -> Option<Classes> {
                match name { $($name => Some(Self::$constant),)+ _ => None }
            }
        }
    };
}

classes! {
    /// `Mr`, `Dr`, `Sheikh`: says that a person follows, and no office.
    HONORIFIC = "honorific";
    /// An office that is written before a name with a capital.
    TITLE = "title";
    /// What somebody is, also in small letters: `spokeswoman`, `leader`.
    HEAD = "head";
    /// Stands before a title or head: `Deputy`, `former`.
    MODIFIER = "modifier";
    /// What a ministry or minister is for.
    PORTFOLIO = "portfolio";
    FORMER = "former";
    ACTING = "acting";
    /// Ends the name of a body.
    ORGANIZATION = "organization";
    /// A body that every country has: without its country it names none.
    STATE_BODY = "statehead";
    /// Begins the name of a body before `of`.
    ORGANIZATION_OF = "organization-of";
    /// Begins the name of a body, whatever stands behind it: `Ansar`, `Partido`.
    ORGANIZATION_FIRST = "organization-first";
    /// Ends the name of a newspaper behind a place or `Daily`.
    MASTHEAD = "masthead";
    /// Stands before the name of a body in small letters: `the automaker`.
    BODY_BEFORE = "body-before";
    /// Stands behind the name of a body in small letters: `newspaper`.
    BODY_BEHIND = "body-behind";
    /// Stands in capitals before the name of a ship.
    SHIP = "ship";
    /// Ends the name of an event, work or honour, which is none of the kinds.
    EVENT = "event";
    EMBASSY = "embassy";
    /// Ends or begins the name of an agreement.
    AGREEMENT = "agreement";
    /// Ends the name of an agreement in small letters too.
    AGREEMENT_LOWER = "agreement-lower";
    /// Ends the name of an agreement, always with a capital.
    PLAN = "agreement-plan";
    /// Ends the name of a place.
    PLACE = "place";
    /// Stands beside the name of a place in small letters.
    PLACE_LOWER = "place-lower";
    /// Begins the name of a place.
    PLACE_BEFORE = "place-before";
    DIRECTION = "direction";
    CALENDAR = "calendar";
    /// Never a name by itself, however it is written.
    STOP = "stop";
    /// Capitals that name no body.
    ACRONYM_STOP = "acronym-stop";
    SAID = "said";
    PERSON_VERB = "person-verb";
    /// What a government does, in the present and the past: `rejects`, `signed`.
    ACTS = "acts";
    IN = "place-before-word";
    TO = "place-weak";
    LED = "led";
    PARTICLE = "particle";
    CONNECTOR = "connector";
    /// A family name that is written before the given name.
    FAMILY = "family";
    SUFFIX = "suffix";
    COMPANY = "company";
    /// Says little in the name of a body: `Central`, `Joint`.
    GENERIC = "generic";
    /// Of a people, faith or party: no name. Demonyms of countries have it as well.
    PEOPLE = "people";
    GIVEN = "given";
}

impl Classes {
    pub const NONE: Classes = Classes(0);

    /// Whether the sets share a class.
    pub const fn any(self, other: Classes) -> bool {
        self.0 & other.0 != 0
    }

    /// The set as a number: one bit a class, in the order of the rows.
    pub const fn bits(self) -> u64 {
        self.0
    }

    /// The set of a number that [`Classes::bits`] gave.
    pub const fn from_bits(bits: u64) -> Classes {
        Classes(bits)
    }

    pub const fn or(self, other: Classes) -> Classes {
        Classes(self.0 | other.0)
    }
}

/// A name that the rules may take for what it says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Known<'a> {
    pub kind: EntityKind,
    /// What sort of that, as far as the lists tell.
    pub kinds: Kinds,
    /// The name to show and to file under.
    pub canonical: &'a str,
    /// Written in capitals only: `US`, never `us`.
    pub capitals: bool,
    /// The country that a place is or lies in, or that a body belongs to.
    pub country: Option<u16>,
    /// A country itself.
    pub is_country: bool,
}

impl Known<'_> {
    /// What the rules make of an entry; of a weak one, nothing.
    pub fn of(entry: Entry) -> Option<Known<'static>> {
        let Entry { canonical, kinds, country, capitals, .. } = entry;
        let kind = entry.filing?;
        let kinds = kinds.of(match kind {
            EntityKind::Place => Kinds::PLACE,
            EntityKind::Organization => Kinds::ORGANIZATION,
            _ => Kinds::AGREEMENT,
        });
        Some(Known { kind, kinds, canonical, capitals, country, is_country: kinds.any(Kinds::COUNTRY) })
    }

    /// The folded canonical name.
    pub fn folded(&self) -> String {
        fold_word(self.canonical)
    }
}

/// A country of the lists.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Country {
    pub name: &'static str,
    /// The first demonym, folded: `turkish`. Empty where none is usual.
    pub demonym: &'static str,
}

/// The word lists and the gazetteer that are built in.
pub struct Lexicon {
    words: FxHashMap<Cow<'static, str>, Classes>,
    gazetteer: Gazetteer,
}

impl Lexicon {
    /// The lists that are built in. The same object at every call.
    pub fn built_in() -> &'static Lexicon {
        static LEXICON: std::sync::OnceLock<Lexicon> = std::sync::OnceLock::new();
        LEXICON.get_or_init(Lexicon::read)
    }

    /// The classes of a folded word.
    pub fn classes(&self, word: &str) -> Classes {
        self.words.get(word).copied().unwrap_or_default()
    }

    /// The known name of this folded form.
    pub fn name(&self, folded: &str) -> Option<Known<'_>> {
        self.gazetteer.get(folded).and_then(Known::of)
    }

    /// All that this folded form can be, weakly known names too.
    pub fn entry(&self, folded: &str) -> Option<Entry> {
        self.gazetteer.get(folded)
    }

    /// The country of a folded demonym.
    pub fn demonym(&self, folded: &str) -> Option<u16> {
        let entry = self.gazetteer.get(folded)?;
        entry.country.filter(|_| entry.kinds.any(Kinds::DEMONYM))
    }

    pub fn country(&self, country: u16) -> Option<Country> {
        gazetteer::country(country).map(|(name, demonym)| Country { name, demonym })
    }

    /// The names, weak ones too, to be walked through word by word.
    pub fn walk(&self) -> Walk<'_> {
        self.gazetteer.walk()
    }

    fn read() -> Lexicon {
        let mut lexicon = Lexicon { words: FxHashMap::default(), gazetteer: Gazetteer::built_in() };
        for (class, words, _, _) in rows(include_str!("lexicon/words.tsv")) {
            let class = Classes::parse(class).unwrap_or_default();
            words.split_whitespace().for_each(|word| lexicon.add_word(Cow::Borrowed(word), class));
        }
        for (_, words, _, _) in rows(include_str!("lexicon/given.tsv")) {
            let names = words.split_whitespace();
            names.for_each(|name| lexicon.add_word(Cow::Owned(fold_word(name)), Classes::GIVEN));
        }
        for (_, _, demonyms, _) in rows(include_str!("lexicon/countries.tsv")) {
            let demonyms = demonyms.split('|').filter(|demonym| !demonym.is_empty());
            demonyms.for_each(|demonym| lexicon.add_word(Cow::Owned(fold_word(demonym)), Classes::PEOPLE));
        }
        lexicon
    }

    fn add_word(&mut self, word: Cow<'static, str>, class: Classes) {
        let classes = self.words.entry(word).or_default();
        *classes = classes.or(class);
    }
}

/// The rows of a data file, four columns each; missing ones are empty.
pub fn rows(file: &str) -> impl Iterator<Item = (&str, &str, &str, &str)> {
    file.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).map(|line| {
        let mut columns = line.split('\t');
        let mut next = || columns.next().unwrap_or_default();
        (next(), next(), next(), next())
    })
}

/// [`fold`], with a short way for plain words.
pub fn fold_word(word: &str) -> String {
    if word.bytes().all(|byte| byte.is_ascii_alphanumeric()) { word.to_ascii_lowercase() } else { fold(word) }
}

#[cfg(test)]
mod tests;
