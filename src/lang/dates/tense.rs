//! The tense of the sentence round an expression, from its nearest verb.
//!
//! It replaces a tagger: parts of speech are worth 4 value points to HeidelTime on newswire and none
//! on Wikinews, and cues of the nearest verb take their place (dates.md §0.7). Of 297 bare weekdays in
//! the development data 15 lie ahead, nearly all beside `will`, `scheduled`, `due` and their like (§4).

use crate::lang::dates::rule::Lean;
use crate::lang::dates::scan::{Gap, Shape, Token};
use crate::lang::dates::words::Cue;

/// How many tokens are looked at before the expression, and behind it.
const BEFORE: usize = 32;
const BEHIND: usize = 14;
/// A verb behind the expression counts as if it stood so many tokens further away: the verb that
/// governs a date mostly stands before it.
const BEHIND_PENALTY: usize = 4;
/// `would`, `planned to` govern what stands so near behind them.
const HOPE_REACH: usize = 9;
/// The verb of a clause stands so near behind its beginning.
const CLAUSE_REACH: usize = 10;
/// `until` governs what stands so near behind it.
const UNTIL_REACH: usize = 4;

/// The lean of the sentence at the tokens from `start` to before `end`.
pub fn lean(text: &str, tokens: &[Token], start: usize, end: usize) -> Lean {
    let sentence = Sentence { text, tokens };
    if sentence.opens_ahead(start) || sentence.is_fixed_for(start) || sentence.is_called_off(end) {
        return Lean::Ahead;
    }
    let before = sentence.cue_before(start);
    let behind = sentence.cue_behind(end);
    let nearest = match (before, behind) {
        (Some((_, before)), Some((cue, behind))) if behind + BEHIND_PENALTY < before => Some((cue, behind)),
        (Some(before), _) => Some(before),
        (None, behind) => behind,
    };
    match nearest {
        Some((Cue::Ahead, _)) => Lean::Ahead,
        Some((Cue::Hope, distance))
            if nearest == before && distance <= HOPE_REACH && !sentence.is_possessive(end) =>
        {
            Lean::Hope
        }
        Some((Cue::Past, _)) => Lean::Past,
        Some((Cue::Said, _)) => Lean::Said,
        _ => Lean::None,
    }
}

/// Whether the mark at `at` ends a sentence.
pub fn ends_sentence(text: &str, tokens: &[Token], at: usize) -> bool {
    Sentence { text, tokens }.ends_sentence(at)
}

/// Whether a clause with a verb in the past begins at `at`: `he said …`, `the vote ended …`.
pub fn begins_clause(text: &str, tokens: &[Token], at: usize) -> bool {
    let sentence = Sentence { text, tokens };
    let inside = (at..at + CLAUSE_REACH)
        .take_while(|at| *at < tokens.len() && !sentence.is_any(*at, &[","]) && !sentence.ends_sentence(*at));
    inside.skip(1).any(|at| matches!(sentence.cue(at), Some(Cue::Past | Cue::Said)))
}

struct Sentence<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

impl Sentence<'_> {
    fn letters(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.span.of_text(self.text))
    }

    fn is_any(&self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.letters(at).eq_ignore_ascii_case(word))
    }

    /// `Wednesday's ruling`: the noun is dated, not the verb.
    fn is_possessive(&self, end: usize) -> bool {
        self.is_any(end, &["'", "’"]) && self.is_any(end + 1, &["s"])
    }

    /// `as early as`, `as soon as`, `by as late as` right before.
    fn opens_ahead(&self, start: usize) -> bool {
        start >= 3
            && self.is_any(start - 1, &["as"])
            && self.is_any(start - 2, &["early", "soon", "late"])
            && self.is_any(start - 3, &["as"])
    }

    /// `a visit planned for Wednesday`, but `had been planned for Wednesday`.
    fn is_fixed_for(&self, start: usize) -> bool {
        const FIXED: &[&str] = &[
            "planned",
            "scheduled",
            "set",
            "due",
            "slated",
            "billed",
            "pencilled",
            "booked",
            "arranged",
            "called",
            "timetabled",
            "rescheduled",
        ];
        let Some(at) = start.checked_sub(2).filter(|_| self.is_any(start - 1, &["for"])) else {
            return false;
        };
        let over = |at: usize| self.is_any(at, &["been", "was", "were", "originally", "initially", "had"]);
        self.is_any(at, FIXED) && !at.checked_sub(1).is_some_and(over)
    }

    /// `Saturday's concert has been cancelled`.
    fn is_called_off(&self, end: usize) -> bool {
        const REACH: usize = 14;
        const OFF: &[&str] = &["cancelled", "canceled", "postponed", "scrapped", "axed"];
        let off = |at: usize| {
            self.is_any(at, &["has", "have"])
                && self.is_any(at + 1, &["been"])
                && (self.is_any(at + 2, OFF)
                    || self.is_any(at + 2, &["called", "put"]) && self.is_any(at + 3, &["off"]))
        };
        let here = (end..end + REACH).take_while(|at| !self.ends_sentence(*at));
        self.is_possessive(end) && here.into_iter().any(off)
    }

    /// The nearest cue before a token, in the same sentence.
    fn cue_before(&self, start: usize) -> Option<(Cue, usize)> {
        for distance in 1..=BEFORE {
            let at = start.checked_sub(distance)?;
            if self.ends_sentence(at) || self.ends_clause(at) {
                return None;
            }
            match self.cue(at) {
                Some(Cue::Until) if distance <= UNTIL_REACH => return Some((Cue::Ahead, distance)),
                Some(Cue::Until) | None => {}
                Some(cue) => return Some((cue, distance)),
            }
        }
        None
    }

    /// The nearest cue from a token on, in the same sentence.
    fn cue_behind(&self, end: usize) -> Option<(Cue, usize)> {
        for distance in 0..BEHIND {
            let at = end + distance;
            if self.tokens.get(at).is_none() || self.ends_sentence(at) || self.ends_clause(at) {
                return None;
            }
            if let Some(cue) = self.cue(at).filter(|cue| *cue != Cue::Until) {
                return Some((cue, distance));
            }
        }
        None
    }

    fn cue(&self, at: usize) -> Option<Cue> {
        let token = self.tokens.get(at)?;
        // `took place on Saturday, as scheduled`
        let as_planned = at.checked_sub(1).is_some_and(|before| self.is_any(before, &["as"]));
        if as_planned
            && self.is_any(at, &["scheduled", "planned", "expected"])
            && !self.is_any(at + 1, &["for", "to"])
        {
            return None;
        }
        match token.word.cue() {
            Some(Cue::AheadTo) => self.is_any(at + 1, &["to"]).then_some(Cue::Ahead),
            Some(Cue::HopeTo) => self.is_any(at + 1, &["to", "a", "an", "the"]).then_some(Cue::Hope),
            Some(Cue::Ahead | Cue::Until) if self.is_past_plan(at) => Some(Cue::Past),
            Some(Cue::Has) => {
                let participle = (at + 1..=at + 3).any(|at| self.is_participle_form(at));
                Some(if participle { Cue::Past } else { Cue::Present })
            }
            Some(Cue::Present) => {
                // `is to resume`, `wants to reach`.
                if self.is_any(at + 1, &["to"]) {
                    return Some(if self.is_any(at, &["is", "are"]) { Cue::Ahead } else { Cue::Hope });
                }
                // `is then due`: the participle decides.
                let leads_on = (at + 1..=at + 3).find_map(|at| self.tokens.get(at)?.word.cue());
                Some(if matches!(leads_on, Some(Cue::Ahead)) { Cue::Ahead } else { Cue::Present })
            }
            Some(cue) => Some(cue),
            None if token.shape == Shape::Small && token.span.len() >= 5 && !token.word.starts() => {
                let letters = self.letters(at);
                let is_past = letters.ends_with("ed") && !letters.ends_with("eed") && !self.is_participle(at);
                is_past.then_some(Cue::Past)
            }
            None => None,
        }
    }

    /// `met`, `been`, `agreed`: what makes `has` a perfect.
    fn is_participle_form(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        let letters = self.letters(at);
        matches!(token.word.cue(), Some(Cue::Past | Cue::Said | Cue::Ahead | Cue::AheadTo | Cue::HopeTo))
            || token.shape == Shape::Small
                && letters.len() >= 4
                && (letters.ends_with("ed") || letters.ends_with("en") || letters.ends_with("wn"))
            || self
                .is_any(at, &["done", "gone", "put", "cut", "hit", "paid", "sung", "begun", "become", "come"])
    }

    /// Whether a clause ends at the mark: a quotation's end, a colon, a semicolon, a dash.
    fn ends_clause(&self, at: usize) -> bool {
        let Some(mark) = self.tokens.get(at).filter(|token| token.shape == Shape::Mark) else { return false };
        match mark.span.of_text(self.text) {
            ";" | "—" | "”" | "\"" => true,
            ":" => self.tokens.get(at + 1).is_none_or(|next| next.gap == Gap::Space),
            _ => false,
        }
    }

    /// `will be named`, `a proposed law`: no finite verb.
    fn is_participle(&self, at: usize) -> bool {
        const BEFORE: &[&str] =
            &["be", "is", "are", "being", "a", "an", "the", "its", "his", "her", "their", "this", "still"];
        at.checked_sub(1).is_some_and(|before| self.is_any(before, BEFORE))
    }

    /// `had been due`, `had been scheduled`; `not until`, `Until …, they had not`.
    fn is_past_plan(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        if self.is_any(at, &["until"]) {
            return self.is_any(before, &["not", "up"])
                || self.tokens.get(at).is_some_and(|token| token.shape == Shape::Capital);
        }
        self.is_any(before, &["been"])
            && at.checked_sub(2).is_some_and(|two| self.is_any(two, &["had", "previously"]))
    }

    /// Whether the token at `at` is a mark that ends a sentence.
    fn ends_sentence(&self, at: usize) -> bool {
        let Some(mark) = self.tokens.get(at).filter(|token| token.shape == Shape::Mark) else { return false };
        match mark.span.of_text(self.text) {
            "!" | "?" => true,
            "." => {
                let before = at.checked_sub(1).and_then(|before| self.tokens.get(before));
                let abbreviates = before.is_some_and(|token| {
                    mark.gap == Gap::None && token.span.len() <= 3 && token.shape == Shape::Capital
                });
                let begins = self
                    .tokens
                    .get(at + 1)
                    .is_none_or(|next| next.gap == Gap::Space && next.shape != Shape::Small);
                begins && !abbreviates
            }
            _ => false,
        }
    }
}
