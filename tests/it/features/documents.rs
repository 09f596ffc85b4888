use dateline::testing::check::{check_dates, check_symbols};

const EXPORT: &str = "#- export.txt
1 of 2 DOCUMENTS

The Fjord Press

January 11, 2010

Talks on cod fail

LENGTH: 355 words

Serdar Öner said on Friday that he would go to Vienna.

LOAD-DATE: January 14, 2010

2 of 2 DOCUMENTS

Nordnews Daily

March 2, 2010

Herring returns

LENGTH: 80 words

Ann Weber said on Friday that herring is back.
";

#[test]
fn every_article_of_an_export_stands_in_the_outline_with_its_own_day() {
    check_symbols(
        EXPORT,
        "Talks on cod fail (2010-01-11)
  January 11, 2010 (2010-01-11)
  Serdar Öner
  Friday (2010-01-08)
  Vienna
Herring returns (2010-03-02)
  March 2, 2010 (2010-03-02)
  Ann Weber
  Friday (2010-02-26)",
    );
}

#[test]
fn weekdays_of_an_export_are_counted_from_the_day_of_their_article() {
    check_dates(
        "#- export.txt
Talks on cod fail
The Fjord Press
January 11, 2010
^^^^^^^^^^^^^^^^ 2010-01-11

Length: 355 words

Body

The talks failed on Friday.
                    ^^^^^^ 2010-01-08

Load-Date: January 14, 2010

End of Document

Herring returns
Nordnews Daily
March 2, 2010
^^^^^^^^^^^^^ 2010-03-02

Length: 80 words

Body

Herring came back on Friday.
                     ^^^^^^ 2010-02-26

End of Document
",
    );
}
