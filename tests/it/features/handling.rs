//! Comments that silence, fingerprints and actions, in every dress of a text.

use dateline::base::span::Span;
use dateline::checks;
use dateline::ide::actions::{Does, actions};
use dateline::testing::check::{check_findings, check_hover};
use dateline::testing::fixture::{Dress, Fixture, doc};

#[test]
fn a_comment_silences_its_line_or_the_paragraph_below() {
    check_findings(
        "#- draft.md
# Draft

They met on Feb. 30, 2020. <!-- dateline-ignore impossible-date: as printed -->
They parted on Feb. 31, 2020.
               ^^^^^^^^^^^^^ impossible-date

<!-- dateline-ignore impossible-date, weekday-mismatch: the note has it so -->

They met on Tuesday, February 20, 2020,
and on Feb. 30, 2021.

They met on Feb. 30, 2022.
            ^^^^^^^^^^^^^ impossible-date
",
    );
}

#[test]
fn a_comment_silences_what_it_names_and_no_more() {
    check_findings(
        "#- draft.md
# Draft

They met on Feb. 30, 2020 <!-- dateline-ignore weekday-mismatch: no -->.
            ^^^^^^^^^^^^^ impossible-date
                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ stale-suppression: weekday-mismatch finds nothing

They met on Feb. 30, 2021 <!-- dateline-ignore impossible-dates: typing -->.
            ^^^^^^^^^^^^^ impossible-date
                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ stale-suppression: No check is called “impossible-dates”

They met on Feb. 30, 2022 <!-- dateline-ignore impossible-date -->.
                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ stale-suppression: Say why

They met then <!-- dateline-ignore stale-suppression: hush -->.
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ stale-suppression: No check is called

They met then <!-- dateline-ignore -->.
              ^^^^^^^^^^^^^^^^^^^^^^^^ stale-suppression: names no check
#- 2020-02-18-article.md
# Article

They met on Feb. 30, 2020 <!-- dateline-ignore impossible-date: not in evidence -->.
            ^^^^^^^^^^^^^ impossible-date
",
    );
}

#[test]
fn a_fingerprint_is_the_same_in_every_dress() {
    let fixture = Fixture::parse(
        "#- draft.md
# Draft

Öner and Ann met on Tuesday,
February 20, 2020, and on Feb. 30, and on Feb. 30.
",
    );
    let fingerprints = |dress| -> Vec<String> {
        let snapshot = fixture.dressed(dress).world().snapshot();
        let found = checks::findings(&snapshot, doc(&snapshot, "draft.md".into()));
        found.iter().map(|finding| finding.fingerprint.to_string()).collect()
    };
    let plain = fingerprints(Dress::Plain);
    assert_eq!(plain.len(), 3);
    for dress in Dress::ALL {
        assert_eq!(fingerprints(dress), plain, "{dress:?}");
    }
}

#[test]
fn what_a_finding_can_have_done_depends_on_where_it_stands() {
    let titles = |path: &str, text: &str| -> Vec<String> {
        let mut fixture = Fixture::parse(text);
        let marked = fixture.files.pop_first().unwrap().1;
        fixture.files.insert(path.into(), marked);
        let snapshot = fixture.world().snapshot();
        let whole = Span::new(0, u32::MAX);
        actions(&snapshot, doc(&snapshot, path.into()), whole)
            .into_iter()
            .filter(|action| action.does != Does::Explain)
            .map(|action| action.title)
            .collect()
    };
    let comment = "Ignore impossible-date here, by a comment";
    let line = "Suppress impossible-date here, in .dateline/suppressions.jsonl";
    assert_eq!(titles("a.txt", "They met on Feb. 30, 2020."), [line]);
    assert_eq!(titles("a.md", "They met on Feb. 30, 2020."), [comment]);
    assert_eq!(titles("2020-02-18-a.md", "They met on Feb. 30, 2020."), [line]);
    assert_eq!(titles("a.txt", "---\ntype: draft\n---\n\nThey met on Feb. 30, 2020."), [comment]);
    // A comment in front matter would be none.
    let front = "---\ntype: draft\nnote: until Feb. 30, 2020\n---\n\nThey met on Feb. 30, 2021.";
    assert_eq!(titles("a.md", front), [line, comment]);
}

const SOURCE: &str = "#- articles/2031-02-03-a.txt
Tanker loses oil off Lakto

The tanker Halcyon Bay lost 5,400 tonnes of fuel oil after it was rammed off Lakto on Saturday.
";

/// What the actions for a document put in the place of which words, by title.
fn replacements(source: &str, path: &str) -> Vec<(String, String, String)> {
    let fixture = Fixture::parse(source);
    let snapshot = fixture.world().snapshot();
    let text = &fixture.files[camino::Utf8Path::new(path)].text;
    let done = actions(&snapshot, doc(&snapshot, path.into()), Span::new(0, u32::MAX)).into_iter();
    let replaced = done.filter_map(|action| match action.does {
        Does::Replace { span, words } => Some((action.title, span.of_text(text).to_owned(), words)),
        _ => None,
    });
    replaced.filter(|(title, ..)| !title.starts_with("Ignore")).collect()
}

#[test]
fn a_draft_can_take_its_sources_words_and_cite_it() {
    let spilled = "The Halcyon Bay spilled 4,500 tonnes of fuel oil off Lakto, more than any ship this year.";
    let draft = |name: &str| format!("{SOURCE}\n#- {name}\n---\ntype: draft\n---\n# Oil\n\n{spilled}\n");
    let title = "Use “5,400 tonnes” for “4,500 tonnes”, and cite 2031-02-03-a.txt".to_owned();
    assert_eq!(
        replacements(&draft("drafts/oil.md"), "drafts/oil.md"),
        [(
            title.clone(),
            "4,500 tonnes".to_owned(),
            "5,400 tonnes ([2031-02-03-a.txt](../articles/2031-02-03-a.txt))".to_owned()
        )]
    );
    // Plain text has no links.
    assert_eq!(
        replacements(&draft("oil.txt"), "oil.txt"),
        [(title, "4,500 tonnes".to_owned(), "5,400 tonnes (2031-02-03-a.txt)".to_owned())]
    );
    // An article is evidence: nothing writes into it.
    let article = format!("{SOURCE}\n#- 2031-02-04-b.txt\nOil\n\n{spilled}\n");
    assert_eq!(replacements(&article, "2031-02-04-b.txt"), []);
}

#[test]
fn a_draft_can_take_its_sources_day_in_its_own_way_to_write_days() {
    let source = "#- 2031-06-17-a.txt
President sworn in

Fatima Kposo was sworn in as president of Liberia on Saturday, 14 June, before 25,000 people in a stadium.

#- draft.md
---
type: draft
---
# A new president

Fatima Kposo was inaugurated as president of Liberia in a stadium on June 18, 2031.
";
    assert_eq!(
        replacements(source, "draft.md"),
        [(
            "Use “June 14, 2031” for “June 18, 2031”, and cite 2031-06-17-a.txt".to_owned(),
            "June 18, 2031".to_owned(),
            "June 14, 2031 ([2031-06-17-a.txt](2031-06-17-a.txt))".to_owned()
        )]
    );
}

#[test]
fn what_is_said_of_a_status_can_only_be_cited() {
    let source = "#- 2031-11-26-a.txt
Parliament rejects base treaty

Peru's parliament rejected a treaty on a second naval base at Callao on Wednesday.

#- draft.md
---
type: draft
---
# Bases

Peru's parliament ratified the treaty on a second naval base at Callao on 26 November 2031.
";
    let done = replacements(source, "draft.md");
    assert_eq!(done[0].0, "Cite 2031-11-26-a.txt here");
    assert_eq!((&*done[0].1, &*done[0].2), ("", " ([2031-11-26-a.txt](2031-11-26-a.txt))"));
}

#[test]
fn hover_says_what_is_found_and_why() {
    check_hover(
        "#- draft.md
# Draft

They met on Tuesday, Febru<|>ary 20, 2020. <!-- dateline-ignore weekday-mismatch: as printed -->
",
        "
2020-02-20 · date · Thursday, 20 February 2020
as written
this article gives no publication date

weekday-mismatch (suppressed) · 20 February 2020 falls on a Thursday, not a Tuesday
- “Tuesday, February 20, 2020” is read as 2020-02-20 · date · Thursday, 20 February 2020; as written; this article gives no publication date
- suppressed by a comment here: as printed
",
    );
}
