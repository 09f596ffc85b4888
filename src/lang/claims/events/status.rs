//! How far an event has come, by the verbs and adjectives round its trigger.

use crate::lang::claims::Status;
use crate::lang::claims::events::grammar;
use crate::lang::claims::events::reading::Trigger;
use crate::lang::claims::events::scene::Scene;
use crate::lang::lexicon::Classes;
use crate::lang::lexicon::triggers::{Form, What};

/// How many words of a verb group are looked at before its verb.
const GROUP: usize = 6;
/// A verb governs a noun so many tokens before its phrase: `took part in`, `called off`.
const LIGHT: usize = 3;
/// The verb of which a noun is the subject stands so near behind: `the talks in Kelda were postponed`.
const SUBJECT_OF: usize = 18;
/// `scheduled for` stands so near behind its noun.
const ATTRIBUTE: usize = 12;

/// The verb that a noun of an event depends on.
#[derive(Clone, Copy, Debug)]
pub struct Carrier {
    pub at: usize,
    /// The noun is its subject.
    pub is_behind: bool,
    pub status: Status,
    /// Its object is the noun: who does the one takes part in the other.
    pub is_light: bool,
}

/// What is said of an event; `None` where it is not said to be one: denied in passing, or supposed.
pub fn status(scene: &Scene<'_>, trigger: &Trigger, carrier: Option<Carrier>) -> Option<Status> {
    if is_supposed(scene, trigger) {
        return None;
    }
    if !trigger.is_noun() {
        return group(scene, trigger.at);
    }
    let determiner = scene.folded(trigger.phrase);
    if determiner == "no" {
        let held = carrier.is_some_and(|carrier| carrier.is_behind && carrier.status == Status::Told);
        return held.then_some(Status::Denied);
    }
    if matches!(determiner, "any" | "every" | "each" | "what" | "such" | "whatever" | "either" | "neither") {
        return None;
    }
    let carried = match carrier {
        Some(carrier) => carried(scene, carrier)?,
        None => Status::Told,
    };
    Some(
        carried.max(attribute(scene, trigger)).max(before_phrase(scene, trigger)).max(behind(scene, trigger)),
    )
}

/// The verb that carries a noun: `held a meeting`, `the meeting was postponed`.
pub fn carrier(scene: &Scene<'_>, trigger: &Trigger) -> Option<Carrier> {
    if !trigger.is_noun() {
        return None;
    }
    let mut phrase = trigger.phrase;
    // `the second round of talks`, `a series of strikes`: the verb stands before all of it.
    if let Some(head) = counted(scene, trigger) {
        phrase = scene.phrase_start(head);
    }
    for distance in 1..=LIGHT {
        let Some(at) = phrase.checked_sub(distance).filter(|at| scene.tokens.contains(at)) else { break };
        if let Some(status) = light(scene, at) {
            return Some(Carrier { at, is_behind: false, status, is_light: true });
        }
        let small = matches!(
            scene.folded(at),
            "part"
                | "in"
                | "on"
                | "to"
                | "into"
                | "off"
                | "out"
                | "up"
                | "through"
                | "with"
                | "further"
                | "at"
        );
        if !small {
            break;
        }
    }
    subject_of(scene, trigger)
}

/// The noun that counts a trigger behind `of`: `round` of `the second round of talks`.
pub fn counted(scene: &Scene<'_>, trigger: &Trigger) -> Option<usize> {
    let of = trigger.phrase.checked_sub(1).filter(|&at| scene.folded(at) == "of")?;
    let head = of.checked_sub(1)?;
    matches!(
        scene.folded(head),
        "round" | "rounds" | "series" | "day" | "days" | "hours" | "wave" | "session" | "string"
    )
    .then_some(head)
}

/// The finite verb behind a noun that is its subject.
fn subject_of(scene: &Scene<'_>, trigger: &Trigger) -> Option<Carrier> {
    let mut commas = 0;
    for at in trigger.last + 1..=trigger.last + SUBJECT_OF {
        let folded = scene.folded(at);
        commas += usize::from(folded == ",");
        if folded.is_empty() || grammar::ends_clause(folded) && folded != "that" || commas > 2 {
            return None;
        }
        let status = light(scene, at).or_else(|| subject_verb(folded));
        let auxiliary = at.checked_sub(1).map_or("", |before| scene.folded(before));
        let passive = grammar::is_be(auxiliary) || grammar::is_adverb(auxiliary);
        let intransitive = matches!(
            folded,
            "began"
                | "begins"
                | "begin"
                | "started"
                | "starts"
                | "start"
                | "ended"
                | "ends"
                | "took"
                | "takes"
                | "collapsed"
                | "resumed"
                | "continued"
                | "continue"
                | "continues"
                | "opened"
                | "opens"
                | "concluded"
                | "take"
                | "killed"
                | "struck"
                | "hit"
                | "resume"
                | "broke"
        );
        if let Some(status) = status.filter(|_| passive || intransitive) {
            return Some(Carrier { at, is_behind: true, status, is_light: false });
        }
        let other = grammar::is_verb(scene.page, at)
            && !grammar::is_be(folded)
            && !grammar::is_modal(folded)
            && !grammar::is_have(folded);
        if other {
            return None;
        }
    }
    None
}

fn subject_verb(folded: &str) -> Option<Status> {
    Some(match folded {
        "takes" | "took" | "take" | "taking" | "occurred" | "happened" | "struck" | "hit" | "killed" => {
            Status::Told
        }
        "planned" | "scheduled" | "due" | "slated" => Status::Planned,
        "proposed" => Status::Proposed,
        "cancelled" | "canceled" | "scrapped" | "aborted" => Status::Cancelled,
        "postponed" | "delayed" => Status::Postponed,
        "suspended" | "halted" => Status::Suspended,
        "ended" | "concluded" | "collapsed" => Status::Ended,
        _ => return None,
    })
}

/// What a light verb at a token makes of its noun; `called off` has its particle behind.
fn light(scene: &Scene<'_>, at: usize) -> Option<Status> {
    let word = scene.page.known_word(at)?;
    let readings = word.readings.iter().filter_map(|reading| match reading.what {
        What::Light(status) => Some((status, reading)),
        _ => None,
    });
    let mut best = None;
    for (status, reading) in readings {
        match reading.particle {
            Some(particle) if scene.folded(at + 1) == particle => return Some(status),
            Some(_) => {}
            None => best = best.or(Some(status)),
        }
    }
    best
}

/// The status of a noun by its verb and the words before the verb.
fn carried(scene: &Scene<'_>, carrier: Carrier) -> Option<Status> {
    let by_group = group(scene, carrier.at)?;
    // What will be postponed or was planned is told by the verb; what will be held is planned.
    Some(match carrier.status {
        Status::Told => by_group,
        status => status,
    })
}

/// What the words before a verb say: `will`, `is due to`, `wants to`; `None` where it is negated.
fn group(scene: &Scene<'_>, verb: usize) -> Option<Status> {
    let mut status = Status::Told;
    let mut at = verb;
    for _ in 0..GROUP {
        let Some(before) = at.checked_sub(1).filter(|before| scene.tokens.contains(before)) else { break };
        let folded = scene.folded(before);
        at = before;
        if grammar::is_negation(folded) {
            return None;
        }
        match folded {
            "will" | "shall" => return Some(Status::Planned),
            "would" => {
                return Some(if is_reported(scene, before) { Status::Planned } else { Status::Proposed });
            }
            "could" | "may" | "might" | "can" | "should" | "must" => status = Status::Proposed,
            "to" => return infinitive(scene, before),
            "denied" | "denies" | "deny" | "denying" if is_gerund(scene, verb) || is_having(scene, verb) => {
                return Some(Status::Denied);
            }
            _ if grammar::is_be(folded) || grammar::is_have(folded) || grammar::is_do(folded) => {}
            _ if grammar::is_adverb(folded) => {}
            _ => break,
        }
    }
    Some(status)
}

fn is_gerund(scene: &Scene<'_>, verb: usize) -> bool {
    scene.folded(verb).ends_with("ing")
}

fn is_having(scene: &Scene<'_>, verb: usize) -> bool {
    (verb.saturating_sub(3)..verb).any(|at| scene.folded(at) == "having")
}

/// What governs the infinitive at `to`.
fn infinitive(scene: &Scene<'_>, to: usize) -> Option<Status> {
    let Some(mut before) = scene.before(to) else { return Some(Status::Planned) };
    // `urged Petrov to meet`, `invited him to visit`.
    let mut person = false;
    if let Some(item) = scene.item_at(before) {
        person = true;
        before = item.start.checked_sub(1).filter(|at| scene.tokens.contains(at)).unwrap_or(before);
    } else if grammar::is_object_pronoun(scene.folded(before)) {
        person = true;
        before = before.checked_sub(1).unwrap_or(before);
    }
    let folded = scene.folded(before);
    if before > scene.tokens.start && grammar::is_negation(scene.folded(before - 1)) {
        return None;
    }
    match folded {
        "is" | "are" | "was" | "were" if !person => Some(Status::Planned),
        "scheduled" | "due" | "set" | "expected" | "planned" | "plans" | "plan" | "planning" | "slated"
        | "going" | "about" | "agreed" | "agrees" | "agree" | "vowed" | "vows" | "pledged" | "pledges"
        | "promised" | "promises" | "intends" | "intended" | "intend" | "poised" | "preparing"
        | "prepared" | "decided" | "decides" | "ordered" | "scheduled-" | "plots" | "prepares" => {
            Some(Status::Planned)
        }
        "want" | "wants" | "wanted" | "hope" | "hopes" | "hoped" | "hoping" | "seek" | "seeks" | "sought"
        | "seeking" | "offer" | "offers" | "offered" | "propose" | "proposed" | "proposes" | "threaten"
        | "threatens" | "threatened" | "threatening" | "ready" | "willing" | "urged" | "urges" | "urging"
        | "asked" | "asks" | "wish" | "wished" | "allow" | "allowed" | "allows" | "invited" | "invites"
        | "invitation" | "have" | "has" | "had" | "attempt" | "attempts" | "attempted" | "trying"
        | "tried" | "try" | "bid" | "right" | "power" | "pressure" | "need" | "needs" | "needed"
        | "calls" | "called" | "demanded" | "demands" | "wanting" | "threat" | "threats" | "considering"
        | "like" | "willingness" | "readiness" | "plot" | "plotted" | "plotting" | "conspiring"
        | "conspired" | "efforts" | "effort" | "chance" | "opportunity" | "likely" | "free" | "able"
        | "authority" | "proposal" | "encouraged" => Some(Status::Proposed),
        "refused" | "refuses" | "refusing" | "declined" | "declines" | "failed" | "fails" | "failing"
        | "failure" | "unable" | "reluctant" | "unwilling" | "refusal" | "unlikely" | "yet" => None,
        // `Petrov, Lund To Meet In Kelda`: the plan is the news.
        _ if scene.is_headline && !has_verb(scene, to) => Some(Status::Planned),
        _ => Some(Status::Told),
    }
}

fn has_verb(scene: &Scene<'_>, to: usize) -> bool {
    (scene.tokens.start..to).any(|at| grammar::is_verb(scene.page, at))
}

/// Whether somebody says it: `said he would visit`.
fn is_reported(scene: &Scene<'_>, at: usize) -> bool {
    (scene.tokens.start..at).any(|at| scene.page.classes(at).any(Classes::SAID))
}

/// `if`, `unless`, `whether` before it in its clause.
fn is_supposed(scene: &Scene<'_>, trigger: &Trigger) -> bool {
    (scene.tokens.start..trigger.at).rev().take_while(|&at| !matches!(scene.folded(at), ";" | "—" | "”")).any(
        |at| {
            let supposes = matches!(scene.folded(at), "if" | "unless" | "whether");
            let closed = supposes && (at..trigger.at).any(|at| scene.folded(at) == ",");
            supposes && !closed
        },
    )
}

/// Adjectives of the noun's phrase.
fn attribute(scene: &Scene<'_>, trigger: &Trigger) -> Status {
    (trigger.phrase..trigger.first)
        .map(|at| match scene.folded(at) {
            "planned" | "scheduled" | "upcoming" | "forthcoming" | "coming" | "future" | "impending" => {
                Status::Planned
            }
            "proposed" | "possible" | "potential" | "threatened" | "likely" => Status::Proposed,
            "postponed" | "delayed" => Status::Postponed,
            "cancelled" | "canceled" | "aborted" | "abandoned" | "foiled" => Status::Cancelled,
            "suspended" | "stalled" => Status::Suspended,
            _ => Status::Told,
        })
        .max()
        .unwrap_or_default()
}

/// `called for talks`, `the possibility of a visit`, `ahead of the election`.
fn before_phrase(scene: &Scene<'_>, trigger: &Trigger) -> Status {
    let word = |back: usize| trigger.phrase.checked_sub(back).map_or("", |at| scene.folded(at));
    match (word(2), word(1)) {
        ("ahead", "of")
        | ("plans" | "preparations" | "prepare" | "preparing" | "planned" | "scheduled", "for") => {
            Status::Planned
        }
        (
            "call" | "calls" | "called" | "calling" | "hope" | "hopes" | "push" | "ready" | "proposal"
            | "bid",
            "for",
        )
        | (
            "possibility" | "threat" | "risk" | "danger" | "prospect" | "idea" | "fear" | "fears" | "hopes",
            "of",
        )
        | (_, "demand" | "demanding" | "demanded" | "urged" | "urging" | "seeking") => Status::Proposed,
        _ => Status::Told,
    }
}

/// `talks … scheduled for`, `the meeting due on Monday`.
fn behind(scene: &Scene<'_>, trigger: &Trigger) -> Status {
    for at in trigger.last + 1..=trigger.last + ATTRIBUTE {
        match scene.folded(at) {
            "" => break,
            "scheduled" | "slated" => return Status::Planned,
            "planned" | "set" | "due"
                if matches!(scene.folded(at + 1), "for" | "to" | "on" | "in" | "next") =>
            {
                return Status::Planned;
            }
            folded if grammar::ends_clause(folded) => break,
            _ if at > trigger.last + 1 && grammar::is_verb(scene.page, at) => break,
            _ => {}
        }
    }
    Status::Told
}

/// Whether a verb stands in a form that only has sense with somebody named: `to attack`, `visiting`.
pub fn is_bare_form(trigger: &Trigger) -> bool {
    matches!(trigger.reading.form, Form::Base | Form::Gerund | Form::Third)
}
