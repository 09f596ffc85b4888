//! Parts against wholes, votes, shares and changes.

use dateline::testing::check::check_findings;

#[test]
fn sums_that_do_not_add_up_1() {
    check_findings(
        "#- 2020-02-02-a.txt
Report from the town of Karesh

The council has 21 seats. Labour won 11, the Greens seven and independents five.
                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sum-mismatch: 23
#- 2020-02-02-b.txt
Report from the town of Karesh

Turnout rose by a third, from 300 voters to 500.
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sum-mismatch: from 300 to 500 is +66.7 %, not +33.333333333333336 %
#- 2020-02-02-c.txt
Report from the town of Karesh

Twelve of the 20 planes can fly, and the remaining nine wait for parts.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sum-mismatch: that is 21
#- 2020-02-02-d.txt
Report from the town of Karesh

Parliament backed the treaty with 88 votes in favour, 20 against and 15 abstentions, with all 120 deputies voting.
                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sum-mismatch: were there
#- 2020-02-02-e.txt
Report from the town of Karesh

Two men, Ivan Orlov, 34, Pavel Lisin, 27, and Oleg Belov, 30, were arrested.
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sum-mismatch: are 3, not “Two men”
#- 2020-02-02-f.txt
Report from the town of Karesh

The firm employs 900 people. Of these, 500 work in Riga, 300 in Tartu and 200 in Vilnius.
                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sum-mismatch: make 1000, but there are “900 people”
#- 2020-02-02-g.txt
Report from the town of Karesh

The plan costs $30 million, $12 million for roads and $20 million for schools.
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sum-mismatch: that is 32 million
#- 2020-02-02-h.txt
Report from the town of Karesh

The ministers of four countries - Chile, Peru, Kenya, Ghana and Norway - met in Lima.
                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sum-mismatch: are 5, not “four countries”
",
    );
}

#[test]
fn sums_that_do_not_add_up_2() {
    check_findings(
        "#- 2020-02-02-a.txt
Report from the town of Karesh

Of the 52 complaints, 17 were thrown out, 11 upheld and the other 34 are pending.
       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sum-mismatch: that is 62
#- 2020-02-02-b.txt
Report from the town of Karesh

The blaze destroyed 14 houses and three shops, 19 buildings in all.
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sum-mismatch: that is 17
#- 2020-02-02-c.txt
Report from the town of Karesh

Wheat output fell to 24 million tonnes from 30 million, a drop of 30 percent.
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sum-mismatch: from 30 million to 24 million is -20.0 %, not -30 %
#- 2020-02-02-d.txt
Report from the town of Karesh

The 12 jurors split eight to five.
                    ^^^^^^^^^^^^^ sum-mismatch: 13
#- 2020-02-02-e.txt
Report from the town of Karesh

The senators voted 60 to 45 to end debate in the 100-member chamber.
                   ^^^^^^^^ sum-mismatch: 105
#- 2020-02-02-f.txt
Report from the town of Karesh

Sales were 1.2 billion euros, up 50 percent from 1.0 billion.
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sum-mismatch: from 1.0 billion to 1.2 billion is +20.0 %, not +50 %
#- 2020-02-02-g.txt
Report from the town of Karesh

Visitors numbered 44,000, 10 percent fewer than the 60,000 of 2018.
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sum-mismatch: from 60,000 to 44,000 is -26.7 %, not -10 %
#- 2020-02-02-h.txt
Report from the town of Karesh

The team has 25 players: 3 goalkeepers, 9 defenders, 8 midfielders and 6 forwards.
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sum-mismatch: that is 26
",
    );
}

#[test]
fn sums_that_do_not_add_up_3() {
    check_findings(
        "#- 2020-02-02-a.txt
Report from the town of Karesh

The motion passed by 12 votes, 61 to 39.
                     ^^^^^^^^^^^^^^^^^^ sum-mismatch: that is 22
#- 2020-02-02-b.txt
Report from the town of Karesh

In all, 31 were hurt, 20 of them slightly and 15 seriously.
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sum-mismatch: that is 35
#- 2020-02-02-c.txt
Report from the town of Karesh

Nurses make up 60 percent of staff, doctors 25 percent and clerks the remaining 25 percent.
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sum-mismatch: are said to be all, but make 110 percent
#- 2020-02-02-d.txt
Report from the town of Karesh

The price rose from $40 to $50, an increase of a half.
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sum-mismatch: from $40 to $50 is +25.0 %, not +50 %
",
    );
}

#[test]
fn sums_that_add_up_or_are_of_something_else_1() {
    check_findings(
        "#- 2020-02-02-a.txt
Report from the town of Karesh

The council has 21 seats. Labour won 11, the Greens seven and independents three.
#- 2020-02-02-b.txt
Report from the town of Karesh

A three-judge panel ruled 2-1 and then the full court of 15 voted 9-6.
#- 2020-02-02-c.txt
Report from the town of Karesh

Six of the ten wells are dry and five give salt water.
#- 2020-02-02-d.txt
Report from the town of Karesh

Sales were 1.2 billion euros, up 20 percent from 1.0 billion.
#- 2020-02-02-e.txt
Report from the town of Karesh

Five people, including three children, died: two in a car and three on foot.
#- 2020-02-02-f.txt
Report from the town of Karesh

The price rose from $40 to $50, an increase of a quarter.
",
    );
}
