use crate::source::{self, Format, Reading, ZoneKind};

const KEYED: &str = "SE News
HD Talks on cod fail after a week
   of threats
BY By Kari Moen
WC 355 words
PD 11 January 2010
ET 10:15
SN The Fjord Press
SC FJPR
PG 4
LA English
CY Copyright 2010. The Fjord Press. All rights reserved.

LP OSLO (AP) - The ministers of Norway and Sweden met on Tuesday.

TD Moen said that talks would go on in June.

IN OSLO, nobody else said a word.

CO fjordp : Fjord Pelagic AS
IN i03 : Fishing | i0 : Agriculture
NS gdip : International Relations
PUB The Fjord Press Ltd
AN Document FJPR000020100111e61b0001x

HD\tHerring returns
WC\t80 words
PD\t3 February 2010
SN\tNordnews Daily
LA\tEnglish
LP

Herring is back in the fjords, skippers said.
TD

Nobody knows why.

AN
Document NORD000020100203e623000a1

Search Summary
Text cod
";

const KEYLESS: &str = "News
Talks on cod fail after a week of threats
By Kari Moen
355 words
11 January 2010
10:15
The Fjord Press
FJPR
4
English
Copyright 2010. The Fjord Press. All rights reserved.

OSLO (AP) - The ministers of Norway and Sweden met on Tuesday.

Moen said that talks would go on in June.

Document FJPR000020100111e61b0001x

Herring returns
80 words
3 February 2010
Nordnews Daily
NORD
English
(c) 2010 Nordnews

Herring is back in the fjords, skippers said.

Document NORD000020100203e623000a1

© 2010 Factiva, Inc. All rights reserved.
";

fn read(text: &str) -> Reading {
    source::read(text, Format::Plain)
}

fn heads(text: &str) -> Vec<(String, String)> {
    let reading = read(text);
    let head = |article: &source::Article| {
        let title = article.title.map_or("", |title| title.of_text(&reading.text));
        let published = article.published.map_or_else(String::new, |found| {
            assert!(found.span.is_some_and(|span| span.of_text(text).ends_with("2010")));
            found.date.to_string()
        });
        (title.split_whitespace().collect::<Vec<_>>().join(" "), published)
    };
    reading.articles.iter().map(head).collect()
}

fn expected() -> [(String, String); 2] {
    [
        ("Talks on cod fail after a week of threats".to_owned(), "2010-01-11".to_owned()),
        ("Herring returns".to_owned(), "2010-02-03".to_owned()),
    ]
}

fn words(reading: &Reading, article: usize, kind: ZoneKind) -> String {
    let zones = reading.articles[article].zones.iter().filter(|zone| zone.kind == kind);
    let words = zones.map(|zone| zone.span.of_text(&reading.text).split_whitespace().collect::<Vec<_>>());
    words.map(|words| words.join(" ")).collect::<Vec<_>>().join(" / ")
}

#[test]
fn an_export_with_keys_is_split() {
    assert_eq!(heads(KEYED), expected());
    assert_eq!(heads(&KEYED.replace('\n', "\r\n")), expected());
    let reading = read(KEYED);
    assert_eq!(words(&reading, 0, ZoneKind::Dateline), "OSLO (AP) -");
    assert_eq!(
        words(&reading, 0, ZoneKind::Body),
        "The ministers of Norway and Sweden met on Tuesday. / Moen said that talks would go on in June. IN OSLO, nobody else said a word."
    );
    assert!(words(&reading, 0, ZoneKind::Boilerplate).starts_with("CO fjordp"));
    assert_eq!(
        words(&reading, 1, ZoneKind::Body),
        "Herring is back in the fjords, skippers said. / Nobody knows why."
    );
    assert!(words(&reading, 1, ZoneKind::Boilerplate).ends_with("Text cod"));
    assert!(reading.articles[1].span.of_text(KEYED).starts_with("HD\tHerring"));
}

#[test]
fn an_export_without_keys_is_split() {
    assert_eq!(heads(KEYLESS), expected());
    let reading = read(KEYLESS);
    assert_eq!(words(&reading, 0, ZoneKind::Dateline), "OSLO (AP) -");
    assert_eq!(
        words(&reading, 0, ZoneKind::Body),
        "The ministers of Norway and Sweden met on Tuesday. Moen said that talks would go on in June."
    );
    assert_eq!(words(&reading, 1, ZoneKind::Body), "Herring is back in the fjords, skippers said.");
    assert!(words(&reading, 1, ZoneKind::Header).contains("Nordnews Daily"));
}

#[test]
fn rows_can_stand_apart() {
    assert_eq!(heads(&KEYLESS.replace('\n', "\n\n")), expected());
    assert_eq!(heads(&KEYED.replace("   of threats", "of threats").replace('\t', "\n\n"))[1], expected()[1]);
}

#[test]
fn one_article_is_read_as_well() {
    for text in [KEYED, KEYLESS] {
        let first = text.split_inclusive("e61b0001x").next().unwrap();
        assert_eq!(heads(first), expected()[..1]);
    }
}

#[test]
fn markdown_that_holds_an_export_is_split_too() {
    for text in [KEYED, KEYLESS] {
        assert_eq!(source::read(text, Format::Markdown).articles.len(), 2);
    }
}

#[test]
fn ordinary_articles_are_one_article() {
    let story =
        "Talks on cod fail\n\nJanuary 11, 2010\n\nThe talks on cod failed, officials said on Tuesday.\n\n";
    for rest in [
        "HD television sets sold well.\n\nPD 11 January 2010 was the code of the police.\n",
        "IN OSLO nobody spoke.\n\nBY NIGHT the boats left.\n\nAN EMPTY harbour was left.\n",
        "Document FJPR000020100111e61b0001x\n\nThe file was named so.\n",
        "Document 12 was shown to the court.\n",
    ] {
        let text = format!("{story}{rest}");
        let reading = read(&text);
        assert_eq!(reading.articles.len(), 1, "{rest}");
        assert_eq!(reading.articles[0].title.unwrap().of_text(&text), "Talks on cod fail");
    }
}
