use crate::source::{self, Format, ZoneKind};

/// The words that are left out of a plain text.
fn dropped(text: &str) -> Vec<String> {
    let reading = source::read(text, Format::Plain);
    let zones = reading.articles.first().unwrap().zones.iter();
    let left_out = zones.filter(|zone| zone.kind == ZoneKind::Boilerplate);
    left_out
        .map(|zone| zone.span.of_text(&reading.text).split_whitespace().collect::<Vec<_>>().join(" "))
        .collect()
}

const STORY: &str = "Talks on cod fail\n\nThe talks on cod failed, officials said on Tuesday.\n\nThey will meet again in June, after the vote.\n\n";

#[test]
fn tails_are_cut_to_the_end() {
    for (tail, first) in [
        ("MOST READ\n\nA herring\n\nAnother herring\n", "MOST READ A herring"),
        (
            "Recommended\nCourt acquits skipper\n\nA court has acquitted a skipper of all charges.\nBrann beat Molde\n\nBrann beat Molde in the cup on Sunday.\n",
            "Recommended Court",
        ),
        (
            "Fjord TV’s website can also be accessed at the following addresses:\n\nwww.fjord.example\n",
            "Fjord TV’s",
        ),
        ("Follow us on Twitter\n\nFacebook\n", "Follow us"),
        ("© 2021 Nordnews. All rights reserved.\n", "© 2021"),
        ("Related stories:\n- A herring\n- Another\n", "Related stories"),
        ("Sign up for our newsletter\n", "Sign up"),
        ("YOU MIGHT ALSO LIKE\nA herring\n", "YOU MIGHT"),
    ] {
        let found = dropped(&format!("{STORY}{tail}"));
        assert_eq!(found.len(), 1, "{tail}: {found:?}");
        assert!(found[0].starts_with(first), "{found:?}");
        let end = tail.trim_end().rsplit(' ').next().unwrap();
        assert!(found[0].ends_with(end.rsplit('\n').next().unwrap()), "{found:?}");
    }
}

#[test]
fn lines_in_mid_text_drop_alone() {
    for line in [
        "ADVERTISEMENT",
        "Read more: A haunted lighthouse is up for sale",
        "Article continues below",
        "Share this article",
    ] {
        let text =
            format!("{STORY}{line}\n\nThe minister said that the fleet would wait in port until then.\n");
        assert_eq!(dropped(&text), [line]);
    }
}

#[test]
fn links_in_mid_text_drop_and_the_story_goes_on() {
    let text = format!(
        "{STORY}RELATED\nA haunted lighthouse is up for sale\n\nThe minister said that the fleet would wait.\n\nNobody else commented on the talks on Tuesday.\n"
    );
    assert_eq!(dropped(&text), ["RELATED A haunted lighthouse is up for sale"]);
    let text = format!(
        "{STORY}RELATED\nA haunted lighthouse is up for sale\n\nThe minister said that the fleet would wait.\n"
    );
    assert_eq!(dropped(&text), ["RELATED A haunted lighthouse is up for sale"]);
}

#[test]
fn the_story_is_never_dropped() {
    for paragraph in [
        "Related talks on herring are planned for June, the minister said.",
        "Most popular among the skippers is a licence for ten years, she added.",
        "Copyright law was not a subject of the talks, both sides said.",
        "“Join us or leave,” the minister told the skippers on Tuesday.",
        "Recommended quotas for cod have been lowered by a tenth since March.",
        "Trending upwards since March, the price of cod rose again on Tuesday.",
        "The ministry’s site can be visited by skippers from June on.",
    ] {
        let text = format!("{STORY}{paragraph}\n\nNobody else commented on the talks on Tuesday.\n");
        if !paragraph.contains("site can be visited") {
            assert_eq!(dropped(&text), [""; 0], "{paragraph}");
        }
    }
}

#[test]
fn a_heading_before_the_story_cuts_nothing_but_itself() {
    let text = "Latest news\n\nTalks on cod fail\n\nThe talks on cod failed, officials said on Tuesday.\n";
    assert_eq!(dropped(text), ["Latest news"]);
}

#[test]
fn the_list_below_a_heading_is_not_of_the_article() {
    let page = "<h3>Most read</h3><ul><li>A herring returns to the fjords</li><li>Brann beat Molde in the cup on Sunday night.</li></ul>
        <h1>Talks on cod fail</h1><p>The talks on cod failed, officials said on Tuesday.</p><ul><li>No deal on cod</li></ul>";
    let reading = source::read(page, Format::Html);
    let article = &reading.articles[0];
    assert_eq!(article.title.unwrap().of_text(&reading.text), "Talks on cod fail");
    let found: Vec<_> = article.zones.iter().map(|zone| zone.kind).collect();
    assert_eq!(found, [ZoneKind::Boilerplate, ZoneKind::Headline, ZoneKind::Body]);
    assert!(article.zones[2].span.of_text(&reading.text).ends_with("No deal on cod"));
}
