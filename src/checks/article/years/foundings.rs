//! Anniversaries without their year, and the beginnings that the article dates: `opened in 1962`, and `celebrated
//! the 40th anniversary` in another sentence.

use std::ops::Range;

use crate::base::kind::EntityKind;
use crate::checks::Report;
use crate::checks::article::prose::calendar::{counted, days_between, long};
use crate::checks::article::prose::{ItemKind, Passage};
use crate::checks::article::years::beginnings::{BEGINNINGS, BEGUN, THINGS};
use crate::checks::article::years::{Chronicle, Count, Named, any_phrase, count, time_of, year};

/// `the 40th anniversary`, `its 40th birthday`, `the centenary`.
struct Anniversary {
    count: Count,
    items: Range<usize>,
}

/// An anniversary that no beginning of the article has.
pub fn anniversary(chronicle: &Chronicle<'_>, index: usize, at: usize) -> Option<Report> {
    let passage = chronicle.people.passage(index)?;
    let found = read(passage, at)?;
    let published = passage.published()?;
    let now = i64::from(published.year());
    if !is_now(passage, &found.items) || chronicle.explains(found.count, now) {
        return None;
    }
    // Another year in the sentence can be the one that has the anniversary.
    let begin = chronicle.beginning(index, &found)?;
    // The beginning may be that of something else whose anniversary the article has too.
    let fits = chronicle.people.story.iter().any(|passage| {
        (0..passage.count())
            .filter_map(|at| read(passage, at))
            .any(|other| other.count.allows(now - begin.year))
    });
    if fits {
        return None;
    }
    let others =
        chronicle.within(index).any(|named| *named != begin && named.year < now && named.year > begin.year);
    let full = now - begin.year;
    if others || full < 1 || found.count.allows(full) {
        return None;
    }
    let said = chronicle.people.passage(begin.passage)?;
    let words = passage.words(found.items.clone());
    let began = said.words(begin.at.saturating_sub(1)..begin.at + 1);
    Some(
        Report::new(
            passage.span(found.items.clone()),
            format!(
                "“{words}” does not fit “{began}”: from {} to {now} is {}",
                begin.year,
                counted(full, "year")
            ),
        )
        .with(said.related(begin.at))
        .because(format!("the article is of {} (publication date)", long(published)))
        .because(format!("“{}” says the beginning", said.words(begin.at.saturating_sub(4)..begin.at + 1)))
        .because(said.why(begin.at))
        .because(format!("{now} − {} = {full}; one year more or less would be let pass", begin.year)),
    )
}

fn read(passage: &Passage<'_>, at: usize) -> Option<Anniversary> {
    // `marking 20 years since the signing`, `celebrates 40 years in business`.
    if let Some(count) = count(passage, at).filter(|count| count.number >= 3 && count.more < 100) {
        let is = passage.has_before(at, 1, &["is", "been"]) && passage.has_before(at, 3, &["it"]);
        let marked = (passage.has_before(at, 2, CELEBRATED) || is)
            && passage.is_any(at + 1, &["since", "of", "in", "on", ",", ".", "as", "with", "this"]);
        return marked.then_some(Anniversary { count, items: at..at + 1 });
    }
    const NOUNS: &[&str] = &["anniversary", "birthday", "jubilee"];
    let exact = |number: i64| Count { number, less: 1, more: 1 };
    // `The bridge turns 80 this year`, `the 60-year-old`: of people `age-arithmetic` speaks.
    if let Some(number) = passage.number(at).and_then(|number| number.count()) {
        let turns = passage.has_before(at, 1, &["turns", "turned", "turning"]);
        let closes = passage.item(at + 1).is_none_or(|item| {
            item.is_mark() || item.is_any(&["this", "on", "in", "today", "and", "with", "years"])
        }) || passage.date(at + 1).is_some();
        let person = (0..at).any(|at| passage.name(at) == Some(EntityKind::Person))
            || passage.has_any(0..at, &["he", "she", "who", "i", "we", "they"]);
        let number = i64::from(number);
        let old = passage.is(at + 1, "years")
            && passage.is(at + 2, "old")
            && passage.has_before(at, 1, &["is", "now"]);
        if old && !person && number >= 3 {
            return Some(Anniversary { count: exact(number), items: at..at + 3 });
        }
        let verb = at.checked_sub(1).filter(|_| turns && closes && !person && number >= 3)?;
        return Some(Anniversary { count: exact(number), items: verb..at + 1 });
    }
    if let Some(number) = passage.ordinal(at) {
        // `now in its 14th year`: the first year is counted.
        let own = passage.has_before(at, 1, &["its", "their", "the"]);
        let running =
            passage.has_before(at, 3, &["in", "into", "enters", "entered", "entering", "begins", "began"]);
        if own && running && passage.is(at + 1, "year") && number >= 3 {
            let count = Count { number: i64::from(number) - 1, less: 1, more: 1 };
            let closes =
                passage.item(at + 2).is_none_or(|item| item.is_mark() || item.is_any(&["and", "with", "as"]));
            let own = at.checked_sub(1).filter(|_| closes)?;
            return Some(Anniversary { count, items: own..at + 2 });
        }
        // `marking its 115th season`: the first season is counted.
        if passage.is(at + 1, "season") && passage.has_before(at, 1, &["its", "their"]) && number >= 5 {
            let count = Count { number: i64::from(number) - 1, less: 1, more: 2 };
            return Some(Anniversary { count, items: at..at + 2 });
        }
        let noun = (at + 1..at + 3).find(|at| passage.is_any(*at, NOUNS))?;
        let plain = (at + 1..noun).all(|at| passage.item(at).is_some_and(|item| item.kind == ItemKind::Word));
        return (plain && number >= 2)
            .then_some(Anniversary { count: exact(number.into()), items: at..noun + 1 });
    }
    let named: &[(&str, i64)] = &[
        ("centenary", 100),
        ("centennial", 100),
        ("bicentenary", 200),
        ("bicentennial", 200),
        ("sesquicentennial", 150),
        ("golden jubilee", 50),
        ("silver jubilee", 25),
        ("diamond jubilee", 60),
        ("golden anniversary", 50),
        ("silver anniversary", 25),
        ("diamond anniversary", 60),
        ("tercentenary", 300),
        ("tricentennial", 300),
        ("golden wedding", 50),
        ("silver wedding", 25),
        ("diamond wedding", 60),
    ];
    let own = passage.has_before(at, 1, &["its", "their", "the", "our", "a"]);
    named.iter().filter(|_| own).find_map(|(words, number)| {
        let end = any_phrase(passage, at, &[words])?;
        Some(Anniversary { count: exact(*number), items: at..end })
    })
}

impl Chronicle<'_> {
    /// The beginning that an anniversary is of, where the article leaves no choice.
    fn beginning(&self, index: usize, found: &Anniversary) -> Option<Named> {
        let passage = self.people.passage(index)?;
        let end = found.items.end;
        // `… of the founding of the firm, which was set up in 1992`, `…, which opened in 1962`.
        if let Some(named) = self.in_clause(index, end) {
            return Some(named);
        }
        let of = passage.is(end, "of") || passage.is(end, "since");
        let own = passage.has_any(
            found.items.start.saturating_sub(3)..found.items.start + 1,
            &["its", "their", "'s", "’s"],
        );
        if of && self.event(index, end + 1).is_none() {
            const NOUN: usize = 6;
            let nouns = (end + 1..end + 1 + NOUN).take_while(|at| {
                passage.item(*at).is_some_and(|item| {
                    !item.is_mark()
                        && !item.is_any(&[
                            "from", "in", "between", "with", "by", "to", "for", "on", "at", "against",
                            "that", "and",
                        ])
                })
            });
            let mut nouns = nouns.filter(|at| {
                passage.is_any(*at, BEGINNINGS)
                    || passage.is_any(*at, THINGS)
                    || matches!(passage.item(*at).map(|item| item.kind), Some(ItemKind::Name(_)))
            });
            let noun = nouns.next()?;
            // `of the`, `of its`, and no more than an adjective before the noun.
            if noun > end + 3 {
                return None;
            }
        } else if !of
            && !own
            && !passage.is_any(found.items.start, &["turns", "turned", "turning"])
            && !passage.is(found.items.end - 1, "old")
            && !passage.has_before(
                found.items.start,
                1,
                &[
                    "a",
                    "the",
                    "with",
                    "for",
                    "on",
                    "celebrated",
                    "celebrates",
                    "celebrating",
                    "marked",
                    "marks",
                    "marking",
                ],
            )
        {
            return None;
        }
        if of && let Some(named) = self.event(index, end + 1) {
            return Some(named);
        }
        let all: Vec<Begin> = self.beginnings();
        let first = all.first()?;
        // Two beginnings with two years: of which of them it is is not said.
        if all.iter().any(|begin| begin.named.year != first.named.year) {
            return None;
        }
        all.iter().find(|begin| self.shares_subject(index, &found.items, begin)).map(|begin| begin.named)
    }

    /// A clause behind the anniversary that says when it began.
    fn in_clause(&self, index: usize, from: usize) -> Option<Named> {
        const REACH: usize = 14;
        const OVER: &[&str] =
            &["ended", "finished", "concluded", "expired", "over", "until", "killed", "died", "who"];
        let passage = self.people.passage(index)?;
        let comma = (from..from + REACH).find(|at| passage.is_any(*at, &[",", "("]))?;
        let time = (comma + 1..(comma + 12).min(passage.count())).find(|at| year(passage, *at).is_some())?;
        let clause = comma + 1..time;
        let participle = passage.item(comma + 1).is_some_and(|item| {
            item.kind == ItemKind::Word
                && (item.words().ends_with("ed")
                    || item.is_any(&["held", "fought", "won", "begun", "struck", "built", "set"]))
        });
        let relative = passage.is_any(comma + 1, &["which", "that"])
            || any_phrase(passage, comma + 1, BEGUN).is_some()
            || participle;
        let one = clause.clone().all(|at| {
            !passage.is_any(at, OVER)
                && passage.item(at).is_some_and(|item| !item.is_mark())
                && !passage.is_any(at, &["and", "but", "when", "while"])
        });
        let begun = participle
            || clause.clone().any(|at| {
                any_phrase(passage, at, BEGUN).is_some()
                    || passage.is_any(
                        at,
                        &[
                            "happened", "occurred", "signed", "took", "broke", "held", "declared", "adopted",
                            "fought", "struck",
                        ],
                    )
            });
        let led = passage.has_before(time, 2, &["in", "on", "of"]);
        let named = Named { year: year(passage, time)?, passage: index, at: time };
        (relative && one && begun && led).then_some(named)
    }

    /// Every beginning with its year.
    fn beginnings(&self) -> Vec<Begin> {
        let mut found: Vec<Begin> = Vec::new();
        for (index, passage) in self.people.story.iter().enumerate() {
            for start in 0..passage.count() {
                let Some(end) = any_phrase(passage, start, BEGUN) else { continue };
                if passage.item(start).is_some_and(|item| item.is_quoted) {
                    continue;
                }
                // `dates back to 1962` ends before its year.
                let since =
                    passage.is(end, "since").then_some(end + 1).filter(|at| year(passage, *at).is_some());
                let time = year(passage, end).map(|_| end).or(since).or_else(|| time_of(passage, start, end));
                let Some((at, year)) = time.and_then(|at| Some((at, year(passage, at)?))) else { continue };
                let named = Named { year, passage: index, at };
                if found.iter().all(|begin| begin.named != named) {
                    found.push(Begin { named, of: what(passage, start) });
                }
            }
        }
        found
    }

    /// Whether a beginning may be that of what the passage speaks of.
    fn shares_subject(&self, index: usize, items: &Range<usize>, begin: &Begin) -> bool {
        const NEAR: usize = 3;
        let Some(passage) = self.people.passage(index) else { return false };
        let at = items.start;
        if begin.named.passage == index {
            let between = begin.named.at.min(at)..begin.named.at.max(at);
            return !passage.has_any(between, &["while", "whereas", "but", ";", "whose"]);
        }
        let has = |passage: &Passage<'_>, chain: u32| {
            (0..passage.count()).any(|at| name(passage, at) == Some(chain))
        };
        let headline = self.people.story.first();
        match &begin.of {
            What::Name(chain) => {
                let before = index.checked_sub(1).and_then(|before| self.people.passage(before));
                [Some(passage), before, headline].into_iter().flatten().any(|passage| has(passage, *chain))
            }
            What::Noun(noun) => {
                passage.has_any(0..passage.count(), &[noun])
                    || THINGS.contains(&noun.as_str()) && index.abs_diff(begin.named.passage) <= NEAR
            }
            What::Unsaid => index.abs_diff(begin.named.passage) <= NEAR,
        }
    }
}

/// A beginning and what began.
struct Begin {
    named: Named,
    of: What,
}

enum What {
    /// A name, by its chain.
    Name(u32),
    Noun(String),
    /// A pronoun, or nothing: `as on opening day in 1962`.
    Unsaid,
}

/// What the words before a beginning say that it is of.
fn what(passage: &Passage<'_>, start: usize) -> What {
    const LINKS: &[&str] = &[
        "was",
        "were",
        "which",
        "that",
        "first",
        "had",
        "has",
        "been",
        ",",
        "and",
        "originally",
        "is",
        "officially",
        "who",
        "also",
        "on",
        "the",
        "its",
        "their",
        "since",
        "at",
        "back",
        "formally",
        "newly",
    ];
    let mut at = start;
    while let Some(before) = at.checked_sub(1).filter(|before| passage.is_any(*before, LINKS)) {
        at = before;
    }
    let Some(before) = at.checked_sub(1) else { return What::Unsaid };
    if let Some(chain) = name(passage, before) {
        return What::Name(chain);
    }
    match passage.item(before) {
        Some(item) if item.kind == ItemKind::Word && !item.is_any(&["it", "they", "did", "as"]) => {
            What::Noun(item.words().to_ascii_lowercase())
        }
        _ => What::Unsaid,
    }
}

/// The chain of the name that an item is.
fn name(passage: &Passage<'_>, at: usize) -> Option<u32> {
    match passage.item(at)?.kind {
        ItemKind::Name(name) => passage.subject.facts.mentions.get(name).map(|mention| mention.chain),
        _ => None,
    }
}

/// What is done with an anniversary.
pub const CELEBRATED: &[&str] = &[
    "mark",
    "marks",
    "marked",
    "marking",
    "celebrate",
    "celebrates",
    "celebrated",
    "celebrating",
    "commemorate",
    "commemorates",
    "commemorated",
    "commemorating",
    "observe",
    "observes",
    "observed",
    "observing",
    "honor",
    "honors",
    "honored",
    "honour",
    "honours",
    "honoured",
    "remember",
    "remembers",
    "remembered",
    "coincides",
    "coincided",
];

/// What says besides that it is now.
const NOW: &[&str] = &[
    "today", "now", "turns", "turned", "turning", "is", "are", "on", "opened", "opens", "begins", "began",
    "enters", "entered", "compete", "competes", "hosts", "hosted", "held", "gathered", "gathers", "for",
];

/// Whether the sentence speaks of an anniversary of these days.
pub fn is_now(passage: &Passage<'_>, items: &Range<usize>) -> bool {
    const OTHER_TIMES: &[&str] =
        &["when", "until", "then", "earlier", "previous", "last", "had", "would", "could", "did", "prior"];
    const BESIDE: &[&str] = &["before", "after", "since", "later", "by"];
    const AHEAD: &[&str] = &[
        "next",
        "will",
        "upcoming",
        "ahead",
        "coming",
        "approaching",
        "approaches",
        "nears",
        "towards",
        "toward",
        "plans",
        "plan",
        "preparing",
        "prepares",
    ];
    // Somebody keeps it, or the sentence names a day of these.
    let marked = passage.has_any(0..items.end, CELEBRATED) || passage.has_any(0..items.end, NOW);
    let lately = passage.published().is_some_and(|now| {
        let near = |at: usize| {
            passage.days(at).is_some_and(|days| {
                days_between(days.first, now).abs() <= 40 || days.first <= now && now <= days.last
            })
        };
        passage.dates().any(near)
    });
    let quoted = passage.item(items.start).is_some_and(|item| item.is_quoted);
    !quoted
        && (marked || lately)
        && !passage.has_any(0..items.start, OTHER_TIMES)
        && !passage.has_before(items.start, 3, BESIDE)
        && !passage.has_any(0..items.end, AHEAD)
        && !passage.has_any(items.end..items.end + 3, &["next", "last"])
}
