//! The finite verbs of a sentence and their tense, as far as words and endings show them.
//!
//! An open class: any small word in `-ed` that no article or preposition makes an adjective, and the
//! irregular pasts, which English has a closed number of. A base form (`meet`) is nobody's verb here: it
//! is reached through what governs it (`will`, `did`, `to`).

use super::words::{CALENDAR, PARTS, PERIODS, RECURS};
use crate::checks::article::prose::{ItemKind, Passage};
use crate::lang::dates::rule::{Place, Rule};
use crate::source::ZoneKind;

/// What a verb says of its time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tense {
    /// What it tells of is over: `met`, `was held`, `has arrived`.
    Past,
    /// What it tells of is still to come: `will meet`, `is to meet`, `plans to meet`.
    Ahead,
    /// Neither: `would`, `was to meet`, `is held`.
    Open,
}

/// A finite verb.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Verb {
    pub tense: Tense,
    /// The first of its words.
    pub start: usize,
    /// The word that says what is done.
    pub head: usize,
    /// It has no auxiliary, so that it may be a participle behind its noun: `elections called by …`.
    pub is_bare: bool,
}

/// The verb that has the item for one of its words, where a walk from the right comes to it first.
pub fn verb(passage: &Passage<'_>, at: usize) -> Option<Verb> {
    let item = passage.item(at)?;
    if item.kind != ItemKind::Word || !item.words().starts_with(|first: char| first.is_ascii_lowercase()) {
        return None;
    }
    let made = |tense| Some(Verb { tense, start: at, head: head(passage, at), is_bare: false });
    match () {
        () if passage.is_any(at, AHEAD) => {
            let over = passage.is_any(at + 1, &["have", "never"]);
            made(if over { Tense::Open } else { Tense::Ahead })
        }
        () if passage.is_any(at, MODALS) => made(Tense::Open),
        () if passage.is_any(at, &["is", "are"]) => made(present_be(passage, at)),
        () if passage.is_any(at, &["was", "were"]) => made(past_be(passage, at)),
        () if passage.is_any(at, &["has", "have", "had"]) => made(perfect(passage, at)),
        () if passage.is_any(at, &["did"]) => made(Tense::Past),
        () if passage.is_any(at, INTENDS) && passage.is(at + 1, "to") && !is_noun(passage, at) => {
            made(Tense::Ahead)
        }
        () if is_schedule(passage, at) => made(Tense::Ahead),
        () if passage.is_any(at, PRESENTS) || passage.is_any(at, CALENDAR) => made(Tense::Open),
        () if is_past_form(passage, at) => Some(of_participle(passage, at)),
        () => None,
    }
}

/// Whether the item is the past or the participle of a verb, by its form.
pub fn is_past_form(passage: &Passage<'_>, at: usize) -> bool {
    let word = passage.word(at);
    let regular = word.len() >= 5 && word.ends_with("ed") && !word.ends_with("eed");
    // `second-seeded`, but `re-elected`.
    let joined = word
        .split_once('-')
        .is_some_and(|(before, _)| !["re", "co", "pre", "de", "ex", "un"].contains(&before));
    let regular =
        regular && !joined || passage.is_any(at, &["died", "tied", "sued", "fled", "led", "used", "owed"]);
    let formed = regular && !passage.is_any(at, NO_VERBS) || passage.is_any(at, IRREGULAR);
    formed && passage.word(at).starts_with(|first: char| first.is_ascii_lowercase()) && !is_noun(passage, at)
}

/// Whether the word is a form of one of the verbs, given as base forms and irregular pasts.
pub fn is_form(word: &str, bases: &[&str]) -> bool {
    let word = word.to_ascii_lowercase();
    bases.iter().any(|base| {
        let Some(rest) = word.strip_prefix(base) else {
            // `carried`, `carries` of `carry`.
            return base
                .strip_suffix('y')
                .is_some_and(|stem| matches!(word.strip_prefix(stem), Some("ied" | "ies")));
        };
        let last = base.chars().next_back();
        let doubled = |rest: &str| rest.chars().next() == last && rest.get(1..) == Some("ed");
        matches!(rest, "" | "s" | "es" | "ed" | "ing")
            || (base.ends_with('e') && rest == "d")
            || doubled(rest)
    })
}

const AHEAD: &[&str] = &["will", "shall", "'ll", "’ll", "won't", "won’t"];
const MODALS: &[&str] = &[
    "would",
    "could",
    "should",
    "may",
    "might",
    "must",
    "can",
    "cannot",
    "can't",
    "can’t",
    "couldn't",
    "couldn’t",
    "wouldn't",
    "wouldn’t",
    "ought",
    "need",
];

/// Present tenses that a walk to the left must not pass over.
const PRESENTS: &[&str] = &[
    "does",
    "do",
    "plans",
    "expects",
    "hopes",
    "wants",
    "faces",
    "starts",
    "begins",
    "opens",
    "ends",
    "takes",
    "meets",
    "visits",
    "expires",
    "says",
    "comes",
    "goes",
    "falls",
    "runs",
    "closes",
    "means",
    "makes",
    "remains",
    "becomes",
    "holds",
    "plays",
    "leaves",
    "includes",
    "requires",
    "calls",
    "marks",
    "shows",
    "gives",
    "says",
    "seeks",
    "needs",
    "sits",
    "stands",
    "appears",
    "seems",
    "continues",
];

/// `plans to`, `are preparing to`: what is intended lies ahead.
const INTENDS: &[&str] = &["plans", "plan", "intends", "intend", "aims", "aim", "prepares", "prepare"];

/// Participles of what is fixed and has not happened.
pub const FIXED: &[&str] = &[
    "set",
    "scheduled",
    "due",
    "expected",
    "slated",
    "planned",
    "going",
    "poised",
    "likely",
    "supposed",
    "ready",
    "about",
    "bound",
    "booked",
    "billed",
    "tipped",
    "preparing",
    "planning",
    "hoping",
    "meant",
    "timed",
    "fixed",
    "earmarked",
    "rescheduled",
    "supposed",
    "intended",
    "projected",
    "forecast",
    "pencilled",
    "arranged",
    "hoped",
    "targeted",
    "designed",
    "destined",
    "required",
    "ordered",
    "obliged",
    "told",
    "asked",
    "invited",
    "summoned",
    "entitled",
    "allowed",
    "eligible",
    "able",
];

/// The simple present of what stands in a calendar: `takes effect`, `expires on`, `flies to Lima on`.
fn is_schedule(passage: &Passage<'_>, at: usize) -> bool {
    const REACH: usize = 8;
    let recurs = passage.has_before(at, 5, RECURS) || is_account(passage, at);
    if passage.is_any(at, CALENDAR) && !recurs && passage.sentence.zone == ZoneKind::Body {
        let ends = |ahead: &usize| {
            let mark = passage.item(*ahead).is_none_or(|item| item.is_mark() && !item.is_dash());
            mark || passage.is_any(*ahead, PARTS) && !passage.is(*ahead, "to")
                || is_past_form(passage, *ahead)
                || passage.is(*ahead, "with")
        };
        return (at + 1..at + REACH)
            .take_while(|ahead| !ends(ahead))
            .any(|ahead| passage.date(ahead).is_some());
    }
    passage.is_any(at, &["takes", "take"]) && passage.is_any(at + 1, &["effect", "place"])
        || passage.is_any(at, &["comes", "enters"])
            && passage.is(at + 1, "into")
            && passage.is_any(at + 2, &["force", "effect"])
        || passage.is_any(at, &["goes", "go"])
            && passage.is_any(at + 1, &["on", "to"])
            && passage.has_any(at + 2..at + 4, &["trial", "polls"])
}

/// Whether a quarter, a year or a length of time is the subject: `the quarter ended May 31`.
pub fn is_account(passage: &Passage<'_>, at: usize) -> bool {
    let stretch = |at: usize| match passage.date(at).map(|date| date.rule) {
        Some(Rule::Length(_)) => true,
        Some(Rule::Place { place, .. }) => !place.is_day(),
        _ => false,
    };
    let start = at.saturating_sub(4);
    passage.has_any(start..at, PERIODS) || (at.saturating_sub(3)..at).any(stretch)
}

/// `is to meet`, `are scheduled to`, `is due on`, `is meeting`.
fn present_be(passage: &Passage<'_>, at: usize) -> Tense {
    const GOES: &[&str] = &["meeting", "visiting", "travelling", "traveling", "flying", "hosting"];
    let next = next_word(passage, at + 1);
    // `The hearing is on May 9`
    let day = if passage.is_any(at + 1, &["on", "for"]) { at + 2 } else { at + 1 };
    let is_day = matches!(passage.place(day), Some(Place::Day { .. } | Place::Numeric { .. }));
    if is_day && !passage.has_before(at, 5, RECURS) {
        return Tense::Ahead;
    }
    let joined = passage.is_any(next + 1, &["to", "for", "on", "in", "at", "back"])
        || passage.date(next + 1).is_some();
    let fixed = passage.is_any(next, FIXED.get(..10).unwrap_or_default());
    let fixed =
        fixed || passage.is_any(next, &["planning", "preparing", "hoping"]) && passage.is(next + 1, "to");
    let have = passage.is(next + 1, "to") && passage.is(next + 2, "have");
    let plans = passage.is(next, "to") || fixed && joined && !have || passage.is_any(next, GOES);
    if plans { Tense::Ahead } else { Tense::Open }
}

/// `was held`, `were driving`; not `was to`, `was due`, nor `was` alone.
fn past_be(passage: &Passage<'_>, at: usize) -> Tense {
    let next = next_word(passage, at + 1);
    if passage.is(next, "to") || passage.is_any(next, FIXED) {
        return Tense::Open;
    }
    let cleft = at.checked_sub(1).is_some_and(|before| passage.is(before, "it"))
        && passage.is_any(next, &["in", "at", "on"]);
    let does = cleft || passage.word(next).ends_with("ing") || passage.is(next, "being");
    if does || is_participle(passage, next) { Tense::Past } else { Tense::Open }
}

/// `has arrived`, `had been killed`; not `had been due`.
fn perfect(passage: &Passage<'_>, at: usize) -> Tense {
    let mut next = next_word(passage, at + 1);
    let been = passage.is(next, "been");
    if been {
        next = next_word(passage, next + 1);
    }
    if passage.is_any(next, FIXED) {
        let set = been && !passage.is(at, "had") && passage.is(next + 1, "for");
        return if set { Tense::Ahead } else { Tense::Open };
    }
    if been || is_participle(passage, next) { Tense::Past } else { Tense::Open }
}

/// The participle or past at the item, with the auxiliary before it.
fn of_participle(passage: &Passage<'_>, at: usize) -> Verb {
    let verb = |tense, start, is_bare| Verb { tense, start, head: at, is_bare };
    let mut before = at;
    for _ in 0..5 {
        let Some(next) = before.checked_sub(1) else { break };
        before = next;
        let tense = match () {
            () if passage.is_any(before, AHEAD) && passage.is(before + 1, "have") => Tense::Open,
            () if passage.is_any(before, AHEAD) => Tense::Ahead,
            () if passage.is_any(before, MODALS) => Tense::Open,
            () if passage.is_any(before, &["was", "were", "got"]) => past_be(passage, before),
            () if passage.is_any(before, &["has", "have", "had", "'ve", "’ve"]) => {
                // `will have met` is no report.
                if passage.is(before, "have") && reaches(passage, before, AHEAD) {
                    Tense::Open
                } else {
                    perfect(passage, before)
                }
            }
            () if passage.is_any(before, &["is", "are"]) => present_be(passage, before),
            () if passage.is(before, "to") => return of_infinitive(passage, before, at),
            () if passage.is_any(
                before,
                &["be", "been", "being", "not", "also", "all", "both", "first", "remain", "stay"],
            ) || is_adverb(passage, before) =>
            {
                continue;
            }
            () => break,
        };
        return verb(tense, before, false);
    }
    let be = at.checked_sub(1).is_some_and(|one| passage.is_any(one, &["be", "being"]));
    let fixed = passage.is_any(at, FIXED);
    verb(if be || fixed { Tense::Open } else { Tense::Past }, at, true)
}

/// What governs the infinitive behind the `to` at the item.
pub fn of_infinitive(passage: &Passage<'_>, to: usize, head: usize) -> Verb {
    let verb = |tense, start| Verb { tense, start, head, is_bare: false };
    let Some(before) = to.checked_sub(1) else { return verb(Tense::Open, to) };
    if passage.is_any(before, INTENDS) && !is_noun(passage, before) {
        return verb(Tense::Ahead, before);
    }
    let fixed = passage.is_any(before, FIXED);
    let mut at = before;
    for _ in 0..3 {
        if passage.is_any(at, &["is", "are"]) {
            return verb(present_be(passage, at), at);
        }
        if !(at == before && fixed || is_adverb(passage, at) || passage.is_any(at, &["now", "not", "both"])) {
            break;
        }
        let Some(next) = at.checked_sub(1) else { break };
        at = next;
    }
    verb(Tense::Open, to)
}

/// Whether one of the words stands before, behind adverbs alone.
fn reaches(passage: &Passage<'_>, at: usize, words: &[&str]) -> bool {
    let before = (0..at).rev().take(3).find(|at| !is_adverb(passage, *at));
    before.is_some_and(|before| passage.is_any(before, words))
}

fn is_participle(passage: &Passage<'_>, at: usize) -> bool {
    let word = passage.word(at);
    word.len() >= 4 && word.ends_with("ed") && !passage.is_any(at, NO_VERBS)
        || passage.is_any(at, IRREGULAR)
        || passage.is_any(at, PARTICIPLES)
}

/// The next word that is no adverb.
pub fn next_word(passage: &Passage<'_>, at: usize) -> usize {
    let words = ["not", "also", "now", "all", "both", "each", "first", "once", "n't", "n’t"];
    (at..passage.count())
        .take(4)
        .find(|at| !is_adverb(passage, *at) && !passage.is_any(*at, &words))
        .unwrap_or(at)
}

pub fn is_adverb(passage: &Passage<'_>, at: usize) -> bool {
    const ADVERBS: &[&str] = &[
        "then",
        "later",
        "already",
        "never",
        "still",
        "since",
        "just",
        "again",
        "soon",
        "once",
        "ever",
        "therefore",
        "thus",
        "instead",
        "only",
        "even",
        "twice",
        "now",
        "yet",
        "eventually",
        "together",
    ];
    let word = passage.word(at);
    passage.item(at).is_some_and(|item| item.kind == ItemKind::Word)
        && (word.len() > 4
            && word.ends_with("ly")
            && !passage.is_any(at, &["family", "assembly", "supply", "rally", "early"])
            || passage.is_any(at, ADVERBS))
}

/// What the auxiliary at the item leads on to.
fn head(passage: &Passage<'_>, at: usize) -> usize {
    let mut next = next_word(passage, at + 1);
    for _ in 0..4 {
        if !passage.is_any(next, &["be", "been", "being", "to", "have"]) && !passage.is_any(next, FIXED) {
            break;
        }
        if passage.is_any(next, FIXED) && !passage.is(next + 1, "to") {
            break;
        }
        next = next_word(passage, next + 1);
    }
    next
}

/// `the proposed law`, `his alleged role`, `of armed men`: what stands before makes it no verb.
fn is_noun(passage: &Passage<'_>, at: usize) -> bool {
    const MAKES_NOUNS: &[&str] = &[
        "a", "an", "the", "its", "his", "her", "their", "our", "my", "your", "this", "that's", "these",
        "those", "of", "in", "with", "by", "for", "from", "on", "at", "over", "under", "against", "into",
        "about", "no", "any", "some", "more", "most", "every", "each", "between", "among", "as", "than",
        "without", "per",
    ];
    let Some(before) = at.checked_sub(1) else { return false };
    let adjective = is_adverb(passage, before)
        && before
            .checked_sub(1)
            .is_some_and(|two| passage.is_any(two, MAKES_NOUNS.get(..14).unwrap_or_default()));
    passage.is_any(before, MAKES_NOUNS)
        || adjective
        || passage.item(before).is_some_and(|item| item.kind == ItemKind::Possessive)
        || passage.item(at).is_some_and(|item| item.is_tight)
            && passage.item(before).is_some_and(|item| item.is_dash())
}

/// Words in `-ed` that are no verbs.
const NO_VERBS: &[&str] = &[
    "hundred",
    "united",
    "sacred",
    "naked",
    "wicked",
    "armed",
    "unprecedented",
    "limited",
    "so-called",
    "indeed",
    "unarmed",
    "alleged",
    "rugged",
    "crooked",
    "kindred",
    "learned",
    "beloved",
    "talented",
    "red",
    "bed",
    "shed",
    "allied",
    "unmanned",
    "manned",
    "detailed",
    "retired",
    "disabled",
    "gifted",
    "related",
    "advanced",
    "complicated",
    "sophisticated",
    "dedicated",
    "masked",
    "hooded",
    "unnamed",
    "unidentified",
    "unspecified",
    "crowded",
    "combined",
    "estimated",
    "associated",
    "affiliated",
];

/// The irregular pasts, and participles that have the same form. What is no less often a noun or an
/// adjective (`set`, `cut`, `cost`) is left out.
const IRREGULAR: &[&str] = &[
    "met",
    "held",
    "began",
    "begun",
    "left",
    "spoke",
    "flew",
    "took",
    "won",
    "lost",
    "led",
    "came",
    "went",
    "fell",
    "broke",
    "shot",
    "sank",
    "drove",
    "withdrew",
    "struck",
    "hit",
    "made",
    "gave",
    "given",
    "paid",
    "saw",
    "sent",
    "brought",
    "bought",
    "sold",
    "built",
    "burnt",
    "caught",
    "chose",
    "dealt",
    "drew",
    "ate",
    "fought",
    "fled",
    "flung",
    "forgot",
    "froze",
    "got",
    "grew",
    "hung",
    "heard",
    "hid",
    "kept",
    "knew",
    "laid",
    "lay",
    "lent",
    "meant",
    "overcame",
    "overthrew",
    "put",
    "quit",
    "ran",
    "rang",
    "rose",
    "said",
    "sang",
    "sat",
    "shook",
    "shut",
    "slept",
    "slid",
    "spent",
    "split",
    "spun",
    "stole",
    "stood",
    "stuck",
    "swam",
    "swept",
    "swore",
    "taught",
    "told",
    "tore",
    "thought",
    "threw",
    "understood",
    "undertook",
    "won",
    "woke",
    "wore",
    "wrote",
    "became",
    "blew",
    "bit",
    "bore",
    "bled",
    "dug",
    "felt",
    "found",
    "forbade",
    "foresaw",
    "fed",
    "outdid",
    "overran",
    "retook",
    "reran",
    "sought",
    "sprang",
    "stung",
    "strove",
    "sued",
    "withheld",
    "withstood",
    "beat",
    "burst",
    "cast",
    "hurt",
    "upheld",
    "oversaw",
    "undid",
    "misled",
    "mistook",
    "lit",
    "leapt",
    "leaped",
    "knelt",
    "shone",
    "sent",
    "slew",
    "sped",
    "swung",
    "wept",
    "wound",
    "underwent",
    "resold",
    "rebuilt",
    "repaid",
    "beset",
    "bred",
    "clung",
    "crept",
    "sprung",
];

/// Irregular participles that are no pasts.
const PARTICIPLES: &[&str] = &[
    "taken",
    "driven",
    "broken",
    "sworn",
    "shown",
    "seen",
    "done",
    "gone",
    "known",
    "fallen",
    "flown",
    "written",
    "stolen",
    "sunk",
    "torn",
    "thrown",
    "withdrawn",
    "drawn",
    "chosen",
    "beaten",
    "bitten",
    "eaten",
    "frozen",
    "forgotten",
    "hidden",
    "overthrown",
    "overrun",
    "spoken",
    "risen",
    "blown",
    "born",
    "borne",
    "cut",
    "set",
    "let",
    "read",
    "spread",
    "shut",
    "put",
    "come",
    "become",
    "run",
    "stricken",
    "shaken",
    "worn",
    "woven",
    "undertaken",
    "undergone",
    "swum",
    "sung",
    "rung",
    "hung",
    "grown",
    "forbidden",
    "given",
    "begun",
    "been",
];
