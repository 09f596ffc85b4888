//! Agreements and events: one thing is one, however its articles put it.

use dateline::testing::check::{
    check_definition, check_hover, check_references, check_symbols, check_workspace_symbols,
};

#[test]
fn an_agreement_shows_parties_days_stages_and_names() {
    check_hover(
        "#- 2031-03-10-first.txt
Envoys meet

A memorandum of understanding on fisheries signed between Peru and Kenya in February was discussed.
#- 2031-03-21-second.txt
Boats return

Peru signed a fish<|>eries deal with Kenya last month.
",
        "memorandum of understanding on fisheries signed between Peru and Kenya in February · agreement
also: “A memorandum of understanding on fisheries signed between Peru and Kenya in February”, “a fisheries deal with Kenya” · 2 mentions in 2 articles, 2031-03-10 → 2031-03-21
with Kenya, Peru · 2031-02-01 to 2031-02-28
- signed, 2031-02-01 to 2031-02-28 (reported 2031-03-10)
Fullest account: 2031-03-10-first.txt:3 “A memorandum of understanding on fisheries signed between Peru and Kenya in February was discussed.”
why “memorandum of understanding on fisheries signed between Peru and Kenya in February”: same parties, same subject, same day",
    );
}

#[test]
fn an_event_shows_who_when_and_where() {
    check_hover(
        "#- 2031-03-11-first.txt
Ministers talk

Peruvian Foreign Minister Ann Weber tele<|>phoned Kenyan Foreign Minister Daniel Otieno on Monday.
",
        "telephoned: Ann Weber, Daniel Otieno · event
also: “telephoned” · 1 mention in 1 article, 2031-03-11
with Ann Weber, Daniel Otieno · 2031-03-10
Fullest account: 2031-03-11-first.txt:3 “Peruvian Foreign Minister Ann Weber telephoned Kenyan Foreign Minister Daniel Otieno on Monday.”
why: only this article tells of it",
    );
}

#[test]
fn a_description_leads_to_the_fullest_account() {
    check_definition(
        "#- 2031-03-10-first.txt
Envoys meet

<[A memorandum of understanding on fisheries signed between Peru and Kenya in February]> was discussed.
#- 2031-03-21-second.txt
Boats return

Peru signed a fish<|>eries deal with Kenya last month.
",
    );
}

#[test]
fn the_fullest_account_itself_leads_to_the_next_best() {
    check_definition(
        "#- 2031-03-10-first.txt
Envoys meet

A memo<|>randum of understanding on fisheries signed between Peru and Kenya in February was discussed.
#- 2031-03-21-second.txt
Boats return

Peru signed <[a fisheries deal with Kenya]> last month.
",
    );
}

/// The shape that this feature began from: names.md §9.
fn military_and_maritime(one: &str, its: &str, other: &str, others: &str, body: &str) -> String {
    format!(
        "#- 2031-12-10-first.txt
Envoys talk by phone

<[A memor<|>andum on military cooperation signed between {one} and {other} in November]> was also discussed.
#- 2031-12-21-second.txt
Delegation travels

{one} signed <[a security and military cooperation deal with the {others} government]> last month.
#- 2031-12-28-third.txt
Parliament votes

On Friday {body} debated <[the military pact {one} signed with {other} on Nov. 27]>. {its} ministers also \
signed a separate memorandum on maritime boundaries with {other} on Nov. 27.
"
    )
}

#[test]
fn the_military_pact_is_one_and_the_maritime_memorandum_another() {
    check_references(&military_and_maritime("Turkey", "Turkish", "Libya", "Libyan", "lawmakers"));
    check_references(&military_and_maritime("Chile", "Chilean", "Ghana", "Ghanaian", "lawmakers"));
}

#[test]
fn short_returns_join_what_the_article_has_told() {
    check_references(
        "#- 2031-03-11-first.txt
Envoys return

Peru and Kenya signed <[a fisher<|>ies agreement]> on Monday. <[The agreement]> takes effect in May.
",
    );
    check_references(
        "#- 2031-03-11-first.txt
Envoys return

Peruvian and Kenyan officials held <[ta<|>lks]> in Lima on Monday. The <[talks]> lasted two hours.
",
    );
    check_references(
        "#- 2031-03-11-first.txt
Envoys return

Peruvian Foreign Minister Ann Weber held a <[phone ca<|>ll]> with Daniel Otieno on Monday. The <[call]> \
lasted an hour.
",
    );
}

#[test]
fn a_round_joins_the_round_of_its_number() {
    check_references(
        "#- 2031-03-11-first.txt
Envoys return

The first round of talks between Peru and Kenya ended in Lima in February. The second <[ro<|>und]> began in \
Nairobi on Monday. The second <[round]> is to end on Friday.
",
    );
}

#[test]
fn a_visit_that_is_planned_and_put_off_is_one_visit() {
    check_hover(
        "#- 2031-03-10-first.txt
President to travel

Peruvian President Ann Weber will visit Kenya in May, her office said.
#- 2031-03-21-second.txt
Trip put off

Peruvian President Ann Weber has postponed her vi<|>sit to Kenya in May.
",
        "visit: Ann Weber (Kenya) · event
also: “visit” · 2 mentions in 2 articles, 2031-03-10 → 2031-03-21
with Ann Weber · 2031-05-01 to 2031-05-31 · in Kenya
- planned, 2031-05-01 to 2031-05-31 (reported 2031-03-10)
- postponed, 2031-05-01 to 2031-05-31 (reported 2031-03-21)
Fullest account: 2031-03-10-first.txt:3 “Peruvian President Ann Weber will visit Kenya in May, her office said.”
why “visit: Ann Weber (Kenya)”: same people, a party in common, same place, same word for it, the same story",
    );
}

const FOLDER: &str = "#- 2031-03-11-first.txt
Envoys return

Peru and Kenya signed a fisheries agreement in Lima on Monday. Ann Weber met Daniel Otieno on Sunday.
";

#[test]
fn the_outline_has_agreements_and_events() {
    check_symbols(
        FOLDER,
        "Envoys return (2031-03-11)
  Peru
  Kenya
  fisheries agreement
  Lima
  Monday (2031-03-10)
  Ann Weber
  met: Ann Weber, Daniel Otieno
  Daniel Otieno
  Sunday (2031-03-09)",
    );
}

#[test]
fn agreements_and_events_are_found_by_words() {
    check_workspace_symbols(FOLDER, "fisheries", &["fisheries agreement"]);
    check_workspace_symbols(FOLDER, "met", &["met: Ann Weber, Daniel Otieno"]);
}
