//! Names of bodies, places and agreements: aliases, acronyms, spelling.

use crate::base::kind::EntityKind;
use crate::lang::lexicon::{Classes, Lexicon};
use crate::lang::names::keys::{Compatibility, classes};

/// Words in which British and American spelling differ, and singulars of heads.
fn spelling(word: &str) -> &str {
    match word {
        "defence" => "defense",
        "organisation" => "organization",
        "centre" => "center",
        "labour" => "labor",
        "programme" => "program",
        "armour" => "armor",
        other => other,
    }
}

/// The canonical folded name that the lexicon has for this one, else the name itself.
pub(super) fn canonical(kind: EntityKind, folded: &str) -> String {
    let plain = without_article(folded);
    match Lexicon::built_in().name(plain) {
        Some(known) if known.kind == kind => known.folded(),
        _ => plain.to_owned(),
    }
}

fn without_article(folded: &str) -> &str {
    folded.strip_prefix("the ").unwrap_or(folded)
}

/// Compares two folded names of places. Symmetric.
pub fn same_place(one: &str, other: &str) -> Compatibility {
    equal(&canonical(EntityKind::Place, one), &canonical(EntityKind::Place, other))
}

fn equal(one: &str, other: &str) -> Compatibility {
    if one == other { Compatibility::Same } else { Compatibility::Different }
}

/// Compares two folded names of agreements. Symmetric.
pub fn same_agreement(one: &str, other: &str) -> Compatibility {
    equal(&agreement_name(one), &agreement_name(other))
}

/// The canonical name of an agreement, its head in the singular.
pub(super) fn agreement_name(folded: &str) -> String {
    let name = canonical(EntityKind::Agreement, folded);
    let Some((before, head)) = name.rsplit_once(' ') else { return name };
    let single = match head {
        "memoranda" => "memorandum",
        "treaties" => "treaty",
        head if classes(head).any(Classes::AGREEMENT) => head.strip_suffix('s').unwrap_or(head),
        head => head,
    };
    format!("{before} {single}")
}

/// A body's name, taken apart.
struct Body {
    /// The country that it names by demonym or in front, by number.
    country: Option<u16>,
    /// The rest, spelt one way.
    words: Vec<String>,
}

impl Body {
    fn of(canonical: &str) -> Body {
        let lexicon = Lexicon::built_in();
        let all: Vec<&str> = canonical.split(' ').collect();
        // `south korean` before `korean`.
        let found = [2, 1].into_iter().find_map(|count| {
            let (front, rest) = all.split_at_checked(count)?;
            Some((lexicon.demonym(&front.join(" "))?, rest)).filter(|(_, rest)| !rest.is_empty())
        });
        let (country, mut rest) =
            found.map_or((None, all.as_slice()), |(country, rest)| (Some(country), rest));
        // `Kelda Motors Ltd` is Kelda Motors.
        while let Some((last, before)) = rest.split_last()
            && !before.is_empty()
            && classes(last).any(Classes::COMPANY)
        {
            rest = before;
        }
        Body { country, words: rest.iter().map(|word| spelling(word).to_owned()).collect() }
    }

    /// Whether the name fits such a body of every country: `foreign ministry`.
    fn is_generic(&self) -> bool {
        let says_little =
            Classes::ORGANIZATION.or(Classes::PORTFOLIO).or(Classes::GENERIC).or(Classes::CONNECTOR);
        let state =
            self.words.iter().any(|word| classes(word).any(Classes::STATE_BODY)) || self.words.len() <= 2;
        state && self.words.len() > 1 && self.words.iter().all(|word| classes(word).any(says_little))
    }

    fn initials(&self) -> String {
        let content = self.words.iter().filter(|word| !classes(word).any(Classes::CONNECTOR));
        content.filter_map(|word| word.chars().next()).filter(|c| c.is_alphabetic()).collect()
    }
}

/// Compares two folded names of bodies. Symmetric.
///
/// Equal names and known aliases are the same, an acronym is the body whose initials it is. A name that
/// every country's body has is only possible, unless both say the country.
pub fn same_body(one: &str, other: &str) -> Compatibility {
    let (one, other) = (canonical(EntityKind::Organization, one), canonical(EntityKind::Organization, other));
    let (first, second) = (Body::of(&one), Body::of(&other));
    let countries = match (first.country, second.country) {
        (Some(first), Some(second)) if first != second => return Compatibility::Different,
        (Some(_), Some(_)) => true,
        _ => false,
    };
    if first.words == second.words {
        let vague = first.is_generic() && !countries && !is_known(&one);
        return if vague { Compatibility::Possible } else { Compatibility::Same };
    }
    let stands_for = |short: &str, long: &Body, whole: &str| {
        !short.contains(' ')
            && !is_known(short)
            && short.chars().count() >= 2
            && long.words.len() >= 2
            && (long.initials() == short || plain_initials(whole) == short)
    };
    if stands_for(&one, &second, &other) || stands_for(&other, &first, &one) {
        // Two letters stand for many bodies.
        let short = one.len().min(other.len()) < 3;
        return if short { Compatibility::Possible } else { Compatibility::Same };
    }
    Compatibility::Different
}

fn is_known(folded: &str) -> bool {
    Lexicon::built_in().name(folded).is_some_and(|known| known.kind == EntityKind::Organization)
}

/// The initials of all words but the small ones, a leading demonym with them.
fn plain_initials(folded: &str) -> String {
    let content = folded.split(' ').filter(|word| !classes(word).any(Classes::CONNECTOR));
    content.filter_map(|word| word.chars().next()).filter(|c| c.is_alphabetic()).collect()
}

/// Whether the capitals of a folded acronym can stand for a folded long name.
pub fn is_acronym_of(short: &str, long: &str) -> bool {
    !short.contains(' ')
        && short.chars().count() >= 2
        && long.contains(' ')
        && (plain_initials(long) == short || Body::of(long).initials() == short)
}

pub(super) fn filing_names(form: &str, names: &mut Vec<String>) {
    let canonical = canonical(EntityKind::Organization, form);
    let body = Body::of(&canonical);
    if body.words.len() > 1 || body.country.is_some() {
        names.push(plain_initials(&canonical));
        names.push(body.initials());
    } else {
        names.extend(body.words);
    }
}

/// Whether every country has a body of this name: without its country, nobody knows which it is.
pub fn is_generic_body(folded: &str) -> bool {
    let body = Body::of(folded);
    body.country.is_none() && !is_known(folded) && body.is_generic()
}
