//! Words, numbers and marks of a text, with their exact spans.
//!
//! A word keeps what belongs to it in print: `O'Dowd`, `Jean-Pierre`, `al-Sarraj`, `AT&T`, the full
//! stops of `U.S.` and of an initial. A possessive ending is a token by itself, and so are the two
//! halves of `Turkey-backed` and `ex-minister`. Nothing here knows what a word means.

use unicode_normalization::char::is_combining_mark;

use crate::base::span::Span;

/// A word, number or mark of a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token {
    pub span: Span,
    pub kind: TokenKind,
    pub case: Case,
    /// What stands between the token before and this one.
    pub gap: Gap,
}

/// What a token is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TokenKind {
    Word,
    /// Begins with a digit: `20`, `1,200`, `5+5`, `20th`.
    Number,
    /// `'s` behind a word.
    Possessive,
    /// Any other character that is not white space.
    Mark(char),
}

/// How a word is capitalised.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Case {
    /// Begins with a small letter, or has no letters.
    Lower,
    /// Begins with a capital (`Ankara`, `McGuire`, `B`), or with a particle joined to one (`al-Sarraj`).
    Title,
    /// Two capitals or more, and no small letter: `NATO`, `U.S.`.
    Upper,
}

/// What stands between two tokens.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Gap {
    /// Nothing: the tokens touch.
    Tight,
    /// White space in a line.
    Space,
    /// The end of a line, or the start of the stretch.
    Line,
}

impl Token {
    /// The characters of the token.
    pub fn of<'a>(&self, text: &'a str) -> &'a str {
        self.span.of_text(text)
    }

    /// Whether this is a word with a capital.
    pub fn is_capital(&self) -> bool {
        self.kind == TokenKind::Word && self.case != Case::Lower
    }

    /// Whether this is that mark.
    pub fn is_mark(&self, mark: char) -> bool {
        self.kind == TokenKind::Mark(mark)
    }
}

/// Small first parts that belong to the capital behind their hyphen or apostrophe.
const PARTICLES: &[&str] =
    &["al", "el", "as", "ad", "an", "ar", "at", "az", "ash", "ul", "bin", "ben", "d", "l", "abu", "ibn"];

/// Second parts of compounds that describe: the name before them stands by itself.
const COMPOUND_TAILS: &[&str] = &[
    "led",
    "backed",
    "based",
    "born",
    "held",
    "controlled",
    "brokered",
    "mediated",
    "sponsored",
    "supported",
    "funded",
    "made",
    "owned",
    "run",
    "occupied",
    "aligned",
    "allied",
    "style",
    "wide",
    "era",
    "appointed",
    "trained",
    "educated",
    "friendly",
    "bound",
    "listed",
    "linked",
    "hosted",
    "dominated",
    "administered",
    "ruled",
    "imposed",
    "recognized",
    "recognised",
    "proposed",
    "drafted",
    "inspired",
    "flagged",
    "registered",
    "headquartered",
    "area",
    "turned",
    "language",
    "speaking",
    "majority",
    "mandated",
    "organized",
    "organised",
];

/// First parts of compounds that stand before a title: `ex-minister`.
const COMPOUND_HEADS: &[&str] = &["ex", "then", "vice"];

/// The tokens of the part of `text` that `within` covers; spans are offsets of `text`.
pub fn tokenize(text: &str, within: Span) -> Vec<Token> {
    let part = within.of_text(text);
    let mut tokens = Vec::with_capacity(part.len() / 5);
    let mut scan = Scan { part, next: 0 };
    let mut gap = Gap::Line;
    while let Some((at, first)) = scan.peek() {
        scan.next += first.len_utf8();
        if first.is_whitespace() || is_invisible(first) {
            gap = gap.max(if first == '\n' { Gap::Line } else { Gap::Space });
            continue;
        }
        if let Some(length) = part.as_bytes().get(at..).and_then(plain_word) {
            scan.next = at + length;
            let span = Span::of(at..at + length).offset_by(within.start);
            tokens.push(Token { span, kind: TokenKind::Word, case: Case::Lower, gap });
            gap = Gap::Tight;
            continue;
        }
        let (end, kind) = if first.is_ascii_digit() {
            (scan.number(at), TokenKind::Number)
        } else if is_letter(first) {
            (scan.word(at, first), TokenKind::Word)
        } else if is_apostrophe(first) && gap == Gap::Tight && scan.possessive(&tokens) {
            scan.next += 1;
            (scan.next, TokenKind::Possessive)
        } else {
            (at + first.len_utf8(), TokenKind::Mark(first))
        };
        let word = part.get(at..end).unwrap_or_default();
        let case = if kind == TokenKind::Word { case_of(word) } else { Case::Lower };
        let span = Span::of(at..end).offset_by(within.start);
        tokens.push(Token { span, kind, case, gap });
        gap = Gap::Tight;
    }
    tokens
}

/// The length of a word of small ASCII letters that ends where nothing can join it: most words are such.
fn plain_word(rest: &[u8]) -> Option<usize> {
    let length = rest.iter().take_while(|byte| byte.is_ascii_lowercase()).count();
    let ends = match rest.get(length) {
        None | Some(b' ' | b'\n' | b',' | b';' | b':' | b')' | b'"') => true,
        // Initials and `a.m.` go on behind a full stop.
        Some(b'.') => length > 1,
        _ => false,
    };
    (length > 0 && ends).then_some(length)
}

struct Scan<'a> {
    part: &'a str,
    /// Where the next character begins, in bytes.
    next: usize,
}

impl Scan<'_> {
    /// The next character and where it begins.
    fn peek(&self) -> Option<(usize, char)> {
        Some((self.next, self.part.get(self.next..)?.chars().next()?))
    }

    /// The end of the word that begins at `start`; its first character is taken.
    fn word(&mut self, start: usize, first: char) -> usize {
        let mut end = start + first.len_utf8();
        let mut last = first;
        let mut piece = start;
        while let Some((at, character)) = self.peek() {
            let joins = if is_letter(character) || character.is_numeric() || is_invisible(character) {
                true
            } else if !matches!(character, '-' | '\u{2010}' | '\u{2011}' | '&' | '.')
                && !is_apostrophe(character)
            {
                false
            } else {
                self.connects(start, piece, at, character, last)
            };
            if !joins {
                break;
            }
            if matches!(character, '-' | '\u{2010}' | '\u{2011}') {
                piece = at + character.len_utf8();
            }
            self.next = at + character.len_utf8();
            end = at + character.len_utf8();
            last = character;
        }
        end
    }

    /// Whether the connector at `at` belongs to the word that began at `start`, its last part at `piece`.
    fn connects(&self, start: usize, piece: usize, at: usize, connector: char, last: char) -> bool {
        let behind = self.part.get(at + connector.len_utf8()..).unwrap_or_default();
        let Some(next) = behind.chars().next() else {
            return connector == '.' && self.is_initials(start, at);
        };
        let so_far = self.part.get(piece..at).unwrap_or_default();
        match connector {
            '.' => self.is_initials(start, at),
            '&' => last.is_uppercase() && next.is_uppercase(),
            '-' | '\u{2010}' | '\u{2011}' => {
                (is_letter(next) || next.is_ascii_digit())
                    && !(starts_upper(so_far) && COMPOUND_TAILS.contains(&next_word(behind)))
                    && !(piece == start && COMPOUND_HEADS.contains(&so_far.to_lowercase().as_str()))
            }
            _ => is_letter(next) && !(matches!(next, 's' | 'S') && next_word(behind).chars().count() == 1),
        }
    }

    /// Whether the letters before the full stop at `at` are an initial or part of `U.S.`.
    fn is_initials(&self, start: usize, at: usize) -> bool {
        let word = self.part.get(start..at).unwrap_or_default();
        let mut letters = word.rsplit('.').next().unwrap_or_default().chars().filter(|&c| !is_mark(c));
        let single = letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none();
        if !single {
            return false;
        }
        let mut behind = self.part.get(at + 1..).unwrap_or_default().chars();
        let next = behind.next();
        let dotted = word.contains('.');
        let continues = next.is_some_and(char::is_alphabetic)
            && !behind.next().is_some_and(|c| c.is_alphabetic() || is_apostrophe(c));
        dotted || (starts_upper(word) && (continues || next.is_some_and(char::is_whitespace)))
    }

    /// The end of the number that begins at `start`.
    fn number(&mut self, start: usize) -> usize {
        let mut end = start + 1;
        while let Some((at, character)) = self.peek() {
            let next = || self.part.get(at + character.len_utf8()..).and_then(|rest| rest.chars().next());
            let joins = character.is_alphanumeric()
                || is_mark(character)
                || (matches!(character, '.' | ',' | ':' | '+') && next().is_some_and(|c| c.is_ascii_digit()));
            if !joins {
                break;
            }
            self.next = at + character.len_utf8();
            end = at + character.len_utf8();
        }
        end
    }

    /// Whether the apostrophe just taken begins a possessive ending of the last token.
    fn possessive(&self, tokens: &[Token]) -> bool {
        let follows = tokens.last().is_some_and(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number));
        let Some((at, character)) = self.peek() else { return false };
        let next = self.part.get(at + character.len_utf8()..).and_then(|rest| rest.chars().next());
        follows && matches!(character, 's' | 'S') && !next.is_some_and(|c| is_letter(c) || c.is_numeric())
    }
}

fn case_of(word: &str) -> Case {
    let mut capitals = 0;
    let mut small = false;
    for character in word.chars() {
        capitals += u32::from(character.is_uppercase());
        small |= character.is_lowercase();
    }
    if capitals == 0 {
        Case::Lower
    } else if !small && capitals > 1 {
        Case::Upper
    } else if starts_upper(word) || has_particle(word) {
        Case::Title
    } else {
        Case::Lower
    }
}

fn has_particle(word: &str) -> bool {
    let head = |c: char| matches!(c, '-' | '\u{2010}' | '\u{2011}') || is_apostrophe(c);
    word.split_once(head).is_some_and(|(first, rest)| PARTICLES.contains(&first) && starts_upper(rest))
}

fn starts_upper(word: &str) -> bool {
    word.chars().next().is_some_and(|c| c.is_uppercase())
}

fn next_word(text: &str) -> &str {
    text.split(|c: char| !is_letter(c)).next().unwrap_or_default()
}

fn is_letter(character: char) -> bool {
    character.is_alphabetic() || is_mark(character)
}

/// Whether a character is drawn on the letter before it.
fn is_mark(character: char) -> bool {
    !character.is_ascii() && is_combining_mark(character)
}

/// Soft hyphens and characters of no width: inside a word they belong to it.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{FEFF}')
}

fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '\u{2019}' | '\u{2018}' | '\u{2BC}' | '`')
}

#[cfg(test)]
mod tests;
