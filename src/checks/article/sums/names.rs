//! A number of people, places or days and the list of their names: `three officials: A, B, C and D`.

use crate::base::kind::EntityKind;
use crate::checks::Report;
use crate::checks::article::prose::{HEDGES, ItemKind, Passage};
use crate::checks::article::sums::lists::PARTIAL;
use crate::checks::article::sums::{Unit, amount};

/// What a list may be made of: names of one kind, or days.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Element {
    Name(EntityKind),
    Date,
}

/// The number of a list of names is another one. The list stands behind a colon or dash, in brackets, or between
/// commas behind `the three ministers`.
pub fn counted(passage: &Passage<'_>, at: usize) -> Option<Report> {
    const NOUN: usize = 5;
    let total = amount(passage, at).filter(|total| total.unit == Unit::Things && total.step == 1.0)?;
    if !(2.0..=12.0).contains(&total.value)
        || passage.has_before(at, 3, HEDGES)
        || passage.item(at)?.is_quoted
    {
        return None;
    }
    let plain = |at: &usize| {
        passage.item(*at).is_some_and(|item| item.kind == ItemKind::Word && !item.is_any(NO_NOUN))
    };
    let end = (total.end..total.end + NOUN).take_while(plain).last()? + 1;
    let mark = passage.item(end)?;
    let next = passage.item(end + 1)?;
    let opens = mark.is(":") && !next.is_tight || mark.is_dash() && !mark.is_tight || mark.is("(");
    let definite = passage.has_before(at, 1, &["the", "all", "its", "their", "his", "her", "these", "those"]);
    // Between commas only behind `the`: `three ministers, A, B and C` may be more than the three.
    let apposed = mark.is(",") && definite;
    // `Two men, Lind, 34, Berg, 27, and Roth, 30, were arrested`: the sentence begins with them, and all do the same.
    let opening = mark.is(",") && at == 0 && total.value > 1.0;
    if !opens && !apposed && !opening || passage.has_any(0..passage.count(), PARTIAL) {
        return None;
    }
    let (count, list_end) = list(passage, end + 1)?;
    let closed = match () {
        () if mark.is("(") => passage.is(list_end, ")"),
        () if opening => {
            passage.is(list_end, ",")
                && passage.is_any(list_end + 1, &["were", "are", "have", "had", "will", "was"])
        }
        () if apposed => passage.is(list_end, ","),
        () => passage.item(list_end).is_none_or(|item| item.is_any(&[".", ";", "!", ","]) || item.is_dash()),
    };
    if !closed || f64::from(count) == total.value {
        return None;
    }
    let (whole, list) = (passage.words(at..end), passage.words(end + 1..list_end));
    Some(
        Report::new(passage.span(end + 1..list_end), format!("“{list}” are {count}, not “{whole}”"))
            .because(format!("“{whole}” announces {}", total.shown()))
            .because(format!("“{list}” names {count}")),
    )
}

/// What ends the noun that is counted.
const NO_NOUN: &[&str] = &[
    "and", "or", "were", "was", "to", "percent", "per", "who", "a", "by", "for", "on", "after", "years",
    "year", "times", "more", "others", "other", "of", "in", "at", "days", "months", "weeks", "hours",
    "minutes", "points", "than", "from",
];

/// How many elements a list has, and where it ends; the last is joined with `and`.
fn list(passage: &Passage<'_>, start: usize) -> Option<(u32, usize)> {
    let (first, mut at) = element(passage, start)?;
    let mut count = 1;
    loop {
        let (next, is_last) = match () {
            () if passage.is(at, ",") && passage.is(at + 1, "and") => (at + 2, true),
            () if passage.is(at, "and") => (at + 1, true),
            () if passage.is_any(at, &[",", ";"]) => (at + 1, false),
            () => return None,
        };
        let (kind, end) = element(passage, next)?;
        if kind != first {
            return None;
        }
        count += 1;
        at = end;
        if is_last {
            return Some((count, at));
        }
    }
}

/// One element of a list: a name, with an office before it and an age or a place behind it, or a day.
fn element(passage: &Passage<'_>, start: usize) -> Option<(Element, usize)> {
    const OFFICE: usize = 5;
    if let ItemKind::Date(_) = passage.item(start)?.kind {
        return passage.day(start).map(|_| (Element::Date, start + 1));
    }
    let name = (start..start + OFFICE)
        .find(|at| matches!(passage.item(*at).map(|item| item.kind), Some(ItemKind::Name(_))))?;
    let plain = (start..name).all(|at| {
        passage.item(at).is_some_and(|item| {
            item.kind == ItemKind::Word && !item.is_any(&["and", "or", "who", "of", "the", "in", "both"])
        })
    });
    let kind = passage.name(name)?;
    if !plain || kind != EntityKind::Person && name > start {
        return None;
    }
    let mut end = name + 1;
    // `Lind, 34, …`; `Lind (34)`; `Lind of Norway`.
    if kind == EntityKind::Person {
        if passage.is(end, ",") && passage.number(end + 1).is_some() {
            end += 2;
            // The comma that closes the age also parts the list.
        } else if passage.is(end, "(") && passage.is(end + 2, ")") {
            end += 3;
        }
        if passage.is(end, "of") && matches!(passage.item(end + 1)?.kind, ItemKind::Name(_)) {
            end += 2;
        }
    }
    Some((Element::Name(kind), end))
}
