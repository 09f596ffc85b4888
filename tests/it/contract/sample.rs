//! The whole output over the sample articles, so that a change shows as a difference to read.

use super::{list, run};

/// A line a fact: dates with values and anchors, names with kinds, ids and roles.
fn digest(article: &serde_json::Value) -> String {
    let text = |value: &serde_json::Value, name: &str| value[name].as_str().unwrap_or_default().to_owned();
    let mut lines = vec![format!("{} | {}", text(article, "path"), text(article, "title"))];
    if let Some(published) = article.get("published").filter(|published| !published.is_null()) {
        lines.push(format!("  published {} ({})", text(published, "value"), text(published, "source")));
    }
    let mut facts: Vec<(u64, String)> = Vec::new();
    for date in list(article, "dates") {
        let anchor = Some(text(date, "anchor"))
            .filter(|anchor| anchor != "none")
            .map(|anchor| format!(" from {anchor}"));
        let line = format!(
            "{:?} {} {}{}",
            text(date, "text"),
            text(date, "type"),
            text(date, "value"),
            anchor.unwrap_or_default()
        );
        facts.push((date["start"].as_u64().unwrap(), line));
    }
    for entity in list(article, "entities") {
        let role = entity.get("role").and_then(|role| role.as_str()).map(|role| format!(", {role}"));
        let line = format!("{:?} {}{}", text(entity, "text"), text(entity, "id"), role.unwrap_or_default());
        facts.push((entity["start"].as_u64().unwrap(), line));
    }
    facts.sort();
    lines.extend(facts.into_iter().map(|(_, line)| format!("  {line}")));
    lines.join("\n")
}

#[test]
fn extract_over_the_sample() {
    let done = run(&["extract", "seeds"]);
    let articles: Vec<String> =
        done.out.lines().map(|line| digest(&serde_json::from_str(line).unwrap())).collect();
    insta::assert_snapshot!(articles.join("\n\n"));
}

#[test]
fn entities_over_the_sample() {
    insta::assert_snapshot!(run(&["entities", "seeds", "--format", "text"]).out);
}

#[test]
fn check_over_the_sample() {
    insta::assert_snapshot!(run(&["check", "seeds"]).out);
}

#[test]
fn teasers_of_other_stories_are_nowhere() {
    let found = run(&["entities", "seeds", "--format", "json"]).out;
    // These occur only below “MOST POPULAR” and in the side column of the saved page.
    for teaser in [
        "Selim Arduman",
        "Leyla Ordun",
        "Castellan\"",
        "Velmark",
        "Arvid Institute",
        "Harbor Rovers",
        "Odo Brandt",
    ] {
        assert!(!found.contains(teaser), "{teaser}");
    }
    assert!(found.contains("Sedat"), "the story itself is read");
}
