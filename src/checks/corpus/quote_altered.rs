//! Check: quote-altered
//!
//! Words inside quotation marks that another article gives otherwise: `We will sell the plant` here, `We
//! will not sell the plant` there.
//!
//! Quotations are aligned word by word, sentence by sentence; what is interrupted by `he said` is one
//! quotation, and a part of a quotation is compared with the part that it is. A number or length of time, a
//! `not`, words that exclude each other (`more`, `less`) and `will` for `may` or `should` are findings from a few shared
//! words on; another word in its place, or one left out, from six. What is only cut, also by an ellipsis,
//! what brackets explain, another spelling, another form of a word and other small words are no alteration,
//! and a quotation of which more than one word in six differs is another sentence, or another translation.
//!
//! The speaker must be the same, as far as both articles name one, but of fourteen words or more; where one of
//! them names none, more words must agree, and of fewer than ten the articles must share names. A draft may also give a source's quotation without its marks, as in an indented
//! block; there only numbers and negations count. One conflict is reported once: in a draft, else in the
//! article that came later.

use rustc_hash::FxHashSet;

use crate::base::id::ArticleId;
use crate::base::kind::EntityKind;
use crate::base::span::Span;
use crate::checks::article::prose::Prose;
use crate::checks::corpus::copies::align::{self, Alignment, Gap, Stretch};
use crate::checks::corpus::copies::differ::{self, Slot};
use crate::checks::corpus::copies::{Laid, Word, candidates, content, contraries, names};
use crate::checks::{Check, Related, Report, Severity, Subject, citation};
use crate::lang::claims::quotations::Quotation;
use crate::lang::wording::passages;
use crate::source::ZoneKind;

/// See the module.
pub struct QuoteAltered;

/// A shorter part of a quotation is easily said twice.
const LEAST_WORDS: usize = 4;
/// So many words of weight agree where one is another, or left out, and that is no number or negation.
const LEAST_FOR_WORDS: usize = 4;
/// So many words in all.
const LEAST_IN_ALL: usize = 8;
/// One word in so many may differ.
const ONE_IN: usize = 6;
/// How many words may differ.
const MOST_OTHER: usize = 2;
/// Two quotations that are nearer to each other than this, in bytes, are one speech.
const INTERRUPTION: u32 = 250;
/// What was said is quoted for so long; after that it is said anew.
const MOST_DAYS: i32 = 45;
/// A few words are said again sooner.
const MOST_DAYS_OF_FEW: i32 = 14;

impl Check for QuoteAltered {
    fn code(&self) -> &'static str {
        "quote-altered"
    }

    fn severity(&self) -> Severity {
        Severity::Information
    }

    fn in_draft(&self) -> Severity {
        Severity::Warning
    }

    fn summary(&self) -> &'static str {
        "a quotation whose words another article gives otherwise"
    }

    fn run(&self, subject: &Subject<'_>, report: &mut Vec<Report>) {
        let is_draft = subject.snapshot.is_draft(subject.article);
        let asked: Vec<_> = Prose::passages(subject)
            .filter(|passage| passage.sentence.zone == ZoneKind::Body)
            .flat_map(|passage| {
                let items = passage.sentence.items();
                let spoken = subject.facts.quotations.iter();
                let mut parts: Vec<_> = spoken
                    .map(|one| content(items.iter().filter(|item| one.span.covers(item.span))))
                    .collect();
                parts.extend(is_draft.then(|| content(items.iter())));
                parts
            })
            .map(|words| passages::of_quotation(&words))
            .filter(|keys| !keys.is_empty())
            .collect();
        if asked.is_empty() {
            return;
        }
        let others = candidates(subject, &asked);
        if others.is_empty() {
            return;
        }
        let Some(mine) = Laid::of(subject.snapshot, subject.article) else { return };
        let theirs: Vec<Laid<'_>> =
            others.iter().filter_map(|article| Laid::of(subject.snapshot, *article)).collect();
        let spoken: Vec<Vec<Speech<'_>>> = theirs.iter().map(speeches).collect();
        let own = speeches(&mine);
        let mut told: FxHashSet<Span> = FxHashSet::default();
        for unit in units(&mine, is_draft) {
            let compared: Vec<Rendering<'_>> = theirs
                .iter()
                .zip(&spoken)
                .flat_map(|(laid, speeches)| speeches.iter().map(move |speech| (laid, speech)))
                .filter_map(|(laid, speech)| rendering(subject, &mine, &unit, laid, speech))
                .collect();
            if compared.iter().any(|one| one.altered.is_none()) {
                continue;
            }
            let best = compared.into_iter().min_by_key(|one| usize::MAX - one.alike);
            // Both were said.
            let best = best.filter(|one| !own.iter().any(|speech| has_run(&speech.words, one.aligned())));
            let report_of = |one: Rendering<'_>| finding(subject, &mine, &unit, &one);
            report.extend(best.and_then(report_of).filter(|found| told.insert(found.span)));
        }
    }
}

/// A sentence of a quotation, or of a draft.
struct Unit<'q> {
    words: Vec<Word>,
    /// `None` for a sentence without marks.
    quotation: Option<&'q Quotation>,
}

/// Quotations that follow each other, as one.
struct Speech<'q> {
    words: Vec<Word>,
    /// The places of words at which a sentence or quotation begins.
    starts: Vec<usize>,
    quotations: Vec<&'q Quotation>,
}

/// How another article gives a quotation.
struct Rendering<'a> {
    laid: &'a Laid<'a>,
    words: &'a [Word],
    alignment: Alignment,
    /// How many words of weight are the same.
    alike: usize,
    /// The first place where it is another.
    altered: Option<(Gap, &'static str)>,
}

impl Rendering<'_> {
    /// The words of the other article that stand for the unit's.
    fn aligned(&self) -> &[Word] {
        let (Some(first), Some(last)) = (self.alignment.pairs.first(), self.alignment.pairs.last()) else {
            return &[];
        };
        let gap = self.altered.as_ref().map_or(first.1..first.1, |(gap, _)| gap.theirs.clone());
        self.words.get(first.1.min(gap.start)..(last.1 + 1).max(gap.end)).unwrap_or_default()
    }
}

/// Whether some words stand in others, one behind the other.
fn has_run(words: &[Word], run: &[Word]) -> bool {
    let same = |window: &[Word]| window.iter().zip(run).all(|(one, other)| one.stem == other.stem);
    !run.is_empty() && words.windows(run.len()).any(same)
}

/// The quotations of an article, and for a draft its sentences.
fn units<'q>(mine: &'q Laid<'q>, with_sentences: bool) -> Vec<Unit<'q>> {
    let mut found = Vec::new();
    for line in mine.body() {
        for quotation in &mine.facts.quotations {
            let inside: Vec<Word> =
                line.words.iter().filter(|word| quotation.span.covers(word.span)).cloned().collect();
            let pieces = inside.chunk_by(|one, next| !is_cut(mine, one, next));
            found.extend(pieces.map(|words| Unit { words: words.to_vec(), quotation: Some(quotation) }));
        }
        let quoted = |word: &Word| mine.facts.quotations.iter().any(|one| one.span.intersects(word.span));
        if with_sentences && !line.words.iter().any(quoted) {
            found.push(Unit { words: line.words.clone(), quotation: None });
        }
    }
    found.retain(|unit| unit.words.len() >= LEAST_WORDS);
    found
}

fn speeches<'q>(laid: &'q Laid<'q>) -> Vec<Speech<'q>> {
    let mut found: Vec<Speech<'q>> = Vec::new();
    for quotation in &laid.facts.quotations {
        let lines = laid.body().map(|line| {
            line.words.iter().filter(|word| quotation.span.covers(word.span)).cloned().collect::<Vec<Word>>()
        });
        let lines: Vec<Vec<Word>> = lines.filter(|words| !words.is_empty()).collect();
        if lines.is_empty() {
            continue;
        }
        let goes_on = found.last().and_then(|speech| speech.quotations.last()).is_some_and(|last| {
            let other = last.speaker.zip(quotation.speaker).is_some_and(|(one, other)| {
                let chain = |mention: u32| laid.facts.mentions.get(mention as usize).map(|one| one.chain);
                chain(one) != chain(other)
            });
            quotation.span.start.saturating_sub(last.span.end) <= INTERRUPTION && !other
        });
        if !goes_on {
            found.push(Speech { words: Vec::new(), starts: Vec::new(), quotations: Vec::new() });
        }
        let Some(speech) = found.last_mut() else { continue };
        speech.quotations.push(quotation);
        for words in lines {
            speech.starts.push(speech.words.len());
            speech.words.extend(words);
        }
    }
    found
}

/// How a speech gives the words of a unit; `None` where it does not.
fn rendering<'a>(
    subject: &Subject<'_>,
    mine: &'a Laid<'a>,
    unit: &Unit<'_>,
    laid: &'a Laid<'a>,
    speech: &'a Speech<'a>,
) -> Option<Rendering<'a>> {
    let here = Stretch { laid: mine, words: &unit.words };
    let there = Stretch { laid, words: &speech.words };
    let alignment = align::part(here, there);
    let (first, last) = (*alignment.pairs.first()?, *alignment.pairs.last()?);
    let alike = alignment.weighty(here.words);
    let count =
        |words: &[Word], range: std::ops::Range<usize>| align::weight(words.get(range).into_iter().flatten());
    let most = count(here.words, first.0..last.0 + 1).max(count(there.words, first.1..last.1 + 1));
    let in_all = alignment.pairs.len();
    if alike < 2 || in_all + 1 < LEAST_WORDS || alike * 10 < most * 6 {
        return None;
    }
    let mut gaps = alignment.gaps();
    gaps.extend(ends(&alignment, here, speech));
    gaps.retain(|gap| {
        !is_explained(mine, here.words, &gap.mine)
            && !is_explained(laid, there.words, &gap.theirs)
            && !names::is_one_name(here, there, gap)
            && !differ::is_spaced_otherwise(here, there, gap)
            && !differ::is_joined_otherwise(here, there, gap)
    });
    let strong = gaps.iter().find_map(|gap| Some((gap.clone(), strong(here, there, &alignment, gap)?)));
    let weights: usize = gaps
        .iter()
        .map(|gap| count(here.words, gap.mine.clone()).max(count(there.words, gap.theirs.clone())))
        .sum();
    let made = |altered| {
        Some(Rendering { laid, words: &speech.words, alignment: alignment.clone(), alike, altered })
    };
    let (known, same) = speakers(subject, mine, unit, laid, speech);
    // So many words are said by one, whom an article may have named wrongly.
    let (is_long, is_very_long) = (in_all >= 10 && alike >= 5, in_all >= 14 && alike >= 7);
    if known && !same && !is_very_long {
        return None;
    }
    // All else of the sentence is the same.
    let whole = gaps.len() == 1 && in_all + 1 >= here.words.len();
    let most_days = if same && alike >= 5 { MOST_DAYS } else { MOST_DAYS_OF_FEW };
    let near = mine.days_from(laid).is_none_or(|days| days.abs() <= most_days);
    let shared = mine.names_shared_with(laid);
    if let Some(strong) = strong {
        let enough = if same { alike >= 2 && (in_all >= 5 || whole) } else { alike >= 3 && in_all >= 6 };
        let names = if subject.snapshot.is_draft(mine.article) { 1 } else { 2 };
        let story = same || alike >= 6 || is_long || shared >= names || shared > 0 && alike >= 4;
        let few = gaps.len() <= 3 && weights <= 1 + alike / 3;
        return if enough && story && few && near { made(Some(strong)) } else { None };
    }
    if weights == 0 {
        return made(None);
    }
    let weak = gaps
        .iter()
        .find(|gap| count(here.words, gap.mine.clone()) + count(there.words, gap.theirs.clone()) > 0)?;
    // Of a translation much differs, in small words too.
    let differ: usize = gaps.iter().map(|gap| gap.mine.len().max(gap.theirs.len())).sum();
    let (least, least_in_all) = match (whole, same) {
        (true, _) => (LEAST_FOR_WORDS, LEAST_IN_ALL - 2),
        (false, true) => (LEAST_FOR_WORDS, LEAST_IN_ALL),
        (false, false) => (LEAST_FOR_WORDS + 1, LEAST_IN_ALL + 1),
    };
    let enough = alike >= least && in_all >= least_in_all && (same || shared > 0 || is_long);
    let few = differ <= MOST_OTHER && differ * ONE_IN <= in_all + differ;
    if unit.quotation.is_some() && enough && few && near {
        made(Some((weak.clone(), "a word differs")))
    } else {
        None
    }
}

/// What stands before and behind the aligned part in the same sentence on both sides: `Nobody will …`,
/// `Everybody will …`. A part of a quotation begins and ends where it likes.
fn ends(alignment: &Alignment, here: Stretch<'_>, speech: &Speech<'_>) -> Vec<Gap> {
    let (Some(&first), Some(&last)) = (alignment.pairs.first(), alignment.pairs.last()) else {
        return Vec::new();
    };
    let start = speech.starts.iter().rev().find(|start| **start <= first.1).copied().unwrap_or_default();
    let end = speech.starts.iter().find(|start| **start > last.1).copied().unwrap_or(speech.words.len());
    alignment.ends(here.words.len(), start..end)
}

/// What turns the sense of a quotation into another.
fn strong(here: Stretch<'_>, there: Stretch<'_>, alignment: &Alignment, gap: &Gap) -> Option<&'static str> {
    let slot = differ::slot(here, there, alignment, gap);
    if let Some(slot @ (Slot::Number | Slot::Day | Slot::Negation | Slot::Contrary)) = slot {
        return Some(slot.words());
    }
    let forms = |stretch: Stretch<'_>, range: &std::ops::Range<usize>| -> Vec<String> {
        stretch.words.get(range.clone()).into_iter().flatten().map(|word| word.form.to_string()).collect()
    };
    contraries::are_small(&forms(here, &gap.mine), &forms(there, &gap.theirs))
        .then_some("small words exclude each other")
}

/// Whether a part of a quotation was left out between two words, and says so.
fn is_cut(laid: &Laid<'_>, one: &Word, next: &Word) -> bool {
    let between = between(laid, one, next);
    between.contains("...") || between.contains('…') || between.contains(". .")
}

/// Whether words are left out, or stand in brackets.
fn is_explained(laid: &Laid<'_>, words: &[Word], range: &std::ops::Range<usize>) -> bool {
    let around =
        words.get(range.start.saturating_sub(1)..(range.end + 1).min(words.len())).unwrap_or_default();
    around.windows(2).any(|pair| match pair {
        [one, next] => {
            let text = between(laid, one, next);
            is_cut(laid, one, next) || text.contains(['[', ']', '(', ')'])
        }
        _ => false,
    })
}

fn between<'t>(laid: &'t Laid<'_>, one: &Word, next: &Word) -> &'t str {
    laid.text.get(one.span.end as usize..next.span.start as usize).unwrap_or_default()
}

/// Whether both articles say who speaks, and whether it is the same.
fn speakers(
    subject: &Subject<'_>,
    mine: &Laid<'_>,
    unit: &Unit<'_>,
    laid: &Laid<'_>,
    speech: &Speech<'_>,
) -> (bool, bool) {
    let entity = |at: ArticleId, laid: &Laid<'_>, speaker: Option<u32>| {
        let span = laid.facts.mentions.get(speaker? as usize)?.span;
        subject.snapshot.entity(&subject.snapshot.mention_at(at.doc, span.start)?)
    };
    let Some(quotation) = unit.quotation else { return (false, false) };
    let Some(one) = entity(mine.article, mine, quotation.speaker) else { return (false, false) };
    let others: Vec<_> = speech
        .quotations
        .iter()
        .filter_map(|theirs| Some((theirs.speaker?, entity(laid.article, laid, theirs.speaker)?)))
        .collect();
    if others.is_empty() {
        return (false, false);
    }
    if others.iter().any(|(_, other)| other.id == one.id) {
        return (true, true);
    }
    // Who speaks there is named beside the words here too: the words were attributed to another wrongly.
    let beside = |speaker: u32| {
        let chain = laid.facts.mentions.get(speaker as usize).and_then(|mention| laid.facts.chain(mention));
        let near = mine.facts.mentions.iter().filter(|mention| {
            let (before, behind) = (quotation.span.start, quotation.span.end);
            mention.span.start.abs_diff(behind) <= INTERRUPTION
                || mention.span.end.abs_diff(before) <= INTERRUPTION
        });
        chain.is_some_and(|chain| {
            near.filter_map(|mention| mine.facts.chain(mention))
                .any(|one| one.keys.iter().any(|key| chain.keys.contains(key)))
        })
    };
    let is_person = one.kind == EntityKind::Person;
    if !is_person || others.iter().any(|(speaker, _)| beside(*speaker)) {
        (false, false)
    } else {
        (true, false)
    }
}

fn finding(
    subject: &Subject<'_>,
    mine: &Laid<'_>,
    unit: &Unit<'_>,
    theirs: &Rendering<'_>,
) -> Option<Report> {
    let (gap, what) = theirs.altered.as_ref()?;
    let whole = |words: &[Word]| Some(words.first()?.span.join(words.last()?.span));
    let their_span = whole(theirs.aligned())?;
    let span = unit.quotation.map(|one| one.span).or_else(|| whole(&unit.words))?;
    let (my_words, other) = (mine.words(whole(&unit.words)?), theirs.laid.words(their_span));
    let doc = theirs.laid.article.doc;
    let name = citation::file_name(subject.snapshot, doc);
    let here = differ::phrase(Stretch { laid: mine, words: &unit.words }, &gap.mine, Slot::Negation);
    let there =
        differ::phrase(Stretch { laid: theirs.laid, words: theirs.words }, &gap.theirs, Slot::Negation);
    let message = format!("{name} quotes this otherwise: “{other}”; here: “{my_words}”");
    Some(
        Report::new(span, message)
            .with(Related { doc, span: their_span, message: format!("“{other}”") })
            .because(format!("here: “{my_words}”"))
            .because(format!("{name}: “{other}”"))
            .because(format!("{} words of weight are the same, and {what}", theirs.alike))
            .mended_by(citation::corrected(subject, here, &theirs.laid.words(there), doc)),
    )
}
