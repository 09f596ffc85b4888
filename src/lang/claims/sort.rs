//! What sorts of agreements and events there are: one row a sort, everything else follows from it.

use serde::{Deserialize, Serialize};

use crate::base::kind::EntityKind;

/// One row a sort: the variant, what it is, its name, its family. Sorts of one family can be one thing.
macro_rules! sorts {
    ($($(#[$doc:meta])* $variant:ident = $kind:ident $name:literal in $family:literal;)+) => {
        /// What sort of agreement or event something is.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
        pub enum Sort { $($(#[$doc])* $variant),+ }

        impl Sort {
            /// Every sort, in the order of the registry.
            pub const ALL: &[Sort] = &[$(Sort::$variant),+];

            /// The sort in words, and in `lexicon/events.tsv`.
            pub const fn name(self) -> &'static str {
                match self { $(Sort::$variant => $name),+ }
            }

            /// Agreement or event.
            pub const fn kind(self) -> EntityKind {
                match self { $(Sort::$variant => EntityKind::$kind),+ }
            }

            /// Sorts of one family can be told of one thing: `talks` and `a meeting`.
            pub const fn family(self) -> &'static str {
                match self { $(Sort::$variant => $family),+ }
            }
        }
    };
}

sorts! {
    /// `deal`, `agreement`, `accord`, `pact`: of no particular sort.
    Agreement = Agreement "agreement" in "agreement";
    Memorandum = Agreement "memorandum" in "memorandum";
    Treaty = Agreement "treaty" in "treaty";
    Protocol = Agreement "protocol" in "memorandum";
    Ceasefire = Agreement "ceasefire" in "ceasefire";
    Contract = Agreement "contract" in "contract";
    Declaration = Agreement "declaration" in "declaration";
    Roadmap = Agreement "roadmap" in "roadmap";

    Meeting = Event "meeting" in "meeting";
    Talks = Event "talks" in "meeting";
    Summit = Event "summit" in "meeting";
    Call = Event "call" in "call";
    Visit = Event "visit" in "visit";
    Attack = Event "attack" in "attack";
    Offensive = Event "offensive" in "attack";
    Deployment = Event "deployment" in "deployment";
    Election = Event "election" in "vote";
    Vote = Event "vote" in "vote";
    Appointment = Event "appointment" in "appointment";
    Departure = Event "departure" in "departure";
    Death = Event "death" in "death";
    Arrest = Event "arrest" in "arrest";
    Charge = Event "charge" in "charge";
    Trial = Event "trial" in "trial";
    Verdict = Event "verdict" in "verdict";
    Sentencing = Event "sentencing" in "sentencing";
    Appeal = Event "appeal" in "appeal";
    Release = Event "release" in "release";
    Lawsuit = Event "lawsuit" in "lawsuit";
    Protest = Event "protest" in "protest";
    Strike = Event "strike" in "walkout";
    Disaster = Event "disaster" in "disaster";
    Crash = Event "crash" in "disaster";
    Takeover = Event "takeover" in "takeover";
    Layoff = Event "layoffs" in "layoffs";
    Launch = Event "launch" in "launch";
    Sanction = Event "sanctions" in "sanctions";
    Decision = Event "decision" in "decision";
    Contest = Event "contest" in "contest";
    /// Anything else that a word of `lexicon/events.tsv` tells of.
    Other = Event "event" in "other";
}

impl Sort {
    /// The sort of that name, if there is one.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|sort| sort.name() == name)
    }

    /// Whether things told as these two sorts can be one thing.
    pub fn agrees(self, other: Self) -> bool {
        let open = |sort: Sort| sort == Sort::Agreement;
        self.kind() == other.kind() && (self.family() == other.family() || open(self) || open(other))
    }
}
