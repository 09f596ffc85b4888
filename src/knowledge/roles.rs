//! What an entity is said to be, over time.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::lang::names::{Role, Standing};

/// One office and the articles that give it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RoleSpan {
    pub role: Role,
    /// Publication date of the first article that gives it; `None` where no such article is dated.
    pub from: Option<Date>,
    /// Publication date of the last.
    pub to: Option<Date>,
    /// Number of mentions that carry it.
    pub mentions: u32,
}

/// Gathers the roles of an entity's mentions: most recent first, then most frequent, then by title.
/// Titles that differ only in case are one.
pub fn gather<'a>(roles: impl Iterator<Item = (&'a Role, Option<Date>)>) -> Vec<RoleSpan> {
    type Folded = (String, Option<String>, Standing);
    let mut spans: BTreeMap<Folded, (RoleSpan, BTreeMap<Role, u32>)> = BTreeMap::new();
    for (role, date) in roles {
        let key = (role.title.to_lowercase(), role.of.as_ref().map(|of| of.to_lowercase()), role.standing);
        let (span, spellings) = spans.entry(key).or_insert_with(|| {
            (RoleSpan { role: role.clone(), from: None, to: None, mentions: 0 }, BTreeMap::new())
        });
        span.mentions += 1;
        span.from = match (span.from, date) {
            (Some(from), Some(date)) => Some(from.min(date)),
            (from, date) => from.or(date),
        };
        span.to = span.to.max(date);
        *spellings.entry(role.clone()).or_default() += 1;
    }
    let mut spans: Vec<RoleSpan> = spans
        .into_values()
        .map(|(mut span, spellings)| {
            let rank = |(role, count): &(&Role, &u32)| (**count, std::cmp::Reverse((*role).clone()));
            if let Some((role, _)) = spellings.iter().max_by_key(rank) {
                span.role = role.clone();
            }
            span
        })
        .collect();
    spans.sort_by(|one, other| {
        (other.to, other.mentions).cmp(&(one.to, one.mentions)).then_with(|| one.role.cmp(&other.role))
    });
    spans
}
