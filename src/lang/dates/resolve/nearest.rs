//! Which one is meant where the words leave it open: the nearest that tense allows.
//!
//! Development data (dates.md §4): bare weekdays 132 the day itself, 139 in the six days before, 15 in
//! the six after. Months and days without a year: 50 the same month, 89 one to six back, 53 one to five
//! ahead, 15 seven to twelve back: the nearest within 5.5 months. Tense decides only between three and
//! 5.5 months ahead, and beyond: of those less than three months ahead 32 are meant so and 2 are not,
//! whatever verb stands near (who means the last December in November says so).

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use crate::lang::dates::holidays::Holiday;
use crate::lang::dates::rule::{Lean, Pick, Season};

/// Nearer ahead than this it is this year's, whatever the tense.
const DAYS_AHEAD_SURE: i32 = 92;
/// Nearer ahead than this, 5.5 months, it is this year's but for a past verb.
const DAYS_AHEAD: i32 = 168;
/// Longer ago than this, a sentence that looks ahead means the next year.
const DAYS_BACK: i32 = 120;

/// The year of a month, or of a day in it, that carries none.
pub fn year_of(published: Date, month: u8, day: Option<u8>, lean: Lean) -> i16 {
    let year = published.year();
    if day.is_none() && published.month() == i8::try_from(month).unwrap_or(0) {
        return year;
    }
    let gap = days_ahead(published, month, day);
    if gap > 0 {
        let reach = if day.is_some() && lean == Lean::None { 182 } else { DAYS_AHEAD };
        let near = gap < DAYS_AHEAD_SURE || gap < reach && lean != Lean::Past;
        let this_year = near || lean == Lean::Ahead;
        return if this_year { year } else { year - 1 };
    }
    // The turn of the year: January is near in December, unless the verb is past.
    let next_is_near = gap + 365 < DAYS_AHEAD && lean != Lean::Past;
    if next_is_near || gap < -DAYS_BACK && lean == Lean::Ahead { year + 1 } else { year }
}

/// Days from publication to the middle of the month, or the day, in the same year.
fn days_ahead(published: Date, month: u8, day: Option<u8>) -> i32 {
    let months = i32::from(month) - i32::from(published.month());
    let days = i32::from(day.unwrap_or(15)) - i32::from(published.day());
    (months * 61) / 2 + days
}

/// `last April`, `next March 3`, `this May`.
pub fn picked_year(published: Date, month: u8, day: Option<u8>, pick: Pick) -> i16 {
    let year = published.year();
    let here = i8::try_from(month).unwrap_or(1);
    let gap = match day {
        Some(_) => days_ahead(published, month, day),
        None => i32::from(here) - i32::from(published.month()),
    };
    match pick {
        // The month just over is `last month`: `last February` in March is the one before.
        Pick::Last if day.is_none() && gap == -1 => year - 1,
        Pick::Last | Pick::Previous => year - i16::from(gap >= 0),
        Pick::Next | Pick::Following => year + i16::from(gap <= 0),
        Pick::This | Pick::Nearest => year,
    }
}

/// A weekday from a day.
pub fn weekday(from: Date, weekday: Weekday, pick: Pick, lean: Lean) -> Option<Date> {
    let ahead = i32::from(weekday.since(from.weekday()));
    let back = if ahead == 0 { 0 } else { 7 - ahead };
    let days = match pick {
        Pick::Last | Pick::Previous => -(if back == 0 { 7 } else { back }),
        Pick::Next | Pick::Following => {
            if ahead == 0 {
                7
            } else {
                ahead
            }
        }
        Pick::This if lean != Lean::Past => ahead,
        Pick::Nearest if matches!(lean, Lean::Ahead | Lean::Hope) => ahead,
        Pick::This | Pick::Nearest => -back,
    };
    from.checked_add(days.days()).ok()
}

/// `the weekend`: this one where it has begun or the sentence looks ahead, else the last. In weeks.
pub fn weekend(from: Date, lean: Lean) -> i16 {
    let begun = matches!(from.weekday(), Weekday::Saturday | Weekday::Sunday);
    if begun || matches!(lean, Lean::Ahead | Lean::Hope) { 0 } else { -1 }
}

/// The year of a quarter or half that ends with a month: the latest that has begun, or one ahead where
/// the sentence looks there.
pub fn year_of_stretch(published: Date, last_month: u8, months: u8, lean: Lean) -> i16 {
    let current = (u8::try_from(published.month()).unwrap_or(1) - 1) / months;
    let number = last_month / months - 1;
    let looks_ahead = matches!(lean, Lean::Ahead | Lean::Hope);
    let year = published.year();
    if number > current && !looks_ahead {
        year - 1
    } else if number + 2 < current && looks_ahead {
        year + 1
    } else {
        year
    }
}

/// Whether a day lies in the week before publication, or in the one after where the sentence does not look
/// back; without that date every day does.
pub fn is_recent(day: Date, published: Option<Date>, lean: Lean) -> bool {
    published.is_none_or(|published| {
        let days = day.until(published).map_or(i32::MAX, |span| span.get_days());
        let ahead = if matches!(lean, Lean::Past | Lean::Said) { 0 } else { 7 };
        (-ahead..=7).contains(&days)
    })
}

/// The quarter that ended last.
pub fn quarter_before(published: Date) -> (i16, u8) {
    match (u8::try_from(published.month()).unwrap_or(1) - 1) / 3 {
        0 => (published.year() - 1, 4),
        quarter => (published.year(), quarter),
    }
}

/// The year of `last fall`, `next summer`, `this winter`.
pub fn season_year(published: Date, season: Season, pick: Pick) -> i16 {
    let year = published.year();
    let (middle, month) = (season.middle_month(), published.month());
    match pick {
        Pick::Last | Pick::Previous => year - i16::from(middle + 1 >= month),
        Pick::Next | Pick::Following => year + i16::from(middle <= month),
        Pick::This | Pick::Nearest => year + i16::from(season == Season::Winter && month >= 9),
    }
}

/// The year of a holiday.
pub fn holiday_year(holiday: &Holiday, from: Date, pick: Pick, lean: Lean) -> i16 {
    let year = from.year();
    let Some(day) = holiday.day(year) else { return year };
    match pick {
        Pick::Last | Pick::Previous => year - i16::from(day >= from),
        Pick::Next | Pick::Following => year + i16::from(day <= from),
        Pick::This => year,
        Pick::Nearest => {
            let ahead = from.until(day).map_or(0, |span| span.get_days());
            let near = ahead < DAYS_AHEAD_SURE || ahead < DAYS_AHEAD && lean != Lean::Past;
            year - i16::from(!near && lean != Lean::Ahead)
        }
    }
}
