use dateline::testing::check::check_definition;

#[test]
fn a_surname_leads_to_the_fullest_account_in_another_article() {
    check_definition(
        "#- 2020-01-10-first.txt
Envoys meet

Weber said on Friday that talks would go on.
Ann Weber spoke in Vienna.
#- 2020-01-12-second.txt
Minister flies home

Austrian Foreign Minister <[Ann Weber]> flew home on Sunday.
#- brief.md
# Notes

We<|>ber will return.
",
    );
}

#[test]
fn accents_and_romanisation_do_not_hide_the_account() {
    check_definition(
        "#- 2020-01-12-second.txt
Minister flies home

Deputy Foreign Minister <[Serdar Çelik]> flew home on Sunday.
#- brief.md
Serdar Cel<|>ik will return.
",
    );
}

#[test]
fn from_the_account_itself_it_leads_to_the_next_best() {
    check_definition(
        "#- 2020-01-12-second.txt
Minister flies home

Austrian Foreign Minister Ann We<|>ber flew home on Sunday.
#- 2020-01-14-third.txt
Minister speaks

Minister <[Ann Weber]> spoke on Tuesday. Weber was brief.
",
    );
}

#[test]
fn people_with_one_surname_stay_apart() {
    check_definition(
        "#- 2020-01-12-second.txt
Mayor flies home

Foreign Minister Ann Weber met President <[Carl Weber]> on Sunday.
#- brief.md
President Carl We<|>ber will return.
",
    );
}

#[test]
fn ordinary_words_lead_nowhere() {
    check_definition("#- a.txt\nTalks open\n\nThe min<|>isters met.\n");
}

#[test]
fn an_office_alone_leads_to_its_holder() {
    check_definition(
        "#- 2020-01-12-second.txt
Minister flies home

Austrian Foreign Minister <[Ann Weber]> flew home on Sunday. The min<|>ister was brief.
",
    );
}

#[test]
fn a_demonym_of_two_words_leads_to_its_country() {
    check_definition(
        "#- 2020-01-12-second.txt
Minister flies home

The South Kor<|>ean envoy left <[South Korea]> on Sunday.
",
    );
}
