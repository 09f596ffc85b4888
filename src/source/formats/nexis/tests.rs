use crate::source::{self, Format, Reading, ZoneKind};

/// The older text export, as it is laid out: centred heads, wrapped lines.
const OLD: &str = "                               1 of 2 DOCUMENTS


                              The Fjord Press (Oslo)

                            January 11, 2010 Monday
                                 Final Edition

Talks on cod fail after a week of threats and
promises

BYLINE: Kari Moen, Per Dahl

SECTION: NEWS; Pg. 4

LENGTH: 355 words

DATELINE: OSLO

HIGHLIGHT: Ministers leave without a word on the quotas.

The ministers of fisheries of Norway and Sweden met on Tuesday in Oslo to
talk about the quotas for cod in the North Sea, where the Swedish fleet has
been waiting for a licence since the end of March, officials said.

Moen said that talks would go on in June.

LOAD-DATE: January 12, 2010

LANGUAGE: ENGLISH

GRAPHIC: PHOTO: Boats wait near the village of Reine,
on October 4, 2009.

PUBLICATION-TYPE: Newspaper

                        Copyright 2010 The Fjord Press Ltd
                              All Rights Reserved


                               2 of 2 DOCUMENTS


                                 Nordnews Daily

                           February 3, 2010 Wednesday

Herring returns

LENGTH: 80 words

Herring is back in the fjords, skippers said on Monday. Nobody knows why it went away in the autumn of last year.

LOAD-DATE: February 4, 2010
";

/// Nexis Uni, converted to text.
const UNI: &str = "Talks on cod fail after a week of threats
The Fjord Press
January 11, 2010 Monday

Copyright 2010 The Fjord Press Ltd All Rights Reserved

Section: NEWS; Pg. 4
Length: 355 words
Byline:\u{A0}Kari Moen
Highlight: Ministers leave without a word.

Body

OSLO (AP) - The ministers of Norway and Sweden met on Tuesday in Oslo to talk about cod.

Subject: no deal before June, a paper said.

Classification

Language: ENGLISH
Publication-Type: Newspaper
Subject: FISHING (90%); TALKS (75%)
Load-Date: January 12, 2010

End of Document

Herring returns
Nordnews Daily
February 3, 2010 Wednesday 10:15 AM GMT

Length: 80 words

Body

Herring is back in the fjords, skippers said on Monday.

Load-Date: February 4, 2010

End of Document
";

fn read(text: &str) -> Reading {
    source::read(text, Format::Plain)
}

/// Title, day, words that the day stands in.
fn heads(text: &str) -> Vec<(String, String, String)> {
    let reading = read(text);
    let head = |article: &source::Article| {
        let title = article.title.map_or("", |title| title.of_text(&reading.text));
        let published = article.published;
        (
            title.split_whitespace().collect::<Vec<_>>().join(" "),
            published.map_or_else(String::new, |found| {
                assert_eq!(found.source.name(), "header");
                found.date.to_string()
            }),
            published.and_then(|found| found.span).map_or("", |span| span.of_text(text)).to_owned(),
        )
    };
    reading.articles.iter().map(head).collect()
}

fn head(title: &str, day: &str, words: &str) -> (String, String, String) {
    (title.to_owned(), day.to_owned(), words.to_owned())
}

fn zones(reading: &Reading, article: usize) -> Vec<(ZoneKind, String)> {
    let words = |span: crate::base::span::Span| {
        span.of_text(&reading.text).split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let mut found: Vec<(ZoneKind, String)> = Vec::new();
    for zone in &reading.articles[article].zones {
        match found.last_mut() {
            Some((kind, known)) if *kind == zone.kind => *known = format!("{known} / {}", words(zone.span)),
            _ => found.push((zone.kind, words(zone.span))),
        }
    }
    found
}

#[test]
fn an_old_export_is_split() {
    let expected = [
        head("Talks on cod fail after a week of threats and promises", "2010-01-11", "January 11, 2010"),
        head("Herring returns", "2010-02-03", "February 3, 2010"),
    ];
    assert_eq!(heads(OLD), expected);
    assert_eq!(heads(&OLD.replace('\n', "\r\n")), expected);
    let reading = read(OLD);
    assert_eq!(reading.text.len(), OLD.len());
    let [first, second] = reading.articles.as_slice() else { panic!("two articles") };
    assert!(first.span.end <= second.span.start);
    assert!(second.span.of_text(OLD).starts_with("2 of 2 DOCUMENTS"));
}

#[test]
fn the_parts_of_an_old_export_are_known() {
    use ZoneKind::{Body, Boilerplate, Caption, Header, Headline};
    let reading = read(OLD);
    let expected = [
        (Header, "1 of 2 DOCUMENTS / The Fjord Press (Oslo) / January 11, 2010 Monday / Final Edition"),
        (Headline, "Talks on cod fail after a week of threats and promises"),
        (
            Header,
            "BYLINE: Kari Moen, Per Dahl / SECTION: NEWS; Pg. 4 / LENGTH: 355 words / DATELINE: OSLO / HIGHLIGHT:",
        ),
        (Headline, "Ministers leave without a word on the quotas."),
        (
            Body,
            "The ministers of fisheries of Norway and Sweden met on Tuesday in Oslo to talk about the quotas for cod in the North Sea, \
             where the Swedish fleet has been waiting for a licence since the end of March, officials said. Moen said that talks would go on in June.",
        ),
        (Boilerplate, "LOAD-DATE: January 12, 2010 LANGUAGE: ENGLISH"),
        (Header, "GRAPHIC:"),
        (Caption, "PHOTO: Boats wait near the village of Reine, on October 4, 2009."),
        (Boilerplate, "PUBLICATION-TYPE: Newspaper Copyright 2010 The Fjord Press Ltd All Rights Reserved"),
    ];
    let expected = expected.map(|(kind, words)| (kind, words.to_owned()));
    assert_eq!(zones(&reading, 0), expected);
    assert!(reading.text.contains("in Oslo to talk about"), "wrapped lines are joined");
}

#[test]
fn nexis_uni_is_split() {
    use ZoneKind::{Body, Boilerplate, Dateline, Header, Headline};
    let expected = [
        head("Talks on cod fail after a week of threats", "2010-01-11", "January 11, 2010"),
        head("Herring returns", "2010-02-03", "February 3, 2010"),
    ];
    assert_eq!(heads(UNI), expected);
    let reading = read(UNI);
    let found = zones(&reading, 0);
    let kinds: Vec<ZoneKind> = found.iter().map(|(kind, _)| *kind).collect();
    assert_eq!(
        kinds,
        [Headline, Header, Boilerplate, Header, Headline, Header, Dateline, Body, Boilerplate],
        "{found:?}"
    );
    assert!(found[7].1.ends_with("a paper said."), "{found:?}");
    assert!(found[8].1.ends_with("End of Document"));
}

#[test]
fn markdown_that_holds_an_export_is_split_too() {
    let articles = |text: &str| source::read(text, Format::Markdown).articles.len();
    assert_eq!((articles(OLD), articles(UNI)), (2, 2));
    assert_eq!(articles(&format!("---\ntitle: x\n---\n{UNI}")), 1, "front matter says what the file is");
}

#[test]
fn one_article_is_read_as_well() {
    let second = OLD.split("                               2 of 2 DOCUMENTS\n").nth(1).unwrap();
    assert_eq!(heads(second), [head("Herring returns", "2010-02-03", "February 3, 2010")]);
    let uni = UNI.split("End of Document\n").next().unwrap();
    assert_eq!(heads(uni).len(), 1);
    assert_eq!(heads(uni)[0].0, "Talks on cod fail after a week of threats");
}

#[test]
fn other_keys_are_read() {
    let text = "Document 1 of 2\n\nThe Fjord Press\n\nJanuary 11, 2010 Monday\n\nHEADLINE: Talks on cod fail\nin Oslo\n\nLENGTH: 1,355 words\n\n\
                BODY: The talks failed, officials said on Tuesday.\n\nThey go on in June.\n\nDocument 2 of 2\n\nDATE: 12 January 2010\nHEADLINE: Herring\nLENGTH: 12 words\n\
                BODY:\nHerring is back, skippers said.\n\nLOAD-DATE: January 14, 2010\n";
    let expected = [
        head("Talks on cod fail in Oslo", "2010-01-11", "January 11, 2010"),
        head("Herring", "2010-01-12", "12 January 2010"),
    ];
    assert_eq!(heads(text), expected);
    assert_eq!(
        zones(&read(text), 0).last().unwrap(),
        &(ZoneKind::Body, "The talks failed, officials said on Tuesday. They go on in June.".to_owned())
    );
}

#[test]
fn german_and_french_exports_are_split() {
    let german = "Dokument 1 von 2\n\nFjordzeitung\n\n11. Januar 2010 Montag\n\nGespräche über Dorsch gescheitert\n\nAUTOR: Kari Moen\n\nRUBRIK: POLITIK; S. 4\n\nLÄNGE: 355 Wörter\n\n\
                  Die Gespräche sind am Dienstag gescheitert.\n\nUPDATE: 12. Januar 2010\n\nSPRACHE: GERMAN; Deutsch\n\n\
                  Dokument 2 von 2\n\nFjordzeitung\n\n3. März 2010 Mittwoch\n\nDer Hering kehrt zurück\n\nLÄNGE: 80 Wörter\n\nDer Hering ist wieder da.\n";
    let expected = [
        head("Gespräche über Dorsch gescheitert", "2010-01-11", "11. Januar 2010"),
        head("Der Hering kehrt zurück", "2010-03-03", "3. März 2010"),
    ];
    assert_eq!(heads(german), expected);
    let french = "1 de 2 DOCUMENTS\n\nLe Fjord\n\nlundi 11 janvier 2010\n\nÉchec des pourparlers\n\nAUTEUR: Kari Moen\n\nLONGUEUR : 355 mots\n\nLes pourparlers ont échoué mardi.\n\nDATE-CHARGEMENT: 12 janvier 2010\n\nLANGUE: FRENCH\n\n\
                  2 de 2 DOCUMENTS\n\nLe Fjord\n\n3 février 2010\n\nLe hareng revient\n\nLONGUEUR: 80 mots\n\nLe hareng est revenu.\n";
    let expected = [
        head("Échec des pourparlers", "2010-01-11", "11 janvier 2010"),
        head("Le hareng revient", "2010-02-03", "3 février 2010"),
    ];
    assert_eq!(heads(french), expected);
}

#[test]
fn the_day_of_loading_is_never_the_day_of_publication() {
    let text = OLD.replace("January 11, 2010 Monday", "January 2010");
    assert_eq!(read(&text).articles[0].published, None);
}

#[test]
fn the_cover_sheet_stands_with_the_first_article() {
    let text = format!("Download Request: Select Items: 1-2\nTime Of Request: March 1, 2021\n\n{OLD}");
    assert_eq!(heads(&text), heads(OLD));
    assert_eq!(zones(&read(&text), 0)[0].0, ZoneKind::Boilerplate);
}

#[test]
fn ordinary_articles_are_one_article() {
    let story =
        "Talks on cod fail\n\nJanuary 11, 2010\n\nThe talks on cod failed, officials said on Tuesday.\n\n";
    for rest in [
        "1 of 10\n\nA picture of boats.\n\n2 of 10\n\nAnother picture of boats.\n",
        "The court was shown a file.\n\nDocument 1 of 2\n\nIt speaks of cod.\n\nDocument 2 of 2\n\nIt speaks of herring, at some length: 355 words.\n",
        "End of Document\n\nThe fax ended so.\n",
        "Length: 355 metres\n\nBody\n\nSection: bow\n",
        "Body\n\nThe body was found in March.\n\nClassification\n\nSecret, she said.\n",
        "LENGTH: 355 words\n",
        "UPDATE: The ministry now says no.\n\nSUBJECT: Re: cod\n\nLANGUAGE: ENGLISH\n\nNobody answered.\n",
    ] {
        let text = format!("{story}{rest}");
        let reading = read(&text);
        assert_eq!(reading.articles.len(), 1, "{rest}");
        assert_eq!(reading.articles[0].title.unwrap().of_text(&text), "Talks on cod fail");
    }
}
