//! Settings from the folder's file and, on top of it, from the client.

use serde_json::{Map, Value};

use crate::checks;
use crate::state::Settings;

/// Keys of the editors' own part of the `dateline` section: none of ours.
const OF_THE_EDITOR: &[&str] = &["serverPath", "serverArgs", "trace"];

/// Lays the client's section over the settings of the file. What cannot be taken is left out and said.
///
/// The section may come bare or inside a member `dateline`, as clients differ in that.
pub(super) fn merged(file: &Settings, client: &Value) -> (Settings, Vec<String>) {
    let mut problems = Vec::new();
    let section = client.get("dateline").unwrap_or(client);
    let none = Map::new();
    let section = match section {
        Value::Null => &none,
        Value::Object(section) => section,
        _ => {
            problems.push("settings: the dateline section is not an object".to_owned());
            &none
        }
    };
    let mut settings = file.clone();
    for (key, value) in section.iter().filter(|(key, _)| !OF_THE_EDITOR.contains(&key.as_str())) {
        match value {
            // A table is laid over entry by entry, so that one bad entry spoils no other.
            Value::Object(entries) => {
                for (name, entry) in entries {
                    if key == "checks" && checks::of_code(name).is_none() {
                        problems.push(format!("settings: no check is called `{name}`"));
                        continue;
                    }
                    let one = Value::Object(Map::from_iter([(name.clone(), entry.clone())]));
                    lay(&mut settings, key, one, &mut problems);
                }
            }
            _ => lay(&mut settings, key, value.clone(), &mut problems),
        }
    }
    (settings, problems)
}

fn lay(settings: &mut Settings, key: &str, value: Value, problems: &mut Vec<String>) {
    let Ok(Value::Object(mut all)) = serde_json::to_value(&*settings) else { return };
    let said = value.to_string();
    match (all.get_mut(key), value) {
        (Some(Value::Object(present)), Value::Object(entries)) => present.extend(entries),
        (_, value) => {
            all.insert(key.to_owned(), value);
        }
    }
    match serde_json::from_value::<Settings>(Value::Object(all)) {
        Ok(new) => {
            *settings = Settings { published: settings.published, folder: settings.folder.clone(), ..new };
        }
        Err(error) => problems.push(format!("settings: {key} = {said} was left out: {error}")),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::state::settings::CheckLevel;

    #[test]
    fn the_client_comes_over_the_file_entry_by_entry() {
        let mut file = Settings::default();
        file.checks.insert("impossible-date".to_owned(), CheckLevel::Hint);
        file.checks.insert("weekday-mismatch".to_owned(), CheckLevel::Hint);
        for client in [
            json!({"checks": {"impossible-date": "off"}}),
            json!({"dateline": {"checks": {"impossible-date": "off"}, "serverPath": "x", "trace": {}}}),
        ] {
            let (settings, problems) = merged(&file, &client);
            assert_eq!(settings.checks["impossible-date"], CheckLevel::Off);
            assert_eq!(settings.checks["weekday-mismatch"], CheckLevel::Hint);
            assert_eq!(problems, Vec::<String>::new());
        }
    }

    #[test]
    fn what_is_no_setting_of_the_person_stays() {
        let file = Settings { folder: "/news".into(), drafts: vec!["a/".to_owned()], ..Settings::default() };
        let (settings, problems) = merged(&file, &json!({"drafts": ["b/"], "max-findings": 5}));
        assert_eq!(problems, Vec::<String>::new());
        assert_eq!((settings.max_findings, &*settings.drafts), (5, &["b/".to_owned()][..]));
        assert!(
            settings.names_draft("/news/b/c.txt".into()) && !settings.names_draft("/b/news/c.txt".into())
        );
        assert_eq!(settings.folder, file.folder);
    }

    #[test]
    fn bad_values_are_said_and_spoil_no_other() {
        for (client, count) in [
            (json!({"checks": {"weekday-mismatch": "loud", "impossible-date": "off"}}), 1),
            (json!({"checks": {"weekdays": "off", "impossible-date": "off"}}), 1),
            (json!({"colour": "red", "checks": {"impossible-date": "off"}}), 1),
            (json!({"checks": 5}), 1),
            (json!("text"), 1),
            (json!(null), 0),
            (json!({}), 0),
        ] {
            let (settings, problems) = merged(&Settings::default(), &client);
            assert_eq!(problems.len(), count, "{problems:?}");
            let wanted = client.pointer("/checks/impossible-date").map(|_| CheckLevel::Off);
            assert_eq!(settings.checks.get("impossible-date").copied(), wanted, "{client}");
        }
    }
}
