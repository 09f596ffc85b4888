//! Which words tell of which sort of happening: the list of `classes.tsv`.

use std::borrow::Cow;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::checks::article::prose::Passage;

/// A sort of happening, as words tell it.
#[derive(Clone, Debug)]
pub struct Class {
    /// Of the list, or the first letters of a verb that is not in it.
    pub name: Cow<'static, str>,
    pub recurs: Recurs,
    /// An active verb of it has somebody or something that it is done to: `police arrested him`.
    pub has_object: bool,
    /// What it is said of, where its verbs need to be told by that: ships sink.
    pub said_of: &'static [&'static str],
}

/// How often the same thing befalls the same.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Recurs {
    Once,
    Many,
    /// It takes days.
    Long,
}

struct Verb {
    class: &'static Class,
    particle: Option<&'static str>,
    /// One of these must stand in its sentence; all may where there are none.
    said_of: &'static [&'static str],
}

struct Words {
    nouns: FxHashMap<String, (&'static Class, bool)>,
    verbs: FxHashMap<&'static str, Vec<Verb>>,
}

/// Classes whose active verbs say what their subject does to somebody.
const ACTIVE: &[&str] = &[
    "arrest",
    "charge",
    "verdict",
    "sentencing",
    "release",
    "kidnapping",
    "killing",
    "appointment",
    "dismissal",
    "rescue",
    "extradition",
    "nomination",
];

/// The class of a noun, and whether it is in the plural.
pub fn noun(word: &str) -> Option<(Class, bool)> {
    let listed = words().nouns.get(word).map(|(class, is_plural)| ((*class).clone(), *is_plural));
    listed.or_else(|| {
        let ends = DEEDS.iter().any(|ending| word.ends_with(ending));
        Some((unlisted(word).filter(|_| ends)?, false))
    })
}

/// The class of the verb that begins at an item, and how many items it has.
pub fn verb(passage: &Passage<'_>, at: usize) -> Option<(Class, usize)> {
    let word = passage.word(at).to_lowercase();
    let behind = |words: &[&str]| passage.back(at, 1).is_some_and(|item| item.is_any(words));
    let gerund =
        word.ends_with("ing") && behind(&["since", "after", "before", "when", "while", "upon", "following"]);
    let word = if gerund { past(&word)? } else { word };
    let Some(verbs) = words().verbs.get(&*word) else {
        return Some((unlisted(&word).filter(|_| word.ends_with("ed") && word.is_ascii())?, 1));
    };
    verbs.iter().find_map(|verb| {
        let said = verb.said_of.is_empty() || passage.has_any(0..passage.count(), verb.said_of);
        let items = match verb.particle {
            None => Some(1),
            // `put their names to`, `went to the polls`, `ran aground`.
            Some(particle) => (1..=4).find(|by| passage.is(at + by, particle)).map(|by| by + 1),
        };
        items.filter(|_| said).map(|items| (verb.class.clone(), items))
    })
}

/// The past of a gerund that the list has: `taking` is `took`, `resigning` is `resigned`.
fn past(gerund: &str) -> Option<String> {
    const IRREGULAR: &[(&str, &str)] = &[
        ("taking", "took"),
        ("meeting", "met"),
        ("shooting", "shot"),
        ("beating", "beat"),
        ("stealing", "stole"),
        ("sinking", "sank"),
        ("finding", "found"),
        ("breaking", "broke"),
        ("quitting", "quit"),
        ("giving", "gave"),
        ("going", "went"),
        ("coming", "came"),
        ("entering", "entered"),
        ("buying", "bought"),
        ("selling", "sold"),
        ("running", "ran"),
        ("striking", "struck"),
        ("hitting", "hit"),
        ("speaking", "spoke"),
        ("seeking", "sought"),
        ("putting", "put"),
        ("standing", "stood"),
        ("withdrawing", "withdrew"),
        ("choosing", "chose"),
    ];
    if let Some((_, past)) = IRREGULAR.iter().find(|(known, _)| *known == gerund) {
        return Some((*past).to_owned());
    }
    let stem = gerund.strip_suffix("ing")?;
    let verbs = &words().verbs;
    [format!("{stem}ed"), format!("{stem}d")].into_iter().find(|past| verbs.contains_key(&**past))
}

/// Endings of nouns that say what somebody does: `the demolition`, `the unveiling`, `the removal`.
const DEEDS: &[&str] = &["ing", "tion", "sion", "ment", "al", "ure", "ance", "ence", "ption"];

/// Verbs that say too little, and nouns of which there is one every day: their first letters.
const SAYS_LITTLE: &[&str] = &[
    "annou", "repor", "expec", "sched", "conti", "remai", "incre", "tradi", "trade", "gaine", "start",
    "ended", "endin", "addin", "added", "calle", "calli", "asked", "askin", "meeti", "heari", "train",
    "offer", "earni", "eveni", "morni", "build", "accor", "inclu", "follo", "durin", "plann", "wante",
    "hoped", "claim", "decla", "state", "warne", "warni", "issue", "relea", "helpe", "helpi", "worke",
    "worki", "playe", "playi", "looke", "looki", "seeme", "turne", "turni", "moved", "movin", "lived",
    "livin", "visit", "arriv", "retur", "speak", "talke", "talki", "atten", "reach", "showe", "showi",
    "relat", "invol", "based", "cause", "remar", "state", "comme", "discu", "perfo", "gathe", "decid",
    "decis", "appea", "creat", "produ", "admin", "organ", "opera", "natio", "educa", "gover", "parli",
    "sessi", "secti", "posit", "situa", "condi", "inter", "prote", "briefi", "brief", "deman", "reque",
    "consi", "contr", "evide", "journ", "setti", "settl", "readi", "showi", "debat", "propo", "lower",
    "highe", "raise", "raisi", "edito", "regio", "origi", "perso", "finan", "capit", "hospi", "offic",
    "speci", "polit", "crimi", "feder", "gener", "medic", "music", "indus", "annua", "final", "publi",
    "artic", "editi", "momen", "docum", "envir", "equip", "depar", "ceme", "figur", "futur", "natur",
    "cultu", "struc", "pictu", "audie", "scien", "viole", "confe", "confi", "prese", "absen", "exper",
    "diffe", "refer", "resid", "dista", "insta", "finance", "insur", "allia", "advan", "chanc", "trans",
    "trave", "drive", "filmi", "taken", "takin", "comin", "begin", "stand", "being", "somet", "anyth",
    "nothi", "every",
];

/// The class of a word that is not in the list: by its first letters, `demol` of `demolished` and
/// `demolition`.
fn unlisted(word: &str) -> Option<Class> {
    let stem = word.get(..5).filter(|_| word.len() >= 7)?;
    let name = Cow::Owned(stem.to_owned());
    (!SAYS_LITTLE.contains(&stem)).then_some(Class {
        name,
        recurs: Recurs::Many,
        has_object: true,
        said_of: &[],
    })
}

/// The class of that name.
pub fn named(name: &str) -> Option<Class> {
    words().nouns.values().map(|(class, _)| *class).find(|class| class.name == name).cloned()
}

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(read)
}

fn read() -> Words {
    let mut words = Words { nouns: FxHashMap::default(), verbs: FxHashMap::default() };
    let file = include_str!("classes.tsv");
    for line in file.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let mut columns = line.split('\t');
        let mut next = || columns.next().unwrap_or_default();
        let (name, recurs, nouns, verbs, said_of) = (next(), next(), next(), next(), next());
        let recurs = match recurs {
            "once" => Recurs::Once,
            "long" => Recurs::Long,
            _ => Recurs::Many,
        };
        let things: Vec<&'static str> =
            said_of.split(' ').filter(|thing| !matches!(*thing, "-" | "")).collect();
        let said_of: &'static [&'static str] = Box::leak(things.into_boxed_slice());
        let has_object = ACTIVE.contains(&name);
        let class = Class { name: Cow::Borrowed(name), recurs, has_object, said_of };
        let class: &'static Class = Box::leak(Box::new(class));
        for noun in nouns.split(' ').filter(|noun| *noun != "-") {
            words.nouns.entry(noun.to_owned()).or_insert((class, false));
            words.nouns.entry(plural(noun)).or_insert((class, true));
        }
        for verb in verbs.split(' ').filter(|verb| !matches!(*verb, "-" | "")) {
            let (particle, verb) = match verb.split_once(':') {
                Some((particle, verb)) => (Some(particle), verb),
                None => (None, verb),
            };
            let (verb, needs) = verb.strip_prefix('*').map_or((verb, false), |verb| (verb, true));
            let said_of: &[&str] = if needs { said_of } else { &[] };
            words.verbs.entry(verb).or_default().push(Verb { class, particle, said_of });
        }
    }
    words
}

fn plural(noun: &str) -> String {
    if noun.ends_with("ch") || noun.ends_with("sh") || noun.ends_with('s') {
        return format!("{noun}es");
    }
    match noun.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ => format!("{noun}s"),
    }
}
