//! The built-in word lists: classes of words, countries, places, bodies and standing agreements.
//!
//! The lists are the readable files beside this module; each begins with its origin and licence. They
//! hold no people: who is who is learnt from the articles. All look-ups take folded words
//! (`text::fold`).

use rustc_hash::FxHashMap;

use crate::base::kind::EntityKind;
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

/// A name that the lists know.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Known {
    pub kind: EntityKind,
    /// The name to show and to file under, and its folded form.
    pub canonical: Box<str>,
    pub folded: Box<str>,
    /// Written in capitals only: `US`, never `us`.
    pub capitals: bool,
    /// The country that a place is or lies in.
    pub country: Option<u16>,
    /// A country itself.
    pub is_country: bool,
}

/// A country of the lists.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Country {
    pub name: Box<str>,
    /// The first demonym, folded: `turkish`. Empty where none is usual.
    pub demonym: Box<str>,
}

/// Closed lists and the gazetteer, built once a process from the data files beside this module.
#[derive(Debug, Default)]
pub struct Lexicon {
    words: FxHashMap<Box<str>, Classes>,
    names: FxHashMap<Box<str>, Known>,
    demonyms: FxHashMap<Box<str>, u16>,
    countries: Vec<Country>,
    /// For the first word of every name and demonym: the length of the longest, in words.
    reach: FxHashMap<Box<str>, usize>,
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
    pub fn name(&self, folded: &str) -> Option<&Known> {
        self.names.get(folded)
    }

    /// The country of a folded demonym.
    pub fn demonym(&self, folded: &str) -> Option<u16> {
        self.demonyms.get(folded).copied()
    }

    pub fn country(&self, country: u16) -> Option<&Country> {
        self.countries.get(usize::from(country))
    }

    /// How many words the longest name or demonym has that begins with this folded word; 0: none does.
    pub fn reach(&self, word: &str) -> usize {
        self.reach.get(word).copied().unwrap_or_default()
    }

    fn read() -> Lexicon {
        let mut lexicon = Lexicon::default();
        for (class, words, _, _) in rows(include_str!("lexicon/words.tsv")) {
            let class = Classes::parse(class).unwrap_or_default();
            words.split_whitespace().for_each(|word| lexicon.add_word(word, class));
        }
        for (_, words, _, _) in rows(include_str!("lexicon/given.tsv")) {
            words.split_whitespace().for_each(|word| lexicon.add_word(&fold(word), Classes::GIVEN));
        }
        lexicon.read_places();
        for (name, others, _, _) in rows(include_str!("lexicon/bodies.tsv")) {
            lexicon.add_names(EntityKind::Organization, name, others, None, IsCountry::No);
        }
        for (name, others, _, _) in rows(include_str!("lexicon/agreements.tsv")) {
            lexicon.add_names(EntityKind::Agreement, name, others, None, IsCountry::No);
        }
        lexicon
    }

    fn read_places(&mut self) {
        let mut numbers = FxHashMap::default();
        for (name, others, demonyms, capital) in rows(include_str!("lexicon/countries.tsv")) {
            let number = u16::try_from(self.countries.len()).unwrap_or(u16::MAX);
            numbers.insert(name, number);
            let demonym = fold(demonyms.split('|').next().unwrap_or_default());
            self.countries.push(Country { name: name.into(), demonym: demonym.into() });
            self.add_names(EntityKind::Place, name, others, Some(number), IsCountry::Yes);
            self.add_names(EntityKind::Place, capital, "", Some(number), IsCountry::No);
            for demonym in demonyms.split('|').map(fold).filter(|demonym| !demonym.is_empty()) {
                self.note_reach(&demonym);
                self.add_word(&demonym, Classes::PEOPLE);
                self.demonyms.entry(demonym.into()).or_insert(number);
            }
        }
        for (name, others, country, _) in rows(include_str!("lexicon/places.tsv")) {
            self.add_names(EntityKind::Place, name, others, numbers.get(country).copied(), IsCountry::No);
        }
    }

    fn add_word(&mut self, word: &str, class: Classes) {
        let classes = self.words.entry(word.into()).or_default();
        *classes = classes.or(class);
    }

    /// Adds a name under its canonical and its other forms; the first to claim a form keeps it.
    fn add_names(&mut self, kind: EntityKind, name: &str, others: &str, country: Option<u16>, is: IsCountry) {
        let canonical = fold(name);
        for form in std::iter::once(name).chain(others.split('|')).filter(|form| !form.is_empty()) {
            let folded = fold(form);
            self.note_reach(&folded);
            let known = Known {
                kind,
                canonical: name.into(),
                folded: canonical.as_str().into(),
                capitals: !form.chars().any(char::is_lowercase),
                country,
                is_country: is == IsCountry::Yes,
            };
            self.names.entry(folded.into()).or_insert(known);
        }
    }

    fn note_reach(&mut self, folded: &str) {
        let first = folded.split(' ').next().unwrap_or_default();
        let reach = self.reach.entry(first.into()).or_default();
        *reach = (*reach).max(folded.split(' ').count());
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum IsCountry {
    Yes,
    No,
}

/// The rows of a data file, four columns each; missing ones are empty.
fn rows(file: &str) -> impl Iterator<Item = (&str, &str, &str, &str)> {
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
