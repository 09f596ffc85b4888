//! An article as its recognisers see it: tokens, lines, and what the lexicon says of each word.
//!
//! Everything is asked by token number; a number that lies outside the page, or behind the end of a
//! line, has no word. So recognisers look around without a care for edges.

use std::ops::Range;

use rustc_hash::FxHashSet;

use crate::base::span::Span;
use crate::lang::lexicon::{Classes, Lexicon, fold_word};
use crate::lang::sentence;
use crate::lang::token::{Case, Gap, Token, TokenKind, tokenize};
use crate::source::{Zone, ZoneKind};

/// The read parts of an article.
pub struct Page<'a> {
    pub text: &'a str,
    pub lexicon: &'a Lexicon,
    pub tokens: Vec<Token>,
    /// The lines, in order, as token ranges.
    pub lines: Vec<Line>,
    /// For each token: its classes, and its folded form where that is not the word itself.
    classes: Vec<Classes>,
    folded: Vec<Option<Box<str>>>,
    /// For each token: whether a capital there says nothing, because a sentence or quote begins.
    opens: Vec<bool>,
    /// For each token: the number of its sentence.
    sentences: Vec<u32>,
    /// Words that occur without a capital.
    small: FxHashSet<&'a str>,
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
    pub fn new(text: &'a str, zones: &[Zone], lexicon: &'a Lexicon) -> Self {
        let mut page = Page {
            text,
            lexicon,
            tokens: Vec::new(),
            lines: Vec::new(),
            classes: Vec::new(),
            folded: Vec::new(),
            opens: Vec::new(),
            sentences: Vec::new(),
            small: FxHashSet::default(),
        };
        for zone in zones {
            page.add_zone(zone);
        }
        page
    }

    pub fn token(&self, index: usize) -> Option<&Token> {
        self.tokens.get(index)
    }

    /// The characters of a token; empty where there is none.
    pub fn word(&self, index: usize) -> &'a str {
        self.token(index).map_or("", |token| token.of(self.text))
    }

    /// The folded form of a token.
    pub fn folded(&self, index: usize) -> &str {
        match self.folded.get(index) {
            Some(Some(folded)) => folded,
            _ => self.word(index),
        }
    }

    pub fn classes(&self, index: usize) -> Classes {
        self.classes.get(index).copied().unwrap_or_default()
    }

    pub fn is_mark(&self, index: usize, mark: char) -> bool {
        self.token(index).is_some_and(|token| token.is_mark(mark))
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
        self.opens.get(index).copied().unwrap_or_default()
    }

    pub fn same_sentence(&self, one: usize, other: usize) -> bool {
        self.sentences.get(one) == self.sentences.get(other)
    }

    /// How many sentences further on the second token stands; 0 in the same sentence.
    pub fn sentences_between(&self, one: usize, other: usize) -> u32 {
        let number = |index: usize| self.sentences.get(index).copied().unwrap_or_default();
        number(other).saturating_sub(number(one))
    }

    /// Whether the folded word occurs in small letters too.
    pub fn occurs_small(&self, folded: &str) -> bool {
        self.small.contains(folded)
    }

    /// From the start of one token to the end of another.
    pub fn span(&self, first: usize, last: usize) -> Span {
        let start = self.token(first).map_or(0, |token| token.span.start);
        Span::new(start, self.token(last).map_or(start, |token| token.span.end))
    }

    fn add_zone(&mut self, zone: &Zone) {
        let tokens = tokenize(self.text, zone.span);
        let base = self.tokens.len();
        for range in sentence::split(self.text, &tokens) {
            let number = self.sentences.last().map_or(0, |last| last + 1);
            let mut open = true;
            for token in tokens.get(range).unwrap_or_default() {
                let is_word = matches!(token.kind, TokenKind::Word | TokenKind::Number);
                self.look_up(token);
                self.opens.push(open && is_word);
                self.sentences.push(number);
                if token.kind == TokenKind::Word && token.case == Case::Lower {
                    self.small.insert(token.of(self.text));
                }
                let quote = matches!(token.kind, TokenKind::Mark('"' | '“' | '‘' | '«' | ':' | '[' | '•'));
                open = if is_word { false } else { open || quote };
            }
        }
        let mut start = 0;
        for index in 1..=tokens.len() {
            if tokens.get(index).is_none_or(|token| token.gap == Gap::Line) && index > start {
                let style = self.style(tokens.get(start..index).unwrap_or_default(), zone.kind);
                self.lines.push(Line { tokens: base + start..base + index, style });
                start = index;
            }
        }
        self.tokens.extend(tokens);
    }

    fn look_up(&mut self, token: &Token) {
        let word = token.of(self.text);
        let plain = word.bytes().all(|byte| byte.is_ascii_lowercase());
        let folded = (token.kind == TokenKind::Word && !plain).then(|| fold_word(word).into_boxed_str());
        let classes = match token.kind {
            TokenKind::Word => compound_classes(self.lexicon, folded.as_deref().unwrap_or(word)),
            _ => Classes::NONE,
        };
        self.classes.push(classes);
        self.folded.push(if token.kind == TokenKind::Number { Some(fold_word(word).into()) } else { folded });
    }

    fn style(&self, line: &[Token], zone: ZoneKind) -> Style {
        let ends =
            line.last().is_some_and(|token| matches!(token.kind, TokenKind::Mark('.' | '!' | '?' | '”')));
        let (mut capitals, mut titles, mut small) = (0, 0, 0);
        for token in line.iter().filter(|token| token.kind == TokenKind::Word) {
            match token.case {
                Case::Upper => capitals += 1,
                Case::Title => titles += 1,
                Case::Lower if is_function_word(token.of(self.text)) => {}
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
}

/// The classes of a word; those of its last part where it is a joined title: `Vice-President`.
fn compound_classes(lexicon: &Lexicon, folded: &str) -> Classes {
    let classes = lexicon.classes(folded);
    let title = Classes::TITLE.or(Classes::HEAD).or(Classes::MODIFIER);
    match folded.rsplit_once(' ') {
        Some((front, "elect" | "designate")) => lexicon.classes(front),
        Some((front, last)) if classes == Classes::NONE && lexicon.classes(front).any(title) => {
            let classes = lexicon.classes(last);
            if classes.any(Classes::TITLE.or(Classes::HEAD)) { Classes::TITLE } else { Classes::NONE }
        }
        _ => classes,
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
