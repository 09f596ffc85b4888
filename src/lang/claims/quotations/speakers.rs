//! Who said a quotation: attribution by the words behind it, before it, and by what it goes on from.
//!
//! The patterns are those of quotation attribution in news (O'Keefe et al. 2012; Pareti 2015): cue verb
//! and subject on either side in either order. Pronouns are read only where one person was spoken of.

mod antecedents;

use std::ops::Range;

use crate::base::kind::EntityKind;
use crate::lang::claims::actors::{Actors, Named};
use crate::lang::claims::quotations::marks::Quoted;
use crate::lang::lexicon::Classes;
use crate::lang::names::page::Page;
use crate::lang::token::{Gap, TokenKind};

/// Who said a quotation, and the words that say so.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Attribution {
    pub speaker: Option<u32>,
    pub cue: Option<Range<usize>>,
}

/// How far a verb stands from its quotation or its subject, in tokens.
const REACH: usize = 25;

/// The attribution of each quotation, in their order.
pub fn attribute(actors: &Actors<'_>, quoted: &[Quoted]) -> Vec<Attribution> {
    let mut speech = Speech { actors, page: actors.page, quoted, told: Vec::with_capacity(quoted.len()) };
    for index in 0..quoted.len() {
        let attribution = speech.attribution(index).unwrap_or_default();
        speech.told.push(attribution);
    }
    speech.told
}

struct Speech<'a> {
    actors: &'a Actors<'a>,
    page: &'a Page<'a>,
    quoted: &'a [Quoted],
    /// The attributions of the quotations so far.
    told: Vec<Attribution>,
}

/// The subject of a cue verb.
enum Subject {
    Mention(u32),
    Pronoun(usize),
    /// Somebody who is not named, or not for certain.
    Unnamed,
}

impl Speech<'_> {
    fn attribution(&self, index: usize) -> Option<Attribution> {
        let quoted = self.quoted.get(index)?;
        if quoted.continues {
            return self.told.get(index.checked_sub(1)?).cloned();
        }
        if self.is_title(quoted) {
            return None;
        }
        let stopped =
            matches!(self.page.word(quoted.close.saturating_sub(1)), "," | "?" | "!" | "…" | "-" | "–" | "—")
                || self.page.word(quoted.end) == ",";
        let behind = || self.behind(index, quoted);
        let before = || self.before(index, quoted);
        let found = match stopped {
            true => behind().or_else(before),
            false => before().or_else(|| self.at_the_end(index, quoted)),
        };
        found.or_else(|| self.going_on(index, quoted))
    }

    /// `…," Name said on Monday`, `…," said Name`, `…," according to Name`.
    fn behind(&self, index: usize, quoted: &Quoted) -> Option<Attribution> {
        let first = self.skip(quoted.end, ",");
        let room = self.room_behind(index, first);
        let cue = room.clone().find_map(|at| self.cue(at))?;
        if cue.start == first {
            let speaker = self.subject_behind(cue.end, room.end);
            return Some(self.told(cue, speaker));
        }
        // Between the quotation and the verb stands nothing but the subject.
        let subject = self.subject_before(cue.start, first)?;
        Some(self.told(cue, Some(subject)))
    }

    /// `Name said: "…`, `Name called it "…`, `according to Name, "…`.
    fn before(&self, index: usize, quoted: &Quoted) -> Option<Attribution> {
        let room = self.room_before(index, quoted);
        if self.page.word(quoted.open.checked_sub(1)?) == ":"
            && let Some(named) = self.ending(quoted.open - 1).filter(|named| named.kind == EntityKind::Person)
            && self.name_start(named.tokens.start) == room.start
        {
            return Some(Attribution { speaker: named.party.mention, cue: None });
        }
        let mut cues: Vec<Range<usize>> = room.clone().filter_map(|at| self.cue(at)).collect();
        let Some(cue) = cues.pop() else {
            // `Name called it "…" and "…"`.
            let same = index.checked_sub(1).filter(|&before| {
                let other = self.quoted.get(before);
                other.is_some_and(|other| {
                    other.end == room.start && self.page.same_sentence(other.open, quoted.open)
                })
            });
            let told = self.told.get(same?)?;
            return told.cue.is_some().then(|| told.clone());
        };
        if self.page.word(cue.start) == "according" || self.page.word(cue.start) == "According" {
            let speaker = self.subject_behind(cue.end, quoted.open);
            return Some(self.told(cue, speaker));
        }
        let subject = match self.subject_before(cue.start, room.start) {
            // `… confirmed it, and reaffirmed that "…`: the subject stands before the verb before.
            None => cues.pop().and_then(|earlier| self.subject_before(earlier.start, room.start)),
            subject => subject,
        };
        Some(self.told(cue, subject))
    }

    /// `The town was "cleared", Name said.`: at the end of the sentence, behind a comma.
    fn at_the_end(&self, index: usize, quoted: &Quoted) -> Option<Attribution> {
        let page = self.page;
        let room = self.room_behind(index, quoted.end);
        let room =
            room.start..room.clone().find(|&at| !page.same_sentence(at, quoted.open)).unwrap_or(room.end);
        let cue = room.clone().rev().find_map(|at| self.cue(at))?;
        let comma = room.clone().take_while(|&at| at < cue.start).find(|&at| page.is_mark(at, ','))?;
        if cue.start == comma + 1 {
            let speaker = self.subject_behind(cue.end, room.end);
            return Some(self.told(cue, speaker));
        }
        let subject = self.subject_before(cue.start, comma + 1)?;
        Some(self.told(cue, Some(subject)))
    }

    /// A quotation that is a sentence by itself goes on from the speech right before it.
    fn going_on(&self, index: usize, quoted: &Quoted) -> Option<Attribution> {
        let stands_alone = self.opens_sentence(quoted.open) && self.closes_sentence(quoted);
        if !stands_alone {
            return None;
        }
        let before = quoted.open.checked_sub(1)?;
        let sentence = self.actors.sentence(before);
        let last = index.checked_sub(1).and_then(|last| Some((self.quoted.get(last)?, self.told.get(last)?)));
        if let Some((other, told)) = last
            && other.end > sentence.start
        {
            return Some(Attribution { speaker: told.speaker, cue: None })
                .filter(|told| told.speaker.is_some());
        }
        // `Name said no. "It is over."`
        let cue = sentence.clone().find_map(|at| self.cue(at))?;
        let subject = self.subject_before(cue.start, sentence.start)?;
        let told = self.told(cue, Some(subject));
        Some(Attribution { speaker: told.speaker, cue: None }).filter(|told| told.speaker.is_some())
    }

    fn told(&self, cue: Range<usize>, subject: Option<Subject>) -> Attribution {
        let speaker = match subject {
            Some(Subject::Mention(mention)) => Some(mention),
            Some(Subject::Pronoun(at)) => self.antecedent(at),
            Some(Subject::Unnamed) | None => None,
        };
        Attribution { speaker, cue: Some(cue) }
    }

    /// The tokens behind a quotation up to the next one, the full stop or the end of the paragraph.
    fn room_behind(&self, index: usize, first: usize) -> Range<usize> {
        let page = self.page;
        let next = self.quoted.get(index + 1).map_or(page.tokens.len(), |next| next.open);
        let ends = |at: &usize| {
            let token = page.token(*at);
            let stop = token.is_none_or(|token| {
                token.gap == Gap::Line || matches!(token.kind, TokenKind::Mark('.' | '?' | '!' | ';'))
            });
            stop && page.word_before(at + 1) == Some(*at)
        };
        let end = (first..next.min(first + REACH)).find(ends).unwrap_or(next.min(first + REACH));
        first..end.max(first)
    }

    /// The tokens before a quotation from the start of its sentence, or from the quotation before.
    fn room_before(&self, index: usize, quoted: &Quoted) -> Range<usize> {
        let sentence = self.actors.sentence(quoted.open);
        let last = index.checked_sub(1).and_then(|last| self.quoted.get(last)).map_or(0, |last| last.end);
        let start = sentence.start.max(last);
        start..quoted.open.max(start)
    }

    /// The cue that begins at a token.
    fn cue(&self, at: usize) -> Option<Range<usize>> {
        let page = self.page;
        let word = page.word(at);
        if matches!(word, "according" | "According") {
            return (page.folded(at + 1) == "to").then_some(at..at + 2);
        }
        let before = at.checked_sub(1).map_or("", |before| page.folded(before));
        let passive = matches!(
            before,
            "is" | "was" | "were" | "are" | "be" | "been" | "being" | "to" | "the" | "a" | "an"
        );
        let tells = page.classes(at).any(Classes::SAID) && !matches!(word, "hopes" | "thanked" | "accused")
            || matches!(
                word,
                "read"
                    | "reads"
                    | "concluded"
                    | "continued"
                    | "testified"
                    | "reported"
                    | "described"
                    | "quipped"
            );
        // Who `has asked to leave` is told of, and does not speak.
        let wishes = word == "asked" && page.folded(at + 1) == "to";
        (tells && !passive && !wishes && !page.is_capital(at)).then_some(at..at + 1)
    }

    /// The subject that ends right before a verb; `None` where nothing there can be one.
    fn subject_before(&self, verb: usize, floor: usize) -> Option<Subject> {
        let page = self.page;
        let mut end = verb;
        loop {
            let at = end.checked_sub(1).filter(|&at| at >= floor)?;
            let word = page.folded(at);
            let date = self.actors.dates_within(floor..end).last().map(|date| self.actors.date_tokens(date));
            if let Some(date) = date.filter(|date| date.end == end) {
                end = date.start;
                if end > floor
                    && matches!(page.folded(end - 1), "on" | "in" | "at" | "early" | "late" | "earlier")
                {
                    end -= 1;
                }
            } else if is_auxiliary(word)
                || word.ends_with("ly") && page.word(at) == word && self.ending(end).is_none()
            {
                end = at;
            } else {
                break;
            }
        }
        let at = end.checked_sub(1).filter(|&at| at >= floor)?;
        match page.folded(at) {
            "he" | "she" => return Some(Subject::Pronoun(at)),
            "who" => {
                let end = if page.is_mark(at.checked_sub(1)?, ',') { at - 1 } else { at };
                return Some(self.subject_ending(end, floor));
            }
            "," => return Some(self.beside(at, floor)),
            ")" => {
                let open = (floor..at).rev().take(8).find(|&open| page.is_mark(open, '('))?;
                return Some(self.subject_ending(open, floor));
            }
            "and" | "but" | "then" => return None,
            _ => {}
        }
        Some(self.subject_ending(end, floor))
    }

    /// The subject of `Reyes, the mayor, said` and `The mayor, Ana Reyes, said`; `comma` is the second.
    fn beside(&self, comma: usize, floor: usize) -> Subject {
        let page = self.page;
        let Some(first) = (floor..comma).rev().take(16).find(|&at| page.is_mark(at, ',')) else {
            return Subject::Unnamed;
        };
        let inner =
            self.ending(comma).filter(|named| named.kind == EntityKind::Person && !named.is_description);
        match inner {
            Some(named) if self.name_start(named.tokens.start) == first + 1 => self.subject(named),
            _ => self.subject_ending(first, floor),
        }
    }

    /// The name or description that ends before a token, if it can be a subject.
    fn subject_ending(&self, end: usize, floor: usize) -> Subject {
        let page = self.page;
        let Some(named) = self.ending(end) else { return Subject::Unnamed };
        let start = self.name_start(named.tokens.start).max(floor);
        let before =
            start.checked_sub(1).filter(|&before| before >= floor).map_or("", |before| page.folded(before));
        let part = matches!(
            before,
            "of" | "for"
                | "by"
                | "with"
                | "to"
                | "from"
                | "in"
                | "at"
                | "and"
                | "&"
                | "or"
                | "on"
                | "near"
                | "against"
                | "between"
                | "into"
        );
        let titled = before == "of" && self.is_of_title(named, start);
        if part && !titled { Subject::Unnamed } else { self.subject(named) }
    }

    /// Whether the `of` before a token stands in the person's own title: `Secretary of State Ana Reyes`.
    fn is_of_title(&self, named: &Named, start: usize) -> bool {
        let names = self.actors.names;
        let mention = named.party.mention.and_then(|mention| names.mentions.get(mention as usize));
        let role = mention.and_then(|mention| mention.role).and_then(|role| names.roles.get(role as usize));
        let noun = start.checked_sub(2).map_or("", |noun| self.page.word(noun));
        role.is_some_and(|role| !noun.is_empty() && role.title.split(' ').any(|word| word == noun))
    }

    /// The subject behind `said` or `according to`.
    fn subject_behind(&self, first: usize, end: usize) -> Option<Subject> {
        let page = self.page;
        if matches!(page.folded(first), "he" | "she") {
            return Some(Subject::Pronoun(first));
        }
        let mut named: Option<&Named> = None;
        let mut at = first;
        while at < end.min(first + 14) {
            if let Some(found) = self
                .actors
                .within(at..end)
                .find(|named| named.tokens.start == at && named.party.mention.is_some())
            {
                let person = found.kind == EntityKind::Person || found.is_description;
                named = Some(found);
                at = found.tokens.end;
                if person {
                    break;
                }
                continue;
            }
            let token = page.token(at)?;
            let word = page.folded(at);
            let goes_on = match token.kind {
                TokenKind::Word => !is_clause(word),
                TokenKind::Possessive => true,
                // `said the board's head, Ana Reyes`.
                TokenKind::Mark(',') => {
                    let next = self.actors.within(at + 1..end).next();
                    let name = next
                        .is_some_and(|next| next.kind == EntityKind::Person && next.tokens.start == at + 1);
                    name && named.is_none_or(|named| named.kind != EntityKind::Person)
                }
                TokenKind::Mark('-' | '.' | '\'' | '’') => true,
                _ => false,
            };
            if !goes_on {
                break;
            }
            // Words behind a body or place: `said Coastal Board spokeswoman`.
            if named.is_some_and(|named| named.tokens.end <= at) {
                named = None;
            }
            at += 1;
        }
        let named = named?;
        let behind = page.after(named.tokens.end.saturating_sub(1)).map_or("", |behind| page.folded(behind));
        let before = self.name_start(named.tokens.start).checked_sub(1).filter(|&before| before >= first);
        let part = before.is_some_and(|before| {
            matches!(
                page.folded(before),
                "of" | "for" | "by" | "at" | "in" | "with" | "from" | "to" | "reporters"
            )
        });
        let several = behind == "and"
            && self
                .actors
                .within(named.tokens.end..end)
                .next()
                .is_some_and(|next| next.kind == named.kind && next.tokens.start <= named.tokens.end + 4);
        let owner = page.token(named.tokens.end).is_some_and(|token| token.kind == TokenKind::Possessive);
        if part || several || owner { Some(Subject::Unnamed) } else { Some(self.subject(named)) }
    }

    fn subject(&self, named: &Named) -> Subject {
        named.party.mention.map_or(Subject::Unnamed, Subject::Mention)
    }

    /// What is named or described by the words that end before a token.
    fn ending(&self, end: usize) -> Option<&Named> {
        let from = end.saturating_sub(12);
        let named = self
            .actors
            .within(from..end)
            .filter(|named| named.tokens.end == end && named.party.mention.is_some());
        named.last()
    }

    /// The first token of the words before a name that say what it is: `Peruvian Trade Minister`.
    fn name_start(&self, name: usize) -> usize {
        let page = self.page;
        let role = Classes::TITLE
            .or(Classes::HEAD)
            .or(Classes::MODIFIER)
            .or(Classes::PORTFOLIO)
            .or(Classes::HONORIFIC);
        let mut start = name;
        while let Some(before) = page.before(start) {
            let kind = page.token(before).map(|token| token.kind);
            let word = kind == Some(TokenKind::Word);
            let owner = kind == Some(TokenKind::Possessive);
            let said = page.classes(before).any(Classes::SAID);
            let capital = page.is_capital(before) && !said && !is_clause(page.folded(before));
            let abbreviated = page.is_mark(before, '.') && page.word_before(start) != Some(before);
            if !(owner
                || abbreviated
                || word
                    && (capital
                        || page.classes(before).any(role)
                        || matches!(page.folded(before), "the" | "a" | "an")))
            {
                break;
            }
            start = before;
        }
        start
    }

    /// `"The Long Road"`: every word of weight has a capital, and nothing ends it.
    fn is_title(&self, quoted: &Quoted) -> bool {
        let page = self.page;
        let words = || {
            (quoted.open + 1..quoted.close)
                .filter(|&at| page.token(at).is_some_and(|token| token.kind == TokenKind::Word))
        };
        let long = words().filter(|&at| page.word(at).len() > 3);
        let said =
            matches!(page.word(quoted.open.saturating_sub(1)), "," | ":") && self.closes_sentence(quoted);
        let sentence = matches!(page.word(quoted.close.saturating_sub(1)), "." | "?" | "!");
        !said
            && !sentence
            && words().count() <= 8
            && words().next().is_some_and(|first| page.is_capital(first))
            && long.clone().count() > 0
            && long.into_iter().all(|at| page.is_capital(at))
            && !(words().count() == 1 && self.opens_sentence(quoted.open))
    }

    fn opens_sentence(&self, open: usize) -> bool {
        let page = self.page;
        open.checked_sub(1)
            .is_none_or(|before| page.before(open).is_none() || !page.same_sentence(before, open))
    }

    fn closes_sentence(&self, quoted: &Quoted) -> bool {
        let page = self.page;
        let stopped = matches!(page.word(quoted.close.saturating_sub(1)), "." | "?" | "!" | "…")
            || page.is_mark(quoted.end, '.');
        let behind = page.after(quoted.end.saturating_sub(1));
        stopped
            && behind.is_none_or(|behind| {
                page.is_mark(behind, '.') || !page.same_sentence(behind, quoted.close.saturating_sub(1))
            })
    }

    fn skip(&self, at: usize, mark: &str) -> usize {
        if self.page.word(at) == mark { at + 1 } else { at }
    }
}

fn is_auxiliary(word: &str) -> bool {
    matches!(
        word,
        "had"
            | "has"
            | "have"
            | "also"
            | "later"
            | "then"
            | "again"
            | "once"
            | "further"
            | "however"
            | "himself"
            | "herself"
            | "would"
            | "will"
            | "still"
            | "often"
            | "first"
            | "simply"
    )
}

/// Words that end a noun phrase, since a clause or an adverbial begins with them.
const CLAUSE: &[&str] = &[
    "in", "on", "at", "after", "before", "during", "when", "while", "as", "that", "who", "which", "with",
    "by", "to", "from", "about", "he", "she", "it", "they", "we", "i", "was", "is", "were", "are", "has",
    "had", "have", "and", "but", "if", "because", "since", "told", "said", "adding", "speaking", "citing",
    "there", "not",
];

fn is_clause(word: &str) -> bool {
    word.len() <= 8 && CLAUSE.contains(&word)
}
