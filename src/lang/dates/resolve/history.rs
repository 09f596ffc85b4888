//! Whether an article tells a history, and where that history begins.
//!
//! In a history a month without a year is one of the year that the story has come to, not the nearest to
//! the publication date. No newswire article of the development data is taken for one.

use jiff::civil::Date;

use crate::lang::dates::rule::{From, Place, Rule, Unit, YearRule};
use crate::lang::dates::{Bearing, DateExpr, Setting};

/// A bare weekday, `today` and their like are news; they weigh as much as so many years.
const NEWS_DAY: usize = 3;
/// A day, a month or a season so many years away tells of an event; a year alone may only be a number,
/// and news speak of the last years too.
const EVENT: usize = 2;
const YEARS_AWAY: u16 = 10;
/// Years of so much weight make a history, where there are more than twice as many as of the news.
const HISTORY: usize = 4;

/// Whether most dates of an article carry a year of their own, and that year is not the publication's.
/// The years beside it are named in news and in histories alike.
pub fn is_history(dates: &[DateExpr], published: Option<Date>) -> bool {
    let published = published.map(Date::year);
    let near = |year: i16| published.is_some_and(|published| (published - 1..=published + 1).contains(&year));
    let (mut far, mut weight) = (0, 0);
    let mut news = 0;
    for date in dates.iter().filter(|date| date.setting == Setting::Story) {
        let Rule::Place { place, .. } = date.rule else { continue };
        match (written_year(place), place) {
            (Some(year), _) if Some(year) == published => news += 1,
            (Some(year), _) if near(year) => {}
            (Some(_), _) | (None, Place::Century(_) | Place::CenturyBc(_) | Place::DecadeBc(_)) => {
                far += 1;
                weight += if is_event(place, published) { EVENT } else { 1 };
            }
            (None, Place::Weekday { .. } | Place::Offset { unit: Unit::Day, from: From::Published, .. }) => {
                news += NEWS_DAY;
            }
            (None, Place::Quarter { .. } | Place::Offset { from: From::Published, .. }) => news += 1,
            _ => {}
        }
    }
    weight >= HISTORY && far > 2 * news
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
            if date.bearing != Bearing::Passing {
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

/// Whether a date tells of what happened long ago.
fn is_event(place: Place, published: Option<i16>) -> bool {
    let away = |(year, published): (i16, i16)| year.abs_diff(published) >= YEARS_AWAY;
    month_of(place).is_some() && written_year(place).zip(published).is_none_or(away)
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
