//! Pairs: an article and each of those that tell of the same, sentence by sentence.
//!
//! Made once an article for all checks that look for what the other tells otherwise.

use std::cell::OnceCell;
use std::sync::Arc;

use jiff::civil::Date;

use crate::base::id::ArticleId;
use crate::base::span::Span;
use crate::checks::article::prose::calendar::days_between;
use crate::checks::citation::{corrected, file_name, one_line};
use crate::checks::corpus::is_told_here;
use crate::checks::{Related, Report, Subject};
use crate::knowledge::parallels::{self, Parallel, align};
use crate::lang::claims::stems::{Stem, Weight};
use crate::lang::claims::tellings::{Day, DayLink, Telling};
use crate::lang::dates::rule::{Place, Rule, YearRule};
use crate::lang::dates::{DateExpr, DayInterval, Timex};
use crate::lang::facts::{ArticleFacts, DocFacts};
use crate::lang::names::Chain;

/// An article that tells of the same as the one in question, where a conflict of the two is told in the
/// latter.
pub struct Pair {
    pub article: ArticleId,
    file: Arc<DocFacts>,
    pub timexes: Vec<Timex>,
    /// Those of the article in question. In a draft a day without its year is the one nearest to the other
    /// article.
    pub mine: Vec<Timex>,
    pub published: Option<Date>,
    /// From the one's publication to that of this; `None` where either has no date, and in drafts.
    pub apart: Option<i64>,
    /// How many of the words by which either is found are found by the other: whether they tell one story.
    pub story: usize,
    /// The two articles tell one piece of news: reported within two weeks, and found by the same words; where the
    /// days are not known, by many. A draft may speak of anything at any time, but of a source only where it is
    /// found by the same words or has a sentence much like one of it.
    pub is_one_story: bool,
    /// Sentences that go together: `one` is the article in question.
    pub parallels: Vec<Parallel>,
    /// Either is a light rewriting of the other: sentence for sentence in nearly the same words, with nearly all
    /// of their numbers. Reports that fill the same words with new numbers every day are none.
    pub is_copy: bool,
    /// Sentences in nearly the same words: with the same numbers, and with others.
    pub alike: (usize, usize),
}

/// The pairs of one article, made when first asked for.
#[derive(Default)]
pub struct Pairs(OnceCell<Vec<Pair>>);

/// So many words by which an article is found make it worth comparing.
const LEAST_SHARED: u32 = 2;
/// So many articles are compared with an article; with a draft, which may be of many things, more.
const MOST: usize = 12;
const MOST_OF_DRAFT: usize = 40;
/// Days between two reports on one thing.
pub const NEWS: i64 = 14;

impl Pairs {
    /// Those that share most first.
    pub fn of(&self, subject: &Subject<'_>) -> &[Pair] {
        self.0.get_or_init(|| made(subject))
    }
}

impl std::fmt::Debug for Pairs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Pairs({})", self.0.get().map_or(0, Vec::len))
    }
}

fn made(subject: &Subject<'_>) -> Vec<Pair> {
    let Subject { snapshot, article, facts: mine, timexes: my_timexes, .. } = *subject;
    let is_draft = snapshot.is_draft(article);
    let published = |article| snapshot.published(article).map(|published| published.date);
    let here = published(article).filter(|_| !is_draft);
    let near = snapshot.related(article, LEAST_SHARED).into_iter();
    let near =
        near.filter(|one| is_told_here(snapshot, article, one.article) && !snapshot.is_draft(one.article));
    near.take(if is_draft { MOST_OF_DRAFT } else { MOST })
        .filter_map(|related| {
            let file = snapshot.facts(related.article.doc)?.clone();
            let facts = snapshot.article(related.article)?;
            let published = published(related.article);
            let timexes = snapshot.timexes(related.article);
            let told = parallels::Told { tellings: &facts.tellings, timexes: &timexes };
            let my_timexes = match published.filter(|_| is_draft) {
                Some(published) => nearest(mine, my_timexes, published),
                None => my_timexes.to_vec(),
            };
            let parallels = align(parallels::Told { tellings: &mine.tellings, timexes: &my_timexes }, told);
            let alike = alike(&mine.tellings, &facts.tellings, &parallels);
            let story =
                mine.signature.iter().filter(|key| facts.signature.binary_search(key).is_ok()).count();
            let apart = here.zip(published).map(|(here, there)| days_between(here, there));
            let best = parallels.iter().map(|one| one.score).fold(0.0, f32::max);
            Some(Pair {
                article: related.article,
                file,
                timexes,
                mine: my_timexes,
                published,
                story,
                apart,
                is_one_story: match apart {
                    _ if is_draft => story >= 3 || best >= 4.0,
                    Some(apart) => apart.abs() <= NEWS && (story >= 3 || story == 2 && best >= 3.0),
                    None => story >= 7,
                },
                is_copy: is_copy(alike, mine.tellings.len().min(facts.tellings.len())),
                alike,
                parallels,
            })
        })
        .collect()
}

/// Whether so many sentences of either are the other's, with the same numbers, that one was made of the other.
fn is_copy((same, other): (usize, usize), sentences: usize) -> bool {
    same >= 3 && same > other * 2 && (same + other) * 5 >= sentences * 2
}

/// Sentences of either that are the other's in nearly the same words: with the same numbers, and with others.
fn alike(mine: &[Telling], theirs: &[Telling], parallels: &[Parallel]) -> (usize, usize) {
    let (mut same, mut other) = (0, 0);
    for parallel in parallels.iter().filter(|parallel| parallel.is_mutual) {
        let tellings = mine.get(parallel.one).zip(theirs.get(parallel.other));
        let Some((mine, theirs)) = tellings else { continue };
        let share = likeness(mine, theirs);
        if share.words < LONG || share.same < 0.65 {
            continue;
        }
        let numbers = |telling: &Telling| -> Vec<Stem> {
            telling.stems.iter().copied().filter(|stem| stem.weight() == Weight::Number).collect()
        };
        *(if numbers(mine) == numbers(theirs) { &mut same } else { &mut other }) += 1;
    }
    (same, other)
}

/// Sentences of fewer words are like each other by chance.
const LONG: usize = 5;

/// How far two sentences have the same words.
struct Likeness {
    /// The words of the shorter one, by their stems, but for numbers.
    words: usize,
    /// How many of those of the longer one are the other's, from 0 to 1.
    same: f32,
}

fn likeness(one: &Telling, other: &Telling) -> Likeness {
    let words =
        |telling: &Telling| telling.stems.iter().filter(|stem| stem.weight() != Weight::Number).count();
    let same = one.stems.iter().filter(|stem| stem.weight() != Weight::Number);
    let same = same.filter(|stem| other.stems.binary_search(stem).is_ok()).count();
    let (less, more) = (words(one).min(words(other)), words(one).max(words(other)));
    #[expect(clippy::cast_precision_loss, reason = "words of a sentence")]
    let same = same as f32 / more.max(1) as f32;
    Likeness { words: less, same }
}

impl Pair {
    /// What the other article says.
    pub fn facts(&self) -> &ArticleFacts {
        // A pair is made of an article that is there.
        &self.file.articles[self.article.article as usize]
    }

    /// A sentence of the article in question, and one of this, by their indexes.
    pub fn tellings<'t, 'a: 't>(
        &'t self,
        subject: &Subject<'a>,
        one: usize,
        other: usize,
    ) -> Option<(&'t Telling, &'t Telling)> {
        subject.facts.tellings.get(one).zip(self.facts().tellings.get(other))
    }

    /// The sentences that go together and can be of one thing.
    pub fn of_one_thing(&self, subject: &Subject<'_>) -> impl Iterator<Item = &Parallel> {
        self.parallels.iter().filter(move |parallel| self.is_of_one_thing(subject, parallel))
    }

    /// Whether two sentences that go together can be of one thing: the articles are found by the same words, or
    /// the sentences share a name, or a number of their own. A draft may speak of anything, and what it says in
    /// passing shares plain words with much.
    fn is_of_one_thing(&self, subject: &Subject<'_>, parallel: &Parallel) -> bool {
        self.story >= 2 || self.names(subject, parallel.one, parallel.other) > 0
    }

    /// How many names and numbers two sentences share.
    fn names(&self, subject: &Subject<'_>, one: usize, other: usize) -> usize {
        let tellings = self.tellings(subject, one, other);
        tellings.map_or(0, |(one, other)| shared(&one.stems, &other.stems, Weight::Name))
    }

    /// Whether one of two sentences that go together is the other, but for a few words: of reports that are a
    /// few days apart, since what comes every week is told in the same words every week. In a copy more words
    /// may be other.
    pub fn is_copied(&self, subject: &Subject<'_>, parallel: &Parallel) -> bool {
        const DAYS: i64 = 4;
        let near = match self.apart {
            Some(apart) => apart.abs() <= DAYS,
            None => subject.snapshot.is_draft(subject.article),
        };
        let tellings = self.tellings(subject, parallel.one, parallel.other);
        let Some((mine, theirs)) = tellings.filter(|_| near && parallel.is_mutual) else { return false };
        let share = likeness(mine, theirs);
        let short = self.is_copy && share.words >= 3 && share.same >= 0.8;
        share.words >= LONG && share.same >= if self.is_copy { 0.65 } else { 0.8 } || short
    }

    /// Whether a pair of sentences is nearly as good as the best that either has in the other article.
    pub fn is_near_best(&self, parallel: &Parallel) -> bool {
        let mut rivals =
            self.parallels.iter().filter(|one| one.one == parallel.one || one.other == parallel.other);
        rivals.all(|rival| parallel.score >= rival.score * 0.6)
    }
}

/// Reports what a check finds in sentences that go together, each place once.
pub fn compared(
    subject: &Subject<'_>,
    report: &mut Vec<Report>,
    check: impl Fn(&Pair, &Parallel) -> Option<Report>,
) {
    for pair in subject.pairs.of(subject) {
        for parallel in pair.of_one_thing(subject) {
            let found = check(pair, parallel);
            report
                .extend(found.filter(|found| !report.iter().any(|known| known.span.intersects(found.span))));
        }
    }
}

/// Two sentences that a finding is about.
pub struct Told {
    /// Index of the telling of the article in question.
    pub one: usize,
    /// Index of the other's.
    pub other: usize,
    /// Why they are taken for one thing.
    pub why: &'static str,
}

/// Why sentences that go together do.
pub const WORDS: &str = "names, numbers and the rarer words of the two sentences are the same";

impl Pair {
    /// A finding about two names in sentences that go together; the point gets the name here, the name there
    /// and the other file's.
    pub fn other_name(
        &self,
        subject: &Subject<'_>,
        parallel: &Parallel,
        (mine, theirs): (Span, Span),
        point: impl Fn(&str, &str, &str) -> String,
    ) -> Option<Report> {
        let text = subject.snapshot.text(self.article.doc)?;
        let (here, there) = (one_line(mine.of_text(subject.text)), one_line(theirs.of_text(&text)));
        let told = Told { one: parallel.one, other: parallel.other, why: WORDS };
        let point = point(&here, &there, file_name(subject.snapshot, self.article.doc));
        let report = self.report(subject, &told, (mine, theirs), &point)?;
        Some(report.mended_by(corrected(subject, mine, &there, self.article.doc)))
    }

    /// A finding about two passages in two sentences: its point, then the words of both.
    pub fn report(
        &self,
        subject: &Subject<'_>,
        told: &Told,
        (span, their_span): (Span, Span),
        point: &str,
    ) -> Option<Report> {
        let text = subject.snapshot.text(self.article.doc)?;
        let name = file_name(subject.snapshot, self.article.doc);
        let (mine, theirs) = self.tellings(subject, told.one, told.other)?;
        let (here, there) = (one_line(mine.span.of_text(subject.text)), one_line(theirs.span.of_text(&text)));
        let related = Related { doc: self.article.doc, span: their_span, message: format!("“{there}”") };
        let report = Report::new(span, format!("{point}: “{there}”; here: “{here}”"))
            .with(related)
            .because(format!("this text: “{here}”"))
            .because(format!("{name}: “{there}”"))
            .because(format!("taken for one thing: {}", told.why));
        let doubtful = subject.snapshot.is_draft(subject.article) && !self.is_sure(subject, told);
        Some(if doubtful { report.faint() } else { report })
    }

    /// Whether a draft's sentence is hardly about anything else: the draft and the source are found by the same
    /// words, or the two sentences are much alike and name the same.
    fn is_sure(&self, subject: &Subject<'_>, told: &Told) -> bool {
        let alike = |one: &&Parallel| (one.one, one.other) == (told.one, told.other);
        let names = self.names(subject, told.one, told.other);
        let is_like = |one: &Parallel| one.is_mutual && one.score >= 3.5 && names > 0;
        self.story >= 4 || self.parallels.iter().find(alike).is_some_and(is_like)
    }
}

/// How many stems of at least a weight two sorted lists share.
pub fn shared(one: &[Stem], other: &[Stem], least: Weight) -> usize {
    one.iter().filter(|stem| stem.weight() >= least && other.binary_search(stem).is_ok()).count()
}

/// The time expressions of a draft, days that only lack their year as near to a day as can be.
fn nearest(facts: &ArticleFacts, timexes: &[Timex], to: Date) -> Vec<Timex> {
    let resolved = facts.timexes(Some(to), None);
    let lacks_year = |date: &DateExpr| {
        matches!(
            date.rule,
            Rule::Place { place: Place::Day { year: YearRule::Unsaid, month: Some(_), .. }, .. }
        )
    };
    let chosen = timexes
        .iter()
        .zip(resolved)
        .zip(&facts.dates)
        .map(|((own, near), date)| if lacks_year(date) { near } else { own.clone() });
    chosen.collect()
}

/// The time expressions of a telling that say when it was, with their days.
pub fn open_days<'t>(
    telling: &'t Telling,
    timexes: &'t [Timex],
) -> impl Iterator<Item = (&'t Day, DayInterval)> + 't {
    let open = telling.days.iter().filter(|day| day.link == DayLink::Open);
    open.filter_map(|day| Some((day, timexes.get(day.date as usize)?.interval?)))
}

/// Days between two stretches; 0 where they meet.
pub fn gap(one: DayInterval, other: DayInterval) -> i64 {
    let (early, late) = if one.first <= other.first { (one, other) } else { (other, one) };
    days_between(early.last, late.first).max(0)
}

/// Days from first to last, both counted.
pub fn length(days: DayInterval) -> i64 {
    days_between(days.first, days.last) + 1
}

/// The span of a date of an article.
pub fn date_span(facts: &ArticleFacts, date: u32) -> Span {
    facts.dates.get(date as usize).map_or(Span::default(), |date| date.span)
}

/// Whether two names can be of one thing: they share a key or a word.
pub fn are_one(one: &Chain, other: &Chain) -> bool {
    let words = |chain: &Chain| -> Vec<String> {
        let words = chain.forms.iter().flat_map(|form| form.folded.split([' ', '-']).map(str::to_owned));
        words.filter(|word| word.chars().count() > 2).collect()
    };
    let mine = words(one);
    one.keys.iter().any(|key| other.keys.contains(key)) || words(other).iter().any(|word| mine.contains(word))
}

/// Whether an article names something.
pub fn is_named(facts: &ArticleFacts, chain: &Chain) -> bool {
    facts.chains.iter().any(|other| are_one(chain, other))
}
