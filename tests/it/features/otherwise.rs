//! What another article tells otherwise, in whatever words: found by sentences that go together.

use dateline::testing::check::check_findings;

const MEETING: &str = "#- 2031-03-08-a.txt
Chile and Kenya agree on fish

Chilean Fisheries Minister Rosa Alvear sat down with her Kenyan colleague Daniel Otieno in Mombasa on Thursday, March 6, and both said that quarrels over tuna quotas could be over by summer.

\"We have counted boats for three years,\" Otieno told reporters. About 900 people work in the harbour.
";

#[test]
fn a_meeting_in_other_words_on_another_day() {
    check_findings(&format!(
        "{MEETING}
#- 2031-03-12-b.txt
Crews of tuna boats wait

At their meeting in Mombasa on Tuesday, March 4, Fisheries Minister Rosa Alvear and her Kenyan counterpart, Daniel Otieno, talked about tuna quotas for the harbour's boats.
                               ^^^^^^^^^^^^^^^^ event-day: (2031-03-04) here, “Thursday, March 6” (2031-03-06) in 2031-03-08-a.txt

Crews said that they had heard it before.
"
    ));
}

#[test]
fn one_day_between_two_accounts_is_only_hinted_at() {
    check_findings(&format!(
        "{MEETING}
#- 2031-03-12-b.txt
Crews of tuna boats wait

At their meeting in Mombasa on Friday, March 7, Fisheries Minister Rosa Alvear and her Kenyan counterpart, Daniel Otieno, talked about tuna quotas for the harbour's boats.
                               ^^^^^^^^^^^^^^^ event-day: (2031-03-07) here

Crews said that they had heard it before.
"
    ));
}

#[test]
fn another_meeting_and_a_plan_are_no_other_day() {
    check_findings(&format!(
        "{MEETING}
#- 2031-03-12-b.txt
Crews of tuna boats wait

Fisheries Minister Rosa Alvear and her Kenyan counterpart, Daniel Otieno, will hold another meeting on tuna quotas in Mombasa on Friday, March 14.

Alvear and Otieno held a similar meeting on tuna quotas in Valparaiso on February 20.
"
    ));
}

#[test]
fn a_conference_in_two_cities() {
    check_findings(
        "#- 2031-05-09-a.txt
Harbour masters agree on one paper

Harbour masters of nine countries agreed on Wednesday, at a conference in Tampere, to take one another's cargo papers.

The host, Aino Salmela, said that it would spare crews 14 hours of waiting.

#- 2031-05-13-b.txt
Crews save 14 hours

Crews will wait 14 hours less. That was agreed last Wednesday in Turku, where harbour masters of nine countries held a conference about cargo papers.
                                                                 ^^^^^ event-place: Turku here, Tampere in 2031-05-09-a.txt
",
    );
}

#[test]
fn who_names_both_cities_knows_the_way() {
    check_findings(
        "#- 2031-05-09-a.txt
Harbour masters agree on one paper

Harbour masters of nine countries agreed on Wednesday, at a conference in Tampere, to take one another's cargo papers. They left for Turku in the evening.

#- 2031-05-13-b.txt
Crews save 14 hours

That was agreed last Wednesday in Turku, where harbour masters of nine countries held a conference about cargo papers.
",
    );
}

#[test]
fn an_agreement_with_another_party() {
    check_findings(
        "#- 2031-04-10-a.txt
Pipeline memorandum signed

Peru and Chile on Tuesday signed a memorandum on a gas pipeline of 1,680 km along the coast.

It would cost $18 billion, Energy Minister Lucia Quispe said.

#- 2031-05-20-b.txt
Pipeline needs money

Energy Minister Lucia Quispe is looking for $18 billion. The memorandum on a gas pipeline that Peru and Bolivia signed in April says nothing of money.
                                                                                                        ^^^^^^^ event-party: With Bolivia here, with Chile in 2031-04-10-a.txt
",
    );
}

#[test]
fn a_number_with_two_digits_exchanged() {
    check_findings(
        "#- 2031-02-03-a.txt
Tanker loses oil off Lakto

The tanker Halcyon Bay lost 5,400 tonnes of fuel oil after it was rammed off Lakto on Saturday.

#- draft.md
---
type: draft
---
# Oil at sea

The Halcyon Bay spilled 4,500 tonnes of fuel oil off Lakto, more than any ship this year.
                        ^^^^^^^^^^^^ count-range: “4,500 tonnes” here, “5,400 tonnes” in 2031-02-03-a.txt
",
    );
}

#[test]
fn a_number_that_is_rounded_or_hedged_is_the_same() {
    check_findings(
        "#- 2031-02-03-a.txt
Tanker loses oil off Lakto

The tanker Halcyon Bay lost 5,420 tonnes of fuel oil after it was rammed off Lakto on Saturday.

#- draft.md
---
type: draft
---
# Oil at sea

The Halcyon Bay spilled 5,400 tonnes of fuel oil off Lakto. About 6,000 tonnes were on board.
",
    );
}

#[test]
fn votes_for_and_against_otherwise() {
    check_findings(
        "#- 2031-02-03-a.txt
Assembly passes grid bill

The assembly of Peru voted 219-206 on Saturday to let villages run their own power grid.

#- draft.md
---
type: draft
---
# Power to the villages

The bill on the power grid cleared the assembly of Peru by 229 votes to 206.
                                                           ^^^ count-range: “229” here, “219” in 2031-02-03-a.txt
",
    );
}

#[test]
fn a_toll_that_falls_without_a_word() {
    check_findings(
        "#- 2031-08-19-a.txt
Ferry sinks near Lakto; 46 bodies found

Divers pulled more bodies from the ferry Hesper near Lakto on Tuesday, raising the number of confirmed dead to 46.

#- 2031-08-20-b.txt
Skipper of barge held in Lakto

Police in Lakto arrested the skipper of a barge that hit the ferry Hesper, an accident that killed 41 people by the latest count.
                                                                                                   ^^^^^^^^^ count-range: “41 people” here
",
    );
}

#[test]
fn what_was_called_off_goes_on() {
    check_findings(
        "#- 2031-06-08-a.txt
Deal averts ferry strike in Lakto

Ferry crews in Lakto called off a strike hours before it was to begin, after the Seafarers' Union and Hesper Lines agreed on pay.

#- 2031-06-09-b.txt
Hospital lends boats

Hospital boats took patients for free. The ferry crews of Hesper Lines in Lakto were on strike for a second day, the Seafarers' Union said.
                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ event-status: Held here, called off or put off in 2031-06-08-a.txt
",
    );
}

#[test]
fn what_was_signed_is_not_signed() {
    check_findings(
        "#- 2031-06-08-a.txt
Governor signs hemp bill

Governor Sharon Estey signed a bill on Friday that lets farmers sell hemp seed for cattle feed.

#- 2031-06-10-b.txt
Hemp mill planned

A mill for hemp seed is planned. Governor Sharon Estey has yet to sign the bill that lets farmers sell hemp seed.
                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ event-status: Not signed here, signed in 2031-06-08-a.txt
",
    );
}

#[test]
fn a_draft_says_what_its_source_denies() {
    check_findings(
        "#- 2031-11-26-a.txt
Parliament rejects base treaty

Peru's parliament rejected a treaty on a second naval base at Callao on Wednesday.

#- draft.md
---
type: draft
---
# Bases

Peru's parliament ratified the treaty on a second naval base at Callao on 26 November 2031.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ event-status: Approved here, rejected in 2031-11-26-a.txt
",
    );
}

#[test]
fn what_was_put_off_and_held_later_is_held() {
    check_findings(
        "#- 2031-06-08-a.txt
Regatta off Lakto put off

The regatta off Lakto was postponed on Sunday because of a storm, harbour master Aino Salmela said.

#- 2031-06-24-b.txt
Regatta draws a crowd

The regatta off Lakto, postponed two weeks ago because of a storm, was held on Monday, harbour master Aino Salmela said.
",
    );
}

#[test]
fn a_day_without_its_year_in_a_draft_is_that_of_the_sources() {
    check_findings(
        "#- 2031-06-17-a.txt
President sworn in

Fatima Kposo was sworn in as president of Liberia on Saturday, 14 June, before 25,000 people in a stadium.

#- draft.md
---
type: draft
---
# A new president

Fatima Kposo was inaugurated as president of Liberia in a stadium on 18 June.
                                                                     ^^^^^^^ event-day: “18 June” (2031-06-18) here, “Saturday, 14 June” (2031-06-14) in 2031-06-17-a.txt
",
    );
}
