//! Whether an article speaks of an office that changes hands, or is disputed: then two reports of who holds it
//! can both be right.

use crate::checks::article::prose::{ItemKind, Prose, Sentence};
use crate::lang::facts::ArticleFacts;
use crate::lang::names::offices::Office;

/// Words that tell so in whatever sentence; a star stands for any ending.
const EVERYWHERE: &str = "reshuffl* caretaker unrecognised unrecognized";
/// Governments that are two.
const RIVALS: &str = "government governments administration administrations cabinet cabinets authority authorities \
    parliament parliaments prime";
/// Words that tell so in a sentence of the holder, or of the office.
const OF_HOLDER: &str = "appoint* resign* succeed succeeds succeeded succeeding successor* predecessor* inaugurat* \
    sworn swearing-in sacked oust* reassign* handover stand-in demot* vacanc* concurrent* re-elect* reelect* \
    deputising deputizing hitherto self-proclaimed self-declared self-styled breakaway";
/// Words that tell so some words from the name.
const BESIDE: &str = "former formerly ex ex-minister acting interim outgoing incoming departing newly designate became \
    become becomes previous* shadow portfolio portfolios promot* replac* elected stepped steps stepping retir* \
    temporar* doubles doubling vacant axed transferred post job unopposed nominat* nominee";
const REACH: usize = 6;
/// Words that tell so next to the name.
const NEXT: &str = "new late dead died dies death quit then both begins began";
const NEXT_REACH: usize = 2;
/// Words that tell so behind a form of `be`: `was fired`, `is also`.
const BEEN: &str = "fired dismissed killed removed suspended also named chosen picked tapped voted moved";
/// Words that tell so behind a form of `take` or `assume`.
const TAKEN: &str = "over office charge helm reins";

/// Whether an article says, of some of its names or of an office, that it changes hands.
///
/// `year` is the year of its publication: `appointed in 2007` is no change of these days in 2011.
pub fn are_told(
    prose: &Prose,
    facts: &ArticleFacts,
    chains: &[u32],
    office: &Office,
    year: Option<i16>,
) -> bool {
    let mut was_named = false;
    prose.sentences().iter().any(|sentence| {
        let is_named = names(sentence, facts, chains);
        // `He was appointed in May.`
        let goes_on = was_named
            && sentence.items().first().is_some_and(|first| first.is_any(&["he", "she", "his", "her"]));
        was_named = is_named;
        tells(sentence, facts, chains, office, (goes_on, year))
    })
}

fn names(sentence: &Sentence, facts: &ArticleFacts, chains: &[u32]) -> bool {
    sentence.items().iter().any(|item| is_one_of(item.kind, facts, chains))
}

fn is_one_of(kind: ItemKind, facts: &ArticleFacts, chains: &[u32]) -> bool {
    match kind {
        ItemKind::Name(name) => facts.mentions.get(name).is_some_and(|name| chains.contains(&name.chain)),
        _ => false,
    }
}

/// The same for one sentence, which may begin with a word for the holder.
fn tells(
    sentence: &Sentence,
    facts: &ArticleFacts,
    chains: &[u32],
    office: &Office,
    (goes_on, year): (bool, Option<i16>),
) -> bool {
    let items = sentence.items();
    let words: Vec<String> = items.iter().map(|item| item.words().to_lowercase()).collect();
    let rivals = words.windows(2).any(|pair| pair[0] == "rival" && is_in(&pair[1], RIVALS));
    if rivals || words.iter().any(|word| is_in(word, EVERYWHERE)) {
        return true;
    }
    let is_named = |at: &usize| items.get(*at).is_some_and(|item| is_one_of(item.kind, facts, chains));
    let holders: Vec<usize> = (0..items.len()).filter(is_named).collect();
    let says = |wanted: &str| words.iter().any(|word| word == wanted);
    let of_office = says(&office.head) && office.words.iter().all(|word| says(word));
    if holders.is_empty() && !of_office && !goes_on {
        return false;
    }
    let within = |at: usize, reach: usize| holders.iter().any(|&name| name.abs_diff(at) <= reach);
    let behind = |at: usize, reach: usize| holders.iter().any(|&name| name < at && at - name <= reach);
    words.iter().enumerate().any(|(at, word)| {
        if matches!(items.get(at).map(|item| item.kind), Some(ItemKind::Name(_))) {
            return false;
        }
        let before = |by: usize| at.checked_sub(by).and_then(|at| words.get(at)).map_or("", |word| word);
        let takes = |word: &str| word.starts_with("tak") || word == "took" || word.starts_with("assum");
        let is = matches!(before(1), "is" | "was" | "were" | "been" | "being" | "be" | "serves" | "who");
        let named = word == "named" && holders.contains(&(at + 1));
        let in_office = word == "office"
            && matches!(before(1), "in" | "leaving" | "left" | "leaves" | "leave")
            && !is_for_years(&words, at + 1);
        // `NAME, minister since Monday`, but not `since 2009`.
        let lasts = matches!(&**word, "since" | "until") && behind(at, 5) && !is_for_years(&words, at);
        let is_quoted = items.get(at).is_some_and(|item| item.is_quoted);
        let is_beside = is_in(word, BESIDE) && !is_quoted;
        let is_of_holder = is_in(word, OF_HOLDER);
        if (is_of_holder || is_beside) && is_long_ago(&words, at, year) {
            return false;
        }
        is_of_holder
            || is_in(word, TAKEN) && (takes(before(1)) || takes(before(2)))
            || within(at, REACH) && (is_beside || lasts)
            || (behind(at, NEXT_REACH + 1) || goes_on && at <= NEXT_REACH) && is && is_in(word, BEEN)
            || within(at, REACH + 3) && in_office
            || named
            || within(at, NEXT_REACH) && is_in(word, NEXT)
    })
}

/// Whether the words at a place say that somebody holds the office for years: `since December 2022`, `until 2016`.
fn is_for_years(words: &[String], at: usize) -> bool {
    let lasts = words.get(at).is_some_and(|word| matches!(&**word, "since" | "until"));
    lasts && years_behind(words, at).next().is_some()
}

/// Whether what a word tells is of a year before that of publication: `appointed in 2007`.
fn is_long_ago(words: &[String], at: usize, published: Option<i16>) -> bool {
    published.is_some_and(|published| years_behind(words, at).any(|year| year < published))
}

/// The years that are named some words behind a place.
fn years_behind(words: &[String], at: usize) -> impl Iterator<Item = i16> {
    const REACH: usize = 4;
    let behind = words.iter().skip(at + 1).take(REACH).flat_map(|word| word.split(' '));
    behind.filter(|word| word.len() == 4).filter_map(|word| word.parse().ok())
}

/// Whether a word is one of a list.
fn is_in(word: &str, list: &str) -> bool {
    list.split(' ').any(|listed| match listed.strip_suffix('*') {
        Some(stem) => word.starts_with(stem),
        None => word == listed,
    })
}
