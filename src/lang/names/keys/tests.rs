use proptest::prelude::*;

use super::*;
use crate::text::fold::fold;

fn verdict(kind: EntityKind, one: &str, other: &str) -> Compatibility {
    let (one, other) = (fold(one), fold(other));
    let verdict = compare(kind, &one, &other);
    assert_eq!(verdict, compare(kind, &other, &one), "{one} {other}");
    if verdict != Compatibility::Different {
        let (first, second) = (keys(kind, [one.as_str()]), keys(kind, [other.as_str()]));
        assert!(first.iter().any(|key| second.contains(key)), "{one} and {other} share no key");
    }
    if verdict == Compatibility::Same {
        let (first, second) = (Name::of(kind, &one).kinship(), Name::of(kind, &other).kinship());
        assert!(first.iter().any(|kin| second.contains(kin)), "{one} and {other} are no kin");
    }
    verdict
}

#[test]
fn spellings_of_one_person_are_the_same() {
    for (one, other) in [
        ("Sergey Antonenko", "Sergei Antonenko"),
        ("Muammar Qaddafi", "Moammar Gaddafi"),
        ("Recep Yavuz Çelik", "Yavuz Celik"),
        ("Karim al-Masri", "Karim Masri"),
        ("Youssef Haddad", "Yusuf Haddad"),
        ("J. Marsh", "Josephine Marsh"),
        ("Mohammed Tahir", "Muhammad Tahir"),
        ("Fayez al-Serraj", "Fayez Sarraj"),
        ("Martin Lund Jr.", "Martin Lund"),
    ] {
        assert_eq!(verdict(EntityKind::Person, one, other), Compatibility::Same, "{one} {other}");
    }
}

#[test]
fn a_bare_surname_is_only_possible_and_other_given_names_are_others() {
    assert_eq!(verdict(EntityKind::Person, "Çelik", "Hélène Çelik"), Compatibility::Possible);
    assert_eq!(verdict(EntityKind::Person, "Celik", "Çelik"), Compatibility::Possible);
    assert_eq!(verdict(EntityKind::Person, "Xi", "Xi Weimin"), Compatibility::Possible);
    for (one, other) in [
        ("Sergey Antonenko", "Sergey Andreev"),
        ("Sergey Antonenko", "Maria Antonenko"),
        ("Ahmed Saleh", "Ahmed Salah"),
        ("Jan Petrov", "Jan Pavel Novak"),
    ] {
        assert_eq!(verdict(EntityKind::Person, one, other), Compatibility::Different, "{one} {other}");
    }
}

#[test]
fn given_names_agree_in_order_by_initial_and_as_nicknames() {
    for (one, other) in [
        ("Bill Marsh", "William Marsh"),
        ("Volodymyr Kostenko", "Vladimir Kostenko"),
        ("Fred C. Lund", "Frederick Lund"),
        ("Ann Weber, MD", "Dr. Ann Weber"),
        ("Ann Weber, M. D.", "Ann Weber"),
        ("Li Weimin", "Weimin Li"),
        ("Kim Min-ho", "Min-ho Kim"),
        ("John W. Marsh", "John William Marsh"),
        ("Maria Antonenko", "Mariya Antonenko"),
    ] {
        assert_eq!(verdict(EntityKind::Person, one, other), Compatibility::Same, "{one} {other}");
    }
    for (one, other) in [
        ("John W. Marsh", "John H. W. Marsh"),
        ("Maria Antonenko", "Mario Antonenko"),
        ("Daniel Marsh", "Daniela Marsh"),
        ("Sergei Antonenkov", "Sergei Antonenkova"),
        ("Martin Lund Jr.", "Martin Lund Sr."),
        ("Leo XIII", "Leo XIV"),
        ("Li Weimin", "Wang Weimin"),
        ("Jinhai", "Wang Jinhai"),
        ("Lee Marsh", "Ann Lee"),
    ] {
        assert_eq!(verdict(EntityKind::Person, one, other), Compatibility::Different, "{one} {other}");
    }
    assert_eq!(verdict(EntityKind::Person, "Leo", "Leo XIV"), Compatibility::Possible);
}

#[test]
fn bodies_are_known_by_alias_and_spelling() {
    for (one, other) in [
        ("UN", "United Nations"),
        ("U.N.", "the United Nations"),
        ("EU", "European Union"),
        ("EU Grain Board", "European Grain Board"),
        ("National Energy Board", "the National Energy Board"),
        ("Peruvian Defence Ministry", "Peruvian Defense Ministry"),
        ("US Grain Board", "American Grain Board"),
        ("Peruvian Ministry of Foreign Affairs", "Peruvian Foreign Ministry"),
        ("Ministry of Defence of Peru", "Peruvian Defense Ministry"),
        ("University of Kelda", "Kelda University"),
        ("Council of the Grain Ports", "Council of Grain Ports"),
        ("Coastal Grain Party of Peru", "Peruvian Coastal Grain Party"),
        ("Kelda Motors", "Kelda Motors Ltd"),
        ("Christian Republicans", "Christian Republican"),
    ] {
        assert_eq!(verdict(EntityKind::Organization, one, other), Compatibility::Same, "{one} {other}");
    }
}

#[test]
fn a_missing_country_is_only_possible_and_initials_say_nothing() {
    for (one, other) in
        [("Coastal Grain Party", "Peruvian Coastal Grain Party"), ("Foreign Ministry", "Foreign Ministry")]
    {
        assert_eq!(verdict(EntityKind::Organization, one, other), Compatibility::Possible, "{one} {other}");
    }
    for (one, other) in [
        ("Peruvian Foreign Ministry", "Chilean Foreign Ministry"),
        ("Foreign Ministry", "Chilean Foreign Ministry"),
        ("UN", "United Nurses"),
        ("LCB", "Lomas Coastal Board"),
        ("Peruvian Coastal Grain Party", "Chilean Coastal Grain Party"),
    ] {
        assert_eq!(verdict(EntityKind::Organization, one, other), Compatibility::Different, "{one} {other}");
    }
}

#[test]
fn a_bare_name_is_filed_only_where_there_is_no_fuller_one() {
    let person = |forms: &[&str]| keys(EntityKind::Person, forms.iter().copied());
    assert_eq!(person(&["ann weber", "ann"]), person(&["ann weber"]));
    assert_eq!(person(&["weber"]), person(&["ann weber"]));
    let body = |forms: &[&str]| keys(EntityKind::Organization, forms.iter().copied());
    assert_eq!(body(&["lomas commission", "commission"]), body(&["lomas commission"]));
    assert!(body(&["lomas rovers", "rovers"]).len() > body(&["lomas rovers"]).len());
}

#[test]
fn places_and_agreements_fold_their_aliases() {
    assert_eq!(verdict(EntityKind::Place, "U.S.", "America"), Compatibility::Same);
    assert_eq!(verdict(EntityKind::Place, "Kiev", "Kyiv"), Compatibility::Same);
    assert_eq!(verdict(EntityKind::Place, "Küesel", "Kuesel"), Compatibility::Same);
    assert_eq!(verdict(EntityKind::Place, "Karesh Sea", "Karesh"), Compatibility::Same);
    assert_eq!(verdict(EntityKind::Place, "North Sea", "North"), Compatibility::Different);
    assert_eq!(verdict(EntityKind::Place, "Lima", "Quito"), Compatibility::Different);
    assert_eq!(verdict(EntityKind::Agreement, "Karesh Accords", "the Karesh accord"), Compatibility::Same);
    assert_eq!(verdict(EntityKind::Agreement, "Lausanne Treaty", "Treaty of Lausanne"), Compatibility::Same);
    assert_eq!(verdict(EntityKind::Agreement, "Karesh accord", "Karesh treaty"), Compatibility::Different);
}

#[test]
fn last_names_lose_particles_and_suffixes() {
    assert_eq!(last_name("karim al masri"), "masri");
    assert_eq!(last_name("martin lund jr"), "lund");
    assert_eq!(last_name("jr"), "jr");
}

proptest! {
    #[test]
    fn any_names_compare_symmetrically(one in "[a-z ]{0,16}", other in "[a-zé ]{0,16}") {
        let (one, other) = (fold(&one), fold(&other));
        for &kind in EntityKind::ALL {
            prop_assert_eq!(compare(kind, &one, &other), compare(kind, &other, &one));
            let there = keys(kind, [one.as_str(), &other]);
            prop_assert!(!there.is_empty());
            prop_assert_eq!(there, keys(kind, [other.as_str(), &one]));
            if compare(kind, &one, &other) == Compatibility::Same {
                let first = Name::of(kind, &one).kinship();
                prop_assert!(one == other || Name::of(kind, &other).kinship().iter().any(|kin| first.contains(kin)));
            }
            if compare(kind, &one, &other) != Compatibility::Different {
                let first = keys(kind, [one.as_str()]);
                prop_assert!(keys(kind, [other.as_str()]).iter().any(|key| first.contains(key)));
            }
        }
    }
}
