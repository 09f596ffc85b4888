//! Conflicts by hand, and against every assignment of a few days.

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

#[test]
fn constraints_that_open_one_side_do_not_overflow() {
    let told = [between(0, 1, i32::MIN, i32::MAX), between(1, 0, 0, i32::MAX), between(0, 1, 1, i32::MAX)];
    assert_eq!(conflict(2, &told), Some(vec![1, 2]));
}

/// Constraints between four points that can each be true alone.
fn several() -> impl Strategy<Value = Vec<Constraint>> {
    let one = (0usize..4, 0usize..4, -3i32..4, 0i32..3);
    prop::collection::vec(one, 1..7).prop_map(|all| {
        let apart = all.into_iter().filter(|(from, to, ..)| from != to);
        apart.map(|(from, to, least, width)| between(from, to, least, least + width)).collect()
    })
}

/// Whether some assignment of days makes all true; four points are never more than 15 days apart.
fn can_hold(told: &[Constraint]) -> bool {
    let days = -15i32..16;
    let all =
        |at: [i32; 4]| told.iter().all(|one| (one.least..=one.most).contains(&(at[one.to] - at[one.from])));
    days.clone().any(|one| days.clone().any(|two| days.clone().any(|three| all([0, one, two, three]))))
}

proptest! {
    /// A conflict is found exactly where no assignment makes all true, and without any one of its
    /// constraints the others can be true.
    #[test]
    fn conflicts_are_real_and_minimal(told in several()) {
        let Some(conflict) = conflict(4, &told) else {
            prop_assert!(can_hold(&told));
            return Ok(());
        };
        let named: Vec<Constraint> = conflict.iter().map(|&at| told[at]).collect();
        prop_assert!(!can_hold(&named));
        for left_out in 0..named.len() {
            let mut rest = named.clone();
            rest.remove(left_out);
            prop_assert!(can_hold(&rest), "{named:?} without {left_out}");
        }
    }

    /// The order in which constraints are given changes nothing.
    #[test]
    fn the_order_of_statements_does_not_matter(
        (told, shuffled) in several().prop_flat_map(|told| (Just(told.clone()), Just(told).prop_shuffle()))
    ) {
        let named = |told: &[Constraint]| {
            conflict(4, told).map(|indices| {
                let mut named: Vec<Constraint> = indices.iter().map(|&at| told[at]).collect();
                named.sort();
                named
            })
        };
        prop_assert_eq!(named(&told), named(&shuffled));
    }
}
