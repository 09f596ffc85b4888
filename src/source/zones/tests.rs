use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use crate::source::{self, Format, OffsetMap, Reading, ZoneKind};

/// A wire copy with date line, agency dateline and a repeated headline.
const WIRE: &str = "\u{20}date 2021-05-04 Nordnews.com
Moen, Lindqvist Discuss Cod Quotas In The North Sea - Oslo

Ola Berg (@olaberg88) 42 seconds ago Tue 4th May 2021 | 11:00 PM

Moen, Lindqvist discuss Cod Quotas in the North Sea - Oslo

OSLO (Nordnews / Fjord - 4th May, 2021) Fisheries Minister Kari Moen and her counterpart, Åsa Lindqvist, spoke on Monday.

\"We are in daily contact with our partners,\" Moen said.

\u{A0} On Tuesday, the fleet confirmed that the boats had left port.
";

/// A page copied from a site, with its teasers.
const PAGE: &str = "News \u{A0} / \u{A0} Norway \u{A0} / \u{A0} Fish

Swedish delegation in Oslo to discuss cod

Boats wait near the village of Reine, on October 4, 2020. (Photo by AFP)

OSLO/BERGEN
Swedish delegation in Oslo to discuss cod

A Swedish delegation has travelled to Oslo to hold talks on related questions.

The talks follow a deal signed last month. Nobody commented.

Envoys hope for a lasting truce at sea
Envoys hope for a lasting truce at sea

The second round began on Feb. 18.

MOST POPULAR

  1. The cradle of herring

    The cradle of herring

  2. A haunted lighthouse is up for sale
Recommended
Court acquits a skipper

SPACE Rocket misses its ship

A company launched its satellites into orbit on Feb. 17 but was unable to land its rocket.
SPORTS Brann beat Molde

Brann beat Molde 2-0 away on Feb. 17 night.
";

fn dump(reading: &Reading) -> Vec<(ZoneKind, String)> {
    let article = reading.articles.first().unwrap();
    let words = |span: crate::base::span::Span| {
        span.of_text(&reading.text).split_whitespace().collect::<Vec<_>>().join(" ")
    };
    article.zones.iter().map(|zone| (zone.kind, words(zone.span))).collect()
}

fn kinds(text: &str) -> Vec<ZoneKind> {
    dump(&source::read(text, Format::Plain)).into_iter().map(|(kind, _)| kind).collect()
}

fn published(text: &str) -> Option<(String, &str, &'static str)> {
    let reading = source::read(text, Format::Plain);
    let found = reading.articles.first()?.published?;
    Some((found.date.to_string(), found.span?.of_text(text), found.source.name()))
}

fn title(text: &str) -> Option<String> {
    let reading = source::read(text, Format::Plain);
    reading.articles.first()?.title.map(|span| span.of_text(&reading.text).to_owned())
}

/// Zones and map are sound for this reading.
fn assert_sound(text: &str, reading: &Reading) {
    assert_eq!(reading.articles.is_empty(), reading.text.trim().is_empty());
    let mut behind = 0;
    for article in &reading.articles {
        let between =
            reading.text.get(behind as usize..article.span.start as usize).expect("sorted, disjoint");
        assert!(between.trim().is_empty(), "words without an article: {between:?}");
        behind = article.span.end;
        let mut end = article.span.start;
        for zone in &article.zones {
            assert!(zone.span.start >= end && !zone.span.is_empty(), "{:?}", article.zones);
            let between = reading.text.get(end as usize..zone.span.start as usize).expect("a boundary");
            assert!(between.trim().is_empty(), "words without a zone: {between:?}");
            let words = reading.text.get(zone.span.range()).expect("boundaries");
            assert_eq!(words.trim(), words);
            let file = reading.map.to_file(zone.span);
            assert!(text.get(file.range()).is_some(), "{file:?} in the file");
            end = zone.span.end;
        }
        let rest = reading.text.get(end as usize..article.span.end as usize).expect("zones in the article");
        assert!(rest.trim().is_empty(), "words without a zone: {rest:?}");
        if let Some(title) = article.title {
            assert!(reading.text.get(title.range()).is_some());
        }
        if let Some(span) = article.published.and_then(|published| published.span) {
            assert!(text.get(span.range()).is_some_and(|words| !words.is_empty()));
        }
    }
    assert!(reading.text.get(behind as usize..).expect("a boundary").trim().is_empty());
    let mut last = 0;
    for (at, _) in reading.text.char_indices().filter(|(_, character)| !character.is_whitespace()) {
        let file = reading.map.to_file(crate::base::span::Span::of(at..at + 1)).start;
        assert!(file >= last && text.is_char_boundary(file as usize), "the map is monotone");
        last = file;
    }
}

#[test]
fn a_wire_copy_is_taken_apart() {
    use ZoneKind::{Body, Dateline, Header, Headline};
    assert_eq!(kinds(WIRE), [Header, Headline, Header, Headline, Dateline, Body]);
    assert_eq!(title(WIRE).unwrap(), "Moen, Lindqvist Discuss Cod Quotas In The North Sea - Oslo");
    assert_eq!(published(WIRE), Some(("2021-05-04".to_owned(), "2021-05-04", "header")));
}

#[test]
fn a_page_is_taken_apart() {
    use ZoneKind::{Body, Boilerplate, Caption, Dateline, Header, Headline};
    let expected =
        [Header, Headline, Caption, Dateline, Headline, Body, Headline, Headline, Body, Boilerplate];
    assert_eq!(kinds(PAGE), expected);
    assert_eq!(published(PAGE), None, "the day of a picture is not the day of the article");
}

#[test]
fn line_ends_and_composition_do_not_matter() {
    for text in [WIRE, PAGE] {
        let usual = dump(&source::read(text, Format::Plain));
        let crlf = text.replace('\n', "\r\n");
        let reading = source::read(&crlf, Format::Plain);
        assert_eq!(dump(&reading), usual);
        assert_eq!(reading.text.len(), crlf.len());
        assert!(!reading.text.contains('\r') && reading.text.contains("\n\n"));
        let nfd: String = text.nfd().collect();
        let kinds_of = |zones: &[(ZoneKind, String)]| zones.iter().map(|(kind, _)| *kind).collect::<Vec<_>>();
        assert_eq!(kinds_of(&dump(&source::read(&nfd, Format::Plain))), kinds_of(&usual));
    }
}

#[test]
fn plain_text_keeps_its_offsets() {
    let reading = source::read(WIRE, Format::Plain);
    assert_eq!(reading.map, OffsetMap::identity());
    assert_eq!(reading.text.len(), WIRE.len());
    assert_eq!(reading.text.find("Lindqvist spoke"), WIRE.find("Lindqvist spoke"));
}

#[test]
fn wrapped_lines_are_joined() {
    let text = "Ministers hold second round of talks on the quotas for cod\n\n\
                OSLO, May 4 - The ministers of fisheries of Norway and Sweden met on\n\
                Tuesday to talk about the quotas for cod in the North Sea, where the\n\
                Swedish fleet has been waiting for a licence since the end of March.\n\
                Moen said that talks would go on.\n\
                The talks go on in Bergen.\n";
    let reading = source::read(text, Format::Plain);
    assert!(reading.text.contains("Sweden met on Tuesday to talk"));
    assert!(reading.text.contains("where the Swedish fleet"));
    assert!(reading.text.contains("would go on.\nThe talks"), "{}", reading.text);
    assert_eq!(reading.text.len(), text.len());
    assert_eq!(kinds(text), [ZoneKind::Headline, ZoneKind::Dateline, ZoneKind::Body]);
    assert_eq!(published(text), None, "no year, no day");
}

#[test]
fn lines_that_stand_alone_stay_apart() {
    let reading = source::read(PAGE, Format::Plain);
    assert!(reading.text.contains("OSLO/BERGEN\nSwedish"));
    assert!(reading.text.contains("at sea\nEnvoys"));
}

#[test]
fn a_year_in_the_header_completes_the_wire_dateline() {
    let text = "Archive | 1987 | Fish\nTalks on cod fail\n\nLONDON, April 21 - The talks on cod failed on Tuesday, officials said.\n";
    assert_eq!(published(text), Some(("1987-04-21".to_owned(), "April 21", "dateline")));
    let text = "Date: April 1987\nTalks on cod fail\n\nLONDON, April 21 - The talks failed on Tuesday, officials said.\n";
    assert_eq!(published(text), Some(("1987-04-21".to_owned(), "April 21", "dateline")));
    let text = "21-APR-1987 11:35:01.50\nTalks on cod fail\n\nLONDON, April 22 - The talks failed on Tuesday, officials said.\n";
    assert_eq!(published(text), Some(("1987-04-21".to_owned(), "21-APR-1987", "header")));
}

#[test]
fn the_wire_dateline_is_the_last_resort() {
    let text = "Talks on cod fail\n\nOSLO (Fjord News - 4th May, 2021) The talks on cod failed, officials said on Tuesday.\n";
    assert_eq!(published(text), Some(("2021-05-04".to_owned(), "4th May, 2021", "dateline")));
}

#[test]
fn published_wins_over_updated() {
    let text = "Talks on cod fail\nUpdated May 6, 2021, 10:14 AM ET\nPublished May 4, 2021, 10:14 AM ET\n\nThe talks on cod failed, officials said.\n";
    assert_eq!(published(text).unwrap().0, "2021-05-04");
    let text = "Talks on cod fail\nUpdated May 6, 2021\n\nThe talks on cod failed, officials said.\n";
    assert_eq!(published(text).unwrap().0, "2021-05-06");
}

#[test]
fn dates_of_the_story_and_impossible_dates_are_not_the_publication() {
    for text in [
        "Talks on cod fail\n\nThe talks began on May 4, 2021.\n",
        "Talks set for May 4, 2021\n\nThe talks on cod begin soon, officials said.\n",
        "Talks on cod fail\n• February 30 2021 12:15:00\n\nThe talks on cod failed, officials said.\n",
        "Talks on cod fail\n\nFile photo: Boats on May 4, 2021\n\nThe talks on cod failed, officials said.\n",
    ] {
        assert_eq!(published(text), None, "{text}");
    }
}

#[test]
fn the_headline_can_stand_behind_the_date() {
    let text = "\u{20}date 2021-05-04 Norwegian, Swedish envoys to meet with cod agenda\n\nOSLO\n\nEnvoys will meet on May 5 to discuss cod.\n";
    use ZoneKind::{Body, Dateline, Header, Headline};
    assert_eq!(kinds(text), [Header, Headline, Dateline, Body]);
    assert_eq!(title(text).unwrap(), "Norwegian, Swedish envoys to meet with cod agenda");
}

#[test]
fn a_text_without_headline_has_none() {
    let text = "The ministers met on Tuesday in Oslo to talk about cod. They will meet again in June, after the vote.\n";
    assert_eq!((title(text), kinds(text)), (None, vec![ZoneKind::Body]));
}

#[test]
fn credits_below_the_story_are_header_lines() {
    let text = "Talks fail\n\nThe talks on cod failed, officials said.\n\n(Reporting by Kari Moen; Editing by Per Dahl)\n";
    assert_eq!(kinds(text), [ZoneKind::Headline, ZoneKind::Body, ZoneKind::Header]);
}

#[test]
fn quotes_and_items_in_the_story_are_the_story() {
    let text = "Talks fail\n\nThe talks on cod failed over three points:\n\n- the licence of the fleet\n\n\"No deal without cod\"\n\n2. Herring\n";
    assert_eq!(kinds(text), [ZoneKind::Headline, ZoneKind::Body]);
}

#[test]
fn blank_files_hold_no_article() {
    for text in ["", "\n\r\n  \u{A0}\n", "\u{2028}"] {
        for format in [Format::Plain, Format::Markdown, Format::Html] {
            assert_eq!(source::read(text, format).articles, [], "{text:?}");
        }
    }
}

#[test]
fn one_long_line_and_deep_nesting_take_linear_time() {
    let line = "Moen said no. ".repeat(100_000);
    let quotes = format!("{}deep", "> ".repeat(5_000));
    let tags = format!("{}deep", "<div><b>".repeat(50_000));
    let menus = "Recommended\nRelated\n".repeat(20_000);
    let nexis = "1 of 1 DOCUMENTS\nLENGTH: 1 words\nBody\nNo.\n".repeat(20_000);
    let keyed = "HD Talks\nPD 4 May 2021\nSN A\nSC B\n".repeat(20_000);
    let heads = "HD Talks\n".repeat(40_000) + "PD 4 May 2021\nSN A\nSC B\n";
    let keyless = "Talks\n1 words\n4 May 2021\nDocument FJPR000020210504e61b0001x\n".repeat(20_000);
    let many = [&nexis, &keyed, &keyless];
    for text in [&line, &quotes, &tags, &menus, &heads].into_iter().chain(many) {
        for format in [Format::Plain, Format::Markdown, Format::Html] {
            let articles = source::read(text, format).articles.len();
            let is_export = format != Format::Html && many.contains(&text);
            assert!(if is_export { articles == 20_000 } else { articles <= 1 }, "{articles}");
        }
    }
}

fn any_page() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "\\PC{0,12}",
        prop::sample::select(vec![
            "\n",
            "\r\n",
            "\r",
            "\n\n",
            "\u{A0}",
            " ",
            "OSLO, May 4 - ",
            "OSLO (AP) — ",
            "date 2021-05-04 ",
            "May 4, 2021",
            "Related\n",
            "MOST POPULAR\n\n",
            "(Photo by AFP)",
            "---\n",
            "date: 2021-05-04\n",
            "title: \"é\n",
            "+++\n",
            "<p>",
            "</p>",
            "<article>",
            "</article>",
            "<nav>",
            "<h1>",
            "</h1>",
            "&amp;",
            "&eacute",
            "&",
            "<time datetime='2021-05-04'>",
            "<script>",
            "</script>",
            "<!--",
            "-->",
            "# ",
            "- ",
            "> ",
            "**",
            "[a](b)",
            "![c](d)",
            "`",
            "```\n",
            "|a|b|\n|-|-|\n",
            "<title>",
            "</title>",
            "<meta name=date content='4 May 2021'>",
            "e\u{301}",
            "Published ",
            "\\",
            "The talks on cod failed, officials said on Tuesday.",
            "By Kari Moen",
            "\u{FEFF}",
            "\0",
            "<br>",
            "<figure>",
            "&#x1F41F;",
            "[[Moen|x]]",
            "\t",
            "    ",
            "<script type=\"application/ld+json\">{\"datePublished\": \"2021-05-04\"}</script>",
            "<main>",
            "<header>",
            "</header>",
            "<aside>",
            "talks of",
            "\u{2028}",
            "1 of 2 DOCUMENTS\n",
            "\nDocument 2 of 2\n",
            "\nHEADLINE: ",
            "\nHIGHLIGHT: ",
            "\nBYLINE:\u{A0}",
            "\nLENGTH: 35 words\n",
            "\nBody\n",
            "\nBODY: ",
            "\nGRAPHIC: ",
            "\nGraphic\n",
            "\nLOAD-DATE: May 5, 2021\n",
            "\nCopyright 2021 The Fjord Press\n",
            "\nEnd of Document\n",
            "\nHD ",
            "\nPD 4 May 2021\n",
            "\nSN The Fjord Press\nSC FJPR\n",
            "\nLP\n",
            "\nTD ",
            "\nIN i0 : Fish\n",
            "\n35 words\n",
            "\nEnglish\n",
            "\nDocument FJPR000020210504e61b0001x\n",
            "<div class=sidebar>",
            "</div>",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_text_gives_sound_zones(text in any_page()) {
        for format in [Format::Plain, Format::Markdown, Format::Html] {
            let reading = source::read(&text, format);
            assert_sound(&text, &reading);
        }
        prop_assert_eq!(source::read(&text, Format::Plain).text.len(), text.len());
    }
}

#[test]
fn a_line_without_letters_is_no_headline() {
    for ornament in ["\u{1F600}", "* * *", "=====", "— — —"] {
        let text =
            format!("{ornament}\n\nEnvoys meet in the capital\n\nThey met on Friday, officials said.\n");
        let reading = crate::source::read(&text, crate::source::Format::Plain);
        let title = reading.articles[0].title.map(|title| title.of_text(&reading.text).to_owned());
        assert_eq!(title.as_deref(), Some("Envoys meet in the capital"), "{ornament}");
    }
}

#[test]
fn names_between_headline_and_date_are_a_by_line() {
    use ZoneKind::{Body, Header, Headline};
    let story = "The talks on cod failed, officials said.\n";
    let text = format!("Talks on cod fail\n\nKari Moen and Per Dahl\n\nMay 4, 2021\n\n{story}");
    assert_eq!(kinds(&text), [Headline, Header, Header, Body]);
    let text = format!("Talks on cod fail\n\nKari Moen\n\n{story}");
    assert_eq!(kinds(&text), [Headline, Headline, Body], "no date below them");
    let text = format!("Talks on cod fail\n\nMinisters leave at once\n\nMay 4, 2021\n\n{story}");
    assert_eq!(kinds(&text), [Headline, Headline, Header, Body]);
}
