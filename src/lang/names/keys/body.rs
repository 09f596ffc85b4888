//! Names of bodies, places and agreements: aliases, acronyms, spelling, what is left out.

use crate::base::kind::EntityKind;
use crate::lang::lexicon::{Classes, Lexicon};
use crate::lang::names::keys::{Compatibility, classes};

/// Words in which British and American spelling differ.
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

/// How the bodies of unions begin in short: `EU Commission`, `UN mission`.
const UNIONS: [(&str, &str); 2] = [("eu ", "european "), ("un ", "united nations ")];

/// The canonical folded name that the lexicon has for this one, else the name itself.
pub(super) fn canonical(kind: EntityKind, folded: &str) -> String {
    let plain = without_article(folded);
    match Lexicon::built_in().name(plain) {
        Some(known) if known.kind == kind => known.folded(),
        _ => plain.to_owned(),
    }
}

/// The canonical name of a place, spelt one way: British words as American ones, German vowels as one
/// letter (`Duesseldorf`), seas by their names alone (`Mediterranean Sea`).
pub(super) fn place_name(folded: &str) -> String {
    let mut name = canonical(EntityKind::Place, folded);
    let sea = name.strip_suffix(" sea").or_else(|| name.strip_suffix(" ocean"));
    if let Some(sea) = sea.filter(|sea| !classes(sea).any(Classes::DIRECTION)) {
        name = sea.to_owned();
    }
    for (two, one) in [("ae", "a"), ("oe", "o"), ("ue", "u")] {
        if name.contains(two) {
            name = name.replace(two, one);
        }
    }
    name.split(' ').map(spelling).collect::<Vec<_>>().join(" ")
}

fn without_article(folded: &str) -> &str {
    folded.strip_prefix("the ").unwrap_or(folded)
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
#[derive(Clone, Debug)]
pub struct BodyName {
    /// The country that it names by demonym in front or by `of …` at the end, by number.
    country: Option<u16>,
    /// The rest, spelt one way, without the form of a company.
    words: Vec<Box<str>>,
    /// The initials of the words that are not small; with those of the country, where it has one.
    initials: Box<str>,
    initials_with_country: Box<str>,
    /// The lexicon knows it.
    is_known: bool,
}

impl BodyName {
    pub fn of(folded: &str) -> Self {
        let lexicon = Lexicon::built_in();
        let mut canonical = canonical(EntityKind::Organization, folded);
        for (short, long) in UNIONS {
            if let Some(rest) = canonical.strip_prefix(short) {
                canonical = format!("{long}{rest}");
            }
        }
        let all: Vec<&str> = canonical.split(' ').collect();
        // `south korean` before `korean`; `us` as well.
        let before = [2, 1].into_iter().find_map(|count| {
            let (front, rest) = all.split_at_checked(count).filter(|(_, rest)| !rest.is_empty())?;
            let front = front.join(" ");
            let short = || lexicon.name(&front).filter(|known| known.is_country && known.capitals)?.country;
            Some((lexicon.demonym(&front).or_else(short)?, rest))
        });
        let (country, mut rest) = match before.or_else(|| country_behind(&all)) {
            Some((country, rest)) => (Some(country), rest),
            None => (None, all.as_slice()),
        };
        // `Kelda Motors Ltd` is Kelda Motors.
        while let Some((last, before)) = rest.split_last()
            && !before.is_empty()
            && classes(last).any(Classes::COMPANY)
        {
            rest = before;
        }
        let mut words = in_one_order(rest);
        // A party and one of its people: `Republicans`, `Republican`.
        if let Some(last) = words.last_mut()
            && classes(last).any(Classes::PEOPLE)
            && let Some(single) = last.strip_suffix('s').filter(|single| classes(single).any(Classes::PEOPLE))
        {
            *last = single.into();
        }
        Self {
            country,
            words,
            initials: initials(rest),
            initials_with_country: initials(&all),
            is_known: lexicon.name(&canonical).is_some_and(|known| known.kind == EntityKind::Organization),
        }
    }

    /// Whether every country has a body of this name, and this says no country: nobody knows which it
    /// is without its article.
    pub fn is_generic(&self) -> bool {
        self.country.is_none() && !self.is_known && self.fits_every_country()
    }

    fn fits_every_country(&self) -> bool {
        let says_little =
            Classes::ORGANIZATION.or(Classes::PORTFOLIO).or(Classes::GENERIC).or(Classes::CONNECTOR);
        let any = |wanted: Classes| self.words.iter().any(|word| classes(word).any(wanted));
        // `Coastal Motors`, `Greens`: a plural is a brand or a party, not an office.
        let is_single =
            self.words.last().is_some_and(|word| !word.ends_with('s') && !classes(word).any(Classes::PEOPLE));
        let state = any(Classes::STATE_BODY) || (self.words.len() <= 2 && is_single);
        state && self.words.iter().all(|word| classes(word).any(says_little))
    }

    /// Compares two names across articles. Symmetric.
    ///
    /// Equal names and known aliases are the same. Possible are a name without its country and a body
    /// that every country has. Initials stand for many bodies: only an article can say for which.
    pub fn compare(&self, other: &Self) -> Compatibility {
        let countries = match (self.country, other.country) {
            (Some(one), Some(other)) if one != other => return Compatibility::Different,
            (Some(_), Some(_)) => Countries::Same,
            (None, None) => Countries::None,
            _ => Countries::OneSide,
        };
        if self.words == other.words {
            return match countries {
                Countries::Same => Compatibility::Same,
                Countries::None if self.is_generic() => Compatibility::Possible,
                Countries::None => Compatibility::Same,
                Countries::OneSide if self.fits_every_country() => Compatibility::Different,
                Countries::OneSide => Compatibility::Possible,
            };
        }
        Compatibility::Different
    }

    /// Whether the words are the first or the last of the other's, in one article: `Kelda` and
    /// `Commission` are parts of `Kelda Commission`. A known body is no part of another, the name of a
    /// place is the beginning of many, and what stands behind `of` is what the other is about.
    pub fn is_part_of(&self, long: &Self) -> bool {
        let agrees = self.country.is_none() || long.country.is_none() || self.country == long.country;
        let fewer = self.words.len() < long.words.len()
            || (self.words == long.words && self.country.is_none() && long.country.is_some());
        let place = self.words.len() == 1
            && self
                .words
                .first()
                .and_then(|word| Lexicon::built_in().name(word))
                .is_some_and(|known| known.kind == EntityKind::Place);
        let before = long.words.strip_suffix(self.words.as_slice());
        let is_end = before
            .is_some_and(|before| !before.last().is_some_and(|word| classes(word).any(Classes::CONNECTOR)));
        agrees && fewer && !self.is_known && (is_end || (!place && long.words.starts_with(&self.words)))
    }

    /// Whether both could be ways to write what they share a short form for: two thirds of the words of
    /// the shorter begin like words of the other (`Social Democrats`, `Social Democratic Party`).
    pub fn resembles(&self, other: &Self) -> bool {
        let content = |name: &Self| -> Vec<String> {
            let words = name.words.iter().filter(|word| !classes(word).any(Classes::CONNECTOR));
            words.map(|word| word.chars().take(STEM).collect()).collect()
        };
        let countries = self.country.zip(other.country).map(|(one, other)| one == other);
        let (one, other) = (content(self), content(other));
        let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
        let country = usize::from(countries == Some(true));
        let shared = short.iter().filter(|stem| long.contains(stem)).count() + country;
        let all = short.len() + country;
        countries != Some(false) && all > 1 && shared * 3 >= all * 2
    }

    /// What the name is looked up by in its own article: its words and initials.
    pub fn look_ups(&self) -> impl Iterator<Item = &str> {
        let words = self.words.iter().filter(|word| !classes(word).any(Classes::CONNECTOR));
        let initials = [&self.initials, &self.initials_with_country];
        words.chain(initials).map(|key| &**key).filter(|key| !key.is_empty())
    }

    /// What the name is filed under: two names that [`BodyName::compare`] does not call different share
    /// it. One and specific, since a chain ties all groups of its keys together.
    pub(super) fn filing_name(&self) -> String {
        let name = self.words.join(" ");
        match self.country {
            // Each country's ministry by itself: without its country it is known in its article only.
            Some(country) if self.fits_every_country() => format!("{name} {country}"),
            _ => name,
        }
    }
}

/// So many letters of words are compared where words are inflected: `Democrats`, `Democratic`.
const STEM: usize = 4;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Countries {
    None,
    OneSide,
    Same,
}

/// The words of a body's name, spelt one way and without articles, its head at the end where the name
/// has both orders: `Ministry of Foreign Affairs` and `Foreign Ministry`, `University of Lima`.
fn in_one_order(words: &[&str]) -> Vec<Box<str>> {
    let mut words: Vec<&str> =
        words.iter().map(|word| spelling(word)).filter(|word| *word != "the").collect();
    let opens = matches!(words.as_slice(), ["ministry" | "department" | "university", "of", _, ..]);
    if opens {
        words.remove(1);
        words.rotate_left(1);
    }
    if let [before @ .., last] = words.as_slice() {
        let shorter = match before {
            ["foreign", "affairs"] => Some(["foreign", last]),
            ["internal", "affairs"] => Some(["interior", last]),
            _ => None,
        };
        words = shorter.map_or(words.clone(), Vec::from);
    }
    words.into_iter().map(Into::into).collect()
}

/// `Social Democratic Party of Germany`: the country behind a name of two words and more.
fn country_behind<'a, 'b>(all: &'a [&'b str]) -> Option<(u16, &'a [&'b str])> {
    let at = all.iter().rposition(|word| *word == "of").filter(|&at| at >= 2)?;
    let known = Lexicon::built_in()
        .name(without_article(&all.get(at + 1..)?.join(" ")))
        .filter(|known| known.is_country)?;
    Some((known.country?, all.get(..at)?))
}

fn initials(words: &[&str]) -> Box<str> {
    let content = words.iter().filter(|word| !classes(word).any(Classes::CONNECTOR));
    content.filter_map(|word| word.chars().next()).filter(|c| c.is_alphabetic()).collect::<String>().into()
}

/// Whether the capitals of a folded acronym can stand for a folded long name.
pub fn is_acronym_of(short: &str, long: &str) -> bool {
    // No initials are those of a body none of whose words begins with the first of them.
    let begins = |initial: char| long.split(' ').any(|word| word.starts_with(initial));
    let may_be = !short.contains(' ') && short.chars().count() >= 2 && long.contains(' ');
    may_be && short.chars().next().is_some_and(begins) && {
        let long = BodyName::of(long);
        *long.initials == *short || *long.initials_with_country == *short
    }
}
