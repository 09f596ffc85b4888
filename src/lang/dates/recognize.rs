//! Text → expressions: one scan, then the families at each word that can begin one.

use std::ops::Range;

use memchr::memchr_iter;

use crate::base::span::Span;
use crate::lang::dates::cursor::Cursor;
use crate::lang::dates::families::{self, Found};
use crate::lang::dates::rule::{From, Place, Rule, YearRule};
use crate::lang::dates::scan::{Gap, Shape, Token, scan};
use crate::lang::dates::tense;
use crate::lang::dates::{Bearing, DateExpr, Setting};
use crate::source::{Zone, ZoneKind};

/// What joins two dates that share a year.
const CONNECTORS: &[&str] = &["to", "and", "or", "-", "–", "—", "through", "until", "till"];

/// What stands before the end of a stretch of years: `from 1939 to 1945`, `until 1945`, `since 1871`.
const ENDS_STRETCH: &[&str] = &["to", "until", "till", "through", "since", "-", "–", "—"];

/// A bracket holds at most so many words before a date in it.
const LONGEST_BRACKET: usize = 24;

/// The number of words between the first one of an expression and the one that names its stretch of
/// time, as in `no more than the next two and a half years`.
const LONGEST_LEAD: usize = 9;

/// The time expressions of a text that lie in the given zones, sorted, disjoint; spans are offsets of
/// `text`. An expression never crosses the end of a line or of a zone, so lines are read one by one.
pub fn recognize(text: &str, zones: &[Zone]) -> Vec<DateExpr> {
    let mut expressions = Vec::new();
    let mut tokens = Vec::new();
    for (number, zone) in (0u32..).zip(zones) {
        let setting = match zone.kind {
            ZoneKind::Header | ZoneKind::Dateline | ZoneKind::Caption => Setting::Aside(number),
            ZoneKind::Headline | ZoneKind::Body | ZoneKind::Boilerplate => Setting::Story,
        };
        for line in lines(text, zone.span) {
            tokens.clear();
            let first = if opens_paragraph(text, line.start) { Bearing::Opening } else { Bearing::Told };
            scan(text, line, &mut tokens);
            Reader { text, tokens: &tokens, setting, next: first, expressions: &mut expressions }.read_all();
        }
    }
    expressions
}

/// The lines of a span, without their ends.
fn lines(text: &str, span: Span) -> impl Iterator<Item = Range<usize>> {
    let ends = memchr_iter(b'\n', span.of_text(text).as_bytes()).map(move |end| span.range().start + end);
    ends.chain([span.range().end]).scan(span.range().start, |start, end| {
        let line = *start..end;
        *start = end + 1;
        Some(line)
    })
}

/// Whether the line at `start` goes on with no sentence of the line before it.
fn opens_paragraph(text: &str, start: usize) -> bool {
    let before = text.get(..start).unwrap_or_default().trim_end_matches(['\n', '\r', ' ']);
    before.is_empty() || before.ends_with(['.', '!', '?', ':', '"', '”', ')'])
}

struct Reader<'a> {
    text: &'a str,
    /// Those of one line.
    tokens: &'a [Token],
    setting: Setting,
    /// How the story comes to the next expression.
    next: Bearing,
    /// Those of the whole text so far.
    expressions: &'a mut Vec<DateExpr>,
}

impl Reader<'_> {
    fn read_all(&mut self) {
        let mut at = 0;
        while let Some(token) = self.tokens.get(at) {
            at = match self.may_start(at, token) {
                true => self.read(at),
                false => at + 1,
            };
        }
    }

    /// Whether an expression can begin with the token: a cheap look that spares most tokens the families.
    fn may_start(&self, at: usize, token: &Token) -> bool {
        match token.shape {
            Shape::Digits => token.span.len() == 4 || self.leads_on(at),
            Shape::Small | Shape::Capital => token.word.starts() && (token.word.names() || self.leads_on(at)),
            Shape::Mark => token.span.len() <= 3 && self.abbreviates_year(at, token),
        }
    }

    /// Whether an apostrophe stands for the century: `'98`, `’80s`.
    fn abbreviates_year(&self, at: usize, token: &Token) -> bool {
        let next = self.tokens.get(at + 1);
        next.is_some_and(|next| next.gap == Gap::None && next.shape == Shape::Digits && next.span.len() == 2)
            && matches!(token.span.of_text(self.text), "'" | "’" | "‘")
    }

    /// Whether a number or a word that names a stretch of time follows soon.
    fn leads_on(&self, at: usize) -> bool {
        let next = self.tokens.get(at + 1..).unwrap_or_default();
        next.iter().take(LONGEST_LEAD).any(|token| token.shape == Shape::Digits || token.word.names())
    }

    /// Reads what begins at `start`, and what continues it. Returns the index where to go on.
    fn read(&mut self, start: usize) -> usize {
        let Some(mut found) = families::read(&self.cursor(start)) else { return start + 1 };
        let mut start = start;
        loop {
            let end = found.end;
            match families::read_continuation(&self.cursor(start), end, &mut found.rule) {
                Some((next_start, next)) => {
                    self.push(start, found);
                    (start, found) = (next_start, next);
                }
                None => {
                    self.push(start, found);
                    return end.max(start + 1);
                }
            }
        }
    }

    fn push(&mut self, start: usize, mut found: Found) {
        let Some(span) = self.cursor(start).span(start, found.end) else { return };
        self.join_day(start, &mut found.rule);
        self.join_event(start, &mut found.rule);
        let lean = tense::lean(self.text, self.tokens, start, found.end);
        let expression = DateExpr {
            span,
            rule: found.rule,
            modifier: found.modifier,
            lean,
            setting: self.setting,
            bearing: self.bearing(start, found.end, found.rule),
        };
        self.share_year(start, expression.rule);
        self.share_day(&expression);
        let last = self.expressions.last().map_or(Span::default(), |last: &DateExpr| last.span);
        if !crate::never!(span.start < last.end, "expressions overlap at {span:?}") {
            if expression.bearing.is_told() {
                self.next = Bearing::Told;
            }
            self.expressions.push(expression);
        }
    }

    /// `Monday 14 April at 10 a.m.`: the clock is of the day that stands right before it, wherever it lies.
    fn join_day(&self, start: usize, rule: &mut Rule) {
        let Rule::Place { place: Place::Offset { from: from @ From::Recent, .. }, .. } = rule else { return };
        let Some(Rule::Place { time: None, .. }) = self.expressions.last().map(|before| before.rule) else {
            return;
        };
        let end = self.expressions.last().map_or(0, |before| before.span.end);
        let joined = (1..=3).any(|back| {
            let before = start.checked_sub(back).and_then(|at| self.tokens.get(at));
            before.is_some_and(|before| before.span.end == end)
        });
        if joined {
            *from = From::Named;
        }
    }

    /// `on Monday, a day after he spoke`: he spoke on the day before the one that the sentence names.
    /// `… on Monday. A day after he spoke, …`: the day after the one that the sentence before names.
    fn join_event(&self, start: usize, rule: &mut Rule) {
        let Rule::Place { place: Place::Offset { by, from: from @ From::Event, .. }, .. } = rule else {
            return;
        };
        match self.sentences_since_day(start) {
            Some(0) => *by = -*by,
            Some(1) => {}
            _ => *from = From::Nothing,
        }
    }

    /// How many sentences end between the day named last in this line and the token at `start`.
    fn sentences_since_day(&self, start: usize) -> Option<usize> {
        let line = self.tokens.first()?.span.start;
        let names_day = |date: &&DateExpr| matches!(date.rule, Rule::Place { place, .. } if place.is_day());
        let day = self.expressions.iter().rev().take_while(|date| line <= date.span.start).find(names_day)?;
        let between = |at: &usize| self.tokens.get(*at).is_some_and(|token| day.span.end <= token.span.start);
        let ends = (0..start).rev().take_while(between);
        Some(ends.filter(|at| tense::ends_sentence(self.text, self.tokens, *at)).count())
    }

    /// `January to March 2011`, `March 3 to April 10, 2011`: the year at the end is that of both, or the
    /// one after where the months turn the year.
    fn share_year(&mut self, start: usize, rule: Rule) {
        let Some((YearRule::Written(year), month)) = year_and_month(rule) else { return };
        let connector = start.checked_sub(1).map_or("", |at| self.cursor(at).letters(at));
        if !CONNECTORS.iter().any(|word| connector.eq_ignore_ascii_case(word)) {
            return;
        }
        let first = start.checked_sub(2).and_then(|at| self.tokens.get(at));
        let Some(before) = self.expressions.last_mut() else { return };
        if first.is_none_or(|first| first.span.end != before.span.end) {
            return;
        }
        let Some((YearRule::Unsaid, earlier)) = year_and_month(before.rule) else { return };
        let turns = earlier > month && !matches!(rule, Rule::Place { place: Place::Season { .. }, .. });
        let shared = YearRule::Written(if turns { year - 1 } else { year });
        if let Rule::Place {
            place: Place::Month { year, .. } | Place::Day { year, .. } | Place::Season { year, .. },
            ..
        } = &mut before.rule
        {
            *year = shared;
        }
    }

    /// `10 a.m. on Friday`, `at 10:35 a.m. (0735 GMT) Friday`: the day behind the clocks is theirs too.
    fn share_day(&mut self, day: &DateExpr) {
        let Rule::Place { place, time: None } = day.rule else { return };
        if !place.is_day() {
            return;
        }
        let mut next = day.span.start;
        for before in self.expressions.iter_mut().rev() {
            let Rule::Place { place: clocks @ Place::Offset { from: From::Recent, .. }, time: Some(_) } =
                &mut before.rule
            else {
                return;
            };
            let between = self.text.get(before.span.end as usize..next as usize).unwrap_or_default();
            if !between.split([' ', ',', '(', ')']).all(|word| matches!(word, "" | "on")) {
                return;
            }
            *clocks = place;
            before.lean = day.lean;
            next = before.span.start;
        }
    }

    /// Whether the story comes to the date between the tokens `start` and `end`.
    fn bearing(&self, start: usize, end: usize, rule: Rule) -> Bearing {
        let c = self.cursor(start);
        let is_year = matches!(rule, Rule::Place { place: Place::Year(_), time: None });
        let ends_stretch = c.after_any(ENDS_STRETCH)
            || c.after_any(&["and"]) && c.letters_before(3).eq_ignore_ascii_case("between");
        let is_attribute =
            c.after_any(&["the", "a", "an", "its", "his", "her", "their", "s"]) && c.is_noun(end);
        let is_life = c.after_any(&["born", "died", "b", "d", "."]) || ends_stretch;
        if (is_year || is_life) && self.is_bracketed(start) {
            Bearing::Bracketed
        } else if is_year && (ends_stretch || is_attribute) {
            Bearing::Passing
        } else {
            self.next
        }
    }

    /// Whether a bracket is open before the token at `start`.
    fn is_bracketed(&self, start: usize) -> bool {
        let near = self.tokens.get(start.saturating_sub(LONGEST_BRACKET)..start).unwrap_or_default();
        let bracket = |token: &Token| match token.span.of_text(self.text) {
            "(" | "[" => Some(true),
            ")" | "]" => Some(false),
            _ => None,
        };
        near.iter().rev().filter(|token| token.shape == Shape::Mark).find_map(bracket).unwrap_or(false)
    }

    fn cursor(&self, start: usize) -> Cursor<'_> {
        Cursor { text: self.text, tokens: self.tokens, start }
    }
}

/// The year and month of a month, of a day in one, of the middle of a season.
fn year_and_month(rule: Rule) -> Option<(YearRule, u8)> {
    match rule {
        Rule::Place { place: Place::Month { year, month }, .. } => Some((year, month)),
        Rule::Place { place: Place::Day { year, month: Some(month), .. }, .. } => Some((year, month)),
        Rule::Place { place: Place::Season { year, season }, .. } => {
            Some((year, season.middle_month().unsigned_abs()))
        }
        _ => None,
    }
}
