//! Check: place-two-values
//!
//! One text puts one thing in two towns: a company `based in Toledo` and its `head office in Dayton`; a meeting
//! `in Muscat` and `after the meeting in Salalah`.
//!
//! A body has one seat: `based in`, `X-based`, `headquarters in`, `head office in`, said of the same name. An
//! event that a later sentence speaks of as known (`the summit`) is where the first one put it, where the text
//! tells of one such event alone, and on no other day. Left alone: countries, regions and waters (a town lies in
//! them); offices of a part of the world (`U.S. headquarters`), old and new ones; `another`, `the next`, `last
//! year's`; several in the plural.
//!
//! (Measured on 2,400 clean texts: no hit.)

use crate::base::kind::EntityKind;
use crate::checks::article::happening::clauses::is_verb;
use crate::checks::article::happening::same::{days_apart, is_same_place_apart};
use crate::checks::article::happening::{self, Form, Happening};
use crate::checks::article::prose::{ItemKind, Passage, Prose};
use crate::checks::{Check, Related, Report, Severity, Subject};
use crate::lang::lexicon::Lexicon;
use crate::lang::lexicon::gazetteer::Kinds;

/// See the module.
pub struct PlaceTwoValues;

impl Check for PlaceTwoValues {
    fn code(&self) -> &'static str {
        "place-two-values"
    }

    fn severity(&self) -> Severity {
        Severity::Information
    }

    fn in_draft(&self) -> Severity {
        Severity::Warning
    }

    fn summary(&self) -> &'static str {
        "one text puts one thing in two towns"
    }

    fn run(&self, subject: &Subject<'_>, report: &mut Vec<Report>) {
        report.extend(seats(subject));
        report.extend(events(subject));
    }
}

/// Where something is, and the words that say so.
struct Located<'a> {
    passage: Passage<'a>,
    /// The name of the body; `None` for an event.
    owner: Option<String>,
    /// The item of the place.
    place: usize,
    /// The items of the words.
    items: std::ops::Range<usize>,
}

/// The seats of bodies.
fn seats(subject: &Subject<'_>) -> Option<Report> {
    let mut found: Vec<Located<'_>> = Vec::new();
    for passage in Prose::story(subject) {
        found.extend((0..passage.count()).filter_map(|at| seat(&passage, at)));
    }
    for (at, other) in found.iter().enumerate() {
        let same = |one: &&Located<'_>| is_one_owner(one, other);
        let mut before = found.iter().take(at).filter(same);
        let towns: Vec<&Located<'_>> = found.iter().filter(same).collect();
        // Three towns are branches.
        let mut chains: Vec<Option<u32>> = towns.iter().map(|one| chain(one)).collect();
        chains.sort_unstable();
        chains.dedup();
        let third = chains.len() > 2;
        let one = before.find(|one| are_two_towns(one, other)).filter(|_| !third);
        if let Some(one) = one {
            return Some(finding(one, other, "a body has one seat"));
        }
    }
    None
}

/// `based in Toledo`, `Graz-based ski maker Falke`, `Falke's headquarters in Linz`.
fn seat<'a>(passage: &Passage<'a>, at: usize) -> Option<Located<'a>> {
    let item = passage.item(at).filter(|item| !item.is_quoted)?;
    if passage.has_any(0..passage.count(), MOVED) {
        return None;
    }
    if item.is_any(&["based", "headquartered"]) {
        let dash = passage.back(at, 1).is_some_and(|item| item.is_dash());
        if dash {
            let place = at.checked_sub(2)?;
            let owner =
                (at + 1..at + 7).take_while(|at| !is_mark(passage, *at)).find_map(|at| body(passage, at));
            return Some(Located {
                passage: *passage,
                owner: Some(owner?),
                place: town(passage, place)?,
                items: place..at + 1,
            });
        }
        let place = passage.is_any(at + 1, &["in", "at"]).then(|| town_behind(passage, at + 2))??;
        let owner = owner_before(passage, at)?;
        return Some(Located { passage: *passage, owner: Some(owner), place, items: at..place + 1 });
    }
    let office = item.is_any(&["headquarters", "headquarter", "hq"])
        || item.is("office") && passage.back(at, 1).is_some_and(|item| item.is_any(&["head", "main"]));
    let first = if item.is("office") { at.saturating_sub(1) } else { at };
    let described = passage.has_before(first, 3, ELSEWHERE)
        || first.checked_sub(1).is_some_and(|at| passage.name(at) == Some(EntityKind::Place));
    if !office || described {
        return None;
    }
    let place = passage.is_any(at + 1, &["in", "at"]).then(|| town_behind(passage, at + 2))??;
    let owner = owner_before(passage, first)?;
    Some(Located { passage: *passage, owner: Some(owner), place, items: first..place + 1 })
}

/// Words by which a seat is not the one that it is.
const MOVED: &[&str] = &[
    "moved",
    "moving",
    "move",
    "relocate",
    "relocated",
    "relocating",
    "former",
    "formerly",
    "previously",
    "new",
    "until",
    "transferred",
    "transfer",
    "originally",
    "once",
    "then",
    "temporary",
    "leave",
    "left",
    "shift",
    "shifted",
    "merged",
    "merge",
];

/// Words by which an office is one of several.
const ELSEWHERE: &[&str] = &[
    "regional",
    "european",
    "american",
    "asian",
    "african",
    "local",
    "u.s.",
    "us",
    "north",
    "british",
    "global",
    "international",
    "branch",
    "national",
    "state",
    "old",
    "party",
    "campaign",
    "field",
    "second",
    "divisional",
    "provincial",
    "police",
    "army",
    "operational",
    "un",
    "u.n.",
    "nato",
    "country",
    "military",
    "district",
    "research",
    "technical",
    "joint",
];

fn is_mark(passage: &Passage<'_>, at: usize) -> bool {
    passage.item(at).is_none_or(|item| item.is_mark() && !item.is_dash())
}

/// The words of a name that is no place; a place whose something is (`Falke's head office`) may be a body.
fn body(passage: &Passage<'_>, at: usize) -> Option<String> {
    let kind = passage.name(at)?;
    let possessive = passage.item(at + 1).map(|item| item.kind) == Some(ItemKind::Possessive);
    (kind != EntityKind::Place || possessive).then(|| passage.word(at).to_lowercase())
}

/// The nearest name before: nobody else may stand between.
fn owner_before(passage: &Passage<'_>, at: usize) -> Option<String> {
    let reach = at.saturating_sub(16)..at;
    reach.rev().find(|at| passage.name(*at).is_some()).and_then(|name| body(passage, name))
}

/// Whether two names are of one body: one is the beginning of the other.
fn is_one_owner(one: &Located<'_>, other: &Located<'_>) -> bool {
    let (Some(one), Some(other)) = (&one.owner, &other.owner) else { return false };
    let begins = |long: &str, short: &str| {
        long.strip_prefix(short).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '-']))
    };
    begins(one, other) || begins(other, one)
}

/// The town that begins at an item, over `downtown` and the like.
fn town_behind(passage: &Passage<'_>, at: usize) -> Option<usize> {
    (at..at + 3).find(|at| passage.name(*at).is_some()).and_then(|at| town(passage, at))
}

/// The item where it names a town: no country, region or water.
fn town(passage: &Passage<'_>, at: usize) -> Option<usize> {
    if passage.name(at)? != EntityKind::Place || passage.is_any(at + 1, &["'", "’"]) {
        return None;
    }
    let ItemKind::Name(index) = passage.item(at)?.kind else { return None };
    let facts = passage.subject.facts;
    let forms = &facts.chain(facts.mentions.get(index)?)?.forms;
    let wide = Kinds::COUNTRY.or(Kinds::REGION).or(Kinds::WATER);
    let known = |folded: &str| Lexicon::built_in().name(folded);
    let is_wide = forms.iter().any(|form| known(&form.folded).is_some_and(|name| name.kinds.any(wide)));
    let says = forms.iter().any(|form| form.folded.split(' ').any(|word| WIDE.contains(&word)));
    let possessive = passage.item(at + 1).map(|item| item.kind) == Some(ItemKind::Possessive);
    (!is_wide && !says && !possessive).then_some(at)
}

/// Words of names of what is larger or smaller than a town.
const WIDE: &[&str] = &[
    "province",
    "region",
    "county",
    "state",
    "district",
    "valley",
    "island",
    "islands",
    "coast",
    "republic",
    "oblast",
    "governorate",
    "hotel",
    "palace",
    "airport",
    "street",
    "square",
    "university",
    "center",
    "centre",
    "hall",
    "house",
    "lake",
    "mount",
    "north",
    "south",
    "east",
    "west",
    "northern",
    "southern",
    "eastern",
    "western",
    "suburb",
    "stadium",
    "park",
    "border",
    "river",
    "sea",
    "gulf",
    "peninsula",
    "base",
];

fn chain(located: &Located<'_>) -> Option<u32> {
    let ItemKind::Name(index) = located.passage.item(located.place)?.kind else { return None };
    Some(located.passage.subject.facts.mentions.get(index)?.chain)
}

/// Whether two places are two towns: neither is named as the part of the other (`Spandau, Berlin`).
fn are_two_towns(one: &Located<'_>, other: &Located<'_>) -> bool {
    let (mine, theirs) = (chain(one), chain(other));
    let near = |located: &Located<'_>, chain: Option<u32>| {
        let passage = &located.passage;
        let around = located.place + 1..located.place + 6;
        around.into_iter().any(|at| match passage.item(at).map(|item| item.kind) {
            Some(ItemKind::Name(index)) => {
                passage.subject.facts.mentions.get(index).map(|one| one.chain) == chain
            }
            _ => false,
        })
    };
    let words = |located: &Located<'_>| located.passage.word(located.place).to_lowercase();
    let (one_word, other_word) = (words(one), words(other));
    mine.is_some()
        && mine != theirs
        && !near(one, theirs)
        && !near(other, mine)
        && !one_word.contains(&other_word)
        && !other_word.contains(&one_word)
}

fn finding(one: &Located<'_>, other: &Located<'_>, why: &str) -> Report {
    let words = |located: &Located<'_>| located.passage.words(located.items.clone());
    let span = |located: &Located<'_>| located.passage.span(located.items.clone());
    let towns = (one.passage.word(one.place), other.passage.word(other.place));
    Report::new(
        span(other),
        format!("“{}” here, “{}” above: {} or {}", words(other), words(one), towns.0, towns.1),
    )
    .with(Related {
        doc: one.passage.subject.article.doc,
        span: span(one),
        message: format!("“{}” puts it in {}", words(one), towns.0),
    })
    .because(format!("“{}” puts it in {}", words(one), towns.0))
    .because(format!("“{}” puts it in {}", words(other), towns.1))
    .because(why.to_owned())
}

/// Events with their towns.
fn events(subject: &Subject<'_>) -> Option<Report> {
    let all = subject.happenings.of(subject);
    let placed: Vec<(&Happening<'_>, Located<'_>)> =
        all.iter().filter_map(|one| Some((one, place_of(one)?))).collect();
    for (at, (other, there)) in placed.iter().enumerate() {
        let before = placed.iter().take(at).find(|(one, here)| {
            is_same_place_apart(one, other, here.place, there.place)
                && are_two_towns(here, there)
                && (one.day().is_none() || other.day().is_none() || days_apart(one, other).is_none())
        });
        let Some((one, here)) = before else { continue };
        let several = all
            .iter()
            .any(|third| is_like(third, one) && third.is_one_of_several && third.form == Form::Noun);
        let third = placed.iter().any(|(third, place)| {
            is_like(third, one) && chain(place) != chain(here) && chain(place) != chain(there)
        });
        let talks_of_both = placed
            .iter()
            .filter(|(third, place)| is_like(third, one) && chain(place) == chain(there))
            .count();
        if !several && !third && talks_of_both == 1 {
            return Some(finding(here, there, "the text tells of one such event"));
        }
    }
    None
}

fn is_like(one: &Happening<'_>, other: &Happening<'_>) -> bool {
    happening::same::is_one_sort(one, other)
}

/// The town right behind a noun, or behind a verb in its clause: `the summit in Windhoek`, `met in Muscat`.
fn place_of<'a>(happening: &Happening<'a>) -> Option<Located<'a>> {
    const SORTS: &[&str] = &[
        "meeting",
        "gathering",
        "fire",
        "explosion",
        "crash",
        "collapse",
        "signing",
        "wedding",
        "funeral",
        "shooting",
        "robbery",
        "ruling",
        "trial",
        "launch",
        "killing",
        "kidnapping",
    ];
    let passage = &happening.passage;
    let sort = SORTS.contains(&&*happening.class.name) && happening.is_told;
    let behind = match happening.form {
        Form::Noun => passage.is_any(happening.at.end, &["in", "at"]).then_some(happening.at.end)?,
        _ => {
            let reach = happening.at.end..happening.scope.end.min(happening.at.end + 7);
            let at = reach.clone().find(|at| passage.is(*at, "in"))?;
            let plain = (reach.start..at).all(|at| !is_verb(passage, at));
            plain.then_some(at)?
        }
    };
    let place = town_behind(passage, behind + 1).filter(|place| sort && *place <= behind + 2)?;
    let first = happening.scope.start.max(happening.at.start.saturating_sub(4));
    let first = if happening.form == Form::Noun { first } else { happening.at.start };
    Some(Located { passage: *passage, owner: None, place, items: first..place + 1 })
}
