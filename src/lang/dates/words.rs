//! What single words mean in time expressions: the table `words.tsv`, read once.
//!
//! Knows no grammar: a word may have several senses, and the families decide which one is meant.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::lang::dates::opening::Opening;
use crate::lang::dates::rule::{DayPart, Modifier, Reference, Season, Unit};

/// One sense of a word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sense {
    Month {
        month: u8,
        short: bool,
    },
    Weekday {
        weekday: u8,
        form: WeekdayForm,
    },
    Unit {
        unit: Unit,
        plural: bool,
    },
    Part {
        part: DayPart,
        plural: bool,
    },
    /// `dawn`, `dusk`: the part of the day that it is reckoned to.
    Twilight(DayPart),
    /// `noon`, `midnight`: the hour of the clock.
    Noon(u8),
    Season {
        season: Season,
        plural: bool,
    },
    /// `today` and its like: days from the day of writing.
    Day(i8),
    Tonight,
    Article,
    /// One to nineteen, and zero.
    Number(u8),
    /// Twenty to ninety.
    Tens(u8),
    /// Hundred, thousand, dozen.
    Scale(u16),
    Ordinal(u8),
    /// `the nineties`.
    Decade(u8),
    Vague(Vagueness),
    Shift(Shift),
    /// `early`, `late`, `mid`; `sometime` has no modifier.
    Edge(Option<Modifier>),
    /// `the end of`.
    EdgeNoun(Modifier),
    About(Modifier),
    Direction(Direction),
    Reference(Reference),
    /// `future`: a reference with `the`, else an adjective.
    Future,
    Every(Unit),
    /// `each`, `every`, `per`.
    Each,
    Fiscal,
    /// `Q3`.
    Lettered,
    /// A word that only opens an expression: `at` least, `right` now, `these` days.
    Opener,
    /// A word that only ends an expression: `5 p.m.`, `44 BC`.
    Closer,
    /// The first word of a holiday's name.
    Holiday,
    Cue(Cue),
    Context(Context),
}

/// The company that a word keeps, where it decides what a number is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Context {
    /// A number counts it: `2010 people`, `four flights a week`.
    Thing,
    /// A number behind it is no year: `flight 1549`, `about 2000`.
    Serial,
    /// It may stand between a number or a shift and its unit: `two full years`, `the fiscal year`.
    Kind,
    /// Four digits behind it are a year.
    OfTime,
    /// It may follow a bare day of a month: `April 24 and 25 will`.
    FollowsDay,
}

impl Sense {
    fn names(self) -> bool {
        !matches!(
            self,
            Sense::Article
                | Sense::Number(_)
                | Sense::Scale(_)
                | Sense::Ordinal(_)
                | Sense::Vague(_)
                | Sense::Shift(_)
                | Sense::Edge(_)
                | Sense::EdgeNoun(_)
                | Sense::About(_)
                | Sense::Direction(_)
                | Sense::Each
                | Sense::Opener
                | Sense::Cue(_)
                | Sense::Context(_)
        )
    }
}

/// How a weekday is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WeekdayForm {
    Full,
    Plural,
    Short,
}

/// How an unknown number is said.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Vagueness {
    /// `several`, `a few`, `some`.
    Some,
    /// `a couple of`.
    Two,
    /// `recent`.
    Recent,
}

/// Which of several stretches: `last week`, `the coming year`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shift {
    Last,
    Past,
    This,
    Next,
    Coming,
    Previous,
    Following,
    Same,
    That,
    Current,
    Latest,
}

/// Where an offset goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Direction {
    /// Back from the day of writing.
    Ago,
    /// `two years back`: the same, but only behind a number.
    Back,
    /// Back from what was named.
    Earlier,
    /// On from what was named.
    Later,
    /// On from the day of writing.
    Ahead,
}

/// What a verb near by says of the time that is spoken of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cue {
    Ahead,
    Hope,
    Past,
    Said,
    /// `set to`, `plans to`: [`Cue::Ahead`] where `to` or `for` follows.
    AheadTo,
    /// `planned to`: [`Cue::Hope`] where `to` follows.
    HopeTo,
    /// `until` governs only what stands right behind it.
    Until,
    /// `has met`, `has in mind`: [`Cue::Past`] where a participle follows, else the present.
    Has,
    /// `is`, `wants`: neither past nor ahead, unless `is due`, `are expected`, `wants to reach`.
    Present,
}

/// The senses of one word.
#[derive(Debug, Default)]
pub struct Word {
    senses: Vec<Sense>,
    opening: Opening,
    names: bool,
    cue: Option<Cue>,
}

impl Word {
    pub fn senses(&self) -> &[Sense] {
        &self.senses
    }

    /// With what kinds of expressions the word can begin.
    pub fn opening(&self) -> Opening {
        self.opening
    }

    /// Whether a time expression can begin with the word.
    pub fn starts(&self) -> bool {
        self.opening != Opening::default()
    }

    /// Whether the word names a stretch of time by itself; words that only start an expression (`the`,
    /// `last`, `three`) need one of these behind them.
    pub fn names(&self) -> bool {
        self.names
    }

    /// What the word says of the tense.
    pub fn cue(&self) -> Option<Cue> {
        self.cue
    }
}

/// A word that means nothing here.
pub static NO_WORD: Word = Word { senses: Vec::new(), opening: Opening::NONE, names: false, cue: None };

/// The senses of a word of at most 16 ASCII letters, by its [`key`].
pub fn word(key: u128) -> &'static Word {
    WORDS.get(&key).unwrap_or(&NO_WORD)
}

/// The key of a word: its letters in lower case, packed. `None` for longer ones and for letters
/// outside ASCII: no word of the table has them.
pub fn key(letters: &[u8]) -> Option<u128> {
    if letters.len() > 16 {
        return None;
    }
    Some(letters.iter().fold(0, |key, letter| key << 8 | u128::from(letter | 0x20)))
}

const TABLE: &str = include_str!("words.tsv");

static WORDS: LazyLock<FxHashMap<u128, Word>> = LazyLock::new(|| {
    let mut words: FxHashMap<u128, Word> = FxHashMap::default();
    for (name, sense) in rows().flatten() {
        if let Some(key) = key(name.as_bytes()) {
            let word = words.entry(key).or_default();
            if let Sense::Cue(cue) = sense {
                word.cue = Some(cue);
            }
            word.opening = word.opening.or(Opening::of_sense(sense));
            word.names |= sense.names();
            word.senses.push(sense);
        }
    }
    words
});

/// The rows of the table; `None` for one that says nothing (a test holds that there is none).
pub(super) fn rows() -> impl Iterator<Item = Option<(&'static str, Sense)>> {
    TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| {
        let mut cells = line.split('\t');
        let (name, kind, value) = (cells.next()?, cells.next()?, cells.next()?);
        Some((name, sense(kind, value)?))
    })
}

fn sense(kind: &str, value: &str) -> Option<Sense> {
    let small = || value.parse::<u8>().ok();
    Some(match kind {
        "month" => Sense::Month { month: small()?, short: false },
        "month-short" => Sense::Month { month: small()?, short: true },
        "weekday" => Sense::Weekday { weekday: small()?, form: WeekdayForm::Full },
        "weekdays" => Sense::Weekday { weekday: small()?, form: WeekdayForm::Plural },
        "weekday-short" => Sense::Weekday { weekday: small()?, form: WeekdayForm::Short },
        "unit" => Sense::Unit { unit: unit(value)?, plural: false },
        "units" => Sense::Unit { unit: unit(value)?, plural: true },
        "part" => Sense::Part { part: part(value)?, plural: false },
        "parts" => Sense::Part { part: part(value)?, plural: true },
        "twilight" => Sense::Twilight(part(value)?),
        "noon" => Sense::Noon(small()?),
        "season" => Sense::Season { season: season(value)?, plural: false },
        "seasons" => Sense::Season { season: season(value)?, plural: true },
        "day" => Sense::Day(value.parse().ok()?),
        "tonight" => Sense::Tonight,
        "article" => Sense::Article,
        "number" => Sense::Number(small()?),
        "tens" => Sense::Tens(small()?),
        "scale" => Sense::Scale(value.parse().ok()?),
        "ordinal" => Sense::Ordinal(small()?),
        "decade" => Sense::Decade(small()?),
        "vague" => Sense::Vague(match value {
            "some" => Vagueness::Some,
            "two" => Vagueness::Two,
            "recent" => Vagueness::Recent,
            _ => return None,
        }),
        "shift" => Sense::Shift(shift(value)?),
        "edge" => Sense::Edge(modifier(value)),
        "edge-noun" => Sense::EdgeNoun(modifier(value)?),
        "about" => Sense::About(modifier(value)?),
        "direction" => Sense::Direction(match value {
            "ago" => Direction::Ago,
            "back" => Direction::Back,
            "earlier" => Direction::Earlier,
            "later" => Direction::Later,
            "ahead" => Direction::Ahead,
            _ => return None,
        }),
        "reference" => Sense::Reference(match value {
            "PAST_REF" => Reference::Past,
            "PRESENT_REF" => Reference::Present,
            "FUTURE_REF" => Reference::Future,
            _ => return None,
        }),
        "future" => Sense::Future,
        "every" => Sense::Every(unit(value)?),
        "each" => Sense::Each,
        "fiscal" => Sense::Fiscal,
        "lettered" => Sense::Lettered,
        "opener" => Sense::Opener,
        "closer" => Sense::Closer,
        "holiday" => Sense::Holiday,
        "context" => Sense::Context(match value {
            "thing" => Context::Thing,
            "serial" => Context::Serial,
            "kind" => Context::Kind,
            "of-time" => Context::OfTime,
            "follows-day" => Context::FollowsDay,
            _ => return None,
        }),
        "cue" => Sense::Cue(match value {
            "has" => Cue::Has,
            "present" => Cue::Present,
            "ahead" => Cue::Ahead,
            "hope" => Cue::Hope,
            "past" => Cue::Past,
            "said" => Cue::Said,
            "ahead-to" => Cue::AheadTo,
            "hope-to" => Cue::HopeTo,
            "until" => Cue::Until,
            _ => return None,
        }),
        _ => return None,
    })
}

fn unit(value: &str) -> Option<Unit> {
    Some(match value {
        "second" => Unit::Second,
        "minute" => Unit::Minute,
        "hour" => Unit::Hour,
        "day" => Unit::Day,
        "night" => Unit::Night,
        "week" => Unit::Week,
        "weekend" => Unit::Weekend,
        "fortnight" => Unit::Fortnight,
        "month" => Unit::Month,
        "quarter" => Unit::Quarter,
        "half" => Unit::Half,
        "year" => Unit::Year,
        "decade" => Unit::Decade,
        "century" => Unit::Century,
        "millennium" => Unit::Millennium,
        _ => return None,
    })
}

fn part(value: &str) -> Option<DayPart> {
    DayPart::ALL.into_iter().find(|part| part.letters() == value)
}

fn season(value: &str) -> Option<Season> {
    Season::ALL.into_iter().find(|season| season.letters() == value)
}

fn shift(value: &str) -> Option<Shift> {
    Some(match value {
        "last" => Shift::Last,
        "past" => Shift::Past,
        "this" => Shift::This,
        "next" => Shift::Next,
        "coming" => Shift::Coming,
        "previous" => Shift::Previous,
        "following" => Shift::Following,
        "same" => Shift::Same,
        "that" => Shift::That,
        "current" => Shift::Current,
        "latest" => Shift::Latest,
        _ => return None,
    })
}

fn modifier(value: &str) -> Option<Modifier> {
    Some(match value {
        "START" => Modifier::Start,
        "MID" => Modifier::Mid,
        "END" => Modifier::End,
        "APPROX" => Modifier::Approx,
        "LESS_THAN" => Modifier::LessThan,
        "MORE_THAN" => Modifier::MoreThan,
        "EQUAL_OR_LESS" => Modifier::EqualOrLess,
        "EQUAL_OR_MORE" => Modifier::EqualOrMore,
        _ => return None,
    })
}
