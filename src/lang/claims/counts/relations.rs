//! What befell those who are counted, by the words before the count and behind it.

use crate::lang::claims::counts::Relation;
use crate::lang::claims::counts::populations::singular;
use crate::lang::names::page::Page;
use crate::lang::token::{Gap, TokenKind};

/// What a noun in the plural, by its stem, says to have befallen: `deaths`.
pub(super) fn befalling(head: &str) -> Option<Relation> {
    Some(match head {
        "death" | "fatality" | "body" | "corpse" => Relation::Killed,
        "injury" => Relation::Wounded,
        "arrest" => Relation::Arrested,
        "detainee" | "hostage" | "prisoner" => Relation::Detained,
        "evacuee" => Relation::Evacuated,
        _ => return None,
    })
}

/// What a participle says to have befallen somebody, and the verb to be done.
pub(super) fn befall(word: &str) -> Option<Relation> {
    Some(match word {
        "killed" | "killing" | "kill" | "kills" | "dead" | "died" | "slain" | "murdered" | "executed"
        | "perished" => Relation::Killed,
        "wounded" | "wounding" | "injured" | "injuring" | "hurt" => Relation::Wounded,
        "missing" => Relation::Missing,
        "displaced" | "displacing" | "fled" | "uprooted" | "homeless" => Relation::Displaced,
        "arrested" | "arresting" => Relation::Arrested,
        "detained" | "detaining" | "captured" | "capturing" | "kidnapped" | "abducted" => Relation::Detained,
        "evacuated" | "evacuating" => Relation::Evacuated,
        "rescued" | "rescuing" => Relation::Rescued,
        "freed" | "released" | "freeing" | "releasing" => Relation::Released,
        _ => return None,
    })
}

/// What befell those counted, from the words before the count and those behind it, with the last token
/// that says so. `first` is the count's first token, `end` the one behind it.
pub(super) fn relation(page: &Page<'_>, first: usize, end: usize) -> Option<(Relation, usize)> {
    behind(page, end).or_else(|| Some((before(page, first)?, 0)))
}

/// `killed at least 12`, `the deaths of 12`.
fn before(page: &Page<'_>, first: usize) -> Option<Relation> {
    let mut at = page.before(first)?;
    if matches!(page.folded(at), "the" | "another" | "all") {
        at = page.before(at)?;
    }
    if page.folded(at) == "of" {
        let noun = page.folded(page.before(at)?);
        return befalling(&singular(noun)).or_else(|| befall(noun).filter(|_| noun == "killing"));
    }
    let word = page.folded(at);
    if let Some(toll) = toll(page, at) {
        return Some(toll);
    }
    // Who is dead or has died has no object.
    befall(word).filter(|_| !matches!(word, "dead" | "died" | "missing" | "fled" | "homeless" | "perished"))
}

/// `the death toll rose to 46`, `the number of confirmed dead to 46`, `the toll stands at 46`.
fn toll(page: &Page<'_>, joint: usize) -> Option<Relation> {
    const REACH: usize = 6;
    if !matches!(page.folded(joint), "to" | "at") {
        return None;
    }
    let mut at = joint;
    for _ in 0..REACH {
        at = page.before(at)?;
        match page.folded(at) {
            "toll" if page.folded(page.before(at)?) == "injury" => return Some(Relation::Wounded),
            "toll" | "dead" | "deaths" | "killed" | "fatalities" => return Some(Relation::Killed),
            "injured" | "wounded" | "hurt" => return Some(Relation::Wounded),
            "missing" => return Some(Relation::Missing),
            "." | "," | ";" | "from" => return None,
            _ => {}
        }
    }
    None
}

/// `12 people were killed`, `12 dead`, `12 people killed in`.
fn behind(page: &Page<'_>, end: usize) -> Option<(Relation, usize)> {
    let mut passive = false;
    // `took 46 people into custody`
    if page.folded(end) == "into" && page.folded(end + 1) == "custody" {
        return Some((Relation::Arrested, end + 1));
    }
    for at in end..end + 5 {
        let token = page.token(at).filter(|token| token.gap != Gap::Line)?;
        let word = page.folded(at);
        if token.kind == TokenKind::Word
            && let Some(relation) = befall(word)
        {
            let finite = !word.ends_with("ing") || word == "missing";
            let alone = matches!(word, "dead" | "died" | "missing" | "fled" | "homeless" | "perished");
            let next = page.after(at);
            let object = next.is_some_and(|next| {
                let kind = page.token(next).map(|token| token.kind);
                let mark = matches!(kind, Some(TokenKind::Mark(_)));
                !mark
                    && !matches!(
                        page.folded(next),
                        "in" | "by"
                            | "on"
                            | "during"
                            | "when"
                            | "after"
                            | "and"
                            | "at"
                            | "since"
                            | "as"
                            | "while"
                            | "from"
                            | "near"
                            | "over"
                            | "because"
                            | "with"
                            | "along"
                    )
            });
            return (finite && (passive || alone || !object)).then_some((relation, at));
        }
        passive |= matches!(word, "were" | "was" | "been" | "being" | "are" | "is" | "be");
        let links = matches!(
            word,
            "were"
                | "was"
                | "been"
                | "being"
                | "are"
                | "is"
                | "be"
                | "have"
                | "has"
                | "had"
                | "also"
                | "who"
                | "others"
                | "reported"
                | "reportedly"
                | "confirmed"
                | "more"
                | "other"
                | "left"
                | "still"
        );
        if !links {
            return None;
        }
    }
    None
}
