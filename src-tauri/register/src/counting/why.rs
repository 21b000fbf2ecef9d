//! Why a figure counts a record, and why not, by the same selection that counts.

use serde::Serialize;
use ts_rs::TS;

use super::{Definition, Filter, Measure, NO, YES, compile};
use crate::error::{Error, Lang, Result};
use crate::folder::Register;
use crate::period::{Period, zh_date};
use crate::store;
use crate::store::selection::{Condition, Quantity, Selection};
use crate::things::{Kind, Record, RecordId, Value, Vocabulary};

/// How a figure stands to a record: with how much it counts it, or the one sentence why it does not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct FigureOfRecord {
    pub figure: String,
    pub label: String,
    pub unit: String,
    /// Whether it counts records of this register at all.
    pub of_register: bool,
    /// With how much it counts the record; of a ratio, with its part.
    pub quantity: Option<i64>,
    /// Why it does not; never empty.
    pub why_not: Option<String>,
}

impl Register {
    /// Every figure of a period and how it stands to a record, in the order of the report.
    pub fn figures_of_record(&self, id: &str, period: Period, lang: Lang) -> Result<Vec<FigureOfRecord>> {
        let period = period.checked()?;
        let RecordId { thing, number } = RecordId::parse(id)?;
        let record = store::records::get(self.db(), thing, number)?;
        let record = record.ok_or_else(|| Error::NoSuchRecord { id: id.into() })?;
        let vocabulary = self.vocabulary()?;
        let mut figures = Vec::new();
        for definition in self.definitions()? {
            let by_hand = definition.measure == Measure::Declared;
            let of_register = !by_hand && definition.counts.thing() == thing;
            let (quantity, why_not) = match (of_register, by_hand) {
                (true, _) => self.counted(&definition, period, &record, &vocabulary, lang)?,
                (false, true) => (None, Some(filled_in(lang))),
                (false, false) => (None, Some(other_register(&definition, lang))),
            };
            let Definition { id, label, unit, .. } = definition;
            figures.push(FigureOfRecord { figure: id, label, unit, of_register, quantity, why_not });
        }
        Ok(figures)
    }

    fn counted(
        &self,
        definition: &Definition,
        period: Period,
        record: &Record,
        vocabulary: &Vocabulary,
        lang: Lang,
    ) -> Result<(Option<i64>, Option<String>)> {
        let (selection, _) = compile(definition, period, vocabulary)?;
        let selection = Selection { only: Some(record.id), ..selection };
        let totals = selection.totals(self.db())?;
        if totals.records > 0 {
            return Ok((Some(totals.sum), None));
        }
        let told = Told { definition, record, vocabulary, lang };
        if record.withdrawn.is_some() || record.taken_back {
            return Ok((None, Some(told.gone())));
        }
        let day = record.values.date(selection.date);
        if !day.is_some_and(|day| period.contains(day)) {
            return Ok((None, Some(told.date(period))));
        }
        // One condition after the other, each asked as the figure asks it.
        for condition in &selection.conditions {
            let alone = Selection { conditions: vec![condition.clone()], quantity: Quantity::One, ..selection.clone() };
            if alone.totals(self.db())?.records == 0 {
                return Ok((None, Some(told.condition(condition))));
            }
        }
        // What counts releases leaves out what was released nowhere.
        Ok((None, Some(told.no_channel())))
    }
}

/// What is said of a record that a definition does not count.
struct Told<'a> {
    definition: &'a Definition,
    record: &'a Record,
    vocabulary: &'a Vocabulary,
    lang: Lang,
}

impl Told<'_> {
    fn say(&self, zh: String, en: String) -> String {
        match self.lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    fn label(&self, key: &str) -> String {
        self.definition.counts.thing().field(key).map_or(key, |field| field.label(self.lang)).to_owned()
    }

    fn gone(&self) -> String {
        if self.record.taken_back {
            return self.say("所在的导入批次已撤回。".into(), "Its import was taken back.".into());
        }
        self.say("这条记录已作废，不计入任何统计。".into(), "The record is withdrawn and counts nowhere.".into())
    }

    fn date(&self, period: Period) -> String {
        let label = self.label(&self.definition.date);
        match self.record.values.date(&self.definition.date) {
            Some(day) => self.say(
                format!("{label}为{}，不在统计期间（{}）内。", zh_date(day), period.zh()),
                format!("{label} is {day}, outside the period ({} to {}).", period.from, period.to),
            ),
            None => self.say(
                format!("没有填写{label}，无从判断是否在统计期间内。"),
                format!("{label} is empty, so it lies in no period."),
            ),
        }
    }

    fn condition(&self, condition: &Condition) -> String {
        let field = match condition {
            Condition::OneOf { field, .. } | Condition::Flag { field, .. } | Condition::Empty { field } => *field,
            Condition::OnChannels { .. } | Condition::OnNoChannel | Condition::Never => return self.channels(),
        };
        self.differs(field, &self.value(field))
    }

    fn channels(&self) -> String {
        let channel = self.definition.filters.iter().find(|filter| self.is_channels(filter));
        match channel {
            Some(filter) => self.differs(&filter.field, &self.value(&filter.field)),
            None => self.no_channel(),
        }
    }

    fn is_channels(&self, filter: &Filter) -> bool {
        let field = self.definition.counts.thing().field(&filter.field);
        field.is_some_and(|field| matches!(field.kind, Kind::Channels))
    }

    fn no_channel(&self) -> String {
        self.say(
            "没有登记公开渠道，本项按渠道逐次计数。".into(),
            "It is on no channel, and releases are counted.".into(),
        )
    }

    /// What the record has in a field, and what the figure asks for there.
    fn differs(&self, field: &str, has: &[String]) -> String {
        let label = self.label(field);
        let asked = self.definition.filters.iter().find(|filter| filter.field == field);
        let asked = asked.map(|filter| filter.any.join("”“")).unwrap_or_default();
        let has = has.join("”“");
        if has.is_empty() {
            return self.say(
                format!("没有填写{label}，本项只统计“{asked}”。"),
                format!("{label} is empty; only “{asked}” is counted."),
            );
        }
        self.say(
            format!("{label}为“{has}”，本项只统计“{asked}”。"),
            format!("{label} is “{has}”; only “{asked}” is counted."),
        )
    }

    /// A field's value in the words of the office.
    fn value(&self, field: &str) -> Vec<String> {
        let name = |id: i64| self.vocabulary.get(id).map(|term| term.name.clone());
        match self.record.values.get(field) {
            Value::Flag(yes) => vec![if *yes { YES } else { NO }.to_owned()],
            Value::Number(id) => name(*id).into_iter().collect(),
            Value::Terms(ids) => ids.iter().filter_map(|id| name(*id)).collect(),
            Value::Text(text) => vec![text.clone()],
            Value::Date(day) => vec![day.to_string()],
            Value::Empty => Vec::new(),
        }
    }
}

fn filled_in(lang: Lang) -> String {
    match lang {
        Lang::Zh => "本项为手工填报，不由登记的记录统计。".into(),
        Lang::En => "It is filled in by hand, not counted from records.".into(),
    }
}

fn other_register(definition: &Definition, lang: Lang) -> String {
    let counts = definition.counts.label(lang);
    match lang {
        Lang::Zh => format!("本项统计的是{counts}。"),
        Lang::En => format!("What is counted are {}.", counts.to_lowercase()),
    }
}
