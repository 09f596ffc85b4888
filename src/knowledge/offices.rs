//! What two offices are to each other: one and the same, one that says less, two that one person can hold,
//! two that exclude each other.
//!
//! A small model of public life, and no list of facts: a government has one minister for a portfolio, a
//! minister is no judge, a town has one mayor, an ambassador is sent to one country. What a politician may
//! be beside (party leader, lawmaker, candidate, negotiator) excludes nothing.

use crate::lang::names::offices::words::{self, Portfolios};
use crate::lang::names::offices::{HEADS_OF_BODIES, Office};

/// What one office is to another.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Relation {
    /// The same office.
    Same,
    /// One says less than the other, or is a part of it.
    Less,
    /// Neither says anything of the other.
    Unrelated,
    /// Two offices that one person often has together: trade and industry.
    Near,
    /// Two offices that one person seldom has together.
    Other,
    /// Two offices that one person does not have together.
    Exclusive,
}

/// What sort of office.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Class {
    State,
    Monarch,
    Government,
    Minister,
    Governor,
    Mayor,
    Police,
    Attorney,
    Prosecutor,
    Judge,
    Ambassador,
    Spokesperson,
    /// The first of a body.
    Head(Body),
    /// Excludes nothing.
    Loose,
}

/// What sort of body.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Body {
    Court,
    CentralBank,
    Police,
    Forces,
    Agency,
    Parliament,
    University,
    Hospital,
    Company,
    /// Parties, unions, clubs, and what the words do not tell.
    Any,
}

/// So many letters of a word tell it: `railway` and `railways`.
const STEM: usize = 5;

/// What one office is to the other.
pub fn relation(one: &Office, other: &Office) -> Relation {
    use Class::{
        Ambassador, Attorney, Government, Governor, Head, Judge, Loose, Mayor, Minister, Monarch, Police,
    };
    use Class::{Prosecutor, Spokesperson, State};
    let (first, second) = (class(one), class(other));
    let one_is_bare = one.words.is_empty() || other.words.is_empty();
    match (first, second) {
        (Loose, _) | (_, Loose) => Relation::Unrelated,
        // `Deputy Governor A`, `central bank governor A`.
        _ if one_is_bare && one.head == other.head && one.is_deputy != other.is_deputy => Relation::Exclusive,
        (Minister, Minister) => ministers(one, other),
        (Government, Government) | (State, State) | (Monarch, Monarch) => of_countries(one, other),
        (State | Monarch | Government, State | Monarch | Government) => {
            let known = one.country.is_some() && one.country == other.country;
            let full = !one.is_deputy && !other.is_deputy;
            if known && full && of_whole(one) && of_whole(other) {
                Relation::Exclusive
            } else {
                Relation::Unrelated
            }
        }
        (State, Minister) | (Minister, State) => {
            let known = one.country.is_some() && one.country == other.country;
            if known && !one.is_deputy && !other.is_deputy { Relation::Other } else { Relation::Unrelated }
        }
        (Government | Monarch, Minister) | (Minister, Government | Monarch) => Relation::Unrelated,
        (Mayor, Mayor) | (Governor, Governor) | (Police, Police) => of_places(one, other),
        (Mayor, Governor) | (Governor, Mayor) => match of_places(one, other) {
            Relation::Exclusive => Relation::Exclusive,
            _ => Relation::Unrelated,
        },
        (Ambassador, Ambassador) => ambassadors(one, other),
        (Spokesperson, Spokesperson) => spokespeople(one, other),
        (Spokesperson, _) | (_, Spokesperson) => Relation::Unrelated,
        (Judge, Judge) | (Prosecutor, Prosecutor) | (Attorney, Attorney) => Relation::Less,
        (Head(body), Head(theirs)) => heads(one, body, other, theirs),
        (Head(body), theirs) | (theirs, Head(body)) => beside(body, theirs),
        (Mayor, Minister | Government) | (Minister | Government, Mayor) => Relation::Other,
        (Attorney, Minister | Prosecutor | Government) | (Minister | Prosecutor | Government, Attorney) => {
            Relation::Unrelated
        }
        (Judge, Prosecutor) | (Prosecutor, Judge) => Relation::Other,
        _ if one.is_deputy || other.is_deputy => Relation::Other,
        _ => Relation::Exclusive,
    }
}

/// Whether one person has it at a time, and the words say of what.
pub fn is_one_persons(office: &Office) -> bool {
    let specific = office.words.iter().filter(|word| !words::is_in("generic", word)).count();
    !office.is_deputy
        && match class(office) {
            Class::Minister => {
                !office.portfolios().is_empty() && office.country.is_some() && of_whole(office)
            }
            Class::State | Class::Monarch | Class::Government => office.country.is_some() && of_whole(office),
            Class::Governor | Class::Mayor | Class::Police => specific > 0,
            Class::Ambassador => office.country.is_some() && office.to.is_some() && office.words.is_empty(),
            Class::Head(Body::Forces | Body::Court | Body::Parliament) if specific == 0 => {
                office.country.is_some() && *office.head != *"director"
            }
            Class::Head(body) => specific > 0 && is_of_one(office, body),
            Class::Attorney => office.names_country && of_whole(office),
            _ => false,
        }
}

/// Whether a body that the words name has one of these.
fn is_of_one(office: &Office, body: Body) -> bool {
    let public = !matches!(body, Body::Any | Body::Company);
    match &*office.head {
        "commander" | "commissioner" => false,
        // A company has a board of directors.
        "director" => public,
        _ => office.names_body || public && (office.words.len() > 1 || office.country.is_some()),
    }
}

/// Whether two reports that are copies of each other give one office: what they leave open is the same.
pub fn is_one_office_in_copies(one: &Office, other: &Office) -> bool {
    let many = matches!(
        &*one.head,
        "commander" | "commissioner" | "director" | "judge" | "prosecutor" | "secretary"
    );
    let plain = matches!(class(one), Class::Loose | Class::Spokesperson | Class::Ambassador) || many;
    let filled = |office: &Office| Office { country: office.country.or(Some(u16::MAX)), ..office.clone() };
    is_one_office(&filled(one), &filled(other))
        || !plain
            && !one.is_deputy
            && !other.is_deputy
            && one.head == other.head
            && one.words == other.words
            && one.country == other.country
}

/// Whether two offices are one, of which only one person can be the holder.
pub fn is_one_office(one: &Office, other: &Office) -> bool {
    let same_country = match (one.country, other.country) {
        (Some(one), Some(other)) => one == other,
        _ => false,
    };
    if !is_one_persons(one) || !is_one_persons(other) || class(one) != class(other) {
        return false;
    }
    match class(one) {
        Class::Minister => same_country && one.portfolios() == other.portfolios(),
        Class::State | Class::Monarch | Class::Government | Class::Attorney => same_country,
        Class::Ambassador => same_country && one.to == other.to,
        Class::Governor | Class::Mayor | Class::Police => {
            let apart =
                one.region.as_ref().zip(other.region.as_ref()).is_some_and(|(one, other)| one != other);
            same_words(one, other)
                && !apart
                && (one.country.is_none() || other.country.is_none() || same_country)
        }
        Class::Head(body) => {
            let public = matches!(body, Body::Court | Body::Agency | Body::CentralBank | Body::Police);
            let same_head = one.head == other.head
                || public && HEADS_OF_BODIES.contains(&&*one.head) && HEADS_OF_BODIES.contains(&&*other.head);
            same_head
                && same_words(one, other)
                && !(one.names_country && other.names_country && !same_country)
        }
        _ => false,
    }
}

/// Whether it does not say of what: `the governor`.
pub fn is_bare(office: &Office) -> bool {
    match class(office) {
        Class::Minister => office.portfolios().is_empty(),
        Class::Ambassador => office.to.is_none(),
        Class::Governor | Class::Mayor | Class::Police | Class::Head(_) | Class::Spokesperson => {
            !office.words.iter().any(|word| **word != *"police")
        }
        _ => false,
    }
}

/// Whether histories tell of many that held it one after the other: heads of state and government.
pub fn is_of_history(office: &Office) -> bool {
    let class = class(office);
    class == Class::Monarch || is_inferred(office) && matches!(class, Class::State | Class::Government)
}

/// Whether it depends on where the article was written whose office it is.
pub fn is_inferred(office: &Office) -> bool {
    let national = matches!(
        class(office),
        Class::Minister | Class::State | Class::Monarch | Class::Government | Class::Attorney
    );
    national && !office.names_country
}

fn class(office: &Office) -> Class {
    let has = |wanted: &str| office.words.iter().any(|word| **word == *wanted);
    let says = |list: &[&str]| office.words.iter().any(|word| list.contains(&&**word));
    match &*office.head {
        "prime minister" | "premier" => Class::Government,
        "chancellor" if has("exchequer") => Class::Minister,
        "chancellor" if office.words.is_empty() => Class::Government,
        "first minister" | "chief minister" => Class::Governor,
        "minister" | "undersecretary" => Class::Minister,
        "secretary" if says(&["press", "party", "executive", "private", "permanent", "committee"]) => {
            Class::Loose
        }
        "secretary" if !office.portfolios().is_empty() => Class::Minister,
        "attorney general" => Class::Attorney,
        // A company has a president too, and says so in small letters.
        "president" if office.words.is_empty() && (office.names_country || office.is_capital) => Class::State,
        "president" if office.words.is_empty() => Class::Loose,
        "monarch" => Class::Monarch,
        "governor" if says(&["bank", "reserve"]) => Class::Head(Body::CentralBank),
        "governor" => Class::Governor,
        "mayor" => Class::Mayor,
        "sheriff" => Class::Police,
        "chief" | "commissioner" if has("police") && office.portfolios().is_empty() => Class::Police,
        "ambassador" | "high commissioner" => Class::Ambassador,
        "judge" | "chief justice" => Class::Judge,
        "prosecutor" => Class::Prosecutor,
        "spokesperson" => Class::Spokesperson,
        "head" | "chief" | "president" | "chair" | "director" | "director general" | "secretary general"
        | "chief executive" | "commander" | "rector" | "speaker" | "commissioner" => {
            Class::Head(body(office))
        }
        _ => Class::Loose,
    }
}

fn body(office: &Office) -> Body {
    let says = |list: &[&str]| office.words.iter().any(|word| list.contains(&&**word));
    if says(&["central", "reserve"]) && says(&["bank", "federal"]) {
        return Body::CentralBank;
    }
    if says(&[
        "party",
        "committee",
        "delegation",
        "union",
        "association",
        "federation",
        "team",
        "club",
        "group",
        "staff",
    ]) {
        return Body::Any;
    }
    let sort = office.words.iter().find_map(|word| words::body(word));
    match sort {
        Some("court") => Body::Court,
        Some("police") => Body::Police,
        Some("forces") => Body::Forces,
        Some("parliament") => Body::Parliament,
        Some("university") => Body::University,
        Some("hospital") => Body::Hospital,
        Some("company") => Body::Company,
        Some(_) => Body::Agency,
        None => Body::Any,
    }
}

/// Whether the words leave no part of the country: `Kerala's health minister` is of one.
fn of_whole(office: &Office) -> bool {
    let portfolio = |word: &str| !words::portfolios(std::iter::once(word)).is_empty();
    office.words.iter().all(|word| words::is_in("generic", word) || portfolio(word))
}

fn ministers(one: &Office, other: &Office) -> Relation {
    let (mine, theirs): (Portfolios, Portfolios) = (one.portfolios(), other.portfolios());
    let abroad = one.names_country && other.names_country && one.country != other.country;
    if abroad && mine.share(theirs) {
        return Relation::Other;
    }
    if mine.is_empty() || theirs.is_empty() {
        return Relation::Less;
    }
    if mine.share(theirs) {
        return match one.is_deputy == other.is_deputy {
            false if mine == theirs => Relation::Exclusive,
            true if mine == theirs => Relation::Same,
            _ => Relation::Less,
        };
    }
    if mine.are_near(theirs) {
        return if one.is_deputy == other.is_deputy { Relation::Near } else { Relation::Other };
    }
    Relation::Exclusive
}

fn of_countries(one: &Office, other: &Office) -> Relation {
    if one.names_country && other.names_country && one.country != other.country {
        return Relation::Other;
    }
    if !of_whole(one) || !of_whole(other) {
        return Relation::Unrelated;
    }
    // A company has presidents as well, but no prime minister.
    let of_state = class(one) == Class::Government && (one.country.is_none() || other.country.is_none());
    let known = of_state || one.country.is_some() && one.country == other.country;
    match one.is_deputy == other.is_deputy {
        true => Relation::Same,
        false if known => Relation::Exclusive,
        false => Relation::Unrelated,
    }
}

fn of_places(one: &Office, other: &Office) -> Relation {
    let place = |office: &Office| office.words.iter().any(|word| !words::is_in("generic", word));
    if !place(one) || !place(other) {
        return if one.is_deputy == other.is_deputy { Relation::Less } else { Relation::Exclusive };
    }
    let apart = one.names_country && other.names_country && one.country != other.country;
    match share_word(one, other) {
        false => Relation::Exclusive,
        true if one.is_deputy != other.is_deputy => Relation::Exclusive,
        true if apart => Relation::Unrelated,
        true => Relation::Same,
    }
}

fn ambassadors(one: &Office, other: &Office) -> Relation {
    let apart = one.names_country && other.names_country && one.country != other.country;
    let sent = one.to.as_ref().zip(other.to.as_ref()).map(|(one, other)| one == other);
    match sent {
        _ if apart => Relation::Other,
        Some(false) => Relation::Exclusive,
        Some(true) if one.is_deputy != other.is_deputy => Relation::Other,
        Some(true) => Relation::Same,
        None => Relation::Less,
    }
}

fn spokespeople(one: &Office, other: &Office) -> Relation {
    let (mine, theirs) = (one.portfolios(), other.portfolios());
    let apart = !mine.is_empty() && !theirs.is_empty() && !mine.share(theirs) && !mine.are_near(theirs);
    let ministries = [one, other].iter().all(|office| office.words.iter().any(|word| **word == *"ministry"));
    if apart && ministries { Relation::Exclusive } else { Relation::Less }
}

fn heads(one: &Office, body: Body, other: &Office, theirs: Body) -> Relation {
    let named = |office: &Office| !office.words.is_empty();
    if !named(one) || !named(other) {
        return Relation::Less;
    }
    if share_word(one, other) || same_words(one, other) {
        let known = one.head == other.head && same_words(one, other);
        return match one.is_deputy == other.is_deputy {
            false if known => Relation::Exclusive,
            true if known => Relation::Same,
            _ => Relation::Less,
        };
    }
    if body == Body::Any || theirs == Body::Any {
        return Relation::Unrelated;
    }
    if body != theirs {
        return Relation::Other;
    }
    let (mine, others) = (one.portfolios(), other.portfolios());
    let apart = !mine.is_empty() && !others.is_empty() && !mine.share(others) && !mine.are_near(others);
    if apart { Relation::Other } else { Relation::Unrelated }
}

/// The head of a body, and an office of state.
fn beside(body: Body, other: Class) -> Relation {
    match (body, other) {
        (Body::CentralBank, Class::Minister | Class::Government | Class::Ambassador | Class::Mayor) => {
            Relation::Exclusive
        }
        (Body::Court, Class::Judge) | (Body::Police, Class::Police) => Relation::Less,
        (
            Body::Court | Body::University | Body::Hospital,
            Class::Minister | Class::Government | Class::Ambassador | Class::Mayor,
        )
        | (Body::Police, Class::Minister | Class::Ambassador | Class::Mayor | Class::Judge) => {
            Relation::Other
        }
        _ => Relation::Unrelated,
    }
}

fn same_words(one: &Office, other: &Office) -> bool {
    let loose =
        ["national", "federal", "state", "country", "republic", "city", "town", "county", "metropolitan"];
    let words = |office: &Office| -> Vec<Box<str>> {
        office.words.iter().filter(|word| !loose.contains(&&***word)).cloned().collect()
    };
    words(one) == words(other)
}

/// Whether they share a word that means something, or the stem of one.
fn share_word(one: &Office, other: &Office) -> bool {
    let meant = |office: &Office| {
        let words = office.words.iter().filter(|word| !words::is_in("generic", word));
        words.map(|word| word.chars().take(STEM).collect::<String>()).collect::<Vec<_>>()
    };
    let theirs = meant(other);
    meant(one).iter().any(|stem| theirs.contains(stem))
}
