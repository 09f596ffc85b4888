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
