//! A total and the list of its parts: `killed 17 people: nine in Balad, five in Khalis and two in Taji`.

use crate::checks::Report;
use crate::checks::article::prose::{ItemKind, Passage};
use crate::checks::article::sums::{Amount, Unit, adds_up, amount, amounts, is_hedged, is_loose, shown};

/// A part of a list: its number and the items that say what it counts.
#[derive(Clone, Debug)]
pub struct Part {
    pub amount: Amount,
    pub end: usize,
    /// `the other five`, `the remaining five`.
    pub is_rest: bool,
}

/// Words that say that a list is not the whole, or that its parts overlap.
pub const PARTIAL: &[&str] = &[
    "including",
    "include",
    "includes",
    "included",
    "among",
    "mostly",
    "mainly",
    "respectively",
    "plus",
    "least",
    "also",
    "whom",
    "each",
    "every",
    "per",
    "times",
    "excluding",
    "besides",
    "apiece",
    "between",
    "or",
    "overlap",
    "counting",
    "both",
    "some",
    "several",
    "many",
    "others",
    "either",
];

/// The parts that a list has, and where it ends.
pub fn parts(passage: &Passage<'_>, start: usize) -> Option<(Vec<Part>, usize)> {
    parts_before(passage, start, passage.count())
}

/// The same before an item.
fn parts_before(passage: &Passage<'_>, start: usize, limit: usize) -> Option<(Vec<Part>, usize)> {
    let mut found: Vec<Part> = Vec::new();
    let mut at = start;
    let mut joint = "";
    loop {
        // `a pilot, two nurses and a patient`: one may stand first, not in the middle where a clause may begin.
        let (number, is_rest) = lead(passage, at, joint == "and" || found.is_empty())?;
        if is_hedged(passage, number.at) && !is_rest || is_loose(passage, number.end) {
            return None;
        }
        let mut end = number.end;
        let next = loop {
            let Some(item) = passage.item(end).filter(|_| end < limit) else { break None };
            match item.kind {
                ItemKind::Mark('.' | ')' | '!' | '?') => break None,
                ItemKind::Mark(',' | ';') => {
                    let behind =
                        if passage.is_any(end + 1, &["and", "while", "but"]) { end + 2 } else { end + 1 };
                    let next = if behind > end + 1 {
                        "and"
                    } else if item.is(";") {
                        ";"
                    } else {
                        ","
                    };
                    if lead(passage, behind, next == "and").is_none() {
                        break None;
                    }
                    joint = next;
                    break Some(behind);
                }
                ItemKind::Word if item.is("and") && lead(passage, end + 1, true).is_some() => {
                    joint = "and";
                    break Some(end + 1);
                }
                ItemKind::Mark(_) if item.is_dash() && !item.is_tight => break None,
                // What else parts words begins something else.
                ItemKind::Mark(mark)
                    if !matches!(mark, '\'' | '’' | '$' | '€' | '£' | '-' | '‑' | '“' | '”' | '"') =>
                {
                    return None;
                }
                ItemKind::Number(_) => return None,
                ItemKind::Word if item.is_any(PARTIAL) || item.is_any(&["them", "these"]) => return None,
                _ => end += 1,
            }
        };
        found.push(Part { amount: number, end, is_rest });
        match next {
            Some(next) => at = next,
            None => {
                let joined = matches!(joint, "and" | ";");
                return (found.len() >= 2 && joined).then_some((found, end));
            }
        }
    }
}

/// The number that a part begins with: `nine`, `the other nine`, `in Balad nine`, and `a` of the last one.
fn lead(passage: &Passage<'_>, at: usize, is_last: bool) -> Option<(Amount, bool)> {
    let rest =
        passage.is_any(at, &["the", "its", "their"]) && passage.is_any(at + 1, &["other", "remaining"]);
    if rest {
        return Some((amount(passage, at + 2)?, true));
    }
    if passage.is_any(at, &["another", "further"]) {
        return Some((amount(passage, at + 1)?, false));
    }
    if is_last && passage.is_any(at, &["a", "an"]) {
        let noun = passage.item(at + 1).filter(|item| item.kind == ItemKind::Word)?;
        if noun.is_any(&[
            "few",
            "further",
            "number",
            "total",
            "spokesman",
            "spokeswoman",
            "statement",
            "lot",
            "day",
            "week",
            "month",
            "year",
            "half",
            "quarter",
            "third",
            "dozen",
            "hundred",
            "court",
            "senior",
            "second",
        ]) || !is_bare(passage, at)
        {
            return None;
        }
        let one = Amount { value: 1.0, step: 1.0, unit: Unit::Things, at, end: at + 1 };
        return Some((one, false));
    }
    if let Some(amount) = amount(passage, at) {
        return Some((amount, false));
    }
    // `in Balad nine`
    let place = passage.is_any(at, &["in", "at", "from", "near"])
        && matches!(passage.item(at + 1).map(|item| item.kind), Some(ItemKind::Name(_)));
    if place {
        let number = amount(passage, at + 2)?;
        let closes = passage.item(number.end).is_none_or(|item| item.is_any(&[",", ";", ".", "and", ")"]));
        return closes.then_some((number, false));
    }
    None
}

/// Whether `a woman` is one of a list and begins no clause of its own.
fn is_bare(passage: &Passage<'_>, at: usize) -> bool {
    const NOUN: usize = 4;
    let ends = (at + 2..at + 2 + NOUN).find(|at| {
        passage.item(*at).is_none_or(|item| item.is_mark() || item.is_any(&["and", "in", "from", "on", "at"]))
    });
    ends.is_some_and(|end| {
        (at + 1..end).all(|at| {
            passage.item(at).is_some_and(|item| matches!(item.kind, ItemKind::Word | ItemKind::Name(_)))
                && !passage
                    .is_any(at, &["was", "were", "is", "said", "had", "has", "died", "told", "who", "that"])
        })
    })
}

/// Heads that cover all the parts that can follow.
const WHOLES: &[&str] = &[
    "people",
    "persons",
    "victims",
    "passengers",
    "members",
    "casualties",
    "deaths",
    "dead",
    "fatalities",
    "total",
    "all",
    "students",
    "workers",
    "children",
    "adults",
    "suspects",
];

/// `killed 17 people in all on Friday: nine in Balad, five in Khalis and two in Taji`; also behind a dash or
/// in brackets.
pub fn opened(passage: &Passage<'_>, mark: usize) -> Option<Report> {
    let item = passage.item(mark)?;
    let next = passage.item(mark + 1)?;
    let colon = item.is(":") && !next.is_tight;
    let dash = item.is_dash() && !item.is_tight;
    let bracket = item.is("(");
    // `won 43 - 39`, `the AK - 47`: before a dash or bracket stands what is counted.
    let noun = mark.checked_sub(1).and_then(|at| passage.item(at)).is_some_and(|item| {
        item.kind == ItemKind::Word && item.words().starts_with(|first: char| first.is_lowercase())
            || matches!(item.kind, ItemKind::Name(_) | ItemKind::Date(_))
    });
    if !colon && !dash && !bracket || !colon && !noun || item.is_quoted {
        return None;
    }
    let (list, end) = parts(passage, mark + 1)?;
    let closed =
        passage.item(end).is_none_or(|item| item.is_any(&[".", ",", ";", ")", "!"]) || item.is_dash());
    // What stands behind the list has no numbers of its own.
    let tail = if bracket { end..end } else { end..passage.count() };
    let goes_on = !amounts(passage, tail).is_empty() || passage.has_any(end..passage.count(), PARTIAL);
    if !closed || goes_on {
        return None;
    }
    let reach = if colon { 40 } else { 7 };
    let clause = (0..mark).rev().find(|at| passage.is_any(*at, &[";", ":"])).map_or(0, |at| at + 1);
    let first = clause.max(mark.saturating_sub(reach));
    let unit = list.first()?.amount.unit;
    let before = amounts(passage, first..mark);
    if passage.has_any(first..mark, PARTIAL) {
        return None;
    }
    let counts: Vec<Amount> = list.iter().map(|part| part.amount).collect();
    if counts.iter().any(|count| count.unit != unit) || unit == Unit::Percent || is_nested(&counts) {
        return None;
    }
    let sum: f64 = counts.iter().map(|count| count.value).sum();
    #[expect(clippy::cast_precision_loss, reason = "a list has few parts")]
    let parts_of = counts.len() as f64;
    if before.iter().any(|total| total.unit == unit && adds_up(sum, total, &counts)) {
        return None;
    }
    // A prize and `a special one` are no sum of money.
    if sum > 50.0 && counts.iter().any(|count| passage.is_any(count.at, &["a", "an"])) {
        return None;
    }
    // `three bombs killed 17 people: …` tells of three parts; three people are people.
    let of_parts =
        |total: &Amount| total.value == parts_of && !passage.has_any(total.end..total.end + 2, WHOLES);
    let mut totals =
        before.iter().filter(|total| total.unit == unit && !of_parts(total) && total.value > 1.0);
    let (Some(total), None) = (totals.next(), totals.next()) else { return None };
    // Points of a game have other sources than those that are told.
    let scored = passage.is_any(total.end, &["points", "runs"]);
    let of_more = is_of_more(passage, total.at) || scored;
    if is_hedged(passage, total.at) || is_loose(passage, total.end) || year_like(total) || of_more {
        return None;
    }
    Some(finding(passage, total, (mark + 1, end), &counts))
}

/// `23 spoke, 12 from the one side and 11 from the other`: the first is the sum of the rest, and no part with them.
fn is_nested(parts: &[Amount]) -> bool {
    let sum: f64 = parts.iter().map(|part| part.value).sum();
    parts.len() > 2
        && parts.first().is_some_and(|part| part.value >= 5.0 && (sum - 2.0 * part.value).abs() < 1e-9)
}

/// `one of five children (…)`, `the youngest of five`.
fn is_of_more(passage: &Passage<'_>, at: usize) -> bool {
    passage.has_before(at, 1, &["of"])
        && passage.back(at, 2).is_some_and(|item| {
            item.is_any(&["one", "each", "any", "none", "first", "last", "two"])
                || item.words().ends_with("est")
        })
}

/// Four digits that could be a year.
fn year_like(total: &Amount) -> bool {
    total.unit == Unit::Things && (1700.0..=2100.0).contains(&total.value) && total.step == 1.0
}

/// `a total of 13 people, eight men and four women, were held`: a list between commas.
pub fn apposed(passage: &Passage<'_>, at: usize) -> Option<Report> {
    const NOUN: usize = 5;
    let total = amount(passage, at).filter(|total| total.unit == Unit::Things && total.value > 1.0)?;
    let comma = (total.end..total.end + NOUN).find(|at| passage.is(*at, ","))?;
    let plain = (total.end..comma).all(|at| {
        passage.item(at).is_some_and(|item| {
            item.kind == ItemKind::Word && !item.is_any(&["with", "and", "plus", "besides"])
        })
    });
    let whole =
        (total.end..comma).any(|at| passage.is_any(at, WHOLES)) || passage.has_before(at, 2, &["total"]);
    if !plain
        || !whole
        || is_hedged(passage, at)
        || is_of_more(passage, at)
        || passage.has_any(0..passage.count(), PARTIAL)
    {
        return None;
    }
    let (list, end) = parts(passage, comma + 1)?;
    let counts: Vec<Amount> = list.iter().map(|part| part.amount).collect();
    let last = list.last()?;
    // The last part is no more than its noun: what follows is said of all.
    let short = last.end - last.amount.end <= 3 && last.end > last.amount.end;
    let nouns = (last.amount.end..last.end).all(|at| {
        !passage.is_any(at, &["were", "was", "died", "killed", "injured", "wounded", "are", "had", "have"])
    });
    let sum: f64 = counts.iter().map(|count| count.value).sum();
    let closed = passage.item(end).is_none_or(|item| item.is_any(&[".", ",", ";"]));
    if !short
        || !nouns
        || !closed
        || is_nested(&counts)
        || counts.iter().any(|count| count.unit != Unit::Things)
        || adds_up(sum, &total, &counts)
    {
        return None;
    }
    Some(finding(passage, &total, (comma + 1, end), &counts))
}

/// `The plan costs $30 million, $12 million for roads and $20 million for schools`: parts that are more than the whole.
pub fn spent(passage: &Passage<'_>, at: usize) -> Option<Report> {
    let total = amount(passage, at).filter(|total| matches!(total.unit, Unit::Money(_)))?;
    let comma = Some(total.end).filter(|at| passage.is(*at, ","))?;
    let (list, end) = parts(passage, comma + 1)?;
    let counts: Vec<Amount> = list.iter().map(|part| part.amount).collect();
    let led =
        list.iter().all(|part| passage.is_any(part.amount.end, &["for", "on", "to", "from", "in", "of"]));
    let sum: f64 = counts.iter().map(|count| count.value).sum();
    let same = counts.iter().all(|count| count.unit == total.unit);
    let closed = passage.item(end).is_none_or(|item| item.is_any(&[".", ",", ";"]));
    let hedged = is_hedged(passage, at)
        || is_loose(passage, total.end)
        || passage.has_any(0..passage.count(), PARTIAL);
    if !led
        || !same
        || !closed
        || hedged
        || sum <= total.value
        || adds_up(sum, &total, &counts)
        || passage.item(at)?.is_quoted
    {
        return None;
    }
    Some(finding(passage, &total, (comma + 1, end), &counts))
}

/// `8 soldiers and 5 civilians, 12 people in all`; `8 men and 5 women were hurt, a total of 12`.
pub fn summed_up(passage: &Passage<'_>, at: usize) -> Option<Report> {
    const CLOSE: usize = 6;
    // Where the total is said.
    let of = |words: &[&str]| {
        (0..words.len()).all(|index| words.get(index).is_some_and(|word| passage.is(at + index, word)))
    };
    let (start, said) = match () {
        () if of(&["a", "total", "of"]) => (at + 3, true),
        () if of(&["for", "a", "total", "of"]) => (at + 4, true),
        () if of(&["making", "a", "total", "of"]) || of(&["or", "a", "total", "of"]) => (at + 4, true),
        () => (at, false),
    };
    let total = amount(passage, start)?;
    let closes = (total.end..total.end + CLOSE)
        .take_while(|at| passage.item(*at).is_some_and(|item| !item.is_mark()))
        .any(|at| {
            passage.is_any(at, &["altogether", "overall", "together"])
                || passage.is(at, "in") && passage.is_any(at + 1, &["all", "total"])
        });
    let comma = at.checked_sub(1).filter(|at| {
        passage.item(*at).is_some_and(|item| item.is_any(&[",", "("]) || item.is_dash() && !item.is_tight)
    })?;
    if !(said || closes) || is_hedged(passage, start) || passage.has_any(0..comma, PARTIAL) {
        return None;
    }
    let list = amounts(passage, 0..comma);
    let counts: Vec<Amount> = list.into_iter().filter(|part| part.unit == total.unit).collect();
    // The parts stand side by side, joined by commas and `and`.
    let first = counts.first()?;
    let (listed, end) = parts_before(passage, first.at, comma)?;
    let between = end <= comma && (listed.len() == counts.len());
    let hedged = counts.iter().any(|count| is_hedged(passage, count.at));
    let sum: f64 = counts.iter().map(|count| count.value).sum();
    if !between || hedged || adds_up(sum, &total, &counts) {
        return None;
    }
    Some(finding(passage, &total, (first.at, comma), &counts))
}

/// `a 12-member jury of seven men and six women`; `the squad of 23 has three goalkeepers, …`.
pub fn made_up(passage: &Passage<'_>, at: usize) -> Option<Report> {
    const LINKS: &[&str] = &[
        "consisting of",
        "comprising",
        "comprises",
        "comprised",
        "made up of",
        "consists of",
        "consisted of",
        "composed of",
        "is made up of",
        "was made up of",
        "of",
    ];
    let body =
        crate::checks::article::sums::votes::bodies(passage).into_iter().find(|body| body.start == at)?;
    let link = (body.end..body.end + 2)
        .find_map(|at| crate::checks::article::years::any_phrase(passage, at, LINKS))?;
    let (list, end) = parts(passage, link)?;
    let counts: Vec<Amount> = list.iter().map(|part| part.amount).collect();
    let sum: f64 = counts.iter().map(|count| count.value).sum();
    let things = counts.iter().all(|count| count.unit == Unit::Things);
    let nouns =
        list.iter().all(|part| passage.item(part.amount.end).is_some_and(|item| item.kind == ItemKind::Word));
    if !things
        || !nouns
        || sum == f64::from(body.size)
        || passage.has_any(body.start..end, PARTIAL)
        || passage.item(at)?.is_quoted
    {
        return None;
    }
    let total =
        Amount { value: f64::from(body.size), step: 1.0, unit: Unit::Things, at: body.start, end: body.end };
    Some(finding(passage, &total, (link, end), &counts))
}

/// What befalls people, by its words: a part says the same of its people as the whole.
const FATES: &[&[&str]] = &[
    &[
        "killed",
        "died",
        "dead",
        "deaths",
        "perished",
        "drowned",
        "die",
        "lives",
        "kills",
        "kill",
        "fatalities",
    ],
    &["injured", "wounded", "hurt", "injuries"],
    &["arrested", "detained", "held", "rounded", "arrests", "seized"],
    &["missing"],
    &["rescued", "saved"],
];

/// The whole in the sentence before: `… killed 14 people. Nine died in Dora, four in Ghazaliya and three in Madain.`
pub fn beside(story: &[Passage<'_>], index: usize) -> Option<Report> {
    const NEAR: usize = 4;
    let passage = story.get(index)?;
    let before = story.get(index.checked_sub(1)?)?;
    let (list, end) = parts(passage, 0)?;
    if end + 1 < passage.count() && !passage.is(end, ",") || passage.has_any(0..passage.count(), PARTIAL) {
        return None;
    }
    if !amounts(passage, end..passage.count()).is_empty() || passage.item(0)?.is_quoted {
        return None;
    }
    let first = list.first()?;
    let fate = FATES.iter().find(|words| passage.has_any(first.amount.end..first.end, words))?;
    let counts: Vec<Amount> = list.iter().map(|part| part.amount).collect();
    // Each part has its place, and no part a fate of its own.
    let places = list.iter().all(|part| {
        passage.has_any(part.amount.end..part.end, &["in", "at", "from", "near", "outside", "on"])
    });
    let others = list.iter().skip(1).any(|part| {
        FATES.iter().any(|words| words != fate && passage.has_any(part.amount.end..part.end, words))
    });
    if !places || others || counts.iter().any(|count| count.unit != Unit::Things) {
        return None;
    }
    let all = amounts(before, 0..before.count());
    // The number that is nearest to the word.
    let distance = |total: &Amount| {
        let near = (total.at.saturating_sub(NEAR)..(total.end + NEAR).min(before.count()))
            .filter(|at| before.is_any(*at, fate));
        near.map(|at| if at < total.at { total.at - at } else { (at + 1).saturating_sub(total.end) }).min()
    };
    let mut near: Vec<(usize, &Amount)> =
        all.iter().filter_map(|total| Some((distance(total)?, total))).collect();
    near.sort_by_key(|(distance, _)| *distance);
    let total = match near.as_slice() {
        [(_, total)] => *total,
        [(least, total), (next, _), ..] if least < next => *total,
        _ => return None,
    };
    if is_hedged(before, total.at) || is_loose(before, total.end) || total.unit != Unit::Things {
        return None;
    }
    let sum: f64 = counts.iter().map(|count| count.value).sum();
    #[expect(clippy::cast_precision_loss, reason = "a list has few parts")]
    let whole = all.iter().any(|one| one != total && one.value == counts.len() as f64);
    // Fewer may be those that are known so far; where the parts are all there are, they are all.
    if sum == total.value || sum < total.value && !whole || before.has_any(0..before.count(), PARTIAL) {
        return None;
    }
    let terms: Vec<String> = counts.iter().map(Amount::shown).collect();
    let noun = (total.end + 1).min(before.count());
    let (whole, list) = (before.words(total.at..noun), passage.words(0..end));
    Some(
        Report::new(
            passage.span(0..end),
            format!("“{whole}” is not the sum of “{list}”: that is {}", shown(sum)),
        )
        .with(crate::checks::Related {
            doc: passage.subject.article.doc,
            span: before.span(total.at..noun),
            message: format!("“{whole}” is {}", total.shown()),
        })
        .because(format!("“{list}”: {} = {}", terms.join(" + "), shown(sum))),
    )
}

/// A finding of a total and its parts.
pub fn finding(
    passage: &Passage<'_>,
    total: &Amount,
    (start, end): (usize, usize),
    parts: &[Amount],
) -> Report {
    let sum: f64 = parts.iter().map(|part| part.value).sum();
    let terms: Vec<String> = parts.iter().map(Amount::shown).collect();
    let noun = if passage.item(total.end).is_some_and(|item| item.kind == ItemKind::Word) {
        total.end + 1
    } else {
        total.end
    };
    let noun = if noun > start && total.at < start {
        noun.min(start.saturating_sub(1)).max(total.end)
    } else {
        noun
    };
    let (whole, list) = (passage.words(total.at..noun), passage.words(start..end));
    Report::new(
        passage.span(total.at.min(start)..noun.max(end)),
        format!("“{whole}” is not the sum of “{list}”: that is {}", shown(sum)),
    )
    .because(format!("“{whole}” is {}", total.shown()))
    .because(format!("“{list}”: {} = {}", terms.join(" + "), shown(sum)))
}
