//! What no corpus should teach otherwise: where names end, and what is no name.
//!
//! The same rules clean the labels that the tagger learns from and what it finds: no title, article or
//! possessive in a name, no demonym by itself, a country by itself is a place.

use crate::base::kind::EntityKind;
use crate::lang::lexicon::gazetteer::Kinds;
use crate::lang::lexicon::{Classes, Known};
use crate::lang::names::candidates::COMMON;
use crate::lang::names::page::Page;
use crate::lang::names::tagger::Tagged;
use crate::lang::names::tagger::known;
use crate::lang::token::{Case, Gap, TokenKind};

const TITLES: Classes = Classes::TITLE.or(Classes::HEAD).or(Classes::HONORIFIC);
const BEFORE_TITLE: Classes =
    TITLES.or(Classes::MODIFIER).or(Classes::PORTFOLIO).or(Classes::FORMER).or(Classes::ACTING);

/// The name without what does not belong to it; none where nothing is left.
pub fn name(page: &Page<'_>, mut name: Tagged) -> Option<Tagged> {
    while name.first < name.last && is_loose(page, name.last) {
        name.last -= 1;
    }
    while name.first < name.last && (is_loose(page, name.first) || is_article(page, name)) {
        name.first += 1;
    }
    name = without_day(page, name);
    // `Former Kelda Board chief`
    while name.first < name.last && page.classes(name.first).any(Classes::FORMER.or(Classes::ACTING)) {
        name.first += 1;
    }
    if name.kind == EntityKind::Person {
        while name.first < name.last && only_opens(page, name.first) {
            name.first += 1;
        }
        name.first += titles(page, name);
    }
    if name.kind == EntityKind::Organization && is_acronym_of_country(page, name) {
        name.first = name.last;
    }
    if name.kind == EntityKind::Organization {
        name.last -= office(page, name);
    }
    let known = known::exactly(page, name.first, name.last);
    if let Some(team) = known.and_then(|known| team(page, name, known)) {
        return Some(team);
    }
    if let Some(known) = known {
        return Some(Tagged { kind: settled(known, name.kind), ..name });
    }
    let classes = page.classes(name.first);
    let single = name.first == name.last;
    let of_office = Classes::PEOPLE.or(Classes::PORTFOLIO).or(Classes::MODIFIER).or(TITLES);
    let nothing = if name.kind == EntityKind::Organization
        && (name.first..=name.last)
            .all(|at| page.classes(at).any(of_office) && !page.classes(at).any(Classes::ORGANIZATION))
    {
        true
    } else if single {
        let common = Classes::PEOPLE.or(Classes::CALENDAR).or(Classes::STOP);
        let title = classes.any(TITLES) && page.occurs_small(name.first) && name.kind == EntityKind::Person;
        classes.any(common)
            || is_loose(page, name.first)
            || is_of_peoples(page, name.first)
            || title
            || is_side(page, name.first)
    } else {
        // `South Korean`, `West German`
        is_demonym(page, name)
            || page.classes(name.last).any(Classes::PEOPLE)
                && (name.first..name.last).all(|at| page.classes(at).any(Classes::DIRECTION))
    };
    // `Kelda War`: a part of the name of an event.
    let event = name.kind != EntityKind::Place
        && page
            .after(name.last)
            .is_some_and(|next| page.is_capital(next) && page.classes(next).any(Classes::EVENT));
    let storm = matches!(page.folded(name.first), "hurricane" | "typhoon" | "cyclone" | "operation");
    if nothing || event || storm {
        return None;
    }
    if !single && name.kind != EntityKind::Person && named_like_a_place(page, name) {
        name.kind = EntityKind::Person;
    }
    if !single && name.kind == EntityKind::Person && classes.any(Classes::ORGANIZATION_FIRST) {
        name.kind = EntityKind::Organization;
    }
    // `Mr. Kelda`, `President Kelda`
    let titled = page.word_before(name.first).is_some_and(|before| {
        page.is_capital(before)
            && page.classes(before).any(Classes::HONORIFIC.or(Classes::TITLE))
            && page.same_sentence(before, name.first)
    });
    if titled && single && name.kind == EntityKind::Place && page.token(name.first)?.case == Case::Title {
        name.kind = EntityKind::Person;
    }
    Some(name)
}

/// `But Kelda left`: a common word that has its capital from the sentence. Of two letters many are given
/// names as well.
fn only_opens(page: &Page<'_>, at: usize) -> bool {
    page.opens(at)
        && page.folded(at).len() > 2
        && page.occurs_small(at)
        && page.classes(at).any(Classes::STOP)
        && !page.classes(at).any(Classes::GIVEN)
}

/// `Peruvian KDL`: a demonym before an acronym says where the body is from.
fn is_acronym_of_country(page: &Page<'_>, name: Tagged) -> bool {
    let upper = page.token(name.last).is_some_and(|token| token.case == Case::Upper);
    name.last == name.first + 1 && upper && page.classes(name.first).any(Classes::PEOPLE)
}

/// `Kella Hill said`: a surname that is the head of a place.
fn named_like_a_place(page: &Page<'_>, name: Tagged) -> bool {
    let surname = matches!(page.folded(name.last), "hill" | "park" | "lake" | "forest" | "camp" | "beach");
    surname && page.after(name.last).is_some_and(|after| page.classes(after).any(Classes::SAID))
}

/// Two names that were taken for one: `the envoy for Peru Ann Kelda`, `the Kelda Army of Ann Marsh`.
pub fn parted(page: &Page<'_>, name: Tagged) -> Option<(Tagged, Tagged)> {
    if name.kind == EntityKind::Organization {
        let of = (name.first + 1..name.last).find(|&at| page.word(at) == "of")?;
        let person = Tagged { first: of + 1, kind: EntityKind::Person, ..name };
        let given = person.first < person.last
            && page.classes(person.first).any(Classes::GIVEN.or(Classes::HONORIFIC));
        let body = (of + 1..=name.last).any(|at| page.classes(at).any(Classes::ORGANIZATION));
        let known = known::strong(page, person.first, person.last + 1).is_some();
        return (given && !body && !known).then_some((Tagged { last: of - 1, ..name }, person));
    }
    let (last, known) = known::strong(page, name.first, name.last)?;
    let rest = Tagged { first: last + 1, ..name };
    let given = rest.first < rest.last && page.classes(rest.first).any(Classes::GIVEN);
    let parts = known.is_country && given && name.kind == EntityKind::Person;
    parts.then_some((Tagged { first: name.first, last, kind: EntityKind::Place }, rest))
}

/// How many words at the end of a body's name say what somebody is in it: `Kelda Rovers GM Ann Marsh`,
/// `Kelda Board President`. One word stays.
fn office(page: &Page<'_>, name: Tagged) -> usize {
    let named = |at: usize| page.after(at).is_some_and(|next| page.is_capital(next));
    let short = |at: usize| {
        let upper = page.token(at).is_some_and(|token| token.case == Case::Upper);
        upper && page.folded(at).len() <= 3 && named(at)
    };
    let title =
        |at: usize| page.classes(at).any(Classes::TITLE) && !page.classes(at).any(Classes::ORGANIZATION);
    let office = |&at: &usize| title(at) || short(at) && at > name.first + 1;
    (name.first + 1..=name.last).rev().take_while(office).count()
}

/// `Lima Rovers`, where only the city was found.
fn team(page: &Page<'_>, name: Tagged, known: Known<'_>) -> Option<Tagged> {
    let next = page.after(name.last)?;
    let plain = !page.classes(next).any(COMMON.or(Classes::GIVEN).or(Classes::PEOPLE).or(Classes::EVENT));
    let title = page.token(next).is_some_and(|token| token.case == Case::Title && token.gap == Gap::Space);
    let plural = page.folded(next).len() > 3 && page.folded(next).ends_with('s');
    let known_name = page.known_word(next).is_some_and(|word| word.entry.is_some());
    (known.kind == EntityKind::Place && !known.is_country && plain && title && plural && !known_name)
        .then_some(Tagged { last: next, kind: EntityKind::Organization, ..name })
}

/// The kind of a name that the gazetteer knows; a city may be a club, and a body's name a person's.
fn settled(known: Known<'_>, kind: EntityKind) -> EntityKind {
    match known.kind {
        EntityKind::Place if kind == EntityKind::Organization && !known.is_country => kind,
        EntityKind::Place | EntityKind::Organization => known.kind,
        _ => kind,
    }
}

/// A name without the day or month beside it: `Vienna Wednesday`, `on Sunday Kelda`.
fn without_day(page: &Page<'_>, mut name: Tagged) -> Tagged {
    let is_day = |at: usize| page.classes(at).any(Classes::CALENDAR) && !page.classes(at).any(Classes::GIVEN);
    let small = |at: Option<usize>| at.is_some_and(|at| !page.is_capital(at));
    while name.first < name.last && is_day(name.last) && !small(page.before(name.last)) {
        name.last -= 1;
    }
    // `Sunday` is a given name as well.
    let told = page.before(name.first).is_some_and(|before| {
        matches!(
            page.folded(before),
            "on" | "by" | "until" | "since" | "late" | "early" | "last" | "next" | "this"
        )
    });
    let day = page.classes(name.first).any(Classes::CALENDAR);
    if name.first < name.last && name.kind != EntityKind::Organization && day && told {
        name.first += 1;
    }
    name
}

/// A demonym of two words.
fn is_demonym(page: &Page<'_>, name: Tagged) -> bool {
    let two = || page.known_word(name.first)?.entry_with(page.folded(name.last));
    name.last == name.first + 1 && two().is_some_and(|entry| entry.kinds.any(Kinds::DEMONYM))
}

/// `Turkish-Russian`
pub fn is_of_peoples(page: &Page<'_>, at: usize) -> bool {
    let folded = page.folded(at);
    folded.contains(' ') && folded.split(' ').all(|part| page.lexicon.classes(part).any(Classes::PEOPLE))
}

/// `the Government`, `the Opposition`: a side, no body.
fn is_side(page: &Page<'_>, at: usize) -> bool {
    matches!(page.folded(at), "government" | "opposition" | "state" | "administration")
}

/// Adds the names of the lexicon that were not found though they stand by themselves.
pub fn add_known(page: &Page<'_>, stretch: std::ops::Range<usize>, tagged: &mut Vec<Tagged>, from: usize) {
    let mut at = stretch.start;
    while at < stretch.end {
        let Some((last, known)) = known::strong(page, at, stretch.end) else {
            at += 1;
            continue;
        };
        let first = std::mem::replace(&mut at, last + 1);
        let free = tagged.iter().skip(from).all(|name| name.last < first || last < name.first);
        // `Former U.S. Secretary of State`
        let beside = |at: Option<usize>| {
            let near = at.filter(|at| stretch.contains(at) && page.is_capital(*at));
            near.is_some_and(|at| !page.classes(at).any(BEFORE_TITLE))
        };
        let alone = !beside(first.checked_sub(1)) && !beside(last.checked_add(1));
        let sure = match known.kind {
            EntityKind::Place => known.is_country,
            EntityKind::Organization => true,
            _ => false,
        };
        if free && alone && sure {
            tagged.push(Tagged { first, last, kind: known.kind });
        }
    }
}

/// How many words at the front are titles; one word stays.
fn titles(page: &Page<'_>, name: Tagged) -> usize {
    let is_title = |&at: &usize| {
        let classes = page.classes(at);
        page.is_mark(at, '.') || classes.any(BEFORE_TITLE) && !classes.any(Classes::GIVEN)
    };
    let titles = (name.first..name.last).take_while(is_title).count();
    let is_one = (name.first..name.first + titles).any(|at| page.classes(at).any(TITLES));
    if is_one { titles } else { 0 }
}

/// A mark, possessive or small word at the end of a name.
fn is_loose(page: &Page<'_>, at: usize) -> bool {
    let Some(token) = page.token(at) else { return true };
    match token.kind {
        TokenKind::Mark(_) | TokenKind::Possessive => true,
        TokenKind::Word => {
            token.case == Case::Lower && !page.classes(at).any(Classes::PARTICLE)
                || token.case == Case::Title
                    && page.opens(at)
                    && page.word(at).chars().count() == 1
                    && page.word(at) == "A"
        }
        TokenKind::Number => false,
    }
}

/// An article that is no part of the name: `The Hague` is known as such.
fn is_article(page: &Page<'_>, name: Tagged) -> bool {
    let article = matches!(page.folded(name.first), "the" | "a" | "an")
        && page.token(name.first).is_some_and(|token| token.case != Case::Upper);
    article && known::strong(page, name.first, name.last + 1).is_none()
}
