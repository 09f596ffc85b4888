//! A second text that quotes otherwise: a word exchanged, a `not` dropped, another number.

use std::sync::LazyLock;

use dateline::base::kind::EntityKind;
use regex::Regex;

use crate::mutations::article::Article;
use crate::mutations::choice::Choice;
use crate::mutations::folder::{Fact, Folder, Genre, folder, later};
use crate::mutations::retell::HOLE;

/// Words of the article between quotation marks, and who said them in full.
fn quotations(article: &Article) -> Vec<(String, String)> {
    let Some(facts) = &article.facts else { return Vec::new() };
    let found = facts.quotations.iter().filter_map(|one| {
        let mention = facts.mentions.get(one.speaker? as usize)?;
        let chain = facts.chain(mention).filter(|chain| chain.kind == EntityKind::Person)?;
        let own = facts
            .mentions
            .iter()
            .filter(|other| other.chain == mention.chain)
            .map(|other| facts.words(other));
        let name = own.max_by_key(|name| name.len())?.to_owned();
        let words = article.text.get(one.span.range())?.split_whitespace().collect::<Vec<_>>().join(" ");
        let words = words.trim_end_matches([',', '.', '-', '—']).to_owned();
        let count = words.split(' ').count();
        let plain = !words.contains(['"', '“', '”', '[', HOLE, '*', '<']) && !chain.tentative;
        ((9..=40).contains(&count) && plain && name.contains(' ')).then_some((words, name))
    });
    found.collect()
}

/// Quotations for an article that has none.
const SAID: &[&str] = &[
    "We will not close this hospital while a single patient is waiting for a bed",
    "There were 14 warnings about that bridge and nobody in the ministry opened the letters",
    "I have never asked for a salary and I will not ask for one now",
    "The price of bread has doubled in 18 months and people are tired of excuses",
    "Nobody should have to choose between heating a home and feeding a child",
    "Our engineers did not build this dam so that it could be sold to strangers",
    "It took 23 years to plant these trees and one afternoon to burn them",
    "This agreement is not perfect but it is better than another winter of war",
];

fn told(
    article: &Article,
    choice: &mut Choice,
    genre: Genre,
    (quoted, name): (String, String),
    other: String,
    told: Option<String>,
) -> Option<Folder> {
    let published = later(article, choice, genre);
    let frame = choice.wording(&[
        format!("“{HOLE},” {name} said."),
        format!("“{HOLE},” said {name}."),
        format!("{name} said: “{HOLE}.”"),
        format!("According to {name}, “{HOLE}.”"),
        format!("{name} told reporters: “{HOLE}.”"),
        format!("“{HOLE},” {name} told a local station."),
    ]);
    let fact = Fact { published, frame, wrong: other, right: quoted, avoid: vec![], told };
    folder(article, choice, genre, &fact)
}

/// A quotation of the article's own that can be changed, or one that is added to it.
fn changed(
    article: &Article,
    choice: &mut Choice,
    genre: Genre,
    is_own: bool,
    change: fn(&mut Choice, &str) -> Option<String>,
) -> Option<Folder> {
    if is_own {
        let mut all = quotations(article);
        all.retain(|(words, _)| change(&mut Choice::new("", ""), words).is_some());
        if all.is_empty() {
            return None;
        }
        let quoted = choice.of(&all).clone();
        let other = change(choice, &quoted.0)?;
        return told(article, choice, genre, quoted, other, None);
    }
    let fits: Vec<&str> =
        SAID.iter().copied().filter(|words| change(&mut Choice::new("", ""), words).is_some()).collect();
    let words = *choice.of(&fits);
    let other = change(choice, words)?;
    let name = article.people(1)?.remove(0);
    let first = choice.wording(&[
        format!("“{words},” {name} said."),
        format!("{name} said: “{words}.”"),
        format!("“{words},” said {name}."),
    ]);
    told(article, choice, genre, (words.to_owned(), name), other, Some(first))
}

/// A word for another.
fn word(choice: &mut Choice, words: &str) -> Option<String> {
    const OTHER: &[[&str; 2]] = &[
        ["will", "should"],
        ["war", "peace"],
        ["must", "may"],
        ["people", "soldiers"],
        ["never", "always"],
        ["good", "bad"],
        ["first", "last"],
        ["before", "after"],
        ["all", "some"],
        ["better", "worse"],
        ["more", "less"],
        ["always", "seldom"],
        ["can", "cannot"],
        ["every", "no"],
        ["strong", "weak"],
        ["new", "old"],
        ["hospital", "school"],
        ["bread", "petrol"],
        ["child", "parent"],
        ["price", "quality"],
        ["trees", "vines"],
        ["home", "car"],
        ["government", "opposition"],
        ["country", "city"],
        ["think", "doubt"],
        ["believe", "deny"],
        ["support", "oppose"],
        ["important", "trivial"],
        ["increase", "reduce"],
        ["man", "boy"],
        ["women", "girls"],
        ["world", "region"],
        ["big", "small"],
        ["right", "wrong"],
        ["time", "money"],
        ["work", "live"],
        ["market", "price"],
        ["company", "bank"],
    ];
    let all: Vec<&str> = words.split(' ').collect();
    let found: Vec<(usize, &str)> = all
        .iter()
        .enumerate()
        .filter_map(|(at, word)| OTHER.iter().find(|[one, _]| one == word).map(|[_, other]| (at, *other)))
        .collect();
    if found.is_empty() {
        return None;
    }
    let (at, other) = *choice.of(&found);
    let mut all = all;
    all[at] = other;
    Some(all.join(" "))
}

/// A `not` dropped.
fn negation(_: &mut Choice, words: &str) -> Option<String> {
    let nots = [" not ", " never ", "n't ", "n’t "];
    let not = nots.iter().find(|not| words.contains(**not))?;
    Some(words.replacen(*not, " ", 1))
        .filter(|other| !other.contains("wo ") && !other.contains("ca ") && !other.contains("sha "))
}

/// Another number.
fn number(choice: &mut Choice, words: &str) -> Option<String> {
    static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|fifty|hundreds|thousands)\b").unwrap()
    });
    let found = NUMBER.find(words)?;
    let other = match found.as_str().parse::<i64>() {
        Ok(value) => (value + choice.between(2, 9)).to_string(),
        Err(_) => {
            let others = ["three", "four", "six", "eight", "twelve"];
            (*choice.of(&others.map(|one| if one == found.as_str() { "seven" } else { one }))).to_owned()
        }
    };
    Some(format!("{}{other}{}", &words[..found.start()], &words[found.end()..]))
}

fn any_way(choice: &mut Choice, words: &str) -> Option<String> {
    negation(choice, words).or_else(|| number(choice, words)).or_else(|| word(choice, words))
}

pub fn own_word(article: &Article, choice: &mut Choice, genre: Genre) -> Option<Folder> {
    changed(article, choice, genre, true, word)
}

pub fn made_word(article: &Article, choice: &mut Choice, genre: Genre) -> Option<Folder> {
    changed(article, choice, genre, false, word)
}

pub fn own_negation(article: &Article, choice: &mut Choice, genre: Genre) -> Option<Folder> {
    changed(article, choice, genre, true, negation)
}

pub fn made_negation(article: &Article, choice: &mut Choice, genre: Genre) -> Option<Folder> {
    changed(article, choice, genre, false, negation)
}

pub fn own_number(article: &Article, choice: &mut Choice, genre: Genre) -> Option<Folder> {
    changed(article, choice, genre, true, number)
}

pub fn made_number(article: &Article, choice: &mut Choice, genre: Genre) -> Option<Folder> {
    changed(article, choice, genre, false, number)
}

pub fn own_any(article: &Article, choice: &mut Choice, genre: Genre) -> Option<Folder> {
    changed(article, choice, genre, true, any_way)
}

pub fn made_any(article: &Article, choice: &mut Choice, genre: Genre) -> Option<Folder> {
    changed(article, choice, genre, false, any_way)
}
