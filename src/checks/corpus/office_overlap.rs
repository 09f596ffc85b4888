//! Check: office-overlap
//!
//! Offices that cannot all be held: one person in two that exclude each other (`Finance Minister A`, and `the
//! foreign minister, A` three days later), or two people in one that has a single holder (`Police Chief A`,
//! and `Police Chief B`).
//!
//! What the words make of an office, and which exclude each other, is a small model of public life
//! (`knowledge/offices`): ministers of portfolios that nobody joins, a deputy and the office itself, mayors
//! of two towns, ambassadors to two countries, a minister and a judge. Party leaders, lawmakers, candidates
//! exclude nothing. Offices change, so only articles that appeared within two weeks of each other are compared,
//! and none where an article of that time speaks of the holder as appointed, elected, resigned, acting, or
//! former, or where a third article bears the later words out. Two holders are told apart by names that share
//! no word, in articles of one story (the same names, or the words by which either is found). Within one article one person's two offices are compared.

use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::base::id::ArticleId;
use crate::checks::article::prose::Prose;
use crate::checks::citation::file_name;
use crate::checks::corpus::holders::{self, Held, changes};
use crate::checks::corpus::is_told_here;
use crate::checks::{Check, Related, Report, Severity, Subject};
use crate::knowledge::offices::{self, Relation};
use crate::knowledge::{Entity, Naming};

/// See the module.
pub struct OfficeOverlap;

/// Offices of articles that lie further apart may have changed hands.
const MOST_DAYS: i32 = 14;
/// In which a third article can bear out what one says.
const NEAR_DAYS: i32 = 60;
/// Names that two articles of one story share at least; more where the office's country is that of the
/// article, and not said.
const LEAST_SHARED: usize = 1;
/// Texts that resemble each other so much are one report.
const COPY: f64 = 0.5;

impl Check for OfficeOverlap {
    fn code(&self) -> &'static str {
        "office-overlap"
    }

    fn severity(&self) -> Severity {
        Severity::Information
    }

    fn in_draft(&self) -> Severity {
        Severity::Warning
    }

    fn summary(&self) -> &'static str {
        "one person in two offices that exclude each other, or two people in one"
    }

    fn run(&self, subject: &Subject<'_>, report: &mut Vec<Report>) {
        let mut told: Vec<(u32, Relation)> = Vec::new();
        let near = of_these_weeks(subject);
        for mine in Held::of_article(subject.article, subject.facts).filter(Held::is_held) {
            let found = within(subject, mine).or_else(|| two_within(subject, mine)).or_else(|| {
                if subject.snapshot.is_draft(subject.article) {
                    return None;
                }
                let entity = mine.entity(subject.snapshot)?;
                in_two(subject, mine, &entity, &near).or_else(|| two_in_one(subject, mine, &entity, &near))
            });
            let Some((theirs, relation)) = found else { continue };
            if !told.contains(&(mine.mention.chain, relation)) {
                told.push((mine.mention.chain, relation));
                report.extend(finding(subject, mine, theirs));
            }
        }
    }
}

/// The articles that can bear out what this one says: those that appeared within [`NEAR_DAYS`] of it.
fn of_these_weeks(subject: &Subject<'_>) -> Vec<ArticleId> {
    let snapshot = subject.snapshot;
    if subject.facts.offices.is_empty() || snapshot.is_draft(subject.article) {
        return Vec::new();
    }
    let Some(here) = snapshot.published(subject.article).map(|published| published.date) else {
        return Vec::new();
    };
    let days = i64::from(NEAR_DAYS).days();
    snapshot.published_within(here.saturating_sub(days), here.saturating_add(days))
}

/// An office that the same article gave to the same person before, and that excludes this one.
fn within<'s>(subject: &Subject<'s>, mine: Held<'s>) -> Option<(Held<'s>, Relation)> {
    let earlier = Held::of_article(subject.article, subject.facts).filter(|held| {
        held.is_held()
            && held.mention.chain == mine.mention.chain
            && held.office.span.end <= mine.office.span.start
    });
    let mut against =
        earlier.filter(|held| offices::relation(held.office, mine.office) == Relation::Exclusive);
    let found = against.next()?;
    // `NAME, prime minister and …`: offices of one sentence are told as two.
    let apart =
        subject.text.get(found.office.span.end as usize..mine.office.span.start as usize)?.contains('\n');
    let year = holders::year_of(subject.snapshot, subject.article);
    let changes = |held: Held<'_>| {
        changes::are_told(subject.prose, subject.facts, &[held.mention.chain], held.office, year)
    };
    (apart && !changes(found) && !changes(mine)).then_some((found, Relation::Exclusive))
}

/// An office of which this article has named another holder before.
fn two_within<'s>(subject: &Subject<'s>, mine: Held<'s>) -> Option<(Held<'s>, Relation)> {
    let snapshot = subject.snapshot;
    if offices::is_of_history(mine.office) {
        return None;
    }
    let entity = mine.entity(snapshot)?;
    let earlier = Held::of_article(subject.article, subject.facts)
        .filter(|held| held.is_held() && held.office.span.end <= mine.office.span.start);
    let mut other = earlier.filter(|held| offices::is_one_office(held.office, mine.office)).filter(|held| {
        held.entity(snapshot)
            .is_some_and(|one| one.id != entity.id && !holders::are_alike(&one.name, &entity.name))
    });
    let theirs = other.next()?;
    let year = holders::year_of(subject.snapshot, subject.article);
    let changes = |held: Held<'_>| {
        changes::are_told(subject.prose, subject.facts, &[held.mention.chain], held.office, year)
    };
    let told_of_then = is_told_of_then(subject, mine) || is_told_of_then(subject, theirs);
    (!told_of_then && !changes(theirs) && !changes(mine)).then_some((theirs, Relation::Same))
}

/// Whether the sentence speaks of days long before the article: another held it then.
fn is_told_of_then(subject: &Subject<'_>, held: Held<'_>) -> bool {
    let here = subject.snapshot.published(subject.article).map(|published| published.date);
    Prose::passages(subject)
        .filter(|passage| passage.span(0..passage.count()).intersects(held.office.span))
        .any(|passage| {
            passage.dates().filter_map(|at| passage.days(at)).any(|days| {
                let ago = |here: Date| days.last.until(here).map_or(0, |span| span.get_days());
                here.is_none_or(|here| ago(here) > NEAR_DAYS)
            })
        })
}

/// An office that another article gives to the same person, and that excludes this one.
fn in_two<'s>(
    subject: &Subject<'s>,
    mine: Held<'s>,
    entity: &Arc<Entity>,
    near: &[ArticleId],
) -> Option<(Held<'s>, Relation)> {
    let snapshot = subject.snapshot;
    let person = snapshot.naming(entity)?;
    let known = holders::of_person(snapshot, &person, near);
    let excludes = |held: &&Held<'_>| match offices::relation(held.office, mine.office) {
        Relation::Exclusive => true,
        Relation::Other => is_copy(subject, held.article),
        _ => false,
    };
    let others = known.iter().filter(|held| {
        held.is_held()
            && is_near(subject, held.article)
            && is_told_here(snapshot, subject.article, held.article)
    });
    let theirs = *others.into_iter().find(excludes)?;
    let agrees = |held: &Held<'_>| {
        let relation = offices::relation(held.office, mine.office);
        matches!(relation, Relation::Same | Relation::Less) && !offices::is_bare(held.office)
    };
    // This article knows of both, or another bears it out.
    let both = known.iter().any(|held| {
        let here = held.article == subject.article && !agrees(held);
        let there = held.article == theirs.article && agrees(held);
        let third = held.article != subject.article
            && held.article != theirs.article
            && agrees(held)
            && offices::relation(held.office, theirs.office) >= Relation::Other
            && !is_copy(subject, held.article)
            && holders::days_between(snapshot, held.article, subject.article)
                .is_none_or(|days| days.abs() <= NEAR_DAYS);
        here && offices::relation(held.office, theirs.office) < Relation::Other
            && offices::relation(held.office, theirs.office) != Relation::Unrelated
            || there
            || third
    });
    let changed = || changes_between(subject, &[&person], near, &[mine, theirs], theirs.article);
    (!both && !changed()).then_some((theirs, Relation::Exclusive))
}

/// The same office, given to somebody else by another article.
fn two_in_one<'s>(
    subject: &Subject<'s>,
    mine: Held<'s>,
    entity: &Arc<Entity>,
    weeks: &[ArticleId],
) -> Option<(Held<'s>, Relation)> {
    let snapshot = subject.snapshot;
    let person = snapshot.naming(entity);
    let near = weeks.iter().copied().filter(|&article| {
        article != subject.article && !snapshot.is_draft(article) && is_near(subject, article)
    });
    let near: Vec<ArticleId> = near.collect();
    let names = |held: &Held<'_>| {
        let chain = held.facts.chain(held.mention);
        person.as_ref().zip(chain).is_some_and(|(person, chain)| person.holds(chain))
    };
    let holders_of = |article: ArticleId| {
        let facts = snapshot.article(article);
        let all = facts.into_iter().flat_map(move |facts| Held::of_article(article, facts));
        let one =
            if is_copy(subject, article) { offices::is_one_office_in_copies } else { offices::is_one_office };
        all.filter(move |held| held.is_held() && one(held.office, mine.office))
    };
    let other = |held: &Held<'s>| {
        let theirs = if names(held) { None } else { held.entity(snapshot) };
        theirs.is_some_and(|theirs| theirs.id != entity.id && !holders::are_alike(&theirs.name, &entity.name))
    };
    let told = near.iter().filter(|&&article| is_told_here(snapshot, subject.article, article));
    let theirs = told.flat_map(|&article| holders_of(article)).find(other)?;
    // Who else has one of the two in it: then it changed hands, or is no such office.
    let borne_out = near.iter().filter(|&&article| article != theirs.article && !is_copy(subject, article));
    let borne_out = borne_out
        .flat_map(|&article| holders_of(article))
        .any(|held| held.entity(snapshot).is_some_and(|one| one.id == entity.id));
    let here = holders_of(subject.article).filter(|held| other(held)).count() > 0;
    let there =
        holders_of(theirs.article).any(|held| held.entity(snapshot).is_some_and(|one| one.id == entity.id));
    let inferred = offices::is_inferred(mine.office) || offices::is_inferred(theirs.office);
    let pair = subject.pairs.of(subject).iter().find(|pair| pair.article == theirs.article);
    let is_story = pair.is_some_and(|pair| pair.is_one_story);
    let shared = holders::shared_names(snapshot, subject.article, theirs.article) + usize::from(is_story);
    if borne_out || here || there || shared < LEAST_SHARED + usize::from(inferred) {
        return None;
    }
    // Who writes of both knows who holds it.
    let theirs_of = snapshot.naming(&theirs.entity(snapshot)?);
    let named = |person: &Option<Naming>, article: ArticleId| {
        person.as_ref().is_some_and(|person| !holders::naming(snapshot, person, &[article]).is_empty())
    };
    if named(&person, theirs.article) || named(&theirs_of, subject.article) {
        return None;
    }
    let people: Vec<&Naming> = [&person, &theirs_of].into_iter().flatten().collect();
    let changed = changes_between(subject, &people, &near, &[mine, theirs], theirs.article);
    (!changed).then_some((theirs, Relation::Same))
}

fn is_near(subject: &Subject<'_>, article: ArticleId) -> bool {
    let days = holders::days_between(subject.snapshot, article, subject.article);
    article != subject.article && days.is_some_and(|days| days.abs() <= MOST_DAYS)
}

fn is_copy(subject: &Subject<'_>, article: ArticleId) -> bool {
    let theirs = subject.snapshot.article(article).map(|facts| &facts.wording);
    theirs.is_some_and(|theirs| subject.facts.wording.resemblance(theirs) >= COPY)
}

/// Whether this article, the other, or one of those that name a holder and appeared between them speaks of a
/// change.
fn changes_between(
    subject: &Subject<'_>,
    people: &[&Naming],
    near: &[ArticleId],
    held: &[Held<'_>],
    there: ArticleId,
) -> bool {
    let snapshot = subject.snapshot;
    let apart = holders::days_between(snapshot, there, subject.article).unwrap_or_default();
    let between = |article: ArticleId| {
        let after = holders::days_between(snapshot, there, article);
        article == subject.article
            || article == there
            || after.is_some_and(|days| (-1..=apart + 1).contains(&days)) && !snapshot.is_draft(article)
    };
    let mut articles: Vec<(ArticleId, Vec<u32>)> = vec![(subject.article, vec![]), (there, vec![])];
    let weeks = near.iter().chain([&subject.article]);
    let within: Vec<ArticleId> = weeks.copied().filter(|&article| between(article)).collect();
    for (article, chains) in people.iter().flat_map(|person| holders::naming(snapshot, person, &within)) {
        match articles.iter_mut().find(|(one, _)| *one == article) {
            Some((_, all)) => all.extend(chains),
            None => articles.push((article, chains)),
        }
    }
    articles.iter().any(|(article, chains)| {
        let Some(facts) = snapshot.article(*article) else { return false };
        let year = holders::year_of(snapshot, *article);
        let tells =
            |prose: &_| held.iter().any(|held| changes::are_told(prose, facts, chains, held.office, year));
        match *article == subject.article {
            true => tells(subject.prose),
            false => holders::prose_of(snapshot, *article).is_none_or(|prose| tells(&prose)),
        }
    })
}

fn finding(subject: &Subject<'_>, mine: Held<'_>, theirs: Held<'_>) -> Option<Report> {
    let snapshot = subject.snapshot;
    let text = snapshot.text(theirs.article.doc)?;
    let file = file_name(snapshot, theirs.article.doc);
    let (here, there) = (mine.words(subject.text), theirs.words(&text));
    let (one, other) = (subject.facts.words(mine.mention), theirs.facts.words(theirs.mention));
    let same =
        mine.entity(snapshot).zip(theirs.entity(snapshot)).is_some_and(|(one, other)| one.id == other.id);
    let place = if theirs.article == subject.article { "above".to_owned() } else { format!("in {file}") };
    let message = match same {
        true => format!("{one} is “{here}” here, “{there}” {place}: who holds one does not hold the other"),
        false => format!("“{here}” is {one} here, {other} {place} (“{there}”): it has one holder at a time"),
    };
    let related =
        Related {
            doc: theirs.article.doc, span: theirs.office.span, message: format!("“{there}”: {other}")
        };
    let day =
        |article| snapshot.published(article).map_or("undated".to_owned(), |one| format!("of {}", one.date));
    Some(
        Report::new(mine.office.span, message)
            .with(related)
            .because(format!("this text, {}: {one}, “{here}”", day(subject.article)))
            .because(format!("{file}, {}: {other}, “{there}”", day(theirs.article)))
            .because("neither text, nor one of the days between, speaks of a change"),
    )
}
