use dateline::testing::check::{check_symbols, check_workspace_symbols};

const FOLDER: &str = "#- 2020-01-10-first.txt
Envoys meet

Austrian Foreign Minister Ann Weber said on Friday that Serdar Öner would go to Vienna. Weber smiled.
";

#[test]
fn the_outline_has_people_places_and_dates_in_the_order_of_the_text() {
    check_symbols(
        FOLDER,
        "Envoys meet (2020-01-10)
  meet
  Ann Weber (Foreign Minister · 2×)
  Friday (2020-01-10)
  Serdar Öner
  Vienna",
    );
}

#[test]
fn names_are_found_without_accents_and_by_parts() {
    check_workspace_symbols(FOLDER, "öner", &["Serdar Öner"]);
    check_workspace_symbols(FOLDER, "oner", &["Serdar Öner (serdar oner)"]);
    check_workspace_symbols(FOLDER, "WEB", &["Ann Weber"]);
    check_workspace_symbols(FOLDER, "envoys", &["Envoys meet"]);
    check_workspace_symbols(FOLDER, "nobody", &[]);
}
