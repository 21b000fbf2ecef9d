//! The names of columns: each leads to one meaning, and every field has one.

use super::*;

#[test]
fn each_name_leads_to_one_meaning_and_is_compared_as_written() {
    for target in Target::ALL {
        let mut seen: Vec<(&str, Meaning)> = Vec::new();
        for entry in dictionary::entries(target) {
            for name in entry.names() {
                assert_eq!(normalised(name), name, "{target:?}");
                for (other, meaning) in &seen {
                    assert!(*other != name, "{target:?}: {name} is {meaning:?} and {:?}", entry.meaning);
                }
                seen.push((name, entry.meaning));
            }
        }
    }
}

#[test]
fn each_field_of_each_thing_has_a_name() {
    for target in Target::ALL {
        let keys: Vec<&str> = dictionary::entries(target)
            .filter_map(|entry| match entry.meaning {
                Meaning::Field(key) => Some(key),
                Meaning::Status
                | Meaning::WithdrawnReason
                | Meaning::Serial
                | Meaning::Origin
                | Meaning::Ignored
                | Meaning::Unknown => None,
            })
            .collect();
        for key in &keys {
            assert!(target.thing().field(key).is_some(), "{target:?} has no {key}");
        }
        for field in target.thing().fields() {
            let internal = matches!(field.key, "is_day_count" | "is_estimate") || field.links_to().is_some();
            let of_replies = target == Target::DayCounts
                && matches!(
                    field.key,
                    "subject"
                        | "forwarded_by"
                        | "assigned_on"
                        | "due_on"
                        | "replied_on"
                        | "satisfaction"
                        | "about_disclosure"
                );
            assert!(internal || of_replies || keys.contains(&field.key), "{target:?}: {}", field.key);
            // What the forms call a field is among its names.
            let labelled = dictionary::entries(target).any(|entry| {
                entry.meaning == Meaning::Field(field.key) && entry.names().any(|name| name == field.label)
            });
            assert!(internal || of_replies || target == Target::DayCounts || labelled, "{target:?}: {}", field.label);
        }
    }
}

#[test]
fn targets_are_found_by_their_keys() {
    for target in Target::ALL {
        assert_eq!(Target::from_key(target.key()), Some(target));
    }
    assert_eq!(Target::from_key("buildings"), None);
}
