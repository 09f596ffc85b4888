use proptest::prelude::*;

use super::*;
use crate::lang::facts::{ArticleFacts, Scope, analyze};
use crate::lang::lexicon::Lexicon;
use crate::source::Format;

fn facts(text: &str) -> Vec<ArticleFacts> {
    analyze(text, Format::Plain, Lexicon::built_in(), Scope::Everything).articles.into()
}

/// Each count as `words = low-high hedge unit population relation`, what is not said left out.
fn counts(text: &str) -> Vec<String> {
    let hundredths = |value: u64| match value % 100 {
        0 => (value / 100).to_string(),
        rest => format!("{}.{rest:02}", value / 100),
    };
    let line = |count: &Count| {
        let Interval { low, high } = count.number;
        let mut line = format!("{} = {}", count.span.of_text(text), hundredths(low));
        if high != low {
            line += &format!("-{}", hundredths(high));
        }
        if count.hedge != Hedge::Exact {
            line += &format!(" {:?}", count.hedge);
        }
        line += &count.unit.map_or(String::new(), |unit| format!(" {unit:?}"));
        if let Some(population) = &count.population {
            let stems = population.modifiers.iter().chain([&population.head]);
            stems.for_each(|stem| line += &format!(" {stem}"));
        }
        line + &count.relation.map_or(String::new(), |relation| format!(" {relation:?}"))
    };
    facts(text).iter().flat_map(|article| article.counts.iter().map(line)).collect()
}

#[test]
fn numbers_are_counted_with_hedge_and_population() {
    for (text, expected) in [
        (
            "The country hosts some 3.7 million Kenyan refugees.",
            "some 3.7 million Kenyan refugees = 3700000 About kenyan refugee",
        ),
        (
            "Nearly one million people fled.",
            "Nearly one million people fled = 1000000 Nearly people Displaced",
        ),
        ("At least two dozen houses burned.", "At least two dozen houses = 24 AtLeast house"),
        ("The army sent between 10 and 15 trucks.", "10 and 15 trucks = 10-15 truck"),
        ("The army sent 10-15 trucks.", "10-15 trucks = 10-15 truck"),
        ("The army sent two or three trucks.", "two or three trucks = 2-3 truck"),
        ("The army sent 10–15 million bullets.", "10–15 million bullets = 10000000-15000000 bullet"),
        ("Tens of thousands of Kenyans marched.", "Tens of thousands of Kenyans = 20000-999999 kenyan"),
        ("Several hundred miners marched.", "Several hundred miners = 200-999 miner"),
        ("Half a million voters stayed at home.", "Half a million voters = 500000 voter"),
        ("About a hundred trucks left.", "About a hundred trucks = 100 About truck"),
        ("As many as twenty-four ships left.", "As many as twenty-four ships = 24 AtMost ship"),
        ("More than 1,200 of its troops left Cusco by 3 trucks.", "3 trucks = 3 truck"),
        ("It cost $2.5bn.", "$2.5bn = 2500000000 Dollar"),
        (
            "It cost between $60 million and $70 million.",
            "$60 million and $70 million = 60000000-70000000 Dollar",
        ),
        (
            "Some 12.5 percent of the voters stayed.",
            "Some 12.5 percent of the voters = 12.50 About Percent voter",
        ),
        ("Output fell 7 per cent.", "7 per cent = 7 Percent"),
        ("The rate rose two percentage points.", "two percentage points = 2 PercentagePoint"),
        ("The road is 40 kilometers long.", "40 kilometers = 40 Kilometre"),
    ] {
        assert_eq!(counts(text), [expected], "{text}");
    }
}

#[test]
fn what_befell_them_is_told_before_and_behind() {
    assert_eq!(
        counts("The blast killed at least 12 people and wounded 30."),
        ["at least 12 people = 12 AtLeast people Killed", "30 = 30 people Wounded"]
    );
    assert_eq!(
        counts("The police counted 35 dead and 40 wounded miners."),
        ["35 dead = 35 Killed", "40 wounded miners = 40 wounded miner"]
    );
    for (text, expected) in [
        ("Officials said 12 people were killed.", "12 people were killed = 12 people Killed"),
        ("Police arrested more than 200 students.", "more than 200 students = 200 MoreThan student Arrested"),
        ("One Kenyan soldier was wounded.", "One Kenyan soldier was wounded = 1 kenyan soldier Wounded"),
        ("The flood caused 80 deaths.", "80 deaths = 80 death Killed"),
        ("A raid led to the arrest of 14 smugglers.", "14 smugglers = 14 smuggler Arrested"),
    ] {
        assert_eq!(counts(text), [expected], "{text}");
    }
    assert_eq!(
        counts("On the road 12 soldiers killed three smugglers."),
        ["12 soldiers = 12 soldier", "three smugglers = 3 smuggler Killed"]
    );
}

#[test]
fn other_numbers_are_no_counts() {
    let none: &[&str] = &[];
    for text in [
        "The talks began on May 12, 2019, at 11:30 and took three days.",
        "Ana Reyes, 45, lives at 12 Palm Street.",
        "The 33-year-old lost in the 20th minute.",
        "Mix it 3-1 and wait; the odds were 10 to 3.",
        "The 5+5 commission met the Group of 20.",
        "Resolution 1701 demands calm, and Article 5 commits nobody.",
        "No one of them knows; one wants to leave.",
        "A 12-member team and a two-door car left.",
        "It was 1/2 of that, and #5 is next.",
        "The 1980s were dry, and in 2019 rains came.",
    ] {
        assert_eq!(counts(text), none, "{text}");
    }
}

#[test]
fn votes_and_goals_of_two_sides_are_two_counts() {
    for (text, found) in [
        ("The house voted 219-206 for it.", ["219 = 219 vote", "206 = 206 vote"]),
        ("The bill passed by 229 votes to 206.", ["229 = 229 vote", "206 = 206 vote"]),
        ("Parliament approved it 226 to 89.", ["226 = 226 vote", "89 = 89 vote"]),
        ("Ruritania lost 3-1 at home.", ["3 = 3 score", "1 = 1 score"]),
    ] {
        assert_eq!(counts(text), found, "{text}");
    }
    assert_eq!(
        counts("It passed with 117 members in favour and 89 against."),
        ["117 members = 117 vote", "89 = 89 vote"]
    );
}

#[test]
fn tolls_that_are_said_by_a_noun() {
    for (text, found) in [
        ("Divers raised the number of confirmed dead to 46.", "46 = 46 Killed"),
        ("The death toll stood at 31.", "31 = 31 Killed"),
        ("They raised the bodies of 48 miners.", "48 miners = 48 miner Killed"),
        ("Police took 46 people into custody.", "46 people into custody = 46 people Arrested"),
    ] {
        assert_eq!(counts(text), [found], "{text}");
    }
}

#[test]
fn a_count_has_the_only_date_of_its_sentence() {
    let date = |text: &str| {
        let article = &facts(text)[0];
        article.counts[0].date.map(|date| article.dates[date as usize].span.of_text(text).to_owned())
    };
    assert_eq!(date("The blast killed 12 people on May 12."), Some("May 12".to_owned()));
    assert_eq!(date("The blast killed 12 people on May 12 and again on May 14."), None);
    assert_eq!(date("The blast killed 12 people."), None);
}

proptest! {
    #[test]
    fn any_text_gives_counts_in_order(
        text in "([0-9]{1,9}|[.,:/%$+-]|million|thousands of|dozen|half a|between|and|to|people|killed|U.S.|\n| ){0,40}",
    ) {
        for article in facts(&text) {
            prop_assert!(article.counts.is_sorted_by_key(|count| count.span));
            for count in &article.counts {
                prop_assert!(count.number.low <= count.number.high && count.number.low > 0);
            }
        }
    }
}
