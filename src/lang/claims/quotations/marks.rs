//! Where quotation marks open and close, paragraph by paragraph.
//!
//! White space round a mark says more than its shape: writers put `”` before words, and tokenised text
//! has straight marks with space on both sides. A mark that closes nothing, and one that never closes,
//! quote nothing; but a quotation that runs over paragraphs opens anew in each of them and closes in the
//! last one only.

use crate::lang::names::page::Page;
use crate::lang::token::{Gap, Token, TokenKind};

/// A stretch between marks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Quoted {
    /// The (last) opening mark.
    pub open: usize,
    /// The (first) closing mark, or the token behind the paragraph.
    pub close: usize,
    /// The token behind the closing marks.
    pub end: usize,
    /// The paragraph ends before the quotation does: the next one goes on.
    pub goes_on: bool,
    /// Goes on from the quotation before.
    pub continues: bool,
}

/// The quoted stretches of a page; of one that lies in another, the outer.
pub fn find(page: &Page<'_>) -> Vec<Quoted> {
    let marks = marks(page);
    let mut found: Vec<Quoted> = Vec::new();
    let mut index = 0;
    for line in &page.lines {
        while marks.get(index).is_some_and(|mark| mark.first < line.tokens.start) {
            index += 1;
        }
        let from = index;
        while marks.get(index).is_some_and(|mark| mark.first < line.tokens.end) {
            index += 1;
        }
        let Some(marks) = marks.get(from..index).filter(|marks| !marks.is_empty()) else { continue };
        // The paragraph before was left open and this one begins with a mark: it goes on.
        let continues = found.last().is_some_and(|last| last.goes_on && last.close == line.tokens.start)
            && marks.first().is_some_and(|mark| mark.first == line.tokens.start);
        if !continues {
            // It never closed: a stray mark, whose words are not known to be quoted.
            found.pop_if(|last| last.goes_on);
        }
        paragraph(page, line.tokens.end, marks, continues, &mut found);
    }
    found.pop_if(|last| last.goes_on);
    found
}

/// The quotations of one paragraph.
fn paragraph(page: &Page<'_>, end: usize, marks: &[Mark], continues: bool, found: &mut Vec<Quoted>) {
    let mut open: Option<&Mark> = None;
    let mut first = true;
    // In text that was cut into words and put together again, a closing mark can lean to the word behind it.
    let pairs = marks.iter().filter(|mark| mark.style == Style::Double).count() % 2 == 0;
    for (at, mark) in marks.iter().enumerate() {
        let side = match mark.side {
            Side::Either if open.is_some() => Side::Close,
            Side::Either => Side::Open,
            Side::Open
                if pairs
                    && mark.straight
                    && open.is_some_and(|open| open.straight && ends_speech(page, mark)) =>
            {
                Side::Close
            }
            side => side,
        };
        match (side, open) {
            (Side::Open, None) => open = Some(mark),
            // A single mark inside double ones quotes within the quotation.
            (Side::Open, Some(outer)) if outer.style != mark.style => {}
            // The mark before was never closed.
            (Side::Open, Some(_)) => open = Some(mark),
            (_, Some(opening)) if opening.style == mark.style => {
                let plural = mark.style == Style::Single && could_be_possessive(page, mark);
                let later = marks.get(at + 1..).unwrap_or_default().iter();
                if plural
                    && later
                        .take_while(|mark| mark.side != Side::Open)
                        .any(|mark| mark.style == Style::Single)
                {
                    continue;
                }
                found.push(Quoted {
                    open: opening.last,
                    close: mark.first,
                    end: mark.last + 1,
                    goes_on: false,
                    continues: continues && first,
                });
                first = false;
                open = None;
            }
            _ => {}
        }
    }
    if let Some(opening) = open.filter(|mark| mark.style == Style::Double) {
        let continues = continues && first;
        found.push(Quoted { open: opening.last, close: end, end, goes_on: true, continues });
    }
}

/// Whether a quotation can end right before a mark.
fn ends_speech(page: &Page<'_>, mark: &Mark) -> bool {
    page.before(mark.first).is_some_and(|before| matches!(page.word(before), "," | "." | "?" | "!"))
}

/// `the workers' rights`: the mark may be no quotation mark at all.
fn could_be_possessive(page: &Page<'_>, mark: &Mark) -> bool {
    let before = mark.first.checked_sub(1);
    before.is_some_and(|before| page.folded(before).ends_with('s') && !page.word(before).ends_with('.'))
}

/// A quotation mark, which can be written as several tokens.
#[derive(Clone, Copy, Debug)]
struct Mark {
    first: usize,
    last: usize,
    style: Style,
    side: Side,
    /// `"`, which looks the same on both sides.
    straight: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Style {
    Double,
    Single,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Side {
    Open,
    Close,
    /// Space on both sides, or none, and a straight mark.
    Either,
}

fn marks(page: &Page<'_>) -> Vec<Mark> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(token) = page.token(at) {
        let TokenKind::Mark(glyph) = token.kind else {
            at += 1;
            continue;
        };
        let mut last = at;
        let mut glyphs = 1;
        // Repeated marks are one: `''` for `"`, and what conversions make of it.
        while is_single(glyph).is_some() && page.token(last + 1).is_some_and(|next| repeats(next, glyph)) {
            last += 1;
            glyphs += 1;
        }
        if let Some(single) = is_single(glyph) {
            let style = if single && glyphs == 1 { Style::Single } else { Style::Double };
            let straight = style == Style::Double && glyph == '"';
            let side = side(page, at, last, glyph, style);
            found.extend(side.map(|side| Mark { first: at, last, style, side, straight }));
        }
        at = last + 1;
    }
    found
}

fn repeats(token: &Token, glyph: char) -> bool {
    token.gap == Gap::Tight && token.is_mark(glyph)
}

/// Whether a mark is a single quotation mark; `None` for one that quotes nothing.
fn is_single(glyph: char) -> Option<bool> {
    match glyph {
        '"' | '“' | '”' | '„' | '«' | '»' | '‟' => Some(false),
        '\'' | '‘' | '’' | '`' | '‚' => Some(true),
        _ => None,
    }
}

/// Which side of a quotation a mark stands on; `None` where it is no quotation mark.
fn side(page: &Page<'_>, first: usize, last: usize, glyph: char, style: Style) -> Option<Side> {
    let before = page.before(first);
    let behind = page.after(last);
    let tight =
        |at: Option<usize>| at.and_then(|at| page.token(at)).is_some_and(|token| token.gap == Gap::Tight);
    let opens_group = before.is_some_and(|at| {
        matches!(page.word(at), "(" | "[" | "-" | "–" | "—" | "/" | "“" | "\"" | "‘" | ":" | "…")
    });
    let left = before.is_some() && tight(Some(first)) && !opens_group;
    let closes_group = behind.is_some_and(|at| {
        let word = page.word(at);
        matches!(
            word,
            "," | "." | ";" | ":" | "?" | "!" | ")" | "]" | "-" | "–" | "—" | "/" | "”" | "\"" | "’"
        ) || page.token(at).is_some_and(|token| token.kind == TokenKind::Possessive)
    });
    let right = tight(behind) && !closes_group;
    let is_year =
        || behind.is_some_and(|at| page.token(at).is_some_and(|token| token.kind == TokenKind::Number));
    if style == Style::Single {
        return match (left, right) {
            (false, true) if glyph == '’' || is_year() && glyph != '‘' => None,
            (false, true) => Some(Side::Open),
            (true, false) if glyph != '‘' => Some(Side::Close),
            _ => None,
        };
    }
    match (left, right) {
        (false, true) => Some(Side::Open),
        (true, false) => Some(Side::Close),
        // Between two words a curly mark stands for a dash, unless it follows what a quotation ends with.
        (false, false) if matches!(glyph, '”' | '“') => {
            let ends = before.is_some_and(|at| matches!(page.word(at), "," | "." | "?" | "!" | "…" | ":"));
            match glyph {
                _ if behind.is_none() => Some(Side::Close),
                '”' if ends => Some(Side::Close),
                '“' if before.is_none() || ends => Some(Side::Open),
                _ => None,
            }
        }
        _ if glyph == '«' => Some(Side::Open),
        _ if glyph == '»' => Some(Side::Close),
        _ if before.is_none() => Some(Side::Open),
        _ if behind.is_none() => Some(Side::Close),
        _ => Some(Side::Either),
    }
}
