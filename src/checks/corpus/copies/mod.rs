//! Two articles laid side by side, word by word: what of one is nearly what the other says.
//!
//! An article becomes lines of words that know what they are (a number and its value, a day, a part of a
//! name, a negation). [`align`] finds which words of two stretches stand for each other, [`differ`] says
//! what it means where they do not. Nothing here finds fault.

pub mod align;
pub mod contraries;
pub mod differ;
mod kept;
pub mod names;
pub mod offices;
pub mod times;

use std::sync::Arc;

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use crate::base::id::ArticleId;
use crate::base::key::Key;
use crate::base::span::Span;
use crate::checks::article::prose::numbers::{Quantity, quantity};
use crate::checks::article::prose::{Item, ItemKind, Prose};
use crate::checks::corpus::is_told_here;
use crate::checks::{Subject, citation};
use crate::lang::dates::Timex;
use crate::lang::dates::rule::Rule;
use crate::lang::facts::ArticleFacts;
use crate::lang::lexicon::fold_word;
use crate::lang::token::{TokenKind, tokenize};
use crate::lang::wording::passages;
use crate::source::{self, ZoneKind};
use crate::state::Snapshot;

/// An article, word by word.
pub struct Laid<'s> {
    pub article: ArticleId,
    pub facts: &'s ArticleFacts,
    /// Parallel to `facts.dates`.
    pub timexes: Vec<Timex>,
    pub published: Option<Date>,
    pub text: Arc<str>,
    pub lines: Arc<[Line]>,
}

/// A sentence.
pub struct Line {
    pub zone: ZoneKind,
    pub words: Vec<Word>,
    /// The stems of its words of weight: sorted, distinct.
    stems: Vec<u64>,
    /// It is no path or address.
    is_prose: bool,
}

/// A word of a sentence.
#[derive(Clone, PartialEq, Debug)]
pub struct Word {
    /// Folded; of a number, its value.
    pub form: Box<str>,
    /// A hash of the form without ending and spelling: equal for two forms of one word.
    pub stem: u64,
    /// The whole number, day or name that it is a part of.
    pub span: Span,
    pub sort: Sort,
}

/// What a word is.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Sort {
    /// Says little by itself.
    Function,
    Content,
    Negation,
    Number(Quantity),
    Ordinal(u32),
    /// Index into [`ArticleFacts::dates`].
    Date(usize),
    /// Index into [`ArticleFacts::mentions`].
    Name(usize),
}

/// Under a key that more articles share, none is looked for: it is a phrase of everybody.
const MOST_ARTICLES: usize = 64;
/// So many articles are looked at.
const MOST_CANDIDATES: usize = 8;

impl Word {
    /// Whether it says something by itself.
    pub fn is_weighty(&self) -> bool {
        self.sort != Sort::Function
    }

    /// The name that it is a part of: an index into [`ArticleFacts::mentions`].
    pub fn name(&self) -> Option<usize> {
        match self.sort {
            Sort::Name(name) => Some(name),
            _ => None,
        }
    }

    pub fn is_name(&self) -> bool {
        self.name().is_some()
    }

    /// Whether it is a fact by itself: a number, day or name.
    pub fn is_fact(&self) -> bool {
        matches!(self.sort, Sort::Number(_) | Sort::Ordinal(_) | Sort::Date(_) | Sort::Name(_))
    }
}

impl<'s> Laid<'s> {
    /// `None` where the article or its text is gone.
    pub fn of(snapshot: &'s Snapshot, article: ArticleId) -> Option<Self> {
        let facts = snapshot.article(article)?;
        let text = snapshot.text(article.doc)?;
        let lines = kept::lines(snapshot.facts(article.doc)?, article.article, || {
            let reading = source::read(&text, snapshot.format(article.doc));
            let prose = Prose::new(&reading, article.article as usize, facts);
            let lines = prose.sentences().iter().map(|sentence| {
                let items = sentence.items();
                let words = items.iter().flat_map(|item| words(item, facts)).collect();
                let slashes = items.iter().filter(|item| item.words().contains('/')).count();
                Line::new(sentence.zone, words, slashes < 3)
            });
            Some(lines.collect())
        })?;
        Some(Laid {
            article,
            facts,
            timexes: snapshot.timexes(article),
            published: snapshot.published(article).map(|published| published.date),
            lines,
            text,
        })
    }

    /// The sentences of the story, without addresses of pages.
    pub fn body(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|line| line.zone == ZoneKind::Body && line.is_prose)
    }

    /// What stands in the file from one word to another, on one line.
    pub fn words(&self, span: Span) -> String {
        citation::one_line(span.of_text(&self.text))
    }

    /// Whether something is named here that is filed under one of the keys.
    pub fn has_name(&self, keys: &[Key]) -> bool {
        self.facts.chains.iter().any(|chain| chain.keys.iter().any(|key| keys.contains(key)))
    }

    /// How many of the names of two articles are the same.
    pub fn names_shared_with(&self, other: &Laid<'_>) -> usize {
        let named = self.facts.chains.iter().filter(|chain| !chain.tentative);
        named.filter(|chain| other.has_name(&chain.keys)).count()
    }

    /// How many are named.
    pub fn names(&self) -> usize {
        self.facts.chains.iter().filter(|chain| !chain.tentative).count()
    }

    /// The days between the publication of two articles.
    pub fn days_from(&self, other: &Laid<'_>) -> Option<i32> {
        days_between(self.published?, other.published?)
    }
}

impl Line {
    fn new(zone: ZoneKind, words: Vec<Word>, is_prose: bool) -> Self {
        let words = with_percents(words);
        let mut stems: Vec<u64> =
            words.iter().filter(|word| word.is_weighty()).map(|word| word.stem).collect();
        stems.sort_unstable();
        stems.dedup();
        Line { zone, words, stems, is_prose }
    }

    /// How many words of weight two sentences share, in whatever order.
    pub fn shared_with(&self, other: &Line) -> usize {
        self.stems.iter().filter(|stem| other.stems.binary_search(stem).is_ok()).count()
    }
}

/// The articles that came before a subject, or are sources of it, and have some of the passages that its
/// keys stand for, those that have most first. Passages are lists of keys.
pub fn candidates(subject: &Subject<'_>, passages: &[Vec<Key>]) -> Vec<ArticleId> {
    let snapshot = subject.snapshot;
    let corpus = snapshot.corpus();
    let mut found: FxHashMap<ArticleId, usize> = FxHashMap::default();
    for keys in passages {
        let mut near: Vec<ArticleId> = Vec::new();
        for &key in keys {
            let under: Vec<ArticleId> =
                corpus.wordings(key).map(|(article, _)| article).take(MOST_ARTICLES + 1).collect();
            if under.len() <= MOST_ARTICLES {
                near.extend(under);
            }
        }
        near.sort_unstable();
        near.dedup();
        for article in near {
            *found.entry(article).or_default() += 1;
        }
    }
    let mut found: Vec<(ArticleId, usize)> = found
        .into_iter()
        .filter(|(article, _)| *article != subject.article && !snapshot.is_draft(*article))
        .filter(|(article, _)| is_told_here(snapshot, subject.article, *article))
        .collect();
    found.sort_by_cached_key(|(article, count)| {
        (usize::MAX - count, snapshot.path(article.doc).to_owned(), article.article)
    });
    found.into_iter().take(MOST_CANDIDATES).map(|(article, _)| article).collect()
}

/// The content words of items, as passages are filed by them.
pub fn content<'i>(items: impl Iterator<Item = &'i Item>) -> Vec<u64> {
    let mut found = Vec::new();
    for item in items.filter(|item| !item.is_mark() && item.kind != ItemKind::Possessive) {
        let words = item.words();
        for token in tokenize(words, Span::of(0..words.len())) {
            let word = fold_word(token.of(words));
            if token.kind == TokenKind::Word && passages::is_content(&word) {
                found.push(passages::hash(&word));
            }
        }
    }
    found
}

fn days_between(one: Date, other: Date) -> Option<i32> {
    Some(one.until(other).ok()?.get_days())
}

/// The same with `per cent` as one word.
fn with_percents(words: Vec<Word>) -> Vec<Word> {
    let mut found: Vec<Word> = Vec::with_capacity(words.len());
    for word in words {
        match found.last_mut().filter(|last| &*last.form == "per" && &*word.form == "cent") {
            Some(last) => {
                last.form = "percent".into();
                last.stem = align::hashed("percent");
                last.span = last.span.join(word.span);
            }
            None => found.push(word),
        }
    }
    found
}

/// The words of an item.
fn words(item: &Item, facts: &ArticleFacts) -> Vec<Word> {
    let word = |form: String, sort: Sort| {
        let stem = align::hashed(&form);
        Word { form: form.into(), stem, span: item.span, sort }
    };
    match item.kind {
        ItemKind::Mark(_) | ItemKind::Possessive => Vec::new(),
        ItemKind::Number(quantity) => vec![word(quantity.value.to_string(), Sort::Number(quantity))],
        ItemKind::Ordinal(ordinal) => vec![word(format!("{ordinal}th"), Sort::Ordinal(ordinal))],
        ItemKind::Date(index) => {
            let vague = facts.dates.get(index).is_some_and(|date| matches!(date.rule, Rule::Vague(_)));
            vec![word(fold_word(item.words()), if vague { Sort::Function } else { Sort::Date(index) })]
        }
        ItemKind::Name(index) => {
            let parts = item.words().split([' ', '-', '–', '/']);
            let parts = parts.map(|part| {
                // `US` is none of us.
                let is_short = part.chars().filter(|letter| letter.is_uppercase()).count() > 1;
                let folded = fold_word(part);
                let is_function = !is_short && passages::is_function(&folded);
                word(folded, if is_function { Sort::Function } else { Sort::Name(index) })
            });
            parts.filter(|word| !word.form.is_empty()).collect()
        }
        ItemKind::Word => {
            let parts = item.words().split(['-', '–', '/']).filter(|part| !part.is_empty());
            let sorted = |(form, sort): (String, Sort)| {
                let says = !item.is_quoted && is_saying(&form);
                word(form, if says { Sort::Function } else { sort })
            };
            parts.flat_map(|part| parts_of(part).into_iter().map(sorted)).collect()
        }
    }
}

/// Words that say that something was said: each editor has his own.
fn is_saying(word: &str) -> bool {
    matches!(word, "said" | "say" | "says" | "told" | "added" | "according" | "reporters")
}

/// The words in a word: `can` and `not` of `can't`.
fn parts_of(word: &str) -> Vec<(String, Sort)> {
    let plain = word.replace('’', "'");
    let lower = plain.to_lowercase();
    let sorted = |form: &str| {
        let form = fold_word(form);
        let sort = if passages::is_negation(&form) {
            Sort::Negation
        } else if passages::is_function(&form) {
            Sort::Function
        } else {
            Sort::Content
        };
        (form, sort)
    };
    let negated = match lower.as_str() {
        "cannot" | "can't" => Some("can"),
        "won't" => Some("will"),
        "shan't" => Some("shall"),
        _ => lower.strip_suffix("n't"),
    };
    if let Some(verb) = negated {
        return vec![sorted(verb), ("not".to_owned(), Sort::Negation)];
    }
    let short = [("'ll", "will"), ("'re", "are"), ("'ve", "have"), ("'m", "am"), ("'d", "d")];
    for (ending, verb) in short {
        if let Some(root) = lower.strip_suffix(ending).filter(|root| !root.is_empty()) {
            return vec![sorted(root), sorted(verb)];
        }
    }
    let tokens = tokenize(&plain, Span::of(0..plain.len()));
    match quantity(&plain, &tokens) {
        Some((quantity, count)) if count == tokens.len() => {
            vec![(quantity.value.to_string(), Sort::Number(quantity))]
        }
        _ => vec![sorted(&plain)],
    }
}
