//! What an entity is said to be, over time.

use std::cmp::Reverse;
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
///
/// Titles that differ only in case are one. A role that says less joins the only one that says the same
/// and more: `Foreign Minister` joins `Foreign Minister, Atlantis`, `Minister` joins `Foreign Minister`.
pub fn gather<'a>(roles: impl Iterator<Item = (&'a Role, Option<Date>)>) -> Vec<RoleSpan> {
    let mut offices: BTreeMap<Office, Held> = BTreeMap::new();
    for (role, date) in roles {
        let held = offices.entry(Office::of(role)).or_default();
        held.mentions += 1;
        held.from = earlier(held.from, date);
        held.to = held.to.max(date);
        *held.spellings.entry(role.clone()).or_default() += 1;
    }
    // Longer titles first, so that `Foreign Minister` has found its country before `Minister` looks.
    let mut order: Vec<Office> = offices.keys().cloned().collect();
    order.sort_by_key(|office| (Reverse(office.title.len()), office.of.is_some()));
    for office in order {
        let mut fuller = offices.keys().filter(|other| office.says_less_than(other));
        let (Some(only), None) = (fuller.next().cloned(), fuller.next()) else { continue };
        let Some(less) = offices.remove(&office) else { continue };
        if let Some(held) = offices.get_mut(&only) {
            held.mentions += less.mentions;
            held.from = earlier(held.from, less.from);
            held.to = held.to.max(less.to);
        }
    }
    let mut spans: Vec<RoleSpan> = offices.into_values().filter_map(Held::span).collect();
    spans.sort_by(|one, other| {
        (other.to, other.mentions).cmp(&(one.to, one.mentions)).then_with(|| one.role.cmp(&other.role))
    });
    spans
}

/// A role without the accidents of writing.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Office {
    title: String,
    of: Option<String>,
    standing: Standing,
}

/// Who says so, how often and when.
#[derive(Default)]
struct Held {
    spellings: BTreeMap<Role, u32>,
    from: Option<Date>,
    to: Option<Date>,
    mentions: u32,
}

impl Office {
    fn of(role: &Role) -> Self {
        Self {
            title: role.title.to_lowercase(),
            of: role.of.as_ref().map(|of| of.to_lowercase()),
            standing: role.standing,
        }
    }

    fn says_less_than(&self, other: &Office) -> bool {
        let same_title = self.title == other.title;
        let shorter = other.title.strip_suffix(&self.title).is_some_and(|before| before.ends_with(' '));
        let deputies = |title: &str| title.starts_with("deputy") || title.starts_with("vice");
        let same_rank = deputies(&self.title) == deputies(&other.title);
        let of = self.of == other.of || self.of.is_none();
        self != other && self.standing == other.standing && of && (same_title || (shorter && same_rank))
    }
}

impl Held {
    fn span(self) -> Option<RoleSpan> {
        let rank = |(role, count): &(&Role, &u32)| (**count, Reverse((*role).clone()));
        let role = self.spellings.iter().max_by_key(rank)?.0.clone();
        Some(RoleSpan { role, from: self.from, to: self.to, mentions: self.mentions })
    }
}

fn earlier(one: Option<Date>, other: Option<Date>) -> Option<Date> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn role(title: &str, of: Option<&str>) -> Role {
        Role { title: title.into(), of: of.map(Into::into), standing: Standing::Current }
    }

    fn gathered(roles: &[(Role, &str)]) -> Vec<String> {
        let dated = roles.iter().map(|(role, date)| (role, date.parse().ok()));
        let line = |span: RoleSpan| {
            let day = |date: Option<Date>| date.map_or("?".to_owned(), |date| date.to_string());
            let of = span.role.of.unwrap_or_default();
            format!("{} {of} {} {} {}", span.role.title, day(span.from), day(span.to), span.mentions)
        };
        gather(dated).into_iter().map(line).collect()
    }

    #[test]
    fn a_title_joins_the_one_office_that_says_more() {
        let roles = [
            (role("Minister", None), "2020-01-03"),
            (role("foreign minister", None), "2020-01-01"),
            (role("Foreign Minister", Some("Atlantis")), "2020-01-02"),
        ];
        assert_eq!(gathered(&roles), ["Foreign Minister Atlantis 2020-01-01 2020-01-03 3"]);
    }

    #[test]
    fn offices_that_differ_stay_apart() {
        let roles = [
            (role("Minister", None), "2020-01-01"),
            (role("Foreign Minister", Some("Atlantis")), "2020-01-02"),
            (role("Interior Minister", Some("Atlantis")), "2020-01-03"),
            (role("Deputy Foreign Minister", Some("Atlantis")), "2020-01-04"),
        ];
        assert_eq!(gathered(&roles).len(), 4);
    }
}
