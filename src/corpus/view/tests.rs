use super::*;
use crate::lang::facts::{Scope, analyze};
use crate::lang::lexicon::Lexicon;
use crate::source::Format;

fn facts(text: &str) -> Arc<DocFacts> {
    Arc::new(analyze(text, Format::Plain, Lexicon::built_in(), Scope::Articles))
}

/// How often each document is found under the keys of its own names, smallest and largest.
fn served(corpus: &Corpus, docs: u32) -> Vec<usize> {
    let mut keys: Vec<Key> = corpus.keys();
    keys.retain(|key| key.is_name());
    let times = |doc: u32| {
        let found =
            keys.iter().flat_map(|&key| corpus.group(key)).filter(|filed| filed.article.doc == DocId(doc));
        let mut chains: Vec<u32> = found.map(|filed| filed.index).collect();
        chains.sort_unstable();
        let all = chains.len();
        chains.dedup();
        assert_eq!(all, chains.len(), "a chain of document {doc} is served twice");
        all
    };
    (0..docs).map(times).collect()
}

#[test]
fn a_document_that_comes_back_to_what_a_segment_holds_is_served_once() {
    let before = facts("Talks open\n\nForeign Minister Ann Weber spoke in Vienna.\n");
    let edited = facts("Talks open\n\nPresident Carl Novak spoke in Vienna.\n");
    let mut corpus = Corpus::default();
    let document = SegmentDocument { path: "a.txt".into(), facts: before.clone() };
    corpus.add(Arc::new(Segment::new(vec![document])), vec![DocId(0)]);
    let stamps = |corpus: &Corpus| -> Vec<(Key, u64)> {
        corpus
            .keys()
            .into_iter()
            .map(|key| (key, corpus.stamp(key)))
            .filter(|(_, stamp)| *stamp != 0)
            .collect()
    };
    let (first, first_stamps) = (served(&corpus, 1), stamps(&corpus));
    corpus.replace(DocId(0), Some(edited.clone()));
    corpus.replace(DocId(0), Some(before));
    for _ in 0..2 {
        corpus = corpus.plan_compaction(|_| "a.txt".into()).run(&corpus);
        assert_eq!(served(&corpus, 1), first);
        assert_eq!(stamps(&corpus), first_stamps);
    }
    corpus.replace(DocId(0), Some(edited));
    corpus = corpus.plan_compaction(|_| "a.txt".into()).run(&corpus);
    assert_eq!(served(&corpus, 1).len(), 1);
}
