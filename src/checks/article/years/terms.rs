//! Terms that begin and end in years which are named: `took office in 2019 for a four-year term that ends in 2025`.

use crate::checks::Report;
use crate::checks::article::prose::calendar::counted;
use crate::checks::article::years::{Chronicle, count};

/// A term whose years are not those between its ends.
pub fn term(chronicle: &Chronicle<'_>, index: usize, at: usize) -> Option<Report> {
    const TERMS: &[&str] = &[
        "term",
        "mandate",
        "contract",
        "lease",
        "deal",
        "agreement",
        "loan",
        "concession",
        "programme",
        "program",
        "plan",
        "bond",
        "licence",
        "license",
    ];
    const ENDS: &[&str] = &[
        "ends", "ending", "end", "expires", "expire", "expiring", "expired", "until", "through", "ended",
        "runs",
    ];
    const BEGINS: &[&str] = &[
        "since",
        "from",
        "elected",
        "signed",
        "appointed",
        "office",
        "began",
        "started",
        "beginning",
        "starting",
        "power",
    ];
    let passage = chronicle.people.passage(index)?;
    let length = count(passage, at).filter(|length| length.number >= 2 && length.more < 100)?;
    let noun = (at + 1..at + 4).find(|at| passage.is_any(*at, TERMS))?;
    let years: Vec<(usize, i64)> = chronicle.within(index).map(|named| (named.at, named.year)).collect();
    let [(one, first), (other, second)] = years.as_slice() else { return None };
    let (from, to, last_at) = if first < second { (first, second, *other) } else { (second, first, *one) };
    let first_at = if last_at == *other { *one } else { *other };
    let ends = passage.has_before(last_at, 3, ENDS) && last_at > noun;
    let begins = passage.has_before(first_at, 4, BEGINS);
    let other = passage.has_any(
        0..passage.count(),
        &[
            "second",
            "third",
            "extended",
            "renewed",
            "extension",
            "another",
            "previous",
            "former",
            "new",
            "re-elected",
            "again",
            "option",
            "founded",
            "born",
        ],
    );
    let full = to - from;
    if !ends || !begins || other || (full - length.number).abs() <= 1 || passage.item(at)?.is_quoted {
        return None;
    }
    Some(
        Report::new(
            passage.span(at..noun + 1),
            format!(
                "“{}” does not fit: from {from} to {to} is {}",
                passage.words(at..noun + 1),
                counted(full, "year")
            ),
        )
        .with(passage.related(first_at))
        .with(passage.related(last_at))
        .because(format!("it begins at “{}” and ends at “{}”", passage.word(first_at), passage.word(last_at)))
        .because(format!("{to} − {from} = {full}; one year more or less would be let pass")),
    )
}
