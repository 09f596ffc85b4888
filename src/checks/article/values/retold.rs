//! How many an event killed or hurt, told once more: `killed 17 people … the crash, which killed 14, …`.

use crate::base::span::Span;
use crate::checks::article::happening::{Form, Happening};
use crate::checks::{Related, Report, Subject};
use crate::lang::claims::counts::{Count, Hedge};

/// A later sentence speaks of the event as known and has another number than the only one before.
pub fn retold(subject: &Subject<'_>) -> Option<Report> {
    let happenings = subject.happenings.of(subject);
    let counts: Vec<&Count> = subject.facts.counts.iter().filter(|count| count.relation.is_some()).collect();
    for (at, count) in counts.iter().enumerate() {
        let exact = |count: &Count| count.number.low == count.number.high && count.hedge == Hedge::Exact;
        let mut before = counts.iter().take(at).filter(|other| other.relation == count.relation);
        let Some(first) = before.next().filter(|first| exact(first) && exact(count)) else { continue };
        let all: Vec<u64> = std::iter::once(first).chain(before).map(|other| other.number.low).collect();
        let known = happenings.iter().find(|one| is_cause(subject, one, count));
        let Some(known) = known.filter(|_| count.sentence != first.sentence && count.number.low >= 200)
        else {
            continue;
        };
        let several =
            happenings.iter().any(|one| one.class.name == known.class.name && one.is_one_of_several);
        let told = all.iter().any(|number| *number != first.number.low);
        let sums = all.iter().sum::<u64>() == count.number.low;
        let sentence = |span: Span| span.of_text(subject.text).to_lowercase();
        let apart = [count.sentence, first.sentence].iter().any(|span| {
            let words = sentence(*span);
            APART
                .iter()
                .any(|apart| words.split(|letter: char| !letter.is_alphanumeric()).any(|word| word == *apart))
        });
        if told || several || apart || sums || count.number.low == first.number.low {
            continue;
        }
        let words =
            |count: &Count| count.span.of_text(subject.text).split_whitespace().collect::<Vec<_>>().join(" ");
        let (one, other) = (words(count), words(first));
        return Some(
            Report::new(count.span, format!("“{one}” here, “{other}” above: of “{}”", known.words()))
                .with(Related {
                    doc: subject.article.doc,
                    span: first.span,
                    message: format!("“{other}” is said here"),
                })
                .because(format!("“{}” is spoken of as known", known.words()))
                .because(format!("the only number before is “{other}”")),
        );
    }
    None
}

/// `the crash, which killed 14`: the event is known, has no day of its own and no other name beside it.
fn is_cause(subject: &Subject<'_>, one: &Happening<'_>, count: &Count) -> bool {
    const CAUSES: &[&str] = &[
        "fire",
        "quake",
        "explosion",
        "crash",
        "sinking",
        "collapse",
        "landslide",
        "attack",
        "eruption",
        "shooting",
    ];
    let span = one.span();
    let between =
        subject.text.get(span.end as usize..count.span.start as usize).unwrap_or("………………………………………………");
    CAUSES.contains(&&*one.class.name)
        && one.form == Form::Noun
        && one.is_known
        && one.date.is_none()
        && one.names().is_empty()
        && !one.is_one_of_several
        && count.sentence.covers(span)
        && between.len() < 24
}

/// Words by which the numbers are not of one report or event.
const APART: &[&str] = &[
    "earlier",
    "initially",
    "first",
    "previous",
    "last",
    "another",
    "also",
    "other",
    "later",
    "now",
    "rose",
    "more",
    "including",
    "year",
    "years",
    "among",
    "ago",
    "since",
    "worst",
    "deadliest",
    "similar",
    "would",
    "could",
    "if",
    "second",
    "separate",
    "both",
    "then",
    "previously",
];
