//! Mentions: a name, or the words that describe an agreement or event, and the article they lie in.

use std::sync::Arc;

use crate::base::id::{ArticleId, DocId};
use crate::base::kind::EntityKind;
use crate::base::span::Span;
use crate::corpus::FiledRecord;
use crate::lang::claims::Statement;
use crate::lang::facts::{self, ArticleFacts, DocFacts, Mention};
use crate::lang::names::{Chain, Role};
use crate::source::ZoneKind;
use crate::text::position::AtRange;

/// A mention and the article that it lies in: a name, or the description of an agreement or event.
#[derive(Clone, Debug)]
pub struct MentionRef {
    pub article: ArticleId,
    pub(super) facts: Arc<DocFacts>,
    pub(super) told: Told,
}

/// How something is mentioned.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Told {
    /// Index of a name among its article's mentions.
    Name(u32),
    /// Index of a statement among its article's.
    Statement(u32),
}

impl MentionRef {
    pub fn told(&self) -> Told {
        self.told
    }

    pub fn doc(&self) -> DocId {
        self.article.doc
    }

    /// The facts of the article.
    pub fn facts(&self) -> &ArticleFacts {
        &self.facts.articles[self.article.article as usize]
    }

    /// The name, where it is one.
    pub fn name(&self) -> Option<&Mention> {
        match self.told {
            Told::Name(index) => self.facts().mentions.get(index as usize),
            Told::Statement(_) => None,
        }
    }

    /// The index of the name among its article's mentions, where it is one.
    pub fn name_index(&self) -> Option<u32> {
        match self.told {
            Told::Name(index) => Some(index),
            Told::Statement(_) => None,
        }
    }

    /// The statement, where it is one.
    pub fn statement(&self) -> Option<&Statement> {
        match self.told {
            Told::Name(_) => None,
            Told::Statement(index) => self.facts().statements.get(index as usize),
        }
    }

    /// The chain of the name.
    pub fn chain(&self) -> Option<&Chain> {
        self.facts().chain(self.name()?)
    }

    /// The role that stands at the name.
    pub fn role(&self) -> Option<&Role> {
        self.facts().role(self.name()?)
    }

    /// Where it stands in the file text.
    pub fn span(&self) -> Span {
        let name = self.name().map(|mention| mention.span);
        name.or_else(|| Some(self.statement()?.span)).unwrap_or_default()
    }

    /// The same in lines and columns.
    pub fn at(&self) -> AtRange {
        let name = self.name().map(|mention| mention.at);
        name.or_else(|| Some(self.statement()?.at)).unwrap_or_default()
    }

    /// The words of the mention.
    pub fn words(&self) -> &str {
        match self.name() {
            Some(mention) => self.facts().words(mention),
            None => self.statement().map_or("", |statement| &statement.words),
        }
    }

    /// The part of the article that it stands in.
    pub fn zone(&self) -> ZoneKind {
        match self.name() {
            Some(name) => name.zone,
            None => facts::zone_at(&self.facts().zones, self.span().start),
        }
    }

    /// Whether the words say all that the article says to name it: the fullest form of a name, the
    /// fullest statement of a record.
    pub fn is_fullest(&self) -> bool {
        match self.told {
            Told::Name(_) => self.name().is_some_and(|mention| mention.form == 0),
            Told::Statement(index) => {
                let record = self.statement().and_then(|one| self.facts().records.get(one.record as usize));
                record.is_some_and(|record| record.fullest == index)
            }
        }
    }

    /// The index of the record that a statement belongs to, or that tells of a named agreement.
    pub(super) fn record(&self) -> Option<u32> {
        if let Some(statement) = self.statement() {
            return Some(statement.record);
        }
        let facts = self.facts();
        let name = self.name().filter(|name| facts.kind(name) == Some(EntityKind::Agreement))?;
        let tells = |statement: &&Statement| {
            let named = statement.mention.and_then(|mention| facts.mentions.get(mention as usize));
            named.is_some_and(|named| named.chain == name.chain)
        };
        facts.statements.iter().find(tells).map(|statement| statement.record)
    }
}

/// The mentions of one article of a file, in the order of the text.
pub(super) fn of_article(file: &Arc<DocFacts>, article: ArticleId) -> Vec<MentionRef> {
    let Some(facts) = file.articles.get(article.article as usize) else { return Vec::new() };
    let names = (0u32..).zip(&facts.mentions).map(|(index, one)| (one.span, Told::Name(index)));
    let statements = (0u32..).zip(&facts.statements).filter(|(_, one)| one.mention.is_none());
    let statements = statements.map(|(index, one)| (one.span, Told::Statement(index)));
    let mut all: Vec<(Span, Told)> = names.chain(statements).collect();
    all.sort_by_key(|(span, _)| *span);
    all.into_iter().map(|(_, told)| MentionRef { article, facts: file.clone(), told }).collect()
}

/// The mentions that tell of a record.
pub(super) fn of_record(filed: FiledRecord<'_>) -> Vec<MentionRef> {
    let Some(facts) = filed.facts() else { return Vec::new() };
    let mention = |told: Told| MentionRef { article: filed.article, facts: filed.file.clone(), told };
    let statements = (0u32..).zip(&facts.statements).filter(|(_, one)| one.record == filed.index);
    let mut chains: Vec<u32> = Vec::new();
    let mut told = Vec::new();
    for (index, statement) in statements {
        match statement.mention.and_then(|mention| facts.mentions.get(mention as usize)) {
            Some(name) => chains.push(name.chain),
            None => told.push(mention(Told::Statement(index))),
        }
    }
    let names = (0u32..).zip(&facts.mentions).filter(|(_, name)| chains.contains(&name.chain));
    told.extend(names.map(|(index, _)| mention(Told::Name(index))));
    told
}
