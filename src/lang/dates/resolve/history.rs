//! Whether an article tells a history, and where that history begins.
//!
//! In a history a month without a year is one of the year that the story has come to, not the nearest to
//! the publication date. No newswire article of the development data is taken for one.

use jiff::civil::Date;

use crate::lang::dates::resolve::nearest;
use crate::lang::dates::rule::{From, Lean, Place, Rule, Unit, YearRule};
use crate::lang::dates::{Bearing, DateExpr, Setting};

/// A bare weekday, `today` and their like are news; they weigh as much as so many years.
const NEWS_DAY: usize = 3;
/// A day, a month or a season so many years away tells of an event of a history; news speak of the last
/// years too.
const YEARS_AWAY: u16 = 10;
/// So many years away a year alone does.
const AGES_AWAY: u16 = 100;
/// So many events make a history.
const EVENTS: usize = 2;
/// So many days and months of years that are no longer news do.
const DATED: usize = 4;
/// So many years of any kind do.
const YEARS: usize = 8;

/// Whether most dates of an article carry a year of their own, and that year is not the publication's.
/// The years beside it are named in news and in histories alike. What is spoken of in passing, as the
/// years in the brackets of a profile, tells nothing.
pub fn is_history(dates: &[DateExpr], published: Option<Date>) -> bool {
    let of_these_days = |date: &DateExpr| published.is_some_and(|day| is_of_these_days(date, day));
    let published = published.map(Date::year);
    let (mut years, mut dated, mut events) = (0, 0, 0);
    let mut news = 0;
    let told = |date: &&DateExpr| date.setting == Setting::Story && date.bearing.is_told();
    for date in dates.iter().filter(told) {
        let Rule::Place { place, .. } = date.rule else { continue };
        let year = written_year(place);
        let away = year.map(|year| published.map_or(AGES_AWAY, |published| year.abs_diff(published)));
        match (away, place) {
            (Some(0), _) => news += 1,
            (Some(1), _) => {}
            (Some(away), _) => {
                let is_dated = month_of(place).is_some();
                years += 1;
                dated += usize::from(is_dated);
                let is_event = is_dated && away >= YEARS_AWAY || away >= AGES_AWAY && published.is_some();
                events += usize::from(is_event);
            }
            (None, Place::Century(_) | Place::CenturyBc(_) | Place::DecadeBc(_)) => years += 1,
            (None, Place::Weekday { .. } | Place::Offset { unit: Unit::Day, from: From::Published, .. }) => {
                news += NEWS_DAY;
            }
            (None, _) if of_these_days(date) => news += NEWS_DAY,
            (None, Place::Quarter { .. } | Place::Offset { from: From::Published, .. }) => news += 1,
            (None, _) => {}
        }
    }
    // Without any news, another year does for the second event.
    let is_told = events >= EVENTS || news == 0 && events > 0 && years >= EVENTS;
    (is_told || dated >= DATED || years >= YEARS) && years > 2 * news
}

/// Whether a day without a year carries the weekday that it has in the year nearest to publication:
/// `Monday, 4 February` in February 2019.
fn is_of_these_days(date: &DateExpr, published: Date) -> bool {
    let Rule::Place {
        place: Place::Day { year: YearRule::Unsaid, month: Some(month), day, weekday: Some(weekday) },
        ..
    } = date.rule
    else {
        return false;
    };
    let year = nearest::year_of(published, month, Some(day), Lean::None);
    let (Ok(month), Ok(day)) = (i8::try_from(month), i8::try_from(day)) else { return false };
    Date::new(year, month, day)
        .is_ok_and(|day| day.weekday().to_monday_one_offset().unsigned_abs() == weekday)
}

/// A year and a month of it.
pub type MonthOfYear = (i16, u8);

/// The dates of a history that carry a year, as a frame for those that carry none.
pub struct Frame {
    /// For each expression the next one that carries a year.
    next: Vec<Option<Written>>,
    earliest: Option<MonthOfYear>,
    first_year: Option<i16>,
}

/// A date whose words carry the year.
#[derive(Clone, Copy)]
struct Written {
    year: i16,
    /// `None` where the words name the year alone.
    month: Option<u8>,
}

impl Frame {
    pub fn new(dates: &[DateExpr]) -> Self {
        let mut next = Vec::with_capacity(dates.len());
        let mut ahead = None;
        let mut earliest: Option<MonthOfYear> = None;
        let mut first_year = None;
        for date in dates.iter().rev() {
            next.push(ahead);
            if date.setting != Setting::Story {
                continue;
            }
            let Some(written) = written(date) else { continue };
            first_year = Some(written.year);
            if date.bearing.is_told() {
                ahead = Some(written);
                let month = (written.year, written.month.unwrap_or(1));
                earliest = Some(earliest.map_or(month, |known| known.min(month)));
            }
        }
        next.reverse();
        Frame { next, earliest, first_year }
    }

    /// The first year that the story names.
    pub fn first_year(&self) -> Option<i16> {
        self.first_year
    }

    /// The year of a month without one, the expression at `index`, where the story has come to
    /// `reached` and would go on to `year`.
    ///
    /// A story goes on in time: where the next date with a year lies before the month, a new paragraph has
    /// gone back, and the month is the last one before that date; where it lies a year or more behind
    /// the month, which the story has left already, it is the same month of the next year.
    pub fn year_of(
        &self,
        index: usize,
        month: u8,
        year: i16,
        reached: Option<MonthOfYear>,
        bearing: Bearing,
    ) -> i16 {
        let Some(next) = self.next.get(index).copied().flatten() else { return year };
        let latest = (next.year, next.month.unwrap_or(12));
        if bearing == Bearing::Opening && (year, month) > latest {
            let back = if month <= latest.1 { next.year } else { next.year - 1 };
            let is_told = self.earliest.is_some_and(|earliest| earliest <= (back, month));
            return if is_told { back } else { year };
        }
        let goes_back = reached.is_some_and(|reached| (year, month) < reached);
        let fits_next_year = next.month.is_some_and(|until| (year + 1, month) <= (next.year, until));
        if goes_back && fits_next_year { year + 1 } else { year }
    }
}

/// The year and the month that the words carry.
fn written(date: &DateExpr) -> Option<Written> {
    let Rule::Place { place, .. } = date.rule else { return None };
    Some(Written { year: written_year(place)?, month: month_of(place) })
}

fn month_of(place: Place) -> Option<u8> {
    match place {
        Place::Day { month, .. } => month,
        Place::Month { month, .. } => Some(month),
        Place::Season { season, .. } => Some(season.middle_month().unsigned_abs()),
        _ => None,
    }
}

/// The year that the words carry, as astronomers count.
fn written_year(place: Place) -> Option<i16> {
    match place {
        Place::Day { year: YearRule::Written(year), .. }
        | Place::Month { year: YearRule::Written(year), .. }
        | Place::Season { year: YearRule::Written(year), .. }
        | Place::Half { year: YearRule::Written(year), .. }
        | Place::Quarter { year: YearRule::Written(year), .. }
        | Place::Year(year) => Some(year),
        _ => None,
    }
}
