//! An article as its recognisers see it: tokens, lines, and what is known of each word.
//!
//! Everything is asked by token number; a number that lies outside the page, or behind the end of a
//! line, has no word. So recognisers look around without a care for edges.

use std::ops::Range;

use rustc_hash::FxHashSet;

use crate::base::span::Span;
use crate::lang::lexicon::{Classes, Lexicon};
use crate::lang::names::words::{Word, WordNumber, Words};
use crate::lang::sentence;
use crate::lang::token::{Case, Gap, Token, TokenKind, tokenize};
use crate::source::{Zone, ZoneKind};

/// The read parts of an article.
pub struct Page<'a> {
    pub text: &'a str,
    pub lexicon: &'static Lexicon,
    pub words: &'a Words,
    pub tokens: Vec<Token>,
    /// The lines, in order, as token ranges.
    pub lines: Vec<Line>,
    /// For each token: its word and where it stands.
    places: Vec<Place>,
    /// The folded forms, hashed, of words that occur without a capital.
    small: FxHashSet<u64>,
}

/// A token's word and place.
#[derive(Clone, Copy)]
struct Place {
    word: WordNumber,
    sentence: u32,
    /// Whether a capital here says nothing, because a sentence or quote begins.
    opens: bool,
}

/// A line of the article, and how it writes capitals.
pub struct Line {
    pub tokens: Range<usize>,
    pub style: Style,
}

/// What capitals say in a line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Style {
    /// Names have capitals, other words do not.
    Sentence,
    /// Every word of weight has a capital: `Envoy Warns Of Delay`.
    Title,
    /// Every letter is a capital.
    Capitals,
}

impl<'a> Page<'a> {
    /// The page of a text; its words are met, and found, in `words`.
    pub fn new(text: &'a str, zones: &[Zone], words: &'a mut Words) -> Self {
        let length: usize = zones.iter().map(|zone| zone.span.range().len()).sum();
        let mut tokens = Vec::with_capacity(length / 5);
        let mut places = Vec::with_capacity(length / 5);
        let mut lines = Vec::new();
        let mut small = FxHashSet::default();
        words.make_room();
        let mut sentence = 0;
        for zone in zones {
            let base = tokens.len();
            tokens.append(&mut tokenize(text, zone.span));
            let added = tokens.get(base..).unwrap_or_default();
            for range in sentence::split(text, added) {
                sentence += 1;
                let mut open = true;
                for token in added.get(range).unwrap_or_default() {
                    let is_word = matches!(token.kind, TokenKind::Word | TokenKind::Number);
                    let word = words.number(token.of(text), token.kind);
                    places.push(Place { word, sentence, opens: open && is_word });
                    if token.kind == TokenKind::Word
                        && token.case == Case::Lower
                        && let Some(word) = words.word(word)
                    {
                        small.insert(word.form.folded);
                    }
                    let quote =
                        matches!(token.kind, TokenKind::Mark('"' | '“' | '‘' | '«' | ':' | '[' | '•'));
                    open = if is_word { false } else { open || quote };
                }
            }
            add_lines(text, added, base, zone.kind, &mut lines);
        }
        Page { text, lexicon: words.lexicon, words, tokens, lines, places, small }
    }

    pub fn token(&self, index: usize) -> Option<&Token> {
        self.tokens.get(index)
    }

    /// The characters of a token; empty where there is none.
    pub fn word(&self, index: usize) -> &'a str {
        self.token(index).map_or("", |token| token.of(self.text))
    }

    /// What is known of a token's word.
    pub fn known_word(&self, index: usize) -> Option<&'a Word> {
        self.words.word(self.places.get(index)?.word)
    }

    /// The folded form of a token; of a mark, the mark.
    pub fn folded(&self, index: usize) -> &'a str {
        self.known_word(index).map_or("", |word| &word.folded)
    }

    pub fn classes(&self, index: usize) -> Classes {
        self.known_word(index).map_or(Classes::NONE, |word| word.classes)
    }

    pub fn is_mark(&self, index: usize, mark: char) -> bool {
        self.token(index).is_some_and(|token| token.is_mark(mark))
    }

    pub fn is_capital(&self, index: usize) -> bool {
        self.token(index).is_some_and(Token::is_capital)
    }

    /// The token behind this one on the same line.
    pub fn after(&self, index: usize) -> Option<usize> {
        self.token(index + 1).filter(|token| token.gap != Gap::Line).map(|_| index + 1)
    }

    /// The token before this one on the same line.
    pub fn before(&self, index: usize) -> Option<usize> {
        self.token(index).filter(|token| token.gap != Gap::Line)?;
        index.checked_sub(1)
    }

    /// The token before, over the full stop of an abbreviation.
    pub fn word_before(&self, index: usize) -> Option<usize> {
        let before = self.before(index)?;
        if self.is_mark(before, '.')
            && let Some(word) = self.before(before)
            && sentence::is_abbreviation(self.word(word))
        {
            return Some(word);
        }
        Some(before)
    }

    /// Whether a sentence or quote begins with this token.
    pub fn opens(&self, index: usize) -> bool {
        self.places.get(index).is_some_and(|place| place.opens)
    }

    /// The number of the token's sentence.
    pub fn sentence(&self, index: usize) -> Option<u32> {
        self.places.get(index).map(|place| place.sentence)
    }

    pub fn same_sentence(&self, one: usize, other: usize) -> bool {
        self.sentence(one) == self.sentence(other)
    }

    /// How many sentences further on the second token stands; 0 in the same sentence.
    pub fn sentences_between(&self, one: usize, other: usize) -> u32 {
        let number = |index: usize| self.sentence(index).unwrap_or_default();
        number(other).saturating_sub(number(one))
    }

    /// Whether the token's word occurs in small letters too.
    pub fn occurs_small(&self, index: usize) -> bool {
        self.known_word(index).is_some_and(|word| self.small.contains(&word.form.folded))
    }

    /// From the start of one token to the end of another.
    pub fn span(&self, first: usize, last: usize) -> Span {
        let start = self.token(first).map_or(0, |token| token.span.start);
        Span::new(start, self.token(last).map_or(start, |token| token.span.end))
    }
}

fn add_lines(text: &str, tokens: &[Token], base: usize, zone: ZoneKind, lines: &mut Vec<Line>) {
    let mut start = 0;
    for index in 1..=tokens.len() {
        if tokens.get(index).is_none_or(|token| token.gap == Gap::Line) && index > start {
            let style = style(text, tokens.get(start..index).unwrap_or_default(), zone);
            lines.push(Line { tokens: base + start..base + index, style });
            start = index;
        }
    }
}

fn style(text: &str, line: &[Token], zone: ZoneKind) -> Style {
    let ends = line.last().is_some_and(|token| matches!(token.kind, TokenKind::Mark('.' | '!' | '?' | '”')));
    let (mut capitals, mut titles, mut small) = (0, 0, 0);
    for token in line.iter().filter(|token| token.kind == TokenKind::Word) {
        match token.case {
            Case::Upper => capitals += 1,
            Case::Title => titles += 1,
            Case::Lower if is_function_word(token.of(text)) => {}
            Case::Lower => small += 1,
        }
    }
    if capitals > 0 && titles + small == 0 && (capitals > 1 || zone == ZoneKind::Headline) {
        Style::Capitals
    } else if !ends && capitals + titles >= 3 && small * 12 <= capitals + titles {
        Style::Title
    } else {
        Style::Sentence
    }
}

/// Small words that stay small in headlines.
fn is_function_word(word: &str) -> bool {
    matches!(
        word,
        "of" | "in"
            | "on"
            | "at"
            | "by"
            | "to"
            | "for"
            | "from"
            | "with"
            | "and"
            | "or"
            | "but"
            | "the"
            | "a"
            | "an"
            | "as"
            | "over"
            | "after"
            | "into"
            | "is"
            | "v"
            | "vs"
            | "de"
            | "al"
            | "el"
            | "van"
            | "von"
    )
}
