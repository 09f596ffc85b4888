//! Contradictions between articles, and between articles and drafts.

use dateline::testing::check::check_findings;

#[test]
fn a_call_that_another_article_puts_on_another_day_is_reported_in_the_later_one() {
    check_findings(
        "#- 2031-03-10-a.txt
Ministers talk

Chilean Foreign Minister Rosa Alvear and her Kenyan counterpart, Daniel Otieno, held a phone call on Friday, the ministry said.

#- 2031-03-11-b.txt
Call on trade

Kenyan Foreign Minister Daniel Otieno and Chilean Foreign Minister Rosa Alvear held a phone call on Monday about fish exports.
                                                                                      ^^^^^^^^^^ event-day: 2031-03-10 here, on 2031-03-07 in 2031-03-10-a.txt
",
    );
}

#[test]
fn two_calls_that_one_article_tells_apart_are_no_contradiction() {
    check_findings(
        "#- 2031-03-10-a.txt
Ministers talk

Chilean Foreign Minister Rosa Alvear and her Kenyan counterpart, Daniel Otieno, held a phone call on Friday, the ministry said.

#- 2031-03-11-b.txt
Second call on trade

Kenyan Foreign Minister Daniel Otieno and Chilean Foreign Minister Rosa Alvear held a phone call on Monday about fish exports. Alvear and Otieno had held another phone call on Friday.
",
    );
}

#[test]
fn a_day_more_or_less_is_a_matter_of_time_zones() {
    check_findings(
        "#- 2031-03-11-a.txt
Ministers talk

Chilean Foreign Minister Rosa Alvear and her Kenyan counterpart, Daniel Otieno, held a phone call on Monday, the ministry said.

#- 2031-03-11-b.txt
Call on trade

Kenyan Foreign Minister Daniel Otieno and Chilean Foreign Minister Rosa Alvear held a phone call on Tuesday about fish exports.
",
    );
}

#[test]
fn an_agreement_that_articles_date_to_different_months_is_reported() {
    check_findings(
        "#- 2031-12-21-a.txt
Trainers to go

Kenya signed a memorandum on fisheries cooperation with Chile last month.

#- 2031-12-28-b.txt
Nets and treaties

Critics attacked a memorandum on fisheries signed by Chile and Kenya in August.
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ event-day: 2031-08 here, on 2031-11
",
    );
}

#[test]
fn a_plan_in_a_draft_that_was_called_off_is_out_of_date() {
    check_findings(
        "#- 2031-03-10-a.txt
Visit off

Chilean Foreign Minister Rosa Alvear has cancelled her visit to Nairobi, which had been planned for March 20, the ministry said.

#- draft.md
---
type: draft
---
# Week ahead

Foreign Minister Rosa Alvear is to visit Nairobi on March 20, 2031.
                                   ^^^^^ event-status: is planned here, but cancelled in 2031-03-10-a.txt
",
    );
}

#[test]
fn a_plan_that_is_called_off_later_was_right_when_it_was_written_and_the_later_report_is_told() {
    check_findings(
        "#- 2031-03-08-a.txt
Visit to come

Chilean Foreign Minister Rosa Alvear is to visit Nairobi on March 20, the ministry said.
                                           ^^^^^ later-report: Later cancelled: “visit” was planned here; 2031-03-10-b.txt of 2031-03-10

#- 2031-03-10-b.txt
Visit off

Chilean Foreign Minister Rosa Alvear has cancelled her visit to Nairobi, which had been planned for March 20, the ministry said.
",
    );
}

#[test]
fn a_quotation_with_another_word_is_reported_where_it_came_later() {
    check_findings(
        "#- 2031-03-10-a.txt
Ministers talk

Chilean Foreign Minister Rosa Alvear held a briefing. \"We shall never again sell our fish for less than it costs us,\" Alvear said.

#- 2031-03-11-b.txt
Fish and prices

Foreign Minister Rosa Alvear met reporters. \"We shall never again sell our fish for more than it costs us,\" Rosa Alvear said.
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote-altered: quotes this otherwise
",
    );
}

#[test]
fn a_quotation_that_is_only_cut_is_not_altered() {
    check_findings(
        "#- 2031-03-10-a.txt
Ministers talk

Chilean Foreign Minister Rosa Alvear held a briefing. \"We shall never again sell our fish for less than it costs us,\" Alvear said.

#- 2031-03-11-b.txt
Fish and prices

Foreign Minister Rosa Alvear met reporters. \"We shall never again sell our fish for less than it costs,\" Rosa Alvear said.
",
    );
}

#[test]
fn two_spellings_are_no_other_words() {
    check_findings(
        "#- 2031-03-10-a.txt
Ministers talk

Chilean Foreign Minister Rosa Alvear held a briefing. \"We never realised what our neighbours were ready to pay for it,\" Alvear said.

#- 2031-03-11-b.txt
Fish and prices

Foreign Minister Rosa Alvear met reporters. \"We never realized what our neighbors were ready to pay for it,\" Rosa Alvear said.
",
    );
}

#[test]
fn a_draft_with_a_number_that_no_article_has() {
    check_findings(
        "#- 2031-03-10-a.txt
Ferry sinks off Lakto

A ferry sank off Lakto on Sunday, killing 31 people, the coast guard said.

#- 2031-03-11-b.txt
Lakto ferry: toll stands

The ferry that sank off Lakto on Sunday killed 31 people, officials said.

#- draft.md
---
type: draft
---
# Lakto

The ferry that sank off Lakto on Sunday, March 9, 2031 killed 13 people.
                                                              ^^^^^^^^^ count-range: “31 people” in
",
    );
}

#[test]
fn a_toll_that_rises_is_no_contradiction_but_a_later_report() {
    check_findings(
        "#- 2031-03-10-a.txt
Ferry sinks off Lakto

A ferry sank off Lakto on Sunday, killing 31 people, the coast guard said.
                                          ^^^^^^^^^ later-report: Later “38 people”, in 2031-03-11-b.txt of 2031-03-11

#- 2031-03-11-b.txt
Lakto ferry: toll rises

The ferry that sank off Lakto on Sunday killed 38 people, officials said.
",
    );
}

#[test]
fn a_text_that_was_saved_twice_is_told_in_all_files_but_the_first() {
    check_findings(
        "#- 2031-03-10-a.txt
Harbour opens

The ministers of Chile and Kenya opened the new harbour at Mombasa with a walk along the quay, where several hundred fishermen had waited since dawn to see them. Officials said the building had cost less than was feared, and that the first ships would be unloaded before the rains begin.

#- 2031-03-10-b.txt
Harbour opens
^^^^^^^^^^^^^ same-text: The same text as in 2031-03-10-a.txt

The ministers of Chile and Kenya opened the new harbour at Mombasa with a walk along the quay, where several hundred fishermen had waited since dawn to see them. Officials said the building had cost less than was feared, and that the first ships would be unloaded before the rains begin.

#- 2031-03-10-c.txt
Harbour opens

The ministers of Chile and Kenya opened the new harbour at Mombasa with a walk along the quay, where some hundreds of fishermen had waited since dawn to see them. Officials said the building had cost less than was feared, and that the first ships would be unloaded before the rains begin.
",
    );
}

const CALL: &str = "Chile\u{2019}s Foreign Minister Rosa Alvear and her Kenyan counterpart Peter Otieno spoke by phone on Monday, her office said.";

#[test]
fn an_article_without_a_date_whose_news_a_dated_one_reports() {
    check_findings(&format!(
        "#- 2031-03-10-a.txt
Ministers speak

{CALL}

#- undated.txt
Alvear calls Otieno
^^^^^^^^^^^^^^^^^^^ undated-article: No publication date; 2031-03-10 is likely: 2031-03-10-a.txt reports the same news

Foreign Minister Peter Otieno of Kenya held a telephone conversation with Chile\u{2019}s Foreign Minister Rosa Alvear on Monday, March 10, 2031.
"
    ));
}

#[test]
fn an_article_without_a_date_of_which_the_folder_says_nothing() {
    check_findings(&format!(
        "#- 2031-03-10-a.txt
Ministers speak

{CALL}

#- undated.txt
Harbour opens

President Ana Ruiz of Peru opened a harbour on Tuesday, and a crowd applauded.
"
    ));
}

#[test]
fn an_article_without_a_date_of_which_another_file_holds_nearly_the_same_words() {
    let story = "The ministers of Chile and Kenya opened the new harbour at Mombasa with a walk along the quay, where several hundred fishermen had waited since dawn to see them. Officials said the building had cost less than was feared, and that the first ships would be unloaded before the rains begin.";
    check_findings(&format!(
        "#- 2031-03-10-a.txt
Harbour opens

{story} A band played.

#- copy.txt
Harbour opens
^^^^^^^^^^^^^ undated-article: No publication date; 2031-03-10 is likely: 2031-03-10-a.txt has nearly the same words

{story} Bands played.
"
    ));
}

const MEETING: &str = "#- 2031-03-10-a.txt
Ministers meet

Chilean Foreign Minister Rosa Alvear met her Kenyan counterpart, Daniel Otieno, on Friday, the ministry said.
";

#[test]
fn a_day_in_a_draft_that_no_source_has() {
    check_findings(&format!(
        "{MEETING}
#- draft.md
# Fish

Kenyan Foreign Minister Daniel Otieno and Chilean Foreign Minister Rosa Alvear met on February 20, 2031.
                                                                               ^^^ unsupported-date: No source has “met” on 2031-02-20; 2031-03-10-a.txt has it on 2031-03-07
"
    ));
}

#[test]
fn a_day_in_a_draft_that_a_source_has_or_none_is_near() {
    check_findings(&format!(
        "{MEETING}
#- draft.md
# Fish

Kenyan Foreign Minister Daniel Otieno and Chilean Foreign Minister Rosa Alvear met on March 7, 2031.

#- other.md
# Fish

Kenyan Foreign Minister Daniel Otieno and Chilean Foreign Minister Rosa Alvear met on May 9, 2029.
"
    ));
}

#[test]
fn a_day_in_a_draft_whose_year_alone_is_another() {
    check_findings(&format!(
        "{MEETING}
#- other.md
# Fish

Kenyan Foreign Minister Daniel Otieno and Chilean Foreign Minister Rosa Alvear met on March 7, 2030.
                                                                                      ^^^^^^^^^^^^^ event-day: “March 7, 2030” (2030-03-07) here, “Friday” (2031-03-07)
"
    ));
}

#[test]
fn a_day_in_a_draft_on_which_a_source_reports_the_news() {
    check_findings(
        "#- 2031-03-10-a.txt
Ministers meet

Chilean Foreign Minister Rosa Alvear met her Kenyan counterpart, Daniel Otieno, the ministry said.

#- draft.md
# Fish

Kenyan Foreign Minister Daniel Otieno and Chilean Foreign Minister Rosa Alvear met on March 7, 2031.
",
    );
}
