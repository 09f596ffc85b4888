//! Numbers of a sentence as parts, wholes and changes: what `sum-mismatch` compares.

pub mod changes;
pub mod lists;
pub mod markets;
pub mod names;
pub mod percents;
pub mod shares;
pub mod sorts;
pub mod votes;

use crate::checks::article::prose::{HEDGES, ItemKind, Passage};

/// A number of things or an amount of money, and where it stands.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Amount {
    pub value: f64,
    /// The least step of its last digit.
    pub step: f64,
    pub unit: Unit,
    /// Its first item, the sign of the currency included.
    pub at: usize,
    /// Behind its last item.
    pub end: usize,
}

/// What numbers must have in common to be added.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unit {
    Things,
    Money(char),
    Percent,
}

impl Amount {
    /// As it is printed in a finding.
    pub fn shown(&self) -> String {
        shown(self.value)
    }
}

/// `16`, `4,600,000,000` as `4.6 billion`.
pub fn shown(value: f64) -> String {
    let of = |unit: f64, name: &str| format!("{} {name}", trimmed(value / unit));
    match value.abs() {
        size if size >= 1e9 => of(1e9, "billion"),
        size if size >= 1e6 => of(1e6, "million"),
        _ => trimmed(value),
    }
}

fn trimmed(value: f64) -> String {
    let words = format!("{value:.2}");
    words.trim_end_matches('0').trim_end_matches('.').to_owned()
}

const SIGNS: &[char] = &['$', '€', '£', '¥', '₹', '₽', '₺', '₩'];

/// The amount whose number or sign stands at an item. A score, an age, a label (`No. 5`), a time or an ordinal
/// is none.
pub fn amount(passage: &Passage<'_>, at: usize) -> Option<Amount> {
    let sign = |at: usize| match passage.item(at)?.kind {
        ItemKind::Mark(mark) if SIGNS.contains(&mark) => Some(mark),
        _ => None,
    };
    let money = sign(at);
    let number = if money.is_some() { at + 1 } else { at };
    let quantity = passage.number(number)?;
    let before = at.checked_sub(1).and_then(|at| passage.item(at));
    if money.is_none()
        && before.is_some_and(|item| matches!(item.kind, ItemKind::Mark(mark) if SIGNS.contains(&mark)))
    {
        return None;
    }
    let joined = |item: Option<&crate::checks::article::prose::Item>| {
        item.is_some_and(|item| item.is_tight && (item.is_dash() || item.is_any(&["/", ":"])))
    };
    // A score or a range (`6-4`), `34-year-old`, `3/4`.
    if joined(passage.item(number + 1)) && !passage.item(number + 1).is_some_and(|item| item.is("/"))
        || before.is_some_and(|item| {
            (item.is_dash() || item.is_any(&["/", ":", "#", "№"]))
                && passage.item(at).is_some_and(|own| own.is_tight)
        })
    {
        return None;
    }
    let labelled = before.is_some_and(|item| item.is_any(LABELS))
        || money.is_none()
            && before.is_some_and(|item| item.is("."))
            && at.checked_sub(2).is_some_and(|at| passage.is_any(at, &["no", "nos", "art", "sec"]));
    let percent = passage.is_any(number + 1, &["percent", "%", "pct"]);
    let per_cent = passage.is(number + 1, "per") && passage.is(number + 2, "cent");
    let point = passage.is_any(number + 2, &["point", "points"]);
    if labelled || percent && point {
        return None;
    }
    let (unit, end) = match money {
        Some(mark) => (Unit::Money(mark), number + 1),
        None if per_cent => (Unit::Percent, number + 3),
        None if percent => (Unit::Percent, number + 2),
        None => (Unit::Things, number + 1),
    };
    Some(Amount { value: quantity.value, step: quantity.step, unit, at, end })
}

const LABELS: &[&str] = &[
    "no",
    "number",
    "article",
    "section",
    "chapter",
    "page",
    "flight",
    "route",
    "channel",
    "paragraph",
    "room",
    "phase",
    "level",
    "aged",
    "age",
    "figure",
    "version",
    "resolution",
    "highway",
    "district",
    "category",
    "top",
    "act",
    "decree",
    "line",
    "gate",
    "platform",
    "magnitude",
];

/// Whether words before an amount make it less than exact.
pub fn is_hedged(passage: &Passage<'_>, at: usize) -> bool {
    // `make up 60 percent` says no less.
    let made_up =
        passage.has_before(at, 1, &["up"]) && passage.has_before(at, 2, &["make", "makes", "made", "making"]);
    passage.has_before(at, 2, HEDGES) && !made_up
        || passage.has_before(at, 1, &["nearly", "another", "additional"])
        || passage.has_before(at, 3, &["least", "many", "fewer", "more"])
}

/// Whether words behind an amount make it less than exact: `20 or more`, `20 or so`, `20-odd`.
pub fn is_loose(passage: &Passage<'_>, end: usize) -> bool {
    passage.is(end, "or") && passage.is_any(end + 1, &["more", "so", "fewer", "less"])
        || passage.is_any(end, &["odd", "plus", "+"])
}

/// The plain amounts of a range of items.
pub fn amounts(passage: &Passage<'_>, range: std::ops::Range<usize>) -> Vec<Amount> {
    let mut found: Vec<Amount> = Vec::new();
    let mut at = range.start;
    while at < range.end.min(passage.count()) {
        match amount(passage, at) {
            Some(amount) => {
                at = amount.end.max(at + 1);
                found.push(amount);
            }
            None => at += 1,
        }
    }
    found
}

/// Whether a sum is the total, rounding let pass.
pub fn adds_up(sum: f64, total: &Amount, parts: &[Amount]) -> bool {
    let exact = total.step <= 1.0 && total.unit == Unit::Things && parts.iter().all(|part| part.step <= 1.0);
    let rounding = (parts.iter().map(|part| part.step).sum::<f64>() + total.step) / 2.0;
    let slack = if exact { 0.0 } else { rounding * 1.001 };
    (sum - total.value).abs() <= slack + 1e-9
}
