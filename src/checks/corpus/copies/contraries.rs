//! Words that exclude each other where one stands in the place of the other.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::checks::corpus::copies::{Sort, Word, align};

/// Each row is one question; its columns are answers that exclude each other.
const ROWS: &[&[&[&str]]] = &[
    &[
        &[
            "rise",
            "rose",
            "risen",
            "increase",
            "grow",
            "grew",
            "grown",
            "growth",
            "gain",
            "climb",
            "jump",
            "higher",
            "more",
            "above",
            "surge",
            "strengthen",
            "expand",
            "raise",
            "upward",
        ],
        &[
            "fall", "fell", "fallen", "decrease", "drop", "decline", "shrink", "shrank", "shrunk", "lower",
            "less", "fewer", "below", "plunge", "weaken", "slump", "reduce", "cut", "downward",
        ],
    ],
    &[
        &[
            "approve", "accept", "back", "support", "endorse", "welcome", "adopt", "ratify", "agree",
            "favour", "praise", "uphold", "upheld", "grant",
        ],
        &[
            "reject",
            "oppose",
            "refuse",
            "condemn",
            "veto",
            "denounce",
            "block",
            "criticise",
            "overturn",
            "decline",
            "dismiss",
        ],
    ],
    &[&["confirm", "admit", "acknowledge"], &["deny", "denied"]],
    &[&["win", "won", "victory", "beat", "defeat"], &["lose", "lost"]],
    &[&["victory"], &["defeat"]],
    &[&["open", "reopen"], &["close", "shut"]],
    &[&["start", "begin", "began", "begun", "launch", "beginning"], &["end", "finish", "conclude", "stop"]],
    &[&["arrive", "arrival", "enter"], &["leave", "left", "depart", "departure"]],
    &[&["buy", "bought", "purchase", "acquire"], &["sell", "sold"]],
    &[&["import"], &["export"]],
    &[&["arrest", "detain", "jail", "imprison", "capture"], &["release", "free", "freed", "acquit"]],
    &[&["guilty", "convict"], &["innocent", "acquit"]],
    &[
        &["kill", "dead", "die", "died", "death"],
        &["injure", "wound", "hurt", "survive", "unhurt", "alive"],
        &["missing"],
    ],
    &[&["hold", "held", "sign", "resume"], &["cancel", "postpone", "delay", "suspend", "abandon", "scrap"]],
    &[&["allow", "permit", "lift", "legalise"], &["ban", "forbid", "prohibit", "bar", "impose"]],
    &[
        &["north", "northern"],
        &["south", "southern"],
        &["east", "eastern"],
        &["west", "western"],
        &["northeast", "northeastern"],
        &["northwest", "northwestern"],
        &["southeast", "southeastern"],
        &["southwest", "southwestern"],
    ],
    &[
        &["brother"],
        &["sister"],
        &["son"],
        &["daughter"],
        &["husband"],
        &["wife"],
        &["father"],
        &["mother"],
        &["uncle"],
        &["aunt"],
        &["nephew"],
        &["niece"],
        &["cousin"],
        &["grandson"],
        &["granddaughter"],
        &["grandfather"],
        &["grandmother"],
    ],
    &[&["man"], &["woman"]],
    &[&["men"], &["women"]],
    &[&["boy"], &["girl"]],
    &[&["male"], &["female"]],
    &[
        &["dollar"],
        &["euro"],
        &["pound", "sterling"],
        &["yen"],
        &["yuan", "renminbi"],
        &["ruble", "rouble"],
        &["rupee"],
        &["peso"],
        &["franc"],
        &["lira"],
        &["riyal"],
    ],
    &[&["hour"], &["day"], &["week"], &["month"], &["year"], &["minute"], &["decade"]],
    &[&["before"], &["after"]],
    &[&["majority"], &["minority"]],
    &[&["largest", "biggest", "greatest"], &["smallest"]],
    &[&["oldest", "eldest"], &["youngest"]],
    &[&["highest"], &["lowest"]],
    &[&["best"], &["worst"]],
    &[&["longest"], &["shortest"]],
    &[&["more"], &["less", "fewer"]],
    &[&["most"], &["least", "fewest"]],
    &[&["longer"], &["shorter"]],
    &[&["better"], &["worse"]],
    &[&["everybody", "everyone"], &["nobody"]],
    &[&["everything"], &["nothing"]],
    &[&["always"], &["never"]],
    &[&["unanimous", "unanimously"], &["narrowly"]],
    &[&["true"], &["false"]],
    &[&["safe"], &["dangerous"]],
    &[&["strong"], &["weak"]],
    &[&["upper"], &["lower"]],
    &[&["semifinal"], &["quarterfinal"], &["final"]],
    &[&["war"], &["peace"]],
    &[&["enemy"], &["friend", "ally"]],
];

/// Small words that exclude each other: that it is, ought to be or may be so, and of how many.
const SMALL: &[&[&[&str]]] = &[
    &[&["will", "shall", "must"], &["should", "ought"], &["may", "might", "could"]],
    &[&["all", "every", "each"], &["some"]],
];

/// The questions that a word answers, each with its answer, by the word's stem.
static ANSWERS: LazyLock<FxHashMap<u64, Vec<(usize, usize)>>> = LazyLock::new(|| {
    let mut found: FxHashMap<u64, Vec<(usize, usize)>> = FxHashMap::default();
    for (question, row) in ROWS.iter().enumerate() {
        for (answer, words) in row.iter().enumerate() {
            for word in *words {
                found.entry(align::hashed(word)).or_default().push((question, answer));
            }
        }
    }
    found
});

/// Whether two words exclude each other.
pub fn are(one: &Word, other: &Word) -> bool {
    let answers = |word: &Word| ANSWERS.get(&word.stem).map_or(&[][..], Vec::as_slice);
    let excluded = answers(one).iter().any(|(question, answer)| {
        let mut others = answers(other).iter().filter(|(other, _)| other == question);
        // A word that answers a question in two ways says neither.
        others.next().is_some_and(|(_, other)| other != answer)
    });
    excluded || is_negated(&one.form, &other.form) || is_negated(&other.form, &one.form)
}

/// Whether of some small words each side has one of two that exclude each other: `will`, `may`.
pub fn are_small(one: &[String], other: &[String]) -> bool {
    let answer = |row: &[&[&str]], words: &[String]| {
        let mut answers = row
            .iter()
            .enumerate()
            .filter(|(_, answer)| words.iter().any(|word| answer.contains(&word.as_str())));
        let first = answers.next().map(|(at, _)| at);
        first.filter(|_| answers.next().is_none())
    };
    SMALL.iter().any(|row| answer(row, one).zip(answer(row, other)).is_some_and(|(one, other)| one != other))
}

/// Words that deny without a `not`.
static DENIALS: LazyLock<FxHashSet<u64>> = LazyLock::new(|| {
    align::stems(&[
        "fail", "refuse", "deny", "denied", "reject", "decline", "lack", "avoid", "prevent", "exclude",
        "rule", "miss", "hardly", "barely", "rarely", "seldom", "little", "few", "free", "dismiss",
        "dispute", "stop", "refrain", "cease", "absent", "absence", "withhold", "withheld",
    ])
});

/// Whether a word denies something, so that what it says may be said with a `not` and other words.
pub fn denies(word: &Word) -> bool {
    const PREFIXES: &[&str] = &["un", "in", "im", "il", "ir", "dis", "non"];
    DENIALS.contains(&word.stem)
        || word.sort == Sort::Content
            && word.form.len() > 6
            && PREFIXES.iter().any(|prefix| word.form.starts_with(prefix))
}

/// `unlikely` of `likely`.
fn is_negated(one: &str, other: &str) -> bool {
    const PREFIXES: &[&str] = &["un", "in", "im", "il", "ir", "dis", "non"];
    other.len() > 3
        && PREFIXES.iter().any(|prefix| one.strip_prefix(prefix).is_some_and(|root| root == other))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::span::Span;

    fn are(one: &str, other: &str) -> bool {
        let word = |form: &str| Word {
            form: form.into(),
            stem: align::hashed(form),
            span: Span::default(),
            sort: Sort::Content,
        };
        super::are(&word(one), &word(other))
    }

    #[test]
    fn words_that_answer_one_question_otherwise_exclude_each_other() {
        for (one, other) in [
            ("approved", "rejected"),
            ("rose", "fell"),
            ("likely", "unlikely"),
            ("imports", "exports"),
            ("northern", "southern"),
            ("brother", "sister"),
        ] {
            assert!(are(one, other) && are(other, one), "{one} {other}");
        }
        for (one, other) in [("rose", "climbed"), ("approved", "endorsed"), ("talks", "negotiations")] {
            assert!(!are(one, other), "{one} {other}");
        }
        let words = |word: &str| vec![word.to_owned()];
        assert!(are_small(&words("will"), &words("may")));
        assert!(are_small(&words("will"), &words("should")));
        assert!(!are_small(&words("will"), &words("shall")));
    }
}
