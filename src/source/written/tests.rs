use super::*;

fn day(text: &str) -> Option<String> {
    written(text).first().and_then(Written::date).map(|date| date.to_string())
}

#[test]
fn dates_are_read_as_headers_write_them() {
    for text in [
        "2021-05-04",
        "2021-05-04T12:15:00+03:00",
        "2021/5/4",
        "May 4 2021 12:15:00",
        "May 4, 2021",
        "MAY 04, 2021",
        "May\u{A0}4th, 2021",
        "4th May, 2021",
        "4 May 2021",
        "Tue 4th May 2021 | 11:00 PM",
        "4-MAY-2021 11:35:01.50",
        "04.05.2021",
        "4th of May 2021",
        "4. Mai 2021",
        "4 mai 2021",
    ] {
        assert_eq!(day(text).as_deref(), Some("2021-05-04"), "{text}");
    }
    assert_eq!(day("Feb. 19, 2025, 10:14 AM ET").as_deref(), Some("2025-02-19"));
    assert_eq!(day("Sept.15, 2020").as_deref(), Some("2020-09-15"));
    assert_eq!(day("27/02/2020").as_deref(), Some("2020-02-27"));
    assert_eq!(day("02/27/2020").as_deref(), Some("2020-02-27"));
}

#[test]
fn what_the_calendar_does_not_have_is_no_date() {
    for text in [
        "1970-01-01T00:00:00Z",
        "Jan. 1, 1970",
        "1599-12-31",
        "2021-02-30",
        "31 June 2020",
        "2020-13-01",
        "00.05.2020",
    ] {
        assert_eq!(day(text), None, "{text}");
    }
}

#[test]
fn ambiguous_and_embedded_numbers_are_no_dates() {
    for text in ["03/04/2020", "12020-02-18", "2020-02-181", "Mayor 4 2020", "/2020/02/18/", "5-4-3"] {
        assert_eq!(written(text), [], "{text}");
    }
}

#[test]
fn a_day_without_year_waits_for_one() {
    let found = written("April 21 -");
    assert_eq!(found[0].date(), None);
    assert_eq!(found[0].date_in(1987).unwrap().to_string(), "1987-04-21");
}

#[test]
fn months_have_their_names_in_three_languages() {
    for (month, names) in [
        (3, ["März", "mars"]),
        (8, ["August", "août"]),
        (2, ["Februar", "février"]),
        (12, ["Dezember", "décembre"]),
    ] {
        for name in names {
            let found = written(&format!("4 {name} 2021"));
            assert_eq!(found.first().map(|found| found.month), Some(month), "{name}");
        }
    }
}
