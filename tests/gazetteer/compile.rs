//! The lists → the bytes that are built in (`src/lang/lexicon/gazetteer.rs` says how they are laid out).
//!
//! A form keeps the meaning that claims it first: countries, then places, bodies and agreements of the
//! project's own lists, whose names the rules may trust, then what is weak. What else a form can be is added
//! to its kinds.

use std::collections::btree_map::Entry as Slot;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use dateline::base::kind::EntityKind;
use dateline::lang::lexicon::gazetteer::{CAPITALS, FILING, FILINGS, Kinds, NO_COUNTRY, WEAK};
use dateline::text::fold::fold;

pub const NAMES: &str = "src/lang/lexicon/gazetteer.fst";
pub const ENTRIES: &str = "src/lang/lexicon/gazetteer.entries";

/// Classes of `words.tsv` whose words are never a weak name: `Of` and `Most` are towns, too.
const NEVER_WEAK: [&str; 8] =
    ["stop", "said", "person-verb", "connector", "calendar", "place-before-word", "place-weak", "honorific"];

/// Stands before a form that means something else as well.
const DOUBTFUL: char = '?';

pub struct Compiled {
    pub names: Vec<u8>,
    pub entries: Vec<u8>,
}

/// Compiles the lists of the project in `root`.
pub fn compile(root: &Path) -> Compiled {
    let own = |name: &str| read(&root.join("src/lang/lexicon").join(name));
    let extract = |name: &str| read(&root.join("tests/gazetteer/extracts").join(name));
    let mut names = Names::new(&own("countries.tsv"), &own("words.tsv"));
    names.add_countries();
    names.add_places(&own("places.tsv"));
    names.add_bodies(&own("bodies.tsv"));
    names.add_agreements(&own("agreements.tsv"));
    names.add_demonyms();
    names.add_doubtful(&own("bodies.tsv"), &own("agreements.tsv"));
    names.add_territories(&extract("territories.tsv"));
    names.add_cities(&extract("cities.tsv"));
    for list in [own("given.tsv"), extract("given.tsv")] {
        for [_, given] in rows::<2>(&list) {
            given.split_whitespace().for_each(|name| names.add_weak(Kinds::GIVEN, "", name, None));
        }
    }
    names.encode()
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The rows of a list; columns that are missing are empty.
fn rows<const COLUMNS: usize>(list: &str) -> impl Iterator<Item = [&str; COLUMNS]> {
    list.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).map(|line| {
        let mut columns = line.split('\t');
        std::array::from_fn(|_| columns.next().unwrap_or_default())
    })
}

/// What a folded form will lead to.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Meaning {
    canonical: String,
    kinds: Kinds,
    filing: Option<usize>,
    country: Option<u8>,
    capitals: bool,
}

struct Country {
    name: String,
    others: String,
    demonyms: Vec<String>,
    /// With its other names.
    capital: String,
}

struct Names {
    countries: Vec<Country>,
    /// By name and by code.
    numbers: BTreeMap<String, u8>,
    never_weak: BTreeSet<String>,
    forms: BTreeMap<String, Meaning>,
}

impl Names {
    fn new(countries: &str, words: &str) -> Names {
        let mut names = Names {
            countries: Vec::new(),
            numbers: BTreeMap::new(),
            never_weak: BTreeSet::new(),
            forms: BTreeMap::new(),
        };
        for [name, others, demonyms, capital, code] in rows::<5>(countries) {
            let number = u8::try_from(names.countries.len()).expect("a country's number fits");
            assert!(number < NO_COUNTRY, "more countries than numbers");
            names.numbers.insert(name.to_owned(), number);
            assert_eq!(names.numbers.insert(code.to_owned(), number), None, "{name} has a code of its own");
            let demonyms = demonyms.split('|').filter(|demonym| !demonym.is_empty());
            names.countries.push(Country {
                name: name.to_owned(),
                others: others.to_owned(),
                demonyms: demonyms.map(fold).collect(),
                capital: capital.to_owned(),
            });
        }
        for [_, words] in rows::<2>(words).filter(|[class, _]| NEVER_WEAK.contains(class)) {
            names.never_weak.extend(words.split_whitespace().map(fold));
        }
        names
    }

    /// The number of a country that a list names, by name or code.
    fn number(&self, country: &str) -> Option<u8> {
        let number = self.numbers.get(country).copied();
        assert!(number.is_some() || country.is_empty(), "{country} is no country of countries.tsv");
        number
    }

    fn add_countries(&mut self) {
        for number in 0..self.countries.len() {
            let country = &self.countries[number];
            let (name, others, capital) =
                (country.name.clone(), country.others.clone(), country.capital.clone());
            let number = u8::try_from(number).ok();
            self.add_strong(EntityKind::Place, Kinds::COUNTRY, &name, &others, number);
            let (capital, others) = capital.split_once('|').unwrap_or((&capital, ""));
            self.add_strong(EntityKind::Place, Kinds::CAPITAL, capital, others, number);
        }
    }

    fn add_places(&mut self, list: &str) {
        for [name, others, country, kind] in rows::<4>(list) {
            let kinds = match kind {
                "" => Kinds::CITY,
                "region" => Kinds::REGION,
                "water" => Kinds::WATER,
                other => panic!("{name}: {other} is no kind of place"),
            };
            self.add_strong(EntityKind::Place, kinds, name, others, self.number(country));
        }
    }

    fn add_bodies(&mut self, list: &str) {
        for [name, others, country, kind] in rows::<4>(list) {
            self.add_strong(
                EntityKind::Organization,
                body_kinds(name, kind),
                name,
                others,
                self.number(country),
            );
        }
    }

    fn add_agreements(&mut self, list: &str) {
        for [name, others] in rows::<2>(list) {
            self.add_strong(EntityKind::Agreement, Kinds::AGREEMENT, name, others, None);
        }
    }

    /// The forms that mean something else as well, of bodies and agreements.
    fn add_doubtful(&mut self, bodies: &str, agreements: &str) {
        let bodies = rows::<4>(bodies)
            .map(|[name, others, country, kind]| (body_kinds(name, kind), name, others, country));
        let agreements = rows::<2>(agreements).map(|[name, others]| (Kinds::AGREEMENT, name, others, ""));
        for (kinds, name, others, country) in bodies.chain(agreements) {
            for form in forms(name, others).filter_map(|form| form.strip_prefix(DOUBTFUL)) {
                self.add_weak(kinds, name.trim_start_matches(DOUBTFUL), form, self.number(country));
            }
        }
    }

    fn add_demonyms(&mut self) {
        for number in 0..self.countries.len() {
            let name = self.countries[number].name.clone();
            for demonym in self.countries[number].demonyms.clone() {
                let country = u8::try_from(number).ok();
                self.add_demonym(&demonym, &name, country);
            }
        }
    }

    fn add_demonym(&mut self, demonym: &str, name: &str, country: Option<u8>) {
        let earlier = self.forms.get(demonym).and_then(|earlier| earlier.country);
        if earlier.is_some_and(|earlier| Some(earlier) != country) {
            return;
        }
        let meaning = Meaning {
            canonical: name.to_owned(),
            kinds: Kinds::DEMONYM,
            filing: None,
            country,
            capitals: false,
        };
        self.claim(demonym, meaning);
    }

    fn add_territories(&mut self, list: &str) {
        for [code, kind, name, others, demonym] in rows::<5>(list) {
            let country = self.numbers.get(code).copied();
            let own = country.filter(|_| kind == "country").map(|number| {
                let country = &self.countries[usize::from(number)];
                country.name.clone()
            });
            let canonical = own.unwrap_or_else(|| name.to_owned());
            let kinds = if kind == "country" { Kinds::COUNTRY } else { Kinds::REGION };
            for form in forms(name, others) {
                self.add_weak(kinds, &canonical, form, country);
            }
            if !demonym.is_empty() && country.is_some() {
                self.add_demonym(&fold(demonym), &canonical, country);
            }
        }
    }

    /// The largest city first: it keeps the name.
    fn add_cities(&mut self, list: &str) {
        let mut cities: Vec<[&str; 4]> = rows::<4>(list).collect();
        cities.sort_by_key(|&[_, class, ..]| std::cmp::Reverse(class));
        for [code, _, name, _] in &cities {
            self.add_weak(Kinds::CITY, name, name, self.numbers.get(*code).copied());
        }
        for [code, _, name, others] in &cities {
            for form in others.split('|').filter(|form| !form.is_empty()) {
                self.add_weak(Kinds::CITY, name, form, self.numbers.get(*code).copied());
            }
        }
    }

    /// A name and its other names, which the rules may trust.
    fn add_strong(&mut self, kind: EntityKind, kinds: Kinds, name: &str, others: &str, country: Option<u8>) {
        let canonical = name.trim_start_matches(DOUBTFUL);
        for form in forms(name, others).filter(|form| !form.starts_with(DOUBTFUL)) {
            let meaning = Meaning {
                canonical: canonical.to_owned(),
                kinds,
                filing: FILINGS.iter().position(|one| *one == kind),
                country,
                capitals: !form.chars().any(char::is_lowercase),
            };
            self.claim(form, meaning);
        }
    }

    fn add_weak(&mut self, kinds: Kinds, canonical: &str, form: &str, country: Option<u8>) {
        let meaning = Meaning {
            canonical: canonical.to_owned(),
            kinds,
            filing: None,
            country,
            capitals: !form.chars().any(char::is_lowercase),
        };
        let folded = fold(form);
        if folded.len() > 1 && !self.never_weak.contains(&folded) {
            self.claim(&folded, meaning);
        }
    }

    fn claim(&mut self, form: &str, meaning: Meaning) {
        let folded = fold(form);
        if folded.is_empty() {
            return;
        }
        match self.forms.entry(folded) {
            Slot::Vacant(slot) => {
                slot.insert(meaning);
            }
            Slot::Occupied(mut slot) => {
                let kept = slot.get_mut();
                // What the own lists say is no country becomes none.
                if kept.filing.is_none() || !meaning.kinds.any(Kinds::COUNTRY) {
                    kept.kinds = kept.kinds.or(meaning.kinds);
                }
                if meaning.kinds.any(Kinds::DEMONYM) {
                    kept.country = kept.country.or(meaning.country);
                }
                kept.capitals &= meaning.capitals || kept.filing.is_some();
                if kept.canonical.is_empty() {
                    kept.canonical = meaning.canonical;
                }
            }
        }
    }

    fn encode(self) -> Compiled {
        let mut table = Table::default();
        for (number, country) in (0..).zip(&self.countries) {
            let entry = |name: &str, kinds, filing| Meaning {
                canonical: name.to_owned(),
                kinds,
                filing,
                country: Some(number),
                capitals: false,
            };
            table.push(&entry(&country.name, Kinds::COUNTRY, Some(0)));
            let demonym = country.demonyms.first().map_or("", String::as_str);
            table.push(&entry(demonym, Kinds::DEMONYM, None));
        }
        let mut ids: BTreeMap<&Meaning, u64> = BTreeMap::new();
        let mut names = fst::MapBuilder::memory();
        for (form, meaning) in &self.forms {
            let id = *ids.entry(meaning).or_insert_with(|| table.push(meaning));
            names.insert(form, id).expect("forms are sorted");
        }
        let countries = u32::try_from(self.countries.len()).expect("few countries");
        Compiled { names: names.into_inner().expect("memory is written"), entries: table.encode(countries) }
    }
}

/// A name and its other names, none empty.
fn forms<'a>(name: &'a str, others: &'a str) -> impl Iterator<Item = &'a str> {
    std::iter::once(name).chain(others.split('|')).filter(|form| !form.is_empty())
}

fn body_kinds(name: &str, kind: &str) -> Kinds {
    match kind {
        "" => Kinds::BODY,
        "company" => Kinds::COMPANY,
        other => panic!("{name}: {other} is no kind of body"),
    }
}

/// The entries and the names that they share.
#[derive(Default)]
struct Table {
    entries: Vec<u8>,
    texts: Vec<u8>,
    places: BTreeMap<String, u32>,
}

impl Table {
    /// The number of the new entry.
    fn push(&mut self, meaning: &Meaning) -> u64 {
        let number = self.entries.len() / 8;
        let start = *self.places.entry(meaning.canonical.clone()).or_insert_with(|| {
            let start = u32::try_from(self.texts.len()).expect("few names");
            self.texts.extend(meaning.canonical.as_bytes());
            start
        });
        assert!(start < 1 << 24, "names fit into 24 bits");
        let length = u8::try_from(meaning.canonical.len()).expect("a name is short");
        let weak = meaning.filing.is_none() && meaning.kinds != Kinds::DEMONYM;
        let filing = meaning.filing.map_or(0, |filing| u8::try_from(filing + 1).expect("few filings"));
        let flags = (u8::from(weak) * WEAK) | (u8::from(meaning.capitals) * CAPITALS) | (filing << FILING);
        self.entries.extend(start.to_le_bytes().into_iter().take(3));
        self.entries.push(length);
        self.entries.extend(meaning.kinds.0.to_le_bytes());
        self.entries.extend([meaning.country.unwrap_or(NO_COUNTRY), flags]);
        number as u64
    }

    fn encode(self, countries: u32) -> Vec<u8> {
        let count = u32::try_from(self.entries.len() / 8).expect("few entries");
        [&count.to_le_bytes()[..], &countries.to_le_bytes(), &self.entries, &self.texts].concat()
    }
}
