//! Agreements that an article describes: `a memorandum on military cooperation signed in May`.
//!
//! A description is a noun phrase whose head is a word for an agreement, or the name of one. What it
//! says of parties, subject, day and place comes from the phrase itself and from the verb that governs
//! it. Words that only could be an agreement need more round them: a deal of cards is none.

mod deed;
mod parties;
mod phrase;
mod words;

use std::ops::Range;

use crate::base::kind::EntityKind;
use crate::lang::claims::actors::{Actors, Named};
use crate::lang::claims::agreements::deed::{Governing, Mood, Voice};
use crate::lang::claims::agreements::parties::{Parties, kinds};
use crate::lang::claims::agreements::phrase::{Clause, Link, Name, Phrase, Words};
use crate::lang::claims::agreements::words::{
    Deed, Form, Head, Vocabulary, Weight, is_auxiliary, is_determiner, is_joint, is_preposition,
};
use crate::lang::claims::{Definiteness, Place, Sort, Statement, Status, topics};
use crate::lang::dates::rule::Rule;
use crate::lang::lexicon::Classes;
use crate::lang::lexicon::gazetteer::Kinds;
use crate::lang::token::{Case, TokenKind};

/// How many sentences further on `the document` still means an agreement told of before.
const BACK: u32 = 3;

/// The statements of a page.
pub fn find(actors: &Actors<'_>) -> Vec<Statement> {
    let words = Words { actors, vocabulary: Vocabulary::built_in() };
    let heads = heads(&words);
    let mut found: Vec<Statement> = Vec::new();
    let mut last: Option<(Range<usize>, Option<Governing>)> = None;
    for (head, word, name) in heads {
        // `a memorandum of understanding`: a head inside another's phrase is a part of it.
        let inside = last.as_ref().is_some_and(|(tokens, _)| tokens.contains(&head));
        if inside && (name.is_none() || is_alias(&words, head)) {
            continue;
        }
        let phrase = words.phrase(head, word, name);
        let inherited = last.as_ref().filter(|(tokens, _)| tokens.end + 2 > phrase.tokens.start);
        let governing = words.governing(&phrase, inherited.and_then(|(_, governing)| governing.as_ref()));
        let draft = Draft { words: &words, phrase: &phrase, governing: governing.as_ref(), told: &found };
        if let Some(statement) = draft.statement() {
            found.push(statement);
            last = Some((phrase.tokens, governing));
        }
    }
    found
}

/// A head's token, what it says, and the name that it belongs to.
type Found = (usize, Head, Option<Name>);

/// The heads and names of agreements on a page, in order; a name once.
fn heads(words: &Words<'_>) -> Vec<Found> {
    let page = words.actors.page;
    let names = words.actors.names;
    let mut found: Vec<Found> = Vec::new();
    // Acronyms given in brackets, and what they are short for.
    let mut aliases: Vec<(&str, Head, Option<u32>)> = Vec::new();
    let mut mentions = (0u32..).zip(&names.mentions).peekable();
    for at in 0..page.tokens.len() {
        let (Some(known), Some(token)) = (page.known_word(at), page.token(at)) else { continue };
        let head = words.vocabulary.head(known.form.folded);
        while mentions.next_if(|(_, mention)| mention.span.end <= token.span.start).is_some() {}
        let mention = mentions.peek().filter(|(_, mention)| mention.span.contains(token.span.start));
        let kind = mention.and_then(|(_, mention)| names.chains.get(mention.chain as usize));
        let mention = mention.filter(|_| kind.is_some_and(|chain| chain.kind == EntityKind::Agreement));
        if token.case == Case::Upper
            && let Some(&(_, head, mention)) = aliases.iter().find(|(alias, ..)| *alias == &*known.folded)
        {
            found.push((at, head, Some(Name { mention, tokens: at..at + 1 })));
            continue;
        }
        if token.case == Case::Upper
            && page.is_mark(at + 1, ')')
            && let Some(before) = words.before(at).filter(|&before| page.is_mark(before, '('))
            && let Some((last, head, name)) = found.last()
            && name.as_ref().map_or(last + 1, |name| name.tokens.end) == before
        {
            aliases.push((&known.folded, *head, name.as_ref().and_then(|name| name.mention)));
            continue;
        }
        let Some(&(index, mention)) = mention else {
            // A word in another's name says nothing.
            found.extend(head.filter(|_| kind.is_none()).map(|head| (at, head, None)));
            continue;
        };
        let is_same = |name: &Name| name.mention == Some(index) && name.tokens.contains(&at);
        match found.last_mut().filter(|(_, _, name)| name.as_ref().is_some_and(is_same)) {
            // The last head of a name says what it is; a name without one is of no particular sort.
            Some(name) => {
                if let Some(head) = head {
                    (name.0, name.1) = (at, head);
                }
            }
            None => {
                let tokens = words.actors.tokens(mention.span);
                let at = if head.is_some() { at } else { tokens.end.saturating_sub(1) };
                found.push((at, head.unwrap_or(NAMED), Some(Name { mention: Some(index), tokens })));
            }
        }
    }
    found
}

/// What a name without a head says: `the JCPOA`.
const NAMED: Head =
    Head { sort: Sort::Agreement, lemma: "agreement", weight: Weight::Plain, is_plural: false };

/// Whether a name in brackets only repeats the one before it: `(SSCA)`.
fn is_alias(words: &Words<'_>, at: usize) -> bool {
    words.before(at).is_some_and(|before| words.actors.page.is_mark(before, '('))
}

/// A description on its way to a statement.
struct Draft<'d, 'a> {
    words: &'d Words<'a>,
    phrase: &'d Phrase,
    governing: Option<&'d Governing>,
    /// The statements before this one.
    told: &'d [Statement],
}

impl Draft<'_, '_> {
    fn statement(&self) -> Option<Statement> {
        if self.is_other_word() {
            return None;
        }
        let (apposed, _) = self.words.apposed(self.phrase);
        let clauses: Vec<&Clause> = self.phrase.clause.iter().chain(&apposed).collect();
        let mut parties = Parties::new(self.words);
        parties.add_inside(self.phrase);
        clauses.iter().for_each(|clause| parties.add_clause(clause));
        let own = parties.found.len();
        if let Some(governing) = self.governing {
            parties.add_governing(self.phrase, governing);
        }
        let place = self.place(&clauses);
        let parties = parties.settle();
        let topic = topics::sorted(self.topic());
        let dates = self.dates(&clauses);
        let status = self.status(&clauses);
        let with = self.phrase.parts.iter().any(|part| matches!(part.link, Link::With | Link::Between));
        let said = Said {
            has_content: own > 0 || with || !topic.is_empty(),
            has_circumstance: !parties.is_empty() || place.is_some() || !dates.is_empty(),
            is_made: clauses.iter().any(|clause| clause.deed.makes()),
            is_done: self.governing.is_some_and(|governing| governing.mood == Mood::Done)
                && status > Status::Planned,
            status,
        };
        let definite = self.definite(said, place.is_some());
        if !self.is_agreement(said, definite, &topic) {
            return None;
        }
        let page = self.words.actors.page;
        let Phrase { tokens, head, word, name, .. } = self.phrase;
        let span = page.span(tokens.start, tokens.end.saturating_sub(1));
        let sentence = self.words.actors.sentence(*head);
        let (sort, lemma) = self.sort_and_lemma();
        Some(Statement {
            span,
            at: Default::default(),
            words: Box::default(),
            head: page.token(*head).map_or(span, |token| token.span),
            sentence: page.span(sentence.start, sentence.end.saturating_sub(1)),
            kind: EntityKind::Agreement,
            sort,
            lemma: if sort == word.sort { word.lemma } else { lemma }.into(),
            mention: name.as_ref().and_then(|name| name.mention),
            parties: parties.into(),
            topic,
            place,
            dates: dates.into(),
            status,
            definite,
            ordinal: self.ordinal(),
            source: self.source(),
            record: 0,
        })
    }

    /// The head is no noun, belongs to a compound, or no particular agreement is meant.
    fn is_other_word(&self) -> bool {
        let Phrase { head, word, name, determiner, .. } = self.phrase;
        let page = self.words.actors.page;
        if name.is_some() {
            return false;
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
            return verb.form == Form::Ing
                && (!word.ends_with("ing") || matches!(verb.deed, Deed::Sign | Deed::Negotiate));
        }
        let goes_on = is_preposition(word)
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
    fn is_agreement(&self, said: Said, definite: Definiteness, topic: &[Box<str>]) -> bool {
        let Phrase { head, word, name, determiner, parts, .. } = self.phrase;
        if name.is_some() {
            return true;
        }
        let points = definite == Definiteness::Bare && determiner.is_some();
        if word.weight == Weight::Back {
            let same = topic.iter().any(|stem| self.told.iter().any(|told| told.topic.contains(stem)));
            return said.is_made && parts.iter().all(|part| part.link != Link::Of)
                || points && parts.is_empty() && self.is_told_near()
                || definite == Definiteness::Known && same;
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
        let is_headline = self.words.is_heading(*head);
        if said.status <= Status::Proposed && !matches!(definite, Definiteness::Known | Definiteness::Other) {
            let noun_phrase = determiner.is_some() || is_modified || is_headline || !parts.is_empty();
            return said.has_content && noun_phrase;
        }
        let noun_phrase =
            determiner.is_some() || is_modified || is_headline || self.words.actors.page.opens(*head);
        said.has_content
            || noun_phrase && (said.has_circumstance || said.is_done)
            || definite == Definiteness::Other
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

    /// The tokens before the head that describe it.
    fn modifiers(&self) -> impl Iterator<Item = usize> {
        let from = self.phrase.determiner.map_or(self.phrase.tokens.start, |at| at + 1);
        let words = self.words;
        (from..self.phrase.head).filter(move |&at| {
            let page = words.actors.page;
            page.token(at).is_some_and(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number))
        })
    }

    fn has_owner(&self) -> bool {
        let page = self.words.actors.page;
        (self.phrase.tokens.start..self.phrase.head).any(|at| {
            page.token(at).is_some_and(|token| {
                matches!(token.kind, TokenKind::Possessive | TokenKind::Mark('\'' | '’'))
            })
        })
    }

    /// The sort and dictionary form: a `ceasefire agreement` is a ceasefire.
    fn sort_and_lemma(&self) -> (Sort, &'static str) {
        let word = self.phrase.word;
        let page = self.words.actors.page;
        let before =
            self.modifiers().filter_map(|at| self.words.vocabulary.head(page.known_word(at)?.form.folded));
        match before.last().filter(|before| word.sort == Sort::Agreement && before.weight == Weight::Plain) {
            Some(before) => (before.sort, before.lemma),
            None => (word.sort, word.lemma),
        }
    }

    fn definite(&self, said: Said, is_placed: bool) -> Definiteness {
        let Phrase { determiner, name, .. } = self.phrase;
        let word = determiner.map_or("", |at| self.words.folded(at));
        let other = self.modifiers().any(|at| {
            matches!(
                self.words.folded(at),
                "another"
                    | "separate"
                    | "second"
                    | "third"
                    | "different"
                    | "further"
                    | "additional"
                    | "other"
                    | "new"
                    | "earlier"
            )
        });
        match word {
            _ if name.is_some() => Definiteness::Known,
            "another" => Definiteness::Other,
            "a" | "an" if other => Definiteness::Other,
            "a" | "an" => Definiteness::New,
            "" if !self.has_owner() => Definiteness::New,
            _ if said.has_content || said.is_made || is_placed || self.has_owner() || self.has_own_date() => {
                Definiteness::Known
            }
            _ => Definiteness::Bare,
        }
    }

    fn has_own_date(&self) -> bool {
        self.words.actors.dates_within(self.phrase.tokens.clone()).any(|date| self.is_day(date))
    }

    fn status(&self, clauses: &[&Clause]) -> Status {
        let governing = self.governing.map_or(Status::Told, |governing| {
            if governing.deed == Deed::Reject
                && governing.voice == Voice::Active
                && !self.is_by_voters(governing)
            {
                Status::Told
            } else {
                governing.status()
            }
        });
        let clause = clauses.iter().map(|clause| clause.deed.status()).max().unwrap_or_default();
        let core = self.modifiers().map(|at| match self.words.folded(at) {
            "proposed" | "draft" | "possible" | "potential" => Status::Proposed,
            "planned" => Status::Planned,
            _ => Status::Told,
        });
        governing.max(clause).max(core.max().unwrap_or_default())
    }

    /// Whether those who reject it decide on it.
    fn is_by_voters(&self, governing: &Governing) -> bool {
        let decides = |word: &str| {
            matches!(
                word,
                "parliament"
                    | "congress"
                    | "senate"
                    | "assembly"
                    | "lawmakers"
                    | "deputies"
                    | "mps"
                    | "voters"
                    | "members"
                    | "shareholders"
                    | "court"
                    | "legislators"
                    | "voted"
                    | "cabinet"
            )
        };
        governing.mood == Mood::Done
            && (governing.subject.start..governing.verb).any(|at| decides(self.words.folded(at)))
    }

    /// Stems of what the phrase says it is about.
    fn topic(&self) -> Vec<Box<str>> {
        let mut stems = Vec::new();
        self.add_topics(self.phrase.tokens.start..self.phrase.head, false, &mut stems);
        for part in &self.phrase.parts {
            match part.link {
                Link::About | Link::In => self.add_topics(part.tokens.clone(), true, &mut stems),
                Link::Of | Link::To => self.add_topics(part.tokens.clone(), false, &mut stems),
                Link::With | Link::Between => {}
            }
        }
        stems
    }

    /// The content words of some tokens; the places as well, where those say what it is about.
    fn add_topics(&self, tokens: Range<usize>, places: bool, stems: &mut Vec<Box<str>>) {
        let actors = self.words.actors;
        let page = actors.page;
        let mut named: Vec<&Named> = actors.within(tokens.clone()).collect();
        named.retain(|named| named.kind != EntityKind::Agreement);
        let alone = self.phrase.word.sort == Sort::Ceasefire
            && named.iter().filter(|named| named.party.is_country).count() == 1;
        for named in &named {
            let owns = page.token(named.tokens.end).is_some_and(|token| token.kind == TokenKind::Possessive);
            let kinds = kinds(actors, named);
            let about = named.kind == EntityKind::Place
                && if named.party.is_country {
                    places && !owns || alone
                } else {
                    places || kinds.any(Kinds::REGION.or(Kinds::WATER))
                };
            if about {
                stems.extend(self.place_stem(named));
            }
        }
        for at in tokens {
            let Some(word) = page.known_word(at) else { continue };
            let is_word = page.token(at).is_some_and(|token| token.kind == TokenKind::Word);
            let is_named = named.iter().any(|named| named.tokens.contains(&at));
            let near = at.saturating_sub(4)..at + 5;
            let dated = actors.dates_within(near).any(|date| actors.date_tokens(date).contains(&at));
            if is_word && !is_named && !dated && !self.is_name_or_small(at) && !self.says_no_subject(at) {
                stems.extend(topics::of(&word.folded));
            }
        }
    }

    /// Whether a word names somebody or some place.
    fn is_name_or_small(&self, at: usize) -> bool {
        let page = self.words.actors.page;
        let Some(word) = page.known_word(at) else { return true };
        let in_name = self.phrase.name.as_ref().is_some_and(|name| name.tokens.contains(&at));
        if !page.is_capital(at) {
            return false;
        }
        let is_place = |words: &str| {
            page.lexicon.demonym(words).is_some()
                || page
                    .lexicon
                    .name(words)
                    .is_some_and(|known| !known.kinds.any(Kinds::REGION.or(Kinds::WATER)))
        };
        let beside = |one: usize, other: usize| {
            let entry = page.known_word(one).and_then(|word| word.entry_with(self.words.folded(other)));
            entry.is_some_and(|entry| entry.kinds.any(Kinds::PLACE))
        };
        !(in_name || page.opens(at) || self.words.is_title(at))
            || word.classes.any(Classes::PEOPLE)
            || word.folded.split(' ').any(is_place)
            || at > 0 && beside(at - 1, at)
            || beside(at, at + 1)
    }

    /// Small words, verbs and heads.
    fn says_no_subject(&self, at: usize) -> bool {
        let word = self.words.folded(at);
        let known = self.words.actors.page.known_word(at);
        let verb = self.words.verb(at).is_some_and(|verb| verb.deed != Deed::Other || verb.form != Form::Ing);
        verb || is_preposition(word)
            || is_joint(word)
            || is_auxiliary(word)
            || is_determiner(word)
            || known.is_some_and(|word| self.words.vocabulary.head(word.form.folded).is_some())
    }

    /// A place as a subject: its name, folded.
    fn place_stem(&self, named: &Named) -> Option<Box<str>> {
        let actors = self.words.actors;
        if let Some(country) = named.party.country.filter(|_| named.party.is_country) {
            let name = actors.page.lexicon.country(country)?.name;
            return Some(crate::lang::lexicon::fold_word(name).into());
        }
        let chain = actors.chain(named.party.mention?)?;
        chain.forms.first().map(|form| form.folded.clone())
    }

    /// The dates that say when it was made.
    fn dates(&self, clauses: &[&Clause]) -> Vec<u32> {
        let actors = self.words.actors;
        let mut dates = Vec::new();
        self.add_dates(self.phrase.tokens.start..self.phrase.head, &mut dates);
        for part in self.phrase.parts.iter().filter(|part| part.link == Link::Of) {
            self.add_dates(part.tokens.clone(), &mut dates);
        }
        for clause in clauses.iter().filter(|clause| clause.deed.makes()) {
            self.add_dates(clause.rest.clone(), &mut dates);
        }
        if let Some(governing) = self.governing.filter(|governing| governing.dates()) {
            self.add_dates(governing.subject.clone(), &mut dates);
            if governing.verb < self.phrase.tokens.start {
                self.add_dates(governing.verb..self.phrase.tokens.start, &mut dates);
            }
            self.add_dates(governing.behind.clone(), &mut dates);
        }
        dates.sort_unstable();
        dates.dedup();
        dates.retain(|&date| !actors.date_tokens(date).is_empty());
        dates
    }

    fn add_dates(&self, tokens: Range<usize>, dates: &mut Vec<u32>) {
        let actors = self.words.actors;
        for date in actors.dates_within(tokens) {
            let start = actors.date_tokens(date).start;
            let limit = self.words.before(start).map_or("", |before| self.words.folded(before));
            let ends = matches!(
                limit,
                "until" | "till" | "through" | "from" | "since" | "for" | "by" | "to" | "before" | "after"
            );
            if self.is_day(date) && !ends {
                dates.push(date);
            }
        }
    }

    /// Whether a time expression is a stretch of the calendar.
    fn is_day(&self, date: u32) -> bool {
        let date = self.words.actors.dates.get(date as usize);
        date.is_some_and(|date| matches!(date.rule, Rule::Place { .. }))
    }

    /// Where it was made: a city before the head, a place behind the verb.
    fn place(&self, clauses: &[&Clause]) -> Option<Place> {
        let actors = self.words.actors;
        let page = actors.page;
        let made = clauses.iter().filter(|clause| clause.deed.makes()).map(|clause| clause.rest.clone());
        let governed =
            self.governing.filter(|governing| governing.dates()).into_iter().flat_map(|governing| {
                [governing.behind.clone(), governing.verb..self.phrase.tokens.start.max(governing.verb)]
            });
        for tokens in made.chain(governed) {
            let found = actors.within(tokens.clone()).find(|named| {
                let before =
                    self.words.before(named.tokens.start).map_or("", |before| self.words.folded(before));
                named.kind == EntityKind::Place && matches!(before, "in" | "at" | "near")
            });
            if let Some(place) = found.and_then(|named| actors.place(named)) {
                return Some(place);
            }
        }
        let modifiers = actors.within(self.phrase.tokens.start..self.phrase.head);
        let city = modifiers.filter(|named| {
            let owns = page.token(named.tokens.end).is_some_and(|token| token.kind == TokenKind::Possessive);
            named.kind == EntityKind::Place
                && !named.party.is_country
                && !owns
                && !kinds(actors, named).any(Kinds::REGION.or(Kinds::WATER))
        });
        city.last().and_then(|named| actors.place(named))
    }

    fn ordinal(&self) -> Option<u8> {
        self.modifiers().find_map(|at| match self.words.folded(at) {
            "first" => Some(1),
            "second" => Some(2),
            "third" => Some(3),
            "fourth" => Some(4),
            "fifth" => Some(5),
            _ => None,
        })
    }

    /// Who says so: the name beside a verb of saying in the same sentence.
    fn source(&self) -> Option<u32> {
        let actors = self.words.actors;
        let page = actors.page;
        let sentence = actors.sentence(self.phrase.head);
        let outside = |at: &usize| !self.phrase.tokens.contains(at);
        let said = sentence.clone().filter(outside).find(|&at| {
            page.classes(at).any(Classes::SAID)
                && self.words.verb(at).is_none_or(|verb| verb.deed == Deed::Other)
                && !page.is_capital(at)
        })?;
        let beside = |named: &&Named| named.tokens.end == said || named.tokens.start == said + 1;
        let speaker =
            actors.within(sentence).filter(beside).find(|named| named.kind != EntityKind::Agreement)?;
        speaker.party.mention
    }
}

/// What a description says, in short.
#[derive(Clone, Copy)]
struct Said {
    /// The phrase itself names parties or a subject.
    has_content: bool,
    /// Parties, place or day, from the verb too.
    has_circumstance: bool,
    /// A clause of its own says how it was made.
    is_made: bool,
    /// Something was done with it: `endorsed a settlement`.
    is_done: bool,
    status: Status,
}

#[cfg(test)]
mod tests;
