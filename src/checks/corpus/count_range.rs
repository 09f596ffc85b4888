//! Check: count-range
//!
//! A number that no other account of the same thing allows: of people killed, hurt, missing, displaced or
//! arrested, and of whatever else two sentences that go together count.
//!
//! *Victims*: two counts are compared where their sentences tell of one event, what befell those who are
//! counted is the same, and who is counted does not differ; so are the one number for all that either of two
//! articles of one story has. Hedges widen a number (`at least`, `about`: a fifth). News counts up: in an
//! article only an exact number below an exact one that was reported in the two weeks before is a finding, in
//! a draft any that none of the articles allows. Numbers that lie far apart count other things.
//!
//! *Other numbers*: exact ones of the same measure or of the same noun, in sentences that share names, numbers
//! and rarer words, where one number differs and another agrees; and numbers that look like a slip of the pen:
//! the same digits in another order (`4,500` for `5,400`), one digit another, a zero more (`62,000` for
//! `6,200`); and the one number of two sentences in the same words, where the article is a copy of the other or
//! at least no report that is filled anew with the numbers of each day. Neither number may stand in the other
//! article. Votes for and against count as such.
//!
//! Left alone: rounding, hedges, numbers of parts (`including`), of other days and other events. (Measured on
//! 2,400 texts, of which 256 have a known day of publication: eight findings, of which five are numbers of
//! other things; on 256 articles the first way alone: three, all real.)

use jiff::civil::Date;

use crate::base::cancel::CancelToken;
use crate::base::span::Span;
use crate::checks::article::prose::calendar::days_between;
use crate::checks::citation::{corrected, file_name, one_line};
use crate::checks::pairs::{Pair, Told, shared};
use crate::checks::{Check, Related, Report, Severity, Subject};
use crate::lang::claims::counts::{Count, Hedge, Relation, Unit};
use crate::lang::claims::stems::{Stem, Weight};
use crate::lang::claims::tellings::Turns;
use crate::lang::dates::Timex;
use crate::lang::facts::ArticleFacts;
use crate::state::MentionRef;

/// See the module.
pub struct CountRange;

/// After so many days a number is told anew, of a part or of the whole, and not corrected.
const MOST_DAYS: i32 = 14;

impl Check for CountRange {
    fn code(&self) -> &'static str {
        "count-range"
    }

    fn severity(&self) -> Severity {
        Severity::Information
    }

    fn in_draft(&self) -> Severity {
        Severity::Warning
    }

    fn summary(&self) -> &'static str {
        "a number that no other account of the same thing allows"
    }

    fn run(&self, subject: &Subject<'_>, report: &mut Vec<Report>) {
        for count in subject.facts.counts.iter().filter(|count| is_exact(count)) {
            let Some(relation) = count.relation else { continue };
            let told = accounts(subject, count, relation);
            let day = |mention: &MentionRef| {
                subject.snapshot.published(mention.article).map(|published| published.date)
            };
            let here = subject.snapshot.published(subject.article).map(|published| published.date);
            let apart: Vec<&(MentionRef, Count)> =
                told.iter().filter(|(_, other)| !meet(count, other)).collect();
            let shrinks = |(mention, other): &&(MentionRef, Count)| {
                let earlier = here.zip(day(mention)).is_some_and(|(here, there)| {
                    let days = there.until(here).map_or(i32::MAX, |span| span.get_days());
                    (1..=MOST_DAYS).contains(&days)
                });
                let less = count.number.high < other.number.low;
                earlier && is_exact(other) && less && is_near(count, other, 4)
            };
            let against: Vec<&(MentionRef, Count)> = match subject.snapshot.is_draft(subject.article) {
                true if apart.len() == told.len() => {
                    apart.into_iter().filter(|(_, other)| is_near(count, other, 30)).collect()
                }
                true => continue,
                false => apart.into_iter().filter(shrinks).collect(),
            };
            report.extend(finding(subject, count, &against));
        }
        for pair in subject.pairs.of(subject) {
            for (count, theirs, why) in otherwise(subject, pair) {
                if !report.iter().any(|known| known.span.intersects(count.span)) {
                    report.extend(told(subject, pair, count, theirs, why));
                }
            }
        }
    }
}

/// Numbers of sentences that go together which cannot both be right, and why they are taken for numbers of the
/// same.
fn otherwise<'f>(subject: &Subject<'f>, pair: &'f Pair) -> Vec<(&'f Count, &'f Count, &'static str)> {
    let is_draft = subject.snapshot.is_draft(subject.article);
    let mut found = Vec::new();
    if !pair.is_one_story || pair.apart.is_none() && !is_draft {
        return found;
    }
    let has = |facts: &ArticleFacts, value: u64| {
        let stem = Stem::of_number(value);
        facts.tellings.iter().any(|telling| telling.stems.binary_search(&stem).is_ok())
            // `Dozens were hurt` says neither 47 nor 74.
            || facts.counts.iter().map(|count| count.number).any(|number| {
                (number.low..=number.high).contains(&value) && number.high <= number.low.saturating_mul(3) / 2
            })
    };
    for parallel in pair.of_one_thing(subject) {
        let Some((mine, theirs)) = pair.tellings(subject, parallel.one, parallel.other) else { continue };
        if mine.turns.any(Turns::OTHER) || theirs.turns.any(Turns::OTHER) {
            continue;
        }
        let here: Vec<&Count> = in_sentence(subject.facts, mine.span).collect();
        let there: Vec<&Count> = in_sentence(pair.facts(), theirs.span).collect();
        // Numbers that agree speak for one thing, several that do not for two.
        let agree = shared(&mine.stems, &theirs.stems, Weight::Number);
        let mut candidates = Vec::new();
        for one in &here {
            for other in &there {
                let (value, theirs) = (one.number.low, other.number.low);
                let known = value == theirs || has(pair.facts(), value) || has(subject.facts, theirs);
                if !known && one.unit == other.unit && is_same_kind(one, other) != Some(false) {
                    candidates.push((*one, *other));
                }
            }
        }
        let slip_of = |&(one, other): &(&Count, &Count)| slip(one.number.low, other.number.low);
        if candidates.len() > 1 {
            candidates.retain(|candidate| slip_of(candidate).is_some());
        }
        let [candidate @ (one, other)] = *candidates.as_slice() else { continue };
        let score = parallel.score;
        let kind = is_same_kind(one, other) == Some(true);
        let is_copied = pair.is_copied(subject, parallel) && is_of_one_writing(pair, one);
        let enough = match (slip_of(&candidate), is_draft) {
            (Some(Slip::Shuffled), _) => true,
            // `5,400` of `5,420` is rounded.
            (Some(Slip::Digit), _) if is_rounding(one.number.low, other.number.low) => false,
            (None | Some(_), _) if is_copied => kind,
            (Some(Slip::Scale), _) => kind && score >= 1.5,
            (Some(Slip::Swapped), _) => agree > 0 || kind && score >= 2.0,
            (Some(Slip::Digit), _) => kind && (agree > 0 || score >= 3.0),
            (None, true) => kind && score >= if agree > 0 { 2.0 } else { 3.0 },
            (None, false) => kind && agree > 0 && score >= 3.0 && parallel.is_mutual,
        };
        let rounded = is_near_enough(one.number.low, other.number.low)
            && slip_of(&candidate).is_none()
            && (!is_copied || is_rounding(one.number.low, other.number.low));
        let more = other.number.low < one.number.low && pair.apart.is_some_and(|apart| apart < 0);
        let rises = one.relation.is_some() && more;
        if enough && !rounded && !rises {
            let is_slip = slip_of(&candidate).is_some();
            found.push((
                one,
                other,
                if is_slip { "the digits are nearly the same" } else { "the same is counted" },
            ));
        }
    }
    for relation in [Relation::Killed, Relation::Wounded, Relation::Missing, Relation::Arrested] {
        found.extend(tolls(subject, pair, relation));
    }
    // A number of three digits and more is hardly by chance another's digits in another order.
    for one in subject.facts.counts.iter().filter(|count| is_plain(count)) {
        for other in pair.facts().counts.iter().filter(|count| is_plain(count)) {
            let (value, theirs) = (one.number.low, other.number.low);
            let of_kind = one.unit == other.unit && is_same_kind(one, other) != Some(false);
            if value != theirs
                && of_kind
                && (slip(value, theirs) == Some(Slip::Shuffled)
                    || is_draft
                        && is_same_kind(one, other) == Some(true)
                        && slip(value, theirs) == Some(Slip::Scale))
                && !has(pair.facts(), value)
                && !has(subject.facts, theirs)
                && !found.iter().any(|(known, ..)| known.span == one.span)
            {
                found.push((one, other, "the digits are the same, in another order"));
            }
        }
    }
    found
}

/// Whether sentences in the same words are of one writing, and not filled anew with the numbers of the day: no
/// two of them have other numbers, and one more has the same, or what is counted is no matter of the day.
fn is_of_one_writing(pair: &Pair, count: &Count) -> bool {
    let (same, other) = pair.alike;
    let is_rate = count
        .unit
        .is_some_and(|unit| !matches!(unit, Unit::Hectare | Unit::Kilometre | Unit::Mile | Unit::Acre));
    let at_once = pair.is_copy || pair.apart == Some(0);
    other <= 1 && (at_once || count.relation.is_some() || same > 0 && !is_rate)
}

/// What one story has for all to whom something befell, where each of two articles has one number for it.
fn tolls<'f>(
    subject: &Subject<'f>,
    pair: &'f Pair,
    relation: Relation,
) -> Option<(&'f Count, &'f Count, &'static str)> {
    let here = subject.snapshot.published(subject.article).map(|published| published.date);
    let mine = toll(subject.facts, subject.timexes, here, relation)?;
    let theirs = toll(pair.facts(), &pair.timexes, pair.published, relation)?;
    let (value, there) = (mine.number.low, theirs.number.low);
    let stem = Stem::of_number(there);
    let told = subject.facts.tellings.iter().any(|telling| telling.stems.binary_search(&stem).is_ok());
    let is_draft = subject.snapshot.is_draft(subject.article);
    let less = value < there && pair.apart.is_some_and(|apart| apart <= 0);
    let known = is_draft && pair.story >= 4;
    let near = value.max(there) <= value.min(there) * if known { 3 } else { 2 };
    (value != there && !told && near && (less || known)).then_some((
        mine,
        theirs,
        "each is the one number of its story",
    ))
}

/// The one exact number of all to whom something befell, in what an article tells as news.
fn toll<'f>(
    facts: &'f ArticleFacts,
    timexes: &[Timex],
    published: Option<Date>,
    relation: Relation,
) -> Option<&'f Count> {
    const OLD: i64 = 21;
    const ALL: &[&str] =
        &["person", "people", "victim", "passenger", "body", "civilian", "miner", "worker", "life"];
    let is_news = |count: &Count| {
        let telling = facts.tellings.iter().find(|telling| telling.span.covers(count.span));
        telling.is_some_and(|telling| {
            let old = telling.days.iter().filter_map(|day| timexes.get(day.date as usize)?.interval);
            let mut old = old
                .filter(|days| published.is_some_and(|published| days_between(days.last, published) > OLD));
            !telling.turns.any(Turns::OTHER.and(Turns::OPEN)) && old.next().is_none()
        })
    };
    let of_all = |count: &Count| {
        let population = count.population.as_ref();
        population.is_none_or(|one| ALL.contains(&&*one.head) && one.modifiers.is_empty())
    };
    let befell = |count: &Count| match count.relation {
        Some(Relation::Detained) => relation == Relation::Arrested,
        other => other == Some(relation),
    };
    let mut counts = facts.counts.iter().filter(|count| befell(count) && is_news(count));
    let first = counts.clone().find(|count| is_plain(count) && of_all(count))?;
    // Several numbers are of several parts, or of several days.
    let one = counts.all(|count| count.number.low == first.number.low && count.hedge == Hedge::Exact);
    one.then_some(first)
}

/// The exact numbers of a sentence.
fn in_sentence(facts: &ArticleFacts, sentence: Span) -> impl Iterator<Item = &Count> {
    facts.counts.iter().filter(move |count| sentence.covers(count.span) && is_plain(count))
}

/// An exact number of three or more.
fn is_plain(count: &Count) -> bool {
    count.hedge == Hedge::Exact && count.number.low == count.number.high && count.number.low > 200
}

/// Whether the same is counted; `None` where the words leave it open.
fn is_same_kind(one: &Count, other: &Count) -> Option<bool> {
    if let (Some(one), Some(other)) = (one.relation, other.relation) {
        return Some(one == other);
    }
    match (&one.population, &other.population) {
        (Some(one), Some(other)) if one.head == other.head => Some(true),
        (Some(_), Some(_)) => None,
        (None, None) => one.unit.map(|_| true),
        _ => None,
    }
}

/// How one number can have become the other by a slip of the pen.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Slip {
    /// One digit is another, of three or more.
    Digit,
    /// The digits are the same in another order: two of them.
    Swapped,
    /// A zero more or less: the digits are the same, of two or more.
    Scale,
    /// Three digits and more in another order.
    Shuffled,
}

fn slip(one: u64, other: u64) -> Option<Slip> {
    let digits = |value: u64| -> Vec<u8> {
        let plain = if value.is_multiple_of(100) { value / 100 } else { value };
        plain.to_string().trim_end_matches('0').bytes().collect()
    };
    let (less, more) = (one.min(other), one.max(other));
    if digits(less).len() > 1 && [10, 100, 1000].iter().any(|scale| less.checked_mul(*scale) == Some(more)) {
        return Some(Slip::Scale);
    }
    if one.checked_ilog10() != other.checked_ilog10() {
        return None;
    }
    let (mut mine, mut theirs) = (digits(one), digits(other));
    let length = mine.len().max(theirs.len());
    mine.resize(length, b'0');
    theirs.resize(length, b'0');
    let apart = mine.iter().zip(&theirs).filter(|(one, other)| one != other).count();
    if apart == 1 {
        return (length >= 3).then_some(Slip::Digit);
    }
    mine.sort_unstable();
    theirs.sort_unstable();
    match length {
        _ if mine != theirs => None,
        2 => Some(Slip::Swapped),
        _ => Some(Slip::Shuffled),
    }
}

/// Whether one number is the other, rounded to tens, hundreds and so on: `5,400` of `5,420`.
fn is_rounding(one: u64, other: u64) -> bool {
    let rounds = |plain: u64, round: u64| {
        let mut steps = (1..=12).map(|power| 10u64.pow(power) * 100);
        steps.any(|step| round.is_multiple_of(step) && plain.abs_diff(round) * 2 <= step)
    };
    rounds(one, other) || rounds(other, one)
}

/// Whether two numbers are so near that one may be the other in other words.
fn is_near_enough(one: u64, other: u64) -> bool {
    one.abs_diff(other) * 20 <= one.max(other)
}

fn told(
    subject: &Subject<'_>,
    pair: &Pair,
    count: &Count,
    theirs: &Count,
    why: &'static str,
) -> Option<Report> {
    let text = subject.snapshot.text(pair.article.doc)?;
    let name = file_name(subject.snapshot, pair.article.doc);
    let (here, there) = (one_line(count.span.of_text(subject.text)), one_line(theirs.span.of_text(&text)));
    let at = |facts: &ArticleFacts, span: Span| {
        facts.tellings.iter().position(|telling| telling.span.covers(span))
    };
    let of = Told { one: at(subject.facts, count.span)?, other: at(pair.facts(), theirs.span)?, why };
    let point = format!("“{here}” here, “{there}” in {name}");
    let report = pair.report(subject, &of, (count.span, theirs.span), &point)?;
    Some(report.mended_by(corrected(subject, count.span, &there, pair.article.doc)))
}

/// The exact numbers of an article that appeared on a day, each with the greatest that a later article has
/// for the same within two weeks.
pub(super) fn risen<'s>(subject: &Subject<'s>, here: Date) -> Vec<(&'s Count, MentionRef, Count)> {
    let snapshot = subject.snapshot;
    let mut found = Vec::new();
    for count in subject.facts.counts.iter().filter(|count| is_exact(count)) {
        let Some(relation) = count.relation else { continue };
        let later = |mention: &MentionRef| {
            let there = snapshot.published(mention.article).map(|published| published.date);
            let days = there.and_then(|there| Some(here.until(there).ok()?.get_days()));
            days.is_some_and(|days| (1..=MOST_DAYS).contains(&days))
        };
        let mut more = accounts(subject, count, relation);
        more.retain(|(mention, other)| {
            later(mention)
                && is_exact(other)
                && count.number.high < other.number.low
                && is_near(count, other, 30)
        });
        let most = more.into_iter().max_by_key(|(_, other)| other.number.high);
        found.extend(most.map(|(mention, other)| (count, mention, other)));
    }
    found
}

/// The counts of the same in other articles' sentences on the event that this count's sentence tells of.
fn accounts(subject: &Subject<'_>, count: &Count, relation: Relation) -> Vec<(MentionRef, Count)> {
    let snapshot = subject.snapshot;
    let here = snapshot
        .mentions_in(subject.article)
        .filter(|mention| mention.statement().is_some_and(|one| one.sentence.intersects(count.sentence)));
    let mut found: Vec<(MentionRef, Count)> = Vec::new();
    for mention in here {
        let Some(entity) = snapshot.entity(&mention) else { continue };
        // Nobody waits for a check alone: it is not cancelled.
        for other in snapshot.mentions_of(&entity, &CancelToken::default()).unwrap_or_default() {
            if other.article == subject.article || snapshot.is_draft(other.article) {
                continue;
            }
            let theirs = other.statement().and_then(|one| same(other.facts(), one.sentence, count, relation));
            if let Some(theirs) = theirs
                && !found.iter().any(|(known, _)| known.article == other.article)
            {
                found.push((other, theirs));
            }
        }
    }
    found
}

/// The only count of a sentence that counts the same.
fn same(facts: &ArticleFacts, sentence: Span, count: &Count, relation: Relation) -> Option<Count> {
    let population = |other: &Count| match (&count.population, &other.population) {
        (Some(one), Some(other)) => {
            let open = one.modifiers.is_empty() || other.modifiers.is_empty();
            one.head == other.head && (open || one.modifiers == other.modifiers)
        }
        _ => true,
    };
    let mut counts = facts.counts.iter().filter(|other| {
        other.sentence == sentence
            && other.relation == Some(relation)
            && other.unit == count.unit
            && population(other)
    });
    let only = counts.next()?.clone();
    counts.next().is_none().then_some(only)
}

fn is_exact(count: &Count) -> bool {
    count.hedge == Hedge::Exact && count.number.low == count.number.high && count.unit.is_none()
}

/// Whether the greater number is more than the less by so many tenths of it at most: far apart, they count
/// other things.
fn is_near(one: &Count, other: &Count, tenths: u64) -> bool {
    let (less, more) = (one.number.low.min(other.number.low), one.number.high.max(other.number.high));
    more.saturating_sub(less) <= less.saturating_mul(tenths) / 10
}

/// Whether two counts can both be right.
fn meet(one: &Count, other: &Count) -> bool {
    let range = |count: &Count| {
        let (low, high) = (count.number.low, count.number.high);
        match count.hedge {
            Hedge::Exact => (low, high),
            Hedge::About => (low - low / 5, high.saturating_add(high / 5)),
            Hedge::Nearly => (low - low / 5, high),
            Hedge::AtLeast | Hedge::MoreThan => (low, u64::MAX),
            Hedge::AtMost => (0, high),
        }
    };
    let (one, other) = (range(one), range(other));
    one.0 <= other.1 && other.0 <= one.1
}

fn finding(subject: &Subject<'_>, count: &Count, against: &[&(MentionRef, Count)]) -> Option<Report> {
    let mine = one_line(count.span.of_text(subject.text));
    let mut report: Option<Report> = None;
    for (mention, theirs) in against {
        let text = subject.snapshot.text(mention.doc())?;
        let other = one_line(theirs.span.of_text(&text));
        let path = subject.snapshot.path(mention.doc());
        let name = path.file_name().unwrap_or(path.as_str());
        let begun = report.take().unwrap_or_else(|| {
            Report::new(count.span, format!("“{mine}” here, “{other}” in {name}"))
                .because(format!("this text: “{mine}”"))
        });
        report = Some(
            begun
                .with(Related { doc: mention.doc(), span: theirs.span, message: format!("“{other}”") })
                .because(format!("{name}: “{other}”, of the same event")),
        );
    }
    // A source with several such numbers tells of several groups, or days.
    let several = against.iter().any(|(mention, theirs)| {
        let counts = subject.snapshot.article(mention.article).map(|facts| &facts.counts);
        let befell = |other: &&Count| other.relation == theirs.relation && other.number != theirs.number;
        counts.into_iter().flatten().find(befell).is_some()
    });
    let doubtful = several && subject.snapshot.is_draft(subject.article);
    report.map(|report| if doubtful { report.faint() } else { report })
}
