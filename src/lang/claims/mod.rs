//! Claims: what an article says to have happened or to have been agreed, by its own words alone.
//!
//! A [`Statement`] is one description of an agreement or event (TimeML's event mention with the
//! arguments of ACE): the words, who takes part, when, where, how far it has come. Statements of one
//! thing in one article form a [`Record`], as mentions of one actor form a chain; a record carries
//! filing keys, and whether two records of two articles are one thing is decided in `knowledge/`.
//! Dates are indices of the article's time expressions: nothing here holds a day.

pub mod actors;
pub mod agreements;
pub mod counts;
pub mod events;
pub mod quotations;
pub mod records;
pub mod sort;
pub mod standing;
pub mod stems;
pub mod tellings;
pub mod topics;

pub use sort::Sort;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::base::key::Key;
use crate::base::kind::EntityKind;
use crate::base::span::Span;
use crate::lang::claims::actors::Actors;
use crate::lang::claims::counts::Count;
use crate::lang::claims::quotations::Quotation;
use crate::lang::claims::tellings::Telling;
use crate::lang::dates::DateExpr;
use crate::lang::names::Names;
use crate::lang::names::page::Page;
use crate::lang::names::roles::plain;
use crate::text::position::AtRange;

/// What one article claims.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Claims {
    /// Sorted by span; a statement can lie inside another's span.
    pub statements: Vec<Statement>,
    pub records: Vec<Record>,
    /// Sorted by span, disjoint.
    pub quotations: Vec<Quotation>,
    /// Sorted by span; one that two verbs share can touch the next.
    pub counts: Vec<Count>,
    /// Every sentence, in order.
    pub tellings: Vec<Telling>,
}

/// One description of an agreement or event.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Statement {
    /// The words that describe it: of an agreement the noun phrase, of an event its trigger.
    pub span: Span,
    /// The place of `span`; set when the file text is known.
    pub at: AtRange,
    /// The words of `span`; white space runs are one space.
    pub words: Box<str>,
    /// The one word that says what it is: `memorandum`, `met`.
    pub head: Span,
    pub sentence: Span,
    /// [`EntityKind::Agreement`] or [`EntityKind::Event`].
    pub kind: EntityKind,
    pub sort: Sort,
    /// The dictionary form of the head, folded: `meet` for `met`, `memorandum` for `MoU`.
    pub lemma: Box<str>,
    /// Index of the name that the words hold, where the agreement is named.
    pub mention: Option<u32>,
    /// Who takes part, in the order of the text; nobody twice.
    pub parties: Box<[Party]>,
    /// Stems of the words that say what it is about: sorted, distinct (see [`topics`]).
    pub topic: Box<[Box<str>]>,
    pub place: Option<Place>,
    /// The time expressions that say when: indices of the article's dates, sorted.
    pub dates: Box<[u32]>,
    pub status: Status,
    pub definite: Definiteness,
    /// `the second round`: 2.
    pub ordinal: Option<u8>,
    /// Index of the mention of the source to which the sentence ascribes it: `…, the ministry said`.
    pub source: Option<u32>,
    /// Index into the article's records.
    pub record: u32,
}

/// Who takes part in something.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct Party {
    /// What the actor is filed under, sorted: parties of two articles that share none are two actors.
    pub keys: Box<[Key]>,
    /// The country that it is, governs, represents or comes from (a number of the built-in lists).
    pub country: Option<u16>,
    /// The country itself, its government or its people, and nobody in particular.
    pub is_country: bool,
    /// A human being who is named.
    pub is_person: bool,
    /// Index of the mention that names it; `None` for a demonym.
    pub mention: Option<u32>,
    pub role: Part,
}

/// The part that somebody takes (PropBank's numbered arguments, by plain names).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Part {
    /// Who does it: meets, calls, attacks, signs.
    Agent,
    /// With whom or to whom it is done: is met, is called, is attacked.
    Patient,
    /// Takes part; the words do not say how.
    Participant,
}

/// Where something happens.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Place {
    /// What the place is filed under, sorted.
    pub keys: Box<[Key]>,
    /// The country that it is or lies in.
    pub country: Option<u16>,
    pub is_country: bool,
    /// Index of the mention.
    pub mention: u32,
}

/// How far something has come, by the words of one statement.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
pub enum Status {
    /// The words do not say, or it plainly took place.
    #[default]
    Told,
    Proposed,
    Planned,
    Agreed,
    Signed,
    Ratified,
    InForce,
    Postponed,
    Suspended,
    Breached,
    Cancelled,
    Ended,
    Denied,
}

impl Status {
    /// The status in a word.
    pub const fn name(self) -> &'static str {
        match self {
            Status::Told => "told",
            Status::Proposed => "proposed",
            Status::Planned => "planned",
            Status::Agreed => "agreed",
            Status::Signed => "signed",
            Status::Ratified => "ratified",
            Status::InForce => "in force",
            Status::Postponed => "postponed",
            Status::Suspended => "suspended",
            Status::Breached => "breached",
            Status::Cancelled => "cancelled",
            Status::Ended => "ended",
            Status::Denied => "denied",
        }
    }
}

/// What the determiner says of whether the reader knows it already.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Definiteness {
    /// `a deal`, `met`: news, or nothing said.
    #[default]
    New,
    /// `the military pact`, `their deal`: known, and described.
    Known,
    /// `the agreement`, `the talks`, `it`: known, and nothing more is said.
    Bare,
    /// `another deal`, `a separate memorandum`, `a new round`: not the one told of before.
    Other,
}

/// What one article says of one agreement or event, all its statements together.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Record {
    pub kind: EntityKind,
    /// The most specific of the statements' sorts.
    pub sort: Sort,
    /// The statement that says most: an index into the article's statements.
    pub fullest: u32,
    /// What it is, in words to show: those of the fullest statement; for an event with who takes part.
    pub label: Box<str>,
    /// The lemmas of the statements, sorted, distinct.
    pub lemmas: Box<[Box<str>]>,
    /// The keys of its names, sorted, distinct.
    pub names: Box<[Key]>,
    /// Everybody who takes part, the most specific description of each; sorted.
    pub parties: Box<[Party]>,
    /// What the story is about: words of the names that the article has, hashed, without countries and
    /// words that many names have. Sorted.
    pub story: Box<[u32]>,
    /// The countries that its sentences name, then those that the article names most: a few.
    pub lands: Box<[u16]>,
    /// It is told as news somewhere in the article, and not only as known (`the strike`, `last year's
    /// deal`): where it has no date, it is recent.
    pub is_news: bool,
    /// Sorted, distinct.
    pub topic: Box<[Box<str>]>,
    pub places: Box<[Place]>,
    /// Indices of the article's dates that say when it was, sorted, distinct.
    pub dates: Box<[u32]>,
    pub status: Status,
    pub ordinal: Option<u8>,
    /// The name of the standing agreement that it describes without naming it (see [`standing`]).
    pub standing: Option<Box<str>>,
    /// What it is filed under: sorted, distinct, at least one. Two records that can be one thing share a
    /// key.
    pub keys: Box<[Key]>,
}

/// The claims of an article whose names and dates are known; all spans are offsets of the page's text.
/// `published` is the day that the article itself says.
pub fn recognize(page: &Page<'_>, names: &Names, dates: &[DateExpr], published: Option<Date>) -> Claims {
    let actors = Actors::new(page, names, dates);
    let mut statements = agreements::find(&actors);
    statements.extend(events::find(&actors, &statements));
    statements.sort_by_key(|statement| (statement.span, statement.kind));
    for statement in &mut statements {
        statement.words = plain(statement.span.of_text(page.text)).into();
    }
    let told = records::build(&actors, statements, published);
    Claims {
        quotations: quotations::find(&actors),
        counts: counts::find(&actors),
        tellings: tellings::find(&actors),
        ..told
    }
}
