//! Check: name-two-values
//!
//! One text writes one person's name in two ways, or gives one office two names: `Mayor Ines Prado … Mayor Irene
//! Prado`; `spokeswoman Judit Sarkany … Sarkadi said`; `Marcus Reinholt … Markus Reinhold`.
//!
//! Compared are two given names with one family name and one office; a family name that nobody in the text has in
//! full with a full name from which it differs by a letter or two (the first letters are the same); two full names
//! of nearly the same letters in two sentences; two holders of an office of one body that has one holder, in a text
//! that tells of no succession. Left alone: initials, short and long given names (`Jo`, `Joanna`), names that one text
//! has twice, former and acting holders.
//!
//! (Measured on 2,400 clean texts: four hits, misspellings all.)

use strsim::levenshtein;

use crate::base::kind::EntityKind;
use crate::base::span::Span;
use crate::checks::{Check, Related, Report, Severity, Subject};
use crate::lang::facts::Mention;
use crate::lang::lexicon::{Classes, Lexicon, fold_word};
use crate::lang::names::Standing;

/// See the module.
pub struct NameTwoValues;

impl Check for NameTwoValues {
    fn code(&self) -> &'static str {
        "name-two-values"
    }

    fn severity(&self) -> Severity {
        Severity::Information
    }

    fn summary(&self) -> &'static str {
        "one text writes one person's name in two ways"
    }

    fn run(&self, subject: &Subject<'_>, report: &mut Vec<Report>) {
        let people = people(subject);
        report.extend(given_names(subject, &people));
        report.extend(family_names(subject, &people));
        report.extend(full_names(subject, &people));
        report.extend(holders(subject, &people));
    }
}

/// A mention of a person by name.
struct Person<'a> {
    mention: &'a Mention,
    text: &'a str,
    /// Folded.
    words: Vec<String>,
}

impl Person<'_> {
    fn family(&self) -> &str {
        self.words.last().map_or("", String::as_str)
    }

    fn given(&self) -> Option<&str> {
        self.words.first().filter(|_| self.words.len() > 1).map(String::as_str)
    }
}

fn people<'a>(subject: &Subject<'a>) -> Vec<Person<'a>> {
    let facts = subject.facts;
    let named = facts.mentions.iter().filter(|mention| facts.kind(mention) == Some(EntityKind::Person));
    named
        .map(|mention| {
            let text = facts.words(mention);
            let words = text.split_whitespace().map(fold_word).collect();
            Person { mention, text, words }
        })
        .collect()
}

/// Two given names with one family name and one office.
fn given_names(subject: &Subject<'_>, people: &[Person<'_>]) -> Option<Report> {
    for (at, other) in people.iter().enumerate() {
        let role = subject.facts.role(other.mention).filter(|role| role.standing == Standing::Current);
        let (Some(role), Some(given)) = (role, other.given()) else { continue };
        let before = people.iter().take(at).find(|one| {
            let theirs = subject.facts.role(one.mention);
            let held = theirs.is_some_and(|theirs| {
                theirs.standing == Standing::Current
                    && theirs.title.eq_ignore_ascii_case(&role.title)
                    && (theirs.of == role.of || theirs.of.is_none() || role.of.is_none())
            });
            held && one.mention.chain != other.mention.chain
                && one.family() == other.family()
                && one.family().len() > 3
                && one.given().is_some_and(|name| are_two_given_names(name, given))
        });
        if let Some(one) = before {
            let why = format!("both are called “{}” and “{}”", role.title, other.family());
            return Some(finding(subject, one, other, &why));
        }
    }
    None
}

/// Two people in one office that one person holds.
fn holders(subject: &Subject<'_>, people: &[Person<'_>]) -> Option<Report> {
    let facts = subject.facts;
    let text = facts.span.of_text(subject.text).to_lowercase();
    if SUCCESSION.iter().any(|word| text.contains(word)) {
        return None;
    }
    for (at, other) in people.iter().enumerate() {
        let held = facts
            .role(other.mention)
            .filter(|role| role.standing == Standing::Current && is_single(&role.title));
        let Some(role) = held.filter(|_| other.words.len() > 1) else { continue };
        let before = people.iter().take(at).find(|one| {
            one.words.len() > 1
                && one.mention.chain != other.mention.chain
                && one.family() != other.family()
                && facts.role(one.mention).is_some_and(|theirs| {
                    theirs.standing == Standing::Current
                        && theirs.title.eq_ignore_ascii_case(&role.title)
                        && theirs.of == role.of
                        && role.of.is_some()
                })
        });
        let Some(one) = before else { continue };
        return Some(finding(subject, one, other, &format!("one person at a time is “{}”", role.title)));
    }
    None
}

/// The text tells of an office that goes from hand to hand.
const SUCCESSION: &[&str] = &[
    "former",
    "succe",
    "predecessor",
    "replac",
    "resign",
    "elect",
    "dismiss",
    "appoint",
    "reshuffle",
    "outgoing",
    "step down",
    "stepped down",
    "took over",
    "then-",
    "acting",
    "interim",
    "ousted",
    "counterparts",
    "ministers ",
    "retire",
    "sworn",
];

/// An office that one person of a body or country holds.
fn is_single(title: &str) -> bool {
    const SINGLE: &[&str] = &[
        "premier",
        "chancellor",
        "governor",
        "mayor",
        "chairman",
        "chairwoman",
        "prime minister",
        "chief executive",
        "ceo",
        "chief executive officer",
        "police chief",
        "foreign minister",
        "finance minister",
        "interior minister",
        "health minister",
        "defence minister",
        "defense minister",
    ];
    let title = title.to_lowercase();
    SINGLE.contains(&&*title)
        || title.ends_with(" minister") && !title.contains("deputy") && !title.contains("vice")
}

/// Two full names of nearly the same letters: `Marcus Reinholt`, `Markus Reinhold`.
fn full_names(subject: &Subject<'_>, people: &[Person<'_>]) -> Option<Report> {
    let is_near = |one: &str, other: &str| one == other || is_misspelt(one, other);
    for (at, other) in people.iter().enumerate().filter(|(_, other)| other.words.len() == 2) {
        let known = people.iter().filter(|one| one.text == other.text).count();
        let mut before =
            people.iter().take(at).filter(|one| one.words.len() == 2 && one.words != other.words);
        let one = before.find(|one| {
            let given = one.given().zip(other.given()).is_some_and(|(one, other)| is_near(one, other));
            // In one sentence they are two people, or two ways to write a name that the text itself tells of.
            let between = subject.text.get(one.mention.span.end as usize..other.mention.span.start as usize);
            let parted = between.is_some_and(|words| words.contains(". ") || words.contains('\n'));
            given && parted && is_near(one.family(), other.family()) && one.text.len() > 9
        });
        if let Some(one) = one.filter(|_| known == 1) {
            return Some(finding(subject, one, other, "the two names differ by a letter or two"));
        }
    }
    None
}

/// Neither is an initial nor the beginning of the other.
fn are_two_given_names(one: &str, other: &str) -> bool {
    let long = |name: &str| name.chars().filter(|letter| letter.is_alphabetic()).count() > 2;
    let begins = one.starts_with(other) || other.starts_with(one);
    long(one) && long(other) && !begins && one.chars().next() == other.chars().next()
}

/// A family name that nobody has in full, a letter or two from one that somebody has.
fn family_names(subject: &Subject<'_>, people: &[Person<'_>]) -> Option<Report> {
    let full = || people.iter().filter(|one| one.words.len() > 1);
    for other in people.iter().filter(|one| one.words.len() == 1) {
        let name = other.family();
        let has_full =
            people.iter().any(|one| one.words.len() > 1 && one.words.iter().any(|word| word == name));
        let lexicon = Lexicon::built_in();
        let is_word =
            lexicon.name(name).is_some() || lexicon.classes(name).any(Classes::GIVEN.or(Classes::PEOPLE));
        let again = people.iter().filter(|one| one.family() == name).count();
        if has_full || is_word || again > 1 || !is_subject(subject, other.mention.span) {
            continue;
        }
        let mut alike =
            full().filter(|one| one.mention.span < other.mention.span && is_misspelt(one.family(), name));
        let one = alike.next();
        let only = alike.all(|another| one.is_some_and(|one| another.mention.chain == one.mention.chain));
        if let Some(one) = one.filter(|_| only) {
            let why = format!("nobody in the text is called “{}” in full", other.text);
            return Some(finding(subject, one, other, &why));
        }
    }
    None
}

/// `Sarkadi said`: somebody whom the text knows.
fn is_subject(subject: &Subject<'_>, span: Span) -> bool {
    const SAID: &[&str] = &[
        "said", "says", "added", "told", "was", "had", "has", "is", "also", "who", "noted", "went", "won",
        "will", "did", "'s", "’s",
    ];
    let rest = subject.text.get(span.end as usize..).unwrap_or_default();
    let word: &str = rest
        .trim_start()
        .split(|letter: char| letter.is_whitespace() || matches!(letter, ',' | '.' | ';'))
        .next()
        .unwrap_or_default();
    let before = subject.text.get(..span.start as usize).unwrap_or_default().trim_end();
    SAID.contains(&word)
        || ["said", "added", "says", "Mr.", "Mrs.", "Ms.", "Mr", "Mrs", "Ms"]
            .iter()
            .any(|word| before.ends_with(word))
}

/// The same beginning and nearly the same letters; not two names of one stem (`Ivanov`, `Ivanova`).
fn is_misspelt(one: &str, other: &str) -> bool {
    let shortest = one.chars().count().min(other.chars().count());
    let common = one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    let most = if shortest >= 7 { 2 } else { 1 };
    let begins = one.starts_with(other) || other.starts_with(one);
    shortest >= 5 && common >= 3 && !begins && levenshtein(one, other) <= most
}

fn finding(subject: &Subject<'_>, one: &Person<'_>, other: &Person<'_>, why: &str) -> Report {
    Report::new(other.mention.span, format!("“{}” here, “{}” above", other.text, one.text))
        .with(Related {
            doc: subject.article.doc,
            span: one.mention.span,
            message: format!("“{}” is named here", one.text),
        })
        .because(why.to_owned())
        .because("nobody else in the text is meant".to_owned())
}
