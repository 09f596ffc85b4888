//! Check: event-status
//!
//! What is told here as planned was called off or put off by an earlier report of another article: the
//! plan is out of date. A report that came later than this article makes no finding in it, since news
//! goes on; in a draft, which is of today, every report counts. The two must be linked as one event or
//! agreement, and one of several statuses in the other article has to be the last word there: what was
//! postponed and then held was held.
//!
//! So too where two sentences that share names, numbers and rarer words say of one thing that it was held and
//! that it was called off, that it is not signed and that it was, in an article of the two weeks behind the
//! other; what was put off is held some day, so that there the day must be the old one; and of one day that
//! it was called off and held, approved and rejected. In a draft also, of whatever day: approved and
//! rejected, signed and not signed, called off and held, where no source says what the draft says.
//!
//! (Measured on 2,400 texts: six findings between undated texts, of which four tell of something else; none
//! where the days of publication are known.)

use jiff::civil::Date;

use crate::base::cancel::CancelToken;
use crate::checks::citation::{cites, file_name};
use crate::checks::pairs::{Pair, Told, WORDS, compared, open_days, shared};
use crate::checks::{Check, Related, Report, Severity, Subject};
use crate::knowledge::parallels::Parallel;
use crate::lang::claims::stems::Weight;
use crate::lang::claims::tellings::{Telling, Turns};
use crate::lang::claims::{Statement, Status};
use crate::lang::dates::DayInterval;
use crate::state::MentionRef;

/// See the module.
pub struct EventStatus;

impl Check for EventStatus {
    fn code(&self) -> &'static str {
        "event-status"
    }

    fn severity(&self) -> Severity {
        Severity::Information
    }

    fn in_draft(&self) -> Severity {
        Severity::Warning
    }

    fn summary(&self) -> &'static str {
        "told as planned, held or signed, and otherwise by another article"
    }

    fn run(&self, subject: &Subject<'_>, report: &mut Vec<Report>) {
        let is_draft = subject.snapshot.is_draft(subject.article);
        let known = |here: Option<Date>, there: Date| is_draft || here.is_some_and(|here| there < here);
        for (planned, other) in called_off(subject, known) {
            report.extend(finding(subject, planned, &other));
        }
        compared(subject, report, |pair, parallel| {
            told(subject, pair, parallel, turned(subject, pair, parallel)?)
        });
    }
}

/// What is said here, and what the other article says: both as words.
type Turned = (&'static str, &'static str);

/// What two sentences that go together say of one thing that cannot both be so: by the last that the other
/// article says, as far as this one can have known it.
fn turned(subject: &Subject<'_>, pair: &Pair, parallel: &Parallel) -> Option<Turned> {
    let (mine, theirs) = pair.tellings(subject, parallel.one, parallel.other)?;
    if !pair.is_one_story || mine.turns.any(Turns::OTHER) || theirs.turns.any(Turns::OTHER) {
        return None;
    }
    let is_draft = subject.snapshot.is_draft(subject.article);
    let score = parallel.score;
    let says = |turns: Turns, one: Turns, not: Turns| turns.any(one) && !turns.any(not);
    let opposite = |one: Turns, other: Turns| says(mine.turns, one, other) && says(theirs.turns, other, one);
    // Pacts are signed all the time: whose it is must be the same.
    let is_named = shared(&mine.stems, &theirs.stems, Weight::Name) > 0 || score >= 2.5;
    if opposite(Turns::UNSIGNED, Turns::SIGNED) && score >= 1.5 && is_named {
        return Some(("Not signed", "signed"));
    }
    // They signed on the day on which the other says that they did not.
    let same_day = || {
        let their_days: Vec<DayInterval> = open_days(theirs, &pair.timexes).map(|(_, days)| days).collect();
        open_days(mine, &pair.mine).any(|(_, day)| day.first == day.last && their_days.contains(&day))
    };
    if opposite(Turns::SIGNED, Turns::UNSIGNED) && score >= 2.0 && same_day() {
        return Some(("Signed", "not signed"));
    }
    if mine.turns.any(Turns::OPEN) || theirs.turns.any(Turns::OPEN) && !theirs.turns.any(Turns::REJECTED) {
        return None;
    }
    let strong = score >= if is_draft { 2.0 } else { 3.0 } && pair.is_near_best(parallel);
    let not_held = Turns::OFF.and(Turns::LATER);
    let off = says(theirs.turns, not_held, Turns::HELD);
    let on_its_day = || is_on_a_day_of(mine, pair);
    if off && says(mine.turns, Turns::HELD, not_held.and(Turns::AHEAD)) && strong {
        // What was put off is held some day, what was called off perhaps.
        let later = theirs.turns.any(Turns::LATER) || is_long_after(pair);
        if !later || on_its_day() {
            return Some(("Held", "called off or put off"));
        }
    }
    // Called off here on the day on which the other has it held.
    if opposite(not_held, Turns::HELD) && strong && same_day() {
        return Some(("Called off or put off", "held"));
    }
    if opposite(Turns::APPROVED, Turns::REJECTED) && strong && same_day() {
        return Some(("Approved", "rejected"));
    }
    if opposite(Turns::REJECTED, Turns::APPROVED) && strong && same_day() {
        return Some(("Rejected", "approved"));
    }
    // A new day makes another plan of it.
    if off && says(mine.turns, Turns::AHEAD, not_held.and(Turns::HELD)) && strong && on_its_day() {
        return Some(("Planned", "called off or put off"));
    }
    let voted = strong && same_day();
    let draft = is_draft && strong && !supported(subject, parallel.one);
    match () {
        () if voted && opposite(Turns::APPROVED, Turns::REJECTED) => Some(("Approved", "rejected")),
        () if voted && opposite(Turns::REJECTED, Turns::APPROVED) => Some(("Rejected", "approved")),
        () if !draft => None,
        () if opposite(Turns::APPROVED, Turns::REJECTED) => Some(("Approved", "rejected")),
        () if opposite(Turns::REJECTED, Turns::APPROVED) => Some(("Rejected", "approved")),
        () if opposite(Turns::SIGNED, Turns::UNSIGNED) => Some(("Signed", "not signed")),
        () if opposite(not_held, Turns::HELD) => Some(("Called off or put off", "held")),
        () => None,
    }
}

/// Whether the other article appeared long before this one.
fn is_long_after(pair: &Pair) -> bool {
    pair.apart.is_some_and(|apart| apart < -10)
}

/// Whether a sentence names a day that the other article names too.
fn is_on_a_day_of(mine: &Telling, pair: &Pair) -> bool {
    let days = mine.days.iter().filter_map(|day| pair.mine.get(day.date as usize)?.interval);
    let mut exact = days.filter(|days| days.first == days.last);
    exact.any(|day| pair.timexes.iter().any(|timex| timex.interval == Some(day)))
}

/// Whether some source says what a sentence of the draft says.
fn supported(subject: &Subject<'_>, telling: usize) -> bool {
    let Some(mine) = subject.facts.tellings.get(telling) else { return false };
    let sides = [
        (Turns::HELD, Turns::OFF.and(Turns::LATER)),
        (Turns::SIGNED, Turns::UNSIGNED),
        (Turns::APPROVED, Turns::REJECTED),
    ];
    subject.pairs.of(subject).iter().any(|pair| {
        let near = pair.parallels.iter().filter(|parallel| parallel.one == telling && parallel.score >= 2.0);
        near.filter_map(|parallel| pair.facts().tellings.get(parallel.other)).any(|theirs| {
            sides.iter().any(|(one, other)| {
                let same = |side: Turns, not: Turns| {
                    mine.turns.any(side) && theirs.turns.any(side) && !theirs.turns.any(not)
                };
                same(*one, *other) || same(*other, *one)
            })
        })
    })
}

fn told(subject: &Subject<'_>, pair: &Pair, parallel: &Parallel, (here, there): Turned) -> Option<Report> {
    let name = file_name(subject.snapshot, pair.article.doc);
    let (mine, theirs) = pair.tellings(subject, parallel.one, parallel.other)?;
    let (span, their_span) = (mine.span, theirs.span);
    let of = Told { one: parallel.one, other: parallel.other, why: WORDS };
    let point = format!("{here} here, {there} in {name}");
    let report = pair.report(subject, &of, (span, their_span), &point)?;
    Some(report.mended_by(cites(subject, span, pair.article.doc)))
}

/// What is planned in an article and, by its last word, still is: with the first report of another article
/// that has it cancelled or postponed, among those of the days (of this article and of the other) that
/// count.
pub(super) fn called_off<'s>(
    subject: &Subject<'s>,
    counts: impl Fn(Option<Date>, Date) -> bool,
) -> Vec<(&'s Statement, MentionRef)> {
    let snapshot = subject.snapshot;
    let day = |article| snapshot.published(article).map(|published| published.date);
    let here = day(subject.article);
    let mut told: Vec<u32> = Vec::new();
    let mut found = Vec::new();
    for mention in snapshot.mentions_in(subject.article) {
        let planned = |one: &&Statement| one.status == Status::Planned && one.span == mention.span();
        let Some(statement) = subject.facts.statements.iter().find(planned) else { continue };
        let last = subject.facts.records.get(statement.record as usize).map(|record| record.status);
        if last != Some(Status::Planned) || told.contains(&statement.record) {
            continue;
        }
        told.push(statement.record);
        let Some(entity) = snapshot.entity(&mention) else { continue };
        // Nobody waits for a check alone: it is not cancelled.
        let mentions = snapshot.mentions_of(&entity, &CancelToken::default()).unwrap_or_default();
        let mut off = mentions.into_iter().filter(|other| {
            other.article != subject.article
                && day(other.article).is_some_and(|there| counts(here, there))
                && is_off(other)
        });
        found.extend(off.next().map(|other| (statement, other)));
    }
    found
}

/// Whether an article says, as its last word, that it does not take place as planned.
fn is_off(mention: &MentionRef) -> bool {
    let off = |status: Status| matches!(status, Status::Cancelled | Status::Postponed);
    let Some(statement) = mention.statement() else { return false };
    let record = mention.facts().records.get(statement.record as usize);
    off(statement.status) && record.is_some_and(|record| off(record.status))
}

fn finding(subject: &Subject<'_>, planned: &Statement, other: &MentionRef) -> Option<Report> {
    let off = other.statement()?;
    let path = subject.snapshot.path(other.doc());
    let name = path.file_name().unwrap_or(path.as_str());
    let status = off.status.name();
    let message = format!("“{}” is planned here, but {status} in {name}: “{}”", planned.words, off.words);
    let related =
        Related { doc: other.doc(), span: off.span, message: format!("“{}”: {status}", off.words) };
    Some(
        Report::new(planned.span, message)
            .with(related)
            .because(format!("this text: “{}” is planned", planned.words))
            .because(format!("{name}: “{}” is {status}", off.words)),
    )
}
