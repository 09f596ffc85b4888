//! A simple temporal network (Dechter, Meiri and Pearl 1991): which statements about days cannot all be
//! true.
//!
//! Points are days on which something happens; a [`Constraint`] says that one lies at least and at most so
//! many days behind another. All can be true exactly where the distance graph has no negative cycle, and
//! the negative cycle of the fewest constraints is an explanation from which none can be left out
//! (dates.md §6). The answer depends on the constraints alone and not on their order. Nothing here knows
//! what the points stand for.

/// A day in question.
pub type Point = usize;

/// The point from which the calendar counts: 1970-01-01.
pub const ORIGIN: Point = 0;

/// `to` lies at least `least` and at most `most` days behind `from`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Constraint {
    pub from: Point,
    pub to: Point,
    pub least: i32,
    pub most: i32,
}

/// The fewest constraints that cannot all be true: their indices, sorted. `None` where all can. Of
/// conflicts of one size it is the first by the constraints themselves.
pub fn conflict(points: usize, constraints: &[Constraint]) -> Option<Vec<usize>> {
    let mut order: Vec<usize> = (0..constraints.len()).collect();
    order.sort_by_key(|&index| constraints[index]);
    let edges: Vec<Edge> = order.iter().flat_map(|&index| edges(constraints[index], index)).collect();
    let mut best: Option<Vec<usize>> = None;
    for start in 0..points {
        let limit = best.as_ref().map_or(points, |best| best.len().saturating_sub(1));
        best = cycle_through(start, points, &edges, limit).or(best);
    }
    best
}

/// `x_to - x_from <= length`, as the constraint of that index says.
struct Edge {
    from: Point,
    to: Point,
    length: i64,
    index: usize,
}

fn edges(Constraint { from, to, least, most }: Constraint, index: usize) -> [Edge; 2] {
    [
        Edge { from, to, length: i64::from(most), index },
        Edge { from: to, to: from, length: -i64::from(least), index },
    ]
}

/// The negative cycle through a point with the fewest edges, at most `limit` (Bellman and Ford, by the
/// number of edges): its constraints, sorted.
fn cycle_through(start: Point, points: usize, edges: &[Edge], limit: usize) -> Option<Vec<usize>> {
    // Of every point after so many edges: the least length, and the edge by which it is reached.
    let mut rounds: Vec<Vec<Option<(i64, usize)>>> = Vec::new();
    let mut lengths: Vec<Option<i64>> = vec![None; points];
    lengths[start] = Some(0);
    for _ in 0..limit {
        let mut reached: Vec<Option<(i64, usize)>> = vec![None; points];
        for (at, edge) in edges.iter().enumerate() {
            let Some(length) = lengths[edge.from] else { continue };
            let length = length + edge.length;
            if reached[edge.to].is_none_or(|(known, _)| length < known) {
                reached[edge.to] = Some((length, at));
            }
        }
        lengths = reached.iter().map(|place| place.map(|(length, _)| length)).collect();
        rounds.push(reached);
        if lengths[start].is_some_and(|length| length < 0) {
            return Some(walked_back(start, &rounds, edges));
        }
    }
    None
}

/// The constraints of the walk that ends at a point after the last round.
fn walked_back(end: Point, rounds: &[Vec<Option<(i64, usize)>>], edges: &[Edge]) -> Vec<usize> {
    let mut at = end;
    let mut walk = Vec::new();
    for round in rounds.iter().rev() {
        let Some((_, edge)) = round[at] else { break };
        walk.push(edges[edge].index);
        at = edges[edge].from;
    }
    walk.sort_unstable();
    walk.dedup();
    walk
}

#[cfg(test)]
mod tests;
