//! The places of a sentence, and the names that `and` joins.

use std::ops::Range;

use crate::base::kind::EntityKind;
use crate::lang::claims::actors::{Actors, Named};
use crate::lang::claims::tellings::{Site, SiteLink};
use crate::lang::lexicon::Classes;
use crate::lang::names::page::Page;

/// The places that something in a sentence is said to be at.
pub(super) fn sites(actors: &Actors<'_>, tokens: Range<usize>) -> Box<[Site]> {
    let page = actors.page;
    let places =
        actors.within(tokens.clone()).filter(|one| one.kind == EntityKind::Place && !one.is_description);
    let sites = places.filter_map(|place| {
        let mention = place.party.mention?;
        let link = site_link(page, place.tokens.clone(), tokens.clone())?;
        Some(Site { mention, link })
    });
    sites.collect()
}

/// The names that `and` joins, and nothing else.
pub(super) fn joined(actors: &Actors<'_>, tokens: Range<usize>) -> Box<[(u32, u32)]> {
    let page = actors.page;
    let names: Vec<&Named> =
        actors.within(tokens).filter(|one| !one.is_description && one.party.mention.is_some()).collect();
    let joined = names.windows(2).filter_map(|two| {
        let [one, other] = two else { return None };
        let and = page.folded(one.tokens.end) == "and";
        let next =
            if page.folded(one.tokens.end + 1) == "the" { one.tokens.end + 2 } else { one.tokens.end + 1 };
        (and && next == other.tokens.start).then_some((one.party.mention?, other.party.mention?))
    });
    joined.collect()
}

fn site_link(page: &Page<'_>, place: Range<usize>, sentence: Range<usize>) -> Option<SiteLink> {
    let mut at = place.start;
    // `in the northern port of X`, `in central X`.
    for _ in 0..5 {
        at = at.checked_sub(1).filter(|&at| at >= sentence.start)?;
        let link = match page.folded(at) {
            "in" | "at" | "inside" | "across" | "within" => SiteLink::In,
            "near" | "outside" | "off" | "around" => SiteLink::Near,
            "the" | "of" | "a" | "an" | "city" | "town" | "village" | "port" | "capital" | "suburb"
            | "district" | "resort" | "central" | "northern" | "southern" | "eastern" | "western"
            | "downtown" => {
                // `a Nairobi court`, `the Tulsa jury`.
                let noun = page.folded(place.end);
                let adjoins = at + 1 == place.start && matches!(page.folded(at), "the" | "a" | "an");
                let is_thing = matches!(
                    noun,
                    "court"
                        | "jury"
                        | "judge"
                        | "prison"
                        | "jail"
                        | "hospital"
                        | "hotel"
                        | "factory"
                        | "plant"
                        | "mine"
                        | "market"
                        | "airport"
                        | "summit"
                        | "meeting"
                        | "talks"
                        | "conference"
                        | "tribunal"
                        | "magistrate"
                        | "university"
                        | "stadium"
                        | "station"
                        | "port"
                );
                if adjoins && is_thing {
                    return Some(SiteLink::Of);
                }
                continue;
            }
            _ if page.classes(at).any(Classes::PEOPLE) => continue,
            _ => return None,
        };
        return Some(link);
    }
    None
}
