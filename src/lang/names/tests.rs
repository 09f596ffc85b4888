use proptest::prelude::*;

use super::*;
use crate::source::ZoneKind;

mod labelled;
mod quality;

/// The names of a text whose lines that end in no full stop are headlines.
fn read(text: &str) -> Names {
    let mut at = 0;
    let mut zones = Vec::new();
    for line in text.split_inclusive('\n') {
        let kind = if line.trim_end().ends_with(['.', '”']) { ZoneKind::Body } else { ZoneKind::Headline };
        zones.push(Zone { kind, span: Span::of(at..at + line.trim_end().len()) });
        at += line.len();
    }
    recognize(text, &zones, Lexicon::built_in())
}

/// Each chain as `kind: form | form`, in order of appearance.
fn chains(text: &str) -> Vec<String> {
    let names = read(text);
    let line = |chain: &Chain| {
        let forms: Vec<&str> = chain.forms.iter().map(|form| &*form.text).collect();
        format!("{}: {}", chain.kind, forms.join(" | "))
    };
    names.chains.iter().map(line).collect()
}

/// Each role as `name: title of owner`, in order of appearance.
fn roles(text: &str) -> Vec<String> {
    let names = read(text);
    let of_mention = |mention: &NameMention| {
        let role = &names.roles[mention.role? as usize];
        let standing = match role.standing {
            Standing::Current => "",
            Standing::Acting => "acting ",
            Standing::Former => "former ",
        };
        let of = role.of.as_ref().map_or(String::new(), |of| format!(" of {of}"));
        Some(format!("{}: {standing}{}{of}", mention.span.of_text(text), role.title))
    };
    names.mentions.iter().filter_map(of_mention).collect()
}

#[test]
fn a_story_gives_its_people_bodies_places_and_agreements() {
    let text = "Chile, Peru Sign Deal On Karesh Port - Ministry\n\
        Peruvian Deputy Trade Minister Hélène Quispe arrived in Karesh on Monday, the Chilean Foreign Ministry said. \
        Quispe met Mateo Lund, the head of the Coastal Grain Board (CGB), near the village of Tarra. \
        However, Lima has not ratified the Karesh memorandum. The CGB welcomed it.\n\
        Quispe: Lima Will Not Wait";
    assert_eq!(
        chains(text),
        [
            "place: Chile",
            "place: Peru",
            "place: Karesh",
            "person: Hélène Quispe | Quispe",
            "organization: Chilean Foreign Ministry",
            "person: Mateo Lund",
            "organization: Coastal Grain Board | CGB",
            "place: Tarra",
            "place: Lima",
            "agreement: Karesh memorandum",
        ]
    );
}

#[test]
fn conjunctions_possessives_and_slashes_part_names() {
    assert_eq!(
        chains("Envoys of Chile and Peru met in Peru's Cusco."),
        ["place: Chile", "place: Peru", "place: Cusco"]
    );
    assert_eq!(chains("QUITO/LIMA"), ["place: QUITO", "place: LIMA"]);
    assert_eq!(chains("The Peru-Chile border is shut."), ["place: Peru", "place: Chile"]);
    assert_eq!(chains("A Peruvian-Chilean team saw Lima-backed boats."), ["place: Lima"]);
    assert_eq!(chains("Ana Reyes and Marek Novotny spoke."), ["person: Ana Reyes", "person: Marek Novotny"]);
}

#[test]
fn bodies_keep_their_small_words() {
    assert_eq!(
        chains("He joined the Ministry of Trade and Industry and the Front for National Renewal."),
        ["organization: Ministry of Trade and Industry", "organization: Front for National Renewal"]
    );
    let text = "Peru's Defense Ministry spoke. The Peruvian Defence Ministry did too.";
    assert_eq!(chains(text), ["place: Peru", "organization: Peruvian Defence Ministry | Defense Ministry"]);
    let names = read("The Peruvian Trade Ministry spoke. The Trade Ministry said no.");
    let folded: Vec<&str> = names.chains[0].forms.iter().map(|form| &*form.folded).collect();
    assert_eq!(folded, ["peruvian trade ministry", "peruvian trade ministry"], "whose it is, is not lost");
}

#[test]
fn a_body_and_whose_it_is_are_two_names() {
    let found =
        chains("Troops of the Marsh National Army of Tomas Okonjo left. The University of Jordan closed.\n");
    assert!(found.iter().any(|chain| chain.contains("Tomas Okonjo") && !chain.contains("Army")), "{found:?}");
    assert!(found.iter().any(|chain| chain.contains("University of Jordan")), "{found:?}");
}

#[test]
fn common_words_are_no_names() {
    let none: &[&str] = &[];
    for text in [
        "However, the talks failed on Monday. Several officials left. Prices rose.",
        "Turkish and Russian officials met. The Government said so. Presidential aides agreed.",
        "Talks between the Russians and the Syrians ended in March.",
        "Envoy Warns Of Delay In Peace Talks",
    ] {
        assert_eq!(chains(text), none, "{text}");
    }
}

#[test]
fn roles_stand_before_and_behind() {
    assert_eq!(
        roles("Peruvian Deputy Trade Minister Hélène Quispe left."),
        ["Hélène Quispe: Deputy Trade Minister of Peru"]
    );
    assert_eq!(
        roles("Chilean Foreign Ministry spokeswoman Ana Reyes said no."),
        ["Ana Reyes: spokeswoman of Chilean Foreign Ministry"]
    );
    assert_eq!(
        roles("Peruvian Defence Minister Lt. Gen. Ana Reyes left."),
        ["Ana Reyes: Defence Minister of Peru"]
    );
    assert_eq!(roles("Attorney General Ana Reyes left."), ["Ana Reyes: Attorney General"]);
    assert_eq!(roles("Cusco's mayor, Ana Reyes, left."), ["Ana Reyes: mayor of Cusco"]);
    assert_eq!(roles("The president of Peru, Ana Reyes, left."), ["Ana Reyes: president of Peru"]);
    assert_eq!(
        roles("Former U.S. Secretary of State Ana Reyes left Lima, Chief Negotiator Jo Marsh said."),
        ["Ana Reyes: former Secretary of State of United States", "Jo Marsh: Chief Negotiator"]
    );
    assert_eq!(roles("Special envoy for Peru Ana Reyes left."), ["Ana Reyes: Special envoy"]);
    assert_eq!(roles("Kenyan special envoy for Peru Ana Reyes left."), ["Ana Reyes: special envoy of Kenya"]);
    assert_eq!(roles("The envoy for the Lomas Desert, Ana Reyes, left."), ["Ana Reyes: envoy"]);
    assert_eq!(roles("Kenya's ambassador to Peru Ana Reyes left."), ["Ana Reyes: ambassador of Kenya"]);
    assert_eq!(roles("A spokesman for President Ana Reyes left."), ["Ana Reyes: President"]);
    assert_eq!(
        roles("The Peruvian Trade Ministry said Minister Ana Reyes had left."),
        ["Ana Reyes: Trade Minister of Peru"]
    );
    assert_eq!(
        roles("Peru's Ministry of Trade and Industry said Minister Ana Reyes had left."),
        ["Ana Reyes: Minister of Trade and Industry of Peru"]
    );
    assert_eq!(roles("Peruvian Treasury Minister Ana Reyes left."), ["Ana Reyes: Treasury Minister of Peru"]);
    assert_eq!(roles("Peru's President-elect Ana Reyes left."), ["Ana Reyes: President-elect of Peru"]);
    assert_eq!(
        roles("Kenya's former prime minister Ana Reyes left."),
        ["Ana Reyes: former prime minister of Kenya"]
    );
    assert_eq!(
        roles("Ana Reyes, the leader of the Coastal Union, left."),
        ["Ana Reyes: leader of Coastal Union"]
    );
    assert_eq!(
        roles("Talks of Presidents Ana Reyes and Marek Novotny began."),
        ["Ana Reyes: President", "Marek Novotny: President"]
    );
    assert_eq!(
        roles("Peruvian Trade Minister Ana Reyes met her Chilean counterpart, Marek Novotny."),
        ["Ana Reyes: Trade Minister of Peru", "Marek Novotny: Trade Minister of Chile"]
    );
    assert_eq!(
        roles("Peruvian Trade Minister Ana Reyes met her Chilean colleague, Marek Novotny."),
        ["Ana Reyes: Trade Minister of Peru", "Marek Novotny: Trade Minister of Chile"]
    );
    assert!(roles("The talks with his Chilean counterpart, Marek Novotny, ended.").is_empty());
    assert_eq!(
        roles("A Peruvian team led by acting Mayor Ana Reyes left."),
        ["Ana Reyes: acting Mayor of Peru"]
    );
}

#[test]
fn a_surname_follows_its_nearest_bearer() {
    let text = "Police held Juan Reyes Soto. Reyes Soto denies it. Soto is 30. Chinese envoy Xi Weimin left. Xi spoke.";
    assert_eq!(chains(text), ["person: Juan Reyes Soto | Reyes Soto | Soto", "person: Xi Weimin | Xi"]);
    let text =
        "Ana Reyes met Marek Reyes. Reyes left. Mr. Novotny stayed. Pavel Novotny came. P. Novotny left.";
    assert_eq!(
        chains(text),
        ["person: Ana Reyes", "person: Marek Reyes | Reyes", "person: Pavel Novotny | P. Novotny | Novotny"]
    );
}

#[test]
fn agreements_have_a_capital_name() {
    assert_eq!(
        chains(
            "The Treaty of Karesh, the Tarra Memorandum of Understanding and the Old Lomas Grain Deal replaced the \
             agreement in Lomas."
        ),
        [
            "agreement: Treaty of Karesh",
            "agreement: Tarra Memorandum of Understanding",
            "agreement: Old Lomas Grain Deal",
            "place: Lomas"
        ]
    );
}

#[test]
fn words_that_open_a_sentence_are_no_part_of_a_name() {
    for word in ["Then", "Later", "Meanwhile", "Still", "Earlier", "Instead", "Both", "Most", "Once", "Yet"] {
        assert_eq!(
            chains(&format!("{word} Sergey Quispe left Lima.")),
            ["person: Sergey Quispe", "place: Lima"]
        );
    }
    assert_eq!(chains("Islam Marsh left."), ["person: Islam Marsh"]);
    assert_eq!(
        chains("Former Peruvian Grain Board chief Jo Marsh left."),
        ["organization: Peruvian Grain Board", "person: Jo Marsh"]
    );
}

#[test]
fn newspapers_teams_and_companies_are_bodies() {
    assert_eq!(
        chains("She writes for the Strait Lantern Courier."),
        ["organization: Strait Lantern Courier"]
    );
    assert_eq!(chains("(Photo: The Gulf Herald) It rained."), ["organization: Gulf Herald"]);
    assert_eq!(chains("He left the Lima Mirror."), ["organization: Lima Mirror"]);
    assert_eq!(chains("He plays for the Lima Rovers."), ["organization: Lima Rovers"]);
    assert_eq!(
        chains("He plays for the Lima Rovers. Fans of the Rovers sang on the HMS Karesh."),
        ["organization: Lima Rovers | Rovers"]
    );
    assert_eq!(chains("The automaker Zelko cut jobs."), ["organization: Zelko"]);
    assert_eq!(chains("A report in Zelko newspaper says so."), ["organization: Zelko"]);
    assert_eq!(chains("They bought ZelkoSoft."), ["organization: ZelkoSoft"]);
    assert_eq!(
        chains("She leads the Centre for Missing and Stranded Sailors."),
        ["organization: Centre for Missing and Stranded Sailors"]
    );
    assert_eq!(chains("He joined Ansar al-Karesh."), ["organization: Ansar al-Karesh"]);
}

#[test]
fn events_and_adjectives_are_no_places() {
    let none: &[&str] = &[];
    for text in [
        "It was shown at the Karesh Film Festival.",
        "He won the Old Lomas Cup.",
        "Few remember Lomas War II.",
        "It was hit by Hurricane Karesh.",
        "They saw the film Deep Karesh.",
        "A South American team left.",
        "A North African river.",
    ] {
        assert_eq!(chains(text), none, "{text}");
    }
}

#[test]
fn two_words_in_the_middle_of_a_sentence_are_a_person() {
    assert_eq!(chains("They asked Zelka Tamrin about it."), ["person: Zelka Tamrin"]);
}

#[test]
fn surnames_that_are_places_and_streets_that_are_people() {
    assert_eq!(
        chains("U.S. Assistant Secretary of State Ana Hill left."),
        ["place: U.S.", "person: Ana Hill"]
    );
    assert_eq!(chains("Ms. Hill left. They asked Hill."), ["person: Hill"]);
    assert_eq!(chains("Kella Hill said no."), ["person: Kella Hill"]);
    assert_eq!(chains("CB Ana Reyes left."), ["person: Ana Reyes"]);
    assert_eq!(chains("Lima Rovers GM Ana Reyes left."), ["organization: Lima Rovers", "person: Ana Reyes"]);
    assert_eq!(chains("They met on Philip Street."), ["place: Philip Street"]);
    assert_eq!(chains("They met in Abu Karesh prison."), ["place: Abu Karesh"]);
    assert_eq!(chains("The Tarra-based firm failed."), ["place: Tarra"]);
}

#[test]
fn composed_and_decomposed_letters_and_wide_gaps_do_not_matter() {
    let text = "Trade Minister Hele\u{301}ne\u{A0} Quispe spoke. Quispe left.";
    assert_eq!(chains(text), ["person: He\u{301}le\u{301}ne Quispe | Quispe".replacen("\u{301}l", "l", 1)]);
}

fn prose() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "Ana",
        "Reyes",
        "Marek",
        "President",
        "Peru",
        "Peruvian",
        "the",
        "The",
        "of",
        "and",
        "Ministry",
        "Foreign",
        "said",
        "in",
        "Karesh",
        "memorandum",
        "Treaty",
        "UN",
        "(",
        ")",
        ",",
        ".",
        "\n",
        "’s",
        "al-Tamimi",
        "Mr.",
        "5+5",
        "“",
        "”",
        "/",
        "-led",
        "U.S.",
        "é",
        "e\u{301}",
        "\u{A0}",
        "led",
        "by",
        "counterpart",
        "for",
        "Board",
        "leader",
    ]);
    prop::collection::vec(word, 0..40).prop_map(|words| words.join(" "))
}

fn holds(text: &str) -> Result<(), TestCaseError> {
    let names = read(text);
    let mut end = 0;
    for mention in &names.mentions {
        prop_assert!(mention.span.start >= end && !mention.span.is_empty());
        end = mention.span.end;
        let words = text.get(mention.span.range());
        prop_assert!(words.is_some_and(|words| !words.contains('\n')));
        let chain = names.chains.get(mention.chain as usize);
        prop_assert!(chain.is_some_and(|chain| chain.forms.len() > mention.form as usize));
        prop_assert!(mention.role.is_none_or(|role| names.roles.len() > role as usize));
    }
    let counted: u32 = names.chains.iter().flat_map(|chain| chain.forms.iter()).map(|form| form.count).sum();
    prop_assert_eq!(counted as usize, names.mentions.len());
    prop_assert!(names.chains.iter().all(|chain| !chain.keys.is_empty() && !chain.forms.is_empty()));
    prop_assert_eq!(names, read(text));
    Ok(())
}

proptest! {
    #[test]
    fn any_text_gives_names_that_fit_it(text in any::<String>()) {
        holds(&text)?;
    }

    #[test]
    fn any_prose_gives_names_that_fit_it(text in prose()) {
        holds(&text)?;
    }
}

/// Each description as `words: name`, in order of appearance.
fn descriptions(text: &str) -> Vec<String> {
    let names = read(text);
    let line = |description: &Description| {
        let mention = &names.mentions[description.mention as usize];
        format!("{}: {}", description.span.of_text(text), mention.span.of_text(text))
    };
    names.descriptions.iter().map(line).collect()
}

#[test]
fn an_office_stands_for_its_only_holder() {
    let text = "Peruvian Deputy Trade Minister Hélène Quispe flew home. The minister was brief, and so was \
        the deputy minister. The Peruvian trade minister will be back. The president was not there, nor was \
        the minister of mines or the Chilean minister.";
    let minister = ["minister", "deputy minister", "Peruvian trade minister"]
        .map(|words| format!("{words}: Hélène Quispe"));
    assert_eq!(descriptions(text), minister);
}

#[test]
fn of_two_holders_the_one_just_spoken_of_is_meant() {
    let text = "Peruvian Trade Minister Hélène Quispe met Chilean Mines Minister Mateo Lund. The minister smiled. \
        They dined. Lund spoke on Monday. It was late. He was tired. The minister left.";
    assert_eq!(descriptions(text), Vec::<String>::new());
    let text = "Peruvian Trade Minister Hélène Quispe met Chilean Mines Minister Mateo Lund. They dined. \
        It was late. Lund spoke on Monday. The minister was tired.";
    assert_eq!(descriptions(text), ["minister: Lund"]);
}

#[test]
fn a_leader_a_counterpart_and_a_ministry_are_those_of_their_country() {
    let text = "Peruvian President Hélène Quispe met Chilean President Mateo Lund. The Chilean leader smiled. \
        Quispe thanked her Chilean counterpart.";
    assert_eq!(descriptions(text), ["Chilean leader: Mateo Lund", "Chilean counterpart: Mateo Lund"]);
    let text = "The Peruvian Trade Ministry said no. The ministry added that the Chilean ministry had agreed. \
        The trade ministry is firm. The government waits.";
    assert_eq!(
        descriptions(text),
        ["ministry: Peruvian Trade Ministry", "trade ministry: Peruvian Trade Ministry"]
    );
}

#[test]
fn a_former_holder_is_not_the_holder() {
    assert_eq!(
        descriptions("Former President Mateo Lund spoke. The president was silent."),
        Vec::<String>::new()
    );
}

#[test]
fn a_ministry_of_the_country_is_that_of_the_only_country_spoken_of() {
    let filed = |text: &str| {
        let names = read(text);
        let bodies = names.chains.iter().filter(|chain| chain.kind == EntityKind::Organization);
        bodies.map(|chain| chain.forms[0].folded.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(
        filed("The Peruvian team had people from the country's Defence Ministry."),
        ["peruvian defence ministry"]
    );
    assert_eq!(
        filed("Peru and Chile sent people from the country's Defence Ministry."),
        ["defence ministry"]
    );
}

#[test]
fn what_opens_a_sentence_and_where_a_body_is_from_are_no_part_of_a_name() {
    let text = "Mateo Lund spoke, but nobody came. But Lund stayed, the Peruvian KDL broadcaster said. KDL is small.";
    assert_eq!(chains(text), ["person: Mateo Lund | Lund", "organization: KDL"]);
}

#[test]
fn two_unknown_words_with_an_office_behind_are_a_person() {
    let text =
        "Teams under Sendal Ovral, Peru's deputy trade minister, and Olwin Drask, the Chilean envoy, met.";
    assert_eq!(roles(text), ["Sendal Ovral: deputy trade minister of Peru", "Olwin Drask: envoy of Chile"]);
}
