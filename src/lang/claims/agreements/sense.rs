//! Whether a word for an agreement is one here, and whether a particular one is meant.

use crate::lang::claims::agreements::phrase::{Link, Phrase};
use crate::lang::claims::agreements::words::{
    Deed, Form, Weight, is_auxiliary, is_determiner, is_joint, is_preposition,
};
use crate::lang::claims::agreements::{Draft, Said};
use crate::lang::claims::{Definiteness, Sort, Status, topics};
use crate::lang::token::TokenKind;

/// How many sentences further on `the document` still means an agreement told of before.
const BACK: u32 = 3;

impl Draft<'_, '_> {
    /// The head is no noun, belongs to a compound, or no particular agreement is meant.
    pub fn is_other_word(&self) -> bool {
        let Phrase { head, word, name, determiner, .. } = self.phrase;
        let page = self.words.actors.page;
        if let Some(name) = name {
            // Parties hold theirs: `the Republican National Convention`.
            return word.lemma == "convention"
                && name.tokens.clone().any(|at| self.words.folded(at) == "national");
        }
        let folded = |at: Option<usize>| at.map_or("", |at| self.words.folded(at));
        let before = folded(self.words.before(*head));
        let behind = self.words.next(*head);
        let bare = self.modifiers().next().is_none();
        let unsaid = determiner.is_some_and(|at| {
            matches!(self.words.folded(at), "no" | "any" | "every" | "each" | "such" | "some" | "all")
        });
        let plural = word.is_plural
            && !self.has_owner()
            && !determiner.is_some_and(|at| !matches!(self.words.folded(at), "a" | "an"));
        let verb = word.lemma == "deal"
            && bare
            && determiner.is_none()
            && (folded(behind) == "with"
                || is_auxiliary(before)
                || is_joint(before)
                || matches!(before, "to" | "help" | "people" | "and" | "let"));
        let set_phrase = match word.lemma {
            "deal" => {
                matches!(before, "great" | "good")
                    && (matches!(folded(behind), "of" | "more" | "less" | "from" | "about" | "")
                        || behind.is_none_or(|at| {
                            page.token(at).is_some_and(|token| matches!(token.kind, TokenKind::Mark(_)))
                        }))
                    || matches!(before, "big" | "raw" | "real")
                    || before == "new" && page.is_capital(*head) && !self.words.is_heading(*head)
            }
            "agreement" => {
                bare && determiner.is_none() && matches!(before, "in" | "by" | "of" | "wide" | "an")
            }
            "declaration" => {
                folded(behind) == "of" && !behind.is_some_and(|of| page.is_capital(of + 1))
                    || self.modifiers().any(|at| {
                        matches!(
                            self.words.folded(at),
                            "tax" | "customs" | "asset" | "assets" | "income" | "wealth"
                        )
                    })
            }
            "memorandum" => {
                self.governing.is_some_and(|governing| governing.deed == Deed::Issue)
                    || self.modifiers().any(|at| {
                        matches!(
                            self.words.folded(at),
                            "presidential" | "internal" | "confidential" | "office" | "legal" | "executive"
                        )
                    })
            }
            _ => false,
        };
        unsaid || plural || verb || set_phrase || behind.is_some_and(|at| self.is_compounded(at))
    }

    /// Whether the head and the word behind it are one noun: `deal talks`, `a contract worker`.
    fn is_compounded(&self, at: usize) -> bool {
        let page = self.words.actors.page;
        let word = self.words.folded(at);
        let Some(token) = page.token(at) else { return false };
        if token.kind == TokenKind::Possessive {
            return false;
        }
        if token.kind != TokenKind::Word || token.is_capital() && !self.words.is_title(at) {
            return token.is_mark('-');
        }
        if let Some(verb) = self.words.verb(at) {
            let noun = verb.form == Form::Present && !word.ends_with('s') && !self.phrase.word.is_plural;
            return noun
                || verb.form == Form::Ing
                    && (!word.ends_with("ing") || matches!(verb.deed, Deed::Sign | Deed::Negotiate));
        }
        // `The deal allots 40 percent`.
        let behind = self.words.next(at);
        let is_verb = word.ends_with('s')
            && !self.phrase.word.is_plural
            && behind.is_some_and(|behind| {
                is_determiner(self.words.folded(behind))
                    || page.token(behind).is_some_and(|token| token.kind == TokenKind::Number)
            });
        let goes_on = is_verb
            || is_preposition(word)
            || is_joint(word)
            || is_auxiliary(word)
            || is_determiner(word)
            || matches!(
                word,
                "and"
                    | "or"
                    | "worth"
                    | "aimed"
                    | "last"
                    | "late"
                    | "early"
                    | "earlier"
                    | "next"
                    | "have"
                    | "do"
            )
            || ["ly", "ed", "ing"].iter().any(|ending| word.ends_with(ending))
            || self.words.date(at).is_some();
        !goes_on
    }

    /// Whether what is said makes it an agreement that is worth a statement.
    pub fn is_agreement(&self, said: Said, definite: Definiteness, topic: &[Box<str>]) -> bool {
        let Phrase { head, word, name, determiner, parts, .. } = self.phrase;
        if name.is_some() {
            return true;
        }
        let points = definite == Definiteness::Bare && determiner.is_some();
        if word.weight == Weight::Back {
            let same = topic.iter().any(|stem| self.told.iter().any(|told| told.topic.contains(stem)));
            // `the text of the deal` is none by itself.
            let whole = parts.iter().all(|part| part.link != Link::Of);
            let known = matches!(definite, Definiteness::Known | Definiteness::Bare);
            return whole && (said.is_made || known && (same || self.is_told_near()));
        }
        if points {
            return word.weight == Weight::Plain || self.is_told_near();
        }
        let is_signed = self.governing.is_some_and(|governing| {
            matches!(governing.deed, Deed::Sign | Deed::Ratify | Deed::Suspend | Deed::Breach | Deed::Leave)
        }) || said.is_made;
        if word.weight == Weight::Weak && !is_signed && !self.is_plainly_agreed() {
            return false;
        }
        let is_modified = self.modifiers().next().is_some();
        let is_heading = self.words.is_heading(*head) && is_modified;
        let is_phrase = determiner.is_some() || is_modified || self.words.actors.page.opens(*head);
        if said.status > Status::Proposed || matches!(definite, Definiteness::Known | Definiteness::Other) {
            let is_told =
                said.has_circumstance || said.is_done || said.is_made || definite == Definiteness::Other;
            return said.has_content || is_heading || is_phrase && is_told;
        }
        // A wish for one says no more than its subject; a truce that is only told of may have none.
        let is_wish = self.modifiers().any(|at| {
            let word = self.words.folded(at);
            matches!(word, "immediate" | "humanitarian" | "lasting" | "permanent" | "possible")
        });
        let is_truce = word.sort == Sort::Ceasefire && said.status == Status::Told && is_modified && !is_wish;
        said.has_content && (is_phrase || !parts.is_empty()) || is_heading || is_truce
    }

    /// Whether an agreement was told of shortly before.
    fn is_told_near(&self) -> bool {
        let page = self.words.actors.page;
        self.told.last().is_some_and(|statement| {
            let at = self.words.actors.tokens(statement.head).start;
            page.sentences_between(at, self.phrase.head) <= BACK
        })
    }

    /// What makes a weak head an agreement: parties behind it, a subject, a word before it.
    fn is_plainly_agreed(&self) -> bool {
        let Phrase { word, parts, determiner, .. } = self.phrase;
        let actors = self.words.actors;
        let agreed = self.governing.is_some_and(|governing| {
            matches!(governing.deed, Deed::Agree | Deed::Reject | Deed::Negotiate | Deed::Broker)
        });
        let with_party = parts.iter().any(|part| {
            matches!(part.link, Link::With | Link::Between)
                && actors.within(part.tokens.clone()).next().is_some()
        });
        let between = parts.iter().any(|part| part.link == Link::Between);
        let subject = parts.iter().any(|part| part.link == Link::About);
        let modified = |words: &[&str]| self.modifiers().any(|at| words.contains(&self.words.folded(at)));
        let known = self.modifiers().any(|at| topics::of(self.words.folded(at)).next().is_some());
        match word.lemma {
            "settlement" => {
                let law = [
                    "out of court",
                    "peace",
                    "political",
                    "legal",
                    "divorce",
                    "compensation",
                    "debt",
                    "negotiated",
                ];
                agreed || with_party || modified(&law)
            }
            "bargain" => modified(&["plea"]),
            "understanding" => agreed || between || with_party,
            "arrangement" => between || with_party || subject && determiner.is_some() || agreed && known,
            "cessation" => parts
                .iter()
                .any(|part| part.link == Link::Of && self.words.folded(part.tokens.start) == "hostilities"),
            "protocol" => with_party || subject || agreed && known,
            "roadmap" => agreed || with_party,
            "convention" => subject && determiner.is_some() || with_party,
            _ => modified(&["joint"]) && (subject || with_party),
        }
    }
}
