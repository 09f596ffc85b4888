//! The words of agreements: what they are called, what is done with them, and small words between.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::lang::claims::{Sort, Status};
use crate::lang::lexicon::rows;
use crate::lang::names::tagger::word::hash;

/// The nouns and verbs of `lexicon/heads.tsv` and `lexicon/deeds.tsv`, by the hash of the folded word
/// that every token of a page carries.
#[derive(Default)]
pub struct Vocabulary {
    heads: FxHashMap<u64, Head>,
    verbs: FxHashMap<u64, Verb>,
}

/// A word that an agreement is called.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Head {
    pub sort: Sort,
    pub lemma: &'static str,
    pub weight: Weight,
    pub is_plural: bool,
}

/// How much a head says by itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Weight {
    /// An agreement wherever it is a noun of its own: `treaty`.
    Plain,
    /// Only where the words around say so: `settlement`.
    Weak,
    /// Only where an agreement was told of before: `the document`.
    Back,
}

/// A verb, in one of its forms.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Verb {
    pub deed: Deed,
    pub form: Form,
}

/// The form of a verb.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// `sign`, `signs`.
    Present,
    /// `signed`, the participle too.
    Past,
    /// `signing`, and nouns of the deed: `ratification`.
    Ing,
}

/// One row a deed: the variant, its name in `deeds.tsv`, the status where it is done, and whether who
/// does it takes part in the agreement.
macro_rules! deeds {
    ($($(#[$doc:meta])* $variant:ident = $name:literal, $status:ident, $part:ident;)+) => {
        /// What is done with an agreement.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub enum Deed { $($(#[$doc])* $variant),+ }

        impl Deed {
            fn parse(name: &str) -> Option<Self> {
                match name { $($name => Some(Deed::$variant),)+ _ => None }
            }

            /// How far the agreement has come when the deed is done.
            pub fn status(self) -> Status {
                match self { $(Deed::$variant => Status::$status),+ }
            }

            /// Whether who does it is a party.
            pub fn is_by_party(self) -> bool {
                matches!(match self { $(Deed::$variant => Doer::$part),+ }, Doer::Party)
            }
        }
    };
}

enum Doer {
    Party,
    Outsider,
}

deeds! {
    Sign = "sign", Signed, Party;
    Agree = "agree", Agreed, Party;
    Ratify = "ratify", Ratified, Party;
    Broker = "broker", Agreed, Outsider;
    Negotiate = "negotiate", Proposed, Party;
    Propose = "propose", Proposed, Outsider;
    Suspend = "suspend", Suspended, Party;
    Cancel = "cancel", Cancelled, Party;
    /// A party goes: for the others it may stand.
    Leave = "leave", Told, Party;
    Join = "join", Told, Party;
    Breach = "breach", Breached, Party;
    Keep = "keep", InForce, Party;
    Reject = "reject", Cancelled, Outsider;
    Judge = "judge", Told, Outsider;
    /// What is done with papers that are no agreements.
    Issue = "issue", Told, Outsider;
    Expire = "expire", Ended, Outsider;
    Terminate = "terminate", Ended, Party;
    Other = "other", Told, Outsider;
}

impl Deed {
    /// Whether an agreement comes about by it, so that its day and place are the agreement's.
    pub fn makes(self) -> bool {
        matches!(self, Deed::Sign | Deed::Agree | Deed::Broker)
    }
}

impl Vocabulary {
    /// The words that are built in. The same object at every call.
    pub fn built_in() -> &'static Vocabulary {
        static VOCABULARY: OnceLock<Vocabulary> = OnceLock::new();
        VOCABULARY.get_or_init(Vocabulary::read)
    }

    /// The head of a hash.
    pub fn head(&self, word: u64) -> Option<Head> {
        self.heads.get(&word).copied()
    }

    /// The verb of a hash.
    pub fn verb(&self, word: u64) -> Option<Verb> {
        self.verbs.get(&word).copied()
    }

    fn read() -> Vocabulary {
        let mut vocabulary = Vocabulary::default();
        for (sort, words, lemma, weight) in rows(include_str!("../../lexicon/heads.tsv")) {
            let weight = match weight {
                "plain" => Weight::Plain,
                "weak" => Weight::Weak,
                _ => Weight::Back,
            };
            let sort = Sort::parse(sort).unwrap_or(Sort::Agreement);
            for word in words.split_whitespace() {
                let head = Head { sort, lemma, weight, is_plural: word.ends_with('+') };
                let folded = word.trim_end_matches('+').replace('=', " ");
                vocabulary.heads.insert(hash(&folded), head);
            }
        }
        for (deed, present, past, ing) in rows(include_str!("../../lexicon/deeds.tsv")) {
            let Some(deed) = Deed::parse(deed) else { continue };
            for (form, words) in [(Form::Present, present), (Form::Past, past), (Form::Ing, ing)] {
                for word in words.split_whitespace() {
                    vocabulary.verbs.insert(hash(word), Verb { deed, form });
                }
            }
        }
        vocabulary
    }
}

/// Begins a noun phrase.
pub fn is_determiner(word: &str) -> bool {
    matches!(
        word,
        "a" | "an"
            | "the"
            | "this"
            | "that"
            | "these"
            | "those"
            | "its"
            | "their"
            | "his"
            | "her"
            | "our"
            | "my"
            | "your"
            | "another"
            | "no"
            | "any"
            | "every"
            | "each"
            | "some"
            | "such"
            | "both"
            | "all"
    )
}

/// Stands before a noun phrase.
pub fn is_preposition(word: &str) -> bool {
    matches!(
        word,
        "of" | "on"
            | "in"
            | "at"
            | "by"
            | "to"
            | "for"
            | "from"
            | "with"
            | "within"
            | "without"
            | "between"
            | "among"
            | "about"
            | "over"
            | "under"
            | "after"
            | "before"
            | "during"
            | "since"
            | "until"
            | "till"
            | "through"
            | "into"
            | "against"
            | "despite"
            | "amid"
            | "as"
            | "than"
            | "like"
            | "per"
            | "via"
            | "up"
            | "out"
            | "off"
            | "down"
            | "upon"
            | "toward"
            | "towards"
            | "beyond"
            | "across"
            | "around"
            | "near"
            | "outside"
            | "inside"
            | "along"
            | "following"
            | "including"
            | "regarding"
            | "concerning"
            | "governing"
            | "covering"
            | "according"
            | "pending"
            | "unlike"
            | "below"
            | "above"
            | "behind"
            | "alongside"
    )
}

/// Joins clauses, or stands for somebody: no part of a noun phrase.
pub fn is_joint(word: &str) -> bool {
    matches!(
        word,
        "but"
            | "nor"
            | "if"
            | "when"
            | "while"
            | "where"
            | "why"
            | "how"
            | "because"
            | "although"
            | "though"
            | "unless"
            | "whether"
            | "once"
            | "so"
            | "yet"
            | "then"
            | "it"
            | "they"
            | "we"
            | "he"
            | "she"
            | "i"
            | "you"
            | "them"
            | "him"
            | "us"
            | "me"
            | "who"
            | "whom"
            | "whose"
            | "there"
            | "here"
            | "not"
            | "never"
            | "also"
            | "just"
            | "only"
            | "even"
            | "still"
            | "already"
            | "again"
            | "ago"
            | "now"
            | "today"
            | "yesterday"
            | "tomorrow"
            | "tonight"
            | "that"
            | "which"
            | "what"
    )
}

/// A verb that only helps: `was`, `would`.
pub fn is_auxiliary(word: &str) -> bool {
    matches!(
        word,
        "is" | "are"
            | "was"
            | "were"
            | "be"
            | "been"
            | "being"
            | "has"
            | "have"
            | "had"
            | "having"
            | "does"
            | "did"
            | "will"
            | "would"
            | "shall"
            | "should"
            | "can"
            | "could"
            | "may"
            | "might"
            | "must"
            | "cannot"
            | "isnt"
            | "wasnt"
            | "wont"
            | "hasnt"
            | "didnt"
            | "doesnt"
    )
}
