//! What is done with an agreement: the verb that governs its description, in which mood, by whom.

use std::ops::Range;

use crate::lang::claims::Status;
use crate::lang::claims::agreements::phrase::{Clause, Phrase, Words};
use crate::lang::claims::agreements::words::{
    Deed, Form, Verb, is_auxiliary, is_determiner, is_joint, is_preposition,
};
use crate::lang::token::TokenKind;

/// How far from its description a verb stands at most, names and dates not counted.
const REACH: usize = 5;

/// The verb that governs a description.
#[derive(Clone, Debug)]
pub struct Governing {
    pub deed: Deed,
    pub verb: usize,
    pub mood: Mood,
    pub voice: Voice,
    /// Where those stand who do it; empty in the passive voice.
    pub subject: Range<usize>,
    /// What stands behind verb and description: `in Sochi on Monday`.
    pub behind: Range<usize>,
}

/// Whether it is done.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mood {
    Done,
    /// `will sign`, `to be signed`.
    Planned,
    /// `could sign`, `hopes to sign`.
    Wished,
    /// `did not sign`, `without signing`.
    Denied,
}

/// What the description is to the verb.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Voice {
    /// Its object: `signed the deal`.
    Active,
    /// `The deal was signed`.
    Passive,
    /// `The deal expired`.
    Itself,
}

impl Governing {
    /// How far the agreement has come by this verb.
    pub fn status(&self) -> Status {
        let makes = self.deed.makes();
        match self.mood {
            Mood::Done => self.deed.status(),
            Mood::Planned if makes => Status::Planned,
            Mood::Wished if makes => Status::Proposed,
            _ if self.deed == Deed::Negotiate || self.deed == Deed::Propose => Status::Proposed,
            _ => Status::Told,
        }
    }

    /// Whether its day and place are those of the agreement.
    pub fn dates(&self) -> bool {
        self.deed.makes() && matches!(self.mood, Mood::Done | Mood::Planned)
    }
}

impl Words<'_> {
    /// The verb that governs a description; `inherited` is that of the one before it in a list.
    pub fn governing(&self, phrase: &Phrase, inherited: Option<&Governing>) -> Option<Governing> {
        let before = self.before(phrase.tokens.start);
        if let Some(inherited) = inherited.filter(|_| {
            before.is_some_and(|at| {
                matches!(self.folded(at), "and" | "or") || self.actors.page.is_mark(at, ',')
            })
        }) {
            let end = phrase.tokens.end;
            return Some(Governing { behind: end..self.adjuncts_end(end), ..inherited.clone() });
        }
        self.passive(phrase).or_else(|| self.active(phrase))
    }

    /// The clause set off behind a description: `, signed in Paris,`; and where the sentence goes on.
    pub fn apposed(&self, phrase: &Phrase) -> (Option<Clause>, usize) {
        let page = self.actors.page;
        let end = phrase.tokens.end;
        if !page.is_mark(end, ',') || !page.same_sentence(phrase.head, end) {
            return (None, end);
        }
        let mut from = end + 1;
        if self.folded(from) == "which" && is_auxiliary(self.folded(from + 1)) {
            from += 2;
            from += usize::from(self.folded(from) == "been");
        }
        let clause = self.clause(from);
        let close = (end + 1..end + 24)
            .take_while(|&at| page.same_sentence(phrase.head, at))
            .find(|&at| page.is_mark(at, ','));
        let opens =
            clause.is_some() || matches!(self.folded(end + 1), "which" | "whose" | "a" | "an" | "the");
        match close {
            Some(close) if opens => (clause, close + 1),
            _ => (clause, end),
        }
    }

    /// `The deal was signed by Peru in Lima`, `The deal expired`.
    fn passive(&self, phrase: &Phrase) -> Option<Governing> {
        let (_, from) = self.apposed(phrase);
        let mut mood = Mood::Done;
        let mut is_passive = false;
        for at in from..from + 7 {
            if !self.actors.page.same_sentence(phrase.head, at) {
                return None;
            }
            let word = self.folded(at);
            match word {
                "will" | "would" | "shall" | "to" | "due" if mood == Mood::Done => mood = Mood::Planned,
                "could" | "may" | "might" | "should" | "can" | "must" if mood == Mood::Done => {
                    mood = Mood::Wished
                }
                "not" | "never" => mood = Mood::Denied,
                _ => {}
            }
            is_passive |= matches!(word, "was" | "were" | "been" | "be" | "being" | "is" | "are");
            if let Some(Verb { deed, form }) = self.verb(at) {
                let voice = match (deed, form) {
                    (Deed::Expire, Form::Past | Form::Present) | (Deed::Terminate, Form::Past) => {
                        Voice::Itself
                    }
                    (_, Form::Past) if is_passive => Voice::Passive,
                    _ => return self.in_force(phrase, at, mood),
                };
                let behind = at + 1..self.adjuncts_end(at + 1);
                return Some(Governing { deed, verb: at, mood, voice, subject: at..at, behind });
            }
            let skips = is_auxiliary(word)
                || word.ends_with("ly")
                || matches!(
                    word,
                    "to" | "not" | "never" | "also" | "already" | "just" | "still" | "due" | "finally"
                );
            if !skips {
                return None;
            }
        }
        None
    }

    /// `takes effect`, `came into force`, `remains in force`.
    fn in_force(&self, phrase: &Phrase, verb: usize, mood: Mood) -> Option<Governing> {
        let holds = matches!(self.folded(verb), "held" | "holds")
            || (verb + 1..verb + 4)
                .take_while(|&at| self.actors.page.same_sentence(phrase.head, at))
                .any(|at| matches!(self.folded(at), "force" | "effect"));
        let end = verb + 1;
        (holds && mood == Mood::Done).then(|| Governing {
            deed: Deed::Keep,
            verb,
            mood,
            voice: Voice::Itself,
            subject: verb..verb,
            behind: end..end,
        })
    }

    /// `Peru signed the deal`, `agreed on the deal`, `the signing of the deal`.
    fn active(&self, phrase: &Phrase) -> Option<Governing> {
        let mut at = self.before(phrase.tokens.start)?;
        let mut left = REACH;
        let mut is_behind_name = false;
        let verb = loop {
            if let Some(verb) = self.verb(at) {
                break (verb.deed != Deed::Other).then_some(verb)?;
            }
            // `put their names to`.
            if self.folded(at) == "names" && self.folded(at + 1) == "to" {
                break Verb { deed: Deed::Sign, form: Form::Past };
            }
            let word = self.folded(at);
            let passes = matches!(
                word,
                "on" | "to" | "of" | "from" | "out" | "up" | "into" | "down" | "off" | "away" | "for" | "with" | "a"
                    | "and" | "the" | "also" | "upon" | "through"
            ) || word.ends_with("ly")
                || self.actors.page.is_capital(at)
                // `awarded the engineering group Acme a contract`.
                || is_behind_name && self.is_plain(at)
                || self.actors.page.is_mark(at, '&');
            is_behind_name |= self.actors.page.is_capital(at);
            if !passes || is_determiner(word) && !self.actors.page.is_capital(at + 1) {
                return None;
            }
            let date = self.date_ending(at);
            if date.is_none() && !self.actors.page.is_capital(at) {
                left = left.checked_sub(1)?;
            }
            at = self.before(date.map_or(at, |date| date.start))?;
        };
        let mood = self.mood(at, verb.form);
        let behind = phrase.tokens.end..self.adjuncts_end(phrase.tokens.end);
        let subject = self.subject(at, verb.form);
        Some(Governing { deed: verb.deed, verb: at, mood, voice: Voice::Active, subject, behind })
    }

    /// The date whose last token stands here.
    fn date_ending(&self, at: usize) -> Option<Range<usize>> {
        let near = self.actors.dates_within(at.saturating_sub(8)..at + 1);
        near.map(|date| self.actors.date_tokens(date)).find(|tokens| tokens.end == at + 1)
    }

    /// Whether the deed of the verb at a token is done, by the words before it.
    fn mood(&self, verb: usize, form: Form) -> Mood {
        let mut mood = Mood::Done;
        let mut at = verb;
        for _ in 0..5 {
            let Some(before) = self.before(at) else { break };
            match self.folded(before) {
                "not" | "never" | "without" | "didnt" | "wont" | "hasnt" | "cannot" => return Mood::Denied,
                "will" | "shall" | "would" if form == Form::Present => mood = Mood::Planned,
                "before" if form == Form::Ing => mood = Mood::Planned,
                "to" if form == Form::Present => {
                    mood = match self.before(before).map_or("", |earlier| self.folded(earlier)) {
                        "fail" | "fails" | "failed" | "refuse" | "refuses" | "refused" | "declined"
                        | "unable" | "failure" | "refusal" => return Mood::Denied,
                        "hope" | "hopes" | "hoped" | "want" | "wants" | "wanted" | "try" | "trying"
                        | "tried" | "seeks" | "seeking" | "need" | "ready" | "willing" | "urged"
                        | "effort" | "efforts" | "bid" | "attempt" => return Mood::Wished,
                        _ => Mood::Planned,
                    };
                }
                "voted" if mood == Mood::Planned => return Mood::Done,
                "could" | "may" | "might" | "should" | "can" | "must" if form == Form::Present => {
                    return Mood::Wished;
                }
                "is" | "are" | "was" | "were" | "be" | "been" if form == Form::Ing => return Mood::Wished,
                word if word.ends_with("ly") || is_auxiliary(word) || word == "also" => {}
                _ if mood == Mood::Planned || self.date_ending(before).is_some() => {}
                _ => break,
            }
            at = before;
        }
        mood
    }

    /// Where those stand who do what the verb at a token says.
    fn subject(&self, verb: usize, form: Form) -> Range<usize> {
        let mut end = verb;
        let infinitive =
            self.before(verb).is_some_and(|before| matches!(self.folded(before), "to" | "names"));
        if form == Form::Ing || infinitive {
            // Who does the deed before: `Peru agreed to sign`, `left Lima without signing`.
            let mut at = verb;
            while let Some(before) = self.before(at) {
                at = before;
                if self.is_verbal(at) && !is_auxiliary(self.folded(at)) && self.folded(at) != "to" {
                    end = at;
                    break;
                }
            }
        }
        let page = self.actors.page;
        let mut start = end;
        while let Some(before) = self.before(start) {
            let word = self.folded(before);
            if page.is_mark(before, ',')
                && start_of_insertion(self, before, end).is_some_and(|open| open < before)
            {
                let open = start_of_insertion(self, before, end).unwrap_or(before);
                // Only what stands before the insertion is the subject.
                end = open;
                start = open;
                continue;
            }
            if matches!(word, "who" | "which") {
                return self.antecedent(before).unwrap_or(start..end);
            }
            let ends = matches!(
                page.token(before).map(|token| token.kind),
                Some(TokenKind::Mark(mark)) if !matches!(mark, ',' | '.' | '\'' | '’' | '(' | ')')
            ) || is_joint(word) && !matches!(word, "it" | "they" | "he" | "she" | "also")
                || self.verb(before).is_some_and(|verb| verb.form != Form::Ing) && !self.is_modifier(before);
            if ends {
                break;
            }
            start = before;
        }
        start..end
    }

    /// The words before a relative pronoun that it stands for.
    fn antecedent(&self, pronoun: usize) -> Option<Range<usize>> {
        let page = self.actors.page;
        let before = self.before(pronoun)?;
        let end = if page.is_mark(before, ',') { before } else { pronoun };
        let mut start = end;
        while let Some(before) = self.before(start) {
            let word = self.folded(before);
            let is_name =
                page.is_capital(before) || matches!(word, "and" | "of" | "the") || page.is_mark(before, '\'');
            if !is_name {
                break;
            }
            start = before;
        }
        (start < end).then_some(start..end)
    }

    /// A participle or noun before a name: `the united front`, `set piece`.
    fn is_modifier(&self, at: usize) -> bool {
        self.before(at).is_some_and(|before| is_determiner(self.folded(before)))
    }

    /// How far the words behind a verb or description tell when and where: up to a mark or verb.
    fn adjuncts_end(&self, from: usize) -> usize {
        let page = self.actors.page;
        let mut end = from;
        while end < from + 16 && end > 0 && self.next(end - 1).is_some() {
            let word = self.folded(end);
            if let Some(date) = self.date(end) {
                end = date.end;
                continue;
            }
            let ends = match page.token(end).map(|token| token.kind) {
                Some(TokenKind::Word) => {
                    is_joint(word)
                        || is_auxiliary(word)
                        || self.is_verbal(end)
                        || matches!(
                            word,
                            "after" | "before" | "under" | "despite" | "as" | "during" | "until" | "since"
                        )
                }
                Some(TokenKind::Mark(mark)) => !matches!(mark, '-' | '’' | '\'' | '$'),
                _ => false,
            };
            if ends {
                break;
            }
            end += 1;
        }
        end
    }
}

/// Where the insertion begins that ends with this comma before the verb: `Haji, who came on Friday, signed`.
fn start_of_insertion(words: &Words<'_>, comma: usize, verb: usize) -> Option<usize> {
    let closes = (comma + 1..verb).all(|at| {
        let word = words.folded(at);
        is_auxiliary(word) || word.ends_with("ly") || matches!(word, "also" | "their" | "names" | "put")
    });
    if !closes {
        return None;
    }
    let mut at = comma;
    while let Some(before) = words.before(at) {
        at = before;
        if words.actors.page.is_mark(at, ',') {
            let opening = words.folded(at + 1);
            let opens = matches!(opening, "who" | "which" | "whose" | "where")
                || is_preposition(opening)
                || is_determiner(opening);
            return opens.then_some(at);
        }
    }
    None
}
