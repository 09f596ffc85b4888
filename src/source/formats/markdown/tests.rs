use crate::source::{self, Format, Reading, ZoneKind};

const CLIPPING: &str = "---
title: \"Talks on cod fail\"
published: 2021-05-04
created: 2022-01-01
---
# Talks on **cod** fail

![Boats wait in Reine (Photo by AFP)](boats.png)

OSLO, May 4 (Fjord News) - The [Swedish *minister*](https://example.com/minister) met
Kari&nbsp;Moen &amp; others. <!-- not read -->

```
code is not read
```

## What next

- [[Åsa Lindqvist|Lindqvist]] said no to `code`

Related

- [A herring](x)
- [Another](y)
";

fn read(text: &str) -> Reading {
    source::read(text, Format::Markdown)
}

fn zones(reading: &Reading) -> Vec<(ZoneKind, &str)> {
    let article = reading.articles.first().unwrap();
    article.zones.iter().map(|zone| (zone.kind, zone.span.of_text(&reading.text))).collect()
}

#[test]
fn the_words_are_read_without_markup() {
    let reading = read(CLIPPING);
    let expected = [
        (ZoneKind::Header, "title: \"Talks on cod fail\""),
        (ZoneKind::Header, "published: 2021-05-04"),
        (ZoneKind::Header, "created: 2022-01-01"),
        (ZoneKind::Headline, "Talks on cod fail"),
        (ZoneKind::Caption, "Boats wait in Reine (Photo by AFP)"),
        (ZoneKind::Dateline, "OSLO, May 4 (Fjord News) -"),
        (ZoneKind::Body, "The Swedish minister met Kari\u{A0}Moen & others."),
        (ZoneKind::Headline, "What next"),
        (ZoneKind::Body, "Lindqvist said no to"),
        (ZoneKind::Boilerplate, "Related\n\nA herring\nAnother"),
    ];
    assert_eq!(zones(&reading), expected);
}

#[test]
fn spans_lead_back_to_the_file() {
    let reading = read(CLIPPING);
    for (words, raw) in [
        ("Swedish minister", "Swedish *minister"),
        ("Kari\u{A0}Moen &", "Kari&nbsp;Moen &amp;"),
        ("Lindqvist said", "Lindqvist]] said"),
        ("minister met Kari", "minister*](https://example.com/minister) met\nKari"),
    ] {
        let at = reading.text.find(words).unwrap();
        let span = reading.map.to_file(crate::base::span::Span::of(at..at + words.len()));
        assert_eq!(span.of_text(CLIPPING), raw);
    }
}

#[test]
fn front_matter_dates_the_article_and_the_clipping_day_does_not() {
    let reading = read(CLIPPING);
    let published = reading.articles[0].published.unwrap();
    assert_eq!(published.date.to_string(), "2021-05-04");
    assert_eq!(published.span.unwrap().of_text(CLIPPING), "2021-05-04");
    assert_eq!(published.source.name(), "front-matter");
    assert_eq!(read("---\ncreated: 2022-01-01\n---\n# Talks\n\nText.").articles[0].published, None);
}

#[test]
fn an_impossible_front_matter_date_gives_way_to_the_page() {
    let text = "---\ndate: 2021-02-30\n---\n# Talks on cod fail\n\nMay 4, 2021\n\nThe talks on cod failed, officials said.\n";
    let published = read(text).articles[0].published.unwrap();
    assert_eq!((published.date.to_string().as_str(), published.source.name()), ("2021-05-04", "header"));
}

#[test]
fn titles_come_from_the_main_heading_then_the_front_matter_then_the_first_line() {
    let title = |text: &str| {
        let reading = read(text);
        reading.articles[0].title.map(|title| title.of_text(&reading.text).to_owned())
    };
    assert_eq!(title(CLIPPING).unwrap(), "Talks on cod fail");
    assert_eq!(
        title("---\ntitle: 'Café talks'\n---\nThe talks failed, officials said.\n").unwrap(),
        "Café talks"
    );
    assert_eq!(title("## Talks\n\nThe talks failed, officials said.\n").unwrap(), "Talks");
    assert_eq!(
        title("Talks on cod fail\n\nThe talks failed, officials said.\n").unwrap(),
        "Talks on cod fail"
    );
}

#[test]
fn drafts_say_so() {
    assert!(read("---\ntype: draft\n---\n# My brief\n\nMoen met Lindqvist on Tuesday.").articles[0].draft);
    assert!(!read("# My brief\n\nMoen met Lindqvist on Tuesday.").articles[0].draft);
}

#[test]
fn windows_line_ends_change_nothing() {
    let usual = read(CLIPPING);
    let crlf = read(&CLIPPING.replace('\n', "\r\n"));
    assert_eq!(zones(&usual), zones(&crlf));
}

#[test]
fn hard_breaks_end_a_line() {
    let reading =
        read("# Talks\n\nBy Kari Moen  \nMay 4, 2021\n\nThe talks on cod failed, officials said.\n");
    let kinds: Vec<_> = zones(&reading).into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(kinds, [ZoneKind::Headline, ZoneKind::Header, ZoneKind::Header, ZoneKind::Body]);
}

#[test]
fn clippers_say_when_a_page_was_published() {
    let day = |lines: &str| {
        let text = format!("---\ntitle: Talks\n{lines}\n---\nThe talks on cod failed, officials said.\n");
        let found = read(&text).articles[0].published?;
        assert!(found.span.is_some_and(|span| span.of_text(&text).contains("2021")));
        Some(found.date.to_string())
    };
    for lines in [
        "published: 2021-05-04",
        "date: 2021-05-04",
        "datePublished: '\"2021-05-04T23:10:00+03:00\"'",
        "pubdate: \"Tue, 04 May 2021 10:14:00 GMT\"",
        "publish_date: 2021-05-04 23:59:00 -0500",
        "published: \"[[2021-05-04]]\"",
        "article:published_time: 2021-05-04T10:00:00Z",
        "created: 2021-06-01\npublished: 2021-05-04\nmodified: 2021-07-01",
        "date: 2021-06-01\npublished: 2021-05-04",
        "published:\ndate: 2021-05-04",
        "published: 1970-01-01\ndate: 2021-05-04",
    ] {
        assert_eq!(day(lines).as_deref(), Some("2021-05-04"), "{lines}");
    }
    for key in
        ["created", "clipped", "saved", "accessed", "modified", "updated", "date_saved", "last-modified"]
    {
        assert_eq!(day(&format!("{key}: 2021-05-04")), None, "{key}");
    }
}

#[test]
fn a_visible_day_of_clipping_is_not_the_day_of_publication() {
    for words in ["Created: May 5, 2021", "Saved on May 5, 2021", "Accessed May 5, 2021 10:14 AM ET"] {
        let text = format!("# Talks on cod fail\n\n{words}\n\nThe talks on cod failed, officials said.\n");
        assert_eq!(read(&text).articles[0].published, None, "{words}");
        let text = text.replace(words, &format!("{words}  \nUpdated May 4, 2021"));
        assert_eq!(read(&text).articles[0].published.unwrap().date.to_string(), "2021-05-04");
    }
}
