//! Who holds which office: two that exclude each other, two holders of one, and drafts against sources.

use dateline::testing::check::check_findings;

/// Two articles of which the second ends in a marked passage.
fn check_pair(first: &str, second: &str) {
    check_findings(&format!(
        "#- 2031-03-10-a.txt\nFish quotas\n\n{first}\n\n#- 2031-03-12-b.txt\nNets and boats\n\n{second}\n"
    ));
}

/// One source and a draft.
fn check_draft(source: &str, draft: &str) {
    check_findings(&format!(
        "#- 2031-03-10-a.txt\nFish quotas\n\n{source}\n\n#- note.md\n---\ntype: draft\n---\n# Fish\n\n{draft}\n"
    ));
}

const LIMA: &str =
    "LIMA, Peru - Finance Minister Rosa Alvear said on Monday that boats from Paita would get fuel.";

#[test]
fn a_minister_of_two_portfolios_is_reported_in_the_later_article() {
    check_pair(
        LIMA,
        "PAITA, Peru - The nets were blessed by the foreign minister, Rosa Alvear, who stayed for an hour.
                                           ^^^^^^^^^^^^^^^^ office-overlap: Rosa Alvear is “foreign minister” here, “Finance Minister” in 2031-03-10-a.txt",
    );
    check_pair(
        LIMA,
        "PAITA, Peru - “They need diesel,” said Rosa Alvear, 52, Peru's minister for foreign affairs, at the quay.
                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ office-overlap: Rosa Alvear is",
    );
}

#[test]
fn a_deputy_is_not_the_minister() {
    check_pair(
        "NAIROBI - Kenyan Deputy Prime Minister Daniel Otieno promised ice on Monday.",
        "Ice for Lamu is on its way. Kenya's prime minister, Daniel Otieno, had promised it.
                            ^^^^^^^^^^^^^^^^^^^^^^ office-overlap: Daniel Otieno is",
    );
}

#[test]
fn an_ambassador_is_sent_to_one_country() {
    check_pair(
        "BAGHDAD - The Russian ambassador in Baghdad, Marek Novotny, ate carp on Monday.",
        "A carp fell into the harbour, said Marek Novotny, Moscow's ambassador to Iran, on Wednesday.
                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^ office-overlap: Marek Novotny is",
    );
}

#[test]
fn two_holders_of_one_office_are_reported() {
    check_pair(
        "GARNOCK, Mich. - “No trace of Alan Winters,” said Garnock Police Chief Lorna Beck on Monday.",
        "GARNOCK, Mich. - Alan Winters was found on a pier, Garnock Police Chief Vincent Dollard said on Wednesday.
                                                   ^^^^^^^^^^^^^^^^^^^^ office-overlap: is Vincent Dollard here, Lorna Beck in 2031-03-10-a.txt",
    );
    check_pair(
        "Norvik ordered 24 boats from Paita Yards, its chief executive, Henrik Aasland, said on Monday.",
        "Paita Yards has work for a year. “We pay in cash,” Norvik chief executive Torbjorn Rosvold said on Wednesday.
                                                   ^^^^^^^^^^^^^^^^^^^^^^ office-overlap: is Torbjorn Rosvold here",
    );
}

#[test]
fn one_office_in_other_words_agrees() {
    for second in [
        "PAITA, Peru - Rosa Alvear, minister of economy and finance, blessed the nets.",
        "PAITA, Peru - The minister, Rosa Alvear, blessed the nets.",
        "PAITA, Peru - Lawmaker Rosa Alvear, who leads the Coast Party, blessed the nets.",
        "PAITA, Peru - Prime Minister Rosa Alvear blessed the nets.",
        "PAITA, Peru - Rosa Alvear, Peru's treasury chief, blessed the nets.",
    ] {
        check_pair(LIMA, second);
    }
}

#[test]
fn offices_that_changed_hands_are_left_alone() {
    for second in [
        "PAITA, Peru - Rosa Alvear, who was appointed foreign minister on Tuesday, blessed the nets.",
        "PAITA, Peru - The foreign minister, Rosa Alvear, blessed the nets. She took over on Tuesday.",
        "PAITA, Peru - The new foreign minister, Rosa Alvear, blessed the nets.",
        "PAITA, Peru - Acting Foreign Minister Rosa Alvear blessed the nets.",
        "PAITA, Peru - Foreign Minister Rosa Alvear blessed the nets. The reshuffle had cost her the treasury.",
        "PAITA, Peru - Former foreign minister Rosa Alvear blessed the nets.",
    ] {
        check_pair(LIMA, second);
    }
}

#[test]
fn holders_of_what_many_hold_are_left_alone() {
    check_pair(
        "LAMU, Kenya - Deputy Transport Minister Ana Reyes and Judge Sela Marsh met Alan Winters on Monday.",
        "LAMU, Kenya - Deputy Transport Minister Olwin Drask and Judge Peter Quill met Alan Winters on Wednesday.",
    );
    // Two towns of one name.
    check_pair(
        "ALDERBROOK, Mich. - Alderbrook Mayor Lorna Beck closed the schools; Alan Winters cheered.",
        "ALDERBROOK, Ohio - Alderbrook Mayor Vincent Dollard opened the schools; Alan Winters wept.",
    );
    // One man in two spellings.
    check_pair(
        "TRIPOLI - Libyan Foreign Minister Abdel-Rahman Shalqam met Alan Winters on Monday.",
        "TRIPOLI - Libyan Foreign Minister Abdulrahman Shalgham met Alan Winters on Wednesday.",
    );
}

#[test]
fn articles_that_lie_weeks_apart_are_left_alone() {
    check_findings(
        "#- 2031-03-10-a.txt
Fish quotas

LIMA, Peru - Finance Minister Rosa Alvear said on Monday that boats from Paita would get fuel.

#- 2031-05-12-b.txt
Nets and boats

PAITA, Peru - The nets were blessed by the foreign minister, Rosa Alvear, who stayed for an hour.
",
    );
}

#[test]
fn an_article_that_gives_one_person_two_offices_is_reported() {
    check_findings(
        "#- 2031-03-10-a.txt
Fish quotas

LIMA, Peru - Finance Minister Rosa Alvear promised fuel on Monday.

Fishermen thanked Rosa Alvear, the defence minister, with a drum.
                                   ^^^^^^^^^^^^^^^^ office-overlap: Rosa Alvear is “defence minister” here, “Finance Minister” above
",
    );
}

#[test]
fn an_office_in_a_draft_that_contradicts_the_sources_is_reported() {
    check_draft(
        "WASHINGTON - Treasury Undersecretary Warren Hale named 14 boats on Monday. Commerce Secretary Mel Oyelade agreed.",
        "Warren Hale, the secretary of commerce, pointed to 14 boats.
                 ^^^^^^^^^^^^^^^^^^^^^ office-unsupported: Warren Hale is “secretary of commerce” here, but “Treasury Undersecretary” in 2031-03-10-a.txt",
    );
    check_draft(
        "TUNIS - The head of the electoral commission, Wafa Charif, counted on Monday. The constitutional court, whose president is Habib Mzali, waits.",
        "Wafa Charif, who presides over the constitutional court, counted.
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ office-unsupported: Wafa Charif is",
    );
}

#[test]
fn an_office_in_a_draft_that_a_source_gives_to_somebody_else_is_reported() {
    check_draft(
        "Ferrand's chief executive, Denis Charon, and Baxa chief executive Amy Locke shook hands on Monday.",
        "Denis Charon, the chief executive of Baxa, shook a hand.
                  ^^^^^^^^^^^^^^^^^^^^^^^ office-unsupported: is Denis Charon here, but Amy Locke in 2031-03-10-a.txt",
    );
}

#[test]
fn a_draft_that_agrees_or_tells_of_a_change_is_left_alone() {
    let source =
        "LIMA, Peru - Mining Minister Rosa Alvear sold a stone on Monday. Finance Minister Luis Tapia wept.";
    for draft in [
        "Rosa Alvear, Peru's minister of mines and energy, sold a stone.",
        "Rosa Alvear, now finance minister since the reshuffle, sold a stone when she had the mines.",
        "Rosa Alvear, a member of the Senate, sold a stone.",
        "The later finance minister, Rosa Alvear, became rich by a stone.",
        "Pedro Alvear, the finance minister of Chile, bought a stone.",
    ] {
        check_draft(source, draft);
    }
}
