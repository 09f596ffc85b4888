//! Ages of one person against each other, the birth and the death.

use dateline::testing::check::check_findings;

#[test]
fn ages_that_do_not_add_up_1() {
    check_findings(
        "#- 2019-04-12-a.txt
Report from the town of Karesh

Ida Roth turned 19 in March. Coach Tom Beck, 45, calls the 17-year-old Roth a marvel.
                                                           ^^^^^^^^^^^ age-arithmetic: two ages of “Ida Roth”
#- 2019-04-12-b.txt
Report from the town of Karesh

Ida Roth, 24, was born on 30 May 1999 in Bern.
          ^^ age-arithmetic: in 2019 that makes 19 or 20
#- 2019-04-12-c.txt
Report from the town of Karesh

Born in 1950, Ida Roth published her first book in 1975 at the age of 35.
                                                        ^^^^^^^^^^^^^^^^ age-arithmetic: in 1975 that makes 24 or 25
#- 2019-04-12-d.txt
Report from the town of Karesh

Ida Roth was 45 when she died in 2009, said her daughter. She was born in 1944.
             ^^ age-arithmetic: in 2009 that makes 64 or 65
#- 2019-04-12-e.txt
Report from the town of Karesh

Actor Joe Hale (1944-2019) died on Monday at 84.
                                             ^^ age-arithmetic: in 2019 that makes 74 or 75
#- 2019-04-12-f.txt
Report from the town of Karesh

Mr Hale, 71, retired in 2013 aged 55.
                             ^^^^^^^ age-arithmetic: 6 years lie between
",
    );
}

#[test]
fn ages_that_add_up_or_are_of_something_else_1() {
    check_findings(
        "#- 2019-04-12-a.txt
Report from the town of Karesh

Chess player Ida Roth, 19, beat Lev Katz, 54. Roth is the youngest since 1990.
#- 2019-04-12-b.txt
Report from the town of Karesh

Katz, a 54-year-old teacher, has played for 40 years. The 19-year-old Roth began in 2008.
#- 2019-04-12-c.txt
Report from the town of Karesh

Ida Roth, 19, was born on 30 May 1999 in Bern.
#- 2019-04-12-d.txt
Report from the town of Karesh

Born in 1950, Ida Roth published her first book in 1975 at 25.
#- 2019-04-12-e.txt
Report from the town of Karesh

Ida Roth, who was 65 when she died in 2009, was born in 1944.
#- 2019-04-12-f.txt
Report from the town of Karesh

Actor Joe Hale, who would have turned 80 in June, died in March at 79.
#- 2019-04-12-g.txt
Report from the town of Karesh

Mr Hale, 71, retired in 2013 aged 65.
",
    );
}
