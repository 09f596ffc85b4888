//! A folder of two texts: an article, and a second one that tells of the same and may contradict it.

use std::ops::Range;

use camino::{Utf8Path, Utf8PathBuf};
use dateline::checks::{self, Finding, Severity};
use dateline::lang::claims::tellings::DayLink;
use dateline::source::ZoneKind;
use dateline::testing::fixture::{Fixture, Marked, doc};
use jiff::ToSpan;
use jiff::civil::Date;
use rayon::prelude::*;

use super::article::{Article, capital};
use super::choice::Choice;
use super::retell::{HOLE, filled, reworded, trimmed};
use super::texts::Text;

/// What the second text is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Genre {
    /// A later report by another paper.
    Report,
    /// The same report, cut and touched by another desk.
    Copy,
    /// The analyst's draft.
    Draft,
}

/// Two texts of which the second is wrong, or with its `right` words is not.
pub struct Folder {
    pub first: (String, String),
    pub second: String,
    pub wrong: String,
    pub right: String,
    /// What was planted, in the wrong text.
    pub span: Range<usize>,
}

/// A sentence of the article's story.
pub struct Sentence {
    pub span: Range<usize>,
    pub words: String,
}

/// One fact as the second text is to tell it.
pub struct Fact {
    /// The day of the second text.
    pub published: Date,
    /// With a [`HOLE`].
    pub frame: String,
    pub wrong: String,
    pub right: String,
    /// What the rest of the second text must not say.
    pub avoid: Vec<String>,
    /// A sentence that the first text needs besides.
    pub told: Option<String>,
}

/// First words of sentences that are no names.
const SMALL: &[&str] =
    &["The", "A", "An", "Two", "Three", "Four", "Five", "Some", "Several", "Many", "In", "On", "Officials"];

impl Article {
    /// The sentences of its story that can be told again by themselves.
    pub fn sentences(&self) -> Vec<Sentence> {
        let Some(facts) = &self.facts else { return Vec::new() };
        let body = |span: dateline::base::span::Span| {
            facts.zones.iter().all(|zone| !zone.span.intersects(span) || zone.kind == ZoneKind::Body)
        };
        let tellings = facts.tellings.iter().filter(|telling| body(telling.span));
        let sentences = tellings.filter_map(|telling| {
            let mut span = telling.span.range();
            let text = &self.text;
            if text[span.end..].starts_with('.') {
                span.end += 1;
            }
            let mut words = text[span.clone()].replace('\n', " ");
            // Who is meant is said in the sentence before.
            const STANDS_FOR: &[&str] = &[
                "He", "She", "They", "It", "This", "That", "These", "Those", "His", "Her", "Their", "Its",
                "At", "There", "Both",
            ];
            let first = words.split([' ', ',', '\'', '’']).next().unwrap_or_default().to_owned();
            if STANDS_FOR.contains(&&*first) {
                return None;
            }
            // Only a name keeps its capital inside a sentence.
            let small = first.to_lowercase();
            if first.len() > 1 && text.contains(&format!(" {small} ")) || SMALL.contains(&&*first) {
                words.replace_range(..first.len(), &small);
            }
            let fits = (6..=45).contains(&words.split_whitespace().count())
                && first.starts_with(char::is_uppercase)
                && words.ends_with('.')
                && !words.contains("  ")
                && !words.contains(['"', '“', '”', HOLE, '[', '<', '|', '*', '#', '_']);
            fits.then_some(Sentence { span, words })
        });
        sentences.collect()
    }

    /// Sentences with one date, which says on which single day it was: the frame, with what is before the date
    /// in the hole, and the day.
    pub fn dated(&self) -> Vec<(Sentence, String, Date)> {
        let Some(facts) = &self.facts else { return Vec::new() };
        let found = self.sentences().into_iter().filter_map(|sentence| {
            let telling = facts.tellings.iter().find(|one| one.span.start as usize == sentence.span.start)?;
            let inside =
                |one: &&dateline::lang::dates::DateExpr| sentence.span.contains(&(one.span.start as usize));
            let [day] = &*telling.days else { return None };
            let date = facts.dates.get(day.date as usize)?;
            if facts.dates.iter().filter(inside).count() != 1 || day.link != DayLink::Open {
                return None;
            }
            let days = (*self.intervals.get(day.date as usize)?)?;
            let published = self.published.since(days.first).ok()?.get_days();
            let frame = sentence.frame(date.span.range())?;
            // `Monday's`, `early on Monday`, `the Monday meeting` are not moved.
            let on = frame.contains(&format!(" on {HOLE}")) || frame.starts_with(&format!("on {HOLE}"));
            let bare = !frame.contains(&format!("{HOLE}'")) && !frame.contains(&format!("{HOLE}’"));
            let behind = frame.split(HOLE).nth(1)?.to_owned();
            let ends = behind.starts_with([',', '.'])
                || [" in ", " at ", " to ", " for ", " with ", " that ", " by ", " after "]
                    .iter()
                    .any(|word| behind.starts_with(word));
            let frame = frame.replace(&format!("on {HOLE}"), &HOLE.to_string());
            (days.first == days.last && on && bare && ends && (0..300).contains(&published))
                .then_some((sentence, frame, days.first))
        });
        found.collect()
    }
}

impl Sentence {
    /// Its words with the hole at a place of the file.
    pub fn frame(&self, hole: Range<usize>) -> Option<String> {
        let (start, end) = (hole.start.checked_sub(self.span.start)?, hole.end.checked_sub(self.span.start)?);
        Some(format!("{}{HOLE}{}", self.words.get(..start)?, self.words.get(end..)?))
    }
}

/// Two days in one form: `on Monday` near publication, else `on March 5`, with the year in some texts.
pub fn on_days(choice: &mut Choice, days: [Date; 2], published: Date, genre: Genre) -> [String; 2] {
    let ago = |day: Date| published.since(day).map_or(0, |span| span.get_days());
    let mut forms = vec!["on %B %-d", "on %-d %B", "on %A, %B %-d", "on %B %-d, %Y", "on %-d %B %Y"];
    if genre != Genre::Draft && days.iter().all(|day| (1..6).contains(&ago(*day))) {
        forms.extend(["on %A", "on %A", "on %A"]);
    }
    if days.iter().any(|day| ago(*day) > 150 || day.year() != published.year()) {
        forms.retain(|form| form.contains("%Y"));
    }
    let form = *choice.of(&forms);
    days.map(|day| day.strftime(form).to_string())
}

/// The days of publication of a second text.
pub fn later(article: &Article, choice: &mut Choice, genre: Genre) -> Date {
    let by = match genre {
        Genre::Report => choice.between(1, 3),
        Genre::Copy => 0,
        Genre::Draft => 5,
    };
    article.published.checked_add(by.days()).unwrap()
}

/// The folder in which a second text of a genre tells a fact.
pub fn folder(article: &Article, choice: &mut Choice, genre: Genre, fact: &Fact) -> Option<Folder> {
    let published = fact.published;
    let facts = article.facts.as_ref()?;
    let text = match &fact.told {
        Some(told) => article.insert(choice, told)?.text,
        None => article.text.clone(),
    };
    let dated: Vec<Range<usize>> = facts.dates.iter().map(|date| date.span.range()).collect();
    let is_dated = |sentence: &Sentence| dated.iter().any(|date| sentence.span.contains(&date.start));
    let says = |words: &str| fact.avoid.iter().any(|avoid| words.contains(avoid.as_str()));
    let mut others: Vec<String> = article
        .sentences()
        .iter()
        .filter(|sentence| !is_dated(sentence) && !says(&sentence.words))
        .map(|sentence| capital(&reworded(choice, &trimmed(&sentence.words))))
        .collect();
    others.dedup();
    let kept = usize::try_from(choice.between(2, 4)).unwrap();
    // The first sentences tell what it is about.
    while others.len() > kept {
        let out = 1 + usize::try_from(choice.number(others.len() as u64 - 1)).unwrap();
        others.remove(out.min(others.len() - 1));
    }
    if others.len() < 2 {
        return None;
    }
    let (wrong, right) = (filled(&fact.frame, &fact.wrong), filled(&fact.frame, &fact.right));
    let (path, head, behind) = match genre {
        Genre::Draft => {
            let head = format!("---\ntype: draft\n---\n\n{}\n\n", others[0]);
            ("draft.md".to_owned(), head, format!("\n\n{}\n", others[1..].join(" ")))
        }
        _ => {
            let title = facts.title.as_ref().map(|title| title.text.trim().to_owned());
            let title = title.filter(|title| !says(title) && title.len() < 120);
            let title = title.unwrap_or_else(|| {
                choice.of(&["What is known", "The day's report", "Questions remain"]).to_string()
            });
            let head = format!("{title}\n\n{}\n\n", others[0]);
            (format!("{published}-second.txt"), head, format!("\n\n{}\n", others[1..].join("\n\n")))
        }
    };
    let path = article.path.rsplit_once('/').map_or(path.clone(), |(folder, _)| format!("{folder}/{path}"));
    let span = head.len()..head.len() + wrong.len();
    Some(Folder {
        first: (article.path.clone(), text),
        second: path,
        wrong: format!("{head}{wrong}{behind}"),
        right: format!("{head}{right}{behind}"),
        span,
    })
}

/// The folder in which a copy of the article has other words in one place: its paragraphs but for some of the
/// last ones, with a few words for others.
pub fn copy(article: &Article, choice: &mut Choice, place: Range<usize>, wrong: &str) -> Option<Folder> {
    let published = article.published;
    let mut text = article.text.clone();
    let right = text.get(place.clone())?.to_owned();
    text.replace_range(place.clone(), &HOLE.to_string());
    let paragraphs: Vec<&str> = text.split("\n\n").filter(|paragraph| !paragraph.trim().is_empty()).collect();
    let hole = paragraphs.iter().position(|paragraph| paragraph.contains(HOLE))?;
    let kept = (hole + 1).max(paragraphs.len() * 7 / 10).max(2);
    let text =
        format!("{}\n", reworded(choice, &paragraphs[..kept.min(paragraphs.len())].join("\n\n")).trim());
    let at = text.find(HOLE)?;
    let path = format!("{published}-copy.txt");
    let path = article.path.rsplit_once('/').map_or(path.clone(), |(folder, _)| format!("{folder}/{path}"));
    let put = |words: &str| text.replace(HOLE, words);
    Some(Folder {
        first: (article.path.clone(), article.text.clone()),
        second: path,
        wrong: put(wrong),
        right: put(&right),
        span: at..at + wrong.len(),
    })
}

/// Findings that tell of the folder's files or of later reports, not of a mistake.
const OF_FILES: &[&str] = &["undated-article", "same-text", "later-report", "stale-suppression"];

/// What a folder with the wrong words, or the right ones, gives.
pub struct Outcome {
    pub is_found: bool,
    pub findings: Vec<(String, Finding)>,
}

impl Folder {
    /// Checks the folder with one of its two second texts.
    pub fn tried(&self, second: &str, codes: &[&str]) -> Outcome {
        let marked = |text: &str| Marked { text: text.to_owned(), ..Marked::default() };
        let files = [
            (Utf8PathBuf::from(&self.first.0), marked(&self.first.1)),
            (Utf8PathBuf::from(&self.second), marked(second)),
        ];
        let snapshot = Fixture { files: files.into() }.world().snapshot();
        let second = doc(&snapshot, Utf8Path::new(&self.second));
        let first = doc(&snapshot, Utf8Path::new(&self.first.0));
        let here = checks::findings(&snapshot, second);
        let there: Vec<Finding> = checks::findings(&snapshot, first)
            .into_iter()
            .filter(|finding| finding.related.iter().any(|related| related.doc == second))
            .collect();
        let planted = |span: dateline::base::span::Span| {
            (span.start as usize) < self.span.end && self.span.start < span.end as usize
        };
        let is_found = here.iter().any(|one| codes.contains(&one.code) && planted(one.span))
            || there.iter().any(|one| {
                codes.contains(&one.code)
                    && one.related.iter().any(|related| related.doc == second && planted(related.span))
            });
        let told = |path: &str, all: Vec<Finding>| -> Vec<(String, Finding)> {
            let all = all.into_iter().filter(|one| !OF_FILES.contains(&one.code));
            all.map(|one| (path.to_owned(), one)).collect()
        };
        let findings = [told(&self.second, here), told(&self.first.0, there)].concat();
        Outcome { is_found, findings }
    }
}

impl Outcome {
    pub fn loud(&self) -> usize {
        self.findings.iter().filter(|(_, finding)| finding.severity <= Severity::Warning).count()
    }
}

/// What the checks find in texts that lie in one folder.
pub fn findings(texts: Vec<Text>) -> Vec<(String, Finding)> {
    let files = texts
        .into_iter()
        .map(|text| (Utf8PathBuf::from(text.path), Marked { text: text.text, ..Marked::default() }));
    let fixture = Fixture { files: files.collect() };
    let snapshot = fixture.world().snapshot();
    let of = |path: &Utf8PathBuf| {
        let found = checks::findings(&snapshot, doc(&snapshot, path));
        found.into_iter().map(|finding| (path.to_string(), finding)).collect::<Vec<_>>()
    };
    let paths: Vec<&Utf8PathBuf> = fixture.files.keys().collect();
    paths.par_iter().flat_map_iter(|path| of(path)).collect()
}
