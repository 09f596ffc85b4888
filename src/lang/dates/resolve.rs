//! Expressions → values, once the anchor is known, without the text.
//!
//! Anchors (dates.md §4): the publication date for most; the day, month, year last named for `the next
//! day`, `that year`; the quarter last named for `the quarter`, `a year earlier`. In a history or a
//! backgrounder, where most dates carry a year that is not the publication's, months and days without a
//! year are counted from the date last named instead (narrative mode: on histories HeidelTime's news
//! mode loses a third of its values).

mod explain;
mod history;
mod memory;
mod nearest;
mod numeric;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use crate::lang::dates::holidays;
use crate::lang::dates::rule::{
    Amount, DayMonthOrder, Every, From, Lean, Length, Modifier, Pick, Place, Reference, Rule, Season, Time,
    Unit, YearRule,
};
use crate::lang::dates::timex3::{PartOfYear, Value, Year};
use crate::lang::dates::{AnchorKind, Bearing, DateExpr, Setting, Timex, TimexKind};

pub use numeric::{numeric_orders, orders_numbers};

use explain::why;
use history::Frame;
use memory::Memory;

/// The values of one article's expressions, in the same order and number, counted from the day on
/// which it was published. Without that day, weekdays and the like stay open (`XXXX-WXX-1`).
///
/// `habit` is the order of day and month in numeric dates round the article; its own dates come first.
pub fn resolve(dates: &[DateExpr], published: Option<Date>, habit: Option<DayMonthOrder>) -> Vec<Timex> {
    let history = history::is_history(dates, published).then(|| Frame::new(dates));
    let mut resolver = Resolver {
        published,
        order: numeric_orders(dates).order().or(habit),
        memory: Memory::from_year(history.as_ref().and_then(Frame::first_year)),
        history,
        others: Vec::new(),
        setting: Setting::Story,
    };
    dates.iter().enumerate().map(|(index, date)| resolver.timex(index, date)).collect()
}

/// A value and what it was counted from.
struct Answer {
    value: Value,
    anchor: AnchorKind,
    /// The day from which it was counted.
    from: Option<Date>,
}

impl Answer {
    fn absolute(value: Value) -> Self {
        Answer { value, anchor: AnchorKind::None, from: None }
    }

    /// A year, a decade, a century that the words name.
    fn years(year: Year) -> Self {
        Answer::absolute(Value::place(year, PartOfYear::Whole))
    }
}

/// Where an expression stands, as far as its value depends on it.
#[derive(Clone, Copy)]
struct Site {
    /// Among the expressions of the article.
    index: usize,
    lean: Lean,
    bearing: Bearing,
}

struct Resolver {
    published: Option<Date>,
    /// Of an article that tells a history.
    history: Option<Frame>,
    /// Of day and month in numeric dates.
    order: Option<DayMonthOrder>,
    /// Of the part of the article that is being read.
    memory: Memory,
    /// Of the parts that will be come back to.
    others: Vec<(Setting, Memory)>,
    setting: Setting,
}

impl Resolver {
    fn timex(&mut self, index: usize, date: &DateExpr) -> Timex {
        self.turn_to(date.setting);
        let (kind, answer) = match date.rule {
            Rule::Place { place, time } => {
                let answer = self.place(place, Site { index, lean: date.lean, bearing: date.bearing });
                self.memory.note(&answer.value, place, date, self.published);
                // A time of a day that is not known says nothing of the year.
                let time = time.filter(|_| answer.value.can_be_timed());
                let kind = if time.is_some() { TimexKind::Time } else { TimexKind::Date };
                (kind, Answer { value: answer.value.at(time), ..answer })
            }
            Rule::Length(length) => {
                self.memory.note_length(length);
                (TimexKind::Duration, Answer::absolute(Value::period(length)))
            }
            Rule::Every(every) => (TimexKind::Set, Answer::absolute(every_value(every))),
            Rule::Vague(reference) => (TimexKind::Date, Answer::absolute(Value::Reference(reference))),
        };
        Timex {
            kind,
            value: answer.value.to_string(),
            modifier: date.modifier.map(Modifier::name),
            interval: answer.value.interval(),
            anchor: answer.anchor,
            why: why(&date.rule, &answer.value, answer.anchor, answer.from),
        }
    }

    /// What an aside names is no anchor for the story, nor for another aside.
    fn turn_to(&mut self, setting: Setting) {
        if setting == self.setting {
            return;
        }
        let known = self.others.iter().position(|(other, _)| *other == setting);
        let memory = known.map_or_else(Memory::default, |at| self.others.swap_remove(at).1);
        let left = std::mem::replace(&mut self.memory, memory);
        self.others.push((std::mem::replace(&mut self.setting, setting), left));
    }

    fn place(&self, place: Place, site: Site) -> Answer {
        match place {
            Place::Day { year, month: Some(month), day, .. } => self.day(year, month, day, site),
            Place::Day { month: None, day, .. } => self.day_of_month(day),
            Place::Numeric { first, second, year } => {
                let order =
                    if first == second { self.order.or(Some(DayMonthOrder::DayFirst)) } else { self.order };
                let year = Year::of(year);
                Answer::absolute(match numeric::shown(first, second).or(order) {
                    Some(DayMonthOrder::DayFirst) => written_day(year, second, first),
                    Some(DayMonthOrder::MonthFirst) => written_day(year, first, second),
                    None => Value::place(year, PartOfYear::Whole),
                })
            }
            Place::Weekday { weekday, pick } => self.weekday(weekday, pick, site),
            // In a history `today` is these times, and no day.
            Place::Offset { unit: Unit::Day, by: 0, from: From::Published }
                if self.is_history() && site.lean != Lean::Said =>
            {
                Answer::absolute(Value::Reference(Reference::Present))
            }
            Place::Offset { unit, by, from } => self.offset(unit, by, from, site),
            Place::Month { year, month } => self
                .in_year(year, month, None, site, |year| Value::place(year, PartOfYear::Month(Some(month)))),
            Place::Year(year) => Answer::years(Year::of(year)),
            Place::Decade(decade) => Answer::years(Year::Decade(decade)),
            Place::DecadeBc(decade) => Answer::years(Year::DecadeBc(decade)),
            Place::Century(century) => Answer::years(Year::Century(century)),
            Place::CenturyBc(century) => Answer::years(Year::CenturyBc(century)),
            Place::Quarter { year, number } => self.quarter(year, number, site),
            Place::Half { year, number } => {
                self.part_of_year(year, number * 6, site, PartOfYear::Half(number))
            }
            Place::NamedQuarter { years, grain } => self.named_quarter(years, grain),
            Place::Season { year, season } => self.season(year, season, site),
            Place::Holiday { year, holiday } => self.holiday(year, holiday, site),
            Place::HolidayRound { year, holiday, unit } => {
                let answer = self.holiday(year, holiday, site);
                let day = answer.value.interval().map(|days| days.first);
                let value = day.and_then(|day| holiday_round(day, unit)).unwrap_or_else(|| open_value(unit));
                Answer { value, ..answer }
            }
            Place::WeekOf { year, month, day } => {
                let answer = self.day(year, month, day, site);
                match answer.value.interval() {
                    Some(days) => Answer { value: Value::week(days.first), ..answer },
                    None => Answer { value: Value::place(Year::Open, PartOfYear::Week(None)), ..answer },
                }
            }
        }
    }

    fn day(&self, year: YearRule, month: u8, day: u8, site: Site) -> Answer {
        self.in_year(year, month, Some(day), site, |year| written_day(year, month, day))
    }

    /// `on the 17th`: of the month last named, else of the one of publication.
    fn day_of_month(&self, day: u8) -> Answer {
        match self.memory.month() {
            Some((year, month)) => Answer {
                value: written_day(Year::of(year), month, day),
                anchor: AnchorKind::Previous,
                from: Date::new(year, i8::try_from(month).unwrap_or(1), 1).ok(),
            },
            None => match self.published {
                Some(published) => Answer {
                    value: written_day(Year::of(published.year()), month_of(published), day),
                    anchor: AnchorKind::Published,
                    from: Some(published),
                },
                None => Answer::absolute(Value::place(Year::Open, PartOfYear::Day(None, Some(day)))),
            },
        }
    }

    /// A month or a day of one, in the year that the words or the anchor give.
    fn in_year(
        &self,
        year: YearRule,
        month: u8,
        day: Option<u8>,
        site: Site,
        value: impl Fn(Year) -> Value,
    ) -> Answer {
        let counted = |year: i16, anchor, from| Answer { value: value(Year::of(year)), anchor, from };
        match year {
            YearRule::Written(year) => return Answer::absolute(value(Year::of(year))),
            YearRule::Named(by) => {
                if let Some(year) = self.memory.said_year() {
                    return counted(year + i16::from(by), AnchorKind::Previous, self.memory.date());
                }
            }
            YearRule::Unsaid if self.is_history() => {
                if let Some(year) = self.year_in_history(month, site) {
                    return counted(year, AnchorKind::Previous, self.memory.date());
                }
            }
            _ => {}
        }
        let (anchor, from) = match year {
            YearRule::Pick(pick) => self.anchor_of(pick),
            _ => (AnchorKind::Published, self.published),
        };
        let Some(day_of_anchor) = from else { return Answer::absolute(value(Year::Open)) };
        let year = match year {
            YearRule::Offset(by) | YearRule::Named(by) => day_of_anchor.year() + i16::from(by),
            YearRule::Pick(pick) => nearest::picked_year(day_of_anchor, month, day, pick),
            _ => nearest::year_of(day_of_anchor, month, day, site.lean),
        };
        counted(year, anchor, from)
    }

    /// The year of a month or day without one, in a history.
    fn year_in_history(&self, month: u8, site: Site) -> Option<i16> {
        let year = self.memory.year_of(month)?;
        let frame = self.history.as_ref()?;
        Some(frame.year_of(site.index, month, year, self.memory.reached(), site.bearing))
    }

    fn is_history(&self) -> bool {
        self.history.is_some()
    }

    /// What `last`, `next`, `the following` are counted from: in a history, and for `the following`
    /// anywhere, the date last named.
    fn anchor_of(&self, pick: Pick) -> (AnchorKind, Option<Date>) {
        let named = match pick {
            Pick::Previous | Pick::Following => self.memory.date(),
            _ => self.memory.date().filter(|_| self.is_history()),
        };
        match named {
            Some(date) => (AnchorKind::Previous, Some(date)),
            None => (AnchorKind::Published, self.published),
        }
    }

    fn weekday(&self, weekday: u8, pick: Pick, site: Site) -> Answer {
        let open = || Value::place(Year::Open, PartOfYear::Weekday(None, weekday));
        let named = self.memory.day();
        let (anchor, from) = match pick {
            Pick::Previous | Pick::Following if named.is_some() => (AnchorKind::Previous, named),
            _ if self.is_history() && named.is_some() => (AnchorKind::Previous, named),
            _ => (AnchorKind::Published, self.published),
        };
        let found = from.and_then(|from| {
            let weekday = Weekday::from_monday_one_offset(i8::try_from(weekday).ok()?).ok()?;
            let pick =
                if anchor == AnchorKind::Previous && pick == Pick::Nearest { Pick::Following } else { pick };
            nearest::weekday(from, weekday, pick, site.lean)
        });
        match found {
            Some(day) => Answer { value: Value::day(day), anchor, from },
            None => Answer::absolute(open()),
        }
    }

    fn offset(&self, unit: Unit, by: i16, from: From, site: Site) -> Answer {
        let named = match from {
            From::Named if unit != Unit::Weekend => self.memory.anchor_for(unit),
            From::Published | From::Bare if self.is_history() && unit != Unit::Day => {
                self.memory.anchor_for(unit)
            }
            From::Event => self.memory.day(),
            From::Recent => self
                .memory
                .day()
                .filter(|day| self.is_history() || nearest::is_recent(*day, self.published, site.lean)),
            _ => None,
        };
        let (anchor, date) = match (named, from) {
            (Some(date), _) => (AnchorKind::Previous, Some(date)),
            (None, From::Event | From::Nothing) => (AnchorKind::None, None),
            // In a history nothing but `today` is counted from the day of writing.
            (None, From::Named | From::Bare | From::Recent) if self.is_history() => (AnchorKind::None, None),
            (None, _) => (AnchorKind::Published, self.published),
        };
        let by = match (unit, from, date) {
            (Unit::Weekend, From::Named, Some(date)) => nearest::weekend(date, site.lean),
            _ => by,
        };
        match date.and_then(|date| shifted(date, unit, by)) {
            Some(value) => Answer { value, anchor, from: date },
            None => Answer::absolute(open_value(unit)),
        }
    }

    fn quarter(&self, year: YearRule, number: u8, site: Site) -> Answer {
        if number == 0 {
            let number = self.memory.quarter().map(|(_, number)| number);
            let YearRule::Written(year) = year else { return self.named_quarter(0, Unit::Quarter) };
            let part = number.map_or(PartOfYear::Whole, |number| PartOfYear::Quarter(Some(number)));
            return Answer::absolute(Value::place(Year::of(year), part));
        }
        self.part_of_year(year, number * 3, site, PartOfYear::Quarter(Some(number)))
    }

    /// A quarter or a half whose last month is given: without a year the latest that has begun, or the
    /// coming one where the sentence looks ahead.
    fn part_of_year(&self, year: YearRule, last_month: u8, site: Site, part: PartOfYear) -> Answer {
        let answer = |year, anchor, from| Answer { value: Value::place(Year::of(year), part), anchor, from };
        if let YearRule::Written(year) = year {
            return answer(year, AnchorKind::None, None);
        }
        let narrative = self.memory.year().filter(|_| self.is_history() && year == YearRule::Unsaid);
        if let Some(year) = narrative {
            return answer(year, AnchorKind::Previous, self.memory.date());
        }
        let Some(published) = self.published else { return Answer::absolute(Value::place(Year::Open, part)) };
        let months = if matches!(part, PartOfYear::Half(_)) { 6 } else { 3 };
        let year = match year {
            YearRule::Offset(by) => published.year() + i16::from(by),
            _ => nearest::year_of_stretch(published, last_month, months, site.lean),
        };
        answer(year, AnchorKind::Published, self.published)
    }

    fn named_quarter(&self, years: i8, grain: Unit) -> Answer {
        if let Some((year, quarter)) = self.memory.quarter() {
            let years = if self.memory.is_quarter_before(self.published) { 0 } else { i16::from(years) };
            return Answer {
                value: Value::place(Year::of(year + years), PartOfYear::Quarter(Some(quarter))),
                anchor: AnchorKind::Previous,
                from: Date::new(year, i8::try_from(quarter * 3).unwrap_or(1), 1).ok(),
            };
        }
        let Some(published) = self.published else {
            return Answer::absolute(match grain {
                Unit::Quarter => Value::place(Year::Open, PartOfYear::Quarter(None)),
                _ => Value::place(Year::Open, PartOfYear::Whole),
            });
        };
        let value = match grain {
            Unit::Quarter => {
                let (year, quarter) = nearest::quarter_before(published);
                Value::place(Year::of(year + i16::from(years)), PartOfYear::Quarter(Some(quarter)))
            }
            _ => Value::place(Year::of(published.year() + i16::from(years)), PartOfYear::Whole),
        };
        Answer { value, anchor: AnchorKind::Published, from: Some(published) }
    }

    fn season(&self, year: YearRule, season: Season, site: Site) -> Answer {
        // A winter that a history tells of is named by the year in which it begins.
        let middle = match season {
            Season::Winter if self.is_history() => 12,
            _ => u8::try_from(season.middle_month()).unwrap_or(1),
        };
        let value = |year| Value::place(year, PartOfYear::Season(season));
        let YearRule::Pick(pick) = year else { return self.in_year(year, middle, None, site, value) };
        let (anchor, from) = self.anchor_of(pick);
        let year = from.map_or(Year::Open, |from| Year::of(nearest::season_year(from, season, pick)));
        Answer { value: value(year), anchor, from }
    }

    fn holiday(&self, year: YearRule, holiday: u8, site: Site) -> Answer {
        let Some(holiday) = holidays::holiday(holiday) else {
            return Answer::absolute(Value::place(Year::Open, PartOfYear::Day(None, None)));
        };
        let anchor = match year {
            YearRule::Written(year) => return Answer::absolute(holiday_value(holiday, Year::of(year))),
            YearRule::Unsaid if self.is_history() => self.memory.date().or(self.published),
            _ => self.published,
        };
        let Some(from) = anchor else { return Answer::absolute(holiday_value(holiday, Year::Open)) };
        let year = match year {
            YearRule::Offset(by) => from.year() + i16::from(by),
            YearRule::Pick(pick) => nearest::holiday_year(holiday, from, pick, site.lean),
            _ => nearest::holiday_year(holiday, from, Pick::Nearest, site.lean),
        };
        Answer { value: holiday_value(holiday, Year::of(year)), anchor: AnchorKind::Published, from: anchor }
    }
}

/// A day as it is written; where the month has no such day, the month.
fn written_day(year: Year, month: u8, day: u8) -> Value {
    let length = match (year, i8::try_from(month)) {
        (Year::Known(_) | Year::Bc(_), Ok(month)) => {
            let first = year.number().and_then(|year| Date::new(year, month, 1).ok());
            first.map_or(0, Date::days_in_month)
        }
        (_, Ok(2)) => 29,
        (_, Ok(4 | 6 | 9 | 11)) => 30,
        (_, Ok(1..=12)) => 31,
        _ => 0,
    };
    if !(1..=12).contains(&month) {
        return Value::place(year, PartOfYear::Whole);
    }
    if i8::try_from(day).is_ok_and(|day| 1 <= day && day <= length) {
        Value::place(year, PartOfYear::Day(Some(month), Some(day)))
    } else {
        Value::place(year, PartOfYear::Month(Some(month)))
    }
}

fn holiday_value(holiday: &holidays::Holiday, year: Year) -> Value {
    match year {
        Year::Known(number) => holiday.day(number).map_or(Value::place(year, PartOfYear::Whole), Value::day),
        _ => match (holiday.day(2001), holiday.day(2002)) {
            (Some(first), Some(second)) if first.day() == second.day() && first.month() == second.month() => {
                let (month, day) = (month_of(first), u8::try_from(first.day()).ok());
                Value::place(year, PartOfYear::Day(Some(month), day))
            }
            _ => Value::place(year, PartOfYear::Day(None, None)),
        },
    }
}

/// The week of a holiday; the weekend next to it: before a Monday or Tuesday, else behind.
fn holiday_round(day: Date, unit: Unit) -> Option<Value> {
    let precedes = matches!(day.weekday(), Weekday::Monday | Weekday::Tuesday);
    match unit {
        Unit::Weekend if precedes => Some(Value::weekend(day.checked_sub(2.days()).ok()?)),
        Unit::Weekend => Some(Value::weekend(day)),
        _ => Some(Value::week(day)),
    }
}

fn month_of(date: Date) -> u8 {
    u8::try_from(date.month()).unwrap_or(1)
}

/// A whole number of units from a day, in the grain of the unit.
fn shifted(date: Date, unit: Unit, by: i16) -> Option<Value> {
    let by = i32::from(by);
    let days = |days: i32| date.checked_add(days.days()).ok();
    let months = |months: i32| date.first_of_month().checked_add(months.months()).ok();
    let year = |years: i32| {
        i16::try_from(i32::from(date.year()) + years).ok().filter(|year| (-9998..=9999).contains(year))
    };
    Some(match unit {
        Unit::Day | Unit::Night | Unit::Hour | Unit::Minute | Unit::Second => Value::day(days(by)?),
        Unit::Week => Value::week(days(by.checked_mul(7)?)?),
        Unit::Fortnight => Value::week(days(by.checked_mul(14)?)?),
        Unit::Weekend => Value::weekend(days(by.checked_mul(7)?)?),
        Unit::Month => Value::month(months(by)?),
        Unit::Quarter => {
            let day = months(by.checked_mul(3)?)?;
            let quarter = (month_of(day) - 1) / 3 + 1;
            Value::place(Year::of(day.year()), PartOfYear::Quarter(Some(quarter)))
        }
        Unit::Half => Value::month(months(by.checked_mul(6)?)?),
        Unit::Year => Value::place(Year::of(year(by)?), PartOfYear::Whole),
        Unit::Decade => Value::place(decade_of(year(by.checked_mul(10)?)?), PartOfYear::Whole),
        Unit::Century => Value::place(century_of(year(by.checked_mul(100)?)?), PartOfYear::Whole),
        Unit::Millennium => Value::place(Year::of(year(by.checked_mul(1000)?)?), PartOfYear::Whole),
    })
}

/// The decade of a year as astronomers count.
fn decade_of(year: i16) -> Year {
    if year > 0 { Year::Decade(year / 10) } else { Year::DecadeBc((1 - year) / 10) }
}

/// The century of a year as astronomers count.
fn century_of(year: i16) -> Year {
    if year > 0 { Year::Century(year / 100) } else { Year::CenturyBc((1 - year) / 100) }
}

/// The value of a unit whose anchor is not known.
fn open_value(unit: Unit) -> Value {
    let part = match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day | Unit::Night => PartOfYear::Day(None, None),
        Unit::Week | Unit::Fortnight => PartOfYear::Week(None),
        Unit::Weekend => PartOfYear::Weekend(None),
        Unit::Month | Unit::Half => PartOfYear::Month(None),
        Unit::Quarter => PartOfYear::Quarter(None),
        Unit::Year | Unit::Decade | Unit::Century | Unit::Millennium => PartOfYear::Whole,
    };
    Value::place(Year::Open, part)
}

fn every_value(every: Every) -> Value {
    let open = |part, time| Value::place(Year::Open, part).at(time);
    match every {
        Every::Length(length) => Value::period(length),
        Every::Weekday { weekday, part } => open(PartOfYear::Weekday(None, weekday), part.map(Time::Part)),
        Every::Month(month) => open(PartOfYear::Month(Some(month)), None),
        Every::Part(part) => open(PartOfYear::Day(None, None), Some(Time::Part(part))),
        Every::Season(season) => open(PartOfYear::Season(season), None),
        Every::Weekend => open(PartOfYear::Weekend(None), None),
    }
}

/// Whether a length is that of an account (`the first nine months`): it ends the talk of a quarter.
fn is_account(length: Length) -> bool {
    let Length { amount: Some(Amount { whole, hundredths: 0 }), unit } = length else { return false };
    matches!((unit, whole), (Unit::Month, 6 | 9 | 12) | (Unit::Year, 1))
}
