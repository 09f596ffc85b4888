use super::*;

#[test]
fn long_lines_are_cut_at_words() {
    let long = "a word ".repeat(40);
    let cut = last_words(&long);
    assert!(cut.starts_with("… ") && cut.chars().count() <= AROUND + 3, "{cut}");
    let cut = first_words(&long, AROUND);
    assert!(cut.ends_with(" …") && cut.chars().count() <= AROUND + 2, "{cut}");
    assert_eq!(first_words("short", AROUND), "short");
    assert_eq!(last_words("  short "), "short ");
}

#[test]
fn a_line_without_spaces_is_cut_between_characters() {
    let long = "ğ".repeat(100_000);
    assert_eq!(last_words(&long).chars().count(), AROUND + 3);
    assert_eq!(first_words(&long, AROUND).chars().count(), AROUND + 2);
}
