//! Tests of the date layer.

use jiff::civil::{Date, date};

use crate::base::span::Span;
use crate::lang::dates::{Timex, recognize, resolve};
use crate::source::{Zone, ZoneKind};

/// The expressions of a text in one body zone, each with its value.
fn read(text: &str, published: Option<Date>) -> Vec<(String, Timex)> {
    let zones = [Zone { kind: ZoneKind::Body, span: Span::of(0..text.len()) }];
    let expressions = recognize(text, &zones);
    let words = expressions.iter().map(|expression| expression.span.of_text(text).to_owned());
    words.zip(resolve(&expressions, published)).collect()
}

#[test]
fn a_weekday_is_the_latest_that_is_not_ahead() {
    let found = read("They talked on Monday.", Some(date(2019, 12, 24)));
    let (words, timex) = found.first().expect("one expression");
    assert_eq!((words.as_str(), timex.value.as_str()), ("Monday", "2019-12-23"));
    assert_eq!(timex.why, "Monday before Tuesday, 24 December 2019 (publication date)");
}

#[test]
fn every_row_of_the_tables_says_something() {
    assert!(super::words::rows().all(|row| row.is_some()));
    assert!(super::holidays::rows().all(|row| row.is_some()));
}
