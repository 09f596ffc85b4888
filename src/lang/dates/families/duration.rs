//! Durations: `nine months`, `the past two years`, `two-day`, `several weeks`, `for years`.
//!
//! With a number 6.0 % of the development data, as an adjective 1.8 %, bare plurals 2.4 %. `more than`,
//! `nearly`, `at least` stand inside, `about`, `over`, `only`, `within` outside (dates.md §4, rule 3); an
//! unknown number is X (`PXD`). A person's age (`22-year-old`, `aged 40`) is no time expression (rule 10).

use crate::lang::dates::cursor::Cursor;
use crate::lang::dates::families::{Found, offset, quarter};
use crate::lang::dates::numbers::{self, Numeral, NumeralForm};
use crate::lang::dates::rule::{Amount, Every, Length, Modifier, Reference, Rule, Unit};
use crate::lang::dates::words::{Context, Shift, Vagueness};

pub fn read(c: &Cursor) -> Option<Found> {
    adjective(c)
        .or_else(|| long(c))
        .or_else(|| shifted(c))
        .or_else(|| months_of_account(c))
        .or_else(|| counted(c))
        .or_else(|| vague(c))
        .or_else(|| over_the_years(c))
        .or_else(|| bare_plural(c))
}

/// `[more than] two [full] years [and a half]`.
fn counted(c: &Cursor) -> Option<Found> {
    let (modifier, at) = offset::about(c, c.start);
    let numeral = numbers::numeral(c, at)?;
    let numeral = upper_bound(c, numeral);
    if numeral.form == NumeralForm::Digits
        && matches!(c.mark_before(), "$" | "£" | "€" | "." | "-" | "/" | "#")
    {
        return None;
    }
    let is_article = numeral.form == NumeralForm::Article;
    let has_kind = match is_article {
        true => {
            c.is_any(numeral.end, &["full", "whole", "entire", "further", "additional", "extra", "solid"])
        }
        false => c.context(numeral.end, Context::Kind),
    };
    let next = if has_kind { numeral.end + 1 } else { numeral.end };
    let (unit, _) = c.unit(next)?;
    // `“60 Minutes”`: a programme.
    if c.is_capital(next) && matches!(c.mark_before(), "\"" | "“" | "`" | "'" | "‘") {
        return None;
    }
    let mut end = next + 1;
    if c.is_glued(end, "-")
        || matches!(unit, Unit::Half | Unit::Weekend)
        || is_age(c, end)
        || names_war(c, next)
    {
        return None;
    }
    let mut amount = numeral.amount;
    if let Some(after) = c.phrase(end, &["and", "a", "half"]) {
        amount.hundredths = 50;
        end = after;
    } else if let Some(after) = c.phrase(end, &["or", "so"]) {
        end = after;
    } else if is_article
        && let Some(after) = c.phrase(end, &["or", "two"]).or_else(|| c.phrase(end, &["or", "more"]))
    {
        end = after;
    }
    if is_article {
        return article(c, unit, amount, end, modifier);
    }
    if unit == Unit::Quarter
        && numeral.form == NumeralForm::Words
        && numeral.amount.whole == 3
        && c.is(end, "of")
    {
        return None;
    }
    if c.is_any(end, &["a", "per", "each", "every"]) && c.unit(end + 1).is_some() {
        return None;
    }
    let modifier = modifier.or_else(|| offset::about_before(c));
    Some(Found::new(end, Rule::length(Some(amount), unit)).with(modifier))
}

/// `two to three weeks`: the amount is the lower one, the expression ends behind the upper one.
fn upper_bound(c: &Cursor, lower: Numeral) -> Numeral {
    if lower.form == NumeralForm::Article || !c.is_any(lower.end, &["to", "or", "-", "–"]) {
        return lower;
    }
    match numbers::numeral(c, lower.end + 1) {
        Some(upper) if upper.form != NumeralForm::Article && upper.amount > lower.amount => {
            Numeral { end: upper.end, ..lower }
        }
        _ => lower,
    }
}

/// `a week`: a duration, or how often behind `once`, `twice`, `three times`. Behind a price or a count
/// (`$5 a share a year`, `four flights a week`) it is a rate: 2 of 11 in the development data are
/// annotated, so it is left out.
fn article(c: &Cursor, unit: Unit, amount: Amount, end: usize, modifier: Option<Modifier>) -> Option<Found> {
    if matches!(unit, Unit::Second | Unit::Quarter | Unit::Night) {
        return None;
    }
    if modifier.is_none() && c.after_any(&["once", "twice", "thrice", "times"]) {
        let every = Every::Length(Length { amount: Some(amount), unit });
        return Some(Found::new(end, Rule::Every(every)));
    }
    if modifier.is_none() && is_rate(c) {
        return None;
    }
    let modifier = modifier.or_else(|| offset::about_before(c));
    Some(Found::new(end, Rule::length(Some(amount), unit)).with(modifier))
}

/// Whether what stands before `a week` is a price or a count.
fn is_rate(c: &Cursor) -> bool {
    let before = c.letters_before(1);
    c.after(Context::Thing)
        || before == "%"
        || !before.is_empty() && before.bytes().all(|byte| byte.is_ascii_digit())
}

/// ` old`, ` of age` behind a number of years.
fn is_age(c: &Cursor, at: usize) -> bool {
    c.is_any(at, &["old", "younger", "older"]) || c.phrase(at, &["of", "age"]).is_some()
}

/// `the past two years`, `the first nine months`, `the next few days`, `last three weeks`; not `may last`.
fn shifted(c: &Cursor) -> Option<Found> {
    let (modifier, at) = offset::about(c, c.start);
    let the = c.is_any(at, &["the", "this", "these", "its", "his", "their"]);
    let at = if the { at + 1 } else { at };
    let shifts = matches!(
        c.shift(at),
        Some(
            Shift::Last
                | Shift::Past
                | Shift::Next
                | Shift::Coming
                | Shift::Previous
                | Shift::Following
                | Shift::Latest
        )
    ) || the && c.is_any(at, &["first", "final", "remaining", "opening", "closing"]);
    let is_verb = !the
        && c.after_any(&["to", "may", "will", "could", "would", "can", "might", "should", "not", "must"]);
    if !shifts || is_verb || the && !c.is_any(at - 1, &["the", "these"]) {
        return None;
    }
    if quarter::half_of_quarters(c, at).is_some() {
        return None;
    }
    let at = c.skip(at + 1, "fiscal");
    let (amount, next) = match vague_number(c, at) {
        Some((amount, next)) => (amount, next),
        None => match numbers::numeral(c, at) {
            Some(numeral) if numeral.form != NumeralForm::Article => {
                (Some(numeral.amount), upper_bound(c, numeral).end)
            }
            _ if the => return bare_shifted(c, at),
            _ => return vague_shifted(c, at),
        },
    };
    let next = if c.context(next, Context::Kind) { next + 1 } else { next };
    let (unit, _) = c.unit(c.skip(next, "-"))?;
    let end = c.skip(next, "-") + 1;
    if matches!(unit, Unit::Half) || c.is_glued(end, "-") {
        return None;
    }
    let end = c.phrase(end, &["or", "so"]).unwrap_or(end);
    Some(Found::new(end, Rule::length(amount, unit)).with(modifier))
}

/// `past years`, `coming weeks` without an article: the past, the future (3 of 4).
fn vague_shifted(c: &Cursor, at: usize) -> Option<Found> {
    let reference = match c.shift(at.checked_sub(1)?)? {
        Shift::Coming => Reference::Future,
        Shift::Past => Reference::Past,
        _ => return bare_shifted(c, at),
    };
    bare_shifted(c, at).map(|found| Found::new(found.end, Rule::Vague(reference)))
}

/// `the past years`, `the coming weeks`, `the following days`: an unknown number.
fn bare_shifted(c: &Cursor, at: usize) -> Option<Found> {
    let (unit, true) = c.unit(at)? else { return None };
    let end = at + 1;
    if c.is_glued(end, "-") {
        return None;
    }
    match c.shift(at - 1)? {
        Shift::Coming | Shift::Past | Shift::Following | Shift::Previous | Shift::Last | Shift::Next => {
            Some(Found::new(end, Rule::length(None, unit)))
        }
        _ => None,
    }
}

/// `several`, `a few`, `a couple of`: the number where there is one, and the index behind.
fn vague_number(c: &Cursor, at: usize) -> Option<(Option<Amount>, usize)> {
    let article = c.is(at, "a");
    let at = c.skip(at, "a");
    match c.vague(at)? {
        Vagueness::Two => Some((Some(Amount::whole(2)), c.skip(at + 1, "of"))),
        Vagueness::Some if !article || c.is(at, "few") => {
            let next = at + 1;
            Some((None, if c.is_any(next, &["hundred", "thousand", "dozen"]) { next + 1 } else { next }))
        }
        _ => None,
    }
}

/// `several weeks`, `a few days`, `recent months`, `a couple of years`.
fn vague(c: &Cursor) -> Option<Found> {
    if c.is(c.start, "many") && c.after_any(&["as", "so", "too"]) {
        return None;
    }
    let (modifier, start) = offset::about(c, c.start);
    if let Some(Vagueness::Recent) = c.vague(start) {
        let (unit, true) = c.unit(start + 1)? else { return None };
        let rule = match unit {
            Unit::Year | Unit::Decade | Unit::Day => Rule::Vague(Reference::Past),
            _ => Rule::length(None, unit),
        };
        return Some(Found::new(start + 2, rule));
    }
    let (amount, next) = vague_number(c, start)?;
    let next = if c.context(next, Context::Kind) { next + 1 } else { next };
    let hyphen = c.is_glued(next, "-");
    let next = if hyphen { next + 1 } else { next };
    let (unit, plural) = c.unit(next)?;
    let end = next + 1;
    if !(plural || hyphen) || unit == Unit::Half || c.is_glued(end, "-") || is_age(c, end) {
        return None;
    }
    let modifier = modifier.or(amount.map(|_| Modifier::Approx));
    Some(Found::new(end, Rule::length(amount, unit)).with(modifier))
}

/// `two-day`, `10-year`, `twenty-four-hour`, `day-long`; never `22-year-old`.
fn adjective(c: &Cursor) -> Option<Found> {
    let at = c.start;
    if matches!(c.mark_before(), "-" | "$" | "." | "/") {
        return None;
    }
    let (amount, next) = match c.is_any(at, &["several", "multi", "many"]) {
        true => (None, at + 1),
        false if c.is_any(at, &["half", "quarter"]) => {
            let hundredths = if c.is(at, "half") { 50 } else { 25 };
            (Some(Amount { whole: 0, hundredths }), at + 1)
        }
        false => {
            let numeral = numbers::numeral(c, at)?;
            if numeral.form == NumeralForm::Article {
                return None;
            }
            (Some(numeral.amount), numeral.end)
        }
    };
    let next = c.hyphen(next)?;
    let (amount, next) = match c.phrase(next, &["and", "-", "a", "-", "half", "-"]) {
        Some(next) => (amount.map(|amount| Amount { hundredths: 50, ..amount }), next),
        None => (amount, next),
    };
    let (unit, _) = c.unit(next)?;
    let mut end = next + 1;
    if let Some(old) = c.hyphen(end).filter(|old| c.is(*old, "old")) {
        return ages_thing(c, old + 1).then(|| Found::new(old + 1, Rule::length(amount, unit)));
    }
    // `The thirty-second president`.
    let is_ordinal = unit == Unit::Second && !c.is_any(at, &["one", "two", "five", "ten"]) && c.is_word(at);
    if matches!(unit, Unit::Half | Unit::Weekend)
        || is_ordinal
        || c.is(end, "old")
        || c.is(next, "quarters")
        || names_war(c, next)
    {
        return None;
    }
    if c.is_glued(end, "-") {
        if c.is_glued(end + 1, "long") {
            end += 2;
        } else {
            return None;
        }
    }
    Some(Found::new(end, Rule::length(amount, unit)))
}

/// `the Six-Day War`, `the Seven Years' War`: a name, where the unit at `at` has a capital.
fn names_war(c: &Cursor, at: usize) -> bool {
    let behind = if c.is_any(at + 1, &["'", "’"]) { at + 2 } else { at + 1 };
    c.is_capital(at) && c.is_any(behind, &["War", "Wars", "Campaign", "Offensive", "Siege", "Plan"])
}

/// Whether `8-month-old` is said of a thing: of a truce, not of a boy or of `Ann Weber`, and not `a 6-year-old`.
fn ages_thing(c: &Cursor, at: usize) -> bool {
    const THINGS: &[&str] = &[
        "agreement",
        "alliance",
        "ban",
        "battle",
        "blockade",
        "boycott",
        "ceasefire",
        "campaign",
        "case",
        "civil",
        "coalition",
        "company",
        "conflict",
        "crisis",
        "deal",
        "dispute",
        "embargo",
        "feud",
        "firm",
        "government",
        "institution",
        "insurgency",
        "law",
        "offensive",
        "organisation",
        "organization",
        "peace",
        "policy",
        "practice",
        "problem",
        "program",
        "programme",
        "project",
        "protest",
        "rebellion",
        "regime",
        "restriction",
        "rule",
        "sanctions",
        "siege",
        "slump",
        "standoff",
        "state",
        "strike",
        "tradition",
        "treaty",
        "truce",
        "union",
        "uprising",
        "war",
    ];
    c.is_any(at, THINGS)
}

/// `day-long`, `decades-long`, `a decade-old feud`.
fn long(c: &Cursor) -> Option<Found> {
    let (unit, plural) = c.unit(c.start)?;
    let old = |end: &usize| ages_thing(c, *end);
    let end =
        c.phrase(c.start + 1, &["-", "long"]).or_else(|| c.phrase(c.start + 1, &["-", "old"]).filter(old))?;
    c.glued(c.start + 1)?;
    let amount = if plural { None } else { Some(Amount::whole(1)) };
    (c.mark_before() == "").then(|| Found::new(end, Rule::length(amount, unit)))
}

/// `the nine months`, `nine months ended`: the months of an account, whose article stands inside.
fn months_of_account(c: &Cursor) -> Option<Found> {
    let at = c.phrase(c.start, &["the"])?;
    let at = c.phrase(at, &["year", "-", "earlier"]).unwrap_or(at);
    let (number, next) = numbers::below_hundred(c, at)?;
    let end = c.phrase(next, &["months"])?;
    matches!(number, 3 | 6 | 9 | 12)
        .then(|| Found::new(end, Rule::length(Some(Amount::whole(u32::from(number))), Unit::Month)))
}

/// `over the years`: the article stands inside.
fn over_the_years(c: &Cursor) -> Option<Found> {
    let at = c.phrase(c.start, &["the"])?;
    let (unit, true) = c.unit(at)? else { return None };
    let alone = c.after_any(&["over", "through", "throughout"]) && !c.is_glued(at + 1, "-");
    alone.then(|| Found::new(at + 1, Rule::length(None, unit)))
}

/// `for years`, `within weeks`, `in the days before`, `just hours after`: only behind a preposition or before another.
fn bare_plural(c: &Cursor) -> Option<Found> {
    let (unit, true) = c.unit(c.start)? else { return None };
    const BEFORE: &[&str] =
        &["for", "in", "take", "takes", "took", "within", "lasted", "spent", "last", "over"];
    let end = c.start + 1;
    if c.is_glued(end, "-")
        || matches!(unit, Unit::Night | Unit::Weekend | Unit::Quarter)
        || c.mark_before() != ""
    {
        return None;
    }
    let measured = c.after_any(BEFORE) && c.phrase(end, &["of", "age"]).is_none();
    let leads = c.is_any(end, &["ahead", "following", "since", "leading"]) && c.after_any(&["the"])
        || c.is_any(end, &["before", "after"]) && c.after_any(&["the", "just", "only", "mere"])
        || c.is(end, "of")
            && c.after_any(&[
                "after",
                "follows",
                "following",
                "followed",
                "despite",
                "amid",
                "through",
                "with",
            ])
        || c.phrase(end, &["that", "followed"]).is_some()
        || c.phrase(end, &["from", "now"]).is_some();
    (measured || leads).then(|| Found::new(end, Rule::length(None, unit)))
}
