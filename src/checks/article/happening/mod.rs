//! Happenings: what a text says to have taken place, and on which day, by verb (`the ferry capsized on July
//! 8`) or noun (`Wednesday's fire`, `since the Jan. 19 filing`).
//!
//! Wider than the statements of `lang/claims`, which other articles are compared with: nobody needs to take
//! part, and a day belongs to a happening by its [clause](clauses) alone. What it is, is a [class](classes)
//! of words that tell of the same thing. Nothing here finds fault.

pub mod classes;
pub mod clauses;
pub mod order;
pub mod same;
pub mod stated;
pub mod words;

use std::cell::OnceCell;
use std::ops::Range;

use jiff::civil::Date;

use crate::base::kind::EntityKind;
use crate::base::span::Span;
use crate::checks::article::prose::calendar::with_weekday;
use crate::checks::article::prose::{ItemKind, Passage, Prose};
use crate::checks::{Related, Subject};
use crate::lang::dates::DayInterval;
use crate::lang::dates::rule::{From, Pick, Place, Unit, YearRule};
use crate::source::ZoneKind;
use classes::Class;
use clauses::Clauses;

/// One mention of something that took place.
#[derive(Clone, Debug)]
pub struct Happening<'a> {
    pub passage: Passage<'a>,
    /// The number of its sentence in the story.
    pub sentence: usize,
    pub class: Class,
    /// The items of the word that says it.
    pub at: Range<usize>,
    pub form: Form,
    /// The items of its noun phrase, or of its clause.
    pub scope: Range<usize>,
    /// The item of the day that it has.
    pub date: Option<usize>,
    /// Spoken of as known: `the fire`, `since the contract was signed`.
    pub is_known: bool,
    /// A word says that it is one of several: `another`, `the second`, `earlier`; or it is in the plural.
    pub is_one_of_several: bool,
    /// It took place: not planned, denied or supposed.
    pub is_told: bool,
}

/// How a happening is told.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    Noun,
    /// It did something itself: `the ferry sank`, `police arrested him`.
    Active,
    /// It was done to its subject: `was arrested`.
    Passive,
}

/// Whom a happening befell or who did it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Who {
    /// Index into the article's chains.
    Named(u32),
    /// `he`, `her`: somebody named before.
    Pronoun,
    /// The words do not say.
    Unsaid,
}

/// The happenings of one article, made when first asked for.
#[derive(Default)]
pub struct Happenings<'a>(OnceCell<Vec<Happening<'a>>>);

impl<'a> Happenings<'a> {
    /// Every happening of a story, in the order of the text.
    pub fn of(&self, subject: &Subject<'a>) -> &[Happening<'a>] {
        self.0.get_or_init(|| find(subject))
    }
}

impl std::fmt::Debug for Happenings<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Happenings({})", self.0.get().map_or(0, Vec::len))
    }
}

fn find<'a>(subject: &Subject<'a>) -> Vec<Happening<'a>> {
    let mut found = Vec::new();
    for (sentence, passage) in Prose::story(subject).enumerate() {
        let clauses = Clauses::of(&passage);
        let mut at = 0;
        while at < passage.count() {
            let happening = happening(&passage, &clauses, sentence, at);
            at = happening.as_ref().map_or(at, |happening| happening.at.end - 1) + 1;
            found.extend(happening);
        }
    }
    found
}

fn happening<'a>(
    passage: &Passage<'a>,
    clauses: &Clauses,
    sentence: usize,
    at: usize,
) -> Option<Happening<'a>> {
    let item = passage.item(at)?;
    // A quotation is somebody's own words; a name (`Blast Furnace Ltd`) tells of nothing.
    if item.is_quoted || !matches!(item.kind, ItemKind::Word) {
        return None;
    }
    noun(passage, clauses, sentence, at).or_else(|| verb(passage, clauses, sentence, at))
}

fn noun<'a>(passage: &Passage<'a>, clauses: &Clauses, sentence: usize, at: usize) -> Option<Happening<'a>> {
    let word = passage.word(at).to_lowercase();
    let (class, is_plural) = classes::noun(&word)?;
    let phrase = clauses::phrase(passage, at)?;
    // `the fire brigade`, `a crash course`: the noun only describes another.
    if clauses::is_described(passage, at) {
        return None;
    }
    let date = clauses.day_of_noun(passage, &class, phrase.start, at);
    // `the contract was signed on Tuesday` tells of the signing.
    let signed = class.name == "agreement"
        && clauses.carrier(passage, at, &class).is_some_and(|verb| passage.is_any(verb, words::SIGNED));
    let class = if signed { classes::named("signing").unwrap_or(class) } else { class };
    let dated_before = date.is_some_and(|date| date < at);
    let first = passage.word(phrase.start).to_lowercase();
    let possessive =
        (phrase.start..at).any(|at| passage.item(at).map(|item| item.kind) == Some(ItemKind::Possessive));
    let is_known = matches!(&*first, "the" | "this" | "that" | "his" | "her" | "its" | "their") || possessive;
    let numbered = (phrase.start..at).any(|at| passage.ordinal(at).is_some_and(|number| number > 1));
    let is_vote = matches!(&*class.name, "vote" | "game");
    let counted = passage.number(phrase.start).is_some() && !is_vote;
    let apart = passage.has_any(phrase.clone(), APART) || passage.is_any(phrase.end, &["series"]);
    // `their next three matches` tells nothing of the one that was played.
    let apart = apart && !(is_plural && class.name == "game");
    let is_plural = is_plural && !is_vote;
    Some(Happening {
        passage: *passage,
        sentence,
        at: at..at + 1,
        form: Form::Noun,
        scope: phrase,
        date,
        is_known: is_known || dated_before,
        is_one_of_several: is_plural || numbered || apart || counted && !dated_before,
        is_told: !clauses.is_open_noun(passage, &class, at),
        class,
    })
}

fn verb<'a>(passage: &Passage<'a>, clauses: &Clauses, sentence: usize, at: usize) -> Option<Happening<'a>> {
    let (class, words) = classes::verb(passage, at)?;
    // `the injured`, `two arrested men`: no verb.
    let before = passage.back(at, 1);
    if before.is_some_and(|item| item.is_any(&["the", "a", "an", "newly", "his", "her", "their", "its"])) {
        return None;
    }
    let scope = clauses.around(at);
    let passive = clauses::is_passive(passage, scope.start, at);
    let apart = passage.has_any(scope.start.max(at.saturating_sub(4))..scope.end.min(at + 6), APART_VERB);
    Some(Happening {
        passage: *passage,
        sentence,
        class,
        at: at..at + words,
        form: if passive { Form::Passive } else { Form::Active },
        date: clauses.day_of_verb(passage, at),
        is_known: clauses.is_background(passage, at),
        is_one_of_several: apart,
        is_told: !clauses.is_open_verb(passage, at),
        scope,
    })
}

/// Words of a noun phrase that tell one happening from another.
const APART: &[&str] = &[
    "another",
    "second",
    "third",
    "earlier",
    "previous",
    "prior",
    "last",
    "later",
    "next",
    "other",
    "separate",
    "first",
    "new",
    "fresh",
    "similar",
    "latest",
    "subsequent",
    "follow-up",
    "repeat",
    "both",
    "each",
    "every",
    "any",
    "no",
    "final",
    "initial",
    "original",
    "preliminary",
    "annual",
    "weekly",
    "monthly",
    "regular",
    "recent",
    "deadliest",
    "worst",
    "renewed",
    "further",
    "smaller",
    "larger",
    "bigger",
    "two",
    "three",
    "four",
    "several",
    "many",
    "upcoming",
    "planned",
    "possible",
    "alleged",
    "attempted",
    "failed",
    "botched",
    "old",
    "future",
];

/// The same in the clause of a verb.
const APART_VERB: &[&str] = &[
    "again",
    "another",
    "previously",
    "earlier",
    "twice",
    "second",
    "third",
    "also",
    "other",
    "others",
    "first",
    "originally",
    "initially",
    "once",
    "each",
    "every",
    "separate",
    "separately",
    "more",
    "similar",
    "repeatedly",
    "regularly",
    "usually",
    "often",
];

impl<'a> Happening<'a> {
    /// The days that its day may be, in the calendar.
    pub fn days(&self) -> Option<DayInterval> {
        days_of(&self.passage, self.date?)
    }

    /// The one day that it has, by its date or its weekday.
    pub fn day(&self) -> Option<Date> {
        let date = self.date?;
        let is_exact =
            self.passage.date(date)?.modifier.is_none_or(|_| is_part_of_day(self.passage.word(date)));
        let is_day = matches!(
            self.passage.place(date)?,
            Place::Day { month: Some(_), .. }
                | Place::Numeric { .. }
                | Place::Weekday { .. }
                | Place::Offset { unit: Unit::Day, by: -1..=0, from: From::Published }
        );
        let days = self.days().filter(|_| is_exact && is_day)?;
        (days.first == days.last).then_some(days.first)
    }

    /// Whether its day is one of the calendar, and not of a year or week that nothing tells.
    pub fn is_anchored(&self) -> bool {
        self.date.is_some_and(|date| self.passage.days(date).is_some())
    }

    /// Its day for a reader.
    pub fn shown_day(&self) -> String {
        match (self.day(), self.date) {
            (Some(day), _) if self.is_anchored() => with_weekday(day),
            (_, Some(date)) => self.passage.word(date).to_owned(),
            _ => String::new(),
        }
    }

    /// Its day is told by a weekday alone.
    pub fn is_weekday(&self) -> bool {
        self.date
            .and_then(|date| self.passage.place(date))
            .is_some_and(|place| matches!(place, Place::Weekday { .. }))
    }

    /// At an hour when other clocks may show another day: `late Tuesday`, `overnight`.
    pub fn is_near_midnight(&self) -> bool {
        let here = |at: usize| {
            let words = self.passage.word(at).to_lowercase();
            words.split([' ', '-']).any(|word| NIGHT.contains(&word))
        };
        (self.scope.start..self.scope.end.max(self.date.map_or(0, |date| date + 3))).any(here)
    }

    pub fn span(&self) -> Span {
        self.passage.span(self.items())
    }

    pub fn words(&self) -> String {
        self.passage.words(self.items())
    }

    /// Its word and its day, with what stands between them.
    pub fn items(&self) -> Range<usize> {
        let start = if self.form == Form::Noun { self.scope.start } else { self.at.start };
        match self.date {
            Some(date) if date < start => date..self.at.end,
            Some(date) => start..self.at.end.max(date + 1),
            None => start..self.at.end,
        }
    }

    /// As another passage that a finding is about.
    pub fn related(&self) -> Related {
        let message = match self.date {
            Some(date) => format!("“{}”: {}", self.words(), self.passage.why(date)),
            None => format!("“{}”", self.words()),
        };
        Related { doc: self.passage.subject.article.doc, span: self.span(), message }
    }

    pub fn is_headline(&self) -> bool {
        self.passage.sentence.zone == ZoneKind::Headline
    }

    /// The chains that its own words name: of a noun those in its phrase and right behind it, of a verb
    /// those of its clause.
    pub fn names(&self) -> Vec<(u32, EntityKind)> {
        let facts = self.passage.subject.facts;
        let items = self.scope.start..if self.form == Form::Noun { self.behind() } else { self.scope.end };
        items
            .filter_map(|at| match self.passage.item(at)?.kind {
                ItemKind::Name(index) => facts.mentions.get(index),
                _ => None,
            })
            .filter_map(|mention| Some((mention.chain, facts.kind(mention)?)))
            .collect()
    }

    /// Where the places right behind a noun end: `the fire at the Sabine refinery in Texas`.
    fn behind(&self) -> usize {
        let passage = &self.passage;
        let mut end = self.scope.end;
        while passage.is_any(end, &["in", "at", "near", "of", "on", "outside", "between", "with", "against"])
        {
            let name = (end + 1..end + 4).find(|at| passage.name(*at).is_some());
            let Some(name) = name else { break };
            end = name + 1;
        }
        end
    }

    /// The person whom it befell: the subject of a passive, the object of an active verb, whose it is.
    pub fn befell(&self) -> Who {
        let passage = &self.passage;
        match self.form {
            Form::Passive => self.subject(),
            Form::Active if self.class.has_object => {
                who(passage, self.at.end..(self.at.end + 6).min(self.scope.end))
            }
            Form::Active => self.subject(),
            Form::Noun => {
                let of = passage.is(self.at.end, "of");
                let own = who(passage, self.scope.start..self.at.start);
                let reach = (self.at.end + 7).min(passage.count());
                if own == Who::Unsaid && of { who(passage, self.at.end..reach) } else { own }
            }
        }
    }

    /// The nearest person before the verb in its clause; a clause without a subject has the one before it.
    fn subject(&self) -> Who {
        let passage = &self.passage;
        // `since taking office`: the subject is that of the clause round it.
        if self.is_known && passage.word(self.at.start).ends_with("ing") {
            return Who::Pronoun;
        }
        let mut before = (self.scope.start..self.at.start).rev();
        before.find_map(|at| known(passage, at)).unwrap_or(Who::Unsaid)
    }
}

/// The days of an item; where the text tells no year and no week, those of one that stands for it: days of the
/// same unknown year can be compared.
pub fn days_of(passage: &Passage<'_>, at: usize) -> Option<DayInterval> {
    const YEAR: i16 = 2000;
    if let Some(days) = passage.days(at) {
        return Some(days);
    }
    let number = |number: u8| i8::try_from(number).ok();
    let (first, last) = match passage.place(at)? {
        Place::Day { year: YearRule::Unsaid, month: Some(month), day, .. } => {
            let day = Date::new(YEAR, number(month)?, number(day)?).ok()?;
            (day, day)
        }
        // The third of January 2000 was a Monday.
        Place::Weekday { weekday, pick: Pick::Nearest } => {
            let day = Date::new(YEAR, 1, 2 + number(weekday)?).ok()?;
            (day, day)
        }
        Place::Month { year: YearRule::Unsaid, month } => {
            let first = Date::new(YEAR, number(month)?, 1).ok()?;
            (first, first.last_of_month())
        }
        _ => return None,
    };
    Some(DayInterval { first, last })
}

/// The first person of a stretch.
fn who(passage: &Passage<'_>, items: Range<usize>) -> Who {
    items.into_iter().find_map(|at| known(passage, at)).unwrap_or(Who::Unsaid)
}

fn known(passage: &Passage<'_>, at: usize) -> Option<Who> {
    let item = passage.item(at)?;
    if item.is_any(&["he", "she", "him", "her", "his", "who", "whom", "they", "them", "their"]) {
        return Some(Who::Pronoun);
    }
    let ItemKind::Name(index) = item.kind else { return None };
    let mention = passage.subject.facts.mentions.get(index)?;
    (passage.name(at) == Some(EntityKind::Person)).then_some(Who::Named(mention.chain))
}

/// `early Tuesday`, `late on Friday`: a part of the day, and no hedge.
fn is_part_of_day(words: &str) -> bool {
    let words = words.to_lowercase();
    !words.split([' ', '-']).any(|word| matches!(word, "about" | "around" | "circa" | "approximately"))
        && !words.contains("month")
        && !words.contains("week ")
}

const NIGHT: &[&str] = &[
    "night",
    "overnight",
    "midnight",
    "late",
    "evening",
    "dawn",
    "early",
    "gmt",
    "utc",
    "pre-dawn",
    "predawn",
    "nightfall",
    "local",
    "hours",
    "tonight",
];
