//! Check: event-party
//!
//! Another article has somebody else as the second party of the same agreement: `the memorandum that Iraq and
//! Egypt concluded`, which the other has as one of Iraq and Jordan.
//!
//! Two sentences are taken for one agreement where they share names, numbers and rarer words and one of them
//! speaks of an agreement. Each must join two names with `and`, or have one sign with the other, of which one
//! is the same; the other two must be of one kind, and neither may be named in the other article at all: who
//! names both tells of an agreement of three. One conflict is reported once: in a draft, else in the article
//! that came later.

use crate::base::kind::EntityKind;
use crate::checks::pairs::{Pair, are_one, compared, is_named};
use crate::checks::{Check, Report, Severity, Subject};
use crate::knowledge::parallels::Parallel;
use crate::lang::claims::tellings::{Telling, Turns};
use crate::lang::facts::{ArticleFacts, Mention};

/// See the module.
pub struct EventParty;

impl Check for EventParty {
    fn code(&self) -> &'static str {
        "event-party"
    }

    fn severity(&self) -> Severity {
        Severity::Information
    }

    fn in_draft(&self) -> Severity {
        Severity::Warning
    }

    fn summary(&self) -> &'static str {
        "another article has the same agreement with another party"
    }

    fn run(&self, subject: &Subject<'_>, report: &mut Vec<Report>) {
        compared(subject, report, |pair, parallel| {
            let (mine, theirs) = conflict(subject, pair, parallel)?;
            let point =
                |here: &str, there: &str, name: &str| format!("With {here} here, with {there} in {name}");
            let found = pair.other_name(subject, parallel, (mine.span, theirs.span), point)?;
            Some(found.because("neither is named in the other article"))
        });
    }
}

/// The parties that cannot both be that of the one agreement.
fn conflict<'f, 'a: 'f>(
    subject: &Subject<'a>,
    pair: &'f Pair,
    parallel: &Parallel,
) -> Option<(&'f Mention, &'f Mention)> {
    let (mine, theirs) = pair.tellings(subject, parallel.one, parallel.other)?;
    let agreed = |facts: &ArticleFacts, telling: &Telling| {
        facts.statements.iter().any(|one| one.kind == EntityKind::Agreement && telling.span.covers(one.span))
    };
    let is_agreement = agreed(subject.facts, mine) || agreed(pair.facts(), theirs);
    if parallel.score < 2.0 || !is_agreement || mine.turns.any(Turns::OTHER) || theirs.turns.any(Turns::OTHER)
    {
        return None;
    }
    let mention = |facts: &'f ArticleFacts, index: u32| facts.mentions.get(index as usize);
    for &(first, second) in &mine.joined {
        for &(third, fourth) in &theirs.joined {
            for (same, other) in [(first, second), (second, first)] {
                for (their_same, their_other) in [(third, fourth), (fourth, third)] {
                    let (same, other) = (mention(subject.facts, same)?, mention(subject.facts, other)?);
                    let (their_same, their_other) =
                        (mention(pair.facts(), their_same)?, mention(pair.facts(), their_other)?);
                    let (one, two) = (subject.facts.chain(same)?, pair.facts().chain(their_same)?);
                    let (mine, theirs) = (subject.facts.chain(other)?, pair.facts().chain(their_other)?);
                    let apart = mine.kind == theirs.kind
                        && !are_one(mine, theirs)
                        && !is_named(pair.facts(), mine)
                        && !is_named(subject.facts, theirs);
                    if one.keys.iter().any(|key| two.keys.contains(key)) && apart {
                        return Some((other, their_other));
                    }
                }
            }
        }
    }
    None
}
