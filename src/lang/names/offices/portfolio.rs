//! What ministries are for: words that mean one portfolio, and portfolios that one person often holds.

/// Portfolios as a set of bits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Debug)]
pub struct Portfolios(pub u32);

/// One row a portfolio: the words that name it.
const ROWS: &[&[&str]] = &[
    &["foreign", "external", "diplomacy", "diplomatic", "state"],
    &[
        "finance",
        "finances",
        "financial",
        "treasury",
        "exchequer",
        "economy",
        "economic",
        "economics",
        "budget",
        "revenue",
        "planning",
        "tax",
    ],
    &[
        "trade",
        "commerce",
        "commercial",
        "industry",
        "industries",
        "industrial",
        "business",
        "investment",
        "export",
        "tourism",
    ],
    &["interior", "home", "internal", "homeland"],
    &["justice", "law", "legal"],
    &["defence", "defense", "war", "military"],
    &["health", "medical"],
    &["education", "science", "research", "schools", "universities"],
    &["culture", "cultural", "arts", "sport", "sports", "youth", "heritage"],
    &[
        "labor",
        "labour",
        "employment",
        "social",
        "welfare",
        "family",
        "families",
        "women",
        "gender",
        "children",
        "pensions",
    ],
    &["agriculture", "agricultural", "food", "fisheries", "fishing", "farming", "livestock", "rural"],
    &[
        "environment",
        "environmental",
        "climate",
        "forestry",
        "forests",
        "water",
        "lands",
        "ecology",
        "natural",
        "resources",
        "irrigation",
    ],
    &[
        "energy",
        "oil",
        "petroleum",
        "gas",
        "power",
        "electricity",
        "mines",
        "mining",
        "minerals",
        "nuclear",
        "hydrocarbons",
    ],
    &[
        "transport",
        "transportation",
        "infrastructure",
        "works",
        "roads",
        "railways",
        "rail",
        "aviation",
        "housing",
        "maritime",
        "shipping",
        "construction",
    ],
    &[
        "information",
        "communications",
        "communication",
        "media",
        "telecommunications",
        "technology",
        "digital",
        "broadcasting",
    ],
    &["emergency", "emergencies", "disaster", "civil"],
];

/// Pairs, by their rows, that one ministry or one minister often has together.
const NEAR: &[(usize, usize)] = &[
    (0, 2),
    (1, 2),
    (1, 9),
    (1, 12),
    (1, 13),
    (2, 7),
    (2, 8),
    (2, 9),
    (2, 10),
    (2, 11),
    (2, 12),
    (2, 13),
    (2, 14),
    (3, 4),
    (3, 15),
    (5, 15),
    (3, 9),
    (3, 13),
    (7, 8),
    (7, 9),
    (7, 14),
    (6, 9),
    (8, 9),
    (8, 14),
    (10, 11),
    (10, 13),
    (11, 12),
    (11, 13),
    (12, 13),
    (13, 14),
    (11, 15),
    (13, 15),
    (6, 15),
    (9, 15),
    (6, 8),
    (6, 7),
    (4, 9),
    (8, 11),
];

/// The portfolios that these words name.
pub fn portfolios<'w>(words: impl Iterator<Item = &'w str>) -> Portfolios {
    let mut all = 0;
    let mut of_state = false;
    for word in words {
        let row = ROWS.iter().position(|row| row.contains(&word));
        of_state |= word == "state";
        all |= row.filter(|_| word != "state").map_or(0, |row| 1 << row);
    }
    // A secretary of state for defence is none for foreign affairs.
    Portfolios(if all == 0 && of_state { 1 } else { all })
}

impl Portfolios {
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub fn share(self, other: Portfolios) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether two of them are often one minister's.
    pub fn are_near(self, other: Portfolios) -> bool {
        let has = |one: Portfolios, row: usize| one.0 & (1 << row) != 0;
        NEAR.iter().any(|&(one, two)| has(self, one) && has(other, two) || has(self, two) && has(other, one))
    }
}
