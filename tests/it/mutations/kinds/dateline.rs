//! The day of the page: header and dateline.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::mutations::article::{Article, Plant};
use crate::mutations::choice::Choice;

/// The dateline is of another day than the header.
pub fn moved(article: &Article, choice: &mut Choice) -> Option<Plant> {
    let by = *choice.of(&[-120, -61, -33, -20, -10, 12, 25, 95]);
    let other = article.published.checked_add(by.days()).ok()?;
    page(article, choice, other)
}

/// The dateline is of another year than the header.
pub fn year(article: &Article, choice: &mut Choice) -> Option<Plant> {
    let by: i16 = *choice.of(&[-1, -1, -10, 1]);
    let other = article.published.with().year(article.published.year() + by).build().ok()?;
    page(article, choice, other)
}

/// The article below a header of its day, its first paragraph with a dateline of another.
fn page(article: &Article, choice: &mut Choice, other: Date) -> Option<Plant> {
    // Only texts without a head of their own.
    let bare = !article.path.ends_with(".md")
        && !article.path.ends_with(".html")
        && !article.path.starts_with("seeds")
        && !article.path.starts_with("articles");
    let story = article.text.lines().find(|line| line.len() > 80 && line.ends_with('.')).filter(|_| bare)?;
    let header = choice.wording(&[
        article.published.strftime("%B %-d, %Y").to_string(),
        article.published.strftime("Published %-d %B %Y").to_string(),
        article.published.strftime("%A, %B %-d, %Y").to_string(),
        article.published.strftime("date %Y-%m-%d").to_string(),
    ]);
    let dateline = choice.wording(&[
        other.strftime("BRATISLAVA, %-d %B %Y (Agency) - ").to_string(),
        other.strftime("NAIROBI (Meridian - %B %-d, %Y) ").to_string(),
        other.strftime("LIMA, %B %-d, %Y (Reuters) - ").to_string(),
    ]);
    let head = format!("Envoys return to the table\n\n{header}\n\n");
    let start = head.len();
    Some(Plant {
        path: article.path.clone(),
        text: format!("{head}{dateline}{story}\n\n{story}\n"),
        span: 0..start + dateline.len(),
    })
}
