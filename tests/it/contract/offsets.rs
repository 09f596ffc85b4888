//! `start..end` of the file is `text`: whatever the bytes, the line ends and the characters before it.
#![expect(clippy::disallowed_methods, reason = "the sample articles are read")]

use serde_json::Value;

use crate::cli::Folder;
use crate::contract::{list, run, slice};

/// Accents (composed and not), characters outside the basic plane, no-break spaces, a name and a date
/// broken over two lines, and two mistakes.
const ARTICLE: &str = " date 2019-12-24 Example.com\n\
    Talks Go On 🕊 In Moscow\n\n\
    Recep Tayyip Erdoğan met Sergey Lavrov 🕊 on Monday, as many people who know\n\
    of it have said. Then Erdog\u{306}an and the others sat down again with Sergey\n\
    Lavrov, and the second of their meetings was held late in the day of 31\n\
    November 2019 in Moscow, said Sedat\u{a0}Önal, who was there with some of\n\
    them.\n\n\
    “Wednesday, December 24, 2019” was the day.\n";

/// Every passage of every command, with its path.
fn passages(run: impl Fn(&[&str]) -> Vec<Value>) -> Vec<(String, Value)> {
    let mut passages = Vec::new();
    let mut add = |path: &Value, values: &[Value]| {
        passages.extend(values.iter().map(|one| (path.as_str().unwrap().to_owned(), one.clone())));
    };
    for article in run(&["extract"]) {
        add(&article["path"], list(&article, "dates"));
        add(&article["path"], list(&article, "entities"));
    }
    for report in run(&["check", "--format", "json", "--fail-on", "never"]) {
        list(&report, "diagnostics").iter().for_each(|one| add(&one["path"], std::slice::from_ref(one)));
    }
    for report in run(&["entities", "--format", "json"]) {
        for entity in list(&report, "entities") {
            list(entity, "mentions").iter().for_each(|one| add(&one["path"], std::slice::from_ref(one)));
        }
    }
    passages
}

fn check_slices(name: &str, bytes: &[u8], text: &str) -> Vec<String> {
    let folder = Folder::with(&[(name, bytes)]);
    let passages = passages(|command| {
        let done = folder.run(&[command, &[name]].concat());
        assert_eq!(done.status, 0, "{done:?}");
        done.lines()
    });
    assert!(passages.len() > 4, "{passages:?}");
    for (_, passage) in &passages {
        assert_eq!(slice(text, passage), passage["text"].as_str().unwrap(), "{passage}");
        if let (Some(line), Some(column)) = (passage["line"].as_u64(), passage["column"].as_u64()) {
            let start = usize::try_from(passage["start"].as_u64().unwrap()).unwrap();
            let before: String = text.chars().take(start).collect();
            let before = before.replace("\r\n", "\n");
            let last = before.rsplit('\n').next().unwrap();
            assert_eq!(
                (line, column),
                (1 + before.matches('\n').count() as u64, 1 + last.chars().count() as u64),
                "{passage}"
            );
        }
    }
    passages.iter().map(|(_, passage)| passage["text"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn plain_text() {
    let words = check_slices("a.txt", ARTICLE.as_bytes(), ARTICLE);
    assert!(words.iter().any(|words| words == "31\nNovember 2019"), "{words:?}");
}

#[test]
fn a_byte_order_mark_counts_as_none() {
    let with_mark = ["\u{feff}", ARTICLE].concat();
    check_slices("a.txt", with_mark.as_bytes(), ARTICLE);
}

#[test]
fn crlf_counts_as_it_stands() {
    let text = ARTICLE.replace('\n', "\r\n");
    check_slices("a.txt", text.as_bytes(), &text);
}

#[test]
fn windows_1252() {
    let text = ARTICLE.replace(['🕊', 'ğ', '\u{306}'], "–");
    let bytes: Vec<u8> = text
        .chars()
        .map(|character| match character {
            '“' => 0x93,
            '”' => 0x94,
            '–' => 0x96,
            other => u8::try_from(u32::from(other)).unwrap(),
        })
        .collect();
    check_slices("a.txt", &bytes, &text);
}

#[test]
fn utf_16() {
    let bytes: Vec<u8> =
        "\u{feff}".encode_utf16().chain(ARTICLE.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    check_slices("a.txt", &bytes, ARTICLE);
}

#[test]
fn the_words_of_pages_are_without_their_markup() {
    let page = "<!DOCTYPE html><html><head><title>Talks</title>\n\
        <script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"datePublished\":\"2019-12-24\"}</script>\n\
        </head><body><article><h1>Talks go on</h1>\n\
        <p>Recep Tayyip Erdo&#287;an met <b>Sergey</b> Lavrov on <em>31</em>\n   November 2019, it was said.</p>\n\
        </article></body></html>\n";
    let folder = Folder::with(&[("a.html", page.as_bytes())]);
    let report = folder.run(&["check", "a.html", "--format", "json"]).json();
    let wrong = &list(&report, "diagnostics")[0];
    assert_eq!(wrong["text"], "31 November 2019", "{report}");
    let inside = slice(page, wrong);
    assert!(inside.starts_with("31") && inside.ends_with("2019") && inside.contains("</em>"), "{inside}");
    let article = &folder.run(&["extract", "a.html"]).lines()[0];
    for date in list(article, "dates") {
        assert!(!date["text"].as_str().unwrap().contains(['<', '&', '\n']), "{date}");
    }
}

#[test]
fn sample_articles_in_plain_text() {
    let root = env!("CARGO_MANIFEST_DIR");
    let passages = passages(|command| run(&[command, &["seeds"]].concat()).lines());
    let plain = passages.iter().filter(|(path, _)| path.ends_with(".txt") && !path.contains("004"));
    for (path, passage) in plain {
        let text = std::fs::read_to_string(format!("{root}/{path}")).unwrap();
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        assert_eq!(slice(text, passage), passage["text"].as_str().unwrap(), "{path}: {passage}");
    }
}
