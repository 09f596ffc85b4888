//! A whole and its shares: `nine of the 15 …, the other five`, `of the 120 deputies 70 voted for …`.

use crate::checks::Report;
use crate::checks::article::prose::{ItemKind, Passage};
use crate::checks::article::sums::lists::finding;
use crate::checks::article::sums::sorts::are_exclusive;
use crate::checks::article::sums::{Amount, Unit, adds_up, amount, amounts, is_hedged, is_loose};

/// `nine of the 15 were adopted and the other five rejected`; `$120 million, of which $75 million …, the other $45
/// million …`.
pub fn rest(passage: &Passage<'_>, at: usize) -> Option<Report> {
    // `the other five`, `the remaining five`; `the other` by itself is one.
    let opens = passage.is_any(at, &["the", "its", "their", "her", "his"])
        && passage.is_any(at + 1, &["other", "remaining"]);
    if !opens {
        return None;
    }
    let rest = amount(passage, at + 2)?;
    if is_loose(passage, rest.end) || passage.item(at)?.is_quoted {
        return None;
    }
    let whole = whole_before(passage, at)?;
    let between: Vec<Amount> =
        amounts(passage, whole.parts..at).into_iter().filter(|part| part.at != whole.total.at).collect();
    let mut parts: Vec<Amount> = between.into_iter().filter(|part| part.unit == whole.total.unit).collect();
    if let Some(first) = whole.first {
        parts.insert(0, first);
    }
    if parts.is_empty() || rest.unit != whole.total.unit || whole.total.unit == Unit::Percent {
        return None;
    }
    let hedged = parts.iter().any(|part| is_hedged(passage, part.at) || is_loose(passage, part.end))
        || is_hedged(passage, whole.total.at);
    // `of the 15 nine were adopted, two of them changed, …`: parts of a part.
    let nested = passage.has_any(
        whole.parts..at,
        &["including", "among", "whom", "them", "which", "also", "plus", "earlier", "previously"],
    ) && parts.len() > 1;
    if hedged || nested {
        return None;
    }
    // Every set of the parts between may be the one that is meant; with one there is no choice.
    let every = parts.iter().map(|part| part.value).sum::<f64>() + rest.value;
    let first = parts.first()?;
    let with_rest = |parts: &[Amount]| parts.iter().copied().chain([rest]).collect::<Vec<_>>();
    let single = adds_up(first.value + rest.value, &whole.total, &with_rest(&[*first]));
    let last = parts.last()?;
    let nearest = adds_up(last.value + rest.value, &whole.total, &with_rest(&[*last]));
    if adds_up(every, &whole.total, &with_rest(&parts)) || single || nearest {
        return None;
    }
    let separate = parts.iter().skip(1).all(|part| {
        part.at
            .checked_sub(1)
            .is_some_and(|before| passage.item(before).is_some_and(|item| item.is_any(&[",", ";", "and"])))
    });
    if !separate || parts.len() > 5 {
        return None;
    }
    let counts = with_rest(&parts);
    let start = first.at.max(whole.total.end.min(first.at));
    Some(finding(passage, &whole.total, (start, rest.end), &counts))
}

/// The number behind `of`: `of the 15`, `of the city's 60`, `of Kosovo's 38`.
pub fn total_behind(passage: &Passage<'_>, of: usize) -> Option<Amount> {
    const WORDS: usize = 4;
    const DETERMINERS: &[&str] =
        &["the", "its", "their", "those", "these", "all", "our", "his", "her", "some"];
    if let Some(total) = amount(passage, of + 1) {
        return Some(total);
    }
    let known =
        passage.is_any(of + 1, DETERMINERS) || matches!(passage.item(of + 1)?.kind, ItemKind::Name(_));
    let at = (of + 1..of + 1 + WORDS).find(|at| amount(passage, *at).is_some()).filter(|_| known)?;
    let between = (of + 1..at).all(|at| {
        passage.item(at).is_some_and(|item| {
            matches!(item.kind, ItemKind::Word | ItemKind::Name(_) | ItemKind::Possessive)
                && !item.is_any(&[
                    "and", "or", "which", "who", "that", "than", "to", "from", "with", "first", "last",
                    "next", "other", "aged", "least", "some",
                ])
        })
    });
    // Without an owner right before it the number belongs to something else.
    let owned = at == of + 2 || matches!(passage.item(at - 1)?.kind, ItemKind::Possessive);
    (between && owned).then(|| amount(passage, at))?
}

/// `killed 20 people, 12 of them soldiers and nine civilians`.
pub fn of_them(passage: &Passage<'_>, of: usize) -> Option<Report> {
    if !passage.is(of, "of")
        || !passage.is_any(of + 1, &["them", "whom", "these", "those"])
        || passage.item(of)?.is_quoted
    {
        return None;
    }
    let before = amounts(passage, 0..of);
    let first = *before.last().filter(|part| part.end == of)?;
    let total = *before.iter().rev().nth(1)?;
    let stop = (of..passage.count())
        .find(|at| passage.is_any(*at, &[";", ":", "\"", "“"]))
        .unwrap_or(passage.count());
    let mut parts = vec![first];
    parts.extend(amounts(passage, of..stop));
    let bounds: Vec<(usize, usize)> = parts
        .iter()
        .enumerate()
        .map(|(index, part)| (part.at, parts.get(index + 1).map_or(stop, |next| next.at)))
        .collect();
    let plain = parts.iter().all(|part| {
        part.unit == Unit::Things
            && part.step == 1.0
            && !is_hedged(passage, part.at)
            && !is_loose(passage, part.end)
    });
    let near = first.at.saturating_sub(total.end) <= 8;
    let overlap = passage.has_any(
        of + 2..stop,
        &["including", "among", "both", "also", "plus", "who", "another", "each", "total", "least", "or"],
    );
    let sum: f64 = parts.iter().map(|part| part.value).sum();
    if parts.len() < 2
        || !plain
        || !near
        || overlap
        || total.unit != Unit::Things
        || total.step > 1.0
        || is_hedged(passage, total.at)
        || sum <= total.value
        || !are_exclusive(passage, &bounds)
    {
        return None;
    }
    let last = parts.last()?;
    Some(finding(passage, &total, (first.at, (last.end + 1).min(stop)), &parts))
}

/// `lost 12 of its 50 seats, leaving it with 40`.
pub fn leaving(passage: &Passage<'_>, at: usize) -> Option<Report> {
    const REACH: usize = 14;
    if !passage.is_any(at, &["leaving", "leaves", "left"]) || passage.item(at)?.is_quoted {
        return None;
    }
    let left = (at + 1..at + 5).find_map(|at| amount(passage, at))?;
    let linked = (at + 1..left.at).all(|at| {
        passage.is_any(
            at,
            &[
                "it", "them", "him", "her", "with", "only", "just", "a", "total", "of", "the", "party",
                "company", "behind",
            ],
        )
    });
    let of = (at.saturating_sub(REACH)..at)
        .rev()
        .find(|of| passage.is(*of, "of") && total_behind(passage, *of).is_some())?;
    let total = total_behind(passage, of)?;
    let part = of
        .checked_sub(1)
        .and_then(|at| amount(passage, at).or_else(|| money_before(passage, at)))
        .filter(|part| part.end == of)?;
    let taken = passage.has_before(
        part.at,
        4,
        &[
            "lost",
            "sold",
            "closed",
            "lose",
            "shut",
            "scrapped",
            "killed",
            "expelled",
            "released",
            "freed",
            "cut",
            "spent",
            "paid",
            "used",
            "losing",
            "selling",
            "closing",
            "removed",
            "dropped",
            "destroyed",
            "sank",
        ],
    );
    let between = amounts(passage, total.end..at);
    let same = part.unit == total.unit && left.unit == total.unit && total.unit != Unit::Percent;
    let hedged =
        [part, total, left].iter().any(|one| is_hedged(passage, one.at) || is_loose(passage, one.end));
    let counts = [part, left];
    if !linked
        || !taken
        || !same
        || hedged
        || !between.is_empty()
        || adds_up(part.value + left.value, &total, &counts)
    {
        return None;
    }
    let noun = passage.word(total.end);
    let same = passage.item(left.end).is_none_or(|item| {
        item.is_mark() || item.is(noun) || item.is_any(&["in", "open", "still", "standing", "at"])
    });
    if !same {
        return None;
    }
    let words = passage.words(total.at..(total.end + 1).min(at));
    Some(
        Report::new(
            passage.span(part.at..left.end),
            format!(
                "“{}” less “{}” is {}, not “{}”",
                words,
                passage.words(part.at..part.end),
                crate::checks::article::sums::shown(total.value - part.value),
                passage.words(left.at..left.end)
            ),
        )
        .because(format!(
            "{} − {} = {}",
            total.shown(),
            part.shown(),
            crate::checks::article::sums::shown(total.value - part.value)
        )),
    )
}

/// `Seven of the nine judges agreed, three dissented`; `has won 60 of his 80 fights and lost 25`.
pub fn two_sides(passage: &Passage<'_>, of: usize) -> Option<Report> {
    const SIDES: &[(&[&str], &[&str])] = &[
        (
            &[
                "for",
                "favor",
                "favour",
                "backed",
                "supported",
                "approved",
                "agreed",
                "upheld",
                "voted",
                "yes",
                "back",
                "ruled",
                "found",
            ],
            &["dissented", "against", "opposed", "objected", "dissenting", "no"],
        ),
        (&["won", "win", "winning", "wins"], &["lost", "losing", "lose", "defeats", "losses"]),
        (&["survived", "escaped", "rescued", "saved"], &["died", "killed", "drowned", "perished"]),
        (&["killed", "died"], &["survived", "escaped", "rescued", "unhurt"]),
        (
            &["adopted", "approved", "accepted", "passed", "upheld", "granted"],
            &["rejected", "dismissed", "refused", "failed"],
        ),
    ];
    const REACH: usize = 22;
    if !passage.is(of, "of") || passage.item(of)?.is_quoted {
        return None;
    }
    let part = of
        .checked_sub(1)
        .and_then(|at| amount(passage, at))
        .filter(|part| part.end == of && part.unit == Unit::Things)?;
    let total = total_behind(passage, of).filter(|total| total.unit == Unit::Things && total.step == 1.0)?;
    let stop = (total.end..(total.end + REACH).min(passage.count()))
        .find(|at| passage.is_any(*at, &[";", "\"", "“"]))
        .unwrap_or((total.end + REACH).min(passage.count()));
    let others = amounts(passage, total.end..stop);
    let [other] = others.as_slice() else { return None };
    let (one, two) = SIDES.iter().find(|(_, two)| {
        passage.has_any(other.end..other.end + 4, two) || passage.has_before(other.at, 1, two)
    })?;
    let first = passage.has_any(total.end..other.at, one) || passage.has_before(part.at, 3, one);
    let mixed = passage.has_any(total.end..other.at, two) && !passage.has_before(other.at, 1, two);
    let hedged = is_hedged(passage, part.at)
        || is_hedged(passage, total.at)
        || is_hedged(passage, other.at)
        || is_loose(passage, other.end);
    let own = passage.has_any(
        other.end..other.end + 2,
        &["people", "others", "more", "percent", "years", "points", "goals", "of", "times", "times"],
    );
    let counts = [part, *other];
    if !first
        || mixed
        || hedged
        || own
        || other.unit != Unit::Things
        || part.value + other.value <= total.value
        || passage.has_any(0..stop, &["including", "among", "both", "whom", "previous", "last", "earlier"])
    {
        return None;
    }
    Some(finding(passage, &total, (total.end, (other.end + 1).min(stop)), &counts))
}

/// `Nine of the 15 amendments were adopted. The other five fell.`
pub fn rest_of_before(story: &[Passage<'_>], index: usize) -> Option<Report> {
    let passage = story.get(index)?;
    let before = story.get(index.checked_sub(1)?)?;
    let opens = passage.is_any(0, &["the"]) && passage.is_any(1, &["other", "remaining"]);
    let rest = amount(passage, 2)
        .filter(|rest| opens && rest.unit != Unit::Percent && !is_loose(passage, rest.end))?;
    let mut wholes = (0..before.count()).filter_map(|of| {
        let total = before.is(of, "of").then(|| total_behind(before, of))??;
        let part = of
            .checked_sub(1)
            .and_then(|at| amount(before, at).or_else(|| money_before(before, at)))
            .filter(|part| part.end == of)?;
        Some((part, total))
    });
    let (part, total) = wholes.next().filter(|_| wholes.next().is_none())?;
    let same = part.unit == total.unit && rest.unit == total.unit;
    let hedged = is_hedged(before, part.at) || is_hedged(before, total.at) || before.item(part.at)?.is_quoted;
    // Other parts of the whole may stand beside the one.
    let others = amounts(before, 0..before.count())
        .into_iter()
        .filter(|one| one.at != part.at && one.at != total.at && one.unit == total.unit)
        .count();
    if !same || hedged || others > 0 || adds_up(part.value + rest.value, &total, &[part, rest]) {
        return None;
    }
    let (whole, left) =
        (before.words(part.at..(total.end + 1).min(before.count())), passage.words(0..rest.end));
    Some(
        Report::new(
            passage.span(0..rest.end),
            format!(
                "“{left}” is not the rest of “{whole}”: that is {}",
                crate::checks::article::sums::shown(total.value - part.value)
            ),
        )
        .with(crate::checks::Related {
            doc: passage.subject.article.doc,
            span: before.span(part.at..total.end),
            message: format!("{} of {}", part.shown(), total.shown()),
        })
        .because(format!(
            "{} − {} = {}",
            total.shown(),
            part.shown(),
            crate::checks::article::sums::shown(total.value - part.value)
        )),
    )
}

/// `It employs 900 people. Of these, 500 work in Riga, 300 in Tartu and 200 in Vilnius.`
pub fn of_these(story: &[Passage<'_>], index: usize) -> Option<Report> {
    let passage = story.get(index)?;
    let before = story.get(index.checked_sub(1)?)?;
    let opens = passage.is(0, "of") && passage.is_any(1, &["these", "them", "those", "this", "that"]);
    if !opens || passage.item(0)?.is_quoted {
        return None;
    }
    let parts = amounts(passage, 2..passage.count());
    let first = *parts.first()?;
    let all: Vec<Amount> =
        amounts(before, 0..before.count()).into_iter().filter(|one| one.unit == first.unit).collect();
    let [total] = all.as_slice() else { return None };
    let bounds: Vec<(usize, usize)> = parts
        .iter()
        .enumerate()
        .map(|(index, part)| (part.at, parts.get(index + 1).map_or(passage.count(), |next| next.at)))
        .collect();
    let rest = parts.iter().any(|part| passage.has_before(part.at, 1, &["other", "remaining"]));
    let plain = parts
        .iter()
        .all(|part| part.unit == total.unit && !is_hedged(passage, part.at) && !is_loose(passage, part.end));
    let overlap = passage.has_any(
        2..passage.count(),
        &[
            "including",
            "among",
            "both",
            "also",
            "plus",
            "who",
            "another",
            "each",
            "total",
            "least",
            "them",
            "which",
        ],
    );
    let sum: f64 = parts.iter().map(|part| part.value).sum();
    let wrong = if rest {
        !adds_up(sum, total, &parts)
    } else {
        sum > total.value
            && !adds_up(sum, total, &parts)
            && (are_exclusive(passage, &bounds) || total.unit != Unit::Things)
    };
    if parts.len() < 2
        || !plain
        || overlap
        || !wrong
        || total.unit == Unit::Percent
        || is_hedged(before, total.at)
        || before.item(total.at)?.is_quoted
    {
        return None;
    }
    let last = parts.last()?;
    let terms: Vec<String> = parts.iter().map(Amount::shown).collect();
    let (whole, list) =
        (before.words(total.at..(total.end + 1).min(before.count())), passage.words(first.at..last.end));
    Some(
        Report::new(
            passage.span(first.at..last.end),
            format!("“{list}” make {}, but there are “{whole}”", crate::checks::article::sums::shown(sum)),
        )
        .with(crate::checks::Related {
            doc: passage.subject.article.doc,
            span: before.span(total.at..total.end),
            message: format!("“{whole}” is {}", total.shown()),
        })
        .because(format!("{} = {}", terms.join(" + "), crate::checks::article::sums::shown(sum))),
    )
}

struct Whole {
    total: Amount,
    /// Where its parts begin.
    parts: usize,
    /// The part that stands before the whole.
    first: Option<Amount>,
}

/// The whole that a rest is of: `K of the N`, `Of the N`, `N, of which`.
fn whole_before(passage: &Passage<'_>, rest: usize) -> Option<Whole> {
    // A whole stands in the same sentence, behind the last semicolon but one.
    let ofs = (0..rest).rev().filter(|at| passage.is(*at, "of"));
    for of in ofs {
        if let Some(total) = total_behind(passage, of) {
            // `nine of the 15`, `$9 million of the $15 million`.
            let first =
                of.checked_sub(1).and_then(|at| amount(passage, at).or_else(|| money_before(passage, at)));
            if let Some(first) = first.filter(|first| first.end == of) {
                return Some(Whole { total, parts: total.end, first: Some(first) });
            }
            // `Of the 15 amendments, …`
            if of == 0 || passage.is_any(of - 1, &[",", ";", "and", ":"]) {
                return Some(Whole { total, parts: total.end, first: None });
            }
            return None;
        }
        // `$120 million, of which $75 million`, `15, nine of them`.
        if passage.is_any(of + 1, &["which", "whom", "them", "these"]) {
            let before = amounts(passage, 0..of);
            let part = before.last().filter(|part| part.end == of);
            let total = match part {
                Some(_) => before.iter().rev().nth(1),
                None => before.last(),
            }?;
            return Some(Whole { total: *total, parts: of + 2, first: part.copied() });
        }
    }
    None
}

/// An amount of money that ends before an item.
pub fn money_before(passage: &Passage<'_>, last: usize) -> Option<Amount> {
    amount(passage, last.checked_sub(1)?).filter(|amount| amount.end == last + 1)
}

/// `Of the 120 deputies, 70 voted for, 40 against and 15 abstained`.
pub fn of_whole(passage: &Passage<'_>, of: usize) -> Option<Report> {
    let begins = of == 0 || passage.is_any(of - 1, &[",", ";", "“", "\""]);
    if !passage.is(of, "of") || !begins || passage.item(of)?.is_quoted {
        return None;
    }
    let total = total_behind(passage, of).filter(|total| total.unit == Unit::Things && total.value > 1.0)?;
    let start = total.at;
    let stop = (total.end..passage.count())
        .find(|at| passage.is_any(*at, &[":", "\"", "“"]))
        .unwrap_or(passage.count());
    let parts = amounts(passage, total.end..stop);
    let plain = parts
        .iter()
        .all(|part| part.unit == Unit::Things && part.step == 1.0 && !is_loose(passage, part.end));
    let hedged = is_loose(passage, total.end)
        || parts.iter().any(|part| is_hedged(passage, part.at))
        || passage.has_any(start.saturating_sub(1)..start, &["some", "about", "nearly", "over", "around"]);
    let overlap = passage.has_any(
        total.end..stop,
        &[
            "including",
            "among",
            "whom",
            "which",
            "them",
            "both",
            "also",
            "plus",
            "who",
            "another",
            "each",
            "twice",
            "total",
            "least",
        ],
    );
    if !plain || hedged || overlap || parts.len() < 2 {
        return None;
    }
    // What each part is: the words from its number to the next.
    let bounds: Vec<(usize, usize)> = parts
        .iter()
        .enumerate()
        .map(|(index, part)| (part.at, parts.get(index + 1).map_or(stop, |next| next.at)))
        .collect();
    if !are_exclusive(passage, &bounds) {
        return None;
    }
    let sum: f64 = parts.iter().map(|part| part.value).sum();
    // Votes for, against and abstentions are all that there can be, but for who was absent.
    let short = sum < total.value;
    if adds_up(sum, &total, &parts) || short {
        return None;
    }
    let (first, last) = (parts.first()?, parts.last()?);
    Some(finding(passage, &total, (first.at, (last.end + 1).min(stop)), &parts))
}
