use dateline::testing::check::check_findings;

#[test]
fn a_weekday_that_does_not_fit_its_date() {
    check_findings(
        "#- brief.md
# Notes

They met on Tuesday, February 20, 2020, in Karesh.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^ weekday-mismatch: 20 February 2020 falls on a Thursday, not a Tuesday
They met on Thursday, February 20, 2020, in Karesh, and on Wed 19 Feb 2020 before.
",
    );
}

#[test]
fn without_a_year_the_years_round_the_article_are_tried() {
    check_findings(
        "#- 2020-02-18-talks.txt
Talks open in Karesh

The envoys meet on Tuesday, February 18, and again on Saturday, February 22.
They met on Friday, February 19.
            ^^^^^^^^^^^^^^^^^^^ weekday-mismatch: falls on a Wednesday, not a Friday
They had met on Tuesday, February 19, the year before.
#- undated.txt
Talks open in Karesh

The envoys met on Monday, February 19.
",
    );
}

#[test]
fn a_day_that_no_calendar_has() {
    check_findings(
        "#- 2020-02-18-talks.txt
Talks open in Karesh

The truce of Feb. 30 held; the one of 31 November 2019 did not.
             ^^^^^^^ impossible-date: February has 29 days
                                      ^^^^^^^^^^^^^^^^ impossible-date: November has 30 days
It ended on 29 February 2019, not on 29 February 2020 and not on Feb. 29.
            ^^^^^^^^^^^^^^^^ impossible-date: 2019 is not a leap year
",
    );
}

#[test]
fn a_headline_and_the_line_below_it_are_not_one_date() {
    check_findings(
        "#- talks.txt
Envoys to return on Tuesday
February 20, 2020

The envoys return to Karesh, officials said.
",
    );
}

#[test]
fn what_only_looks_like_a_date_is_left_alone() {
    check_findings(
        "#- 2020-02-18-talks.txt
Rovers win 31-11

The Rovers won 31-11 and the bill passed 32/11; may 31 deputies of 40 rest.
Version 30.02 sold for $2/30 apiece.
",
    );
}

#[test]
fn teasers_of_other_stories_are_not_checked() {
    check_findings(
        "#- 2020-02-18-talks.txt
Talks open in Karesh

The envoys of both countries met in the capital on Feb. 18 and agreed to go on talking.

Officials said that the second round had been useful and that a third would follow soon.

MOST POPULAR

  1. Ten lakes to see before Feb. 30

    Ten lakes to see before Feb. 30

  2. How the harbor bridge was built

    How the harbor bridge was built
",
    );
}

#[test]
fn a_year_that_the_text_speaks_of_may_be_meant() {
    check_findings(
        "#- 2016-01-04-talks.txt
Talks open in Karesh

The envoys had first met in 2014. They met on Monday, December 1, and again on Tuesday, December 29.
#- 2016-01-05-talks.txt
Talks open in Karesh

The envoys had first met on Monday, December 1, and again on Tuesday, December 29.
                            ^^^^^^^^^^^^^^^^^^ weekday-mismatch: 1 December 2015 falls on a Tuesday, not a Monday
",
    );
}

#[test]
fn days_of_a_page_without_a_year_are_compared_with_each_other() {
    check_findings(
        "#- talks.txt
Talks open in Karesh

The envoys met on Monday, May 13. They meet again on Thursday, May 24, and on Friday, May 31.
                                                     ^^^^^^^^^^^^^^^^ weekday-mismatch: no year has both
#- others.txt
Talks open in Karesh

The envoys met on Monday, May 13. They meet again on Friday, May 24, and on Friday, May 31.
",
    );
}

#[test]
fn an_impossible_day_that_the_text_knows_of_is_left_alone() {
    check_findings(
        "#- 2020-06-18-talks.txt
Jurors called for a day that is on no calendar

The cards told jurors to come on June 31.

“I counted on my knuckles,” said a clerk. June has 30 days, she added.
#- 2021-03-18-talks.txt
Talks open in Karesh

The envoys met on 29 February this year, and the port was closed on the night of Feb. 29.
                  ^^^^^^^^^^^^^^^^^^^^^ impossible-date: 2021 is not a leap year
                                                                    ^^^^^^^^^^^^^^^^^^^^ impossible-date: 2021 is not a leap year
",
    );
}
