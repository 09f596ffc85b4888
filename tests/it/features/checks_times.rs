//! Years of lives and anniversaries, days of publication, plans and reports.

use dateline::testing::check::check_findings;

#[test]
fn an_anniversary_that_the_years_do_not_have() {
    check_findings(
        "#- 2016-09-16-talks.txt
Talks open in Karesh

Officials marked the 20th anniversary of the 2001 attacks on Sunday.
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ anniversary-arithmetic: from 2001 to 2016 is 15 years
In 2012 the town held the 40th anniversary of the 1962 flood.
                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ anniversary-arithmetic: from 1962 to 2012 is 50 years
It happened ten years ago, in 2001.
            ^^^^^^^^^^^^^^^^^^^^^^ anniversary-arithmetic: 2001 is 15 years before 2016
He has ruled for 20 years, since 1990.
                 ^^^^^^^^^^^^^^^^^^^^ anniversary-arithmetic: that is 26 years
",
    );
}

#[test]
fn anniversaries_that_fit_or_belong_to_another_time() {
    check_findings(
        "#- 2016-09-16-talks.txt
Talks open in Karesh

Officials marked the 15th anniversary of the 2001 attacks. It happened fifteen years ago, in 2001, or nearly 20 years ago, in 1997.
They will mark the 20th anniversary of the 2001 attacks with a service. He had ruled for 20 years, since 1970, when he fled.
Half a century ago, in 1962, it burned; more than ten years ago, in 2001, it was rebuilt.
",
    );
}

#[test]
fn an_age_that_the_years_do_not_give() {
    check_findings(
        "#- 2023-09-16-talks.txt
Talks open in Karesh

Ivan Petrov, 45, born in 1970, lives here.
             ^^ age-arithmetic: in 2023 that makes 52 or 53
Anna Weber (1950-2010) died aged 70.
                                 ^^ age-arithmetic: in 2010 that makes 59 or 60
Anna Weber was born in 1950 and died in 2010 at the age of 70.
                                                           ^^ age-arithmetic: no age of one born in 1950
#- 2023-09-17-talks.txt
Talks open in Karesh

Ivan Petrov, 53, born in 1970, lives here. Anna Weber (1950-2010) died aged 60 or so.
Boris Kostov, born in 1970, came to the city aged 12. Anna Weber was born in 1950 and died in 2010 at the age of 59.
#- 2023-09-18-talks.txt
Talks open in Karesh

Ivan Petrov, 45, was the son of Anna Petrova, born in 1950.
",
    );
}

#[test]
fn a_death_before_the_birth() {
    check_findings(
        "#- 2023-09-16-talks.txt
Talks open in Karesh

The canvas is by Boris Kostov (1990-1985), a painter.
                               ^^^^^^^^^ life-order: the death lies before the birth
Anna Weber was born on March 3, 1950, and died in 1945.
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ life-order: born “March 3, 1950” but dead “1945”
The canvas is by Pavel Kostov (1985-1990). Anna Weber was born in 1950, five years after her uncle died in 1945.
",
    );
}

#[test]
fn places_of_the_page_that_disagree_about_its_day() {
    check_findings(
        "#- talks.txt
Talks open in Karesh

February 18, 2020

KARESH, 28 November 2019 (Agency) - The envoys met on Feb. 17 in the capital, officials said.
        ^^^^^^^^^^^^^^^^ dateline-mismatch: 82 days apart
#- january.txt
Talks open in Karesh

January 12, 2020

KARESH, January 12, 2019 (Agency) - The envoys met in the capital, officials said.
        ^^^^^^^^^^^^^^^^ dateline-mismatch: last year’s number in January
#- near.txt
Talks open in Karesh

Published February 18, 2020 | Updated February 28, 2020

KARESH, Feb. 17 (Agency) - The envoys met on Feb. 17 in the capital, officials said.
",
    );
}

#[test]
fn a_page_whose_day_goes_against_its_files_name() {
    check_findings(
        "#- 2022-01-13-year.txt
Talks open in Karesh

KARESH, Jan. 12, 2021 (Agency) - The envoys met in the capital, officials said.
        ^^^^^^^^^^^^^ dateline-mismatch: the dateline says “Jan. 12, 2021”, the file's name 13 January 2022
#- 2023-09-14-later.txt
14 September 2032 10:42 GMT+3
^^^^^^^^^^^^^^^^^ dateline-mismatch: the year differs alone

Talks open in Karesh

KARESH

The envoys met in the capital, officials said.
#- 2023-09-14-saved.txt
Talks open in Karesh

Published: 18 May 2023

The envoys met in the capital, officials said.
",
    );
}

#[test]
fn a_pages_address_and_its_own_word_on_its_day() {
    check_findings(
        "#- address.txt
https://karesh.example/2023/05/18/talks
                       ^^^^^^^^^^ dateline-mismatch: the header says “2023/05/18”, the dateline 18 May 2022

Talks open in Karesh

KARESH, May 18, 2022 (Agency) - The envoys met in the capital, officials said.
#- word.txt
Talks open in Karesh

KARESH, May 18, 2013 (Agency) - The envoys met in the capital, officials said.

This story was published on May 18, 2023.
                            ^^^^^^^^^^^^ dateline-mismatch: the text says “May 18, 2023”
#- update.txt
Talks open in Karesh

Published: 18 May 2023. Updated: 19 May 2003
                                 ^^^^^^^^^^^ dateline-mismatch: the header says “19 May 2003”

The envoys met in the capital, officials said.
",
    );
}

#[test]
fn a_dateline_without_a_year_is_enough_for_plans_and_reports() {
    check_findings(
        "#- talks.txt
Talks open in Karesh

KARESH, August 10. /Fjord Press/. The envoys signed the deal on August 14 in the capital, officials said.
                                                                ^^^^^^^^^ report-of-future: lies 4 days after publication on 10 August

A second round will be held on August 3 in Lima.
                               ^^^^^^^^ plan-in-past: lies 7 days before publication on 10 August
",
    );
}

#[test]
fn front_matter_that_disagrees_with_the_dateline() {
    check_findings(
        "#- talks.md
---
title: Talks open in Karesh
published: 2020-02-12
created: 2021-07-01
---

KARESH, Feb. 21 (Agency) - The envoys met in the capital, officials said.
        ^^^^^^^ dateline-mismatch: the page's metadata 12 February 2020: 9 days apart (digits of the day swapped)
",
    );
}

#[test]
fn a_plan_for_a_day_that_is_over() {
    check_findings(
        "#- 2020-02-18-talks.txt
Talks open in Karesh

The envoys will meet in Karesh on Feb. 3.
                                  ^^^^^^ plan-in-past: 15 days before publication
The council is scheduled to vote on February 8, 2020.
                                    ^^^^^^^^^^^^^^^^ plan-in-past: 10 days before publication
The port will reopen by Feb. 3.
                        ^^^^^^ plan-in-past: “will reopen by Feb. 3” lies 15 days before publication
The envoys will meet on Feb. 17, on Feb. 28 and on May 3.
He said on Feb. 1 that the envoys will meet on Feb. 3. “We will meet on Feb. 3,” he said.
The treaty signed on Feb. 3 will hold. They will discuss the deal of Feb. 3.
",
    );
}

#[test]
fn a_report_of_a_day_to_come() {
    check_findings(
        "#- 2020-02-18-talks.txt
Talks open in Karesh

The envoys met in Karesh on Feb. 28.
                            ^^^^^^^ report-of-future: 10 days after publication
The second round of talks started on Feb. 28.
                                     ^^^^^^^ report-of-future: “started on Feb. 28” lies 10 days after
The envoys met on Feb. 19 and will meet on Feb. 28; they agreed to meet on Feb. 29, and a vote was scheduled for Feb. 27.
The summit opened on Feb. 28 last year. Talks that were to be held on Feb. 28 were put off.
",
    );
}

#[test]
fn last_years_number_in_january() {
    check_findings(
        "#- 2026-01-09-talks.txt
Talks open in Karesh

The envoys will meet on Jan. 20, 2025, officials said.
                        ^^^^^^^^^^^^^ stale-year: 20 January 2026 is probably meant
The envoys met on Jan. 20, 2025, and will meet on Jan. 20, 2026.
",
    );
}
