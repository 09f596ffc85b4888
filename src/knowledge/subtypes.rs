//! What sort of body or place an entity is (ACE's entity subtypes): `ministry`, `company`, `town`; and
//! the country that it is of.
//!
//! A function of the entity's names alone: the head of a name, or the name as the lists have it. Where
//! the names do not say it, nothing is said.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::base::kind::EntityKind;
use crate::knowledge::Entity;
use crate::lang::lexicon::Lexicon;
use crate::lang::lexicon::gazetteer::Kinds;
use crate::text::fold::fold;

/// A subtype, and whose it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Subtype {
    /// `ministry`, `armed group`, `country`; `None` where the names do not tell.
    pub name: Option<&'static str>,
    /// The country that a place lies in, or whose body it is, where the names or the lists tell.
    pub country: Option<&'static str>,
}

impl Subtype {
    /// The kind with what is known beyond it: `organization (ministry, Peru)`, `place (in Peru)`.
    pub fn describe(self, kind: EntityKind) -> String {
        let of = self.country.map(|country| match (kind, self.name) {
            (EntityKind::Place, Some("capital")) => format!("of {country}"),
            (EntityKind::Place, _) => format!("in {country}"),
            _ => country.to_owned(),
        });
        match (self.name, of) {
            (None, None) => kind.to_string(),
            (Some(only), None) => format!("{kind} ({only})"),
            (None, Some(of)) => format!("{kind} ({of})"),
            (Some(name), Some(of)) if kind == EntityKind::Place => format!("{kind} ({name} {of})"),
            (Some(name), Some(of)) => format!("{kind} ({name}, {of})"),
        }
    }
}

/// The table beside the word lists: rows of kind, subtype, heads and whole names.
const ROWS: &str = include_str!("../lang/lexicon/subtypes.tsv");

/// What sort of thing an entity is.
pub fn subtype(entity: &Entity, lexicon: &Lexicon) -> Subtype {
    let names: Vec<String> =
        [&entity.name].into_iter().chain(entity.aliases.iter()).map(|name| fold(name)).collect();
    let known = names.iter().find_map(|name| lexicon.name(name).filter(|known| known.kind == entity.kind));
    let demonym = names.iter().find_map(|name| lexicon.demonym(name.split(' ').next()?));
    let demonym = demonym.filter(|_| entity.kind == EntityKind::Organization);
    let country = known.filter(|known| !known.is_country).and_then(|known| known.country).or(demonym);
    let table = Table::built_in();
    let listed = known.and_then(|known| {
        let place =
            PLACES.iter().find(|(kinds, _)| entity.kind == EntityKind::Place && known.kinds.any(*kinds));
        place.map(|(_, name)| *name)
    });
    let canonical = known.map(|known| known.folded());
    let mut whole = names.iter().map(String::as_str).chain(canonical.as_deref());
    let by_name = || whole.find_map(|name| table.whole.get(&(entity.kind, name)).copied());
    let by_head = || names.iter().find_map(|name| table.heads.get(&(entity.kind, head(name)?)).copied());
    let company = || known.filter(|known| known.kinds.any(Kinds::COMPANY)).map(|_| "company");
    Subtype {
        name: listed.or_else(by_name).or_else(by_head).or_else(company),
        country: country.and_then(|country| lexicon.country(country)).map(|country| country.name),
    }
}

/// What the gazetteer says of a place, the first that fits.
const PLACES: [(Kinds, &str); 5] = [
    (Kinds::COUNTRY, "country"),
    (Kinds::CAPITAL, "capital"),
    (Kinds::CITY, "town"),
    (Kinds::REGION, "region"),
    (Kinds::WATER, "water"),
];

/// The head of a folded name of several words: `ministry` of `ministry of trade`.
fn head(name: &str) -> Option<&str> {
    let mut words = name.split(' ').peekable();
    words.peek().filter(|_| name.contains(' '))?;
    let mut head = words.next()?;
    for word in words {
        if matches!(word, "of" | "for" | "on") {
            break;
        }
        head = word;
    }
    Some(head)
}

/// From kind and words to the subtype.
type Rows = FxHashMap<(EntityKind, &'static str), &'static str>;

#[derive(Default)]
struct Table {
    heads: Rows,
    whole: Rows,
}

impl Table {
    fn built_in() -> &'static Table {
        static TABLE: OnceLock<Table> = OnceLock::new();
        TABLE.get_or_init(|| {
            let mut table = Table::default();
            for row in ROWS.lines().filter(|row| !row.starts_with('#')) {
                let mut columns = row.split('\t');
                let kind = columns.next().and_then(EntityKind::parse);
                let (Some(kind), Some(subtype), Some(words)) = (kind, columns.next(), columns.next()) else {
                    continue;
                };
                for word in words.split('|') {
                    match word.strip_prefix('=') {
                        Some(name) => table.whole.entry((kind, name)).or_insert(subtype),
                        None => table.heads.entry((kind, word)).or_insert(subtype),
                    };
                }
            }
            table
        })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::knowledge::entities::Reach;

    fn of(kind: EntityKind, name: &str) -> Subtype {
        let entity = Entity {
            id: "".into(),
            kind,
            name: name.into(),
            aliases: Box::default(),
            mentions: 1,
            records: Arc::default(),
            keys: Arc::default(),
            links: Box::default(),
            reach: Reach::Folder,
        };
        subtype(&entity, Lexicon::built_in())
    }

    #[test]
    fn names_tell_the_subtype() {
        for (kind, name, subtype, country) in [
            (EntityKind::Organization, "Peruvian Trade Ministry", Some("ministry"), Some("Peru")),
            (EntityKind::Organization, "Ministry of Trade and Industry", Some("ministry"), None),
            (EntityKind::Organization, "UN", Some("international body"), None),
            (EntityKind::Organization, "Harbour Workers' Party", Some("party"), None),
            (EntityKind::Organization, "Gazprom", Some("company"), Some("Russia")),
            (EntityKind::Organization, "Kelda", None, None),
            (EntityKind::Place, "Peru", Some("country"), None),
            (EntityKind::Place, "Lima", Some("capital"), Some("Peru")),
            (EntityKind::Place, "Cusco", Some("town"), Some("Peru")),
            (EntityKind::Place, "Danube", Some("water"), None),
            (EntityKind::Place, "Kelda River", Some("water"), None),
            (EntityKind::Place, "Kelda", None, None),
            (EntityKind::Person, "Ann Bank", None, None),
        ] {
            assert_eq!(of(kind, name), Subtype { name: subtype, country }, "{name}");
        }
    }

    #[test]
    fn the_table_reads_whole() {
        let rows = ROWS.lines().filter(|row| !row.starts_with('#'));
        for row in rows {
            let columns: Vec<&str> = row.split('\t').collect();
            assert_eq!(columns.len(), 3, "{row}");
            assert!(EntityKind::parse(columns[0]).is_some(), "{row}");
            for word in columns[2].split('|') {
                let name = word.strip_prefix('=').unwrap_or(word);
                assert_eq!(fold(name), name, "{word} is folded");
            }
        }
    }
}
