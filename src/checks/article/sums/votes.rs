//! Votes against the size of the body that votes, and majorities against the votes.

use crate::checks::Report;
use crate::checks::article::prose::{ItemKind, Passage};
use crate::checks::article::sums::{Unit, amount, amounts, is_hedged};

/// Votes for and against, and where they stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Votes {
    pub yes: u32,
    pub no: u32,
    pub others: u32,
    pub start: usize,
    pub end: usize,
}

impl Votes {
    pub fn cast(&self) -> u32 {
        self.yes + self.no + self.others
    }
}

/// How many sit in a body, and the noun that names it.
#[derive(Clone, Debug)]
pub struct Body<'a> {
    pub size: u32,
    pub noun: &'a str,
    pub start: usize,
    pub end: usize,
}

/// The one vote that a sentence tells of.
pub fn votes(passage: &Passage<'_>) -> Option<Votes> {
    const VERBS: &[&str] = &[
        "vote",
        "votes",
        "voted",
        "voting",
        "approved",
        "passed",
        "rejected",
        "ruled",
        "adopted",
        "backed",
        "decided",
        "confirmed",
        "upheld",
        "endorsed",
        "decision",
        "ruling",
        "ratified",
        "elected",
        "cleared",
        "defeated",
        "supported",
        "overturned",
        "struck",
        "abstained",
        "ballot",
        "split",
        "tally",
        "agreed",
        "found",
        "sided",
        "killed",
        "blocked",
        "overrode",
        "advanced",
        "acquitted",
        "convicted",
        "favour",
        "favor",
    ];
    if !passage.has_any(0..passage.count(), VERBS) {
        return None;
    }
    let mut found = (0..passage.count()).filter_map(|at| score(passage, at));
    let votes = found.next()?;
    if found.next().is_some() {
        return None;
    }
    Some(Votes { others: abstentions(passage, &votes), ..votes })
}

/// `6-4`, `by 63 votes to 41`, `63 votes for and 41 against`, `63 to 41`.
fn score(passage: &Passage<'_>, at: usize) -> Option<Votes> {
    let count = |at: usize| passage.number(at)?.count();
    let yes = count(at)?;
    let votes = |end: usize, no: u32| Some(Votes { yes, no, others: 0, start: at, end });
    let tight = |at: usize| passage.item(at).is_some_and(|item| item.is_dash() && item.is_tight);
    // A third number makes it a date or a number of something else; `6-4-1` has the abstentions.
    if tight(at + 1) && passage.item(at + 2).is_some_and(|item| item.is_tight) {
        let no = count(at + 2)?;
        let before = at.checked_sub(1).and_then(|at| passage.item(at));
        let after = passage.item(at + 3);
        let joined =
            before.is_some_and(|item| item.is_dash() && passage.item(at).is_some_and(|own| own.is_tight));
        if joined || after.is_some_and(|item| item.is_dash() && item.is_tight) {
            let third = count(at + 4).filter(|_| !joined)?;
            return Some(Votes { yes, no, others: third, start: at, end: at + 5 });
        }
        return votes(at + 3, no);
    }
    // `63 votes to 41`, `63 to 41`.
    let voted = if passage.is_any(at + 1, &["vote", "votes"]) { at + 2 } else { at + 1 };
    if passage.is_any(voted, &["to", "against"]) {
        let by = passage.has_before(at, 1, &["by", "voted", "split", ","]) || voted == at + 2;
        let no = count(voted + 1)?;
        let rest = passage.item(voted + 2).is_none_or(|item| {
            item.is_mark()
                || item.is_any(&["with", "to", "on", "in", "for", "votes", "and", "after", "against", "that"])
        });
        return (by && rest).then(|| votes(voted + 2, no))?;
    }
    // `63 in favour and 41 against`, `63 for, 41 against`.
    const REACH: usize = 9;
    let lead = passage.has_any(at + 1..at + 6, &["for", "favor", "favour", "yes", "support", "aye"]);
    if !lead {
        return None;
    }
    let no_at = (at + 1..at + REACH).find(|at| count(*at).is_some())?;
    let against = passage.has_any(no_at + 1..no_at + 5, &["against", "no", "opposed", "opposing"])
        && !passage.has_any(at + 1..no_at, &["against", "opposed"]);
    let lead = passage.has_any(at + 1..no_at, &["for", "favor", "favour", "yes", "support", "aye"]);
    (against && lead).then(|| votes(no_at + 1, count(no_at)?))?
}

/// Members who abstained or were absent, said behind the vote.
fn abstentions(passage: &Passage<'_>, votes: &Votes) -> u32 {
    const REACH: usize = 22;
    let mut sum = votes.others;
    let mut at = votes.end;
    while at < (votes.end + REACH).min(passage.count()) {
        if let Some(count) = passage.number(at).and_then(|number| number.count())
            && passage.has_any(
                at + 1..at + 4,
                &["abstained", "abstaining", "abstention", "abstentions", "absent", "missing"],
            )
            && !passage.has_any(at + 1..at + 2, &["percent", "%"])
        {
            sum += count;
            at += 1;
        }
        at += 1;
    }
    sum
}

/// `the nine-member council`, `the 450-seat parliament`, `a panel of five judges`.
pub fn bodies<'a>(passage: &Passage<'a>) -> Vec<Body<'a>> {
    (0..passage.count()).filter_map(|at| body(passage, at)).collect()
}

fn body<'a>(passage: &Passage<'a>, at: usize) -> Option<Body<'a>> {
    const HEADS: &[&str] = &[
        "council",
        "committee",
        "panel",
        "board",
        "court",
        "senate",
        "parliament",
        "assembly",
        "house",
        "chamber",
        "commission",
        "jury",
        "bench",
        "legislature",
        "congress",
        "caucus",
        "cabinet",
        "tribunal",
        "knesset",
        "duma",
        "bundestag",
        "delegation",
        "body",
        "group",
        "bloc",
        "union",
        "conference",
        "squad",
        "crew",
        "team",
        "choir",
        "orchestra",
    ];
    const UNITS: &[&str] = &[
        "member", "seat", "person", "judge", "nation", "justice", "country", "strong", "man", "woman",
        "state", "juror", "delegate", "deputy", "lawmaker",
    ];
    const MEMBERS: &[&str] = &[
        "members",
        "seats",
        "justices",
        "judges",
        "councillors",
        "councilors",
        "deputies",
        "senators",
        "lawmakers",
        "jurors",
        "commissioners",
    ];
    // `the 12 jurors`, `the council has 21 seats`.
    if let Some(size) = passage.number(at).and_then(|number| number.count())
        && passage.is_any(at + 1, MEMBERS)
        && !is_hedged(passage, at)
    {
        let has = at.checked_sub(2).filter(|noun| {
            passage.is_any(at - 1, &["has", "had", "of", "with"]) && passage.is_any(*noun, HEADS)
        });
        let the = passage.has_before(at, 1, &["the", "all", "its"])
            && !passage.has_before(at, 2, &["of"])
            && !passage.is(at + 1, "seats");
        return match has {
            Some(noun) => Some(Body { size, noun: passage.word(noun), start: noun, end: at + 2 }),
            None if the && size > 2 => {
                Some(Body { size, noun: passage.word(at + 1), start: at, end: at + 2 })
            }
            None => None,
        };
    }
    let word = passage.word(at).to_ascii_lowercase();
    let (size, end) =
        if let Some((number, unit)) = word.split_once('-').filter(|(_, unit)| UNITS.contains(unit)) {
            let (digits, words) = (number.replace(',', "").parse().ok(), spelled(number));
            let _ = unit;
            (digits.or(words)?, at + 1)
        } else {
            let tens = word
                .rsplit_once('-')
                .filter(|(_, unit)| UNITS.contains(unit))
                .and_then(|(number, _)| spelled(number));
            match tens {
                Some(size) => (size, at + 1),
                None => {
                    let size = passage.number(at)?.count()?;
                    let tight = passage.item(at + 1).is_some_and(|item| item.is_dash() && item.is_tight);
                    if !tight || !passage.is_any(at + 2, UNITS) {
                        return None;
                    }
                    (size, at + 3)
                }
            }
        };
    let head = (end..end + 4).find(|at| {
        passage.item(*at).is_some_and(|item| {
            let last = item.words().rsplit(' ').next().unwrap_or_default();
            HEADS.iter().any(|head| last.eq_ignore_ascii_case(head))
        })
    })?;
    let plain = (end..head).all(|at| {
        passage.item(at).is_some_and(|item| matches!(item.kind, ItemKind::Word | ItemKind::Name(_)))
    });
    let noun = passage.word(head).rsplit(' ').next().unwrap_or_default();
    (plain && size > 2 && !is_hedged(passage, at)).then_some(Body { size, noun, start: at, end: head + 1 })
}

fn spelled(word: &str) -> Option<u32> {
    let span = crate::base::span::Span::of(0..word.len());
    let tokens = crate::lang::token::tokenize(word, span);
    crate::checks::article::prose::numbers::quantity(word, &tokens)?.0.count()
}

/// More votes than members: `the nine-member council approved it, 6-4`. The body stands in the sentence or in one
/// of the sentences round it.
pub fn too_many(story: &[Passage<'_>], index: usize) -> Option<Report> {
    const NEAR: usize = 2;
    let passage = story.get(index)?;
    let votes = votes(passage)?;
    let quoted = passage.item(votes.start)?.is_quoted;
    let near = story.iter().enumerate().filter(|(other, _)| other.abs_diff(index) <= NEAR);
    let mut all: Vec<(usize, Body<'_>)> = near
        .flat_map(|(other, passage)| bodies(passage).into_iter().map(move |body| (other, body)))
        .collect();
    // In the sentence itself, else the same noun, else a pronoun right behind.
    let own: Vec<(usize, Body<'_>)> = all.iter().filter(|(other, _)| *other == index).cloned().collect();
    if !own.is_empty() {
        all = own;
    } else {
        let says = |noun: &str| {
            (0..passage.count()).any(|at| {
                passage.word(at).rsplit(' ').next().is_some_and(|last| last.eq_ignore_ascii_case(noun))
            })
        };
        let follows = |other: usize| {
            other + 1 == index
                && (passage.is_any(0, &["it", "they", "members", "the"])
                    && passage.is_any(
                        1,
                        &[
                            "members", "vote", "voted", "justices", "judges", "panel", "body", "final",
                            "tally", "approved", "rejected", "split",
                        ],
                    ))
        };
        all.retain(|(other, body)| says(body.noun) || follows(*other));
    }
    let (other, body) = match all.as_slice() {
        [one] => one,
        [one, rest @ ..] if rest.iter().all(|(_, body)| body.size == one.1.size) => one,
        _ => return None,
    };
    if quoted || votes.cast() <= body.size || votes.yes.max(votes.no) < 2 {
        return None;
    }
    let said = story.get(*other)?;
    let (vote, whole) = (passage.words(votes.start..votes.end), said.words(body.start..body.end));
    Some(
        Report::new(
            passage.span(votes.start..votes.end),
            format!("“{vote}” is more votes than the “{whole}” has: {}", votes.cast()),
        )
        .with(crate::checks::Related {
            doc: passage.subject.article.doc,
            span: said.span(body.start..body.end),
            message: format!("“{whole}” has {}", body.size),
        })
        .because(format!("“{whole}” has {}", body.size))
        .because(format!("“{vote}” and who abstained are {}", votes.cast())),
    )
}

/// `by 63 votes to 41, a majority of 20`: the majority is another one.
pub fn majority(passage: &Passage<'_>) -> Option<Report> {
    let pair = votes(passage)?;
    let margins: Vec<(usize, u32, usize)> =
        (0..passage.count()).filter_map(|at| margin(passage, at)).collect();
    let [(start, said, end)] = margins.as_slice() else { return None };
    if (*start..*end).any(|at| (pair.start..pair.end).contains(&at)) || is_hedged(passage, *start) {
        return None;
    }
    let (large, small) = (pair.yes.max(pair.no), pair.yes.min(pair.no));
    let lead = large - small;
    let half = (large + small).div_ceil(2);
    let by = passage.has_before(*start, 1, &["by"]);
    let counted = [
        lead,
        large.saturating_sub(half),
        (large + 1).saturating_sub(half),
        lead / 2,
        (2 * large).saturating_sub(pair.cast()),
    ];
    // `by 12 votes` is the difference; a majority is also counted from the half.
    let allowed = if by { counted.get(..1) } else { counted.get(..) }.unwrap_or_default();
    if allowed.contains(said) || lead == 0 || passage.item(*start)?.is_quoted {
        return None;
    }
    let (vote, words) = (passage.words(pair.start..pair.end), passage.words(*start..*end));
    Some(
        Report::new(
            passage.span(pair.start.min(*start)..pair.end.max(*end)),
            format!("“{words}” is not the difference of “{vote}”: that is {lead}"),
        )
        .because(format!("{large} − {small} = {lead}"))
        .because(format!("“{words}” is {said}")),
    )
}

/// `a majority of 20`, `a 20-vote margin`, `a margin of 20 votes`.
fn margin(passage: &Passage<'_>, at: usize) -> Option<(usize, u32, usize)> {
    const NOUNS: &[&str] = &["majority", "margin", "lead"];
    if passage.is_any(at, NOUNS) && passage.is(at + 1, "of") {
        let said = amount(passage, at + 2).filter(|said| said.unit == Unit::Things && said.step == 1.0)?;
        let points = passage.is_any(said.end, &["points", "percentage", "point", "percent"]);
        return (!points).then(|| Some((at + 2, passage.number(at + 2)?.count()?, said.end)))?;
    }
    if passage.has_before(at, 1, &["by"])
        && passage.is_any(at + 1, &["votes", "vote"])
        && !passage.is_any(at + 2, &["to", "against"])
    {
        return Some((at, passage.number(at)?.count()?, at + 2));
    }
    let tight = passage.item(at + 1).is_some_and(|item| item.is_dash() && item.is_tight);
    if tight && passage.is_any(at + 2, &["vote", "seat"]) && passage.is_any(at + 3, NOUNS) {
        return Some((at, passage.number(at)?.count()?, at + 4));
    }
    let (number, unit) = passage.word(at).split_once('-')?;
    (matches!(unit, "vote" | "seat") && passage.is_any(at + 1, NOUNS))
        .then(|| Some((at, spelled(number)?, at + 2)))?
}

/// `voted unanimously, 6-3`.
pub fn unanimous(passage: &Passage<'_>) -> Option<Report> {
    let votes = votes(passage)?;
    let word = (0..passage.count()).find(|at| passage.is_any(*at, &["unanimously", "unanimous"]))?;
    let near = word.abs_diff(votes.start) <= 6;
    let negated = passage.has_before(
        word,
        3,
        &["not", "nearly", "almost", "near", "non", "less", "than", "previously", "had"],
    );
    if !near
        || negated
        || votes.no == 0
        || votes.yes == 0
        || !amounts(passage, votes.start..votes.end).is_empty() && votes.end - votes.start > 6
    {
        return None;
    }
    let (vote, said) = (passage.words(votes.start..votes.end), passage.words(word..word + 1));
    Some(
        Report::new(
            passage.span(word.min(votes.start)..votes.end.max(word + 1)),
            format!("“{said}”, but “{vote}”: not all voted alike"),
        )
        .because(format!("“{vote}” has votes on both sides")),
    )
}

/// More seats given out than there are: `the 150-seat council`, `won 90 seats, the opposition 40 and others 30`.
pub fn seats(story: &[Passage<'_>], index: usize) -> Option<Report> {
    const OTHER: &[&str] = &[
        "including",
        "among",
        "from",
        "up",
        "down",
        "compared",
        "last",
        "previous",
        "previously",
        "lost",
        "gained",
        "fewer",
        "more",
        "needs",
        "need",
        "needed",
        "of",
        "per",
        "contested",
        "candidates",
        "women",
        "at",
        "least",
        "about",
        "projected",
        "between",
        "or",
        "percent",
        "%",
        "joint",
        "together",
        "combined",
        "total",
        "both",
        "would",
        "could",
        "than",
        "reserved",
        "remaining",
        "majority",
    ];
    let passage = story.get(index)?;
    let word = (0..passage.count()).find(|at| passage.is_any(*at, &["seats", "mandates"]));
    // `The council has 21 seats. Labour won 11, …`
    let before = index.checked_sub(1).and_then(|before| story.get(before)).is_some_and(|before| {
        bodies(before).iter().any(|body| before.has_any(body.start..body.end, &["seats"]))
    });
    if word.is_none() && !before || passage.has_any(0..passage.count(), OTHER) || passage.item(0)?.is_quoted {
        return None;
    }
    let parts = amounts(passage, 0..passage.count());
    let won = passage.has_any(
        0..passage.count(),
        &[
            "won", "wins", "took", "takes", "got", "gets", "has", "have", "holds", "hold", "secured",
            "captured", "win", "with", "claimed",
        ],
    );
    let plain = parts.iter().all(|part| {
        part.unit == Unit::Things && part.step == 1.0 && part.value >= 1.0 && !is_hedged(passage, part.at)
    });
    let first = parts.first().filter(|first| word.is_none_or(|word| first.end <= word + 1))?;
    let near: Vec<(usize, Body<'_>)> = (index.saturating_sub(2)..index + 2)
        .filter_map(|other| Some((other, story.get(other)?)))
        .flat_map(|(other, passage)| bodies(passage).into_iter().map(move |body| (other, body)))
        .collect();
    let [(other, body)] = near.as_slice() else { return None };
    let inside = |part: &crate::checks::article::sums::Amount| {
        *other == index && (body.start..body.end).contains(&part.at)
    };
    let parts: Vec<_> = parts.iter().filter(|part| !inside(part)).copied().collect();
    let sum: f64 = parts.iter().map(|part| part.value).sum();
    if !won
        || !plain
        || parts.len() < 2
        || sum <= f64::from(body.size)
        || parts.iter().any(|part| part.value >= f64::from(body.size))
    {
        return None;
    }
    let said = story.get(*other)?;
    let last = parts.last()?;
    let (list, whole) = (passage.words(first.at..last.end), said.words(body.start..body.end));
    let terms: Vec<String> = parts.iter().map(crate::checks::article::sums::Amount::shown).collect();
    Some(
        Report::new(
            passage.span(first.at..last.end),
            format!(
                "“{list}” are more seats than the “{whole}” has: {}",
                crate::checks::article::sums::shown(sum)
            ),
        )
        .with(crate::checks::Related {
            doc: passage.subject.article.doc,
            span: said.span(body.start..body.end),
            message: format!("“{whole}” has {}", body.size),
        })
        .because(format!("{} = {}", terms.join(" + "), crate::checks::article::sums::shown(sum))),
    )
}

/// `7-2, with all ten members present`: more or fewer than all.
pub fn present(passage: &Passage<'_>) -> Option<Report> {
    const MEMBERS: &[&str] = &[
        "members",
        "justices",
        "judges",
        "councillors",
        "councilors",
        "deputies",
        "senators",
        "lawmakers",
        "commissioners",
        "directors",
        "jurors",
        "trustees",
    ];
    let votes = votes(passage)?;
    let all = (0..passage.count()).find(|at| passage.is(*at, "all") && passage.is_any(*at + 2, MEMBERS))?;
    let members = passage.number(all + 1)?.count()?;
    let there = passage
        .has_any(all..(all + 6).min(passage.count()), &["present", "voting", "attending", "voted", "there"]);
    let near = all.abs_diff(votes.end) <= 8 || all.abs_diff(votes.start) <= 8;
    let full = votes.cast() == members;
    let apart = passage.has_any(
        0..passage.count(),
        &["abstained", "abstaining", "abstention", "abstentions", "blank", "invalid"],
    ) && votes.others == 0;
    if !there || !near || full || apart || passage.item(all)?.is_quoted {
        return None;
    }
    let (vote, whole) = (passage.words(votes.start..votes.end), passage.words(all..all + 3));
    Some(
        Report::new(
            passage.span(all.min(votes.start)..votes.end.max(all + 3)),
            format!("“{vote}” are {} votes, but “{whole}” were there", votes.cast()),
        )
        .because(format!("{} + {} = {}", votes.yes, votes.no, votes.cast())),
    )
}
