use dateline::testing::check::check_references;

#[test]
fn all_names_of_one_person_in_all_articles() {
    check_references(
        "#- 2020-01-10-first.txt
Envoys meet

Foreign Minister <[Serdar Öner]> said on Friday that talks would go on. <[Öner]> smiled.
#- 2020-01-12-second.txt
Minister flies home

Turkish Foreign Minister <[Serdar On<|>er]> flew home. Sergey Volkov stayed.
#- brief.md
<[Oner]> will return.
",
    );
}

#[test]
fn an_acronym_and_what_it_stands_for() {
    check_references(
        "#- 2020-01-10-first.txt
Envoys meet

The <[Council of National Unity]> (<[CNU]>) said on Friday that talks would go on. The <[CNU]> met in Vienna.
#- 2020-01-12-second.txt
<[Council]> meets

The <[Council of National U<|>nity]> met.
#- brief.md
A spokesman for the <[CNU]> called.
",
    );
}

#[test]
fn a_name_is_found_up_to_its_last_letter() {
    check_references("#- a.txt\nTalks open\n\nThey flew to <[Vienna<|>]>.\n");
}

#[test]
fn a_ministry_without_its_country_is_known_in_its_article_only() {
    check_references(
        "#- 2020-01-10-first.txt
Envoys meet

The <[Foreign Min<|>istry]> said on Friday that talks would go on. The <[Foreign Ministry]> gave no date.
#- 2020-01-12-second.txt
Another capital answers

The Foreign Ministry said on Sunday that nothing was agreed.
",
    );
}

#[test]
fn a_bare_word_is_nobody_where_no_article_has_the_full_name() {
    check_references("#- a.txt\nTalks open\n\nQuor<|>bin will return.\n");
}
