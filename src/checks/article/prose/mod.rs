//! An article's sentences as the checks read them: a time expression, a name, a number is one item.
//!
//! Made once an article for all checks. Spans are offsets of the **file** text; the words come from the
//! reading, so markup never stands between two items. Nothing here finds fault.

pub mod calendar;
pub mod numbers;
pub mod ranges;
pub mod told;

use jiff::civil::Date;

use crate::base::kind::EntityKind;
use crate::base::span::Span;
use crate::checks::{Related, Subject};
use crate::lang::dates::rule::{Place, Rule};
use crate::lang::dates::{DateExpr, DayInterval, Timex};
use crate::lang::facts::ArticleFacts;
use crate::lang::sentence;
use crate::lang::token::{Gap, Token, TokenKind, tokenize};
use crate::source::{Reading, ZoneKind};
use numbers::Quantity;

/// The sentences of one article, in order.
#[derive(Clone, Debug, Default)]
pub struct Prose {
    sentences: Vec<Sentence>,
}

/// A sentence, or a line of a header.
#[derive(Clone, Debug)]
pub struct Sentence {
    pub zone: ZoneKind,
    items: Vec<Item>,
}

/// A part of a sentence.
#[derive(Clone, Debug)]
pub struct Item {
    pub span: Span,
    pub kind: ItemKind,
    /// As written, white space as single spaces.
    words: Box<str>,
    /// Nothing stands between this item and the one before.
    pub is_tight: bool,
    /// Between quotation marks.
    pub is_quoted: bool,
}

/// What an item is.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum ItemKind {
    /// Index into [`ArticleFacts::dates`].
    Date(usize),
    /// Index into [`ArticleFacts::mentions`].
    Name(usize),
    Number(Quantity),
    /// `20th`, `twentieth`.
    Ordinal(u32),
    Word,
    Possessive,
    Mark(char),
}

/// What has more items than that is no sentence (a table, a list without marks, a line without end) and is read
/// in pieces: checks look at all of a sentence from each of its items.
const LONGEST: usize = 400;

impl Prose {
    /// Reads the article of that number.
    pub fn new(reading: &Reading, number: usize, facts: &ArticleFacts) -> Self {
        let Some(article) = reading.articles.get(number) else { return Prose::default() };
        let mut sentences = Vec::new();
        for zone in article.zones.iter().filter(|zone| zone.kind.has_dates()) {
            let tokens = tokenize(&reading.text, zone.span);
            for range in sentence::split(&reading.text, &tokens) {
                let tokens = tokens.get(range).unwrap_or_default();
                let mut items = items(reading, tokens, facts);
                while !items.is_empty() {
                    let rest = items.split_off(items.len().min(LONGEST));
                    sentences.push(Sentence { zone: zone.kind, items });
                    items = rest;
                }
            }
        }
        Prose { sentences: rejoined(sentences, facts) }
    }

    /// The sentences, whatever their zones.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The sentences with what is known of the article.
    pub fn passages<'a>(subject: &Subject<'a>) -> impl Iterator<Item = Passage<'a>> {
        let subject = *subject;
        let sentences = &subject.prose.sentences;
        sentences.iter().enumerate().map(move |(index, sentence)| Passage {
            subject,
            sentence,
            before: index.checked_sub(1).and_then(|before| sentences.get(before)),
        })
    }

    /// The sentences of the story itself: headlines, body and captions.
    pub fn story<'a>(subject: &Subject<'a>) -> impl Iterator<Item = Passage<'a>> {
        let told = |zone| matches!(zone, ZoneKind::Body | ZoneKind::Headline | ZoneKind::Caption);
        Prose::passages(subject).filter(move |passage| told(passage.sentence.zone))
    }
}

/// A time expression goes over what looks like a sentence's end (`Sept. 3`, `5 p.m. Friday`): one sentence.
fn rejoined(sentences: Vec<Sentence>, facts: &ArticleFacts) -> Vec<Sentence> {
    let mut joined: Vec<Sentence> = Vec::with_capacity(sentences.len());
    for sentence in sentences {
        let date = |item: Option<&Item>| match item.map(|item| item.kind) {
            Some(ItemKind::Date(index)) => facts.dates.get(index),
            _ => None,
        };
        let first = date(sentence.items.first());
        match joined.last_mut() {
            Some(last) if first.is_some() && date(last.items.last()) == first => {
                let mut rest = sentence.items.into_iter();
                if let (Some(one), Some(other)) = (last.items.last_mut(), rest.next()) {
                    one.span = one.span.join(other.span);
                    one.words = format!("{} {}", one.words, other.words).into();
                }
                last.items.extend(rest);
            }
            // `(7 a.m. Moscow time)`: a full stop that ends an abbreviation.
            Some(last) if is_cut_off(last, &sentence) => last.items.extend(sentence.items),
            _ => joined.push(sentence),
        }
    }
    joined
}

/// Whether a sentence ends in a time with an open bracket before it, or its zone begins the next.
fn is_cut_off(sentence: &Sentence, next: &Sentence) -> bool {
    let Some(last) = sentence.items.last() else { return false };
    let timed = matches!(last.kind, ItemKind::Date(_)) && last.words.ends_with("m.");
    let open = sentence.items.iter().rev().find_map(|item| match item.kind {
        ItemKind::Mark(mark @ ('(' | ')')) => Some(mark == '('),
        _ => None,
    });
    timed && (open == Some(true) || next.items.get(1).is_some_and(|item| item.is("time")))
}

fn items(reading: &Reading, tokens: &[Token], facts: &ArticleFacts) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::with_capacity(tokens.len());
    let mut is_quoted = false;
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let span = reading.map.to_file(token.span);
        let (kind, count) = kind_at(reading, tokens, at, facts);
        let last = tokens.get(at + count - 1).unwrap_or(token);
        let read = token.span.join(last.span);
        let words = read.of_text(&reading.text).split_whitespace().collect::<Vec<_>>().join(" ");
        if let ItemKind::Mark(mark) = kind {
            is_quoted = match mark {
                '“' | '«' | '„' => true,
                '”' | '»' => false,
                '"' => !is_quoted,
                _ => is_quoted,
            };
        }
        items.push(Item {
            span: span.join(reading.map.to_file(last.span)),
            kind,
            words: words.into(),
            is_tight: token.gap == Gap::Tight,
            is_quoted,
        });
        at += count;
    }
    items
}

/// What begins at a token, and how many tokens it takes.
fn kind_at(reading: &Reading, tokens: &[Token], at: usize, facts: &ArticleFacts) -> (ItemKind, usize) {
    let spans = |token: &Token| reading.map.to_file(token.span);
    let Some(token) = tokens.get(at) else { return (ItemKind::Word, 1) };
    let covered = |span: Span| {
        let inside = |token: &&Token| span.intersects(spans(token));
        tokens.get(at..).unwrap_or_default().iter().take_while(inside).count()
    };
    let start = spans(token).start;
    let date = facts.dates.partition_point(|date| date.span.end <= start);
    if let Some(count) = facts.dates.get(date).map(|date| covered(date.span)).filter(|count| *count > 0) {
        return (ItemKind::Date(date), count);
    }
    let name = facts.mentions.partition_point(|mention| mention.span.end <= start);
    if let Some(count) = facts.mentions.get(name).map(|name| covered(name.span)).filter(|count| *count > 0) {
        return (ItemKind::Name(name), count);
    }
    match token.kind {
        TokenKind::Mark(mark) => (ItemKind::Mark(mark), 1),
        TokenKind::Possessive => (ItemKind::Possessive, 1),
        TokenKind::Number | TokenKind::Word => {
            let rest = tokens.get(at..).unwrap_or_default();
            if let Some((quantity, count)) = numbers::quantity(&reading.text, rest) {
                return (ItemKind::Number(quantity), count);
            }
            match numbers::ordinal(token.of(&reading.text)) {
                Some(ordinal) => (ItemKind::Ordinal(ordinal), 1),
                None => (ItemKind::Word, 1),
            }
        }
    }
}

/// A sentence and what is known of its article. Places are indices of its items.
#[derive(Clone, Copy, Debug)]
pub struct Passage<'a> {
    pub subject: Subject<'a>,
    pub sentence: &'a Sentence,
    /// The sentence before, whatever its zone.
    pub before: Option<&'a Sentence>,
}

impl<'a> Passage<'a> {
    /// The number of items.
    pub fn count(&self) -> usize {
        self.sentence.items.len()
    }

    pub fn item(&self, at: usize) -> Option<&'a Item> {
        self.sentence.items.get(at)
    }

    /// The item so many places before, where there is one.
    pub fn back(&self, at: usize, by: usize) -> Option<&'a Item> {
        self.item(at.checked_sub(by)?)
    }

    pub fn is(&self, at: usize, word: &str) -> bool {
        self.item(at).is_some_and(|item| item.is(word))
    }

    pub fn is_any(&self, at: usize, words: &[&str]) -> bool {
        self.item(at).is_some_and(|item| item.is_any(words))
    }

    /// Whether one of the words stands among the items of the range.
    pub fn has_any(&self, range: std::ops::Range<usize>, words: &[&str]) -> bool {
        range.into_iter().any(|at| self.is_any(at, words))
    }

    /// Whether one of the words stands among that many items before.
    pub fn has_before(&self, at: usize, reach: usize, words: &[&str]) -> bool {
        self.has_any(at.saturating_sub(reach)..at, words)
    }

    pub fn number(&self, at: usize) -> Option<Quantity> {
        match self.item(at)?.kind {
            ItemKind::Number(quantity) => Some(quantity),
            _ => None,
        }
    }

    pub fn ordinal(&self, at: usize) -> Option<u32> {
        match self.item(at)?.kind {
            ItemKind::Ordinal(ordinal) => Some(ordinal),
            _ => None,
        }
    }

    /// The kind of the name that the item is.
    pub fn name(&self, at: usize) -> Option<EntityKind> {
        match self.item(at)?.kind {
            ItemKind::Name(index) => self.subject.facts.kind(self.subject.facts.mentions.get(index)?),
            _ => None,
        }
    }

    pub fn date(&self, at: usize) -> Option<&'a DateExpr> {
        match self.item(at)?.kind {
            ItemKind::Date(index) => self.subject.facts.dates.get(index),
            _ => None,
        }
    }

    /// The value of the time expression that the item is.
    pub fn timex(&self, at: usize) -> Option<&'a Timex> {
        match self.item(at)?.kind {
            ItemKind::Date(index) => self.subject.timexes.get(index),
            _ => None,
        }
    }

    /// The stretch of the calendar that the item names.
    pub fn place(&self, at: usize) -> Option<Place> {
        match self.date(at)?.rule {
            Rule::Place { place, .. } => Some(place),
            _ => None,
        }
    }

    /// The days that the item spans.
    pub fn days(&self, at: usize) -> Option<DayInterval> {
        self.timex(at)?.interval
    }

    /// The day that the item names, where it is one.
    pub fn day(&self, at: usize) -> Option<Date> {
        let days = self.days(at)?;
        (days.first == days.last).then_some(days.first)
    }

    /// The places of the time expressions.
    pub fn dates(&self) -> impl Iterator<Item = usize> {
        let is_date = |item: &Item| matches!(item.kind, ItemKind::Date(_));
        self.sentence.items.iter().enumerate().filter(move |(_, item)| is_date(item)).map(|(at, _)| at)
    }

    /// The file offsets from one item to the last of the range.
    pub fn span(&self, range: std::ops::Range<usize>) -> Span {
        let items = self.sentence.items.get(range).unwrap_or_default();
        match (items.first(), items.last()) {
            (Some(first), Some(last)) => first.span.join(last.span),
            _ => Span::default(),
        }
    }

    /// The words of a range as they stand in the file, on one line.
    pub fn words(&self, range: std::ops::Range<usize>) -> String {
        let items = self.sentence.items.get(range).unwrap_or_default();
        let mut words = String::new();
        for item in items {
            if !item.is_tight && !words.is_empty() {
                words.push(' ');
            }
            words.push_str(&item.words);
        }
        words
    }

    /// The words of one item.
    pub fn word(&self, at: usize) -> &'a str {
        self.item(at).map_or("", |item| &item.words)
    }

    /// How the item's value was computed, as a step of an explanation.
    pub fn why(&self, at: usize) -> String {
        let Some(timex) = self.timex(at) else {
            return format!("“{}” is read as it stands", self.word(at));
        };
        let value = match timex.interval {
            Some(days) if days.first == days.last => calendar::long(days.first),
            _ => timex.value.clone(),
        };
        format!("“{}” is {value}: {}", self.word(at), timex.why)
    }

    /// The item as another passage that a finding is about.
    pub fn related(&self, at: usize) -> Related {
        let span = self.item(at).map_or(Span::default(), |item| item.span);
        Related { doc: self.subject.article.doc, span, message: self.why(at) }
    }

    /// The day of publication.
    pub fn published(&self) -> Option<Date> {
        self.subject.snapshot.published(self.subject.article).map(|published| published.date)
    }
}

impl Item {
    pub fn is(&self, word: &str) -> bool {
        self.words.eq_ignore_ascii_case(word)
    }

    pub fn is_any(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(word))
    }

    pub fn words(&self) -> &str {
        &self.words
    }

    pub fn is_mark(&self) -> bool {
        matches!(self.kind, ItemKind::Mark(_))
    }

    /// A hyphen or dash.
    pub fn is_dash(&self) -> bool {
        matches!(self.kind, ItemKind::Mark('-' | '–' | '—' | '‑' | '‐' | '−'))
    }
}

impl Sentence {
    pub fn items(&self) -> &[Item] {
        &self.items
    }
}

/// Words that make a number less than exact.
pub const HEDGES: &[&str] = &[
    "about",
    "around",
    "roughly",
    "approximately",
    "nearly",
    "almost",
    "some",
    "over",
    "under",
    "circa",
    "least",
    "most",
    "than",
    "up",
    "estimated",
    "maybe",
    "perhaps",
    "barely",
    "just",
];
