#![allow(clippy::disallowed_methods, reason = "the sample articles are read from their folder")]

use std::sync::{Arc, LazyLock};

use proptest::prelude::*;

use super::*;
use crate::base::id::DocId;
use crate::corpus::{Segment, SegmentDocument};
use crate::lang::facts::{DocFacts, Scope, analyze};
use crate::lang::lexicon::Lexicon;
use crate::source::Format;

fn facts(text: &str) -> Arc<DocFacts> {
    Arc::new(analyze(text, Format::Plain, Lexicon::built_in(), Scope::Articles))
}

const BODY: &str = "\
The port of Cusco will open in May, Peruvian Trade Minister Ana Reyes said on Monday after a visit to \
the two unfinished piers.

\"We will not wait for the road,\" she told reporters. The road to the coast was to be ready first, but \
floods carried away four bridges in January and nobody has said when they will be rebuilt.

Chile has lent Peru twelve cranes for a year. A crew of forty from Valparaiso arrived with them last week \
and has begun to train local drivers, according to the harbour office.

Marek Novotny, who runs the larger of the two shipping lines, called the plan brave. His ships will call \
twice a week from June, and every day once the third pier is there.

The ministry put the cost at 80 million dollars, half of it borrowed. Opposition deputies asked on Tuesday \
for the papers of the loan, which the government has kept to itself since the autumn.";

/// The report of an agency as an outlet prints it.
fn printed(headline: &str, line: &str, body: &str) -> Arc<DocFacts> {
    facts(&format!("{headline}\n\n{line}\n\n{body}\n"))
}

#[test]
fn an_article_under_another_headline_and_by_line_with_a_cut_tail_is_a_copy() {
    let whole = printed("Port to open in May, minister says", "By Jo Marsh", BODY);
    let cut = BODY.rsplit_once(". Opposition").map(|(front, _)| format!("{front}."));
    let cut = printed("Cusco will not wait for its road", "February 20, 2020", &cut.expect("the tail"));
    let (whole, cut) = (&whole.articles[0].wording, &cut.articles[0].wording);
    assert!(are_copies(whole, cut), "{}", whole.resemblance(cut));
    assert_ne!(whole.text, cut.text);
    assert!(whole.keys.iter().any(|key| cut.keys.contains(key)));
}

#[test]
fn articles_of_one_event_in_their_own_words_are_no_copies() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds");
    let read = |name: &str| std::fs::read_to_string(format!("{folder}/{name}")).expect("a seed");
    // One telephone call and one visit, as two outlets tell them.
    let (one, other) = (facts(&read("000_moscow-call.txt")), facts(&read("001_delegation-in-russia.txt")));
    let (one, other) = (&one.articles[0].wording, &other.articles[0].wording);
    assert!(!one.sketch.is_empty() && !other.sketch.is_empty());
    assert!(!are_copies(one, other) && one.resemblance(other) < 0.2);
    assert_eq!(groups([(0, one), (1, other)]).len(), 2);
}

/// A corpus with the first texts in a segment and the rest in the overlay.
fn corpus(texts: &[Arc<DocFacts>], settled: usize) -> Corpus {
    let mut corpus = Corpus::default();
    let documents = texts.iter().take(settled).zip(0..).map(|(facts, number)| SegmentDocument {
        path: format!("{number}.txt").into(),
        facts: facts.clone(),
    });
    let ids = (0..settled).map(|id| DocId(u32::try_from(id).expect("few"))).collect();
    corpus.add(Arc::new(Segment::new(documents.collect())), ids);
    for (facts, id) in texts.iter().zip(0..).skip(settled) {
        corpus.replace(DocId(id), Some(facts.clone()));
    }
    corpus
}

/// Texts of three affairs in several printings, and one that is too short to tell.
fn texts() -> Vec<Arc<DocFacts>> {
    let sentence = |affair: u32, number: u32| {
        format!(
            "Ship {number} of line {affair} left berth {} at {}. ",
            number * 31 % 89,
            number * 13 + affair
        )
    };
    let mut texts = vec![facts("Port to open\n\nThe port opens in May.\n")];
    for affair in 0..3 {
        for cut in [0, 0, 2, 5] {
            let body: String = (cut..60).map(|number| sentence(affair, number)).collect();
            texts.push(printed("Ships leave", "By Jo Marsh", &body));
        }
    }
    texts
}

#[test]
fn the_corpus_finds_the_groups_that_all_texts_together_have() {
    let texts = texts();
    for settled in [0, 5, texts.len()] {
        let corpus = corpus(&texts, settled);
        let id = |doc: u32| ArticleId { doc: DocId(doc), article: 0 };
        let all = groups((0u32..).zip(&texts).map(|(doc, facts)| (id(doc), &facts.articles[0].wording)));
        let sizes: Vec<usize> = all.iter().map(|copies| copies.members.len()).collect();
        assert_eq!(sizes.iter().sum::<usize>(), texts.len());
        assert_eq!(all.len(), 4, "{sizes:?}");
        for copies in &all {
            for &member in &copies.members {
                assert_eq!(of(&corpus, member).as_ref(), Some(copies));
            }
        }
    }
    assert_eq!(of(&Corpus::default(), ArticleId { doc: DocId(0), article: 0 }), None);
}

proptest! {
    #[test]
    fn the_order_of_the_texts_does_not_matter(
        order in Just((0..13usize).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        static TEXTS: LazyLock<Vec<Arc<DocFacts>>> = LazyLock::new(texts);
        let texts = |order: &[usize]| -> Vec<(usize, Wording)> {
            order.iter().map(|&at| (at, TEXTS[at].articles[0].wording.clone())).collect()
        };
        let sorted: Vec<usize> = (0..13).collect();
        let (shuffled, sorted) = (texts(&order), texts(&sorted));
        let of = |texts: &[(usize, Wording)]| groups(texts.iter().map(|(at, wording)| (*at, wording)));
        prop_assert_eq!(of(&shuffled), of(&sorted));
    }
}
