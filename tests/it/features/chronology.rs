//! What an article, or several together, say of the order of things.

use dateline::testing::check::check_findings;

#[test]
fn a_second_round_before_the_first_is_reported() {
    check_findings(
        "#- 2031-05-20-a.txt
Delegates meet again

Chile and Kenya held the first round of talks in Arica on May 10, the ministry said.

Chile and Kenya held the second round of talks in Mombasa on May 4.
                                ^^^^^ order-mismatch: round 2 is on 2031-05-04, before round 1 on 2031-05-10
",
    );
}

#[test]
fn rounds_in_their_order_are_no_mismatch() {
    check_findings(
        "#- 2031-05-20-a.txt
Delegates meet again

Chile and Kenya held the first round of talks in Arica on May 4, the ministry said.

Chile and Kenya held the second round of talks in Mombasa on May 10.
",
    );
}

#[test]
fn a_day_between_two_rounds_is_a_matter_of_time_zones() {
    check_findings(
        "#- 2031-05-20-a.txt
Delegates meet again

Chile and Kenya held the first round of talks in Arica on May 5, the ministry said.

Chile and Kenya held the second round of talks in Mombasa on May 4.
",
    );
}

#[test]
fn rounds_of_two_series_have_no_order() {
    check_findings(
        "#- 2031-05-20-a.txt
Delegates meet again

Chile and Kenya held the first round of talks in Arica on May 10, the ministry said.

Peru and Ghana held the second round of talks in Mombasa on May 4.
",
    );
}

#[test]
fn a_round_that_was_moved_has_no_one_day() {
    check_findings(
        "#- 2031-05-20-a.txt
Delegates meet again

Chile and Kenya held the first round of talks in Arica on May 10, the ministry said.

The second round of talks between Chile and Kenya was postponed from May 4.
",
    );
}

#[test]
fn rounds_that_two_articles_put_the_wrong_way_round_are_reported_in_the_later_one() {
    check_findings(
        "#- 2031-05-20-a.txt
Second round agreed

Chile and Kenya held the first round of talks on fish in Arica on May 17. A second round of talks on fish between Chile and Kenya took place in Mombasa, the ministry said.

#- 2031-05-21-b.txt
Delegates meet again

Chile and Kenya held the second round of talks on fish in Mombasa on May 14, the ministry said.
                                ^^^^^ event-order: round 2 is on 2031-05-14 here, before round 1 is on 2031-05-17 in 2031-05-20-a.txt
",
    );
}

#[test]
fn rounds_that_two_articles_put_in_their_order_are_no_conflict() {
    check_findings(
        "#- 2031-05-20-a.txt
Second round agreed

Chile and Kenya held the first round of talks on fish in Arica on May 4. A second round of talks on fish between Chile and Kenya took place in Mombasa, the ministry said.

#- 2031-05-21-b.txt
Delegates meet again

Chile and Kenya held the second round of talks on fish in Mombasa on May 10, the ministry said.
",
    );
}

#[test]
fn a_call_that_one_text_puts_on_two_days_is_reported() {
    check_findings(
        "#- 2031-03-12-a.txt
Ministers talk

Chilean Foreign Minister Rosa Alvear and her Kenyan counterpart, Daniel Otieno, held a phone call on Friday, the ministry said.

The phone call between Alvear and Otieno on Monday was about fish exports.
    ^^^^^^^^^^ event-two-days: is on Monday
",
    );
}

#[test]
fn a_call_that_one_text_puts_on_one_day_twice_is_no_contradiction() {
    check_findings(
        "#- 2031-03-12-a.txt
Ministers talk

Chilean Foreign Minister Rosa Alvear and her Kenyan counterpart, Daniel Otieno, held a phone call on Monday, the ministry said.

The phone call between Alvear and Otieno on Monday was about fish exports.
",
    );
}

#[test]
fn calls_that_words_tell_apart_may_have_two_days() {
    check_findings(
        "#- 2031-03-12-a.txt
Ministers talk

Chilean Foreign Minister Rosa Alvear and her Kenyan counterpart, Daniel Otieno, held a phone call on Friday, the ministry said.

The earlier phone call between Alvear and Otieno on Monday was about fish exports.
",
    );
}

#[test]
fn a_call_that_is_news_is_another_one() {
    check_findings(
        "#- 2031-03-12-a.txt
Ministers talk

Chilean Foreign Minister Rosa Alvear and her Kenyan counterpart, Daniel Otieno, held a phone call on Friday, the ministry said.

Alvear and Otieno held a phone call on Monday about fish exports.
",
    );
}
