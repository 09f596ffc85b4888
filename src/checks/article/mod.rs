//! Checks that look at one article alone.

pub mod age_arithmetic;
pub mod ambiguous_order;
pub mod anniversary_arithmetic;
pub mod dateline_mismatch;
pub mod event_two_days;
pub mod happening;
pub mod impossible_date;
pub mod life_order;
pub mod name_two_values;
pub mod number_two_values;
pub mod offset_mismatch;
pub mod order_mismatch;
pub mod people;
pub mod place_two_values;
pub mod plan_in_past;
pub mod prose;
pub mod range_length;
pub mod report_of_future;
pub mod reversed_range;
pub mod stale_year;
pub mod sum_mismatch;
pub mod sums;
pub mod time_zone_arithmetic;
pub mod values;
pub mod weekday_mismatch;
pub mod years;
