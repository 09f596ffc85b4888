//! A sentence told in other words, by changes that any sentence allows.
//!
//! A sentence is a *frame*: its words with [`HOLE`] for what is told of it (`Envoys met ◊ in Oslo.`), so that
//! the right and the wrong words go into the same frame.

use std::sync::LazyLock;

use regex::Regex;

use super::article::capital;
use super::choice::Choice;

/// Stands for the words that are right in one text and wrong in the other.
pub const HOLE: char = '◊';

/// A frame with words in its hole.
pub fn filled(frame: &str, words: &str) -> String {
    capital(&frame.replace(HOLE, words))
}

/// A frame without what hangs on to it: who said so, brackets, clauses behind the last comma. What holds the
/// hole stays.
pub fn trimmed(frame: &str) -> String {
    static HANGERS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
        let patterns = [
            r" ?\([^()]*\)",
            r", (?:[A-Z][^,]{0,60}|(?:an?|the|one|his|her|its|their|state|local) [^,]{0,60}|officials?|police|[a-z]+ sources) (?:said|says|told|reported|added|announced)\b[^,]*\.$",
            r", according to [^,]+\.$",
            r", (?:which|who|where|while|during which|as|but|although|though|after which|saying|adding|leaving|including|bringing) [^;]*\.$",
            r" (?:which|while|although|because|amid) [^;]*\.$",
            r"^(?i:However|Meanwhile|Also|And|But|Moreover|In addition|Earlier|Later), ?",
            r"^(?i:But|And|Yet) ",
        ];
        patterns.iter().map(|pattern| Regex::new(pattern).unwrap()).collect()
    });
    let mut words = frame.to_owned();
    for hanger in HANGERS.iter() {
        let ending = if hanger.as_str().ends_with(r"\.$") { "." } else { "" };
        let shorter = hanger.replace(&words, ending).into_owned();
        let whole = shorter.contains(HOLE) == frame.contains(HOLE) && shorter.split(' ').count() >= 5;
        // `It is ⟨named after her⟩.`
        const LOOSE: &[&str] = &[
            " is.", " was.", " are.", " were.", " by.", " in.", " of.", " to.", " and.", " has.", " had.",
            " at.",
        ];
        let whole = whole && !LOOSE.iter().any(|loose| shorter.ends_with(loose));
        if whole && shorter.matches('"').count() % 2 == 0 {
            words = shorter;
        }
    }
    words.trim().to_owned()
}

/// A frame with a few words for others that mean the same.
pub fn reworded(choice: &mut Choice, frame: &str) -> String {
    const SAME: &[[&str; 2]] = &[
        [" also ", " "],
        [" several ", " a number of "],
        [" began ", " started "],
        [" nearly ", " almost "],
        [" more than ", " over "],
        [" near ", " close to "],
        [" because of ", " owing to "],
        [" about ", " around "],
        [" such as ", " like "],
        [" quickly ", " fast "],
        [" children ", " young people "],
        [" large ", " big "],
        [" told reporters ", " said "],
        [" announced ", " made known "],
        [" attempt ", " bid "],
        [" despite ", " in spite of "],
        [" in order to ", " to "],
        [" however", ""],
        [" purchase ", " buy "],
        [" previously ", " earlier "],
    ];
    let mut words = frame.to_owned();
    for [one, other] in SAME {
        if choice.number(3) > 0 {
            words = words.replace(one, other);
        }
    }
    words
}

/// How a verb tells and what it is called: past, participle, noun, and the words that join subject and object to
/// the noun (`` for none).
const VERBS: &[[&str; 5]] = &[
    ["met with", "", "meeting", "of", "with"],
    ["met", "", "meeting", "of", "with"],
    ["held talks with", "", "talks", "of", "with"],
    ["visited", "visited", "visit", "of", "to"],
    ["arrested", "arrested", "arrest", "by", "of"],
    ["detained", "detained", "detention", "by", "of"],
    ["released", "released", "release", "by", "of"],
    ["signed", "signed", "signing", "by", "of"],
    ["approved", "approved", "approval", "by", "of"],
    ["launched", "launched", "launch", "by", "of"],
    ["unveiled", "unveiled", "unveiling", "by", "of"],
    ["attacked", "attacked", "attack", "by", "on"],
    ["bombed", "bombed", "bombing", "by", "of"],
    ["shelled", "shelled", "shelling", "by", "of"],
    ["seized", "seized", "seizure", "by", "of"],
    ["killed", "killed", "killing", "by", "of"],
    ["invaded", "invaded", "invasion", "by", "of"],
    ["bought", "bought", "purchase", "by", "of"],
    ["acquired", "acquired", "acquisition", "by", "of"],
    ["won", "won", "win", "by", "in"],
    ["died", "", "death", "of", ""],
    ["resigned", "", "resignation", "of", ""],
    ["collapsed", "", "collapse", "of", ""],
    ["exploded", "", "explosion", "of", ""],
    ["crashed", "", "crash", "of", ""],
    ["sank", "", "sinking", "of", ""],
    ["arrived", "", "arrival", "of", ""],
    ["spoke", "", "speech", "of", ""],
    ["opened", "opened", "opening", "by", "of"],
    ["closed", "closed", "closure", "by", "of"],
    ["elected", "elected", "election", "by", "of"],
    ["rejected", "rejected", "rejection", "by", "of"],
    ["reached", "reached", "conclusion", "by", "of"],
];

/// A sentence by its parts: `SUBJECT VERB OBJECT`, the verb one of [`VERBS`].
struct Parts<'a> {
    subject: &'a str,
    verb: &'static [&'static str; 5],
    object: &'a str,
    /// `were killed`: the subject is what it is done to.
    is_passive: bool,
}

fn parts(frame: &str) -> Option<Parts<'_>> {
    static VERB: LazyLock<Regex> = LazyLock::new(|| {
        let verbs: Vec<&str> = VERBS.iter().map(|verb| verb[0]).collect();
        Regex::new(&format!(
            r#"^((?:[^ ,;:"“”()◊]+ ){{1,9}})((?:was|were) )?({})\b( [^.,;◊]*?)?(?: ◊| (?:in|on|at|after|before|for|during|as|by|with|from|to|when|while|and|near|over|that)\b|[.,;])"#,
            verbs.join("|")
        ))
        .unwrap()
    });
    let found = VERB.captures(frame)?;
    let subject = found.get(1)?.as_str().trim();
    let loose =
        [" who ", " that ", " said ", " which ", " had ", " has ", " have ", " not ", " to ", " were "];
    let whole = format!(" {subject} ");
    if loose.iter().any(|word| whole.contains(word)) {
        return None;
    }
    let verb = VERBS.iter().find(|verb| verb[0] == &found[3])?;
    let object = found.get(4).map_or("", |object| object.as_str()).trim();
    Some(Parts { subject, verb, object, is_passive: found.get(2).is_some() })
}

/// A dated sentence in the words of somebody who tells of it later: as something known.
pub fn known(choice: &mut Choice, frame: &str) -> Option<String> {
    let Parts { subject, verb, object, is_passive } = parts(frame)?;
    let [past, participle, noun, of, to] = *verb;
    let tail = *choice.of(&[
        "surprised many people there",
        "came up again and again",
        "left a number of questions open",
        "remains the talk of the week",
        "was still on everybody's mind",
    ]);
    let mut told: Vec<String> = Vec::new();
    let has_object = !object.is_empty();
    if is_passive {
        told.push(format!("The {noun} of {subject} {HOLE} {tail}."));
        told.push(format!("Few had expected it when {subject} were {past} {HOLE}.").replace(
            " were ",
            if subject.starts_with("a ") || subject.split(' ').count() < 3 { " was " } else { " were " },
        ));
    } else if has_object && !to.is_empty() {
        told.push(format!("The {noun} {to} {object} {of} {subject} {HOLE} {tail}."));
        told.push(format!("Reporters had been waiting since dawn when {subject} {past} {object} {HOLE}."));
        if !participle.is_empty() {
            let was = if object.ends_with('s') { "were" } else { "was" };
            told.push(format!("{} {was} {participle} by {subject} {HOLE}.", capital(object)));
        }
        if subject.starts_with(char::is_uppercase) {
            told.push(format!("{subject}, who {past} {object} {HOLE}, could not be reached for comment."));
        }
    } else if to.is_empty() {
        told.push(format!("The {noun} of {subject} {HOLE} {tail}."));
        told.push(format!("Nobody was ready for it when {subject} {past} {HOLE}."));
    }
    (!told.is_empty()).then(|| choice.wording(&told))
}

/// A dated sentence with its day in another place.
pub fn reordered(choice: &mut Choice, frame: &str) -> Option<String> {
    let bare = frame
        .replace(&format!(" {HOLE}"), "")
        .replace(&format!("{HOLE}, "), "")
        .replace(&format!("{HOLE} "), "");
    let bare = bare.trim_start().to_owned();
    if bare.contains(HOLE) || bare.contains(",,") || bare.contains(" ,") {
        return None;
    }
    let front = format!("{HOLE}, {bare}");
    let mut told = vec![front];
    let body = bare.strip_suffix('.')?;
    if !body.contains(',') && body.split(' ').count() < 22 {
        told.push(format!("{body} {HOLE}."));
    }
    if !frame.starts_with(HOLE) {
        told.push(frame.to_owned());
    }
    Some(choice.wording(&told))
}
