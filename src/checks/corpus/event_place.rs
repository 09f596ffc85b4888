//! Check: event-place
//!
//! Another article has in another city what is told here: a conference that one puts in Osh and the other
//! in Bishkek.
//!
//! Two sentences are taken for one event where they share names, numbers and rarer words (as in
//! [event-day](crate::checks::corpus::event_day)) and no day tells them apart. Each must have one town, or
//! one country, as its place (`in`, `at`, `near`); regions are left alone, since a town lies in them. The
//! place of this article must not stand in another sentence that goes with it as well, and the
//! place of each must not be named in the other article at all, or hardly: who names both knows the way from
//! one to the other. Where a report was filed (its dateline) is no place of the event. One conflict is
//! reported once: in a draft, else in the article that came later.

use crate::checks::pairs::{Pair, are_one, compared, gap, is_named, shared};
use crate::checks::{Check, Report, Severity, Subject};
use crate::knowledge::parallels::Parallel;
use crate::lang::claims::stems::Weight;
use crate::lang::claims::tellings::{Site, SiteLink, Telling, Turns};
use crate::lang::dates::{DayInterval, Timex};
use crate::lang::facts::{ArticleFacts, Mention};
use crate::lang::lexicon::Lexicon;
use crate::lang::lexicon::gazetteer::Kinds;
use crate::lang::names::Chain;

/// See the module.
pub struct EventPlace;

impl Check for EventPlace {
    fn code(&self) -> &'static str {
        "event-place"
    }

    fn severity(&self) -> Severity {
        Severity::Information
    }

    fn in_draft(&self) -> Severity {
        Severity::Warning
    }

    fn summary(&self) -> &'static str {
        "another article has the same event in another place"
    }

    fn run(&self, subject: &Subject<'_>, report: &mut Vec<Report>) {
        compared(subject, report, |pair, parallel| {
            let (mine, theirs) = conflict(subject, pair, parallel)?;
            let point = |here: &str, there: &str, name: &str| format!("{here} here, {there} in {name}");
            pair.other_name(subject, parallel, (mine.span, theirs.span), point)
        });
    }
}

/// Two mentions, of this article and of the other, of places that cannot both be that of the one event.
fn conflict<'f, 'a: 'f>(
    subject: &Subject<'a>,
    pair: &'f Pair,
    parallel: &Parallel,
) -> Option<(&'f Mention, &'f Mention)> {
    let (mine, theirs) = pair.tellings(subject, parallel.one, parallel.other)?;
    let elsewhere = Turns::OTHER;
    if mine.turns.any(elsewhere) || theirs.turns.any(elsewhere) {
        return None;
    }
    if parallel.score < 2.0 && !(pair.is_copy && pair.is_copied(subject, parallel)) {
        return None;
    }
    let over = Turns::HELD.and(Turns::SIGNED).and(Turns::APPROVED);
    let is_ahead = |telling: &Telling| telling.turns.any(Turns::AHEAD) && !telling.turns.any(over);
    if is_ahead(mine) != is_ahead(theirs) {
        return None;
    }
    let days = |telling: &Telling, timexes: &[Timex]| -> Vec<DayInterval> {
        telling.days.iter().filter_map(|day| timexes.get(day.date as usize)?.interval).collect()
    };
    let (my_days, their_days) = (days(mine, &pair.mine), days(theirs, &pair.timexes));
    let apart = my_days.iter().all(|one| their_days.iter().all(|other| gap(*one, *other) > 1));
    if apart && !my_days.is_empty() && !their_days.is_empty() {
        return None;
    }
    let one = site(subject.facts, mine)?;
    let other = site(pair.facts(), theirs)?;
    let (one_chain, other_chain) = (subject.facts.chain(one)?, pair.facts().chain(other)?);
    let sort = place(one_chain)?;
    let is_draft = subject.snapshot.is_draft(subject.article);
    if is_told_there(subject, parallel, one_chain) {
        return None;
    }
    let known = is_known(one_chain) && is_known(other_chain);
    if !(is_draft || known) {
        return None;
    }
    if Some(sort) != place(other_chain) || are_one(one_chain, other_chain) {
        return None;
    }
    // What is named in the other article as well is known there, and told apart.
    let (known_there, known_here) = (is_named(pair.facts(), one_chain), is_named(subject.facts, other_chain));
    // People go from place to place: what they did there must be the same.
    let same_day = my_days.iter().any(|day| day.first == day.last && their_days.contains(day));
    let names = shared(&mine.stems, &theirs.stems, Weight::Name);
    let numbers = shared(&mine.stems, &theirs.stems, Weight::Number);
    let words = shared(&mine.stems, &theirs.stems, Weight::Plain) - names;
    let both_signed = mine.turns.any(Turns::SIGNED) && theirs.turns.any(Turns::SIGNED);
    let is_copied = pair.is_copied(subject, parallel);
    let is_one_thing = same_day || words + numbers > 0 || is_copied || both_signed && names >= 2;
    if !is_one_thing {
        return None;
    }
    let enough = match (known_there, known_here) {
        (false, false) => {
            let particular = shared(&mine.stems, &theirs.stems, Weight::Name) > 0 || same_day;
            let near = parallel.score >= 3.0 && parallel.is_mutual && particular && sort != Place::Region;
            // An agreement is told of years later.
            let signed = both_signed && parallel.score >= 2.0;
            let is_story = pair.is_one_story;
            (is_draft || near || is_copied && sort != Place::Region) && is_story
                || signed && sort != Place::Region
        }
        (true, false) => is_draft && sort != Place::Region && pair.is_one_story,
        _ => false,
    };
    enough.then_some((one, other))
}

/// Whether a sentence that goes with this one nearly as well has the place: then it is of that one.
fn is_told_there(subject: &Subject<'_>, parallel: &Parallel, place: &Chain) -> bool {
    subject.pairs.of(subject).iter().any(|pair| {
        let near = pair
            .parallels
            .iter()
            .filter(|other| other.one == parallel.one && other.score >= parallel.score * 0.6);
        near.filter_map(|other| pair.facts().tellings.get(other.other)).any(|theirs| {
            let facts = pair.facts();
            let named = facts.mentions.iter().filter(|mention| theirs.span.covers(mention.span));
            named.filter_map(|mention| facts.chain(mention)).any(|chain| are_one(place, chain))
        })
    })
}

/// What sort of place a name is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Country,
    Region,
    Town,
}

/// Whether the lists know the place.
fn is_known(chain: &Chain) -> bool {
    let entries = chain.forms.iter().filter_map(|form| Lexicon::built_in().entry(&form.folded));
    entries.into_iter().any(|entry| entry.kinds.any(Kinds::PLACE))
}

/// What the lists do not know is a town, unless its last word says otherwise; `None` of a street or an arena.
fn place(chain: &Chain) -> Option<Place> {
    const REGIONS: &[&str] = &[
        "state",
        "province",
        "county",
        "district",
        "region",
        "governorate",
        "prefecture",
        "island",
        "islands",
    ];
    const SPOTS: &[&str] = &[
        "street",
        "avenue",
        "road",
        "square",
        "park",
        "arena",
        "stadium",
        "center",
        "centre",
        "hall",
        "house",
        "hotel",
        "hospital",
        "university",
        "school",
        "airport",
        "bridge",
        "interstate",
        "highway",
        "route",
        "bay",
        "river",
        "lake",
        "sea",
        "strait",
        "straits",
        "mountain",
        "mountains",
        "valley",
        "court",
        "church",
        "palace",
    ];
    let entries = chain.forms.iter().filter_map(|form| Lexicon::built_in().entry(&form.folded));
    let kinds = entries.fold(Kinds::NONE, |kinds, entry| kinds.or(entry.kinds));
    let sorts = [
        (Kinds::CITY.or(Kinds::CAPITAL), Place::Town),
        (Kinds::COUNTRY, Place::Country),
        (Kinds::REGION.or(Kinds::WATER), Place::Region),
    ];
    let known = sorts.into_iter().find(|(of, _)| kinds.any(*of)).map(|(_, sort)| sort);
    let words: Vec<&str> =
        chain.forms.first().map(|form| form.folded.split(' ').collect()).unwrap_or_default();
    let last = words.last().copied().unwrap_or_default();
    known.or(match () {
        () if REGIONS.contains(&last) => Some(Place::Region),
        () if words
            .iter()
            .any(|word| SPOTS.contains(word) || word.starts_with(|c: char| c.is_ascii_digit())) =>
        {
            None
        }
        () => Some(Place::Town),
    })
}

/// The one place of a sentence.
fn site<'f>(facts: &'f ArticleFacts, telling: &Telling) -> Option<&'f Mention> {
    let of = |site: &Site| facts.mentions.get(site.mention as usize);
    let mut places: Vec<(&Mention, SiteLink)> =
        telling.sites.iter().filter_map(|site| Some((of(site)?, site.link))).collect();
    let is_town = |mention: &Mention| facts.chain(mention).and_then(place) == Some(Place::Town);
    if places.iter().any(|(mention, _)| is_town(mention)) {
        places.retain(|(mention, _)| is_town(mention));
    }
    let (first, _) = *places.first()?;
    let chain = facts.chain(first)?;
    let one =
        places.iter().all(|(mention, _)| facts.chain(mention).is_some_and(|other| are_one(chain, other)));
    one.then_some(first)
}
