//! A copy that names somebody else.

use dateline::base::kind::EntityKind;

use crate::mutations::article::Article;
use crate::mutations::choice::Choice;
use crate::mutations::folder::{Folder, Genre, copy};

/// Somebody whom the article names once gets another surname.
pub fn copied(article: &Article, choice: &mut Choice, _: Genre) -> Option<Folder> {
    let facts = article.facts.as_ref()?;
    let sentences = article.sentences();
    let once = facts.mentions.iter().filter(|mention| {
        let words = facts.words(mention);
        facts.kind(mention) == Some(EntityKind::Person)
            && words.split(' ').count() == 2
            && words.chars().all(|letter| letter.is_alphabetic() || letter == ' ')
            && words.rsplit(' ').next().is_some_and(|name| article.text.matches(name).count() == 1)
            && sentences.iter().any(|sentence| sentence.span.contains(&(mention.span.start as usize)))
    });
    let once: Vec<_> = once.collect();
    if once.is_empty() {
        return None;
    }
    let mention = choice.of(&once);
    let given = facts.words(mention).split(' ').next()?;
    let surname = *choice.of(&["Ferreira", "Halvorsen", "Mbeki", "Castellano", "Dobrev", "Yilmazer"]);
    copy(article, choice, mention.span.range(), &format!("{given} {surname}"))
}
