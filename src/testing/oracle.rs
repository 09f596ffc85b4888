//! The second implementation: everything that can be asked of a world, in one canonical text.
//!
//! A world that lived through any script of events must give the same dump as one that just found the
//! same files and opened the same documents.

use std::fmt::Write;

use crate::base::cancel::CancelToken;
use crate::base::id::ArticleId;
use crate::checks;
use crate::ide::{definition, hover, references, symbols, workspace_symbols};
use crate::state::Snapshot;
use crate::testing::check::words;

/// Everything that the snapshot knows and concludes. Free of document numbers, versions and revisions,
/// which tell of history.
pub fn dump(snapshot: &Snapshot) -> String {
    let mut out = String::new();
    dump_documents(snapshot, &mut out).expect("strings do not fail");
    dump_entities(snapshot, &mut out).expect("strings do not fail");
    out
}

fn dump_documents(snapshot: &Snapshot, out: &mut String) -> std::fmt::Result {
    let cancel = CancelToken::default();
    let docs: Vec<_> = snapshot.docs().collect();
    for doc in docs {
        writeln!(out, "# {}", snapshot.path(doc))?;
        let Some(facts) = snapshot.facts(doc) else { continue };
        writeln!(out, "{facts:?}")?;
        for article in (0..).take(facts.articles.len()).map(|article| ArticleId { doc, article }) {
            writeln!(out, "published {:?}", snapshot.published(article))?;
            writeln!(out, "timexes {:?}", snapshot.timexes(article))?;
            for mention in snapshot.mentions_in(article) {
                let span = mention.span();
                let entity = snapshot.entity(&mention);
                let card = hover::hover(snapshot, doc, span.start, &cancel).ok().flatten();
                let target = definition::definition(snapshot, doc, span.start, &cancel).ok().flatten();
                let references =
                    references::references(snapshot, doc, span.start, &cancel).unwrap_or_default();
                writeln!(out, "{span:?} {:?} {:?}", mention.words(), entity.map(|entity| entity.id.clone()))?;
                writeln!(out, "{}", card.as_ref().map(words).unwrap_or_default())?;
                for location in target.iter().map(|target| &target.location).chain(&references) {
                    writeln!(out, "  {} {:?} {:?}", snapshot.path(location.doc), location.span, location.at)?;
                }
            }
        }
        for finding in checks::findings(snapshot, doc) {
            let checks::Finding { code, severity, span, message, fingerprint, suppressed, .. } = &finding;
            writeln!(out, "{code} {severity:?} {span:?} {fingerprint} {suppressed:?} {message}")?;
            writeln!(out, "  {:?} {:?}", finding.because, finding.fixes)?;
            for related in &finding.related {
                writeln!(out, "  {} {:?} {}", snapshot.path(related.doc), related.span, related.message)?;
            }
        }
        writeln!(out, "{:?}", symbols::symbols(snapshot, doc))?;
    }
    Ok(())
}

fn dump_entities(snapshot: &Snapshot, out: &mut String) -> std::fmt::Result {
    let cancel = CancelToken::default();
    for entity in snapshot.entities().iter() {
        writeln!(out, "{entity:?}")?;
        let mentions = snapshot.mentions_of(entity, &cancel).unwrap_or_default();
        writeln!(out, "{:?}", snapshot.roles(&mentions))?;
        for mention in &mentions {
            writeln!(out, "  {} {:?}", snapshot.path(mention.doc()), mention.span())?;
        }
    }
    for symbol in workspace_symbols::workspace_symbols(snapshot, "", usize::MAX, &cancel).unwrap_or_default()
    {
        let path = snapshot.path(symbol.location.doc);
        writeln!(
            out,
            "{} {:?} {} {path} {:?}",
            symbol.name, symbol.kind, symbol.detail, symbol.location.span
        )?;
    }
    Ok(())
}
