//! Tests of the date layer: our own labelled texts, the development data where it is present, and what
//! holds for any text.

#![allow(clippy::disallowed_methods, reason = "the development data is read from its folder")]

mod labelled;
mod properties;
mod quality;
mod score;

use jiff::civil::{Date, date};

use crate::base::span::Span;
use crate::lang::dates::{AnchorKind, CalendarDay, DateExpr, Timex, recognize, resolve};
use crate::source::{Zone, ZoneKind};

fn expressions(text: &str) -> Vec<DateExpr> {
    recognize(text, &[Zone { kind: ZoneKind::Body, span: Span::of(0..text.len()) }])
}

/// The expressions of a text in one body zone, each with its value.
fn read(text: &str, published: Option<Date>) -> Vec<(DateExpr, Timex)> {
    let expressions = expressions(text);
    let timexes = resolve(&expressions, published, None);
    assert_eq!(expressions.len(), timexes.len());
    expressions.into_iter().zip(timexes).collect()
}

#[test]
fn a_value_says_how_it_was_computed() {
    let found = read(
        "They talked on Monday, two days after the vote. The next day he left.",
        Some(date(2019, 12, 24)),
    );
    let why: Vec<(&str, &str, AnchorKind)> =
        found.iter().map(|(_, timex)| (timex.value.as_str(), timex.why.as_str(), timex.anchor)).collect();
    assert_eq!(
        why,
        [
            (
                "2019-12-23",
                "Monday before Tuesday, 24 December 2019 (publication date)",
                AnchorKind::Published
            ),
            ("P2D", "a length of time", AnchorKind::None),
            ("2019-12-24", "the day after Monday, 23 December 2019 (named before)", AnchorKind::Previous),
        ]
    );
}

#[test]
fn the_written_day_is_kept_right_or_wrong() {
    let days = |text: &str| -> Vec<CalendarDay> {
        expressions(text).iter().filter_map(DateExpr::calendar_day).collect()
    };
    let day = |year, month, day, weekday| CalendarDay { year, month, day, weekday };
    let tuesday = Some(jiff::civil::Weekday::Tuesday);
    assert_eq!(days("on Tuesday, March 4, 2026,"), [day(Some(2026), 3, 4, tuesday)]);
    assert_eq!(days("on Tuesday\nMarch 4, 2026"), [day(Some(2026), 3, 4, None)]);
    assert_eq!(days("on Feb. 30 and Sept. 31"), [day(None, 2, 30, None), day(None, 9, 31, None)]);
    assert_eq!(days("on 31 April 2020"), [day(Some(2020), 4, 31, None)]);
    assert_eq!(
        days("on 31/04/2020 and 2020-02-30"),
        [day(Some(2020), 4, 31, None), day(Some(2020), 2, 30, None)]
    );
    assert_eq!(days("in May 2020, on Tuesday"), []);
}

#[test]
fn a_publication_date_that_comes_late_needs_no_text() {
    let found = expressions("They met on Monday and last month.");
    let bytes = postcard::to_stdvec(&found).expect("encodes");
    let found: Vec<DateExpr> = postcard::from_bytes(&bytes).expect("decodes");
    let values = |published| -> Vec<String> {
        resolve(&found, published, None).into_iter().map(|timex| timex.value).collect()
    };
    assert_eq!(values(None), ["XXXX-WXX-1", "XXXX-XX"]);
    assert_eq!(values(Some(date(2020, 2, 20))), ["2020-02-17", "2020-01"]);
}

#[test]
fn every_row_of_the_tables_says_something() {
    assert!(super::words::rows().all(|row| row.is_some()));
    assert!(super::holidays::rows().all(|row| row.is_some()));
}

#[test]
fn an_expression_lies_in_one_zone() {
    let text = "Published Tuesday March 4, 2026 MOST POPULAR May 5";
    let zone = |kind, start, end| Zone { kind, span: Span::new(start, end) };
    let found = recognize(text, &[zone(ZoneKind::Header, 10, 17), zone(ZoneKind::Body, 18, 31)]);
    let words: Vec<&str> = found.iter().map(|expression| expression.span.of_text(text)).collect();
    assert_eq!(words, ["Tuesday", "March 4, 2026"]);
}

#[test]
fn accents_and_hard_spaces_change_nothing() {
    let values = |text: &str| -> Vec<String> {
        read(text, Some(date(2020, 9, 20))).into_iter().map(|(_, timex)| timex.value).collect()
    };
    assert_eq!(
        values("Öner met them on Sept.\u{a0}15–16, 2020, Aldoğan said."),
        ["2020-09-15", "2020-09-16"]
    );
    assert_eq!(values("Aldog\u{306}an’s talks of “last month” and Monday’s"), ["2020-08", "2020-09-14"]);
    assert_eq!(values("İstanbul, 3 mai; é1998é; ２０２０"), Vec::<String>::new());
}
