//! Who holds which office by which article, and whether an article speaks of offices that change hands.

pub mod changes;

use strsim::levenshtein;

use crate::base::id::ArticleId;
use crate::base::kind::EntityKind;
use crate::checks::article::prose::Prose;
use crate::checks::citation::one_line;
use crate::knowledge::{Entity, Naming};
use crate::lang::facts::{ArticleFacts, Mention};
use crate::lang::lexicon::Lexicon;
use crate::lang::names::offices::{Office, Tenure};
use crate::source;
use crate::state::{MentionRef, Snapshot};
use crate::text::fold::fold;

/// An office that an article gives to somebody.
#[derive(Clone, Copy, Debug)]
pub struct Held<'s> {
    pub article: ArticleId,
    pub facts: &'s ArticleFacts,
    pub office: &'s Office,
    pub mention: &'s Mention,
}

impl<'s> Held<'s> {
    /// The offices of an article.
    pub fn of_article(article: ArticleId, facts: &'s ArticleFacts) -> impl Iterator<Item = Held<'s>> {
        facts.offices.iter().filter_map(move |office| {
            let mention = facts.mentions.get(office.mention as usize)?;
            Some(Held { article, facts, office, mention })
        })
    }

    pub fn is_held(&self) -> bool {
        self.office.tenure == Tenure::Held
    }

    /// Who holds it.
    pub fn entity(&self, snapshot: &Snapshot) -> Option<std::sync::Arc<Entity>> {
        snapshot.entity(&snapshot.mention_at(self.article.doc, self.mention.span.start)?)
    }

    /// The words of the office.
    pub fn words(&self, text: &str) -> String {
        one_line(self.office.span.of_text(text))
    }
}

/// The articles that name somebody, each with the chains that do: of those given.
pub fn naming(snapshot: &Snapshot, person: &Naming, articles: &[ArticleId]) -> Vec<(ArticleId, Vec<u32>)> {
    let chains = |&article: &ArticleId| {
        let facts = snapshot.article(article)?;
        let named = (0u32..).zip(&facts.chains).filter(|(_, chain)| person.holds(chain));
        let chains: Vec<u32> = named.map(|(at, _)| at).collect();
        (!chains.is_empty()).then_some((article, chains))
    };
    articles.iter().filter_map(chains).collect()
}

/// The articles of the folder that name somebody and give somebody an office, by path and place.
pub fn with_offices(snapshot: &Snapshot, person: &Naming) -> Vec<ArticleId> {
    let filed = person.entity.keys.iter().flat_map(|&key| snapshot.corpus().group(key));
    let mut found: Vec<ArticleId> = filed
        .filter(|filed| !filed.facts.offices.is_empty() && person.holds(filed.chain))
        .map(|filed| filed.article)
        .collect();
    found.sort_unstable();
    found.dedup();
    by_path(snapshot, found)
}

/// What articles that are no drafts say that somebody is.
pub fn of_person<'s>(snapshot: &'s Snapshot, person: &Naming, articles: &[ArticleId]) -> Vec<Held<'s>> {
    let held = |&article: &ArticleId| {
        let facts = snapshot.article(article).filter(|facts| !facts.offices.is_empty());
        facts.into_iter().flat_map(move |facts| Held::of_article(article, facts))
    };
    let named = |held: &Held<'_>| held.facts.chain(held.mention).is_some_and(|chain| person.holds(chain));
    articles.iter().flat_map(held).filter(named).filter(|held| !snapshot.is_draft(held.article)).collect()
}

/// So many articles may give an office to others; of more, those of the last days are taken.
const MOST_ARTICLES: usize = 200;

/// The articles that may give an office to others: the latest, by path and place.
pub fn articles_with(snapshot: &Snapshot, office: &Office) -> Vec<ArticleId> {
    let corpus = snapshot.corpus();
    let mut keys = office.keys_of(office.country);
    if office.country.is_some() {
        keys.extend(office.keys_of(None));
    }
    let mut found: Vec<ArticleId> =
        keys.iter().flat_map(|&key| corpus.wordings(key)).map(|(one, _)| one).collect();
    found.sort_unstable();
    found.dedup();
    if found.len() > MOST_ARTICLES {
        let day = |article: &ArticleId| snapshot.published(*article).map(|published| published.date);
        let mut days: Vec<_> = found.iter().map(day).collect();
        days.sort_unstable();
        let first = days.get(days.len() - MOST_ARTICLES).copied().flatten();
        found.retain(|article| day(article) >= first);
    }
    by_path(snapshot, found)
}

fn by_path(snapshot: &Snapshot, mut articles: Vec<ArticleId>) -> Vec<ArticleId> {
    articles.sort_by_cached_key(|article| (snapshot.path(article.doc).to_owned(), article.article));
    articles
}

/// The only country in which the places lie that an article names.
pub fn only_country(facts: &ArticleFacts) -> Option<u16> {
    let places = facts.chains.iter().filter(|chain| chain.kind == EntityKind::Place);
    let mut countries =
        places.filter_map(|chain| Lexicon::built_in().name(&chain.forms.first()?.folded)?.country);
    let first = countries.next()?;
    countries.all(|other| other == first).then_some(first)
}

/// Days between the publications of two articles, from the first on.
pub fn days_between(snapshot: &Snapshot, one: ArticleId, other: ArticleId) -> Option<i32> {
    let day = |article| snapshot.published(article).map(|published| published.date);
    Some(day(one)?.until(day(other)?).ok()?.get_days())
}

/// The year in which an article was published.
pub fn year_of(snapshot: &Snapshot, article: ArticleId) -> Option<i16> {
    snapshot.published(article).map(|published| published.date.year())
}

/// The names, of no country, that two articles share.
pub fn shared_names(snapshot: &Snapshot, one: ArticleId, other: ArticleId) -> usize {
    let named = |article: ArticleId| -> Vec<Box<str>> {
        let Some(facts) = snapshot.article(article) else { return Vec::new() };
        let mut seen: Vec<u32> = Vec::new();
        let mut ids = Vec::new();
        for mention in &facts.mentions {
            let Some(chain) = facts.chain(mention) else { continue };
            if seen.contains(&mention.chain)
                || matches!(chain.kind, EntityKind::Agreement | EntityKind::Event)
            {
                continue;
            }
            seen.push(mention.chain);
            let found = snapshot.mention_at(article.doc, mention.span.start);
            ids.extend(
                found.and_then(|found: MentionRef| snapshot.entity(&found)).map(|entity| entity.id.clone()),
            );
        }
        ids
    };
    let lexicon = Lexicon::built_in();
    let told = |id: &str| {
        let place = id.strip_prefix("place:").map(|name| name.replace('-', " "));
        place.and_then(|name| lexicon.name(&name).map(|known| known.is_country)) != Some(true)
    };
    let theirs = named(other);
    named(one).iter().filter(|id| told(id) && theirs.contains(id)).count()
}

/// Whether two names can be one person's in two spellings: a word of one is a word of the other.
pub fn are_alike(one: &str, other: &str) -> bool {
    const SMALL: &[&str] =
        &["al", "el", "bin", "ben", "ibn", "de", "da", "del", "la", "van", "von", "der", "abu", "jr", "sr"];
    let (one, other) = (fold(one), fold(other));
    let words = |name: &str| -> Vec<String> {
        let parts = name.split([' ', '-']).filter(|word| word.len() > 2 && !SMALL.contains(word));
        parts.map(str::to_owned).collect()
    };
    let (ones, others) = (words(&one), words(&other));
    ones.iter().any(|word| others.iter().any(|theirs| are_spellings(word, theirs)))
        || ones.is_empty()
        || others.is_empty()
}

/// Whether two words are one but for a third of the letters of the shorter one.
fn are_spellings(one: &str, other: &str) -> bool {
    levenshtein(one, other) <= one.len().min(other.len()) / 3
}

/// An article's own sentences, made where they are asked for.
pub fn prose_of(snapshot: &Snapshot, article: ArticleId) -> Option<Prose> {
    let facts = snapshot.article(article)?;
    let text = snapshot.text(article.doc)?;
    let reading = source::read(&text, snapshot.format(article.doc));
    Some(Prose::new(&reading, article.article as usize, facts))
}
