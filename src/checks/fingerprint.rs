//! What a fingerprint is made of: the code, the folded words of the finding's passage and those of the
//! passages that it is related to, sorted.
//!
//! No offset, path or message goes into it: an edit elsewhere, another line end, a file that is renamed
//! leave it as it is, and so does a better wording in a new version. Findings of one file that are equal
//! in all of this are numbered in the order of the text.

use rustc_hash::FxHashMap;
use xxhash_rust::xxh3::xxh3_64;

use crate::base::fingerprint::Fingerprint;
use crate::base::id::DocId;
use crate::base::span::Span;
use crate::checks::Finding;
use crate::state::Snapshot;
use crate::text::fold::fold;

/// The fingerprint that these words make.
pub fn of(parts: &[String]) -> Fingerprint {
    Fingerprint(xxh3_64(parts.join("\0").as_bytes()))
}

/// Gives the findings of one document, which are in the order of the text, their fingerprints.
pub(super) fn set(snapshot: &Snapshot, text: &str, findings: &mut [Finding]) {
    let mut met: FxHashMap<Fingerprint, u32> = FxHashMap::default();
    for finding in findings {
        let words = |doc: DocId, span: Span| {
            if doc == finding.article.doc {
                return fold(span.of_text(text));
            }
            fold(span.of_text(&snapshot.text(doc).unwrap_or_default()))
        };
        let mut parts = vec![finding.code.to_owned(), words(finding.article.doc, finding.span)];
        let mut related: Vec<String> =
            finding.related.iter().map(|related| words(related.doc, related.span)).collect();
        related.sort_unstable();
        parts.append(&mut related);
        let content = of(&parts);
        let before = met.entry(content).or_default();
        finding.fingerprint = match *before {
            0 => content,
            number => of(&[content.to_string(), number.to_string()]),
        };
        *before += 1;
    }
}
