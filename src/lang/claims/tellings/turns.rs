//! What a sentence, or a clause, says of how far things came.

use std::ops::Range;

use crate::lang::claims::actors::Actors;
use crate::lang::claims::tellings::Turns;

/// What a word, with the one behind it, says of how far something came.
fn turn(word: &str, next: &str) -> Turns {
    match (word, next) {
        ("took" | "taken" | "takes", "place")
        | ("went" | "gone" | "goes", "ahead")
        | ("lifted" | "blasted", "off")
        | ("got", "under" | "underway")
        | ("walked", "out")
        | ("were" | "was" | "went" | "are", "on") => {
            if matches!(next, "on") {
                Turns::default()
            } else {
                Turns::HELD
            }
        }
        ("put" | "puts" | "putting", "off" | "back") | ("pushed", "back") => Turns::LATER,
        ("called" | "call" | "calls" | "calling", "off") | ("pulled", "out") => Turns::OFF,
        ("voted" | "turned" | "struck", "down") | ("threw" | "thrown", "out") => Turns::REJECTED,
        ("postponed" | "postpones" | "postpone" | "delayed" | "deferred" | "scrubbed", _) => Turns::LATER,
        (
            "cancelled" | "canceled" | "cancels" | "cancel" | "scrapped" | "shelved" | "averted" | "averts"
            | "abandoned" | "abandons" | "aborted",
            _,
        ) => Turns::OFF,
        ("dropped" | "drops" | "drop", "plan" | "plans" | "bid" | "its" | "their" | "merger" | "trip") => {
            Turns::OFF
        }
        (
            "began" | "begun" | "started" | "opened" | "launched" | "completed" | "concluded" | "arrived"
            | "landed" | "held" | "ended" | "finished" | "toured" | "visited" | "attended" | "met"
            | "picketing",
            _,
        ) => Turns::HELD,
        ("signed" | "signs" | "inked" | "signatures" | "signing", _) => Turns::SIGNED,
        ("unsigned", _) => Turns::UNSIGNED,
        (
            "approved" | "approves" | "ratified" | "ratifies" | "passed" | "passes" | "adopted" | "adopts"
            | "endorsed" | "cleared",
            _,
        ) => Turns::APPROVED,
        ("rejected" | "rejects" | "blocked" | "blocks" | "vetoed" | "defeated", _) => Turns::REJECTED,
        ("will" | "scheduled" | "planned" | "expected" | "due" | "plans" | "set", _) => Turns::AHEAD,
        ("is" | "are" | "was" | "were", "to") => Turns::AHEAD,
        (
            "played" | "performed" | "kicked" | "won" | "lost" | "sworn" | "inaugurated" | "went",
            "off" | "to" | "in" | "at" | "down" | "by",
        ) => Turns::HELD,
        ("another", "s" | "'s" | "'" | "’" | "." | ",") => Turns::default(),
        ("another" | "similar" | "previous" | "previously" | "unrelated" | "separate", _) => Turns::OTHER,
        // Of what is spoken about, the day is another.
        (
            "condemned" | "denounced" | "deplored" | "mourned" | "commemorated" | "discussed"
            | "investigating" | "criticised" | "criticized" | "welcomed" | "hailed" | "assess" | "condemns"
            | "anniversary",
            _,
        ) => Turns::OTHER,
        // `A signed, B did not.`
        ("not", "." | "," | ";" | "!") => Turns::OPEN,
        ("could" | "would" | "may", "not") => Turns::default(),
        (
            "second" | "third" | "fourth" | "fifth" | "next" | "other" | "latest" | "new",
            "round" | "leg" | "semi" | "semi-final" | "semifinal" | "summit" | "meeting" | "match" | "test"
            | "trial" | "attack" | "blast" | "explosion" | "call" | "visit" | "phase" | "conference" | "vote"
            | "debate",
        ) => Turns::OTHER,
        // `their second in three days`
        ("second" | "third" | "fourth" | "fifth", "in" | "since" | "this" | "within") => Turns::OTHER,
        ("if" | "unless" | "would" | "could" | "might" | "may" | "whether" | "should", _) => Turns::OPEN,
        _ => Turns::default(),
    }
}

/// What the words of some tokens say of how far things came.
pub(super) fn turns(actors: &Actors<'_>, tokens: Range<usize>) -> Turns {
    let page = actors.page;
    // `May` is a month there.
    let dates: Vec<Range<usize>> =
        actors.dates_within(tokens.clone()).map(|date| actors.date_tokens(date)).collect();
    let mut turns = Turns::default();
    // How many tokens ago a negation stood: it reaches over auxiliaries and adverbs.
    let mut negated: Option<usize> = None;
    for at in tokens.clone().filter(|at| !dates.iter().any(|date| date.contains(at))) {
        let word = page.folded(at);
        let yet = matches!(word, "yet" | "still") && page.folded(at + 1) == "to";
        if matches!(word, "not" | "never" | "without" | "failed" | "refused" | "declined" | "n't")
            || yet
            || word.ends_with("n't")
        {
            negated = Some(at);
        }
        let is_negated = negated.is_some_and(|not| at > not && at - not <= 4);
        let infinitive = match word {
            "sign" | "initial" | "ink" if is_negated => Turns::UNSIGNED,
            "ratify" | "approve" | "pass" | "adopt" if is_negated => Turns::REJECTED,
            "take" | "go" | "begin" | "start" | "happen" if is_negated => Turns::OFF,
            _ => Turns::default(),
        };
        let found = turn(word, page.folded(at + 1));
        let found = match found {
            Turns::SIGNED if is_negated => Turns::UNSIGNED,
            Turns::APPROVED if is_negated => Turns::REJECTED,
            Turns::HELD if is_negated => Turns::OFF,
            Turns::OFF | Turns::LATER | Turns::REJECTED if is_negated => Turns::OPEN,
            found => found,
        };
        turns = turns.and(found).and(infinitive);
        if word == "to" && page.folded(at + 1) == "blame" {
            turns.0 &= !Turns::AHEAD.0;
        }
        if page.folded(at) == "on" && page.folded(at + 1) == "strike" {
            turns = turns.and(if is_negated { Turns::OFF } else { Turns::HELD });
        }
    }
    turns
}
