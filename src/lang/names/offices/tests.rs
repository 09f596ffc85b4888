use super::*;
use crate::lang::names::recognize;
use crate::source::Zone;
use crate::source::ZoneKind;

/// Each office as `name: head of words (country) to whom`, in order of appearance.
fn offices(text: &str) -> Vec<String> {
    let end = u32::try_from(text.len()).expect("short");
    let zones = [Zone { kind: ZoneKind::Body, span: Span::new(0, end) }];
    let names = recognize(text, &zones, Lexicon::built_in());
    let line = |office: &Office| {
        let name = names.mentions[office.mention as usize].span.of_text(text);
        let country = office.country.and_then(|country| Lexicon::built_in().country(country));
        let country = country.map_or(String::new(), |country| format!(" ({})", country.name));
        let to = office.to.as_ref().map_or(String::new(), |to| format!(" to {to}"));
        let deputy = if office.is_deputy { "deputy " } else { "" };
        let tenure = match office.tenure {
            Tenure::Held => String::new(),
            other => format!("{other:?} ").to_lowercase(),
        };
        let of = if office.words.is_empty() { "" } else { " of " };
        format!("{name}: {tenure}{deputy}{}{of}{}{country}{to}", office.head, office.words.join(" "))
    };
    names.offices.iter().map(line).collect()
}

#[test]
fn an_office_is_read_on_either_side() {
    let mut wrong = Vec::new();
    for (text, office) in [
        ("Finance Minister Ana Reyes left.", "Ana Reyes: minister of finance"),
        ("Ana Reyes, the foreign minister, left.", "Ana Reyes: minister of foreign"),
        ("They were met by the foreign minister, Ana Reyes, who left.", "Ana Reyes: minister of foreign"),
        ("“We hear,” said Ana Reyes, the interior minister, on Monday.", "Ana Reyes: minister of interior"),
        ("Kenya's prime minister, Ana Reyes, left.", "Ana Reyes: prime minister (Kenya)"),
        ("Ana Reyes, the secretary of commerce, left.", "Ana Reyes: secretary of commerce"),
        ("Treasury Undersecretary Ana Reyes said so.", "Ana Reyes: deputy undersecretary of treasury"),
        ("Quilla Police Chief Ana Reyes said so.", "Ana Reyes: chief of police quilla"),
        (
            "Ana Reyes, who presides over the constitutional court, left.",
            "Ana Reyes: president of constitutional court",
        ),
        (
            "The head of the electoral commission, Ana Reyes, said on Monday.",
            "Ana Reyes: head of commission electoral",
        ),
        (
            "Complaints go to the constitutional court, whose president is Ana Reyes, by Thursday.",
            "Ana Reyes: president of constitutional court",
        ),
        ("Jeju's governor, Ana Reyes, put it well.", "Ana Reyes: governor of jeju (South Korea)"),
        ("Jeju Gov. Ana Reyes left.", "Ana Reyes: governor of jeju (South Korea)"),
        ("Ana Reyes, Moscow's ambassador to Iran, left.", "Ana Reyes: ambassador (Russia) to Iran"),
        (
            "The Russian Ambassador in Baghdad Marek Novotny told the agency.",
            "Marek Novotny: ambassador (Russia) to Iraq",
        ),
        ("Tajik Deputy Prime Minister Ana Reyes agreed.", "Ana Reyes: deputy prime minister (Tajikistan)"),
        ("Deputy Defense Minister Ana Reyes said so.", "Ana Reyes: deputy minister of defense"),
        (
            "Ana Reyes, 64, the minister for trade, industry and energy, left.",
            "Ana Reyes: minister of energy industry trade",
        ),
        ("Ana Reyes: a former prosecutor, now in the Senate.", "Ana Reyes: former prosecutor"),
        ("South Korean Foreign Minister Ana Reyes left.", "Ana Reyes: minister of foreign (South Korea)"),
        ("The former defense minister, Ana Reyes, left.", "Ana Reyes: former minister of defense"),
        (
            "Ana Reyes, head of the Federation Council's defence committee, left.",
            "Ana Reyes: head of committee council defence federation (Russia)",
        ),
        ("The mayor of Cusco is Ana Reyes.", "Ana Reyes: mayor of cusco (Peru)"),
        ("Ana Reyes chairs the electoral commission.", "Ana Reyes: chair of commission electoral"),
        ("The commission, chaired by Ana Reyes, met.", "Ana Reyes: chair of commission"),
        ("The chief executive of Norda Steel, Ana Reyes, left.", "Ana Reyes: chief executive of norda steel"),
        ("Peru's President-elect Ana Reyes left.", "Ana Reyes: changing president (Peru)"),
    ] {
        let found = offices(text);
        if found != [office] {
            wrong.push(format!("{text}: {found:?} is not {office:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_is_no_office_of_that_person() {
    for text in [
        "After talks with the foreign minister, Ana Reyes said she would leave.",
        "It was Ana Reyes, the minister said.",
        "He met Ana Reyes, the foreign minister, and the chancellor.",
        "Ana Reyes, wife of the president, left.",
        "Ana Reyes, the president's lawyer, left.",
        "A spokesman for the ministry told Ana Reyes.",
    ] {
        assert_eq!(offices(text), [""; 0], "{text}");
    }
}
