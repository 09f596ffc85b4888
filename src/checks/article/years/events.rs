//! The year of the event that an anniversary is of.

use crate::checks::article::prose::{ItemKind, Passage};
use crate::checks::article::years::{Chronicle, Named, time_of, year};

impl Chronicle<'_> {
    /// The year of the event that an anniversary is of, where another sentence names event and year together: `the
    /// 1994 bombing`, `the treaty was signed in 1995` for `the signing of the treaty`.
    pub fn event(&self, index: usize, from: usize) -> Option<Named> {
        const NOUN: usize = 7;
        const EVENTS: &[(&str, &[&str])] = &[
            ("signing", &["signed", "initialled", "initialed", "concluded", "agreed"]),
            ("death", &["died", "killed", "murdered", "assassinated"]),
            ("birth", &["born"]),
            ("independence", &["independence", "independent"]),
            ("sinking", &["sank", "sunk"]),
            ("disaster", &["exploded", "disaster", "sank"]),
            ("assassination", &["assassinated", "shot", "killed"]),
            ("murder", &["murdered", "killed"]),
            ("invasion", &["invaded", "invasion"]),
            ("liberation", &["liberated"]),
            ("massacre", &["massacred", "massacre"]),
            ("discovery", &["discovered"]),
            ("merger", &["merged", "merger"]),
            ("reunification", &["reunified", "reunited"]),
            ("abolition", &["abolished"]),
            ("introduction", &["introduced"]),
            ("adoption", &["adopted"]),
            ("accession", &["joined", "acceded"]),
            ("coronation", &["crowned"]),
            ("election", &["elected"]),
            ("marriage", &["married", "wed"]),
            ("wedding", &["married", "wed"]),
            ("victory", &["won", "beat", "defeated"]),
            ("fall", &["fell"]),
            ("outbreak", &["broke"]),
            ("abduction", &["abducted", "kidnapped"]),
            ("kidnapping", &["kidnapped", "abducted"]),
            ("disappearance", &["disappeared", "vanished"]),
        ];
        let passage = self.people.passage(index)?;
        let noun = (from..from + NOUN)
            .take_while(|at| {
                passage.item(*at).is_some_and(|item| {
                    !item.is_mark()
                        && (*at == from
                            || !item.is_any(&[
                                "that", "which", "who", "in", "of", "between", "and", "by", "at", "on",
                            ]))
                })
            })
            .filter(|at| {
                passage.item(*at).is_some_and(|item| item.kind == ItemKind::Word && item.words().len() >= 4)
            })
            .last()?;
        // `since the 1973 coup`
        if let Some(at) = (from..noun).find(|at| year(passage, *at).is_some()) {
            return Some(Named { year: year(passage, at)?, passage: index, at });
        }
        let word = passage.word(noun).to_ascii_lowercase();
        let stem = |word: &str| {
            word.trim_end_matches(['s', 'e']).trim_end_matches("ing").trim_end_matches("ed").to_owned()
        };
        let verbs = EVENTS.iter().find(|(event, _)| *event == word).map_or(&[][..], |(_, verbs)| verbs);
        let own = stem(&word);
        let is_event = |passage: &Passage<'_>, at: usize| {
            let said = passage.word(at).to_ascii_lowercase();
            passage.item(at).is_some_and(|item| item.kind == ItemKind::Word)
                && (verbs.contains(&said.as_str()) || own.len() >= 4 && stem(&said) == own)
        };
        let mut found: Vec<Named> = Vec::new();
        for (other, said) in self.people.story.iter().enumerate() {
            for at in (0..said.count()).filter(|at| (other != index || *at > noun) && is_event(said, *at)) {
                // `the 1994 bombing`, `the bombing of 1994`, `was signed in 1995`.
                let before = at.checked_sub(1).filter(|at| year(said, *at).is_some());
                let Some(time) = before.or_else(|| time_of(said, at, at + 1)) else { continue };
                let Some(year) = year(said, time) else { continue };
                found.push(Named { year, passage: other, at: time });
            }
        }
        let first = *found.first()?;
        found.iter().all(|one| one.year == first.year).then_some(first)
    }
}
