//! A clean article, what it has to be wrong about, and the ways to write into it.

use std::ops::Range;

use camino::{Utf8Path, Utf8PathBuf};
use dateline::base::id::ArticleId;
use dateline::base::kind::EntityKind;
use dateline::checks::{self, Finding};
use dateline::lang::dates::DayInterval;
use dateline::lang::facts::ArticleFacts;
use dateline::source::ZoneKind;
use dateline::testing::fixture::{Fixture, Marked, doc};
use jiff::ToSpan;
use jiff::civil::Date;

use super::choice::Choice;
use super::texts::Text;

/// A clean article.
pub struct Article {
    /// Begins with the day of publication where the text does not say it.
    pub path: String,
    pub text: String,
    pub published: Date,
    /// Behind the full stops of the story's paragraphs.
    ends: Vec<usize>,
    people: Vec<String>,
    places: Vec<String>,
    /// The days that are written out, with their weekday or without.
    pub days: Vec<Written>,
    /// What is read of it, and the days of its time expressions; of one that has a day of publication.
    pub facts: Option<ArticleFacts>,
    pub intervals: Vec<Option<DayInterval>>,
}

/// A day as the text has it.
pub struct Written {
    pub span: Range<usize>,
    pub date: Date,
    pub has_weekday: bool,
}

/// An article with a mistake.
pub struct Plant {
    pub path: String,
    pub text: String,
    /// What was planted.
    pub span: Range<usize>,
}

/// What the checks find in a text.
pub fn findings(path: &str, text: &str) -> Vec<Finding> {
    let files = [(Utf8PathBuf::from(path), Marked { text: text.to_owned(), ..Marked::default() })];
    let snapshot = Fixture { files: files.into() }.world().snapshot();
    checks::findings(&snapshot, doc(&snapshot, Utf8Path::new(path)))
}

impl Article {
    pub fn new(clean: Text) -> Self {
        let Text { path, text } = clean;
        let files = [(Utf8PathBuf::from(&path), Marked { text: text.clone(), ..Marked::default() })];
        let snapshot = Fixture { files: files.into() }.world().snapshot();
        let article = ArticleId { doc: doc(&snapshot, Utf8Path::new(&path)), article: 0 };
        let known = snapshot.published(article).map(|published| published.date);
        // An undated text gets a day of its own, by its name.
        let mut choice = Choice::new("published", &path);
        let published = known.unwrap_or_else(|| {
            Date::constant(2004, 1, 1).checked_add(choice.between(0, 7300).days()).unwrap()
        });
        let (folder, file) = path.rsplit_once('/').unwrap_or(("", &path));
        let dated = if known.is_some() { path.clone() } else { format!("{folder}/{published}-{file}") };
        let Some(facts) = snapshot.article(article) else {
            return Self {
                path: dated,
                text,
                published,
                ends: vec![],
                people: vec![],
                places: vec![],
                days: vec![],
                facts: None,
                intervals: vec![],
            };
        };
        let body = facts.zones.iter().filter(|zone| zone.kind == ZoneKind::Body);
        let ends =
            body.map(|zone| zone.span.end as usize).filter(|end| text[..*end].ends_with('.')).collect();
        let names = |kind: EntityKind, words: fn(&str) -> bool| -> Vec<String> {
            let named = facts.mentions.iter().filter(|mention| facts.kind(mention) == Some(kind));
            let mut names: Vec<String> =
                named.map(|mention| facts.words(mention).to_owned()).filter(|name| words(name)).collect();
            names.sort();
            names.dedup();
            names
        };
        let timexes = snapshot.timexes(article);
        let days = facts.dates.iter().zip(&timexes).filter_map(|(date, timex)| {
            let day = date.calendar_day()?;
            let interval = timex.interval.filter(|days| days.first == days.last)?;
            // Only what the words or the publication date say for certain.
            let certain = day.year.is_some() || known.is_some();
            certain.then(|| Written {
                span: date.span.range(),
                date: interval.first,
                has_weekday: day.weekday.is_some(),
            })
        });
        let days = days.collect();
        let full =
            |name: &str| name.split(' ').count() == 2 && name.chars().all(|c| c.is_alphabetic() || c == ' ');
        let (people, places) =
            (names(EntityKind::Person, full), names(EntityKind::Place, |name| !name.contains(' ')));
        let intervals = timexes.iter().map(|timex| timex.interval).collect();
        let facts = known.map(|_| facts.clone());
        Self { path: dated, text, published, ends, people, places, days, facts, intervals }
    }

    /// The article with a sentence behind one of its paragraphs.
    pub fn insert(&self, choice: &mut Choice, sentence: &str) -> Option<Plant> {
        if self.ends.is_empty() {
            return None;
        }
        let end = *choice.of(&self.ends);
        let (before, behind) = self.text.split_at(end);
        let start = end + 1;
        Some(Plant {
            path: self.path.clone(),
            text: format!("{before} {sentence}{behind}"),
            span: start..start + sentence.len(),
        })
    }

    /// The article with other words in a place.
    pub fn replace(&self, range: Range<usize>, words: &str) -> Plant {
        let mut text = self.text.clone();
        text.replace_range(range.clone(), words);
        Plant { path: self.path.clone(), text, span: range.start..range.start + words.len() }
    }

    /// One of its people, by two names.
    pub fn person(&self, choice: &mut Choice) -> String {
        if self.people.is_empty() {
            choice.of(&["Marta Lindqvist", "Tomas Okafor", "Elena Sarkis"]).to_string()
        } else {
            choice.of(&self.people).clone()
        }
    }

    /// So many people, all different.
    pub fn people(&self, count: usize) -> Option<Vec<String>> {
        let surname = |name: &str| name.rsplit(' ').next().unwrap_or_default().to_owned();
        let mut chosen: Vec<String> = Vec::new();
        for person in &self.people {
            if chosen.iter().all(|other| surname(other) != surname(person)) {
                chosen.push(person.clone());
            }
        }
        chosen.truncate(count);
        (chosen.len() == count).then_some(chosen)
    }

    /// One of its places.
    pub fn place(&self, choice: &mut Choice) -> String {
        if self.places.is_empty() {
            choice.of(&["Oslo", "Nairobi", "Lima"]).to_string()
        } else {
            choice.of(&self.places).clone()
        }
    }

    /// A day so many days before publication.
    pub fn before(&self, days: i64) -> Date {
        self.published.checked_sub(days.days()).unwrap()
    }

    /// A day so many days after publication.
    pub fn after(&self, days: i64) -> Date {
        self.published.checked_add(days.days()).unwrap()
    }
}

/// `March 5, 2020`, `5 March 2020`.
pub fn dated(choice: &mut Choice, date: Date) -> String {
    date.strftime(choice.of(&["%B %-d, %Y", "%-d %B %Y", "%b %-d, %Y"])).to_string()
}

/// `March 5`, `5 March`, `Sept. 5`.
pub fn day(choice: &mut Choice, date: Date) -> String {
    let short =
        ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."];
    let wire = format!("{} {}", short[usize::try_from(date.month()).unwrap() - 1], date.day());
    choice.wording(&[date.strftime("%B %-d").to_string(), date.strftime("%-d %B").to_string(), wire])
}

pub fn weekday(date: Date) -> String {
    date.strftime("%A").to_string()
}

/// A number below twenty in words, others in digits, as newspapers have it.
pub fn spelled(number: i64) -> String {
    const WORDS: [&str; 13] = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    usize::try_from(number)
        .ok()
        .and_then(|number| WORDS.get(number))
        .map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

/// With a capital at its head.
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().collect::<String>() + letters.as_str())
        .unwrap_or_default()
}
