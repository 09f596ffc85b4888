//! How an expression is computed: a rule and its distance from an anchor.
//!
//! A [`Rule`] holds everything that the words say and nothing that another article, a file name or a
//! publication date would say; [`super::resolve()`] turns it into a value without the text.

use serde::{Deserialize, Serialize};

/// What an expression means.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Rule {
    /// A stretch of the calendar, or a time of one of its days.
    Place { place: Place, time: Option<Time> },
    /// A duration: `nine months`, `the past two years`.
    Length(Length),
    /// Something that comes again: `daily`, `every Thursday`, `$5 a share a year`.
    Every(Every),
    /// `now`, `recently`, `in the future`.
    Vague(Reference),
}

impl Rule {
    /// A stretch of the calendar without a time of day.
    pub fn place(place: Place) -> Self {
        Rule::Place { place, time: None }
    }

    /// A number of units; `None` stands for an unknown number.
    pub fn length(amount: Option<Amount>, unit: Unit) -> Self {
        Rule::Length(Length { amount, unit })
    }
}

/// A stretch of the calendar: days, weeks, months, years.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Place {
    /// `Feb. 18, 2020`; without a month (`on the 17th`) it is the anchor's.
    Day {
        year: YearRule,
        month: Option<u8>,
        day: u8,
        weekday: Option<u8>,
    },
    /// `3/4/2019`: which of the two is the month is decided when the other dates are known.
    Numeric {
        first: u8,
        second: u8,
        year: i16,
    },
    /// A weekday, 1 (Monday) to 7.
    Weekday {
        weekday: u8,
        pick: Pick,
    },
    /// A whole number of units from an anchor: `yesterday`, `last week`, `two months ago`, `that year`.
    Offset {
        unit: Unit,
        by: i16,
        from: From,
    },
    /// `February 2020`, `last April`.
    Month {
        year: YearRule,
        month: u8,
    },
    /// As astronomers count: 0 is 1 BC, -43 is 44 BC.
    Year(i16),
    /// The first three digits: 198 for the 1980s.
    Decade(i16),
    /// The same before Christ: 47 for the 470s BC.
    DecadeBc(i16),
    /// The first two digits: 19 for the twentieth century.
    Century(i16),
    /// The same before Christ: 4 for the fifth century BC.
    CenturyBc(i16),
    /// 1 to 4; 0 where the words name the year alone (`the 1988 quarter`).
    Quarter {
        year: YearRule,
        number: u8,
    },
    /// 1 or 2.
    Half {
        year: YearRule,
        number: u8,
    },
    /// The quarter last named, that many years away: `the quarter` (0), `a year earlier` (-1). Without
    /// a named quarter it is the grain's own: the last quarter ended, or the year itself.
    NamedQuarter {
        years: i8,
        grain: Unit,
    },
    Season {
        year: YearRule,
        season: Season,
    },
    /// Index into the table of holidays.
    Holiday {
        year: YearRule,
        holiday: u8,
    },
    /// `Easter week`, `Labor Day weekend`: the unit is a week or a weekend.
    HolidayRound {
        year: YearRule,
        holiday: u8,
        unit: Unit,
    },
    /// `the week of March 6`.
    WeekOf {
        year: YearRule,
        month: u8,
        day: u8,
    },
}

impl Place {
    /// Whether it is one day, by its date, its weekday or its distance from today.
    pub const fn is_day(self) -> bool {
        matches!(
            self,
            Place::Day { .. }
                | Place::Numeric { .. }
                | Place::Weekday { .. }
                | Place::Holiday { .. }
                | Place::Offset { unit: Unit::Day, .. }
        )
    }
}

/// Which number of `3/4/2019` is the day.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum DayMonthOrder {
    DayFirst,
    MonthFirst,
}

/// How many numeric dates show their order: one of the two numbers can be no month.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct OrderCounts {
    pub day_first: u64,
    pub month_first: u64,
}

impl OrderCounts {
    /// The order that more of them show; `None` for as many of either.
    pub fn order(self) -> Option<DayMonthOrder> {
        match self.day_first.cmp(&self.month_first) {
            std::cmp::Ordering::Greater => Some(DayMonthOrder::DayFirst),
            std::cmp::Ordering::Less => Some(DayMonthOrder::MonthFirst),
            std::cmp::Ordering::Equal => None,
        }
    }
}

/// How the year is said.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum YearRule {
    /// As astronomers count: 0 is 1 BC.
    Written(i16),
    /// Counted from the anchor's year: `last year` is -1.
    Offset(i8),
    /// `last April`, `next March`, `this summer`: the nearest one on that side.
    Pick(Pick),
    /// Nothing said: the nearest that the sentence's tense allows.
    Unsaid,
    /// Counted from the year last named: `March 3 to 10`, `that year` 0, `the following year` 1.
    Named(i8),
}

/// On which side of the anchor.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Pick {
    /// The nearest that the sentence's tense allows.
    Nearest,
    Last,
    This,
    Next,
    /// The one before the last named day: `the previous Friday`.
    Previous,
    /// The one after the last named day: `the following Monday`.
    Following,
}

/// What an offset is counted from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum From {
    /// The publication date, whatever has been named.
    Published,
    /// The date last named, else the publication date: `the next day`, `later that year`.
    Named,
    /// `the end of the month`, `the year`: the publication date; in a history the date last named.
    Bare,
    /// The day named just before (`on Monday, a day after he spoke`), never the publication date.
    Event,
    /// Something whose day is not known.
    Nothing,
    /// The day last named where it lies within a week of publication (in a history: wherever it lies),
    /// else the publication date: a clock time without a day.
    Recent,
}

/// The tense of the nearest verb.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Lean {
    /// No verb near, or one of reporting.
    #[default]
    None,
    /// `will`, `scheduled to`, `due`, `until`: what is spoken of lies ahead.
    Ahead,
    /// `would`, `planned to`, `expects`: it may lie ahead.
    Hope,
    /// A finite past verb other than one of reporting.
    Past,
    /// `said`, `announced`: the day is the one of saying so.
    Said,
}

/// A time of day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum Time {
    Part(DayPart),
    /// `hour` is 0 to 24; `hundredths` are those of a second.
    Clock {
        hour: u8,
        minute: u8,
        second: Option<u8>,
        hundredths: Option<u8>,
    },
}

/// A part of the day, in TIMEX3's letters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum DayPart {
    Morning,
    Midday,
    Afternoon,
    Evening,
    Night,
    Daytime,
}

impl DayPart {
    /// In the order of the day.
    pub const ALL: [DayPart; 6] = [
        DayPart::Morning,
        DayPart::Midday,
        DayPart::Afternoon,
        DayPart::Evening,
        DayPart::Night,
        DayPart::Daytime,
    ];

    /// TIMEX3's two letters: `MO`, `MI`, `AF`, `EV`, `NI`, `DT`.
    pub const fn letters(self) -> &'static str {
        match self {
            DayPart::Morning => "MO",
            DayPart::Midday => "MI",
            DayPart::Afternoon => "AF",
            DayPart::Evening => "EV",
            DayPart::Night => "NI",
            DayPart::Daytime => "DT",
        }
    }
}

/// A season of the year, in TIMEX3's letters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl Season {
    /// In the order of the year.
    pub const ALL: [Season; 4] = [Season::Spring, Season::Summer, Season::Autumn, Season::Winter];

    /// TIMEX3's two letters: `SP`, `SU`, `FA`, `WI`.
    pub const fn letters(self) -> &'static str {
        match self {
            Season::Spring => "SP",
            Season::Summer => "SU",
            Season::Autumn => "FA",
            Season::Winter => "WI",
        }
    }

    /// The month in the middle of the season, north of the equator.
    pub const fn middle_month(self) -> i8 {
        match self {
            Season::Spring => 4,
            Season::Summer => 7,
            Season::Autumn => 10,
            Season::Winter => 1,
        }
    }
}

/// A unit of time.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Night,
    Week,
    Weekend,
    Fortnight,
    Month,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
    Millennium,
}

impl Unit {
    /// Whether it is counted within a day.
    pub const fn is_clock(self) -> bool {
        matches!(self, Unit::Second | Unit::Minute | Unit::Hour)
    }
}

/// A number with two decimals, as `2 1/2` needs them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Amount {
    pub whole: u32,
    /// 0 to 99.
    pub hundredths: u8,
}

impl Amount {
    pub const fn whole(whole: u32) -> Self {
        Amount { whole, hundredths: 0 }
    }
}

/// A number of units; `None` stands for an unknown number.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Length {
    pub amount: Option<Amount>,
    pub unit: Unit,
}

/// What comes again.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Every {
    /// Once in so long: `daily`, `every two weeks`.
    Length(Length),
    /// `every Thursday`, `Tuesday nights`.
    Weekday {
        weekday: u8,
        part: Option<DayPart>,
    },
    /// `each July`.
    Month(u8),
    /// `every morning`.
    Part(DayPart),
    Season(Season),
    Weekend,
}

/// TIMEX3's vague references.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum Reference {
    Past,
    Present,
    Future,
}

/// TIMEX3's modifiers: they never change the value.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum Modifier {
    Start,
    Mid,
    End,
    Approx,
    LessThan,
    MoreThan,
    EqualOrLess,
    EqualOrMore,
}

impl Modifier {
    /// The attribute as TIMEX3 writes it.
    pub const fn name(self) -> &'static str {
        match self {
            Modifier::Start => "START",
            Modifier::Mid => "MID",
            Modifier::End => "END",
            Modifier::Approx => "APPROX",
            Modifier::LessThan => "LESS_THAN",
            Modifier::MoreThan => "MORE_THAN",
            Modifier::EqualOrLess => "EQUAL_OR_LESS",
            Modifier::EqualOrMore => "EQUAL_OR_MORE",
        }
    }
}
