//! Check: event-day
//!
//! Another article gives another day to the same event or agreement: a call that one puts on Friday
//! and the other on Monday, a memorandum that one dates to August and the other to November.
//!
//! It is found in two ways. *By records*: two are taken for one thing only where far more agrees than a link
//! needs: for an event its kind and the people of both sides by name, or its round and parties, in reports
//! that are at most four days apart, with two to seven days between the days given; for an agreement its
//! subject and two parties. *By sentences*, in whatever words: where two sentences share names, numbers and
//! rarer words that few other sentences of the two articles have, and what stands by the dates is alike; or
//! where both stories turn round one thing (`the fire`) and either has one day for it. In an article the
//! later report must speak of it as known (`when the bridge fell`, `at their meeting`, `the lease signed in`)
//! or be the other's sentence but for a few words, and the two must be of one story and two weeks; in a copy
//! of the other article, any sentence in the same words is compared. A draft may speak of anything, and a day
//! of which it does not write the year is the one nearest to the source.
//!
//! Left alone: what one article tells of both days, plans beside reports, other rounds and other meetings,
//! events in other places, and the news of the day of either (closing prices). Days that are one apart may be
//! a matter of time zones and count one severity less. One conflict is reported once: in a draft, else in the
//! article that came later.
//!
//! (Measured on 2,400 texts, of which 256 have a known day of publication: five findings, read: two of them
//! other events.)

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::base::key::Key;
use crate::checks::article::prose::calendar::days_between;
use crate::checks::citation::{corrected, file_name, one_line};
use crate::checks::corpus::is_told_here;
use crate::checks::pairs::{Pair, Told, WORDS, date_span, gap, length, open_days, shared};
use crate::checks::{Check, Related, Report, Severity, Subject};
use crate::knowledge::Contradiction;
use crate::knowledge::parallels::Parallel;
use crate::lang::claims::stems::{Stem, Weight};
use crate::lang::claims::tellings::{self, Telling, Turns};
use crate::lang::claims::{Record, Statement};
use crate::lang::dates::{DayInterval, Timex};
use crate::lang::facts::ArticleFacts;
use crate::state::Snapshot;

/// See the module.
pub struct EventDay;

impl Check for EventDay {
    fn code(&self) -> &'static str {
        "event-day"
    }

    fn severity(&self) -> Severity {
        Severity::Information
    }

    fn in_draft(&self) -> Severity {
        Severity::Warning
    }

    fn summary(&self) -> &'static str {
        "another article gives another day to the same event or agreement"
    }

    fn run(&self, subject: &Subject<'_>, report: &mut Vec<Report>) {
        let first = report.len();
        for (index, record) in (0u32..).zip(&subject.facts.records) {
            if !record.dates.is_empty() {
                report.extend(by_records(subject, index, record));
            }
        }
        for pair in subject.pairs.of(subject) {
            for found in by_sentences(subject, pair) {
                let here = subject.facts.tellings.iter().find(|telling| telling.span.covers(found.span));
                let is_known = |known: &Report| here.is_some_and(|here| here.span.intersects(known.span));
                if !report.iter().skip(first).any(is_known) {
                    report.push(found);
                }
            }
        }
    }
}

/// What articles say of the records that seem to be of the same thing.
fn by_records(subject: &Subject<'_>, index: u32, record: &Record) -> Option<Report> {
    let found = subject.snapshot.contradicting(subject.article, index);
    let others: Vec<Contradiction> = found
        .into_iter()
        .filter(|other| is_told_here(subject.snapshot, subject.article, other.article))
        .collect();
    let first = others.first()?;
    let statement = dated(subject.facts.statements.iter(), index)?;
    // `their second call in three days`
    let sentence = subject.facts.tellings.iter().find(|telling| telling.span.covers(statement.span));
    if sentence.is_some_and(|sentence| sentence.turns.any(Turns::OTHER)) {
        return None;
    }
    let (theirs, path) = other(subject.snapshot, first)?;
    let message = format!(
        "“{}” is on {} here, on {} in {path}: “{}”",
        statement.words,
        words(first.mine),
        words(first.theirs),
        theirs.words
    );
    let mut made = Report::new(statement.span, message).because(format!(
        "this article: “{}”, {}",
        record.label,
        words(first.mine)
    ));
    for one in &others {
        let Some((statement, path)) = other(subject.snapshot, one) else { continue };
        made = made
            .with(Related {
                doc: one.article.doc,
                span: statement.span,
                message: format!("“{}”, {}", statement.words, words(one.theirs)),
            })
            .because(format!("{path}: “{}”, {}", statement.words, words(one.theirs)))
            .because(format!("taken for the same: {}", one.evidence.grounds.words()));
    }
    Some(made)
}

/// Sentences that go together and say otherwise when it was.
fn by_sentences(subject: &Subject<'_>, pair: &Pair) -> Vec<Report> {
    let mut found = Vec::new();
    for parallel in pair.of_one_thing(subject) {
        let of = Told { one: parallel.one, other: parallel.other, why: WORDS };
        found.extend(conflict(subject, pair, parallel).and_then(|days| told(subject, pair, &of, days)));
    }
    let anchored = by_anchor(subject, pair).into_iter();
    found.extend(anchored.filter_map(|(one, other, days)| {
        let of = Told { one, other, why: "both stories turn round it, and either gives it one day" };
        told(subject, pair, &of, days)
    }));
    found
}

/// What a story turns round (`the fire`) has one day in either article, and another one.
fn by_anchor(subject: &Subject<'_>, pair: &Pair) -> Vec<(usize, usize, Days)> {
    let mut found = Vec::new();
    let is_draft = subject.snapshot.is_draft(subject.article);
    if pair.story < 3 || !pair.is_one_story {
        return found;
    }
    let central = |stem: &Stem| {
        let key = tellings::key(stem.hash());
        subject.facts.signature.binary_search(&key).is_ok()
            && pair.facts().signature.binary_search(&key).is_ok()
    };
    let days_of =
        |facts: &ArticleFacts, timexes: &[Timex], stem: Stem| -> Vec<(usize, u32, DayInterval, bool)> {
            let of = |(at, telling): (usize, &Telling)| {
                let days =
                    open_days(telling, timexes).filter(|(day, _)| day.anchors.binary_search(&stem).is_ok());
                let apart = Turns::OTHER.and(Turns::OPEN).and(Turns::AHEAD);
                let days = days.filter(|(day, _)| !day.turns.any(apart));
                days.map(|(day, days)| (at, day.date, days, day.is_back)).collect::<Vec<_>>()
            };
            facts.tellings.iter().enumerate().flat_map(of).collect()
        };
    let stems: BTreeSet<Stem> = subject
        .facts
        .tellings
        .iter()
        .flat_map(|telling| &telling.days)
        .flat_map(|day| day.anchors.iter().copied())
        .collect();
    for stem in stems.into_iter().filter(central) {
        let mine = days_of(subject.facts, &pair.mine, stem);
        let theirs = days_of(pair.facts(), &pair.timexes, stem);
        let (Some(one), Some(other)) = (mine.iter().find(|day| is_draft || day.3), theirs.first()) else {
            continue;
        };
        let apart = gap(one.2, other.2);
        let single = |days: &[(usize, u32, DayInterval, bool)], day: DayInterval| {
            days.iter().all(|other| other.2.meet(day).is_some())
        };
        let exact = length(one.2) == 1 && length(other.2) == 1;
        let here = subject.snapshot.published(subject.article).map(|published| published.date);
        let news = here.is_some_and(|here| (-1..=1).contains(&days_between(one.2.last, here)));
        if news && pair.published.is_some_and(|published| published < one.2.first) {
            continue;
        }
        let names = |at: usize, theirs: usize| {
            let tellings = subject.facts.tellings.get(at).zip(pair.facts().tellings.get(theirs));
            tellings.map_or(0, |(one, other)| shared(&one.stems, &other.stems, Weight::Name))
        };
        let enough =
            !is_draft || names(one.0, other.0) > 0 && pair.story >= 4 && is_written(subject.facts, one.1);
        if exact && enough && (2..=14).contains(&apart) && single(&mine, one.2) && single(&theirs, other.2) {
            found.push((one.0, other.0, ((one.1, one.2), (other.1, other.2))));
        }
    }
    found
}

/// The dates of two sentences that cannot both be the day of the one thing that they tell of: each the index
/// and the days.
type Days = ((u32, DayInterval), (u32, DayInterval));

fn conflict(subject: &Subject<'_>, pair: &Pair, parallel: &Parallel) -> Option<Days> {
    let (mine, theirs) = pair.tellings(subject, parallel.one, parallel.other)?;
    let (my_day, one) = its_day(mine, &pair.mine)?;
    let (their_day, other) = its_day(theirs, &pair.timexes)?;
    let elsewhere = Turns::OTHER.and(Turns::OPEN);
    if my_day.turns.any(elsewhere)
        || their_day.turns.any(elsewhere)
        || my_day.turns.any(Turns::AHEAD) != their_day.turns.any(Turns::AHEAD)
    {
        return None;
    }
    let is_copied = pair.is_copied(subject, parallel);
    let apart = gap(one, other);
    if apart == 0 || length(one) > 31 || length(other) > 31 {
        return None;
    }
    let exact = length(one) == 1 && length(other) == 1;
    // The same day of another year is a slip; so is another month.
    let other_year = (one.first.month(), one.first.day()) == (other.first.month(), other.first.day());
    let other_month = exact
        && one.first.day() == other.first.day()
        && (my_day.turns.any(Turns::SIGNED) && their_day.turns.any(Turns::SIGNED));
    let most = match exact {
        _ if other_year => 1500,
        true if !other_month => 14,
        _ => 400,
    };
    if apart > most {
        return None;
    }
    let is_draft = subject.snapshot.is_draft(subject.article);
    let anchors = shared(&my_day.anchors, &their_day.anchors, Weight::Plain);
    let names = shared(&mine.stems, &theirs.stems, Weight::Name);
    let score = parallel.score;
    let words = shared(&mine.stems, &theirs.stems, Weight::Plain) - names;
    let is_same = anchors >= 2 && score >= if is_draft { 1.0 } else { 1.5 }
        || anchors >= 1 && score >= if is_draft { 1.5 } else { 2.3 }
        || names >= 3 && score >= 3.5 && exact
        || words >= 2 && score >= 2.9
        || words >= 1 && names >= 1 && score >= 2.4 && parallel.is_mutual
        || is_copied && parallel.is_mutual;
    if !is_same {
        return None;
    }
    let sites = |facts: &ArticleFacts, telling: &Telling| -> Vec<Key> {
        let mentions = telling.sites.iter().filter_map(|site| facts.mentions.get(site.mention as usize));
        mentions
            .filter_map(|mention| facts.chain(mention))
            .flat_map(|chain| chain.keys.iter().copied())
            .collect()
    };
    let (my_sites, their_sites) = (sites(subject.facts, mine), sites(pair.facts(), theirs));
    let elsewhere = !my_sites.is_empty()
        && !their_sites.is_empty()
        && !my_sites.iter().any(|site| their_sites.contains(site));
    // On another day in another place it is another thing; a month says too little of what is like much.
    let numbers = shared(&mine.stems, &theirs.stems, Weight::Number);
    if elsewhere || !exact && names + numbers == 0 {
        return None;
    }
    // Each tells of its own news of the day: two closing prices, two rounds.
    let news = |day: DayInterval, published: Option<Date>| {
        published.is_some_and(|published| (-1..=1).contains(&days_between(day.last, published)))
    };
    let here = subject.snapshot.published(subject.article).map(|published| published.date);
    let later = pair.published.is_some_and(|published| published < one.first);
    // A copy has the days of what it copies, whenever it is printed.
    let at_once = is_copied && (pair.apart == Some(0) && apart > 1 || pair.is_copy);
    if news(one, here) && (news(other, pair.published) || later) && !at_once {
        return None;
    }
    // An agreement is told of years later.
    let is_old = my_day.turns.any(Turns::SIGNED) && (score >= 2.3 || anchors >= 2);
    let before = pair.published.is_some_and(|published| one.last <= published);
    let is_back = my_day.is_back || before && score >= 3.5 && names >= 3 || at_once || before && is_copied;
    let is_story = pair.is_one_story;
    if is_draft && !is_story || !is_draft && !(is_back && (is_story || is_old)) {
        return None;
    }
    let (one, other) = ((my_day.date, one), (their_day.date, other));
    // Who tells of both days tells them apart.
    let tells_both = pair.parallels.iter().any(|other_pair| {
        let same_mine = other_pair.one == parallel.one && other_pair.score * 2.0 >= parallel.score;
        let same_theirs = other_pair.other == parallel.other && other_pair.score * 2.0 >= parallel.score;
        let has = |telling: Option<&Telling>, timexes: &[Timex], day: DayInterval| {
            telling.is_some_and(|telling| {
                telling.days.iter().any(|own| {
                    timexes
                        .get(own.date as usize)
                        .and_then(|timex| timex.interval)
                        .is_some_and(|own| own.meet(day).is_some())
                })
            })
        };
        same_mine && has(pair.facts().tellings.get(other_pair.other), &pair.timexes, one.1)
            || same_theirs && has(subject.facts.tellings.get(other_pair.one), &pair.mine, other.1)
    });
    (!tells_both).then_some((one, other))
}

fn told(subject: &Subject<'_>, pair: &Pair, told: &Told, days: Days) -> Option<Report> {
    let ((mine, my_days), (theirs, their_days)) = days;
    let text = subject.snapshot.text(pair.article.doc)?;
    let name = file_name(subject.snapshot, pair.article.doc);
    let (span, their_span) = (date_span(subject.facts, mine), date_span(pair.facts(), theirs));
    let (one, other) = (one_line(span.of_text(subject.text)), one_line(their_span.of_text(&text)));
    // The same words for another day: what is told every week, or was printed again later.
    if one.eq_ignore_ascii_case(&other) {
        return None;
    }
    let point = format!("“{one}” ({}) here, “{other}” ({}) in {name}", words(my_days), words(their_days));
    let report = pair.report(subject, told, (span, their_span), &point)?;
    let report = report.mended_by(corrected(subject, span, &written(&one, their_days), pair.article.doc));
    // Midnight lies elsewhere for every newsroom; of a long story a draft may well tell another day than the
    // month, or the weekday, that a source has.
    let is_draft = subject.snapshot.is_draft(subject.article);
    let mixed = length(my_days) != length(their_days) || !is_written(subject.facts, mine);
    let doubtful = gap(my_days, their_days) == 1 || is_draft && mixed;
    Some(if doubtful && !pair.is_copy { report.faint() } else { report })
}

/// Whether a time expression is a day that is written with its month.
fn is_written(facts: &ArticleFacts, date: u32) -> bool {
    facts.dates.get(date as usize).is_some_and(|date| date.calendar_day().is_some())
}

/// A day in the words that a draft uses for days: `5 May 2020` where it has the day first.
fn written(like: &str, days: DayInterval) -> String {
    let day_first = like.starts_with(|first: char| first.is_ascii_digit());
    let form = match length(days) {
        1 if day_first => "%-d %B %Y",
        1 => "%B %-d, %Y",
        _ => "%B %Y",
    };
    days.first.strftime(form).to_string()
}

/// The day that a sentence has for what it tells: its only one, or the only one but for long stretches
/// behind it (`signed in May, comes into force next year`).
fn its_day<'t>(telling: &'t Telling, timexes: &'t [Timex]) -> Option<(&'t tellings::Day, DayInterval)> {
    let days = || open_days(telling, timexes);
    only(days()).or_else(|| {
        let (day, own) = only(days().filter(|(_, days)| length(*days) <= 31))?;
        days().all(|(_, other)| other == own || own.last < other.first).then_some((day, own))
    })
}

/// The only one, if there is only one.
fn only<T>(mut items: impl Iterator<Item = T>) -> Option<T> {
    let first = items.next()?;
    items.next().is_none().then_some(first)
}

/// The first statement of a record that gives it a day.
fn dated<'s>(mut statements: impl Iterator<Item = &'s Statement>, record: u32) -> Option<&'s Statement> {
    statements.find(|statement| statement.record == record && !statement.dates.is_empty())
}

/// The other article's statement, and its file.
fn other<'s>(snapshot: &'s Snapshot, of: &Contradiction) -> Option<(&'s Statement, &'s str)> {
    let facts = snapshot.article(of.article)?;
    let path = snapshot.path(of.article.doc);
    let statement = dated(facts.statements.iter(), of.index)?;
    Some((statement, path.file_name().unwrap_or(path.as_str())))
}

fn words(days: DayInterval) -> String {
    crate::knowledge::timeline::When::of(days).value()
}
