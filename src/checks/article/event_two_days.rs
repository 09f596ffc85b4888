//! Check: event-two-days
//!
//! One text gives two days to one event, in whatever words: `The blaze broke out on Tuesday … during Wednesday's
//! fire`; `sought court protection on Jan. 9 … since the Jan. 19 filing`; `capsized on July 8 … when the vessel
//! turned over on July 10`; `spoke by phone on Friday … In the call with Otieno on Monday`.
//!
//! Days come from the clause of a verb, or stand in or behind a noun phrase. Two mentions are of one event where
//! they are of one sort (a list of words, else the same verb and its noun: `demolished`, `the demolition`), the
//! later one speaks of it as known (`the`, `his`, `Wednesday's`, `when …`, `since …`) or it befalls the same person
//! only once, and names nobody and no place that the text had not named by then. Two verbs must share a noun.
//! Of meetings and calls with the same two parties the days may be two to seven apart (one is a matter of time
//! zones); otherwise one day apart is enough, but not round midnight (`late Tuesday`, `early Wednesday`).
//!
//! Left alone: what the words tell apart (`another`, `earlier`, `the second`, `again`), plurals (`attacks`), a third
//! day, plans and denials, events that take days (summits, trials), bare weekdays that can be one day, more than a
//! month apart (a hundred days for what happens once), quotations.
//!
//! (Measured on 2,400 clean texts: no hit.)

use jiff::civil::Date;

use crate::base::kind::EntityKind;
use crate::checks::article::happening::Happening;
use crate::checks::article::happening::same::{are_several, days_apart, is_same};
use crate::checks::article::prose::calendar::{days_between, with_weekday};
use crate::checks::{Check, Related, Report, Severity, Subject};
use crate::lang::claims::records::agree;
use crate::lang::claims::{Definiteness, Statement, Status};
use crate::lang::dates::rule::{Place, Rule};

/// See the module.
pub struct EventTwoDays;

impl Check for EventTwoDays {
    fn code(&self) -> &'static str {
        "event-two-days"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn summary(&self) -> &'static str {
        "one text gives two days to one event"
    }

    fn run(&self, subject: &Subject<'_>, report: &mut Vec<Report>) {
        of_happenings(subject, report);
        of_statements(subject, report);
    }
}

/// The same happening on two days, by the days that verbs and nouns have.
fn of_happenings(subject: &Subject<'_>, report: &mut Vec<Report>) {
    let all = subject.happenings.of(subject);
    let dated: Vec<&Happening<'_>> = all.iter().filter(|one| one.is_told && one.day().is_some()).collect();
    let mut told: Vec<&str> = Vec::new();
    for (at, other) in dated.iter().enumerate() {
        let before = dated.iter().take(at);
        let Some(one) =
            before.into_iter().find(|one| is_same(one, other) && days_apart(one, other).is_some())
        else {
            continue;
        };
        // A third day, or the same day beside the other, shows that there is more than one.
        let third = dated.iter().any(|third| {
            third.class.name == one.class.name
                && days_apart(third, one).is_some()
                && days_apart(third, other).is_some()
        });
        // Where the earlier sentence has the later day too, the text tells of both.
        let tells_both =
            one.passage.dates().any(|at| one.passage.day(at).is_some_and(|day| Some(day) == other.day()));
        let class = &one.class.name;
        if third || tells_both || are_several(all, class) || told.contains(&&**class) {
            continue;
        }
        told.push(class);
        report.push(finding_of(one, other));
    }
}

fn finding_of<'a>(one: &Happening<'a>, other: &Happening<'a>) -> Report {
    let day = |happening: &Happening<'_>| happening.shown_day();
    let message =
        format!("“{}” is on {} here, on {} above: “{}”", other.words(), day(other), day(one), one.words());
    let mut report = Report::new(other.span(), message).with(one.related());
    for happening in [one, other] {
        if let Some(date) = happening.date {
            report = report.because(happening.passage.why(date)).because(format!(
                "“{}” is on {}",
                happening.words(),
                day(happening)
            ));
        }
    }
    report.because("nothing tells the two apart")
}

/// The same event on two days, by the parties that take part.
fn of_statements(subject: &Subject<'_>, report: &mut Vec<Report>) {
    let dated: Vec<Dated<'_>> =
        subject.facts.statements.iter().filter_map(|one| Dated::of(subject, one)).collect();
    let mut told: Vec<&Dated<'_>> = Vec::new();
    for (at, other) in dated.iter().enumerate() {
        let before = dated.iter().take(at);
        let Some(one) = before.into_iter().find(|one| one.contradicts(other)) else { continue };
        let told_of_them = |statement: &Statement| is_like(statement, other.statement);
        let apart = subject.facts.statements.iter().any(|statement| {
            told_of_them(statement) && (is_numbered(statement) || tells_apart(subject, statement))
                || is_unsaid(statement, other.statement) && is_numbered(statement)
        });
        let third = dated
            .iter()
            .any(|third| told_of_them(third.statement) && third.day != one.day && third.day != other.day);
        if apart || third || told.iter().any(|known| known.day == other.day) {
            continue;
        }
        told.push(other);
        report.push(finding(subject, one, other));
    }
}
/// An event that took place, with its day.
struct Dated<'f> {
    statement: &'f Statement,
    day: Date,
}

impl<'f> Dated<'f> {
    /// `None` where the words do not give one exact day.
    fn of(subject: &Subject<'_>, statement: &'f Statement) -> Option<Self> {
        let [date] = *statement.dates else { return None };
        let told = statement.kind == EntityKind::Event && statement.status == Status::Told;
        let expression = subject.facts.dates.get(date as usize).filter(|_| told)?;
        let named = match expression.rule {
            Rule::Place { place, .. } => matches!(
                place,
                Place::Day { month: Some(_), .. } | Place::Numeric { .. } | Place::Weekday { .. }
            ),
            _ => false,
        };
        let days = subject.timexes.get(date as usize)?.interval?;
        let exact = named && expression.modifier.is_none() && days.first == days.last;
        exact.then_some(Dated { statement, day: days.first })
    }

    /// Whether a later account speaks of this event as known, and of another day.
    fn contradicts(&self, later: &Self) -> bool {
        let (one, other) = (self.statement, later.statement);
        let known = matches!(other.definite, Definiteness::Known | Definiteness::Bare);
        let shared = other.parties.iter().filter(|party| one.parties.iter().any(|mine| agree(mine, party)));
        let people = shared.clone().any(|party| party.is_person);
        known
            && one.sentence != other.sentence
            && one.sort.family() == other.sort.family()
            && people
            && shared.count() >= 2
            && (2..=7).contains(&days_between(self.day, later.day).abs())
    }
}

/// Whether a statement is of that sort of event, with somebody who took part in it.
fn is_like(statement: &Statement, event: &Statement) -> bool {
    let mut parties = statement.parties.iter();
    is_of_sort(statement, event) && parties.any(|party| event.parties.iter().any(|other| agree(other, party)))
}

/// Whether a statement is of that sort of event, and says nothing of who takes part.
fn is_unsaid(statement: &Statement, event: &Statement) -> bool {
    is_of_sort(statement, event) && statement.parties.is_empty()
}

fn is_of_sort(statement: &Statement, event: &Statement) -> bool {
    statement.kind == EntityKind::Event && statement.sort.family() == event.sort.family()
}

/// `another call`, `the second round`: one of several.
fn is_numbered(statement: &Statement) -> bool {
    statement.definite == Definiteness::Other || statement.ordinal.is_some()
}

/// Whether a word of its sentence says that the event is another one than was told of.
fn tells_apart(subject: &Subject<'_>, statement: &Statement) -> bool {
    const APART: &[&str] = &[
        "again",
        "also",
        "another",
        "earlier",
        "follow-up",
        "former",
        "last",
        "later",
        "latest",
        "next",
        "previous",
        "previously",
        "prior",
        "regular",
        "series",
        "since",
        "subsequent",
        "then",
        "twice",
        "weekly",
    ];
    let sentence = statement.sentence.of_text(subject.text);
    let mut words = sentence.split(|letter: char| !letter.is_alphanumeric() && letter != '-');
    words.any(|word| APART.iter().any(|apart| word.eq_ignore_ascii_case(apart)))
}

fn finding(subject: &Subject<'_>, one: &Dated<'_>, other: &Dated<'_>) -> Report {
    let (first, second) = (with_weekday(one.day), with_weekday(other.day));
    let (before, here) = (&one.statement.words, &other.statement.words);
    Report::new(other.statement.span, format!("“{here}” is on {second} here, on {first} above: “{before}”"))
        .with(Related {
            doc: subject.article.doc,
            span: one.statement.span,
            message: format!("“{before}” is on {first}"),
        })
        .because(format!("“{before}” is on {first}"))
        .because(format!("“{here}” is spoken of as known, with the same parties, on {second}"))
        .because("nothing tells the two apart")
}
