//! A simple temporal network (Dechter, Meiri and Pearl 1991): what statements about days can be true
//! together.
//!
//! Points are days of things that happen, counted from an origin; a statement says that one point lies
//! at least and at most so many days behind another. All can be true exactly where the distance graph
//! has no negative cycle, and a negative cycle names statements that cannot all be true: none of its
//! statements can be left out. Of all such cycles the one with the fewest statements is given, since
//! it is the easiest to read (dates.md §6).

/// A day in question; [`ORIGIN`] is the day from which the calendar counts.
pub type Point = usize;

/// The point whose day is known: 1970-01-01.
pub const ORIGIN: Point = 0;

/// `to` lies at least `least` and at most `most` days behind `from`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Constraint {
    pub from: Point,
    pub to: Point,
    pub least: i32,
    pub most: i32,
}

/// The fewest constraints that cannot all be true: indices, sorted. `None` where all can.
pub fn conflict(points: usize, constraints: &[Constraint]) -> Option<Vec<usize>> {
    let edges: Vec<Edge> = constraints
        .iter()
        .enumerate()
        .flat_map(|(by, one)| {
            // x_to - x_from <= most, and x_from - x_to <= -least.
            [
                Edge { from: one.from, to: one.to, length: i64::from(one.most), by },
                Edge { from: one.to, to: one.from, length: -i64::from(one.least), by },
            ]
        })
        .collect();
    let starts = (0..points).filter(|&start| edges.iter().any(|edge| edge.from == start));
    let mut best: Option<Vec<usize>> = None;
    for start in starts {
        let limit = best.as_ref().map_or(points.saturating_add(1), |best| best.len());
        if let Some(cycle) = cycle_through(start, points, &edges, limit)
            && best.as_ref().is_none_or(|best| (cycle.len(), &cycle) < (best.len(), best))
        {
            best = Some(cycle);
        }
    }
    best
}

/// `x_to - x_from <= length`, as the constraint with that index says.
struct Edge {
    from: Point,
    to: Point,
    length: i64,
    by: usize,
}

/// The negative cycle through a point with the fewest edges, at most so many (Bellman and Ford by
/// number of edges): its constraints, sorted.
fn cycle_through(start: Point, points: usize, edges: &[Edge], limit: usize) -> Option<Vec<usize>> {
    let mut rounds: Vec<Vec<Option<(i64, usize)>>> = Vec::new();
    let mut lengths: Vec<Option<i64>> = vec![None; points];
    *lengths.get_mut(start)? = Some(0);
    for _ in 0..limit.min(points) {
        let mut next: Vec<Option<(i64, usize)>> = vec![None; points];
        for (index, edge) in edges.iter().enumerate() {
            let Some(length) = lengths.get(edge.from).copied().flatten() else { continue };
            let reached = length.saturating_add(edge.length);
            if let Some(place) = next.get_mut(edge.to)
                && place.is_none_or(|(known, _)| reached < known)
            {
                *place = Some((reached, index));
            }
        }
        let back = next.get(start).copied().flatten();
        lengths = next.iter().map(|place| place.map(|(length, _)| length)).collect();
        rounds.push(next);
        if back.is_some_and(|(length, _)| length < 0) {
            let mut at = start;
            let mut cycle = Vec::new();
            for round in rounds.iter().rev() {
                let (_, index) = round.get(at).copied().flatten()?;
                let edge = edges.get(index)?;
                cycle.push(edge.by);
                at = edge.from;
            }
            cycle.sort_unstable();
            cycle.dedup();
            return Some(cycle);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn between(from: Point, to: Point, least: i32, most: i32) -> Constraint {
        Constraint { from, to, least, most }
    }

    #[test]
    fn a_day_and_a_distance_that_agree_are_no_conflict() {
        let told = [between(ORIGIN, 1, 100, 100), between(1, 2, 2, 2), between(ORIGIN, 2, 102, 102)];
        assert_eq!(conflict(3, &told), None);
    }

    #[test]
    fn the_statements_that_cannot_all_be_true_are_named_and_no_others() {
        let told = [
            between(ORIGIN, 1, 100, 100),
            between(ORIGIN, 3, 0, 500),
            between(1, 2, 2, 2),
            between(2, 3, 0, 400),
            between(ORIGIN, 2, 104, 104),
        ];
        assert_eq!(conflict(4, &told), Some(vec![0, 2, 4]));
    }

    #[test]
    fn of_two_conflicts_the_shorter_is_told() {
        let told = [
            between(ORIGIN, 1, 5, 5),
            between(1, 2, 1, 1),
            between(ORIGIN, 2, 9, 9),
            between(ORIGIN, 3, 3, 3),
            between(ORIGIN, 3, 4, 4),
        ];
        assert_eq!(conflict(4, &told), Some(vec![3, 4]));
    }

    proptest! {
        /// Against all assignments of a few days: a conflict is found exactly where none satisfies all,
        /// and without any one of its statements the others can be true.
        #[test]
        fn conflicts_are_real_and_minimal(
            told in prop::collection::vec((0usize..4, 0usize..4, -3i32..4, 0i32..3), 1..6)
        ) {
            let told: Vec<Constraint> = told
                .into_iter()
                .filter(|(from, to, ..)| from != to)
                .map(|(from, to, least, width)| between(from, to, least, least + width))
                .collect();
            let holds = |told: &[Constraint]| {
                let days = -12i32..13;
                days.clone().any(|one| days.clone().any(|two| days.clone().any(|three| {
                    let at = [0, one, two, three];
                    told.iter().all(|c| {
                        let by = at[c.to] - at[c.from];
                        c.least <= by && by <= c.most
                    })
                })))
            };
            match conflict(4, &told) {
                None => prop_assert!(holds(&told)),
                Some(conflict) => {
                    let all: Vec<Constraint> = conflict.iter().map(|&at| told[at]).collect();
                    prop_assert!(!holds(&all));
                    for left_out in 0..all.len() {
                        let mut rest = all.clone();
                        rest.remove(left_out);
                        prop_assert!(holds(&rest), "{all:?} without {left_out}");
                    }
                }
            }
        }
    }
}
