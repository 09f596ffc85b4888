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

/// The names that `and` joins, and nothing else; and those of whom one signed something with the other.
pub(super) fn joined(actors: &Actors<'_>, tokens: Range<usize>) -> Box<[(u32, u32)]> {
    let page = actors.page;
    let names: Vec<&Named> = actors
        .within(tokens.clone())
        .filter(|one| !one.is_description && one.party.mention.is_some())
        .collect();
    let joined = names.windows(2).filter_map(|two| {
        let [one, other] = two else { return None };
        let and = page.folded(one.tokens.end) == "and";
        let next =
            if page.folded(one.tokens.end + 1) == "the" { one.tokens.end + 2 } else { one.tokens.end + 1 };
        (and && next == other.tokens.start).then_some((one.party.mention?, other.party.mention?))
    });
    let with = names.iter().filter_map(|other| {
        let lead = if page.folded(other.tokens.start.checked_sub(1)?) == "the" { 2 } else { 1 };
        let with = other.tokens.start.checked_sub(lead).filter(|&at| page.folded(at) == "with")?;
        let made = (tokens.start..with).rev().find(|&at| {
            matches!(
                page.folded(at),
                "signed"
                    | "concluded"
                    | "reached"
                    | "struck"
                    | "sealed"
                    | "inked"
                    | "initialled"
                    | "initialed"
            )
        })?;
        let one = names.iter().rev().find(|one| one.tokens.end <= made)?;
        Some((one.party.mention?, other.party.mention?))
    });
    joined.chain(with).collect()
}

fn site_link(page: &Page<'_>, place: Range<usize>, sentence: Range<usize>) -> Option<SiteLink> {
    let mut at = place.start;
    // `in the northern port of X`, `in central X`.
    for _ in 0..8 {
        at = at.checked_sub(1).filter(|&at| at >= sentence.start)?;
        let link = match page.folded(at) {
            // `in Nigeria's Zamfara State`: by the owner's name.
            "'s" | "’s" | "s" if at + 1 == place.start => {
                at = at.checked_sub(1)?;
                if matches!(page.folded(at), "'" | "’") {
                    at = at.checked_sub(1)?;
                }
                continue;
            }
            "in" | "at" | "inside" | "across" | "within" => SiteLink::In,
            "near" | "outside" | "off" | "around" => SiteLink::Near,
            "the" | "of" | "a" | "an" | "city" | "town" | "village" | "port" | "capital" | "suburb"
            | "district" | "resort" | "central" | "northern" | "southern" | "eastern" | "western"
            | "downtown" | "state" | "province" | "region" | "north" | "south" | "east" | "west"
            | "northeastern" | "northwestern" | "southeastern" | "southwestern" | "coastal" | "border" => {
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
