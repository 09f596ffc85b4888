//! Who is who across a folder: what names say and articles tie together, and the analyst's word.

mod decided;
mod names;

use camino::Utf8PathBuf;

use dateline::base::id::ArticleId;
use dateline::state::Snapshot;
use dateline::testing::fixture::{Fixture, Marked};

/// Each entity of the folder as `id: name | alias | …`, sorted by id.
fn entities(snapshot: &Snapshot) -> Vec<String> {
    let line = |names: &[Box<str>], id: &str| format!("{id}: {}", names.join(" | "));
    let all = snapshot.entities().iter().map(|entity| {
        let names: Vec<Box<str>> = std::iter::once(&entity.name).chain(&entity.aliases).cloned().collect();
        line(&names, &entity.id)
    });
    all.collect()
}

/// The articles as a folder, in files of their own.
fn folder(articles: &[&str]) -> Fixture {
    let mut fixture = Fixture::default();
    for (number, article) in articles.iter().enumerate() {
        let marked = Marked::parse(article);
        fixture.files.insert(Utf8PathBuf::from(format!("{number:02}.txt")), marked);
    }
    fixture
}

/// The entity of the first mention with these words, in the article of this number.
fn entity_of(snapshot: &Snapshot, article: usize, words: &str) -> Option<String> {
    let doc = snapshot.doc(format!("{article:02}.txt").as_str().into())?;
    let mention = snapshot
        .mentions_in(ArticleId { doc, article: 0 })
        .find(|mention| mention.words() == words)
        .unwrap_or_else(|| panic!("no mention {words} in {article}"));
    snapshot.entity(&mention).map(|entity| entity.id.to_string())
}
