//! The kinds of things that an article names: one row a kind, everything else follows from it.

use std::fmt;

use serde::{Deserialize, Serialize};

/// One row a kind: the variant, its name in the contract and on the command line, its plural.
macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident = $name:literal / $plural:literal;)+) => {
        /// What sort of thing a name names.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
        #[serde(rename_all = "lowercase")]
        pub enum EntityKind { $($(#[$doc])* $variant),+ }

        impl EntityKind {
            /// Every kind, in the order of the registry.
            pub const ALL: &[EntityKind] = &[$(EntityKind::$variant),+];

            /// The kind's name in JSON, on the command line and in ids.
            pub const fn name(self) -> &'static str {
                match self { $(EntityKind::$variant => $name),+ }
            }

            /// The plural, for headings and counts.
            pub const fn plural(self) -> &'static str {
                match self { $(EntityKind::$variant => $plural),+ }
            }
        }
    };
}

kinds! {
    /// A human being who is named.
    Person = "person" / "persons";
    /// A body: government, ministry, party, armed group, company, agency, international body.
    Organization = "organization" / "organizations";
    /// A country, region, city or other place.
    Place = "place" / "places";
    /// A treaty, memorandum, accord, ceasefire or contract that has a name.
    Agreement = "agreement" / "agreements";
    /// A meeting, call, attack, election or other happening.
    Event = "event" / "events";
}

impl EntityKind {
    /// The kind of that name, if there is one.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }
}

impl fmt::Display for EntityKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
