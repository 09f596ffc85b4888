//! The kinds, a file each.

pub mod anniversary;
pub mod dateline;
pub mod life;
pub mod month_end;
pub mod offset;
pub mod rounds;
pub mod story;
pub mod stretch;
pub mod sum;
pub mod tense;
pub mod two_days;
pub mod weekday;
pub mod zone;
