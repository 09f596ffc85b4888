//! Words that decide whose a day is, by class: `words.tsv`.

use std::ops::Range;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::checks::article::prose::Passage;

/// One row a class: its constant, and its name in `words.tsv`.
macro_rules! classes {
    ($($(#[$doc:meta])* $constant:ident = $name:literal;)+) => {
        /// A class of words.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub struct Class(u64);

        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Row { $($constant),+ }

        $($(#[$doc])* pub const $constant: Class = Class(1 << Row::$constant as u64);)+

        fn class(name: &str) -> Option<Class> {
            match name { $($name => Some($constant),)+ _ => None }
        }
    };
}

classes! {
    /// Behind these a day is no day of the verb.
    JOINTS = "joints";
    /// What can follow a day that stands by itself.
    CLOSES = "closes";
    /// What begins a noun.
    DETERMINERS = "determiners";
    /// What begins another clause, or takes the day for itself.
    PARTS = "parts";
    /// What is dated ahead of its day, and words of planning.
    AHEAD_WORDS = "ahead-words";
    /// What is won for a day to come, behind `a` or `their`.
    PLACES = "places";
    /// Prepositions that may give the day to their noun: `spoke about the vote on Feb. 3`.
    LOOSE = "loose";
    /// Before whom one appears.
    COURTS = "courts";
    /// Accounts, whose days are fixed by their calendar.
    PERIODS = "periods";
    /// Whom something is said to, and where.
    HEARERS = "hearers";
    /// What is said, decided or arranged on one day for another.
    OPAQUE = "opaque";
    /// What is done on the day of its object: `held talks on Feb. 28`.
    PERFORMS = "performs";
    /// Events that are fixed for a day before it comes.
    PLANNED_EVENTS = "planned-events";
    /// What nobody knows before its day.
    MISFORTUNES = "misfortunes";
    /// What makes a misfortune one that is only thought of.
    UNREAL = "unreal";
    /// What was meant to be done.
    INTENDED = "intended";
    /// What looks back on a thing that may have the day: `will discuss the accord of …`.
    LOOKS_BACK = "looks-back";
    /// What stands in a calendar, in the simple present.
    CALENDAR = "calendar";
    /// What says that an event is to come.
    UPCOMING = "upcoming";
    /// What has the same day each year, or tells a story in the present.
    RECURS = "recurs";
    /// What an event that is fixed beforehand does on its day.
    HAPPENS = "happens";
    /// What is done to somebody for what is over: `will be tried for …`.
    REPAYS = "repays";
    /// What makes a future tense.
    AHEAD = "ahead";
    /// What leaves open whether it happens.
    MODALS = "modals";
    /// Present tenses that a walk to the left must not pass over.
    PRESENTS = "presents";
    /// `plans to`, `are preparing to`: what is intended lies ahead.
    INTENDS = "intends";
    /// Participles of what is fixed and has not happened.
    FIXED = "fixed";
    /// Travel and meetings that are told in the progressive.
    GOES = "goes";
    /// Adverbs without `-ly`.
    ADVERBS = "adverbs";
    /// What makes a participle behind it an adjective: `the proposed law`.
    MAKES_NOUNS = "makes-nouns";
    /// Words in `-ed` that are no verbs.
    NO_VERBS = "no-verbs";
    /// The irregular pasts, and participles that have the same form. What is no less often a noun or
    /// an adjective (`set`, `cut`, `cost`) is left out.
    IRREGULAR = "irregular";
    /// Irregular participles that are no pasts.
    PARTICIPLES = "participles";
    /// Participles of what is fixed for a day.
    SET = "set";
}

/// Whether the item is a word of the class.
pub fn is(passage: &Passage<'_>, at: usize, class: Class) -> bool {
    passage.item(at).is_some_and(|item| is_word(item.words(), class))
}

/// Whether a word of the class stands among the items of the range.
pub fn has(passage: &Passage<'_>, range: Range<usize>, class: Class) -> bool {
    range.into_iter().any(|at| is(passage, at, class))
}

/// Whether the word is of the class.
pub fn is_word(word: &str, class: Class) -> bool {
    let of = |word: &str| classes().get(word).is_some_and(|classes| classes & class.0 != 0);
    if word.bytes().any(|byte| byte.is_ascii_uppercase()) { of(&word.to_ascii_lowercase()) } else { of(word) }
}

/// Whether the word is a form of a verb of the class.
pub fn is_form(word: &str, class: Class) -> bool {
    let word = word.to_ascii_lowercase();
    let of = |base: &str| is_word(base, class);
    let ending = |ending: &str| word.strip_suffix(ending);
    of(&word)
        || ["s", "es", "ed", "d", "ing"].into_iter().any(|end| ending(end).is_some_and(of))
        // `carried` of `carry`
        || ["ied", "ies"].into_iter().any(|end| ending(end).is_some_and(|stem| of(&format!("{stem}y"))))
        // `cancelled` of `cancel`
        || ending("ed").is_some_and(|stem| {
            let mut letters = stem.chars().rev();
            letters.next() == letters.next() && stem.get(..stem.len().saturating_sub(1)).is_some_and(of)
        })
}

fn classes() -> &'static FxHashMap<&'static str, u64> {
    static CLASSES: OnceLock<FxHashMap<&'static str, u64>> = OnceLock::new();
    CLASSES.get_or_init(|| {
        let mut classes: FxHashMap<&str, u64> = FxHashMap::default();
        let rows = include_str!("words.tsv").lines().filter(|line| !line.starts_with('#'));
        for (name, words) in rows.filter_map(|line| line.split_once('\t')) {
            let Some(Class(bit)) = class(name) else { continue };
            words.split(' ').for_each(|word| *classes.entry(word).or_default() |= bit);
        }
        classes
    })
}
