use dateline::testing::check::check_hover;

#[test]
fn a_person_with_office_names_and_reason() {
    check_hover(
        "#- 2020-01-10-first.txt
Envoys meet

Austrian Foreign Minister Ann Weber said on Friday that talks would go on.
#- brief.md
We<|>ber will return.
",
        "Ann Weber · person · Foreign Minister, Austria (as of 2020-01-10)
also: “Weber” · 2 mentions in 2 articles, 2020-01-10
Fullest account: 2020-01-10-first.txt:3 “Austrian Foreign Minister Ann Weber said on Friday that talks would go on.”
why “Weber”: probably: no other bearer in the folder",
    );
}

#[test]
fn a_weekday_says_which_day_and_why() {
    check_hover(
        "#- 2020-01-10-first.txt
Envoys meet

They met on Mo<|>nday, officials said.
",
        "2020-01-06 · date · Monday, 6 January 2020
Monday before Friday, 10 January 2020 (publication date)
counted from the publication date: published 2020-01-10, as the file's name says",
    );
}

#[test]
fn nothing_is_shown_over_ordinary_words() {
    check_hover("#- a.txt\nTalks open\n\nThe min<|>isters met.\n", "");
}

#[test]
fn a_saved_page_is_quoted_without_its_markup() {
    check_hover(
        "#- page.html
<html><head><meta property=\"article:published_time\" content=\"2020-01-10\"></head><body><article>
<h1>Envoys meet</h1><p>Austrian Foreign Minister <b>Ann</b> W&eacute;ber said &amp; left.</p>
<p>Ann W&eacute;b<|>er smiled.</p></article></body></html>
",
        "Ann Wéber · person · Foreign Minister, Austria (as of 2020-01-10)
2 mentions in 1 article, 2020-01-10
Fullest account: page.html:2 “Austrian Foreign Minister Ann Wéber said & left.”
why “Ann Wéber”: the name itself",
    );
}

#[test]
fn an_office_alone_tells_who_holds_it_in_this_article() {
    check_hover(
        "#- 2020-01-10-first.txt
Envoys meet

Austrian Foreign Minister Ann Weber said on Friday that talks would go on. The min<|>ister then left.
",
        "Ann Weber · person · Foreign Minister, Austria (as of 2020-01-10)
1 mention in 1 article, 2020-01-10
Fullest account: 2020-01-10-first.txt:3 “Austrian Foreign Minister Ann Weber said on Friday that talks would go on. The minister then left.”
why: probably stands for “Ann Weber” in this article",
    );
}

#[test]
fn a_demonym_leads_to_its_country() {
    check_hover(
        "#- 2020-01-10-first.txt
Envoys meet

Aus<|>trian Foreign Minister Ann Weber flew to Austria on Friday.
",
        "Austria · place (country)
1 mention in 1 article, 2020-01-10
Fullest account: 2020-01-10-first.txt:3 “Austrian Foreign Minister Ann Weber flew to Austria on Friday.”
why: the word means “of Austria”",
    );
    check_hover("#- a.txt\nTalks open\n\nEnvoys praised the Aus<|>trian wine.\n", "");
}

#[test]
fn a_capital_that_acts_stands_for_its_government() {
    check_hover(
        "#- 2020-01-10-first.txt
Envoys meet

Vie<|>nna has rejected the offer, officials said on Friday.
",
        "Vienna · place (capital of Austria)
1 mention in 1 article, 2020-01-10
here probably: the government of Austria
Fullest account: 2020-01-10-first.txt:3 “Vienna has rejected the offer, officials said on Friday.”
why “Vienna”: the name itself",
    );
}
