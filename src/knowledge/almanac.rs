//! Articles in the order in which they were published.
//!
//! What lies in segments is put in order once and holds for as long as the segments and the calendar do; the
//! few files that changed since are looked at anew each time. A question about some weeks costs what was
//! written in them, and not what the folder holds.

use std::sync::{Arc, Mutex, PoisonError};

use jiff::civil::Date;

use crate::base::id::ArticleId;
use crate::corpus::Corpus;
use crate::knowledge::affairs::Calendar;

/// Remembers the order of what lies in segments.
#[derive(Debug, Default)]
pub struct Almanac {
    settled: Mutex<Settled>,
}

#[derive(Clone, Debug, Default)]
struct Settled {
    /// The segments and the habit that it was made of.
    of: (u64, u64),
    /// Every dated article of the segments, those of documents that changed since among them.
    days: Arc<[(Date, ArticleId)]>,
}

impl Almanac {
    /// The articles that were published on these days, the first and the last among them; in no canonical order.
    pub fn published(
        &self,
        corpus: &Corpus,
        calendar: &dyn Calendar,
        first: Date,
        last: Date,
    ) -> Vec<ArticleId> {
        let settled = self.settled(corpus, calendar);
        let start = settled.partition_point(|(day, _)| *day < first);
        let within = settled.iter().skip(start).take_while(|(day, _)| *day <= last);
        let within = within.map(|(_, article)| *article).filter(|article| !corpus.has_changed(article.doc));
        let changed = corpus.changed_articles().filter_map(|(article, file)| {
            let day = calendar.published(file, article)?;
            (first..=last).contains(&day).then_some(article)
        });
        within.chain(changed).collect()
    }

    fn settled(&self, corpus: &Corpus, calendar: &dyn Calendar) -> Arc<[(Date, ArticleId)]> {
        let of = (corpus.settled_as(), calendar.habit());
        let mut settled = self.settled.lock().unwrap_or_else(PoisonError::into_inner);
        if settled.of != of || settled.days.is_empty() {
            let dated = corpus.settled_articles().filter_map(|(article, file)| {
                let day = calendar.published(file, article)?;
                Some((day, article))
            });
            let mut days: Vec<(Date, ArticleId)> = dated.collect();
            days.sort_unstable_by_key(|(day, _)| *day);
            *settled = Settled { of, days: days.into() };
        }
        settled.days.clone()
    }
}
