//! What is wrong with a definition: what keeps it from being counted, and what from being kept.

use std::collections::HashSet;

use serde::Deserialize;
use ts_rs::TS;

use super::{Definition, Filter, Measure, NO, Rounding, Subject, YES};
use crate::error::{DefinitionFault, Error, Result};
use crate::things::Kind;

/// A definition as it is picked, part by part; what is not picked yet is empty.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    #[serde(default)]
    pub id: String,
    #[serde(default)]
    pub label: String,
    #[serde(default)]
    pub unit: String,
    pub counts: Option<Subject>,
    #[serde(default)]
    pub date: String,
    #[serde(default, rename = "where")]
    pub filters: Vec<Filter>,
    pub measure: Option<Measure>,
    #[serde(default)]
    #[ts(optional)]
    pub rounding: Option<Rounding>,
    #[serde(default)]
    #[ts(optional)]
    pub zero: Option<String>,
    /// As a definition says it; nothing follows from it.
    #[serde(default)]
    #[ts(optional)]
    pub shipped: Option<bool>,
}

impl Draft {
    /// As far as it has come: with what is picked the definition, and all that is still wrong.
    pub(super) fn so_far(self) -> (Option<Definition>, Vec<DefinitionFault>) {
        let lacking = [
            self.counts.is_none().then_some(DefinitionFault::CountsMissing),
            self.measure.is_none().then_some(DefinitionFault::MeasureMissing),
        ];
        let mut faults: Vec<DefinitionFault> = lacking.into_iter().flatten().collect();
        let Draft { id, label, unit, counts, date, filters, measure, rounding, zero, shipped } = self;
        match (counts, measure) {
            (Some(counts), Some(measure)) => {
                let definition =
                    Definition { id, label, unit, counts, date, filters, measure, rounding, zero, shipped };
                faults.extend(definition.faults());
                (Some(definition), faults)
            }
            _ => {
                faults.extend(of_names(&id, &label));
                (None, faults)
            }
        }
    }
}

fn of_names(id: &str, label: &str) -> impl Iterator<Item = DefinitionFault> {
    let plain = |text: &str| text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    let id = (id.is_empty() || !plain(id)).then_some(DefinitionFault::Id);
    let label = label.trim().is_empty().then_some(DefinitionFault::LabelMissing);
    id.into_iter().chain(label)
}

impl Definition {
    /// That it can be kept.
    pub(crate) fn check(&self) -> Result<()> {
        self.first(self.faults())
    }

    /// That it can be counted: one that was kept before there were more rules is counted all the same.
    pub(super) fn check_counting(&self) -> Result<()> {
        self.first(self.counting_faults())
    }

    fn first(&self, faults: Vec<DefinitionFault>) -> Result<()> {
        match faults.into_iter().next() {
            Some(fault) => Err(Error::BadDefinition { id: self.id.clone(), fault }),
            None => Ok(()),
        }
    }

    /// Everything that keeps it from being kept.
    pub(crate) fn faults(&self) -> Vec<DefinitionFault> {
        let thing = self.counts.thing();
        let mut faults: Vec<DefinitionFault> = of_names(&self.id, &self.label).collect();
        let counting = self.counting_faults();
        let mut seen = HashSet::new();
        for field in self.filters.iter().filter_map(|filter| thing.field(&filter.field)) {
            let twice = DefinitionFault::FilterTwice { field };
            if !seen.insert(field.key) && !counting.contains(&twice) {
                faults.push(twice);
            }
        }
        let empty = self.filters.iter().filter(|filter| filter.any.is_empty());
        let fields = empty.filter_map(|filter| thing.field(&filter.field));
        faults.extend(fields.map(|field| DefinitionFault::WordsMissing { field }));
        faults.extend(self.mixed_units());
        faults.extend(counting);
        faults
    }

    /// Records that say what they are counted in are summed in one unit alone.
    fn mixed_units(&self) -> Option<DefinitionFault> {
        let thing = self.counts.thing();
        let (unit, quantity) = (thing.field("unit")?, thing.field("quantity")?);
        let of_quantity = |field: &String| field == quantity.key;
        let sums = match &self.measure {
            Measure::Records | Measure::Declared => false,
            Measure::Sum { field } => of_quantity(field),
            Measure::Ratio { part, whole } => of_quantity(part) || of_quantity(whole),
        };
        let one = |filter: &Filter| filter.field == unit.key && filter.any.len() == 1;
        (sums && !self.filters.iter().any(one)).then_some(DefinitionFault::UnitsMixed { unit })
    }

    /// What keeps it from being counted.
    pub(super) fn counting_faults(&self) -> Vec<DefinitionFault> {
        if self.measure == Measure::Declared {
            let selects = !self.date.is_empty() || !self.filters.is_empty();
            return selects.then_some(DefinitionFault::ByHandSelects).into_iter().collect();
        }
        let thing = self.counts.thing();
        let kind = |key: &str| thing.field(key).map(|field| field.kind);
        let mut faults = Vec::new();
        if kind(&self.date) != Some(Kind::Date) {
            faults.push(DefinitionFault::Date { field: self.date.clone() });
        }
        let mut channels = 0;
        for filter in &self.filters {
            let unknown = || DefinitionFault::Filter { field: filter.field.clone() };
            let Some(field) = thing.field(&filter.field) else {
                faults.push(unknown());
                continue;
            };
            match field.kind {
                Kind::Term { .. } => {}
                Kind::Channels => channels += 1,
                Kind::Flag if filter.any.iter().all(|word| word == YES || word == NO) => {}
                Kind::Flag => faults.push(DefinitionFault::FlagWords { field }),
                Kind::Text { .. } | Kind::Date | Kind::Count | Kind::Money | Kind::Link { .. } => {
                    faults.push(unknown());
                }
            }
            if channels > 1 && field.kind == Kind::Channels {
                faults.push(DefinitionFault::FilterTwice { field });
            }
        }
        let sums: Vec<&String> = match &self.measure {
            Measure::Records | Measure::Declared => Vec::new(),
            Measure::Sum { field } => vec![field],
            Measure::Ratio { part, whole } => vec![part, whole],
        };
        let no_number = |field: &&String| !matches!(kind(field), Some(Kind::Count | Kind::Money));
        faults.extend(
            sums.into_iter().filter(no_number).map(|field| DefinitionFault::MeasureField { field: field.clone() }),
        );
        if self.counts == Subject::Releases && self.measure != Measure::Records {
            faults.push(DefinitionFault::ReleasesSummed);
        }
        faults
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value as Json, json};

    use super::*;
    use crate::error::PickFault;

    fn told(draft: Json) -> Vec<(String, String)> {
        let (_, faults) = serde_json::from_value::<Draft>(draft).unwrap().so_far();
        let told = faults.iter().map(PickFault::from);
        told.map(|fault| {
            assert!(fault.zh.chars().count() > 4 && fault.en.len() > 8, "{fault:?}");
            (fault.field, fault.code)
        })
        .collect()
    }

    fn of(faults: &[(&str, &str)]) -> Vec<(String, String)> {
        faults.iter().map(|(field, code)| ((*field).to_owned(), (*code).to_owned())).collect()
    }

    #[test]
    fn what_is_not_picked_yet_is_told_by_its_part() {
        assert_eq!(
            told(json!({"counts": null, "measure": null})),
            of(&[
                ("counts", "counts_missing"),
                ("measure", "measure_missing"),
                ("id", "id"),
                ("label", "label_missing")
            ])
        );
        let half = json!({"id": "Web", "label": "官网", "unit": "条", "counts": "publications", "date": "",
            "where": [{"field": "channels", "any": []}, {"field": "title", "any": ["甲"]}],
            "measure": {"type": "sum", "field": ""}});
        assert_eq!(
            told(half),
            of(&[
                ("id", "id"),
                ("where.channels", "words_missing"),
                ("date", "date"),
                ("where.title", "filter"),
                ("measure", "measure_field")
            ])
        );
    }

    #[test]
    fn what_cannot_be_counted_is_told_by_its_part() {
        let draft = |counts: &str, date: &str, filters: Json, measure: Json| {
            json!({"id": "a", "label": "甲", "unit": "条", "counts": counts, "date": date, "where": filters,
                "measure": measure})
        };
        let records = || json!({"type": "records"});
        let flag = json!([{"field": "is_public", "any": ["对"]}]);
        assert_eq!(told(draft("publications", "made_on", flag, records())), of(&[("where.is_public", "flag_words")]));
        let twice = json!([{"field": "channels", "any": ["文件"]}, {"field": "channels", "any": ["会议"]}]);
        assert_eq!(told(draft("releases", "made_on", twice, records())), of(&[("where.channels", "filter_twice")]));
        let twice = json!([{"field": "kind", "any": ["公示"]}, {"field": "kind", "any": ["简报"]}]);
        assert_eq!(told(draft("publications", "made_on", twice, records())), of(&[("where.kind", "filter_twice")]));
        let sum = json!({"type": "sum", "field": "copies"});
        assert_eq!(told(draft("releases", "made_on", json!([]), sum)), of(&[("measure", "releases_summed")]));
        let sum = || json!({"type": "sum", "field": "quantity"});
        let units = |units: Json| json!([{"field": "unit", "any": units}]);
        for mixed in [json!([]), units(json!(["件", "人次"]))] {
            assert_eq!(told(draft("replies", "received_on", mixed, sum())), of(&[("where.unit", "units_mixed")]));
        }
        assert_eq!(told(draft("replies", "received_on", units(json!(["件"])), sum())), []);
        let by_hand = || json!({"type": "declared"});
        assert_eq!(told(draft("publications", "made_on", json!([]), by_hand())), of(&[("measure", "by_hand_selects")]));
        assert_eq!(told(draft("publications", "", json!([]), by_hand())), []);
        assert_eq!(told(draft("publications", "made_on", json!([]), records())), []);
    }
}
