//! The kinds, a file each.

pub mod agreement;
pub mod anniversary;
pub mod dateline;
pub mod life;
pub mod month_end;
pub mod name;
pub mod office;
pub mod offset;
pub mod quote;
pub mod rounds;
pub mod status;
pub mod story;
pub mod stretch;
pub mod sum;
pub mod tense;
pub mod told_day;
pub mod told_number;
pub mod told_place;
pub mod two_days;
pub mod weekday;
pub mod zone;
