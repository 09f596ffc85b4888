//! Words of which a thing that is counted has one only.

use crate::checks::article::prose::{ItemKind, Passage};

/// Words of which a thing counted has one only: who voted for did not vote against.
const SORTS: &[&[&[&str]]] = &[
    &[
        &["for", "favor", "favour", "yes", "backed", "supported", "approved"],
        &["against", "no", "opposed", "rejected"],
        &["abstained", "abstaining", "abstentions", "abstention"],
        &["absent", "missing", "missed"],
    ],
    &[
        &["adopted", "approved", "accepted", "upheld", "passed", "granted"],
        &["rejected", "dismissed", "refused", "denied", "failed", "thrown"],
        &["withdrawn", "pending", "open", "undecided"],
    ],
    &[
        &["killed", "died", "dead", "drowned", "perished"],
        &["injured", "wounded", "hurt", "survived", "unhurt", "unharmed", "rescued", "escaped"],
        &["missing"],
    ],
    &[&["won", "wins", "win"], &["lost", "losses", "loss"], &["drawn", "draws", "drew", "tied", "ties"]],
    &[&["men", "man"], &["women", "woman"], &["children", "child", "minors"]],
    &[&["opened", "open"], &["closed", "shut"]],
    &[&["slightly", "lightly"], &["seriously", "critically", "severely", "gravely", "badly"]],
    &[
        &["civilians", "civilian"],
        &[
            "soldiers",
            "policemen",
            "police",
            "militants",
            "rebels",
            "fighters",
            "troops",
            "guards",
            "insurgents",
            "officers",
            "gunmen",
            "soldier",
        ],
    ],
    &[&["adults", "adult", "teachers", "parents"], &["children", "child", "minors", "pupils", "students"]],
];

/// The sort of each part, where nothing counted can be of two of them.
pub fn are_exclusive(passage: &Passage<'_>, bounds: &[(usize, usize)]) -> bool {
    let of_sort = |sort: &&[&[&str]]| {
        let kinds: Vec<usize> = bounds
            .iter()
            .filter_map(|(from, to)| {
                let of = |range: std::ops::Range<usize>| {
                    sort.iter().position(|words| passage.has_any(range.clone(), words))
                };
                of(*from..*to).or_else(|| of(from.saturating_sub(2)..*from))
            })
            .collect();
        let mut distinct = kinds.clone();
        distinct.sort_unstable();
        distinct.dedup();
        kinds.len() == bounds.len() && distinct.len() == kinds.len()
    };
    let places = bounds.iter().all(|(from, to)| {
        (*from..(*from + 5).min(*to)).any(|at| {
            passage.is_any(at, &["in", "at", "from", "near"])
                && passage.item(at + 1).is_some_and(|item| matches!(item.kind, ItemKind::Name(_)))
        })
    });
    // `15 were Chinese, six Japanese and four Korean`
    let nations: Vec<&str> = bounds
        .iter()
        .filter_map(|(from, to)| {
            (*from + 1..(*from + 5).min(*to)).map(|at| passage.word(at)).find(|word| {
                word.starts_with(|first: char| first.is_uppercase())
                    && ["ese", "an", "ans", "ish", "ch", "ians", "is", "i", "ks", "ss", "es", "ns", "ds"]
                        .iter()
                        .any(|end| word.ends_with(end))
            })
        })
        .collect();
    let mut distinct = nations.clone();
    distinct.sort_unstable();
    distinct.dedup();
    SORTS.iter().any(of_sort) || places || nations.len() == bounds.len() && distinct.len() == bounds.len()
}
