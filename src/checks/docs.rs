//! The page of each check, which a test writes into `CHECKS.md` from the checks' own documentation.

use crate::checks::Check;

/// The manual of the checks: a section `## code` each.
pub const MANUAL: &str = include_str!("CHECKS.md");

/// The text of a check's section, Markdown, without its heading. Empty for what is not in the manual.
pub fn page(code: &str) -> &'static str {
    let heading = format!("\n## {code}\n");
    let Some(at) = MANUAL.find(&heading) else { return "" };
    let rest = MANUAL.get(at + heading.len()..).unwrap_or_default();
    rest.split("\n## ").next().unwrap_or_default().trim()
}

/// The check's account of itself: its page without the line on its severity.
pub fn account(code: &str) -> &'static str {
    page(code).split_once("\n\n").map_or("", |(_, account)| account.trim())
}

/// Where the page stands on the web; `None` as long as the project has no place there.
pub fn address(code: &str) -> Option<String> {
    let repository = Some(env!("CARGO_PKG_REPOSITORY")).filter(|address| !address.is_empty())?;
    Some(format!("{}/blob/main/src/checks/CHECKS.md#{code}", repository.trim_end_matches('/')))
}

/// A check's section of the manual, made from the documentation of its file (`//! Check: …`).
pub fn section(check: &dyn Check, source: &str) -> String {
    let account: Vec<&str> = source
        .lines()
        .skip(1)
        .map_while(|line| line.strip_prefix("//!"))
        .map(|line| line.strip_prefix(' ').unwrap_or(line))
        .collect();
    let (article, draft) = (check.severity().name(), check.in_draft().name());
    let severities = if article == draft {
        article.to_owned()
    } else {
        format!("{article} in an article, {draft} in a draft")
    };
    let switched = if check.is_on() { "" } else { ", switched off unless the settings ask for it" };
    format!(
        "## {}\n*{}: {severities}{switched}.*\n\n{}\n",
        check.code(),
        first_upper(check.summary()),
        account.join("\n").trim()
    )
}

fn first_upper(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or(String::new(), |first| first.to_uppercase().chain(rest).collect())
}
