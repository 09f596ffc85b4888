use camino::Utf8Path;
use dateline::base::id::ArticleId;
use dateline::state::{Event, Ticket, World};
use dateline::testing::check::{check_dates, check_hover};
use dateline::testing::fixture::{Fixture, doc};

#[test]
fn a_wire_report_with_date_line_and_dateline() {
    check_dates(
        "#- call.txt
 date 2019-12-24 Wire.com
      ^^^^^^^^^^ 2019-12-24
Ministers talk by phone

KARESH (Wire - 24th December, 2019) The two ministers spoke on Monday about the truce.
               ^^^^^^^^^^^^^^^^^^^ 2019-12-24
                                                               ^^^^^^ 2019-12-23

On Sunday the president had sent a delegation; the offensive began on Thursday.
   ^^^^^^ 2019-12-22
                                                                      ^^^^^^^^ 2019-12-19

They prepared the talks scheduled to take place in Vienna on January 8.
                                                             ^^^^^^^^^ 2020-01-08

The deal was signed in November, and the ceasefire of January held for nine months.
                       ^^^^^^^^ 2019-11
                                                      ^^^^^^^ 2019-01
                                                                       ^^^^^^^^^^^ P9M
",
    );
}

#[test]
fn months_and_days_across_the_turn_of_the_year() {
    check_dates(
        "#- 2019-12-24-talks.txt
Talks near

“Nobody wants to reach January empty-handed,” said an adviser.
                       ^^^^^^^ 2020-01

January 8 is the day that she has in mind: the president is then due in Vienna.
^^^^^^^^^ 2020-01-08

February 3, she said, is when the work begins.
^^^^^^^^^^ 2020-02-03

The envoys were arrested on January 12 and freed in March.
                            ^^^^^^^^^^ 2019-01-12
                                                    ^^^^^ 2019-03

Parliament is to vote on February 20; they aim to be done by March.
                         ^^^^^^^^^^^ 2020-02-20
                                                             ^^^^^ 2020-03
#- 2020-01-06-talks.txt
Talks near

The deal was signed in November and will be renewed in May.
                       ^^^^^^^^ 2019-11
                                                       ^^^ 2020-05
",
    );
}

#[test]
fn without_a_publication_date_nothing_is_counted_from_a_caption() {
    check_dates(
        "#- delegation.txt
Delegation in Karesh

Smoke rises over the village of Rosten, in the north of Karesh, on October 24, 2019. (Photo by LNP)
                                                                   ^^^^^^^^^^^^^^^^ 2019-10-24

The delegation arrived on Monday. One day before, the president had spoken of an attack.
                          ^^^^^^ XXXX-WXX-1
                                  ^^^^^^^^^^^^^^ XXXX-XX-XX

The visitors came on Monday, a day after the president said that troops would go.
                     ^^^^^^ XXXX-WXX-1
                             ^^^^^ XXXX-XX-XX

The deal was signed last month. The country has had no peace since 2011.
                    ^^^^^^^^^^ XXXX-XX
                                                                   ^^^^ 2011
",
    );
}

#[test]
fn a_day_after_something_happened_is_counted_from_the_day_beside_it() {
    check_dates(
        "#- 2019-12-24-delegation.txt
Delegation in Karesh

Smoke rises over the village of Rosten, in the north of Karesh, on October 24, 2019. (Photo by LNP)
                                                                   ^^^^^^^^^^^^^^^^ 2019-10-24

The delegation arrived on Monday, a day after the president said that troops would go.
                          ^^^^^^ 2019-12-23
                                  ^^^^^ 2019-12-22

The vote was held on Thursday. One day before, the court had ruled.
                     ^^^^^^^^ 2019-12-19
                               ^^^^^^^^^^^^^^ 2019-12-18

He spoke at length. He left a day after talks collapsed, and three days after the vote.
                            ^^^^^ XXXX-XX-XX
                                                             ^^^^^^^^^^ P3D
",
    );
}

#[test]
fn a_caption_counts_from_its_own_date() {
    check_dates(
        "#- 2020-02-20-camp.txt
The camp fills

A family waits at a camp near Rosten, in the north of Karesh, on Feb. 3, 2020, and left the next day. (Photo by LNP)
                                                                 ^^^^^^^^^^^^ 2020-02-03
                                                                                        ^^^^^^^^^^^^ 2020-02-04

Talks opened on Monday. The next day they broke down.
                ^^^^^^ 2020-02-17
                        ^^^^^^^^^^^^ 2020-02-18
",
    );
}

#[test]
fn headlines_and_quotations() {
    check_dates(
        "#- 2020-02-20-plan.txt
Envoys to return on Tuesday
                    ^^^^^^^ 2020-02-18

“We will go on Friday,” the minister said on Wednesday.
               ^^^^^^ 2020-02-21
                                             ^^^^^^^^^ 2020-02-19

He told “This Week” that the talks, now in their third year, would go on until Saturday.
                                    ^^^ PRESENT_REF
                                                                               ^^^^^^^^ 2020-02-22
",
    );
}

#[test]
fn ranges_are_two_dates() {
    check_dates(
        "#- 2020-09-16-talks.txt
Talks in Karesh

They met on Sept. 15-16 and from March 3 to 10, and worked from 2017 to 2019.
            ^^^^^^^^ 2020-09-15
                     ^^ 2020-09-16
                                 ^^^^^^^ 2020-03-03
                                            ^^ 2020-03-10
                                                                ^^^^ 2017
                                                                        ^^^^ 2019

It held from January to March 2018.
             ^^^^^^^ 2018-01
                        ^^^^^^^^^^ 2018-03
",
    );
}

#[test]
fn a_history_is_counted_from_the_date_named_last() {
    check_dates(
        "#- 2020-02-20-history.txt
How the war of Rosten ended

The siege began in March 1912. In June the walls fell, and on 4 July the king fled.
                   ^^^^^^^^^^ 1912-03
                                  ^^^^ 1912-06
                                                              ^^^^^^ 1912-07-04
He was caught on 12 August 1913. The next day he was tried. A treaty followed in 1915.
                 ^^^^^^^^^^^^^^ 1913-08-12
                                 ^^^^^^^^^^^^ 1913-08-13
                                                                                 ^^^^ 1915
By 1920 the town was rebuilt; that same year it elected a mayor. It burned down in 1934.
   ^^^^ 1920
                              ^^^^^^^^^^^^^^ 1920
                                                                                   ^^^^ 1934
",
    );
}

#[test]
fn numeric_dates_follow_the_article_and_then_the_folder() {
    check_dates(
        "#- own.txt
Notes

Signed on 2/18/2020, renewed on 03/04/2020.
          ^^^^^^^^^ 2020-02-18
                                ^^^^^^^^^^ 2020-03-04
#- shows.txt
Notes

Signed on 18/2/2020 and on 19/2/2020.
          ^^^^^^^^^ 2020-02-18
                           ^^^^^^^^^ 2020-02-19
#- open.txt
Notes

Signed on 03/04/2020, renewed on 05/05/2020.
          ^^^^^^^^^^ 2020-04-03
                                 ^^^^^^^^^^ 2020-05-05
",
    );
}

#[test]
fn a_numeric_date_that_could_be_either_says_so() {
    check_dates(
        "#- open.txt
Notes

Signed on 03/04/2020.
          ^^^^^^^^^^ 2020
",
    );
    check_hover(
        "#- open.txt
Notes

Signed on 03/<|>04/2020.
",
        "2020 · date · 2020-01-01 – 2020-12-31
as written; day and month could be either
this article gives no publication date",
    );
}

/// The first value of `open.txt`.
fn first_value(world: &mut World) -> String {
    let snapshot = world.snapshot();
    let doc = doc(&snapshot, Utf8Path::new("open.txt"));
    snapshot.timexes(ArticleId { doc, article: 0 }).first().expect("a date").value.clone()
}

#[test]
fn the_habit_of_the_folder_changes_with_its_files() {
    let fixture = Fixture::parse("#- open.txt\nSigned on 03/04/2020.\n#- shows.txt\nSigned on 18/2/2020.\n");
    let mut world = fixture.world();
    assert_eq!(first_value(&mut world), "2020-04-03");
    let open = |path: &str, text: &str| Event::Opened { path: path.into(), version: 1, text: text.into() };
    world.apply(open("shows.txt", "Signed on 2/18/2020.\n"));
    assert_eq!(first_value(&mut world), "2020-03-04");
    world.apply(open("more.txt", "Signed on 19/2/2020.\n"));
    assert_eq!(first_value(&mut world), "2020", "as many of either");
    world.apply(Event::Closed { path: "shows.txt".into() });
    assert_eq!(first_value(&mut world), "2020-04-03", "the disk counts again");
    world.apply(Event::Closed { path: "more.txt".into() });
    world.apply(Event::Gone { ticket: Ticket(9), path: "shows.txt".into() });
    assert_eq!(first_value(&mut world), "2020", "nothing shows the order");
}

#[test]
fn a_history_goes_back_where_a_paragraph_begins() {
    check_dates(
        "#- 2020-02-20-history.txt
How the war of Rosten was fought

It was fought from May 1912 until the capital fell on 28 March 1915.
                   ^^^^^^^^ 1912-05
                                                      ^^^^^^^^^^^^^ 1915-03-28

On the night of 5–6 July the garrison rose. In December the road was cut.
   ^^^^^^^^^^^^^^^^^^^^^ 1912-07-05TNI
                                               ^^^^^^^^ 1912-12

In February 1913 the port was lost, as under the 1839 treaty. At dawn on 4 April it was won.
   ^^^^^^^^^^^^^ 1913-02
                                                 ^^^^ 1839
                                                                 ^^^^^^^^^^^^^^^ 1913-04-04TMO
",
    );
}

#[test]
fn a_clock_is_of_the_day_behind_it_and_a_date_line_keeps_its_weekday() {
    check_dates(
        "#- talks.txt
Ferry sinks

January 11, 2010 Monday
^^^^^^^^^^^^^^^^^^^^^^^ 2010-01-11

Ministers will meet at 10 a.m. (0200 UTC) on 18 January 2010.
                       ^^^^^^^ 2010-01-18T10:00
                                ^^^^^^^^ 2010-01-18T02:00
                                             ^^^^^^^^^^^^^^^ 2010-01-18
",
    );
}
