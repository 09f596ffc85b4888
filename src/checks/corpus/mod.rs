//! Checks that look at what other articles say.

mod copies;
pub mod copy_altered;
pub mod count_range;
pub mod event_day;
pub mod event_order;
pub mod event_party;
pub mod event_place;
pub mod event_status;
mod holders;
pub mod later_report;
pub mod office_overlap;
pub mod office_unsupported;
pub mod quote_altered;
pub mod unsupported_date;

use crate::base::id::ArticleId;
use crate::state::Snapshot;

/// Whether a conflict of two articles is told in the first: the draft, else the later one.
pub fn is_told_here(snapshot: &Snapshot, here: ArticleId, there: ArticleId) -> bool {
    let rank = |article: ArticleId| {
        let draft = snapshot.is_draft(article);
        let published = snapshot.published(article).map(|published| published.date);
        (draft, published, snapshot.path(article.doc).to_owned(), article.article)
    };
    rank(here) > rank(there)
}
