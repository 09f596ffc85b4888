//! Check: office-unsupported
//!
//! An office that a draft gives to somebody and that contradicts every source: all that say what that person
//! is name an office that goes ill with it (`Warren Hadley, the secretary of commerce`, and a source has
//! `Treasury Undersecretary Warren Hadley`), or the sources give this office to somebody else.
//!
//! One source that names the same office, or one that says less or more of it, supports the draft; a source
//! that names something else besides (a lawmaker, a party leader) does not speak against it. Where the draft or
//! the source speaks of that person as appointed, elected, former, acting, or says since when, nothing is
//! reported. What no source says anything of is the analyst's own knowledge.

use std::sync::Arc;

use crate::base::id::ArticleId;
use crate::checks::citation::{cites, corrected, file_name};
use crate::checks::corpus::holders::{self, Held, changes};
use crate::checks::{Check, Related, Report, Severity, Subject};
use crate::knowledge::offices::{self, Relation};
use crate::knowledge::{Entity, Naming};
use crate::lang::names::offices::Office;

/// See the module.
pub struct OfficeUnsupported;

/// Names that a draft and a source on one story share at least, where the source does not name the person.
const LEAST_SHARED: usize = 2;

impl Check for OfficeUnsupported {
    fn code(&self) -> &'static str {
        "office-unsupported"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn summary(&self) -> &'static str {
        "an office in a draft that contradicts the sources"
    }

    fn run(&self, subject: &Subject<'_>, report: &mut Vec<Report>) {
        if !subject.snapshot.is_draft(subject.article) {
            return;
        }
        let mut told: Vec<u32> = Vec::new();
        for mine in Held::of_article(subject.article, subject.facts).filter(Held::is_held) {
            if told.contains(&mine.mention.chain) {
                continue;
            }
            let Some(entity) = mine.entity(subject.snapshot) else { continue };
            if let Some(theirs) = against(subject, mine, &entity) {
                told.push(mine.mention.chain);
                report.extend(finding(subject, mine, theirs));
            }
        }
    }
}

/// What a source has instead.
fn against<'s>(subject: &Subject<'s>, mine: Held<'s>, entity: &Arc<Entity>) -> Option<Held<'s>> {
    let snapshot = subject.snapshot;
    let person = snapshot.naming(entity);
    let known = match &person {
        Some(person) => holders::of_person(snapshot, person, &holders::with_offices(snapshot, person)),
        None => Vec::new(),
    };
    let home = holders::only_country(subject.facts);
    let relation = |held: &Held<'_>| {
        let country = mine.office.country.or(home).or(held.office.country);
        offices::relation(&Office { country, ..mine.office.clone() }, held.office)
    };
    let supports = |held: &Held<'_>| matches!(relation(held), Relation::Same | Relation::Less);
    if known.iter().any(|held| supports(held) && !offices::is_bare(held.office)) {
        return None;
    }
    let other = other_holder(subject, mine, entity, person.as_ref());
    let contradicts = |held: &&Held<'_>| held.is_held() && relation(held) >= Relation::Other;
    let same_person = known.iter().filter(contradicts).max_by_key(|held| relation(held)).copied();
    // Near offices are told apart where the sources have another holder of the draft's.
    let near = known.iter().find(|held| held.is_held() && (relation(held) == Relation::Near)).copied();
    if same_person.is_none() && other.is_none() && known.iter().any(supports) {
        return None;
    }
    let is_story =
        |held: &Held<'_>| subject.pairs.of(subject).iter().any(|pair| pair.article == held.article);
    let told = near.filter(|_| other.is_some()).or(other).or(near.filter(is_story));
    let found = same_person.or(told)?;
    let changes = |article: ArticleId, chains: &[u32], held: Held<'_>| {
        let Some(facts) = snapshot.article(article) else { return false };
        let year = holders::year_of(snapshot, article);
        match article == subject.article {
            true => changes::are_told(subject.prose, facts, chains, held.office, year),
            false => holders::prose_of(snapshot, article)
                .is_none_or(|prose| changes::are_told(&prose, facts, chains, held.office, year)),
        }
    };
    let changed = changes(subject.article, &[mine.mention.chain], mine)
        || changes(found.article, &[found.mention.chain], found);
    (!changed).then_some(found)
}

/// A source that gives the office to somebody else, and names this person too or tells the same story.
fn other_holder<'s>(
    subject: &Subject<'s>,
    mine: Held<'s>,
    entity: &Entity,
    person: Option<&Naming>,
) -> Option<Held<'s>> {
    let snapshot = subject.snapshot;
    let mut near = person.map(|person| holders::with_offices(snapshot, person)).unwrap_or_default();
    near.extend(holders::articles_with(snapshot, mine.office));
    near.retain(|&article| article != subject.article && !snapshot.is_draft(article));
    let home = mine.office.country.or(holders::only_country(subject.facts));
    near.into_iter().find_map(|article| {
        let facts = snapshot.article(article)?;
        let named = |chain| person.is_some_and(|person| person.holds(chain));
        let own =
            Held::of_article(article, facts).find(|held| held.facts.chain(held.mention).is_some_and(named));
        // Whose office it is, if the draft leaves that open: where the source has this person at home.
        let country = home.or(own.and_then(|own| own.office.country));
        let mine = Office { country, ..mine.office.clone() };
        let found = Held::of_article(article, facts).filter(Held::is_held).find(|held| {
            offices::is_one_office(&mine, held.office)
                && held.entity(snapshot).is_some_and(|theirs| {
                    theirs.id != entity.id && !holders::are_alike(&theirs.name, &entity.name)
                })
        })?;
        let story = || holders::shared_names(snapshot, subject.article, article) >= LEAST_SHARED;
        (facts.chains.iter().any(named) || story()).then_some(found)
    })
}

fn finding(subject: &Subject<'_>, mine: Held<'_>, theirs: Held<'_>) -> Option<Report> {
    let snapshot = subject.snapshot;
    let source = theirs.article.doc;
    let text = snapshot.text(source)?;
    let file = file_name(snapshot, source);
    let (here, there) = (mine.words(subject.text), theirs.words(&text));
    let (one, other) = (subject.facts.words(mine.mention), theirs.facts.words(theirs.mention));
    let same =
        mine.entity(snapshot).zip(theirs.entity(snapshot)).is_some_and(|(one, other)| one.id == other.id);
    let message = match same {
        true => format!("{one} is “{here}” here, but “{there}” in {file}; no source supports it"),
        false => format!("“{here}” is {one} here, but {other} in {file} (“{there}”)"),
    };
    let fix = match same && mine.office.is_title && theirs.office.is_title {
        true => corrected(subject, mine.office.span, &there, source),
        false => cites(subject, mine.office.span, source),
    };
    let related =
        Related { doc: source, span: theirs.office.span, message: format!("“{there}”: {other}") };
    let report = Report::new(mine.office.span, message)
        .with(related)
        .because(format!("this text: {one}, “{here}”"))
        .because(format!("{file}: {other}, “{there}”"))
        .because("no source gives this office to this person, and none speaks of a change")
        .mended_by(fix);
    let is_near = same && offices::relation(mine.office, theirs.office) == Relation::Near;
    Some(if is_near { report.faint() } else { report })
}
