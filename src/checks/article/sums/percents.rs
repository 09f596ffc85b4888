//! Shares in percent: of a whole that is named, and of one whole that they make up together.

use crate::checks::Report;
use crate::checks::article::prose::{ItemKind, Passage};
use crate::checks::article::sums::shares::{money_before, total_behind};
use crate::checks::article::sums::{Amount, Unit, amount, amounts, is_hedged, is_loose, shown};

/// `two-thirds`-like shares in numbers: `45 of the 60 schools, or 85 percent`.
pub fn percentage(passage: &Passage<'_>, of: usize) -> Option<Report> {
    const REACH: usize = 8;
    if !passage.is(of, "of") {
        return None;
    }
    let number = of.checked_sub(1).and_then(|at| {
        amount(passage, at)
            .or_else(|| money_before(passage, at))
            .or_else(|| percent_before(passage, at))
            .filter(|part| part.end == of)
    });
    let part = number.or_else(|| {
        (0..of).rev().take(3).find_map(|at| fraction(passage, at).filter(|part| part.end == of))
    })?;
    let total = total_behind(passage, of)?;
    let or = (total.end..total.end + REACH).find(|at| passage.is_any(*at, &["or", "(", "turnout"]))?;
    let plain = (total.end..or).all(|at| {
        passage
            .item(at)
            .is_some_and(|item| matches!(item.kind, ItemKind::Word | ItemKind::Name(_)) || item.is(","))
    });
    let start =
        if passage.is(or, "turnout") && passage.is_any(or + 1, &["of", "was"]) { or + 2 } else { or + 1 };
    let rate = amount(passage, start).or_else(|| fraction(passage, start))?;
    if !plain || is_hedged(passage, part.at) || is_hedged(passage, total.at) || passage.item(of)?.is_quoted {
        return None;
    }
    let (part, total, rate) = match (part.unit, total.unit, rate.unit) {
        // `45 of the 60 schools, or 75 percent`
        (one, other, Unit::Percent) if one == other && one != Unit::Percent => (part, total, rate),
        // `75 percent of the 60 schools, or 45`
        (Unit::Percent, one, other) if one == other && one != Unit::Percent => (rate, total, part),
        _ => return None,
    };
    let or_hedged = passage.has_any(or..or + 3, crate::checks::article::prose::HEDGES) || rate.step > 2.0;
    let real = part.value / total.value * 100.0;
    let rounding =
        rate.step / 2.0 + real * (part.step / part.value.max(1.0) + total.step / total.value.max(1.0)) / 2.0;
    let slack = if or_hedged { 6.0 } else { 1.0 } + rounding;
    if total.value <= 0.0 || part.value > total.value || (real - rate.value).abs() <= slack {
        return None;
    }
    let end = rate.end.max(part.end).max(total.end);
    let first = part.at.min(rate.at).min(total.at);
    Some(
        Report::new(
            passage.span(first..end),
            format!(
                "“{}” of “{}” is {real:.1} percent, not {}",
                passage.words(part.at..part.end),
                passage.words(total.at..total.end),
                rate.shown()
            ),
        )
        .because(format!("{} / {} = {real:.1} percent", part.shown(), total.shown()))
        .because("one percent and the rounding of the numbers are let pass".to_owned()),
    )
}

/// `45 percent to schools, 30 percent to roads and the remaining 35 percent to clinics`: the shares with their rest
/// are all.
pub fn remainder(passage: &Passage<'_>) -> Option<Report> {
    let rest = (0..passage.count()).find(|at| {
        passage.is(*at, "the")
            && passage.is_any(*at + 1, &["remaining", "other"])
            && amount(passage, *at + 2).is_some_and(|rest| rest.unit == Unit::Percent)
    })?;
    let all = amounts(passage, 0..passage.count());
    let shares: Vec<Amount> = all.iter().filter(|one| one.unit == Unit::Percent).copied().collect();
    let sum: f64 = shares.iter().map(|one| one.value).sum();
    let rounding: f64 = shares.iter().map(|one| one.step).sum::<f64>() / 2.0;
    let hedged = shares.iter().any(|one| is_hedged(passage, one.at) || is_loose(passage, one.end));
    let other = passage.has_any(
        0..passage.count(),
        &[
            "including",
            "rose",
            "fell",
            "from",
            "increase",
            "rise",
            "than",
            "which",
            "among",
            "growth",
            "interest",
            "tax",
            "them",
            "these",
            "half",
        ],
    );
    if shares.len() < 2
        || all.len() > shares.len() + 1
        || hedged
        || other
        || (sum - 100.0).abs() <= rounding.max(1.0)
        || passage.item(rest)?.is_quoted
    {
        return None;
    }
    let (first, last) = (shares.first()?, shares.last()?);
    let terms: Vec<String> = shares.iter().map(Amount::shown).collect();
    let words = passage.words(first.at..last.end);
    Some(
        Report::new(
            passage.span(first.at..last.end),
            format!("“{words}” are said to be all, but make {} percent", shown(sum)),
        )
        .because(format!("{} = {}", terms.join(" + "), shown(sum))),
    )
}

/// Shares of one whole that are more than all of it: `52 percent were for, 40 against and 15 undecided`; `Lind won
/// 55 percent of the vote and Berg 51`.
pub fn hundred(passage: &Passage<'_>) -> Option<Report> {
    const VIEWS: &[&[&str]] = &[
        &[
            "for",
            "favor",
            "favour",
            "support",
            "supported",
            "supports",
            "approve",
            "approved",
            "yes",
            "backed",
            "satisfied",
            "agree",
            "agreed",
        ],
        &[
            "against",
            "oppose",
            "opposed",
            "opposes",
            "disapprove",
            "disapproved",
            "no",
            "dissatisfied",
            "disagree",
            "disagreed",
        ],
        &["undecided", "unsure", "neither", "neutral", "know", "abstain", "abstained"],
    ];
    let mut shares = amounts(passage, 0..passage.count());
    let rates: Vec<Amount> = shares.iter().filter(|one| one.unit == Unit::Percent).copied().collect();
    let first = rates.first()?;
    // `Lind had 38.3 percent of the votes, Berg 31.3 and Roth 30.3`: the unit is said once.
    shares.retain(|one| one.unit == Unit::Percent || one.at > first.at && one.unit == Unit::Things);
    let hedged = shares.iter().any(|one| is_hedged(passage, one.at) || is_loose(passage, one.end));
    let quoted = passage.item(first.at)?.is_quoted;
    let sum: f64 = shares.iter().map(|one| one.value).sum();
    let rounding: f64 = shares.iter().map(|one| one.step).sum::<f64>() / 2.0;
    if shares.len() < 2
        || hedged
        || quoted
        || sum <= 100.0 + rounding.max(0.5)
        || shares.iter().any(|one| one.value > 100.0)
    {
        return None;
    }
    let votes = (first.end..first.end + 6).any(|at| {
        passage.is(at, "of") && passage.has_any(at + 1..at + 4, &["vote", "votes", "ballots", "ballot"])
    });
    let mut holders: Vec<&str> = Vec::new();
    for share in &shares {
        let name = (share.at.saturating_sub(4)..share.at)
            .rev()
            .find(|at| matches!(passage.item(*at).map(|item| item.kind), Some(ItemKind::Name(_))));
        holders.extend(name.map(|at| passage.word(at)));
    }
    let mut distinct = holders.clone();
    distinct.sort_unstable();
    distinct.dedup();
    let one_race = votes
        && distinct.len() == shares.len()
        && !passage.has_any(
            0..passage.count(),
            &[
                "in",
                "round",
                "last",
                "previous",
                "previously",
                "earlier",
                "against",
                "respectively",
                "up",
                "down",
                "from",
                "turnout",
                "among",
            ],
        );
    let kinds: Vec<usize> = shares
        .iter()
        .enumerate()
        .filter_map(|(index, share)| {
            let end = shares.get(index + 1).map_or(passage.count(), |next| next.at);
            VIEWS.iter().position(|words| passage.has_any(share.end..end.min(share.end + 7), words))
        })
        .collect();
    let mut views = kinds.clone();
    views.sort_unstable();
    views.dedup();
    let one_poll = kinds.len() == shares.len()
        && views.len() == kinds.len()
        && !passage.has_any(
            0..passage.count(),
            &["among", "men", "women", "respectively", "up", "down", "from", "last", "earlier", "previous"],
        );
    if !one_race && !one_poll {
        return None;
    }
    let last = shares.last()?;
    let terms: Vec<String> = shares.iter().map(Amount::shown).collect();
    let words = passage.words(first.at..last.end);
    Some(
        Report::new(
            passage.span(first.at..last.end),
            format!("“{words}” are more than the whole: together {} percent", shown(sum)),
        )
        .because(format!("{} = {}", terms.join(" + "), shown(sum))),
    )
}

/// `a third`, `two-thirds`, `half`, as percent; what is rounded in speech is so here.
pub fn fraction(passage: &Passage<'_>, at: usize) -> Option<Amount> {
    let share = |value: f64, end: usize| Some(Amount { value, step: 3.0, unit: Unit::Percent, at, end });
    let (first, second) = (passage.word(at).to_ascii_lowercase(), passage.word(at + 1).to_ascii_lowercase());
    let part = |word: &str| match word {
        "third" | "thirds" => Some(100.0 / 3.0),
        "quarter" | "quarters" => Some(25.0),
        "fifth" | "fifths" => Some(20.0),
        "half" => Some(50.0),
        _ => None,
    };
    let times = |word: &str| match word {
        "a" | "one" => Some(1.0),
        "two" => Some(2.0),
        "three" => Some(3.0),
        "four" => Some(4.0),
        _ => None,
    };
    if let Some((number, rest)) = first.split_once('-') {
        return share(times(number)? * part(rest)?, at + 1);
    }
    if first == "half" {
        return share(50.0, at + 1);
    }
    let tight = passage.item(at + 1).is_some_and(|item| item.is_dash());
    let (end, noun) =
        if tight { (at + 3, passage.word(at + 2).to_ascii_lowercase()) } else { (at + 2, second) };
    share(times(&first)? * part(&noun)?, end)
}

/// A percentage that ends before an item.
fn percent_before(passage: &Passage<'_>, last: usize) -> Option<Amount> {
    (1..=2).find_map(|by| {
        amount(passage, last.checked_sub(by)?)
            .filter(|amount| amount.end == last + 1 && amount.unit == Unit::Percent)
    })
}
