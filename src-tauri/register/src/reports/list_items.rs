//! The table of the 清单事项 (教办函〔2014〕23号): each item with where it was public, or why it was not.

use chrono::NaiveDate;

use super::document::{Block, TableCell, TableColumn};
use crate::board::NOT_FILLED_IN;
use crate::error::Result;
use crate::folder::Register;
use crate::period::Period;

/// The board of the period, as it stands on the day that the report bears.
pub(super) fn table(register: &Register, period: Period, date: NaiveDate) -> Result<Block> {
    let mut rows = Vec::new();
    for category in register.list_board(period, date)?.categories {
        let items = category.items.len();
        for (position, item) in category.items.into_iter().enumerate() {
            let category = if position == 0 {
                TableCell { rows: items, ..TableCell::text(&category.name) }
            } else {
                TableCell { runs: Vec::new(), rows: 0 }
            };
            let place = if item.place.is_empty() { NOT_FILLED_IN.to_owned() } else { item.place };
            rows.push(vec![
                TableCell::text(item.number.to_string()),
                category,
                TableCell::text(item.name),
                TableCell::text(place),
            ]);
        }
    }
    let column = |heading: &str, width| TableColumn { heading: heading.into(), width };
    let columns = vec![column("序号", 85), column("类别", 150), column("公开事项", 440), column("公开情况", 325)];
    Ok(Block::Table { columns, rows })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::tests::{a_register, log, request, term};
    use super::*;
    use crate::counting::{Definition, Filter, Measure, Subject};
    use crate::reports::tests::context;
    use crate::terms::TermEdit;
    use crate::things::{Dimension, Thing};

    const ITEM: &str = "财务、资产管理制度";

    fn row(register: &Register, item: &str) -> Vec<String> {
        let Block::Table { rows, .. } = table(register, request().period(), request().date()).unwrap() else {
            panic!()
        };
        assert_eq!(rows.len(), 50);
        let shown = |cell: &TableCell| cell.runs.iter().map(|run| run.shown().to_owned()).collect::<String>();
        rows.iter().map(|row| row.iter().map(shown).collect::<Vec<_>>()).find(|row| row[2] == item).unwrap()
    }

    #[test]
    fn an_item_shows_its_channels_or_its_note_or_that_nothing_is_known() {
        let (_folder, mut register) = a_register();
        assert_eq!(row(&register, ITEM), ["15", "财务、资产及收费信息", ITEM, "未填报"]);
        let item = term(&register, Dimension::ListItem, ITEM);
        let web = term(&register, Dimension::Channel, "学校官网");
        let column = term(&register, Dimension::Channel, "信息公开专栏");
        let board = term(&register, Dimension::Channel, "公示栏");
        for (title, day, public, channels) in [
            ("甲", "2023-03-01", true, json!([web, column])),
            ("乙", "2023-03-02", true, json!([column, board])),
            ("丙", "2023-03-03", true, json!([])),
            ("期外", "2022-03-03", true, json!([web])),
            ("不公开", "2023-03-03", false, json!([web])),
        ] {
            let values = json!({"title": title, "published_on": day, "is_public": public, "channels": channels, "list_item": item});
            log(&mut register, Thing::Publication, values);
        }
        // The column is the site's: an item on both is one on the site.
        assert_eq!(row(&register, ITEM)[3], "学校官网（2条）、公示栏（1条）、渠道未填报（1条）");

        let edit = TermEdit { note: Some("不涉及".into()), ..TermEdit::default() };
        register.edit_term(&context(), item, edit).unwrap();
        assert_eq!(row(&register, ITEM)[3], "不涉及");
    }

    #[test]
    fn what_lies_below_an_item_is_the_items_and_agrees_with_a_figure() {
        let (_folder, mut register) = a_register();
        let item = term(&register, Dimension::ListItem, ITEM);
        let below = register.add_term(&context(), Dimension::ListItem, "差旅费管理办法", Some(item)).unwrap().id;
        let web = term(&register, Dimension::Channel, "学校官网");
        for list_item in [item, below, below] {
            let values = json!({"title": "办法", "published_on": "2023-11-20", "is_public": true, "channels": [web],
                "list_item": list_item});
            log(&mut register, Thing::Publication, values);
        }
        let filter = |field: &str, word: &str| Filter { field: field.into(), any: vec![word.into()] };
        let figure = Definition {
            id: "finance".into(),
            label: ITEM.into(),
            unit: "条".into(),
            counts: Subject::Publications,
            date: "published_on".into(),
            filters: vec![filter("is_public", "是"), filter("list_item", ITEM), filter("channels", "学校官网")],
            measure: Measure::Records,
            rounding: None,
            zero: None,
            shipped: None,
        };
        register.define_figure(&context(), &figure).unwrap();
        let counted = register.figure_rows("finance", request().period(), None, 0, 10).unwrap().total;
        assert_eq!(row(&register, ITEM)[3], format!("学校官网（{counted}条）"));
        assert_eq!(counted, 3);
    }
}
