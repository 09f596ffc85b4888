//! Stretches of text that can be names: runs of capitals, cut where one name ends.
//!
//! A run keeps its particles (`van`, `al-`) and, inside the names of bodies, its small words
//! (`Board of Trade and Industry`). It is cut into segments: titles fall away before people, demonyms
//! before names that are not bodies, words that only begin a sentence fall away at the front. What a
//! segment's own words say of its kind is its [`Shape`]; everything else is for `kinds`.

mod form;

use crate::base::kind::EntityKind;
use crate::base::span::Span;
use crate::lang::lexicon::gazetteer::Kinds;
use crate::lang::lexicon::{Classes, Known, fold_word};
use crate::lang::names::candidates::form::{STREETS, form, is_event, is_honorific};
use crate::lang::names::page::{Page, Style};
use crate::lang::sentence::is_abbreviation;
use crate::lang::token::{Case, Gap, TokenKind};

/// A stretch of text that can be a name.
#[derive(Clone, Debug)]
pub struct Candidate<'a> {
    /// The tokens, both ends included.
    pub first: usize,
    pub last: usize,
    pub span: Span,
    pub folded: String,
    /// How many words of weight it has.
    pub words: usize,
    pub shape: Shape,
    pub known: Option<Known<'a>>,
    /// The country whose possessive or demonym stands before it: `Peru's Defense Ministry`.
    pub owner: Option<u16>,
}

/// What the words of a candidate say of its kind.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shape {
    /// Its form says the kind.
    Kind(EntityKind),
    /// Begins with a given name, or has a particle or initial inside.
    PersonLike,
    /// Capitals only.
    Acronym,
    /// Nothing.
    Open,
}

/// A word of a run, or several that the lexicon knows as one name.
#[derive(Clone, Debug)]
struct Unit<'a> {
    first: usize,
    last: usize,
    folded: String,
    /// The classes of its last word.
    classes: Classes,
    known: Option<Known<'a>>,
}

const ROLE_WORD: Classes = Classes::TITLE.or(Classes::HEAD);
const BEFORE_ROLE: Classes = Classes::MODIFIER.or(Classes::PORTFOLIO).or(Classes::HONORIFIC);
/// Words that are no name by themselves.
pub const COMMON: Classes = ROLE_WORD
    .or(BEFORE_ROLE)
    .or(Classes::ORGANIZATION)
    .or(Classes::AGREEMENT)
    .or(Classes::PLACE)
    .or(Classes::PLAN)
    .or(Classes::GENERIC)
    .or(Classes::DIRECTION)
    .or(Classes::STOP)
    .or(Classes::CONNECTOR)
    .or(Classes::CALENDAR)
    .or(Classes::SAID)
    .or(Classes::COMPANY);

/// The candidates in lines that write capitals as sentences do, in order.
pub fn find<'a>(page: &Page<'a>) -> Vec<Candidate<'a>> {
    let mut found = Vec::new();
    for line in page.lines.iter().filter(|line| line.style == Style::Sentence) {
        let mut at = line.tokens.start;
        let mut owner = None;
        while at < line.tokens.end {
            if !begins_run(page, at) {
                owner =
                    owner.filter(|_| page.token(at).is_some_and(|token| token.kind == TokenKind::Possessive));
                at += 1;
                continue;
            }
            let (run, end) = read_run(page, at);
            let owned = owner.take();
            let from = found.len();
            split(page, trim(page, &run), &mut found);
            if let Some(first) = found.get_mut(from) {
                first.owner = owned.filter(|_| run.first().is_some_and(|unit| unit.first == first.first));
            }
            owner = run
                .last()
                .and_then(|unit| unit.known)
                .filter(|known| known.is_country)
                .and_then(|k| k.country);
            at = end.max(at + 1);
        }
    }
    found
}

/// Whether a name can begin with this token.
fn begins_run(page: &Page<'_>, at: usize) -> bool {
    let Some(token) = page.token(at) else { return false };
    match token.kind {
        TokenKind::Word => token.is_capital() || page.word(at) == "al",
        // `5+5`, `42nd`: only before a capital.
        TokenKind::Number => {
            is_ordinal(page.word(at)) && page.token(at + 1).is_some_and(|next| next.is_capital())
        }
        _ => false,
    }
}

fn is_ordinal(number: &str) -> bool {
    number.contains('+') || ["st", "nd", "rd", "th"].iter().any(|ending| number.ends_with(ending))
}

/// Reads the run that begins at a token; gives it and the first token behind it.
fn read_run<'a>(page: &Page<'a>, start: usize) -> (Vec<Unit<'a>>, usize) {
    let mut run: Vec<Unit<'a>> = Vec::new();
    let mut at = start;
    while let Some(token) = page.token(at) {
        if at > start && token.gap == Gap::Line {
            break;
        }
        if let Some(unit) = known_name(page, at).or_else(|| capital(page, at)) {
            let month = unit.classes.any(Classes::CALENDAR) && unit.known.is_none();
            if month
                && !run.last().is_some_and(|last| last.classes.any(Classes::GIVEN) && unit.folded == "may")
            {
                at = if run.is_empty() { unit.last + 1 } else { at };
                break;
            }
            at = unit.last + 1;
            if page.is_mark(at, '.') && is_abbreviation(page.word(at - 1)) {
                at += 1;
            }
            run.push(unit);
            continue;
        }
        let joined = joining_words(page, &run, at);
        if joined == 0 {
            break;
        }
        for index in at..at + joined {
            run.push(plain_unit(page, index));
        }
        at += joined;
    }
    (run, at)
}

/// The longest name of the lexicon that begins at a token.
fn known_name<'a>(page: &Page<'a>, start: usize) -> Option<Unit<'a>> {
    let mut walk = page.lexicon.walk();
    let mut phrase = String::new();
    let mut capitals = true;
    let mut found = None;
    let mut at = start;
    while let Some(token) = page.token(at) {
        if at > start && (token.gap == Gap::Line || token.gap == Gap::Tight && token.kind == TokenKind::Word)
        {
            break;
        }
        let skipped = at > start
            && (token.is_mark(',') || token.is_mark('.') && is_abbreviation(page.word(at.saturating_sub(1))));
        if !skipped {
            let is_word = matches!(token.kind, TokenKind::Word | TokenKind::Number);
            if !is_word || !walk.push(page.folded(at)) {
                break;
            }
            if !phrase.is_empty() {
                phrase.push(' ');
            }
            phrase.push_str(page.folded(at));
            capitals &= token.case == Case::Upper;
            let entry = walk.entry();
            let known = entry.and_then(Known::of).filter(|known| capitals || !known.capitals);
            let demonym = entry.is_some_and(|entry| entry.kinds.any(Kinds::DEMONYM)) && phrase.contains(' ');
            let whole =
                page.token(at + 1).is_none_or(|next| next.gap != Gap::Tight || next.kind != TokenKind::Word);
            let agreement = known.is_some_and(|known| known.kind == EntityKind::Agreement);
            let capital = token.is_capital() || (agreement && !page.opens(start));
            if (known.is_some() || demonym) && capital && whole {
                let classes = if demonym { Classes::PEOPLE } else { page.classes(at) };
                found = Some(Unit { first: start, last: at, folded: phrase.clone(), classes, known });
            }
        }
        at += 1;
    }
    found
}

fn capital<'a>(page: &Page<'a>, at: usize) -> Option<Unit<'a>> {
    let token = page.token(at)?;
    let number = token.kind == TokenKind::Number && is_ordinal(page.word(at));
    (token.is_capital() || (number && begins_run(page, at))).then(|| plain_unit(page, at))
}

fn plain_unit<'a>(page: &Page<'a>, at: usize) -> Unit<'a> {
    let folded = page.folded(at).to_owned();
    let mut classes = page.classes(at);
    // `Syrian-Russian`: of two peoples.
    if folded.contains(' ') && folded.split(' ').all(|part| page.lexicon.classes(part).any(Classes::PEOPLE)) {
        classes = classes.or(Classes::PEOPLE);
    }
    Unit { first: at, last: at, folded, classes, known: None }
}

/// How many small words from `at` on belong into the run, because a capital follows them.
fn joining_words(page: &Page<'_>, run: &[Unit<'_>], at: usize) -> usize {
    let Some(last) = run.last() else { return 0 };
    let ends_in_capital = |count: usize| {
        let inner =
            (at..=at + count).all(|index| page.token(index).is_some_and(|token| token.gap == Gap::Space));
        inner && page.token(at + count).is_some_and(|token| token.is_capital())
    };
    let classes = |count: usize| page.classes(at + count);
    let word = page.word(at);
    if page.is_mark(at, '&') {
        return usize::from(ends_in_capital(1));
    }
    if classes(0).any(Classes::PARTICLE) {
        let count = if classes(1).any(Classes::PARTICLE) { 2 } else { 1 };
        return if ends_in_capital(count) { count } else { 0 };
    }
    let takes_of =
        Classes::ORGANIZATION_OF.or(Classes::AGREEMENT).or(Classes::PLACE_BEFORE).or(Classes::EMBASSY);
    let article = usize::from(page.word(at + 1) == "the");
    let inside = run.iter().any(|unit| matches!(&*unit.folded, "of" | "for" | "on"));
    // `Convention on the Rights of Sailors`
    let on_topic = run
        .iter()
        .zip(run.iter().skip(1))
        .any(|(unit, next)| unit.classes.any(Classes::AGREEMENT) && next.folded == "on");
    let joins = match word {
        "of" if last.classes.any(Classes::TITLE) => classes(1).any(OFFICE_OF),
        // `the Front of Ann Weber` is two names, `the University of Jordan` one.
        "of" if classes(1).any(Classes::GIVEN)
            && !classes(1).any(Classes::PLACE_BEFORE)
            && is_full_name(page, at + 1) =>
        {
            false
        }
        "of" => last.classes.any(takes_of.or(Classes::ORGANIZATION)) || on_topic,
        "on" if page.token(at + 1).is_some_and(|next| next.case == Case::Upper) => false,
        "for" | "on" => {
            last.classes.any(Classes::ORGANIZATION.or(Classes::ORGANIZATION_OF).or(Classes::AGREEMENT))
        }
        "and" => {
            let topic = Classes::PORTFOLIO.or(Classes::GENERIC);
            let head = run.iter().any(|unit| unit.classes.any(Classes::ORGANIZATION));
            let listed = last.classes.any(topic) && classes(1).any(topic);
            // `Centre for Missing and Exploited Children`
            let described = inside
                && head
                && last.known.is_none()
                && !classes(1).any(Classes::GIVEN.or(ROLE_WORD).or(Classes::ORGANIZATION))
                && (is_topic(&last.folded) || is_topic(page.folded(at + 1)))
                && known_name(page, at + 1).is_none();
            listed && (inside || !head) || described
        }
        _ => false,
    };
    // `Bank of Peru`, but `Ministry for Peace` only with a capital behind.
    if joins && ends_in_capital(1 + article) { 1 + article } else { 0 }
}

/// Whether a word has the ending of a common noun or participle.
fn is_topic(folded: &str) -> bool {
    ["ing", "tion", "ment", "ance", "ence", "ity", "ics", "ogy", "ship", "ized", "ited"]
        .iter()
        .any(|ending| folded.len() > ending.len() + 2 && folded.ends_with(ending))
}

/// Whether a given name with a further capital behind it begins here, and no name that the lexicon knows.
fn is_full_name(page: &Page<'_>, at: usize) -> bool {
    let second = page.token(at + 1).is_some_and(|token| token.gap == Gap::Space && token.is_capital());
    second && known_name(page, at).is_none()
}

/// The run without what only begins a sentence, and without loose words at its end.
fn trim<'r, 'a>(page: &Page<'_>, run: &'r [Unit<'a>]) -> &'r [Unit<'a>] {
    let weak = Classes::MODIFIER
        .or(Classes::PORTFOLIO)
        .or(Classes::GENERIC)
        .or(Classes::DIRECTION)
        .or(ROLE_WORD)
        .or(Classes::PEOPLE);
    let mut rest = run;
    while let Some((unit, behind)) = rest.split_first() {
        let article = matches!(&*unit.folded, "the" | "a" | "an");
        // `Islam Marsh`, but not `Islam in Peru`.
        let given =
            unit.classes.any(Classes::GIVEN) && behind.first().is_some_and(|next| next.known.is_none());
        let stop =
            unit.classes.any(Classes::STOP) && !given && (!unit.classes.any(weak) || behind.is_empty());
        // `Then`, `Former`: say when, and are no part of a name.
        let standing = unit.classes.any(Classes::FORMER.or(Classes::ACTING));
        let common = page.opens(unit.first)
            && page.occurs_small(&unit.folded)
            && !unit.classes.any(weak.or(Classes::ORGANIZATION).or(Classes::GIVEN));
        if unit.known.is_none()
            && (article || stop || standing || common || unit.classes.any(Classes::CONNECTOR))
        {
            rest = behind;
        } else {
            break;
        }
    }
    while let Some((unit, before)) = rest.split_last() {
        let particle = unit.folded == "al" || unit.folded == "el";
        let loose = (particle || unit.classes.any(Classes::STOP.or(Classes::CONNECTOR)))
            && !unit.classes.any(COMMON_HEAD)
            && unit.known.is_none();
        if loose { rest = before } else { break }
    }
    rest
}

/// What an office can be of by a common word: `Secretary of State`, `Minister of Trade`.
const OFFICE_OF: Classes = Classes::PORTFOLIO.or(Classes::MODIFIER);

const COMMON_HEAD: Classes = ROLE_WORD.or(Classes::ORGANIZATION).or(Classes::AGREEMENT).or(Classes::PLACE);

/// Cuts a run into candidates.
fn split<'a>(page: &Page<'a>, run: &[Unit<'a>], found: &mut Vec<Candidate<'a>>) {
    let Some((first, behind)) = run.split_first() else { return };
    let Some((last, before)) = run.split_last() else { return };
    if behind.is_empty() {
        return single(page, first, found);
    }
    // A title inside: what stands behind it is a person, what stands before it a body or country.
    let is_title =
        |unit: &Unit<'_>| unit.known.is_none() && unit.classes.any(ROLE_WORD.or(Classes::HONORIFIC));
    let title = before.iter().rposition(is_title).map(|title| title + office_of(run, title));
    let names_person = |person: &[Unit<'_>]| match person {
        // `Ms. Hill`, `Secretary Karim Hill`
        [only] => {
            is_honorific(run, title) && only.known.is_none() && !only.classes.any(Classes::ORGANIZATION)
        }
        [given, _] | [given, _, _] => {
            given.classes.any(Classes::GIVEN) && given.known.is_none() && !STREETS.contains(&&*last.folded)
        }
        _ => false,
    };
    let heads = Classes::ORGANIZATION.or(Classes::AGREEMENT).or(Classes::PLACE);
    if let Some(title) = title
        && (!last.classes.any(heads) || run.get(title + 1..).is_some_and(names_person))
        && let Some((office, person)) = run.split_at_checked(title + 1)
        && person.first().is_some_and(|unit| {
            let body = person.len() > 1 && unit.classes.any(Classes::ORGANIZATION_OF);
            !body && !unit.classes.any(Classes::CONNECTOR.or(Classes::SUFFIX))
        })
        && !(title > 0 && first.classes.any(Classes::GIVEN) && person.len() == 1)
    {
        split(page, without_office(office), found);
        return if person.len() == 1 && names_person(person) {
            push(page, person, Shape::Open, found)
        } else {
            split(page, person, found)
        };
    }
    // `governor of Kelda State Hélène Marsh`: a place or body and a full name.
    let heads = Classes::PLACE.or(Classes::ORGANIZATION);
    let full_name = run.iter().zip(run.iter().skip(1)).enumerate().position(|(at, (unit, next))| {
        let place = at == 1 && first.known.is_some();
        let given = next.classes.any(Classes::GIVEN);
        // `Harbour Party of Peru Hélène Marsh`
        let country = at > 1 && unit.known.is_some_and(|known| known.is_country);
        next.known.is_none()
            && (country && given
                || unit.known.is_none()
                    && unit.classes.any(heads)
                    && (given || place && !next.classes.any(COMMON)))
    });
    if let Some(head) = full_name.filter(|&head| head > 0 && run.len() > head + 2 && !last.classes.any(heads))
        && let Some((place, person)) = run.split_at_checked(head + 1)
    {
        split(page, place, found);
        return split(page, person, found);
    }
    let upper = page.token(first.first).is_some_and(|token| token.case == Case::Upper);
    let ship = upper && first.known.is_none() && first.classes.any(Classes::SHIP);
    if ship || is_event(run) {
        return;
    }
    // A title at the end belongs to nobody here.
    let surname = matches!(
        &*last.folded,
        "king" | "prince" | "major" | "judge" | "baron" | "bishop" | "marshal" | "cardinal"
    );
    if is_title(last) && !(first.classes.any(Classes::GIVEN) && (surname || run.len() == 2)) {
        return split(page, without_office(run), found);
    }
    if let Some(kind) = form(run) {
        let part = if kind == EntityKind::Organization { run } else { without_people(run) };
        if part.len() > 1 {
            return push(page, part, Shape::Kind(kind), found);
        }
        return split(page, part, found);
    }
    if first.classes.any(Classes::PEOPLE) && first.known.is_none() {
        return split(page, behind, found);
    }
    let covered = |unit: &Unit<'_>| {
        let loose = Classes::PEOPLE.or(Classes::STOP).or(Classes::CONNECTOR);
        unit.known.is_some() || unit.classes.any(loose) || compound(page, unit).is_some()
    };
    if run.iter().all(covered) {
        return run.iter().for_each(|unit| single(page, unit, found));
    }
    // `Lima Rovers QB Hélène Marsh`: short capitals before a full name are a title.
    let capitals = |unit: &Unit<'_>| {
        let upper = page.token(unit.first).is_some_and(|token| token.case == Case::Upper);
        upper && unit.known.is_none() && matches!(unit.folded.len(), 2 | 3)
    };
    let position = run.iter().position(capitals);
    if let Some((team, person)) = position.and_then(|at| Some((run.get(..at)?, run.get(at + 1..)?)))
        && is_given(person)
    {
        split(page, team, found);
        return split(page, person, found);
    }
    // `envoy for Peru Hélène Marsh`: a country and a full name.
    if first.known.is_some() && is_given(behind) && !first.classes.any(Classes::GIVEN) {
        single(page, first, found);
        return split(page, behind, found);
    }
    // `Eastern Peruvian`: where somebody is from.
    let from = Classes::PEOPLE.or(Classes::DIRECTION);
    if last.classes.any(Classes::PEOPLE)
        && run.iter().all(|unit| unit.known.is_none() && unit.classes.any(from))
    {
        return;
    }
    if run.len() > 6 || run.iter().all(|unit| unit.classes.any(COMMON)) {
        return run.iter().filter(|unit| unit.known.is_some()).for_each(|unit| single(page, unit, found));
    }
    let particle = before.iter().skip(1).any(|unit| {
        unit.classes.any(Classes::PARTICLE) && page.token(unit.first).is_some_and(|token| !token.is_capital())
    });
    let joined = |unit: &Unit<'_>| {
        page.token(unit.first).is_some_and(|t| t.case == Case::Title) && starts_small(page, unit)
    };
    let is_initial = |unit: &Unit<'_>| {
        page.word(unit.first).ends_with('.') && unit.folded.chars().count() == 1 && unit.known.is_none()
    };
    // `W. Va.` is nobody.
    if last.folded.chars().count() < 3 && before.iter().all(is_initial) {
        return;
    }
    let initial = before.iter().any(is_initial);
    let given = first.classes.any(Classes::GIVEN) || leading_given(page, first);
    let shape = if given || particle || initial || joined(last) { Shape::PersonLike } else { Shape::Open };
    push(page, run, shape, found);
}

/// Whether a given name with more behind it begins here.
fn is_given(run: &[Unit<'_>]) -> bool {
    run.len() > 1 && run.first().is_some_and(|unit| unit.classes.any(Classes::GIVEN))
}

/// How many words behind the title at `title` belong to it: `of State`.
fn office_of(run: &[Unit<'_>], title: usize) -> usize {
    let behind = run.get(title + 1..).unwrap_or_default();
    if behind.first().is_none_or(|unit| unit.folded != "of") {
        return 0;
    }
    let topic = |unit: &&Unit<'_>| unit.known.is_none() && unit.classes.any(OFFICE_OF.or(Classes::CONNECTOR));
    behind.iter().take_while(topic).count()
}

/// `Jean-Marc`: a double name whose first half is a given name.
fn leading_given(page: &Page<'_>, unit: &Unit<'_>) -> bool {
    unit.folded.split_once(' ').is_some_and(|(first, _)| page.lexicon.classes(first).any(Classes::GIVEN))
}

/// `al-Tamimi`: begins with a small letter.
fn starts_small(page: &Page<'_>, unit: &Unit<'_>) -> bool {
    page.word(unit.first).chars().next().is_some_and(char::is_lowercase)
}

/// A run of one unit.
fn single<'a>(page: &Page<'a>, unit: &Unit<'a>, found: &mut Vec<Candidate<'a>>) {
    let run = std::slice::from_ref(unit);
    if unit.known.is_some() {
        return push(page, run, Shape::Open, found);
    }
    if let Some(parts) = compound(page, unit) {
        return found.extend(parts);
    }
    let upper = page.token(unit.first).is_some_and(|token| token.case == Case::Upper);
    let mut letters = unit.folded.chars();
    let short = letters.next().is_none() || letters.next().is_none();
    let stop = if upper { Classes::ACRONYM_STOP } else { COMMON };
    let surname = matches!(&*unit.folded, "hill" | "park" | "lake" | "forest" | "camp");
    if short || (unit.classes.any(Classes::PEOPLE.or(stop)) && !surname) {
        return;
    }
    // `CEOs`
    let word = page.word(unit.first);
    if word.strip_suffix('s').is_some_and(|word| word.len() > 1 && word.chars().all(char::is_uppercase)) {
        return;
    }
    let letters = unit.folded.chars().all(char::is_alphabetic);
    let shape =
        if upper && letters && unit.folded.chars().count() <= 7 { Shape::Acronym } else { Shape::Open };
    push(page, run, shape, found);
}

/// The names of `Peru-Chile` and `Quito-Lima-Bogota`, where the lexicon knows every part.
fn compound<'a>(page: &Page<'a>, unit: &Unit<'a>) -> Option<Vec<Candidate<'a>>> {
    if unit.known.is_some() || unit.first != unit.last || !unit.folded.contains(' ') {
        return None;
    }
    let mut at = page.token(unit.first)?.span.start;
    let mut parts = Vec::new();
    for part in page.word(unit.first).split(['-', '\u{2010}', '\u{2011}', '\u{2013}']) {
        let folded = fold_word(part);
        let known = page.lexicon.name(&folded)?;
        let length = u32::try_from(part.len()).ok()?;
        parts.push(Candidate {
            first: unit.first,
            last: unit.last,
            span: Span::new(at, at + length),
            folded,
            words: 1,
            shape: Shape::Open,
            known: Some(known),
            owner: None,
        });
        // The hyphens are of one byte or of three.
        at += length;
        at += if page.text.get(at as usize..)?.starts_with('-') { 1 } else { 3 };
    }
    (parts.len() > 1).then_some(parts)
}

/// A run without the office at its end: `Peruvian Defense Ministry` of `… Ministry Deputy Spokesman`.
fn without_office<'r, 'a>(mut run: &'r [Unit<'a>]) -> &'r [Unit<'a>] {
    let office = ROLE_WORD.or(BEFORE_ROLE).or(Classes::CONNECTOR).or(Classes::GENERIC);
    while let Some((last, before)) = run.split_last() {
        // `Treasury` and `Oil` end the names of bodies; before a title they are what it is for.
        let body = last.classes.any(Classes::ORGANIZATION) && !last.classes.any(Classes::PORTFOLIO);
        if last.known.is_none() && last.classes.any(office) && !body {
            run = before;
        } else {
            break;
        }
    }
    run
}

/// A run without demonyms at its front.
fn without_people<'r, 'a>(mut run: &'r [Unit<'a>]) -> &'r [Unit<'a>] {
    while let Some((first, behind)) = run.split_first() {
        if first.classes.any(Classes::PEOPLE) && first.known.is_none() && !behind.is_empty() {
            run = behind;
        } else {
            break;
        }
    }
    run
}

fn push<'a>(page: &Page<'a>, run: &[Unit<'a>], shape: Shape, found: &mut Vec<Candidate<'a>>) {
    let (Some(first), Some(last)) = (run.first(), run.last()) else { return };
    let folded = run.iter().map(|unit| unit.folded.as_str()).collect::<Vec<_>>().join(" ");
    let known =
        if run.len() == 1 { first.known } else { page.lexicon.name(&folded).filter(|known| !known.capitals) };
    found.push(Candidate {
        first: first.first,
        last: last.last,
        span: page.span(first.first, last.last),
        words: run.iter().filter(|unit| !unit.classes.any(Classes::CONNECTOR)).count(),
        folded,
        shape,
        known,
        owner: None,
    });
}
