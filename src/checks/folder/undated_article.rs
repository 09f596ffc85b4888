//! Check: undated-article
//!
//! An article that nothing dates, although the folder says when it must have appeared: another file holds
//! nearly the same words and has a date, or dated articles report as news what it reports as news. Without
//! a day of publication, `Monday` and `last month` have no value in it.
//!
//! Where nothing in the folder speaks for a day, nothing is said: a folder of undated texts stays quiet. The
//! same holds where the reports that it shares are more than a month apart. The day can be told by the
//! file's name (`2020-02-18-talks.txt`) or, for articles, in Dateline's own file beside the folder.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::base::cancel::CancelToken;
use crate::base::id::{ArticleId, DocId};
use crate::base::span::Span;
use crate::checks::folder::head;
use crate::checks::{Check, Fix, Mend, Related, Report, Severity, Subject};
use crate::knowledge::copies;
use crate::knowledge::timeline::When;
use crate::lang::dates::DayInterval;
use crate::notes::published;
use crate::state::{MentionRef, Snapshot};

/// See the module.
pub struct UndatedArticle;

impl Check for UndatedArticle {
    fn code(&self) -> &'static str {
        "undated-article"
    }

    fn severity(&self) -> Severity {
        Severity::Hint
    }

    fn summary(&self) -> &'static str {
        "an article without a publication date, which the folder suggests"
    }

    fn run(&self, subject: &Subject<'_>, report: &mut Vec<Report>) {
        let snapshot = subject.snapshot;
        if snapshot.published(subject.article).is_some() || snapshot.is_draft(subject.article) {
            return;
        }
        let copies = copies(subject);
        let clues = if copies.is_empty() { reports(subject) } else { copies };
        let Some((days, first)) = stretch(&clues).zip(clues.first()) else { return };
        let when = When::of(days).value();
        let mut found = Report::new(
            head(subject.facts, subject.text),
            format!("No publication date; {when} is likely: {}", first.grounds(snapshot)),
        );
        for clue in &clues {
            let name = file_name(snapshot, clue.doc);
            found = found
                .with(Related { doc: clue.doc, span: clue.span, message: clue.words.clone() })
                .because(format!("{name}, published {}: {}", clue.published, clue.words));
        }
        let mut likely = vec![days.first, days.last];
        likely.dedup();
        for day in likely {
            found = found.mended_by(Some(dated_by(day)));
        }
        report.push(found);
    }
}

fn dated_by(day: Date) -> Fix {
    let title = format!("Set {day} as its publication date, in {}", published::FILE);
    Fix { title, mend: Mend::Date { day } }
}

/// A dated article that speaks for a day.
struct Clue {
    published: Date,
    doc: DocId,
    span: Span,
    /// What it says, as a person reads it.
    words: String,
    is_copy: bool,
}

impl Clue {
    fn grounds(&self, snapshot: &Snapshot) -> String {
        let name = file_name(snapshot, self.doc);
        if self.is_copy {
            format!("{name} has nearly the same words")
        } else {
            format!("{name} reports the same news, {}", self.words)
        }
    }
}

/// The first and last day on which the clues appeared; `None` where there are none or they are too far
/// apart to say anything.
fn stretch(clues: &[Clue]) -> Option<DayInterval> {
    /// Days within which one piece of news is written about.
    const NEWS: i32 = 31;
    let first = clues.iter().map(|clue| clue.published).min()?;
    let last = clues.iter().map(|clue| clue.published).max()?;
    let apart = first.until(last).ok()?.get_days();
    (apart <= NEWS).then_some(DayInterval { first, last })
}

/// The dated articles with nearly the same words, by path and place.
fn copies(subject: &Subject<'_>) -> Vec<Clue> {
    let snapshot = subject.snapshot;
    let group = copies::of(snapshot.corpus(), subject.article);
    let members = group.into_iter().flat_map(|group| group.members).filter(|one| *one != subject.article);
    let clues = members.filter_map(|article| {
        let published = dated(snapshot, article)?;
        let text = snapshot.text(article.doc)?;
        let words = "nearly the same words".to_owned();
        let span = head(snapshot.article(article)?, &text);
        Some((article, Clue { published, doc: article.doc, span, words, is_copy: true }))
    });
    in_order(snapshot, clues.collect())
}

/// The dated articles that report as news what this one reports as news, each once, by path and place: on a
/// day that both name, or at least two such things. The people of one story meet too often for less.
fn reports(subject: &Subject<'_>) -> Vec<Clue> {
    let snapshot = subject.snapshot;
    let mut shared: BTreeMap<ArticleId, Vec<Shared>> = BTreeMap::new();
    let mut asked: Vec<u32> = Vec::new();
    for mention in snapshot.mentions_in(subject.article) {
        let Some(record) = news(&mention).filter(|record| !asked.contains(record)) else { continue };
        asked.push(record);
        let Some(entity) = snapshot.entity(&mention) else { continue };
        let own = day(snapshot, &mention);
        // Nobody waits for a check alone: it is not cancelled.
        for other in snapshot.mentions_of(&entity, &CancelToken::default()).unwrap_or_default() {
            if other.article != subject.article && news(&other).is_some() {
                let same_day = own.is_some() && day(snapshot, &other) == own;
                shared.entry(other.article).or_default().push(Shared { record, other, same_day });
            }
        }
    }
    let clues = shared.into_iter().filter_map(|(article, shared)| {
        let first = shared.iter().find(|one| one.same_day).or(shared.first())?;
        let speaks = first.same_day || shared.iter().any(|one| one.record != first.record);
        let statement = first.other.statement().filter(|_| speaks)?;
        let words = format!("“{}”", statement.words);
        let published = dated(snapshot, article)?;
        Some((article, Clue { published, doc: article.doc, span: statement.span, words, is_copy: false }))
    });
    in_order(snapshot, clues.collect())
}

/// Something that another article tells of too.
struct Shared {
    /// By its number in this article.
    record: u32,
    other: MentionRef,
    same_day: bool,
}

/// The numbers of articles are those of their arrival: what is shown is by path.
fn in_order(snapshot: &Snapshot, mut clues: Vec<(ArticleId, Clue)>) -> Vec<Clue> {
    clues.sort_by_cached_key(|(article, _)| (snapshot.path(article.doc).to_owned(), article.article));
    clues.into_iter().map(|(_, clue)| clue).collect()
}

/// The record of a statement that tells something as news.
fn news(mention: &MentionRef) -> Option<u32> {
    let record = mention.statement()?.record;
    mention.facts().records.get(record as usize)?.is_news.then_some(record)
}

/// The one day that the words of a statement name.
fn day(snapshot: &Snapshot, mention: &MentionRef) -> Option<Date> {
    let days = snapshot.days_of(mention.article, &mention.statement()?.dates)?;
    (days.first == days.last).then_some(days.first)
}

/// When an article appeared that is no draft.
fn dated(snapshot: &Snapshot, article: ArticleId) -> Option<Date> {
    let published = snapshot.published(article)?.date;
    (!snapshot.is_draft(article)).then_some(published)
}

fn file_name(snapshot: &Snapshot, doc: DocId) -> &str {
    let path = snapshot.path(doc);
    path.file_name().unwrap_or(path.as_str())
}
