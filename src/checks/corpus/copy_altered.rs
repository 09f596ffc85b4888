//! Check: copy-altered
//!
//! A sentence that another article has almost word for word, but for one fact: `Forty-seven people were
//! injured when a gas explosion tore …` here, `Seventy-four people …` there. News agencies' reports are
//! printed by many with light edits; a number, day, name or office that changes on the way is a mistake of
//! one of them.
//!
//! Sentences are aligned word by word. Seven words of weight, and seven of ten of the shorter sentence's,
//! must stand for each other; what stands in one place must then differ in one fact: a number of the same
//! thing, a day as computed (`Monday` of the next day's paper may be the same day), a name of the same
//! kind that is no spelling, short form or larger place of the other, an office, a negation, two words that
//! exclude each other (`approved`, `rejected`). Light edits are left alone: synonyms, order, what is cut,
//! added, rounded or hedged, and a number of victims that a later day's report raises.
//!
//! Reports that use the same words every day (markets, weather, scores, earnings, `X has N inhabitants`)
//! differ in many facts. So two articles are compared only where they appeared within ten days, share two
//! such sentences or more, and agree in four facts for each in which they differ. A draft may take a single
//! sentence of a source, which must then share two facts with it. Where another check says more of the same
//! place, this one is silent. One conflict is reported once: in a draft,
//! else in the article that came later.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::base::span::Span;
use crate::checks::corpus::copies::align::{self, Alignment, Gap, Stretch};
use crate::checks::corpus::copies::differ::{self, Difference, Slot};
use crate::checks::corpus::copies::{Laid, Sort, Word, names, offices};
use crate::checks::pairs::{Pair, shared};
use crate::checks::{Check, Related, Report, Severity, Subject, citation};
use crate::knowledge::parallels::Parallel;
use crate::lang::claims::stems::Weight;
use crate::lang::claims::tellings::Telling;

/// See the module.
pub struct CopyAltered;

/// So many words of weight stand for each other in two sentences that are nearly the same.
const LEAST_ALIKE: usize = 7;
/// So many where most of both articles is the same.
const LEAST_IN_COPY: usize = 3;
/// And so many words in all.
const LEAST_WORDS: usize = 5;
/// So many where a draft repeats a single sentence,
const LEAST_IN_DRAFT: usize = 5;
/// and so many points, two for a fact that agrees and one for each word of weight.
const ENOUGH_IN_DRAFT: usize = 11;
/// So many sentences are nearly the same in two articles that print one report.
const LEAST_SENTENCES: usize = 2;
/// Reports of more facts that differ are of two events.
const MOST_DIFFERENCES: usize = 2;
/// So many facts agree for one that differs.
const AGREE_FOR_ONE: usize = 4;
/// A quotation of so many words is compared by itself.
const LONG_QUOTATION: usize = 6;
/// What is printed later is another report.
const MOST_DAYS: i64 = 10;
/// Sentences of two articles that share fewer stems are no copies.
const LEAST_SHARED: usize = 4;

impl Check for CopyAltered {
    fn code(&self) -> &'static str {
        "copy-altered"
    }

    fn severity(&self) -> Severity {
        Severity::Information
    }

    fn in_draft(&self) -> Severity {
        Severity::Warning
    }

    fn summary(&self) -> &'static str {
        "a sentence that another article has almost word for word, but for one fact"
    }

    fn run(&self, subject: &Subject<'_>, report: &mut Vec<Report>) {
        let is_draft = subject.snapshot.is_draft(subject.article);
        let near = |pair: &&Pair| {
            let copied = pair.parallels.iter().filter(|parallel| is_copied(subject, pair, parallel));
            pair.apart.is_none_or(|days| days.abs() <= MOST_DAYS)
                && copied.count() >= if is_draft { 1 } else { LEAST_SENTENCES }
        };
        let mut mine = None;
        let mut told: FxHashSet<Span> = FxHashSet::default();
        for pair in subject.pairs.of(subject).iter().filter(near) {
            let mine = mine.get_or_insert_with(|| Laid::of(subject.snapshot, subject.article));
            let (Some(mine), Some(theirs)) = (mine.as_ref(), Laid::of(subject.snapshot, pair.article)) else {
                continue;
            };
            let copies = copies(mine, &theirs);
            let altered = if is_draft { in_draft(&copies) } else { in_article(mine, &theirs, &copies) };
            for (copy, difference) in altered {
                let found = finding(subject, copy, difference);
                if told.insert(found.span) {
                    report.push(found);
                }
            }
        }
    }
}

/// Whether two sentences share so many stems that they are worth aligning.
fn is_copied(subject: &Subject<'_>, pair: &Pair, parallel: &Parallel) -> bool {
    let Some((one, other)) = pair.tellings(subject, parallel.one, parallel.other) else { return false };
    let telling =
        |telling: &Telling| telling.stems.iter().filter(|stem| stem.weight() >= Weight::Plain).count();
    let shared = shared(&one.stems, &other.stems, Weight::Plain);
    parallel.is_mutual && shared >= LEAST_SHARED && shared * 2 >= telling(one).min(telling(other))
}

/// Two sentences that are nearly the same.
struct Copy<'a> {
    mine: Stretch<'a>,
    theirs: Stretch<'a>,
    alignment: Alignment,
    /// How many different words of weight are the same.
    alike: usize,
    differences: Vec<Difference>,
    /// How many words that differ stand for each other all the same: one at most.
    slots: usize,
}

impl Copy<'_> {
    /// How many facts agree.
    fn agreed(&self) -> usize {
        let paired = self.alignment.pairs.iter().filter_map(|(at, _)| self.mine.words.get(*at));
        let mut spans: Vec<Span> = paired.filter(|word| word.is_fact()).map(|word| word.span).collect();
        spans.dedup();
        spans.len()
    }

    /// Whether none of the sentences begins with the name of somebody or something else, as definitions do
    /// that are made from one pattern: `X is a village in …`.
    fn has_one_subject(&self) -> bool {
        let (mine, theirs) = (self.mine.words, self.theirs.words);
        let Some(&(first, their_first)) = self.alignment.pairs.first() else { return false };
        let heads = (mine.get(..first).unwrap_or_default(), theirs.get(..their_first).unwrap_or_default());
        let is_other = |words: &[Word]| words.iter().any(Word::is_weighty);
        let defines = |word: Option<&Word>| {
            word.is_some_and(|word| matches!(&*word.form, "is" | "was" | "are" | "were"))
        };
        let other = is_other(heads.0) && is_other(heads.1);
        let several = |words: &[Word]| words.iter().any(|word| matches!(word.sort, Sort::Name(_)));
        !(other && (defines(mine.get(first)) || several(heads.0) != several(heads.1)))
    }

    /// Whether so many tenths of the words of weight of the shorter sentence have their like.
    fn is_mostly_alike(&self, tenths: usize) -> bool {
        self.is_alike_in((self.mine.words, self.theirs.words), tenths)
    }

    /// The same of the part between the first and the last pair: what a sentence took of another.
    fn is_partly_alike(&self, tenths: usize) -> bool {
        let ends = self.alignment.pairs.first().zip(self.alignment.pairs.last());
        let part = ends.and_then(|(first, last)| {
            Some((self.mine.words.get(first.0..last.0 + 1)?, self.theirs.words.get(first.1..last.1 + 1)?))
        });
        self.alike >= LEAST_ALIKE && part.is_some_and(|part| self.is_alike_in(part, tenths))
    }

    fn is_alike_in(&self, (mine, theirs): (&[Word], &[Word]), tenths: usize) -> bool {
        (self.alignment.weighty(self.mine.words) + self.slots) * 10
            >= align::weight(mine.iter()).min(align::weight(theirs.iter())) * tenths
    }
}

/// The sentences of one article that the other has nearly as they are.
fn copies<'a>(mine: &'a Laid<'a>, theirs: &'a Laid<'a>) -> Vec<Copy<'a>> {
    let mut found = Vec::new();
    for line in mine.body() {
        let near = theirs.body().filter(|other| line.shared_with(other) >= LEAST_IN_COPY);
        let best = near
            .map(|other| {
                let (mine, theirs) = (
                    Stretch { laid: mine, words: &line.words },
                    Stretch { laid: theirs, words: &other.words },
                );
                let alignment = align::whole(mine, theirs);
                Copy { mine, theirs, alignment, alike: 0, differences: Vec::new(), slots: 1 }
            })
            .max_by_key(|copy| copy.alignment.weighty(copy.mine.words));
        let Some(mut copy) = best else { continue };
        copy.alike = copy.alignment.distinct(copy.mine.words);
        if copy.alike < LEAST_IN_COPY || copy.alignment.pairs.len() < LEAST_WORDS {
            continue;
        }
        if copy.has_one_subject() {
            copy.differences = differences(&copy);
        }
        copy.slots = copy.differences.len().min(1);
        if copy.is_mostly_alike(7) || copy.is_partly_alike(8) {
            found.push(copy);
        }
    }
    found
}

/// What differs between two sentences, without what is told in other words or elsewhere.
fn differences(copy: &Copy<'_>) -> Vec<Difference> {
    let (mine, theirs) = (copy.mine, copy.theirs);
    let mut gaps = copy.alignment.gaps();
    gaps.extend(copy.alignment.ends(mine.words.len(), 0..theirs.words.len()));
    // `Mayor …`, `Deputy mayor …`.
    if let Some(&(one, other)) = copy.alignment.pairs.first()
        && one + other == 1
        && [mine.words.first(), theirs.words.first()].into_iter().flatten().any(offices::is_standing)
    {
        gaps.push(Gap { mine: 0..one, theirs: 0..other });
    }
    let told = gaps.into_iter().filter_map(|gap| {
        let slot = differ::slot(mine, theirs, &copy.alignment, &gap)?;
        let is_loose = names::is_loose(mine, theirs, &copy.alignment, &gap);
        Some(Difference { slot, gap, is_loose })
    });
    let mut told: Vec<Difference> = told.collect();
    // Where one number has grown the sentence was brought up to date, and the others with it.
    let risen = told.iter().any(|one| one.slot == Slot::Number && differ::has_grown(mine, theirs, one));
    let again = mine.laid.days_from(theirs.laid) != Some(0) && has_any(mine.words, &CHANGED);
    let changed = again || has_any(mine.words, &CHANGES) && !has_any(theirs.words, &CHANGES);
    told.retain(|one| match one.slot {
        _ if is_quoted(mine, one) => false,
        Slot::Number | Slot::Day if changed => false,
        Slot::Negation | Slot::Contrary => copy.is_mostly_alike(8) || copy.is_partly_alike(8),
        // `former director` of one body, `director` of another: the rest must be the same.
        Slot::Office if one.gap.mine.is_empty() || one.gap.theirs.is_empty() => copy.is_mostly_alike(8),
        Slot::Number => !risen && !is_said_there(copy, one),
        _ => true,
    });
    told
}

/// What is put off can be put off again.
static CHANGED: LazyLock<FxHashSet<u64>> = LazyLock::new(|| {
    align::stems(&["extend", "postpone", "delay", "reschedule", "revise", "correct", "update", "raise"])
});
/// A sentence with one of these, where the other has none, tells of a change: `instead of`, `up from`.
static CHANGES: LazyLock<FxHashSet<u64>> = LazyLock::new(|| {
    align::stems(&[
        "move",
        "lower",
        "instead",
        "earlier",
        "previously",
        "originally",
        "initially",
        "new",
        "now",
        "latest",
        "since",
        "already",
    ])
});

fn has_any(words: &[Word], any: &FxHashSet<u64>) -> bool {
    words.iter().any(|word| any.contains(&word.stem))
}

/// Whether a difference lies in a longer quotation, which is compared by itself (quote-altered).
fn is_quoted(mine: Stretch<'_>, difference: &Difference) -> bool {
    let span = differ::phrase(mine, &difference.gap.mine, difference.slot);
    let mut long = mine.laid.facts.quotations.iter().filter(|one| one.words.len() >= LONG_QUOTATION);
    long.any(|one| one.span.intersects(span))
}

/// Whether the other article has the number for the same thing in another sentence.
fn is_said_there(copy: &Copy<'_>, difference: &Difference) -> bool {
    let range = difference.gap.mine.clone();
    let number = copy.mine.words.get(range.clone()).into_iter().flatten().find(|word| is_number(word));
    let thing = copy.mine.words.get(range.end..).into_iter().flatten().find(|word| word.is_weighty());
    let (Some(number), Some(thing)) = (number, thing) else { return false };
    copy.theirs.laid.lines.iter().any(|line| {
        line.words.windows(2).any(|pair| match pair {
            [one, other] => one.form == number.form && other.stem == thing.stem,
            _ => false,
        })
    })
}

fn is_number(word: &Word) -> bool {
    matches!(word.sort, Sort::Number(_))
}

/// What differs between an article and an earlier one that prints the same report.
fn in_article<'c, 'a>(
    mine: &Laid<'_>,
    theirs: &Laid<'_>,
    copies: &'c [Copy<'a>],
) -> Vec<(&'c Copy<'a>, &'c Difference)> {
    let copies: Vec<&Copy<'a>> = copies.iter().filter(|copy| copy.is_mostly_alike(7)).collect();
    let shorter = mine.body().count().min(theirs.body().count());
    let is_copy = copies.len() >= 3 && copies.len() * 2 >= shorter;
    let least = if is_copy { LEAST_IN_COPY } else { LEAST_ALIKE };
    let mut found = all(&copies, least);
    let agreed: usize = copies.iter().map(|copy| copy.agreed()).sum();
    let one_report = copies.iter().filter(|copy| copy.alike + 2 >= LEAST_ALIKE).count() >= LEAST_SENTENCES
        && found.len() <= MOST_DIFFERENCES
        && agreed >= AGREE_FOR_ONE * found.len()
        && mine.names_shared_with(theirs) * 5 >= mine.names().min(theirs.names()) * 2;
    // Where a sentence differs in more, it tells of something else.
    found.retain(|(copy, one)| copy.differences.len() == 1 && (is_copy || !one.is_loose));
    if one_report { found } else { Vec::new() }
}

/// What differs between the sentences of a draft and those of a source that they repeat.
fn in_draft<'c, 'a>(copies: &'c [Copy<'a>]) -> Vec<(&'c Copy<'a>, &'c Difference)> {
    let alike = |copy: &&Copy<'a>| copy.is_mostly_alike(8) || copy.is_partly_alike(8);
    let copies: Vec<&Copy<'a>> = copies.iter().filter(alike).collect();
    let mut found = all(&copies, LEAST_IN_DRAFT);
    found.retain(|(copy, _)| copy.alike + 2 * copy.agreed() >= ENOUGH_IN_DRAFT);
    let few = found.len() <= MOST_DIFFERENCES;
    // Where a sentence differs in more, it tells of something else.
    found.retain(|(copy, one)| copy.differences.len() == 1 && !one.is_loose);
    if few { found } else { Vec::new() }
}

/// What differs in sentences of which so many words of weight are the same.
fn all<'c, 'a>(copies: &[&'c Copy<'a>], least: usize) -> Vec<(&'c Copy<'a>, &'c Difference)> {
    let alike = copies.iter().copied().filter(|copy| copy.alike >= least);
    alike.flat_map(|copy| copy.differences.iter().map(move |one| (copy, one))).collect()
}

fn finding(subject: &Subject<'_>, copy: &Copy<'_>, difference: &Difference) -> Report {
    let (mine, theirs) = (copy.mine, copy.theirs);
    let here = differ::phrase(mine, &difference.gap.mine, difference.slot);
    let there = differ::phrase(theirs, &difference.gap.theirs, difference.slot);
    let (my_words, their_words) = (mine.laid.words(here), theirs.laid.words(there));
    let doc = theirs.laid.article.doc;
    let name = citation::file_name(subject.snapshot, doc);
    let sentence = |stretch: Stretch<'_>| {
        let words = (stretch.words.first(), stretch.words.last());
        let span = words.0.zip(words.1).map_or(Span::default(), |(first, last)| first.span.join(last.span));
        stretch.laid.words(span)
    };
    Report::new(here, format!("“{my_words}” here, “{their_words}” in {name}, in nearly the same sentence"))
        .with(Related { doc, span: there, message: format!("“{their_words}”") })
        .because(format!("here: “{}”", sentence(mine)))
        .because(format!("{name}: “{}”", sentence(theirs)))
        .because(format!("{} words of weight are the same, and {}", copy.alike, difference.slot.words()))
        .mended_by(citation::corrected(subject, here, &their_words, doc))
}
