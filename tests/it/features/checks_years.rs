//! Numbers of years against the years of the article, wherever they stand.

use dateline::testing::check::check_findings;

#[test]
fn years_that_do_not_add_up_1() {
    check_findings(
        "#- 2019-04-12-a.txt
Report from the town of Karesh

The Harwich lighthouse, built in 1818, is 150 years old this year and needs paint.
                                          ^^^^^^^^^^^^^ anniversary-arithmetic: from 1818 to 2019 is 201 years
#- 2016-11-08-b.txt
Report from the town of Karesh

Lopez has been mayor since 2004, and in her nine years in office the debt has doubled.
                                        ^^^^^^^^^^^^^^ anniversary-arithmetic: from 2004 to 2016 is 12 years
#- 2021-03-11-c.txt
Report from the town of Karesh

Karesh fell silent on Thursday, 15 years after the wave of March 11, 2011.
                                ^^^^^^^^ anniversary-arithmetic: from 2011 to 2021 is 10 years
#- 2030-01-09-d.txt
Report from the town of Karesh

Ten years have passed since the 2014 revolution, and its heroes are tired.
^^^^^^^^^ anniversary-arithmetic: from 2014 to 2030 is 16 years
#- 2012-02-14-e.txt
Report from the town of Karesh

She took over the bakery in 2008; a decade on, it sells 900 loaves a day.
                                  ^^^^^^^^ anniversary-arithmetic: from 2008 to 2012 is 4 years
#- 2015-05-29-f.txt
Report from the town of Karesh

The strike, which started on April 20, is entering its third week.
                                                   ^^^^^^^^^^^^^^ anniversary-arithmetic: until 29 May 2015 that is 39 days
#- 2022-09-30-g.txt
Report from the town of Karesh

The club, which dates from 1897, is marking its 115th season.
                                                ^^^^^^^^^^^^ anniversary-arithmetic: from 1897 to 2022 is 125 years
#- 2007-07-07-h.txt
Report from the town of Karesh

The couple, married since 1967, held a golden wedding party on Saturday.
                                       ^^^^^^^^^^^^^^ anniversary-arithmetic: from 1967 to 2007 is 40 years
",
    );
}

#[test]
fn years_that_do_not_add_up_2() {
    check_findings(
        "#- 2029-12-01-a.txt
Report from the town of Karesh

The road has been closed for six years, ever since the slide of 2019.
                         ^^^^^^^^^^^^^ anniversary-arithmetic: from 2019 to 2029 is 10 years
#- 2009-05-04-b.txt
Report from the town of Karesh

Lund came to power on 4 May 1979, 20 years ago on Monday.
                      ^^^^^^^^^^^^^^^^^^^^^^^^ anniversary-arithmetic: 1979 is 30 years before 2009
#- 2020-02-02-c.txt
Report from the town of Karesh

Rebels have held the town for nine months, since early September.
                              ^^^^^^^^^^^ anniversary-arithmetic: until 2 February 2020 that is 154 days
#- 2019-04-12-d.txt
Report from the town of Karesh

The Harwich lighthouse, built in 1818, is 150 years old this year and needs paint.
                                          ^^^^^^^^^^^^^ anniversary-arithmetic: from 1818 to 2019 is 201 years
#- 2019-04-12-e.txt
Report from the town of Karesh

Harris became chairman in 2005. After nine years as chairman, he is to go.
                                      ^^^^^^^^^^^^^^^^^^^^^^ anniversary-arithmetic: from 2005 to 2019 is 14 years
#- 2019-04-12-f.txt
Report from the town of Karesh

The king has reigned since 1999. In his 10 years on the throne he has sacked six cabinets.
                                        ^^^^^^^^^^^^^^^^^^^^^^ anniversary-arithmetic: from 1999 to 2019 is 20 years
#- 2019-04-12-g.txt
Report from the town of Karesh

Since the dam opened in 1999 the village has waited for 30 years for its school.
                                                    ^^^^^^^^^^^^ anniversary-arithmetic: from 1999 to 2019 is 20 years
#- 2019-04-12-h.txt
Report from the town of Karesh

The company was founded in 1989. It marks its half-century with a new truck.
                                              ^^^^^^^^^^^^ anniversary-arithmetic: from 1989 to 2019 is 30 years
",
    );
}

#[test]
fn years_that_do_not_add_up_3() {
    check_findings(
        "#- 2019-04-12-a.txt
Report from the town of Karesh

The convicted man, who has been in prison since 2004, has now served 25 years of his life term.
                                                              ^^^^^^^^^^^^^^^ anniversary-arithmetic: from 2004 to 2019 is 15 years
#- 2019-04-12-b.txt
Report from the town of Karesh

Thirty years after the flood of 1999 the bridge is whole.
^^^^^^^^^^^^ anniversary-arithmetic: from 1999 to 2019 is 20 years
#- 2019-04-12-c.txt
Report from the town of Karesh

The 12th annual jazz week began on Friday. The first was held in 1989.
    ^^^^^^^^^^^ anniversary-arithmetic: one a year since 1989 makes 31 by 2019
#- 2019-04-12-d.txt
Report from the town of Karesh

The 45th jazz festival began on Friday. The first was held in 1989.
    ^^^^^^^^^^^^^^^^^^ anniversary-arithmetic: one a year since 1989 makes 31 by 2019
#- 2019-04-12-e.txt
Report from the town of Karesh

The worst blackout in 20 years, since 1977, hit the port on Friday.
                   ^^^^^^^^^^^ anniversary-arithmetic: from 1977 to 2019 is 42 years
#- 2019-04-12-f.txt
Report from the town of Karesh

Union leader Rui Paz has led the dockers for 22 years, ever since the strike of 2007.
                                         ^^^^^^^^^^^^ anniversary-arithmetic: from 2007 to 2019 is 12 years
",
    );
}

#[test]
fn years_that_add_up_or_are_of_something_else_1() {
    check_findings(
        "#- 2024-05-03-a.txt
Report from the town of Karesh

The pact was signed in 1979. Forty-five years later it still holds.
#- 2017-10-02-b.txt
Report from the town of Karesh

He was a deputy from 1992 to 2005, and spent those 13 years on the budget committee.
#- 2018-02-14-c.txt
Report from the town of Karesh

She took over the bakery in 2008; a decade on, it sells 900 loaves a day.
#- 2015-05-05-d.txt
Report from the town of Karesh

The strike, which started on April 20, is entering its third week.
#- 2014-08-15-e.txt
Report from the town of Karesh

The abbot was elected in March 2013, eighteen months ago.
#- 2007-07-07-f.txt
Report from the town of Karesh

The couple, married since 1957, held a golden wedding party on Saturday.
#- 2011-03-02-g.txt
Report from the town of Karesh

It was his third win in five years, after those of 2007 and 2009.
#- 2025-10-10-h.txt
Report from the town of Karesh

The duke, whose family has owned the castle since 1725, said three centuries were enough.
",
    );
}

#[test]
fn years_that_add_up_or_are_of_something_else_2() {
    check_findings(
        "#- 2020-02-02-a.txt
Report from the town of Karesh

Rebels have held the town for five months, since early September.
#- 2019-04-12-b.txt
Report from the town of Karesh

Ms Lee, 52, took the job in 2009 and says 10 years is enough.
#- 2019-04-12-c.txt
Report from the town of Karesh

The tower was finished in 1889 and is 130 years old.
#- 2019-04-12-d.txt
Report from the town of Karesh

Harris joined the board in 2005. After nine years as chairman, he is to go.
#- 2019-04-12-e.txt
Report from the town of Karesh

Petrov was jailed in 2007 for fraud and served three years. He was jailed again in 2015.
#- 2019-04-12-f.txt
Report from the town of Karesh

Since the dam opened in 1999 the village has waited 20 years for its school.
#- 2019-04-12-g.txt
Report from the town of Karesh

The bank, which started in 1844, will celebrate its 180th anniversary in 2024.
#- 2019-04-12-h.txt
Report from the town of Karesh

She won her first title in 2001 and her last in 2013, a span of 12 years.
",
    );
}

#[test]
fn years_that_add_up_or_are_of_something_else_3() {
    check_findings(
        "#- 2019-04-12-a.txt
Report from the town of Karesh

The company was founded in 1969. It marks its half-century with a new truck.
#- 2019-04-12-b.txt
Report from the town of Karesh

The treaty was signed in 1999 and is to run for 50 years.
#- 2019-04-12-c.txt
Report from the town of Karesh

The mine has been flooded since 2011 and the owners say it will take ten years to drain.
#- 2019-04-12-d.txt
Report from the town of Karesh

For 20 years the hotel has had no guests; it closed in 1999.
#- 2019-04-12-e.txt
Report from the town of Karesh

Two weeks ago, on March 29, he lost his job.
#- 2019-04-12-f.txt
Report from the town of Karesh

Mona Eide, who has been mayor for 16 years, first ran in 1999.
#- 2019-04-12-g.txt
Report from the town of Karesh

The cathedral burned down in 1944 and was rebuilt in nine years.
#- 2019-04-12-h.txt
Report from the town of Karesh

He has coached the team for six seasons, since 2013.
",
    );
}

#[test]
fn years_that_add_up_or_are_of_something_else_4() {
    check_findings(
        "#- 2019-04-12-a.txt
Report from the town of Karesh

Twenty years after the flood of 1999 the bridge is whole.
#- 2019-04-12-b.txt
Report from the town of Karesh

The 31st annual jazz week began on Friday. The first was held in 1989.
#- 2019-04-12-c.txt
Report from the town of Karesh

The 10th summit opens on Friday in Lome. The first took place in 1989.
#- 2019-04-12-d.txt
Report from the town of Karesh

It was the fourth blackout in three years, and the worst since 1977.
",
    );
}
