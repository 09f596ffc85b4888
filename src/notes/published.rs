//! `.dateline/published.jsonl`: when articles appeared, by the analyst's word, a JSON line each.
//!
//! ```json
//! {"path":"a.txt","published":"2025-02-18"}
//! {"path":"export.txt","article":3,"published":"2025-02-18"}
//! ```
//!
//! What the analyst says comes before what the article says of itself. Of a file with several articles a
//! line is for the one that it names (from 1), else for all of them; of two lines for one article the later
//! day holds, in whatever order they stand.

use camino::{Utf8Path, Utf8PathBuf};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::notes::lines;

/// The file's place below the folder that it is for.
pub const FILE: &str = ".dateline/published.jsonl";

/// One line. Members that are not known are left alone.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Line {
    /// Below the folder, with `/` between its parts.
    pub path: String,
    /// The article's number in its file, from 1; all of them where it is not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub article: Option<u32>,
    pub published: Date,
}

/// The day of an article, or of all articles of a file.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Day {
    /// The file, by the name that documents have.
    pub path: Utf8PathBuf,
    /// From 0; `None` for all.
    pub article: Option<u32>,
    pub published: Date,
}

/// All days. Equal sets are equal values, in whatever order they came.
#[derive(Clone, PartialEq, Eq, Hash, Default, Debug)]
pub struct Days(Box<[Day]>);

impl Days {
    pub fn new(days: impl IntoIterator<Item = Day>) -> Self {
        let mut all: Vec<Day> = days.into_iter().collect();
        all.sort();
        all.dedup();
        Self(all.into())
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The day of an article of a file, by its number from 0.
    pub fn of(&self, path: &Utf8Path, article: u32) -> Option<Date> {
        let first = self.0.partition_point(|day| day.path.as_path() < path);
        let of_file = || self.0.iter().skip(first).take_while(|day| day.path == path);
        let last = |of: Option<u32>| of_file().filter(|day| day.article == of).last();
        last(Some(article)).or_else(|| last(None)).map(|day| day.published)
    }
}

/// Reads the file's text: the days, with the paths as they are written, and what is wrong on which line
/// (from 1).
pub fn parse(text: &str) -> (Vec<Day>, Vec<(u32, String)>) {
    let (mut found, mut problems) = (Vec::new(), Vec::new());
    for lines::Read { number, said, .. } in lines::read::<Line>(text) {
        match said {
            Ok(Line { article: Some(0), .. }) => {
                problems.push((number + 1, "articles are counted from 1: this line was left out".to_owned()));
            }
            Ok(Line { path, article, published }) => {
                let article = article.map(|article| article - 1);
                found.push(Day { path: path.into(), article, published });
            }
            Err(why) => {
                problems.push((number + 1, format!("this line says no day and was left out: {why}")));
            }
        }
    }
    (found, problems)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(text: &str) -> Days {
        let (found, problems) = parse(text);
        assert_eq!(problems, []);
        Days::new(found)
    }

    #[test]
    fn an_article_that_is_named_comes_before_its_file() {
        let days = days(
            "{\"path\":\"a.txt\",\"published\":\"2025-02-18\"}\n\n{\"path\":\"a.txt\",\"article\":2,\"published\":\"2025-02-10\"}\n",
        );
        let day = |article| days.of("a.txt".into(), article).map(|day| day.to_string());
        assert_eq!(day(0).as_deref(), Some("2025-02-18"));
        assert_eq!(day(1).as_deref(), Some("2025-02-10"));
        assert_eq!(days.of("b.txt".into(), 0), None);
    }

    #[test]
    fn of_two_lines_the_later_day_holds_in_either_order() {
        let lines =
            ["2025-02-18", "2025-03-01"].map(|day| format!("{{\"path\":\"a\",\"published\":\"{day}\"}}\n"));
        let [one, other] = &lines;
        assert_eq!(days(&format!("{one}{other}")), days(&format!("{other}{one}")));
        assert_eq!(days(&lines.concat()).of("a".into(), 0), "2025-03-01".parse().ok());
    }

    #[test]
    fn a_damaged_line_costs_nothing_but_itself() {
        let (found, problems) = parse(
            "{\"path\":\"a\"}\r\n{\"path\":\"a\",\"published\":\"2025-02-30\"}\n[\n{\"path\":\"a\",\"article\":0,\"published\":\"2025-02-18\"}\n{\"path\":\"a\",\"published\":\"2025-02-18\",\"more\":1}",
        );
        assert_eq!(found.len(), 1);
        assert_eq!(problems.iter().map(|one| one.0).collect::<Vec<_>>(), [1, 2, 3, 4], "{problems:?}");
    }

    #[test]
    fn what_is_written_is_read() {
        for article in [None, Some(3)] {
            let line =
                Line { path: "x/“y”.txt".to_owned(), article, published: "2025-02-18".parse().unwrap() };
            let (found, problems) = parse(&lines::written(&line));
            assert_eq!(problems, []);
            assert_eq!(found[0].path, line.path);
            assert_eq!(found[0].article, article.map(|one| one - 1));
        }
    }
}
