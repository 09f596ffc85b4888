//! Roles: what an article says that somebody is, before the name or just behind it.
//!
//! `Peruvian Deputy Trade Minister NAME`, `Harbour Board spokeswoman NAME`, `former dictator NAME`,
//! `envoy for Peru NAME`, `NAME, the leader of …`, `the board headed by NAME`, `his Chilean
//! counterpart, NAME`. The words of the title are kept; country and standing are taken out of them.

use std::borrow::Cow;

use crate::base::kind::EntityKind;
use crate::lang::lexicon::Classes;
use crate::lang::lexicon::gazetteer::{Entry, Kinds};
use crate::lang::names::candidates::Candidate;
use crate::lang::names::evidence::Named;
use crate::lang::names::page::Page;
use crate::lang::names::{Role, Standing};
use crate::lang::sentence::is_abbreviation;
use crate::lang::token::{Gap, TokenKind};

/// What stands before a name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Before {
    Nothing,
    /// `Mr`: a person, no role.
    Honorific,
    Office(Office),
}

/// A role that stands before a name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Office {
    pub role: Role,
    /// `Presidents A and B`: the role is B's too.
    pub plural: bool,
    /// `his Chilean counterpart`: the title is somebody else's.
    pub counterpart: bool,
}

const ROLE_WORD: Classes = Classes::TITLE.or(Classes::HEAD);
const PART: Classes = ROLE_WORD.or(Classes::MODIFIER).or(Classes::PORTFOLIO).or(Classes::HONORIFIC);

/// The role or honorific before candidate `index`.
pub fn before(page: &Page<'_>, candidates: &[Candidate<'_>], index: usize) -> Before {
    let Some(name) = candidates.get(index) else { return Before::Nothing };
    let previous = index.checked_sub(1).and_then(|previous| candidates.get(previous));
    let Some(mut at) = page.word_before(name.first) else { return Before::Nothing };
    if let Some(office) = counterpart(page, at) {
        return Before::Office(office);
    }
    // `envoy for Peru NAME`: the place between belongs to the role.
    let mut of = None;
    // `Peru's mayor, NAME`, `the president of Peru, NAME`: only where the owner is said.
    let comma = page.is_mark(at, ',');
    if comma {
        match page.before(at) {
            Some(before) => at = before,
            None => return Before::Nothing,
        }
    }
    let is_owner = |body: &Candidate<'_>| body.known.is_some() || is_body_or_place(body);
    let mut topic = false;
    if let Some(place) = previous.filter(|place| place.last == at && is_owner(place))
        && let Some((word, role)) = said_of(page, place.first)
    {
        topic = is_topic(page, word, role, place);
        of = (!topic).then(|| body_name(page, place));
        at = role;
    }
    let floor = previous.filter(|previous| previous.last < at).map_or(0, |previous| previous.last + 1);
    let (words, left) = role_words(page, at, floor);
    let has_role = words.iter().any(|&word| page.classes(word).any(ROLE_WORD));
    if !has_role {
        let honorific = words.iter().any(|&word| page.classes(word).any(Classes::HONORIFIC));
        return if honorific { Before::Honorific } else { Before::Nothing };
    }
    let (of, left) = match of {
        Some(of) => (Some(of), left),
        None => owner(page, candidates, index, left)
            .map_or((None, None), |(of, first)| (Some(of), page.before(first))),
    };
    if comma && of.is_none() && !topic {
        return Before::Nothing;
    }
    let earlier = left.map(|left| page.classes(left)).unwrap_or_default();
    match office(page, &words, of, earlier) {
        Some(office) => Before::Office(of_ministry(page, candidates, index, office)),
        None => Before::Honorific,
    }
}

fn is_body_or_place(candidate: &Candidate<'_>) -> bool {
    matches!(candidate.kind, EntityKind::Organization | EntityKind::Place)
}

/// The `of`, `for` or `to` before a place, over an article, and the role word before it.
fn said_of(page: &Page<'_>, place: usize) -> Option<(usize, usize)> {
    let before = page.before(place)?;
    let word = if page.word(before) == "the" { page.before(before)? } else { before };
    let role = page.before(word)?;
    let joins = matches!(page.word(word), "for" | "of" | "to") && page.classes(role).any(ROLE_WORD);
    joins.then_some((word, role))
}

/// An envoy *for* a place or *to* it is not of it; a spokesman for a body is.
fn is_topic(page: &Page<'_>, word: usize, role: usize, place: &Candidate<'_>) -> bool {
    let is_place = place.kind == EntityKind::Place;
    page.word(word) == "to"
        || page.word(word) == "for" && is_place && !page.folded(role).starts_with("spokes")
}

/// `the Peruvian Trade Ministry said Minister NAME …`: the ministry says what the minister is.
fn of_ministry(page: &Page<'_>, candidates: &[Candidate<'_>], index: usize, mut office: Office) -> Office {
    let bare = matches!(&*office.role.title, "Minister" | "minister") && office.role.of.is_none();
    let near = candidates.get(..index).unwrap_or_default().iter().rev().take(4);
    let mut near = near.filter(|body| {
        bare && candidates.get(index).is_some_and(|name| page.same_sentence(body.first, name.first))
    });
    let Some(body) = near.find(|body| (body.first..=body.last).any(|at| page.folded(at) == "ministry"))
    else {
        return office;
    };
    let mut country = body.owner.and_then(|owner| Some(page.lexicon.country(owner)?.name.into()));
    let mut words = Vec::new();
    for at in body.first..=body.last {
        match demonym_at(page, at).filter(|_| !words.contains(&"Minister")) {
            Some(demonym) => country = Some(demonym),
            None if page.folded(at) == "ministry" => words.push("Minister"),
            None => words.push(page.word(at)),
        }
    }
    office.role.title = words.join(" ").into();
    office.role.of = country;
    office
}

/// The words of a role that end at token `at`, in order, and the token before them.
fn role_words(page: &Page<'_>, at: usize, floor: usize) -> (Vec<usize>, Option<usize>) {
    let mut words = Vec::new();
    let mut next = Some(at);
    while let Some(at) = next.filter(|&at| at >= floor) {
        let classes = page.classes(at);
        let is_word = page.token(at).is_some_and(|token| token.kind == TokenKind::Word);
        let joins = match page.word(at) {
            _ if !is_word => false,
            // `Secretary of State`, but not `spokesman for President NAME`.
            "of" | "for" => {
                let topic = |&word: &usize| {
                    let classes = page.classes(word);
                    classes.any(Classes::PORTFOLIO.or(Classes::MODIFIER))
                        && !classes.any(ROLE_WORD.or(Classes::FORMER).or(Classes::ACTING))
                };
                words.last().is_some_and(topic)
                    && page.before(at).is_some_and(|head| page.classes(head).any(ROLE_WORD))
            }
            "and" => {
                words.last().is_some_and(|&word| page.classes(word).any(Classes::PORTFOLIO))
                    && page.before(at).is_some_and(|word| page.classes(word).any(Classes::PORTFOLIO))
            }
            "-" => true,
            _ => classes.any(PART),
        };
        let hyphen = page.is_mark(at, '-')
            && page.before(at).is_some_and(|word| page.classes(word).any(Classes::FORMER));
        if !joins && !hyphen {
            break;
        }
        words.push(at);
        next = page.word_before(at);
    }
    words.reverse();
    (words, next)
}

/// The country or body that owns the role whose first word stands behind `left`, and its first token.
fn owner(
    page: &Page<'_>,
    candidates: &[Candidate<'_>],
    index: usize,
    left: Option<usize>,
) -> Option<(Box<str>, usize)> {
    let left = left?;
    let behind = candidates.get(..index)?;
    let at = if page.token(left)?.kind == TokenKind::Possessive { left.checked_sub(1)? } else { left };
    if let Some(body) = behind.iter().rev().find(|body| body.last <= at).filter(|body| body.last == at) {
        let fits = body.known.is_some() || body.kind == EntityKind::Organization;
        return fits.then(|| (body_name(page, body), body.first));
    }
    demonym_at(page, at).map(|country| (country, at)).or_else(|| delegation(page, left))
}

/// `a Peruvian delegation led by Trade Minister NAME`: the office is of that country.
fn delegation(page: &Page<'_>, by: usize) -> Option<(Box<str>, usize)> {
    let led = page.before(by).filter(|_| page.word(by) == "by")?;
    page.classes(led).any(Classes::LED).then_some(())?;
    let back = (1..=3).filter_map(|back| led.checked_sub(back));
    back.filter(|&at| page.same_sentence(at, by)).find_map(|at| Some((demonym_at(page, at)?, led)))
}

/// The name of the country whose demonym ends at a token.
pub fn demonym_at(page: &Page<'_>, at: usize) -> Option<Box<str>> {
    Some(page.lexicon.country(country_of_demonym(page, at)?)?.name.into())
}

/// The country whose demonym ends at a token, by number.
pub fn country_of_demonym(page: &Page<'_>, at: usize) -> Option<u16> {
    let word = page.known_word(at).filter(|_| page.is_capital(at))?;
    // `South Korean`
    let before = page.before(at).and_then(|before| page.known_word(before));
    let country = |entry: Entry| entry.country.filter(|_| entry.kinds.any(Kinds::DEMONYM));
    let two = before.and_then(|before| before.entry_with(&word.folded)).and_then(country);
    two.or_else(|| word.entry.and_then(country))
}

/// A country or body by its canonical name, one that the lexicon does not know in the words of the text.
fn body_name(page: &Page<'_>, body: &Candidate<'_>) -> Box<str> {
    match body.known {
        Some(known) => known.canonical.into(),
        None => plain(body.span.of_text(page.text)).into(),
    }
}

/// White space runs as one space.
pub fn plain(text: &str) -> Cow<'_, str> {
    let mut space = false;
    let is_plain = text.chars().all(|character| {
        let doubled = std::mem::replace(&mut space, character == ' ') && space;
        !doubled && (space || !character.is_whitespace())
    });
    if is_plain && !text.starts_with(' ') && !text.ends_with(' ') {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Words that say since when or how well known, not what: they fall away at the front of a title.
const LOOSE: &[&str] = &[
    "new",
    "current",
    "incoming",
    "outgoing",
    "longtime",
    "veteran",
    "top",
    "senior",
    "leading",
    "main",
    "exiled",
    "jailed",
    "imprisoned",
    "detained",
    "then",
    "late",
    "first",
    "rival",
    "second",
];

/// The role that these words make; `earlier` are the classes of the word before it and its owner.
fn office(page: &Page<'_>, words: &[usize], of: Option<Box<str>>, earlier: Classes) -> Option<Office> {
    let mut standing = standing(earlier).unwrap_or(Standing::Current);
    let mut title: Vec<&str> = Vec::new();
    for &at in words {
        let classes = page.classes(at);
        let word = page.word(at);
        if let Some(said) = self::standing(classes) {
            standing = said;
        } else if !(page.is_mark(at, '-')
            || title.is_empty() && LOOSE.contains(&word)
            || only_honorific(classes))
        {
            title.push(with_stop(page, at));
        }
    }
    drop_rank(page, &mut title);
    let last = title.pop()?;
    let single = singular(page, last);
    let plural = single.is_some();
    let mut title = title.join(" ");
    if !title.is_empty() {
        title.push(' ');
    }
    title.push_str(single.unwrap_or(last));
    let role = Role { title: title.into(), of, standing };
    Some(Office { role, plural, counterpart: false })
}

/// `Defence Minister General NAME` is the minister: a rank behind an office says less.
fn drop_rank(page: &Page<'_>, title: &mut Vec<&str>) {
    let class = |word: &str| page.lexicon.classes(&word.to_lowercase());
    let is_rank = |word: &&str| {
        let word = word.trim_end_matches('.').to_lowercase();
        RANKS.contains(&word.as_str())
    };
    let ranks = title.iter().rev().take_while(|word| is_rank(word)).count();
    let kept = title.len() - ranks;
    let office = kept.checked_sub(1).and_then(|last| title.get(last));
    let offices =
        ["minister", "commander", "chief", "chairman", "president", "spokesman", "leader", "ruler", "head"];
    if ranks > 0
        && office.is_some_and(|office| {
            class(office).any(ROLE_WORD) && offices.contains(&office.to_lowercase().as_str())
        })
    {
        title.truncate(kept);
    }
}

/// Ranks of soldiers.
const RANKS: [&str; 20] = [
    "general",
    "gen",
    "brigadier",
    "brig",
    "major",
    "maj",
    "lieutenant",
    "lt",
    "colonel",
    "col",
    "admiral",
    "adm",
    "vice",
    "rear",
    "captain",
    "capt",
    "marshal",
    "sergeant",
    "sgt",
    "corporal",
];

fn standing(classes: Classes) -> Option<Standing> {
    if classes.any(Classes::FORMER) {
        Some(Standing::Former)
    } else if classes.any(Classes::ACTING) {
        Some(Standing::Acting)
    } else {
        None
    }
}

/// A word with the full stop of its abbreviation: `Gen.`.
fn with_stop<'a>(page: &Page<'a>, at: usize) -> &'a str {
    let stop = page.is_mark(at + 1, '.') && is_abbreviation(page.word(at));
    if stop { page.span(at, at + 1).of_text(page.text) } else { page.word(at) }
}

fn only_honorific(classes: Classes) -> bool {
    classes.any(Classes::HONORIFIC) && !classes.any(ROLE_WORD)
}

/// The singular of a plural role head.
fn singular<'t>(page: &Page<'_>, word: &'t str) -> Option<&'t str> {
    let single = word.strip_suffix('s')?;
    page.lexicon.classes(&single.to_lowercase()).any(ROLE_WORD).then_some(single)
}

/// `his Chilean counterpart, NAME`, `his Chilean opposite number, NAME` and `his Chilean colleague, NAME`,
/// ending at `at`.
fn counterpart(page: &Page<'_>, at: usize) -> Option<Office> {
    let at = if page.is_mark(at, ',') { page.before(at)? } else { at };
    let first = match page.word(at) {
        "counterpart" | "counterparts" => at,
        "number" => page.before(at).filter(|&before| page.word(before) == "opposite")?,
        "colleague" | "colleagues" => at,
        _ => return None,
    };
    let of = page.before(first).and_then(|at| demonym_at(page, at));
    // A colleague of another country holds the same office there; any other may hold any.
    if of.is_none() && page.word(first).starts_with("colleague") {
        return None;
    }
    let role = Role { title: "counterpart".into(), of, standing: Standing::Current };
    Some(Office { role, plural: false, counterpart: true })
}

/// The roles of decided names, in the same order: those before, those behind, plural ones for each of
/// their people, and counterparts and colleagues abroad with the office of whom they meet.
pub fn assign(
    page: &Page<'_>,
    candidates: &[Candidate<'_>],
    before: &[Before],
    behind: &[Option<Role>],
    named: &[Named],
) -> Vec<Option<Role>> {
    let mut roles: Vec<Option<Role>> = Vec::with_capacity(named.len());
    // The last person with a role: its last token, the role, and whether the role is plural.
    let mut last: Option<(usize, Role, bool)> = None;
    for name in named {
        let here = candidates.get(name.candidate).filter(|_| name.kind == EntityKind::Person);
        let Some(candidate) = here else {
            roles.push(None);
            continue;
        };
        let near = |at: usize| page.same_sentence(at, candidate.first);
        let (role, plural) = match before.get(name.candidate) {
            Some(Before::Office(office)) if office.counterpart => {
                // Whose counterpart nobody says is known to hold no office by that.
                let met = last.as_ref().filter(|(at, _, _)| near(*at));
                (met.map(|(_, role, _)| Role { title: role.title.clone(), ..office.role.clone() }), false)
            }
            Some(Before::Office(office)) => (Some(office.role.clone()), office.plural),
            _ => {
                match last.as_ref().filter(|(at, _, plural)| *plural && listed(page, *at, candidate.first)) {
                    Some((_, role, _)) => (Some(Role { of: None, ..role.clone() }), true),
                    None => (behind.get(name.candidate).cloned().flatten(), false),
                }
            }
        };
        if let Some(role) = &role {
            last = Some((candidate.last, role.clone(), plural));
        }
        roles.push(role);
    }
    roles
}

/// Whether only `and` or a comma stands between two names.
fn listed(page: &Page<'_>, last: usize, first: usize) -> bool {
    first > last
        && first - last <= 3
        && (last + 1..first).all(|at| matches!(page.word(at), "and" | "," | "&"))
}

/// The role that stands behind candidate `index`: `NAME, the leader of …`; or that the body before it
/// gives: `the board headed by NAME`.
pub fn behind(page: &Page<'_>, candidates: &[Candidate<'_>], index: usize) -> Option<Role> {
    appositive(page, candidates, index).or_else(|| headed_by(page, candidates, index))
}

fn appositive(page: &Page<'_>, candidates: &[Candidate<'_>], index: usize) -> Option<Role> {
    let name = candidates.get(index)?;
    let comma = page.after(name.last).filter(|&comma| page.is_mark(comma, ','))?;
    let next = candidates.get(index + 1);
    let mut at = page.after(comma)?;
    if matches!(page.word(at), "the" | "a" | "an") {
        at = page.after(at)?;
    }
    let mut of = None;
    let mut words = Vec::new();
    for _ in 0..8 {
        if let Some(body) = next.filter(|body| body.first <= at && at <= body.last && words.is_empty()) {
            let fits = body.known.is_some() || body.kind == EntityKind::Organization;
            of = Some(body_name(page, body)).filter(|_| fits);
            of.as_ref()?;
            at = page.after(body.last)?;
        } else if page.token(at)?.kind == TokenKind::Possessive {
            at = page.after(at)?;
        } else if let Some(country) = demonym_at(page, at) {
            of = of.or(Some(country));
            at = page.after(at)?;
        } else if page.token(at)?.kind == TokenKind::Word && page.classes(at).any(PART) {
            words.push(at);
            match page.after(at) {
                Some(after) => at = after,
                None => break,
            }
        } else {
            break;
        }
    }
    words.iter().rev().find(|&&word| page.classes(word).any(ROLE_WORD))?;
    // `…, Trade Minister NAME`: the role is the next one's.
    if candidates.get(index + 1).is_some_and(|next| next.first == at) {
        return None;
    }
    if of.is_none() && matches!(page.word(at), "of" | "for" | "to") && page.token(at)?.gap == Gap::Space {
        let start = page.after(at).map(|at| if page.word(at) == "the" { at + 1 } else { at });
        let body = candidates.iter().skip(index + 1).take(2).find(|body| Some(body.first) == start);
        let role = words.last().copied().unwrap_or(at);
        of = body.filter(|body| !is_topic(page, at, role, body)).map(|body| body_name(page, body));
    }
    Some(office(page, &words, of, Classes::NONE)?.role)
}

fn headed_by(page: &Page<'_>, candidates: &[Candidate<'_>], index: usize) -> Option<Role> {
    let name = candidates.get(index)?;
    let body = candidates.get(index.checked_sub(1)?)?;
    let by = page.before(name.first).filter(|&by| page.word(by) == "by")?;
    let verb = page.before(by).filter(|&verb| page.before(verb) == Some(body.last))?;
    let is_body = body.kind == EntityKind::Organization;
    let title = match page.word(verb) {
        _ if !is_body => return None,
        "headed" => "head",
        "led" => "leader",
        "commanded" => "commander",
        "chaired" => "chair",
        "founded" => "founder",
        _ => return None,
    };
    Some(Role { title: title.into(), of: Some(body_name(page, body)), standing: Standing::Current })
}
