//! Stretches of time, distances and numbers that do not add up.

use dateline::testing::check::check_findings;

#[test]
fn a_stretch_that_ends_before_it_begins() {
    check_findings(
        "#- 2020-09-16-talks.txt
Talks open in Karesh

The delegations sit in Karesh on Sept. 16-15, the ministry said.
                                 ^^^^^^^^^^^ reversed-range: ends before it begins: 15 September 2020
The fair ran from 2010 to 2008 and the truce held between May 9 and May 3.
             ^^^^^^^^^^^^^^^^^ reversed-range: 2008 lies before 2010
                                                  ^^^^^^^^^^^^^^^^^^^^^^^ reversed-range: 3 May 2020 lies before 9 May 2020
Rain is forecast from 14 to 10 September and the archive covers 1998–1991.
                 ^^^^^^^^^^^^^^^^^^^^^^^ reversed-range: 10 September
                                                                ^^^^^^^^^ reversed-range: 1991
The permit ran from May 2019 to March 2019.
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^ reversed-range: March 2019
",
    );
}

#[test]
fn stretches_in_order_and_what_is_none() {
    check_findings(
        "#- 2020-09-16-talks.txt
Talks open in Karesh

They sat on Sept. 15-16, from 2008 to 2010, from December 20 to January 5 and from November to March.
The vote was moved from May 9 to May 3, and the start was brought forward from 2022 to 2021.
The tribe lived there from 384 to 322 BC. Rovers won 2010-2008 on points. The norm is ISO 2010-2008.
The gap between 2010 and 2008 was small. They left on April 24, 2020 - 4:45 p.m. was the hour.
The shop is open from Friday to Wednesday, and the season 2010-08 was short.
",
    );
}

#[test]
fn a_length_that_does_not_fit_its_days() {
    check_findings(
        "#- 2020-09-16-talks.txt
Talks open in Karesh

The two-day talks on Feb. 3-5 ended without a text.
    ^^^^^^^ range-length: which is 3 days
He cut short the five-day trip, from 3 to 10 March, to fly home.
                 ^^^^^^^^ range-length: which is 8 days
A three-day visit, Friday to Tuesday, was planned.
  ^^^^^^^^^ range-length: which is 5 days
The war lasted nine years, from 1939 to 1945.
               ^^^^^^^^^^ range-length: which is 6 years
The three-week course ran from June 1 to June 10, 2019.
    ^^^^^^^^^^ range-length: which is 10 days
They meet from Sept. 3 to 5 for six-day drills.
                                ^^^^^^^ range-length: which is 3 days
",
    );
}

#[test]
fn lengths_that_fit_and_lengths_of_something_else() {
    check_findings(
        "#- 2020-09-16-talks.txt
Talks open in Karesh

The three-day talks on Feb. 3-5 ended, the seven-day trip from 3 to 10 March did, and so did the eight-day tour from 3 to 10 May.
The first two days of Feb. 3-5 were quiet; nearly two days from 3 to 10 May were lost.
The two-day summit comes after drills from 3 to 10 March. A two-week course runs from June 1 to June 12.
The war lasted six years, from 1939 to 1945, and a two-day truce and the fair of 3-10 May failed.
He stayed for two nights, from May 3 to 5. The ten-day seminar sat from May 4 to 15, 2020.
",
    );
}

#[test]
fn a_distance_that_the_days_do_not_have() {
    check_findings(
        "#- 2020-09-16-talks.txt
Talks open in Karesh

The cabinet fell two days after the 3 May vote, on 6 May.
                 ^^^^^^^^ offset-mismatch: 3 days away
On Monday, a day after Saturday's attack, the envoys spoke.
           ^^^^^ offset-mismatch: 2 days away
A day after the vote on Sunday, the council met on Tuesday.
^^^^^ offset-mismatch: “Tuesday” is not “A day” after “Sunday”
He spoke on Friday, two days after Tuesday's ruling.
                    ^^^^^^^^ offset-mismatch: 3 days away
He spoke on May 3, two days before the May 4 fair.
                   ^^^^^^^^ offset-mismatch: “two days” before “May 4”
Exactly one week after the March 3 strike, on March 12, it came again.
        ^^^^^^^^ offset-mismatch: 9 days away
Two years after the 2003 invasion, in 2007, it ended.
^^^^^^^^^ offset-mismatch: 4 years away
In 2001 he left for the coast; ten years later, in 2015, he came home.
                               ^^^^^^^^^^^^^^^ offset-mismatch: 14 years away
They spoke by phone yesterday, Friday, and meet tomorrow, Monday.
                    ^^^^^^^^^^^^^^^^^ offset-mismatch: is Tuesday, 15 September 2020
                                                ^^^^^^^^^^^^^^^^ offset-mismatch: not “Monday”
",
    );
}

#[test]
fn distances_that_fit_or_are_not_said() {
    check_findings(
        "#- 2020-09-16-talks.txt
Talks open in Karesh

The cabinet fell three days after the 3 May vote, on 6 May. On Monday, two days after Saturday's attack, they spoke.
A week after the March 3 strike, on March 12, it came again; about ten days after the March 3 strike, on March 15, too.
More than two days after the 3 May vote, on 9 May, nothing was known. A day or so after the 3 May vote, on 9 May, it was.
They spoke yesterday, Tuesday, and meet tomorrow, Thursday. A day after the vote, he met the man who fled on Tuesday.
Two days after the vote on Sunday, police held a man who had escaped on Friday.
In 2001 he left; ten years later, in 2011, he came home, and two years after the 2003 invasion, in 2006, it ended.
",
    );
}

#[test]
fn numbers_that_do_not_add_up() {
    check_findings(
        "#- 2020-09-16-talks.txt
Talks open in Karesh

The blast killed 12 people: 8 soldiers and 5 civilians.
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sum-mismatch: that is 13
A total of 12 people, eight men and three women, were held.
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sum-mismatch: that is 11
The list has four men, three women and two children, a total of 10.
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sum-mismatch: that is 9
The firm's share rose from 100 to 150, a 40 percent rise.
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sum-mismatch: +50.0 %, not +40 %
Sales fell 35 percent to 80 from 100 a year before.
           ^^^^^^^^^^^^^^^^^^^^^^^^^ sum-mismatch: -20.0 %, not -35 %
The deal was signed by three ministers: Ann Weber, Boris Kostov, Ivan Petrov and Anna Lund.
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sum-mismatch: are 4, not
",
    );
}

#[test]
fn numbers_that_add_up_and_lists_that_are_not_whole() {
    check_findings(
        "#- 2020-09-16-talks.txt
Talks open in Karesh

The blast killed 13 people: 8 soldiers and 5 civilians. It killed at least 12 people: 8 soldiers and 5 civilians.
The blast killed 12 people, including 8 soldiers and 5 civilians. The bill got 48 votes, nine against and four in doubt.
The fleet has 12 ships, 8 tanks and 5 planes. Shares rose from 100 to 150, a 50 percent rise, or nearly 40 percent in euros.
Three ministers signed: Ann Weber, Boris Kostov and Anna Lund. Sales rose 12 percent to 112.3 million from 100.1 million.
",
    );
}

#[test]
fn one_moment_in_two_zones() {
    check_findings(
        "#- 2020-09-16-talks.txt
Talks open in Karesh

The call began at 10:00 GMT (11:00 EST) and ended at 1300 GMT (8 p.m. CET).
                  ^^^^^^^^^^^^^^^^^^^^ time-zone-arithmetic: it would be 05:00 there
                                                     ^^^^^^^^^^^^^^^^^^^^ time-zone-arithmetic: is not
It began at 10:00 GMT (6:00 EDT) or at 1000 GMT (5 a.m. EST), and ended at 12:30 GMT (1:30 p.m. BST).
The market closed at 10:00 GMT (7 a.m. local time); trains left at 10:00 GMT and 11:00 GMT.
",
    );
}

#[test]
fn both_orders_of_day_and_month_in_one_article() {
    check_findings(
        "#- 2019-09-16-talks.txt
Talks open in Karesh

The form is of 03/13/2019, the stamp of 25/03/2019.
                                        ^^^^^^^^^^ ambiguous-order: day first
#- 2019-09-17-talks.txt
Talks open in Karesh

The form is of 13/03/2019, the stamp of 25/03/2019 and the copy of 3/4/2019.
",
    );
}

#[test]
fn markup_between_the_words_hides_nothing() {
    check_findings(
        "#- talks.html
<html><head><title>Talks open in Karesh</title></head><body><article><h1>Talks open in Karesh</h1>
<p>The envoys of both countries met in the capital, officials said, and the fair ran from <em>2010</em> to <a href=2019-2001>2008</a> in the old harbour.</p>
                                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ reversed-range: 2008 lies before 2010
</article></body></html>
#- talks.md
# Talks open in Karesh

The fair ran from **2010** to [2008](https://fair.example/2019-2001) in the old harbour.
             ^^^^^^^^^^^^^^^^^^^^^^ reversed-range: 2008 lies before 2010
",
    );
}
