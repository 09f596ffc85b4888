//! One report printed twice, and one quotation given twice: what changed on the way.

use camino::{Utf8Path, Utf8PathBuf};
use dateline::checks::{self, Finding, Mend};
use dateline::testing::fixture::{Fixture, Marked, doc};

/// What is found in the last of some files.
fn findings(files: &[(&str, &str)]) -> Vec<Finding> {
    let marked = files.iter().map(|(path, text)| {
        let text = (*text).to_owned();
        (Utf8PathBuf::from(*path), Marked { text, ..Marked::default() })
    });
    let snapshot = Fixture { files: marked.collect() }.world().snapshot();
    let last = files.last().expect("a file").0;
    checks::findings(&snapshot, doc(&snapshot, Utf8Path::new(last)))
}

/// The codes of what is found, and the messages for a failing test.
fn codes(found: &[Finding]) -> (Vec<&'static str>, Vec<&str>) {
    (found.iter().map(|one| one.code).collect(), found.iter().map(|one| one.message.as_str()).collect())
}

const REPORT: &str = "Storehouse fire in Lakto put out

LAKTO, March 10 (Coast Press) - A fire that destroyed a cotton store in the port of Lakto was put out on Monday after 31 hours, harbour master Ines Coveney said.

Two of the 46 people who were on the night shift suffered burns and were taken to the Municipal Hospital. Arson is not suspected, prosecutor Bram Tolland told reporters.

The store, which belonged to the Pellworth Cotton Company, held 8,400 bales worth $3.6 million. Deputy mayor Rhea Santon approved a second inquiry in January 2029, after an earlier fire.

Work at the northern quay is to resume on March 17.
";

/// The report as another paper edits it.
const COPY: &str = "Port fire out after 31 hours

LAKTO (Coast Press) - A fire which destroyed a cotton store in the port of Lakto has been put out after 31 hours, harbour master Ines Coveney said on Monday.

Two of the 46 people on the night shift suffered burns and were taken to the Municipal Hospital. Arson is not suspected, prosecutor Bram Tolland said.

The store belonged to the Pellworth Cotton Company and held 8,400 bales worth $3.6 million. Deputy mayor Rhea Santon approved a second inquiry in January 2029, after an earlier fire.

Work at the northern quay will resume on March 17.
";

#[test]
fn light_edits_are_no_finding() {
    let found = findings(&[("2031-03-10-a.txt", REPORT), ("2031-03-11-b.txt", COPY)]);
    assert_eq!(codes(&found).0, Vec::<&str>::new(), "{found:#?}");
}

#[test]
fn one_fact_of_a_copy_that_is_another_is_found() {
    for (right, wrong) in [
        ("after 31 hours, harbour", "after 13 hours, harbour"),
        ("harbour master Ines Coveney", "harbour master Ines Ravelli"),
        ("Two of the 46 people", "Two of the 64 people"),
        ("the Municipal Hospital", "the Seamen's Hospital"),
        ("Arson is not suspected", "Arson is suspected"),
        ("prosecutor Bram Tolland", "prosecutor Cyril Auberon"),
        ("8,400 bales", "4,800 bales"),
        ("$3.6 million", "$36 million"),
        ("Deputy mayor", "Mayor"),
        ("approved a second", "rejected a second"),
        ("a second inquiry", "a third inquiry"),
        ("January 2029", "June 2029"),
        ("after an earlier", "before an earlier"),
        ("northern quay", "southern quay"),
        ("resume on March 17", "resume on March 27"),
    ] {
        let copy = COPY.replacen(right, wrong, 1);
        assert_ne!(copy, COPY, "{right}");
        let found = findings(&[("2031-03-10-a.txt", REPORT), ("2031-03-10-b.txt", &copy)]);
        // Another check may say more of it.
        assert_eq!(found.len(), 1, "{wrong}: {found:#?}");
        assert!(found.iter().all(|one| one.because.len() >= 3), "{wrong}");
    }
}

#[test]
fn what_is_said_in_other_words_is_the_same_fact() {
    for (right, other) in [
        ("after 31 hours, harbour", "after a day and a half, harbour"),
        ("Ines Coveney", "I. Coveney"),
        ("Bram Tolland", "Bram Toland"),
        ("on Monday", "today"),
        ("the 46 people", "the nearly 50 people"),
        ("8,400 bales", "some 8,000 bales"),
        ("$3.6 million", "3.6 million dollars"),
        ("Arson is not suspected", "There is no suspicion of arson"),
        ("on March 17", "next week"),
        ("Two of the 46 people", "Two people"),
        ("the Pellworth Cotton Company", "Pellworth"),
        ("Lakto has been", "the town has been"),
        ("a second inquiry", "an inquiry"),
        ("in January 2029", "in early January 2029"),
        ("on March 17", "on March 17 at 8 a.m."),
    ] {
        let copy = COPY.replacen(right, other, 1);
        assert_ne!(copy, COPY, "{right}");
        let found = findings(&[("2031-03-10-a.txt", REPORT), ("2031-03-10-b.txt", &copy)]);
        assert_eq!(codes(&found).0, Vec::<&str>::new(), "{other}: {found:#?}");
    }
}

#[test]
fn a_number_of_victims_that_a_later_day_raises_is_an_update() {
    let later = COPY.replacen("Two of the 46 people", "Three of the 49 people", 1);
    let found = findings(&[("2031-03-10-a.txt", REPORT), ("2031-03-11-b.txt", &later)]);
    assert!(!codes(&found).0.contains(&"copy-altered"), "{found:#?}");
}

#[test]
fn reports_of_one_pattern_are_no_copies() {
    for (one, other) in [
        (
            "Lakto stocks higher\n\nLakto stocks closed higher on Monday, helped by gains in cotton firms and a weak crown.\n\nThe Coast index rose 17.38 points, or 0.47 percent, to 2,865.86. The broader market index gained 0.61 percent to 1,805.92.\n\nGainers outnumbered losers 121 to 78 at the close of trading on the Lakto exchange.\n",
            "Lakto stocks higher\n\nLakto stocks closed higher on Tuesday, helped by gains in cotton firms and a weak crown.\n\nThe Coast index rose 11.02 points, or 0.32 percent, to 2,876.88. The broader market index gained 0.22 percent to 1,810.01.\n\nGainers outnumbered losers 101 to 93 at the close of trading on the Lakto exchange.\n",
        ),
        (
            "Adrok\n\nAdrok is a village in the district of Pellworth, within Lakto County, in the northern hills. It lies 12 km south of Pellworth and 40 km east of the county town of Lakto. The village has 310 inhabitants.\n",
            "Bardok\n\nBardok is a village in the district of Pellworth, within Lakto County, in the northern hills. It lies 19 km south of Pellworth and 33 km east of the county town of Lakto. The village has 120 inhabitants.\n",
        ),
    ] {
        let found = findings(&[("2031-03-10-a.txt", one), ("2031-03-11-b.txt", other)]);
        assert!(!codes(&found).0.contains(&"copy-altered"), "{found:#?}");
    }
}

#[test]
fn a_draft_that_repeats_a_sentence_with_another_fact_is_found_and_mended() {
    for (sentence, right) in [
        (
            "The cotton store of the Pellworth Cotton Company held 4,800 bales worth $3.6 million.",
            "8,400 bales",
        ),
        (
            "A fire destroyed a cotton store in the port of Lakto and was put out after 13 hours, Ines Coveney said.",
            "31 hours",
        ),
        (
            "Rhea Santon, the deputy mayor, rejected a second inquiry in January 2029, after an earlier fire.",
            // event-status cites the source.
            "a.txt",
        ),
    ] {
        let draft = format!("---\ntype: draft\n---\n# Fires\n\nPorts burn. {sentence} Nobody was charged.\n");
        let found = findings(&[("2031-03-10-a.txt", REPORT), ("draft.md", &draft)]);
        assert_eq!(found.len(), 1, "{sentence}: {found:#?}");
        let mended = found.iter().flat_map(|one| &one.fixes).any(|fix| match &fix.mend {
            Mend::Replace { words, .. } => words.contains(right),
            Mend::Date { .. } => false,
        });
        assert!(mended, "{found:#?}");
    }
}

const SPEECH: &str = "Fleet to stay

Fisheries Minister Rosa Alvear spoke in Lakto on Monday.

\"We shall not sell one boat of the public fleet before the harvest is in, and I have told the 14 captains so,\" Alvear said. \"Prices are rising faster than wages this winter.\"

\"Nobody in this port will lose his licence because of the new treaty,\" she added.
";

/// What is found in an article, and in a draft, that has this sentence.
fn quoted(sentence: &str) -> (Vec<Finding>, Vec<Finding>) {
    let article = format!(
        "Captains wary\n\nThe captains of Lakto are wary, two days after they heard Minister Rosa Alvear.\n\n{sentence}\n\nMost of them are at sea.\n"
    );
    let draft = format!(
        "---\ntype: draft\n---\n# The fleet\n\nThe record of Rosa Alvear is short.\n\n{sentence}\n\nMuch is open.\n"
    );
    let files = |last| [("2031-03-10-a.txt", SPEECH), last];
    (findings(&files(("2031-03-12-b.txt", &article))), findings(&files(("draft.md", &draft))))
}

#[test]
fn a_quotation_that_was_altered_is_found_in_many_forms() {
    for sentence in [
        "\"We shall sell one boat of the public fleet before the harvest is in, and I have told the 14 captains so,\" Alvear said.",
        "\"We shall not sell one boat of the public fleet before the harvest is in, and I have told the 40 captains so,\" Alvear said.",
        "\"We shall not sell one boat of the public fleet after the harvest is in,\" Alvear said.",
        "\"We shall not sell one boat of the private fleet before the harvest is in,\" said Rosa Alvear.",
        "\"We shall not sell one boat of the public fleet,\" Alvear said, \"before the treaty is in, and I have told the 14 captains so.\"",
        "Alvear's words were clear: “We may not sell one boat of the public fleet before the harvest is in.”",
        "Alvear said prices were \"falling faster than wages this winter\".",
        "« Prices are falling faster than wages this winter », Alvear said.",
        "‘Prices are falling faster than wages this winter,’ Alvear said.",
        "One captain remembered it well: \"Everybody in this port will lose his licence because of the new treaty.\"",
        "\"Nobody in this port will lose his licence because of the new treaty. Prices are falling faster than wages this winter,\" Alvear said.",
    ] {
        let (article, draft) = quoted(sentence);
        assert!(codes(&article).0.contains(&"quote-altered"), "{sentence}: {:?}", codes(&article));
        assert!(codes(&draft).0.contains(&"quote-altered"), "draft: {sentence}: {:?}", codes(&draft));
    }
}

#[test]
fn a_long_quotation_is_known_whoever_gives_it() {
    for (said, given, altered) in [
        ("the harvest of the Coast is in", "the harvest of the Coast is in", false),
        ("the harvest of the Coast is in", "the auction of the Coast is in", true),
        ("the fleet of the United States is in", "the fleet of the U.S. is in", false),
        ("the trade with the European Union is free", "the trade with the EU is free", false),
        (
            "the trade with the European Union is free for farmers",
            "the trade with the EU is not free for farmers",
            true,
        ),
        ("prices rise by 40 percent", "prices rise by forty per cent", false),
        ("prices rise by 40 percent", "prices rise by fourteen per cent", true),
    ] {
        let words = |part| {
            format!("No captain of this port has to sell his boats or lay off a single man before {part}")
        };
        let source = format!(
            "Fleet to stay\n\nMinister Rosa Alvear spoke on Monday.\n\n\"{},\" she said.\n",
            words(said)
        );
        let later = format!(
            "Captains wary\n\nThe words hang framed in the harbour office.\n\n\"{}.\"\n\nMost men are at sea.\n",
            words(given)
        );
        let found = findings(&[("2031-03-10-a.txt", &source), ("2031-03-12-b.txt", &later)]);
        let expected: &[&str] = if altered { &["quote-altered"] } else { &[] };
        assert_eq!(codes(&found).0, expected, "{given}: {found:#?}");
    }
}

#[test]
fn a_draft_may_give_a_quotation_in_a_block() {
    let (_, draft) = quoted(
        "> We shall not sell one boat of the public fleet before the harvest is in, and I have told the 40 captains so.",
    );
    assert_eq!(codes(&draft).0, ["quote-altered"], "{draft:#?}");
    let (_, draft) = quoted(
        "> We shall not sell one boat of the public fleet before the harvest is in, and I have told the 14 captains so.",
    );
    assert_eq!(codes(&draft).0, Vec::<&str>::new(), "{draft:#?}");
}

#[test]
fn a_quotation_that_is_cut_or_explained_is_not_altered() {
    for sentence in [
        "\"We shall not sell one boat of the public fleet before the harvest is in,\" Alvear said.",
        "Alvear said she would \"not sell one boat of the public fleet\" for now.",
        "\"We shall not sell one boat ... before the harvest is in ... I have told the 14 captains so,\" Alvear said.",
        "\"We shall not sell one boat of the public fleet before the harvest [of cod] is in,\" Alvear said.",
        "\"We won't sell one boat of the public fleet before the harvest's in, and I've told the fourteen captains so,\" Alvear said.",
        "\"We shall not sell one boat of the public fleet,\" Alvear said, \"before the harvest is in, and I have told the 14 captains so.\"",
        "Alvear said that prices were rising faster than wages.",
        "\"We shall not sell one boat of the Public Fleet before the harvest is in,\" Alvear said at 6:00 p.m.",
        "\"We shall not sell the licences of the fleet,\" Alvear told the paper in another interview.",
        "Nobody, the minister promised, would lose his licence over the new treaty.",
    ] {
        let (article, draft) = quoted(sentence);
        assert_eq!(codes(&article).0, Vec::<&str>::new(), "{sentence}: {article:#?}");
        assert_eq!(codes(&draft).0, Vec::<&str>::new(), "draft: {sentence}: {draft:#?}");
    }
}
