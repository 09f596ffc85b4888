use super::metadata::reference;
use crate::base::span::Span;
use crate::source::{self, Format, Reading, ZoneKind};

const PAGE: &str = r#"<!doctype html>
<html><head><title>Talks on cod fail - Nordnews</title>
<meta property="article:published_time" content="2021-05-05T01:00:00+02:00">
<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "datePublished": "1999-01-01"},
{"@type": ["NewsArticle"], "headline": "Talks", "datePublished": "2021-05-04T23:30:00+02:00"}]}</script>
<style>p { color: red }</style></head>
<body><header><a href="/">Nordnews</a></header><nav><ul><li>World<li>Fish</ul></nav>
<article><header><h1>Talks on <em>cod</em> fail</h1><p>By Kari Moen, <time datetime="2021-05-06">May 6, 2021</time></p></header>
<figure><img src="a.png"><figcaption>Boats wait in Reine, on Oct. 4, 2020</figcaption></figure>
<p>OSLO (AP) &mdash; Minister Kari <b>Mo</b>en met
   &Aring;sa&nbsp;Lindqvist &amp; others on Tuesday.<p>The talks failed, &copy2021 said.
<aside><h2>Trending</h2><p>Another story about herring is here.</p></aside>
<p>They meet again in June.<br>Nobody else commented.</p>
<h2>Related</h2><ul><li><a href="x">A herring</a></li><li><a href="y">Another</a></li></ul>
</article><footer>All rights reserved</footer></body></html>"#;

fn read(text: &str) -> Reading {
    source::read(text, Format::Html)
}

fn zones(reading: &Reading) -> Vec<(ZoneKind, &str)> {
    let article = reading.articles.first().unwrap();
    article.zones.iter().map(|zone| (zone.kind, zone.span.of_text(&reading.text))).collect()
}

#[test]
fn the_main_content_is_read() {
    let reading = read(PAGE);
    let expected = [
        (ZoneKind::Headline, "Talks on cod fail"),
        (ZoneKind::Header, "By Kari Moen, May 6, 2021"),
        (ZoneKind::Caption, "Boats wait in Reine, on Oct. 4, 2020"),
        (ZoneKind::Dateline, "OSLO (AP) —"),
        (
            ZoneKind::Body,
            "Minister Kari Moen met Åsa\u{A0}Lindqvist & others on Tuesday.\n\nThe talks failed, ©2021 said.\n\n\
             They meet again in June.\nNobody else commented.",
        ),
        (ZoneKind::Boilerplate, "Related\n\nA herring\nAnother"),
    ];
    assert_eq!(zones(&reading), expected);
}

#[test]
fn spans_cover_the_raw_words() {
    let reading = read(PAGE);
    for (words, raw) in [
        ("Kari Moen met", "Kari <b>Mo</b>en met"),
        ("Moen", "Mo</b>en"),
        ("Åsa\u{A0}Lindqvist", "&Aring;sa&nbsp;Lindqvist"),
        ("©2021", "&copy2021"),
        ("met Åsa", "met\n   &Aring;sa"),
    ] {
        let story = reading.text.find("Minister").unwrap();
        let at = story + reading.text[story..].find(words).unwrap();
        assert_eq!(reading.map.to_file(Span::of(at..at + words.len())).of_text(PAGE), raw);
    }
}

#[test]
fn declared_dates_come_in_order_of_strength() {
    let published = |text: &str| {
        let found = read(text).articles[0].published?;
        Some((found.date.to_string(), found.span?.of_text(text).to_owned(), found.source.name()))
    };
    let as_found = |date: &str, words: &str, source| Some((date.to_owned(), words.to_owned(), source));
    assert_eq!(published(PAGE), as_found("2021-05-04", "2021-05-04", "front-matter"));
    let without_data = PAGE.replace("ld+json", "other");
    assert_eq!(published(&without_data), as_found("2021-05-05", "2021-05-05", "front-matter"));
    let without_meta = without_data.replace("published_time", "x");
    assert_eq!(published(&without_meta), as_found("2021-05-06", "2021-05-06", "header"));
    let without_time = without_meta.replace("<time datetime=\"2021-05-06\">", "");
    assert_eq!(published(&without_time), as_found("2021-05-06", "May 6, 2021", "header"));
    let without_line = without_time.replace("May 6, 2021", "");
    assert_eq!(published(&without_line), None, "the day of the picture is not taken");
}

#[test]
fn broken_data_is_searched_for_its_date() {
    let text = "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"datePublished\" : \"2021-05-04\",,}</script><p>The talks failed.";
    assert_eq!(read(text).articles[0].published.unwrap().date.to_string(), "2021-05-04");
}

#[test]
fn a_page_without_main_heading_takes_its_title() {
    let reading = read("<title>Talks on cod fail</title><p>The talks on cod failed, officials said.</p>");
    assert_eq!(zones(&reading)[0], (ZoneKind::Headline, "Talks on cod fail"));
}

#[test]
fn a_heading_above_the_article_is_read() {
    let text = "<header><p>Nordnews</p><h1>Talks on cod fail</h1></header><main><p>The talks failed, officials said.</p></main>";
    let reading = read(text);
    assert_eq!(
        zones(&reading),
        [(ZoneKind::Headline, "Talks on cod fail"), (ZoneKind::Body, "The talks failed, officials said.")]
    );
}

#[test]
fn an_open_menu_does_not_hide_the_page() {
    let reading = read("<nav><p>The talks on cod failed, officials said.");
    assert_eq!(reading.text, "The talks on cod failed, officials said.");
}

#[test]
fn the_fullest_article_is_the_article() {
    let text = "<main><article>A teaser.</article><article><p>The talks on cod failed, officials said.</article><article>More.</article></main>";
    assert_eq!(read(text).text, "The talks on cod failed, officials said.");
}

#[test]
fn references_are_measured() {
    for (raw, words, length) in [
        ("&amp;x", "&", 5),
        ("&ampx", "&", 4),
        ("&#233;", "é", 6),
        ("&#x1F41F;!", "🐟", 9),
        ("&#55a", "7", 4),
        ("&eacute;", "é", 8),
        ("&notit;", "¬", 4),
    ] {
        assert_eq!(reference(raw), Some((words.to_owned(), length)), "{raw}");
    }
    for raw in ["& b", "&nosuchname;", "&", "&&amp;"] {
        assert_eq!(reference(raw), None, "{raw}");
    }
}

fn day(text: &str) -> Option<String> {
    read(text).articles[0].published.map(|published| published.date.to_string())
}

const STORY: &str = "<h1>Talks on cod fail</h1><p>The talks on cod failed, officials said on Tuesday.</p>";

#[test]
fn many_names_say_when_a_page_was_published() {
    for name in [
        "property='article:published_time'",
        "property='og:published_time'",
        "itemprop='datePublished'",
        "name='DC.date.issued'",
        "name='sailthru.date'",
        "name='parsely-pub-date'",
        "name='pubdate'",
        "name='date'",
    ] {
        let text = format!("<meta {name} content='2021-05-04T23:30:00-05:00'>{STORY}");
        assert_eq!(day(&text).as_deref(), Some("2021-05-04"), "{name}");
        let unknown = text.replace("2021-05-04T23:30:00-05:00", "1970-01-01T00:00:00Z");
        assert_eq!(day(&unknown), None, "{name}");
    }
    for name in ["property='article:modified_time'", "name='last-modified'", "name='savepage-date'"] {
        assert_eq!(day(&format!("<meta {name} content='2021-05-04'>{STORY}")), None, "{name}");
    }
}

#[test]
fn data_of_an_article_goes_before_data_of_a_page() {
    let script = |data: &str| format!("<script type='application/ld+json'>{data}</script>");
    let page = script(r#"[{"@type": "WebPage", "datePublished": "2001-01-01"}]"#);
    let article = script(
        r#"[{"@type": "Organization"}, {"@graph": [{"@type": "NewsArticle", "datePublished": "2021\u002d05-04", "x": {"datePublished": "2021-05-04"}}]}]"#,
    );
    assert_eq!(day(&format!("{page}{article}{STORY}")).as_deref(), Some("2021-05-04"));
    assert_eq!(day(&format!("{page}{STORY}")).as_deref(), Some("2001-01-01"));
    let modified = script(r#"{"@type": "NewsArticle", "dateModified": "2021-05-06"}"#);
    assert_eq!(day(&format!("{modified}{STORY}")), None);
}

#[test]
fn remarks_of_the_program_that_saved_the_page_are_no_dates() {
    for remark in [
        "<!--\n Page saved with SingleFile \n url: https://nordnews.example/a \n saved date: Wed May 05 2021 10:14:00 GMT+0200\n-->",
        "<!-- saved from url=(0042)https://nordnews.example/2021-05-04/a -->",
    ] {
        assert_eq!(day(&format!("{remark}<html>{STORY}")), None);
    }
}

#[test]
fn the_time_that_calls_itself_published_goes_first() {
    let text = "<h1>Talks on cod fail</h1><p><time datetime='2021-05-06' class='updated'>x</time> <time datetime='2021-05-05'>y</time>
        <time itemprop='datePublished' datetime='2021-05-04T10:00Z'>z</time></p><p>The talks on cod failed, officials said.</p>";
    assert_eq!(day(text).as_deref(), Some("2021-05-04"));
    assert_eq!(day(&text.replace(" itemprop='datePublished'", "")).as_deref(), Some("2021-05-05"));
}
