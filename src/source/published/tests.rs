use super::*;

#[test]
fn a_year_counts_where_no_other_stands_beside_it() {
    assert_eq!(lone_year("RESERVED 1987"), Some(1987));
    assert_eq!(lone_year("1987 or 1988"), None);
}

#[test]
fn the_label_nearest_to_the_date_counts() {
    assert_eq!(label("Published "), Label::Published);
    assert_eq!(label("Published May 4, 2021 Last updated: "), Label::Updated);
    assert_eq!(label("date "), Label::None);
}

#[test]
fn declared_values_give_the_day_of_the_text() {
    let (range, date) = declared("[[2021-05-04]]").unwrap();
    assert_eq!((range, date.to_string().as_str()), (2..12, "2021-05-04"));
    assert_eq!(declared("soon"), None);
}

#[test]
fn the_local_day_of_the_text_is_taken() {
    for text in
        ["2021-05-04T23:30:00-05:00", "2021-05-04T23:30Z", "May 4, 2021 11:30 PM ET", "'\"2021-05-04\"'"]
    {
        assert_eq!(declared(text).unwrap().1.to_string(), "2021-05-04", "{text}");
    }
}

#[test]
fn a_file_name_can_hold_its_date() {
    for (name, date) in [
        ("a/2020-02-18-talks.txt", Some("2020-02-18")),
        ("talks_2020-02-18.md", Some("2020-02-18")),
        ("2020-02-31-talks.txt", None),
        ("12020-02-18.txt", None),
        ("001_talks.txt", None),
    ] {
        assert_eq!(
            in_name(camino::Utf8Path::new(name)).map(|date| date.to_string()).as_deref(),
            date,
            "{name}"
        );
    }
}
