//! A change and the numbers before and after it: `rose 12 percent to $3.4 billion from $2.4 billion`.

use crate::checks::Report;
use crate::checks::article::prose::Passage;
use crate::checks::article::sums::percents::fraction;
use crate::checks::article::sums::{Amount, SIGNS, Unit, amounts, is_loose};
use crate::lang::dates::rule::Place;

/// Words of growth.
pub const ROSE: &[&str] = &[
    "rose",
    "rise",
    "rises",
    "risen",
    "rising",
    "increase",
    "increases",
    "increased",
    "increasing",
    "grew",
    "grow",
    "grows",
    "grown",
    "growing",
    "growth",
    "climb",
    "climbs",
    "climbed",
    "climbing",
    "jump",
    "jumps",
    "jumped",
    "jumping",
    "surge",
    "surges",
    "surged",
    "surging",
    "gain",
    "gains",
    "gained",
    "gaining",
    "up",
    "soar",
    "soars",
    "soared",
    "soaring",
    "hike",
    "hiked",
    "raised",
    "raise",
    "raising",
    "advanced",
    "advance",
    "leapt",
    "leaped",
    "leap",
    "swelled",
    "higher",
    "more",
    "expanded",
    "rocketed",
    "shot",
    "ballooned",
    "improved",
    "improvement",
    "boosted",
    "added",
    "strengthened",
    "rally",
    "rallied",
    "accelerated",
    "appreciated",
    "spiked",
    "spike",
    "mounted",
    "widened",
];

/// Words of decline.
pub const FELL: &[&str] = &[
    "fell",
    "fall",
    "falls",
    "fallen",
    "falling",
    "drop",
    "drops",
    "dropped",
    "dropping",
    "decline",
    "declines",
    "declined",
    "declining",
    "decrease",
    "decreases",
    "decreased",
    "decreasing",
    "sank",
    "sunk",
    "slip",
    "slips",
    "slipped",
    "slipping",
    "down",
    "shrank",
    "shrunk",
    "shrinks",
    "tumble",
    "tumbles",
    "tumbled",
    "plunge",
    "plunges",
    "plunged",
    "slump",
    "slumps",
    "slumped",
    "slid",
    "slide",
    "cut",
    "cuts",
    "reduction",
    "reduced",
    "loss",
    "lost",
    "lower",
    "less",
    "fewer",
    "dipped",
    "dip",
    "contracted",
    "contraction",
    "eased",
    "slashed",
    "dived",
    "plummeted",
    "crashed",
    "narrowed",
    "retreated",
    "weakened",
];

/// What makes a number no earlier value of the same thing.
const FOREIGN: &[&str] = &[
    "expected",
    "expectations",
    "forecast",
    "forecasts",
    "estimate",
    "estimates",
    "estimated",
    "analysts",
    "consensus",
    "target",
    "targets",
    "predicted",
    "projected",
    "projection",
    "planned",
    "would",
    "could",
    "will",
    "goal",
    "adjusted",
    "if",
    "should",
    "may",
    "might",
    "average",
    "rate",
    "cents",
    "tax",
    "annualized",
    "annualised",
    "pretax",
    "excluding",
];

/// The same where the sentence says that the change is from the one to the other.
const FOREIGN_ENDS: &[&str] =
    &["adjusted", "rate", "cents", "annualized", "annualised", "average", "excluding", "if"];

fn is_foreign(passage: &Passage<'_>, all: &[Amount]) -> bool {
    let words = if marked_ends(passage, all).is_some() { FOREIGN_ENDS } else { FOREIGN };
    passage.has_any(0..passage.count(), words)
}

/// The change in percent that the two numbers of a sentence do not have.
pub fn percent(passage: &Passage<'_>) -> Option<Report> {
    let all = all_amounts(passage);
    let mut rates: Vec<Amount> = all.iter().filter(|one| one.unit == Unit::Percent).copied().collect();
    if rates.is_empty() {
        // `rose by a third`, `an increase of a quarter`.
        rates.extend((0..passage.count()).filter_map(|at| {
            fraction(passage, at).filter(|_| {
                passage.has_before(at, 1, &["by", "of"])
                    && (passage.has_before(at, 2, ROSE) || passage.has_before(at, 2, FELL))
            })
        }));
    }
    let [rate] = rates.as_slice() else { return None };
    let sign = direction(passage, rate)?;
    let (from, to) = ends(passage, &all)?;
    let first = from.at.min(to.at).min(rate.at);
    let last = from.end.max(to.end).max(rate.end);
    let noun = passage.is_any(last, ROSE) || passage.is_any(last, FELL);
    let whole = first.saturating_sub(usize::from(passage.has_before(first, 1, &["from", "to"])))
        ..last + usize::from(noun);
    let over = passage.has_before(rate.at, 1, &["than", "over"])
        || passage.has_before(rate.at, 2, &["more", "less"]) && passage.has_before(rate.at, 1, &["than"]);
    let hedged =
        passage.has_any(first.saturating_sub(3)..(last + 2).min(passage.count()), HEDGES_OF_CHANGE) || over;
    if hedged || is_loose(passage, rate.end) || is_foreign(passage, &all) || passage.item(rate.at)?.is_quoted
    {
        return None;
    }
    let stated = sign * rate.value;
    let change = |to: f64, from: f64| to / from * 100.0 - 100.0;
    let low = change(to.value - to.step / 2.0, from.value + from.step / 2.0);
    let high = change(to.value + to.step / 2.0, from.value - from.step / 2.0);
    let slack = rate.step.max(1.0) + stated.abs() * 0.05;
    if from.value <= 0.0 || low - slack <= stated && stated <= high + slack {
        return None;
    }
    let real = change(to.value, from.value);
    let (one, other) = (passage.words(from.at..from.end), passage.words(to.at..to.end));
    Some(
        Report::new(passage.span(whole), format!("from {one} to {other} is {real:+.1} %, not {stated:+} %"))
            .because(format!("“{}” is the change that the words say", passage.words(rate.at..rate.end)))
            .because(format!("{} / {} − 1 = {real:+.1} %", to.shown(), from.shown()))
            .because("one percent and the rounding of the numbers are let pass".to_owned()),
    )
}

/// The change in percent of one sentence, and its ends in the next: `Exports rose 25 percent. They reached 4.6 billion,
/// compared with 4.0 billion a year before.`
pub fn percent_before(story: &[Passage<'_>], index: usize) -> Option<Report> {
    let passage = story.get(index)?;
    let before = story.get(index.checked_sub(1)?)?;
    let all = all_amounts(passage);
    let own = all.iter().any(|one| one.unit == Unit::Percent);
    let refers = passage.is_any(0, &["it", "they"])
        || passage.is(0, "the")
            && passage.is_any(1, &["figure", "number", "total", "sum", "amount", "value"]);
    let rates: Vec<Amount> =
        all_amounts(before).into_iter().filter(|one| one.unit == Unit::Percent).collect();
    let [rate] = rates.as_slice() else { return None };
    let others = all_amounts(before).len() > 1;
    let sign = direction(before, rate)?;
    let (from, to) = ends(passage, &all).filter(|_| !own && refers && !others)?;
    let hedged = before.has_any(rate.at.saturating_sub(3)..rate.end + 1, HEDGES_OF_CHANGE)
        || before.has_before(rate.at, 2, &["than"])
        || passage.has_any(0..passage.count(), HEDGES_OF_CHANGE);
    if hedged
        || passage.has_any(0..passage.count(), FOREIGN)
        || before.item(rate.at)?.is_quoted
        || passage.item(to.at)?.is_quoted
    {
        return None;
    }
    let stated = sign * rate.value;
    let real = (to.value / from.value - 1.0) * 100.0;
    let rounding = 100.0 * (to.step / to.value + from.step / from.value);
    if from.value <= 0.0 || (real - stated).abs() <= rate.step.max(1.0) + stated.abs() * 0.05 + rounding {
        return None;
    }
    let (one, other) = (passage.words(from.at..from.end), passage.words(to.at..to.end));
    let (first, last) = (from.at.min(to.at), from.end.max(to.end));
    Some(
        Report::new(
            passage.span(first..last),
            format!("from {one} to {other} is {real:+.1} %, not {stated:+} %"),
        )
        .with(crate::checks::Related {
            doc: passage.subject.article.doc,
            span: before.span(rate.at..rate.end),
            message: format!("“{}” is the change that the words say", before.words(rate.at..rate.end)),
        })
        .because(format!("{} / {} − 1 = {real:+.1} %", to.shown(), from.shown()))
        .because("one percent and the rounding of the numbers are let pass".to_owned()),
    )
}

/// Hedges that may stand round a change; `up` and `more` say its direction.
const HEDGES_OF_CHANGE: &[&str] = &[
    "about",
    "around",
    "roughly",
    "approximately",
    "nearly",
    "almost",
    "some",
    "circa",
    "least",
    "most",
    "maybe",
    "perhaps",
    "barely",
    "just",
    "over",
    "well",
    "close",
];

/// `doubled to $302 million from $151 million`.
pub fn factor(passage: &Passage<'_>) -> Option<Report> {
    const FACTORS: &[(&[&str], f64)] = &[
        (&["doubled", "doubling", "doubles"], 2.0),
        (&["tripled", "trebled", "tripling", "trebling", "triples"], 3.0),
        (&["quadrupled", "quadrupling"], 4.0),
        (&["halved", "halving"], 0.5),
    ];
    let mut words = (0..passage.count()).filter_map(|at| {
        let (_, factor) = FACTORS.iter().find(|(words, _)| passage.is_any(at, words))?;
        Some((at, *factor))
    });
    let (verb, factor) = words.next()?;
    if words.next().is_some() || passage.item(verb)?.is_quoted {
        return None;
    }
    let all = all_amounts(passage);
    if all.iter().any(|one| one.unit == Unit::Percent) || is_foreign(passage, &all) {
        return None;
    }
    // `doubled to 302 from 151`: in one breath.
    let (from, to) = marked_ends(passage, &all)?;
    let near = from.at.min(to.at).checked_sub(verb).is_some_and(|far| far <= 5);
    if from.value <= 0.0 || !near {
        return None;
    }
    let real = to.value / from.value;
    let about = passage.has_any(
        verb.saturating_sub(3)..verb + 2,
        &["nearly", "almost", "roughly", "about", "around", "virtually", "practically", "close"],
    );
    let more = passage.has_any(verb.saturating_sub(3)..verb, &["than", "over"]);
    let (low, high) = match () {
        () if more && factor > 1.0 => (factor * 0.97, factor * 1.6),
        () if more => (factor * 0.5, factor * 1.05),
        () if about => (factor * 0.75, factor * 1.25),
        () => (factor * 0.88, factor * 1.15),
    };
    if (low..=high).contains(&real) {
        return None;
    }
    let (one, other) = (passage.words(from.at..from.end), passage.words(to.at..to.end));
    Some(
        Report::new(
            passage.span(verb.min(from.at).min(to.at)..(verb + 1).max(from.end).max(to.end)),
            format!("“{}”, but from {one} to {other} is {real:.2} times as much", passage.word(verb)),
        )
        .because(format!("{} / {} = {real:.2}", to.shown(), from.shown()))
        .because(format!("“{}” says {factor}", passage.word(verb))),
    )
}

/// `rose by 300 to 1,500 from 1,100`; `raising the toll from 12 to 22`, with `eight more bodies`.
pub fn difference(passage: &Passage<'_>) -> Option<Report> {
    let all = all_amounts(passage);
    let [_, _, _] = all.as_slice() else { return None };
    let percents = all.iter().filter(|one| one.unit == Unit::Percent).count();
    if percents > 0 || is_foreign(passage, &all) {
        return None;
    }
    let (from, to) = marked_ends(passage, &all)?;
    let step = all.iter().find(|one| **one != from && **one != to)?;
    let by = passage.has_before(step.at, 1, &["by"])
        && (passage.has_before(step.at, 3, ROSE) || passage.has_before(step.at, 3, FELL));
    let of = passage.has_before(step.at, 1, &["of"])
        && (passage.has_before(step.at, 2, ROSE) || passage.has_before(step.at, 2, FELL));
    let more =
        passage.is(step.end, "more") || passage.has_before(step.at, 1, &["another", "additional", "further"]);
    let hedged = passage.has_any(
        0..passage.count(),
        &["about", "around", "roughly", "nearly", "almost", "some", "least", "over", "than", "approximately"],
    );
    if !(by || of || more) || hedged || passage.item(step.at)?.is_quoted || step.unit != from.unit {
        return None;
    }
    // `eight more people died, raising the toll from 12 to 22`.
    if more
        && !passage.has_any(
            0..passage.count(),
            &[
                "raising",
                "bringing",
                "taking",
                "lifting",
                "pushing",
                "increasing",
                "raised",
                "brought",
                "took",
            ],
        )
    {
        return None;
    }
    let real = (to.value - from.value).abs();
    let slack = if step.step <= 1.0 && from.step <= 1.0 {
        0.0
    } else {
        (from.step + to.step + step.step) / 2.0 * 1.001
    };
    if (real - step.value).abs() <= slack {
        return None;
    }
    let (one, other, by) =
        (passage.words(from.at..from.end), passage.words(to.at..to.end), passage.words(step.at..step.end));
    let (first, last) = (from.at.min(to.at).min(step.at), from.end.max(to.end).max(step.end));
    Some(
        Report::new(
            passage.span(first..last),
            format!("from {one} to {other} is {}, not “{by}”", super::shown(real)),
        )
        .because(format!(
            "{} − {} = {}",
            to.shown(),
            from.shown(),
            super::shown(to.value - from.value)
        )),
    )
}

/// The sign of a change in percent, by the words round it.
fn direction(passage: &Passage<'_>, rate: &Amount) -> Option<f64> {
    let tight = if passage.is(rate.end, "-") { rate.end + 1 } else { rate.end };
    let article = passage.has_before(rate.at, 1, &["a", "an", "the", "its", "this"]);
    let sign = |at: usize| match () {
        () if passage.is_any(at, ROSE) => Some(1.0),
        () if passage.is_any(at, FELL) => Some(-1.0),
        () => None,
    };
    // `a 40 percent rise`; `a 40 percent annual rise`.
    if article {
        let noun =
            (tight..tight + 3).find_map(|at| sign(at).filter(|_| !passage.is_any(at, &["to", "from"])));
        if noun.is_some() {
            return noun;
        }
    }
    // `40 percent higher`, `40 percent more than`.
    if passage.is_any(tight, &["higher", "lower", "up", "down"])
        || passage.is_any(tight, &["more", "less", "fewer"]) && passage.is(tight + 1, "than")
    {
        return sign(tight);
    }
    // `rose 40 percent`, `rose by 40 percent`, `an increase of 40 percent`, `up 40 percent`.
    const BACK: usize = 4;
    (1..=BACK).find_map(|by| {
        let at = rate.at.checked_sub(by)?;
        let plain = (at + 1..rate.at).all(|at| {
            !passage.item(at).is_some_and(|item| item.is_mark())
                && !passage.is_any(at, &["to", "from", "than", "and"])
        });
        sign(at).filter(|_| plain && !passage.is_any(at, &["more", "less", "fewer", "higher", "lower"]))
    })
}

/// The amounts of a sentence, years that stand as numbers too where they can be amounts.
fn all_amounts(passage: &Passage<'_>) -> Vec<Amount> {
    let mut found = amounts(passage, 0..passage.count());
    for at in 0..passage.count() {
        let Some(Place::Year(year)) = passage.place(at) else { continue };
        let digits = passage.word(at).bytes().all(|byte| byte.is_ascii_digit());
        // Only behind `from` and `to` is it unclear what four digits are.
        let money = at.checked_sub(1).and_then(|sign| amount_sign(passage, sign));
        if digits && (passage.has_before(at, 1, &["from", "to"]) || money.is_some()) {
            let (unit, at) = money.map_or((Unit::Things, at), |sign| (Unit::Money(sign), at - 1));
            let end = if money.is_some() { at + 2 } else { at + 1 };
            found.push(Amount { value: f64::from(year), step: 1.0, unit, at, end });
        }
    }
    found.sort_by_key(|amount| amount.at);
    // `from 1990 to 2005` are years.
    let is_year = |one: &Amount| one.unit == Unit::Things && passage.place(one.at).is_some();
    let years = found.iter().filter(|one| is_year(one)).count();
    if years > 1 && found.iter().filter(|one| is_year(one)).all(|one| one.value >= 1700.0) {
        found.retain(|one| !is_year(one));
    }
    found
}

fn amount_sign(passage: &Passage<'_>, at: usize) -> Option<char> {
    match passage.item(at)?.kind {
        crate::checks::article::prose::ItemKind::Mark(mark) if SIGNS.contains(&mark) => Some(mark),
        _ => None,
    }
}

/// The value before and the value after, where a sentence has two amounts of one unit beside the change.
fn ends(passage: &Passage<'_>, all: &[Amount]) -> Option<(Amount, Amount)> {
    if let Some(found) = marked_ends(passage, all) {
        // Other numbers of the same sentence can be other values.
        let others = all
            .iter()
            .filter(|one| one.unit != Unit::Percent && **one != found.0 && **one != found.1)
            .count();
        return (others <= 1).then_some(found);
    }
    let values: Vec<&Amount> = all.iter().filter(|one| one.unit != Unit::Percent).collect();
    let [one, other] = values.as_slice() else { return None };
    // `$302 million, up 90 percent from $151 million`; `… to 302, compared with 151 a year before`.
    let is_base = |amount: &Amount| {
        passage.has_before(amount.at, 1, &["from", "versus", "vs"])
            || passage.has_before(amount.at, 2, &["compared"])
                && passage.has_before(amount.at, 1, &["with", "to"])
            || passage.has_before(amount.at, 1, &["against"])
            || passage.has_before(amount.at, 1, &["the"])
                && passage.has_before(amount.at, 2, &["from", "on", "over"])
    };
    if one.unit != other.unit {
        return None;
    }
    let is_value = |amount: &Amount| {
        passage.has_before(
            amount.at,
            1,
            &[
                "to", "at", "was", "were", "reached", "totaled", "totalled", "hit", "of", "stood", "is",
                "are", "earned", "sold", "made",
            ],
        )
    };
    // `350 ships last year, down 40 percent from 500`
    let rate = all.iter().find(|one| one.unit == Unit::Percent);
    let apposed = rate.is_some_and(|rate| {
        one.end <= rate.at
            && rate.end <= other.at
            && passage.has_before(rate.at, 1, &["up", "down", "by", "of"])
            && passage.has_before(rate.at, 5, &[",", "(", "–", "—"])
    });
    // `44,000, 10 percent fewer than the 60,000 of 2018`
    let compared = rate.is_some_and(|rate| {
        one.end <= rate.at
            && rate.end <= other.at
            && other.at - rate.end <= 4
            && passage.has_any(rate.end..other.at, &["than"])
            && passage.has_before(rate.at, 2, &[",", "(", "–", "—"])
    });
    if compared {
        return Some((**other, **one));
    }
    if apposed && is_base(other) && !is_base(one) {
        return Some((**other, **one));
    }
    match (is_base(one), is_base(other)) {
        (false, true) if is_value(one) => Some((**other, **one)),
        (true, false) if is_value(other) => Some((**one, **other)),
        _ => None,
    }
}

/// `from A to B`, `to B from A`.
fn marked_ends(passage: &Passage<'_>, all: &[Amount]) -> Option<(Amount, Amount)> {
    let led = |word: &str| {
        let mut found =
            all.iter().filter(|one| one.unit != Unit::Percent && passage.has_before(one.at, 1, &[word]));
        let one = found.next()?;
        found.next().is_none().then_some(*one)
    };
    let (from, to) = (led("from")?, led("to")?);
    // Both in one breath: nothing but a few words and times between them.
    let (one, other) = if from.at < to.at { (from, to) } else { (to, from) };
    let near = other.at.saturating_sub(one.end) <= 7
        && (one.end..other.at).all(|at| {
            passage.item(at).is_some_and(|item| !item.is_mark() || item.is_any(&[",", "(", ")"]))
                && !passage.is_any(at, &["and", "or", "but", "while"])
        });
    let units = from.unit == to.unit;
    (near && units).then_some((from, to))
}
