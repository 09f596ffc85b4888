//! What holds for any text: no panic, spans on character boundaries, sorted and disjoint, values that
//! read back, rules that survive the cache.

use jiff::civil::date;
use proptest::prelude::*;

use super::read;
use crate::lang::dates::DateExpr;
use crate::lang::dates::rule::{Amount, Length, Unit};
use crate::lang::dates::timex3::Value;

/// Pieces that dates are made of, so that random texts come near them.
const PIECES: &[&str] = &[
    "Monday",
    "Tues",
    ".",
    ",",
    " ",
    " ",
    " ",
    "\n",
    "-",
    "–",
    "/",
    ":",
    "'",
    "’",
    "s",
    "the",
    "a",
    "last",
    "next",
    "this",
    "past",
    "week",
    "years",
    "month",
    "quarter",
    "half",
    "day",
    "ago",
    "later",
    "earlier",
    "May",
    "Feb",
    "Sept.",
    "31",
    "30",
    "2",
    "12",
    "1998",
    "0",
    "99",
    "24th",
    "1,000",
    "and",
    "of",
    "to",
    "in",
    "early",
    "mid",
    "century",
    "summer",
    "fall",
    "Christmas",
    "Easter",
    "p.m.",
    "am",
    "GMT",
    "noon",
    "every",
    "daily",
    "now",
    "the future",
    "twenty",
    "hundred",
    "thousand",
    "dozen",
    "one",
    "two",
    "first",
    "third",
    "é",
    "\u{a0}",
    "\u{301}",
    "😀",
    "T",
    "W",
    "Q3",
    "$",
    "%",
    "million",
    "said",
    "will",
    "was",
    "until",
    "as early as",
    "999999999",
    "4294967296",
    "year-end",
    "BC",
    "AD 70",
    "the night of",
    "–6 June",
    "the 470s",
    "dawn",
    "c. 1200",
    "another",
    "a year earlier",
    "the nine months",
    "1/2",
    "and a half",
    "Sunday night",
    "the 17th",
];

fn near_dates() -> impl Strategy<Value = String> {
    prop::collection::vec((0..PIECES.len(), any::<bool>()), 0..40).prop_map(|pieces| {
        pieces
            .iter()
            .map(|(index, space)| format!("{}{}", PIECES[*index], if *space { " " } else { "" }))
            .collect()
    })
}

fn holds(text: &str) {
    for published in [None, Some(date(2020, 2, 29)), Some(date(1, 1, 1)), Some(date(9999, 12, 31))] {
        let mut last = 0;
        for (expression, timex) in read(text, published) {
            let span = expression.span;
            assert!(last <= span.start && span.start < span.end, "{span:?} after {last} in {text:?}");
            assert!(text.get(span.range()).is_some(), "{span:?} cuts a character of {text:?}");
            last = span.end;
            let value = Value::parse(&timex.value);
            assert_eq!(value.as_ref().map(ToString::to_string), Some(timex.value.clone()), "in {text:?}");
            assert_eq!(value.and_then(|value| value.interval()), timex.interval, "in {text:?}");
            let bytes = postcard::to_stdvec(&expression).expect("encodes");
            assert_eq!(postcard::from_bytes::<DateExpr>(&bytes).expect("decodes"), expression);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        holds(&text);
    }

    #[test]
    fn any_text_of_date_words_is_read(text in near_dates()) {
        holds(&text);
    }

    #[test]
    fn any_period_reads_back(whole in any::<u32>(), hundredths in 0u8..100, unit in 0usize..15) {
        let units = [
            Unit::Second, Unit::Minute, Unit::Hour, Unit::Day, Unit::Night, Unit::Week, Unit::Weekend,
            Unit::Fortnight, Unit::Month, Unit::Quarter, Unit::Half, Unit::Year, Unit::Decade,
            Unit::Century, Unit::Millennium,
        ];
        for amount in [Some(Amount { whole, hundredths }), None] {
            let value = Value::period(Length { amount, unit: units[unit] });
            prop_assert_eq!(Value::parse(&value.to_string()), Some(value));
        }
    }

    #[test]
    fn any_text_is_a_value_or_none(text in "[0-9XWQHBCPTYMDSEL_.:-]{0,14}") {
        if let Some(value) = Value::parse(&text) {
            let written = value.to_string();
            prop_assert_eq!(Value::parse(&written), Some(value));
        }
    }
}
