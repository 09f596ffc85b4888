//! Changes that are said twice, as traders do: `rose 150 points, or 1.5 percent, to 10,150`, `cut by 50 basis points to
//! 4.25 percent from 4.75`; so many at so much each.

use crate::checks::Report;
use crate::checks::article::prose::{HEDGES, Passage};
use crate::checks::article::sums::changes::{FELL, ROSE};
use crate::checks::article::sums::{Amount, Unit, amount, amounts, is_hedged, shown};

/// `fell 30 cents, or 5 percent, to $5.70`: the change, its rate and the value that is reached.
pub fn change(passage: &Passage<'_>, or: usize) -> Option<Report> {
    const UNITS: &[&str] =
        &["points", "point", "cents", "cent", "dollars", "euros", "yen", "pence", "pesos", "rupees"];
    if !passage.is(or, "or") || passage.item(or)?.is_quoted {
        return None;
    }
    let rate = amount(passage, or + 1).filter(|rate| rate.unit == Unit::Percent)?;
    let comma = or.checked_sub(1).filter(|at| passage.is(*at, ","))?;
    // The change stands right before, with its unit; the value right behind.
    let step = (comma.saturating_sub(5)..comma).rev().find_map(|at| {
        let step = amount(passage, at).filter(|step| step.unit != Unit::Percent)?;
        let words = step.end..comma;
        let plain =
            words.clone().all(|at| passage.is_any(at, UNITS) || passage.is_any(at, &["index", "a", "share"]));
        (plain
            && (words.is_empty() && step.unit != Unit::Things
                || passage.has_any(words, UNITS)
                || step.unit == Unit::Things && comma == step.end))
            .then_some(step)
    })?;
    let next = if passage.is(rate.end, ",") { rate.end + 1 } else { rate.end };
    let value = passage.is_any(next, &["to", "at"]).then(|| amount(passage, next + 1))?;
    let value = value.filter(|value| value.unit != Unit::Percent)?;
    let cents = passage.is_any(step.end, &["cents", "cent", "pence"]);
    let scale = if cents && value.unit != Unit::Things { 0.01 } else { 1.0 };
    let money = step.unit == value.unit || cents || value.unit == Unit::Things || step.unit == Unit::Things;
    let sign = match () {
        () if passage.has_before(step.at, 6, FELL) => -1.0,
        () if passage.has_before(step.at, 6, ROSE) => 1.0,
        () => return None,
    };
    let cents_of_both =
        cents && value.unit == Unit::Things && !passage.is_any(value.end, &["cents", "pence"]);
    if !money
        || cents_of_both
        || is_hedged(passage, rate.at)
        || is_hedged(passage, step.at)
        || value.step > 1.0 && value.value > 1e6
    {
        return None;
    }
    let base = value.value - sign * step.value * scale;
    let real = step.value * scale / base * 100.0;
    let rounding = rate.step + real * (step.step / step.value.max(step.step));
    let slack = (rounding + real * 0.03).max(0.06);
    if base <= 0.0 || (real - rate.value).abs() <= slack {
        return None;
    }
    Some(
        Report::new(
            passage.span(step.at..value.end),
            format!(
                "“{}” is {real:.2} percent of {}, not {}",
                passage.words(step.at..comma),
                shown(base),
                rate.shown()
            ),
        )
        .because(format!("before the change it was {}", shown(base)))
        .because("the rounding of the numbers is let pass".to_owned()),
    )
}

/// `by 50 basis points to 4.25 percent from 5 percent`.
pub fn points(passage: &Passage<'_>) -> Option<Report> {
    let at = (0..passage.count()).find(|at| {
        passage.is(*at, "basis") && passage.is_any(*at + 1, &["points", "point"])
            || passage.is(*at, "percentage") && passage.is_any(*at + 1, &["points", "point"])
    })?;
    let scale = if passage.is(at, "basis") { 0.01 } else { 1.0 };
    let step = at.checked_sub(1).and_then(|before| {
        amount(passage, before).or_else(|| {
            passage.is_any(before, &["a", "one"]).then_some(Amount {
                value: 1.0,
                step: 0.0,
                unit: Unit::Things,
                at: before,
                end: at,
            })
        })
    });
    let quarter = passage.has_before(at, 2, &["quarter", "half"]);
    let step = step.filter(|step| step.end == at && !quarter)?;
    let rates: Vec<Amount> = amounts(passage, 0..passage.count())
        .into_iter()
        .filter(|one| one.unit == Unit::Percent || passage.has_before(one.at, 1, &["from", "to"]))
        .collect();
    let led = |word: &str| rates.iter().find(|rate| passage.has_before(rate.at, 1, &[word])).copied();
    let (from, to) = (led("from")?, led("to")?);
    let percent = from.unit == Unit::Percent || to.unit == Unit::Percent;
    let plain = from.unit != Unit::Money('$') && from.value <= 100.0 && to.value <= 100.0;
    let hedged = is_hedged(passage, step.at) || passage.has_any(0..passage.count(), HEDGES);
    let real = (to.value - from.value).abs();
    let said = step.value * scale;
    if !percent || !plain || hedged || rates.len() != 2 || passage.item(at)?.is_quoted {
        return None;
    }
    let slack = (from.step + to.step) / 2.0 * 1.001;
    let slack = if scale < 1.0 { 0.011 } else { slack.max(step.step / 2.0) };
    if (real - said).abs() <= slack {
        return None;
    }
    let first = from.at.min(to.at).min(step.at);
    let last = from.end.max(to.end).max(at + 2);
    Some(
        Report::new(
            passage.span(first..last),
            format!(
                "“{}” is not the change from {} to {}: that is {}",
                passage.words(step.at..at + 2),
                from.shown(),
                to.shown(),
                shown(real / scale)
            ),
        )
        .because(format!("{} − {} = {}", to.shown(), from.shown(), shown(to.value - from.value))),
    )
}

/// `40 buses at $200,000 each, $10 million in all`.
pub fn each(passage: &Passage<'_>) -> Option<Report> {
    let each = (0..passage.count()).find(|at| passage.is_any(*at, &["each", "apiece"]))?;
    let all = amounts(passage, 0..passage.count());
    let [_, _, _] = all.as_slice() else { return None };
    let price = all.iter().find(|one| one.end == each && matches!(one.unit, Unit::Money(_)))?;
    let number = all.iter().find(|one| one.unit == Unit::Things && one.step == 1.0)?;
    let total = all.iter().find(|one| one.unit == price.unit && one.at != price.at)?;
    let hedged =
        all.iter().any(|one| is_hedged(passage, one.at)) || passage.has_any(0..passage.count(), HEDGES);
    let other = passage.has_any(
        0..passage.count(),
        &[
            "plus",
            "including",
            "fine",
            "fined",
            "initial",
            "per",
            "month",
            "year",
            "first",
            "deposit",
            "worth",
            "raised",
            "between",
        ],
    );
    let said = passage.has_any(
        0..passage.count(),
        &["total", "all", "altogether", "cost", "costs", "costing", "bill", "paid", "pay", "for"],
    );
    let real = number.value * price.value;
    let rounding = total.step / 2.0 + number.value * price.step / 2.0;
    if hedged
        || other
        || !said
        || passage.item(each)?.is_quoted
        || (real - total.value).abs() <= rounding.max(total.value * 0.02)
    {
        return None;
    }
    let first = number.at.min(price.at).min(total.at);
    let last = number.end.max(each + 1).max(total.end);
    Some(
        Report::new(
            passage.span(first..last),
            format!(
                "“{}” at “{}” make {}, not “{}”",
                passage.words(number.at..number.end),
                passage.words(price.at..each + 1),
                shown(real),
                passage.words(total.at..total.end)
            ),
        )
        .because(format!("{} × {} = {}", number.shown(), price.shown(), shown(real))),
    )
}

/// `won by 12 points, 98-84`; `a 98-84 win, by 12 points`.
pub fn margin(passage: &Passage<'_>) -> Option<Report> {
    const UNITS: &[&str] = &["points", "goals", "runs", "shots", "strokes", "tries", "baskets", "frames"];
    const WINS: &[&str] = &["win", "victory", "lead", "defeat", "loss", "triumph", "rout", "margin"];
    let count = |at: usize| passage.number(at)?.count();
    let tight = |at: usize| passage.item(at).is_some_and(|item| item.is_dash() && item.is_tight);
    let score = |at: usize| {
        let lone = !at
            .checked_sub(1)
            .is_some_and(|before| tight(before) && passage.item(at).is_some_and(|item| item.is_tight))
            && !tight(at + 3);
        (tight(at + 1) && passage.item(at + 2)?.is_tight && lone)
            .then(|| Some((at, count(at)?, count(at + 2)?)))?
    };
    let mut scores = (0..passage.count()).filter_map(score);
    let (at, one, other) = scores.next().filter(|_| scores.next().is_none())?;
    let by = (0..passage.count()).find_map(|at| {
        let by = passage.has_before(at, 1, &["by"])
            && passage.is_any(at + 1, UNITS)
            && passage
                .has_any(at.saturating_sub(4)..at, &["won", "beat", "lost", "defeated", "win", "beating"]);
        let noun = tight(at + 1)
            && passage.is_any(at + 2, &["point", "goal", "run"])
            && passage.is_any(at + 3, WINS);
        let end = if by { at + 2 } else { at + 4 };
        (by || noun).then(|| Some((at, count(at)?, end)))?
    })?;
    let (from, said, end) = by;
    let real = one.abs_diff(other);
    // `is now 10-0`: a record of wins.
    let record = passage.has_before(
        at,
        2,
        &["is", "now", "are", "record", "went", "improved", "were", "leads", "series", "start"],
    );
    let near = from.abs_diff(at) <= 12;
    let sport =
        near && !record && one.max(other) <= 250 && (from..end).all(|item| !(at..at + 3).contains(&item));
    if !sport
        || real == said
        || is_hedged(passage, from)
        || passage.item(from)?.is_quoted
        || real == 0
        || passage.has_any(
            0..passage.count(),
            &[
                "half",
                "halftime",
                "half-time",
                "quarter",
                "aggregate",
                "series",
                "biggest",
                "closest",
                "largest",
                "average",
                "per",
                "record",
                "previous",
                "then",
            ],
        )
    {
        return None;
    }
    Some(
        Report::new(
            passage.span(from.min(at)..end.max(at + 3)),
            format!(
                "“{}” is not the difference of “{}”: that is {real}",
                passage.words(from..end),
                passage.words(at..at + 3)
            ),
        )
        .because(format!("{} − {} = {real}", one.max(other), one.min(other))),
    )
}
